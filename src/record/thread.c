/* thread: see thread.h. Each entry looked at is loaded once, in a batch once for all of its pages; which thread entries are of is written at the end. */
#include "thread.h"
#include "stand.h"

#include <stdlib.h>

typedef BG_VEC(int64_t) numbers;

#define SEEN_BYTES ((size_t)16 << 20) /* with more in a batch it is settled and begun anew */

typedef struct bg_threads {
    bg_record *record;
    bg_arena *arena;
    numbers numbers;         /* of entries looked at */
    BG_VEC(bg_entry *) seen; /* … themselves; NULL: it went */
    BG_VEC(uint32_t) slots;  /* number → index + 1; a power of two */
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

/* ------------------------------------------------------------------ entries */

#define COPY(column) bg_db__copy(t->record, t->arena, stmt, (column))

static bg_entry *read_entry(threads *t, int64_t number) {
    bg_entry *entry = bg_arena__alloc(t->arena, sizeof *entry);
    bg_rare *rare = bg_arena__alloc(t->arena, sizeof *rare);
    sqlite3_stmt *stmt = bg_db__query(t->record, "SELECT coalesce(day, 0), sides, kind, grade, bound, page, keys, due_to, speaker, content FROM items WHERE number = ?", "i", number);
    if (!entry || !rare) return bg_db__nomem(t->record), NULL;
    if (!bg_db__row(t->record, stmt)) return NULL;
    *rare = (bg_rare){.arena = t->arena};
    *entry = (bg_entry){.number = number, .day = sqlite3_column_int(stmt, 0), .sides = COPY(1), .kind = COPY(2), .grade = COPY(3), .bound = COPY(4), .page = COPY(5), .due = COPY(7), .speaker = COPY(8), .content = COPY(9), .rare = rare};
    char *keys = COPY(6);
    if (keys) bg_entry__keys(entry, keys);
    bg_db__done(stmt);
    return t->record->code == BG_OK ? entry : NULL;
}

/* Where an entry's index stands, or would. One that went keeps its place for its number. */
static uint32_t *slot_of(threads *t, int64_t number) {
    size_t mask = t->slots.count - 1, at = (size_t)bg_hash__bytes(&number, sizeof number, 3) & mask;
    while (t->slots.items[at] && t->numbers.items[t->slots.items[at] - 1] != number) at = (at + 1) & mask;
    return &t->slots.items[at];
}

static bool grow_slots(threads *t) {
    size_t size = t->slots.count ? t->slots.count * 2 : 64;
    t->slots.items = bg_arena__alloc(t->arena, size * sizeof *t->slots.items);
    t->slots.count = t->slots.items ? size : 0;
    for (size_t i = 0; t->slots.items && i < t->numbers.count; i++) *slot_of(t, t->numbers.items[i]) = (uint32_t)i + 1;
    return t->slots.items || bg_db__nomem(t->record);
}

static bg_entry *entry_of(threads *t, int64_t number) {
    if (t->slots.count <= t->numbers.count * 2 && !grow_slots(t)) return NULL;
    uint32_t *slot = slot_of(t, number);
    if (!*slot) {
        bg_entry **place = BG_PUSH(t->arena, &t->seen); /* NOLINT(bugprone-sizeof-expression): it holds pointers */
        if (!place || !push(t, &t->numbers, number)) return bg_db__nomem(t->record), NULL;
        *slot = (uint32_t)t->numbers.count;
    }
    size_t index = *slot - 1;
    if (!t->seen.items[index]) t->seen.items[index] = read_entry(t, number);
    return t->seen.items[index];
}

static void forget(threads *t, int64_t number) {
    uint32_t *slot = t->slots.count ? slot_of(t, number) : NULL;
    if (slot && *slot) t->seen.items[*slot - 1] = NULL;
}

/* ------------------------------------------------------------------ the index */

#define BG_GROUP_MAX 64

static int64_t hash_of(const bg_entry *entry, const char *key) {
    return (int64_t)bg_hash__bytes(key, strlen(key), bg_hash__bytes(entry->sides, strlen(entry->sides), 5));
}

static void use(const bg_entry *entry, const char *key, int64_t out[BG_KEYS_USED], unsigned *count) {
    int64_t hash = hash_of(entry, key);
    for (unsigned i = 0; i < *count; i++)
        if (out[i] == hash) return;
    if (*count < BG_KEYS_USED) out[(*count)++] = hash;
}

/* The group of a thing, "goods.fruit" of "goods.fruit.mango"; "" if it is none. */
static const char *group_of(const char *thing, char out[BG_GROUP_MAX]) {
    const char *last = strrchr(thing, '.');
    size_t size = last && last != strchr(thing, '.') ? (size_t)(last - thing) : 0;
    snprintf(out, BG_GROUP_MAX, "%.*s", (int)size, thing);
    return out;
}

/* The heaviest keys, those that stand first among equals, things with their groups; all that was said, where there are none. */
static unsigned keys_used(const bg_entry *entry, int64_t out[BG_KEYS_USED]) {
    unsigned count = 0;
    char group[BG_GROUP_MAX];
    for (unsigned weight = 3; weight; weight--)
        for (unsigned i = 0; i < entry->key_count; i++) {
            if (entry->keys[i].weight != weight) continue;
            use(entry, entry->keys[i].text, out, &count);
            if (entry->keys[i].kind == 'x' && *group_of(entry->keys[i].text, group)) use(entry, group, out, &count);
        }
    if (!count && entry->content) out[count++] = hash_of(entry, entry->content);
    return count;
}

/* Entries before it under a key, the latest first. */
static void look_before(threads *t, const bg_entry *entry, int64_t key, numbers *out) {
    sqlite3_stmt *stmt = bg_db__query(t->record, "SELECT item FROM item_keys WHERE key = ?1 AND (day, item) < (?2, ?3) ORDER BY day DESC, item DESC LIMIT 24", "iii", key,
                                      (int64_t)entry->day, entry->number);
    while (bg_db__row(t->record, stmt)) push(t, out, sqlite3_column_int64(stmt, 0));
}

/* … and behind it, the earliest first. */
static void look_behind(threads *t, const bg_entry *entry, int64_t key, numbers *out) {
    sqlite3_stmt *stmt = bg_db__query(t->record, "SELECT item FROM item_keys WHERE key = ?1 AND (day, item) > (?2, ?3) ORDER BY day, item LIMIT 24", "iii", key,
                                      (int64_t)entry->day, entry->number);
    while (bg_db__row(t->record, stmt)) push(t, out, sqlite3_column_int64(stmt, 0));
}

/* ------------------------------------------------------------------ links */

typedef struct link {
    bg_entry *earlier;
    bg_alike how;
} link;

typedef struct links {
    link items[BG_LINKS_MAX];
    unsigned count;
} links;

static int surest_first(const void *left, const void *right) {
    const link *a = left, *b = right;
    if (a->how.rank != b->how.rank) return a->how.rank > b->how.rank ? -1 : 1;
    return bg_entry__before(b->earlier, a->earlier) ? -1 : 1;
}

/* Does it belong to one of those already taken? Then that one leads to it. */
static bool is_of_one(const links *taken, const bg_entry *entry) {
    for (unsigned i = 0; i < taken->count; i++) {
        const bg_entry *other = taken->items[i].earlier;
        if (other == entry || (bg_entry__before(entry, other) ? bg_entry__alike(entry, other) : bg_entry__alike(other, entry)).rank) return true;
    }
    return false;
}

/* The surest; then, unless the entry only tells that one again, the surest of those that have nothing to do with it, and so on. */
static links choose(const link *found, size_t count) {
    links out = {0};
    for (size_t i = 0; i < count && out.count < BG_LINKS_MAX && !(out.count && out.items[0].how.same); i++)
        if (!is_of_one(&out, found[i].earlier) && !(out.count && found[i].how.same)) out.items[out.count++] = found[i];
    return out;
}

/* Of those before it that are alike. */
static links find_links(threads *t, const bg_entry *entry) {
    int64_t keys[BG_KEYS_USED];
    unsigned count = keys_used(entry, keys);
    numbers near = {0};
    BG_VEC(link) found = {0};
    for (unsigned i = 0; i < count; i++) look_before(t, entry, keys[i], &near);
    sort_once(&near); /* most stand under several keys */
    for (size_t i = 0; i < near.count && t->record->code == BG_OK; i++) {
        bg_entry *earlier = entry_of(t, near.items[i]);
        bg_alike how = earlier ? bg_entry__alike(earlier, entry) : (bg_alike){0};
        link *slot = how.rank ? BG_PUSH(t->arena, &found) : NULL;
        if (slot) *slot = (link){earlier, how};
    }
    if (!found.items) return (links){0};
    qsort(found.items, found.count, sizeof *found.items, surest_first);
    return choose(found.items, found.count);
}

/* The links that are written, by their earlier entries. */
static unsigned written(threads *t, int64_t number, int64_t out[BG_LINKS_MAX]) {
    unsigned count = 0;
    sqlite3_stmt *stmt = bg_db__query(t->record, "SELECT earlier FROM item_links WHERE item = ? ORDER BY n", "i", number);
    while (bg_db__row(t->record, stmt))
        if (count < BG_LINKS_MAX) out[count++] = sqlite3_column_int64(stmt, 0);
    return count;
}

static void write_link(threads *t, const bg_entry *entry, const link *l, unsigned n) {
    bg_buf reason;
    bg_buf__init(&reason, 1 << 16);
    bg_entry__reason(l->earlier, entry, &reason);
    if (reason.failed) bg_db__nomem(t->record);
    bg_db__run(t->record, "INSERT INTO item_links(item, n, earlier, step, reason) VALUES(?,?,?,?,?)", "iiitt", entry->number, (int64_t)n, l->earlier->number,
               bg_entry__step(l->earlier, entry, l->how.same), reason.bytes);
    bg_buf__free(&reason);
}

static void touch_threads_of(threads *t, const int64_t *earlier, unsigned count);

static void write_links(threads *t, const bg_entry *entry, const links *now, const int64_t *before, unsigned before_count) {
    int64_t leans[BG_LINKS_MAX];
    bg_db__run(t->record, "DELETE FROM item_links WHERE item = ?", "i", entry->number);
    for (unsigned i = 0; i < now->count; i++) write_link(t, entry, &now->items[i], i + 1), leans[i] = now->items[i].earlier->number;
    touch_threads_of(t, before, before_count);
    touch_threads_of(t, leans, now->count);
    push(t, &t->moved, entry->number);
}

static void relink(threads *t, int64_t number) {
    int64_t before[BG_LINKS_MAX];
    bg_entry *entry = entry_of(t, number);
    if (!entry) return;
    links now = find_links(t, entry);
    unsigned count = written(t, number, before);
    bool same = count == now.count;
    for (unsigned i = 0; same && i < count; i++) same = before[i] == now.items[i].earlier->number;
    if (!same) write_links(t, entry, &now, before, count);
}

/* ------------------------------------------------------------------ threads */

/* … and the surest entry before it, 0: none. */
static int64_t thread_of(threads *t, int64_t number, int64_t *earlier) {
    int64_t thread = 0;
    sqlite3_stmt *stmt = bg_db__query(t->record, "SELECT t.thread, coalesce(l.earlier, 0) FROM item_threads t LEFT JOIN item_links l ON l.item = t.item AND l.n = 1 WHERE t.item = ?", "i", number);
    *earlier = 0;
    if (bg_db__row(t->record, stmt)) thread = sqlite3_column_int64(stmt, 0), *earlier = sqlite3_column_int64(stmt, 1);
    bg_db__done(stmt);
    return thread;
}

static void touch_threads_of(threads *t, const int64_t *earlier, unsigned count) {
    int64_t other;
    for (unsigned i = 0; i < count; i++) {
        int64_t thread = thread_of(t, earlier[i], &other);
        if (thread) push(t, &t->touched, thread);
    }
}

static int64_t root_of(threads *t, int64_t number) {
    int64_t earlier, up = number;
    for (thread_of(t, up, &earlier); earlier && t->record->code == BG_OK; thread_of(t, up, &earlier)) up = earlier;
    return up;
}

/* An entry and all that lean on it. */
static void set_thread(threads *t, int64_t number) {
    numbers queue = {0};
    int64_t thread = root_of(t, number), earlier;
    push(t, &queue, number);
    for (size_t i = 0; i < queue.count && t->record->code == BG_OK; i++) {
        int64_t old = thread_of(t, queue.items[i], &earlier);
        if (old == thread && i) continue;
        if (old) push(t, &t->touched, old);
        if (old == thread) continue;
        bg_db__run(t->record, "UPDATE item_threads SET thread = ?2 WHERE item = ?1", "ii", queue.items[i], thread);
        sqlite3_stmt *stmt = bg_db__query(t->record, "SELECT item FROM item_links WHERE earlier = ? AND n = 1", "i", queue.items[i]);
        while (bg_db__row(t->record, stmt)) push(t, &queue, sqlite3_column_int64(stmt, 0));
    }
    push(t, &t->touched, thread);
}

/* What is due, and free. */
static void finish(threads *t) {
    sort_once(&t->moved);
    for (size_t i = 0; i < t->moved.count && t->record->code == BG_OK; i++) set_thread(t, t->moved.items[i]);
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
    *t = (threads){.record = record, .arena = arena};
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

/* Would choose() take this entry for the links of a later one, which are `before`? Only those that are surer stand in its way. */
static bool would_take(threads *t, bg_entry *entry, const bg_entry *later, const int64_t *before, unsigned count) {
    link one = {entry, bg_entry__alike(entry, later)};
    links surer = {0};
    if (!one.how.rank) return false;
    for (unsigned i = 0; i < count; i++) {
        link other = {.earlier = entry_of(t, before[i])};
        if (other.earlier == entry) return false;
        if (!other.earlier) return true;
        other.how = bg_entry__alike(other.earlier, later);
        if (surest_first(&other, &one) < 0) surer.items[surer.count++] = other;
    }
    if (!surer.count) return true;
    return surer.count < BG_LINKS_MAX && !surer.items[0].how.same && !one.how.same && !is_of_one(&surer, entry);
}

static bool leans_on(const int64_t *before, unsigned count, int64_t number) {
    for (unsigned i = 0; i < count; i++)
        if (before[i] == number) return true;
    return false;
}

/* Under a key one entry comes into those that the later one looks at, and another one (0: none) is no longer there. */
static void offer(threads *t, int64_t comes, int64_t goes, int64_t behind) {
    int64_t before[BG_LINKS_MAX];
    bg_entry *later = entry_of(t, behind), *entry = comes ? entry_of(t, comes) : NULL;
    if (!later) return;
    unsigned count = written(t, behind, before);
    if ((goes && leans_on(before, count, goes)) || (entry && would_take(t, entry, later, before, count))) relink(t, behind);
}

/* Entries behind this one under a key, and for each the one that is too far for it with this one between, 0: none. */
static void look_around(threads *t, const bg_entry *entry, int64_t key, numbers *behind, numbers *far) {
    numbers before = {0};
    size_t first = behind->count;
    look_behind(t, entry, key, behind);
    if (behind->count > first) look_before(t, entry, key, &before);
    for (size_t i = first; i < behind->count; i++) {
        size_t at = BG_NEAR - 1 - (i - first);
        push(t, far, at < before.count ? before.items[at] : 0);
    }
}

/* A new one: nobody leans on it yet. */
static void insert(threads *t, const bg_entry *entry, const links *l) {
    int64_t above = 0, leans[BG_LINKS_MAX];
    int64_t thread = l->count ? thread_of(t, l->items[0].earlier->number, &above) : entry->number;
    bg_db__run(t->record, "INSERT INTO item_threads(item, thread) VALUES(?,?)", "ii", entry->number, thread);
    for (unsigned i = 0; i < l->count; i++) write_link(t, entry, &l->items[i], i + 1), leans[i] = l->items[i].earlier->number;
    touch_threads_of(t, leans, l->count);
    push(t, &t->touched, thread);
}

void bg_thread__add(bg_record *record, int64_t number) {
    int64_t keys[BG_KEYS_USED];
    threads *t = start(record);
    bg_entry *entry = t ? entry_of(t, number) : NULL;
    unsigned count = entry ? keys_used(entry, keys) : 0;
    numbers behind = {0}, far = {0};
    links found = {0};
    if (count) found = find_links(t, entry);
    if (entry) insert(t, entry, &found);
    for (unsigned i = 0; i < count; i++) bg_db__run(record, "INSERT OR IGNORE INTO item_keys(key, day, item) VALUES(?,?,?)", "iii", keys[i], (int64_t)entry->day, number);
    for (unsigned i = 0; i < count; i++) look_around(t, entry, keys[i], &behind, &far);
    for (size_t i = 0; i < far.count && record->code == BG_OK; i++) offer(t, number, far.items[i], behind.items[i]);
    if (t) stop(t);
}

void bg_thread__remove(bg_record *record, int64_t number) {
    int64_t keys[BG_KEYS_USED], earlier, leans[BG_LINKS_MAX];
    numbers behind = {0}, far = {0};
    threads *t = start(record);
    if (!t) return;
    bg_entry *entry = entry_of(t, number);
    unsigned count = entry ? keys_used(entry, keys) : 0;
    for (unsigned i = 0; i < count; i++) {
        look_around(t, entry, keys[i], &behind, &far);
        bg_db__run(record, "DELETE FROM item_keys WHERE key = ? AND day = ? AND item = ?", "iii", keys[i], (int64_t)entry->day, number);
    }
    push(t, &t->touched, thread_of(t, number, &earlier));
    push(t, &t->touched, number);
    touch_threads_of(t, leans, written(t, number, leans));
    bg_db__run(record, "DELETE FROM item_links WHERE item = ?", "i", number);
    bg_db__run(record, "DELETE FROM item_threads WHERE item = ?", "i", number);
    for (size_t i = 0; i < far.count && record->code == BG_OK; i++) offer(t, far.items[i], number, behind.items[i]);
    forget(t, number);
    stop(t);
}
