/* told: see told.h. Every field that store.c, items.c and namings.c write. */
#include "told.h"
#include "doubt.h"

static void add(uint64_t *hash, const void *bytes, size_t size) { *hash = bg_hash__bytes(bytes, size, *hash + size); }

static void add_number(uint64_t *hash, int64_t number) { add(hash, &number, sizeof number); }

/* NULL is not "". */
static void add_text(uint64_t *hash, const char *text) {
    add_number(hash, text != NULL);
    if (text) add(hash, text, strlen(text));
}

static void add_texts(uint64_t *hash, const char *const *texts, size_t count) {
    add_number(hash, (int64_t)count);
    for (size_t i = 0; i < count; i++) add_text(hash, texts[i]);
}

static void add_words(uint64_t *hash, const bg_doc *doc, bg_span at) {
    add_number(hash, at.end != 0);
    if (at.end) add(hash, doc->text + at.start, at.end - at.start);
}

/* … and where: it stands with the fact. */
static void add_place(uint64_t *hash, bg_span at) {
    add_number(hash, at.start);
    add_number(hash, at.end);
}

static void add_item(uint64_t *hash, const bg_item *item) {
    const char *const texts[] = {item->url, item->type, item->captured, item->title, item->published};
    add_texts(hash, texts, BG_COUNT(texts));
}

static void add_article(uint64_t *hash, const bg_doc *doc, const bg_ids *ids) {
    const bg_article *a = &doc->article;
    const char *const texts[] = {a->url, a->url_from, a->captured, a->title, a->summary, a->published, a->published_from, a->modified, a->modified_from, a->outlet, a->agency, a->reprint_of,
                                 a->lang, doc->reader, doc->charset.name, ids->page, ids->sha256, ids->text_key, ids->address, ids->host};
    add_texts(hash, texts, BG_COUNT(texts));
    add_texts(hash, a->authors, a->author_count);
    add_number(hash, a->is_list);
    add_number(hash, (int64_t)doc->text_size);
}

static void add_entity(uint64_t *hash, const bg_entity *entity, const char *id) {
    const char *const texts[] = {id, entity->name, entity->office, entity->country};
    add_number(hash, entity->kind);
    add_texts(hash, texts, BG_COUNT(texts));
    add_text(hash, entity->alias);
    add_number(hash, entity->rank);
    add_texts(hash, entity->offices, entity->office_count);
}

static void add_event(uint64_t *hash, const bg_doc *doc, const bg_event *event, const char *id) {
    const char *const texts[] = {id, event->type, event->verb, event->grade, event->status, event->mode, event->channel, event->start, event->end, event->place, event->place_country, event->rule};
    add_texts(hash, texts, BG_COUNT(texts));
    add_texts(hash, event->sides, event->side_count);
    add_number(hash, event->main);
    add_number(hash, event->summit);
    add_number(hash, bg_doubt__event(doc, event));
    for (size_t i = 0; i < event->participant_count; i++) {
        add_number(hash, event->participants[i].entity);
        add_text(hash, event->participants[i].role);
    }
    for (size_t i = 0; i < event->evidence_count; i++) add_words(hash, doc, event->evidence[i]), add_place(hash, event->evidence[i]);
}

static void add_party(uint64_t *hash, const bg_party *party) {
    add_number(hash, party->kind);
    if (party->kind == BG_SPEAKER_ENTITY) add_number(hash, party->entity);
    if (party->kind == BG_SPEAKER_SIDE) add_text(hash, party->side);
}

static void add_statement(uint64_t *hash, const bg_doc *doc, const bg_statement *said, const char *id) {
    const char *const texts[] = {id, said->act, said->strength, said->rule};
    add_texts(hash, texts, BG_COUNT(texts));
    add_texts(hash, said->topics, said->topic_count);
    add_number(hash, said->event);
    add_party(hash, &said->speaker);
    add_party(hash, &said->addressee);
    add_words(hash, doc, said->content);
    add_place(hash, said->content);
    add_place(hash, said->evidence);
    add(hash, said->refers, said->refer_count * sizeof *said->refers);
}

static void add_matter(uint64_t *hash, const bg_doc *doc, const bg_matter *matter, const char *id) {
    const char *const texts[] = {id, matter->kind, matter->grade, matter->sides[0], matter->sides[1], matter->bound, matter->towards, matter->actor, matter->due_from, matter->due_to, matter->day, matter->rule};
    add_texts(hash, texts, BG_COUNT(texts));
    add_texts(hash, matter->keys, matter->key_count);
    add_number(hash, matter->statement);
    add_number(hash, matter->event);
    add_words(hash, doc, matter->content);
    add_place(hash, matter->evidence);
    add_words(hash, doc, matter->about);
    add_words(hash, doc, matter->condition);
}

/* With its ranges: they stand in the same row. */
static void add_naming(uint64_t *hash, const bg_naming *x) {
    const char *const texts[] = {x->code, x->sides, x->field, x->because, x->step, x->day, x->place, x->since, x->until, x->into, x->by};
    add_texts(hash, texts, BG_COUNT(texts));
    add_number(hash, x->kind);
    add_number(hash, x->ordinal);
    add_number(hash, x->event);
    add(hash, &x->name, sizeof x->name);
    add(hash, &x->evidence, sizeof x->evidence);
}

int64_t bg_told__hash(const bg_doc *doc, const bg_ids *ids) {
    uint64_t hash = 31;
    add_item(&hash, &doc->item);
    add_article(&hash, doc, ids);
    for (size_t i = 0; i < doc->entity_count; i++) add_entity(&hash, &doc->entities[i], ids->entities[i]);
    for (size_t i = 0; i < doc->event_count; i++) add_event(&hash, doc, &doc->events[i], ids->events[i]);
    for (size_t i = 0; i < doc->statement_count; i++) add_statement(&hash, doc, &doc->statements[i], ids->statements[i]);
    for (size_t i = 0; i < ids->told_count; i++) add_matter(&hash, doc, &ids->told[i], ids->matters[i]);
    for (size_t i = 0; i < doc->naming_count; i++) add_naming(&hash, &doc->namings[i]);
    return (int64_t)(hash ? hash : 1);
}
