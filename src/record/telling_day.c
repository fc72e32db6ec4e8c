/* telling_day: see telling.h. When two tellings say that it was. */
#include "telling.h"
#include "../base/calendar.h"

#include <stdlib.h>

#define MAIN_APART 2 /* days between two full ones told by pages of about the same day */

static int digits(const char *text, size_t count) {
    int number = 0;
    for (size_t i = 0; i < count; i++) {
        if (text[i] < '0' || text[i] > '9') return 0;
        number = number * 10 + (text[i] - '0');
    }
    return number;
}

/* YYYY, YYYY-MM, YYYY-MM-DD…, --MM, --MM-DD; anything else is unknown. */
bg_ymd bg_telling__date(const char *text) {
    bg_ymd out = {0};
    size_t size = text ? strlen(text) : 0;
    size_t head = size >= 2 && text[0] == '-' && text[1] == '-' ? 1 : 4;
    if (head == 4 && size >= 4) out.year = digits(text, 4);
    if (size >= head + 3) out.month = digits(text + head + 1, 2);
    if (size >= head + 6 && out.month) out.day = digits(text + head + 4, 2);
    return out;
}

bool bg_telling__is_full(bg_ymd d) { return d.year && d.month && d.day; }

/* Days since an epoch, by the usual civil-calendar count. */
static long day_number(bg_ymd d) {
    long y = d.year - (d.month <= 2), era = y / 400, of_era = y - era * 400;
    long of_year = (153 * (d.month + (d.month > 2 ? -3 : 9)) + 2) / 5 + d.day - 1;
    return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year;
}

int64_t bg_merge__day_number(const char *text) {
    bg_ymd d = bg_telling__date(text);
    return bg_telling__is_full(d) ? day_number(d) : 0;
}

/* Sorts days of the year; spans over New Year are not compared that way. */
static int day_of_year(bg_ymd d) { return d.month * 32 + d.day; }

static bool apart(int a, int b) { return a && b && a != b; }

/* Two dated spans; `b` of one day may lack the year. */
static bool overlap(bg_ymd a, bg_ymd a_end, bg_ymd b, bg_ymd b_end) {
    if (!a_end.day) a_end = a;
    if (!b_end.day) b_end = b;
    if (bg_telling__is_full(a) && bg_telling__is_full(b) && bg_telling__is_full(a_end) && bg_telling__is_full(b_end))
        return day_number(a) <= day_number(b_end) && day_number(b) <= day_number(a_end);
    return day_of_year(a) <= day_of_year(b_end) && day_of_year(b) <= day_of_year(a_end);
}

/* The year of a date, or the one that the page's publication suggests; 0 if neither is known. */
static int likely_year(const bg_told *told, bg_ymd d) {
    bg_ymd published = bg_telling__date(told->published);
    if (d.year || !d.month || !bg_telling__is_full(published)) return d.year;
    int then = d.month * 32 + (d.day ? d.day : told->planned ? 31 : 1), now = day_of_year(published);
    if (told->planned) return published.year + (then < now);
    return published.year - (then > now);
}

bg_dates bg_telling__dates_agree(const bg_told *x, const bg_told *y) {
    bg_ymd a = bg_telling__date(x->start), b = bg_telling__date(y->start);
    bool month = a.month && b.month, day = a.day && b.day;
    int a_year = likely_year(x, a), b_year = likely_year(y, b);
    if (bg_telling__is_full(a) && bg_telling__is_full(b)) return overlap(a, bg_telling__date(x->end), b, bg_telling__date(y->end)) ? BG_DATES_DAY : BG_DATES_CLASH;
    if (apart(a_year, b_year)) return BG_DATES_CLASH;
    if (day) return overlap(a, bg_telling__date(x->end), b, bg_telling__date(y->end)) ? BG_DATES_DAY : BG_DATES_CLASH;
    if (apart(a.month, b.month)) return BG_DATES_CLASH;
    if (month && a_year && b_year) return BG_DATES_MONTH;
    return a.year && b.year ? BG_DATES_YEAR : BG_DATES_OPEN;
}

bool bg_telling__within_days(const bg_told *x, const bg_told *y, long after_max, long apart_max) {
    bg_ymd a = bg_telling__date(x->start), b = bg_telling__date(y->start);
    if (bg_telling__is_full(a) && bg_telling__is_full(b)) return false;
    if (bg_telling__is_full(b)) return bg_telling__within_days(y, x, after_max, apart_max);
    bg_ymd told = bg_telling__date(y->published), other = bg_telling__is_full(a) ? a : bg_telling__date(x->published);
    if (!bg_telling__is_full(told) || !bg_telling__is_full(other)) return false;
    long after = day_number(told) - day_number(other);
    return bg_telling__is_full(a) ? after >= 0 && after <= after_max : labs(after) <= apart_max;
}

bool bg_telling__close_in_time(const bg_told *x, const bg_told *y) { return bg_telling__within_days(x, y, BG_DAYS_AFTER, BG_DAYS_APART); }

/* Two full days next to each other, told by pages of about the same day. */
bool bg_telling__next_days(const bg_told *x, const bg_told *y) {
    bg_ymd a = bg_telling__date(x->start), b = bg_telling__date(y->start), p = bg_telling__date(x->published), q = bg_telling__date(y->published);
    if (!bg_telling__is_full(a) || !bg_telling__is_full(b) || !bg_telling__is_full(p) || !bg_telling__is_full(q)) return false;
    return labs(day_number(a) - day_number(b)) == 1 && labs(day_number(p) - day_number(q)) <= MAIN_APART;
}

static void print_day(bg_ymd d, char out[11]) {
    snprintf(out, 11, "%04u-%02u-%02u", (unsigned)d.year % 10000u, (unsigned)d.month % 100u, (unsigned)d.day % 100u);
}

void bg_merge__month(const char *text, char year[5], char month[3]) {
    bg_ymd d = bg_telling__date(text);
    *year = *month = 0;
    if (d.year) snprintf(year, 5, "%04u", (unsigned)d.year % 10000u);
    if (d.month) snprintf(month, 3, "%02u", (unsigned)d.month % 100u);
}

bool bg_merge__days(const char *start, const char *end, char first[11], char last[11]) {
    bg_ymd from = bg_telling__date(start), to = bg_telling__date(end);
    if (!from.year) return false;
    if (!to.year) to = from;
    if (!from.month) from.month = 1;
    if (!from.day) from.day = 1;
    if (!to.month) to.month = 12;
    if (!to.day) to.day = bg_calendar__month_days(to.year, to.month > 12 ? 12 : to.month);
    print_day(from, first);
    print_day(to, last);
    return true;
}

#define EPOCH 719468   /* bg_calendar counts from 1970-01-01 */
#define SPAN_YEARS 10 /* what seems to last longer is a slip */

void bg_merge__civil(int64_t day, int *year, int *month) {
    char text[11];
    bg_calendar__text(day - EPOCH, text);
    bg_ymd d = bg_telling__date(text);
    *year = d.year, *month = d.month;
}

static void when_full(bg_ymd from, bg_ymd to, bg_when *out) {
    out->first = out->last = day_number(from);
    if (bg_telling__is_full(to) && day_number(to) < out->first) out->first = day_number(to);
    else if (bg_telling__is_full(to)) out->last = day_number(to);
    bg_merge__civil(out->first - 1, &out->year, &out->month); /* a day on either side: clocks differ */
    bg_merge__civil(out->last + 1, &out->end_year, &out->end_month);
    if (from.year * 12 + from.month < out->year * 12 + out->month) out->year = from.year, out->month = from.month; /* 30 February */
    if (out->end_year - out->year <= SPAN_YEARS) return;
    out->end_year = out->year + SPAN_YEARS, out->end_month = 12;
    out->last = day_number((bg_ymd){out->end_year, 12, 31});
}

void bg_merge__when(const bg_told *told, bg_when *out) {
    bg_ymd from = bg_telling__date(told->start), to = bg_telling__date(told->end), published = bg_telling__date(told->published);
    *out = (bg_when){.full = bg_telling__is_full(from), .published = bg_telling__is_full(published) ? day_number(published) : 0};
    if (out->full) {
        when_full(from, to, out);
        return;
    }
    out->year = out->end_year = likely_year(told, from);
    out->month = out->end_month = from.month;
    if (from.day && to.day && to.month > from.month) out->end_month = to.month;
    out->first = day_number((bg_ymd){out->year, from.month ? from.month : 1, 1});
    out->last = day_number((bg_ymd){out->year, from.month ? out->end_month : 12, 31});
}
