/* stop: see stop.h. */
#include "stop.h"

#include <signal.h>
#include <stddef.h>

static volatile sig_atomic_t wanted; /* the signal */
static const int signals[] = {SIGINT, SIGTERM};

static void want(int number) { wanted = number; }

void stop_start(void) {
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
