/* people: the persons of the record. */
#include "cli.h"

#include <string.h>

/* "n" and hex digits are an id; everything else is words of a name. */
static bool is_id(const char *text) { return text[0] == 'n' && strlen(text) > 4 && strspn(text + 1, "0123456789abcdef") == strlen(text + 1); }

static bg_code view(const cli *c, bg_record *record, const bg_style *style, bg_out *out, size_t *count, bg_error *err) {
    const char *arg = c->arg_count ? c->args[0] : NULL;
    bg_people_filter filter = {.country = c->filter.country, .name = c->filter.person};
    if (arg && is_id(arg)) filter.id = arg;
    else if (arg) filter.name = arg;
    return bg_view_people(record, &filter, style, out, count, err);
}

int cmd_people(cli *c) {
    if (!c->filter.country) c->filter.country = c->with; /* the people of the other state */
    int status = settle_filter(c);
    const char *name = c->arg_count ? c->args[0] : c->filter.person;
    return status ? status : suggest(c, print_view(c, NULL, view), name, true);
}
