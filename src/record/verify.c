/*
 * verify: three checks of each page. The stored bytes have their hash; every stored range gives its stored text, also in
 * the search index; reading the page again gives the same ranges. And one of the whole: what a row refers to is there (SQLite does not ask for each row that is
 * written: that would cost a look-up a reference).
 */
#include "fold.h"
#include "lines.h"
#include "query.h"
#include "ranges.h"
#include "rows.h"

#include <stdlib.h>

typedef struct checker {
    bg_record *record;
    const bg_data *data;
    bg_fault_fn *report;
    void *context;
    bg_verified *sum;
    const char *page, *source, *reader; /* the one being checked, and who read it */
    const char *text;
    size_t size;
    bool other;       /* another reader read the page: what it reads otherwise is no fault */
    size_t otherwise; /* how much of it */
} checker;

static void fault(checker *c, const char *fact, const char *field, bg_span span, const char *problem) {
    if (c->record->code != BG_OK) return; /* it may be no fault at all */
    bg_fault found = {.page = c->page, .source = c->source, .fact = fact, .field = field, .span = span, .problem = problem};
    c->sum->faults++;
    if (c->report) c->report(c->context, &found);
}

/* What reading again gives otherwise. */
static void difference(checker *c, const char *fact, const char *field, bg_span span, const char *problem) {
    c->otherwise++;
    if (!c->other) fault(c, fact, field, span, problem);
}

/* Inside the page, and not in the middle of a letter. */
static bool whole(const checker *c, bg_span span) {
    if (span.start > span.end || span.end > c->size) return false;
    bool start = span.start == c->size || ((unsigned char)c->text[span.start] & 0xC0) != 0x80;
    return start && (span.end == c->size || ((unsigned char)c->text[span.end] & 0xC0) != 0x80);
}

static bool gives(const checker *c, bg_span span, const char *text, size_t size) {
    return size == bg_ranges__copy_size(c->text, span) && memcmp(c->text + span.start, text, size) == 0;
}

/* ------------------------------------------------------------------ stored ranges */

/* The words in which the ranges lie are the page's. */
static void check_words(checker *c) {
    sqlite3_stmt *stmt = bg_db__query(c->record, "SELECT start, start + length(CAST(text AS BLOB)), text FROM page_ranges WHERE " BG_ITS_NUMBER("?") " AND text IS NOT NULL", "t", c->page);
    if (bg_db__row(c->record, stmt)) {
        bg_span span = bg_db__span(stmt, 0);
        const char *text = bg_db__text(c->record, stmt, 2);
        if (!whole(c, span) || !text || memcmp(c->text + span.start, text, span.end - span.start) != 0) fault(c, c->page, NULL, span, "range.text");
    }
    bg_db__done(stmt);
}

static void check_ranges(checker *c) {
    check_words(c);
    sqlite3_stmt *stmt = bg_db__query(c->record, "SELECT owner, field, range_start, range_end FROM ranges WHERE page = ? AND range_end IS NOT NULL", "t", c->page);
    while (bg_db__row(c->record, stmt)) {
        bg_span span = bg_db__span(stmt, 2);
        c->sum->ranges++;
        if (!whole(c, span)) fault(c, bg_db__text(c->record, stmt, 0), bg_db__text(c->record, stmt, 1), span, "range.outside");
    }
}

static bool search_same(const checker *c, sqlite3_stmt *stmt, bg_span span) {
    bg_buf exact;
    bg_buf__init(&exact, BG_PAGE_MAX * 2);
    bg_text__nfc(c->text + span.start, span.end - span.start, &exact);
    const char *stored = bg_db__text(c->record, stmt, 2);
    size_t size = (size_t)sqlite3_column_bytes(stmt, 2);
    if (exact.failed) bg_db__nomem(c->record);
    bool same = size == exact.size && (size == 0 || memcmp(stored, exact.bytes, size) == 0);
    bg_buf__free(&exact);
    return same;
}

/* The index has no key but its rows; each page's rows are checked in one pass over it all. */
static void check_search(checker *c, sqlite3_stmt *stmt) {
    bg_span span = bg_db__span(stmt, 0);
    if (!whole(c, span)) fault(c, c->page, "search", span, "range.outside");
    else if (!search_same(c, stmt, span)) fault(c, c->page, "search", span, "search.text");
}

/* What stands with a fact of its ranges is one of them. */
static void check_places(checker *c) {
    sqlite3_stmt *stmt = bg_db__query(c->record,
        "SELECT id, field, said_start, said_end FROM (SELECT id, 'content' AS field, range_start AS said_start, range_end AS said_end FROM statements s WHERE " BG_OF_PAGE("s", "?1")
        " UNION ALL SELECT id, 'evidence', said_start, said_end FROM statements s WHERE " BG_OF_PAGE("s", "?1")
        " UNION ALL SELECT id, 'evidence', said_start, said_end FROM events e WHERE " BG_OF_PAGE("e", "?1")
        " UNION ALL SELECT id, 'evidence', said_start, said_end FROM items i WHERE " BG_OF_PAGE("i", "?1") ") WHERE said_end IS NOT NULL"
        " EXCEPT SELECT owner, field, range_start, range_end FROM ranges WHERE page = ?1", "t", c->page);
    while (bg_db__row(c->record, stmt)) fault(c, bg_db__text(c->record, stmt, 0), bg_db__text(c->record, stmt, 1), bg_db__span(stmt, 2), "fact.range");
}

/* Every statement's content is that of its range, every event and statement has a range. */
static void check_facts(checker *c) {
    sqlite3_stmt *stmt = bg_db__query(c->record,
        "SELECT id FROM (SELECT id FROM events e WHERE " BG_OF_PAGE("e", "?1") " UNION ALL SELECT id FROM statements s WHERE " BG_OF_PAGE("s", "?1") ") f"
        " WHERE id NOT IN (SELECT owner FROM ranges WHERE page = ?1 AND range_end IS NOT NULL)",
        "t", c->page);
    while (bg_db__row(c->record, stmt)) fault(c, bg_db__text(c->record, stmt, 0), NULL, (bg_span){0}, "fact.range");
    stmt = bg_db__query(c->record, "SELECT id, range_start, range_end, coalesce(content, '') FROM statements s WHERE " BG_OF_PAGE("s", "?1") " AND range_end IS NOT NULL", "t", c->page);
    while (bg_db__row(c->record, stmt)) {
        bg_span span = bg_db__span(stmt, 1);
        const char *content = bg_db__text(c->record, stmt, 3);
        if (content && (!whole(c, span) || !gives(c, span, content, (size_t)sqlite3_column_bytes(stmt, 3)))) fault(c, bg_db__text(c->record, stmt, 0), "content", span, "range.text");
    }
    check_places(c);
}

/* ------------------------------------------------------------------ reading again */

typedef struct range_list {
    bg_arena *arena;
    BG_VEC(bg_range) items;
} range_list;

static bool keep_range(void *context, const bg_range *range) {
    range_list *list = context;
    bg_range *item = BG_PUSH(list->arena, &list->items);
    if (item) *item = *range;
    return item != NULL;
}

static int by_owner(const void *left, const void *right) {
    const bg_range *a = left, *b = right;
    int order = strcmp(a->owner, b->owner);
    return order ? order : (a->n > b->n) - (a->n < b->n);
}

static bool same_text(const char *a, const char *b) { return a == b || (a && b && strcmp(a, b) == 0); }

static bool same_range(checker *c, const bg_range *range, sqlite3_stmt *stmt) {
    bg_span stored = bg_db__span(stmt, 3), span = range->span.end ? range->span : (bg_span){0};
    return same_text(range->field, bg_db__text(c->record, stmt, 2)) && same_text(range->rule, bg_db__text(c->record, stmt, 5)) &&
           stored.start == span.start && stored.end == span.end;
}

/* Both lists in the order of owner and n: walk them side by side. */
static void compare(checker *c, const bg_range *again, size_t count) {
    size_t at = 0;
    if (!again) count = 0;
    sqlite3_stmt *stmt = bg_db__query(c->record,
        "SELECT owner, n, field, coalesce(range_start, 0), coalesce(range_end, 0), rule FROM ranges WHERE page = ?"
        " ORDER BY owner, n", "t", c->page);
    while (bg_db__row(c->record, stmt)) {
        bg_range stored = {.owner = bg_db__text(c->record, stmt, 0), .n = (size_t)sqlite3_column_int64(stmt, 1)};
        while (at < count && by_owner(&again[at], &stored) < 0) {
            difference(c, again[at].owner, again[at].field, again[at].span, "read.added");
            at++;
        }
        bool there = at < count && by_owner(&again[at], &stored) == 0;
        if (!there) difference(c, stored.owner, bg_db__text(c->record, stmt, 2), bg_db__span(stmt, 3), "read.missing");
        else if (!same_range(c, &again[at], stmt)) difference(c, stored.owner, bg_db__text(c->record, stmt, 2), bg_db__span(stmt, 3), "read.changed");
        at += there;
    }
    for (; at < count; at++) difference(c, again[at].owner, again[at].field, again[at].span, "read.added");
}

static void tell_outdated(checker *c) {
    bg_fault page = {.page = c->page, .source = c->source, .fact = c->page, .problem = "read.outdated"};
    c->sum->outdated++;
    if (c->report && c->record->code == BG_OK) c->report(c->context, &page);
}

static void read_again(checker *c, bg_arena *arena, const bg_row_page *page, const bg_buf *bytes) {
    bg_doc *doc = NULL;
    bg_ids ids;
    range_list list = {.arena = arena};
    bg_item item = page->item;
    bg_numbers with;
    bg_lines__of(c->record, arena, c->page, &with);
    bool settled = bg_lines__read_with(c->record, arena, c->page, &with);
    item.bytes = bytes->bytes, item.size = bytes->size;
    item.repeated = with.items, item.repeated_count = with.count;
    bg_code code = bg_doc_read_item(c->data, &item, &doc, NULL);
    if (code == BG_E_NOMEM) bg_db__nomem(c->record);
    if (code != BG_OK) {
        fault(c, c->page, NULL, (bg_span){0}, "read.failed");
        return;
    }
    c->other = page->stale || !settled || !c->reader || strcmp(c->reader, doc->reader) != 0;
    c->otherwise = 0;
    bool made = bg_ids__make(arena, doc, bytes->bytes, bytes->size, &ids);
    if (made && !(same_text(page->address, ids.address) && same_text(page->text_key, ids.text_key))) difference(c, c->page, "text", (bg_span){0}, "read.changed");
    if (page->copy_of && made) {
        if (c->other && c->otherwise) tell_outdated(c);
    } else if (made && bg_ranges__each(doc, &ids, keep_range, &list)) {
        if (list.items.count) qsort(list.items.items, list.items.count, sizeof *list.items.items, by_owner);
        compare(c, list.items.items, list.items.count);
        if (c->other && c->otherwise) tell_outdated(c);
    } else bg_db__nomem(c->record);
    bg_doc_free(doc);
}

/* ------------------------------------------------------------------ pages */

static bool hash_right(const checker *c, const bg_row_page *page, const bg_buf *bytes) {
    char hex[BG_HEX_SHA256];
    bg_hash__sha256(bytes->bytes, bytes->size, hex);
    return strcmp(hex, page->sha256) == 0 && strncmp(hex, c->page + 1, 16) == 0;
}

static void check_text(checker *c, bg_arena *arena, const bg_row_page *page, const bg_buf *bytes) {
    if (!hash_right(c, page, bytes)) fault(c, c->page, NULL, (bg_span){0}, "page.hash");
    check_ranges(c);
    check_facts(c);
    if (c->data) read_again(c, arena, page, bytes);
}

/* Unpack the page and check it. */
static void check_page(checker *c, const char *id) {
    bg_arena *arena = bg_arena__new();
    bg_row_page page;
    bg_buf bytes, text;
    bool damaged = false;
    if (!arena) {
        bg_db__nomem(c->record);
        return;
    }
    if (bg_query__page(c->record, arena, id, &page)) {
        c->page = page.id;
        c->source = page.source ? page.source : "";
        c->reader = page.reader;
        c->sum->pages++;
        if (bg_query__page_bytes(c->record, id, &bytes, &text, &damaged)) {
            c->text = text.bytes ? text.bytes : bytes.bytes;
            c->size = text.bytes ? text.size : bytes.size;
            check_text(c, arena, &page, &bytes);
            bg_buf__free(&bytes);
            bg_buf__free(&text);
        } else if (damaged) {
            bg_db__start(c->record, c->record->err); /* the page's fault, not the file's: go on */
            fault(c, c->page, NULL, (bg_span){0}, "page.damaged");
        }
    }
    if (bg_arena__failed(arena)) bg_db__nomem(c->record);
    bg_arena__free(arena);
}

static void each_page(checker *c, bg_arena *arena) {
    bg_texts ids = {0};
    bg_db__texts(c->record, arena, bg_db__query(c->record, "SELECT id FROM pages ORDER BY id", ""), &ids);
    for (size_t i = 0; ids.items && i < ids.count && c->record->code == BG_OK; i++) check_page(c, ids.items[i]);
}

/* Has the index a passage that its page does not give? Pages come in runs, so each is unpacked about once. */
static void each_passage(checker *c) {
    char unpacked[18] = "";
    bg_buf bytes = {0}, text = {0};
    bool damaged = false;
    sqlite3_stmt *stmt = bg_db__query(c->record,
        "SELECT s.range_start, s.range_end, s.exact, s.page, coalesce((SELECT min(name) FROM sources x WHERE x.page = s.page),"
        " '') FROM search s ORDER BY s.rowid", "");
    while (bg_db__row(c->record, stmt)) {
        c->page = bg_db__text(c->record, stmt, 3);
        if (!c->page) c->page = "";
        c->source = bg_db__text(c->record, stmt, 4);
        if (strcmp(unpacked, c->page) != 0) {
            bg_buf__free(&bytes);
            bg_buf__free(&text);
            snprintf(unpacked, sizeof unpacked, "%s", c->page);
            if (!bg_query__page_bytes(c->record, c->page, &bytes, &text, &damaged) && damaged) bg_db__start(c->record, c->record->err);
        }
        c->text = text.bytes ? text.bytes : bytes.bytes;
        c->size = text.bytes ? text.size : bytes.size;
        if (c->text) check_search(c, stmt);
    }
    bg_buf__free(&bytes);
    bg_buf__free(&text);
}

/* Facts that do not lie with their page; lists that name entities which are not there. */
#define ASTRAY(table) \
    " UNION SELECT '" table "' WHERE EXISTS (SELECT 1 FROM " table " f WHERE NOT EXISTS (SELECT 1 FROM pages p WHERE p.n = f.row >> " BG_ROW_BITS_SQL " AND p.id = f.page))"
#define NAMES_NOBODY(list, table, number) \
    " UNION SELECT '" list "' WHERE EXISTS (SELECT 1 FROM " table " f, json_each(f." list ") t WHERE NOT EXISTS (SELECT 1 FROM entities e" \
    " WHERE e.row = (f.row >> " BG_ROW_BITS_SQL " << " BG_ROW_BITS_SQL ") + " number "))"

static void check_references(checker *c) {
    sqlite3_stmt *stmt = bg_db__query(c->record, "SELECT \"table\" FROM pragma_foreign_key_check" ASTRAY("entities") ASTRAY("events") ASTRAY("statements") ASTRAY("items")
                                      NAMES_NOBODY("participants", "events", "(t.value ->> 0)") NAMES_NOBODY("refers", "statements", "t.value"), "");
    c->page = c->source = "";
    while (bg_db__row(c->record, stmt)) fault(c, bg_db__text(c->record, stmt, 0), NULL, (bg_span){0}, "row.lost");
}

/* SQLite's own check of the file comes first: a torn page of the file shows as faults that mislead. */
static void check_file(bg_record *record) {
    sqlite3_stmt *stmt = bg_db__query(record, "PRAGMA quick_check(1)", "");
    const char *found = bg_db__row(record, stmt) ? bg_db__text(record, stmt, 0) : NULL;
    if (found && strstr(found, "error code=7")) bg_db__nomem(record); /* SQLITE_NOMEM, told as a finding */
    else if (found && strcmp(found, "ok") != 0)
        record->code = bg_error__set(record->err, BG_E_RECORD, BG_NO_BYTE, "record '%s': %s", record->path, found);
    bg_db__done(stmt);
}

bg_code bg_record_verify(bg_record *record, const bg_data *data, bg_fault_fn *report, void *context, bg_verified *out,
                         bg_error *err) {
    checker c = {.record = record, .data = data, .report = report, .context = context, .sum = out};
    bg_arena *arena = bg_arena__new();
    *out = (bg_verified){0};
    if (!arena) return bg_error__set(err, BG_E_NOMEM, BG_NO_BYTE, "out of memory");
    bg_db__start(record, err);
    check_file(record);
    each_page(&c, arena);
    each_passage(&c);
    check_references(&c);
    if (bg_arena__failed(arena)) bg_db__nomem(record);
    bg_arena__free(arena);
    return record->code;
}
