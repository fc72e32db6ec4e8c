/*
 * occasion: at which contact a statement was made. Where a page tells of several, the words tell it: who speaks and to whom, whose state is named,
 * "tại cuộc gặp với B"; without such words it is the one that was spoken of last.
 */
#include "claim.h"

#include <limits.h>
#include <stdlib.h>

#define NEAR_MAX 24 /* tellings before a statement that are looked at */

enum { OF_SPEAKER = 6, OF_ADDRESSEE = 6, OF_SIDE = 3, OF_SENTENCE = 5, OF_FRAME = 6, OF_BEFORE = 7, OF_PERSON = 7, OF_STATE = 2, OF_LAST = 4, OF_MAIN = 2, OF_MANY = -6, OF_STRANGER = -9, OF_NO_SIDE = -99 };

/* A sentence that tells of an event. */
typedef struct telling {
    uint32_t sentence;
    int32_t event;
    bool frame; /* the sentence begins with it: "Tại cuộc gặp với B, …" */
    bool noun;  /* … and nothing else tells of it */
} telling;

/* Where an entity is named. */
typedef struct naming {
    size_t start, end;
    uint32_t entity;
} naming;

typedef struct binder {
    const bg_claims *claims;
    const bg_doc *doc;
    BG_VEC(telling) tellings; /* in the order of the page */
    BG_VEC(naming) namings;   /* the same */
    size_t next;              /* telling that no statement has passed yet */
    size_t first, end;        /* namings in the sentence of the statement */
    int32_t last, main;       /* events, -1 none */
} binder;

static int by_sentence(const void *left, const void *right) {
    const telling *a = left, *b = right;
    if (a->sentence != b->sentence) return a->sentence < b->sentence ? -1 : 1;
    return (a->event > b->event) - (a->event < b->event);
}

static int by_start(const void *left, const void *right) {
    const naming *a = left, *b = right;
    if (a->start != b->start) return a->start < b->start ? -1 : 1;
    return (a->entity > b->entity) - (a->entity < b->entity);
}

static bool collect_namings(binder *b) {
    for (size_t i = 0; i < b->doc->entity_count; i++) {
        const bg_entity *e = &b->doc->entities[i];
        for (size_t k = 0; e->country && k < e->mention_count; k++) {
            naming *n = BG_PUSH(b->claims->text->arena, &b->namings);
            if (!n) return false;
            *n = (naming){e->mentions[k].start, e->mentions[k].end, (uint32_t)i};
        }
    }
    if (b->namings.count) qsort(b->namings.items, b->namings.count, sizeof *b->namings.items, by_start);
    return true;
}

#define FRAME_OPENS 3 /* words of a sentence up to the noun: "Cũng tại cuộc gặp" */
#define FRAME_LASTS 2 /* sentences behind it that go on with what was said there */

/* "Tại cuộc gặp với B, …": the noun opens what was said there. */
static bool opens_sentence(const bg_claims *claims, const bg_contact *c) {
    const bg_sentence *s = &claims->text->sentences.items[c->sentence];
    if (s->title || s->caption || c->trigger > s->tok + FRAME_OPENS) return false;
    for (uint32_t tok = s->tok; tok < c->trigger; tok++)
        if (bg_text__is(claims->text, tok, CLASS_WITHIN)) return true;
    return false;
}

/* Something is said at what two sat down to, not at what is only recalled; and at what the page is about; nothing yet at what is still to come. */
static bool is_occasion(const bg_claims *claims, const bg_contact *c) {
    if (c->planned || c->main) return c->main && !c->planned;
    if (c->nominal) return bg_type__is(c->type, BG_TYPE_OF_TWO) && c->side_count == 2 && opens_sentence(claims, c);
    return bg_type__is(c->type, BG_TYPE_HELD | BG_TYPE_OF_TWO) && !c->in_title && !c->partial && c->people_count >= 2;
}

static bool collect(binder *b, const uint32_t *events) {
    bg_arena *arena = b->claims->text->arena;
    for (size_t i = 0; i < b->claims->contacts.count; i++) {
        const bg_contact *c = &b->claims->contacts.items[i];
        if (events[i] == BG_NONE) continue;
        if (c->main && !c->planned) b->main = (int32_t)events[i];
        for (size_t k = 0; is_occasion(b->claims, c) && k < c->evidence.count; k++) {
            telling *t = BG_PUSH(arena, &b->tellings);
            if (!t) return false;
            *t = (telling){c->evidence.items[k], (int32_t)events[i], c->evidence.items[k] == c->sentence && opens_sentence(b->claims, c), c->nominal && !c->main};
        }
    }
    if (b->tellings.count) qsort(b->tellings.items, b->tellings.count, sizeof *b->tellings.items, by_sentence);
    return true;
}

static bool takes_part(const bg_event *e, uint32_t entity) {
    for (size_t i = 0; i < e->participant_count; i++)
        if (e->participants[i].entity == entity) return true;
    return false;
}

static const char *country_of(const binder *b, const bg_party *party) {
    if (party->kind == BG_SPEAKER_SIDE) return party->side;
    return party->kind == BG_SPEAKER_ENTITY ? b->doc->entities[party->entity].country : NULL;
}

/* Who has neither a state nor an office of one, an expert, a writer, speaks about a contact, not at it. */
static bool is_observer(const binder *b, const bg_party *party) {
    const bg_mentions *m = b->claims->mentions;
    if (party->kind != BG_SPEAKER_ENTITY || party->entity >= m->people.count || b->doc->entities[party->entity].country) return false;
    return m->people.items[party->entity].name && !bg_person__is_official(&m->people.items[party->entity]);
}

/* For the event, that this party speaks there or is spoken to; against it, so much, that his state is none of its sides. */
static int weigh_party(const binder *b, const bg_event *e, const bg_party *party, int principal, int stranger) {
    if (party->kind == BG_SPEAKER_ENTITY && takes_part(e, party->entity)) return principal;
    if (is_observer(b, party)) return stranger;
    const char *country = country_of(b, party);
    if (!country) return 0;
    return bg_event__has_side(e, country) ? OF_SIDE : stranger;
}

/* The namings in the sentence; statements only go on. */
static void look_at(binder *b, const bg_statement *s) {
    while (b->first < b->namings.count && b->namings.items[b->first].start < s->evidence.start) b->first++;
    for (b->end = b->first; b->end < b->namings.count && b->namings.items[b->end].end <= s->evidence.end;) b->end++;
}

/* Who takes part, or a side, is named in the sentence, and is neither the speaker nor of his own state. */
static int weigh_named(const binder *b, const bg_event *e, const bg_statement *s) {
    const char *own = country_of(b, &s->speaker);
    int most = 0;
    for (size_t i = b->first; i < b->end && most < OF_PERSON; i++) {
        uint32_t entity = b->namings.items[i].entity;
        const char *country = b->doc->entities[entity].country;
        if ((own && strcmp(country, own) == 0) || !bg_event__has_side(e, country)) continue;
        most = takes_part(e, entity) ? OF_PERSON : OF_STATE;
    }
    return most;
}

static int weigh(const binder *b, int32_t event, const bg_statement *s, bool here) {
    const bg_event *e = &b->doc->events[event];
    int score = weigh_party(b, e, &s->speaker, OF_SPEAKER, OF_NO_SIDE) + weigh_party(b, e, &s->addressee, OF_ADDRESSEE, OF_STRANGER);
    if (here) score += OF_SENTENCE;
    if (e->main) score += OF_MAIN;
    if (s->speaker.kind == BG_SPEAKER_BOTH && e->side_count != 2) score += OF_MANY;
    if (event == b->last) score += OF_LAST;
    return score + weigh_named(b, e, s);
}

/* Where nothing told before fits, the next event at which the speaker takes part; -1 if there is none near. */
static int32_t told_later(const binder *b, const bg_statement *s) {
    for (size_t i = b->next; i < b->tellings.count && i < b->next + NEAR_MAX && s->speaker.kind == BG_SPEAKER_ENTITY; i++)
        if (takes_part(&b->doc->events[b->tellings.items[i].event], s->speaker.entity)) return b->tellings.items[i].event;
    return -1;
}

/* Soon behind the sentence that a noun opens: does one speak, or do both, who were named there? */
static bool goes_on(const binder *b, const telling *t, const bg_statement *s, uint32_t sentence) {
    if (t->sentence + FRAME_LASTS < sentence) return false;
    return s->speaker.kind == BG_SPEAKER_BOTH || (s->speaker.kind == BG_SPEAKER_ENTITY && takes_part(&b->doc->events[t->event], s->speaker.entity));
}

/* The event of the statement: of those told before it the one that fits best, the latest of equals; -1 if the speaker belongs to none. */
static int32_t occasion_of(binder *b, const bg_statement *s, uint32_t sentence) {
    while (b->next < b->tellings.count && b->tellings.items[b->next].sentence <= sentence) b->next++;
    look_at(b, s);
    size_t first = b->next > NEAR_MAX ? b->next - NEAR_MAX : 0;
    int32_t best = b->main;
    int most = best >= 0 ? weigh(b, best, s, false) : INT_MIN;
    for (size_t i = first; i < b->next; i++) {
        const telling *t = &b->tellings.items[i];
        if (t->noun && t->sentence != sentence && !goes_on(b, t, s, sentence)) continue;
        int score = weigh(b, t->event, s, t->sentence == sentence);
        if (t->frame && t->sentence == sentence) score += OF_FRAME;
        if (s->speaker.kind == BG_SPEAKER_BOTH && t->sentence + 1 == sentence) score += OF_BEFORE; /* "A gặp B. Hai nhà lãnh đạo …" */
        if (score >= most) most = score, best = t->event;
    }
    return best >= 0 && most < OF_NO_SIDE / 2 ? told_later(b, s) : best;
}

bool bg_occasion__bind(const bg_claims *claims, const uint32_t *events, const bg_doc *doc, bg_statement *statements) {
    binder b = {.claims = claims, .doc = doc, .last = -1, .main = -1};
    if (!collect(&b, events) || !collect_namings(&b)) return false;
    for (size_t i = 0; i < claims->sayings.count; i++) b.last = statements[i].event = occasion_of(&b, &statements[i], claims->sayings.items[i].sentence);
    return true;
}
