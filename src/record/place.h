/*
 * place: a page takes its place among the others. Pages with one address and one article text are one page that was saved several times: all their
 * bytes are kept, the first saved (then the smallest hash) has the facts, the others are its copies. Which one has them depends on the set of pages alone.
 */
#ifndef BG_PLACE_H
#define BG_PLACE_H

#include "db.h"
#include "ids.h"

/* A page that is not in the record. Inside a transaction. True: it has facts of its own, false: it is a copy. */
bool bg_place__page(bg_record *record, bg_arena *arena, const bg_doc *doc, const bg_ids *ids, const char *bytes, size_t size);
/* One that is there, read anew: it keeps its names; contacts it was in are made again. */
void bg_place__again(bg_record *record, bg_arena *arena, const bg_doc *doc, const bg_ids *ids, const char *bytes, size_t size);

#endif
