/* entries: see entries.h. */
#include "entries.h"

#include <stdlib.h>

typedef struct place {
    int64_t day, item;
} place;

/* Entries under a key. */
typedef struct shelf {
    unsigned asked;
    bool whole; /* these are all, in ascending order */
    BG_VEC(place) places;
} shelf;

typedef struct bg_new_key {
    int64_t key;
    place at;
} new_key;

/* ------------------------------------------------------------------ entries */

bg_known *bg_entries__known(bg_entries *e, int64_t number) {
    bg_known *known = bg_lookup__find(&e->known, (uint64_t)number);
    if (known) return known;
    known = bg_arena__alloc(e->arena, sizeof *known);
    if (!known || !bg_lookup__put(e->arena, &e->known, (uint64_t)number, known)) return bg_db__nomem(e->record), NULL;
    known->number = number;
    return known;
}

#define COPY(column) bg_db__copy(e->record, e->arena, stmt, (column))

static bg_entry *read_entry(bg_entries *e, int64_t number) {
    bg_entry *entry = bg_arena__alloc(e->arena, sizeof *entry);
    bg_rare *rare = bg_arena__alloc(e->arena, sizeof *rare);
    sqlite3_stmt *stmt = bg_db__query(e->record, "SELECT coalesce(day, 0), sides, kind, grade, bound, page, keys, due_to, speaker, content FROM items WHERE number = ?", "i", number);
    if (!entry || !rare) return bg_db__nomem(e->record), NULL;
    if (!bg_db__row(e->record, stmt)) return NULL;
    rare->arena = e->arena;
    entry->number = number, entry->day = sqlite3_column_int(stmt, 0), entry->rare = rare;
    entry->sides = COPY(1), entry->kind = COPY(2), entry->grade = COPY(3), entry->bound = COPY(4), entry->page = COPY(5);
    entry->due = COPY(7), entry->speaker = COPY(8), entry->content = COPY(9);
    char *keys = COPY(6);
    if (keys) bg_entry__keys(entry, keys);
    bg_db__done(stmt);
    return e->record->code == BG_OK ? entry : NULL;
}

bg_known *bg_entries__loaded(bg_entries *e, int64_t number) {
    bg_known *known = bg_entries__known(e, number);
    if (known && !known->entry && !known->fresh) known->entry = read_entry(e, number);
    return known;
}

bg_known *bg_entries__asked(bg_entries *e, int64_t number) {
    bg_known *known = bg_entries__known(e, number);
    if (!known || known->asked) return known;
    sqlite3_stmt *stmt = bg_db__query(e->record, "SELECT t.thread, l.earlier FROM item_threads t LEFT JOIN item_links l ON l.item = t.item WHERE t.item = ? ORDER BY l.n", "i", number);
    while (bg_db__row(e->record, stmt)) {
        int64_t earlier = sqlite3_column_int64(stmt, 1);
        known->thread = sqlite3_column_int64(stmt, 0);
        if (earlier && known->lean_count < BG_LINKS_MAX) known->leans[known->lean_count++] = (bg_lean){.earlier = earlier};
    }
    known->asked = true;
    known->fresh = !known->thread;
    return known;
}

bg_alike bg_entries__how(bg_entries *e, bg_known *known, unsigned n) {
    bg_lean *lean = &known->leans[n];
    bg_known *earlier = lean->how.rank ? NULL : bg_entries__loaded(e, lean->earlier);
    if (earlier && earlier->entry && known->entry) lean->how = bg_entry__alike(earlier->entry, known->entry);
    return lean->how;
}

void bg_entries__changed(bg_entries *e, bg_known *known) {
    if (known->listed) return;
    bg_known **slot = BG_PUSH(e->arena, &e->changed); /* NOLINT(bugprone-sizeof-expression): it holds pointers */
    if (slot) *slot = known, known->listed = true;
    else bg_db__nomem(e->record);
}

/* ------------------------------------------------------------------ entries under a key */

#define FEW (2 * BG_NEAR) /* under a key that is asked for once, are there no more than the answers would have */

static bool is_before(const place *a, const place *b) { return a->day != b->day ? a->day < b->day : a->item < b->item; }

static place place_of(const bg_entry *entry) { return (place){entry->day, entry->number}; }

/* How many stand before it. */
static size_t count_before(const shelf *s, place at) {
    size_t low = 0, high = s->places.count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (is_before(&s->places.items[middle], &at)) low = middle + 1;
        else high = middle;
    }
    return low;
}

/* All of them, if there are no more than `most`. */
static void load_shelf(bg_entries *e, shelf *s, int64_t key, size_t most) {
    s->places.count = 0;
    sqlite3_stmt *stmt = bg_db__query(e->record, "SELECT day, item FROM item_keys WHERE key = ? ORDER BY day, item LIMIT ?", "in", key, most + 1);
    while (bg_db__row(e->record, stmt)) {
        place *slot = BG_PUSH(e->arena, &s->places);
        if (slot) *slot = (place){sqlite3_column_int64(stmt, 0), sqlite3_column_int64(stmt, 1)};
        else bg_db__nomem(e->record);
    }
    s->whole = s->places.count <= most;
}

/* A long one is loaded once it was asked for so often that it would have been cheaper from the beginning on. NULL: out of memory. */
static shelf *shelf_of(bg_entries *e, int64_t key) {
    shelf *s = bg_lookup__find(&e->shelves, (uint64_t)key);
    if (!s) {
        s = bg_arena__alloc(e->arena, sizeof *s);
        if (!s || !bg_lookup__put(e->arena, &e->shelves, (uint64_t)key, s)) return bg_db__nomem(e->record), NULL;
    }
    unsigned asked = s->whole ? 0 : ++s->asked;
    if (asked == 1 || asked == 4 || asked == 16 || asked == 64 || asked == 256) load_shelf(e, s, key, (size_t)FEW * asked);
    return s;
}

static void push(bg_entries *e, bg_item_numbers *out, int64_t number) {
    int64_t *slot = BG_PUSH(e->arena, out);
    if (slot) *slot = number;
    else bg_db__nomem(e->record);
}

void bg_entries__before(bg_entries *e, const bg_entry *entry, int64_t key, bg_item_numbers *out) {
    const shelf *s = shelf_of(e, key);
    if (s && s->whole) {
        size_t behind = count_before(s, place_of(entry)), first = behind > BG_NEAR ? behind - BG_NEAR : 0;
        for (size_t i = behind; i > first; i--) push(e, out, s->places.items[i - 1].item);
        return;
    }
    sqlite3_stmt *stmt = bg_db__query(e->record, "SELECT item FROM item_keys WHERE key = ?1 AND (day, item) < (?2, ?3) ORDER BY day DESC, item DESC LIMIT 24", "iii", key, (int64_t)entry->day,
                                      entry->number);
    while (bg_db__row(e->record, stmt)) push(e, out, sqlite3_column_int64(stmt, 0));
}

void bg_entries__behind(bg_entries *e, const bg_entry *entry, int64_t key, bg_item_numbers *out) {
    const shelf *s = shelf_of(e, key);
    if (s && s->whole) {
        size_t at = count_before(s, place_of(entry));
        at += at < s->places.count && s->places.items[at].item == entry->number;
        for (size_t i = at; i < s->places.count && i < at + BG_NEAR; i++) push(e, out, s->places.items[i].item);
        return;
    }
    sqlite3_stmt *stmt = bg_db__query(e->record, "SELECT item FROM item_keys WHERE key = ?1 AND (day, item) > (?2, ?3) ORDER BY day, item LIMIT 24", "iii", key, (int64_t)entry->day, entry->number);
    while (bg_db__row(e->record, stmt)) push(e, out, sqlite3_column_int64(stmt, 0));
}

static const char insert_key[] = "INSERT OR IGNORE INTO item_keys(key, day, item) VALUES(?,?,?)";

/* What is not whole is asked of the table, so that the row has to be there. */
void bg_entries__put(bg_entries *e, const bg_entry *entry, int64_t key) {
    shelf *s = shelf_of(e, key);
    place at = place_of(entry);
    if (!s || !s->whole) {
        bg_db__run(e->record, insert_key, "iii", key, at.day, at.item);
        return;
    }
    size_t before = count_before(s, at);
    new_key *row = BG_PUSH(e->arena, &e->keys);
    const place *last = BG_PUSH(e->arena, &s->places);
    if (!row || !last) {
        bg_db__nomem(e->record);
        return;
    }
    *row = (new_key){key, at};
    memmove(s->places.items + before + 1, s->places.items + before, (s->places.count - 1 - before) * sizeof *s->places.items);
    s->places.items[before] = at;
}

void bg_entries__drop(bg_entries *e, const bg_entry *entry, int64_t key) {
    shelf *s = bg_lookup__find(&e->shelves, (uint64_t)key);
    place at = place_of(entry);
    size_t before = s && s->whole ? count_before(s, at) : 0;
    if (s && s->whole && before < s->places.count && s->places.items[before].item == at.item) {
        memmove(s->places.items + before, s->places.items + before + 1, (s->places.count - 1 - before) * sizeof *s->places.items);
        s->places.count--;
    }
    bg_db__run(e->record, "DELETE FROM item_keys WHERE key = ? AND day = ? AND item = ?", "iii", key, at.day, at.item);
}

/* ------------------------------------------------------------------ writing */

static int by_key(const void *left, const void *right) {
    const new_key *a = left, *b = right;
    if (a->key != b->key) return a->key < b->key ? -1 : 1;
    return is_before(&a->at, &b->at) ? -1 : is_before(&b->at, &a->at);
}

static void write_keys(bg_entries *e) {
    if (e->keys.count) qsort(e->keys.items, e->keys.count, sizeof *e->keys.items, by_key);
    bg_db__numbers(e->record, "INSERT OR IGNORE INTO item_keys(key, day, item) VALUES" BG_ROWS("(?,?,?)"), insert_key, 3, (const int64_t *)e->keys.items, e->keys.count);
    e->keys.count = 0;
}

static int by_number(const void *left, const void *right) {
    const bg_known *a = *(const bg_known *const *)left, *b = *(const bg_known *const *)right;
    return (a->number > b->number) - (a->number < b->number);
}

static void write_link(bg_entries *e, const bg_known *known, unsigned n) {
    const bg_lean *lean = &known->leans[n];
    const bg_known *earlier = bg_entries__loaded(e, lean->earlier);
    if (!earlier || !earlier->entry) return;
    bg_buf reason;
    bg_buf__init(&reason, 1 << 16);
    bg_entry__reason(earlier->entry, known->entry, &reason);
    if (reason.failed) bg_db__nomem(e->record);
    bg_db__run(e->record, "INSERT INTO item_links(item, n, earlier, step, reason) VALUES(?,?,?,?,?)", "iiitx", known->number, (int64_t)n + 1, lean->earlier,
               bg_entry__step(earlier->entry, known->entry, lean->how.same), reason.bytes, reason.size);
    bg_buf__free(&reason);
}

void bg_entries__write_links(bg_entries *e) {
    write_keys(e);
    if (e->changed.count) qsort(e->changed.items, e->changed.count, sizeof *e->changed.items, by_number); /* NOLINT(bugprone-sizeof-expression): it holds pointers */
    for (size_t i = 0; i < e->changed.count && e->record->code == BG_OK; i++) {
        bg_known *known = e->changed.items[i];
        if (!known->changed || !known->entry) continue;
        if (!known->fresh) bg_db__run(e->record, "DELETE FROM item_links WHERE item = ?", "i", known->number);
        for (unsigned n = 0; n < known->lean_count; n++) write_link(e, known, n);
        known->changed = false;
    }
}

void bg_entries__write_threads(bg_entries *e) {
    for (size_t i = 0; i < e->changed.count && e->record->code == BG_OK; i++) {
        bg_known *known = e->changed.items[i];
        known->listed = false;
        if (!known->fresh || !known->entry) continue;
        bg_db__run(e->record, "INSERT INTO item_threads(item, thread) VALUES(?,?)", "ii", known->number, known->thread);
        known->fresh = false;
    }
    e->changed.count = 0;
}
