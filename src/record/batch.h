/*
 * batch: many pages in one transaction. What each would make anew, the contacts that its events are in, is made once at the end, for all of them: a text that
 * forty sites reprint costs one look at its contact, not forty.
 */
#ifndef BG_BATCH_H
#define BG_BATCH_H

#include "db.h"

/* A row of the index of words. */
typedef struct bg_passage_row {
    int64_t row;
    const char *page, *kind;
    bg_span at;
    const char *exact, *folded;
    size_t exact_size, folded_size;
} bg_passage_row;

/* Begin a transaction. False: a failure, in the record's slot, as below. */
bool bg_batch__begin(bg_record *record);
/* Makes what is due and commits; undoes everything after a failure. */
bool bg_batch__end(bg_record *record);

/* An event whose contact is to be made at the end of the batch; the next one that is not made yet, NULL behind the last; one that was made. */
void bg_batch__later(bg_record *record, const char *id);
const char *bg_batch__next(bg_record *record);
void bg_batch__did(bg_record *record, const char *id);

/* The next row of the index of words; words that go into it under this row, of a batch at its end (copied). */
int64_t bg_batch__row(bg_record *record);
void bg_batch__passage(bg_record *record, const bg_passage_row *passage);
/* Rows [first, behind) leave it, of a batch at its end; does this one, and is still there? */
void bg_batch__passages_go(bg_record *record, int64_t first, int64_t behind);
bool bg_batch__passage_goes(const bg_record *record, int64_t row);

/* Was no person of this form stored in the batch yet? Out of one always. */
bool bg_batch__is_new(bg_record *record, int64_t form);

void bg_batch__drop(bg_record *record); /* whatever was begun, before the record is closed */

/* The transaction of one page, or of the batch that it is in. */
bool bg_batch__open(bg_record *record);
void bg_batch__close(bg_record *record);

#endif
