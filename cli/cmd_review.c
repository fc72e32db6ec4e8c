/* review: somebody walks through the contacts, the least certain first, one key a decision. Each decision is a transaction of its own, so that several may review at once. */
#include "decide.h"
#include "keys.h"
#include "messages.h"

#include <stdlib.h>
#include <string.h>

typedef struct step {
    bg_review at;  /* where it stood */
    char id[18];   /* the decision; "" for one that was passed over */
} step;

typedef struct review {
    const cli *c;
    keys keys;
    bg_record *record;
    bg_data *data; /* what states are called */
    bg_review before, at; /* behind which, and what is shown */
    step *steps;
    size_t count, room, decided, shown;
    int status;
} review;

static bool remember(review *r, const char *id) {
    if (r->count == r->room) {
        size_t room = r->room ? r->room * 2 : 64;
        step *more = realloc(r->steps, room * sizeof *more);
        if (!more) return r->status = 5, false;
        r->steps = more;
        r->room = room;
    }
    step *s = &r->steps[r->count++];
    s->at = r->before;
    snprintf(s->id, sizeof s->id, "%s", id);
    return true;
}

/* Show the next one; false at the end or after an error. */
static bool show(review *r) {
    bg_style style = style_of(r->c);
    style.data = r->data;
    bg_out out = {0};
    bg_error err = {0};
    r->at = r->before;
    if (bg_view_review(r->record, &r->c->filter, &r->at, &style, &out, &err)) r->status = fail(r->c, NULL, &err);
    else if (*r->at.id) {
        fputs(r->keys.terminal ? "\033[H\033[2J" : r->shown++ && !r->c->json ? "\n" : "", stdout);
        r->status = print_out(r->c, &out);
    }
    bg_out_free(&out);
    return !r->status && *r->at.id;
}

static void prompt(const review *r) {
    if (!r->keys.terminal) return;
    printf("\n%s ", message_text(r->c->lang, *r->at.like ? M_REVIEW_KEYS_LIKE : M_REVIEW_KEYS));
    fflush(stdout);
}

/* Write down a decision about what is shown, or about it and another; false: it was refused, which was told. */
static bool decide(review *r, const char *kind, const char *other, const char *field, const char *value, const char *note) {
    const char *ids[] = {r->at.id, other};
    char id[1][18];
    bg_error err = {0};
    bg_decision decision = {.kind = kind, .ids = ids, .id_count = other ? 2 : 1, .field = field, .value = value, .who = decide_who(r->c), .at = decide_now(),
                            .note = note && *note ? note : r->c->note, .source = r->c->source};
    if (bg_record_decide(r->record, &decision, 1, id, &err)) {
        note_error(r->c, r->at.id, &err);
        if (bg_code_exit(err.code) > 2) r->status = bg_code_exit(err.code);
        return false;
    }
    r->decided++;
    if (!r->c->quiet && !r->keys.terminal) say(r->c, M_DECIDED, *id, kind_text(r->c->lang, kind), r->at.id, decide_who(r->c));
    return remember(r, *id);
}

static void go_on(review *r) { r->before = r->at; }

/* Back to what was decided or passed over last. */
static void undo(review *r) {
    bg_error err = {0};
    if (!r->count) {
        say(r->c, M_NOTHING_TO_UNDO);
        return;
    }
    step *last = &r->steps[--r->count];
    r->before = last->at;
    if (!*last->id) return;
    if (bg_record_undo(r->record, last->id, decide_who(r->c), decide_now(), NULL, NULL, &err)) note_error(r->c, last->id, &err);
    else r->decided--;
}

/* FIELD=VALUE, then the same contact again. */
static void edit(review *r, answer *a) {
    char line[KEYS_LINE];
    snprintf(line, sizeof line, "%s", a->rest);
    if (!*line && r->keys.terminal && !keys_line(&r->keys, message_text(r->c->lang, M_REVIEW_FIX), line, sizeof line)) return;
    char *sign = decide_parted(line);
    if (!sign) {
        say(r->c, M_BAD_FIX, line);
        return;
    }
    *sign = 0;
    decide(r, "correct", NULL, line, sign + 1, NULL);
}

static void merge(review *r, const answer *a) {
    const char *other = *a->rest ? a->rest : r->at.like;
    if (!*other) say(r->c, M_NO_LIKE);
    else decide(r, "join", other, NULL, NULL, NULL); /* what comes of it is shown where it stands now */
}

/* One answer; false: enough. */
static bool act(review *r, answer *a) {
    switch (a->key) {
    case 'y': if (decide(r, "accept", NULL, NULL, NULL, a->rest)) go_on(r); break;
    case 'n': if (decide(r, "reject", NULL, NULL, NULL, a->rest)) go_on(r); break;
    case 'e': edit(r, a); break;
    case 'm': merge(r, a); break;
    case 'u': undo(r); break;
    case 's': if (remember(r, "")) go_on(r); break;
    case '\n': break;
    case 'q':
    case 0: return false;
    default: say(r->c, M_REVIEW_WHAT, a->key);
    }
    return !r->status;
}

static void walk(review *r) {
    answer a;
    do {
        if (!show(r)) break;
        prompt(r);
        keys_next(&r->keys, &a);
        if (r->keys.terminal) putchar('\n');
    } while (act(r, &a));
    if (!r->status && !*r->at.id) say(r->c, M_REVIEW_END);
    if (!r->c->quiet) say(r->c, M_REVIEWED, r->decided);
}

int cmd_review(cli *c) {
    review r = {.c = c, .before = {.doubt = INT64_MAX}};
    char both[BG_FILTER_ROOM];
    pair_filter(c, both);
    r.status = settle_filter(c);
    if (!r.status) r.status = open_data(c, &r.data);
    if (!r.status) r.status = decide_open(c, &r.record);
    keys_start(&r.keys);
    if (!r.status) walk(&r);
    keys_end(&r.keys);
    free(r.steps);
    bg_record_close(r.record);
    bg_data_close(r.data);
    return r.status;
}
