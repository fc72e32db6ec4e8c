/* anew: links and threads of all entries of the ledger, whatever there was before (due.h says when). What comes out is what bg_thread__add() of each gives, in any order. */
#ifndef BG_ANEW_H
#define BG_ANEW_H

#include "settle.h"

/* Many transactions, the first of which notes all of them as due, the last that none is. `watcher` may be NULL. */
void bg_anew__link(bg_record *record, const bg_watcher *watcher);

#endif
