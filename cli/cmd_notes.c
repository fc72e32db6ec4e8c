/* notes: what the reader could not understand. */
#include "messages.h"

int cmd_notes(cli *c) {
    bg_record *record = NULL;
    int status = open_record(c, BG_RECORD_READ, &record);
    if (status) return status;
    bg_style style = style_of(c);
    bg_out out = {0};
    bg_error err = {0};
    size_t count = 0;
    if (bg_view_notes(record, &style, &out, &count, &err)) status = fail(c, NULL, &err);
    else status = print_out(c, &out);
    bg_record_close(record);
    if (status || count) return status;
    say(c, M_NOTHING);
    return 1;
}
