/*
 * due: entries of the ledger that came in a batch are linked (thread.h) when all are there. A few are linked one after the other; where most of a record's are due, all of them are linked
 * anew: those of the same sides by time, each looked at once, the sides by several threads.
 */
#ifndef BG_DUE_H
#define BG_DUE_H

#include "settle.h"

/* Many transactions; what is interrupted is done by doing it again. `watcher` may be NULL. */
void bg_due__settle(bg_record *record, const bg_watcher *watcher);

#endif
