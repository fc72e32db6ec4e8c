/* show: one contact; who took part, what each side said, which pages tell it, with the sentence marked ⟦so⟧. */
#include "../record/variants.h"
#include "contact.h"
#include "decided.h"
#include "labels.h"
#include "reason.h"
#include "show.h"
#include "source.h"
#include "state.h"
#include "table.h"
#include "things.h"

#include <stdlib.h>

#define MARK_OPEN "⟦"
#define MARK_CLOSE "⟧"
#define CONTEXT 600 /* bytes shown on each side of a sentence */

typedef struct show {
    const char *id;
    const bg_style *style;
    bg_row_contact contact;
    bg_tellings events;
    bg_sayings said;
    bg_variants variants;
    bg_decisions decided; /* what people decided of the contact */
    bg_states *states;
    const char **words; /* of each statement: its content, composed, in one line */
    size_t *same; /* of each statement: index of the first one with the same words */
} show;

/* ------------------------------------------------------------------ reprinted statements stand once */

static bool same_words(const show *s, size_t i, size_t k) {
    const bg_row_statement *a = &s->said.items[i], *b = &s->said.items[k];
    bool speaker = a->speaker && b->speaker ? bg_string__equal(a->speaker, b->speaker) : bg_string__equal(a->speaker_ref, b->speaker_ref);
    return speaker && bg_string__equal(a->act, b->act) && bg_string__equal(s->words[i], s->words[k]);
}

/* Pages write the same letters composed or not, and break lines where they like. NULL: nothing was said, or out of memory. */
static const char *plain_words(bg_arena *arena, const char *content) {
    const char *flat = content ? bg_view__flat(arena, content) : NULL;
    return flat ? bg_text__composed(arena, flat) : NULL;
}

static bool fold_reprints(show *s, bg_arena *arena) {
    s->same = bg_arena__alloc(arena, (s->said.count + 1) * sizeof *s->same);
    s->words = bg_arena__alloc(arena, (s->said.count + 1) * sizeof *s->words);
    if (!s->words) return false;
    for (size_t i = 0; i < s->said.count; i++) s->words[i] = plain_words(arena, s->said.items[i].content);
    for (size_t i = 0; s->same && i < s->said.count; i++) {
        size_t first = 0;
        while (first < i && !same_words(s, first, i)) first++;
        s->same[i] = first;
    }
    return s->same != NULL;
}

/* Which witness is a page? */
static const char *witness_of(const show *s, const char *page) {
    for (size_t i = 0; i < s->events.count; i++) {
        const bg_row_page *from = &s->events.items[i].from;
        if (bg_string__equal(s->events.items[i].page, page)) return from->witness ? from->witness : page;
    }
    return page;
}

/* How many independent pages have the words of this statement. */
static size_t count_witnesses(const show *s, size_t index) {
    size_t count = 0;
    for (size_t i = 0; i < s->said.count; i++) {
        bool known = s->same[i] != s->same[index];
        for (size_t k = 0; k < i && !known; k++)
            known = s->same[k] == s->same[index] && bg_string__equal(witness_of(s, s->said.items[k].page), witness_of(s, s->said.items[i].page));
        count += !known;
    }
    return count;
}

/* ------------------------------------------------------------------ JSON */

static void statement_decisions(bg_record *record, bg_arena *arena, bg_json *json, const char *id) {
    bg_decisions list = {0};
    bg_query__decisions(record, arena, id, &list);
    bg_decided__jsons(json, &list);
}

static void statement_json(bg_record *record, bg_arena *arena, bg_json *json, const show *s, size_t index) {
    const bg_row_statement *said = &s->said.items[index];
    bg_json__object(json, NULL);
    bg_json__text(json, "id", said->id);
    bg_json__text(json, "page", said->page);
    bg_json__text(json, "event", said->event);
    bg_json__text(json, "speaker", said->speaker ? said->speaker : said->speaker_ref);
    bg_json__text(json, "speaker_country", said->speaker_country);
    bg_json__text(json, "addressee", said->addressee ? said->addressee : said->addressee_ref);
    bg_json__text(json, "act", said->act);
    bg_json__text(json, "strength", said->strength);
    bg_json__text(json, "content", said->content);
    bg_json__span(json, "span", said->span);
    bg_json__texts(json, "topics", said->topics, said->topic_count);
    if (s->same[index] != index) bg_json__text(json, "same_as", s->said.items[s->same[index]].id);
    bg_json__int(json, "witnesses", (int64_t)count_witnesses(s, index));
    bg_json__text(json, "rule", said->rule);
    if (said->rejected) bg_json__bool(json, "rejected", true);
    if (said->rejected || said->corrected) statement_decisions(record, arena, json, said->id);
    bg_json__end(json);
}

static void source_json(bg_record *record, bg_arena *arena, bg_json *json, const bg_row_event *event) {
    bg_origin origin;
    bg_source__origin(record, arena, &event->from, &origin);
    bg_json__object(json, NULL);
    bg_json__text(json, "event", event->id);
    bg_json__text(json, "page", event->page);
    bg_source__json(json, &event->from);
    bg_json__text(json, "merged_because", event->reason);
    bg_json__array(json, "evidence");
    for (size_t i = 0; i < event->evidence_count; i++) {
        bg_json__object(json, NULL);
        bg_json__span(json, "span", event->evidence[i].span);
        bg_origin__json(json, &origin, event->evidence[i].span);
        bg_json__text(json, "text", event->evidence[i].text);
        bg_json__end(json);
    }
    bg_json__end(json);
    bg_json__text(json, "rule", event->rule);
    bg_json__end(json);
}

static void variants_json(bg_json *json, const show *s) {
    if (!s->variants.count) return;
    bg_json__array(json, "variants");
    for (size_t i = 0; i < s->variants.count; i++) {
        const bg_variant *one = &s->variants.items[i];
        bg_json__object(json, NULL);
        bg_json__text(json, "field", one->field);
        bg_json__text(json, "person", one->person);
        bg_json__text(json, "value", one->value);
        bg_json__int(json, "pages", (int64_t)one->page_count);
        bg_json__int(json, "witnesses", (int64_t)one->witness_count);
        bg_json__end(json);
    }
    bg_json__end(json);
}

static void show_json(bg_record *record, bg_arena *arena, const show *s, bg_buf *out) {
    bg_json json;
    bg_json__init(&json, out);
    bg_json__object(&json, NULL);
    bg_contact__json(&json, &s->contact);
    variants_json(&json, s);
    bg_decided__jsons(&json, &s->decided);
    bg_json__array(&json, "statements");
    for (size_t i = 0; i < s->said.count; i++) statement_json(record, arena, &json, s, i);
    bg_json__end(&json);
    bg_json__array(&json, "sources");
    for (size_t i = 0; i < s->events.count; i++) source_json(record, arena, &json, &s->events.items[i]);
    bg_json__end(&json);
    bg_json__end(&json);
    bg_buf__char(out, '\n');
}

/* ------------------------------------------------------------------ for people */

static void part(bg_buf *out, const char *text) {
    if (text && *text) bg_buf__print(out, " · %s", text);
}

static void head(const show *s, bg_buf *out) {
    const bg_row_contact *c = &s->contact;
    bg_lang lang = s->style->lang;
    bg_buf__print(out, "%s  %s", c->id, bg_label__of(BG_LABEL_TYPE, c->type, lang));
    if (c->verb) bg_buf__print(out, " “%s”", c->verb);
    bg_buf__text(out, " · ");
    bg_label__when(c->start, c->end, lang, out);
    part(out, c->place);
    part(out, bg_states__list(s->states, c->sides, SIZE_MAX));
    part(out, bg_label__of(BG_LABEL_CHANNEL, c->channel, lang));
    part(out, bg_label__of(BG_LABEL_GRADE, c->grade, lang));
    part(out, bg_label__of(BG_LABEL_MODE, c->mode, lang));
    part(out, bg_label__of(BG_LABEL_STATUS, c->status, lang));
    if (c->rejected) part(out, bg_label__of(BG_LABEL_HEADING, "rejected", lang));
    bg_buf__char(out, '\n');
}

static void title(const show *s, const char *id, size_t count, bg_buf *out) {
    bg_buf__print(out, "\n%s", bg_label__of(BG_LABEL_HEADING, id, s->style->lang));
    if (count) bg_buf__print(out, " (%zu)", count);
    bg_buf__char(out, '\n');
}

static void people(const show *s, bg_buf *out) {
    title(s, "people", 0, out);
    for (size_t i = 0; i < s->contact.people_count; i++) {
        const bg_row_person *who = &s->contact.people[i];
        bg_buf__print(out, "  %s", who->name ? who->name : "?");
        if (who->office) bg_buf__print(out, ", %s", who->office);
        if (who->country) bg_buf__print(out, " – %s", bg_states__name(s->states, who->country));
        if (who->role) bg_buf__print(out, " (%s)", bg_label__of(BG_LABEL_ROLE, who->role, s->style->lang));
        bg_buf__char(out, '\n');
    }
}

/* What a value is called before people. */
static void variant_value(const bg_variant *one, bg_lang lang, bg_buf *out) {
    static const struct {
        const char *field;
        bg_vocabulary vocabulary;
    } kinds[] = {{"type", BG_LABEL_TYPE}, {"status", BG_LABEL_STATUS}, {"grade", BG_LABEL_GRADE}, {"mode", BG_LABEL_MODE}, {"channel", BG_LABEL_CHANNEL}};
    if (strcmp(one->field, "start") == 0 || strcmp(one->field, "end") == 0) {
        bg_label__date(one->value, NULL, lang, out);
        return;
    }
    const char *text = one->value;
    for (size_t i = 0; i < BG_COUNT(kinds); i++)
        if (bg_string__equal(kinds[i].field, one->field)) text = bg_label__of(kinds[i].vocabulary, one->value, lang);
    bg_buf__text(out, text);
}

/* A day with its year and the same without, a month and a day in it, and what differs in capitals alone, are no difference. */
static bool is_same(const bg_variant *a, const bg_variant *b) {
    const char *shorter = strlen(a->value) < strlen(b->value) ? a->value : b->value, *longer = shorter == a->value ? b->value : a->value;
    bg_buf left, right;
    if (strcmp(a->field, "start") == 0 || strcmp(a->field, "end") == 0)
        return shorter[0] == '-' && longer[0] != '-' ? strlen(longer) == 10 && strcmp(longer + 4, shorter + 1) == 0 : strncmp(longer, shorter, strlen(shorter)) == 0;
    bg_buf__init(&left, 1 << 16), bg_buf__init(&right, 1 << 16);
    bg_text__fold(a->value, strlen(a->value), &left), bg_text__fold(b->value, strlen(b->value), &right);
    bool same = !left.failed && !right.failed && left.size && left.size == right.size && memcmp(left.bytes, right.bytes, left.size) == 0;
    bg_buf__free(&left), bg_buf__free(&right);
    return same;
}

/* Whether pages differ in the field at `first`; *end is behind its values. */
static bool is_varied(const bg_variants *list, size_t first, size_t *end) {
    const bg_variant *of = &list->items[first];
    bool varied = false;
    for (*end = first; *end < list->count; ++*end) {
        const bg_variant *one = &list->items[*end];
        if (!bg_string__equal(one->field, of->field) || !bg_string__equal(one->person, of->person)) break;
        for (size_t k = first; k < *end && !varied; k++) varied = !is_same(&list->items[k], one);
    }
    return varied;
}

static void variant(const bg_variant *one, bool first, bg_lang lang, bg_buf *out) {
    if (first) bg_buf__print(out, "  %s%s%s: ", bg_label__of(BG_LABEL_FIELD, one->field, lang), one->person ? " " : "", one->person ? one->person : "");
    else bg_buf__text(out, "; ");
    variant_value(one, lang, out);
    bg_buf__print(out, " (%zu %s, %zu %s)", one->page_count, bg_label__counted("n_pages", one->page_count, lang), one->witness_count, bg_label__of(BG_LABEL_HEADING, "n_witnesses", lang));
}

static void variants(const show *s, bg_buf *out) {
    bool any = false;
    for (size_t i = 0, end; i < s->variants.count; i = end) {
        if (!is_varied(&s->variants, i, &end)) continue;
        if (!any) title(s, "variants", 0, out);
        any = true;
        for (size_t k = i; k < end; k++) variant(&s->variants.items[k], k == i, s->style->lang, out);
        bg_buf__char(out, '\n');
    }
}

static void speaker(const show *s, const bg_row_statement *said, bg_buf *out) {
    bg_lang lang = s->style->lang;
    const char *ref = said->speaker_ref;
    bg_buf__text(out, "  ");
    if (!ref) bg_buf__text(out, bg_label__of(BG_LABEL_HEADING, "unknown", lang));
    else if (strcmp(ref, "both") == 0) bg_buf__text(out, bg_label__of(BG_LABEL_HEADING, "both", lang));
    else if (strncmp(ref, "side:", 5) == 0)
        bg_buf__print(out, "%s %s", bg_label__of(BG_LABEL_HEADING, "side", lang), bg_states__name(s->states, ref + 5));
    else if (said->speaker) bg_buf__text(out, said->speaker);
    else bg_buf__text(out, said->speaker_office ? said->speaker_office : ref);
    if (said->speaker_country) bg_buf__print(out, " (%s)", bg_states__name(s->states, said->speaker_country));
    bg_buf__char(out, '\n');
}

static bool same_speaker(const bg_row_statement *a, const bg_row_statement *b) {
    if (a->speaker && b->speaker) return bg_string__equal(a->speaker, b->speaker);
    return bg_string__equal(a->speaker_ref, b->speaker_ref);
}

/* What people decided of a statement. */
static void decided(bg_record *record, bg_arena *arena, const show *s, const char *id, bg_buf *out) {
    bg_decisions list = {0};
    bg_query__decisions(record, arena, id, &list);
    for (size_t i = 0; i < list.count; i++) bg_decided__line(record, &list.items[i], s->states, "      ", out);
}

static void statement(bg_record *record, bg_arena *arena, const show *s, size_t index, bg_buf *out) {
    const bg_row_statement *said = &s->said.items[index];
    bg_lang lang = s->style->lang;
    bg_buf__print(out, "    %s", bg_label__act(said->act, bg_string__is(said->speaker_ref, "both"), lang));
    if (said->strength) bg_buf__print(out, " [%s]", bg_label__of(BG_LABEL_STRENGTH, said->strength, lang));
    bg_buf__text(out, ": ");
    if (said->content) bg_view__words(said->content, strlen(said->content), out);
    size_t pages = 1;
    bg_buf__print(out, "  {%.*s", BG_ID_SHOWN, said->id);
    for (size_t i = index + 1; i < s->said.count; i++)
        if (s->same[i] == index) bg_buf__print(out, ", %.*s", BG_ID_SHOWN, s->said.items[i].id), pages++;
    if (pages > 1) bg_buf__print(out, "; %zu %s", count_witnesses(s, index), bg_label__of(BG_LABEL_HEADING, "n_witnesses", lang));
    bg_buf__text(out, "}\n");
    if (said->rejected || said->corrected) decided(record, arena, s, said->id, out);
}

static void statements(bg_record *record, bg_arena *arena, const show *s, bg_buf *out) {
    size_t shown = 0;
    const bg_row_statement *last = NULL;
    for (size_t i = 0; i < s->said.count; i++) shown += s->same[i] == i;
    if (!shown) return;
    title(s, "said", shown, out);
    for (size_t i = 0; i < s->said.count; i++) {
        if (s->same[i] != i) continue;
        if (!last || !same_speaker(last, &s->said.items[i])) speaker(s, &s->said.items[i], out);
        last = &s->said.items[i];
        statement(record, arena, s, i, out);
    }
}

/* Where the paragraph's shown part begins and ends: whole words, at most CONTEXT bytes on each side of the sentence. */
static size_t cut_before(const char *text, size_t at) {
    if (at <= CONTEXT) return 0;
    size_t from = at - CONTEXT;
    while (from < at && text[from] != ' ') from++;
    return from;
}

static size_t cut_after(const char *text, size_t at, size_t size) {
    if (size - at <= CONTEXT) return size;
    size_t to = at + CONTEXT;
    while (to > at && text[to] != ' ') to--;
    return to;
}

void bg_show__marked(bg_record *record, bg_arena *arena, const char *page, bg_span at, const char *words, bg_buf *out) {
    const char *text = NULL;
    bg_span block = {0};
    bg_query__block(record, arena, page, at, &text, &block);
    bg_buf__text(out, "      ");
    if (!text) {
        bg_buf__text(out, MARK_OPEN);
        if (words) bg_view__words(words, strlen(words), out);
        bg_buf__text(out, MARK_CLOSE "\n");
        return;
    }
    size_t start = at.start - block.start, end = at.end - block.start, size = block.end - block.start;
    size_t from = cut_before(text, start), to = cut_after(text, end, size);
    if (from) bg_buf__text(out, "…");
    bg_view__words(text + from, start - from, out);
    bg_buf__text(out, MARK_OPEN);
    bg_view__words(text + start, end - start, out);
    bg_buf__text(out, MARK_CLOSE);
    bg_view__words(text + end, to - end, out);
    bg_buf__text(out, to < size ? "…\n" : "\n");
}

static void source(bg_record *record, bg_arena *arena, const show *s, const bg_row_event *event, bg_buf *out) {
    bg_lang lang = s->style->lang;
    bg_buf__print(out, "  %.*s  %s", BG_ID_SHOWN, event->page, event->from.source ? event->from.source : "");
    if (s->events.count > 1) bg_buf__print(out, "  {%.*s}", BG_ID_SHOWN, event->id); /* by this it is split from the others */
    bg_buf__char(out, '\n');
    bg_source__text(&event->from, lang, out);
    if (event->reason) {
        bg_buf__print(out, "      %s: ", bg_label__of(BG_LABEL_HEADING, "merged", lang));
        bg_reason__text(event->reason, s->states, out);
        bg_buf__char(out, '\n');
    }
    for (size_t i = 0; i < event->evidence_count; i++) bg_show__marked(record, arena, event->page, event->evidence[i].span, event->evidence[i].text, out);
}

static void show_text(bg_record *record, bg_arena *arena, const show *s, bg_buf *out) {
    head(s, out);
    if (s->contact.people_count) people(s, out);
    if (s->decided.count) title(s, "decisions", 0, out);
    for (size_t i = 0; i < s->decided.count; i++) bg_decided__line(record, &s->decided.items[i], s->states, "  ", out);
    variants(s, out);
    statements(record, arena, s, out);
    bg_buf__print(out, "\n%s (%zu %s, %zu %s)\n", bg_label__of(BG_LABEL_HEADING, "sources", s->style->lang), s->contact.page_count, bg_label__counted("n_pages", s->contact.page_count, s->style->lang),
                  s->contact.witness_count, bg_label__of(BG_LABEL_HEADING, "n_witnesses", s->style->lang));
    for (size_t i = 0; i < s->events.count; i++) source(record, arena, s, &s->events.items[i], out);
}

static void show_contact(show *s, bg_record *record, bg_arena *arena, const char *id, bg_buf *out) {
    if (!bg_query__contact(record, arena, id, &s->contact)) {
        if (record->code == BG_OK)
            record->code = bg_error__set(record->err, BG_E_NOTFOUND, BG_NO_BYTE, "'%s' is no contact; try explain", id);
        return;
    }
    bg_query__events(record, arena, id, &s->events);
    if (s->style->all || s->contact.rejected) bg_query__all_statements(record, arena, id, &s->said);
    else bg_query__statements(record, arena, id, &s->said);
    if (s->contact.rejected) bg_query__decisions(record, arena, id, &s->decided);
    else bg_query__contact_decisions(record, arena, id, &s->decided);
    if (s->contact.page_count > 1) bg_variants__of(record, arena, id, &s->variants);
    if (!fold_reprints(s, arena)) bg_db__nomem(record);
    if (record->code != BG_OK) return;
    if (s->style->json) show_json(record, arena, s, out);
    else show_text(record, arena, s, out);
}

void bg_show__contact(bg_record *record, bg_arena *arena, const char *id, const bg_style *style, bg_buf *out) {
    bg_states states = {.style = style, .arena = arena};
    show s = {.style = style, .states = &states};
    show_contact(&s, record, arena, id, out);
}

static void write(void *context, bg_record *record, bg_arena *arena, bg_buf *out) {
    show *s = context;
    bg_states states = {.style = s->style, .arena = arena};
    s->states = &states;
    char id[18], contact[18] = "";
    if (bg_thing__is_id(s->id) && bg_things__show(record, arena, s->id, s->style, out)) return;
    if (bg_query__resolve(record, s->id, id, contact)) show_contact(s, record, arena, *contact ? contact : id, out);
}

bg_code bg_view_show(bg_record *record, const char *id, const bg_style *style, bg_out *out, bg_error *err) {
    show s = {.id = id, .style = style};
    return bg_view__run(record, write, &s, out, err);
}
