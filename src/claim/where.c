/* where: marks of level "place" → the place of a contact. A visit names its own. */
#include "merge.h"
#include "when.h"

#define PERSON_WORDS 40 /* the longest office with a name, so that a long sentence takes linear time */
#define PLACE_OPENS 10  /* a place so near the beginning is that of the whole sentence: "Chiều 21/11, tại …, A gặp B" */
#define NOUN_REACH 8      /* "cuộc hội đàm ở Paris": so far behind the noun */
#define EVIDENCE_SENTENCES 5 /* of the body, in which a sentence that tells of the page's contact tells where */
#define PLACE_SENTENCES 3 /* of the body, in which a place is that of the page's contact */

static bool is_country(const bg_claims *c, const bg_mark *at) { return is(bg_mark__get(c->text, at, KEY_KIND), "country"); }

/* The state of the first place in [tok, end) that the lexicon knows. */
static const char *state_of(const bg_claims *c, uint32_t tok, uint32_t end) {
    static const unsigned classes[] = {CLASS_PLACE, CLASS_COUNTRY};
    for (; tok < end; tok++)
        for (size_t i = 0; i < BG_COUNT(classes); i++) {
            uint32_t m = bg_text__at(c->text, tok, classes[i]);
            const char *state = m == BG_NONE ? NULL : bg_mention__country(c->mentions, bg_claims__mark(c, m));
            if (state) return state;
        }
    return NULL;
}

static void take(const bg_claims *c, bg_contact *contact, const bg_mark *at) {
    const bg_capture *p = bg_mark__capture(c->text, at, KEY_P);
    uint32_t tok = p ? p->tok : at->tok, end = p ? p->end : at->end; /* a user's rule may capture nothing */
    contact->place = bg_text__words(c->text, tok, end);
    contact->place_span = bg_text__span(c->text, tok, end);
    contact->place_state = state_of(c, tok, end);
    contact->wide = is_country(c, at);
}

/* "Đại sứ Việt Nam tại Nga", "tình hình tại Syria": somebody's or something else's place. */
static bool is_elsewhere(const bg_claims *c, const bg_sentence *s, uint32_t tok) {
    uint32_t from = tok > s->tok + PERSON_WORDS ? tok - PERSON_WORDS : s->tok;
    uint32_t post = bg_text__over(c->text, from, tok, CLASS_POST), who = bg_text__over(c->text, from, tok, CLASS_WHO);
    if ((post != BG_NONE && c->text->marks.items[post].tok < tok) || (who != BG_NONE && c->text->marks.items[who].tok < tok)) return true;
    for (uint32_t i = tok; i > s->tok && i + 4 > tok; i--) {
        uint32_t m = bg_text__at(c->text, i - 1, CLASS_ELSEWHERE);
        if (m != BG_NONE) return c->text->marks.items[m].end + 1 >= tok;
    }
    return false;
}

/* The first word for a contact in [tok, end), NULL if there is none; `verbs`: only a verb. */
static const bg_mark *contact_in(const bg_claims *c, uint32_t tok, uint32_t end, bool verbs) {
    for (uint32_t m = bg_text__first(c->text, tok, end, CLASS_CONTACT); m != BG_NONE; m = bg_text__after(c->text, m, end, CLASS_CONTACT)) {
        const bg_mark *mark = &c->text->marks.items[m];
        if (is(bg_mark__get(c->text, mark, KEY_WEAK), "yes")) continue;
        if (!verbs || is(bg_mark__get(c->text, mark, KEY_FORM), "verb")) return mark;
    }
    return NULL;
}

/* "Bên lề hội nghị ở Manila, A gặp B": one is where the other is; "lễ đón diễn ra tại X, sau đó A gặp B" need not be. */
static bool is_within(const bg_claims *c, const bg_mark *other) {
    const char *type = bg_mark__get(c->text, other, KEY_VALUE);
    return is(type, "conference") || is(type, "visit");
}

/* How surely the place at the mark is that of the contact in its sentence, 0 = it is not. */
static int fits(const bg_claims *c, const bg_contact *contact, const bg_sentence *s, const bg_mark *at) {
    bool country = is_country(c, at);
    if (is_elsewhere(c, s, at->tok)) return 0;
    if (contact->nominal) return at->tok >= contact->trigger_end && at->tok < contact->end + NOUN_REACH && !bg_claims__has_punct(c, contact->trigger_end, at->tok) ? 4 : 0;
    if (at->tok + 1 >= contact->trigger_end) return contact_in(c, contact->trigger_end, at->tok, true) ? 0 : country ? 2 : 5;
    const bg_mark *other = contact_in(c, s->tok, at->tok, false);
    if (other) return !is_within(c, other) ? 0 : country ? 1 : 3;
    if (at->tok < s->tok + PLACE_OPENS) return country ? 3 : 6;
    return country ? 0 : 4;
}

/* The place in the sentence that names the contact which fits it best, unless it has one; of equal ones the first. */
void bg_contact__find_place(const bg_claims *c, bg_contact *contact, const bg_sentence *s) {
    const bg_mark *best = NULL;
    int most = 0;
    if (is(contact->type, "call") || is(contact->type, "letter") || contact->place) return;
    for (uint32_t m = bg_text__first(c->text, s->tok, s->end, CLASS_LOCATION); m != BG_NONE; m = bg_text__after(c->text, m, s->end, CLASS_LOCATION)) {
        const bg_mark *at = &c->text->marks.items[m];
        int now = fits(c, contact, s, at);
        if (now > most) best = at, most = now;
    }
    if (best) take(c, contact, best);
}

/* "… những kỷ niệm trong cuộc gặp riêng với C tại X": where somebody else was met, told beside the page's contact. */
static bool is_of_other(const bg_claims *c, const bg_contact *contact, const bg_mark *at) {
    bg_span place = bg_text__span(c->text, at->tok, at->end);
    for (size_t i = 0; i < c->contacts.count && i < BG_CONTACTS_NEAR; i++) {
        const bg_contact *other = &c->contacts.items[i];
        if (other == contact || other->merged != BG_NONE || other->bare || !other->place || !bg_type__is(other->type, BG_TYPE_OF_TWO)) continue;
        if (other->place_span.start < place.start || other->place_span.start >= place.end) continue;
        if (!bg_contact__people_fit(c, other, contact)) return true;
    }
    return false;
}

/* The first place of a sentence that tells of the contact without naming it, or of the opening; a town before a country. */
static void any_place(const bg_claims *c, bg_contact *contact, const bg_sentence *s) {
    uint32_t m = contact->place && !contact->wide ? BG_NONE : bg_text__first(c->text, s->tok, s->end, CLASS_LOCATION);
    for (; m != BG_NONE && (!contact->place || contact->wide); m = bg_text__after(c->text, m, s->end, CLASS_LOCATION)) {
        const bg_mark *at = &c->text->marks.items[m];
        if (!(contact->wide && is_country(c, at)) && !is_elsewhere(c, s, at->tok) && !is_of_other(c, contact, at) && !(is(contact->type, "statement") && bg_claims__is_said(c, s, at->tok))) take(c, contact, at);
    }
}

/* A visit that the sentence tells, on which one of the contact's people is, to one of its states. */
static const bg_contact *journey_in(const bg_claims *c, const bg_contact *contact, uint32_t sentence) {
    const bg_sentence *s = &c->text->sentences.items[sentence];
    for (size_t i = 0; i < c->contacts.count && i < BG_CONTACTS_NEAR; i++) {
        const bg_contact *visit = &c->contacts.items[i];
        if (!is(visit->type, "visit") || visit->merged != BG_NONE || visit->bare || visit->planned || !visit->place || !visit->place_side || visit->tour) continue;
        if (visit->side_count != 2 || !bg_contact__has_side(contact, visit->place_side) || !bg_contact__shares_person(c, visit, contact)) continue;
        if (!bg_contact__tells_of(visit, sentence) || bg_contact__is_ended(c, visit, s) || bg_text__any(c->text, s->tok, s->end, CLASS_SINCE)) continue;
        return visit;
    }
    return NULL;
}

/* "Trong khuôn khổ chuyến thăm chính thức X, A hội kiến B": where they met, for want of a place of its own. */
static void place_of_journey(const bg_claims *c, bg_contact *contact) {
    for (size_t i = 0; i < contact->evidence.count && !contact->place; i++) {
        uint32_t sentence = contact->evidence.items[i];
        const bg_sentence *s = &c->text->sentences.items[sentence];
        const bg_contact *visit = s->title || s->caption || c->body_before[sentence] >= EVIDENCE_SENTENCES ? NULL : journey_in(c, contact, sentence);
        if (visit) contact->place = visit->place, contact->place_span = visit->place_span, contact->place_state = visit->place_state, contact->wide = visit->wide;
    }
}

/* In the sentences that tell of the page's contact, captions last, else in the opening. */
void bg_contact__add_place(const bg_claims *c, bg_contact *contact) {
    if (is(contact->type, "visit") || is(contact->type, "call") || is(contact->type, "letter")) return;
    for (int captions = 0; captions < 2; captions++)
        for (size_t i = 0; i < contact->evidence.count; i++) {
            const bg_sentence *s = &c->text->sentences.items[contact->evidence.items[i]];
            bool early = c->body_before[contact->evidence.items[i]] < EVIDENCE_SENTENCES;
            if (s->caption == (bool)captions && (captions || early)) any_place(c, contact, s);
        }
    unsigned body = 0;
    for (size_t i = 0; i < c->text->sentences.count && body < PLACE_SENTENCES; i++) {
        const bg_sentence *s = &c->text->sentences.items[i];
        if (s->title || s->caption || s->heading) continue;
        body++;
        any_place(c, contact, s);
    }
    for (size_t i = 0; i < c->text->sentences.count && c->text->sentences.items[i].title; i++) any_place(c, contact, &c->text->sentences.items[i]);
    if (!contact->planned && !is(contact->type, "aid") && !is(contact->type, "award")) place_of_journey(c, contact);
}
