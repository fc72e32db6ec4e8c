/* thread: see thread.h; what it knows of entries and when it is written, entries.h. */
#include "thread.h"
#include "entries.h"
#include "stand.h"

#include <stdlib.h>

typedef bg_item_numbers numbers;

#define SEEN_BYTES ((size_t)24 << 20) /* with more in a batch it is settled and begun anew */

typedef struct bg_threads {
    bg_record *record;
    bg_arena *arena;
    bg_entries e;
    uint64_t turn; /* of entries that came or went */
    numbers near, behind, far, before; /* of one turn */
    BG_VEC(bg_link) found;
    numbers moved;   /* entries that lean on another one than before: they and what leans on them may be of another thread */
    numbers touched; /* threads whose row is to be written anew */
} threads;

static bool push(threads *t, numbers *list, int64_t number) {
    int64_t *slot = BG_PUSH(t->arena, list);
    if (slot) *slot = number;
    else bg_db__nomem(t->record);
    return slot != NULL;
}

static int by_number(const void *left, const void *right) {
    int64_t a = *(const int64_t *)left, b = *(const int64_t *)right;
    return (a > b) - (a < b);
}

/* In ascending order, each once. */
static void sort_once(numbers *list) {
    size_t kept = 0;
    if (list->count) qsort(list->items, list->count, sizeof *list->items, by_number);
    for (size_t i = 0; i < list->count; i++)
        if (!kept || list->items[kept - 1] != list->items[i]) list->items[kept++] = list->items[i];
    list->count = kept;
}

/* ------------------------------------------------------------------ links */

/* Of those before it that are alike. */
static bg_link_set find_links(threads *t, const bg_entry *entry) {
    int64_t keys[BG_KEYS_USED];
    unsigned count = bg_lean__keys(entry, keys);
    t->near.count = t->found.count = 0;
    for (unsigned i = 0; i < count; i++) bg_entries__before(&t->e, entry, keys[i], &t->near);
    sort_once(&t->near); /* most stand under several keys */
    for (size_t i = 0; i < t->near.count && t->record->code == BG_OK; i++) {
        const bg_known *earlier = bg_entries__loaded(&t->e, t->near.items[i]);
        bg_alike how = earlier && earlier->entry ? bg_entry__alike(earlier->entry, entry) : (bg_alike){0};
        bg_link *slot = how.rank ? BG_PUSH(t->arena, &t->found) : NULL;
        if (slot) *slot = (bg_link){earlier->entry, how};
    }
    return t->found.items ? bg_lean__choose(t->found.items, t->found.count) : (bg_link_set){0};
}

static void lean_on(bg_known *known, const bg_link_set *now) {
    known->lean_count = now->count;
    for (unsigned i = 0; i < now->count; i++) known->leans[i] = (bg_lean){now->items[i].earlier->number, now->items[i].how};
}

static void touch_leans(threads *t, const bg_known *known) {
    for (unsigned i = 0; i < known->lean_count; i++) {
        const bg_known *earlier = bg_entries__asked(&t->e, known->leans[i].earlier);
        if (earlier && earlier->thread) push(t, &t->touched, earlier->thread);
    }
}

static void relink(threads *t, bg_known *known) {
    bg_link_set now = find_links(t, known->entry);
    bool same = known->lean_count == now.count;
    for (unsigned i = 0; same && i < now.count; i++) same = known->leans[i].earlier == now.items[i].earlier->number;
    if (same) return;
    touch_leans(t, known);
    lean_on(known, &now);
    touch_leans(t, known);
    known->changed = true;
    bg_entries__changed(&t->e, known);
    push(t, &t->moved, known->number);
}

/* ------------------------------------------------------------------ threads */

static int64_t root_of(threads *t, int64_t number) {
    const bg_known *known = bg_entries__asked(&t->e, number);
    while (known && known->lean_count && t->record->code == BG_OK) {
        number = known->leans[0].earlier;
        known = bg_entries__asked(&t->e, number);
    }
    return number;
}

/* An entry and all that lean on it. What is new is written with its thread, later. */
static void set_thread(threads *t, int64_t number) {
    numbers queue = {0};
    int64_t thread = root_of(t, number);
    push(t, &queue, number);
    for (size_t i = 0; i < queue.count && t->record->code == BG_OK; i++) {
        bg_known *known = bg_entries__asked(&t->e, queue.items[i]);
        if (!known || !known->thread || known->thread == thread) continue;
        push(t, &t->touched, known->thread);
        known->thread = thread;
        if (!known->fresh) bg_db__run(t->record, "UPDATE item_threads SET thread = ?2 WHERE item = ?1", "ii", known->number, thread);
        sqlite3_stmt *stmt = bg_db__query(t->record, "SELECT item FROM item_links WHERE earlier = ? AND n = 1", "i", known->number);
        while (bg_db__row(t->record, stmt)) push(t, &queue, sqlite3_column_int64(stmt, 0));
    }
    push(t, &t->touched, thread);
}

/* What is due, and free. */
static void finish(threads *t) {
    bg_entries__write_links(&t->e);
    sort_once(&t->moved);
    for (size_t i = 0; i < t->moved.count && t->record->code == BG_OK; i++) set_thread(t, t->moved.items[i]);
    bg_entries__write_threads(&t->e);
    sort_once(&t->touched);
    for (size_t i = 0; i < t->touched.count && t->record->code == BG_OK; i++) bg_stand__write(t->record, t->touched.items[i]);
    if (bg_arena__failed(t->arena)) bg_db__nomem(t->record);
    bg_arena__free(t->arena);
}

/* Those of the batch, or new ones; NULL: out of memory. */
static threads *start(bg_record *record) {
    if (record->threads) return record->threads;
    bg_arena *arena = bg_arena__new();
    threads *t = arena ? bg_arena__alloc(arena, sizeof *t) : NULL;
    if (!t) {
        bg_arena__free(arena);
        bg_db__nomem(record);
        return NULL;
    }
    *t = (threads){.record = record, .arena = arena, .e = {.record = record, .arena = arena}};
    if (record->batched) record->threads = t;
    return t;
}

/* The end of an operation. */
static void stop(threads *t) {
    bg_record *record = t->record;
    if (record->threads && bg_arena__used(t->arena) < SEEN_BYTES) return;
    record->threads = NULL;
    finish(t);
}

void bg_thread__settle(bg_record *record) {
    threads *t = record->threads;
    record->threads = NULL;
    if (t) finish(t);
}

void bg_thread__drop(bg_record *record) {
    if (record->threads) bg_arena__free(record->threads->arena);
    record->threads = NULL;
}

/* ------------------------------------------------------------------ one comes, one goes */

/* Would choose() take this entry for the links of a later one? Only those of its links that are surer stand in its way. */
static bool would_take(threads *t, bg_entry *entry, bg_known *later) {
    bg_link one = {entry, bg_entry__alike(entry, later->entry)};
    bg_link_set surer = {0};
    if (!one.how.rank) return false;
    for (unsigned i = 0; i < later->lean_count; i++) {
        bg_alike how = bg_entries__how(&t->e, later, i);
        const bg_known *earlier = bg_entries__loaded(&t->e, later->leans[i].earlier);
        if (!earlier || !earlier->entry) return true;
        if (earlier->entry == entry) return false;
        bg_link other = {earlier->entry, how};
        if (bg_lean__order(&other, &one) < 0) surer.items[surer.count++] = other;
    }
    if (!surer.count) return true;
    return surer.count < BG_LINKS_MAX && !surer.items[0].how.same && !one.how.same && !bg_lean__is_of_one(&surer, entry);
}

static bool leans_on(const bg_known *known, int64_t number) {
    for (unsigned i = 0; i < known->lean_count; i++)
        if (known->leans[i].earlier == number) return true;
    return false;
}

/* Under a key one entry comes (NULL: none) into those that the later one looks at, and another one (0: none) is no longer there. */
static void offer(threads *t, bg_entry *comes, int64_t goes, bg_known *later) {
    if ((goes && leans_on(later, goes)) || (comes && would_take(t, comes, later))) relink(t, later);
}

/* An entry behind others, NULL: it is not there. */
static bg_known *later_of(threads *t, int64_t number) {
    bg_known *later = bg_entries__loaded(&t->e, number);
    return later && later->entry ? bg_entries__asked(&t->e, number) : NULL;
}

/* Entries behind this one under a key, and for each the one that is too far for it with this one between, 0: none. */
static void look_around(threads *t, const bg_entry *entry, int64_t key) {
    size_t first = t->behind.count;
    t->before.count = 0;
    bg_entries__behind(&t->e, entry, key, &t->behind);
    if (t->behind.count > first) bg_entries__before(&t->e, entry, key, &t->before);
    for (size_t i = first; i < t->behind.count; i++) {
        size_t at = BG_NEAR - 1 - (i - first);
        push(t, &t->far, at < t->before.count ? t->before.items[at] : 0);
    }
}

/* A new one: nobody leans on it yet. */
static void insert(threads *t, bg_known *known, const bg_link_set *l) {
    const bg_known *first = l->count ? bg_entries__asked(&t->e, l->items[0].earlier->number) : NULL;
    known->thread = first && first->thread ? first->thread : known->number;
    known->asked = known->fresh = true;
    known->changed = l->count;
    lean_on(known, l);
    touch_leans(t, known);
    push(t, &t->touched, known->thread);
    bg_entries__changed(&t->e, known);
}

static void add(threads *t, bg_known *known) {
    int64_t keys[BG_KEYS_USED];
    bg_entry *entry = known->entry;
    unsigned count = bg_lean__keys(entry, keys);
    bg_link_set found = {0};
    t->turn++;
    t->behind.count = t->far.count = 0;
    if (count) found = find_links(t, entry);
    insert(t, known, &found);
    for (unsigned i = 0; i < count; i++) bg_entries__put(&t->e, entry, keys[i]);
    for (unsigned i = 0; i < count; i++) look_around(t, entry, keys[i]);
    for (size_t i = 0; i < t->far.count && t->record->code == BG_OK; i++) {
        bg_known *later = later_of(t, t->behind.items[i]);
        if (!later) continue;
        bool again = later->offered == t->turn; /* under how many keys it comes does not matter */
        later->offered = t->turn;
        offer(t, again ? NULL : entry, t->far.items[i], later);
    }
}

static const char *copied(threads *t, const char *text) { return text ? bg_arena__text(t->arena, text, strlen(text)) : NULL; }

/* As its row gives it. */
static bg_entry *entry_of(threads *t, const bg_entry *from, const char *keys) {
    bg_entry *entry = bg_arena__copy(t->arena, from, sizeof *entry);
    bg_rare *rare = bg_arena__alloc(t->arena, sizeof *rare);
    char *text = bg_arena__text(t->arena, keys, strlen(keys));
    if (!entry || !rare || !text) return bg_db__nomem(t->record), NULL;
    rare->arena = t->arena, entry->rare = rare;
    entry->sides = copied(t, from->sides), entry->kind = copied(t, from->kind), entry->grade = copied(t, from->grade), entry->bound = copied(t, from->bound);
    entry->page = copied(t, from->page), entry->due = copied(t, from->due), entry->speaker = copied(t, from->speaker), entry->content = copied(t, from->content);
    bg_entry__keys(entry, text);
    return bg_arena__failed(t->arena) ? bg_db__nomem(t->record), NULL : entry;
}

/* Has it no rows yet, and is to get them in the end? Then it is not to get them any more. */
static bool was_due(bg_record *record, int64_t number) {
    bg_db__run(record, "DELETE FROM items_due WHERE row = (SELECT row FROM items WHERE number = ?)", "i", number);
    return record->code == BG_OK && sqlite3_changes(record->db) && !bg_db__any(record, bg_db__query(record, "SELECT 1 FROM item_threads WHERE item = ?", "i", number));
}

void bg_thread__link(bg_record *record, int64_t number) {
    threads *t = was_due(record, number) ? start(record) : NULL;
    bg_known *known = t ? bg_entries__loaded(&t->e, number) : NULL;
    if (known && known->entry) add(t, known);
    if (t) stop(t);
}

void bg_thread__add(bg_record *record, const bg_entry *entry, const char *keys) {
    if (record->batched) {
        bg_db__run(record, "INSERT OR IGNORE INTO items_due SELECT row FROM items WHERE number = ?", "i", entry->number);
        return;
    }
    threads *t = start(record);
    bg_known *known = t ? bg_entries__known(&t->e, entry->number) : NULL;
    if (known) known->entry = entry_of(t, entry, keys);
    if (known && known->entry) add(t, known);
    if (t) stop(t);
}

/* Its rows. Whatever leans on it is linked anew by who calls. */
static void take_out(threads *t, bg_known *known) {
    if (known->thread) push(t, &t->touched, known->thread);
    push(t, &t->touched, known->number);
    touch_leans(t, known);
    bg_db__run(t->record, "DELETE FROM item_links WHERE item = ?", "i", known->number);
    bg_db__run(t->record, "DELETE FROM item_threads WHERE item = ?", "i", known->number);
    known->thread = 0, known->lean_count = 0;
    known->fresh = true, known->changed = false;
}

/* An entry goes from among the others: its keys, its link. */
static void leave(threads *t, bg_known *known) {
    int64_t keys[BG_KEYS_USED];
    bg_entry *entry = known->entry;
    unsigned count = entry ? bg_lean__keys(entry, keys) : 0;
    t->behind.count = t->far.count = 0;
    bg_entries__write_links(&t->e), bg_entries__write_threads(&t->e);
    for (unsigned i = 0; i < count; i++) {
        look_around(t, entry, keys[i]);
        bg_entries__drop(&t->e, entry, keys[i]);
    }
    take_out(t, known), known->entry = NULL;
    for (size_t i = 0; i < t->far.count && t->record->code == BG_OK; i++) {
        const bg_known *far = t->far.items[i] ? bg_entries__loaded(&t->e, t->far.items[i]) : NULL;
        bg_known *later = later_of(t, t->behind.items[i]);
        if (later) offer(t, far ? far->entry : NULL, known->number, later);
    }
}

/* By its number, with links and thread; NULL: a failure. */
static bg_known *whole(threads *t, int64_t number) {
    bg_known *known = t ? bg_entries__loaded(&t->e, number) : NULL;
    return known ? bg_entries__asked(&t->e, number) : NULL;
}

void bg_thread__remove(bg_record *record, int64_t number) {
    if (was_due(record, number)) return;
    threads *t = start(record);
    bg_known *known = whole(t, number);
    if (known) leave(t, known);
    if (t) stop(t);
}

static void set_day(bg_record *record, int64_t number, int day) { bg_db__run(record, "UPDATE items SET day = nullif(?2, 0) WHERE number = ?1", "ii", number, (int64_t)day); }

void bg_thread__redate(bg_record *record, int64_t number, int day) {
    if (was_due(record, number)) {
        set_day(record, number, day);
        bg_db__run(record, "INSERT INTO items_due SELECT row FROM items WHERE number = ?", "i", number);
        return;
    }
    threads *t = start(record);
    bg_known *known = whole(t, number);
    bg_entry *entry = known ? known->entry : NULL;
    if (entry) {
        leave(t, known);
        set_day(record, number, day);
        entry->day = day, known->entry = entry;
        add(t, known);
    }
    if (t) stop(t);
}
