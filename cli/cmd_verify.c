/* verify: does the record still say what its pages say? */
#include "messages.h"

#include <stdio.h>
#include <string.h>

static void span_text(bg_span span, char *out, size_t size) {
    if (span.end) snprintf(out, size, " [%u,%u)", (unsigned)span.start, (unsigned)span.end);
    else *out = 0;
}

static void report_json(const bg_fault *fault) {
    bg_out line = {0};
    if (bg_fault_json(fault, &line, NULL) == BG_OK) puts(line.bytes);
    bg_out_free(&line);
}

static void report(void *context, const bg_fault *fault) {
    const cli *c = context;
    if (c->quiet || (!c->json && strcmp(fault->problem, "read.outdated") == 0)) return; /* the summary counts these */
    if (c->json) {
        report_json(fault);
        return;
    }
    char span[48];
    span_text(fault->span, span, sizeof span);
    printf("%s %s%s%s%s%s%s: %s\n", fault->page, fault->source, fault->fact ? " " : "", fault->fact ? fault->fact : "",
           fault->field ? " " : "", fault->field ? fault->field : "", span, problem_text(c->lang, fault->problem));
}

static int verify(cli *c, bg_record *record, const bg_data *data) {
    bg_error err = {0};
    bg_verified sum = {0};
    if (bg_record_verify(record, data, report, c, &sum, &err)) return fail(c, c->record, &err);
    if (fflush(stdout)) return 5;
    if (!c->quiet && sum.faults) say(c, M_VERIFY_FAILED, sum.pages, sum.ranges, sum.faults);
    else if (!c->quiet) say(c, M_VERIFIED, sum.pages, sum.ranges);
    if (!c->quiet && sum.outdated) say(c, M_OUTDATED, sum.outdated);
    return sum.faults ? 1 : 0;
}

int cmd_verify(cli *c) {
    bg_record *record = NULL;
    bg_data *data = NULL;
    int status = open_record(c, BG_RECORD_READ, &record);
    if (status) return status;
    status = open_data(c, &data);
    if (!status) status = verify(c, record, data);
    if (data) bg_data_close(data);
    bg_record_close(record);
    return status;
}
