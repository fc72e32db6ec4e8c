/* party: who takes part in a mention, by the captures of its rule and the rows of its sentence. */
#include "contact.h"

#define ROW_ITEM 16 /* words of an item of a row */

void bg_contact__add_person(const bg_claims *c, bg_contact *contact, const bg_mark *who, const char *role) {
    if (who->ref == BG_NONE || contact->people_count == BG_PEOPLE_MAX || bg_contact__has_person(contact, who->ref)) return;
    bool aside = bg_type__is(contact->type, BG_TYPE_OF_TWO) || (is(contact->type, "statement") && contact->people_count); /* the reporter who asks */
    if (aside && bg_person__only_tells(&c->mentions->people.items[who->ref])) return;
    bg_span span = bg_text__span(c->text, who->tok, who->end);
    contact->people[contact->people_count++] = (bg_party_in){who->ref, role, span};
    bg_contact__add_side(contact, bg_person__country(&c->mentions->people.items[who->ref]), span);
}

void bg_contact__add_party(const bg_claims *c, bg_contact *contact, const bg_mark *party, const char *role) {
    if (party->klass == CLASS_WHO) bg_contact__add_person(c, contact, party, role);
    else bg_contact__add_side(contact, bg_mention__country(c->mentions, party), bg_text__span(c->text, party->tok, party->end));
}

const bg_mark *bg_contact__captured(const bg_claims *c, const bg_mark *fact, uint32_t name) {
    const bg_capture *cap = bg_mark__capture(c->text, fact, name);
    return cap && cap->mark != BG_NONE ? bg_claims__mark(c, cap->mark) : NULL;
}

/* Who does what to whom: the subject of a verb of receiving is host, of visiting guest, of writing sender. */
static void roles(const char *role, const char *type, const char **a, const char **b) {
    *a = *b = "participant";
    if (bg_type__is(type, BG_TYPE_SENT)) *a = "sender", *b = "recipient";
    else if (is(role, "host")) *a = "host", *b = "guest";
    else if (is(role, "guest") || is(type, "visit")) *a = "guest", *b = "host";
}

bool bg_claims__is_stop(const bg_claims *c, uint32_t tok) {
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

/* "Ngoại trưởng, ông A, và …", "ông A - Ngoại trưởng - và …": the sign that ends an apposition before a link. */
static bool closes_apposition(const bg_claims *c, uint32_t tok) {
    const bg_token *t = &c->text->tokens.items[tok];
    return tok + 1 < c->text->tokens.count && t->flags & BG_TOK_PUNCT && (t->value == ',' || t->value == '-' || t->value == 0x2013) && bg_text__is(c->text, tok + 1, CLASS_AND);
}

/* Token after the semicolon that ends an item of a row ("A, Cục trưởng Cục X; Ngài B"); `end` if there is none near. */
static uint32_t next_item(const bg_claims *c, uint32_t tok, uint32_t end) {
    for (uint32_t i = tok; i < end && i < tok + ROW_ITEM; i++)
        if (bg_claims__is_stop(c, i)) return i + 1;
    return end;
}

/* Of one country, as far as the page tells. */
bool bg_claims__same_country(const bg_claims *c, const bg_mark *a, const bg_mark *b) {
    const char *x = bg_mention__country(c->mentions, a), *y = bg_mention__country(c->mentions, b);
    return !x || !y || strcmp(x, y) == 0;
}

const bg_mark *bg_contact__next_in_row(const bg_claims *c, const bg_mark *last, uint32_t end) {
    uint32_t i = last->end, next;
    if (i + 1 < end && closes_apposition(c, i)) i++;
    if (i + 1 >= end || !bg_contact__is_link(c, i)) return NULL;
    next = bg_text__at(c->text, i + 1, CLASS_WHO);
    if (next == BG_NONE && (i = next_item(c, i + 1, end)) < end) next = bg_text__at(c->text, i, CLASS_WHO);
    if (next == BG_NONE || (bg_claims__is_stop(c, last->end) && !bg_claims__same_country(c, last, bg_claims__mark(c, next)))) return NULL; /* a clause of its own */
    return bg_claims__mark(c, next);
}

/* Who stands in a row: "… tới Tổng Bí thư X, Chủ tịch nước Y và Thủ tướng Z". One of the state of `apart` begins a clause of his own. */
static void add_row(const bg_claims *c, bg_contact *contact, const bg_mark *last, const bg_mark *apart, const char *role, uint32_t end) {
    const char *state = apart ? bg_mention__country(c->mentions, apart) : NULL;
    for (const bg_mark *next; (next = bg_contact__next_in_row(c, last, end)); last = next) {
        if (state && is(bg_mention__country(c->mentions, next), state)) return;
        bg_contact__add_person(c, contact, next, role);
    }
}

/* Does a verb of writing, or of any contact, stand before the token in its sentence? */
static bool follows_contact(const bg_claims *c, uint32_t tok, uint32_t from, bool any) {
    for (uint32_t i = from; i < tok; i++) {
        uint32_t m = bg_text__at(c->text, i, CLASS_CONTACT);
        if (m == BG_NONE || !is(bg_mark__get(c->text, bg_claims__mark(c, m), KEY_FORM), "verb")) continue;
        if (any || is(bg_mark__get(c->text, bg_claims__mark(c, m), KEY_VALUE), "letter")) return true;
    }
    return false;
}

/* Who stands before the link at the token. */
static const bg_mark *who_before(const bg_claims *c, uint32_t link, uint32_t from) {
    if (link > from && closes_apposition(c, link - 1)) link--;
    for (uint32_t t = from; t < link; t++) {
        uint32_t m = bg_text__at(c->text, t, CLASS_WHO);
        if (m != BG_NONE && bg_claims__mark(c, m)->end == link) return bg_claims__mark(c, m);
    }
    return NULL;
}

/* … and several senders before the verb. */
static void add_row_before(const bg_claims *c, bg_contact *contact, const bg_mark *first, const char *role, uint32_t from) {
    for (uint32_t i = first->tok; i > from + 1;) {
        const bg_mark *found = bg_contact__is_link(c, i - 1) ? who_before(c, i - 1, from) : NULL;
        if (!found) return;
        if (!bg_claims__same_country(c, found, first) && follows_contact(c, found->tok, from, bg_claims__is_stop(c, i - 1))) return;
        bg_contact__add_person(c, contact, found, role);
        i = found->tok;
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
        if (m != BG_NONE && bg_mention__country(c->mentions, bg_claims__mark(c, m))) return bg_claims__mark(c, m);
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
        row[count] = bg_claims__mark(c, m);
        closed = bg_text__is(c->text, last->end, CLASS_AND) || (s->title && (row[count]->end == s->end || bg_claims__has_punct(c, row[count]->end, row[count]->end + 1)));
    }
    for (unsigned i = 0; i < count && closed; i++)
        bg_contact__add_side(contact, bg_mention__country(c->mentions, row[i]), bg_text__span(c->text, row[i]->tok, row[i]->end));
}

/* The party of the class that ends at the token, NULL = none. */
static const bg_mark *side_before(const bg_claims *c, uint32_t tok, uint32_t from) {
    for (uint32_t i = tok; i-- > from;) {
        uint32_t m = bg_text__at(c->text, i, CLASS_SIDE);
        if (m != BG_NONE && bg_claims__mark(c, m)->end == tok) return bg_claims__mark(c, m);
        if (tok - i > ROW_ITEM) break;
    }
    return NULL;
}

/* "Lãnh đạo A, B, C và D gửi điện mừng": the states of a row before the one that stands next to the verb. */
static void add_states_before(const bg_claims *c, bg_contact *contact, const bg_mark *first, uint32_t from) {
    for (const bg_mark *last = first; last && last->tok > from + 1 && bg_contact__is_link(c, last->tok - 1);) {
        last = side_before(c, last->tok - 1, from);
        if (last) bg_contact__add_side(contact, bg_mention__country(c->mentions, last), bg_text__span(c->text, last->tok, last->end));
    }
}

#define INVITE_WORDS 5 /* the longest word of inviting, and "của" */

/* "lời mời của B tới thăm C": B stays at home. */
static bool is_inviter(const bg_claims *c, const bg_mark *fact, const bg_mark *a, const bg_sentence *s) {
    if (!a || !is(bg_mark__get(c->text, fact, KEY_TYPE), "visit") || a->tok < 2 || !bg_text__is(c->text, a->tok - 1, CLASS_OF)) return false;
    uint32_t from = a->tok > s->tok + INVITE_WORDS ? a->tok - INVITE_WORDS : s->tok;
    for (uint32_t m = bg_text__first(c->text, from, a->tok, CLASS_INVITATION); m != BG_NONE; m = bg_text__after(c->text, m, a->tok, CLASS_INVITATION))
        if (bg_claims__mark(c, m)->end + 1 == a->tok) return true;
    return false;
}

#define WITNESS_WORDS 5 /* the longest word for it, and "của" */

/* "trước sự chứng kiến của C, A và B ký …": C only looked on; another reading begins with A. Not "ký … trước sự chứng kiến của A và B", the two who had it done. */
bool bg_contact__is_of_witness(const bg_claims *c, const bg_mark *fact, const bg_sentence *s) {
    const bg_mark *a = bg_contact__captured(c, fact, KEY_A), *t = bg_contact__captured(c, fact, KEY_T);
    if (t && a && t->end <= a->tok && is(bg_mark__get(c->text, fact, KEY_PAIR), "yes")) return false;
    if (is(bg_mark__rule(c->text, fact), "contact.chaired-by") || is(bg_mark__rule(c->text, fact), "contact.signed-before")) return false; /* the rules that look for them */
    for (const bg_mark *next = a; next && a->tok > s->tok + 2 && bg_text__is(c->text, a->tok - 1, CLASS_AND);) /* "… của C và D, A và B ký" */
        if ((next = who_before(c, a->tok - 1, s->tok))) a = next;
    if (!a || a->tok < s->tok + 2 || !bg_text__is(c->text, a->tok - 1, CLASS_OF)) return false;
    uint32_t from = a->tok > s->tok + WITNESS_WORDS ? a->tok - WITNESS_WORDS : s->tok;
    for (uint32_t m = bg_text__first(c->text, from, a->tok, CLASS_WITNESS); m != BG_NONE; m = bg_text__after(c->text, m, a->tok, CLASS_WITNESS))
        if (bg_claims__mark(c, m)->end + 1 == a->tok) return true;
    return false;
}

/* "… chính sách "Một Lào", cắt quan hệ với B": the last words of what is quoted. */
static bool ends_quotation(const bg_claims *c, const bg_mark *a, const bg_sentence *s) {
    if (a->end >= s->end || !(bg_text__is_sign(c->text, a->end, '"') || bg_text__is_sign(c->text, a->end, 0x201D))) return false;
    return !bg_text__is_sign(c->text, a->tok - 1, '"') && !bg_text__is_sign(c->text, a->tok - 1, 0x201C);
}

/* "tại Nga, A gặp B", "các vấn đề về Mỹ, đã gặp B", "sau Hội nghị ASEAN, A thăm B": a state that tells where, of what, or whose conference. */
static bool is_circumstance(const bg_claims *c, const bg_mark *a, const bg_sentence *s) {
    if (!a || a->klass != CLASS_SIDE || a->tok == s->tok) return false;
    if (ends_quotation(c, a, s)) return true;
    uint32_t from = a->tok > s->tok + WORD_REACH ? a->tok - WORD_REACH : s->tok;
    uint32_t governs = bg_text__at(c->text, a->tok - 1, CLASS_GOVERNS);
    if (governs != BG_NONE) return is(bg_mark__get(c->text, bg_claims__mark(c, governs), KEY_VALUE), "where");
    for (uint32_t m = bg_text__first(c->text, from, a->tok, CLASS_CONTACT); m != BG_NONE; m = bg_text__after(c->text, m, a->tok, CLASS_CONTACT))
        if (bg_claims__mark(c, m)->end == a->tok && is(bg_mark__get(c->text, bg_claims__mark(c, m), KEY_VALUE), "conference")) return true;
    return false;
}

#define INSTEAD_WORDS 6 /* of the longest word before those for whom another one acts, and one of respect */

/* "A, Thứ trưởng, thay mặt B trao …": it is A who acts; `b` itself if it stands for itself, NULL if the sentence names nobody else. */
static const bg_mark *who_acts(const bg_claims *c, const bg_mark *b, const bg_sentence *s) {
    if (!b || b->tok == s->tok) return b;
    uint32_t from = b->tok > s->tok + INSTEAD_WORDS ? b->tok - INSTEAD_WORDS : s->tok, instead = BG_NONE;
    for (uint32_t m = bg_text__first(c->text, from, b->tok, CLASS_INSTEAD); m != BG_NONE; m = bg_text__after(c->text, m, b->tok, CLASS_INSTEAD))
        if (bg_claims__mark(c, m)->end == b->tok) instead = bg_claims__mark(c, m)->tok;
    if (instead == BG_NONE) return b;
    const bg_mark *found = NULL;
    for (uint32_t tok = s->tok; tok < instead; tok++) {
        uint32_t m = bg_text__at(c->text, tok, CLASS_WHO);
        if (m == BG_NONE || bg_claims__mark(c, m)->ref == BG_NONE) continue;
        found = bg_claims__mark(c, m);
        tok = found->end - 1;
    }
    return found;
}

/* "A, nhân vật thân cận của B, sẽ gặp C": B only tells who A is. */
static const bg_mark *told_by(const bg_claims *c, const bg_mark *b, const bg_sentence *s) {
    if (!b || b->klass != CLASS_WHO || b->tok == s->tok || b->end >= s->end || !bg_claims__is_comma(c, b->end) || !bg_text__is(c->text, b->tok - 1, CLASS_OF)) return b;
    uint32_t m = bg_text__first(c->text, s->tok, b->tok, CLASS_WHO);
    const bg_mark *a = m == BG_NONE ? NULL : bg_claims__mark(c, m);
    if (!a || a->ref == BG_NONE || a->end >= b->tok || !bg_claims__is_comma(c, a->end)) return b;
    return bg_text__any(c->text, a->end, b->tok, CLASS_SAY) || bg_text__any(c->text, a->end, b->tok, CLASS_HELD) || bg_text__any(c->text, a->end, b->tok, CLASS_PLANNED) ? b : a;
}

#define WITH_WORDS 2 /* "cùng với" */

/* "A cùng với B đã gặp C": A acts, of whose state B is. */
static const bg_mark *led_by(const bg_claims *c, const bg_mark *b, const bg_sentence *s) {
    if (!b || b->klass != CLASS_WHO || b->ref == BG_NONE || b->tok < s->tok + WITH_WORDS + 1) return b;
    uint32_t with = bg_text__is(c->text, b->tok - 1, CLASS_TOGETHER) ? b->tok - 1 : bg_text__is(c->text, b->tok - 2, CLASS_TOGETHER) ? b->tok - 2 : BG_NONE;
    uint32_t m = with == BG_NONE ? BG_NONE : bg_text__over(c->text, s->tok, with - 1, CLASS_WHO);
    const bg_mark *a = m == BG_NONE ? NULL : bg_claims__mark(c, m);
    return a && a->ref != BG_NONE && a->end == with && bg_claims__same_country(c, a, b) ? a : b;
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

/* "A và B đã gửi điện mừng", of one state: both write. */
static bool are_senders(const bg_claims *c, const bg_contact *contact, const bg_mark *fact, const bg_mark *a, const bg_mark *b) {
    if (!a || !b || b->end > contact->trigger || !bg_type__is(contact->type, BG_TYPE_SENT)) return false;
    return is(bg_mark__get(c->text, fact, KEY_PAIR), "yes") && bg_claims__same_country(c, a, b);
}

/* "A tiếp Đại sứ B, Đại sứ C và Đại sứ D đến trình Quốc thư": all of them up to the word for it. */
static void add_envoys(const bg_claims *c, bg_contact *contact, const bg_mark *first, const char *role, const bg_sentence *s) {
    uint32_t word = bg_text__first(c->text, first->end, s->end, CLASS_CONTACT);
    if (word == BG_NONE || !is(bg_mark__get(c->text, bg_claims__mark(c, word), KEY_VALUE), "credentials")) return;
    uint32_t end = bg_claims__mark(c, word)->tok;
    for (uint32_t m = bg_text__first(c->text, first->end, end, CLASS_WHO); m != BG_NONE; m = bg_text__after(c->text, m, end, CLASS_WHO))
        bg_contact__add_person(c, contact, bg_claims__mark(c, m), role);
}

#define BESIDE_WORDS 4 /* "tiếp xúc song phương bên lề" */

/* "A gặp song phương bên lề APEC": where they met, not whom. */
static bool is_beside(const bg_claims *c, const bg_mark *b, const bg_sentence *s, uint32_t reach) {
    if (b->klass != CLASS_SIDE || !bg_side__is_body(bg_mention__country(c->mentions, b))) return false;
    for (uint32_t tok = b->tok > s->tok + reach ? b->tok - reach : s->tok; tok < b->tok; tok++) {
        uint32_t m = bg_text__at(c->text, tok, CLASS_MODE);
        if (m != BG_NONE && is(bg_mark__get(c->text, bg_claims__mark(c, m), KEY_VALUE), "sideline")) return true;
    }
    return false;
}

#define FRAME_WORDS 8 /* from "bên lề", "nhân dịp dự", "trong khuôn khổ" to the name of whose conference it was */
#define SEAT_WORDS 4 /* from "tại" to the end of the longest name of a town, or of "trụ sở" */

/* "bên lề Hội nghị ASEAN, A và B …", "tại Jakarta, Indonesia, A và B …", "tại trụ sở Liên hợp quốc, …": where two did it, no third beside them. */
static bool is_where(const bg_claims *c, const bg_mark *a, const bg_sentence *s) {
    if (a->klass != CLASS_SIDE) return false;
    if (is_circumstance(c, a, s) || is_beside(c, a, s, FRAME_WORDS)) return true;
    uint32_t from = a->tok > s->tok + FRAME_WORDS ? a->tok - FRAME_WORDS : s->tok;
    uint32_t frame = bg_side__is_body(bg_mention__country(c->mentions, a)) ? bg_text__last(c->text, from, a->tok, CLASS_CIRCUMSTANCE) : BG_NONE;
    if (frame != BG_NONE && !bg_claims__has_punct(c, bg_claims__mark(c, frame)->end, a->tok)) return true; /* "nhân dịp dự Diễn đàn …" */
    bool comma = a->tok > s->tok && bg_claims__is_comma(c, a->tok - 1);
    uint32_t end = comma ? a->tok - 1 : a->tok, town = bg_text__ends_at(c->text, s->tok, end, CLASS_PLACE, SEAT_WORDS);
    if (comma && town == BG_NONE) return false;
    for (uint32_t tok = comma ? bg_claims__mark(c, town)->tok : end; tok > s->tok && tok + SEAT_WORDS > end; tok--) {
        uint32_t governs = bg_text__at(c->text, tok - 1, CLASS_GOVERNS);
        if (governs != BG_NONE) return is(bg_mark__get(c->text, bg_claims__mark(c, governs), KEY_VALUE), "where");
        if (bg_claims__is_comma(c, tok - 1)) return false;
    }
    return false;
}

#define LEADER 2 /* rank */

/* … of two states, neither of them that to which they come. */
static bool are_of_two_states(const bg_claims *c, const bg_mark *first, const bg_mark *a, const char *host) {
    const bg_person *p = &c->mentions->people.items[first->ref], *q = &c->mentions->people.items[a->ref];
    const char *x = bg_person__country(p), *y = bg_person__country(q);
    return x && y && host && !is(x, y) && !is(x, host) && !is(y, host) && p->name && q->name && p->office_count && q->office_count;
}

/* "Bộ trưởng A và Bộ trưởng B tới C", of one state: both are guests. */
static const bg_mark *guest_before(const bg_claims *c, const bg_contact *contact, const bg_mark *a, const bg_mark *place, const bg_sentence *s) {
    if (!a || a->klass != CLASS_WHO || a->ref == BG_NONE || !is(contact->type, "visit") || contact->nominal || a->end > contact->trigger || a->tok < s->tok + 2 || !bg_text__is(c->text, a->tok - 1, CLASS_AND)) return NULL;
    const bg_mark *first = who_before(c, a->tok - 1, s->tok);
    if (!first || first->ref == BG_NONE || first->ref == a->ref || (first->tok > s->tok && bg_text__any(c->text, s->tok, first->tok, CLASS_CONTACT))) return NULL;
    if (place && are_of_two_states(c, first, a, bg_mention__country(c->mentions, place))) return first;
    if (!bg_claims__same_country(c, first, a)) return NULL;
    const bg_person *p = &c->mentions->people.items[first->ref], *q = &c->mentions->people.items[a->ref];
    return p->name && p->rank > LEADER && q->name && q->rank > LEADER ? first : NULL; /* heads of state come with a minister */
}

/* "Đối thoại Lào - ASEAN … dưới sự đồng chủ trì của A và B": the organisation whose meeting the name tells, beside the states of those who chair. */
static void add_org_of_name(const bg_claims *c, bg_contact *contact, const bg_mark *chair) {
    for (uint32_t tok = contact->trigger + 1; tok + 1 < chair->tok; tok++) {
        uint32_t m = bg_text__at(c->text, tok, CLASS_SIDE);
        const bg_mark *side = m == BG_NONE ? NULL : bg_claims__mark(c, m);
        const char *org = side ? bg_mention__country(c->mentions, side) : NULL;
        if (org && bg_side__is_body(org) && (bg_text__is_sign(c->text, tok - 1, '-') || bg_text__is_sign(c->text, side->end, '-') || bg_text__is_sign(c->text, tok - 1, 0x2013) || bg_text__is_sign(c->text, side->end, 0x2013)))
            bg_contact__add_side(contact, org, bg_text__span(c->text, side->tok, side->end));
    }
}

/* Who is told first, unless it is where a row of others did it. */
static const bg_mark *first_party(const bg_claims *c, const bg_contact *contact, const bg_mark *fact, const bg_sentence *s) {
    const bg_mark *a = bg_contact__captured(c, fact, KEY_A);
    bool row = a && bg_contact__captured(c, fact, KEY_P2) && a->tok < contact->trigger_end;
    return row && is_where(c, a, s) ? NULL : a;
}

void bg_contact__add_parties(const bg_claims *c, bg_contact *contact, const bg_mark *fact, const bg_sentence *s) {
    const bg_mark *a = first_party(c, contact, fact, s), *b = bg_contact__captured(c, fact, KEY_B), *t = bg_contact__captured(c, fact, KEY_T), *p = bg_contact__captured(c, fact, KEY_P);
    const char *role_a, *role_b;
    bool comma = p && p->tok > 0 && bg_claims__is_comma(c, p->tok - 1);
    if (comma && !is(bg_mark__rule(c->text, fact), "contact.visit-arrive")) p = NULL; /* "Trong chuyến thăm, nước A …", not "đến sân bay X, nước A" */
    roles(t ? bg_mark__get(c->text, t, KEY_ROLE) : NULL, contact->type, &role_a, &role_b);
    if ((p && is_two_guests(c, contact, fact, a, b)) || are_senders(c, contact, fact, a, b)) role_b = role_a;
    const bg_mark *queen = a && is(contact->type, "visit") && bg_mention__consort_of(c->mentions, a) ? a : NULL; /* a guest like the king */
    if (queen) a = bg_mention__consort_of(c->mentions, a);
    if (a && bg_mention__spouse_of(c->mentions, a)) a = bg_mention__spouse_of(c->mentions, a); /* who comes along does not act alone */
    if (!contact->nominal) a = led_by(c, told_by(c, who_acts(c, a, s), s), s);
    if (!contact->nominal && is_inviter(c, fact, a, s)) a = NULL, contact->link = "self"; /* the guest acts before */
    bool behind = a && a->tok >= contact->trigger_end; /* "A nhận hàng cứu trợ từ B" */
    if (!contact->nominal && !behind && is_circumstance(c, a, s)) a = NULL, contact->link = b && b->klass == CLASS_WHO ? "object" : "self";
    const bg_mark *beside = behind ? NULL : guest_before(c, contact, a, p, s);
    if (beside) bg_contact__add_party(c, contact, beside, role_a);
    if (a) bg_contact__add_party(c, contact, a, role_a);
    if (queen) bg_contact__add_party(c, contact, queen, role_a);
    if (t && b && bg_mark__get(c->text, t, KEY_MOURNED)) { /* the dead are no party, their state is */
        bg_contact__add_side(contact, bg_mention__country(c->mentions, b), bg_text__span(c->text, b->tok, b->end));
        b = NULL;
    }
    if (b && is_beside(c, b, s, BESIDE_WORDS)) b = NULL;
    if (a && is(bg_mark__rule(c->text, fact), "contact.chaired-by")) add_org_of_name(c, contact, a);
    if (b && !is_companion(c, fact, a, b)) bg_contact__add_party(c, contact, b, role_b);
    const bg_mark *third = bg_contact__captured(c, fact, KEY_B2);
    if (third) bg_contact__add_party(c, contact, third, role_b);
    bool by_body = (t && bg_mark__get(c->text, t, KEY_BY)) || bg_mark__get(c->text, fact, KEY_BY);
    if (a && a->klass == CLASS_SIDE && by_body) contact->body_side = bg_mention__country(c->mentions, a);
    contact->subject = a ? a->tok : BG_NONE;
    contact->object = b ? b->tok : p ? p->tok : BG_NONE;
    if ((a || contact->link) && b && (b->klass == CLASS_WHO || contact->link)) contact->partner = b->tok;
    contact->attended = bg_mark__get(c->text, fact, KEY_ROW) != NULL;
    contact->led = bg_mark__get(c->text, fact, KEY_LED) != NULL;
    contact->speaks = bg_mark__get(c->text, fact, KEY_SPEAKS) != NULL;
    if (a && contact->attended) add_row(c, contact, contact->led && b && a->klass != CLASS_WHO ? b : a, NULL, role_a, s->end); /* "Trưởng đoàn phía A là B và C" */
    if (is(contact->type, "letter")) {
        if (a && a->klass == CLASS_WHO) add_row_before(c, contact, a, role_a, s->tok);
        if (a && a->klass == CLASS_SIDE && a->end <= contact->trigger) add_states_before(c, contact, a, s->tok);
        if (b && b->klass == CLASS_WHO) add_row(c, contact, b, a, role_b, s->end);
    }
    if (is(contact->type, "credentials") && a && a->klass == CLASS_WHO && a->end <= contact->trigger) add_row_before(c, contact, a, role_a, s->tok); /* "Đại sứ A, Đại sứ B đã trình Quốc thư" */
    bool receives = is(contact->type, "credentials") || is(contact->type, "meeting");
    if (receives && b && b->klass == CLASS_WHO && b->tok >= contact->trigger_end) add_envoys(c, contact, b, role_b, s);
    bool to_several = is(contact->type, "letter") || is(contact->type, "aid") || is(contact->type, "call");
    if (b && b->klass == CLASS_SIDE && to_several && !contact->nominal) add_row_of_states(c, contact, b, s);
    if (b && is(contact->type, "statement") && bg_mark__get(c->text, fact, KEY_DECLARES)) add_addressed(c, contact, b, s->end);
    static const uint32_t more[] = {KEY_P2, KEY_P3};
    for (size_t i = 0; i < BG_COUNT(more); i++) {
        const bg_mark *other = bg_contact__captured(c, fact, more[i]);
        if (other && !(is(contact->type, "visit") && bg_title__is_forum(c, other->tok))) bg_contact__add_party(c, contact, other, role_b); /* "thăm A và APEC" */
    }
    if (!p) return;
    if (bg_contact__captured(c, fact, KEY_P3) && is(contact->type, "visit")) add_row_of_states(c, contact, bg_contact__captured(c, fact, KEY_P3), s);
    bg_contact__add_side(contact, bg_mention__country(c->mentions, p), bg_text__span(c->text, p->tok, p->end));
    if (comma) return;
    contact->place_side = contact->place_state = bg_mention__country(c->mentions, p);
    contact->wide = !is_town(c, p);
    contact->place_span = bg_text__span(c->text, p->tok, p->end);
}
