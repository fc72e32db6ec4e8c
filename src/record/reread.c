/*
 * reread: pages that another reader read are read again, and what is read now takes the place of what was. One transaction a page: its
 * facts go, the contacts they were in are made again from what is left, then the page is stored as if it were new.
 */
#include "group.h"
#include "query.h"
#include "store.h"

typedef struct rereader {
    bg_record *record;
    const bg_data *data;
    bg_reread *sum;
} rereader;

typedef BG_VEC(const char *) texts;

/* First column of every row. */
static void load(bg_record *record, bg_arena *arena, sqlite3_stmt *stmt, texts *out) {
    while (bg_db__row(record, stmt)) {
        const char **item = BG_PUSH(arena, out);
        if (item) *item = bg_db__copy(record, arena, stmt, 0);
        else bg_db__nomem(record);
    }
}

/* Everything that was read from the page and the page itself; not the contacts of its events, which bg_group__forget() takes. */
static void drop_page(bg_record *record, const char *page) {
    bg_db__run(record, "DELETE FROM search WHERE rowid IN (SELECT passage FROM temp.passages WHERE page = ?)", "t", page);
    bg_db__run(record, "DELETE FROM ranges WHERE page = ?", "t", page);
    bg_db__run(record, "DELETE FROM topics WHERE statement IN (SELECT id FROM statements WHERE page = ?)", "t", page);
    bg_db__run(record, "DELETE FROM refers WHERE statement IN (SELECT id FROM statements WHERE page = ?)", "t", page);
    bg_db__run(record, "DELETE FROM statements WHERE page = ?", "t", page);
    bg_db__run(record, "DELETE FROM participants WHERE event IN (SELECT id FROM events WHERE page = ?)", "t", page);
    bg_db__run(record, "DELETE FROM event_words WHERE event IN (SELECT id FROM events WHERE page = ?)", "t", page);
    bg_db__run(record, "DELETE FROM events WHERE page = ?", "t", page);
    bg_db__run(record, "DELETE FROM offices WHERE entity IN (SELECT id FROM entities WHERE page = ?)", "t", page);
    bg_db__run(record, "DELETE FROM entities WHERE page = ?", "t", page);
    bg_db__run(record, "DELETE FROM sources WHERE page = ?", "t", page);
    bg_db__run(record, "DELETE FROM pages WHERE id = ?", "t", page);
}

static bool is_there(bg_record *record, const char *event) {
    sqlite3_stmt *stmt = bg_db__query(record, "SELECT 1 FROM events WHERE id = ?", "t", event);
    bool found = bg_db__row(record, stmt);
    bg_db__done(stmt);
    return found;
}

static void replace(bg_record *record, bg_arena *arena, const bg_doc *doc, const bg_ids *ids, const bg_buf *bytes) {
    texts names = {0}, events = {0};
    bg_event_ids near = {0};
    load(record, arena, bg_db__query(record, "SELECT name FROM sources WHERE page = ?", "t", ids->page), &names);
    load(record, arena, bg_db__query(record, "SELECT id FROM events WHERE page = ?", "t", ids->page), &events);
    for (size_t i = 0; i < events.count && record->code == BG_OK; i++) bg_group__connected(record, arena, events.items[i], &near);
    for (size_t i = 0; i < near.count; i++) bg_group__forget(record, near.items[i]);
    drop_page(record, ids->page);
    bg_store__page(record, arena, doc, ids, bytes->bytes, bytes->size);
    for (size_t i = 0; i < names.count; i++)
        bg_db__run(record, "INSERT OR IGNORE INTO sources(page, name) VALUES(?,?)", "tt", ids->page, names.items[i]);
    for (size_t i = 0; i < doc->event_count; i++) bg_group__event(record, ids->events[i]);
    for (size_t i = 0; i < near.count && record->code == BG_OK; i++)
        if (is_there(record, near.items[i])) bg_group__event(record, near.items[i]);
}

/* What a reading of a page is: every range with its field and rule, a line each. */
static void ranges_of(bg_record *record, const char *page, bg_buf *out) {
    sqlite3_stmt *stmt = bg_db__query(record, "SELECT owner || ' ' || n || ' ' || field || ' ' || coalesce(range_start, '') || ' ' ||"
                                      " coalesce(range_end, '') || ' ' || coalesce(rule, '') FROM ranges WHERE page = ? ORDER BY owner, n", "t", page);
    while (bg_db__row(record, stmt)) bg_buf__print(out, "%s\n", bg_db__text(record, stmt, 0));
    if (out->failed) bg_db__nomem(record);
}

static void reread_doc(rereader *r, bg_arena *arena, const bg_doc *doc, const bg_buf *bytes) {
    bg_record *record = r->record;
    bg_ids ids;
    bg_buf before, after;
    if (!bg_ids__make(arena, doc, bytes->bytes, bytes->size, &ids)) {
        bg_db__nomem(record);
        return;
    }
    bg_buf__init(&before, BG_PAGE_MAX * 4);
    bg_buf__init(&after, BG_PAGE_MAX * 4);
    if (bg_db__run(record, "BEGIN IMMEDIATE", "")) {
        ranges_of(record, ids.page, &before);
        replace(record, arena, doc, &ids, bytes);
        ranges_of(record, ids.page, &after);
        if (bg_arena__failed(arena)) bg_db__nomem(record);
        bg_db__run(record, "COMMIT", "");
        bg_db__undo(record);
    }
    if (record->code == BG_OK) {
        r->sum->reread++;
        r->sum->changed += before.size != after.size || memcmp(before.bytes, after.bytes, before.size) != 0;
    }
    bg_buf__free(&before);
    bg_buf__free(&after);
}

static void reread_page(rereader *r, bg_arena *arena, const char *id) {
    bg_row_page page;
    bg_buf bytes, text;
    bg_doc *doc = NULL;
    bool damaged;
    if (!bg_query__page(r->record, arena, id, &page)) return;
    if (!bg_query__page_bytes(r->record, id, &bytes, &text, &damaged)) {
        if (damaged) bg_db__start(r->record, r->record->err), r->sum->unreadable++; /* verify tells of it */
        return;
    }
    bg_code code = bg_doc_read(r->data, page.source ? page.source : "", bytes.bytes, bytes.size, &doc, NULL);
    if (code == BG_E_NOMEM) bg_db__nomem(r->record);
    else if (code != BG_OK) r->sum->unreadable++;
    if (code == BG_OK && (!page.reader || strcmp(page.reader, doc->reader) != 0)) reread_doc(r, arena, doc, &bytes);
    bg_doc_free(doc);
    bg_buf__free(&bytes);
    bg_buf__free(&text);
}

/* The index of passages has no key but its rows. */
static void list_passages(bg_record *record) {
    bg_db__script(record, "DROP TABLE IF EXISTS temp.passages; CREATE TEMP TABLE passages AS SELECT page, rowid AS passage FROM search;"
                          " CREATE INDEX temp.passages_page ON passages(page);");
}

bg_code bg_record_reread(bg_record *record, const bg_data *data, bg_reread *out, bg_error *err) {
    bg_reread sum = {0};
    rereader r = {record, data, &sum};
    texts pages = {0};
    bg_arena *arena = bg_arena__new();
    if (!arena) return bg_error__set(err, BG_E_NOMEM, BG_NO_BYTE, "out of memory");
    bg_db__start(record, err);
    list_passages(record);
    load(record, arena, bg_db__query(record, "SELECT id FROM pages ORDER BY id", ""), &pages);
    for (size_t i = 0; i < pages.count && record->code == BG_OK; i++) {
        bg_arena *own = bg_arena__new();
        if (own) reread_page(&r, own, pages.items[i]);
        else bg_db__nomem(record);
        bg_arena__free(own);
        sum.pages++;
    }
    bg_arena__free(arena);
    if (out) *out = sum;
    return record->code;
}
