/* search: paragraphs of the record by their words. */
#include "messages.h"

#include <stdlib.h>
#include <string.h>

/* All arguments with a blank between them; NULL: out of memory. */
static char *join(const cli *c) {
    size_t size = 1;
    for (int i = 0; i < c->arg_count; i++) size += strlen(c->args[i]) + 1;
    char *words = malloc(size), *to = words;
    if (!words) return NULL;
    for (int i = 0; i < c->arg_count; i++) {
        if (i) *to++ = ' ';
        to = stpcpy(to, c->args[i]);
    }
    *to = 0;
    return words;
}

static int search(const cli *c, bg_record *record, const char *words) {
    bg_style style = style_of(c);
    bg_out out = {0};
    bg_error err = {0};
    size_t count = 0;
    if (bg_view_search(record, words, &style, &out, &count, &err)) return fail(c, words, &err);
    int status = print_out(c, &out);
    if (status || count) return status;
    say(c, M_NOTHING);
    return 1;
}

int cmd_search(cli *c) {
    bg_record *record = NULL;
    int status = open_record(c, BG_RECORD_READ, &record);
    if (status) return status;
    char *words = join(c);
    status = words ? search(c, record, words) : 5;
    free(words);
    bg_record_close(record);
    return status;
}
