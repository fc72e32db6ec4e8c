/* brief_find: see brief_find.h. */
#include "brief_find.h"
#include "../base/calendar.h"
#include "../record/ids.h"
#include "../record/ledger.h"
#include "../record/lookup.h"
#include "../record/people.h"
#include "../record/rows.h"
#include "contact.h"

#include <stdlib.h>

#define COPY(column) bg_db__copy(record, arena, stmt, (column))
#define UNREAD_MAX 12

/* ------------------------------------------------------------------ people */

const char *bg_brief__name(bg_record *record, bg_arena *arena, int64_t person) {
    sqlite3_stmt *stmt = bg_db__query(record, "SELECT name, sum(pages) FROM spellings WHERE form IN " BG_FORMS_OF("?1") " GROUP BY name ORDER BY 2 DESC, 1 LIMIT 1", "i", person);
    const char *name = bg_db__row(record, stmt) ? COPY(0) : NULL;
    bg_db__done(stmt);
    return name;
}

/* ------------------------------------------------------------------ statements */

void bg_brief__statements(bg_record *record, bg_arena *arena, const bg_met *met, bool asks, bg_brief_saids *out) {
    bg_sayings list = {0};
    size_t first = out->count;
    if (asks) bg_query__asks(record, arena, met->contact.id, &list);
    else bg_query__statements(record, arena, met->contact.id, &list);
    for (size_t i = 0; i < list.count; i++) {
        const bg_row_statement *said = &list.items[i];
        size_t k = first;
        while (out->items && k < out->count && !(bg_string__equal(out->items[k].said.content, said->content) && bg_string__equal(out->items[k].said.act, said->act))) k++;
        if (k < out->count || !said->content) continue;
        bg_brief_said *item = BG_PUSH(arena, out);
        if (item) *item = (bg_brief_said){*said, met, bg_contact__side_of(said)};
        else bg_db__nomem(record);
    }
}

/* ------------------------------------------------------------------ who was invited */

static int by_page(const void *left, const void *right) {
    const bg_teller *a = left, *b = right;
    return (a->page > b->page) - (a->page < b->page);
}

/*
 * Invitations are few, and whoever looks for them contact by contact reads all that was ever asked. So it goes the other way round: from those of the whole record (an index holds nothing else, and what
 * people corrected into one) by pages of the two to contacts.
 */
void bg_brief__invited(bg_record *record, bg_arena *arena, bg_tellers *since, bg_texts *out) {
    if (!since->count) return;
    qsort(since->items, since->count, sizeof *since->items, by_page);
    sqlite3_stmt *stmt = bg_db__query(record, "SELECT page, event FROM statements WHERE act = 'invites' UNION ALL"
                                      " SELECT s.page, s.event FROM effects x CROSS JOIN statements s ON s.row = " BG_ROW_OF("statements", "x.fact") " WHERE x.field = 'act' AND x.value = 'invites'", "");
    bg_texts events = {0};
    while (bg_db__row(record, stmt)) {
        const char *page = bg_db__text(record, stmt, 0), *event = bg_db__text(record, stmt, 1);
        bg_teller wanted = {.page = bg_id__number(page)};
        bool theirs = event && bsearch(&wanted, since->items, since->count, sizeof *since->items, by_page);
        const char **slot = theirs ? BG_PUSH(arena, &events) : NULL;
        if (slot) *slot = COPY(1);
        else if (theirs) bg_db__nomem(record);
    }
    for (size_t i = 0; events.items && i < events.count && record->code == BG_OK; i++)
        bg_db__texts(record, arena, bg_db__query(record, "SELECT contact FROM contact_events WHERE event = ?", "t", events.items[i]), out);
    if (out->items) qsort(out->items, out->count, sizeof *out->items, bg_string__order); /* NOLINT(bugprone-sizeof-expression): it holds pointers */
}

/* ------------------------------------------------------------------ what could not be read */

/* A page that tells a contact of the two. */
typedef struct telling {
    uint64_t page;
    const char *contact;
} telling;
typedef BG_VEC(telling) tellings;

static int by_its_page(const void *left, const void *right) {
    const telling *a = left, *b = right;
    return (a->page > b->page) - (a->page < b->page);
}

/* Is the contact the news of the page? */
static bool is_news(bg_record *record, const char *contact, const char *page) {
    return bg_db__any(record, bg_db__query(record, "SELECT 1 FROM tellings m CROSS JOIN events e ON e.row = m.row WHERE m.contact = ?1 AND m.page = ?2 AND e.main", "tt", contact, page));
}

/* What of a page could not be read, and was not read after all as what somebody said. */
static void notes_of(bg_record *record, bg_arena *arena, const char *page, bg_note_rows *out) {
    sqlite3_stmt *stmt = bg_db__query(record,
        "SELECT n.page, n.reason, n.text, n.range_start, n.range_end FROM notes n WHERE n.page = ?1"
        " AND NOT EXISTS (SELECT 1 FROM statements s WHERE " BG_OF_PAGE("s", "?1") " AND s.said_start <= n.range_start AND s.said_end >= n.range_end) ORDER BY n.n", "t", page);
    while (out->count < UNREAD_MAX && bg_db__row(record, stmt)) {
        bg_row_note *note = BG_PUSH(arena, out);
        if (note) *note = (bg_row_note){.page = COPY(0), .reason = COPY(1), .text = COPY(2), .span = bg_db__span(stmt, 3)};
        else bg_db__nomem(record);
    }
    bg_db__done(stmt);
}

#define ASKED_FIRST 100 /* pages that are asked one by one */
#define NOTES_FEW 5000  /* of the whole record, which are read at once */

/* Which pages have notes: most have none, and where the whole record has few they are known after a while without asking each page. */
typedef struct noted {
    size_t asked;
    bool looked, known;
    bg_lookup pages;
} noted;

static void load_noted(bg_record *record, bg_arena *arena, noted *in) {
    static const char there = 1;
    size_t count = 0;
    sqlite3_stmt *stmt = bg_db__query(record, "SELECT page FROM notes LIMIT ?1 + 1", "n", (size_t)NOTES_FEW);
    for (; bg_db__row(record, stmt); count++) {
        const char *page = bg_db__text(record, stmt, 0);
        uint64_t number = bg_id__number(page);
        if (!bg_lookup__find(&in->pages, number) && !bg_lookup__put(arena, &in->pages, number, (void *)(uintptr_t)&there)) bg_db__nomem(record);
    }
    in->looked = true, in->known = count <= NOTES_FEW;
}

static bool has_notes(bg_record *record, bg_arena *arena, noted *in, uint64_t number, const char *page) {
    if (in->asked++ >= ASKED_FIRST && !in->looked) load_noted(record, arena, in);
    if (in->known) return bg_lookup__find(&in->pages, number);
    return bg_db__any(record, bg_db__query(record, "SELECT 1 FROM notes WHERE page = ?", "t", page));
}

/* Of the pages that tell the contacts of one day, in their order. */
static void unread_of_day(bg_record *record, bg_arena *arena, tellings *list, noted *in, bg_note_rows *out) {
    if (list->items) qsort(list->items, list->count, sizeof *list->items, by_its_page);
    for (size_t i = 0; list->items && i < list->count && out->count < UNREAD_MAX && record->code == BG_OK; i++) {
        bg_id page;
        bool taken = false;
        bg_id__of_page(list->items[i].page, page);
        if (!has_notes(record, arena, in, list->items[i].page, page) || !is_news(record, list->items[i].contact, page)) continue;
        for (size_t k = 0; k < out->count && !taken; k++) taken = strcmp(out->items[k].page, page) == 0;
        if (!taken) notes_of(record, arena, page, out);
    }
    list->count = 0;
}

/* Day by day, the latest first, until there are enough. */
void bg_brief__unread(bg_record *record, bg_arena *arena, const bg_brief_walked *walked, bg_note_rows *out) {
    tellings list = {0};
    noted in = {0};
    for (size_t i = 0; i < walked->recent.count && out->count < UNREAD_MAX; i++) {
        const bg_brief_recent *one = &walked->recent.items[i];
        if (i && one->day != one[-1].day) unread_of_day(record, arena, &list, &in, out);
        for (size_t k = one->from; k < one->from + one->count; k++) {
            telling *slot = BG_PUSH(arena, &list);
            if (slot) *slot = (telling){walked->pages.items[k].page, one->contact};
            else bg_db__nomem(record);
        }
    }
    unread_of_day(record, arena, &list, &in, out);
}

/* ------------------------------------------------------------------ anniversaries that pages name */

/* The number before "năm", 0 if there is none. */
static int count_of_years(const char *name) {
    const char *word = strstr(name, " năm ");
    const char *at = word;
    while (at && at > name && at[-1] >= '0' && at[-1] <= '9') at--;
    return at && at < word && word - at < 4 ? atoi(at) : 0;
}

/* Of the names that give one year the first, then of the pages with it. */
static void add_year(bg_record *record, bg_arena *arena, bg_brief_years *out, const char *name, const char *page, int year) {
    size_t i = 0;
    while (out->items && i < out->count && out->items[i].year != year) i++;
    bg_brief_year *item = i < out->count ? &out->items[i] : BG_PUSH(arena, out);
    if (!item) {
        bg_db__nomem(record);
        return;
    }
    int order = item->name ? strcmp(name, item->name) : -1;
    if (order < 0 || (order == 0 && strcmp(page, item->page) < 0)) *item = (bg_brief_year){name, page, name, year};
}

static int by_name(const void *left, const void *right) {
    const bg_brief_year *a = left, *b = right;
    int names = strcmp(a->name, b->name);
    return names ? names : strcmp(a->page, b->page);
}

static void years_of(bg_record *record, bg_arena *arena, const bg_teller *from, bg_brief_years *out) {
    bg_id page;
    bg_id__of_page(from->page, page);
    sqlite3_stmt *stmt = bg_db__query(record, "SELECT name FROM entities INDEXED BY entities_occasion WHERE page = ?1 AND kind = 'occasion' AND name LIKE '% năm %thiết lập%'", "t", page);
    while (bg_db__row(record, stmt)) {
        const char *name = COPY(0), *of = bg_arena__text(arena, page, strlen(page));
        int count = name && of ? count_of_years(name) : 0;
        if (count) add_year(record, arena, out, name, of, (int)(from->day / 10000) - count);
    }
}

void bg_brief__years(bg_record *record, bg_arena *arena, bg_tellers *yearly, bg_brief_years *out) {
    if (yearly->count) qsort(yearly->items, yearly->count, sizeof *yearly->items, by_page);
    for (size_t i = 0; i < yearly->count && record->code == BG_OK; i++)
        if (yearly->items[i].day && (!i || yearly->items[i].page != yearly->items[i - 1].page)) years_of(record, arena, &yearly->items[i], out);
    if (out->items) qsort(out->items, out->count, sizeof *out->items, by_name);
}

/* ------------------------------------------------------------------ all pages of the two */

void bg_brief__window(bg_record *record, bg_arena *arena, const bg_brief_pair *pair, bg_brief_window *out) {
    char day[11];
    bg_tellers pages = {0};
    bg_calendar__text(pair->day, day);
    sqlite3_stmt *stmt = bg_db__query(record, "SELECT c.tellers FROM" BG_CARDS_OF_PAIR, "tt", pair->of, pair->with);
    while (bg_db__row(record, stmt)) bg_brief__tellers(record, arena, stmt, 0, bg_calendar__figures(day), &pages);
    bg_brief__count_pages(record, arena, &pages, out);
}

/* ------------------------------------------------------------------ the ledger's word on a statement */

/* Entries of the statement ?1. */
#define ITS_ENTRIES " statements s CROSS JOIN items f ON " BG_BESIDE("f", "s.row") " WHERE s.row = " BG_ROW_OF("statements", "?1") " AND f.statement = ?1"

bool bg_brief__is_of_others(bg_record *record, const char *statement, const char *with) {
    sqlite3_stmt *stmt = bg_db__query(record, "SELECT 1 WHERE (SELECT max(instr(',' || f.sides || ',', ',' || ?2 || ',')) FROM" ITS_ENTRIES ") = 0", "tt", statement, with);
    return bg_db__any(record, stmt);
}

bool bg_brief__answer(bg_record *record, bg_arena *arena, const char *statement, int64_t day, bg_brief_answer *out) {
    sqlite3_stmt *stmt = bg_db__query(record,
        "SELECT a.id, a.day, l.step FROM items i JOIN item_links l ON l.earlier = i.number JOIN items a ON a.number = l.item WHERE i.row IN (SELECT f.row FROM" ITS_ENTRIES ")"
        " AND l.step IN ('answer', 'agreed', 'signed', 'progress', 'done') AND a.day <= ?2 ORDER BY a.day, a.number LIMIT 1", "ti", statement, day);
    if (!bg_db__row(record, stmt)) return false;
    *out = (bg_brief_answer){.item = COPY(0), .step = COPY(2), .day = bg_ledger__day(arena, sqlite3_column_int64(stmt, 1))};
    bg_db__done(stmt);
    return record->code == BG_OK;
}
