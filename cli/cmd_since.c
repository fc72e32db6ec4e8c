/* since: what the next contact of the kind repeated, dropped, added; compare --session: what this one did of the last. */
#include "messages.h"

#include <time.h>

static const char *day_of(const cli *c, char today[11]) {
    time_t now = time(NULL);
    struct tm day;
    return c->as_of ? c->as_of : localtime_r(&now, &day) && strftime(today, 11, "%Y-%m-%d", &day) ? today : "9999-12-31";
}

static bg_code view(const cli *c, bg_record *record, const bg_style *style, bg_out *out, size_t *count, bg_error *err) {
    char today[11];
    return (c->session ? bg_view_session : bg_view_since)(record, c->args[0], day_of(c, today), style, out, count, err);
}

int cmd_since(cli *c) { return print_view(c, c->args[0], view); }
