/* correct: fields of a fact, each a decision of its own; all of them or none. */
#include "decide.h"
#include "messages.h"

#include <stdlib.h>
#include <string.h>

typedef struct fixes {
    bg_fix_words *words; /* what the decisions point to */
    bg_decision *asks;
    size_t count;
} fixes;

/* The second day of "08/07/2019 – 12/07/2019", as tables have what lasts, parted from the first; NULL: there is one. */
static char *second_day(char *value) {
    static const char *const marks[] = {" – ", " - ", ".."};
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
        char *at = strstr(value, marks[i]);
        if (at && at > value) return *at = 0, at + strlen(marks[i]);
    }
    return NULL;
}

static void add(const cli *c, const bg_data *data, fixes *f, const char *field, const char *value) {
    size_t i = f->count++;
    f->words[i] = (bg_fix_words){.field = field, .value = value};
    bg_fix_settle(data, &f->words[i]);
    f->asks[i] = decide_ask(c, "correct", c->args, 1);
    f->asks[i].field = f->words[i].field, f->asks[i].value = f->words[i].value;
}

/* Fields and values as the record has them. */
static int settle(const cli *c, fixes *f) {
    bg_data *data = NULL;
    int status = open_data(c, &data);
    for (int i = 1; i < c->arg_count && !status; i++) {
        char *sign = decide_parted(c->args[i]);
        *sign = 0;
        add(c, data, f, c->args[i], sign + 1);
        char *second = strcmp(f->words[f->count - 1].field, "date") == 0 ? second_day(sign + 1) : NULL;
        if (second) add(c, data, f, "end", second);
    }
    bg_data_close(data);
    return status;
}

int cmd_correct(cli *c) {
    bg_record *record = NULL;
    for (int i = 1; i < c->arg_count; i++)
        if (!decide_parted(c->args[i])) return say(c, M_BAD_FIX, c->args[i]), 2;
    fixes f = {0};
    f.words = calloc(2 * (size_t)c->arg_count, sizeof *f.words), f.asks = calloc(2 * (size_t)c->arg_count, sizeof *f.asks);
    int status = f.words && f.asks ? settle(c, &f) : out_of_memory(c);
    if (!status) status = decide_open(c, &record);
    if (!status) status = decide_write(c, record, f.asks, f.count);
    bg_record_close(record);
    free(f.words);
    free(f.asks);
    return status;
}
