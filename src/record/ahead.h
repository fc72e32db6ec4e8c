/*
 * ahead: threads that find out, with records of their own to read from, whom changed pages are linked with, ahead of who settles them one by one and writes. What they find is what he
 * would have found; what they have not found in time he finds himself, so that nobody waits and nothing depends on them.
 */
#ifndef BG_AHEAD_H
#define BG_AHEAD_H

#include "region.h"

typedef struct bg_ahead bg_ahead;

/*
 * For the changed pages behind the number `at`. The shelf's numbers that are on too many pages are what links depend on, and the file: when either changes, the threads are to be
 * stopped. NULL: too few pages, one core alone, or no memory.
 */
bg_ahead *bg_ahead__start(const bg_shelf *shelf, int64_t at);
/* The page `n` is settled now; what was found of pages before it goes. NULL: nothing. */
void bg_ahead__at(bg_ahead *ahead, int64_t n);
/* The numbers of the pages that this one is linked with, in the order in which bg_region__look() finds them. False: not known; then, or of NULL, find them. */
bool bg_ahead__take(bg_ahead *ahead, bg_record *record, bg_arena *arena, int64_t n, bg_indexes *out);
void bg_ahead__stop(bg_ahead *ahead);

#endif
