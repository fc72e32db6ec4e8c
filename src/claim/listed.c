/* listed: states and envoys that a page lists, whom words are addressed to, and who hosts. */
#include "complete.h"

#define LIST_LEAST 3 /* countries in a row that make a list of those who take part */

/* Token behind a row of countries that begins at `tok`; *count of them. */
static uint32_t row_of_countries(const bg_claims *c, uint32_t tok, uint32_t end, unsigned *count) {
    for (*count = 0; tok < end;) {
        uint32_t m = bg_text__at(c->text, tok, CLASS_COUNTRY);
        if (m == BG_NONE) break;
        ++*count;
        tok = c->text->marks.items[m].end;
        const bg_token *t = &c->text->tokens.items[tok];
        bool link = tok < end && ((t->flags & BG_TOK_PUNCT && t->value == ',') || bg_text__is(c->text, tok, CLASS_AND));
        if (!link) break;
        tok++;
    }
    return tok;
}

static bool names_type(const bg_claims *c, const char *type, uint32_t sentence) {
    for (size_t i = 0; i < c->contacts.count && i < BG_CONTACTS_NEAR; i++)
        if (c->contacts.items[i].sentence == sentence && is(c->contacts.items[i].type, type)) return true;
    return false;
}

/* The lead names a person and an organisation: of the many who attend the page tells of one. */
static bool leads_with_org(const bg_claims *c) {
    for (size_t i = 0; i < c->text->sentences.count; i++) {
        const bg_sentence *s = &c->text->sentences.items[i];
        if (!s->title && !s->caption && !s->heading)
            return bg_text__any(c->text, s->tok, s->end, CLASS_ORG) && bg_text__any(c->text, s->tok, s->end, CLASS_NAME);
    }
    return false;
}

/* "Phiên họp có sự tham dự của … 8 nước gồm: A, B, C …": all of them are sides of what many attend. */
void bg_contact__add_list(const bg_claims *c, bg_contact *contact) {
    bool many = is(contact->type, "conference") || is(contact->type, "committee_session") || is(contact->type, "credentials");
    if (!bg_contact__opens_page(c, contact) || !(many || is(contact->rule, "contact.convened"))) return;
    if (is(contact->type, "conference") && leads_with_org(c)) return;
    unsigned body = 0, count;
    for (uint32_t i = 0; i < c->text->sentences.count && body < 4; i++) {
        const bg_sentence *s = &c->text->sentences.items[i];
        body += !s->title && !s->caption;
        if (!names_type(c, contact->type, i)) continue;
        for (uint32_t tok = s->tok; tok < s->end; tok++) {
            uint32_t end = row_of_countries(c, tok, s->end, &count);
            bool listed = many || (tok > s->tok && bg_text__at(c->text, tok - 1, CLASS_LISTCUE) != BG_NONE); /* of talks that one called, a list told as such */
            for (uint32_t t = tok; t < end && count >= LIST_LEAST && listed; t++) {
                uint32_t m = bg_text__at(c->text, t, CLASS_COUNTRY);
                const bg_mark *mark = m == BG_NONE ? NULL : &c->text->marks.items[m];
                if (mark) bg_contact__add_side(contact, bg_mention__country(c->mentions, mark), bg_text__span(c->text, t, mark->end));
            }
            if (end > tok) tok = end - 1;
        }
    }
}

#define ENVOYS_REACH 6 /* sentences of the page within which those who present their letters are named */

/* "… tiếp các đại sứ trình quốc thư", then a list of them: each is a principal, each state a side. */
void bg_contact__add_envoys(const bg_claims *c, bg_contact *contact) {
    const char *host = contact->side_count == 1 ? contact->sides[0] : NULL;
    unsigned body = 0;
    if (!is(contact->type, "credentials") || !host || contact->merged != BG_NONE || contact->told || !bg_contact__opens_page(c, contact)) return;
    for (size_t i = 0; i < c->text->sentences.count && body < ENVOYS_REACH; i++) {
        const bg_sentence *s = &c->text->sentences.items[i];
        body += !s->title && !s->caption;
        for (uint32_t tok = s->tok; tok < s->end; tok++) {
            const bg_mark *mark = bg_contact__person_at(c, tok);
            if (!mark) continue;
            const bg_person *p = &c->mentions->people.items[mark->ref];
            if (p->name && !p->historic && !is(bg_person__country(p), host)) bg_contact__take(c, contact, mark, "participant");
            tok = mark->end - 1;
        }
    }
}

#define ADDRESS_REACH 6 /* sentences of the page within which a statement names whom it is for */

#define ADDRESSEE_REACH 6 /* words of the content in which the state addressed stands */

/* The state that the first words name. */
static const bg_mark *state_near(const bg_claims *c, uint32_t tok, uint32_t end) {
    for (uint32_t i = tok; i < end && i < tok + ADDRESSEE_REACH; i++) {
        uint32_t m = bg_text__at(c->text, i, CLASS_SIDE);
        const char *state = m == BG_NONE ? NULL : bg_mention__country(c->mentions, &c->text->marks.items[m]);
        if (state && !bg_side__is_body(state)) return &c->text->marks.items[m];
    }
    return NULL;
}

#define STATE_WORDS 5 /* of the longest name of a state */

/* "Hàn Quốc và Triều Tiên" from the first of them on. */
static void add_row_of_states(const bg_claims *c, bg_contact *contact, const bg_mark *first, uint32_t end) {
    unsigned count;
    bg_contact__add_side(contact, bg_mention__country(c->mentions, first), bg_text__span(c->text, first->tok, first->end));
    for (uint32_t i = first->tok, last = row_of_countries(c, i, end, &count); i < last; i++) {
        uint32_t m = bg_text__at(c->text, i, CLASS_COUNTRY);
        const bg_mark *mark = m == BG_NONE ? NULL : &c->text->marks.items[m];
        if (mark) bg_contact__add_side(contact, bg_mention__country(c->mentions, mark), bg_text__span(c->text, i, mark->end));
    }
}

void bg_contact__add_addressees(const bg_claims *c, bg_contact *contact) {
    const bg_sentence *title = bg_title__find(c);
    if (title && bg_title__is_inward(c, title->tok, title->end)) return;
    for (size_t i = 0; i < c->sayings.count && c->sayings.items[i].sentence < ADDRESS_REACH; i++) {
        const bg_saying *s = &c->sayings.items[i];
        bool own = s->speaker.kind == BG_SPEAKER_ENTITY ? bg_contact__has_person(contact, s->speaker.entity)
                                                        : s->speaker.kind == BG_SPEAKER_SIDE && is(s->speaker.side, contact->sides[0]);
        const bg_mark *to = own && bg_act__is(s->act, BG_ACT_ADDRESSED) ? state_near(c, s->tok, s->end) : NULL;
        if (to) add_row_of_states(c, contact, to, s->end);
    }
}

/* "… biên giới A - B": the state of the pair that ends in the mark. */
static const bg_mark *first_of_pair(const bg_claims *c, const bg_mark *second) {
    if (second->tok < 2 || !(bg_text__is_sign(c->text, second->tok - 1, '-') || bg_text__is_sign(c->text, second->tok - 1, 0x2013))) return NULL;
    uint32_t m = bg_text__ends_at(c->text, 0, second->tok - 1, CLASS_COUNTRY, STATE_WORDS);
    return m == BG_NONE ? NULL : &c->text->marks.items[m];
}

void bg_contact__add_spoken_of(const bg_claims *c, bg_contact *statement) {
    const bg_mark *other = bg_title__other_party(c, statement), *pair = other ? first_of_pair(c, other) : NULL;
    if (pair) bg_contact__add_side(statement, bg_mention__country(c->mentions, pair), bg_text__span(c->text, pair->tok, pair->end));
    if (other) bg_contact__add_side(statement, bg_mention__country(c->mentions, other), bg_text__span(c->text, other->tok, other->end));
}

#define GUESTS 2 /* states that come to a ceremony of a third */

/* The mark of the class whose words begin at the byte; NULL = none. */
static const bg_mark *mark_from(const bg_claims *c, size_t start, unsigned klass) {
    for (uint32_t tok = 0; tok < c->text->tokens.count; tok++) {
        if (c->text->tokens.items[tok].start != start) continue;
        uint32_t m = bg_text__at(c->text, tok, klass);
        return m == BG_NONE ? NULL : &c->text->marks.items[m];
    }
    return NULL;
}

static const bg_mark *place_mark(const bg_claims *c, size_t start) {
    const bg_mark *place = mark_from(c, start, CLASS_PLACE);
    return place ? place : mark_from(c, start, CLASS_COUNTRY);
}

/* An organisation with a house of its own holds its conferences itself, wherever they are; of some the state that has the chair does. */
static bool holds_itself(const bg_claims *c, const bg_contact *conference, unsigned side) {
    const bg_mark *org = !bg_side__is_body(conference->sides[side]) ? NULL : mark_from(c, conference->side_spans[side].start, CLASS_ORG);
    return org && !bg_mark__get(c->text, org, KEY_BY);
}

/* A ceremony of few guests, a conference of one or of an organisation alone is held by the state where it takes place. */
void bg_contact__add_host(const bg_claims *c, bg_contact *contact) {
    bool ceremony = is(contact->type, "ceremony"), own = false;
    unsigned states = 0;
    for (unsigned i = 0; i < contact->side_count; i++) states += !bg_side__is_body(contact->sides[i]), own |= holds_itself(c, contact, i);
    if (!(is(contact->type, "conference") || ceremony) || !contact->place || states > (ceremony ? GUESTS : 1)) return;
    if ((!ceremony && states && own) || is(contact->rule, "contact.org-meets") || is(contact->rule, "contact.org-votes")) return;
    const bg_mark *place = place_mark(c, contact->place_span.start);
    const char *host = place ? bg_mention__country(c->mentions, place) : NULL;
    if (host && !bg_side__is_body(host)) bg_contact__add_side(contact, host, contact->place_span);
}
