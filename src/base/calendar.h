/* calendar: days as numbers, so that they can be counted. */
#ifndef BG_CALENDAR_H
#define BG_CALENDAR_H

#include "base.h"

/* Days since 1970-01-01 of "2024-05-08", also if an hour follows; false: it is no full day of the calendar. */
bool bg_calendar__day(const char *text, int64_t *out);
void bg_calendar__text(int64_t number, char out[11]); /* the way back; years 0 … 9999 */
int64_t bg_calendar__figures(const char *text); /* 20240508 of a full day "2024-05-08"; of "2024-05" 20240500, of "2024" 20240000 */
/* The last day that "2024-05-08", "2024-05" or "2024" may be; false: it is no date. */
bool bg_calendar__last(const char *text, int64_t *out);
int bg_calendar__month_days(int year, int month);     /* month 1 … 12 */
/* The same day so many months later (or earlier), the month's last day where it has no such day. */
int64_t bg_calendar__months_later(int64_t number, int months);

#endif
