/* bodies, mechanisms, agreements: what stands under many names. */
#include "cli.h"
#include "messages.h"

static int things(const cli *c, bg_record *record, const bg_data *data, bg_entity_kind kind) {
    bg_things_ask ask = {.kind = kind, .with = c->with, .as_of = c->as_of, .name = c->arg_count ? c->args[0] : NULL};
    bg_style style = style_of(c);
    style.data = data;
    bg_out out = {0};
    bg_error err = {0};
    size_t count = 0;
    if (bg_view_things(record, data, &ask, &style, &out, &count, &err)) return fail(c, c->record, &err);
    int status = print_out(c, &out);
    return status || count ? status : (say(c, M_NOTHING), 1);
}

static int run(const cli *c, bg_entity_kind kind) {
    bg_record *record = NULL;
    bg_data *data = NULL;
    int status = open_data(c, &data);
    if (!status) status = open_record(c, BG_RECORD_READ, &record);
    if (!status) status = things(c, record, data, kind);
    bg_record_close(record);
    bg_data_close(data);
    return status;
}

int cmd_bodies(cli *c) { return run(c, BG_BODY); }
int cmd_mechanisms(cli *c) { return run(c, BG_MECHANISM); }
int cmd_agreements(cli *c) { return run(c, BG_AGREEMENT); }
