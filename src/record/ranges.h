/*
 * ranges: every range of a document in one order, the same for writing the record and for comparing it with a second
 * reading.
 */
#ifndef BG_RANGES_H
#define BG_RANGES_H

#include "ids.h"

/*
 * The record's copy of a range's words is cut at this many bytes, at the border of a letter: a page may be one sentence of
 * 50 MB on which everything rests. The range itself is never cut.
 */
#define BG_COPY_MAX 4096
size_t bg_ranges__copy_size(const char *text, bg_span span);

typedef struct bg_range {
    const char *owner; /* id of the page, entity, event, statement or entry of the ledger */
    size_t n;          /* from 0 for each owner */
    const char *field; /* "title", "paragraph", "dropped", "note", "mention", "evidence", "date_span", "content", or the
                          name of a bg_field, which has a rule */
    bg_span span;
    const char *rule;
    bool copied;       /* the record keeps a copy of the words */
} bg_range;

/* `visit` returns false to stop; bg_ranges__each then returns false too. */
typedef bool bg_range_fn(void *context, const bg_range *range);
bool bg_ranges__each(const bg_doc *doc, const bg_ids *ids, bg_range_fn *visit, void *context);

#endif
