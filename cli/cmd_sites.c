/* sites: lines that recur on the pages of a site. */
#include "cli.h"

static bg_code view(const cli *c, bg_record *record, const bg_style *style, bg_out *out, size_t *count, bg_error *err) {
    return bg_view_sites(record, c->arg_count ? c->args[0] : NULL, style, out, count, err);
}

int cmd_sites(cli *c) { return print_view(c, NULL, view); }
