/* anew: see anew.h. Threads load entries and link them (relay.h); who writes writes a run of them a transaction, the rows of each table in their order. */
#include "anew.h"
#include "lean.h"
#include "lookup.h"
#include "relay.h"
#include "stand.h"

#include <stdlib.h>

#define JOB 2000 /* entries of sides that are linked in one go, at least */
#define AHEAD 4 /* jobs */
#define RUN 100000 /* entries a transaction, about */

/* Where an entry is; those of the same sides are linked by one thread. */
typedef struct place {
    uint64_t sides; /* a hash */
    int64_t row;
} place;

typedef struct job {
    size_t first, count; /* of the places */
} job;

typedef struct jobs {
    bg_arena *arena;
    BG_VEC(place) places;
    BG_VEC(job) jobs;
} jobs;

static int by_sides(const void *left, const void *right) {
    const place *a = left, *b = right;
    if (a->sides != b->sides) return a->sides < b->sides ? -1 : 1;
    return (a->row > b->row) - (a->row < b->row);
}

static void find_places(bg_record *record, jobs *j) {
    sqlite3_stmt *stmt = bg_db__query(record, "SELECT sides, row FROM items", "");
    while (bg_db__row(record, stmt)) {
        place *slot = BG_PUSH(j->arena, &j->places);
        const char *sides = slot ? bg_db__text(record, stmt, 0) : NULL;
        if (sides) *slot = (place){bg_hash__bytes(sides, strlen(sides), 5), sqlite3_column_int64(stmt, 1)};
        else bg_db__nomem(record);
    }
    if (j->places.items && j->places.count) qsort(j->places.items, j->places.count, sizeof *j->places.items, by_sides);
}

static void find_jobs(bg_record *record, jobs *j) {
    find_places(record, j);
    for (size_t i = 0, end; j->places.items && i < j->places.count && record->code == BG_OK; i = end) {
        for (end = i + 1; end < j->places.count && (end - i < JOB || j->places.items[end].sides == j->places.items[end - 1].sides);) end++;
        job *slot = BG_PUSH(j->arena, &j->jobs);
        if (slot) *slot = (job){i, end - i};
        else bg_db__nomem(record);
    }
}

/* ------------------------------------------------------------------ a job */

/* What an entry is to one that it leans on, and why. */
typedef struct lean {
    struct one *earlier;
    const char *step, *reason;
} lean;

typedef struct one {
    bg_entry entry; /* first: its address is that of the whole */
    const char *id, *statement, *event, *keys, *witness;
    lean leans[BG_LINKS_MAX]; /* the surest first */
    unsigned lean_count;
    const struct one *thread; /* its first */
    const struct one *asked;  /* for which it was looked at last */
} one;

/* Entries under a key, in order of time. */
typedef struct shelf {
    BG_VEC(one *) ones;
} shelf;

typedef struct linked {
    bg_arena *arena;
    BG_VEC(one) all; /* in order of time */
    bg_lookup shelves;
    BG_VEC(bg_link) found;
} linked;

static one *whole(bg_entry *entry) { return (one *)(void *)entry; }

#define COPY(column) bg_db__copy(record, l->arena, stmt, (column))

static void take_row(bg_record *record, linked *l, sqlite3_stmt *stmt) {
    one *o = BG_PUSH(l->arena, &l->all);
    bg_rare *rare = bg_arena__alloc(l->arena, sizeof *rare);
    char *keys = COPY(12);
    if (!o || !rare || !keys) {
        bg_db__nomem(record);
        return;
    }
    rare->arena = l->arena;
    *o = (one){.entry = {.number = sqlite3_column_int64(stmt, 0), .day = sqlite3_column_int(stmt, 1), .sides = COPY(2), .kind = COPY(3), .grade = COPY(4), .bound = COPY(5), .page = COPY(6), .due = COPY(7),
                         .speaker = COPY(8), .content = COPY(9), .rare = rare},
               .id = COPY(10), .statement = COPY(11), .keys = keys, .event = COPY(13), .witness = COPY(14)};
    bg_entry__keys(&o->entry, COPY(12));
}

#define ROW \
    "SELECT i.number, coalesce(i.day, 0), i.sides, i.kind, i.grade, i.bound, i.page, i.due_to, i.speaker, i.content, i.id, i.statement, i.keys, i.event, coalesce(w.witness, i.page)" \
    " FROM items i LEFT JOIN reprints w ON w.page = i.page WHERE i.row = ?"

static int by_time(const void *left, const void *right) {
    const bg_entry *a = left, *b = right;
    if (a->day != b->day) return a->day < b->day ? -1 : 1;
    return (a->number > b->number) - (a->number < b->number);
}

static bool load(bg_record *record, linked *l, const place *places, size_t count) {
    if (!BG_RESERVE(l->arena, &l->all, count)) return bg_db__nomem(record);
    for (size_t i = 0; i < count && record->code == BG_OK; i++) {
        sqlite3_stmt *stmt = bg_db__query(record, ROW, "i", places[i].row);
        if (bg_db__row(record, stmt)) take_row(record, l, stmt), bg_db__done(stmt);
    }
    if (record->code == BG_OK && l->all.count) qsort(l->all.items, l->all.count, sizeof *l->all.items, by_time);
    return record->code == BG_OK;
}

static shelf *shelf_of(bg_record *record, linked *l, int64_t key) {
    shelf *s = bg_lookup__find(&l->shelves, (uint64_t)key);
    if (s) return s;
    s = bg_arena__alloc(l->arena, sizeof *s);
    if (!s || !bg_lookup__put(l->arena, &l->shelves, (uint64_t)key, s)) return bg_db__nomem(record), NULL;
    *s = (shelf){0};
    return s;
}

/* The last ones under a key, as far as they are alike and were not looked at. */
static void look_at(bg_record *record, linked *l, const shelf *s, one *o) {
    for (size_t i = s->ones.count, near = 0; i-- > 0 && near < BG_NEAR; near++) {
        one *earlier = s->ones.items[i];
        if (earlier->asked == o) continue;
        earlier->asked = o;
        bg_alike how = bg_entry__alike(&earlier->entry, &o->entry);
        bg_link *slot = how.rank ? BG_PUSH(l->arena, &l->found) : NULL;
        if (slot) *slot = (bg_link){&earlier->entry, how};
        else if (how.rank) bg_db__nomem(record);
    }
}

static void lean_on(bg_record *record, linked *l, one *o, const bg_link_set *links) {
    bg_buf reason;
    bg_buf__init(&reason, 1 << 16);
    for (unsigned i = 0; i < links->count; i++) {
        const bg_link *link = &links->items[i];
        bg_buf__clear(&reason);
        bg_entry__reason(link->earlier, &o->entry, &reason);
        o->leans[i] = (lean){whole(link->earlier), bg_entry__step(link->earlier, &o->entry, link->how.same), bg_arena__text(l->arena, reason.bytes ? reason.bytes : "", reason.size)};
        if (reason.failed) bg_db__nomem(record);
    }
    bg_buf__free(&reason);
    o->lean_count = links->count;
    o->thread = links->count ? o->leans[0].earlier->thread : o;
}

static void link_one(bg_record *record, linked *l, one *o) {
    int64_t keys[BG_KEYS_USED];
    unsigned count = bg_lean__keys(&o->entry, keys);
    l->found.count = 0;
    for (unsigned i = 0; i < count; i++) {
        shelf *s = shelf_of(record, l, keys[i]);
        if (s) look_at(record, l, s, o);
    }
    bg_link_set links = l->found.items ? bg_lean__choose(l->found.items, l->found.count) : (bg_link_set){0};
    lean_on(record, l, o, &links);
    for (unsigned i = 0; i < count; i++) {
        shelf *s = shelf_of(record, l, keys[i]);
        one **slot = s ? BG_PUSH(l->arena, &s->ones) : NULL; /* NOLINT(bugprone-sizeof-expression): it holds pointers */
        if (slot) *slot = o;
        else bg_db__nomem(record);
    }
}

static void drop_linked(void *outcome) {
    linked *l = outcome;
    bg_arena__free(l->arena);
}

static void *run_job(void *context, bg_record *record, size_t number, bool alone) {
    (void)alone;
    const jobs *j = context;
    const job *work = &j->jobs.items[number];
    bg_arena *arena = bg_arena__new();
    linked *l = arena ? bg_arena__alloc(arena, sizeof *l) : NULL;
    if (l) {
        *l = (linked){.arena = arena};
        if (load(record, l, &j->places.items[work->first], work->count))
            for (size_t i = 0; i < l->all.count && record->code == BG_OK; i++) link_one(record, l, &l->all.items[i]);
        if (bg_arena__failed(arena)) bg_db__nomem(record);
    } else bg_db__nomem(record);
    if (record->code == BG_OK) return l;
    bg_arena__free(arena);
    return NULL;
}

/* ------------------------------------------------------------------ what is written */

typedef struct link_row {
    int64_t item, n, earlier;
    const char *step, *reason;
} link_row;

typedef struct key_row {
    int64_t key, day, item;
} key_row;

typedef struct thread_row {
    int64_t item, thread;
} thread_row;

/* Rows of one transaction that wait for its end. */
typedef struct rows {
    bg_record *record;
    bg_arena *arena;
    BG_VEC(key_row) keys;
    BG_VEC(thread_row) threads;
    BG_VEC(link_row) links;
} rows;

/* An entry in a thread: n as in bg_stand_member. */
typedef struct seat {
    const one *thread, *who;
    unsigned n;
} seat;

typedef BG_VEC(seat) seats;

static int by_thread(const void *left, const void *right) {
    const seat *a = left, *b = right;
    if (a->thread != b->thread) return a->thread < b->thread ? -1 : 1;
    return (a->who > b->who) - (a->who < b->who);
}

static void find_seats(bg_record *record, linked *l, seats *out) {
    for (size_t i = 0; i < l->all.count && record->code == BG_OK; i++) {
        const one *o = &l->all.items[i];
        for (unsigned n = 0; n < (o->lean_count ? o->lean_count : 1); n++) {
            seat *slot = BG_PUSH(l->arena, out);
            if (slot) *slot = (seat){n ? o->leans[n].earlier->thread : o->thread, o, o->lean_count ? n + 1 : 0};
            else bg_db__nomem(record);
        }
    }
    if (out->items && out->count) qsort(out->items, out->count, sizeof *out->items, by_thread);
}

static bg_stand_member member_of(bg_arena *arena, const seat *s) {
    const one *o = s->who;
    const bg_entry *e = &o->entry;
    const lean *to = s->n ? &o->leans[s->n - 1] : NULL;
    return (bg_stand_member){.sides = e->sides, .day = e->day, .n = s->n,
                             .item = {.number = e->number, .earlier = to ? to->earlier->entry.number : 0, .id = o->id, .page = e->page, .statement = o->statement, .event = o->event, .kind = e->kind,
                                      .grade = e->grade, .bound = e->bound, .day = bg_ledger__day(arena, e->day), .due_to = e->due, .step = to ? to->step : NULL, .witness = o->witness, .keys = o->keys}};
}

static void write_threads(bg_record *record, linked *l) {
    seats all = {0};
    bg_stand_members members = {0};
    find_seats(record, l, &all);
    for (size_t i = 0, end; all.items && i < all.count && record->code == BG_OK; i = end) {
        members.count = 0;
        for (end = i; end < all.count && all.items[end].thread == all.items[i].thread; end++) {
            bg_stand_member *slot = BG_PUSH(l->arena, &members);
            if (slot) *slot = member_of(l->arena, &all.items[end]);
            else bg_db__nomem(record);
        }
        if (record->code == BG_OK) bg_stand__insert(record, l->arena, all.items[i].thread->entry.number, &members);
    }
}

static bool put_one(rows *r, const one *o) {
    int64_t keys[BG_KEYS_USED];
    unsigned count = bg_lean__keys(&o->entry, keys);
    thread_row *thread = BG_PUSH(r->arena, &r->threads);
    if (!thread) return false;
    *thread = (thread_row){o->entry.number, o->thread->entry.number};
    for (unsigned i = 0; i < count; i++) {
        key_row *slot = BG_PUSH(r->arena, &r->keys);
        if (!slot) return false;
        *slot = (key_row){keys[i], o->entry.day, o->entry.number};
    }
    for (unsigned i = 0; i < o->lean_count; i++) {
        link_row *slot = BG_PUSH(r->arena, &r->links);
        const lean *to = &o->leans[i];
        const char *step = bg_arena__text(r->arena, to->step, strlen(to->step)), *reason = bg_arena__text(r->arena, to->reason, strlen(to->reason));
        if (!slot || !step || !reason) return false;
        *slot = (link_row){o->entry.number, (int64_t)i + 1, to->earlier->entry.number, step, reason};
    }
    return true;
}

static int by_key(const void *left, const void *right) {
    const key_row *a = left, *b = right;
    if (a->key != b->key) return a->key < b->key ? -1 : 1;
    if (a->day != b->day) return a->day < b->day ? -1 : 1;
    return (a->item > b->item) - (a->item < b->item);
}

static int by_item(const void *left, const void *right) {
    int64_t a = *(const int64_t *)left, b = *(const int64_t *)right; /* the first of a thread_row, a link_row */
    return (a > b) - (a < b);
}

static int by_link(const void *left, const void *right) {
    const link_row *a = left, *b = right;
    int order = by_item(left, right);
    return order ? order : (a->n > b->n) - (a->n < b->n);
}

static void write_rows(rows *r) {
    static const char one_key[] = "INSERT INTO item_keys(key, day, item) VALUES(?,?,?)", one_thread[] = "INSERT INTO item_threads(item, thread) VALUES(?,?)";
    if (r->keys.count) qsort(r->keys.items, r->keys.count, sizeof *r->keys.items, by_key);
    if (r->threads.count) qsort(r->threads.items, r->threads.count, sizeof *r->threads.items, by_item);
    if (r->links.count) qsort(r->links.items, r->links.count, sizeof *r->links.items, by_link);
    bg_db__numbers(r->record, "INSERT OR IGNORE INTO item_keys(key, day, item) VALUES" BG_ROWS("(?,?,?)"), one_key, 3, (const int64_t *)r->keys.items, r->keys.count);
    bg_db__numbers(r->record, "INSERT OR IGNORE INTO item_threads(item, thread) VALUES" BG_ROWS("(?,?)"), one_thread, 2, (const int64_t *)r->threads.items, r->threads.count);
    for (size_t i = 0; i < r->links.count && r->record->code == BG_OK; i++) {
        const link_row *link = &r->links.items[i];
        bg_db__run(r->record, "INSERT INTO item_links(item, n, earlier, step, reason) VALUES(?,?,?,?,?)", "iiitt", link->item, link->n, link->earlier, link->step, link->reason);
    }
}

/* Write jobs until there are enough of them, or no more. Returns how many entries. */
static size_t write_run(rows *r, bg_relay *relay) {
    size_t done = 0;
    for (linked *l; done < RUN && (l = bg_relay__next(relay)); done += l->all.count) {
        write_threads(r->record, l);
        for (size_t i = 0; i < l->all.count && r->record->code == BG_OK; i++)
            if (!put_one(r, &l->all.items[i])) bg_db__nomem(r->record);
    }
    write_rows(r);
    return done;
}

/* Threads were written before what they hold, by which it is known whether people decided of it. */
static void mark_decided(bg_record *record, bg_arena *arena) {
    bg_texts facts = {0};
    bg_db__texts(record, arena, bg_db__query(record, "SELECT DISTINCT fact FROM effects WHERE field = 'closed' OR (field = 'verdict' AND value = 'reject') ORDER BY fact", ""), &facts);
    for (size_t i = 0; facts.items && i < facts.count && record->code == BG_OK; i++) bg_stand__decided(record, facts.items[i]);
}

/* A transaction; the last one has no entries left, and notes that nothing is due. Returns how many. */
static size_t run(bg_record *record, bg_relay *relay) {
    rows r = {.record = record, .arena = bg_arena__new()};
    size_t done = 0;
    if (!r.arena) return bg_db__nomem(record), 0;
    if (bg_db__run(record, "BEGIN IMMEDIATE", "")) {
        done = write_run(&r, relay);
        if (!done) mark_decided(record, r.arena), bg_db__run(record, "DELETE FROM items_due", "");
        bg_db__run(record, "COMMIT", "");
        bg_db__undo(record);
    }
    bg_arena__free(r.arena);
    return record->code == BG_OK ? done : 0;
}

/* All are due until the end: what is interrupted begins again. */
static bool clear(bg_record *record) {
    bg_db__run(record, "BEGIN IMMEDIATE", "");
    bg_db__run(record, "INSERT OR IGNORE INTO items_due SELECT number FROM items", "");
    bg_db__run(record, "DELETE FROM item_keys", "");
    bg_db__run(record, "DELETE FROM item_links", "");
    bg_db__run(record, "DELETE FROM item_threads", "");
    bg_db__run(record, "DELETE FROM threads", "");
    bg_db__run(record, "DELETE FROM standings", "");
    bg_db__run(record, "COMMIT", "");
    bg_db__undo(record);
    return record->code == BG_OK;
}

void bg_anew__link(bg_record *record, const bg_watcher *watcher) {
    jobs j = {.arena = bg_arena__new()};
    if (!j.arena) {
        bg_db__nomem(record);
        return;
    }
    if (clear(record)) find_jobs(record, &j);
    bg_relay *relay = bg_relay__start(record, &(bg_relay_work){.run = run_job, .drop = drop_linked, .context = &j, .jobs = j.jobs.count, .least = 2, .ahead = AHEAD});
    for (size_t done = 0, more; relay && (more = run(record, relay));) {
        done += more;
        bg_watcher__tell(watcher, BG_SETTLE_LEDGER, done, j.places.count);
    }
    bg_relay__stop(relay);
    bg_arena__free(j.arena);
}
