/* show: one contact with its sources, an entry of the ledger with its matter, or a stored page with what was read from it marked. */
#include "cli.h"

static bg_code view(const cli *c, bg_record *record, const bg_style *style, bg_out *out, size_t *count, bg_error *err) {
    *count = 1; /* or there is an error */
    if (c->html) return bg_view_html(record, c->args[0], style, out, err);
    bg_code code = bg_view_show(record, c->args[0], style, out, err);
    return code == BG_E_NOTFOUND && c->args[0][0] == 'c' ? view_matter(c, record, style, out, count, err) : code;
}

int cmd_show(cli *c) { return print_view(c, c->args[0], view); }
