/* timeline: the contacts of the record in order of time. */
#include "cli.h"

static bg_code view(const cli *c, bg_record *record, const bg_style *style, bg_out *out, size_t *count, bg_error *err) {
    return bg_view_timeline(record, &c->filter, style, out, count, err);
}

int cmd_timeline(cli *c) {
    char both[BG_FILTER_ROOM];
    pair_filter(c, both);
    int status = settle_filter(c);
    return status ? status : suggest(c, print_view(c, NULL, view), c->filter.person, true);
}
