/* sides: the other side of a contact, when the words that name it leave it out: the one of which the opening speaks. */
#include "complete.h"
#include "naming.h"

#define OPENING_SENTENCES 6 /* of the body */
#define OTHERS_MAX 24 /* countries and organisations among which the other side is sought */

/* A country or organisation that the opening speaks of, how often, and where first. */
typedef struct tally { const char *country; unsigned count; bg_span span; } tally;
typedef struct tallies {
    tally items[OTHERS_MAX + BG_SIDES_MAX]; /* some of them may be the contact's own sides */
    unsigned count;
} tallies;

static void count_country(tallies *t, const char *country, bg_span span) {
    for (unsigned i = 0; i < t->count; i++)
        if (strcmp(t->items[i].country, country) == 0) {
            t->items[i].count++;
            return;
        }
    if (t->count < BG_COUNT(t->items)) t->items[t->count++] = (tally){country, 1, span};
}

/* "Bà Trương Mỹ Lan": a country's word within a name. */
bool bg_claims__in_name(const bg_claims *c, const bg_sentence *s, const bg_mark *mark) {
    uint32_t m = bg_text__over(c->text, s->tok, mark->tok, CLASS_NAME);
    return m != BG_NONE && c->text->marks.items[m].tok < mark->tok;
}

/* "người Đức", "tổng thầu Hàn Quốc": people and firms, no party. */
bool bg_claims__is_private(const bg_claims *c, const bg_sentence *s, uint32_t tok) {
    for (uint32_t b = tok; b-- > s->tok && b + 4 > tok;) {
        uint32_t m = bg_text__at(c->text, b, CLASS_PRIVATEOF);
        if (m != BG_NONE && c->text->marks.items[m].end == tok) return true;
    }
    return false;
}

/* Count those that a sentence names. "Anh" may be he. */
static void count_sentence(const bg_claims *c, const bg_sentence *s, tallies *t) {
    for (uint32_t tok = s->tok; tok < s->end; tok++)
        for (uint32_t m = c->text->heads[tok]; m != BG_NONE; m = c->text->marks.items[m].next) {
            const bg_mark *mark = &c->text->marks.items[m];
            const char *country = mark->klass == CLASS_COUNTRY || mark->klass == CLASS_ORG ? bg_mention__country(c->mentions, mark) : NULL;
            if (!country || bg_text__is(c->text, tok, CLASS_PRONOUN)) continue;
            if (!bg_claims__in_name(c, s, mark) && !bg_claims__is_private(c, s, tok)) count_country(t, country, bg_text__span(c->text, mark->tok, mark->end));
        }
}

/* Count what title, captions and opening speak of. */
static void count_opening(const bg_claims *c, tallies *t) {
    unsigned body = 0;
    for (size_t i = 0; i < c->text->sentences.count && body < OPENING_SENTENCES; i++) {
        const bg_sentence *s = &c->text->sentences.items[i];
        body += !s->title && !s->caption;
        count_sentence(c, s, t);
    }
}

/* The country or organisation besides the contact's own that is spoken of at least twice, and twice as often as any other. */
static const tally *other_side(const tallies *t, const bg_contact *contact) {
    const tally *best = NULL;
    unsigned second = 0, others = 0;
    for (unsigned i = 0; i < t->count && others < OTHERS_MAX; i++) {
        const tally *now = &t->items[i];
        if (bg_contact__has_side(contact, now->country)) continue;
        others++;
        if (!best || now->count > best->count) second = best ? best->count : 0, best = now;
        else if (now->count > second) second = now->count;
    }
    return best && best->count >= 2 && best->count >= 2 * second ? best : NULL;
}

/* "Điện mừng Quốc khánh A … Chủ tịch B gửi điện mừng": a letter that names nobody to whom it goes, to the page's own state, if the title names that. */
static const tally *reader_of(const bg_claims *c, const tallies *t, const bg_contact *contact) {
    const char *home = is(contact->type, "letter") && contact->people_count && !contact->nominal ? c->mentions->home : NULL;
    const bg_sentence *title = home && !bg_contact__has_side(contact, home) ? bg_title__find(c) : NULL;
    tallies named = {.count = 0};
    if (title) count_sentence(c, title, &named);
    for (unsigned i = 0; i < named.count; i++)
        for (unsigned k = 0; is(named.items[i].country, home) && k < t->count; k++)
            if (is(t->items[k].country, home)) return &t->items[k];
    return NULL;
}

/* "Lãnh đạo A, B và C gửi điện mừng 70 năm Quốc khánh D": to whom several states write. */
static bool lacks_recipient(const bg_contact *contact) {
    return is(contact->type, "letter") && contact->side_count > 1 && !contact->people_count && contact->object < contact->trigger;
}

static bool lacks_side(const bg_claims *c, const bg_contact *contact) {
    if (lacks_recipient(contact)) return contact->merged == BG_NONE && bg_contact__position(c, contact) <= 3;
    if (contact->side_count != 1 || is(contact->type, "statement") || contact->bare || contact->merged != BG_NONE) return false;
    if (is(contact->rule, "contact.org-meets") || is(contact->rule, "contact.org-votes")) return false; /* its own members meet */
    if (bg_contact__opens_with_partner(c, contact)) return false;
    if (contact->generic && contact->nominal && !contact->in_title) return false; /* "trong cuộc họp": his own people, as like as not */
    return contact->in_title || bg_contact__position(c, contact) <= 3;
}

/* "Dự hội nghị cấp cao ASEAN": the body whose conference it is, inside the word for it or right behind. */
static void add_own_body(const bg_claims *c, bg_contact *contact) {
    for (uint32_t tok = contact->trigger; is(contact->type, "conference") && tok <= contact->trigger_end; tok++) {
        uint32_t m = bg_text__at(c->text, tok, CLASS_ORG);
        const bg_mark *org = m == BG_NONE ? NULL : &c->text->marks.items[m];
        const char *body = org ? bg_mention__country(c->mentions, org) : NULL;
        if (body && bg_side__is_body(body) && !is(bg_mark__get(c->text, org, KEY_KIND), "forum")) bg_contact__add_side(contact, body, bg_text__span(c->text, org->tok, org->end));
    }
}

/* The first mark in the title of a town or building abroad, if all there are of one state; NULL: none, or several. */
static const bg_mark *host_place(const bg_claims *c, const char *own) {
    const bg_sentence *s = bg_title__find(c);
    const bg_mark *found = NULL;
    for (uint32_t m = s ? bg_text__first(c->text, s->tok, s->end, CLASS_PLACE) : BG_NONE; m != BG_NONE; m = bg_text__after(c->text, m, s->end, CLASS_PLACE)) {
        const bg_mark *mark = &c->text->marks.items[m];
        const char *country = bg_mention__country(c->mentions, mark);
        if (!country || is(country, own)) continue;
        if (found && !is(bg_mention__country(c->mentions, found), country)) return NULL;
        if (!found) found = mark;
    }
    return found;
}

/* "Sân bay Nội Bài thắt chặt an ninh" for "chuyến thăm của A": the host, told only by his towns in the title. */
static void add_host_side(const bg_claims *c, bg_contact *visit) {
    if (!is(visit->type, "visit") || visit->tour || !visit->people_count || !is(bg_claims__country(c, visit->people[0].person), visit->sides[0])) return;
    const bg_mark *place = host_place(c, visit->sides[0]);
    if (!place || !bg_contact__add_side(visit, bg_mention__country(c->mentions, place), bg_text__span(c->text, place->tok, place->end))) return;
    visit->place_side = visit->sides[visit->side_count - 1];
}

#define MEMORIAL_REACH 6 /* words behind the verb within which the memorial is named */

/* "A đặt vòng hoa tại Đài tưởng niệm …", "… viếng Lăng Chủ tịch …": the state whose memorial it is. */
static void add_memorial_side(const bg_claims *c, bg_contact *contact) {
    const bg_sentence *s = &c->text->sentences.items[contact->sentence];
    uint32_t end = contact->trigger_end + MEMORIAL_REACH < s->end ? contact->trigger_end + MEMORIAL_REACH : s->end;
    if (!contact->mourned || !contact->people_count || !is(bg_claims__country(c, contact->people[0].person), contact->sides[0])) return;
    for (uint32_t tok = contact->trigger; tok < end; tok++) {
        uint32_t m = bg_text__at(c->text, tok, CLASS_PLACE);
        const char *country = m == BG_NONE ? NULL : bg_mention__country(c->mentions, &c->text->marks.items[m]);
        if (!country || is(country, contact->sides[0])) continue;
        bg_contact__add_side(contact, country, bg_text__span(c->text, c->text->marks.items[m].tok, c->text->marks.items[m].end));
        return;
    }
}

/* "Trong khuôn khổ chuyến thăm B, A đã đặt vòng hoa …": the state in which he is a guest; NULL: none, or several. */
static const bg_contact *stay_of(const bg_claims *c, const bg_contact *ceremony) {
    const bg_contact *found = NULL;
    for (size_t i = 0; i < c->contacts.count; i++) {
        const bg_contact *visit = &c->contacts.items[i];
        if (!is(visit->type, "visit") || visit->merged != BG_NONE || visit->told || visit->side_count != 2 || !bg_contact__has_person(visit, ceremony->people[0].person)) continue;
        if (found && !bg_contact__same_sides(found, visit)) return NULL;
        if (bg_contact__has_side(visit, ceremony->sides[0])) found = visit;
    }
    return found;
}

/* "Trong chuyến thăm B, A đã hội đàm với Thủ tướng C": C, of no known state, is of B. */
static bool meets_stateless(const bg_claims *c, const bg_contact *contact) {
    if (!bg_type__is(contact->type, BG_TYPE_OF_TWO) || contact->people_count != 2 || contact->partner == BG_NONE) return false;
    const bg_person *other = &c->mentions->people.items[contact->people[1].person];
    return is(bg_claims__country(c, contact->people[0].person), contact->sides[0]) && other->name && other->office_count && !bg_person__country(other);
}

static void add_side_of_stay(const bg_claims *c, bg_contact *contact) {
    bool wreath = is(contact->type, "ceremony") && contact->people_count == 1;
    const bg_contact *visit = !contact->planned && (wreath || meets_stateless(c, contact)) ? stay_of(c, contact) : NULL;
    for (unsigned i = 0; visit && i < visit->side_count; i++) bg_contact__add_side(contact, visit->sides[i], visit->side_spans[i]);
    if (visit && !wreath) c->mentions->people.items[contact->people[1].person].guess = contact->sides[1];
}

/* A body that no state is named for: neither its own nor one behind it, and no part of somebody's office. */
static bool is_unclaimed(const bg_claims *c, const bg_sentence *s, const bg_mark *body) {
    const char *kind = bg_mark__get(c->text, body, KEY_KIND);
    uint32_t end;
    if (is(kind, "mission") || is(kind, "committee") || bg_mark__get(c->text, body, KEY_COUNTRY)) return false;
    if (bg_text__over(c->text, s->tok, body->tok, CLASS_WHO) != BG_NONE || bg_text__over(c->text, s->tok, body->tok, CLASS_SIDE) != BG_NONE) return false;
    if (body->end >= s->end) return true;
    bool said = bg_text__is(c->text, body->end, CLASS_PRONOUN) || bg_text__is(c->text, body->end, CLASS_SIDEWORD) || bg_text__is(c->text, body->end, CLASS_BOTH);
    return !said && !bg_named__side(c, body->end, &end);
}

static const bg_mark *unclaimed_body(const bg_claims *c, const bg_sentence *s) {
    for (uint32_t m = bg_text__first(c->text, s->tok, s->end, CLASS_BODY); m != BG_NONE; m = bg_text__after(c->text, m, s->end, CLASS_BODY))
        if (is_unclaimed(c, s, &c->text->marks.items[m])) return &c->text->marks.items[m];
    return NULL;
}

#define BODY_LEAD 2 /* sentences of the body in which the contact is told */

/* "Bộ A phối hợp với Đại sứ quán B tổ chức …": a body whose state is not named is of the page's own. */
static void add_side_of_body(const bg_claims *c, bg_contact *contact) {
    const bg_mark *body = NULL;
    if (!is(c->mentions->home, "VN") || !bg_type__is(contact->type, BG_TYPE_BY_BODIES)) return;
    for (size_t i = 0; i < contact->evidence.count && !body; i++) {
        uint32_t told = contact->evidence.items[i];
        if (c->body_before[told] < BODY_LEAD) body = unclaimed_body(c, &c->text->sentences.items[told]);
    }
    if (body) bg_contact__add_side(contact, "VN", bg_text__span(c->text, body->tok, body->end));
}

/* "Đại sứ B tại A": the state in which the words of who he is say that he is posted. */
static void add_side_of_post(const bg_claims *c, bg_contact *contact) {
    const bg_sentence *s = &c->text->sentences.items[contact->sentence];
    if (!(is(contact->type, "aid") || is(contact->type, "signing")) || !contact->people_count) return;
    for (uint32_t m = bg_text__first(c->text, s->tok, s->end, CLASS_WHO); m != BG_NONE; m = bg_text__after(c->text, m, s->end, CLASS_WHO)) {
        const bg_mark *who = bg_claims__mark(c, m);
        for (uint32_t tok = who->tok; who->ref == contact->people[0].person && tok + 1 < who->end; tok++) {
            uint32_t at = bg_text__is(c->text, tok, CLASS_ATPLACE) ? bg_text__at(c->text, tok + 1, CLASS_COUNTRY) : BG_NONE;
            if (at != BG_NONE) bg_contact__add_side(contact, bg_mention__country(c->mentions, bg_claims__mark(c, at)), bg_text__span(c->text, tok + 1, bg_claims__mark(c, at)->end));
        }
    }
}

void bg_contact__add_other_sides(bg_claims *c) {
    tallies t = {.count = 0};
    bool counted = false;
    for (size_t i = 0; i < c->contacts.count; i++) {
        bg_contact *contact = &c->contacts.items[i];
        if (lacks_side(c, contact)) add_own_body(c, contact);
        if (lacks_side(c, contact)) add_memorial_side(c, contact);
        if (lacks_side(c, contact)) add_side_of_stay(c, contact);
        if (lacks_side(c, contact)) add_side_of_body(c, contact);
        if (lacks_side(c, contact)) add_side_of_post(c, contact);
        if (!lacks_side(c, contact)) continue;
        if (!counted) count_opening(c, &t), counted = true;
        const tally *reader = reader_of(c, &t, contact), *other = reader ? reader : other_side(&t, contact);
        bool state = other && !bg_side__is_body(other->country);
        if (other && (state || is(contact->type, "conference"))) bg_contact__add_side(contact, other->country, other->span);
        else add_host_side(c, contact);
    }
}
