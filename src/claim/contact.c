/* contact: the marks of level "contact" → contacts, sentence by sentence; what every file asks of a contact. */
#include "contact.h"

#define CONTACTS_LEAST 8 /* room for so many at first */

bool bg_claims__note(bg_claims *claims, uint32_t tok, uint32_t end, const char *reason) {
    bg_note *note = BG_PUSH(claims->text->arena, &claims->notes);
    if (note) *note = (bg_note){bg_text__span(claims->text, tok, end), reason};
    return note != NULL;
}

/* Contacts are large, so new ones are not zeroed first. */
bg_contact *bg_contact__add(bg_claims *claims, const bg_contact *contact) {
    size_t count = claims->contacts.count;
    if (count == claims->contacts.room && !BG_RESERVE(claims->text->arena, &claims->contacts, count ? count * 2 : CONTACTS_LEAST)) return NULL;
    claims->contacts.items[claims->contacts.count++] = *contact;
    return &claims->contacts.items[count];
}

bool bg_contact__add_side(bg_contact *contact, const char *side, bg_span span) {
    if (!side) return false;
    for (unsigned i = 0; i < contact->side_count; i++)
        if (strcmp(contact->sides[i], side) == 0) return false;
    if (contact->side_count == BG_SIDES_MAX) return false;
    contact->side_spans[contact->side_count] = span;
    contact->sides[contact->side_count++] = side;
    return true;
}

bool bg_contact__has_person(const bg_contact *contact, uint32_t person) {
    for (unsigned i = 0; i < contact->people_count; i++)
        if (contact->people[i].person == person) return true;
    return false;
}

bool bg_contact__has_side(const bg_contact *contact, const char *side) {
    for (unsigned i = 0; i < contact->side_count; i++)
        if (is(contact->sides[i], side)) return true;
    return false;
}

unsigned bg_contact__shared_sides(const bg_contact *a, const bg_contact *b) {
    unsigned n = 0;
    for (unsigned i = 0; i < a->side_count; i++) n += bg_contact__has_side(b, a->sides[i]);
    return n;
}

bool bg_contact__same_sides(const bg_contact *a, const bg_contact *b) {
    return a->side_count == b->side_count && bg_contact__shared_sides(a, b) == a->side_count;
}

const bg_date *bg_contact__date(const bg_claims *claims, const bg_contact *contact) {
    return contact->date == BG_NONE ? NULL : &claims->mentions->dates.items[contact->date];
}

/* How much a reading of a naming word tells; the best of all rules that used the word stays. */
static int worth(const bg_contact *c) {
    bool fellows = c->people_count == 2 && c->side_count == 1 && c->object < c->trigger && bg_type__is(c->type, BG_TYPE_OF_TWO); /* "… B và C, gặp D" */
    return (fellows ? -3 : 0) + (int)c->people_count * 4 + (int)c->side_count * 2 - (c->partial ? 3 : 0) - (c->bare ? 4 : 0) - (int)(c->end - c->tok) / 16;
}

/* "A dự Diễn đàn B – C": one reading has who acts, the other the states that the name of the contact tells, his among them. */
static bool tells_actor(const bg_contact *one, const bg_contact *names) {
    if (is(one->link, "self") && !one->people_count && !one->side_count) return names->nominal && !names->people_count && names->side_count >= 2 && is(one->type, names->type);
    bool partial = one->partial || is(one->type, "conference"); /* "A dự hội nghị Lào - ASEAN" */
    if (one->people_count != 1 || one->side_count != 1 || !partial || one->nominal || names->people_count || names->side_count < 2) return false;
    for (unsigned i = 0; i < names->side_count; i++)
        if (is(names->sides[i], one->sides[0])) return is(one->type, names->type);
    return false;
}

/* Both readings in one. */
static bg_contact with_sides(const bg_contact *one, const bg_contact *names) {
    bg_contact both = *one;
    for (unsigned i = 0; i < names->side_count; i++) bg_contact__add_side(&both, names->sides[i], names->side_spans[i]);
    both.partial = one->link != NULL; /* whose subject is to be found */
    return both;
}

/* "dự Diễn đàn kinh tế thế giới": read from the verb, and from the name behind it. */
static bool is_attending(const bg_contact *verb, const bg_contact *name) {
    return is(verb->type, "conference") && is(name->type, "conference") && verb->trigger_end == name->trigger;
}

static bool keep(bg_claims *claims, const bg_contact *found, size_t first) {
    for (size_t i = first; i < claims->contacts.count; i++) {
        bg_contact *there = &claims->contacts.items[i];
        if (there->trigger != found->trigger && !is_attending(there, found) && !is_attending(found, there)) continue;
        bool tour = there->tour || found->tour, both = there->both || found->both;
        if (tells_actor(found, there)) *there = with_sides(found, there);
        else if (tells_actor(there, found)) *there = with_sides(there, found);
        else if (worth(found) > worth(there)) *there = *found;
        there->tour = tour && !there->place_side;
        there->both = both && !there->people_count; /* "hai lãnh đạo ra tuyên bố chung Việt Nam - Lào" */
        return true;
    }
    return bg_contact__add(claims, found) != NULL;
}

/* A verb of contact that no rule could give a party, where two that could be it are named: told as a note, neither guessed nor passed over. */
static bool note_unread(bg_claims *c, const bg_sentence *s, size_t first) {
    if (s->title || s->caption) return true;
    bool two = false;
    for (uint32_t tok = s->tok; (tok = bg_text__next(c->text, tok, s->end, CLASS_CONTACT)) < s->end; tok++) {
        uint32_t m = bg_text__at(c->text, tok, CLASS_CONTACT);
        if (m == BG_NONE || !is(bg_mark__get(c->text, bg_claims__mark(c, m), KEY_FORM), "verb") ||
            is(bg_mark__get(c->text, bg_claims__mark(c, m), KEY_WEAK), "yes")) continue;
        bool read = false;
        for (size_t i = first; i < c->contacts.count && !read; i++)
            read = c->contacts.items[i].trigger < bg_claims__mark(c, m)->end && c->contacts.items[i].trigger_end > tok;
        if (!read && !two && !(two = bg_title__names_two(c, s))) return true;
        if (!read && !bg_claims__note(c, tok, bg_claims__mark(c, m)->end, "contact.no-party")) return false;
        tok = bg_claims__mark(c, m)->end - 1;
    }
    return true;
}

/* "họp" within "họp báo": the longer word names another type. */
static bool is_within_other(const bg_claims *c, const bg_contact *contact, const bg_sentence *s) {
    uint32_t from = contact->trigger > s->tok + WORD_REACH ? contact->trigger - WORD_REACH : s->tok;
    for (uint32_t tok = from; (tok = bg_text__next(c->text, tok, contact->trigger + 1, CLASS_CONTACT)) <= contact->trigger; tok++)
        for (uint32_t m = c->text->heads[tok]; m != BG_NONE; m = c->text->marks.items[m].next) {
            const bg_mark *mark = bg_claims__mark(c, m);
            if (mark->klass != CLASS_CONTACT || mark->end < contact->trigger_end) continue;
            if (mark->end - mark->tok > contact->trigger_end - contact->trigger && !is(bg_mark__get(c->text, mark, KEY_VALUE), contact->type)) return true;
        }
    return false;
}

static bool has_stop(const bg_claims *c, uint32_t tok, uint32_t end) {
    for (; tok < end; tok++)
        if (bg_claims__is_stop(c, tok)) return true;
    return false;
}

/* "A tiếp B nhân dịp B trình Quốc thư": received for that, B met A only so. */
static void tell_credentials(bg_claims *c, size_t first) {
    for (size_t k = first; k < c->contacts.count; k++) {
        const bg_contact *letters = &c->contacts.items[k];
        for (size_t i = first; i < c->contacts.count && is(letters->type, "credentials") && !letters->nominal; i++) {
            bg_contact *received = &c->contacts.items[i];
            if (!is(received->type, "meeting") || received->trigger >= letters->trigger) continue;
            if (!has_stop(c, received->trigger, letters->trigger)) received->type = letters->type;
        }
    }
}

#define SPEAKS_FOR_STATE 4 /* rank: an ambassador, a deputy minister and above */

/* Whoever holds such an office makes a statement when he talks with the press. */
static bool tell_interview(const bg_claims *c, bg_contact *interview) {
    const bg_person *p = interview->people_count == 1 ? &c->mentions->people.items[interview->people[0].person] : NULL;
    if (!p || !p->name || !p->rank || p->rank > SPEAKS_FOR_STATE || !p->channel || is(p->channel, "people") || is(p->channel, "local")) return false;
    interview->type = "statement";
    return true;
}

/* "Trong cuộc điện đàm, A nói với B …": he told him there. */
static bool is_told_at(const bg_claims *c, const bg_contact *contact, const bg_sentence *s) {
    return bg_mark__get(c->text, bg_claims__mark(c, contact->fact), KEY_GENERIC) && bg_text__any(c->text, s->tok, contact->trigger, CLASS_CONTACT);
}

/* `levels`: that of contacts, and that of what states declare in a title. */
static bool sentence_contacts(bg_claims *claims, uint32_t sentence, const unsigned levels[2]) {
    bg_text *text = claims->text;
    const bg_sentence *s = &text->sentences.items[sentence];
    size_t first = claims->contacts.count;
    if (!bg_match__level(text, s, levels[0]) || (s->title && !bg_match__level(text, s, levels[1]))) return false;
    for (uint32_t tok = s->tok; (tok = bg_text__next(text, tok, s->end, CLASS_CONTACTFACT)) < s->end; tok++)
        for (uint32_t m = text->heads[tok]; m != BG_NONE; m = text->marks.items[m].next) {
            bg_contact found;
            if (text->marks.items[m].klass != CLASS_CONTACTFACT || bg_contact__is_of_witness(claims, &text->marks.items[m], s)) continue;
            bg_contact__read_words(claims, &found, m, sentence);
            if (is_within_other(claims, &found, s)) continue;
            if (bg_contact__is_denied(claims, &found, s) && !bg_contact__is_framed(claims, &found, s)) continue;
            if (is_told_at(claims, &found, s)) continue;
            if (bg_contact__is_interview(claims, &found, s) && !tell_interview(claims, &found)) continue;
            if (found.type && !keep(claims, &found, first)) return false;
        }
    for (size_t i = first; i < claims->contacts.count; i++) bg_contact__read_rest(claims, &claims->contacts.items[i]);
    bg_contact__share_subject(claims, first, s);
    bg_contact__join_stops(claims, first, s);
    tell_credentials(claims, first);
    for (size_t i = first, end = claims->contacts.count; i < end; i++)
        if (!bg_contact__add_meetings(claims, i, s) || !bg_contact__add_states(claims, i, s) || !bg_contact__add_visits(claims, i, s) || !bg_contact__add_visits_of_years(claims, i, s) || !bg_contact__split_letter(claims, i)) return false;
    for (size_t i = first, end = claims->contacts.count; i < end; i++)
        if (!bg_contact__add_years(claims, i, s) || !bg_contact__add_months(claims, i, s) || !bg_contact__add_papers(claims, i, s)) return false;
    bg_contact__add_fellows(claims, first, s);
    for (size_t i = first; i < claims->contacts.count; i++) {
        uint32_t *e = BG_PUSH(text->arena, &claims->contacts.items[i].evidence);
        if (!e) return false;
        *e = sentence;
    }
    return note_unread(claims, s, first);
}

bool bg_contact__find(bg_claims *claims) {
    const bg_data *data = claims->text->data;
    const unsigned levels[] = {bg_grammar__level(data, "contact"), bg_grammar__level(data, "declare")};
    for (uint32_t i = 0; i < claims->text->sentences.count; i++)
        if (!sentence_contacts(claims, i, levels)) return false;
    return bg_contact__find_spokesperson(claims);
}
