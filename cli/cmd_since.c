/* since: what the next contact of the kind repeated, dropped, added. */
#include "messages.h"

#include <time.h>

static bg_code view(const cli *c, bg_record *record, const bg_style *style, bg_out *out, size_t *count, bg_error *err) {
    char today[11] = "9999-12-31";
    time_t now = time(NULL);
    struct tm day;
    if (localtime_r(&now, &day)) strftime(today, sizeof today, "%Y-%m-%d", &day);
    return bg_view_since(record, c->args[0], c->as_of ? c->as_of : today, style, out, count, err);
}

int cmd_since(cli *c) { return print_view(c, c->args[0], view); }
