/* moment: words and numbers of a date, each put where it can only belong. */
#include "moment.h"

#include <stdlib.h>
#include <strings.h>
#include <time.h>

#define HERE (7 * 3600) /* seconds that the hour in Viet Nam is ahead of UTC */

typedef struct moment {
    int year, month, day, hour, minute, second;
    long zone; /* seconds ahead of UTC */
    bool timed, zoned;
} moment;

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

/* `count` digits as a number, -1 if they are not all there. */
static int number(const char *at, const char *end, int count) {
    int value = 0;
    if (end - at < count) return -1;
    for (int i = 0; i < count; i++) {
        if (!is_digit(at[i])) return -1;
        value = value * 10 + (at[i] - '0');
    }
    return value;
}

static int month_of(const char *at) {
    static const char names[] = "janfebmaraprmayjunjulaugsepoctnovdec";
    for (int i = 0; i < 12; i++)
        if (strncasecmp(names + (size_t)i * 3, at, 3) == 0) return i + 1;
    return 0;
}

/* "+0700", "+07:00", "-3", "Z" at `at`; *next is behind it. */
static bool read_zone(const char *at, const char *end, moment *m, const char **next) {
    if (at < end && (*at == 'Z' || *at == 'z')) return m->zoned = true, m->zone = 0, *next = at + 1, true;
    if (at >= end || (*at != '+' && *at != '-')) return false;
    long sign = *at++ == '-' ? -1 : 1;
    int digits = 0;
    while (at + digits < end && is_digit(at[digits])) digits++;
    int hour = number(at, end, digits >= 2 ? 2 : 1), minute = 0;
    at += digits >= 2 ? 2 : 1;
    if (at < end && *at == ':') at++;
    if (number(at, end, 2) >= 0) minute = number(at, end, 2), at += 2;
    m->zone = sign * (hour * 3600L + minute * 60L);
    m->zoned = hour >= 0 && hour < 15 && minute < 60;
    *next = at;
    return m->zoned;
}

/* "09:30", "09:30:15", "09:30:15.123" at `at`; *next is behind it. */
static bool read_time(const char *at, const char *end, moment *m, const char **next) {
    int digits = number(at, end, 2) >= 0 ? 2 : 1;
    if (at + digits >= end || at[digits] != ':' || number(at + digits + 1, end, 2) < 0) return false;
    m->hour = number(at, end, digits);
    m->minute = number(at + digits + 1, end, 2);
    m->timed = m->hour >= 0;
    at += digits + 3;
    if (at < end && *at == ':' && number(at + 1, end, 2) >= 0) m->second = number(at + 1, end, 2), at += 3;
    if (at < end && *at == '.')
        for (at++; at < end && is_digit(*at);) at++;
    *next = at;
    return m->timed;
}

static bool from_seconds(long long seconds, moment *m) {
    time_t when = (time_t)seconds;
    struct tm tm;
    if (seconds < 0 || seconds > 253402300799LL || !gmtime_r(&when, &tm)) return false;
    *m = (moment){tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday, tm.tm_hour, tm.tm_min, tm.tm_sec, 0, true, true};
    return true;
}

/* Nothing but digits (and a fraction): fourteen are a date and its hour, eight a day, others seconds or milliseconds. */
static bool read_number(const char *at, const char *end, moment *m) {
    int digits = 0;
    while (at + digits < end && is_digit(at[digits])) digits++;
    const char *rest = at + digits;
    if (rest < end && *rest == '.')
        for (rest++; rest < end && is_digit(*rest);) rest++;
    if (rest != end || (digits != 8 && digits != 10 && digits != 13 && digits != 14)) return false;
    if (digits == 10 || digits == 13) return from_seconds(strtoll(at, NULL, 10) / (digits == 13 ? 1000 : 1), m);
    *m = (moment){.year = number(at, end, 4), .month = number(at + 4, end, 2), .day = number(at + 6, end, 2)};
    if (digits == 8) return true;
    m->hour = number(at + 8, end, 2), m->minute = number(at + 10, end, 2), m->second = number(at + 12, end, 2);
    m->timed = m->zoned = true;
    return true;
}

/* "2024-05-08" and what may follow it. */
static bool read_iso(const char *at, const char *end, moment *m) {
    if (end - at < 10 || number(at, end, 4) < 0 || at[4] != '-' || at[7] != '-') return false;
    *m = (moment){.year = number(at, end, 4), .month = number(at + 5, end, 2), .day = number(at + 8, end, 2)};
    at += 10;
    if (at < end && (*at == 'T' || *at == 't' || *at == ' ') && read_time(at + 1, end, m, &at))
        while (at < end && *at == ' ') at++;
    else if (at < end) return false;
    if (at < end && m->timed) read_zone(at, end, m, &at);
    return at == end;
}

/* Words and numbers in any order; what stands in brackets is passed over. */
static bool read_words(const char *at, const char *end, moment *m) {
    *m = (moment){0};
    while (at < end && *at != '(') {
        const char *word = at;
        if (is_digit(*at) && !m->timed && read_time(at, end, m, &at)) continue;
        if (m->timed && read_zone(at, end, m, &at)) continue;
        while (at < end && is_digit(*at)) at++;
        if (at - word == 4 && !m->year) m->year = number(word, end, 4);
        else if (at > word && at - word <= 2 && !m->day) m->day = number(word, end, (int)(at - word));
        else if (at == word) {
            while (at < end && ((*at >= 'a' && *at <= 'z') || (*at >= 'A' && *at <= 'Z'))) at++;
            if (at - word == 3 && !m->month) m->month = month_of(word);
            if (at - word == 3 && (strncasecmp(word, "GMT", 3) == 0 || strncasecmp(word, "UTC", 3) == 0)) m->zoned = true;
            at += at == word;
        }
    }
    return m->year && m->month && m->day;
}

static bool is_day(const moment *m) {
    static const int days[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = m->year % 4 == 0 && (m->year % 100 != 0 || m->year % 400 == 0);
    if (m->month == 2 && m->day == 29 && !leap) return false;
    return m->year >= 1990 && m->year < 2200 && m->month >= 1 && m->month <= 12 && m->day >= 1 && m->day <= days[m->month - 1] && m->hour >= 0 &&
           m->hour < 24 && m->minute >= 0 && m->minute < 60 && m->second >= 0 && m->second <= 60;
}

static bool read_moment(const char *text, size_t size, moment *m) {
    const char *at = text, *end = text + size;
    while (at < end && (unsigned char)*at <= ' ') at++;
    while (end > at && (unsigned char)end[-1] <= ' ') end--;
    if (end - at > 100) return false;
    return (read_number(at, end, m) || read_iso(at, end, m) || read_words(at, end, m)) && is_day(m);
}

/* The same moment where the clock is `ahead` of UTC. */
static void shift(moment *m, long ahead) {
    struct tm tm = {.tm_year = m->year - 1900, .tm_mon = m->month - 1, .tm_mday = m->day, .tm_hour = m->hour, .tm_min = m->minute, .tm_sec = m->second};
    time_t when = timegm(&tm) - m->zone + ahead;
    if (gmtime_r(&when, &tm)) *m = (moment){tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday, tm.tm_hour, tm.tm_min, tm.tm_sec, ahead, m->timed, true};
}

static void write_moment(const moment *m, const char *zone, char out[BG_MOMENT]) {
    snprintf(out, BG_MOMENT, "%04d-%02d-%02dT%02d:%02d:%02d%s", m->year % 10000, m->month, m->day, m->hour, m->minute, m->second, zone);
}

bool bg_moment__utc(const char *text, size_t size, char out[BG_MOMENT]) {
    moment m;
    if (!read_moment(text, size, &m)) return false;
    shift(&m, 0);
    write_moment(&m, "Z", out);
    return true;
}

bool bg_moment__here(const char *text, size_t size, char out[BG_MOMENT]) {
    moment m;
    if (!read_moment(text, size, &m)) return false;
    if (m.zoned && m.timed) shift(&m, HERE);
    write_moment(&m, "+07:00", out);
    if (!m.timed) out[10] = 0;
    return true;
}

bool bg_moment__stated(const char *text, size_t size, char out[BG_MOMENT]) {
    moment m;
    char zone[8] = "";
    if (!read_moment(text, size, &m)) return false;
    long ahead = m.zone < 0 ? -m.zone : m.zone;
    if (m.zoned) snprintf(zone, sizeof zone, "%c%02u:%02u", m.zone < 0 ? '-' : '+', (unsigned)(ahead / 3600) % 100, (unsigned)(ahead / 60) % 60);
    write_moment(&m, zone, out);
    if (!m.timed) out[10] = 0;
    return true;
}
