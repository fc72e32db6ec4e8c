/* rarity: see rarity.h. The counts are a text that is embedded as it is, a syllable a line, sorted by byte. */
#include "rarity.h"
#include "../base/listing.h"

#include <stdlib.h>

#define SYLLABLES_MAX 96
#define COMMON 480 /* a tenth of the articles */
#define RARE 60
#define WEIGHT ((uint64_t)3)

extern const char bg_counts[];
extern const uint64_t bg_counts_size;

static unsigned number_at(const char *p) {
    unsigned n = 0;
    while (*p >= '0' && *p <= '9') n = n * 10 + (unsigned)(*p++ - '0');
    return n;
}

unsigned bg_rarity__count(const char *syllable, size_t size) {
    const char *count = bg_listing__find(bg_counts, bg_counts_size, syllable, size, "");
    return count ? number_at(count + 1) : 0;
}

/* The syllables of a text that begin with a small letter, by their hashes, each once. */
typedef struct syllables {
    uint64_t hash[SYLLABLES_MAX]; /* the lowest bits are the weight */
    unsigned count;
} syllables;

static unsigned weight_of(const char *key, size_t size) {
    unsigned n = bg_rarity__count(key, size);
    return n >= COMMON ? 0 : n >= RARE ? 1 : 2;
}

/* Does it begin otherwise than its key, that is with a capital? */
static bool is_capital(const char *word, size_t size) {
    char key[BG_SYLLABLE_MAX];
    size_t letter = 1;
    while (letter < size && ((unsigned char)word[letter] & 0xC0) == 0x80) letter++;
    return bg_syllable__key(word, letter, key) != letter || memcmp(key, word, letter) != 0;
}

static void take(const char *word, size_t size, syllables *out) {
    char key[BG_SYLLABLE_MAX];
    size_t used = bg_syllable__key(word, size, key);
    if (used < 2 || is_capital(word, size)) return;
    uint64_t hash = bg_hash__bytes(key, used, 11) & ~WEIGHT;
    for (unsigned i = 0; i < out->count; i++)
        if ((out->hash[i] & ~WEIGHT) == hash) return;
    if (out->count < SYLLABLES_MAX) out->hash[out->count++] = hash | weight_of(key, used);
}

static bool is_between(char c) { return c == ' ' || c == ',' || c == ';' || c == '.' || c == '-' || c == '"' || c == '(' || c == ')' || c == '/'; }

static void split(const char *text, syllables *out) {
    out->count = 0;
    for (const char *at = text; *at;) {
        size_t size = 0;
        while (at[size] && !is_between(at[size])) size++;
        if (size) take(at, size, out);
        at += size + (at[size] != 0);
    }
}

static int by_hash(const void *left, const void *right) {
    uint64_t a = *(const uint64_t *)left, b = *(const uint64_t *)right;
    return (a > b) - (a < b);
}

/* Those with a weight, in ascending order. */
static void weigh(const char *text, syllables *out) {
    unsigned kept = 0;
    split(text, out);
    for (unsigned i = 0; i < out->count; i++)
        if (out->hash[i] & WEIGHT) out->hash[kept++] = out->hash[i];
    out->count = kept;
    qsort(out->hash, kept, sizeof *out->hash, by_hash);
}

/* Those that are kept; else they are made in `room`. */
static const uint64_t *syllables_of(const char *text, bg_rare *rare, syllables *room, unsigned *count) {
    if (!rare || !rare->made) weigh(text, room);
    if (rare && !rare->made) {
        rare->syllables = bg_arena__copy(rare->arena, room->hash, room->count * sizeof *room->hash);
        rare->count = room->count;
        rare->made = rare->syllables || !room->count;
    }
    *count = rare && rare->made ? rare->count : room->count;
    return rare && rare->made ? rare->syllables : room->hash;
}

unsigned bg_rarity__shared(const char *a, bg_rare *rare_a, const char *b, bg_rare *rare_b) {
    syllables x, y;
    unsigned sum = 0, x_count, y_count;
    if (!a || !b) return 0;
    const uint64_t *p = syllables_of(a, rare_a, &x, &x_count), *q = syllables_of(b, rare_b, &y, &y_count);
    for (unsigned i = 0, k = 0; i < x_count && k < y_count;) {
        uint64_t left = p[i], right = q[k];
        if (left == right) sum += (unsigned)(left & WEIGHT);
        i += left <= right, k += right <= left;
    }
    return sum;
}
