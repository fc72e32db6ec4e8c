/* words: names and offices cut into folded words, and how two of them compare. */
#include "words.h"

static bool separates(char c) { return c == ' ' || c == '.' || c == '-' || c == '\'' || c == '_'; }

/* Folded words of a name, in `text`; dots and hyphens separate. */
void bg_words__split(const char *name, char text[BG_WORDS_ROOM], bg_words *out) {
    bg_buf folded = {.bytes = text, .room = BG_WORDS_ROOM, .max = BG_WORDS_ROOM - 1}; /* never grows beyond its room */
    text[0] = 0;
    bg_text__fold(name, strnlen(name, BG_WORDS_ROOM / 2), &folded);
    memset(out, 0, sizeof *out);
    out->text = text;
    for (size_t at = 0; text[at] && out->count < BG_WORDS_MAX;) {
        size_t n = 0;
        while (text[at + n] && !separates(text[at + n])) n++;
        if (n) {
            out->letters |= 1ull << (text[at] & 63);
            out->at[out->count] = (uint8_t)at, out->sizes[out->count++] = (uint8_t)n;
        }
        at += n + (text[at + n] != 0);
    }
}

/* The same in the arena; NULL: out of memory. */
const bg_words *bg_words__keep(bg_arena *arena, const char *name) {
    char text[BG_WORDS_ROOM];
    bg_words words;
    bg_words__split(name, text, &words);
    words.text = bg_arena__text(arena, text, strlen(text));
    return words.text ? bg_arena__copy(arena, &words, sizeof words) : NULL;
}

static bool word_fits(const bg_words *a, unsigned i, const bg_words *b, unsigned j) {
    size_t n = a->sizes[i] == 1 || b->sizes[j] == 1 ? 1 : a->sizes[i];
    if (n > 1 && a->sizes[i] != b->sizes[j]) return false;
    return memcmp(a->text + a->at[i], b->text + b->at[j], n) == 0;
}

bool bg_words__same_name(const bg_words *a, const bg_words *b) {
    const bg_words *s = a->count <= b->count ? a : b, *l = s == a ? b : a;
    if (s->letters & ~l->letters || !s->count || (s->count == 1 && s->sizes[0] < 2)) return false;
    uint32_t used = 0; /* "V. Matvienko" has one V */
    for (unsigned i = 0; i < s->count; i++) {
        unsigned fit = l->count;
        for (unsigned j = 0; j < l->count; j++) /* rather a whole word than an initial */
            if (!(used >> j & 1) && word_fits(s, i, l, j) && (fit == l->count || l->sizes[j] > l->sizes[fit])) fit = j;
        if (fit == l->count || (s->count == 1 && l->sizes[fit] == 1)) return false; /* "Trump" is no "Peter T. King" */
        used |= 1u << fit;
    }
    return true;
}

bool bg_name__same(const char *a, const char *b) {
    char x_text[BG_WORDS_ROOM], y_text[BG_WORDS_ROOM];
    bg_words x, y;
    if (!a || !b) return false;
    bg_words__split(a, x_text, &x);
    bg_words__split(b, y_text, &y);
    return bg_words__same_name(&x, &y);
}

#define MISSPELT_LEAST 5 /* letters of a name in which one may be wrong */

/* One letter wrong, missing, too many, or two changed about, behind the first two; `sure`, as another word is the same: two of a longer one. */
static bool is_misspelt(const char *a, size_t n, const char *b, size_t m, bool sure) {
    size_t head = 0, tail = 0;
    while (head < n && head < m && a[head] == b[head]) head++;
    while (tail < n - head && tail < m - head && a[n - 1 - tail] == b[m - 1 - tail]) tail++;
    size_t x = n - head - tail, y = m - head - tail;
    bool shorter = sure && x + y == 1 && n + m == 2 * MISSPELT_LEAST - 1; /* "Hary Roque", "Harry Roque" */
    if (((n < MISSPELT_LEAST || m < MISSPELT_LEAST) && !shorter) || head < 2 || x > 2 || y > 2) return false;
    return (sure && n > MISSPELT_LEAST && m > MISSPELT_LEAST) || x + y == 1 || (x == 1 && y == 1) || (x == 2 && y == 2 && a[head] == b[head + 1] && a[head + 1] == b[head]);
}

bool bg_words__misspelt(const bg_words *a, const bg_words *b) {
    unsigned wrong = 0;
    for (unsigned i = 0; i < a->count && a->count == b->count; i++) {
        const char *x = a->text + a->at[i], *y = b->text + b->at[i];
        if (a->sizes[i] == b->sizes[i] && memcmp(x, y, a->sizes[i]) == 0) continue;
        if (!is_misspelt(x, a->sizes[i], y, b->sizes[i], a->count > 1)) return false;
        wrong++;
    }
    return a->count && a->count == b->count && wrong == 1;
}

bool bg_words__misspelt_last(const bg_words *whole, const bg_words *last) {
    if (last->count != 1 || whole->count < 2) return false;
    unsigned i = whole->count - 1u;
    return is_misspelt(whole->text + whole->at[i], whole->sizes[i], last->text + last->at[0], last->sizes[0], false);
}

/* Are the first `count` words equal? */
static bool begin_equal(const bg_words *a, const bg_words *b, unsigned count) {
    for (unsigned i = 0; i < count; i++)
        if (a->sizes[i] != b->sizes[i] || memcmp(a->text + a->at[i], b->text + b->at[i], a->sizes[i]) != 0) return false;
    return true;
}

bool bg_words__equal(const bg_words *a, const bg_words *b) { return a->count == b->count && begin_equal(a, b, a->count); }

bool bg_words__begin(const bg_words *whole, const bg_words *prefix) {
    return prefix->count && prefix->count <= whole->count && begin_equal(whole, prefix, prefix->count);
}
