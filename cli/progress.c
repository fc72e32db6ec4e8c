/* progress: redrawn in place a few times a second, with how many pages a second and how long it will take. By bytes of files, since an archive may hold all pages. */
#include "progress.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define BAR 30 /* columns */
#define EVERY 0.2 /* seconds */

static double size_of(const char *path) {
    struct stat st;
    return stat(path, &st) == 0 && S_ISREG(st.st_mode) ? (double)st.st_size + 1 : 1;
}

void progress_start(progress *bar, const page_list *files, bool wanted) {
    *bar = (progress){.shown = wanted && isatty(STDERR_FILENO), .files = files};
    if (!bar->shown) return;
    for (size_t i = 0; files && i < files->count; i++) bar->total += size_of(files->paths[i]);
    clock_gettime(CLOCK_MONOTONIC, &bar->begun);
    bar->last = bar->begun;
}

/* "a.warc.gz#12345": the byte at which the page begins. */
static double place_of(const char *source) {
    const char *mark = source ? strrchr(source, '#') : NULL;
    return mark ? strtod(mark + 1, NULL) : 0;
}

static double seconds(const struct timespec *from, const struct timespec *to) {
    return (double)(to->tv_sec - from->tv_sec) + 1e-9 * (double)(to->tv_nsec - from->tv_nsec);
}

static void draw(progress *bar, double done, double passed) {
    double share = bar->total > 0 ? done / bar->total : 0, left = share > 0 ? passed * (1 - share) / share : 0;
    if (share > 1) share = 1, left = 0;
    fprintf(stderr, "\r\033[K%s%s[", bar->label ? bar->label : "", bar->label ? " " : "");
    for (int i = 0; i < BAR; i++) fputc(i < (int)(share * BAR) ? '#' : ' ', stderr);
    fprintf(stderr, "] %3.0f%% %zu, %.0f/s, %ld:%02ld", share * 100, bar->pages, passed > 0 ? (double)bar->pages / passed : 0, (long)left / 60, (long)left % 60);
    fflush(stderr);
    bar->drawn = true;
}

/* A few times a second. */
static void draw_sometimes(progress *bar, double done) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    if (seconds(&bar->last, &now) < EVERY) return;
    bar->last = now;
    draw(bar, done, seconds(&bar->begun, &now));
}

void progress_step(progress *bar, size_t file, const char *source) {
    if (!bar->shown) return;
    for (; bar->at < file; bar->at++) bar->done += size_of(bar->files->paths[bar->at]);
    bar->pages++;
    draw_sometimes(bar, bar->done + place_of(source));
}

void progress_count(progress *bar, size_t pages, size_t total) {
    if (!bar->shown) return;
    bar->pages = pages;
    bar->total = (double)total;
    draw_sometimes(bar, (double)pages);
}

void progress_part(progress *bar, const char *label, size_t done, size_t total) {
    if (!bar->shown) return;
    if (bar->label != label) {
        *bar = (progress){.shown = true, .drawn = bar->drawn, .label = label};
        clock_gettime(CLOCK_MONOTONIC, &bar->begun);
        bar->last = bar->begun;
    }
    progress_count(bar, done, total);
}

void progress_clear(progress *bar) {
    if (!bar->drawn) return;
    fputs("\r\033[K", stderr);
    bar->drawn = false;
}
