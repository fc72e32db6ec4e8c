/* progress: a bar on a terminal, nothing elsewhere. */
#ifndef PROGRESS_H
#define PROGRESS_H

#include "pages.h"

#include <time.h>

typedef struct progress {
    bool shown, drawn;
    const page_list *files;
    size_t pages;
    double done, total; /* bytes of files: those behind, all */
    size_t at;          /* file */
    struct timespec begun, last;
    const char *label;  /* in front of it; NULL: none */
} progress;

void progress_start(progress *bar, const page_list *files, bool wanted); /* drawn on stderr if that is a terminal; `files` may be NULL */
/* A page of the file with this number is done; its name tells where in the file it stands. */
void progress_step(progress *bar, size_t file, const char *source);
/* The same where pages are counted instead: so many of all. `files` was NULL then. */
void progress_count(progress *bar, size_t pages, size_t total);
/* The same for one part of the work after the other, each with its label, a string that stays. */
void progress_part(progress *bar, const char *label, size_t done, size_t total);
void progress_clear(progress *bar); /* before a message, and at the end */

#endif
