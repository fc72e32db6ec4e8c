/* due: see due.h. */
#include "due.h"
#include "anew.h"
#include "batch.h"
#include "thread.h"

#define FEW 256 /* linked one by one, whatever the record has */
#define SHARE 4 /* all are linked anew where one in so many is due */
#define EACH 4000 /* a transaction */

typedef BG_VEC(int64_t) numbers;

/* Those of the same sides one after the other: they look at the same ones. */
static void load_due(bg_record *record, bg_arena *arena, numbers *out) {
    sqlite3_stmt *stmt = bg_db__query(record, "SELECT i.number FROM items_due d CROSS JOIN items i ON i.row = d.row ORDER BY i.sides, i.day, i.number", "");
    while (bg_db__row(record, stmt)) {
        int64_t *slot = BG_PUSH(arena, out);
        if (slot) *slot = sqlite3_column_int64(stmt, 0);
        else bg_db__nomem(record);
    }
}

static void link_each(bg_record *record, const bg_watcher *watcher) {
    numbers due = {0};
    bg_arena *arena = bg_arena__new();
    if (!arena) {
        bg_db__nomem(record);
        return;
    }
    load_due(record, arena, &due);
    for (size_t i = 0; due.items && i < due.count && bg_batch__begin(record);) {
        for (size_t end = i + EACH; i < end && i < due.count && record->code == BG_OK; i++) bg_thread__link(record, due.items[i]);
        bg_batch__end(record);
        bg_watcher__tell(watcher, BG_SETTLE_LEDGER, i, due.count);
    }
    bg_arena__free(arena);
}

/* To count all of them takes as long as to link a few. */
static bool are_most(bg_record *record) {
    int64_t due = bg_db__int(record, "SELECT count(*) FROM items_due");
    return due > FEW && due * SHARE >= bg_db__int(record, "SELECT count(*) FROM items");
}

void bg_due__settle(bg_record *record, const bg_watcher *watcher) {
    if (!bg_db__int(record, "SELECT EXISTS (SELECT 1 FROM items_due)")) return;
    if (are_most(record)) bg_anew__link(record, watcher);
    else link_each(record, watcher);
}
