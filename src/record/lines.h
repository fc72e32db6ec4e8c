/*
 * lines: which lines of a page recur on other pages of its site (its host), and what of them is furniture that the reader keeps.
 *
 * Of every page with an address the record has the numbers of its lines (bg_line__number), each with whether the reader, left alone, takes it into the article behind the first
 * paragraph. A line recurs if it stands on BG_LINES_RECUR pages or more that differ in address, in title and in their first paragraph:
 * states of a page and reprints are one article; copies and lists do not count. What a page is read with are the
 * lines of its own that are taken into the article and recur (bg_item.repeated).
 *
 * The invariant: none of this depends on what was left out before. Numbers and flags are those of the reading without bg_item.repeated, so which lines recur follows from the pages
 * alone, and so does what each page is read with. bg_lines__settle() makes it so for the sites that changed; the record is then a function of the set of its pages.
 */
#ifndef BG_LINES_H
#define BG_LINES_H

#include "db.h"
#include "ids.h"

#define BG_LINES_RECUR 3
/* Does a line that stands on so many articles stand on many of the site's pages? Of few pages whatever recurs does. */
#define BG_LINES_SHARE 50
static inline bool bg_lines__often(size_t articles, size_t pages) { return articles * BG_LINES_SHARE >= pages; }

typedef BG_VEC(uint64_t) bg_numbers;

/* The lines of a page as the record keeps them: eight bytes a number. What needs no record, made by whoever reads the page. */
typedef struct bg_line_pack {
    const unsigned char *bytes;
    size_t count;
    const unsigned char *outline; /* which of them each block of the body has (bg_outline__make), NULL: not known */
    size_t outline_size;
    int64_t lead;          /* the first paragraph */
    const char *read_with; /* what that the page was read with made leave the article: its blocks, NULL: none; where there is no outline a hash of it, NULL: of nothing */
} bg_line_pack;

/* In the arena; false: out of memory. */
bool bg_lines__pack(bg_arena *arena, const bg_doc *doc, bg_line_pack *out);

/* Keep the lines of a page; inside a transaction. */
void bg_lines__store(bg_record *record, bg_arena *arena, const bg_doc *doc, const bg_ids *ids);
/* It was read with other lines than before; its own are the same. */
void bg_lines__again(bg_record *record, bg_arena *arena, const bg_doc *doc, const bg_ids *ids);
/* The page goes. */
void bg_lines__forget(bg_record *record, const char *page);
/*
 * What a site knows of a page: as it was before the page was taken out and put back, and whether the site was to be counted anew then. Afterwards it need not be because of this page, if
 * it is the same; so the end of `add` counts a site once, though pages of it were read again.
 */
typedef struct bg_line_row {
    const char *host; /* NULL: nothing */
    uint64_t hash;
    bool changed;
} bg_line_row;
bool bg_lines__look(bg_record *record, bg_arena *arena, const char *page, bg_line_row *out);
void bg_lines__came_back(bg_record *record, bg_arena *arena, const char *page, const bg_line_row *before);
/* What the page is to be read with (bg_item.repeated), by what recurs on its site as it was last settled. */
void bg_lines__of(bg_record *record, bg_arena *arena, const char *page, bg_numbers *out);
/* Does a line recur on a site, as it was last settled, and on many of its pages? */
bool bg_lines__recurs(bg_record *record, const char *host, uint64_t number, bool *often);
/* Was it read with these, or with others that make the same leave it? */
bool bg_lines__read_with(bg_record *record, bg_arena *arena, const char *page, const bg_numbers *numbers);
/* Find anew what recurs on sites that changed, and mark the pages stale whose article is another one by that. In one transaction a site. */
void bg_lines__settle(bg_record *record);

/* A line that recurs. */
typedef struct bg_site_line {
    uint64_t number;
    size_t pages, kept; /* articles it stands on; pages on which the reader, left alone, keeps it */
    const char *words;  /* the line; NULL: not looked for */
} bg_site_line;

typedef struct bg_site {
    const char *host;
    size_t pages, line_count, kept_count; /* pages whose lines are known; lines that recur; of these, those that the reader keeps */
    bg_site_line *lines;                  /* the most frequent first, at most as many as were asked for */
    size_t shown;
} bg_site;
typedef BG_VEC(bg_site) bg_sites;

/* Sites with pages, in the order of the alphabet; `host` NULL: all of them. Failures stay in the slot. */
bool bg_lines__sites(bg_record *record, bg_arena *arena, const char *host, size_t lines, bg_sites *out);

#endif
