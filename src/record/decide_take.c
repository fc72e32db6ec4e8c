/* decide_take: the decisions of another record, united with those that are here. Ids are hashes of content, so that what both have is there once. */
#include "decide.h"
#include "people.h"

typedef struct taking {
    bg_record *into, *from;
    bg_arena *arena;
} taking;

#define FROM(column) bg_db__copy(t->from, t->arena, stmt, (column))

static void take_decisions(taking *t) {
    sqlite3_stmt *stmt = bg_db__query(t->from, "SELECT id, at, seq, who, kind, field, value, was, note, source, undoes, coalesce(range_start, 0), coalesce(range_end, 0) FROM decisions ORDER BY id", "");
    while (bg_db__row(t->from, stmt) && t->into->code == BG_OK)
        bg_db__run(t->into, "INSERT OR IGNORE INTO decisions(id, at, seq, who, kind, field, value, was, note, source, undoes, range_start, range_end) VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?)", "ttitttttttts",
                   FROM(0), FROM(1), (int64_t)sqlite3_column_int64(stmt, 2), FROM(3), FROM(4), FROM(5), FROM(6), FROM(7), FROM(8), FROM(9), FROM(10), bg_db__span(stmt, 11));
    bg_db__done(stmt);
}

static void take_targets(taking *t) {
    sqlite3_stmt *stmt = bg_db__query(t->from, "SELECT decision, n, part, fact, page, words, alone, coalesce(range_start, 0), coalesce(range_end, 0) FROM decision_targets ORDER BY decision, n", "");
    while (bg_db__row(t->from, stmt) && t->into->code == BG_OK)
        bg_db__run(t->into, "INSERT OR IGNORE INTO decision_targets(decision, n, part, fact, page, words, alone, range_start, range_end) VALUES(?,?,?,?,?,?,?,?,?)", "tiitttis", FROM(0),
                   (int64_t)sqlite3_column_int64(stmt, 1), (int64_t)sqlite3_column_int64(stmt, 2), FROM(3), FROM(4), FROM(5), (int64_t)sqlite3_column_int64(stmt, 6), bg_db__span(stmt, 7));
    bg_db__done(stmt);
}

void bg_decide__take(bg_record *into, bg_record *from) {
    if (!bg_db__int(from, "SELECT count(*) FROM (SELECT 1 FROM decisions LIMIT 1)")) return;
    taking t = {into, from, bg_arena__new()};
    if (!t.arena) {
        bg_db__nomem(into);
        return;
    }
    if (bg_db__run(into, "BEGIN IMMEDIATE", "")) {
        take_decisions(&t);
        take_targets(&t);
        if (from->code != BG_OK && into->code == BG_OK) into->code = from->code;
        bg_effects__all(into, t.arena);
        if (bg_arena__failed(t.arena)) bg_db__nomem(into);
        bg_db__run(into, "COMMIT", "");
        bg_db__undo(into);
    }
    if (into->code == BG_OK) bg_people__settle(into, NULL);
    bg_arena__free(t.arena);
}
