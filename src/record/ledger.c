/* ledger: see ledger.h. */
#include "ledger.h"
#include "merge.h"
#include "ranges.h"
#include "rows.h"

#include <stdlib.h>

#define COPY(column) bg_db__copy(record, arena, stmt, (column))

const char *bg_ledger__day(bg_arena *arena, int64_t figures) {
    static const char form[] = "YYYY-MM-DD";
    char text[sizeof form];
    size_t size = figures % 100 ? 10 : figures / 100 % 100 ? 7 : 4;
    if (figures <= 0 || figures > 99999999) return NULL;
    for (size_t i = sizeof form - 1; i-- > 0;) {
        text[i] = form[i] == '-' ? '-' : (char)('0' + figures % 10);
        figures /= form[i] == '-' ? 1 : 10;
    }
    return bg_arena__text(arena, text, size);
}

/* The entries of the threads that a query names, up to the day ?1; those of a thread follow each other, in order of time. With what their pages say of themselves and the sentence. */
#define FULL \
    " (SELECT min(s.name) FROM page_sources s WHERE s.n = p.n), p.url, p.title, p.published, " BG_RANGE_WORDS("r", "i.said_start", "i.said_end") ", i.said_start, i.said_end,"
#define FULL_TABLES " JOIN pages p ON p.n = i.row >> " BG_ROW_BITS_SQL " LEFT JOIN page_ranges r ON r.n = p.n"
/* The view `members`, of these threads. */
#define MEMBERS_OF(threads) \
    " (SELECT t.thread, t.item, k.n, k.earlier, k.step, k.reason FROM item_threads t LEFT JOIN item_links k ON k.item = t.item AND k.n = 1 WHERE t.thread IN (" threads ")" \
    " UNION ALL SELECT t.thread, g.item, g.n, g.earlier, g.step, g.reason FROM item_threads t JOIN item_links g ON g.earlier = t.item AND g.n > 1 WHERE t.thread IN (" threads ")) m"
#define ITEMS_OF(threads, texts, tables) \
    "SELECT i.number, coalesce(m.earlier, 0), i.id, i.page, i.statement, i.event, i.kind, i.grade, i.bound, i.towards, coalesce(i.day, 0), i.about, i.content, i.due_from," \
    " i.due_to, i.condition, i.rule, m.step, m.reason, coalesce(w.witness, i.page)," texts " substr(d.at, 1, 10), d.who, d.note, i.actor, i.speaker, m.thread, i.keys, i.part" \
    " FROM" MEMBERS_OF(threads) " JOIN items i ON i.number = m.item" tables " LEFT JOIN reprints w ON w.page = i.page" \
    " LEFT JOIN decisions d ON d.id = coalesce((SELECT x.decision FROM effects x WHERE x.fact = i.id AND x.field = 'closed'), (SELECT x.decision FROM effects x WHERE x.fact = i.statement AND x.field = 'closed'))" \
    " WHERE coalesce(i.day, 0) <= ?1 AND NOT EXISTS (SELECT 1 FROM effects x WHERE x.fact IN (i.statement, i.event) AND x.field = 'verdict' AND x.value = 'reject')" \
    " ORDER BY m.thread, i.day, i.number, m.n"

static bg_row_item item_of(bg_record *record, bg_arena *arena, sqlite3_stmt *stmt) {
    return (bg_row_item){.number = sqlite3_column_int64(stmt, 0), .earlier = sqlite3_column_int64(stmt, 1), .id = COPY(2), .page = COPY(3), .statement = COPY(4),
                         .event = COPY(5), .kind = COPY(6), .grade = COPY(7), .bound = COPY(8), .towards = COPY(9), .day = bg_ledger__day(arena, sqlite3_column_int64(stmt, 10)),
                         .about = COPY(11), .content = COPY(12), .due_from = COPY(13), .due_to = COPY(14), .condition = COPY(15), .rule = COPY(16), .step = COPY(17),
                         .reason = COPY(18), .witness = COPY(19), .source = COPY(20), .url = COPY(21), .title = COPY(22), .published = COPY(23), .sentence = COPY(24),
                         .span = bg_db__span(stmt, 25), .closed = COPY(27), .closed_by = COPY(28), .closed_note = COPY(29), .actor = COPY(30), .speaker = COPY(31), .keys = COPY(33), .part = COPY(34)};
}

static int by_number(const void *a, const void *b) {
    int64_t x = (*(bg_row_thread *const *)a)->number, y = (*(bg_row_thread *const *)b)->number;
    return x < y ? -1 : x > y;
}

/* A row: an entry of the thread, or another link of the one before it. */
static bool add_item(bg_record *record, bg_arena *arena, sqlite3_stmt *stmt, bg_item_rows *items) {
    bg_row_item *last = items->count ? &items->items[items->count - 1] : NULL;
    if (last && last->number == sqlite3_column_int64(stmt, 0)) {
        bg_row_lean *lean = BG_PUSH(arena, &last->besides);
        if (lean) *lean = (bg_row_lean){sqlite3_column_int64(stmt, 1), COPY(17), COPY(18)};
        return lean != NULL;
    }
    bg_row_item *item = BG_PUSH(arena, items);
    if (item) *item = item_of(record, arena, stmt);
    return item != NULL;
}

/* Give each thread its entries: one query for all of them. */
static bool load_items(bg_record *record, bg_arena *arena, sqlite3_stmt *stmt, bg_row_thread *threads, size_t count) {
    bg_row_thread **order = bg_arena__alloc(arena, (count + 1) * sizeof *order); /* NOLINT(bugprone-sizeof-expression): it holds pointers */
    size_t at = 0;
    for (size_t i = 0; order && i < count; i++) order[i] = &threads[i];
    if (!order) bg_db__nomem(record);
    else qsort(order, count, sizeof *order, by_number); /* NOLINT(bugprone-sizeof-expression) */
    while (bg_db__row(record, stmt)) {
        int64_t thread = sqlite3_column_int64(stmt, 32);
        while (order && at < count && order[at]->number < thread) at++;
        if (!order || at == count || order[at]->number != thread) continue;
        if (!add_item(record, arena, stmt, &order[at]->items)) bg_db__nomem(record);
    }
    return record->code == BG_OK;
}

static void take_threads(bg_record *record, bg_arena *arena, sqlite3_stmt *stmt, bg_thread_rows *out) {
    while (bg_db__row(record, stmt)) {
        bg_row_thread *thread = BG_PUSH(arena, out);
        if (thread) *thread = (bg_row_thread){.number = sqlite3_column_int64(stmt, 0), .id = COPY(1), .sides = COPY(2)};
        else bg_db__nomem(record);
    }
}

#define THREADS_OF "SELECT thread FROM standings WHERE sides = ?2 AND first_day <= ?1"

bool bg_ledger__threads(bg_record *record, bg_arena *arena, const char *sides, int64_t as_of, bg_thread_rows *out) {
    take_threads(record, arena, bg_db__query(record, "SELECT t.thread, t.id, t.sides FROM standings s CROSS JOIN threads t ON t.thread = s.thread WHERE s.sides = ?2 AND s.first_day <= ?1"
                                             " ORDER BY s.last_day DESC, s.thread", "it", as_of, sides), out);
    return out->count == 0 || load_items(record, arena, bg_db__query(record, ITEMS_OF(THREADS_OF, FULL, FULL_TABLES), "it", as_of, sides), out->items, out->count);
}

bool bg_ledger__entry(bg_record *record, bg_arena *arena, int64_t number, bg_row_item *out) {
    sqlite3_stmt *stmt = bg_db__query(record, "SELECT id, page, kind, grade, bound, towards, coalesce(day, 0), about, content FROM items WHERE number = ?", "i", number);
    *out = (bg_row_item){.number = number};
    if (!bg_db__row(record, stmt)) return false;
    out->id = COPY(0), out->page = COPY(1), out->kind = COPY(2), out->grade = COPY(3), out->bound = COPY(4), out->towards = COPY(5);
    out->day = bg_ledger__day(arena, sqlite3_column_int64(stmt, 6)), out->about = COPY(7), out->content = COPY(8);
    bg_db__done(stmt);
    return record->code == BG_OK;
}

bool bg_ledger__thread(bg_record *record, bg_arena *arena, const char *item, int64_t as_of, bg_row_thread *out) {
    bg_thread_rows found = {0};
    take_threads(record, arena, bg_db__query(record, "SELECT t.thread, t.id, t.sides FROM items i JOIN item_threads l ON l.item = i.number JOIN threads t ON t.thread = l.thread"
                                             " WHERE i.row IN (SELECT f.row" BG_BEGINNING("items") ") LIMIT 2", "t", item), &found);
    if (record->code != BG_OK) return false;
    if (found.count != 1) {
        record->code = bg_error__set(record->err, found.count ? BG_E_USAGE : BG_E_NOTFOUND, BG_NO_BYTE, found.count ? "several entries begin with '%s'" : "no entry '%s'", item);
        return false;
    }
    *out = found.items[0];
    return load_items(record, arena, bg_db__query(record, ITEMS_OF("SELECT ?2", FULL, FULL_TABLES), "ii", as_of, out->number), out, 1);
}

static void take_occasion(bg_record *record, bg_arena *arena, sqlite3_stmt *stmt, bg_row_occasion *out) {
    *out = (bg_row_occasion){COPY(0), COPY(1), COPY(2), COPY(3), COPY(4), COPY(5)};
}

/* Of sides "RU,VN" the one under which their contacts are looked for: not ours, if another is there, since that has most of the record. */
static const char *side_of(bg_arena *arena, const char *sides) {
    const char *at = sides;
    size_t size = strcspn(at, ",");
    if (size == 2 && memcmp(at, "VN", 2) == 0 && at[size]) at += size + 1, size = strcspn(at, ",");
    return bg_arena__text(arena, at, size);
}

/* SQL: the contacts of just these sides ?2, looked for under the one ?1. */
#define OF_SIDES " FROM side_contacts c WHERE c.side = ?1 AND c.sides = ?2"
#define OCCASION "SELECT c.id, c.type, c.verb, c.start_date, c.sides, c.first_day"

bool bg_ledger__next(bg_record *record, bg_arena *arena, const char *sides, const char *from, bg_row_occasion *out) {
    sqlite3_stmt *stmt = bg_db__query(record, OCCASION OF_SIDES " AND c.last_day >= ?3 AND c.first_day >= ?3 AND c.status = 'planned' ORDER BY c.first_day, c.id LIMIT 1", "ttt",
                                      side_of(arena, sides), sides, from);
    bool found = bg_db__row(record, stmt);
    if (found) take_occasion(record, arena, stmt, out);
    bg_db__done(stmt);
    return found;
}

#define LOOK_BACK 500 /* contacts */

/* Do the words stand in what names the contact, or in a sentence that tells it? */
static bool tells(bg_record *record, const char *contact, const char *words) {
    bool found = false;
    bg_buf folded;
    bg_buf__init(&folded, 1 << 20);
    sqlite3_stmt *stmt = bg_db__query(record, "SELECT r.text FROM tellings m JOIN events e ON e.row = m.row JOIN ranges r ON r.page = e.page AND r.owner = e.id"
                                      " WHERE m.contact = ? AND r.field IN ('evidence', 'type') AND r.text IS NOT NULL", "t", contact);
    while (bg_db__row(record, stmt) && !found) {
        const char *text = bg_db__text(record, stmt, 0);
        bg_buf__clear(&folded);
        bg_text__fold(text, strlen(text), &folded);
        found = folded.bytes && strstr(folded.bytes, words);
    }
    if (found) bg_db__done(stmt);
    bg_buf__free(&folded);
    return found;
}

bool bg_ledger__last(bg_record *record, bg_arena *arena, const char *sides, const char *before, const char *words, bg_row_occasion *out) {
    BG_VEC(bg_row_occasion) list = {0};
    sqlite3_stmt *stmt = bg_db__query(record, OCCASION OF_SIDES " AND c.first_day < ?3 AND c.status IS NOT 'planned' ORDER BY c.first_day DESC, c.id LIMIT ?4", "tttn", side_of(arena, sides), sides,
                                      before, (size_t)LOOK_BACK);
    while (bg_db__row(record, stmt)) {
        bg_row_occasion *slot = BG_PUSH(arena, &list);
        if (slot) take_occasion(record, arena, stmt, slot);
        else bg_db__nomem(record);
    }
    for (size_t i = 0; list.items && i < list.count && record->code == BG_OK; i++) {
        if (*words && !tells(record, list.items[i].id, words)) continue;
        *out = list.items[i];
        return true;
    }
    return false;
}

bool bg_ledger__contact(bg_record *record, bg_arena *arena, const char *id, bg_row_occasion *out) {
    sqlite3_stmt *stmt = bg_db__query(record, "SELECT id, type, verb, start_date, sides, first_day FROM contacts WHERE id = ?", "t", id);
    bool found = bg_db__row(record, stmt);
    if (found) take_occasion(record, arena, stmt, out);
    bg_db__done(stmt);
    return found;
}

static bool one_occasion(bg_record *record, bg_arena *arena, sqlite3_stmt *stmt, bg_row_occasion *out) {
    bool found = bg_db__row(record, stmt);
    if (found) take_occasion(record, arena, stmt, out);
    bg_db__done(stmt);
    return found;
}

/* SQL: between whom, of a channel; Party, State and Government lead a state together. NULL: not known. */
#define LEVEL(channel) "CASE WHEN " channel " IN ('party', 'state', 'government') THEN 'leaders' ELSE " channel " END"
/* Those of the type of the contact ?4, and of its channel as far as both are known. Of those that may be the nearest the one whose day is known best stands first. */
#define OF_ITS_KIND \
    OCCASION ", c.last_day" OF_SIDES " AND c.type IS ?3 AND c.status IS NOT 'planned'" \
    " AND coalesce(" LEVEL("c.channel") " = (SELECT " LEVEL("x.channel") " FROM contacts x WHERE x.id = ?4), 1)"

bool bg_ledger__following(bg_record *record, bg_arena *arena, const bg_row_occasion *contact, bg_row_occasion *out) {
    return one_occasion(record, arena, bg_db__query(record, OF_ITS_KIND " AND c.last_day > (SELECT last_day FROM contacts WHERE id = ?4) AND c.first_day > (SELECT last_day FROM contacts WHERE id = ?4)"
                                                    " ORDER BY c.last_day, c.id LIMIT 1", "tttt", side_of(arena, contact->sides), contact->sides, contact->type, contact->id), out);
}

/* Backwards by their last days, until none can begin later than one that was found. */
bool bg_ledger__preceding(bg_record *record, bg_arena *arena, const bg_row_occasion *contact, bg_row_occasion *out) {
    bool found = false;
    sqlite3_stmt *stmt = bg_db__query(record, OF_ITS_KIND " AND c.last_day < (SELECT first_day FROM contacts WHERE id = ?4) AND c.first_day IS NOT NULL ORDER BY c.last_day DESC, c.id", "tttt",
                                      side_of(arena, contact->sides), contact->sides, contact->type, contact->id);
    while (bg_db__row(record, stmt)) {
        bg_row_occasion one;
        const char *last = bg_db__text(record, stmt, 6);
        if (found && last && out->first_day && strcmp(last, out->first_day) < 0) break;
        take_occasion(record, arena, stmt, &one);
        int order = found && one.first_day && out->first_day ? strcmp(one.first_day, out->first_day) : 1;
        if (order > 0 || (order == 0 && strcmp(one.id, out->id) < 0)) *out = one;
        found = true;
    }
    bg_db__done(stmt);
    return found && record->code == BG_OK;
}

#define LAST_DAY 99991231
#define SAID_AT \
    "SELECT t2.thread FROM tellings m2 JOIN events v2 ON v2.row = m2.row JOIN items i2 ON " BG_BESIDE("i2", "v2.row") " AND i2.event = v2.id JOIN item_threads t2 ON t2.item = i2.number WHERE m2.contact = ?2" \
    " UNION SELECT t3.thread FROM tellings m3 JOIN events v3 ON v3.row = m3.row JOIN items i3 ON " BG_BESIDE("i3", "v3.row") " AND i3.event = v3.id JOIN item_links g3 ON g3.item = i3.number AND g3.n > 1 JOIN item_threads t3 ON t3.item = g3.earlier WHERE m3.contact = ?2"

bool bg_ledger__said_at(bg_record *record, bg_arena *arena, const char *contact, bg_thread_rows *out) {
    take_threads(record, arena, bg_db__query(record, "SELECT thread, id, sides FROM threads WHERE thread IN (" SAID_AT ") AND open AND ?1 ORDER BY thread", "it", (int64_t)LAST_DAY, contact), out);
    return out->count == 0 || load_items(record, arena, bg_db__query(record, ITEMS_OF(SAID_AT, FULL, FULL_TABLES), "it", (int64_t)LAST_DAY, contact), out->items, out->count);
}
