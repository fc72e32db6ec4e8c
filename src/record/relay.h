/* relay: threads that do numbered jobs ahead of one that takes what comes of them in their order; each thread has a record of its own to read from. */
#ifndef BG_RELAY_H
#define BG_RELAY_H

#include "db.h"

typedef struct bg_relay bg_relay;

typedef struct bg_relay_work {
    /* Do a job. NULL: a failure, in the record's slot. Called by any thread; `alone`: by who takes. */
    void *(*run)(void *context, bg_record *record, size_t job, bool alone);
    /* What came of one is no longer wanted. */
    void (*drop)(void *outcome);
    size_t (*size)(const void *outcome); /* its bytes; NULL: nobody counts them */
    void *context;
    size_t jobs;
    size_t least; /* jobs for which threads and their connections pay */
    size_t ahead; /* so many of them are done and not taken, or under way, at most; up to BG_RELAY_AHEAD */
    size_t bytes; /* no more is done while what is done and not taken has more; one may have more */
} bg_relay_work;

#define BG_RELAY_AHEAD 64

/* NULL: out of memory, in the slot. `record`: of who takes. Where there are few jobs, no thread can be had, or one fails, he does them himself. */
bg_relay *bg_relay__start(bg_record *record, const bg_relay_work *work);
/* What came of the next job, valid until the next call; NULL: there is none, or a failure. */
void *bg_relay__next(bg_relay *relay);
void bg_relay__stop(bg_relay *relay); /* before the end, too; NULL allowed */

#endif
