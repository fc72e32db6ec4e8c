/* declared: the declaration that a title tells, as the page's news. */
#include "choose.h"

#define LEAST_RANK 6 /* of officials who speak for their state; 0 is unknown */

/* Who of the state speaks in the lead: an official with a name, else NULL; *speaks when anybody does. */
static const bg_saying *lead_speaker(const bg_claims *c, const char *state, bool *speaks) {
    const bg_saying *of_state = NULL;
    for (size_t i = 0; i < c->sayings.count; i++) {
        const bg_saying *s = &c->sayings.items[i];
        const bg_sentence *sentence = &c->text->sentences.items[s->sentence];
        if (sentence->title || sentence->caption || c->body_before[bg_saying__begins(c, s)] >= LEAD_SENTENCES) continue;
        if (s->speaker.kind == BG_SPEAKER_SIDE && is(s->speaker.side, state)) *speaks = true;
        if (s->speaker.kind != BG_SPEAKER_ENTITY) continue;
        const bg_person *p = &c->mentions->people.items[s->speaker.entity];
        if (!is(bg_person__country(p), state) || !p->office_count || (p->rank > LEAST_RANK && !bg_person__leads_state(p))) continue;
        *speaks = true;
        if (p->name && !of_state && !bg_saying__is_before(c, s)) of_state = s;
    }
    return of_state;
}

/* Does the title tell by this or another of its readings that two declare it? */
static bool is_of_both(const bg_claims *c, const bg_contact *titled) {
    for (size_t i = 0; i < c->contacts.count && i < BG_CONTACTS_NEAR; i++) {
        const bg_contact *other = &c->contacts.items[i];
        if (other->sentence == titled->sentence && (is(other->rule, "contact.declares-agreed") || is(other->rule, "contact.declares-joint"))) return true;
    }
    return false;
}

/* "A và B nhất trí …", "… kêu gọi …" again in the lead. */
static bool agrees_again(const bg_claims *c, const bg_contact *titled) {
    bool both = is_of_both(c, titled);
    for (size_t i = 0; i < c->sayings.count && both && titled->side_count >= 2; i++) {
        const bg_saying *s = &c->sayings.items[i];
        const bg_sentence *sentence = &c->text->sentences.items[s->sentence];
        if (s->speaker.kind == BG_SPEAKER_BOTH && !sentence->title && !sentence->caption && c->body_before[bg_saying__begins(c, s)] < LEAD_SENTENCES) return true;
    }
    return false;
}

#define WORDS_LEAD 2 /* sentences of the body in which the words of the title are named: "bản kiến nghị", "lời chỉ trích" */

/* "Thượng viện A chỉ trích B" in the title, and in the lead what was passed or written: nobody need be heard. */
static bool is_written(const bg_claims *c, const bg_contact *titled) {
    if (!is(titled->rule, "contact.declares-to") || titled->side_count != 2 || titled->planned || bg_title__tells_incident(c)) return false;
    for (size_t i = 0; i < c->text->sentences.count && c->body_before[i] < WORDS_LEAD; i++) {
        const bg_sentence *s = &c->text->sentences.items[i];
        if (!s->title && !s->caption && bg_text__any(c->text, s->tok, s->end, CLASS_SAIDNOUN)) return true;
    }
    return false;
}

/* "Nước A cảnh báo nước B" heads the page, and somebody of A speaks in its lead. */
static bg_contact *titled_declaration(bg_claims *c, const bg_sentence *title) {
    for (size_t i = 0; i < c->contacts.count && i < BG_CONTACTS_NEAR; i++) {
        bg_contact *contact = &c->contacts.items[i];
        bool speaks = false;
        if (!contact->titled || contact->merged != BG_NONE || !contact->side_count || !bg_title__names_two(c, title)) continue;
        const bg_saying *s = lead_speaker(c, contact->sides[0], &speaks);
        if ((!speaks || (!s && bg_title__tells_incident(c))) && !agrees_again(c, contact) && !is_written(c, contact)) continue; /* a court, the police */
        contact->planned = false;
        if (bg_title__keep_declarer(c, contact) || !s) return contact;
        bg_contact__add_voice(c, contact, s);
        if (contact->date == BG_NONE) contact->date = bg_contact__said_day(c, contact, s);
        return contact;
    }
    return NULL;
}

#define OFFICIAL_RANK 4 /* an ambassador, a deputy minister */

/* An official of a state alone before the press, in the lead. */
static bool is_before_press(const bg_claims *c, const bg_contact *contact) {
    if (!is(contact->type, "statement") || contact->titled || contact->nominal || contact->merged != BG_NONE || contact->bare || !contact->people_count) return false;
    const bg_person *p = &c->mentions->people.items[contact->people[0].person];
    const char *country = bg_person__country(p);
    return p->name && country && !bg_side__is_body(country) && (p->spokesperson || (p->rank && p->rank <= OFFICIAL_RANK)) &&
           !is(contact->rule, "contact.speaker") && bg_contact__position(c, contact) < LEAD_SENTENCES;
}

bg_contact *bg_claims__declaration(bg_claims *c) {
    const bg_sentence *title = bg_title__find(c);
    if (!title) return NULL;
    if (bg_title__asks(c, title) && bg_title__explains(c, title)) return NULL; /* "Vì sao A phản đối …?" */
    bool own = bg_title__explains(c, title) || bg_title__wishes(c) || bg_title__tells_leisure(c); /* not "A lên án vụ phóng tên lửa" */
    bool weighs = (own && bg_title__weighs(c)) || bg_title__asks(c, title);
    bg_contact *found = weighs ? NULL : titled_declaration(c, title);
    weighs |= bg_title__tells_incident(c);
    for (size_t i = 0; i < c->contacts.count && !found; i++) {
        bg_contact *contact = &c->contacts.items[i];
        if (!(contact->declared || is_before_press(c, contact)) || !bg_title__names(c, title, contact) || !bg_title__names_two(c, title)) continue;
        if (!weighs || bg_title__speaks(c, title, contact->sides[0])) found = contact;
    }
    return found;
}
