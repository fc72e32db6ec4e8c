/* reread: the record's pages with today's program and knowledge. */
#include "messages.h"

static int reread(const cli *c, bg_record *record, const bg_data *data) {
    bg_error err = {0};
    bg_reread sum = {0};
    if (bg_record_reread(record, data, &sum, &err)) return fail(c, c->record, &err);
    if (!c->quiet) say(c, M_REREAD, sum.pages, sum.reread, sum.changed, sum.unreadable);
    return sum.unreadable ? 3 : 0;
}

int cmd_reread(cli *c) {
    bg_record *record = NULL;
    bg_data *data = NULL;
    int status = open_data(c, &data);
    if (status) return status;
    status = open_record(c, BG_RECORD_READ, &record); /* one that is not there is not made */
    bg_record_close(record);
    record = NULL;
    if (!status) status = open_record(c, BG_RECORD_WRITE, &record);
    if (!status) status = reread(c, record, data);
    bg_record_close(record);
    bg_data_close(data);
    return status;
}
