/*
 * year: what a date leaves to the page: its year, concluded from the page's date, its pictures and its other dates; the day that "hôm nay",
 * "hôm sau" and "tháng tới" are counted from. What cannot be concluded stays out.
 */
#include "mention.h"

#include <stdlib.h>

#define NEAR_DAYS 7    /* between a day with its year and one without: the same year */
#define PICTURE_DAYS 2 /* between a day told and the day in the address of a picture of it */

static int months_since(int year, int month) { return year * 12 + month; }

/*
 * What the page says of years: its latest dated day or month, its latest year alone, the month an anniversary falls in, and
 * the month of a picture that was put there on a day the text tells of.
 */
typedef struct told_years {
    bg_day latest; /* day 0: a month */
    int named;
    bool again; /* the year of `latest` is named more than once */
    bg_day jubilee, picture;
} told_years;

/* With the page's date: the latest such day that is not more than about three months ahead of it; "tới", "vừa qua" decide. */
static int year_by_page(const bg_mentions *m, const bg_date *d) {
    int ahead = d->month - m->page_month;
    if (d->toward > 0) return m->page_year + (ahead < 0);
    if (d->toward < 0) return m->page_year - (ahead > 0);
    return m->page_year + (ahead > 3 ? -1 : ahead < -8 ? 1 : 0);
}

/* `month` of `year`, the nearest year to a month told before it: within `back` months before and two behind it; else 0. */
static int year_near(int month, int year, int other, int back) {
    if (!year) return 0;
    for (int shift = -1; shift <= 1; shift++) {
        int ahead = month + 12 * shift - other;
        if (ahead >= -back && ahead <= 2) return year + shift;
    }
    return 0;
}

/* By the latest dated day: within a week of it, or soon behind it where its year is named again. Behind a month: not the same. */
static int year_by_latest(const bg_date *d, const told_years *told) {
    const bg_day *l = &told->latest;
    if (told->named > l->year || told->jubilee.year > l->year) return 0;
    if (l->day && l->month == d->month && abs(l->day - d->day) <= NEAR_DAYS) return l->year;
    return told->again ? year_near(d->month, l->year, l->month, l->day ? 0 : -1) : 0;
}

#define HISTORY_YEARS 2   /* before the page's: what is told of then is history */
#define HISTORY_WORDS 160 /* of a story behind its year */

/* "Năm 1956 … Ngày 25 tháng 8 …", on a page of June: no day to come, but one of the story whose year stands before it, which need not be its own. */
static bool is_of_history(const bg_mentions *m, const bg_date *d, const bg_date *told) {
    if (!m->page_year || !told || told->year > m->page_year - HISTORY_YEARS || d->tok > told->end + HISTORY_WORDS) return false;
    return !d->toward && d->month > m->page_month && year_by_page(m, d) == m->page_year;
}

/* The year of a day told without one: the page's, else that of a picture, a dated day or an anniversary that it is near to. */
static int year_for(const bg_mentions *mentions, const bg_date *d, const told_years *told) {
    if (mentions->page_year) return year_by_page(mentions, d);
    if (!d->day) return 0;
    int year = year_near(d->month, told->picture.year, told->picture.month, 2);
    if (!year) year = year_by_latest(d, told);
    return year || told->jubilee.year < told->latest.year ? year : year_near(d->month, told->jubilee.year, told->jubilee.month, 1);
}

/* Does a date of the page, a period too, say this year? How often. */
static unsigned names_year(const bg_mentions *m, int year) {
    unsigned n = 0;
    for (size_t i = 0; i < m->dates.count; i++) n += m->dates.items[i].year == year || m->dates.items[i].year2 == year;
    return n;
}

static bg_day find_picture(const bg_mentions *m) {
    for (size_t i = 0; i < m->picture_count; i++)
        for (size_t j = 0; j < m->dates.count; j++) {
            const bg_date *d = &m->dates.items[j];
            int ahead = (d->month - m->pictures[i].month) * 31 + d->day - m->pictures[i].day;
            if (d->day && !d->year && ahead >= -PICTURE_DAYS && ahead <= PICTURE_DAYS) return m->pictures[i];
        }
    return (bg_day){0};
}

static bool is_later(const bg_date *d, const bg_day *day) {
    return d->month && months_since(d->year, d->month) * 31 + d->day > months_since(day->year, day->month) * 31 + day->day;
}

static told_years find_years(const bg_mentions *mentions) {
    told_years told = {.picture = find_picture(mentions)};
    for (size_t i = 0; i < mentions->dates.count; i++) {
        const bg_date *d = &mentions->dates.items[i];
        if (d->period && d->month2 && d->year2 > told.jubilee.year) told.jubilee = (bg_day){.year = d->year2, .month = d->month2};
        if (d->period || !d->year) continue;
        if (!d->month && d->year > told.named) told.named = d->year;
        if (is_later(d, &told.latest)) told.latest = (bg_day){d->year, d->month, d->day};
    }
    told.again = names_year(mentions, told.latest.year) > 1;
    return told;
}

static void infer_year(const bg_mentions *mentions, bg_date *d, const told_years *told) {
    int year = year_for(mentions, d, told);
    if (d->day && !bg_date__is_day(d->day, d->month, year)) return; /* 29/2 */
    d->year = year;
    d->inferred = year != 0;
    if (year && d->day2) d->year2 = year + (d->month2 < d->month);
}

/* Does the sentence end before the byte? */
static bool is_behind(const bg_text *text, const bg_sentence *s, uint32_t byte) {
    return s->end == s->tok || text->tokens.items[s->end - 1].end <= byte;
}

#define ASIDE_WORDS 4 /* between a bracket and the day behind it: "(tức 2h ngày" */

/* "(ngày 21/9/1973)", behind days of the story that name no year; "31/5 (tức 2h ngày 1/6 giờ Hà Nội)": the same hour told again. */
static bool is_aside(const bg_text *text, const bg_date *d, const bg_date *last) {
    if (!last) return false;
    for (uint32_t i = d->tok; i > last->end && i + ASIDE_WORDS > d->tok; i--)
        if (text->tokens.items[i - 1].flags & BG_TOK_PUNCT) return text->tokens.items[i - 1].value == '(' && (i - 1 == last->end || (d->year && !last->year));
    return false;
}

/* The day that "cùng ngày" goes back to: the last told; behind a span the one within it that the story has come to. Day 0: none such. */
static bg_day story_day(const bg_date *last, const bg_date *single) {
    int day = single ? single->month * 31 + single->day : 0;
    bool within = single && last->day2 && day >= last->month * 31 + last->day && day <= last->month2 * 31 + last->day2;
    const bg_date *d = within ? single : last;
    return (bg_day){d->year, d->month, last->day2 && !within ? 0 : d->day};
}

/* "cùng ngày", "hôm sau": counted from the last day told before; what stands under a picture, or long ago, is aside. */
static void bind_story_days(bg_mentions *mentions, const told_years *told) {
    const bg_text *text = mentions->text;
    const bg_date *last = NULL, *single = NULL;
    for (size_t i = 0, at = 0; i < mentions->dates.count; i++) {
        bg_date *d = &mentions->dates.items[i];
        while (at < text->sentences.count && is_behind(text, &text->sentences.items[at], d->span.start)) at++;
        if (at < text->sentences.count && text->sentences.items[at].caption && !d->same_day) continue;
        bg_day day = d->same_day && last ? story_day(last, single) : (bg_day){0};
        if (d->same_day && last) bg_date__shift(d, day.year, day.month, day.day, d->shift);
        if (!d->day || d->period || (d->year && d->year < told->latest.year) || is_aside(text, d, last)) continue;
        last = d;
        if (!d->day2) single = d;
    }
}

/* "Bà sẽ đi ngày 7/1": the sentence tells before the day that it is to come. */
static bool is_to_come(const bg_text *text, const bg_sentence *s, const bg_date *d) { return d->toward || bg_text__any(text, s->tok, d->tok, CLASS_PLANNED); }

/* The month in which all days lie that the page tells of without a year of their own; NULL: none, or several. *ahead: all of them are to come. */
static const bg_date *common_month(const bg_mentions *mentions, bool *ahead) {
    const bg_text *text = mentions->text;
    const bg_date *found = NULL;
    for (size_t i = 0, at = 0; i < mentions->dates.count; i++) {
        const bg_date *d = &mentions->dates.items[i];
        while (at < text->sentences.count && is_behind(text, &text->sentences.items[at], d->span.start)) at++;
        if (!d->day || d->period || d->vague || (d->year && !d->inferred)) continue;
        *ahead &= at < text->sentences.count && is_to_come(text, &text->sentences.items[at], d);
        if ((found && found->month != d->month) || (d->day2 && d->month2 != d->month)) return NULL;
        found = d;
    }
    return found;
}

/* "Ngày 16/5, A thông báo sẽ thăm B vào tháng tới", "… cuối tháng này": the month is counted from the only day before it in the sentence, else from that of the page's days. */
static void bind_months(bg_mentions *mentions) {
    const bg_text *text = mentions->text;
    bool ahead = true;
    const bg_date *day = NULL, *common = common_month(mentions, &ahead);
    for (size_t i = 0, at = 0; i < mentions->dates.count; i++) {
        bg_date *d = &mentions->dates.items[i];
        while (at < text->sentences.count && is_behind(text, &text->sentences.items[at], d->span.start)) at++, day = NULL;
        if (d->day && !d->day2 && !d->period) day = d;
        const bg_date *from = day ? day : d->this_month || (ahead && d->months > 0) ? NULL : common;
        if (!(d->months || d->this_month) || d->month || !from) continue;
        int month = from->month + d->months;
        d->year = from->year ? from->year + (month > 12) - (month < 1) : 0;
        d->month = (month + 11) % 12 + 1;
        d->vague = false;
    }
}

/* The page's day: as published, else as "hôm nay (7/6)" says, unless two of such disagree. Its day is 0 when unknown. */
static bg_date find_today(const bg_mentions *m) {
    bg_date today = {.year = m->page_year, .month = m->page_month, .day = m->page_day};
    for (size_t i = 0; i < m->dates.count && !m->page_year; i++) {
        const bg_date *d = &m->dates.items[i];
        bg_date here = {0};
        if (!d->anchor) continue;
        bg_date__shift(&here, d->year, d->month, d->day, -d->shift);
        if (today.day && here.day && (today.day != here.day || today.month != here.month)) return (bg_date){0};
        if (here.day) today = here;
    }
    return today;
}

bool bg_date__is_unknown_day(const bg_date *d) { return d->deictic && !d->same_day && !d->vague && !d->day; }

/* "hôm qua": counted from the page's day. */
static void bind_page_days(bg_mentions *mentions, const bg_date *today) {
    for (size_t i = 0; i < mentions->dates.count && today->day; i++) {
        bg_date *d = &mentions->dates.items[i];
        if (bg_date__is_unknown_day(d)) bg_date__shift(d, today->year, today->month, today->day, d->shift);
    }
}

void bg_date__set_today(bg_mentions *mentions, const bg_date *today) {
    told_years told = find_years(mentions);
    bind_page_days(mentions, today);
    bind_story_days(mentions, &told);
}

bool bg_date__today_of(const bg_date *deictic, const bg_date *day, bg_date *today) {
    if (!bg_date__is_unknown_day(deictic) || !day->day || day->day2 || day->period) return false;
    *today = (bg_date){0};
    bg_date__shift(today, day->year, day->month, day->day, -deictic->shift);
    return today->day != 0;
}

void bg_date__add_days(bg_date *d, int days) {
    bg_date last = {0};
    bg_date__shift(&last, d->year ? d->year : BG_COMMON_YEAR, d->month, d->day, days);
    d->day2 = last.day, d->month2 = last.month, d->year2 = d->year ? last.year : 0;
}

void bg_date__infer_years(bg_mentions *mentions) {
    told_years told = find_years(mentions);
    const bg_date *dated = NULL; /* the last before with a year of its own */
    for (size_t i = 0; i < mentions->dates.count; i++) {
        bg_date *d = &mentions->dates.items[i];
        if (d->year) dated = d;
        else if (d->month && (!d->period || d->paper || d->until) && !d->other_year && !is_of_history(mentions, d, dated)) infer_year(mentions, d, &told);
    }
    bg_date today = find_today(mentions);
    bind_page_days(mentions, &today);
    bind_story_days(mentions, &told);
    bind_months(mentions);
}
