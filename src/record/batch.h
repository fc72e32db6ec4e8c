/*
 * batch: many pages in one transaction. What each would make anew, the contacts that its events are in, is made once at the end, for all of them: a text that
 * forty sites reprint costs one look at its contact, not forty.
 */
#ifndef BG_BATCH_H
#define BG_BATCH_H

#include "db.h"

bool bg_batch__begin(bg_record *record);
/* Makes what is due and commits; undoes everything after a failure. */
bool bg_batch__end(bg_record *record);

/* The transaction of one page, or of the batch that it is in. */
bool bg_batch__open(bg_record *record);
void bg_batch__close(bg_record *record);

#endif
