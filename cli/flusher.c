/* flusher: see flusher.h. Its failures are nobody's: who writes meets them too. */
#include "flusher.h"

#include <pthread.h>
#include <stdlib.h>

#define LONG 262144 /* pages of the file: 1 GB; then who writes waits, and the log begins anew */

struct flusher {
    bg_record *record, *of; /* its own; that of who adds */
    pthread_t thread;
    pthread_mutex_t lock;
    pthread_cond_t changed;
    size_t asked, done; /* what was told; what of it is moved */
    size_t in_log;      /* pages, when it was moved last */
    bool waited, stopped; /* who writes waits until all is moved */
};

static bool is_work(const flusher *f) { return f->asked - f->done >= (f->waited ? 1 : FLUSHER_EACH); }

/* Until enough is committed; how much was told by then, 0: stopped. */
static size_t wait_for_work(flusher *f) {
    pthread_mutex_lock(&f->lock);
    while (!f->stopped && !is_work(f)) pthread_cond_wait(&f->changed, &f->lock);
    size_t asked = f->stopped ? 0 : f->asked;
    pthread_mutex_unlock(&f->lock);
    return asked;
}

static void *run(void *context) {
    flusher *f = context;
    for (size_t asked; (asked = wait_for_work(f));) {
        size_t in_log = 0;
        bg_record_flush(f->record, &in_log, NULL, NULL);
        pthread_mutex_lock(&f->lock);
        f->done = asked;
        f->in_log = in_log;
        pthread_cond_broadcast(&f->changed);
        pthread_mutex_unlock(&f->lock);
    }
    return NULL;
}

static void drop(flusher *f) {
    bg_record_close(f->record);
    pthread_mutex_destroy(&f->lock);
    pthread_cond_destroy(&f->changed);
    free(f);
}

flusher *flusher_start(const char *path, bg_record *record) {
    flusher *f = calloc(1, sizeof *f);
    if (!f) return NULL;
    f->of = record;
    pthread_mutex_init(&f->lock, NULL);
    pthread_cond_init(&f->changed, NULL);
    if (bg_record_open(path, BG_RECORD_WRITE, &f->record, NULL) == BG_OK && pthread_create(&f->thread, NULL, run, f) == 0) {
        bg_record_flushes(record, false);
        return f;
    }
    drop(f);
    return NULL;
}

void flusher_committed(flusher *f, size_t pages) {
    if (!f) return;
    pthread_mutex_lock(&f->lock);
    f->asked += pages;
    f->waited = f->in_log > LONG;
    pthread_cond_broadcast(&f->changed);
    while (f->in_log > LONG && f->done < f->asked) pthread_cond_wait(&f->changed, &f->lock);
    f->waited = false;
    pthread_mutex_unlock(&f->lock);
}

void flusher_stop(flusher *f) {
    if (!f) return;
    pthread_mutex_lock(&f->lock);
    f->stopped = true;
    pthread_cond_broadcast(&f->changed);
    pthread_mutex_unlock(&f->lock);
    pthread_join(f->thread, NULL);
    bg_record_flushes(f->of, true);
    drop(f);
}
