/* test_relay: what jobs come to is taken in their order, each once, and none is lost or kept, however many threads there are, whoever fails, and wherever one stops. */
#include "record/relay.h"
#include "rows.h"
#include "test.h"

#include <pthread.h>
#include <stdlib.h>

#define JOBS 500
#define BYTES 100 /* of an outcome */

static char path[] = "/tmp/bg-relay-XXXXXX";

typedef struct work {
    pthread_mutex_t lock;
    size_t alive, most; /* outcomes that are there; at most */
    size_t done[JOBS];
    bool fails; /* threads cannot do every third one */
} work;

typedef struct outcome {
    work *of;
    size_t job;
} outcome;

static void *run(void *context, bg_record *record, size_t job, bool alone) {
    work *w = context;
    bool good = bg_db__int(record, "SELECT 7") == 7;
    if (w->fails && !alone && job % 3 == 0) return NULL;
    outcome *out = good ? malloc(sizeof *out) : NULL;
    if (!out) return NULL;
    *out = (outcome){w, job};
    pthread_mutex_lock(&w->lock);
    w->done[job]++;
    if (++w->alive > w->most) w->most = w->alive;
    pthread_mutex_unlock(&w->lock);
    return out;
}

static void drop(void *what) {
    work *w = ((outcome *)what)->of;
    pthread_mutex_lock(&w->lock);
    w->alive--;
    pthread_mutex_unlock(&w->lock);
    free(what);
}

static size_t size_of(const void *what) { return what ? BYTES : 0; }

/* Takes `wanted` of them. */
static void take(bg_relay_work how, bool fails, size_t wanted) {
    static work w;
    size_t taken = 0;
    bg_record *record = fresh_record(path);
    w = (work){.fails = fails};
    pthread_mutex_init(&w.lock, NULL);
    how.run = run, how.drop = drop, how.context = &w;
    bg_db__start(record, NULL);
    bg_relay *relay = bg_relay__start(record, &how);
    for (const outcome *one; CHECK(relay) && taken < wanted && (one = bg_relay__next(relay)); taken++) CHECK(one->job == taken && w.done[taken] == 1);
    CHECK(taken == (wanted < how.jobs ? wanted : how.jobs));
    if (wanted > how.jobs) CHECK(!bg_relay__next(relay));
    bg_relay__stop(relay);
    CHECK(w.alive == 0 && w.most <= how.ahead + 1);
    for (size_t i = 0; i < how.jobs; i++) CHECK(w.done[i] <= 1);
    pthread_mutex_destroy(&w.lock);
    bg_record_close(record);
}

static void in_their_order(void) {
    take((bg_relay_work){.jobs = JOBS, .least = 2, .ahead = 8}, false, JOBS + 1);
    take((bg_relay_work){.jobs = JOBS, .least = 2, .ahead = 64}, true, JOBS + 1);
    take((bg_relay_work){.jobs = JOBS, .least = JOBS + 1, .ahead = 8}, true, JOBS + 1); /* nobody but who takes */
    take((bg_relay_work){.jobs = 0, .least = 2, .ahead = 8}, false, 1);
}

static void few_at_a_time(void) {
    take((bg_relay_work){.jobs = JOBS, .least = 2, .ahead = 64, .size = size_of, .bytes = 10 * BYTES}, false, JOBS + 1);
    take((bg_relay_work){.jobs = JOBS, .least = 2, .ahead = 1}, true, JOBS + 1);
}

static void stopped(void) {
    take((bg_relay_work){.jobs = JOBS, .least = 2, .ahead = 16}, false, 0);
    take((bg_relay_work){.jobs = JOBS, .least = 2, .ahead = 16}, true, 40);
}

int main(void) {
    close(mkstemp(path));
    RUN(in_their_order);
    RUN(few_at_a_time);
    RUN(stopped);
    return test_end();
}
