/* settle: pages that are stale are read and take their place, many in a transaction; then it is found out what recurs on their sites, until nothing changes. */
#include "settle.h"
#include "batch.h"
#include "lines.h"
#include "namings.h"
#include "people.h"
#include "place.h"
#include "query.h"
#include "reprints.h"

#define BATCH 500 /* pages a transaction */
#define ROUNDS 8 /* two do: reading a page otherwise does not change its lines */

static void place_doc(bg_record *record, bg_arena *arena, const bg_doc *doc, const bg_buf *bytes) {
    bg_ids ids;
    if (!bg_ids__make(arena, doc, bytes->bytes, bytes->size, &ids)) {
        bg_db__nomem(record);
        return;
    }
    if (!bg_batch__open(record)) return;
    bg_place__again(record, arena, doc, &ids, bytes->bytes, bytes->size);
    if (bg_arena__failed(arena)) bg_db__nomem(record);
    bg_batch__close(record);
}

/* A page that cannot be read, damaged or refused, stays without facts; verify tells of it. */
static void settle_page(bg_record *record, bg_arena *arena, const bg_data *data, const char *id) {
    bg_row_page page;
    bg_buf bytes, text;
    bg_doc *doc = NULL;
    bool damaged;
    if (!bg_query__page(record, arena, id, &page)) return;
    if (!bg_query__page_bytes(record, id, &bytes, &text, &damaged)) {
        if (damaged) bg_db__start(record, record->err);
        return;
    }
    bg_numbers with;
    bg_lines__of(record, arena, id, &with);
    page.item.bytes = bytes.bytes, page.item.size = bytes.size;
    page.item.repeated = with.items, page.item.repeated_count = with.count;
    bg_code code = bg_doc_read_item(data, &page.item, &doc, NULL);
    if (code == BG_E_NOMEM) bg_db__nomem(record);
    if (!code) place_doc(record, arena, doc, &bytes);
    bg_doc_free(doc);
    bg_buf__free(&bytes);
    bg_buf__free(&text);
}

static size_t settle_stale(bg_record *record, const bg_data *data) {
    bg_texts pages = {0};
    bg_arena *arena = bg_arena__new();
    if (!arena) return bg_db__nomem(record), 0;
    bg_db__texts(record, arena, bg_db__query(record, "SELECT id FROM pages WHERE stale ORDER BY rowid", ""), &pages);
    for (size_t i = 0; i < pages.count && record->code == BG_OK; i++) {
        if (i % BATCH == 0) bg_batch__begin(record);
        bg_arena *own = bg_arena__new();
        if (own) settle_page(record, own, data, pages.items[i]);
        else bg_db__nomem(record);
        bg_arena__free(own);
        if ((i + 1) % BATCH == 0 || i + 1 == pages.count) bg_batch__end(record);
    }
    if (record->batched) bg_batch__end(record); /* it failed: undo */
    bg_arena__free(arena);
    return pages.count;
}

size_t bg_settle__all(bg_record *record, const bg_data *data) {
    size_t count = settle_stale(record, data);
    for (int round = 0; round < ROUNDS && record->code == BG_OK && bg_db__int(record, "SELECT count(*) FROM changed_sites"); round++) {
        bg_lines__settle(record);
        count += settle_stale(record, data);
    }
    bg_reprints__settle(record);
    bg_people__settle(record);
    bg_namings__settle(record);
    return count;
}

bg_code bg_record_settle(bg_record *record, const bg_data *data, size_t *reread, bg_error *err) {
    bg_db__start(record, err);
    size_t count = bg_settle__all(record, data);
    if (reread) *reread = count;
    return record->code;
}
