/* flusher: see flusher.h. It looks once a second, so that what several commits wrote to one place is moved once. Its failures are nobody's: who writes meets them too. */
#include "flusher.h"
#include "banggiao.h"

#include <pthread.h>
#include <stdlib.h>
#include <time.h>

#define PERIOD_S 1

struct flusher {
    bg_record *record; /* its own */
    pthread_t thread;
    pthread_mutex_t lock;
    pthread_cond_t stop;
    bool stopped;
};

/* Until the next look; false: stopped. */
static bool wait_period(flusher *f) {
    struct timespec until;
    clock_gettime(CLOCK_REALTIME, &until);
    until.tv_sec += PERIOD_S;
    pthread_mutex_lock(&f->lock);
    while (!f->stopped && pthread_cond_timedwait(&f->stop, &f->lock, &until) == 0) {}
    bool goes_on = !f->stopped;
    pthread_mutex_unlock(&f->lock);
    return goes_on;
}

static void *run(void *context) {
    flusher *f = context;
    while (wait_period(f)) bg_record_flush(f->record, NULL, NULL);
    return NULL;
}

flusher *flusher_start(const char *record) {
    flusher *f = calloc(1, sizeof *f);
    if (!f) return NULL;
    pthread_mutex_init(&f->lock, NULL);
    pthread_cond_init(&f->stop, NULL);
    if (bg_record_open(record, BG_RECORD_WRITE, &f->record, NULL) == BG_OK && pthread_create(&f->thread, NULL, run, f) == 0) return f;
    bg_record_close(f->record);
    free(f);
    return NULL;
}

void flusher_stop(flusher *f) {
    if (!f) return;
    pthread_mutex_lock(&f->lock);
    f->stopped = true;
    pthread_cond_signal(&f->stop);
    pthread_mutex_unlock(&f->lock);
    pthread_join(f->thread, NULL);
    bg_record_close(f->record);
    pthread_mutex_destroy(&f->lock);
    pthread_cond_destroy(&f->stop);
    free(f);
}
