/* rarity: see rarity.h. The counts are a text that is embedded as it is, a syllable a line, sorted by byte. */
#include "rarity.h"
#include "../base/listing.h"

#define SYLLABLES_MAX 96
#define COMMON 480 /* a tenth of the articles */
#define RARE 60

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
    uint64_t hash[SYLLABLES_MAX];
    unsigned weight[SYLLABLES_MAX], count;
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
    uint64_t hash = bg_hash__bytes(key, used, 11);
    for (unsigned i = 0; i < out->count; i++)
        if (out->hash[i] == hash) return;
    if (out->count == SYLLABLES_MAX) return;
    out->weight[out->count] = weight_of(key, used);
    out->hash[out->count++] = hash;
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

unsigned bg_rarity__shared(const char *a, const char *b) {
    syllables x, y;
    unsigned sum = 0;
    if (!a || !b) return 0;
    split(a, &x), split(b, &y);
    for (unsigned i = 0; i < x.count; i++)
        for (unsigned k = 0; k < y.count; k++)
            if (x.hash[i] == y.hash[k]) sum += x.weight[i];
    return sum;
}
