/* journey: the visit that a page is about whose titles and sentences tell what was done on it. */
#include "choose.h"

#define GUEST_RANK 3

/* Does the title name somebody with an office who is on the journey, up to the token? */
static bool title_names_guest(const bg_claims *c, const bg_sentence *title, const bg_contact *visit, uint32_t end) {
    for (unsigned i = 0; i < visit->people_count; i++) {
        const bg_person *p = &c->mentions->people.items[visit->people[i].person];
        if (!p->name || !p->rank || p->rank > GUEST_RANK || !is(visit->people[i].role, "guest")) continue;
        for (uint32_t tok = title->tok; tok < end; tok++) {
            uint32_t m = bg_text__at(c->text, tok, CLASS_WHO);
            if (m != BG_NONE && c->text->marks.items[m].ref == visit->people[i].person) return true;
        }
    }
    return false;
}

#define ROUND 8 /* sentences of the body that tell whom a guest met in turn */
#define ROUND_TITLED 14 /* … of a guest whom the title names */
#define ROUND_LEAST 3 /* … so many contacts */
#define ARRIVES 2 /* sentences of the body in which a guest comes whom the title names */

static const bg_party_in *guest_in(const bg_contact *visit) {
    for (unsigned i = 0; i < visit->people_count; i++)
        if (is(visit->people[i].role, "guest")) return &visit->people[i];
    return NULL;
}

static unsigned met_in_turn(const bg_claims *c, uint32_t guest, unsigned reach) {
    unsigned n = 0;
    for (size_t i = 0; i < c->contacts.count && i < BG_CONTACTS_NEAR; i++) {
        const bg_contact *contact = &c->contacts.items[i];
        bool met = bg_type__is(contact->type, BG_TYPE_OF_TWO) || is(contact->type, "ceremony");
        n += met && contact->merged == BG_NONE && !contact->bare && bg_contact__position(c, contact) < reach && bg_contact__has_person(contact, guest);
    }
    return n;
}

/* Is it told as the page begins that a guest comes, before the contact? One whom the title names, though not for the contact, may come a sentence later. */
static bool begins_with_visit(const bg_claims *c, const bg_contact *visit, const bg_contact *best, bool titled) {
    const bg_sentence *s = &c->text->sentences.items[visit->sentence];
    if (!is(visit->type, "visit") || visit->nominal || visit->planned || visit->told || s->title || s->caption) return false;
    return c->body_before[visit->sentence] < (titled ? ARRIVES : 1) && c->body_before[visit->sentence] < bg_contact__position(c, best);
}

bg_contact *bg_contact__visit_around(const bg_claims *c, bg_contact *best) {
    const bg_sentence *title = bg_title__find(c);
    bool one = (bg_type__is(best->type, BG_TYPE_OF_TWO) || is(best->type, "ceremony")) && !best->in_title && !best->planned;
    one &= !bg_title__has_type(c, best->type) && !bg_title__has_type(c, "conference");
    for (size_t i = 0; i < c->contacts.count && i < BG_CONTACTS_NEAR && one; i++) {
        bg_contact *visit = &c->contacts.items[i];
        const bg_party_in *guest = guest_in(visit);
        bool titled = title && guest && title_names_guest(c, title, visit, title->end);
        if (!guest || !begins_with_visit(c, visit, best, titled)) continue;
        if (!visit->grade || !bg_contact__may_be_main(c, visit) || bg_contact__is_time_clause(c, visit) || bg_contact__of_past(c, visit)) continue;
        if (bg_contact__has_person(best, guest->person) && met_in_turn(c, guest->person, titled ? ROUND_TITLED : ROUND) >= ROUND_LEAST) return visit;
    }
    return best;
}

/* "A ăn phở ở phố cổ trong chuyến thăm B. A sẽ gặp lãnh đạo B": what the guest has still to do; "A và B nhất trí … nhân chuyến thăm của C": with whom. */
static bool goes_with_visit(const bg_claims *c, const bg_contact *best, const bg_contact *visit) {
    const bg_party_in *guest = guest_in(visit);
    if (!guest || !c->mentions->people.items[guest->person].name || !bg_contact__same_sides(visit, best)) return false;
    if (is(best->type, "statement")) return true;
    return bg_contact__has_person(best, guest->person) && bg_contact__position(c, visit) < bg_contact__position(c, best) + !best->planned;
}

/* "A và B nhất trí", "A và B ra tuyên bố chung": what states say together, read by one of these rules. */
static bool is_joint_words(const bg_contact *words) {
    static const char *const rules[] = {"contact.declares-agreed", "contact.declares-joint", "contact.who-and-who", "contact.states-declare"};
    for (size_t i = 0; i < BG_COUNT(rules); i++)
        if (is(words->rule, rules[i])) return true;
    return false;
}

bg_contact *bg_contact__visit_of(const bg_claims *c, bg_contact *best) {
    bool still = best->planned && !best->in_title && bg_type__is(best->type, BG_TYPE_OF_TWO), alone = bg_contact__named_people(c, best) < 2;
    bool strolls = bg_title__tells_leisure(c) && is(best->type, "meeting") && !best->planned && best->partner == BG_NONE && alone; /* "A đi dạo", with nobody */
    bool agreed = is(best->type, "statement") && !best->people_count && best->side_count == 2 && is_joint_words(best);
    for (size_t i = 0; i < c->contacts.count && i < BG_CONTACTS_NEAR && (still || agreed || strolls); i++) {
        bg_contact *visit = &c->contacts.items[i];
        if (!is(visit->type, "visit") || visit->merged != BG_NONE || visit->bare || visit->planned || visit->many || bg_contact__of_past(c, visit)) continue;
        if (still && visit->in_title && bg_contact__same_sides(visit, best)) return visit; /* "A thăm B" heads the page */
        if ((still && !alone) || bg_contact__position(c, visit) > 1 || !goes_with_visit(c, best, visit)) continue;
        if (strolls && visit->date == BG_NONE) visit->date = best->date;
        return visit;
    }
    return best;
}

#define JOURNEY_REACH 16 /* sentences of the body within which the journey is told that a page is about */

#define COMES 2 /* sentences of the body in which it is told that a guest comes, whatever the title asks */

/* "A hôm nay tới X, bắt đầu chuyến thăm", under "A muốn gì ở X": told by a verb with its day as the page begins. */
static bool is_reported_visit(const bg_claims *c, const bg_sentence *title, const bg_contact *visit) {
    const bg_date *d = bg_contact__date(c, visit);
    if (!bg_title__names_sides(c, title, visit) || !title_names_guest(c, title, visit, title->tok + 1) || bg_text__any(c->text, title->tok, title->end, CLASS_KIN)) return false;
    return (!visit->nominal || visit->takes_place) && !visit->told && !visit->planned && d && d->day && bg_contact__position(c, visit) < COMES;
}

static bool is_journey(const bg_claims *c, const bg_sentence *title, const bg_contact *visit) {
    if (!is(visit->type, "visit") || visit->merged != BG_NONE || visit->bare || visit->side_count != 2 || visit->many || visit->in_caption) return false;
    if (bg_title__names_others(c, title, visit)) return false;
    if (bg_contact__position(c, visit) >= JOURNEY_REACH || bg_contact__of_past(c, visit) || bg_contact__has_historic(c, visit)) return false;
    const bg_date *d = bg_contact__date(c, visit);
    return !(d && d->year && !d->day) && title_names_guest(c, title, visit, title->end);
}

bg_contact *bg_claims__journey_of_title(bg_claims *c) {
    const bg_sentence *title = bg_title__find(c);
    if (!title) return NULL;
    bool leisure = bg_title__tells_leisure(c), weighs = bg_title__asks(c, title) || (!leisure && bg_claims__onlookers_speak(c));
    bool aside = !leisure && (bg_title__weighs(c) || bg_text__any(c->text, title->tok, title->end, CLASS_DECLARE)); /* he does something else */
    for (size_t i = 0; i < c->contacts.count && i < BG_CONTACTS_NEAR && !weighs; i++) {
        bg_contact *visit = &c->contacts.items[i];
        if (is_journey(c, title, visit) && (!aside || visit->about || is_reported_visit(c, title, visit))) return visit;
    }
    return NULL;
}
