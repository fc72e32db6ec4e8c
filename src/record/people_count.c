/* people_count: see people_count.h. */
#include "people_count.h"
#include "lookup.h"
#include "rows.h"

#include <stdlib.h>

#define BATCH 8000 /* pages a transaction */

/* On how many pages a form has this name or office, and the first and last day on which one came out. */
typedef struct tally {
    int64_t form;
    const char *value;
    bool office;
    int64_t pages, last_page; /* last_page: the number of the one that was counted last */
    const char *first, *last; /* NULL: no page says when it came out */
    struct tally *next;       /* with the same hash */
} tally;

typedef struct counter {
    bg_record *record;
    bg_arena *arena;
    bg_lookup known;
    BG_VEC(tally *) all;
} counter;

static tally *new_tally(counter *c, int64_t form, const char *value, bool office) {
    tally *made = bg_arena__alloc(c->arena, sizeof *made), **slot = BG_PUSH(c->arena, &c->all); /* NOLINT(bugprone-sizeof-expression): it holds pointers */
    if (made && slot) {
        *made = (tally){.form = form, .value = bg_arena__text(c->arena, value, strlen(value)), .office = office};
        *slot = made;
    }
    if (made && slot && made->value) return made;
    bg_db__nomem(c->record);
    return NULL;
}

static tally *tally_of(counter *c, int64_t form, const char *value, bool office) {
    uint64_t hash = bg_hash__bytes(value, strlen(value), (uint64_t)form ^ office);
    tally *first = bg_lookup__find(&c->known, hash), *t = first;
    while (t && (t->form != form || t->office != office || strcmp(t->value, value) != 0)) t = t->next;
    if (t || !(t = new_tally(c, form, value, office))) return t;
    if (first) t->next = first->next, first->next = t;
    else if (!bg_lookup__put(c->arena, &c->known, hash, t)) bg_db__nomem(c->record);
    return t;
}

static const char *day_copy(counter *c, const char *day) {
    const char *copy = bg_arena__text(c->arena, day, strlen(day));
    if (!copy) bg_db__nomem(c->record);
    return copy;
}

/* A page that gives a form one name twice is one page. */
static void count(counter *c, int64_t page, int64_t form, const char *value, bool office, const char *day) {
    tally *t = value ? tally_of(c, form, value, office) : NULL;
    if (!t || t->last_page == page) return;
    t->last_page = page;
    t->pages++;
    if (day && (!t->first || strcmp(day, t->first) < 0)) t->first = day_copy(c, day);
    if (day && (!t->last || strcmp(day, t->last) > 0)) t->last = day_copy(c, day);
}

/* Unless somebody else counted it since it was listed. */
static void count_page(counter *c, int64_t page) {
    bg_record *record = c->record;
    if (!bg_db__run(record, "DELETE FROM new_people WHERE n = ?", "i", page) || !sqlite3_changes(record->db)) return;
    sqlite3_stmt *stmt = bg_db__query(record, "SELECT form, name, office, substr(published, 1, 10) FROM entities e WHERE " BG_ON_PAGE("e", "?1") " AND form IS NOT NULL", "i", page);
    while (bg_db__row(record, stmt)) {
        int64_t form = sqlite3_column_int64(stmt, 0);
        const char *day = bg_db__text(record, stmt, 3);
        count(c, page, form, bg_db__text(record, stmt, 1), false, day);
        count(c, page, form, bg_db__text(record, stmt, 2), true, day);
    }
}

/* ------------------------------------------------------------------ writing */

static int by_form(const void *left, const void *right) {
    const tally *a = *(const tally *const *)left, *b = *(const tally *const *)right;
    if (a->form != b->form) return a->form < b->form ? -1 : 1;
    return a->office != b->office ? a->office - b->office : strcmp(a->value, b->value);
}

#define ADD_UP(table, value) \
    "UPDATE " table " SET pages = pages + ?3, first_day = min(coalesce(first_day, ?4), coalesce(?4, first_day)), last_day = max(coalesce(last_day, ?5), coalesce(?5, last_day)) WHERE form = ?1 AND " value " = ?2"
#define BEGIN(table, value) "INSERT INTO " table "(form, " value ", pages, first_day, last_day) VALUES(?,?,?,?,?)"

/* An office that is new may link forms of the country. */
static void write_office(bg_record *record, const tally *t) {
    bg_db__run(record, ADD_UP("form_offices", "office"), "ititt", t->form, t->value, t->pages, t->first, t->last);
    if (record->code != BG_OK || sqlite3_changes(record->db)) return;
    bg_db__run(record, BEGIN("form_offices", "office"), "ititt", t->form, t->value, t->pages, t->first, t->last);
    bg_db__run(record, "INSERT OR IGNORE INTO changed_countries(country) SELECT country FROM forms WHERE form = ?", "i", t->form);
}

static void write_name(bg_record *record, const tally *t) {
    bg_db__run(record, ADD_UP("spellings", "name"), "ititt", t->form, t->value, t->pages, t->first, t->last);
    if (record->code == BG_OK && !sqlite3_changes(record->db)) bg_db__run(record, BEGIN("spellings", "name"), "ititt", t->form, t->value, t->pages, t->first, t->last);
}

static void write_all(counter *c) {
    if (c->all.count) qsort(c->all.items, c->all.count, sizeof *c->all.items, by_form); /* NOLINT(bugprone-sizeof-expression) */
    for (size_t i = 0; i < c->all.count && c->record->code == BG_OK; i++) {
        const tally *t = c->all.items[i];
        if (t->office) write_office(c->record, t);
        else write_name(c->record, t);
    }
}

/* ------------------------------------------------------------------ all of them */

static void count_batch(bg_record *record, const int64_t *pages, size_t count) {
    counter c = {.record = record, .arena = bg_arena__new()};
    if (!c.arena) {
        bg_db__nomem(record);
        return;
    }
    if (bg_db__run(record, "BEGIN IMMEDIATE", "")) {
        for (size_t i = 0; i < count && record->code == BG_OK; i++) count_page(&c, pages[i]);
        write_all(&c);
        bg_db__run(record, "COMMIT", "");
        bg_db__undo(record);
    }
    bg_arena__free(c.arena);
}

/* In the order in which they came, in which their persons lie. */
void bg_people__count(bg_record *record) {
    BG_VEC(int64_t) pages = {0};
    bg_arena *arena = bg_arena__new();
    if (!arena) {
        bg_db__nomem(record);
        return;
    }
    sqlite3_stmt *stmt = bg_db__query(record, "SELECT n FROM new_people ORDER BY n", "");
    while (bg_db__row(record, stmt)) {
        int64_t *slot = BG_PUSH(arena, &pages);
        if (slot) *slot = sqlite3_column_int64(stmt, 0);
        else bg_db__nomem(record);
    }
    for (size_t i = 0; pages.items && i < pages.count && record->code == BG_OK; i += BATCH) count_batch(record, pages.items + i, pages.count - i < BATCH ? pages.count - i : BATCH);
    bg_arena__free(arena);
}
