/* reread: pages that another reader read are read again, and what is read now takes the place of what was. One transaction a page. */
#include "lines.h"
#include "place.h"
#include "query.h"
#include "settle.h"

typedef struct rereader {
    bg_record *record;
    const bg_data *data;
    bg_reread *sum;
} rereader;

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
        bg_place__again(record, arena, doc, &ids, bytes->bytes, bytes->size);
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
    bg_numbers with;
    bg_lines__of(r->record, arena, id, &with);
    page.item.bytes = bytes.bytes, page.item.size = bytes.size;
    page.item.repeated = with.items, page.item.repeated_count = with.count;
    bg_code code = bg_doc_read_item(r->data, &page.item, &doc, NULL);
    if (code == BG_E_NOMEM) bg_db__nomem(r->record);
    else if (code != BG_OK) r->sum->unreadable++;
    if (code == BG_OK && (!page.reader || strcmp(page.reader, doc->reader) != 0)) reread_doc(r, arena, doc, &bytes);
    bg_doc_free(doc);
    bg_buf__free(&bytes);
    bg_buf__free(&text);
}

bg_code bg_record_reread(bg_record *record, const bg_data *data, bg_reread *out, bg_error *err) {
    bg_reread sum = {0};
    rereader r = {record, data, &sum};
    bg_texts pages = {0};
    bg_arena *arena = bg_arena__new();
    if (!arena) return bg_error__set(err, BG_E_NOMEM, BG_NO_BYTE, "out of memory");
    bg_db__start(record, err);
    bg_db__texts(record, arena, bg_db__query(record, "SELECT id FROM pages ORDER BY id", ""), &pages);
    for (size_t i = 0; i < pages.count && record->code == BG_OK; i++) {
        bg_arena *own = bg_arena__new();
        if (own) reread_page(&r, own, pages.items[i]);
        else bg_db__nomem(record);
        bg_arena__free(own);
        sum.pages++;
    }
    bg_arena__free(arena);
    bg_settle__all(record, data);
    if (out) *out = sum;
    return record->code;
}
