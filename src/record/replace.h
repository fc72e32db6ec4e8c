/* replace: read anew, a page of the record keeps its names and gets new facts. */
#ifndef BG_REPLACE_H
#define BG_REPLACE_H

#include "db.h"
#include "ids.h"

/* Once before any number of pages is replaced; what is added in between is not among them. */
void bg_replace__prepare(bg_record *record);
/* The page of `ids`, which is there, with what `doc` says of it. Inside a transaction. */
void bg_replace__page(bg_record *record, bg_arena *arena, const bg_doc *doc, const bg_ids *ids, const char *bytes, size_t size);

#endif
