/* ahead: see ahead.h. */
#include "ahead.h"

#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>

#define LEAST 256 /* changed pages for which threads and their connections pay */
#define THREADS_MAX 2 /* more would wait for who writes */
#define WINDOW 4096 /* numbers of pages that they are ahead at most … */
#define LEAD 32 /* … and at least: what comes sooner is asked for before it is found */
#define BLOCK 32 /* numbers that a thread takes at once */
#define BYTES_MAX ((size_t)16 << 20) /* of what is found and not taken yet */

/* Whom a page is linked with. */
typedef struct found {
    int64_t n; /* 0: a free place */
    uint32_t *fellows;
    size_t count;
} found;

struct bg_ahead {
    const char *path;
    uint32_t *common; /* a copy */
    size_t common_count;
    pthread_t threads[THREADS_MAX];
    size_t thread_count;
    pthread_mutex_t lock; /* of what follows */
    pthread_cond_t changed;
    int64_t at, next, last; /* the page that is settled; the next one to be looked at; the highest there is */
    found found[WINDOW];    /* by their numbers */
    size_t bytes, waiting; /* of what is found; threads that wait for room */
    bool stopped;
};

/* ------------------------------------------------------------------ what is found */

static found *place_of(bg_ahead *a, int64_t n) { return &a->found[(uint64_t)n % WINDOW]; }

static void empty(bg_ahead *a, found *place) {
    a->bytes -= place->count * sizeof *place->fellows;
    free(place->fellows);
    *place = (found){0};
}

static void put(bg_ahead *a, const found *one) {
    pthread_mutex_lock(&a->lock);
    bool wanted = one->n > a->at && one->n < a->at + WINDOW;
    if (wanted) {
        empty(a, place_of(a, one->n));
        *place_of(a, one->n) = *one;
        a->bytes += one->count * sizeof *one->fellows;
    }
    pthread_mutex_unlock(&a->lock);
    if (!wanted) free(one->fellows);
}

/* ------------------------------------------------------------------ threads */

/* The next numbers [*from, *from + BLOCK) to be looked at; false: there are none, or nobody wants them. */
static bool take_block(bg_ahead *a, int64_t *from) {
    pthread_mutex_lock(&a->lock);
    for (;;) {
        if (a->next < a->at + LEAD) a->next = a->at + LEAD;
        if (a->stopped || a->next > a->last || (a->next + BLOCK < a->at + WINDOW && a->bytes < BYTES_MAX)) break;
        a->waiting++;
        pthread_cond_wait(&a->changed, &a->lock);
        a->waiting--;
    }
    bool there = !a->stopped && a->next <= a->last;
    *from = a->next;
    if (there) a->next += BLOCK;
    pthread_mutex_unlock(&a->lock);
    return there;
}

static size_t changed_pages(bg_record *record, int64_t from, int64_t pages[BLOCK]) {
    size_t count = 0;
    sqlite3_stmt *stmt = bg_db__query(record, "SELECT p.n FROM page_prints p WHERE p.n >= ? AND p.n < ? AND EXISTS (SELECT 1 FROM changed_prints c WHERE c.page = p.page)", "ii", from, from + BLOCK);
    while (count < BLOCK && bg_db__row(record, stmt)) pages[count++] = sqlite3_column_int64(stmt, 0);
    bg_db__done(stmt);
    return count;
}

static void look_at(bg_ahead *a, bg_shelf *shelf, bg_arena *arena, int64_t n) {
    bg_indexes fellows = {0};
    if (!bg_region__look(shelf, arena, n, &fellows)) return;
    found one = {.n = n, .count = fellows.count};
    if (one.count && fellows.items) {
        one.fellows = malloc(one.count * sizeof *one.fellows);
        if (!one.fellows) return;
        memcpy(one.fellows, fellows.items, one.count * sizeof *one.fellows);
    }
    put(a, &one);
}

static void look_at_block(bg_ahead *a, bg_shelf *shelf, int64_t from) {
    int64_t pages[BLOCK];
    bg_arena *arena = bg_arena__new();
    if (!arena) bg_db__nomem(shelf->record);
    size_t count = arena ? changed_pages(shelf->record, from, pages) : 0;
    for (size_t i = 0; i < count && bg_shelf__look(shelf, a->common, a->common_count); i++) look_at(a, shelf, arena, pages[i]);
    bg_arena__free(arena);
}

static void *work(void *context) {
    bg_ahead *a = context;
    bg_shelf shelf = {.looks_only = true};
    int64_t from;
    if (bg_record_open(a->path, BG_RECORD_READ, &shelf.record, NULL)) return NULL;
    bg_db__script(shelf.record, "PRAGMA cache_size = -32768;"); /* numbers of pages are anywhere in their index */
    while (shelf.record->code == BG_OK && take_block(a, &from)) look_at_block(a, &shelf, from);
    bg_shelf__close(&shelf);
    bg_record_close(shelf.record);
    return NULL;
}

static void start_threads(bg_ahead *a) {
    long cores = sysconf(_SC_NPROCESSORS_ONLN) - 1; /* one is for who writes */
    for (; a->thread_count < THREADS_MAX && (long)a->thread_count < cores; a->thread_count++)
        if (pthread_create(&a->threads[a->thread_count], NULL, work, a)) break;
}

/* ------------------------------------------------------------------ who settles */

static bool are_many(bg_record *record) { return bg_db__any(record, bg_db__query(record, "SELECT 1 FROM changed_prints LIMIT 1 OFFSET ?", "n", (size_t)LEAST)); }

bg_ahead *bg_ahead__start(const bg_shelf *shelf, int64_t at) {
    bg_ahead *a = are_many(shelf->record) ? calloc(1, sizeof *a) : NULL;
    if (!a) return NULL;
    a->path = shelf->record->path, a->at = at, a->last = (int64_t)shelf->place_count - 1;
    pthread_mutex_init(&a->lock, NULL);
    pthread_cond_init(&a->changed, NULL);
    a->common = malloc((shelf->common.count + 1) * sizeof *a->common);
    if (a->common) {
        if (shelf->common.count) memcpy(a->common, shelf->common.items, shelf->common.count * sizeof *a->common);
        a->common_count = shelf->common.count;
        start_threads(a);
    }
    if (a->thread_count) return a;
    bg_ahead__stop(a);
    return NULL;
}

/* Is there room for much more, so that to wake who waits pays? */
static bool is_room(const bg_ahead *a) { return a->next + WINDOW / 4 < a->at + WINDOW && a->bytes < BYTES_MAX / 2; }

/* Who settles does not wait for the lock: where other programs run too, a thread that has it may be long in getting a core. */
void bg_ahead__at(bg_ahead *a, int64_t n) {
    if (!a || pthread_mutex_trylock(&a->lock)) return;
    if (n < a->at) a->next = n + 1; /* again from the first */
    for (int64_t before = a->at, end = n < before + WINDOW ? n : before + WINDOW; before < end; before++)
        if (place_of(a, before)->n < n) empty(a, place_of(a, before));
    a->at = n;
    if (a->waiting && is_room(a)) pthread_cond_broadcast(&a->changed);
    pthread_mutex_unlock(&a->lock);
}

bool bg_ahead__take(bg_ahead *a, bg_record *record, bg_arena *arena, int64_t n, bg_indexes *out) {
    if (!a || pthread_mutex_trylock(&a->lock)) return false;
    found one = *place_of(a, n);
    bool there = one.n == n;
    if (there && !BG_RESERVE(arena, out, one.count + 1)) there = bg_db__nomem(record);
    if (there) {
        if (one.count) memcpy(out->items, one.fellows, one.count * sizeof *one.fellows);
        out->count = one.count;
        empty(a, place_of(a, n));
    }
    pthread_mutex_unlock(&a->lock);
    return there;
}

void bg_ahead__stop(bg_ahead *a) {
    if (!a) return;
    pthread_mutex_lock(&a->lock);
    a->stopped = true;
    pthread_cond_broadcast(&a->changed);
    pthread_mutex_unlock(&a->lock);
    for (size_t i = 0; i < a->thread_count; i++) pthread_join(a->threads[i], NULL);
    for (size_t i = 0; i < WINDOW; i++) free(a->found[i].fellows);
    pthread_mutex_destroy(&a->lock);
    pthread_cond_destroy(&a->changed);
    free(a->common);
    free(a);
}
