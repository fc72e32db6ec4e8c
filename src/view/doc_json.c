/* doc_json: a document as the object that `banggiao read` prints; docs/architecture.md has the contract. */
#include "../base/json.h"
#include "../record/names.h"
#include "out.h"

static void write_body(bg_json *json, const bg_article *article) {
    bg_json__array(json, "body");
    for (size_t i = 0; i < article->body_count; i++) {
        bg_json__object(json, NULL);
        bg_json__text(json, "kind", bg_name__block(article->body[i].kind));
        bg_json__span(json, "span", article->body[i].span);
        bg_json__end(json);
    }
    bg_json__end(json);
}

static void write_dropped(bg_json *json, const bg_article *article) {
    bg_json__array(json, "dropped");
    for (size_t i = 0; i < article->dropped_count; i++) {
        bg_json__object(json, NULL);
        bg_json__span(json, "span", article->dropped[i].span);
        bg_json__text(json, "reason", article->dropped[i].reason);
        bg_json__end(json);
    }
    bg_json__end(json);
}

/* Left out for a page of which there is nothing to tell: UTF-8, as declared or without a word of it, nothing replaced. */
static void write_charset(bg_json *json, const bg_charset *charset) {
    bool plain = !charset->name || (strcmp(charset->name, "utf-8") == 0 && !charset->overruled && !charset->replaced);
    if (plain) return;
    bg_json__object(json, "charset");
    bg_json__text(json, "name", charset->name);
    bg_json__text(json, "by", charset->by);
    bg_json__text(json, "overruled", charset->overruled);
    if (charset->replaced) {
        bg_json__int(json, "replaced", (int64_t)charset->replaced);
        bg_json__int(json, "first", (int64_t)charset->first);
    }
    bg_json__end(json);
}

static void write_article(bg_json *json, const bg_doc *doc) {
    const bg_article *article = &doc->article;
    char id[BG_PAGE_ID];
    bg_doc_id(doc, id);
    bg_json__object(json, "article");
    bg_json__text(json, "id", id);
    bg_json__text(json, "source", article->source);
    bg_json__text(json, "url", article->url);
    bg_json__text(json, "captured", article->captured);
    bg_json__text(json, "url_from", article->url_from);
    write_charset(json, &doc->charset);
    bg_json__text(json, "title", article->title);
    bg_json__span(json, "title_span", article->title_span);
    bg_json__text(json, "published", article->published);
    bg_json__span(json, "published_span", article->published_span);
    bg_json__text(json, "published_from", article->published_from);
    bg_json__text(json, "modified", article->modified);
    bg_json__text(json, "modified_from", article->modified_from);
    if (article->author_count) bg_json__texts(json, "authors", article->authors, article->author_count);
    bg_json__text(json, "outlet", article->outlet);
    bg_json__text(json, "agency", article->agency);
    bg_json__span(json, "agency_span", article->agency_span);
    bg_json__text(json, "reprint_of", article->reprint_of);
    bg_json__span(json, "reprint_span", article->reprint_span);
    bg_json__text(json, "next", article->next);
    bg_json__text(json, "lang", article->lang);
    write_body(json, article);
    write_dropped(json, article);
    bg_json__end(json);
}

/* "e1" for index 0: ids count from 1 within their page. */
static void write_id(bg_json *json, const char *key, char letter, size_t index) {
    char id[32];
    snprintf(id, sizeof id, "%c%zu", letter, index + 1);
    bg_json__text(json, key, id);
}

static void write_entity(bg_json *json, const bg_entity *entity, size_t index) {
    bg_json__object(json, NULL);
    write_id(json, "id", 'e', index);
    bg_json__text(json, "kind", bg_name__entity(entity->kind));
    bg_json__text(json, "name", entity->name);
    bg_json__text(json, "office", entity->office);
    bg_json__texts(json, "offices", entity->offices, entity->office_count);
    bg_json__text(json, "country", entity->country);
    bg_json__spans(json, "mentions", entity->mentions, entity->mention_count);
    bg_json__end(json);
}

static void write_fields(bg_json *json, const bg_field *fields, size_t count) {
    bg_json__array(json, "fields");
    for (size_t i = 0; i < count; i++) {
        bg_json__object(json, NULL);
        bg_json__text(json, "name", fields[i].name);
        bg_json__span(json, "span", fields[i].span);
        bg_json__text(json, "rule", fields[i].rule);
        bg_json__end(json);
    }
    bg_json__end(json);
}

static void write_participants(bg_json *json, const bg_event *event) {
    bg_json__array(json, "participants");
    for (size_t i = 0; i < event->participant_count; i++) {
        const bg_participant *who = &event->participants[i];
        bg_json__object(json, NULL);
        write_id(json, "entity", 'e', who->entity);
        bg_json__text(json, "role", who->role);
        bg_json__span(json, "span", who->span);
        bg_json__end(json);
    }
    bg_json__end(json);
}

static void write_event(bg_json *json, const bg_event *event, size_t index) {
    bg_json__object(json, NULL);
    write_id(json, "id", 'v', index);
    bg_json__bool(json, "main", event->main);
    bg_json__text(json, "type", event->type);
    bg_json__text(json, "verb", event->verb);
    bg_json__text(json, "grade", event->grade);
    bg_json__text(json, "status", event->status);
    bg_json__text(json, "mode", event->mode);
    bg_json__text(json, "channel", event->channel);
    bg_json__text(json, "start", event->start);
    bg_json__text(json, "end", event->end);
    bg_json__span(json, "date_span", event->date_span);
    bg_json__text(json, "place", event->place);
    bg_json__span(json, "place_span", event->place_span);
    bg_json__texts(json, "sides", event->sides, event->side_count);
    write_participants(json, event);
    bg_json__spans(json, "evidence", event->evidence, event->evidence_count);
    bg_json__text(json, "rule", event->rule);
    write_fields(json, event->fields, event->field_count);
    bg_json__end(json);
}

static void write_party(bg_json *json, const char *key, const bg_party *party) {
    char side[64];
    switch (party->kind) {
    case BG_SPEAKER_UNKNOWN: return;
    case BG_SPEAKER_ENTITY: write_id(json, key, 'e', party->entity); return;
    case BG_SPEAKER_BOTH: bg_json__text(json, key, "both"); return;
    case BG_SPEAKER_SIDE:
        snprintf(side, sizeof side, "side:%s", party->side ? party->side : "");
        bg_json__text(json, key, side);
    }
}

static void write_statement(bg_json *json, const bg_statement *said, size_t index) {
    bg_json__object(json, NULL);
    write_id(json, "id", 's', index);
    if (said->event >= 0) write_id(json, "event", 'v', (size_t)said->event);
    write_party(json, "speaker", &said->speaker);
    write_party(json, "addressee", &said->addressee);
    bg_json__text(json, "act", said->act);
    bg_json__text(json, "strength", said->strength);
    bg_json__span(json, "content", said->content);
    bg_json__texts(json, "topics", said->topics, said->topic_count);
    bg_json__array(json, "refers");
    for (size_t i = 0; i < said->refer_count; i++) write_id(json, NULL, 'e', said->refers[i]);
    bg_json__end(json);
    bg_json__span(json, "evidence", said->evidence);
    bg_json__text(json, "rule", said->rule);
    write_fields(json, said->fields, said->field_count);
    bg_json__end(json);
}

static void write_facts(bg_json *json, const bg_doc *doc) {
    bg_json__array(json, "entities");
    for (size_t i = 0; i < doc->entity_count; i++) write_entity(json, &doc->entities[i], i);
    bg_json__end(json);
    bg_json__array(json, "events");
    for (size_t i = 0; i < doc->event_count; i++) write_event(json, &doc->events[i], i);
    bg_json__end(json);
    bg_json__array(json, "statements");
    for (size_t i = 0; i < doc->statement_count; i++) write_statement(json, &doc->statements[i], i);
    bg_json__end(json);
}

static void write_notes(bg_json *json, const bg_doc *doc) {
    bg_json__array(json, "notes");
    for (size_t i = 0; i < doc->note_count; i++) {
        bg_json__object(json, NULL);
        bg_json__span(json, "span", doc->notes[i].span);
        bg_json__text(json, "reason", doc->notes[i].reason);
        bg_json__end(json);
    }
    bg_json__end(json);
}

bg_code bg_doc_json(const bg_doc *doc, bg_out *out, bg_error *err) {
    bg_buf buf;
    bg_json json;
    bg_buf__init(&buf, BG_VIEW_MAX);
    bg_json__init(&json, &buf);
    bg_json__object(&json, NULL);
    bg_json__text(&json, "schema", BG_SCHEMA);
    write_article(&json, doc);
    write_facts(&json, doc);
    write_notes(&json, doc);
    bg_json__end(&json);
    return bg_out__take(out, &buf, err);
}
