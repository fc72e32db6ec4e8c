/* date: DATE marks → the days, months and years that their words say, and how a date is written. What they leave out is concluded in year.c. */
#include "mention.h"

#include <stdlib.h>
#include <time.h>

static int capture_number(const bg_text *text, const bg_mark *mark, uint32_t name) {
    const bg_capture *c = bg_mark__capture(text, mark, name);
    if (!c) return 0;
    return (int)text->tokens.items[c->tok].value;
}

static int capture_year(const bg_text *text, const bg_mark *mark, uint32_t name) {
    int year = capture_number(text, mark, name);
    return year >= 1900 || !year ? year : 2000 + year;
}

void bg_date__shift(bg_date *d, int year, int month, int day, int days) {
    bool leap = (month == 2 && day + days > 28) || (month == 3 && day + days < 1); /* over a 29/2 that may be none */
    if (!day || (!year && leap && days)) return;
    struct tm tm = {.tm_year = (year ? year : BG_COMMON_YEAR) - 1900, .tm_mon = month - 1, .tm_mday = day + days, .tm_hour = 12};
    time_t at = timegm(&tm);
    gmtime_r(&at, &tm);
    d->month = days ? tm.tm_mon + 1 : month, d->day = days ? tm.tm_mday : day;
    if (year) d->year = tm.tm_year + 1900;
}

/* A word that counts days: from the page's day, or from the day told last. False: it counts none. */
static bool days_of(const char *value, int *days, bool *story) {
    static const struct { const char *word; int days; bool story; } words[] = {
        {"today", 0, false}, {"yesterday", -1, false}, {"tomorrow", 1, false}, {"day_before_yesterday", -2, false},
        {"day_after_tomorrow", 2, false}, {"same_day", 0, true}, {"next_day", 1, true}, {"previous_day", -1, true},
        {"two_days_before", -2, true}, {"two_days_after", 2, true}};
    for (size_t i = 0; i < BG_COUNT(words); i++)
        if (is(value, words[i].word)) return *days = words[i].days, *story = words[i].story, true;
    return false;
}

/* What a deictic word says against the page's date: days, or -1 / 0 / +1 years or months. */
static void deictic(const bg_mentions *mentions, const char *value, bg_date *d) {
    d->deictic = true;
    d->vague = !days_of(value, &d->shift, &d->same_day);
    d->months = is(value, "last_month") ? -1 : is(value, "next_month") ? 1 : 0;
    int y = mentions->page_year, m = mentions->page_month;
    if (!d->vague || !y) return;
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

bool bg_date__is_day(int day, int month, int year) { return month >= 1 && month <= 12 && day >= 1 && day <= month_days(month, year); }

/* A range: the first day inherits month and year from the second, and the second the year of the first. */
static void complete_range(bg_date *d) {
    if (!d->day2) return;
    if (!d->month2) d->month2 = d->month;
    if (!d->year2) d->year2 = d->year;
    if (!d->year) d->year = d->year2 - (d->year2 && d->month > d->month2 ? 1 : 0);
}

static bool is_sensible(bg_date *d) {
    if (d->day && !bg_date__is_day(d->day, d->month, d->year)) return false;
    if (d->day2 && !bg_date__is_day(d->day2, d->month2, d->year2)) return false;
    if (d->day2 && d->month == d->month2 && d->year == d->year2 && d->day2 <= d->day) return false;
    return true;
}

static const char *captured_value(const bg_text *text, const bg_mark *mark, uint32_t name) {
    const bg_capture *c = bg_mark__capture(text, mark, name);
    return c && c->mark != BG_NONE ? bg_mark__get(text, &text->marks.items[c->mark], KEY_VALUE) : NULL;
}

/* "hôm thứ Ba", "thứ Ba tuần trước", "thứ Ba tới": counted from the page's date, none without it. */
static void read_weekday(const bg_mentions *mentions, const bg_mark *mark, bg_date *d) {
    const bg_text *text = mentions->text;
    const char *day = captured_value(text, mark, KEY_K), *week = captured_value(text, mark, KEY_W);
    d->deictic = d->vague = true;
    if (!day || !mentions->page_year) return;
    struct tm tm = {.tm_year = mentions->page_year - 1900, .tm_mon = mentions->page_month - 1, .tm_mday = mentions->page_day, .tm_hour = 12};
    time_t at = timegm(&tm);
    gmtime_r(&at, &tm);
    int days = atoi(day) - (tm.tm_wday + 6) % 7 - 1; /* against the page's day, in its week from Monday */
    if (week) days += is(week, "last_week") ? -7 : is(week, "next_week") ? 7 : 0;
    else if (d->toward > 0 && days <= 0) days += 7;
    else if (d->toward < 0 && days > 0) days -= 7;
    d->vague = false;
    bg_date__shift(d, mentions->page_year, mentions->page_month, mentions->page_day, days);
}

/* "hôm 5/3": no day to come is told so. */
static bool is_past_day(const bg_text *text, const bg_mark *mark) {
    if (!bg_mark__capture(text, mark, KEY_D) || bg_mark__capture(text, mark, KEY_W)) return false;
    return bg_text__is(text, mark->tok, CLASS_PASTDAY) || (mark->tok && bg_text__is(text, mark->tok - 1, CLASS_PASTDAY));
}

/* "hồi tháng 4", "hồi cuối tháng 4": neither. */
static bool is_past_month(const bg_text *text, const bg_mark *mark) {
    if (!bg_mark__capture(text, mark, KEY_M) || bg_mark__capture(text, mark, KEY_D) || bg_mark__capture(text, mark, KEY_M2)) return false;
    return bg_text__at(text, mark->tok, CLASS_PASTMONTH) != BG_NONE || (mark->tok && bg_text__is(text, mark->tok - 1, CLASS_PASTMONTH));
}

/* "tới": ahead of the page's date, "vừa qua", "hôm": behind it; 0 not said. */
static int toward(const bg_text *text, const bg_mark *mark) {
    if (!bg_mark__capture(text, mark, KEY_N)) return bg_mark__get(text, mark, KEY_PAST) || is_past_day(text, mark) || is_past_month(text, mark) ? -1 : 0;
    return is(captured_value(text, mark, KEY_N), "past_ref") ? -1 : 1;
}

/* "ba ngày", "3 ngày". */
static int days_told(const bg_text *text, const bg_mark *mark) {
    const char *word = captured_value(text, mark, KEY_W);
    return word ? atoi(word) : capture_number(text, mark, KEY_S);
}

bool bg_date__read(bg_mentions *mentions, uint32_t index) {
    bg_text *text = mentions->text;
    const bg_mark *mark = &text->marks.items[index];
    const char *form = bg_mark__get(text, mark, KEY_FORM);
    bg_date d = {.tok = mark->tok, .end = mark->end, .span = bg_text__span(text, mark->tok, mark->end), .rule = bg_mark__rule(text, mark)};
    d.paper = is(form, "paper");
    d.until = is(form, "until");
    d.days = is(form, "days") ? days_told(text, mark) : 0;
    d.period = d.paper || d.until || d.days || is(form, "period") || is(form, "holiday");
    d.day = capture_number(text, mark, KEY_D), d.month = capture_number(text, mark, KEY_M), d.year = capture_year(text, mark, KEY_Y);
    d.day2 = capture_number(text, mark, KEY_D2), d.month2 = capture_number(text, mark, KEY_M2), d.year2 = capture_year(text, mark, KEY_Y2);
    d.toward = toward(text, mark);
    bool story = false;
    const bg_capture *w = bg_mark__capture(text, mark, KEY_W), *r = bg_mark__capture(text, mark, KEY_R);
    if (!d.month && w && w->mark != BG_NONE && text->marks.items[w->mark].klass == CLASS_MONTHWORD)
        d.month = atoi(bg_mark__get(text, &text->marks.items[w->mark], KEY_VALUE));
    if (is(form, "weekday")) read_weekday(mentions, mark, &d);
    if (is(form, "deictic") && w && w->mark != BG_NONE) deictic(mentions, bg_mark__get(text, &text->marks.items[w->mark], KEY_VALUE), &d);
    if (is(form, "deictic") && is(captured_value(text, mark, KEY_W), "this_month")) d.this_month = bg_mark__get(text, &text->marks.items[w->mark], KEY_PART) != NULL;
    if (is(form, "before") && days_of(captured_value(text, mark, KEY_W), &d.shift, &d.same_day)) d.deictic = true, d.shift = -d.shift; /* behind it stands what was earlier */
    if (r && r->mark != BG_NONE) {
        bg_date relative = {0};
        deictic(mentions, bg_mark__get(text, &text->marks.items[r->mark], KEY_VALUE), &relative);
        d.year = relative.year, d.other_year = !relative.year;
        if (!d.month) d.month = relative.month;
    }
    if (is(form, "day") && !d.day2 && days_of(captured_value(text, mark, KEY_W), &d.shift, &story)) d.anchor = !story;
    if (is(form, "dateline")) d.anchor = true;
    complete_range(&d);
    if (!is_sensible(&d)) return true;
    bg_date *out = BG_PUSH(text->arena, &mentions->dates);
    if (!out) return false;
    *out = d;
    text->marks.items[index].ref = (uint32_t)mentions->dates.count - 1;
    return true;
}

#define DATE_ROOM 40 /* three numbers and what stands between them */

/* Write a number behind `sign` with at least `digits`, all of them; returns where to go on. */
static char *put_number(char *at, const char *sign, int value, int digits) {
    char reversed[12];
    int n = 0;
    for (unsigned rest = (unsigned)value; n < digits || rest; rest /= 10) reversed[n++] = (char)('0' + rest % 10);
    while (*sign) *at++ = *sign++;
    while (n) *at++ = reversed[--n];
    return at;
}

const char *bg_date__print(bg_arena *arena, const bg_date *d, bool second) {
    int y = second ? d->year2 : d->year, m = second ? d->month2 : d->month, day = second ? d->day2 : d->day;
    char text[DATE_ROOM], *at = text;
    if (d->period || (second && !day) || (!y && !m)) return NULL;
    if (y) at = put_number(at, "", y, 4);
    if (m) at = put_number(at, y ? "-" : "--", m, 2);
    if (m && day) at = put_number(at, "-", day, 2);
    return bg_arena__text(arena, text, (size_t)(at - text));
}
