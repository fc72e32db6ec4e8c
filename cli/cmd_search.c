/* search: paragraphs of the record by their words. */
#include "cli.h"

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

static bg_code view(const cli *c, bg_record *record, const bg_style *style, bg_out *out, size_t *count, bg_error *err) {
    return bg_view_search(record, c->args[0], c->filter.outlet, style, out, count, err);
}

int cmd_search(cli *c) {
    char *words = join(c);
    if (!words) return out_of_memory(c);
    c->args[0] = words;
    int status = suggest(c, print_view(c, words, view), words, false);
    free(words);
    return status;
}
