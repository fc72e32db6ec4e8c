/*
 * letter: UTF-8 and the letters of Vietnamese. The tables below are properties of the alphabet (12 vowels, 6 tones, đ),
 * not knowledge about the language; they are spelled out as code points so that the hot path needs no library.
 * Decomposed or half-composed spelling goes through utf8proc first.
 */
#include "base.h"

#include <stdlib.h>
#include <utf8proc.h>

size_t bg_utf8__put(uint32_t c, char out[4]) {
    if (c < 0x80) return out[0] = (char)c, 1;
    if (c < 0x800) return out[0] = (char)(0xC0 | c >> 6), out[1] = (char)(0x80 | (c & 63)), 2;
    if (c < 0x10000) {
        out[0] = (char)(0xE0 | c >> 12), out[1] = (char)(0x80 | (c >> 6 & 63)), out[2] = (char)(0x80 | (c & 63));
        return 3;
    }
    out[0] = (char)(0xF0 | c >> 18), out[1] = (char)(0x80 | (c >> 12 & 63));
    out[2] = (char)(0x80 | (c >> 6 & 63)), out[3] = (char)(0x80 | (c & 63));
    return 4;
}

uint32_t bg_utf8__next(const char *bytes, size_t size, size_t *at) {
    const unsigned char *p = (const unsigned char *)bytes + *at;
    size_t left = size - *at;
    if (p[0] < 0x80 || left < 2) return (*at)++, p[0];
    if (p[0] < 0xE0 || left < 3) return *at += 2, (uint32_t)(p[0] & 31) << 6 | (p[1] & 63);
    if (p[0] < 0xF0 || left < 4) return *at += 3, (uint32_t)(p[0] & 15) << 12 | (uint32_t)(p[1] & 63) << 6 | (p[2] & 63);
    *at += 4;
    return (uint32_t)(p[0] & 7) << 18 | (uint32_t)(p[1] & 63) << 12 | (uint32_t)(p[2] & 63) << 6 | (p[3] & 63);
}

/* Length of the well-formed sequence at p (1-4), 0 if there is none. */
static size_t sequence(const unsigned char *p, size_t left) {
    if (p[0] < 0x80) return 1;
    size_t need = p[0] >= 0xC2 && p[0] < 0xE0 ? 2 : p[0] >= 0xE0 && p[0] < 0xF0 ? 3 : p[0] >= 0xF0 && p[0] < 0xF5 ? 4 : 0;
    if (!need || need > left) return 0;
    for (size_t i = 1; i < need; i++)
        if ((p[i] & 0xC0) != 0x80) return 0;
    if (p[0] == 0xE0 && p[1] < 0xA0) return 0; /* overlong */
    if (p[0] == 0xED && p[1] >= 0xA0) return 0; /* surrogate */
    if (p[0] == 0xF0 && p[1] < 0x90) return 0;
    if (p[0] == 0xF4 && p[1] >= 0x90) return 0;
    return need;
}

size_t bg_utf8__invalid(const char *bytes, size_t size) {
    const unsigned char *p = (const unsigned char *)bytes;
    size_t at = 0;
    while (at < size) {
        uint64_t word;
        if (size - at >= 8 && (memcpy(&word, p + at, 8), !(word & 0x8080808080808080u))) {
            at += 8;
            continue;
        }
        size_t step = sequence(p + at, size - at);
        if (!step) return at;
        at += step;
    }
    return size;
}

/* The 12 vowels × 6 tones (level, huyền, sắc, hỏi, ngã, nặng), lower case. */
static const uint16_t vowels[12][6] = {
    {'a', 0xE0, 0xE1, 0x1EA3, 0xE3, 0x1EA1},       {0x103, 0x1EB1, 0x1EAF, 0x1EB3, 0x1EB5, 0x1EB7},
    {0xE2, 0x1EA7, 0x1EA5, 0x1EA9, 0x1EAB, 0x1EAD}, {'e', 0xE8, 0xE9, 0x1EBB, 0x1EBD, 0x1EB9},
    {0xEA, 0x1EC1, 0x1EBF, 0x1EC3, 0x1EC5, 0x1EC7}, {'i', 0xEC, 0xED, 0x1EC9, 0x129, 0x1ECB},
    {'o', 0xF2, 0xF3, 0x1ECF, 0xF5, 0x1ECD},       {0xF4, 0x1ED3, 0x1ED1, 0x1ED5, 0x1ED7, 0x1ED9},
    {0x1A1, 0x1EDD, 0x1EDB, 0x1EDF, 0x1EE1, 0x1EE3}, {'u', 0xF9, 0xFA, 0x1EE7, 0x169, 0x1EE5},
    {0x1B0, 0x1EEB, 0x1EE9, 0x1EED, 0x1EEF, 0x1EF1}, {'y', 0x1EF3, 0xFD, 0x1EF7, 0x1EF9, 0x1EF5}};

/* Vowel and tone of a lower-case letter. Searched within the rows that can hold it: by value ranges the table is small. */
static bool vowel_of(uint32_t c, unsigned *vowel, unsigned *tone) {
    if (c < 0x80) {
        static const signed char plain[26] = {['a' - 'a'] = 1, ['e' - 'a'] = 4, ['i' - 'a'] = 6, ['o' - 'a'] = 7, ['u' - 'a'] = 10, ['y' - 'a'] = 12};
        if (c < 'a' || c > 'z' || !plain[c - 'a']) return false;
        return *vowel = (unsigned)plain[c - 'a'] - 1, *tone = 0, true;
    }
    if (c > 0x1EF9 || (c < 0x1EA0 && c > 0x1B0)) return false;
    for (unsigned v = 0; v < 12; v++)
        for (unsigned t = 0; t < 6; t++)
            if (vowels[v][t] == c) return *vowel = v, *tone = t, true;
    return false;
}

uint32_t bg_letter__lower(uint32_t c) {
    if (c < 0x80) return c >= 'A' && c <= 'Z' ? c + 32 : c;
    if (c >= 0xC0 && c <= 0xDE) return c == 0xD7 ? c : c == 0xD0 ? 0x111 : c + 32;
    if (c == 0xF0 || c == 0x189 || c == 0x256) return 0x111; /* eth and African D stand for đ */
    if ((c >= 0x100 && c <= 0x137) || (c >= 0x14A && c <= 0x177) || (c >= 0x1A0 && c <= 0x1A5)) return c | 1;
    if ((c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E)) return c & 1 ? c + 1 : c;
    if (c == 0x178) return 0xFF;
    if (c == 0x1AF) return 0x1B0;
    if (c >= 0x1E00 && c <= 0x1EFF) return c < 0x1E96 || c > 0x1E9F ? c | 1 : c;
    if (c >= 0x391 && c <= 0x3A9) return c + 32;
    if (c >= 0x410 && c <= 0x42F) return c + 32;
    if (c >= 0x400 && c <= 0x40F) return c + 80;
    return c;
}

bool bg_letter__is_upper(uint32_t c) {
    if (c < 0x80) return c >= 'A' && c <= 'Z';
    return bg_letter__lower(c) != c && c != 0xF0 && c != 0x256;
}

bool bg_letter__is_mark(uint32_t c) { return c >= 0x300 && c <= 0x36F; }

bool bg_letter__is(uint32_t c) {
    if (c < 0x80) return (c | 32) >= 'a' && (c | 32) <= 'z';
    if (c < 0xC0) return c == 0xAA || c == 0xBA;
    if (c == 0xD7 || c == 0xF7) return false;
    if (c < 0x2B0) return true;
    if (c < 0x2000) return c >= 0x300;
    return (c >= 0x2C00 && c < 0x2E00) || (c >= 0x3040 && c < 0xE000) || (c >= 0xF900 && c < 0xFE00) || c >= 0x10000;
}

uint32_t bg_letter__fold(uint32_t c) {
    static const char plain[12] = "aaaeeiooouuy";
    unsigned v, t;
    if (c < 0x80) return c;
    if (c == 0x111) return 'd';
    if (c == 0x451) return 0x435; /* ё → е */
    if (vowel_of(c, &v, &t)) return (uint32_t)plain[v];
    if (c >= 0x180 && c < 0x1E00) return c;
    /* Other Latin letters: the base letter of their decomposition. */
    utf8proc_int32_t parts[4];
    utf8proc_ssize_t n = utf8proc_decompose_char((utf8proc_int32_t)c, parts, 4, UTF8PROC_DECOMPOSE, NULL);
    return n >= 1 ? (uint32_t)parts[0] : c;
}

void bg_text__fold(const char *bytes, size_t size, bg_buf *out) {
    for (size_t at = 0; at < size;) {
        uint32_t c = bg_utf8__next(bytes, size, &at);
        if (bg_letter__is_mark(c)) continue;
        char put[4];
        bg_buf__add(out, put, bg_utf8__put(bg_letter__fold(bg_letter__lower(c)), put));
    }
}

/* ---- syllable keys */

/* Decode to lower-case code points, composed; returns how many (at most 40). */
static size_t decode(const char *bytes, size_t size, uint32_t out[40]) {
    size_t n = 0;
    bool marks = false;
    for (size_t at = 0; at < size && n < 40;) {
        uint32_t c = bg_utf8__next(bytes, size, &at);
        if (c == 0xAD || c == 0x200B || c == 0xFEFF) continue; /* soft hyphen, zero-width space, BOM */
        marks |= bg_letter__is_mark(c);
        out[n++] = bg_letter__lower(c);
    }
    if (!marks) return n;
    utf8proc_ssize_t m = utf8proc_normalize_utf32((utf8proc_int32_t *)out, (utf8proc_ssize_t)n,
                                                  UTF8PROC_STABLE | UTF8PROC_COMPOSE);
    return m < 0 ? n : (size_t)m;
}

/* Put the tone of an open oa / oe / uy on its first vowel: hoà → hòa, thuý → thúy. */
static void move_tone(uint32_t *c, size_t n) {
    unsigned v1, t1, v2, t2;
    if (n < 2 || !vowel_of(c[n - 2], &v1, &t1) || !vowel_of(c[n - 1], &v2, &t2) || t1 != 0 || t2 == 0) return;
    bool pair = (c[n - 2] == 'o' && (v2 == 0 || v2 == 3)) || (c[n - 2] == 'u' && v2 == 11);
    if (!pair || (n >= 3 && c[n - 3] == 'q')) return;
    c[n - 2] = vowels[v1][t2];
    c[n - 1] = vowels[v2][0];
}

/* y as the only vowel at the end is written i: kỷ → kỉ, mỹ → mĩ; quý → quí. */
static void y_to_i(uint32_t *c, size_t n) {
    unsigned v, t, v2, t2;
    if (n < 2 || !vowel_of(c[n - 1], &v, &t) || v != 11) return;
    if (vowel_of(c[n - 2], &v2, &t2) && !(n >= 3 && c[n - 2] == 'u' && c[n - 3] == 'q')) return;
    c[n - 1] = vowels[5][t];
}

size_t bg_syllable__key(const char *bytes, size_t size, char out[BG_SYLLABLE_MAX]) {
    uint32_t c[40];
    size_t n = decode(bytes, size, c), at = 0;
    move_tone(c, n);
    y_to_i(c, n);
    for (size_t i = 0; i < n && at + 4 <= BG_SYLLABLE_MAX; i++) at += bg_utf8__put(c[i], out + at);
    return at;
}
