/* rarity: what two texts have in common in words that are not in everybody's mouth. How many of 4,780 news articles hold a syllable stands in data/words/counts.txt (bench/count-words). */
#ifndef BG_RARITY_H
#define BG_RARITY_H

#include "../base/base.h"

/* In how many of them it stands, spelled as bg_syllable__key does; 0: in fewer than are counted. */
unsigned bg_rarity__count(const char *syllable, size_t size);

/* The syllables of a text that have a weight: 2 of rare ones, 1 of others, nothing of common ones nor of one that begins with a capital. */
typedef struct bg_rare {
    bg_arena *arena; /* where they are kept once they were asked for */
    const uint64_t *syllables; /* hashes in ascending order, each once, their lowest bits the weight */
    unsigned count;
    bool made;
} bg_rare;

/* The weight of the syllables that both texts have, each once. What they have is made when it is first asked for, and kept in `rare`; NULL: made for this once. */
unsigned bg_rarity__shared(const char *a, bg_rare *rare_a, const char *b, bg_rare *rare_b);

#endif
