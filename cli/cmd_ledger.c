/* ledger: what was asked, agreed and promised between two states, and how it stands. */
#include "messages.h"

#include <stdlib.h>
#include <time.h>

static const char *day_of(const cli *c, char today[11]) {
    time_t now = time(NULL);
    struct tm day;
    if (c->as_of) return c->as_of;
    return localtime_r(&now, &day) && strftime(today, 11, "%Y-%m-%d", &day) ? today : NULL;
}

bg_code view_matter(const cli *c, bg_record *record, const bg_style *style, bg_out *out, size_t *count, bg_error *err) {
    char today[11];
    bg_ledger_ask ask = {.item = c->args[0], .as_of = day_of(c, today)};
    return bg_view_ledger(record, NULL, &ask, style, out, count, err);
}

int cmd_ledger(cli *c) {
    char today[11];
    bg_record *record = NULL;
    bg_data *data = NULL;
    bg_out out = {0};
    bg_error err = {0};
    size_t count = 0;
    bg_ledger_ask ask = {.with = c->with, .item = c->arg_count ? c->args[0] : NULL, .as_of = day_of(c, today), .silent = c->silent ? atoi(c->silent) : 0, .due = c->due, .since_last = c->since_last, .before = c->before, .bound = c->bound};
    if (!c->with && !ask.item) return say(c, M_NEEDS_OPTION, "ledger", "with"), 2;
    if (c->silent && ask.silent <= 0) return say(c, M_BAD_NUMBER, c->silent), 2;
    bg_style style = style_of(c);
    int status = open_data(c, &data);
    style.data = data;
    if (!status) status = open_record(c, BG_RECORD_READ, &record);
    if (!status) status = bg_view_ledger(record, data, &ask, &style, &out, &count, &err) ? fail(c, c->record, &err) : print_out(c, &out);
    if (!status && !count) say(c, M_NOTHING), status = 1;
    bg_record_close(record);
    bg_data_close(data);
    return status;
}
