/* export_cells: rows of tables that no query gives whole: a commitment as it stands on a day, a person over all pages. */
#include "../base/calendar.h"
#include "export_cells.h"
#include "export_table.h"

#define SILENT 12 /* months without news after which a matter is called silent, as in `banggiao ledger` */

static const char *figure(bg_arena *arena, size_t number) { return bg_arena__print(arena, "%zu", number); }

/* "RU,VN" as a list. */
static const char *listed(bg_arena *arena, const char *sides) {
    bg_buf out;
    bg_buf__init(&out, 4096);
    for (const char *c = sides; *c; c++) bg_buf__print(&out, "%c%s", *c == ',' ? ';' : *c, *c == ',' ? " " : "");
    return bg_buf__keep(&out, arena);
}

/* In the order of the columns of `commitments`. */
static void commitment_cells(bg_arena *arena, const bg_row_thread *thread, const bg_standing *s, const char **cells) {
    const char *const all[] = {
        thread->id, listed(arena, thread->sides), s->lead->bound, s->lead->towards, s->lead->grade, s->kept.stage, s->name->about, s->lead->content, s->status,
        s->kept.last ? figure(arena, (size_t)s->months) : NULL, s->kept.first, s->kept.last, s->kept.due, s->kept.done, s->closed ? s->closed->closed : NULL,
        figure(arena, s->kept.count), figure(arena, s->kept.sayings), figure(arena, s->kept.pages), figure(arena, s->kept.witnesses), s->lead->id, s->kept.vague ? "1" : "0",
    };
    memcpy(cells, all, sizeof all);
}

bool bg_export__standing(bg_exporter *x, bg_arena *arena, const char *id, const char *as_of, bg_row_thread *thread, bg_standing *out) {
    *thread = (bg_row_thread){0};
    if (!bg_ledger__thread(x->record, arena, id, bg_calendar__figures(as_of), thread) || !thread->items.count) return false;
    bg_standing__of(arena, thread, as_of, SILENT, out);
    return out->lead && out->name;
}

bool bg_export__commitment(bg_exporter *x, bg_arena *arena, sqlite3_stmt *stmt, const char **cells) {
    bg_row_thread thread;
    bg_standing standing;
    if (!bg_export__standing(x, arena, bg_db__copy(x->record, arena, stmt, 0), bg_ledger__day(arena, x->as_of), &thread, &standing)) return false;
    commitment_cells(arena, &thread, &standing, cells);
    return true;
}

/* In the order of the columns of `persons`. */
static void person_cells(bg_exporter *x, bg_arena *arena, const bg_row_someone *who, const char **cells) {
    bg_buf names;
    bg_buf__init(&names, 1 << 20);
    bg_exporter__joined(who->names, who->name_count, who->name, &names);
    if (names.failed) bg_db__nomem(x->record);
    const char *const all[] = {
        who->id, who->name, who->country && *who->country ? who->country : NULL, bg_someone__office(who), names.size ? bg_buf__keep(&names, arena) : NULL, who->first, who->last,
        figure(arena, who->page_count), figure(arena, (size_t)bg_query__contacts_of(x->record, who->number)),
    };
    memcpy(cells, all, sizeof all);
    bg_buf__free(&names);
}

bool bg_export__person(bg_exporter *x, bg_arena *arena, sqlite3_stmt *stmt, const char **cells) {
    bg_someones found = {0};
    if (!bg_query__people(x->record, arena, NULL, NULL, bg_db__copy(x->record, arena, stmt, 0), false, 0, &found) || !found.count) return false;
    person_cells(x, arena, found.items, cells);
    return true;
}
