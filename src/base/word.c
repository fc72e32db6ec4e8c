/* word: cut text into words, numbers and signs. */
#include "base.h"

static bool is_blank(uint32_t c) {
    return c <= ' ' || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F ||
           c == 0x205F || c == 0x3000 || c == 0xFEFF || c == 0x200B || c == 0x85;
}

static bool joins(uint32_t c) { return c == 0xAD || c == 0x200B || c == 0x200C || c == 0x200D; }

static bool is_digit(uint32_t c) { return c >= '0' && c <= '9'; }

/* Blanks outside ASCII begin with one of these bytes. */
static bool may_be_blank(unsigned char byte) { return byte <= ' ' || byte == 0xC2 || (byte >= 0xE1 && byte <= 0xE3) || byte == 0xEF; }

/* Skip blanks; true if there is a word behind them. */
static inline bool skip_blanks(const char *bytes, size_t size, size_t *at, bg_word *out) {
    if (*at < size && bytes[*at] == ' ') out->blank = true, ++*at; /* nearly always one, and no more */
    while (*at < size) {
        if (!may_be_blank((unsigned char)bytes[*at])) return true;
        size_t next = *at;
        uint32_t c = bg_utf8__next(bytes, size, &next);
        if (!is_blank(c)) return true;
        out->blank = true;
        out->line_end |= c == '\n';
        *at = next;
    }
    return false;
}

/*
 * Behind the letters at `at` that most words are written with: ASCII, Latin-1 and its extensions (lead bytes C3 to C9), U+1E80
 * to U+1EFF (E1 BA, E1 BB).
 */
static inline size_t skip_common(const unsigned char *p, size_t size, size_t at) {
    while (at < size) {
        unsigned char byte = p[at];
        if ((unsigned char)((byte | 32) - 'a') < 26) at++;
        else if (byte < 0xC3 || size - at < 3) break;
        else if (byte == 0xE1) {
            if ((p[at + 1] & 0xFE) != 0xBA) break;
            at += 3;
        } else {
            if (byte > 0xC9 || (byte == 0xC3 && (p[at + 1] == 0x97 || p[at + 1] == 0xB7))) break; /* not × and ÷ */
            at += 2;
        }
    }
    return at;
}

/* Behind all letters that begin at `at`. */
static size_t skip_letters(const char *bytes, size_t size, size_t at) {
    for (;;) {
        at = skip_common((const unsigned char *)bytes, size, at);
        if (at == size || (unsigned char)bytes[at] < 0x80) return at;
        size_t next = at;
        uint32_t c = bg_utf8__next(bytes, size, &next);
        if (!bg_letter__is(c) && !joins(c)) return at;
        at = next;
    }
}

/* Run over the letters of a word that began with `c`. Digits may follow as long as all of them are capitals. */
static void letters(const char *bytes, size_t size, size_t *end, uint32_t c, bg_word *out) {
    unsigned count = 1, capitals = bg_letter__is_upper(c), digits = 0;
    size_t at = *end, next;
    out->kind = BG_WORD_LETTERS;
    out->capital = capitals;
    for (; at < size && capitals == count; at = next) {
        next = at;
        c = bg_utf8__next(bytes, size, &next);
        if (bg_letter__is(c) && !digits) {
            if (!bg_letter__is_mark(c)) count++, capitals += bg_letter__is_upper(c);
        } else if (is_digit(c) && count <= 4) digits++;
        else if (!joins(c)) break;
    }
    *end = capitals == count ? at : skip_letters(bytes, size, at);
    out->upper = capitals == count && count + digits > 1;
}

bool bg_word__next(const char *bytes, size_t size, size_t *at, bg_word *out) {
    *out = (bg_word){0};
    if (!skip_blanks(bytes, size, at, out)) return false;
    out->start = *at;
    uint32_t c = bg_utf8__next(bytes, size, at);
    if (bg_letter__is(c)) letters(bytes, size, at, c, out);
    else if (is_digit(c)) {
        out->kind = BG_WORD_NUMBER;
        while (*at < size && is_digit((unsigned char)bytes[*at])) ++*at;
    } else {
        out->kind = BG_WORD_PUNCT;
        out->point = c;
    }
    out->end = *at;
    return true;
}
