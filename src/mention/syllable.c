/* syllable: may a word be a Vietnamese syllable? Orthography only: an onset, one to three vowels, a final. */
#include "mention.h"

#define SYLLABLE_MAX 64

static const char *const onsets[] = {"ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr", "b", "c", "d",
                                     "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "x"};
static const char *const finals[] = {"", "c", "ch", "m", "n", "ng", "nh", "p", "t"};

static bool is_vowel(char c) { return c && strchr("aeiouy", c) != NULL; }

bool bg_name__is_syllable(const char *bytes, size_t size) {
    char text[SYLLABLE_MAX] = "";
    bg_buf folded = {.bytes = text, .room = sizeof text, .max = sizeof text - 1}; /* never grows beyond its room */
    bg_text__fold(bytes, size, &folded);
    const char *c = text;
    size_t vowels = 0, onset = 0;
    for (size_t i = 0; i < BG_COUNT(onsets) && !onset; i++) {
        size_t n = strlen(onsets[i]);
        if (*c == *onsets[i] && strncmp(c, onsets[i], n) == 0 && is_vowel(c[n])) onset = n;
    }
    c += onset;
    while (is_vowel(*c)) c++, vowels++;
    bool ok = !folded.failed && vowels >= 1 && vowels <= 3, final = false;
    for (size_t i = 0; i < BG_COUNT(finals) && ok; i++) final |= bg_text__same(c, finals[i]);
    return ok && final;
}
