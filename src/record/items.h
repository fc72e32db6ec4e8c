/*
 * items: the entries of the ledger (bg_matter) as rows, each with the keys by which it is found again and a number that gives their order on one day: those of a page
 * follow each other as the page has them. What links them is worked out by thread.h.
 */
#ifndef BG_ITEMS_H
#define BG_ITEMS_H

#include "db.h"
#include "ids.h"

/* The entries of a page, linked with those of the other pages; `row`: before the first (rows.h). */
void bg_items__store(bg_record *record, bg_arena *arena, const bg_doc *doc, const bg_ids *ids, int64_t row);
/* The day of a contact, as this event of a page tells it, was corrected, or no longer is: the entries that were said at it are of that day, linked anew. The day that was read of them is in
 * `item_days`. */
void bg_items__redate(bg_record *record, const char *event);
/* Take them out; what was linked with them is linked anew. */
void bg_items__forget(bg_record *record, bg_arena *arena, const char *page);

#endif
