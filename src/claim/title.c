/* title: what the page's title says of its contacts: whom it names, whether it asks or weighs, whether a state speaks in it. */
#include "claim.h"

#define TITLE_REACH 20 /* sentences within which the title stands */

const bg_sentence *bg_title__find(const bg_claims *c) {
    for (size_t i = 0; i < c->text->sentences.count && i < TITLE_REACH; i++)
        if (c->text->sentences.items[i].title) return &c->text->sentences.items[i];
    return NULL;
}

/* Does the title name a person or a side of the contact? */
bool bg_title__names(const bg_claims *c, const bg_sentence *title, const bg_contact *contact) {
    for (uint32_t tok = title->tok; tok < title->end; tok++)
        for (uint32_t m = c->text->heads[tok]; m != BG_NONE; m = c->text->marks.items[m].next) {
            const bg_mark *mark = &c->text->marks.items[m];
            if (mark->klass == CLASS_WHO && mark->ref != BG_NONE && bg_contact__has_person(contact, mark->ref)) return true;
            const char *country = bg_mention__country(c->mentions, mark);
            for (unsigned i = 0; country && i < contact->side_count; i++)
                if (strcmp(country, contact->sides[i]) == 0) return true;
        }
    return false;
}

/* Does the title name two countries, or one and an organisation? */
bool bg_title__names_two(const bg_claims *c, const bg_sentence *title) {
    const char *first = NULL;
    for (uint32_t tok = title->tok; tok < title->end; tok++)
        for (uint32_t m = c->text->heads[tok]; m != BG_NONE; m = c->text->marks.items[m].next) {
            const char *country = bg_mention__country(c->mentions, &c->text->marks.items[m]);
            if (country && bg_claims__in_name(c, title, &c->text->marks.items[m])) continue;
            if (country && first && strcmp(country, first) != 0) return true;
            if (country) first = country;
        }
    return false;
}

/* Does it name each side of the contact? */
bool bg_title__names_sides(const bg_claims *c, const bg_sentence *title, const bg_contact *contact) {
    unsigned named = 0;
    for (unsigned i = 0; i < contact->side_count; i++) {
        bool found = false;
        for (uint32_t tok = title->tok; tok < title->end && !found; tok++)
            for (uint32_t m = c->text->heads[tok]; m != BG_NONE && !found; m = c->text->marks.items[m].next)
                found = is(bg_mention__country(c->mentions, &c->text->marks.items[m]), contact->sides[i]);
        named += found;
    }
    return named >= 2 && named == contact->side_count;
}

/* Does it name two states, not both of them sides of the contact? */
bool bg_title__names_others(const bg_claims *c, const bg_sentence *title, const bg_contact *contact) {
    bool other = false;
    for (uint32_t tok = title->tok; tok < title->end && !other; tok++)
        for (uint32_t m = c->text->heads[tok]; m != BG_NONE && !other; m = c->text->marks.items[m].next) {
            const char *country = bg_mention__country(c->mentions, &c->text->marks.items[m]);
            if (!country || strlen(country) != 2 || bg_claims__in_name(c, title, &c->text->marks.items[m])) continue;
            other = true;
            for (unsigned i = 0; i < contact->side_count; i++) other &= strcmp(country, contact->sides[i]) != 0;
        }
    return other && bg_title__names_two(c, title);
}

/* Of what kind the word or phrase of the title is that begins at the token and turns it aside; NULL: none. */
static const char *aside_at(const bg_claims *c, uint32_t tok) {
    uint32_t m = bg_text__at(c->text, tok, CLASS_TITLEASIDE);
    return m == BG_NONE ? NULL : bg_mark__get(c->text, &c->text->marks.items[m], KEY_VALUE);
}

/* "Tổng thống A: 'Đừng dồn chúng tôi vào thế khó'": the words behind are his, not the page's. */
static uint32_t own_end(const bg_claims *c, const bg_sentence *title) {
    for (uint32_t tok = title->tok; tok + 1 < title->end; tok++)
        if (bg_text__is_sign(c->text, tok, ':') && (bg_text__is_sign(c->text, tok + 1, '"') || bg_text__is_sign(c->text, tok + 1, '\''))) return tok;
    return title->end;
}

static bool has_aside(const bg_claims *c, const bg_sentence *title, const char *kind) {
    for (uint32_t tok = title ? title->tok : 0, end = title ? own_end(c, title) : 0; tok < end; tok++)
        if (is(aside_at(c, tok), kind)) return true;
    return false;
}

/* "A cam kết tiếp tục đối đầu B": the first token behind what one declares in the title, up to a colon; none: its first. */
static uint32_t declared_end(const bg_claims *c, const bg_sentence *title, uint32_t *from) {
    for (size_t i = 0; i < c->contacts.count && i < BG_CONTACTS_NEAR; i++) {
        const bg_contact *contact = &c->contacts.items[i];
        if (!contact->titled || &c->text->sentences.items[contact->sentence] != title) continue;
        *from = contact->trigger_end;
        for (uint32_t tok = *from; tok < title->end; tok++)
            if (bg_text__is_sign(c->text, tok, ':')) return tok;
        return title->end;
    }
    return *from = title->tok;
}

/* Does the title turn aside in words that are nobody's declared in it? */
static bool turns_aside(const bg_claims *c, const bg_sentence *title, const char *kind) {
    uint32_t from, behind = declared_end(c, title, &from);
    if (bg_title__asks(c, title)) from = behind; /* "A nói gì về B?" */
    for (uint32_t tok = title->tok, end = own_end(c, title); tok < end; tok++)
        if ((tok < from || tok >= behind) && is(aside_at(c, tok), kind)) return true;
    return false;
}

/* Does the title tell of a crime, a court or an accident? What officials say of it is seldom said to another state. */
bool bg_title__tells_incident(const bg_claims *c) { return has_aside(c, bg_title__find(c), "incident"); }

bool bg_title__wishes(const bg_claims *c) { return has_aside(c, bg_title__find(c), "wish"); }

/* Does the title tell what a guest does on the side of his journey? */
bool bg_title__tells_leisure(const bg_claims *c) { return has_aside(c, bg_title__find(c), "leisure"); }

/* Does the title say that the page weighs or explains, or tells something else? */
bool bg_title__weighs(const bg_claims *c) { return bg_title__count_asides(c) > 0; }

unsigned bg_title__count_asides(const bg_claims *c) {
    const bg_sentence *title = bg_title__find(c);
    unsigned n = 0;
    for (uint32_t tok = title ? title->tok : 0, end = title ? own_end(c, title) : 0; tok < end; tok++) {
        const char *kind = aside_at(c, tok);
        n += kind && !is(kind, "roundup") && !is(kind, "incident") && !is(kind, "press");
    }
    return n;
}

bool bg_title__is_roundup(const bg_claims *c) {
    const bg_sentence *title = bg_title__find(c);
    return title && is(aside_at(c, title->tok), "roundup");
}

/* "Tin nóng ngày 5/3: …", "… là những tin đáng chú ý trong ngày 5/3.": the day of the page, not that of any of its news. */
bool bg_title__is_page_day(const bg_claims *c, uint32_t date) {
    if (date == BG_NONE || !bg_title__is_roundup(c)) return false;
    const bg_date *d = &c->mentions->dates.items[date];
    for (size_t i = 0; i < c->text->sentences.count && !c->body_before[i]; i++) {
        const bg_sentence *s = &c->text->sentences.items[i];
        if (d->tok < s->tok || d->tok >= s->end) continue;
        return s->title || (!s->caption && d->end + 1 >= s->end);
    }
    return false;
}

bool bg_title__tells_others(const bg_claims *c, const bg_contact *contact) {
    return bg_title__is_roundup(c) && !bg_title__names(c, bg_title__find(c), contact);
}

/* "Tin nóng 5/3: …": the page tells many things in turn, this contact none of those that the title tells. */
bool bg_title__passes_over(const bg_claims *c, const bg_contact *contact) {
    const bg_sentence *title = bg_title__find(c);
    if (!bg_title__is_roundup(c) || contact->in_title) return false;
    bool whole = contact->side_count < 2 ? bg_title__names(c, title, contact) : bg_title__names_sides(c, title, contact);
    return !whole || bg_title__names_others(c, title, contact);
}

/* … that it weighs or explains, whatever it is about? "Báo Mỹ: …": somebody of the state says it, not the state. */
bool bg_title__explains(const bg_claims *c, const bg_sentence *title) { return turns_aside(c, title, "aside") || turns_aside(c, title, "press"); }

bool bg_title__asks(const bg_claims *c, const bg_sentence *title) {
    for (uint32_t tok = title->tok; tok < title->end; tok++)
        if (c->text->tokens.items[tok].flags & BG_TOK_PUNCT && c->text->tokens.items[tok].value == '?') return true;
    return false;
}

/* Does the title name a contact of the type, even without its parties: "Lễ ra mắt sách …"? Or tell of one: "… chia buồn"? */
bool bg_title__has_type(const bg_claims *c, const char *type) {
    const bg_sentence *title = bg_title__find(c);
    for (uint32_t tok = title ? title->tok : 0; title && tok < title->end; tok++) {
        uint32_t m = bg_text__at(c->text, tok, CLASS_TITLETYPE);
        if (m != BG_NONE && is(bg_mark__get(c->text, &c->text->marks.items[m], KEY_VALUE), type)) return true;
    }
    for (size_t i = 0; i < c->contacts.count && i < BG_CONTACTS_NEAR; i++) {
        const bg_contact *other = &c->contacts.items[i];
        if (c->text->sentences.items[other->sentence].title && other->bare && is(other->type, type)) return true;
    }
    return false;
}

#define TITLE_SUBJECT 3 /* words of the title before its subject */

static bool says_behind(const bg_claims *c, const bg_sentence *title, uint32_t tok) {
    if (tok < title->end && c->text->tokens.items[tok].flags & BG_TOK_PUNCT && c->text->tokens.items[tok].value == ':') return true;
    for (uint32_t i = tok; i < title->end && i < tok + TITLE_SUBJECT; i++)
        if (bg_text__at(c->text, i, CLASS_SAY) != BG_NONE) return true;
    return false;
}

/* "tại Mỹ", "ở thủ đô Lào"; with the other class "nếu Mỹ …", "nói về ông A". */
static bool is_behind(const bg_claims *c, uint32_t tok, uint32_t from, unsigned klass) {
    for (uint32_t b = tok; b > from && b + 3 > tok; b--)
        if (bg_text__at(c->text, b - 1, klass) != BG_NONE) return true;
    return false;
}

bool bg_title__opens_with(const bg_claims *c, const bg_sentence *title, const char *country) {
    for (uint32_t tok = title->tok; tok < title->end && tok < title->tok + TITLE_SUBJECT; tok++) {
        if (is_behind(c, tok, title->tok, CLASS_PRESS) || is_behind(c, tok, title->tok, CLASS_GOVERNS) || is_behind(c, tok, title->tok, CLASS_SAY)) return false;
        for (uint32_t m = c->text->heads[tok]; m != BG_NONE; m = c->text->marks.items[m].next) {
            const bg_mark *mark = &c->text->marks.items[m];
            if (mark->klass == CLASS_WHO || mark->klass == CLASS_SIDE) return is(bg_mention__country(c->mentions, mark), country);
        }
    }
    return false;
}

bool bg_title__speaks(const bg_claims *c, const bg_sentence *title, const char *country) {
    for (uint32_t tok = title->tok; tok < title->end && tok < title->tok + TITLE_SUBJECT; tok++)
        for (uint32_t m = c->text->heads[tok]; m != BG_NONE; m = c->text->marks.items[m].next) {
            const bg_mark *mark = &c->text->marks.items[m];
            bool party = mark->klass == CLASS_WHO || mark->klass == CLASS_SIDE;
            if (tok > title->tok && bg_text__at(c->text, tok - 1, CLASS_PRESS) != BG_NONE) continue; /* "Báo Nga nói …" */
            if (party && is(bg_mention__country(c->mentions, mark), country)) return says_behind(c, title, mark->end);
        }
    return false;
}

bool bg_title__keep_declarer(const bg_claims *c, bg_contact *contact) {
    unsigned kept = 0;
    uint32_t verb = c->text->tokens.items[contact->trigger].start;
    for (unsigned i = 0; i < contact->people_count; i++) {
        const bg_party_in *party = &contact->people[i];
        const bg_person *p = &c->mentions->people.items[party->person];
        bool speaks = party->span.end <= verb || contact->pressed;
        if (p->name && speaks && contact->titled && is(bg_person__country(p), contact->sides[0])) contact->people[kept++] = *party;
    }
    contact->people_count = kept;
    return kept > 0;
}

bool bg_title__is_inward(const bg_claims *c, uint32_t tok, uint32_t end) {
    for (; tok < end; tok++) {
        uint32_t m = bg_text__at(c->text, tok, CLASS_DECLARE);
        if (m != BG_NONE && bg_mark__get(c->text, &c->text->marks.items[m], KEY_INWARD)) return true;
    }
    return false;
}

/* "APEC": is met at, not spoken to. */
bool bg_title__is_forum(const bg_claims *c, uint32_t tok) {
    uint32_t org = bg_text__at(c->text, tok, CLASS_ORG);
    return org != BG_NONE && is(bg_mark__get(c->text, &c->text->marks.items[org], KEY_KIND), "forum");
}

#define MISSION_WORDS 4 /* of the longest word for a mission, or for those who work there */

/* "… vụ cháy ở B" is where; "… đại sứ quán ở B", "… nhà ngoại giao tại B" is what concerns B. */
static bool is_where(const bg_claims *c, const bg_sentence *title, uint32_t tok) {
    if (!is_behind(c, tok, title->tok, CLASS_ATPLACE)) return false;
    uint32_t body = bg_text__ends_at(c->text, title->tok, tok - 1, CLASS_BODY, MISSION_WORDS), who = bg_text__ends_at(c->text, title->tok, tok - 1, CLASS_PERSONNOUN, MISSION_WORDS);
    if (body != BG_NONE && is(bg_mark__get(c->text, bg_claims__mark(c, body), KEY_KIND), "mission")) return false;
    return who == BG_NONE || !is(bg_mark__get(c->text, bg_claims__mark(c, who), KEY_VALUE), "diplomat");
}

/* "… nếu B …", "… can thiệp vào B": it is not spoken to. "A dọa đáp trả nếu B …" is. */
static bool is_unaddressed(const bg_claims *c, const bg_sentence *title, uint32_t tok) {
    uint32_t m = bg_text__last(c->text, title->tok, tok, CLASS_UNADDRESSED);
    if (m == BG_NONE || !is_behind(c, tok, title->tok, CLASS_UNADDRESSED)) return false;
    bool under = is(bg_mark__get(c->text, bg_claims__mark(c, m), KEY_VALUE), "if");
    return !under || !bg_text__any(c->text, title->tok, tok, CLASS_THREAT);
}

/* The one party besides the contact's own that the title names behind the token, or NULL: none or several. */
static const bg_mark *only_party(const bg_claims *c, const bg_sentence *title, uint32_t tok, const bg_contact *contact) {
    const bg_mark *found = NULL;
    for (uint32_t covered = tok; tok < title->end; tok++)
        for (uint32_t m = c->text->heads[tok]; m != BG_NONE; m = c->text->marks.items[m].next) {
            const bg_mark *mark = &c->text->marks.items[m];
            const char *party = bg_mention__country(c->mentions, mark);
            if (!party || mark->end <= covered || bg_title__is_forum(c, tok) || bg_claims__in_name(c, title, mark) || is_where(c, title, tok)) continue;
            if (mark->klass == CLASS_COUNTRY) covered = mark->end; /* "Guinea" in "Papua New Guinea" */
            if (bg_contact__has_side(contact, party) || (found && is(party, bg_mention__country(c->mentions, found)))) continue;
            if (found && bg_side__is_everybodys(party)) continue; /* "B vi phạm nghị quyết LHQ" is said of B */
            if (found || is_unaddressed(c, title, tok)) return NULL;
            found = mark;
        }
    return found;
}

/* The first token at which the title names the party; where it names it nowhere, the title's first. */
static uint32_t first_naming(const bg_claims *c, const bg_sentence *title, const char *party) {
    for (uint32_t tok = title->tok; tok < title->end; tok++)
        for (uint32_t m = c->text->heads[tok]; m != BG_NONE; m = c->text->marks.items[m].next)
            if (is(bg_mention__country(c->mentions, &c->text->marks.items[m]), party)) return tok;
    return title->tok;
}

/* He answers for his state, whatever others have done. */
static bool is_spokesman(const bg_claims *c, const bg_contact *contact) {
    return contact->people_count && c->mentions->people.items[contact->people[0].person].spokesperson;
}

/* "B bắt blogger A", and below what A says of it: another state opens the title and acts; "Syria: …" is where. */
static const bg_mark *acts_first(const bg_claims *c, const bg_sentence *title, const bg_contact *contact) {
    uint32_t m = bg_text__at(c->text, title->tok, CLASS_SIDE);
    const bg_mark *mark = m == BG_NONE ? NULL : bg_claims__mark(c, m);
    const char *party = mark ? bg_mention__country(c->mentions, mark) : NULL;
    if (!party || mark->end + 1 >= title->end || !(c->text->tokens.items[mark->end].flags & BG_TOK_WORD)) return NULL;
    return bg_contact__has_side(contact, party) || bg_side__is_body(party) ? NULL : mark;
}

const bg_mark *bg_title__other_party(const bg_claims *c, const bg_contact *contact) {
    const bg_sentence *title = bg_title__find(c);
    if (bg_title__tells_others(c, contact)) return NULL;
    uint32_t from = !title ? 0 : is_spokesman(c, contact) ? title->tok : first_naming(c, title, contact->sides[0]);
    const bg_mark *other = title ? only_party(c, title, from, contact) : NULL;
    if (!other && title && !contact->titled && contact->side_count == 1) return acts_first(c, title, contact);
    return other && !bg_title__is_inward(c, from, other->tok) ? other : NULL;
}
