/* date: DATE marks → days, months, years. A year that the page does not state stays out unless it can be concluded. */
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
    shift_day(d, mentions->page_year, mentions->page_month, mentions->page_day, days);
}

/* "hôm 5/3": no day to come is told so. */
static bool is_past_day(const bg_text *text, const bg_mark *mark) {
    if (!bg_mark__capture(text, mark, KEY_D) || bg_mark__capture(text, mark, KEY_W)) return false;
    return bg_text__is(text, mark->tok, CLASS_PASTDAY) || (mark->tok && bg_text__is(text, mark->tok - 1, CLASS_PASTDAY));
}

/* "tới": ahead of the page's date, "vừa qua", "hôm": behind it; 0 not said. */
static int toward(const bg_text *text, const bg_mark *mark) {
    if (!bg_mark__capture(text, mark, KEY_N)) return bg_mark__get(text, mark, KEY_PAST) || is_past_day(text, mark) ? -1 : 0;
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

/* ---- years */

#define COMMON_YEAR 2001 /* without 29/2: for days of a year that is not known */

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
    if (d->day && !is_day(d->day, d->month, year)) return; /* 29/2 */
    d->year = year;
    d->inferred = year != 0;
    if (year && d->day2) d->year2 = year + (d->month2 < d->month);
}

/* Does the sentence end before the byte? */
static bool is_behind(const bg_text *text, const bg_sentence *s, uint32_t byte) {
    return s->end == s->tok || text->tokens.items[s->end - 1].end <= byte;
}

/* "(ngày 21/9/1973)", behind days of the story that name no year. */
static bool is_aside(const bg_text *text, const bg_date *d, const bg_date *last) {
    if (!d->year || !last || last->year) return false;
    for (uint32_t i = d->tok; i > 0 && i + 3 > d->tok; i--)
        if (text->tokens.items[i - 1].flags & BG_TOK_PUNCT) return text->tokens.items[i - 1].value == '(';
    return false;
}

/* "cùng ngày", "hôm sau": counted from the last day told before; what stands under a picture, or long ago, is aside. */
static void bind_story_days(bg_mentions *mentions, const told_years *told) {
    const bg_text *text = mentions->text;
    const bg_date *last = NULL;
    for (size_t i = 0, at = 0; i < mentions->dates.count; i++) {
        bg_date *d = &mentions->dates.items[i];
        while (at < text->sentences.count && is_behind(text, &text->sentences.items[at], d->span.start)) at++;
        if (at < text->sentences.count && text->sentences.items[at].caption && !d->same_day) continue;
        if (d->same_day && last) shift_day(d, last->year, last->month, last->day2 ? 0 : last->day, d->shift);
        if (d->day && !d->period && !(d->year && d->year < told->latest.year) && !is_aside(text, d, last)) last = d;
    }
}

/* "Ngày 16/5, A thông báo sẽ thăm B vào tháng tới": the month is counted from the only day before it in the sentence. */
static void bind_months(bg_mentions *mentions) {
    const bg_text *text = mentions->text;
    const bg_date *day = NULL;
    for (size_t i = 0, at = 0; i < mentions->dates.count; i++) {
        bg_date *d = &mentions->dates.items[i];
        while (at < text->sentences.count && is_behind(text, &text->sentences.items[at], d->span.start)) at++, day = NULL;
        if (d->day && !d->day2 && !d->period) day = d;
        if (!d->months || d->month || !day) continue;
        int month = day->month + d->months;
        d->year = day->year ? day->year + (month > 12) - (month < 1) : 0;
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
        shift_day(&here, d->year, d->month, d->day, -d->shift);
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
        if (bg_date__is_unknown_day(d)) shift_day(d, today->year, today->month, today->day, d->shift);
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
    shift_day(today, day->year, day->month, day->day, -deictic->shift);
    return today->day != 0;
}

void bg_date__add_days(bg_date *d, int days) {
    bg_date last = {0};
    shift_day(&last, d->year ? d->year : COMMON_YEAR, d->month, d->day, days);
    d->day2 = last.day, d->month2 = last.month, d->year2 = d->year ? last.year : 0;
}

void bg_date__infer_years(bg_mentions *mentions) {
    told_years told = find_years(mentions);
    for (size_t i = 0; i < mentions->dates.count; i++) {
        bg_date *d = &mentions->dates.items[i];
        if (!d->year && d->month && (!d->period || d->paper || d->until) && !d->other_year) infer_year(mentions, d, &told);
    }
    bg_date today = find_today(mentions);
    bind_page_days(mentions, &today);
    bind_story_days(mentions, &told);
    bind_months(mentions);
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
