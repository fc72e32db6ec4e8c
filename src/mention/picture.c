/* picture: the days in the addresses of the article's pictures ("…/2024/11/06/name.jpg"), a hint at the year of its dates. */
#include "mention.h"

#define ADDRESS 500 /* bytes of an address that are looked at */

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

/* Read a number of so many digits at most, all of them; 0 = none. */
static int number(const char *text, size_t end, size_t *at, size_t digits) {
    size_t start = *at;
    int value = 0;
    while (*at < end && is_digit(text[*at]) && *at - start <= digits) value = value * 10 + (text[(*at)++] - '0');
    return *at - start <= digits && *at > start ? value : 0;
}

static bool skip_sign(const char *text, size_t end, size_t *at) {
    return *at < end && (text[*at] == '/' || text[*at] == '-') && ++*at;
}

/* "2024/11/6", "2024-11-06"; some sites write 2024/112024/06. */
static bool read_day(const char *text, size_t end, size_t at, bg_day *out) {
    bg_day day = {0};
    day.year = number(text, end, &at, 4);
    if (day.year < 2000 || day.year > 2099 || !skip_sign(text, end, &at)) return false;
    day.month = number(text, end, &at, 6);
    if (day.month > 100 && day.month % 10000 == day.year) day.month /= 10000;
    if (day.month < 1 || day.month > 12 || !skip_sign(text, end, &at)) return false;
    day.day = number(text, end, &at, 2);
    *out = day;
    return day.day >= 1 && day.day <= 31;
}

static void read_address(bg_mentions *m, const char *text, size_t at, size_t end) {
    for (; at < end && text[at] != ')' && text[at] != '\n' && m->picture_count < BG_PICTURES_MAX; at++) {
        bool begins = is_digit(text[at]) && !is_digit(text[at - 1]);
        if (begins && read_day(text, end, at, &m->pictures[m->picture_count])) {
            m->picture_count++;
            return;
        }
    }
}

void bg_picture__find(bg_mentions *m) {
    const bg_text *t = m->text;
    size_t end = t->tokens.count ? t->tokens.items[t->tokens.count - 1].end : 0;
    for (const char *p = t->bytes; end && (p = memchr(p, ']', (size_t)(t->bytes + end - p)));) {
        size_t at = (size_t)(++p - t->bytes);
        if (at + 5 < end && memcmp(p, "(http", 5) == 0) read_address(m, t->bytes, at + 5, at + ADDRESS < end ? at + ADDRESS : end);
    }
}
