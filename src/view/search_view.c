/* search_view: hits as a list with the words marked, or as JSON lines. */
#include "../record/search.h"
#include "contact.h"
#include "labels.h"

#define CONTEXT 90 /* bytes kept on each side of the first mark, to the next word's border */

typedef struct search {
    const char *words, *outlet;
    const bg_style *style;
    size_t count;
} search;

/* The marks as ranges of the page; only where the page's text is NFC, so that offsets agree. */
static void marks_json(bg_json *json, const bg_hit *hit) {
    if (hit->text_size != hit->span.end - hit->span.start) return;
    bg_json__array(json, "hits");
    for (size_t i = 0; i < hit->mark_count; i++)
        bg_json__span(json, NULL, (bg_span){hit->span.start + hit->marks[i].start, hit->span.start + hit->marks[i].end});
    bg_json__end(json);
}

static void hit_json(const bg_hit *hit, bg_buf *out) {
    bg_json json;
    bg_json__init(&json, out);
    bg_json__object(&json, NULL);
    bg_json__text(&json, "page", hit->page);
    bg_json__text(&json, "source", hit->source);
    bg_json__text(&json, "title", hit->title);
    bg_json__text(&json, "published", hit->published);
    bg_json__text(&json, "kind", hit->kind);
    bg_json__span(&json, "span", hit->span);
    bg_json__text(&json, "match", hit->exact ? "exact" : "folded");
    marks_json(&json, hit);
    bg_json__text(&json, "text", hit->text);
    bg_json__texts(&json, "contacts", hit->contacts, hit->contact_count);
    bg_json__end(&json);
    bg_buf__char(out, '\n');
}

/* The start of the part that is shown. */
static size_t cut_before(const bg_hit *hit) {
    size_t at = hit->mark_count ? hit->marks[0].start : 0;
    if (at <= CONTEXT) return 0;
    at -= CONTEXT;
    while (at < hit->text_size && hit->text[at] != ' ') at++;
    return at < hit->text_size ? at + 1 : 0;
}

static size_t cut_after(const bg_hit *hit, size_t from) {
    size_t at = (hit->mark_count ? hit->marks[0].end : from) + 2 * CONTEXT;
    while (at < hit->text_size && hit->text[at] != ' ') at++;
    return at < hit->text_size ? at : hit->text_size;
}

static void snippet(const bg_hit *hit, bg_buf *out) {
    size_t from = cut_before(hit), to = cut_after(hit, from), at = from;
    bg_buf__text(out, from ? "    … " : "    ");
    for (size_t i = 0; i < hit->mark_count && hit->marks[i].end <= to; i++) {
        bg_view__words(hit->text + at, hit->marks[i].start - at, out);
        bg_buf__text(out, "⟦");
        bg_view__words(hit->text + hit->marks[i].start, hit->marks[i].end - hit->marks[i].start, out);
        bg_buf__text(out, "⟧");
        at = hit->marks[i].end;
    }
    bg_view__words(hit->text + at, to - at, out);
    bg_buf__text(out, to < hit->text_size ? " …\n" : "\n");
}

static void hit_text(const bg_hit *hit, bg_lang lang, bg_buf *out) {
    bg_buf__print(out, "%.*s [%u,%u) %s", BG_ID_SHOWN, hit->page, (unsigned)hit->span.start, (unsigned)hit->span.end,
                  hit->source ? hit->source : "");
    if (!hit->exact) bg_buf__print(out, " (%s)", bg_label__of(BG_LABEL_HEADING, "folded", lang));
    if (hit->published) bg_buf__print(out, " · %s ", bg_label__of(BG_LABEL_HEADING, "published", lang)), bg_label__date(hit->published, NULL, lang, out);
    bg_buf__char(out, '\n');
    if (hit->title && strcmp(hit->kind ? hit->kind : "", "title") != 0) bg_buf__print(out, "    %s\n", hit->title);
    snippet(hit, out);
    for (size_t i = 0; i < hit->contact_count; i++) bg_buf__print(out, "%s%.*s", i ? " " : "    → ", BG_ID_SHOWN, hit->contacts[i]);
    if (hit->contact_count) bg_buf__char(out, '\n');
}

static void write(void *context, bg_record *record, bg_arena *arena, bg_buf *out) {
    search *s = context;
    bg_hits hits = {0};
    if (!bg_search__find(record, arena, s->words, s->outlet, &hits)) return;
    s->count = hits.count;
    for (size_t i = 0; i < hits.count; i++) {
        if (s->style->json) hit_json(&hits.items[i], out);
        else hit_text(&hits.items[i], s->style->lang, out);
    }
}

bg_code bg_view_search(bg_record *record, const char *words, const char *outlet, const bg_style *style, bg_out *out, size_t *count, bg_error *err) {
    search s = {.words = words, .outlet = outlet, .style = style};
    bg_code code = bg_view__run(record, write, &s, out, err);
    if (count) *count = s.count;
    return code;
}
