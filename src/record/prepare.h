/*
 * prepare: what adding a page takes that needs no record, so that it can be done by another thread than the one that writes: names, the packed bytes, the
 * passages as the index wants them, the ranges, the lines, the prints, names and events as grouping wants them.
 */
#ifndef BG_PREPARE_H
#define BG_PREPARE_H

#include "account.h"
#include "ids.h"
#include "lines.h"
#include "prints.h"
#include "ranges.h"

/* A title or paragraph: NFC, and without diacritics. */
typedef struct bg_passage {
    const char *exact, *folded;
    size_t exact_size, folded_size;
} bg_passage;

typedef struct bg_ready {
    const void *packed, *text; /* zlib; `text` NULL: the page's text is its bytes */
    size_t packed_size, text_size;
    bg_passage title;
    bg_passage *body; /* one for each of the article's blocks */
    bg_range_pack ranges;
    bg_line_pack lines;
    bg_print print; /* without its day */
    int64_t told;   /* bg_told__hash() */
    const bg_named *names;      /* of each entity */
    const bg_account *accounts; /* of each event */
} bg_ready;

/* Its bytes; its passages; names and accounts. In the arena; false: out of memory. */
bool bg_ready__pack(bg_arena *arena, const bg_doc *doc, const char *bytes, size_t size, bg_ready *out);
bool bg_ready__passages(bg_arena *arena, const bg_doc *doc, bg_ready *out);
bool bg_ready__accounts(bg_arena *arena, const bg_doc *doc, const bg_ids *ids, bg_ready *out);

/* Borrowed from what was prepared. */
const bg_ids *bg_prepared__ids(const bg_prepared *prepared);

#endif
