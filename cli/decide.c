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

int decide_write(const cli *c, bg_record *record, const bg_decision *asks, size_t count) {
    char (*ids)[18] = calloc(count + 1, sizeof *ids);
    bg_error err = {0};
    int status = 0;
    if (!ids || bg_record_decide(record, asks, count, ids, &err)) status = ids ? fail(c, c->args[0], &err) : out_of_memory(c);
    for (size_t i = 0; i < count && !status; i++) {
        char about[300];
        snprintf(about, sizeof about, asks[i].field ? "%s %s=%s" : "%s", asks[i].ids[0], asks[i].field, asks[i].value);
        status = tell(c, record, ids[i], asks[i].kind, about);
    }
    free(ids);
    return status;
}

bg_decision decide_ask(const cli *c, const char *kind, char *const *ids, size_t count) {
    return (bg_decision){.kind = kind, .ids = (const char *const *)ids, .id_count = count, .telling = c->telling, .who = decide_who(c), .at = decide_now(), .note = c->note, .source = c->source};
}

int decide_open(const cli *c, bg_record **out) {
    int status = open_record(c, BG_RECORD_READ, out); /* one that is not there is not made */
    bg_record_close(*out);
    *out = NULL;
    return status ? status : open_record(c, BG_RECORD_WRITE, out);
}

int decide_each(const cli *c, const char *kind) {
    bg_record *record = NULL;
    bg_decision *asks = calloc((size_t)c->arg_count + 1, sizeof *asks);
    if (!asks) return out_of_memory(c);
    int status = decide_open(c, &record);
    for (int i = 0; i < c->arg_count; i++) asks[i] = decide_ask(c, kind, c->args + i, 1);
    if (!status) status = decide_write(c, record, asks, (size_t)c->arg_count);
    bg_record_close(record);
    free(asks);
    return status;
}

int decide_all(const cli *c, const char *kind) {
    bg_record *record = NULL;
    bg_decision ask = decide_ask(c, kind, c->args, (size_t)c->arg_count);
    int status = decide_open(c, &record);
    if (!status) status = decide_write(c, record, &ask, 1);
    bg_record_close(record);
    return status;
}

/* It stands behind a name in brackets. */
char *decide_parted(char *text) {
    char *from = strchr(text, '['), *sign = strchr(text, '=');
    if (from && sign && from < sign) sign = strstr(from, "]="), sign = sign ? sign + 1 : NULL;
    return sign && sign > text ? sign : NULL;
}
