/* store: write what was read from one page. Called inside a transaction. */
#ifndef BG_STORE_H
#define BG_STORE_H

#include "db.h"
#include "ids.h"

/* The page itself with what it states of itself; failures stay in the record's slot. `arena` holds what is bound meanwhile. */
void bg_store__page(bg_record *record, bg_arena *arena, const bg_doc *doc, const bg_ids *ids, const char *bytes, size_t size);
/* What is told in it. */
void bg_store__facts(bg_record *record, bg_arena *arena, const bg_doc *doc, const bg_ids *ids);

/* Its passages leave the index of words. */
void bg_store__forget_passages(bg_record *record, const char *page);

/* The page tells the same as before (told.h): where it was read, what is found in it, what it is read with. Its facts stay. */
void bg_store__again(bg_record *record, bg_arena *arena, const bg_doc *doc, const bg_ids *ids);

#endif
