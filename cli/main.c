/* main: find the command and run it. */
#include "messages.h"
#include "options.h"

#include <signal.h>

int main(int argc, char **argv) {
    cli c;
    const command *which;
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
