/* merge: the pages of other records into the first one. */
#include "messages.h"
#include "progress.h"

static bool step(void *bar, size_t done, size_t total) {
    progress_count(bar, done, total);
    return true;
}

static int take(const cli *c, bg_record *into, const char *path, const bg_data *data) {
    cli other = *c;
    bg_record *from = NULL;
    bg_error err = {0};
    bg_taken sum = {0};
    progress bar;
    other.record = path;
    int status = open_record(&other, BG_RECORD_READ, &from);
    if (status) return status;
    progress_start(&bar, NULL, !c->quiet);
    bg_code code = bg_record_take(into, from, data, step, &bar, &sum, &err);
    progress_clear(&bar);
    bg_record_close(from);
    if (code) return fail(c, c->args[0], &err);
    if (!c->quiet) say(c, M_MERGED, path, sum.pages, sum.added, sum.unreadable);
    return sum.unreadable ? 3 : 0;
}

int cmd_merge(cli *c) {
    bg_data *data = NULL;
    bg_record *into = NULL;
    cli first = *c;
    first.record = c->args[0];
    int status = open_data(c, &data);
    if (!status) status = open_record(&first, BG_RECORD_WRITE, &into);
    for (int i = 1; i < c->arg_count && (status == 0 || status == 3); i++) {
        int one = take(c, into, c->args[i], data);
        if (one) status = one;
    }
    bg_record_close(into);
    bg_data_close(data);
    return status;
}
