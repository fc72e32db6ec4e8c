/* facts: what can be counted of two states' contacts. calendar: the same contacts as an .ics file. */
#include "decide.h"
#include "messages.h"

#include <time.h>

static int facts(const cli *c, bg_record *record, const bg_data *data, const bg_facts_ask *ask, bool calendar) {
    bg_out out = {0};
    bg_error err = {0};
    size_t count = 0;
    bg_style style = style_of(c);
    style.data = data;
    bg_code code = calendar ? bg_view_calendar(record, data, ask, c->lang, &out, &count, &err) : bg_view_facts(record, data, ask, &style, &out, &count, &err);
    if (code) return fail(c, c->record, &err);
    int status = calendar ? write_out(c, &out) : print_out(c, &out);
    return status || count ? status : (say(c, M_NOTHING), 1);
}

static int run(const cli *c, const char *name, bool calendar) {
    char today[16] = "";
    time_t now = (time_t)decide_now();
    struct tm day;
    bg_record *record = NULL;
    bg_data *data = NULL;
    if (!c->with) return say(c, M_NEEDS_OPTION, name, "with"), 2;
    if (gmtime_r(&now, &day)) strftime(today, sizeof today, "%Y-%m-%d", &day);
    bg_facts_ask ask = {.with = c->with, .as_of = c->as_of ? c->as_of : today};
    int status = open_data(c, &data);
    if (!status) status = open_record(c, BG_RECORD_READ, &record);
    if (!status) status = facts(c, record, data, &ask, calendar);
    bg_record_close(record);
    bg_data_close(data);
    return status;
}

int cmd_facts(cli *c) { return run(c, "facts", false); }
int cmd_calendar(cli *c) { return run(c, "calendar", true); }
