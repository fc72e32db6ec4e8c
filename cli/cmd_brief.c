/* brief: what to know before a meeting, on the terminal or as a file. */
#include "messages.h"

#include <string.h>

static const struct { const char *ending; bg_paper_format format; } formats[] = {
    {".docx", BG_PAPER_DOCX}, {".html", BG_PAPER_HTML}, {".htm", BG_PAPER_HTML}, {".md", BG_PAPER_MARKDOWN}, {".txt", BG_PAPER_TEXT}, {".jsonl", BG_PAPER_JSON},
};

/* By the ending of the file; false: it has none of these. */
static bool format_of(const cli *c, bg_paper_format *out) {
    *out = c->json ? BG_PAPER_JSON : BG_PAPER_TEXT;
    if (!c->output || strcmp(c->output, "-") == 0) return true;
    const char *ending = strrchr(c->output, '.');
    for (size_t i = 0; ending && i < sizeof formats / sizeof formats[0]; i++)
        if (strcmp(formats[i].ending, ending) == 0) return *out = formats[i].format, true;
    return false;
}

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
    bg_brief_ask ask = {.with = c->with, .whom = c->whom, .channel = c->filter.channel, .date = c->date};
    bg_record *record = NULL;
    bg_data *data = NULL;
    if (!c->with) return say(c, M_NEEDS_OPTION, "brief", "with"), 2;
    if (!format_of(c, &ask.format)) return say(c, M_BAD_OUTPUT, c->output), 2;
    int status = open_data(c, &data);
    if (!status) status = open_record(c, BG_RECORD_READ, &record);
    if (!status) status = brief(c, record, data, &ask);
    bg_record_close(record);
    bg_data_close(data);
    return status;
}
