/*
 * reprints: pages that carry the same text are one witness, however many sites printed it.
 *
 * Two pages are linked if their texts overlap as bg_print__compare() asks, and they share a part of the index numbers of the smaller one that are not on too many pages (a phrase that
 * everybody writes is no evidence). Each page carries the text of the earlier page that it is linked with and shares most with, of those that carry nobody else's; those that carry one
 * text are one witness. So no witness is a chain whose ends have nothing in common. That is a function of the set of pages: who is linked depends on the two pages and on how many pages
 * have the numbers they share, whose text a page carries on the pages linked with it that are earlier, and on nothing that was found before.
 *
 * bg_reprints__settle() makes it so around the pages that changed: it gathers each with those counted with it, finds whose text they carry, and asks later pages again where a page begins
 * or ceases to be carried. Of a witness one page is the origin, and every other page has the reason why it belongs to it.
 */
#ifndef BG_REPRINTS_H
#define BG_REPRINTS_H

#include "settle.h"

#define BG_PRINT_COMMON 250 /* an index number on more pages than this links nobody */

/* In transactions of its own. Failures stay in the record's slot. `watcher` may be NULL. */
void bg_reprints__settle(bg_record *record, const bg_watcher *watcher);

/* SQL: the witness that the page `p` is; the page itself if it shares its text with nobody. */
#define BG_WITNESS(p) "coalesce((SELECT reprints_.witness FROM reprints reprints_ WHERE reprints_.page = " p "), " p ")"

#endif
