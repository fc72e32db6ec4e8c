/* log: what people decided. */
#include "cli.h"

static bg_code view(const cli *c, bg_record *record, const bg_style *style, bg_out *out, size_t *count, bg_error *err) {
    return bg_view_log(record, c->arg_count ? c->args[0] : NULL, style, out, count, err);
}

int cmd_log(cli *c) { return print_view(c, NULL, view); }
