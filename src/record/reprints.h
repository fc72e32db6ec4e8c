/*
 * reprints: pages that carry the same text are one witness, however many sites printed it.
 *
 * Two pages are linked if they share index numbers that are not on too many pages (a phrase that everybody writes links nobody) and their texts overlap as bg_print__compare()
 * asks. Linked pages, directly or through others, are one witness. That is a function of the set of pages: who is linked depends on the two pages and on how many pages have
 * the numbers they share, and on nothing that was found before.
 *
 * bg_reprints__settle() makes it so around the pages that changed: it gathers each with its old and new fellows, links them anew and writes who belongs together. Of a witness
 * one page is the origin, and every other page has the reason why it belongs to it.
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
