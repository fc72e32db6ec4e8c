/*
 * sniff: see sniff.h. A word of a Vietnamese text in the wrong charset is hardly ever spelled as a syllable is, so a few dozen words tell
 * one charset from the others; words in ASCII tell nothing and are not counted.
 */
#include "sniff.h"

#define UTF16_SAMPLE 4096u
#define WORDS_SAMPLE 2000u /* words with marks that are looked at */
#define WORDS_LEAST 5u
#define BAD_ONE_IN 8u     /* of words with marks, foreign names and slips */
#define WORDS_SURE 12u    /* so many tell two charsets apart, where in the other */
#define SECOND_BAD_ONE_IN 4u /* … one in so many is no syllable */
#define CANDIDATES 8u
#define WORD_MAX 8u
#define WESTERN_ONE_IN 16u /* of bytes may be no ASCII */
#define WESTERN_LEAST 2u

const bg_coding *bg_sniff__utf16(const char *bytes, size_t size) {
    size_t sample = size < UTF16_SAMPLE ? size & ~(size_t)1 : UTF16_SAMPLE, nuls[2] = {0, 0};
    for (size_t i = 0; i < sample; i++) nuls[i & 1] += !bytes[i];
    size_t pairs = sample / 2;
    if (pairs < 4) return NULL;
    for (size_t high = 0; high < 2; high++)
        if (nuls[high] * 2 >= pairs && nuls[1 - high] * 50 <= pairs) return bg_coding__named(high ? "utf-16le" : "utf-16be", 8);
    return NULL;
}

/* ---- Vietnamese */

typedef struct tally {
    const bg_coding *coding;
    size_t good, bad;
} tally;

typedef struct word {
    uint32_t letters[WORD_MAX];
    size_t count;
    bool marked; /* has a letter outside ASCII */
} word;

/* One letter alone is a sign of another charset as easily. */
static void end_word(word *w, tally *sum) {
    if (w->marked && w->count > 1) ++*(w->count <= WORD_MAX && bg_syllable__is(w->letters, w->count) ? &sum->good : &sum->bad);
    *w = (word){0};
}

static void add_letter(word *w, uint32_t c) {
    if (w->count < WORD_MAX) w->letters[w->count] = bg_letter__lower(c);
    w->count++;
    w->marked |= c >= 0x80;
}

/* A tone that could not be put on its letter makes a word that is no syllable; a byte that stands for nothing too. */
static void count_words(bg_decoder *d, tally *sum) {
    word w = {0};
    for (size_t at = 0; at < d->size && sum->good + sum->bad < WORDS_SAMPLE;) {
        unsigned char byte = d->bytes[at];
        uint32_t c = byte;
        bool plain = byte < 0x80 && byte >= 0x20 && (at + 1 == d->size || d->bytes[at + 1] < 0x80);
        at += plain ? 1 : bg_decoder__next(d, at, &c);
        if (c == BG_NO_LETTER || bg_letter__is(c)) add_letter(&w, c == BG_NO_LETTER ? 0xFFFD : c);
        else end_word(&w, sum);
    }
    end_word(&w, sum);
}

static size_t merit(const tally *t) { return t->good > t->bad ? t->good - t->bad : 0; }

const bg_coding *bg_sniff__vietnamese(const char *bytes, size_t size) {
    tally best = {0}, second = {0};
    for (size_t i = 0; i < BG_CODINGS; i++) {
        tally t = {.coding = &bg_codings[i]};
        bg_decoder d;
        bool western = t.coding->how == BG_CODING_PAGE && t.coding->page == &bg_code_page__western; /* whatever is as good in it tells nothing */
        if ((!t.coding->vietnamese && !western) || !bg_decoder__open(&d, t.coding, bytes, size)) continue;
        count_words(&d, &t);
        bg_decoder__close(&d);
        if (merit(&t) > merit(&best)) second = best, best = t;
        else if (merit(&t) > merit(&second)) second = t;
    }
    if (!best.coding || !best.coding->vietnamese || best.good < WORDS_LEAST || best.bad * BAD_ONE_IN > best.good) return NULL;
    bool clear = merit(&best) >= 2 * merit(&second) || (best.good >= WORDS_SURE && second.bad * SECOND_BAD_ONE_IN >= second.good);
    return clear ? best.coding : NULL;
}

/* ---- western */

/* Letters that French, German, Spanish, Portuguese, Italian and the Nordic languages use often; small ones by their places from 0xE0 on. */
static bool is_western_letter(uint32_t c) {
    return (c >= 0xC0 && c <= 0xFC && c != 0xD0 && c != 0xD7 && c != 0xDD && c != 0xDE && c != 0xF0 && c != 0xF7) || c == 0x153 || c == 0x152;
}

static bool is_western_sign(uint32_t c) {
    return (c >= 0x2013 && c <= 0x203A) || (c >= 0xA0 && c <= 0xBF) || c == 0xD7 || c == 0xF7 || c == 0x20AC || c == 0x2122;
}

/* A letter stands beside ASCII, so that no more than two of its kind are together; a sign may stand anywhere. */
static bool fits(const unsigned char *p, size_t size, size_t at) {
    uint32_t c = bg_code_page__western.high[p[at] - 0x80];
    if (is_western_sign(c)) return true;
    if (!is_western_letter(c)) return false;
    return !at || at + 1 == size || p[at - 1] < 0x80 || p[at + 1] < 0x80;
}

const bg_coding *bg_sniff__western(const char *bytes, size_t size) {
    const unsigned char *p = (const unsigned char *)bytes;
    size_t high = 0, fit = 0;
    for (size_t i = 0; i < size; i++) {
        if (!p[i]) return NULL;
        if (p[i] < 0x80) continue;
        high++;
        fit += fits(p, size, i);
    }
    bool rare = high >= WESTERN_LEAST && high * WESTERN_ONE_IN <= size;
    return rare && (high - fit) * WESTERN_ONE_IN <= high ? bg_coding__named("windows-1252", strlen("windows-1252")) : NULL;
}
