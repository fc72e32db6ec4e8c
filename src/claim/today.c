/* today: which day "hôm nay" is on a page without a date, as tellings of one contact give it. */
#include "claim.h"

void bg_contact__note_today(bg_claims *c, const bg_date *one, const bg_date *other) {
    bg_date today;
    if (!one || !other || !(bg_date__today_of(one, other, &today) || bg_date__today_of(other, one, &today))) return;
    c->todays |= c->today.day && (c->today.day != today.day || c->today.month != today.month);
    c->today = today;
}

/* The day of "hôm nay" in the sentence before the token; BG_NONE if nothing says so. */
static uint32_t unknown_day(const bg_claims *c, const bg_sentence *s, uint32_t end) {
    for (uint32_t m = bg_text__first(c->text, s->tok, end, CLASS_DATE); m != BG_NONE; m = bg_text__after(c->text, m, end, CLASS_DATE)) {
        uint32_t ref = c->text->marks.items[m].ref;
        if (ref != BG_NONE && bg_date__is_unknown_day(&c->mentions->dates.items[ref])) return ref;
    }
    return BG_NONE;
}

/* "hôm nay hội đàm với B nhân dịp ông thăm …", "hôm nay thông báo A thăm …": something else between the day and the visit. */
static bool tells_between(const bg_claims *c, const bg_contact *visit, uint32_t day) {
    if (bg_text__any(c->text, day, visit->trigger, CLASS_SAY) || bg_text__any(c->text, day, visit->trigger, CLASS_CIRCUMSTANCE)) return true;
    for (size_t i = 0; i < c->contacts.count; i++) {
        const bg_contact *other = &c->contacts.items[i];
        if (other->sentence == visit->sentence && (!is(other->type, "visit") || (other->welcome && other != visit)) && other->trigger >= day && other->trigger < visit->trigger) return true;
    }
    return false;
}

/* "A chiều nay đến B, bắt đầu chuyến thăm từ ngày 12 đến 15/1": today is the first of the days, of what ends the last. */
void bg_contact__note_arrivals(bg_claims *c) {
    for (size_t i = 0; i < c->contacts.count; i++) {
        const bg_contact *visit = &c->contacts.items[i];
        const bg_date *d = bg_contact__date(c, visit);
        if (!is(visit->type, "visit") || visit->nominal || visit->planned || visit->told || visit->timed || !d || !d->day2) continue;
        const bg_sentence *s = &c->text->sentences.items[visit->sentence];
        uint32_t today = unknown_day(c, s, visit->trigger);
        bg_date day = {.year = d->year, .month = d->month, .day = d->day};
        if (bg_contact__is_ended(c, visit, s)) day = (bg_date){.year = d->year2, .month = d->month2, .day = d->day2};
        if (today != BG_NONE && !tells_between(c, visit, c->mentions->dates.items[today].end)) bg_contact__note_today(c, &c->mentions->dates.items[today], &day);
    }
}

void bg_contact__bind_today(bg_claims *c) {
    if (c->today.day && !c->todays) bg_date__set_today(c->mentions, &c->today);
}

/* "hôm nay", "chiều qua", "ngày mai" on a page that does not say which day that is. */
static bool is_some_day(const bg_date *d) { return d && d->deictic && !d->month && !d->year && !d->vague && !d->same_day && !d->days; }

/* Was the main contact told, in one of its mentions, as of "hôm nay"? */
static bool is_of_today(const bg_claims *c, const bg_contact *main) {
    uint32_t index = (uint32_t)(main - c->contacts.items);
    for (size_t i = 0; i < c->contacts.count; i++) {
        const bg_date *d = c->contacts.items[i].merged == index ? bg_contact__date(c, &c->contacts.items[i]) : NULL;
        if (is_some_day(d) && !d->shift) return true;
    }
    return main->today;
}

#define NEWS_SENTENCES 6 /* of the body, in which the day of the news stands */

/* "Sáng 5/6, A hội đàm với B": news is written on its day, unless the page says "hôm 5/6", or tells of what was done later. */
static bool is_written_on(const bg_claims *c, const bg_contact *main, const bg_date *day) {
    uint32_t sentence = 0;
    while (sentence + 1 < c->text->sentences.count && c->text->sentences.items[sentence].end <= day->tok) sentence++;
    const bg_sentence *s = &c->text->sentences.items[sentence];
    if (main->planned || main->told || day->day2 || day->toward || day->deictic || s->caption || c->body_before[sentence] >= NEWS_SENTENCES) return false;
    if (day->tok > s->tok && bg_text__is(c->text, day->tok - 1, CLASS_PASTDAY)) return false;
    for (size_t i = 0; i < c->contacts.count; i++) {
        const bg_contact *other = &c->contacts.items[i];
        const bg_date *d = bg_contact__date(c, other);
        if (other->merged == BG_NONE && !other->planned && d && d->day && (d->month > day->month || (d->month == day->month && d->day > day->day))) return false;
    }
    return true;
}

/* A day of the page's news that it names once makes "hôm nay", "chiều mai" known elsewhere. */
void bg_contact__know_today(bg_claims *claims) {
    const bg_contact *main = NULL;
    for (size_t i = 0; i < claims->contacts.count && !main; i++)
        if (claims->contacts.items[i].main) main = &claims->contacts.items[i];
    const bg_date *day = main ? bg_contact__date(claims, main) : NULL;
    if (!day || !day->month || !day->day || day->period || !(is_of_today(claims, main) || is_written_on(claims, main, day))) return;
    for (size_t i = 0; i < claims->contacts.count; i++) {
        bg_contact *contact = &claims->contacts.items[i];
        const bg_date *d = bg_contact__date(claims, contact);
        if (contact == main || contact->merged != BG_NONE || contact->bare || !is_some_day(d)) continue;
        bg_date known = claims->mentions->dates.items[main->date], *date = BG_PUSH(claims->text->arena, &claims->mentions->dates);
        if (!date) return;
        bg_date__add_days(&known, d->shift);
        *date = *d; /* keeps where it stands */
        date->year = known.year2, date->month = known.month2, date->day = known.day2, date->deictic = false;
        contact->date = (uint32_t)claims->mentions->dates.count - 1;

    }
}
