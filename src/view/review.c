/* review_view: one contact after the other for somebody to decide on, the least certain first. */
#include "../record/decisions.h"
#include "../record/doubt.h"
#include "contact.h"
#include "labels.h"
#include "show.h"

typedef struct screen {
    bg_review *at;
    const bg_filter *filter;
    const bg_style *style;
} screen;

static void add_why(bg_lang lang, bg_buf *out, bool is, const char *id) {
    if (is) bg_buf__print(out, "%s%s", out->size ? " · " : "", bg_label__of(BG_LABEL_DOUBT, id, lang));
}

/* What makes it doubtful, as far as it can be told. */
static void why(bg_record *record, bg_arena *arena, const bg_row_contact *c, bg_lang lang, bg_buf *out) {
    bg_tellings events = {0};
    bool dates = false, places = false;
    size_t notes = bg_doubt__notes(record, c->id);
    bg_query__events(record, arena, c->id, &events);
    for (size_t i = 1; i < events.count; i++) {
        const char *a = events.items[i].start, *b = events.items[0].start, *p = events.items[i].place, *q = events.items[0].place;
        dates |= a && b && strcmp(a, b) != 0;
        places |= p && q && strcmp(p, q) != 0;
    }
    add_why(lang, out, !c->sides || !strchr(c->sides, ','), "sides");
    add_why(lang, out, !c->start, "date");
    add_why(lang, out, c->start && strlen(c->start) != 10, "day");
    add_why(lang, out, !c->people_count, "people");
    add_why(lang, out, c->people_count == 1, "one_person");
    add_why(lang, out, !c->type || strcmp(c->type, "other") == 0, "type");
    add_why(lang, out, !c->main, "aside");
    add_why(lang, out, notes > 0, "notes");
    add_why(lang, out, c->page_count < 2, "one_page");
    add_why(lang, out, dates, "dates_differ");
    add_why(lang, out, places, "places_differ");
}

/* One line of another contact. */
static void like_line(bg_record *record, bg_arena *arena, const screen *s, bg_buf *out) {
    bg_row_contact c;
    bg_lang lang = s->style->lang;
    if (!*s->at->like || !bg_query__contact(record, arena, s->at->like, &c)) return;
    bg_buf__print(out, "\n%s  %.*s  %s · ", bg_label__of(BG_LABEL_HEADING, "like", lang), BG_ID_SHOWN, c.id, bg_label__of(BG_LABEL_TYPE, c.type, lang));
    bg_label__when(c.start, c.end, lang, out);
    bg_buf__text(out, " · ");
    bg_contact__people(&c, out);
    if (c.place) bg_buf__print(out, " · %s", c.place);
    bg_buf__char(out, '\n');
}

static void as_text(bg_record *record, bg_arena *arena, const screen *s, const bg_row_contact *c, bg_buf *out) {
    bg_buf reasons;
    bg_buf__init(&reasons, 1 << 16);
    why(record, arena, c, s->style->lang, &reasons);
    bg_buf__print(out, "%s %lld: %s\n", bg_label__of(BG_LABEL_HEADING, "doubt", s->style->lang), (long long)s->at->doubt, reasons.bytes ? reasons.bytes : "");
    bg_show__contact(record, arena, c->id, s->style, out);
    like_line(record, arena, s, out);
    out->failed |= reasons.failed;
    bg_buf__free(&reasons);
}

/* One line: what doubt there is, and the contact as show has it. */
static void as_json(bg_record *record, bg_arena *arena, const screen *s, const bg_row_contact *c, bg_buf *out) {
    bg_json json;
    bg_buf shown;
    bg_buf__init(&shown, BG_VIEW_MAX);
    bg_show__contact(record, arena, c->id, s->style, &shown);
    bg_json__init(&json, out);
    bg_json__object(&json, NULL);
    bg_json__int(&json, "doubt", s->at->doubt);
    bg_json__int(&json, "notes", (int64_t)bg_doubt__notes(record, c->id));
    bg_json__text(&json, "like", *s->at->like ? s->at->like : NULL);
    if (shown.size > 2) bg_buf__char(out, ','), bg_buf__add(out, shown.bytes + 1, shown.size - 3); /* its fields, without braces and line end */
    bg_json__end(&json);
    bg_buf__char(out, '\n');
    out->failed |= shown.failed;
    bg_buf__free(&shown);
}

static void write(void *context, bg_record *record, bg_arena *arena, bg_buf *out) {
    screen *s = context;
    bg_row_contact c;
    bg_queue queue = {.country = s->filter->country, .type = s->filter->type, .doubt = s->at->doubt};
    snprintf(queue.id, sizeof queue.id, "%s", s->at->id);
    *s->at->like = 0;
    bool found = bg_doubt__next(record, &queue);
    snprintf(s->at->id, sizeof s->at->id, "%s", queue.id);
    if (!found || !bg_query__contact(record, arena, queue.id, &c)) return;
    s->at->doubt = queue.doubt;
    bg_doubt__like(record, queue.id, s->at->like);
    if (s->style->json) as_json(record, arena, s, &c, out);
    else as_text(record, arena, s, &c, out);
}

bg_code bg_view_review(bg_record *record, const bg_filter *filter, bg_review *at, const bg_style *style, bg_out *out, bg_error *err) {
    screen s = {at, filter, style};
    return bg_view__run(record, write, &s, out, err);
}
