/* notes: what the reader could not understand. */
#include "cli.h"

static bg_code view(const cli *c, bg_record *record, const bg_style *style, bg_out *out, size_t *count, bg_error *err) {
    (void)c;
    return bg_view_notes(record, style, out, count, err);
}

int cmd_notes(cli *c) { return print_view(c, NULL, view); }
