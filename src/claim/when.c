/* when: the day of a contact that the words which name it leave out. */
#include "when.h"

/* Is a side of the one none of the other? */
bool bg_contact__has_third(const bg_contact *one, const bg_contact *other) {
    return bg_contact__shared_sides(one, other) < one->side_count;
}

/* The day of the dates of a sentence, if they name no other than `found`; `several` if they do. */
uint32_t bg_sentence__same_day(const bg_claims *c, const bg_sentence *s, uint32_t found, bool *several) {
    for (uint32_t m = bg_text__first(c->text, s->tok, s->end, CLASS_DATE); m != BG_NONE; m = bg_text__after(c->text, m, s->end, CLASS_DATE)) {
        uint32_t ref = c->text->marks.items[m].ref;
        const bg_date *d = ref == BG_NONE ? NULL : &c->mentions->dates.items[ref], *f = found == BG_NONE ? NULL : &c->mentions->dates.items[found];
        if (!d || d->period || d->vague || !d->day) continue;
        *several |= d->day2 || (f && (f->day != d->day || f->month != d->month));
        if (!f) found = ref;
    }
    return found;
}

/* "… trong cuộc họp hôm qua" under a picture: what the text tells is another telling. */
static bool is_of_picture(const bg_claims *c, const bg_contact *contact, const bg_date *d) {
    for (size_t i = 0; i < contact->evidence.count && d->deictic && !d->month; i++) {
        const bg_sentence *s = &c->text->sentences.items[contact->evidence.items[i]];
        if (d->tok >= s->tok && d->tok < s->end) return s->caption;
    }
    return false;
}

/* "Hôm nay, tôi sẽ …", ông A viết hôm 3/6: the day is what he says. */
static bool is_quoted_day(const bg_claims *c, const bg_date *d) {
    for (size_t i = 0; i < c->text->sentences.count; i++) {
        const bg_sentence *s = &c->text->sentences.items[i];
        if (d->tok >= s->tok && d->tok < s->end) return bg_sentence__is_quoted(c, s, d->tok);
    }
    return false;
}

/* Is the day told under a picture, or is it "hôm nay" itself? */
static bool is_pictured(const bg_claims *c, uint32_t ref) {
    const bg_date *d = &c->mentions->dates.items[ref];
    for (size_t i = 0; i < c->text->sentences.count && !d->deictic; i++) {
        const bg_sentence *s = &c->text->sentences.items[i];
        if (d->tok >= s->tok && d->tok < s->end) return s->caption;
    }
    return true;
}

/* What is called off: when it was to be, as other words tell that are of what is to come. */
static uint32_t date_of_called_off(const bg_claims *c, const bg_contact *contact) {
    uint32_t found = bg_contact__day_of_pair(c, contact);
    return found == BG_NONE ? bg_contact__day_of_word(c, contact) : found;
}

#define OPENING_SENTENCES 3 /* of the body */

/* Does the date stand in the title or where the body begins? */
static bool is_of_opening(const bg_claims *c, const bg_date *d) {
    for (size_t i = 0; i < c->text->sentences.count && c->body_before[i] < OPENING_SENTENCES; i++)
        if (d->tok >= c->text->sentences.items[i].tok && d->tok < c->text->sentences.items[i].end) return true;
    return false;
}

/* A day that the words have but that is none of the contact is taken from it. What is left; NULL: no day. */
static const bg_date *own_date(const bg_claims *c, bg_contact *contact) {
    const bg_date *has = bg_contact__date(c, contact);
    bool statement = is(contact->type, "statement");
    if (has && has->day2 && is(contact->type, "ceremony") && is(bg_date__word_before(c, has), "visit")) { /* the days of the visit: on the first the guest is welcomed */
        contact->date = contact->welcome ? bg_date__first(c, contact->date) : BG_NONE;
        has = bg_contact__date(c, contact);
    }
    if (has && is_of_picture(c, contact, has)) has = NULL;
    if (has && statement && bg_date__is_unknown_day(has) && is_quoted_day(c, has)) has = NULL;
    if (has && !has->day && contact->planned && has->toward < 0) contact->date = BG_NONE, has = NULL; /* "hồi tháng 6" was it spoken of */
    if (has && !has->day && has->month && statement) contact->date = BG_NONE, has = NULL; /* news is no month old: "… nhân dịp Thủ tướng C thăm vào tháng 9" */
    return has;
}

/* The day that stands with other words for the contact; BG_NONE: none, or only a month is known, `month`. */
static uint32_t day_elsewhere(const bg_claims *c, const bg_contact *contact, int month) {
    uint32_t found = month ? BG_NONE : bg_contact__day_of_reference(c, contact);
    if (found == BG_NONE && !month) found = bg_contact__day_of_party(c, contact);
    if (found == BG_NONE && contact->off) found = date_of_called_off(c, contact);
    return found;
}

/* The day on which the words were said: under a picture, or before the day that the words name. */
static uint32_t day_of_words(const bg_claims *c, const bg_contact *statement, const bg_date *has) {
    uint32_t found = is(statement->type, "statement") ? bg_contact__day_of_words(c, statement) : BG_NONE;
    if (found == BG_NONE || !statement->today || is_pictured(c, found)) return found;
    return c->mentions->dates.items[found].tok < has->tok ? found : BG_NONE;
}

/* The day that the rest of the page tells. */
static uint32_t day_of_rest(const bg_claims *c, bg_contact *contact, const bg_date *has) {
    uint32_t found = bg_contact__day_of_kin(c, contact, has);
    bool ahead = has && has->shift > 0, told = has && has->deictic && !(contact->planned && ahead); /* "ngày mai" has its day elsewhere */
    if (found == BG_NONE && !told && (found = bg_contact__day_of_word(c, contact)) != BG_NONE) contact->planned |= !contact->tensed && !contact->past && bg_date__is_to_come(c, found); /* "A đã tới B" */
    if (found == BG_NONE && !contact->planned && !ahead) found = bg_contact__day_of_page(c, contact);
    if (found == BG_NONE && contact->planned && ahead && has->deictic) found = bg_contact__day_to_come(c, contact);
    return found;
}

/* The first day that opens a sentence of the opening, before what the rest of the page tells. Not when the contact says "hôm nay" of its own. */
static void add_date(const bg_claims *c, bg_contact *contact) {
    const bg_date *has = own_date(c, contact);
    contact->today = has && bg_date__is_unknown_day(has) && !has->shift;
    if (has && has->day) return;
    int month = has ? has->month : 0; /* known to the month only: a day of that month tells more */
    uint32_t found = day_elsewhere(c, contact, month);
    if (found != BG_NONE) contact->date = found;
    if (found != BG_NONE || contact->invited || contact->off) return; /* the day of the page's news is that of the inviting, of the calling off */
    found = day_of_words(c, contact, has);
    if (found == BG_NONE) found = bg_contact__day_of_lead(c, contact, has);
    if (found != BG_NONE) {
        contact->date = found;
        return;
    }
    found = day_of_rest(c, contact, has);
    bool clashes = month && !is(contact->type, "statement") && c->mentions->dates.items[found == BG_NONE ? 0 : found].month != month;
    if (found != BG_NONE && !(clashes && is_of_opening(c, has))) contact->date = found;
}

/* "Trước đó, B thăm nước A từ ngày 29/11 đến 2/12": the days of a visit to the guest's own state. */
static bool is_of_visit_back(const bg_claims *c, const bg_contact *visit, uint32_t ref) {
    const char *home = is(visit->type, "visit") && visit->people_count ? bg_claims__country(c, visit->people[0].person) : NULL;
    for (size_t i = 0; home && i < c->contacts.count; i++) {
        const bg_contact *other = &c->contacts.items[i];
        if (other == visit || !is(other->type, "visit") || other->merged != BG_NONE || other->date != ref) continue;
        if (is(other->place_side, home) && !is(visit->place_side, home) && !bg_contact__shares_person(c, visit, other)) return true;
    }
    return false;
}

void bg_contact__add_date(const bg_claims *c, bg_contact *contact) {
    uint32_t told = contact->date;
    bool planned = contact->planned;
    add_date(c, contact);
    if (contact->date == told || contact->date == BG_NONE || !is_of_visit_back(c, contact, contact->date)) return;
    contact->date = told;
    contact->planned = planned;
}

void bg_contact__set_date(bg_claims *c, bg_contact *contact, const bg_date *date) {
    bg_date copy = *date, *added = BG_PUSH(c->text->arena, &c->mentions->dates); /* the push may move the dates */
    if (!added) return;
    *added = copy;
    contact->date = (uint32_t)c->mentions->dates.count - 1;
}
