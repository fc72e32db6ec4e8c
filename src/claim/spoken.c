/* spoken: who speaks outside every contact of the page makes a statement of his own: a spokesperson, an official to the press. */
#include "claim.h"

#define SPOKESPERSON_REACH 6 /* sentences of the page */
#define LEAD_SENTENCES 4     /* of the page, in which a declaration stands that the page is about */
#define HIGH_RANK 5

static const bg_person *person_of(const bg_claims *c, const bg_saying *s) {
    return s->speaker.kind == BG_SPEAKER_ENTITY ? &c->mentions->people.items[s->speaker.entity] : NULL;
}

/* A statement of the one who speaks `s`; NULL when memory is out. */
static bg_contact *add_statement(bg_claims *c, const bg_saying *s, const char *rule) {
    const bg_sentence *sentence = &c->text->sentences.items[s->sentence];
    bg_contact *contact = BG_PUSH(c->text->arena, &c->contacts);
    uint32_t *evidence = contact ? BG_PUSH(c->text->arena, &contact->evidence) : NULL;
    if (!evidence) return NULL;
    *evidence = s->sentence;
    contact->type = "statement", contact->rule = rule, contact->mode = "in_person";
    contact->sentence = s->sentence, contact->tok = contact->trigger = sentence->tok, contact->end = contact->trigger_end = sentence->end;
    contact->verb = bg_text__words(c->text, sentence->tok, sentence->tok);
    contact->merged = contact->subject = contact->object = contact->partner = BG_NONE;
    contact->people[contact->people_count++] = (bg_party_in){s->speaker.entity, "participant", s->speaker_span};
    bg_contact__add_side(contact, bg_person__country(person_of(c, s)), s->speaker_span);
    contact->date = bg_contact__opening_day(c, contact, sentence, false);
    return contact;
}

/* A Vietnamese spokesperson speaking for the state is what the page is about, whatever word names the occasion. */
bool bg_contact__find_spokesperson(bg_claims *c) {
    for (size_t i = 0; i < c->sayings.count; i++) {
        const bg_saying *s = &c->sayings.items[i];
        const bg_person *p = person_of(c, s);
        if (!p || s->sentence > SPOKESPERSON_REACH || !p->spokesperson || !is(bg_person__country(p), "VN")) continue;
        bg_contact *contact = add_statement(c, s, "contact.spokesperson");
        if (contact) contact->spoken = true;
        return contact != NULL;
    }
    return true;
}

/* "Trong cuộc gặp, ông …": a noun that gives nobody to meet is no contact of his. */
static bool is_half(const bg_contact *contact) { return contact->bare || (contact->nominal && contact->side_count < 2); }

static bool has_contact(const bg_claims *c, uint32_t person) {
    for (size_t i = 0; i < c->contacts.count; i++)
        if (!is_half(&c->contacts.items[i]) && bg_contact__has_person(&c->contacts.items[i], person)) return true;
    return false;
}

/* Does the speaker take part in a contact that the page tells of as held, or that stands in his sentence? */
static bool speaks_within(const bg_claims *c, const bg_saying *s) {
    for (size_t i = 0; i < c->contacts.count; i++) {
        const bg_contact *contact = &c->contacts.items[i];
        if (contact->bare || !bg_contact__has_person(contact, s->speaker.entity)) continue;
        if (contact->sentence == s->sentence || is(contact->type, "statement")) return true;
        if (!contact->planned && !contact->nominal && !contact->told) return true;
    }
    return false;
}

/* Does the speaker stand before his verb, by office or name? */
static bool is_subject(const bg_claims *c, const bg_saying *s) {
    uint32_t m = s->speaker_tok == BG_NONE ? BG_NONE : bg_text__at(c->text, s->speaker_tok, CLASS_WHO);
    if (m == BG_NONE || c->text->marks.items[m].ref != s->speaker.entity) return false;
    return c->text->marks.items[m].end > s->speaker_tok + 1 || !bg_text__is(c->text, s->speaker_tok, CLASS_PRONOUN);
}

#define TITLE_SUBJECT 3 /* words of the title before its subject */

static bool says_behind(const bg_claims *c, const bg_sentence *title, uint32_t tok) {
    if (tok < title->end && c->text->tokens.items[tok].flags & BG_TOK_PUNCT && c->text->tokens.items[tok].value == ':') return true;
    for (uint32_t i = tok; i < title->end && i < tok + TITLE_SUBJECT; i++)
        if (bg_text__at(c->text, i, CLASS_SAY) != BG_NONE) return true;
    return false;
}

bool bg_contact__title_speaks(const bg_claims *c, const bg_sentence *title, const char *country) {
    for (uint32_t tok = title->tok; tok < title->end && tok < title->tok + TITLE_SUBJECT; tok++)
        for (uint32_t m = c->text->heads[tok]; m != BG_NONE; m = c->text->marks.items[m].next) {
            const bg_mark *mark = &c->text->marks.items[m];
            bool party = mark->klass == CLASS_WHO || mark->klass == CLASS_SIDE;
            if (party && is(bg_mention__country(c->mentions, mark), country)) return says_behind(c, title, mark->end);
        }
    return false;
}

/* A high official or a spokesperson of another state in the lead, or one for whom the title says that his state speaks. */
static bool is_declared(const bg_claims *c, const bg_saying *s, const bg_person *p) {
    const char *country = bg_person__country(p);
    const bg_sentence *title = bg_contact__title(c);
    if (s->sentence >= LEAD_SENTENCES || is(country, "VN") || strlen(country) != 2) return false;
    return p->spokesperson || (p->rank && p->rank <= HIGH_RANK) || (title && bg_contact__title_speaks(c, title, country));
}

/* Once for each official who speaks and takes part in no contact that the page tells of as held. */
bool bg_contact__find_speakers(bg_claims *c) {
    for (size_t i = 0; i < c->sayings.count; i++) {
        const bg_saying *s = &c->sayings.items[i];
        const bg_person *p = person_of(c, s);
        if (!p || !p->name || !p->office_count || !bg_person__country(p) || speaks_within(c, s)) continue;
        bool alone = !has_contact(c, s->speaker.entity);
        bool tells = is(s->act, "informs") || is(s->act, "affirms") || is(s->act, "pledges");
        if (!alone && (!tells || !is_subject(c, s))) continue;
        bg_contact *contact = add_statement(c, s, "contact.speaker");
        if (!contact) return false;
        contact->told = true;
        contact->declared = alone && is_declared(c, s, p);
    }
    return true;
}
