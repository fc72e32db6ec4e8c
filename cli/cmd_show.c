/* show: one contact with its sources. */
#include "cli.h"

int cmd_show(cli *c) {
    bg_record *record = NULL;
    int status = open_record(c, BG_RECORD_READ, &record);
    if (status) return status;
    bg_style style = style_of(c);
    bg_out out = {0};
    bg_error err = {0};
    if (bg_view_show(record, c->args[0], &style, &out, &err)) status = fail(c, c->args[0], &err);
    else status = print_out(c, &out);
    bg_record_close(record);
    return status;
}
