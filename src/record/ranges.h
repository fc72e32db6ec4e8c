/*
 * ranges: every range of a document in one order, the same for writing the record and for comparing it with a second
 * reading; and how the record keeps them: a row a page, since a page has about ninety. The view `ranges` has them one by one.
 */
#ifndef BG_RANGES_H
#define BG_RANGES_H

#include "db.h"
#include "ids.h"

/*
 * Of words of more bytes than these the record's tables and answers have the first BG_COPY_LETTERS letters: a page may be one sentence of
 * 50 MB on which everything rests. The range itself is never cut.
 */
#define BG_COPY_MAX 4096
#define BG_COPY_LETTERS 1000
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

/* The ranges of a page as the record keeps them: {owner: [[field, start, end, rule], ...], ...}; and the part of its text that those with a copy lie in. */
typedef struct bg_range_pack {
    const char *json;
    size_t json_size;
    bg_span words;
} bg_range_pack;

/* In the arena; false: out of memory. */
bool bg_ranges__pack(bg_arena *arena, const bg_doc *doc, const bg_ids *ids, bg_range_pack *out);
/* Inside a transaction; the page has none yet. */
void bg_ranges__store(bg_record *record, const bg_doc *doc, const bg_ids *ids, const bg_range_pack *pack);
void bg_ranges__forget(bg_record *record, const char *page);
/* The next range of evidence behind `*at` in what bg_ranges__pack() made, without taking all of it apart; owner: an id of 17 letters. False: there is none. */
bool bg_ranges__evidence(const char **at, char owner[18], bg_span *span);
/* Pages of a record of version 3, whose words are not there yet. */
void bg_ranges__fill(bg_record *record);

/* SQL: the words [from, to) of the page whose row of page_ranges is `t`, of which they are a part. */
#define BG_RANGE_BYTES(t, from, size) "substr(CAST(" t ".text AS BLOB), " from " - " t ".start + 1, " size ")"
#define BG_RANGE_WORDS(t, from, to) \
    "(CASE WHEN " to " - " from " <= 4096 THEN CAST(" BG_RANGE_BYTES(t, from, to " - " from) " AS TEXT) ELSE substr(CAST(" BG_RANGE_BYTES(t, from, "4096") " AS TEXT), 1, 1000) END)"

#endif
