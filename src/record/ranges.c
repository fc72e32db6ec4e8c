/* ranges: see ranges.h. */
#include "ranges.h"
#include "names.h"

size_t bg_ranges__copy_size(const char *text, bg_span span) {
    size_t size = span.end - span.start;
    if (size <= BG_COPY_MAX) return size;
    size = BG_COPY_MAX;
    while (size > 0 && ((unsigned char)text[span.start + size] & 0xC0) == 0x80) size--;
    return size;
}

typedef struct walk {
    bg_range_fn *visit;
    void *context;
    bg_range range; /* the next one; owner and n are kept here */
    bool going;
} walk;

static void owner(walk *w, const char *id) {
    w->range.owner = id;
    w->range.n = 0;
}

static void give(walk *w, const char *field, bg_span span, const char *rule, bool copied) {
    if (!w->going) return;
    w->range.field = field;
    w->range.span = span;
    w->range.rule = rule;
    w->range.copied = copied;
    w->going = w->visit(w->context, &w->range);
    w->range.n++;
}

static void give_if(walk *w, const char *field, bg_span span) {
    if (span.end) give(w, field, span, NULL, true);
}

static void each_fields(walk *w, const bg_field *fields, size_t count) {
    for (size_t i = 0; i < count; i++) give(w, fields[i].name ? fields[i].name : "", fields[i].span, fields[i].rule, true);
}

static void each_page(walk *w, const bg_doc *doc, const char *id) {
    const bg_article *a = &doc->article;
    owner(w, id);
    give_if(w, "title", a->title_span);
    give_if(w, "summary", a->summary_span);
    give_if(w, "published", a->published_span);
    give_if(w, "agency", a->agency_span);
    give_if(w, "reprint_of", a->reprint_span);
    for (size_t i = 0; i < a->body_count; i++) give(w, bg_name__block(a->body[i].kind), a->body[i].span, NULL, false);
    for (size_t i = 0; i < a->dropped_count; i++) give(w, "dropped", a->dropped[i].span, a->dropped[i].reason, false);
    for (size_t i = 0; i < doc->note_count; i++) give(w, "note", doc->notes[i].span, doc->notes[i].reason, true);
}

static void each_entity(walk *w, const bg_entity *entity, const char *id) {
    owner(w, id);
    for (size_t i = 0; i < entity->mention_count; i++) give_if(w, "mention", entity->mentions[i]);
}

static void each_event(walk *w, const bg_event *event, const char *id) {
    owner(w, id);
    for (size_t i = 0; i < event->evidence_count; i++) give_if(w, "evidence", event->evidence[i]);
    give_if(w, "date_span", event->date_span);
    give_if(w, "place_span", event->place_span);
    for (size_t i = 0; i < event->participant_count; i++) give_if(w, "participant", event->participants[i].span);
    each_fields(w, event->fields, event->field_count);
}

static void each_statement(walk *w, const bg_statement *said, const char *id) {
    owner(w, id);
    give_if(w, "content", said->content);
    give_if(w, "evidence", said->evidence);
    each_fields(w, said->fields, said->field_count);
}

static void each_matter(walk *w, const bg_matter *matter, const char *id) {
    owner(w, id);
    give(w, "content", matter->content, matter->rule, true);
    give_if(w, "evidence", matter->evidence);
    give_if(w, "about", matter->about);
    give_if(w, "due", matter->due);
    give_if(w, "condition", matter->condition);
}

bool bg_ranges__each(const bg_doc *doc, const bg_ids *ids, bg_range_fn *visit, void *context) {
    walk w = {.visit = visit, .context = context, .going = true};
    each_page(&w, doc, ids->page);
    for (size_t i = 0; i < doc->entity_count; i++) each_entity(&w, &doc->entities[i], ids->entities[i]);
    for (size_t i = 0; i < doc->event_count; i++) each_event(&w, &doc->events[i], ids->events[i]);
    for (size_t i = 0; i < doc->statement_count; i++) each_statement(&w, &doc->statements[i], ids->statements[i]);
    for (size_t i = 0; i < ids->told_count; i++) each_matter(&w, &ids->told[i], ids->matters[i]);
    return w.going;
}
