/* correct: fields of a fact, each a decision of its own; all of them or none. */
#include "decide.h"
#include "messages.h"

#include <stdlib.h>

typedef struct fixes {
    bg_fix_words *words; /* what the decisions point to */
    bg_decision *asks;
    size_t count;
} fixes;

/* Fields and values as the record has them. */
static int settle(const cli *c, fixes *f) {
    bg_data *data = NULL;
    int status = open_data(c, &data);
    for (size_t i = 0; i < f->count && !status; i++) {
        char *sign = decide_parted(c->args[i + 1]);
        *sign = 0;
        f->words[i] = (bg_fix_words){.field = c->args[i + 1], .value = sign + 1};
        bg_fix_settle(data, &f->words[i]);
        f->asks[i] = decide_ask(c, "correct", c->args, 1);
        f->asks[i].field = f->words[i].field, f->asks[i].value = f->words[i].value;
    }
    bg_data_close(data);
    return status;
}

int cmd_correct(cli *c) {
    bg_record *record = NULL;
    for (int i = 1; i < c->arg_count; i++)
        if (!decide_parted(c->args[i])) return say(c, M_BAD_FIX, c->args[i]), 2;
    fixes f = {.count = (size_t)c->arg_count - 1};
    f.words = calloc(f.count + 1, sizeof *f.words), f.asks = calloc(f.count + 1, sizeof *f.asks);
    int status = f.words && f.asks ? settle(c, &f) : out_of_memory(c);
    if (!status) status = decide_open(c, &record);
    if (!status) status = decide_write(c, record, f.asks, f.count);
    bg_record_close(record);
    free(f.words);
    free(f.asks);
    return status;
}
