/* progress: a bar on a terminal, nothing elsewhere. */
#ifndef PROGRESS_H
#define PROGRESS_H

#include <stdbool.h>
#include <stddef.h>

typedef struct progress {
    bool shown;
    size_t total;
    unsigned percent; /* last drawn */
} progress;

void progress_start(progress *bar, size_t total, bool wanted); /* drawn on stderr if that is a terminal */
void progress_step(progress *bar, size_t done);
void progress_clear(progress *bar); /* before a message, and at the end */

#endif
