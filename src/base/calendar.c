/* calendar: days of the Gregorian calendar as numbers; the formulas are Howard Hinnant's ("chrono-compatible low-level date algorithms"). */
#include "calendar.h"

#include <stdlib.h>

static bool digits(const char *text, size_t count, int *out) {
    *out = 0;
    for (size_t i = 0; i < count; i++) {
        if (text[i] < '0' || text[i] > '9') return false;
        *out = *out * 10 + (text[i] - '0');
    }
    return true;
}

static int64_t number_of(int year, int month, int day) {
    int64_t y = month <= 2 ? year - 1 : year, era = (y >= 0 ? y : y - 399) / 400, of_era = y - era * 400;
    int64_t of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

int bg_calendar__month_days(int year, int month) {
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return month == 2 && leap ? 29 : days[month - 1];
}

bool bg_calendar__day(const char *text, int64_t *out) {
    int year, month, day;
    size_t size = text ? strlen(text) : 0;
    if (size < 10 || (size > 10 && text[10] != 'T' && text[10] != ' ')) return false;
    if (!digits(text, 4, &year) || text[4] != '-' || !digits(text + 5, 2, &month) || text[7] != '-' || !digits(text + 8, 2, &day)) return false;
    if (month < 1 || month > 12 || day < 1 || day > bg_calendar__month_days(year, month)) return false;
    *out = number_of(year, month, day);
    return true;
}

typedef struct civil { int64_t year, month, day; } civil;

static civil civil_of(int64_t number) {
    int64_t z = number + 719468, era = (z >= 0 ? z : z - 146096) / 146097, of_era = z - era * 146097;
    int64_t y = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365, of_year = of_era - (365 * y + y / 4 - y / 100);
    int64_t m = (5 * of_year + 2) / 153, month = m < 10 ? m + 3 : m - 9;
    return (civil){y + era * 400 + (month <= 2), month, of_year - (153 * m + 2) / 5 + 1};
}

void bg_calendar__text(int64_t number, char out[11]) {
    civil c = civil_of(number);
    if (c.year < 0 || c.year > 9999) c = (civil){0, 1, 1};
    snprintf(out, 11, "%04u-%02u-%02u", (unsigned)c.year % 10000, (unsigned)c.month % 100, (unsigned)c.day % 100);
}

int64_t bg_calendar__months_later(int64_t number, int months) {
    civil c = civil_of(number);
    int64_t count = c.year * 12 + c.month - 1 + months;
    int year = (int)(count / 12), month = (int)(count % 12) + 1, last = bg_calendar__month_days(year, month);
    return number_of(year, month, c.day < last ? (int)c.day : last);
}

int64_t bg_calendar__figures(const char *text) {
    size_t size = strlen(text);
    return strtol(text, NULL, 10) * 10000 + (size >= 7 ? strtol(text + 5, NULL, 10) * 100 : 0) + (size >= 10 ? strtol(text + 8, NULL, 10) : 0);
}

bool bg_calendar__last(const char *text, int64_t *out) {
    int year, month = 12;
    size_t size = text ? strlen(text) : 0;
    if (size != 4 && size != 7) return bg_calendar__day(text, out);
    if (!digits(text, 4, &year) || (size == 7 && (text[4] != '-' || !digits(text + 5, 2, &month) || month < 1 || month > 12))) return false;
    *out = number_of(year, month, bg_calendar__month_days(year, month));
    return true;
}
