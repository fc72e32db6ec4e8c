/*
 * rows: SQL for facts by where they lie. An entity, event, statement or entry of the ledger has the number of its page (pages.n) in the upper bits of its row and its own in the lower
 * BG_ROW_BITS, so that what a page tells lies together in its table, and a new page writes behind all others: no index leads from pages to facts, or from ids to facts. An id is found
 * by the digits of its page's key (ids.h), which several pages may have in common; those of a page that was read before version 8 have other ones, and such a page has no key.
 */
#ifndef BG_ROWS_H
#define BG_ROWS_H

#define BG_ROW_BITS 24
#define BG_ROW_BITS_SQL "24"
#define BG_ROW_LAST_SQL "16777215" /* 2^24 - 1 */

/* The number of the page with this id; of rows that have it as `n`. */
#define BG_NUMBER_OF(id) "(SELECT n FROM pages WHERE id = " id ")"
#define BG_ITS_NUMBER(id) "n = " BG_NUMBER_OF(id)

/* Is `t` on the page whose number is `n`? On the page of which `row` is a row? On the page with this id? */
#define BG_ON_PAGE(t, n) t ".row BETWEEN (" n ") << " BG_ROW_BITS_SQL " AND ((" n ") << " BG_ROW_BITS_SQL ") + " BG_ROW_LAST_SQL
#define BG_BESIDE(t, row) BG_ON_PAGE(t, row " >> " BG_ROW_BITS_SQL)
#define BG_OF_PAGE(t, id) BG_ON_PAGE(t, BG_NUMBER_OF(id))

/* The row with an id in a table; with it on the page of which `row` is a row. NULL: it is not there. */
#define BG_ROW_OF(table, fact) \
    "(SELECT f_.row FROM pages k_ CROSS JOIN " table " f_ ON " BG_ON_PAGE("f_", "k_.n") " WHERE (k_.key = substr(" fact ", 2, 6) OR k_.key IS NULL) AND f_.id = " fact ")"
#define BG_ROW_BESIDE(table, row, fact) "(SELECT f_.row FROM " table " f_ WHERE " BG_BESIDE("f_", row) " AND f_.id = " fact ")"

/* From a table as `f` those whose ids begin with ?1. */
#define BG_BEGINNING(table) \
    " FROM pages k CROSS JOIN " table " f ON " BG_ON_PAGE("f", "k.n") " WHERE ((k.key >= substr(?1, 2, 6) AND k.key < substr(?1, 2, 6) || 'g') OR k.key IS NULL) AND f.id >= ?1 AND f.id < ?1 || 'g'"

/* A name under which a page was added. */
#define BG_ADD_SOURCE "INSERT OR IGNORE INTO page_sources(n, name) VALUES(" BG_NUMBER_OF("?") ",?)"

#endif
