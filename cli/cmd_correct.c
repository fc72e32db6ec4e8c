/* correct: fields of a fact, each a decision of its own. */
#include "decide.h"
#include "messages.h"

int cmd_correct(cli *c) {
    bg_record *record = NULL;
    for (int i = 1; i < c->arg_count; i++)
        if (!decide_parted(c->args[i])) return say(c, M_BAD_FIX, c->args[i]), 2;
    int status = decide_open(c, &record);
    for (int i = 1; i < c->arg_count && !status; i++) {
        char *sign = decide_parted(c->args[i]);
        *sign = 0;
        status = decide_write(c, record, "correct", c->args, 1, c->args[i], sign + 1);
    }
    bg_record_close(record);
    return status;
}
