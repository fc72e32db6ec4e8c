/*
 * syllable: is a word spelled as a syllable of Vietnamese is? A property of the spelling, like the alphabet, not knowledge about words: what
 * may stand before the vowels, which vowels stand together, what may stand behind them, which tones go with stops. Letters outside ASCII are
 * written as signs of one byte below, in the order of the vowels: 1 ă, 2 â, 3 ê, 4 ô, 5 ơ, 6 ư, and D for đ.
 */
#include "base.h"

#define LETTERS_MAX 7 /* nghiêng */

static const char *const onsets[] = {"", "b", "c", "ch", "d", "D", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p", "ph", "qu", "r", "s",
                                     "t", "th", "tr", "v", "x"};

/* Vowels, and what may stand behind them, parted by blanks; " " at the beginning: nothing may. */
static const struct {
    const char *vowels, *ends;
} rhymes[] = {
    {"a", " c ch m n ng nh p t i o u y k"}, {"1", "c m n ng p t k"}, {"2", "c m n ng p t u y"}, {"e", " c m n ng p t o k"},
    {"3", " c ch m n nh p t u"}, {"i", " c ch m n nh p t u k"}, {"o", " c m n ng p t i k"}, {"4", " c m n ng p t i k"}, {"5", " m n p t i"},
    {"u", " c m n ng p t i k"}, {"6", " c m n ng p t i u k"}, {"y", " ch n nh t u"}, {"ia", " "}, {"ya", " "}, {"ua", " "}, {"6a", " "},
    {"i3", "c m n ng p t u k"}, {"y3", "m n ng t u"}, {"u4", "c m n ng p t i"}, {"65", "c m n ng p t i u"}, {"oa", " c ch m n ng nh p t i o y"},
    {"o1", "c m n ng t"}, {"oe", " m n ng o t"}, {"oo", "c ng"}, {"u2", "n ng t y"}, {"u3", " ch n nh"}, {"u5", " n"}, {"uy", " ch n nh p t u"},
    {"uy3", "n t"}, {"uya", " "}, {"u1", "n ng c t m p"}, {"ue", " n t o"}, {"o4", "ng"},
};

/* The word in signs, and its tone; false if it has a letter that no syllable has, or two tones. */
static bool spell(const uint32_t *letters, size_t count, char out[LETTERS_MAX + 1], unsigned *tone) {
    static const char signs[12] = "a12e3io45u6y";
    *tone = 0;
    for (size_t i = 0; i < count; i++) {
        unsigned v, t;
        if (bg_letter__vowel(letters[i], &v, &t)) {
            if (t && *tone) return false;
            *tone |= t;
            out[i] = signs[v];
        } else if (letters[i] == 0x111) out[i] = 'D';
        else if (letters[i] < 0x80 && strchr("bcdghklmnpqrstvx", (int)letters[i]) && letters[i]) out[i] = (char)letters[i];
        else return false;
    }
    out[count] = 0;
    return true;
}

static bool stands_in(const char *list, const char *word) {
    size_t size = strlen(word);
    if (!size) return list[0] == ' ';
    for (const char *at = list; (at = strstr(at, word)); at++)
        if ((at == list || at[-1] == ' ') && (!at[size] || at[size] == ' ')) return true;
    return false;
}

/* A syllable that ends in a stop has the tone sắc or nặng. */
static bool tone_fits(const char *end, unsigned tone) {
    bool stop = strcmp(end, "c") == 0 || strcmp(end, "ch") == 0 || strcmp(end, "p") == 0 || strcmp(end, "t") == 0 || strcmp(end, "k") == 0;
    return !stop || tone == 2 || tone == 5;
}

static bool is_rhyme(const char *word, unsigned tone) {
    size_t vowels = strspn(word, "a12e3io45u6y");
    for (size_t size = vowels; size; size--) /* what is behind them may be a vowel too */
        for (size_t i = 0; i < BG_COUNT(rhymes); i++)
            if (rhymes[i].vowels[0] == word[0] && strlen(rhymes[i].vowels) == size && memcmp(rhymes[i].vowels, word, size) == 0 && stands_in(rhymes[i].ends, word + size) &&
                tone_fits(word + size, tone)) return true;
    return false;
}

bool bg_syllable__is(const uint32_t *letters, size_t count) {
    char word[LETTERS_MAX + 1] = "";
    unsigned tone;
    if (!count || count > LETTERS_MAX || !spell(letters, count, word, &tone)) return false;
    for (size_t i = 0; i < BG_COUNT(onsets); i++) {
        if (onsets[i][0] && onsets[i][0] != word[0]) continue; /* most are not */
        size_t size = strlen(onsets[i]);
        if (strncmp(word, onsets[i], size) != 0) continue;
        if (is_rhyme(word + size, tone) || (strcmp(onsets[i], "gi") == 0 && is_rhyme(word + 1, tone))) return true;
    }
    return false;
}
