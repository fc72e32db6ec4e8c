/* syllable: may a word be a Vietnamese syllable? Orthography only: an onset, one to three vowels, a final. */
#include "mention.h"

#define SYLLABLE_MAX 64

static const struct { char text[4]; size_t size; } onsets[] = {
    {"ngh", 3}, {"ch", 2}, {"gh", 2}, {"gi", 2}, {"kh", 2}, {"ng", 2}, {"nh", 2}, {"ph", 2}, {"qu", 2}, {"th", 2}, {"tr", 2}, {"b", 1}, {"c", 1},
    {"d", 1}, {"g", 1}, {"h", 1}, {"k", 1}, {"l", 1}, {"m", 1}, {"n", 1}, {"p", 1}, {"r", 1}, {"s", 1}, {"t", 1}, {"v", 1}, {"x", 1}};
static const char *const finals[] = {"", "c", "ch", "m", "n", "ng", "nh", "p", "t"};

static bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y'; }

bool bg_name__is_syllable(const char *bytes, size_t size) {
    char text[SYLLABLE_MAX] = "";
    bg_buf folded = {.bytes = text, .room = sizeof text, .max = sizeof text - 1}; /* never grows beyond its room */
    bg_text__fold(bytes, size, &folded);
    const char *c = text;
    size_t vowels = 0, onset = 0;
    for (size_t i = 0; i < BG_COUNT(onsets) && !onset; i++) {
        size_t n = onsets[i].size;
        if (*c == *onsets[i].text && strncmp(c, onsets[i].text, n) == 0 && is_vowel(c[n])) onset = n;
    }
    c += onset;
    while (is_vowel(*c)) c++, vowels++;
    bool ok = !folded.failed && vowels >= 1 && vowels <= 3, final = false;
    for (size_t i = 0; i < BG_COUNT(finals) && ok; i++) final |= bg_text__same(c, finals[i]);
    return ok && final;
}
