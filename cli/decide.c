/* decide: see decide.h. */
#include "decide.h"
#include "messages.h"

#include <ctype.h>
#include <pwd.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

const char *decide_who(const cli *c) {
    const char *who = getenv("BANGGIAO_USER");
    if (c->who && *c->who) return c->who;
    if (who && *who) return who;
    struct passwd *user = getpwuid(geteuid());
    return user && user->pw_name && *user->pw_name ? user->pw_name : "?";
}

int64_t decide_now(void) {
    const char *fixed = getenv("SOURCE_DATE_EPOCH");
    char *end = NULL;
    long long at = fixed && isdigit((unsigned char)*fixed) ? strtoll(fixed, &end, 10) : 0;
    return end && !*end ? at : (int64_t)time(NULL);
}

/* The decision as JSON, or a line for people. */
static int tell(const cli *c, bg_record *record, const char *id, const char *kind, const char *about) {
    bg_style style = style_of(c);
    bg_out out = {0};
    bg_error err = {0};
    if (c->json) return bg_view_log(record, id, &style, &out, NULL, &err) ? fail(c, id, &err) : print_out(c, &out);
    if (!c->quiet) say(c, M_DECIDED, id, kind_text(c->lang, kind), about, decide_who(c));
    return 0;
}

/* Field and value as the record has them. */
static int settle_fix(const cli *c, bg_fix_words *fix) {
    bg_data *data = NULL;
    int status = open_data(c, &data);
    if (!status) bg_fix_settle(data, fix);
    bg_data_close(data);
    return status;
}

int decide_write(const cli *c, bg_record *record, const char *kind, char *const *ids, size_t count, const char *field, const char *value) {
    char id[18], about[300];
    bg_error err = {0};
    bg_fix_words fix = {.field = field, .value = value};
    if (field && settle_fix(c, &fix)) return 5;
    field = fix.field, value = fix.value;
    snprintf(about, sizeof about, field ? "%s %s=%s" : "%s", ids[0], field, value);
    bg_decision decision = {.kind = kind, .ids = (const char *const *)ids, .id_count = count, .telling = c->telling, .field = field, .value = value, .who = decide_who(c),
                            .at = decide_now(), .note = c->note, .source = c->source};
    if (bg_record_decide(record, &decision, id, &err)) return fail(c, ids[0], &err);
    return tell(c, record, id, kind, about);
}

int decide_open(const cli *c, bg_record **out) {
    int status = open_record(c, BG_RECORD_READ, out); /* one that is not there is not made */
    bg_record_close(*out);
    *out = NULL;
    return status ? status : open_record(c, BG_RECORD_WRITE, out);
}

int decide_each(const cli *c, const char *kind) {
    bg_record *record = NULL;
    int status = decide_open(c, &record);
    for (int i = 0; i < c->arg_count && !status; i++) status = decide_write(c, record, kind, c->args + i, 1, NULL, NULL);
    bg_record_close(record);
    return status;
}

int decide_all(const cli *c, const char *kind) {
    bg_record *record = NULL;
    int status = decide_open(c, &record);
    if (!status) status = decide_write(c, record, kind, c->args, (size_t)c->arg_count, NULL, NULL);
    bg_record_close(record);
    return status;
}

/* It stands behind a name in brackets. */
char *decide_parted(char *text) {
    char *from = strchr(text, '['), *sign = strchr(text, '=');
    if (from && sign && from < sign) sign = strstr(from, "]="), sign = sign ? sign + 1 : NULL;
    return sign && sign > text ? sign : NULL;
}
