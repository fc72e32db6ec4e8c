/* spoken: who speaks outside every contact of the page makes a statement of his own: a spokesperson, an official to the press. */
#include "claim.h"

#define SPOKESPERSON_REACH 6 /* sentences of the page */
#define LEAD_SENTENCES 4     /* of the page, in which a declaration stands that the page is about */
#define HIGH_RANK 3

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
    contact->date = bg_contact__find_date(c, contact, sentence);
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

static bool has_contact(const bg_claims *c, uint32_t person) {
    for (size_t i = 0; i < c->contacts.count; i++)
        if (!c->contacts.items[i].bare && bg_contact__has_person(&c->contacts.items[i], person)) return true;
    return false;
}

/* Once for each official who speaks and takes part in no contact of the page. */
bool bg_contact__find_speakers(bg_claims *c) {
    for (size_t i = 0; i < c->sayings.count; i++) {
        const bg_saying *s = &c->sayings.items[i];
        const bg_person *p = person_of(c, s);
        if (!p || !p->name || !p->office_count || !bg_person__country(p) || has_contact(c, s->speaker.entity)) continue;
        bg_contact *contact = add_statement(c, s, "contact.speaker");
        if (!contact) return false;
        contact->told = true;
        const char *country = bg_person__country(p);
        contact->declared = s->sentence < LEAD_SENTENCES && !is(country, "VN") && strlen(country) == 2 &&
                            (p->spokesperson || (p->rank && p->rank <= HIGH_RANK));
    }
    return true;
}
