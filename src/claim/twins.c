/* twins: what is told twice, seen once parties and days are complete. */
#include "merge.h"

/* The same sides, or all of the one among those of the other. */
static bool sides_nest(const bg_contact *a, const bg_contact *b) {
    unsigned least = a->side_count < b->side_count ? a->side_count : b->side_count;
    return bg_contact__shared_sides(a, b) == least && (least < 2 || a->side_count == b->side_count);
}

static bool share_body(const bg_contact *a, const bg_contact *b) {
    for (unsigned i = 0; i < a->side_count; i++)
        for (unsigned j = 0; j < b->side_count && bg_side__is_body(a->sides[i]); j++)
            if (is(a->sides[i], b->sides[j])) return true;
    return false;
}

/* A month or a year without a day: recalled, and not what is told without a time. */
static bool is_recalled(const bg_date *d) { return d && !d->day && (d->month || d->year); }

static bool times_fit(const bg_claims *c, const bg_contact *a, const bg_contact *b) {
    const bg_date *of_a = bg_contact__date(c, a), *of_b = bg_contact__date(c, b);
    if (is_recalled(of_a) || is_recalled(of_b)) return of_a && of_b && of_a->year == of_b->year && of_a->month == of_b->month && !of_a->day == !of_b->day;
    return bg_date__fits(of_a, of_b);
}

static bool same_people(const bg_claims *c, const bg_contact *a, const bg_contact *b) {
    unsigned named = bg_contact__named_people(c, a);
    return named == bg_contact__named_people(c, b) && bg_contact__shared_people(c, a, b) == named && a->people_count == b->people_count;
}

/* The same visit, statement or signing; a conference of one body, told once with who attends and once without. */
static bool are_twins(const bg_claims *c, const bg_contact *a, const bg_contact *b) {
    const bg_date *of_a = bg_contact__date(c, a), *of_b = bg_contact__date(c, b);
    bool held = is(a->type, "conference") && of_a && of_b && !of_a->year == !of_b->year; /* "APEC 2017", "APEC tháng 11" of that year */
    if (!is(a->type, b->type) || a->many || b->many || a->ships != b->ships) return false;
    if (!(held ? bg_date__fits(of_a, of_b) : times_fit(c, a, b))) return false;
    unsigned least = bg_contact__named_people(c, a) < bg_contact__named_people(c, b) ? bg_contact__named_people(c, a) : bg_contact__named_people(c, b);
    if (is(a->type, "conference") && share_body(a, b)) return !least || (a->planned == b->planned && !a->told == !b->told);
    if (a->planned != b->planned || !same_people(c, a, b)) return false;
    if (is(a->type, "visit")) return least && !a->tour == !b->tour && sides_nest(a, b) && (!a->place_side || !b->place_side || is(a->place_side, b->place_side));
    if (is(a->type, "signing")) return a->side_count == b->side_count && sides_nest(a, b);
    return is(a->type, "statement") && a->people_count < 2 && (a->people_count || (a->side_count == 1 && b->side_count == 1)) && is(a->sides[0], b->sides[0]);
}

#define AGAIN_NEAR 3 /* sentences */

/* "Đây là lần đầu tiên lãnh đạo A tới thăm B": the visit told before. */
static bool is_told_again(const bg_claims *c, const bg_contact *told, const bg_contact *again) {
    const bg_sentence *s = &c->text->sentences.items[again->sentence];
    if (!is(told->type, "visit") || !is(again->type, "visit") || !bg_text__is(c->text, s->tok, CLASS_THIS) || is_recalled(bg_contact__date(c, again))) return false;
    if (again->sentence <= told->sentence || again->sentence > told->sentence + AGAIN_NEAR || bg_text__any(c->text, s->tok, again->tok, CLASS_SINCE)) return false;
    if (bg_contact__named_people(c, again)) return bg_contact__shared_people(c, told, again) && times_fit(c, told, again);
    return bg_contact__shared_sides(told, again) && times_fit(c, told, again);
}

/* Does the noun's own sentence, or another contact of the page between the same people, tell that they have met? */
static bool is_told_held(const bg_claims *c, const bg_contact *noun) {
    const bg_sentence *s = &c->text->sentences.items[noun->sentence];
    if (bg_text__any(c->text, s->tok, s->end, CLASS_HELD) || bg_contact__is_ended(c, noun, s)) return true;
    for (size_t i = 0; i < c->contacts.count && i < BG_CONTACTS_NEAR; i++) {
        const bg_contact *other = &c->contacts.items[i];
        if (other == noun || other->merged != BG_NONE || other->bare || other->planned || !bg_type__alike(other->type, noun->type) || !same_people(c, other, noun)) continue;
        if (other->past || other->held || other->date != BG_NONE || !bg_contact__is_noun(c, other)) return true;
    }
    return false;
}

/* "Cuộc gặp A - B" without tense and time, on a page about the meeting to which the two are to come, or that tells of no other: that. */
static bool is_coming_again(const bg_claims *c, const bg_contact *coming, const bg_contact *noun) {
    if (!coming->planned || (!coming->main && (coming->in_caption || is_told_held(c, noun))) || noun->planned || noun->past || noun->tensed || noun->held || noun->outcome || noun->many || noun->in_caption) return false;
    if (noun->date != BG_NONE || !bg_contact__is_noun(c, noun) || bg_contact__of_past(c, noun) || bg_contact__is_earlier(c, noun) || !same_people(c, coming, noun)) return false;
    bool there = !noun->place || !coming->place || noun->wide || coming->wide || is(noun->place, coming->place);
    if (is(coming->type, "visit")) return is(noun->type, "visit") && noun->people_count == 1 && is(noun->place_side, coming->place_side) && sides_nest(coming, noun);
    return there && bg_type__alike(coming->type, noun->type) && bg_contact__named_people(c, noun) == 2;
}

/* Those who attend a conference as the one telling or the other has them. */
static void add_people(bg_contact *into, const bg_contact *from) {
    for (unsigned i = 0; i < from->people_count && into->people_count < BG_PEOPLE_MAX; i++)
        if (!bg_contact__has_person(into, from->people[i].person)) into->people[into->people_count++] = from->people[i];
    for (unsigned i = 0; i < from->side_count; i++) bg_contact__add_side(into, from->sides[i], from->side_spans[i]);
}

static bool is_open(const bg_contact *contact) { return contact->merged == BG_NONE && !contact->bare && contact->side_count; }

void bg_contact__fold_twins(bg_claims *claims) {
    for (size_t i = 0; i < claims->contacts.count; i++) {
        bg_contact *from = &claims->contacts.items[i];
        for (size_t j = bg_contact__near_first(i), end = bg_contact__near_end(claims, i); j < end && is_open(from) && !from->main; j++) {
            bg_contact *into = &claims->contacts.items[j];
            bool before = j < i || into->main || bg_contact__named_people(claims, into) > bg_contact__named_people(claims, from);
            if (j == i || !is_open(into) || !before || !(are_twins(claims, into, from) || is_told_again(claims, into, from) || is_coming_again(claims, into, from))) continue;
            from->merged = (uint32_t)j;
            if (!into->main && is(into->type, "conference")) add_people(into, from);
            if (!into->main && bg_date__precision(bg_contact__date(claims, from)) > bg_date__precision(bg_contact__date(claims, into))) into->date = from->date;
        }
    }
}
