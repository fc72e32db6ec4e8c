/*
 * property: what holds for the reading of any bytes whatever. Used by the fuzz target and by test_read.
 *   - every range lies inside the page and on borders of code points
 *   - every index of an entity or a contact exists
 *   - whatever has a range has one that is not empty
 */
#ifndef PROPERTY_H
#define PROPERTY_H

#include "banggiao.h"

#include <stdio.h>
#include <string.h>

/* The first broken promise, or NULL. */
static _Thread_local const char *broken;

static inline void holds(bool truth, const char *promise) {
    if (!truth && !broken) broken = promise;
}

static inline bool is_border(const bg_doc *doc, uint32_t at) {
    return at == doc->text_size || ((unsigned char)doc->text[at] & 0xC0) != 0x80;
}

/* A range that must be there. */
static inline void check_span(const bg_doc *doc, bg_span s, const char *promise) {
    holds(s.start < s.end && s.end <= doc->text_size && is_border(doc, s.start) && is_border(doc, s.end), promise);
}

/* A range that may be absent. */
static inline void check_maybe(const bg_doc *doc, bg_span s, const char *promise) {
    if (s.end) check_span(doc, s, promise);
}

static inline void check_article(const bg_doc *doc) {
    const bg_article *a = &doc->article;
    check_maybe(doc, a->title_span, "title");
    check_maybe(doc, a->published_span, "published");
    check_maybe(doc, a->agency_span, "agency");
    check_maybe(doc, a->reprint_span, "reprint");
    holds(!a->title == !a->title_span.end, "a title has its range");
    for (size_t i = 0; i < a->body_count; i++) {
        check_span(doc, a->body[i].span, "body");
        holds(!i || a->body[i - 1].span.end <= a->body[i].span.start, "blocks stand in page order");
    }
    for (size_t i = 0; i < a->dropped_count; i++) {
        check_span(doc, a->dropped[i].span, "dropped");
        holds(a->dropped[i].reason != NULL, "what is dropped has a reason");
    }
}

static inline void check_entities(const bg_doc *doc) {
    for (size_t i = 0; i < doc->entity_count; i++) {
        const bg_entity *e = &doc->entities[i];
        holds(e->name || e->office, "an entity has a name or an office");
        holds(e->mention_count > 0, "an entity is mentioned");
        for (size_t k = 0; k < e->mention_count; k++) check_span(doc, e->mentions[k], "mention");
    }
}

static inline void check_fields(const bg_doc *doc, const bg_field *fields, size_t count) {
    for (size_t i = 0; i < count; i++) {
        holds(fields[i].name && fields[i].rule, "a field has a name and a rule");
        check_maybe(doc, fields[i].span, "field");
    }
}

static inline void check_event(const bg_doc *doc, const bg_event *v) {
    holds(v->type && v->status && v->mode && v->rule, "a contact has type, status, mode and rule");
    holds(v->evidence_count > 0, "a contact has evidence");
    check_maybe(doc, v->date_span, "date");
    check_maybe(doc, v->place_span, "place");
    for (size_t i = 0; i < v->evidence_count; i++) check_span(doc, v->evidence[i], "evidence");
    for (size_t i = 0; i < v->participant_count; i++) {
        holds(v->participants[i].entity < doc->entity_count, "a participant is an entity");
        check_span(doc, v->participants[i].span, "participant");
    }
    check_fields(doc, v->fields, v->field_count);
}

static inline void check_party(const bg_doc *doc, const bg_party *p) {
    holds(p->kind != BG_SPEAKER_ENTITY || p->entity < doc->entity_count, "a speaker is an entity");
    holds(p->kind != BG_SPEAKER_SIDE || p->side, "a side has a code");
}

static inline void check_statement(const bg_doc *doc, const bg_statement *s) {
    holds(s->event >= -1 && s->event < (int64_t)doc->event_count, "a statement's contact exists");
    holds(s->act && s->rule, "a statement has act and rule");
    check_party(doc, &s->speaker);
    check_party(doc, &s->addressee);
    check_span(doc, s->content, "content");
    check_span(doc, s->evidence, "statement evidence");
    for (size_t i = 0; i < s->refer_count; i++) holds(s->refers[i] < doc->entity_count, "what is referred to exists");
    check_fields(doc, s->fields, s->field_count);
}

static inline const char *property_broken(const bg_doc *doc) {
    size_t mains = 0;
    broken = NULL;
    check_article(doc);
    check_entities(doc);
    for (size_t i = 0; i < doc->event_count; i++) check_event(doc, &doc->events[i]), mains += doc->events[i].main;
    holds(mains <= 1, "at most one contact is the main one");
    for (size_t i = 0; i < doc->statement_count; i++) check_statement(doc, &doc->statements[i]);
    for (size_t i = 0; i < doc->note_count; i++) check_span(doc, doc->notes[i].span, "note");
    return broken;
}

#endif
