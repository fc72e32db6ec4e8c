/* moment: the ways in which containers write a point in time. */
#ifndef BG_MOMENT_H
#define BG_MOMENT_H

#include "../base/base.h"

#define BG_MOMENT 32
/*
 * Mail, HTTP and JavaScript: "Wed, 08 May 2024 09:30:00 +0700", "Wed May 08 2024 09:30:00 GMT+0700 (Indochina Time)"; and numbers:
 * "2024-05-08T02:30:00Z", "2024-05-08 09:30", "20240508023000", seconds or milliseconds since 1970. A day is enough; without a zone it is UTC.
 * Writes "2024-05-08T02:30:00Z"; false: it is none of them.
 */
bool bg_moment__utc(const char *text, size_t size, char out[BG_MOMENT]);
/* The same as the hour in Viet Nam, "2024-05-08T09:30:00+07:00", or the day alone if nothing else is said. Without a zone it is this hour. */
bool bg_moment__here(const char *text, size_t size, char out[BG_MOMENT]);
/* The same as it is stated: "2024-05-08T09:30:00+02:00", without a zone where none is stated, or the day alone. */
bool bg_moment__stated(const char *text, size_t size, char out[BG_MOMENT]);

#endif
