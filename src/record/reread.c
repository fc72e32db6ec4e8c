/* reread: pages that another reader read are read again, and what is read now takes the place of what was. One transaction a page. */
#include "crew.h"
#include "prints.h"
#include "settle.h"

typedef struct rereader {
    bg_record *record;
    bg_reread *sum;
} rereader;

/* What a reading of a page is: every range with its field and rule, a line each. */
static void ranges_of(bg_record *record, const char *page, bg_buf *out) {
    sqlite3_stmt *stmt = bg_db__query(record, "SELECT owner || ' ' || n || ' ' || field || ' ' || coalesce(range_start, '') || ' ' ||"
                                      " coalesce(range_end, '') || ' ' || coalesce(rule, '') FROM ranges WHERE page = ? ORDER BY owner, n", "t", page);
    while (bg_db__row(record, stmt)) bg_buf__print(out, "%s\n", bg_db__text(record, stmt, 0));
    if (out->failed) bg_db__nomem(record);
}

static void reread_doc(rereader *r, const bg_again *one) {
    bg_record *record = r->record;
    bg_buf before, after;
    bg_buf__init(&before, BG_PAGE_MAX * 4);
    bg_buf__init(&after, BG_PAGE_MAX * 4);
    if (bg_db__run(record, "BEGIN IMMEDIATE", "")) {
        ranges_of(record, one->page.id, &before);
        bg_again__place(record, one);
        ranges_of(record, one->page.id, &after);
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

static void reread_page(rereader *r, const bg_again *one) {
    if (one->code != BG_OK) r->sum->unreadable++; /* of damage verify tells */
    if (one->doc && (!one->page.reader || strcmp(one->page.reader, one->doc->reader) != 0)) reread_doc(r, one);
    r->sum->pages++;
}

bg_code bg_record_reread(bg_record *record, const bg_data *data, bg_reread *out, bg_error *err) {
    bg_reread sum = {0};
    rereader r = {record, &sum};
    bg_texts pages = {0};
    bg_arena *arena = bg_arena__new();
    if (!arena) return bg_error__set(err, BG_E_NOMEM, BG_NO_BYTE, "out of memory");
    bg_db__start(record, err);
    bg_db__texts(record, arena, bg_db__query(record, "SELECT id FROM pages ORDER BY id", ""), &pages);
    bg_crew *crew = record->code == BG_OK ? bg_crew__start(record, data, &pages) : NULL;
    for (const bg_again *one; crew && (one = bg_crew__next(crew));) reread_page(&r, one);
    bg_crew__stop(crew);
    bg_arena__free(arena);
    if (sum.reread && bg_db__run(record, "BEGIN IMMEDIATE", "")) {
        bg_print__all_again(record);
        bg_db__run(record, "COMMIT", "");
        bg_db__undo(record);
    }
    bg_settle__all(record, data, NULL);
    if (out) *out = sum;
    return record->code;
}
