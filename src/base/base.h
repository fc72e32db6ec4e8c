/* base: what every stage uses. Arena, growing buffer, errors, Vietnamese letters. */
#ifndef BG_BASE_H
#define BG_BASE_H

#include "banggiao.h"

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#define BG_COUNT(a) (sizeof(a) / sizeof((a)[0]))
#define BG_NO_BYTE ((size_t)-1)
/* A function for what seldom happens, kept out of its callers: what they mostly do then needs few registers. */
#define BG_SELDOM __attribute__((noinline, cold))

/* ---- errors: fill `err` (may be NULL) and return `code`, so that a caller can `return bg_error__set(…)` */
bg_code bg_error__set(bg_error *err, bg_code code, size_t byte, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* ---- arena: many allocations, one free. Memory is zeroed. That memory ran out is remembered: a stage may go on without what it did
 * not get, as long as whoever made the arena asks at the end. */
typedef struct bg_arena bg_arena;
bg_arena *bg_arena__new(void);                               /* NULL: out of memory */
void bg_arena__free(bg_arena *arena);                        /* NULL allowed */
void *bg_arena__alloc(bg_arena *arena, size_t size);         /* NULL: out of memory; 16-byte aligned */
void *bg_arena__raw(bg_arena *arena, size_t size);           /* the same with any bytes in it, for what is written as a whole */
/* Another size for what was handed out, if it is large enough to have memory of its own: where it is then. NULL: it stays as it is. */
void *bg_arena__resize(bg_arena *arena, void *bytes, size_t size);
void *bg_arena__copy(bg_arena *arena, const void *from, size_t size);
char *bg_arena__text(bg_arena *arena, const char *from, size_t size); /* NUL-terminated copy */
char *bg_arena__print(bg_arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));
char *bg_arena__vprint(bg_arena *arena, const char *format, va_list args) __attribute__((format(printf, 2, 0)));
bool bg_arena__failed(const bg_arena *arena); /* did any of the above not get its memory? */
size_t bg_arena__used(const bg_arena *arena); /* bytes handed out */

/*
 * A vector in an arena: BG_PUSH grows `items` by doubling. Evaluates to a pointer to the new zeroed item, or NULL.
 * BG_RESERVE makes room for so many items in all, where it is known beforehand about how many there will be; these are not
 * zeroed, so what is pushed has to be set as a whole.
 */
#define BG_VEC(type)  struct { type *items; size_t count, room; }
#define BG_PUSH(arena, vec) \
    ((vec)->count < (vec)->room || bg_vec__grow((arena), (void **)&(vec)->items, (vec)->count, &(vec)->room, sizeof *(vec)->items) \
         ? &(vec)->items[(vec)->count++] : NULL)
#define BG_RESERVE(arena, vec, least) \
    bg_vec__reserve((arena), (void **)&(vec)->items, (vec)->count, &(vec)->room, sizeof *(vec)->items, (least))
bool bg_vec__grow(bg_arena *arena, void **items, size_t count, size_t *room, size_t item_size);
bool bg_vec__reserve(bg_arena *arena, void **items, size_t count, size_t *room, size_t item_size, size_t least);

/* ---- buffer: heap bytes that grow up to `max`; once it failed, later calls do nothing, check `failed` once. */
typedef struct bg_buf {
    char *bytes; /* NUL-terminated after every call */
    size_t size, room, max;
    bool failed;
} bg_buf;
void bg_buf__init(bg_buf *buf, size_t max);
void bg_buf__free(bg_buf *buf);
void bg_buf__clear(bg_buf *buf); /* keeps the room */
void bg_buf__add(bg_buf *buf, const void *bytes, size_t size);
void bg_buf__text(bg_buf *buf, const char *text); /* NULL, what an arena gives when it is out of memory, is a failure */
void bg_buf__char(bg_buf *buf, char c);
/* Its text as a copy in the arena, and the buffer freed; NULL if it had failed or memory is out. */
char *bg_buf__keep(bg_buf *buf, bg_arena *arena);
void bg_buf__print(bg_buf *buf, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* ---- whole files. `path` "-" is stdin. Refuses more than `max` bytes. */
bg_code bg_file__read(const char *path, size_t max, bg_buf *out, bg_error *err);

/* ---- hashes */
uint64_t bg_hash__bytes(const void *bytes, size_t size, uint64_t seed); /* fast, not for ids */
uint64_t bg_hash__long(const void *bytes, size_t size);                 /* another, for longer texts */
/* Bytes as a number, the first lowest, on every machine. */
static inline uint64_t bg_hash__eight(const void *bytes) {
    uint64_t word;
    memcpy(&word, bytes, 8);
    return __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__ ? __builtin_bswap64(word) : word;
}
static inline uint64_t bg_hash__four(const void *bytes) {
    uint32_t word;
    memcpy(&word, bytes, 4);
    return __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__ ? __builtin_bswap32(word) : word;
}
/* ---- eight bytes at once: places where something holds are marked by their highest bits */
#define BG_EACH(byte) (0x0101010101010101u * (byte)) /* eight times */
/* Bytes below a limit that is no more than 0x80. */
static inline uint64_t bg_eight__below(uint64_t word, unsigned limit) {
    return ~(((word & BG_EACH(0x7F)) + BG_EACH(0x80u - limit)) | word) & BG_EACH(0x80);
}
static inline uint64_t bg_eight__are(uint64_t word, unsigned byte) {
    word ^= BG_EACH(byte);
    return ~(((word & BG_EACH(0x7F)) + BG_EACH(0x7F)) | word) & BG_EACH(0x80);
}
static inline unsigned bg_eight__count(uint64_t marked) { return (unsigned)((marked >> 7) * BG_EACH(1) >> 56); }
/* The lowest bit that is set; not of 0. */
static inline unsigned bg_bits__first(uint64_t bits) { return (unsigned)__builtin_ctzll(bits); }
static inline unsigned bg_eight__first(uint64_t marked) { return bg_bits__first(marked) / 8; } /* not 0 */

/* Fewer than eight bytes. Reads that overlap meet the same bytes at the same places. */
static inline uint64_t bg_hash__few(const void *bytes, size_t size) {
    const unsigned char *p = bytes;
    if (size >= 4) return bg_hash__four(p) | bg_hash__four(p + size - 4) << 8 * (size - 4);
    if (!size) return 0;
    return p[0] | (uint64_t)p[size / 2] << 8 * (size / 2) | (uint64_t)p[size - 1] << 8 * (size - 1);
}
/* Eight bytes from `at` on, zeros for those behind `end`. */
static inline uint64_t bg_eight__at(const char *bytes, size_t at, size_t end) {
    return end - at >= 8 ? bg_hash__eight(bytes + at) : bg_hash__few(bytes + at, end - at);
}
/* A hash with one more word in it; the order of the words counts. */
static inline uint64_t bg_hash__join(uint64_t hash, uint64_t word) {
    hash = (hash ^ word) * 0x9E3779B97F4A7C15u;
    return hash ^ hash >> 29;
}
#define BG_HEX_SHA256 65
void bg_hash__sha256(const void *bytes, size_t size, char hex[BG_HEX_SHA256]);

/* The first place where `wanted` stands, NULL: nowhere. Cheaper than memmem() in pages, for what has a rare letter. */
const char *bg_bytes__find(const char *bytes, size_t size, const char *wanted, size_t n);

/* ---- UTF-8 and Vietnamese letters */
#define BG_BLOCK 64 /* bytes that are looked at together where a text is looked through */
/* Offset of the first byte that is not well-formed UTF-8, or `size`. */
size_t bg_utf8__invalid(const char *bytes, size_t size);
/* Decode the code point at bytes[*at] (well-formed input, *at < size) and move *at behind it. */
static inline uint32_t bg_utf8__next(const char *bytes, size_t size, size_t *at) {
    const unsigned char *p = (const unsigned char *)bytes + *at;
    size_t left = size - *at;
    if (p[0] < 0x80 || left < 2) return (*at)++, p[0];
    if (p[0] < 0xE0 || left < 3) return *at += 2, (uint32_t)(p[0] & 31) << 6 | (p[1] & 63);
    if (p[0] < 0xF0 || left < 4) return *at += 3, (uint32_t)(p[0] & 15) << 12 | (uint32_t)(p[1] & 63) << 6 | (p[2] & 63);
    *at += 4;
    return (uint32_t)(p[0] & 7) << 18 | (uint32_t)(p[1] & 63) << 12 | (uint32_t)(p[2] & 63) << 6 | (p[3] & 63);
}
/* The size of as much of a text as `max` bytes hold, to the end of a letter. */
size_t bg_utf8__cut(const char *bytes, size_t size, size_t max);
/* Append a code point; returns its length in bytes. */
size_t bg_utf8__put(uint32_t c, char out[4]);
uint32_t bg_letter__lower(uint32_t c);   /* Vietnamese, Latin-1, Latin Extended, Greek, Cyrillic */
static inline bool bg_letter__is_upper(uint32_t c);
static inline bool bg_letter__is(uint32_t c);          /* letter or combining mark */
static inline bool bg_letter__is_mark(uint32_t c) { return c >= 0x300 && c <= 0x36F; } /* combining mark */
uint32_t bg_letter__fold(uint32_t c);    /* a small letter without diacritics: ệ → e, đ → d; others unchanged */

/* What the functions above say of the first letters: Latin, marks, and the Vietnamese ones from U+1E00 on. */
#define BG_LETTERS_LOW 0x370u
#define BG_LETTERS (BG_LETTERS_LOW + 0x100u)
typedef struct bg_letter {
    uint16_t lower;
    bool is, upper;
} bg_letter;
extern const bg_letter bg_letters[BG_LETTERS];
bool bg_letter__is_far(uint32_t c);       /* the same for all letters, without the table */
bool bg_letter__is_upper_far(uint32_t c);

/* Place of a letter in the table, or BG_LETTERS and more. */
static inline uint32_t bg_letter__place(uint32_t c) {
    return c < BG_LETTERS_LOW ? c : c - 0x1E00u < 0x100u ? c - 0x1E00u + BG_LETTERS_LOW : BG_LETTERS;
}
static inline bool bg_letter__is(uint32_t c) {
    uint32_t i = bg_letter__place(c);
    return i < BG_LETTERS ? bg_letters[i].is : bg_letter__is_far(c);
}
static inline bool bg_letter__is_upper(uint32_t c) {
    uint32_t i = bg_letter__place(c);
    return i < BG_LETTERS ? bg_letters[i].upper : bg_letter__is_upper_far(c);
}

/* Which of the 12 vowels (a ă â e ê i o ô ơ u ư y) and 6 tones (level, huyền, sắc, hỏi, ngã, nặng) a small letter is. */
bool bg_letter__vowel(uint32_t c, unsigned *vowel, unsigned *tone);
/* Put a combining mark of the alphabet on a small vowel; false where composing them makes something else. */
bool bg_letter__put_mark(uint32_t *letter, uint32_t mark);
/* The capital of a small letter of Vietnamese outside ASCII; its UTF-8 is as long. */
static inline uint32_t bg_letter__capital(uint32_t c) { return c < 0x100 ? c - 0x20 : c - 1; }
/* Are these small letters spelled as a syllable of Vietnamese is: an onset, a rhyme, one tone that goes with its end? */
bool bg_syllable__is(const uint32_t *letters, size_t count);

/* Equal texts: short keys mostly differ at once, or in their second letter. */
static inline bool bg_text__same(const char *a, const char *b) { return *a == *b && (!*a || (a[1] == b[1] && strcmp(a, b) == 0)); }

/* Two texts that are there and equal; two that are equal or both not there. */
static inline bool bg_string__is(const char *a, const char *b) { return a && b && bg_text__same(a, b); }
static inline bool bg_string__equal(const char *a, const char *b) { return a == b || bg_string__is(a, b); }
/* Texts in the order of their bytes, for qsort() over pointers to them. */
static inline int bg_string__order(const void *a, const void *b) { return strcmp(*(const char *const *)a, *(const char *const *)b); }

/* Fold text for search: lower case, no diacritics, đ → d. Appends to `out`. */
void bg_text__fold(const char *bytes, size_t size, bg_buf *out);
/* Add a text composed (NFC), as it is where it is not well-formed; false: out of memory. */
bool bg_text__nfc(const char *bytes, size_t size, bg_buf *out);
/* The text composed: itself if it is so already, NULL when out of memory. */
const char *bg_text__composed(bg_arena *arena, const char *text);

/* Longest syllable key in bytes. */
#define BG_SYLLABLE_MAX 48
/*
 * The matching key of one word: NFC, lower case, eth as đ, one place for the tone mark (hoà = hòa), final y as i after
 * a lone consonant (kỷ = kỉ). Writes at most BG_SYLLABLE_MAX bytes (longer words are cut) and returns the length.
 */
size_t bg_syllable__key(const char *bytes, size_t size, char out[BG_SYLLABLE_MAX]);
/* Twelve bits of a key, of which small sets of words are made. */
#define BG_MIXES 4096u
static inline uint32_t bg_syllable__mix(const char *key, size_t size) { return (uint32_t)(bg_hash__bytes(key, size, 7) >> 20) % BG_MIXES; }
/* The way back: another spelling of a key, by any of BG_SPELLING_…; returns its length, 0 if it is no spelling of the key. */
enum { BG_SPELLING_Y = 1, BG_SPELLING_TONE = 2, BG_SPELLING_CAPITAL = 4, BG_SPELLINGS = 8 };
size_t bg_syllable__spelling(const char *key, size_t size, unsigned how, char out[BG_SYLLABLE_MAX]);

/* ---- words: what lexicon, grammar and pages are cut into */
typedef enum bg_word_kind { BG_WORD_LETTERS, BG_WORD_NUMBER, BG_WORD_PUNCT } bg_word_kind;

typedef struct bg_word {
    size_t start, end; /* bytes */
    bg_word_kind kind;
    bool capital;      /* first letter is upper case */
    bool upper;        /* two or more letters, none of them lower case */
    bool blank;        /* blanks before it */
    bool line_end;     /* a line end among them */
    uint32_t point;    /* BG_WORD_PUNCT: the code point */
} bg_word;

/*
 * The bytes up to the first one below '@' as numbers: a whole word in nearly any text, but for signs outside ASCII that may
 * stand in it, which no syllable key has. False if there are none or more than fifteen. Reads BG_SHORT_READ bytes.
 */
typedef struct bg_short {
    uint64_t head, tail; /* the first eight and the others, the first lowest */
    size_t size;
} bg_short;
#define BG_SHORT_READ 16
/* Places of the bytes below '@', by their highest bits: of those alone, neither of the two highest is set. */
static inline uint64_t bg_short__stops(uint64_t word) { return ~(word | word << 1) & BG_EACH(0x80); }
/* What stands before the first of these places. */
static inline uint64_t bg_short__before(uint64_t word, uint64_t stops) { return word & (stops ^ (stops - 1)) >> 8; }
/* Is it small letters of ASCII, but for the first one, which may be a capital? */
static inline bool bg_short__is_plain(const bg_short *word) {
    uint64_t head = word->head | 0x20, tail = word->tail;
    uint64_t letters = bg_eight__below(head, 'z' + 1) & ~bg_eight__below(head, 'a');
    uint64_t others = bg_eight__below(tail, 'z' + 1) & ~bg_eight__below(tail, 'a');
    return bg_eight__count(letters) + bg_eight__count(others) == word->size;
}
static inline bool bg_short__read(const char *bytes, bg_short *out) {
    uint64_t head = bg_hash__eight(bytes), stops = bg_short__stops(head);
    if (stops) {
        *out = (bg_short){bg_short__before(head, stops), 0, bg_eight__first(stops)};
        return out->size > 0;
    }
    uint64_t tail = bg_hash__eight(bytes + 8);
    stops = bg_short__stops(tail);
    if (!stops) return false;
    *out = (bg_short){head, bg_short__before(tail, stops), 8 + bg_eight__first(stops)};
    return true;
}

/*
 * Next word at or after *at: a run of letters (digits may follow up to four capitals: G20, U17), a run of digits, or one
 * sign. Moves *at behind it; false at the end.
 */
bool bg_word__next(const char *bytes, size_t size, size_t *at, bg_word *out);

#endif
