/*
 * mini_doc: a bg_doc without the reader, for tests of what comes behind it. The page itself says what is in it:
 *
 *     first line                                              the title
 *     any other line                                          a paragraph
 *     @published 2025-05-09                                   the publication date
 *     @event TYPE main|other STATUS START END SIDES PLACE | NAME/COUNTRY; NAME/COUNTRY
 *     @say NAME|both ACT content to the end of the line       belongs to the event above it
 *     @note reason words …                                    a note
 *     @url ADDRESS, @captured TIME, @menu words               address, day of capture, furniture; no paragraphs
 *
 * TYPE! is a summit, PLACE@XX a place in XX, NAME=OFFICE:RANK/COUNTRY somebody with an office, =OFFICE:RANK/COUNTRY somebody whom it alone tells.
 * "-" stands for nothing, "_" for a blank in a place. Fact lines are paragraphs too; they are their own evidence.
 */
#ifndef MINI_DOC_H
#define MINI_DOC_H

#include "base/base.h"

#include <stdlib.h>

typedef struct mini {
    bg_arena *arena;
    const char *text;
    bg_doc doc;
    BG_VEC(bg_block) body;
    BG_VEC(bg_entity) entities;
    BG_VEC(bg_event) events;
    BG_VEC(bg_statement) statements;
    BG_VEC(bg_note) notes;
} mini;

static const char *mini_word(mini *m, char **rest) {
    char *word = strtok_r(NULL, " ", rest);
    if (!word || strcmp(word, "-") == 0) return NULL;
    for (char *at = word; *at; at++)
        if (*at == '_') *at = ' ';
    return bg_arena__text(m->arena, word, strlen(word));
}

static bg_span mini_find(const mini *m, bg_span line, const char *words) {
    const char *at = words ? strstr(m->text + line.start, words) : NULL;
    if (!at || (size_t)(at - m->text) >= line.end) return (bg_span){0};
    uint32_t start = (uint32_t)(at - m->text);
    return (bg_span){start, start + (uint32_t)strlen(words)};
}

static uint32_t mini_entity(mini *m, const char *name, const char *country, bg_span at) {
    for (size_t i = 0; i < m->entities.count; i++)
        if (strcmp(m->entities.items[i].name, name) == 0) return (uint32_t)i;
    bg_entity *e = BG_PUSH(m->arena, &m->entities);
    *e = (bg_entity){.kind = BG_PERSON, .name = name, .country = country, .mention_count = at.end ? 1 : 0};
    e->mentions = bg_arena__copy(m->arena, &at, sizeof at);
    return (uint32_t)(m->entities.count - 1);
}

static void mini_office(bg_entity *e, const char *office, const char *rank, bool alone) {
    e->office = office;
    e->rank = (unsigned)(*rank - '0');
    if (alone) e->kind = BG_BODY;
}

static void mini_sides(mini *m, bg_event *event, char *sides) {
    BG_VEC(const char *) list = {0};
    char *rest;
    for (char *side = strtok_r(sides, ",", &rest); side; side = strtok_r(NULL, ",", &rest)) {
        const char **item = BG_PUSH(m->arena, &list);
        if (item) *item = side;
    }
    event->sides = list.items;
    event->side_count = list.count;
}

static void mini_people(mini *m, bg_event *event, bg_span line, char *people) {
    BG_VEC(bg_participant) list = {0};
    char *rest;
    for (char *one = strtok_r(people, ";", &rest); one; one = strtok_r(NULL, ";", &rest)) {
        while (*one == ' ') one++;
        char *slash = strchr(one, '/');
        const char *country = slash ? slash + 1 : NULL;
        if (slash) *slash = 0;
        char *office = strchr(one, '='), *rank = office ? strchr(office, ':') : NULL;
        if (rank) *office++ = 0, *rank++ = 0;
        bg_span at = mini_find(m, line, *one ? one : office);
        uint32_t who = mini_entity(m, *one ? one : office, country, at);
        if (office) mini_office(&m->entities.items[who], office, rank, !*one);
        *BG_PUSH(m->arena, &list) = (bg_participant){who, "participant", at};
    }
    event->participants = list.items;
    event->participant_count = list.count;
}

static void mini_event(mini *m, bg_span line, char *rest) {
    char *people = strchr(rest, '|'), *sides;
    bg_event *event = BG_PUSH(m->arena, &m->events);
    if (people) *people++ = 0;
    char *type = (char *)mini_word(m, &rest), *at;
    event->type = type;
    if ((at = strchr(type, '!'))) event->summit = true, *at = 0;
    event->main = strcmp(mini_word(m, &rest), "main") == 0;
    event->status = mini_word(m, &rest);
    event->start = mini_word(m, &rest);
    event->end = mini_word(m, &rest);
    event->date_span = mini_find(m, line, event->start);
    sides = (char *)mini_word(m, &rest);
    if (sides) mini_sides(m, event, sides);
    event->place = mini_word(m, &rest);
    if (event->place && (at = strchr(event->place, '@'))) event->place_country = at + 1, *at = 0;
    event->place_span = mini_find(m, line, event->place);
    event->channel = "government";
    event->evidence = bg_arena__copy(m->arena, &line, sizeof line);
    event->evidence_count = 1;
    event->rule = "test.event";
    bg_field field = {"type", mini_find(m, line, event->type), "test.type"};
    event->fields = bg_arena__copy(m->arena, &field, sizeof field);
    event->field_count = 1;
    if (people) mini_people(m, event, line, people);
}

static void mini_say(mini *m, bg_span line, char *rest) {
    bg_statement *said = BG_PUSH(m->arena, &m->statements);
    const char *who = mini_word(m, &rest);
    said->event = (int32_t)m->events.count - 1;
    if (strcmp(who, "both") == 0) said->speaker.kind = BG_SPEAKER_BOTH;
    else said->speaker = (bg_party){.kind = BG_SPEAKER_ENTITY, .entity = mini_entity(m, who, NULL, mini_find(m, line, who))};
    said->act = mini_word(m, &rest);
    said->content = mini_find(m, line, rest);
    said->evidence = line;
    said->rule = "test.say";
}

static void mini_line(mini *m, bg_span line) {
    char *copy = bg_arena__text(m->arena, m->text + line.start, line.end - line.start), *rest = NULL;
    char *first = strtok_r(copy, " ", &rest);
    if (strcmp(first, "@published") == 0) {
        m->doc.article.published = rest;
        m->doc.article.published_span = mini_find(m, line, rest);
    } else if (strcmp(first, "@event") == 0) mini_event(m, line, rest);
    else if (strcmp(first, "@say") == 0) mini_say(m, line, rest);
    else if (strcmp(first, "@note") == 0) {
        bg_note *note = BG_PUSH(m->arena, &m->notes);
        if (note) *note = (bg_note){line, mini_word(m, &rest)};
    }
    if (strcmp(first, "@url") == 0) m->doc.article.url = rest;
    if (strcmp(first, "@captured") == 0) m->doc.article.captured = rest;
    if (strcmp(first, "@url") == 0 || strcmp(first, "@captured") == 0 || strcmp(first, "@menu") == 0) return;
    if (line.start == 0) {
        m->doc.article.title = bg_arena__text(m->arena, m->text, line.end);
        m->doc.article.title_span = line;
    } else {
        bg_block *block = BG_PUSH(m->arena, &m->body);
        if (block) *block = (bg_block){BG_BLOCK_PARAGRAPH, line};
    }
}

/* `text` must outlive the document; free with mini_free(). strtok_r(NULL, …) on a fresh `rest` walks the copy. */
static mini *mini_read(const char *name, const char *text) {
    bg_arena *arena = bg_arena__new();
    mini *m = bg_arena__alloc(arena, sizeof *m);
    size_t size = strlen(text);
    *m = (mini){.arena = arena, .text = text, .doc = {.text = text, .text_size = size}};
    m->doc.article = (bg_article){.source = name, .lang = "vi"};
    for (size_t from = 0; from < size;) {
        size_t to = from + strcspn(text + from, "\n");
        if (to > from) mini_line(m, (bg_span){(uint32_t)from, (uint32_t)to});
        from = to + 1;
    }
    m->doc.article.body = m->body.items;
    m->doc.article.body_count = m->body.count;
    m->doc.entities = m->entities.items;
    m->doc.entity_count = m->entities.count;
    m->doc.events = m->events.items;
    m->doc.event_count = m->events.count;
    m->doc.statements = m->statements.items;
    m->doc.statement_count = m->statements.count;
    m->doc.notes = m->notes.items;
    m->doc.note_count = m->notes.count;
    return m;
}

static void mini_free(mini *m) { bg_arena__free(m->arena); }

#endif
