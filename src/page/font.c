/*
 * font: see font.h. A word of two capitals or more without a small letter that has a capital is in capitals ("VI§T" with a small ệ). One with
 * fewer tells nothing ("Hà", "HÀ") and goes with the words around it. Behind the end of a sentence the first letter is raised.
 */
#include "font.h"

typedef enum word_case { CASE_OPEN, CASE_SMALL, CASE_CAPITAL, CASE_NONE } word_case;

static bool is_marked(uint32_t c) {
    unsigned v, t;
    return c >= 0x80 && bg_letter__vowel(c, &v, &t) && t;
}

static void raise_all(char *text, size_t start, size_t end) {
    for (size_t at = start, next = at; at < end; at = next) {
        uint32_t c = bg_utf8__next(text, end, &next);
        if (is_marked(c)) bg_utf8__put(bg_letter__capital(c), text + at);
    }
}

/* The word at *at, which moves behind it; *at stands on a letter. */
static word_case next_word(const char *text, size_t size, size_t *at) {
    size_t capitals = 0, small = 0;
    for (size_t next = *at; next < size; *at = next) {
        uint32_t c = bg_utf8__next(text, size, &next);
        if (!bg_letter__is(c)) break;
        if (bg_letter__is_upper(c)) capitals++;
        else if (!is_marked(c)) small++;
    }
    return small ? CASE_SMALL : capitals >= 2 ? CASE_CAPITAL : CASE_OPEN;
}

static bool ends_line(uint32_t c) { return c == '\n' || c == '\r' || c == '<' || c == '>'; }

/* Does a sentence begin here: ". "? */
static bool begins_sentence(const char *text, size_t at) {
    return at >= 2 && text[at - 1] == ' ' && (text[at - 2] == '.' || text[at - 2] == '!' || text[at - 2] == '?');
}

void bg_font__raise(char *text, size_t size) {
    word_case before = CASE_NONE; /* the last word of the line that tells */
    size_t open = 0;              /* behind it */
    for (size_t at = 0; at < size;) {
        size_t start = at, next = at;
        uint32_t c = bg_utf8__next(text, size, &next);
        if (!bg_letter__is(c)) {
            if (ends_line(c) && before == CASE_CAPITAL) raise_all(text, open, at);
            if (ends_line(c)) before = CASE_NONE, open = next;
            at = next;
            continue;
        }
        if (begins_sentence(text, start)) raise_all(text, start, next);
        word_case now = next_word(text, size, &at);
        if (now == CASE_OPEN) continue;
        if (now == CASE_CAPITAL) raise_all(text, before == CASE_SMALL ? start : open, at);
        before = now, open = at;
    }
    if (before == CASE_CAPITAL) raise_all(text, open, size);
}
