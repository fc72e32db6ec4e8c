/*
 * thread: entries of the ledger about the same matter (alike.h) between the same sides, linked over time.
 *
 * Every entry leans on one before it, the surest and of equally sure ones the latest, out of the BG_NEAR entries before it under each of its keys (a key counts together
 * with the sides; the six heaviest of an entry are looked up); and on others of these, up to BG_LINKS_MAX in all, that have nothing to do with those it leans on already: it completes or answers several.
 * Those that lean surest on one another, directly or not, are a thread, named after its first entry; whoever leans besides on an entry of a thread is in it too (the view `members`), without what follows it.
 * So links and threads are a function of the set of entries. An entry without a day is linked only with others without one, as the same saying; one without a key is linked only with those in the same words.
 */
#ifndef BG_THREAD_H
#define BG_THREAD_H

#include "alike.h"
#include "db.h"

/* An entry that has just been stored, its keys ("k:x t:y") not yet; `entry` without them. In a batch it is only noted as due: bg_due__settle() links it. */
void bg_thread__add(bg_record *record, const bg_entry *entry, const char *keys);
void bg_thread__link(bg_record *record, int64_t number); /* one that is due */
void bg_thread__remove(bg_record *record, int64_t number); /* before its row goes: its keys, its link */
void bg_thread__redate(bg_record *record, int64_t number, int day); /* it is of another day, YYYYMMDD, 0: of none; its row too */

/* In a batch links are written at once, threads at its end: a matter that a hundred of its pages take up is written once. */
void bg_thread__settle(bg_record *record);
void bg_thread__drop(bg_record *record); /* what was to be settled is forgotten */

#endif
