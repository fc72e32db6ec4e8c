/* brief: what to know before a meeting, on the terminal or as a file. */
#include "messages.h"

static int brief(const cli *c, bg_record *record, const bg_data *data, const bg_brief_ask *ask) {
    bg_out out = {0};
    bg_error err = {0};
    size_t count = 0;
    if (bg_view_brief(record, data, ask, c->lang, &out, &count, &err)) return fail(c, c->record, &err);
    int status = write_out(c, &out);
    if (!status && !count) return say(c, M_NOTHING), 1;
    return status;
}

int cmd_brief(cli *c) {
    bg_record *record = NULL;
    bg_data *data = NULL;
    if (!c->with) return say(c, M_NEEDS_OPTION, "brief", "with"), 2;
    int status = settle_filter(c);
    bg_brief_ask ask = {.with = c->with, .whom = c->whom, .channel = c->filter.channel, .date = c->date};
    if (!status) status = paper_format(c, &ask.format);
    if (!status) status = open_data(c, &data);
    if (!status) status = open_record(c, BG_RECORD_READ, &record);
    if (!status) status = brief(c, record, data, &ask);
    bg_record_close(record);
    bg_data_close(data);
    return status;
}
