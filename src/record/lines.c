/* lines: see lines.h. */
#include "lines.h"
#include "../article/repeated.h"
#include "prepare.h"
#include "rows.h"

#include <stdlib.h>

/* ------------------------------------------------------------------ the lines of a page */

static int by_number(const void *left, const void *right) {
    uint64_t a = *(const uint64_t *)left & ~(uint64_t)1, b = *(const uint64_t *)right & ~(uint64_t)1;
    return (a > b) - (a < b);
}

static void put_number(uint64_t number, unsigned char out[8]) {
    for (int i = 0; i < 8; i++) out[i] = (unsigned char)(number >> 8 * (7 - i));
}

static uint64_t get_number(const unsigned char *in) {
    uint64_t number = 0;
    for (int i = 0; i < 8; i++) number = number << 8 | in[i];
    return number;
}

/* A hash of what a page was read with, however often it recurs; NULL: nothing. */
static const char *key_of(bg_arena *arena, const uint64_t *numbers, size_t count) {
    if (!count) return NULL;
    char *hex = bg_arena__alloc(arena, BG_HEX_SHA256);
    unsigned char *bytes = bg_arena__alloc(arena, count * 8);
    if (!hex || !bytes) return NULL;
    for (size_t i = 0; i < count; i++) put_number(numbers[i] & ~(uint64_t)1, bytes + 8 * i);
    bg_hash__sha256(bytes, count * 8, hex);
    return hex;
}

/* What of a page leaves it that is read with these; of one without an outline what it is read with itself. */
static const char *left_of(bg_arena *arena, const bg_outline *outline, const uint64_t *numbers, size_t count) {
    return outline->size ? bg_outline__left(arena, outline, numbers, count) : key_of(arena, numbers, count);
}

static int64_t stored(uint64_t number) { return (int64_t)(number >> 1); }

/* The first paragraph: what is reprinted under another title has the same. */
static int64_t lead_of(const bg_doc *doc) {
    bg_span at = doc->article.body_count ? doc->article.body[0].span : (bg_span){0, 0};
    return stored(bg_line__number(doc->text + at.start, at.end - at.start));
}

bool bg_lines__pack(bg_arena *arena, const bg_doc *doc, bg_line_pack *out) {
    bg_outline page = {doc->outline, doc->outline_size, doc->lines, doc->line_count};
    if (!page.lines && (!bg_article__lines(arena, doc->text, doc->text_size, &doc->article, &page.lines, &page.line_count) ||
                        !bg_outline__make(arena, doc->text, &doc->article, page.lines, page.line_count, &page.bytes, &page.size)))
        return false;
    unsigned char *bytes = bg_arena__alloc(arena, page.line_count * 8 + 1);
    for (size_t i = 0; bytes && i < page.line_count; i++) put_number(page.lines[i], bytes + 8 * i);
    *out = (bg_line_pack){bytes, page.line_count, page.bytes, page.size, lead_of(doc), left_of(arena, &page, doc->item.repeated, doc->item.repeated_count)};
    return bytes && !bg_arena__failed(arena);
}

/* As whoever read the page has made it ready, or made now; NULL: its lines are not kept, or out of memory. */
static const bg_line_pack *pack_of(bg_record *record, bg_arena *arena, const bg_doc *doc, const bg_ids *ids, bg_line_pack *room) {
    if (!ids->host || doc->article.is_list) return NULL;
    if (ids->ready) return &ids->ready->lines;
    return bg_lines__pack(arena, doc, room) ? room : (bg_db__nomem(record), NULL);
}

void bg_lines__store(bg_record *record, bg_arena *arena, const bg_doc *doc, const bg_ids *ids) {
    bg_line_pack room = {0};
    const bg_line_pack *pack = pack_of(record, arena, doc, ids, &room);
    if (!pack) return;
    bg_db__run(record, "INSERT INTO page_lines(n, page, host, address, title, lead, read_with, lines, outline) VALUES(" BG_NUMBER_OF("?1") ",?1,?,?,?,?,?,?,?)", "ttttitbb", ids->page, ids->host,
               ids->address, doc->article.title ? doc->article.title : ids->address, pack->lead, pack->read_with, pack->bytes, pack->count * 8, pack->outline, pack->outline_size);
    bg_db__run(record, "INSERT OR IGNORE INTO changed_sites VALUES(?)", "t", ids->host);
}

void bg_lines__again(bg_record *record, bg_arena *arena, const bg_doc *doc, const bg_ids *ids) {
    bg_line_pack room = {0};
    const bg_line_pack *pack = pack_of(record, arena, doc, ids, &room);
    if (pack) bg_db__run(record, "UPDATE page_lines SET read_with = ?2, outline = ?3 WHERE " BG_ITS_NUMBER("?1"), "ttb", ids->page, pack->read_with, pack->outline, pack->outline_size);
}

void bg_lines__forget(bg_record *record, const char *page) {
    bg_db__run(record, "INSERT OR IGNORE INTO changed_sites SELECT host FROM page_lines WHERE " BG_ITS_NUMBER("?1"), "t", page);
    bg_db__run(record, "DELETE FROM page_lines WHERE " BG_ITS_NUMBER("?1"), "t", page);
}

bool bg_lines__look(bg_record *record, bg_arena *arena, const char *page, bg_line_row *out) {
    *out = (bg_line_row){0};
    sqlite3_stmt *stmt = bg_db__query(record, "SELECT host, address, title, lead, lines, EXISTS (SELECT 1 FROM changed_sites c WHERE c.host = l.host) FROM page_lines l WHERE " BG_ITS_NUMBER("?1"), "t", page);
    if (!bg_db__row(record, stmt)) return false;
    out->host = bg_db__copy(record, arena, stmt, 0);
    for (int i = 1; i < 5; i++) {
        const void *bytes = sqlite3_column_blob(stmt, i);
        out->hash = bg_hash__bytes(bytes ? bytes : "", (size_t)sqlite3_column_bytes(stmt, i), out->hash + 1);
    }
    out->changed = sqlite3_column_int(stmt, 5);
    bg_db__done(stmt);
    return record->code == BG_OK;
}

void bg_lines__came_back(bg_record *record, bg_arena *arena, const char *page, const bg_line_row *before) {
    bg_line_row now;
    if (!before->host || before->changed || !bg_lines__look(record, arena, page, &now)) return;
    if (bg_string__equal(now.host, before->host) && now.hash == before->hash) bg_db__run(record, "DELETE FROM changed_sites WHERE host = ?", "t", before->host);
}

/* The numbers in a row's column. */
static void take_numbers(bg_record *record, bg_arena *arena, sqlite3_stmt *stmt, int column, bg_numbers *out) {
    const unsigned char *bytes = sqlite3_column_blob(stmt, column);
    size_t count = (size_t)sqlite3_column_bytes(stmt, column) / 8;
    *out = (bg_numbers){0};
    if (count && (!bytes || !BG_RESERVE(arena, out, count))) {
        bg_db__nomem(record);
        return;
    }
    for (size_t i = 0; i < count; i++) out->items[i] = get_number(bytes + 8 * i);
    out->count = count;
}

/* Those that the reader keeps and `recur` has, which is in ascending order, as it has them. */
static void keep_recurring(bg_arena *arena, const bg_outline *page, const bg_numbers *recur, bg_numbers *out) {
    for (size_t i = 0; recur->count && i < page->line_count; i++) {
        const uint64_t *found = page->lines[i] & 1 ? bsearch(&page->lines[i], recur->items, recur->count, sizeof *recur->items, by_number) : NULL;
        uint64_t *slot = found ? BG_PUSH(arena, out) : NULL;
        if (slot) *slot = *found;
    }
}

bool bg_lines__recurs(bg_record *record, const char *host, uint64_t number, bool *often) {
    sqlite3_stmt *stmt = bg_db__query(record, "SELECT often FROM site_lines WHERE host = ? AND number = ?", "ti", host, stored(number));
    bool found = bg_db__row(record, stmt);
    if (found) *often = sqlite3_column_int(stmt, 0);
    bg_db__done(stmt);
    return found;
}

/* Line by line: what recurs on a site grows with the site, what is kept of a page does not. */
void bg_lines__of(bg_record *record, bg_arena *arena, const char *page, bg_numbers *out) {
    bg_numbers lines = {0};
    const char *host = NULL;
    *out = (bg_numbers){0};
    sqlite3_stmt *stmt = bg_db__query(record, "SELECT host, lines FROM page_lines WHERE " BG_ITS_NUMBER("?1"), "t", page);
    if (bg_db__row(record, stmt)) {
        host = bg_db__copy(record, arena, stmt, 0);
        take_numbers(record, arena, stmt, 1, &lines);
    }
    bg_db__done(stmt);
    for (size_t i = 0; host && lines.items && i < lines.count; i++) {
        bool often;
        if (!(lines.items[i] & 1) || !bg_lines__recurs(record, host, lines.items[i], &often)) continue;
        uint64_t *slot = BG_PUSH(arena, out);
        if (slot) *slot = (lines.items[i] & ~(uint64_t)1) | often;
        else bg_db__nomem(record);
    }
}

/* A row's lines with its outline, from these columns. */
static bg_outline take_outline(bg_record *record, bg_arena *arena, sqlite3_stmt *stmt, int lines, int outline) {
    bg_numbers numbers;
    take_numbers(record, arena, stmt, lines, &numbers);
    bg_outline out = {.lines = numbers.items, .line_count = numbers.count};
    const void *bytes = sqlite3_column_blob(stmt, outline);
    if (bytes) out.size = (size_t)sqlite3_column_bytes(stmt, outline), out.bytes = bg_arena__copy(arena, bytes, out.size);
    if (bytes && !out.bytes) bg_db__nomem(record);
    return out;
}

bool bg_lines__read_with(bg_record *record, bg_arena *arena, const char *page, const bg_numbers *numbers) {
    bg_outline outline = {0};
    const char *with = NULL;
    sqlite3_stmt *stmt = bg_db__query(record, "SELECT read_with, lines, outline FROM page_lines WHERE " BG_ITS_NUMBER("?1"), "t", page);
    if (bg_db__row(record, stmt)) {
        with = bg_db__copy(record, arena, stmt, 0);
        outline = take_outline(record, arena, stmt, 1, 2);
    }
    bg_db__done(stmt);
    return record->code == BG_OK && bg_string__equal(with, left_of(arena, &outline, numbers->items, numbers->count));
}

/* ------------------------------------------------------------------ what recurs on a site */

typedef struct site_page {
    const char *id, *read_with;
    uint64_t address, title, lead; /* hashes */
    bg_outline outline;
} site_page;

typedef struct line {
    uint64_t number; /* with its flag */
    uint32_t page;
} line;

typedef struct site {
    bg_record *record;
    bg_arena *arena;
    const char *host;
    BG_VEC(site_page) pages;
    BG_VEC(line) lines; /* of all pages */
    bg_numbers recur;
} site;

static uint64_t hash_of(bg_record *record, sqlite3_stmt *stmt, int column) {
    const char *text = bg_db__text(record, stmt, column);
    return text ? bg_hash__bytes(text, strlen(text), 0) : 0;
}

static void load_pages(site *s) {
    bg_record *record = s->record;
    sqlite3_stmt *stmt = bg_db__query(record, "SELECT page, read_with, address, title, lines, lead, outline FROM page_lines WHERE host = ? ORDER BY page", "t", s->host);
    while (bg_db__row(record, stmt)) {
        site_page *page = BG_PUSH(s->arena, &s->pages);
        if (!page) {
            bg_db__nomem(record);
            continue;
        }
        *page = (site_page){.id = bg_db__copy(record, s->arena, stmt, 0), .read_with = bg_db__copy(record, s->arena, stmt, 1), .address = hash_of(record, stmt, 2),
                            .title = hash_of(record, stmt, 3), .lead = (uint64_t)sqlite3_column_int64(stmt, 5) << 1, .outline = take_outline(record, s->arena, stmt, 4, 6)};
    }
}

static int by_line(const void *left, const void *right) {
    const line *a = left, *b = right;
    int order = by_number(&a->number, &b->number);
    return order ? order : (a->page > b->page) - (a->page < b->page);
}

static void sort_lines(site *s) {
    size_t count = 0;
    for (size_t i = 0; i < s->pages.count; i++) count += s->pages.items[i].outline.line_count;
    if (!BG_RESERVE(s->arena, &s->lines, count + 1)) {
        bg_db__nomem(s->record);
        return;
    }
    for (size_t i = 0; i < s->pages.count; i++)
        for (size_t k = 0; k < s->pages.items[i].outline.line_count; k++) s->lines.items[s->lines.count++] = (line){s->pages.items[i].outline.lines[k], (uint32_t)i};
    if (count) qsort(s->lines.items, count, sizeof *s->lines.items, by_line);
}

static size_t count_distinct(uint64_t *numbers, size_t count) {
    size_t distinct = 0;
    qsort(numbers, count, sizeof *numbers, by_number);
    for (size_t i = 0; i < count; i++) distinct += !i || by_number(&numbers[i], &numbers[i - 1]) != 0;
    return distinct;
}

/* On how many articles that differ in address, in title and in their first paragraph do these pages agree? `room` holds as many numbers as there are lines. */
static size_t count_articles(const site *s, const line *lines, size_t count, uint64_t *room) {
    size_t least = count;
    for (int by = 0; by < 3; by++) {
        for (size_t i = 0; i < count; i++) {
            const site_page *page = &s->pages.items[lines[i].page];
            room[i] = by == 0 ? page->address : by == 1 ? page->title : page->lead;
        }
        size_t distinct = count_distinct(room, count);
        if (distinct < least) least = distinct;
    }
    return least;
}

/* Write what recurs, and keep it in s->recur. */
static void find_recurring(site *s) {
    uint64_t *room = bg_arena__alloc(s->arena, (s->lines.count + 1) * sizeof *room);
    bg_db__run(s->record, "DELETE FROM site_lines WHERE host = ?", "t", s->host);
    for (size_t i = 0, end; room && i < s->lines.count && s->record->code == BG_OK; i = end) {
        size_t kept = 0;
        for (end = i; end < s->lines.count && by_number(&s->lines.items[end].number, &s->lines.items[i].number) == 0; end++) kept += s->lines.items[end].number & 1;
        size_t articles = end - i < BG_LINES_RECUR ? 0 : count_articles(s, &s->lines.items[i], end - i, room);
        if (articles < BG_LINES_RECUR) continue;
        uint64_t *slot = BG_PUSH(s->arena, &s->recur);
        bool often = bg_lines__often(articles, s->pages.count);
        if (slot) *slot = (s->lines.items[i].number & ~(uint64_t)1) | often;
        bg_db__run(s->record, "INSERT INTO site_lines(host, number, pages, kept, often) VALUES(?,?,?,?,?)", "tinni", s->host, stored(s->lines.items[i].number), articles, kept, (int64_t)often);
    }
    if (!room) bg_db__nomem(s->record);
}

/* Pages that other lines are to leave than did. */
static void mark_stale(site *s) {
    for (size_t i = 0; i < s->pages.count && s->record->code == BG_OK; i++) {
        const site_page *page = &s->pages.items[i];
        bg_numbers with = {0};
        keep_recurring(s->arena, &page->outline, &s->recur, &with);
        if (!bg_string__equal(page->read_with, left_of(s->arena, &page->outline, with.items, with.count))) bg_db__run(s->record, "UPDATE pages SET stale = 1 WHERE id = ?", "t", page->id);
    }
}

static void settle_site(bg_record *record, const char *host) {
    site s = {.record = record, .arena = bg_arena__new(), .host = host};
    if (!s.arena) {
        bg_db__nomem(record);
        return;
    }
    if (bg_db__run(record, "BEGIN IMMEDIATE", "")) {
        load_pages(&s);
        sort_lines(&s);
        if (record->code == BG_OK) find_recurring(&s);
        mark_stale(&s);
        bg_db__run(record, "DELETE FROM changed_sites WHERE host = ?", "t", host);
        if (bg_arena__failed(s.arena)) bg_db__nomem(record);
        bg_db__run(record, "COMMIT", "");
        bg_db__undo(record);
    }
    bg_arena__free(s.arena);
}

void bg_lines__settle(bg_record *record) {
    bg_texts hosts = {0};
    bg_arena *arena = bg_arena__new();
    if (!arena) {
        bg_db__nomem(record);
        return;
    }
    bg_db__texts(record, arena, bg_db__query(record, "SELECT host FROM changed_sites ORDER BY host", ""), &hosts);
    for (size_t i = 0; i < hosts.count && record->code == BG_OK; i++) settle_site(record, hosts.items[i]);
    bg_arena__free(arena);
}
