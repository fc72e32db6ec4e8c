/* contact: marks of level "contact" → one bg_contact for each word that names a contact, with parties, date and place. */
#include "when.h"

#define CONTACTS_LEAST 8 /* room for so many at first */
#define OPENING 5 /* words that open a sentence */
#define WORD_REACH 5 /* words of an entry before its part that is an entry of its own */
#define ROW_ITEM 16 /* words of an item of a row */
#define VERB_REACH 16 /* words between a day and the noun that is the object of its verb */
#define NOUN_REACH 30 /* words behind a noun within which its date stands */

static const bg_mark *mark_at(const bg_claims *c, uint32_t index) { return &c->text->marks.items[index]; }

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

/* ---- parties */

static void add_person(const bg_claims *c, bg_contact *contact, const bg_mark *who, const char *role) {
    if (who->ref == BG_NONE || contact->people_count == BG_PEOPLE_MAX || bg_contact__has_person(contact, who->ref)) return;
    if (bg_person__only_tells(&c->mentions->people.items[who->ref]) && bg_type__is(contact->type, BG_TYPE_OF_TWO)) return;
    bg_span span = bg_text__span(c->text, who->tok, who->end);
    contact->people[contact->people_count++] = (bg_party_in){who->ref, role, span};
    bg_contact__add_side(contact, bg_person__country(&c->mentions->people.items[who->ref]), span);
}

void bg_contact__add_party(const bg_claims *c, bg_contact *contact, const bg_mark *party, const char *role) {
    if (party->klass == CLASS_WHO) add_person(c, contact, party, role);
    else bg_contact__add_side(contact, bg_mention__country(c->mentions, party), bg_text__span(c->text, party->tok, party->end));
}

static const bg_mark *captured(const bg_claims *c, const bg_mark *fact, uint32_t name) {
    const bg_capture *cap = bg_mark__capture(c->text, fact, name);
    return cap && cap->mark != BG_NONE ? mark_at(c, cap->mark) : NULL;
}

/* Who does what to whom: the subject of a verb of receiving is host, of visiting guest, of writing sender. */
static void roles(const char *role, const char *type, const char **a, const char **b) {
    *a = *b = "participant";
    if (bg_type__is(type, BG_TYPE_SENT)) *a = "sender", *b = "recipient";
    else if (is(role, "host")) *a = "host", *b = "guest";
    else if (is(role, "guest") || is(type, "visit")) *a = "guest", *b = "host";
}

static bool is_stop(const bg_claims *c, uint32_t tok) {
    const bg_token *t = &c->text->tokens.items[tok];
    return t->flags & BG_TOK_PUNCT && t->value == ';';
}

bool bg_claims__has_punct(const bg_claims *c, uint32_t tok, uint32_t end) {
    for (uint32_t i = tok; i < end; i++)
        if (c->text->tokens.items[i].flags & BG_TOK_PUNCT) return true;
    return false;
}

bool bg_contact__is_link(const bg_claims *c, uint32_t tok) {
    const bg_token *t = &c->text->tokens.items[tok];
    if (t->flags & BG_TOK_PUNCT) return t->value == ',' || t->value == ';';
    return bg_text__is(c->text, tok, CLASS_AND);
}

/* Token after the semicolon that ends an item of a row ("A, Cục trưởng Cục X; Ngài B"); `end` if there is none near. */
static uint32_t next_item(const bg_claims *c, uint32_t tok, uint32_t end) {
    for (uint32_t i = tok; i < end && i < tok + ROW_ITEM; i++)
        if (is_stop(c, i)) return i + 1;
    return end;
}

/* Of one country, as far as the page tells. */
static bool same_country(const bg_claims *c, const bg_mark *a, const bg_mark *b) {
    const char *x = bg_mention__country(c->mentions, a), *y = bg_mention__country(c->mentions, b);
    return !x || !y || strcmp(x, y) == 0;
}

const bg_mark *bg_contact__next_in_row(const bg_claims *c, const bg_mark *last, uint32_t end) {
    uint32_t i = last->end, next;
    if (i + 1 >= end || !bg_contact__is_link(c, i)) return NULL;
    next = bg_text__at(c->text, i + 1, CLASS_WHO);
    if (next == BG_NONE && (i = next_item(c, i + 1, end)) < end) next = bg_text__at(c->text, i, CLASS_WHO);
    if (next == BG_NONE || (is_stop(c, last->end) && !same_country(c, last, mark_at(c, next)))) return NULL; /* a clause of its own */
    return mark_at(c, next);
}

/* Who stands in a row: "… tới Tổng Bí thư X, Chủ tịch nước Y và Thủ tướng Z". One of the state of `apart` begins a clause of his own. */
static void add_row(const bg_claims *c, bg_contact *contact, const bg_mark *last, const bg_mark *apart, const char *role, uint32_t end) {
    const char *state = apart ? bg_mention__country(c->mentions, apart) : NULL;
    for (const bg_mark *next; (next = bg_contact__next_in_row(c, last, end)); last = next) {
        if (state && is(bg_mention__country(c->mentions, next), state)) return;
        add_person(c, contact, next, role);
    }
}

/* Does a verb of writing, or of any contact, stand before the token in its sentence? */
static bool follows_contact(const bg_claims *c, uint32_t tok, uint32_t from, bool any) {
    for (uint32_t i = from; i < tok; i++) {
        uint32_t m = bg_text__at(c->text, i, CLASS_CONTACT);
        if (m == BG_NONE || !is(bg_mark__get(c->text, mark_at(c, m), KEY_FORM), "verb")) continue;
        if (any || is(bg_mark__get(c->text, mark_at(c, m), KEY_VALUE), "letter")) return true;
    }
    return false;
}

/* … and several senders before the verb. */
static void add_row_before(const bg_claims *c, bg_contact *contact, const bg_mark *first, const char *role, uint32_t from) {
    for (uint32_t i = first->tok; i > from + 1;) {
        if (!bg_contact__is_link(c, i - 1)) return;
        uint32_t found = BG_NONE;
        for (uint32_t t = from; t + 1 < i && found == BG_NONE; t++) {
            uint32_t m = bg_text__at(c->text, t, CLASS_WHO);
            if (m != BG_NONE && mark_at(c, m)->end == i - 1) found = m;
        }
        if (found == BG_NONE) return;
        if (!same_country(c, mark_at(c, found), first) && follows_contact(c, mark_at(c, found)->tok, from, is_stop(c, i - 1))) return;
        add_person(c, contact, mark_at(c, found), role);
        i = mark_at(c, found)->tok;
    }
}

/* "A và phu nhân B thăm …": of two subjects of one country the second comes along. */
static bool is_companion(const bg_claims *c, const bg_mark *fact, const bg_mark *a, const bg_mark *b) {
    if (!is(bg_mark__get(c->text, fact, KEY_PAIR), "yes") || !a || is(bg_mark__get(c->text, fact, KEY_TYPE), "letter")) return false;
    const char *x = bg_mention__country(c->mentions, a), *y = bg_mention__country(c->mentions, b);
    if (!x || !y || strcmp(x, y) != 0) return false;
    const bg_capture *o = bg_mark__capture(c->text, b, KEY_O); /* two ministers of one state are two */
    return !o || o->mark == BG_NONE || b->ref == BG_NONE || !c->mentions->people.items[b->ref].rank;
}

/* A person, a body or a state at the token; NULL = none. */
static const bg_mark *anybody_at(const bg_claims *c, uint32_t tok) {
    static const unsigned classes[] = {CLASS_WHO, CLASS_SIDE, CLASS_COUNTRY, CLASS_COUNTRYSHORT};
    for (size_t i = 0; i < BG_COUNT(classes); i++) {
        uint32_t m = bg_text__at(c->text, tok, classes[i]);
        if (m != BG_NONE && bg_mention__country(c->mentions, mark_at(c, m))) return mark_at(c, m);
    }
    return NULL;
}

/* "… kêu gọi Tổng thống A và B", "… chúc mừng Hàn - Triều": the states of all who are addressed. */
static void add_addressed(const bg_claims *c, bg_contact *contact, const bg_mark *last, uint32_t end) {
    while (last && last->end + 1 < end) {
        const bg_token *t = &c->text->tokens.items[last->end];
        bool dash = t->flags & BG_TOK_PUNCT && (t->value == '-' || t->value == 0x2013);
        last = dash || bg_contact__is_link(c, last->end) ? anybody_at(c, last->end + 1) : NULL;
        if (last) bg_contact__add_side(contact, bg_mention__country(c->mentions, last), bg_text__span(c->text, last->tok, last->end));
    }
}

/* "… gửi thông điệp cho Lào, Peru và Cuba": a row that "và" closes; one that it does not may be a clause of its own, but for a title. */
static void add_row_of_states(const bg_claims *c, bg_contact *contact, const bg_mark *first, const bg_sentence *s) {
    const bg_mark *row[BG_SIDES_MAX];
    unsigned count = 0;
    bool closed = false;
    for (const bg_mark *last = first; !closed && count < BG_SIDES_MAX && last->end + 1 < s->end && bg_contact__is_link(c, last->end); last = row[count++]) {
        uint32_t m = bg_text__at(c->text, last->end + 1, CLASS_SIDE);
        if (m == BG_NONE) return;
        row[count] = mark_at(c, m);
        closed = bg_text__is(c->text, last->end, CLASS_AND) || (s->title && (row[count]->end == s->end || bg_claims__has_punct(c, row[count]->end, row[count]->end + 1)));
    }
    for (unsigned i = 0; i < count && closed; i++)
        bg_contact__add_side(contact, bg_mention__country(c->mentions, row[i]), bg_text__span(c->text, row[i]->tok, row[i]->end));
}

#define INVITE_WORDS 5 /* the longest word of inviting, and "của" */

/* "lời mời của B tới thăm C": B stays at home. */
static bool is_inviter(const bg_claims *c, const bg_mark *fact, const bg_mark *a, const bg_sentence *s) {
    if (!a || !is(bg_mark__get(c->text, fact, KEY_TYPE), "visit") || a->tok < 2 || !bg_text__is(c->text, a->tok - 1, CLASS_OF)) return false;
    uint32_t from = a->tok > s->tok + INVITE_WORDS ? a->tok - INVITE_WORDS : s->tok;
    for (uint32_t m = bg_text__first(c->text, from, a->tok, CLASS_INVITATION); m != BG_NONE; m = bg_text__after(c->text, m, a->tok, CLASS_INVITATION))
        if (mark_at(c, m)->end + 1 == a->tok) return true;
    return false;
}

#define WITNESS_WORDS 5 /* the longest word for it, and "của" */

/* "trước sự chứng kiến của C, A và B ký …": C only looked on; another reading begins with A. */
static bool is_of_witness(const bg_claims *c, const bg_mark *fact, const bg_sentence *s) {
    const bg_mark *a = captured(c, fact, KEY_A);
    if (!a || a->tok < s->tok + 2 || !bg_text__is(c->text, a->tok - 1, CLASS_OF)) return false;
    uint32_t from = a->tok > s->tok + WITNESS_WORDS ? a->tok - WITNESS_WORDS : s->tok;
    for (uint32_t m = bg_text__first(c->text, from, a->tok, CLASS_WITNESS); m != BG_NONE; m = bg_text__after(c->text, m, a->tok, CLASS_WITNESS))
        if (mark_at(c, m)->end + 1 == a->tok) return true;
    return false;
}

/* "tại Nga, A gặp B", "các vấn đề về Mỹ, đã gặp B", "sau Hội nghị ASEAN, A thăm B": a state that tells where, of what, or whose conference. */
static bool is_circumstance(const bg_claims *c, const bg_mark *a, const bg_sentence *s) {
    if (!a || a->klass != CLASS_SIDE || a->tok == s->tok) return false;
    uint32_t from = a->tok > s->tok + WORD_REACH ? a->tok - WORD_REACH : s->tok;
    uint32_t governs = bg_text__at(c->text, a->tok - 1, CLASS_GOVERNS);
    if (governs != BG_NONE) return is(bg_mark__get(c->text, mark_at(c, governs), KEY_VALUE), "where");
    for (uint32_t m = bg_text__first(c->text, from, a->tok, CLASS_CONTACT); m != BG_NONE; m = bg_text__after(c->text, m, a->tok, CLASS_CONTACT))
        if (mark_at(c, m)->end == a->tok && is(bg_mark__get(c->text, mark_at(c, m), KEY_VALUE), "conference")) return true;
    return false;
}

#define INSTEAD_WORDS 6 /* of the longest word before those for whom another one acts, and one of respect */

/* "A, Thứ trưởng, thay mặt B trao …": it is A who acts; `b` itself if it stands for itself, NULL if the sentence names nobody else. */
static const bg_mark *who_acts(const bg_claims *c, const bg_mark *b, const bg_sentence *s) {
    if (!b || b->tok == s->tok) return b;
    uint32_t from = b->tok > s->tok + INSTEAD_WORDS ? b->tok - INSTEAD_WORDS : s->tok, instead = BG_NONE;
    for (uint32_t m = bg_text__first(c->text, from, b->tok, CLASS_INSTEAD); m != BG_NONE; m = bg_text__after(c->text, m, b->tok, CLASS_INSTEAD))
        if (mark_at(c, m)->end == b->tok) instead = mark_at(c, m)->tok;
    if (instead == BG_NONE) return b;
    const bg_mark *found = NULL;
    for (uint32_t tok = s->tok; tok < instead; tok++) {
        uint32_t m = bg_text__at(c->text, tok, CLASS_WHO);
        if (m == BG_NONE || mark_at(c, m)->ref == BG_NONE) continue;
        found = mark_at(c, m);
        tok = found->end - 1;
    }
    return found;
}

/* "A, nhân vật thân cận của B, sẽ gặp C": B only tells who A is. */
static const bg_mark *told_by(const bg_claims *c, const bg_mark *b, const bg_sentence *s) {
    if (!b || b->klass != CLASS_WHO || b->tok == s->tok || b->end >= s->end || !bg_claims__is_comma(c, b->end) || !bg_text__is(c->text, b->tok - 1, CLASS_OF)) return b;
    uint32_t m = bg_text__first(c->text, s->tok, b->tok, CLASS_WHO);
    const bg_mark *a = m == BG_NONE ? NULL : mark_at(c, m);
    if (!a || a->ref == BG_NONE || a->end >= b->tok || !bg_claims__is_comma(c, a->end)) return b;
    return bg_text__any(c->text, a->end, b->tok, CLASS_SAY) || bg_text__any(c->text, a->end, b->tok, CLASS_HELD) || bg_text__any(c->text, a->end, b->tok, CLASS_PLANNED) ? b : a;
}

/* A town, not the country and not a house that is shown to the guest. */
static bool is_town(const bg_claims *c, const bg_mark *place) {
    const char *kind = bg_mark__get(c->text, place, KEY_KIND);
    return place->klass == CLASS_PLACE && (is(kind, "capital") || is(kind, "city") || is(kind, "province"));
}

/* "A và B thăm C", of two states. */
static bool is_two_guests(const bg_claims *c, const bg_contact *contact, const bg_mark *fact, const bg_mark *a, const bg_mark *b) {
    const char *x = a ? bg_mention__country(c->mentions, a) : NULL, *y = b ? bg_mention__country(c->mentions, b) : NULL;
    return is(contact->type, "visit") && is(bg_mark__get(c->text, fact, KEY_PAIR), "yes") && x && y && strcmp(x, y) != 0;
}

static void add_parties(const bg_claims *c, bg_contact *contact, const bg_mark *fact, const bg_sentence *s) {
    const bg_mark *a = captured(c, fact, KEY_A), *b = captured(c, fact, KEY_B), *t = captured(c, fact, KEY_T), *p = captured(c, fact, KEY_P);
    const char *role_a, *role_b;
    if (p && p->tok > 0 && c->text->tokens.items[p->tok - 1].flags & BG_TOK_PUNCT && c->text->tokens.items[p->tok - 1].value == ',') p = NULL; /* "Trong chuyến thăm, nước A …" */
    roles(t ? bg_mark__get(c->text, t, KEY_ROLE) : NULL, contact->type, &role_a, &role_b);
    if (p && is_two_guests(c, contact, fact, a, b)) role_b = role_a;
    if (a && bg_mention__spouse_of(c->mentions, a)) a = bg_mention__spouse_of(c->mentions, a); /* who comes along does not act alone */
    if (!contact->nominal) a = told_by(c, who_acts(c, a, s), s);
    if (!contact->nominal && is_inviter(c, fact, a, s)) a = NULL, contact->link = "self"; /* the guest acts before */
    bool behind = a && a->tok >= contact->trigger_end; /* "A nhận hàng cứu trợ từ B" */
    if (!contact->nominal && !behind && is_circumstance(c, a, s)) a = NULL, contact->link = b && b->klass == CLASS_WHO ? "object" : "self";
    if (a) bg_contact__add_party(c, contact, a, role_a);
    if (t && b && bg_mark__get(c->text, t, KEY_MOURNED)) { /* the dead are no party, their state is */
        bg_contact__add_side(contact, bg_mention__country(c->mentions, b), bg_text__span(c->text, b->tok, b->end));
        b = NULL;
    }
    if (b && !is_companion(c, fact, a, b)) bg_contact__add_party(c, contact, b, role_b);
    const bg_mark *third = captured(c, fact, KEY_B2);
    if (third) bg_contact__add_party(c, contact, third, role_b);
    bool by_body = (t && bg_mark__get(c->text, t, KEY_BY)) || bg_mark__get(c->text, fact, KEY_BY);
    if (a && a->klass == CLASS_SIDE && by_body) contact->body_side = bg_mention__country(c->mentions, a);
    contact->subject = a ? a->tok : BG_NONE;
    contact->object = b ? b->tok : p ? p->tok : BG_NONE;
    if ((a || contact->link) && b && b->klass == CLASS_WHO) contact->partner = b->tok;
    contact->attended = bg_mark__get(c->text, fact, KEY_ROW) != NULL;
    contact->led = bg_mark__get(c->text, fact, KEY_LED) != NULL;
    contact->speaks = bg_mark__get(c->text, fact, KEY_SPEAKS) != NULL;
    if (a && contact->attended) add_row(c, contact, a, NULL, role_a, s->end);
    if (is(contact->type, "letter")) {
        if (a && a->klass == CLASS_WHO) add_row_before(c, contact, a, role_a, s->tok);
        if (b && b->klass == CLASS_WHO) add_row(c, contact, b, a, role_b, s->end);
    }
    bool to_several = is(contact->type, "letter") || is(contact->type, "aid") || is(contact->type, "call");
    if (b && b->klass == CLASS_SIDE && to_several && !contact->nominal) add_row_of_states(c, contact, b, s);
    if (b && is(contact->type, "statement") && bg_mark__get(c->text, fact, KEY_DECLARES)) add_addressed(c, contact, b, s->end);
    static const uint32_t more[] = {KEY_P2, KEY_P3};
    for (size_t i = 0; i < BG_COUNT(more); i++) {
        const bg_mark *other = captured(c, fact, more[i]);
        if (other) bg_contact__add_party(c, contact, other, role_b);
    }
    if (!p) return;
    if (captured(c, fact, KEY_P3) && is(contact->type, "visit")) add_row_of_states(c, contact, captured(c, fact, KEY_P3), s);
    bg_contact__add_side(contact, bg_mention__country(c->mentions, p), bg_text__span(c->text, p->tok, p->end));
    contact->place_side = bg_mention__country(c->mentions, p);
    contact->wide = !is_town(c, p);
    contact->place_span = bg_text__span(c->text, p->tok, p->end);
}

/* ---- date */

static uint32_t date_at(const bg_claims *c, uint32_t tok) {
    uint32_t m = bg_text__at(c->text, tok, CLASS_DATE);
    if (m == BG_NONE || mark_at(c, m)->ref == BG_NONE) return BG_NONE;
    const bg_date *d = &c->mentions->dates.items[mark_at(c, m)->ref];
    return d->period || d->vague || (!d->year && !d->month && !d->deictic) ? BG_NONE : mark_at(c, m)->ref;
}

/* "cuộc gặp bên lề Hội nghị …": what stands behind is no other contact's. */
static bool is_beside(const bg_claims *c, uint32_t tok) {
    for (uint32_t i = tok; i > 0 && i + 4 > tok; i--) {
        uint32_t m = bg_text__at(c->text, i - 1, CLASS_MODE);
        if (m != BG_NONE && is(bg_mark__get(c->text, mark_at(c, m), KEY_VALUE), "sideline")) return true;
    }
    return false;
}

/* Does the date at `tok` tell when something was said of the contact? */
static bool is_of_saying(const bg_claims *c, const bg_contact *contact, uint32_t tok, uint32_t reach) {
    return bg_contact__dates_saying(c, contact, &c->mentions->dates.items[date_at(c, tok)], &c->text->sentences.items[contact->sentence], reach);
}

/* "sẽ đón và hội đàm với B vào ngày 6/6": the next naming word, joined by "và" to this one, has its day in common with it. */
static bool is_second(const bg_claims *c, const bg_contact *contact, uint32_t tok) {
    return !contact->nominal && !is(contact->type, "visit") && tok == contact->trigger_end + 1 && bg_text__is(c->text, tok - 1, CLASS_AND);
}

#define DEED_WORDS 5 /* of the longest word for a deed, with "vào ngày" */

/* "… phê chuẩn Hiệp định, được ký hôm 8/3", "kể từ khi nhậm chức ngày 20/1": right behind a word that has the day for itself. */
bool bg_contact__is_behind_deed(const bg_claims *c, const bg_contact *contact, uint32_t from, uint32_t tok) {
    if (is(contact->type, "signing") || is(contact->type, "other") || is(contact->type, "statement")) return false;
    for (uint32_t i = tok; i > from && i + DEED_WORDS > tok; i--) {
        uint32_t m = bg_text__at(c->text, i - 1, CLASS_OWNDAY);
        if (m != BG_NONE && mark_at(c, m)->end + 2 >= tok && mark_at(c, m)->end <= tok) return true;
    }
    return false;
}

#define STAY_WORDS 8 /* of the verb of a visit and its place */

static bool is_purpose(const bg_claims *c, const bg_contact *contact, uint32_t tok) {
    return tok <= contact->trigger_end + STAY_WORDS && !bg_text__is(c->text, tok - 1, CLASS_AND) && !bg_claims__has_punct(c, contact->trigger_end, tok) &&
           !bg_text__any(c->text, contact->trigger_end, tok, CLASS_WHO);
}

/* "sẽ tới B và gặp C từ ngày 2 đến 4/9", "tới B gặp C ngày 2/5": what the guest does there. */
static bool is_part_of_stay(const bg_claims *c, const bg_contact *contact, uint32_t other, uint32_t tok) {
    const char *type = bg_mark__get(c->text, mark_at(c, other), KEY_VALUE);
    if (!is(contact->type, "visit") || contact->nominal) return false;
    if (is(type, "visit")) return is(bg_mark__get(c->text, mark_at(c, other), KEY_FORM), "noun") && !bg_claims__has_punct(c, contact->trigger_end, tok); /* "tới B trong chuyến thăm từ …" */
    return bg_type__is(type, BG_TYPE_OF_TWO) && (bg_text__is(c->text, tok - 1, CLASS_AND) || is_purpose(c, contact, tok));
}

#define OWN_TIME 2 /* words from what names a contact to its time: "gặp nhau vào cuối tháng" */

/* A time at the token that names no day, month or year. */
static bool is_vague_at(const bg_claims *c, uint32_t tok) {
    uint32_t m = bg_text__at(c->text, tok, CLASS_DATE);
    return m != BG_NONE && mark_at(c, m)->ref != BG_NONE && c->mentions->dates.items[mark_at(c, m)->ref].vague;
}

/* First date in [tok, end) up to a semicolon or the next naming word. (What a state declares in the title is dated in a later sentence.) */
static uint32_t date_after(const bg_claims *c, const bg_contact *contact, uint32_t tok, uint32_t end) {
    if (end <= c->text->sentences.items[contact->sentence].end && !bg_text__any(c->text, tok, end, CLASS_DATE)) return BG_NONE;
    bool passed = false, again = false; /* … by what else is done there, by the noun of the visit */
    for (uint32_t i = tok; i < end && !is_stop(c, i) && !bg_text__is(c->text, i, CLASS_SINCE); i++) {
        if (date_at(c, i) != BG_NONE && c->mentions->dates.items[date_at(c, i)].day && bg_contact__is_behind_deed(c, contact, tok, i)) return BG_NONE;
        if (date_at(c, i) != BG_NONE && !is_of_saying(c, contact, i, 1)) return !passed || c->mentions->dates.items[date_at(c, i)].day2 || (contact->planned && !again) ? date_at(c, i) : BG_NONE;
        if (i < tok + OWN_TIME && is_vague_at(c, i)) return BG_NONE; /* another date is not its own */
        uint32_t other = bg_text__at(c->text, i, CLASS_CONTACT);
        bool named = other != BG_NONE && !is(bg_mark__get(c->text, mark_at(c, other), KEY_WEAK), "yes");
        if (i > tok && named && !is_beside(c, i) && !is_second(c, contact, i)) {
            if (!is_part_of_stay(c, contact, other, i)) return BG_NONE;
            again |= is(bg_mark__get(c->text, mark_at(c, other), KEY_VALUE), "visit");
            passed |= again || !is_purpose(c, contact, i); /* each may have a day of its own */
        }
    }
    return BG_NONE;
}

/* Is the date at `tok` bound to another contact noun before it ("chuyến thăm … tháng 6/2024, … hội đàm")? */
static bool bound_elsewhere(const bg_claims *c, const bg_contact *contact, uint32_t tok, uint32_t from) {
    for (uint32_t i = tok; i > from && i + 12 > tok; i--) {
        const bg_token *t = &c->text->tokens.items[i - 1];
        if (t->flags & BG_TOK_PUNCT && t->value == ',') return false;
        if (i - 1 != contact->trigger && bg_text__at(c->text, i - 1, CLASS_CONTACTNOUNHEAD) != BG_NONE) return true;
    }
    return false;
}

/* Is the token inside brackets that opened after `from`: "(sáng 21/11 giờ Việt Nam)"? */
static bool in_brackets(const bg_claims *c, uint32_t tok, uint32_t from) {
    for (uint32_t i = tok; i > from; i--) {
        const bg_token *t = &c->text->tokens.items[i - 1];
        if (t->flags & BG_TOK_PUNCT && (t->value == ')' || t->value == '(')) return t->value == '(';
    }
    return false;
}

/* Nearest date before the naming word; one in brackets only when there is none outside. */
static uint32_t date_before(const bg_claims *c, const bg_contact *contact, uint32_t from) {
    uint32_t bracketed = BG_NONE;
    if (!bg_text__any(c->text, from, contact->trigger, CLASS_DATE)) return BG_NONE;
    for (uint32_t i = contact->trigger; i > from && !is_stop(c, i - 1); i--) {
        if (date_at(c, i - 1) == BG_NONE || bound_elsewhere(c, contact, i - 1, from) || is_of_saying(c, contact, i - 1, BG_SAID_REACH)) continue;
        if (!in_brackets(c, i - 1, from)) return date_at(c, i - 1);
        if (bracketed == BG_NONE) bracketed = date_at(c, i - 1);
    }
    return bracketed;
}

/* "(tháng 10/2024)" at the end of the same item of a list: no comma between. */
static uint32_t date_in_item(const bg_claims *c, uint32_t tok, uint32_t end) {
    if (!bg_text__any(c->text, tok, end, CLASS_DATE)) return BG_NONE;
    for (uint32_t i = tok; i < end; i++) {
        const bg_token *t = &c->text->tokens.items[i];
        if (t->flags & BG_TOK_PUNCT && (t->value == ',' || t->value == ';')) return BG_NONE;
        if (date_at(c, i) != BG_NONE && in_brackets(c, i, tok)) return date_at(c, i);
    }
    return BG_NONE;
}

/* The token behind what tells that something takes place, or is to, at `tok`; BG_NONE if it tells nothing such. */
static uint32_t tells_time(const bg_claims *c, uint32_t tok) {
    uint32_t place = bg_text__at(c->text, tok, CLASS_TAKESPLACE), planned = bg_text__at(c->text, tok, CLASS_PLANNED);
    uint32_t behind = place != BG_NONE ? mark_at(c, place)->end : BG_NONE, then = planned != BG_NONE ? mark_at(c, planned)->end : BG_NONE;
    return behind == BG_NONE || (then != BG_NONE && then > behind) ? then : behind;
}

#define APPOSED_WORDS 14 /* between two commas */

/* "chuyến thăm của A, ông nội của B, vào năm 1964": behind what only tells who he is, the date of the noun. */
static bool is_apposed(const bg_claims *c, uint32_t comma, uint32_t end) {
    for (uint32_t i = comma + 1; i + 2 < end && i < comma + APPOSED_WORDS; i++) {
        const bg_token *t = &c->text->tokens.items[i];
        if (t->flags & BG_TOK_PUNCT) return t->value == ',' && i > comma + 1 && (date_at(c, i + 1) != BG_NONE || date_at(c, i + 2) != BG_NONE);
        if (bg_text__at(c->text, i, CLASS_SAY) != BG_NONE || bg_text__at(c->text, i, CLASS_HELD) != BG_NONE || bg_text__at(c->text, i, CLASS_CONTACT) != BG_NONE) return false;
    }
    return false;
}

#define PLACE_REACH 8 /* words from "diễn ra" over a place to the day */

/* ", diễn ra từ ngày 5 đến 7/6", ", diễn ra tại thủ đô Lima ngày 5/6". */
static bool has_day_near(const bg_claims *c, uint32_t tok, uint32_t end) {
    for (uint32_t i = tok; i < end && i < tok + PLACE_REACH; i++) {
        if (date_at(c, i) != BG_NONE) return true;
        if (c->text->tokens.items[i].flags & BG_TOK_PUNCT || bg_text__at(c->text, i, CLASS_WHO) != BG_NONE) return false;
    }
    return false;
}

/* A comma that a noun goes on behind: "tại Lima, Peru, ngày 20/11". */
static bool goes_on(const bg_claims *c, uint32_t tok, uint32_t end) {
    const bg_token *t = &c->text->tokens.items[tok];
    if (t->value == '(' || t->value == ')' || t->value == '-' || t->value == 0x2013 || t->value == '"' || t->value == 0x201D) return true;
    if (t->value != ',' || tok + 1 >= end || bg_text__at(c->text, tok + 1, CLASS_WHO) != BG_NONE) return false;
    uint32_t then = tells_time(c, tok + 1);
    if (then != BG_NONE && has_day_near(c, then, end)) return true;
    for (uint32_t i = tok + 1; i < end && i < tok + 4; i++) /* "đông bắc Trung Quốc" */
        if (bg_text__at(c->text, i, CLASS_PLACE) != BG_NONE || bg_text__at(c->text, i, CLASS_COUNTRY) != BG_NONE) return true;
    return date_at(c, tok + 1) != BG_NONE || (tok + 2 < end && date_at(c, tok + 2) != BG_NONE) || is_apposed(c, tok, end);
}

/* A verb of speech, or a word of what is to come; but "sẽ diễn ra", "dự kiến được tổ chức", "dự kiến ngày 5/6" are the noun's. */
static bool has_other_verb(const bg_claims *c, uint32_t tok, const bg_sentence *s) {
    uint32_t m = bg_text__at(c->text, tok, CLASS_PLANNED), end = m == BG_NONE ? 0 : mark_at(c, m)->end;
    bool says = bg_text__is(c->text, tok, CLASS_SAY);
    if (m == BG_NONE && !says) return false;
    if (bg_text__over(c->text, s->tok, tok, CLASS_INVITATION) != BG_NONE) return false; /* "… theo lời mời của B vào tháng 3" */
    if (m == BG_NONE) return true;
    if (bg_text__at(c->text, tok, CLASS_TAKESPLACE) != BG_NONE) return false;
    return end + 1 >= s->end || (bg_text__at(c->text, end, CLASS_TAKESPLACE) == BG_NONE && date_at(c, end) == BG_NONE && date_at(c, end + 1) == BG_NONE);
}

/*
 * How far behind a noun its date may stand: eight words, or as far as what stands there may all belong to the noun ("cuộc gặp của A
 * với B tại C hôm 11/10"): up to a verb of speech, a word of tense, a sign that ends a clause.
 */
static uint32_t near_end(const bg_claims *c, const bg_contact *contact, const bg_sentence *s) {
    uint32_t far = contact->end;
    for (; far < s->end && far < contact->end + NOUN_REACH; far++) {
        if (c->text->tokens.items[far].flags & BG_TOK_PUNCT && !goes_on(c, far, s->end)) break;
        if (has_other_verb(c, far, s)) break;
    }
    if (far < contact->end + 8) far = contact->end + 8;
    return far < s->end ? far : s->end;
}

/* The end of the words before a contact that open its sentence. */
static uint32_t opening_end(const bg_contact *contact, const bg_sentence *s) {
    return contact->tok < s->tok + OPENING ? contact->tok : s->tok + OPENING;
}

/* "Cùng ngày, A gửi …; B gửi …": what opens the sentence dates its later clauses too. */
static uint32_t opening_date(const bg_claims *c, const bg_contact *contact, const bg_sentence *s) {
    uint32_t date = BG_NONE, end = opening_end(contact, s);
    for (uint32_t m = bg_text__first(c->text, s->tok, end, CLASS_DATE); m != BG_NONE && date == BG_NONE; m = bg_text__after(c->text, m, end, CLASS_DATE))
        date = date_at(c, mark_at(c, m)->tok);
    for (uint32_t i = s->tok; i < contact->tok && date != BG_NONE; i++)
        if (is_stop(c, i)) return date;
    return BG_NONE;
}

/* +1 an opening, -1 a closing quotation mark, 2 one that may be either, 0 none. */
static int quote_at(const bg_claims *c, uint32_t tok) {
    const bg_token *t = &c->text->tokens.items[tok];
    if (!(t->flags & BG_TOK_PUNCT)) return 0;
    return t->value == 0x201C || t->value == 0xAB ? 1 : t->value == 0x201D || t->value == 0xBB ? -1 : t->value == '"' ? 2 : 0;
}

#define QUOTED_NAME 12 /* words of a name in quotation marks: "Hội đàm cấp cao Lào - Nga" */

/* The words within which a contact finds its date: those of the same quotation, or the sentence. */
static bg_sentence speech_of(const bg_claims *c, const bg_contact *contact, const bg_sentence *s) {
    bg_sentence speech = *s;
    uint32_t open = BG_NONE;
    for (uint32_t i = s->tok; i < contact->trigger; i++) {
        int quote = quote_at(c, i);
        if (quote == 1 || (quote == 2 && open == BG_NONE)) open = i;
        else if (quote) open = BG_NONE;
    }
    if (open == BG_NONE) return speech;
    for (uint32_t i = contact->trigger_end; i < speech.end; i++)
        if (quote_at(c, i) == -1 || quote_at(c, i) == 2) speech.end = i;
    if (contact->nominal && contact->trigger == open + 1 && speech.end < open + QUOTED_NAME) return *s; /* a name of it */
    speech.tok = open + 1;
    return speech;
}

#define LASTING_REACH 14 /* words between what lasts days and its days */

/* "A gặp B nhân chuyến thăm từ ngày 5 đến 7/6": the days are those of what lasts. */
static uint32_t own_days(const bg_claims *c, const bg_contact *contact, uint32_t date) {
    const bg_date *d = date == BG_NONE ? NULL : &c->mentions->dates.items[date];
    if (!d || !d->day2 || bg_type__is(contact->type, BG_TYPE_LASTS)) return date;
    for (uint32_t i = d->tok; i > 0 && i + LASTING_REACH > d->tok; i--) {
        uint32_t m = bg_text__at(c->text, i - 1, CLASS_CONTACT);
        if (m != BG_NONE && bg_type__is(bg_mark__get(c->text, mark_at(c, m), KEY_VALUE), BG_TYPE_LASTS)) return BG_NONE;
    }
    return date;
}

#define TAKES_WORDS 3 /* of the longest word for it, and a count */

/* "… đã diễn ra lễ ký": the word before the noun says that it took place; the token where it begins, BG_NONE if there is none. */
static uint32_t takes_place_before(const bg_claims *c, const bg_contact *contact, const bg_sentence *s) {
    uint32_t from = contact->tok > s->tok + TAKES_WORDS ? contact->tok - TAKES_WORDS : s->tok;
    for (uint32_t i = from; i < contact->tok; i++) {
        uint32_t m = bg_text__at(c->text, i, CLASS_TAKESPLACE);
        if (m != BG_NONE && mark_at(c, m)->end + 1 >= contact->tok) return i;
    }
    return BG_NONE;
}

/* "Chiều 5/6, tại Hà Nội, đã diễn ra lễ ký": the day that opens the sentence, nothing told before. */
static uint32_t date_of_taking_place(const bg_claims *c, const bg_contact *contact, const bg_sentence *s) {
    uint32_t takes = takes_place_before(c, contact, s), end = opening_end(contact, s);
    if (takes == BG_NONE || bg_text__any(c->text, s->tok, takes, CLASS_WHO) || bg_text__any(c->text, s->tok, takes, CLASS_CONTACT)) return BG_NONE;
    for (uint32_t m = bg_text__first(c->text, s->tok, end, CLASS_DATE); m != BG_NONE; m = bg_text__after(c->text, m, end, CLASS_DATE))
        if (date_at(c, mark_at(c, m)->tok) != BG_NONE) return date_at(c, mark_at(c, m)->tok);
    return BG_NONE;
}

/* "Sáng 26-3, lễ đón …": a day that opens the sentence, right before the noun. */
static uint32_t date_at_head(const bg_claims *c, const bg_contact *contact, const bg_sentence *s) {
    uint32_t end = opening_end(contact, s);
    for (uint32_t m = bg_text__first(c->text, s->tok, end, CLASS_DATE); m != BG_NONE; m = bg_text__after(c->text, m, end, CLASS_DATE)) {
        uint32_t date = date_at(c, mark_at(c, m)->tok);
        const bg_date *d = date == BG_NONE ? NULL : &c->mentions->dates.items[date];
        if (d && d->end < contact->tok + 1 && d->end + 2 > contact->tok) return date;
    }
    return BG_NONE;
}

/* "A ngày 14/5 sẽ phát biểu … tại lễ …": the day right before the last word of what is to come. */
static uint32_t date_of_plan(const bg_claims *c, const bg_contact *contact, const bg_sentence *s) {
    uint32_t m = bg_text__last(c->text, s->tok, contact->trigger, CLASS_PLANNED), date = BG_NONE;
    for (uint32_t i = m == BG_NONE ? s->tok : mark_at(c, m)->tok; date == BG_NONE && i > s->tok && i + OPENING > mark_at(c, m)->tok; i--) date = date_at(c, i - 1);
    return date != BG_NONE && c->mentions->dates.items[date].end == mark_at(c, m)->tok ? date : BG_NONE;
}

#define FRAME_REACH 2 /* words between what frames a sentence and the noun: "sau các cuộc" */

/* "Hôm 21/10, sau cuộc hội đàm với B, A tuyên bố …": what frames the sentence was on the day that opens it. */
static uint32_t date_of_frame(const bg_claims *c, const bg_contact *contact, const bg_sentence *s) {
    uint32_t from = contact->trigger > s->tok + FRAME_REACH ? contact->trigger - FRAME_REACH : s->tok;
    bool framed = false;
    if (contact->trigger > s->tok && quote_at(c, contact->trigger - 1) && from > s->tok) from--;
    for (uint32_t i = from; i < contact->trigger; i++) framed |= bg_text__at(c->text, i, CLASS_FRAMES) != BG_NONE;
    for (uint32_t i = s->tok; framed && i < contact->tok && i < s->tok + OPENING; i++)
        if (date_at(c, i) != BG_NONE) return date_at(c, i);
    return framed && contact->planned ? date_of_plan(c, contact, s) : BG_NONE;
}

/* Does a party end right before the date ("A hôm 19/3 …")? */
static bool is_behind_party(const bg_claims *c, uint32_t ref, const bg_sentence *s) {
    uint32_t day = c->mentions->dates.items[ref].tok, from = day > s->tok + WORD_REACH * 4 ? day - WORD_REACH * 4 : s->tok;
    for (uint32_t i = from; i < day; i++) {
        uint32_t who = bg_text__at(c->text, i, CLASS_WHO), side = bg_text__at(c->text, i, CLASS_SIDE);
        if ((who != BG_NONE && mark_at(c, who)->end + 1 >= day) || (side != BG_NONE && mark_at(c, side)->end + 1 >= day)) return true;
    }
    return false;
}

/* "A hôm 19/3 đã chủ trì cuộc họp": the day of the verb whose object the noun is. */
static uint32_t date_of_verb(const bg_claims *c, const bg_contact *contact, const bg_sentence *s) {
    for (uint32_t i = contact->trigger; i > s->tok && i + VERB_REACH > contact->trigger; i--) {
        if (date_at(c, i - 1) != BG_NONE) return is_behind_party(c, date_at(c, i - 1), s) ? date_at(c, i - 1) : BG_NONE;
        bool other = bg_text__at(c->text, i - 1, CLASS_CONTACT) != BG_NONE || bg_text__at(c->text, i - 1, CLASS_SAY) != BG_NONE;
        if (other || c->text->tokens.items[i - 1].flags & BG_TOK_PUNCT || bg_text__at(c->text, i - 1, CLASS_WHILE) != BG_NONE) return BG_NONE;
        if (i + FRAME_REACH > contact->trigger && bg_text__is(c->text, i - 1, CLASS_GOVERNS)) return BG_NONE;
    }
    return BG_NONE;
}

/* What lasts for days, named as the circumstance at `tok`: its mark; BG_NONE if there is none. */
static uint32_t frame_at(const bg_claims *c, uint32_t tok, uint32_t end) {
    uint32_t m = bg_text__at(c->text, tok, CLASS_CIRCUMSTANCE), next = m == BG_NONE ? end : mark_at(c, m)->end;
    m = next < end ? bg_text__at(c->text, next, CLASS_CONTACT) : BG_NONE;
    return m != BG_NONE && bg_type__is(bg_mark__get(c->text, mark_at(c, m), KEY_VALUE), BG_TYPE_LASTS) ? m : BG_NONE;
}

#define FRAME_REACH_DATE 16 /* words behind the noun of a journey within which its date stands */

/* Does a word that names a contact by itself stand at the token? */
static bool is_strong(const bg_claims *c, uint32_t tok) {
    uint32_t m = bg_text__at(c->text, tok, CLASS_CONTACT);
    return m != BG_NONE && !is(bg_mark__get(c->text, mark_at(c, m), KEY_WEAK), "yes");
}

/* "A hội kiến B trong chuyến thăm C tháng 9/2016", "Trong chuyến thăm của A năm 2007, hai bên ký …": the month or year of the journey. */
static uint32_t date_of_journey(const bg_claims *c, const bg_contact *contact, const bg_sentence *s) {
    for (uint32_t tok = s->tok; tok < s->end && !bg_type__is(contact->type, BG_TYPE_LASTS); tok++) {
        uint32_t m = frame_at(c, tok, s->end);
        if (m == BG_NONE || (tok > s->tok + 1 && tok < contact->trigger_end)) continue;
        if (tok > contact->trigger_end && bg_text__any(c->text, contact->trigger_end, tok, CLASS_SINCE)) break; /* "lần đầu gặp kể từ cuộc họp bên lề …" */
        uint32_t from = mark_at(c, m)->end, end = from + FRAME_REACH_DATE < s->end ? from + FRAME_REACH_DATE : s->end;
        for (uint32_t i = from; i < end && !is_strong(c, i); i++) {
            const bg_date *d = date_at(c, i) == BG_NONE ? NULL : &c->mentions->dates.items[date_at(c, i)];
            if (d && !d->day2 && !d->day && !d->deictic) return date_at(c, i);
        }
    }
    return BG_NONE;
}

#define OPENING_DATE 4 /* words of a sentence before its month or year: "Trước đó hồi tháng 6" */

/* "Hồi tháng 6, hai nước đã … nhân chuyến thăm của A", "Trong năm 2017, hai bên …; ký …": the month or year that opens the sentence, the first date before the noun. */
static uint32_t month_of_opening(const bg_claims *c, const bg_contact *contact, const bg_sentence *s) {
    uint32_t m = bg_text__first(c->text, s->tok, contact->trigger, CLASS_DATE), date = m == BG_NONE ? BG_NONE : date_at(c, mark_at(c, m)->tok);
    const bg_date *d = date == BG_NONE ? NULL : &c->mentions->dates.items[date];
    if (!d || d->day || d->day2 || d->deictic || d->tok > s->tok + OPENING_DATE) return BG_NONE;
    if (bg_text__any(c->text, s->tok, contact->trigger, CLASS_SINCE)) return BG_NONE;
    for (m = bg_text__after(c->text, m, s->end, CLASS_DATE); m != BG_NONE; m = bg_text__after(c->text, m, s->end, CLASS_DATE))
        if (mark_at(c, m)->ref != BG_NONE && !c->mentions->dates.items[mark_at(c, m)->ref].period) return BG_NONE;
    return date;
}

/* "Trong cuộc hội đàm nhân chuyến thăm B hồi tháng 4, …": a contact that is named as part of a journey. */
static bool is_of_journey(const bg_claims *c, const bg_contact *contact, const bg_sentence *s) {
    return contact->orphan || (contact->end < s->end && frame_at(c, contact->end, s->end) != BG_NONE);
}

static uint32_t date_of_noun(const bg_claims *c, const bg_contact *contact, const bg_sentence *s) {
    uint32_t date = date_after(c, contact, contact->trigger + 1, contact->trigger_end); /* "ký năm 2011" */
    if (date == BG_NONE) date = date_after(c, contact, contact->trigger_end, contact->end);
    if (date == BG_NONE) date = date_after(c, contact, contact->end, near_end(c, contact, s));
    if (date == BG_NONE) date = date_at_head(c, contact, s);
    if (date == BG_NONE) date = date_of_taking_place(c, contact, s);
    if (date == BG_NONE) date = date_in_item(c, contact->end, s->end);
    if (date != BG_NONE) return date;
    if (is(contact->type, "visit")) return month_of_opening(c, contact, s);
    date = date_of_frame(c, contact, s);
    if (date == BG_NONE) date = own_days(c, contact, date_of_verb(c, contact, s));
    if (date == BG_NONE && is_of_journey(c, contact, s)) date = date_of_journey(c, contact, s);
    return date == BG_NONE ? month_of_opening(c, contact, s) : date;
}

/* The day on which something is told to have ended does not date it. */
static uint32_t unless_ended(const bg_claims *c, const bg_contact *contact, const bg_sentence *s, uint32_t date) {
    const bg_date *d = date == BG_NONE ? NULL : &c->mentions->dates.items[date];
    return d && d->day && !d->day2 && bg_contact__is_ended(c, contact, s) ? BG_NONE : date;
}

/* "Sau khi nhậm chức ngày 20/1, ông A gửi thư cho B": the day of what went before. */
static uint32_t unless_earlier(const bg_claims *c, const bg_contact *contact, const bg_sentence *s, uint32_t date) {
    if (date == BG_NONE || bg_text__at(c->text, s->tok, CLASS_SINCE) == BG_NONE) return date;
    const bg_date *d = &c->mentions->dates.items[date];
    if (d->tok > contact->trigger || bg_text__any(c->text, s->tok, d->tok, CLASS_CONTACT)) return date;
    return bg_claims__has_punct(c, d->end, contact->trigger) ? BG_NONE : date;
}

/* "Ngày 10/9, C cho biết A đã gặp B hôm 9/9": the day before is that of C's words. */
static bool is_of_teller(const bg_claims *c, const bg_contact *contact, uint32_t before, uint32_t after) {
    const bg_date *d = &c->mentions->dates.items[before];
    return d->day && c->mentions->dates.items[after].day && bg_text__any(c->text, d->end, contact->trigger, CLASS_SAY);
}

uint32_t bg_contact__find_date(const bg_claims *c, const bg_contact *contact, const bg_sentence *sentence) {
    const bg_sentence speech = speech_of(c, contact, sentence), *s = &speech;
    if (contact->nominal) return unless_ended(c, contact, sentence, date_of_noun(c, contact, s));
    uint32_t from = bg_contact__invited_from(c, contact, s);
    uint32_t before = date_before(c, contact, from), after = date_after(c, contact, contact->trigger_end, s->end);
    before = own_days(c, contact, before), after = own_days(c, contact, after);
    if (before == BG_NONE && after == BG_NONE && from == s->tok) before = opening_date(c, contact, s);
    before = unless_earlier(c, contact, s, before);
    if (before == BG_NONE && after == BG_NONE) return date_of_journey(c, contact, s);
    bool ahead = contact->planned || is(contact->type, "visit"); /* "Theo thông cáo ngày 6/11, ông sẽ thăm … từ 9 đến 12/11" */
    if (before == BG_NONE || after == BG_NONE) return unless_ended(c, contact, sentence, before != BG_NONE ? before : after);
    return unless_ended(c, contact, sentence, ahead || is_of_teller(c, contact, before, after) ? after : before);
}

/* ---- one mention */

static const char *find_grade(const bg_claims *c, uint32_t tok, uint32_t end) {
    for (uint32_t m = bg_text__first(c->text, tok, end, CLASS_GRADE); m != BG_NONE; m = bg_text__after(c->text, m, end, CLASS_GRADE)) {
        const char *grade = bg_mark__get(c->text, mark_at(c, m), KEY_VALUE);
        if (grade && !is(grade, "manner")) return grade; /* "cuộc hội đàm quan trọng": no grade */
    }
    return NULL;
}

static const char *find_mode(const bg_claims *c, const bg_contact *contact, const bg_mark *t, const bg_sentence *s) {
    const char *mode = t ? bg_mark__get(c->text, t, KEY_MODE) : NULL;
    if (mode) return mode;
    if (is(contact->type, "call")) return "phone";
    if (is(contact->type, "letter")) return "letter";
    uint32_t m = contact->nominal ? BG_NONE : bg_text__first(c->text, contact->tok, s->end, CLASS_MODE);
    return m == BG_NONE ? "in_person" : bg_mark__get(c->text, mark_at(c, m), KEY_VALUE);
}

#define HELD_REACH 40 /* words between a noun and what says that it took place */

/* "Tại cuộc họp …, diễn ra tại Lima ngày 5/6, hai bên …": what is said there is told with the day of it. */
static bool is_dated_aside(const bg_claims *c, const bg_contact *contact, const bg_sentence *s) {
    for (uint32_t i = contact->trigger_end; i + 1 < s->end && i < contact->trigger_end + HELD_REACH; i++) {
        if (bg_text__at(c->text, i, CLASS_SAY) != BG_NONE || bg_text__at(c->text, i, CLASS_WHO) != BG_NONE) return false;
        uint32_t then = c->text->tokens.items[i].value == ',' && c->text->tokens.items[i].flags & BG_TOK_PUNCT ? tells_time(c, i + 1) : BG_NONE;
        if (then != BG_NONE) return has_day_near(c, then, s->end);
    }
    return false;
}

/* "Lễ đón … đã diễn ra tại …": the noun opens its sentence, behind a time and a place at most, and is what took place. */
static bool is_what_took_place(const bg_claims *c, const bg_contact *contact, const bg_sentence *s) {
    uint32_t far = contact->trigger_end + HELD_REACH < s->end ? contact->trigger_end + HELD_REACH : s->end, takes = takes_place_before(c, contact, s);
    if (takes != BG_NONE) return !bg_text__any(c->text, s->tok, takes, CLASS_WHO) && !bg_text__any(c->text, s->tok, takes, CLASS_CONTACT);
    if (!bg_text__any(c->text, contact->trigger_end, far, CLASS_TAKESPLACE)) return false;
    if (bg_text__any(c->text, s->tok, contact->trigger, CLASS_WHO) || bg_text__any(c->text, s->tok, contact->trigger, CLASS_CONTACT)) return false;
    if (contact->trigger > s->tok && bg_text__at(c->text, contact->trigger - 1, CLASS_CIRCUMSTANCE) != BG_NONE) return is_dated_aside(c, contact, s);
    for (uint32_t i = contact->trigger_end; i < far; i++) {
        if (bg_text__at(c->text, i, CLASS_TAKESPLACE) != BG_NONE) return true;
        uint32_t m = bg_text__at(c->text, i, CLASS_CONTACT);
        if (m != BG_NONE && is(bg_mark__get(c->text, mark_at(c, m), KEY_FORM), "noun")) i = mark_at(c, m)->end; /* of it perhaps */
    }
    return false;
}

/* "Lễ đón được tổ chức tại Cung Istana, trụ sở Chính phủ, chiều 25/4": the only day behind what took place. */
static uint32_t only_day_behind(const bg_claims *c, const bg_contact *contact, const bg_sentence *s) {
    uint32_t m = bg_text__first(c->text, contact->trigger_end, s->end, CLASS_DATE), date = m == BG_NONE ? BG_NONE : date_at(c, mark_at(c, m)->tok);
    const bg_date *d = date == BG_NONE ? NULL : &c->mentions->dates.items[date];
    if (!d || !d->day || d->day2 || bg_text__after(c->text, m, s->end, CLASS_DATE) != BG_NONE || bg_text__any(c->text, contact->trigger_end, d->tok, CLASS_SINCE)) return BG_NONE;
    for (uint32_t i = contact->trigger_end; i < d->tok; i++)
        if (bg_text__at(c->text, i, CLASS_SAY) != BG_NONE || is_strong(c, i)) return BG_NONE;
    return date;
}

static bool is_many(const bg_claims *c, const bg_contact *contact, const bg_sentence *s) {
    if (bg_text__is(c->text, contact->trigger, CLASS_MANY)) return true;
    const bg_token *before = contact->trigger > s->tok ? &c->text->tokens.items[contact->trigger - 1] : NULL;
    return before && (bg_text__is(c->text, contact->trigger - 1, CLASS_MANY) || (before->flags & BG_TOK_NUMBER && before->value > 1 && before->value < 100));
}

/* Nothing makes an occasion of a common noun: no count, no day, no "tại" before it. */
static bool is_abstract(const bg_claims *c, const bg_contact *contact, const bg_mark *word, const bg_sentence *s) {
    if (!word || !is(bg_mark__get(c->text, word, KEY_WEAK), "yes") || !contact->nominal || contact->held || contact->planned) return false;
    if (contact->date != BG_NONE || s->title || is(contact->type, "visit")) return false;
    if (contact->trigger == s->tok) return false;
    return !bg_text__any(c->text, contact->tok, contact->trigger_end, CLASS_CONTACTNOUNHEAD) && !bg_text__is(c->text, contact->trigger - 1, CLASS_CONTACTNOUNHEAD) &&
           !bg_text__is(c->text, contact->trigger - 1, CLASS_WHILE);
}

/* "Tại lễ đón B thăm Việt Nam, A …": the visit is told beside another contact that only frames the sentence. */
static bool is_in_frame(const bg_claims *c, const bg_contact *contact, const bg_sentence *s) {
    if (!bg_text__any(c->text, s->tok, contact->trigger, CLASS_CIRCUMSTANCE)) return false;
    for (uint32_t i = contact->trigger; i > s->tok; i--) {
        const bg_token *t = &c->text->tokens.items[i - 1];
        if (t->flags & BG_TOK_PUNCT) return false;
        if (bg_text__at(c->text, i - 1, CLASS_CIRCUMSTANCE) == BG_NONE) continue;
        for (uint32_t j = i; j < i + 2 && j < contact->trigger; j++)
            if (bg_text__at(c->text, j, CLASS_CONTACT) != BG_NONE) return true;
    }
    return false;
}

#define OFFICE_WORDS 8 /* of the longest office */

#define LEADERS_WORDS 4 /* "hai nhà lãnh đạo" before the first of two states */

/* What the words of a mark say: type and parties. Enough to choose between the readings of a naming word. */
static void read_words(const bg_claims *c, bg_contact *contact, uint32_t fact_mark, uint32_t sentence) {
    const bg_sentence *s = &c->text->sentences.items[sentence];
    const bg_mark *fact = mark_at(c, fact_mark), *word = captured(c, fact, KEY_T);
    const bg_capture *t = bg_mark__capture(c->text, fact, KEY_T);
    *contact = (bg_contact){.sentence = sentence, .fact = fact_mark, .tok = fact->tok, .end = fact->end, .date = BG_NONE, .left = BG_NONE, .merged = BG_NONE, .partner = BG_NONE};
    contact->type = bg_mark__get(c->text, fact, KEY_TYPE);
    contact->trigger = t ? t->tok : fact->tok; /* a user's rule may not say which words name the contact */
    contact->trigger_end = t ? t->end : fact->end;
    contact->nominal = is(bg_mark__get(c->text, fact, KEY_NOMINAL), "yes");
    contact->partial = is(bg_mark__get(c->text, fact, KEY_PARTIAL), "yes");
    contact->bare = is(bg_mark__get(c->text, fact, KEY_BARE), "yes");
    const char *orphan = bg_mark__get(c->text, fact, KEY_ORPHAN);
    contact->orphan = orphan != NULL;
    contact->both = is(orphan, "both");
    contact->link = bg_mark__get(c->text, fact, KEY_LINK);
    contact->titled = bg_mark__get(c->text, fact, KEY_DECLARES) != NULL;
    contact->tour = bg_mark__get(c->text, fact, KEY_TOUR) != NULL;
    if (contact->both && bg_text__ends_at(c->text, s->tok, contact->tok, CLASS_POST, OFFICE_WORDS) != BG_NONE) contact->both = false; /* "Bộ trưởng Quốc phòng hai nước" */
    add_parties(c, contact, fact, s);
    uint32_t from = contact->tok > s->tok + LEADERS_WORDS ? contact->tok - LEADERS_WORDS : s->tok;
    bool leaders = contact->side_count == 2 && !contact->people_count && bg_text__any(c->text, from, contact->trigger, CLASS_BOTH); /* "hai nhà lãnh đạo A, B gặp nhau" */
    if (leaders) contact->both = true;
    else if (word && !contact->people_count && bg_mark__get(c->text, word, KEY_PERSONS)) contact->bare = true; /* two teams meet */
}

/* What the naming word is said to be like. */
static void read_word(const bg_claims *c, bg_contact *contact, const bg_mark *word) {
    contact->welcome = bg_mark__get(c->text, word, KEY_WELCOME) != NULL;
    contact->nested = is(contact->type, "ceremony") && bg_mark__get(c->text, word, KEY_NESTED);
    contact->mourned = bg_mark__get(c->text, word, KEY_MOURNED) != NULL;
    contact->passing |= bg_mark__get(c->text, word, KEY_PASSING) != NULL;
    contact->generic |= bg_mark__get(c->text, word, KEY_GENERIC) != NULL;
    contact->press |= bg_mark__get(c->text, word, KEY_PRESS) != NULL;
    contact->arrives = is(contact->type, "visit") && bg_mark__get(c->text, word, KEY_WEAK);
}

#define BEHIND_WORDS 4 /* of the longest word of such a class */

/* Does a word of the class end right before the token? */
static bool is_behind(const bg_claims *c, uint32_t tok, const bg_sentence *s, unsigned klass) {
    return bg_text__ends_at(c->text, s->tok, tok, klass, BEHIND_WORDS) != BG_NONE;
}

/* "… nhân dịp dự hội nghị": what one attends gives only the occasion. */
static bool is_occasion(const bg_claims *c, const bg_contact *contact, const bg_sentence *s) {
    if (bg_mark__get(c->text, mark_at(c, contact->fact), KEY_OCCASION)) return true;
    return !s->title && is(contact->type, "conference") && is_behind(c, contact->trigger, s, CLASS_CIRCUMSTANCE);
}

/* Is a visit told beside another contact that frames the sentence? Then its verb does no more than a noun. */
static bool is_framed(const bg_claims *c, const bg_contact *contact, const bg_sentence *s) {
    return is(contact->type, "visit") && !contact->nominal && !s->title && is_in_frame(c, contact, s);
}

/* "A nói sẽ tìm giải pháp khi gặp B hôm 5/3": on a day that is over, right behind it, it was held; elsewhere the day is of what was said. */
static void check_past_day(const bg_claims *c, bg_contact *contact) {
    const bg_date *d = bg_contact__date(c, contact);
    if (!d || d->toward >= 0 || !d->day) return;
    if (d->tok >= contact->trigger_end && d->tok <= contact->end + 1) contact->planned = false;
    else contact->date = BG_NONE;
}

/* Held or to come, and on which day, as the sentence around the words tells. */
static void read_time(const bg_claims *c, bg_contact *contact, const bg_mark *word, const bg_sentence *s) {
    bool aid = is(contact->type, "aid");
    contact->planned = bg_contact__is_planned(c, contact, s);
    if (aid && !contact->nominal && !(word && bg_mark__get(c->text, word, KEY_HANDOVER))) contact->planned = false; /* what is pledged is news already */
    contact->invited = !contact->nominal && bg_contact__invited_from(c, contact, s) != s->tok;
    contact->past = bg_text__any(c->text, s->tok, contact->trigger_end, CLASS_HELD);
    contact->date = bg_contact__find_date(c, contact, s);
    if (contact->planned) check_past_day(c, contact);
    if (contact->date != BG_NONE && bg_contact__date(c, contact)->toward > 0 && !aid)
        contact->planned |= !bg_text__any(c->text, s->tok, contact->trigger, CLASS_HELD); /* "ngày 6/4 tới" */
}

/* "Chiều 7/9, ông A rời Việt Nam": the last day of the visit, of which nothing else is told. */
static void read_leaving(bg_contact *contact) {
    contact->left = contact->date, contact->date = BG_NONE;
    contact->planned = false, contact->nominal = true;
}

#define PREPARED_NEAR 6 /* words between what is done about a visit to come and its noun */

/* "… đang thu xếp chuyến thăm của B", "A mong chờ chuyến thăm C", in the title: the visit to come is what it tells. */
static bool is_awaited(const bg_claims *c, const bg_contact *contact, const bg_sentence *s) {
    if (!s->title || !contact->nominal || !contact->planned || !is(contact->type, "visit")) return false;
    uint32_t from = contact->tok > s->tok + PREPARED_NEAR ? contact->tok - PREPARED_NEAR : s->tok;
    return bg_text__any(c->text, from, contact->tok, CLASS_PREPARE) && !bg_text__any(c->text, from, contact->trigger + 1, CLASS_AHEAD);
}

#define PARTNER_NEAR 3 /* words behind a verb: "cùng với ông" */

/* "Tổng thống A hội đàm cùng nghị sĩ B": whom the verb names is of the same state. */
static bool is_domestic(const bg_claims *c, const bg_contact *contact, const bg_sentence *s) {
    if (contact->nominal || contact->link || !contact->partial || contact->people_count != 1 || contact->side_count != 1 || !bg_type__is(contact->type, BG_TYPE_OF_TWO)) return false;
    for (uint32_t i = contact->trigger_end; i < s->end && i < contact->trigger_end + PARTNER_NEAR; i++) {
        uint32_t m = bg_text__at(c->text, i, CLASS_WHO);
        if (m != BG_NONE) return is(bg_mention__country(c->mentions, mark_at(c, m)), contact->sides[0]);
    }
    return false;
}

#define CROWD_NEAR 10 /* words behind a verb in which those are named whom one meets */

/* "tiếp xúc với các nhà đầu tư", "nói chuyện một giờ với 400 sinh viên": whom one meets are many, and no principals. */
static bool meets_crowd(const bg_claims *c, const bg_contact *contact) {
    static const char *const groups[] = {"business", "community", "soldier", "expert"};
    if (!bg_type__is(contact->type, BG_TYPE_OF_TWO) || contact->nominal || contact->partner != BG_NONE || bg_contact__named_people(c, contact) != 1) return false;
    for (uint32_t tok = contact->trigger_end; tok < c->text->tokens.count && tok < contact->trigger_end + CROWD_NEAR; tok++) {
        const bg_token *t = &c->text->tokens.items[tok];
        if ((t->flags & BG_TOK_PUNCT && t->value != '.') || bg_text__at(c->text, tok, CLASS_WHO) != BG_NONE) return false;
        uint32_t m = bg_text__at(c->text, tok, CLASS_PERSONNOUN);
        const char *group = m == BG_NONE ? NULL : bg_mark__get(c->text, mark_at(c, m), KEY_VALUE);
        for (size_t i = 0; i < BG_COUNT(groups); i++)
            if (is(group, groups[i])) return true;
    }
    return false;
}

/* Everything else, once the reading is chosen. */
static void read_rest(const bg_claims *c, bg_contact *contact) {
    const bg_sentence *s = &c->text->sentences.items[contact->sentence];
    const bg_mark *fact = mark_at(c, contact->fact), *word = captured(c, fact, KEY_T), *place = captured(c, fact, KEY_P);
    contact->rule = bg_mark__rule(c->text, fact);
    contact->verb = bg_text__words(c->text, contact->trigger, contact->trigger_end);
    contact->outcome = contact->nominal && is_behind(c, contact->trigger, s, CLASS_OUTCOME);
    contact->in_title = s->title && (contact->outcome || !(contact->nominal && (is(contact->type, "visit") || contact->trigger > s->tok + 2)));
    contact->timed = is_behind(c, contact->trigger, s, CLASS_CIRCUMSTANCE);
    contact->in_caption = s->caption;
    contact->ships = bg_mark__get(c->text, fact, KEY_SHIPS) != NULL;
    contact->joint = bg_mark__get(c->text, fact, KEY_JOINT) != NULL;
    if (contact->joint && contact->side_count < 2) contact->bare = true; /* two of one state */
    contact->cancelled = bg_mark__get(c->text, fact, KEY_CANCELLED) != NULL;
    contact->many = contact->nominal && is_many(c, contact, s);
    contact->press = bg_mark__get(c->text, fact, KEY_PRESS) != NULL;
    contact->passing = bg_mark__get(c->text, fact, KEY_PASSING) != NULL;
    contact->said = contact->generic = bg_mark__get(c->text, fact, KEY_GENERIC) != NULL;
    if (word) read_word(c, contact, word);
    if (place) contact->place = bg_text__words(c->text, place->tok, place->end);
    read_time(c, contact, word, s);
    if (word && bg_mark__get(c->text, word, KEY_LEAVES) && contact->side_count > 1) read_leaving(contact);
    contact->in_title |= is_awaited(c, contact, s);
    contact->grade = find_grade(c, contact->trigger, contact->end);
    contact->mode = find_mode(c, contact, word, s);
    if (is_framed(c, contact, s) || is_occasion(c, contact, s)) contact->nominal = true;
    contact->takes_place = contact->nominal && !s->title && is_what_took_place(c, contact, s);
    if (contact->takes_place && contact->date == BG_NONE) contact->date = only_day_behind(c, contact, s);
    contact->held = contact->takes_place && !contact->planned;
    if (!contact->place) bg_contact__find_place(c, contact, s);
    contact->abstract = is_abstract(c, contact, word, s);
    if (is_domestic(c, contact, s)) contact->bare = true;
    contact->crowd = meets_crowd(c, contact);
}

/* How much a reading of a naming word tells; the best of all rules that used the word stays. */
static int worth(const bg_contact *c) {
    bool fellows = c->people_count == 2 && c->side_count == 1 && c->object < c->trigger && bg_type__is(c->type, BG_TYPE_OF_TWO); /* "… B và C, gặp D" */
    return (fellows ? -3 : 0) + (int)c->people_count * 4 + (int)c->side_count * 2 - (c->partial ? 3 : 0) - (c->bare ? 4 : 0) - (int)(c->end - c->tok) / 16;
}

/* "A dự Diễn đàn B – C": one reading has who acts, the other the states that the name of the contact tells, his among them. */
static bool tells_actor(const bg_contact *one, const bg_contact *names) {
    if (is(one->link, "self") && !one->people_count && !one->side_count) return !names->people_count && names->side_count >= 2 && is(one->type, names->type);
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

/* A verb of contact that no rule could give a party: told as a note, neither guessed nor passed over. */
static bool note_unread(bg_claims *c, const bg_sentence *s, size_t first) {
    for (uint32_t tok = s->tok; (tok = bg_text__next(c->text, tok, s->end, CLASS_CONTACT)) < s->end; tok++) {
        uint32_t m = bg_text__at(c->text, tok, CLASS_CONTACT);
        if (m == BG_NONE || s->title || s->caption || !is(bg_mark__get(c->text, mark_at(c, m), KEY_FORM), "verb") ||
            is(bg_mark__get(c->text, mark_at(c, m), KEY_WEAK), "yes")) continue;
        bool read = false;
        for (size_t i = first; i < c->contacts.count && !read; i++)
            read = c->contacts.items[i].trigger < mark_at(c, m)->end && c->contacts.items[i].trigger_end > tok;
        if (!read && !bg_claims__note(c, tok, mark_at(c, m)->end, "contact.no-party")) return false;
        tok = mark_at(c, m)->end - 1;
    }
    return true;
}

#define MINISTER 3 /* rank */

static bool same_channel(const bg_person *p, const bg_person *q) { return p->channel && q->channel && is(p->channel, q->channel) && p->rank == q->rank; }

/* Two ministers of one state joined by "và" sit at one table; so do two who preside over its chambers. */
static bool sit_together(const bg_claims *c, const bg_contact *contact, const bg_mark *a, const bg_mark *b) {
    if (a->ref == BG_NONE || b->ref == BG_NONE || a->end + 1 != b->tok || !bg_text__is(c->text, a->end, CLASS_AND)) return false;
    const bg_person *p = &c->mentions->people.items[a->ref], *q = &c->mentions->people.items[b->ref];
    bool table = (is(contact->type, "talks") && same_channel(p, q)) || (p->rank == MINISTER && q->rank == MINISTER);
    return table && is(bg_person__country(p), bg_person__country(q));
}

/* A name, or a high office of a state: "gặp Tổng thống Lào, Tổng thư ký Liên Hợp Quốc và …". */
static bool tells_whom(const bg_claims *c, const bg_mark *who, const bg_contact *before) {
    const bg_person *p = &c->mentions->people.items[who->ref];
    const char *state = bg_mention__country(c->mentions, who);
    return p->name || (p->rank && p->rank <= MINISTER && state && !bg_contact__has_side(before, state)); /* of the same state it may be one table */
}

/* "Cuộc gặp Mỹ - Nhật - Hàn" in the title: those of a row sat together. */
static bool is_of_three(const bg_claims *c, const char *state) {
    for (size_t i = 0; i < c->contacts.count && c->text->sentences.items[c->contacts.items[i].sentence].title; i++)
        if (c->contacts.items[i].side_count >= 3 && bg_contact__has_side(&c->contacts.items[i], state)) return true;
    return false;
}

/* "A gặp B, C và D": as many meetings. */
static bool add_meetings(bg_claims *claims, size_t index, const bg_sentence *s) {
    bg_contact one = claims->contacts.items[index];
    if (one.partner == BG_NONE || one.people_count != 2 || s->title || !bg_type__is(one.type, BG_TYPE_OF_TWO)) return true;
    uint32_t b = bg_text__at(claims->text, one.partner, CLASS_WHO);
    for (const bg_mark *last = mark_at(claims, b), *next; (next = bg_contact__next_in_row(claims, last, s->end)); last = next) {
        bool list = bg_mark__get(claims->text, mark_at(claims, one.fact), KEY_LIST);
        if (list || sit_together(claims, &one, last, next) || is_of_three(claims, bg_mention__country(claims->mentions, next))) {
            add_person(claims, &claims->contacts.items[index], next, one.people[1].role);
            continue;
        }
        const char *own = bg_person__country(&claims->mentions->people.items[one.people[0].person]);
        bg_contact other = one;
        if (next->ref == BG_NONE || !tells_whom(claims, next, &one) || bg_contact__has_person(&one, next->ref)) continue;
        other.people_count = 1, other.side_count = 0;
        bg_contact__add_side(&other, own, one.people[0].span);
        add_person(claims, &other, next, one.people[1].role);
        if (other.side_count != 2) continue;
        if (!bg_contact__add(claims, &other)) return false;
    }
    return true;
}

/* The date right behind the token, behind a small word at most; BG_NONE = there is none. */
static const bg_mark *date_behind(const bg_claims *c, uint32_t tok) {
    for (uint32_t i = tok; i < tok + 2 && i < c->text->tokens.count; i++) {
        uint32_t m = bg_text__at(c->text, i, CLASS_DATE);
        if (m != BG_NONE) return mark_at(c, m);
    }
    return NULL;
}

/* The next visitor of a row, who may stand behind the date of the one before: "của A năm 1993 và B năm 1997". */
static const bg_mark *next_visitor(const bg_claims *c, const bg_mark *last, uint32_t end) {
    const bg_mark *date = date_behind(c, last->end);
    if (!date || date->end >= end) return bg_contact__next_in_row(c, last, end);
    bg_mark behind = *last;
    behind.end = date->end;
    const bg_mark *next = bg_contact__next_in_row(c, &behind, end);
    return next && date_behind(c, next->end) ? next : NULL; /* else he is who acts: "Trong chuyến thăm của A hồi tháng 3, B …" */
}

/* "các chuyến thăm C của A và B": as many visits as states that send a guest, or as there are days. */
static bool add_visits(bg_claims *claims, size_t index, const bg_sentence *s) {
    bg_contact one = claims->contacts.items[index];
    if (!is(one.type, "visit") || !one.nominal || one.people_count != 1 || one.subject == BG_NONE || s->title) return true;
    uint32_t a = bg_text__at(claims->text, one.subject, CLASS_WHO);
    if (a == BG_NONE || !claims->mentions->people.items[one.people[0].person].name) return true;
    for (const bg_mark *last = mark_at(claims, a), *next; (next = next_visitor(claims, last, s->end)); last = next) {
        bg_contact other = one;
        const bg_mark *date = date_behind(claims, next->end);
        bool apart = date && date_behind(claims, last->end) && date_at(claims, date->tok) != BG_NONE;
        const bg_person *guest = next->ref == BG_NONE ? NULL : &claims->mentions->people.items[next->ref];
        const char *own = guest ? bg_person__country(guest) : NULL;
        if (!guest || !guest->name || (own ? is(own, one.place_side) : !apart)) continue;
        if (!apart && same_country(claims, mark_at(claims, a), next)) continue;
        other.people_count = other.side_count = 0;
        other.subject = next->tok;
        if (apart) other.date = date_at(claims, date->tok);
        add_person(claims, &other, next, one.people[0].role);
        bg_contact__add_side(&other, one.place_side, one.place_span);
        if (!bg_contact__add(claims, &other)) return false;
    }
    return true;
}

/* "(2013)" at the token: the year; 0 = none. */
static int year_in_brackets(const bg_claims *c, uint32_t tok, uint32_t end) {
    if (tok + 2 >= end) return 0;
    const bg_token *t = &c->text->tokens.items[tok];
    bool year = t[1].flags & BG_TOK_NUMBER && t[1].value >= 1900 && t[1].value < 2100;
    return year && t[0].flags & BG_TOK_PUNCT && t[0].value == '(' && t[2].flags & BG_TOK_PUNCT && t[2].value == ')' ? (int)t[1].value : 0;
}

/* "các chuyến thăm của A (2000), B (2006) và C (2016)", "A là người thứ ba thăm X sau B (2000), C (2006)": each in his year. */
static bool add_visits_of_years(bg_claims *claims, size_t index, const bg_sentence *s) {
    const bg_contact one = claims->contacts.items[index];
    if (!is(one.type, "visit") || one.people_count != 1 || s->title) return true;
    for (uint32_t m = bg_text__first(claims->text, one.trigger, s->end, CLASS_WHO); m != BG_NONE; m = bg_text__after(claims->text, m, s->end, CLASS_WHO)) {
        const bg_mark *who = mark_at(claims, m);
        uint32_t tok = who->end;
        int year = who->ref == BG_NONE ? 0 : year_in_brackets(claims, tok, s->end);
        if (!year || is(bg_mention__country(claims->mentions, who), one.place_side)) continue;
        const bg_date date = {.year = year, .tok = tok, .end = tok + 3, .span = bg_text__span(claims->text, tok + 1, tok + 2), .rule = "date.brackets"};
        bg_contact other = one;
        other.people_count = other.side_count = 0;
        add_person(claims, &other, who, one.people[0].role);
        bg_contact__add_side(&other, one.place_side, one.place_span);
        bg_contact__set_date(claims, &other, &date);
        if (who->ref == one.people[0].person) claims->contacts.items[index] = other;
        else if (!bg_contact__add(claims, &other)) return false;
    }
    return true;
}

/* The year at the token, or behind a word before it ("năm 2013"); 0 = none. */
static int year_at(const bg_claims *c, uint32_t tok, uint32_t end) {
    for (uint32_t i = tok; i < end && i < tok + 2; i++) {
        const bg_token *t = &c->text->tokens.items[i];
        if (t->flags & BG_TOK_PUNCT) return 0;
        if (t->flags & BG_TOK_NUMBER) return t->value >= 1900 && t->value < 2100 && !(i + 1 < end && c->text->tokens.items[i + 1].value == '/') ? (int)t->value : 0;
    }
    return 0;
}

/* "thăm B các năm 2001, 2006 và 2013", "hai cuộc gặp năm 2000 và 2007": one in each year. */
static bool add_years(bg_claims *claims, size_t index, const bg_sentence *s) {
    const bg_contact one = claims->contacts.items[index];
    const bg_date *d = bg_contact__date(claims, &one);
    if (!d || !d->year || d->month || d->day || d->inferred || d->year2 || d->deictic || s->title || is(one.type, "statement")) return true;
    bg_date copy = *d;
    uint32_t tok = d->tok;
    while (tok < d->end && !bg_contact__is_link(claims, tok)) tok++;
    for (int year; tok + 1 < s->end && bg_contact__is_link(claims, tok) && (year = year_at(claims, tok + 1, s->end)); ) {
        bg_contact other = one;
        bg_date *date = BG_PUSH(claims->text->arena, &claims->mentions->dates);
        if (!date) return false;
        copy.year = year;
        *date = copy;
        other.date = (uint32_t)claims->mentions->dates.count - 1;
        if (!bg_contact__add(claims, &other)) return false;
        while (tok + 1 < s->end && !(claims->text->tokens.items[tok].flags & BG_TOK_NUMBER)) tok++;
        tok++;
    }
    return true;
}

#define MONTH_PLACE 5 /* words of a place between two months: "tháng 4 ở bang Florida, tháng 7 tại Hamburg" */

/* A date to the month or year behind a link and a small word at most: "hồi tháng 10/2016 và tháng 2/2018". BG_NONE: none such. */
static uint32_t next_month(const bg_claims *c, uint32_t tok, uint32_t end) {
    if (tok < end && bg_text__is(c->text, tok, CLASS_ATPLACE))
        for (uint32_t i = tok + 1; i < end && i <= tok + MONTH_PLACE; i++)
            if (bg_contact__is_link(c, i)) tok = i;
    for (uint32_t i = tok + 1; bg_contact__is_link(c, tok) && i + 1 < end && i < tok + 3; i++) {
        uint32_t ref = date_at(c, i);
        const bg_date *d = ref == BG_NONE ? NULL : &c->mentions->dates.items[ref];
        if (d) return d->month && !d->day && !d->deictic ? ref : BG_NONE;
    }
    return BG_NONE;
}

/* … one in each. */
static bool add_months(bg_claims *claims, size_t index, const bg_sentence *s) {
    const bg_contact one = claims->contacts.items[index];
    const bg_date *d = bg_contact__date(claims, &one);
    if (!d || !d->month || d->day || d->deictic || d->tok < one.trigger || s->title || is(one.type, "statement") || is(one.type, "signing")) return true;
    for (uint32_t ref, tok = d->end; tok + 1 < s->end && (ref = next_month(claims, tok, s->end)) != BG_NONE; tok = claims->mentions->dates.items[ref].end) {
        bg_contact other = one;
        other.date = ref;
        if (!bg_contact__add(claims, &other)) return false;
    }
    return true;
}

#define PAPER_NEAR 4 /* words from a link to the head of the next paper */

/* "ký bản ghi nhớ năm 2011 và tuyên bố tầm nhìn chung năm 2015": each paper has its own time. */
static bool add_papers(bg_claims *claims, size_t index, const bg_sentence *s) {
    const bg_contact one = claims->contacts.items[index];
    const bg_date *d = bg_contact__date(claims, &one);
    if (!is(one.type, "signing") || !d || !d->year || d->inferred || d->tok < one.trigger || s->title) return true;
    for (uint32_t tok = d->end; tok + PAPER_NEAR < s->end && bg_contact__is_link(claims, tok);) {
        uint32_t m = bg_text__first(claims->text, tok, s->end, CLASS_DATE);
        uint32_t ref = m == BG_NONE ? BG_NONE : mark_at(claims, m)->ref, from = m == BG_NONE ? tok : mark_at(claims, m)->tok;
        bool paper = bg_text__any(claims->text, tok + 1, tok + PAPER_NEAR, CLASS_AGREEHEAD) && !bg_claims__has_punct(claims, tok + 1, from);
        if (ref == BG_NONE || !paper || !claims->mentions->dates.items[ref].year || bg_text__any(claims->text, tok, from, CLASS_WHO)) return true;
        bg_contact other = one;
        other.date = ref;
        tok = mark_at(claims, m)->end;
        if (!bg_contact__add(claims, &other)) return false;
    }
    return true;
}

/* The people of `from` who write for the state, or for another one, and all whom they write to. */
static bg_contact letter_of(const bg_claims *c, const bg_contact *from, const char *state, bool of_state) {
    bg_contact letter = *from;
    letter.people_count = letter.side_count = 0;
    for (unsigned i = 0; i < from->people_count; i++) {
        const char *country = bg_person__country(&c->mentions->people.items[from->people[i].person]);
        if (is(from->people[i].role, "sender") && is(country, state) != of_state) continue;
        letter.people[letter.people_count++] = from->people[i];
        bg_contact__add_side(&letter, country, from->people[i].span);
    }
    for (unsigned i = 0; i < from->side_count; i++) { /* sides named without a person were written to */
        bool of_person = false;
        for (unsigned j = 0; j < from->people_count; j++)
            of_person |= is(from->sides[i], bg_person__country(&c->mentions->people.items[from->people[j].person]));
        if (!of_person) bg_contact__add_side(&letter, from->sides[i], from->side_spans[i]);
    }
    return letter;
}

/* "A của nước này và B của nước kia gửi điện mừng": as many letters as states that write. */
static bool split_letter(bg_claims *claims, size_t index) {
    bg_contact one = claims->contacts.items[index];
    const bg_party_in *first = NULL;
    for (unsigned i = 0; i < one.people_count; i++)
        if (is(one.people[i].role, "sender") && (!first || one.people[i].span.start < first->span.start)) first = &one.people[i];
    if (!is(one.type, "letter") || !first) return true;
    const char *state = bg_person__country(&claims->mentions->people.items[first->person]);
    bg_contact other = letter_of(claims, &one, state, false);
    bool writes = false;
    for (unsigned i = 0; i < other.people_count; i++) writes |= is(other.people[i].role, "sender");
    if (!state || !writes) return true;
    claims->contacts.items[index] = letter_of(claims, &one, state, true);
    return bg_contact__add(claims, &other) != NULL;
}

/* "họp" within "họp báo": the longer word names another type. */
static bool is_within_other(const bg_claims *c, const bg_contact *contact, const bg_sentence *s) {
    uint32_t from = contact->trigger > s->tok + WORD_REACH ? contact->trigger - WORD_REACH : s->tok;
    for (uint32_t tok = from; (tok = bg_text__next(c->text, tok, contact->trigger + 1, CLASS_CONTACT)) <= contact->trigger; tok++)
        for (uint32_t m = c->text->heads[tok]; m != BG_NONE; m = c->text->marks.items[m].next) {
            const bg_mark *mark = mark_at(c, m);
            if (mark->klass != CLASS_CONTACT || mark->end < contact->trigger_end) continue;
            if (mark->end - mark->tok > contact->trigger_end - contact->trigger && !is(bg_mark__get(c->text, mark, KEY_VALUE), contact->type)) return true;
        }
    return false;
}

static bool has_stop(const bg_claims *c, uint32_t tok, uint32_t end) {
    for (; tok < end; tok++)
        if (is_stop(c, tok)) return true;
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
    return bg_mark__get(c->text, mark_at(c, contact->fact), KEY_GENERIC) && bg_text__any(c->text, s->tok, contact->trigger, CLASS_CONTACT);
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
            if (text->marks.items[m].klass != CLASS_CONTACTFACT || is_of_witness(claims, &text->marks.items[m], s)) continue;
            read_words(claims, &found, m, sentence);
            if (is_within_other(claims, &found, s)) continue;
            if (bg_contact__is_denied(claims, &found, s) && !is_framed(claims, &found, s)) continue;
            if (is_told_at(claims, &found, s)) continue;
            if (bg_contact__is_interview(claims, &found, s) && !tell_interview(claims, &found)) continue;
            if (found.type && !keep(claims, &found, first)) return false;
        }
    for (size_t i = first; i < claims->contacts.count; i++) read_rest(claims, &claims->contacts.items[i]);
    bg_contact__share_subject(claims, first, s);
    tell_credentials(claims, first);
    for (size_t i = first, end = claims->contacts.count; i < end; i++)
        if (!add_meetings(claims, i, s) || !add_visits(claims, i, s) || !add_visits_of_years(claims, i, s) || !split_letter(claims, i)) return false;
    for (size_t i = first, end = claims->contacts.count; i < end; i++)
        if (!add_years(claims, i, s) || !add_months(claims, i, s) || !add_papers(claims, i, s)) return false;
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
