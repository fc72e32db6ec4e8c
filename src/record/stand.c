/* stand: see stand.h. */
#include "stand.h"
#include "rows.h"
#include "said.h"

#include <stdlib.h>

#define COPY(column) bg_db__copy(record, arena, stmt, (column))

/* ------------------------------------------------------------------ from the entries */

static int grade_of(const char *grade) {
    static const char *const ladder[] = {"wish", "ask", "ready", "agree", "pledge", "signed", "under_way", "done"};
    for (size_t i = 0; i < BG_COUNT(ladder); i++)
        if (bg_string__is(grade, ladder[i])) return (int)i;
    return -1;
}

static size_t count_different(bg_arena *arena, const bg_row_thread *thread, bool witness) {
    size_t count = thread->items.count, different = 0;
    const char **texts = bg_arena__alloc(arena, (count + 1) * sizeof *texts); /* NOLINT(bugprone-sizeof-expression): it holds pointers */
    for (size_t i = 0; texts && i < count; i++) texts[i] = witness ? thread->items.items[i].witness : thread->items.items[i].page;
    if (texts) qsort(texts, count, sizeof *texts, bg_string__order); /* NOLINT(bugprone-sizeof-expression) */
    for (size_t i = 0; texts && i < count; i++) different += !i || strcmp(texts[i - 1], texts[i]) != 0;
    return different;
}

/* Is something done of what was asked or promised before it? */
static const char *done_day(const bg_row_thread *thread) {
    for (size_t i = 1; i < thread->items.count; i++)
        if (bg_string__is(thread->items.items[i].grade, "done")) return thread->items.items[i].day;
    return NULL;
}

static const char *stage_of(const bg_row_thread *thread) {
    static const char *const stages[] = {"asked", "asked", "offered", "agreed", "pledged", "signed", "under_way", "done"};
    const char *stage = "asked";
    int best = -1;
    for (size_t i = 0; i < thread->items.count; i++) {
        const bg_row_item *item = &thread->items.items[i];
        int grade = grade_of(item->grade);
        if (grade < best) continue;
        best = grade;
        stage = bg_string__is(item->kind, "invitation") ? "invited" : bg_string__is(item->step, "answer") ? "answered" : stages[grade < 0 ? 0 : grade];
    }
    return stage;
}

static bool says_more(const bg_row_item *item) { return !bg_string__is(item->kind, "report") && !bg_string__is(item->step, "same"); }

static const bg_row_item *lead_of(const bg_row_thread *thread) {
    const bg_row_item *lead = NULL;
    for (size_t i = 0; i < thread->items.count; i++) {
        const bg_row_item *item = &thread->items.items[i];
        if (says_more(item) && (!lead || grade_of(item->grade) >= grade_of(lead->grade))) lead = item;
    }
    return lead ? lead : thread->items.items;
}

/* ------------------------------------------------------------------ what it is called */

#define NAMED_LEAST 3 /* weight of keys that make a matter one of its own */

/* The key that begins at `at`, up to a blank. */
static size_t key_size(const char *at) { return strcspn(at, " "); }

static const char *next_key(const char *at) {
    at += key_size(at);
    return at + (*at == ' ');
}

static unsigned key_weight(const char *at) {
    switch (*at >= 'A' && *at <= 'Z' ? *at - 'A' + 'a' : *at) {
    case 'k': case 'n': case 'x': return 3;
    case 'h': case 't': return 2;
    case 'c': case 'b': return 1;
    default: return 0;
    }
}

/* A key of an entry that is not only told again. */
typedef struct held {
    const char *key;
    size_t size, item;
} held;

typedef BG_VEC(held) held_keys;

static int by_key(const void *left, const void *right) {
    const held *a = left, *b = right;
    int order = memcmp(a->key, b->key, a->size < b->size ? a->size : b->size);
    return order ? order : (a->size > b->size) - (a->size < b->size);
}

static void collect_keys(bg_arena *arena, const bg_row_thread *thread, held_keys *out) {
    for (size_t i = 0; i < thread->items.count; i++) {
        if (bg_string__is(thread->items.items[i].step, "same")) continue;
        for (const char *at = thread->items.items[i].keys; at && *at; at = next_key(at)) {
            held *one = BG_PUSH(arena, out);
            if (one) *one = (held){at, key_size(at), i};
        }
    }
    if (out->count) qsort(out->items, out->count, sizeof *out->items, by_key);
}

/* Has another entry, one that is not only told again, the key too? */
static bool is_shared(const held_keys *keys, size_t item, const char *key) {
    held wanted = {key, key_size(key), 0};
    const held *found = keys->count ? bsearch(&wanted, keys->items, keys->count, sizeof wanted, by_key) : NULL;
    if (!found) return false;
    for (const held *at = found; at >= keys->items && by_key(at, &wanted) == 0; at--)
        if (at->item != item) return true;
    for (const held *at = found; at < keys->items + keys->count && by_key(at, &wanted) == 0; at++)
        if (at->item != item) return true;
    return false;
}

/* What it has in common with the others counts for it, what is its own alone against it. */
static int names_well(const bg_row_thread *thread, const held_keys *keys, size_t item) {
    int score = 0;
    for (const char *at = thread->items.items[item].keys; at && *at; at = next_key(at)) score += (int)key_weight(at) * (is_shared(keys, item, at) ? 2 : -1);
    return score;
}

static const bg_row_item *name_of(bg_arena *arena, const bg_row_thread *thread, const bg_row_item *lead) {
    const bg_row_item *name = lead;
    held_keys keys = {0};
    collect_keys(arena, thread, &keys);
    int best = names_well(thread, &keys, (size_t)(lead - thread->items.items));
    for (size_t i = 0; i < thread->items.count; i++) {
        int score = says_more(&thread->items.items[i]) ? names_well(thread, &keys, i) : best;
        if (score > best) best = score, name = &thread->items.items[i];
    }
    return name;
}

static bool is_vague(const bg_stand *s, const bg_row_item *lead) {
    unsigned weight = 0;
    if (s->sayings > 1 || lead->due_to || s->done) return false;
    for (const char *at = lead->keys; at && *at; at = next_key(at)) weight += key_weight(at);
    return bg_string__is(lead->grade, "wish") || weight < NAMED_LEAST;
}

void bg_stand__of(bg_arena *arena, const bg_row_thread *thread, bg_stand *out) {
    *out = (bg_stand){.number = thread->number, .id = thread->id, .sides = thread->sides, .count = thread->items.count, .thread = thread};
    if (!thread->items.count) return;
    for (size_t i = 0; i < thread->items.count; i++) {
        const bg_row_item *item = &thread->items.items[i];
        if (item->day && !out->first) out->first = item->day;
        if (item->day) out->last = item->day;
        if (item->due_to) out->due = item->due_to;
        out->sayings += !bg_string__is(item->step, "same");
    }
    const bg_row_item *lead = lead_of(thread);
    out->pages = count_different(arena, thread, false), out->witnesses = count_different(arena, thread, true);
    out->done = done_day(thread);
    out->stage = stage_of(thread);
    out->lead = lead->number, out->grade = lead->grade, out->bound = lead->bound;
    out->name = name_of(arena, thread, lead)->number;
    out->latest = thread->items.items[thread->items.count - 1].number;
    out->vague = is_vague(out, lead);
}

/* ------------------------------------------------------------------ its entries, of each what tells how it stands */

#define BARE \
    "SELECT i.number, coalesce(k.earlier, 0), i.id, i.page, i.statement, i.event, i.kind, i.grade, i.bound, coalesce(i.day, 0), i.due_to, k.step," \
    " coalesce(w.witness, i.page), i.keys, coalesce(k.n, 0), i.sides FROM item_threads t"
#define BARE_TABLES " LEFT JOIN reprints w ON w.page = i.page WHERE t.thread = ?1 AND coalesce(i.day, 0) <= ?2"

typedef bg_stand_member member;
typedef bg_stand_members members;

static int by_time(const void *left, const void *right) {
    const member *a = left, *b = right;
    if (a->day != b->day) return a->day < b->day ? -1 : 1;
    if (a->item.number != b->item.number) return a->item.number < b->item.number ? -1 : 1;
    return (a->n > b->n) - (a->n < b->n);
}

static void take_members(bg_record *record, bg_arena *arena, sqlite3_stmt *stmt, members *out) {
    while (bg_db__row(record, stmt)) {
        member *one = BG_PUSH(arena, out);
        if (!one) {
            bg_db__nomem(record);
            continue;
        }
        one->day = sqlite3_column_int64(stmt, 9), one->n = sqlite3_column_int64(stmt, 14), one->sides = COPY(15);
        one->item = (bg_row_item){.number = sqlite3_column_int64(stmt, 0), .earlier = sqlite3_column_int64(stmt, 1), .id = COPY(2), .page = COPY(3), .statement = COPY(4), .event = COPY(5),
                                  .kind = COPY(6), .grade = COPY(7), .bound = COPY(8), .day = bg_ledger__day(arena, one->day), .due_to = COPY(10), .step = COPY(11), .witness = COPY(12),
                                  .keys = COPY(13)};
    }
}

static void load_members(bg_record *record, bg_arena *arena, int64_t thread, int64_t as_of, members *out) {
    take_members(record, arena, bg_db__query(record, BARE " JOIN items i ON i.number = t.item LEFT JOIN item_links k ON k.item = t.item AND k.n = 1" BARE_TABLES, "ii", thread, as_of), out);
    take_members(record, arena, bg_db__query(record, BARE " CROSS JOIN item_links k ON k.earlier = t.item AND k.n > 1 JOIN items i ON i.number = k.item" BARE_TABLES, "ii", thread, as_of), out);
}

/* What people decided: false if there is no such entry, for they rejected what it was read from. */
static bool stands(bg_record *record, bg_arena *arena, bg_row_item *item) {
    if (bg_db__any(record, bg_db__query(record, "SELECT 1 WHERE " BG_IS_REJECTED("?1, ?2"), "tt", item->statement, item->event))) return false;
    sqlite3_stmt *stmt = bg_db__query(record, "SELECT substr(at, 1, 10), who, note FROM decisions WHERE id = coalesce((SELECT decision FROM effects WHERE fact = ?1 AND field = 'closed'),"
                                      " (SELECT decision FROM effects WHERE fact = ?2 AND field = 'closed'))", "tt", item->id, item->statement);
    if (bg_db__row(record, stmt)) item->closed = COPY(0), item->closed_by = COPY(1), item->closed_note = COPY(2);
    bg_db__done(stmt);
    return true;
}

/* In order of time. One that leans on several entries of the thread has a row for each. */
static void put_members(bg_record *record, bg_arena *arena, members *list, bool decided, bg_item_rows *out) {
    if (list->items && list->count) qsort(list->items, list->count, sizeof *list->items, by_time);
    for (size_t i = 0; list->items && i < list->count && record->code == BG_OK; i++) {
        bg_row_item *one = &list->items[i].item, *last = out->count ? &out->items[out->count - 1] : NULL;
        if (decided && !stands(record, arena, one)) continue;
        bg_row_item *item = last && last->number == one->number ? last : BG_PUSH(arena, out);
        if (item && item != last) *item = *one;
        else if (!item) bg_db__nomem(record);
    }
}

/* ------------------------------------------------------------------ asked for */

#define LISTED \
    "SELECT s.thread, t.id, s.first_day, s.last_day, s.stage, s.due, s.done, s.items, s.pages, s.witnesses, s.sayings, s.lead, s.name, s.latest, s.grade, s.bound, s.vague, s.decided" \
    " FROM standings s CROSS JOIN threads t ON t.thread = s.thread WHERE s.sides = ?1 AND s.first_day <= ?2 ORDER BY s.last_day DESC, s.thread LIMIT ?3"

typedef struct listed {
    bool dated, decided; /* it has an entry behind the day; people decided of something in it */
} listed;

static listed read_stand(bg_record *record, bg_arena *arena, sqlite3_stmt *stmt, const char *sides, int64_t as_of, bg_stand *out) {
    int64_t last = sqlite3_column_int64(stmt, 3);
    *out = (bg_stand){.number = sqlite3_column_int64(stmt, 0), .id = COPY(1), .sides = sides, .first = bg_ledger__day(arena, sqlite3_column_int64(stmt, 2)), .last = bg_ledger__day(arena, last),
                      .stage = COPY(4), .due = COPY(5), .done = COPY(6), .count = (size_t)sqlite3_column_int64(stmt, 7), .pages = (size_t)sqlite3_column_int64(stmt, 8),
                      .witnesses = (size_t)sqlite3_column_int64(stmt, 9), .sayings = (size_t)sqlite3_column_int64(stmt, 10), .lead = sqlite3_column_int64(stmt, 11),
                      .name = sqlite3_column_int64(stmt, 12), .latest = sqlite3_column_int64(stmt, 13), .grade = COPY(14), .bound = COPY(15), .vague = sqlite3_column_int(stmt, 16)};
    return (listed){last > as_of, sqlite3_column_int(stmt, 17)};
}

/* What is kept of it does not hold: from its entries. */
static void read_anew(bg_record *record, bg_arena *arena, int64_t as_of, bool decided, bg_stand *stand) {
    members list = {0};
    bg_row_thread *thread = bg_arena__alloc(arena, sizeof *thread);
    if (!thread) {
        bg_db__nomem(record);
        return;
    }
    *thread = (bg_row_thread){.number = stand->number, .id = stand->id, .sides = stand->sides};
    load_members(record, arena, stand->number, as_of, &list);
    put_members(record, arena, &list, decided, &thread->items);
    bg_stand__of(arena, thread, stand);
}

bool bg_stand__list(bg_record *record, bg_arena *arena, const char *sides, int64_t as_of, size_t most, bg_stand_rows *out) {
    BG_VEC(listed) kept = {0};
    sqlite3_stmt *stmt = bg_db__query(record, LISTED, "tin", sides, as_of, most);
    while (bg_db__row(record, stmt)) {
        bg_stand *slot = BG_PUSH(arena, out);
        listed *how = BG_PUSH(arena, &kept);
        if (slot && how) *how = read_stand(record, arena, stmt, sides, as_of, slot);
        else bg_db__nomem(record);
    }
    for (size_t i = 0; out->items && kept.items && i < out->count && record->code == BG_OK; i++)
        if (kept.items[i].dated || kept.items[i].decided) read_anew(record, arena, as_of, kept.items[i].decided, &out->items[i]);
    return record->code == BG_OK;
}

/* ------------------------------------------------------------------ kept */

#define ANY_DAY 99999999
/* SQL: the row of a thread in `standings`, which stands where its sides and last day put it. */
#define ITS_ROW " (sides, last_day, thread) = (SELECT sides, coalesce(last_day, 0), thread FROM threads WHERE thread = ?1)"
/* SQL: did people decide of something in the thread ?1? */
#define IS_DECIDED \
    "EXISTS (SELECT 1 FROM members m JOIN items i ON i.number = m.item JOIN effects x ON x.fact IN (i.id, i.statement, i.event)" \
    " WHERE m.thread = ?1 AND (x.field = 'closed' OR (x.field = 'verdict' AND x.value = 'reject')))"

/* What the threads' own row says: of all entries the days, the last term, the first deed. */
typedef struct summary {
    int64_t first, last, done;
    const char *due;
    bool open;
} summary;

static summary sum_up(const members *list) {
    summary out = {0};
    for (size_t i = 0; i < list->count; i++) {
        const member *one = &list->items[i];
        if (one->day && !out.first) out.first = one->day;
        out.last = one->day;
        if (!out.done && bg_string__is(one->item.grade, "done")) out.done = one->day;
        if (one->item.due_to && (!out.due || strcmp(one->item.due_to, out.due) > 0)) out.due = one->item.due_to;
        out.open |= !bg_string__is(one->item.kind, "report");
    }
    return out;
}

static const char *id_of(const bg_row_thread *thread) {
    for (size_t i = 0; i < thread->items.count; i++)
        if (thread->items.items[i].number == thread->number) return thread->items.items[i].id;
    return NULL;
}

void bg_stand__insert(bg_record *record, bg_arena *arena, int64_t number, members *list) {
    bg_row_thread thread = {.number = number, .sides = list->items[0].sides};
    bg_stand s;
    put_members(record, arena, list, false, &thread.items);
    summary sum = sum_up(list);
    bg_stand__of(arena, &thread, &s);
    bg_db__run(record, "INSERT INTO threads(thread, id, sides, first_day, last_day, items, open, due_to, done_day) VALUES(?,?,?,nullif(?, 0),nullif(?, 0),?,?,?,nullif(?, 0))", "ittiiniti", number,
               id_of(&thread), thread.sides, sum.first, sum.last, thread.items.count, (int64_t)sum.open, sum.due, sum.done);
    if (!sum.open) return;
    bg_db__run(record,
               "INSERT INTO standings(sides, last_day, thread, first_day, stage, due, done, items, pages, witnesses, sayings, lead, name, latest, grade, bound, vague, decided)"
               " VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,0)",
               "tiiitttnnnniiitti", thread.sides, sum.last, number, sum.first, s.stage, s.due, s.done, s.count, s.pages, s.witnesses, s.sayings, s.lead, s.name, s.latest, s.grade, s.bound,
               (int64_t)s.vague);
    if (bg_db__any(record, bg_db__query(record, "SELECT 1 FROM effects LIMIT 1", ""))) bg_db__run(record, "UPDATE standings SET decided = " IS_DECIDED " WHERE" ITS_ROW, "i", number);
}

void bg_stand__write(bg_record *record, int64_t thread) {
    members list = {0};
    bg_arena *arena = bg_arena__new();
    if (!arena) {
        bg_db__nomem(record);
        return;
    }
    bg_db__run(record, "DELETE FROM standings WHERE" ITS_ROW, "i", thread);
    bg_db__run(record, "DELETE FROM threads WHERE thread = ?", "i", thread);
    load_members(record, arena, thread, ANY_DAY, &list);
    if (list.items && list.count) bg_stand__insert(record, arena, thread, &list);
    if (bg_arena__failed(arena)) bg_db__nomem(record);
    bg_arena__free(arena);
}

/* ------------------------------------------------------------------ what changes without an entry */

typedef BG_VEC(int64_t) numbers;

static void take_numbers(bg_record *record, bg_arena *arena, sqlite3_stmt *stmt, numbers *out) {
    while (bg_db__row(record, stmt)) {
        int64_t *slot = BG_PUSH(arena, out);
        if (slot) *slot = sqlite3_column_int64(stmt, 0);
        else bg_db__nomem(record);
    }
}

/* SQL: the threads of the entries that a query gives, some of them twice. */
#define THREADS_OF(items) \
    "SELECT t.thread FROM (" items ") x CROSS JOIN item_threads t ON t.item = x.number UNION ALL" \
    " SELECT t.thread FROM (" items ") x CROSS JOIN item_links g ON g.item = x.number AND g.n > 1 CROSS JOIN item_threads t ON t.item = g.earlier"
#define READ_FROM "SELECT i.number FROM pages k CROSS JOIN items i ON " BG_ON_PAGE("i", "k.n") " WHERE (k.key = substr(?1, 2, 6) OR k.key IS NULL) AND ?1 IN (i.id, i.statement, i.event)"

void bg_stand__decided(bg_record *record, const char *fact) {
    numbers threads = {0};
    bg_arena *arena = bg_arena__new();
    if (!arena) {
        bg_db__nomem(record);
        return;
    }
    take_numbers(record, arena, bg_db__query(record, THREADS_OF(READ_FROM), "t", fact), &threads);
    for (size_t i = 0; threads.items && i < threads.count; i++) bg_db__run(record, "UPDATE standings SET decided = " IS_DECIDED " WHERE" ITS_ROW, "i", threads.items[i]);
    bg_arena__free(arena);
}

static int by_number(const void *left, const void *right) {
    int64_t a = *(const int64_t *)left, b = *(const int64_t *)right;
    return (a > b) - (a < b);
}

void bg_stand__witnesses(bg_record *record, bg_arena *arena, const bg_texts *pages) {
    numbers threads = {0};
    for (size_t i = 0; i < pages->count; i++) take_numbers(record, arena, bg_db__query(record, THREADS_OF("SELECT i.number FROM pages k CROSS JOIN items i ON " BG_ON_PAGE("i", "k.n") " WHERE k.id = ?1"), "t", pages->items[i]), &threads);
    if (threads.count) qsort(threads.items, threads.count, sizeof *threads.items, by_number);
    for (size_t i = 0; threads.items && i < threads.count && record->code == BG_OK; i++)
        if (!i || threads.items[i] != threads.items[i - 1])
            bg_db__run(record, "UPDATE standings SET witnesses = (SELECT count(DISTINCT coalesce(w.witness, i.page)) FROM (SELECT item FROM item_threads WHERE thread = ?1 UNION ALL"
                               " SELECT g.item FROM item_threads t CROSS JOIN item_links g ON g.earlier = t.item AND g.n > 1 WHERE t.thread = ?1) m CROSS JOIN items i ON i.number = m.item"
                               " LEFT JOIN reprints w ON w.page = i.page) WHERE" ITS_ROW " AND pages > 1", "i", threads.items[i]);
}

void bg_stand__fill(bg_record *record) {
    numbers threads = {0};
    bg_arena *arena = bg_arena__new();
    if (!arena) {
        bg_db__nomem(record);
        return;
    }
    take_numbers(record, arena, bg_db__query(record, "SELECT thread FROM threads ORDER BY thread", ""), &threads);
    for (size_t i = 0; threads.items && i < threads.count && record->code == BG_OK; i++) bg_stand__write(record, threads.items[i]);
    bg_arena__free(arena);
}
