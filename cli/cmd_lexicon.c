/* lexicon check: duplicate phrases within a class, unknown classes, malformed lines. */
#include "messages.h"

#include <string.h>

static int check(const cli *c) {
    bg_style style = style_of(c);
    bg_out out = {0};
    bg_error err = {0};
    size_t count = 0;
    if (bg_data_check(c->data_dir, &style, &out, &count, &err)) {
        int status = fail(c, c->data_dir, &err);
        return status == 2 ? 1 : status; /* a fault in the files is what the check is for */
    }
    int status = print_out(c, &out);
    if (status) return status;
    if (count) say(c, M_LEXICON_BAD, count);
    else say(c, M_LEXICON_OK);
    return count ? 1 : 0;
}

int cmd_lexicon(cli *c) {
    if (strcmp(c->args[0], "check") == 0) return check(c);
    say(c, M_LEXICON_WHAT, c->args[0]);
    return 2;
}
