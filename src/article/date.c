/* date: rows in which the page states when it was published. */
#include "internal.h"

#include <stdlib.h>

#define NUMBERS 12

typedef struct number {
    uint32_t value;
    size_t start, end;
    bool month; /* written as a word */
} number;

typedef struct reading {
    number numbers[NUMBERS];
    size_t count, zone; /* `zone`: index of the first number of the time zone */
    bool afternoon, ended; /* `ended`: what follows is no date */
} reading;

/* Words before the date are a name if a sign parts them from it: "An Vinh - thứ ba, …". */
static bool is_name(const char *text, size_t from, size_t to, size_t words) {
    while (to > from && text[to - 1] == ' ') to--;
    return !words || (words <= 6 && to > from && strchr("-|,)", text[to - 1])) ||
           (words <= 6 && to - from > 3 && (unsigned char)text[to - 3] == 0xE2);
}

static bool add_number(reading *r, const char *text, const bg_word *word) {
    if (r->count == NUMBERS || word->end - word->start > 4) return false;
    uint32_t value = 0;
    for (size_t i = word->start; i < word->end; i++) value = value * 10 + (uint32_t)(text[i] - '0');
    r->numbers[r->count++] = (number){value, word->start, word->end, false};
    return true;
}

/* Words of a date: those of the lexicon; "zone", "afternoon", "end" (of what is the date), "count" (the number before it is none of the date's) and the
 * number of a month are values with a meaning. */
static size_t date_word(const bg_data *data, const char *text, bg_span row, const bg_word *word, reading *r) {
    size_t stop = 0;
    uint32_t sense = bg_article__phrase(data, ROW_CLASS(DATE_WORD), text, word->start, row.end, &stop);
    if (!sense) return 0;
    const char *value = bg_article__value(data, sense);
    if (!strcmp(value, "zone") && r->zone > r->count) r->zone = r->count;
    if (!strcmp(value, "afternoon")) r->afternoon = true;
    if (!strcmp(value, "end") && !r->count) return 0;
    if (!strcmp(value, "count") && r->count > 3) r->count--, r->ended = true;
    if (!strcmp(value, "end")) r->ended = true;
    if (*value >= '1' && *value <= '9' && r->count < NUMBERS) r->numbers[r->count++] = (number){(uint32_t)atoi(value), word->start, stop, true};
    return stop;
}

#define DAY_NUMBERS 3   /* day, month, year */
#define SECTION_BYTES 40 /* of the longest name of a section */

/* "23/04/2021 07:16 GMT+7 | Trong nước": behind the date and an upright line, the section of the page. */
static bool is_section(const char *text, const reading *r, size_t at, size_t end) {
    size_t sign = at;
    if (r->count < DAY_NUMBERS || end - at > SECTION_BYTES) return false;
    while (sign > r->numbers[r->count - 1].end && text[sign - 1] == ' ') sign--;
    if (sign <= r->numbers[r->count - 1].end || text[sign - 1] != '|') return false;
    for (; at < end; at++)
        if ((text[at] >= '0' && text[at] <= '9') || text[at] == '|') return false;
    return true;
}

/* Collect the numbers; false where the row says anything else behind the first of them. */
static bool collect(const bg_data *data, const char *text, bg_span row, reading *r, size_t *from) {
    size_t others = 0;
    bg_word word;
    *from = row.end;
    for (size_t at = row.start; !r->ended && bg_word__next(text, row.end, &at, &word);) {
        if (text[word.start] == 'T' && word.end - word.start == 3 && text[word.start + 1] <= '9')
            word.kind = BG_WORD_NUMBER, word.start++; /* the T of ISO 8601 */
        if (word.kind == BG_WORD_NUMBER) {
            if (!add_number(r, text, &word)) return false;
            if (*from == row.end && !is_name(text, row.start, word.start, others)) return false;
            if (*from == row.end) *from = word.start;
            if (word.start > row.start && text[word.start - 1] == '+' && r->zone > r->count) r->zone = r->count - 1;
            continue;
        }
        if (word.kind == BG_WORD_PUNCT) continue;
        size_t stop = date_word(data, text, row, &word, r);
        if (stop && *from == row.end && is_name(text, row.start, word.start, others)) *from = word.start;
        if (stop) at = stop;
        else if (is_section(text, r, word.start, row.end)) r->ended = true;
        else if (r->count || ++others > 6) return false;
        else *from = row.end; /* the date words so far were part of a name */
    }
    return *from < row.end;
}

/* Index of the hour in "20:15", "20h15"; r->count if there is none. */
static size_t find_time(const reading *r, const char *text, size_t count) {
    for (size_t i = 0; i + 1 < count; i++) {
        const number *a = &r->numbers[i], *b = a + 1;
        bool joined = b->start == a->end + 1 && strchr(":hHgG", text[a->end]);
        if (joined && a->value < 24 && b->value < 60 && b->end - b->start == 2) return i;
    }
    return count;
}

typedef struct day { uint32_t year, month, day; } day;

static bool read_day(const reading *r, const size_t at[3], day *out) {
    const number *n = r->numbers;
    bool iso = n[at[0]].value > 1900, month_first = n[at[0]].month; /* "June 12, 2024" */
    if (month_first) *out = (day){n[at[2]].value, n[at[0]].value, n[at[1]].value};
    else if (iso) *out = (day){n[at[0]].value, n[at[1]].value, n[at[2]].value};
    else *out = (day){n[at[2]].value, n[at[1]].value, n[at[0]].value};
    if (out->year < 100) out->year += 2000;
    return out->year > 1985 && out->year < 2100 && out->month >= 1 && out->month <= 12 && out->day >= 1 && out->day <= 31;
}

bool bg_article__date(const bg_data *data, const char *text, bg_span row, char out[32], bg_span *span) {
    reading r = {.zone = NUMBERS + 1};
    size_t from;
    if (!collect(data, text, row, &r, &from)) return false;
    size_t count = r.zone < r.count ? r.zone : r.count, hour = find_time(&r, text, count), at[3], n = 0;
    bool timed = hour < count;
    for (size_t i = 0; i < count; i++) {
        bool second = timed && i == hour + 2 && text[r.numbers[i].start - 1] == ':' && count > 5;
        if ((timed && (i == hour || i == hour + 1)) || second) continue;
        if (n == 3) return false;
        at[n++] = i;
    }
    day d;
    if (n != 3 || !read_day(&r, at, &d)) return false;
    if (!timed && r.numbers[at[2]].value < 100 && r.numbers[at[0]].value < 100) return false; /* 11/07/14 alone: no year */
    int size = snprintf(out, 32, "%04u-%02u-%02u", d.year % 10000, d.month % 100, d.day % 100);
    if (timed) {
        uint32_t h = r.numbers[hour].value + (r.afternoon && r.numbers[hour].value < 12 ? 12u : 0u);
        snprintf(out + size, 32 - (size_t)size, "T%02u:%02u:00+07:00", h % 24, r.numbers[hour + 1].value % 60);
    }
    *span = (bg_span){(uint32_t)from, row.end};
    return true;
}
