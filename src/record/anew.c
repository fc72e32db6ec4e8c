/* anew: see anew.h. Threads load entries and link them (relay.h, linked.h); who writes writes a run of them a transaction, the rows of each table in their order. */
#include "anew.h"
#include "linked.h"
#include "relay.h"
#include "stand.h"

#include <stdlib.h>

#define JOB 2000 /* entries of sides that are linked in one go, at least */
#define AHEAD 4 /* jobs */
#define RUN 100000 /* entries a transaction, about */

typedef bg_entry_place place;
typedef bg_linked_one one;
typedef bg_linked linked;

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

static void *run_job(void *context, bg_record *record, size_t number, bool alone) {
    const jobs *j = context;
    const job *work = &j->jobs.items[number];
    (void)alone;
    return bg_linked__make(record, &j->places.items[work->first], work->count);
}

static void drop(void *outcome) { bg_linked__free(outcome); }

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
    const bg_linked_lean *to = s->n ? &o->leans[s->n - 1] : NULL;
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
        const bg_linked_lean *to = &o->leans[i];
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
    bg_db__run(record, "INSERT OR IGNORE INTO items_due SELECT row FROM items", "");
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
    bg_relay *relay = bg_relay__start(record, &(bg_relay_work){.run = run_job, .drop = drop, .context = &j, .jobs = j.jobs.count, .least = 2, .ahead = AHEAD});
    for (size_t done = 0, more; relay && (more = run(record, relay));) {
        done += more;
        bg_watcher__tell(watcher, BG_SETTLE_LEDGER, done, j.places.count);
    }
    bg_relay__stop(relay);
    bg_arena__free(j.arena);
}
