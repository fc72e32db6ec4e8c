/* lexicon check: duplicate phrases within a class, unknown classes, malformed lines. */
#include "messages.h"

#include <string.h>

/*
 * PLACE FOR bg_data_check(): when src/data/check.c exists, call it here, print what it finds with print_out() and use
 * M_LEXICON_BAD. Until then opening the data finds malformed lines and unknown classes (BG_E_DATA, with file and line).
 */
int cmd_lexicon(cli *c) {
    if (strcmp(c->args[0], "check") != 0) {
        say(c, M_LEXICON_WHAT, c->args[0]);
        return 2;
    }
    bg_data *data = NULL;
    int status = open_data(c, &data);
    if (status) return status == 2 ? 1 : status; /* a fault in the files is what the check is for */
    bg_data_close(data);
    say(c, M_LEXICON_OK);
    return 0;
}
