/* stop: see stop.h. */
#include "stop.h"

#include <signal.h>
#include <string.h>
#include <unistd.h>

static volatile sig_atomic_t wanted; /* the signal */
static const int signals[] = {SIGINT, SIGTERM};

static const char *told_at_once;
static size_t told_size;

static void want(int number) {
    wanted = number;
    if (told_size && write(STDERR_FILENO, told_at_once, told_size) < 0) wanted = number; /* nobody reads it */
}

void stop_start(const char *told) {
    told_at_once = told;
    told_size = told ? strlen(told) : 0;
    for (size_t i = 0; i < sizeof signals / sizeof signals[0]; i++) {
        struct sigaction now = {.sa_handler = want, .sa_flags = (int)(SA_RESETHAND | SA_RESTART)}, before;
        sigemptyset(&now.sa_mask);
        if (sigaction(signals[i], NULL, &before) == 0 && before.sa_handler != SIG_IGN) sigaction(signals[i], &now, NULL);
    }
}

bool stop_wanted(void) { return wanted; }

void stop_end(void) {
    for (size_t i = 0; i < sizeof signals / sizeof signals[0]; i++) {
        struct sigaction before;
        if (sigaction(signals[i], NULL, &before) == 0 && before.sa_handler == want) signal(signals[i], SIG_DFL);
    }
    if (wanted) raise(wanted);
}
