/* story: a page that tells of several days tells them one after the other; what names no day is of the day told last. */
#include "when.h"

#define STORY_REACH 6 /* sentences behind the one that names a day */

typedef struct story {
    uint32_t day; /* BG_NONE: none is told */
    uint32_t sentence; /* that names it */
} story;

/* The one day that the sentence names, spans aside; BG_NONE: none, or several. */
static uint32_t day_of(const bg_claims *c, const bg_sentence *s, bool *several) {
    uint32_t found = BG_NONE;
    for (uint32_t m = bg_text__first(c->text, s->tok, s->end, CLASS_DATE); m != BG_NONE; m = bg_text__after(c->text, m, s->end, CLASS_DATE)) {
        uint32_t ref = c->text->marks.items[m].ref;
        const bg_date *d = ref == BG_NONE ? NULL : &c->mentions->dates.items[ref], *f = found == BG_NONE ? NULL : &c->mentions->dates.items[found];
        if (!bg_date__is_single(d) || d->vague) continue;
        *several |= f && (f->day != d->day || f->month != d->month);
        if (!f) found = ref;
    }
    return *several ? BG_NONE : found;
}

#define SPAN_OPENS 8 /* words from the begin of a sentence to its days */

/* "Trong thời gian thăm A ngày 24-25/2, ông …": what is told there was on any of them. */
static bool opens_with_span(const bg_claims *c, const bg_sentence *s) {
    uint32_t end = s->tok + SPAN_OPENS < s->end ? s->tok + SPAN_OPENS : s->end;
    for (uint32_t m = bg_text__first(c->text, s->tok, end, CLASS_DATE); m != BG_NONE; m = bg_text__after(c->text, m, end, CLASS_DATE)) {
        uint32_t ref = c->text->marks.items[m].ref;
        if (ref != BG_NONE && c->mentions->dates.items[ref].day2 && !c->mentions->dates.items[ref].period) return true;
    }
    return false;
}

/* A sentence that names one day goes on to that day; one that names several, or one ahead or of a year told, leaves it open. */
static story go_on(const bg_claims *c, story told, uint32_t sentence) {
    const bg_sentence *s = &c->text->sentences.items[sentence];
    bool several = false;
    uint32_t day = s->title || s->caption ? BG_NONE : day_of(c, s, &several);
    const bg_date *d = day == BG_NONE ? NULL : &c->mentions->dates.items[day];
    if (several || (!d && !s->title && !s->caption && opens_with_span(c, s)) || (d && (d->toward > 0 || (d->year && !d->inferred)))) return (story){BG_NONE, sentence};
    return d ? (story){day, sentence} : told;
}

/* Did one of its people meet somebody on that day? */
static bool acts_on(const bg_claims *c, const bg_contact *contact, const bg_date *day, size_t index) {
    for (size_t i = bg_contact__near_first(index), end = bg_contact__near_end(c, index); i < end; i++) {
        const bg_contact *other = &c->contacts.items[i];
        const bg_date *d = bg_contact__date(c, other);
        if (i == index || (other->planned && !contact->planned) || !d || d->day != day->day || d->month != day->month) continue;
        if (bg_contact__shares_person(c, contact, other)) return true;
    }
    return false;
}

/* What two or more do on one day, told as done. */
static bool is_deed(const bg_claims *c, const bg_contact *contact) {
    static const char *const types[] = {"ceremony", "signing", "award", "aid", "other"};
    bool of_day = bg_type__is(contact->type, BG_TYPE_OF_TWO) || (is(contact->type, "statement") && contact->people_count == 2);
    for (size_t i = 0; i < BG_COUNT(types); i++) of_day |= is(contact->type, types[i]);
    return of_day && !contact->told && !contact->bare && !contact->nominal && !contact->many && !bg_contact__of_past(c, contact);
}

/* "Sau đó, A sẽ hội kiến B": what is to come goes on with the day only behind such a word. */
static bool comes_next(const bg_claims *c, const bg_contact *contact) {
    const bg_sentence *s = &c->text->sentences.items[contact->sentence];
    return !contact->planned || bg_text__any(c->text, s->tok, contact->trigger, CLASS_THEN);
}

void bg_contact__follow_story(bg_claims *claims) {
    story told = {BG_NONE, 0};
    uint32_t sentence = 0;
    for (size_t i = 0; i < claims->contacts.count; i++) {
        bg_contact *contact = &claims->contacts.items[i];
        if (contact->sentence < sentence) continue; /* a merged one whose best telling stands before */
        for (; sentence < contact->sentence; sentence++) told = go_on(claims, told, sentence);
        bool open = contact->merged == BG_NONE && contact->date == BG_NONE && is_deed(claims, contact) && comes_next(claims, contact);
        if (!open || told.day == BG_NONE || told.sentence + STORY_REACH < contact->sentence) continue;
        if (go_on(claims, (story){BG_NONE, sentence}, sentence).day != BG_NONE || opens_with_span(claims, &claims->text->sentences.items[sentence])) continue; /* a day of its own */
        if (acts_on(claims, contact, &claims->mentions->dates.items[told.day], i) && !bg_contact__is_on_visit(claims, contact)) contact->date = told.day;
    }
}
