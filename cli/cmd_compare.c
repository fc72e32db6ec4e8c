/* compare: the readouts of one contact side by side; with --session this contact against the last of its kind. */
#include "messages.h"

int cmd_compare(cli *c) {
    bg_compare_ask ask = {.id = c->args[0]};
    bg_record *record = NULL;
    bg_data *data = NULL;
    bg_out out = {0};
    bg_error err = {0};
    if (c->session) return cmd_since(c);
    int status = paper_format(c, &ask.format);
    if (!status) status = open_data(c, &data);
    ask.data = data;
    if (!status) status = open_record(c, BG_RECORD_READ, &record);
    if (!status) status = bg_view_compare(record, &ask, c->lang, &out, NULL, &err) ? fail(c, c->args[0], &err) : write_out(c, &out);
    bg_record_close(record);
    bg_data_close(data);
    return status;
}
