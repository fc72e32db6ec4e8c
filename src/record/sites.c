/* sites: lines.h, for people: sites with the lines that recur, in words. */
#include "../article/repeated.h"
#include "lines.h"
#include "query.h"

#include <stdlib.h>

static int by_number(const void *left, const void *right) {
    const bg_site_line *a = left, *b = right;
    return (a->number > b->number) - (a->number < b->number);
}

static int by_pages(const void *left, const void *right) {
    const bg_site_line *a = left, *b = right;
    return a->pages != b->pages ? (a->pages < b->pages) - (a->pages > b->pages) : by_number(left, right);
}

/* Words of lines that a page's text has. Returns how many it gave. The site's lines are in ascending order. */
static size_t find_words(bg_arena *arena, const char *text, size_t size, bg_site *site) {
    size_t found = 0;
    for (size_t from = 0, to; from < size; from = to + 1) {
        const char *end = memchr(text + from, '\n', size - from);
        to = end ? (size_t)(end - text) : size;
        bg_site_line wanted = {.number = bg_line__number(text + from, to - from)};
        bg_site_line *line = wanted.number && site->lines ? bsearch(&wanted, site->lines, site->shown, sizeof wanted, by_number) : NULL;
        if (!line || line->words) continue;
        while ((unsigned char)text[from] <= ' ') from++;
        line->words = bg_arena__text(arena, text + from, to - from);
        found++;
    }
    return found;
}

/* Words of lines that a page has; none of one that is damaged. Returns how many. */
static size_t read_words(bg_record *record, bg_arena *arena, const char *page, bg_site *site) {
    bg_buf bytes, text;
    bool damaged;
    if (!bg_query__page_bytes(record, page, &bytes, &text, &damaged)) {
        if (damaged) bg_db__start(record, record->err);
        return 0;
    }
    const bg_buf *from = text.bytes ? &text : &bytes;
    size_t found = find_words(arena, from->bytes, from->size, site);
    bg_buf__free(&bytes);
    bg_buf__free(&text);
    return found;
}

#define SHARE 64 /* of a site that has one in so many pages, the first are soon met among all of them; to put all of its own in order takes longer */

/* Its pages, by id. */
static sqlite3_stmt *pages_of(bg_record *record, const bg_site *site) {
    bool large = site->pages > (size_t)bg_db__int(record, "SELECT coalesce(max(n), 0) FROM pages") / SHARE;
    return bg_db__query(record, large ? "SELECT l.page FROM pages p CROSS JOIN page_lines l ON l.n = p.n WHERE l.host = ? ORDER BY p.id" : "SELECT page FROM page_lines WHERE host = ? ORDER BY page", "t",
                        site->host);
}

/* From the pages of the site, by id, until all words are found. Of two lines of one number the first page's is shown. */
static void load_words(bg_record *record, bg_arena *arena, bg_site *site) {
    size_t missing = site->shown;
    if (site->lines && missing) qsort(site->lines, missing, sizeof *site->lines, by_number);
    sqlite3_stmt *stmt = missing ? pages_of(record, site) : NULL;
    while (missing && bg_db__row(record, stmt)) {
        const char *page = bg_db__copy(record, arena, stmt, 0);
        if (page) missing -= read_words(record, arena, page, site);
    }
    bg_db__done(stmt);
    if (site->lines && site->shown) qsort(site->lines, site->shown, sizeof *site->lines, by_pages);
}

static void load_site(bg_record *record, bg_arena *arena, size_t lines, bg_site *site) {
    BG_VEC(bg_site_line) list = {0};
    sqlite3_stmt *stmt = bg_db__query(record, "SELECT number, pages, kept FROM site_lines WHERE host = ? ORDER BY pages DESC, number LIMIT ?", "tn", site->host, lines);
    while (bg_db__row(record, stmt)) {
        bg_site_line *line = BG_PUSH(arena, &list);
        if (line) *line = (bg_site_line){(uint64_t)sqlite3_column_int64(stmt, 0) << 1, (size_t)sqlite3_column_int64(stmt, 1), (size_t)sqlite3_column_int64(stmt, 2), NULL};
        else bg_db__nomem(record);
    }
    site->lines = list.items;
    site->shown = list.count;
    load_words(record, arena, site);
}

bool bg_lines__sites(bg_record *record, bg_arena *arena, const char *host, size_t lines, bg_sites *out) {
    sqlite3_stmt *stmt = bg_db__query(record,
        "SELECT host, count(*), (SELECT count(*) FROM site_lines s WHERE s.host = p.host), (SELECT count(*) FROM site_lines s WHERE s.host = p.host AND kept > 0)"
        " FROM page_lines p WHERE ?1 IS NULL OR host = ?1 GROUP BY host ORDER BY host", "t", host);
    while (bg_db__row(record, stmt)) {
        bg_site *site = BG_PUSH(arena, out);
        if (!site) {
            bg_db__nomem(record);
            continue;
        }
        *site = (bg_site){.host = bg_db__copy(record, arena, stmt, 0), .pages = (size_t)sqlite3_column_int64(stmt, 1), .line_count = (size_t)sqlite3_column_int64(stmt, 2),
                          .kept_count = (size_t)sqlite3_column_int64(stmt, 3)};
    }
    for (size_t i = 0; out->items && i < out->count && record->code == BG_OK; i++) load_site(record, arena, lines, &out->items[i]);
    return record->code == BG_OK;
}
