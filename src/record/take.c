/*
 * take: the pages of another record into this one. Each is read from that record's own bytes and added like a page of a file, in a transaction of its own, so that what is interrupted
 * is gone on with by doing it again: pages that are here with all their names are passed over unread.
 */
#include "decide.h"
#include "query.h"
#include "rows.h"
#include "settle.h"

typedef struct taker {
    bg_record *into, *from;
    const bg_data *data;
    bg_taken *sum;
} taker;

static bool has_page(bg_record *record, const char *id) { return bg_db__any(record, bg_db__query(record, "SELECT 1 FROM pages WHERE id = ?", "t", id)); }

/* A failure of the other record ends the work as one of this record does. */
static bool sound(taker *t) {
    if (t->from->code != BG_OK && t->into->code == BG_OK) t->into->code = t->from->code;
    return t->into->code == BG_OK;
}

/* The names that the page is not known by here; *first: one of them comes before all that it is known by. */
static void missing_names(taker *t, bg_arena *arena, const char *id, bg_texts *out, bool *first) {
    bg_texts names = {0};
    sqlite3_stmt *stmt = bg_db__query(t->into, "SELECT min(name) FROM sources WHERE page = ?", "t", id);
    const char *least = bg_db__row(t->into, stmt) ? bg_db__copy(t->into, arena, stmt, 0) : NULL;
    bg_db__done(stmt);
    bg_db__texts(t->from, arena, bg_db__query(t->from, "SELECT name FROM sources WHERE page = ? ORDER BY name", "t", id), &names);
    for (size_t i = 0; names.items && i < names.count && sound(t); i++) {
        if (bg_db__any(t->into, bg_db__query(t->into, "SELECT 1 FROM sources WHERE page = ? AND name = ?", "tt", id, names.items[i]))) continue;
        const char **item = BG_PUSH(arena, out);
        if (item) *item = names.items[i];
    }
    *first = out->items && (!least || strcmp(out->items[0], least) < 0);
}

/* Read it from the other record and add it here under its first name. */
static void add_page(taker *t, bg_arena *arena, const char *id) {
    bg_row_page page;
    bg_buf bytes, text;
    bg_doc *doc = NULL;
    bg_added added = {0};
    bool damaged;
    if (!bg_query__page(t->from, arena, id, &page)) return;
    if (!bg_query__page_bytes(t->from, id, &bytes, &text, &damaged)) {
        if (damaged) bg_db__start(t->from, t->from->err), t->sum->unreadable++; /* verify tells of it */
        return;
    }
    page.item.bytes = bytes.bytes, page.item.size = bytes.size;
    bg_code code = bg_doc_read_item(t->data, &page.item, &doc, NULL);
    if (code == BG_E_NOMEM) bg_db__nomem(t->into);
    else if (code) t->sum->unreadable++;
    else if (!bg_record_add(t->into, doc, bytes.bytes, bytes.size, &added, t->into->err)) t->sum->added += added.added || added.copy;
    bg_doc_free(doc);
    bg_buf__free(&bytes);
    bg_buf__free(&text);
}

static void take_page(taker *t, const char *id) {
    bg_arena *arena = bg_arena__new();
    bg_texts names = {0};
    bool first = false;
    if (!arena) {
        bg_db__nomem(t->into);
        return;
    }
    missing_names(t, arena, id, &names, &first);
    if (first && sound(t)) add_page(t, arena, id);
    bool here = sound(t) && has_page(t->into, id);
    for (size_t i = 0; here && names.items && i < names.count; i++)
        bg_db__run(t->into, BG_ADD_SOURCE, "tt", id, names.items[i]);
    if (bg_arena__failed(arena)) bg_db__nomem(t->into);
    bg_arena__free(arena);
}

/* The page behind this one by id; false: there is none. */
static bool next_page(taker *t, char id[18]) {
    sqlite3_stmt *stmt = bg_db__query(t->from, "SELECT id FROM pages WHERE id > ? ORDER BY id LIMIT 1", "t", id);
    const char *next = bg_db__row(t->from, stmt) ? bg_db__text(t->from, stmt, 0) : NULL;
    char copy[18] = "";
    if (next) snprintf(copy, sizeof copy, "%s", next);
    bg_db__done(stmt);
    if (*copy) memcpy(id, copy, sizeof copy);
    return *copy && sound(t);
}

static void take_all(taker *t, bg_take_fn *progress, void *context) {
    char id[18] = "";
    size_t total = (size_t)bg_db__int(t->from, "SELECT count(*) FROM pages");
    while (sound(t) && next_page(t, id)) {
        take_page(t, id);
        t->sum->pages++;
        if (progress && !progress(context, t->sum->pages, total)) return;
    }
}

bg_code bg_record_take(bg_record *into, bg_record *from, const bg_data *data, bg_take_fn *progress, void *context, bg_taken *out, bg_error *err) {
    bg_taken sum = {0};
    taker t = {into, from, data, &sum};
    bg_db__start(into, err);
    bg_db__start(from, err);
    take_all(&t, progress, context);
    if (sound(&t)) bg_settle__all(into, data, NULL);
    if (sound(&t)) bg_decide__take(into, from);
    if (out) *out = sum;
    return into->code;
}
