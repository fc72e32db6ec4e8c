/* add: one page, one transaction. */
#include "batch.h"
#include "ids.h"
#include "place.h"
#include "prepare.h"
#include "query.h"
#include "rows.h"

static bool known(bg_record *record, const char *sha256) {
    return bg_db__any(record, bg_db__query(record, "SELECT 1 FROM pages WHERE id = 'p' || substr(?1, 1, 16) AND sha256 = ?1", "t", sha256));
}

/* How many of the page's events share their contact with an event of a page that was added before. */
static size_t count_merged(bg_record *record, const char *page) {
    sqlite3_stmt *stmt = bg_db__query(record,
        "SELECT count(*) FROM events e JOIN tellings m ON m.row = e.row WHERE " BG_OF_PAGE("e", "?1") " AND EXISTS (SELECT 1 FROM tellings o"
        " JOIN pages p ON p.id = o.page WHERE o.contact = m.contact AND p.n < " BG_NUMBER_OF("?1") ")", "t", page);
    size_t count = bg_db__row(record, stmt) ? (size_t)sqlite3_column_int64(stmt, 0) : 0;
    bg_db__done(stmt);
    return count;
}

/* Do two containers say the same of a page? */
static bool same_item(const bg_item *a, const bg_item *b) {
    return bg_string__equal(a->url, b->url) && bg_string__equal(a->type, b->type) && bg_string__equal(a->captured, b->captured) && bg_string__equal(a->title, b->title) && bg_string__equal(a->published, b->published);
}

/* Does the page itself say when it was published? */
static bool states_day(const bg_row_page *page) {
    return page->published && !bg_string__is(page->published_from, "url") && !bg_string__is(page->published_from, "container");
}

/* Of a page that does not say so, is it now said to be published where it was not, or earlier? */
static bool is_dated_now(const bg_item *now, const bg_row_page *page) {
    return now->published && !states_day(page) && (!page->item.published || strcmp(now->published, page->item.published) < 0);
}

/*
 * A further name of a page that is there. Which one is shown, and which container is believed, must not depend on which came first: it is
 * the first by name, of one name the one that knows a day, the earlier. So a page that was read as another container had it is replaced: true.
 */
static bool add_name(bg_record *record, bg_arena *arena, const bg_doc *doc, const bg_ids *ids, const char *bytes, size_t size) {
    const char *name = doc->article.source ? doc->article.source : "";
    bg_row_page page;
    if (!bg_query__page(record, arena, ids->page, &page)) return false;
    int order = strcmp(name, page.source ? page.source : "");
    bg_db__run(record, BG_ADD_SOURCE, "tt", ids->page, name);
    if (order > 0 || (!order && !is_dated_now(&doc->item, &page)) || same_item(&doc->item, &page.item)) return false;
    bg_place__again(record, arena, doc, ids, bytes, size);
    return true;
}

/* Is another article of this address in the record? */
static bool has_state(bg_record *record, const bg_ids *ids) {
    return bg_db__any(record, bg_db__query(record, "SELECT 1 FROM pages WHERE address = ? AND text_key <> ? LIMIT 1", "tt", ids->address, ids->text_key));
}

static void add(bg_record *record, bg_arena *arena, const bg_doc *doc, const bg_ids *ids, const char *bytes, size_t size, bg_added *out) {
    if (known(record, ids->sha256)) {
        out->renewed = add_name(record, arena, doc, ids, bytes, size);
        return;
    }
    if (record->code != BG_OK) return;
    if (!bg_place__page(record, arena, doc, ids, bytes, size)) {
        out->copy = true;
        return;
    }
    *out = (bg_added){.added = true, .state = ids->address && has_state(record, ids), .events = doc->event_count, .statements = doc->statement_count, .notes = doc->note_count,
                      .merged = record->batched ? 0 : count_merged(record, ids->page)};
}

bg_code bg_record_add_prepared(bg_record *record, const bg_doc *doc, const bg_prepared *prepared, const char *bytes, size_t size, bg_added *out, bg_error *err) {
    bg_added done = {0};
    bg_arena *arena = bg_arena__new();
    if (!arena) return bg_error__set(err, BG_E_NOMEM, BG_NO_BYTE, "out of memory");
    bg_db__start(record, err);
    if (bg_batch__open(record)) {
        add(record, arena, doc, bg_prepared__ids(prepared), bytes ? bytes : "", size, &done);
        if (bg_arena__failed(arena)) bg_db__nomem(record);
        bg_batch__close(record);
    }
    bg_arena__free(arena);
    if (out) *out = record->code == BG_OK ? done : (bg_added){0};
    return record->code;
}

bg_code bg_record_add(bg_record *record, const bg_doc *doc, const char *bytes, size_t size, bg_added *out, bg_error *err) {
    bg_prepared *prepared = NULL;
    bg_code code = bg_record_prepare(doc, bytes, size, &prepared, err);
    if (code == BG_OK) code = bg_record_add_prepared(record, doc, prepared, bytes, size, out, err);
    bg_prepared_free(prepared);
    return code;
}

bg_code bg_record_has(bg_record *record, const bg_item *item, bool *has, bg_error *err) {
    char sha256[BG_HEX_SHA256];
    bg_db__start(record, err);
    bg_hash__sha256(item->bytes, item->size, sha256);
    *has = bg_db__any(record, bg_db__query(record, "SELECT 1 FROM pages p JOIN sources s ON s.page = p.id WHERE p.id = 'p' || substr(?1, 1, 16) AND p.sha256 = ?1 AND s.name = ?2 AND (?3 IS NULL OR p.item_published <= ?3"
                                             " OR p.published_from NOT IN ('url', 'container'))",
                                             "ttt", sha256, item->source, item->published));
    return record->code;
}

bg_code bg_record_begin(bg_record *record, bg_error *err) {
    bg_db__start(record, err);
    record->newest = bg_db__int(record, "SELECT coalesce(max(n), 0) FROM pages");
    bg_batch__begin(record);
    return record->code;
}

/* The same for every page of the batch. */
static size_t merged_since(bg_record *record, int64_t newest) {
    bg_texts pages = {0};
    size_t count = 0;
    bg_arena *arena = bg_arena__new();
    if (!arena) return bg_db__nomem(record), 0;
    bg_db__texts(record, arena, bg_db__query(record, "SELECT id FROM pages WHERE n > ? ORDER BY n", "i", newest), &pages);
    for (size_t i = 0; i < pages.count && record->code == BG_OK; i++) count += count_merged(record, pages.items[i]);
    bg_arena__free(arena);
    return count;
}

bg_code bg_record_commit(bg_record *record, size_t *merged, bg_error *err) {
    if (!record->batched) return bg_error__set(err, BG_E_USAGE, BG_NO_BYTE, "no batch was begun, or it failed");
    bg_db__start(record, err);
    if (bg_batch__end(record) && merged) *merged = merged_since(record, record->newest);
    return record->code;
}
