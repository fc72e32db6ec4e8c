/*
 * thread: entries of the ledger about the same matter (alike.h) between the same sides, linked over time.
 *
 * Every entry leans on one before it, the surest and of equally sure ones the latest, out of the BG_NEAR entries before it under each of its keys (a key counts together
 * with the sides; the six heaviest of an entry are looked up). Those that lean on one another, directly or not, are a thread; it is named after its first entry. So links and threads
 * are a function of the set of entries. An entry without a day is a thread of its own; one without a key is linked only with those in the same words.
 */
#ifndef BG_THREAD_H
#define BG_THREAD_H

#include "alike.h"
#include "db.h"

#define BG_NEAR 24
#define BG_KEYS_USED 6

void bg_thread__add(bg_record *record, int64_t number);    /* an entry that has just been stored, its keys not yet */
void bg_thread__remove(bg_record *record, int64_t number); /* before its row goes: its keys, its link */

/* In a batch links are written at once, threads at its end: a matter that a hundred of its pages take up is written once. */
void bg_thread__settle(bg_record *record);
void bg_thread__drop(bg_record *record); /* what was to be settled is forgotten */

#endif
