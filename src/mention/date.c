/* date: DATE marks → days, months, years. A year that the page does not state stays out unless it can be concluded. */
#include "mention.h"

#include <stdlib.h>
#include <time.h>

static int capture_number(const bg_text *text, const bg_mark *mark, const char *name) {
    const bg_capture *c = bg_mark__capture(text, mark, name);
    if (!c) return 0;
    return (int)text->tokens.items[c->tok].value;
}

static bool is(const char *value, const char *word) { return value && strcmp(value, word) == 0; }

static int capture_year(const bg_text *text, const bg_mark *mark, const char *name) {
    int year = capture_number(text, mark, name);
    return year >= 1900 ? year : 0;
}

/* Set the date to so many days after another; without a year only within the month. */
static void shift_day(bg_date *d, int year, int month, int day, int days) {
    if (!year) {
        if (day + days < 1 || day + days > 28) return;
        d->month = month, d->day = day + days;
        return;
    }
    struct tm tm = {.tm_year = year - 1900, .tm_mon = month - 1, .tm_mday = day + days, .tm_hour = 12};
    time_t at = timegm(&tm);
    gmtime_r(&at, &tm);
    d->year = tm.tm_year + 1900, d->month = tm.tm_mon + 1, d->day = tm.tm_mday;
}

/* What a deictic word says against the page's date: days, or -1 / 0 / +1 years or months. */
static void deictic(const bg_mentions *mentions, const char *value, bg_date *d) {
    static const struct { const char *word; int days; } days[] = {
        {"today", 0}, {"yesterday", -1}, {"tomorrow", 1}, {"day_before_yesterday", -2}, {"day_after_tomorrow", 2}};
    static const struct { const char *word; int days; } story[] = {
        {"same_day", 0}, {"next_day", 1}, {"previous_day", -1}, {"two_days_before", -2}, {"two_days_after", 2}};
    d->deictic = d->vague = true;
    for (size_t i = 0; i < BG_COUNT(story); i++)
        if (is(value, story[i].word)) d->same_day = true, d->vague = false, d->shift = story[i].days;
    int y = mentions->page_year, m = mentions->page_month;
    for (size_t i = 0; i < BG_COUNT(days); i++) {
        if (!is(value, days[i].word)) continue;
        d->vague = false;
        if (y) shift_day(d, y, m, mentions->page_day, days[i].days);
        return;
    }
    if (!y) return;
    int years = is(value, "last_year") ? -1 : is(value, "next_year") ? 1 : is(value, "this_year") ? 0 : 9;
    if (years != 9) d->year = y + years;
    int months = is(value, "last_month") ? -1 : is(value, "next_month") ? 1 : is(value, "this_month") ? 0 : 9;
    if (months != 9) d->year = y + (m + months < 1 ? -1 : m + months > 12 ? 1 : 0), d->month = (m + months + 11) % 12 + 1;
}

static int month_days(int month, int year) {
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = year == 0 || (year % 4 == 0 && (year % 100 != 0 || year % 400 == 0));
    return days[month - 1] + (month == 2 && leap);
}

static bool is_day(int day, int month, int year) { return month >= 1 && month <= 12 && day >= 1 && day <= month_days(month, year); }

/* A range: the first day inherits month and year from the second, and the second the year of the first. */
static void complete_range(bg_date *d) {
    if (!d->day2) return;
    if (!d->month2) d->month2 = d->month;
    if (!d->year2) d->year2 = d->year;
    if (!d->year) d->year = d->year2 - (d->year2 && d->month > d->month2 ? 1 : 0);
}

static bool is_sensible(bg_date *d) {
    if (d->day && !is_day(d->day, d->month, d->year)) return false;
    if (d->day2 && !is_day(d->day2, d->month2, d->year2)) return false;
    if (d->day2 && d->month == d->month2 && d->year == d->year2 && d->day2 <= d->day) return false;
    return true;
}

bool bg_date__read(bg_mentions *mentions, uint32_t index) {
    bg_text *text = mentions->text;
    const bg_mark *mark = &text->marks.items[index];
    const char *form = bg_mark__get(text, mark, "form");
    bg_date d = {.tok = mark->tok, .end = mark->end, .span = bg_text__span(text, mark->tok, mark->end), .rule = bg_mark__rule(text, mark)};
    d.period = is(form, "period") || is(form, "holiday");
    d.day = capture_number(text, mark, "d"), d.month = capture_number(text, mark, "m"), d.year = capture_year(text, mark, "y");
    d.day2 = capture_number(text, mark, "d2"), d.month2 = capture_number(text, mark, "m2"), d.year2 = capture_year(text, mark, "y2");
    const bg_capture *w = bg_mark__capture(text, mark, "w"), *r = bg_mark__capture(text, mark, "r");
    if (!d.month && w && w->mark != BG_NONE && text->marks.items[w->mark].klass == mentions->classes.monthword)
        d.month = atoi(bg_mark__get(text, &text->marks.items[w->mark], "value"));
    if (is(form, "deictic") && w && w->mark != BG_NONE) deictic(mentions, bg_mark__get(text, &text->marks.items[w->mark], "value"), &d);
    if (r && r->mark != BG_NONE && mentions->page_year) {
        bg_date relative = {0};
        deictic(mentions, bg_mark__get(text, &text->marks.items[r->mark], "value"), &relative);
        d.year = relative.year;
    }
    complete_range(&d);
    if (!is_sensible(&d)) return true;
    bg_date *out = BG_PUSH(text->arena, &mentions->dates);
    if (!out) return false;
    *out = d;
    text->marks.items[index].ref = (uint32_t)mentions->dates.count - 1;
    return true;
}

/* ---- years */

static int months_since(int year, int month) { return year * 12 + month; }

/*
 * The year of a day told without one. With the page's date: the latest such day that is not more than about three months
 * ahead of it. Without: the year of the latest dated month the page tells of, when the day follows it within half a year.
 */
static int year_for(const bg_mentions *mentions, const bg_date *d, int latest_year, int latest_month, int last_named_year) {
    if (mentions->page_year) {
        int ahead = months_since(mentions->page_year, d->month) - months_since(mentions->page_year, mentions->page_month);
        return mentions->page_year + (ahead > 3 ? -1 : ahead < -8 ? 1 : 0);
    }
    if (!latest_year || !d->day) return 0;
    if (last_named_year > latest_year) return 0;
    int ahead = d->month - latest_month;
    if (ahead >= 0 && ahead <= 2) return latest_year;
    return ahead < 0 && ahead + 12 <= 2 ? latest_year + 1 : 0;
}

/* "cùng ngày", "hôm sau": counted from the last day told before. */
static void bind_story_days(bg_mentions *mentions) {
    const bg_date *last = NULL;
    for (size_t i = 0; i < mentions->dates.count; i++) {
        bg_date *d = &mentions->dates.items[i];
        if (d->same_day && last) shift_day(d, last->year, last->month, last->day2 ? 0 : last->day, d->shift);
        if (d->day && !d->period) last = d;
    }
}

void bg_date__infer_years(bg_mentions *mentions) {
    int latest_year = 0, latest_month = 0, named = 0;
    for (size_t i = 0; i < mentions->dates.count; i++) {
        const bg_date *d = &mentions->dates.items[i];
        if (d->period || !d->year) continue;
        if (d->month && months_since(d->year, d->month) > months_since(latest_year, latest_month))
            latest_year = d->year, latest_month = d->month;
        if (!d->month && d->year > named) named = d->year;
    }
    for (size_t i = 0; i < mentions->dates.count; i++) {
        bg_date *d = &mentions->dates.items[i];
        if (d->year || !d->month || d->period) continue;
        d->year = year_for(mentions, d, latest_year, latest_month, named);
        d->inferred = d->year != 0;
        if (d->inferred && d->day2) d->year2 = d->year + (d->month2 < d->month);
    }
    bind_story_days(mentions);
}

const char *bg_date__print(bg_arena *arena, const bg_date *d, bool second) {
    int y = second ? d->year2 : d->year, m = second ? d->month2 : d->month, day = second ? d->day2 : d->day;
    if (d->period || (second && !day)) return NULL;
    if (y && m && day) return bg_arena__print(arena, "%04d-%02d-%02d", y, m, day);
    if (y && m) return bg_arena__print(arena, "%04d-%02d", y, m);
    if (y) return bg_arena__print(arena, "%04d", y);
    if (m && day) return bg_arena__print(arena, "--%02d-%02d", m, day);
    return m ? bg_arena__print(arena, "--%02d", m) : NULL;
}
