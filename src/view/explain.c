/*
 * explain: why each field of a fact is what it is. A fact of the record and one just read from a page are brought into
 * one form (struct fact) and written the same way.
 */
#include "../record/ledger.h"
#include "../record/names.h"
#include "contact.h"
#include "decided.h"
#include "labels.h"
#include "reason.h"
#include "source.h"
#include "state.h"
#include "table.h"
#include "things.h"

#define VALUES_MAX 24
#define VALUE_SHOWN 80 /* bytes of a value in a table */

typedef struct value {
    const char *name, *text;
} value;

typedef struct fact {
    const char *kind; /* event, statement, entity, page */
    const char *id, *page, *source, *rule, *reason;
    value values[VALUES_MAX]; /* absent ones have no text */
    size_t value_count;
    const bg_row_range *ranges;
    size_t range_count;
    bg_origin origin; /* of the page */
    bg_decisions decided; /* what people decided of it */
} fact;

typedef struct explain {
    const char *id;
    const bg_style *style;
    bg_record *record; /* NULL: a document is explained */
    bg_arena *arena;
    bg_states *states;
    bg_buf *out;
} explain;

static void give(fact *f, const char *name, const char *text) {
    if (text && *text && f->value_count < VALUES_MAX) f->values[f->value_count++] = (value){name, text};
}

/* What a row of the record and its like in a document call by the same names. */
#define GIVE(f, from, field) give((f), #field, (from)->field)
#define GIVE_EVENT(f, from) \
    (GIVE(f, from, type), GIVE(f, from, verb), GIVE(f, from, grade), GIVE(f, from, status), GIVE(f, from, mode), \
     GIVE(f, from, channel), GIVE(f, from, start), GIVE(f, from, end), GIVE(f, from, place))
#define GIVE_PAGE(f, from) \
    (GIVE(f, from, title), GIVE(f, from, url), GIVE(f, from, url_from), GIVE(f, from, captured), GIVE(f, from, published), GIVE(f, from, published_from), \
     GIVE(f, from, modified), GIVE(f, from, modified_from), GIVE(f, from, outlet), GIVE(f, from, agency), GIVE(f, from, reprint_of), \
     give((f), "is_list", (from)->is_list ? "true" : NULL))

static const char *value_of(const fact *f, const char *name) {
    for (size_t i = 0; i < f->value_count; i++)
        if (strcmp(f->values[i].name, name) == 0) return f->values[i].text;
    return NULL;
}

/* ------------------------------------------------------------------ writing */

static void fact_json(const fact *f, bg_buf *out) {
    bg_json json;
    bg_json__init(&json, out);
    bg_json__object(&json, NULL);
    bg_json__text(&json, "kind", f->kind);
    bg_json__text(&json, "id", f->id);
    bg_json__text(&json, "page", f->page);
    bg_json__text(&json, "source", f->source);
    bg_json__text(&json, "made", f->origin.made);
    bg_json__text(&json, "rule", f->rule);
    bg_json__text(&json, "merged_because", f->reason);
    bg_decided__jsons(&json, &f->decided);
    bg_json__object(&json, "values");
    for (size_t i = 0; i < f->value_count; i++) bg_json__text(&json, f->values[i].name, f->values[i].text);
    bg_json__end(&json);
    bg_json__array(&json, "fields");
    for (size_t i = 0; i < f->range_count; i++) {
        const bg_row_range *range = &f->ranges[i];
        bg_json__object(&json, NULL);
        bg_json__text(&json, "name", range->field);
        bg_json__text(&json, "value", value_of(f, range->field));
        bg_json__span(&json, "span", range->span);
        bg_origin__json(&json, &f->origin, range->span);
        bg_json__text(&json, "rule", range->rule);
        bg_json__text(&json, "text", range->text);
        bg_json__end(&json);
    }
    bg_json__end(&json);
    bg_json__end(&json);
    bg_buf__char(out, '\n');
}

/* The vocabulary of a field whose values are identifiers; false: they are words. */
static bool vocabulary_of(const fact *f, const char *field, bg_vocabulary *out) {
    static const struct {
        const char *field;
        bg_vocabulary vocabulary;
    } worded[] = {{"type", BG_LABEL_TYPE}, {"grade", BG_LABEL_GRADE}, {"status", BG_LABEL_STATUS}, {"mode", BG_LABEL_MODE}, {"channel", BG_LABEL_CHANNEL}, {"act", BG_LABEL_ACT},
                  {"strength", BG_LABEL_STRENGTH}, {"step", BG_LABEL_STEP}, {"kind", BG_LABEL_KIND}};
    bool item = strcmp(f->kind, "item") == 0; /* whose kind and grade are what a statement's strength is */
    for (size_t i = 0; i < BG_COUNT(worded); i++)
        if (strcmp(worded[i].field, field) == 0) return *out = item && (worded[i].vocabulary == BG_LABEL_GRADE || worded[i].vocabulary == BG_LABEL_KIND) ? BG_LABEL_STRENGTH : worded[i].vocabulary, true;
    return false;
}

static bool is_one_of(const char *field, const char *const *list, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (strcmp(field, list[i]) == 0) return true;
    return false;
}

/* A day, the hour where one is told, the zone unless it is that of Viet Nam: "09/05/2025 10:30", "09/05/2025 10:30 (Z)". */
static void moment_text(const char *text, bg_lang lang, bg_buf *out) {
    char day[11];
    snprintf(day, sizeof day, "%.10s", text);
    bg_label__date(day, NULL, lang, out);
    if (strlen(text) >= 16 && (text[10] == 'T' || text[10] == ' ')) bg_buf__print(out, " %.5s", text + 11);
    const char *zone = strlen(text) > 16 ? strpbrk(text + 16, "Z+-") : NULL;
    if (zone && strcmp(zone, "+07:00") != 0) bg_buf__print(out, " (%s)", zone);
}

/* A value as people read it; JSON has it as the record does. */
static const char *shown(const explain *e, const fact *f, const char *field, const char *text) {
    static const char *const days[] = {"start", "end", "date", "due", "published", "modified", "captured"}, *const states[] = {"sides", "country", "bound", "towards"},
                      *const parties[] = {"speaker", "addressee"};
    bg_lang lang = e->style->lang;
    bg_vocabulary vocabulary;
    if (!text || vocabulary_of(f, field, &vocabulary)) return text ? bg_label__of(vocabulary, text, lang) : NULL;
    if (strcmp(field, "is_list") == 0) return lang == BG_EN ? "yes" : "có";
    if (strcmp(text, "both") == 0) return bg_label__of(BG_LABEL_HEADING, "both", lang);
    if (is_one_of(field, states, BG_COUNT(states))) return bg_states__list(e->states, text, SIZE_MAX);
    if (is_one_of(field, parties, BG_COUNT(parties)) && strncmp(text, "side:", 5) == 0)
        return bg_arena__print(e->arena, "%s %s", bg_label__of(BG_LABEL_HEADING, "side", lang), bg_states__name(e->states, text + 5));
    if (!is_one_of(field, days, BG_COUNT(days))) return bg_view__flat(e->arena, text);
    bg_buf day;
    bg_buf__init(&day, 4096);
    moment_text(text, lang, &day);
    if (e->out) e->out->failed |= day.failed;
    const char *out = day.failed || !day.size ? text : bg_arena__text(e->arena, day.bytes, day.size);
    bg_buf__free(&day);
    return out;
}

static void fact_row(bg_table *table, const explain *e, const fact *f, const bg_row_range *range) {
    bg_lang lang = e->style->lang;
    const char *known = shown(e, f, range->field, value_of(f, range->field));
    int shown = known ? (int)bg_utf8__cut(known, strlen(known), VALUE_SHOWN) : 0;
    bg_table__print(table, "  %s%s%.*s", bg_label__of(BG_LABEL_FIELD, range->field, lang), known ? " = " : "", shown, known ? known : "");
    bg_table__cell(table, range->rule ? range->rule : "");
    bg_span at = bg_origin__of(&f->origin, range->span);
    if (range->span.end && f->origin.made)
        bg_table__print(table, "[%u,%u) ← [%u,%u)", (unsigned)range->span.start, (unsigned)range->span.end, (unsigned)at.start, (unsigned)at.end);
    else if (range->span.end) bg_table__print(table, "[%u,%u)", (unsigned)range->span.start, (unsigned)range->span.end);
    else bg_table__cell(table, "");
    bg_table__cell(table, range->text);
}

static void fact_head(const explain *e, const fact *f) {
    bg_lang lang = e->style->lang;
    bg_buf *out = e->out;
    bg_buf__text(out, f->id);
    for (size_t i = 0; i < f->value_count; i++)
        bg_buf__print(out, "%s%s = %s", i ? "; " : "  ", bg_label__of(BG_LABEL_FIELD, f->values[i].name, lang), shown(e, f, f->values[i].name, f->values[i].text));
    bg_buf__char(out, '\n');
    if (f->source) bg_buf__print(out, "  %s: %s%s%s\n", bg_label__of(BG_LABEL_HEADING, "page", lang), f->page ? f->page : "", f->page ? " " : "", f->source);
    if (f->origin.made) bg_buf__print(out, "  %s\n", bg_label__of(BG_LABEL_MADE, f->origin.made, lang));
    if (f->rule) bg_buf__print(out, "  %s: %s\n", bg_label__of(BG_LABEL_HEADING, "rule", lang), f->rule);
    if (!f->reason) return;
    bg_buf__print(out, "  %s: ", bg_label__of(BG_LABEL_HEADING, "merged", lang));
    bg_reason__text(f->reason, e->states, out);
    bg_buf__char(out, '\n');
}

static void fact_decided(const explain *e, const fact *f) {
    for (size_t i = 0; i < f->decided.count; i++) bg_decided__line(e->record, &f->decided.items[i], e->states, "  ", e->out);
}

static void fact_text(const explain *e, const fact *f) {
    static const char *const ids[] = {"field", "rule", "range", "words"};
    bg_table table = {.arena = e->arena, .columns = BG_COUNT(ids)};
    bg_lang lang = e->style->lang;
    fact_head(e, f);
    fact_decided(e, f);
    bg_table__print(&table, "  %s", bg_label__of(BG_LABEL_HEADING, ids[0], lang));
    for (size_t i = 1; i < BG_COUNT(ids); i++) bg_table__cell(&table, bg_label__of(BG_LABEL_HEADING, ids[i], lang));
    for (size_t i = 0; i < f->range_count; i++) fact_row(&table, e, f, &f->ranges[i]);
    bg_table__write(&table, e->style->width, e->out);
    bg_buf__char(e->out, '\n');
}

static void write_fact(const explain *e, const fact *f) {
    if (e->style->json) fact_json(f, e->out);
    else fact_text(e, f);
}

/* ------------------------------------------------------------------ facts of the record */

/* The ranges of a fact, and what leads them to the bytes of its page. */
static void with_ranges(const explain *e, bg_record *record, fact *f, const bg_row_page *page) {
    bg_range_rows ranges = {0};
    bg_query__ranges(record, e->arena, f->page, f->id, &ranges);
    bg_query__decisions(record, e->arena, f->id, &f->decided);
    bg_source__origin(record, e->arena, page, &f->origin);
    f->ranges = ranges.items;
    f->range_count = ranges.count;
    if (record->code == BG_OK) write_fact(e, f);
}

/* The page of a fact. */
static bool page_of(const explain *e, bg_record *record, fact *f, bg_row_page *page) {
    bool found = bg_query__page(record, e->arena, f->page, page);
    f->source = page->source;
    return found;
}

static void record_event(const explain *e, bg_record *record, const bg_row_event *event) {
    fact f = {.kind = "event", .id = event->id, .page = event->page, .source = event->from.source, .rule = event->rule,
              .reason = event->reason};
    GIVE_EVENT(&f, event);
    give(&f, "sides", event->sides);
    with_ranges(e, record, &f, &event->from);
}

static void record_statement(const explain *e, bg_record *record, const char *id) {
    bg_row_statement said;
    if (!bg_query__statement(record, e->arena, id, &said)) return;
    fact f = {.kind = "statement", .id = said.id, .page = said.page, .rule = said.rule};
    bg_row_page page;
    if (!page_of(e, record, &f, &page)) return;
    give(&f, "act", said.act);
    give(&f, "strength", said.strength);
    give(&f, "speaker", said.speaker ? said.speaker : said.speaker_office ? said.speaker_office : said.speaker_ref);
    give(&f, "addressee", said.addressee ? said.addressee : said.addressee_ref);
    give(&f, "event", said.event);
    with_ranges(e, record, &f, &page);
}

static void record_entity(const explain *e, bg_record *record, const char *id) {
    bg_row_entity entity;
    if (!bg_query__entity(record, e->arena, id, &entity)) return;
    fact f = {.kind = "entity", .id = entity.id, .page = entity.page};
    bg_row_page page;
    if (!page_of(e, record, &f, &page)) return;
    give(&f, "kind", entity.kind);
    give(&f, "name", entity.name);
    give(&f, "office", entity.office);
    give(&f, "country", entity.country);
    with_ranges(e, record, &f, &page);
}

static void record_item(const explain *e, bg_record *record, const char *id) {
    bg_row_thread thread = {0};
    const bg_row_item *item = NULL;
    bg_row_page page;
    if (!bg_ledger__thread(record, e->arena, id, 99991231, &thread)) return;
    for (size_t i = 0; i < thread.items.count && !item; i++)
        if (strncmp(thread.items.items[i].id, id, strlen(id)) == 0) item = &thread.items.items[i];
    if (!item) return;
    fact f = {.kind = "item", .id = item->id, .page = item->page, .rule = item->rule, .reason = item->reason};
    if (!page_of(e, record, &f, &page)) return;
    give(&f, "kind", item->kind);
    give(&f, "grade", item->grade);
    give(&f, "bound", item->bound);
    give(&f, "towards", item->towards);
    give(&f, "actor", item->actor);
    give(&f, "due", item->due_to);
    give(&f, "step", item->step);
    give(&f, "thread", thread.id);
    give(&f, "statement", item->statement);
    give(&f, "event", item->event);
    with_ranges(e, record, &f, &page);
}

static void record_page(const explain *e, bg_record *record, const char *id) {
    bg_row_page page;
    if (!bg_query__page(record, e->arena, id, &page)) return;
    fact f = {.kind = "page", .id = page.id, .page = page.id, .source = page.source};
    GIVE_PAGE(&f, &page);
    give(&f, "authors", bg_source__authors(e->arena, page.authors, page.author_count));
    give(&f, "charset", page.charset);
    give(&f, "copy_of", page.copy_of);
    give(&f, "witness", page.witness);
    give(&f, "witness_because", page.witness_reason);
    with_ranges(e, record, &f, &page);
}

static void write(void *context, bg_record *record, bg_arena *arena, bg_buf *out) {
    explain *e = context;
    char id[18], contact[18] = "";
    bg_states states = {.style = e->style, .arena = arena};
    e->states = &states;
    e->arena = arena;
    e->record = record;
    e->out = out;
    if (bg_thing__is_id(e->id) && bg_things__explain(record, arena, e->id, e->style, out)) return;
    if (!bg_query__resolve(record, e->id, id, contact)) {
        if (record->code != BG_E_NOTFOUND || e->id[0] != 'c') return;
        record->code = BG_OK; /* no page of that name: an entry of the ledger */
        record_item(e, record, e->id);
        return;
    }
    if (id[0] == 's') record_statement(e, record, id);
    else if (id[0] == 'e') record_entity(e, record, id);
    else if (id[0] == 'p') record_page(e, record, id);
    else {
        bg_tellings events = {0};
        bg_query__events(record, arena, *contact ? contact : id, &events);
        for (size_t i = 0; i < events.count; i++) record_event(e, record, &events.items[i]);
    }
}

bg_code bg_view_explain(bg_record *record, const char *id, const bg_style *style, bg_out *out, bg_error *err) {
    explain e = {.id = id, .style = style};
    return bg_view__run(record, write, &e, out, err);
}

/* ------------------------------------------------------------------ facts of a document */

typedef struct reader {
    explain e;
    const bg_doc *doc;
    bg_range_rows ranges; /* of the fact under way */
} reader;

static void range(reader *r, const char *field, bg_span span, const char *rule) {
    bg_row_range *item = BG_PUSH(r->e.arena, &r->ranges);
    if (!item) r->e.out->failed = true;
    else {
        const char *text = span.end ? bg_arena__text(r->e.arena, r->doc->text + span.start, span.end - span.start) : NULL;
        *item = (bg_row_range){.field = field, .rule = rule, .span = span, .text = text};
    }
}

static void fields(reader *r, const bg_field *list, size_t count) {
    for (size_t i = 0; i < count; i++) range(r, list[i].name ? list[i].name : "", list[i].span, list[i].rule);
}

static void finish(reader *r, fact *f) {
    f->source = r->doc->article.source;
    f->origin = bg_origin__of_doc(r->doc);
    f->ranges = r->ranges.items;
    f->range_count = r->ranges.count;
    write_fact(&r->e, f);
    memset(&r->ranges, 0, sizeof r->ranges);
}

static const char *joined(reader *r, const char *const *texts, size_t count) {
    const char *out = count ? texts[0] : NULL;
    for (size_t i = 1; out && i < count; i++) out = bg_arena__print(r->e.arena, "%s,%s", out, texts[i]);
    return out;
}

static void doc_event(reader *r, size_t index) {
    const bg_event *event = &r->doc->events[index];
    fact f = {.kind = "event", .id = bg_arena__print(r->e.arena, "v%zu", index + 1), .rule = event->rule};
    GIVE_EVENT(&f, event);
    give(&f, "sides", joined(r, event->sides, event->side_count));
    for (size_t i = 0; i < event->evidence_count; i++) range(r, "evidence", event->evidence[i], NULL);
    for (size_t i = 0; i < event->participant_count; i++) range(r, "participant", event->participants[i].span, NULL);
    fields(r, event->fields, event->field_count);
    finish(r, &f);
}

static const char *party_text(reader *r, const bg_party *party) {
    switch (party->kind) {
    case BG_SPEAKER_ENTITY: {
        const bg_entity *who = &r->doc->entities[party->entity];
        return who->name ? who->name : who->office;
    }
    case BG_SPEAKER_BOTH: return "both";
    case BG_SPEAKER_SIDE: return bg_arena__print(r->e.arena, "side:%s", party->side ? party->side : "");
    default: return NULL;
    }
}

static void doc_statement(reader *r, size_t index) {
    const bg_statement *said = &r->doc->statements[index];
    fact f = {.kind = "statement", .id = bg_arena__print(r->e.arena, "s%zu", index + 1), .rule = said->rule};
    give(&f, "act", said->act);
    give(&f, "strength", said->strength);
    give(&f, "speaker", party_text(r, &said->speaker));
    give(&f, "addressee", party_text(r, &said->addressee));
    if (said->event >= 0) give(&f, "event", bg_arena__print(r->e.arena, "v%d", (int)said->event + 1));
    range(r, "content", said->content, NULL);
    range(r, "evidence", said->evidence, NULL);
    fields(r, said->fields, said->field_count);
    finish(r, &f);
}

/* Nothing for UTF-8 of which there is no more to tell. */
static void give_charset(reader *r, fact *f) {
    const bg_charset *c = &r->doc->charset;
    if (c->name && (strcmp(c->name, "utf-8") != 0 || c->overruled || c->replaced))
        give(f, "charset", bg_arena__print(r->e.arena, "%s (%s)", c->name, bg_label__of(BG_LABEL_CHARSET, c->by, r->e.style->lang)));
    give(f, "overruled", c->overruled);
    if (c->replaced) give(f, "replaced", bg_arena__print(r->e.arena, "%zu (byte %zu)", c->replaced, c->first));
}

static void doc_page(reader *r) {
    const bg_article *a = &r->doc->article;
    char id[BG_PAGE_ID];
    bg_doc_id(r->doc, id);
    fact f = {.kind = "page", .id = bg_arena__print(r->e.arena, "p%s", id)};
    GIVE_PAGE(&f, a);
    give(&f, "authors", bg_source__authors(r->e.arena, a->authors, a->author_count));
    give_charset(r, &f);
    if (a->title_span.end) range(r, "title", a->title_span, NULL);
    if (a->summary_span.end) range(r, "summary", a->summary_span, NULL);
    if (a->published_span.end) range(r, "published", a->published_span, NULL);
    if (a->agency_span.end) range(r, "agency", a->agency_span, NULL);
    if (a->reprint_span.end) range(r, "reprint_of", a->reprint_span, NULL);
    for (size_t i = 0; i < a->body_count; i++) range(r, bg_name__block(a->body[i].kind), a->body[i].span, NULL);
    for (size_t i = 0; i < a->dropped_count; i++) range(r, "dropped", a->dropped[i].span, a->dropped[i].reason);
    for (size_t i = 0; i < r->doc->note_count; i++) range(r, "note", r->doc->notes[i].span, r->doc->notes[i].reason);
    finish(r, &f);
}

bg_code bg_doc_explain(const bg_doc *doc, const bg_style *style, bg_out *out, bg_error *err) {
    bg_buf buf;
    bg_arena *arena = bg_arena__new();
    if (!arena) return bg_error__set(err, BG_E_NOMEM, BG_NO_BYTE, "out of memory");
    bg_buf__init(&buf, BG_VIEW_MAX);
    bg_states states = {.style = style, .arena = arena};
    reader r = {.e = {.style = style, .arena = arena, .states = &states, .out = &buf}, .doc = doc};
    doc_page(&r);
    for (size_t i = 0; i < doc->event_count; i++) doc_event(&r, i);
    for (size_t i = 0; i < doc->statement_count; i++) doc_statement(&r, i);
    buf.failed |= bg_arena__failed(arena);
    bg_arena__free(arena);
    return bg_out__take(out, &buf, err);
}
