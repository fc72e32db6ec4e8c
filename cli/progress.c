/* progress: redrawn in place only when the percentage changes. */
#include "progress.h"

#include <stdio.h>
#include <unistd.h>

#define BAR 40 /* columns */

void progress_start(progress *bar, size_t total, bool wanted) {
    *bar = (progress){.shown = wanted && total > 1 && isatty(STDERR_FILENO), .total = total, .percent = 101};
}

void progress_step(progress *bar, size_t done) {
    if (!bar->shown) return;
    unsigned percent = (unsigned)(done * 100 / bar->total), full = percent * BAR / 100;
    if (percent == bar->percent) return;
    bar->percent = percent;
    fputs("\r[", stderr);
    for (unsigned i = 0; i < BAR; i++) fputc(i < full ? '#' : ' ', stderr);
    fprintf(stderr, "] %3u%% %zu/%zu", percent, done, bar->total);
    fflush(stderr);
}

void progress_clear(progress *bar) {
    if (!bar->shown) return;
    fputs("\r\033[K", stderr);
    bar->percent = 101;
}
