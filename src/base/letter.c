/*
 * letter: the letters of Vietnamese. The tables below are properties of the alphabet (12 vowels, 6 tones, đ),
 * not knowledge about the language; they are spelled out as code points so that the hot path needs no library.
 * Decomposed or half-composed spelling goes through utf8proc first.
 */
#include "base.h"

#include <stdlib.h>
#include <utf8proc.h>

/* ---- letters */

/*
 * The same questions for any code point, as expressions that the compiler can fold: the table is made of them, and letters
 * outside it are asked by the functions below.
 */
#define EITHER(c, lo, hi) ((c) >= (lo) && (c) <= (hi))
#define LOWER(c) \
    ((c) < 0x80 ? (EITHER(c, 'A', 'Z') ? (c) + 32 : (c)) \
     : EITHER(c, 0xC0, 0xDE) ? ((c) == 0xD7 ? (c) : (c) == 0xD0 ? 0x111 : (c) + 32) \
     : (c) == 0xF0 || (c) == 0x189 || (c) == 0x256 ? 0x111 /* eth and African D stand for đ */ \
     : EITHER(c, 0x100, 0x137) || EITHER(c, 0x14A, 0x177) || EITHER(c, 0x1A0, 0x1A5) ? (c) | 1 \
     : EITHER(c, 0x139, 0x148) || EITHER(c, 0x179, 0x17E) ? (c) + ((c) & 1) \
     : (c) == 0x178 ? 0xFF : (c) == 0x1AF ? 0x1B0 \
     : EITHER(c, 0x1E00, 0x1EFF) ? (EITHER(c, 0x1E96, 0x1E9F) ? (c) : (c) | 1) \
     : EITHER(c, 0x391, 0x3A9) || EITHER(c, 0x410, 0x42F) ? (c) + 32 \
     : EITHER(c, 0x400, 0x40F) ? (c) + 80 : (c))
#define IS_UPPER(c) (LOWER(c) != (c) && (c) != 0xF0 && (c) != 0x256)
#define IS_LETTER(c) \
    ((c) < 0x80 ? EITHER((c) | 32, 'a', 'z') : (c) < 0xC0 ? (c) == 0xAA || (c) == 0xBA : (c) == 0xD7 || (c) == 0xF7 ? 0 \
     : (c) < 0x2B0 ? 1 : (c) < 0x2000 ? (c) >= 0x300 \
     : EITHER(c, 0x2C00, 0x2DFF) || EITHER(c, 0x3040, 0xDFFF) || EITHER(c, 0xF900, 0xFDFF) || (c) >= 0x10000)

#define L1(c) {LOWER(c), IS_LETTER(c), IS_UPPER(c)}
#define L4(c) L1(c), L1((c) + 1), L1((c) + 2), L1((c) + 3)
#define L16(c) L4(c), L4((c) + 4), L4((c) + 8), L4((c) + 12)
#define L64(c) L16(c), L16((c) + 16), L16((c) + 32), L16((c) + 48)
#define L256(c) L64(c), L64((c) + 64), L64((c) + 128), L64((c) + 192)
const bg_letter bg_letters[BG_LETTERS] = {L256(0), L256(0x100), L256(0x200), L64(0x300), L16(0x340), L16(0x350), L16(0x360), L256(0x1E00)};

bool bg_letter__is_far(uint32_t c) { return IS_LETTER(c); }
bool bg_letter__is_upper_far(uint32_t c) { return IS_UPPER(c); }

uint32_t bg_letter__lower(uint32_t c) {
    uint32_t i = bg_letter__place(c);
    return i < BG_LETTERS ? bg_letters[i].lower : (uint32_t)LOWER(c);
}

/* The 12 vowels × 6 tones (level, huyền, sắc, hỏi, ngã, nặng), lower case. */
#define VOWELS(X) \
    X(0, 'a', 0xE0, 0xE1, 0x1EA3, 0xE3, 0x1EA1) \
    X(1, 0x103, 0x1EB1, 0x1EAF, 0x1EB3, 0x1EB5, 0x1EB7) \
    X(2, 0xE2, 0x1EA7, 0x1EA5, 0x1EA9, 0x1EAB, 0x1EAD) \
    X(3, 'e', 0xE8, 0xE9, 0x1EBB, 0x1EBD, 0x1EB9) \
    X(4, 0xEA, 0x1EC1, 0x1EBF, 0x1EC3, 0x1EC5, 0x1EC7) \
    X(5, 'i', 0xEC, 0xED, 0x1EC9, 0x129, 0x1ECB) \
    X(6, 'o', 0xF2, 0xF3, 0x1ECF, 0xF5, 0x1ECD) \
    X(7, 0xF4, 0x1ED3, 0x1ED1, 0x1ED5, 0x1ED7, 0x1ED9) \
    X(8, 0x1A1, 0x1EDD, 0x1EDB, 0x1EDF, 0x1EE1, 0x1EE3) \
    X(9, 'u', 0xF9, 0xFA, 0x1EE7, 0x169, 0x1EE5) \
    X(10, 0x1B0, 0x1EEB, 0x1EE9, 0x1EED, 0x1EEF, 0x1EF1) \
    X(11, 'y', 0x1EF3, 0xFD, 0x1EF7, 0x1EF9, 0x1EF5)

#define VOWEL_ROW(v, ...) {__VA_ARGS__},
static const uint16_t vowels[12][6] = {VOWELS(VOWEL_ROW)};

/* Backwards, by place in the letter table: 1 + vowel * 6 + tone, 0 = no vowel. */
#define PLACE(c) ((c) < BG_LETTERS_LOW ? (c) : (c) - 0x1E00u + BG_LETTERS_LOW)
#define VOWEL_PLACES(v, a, b, c, d, e, f) \
    [PLACE(a)] = (v) * 6 + 1, [PLACE(b)] = (v) * 6 + 2, [PLACE(c)] = (v) * 6 + 3, [PLACE(d)] = (v) * 6 + 4, \
    [PLACE(e)] = (v) * 6 + 5, [PLACE(f)] = (v) * 6 + 6,
static const uint8_t vowel_at[BG_LETTERS + 1] = {VOWELS(VOWEL_PLACES)};

/* Vowel and tone of a lower-case letter. */
static bool vowel_of(uint32_t c, unsigned *vowel, unsigned *tone) {
    unsigned at = vowel_at[bg_letter__place(c)];
    if (!at) return false;
    *vowel = (at - 1) / 6, *tone = (at - 1) % 6;
    return true;
}

bool bg_letter__vowel(uint32_t c, unsigned *vowel, unsigned *tone) { return vowel_of(c, vowel, tone); }

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
    char some[64]; /* letters on their way, so that the buffer is asked for room only now and then */
    size_t n = 0;
    for (size_t at = 0; at < size;) {
        if (n + 4 > sizeof some) bg_buf__add(out, some, n), n = 0;
        if (!(bytes[at] & 0x80)) {
            some[n++] = (char)bg_letters[(unsigned char)bytes[at++]].lower;
            continue;
        }
        uint32_t c = bg_utf8__next(bytes, size, &at);
        if (bg_letter__is_mark(c)) continue;
        n += bg_utf8__put(bg_letter__fold(bg_letter__lower(c)), some + n);
    }
    if (n) bg_buf__add(out, some, n);
}

/*
 * Is the text composed as it stands? Told of the letters that nearly all pages have: those before the combining marks (U+0300), the precomposed ones of Vietnamese, dashes
 * and quotation marks. None of them is taken apart or joined with another.
 */
static bool is_composed(const char *bytes, size_t size) {
    for (size_t i = 0; i < size;) {
        unsigned char first = (unsigned char)bytes[i];
        if (first < 0x80) {
            i++;
            continue;
        }
        uint32_t c = bg_utf8__next(bytes, size, &i);
        bool plain = c < 0x300 || (c >= 0x1EA0 && c <= 0x1EF9) || (c >= 0x2010 && c <= 0x2027);
        if (!plain || c == 0xFFFD) return false;
    }
    return true;
}

bool bg_text__nfc(const char *bytes, size_t size, bg_buf *out) {
    if (is_composed(bytes, size)) {
        bg_buf__add(out, bytes, size);
        return !out->failed;
    }
    utf8proc_uint8_t *composed = NULL;
    utf8proc_ssize_t length =
        utf8proc_map((const utf8proc_uint8_t *)bytes, (utf8proc_ssize_t)size, &composed, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
    if (length >= 0) bg_buf__add(out, composed, (size_t)length);
    else if (length == UTF8PROC_ERROR_NOMEM) out->failed = true;
    else bg_buf__add(out, bytes, size); /* not assigned or not well-formed: as it is */
    free(composed);
    return !out->failed;
}

const char *bg_text__composed(bg_arena *arena, const char *text) {
    bg_buf out;
    size_t size = strlen(text);
    if (is_composed(text, size)) return text;
    bg_buf__init(&out, 4 * size + 1);
    return bg_text__nfc(text, size, &out) ? bg_buf__keep(&out, arena) : (bg_buf__free(&out), NULL);
}

/* ---- syllable keys */

#define KEY_LETTERS 40

/* Compose letters and marks in whatever order and half-composed form they stand; returns how many there are then. */
static size_t compose(uint32_t c[KEY_LETTERS], size_t n) {
    utf8proc_uint8_t bytes[KEY_LETTERS * 4];
    utf8proc_int32_t parts[KEY_LETTERS * 4]; /* a letter has at most four parts */
    size_t size = 0;
    for (size_t i = 0; i < n; i++) size += bg_utf8__put(c[i], (char *)bytes + size);
    utf8proc_ssize_t m = utf8proc_decompose(bytes, (utf8proc_ssize_t)size, parts, BG_COUNT(parts), UTF8PROC_STABLE | UTF8PROC_DECOMPOSE);
    if (m < 0 || (size_t)m > BG_COUNT(parts)) return n;
    m = utf8proc_normalize_utf32(parts, m, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
    if (m < 0) return n;
    n = m < KEY_LETTERS ? (size_t)m : KEY_LETTERS;
    for (size_t i = 0; i < n; i++) c[i] = (uint32_t)parts[i];
    return n;
}

/* False also where it is not known. */
static bool put_mark(uint32_t *letter, uint32_t mark) {
    static const uint32_t tones[6] = {0, 0x300, 0x301, 0x309, 0x303, 0x323};
    static const struct { uint32_t mark; uint8_t from, to; } shapes[] = {{0x302, 0, 2}, {0x306, 0, 1}, {0x302, 3, 4}, {0x302, 6, 7}, {0x31B, 6, 8}, {0x31B, 9, 10}};
    unsigned v, t;
    if (!vowel_of(*letter, &v, &t)) return false;
    for (unsigned tone = 1; tone < BG_COUNT(tones) && !t; tone++)
        if (tones[tone] == mark) return *letter = vowels[v][tone], true;
    for (size_t i = 0; i < BG_COUNT(shapes) && (!t || t == 5 || mark == 0x31B); i++) /* others than the dot below come after the shape */
        if (shapes[i].mark == mark && shapes[i].from == v) return *letter = vowels[shapes[i].to][t], true;
    return false;
}

bool bg_letter__put_mark(uint32_t *letter, uint32_t mark) { return put_mark(letter, mark); }

/* Decode to lower-case code points, composed; returns how many. */
static size_t decode(const char *bytes, size_t size, uint32_t out[KEY_LETTERS]) {
    size_t n = 0;
    bool marks = false;
    for (size_t at = 0; at < size && n < KEY_LETTERS;) {
        uint32_t c = bg_utf8__next(bytes, size, &at);
        if (c < 0x80) {
            out[n++] = bg_letters[c].lower;
            continue;
        }
        if (c == 0xAD || c == 0x200B || c == 0xFEFF) continue; /* soft hyphen, zero-width space, BOM */
        if (bg_letter__is_mark(c)) {
            if (!marks && n && put_mark(&out[n - 1], c)) continue;
            marks = true;
        }
        out[n++] = bg_letter__lower(c);
    }
    return marks ? compose(out, n) : n;
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

static size_t encode(const uint32_t *c, size_t n, char out[BG_SYLLABLE_MAX]) {
    size_t at = 0;
    for (size_t i = 0; i < n && at + 4 <= BG_SYLLABLE_MAX; i++) {
        if (c[i] < 0x80) out[at++] = (char)c[i];
        else at += bg_utf8__put(c[i], out + at);
    }
    return at;
}

size_t bg_syllable__key(const char *bytes, size_t size, char out[BG_SYLLABLE_MAX]) {
    uint32_t c[KEY_LETTERS];
    size_t n = decode(bytes, size, c);
    move_tone(c, n);
    y_to_i(c, n);
    return encode(c, n, out);
}

/* ---- spellings: the way back from a key */

static void i_to_y(uint32_t *c, size_t n) {
    unsigned v, t;
    if (n && vowel_of(c[n - 1], &v, &t) && v == 5) c[n - 1] = vowels[11][t];
}

/* hòa → hoà */
static void tone_to_end(uint32_t *c, size_t n) {
    unsigned v1, t1, v2, t2;
    if (n < 2 || !vowel_of(c[n - 2], &v1, &t1) || !vowel_of(c[n - 1], &v2, &t2) || t2 != 0) return;
    c[n - 2] = vowels[v1][0];
    c[n - 1] = vowels[v2][t1];
}

/* The capital of a small letter, or the letter itself. In all alphabets the two stand 1 or 32 apart. */
static uint32_t upper(uint32_t c) {
    if (c > 32 && bg_letter__lower(c - 32) == c) return c - 32;
    return bg_letter__lower(c - 1) == c ? c - 1 : c;
}

size_t bg_syllable__spelling(const char *key, size_t size, unsigned how, char out[BG_SYLLABLE_MAX]) {
    uint32_t c[KEY_LETTERS];
    char again[BG_SYLLABLE_MAX];
    size_t n = decode(key, size, c);
    if (how & BG_SPELLING_Y) i_to_y(c, n);
    if (how & BG_SPELLING_TONE) tone_to_end(c, n);
    if (how & BG_SPELLING_CAPITAL && n) c[0] = upper(c[0]);
    n = encode(c, n, out);
    return bg_syllable__key(out, n, again) == size && memcmp(again, key, size) == 0 ? n : 0;
}
