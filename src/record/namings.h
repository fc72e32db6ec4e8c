/*
 * namings: what stands under many names, over all pages: bodies, recurring mechanisms, agreements.
 *
 * A page's naming (bg_naming) has a form: kind, code, sides, the words of its field. Namings of one form are one thing, whatever its names: the lexicon gives names one code, the page
 * the sides. Forms of a mechanism with one code and the same sides are one where the field of one lies within that of the other ("Ủy ban hỗn hợp", "… về thương mại") and of nobody else.
 * Agreements are one by their form alone: two memoranda of which one says more are two.
 *
 * What is counted is counted in the page's transaction; bg_namings__settle() links the forms of a code and sides anew where one is new or gone. So all of it is a function of the set of pages.
 * Sessions and what happened to agreements are not stored: they are put together when they are asked for (naming_query.h).
 */
#ifndef BG_NAMINGS_H
#define BG_NAMINGS_H

#include "db.h"
#include "ids.h"

/* Inside a transaction. */
void bg_namings__store(bg_record *record, bg_arena *arena, const bg_doc *doc, const bg_ids *ids);
void bg_namings__forget(bg_record *record, const char *page);

/* In transactions of its own. Failures stay in the record's slot. */
void bg_namings__settle(bg_record *record);

#endif
