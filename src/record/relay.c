/* relay: see relay.h. A ring of slots: each thread takes the next job and with it the next slot. */
#include "relay.h"

#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>

#define THREADS_MAX 16
#define CACHE "PRAGMA cache_size = -8192;" /* each page of the file is looked at about once */

typedef struct slot {
    void *outcome; /* NULL, though done: the thread failed */
    bool done;
} slot;

struct bg_relay {
    bg_record *record;
    bg_relay_work work;
    pthread_t threads[THREADS_MAX];
    size_t thread_count, working; /* started; not ended yet */
    pthread_mutex_t lock;
    pthread_cond_t changed;
    slot slots[BG_RELAY_AHEAD];
    size_t head, tail, bytes; /* next job to be taken; to be done; of what is done */
    bool stopped, given; /* nobody wants more; what came of the job at `head` was taken */
};

/* ------------------------------------------------------------------ threads */

static size_t size_of(const bg_relay *relay, const void *outcome) { return outcome && relay->work.size ? relay->work.size(outcome) : 0; }

static bool is_room(const bg_relay *relay) {
    size_t waiting = relay->tail - relay->head;
    return waiting < relay->work.ahead && (!waiting || !relay->work.size || relay->bytes <= relay->work.bytes);
}

/* The next job; false: there is none, or nobody wants it. */
static bool take(bg_relay *relay, size_t *job) {
    pthread_mutex_lock(&relay->lock);
    while (!relay->stopped && !is_room(relay)) pthread_cond_wait(&relay->changed, &relay->lock);
    bool there = !relay->stopped && relay->tail < relay->work.jobs;
    if (there) *job = relay->tail++;
    pthread_mutex_unlock(&relay->lock);
    return there;
}

static void give(bg_relay *relay, size_t job, void *outcome) {
    pthread_mutex_lock(&relay->lock);
    relay->slots[job % BG_RELAY_AHEAD] = (slot){outcome, true};
    relay->bytes += size_of(relay, outcome);
    pthread_cond_broadcast(&relay->changed);
    pthread_mutex_unlock(&relay->lock);
}

static void *run(void *context) {
    bg_relay *relay = context;
    bg_record *record = NULL;
    size_t job;
    if (bg_record_open(relay->record->path, BG_RECORD_READ, &record, NULL)) record = NULL;
    if (record) bg_db__script(record, CACHE);
    while (record && take(relay, &job)) {
        bg_db__start(record, NULL);
        give(relay, job, relay->work.run(relay->work.context, record, job, false));
    }
    bg_record_close(record);
    pthread_mutex_lock(&relay->lock);
    relay->working--;
    pthread_cond_broadcast(&relay->changed);
    pthread_mutex_unlock(&relay->lock);
    return NULL;
}

static void start_threads(bg_relay *relay) {
    long cores = sysconf(_SC_NPROCESSORS_ONLN);
    size_t count = cores < 1 ? 1 : cores > THREADS_MAX ? THREADS_MAX : (size_t)cores;
    pthread_mutex_lock(&relay->lock);
    for (; relay->thread_count < count; relay->thread_count++) {
        if (pthread_create(&relay->threads[relay->thread_count], NULL, run, relay)) break;
        relay->working++;
    }
    pthread_mutex_unlock(&relay->lock);
}

/* ------------------------------------------------------------------ who takes */

bg_relay *bg_relay__start(bg_record *record, const bg_relay_work *work) {
    bg_relay *relay = record->code == BG_OK ? calloc(1, sizeof *relay) : NULL;
    if (!relay) return bg_db__nomem(record), NULL;
    relay->record = record, relay->work = *work;
    pthread_mutex_init(&relay->lock, NULL);
    pthread_cond_init(&relay->changed, NULL);
    if (work->jobs >= work->least) start_threads(relay);
    return relay;
}

static void drop_given(bg_relay *relay) {
    if (!relay->given) return;
    slot *s = &relay->slots[relay->head++ % BG_RELAY_AHEAD];
    relay->bytes -= size_of(relay, s->outcome);
    if (s->outcome) relay->work.drop(s->outcome);
    *s = (slot){0};
    relay->given = false;
    pthread_cond_broadcast(&relay->changed);
}

/* The slot at `head`, done by a thread, or to be done by who takes it. */
static slot *wait_for_next(bg_relay *relay) {
    slot *s = &relay->slots[relay->head % BG_RELAY_AHEAD];
    while (!s->done && relay->working) pthread_cond_wait(&relay->changed, &relay->lock);
    if (!s->done && relay->tail == relay->head) relay->tail++;
    relay->given = true;
    return s;
}

void *bg_relay__next(bg_relay *relay) {
    slot *s = NULL;
    pthread_mutex_lock(&relay->lock);
    drop_given(relay);
    if (relay->head < relay->work.jobs && relay->record->code == BG_OK) s = wait_for_next(relay);
    pthread_mutex_unlock(&relay->lock);
    if (s && !s->outcome) {
        void *outcome = relay->work.run(relay->work.context, relay->record, relay->head, true);
        pthread_mutex_lock(&relay->lock);
        s->outcome = outcome;
        relay->bytes += size_of(relay, outcome);
        pthread_mutex_unlock(&relay->lock);
    }
    return s && relay->record->code == BG_OK ? s->outcome : NULL;
}

void bg_relay__stop(bg_relay *relay) {
    if (!relay) return;
    pthread_mutex_lock(&relay->lock);
    relay->stopped = true;
    pthread_cond_broadcast(&relay->changed);
    pthread_mutex_unlock(&relay->lock);
    for (size_t i = 0; i < relay->thread_count; i++) pthread_join(relay->threads[i], NULL);
    for (size_t i = 0; i < BG_RELAY_AHEAD; i++)
        if (relay->slots[i].outcome) relay->work.drop(relay->slots[i].outcome);
    pthread_mutex_destroy(&relay->lock);
    pthread_cond_destroy(&relay->changed);
    free(relay);
}
