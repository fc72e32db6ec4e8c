/* span: first and last day of a visit that is told by its length, its end or its stops. */
#include "when.h"

#define LASTING_WORDS 20 /* between the word for a visit and how long it takes */

static bool is_later(const bg_date *last, const bg_date *first) {
    if (last->year && first->year && last->year != first->year) return last->year > first->year;
    return last->month * 31 + last->day > first->month * 31 + first->day;
}

#define STATE_WORDS 4 /* from how long a journey lasts to its state: "ba ngày tới B" */

/* "bắt đầu chuyến thăm ba ngày", "kéo dài đến ngày 24/3": the first such words behind one for a visit in the sentence. */
static const bg_date *length_told(const bg_claims *c, const bg_sentence *s) {
    for (uint32_t m = bg_text__first(c->text, s->tok, s->end, CLASS_CONTACT); m != BG_NONE; m = bg_text__after(c->text, m, s->end, CLASS_CONTACT)) {
        const bg_mark *visit = &c->text->marks.items[m];
        uint32_t end = visit->end + LASTING_WORDS < s->end ? visit->end + LASTING_WORDS : s->end;
        if (!is(bg_mark__get(c->text, visit, KEY_VALUE), "visit")) continue;
        for (uint32_t n = bg_text__first(c->text, visit->tok, end, CLASS_DATE); n != BG_NONE; n = bg_text__after(c->text, n, end, CLASS_DATE)) {
            uint32_t ref = c->text->marks.items[n].ref;
            const bg_date *d = ref == BG_NONE ? NULL : &c->mentions->dates.items[ref];
            bool stop = bg_mark__get(c->text, visit, KEY_TOUR) && !(d && bg_text__any(c->text, d->end, d->end + STATE_WORDS < s->end ? d->end + STATE_WORDS : s->end, CLASS_COUNTRY));
            if (d && (d->until || (d->days && !stop))) return d; /* "chuyến công du 12 ngày tới châu Á" is longer than any stop of it */
        }
    }
    return NULL;
}

/* … in the sentences that tell of the visit; a last day only behind the first. */
static const bg_date *length_behind(const bg_claims *c, const bg_contact *visit, const bg_date *first) {
    for (size_t i = 0; i < visit->evidence.count; i++) {
        const bg_date *length = length_told(c, &c->text->sentences.items[visit->evidence.items[i]]);
        if (length && !(length->until && !is_later(length, first))) return length;
    }
    return NULL;
}

/* "Chiều 14/3, A đến B, bắt đầu chuyến thăm … từ ngày 14 đến 18/3": days that begin on the first, in a sentence that tells of the visit. */
static const bg_date *days_from(const bg_claims *c, const bg_contact *visit, const bg_date *first) {
    for (size_t i = 0; i < visit->evidence.count; i++) {
        const bg_sentence *s = &c->text->sentences.items[visit->evidence.items[i]];
        for (uint32_t m = bg_text__first(c->text, s->tok, s->end, CLASS_DATE); m != BG_NONE; m = bg_text__after(c->text, m, s->end, CLASS_DATE)) {
            uint32_t ref = c->text->marks.items[m].ref;
            const bg_date *d = ref == BG_NONE ? NULL : &c->mentions->dates.items[ref];
            if (d && d->day2 && !d->period && d->day == first->day && d->month == first->month) return d;
        }
    }
    return NULL;
}

/* The visit that begins on one day, where the page tells how long it lasts. */
static void add_end(bg_claims *c, bg_contact *visit) {
    const bg_date *first = bg_contact__date(c, visit);
    if (!bg_date__is_single(first) || !is(visit->type, "visit") || visit->tour) return;
    const bg_date *length = length_behind(c, visit, first), *left = visit->left == BG_NONE ? NULL : &c->mentions->dates.items[visit->left];
    if (!length && bg_date__is_single(left) && is_later(left, first)) length = left;
    const bg_date *days = length ? NULL : days_from(c, visit, first);
    if (days) bg_contact__set_date(c, visit, days);
    if (!length) return;
    bg_date whole = *first;
    if (length->days) bg_date__add_days(&whole, length->days - 1);
    else whole.day2 = length->day, whole.month2 = length->month, whole.year2 = whole.year ? length->year : 0;
    bg_contact__set_date(c, visit, &whole);
}

#define FROM_WORDS 4 /* of the longest word before a first day */

/* The first day of what the sentence tells to have ended, behind a word for "from", or the last, without one; NULL: none, or several. */
static const bg_date *day_told(const bg_claims *c, const bg_sentence *s, bool first) {
    const bg_date *found = NULL;
    for (uint32_t m = bg_text__first(c->text, s->tok, s->end, CLASS_DATE); m != BG_NONE; m = bg_text__after(c->text, m, s->end, CLASS_DATE)) {
        uint32_t ref = c->text->marks.items[m].ref;
        const bg_date *d = ref == BG_NONE ? NULL : &c->mentions->dates.items[ref];
        bool from = d && bg_text__ends_at(c->text, s->tok, d->tok, CLASS_FROMDAY, FROM_WORDS) != BG_NONE;
        if (!bg_date__is_single(d) || d->period || from != first) continue;
        if (found) return NULL;
        found = d;
    }
    return found;
}

/* "Trưa 3/10, A rời Hà Nội, kết thúc chuyến thăm từ ngày 1/10": both days. */
static void add_both_ends(bg_claims *c, bg_contact *visit) {
    for (size_t i = 0; i < visit->evidence.count && visit->date == BG_NONE && is(visit->type, "visit"); i++) {
        const bg_sentence *s = &c->text->sentences.items[visit->evidence.items[i]];
        const bg_date *first = bg_contact__is_ended(c, visit, s) ? day_told(c, s, true) : NULL, *last = first ? day_told(c, s, false) : NULL;
        if (!last || !is_later(last, first)) continue;
        bg_date whole = *first;
        whole.day2 = last->day, whole.month2 = last->month, whole.year2 = whole.year ? last->year : 0;
        bg_contact__set_date(c, visit, &whole);
        return;
    }
}

/* "Hôm nay (24/3), A rời Hà Nội, kết thúc chuyến thăm kéo dài ba ngày": the first day, counted from the last. */
static void add_first(bg_claims *c, bg_contact *visit) {
    for (size_t i = 0; i < visit->evidence.count && visit->date == BG_NONE && is(visit->type, "visit"); i++) {
        const bg_sentence *s = &c->text->sentences.items[visit->evidence.items[i]];
        const bg_date *length = bg_contact__is_ended(c, visit, s) ? length_told(c, s) : NULL;
        bool several = false;
        uint32_t last = length && length->days ? bg_sentence__same_day(c, s, BG_NONE, &several) : BG_NONE;
        if (last == BG_NONE || several) continue;
        bg_date whole = c->mentions->dates.items[last];
        bg_date__add_days(&whole, 1 - length->days);
        bg_date first = whole;
        whole.year = first.year2, whole.month = first.month2, whole.day = first.day2;
        whole.year2 = first.year, whole.month2 = first.month, whole.day2 = first.day;
        bg_contact__set_date(c, visit, &whole);
        if (visit->date == BG_NONE) return; /* out of memory */
    }
}

/* One stop of the journey: the same guests, in some of its states, on days of their own. */
static bool is_leg(const bg_claims *c, const bg_contact *tour, const bg_contact *leg) {
    const bg_date *d = bg_contact__date(c, leg);
    if (leg == tour || !is(leg->type, "visit") || (leg->told && !leg->planned) || leg->side_count >= tour->side_count || !d || !d->month || !d->day || d->period) return false;
    return leg->planned >= tour->planned && !bg_contact__has_third(leg, tour) && (bg_contact__shares_person(c, leg, tour) || !leg->people_count);
}

/* The days of a journey from the first of its legs to the last; `first` is that of the state named first. */
static bg_date days_of_legs(const bg_claims *c, const bg_contact *tour, bool *first) {
    bg_date whole = {0};
    for (size_t i = 0; i < c->contacts.count; i++) {
        const bg_contact *leg = &c->contacts.items[i];
        if (!is_leg(c, tour, leg)) continue;
        const bg_date *d = bg_contact__date(c, leg);
        bg_date last = *d;
        if (d->day2) last.day = d->day2, last.month = d->month2, last.year = d->year2;
        bg_date end = {.day = whole.day2, .month = whole.month2, .year = whole.year2};
        if (!whole.day) whole = *d;
        if (is_later(&whole, d)) whole.day = d->day, whole.month = d->month, whole.year = d->year;
        if (whole.day == d->day && whole.month == d->month) *first = is(leg->place_side, tour->place_side);
        if (end.day && is_later(&end, &last)) last = end;
        whole.day2 = last.day, whole.month2 = last.month, whole.year2 = last.year;
    }
    if (whole.day == whole.day2 && whole.month == whole.month2) whole.day2 = whole.month2 = whole.year2 = 0;
    return whole;
}

/* Is the last day of the one not before that of the other? */
static bool ends_behind(const bg_date *one, const bg_date *other) { return one->month2 * 31 + one->day2 >= other->month2 * 31 + other->day2; }

/* "A thăm B từ ngày 22 đến 24/8, thăm C từ 24 đến 26/8": the journey to both begins with the first and ends with the last. */
static void span_tour(bg_claims *c, bg_contact *tour) {
    const bg_date *has = bg_contact__date(c, tour);
    bool first = false;
    if (!is(tour->type, "visit") || tour->side_count < 3) return;
    bg_date whole = days_of_legs(c, tour, &first);
    bool begins = has && has->day == whole.day && has->month == whole.month && !ends_behind(has, &whole);
    if (!whole.day || !first || (has && has->day && !is_later(has, &whole) && !begins)) return;
    const bg_date *until = length_behind(c, tour, &whole);
    if (until && until->until && !ends_behind(&whole, &(bg_date){.day2 = until->day, .month2 = until->month})) whole.day2 = until->day, whole.month2 = until->month;
    bg_contact__set_date(c, tour, &whole);
}

/* "A rời B hôm 5/4" is the only day: it is the last, and the first is not told. */
static void drop_left(const bg_claims *c, bg_contact *visit) {
    const bg_date *d = bg_contact__date(c, visit), *left = visit->left == BG_NONE ? NULL : &c->mentions->dates.items[visit->left];
    if (bg_date__is_single(d) && bg_date__is_single(left) && d->day == left->day && d->month == left->month) visit->date = BG_NONE;
}

void bg_contact__add_ends(bg_claims *claims) {
    for (size_t i = 0; i < claims->contacts.count; i++) {
        if (claims->contacts.items[i].merged != BG_NONE) continue;
        drop_left(claims, &claims->contacts.items[i]);
        span_tour(claims, &claims->contacts.items[i]);
        add_end(claims, &claims->contacts.items[i]);
        add_first(claims, &claims->contacts.items[i]);
        add_both_ends(claims, &claims->contacts.items[i]);
    }
}
