/* main: find the command and run it. */
#include "messages.h"
#include "options.h"

#include <signal.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

#define MEMORY_KEPT (64 << 20)  /* bytes at the end of what is taken, free, that are not given back */
#define MEMORY_LARGE (16 << 20) /* what is larger is given back at once */

/* What one page, or one question to a record, leaves the next one needs: given back to the system, it would be asked for, and cleared, anew with each. */
static void keep_memory(void) {
#ifdef __GLIBC__
    mallopt(M_TRIM_THRESHOLD, MEMORY_KEPT);
    mallopt(M_MMAP_THRESHOLD, MEMORY_LARGE);
#endif
}

int main(int argc, char **argv) {
    cli c;
    const command *which;
    keep_memory();
    signal(SIGXFSZ, SIG_IGN); /* a file that may not grow is an error with a message, not the end */
    int status = options_parse(argc, argv, &c, &which);
    if (status) return status;
    if (c.version) return printf("banggiao %s\n", BG_VERSION) < 0 ? 5 : 0;
    if (c.help) {
        help_write(stdout, which, c.lang);
        return fflush(stdout) ? 5 : 0;
    }
    if (!which) {
        say(&c, M_NO_COMMAND);
        help_write(stderr, NULL, c.lang);
        return 2;
    }
    return which->run(&c);
}
