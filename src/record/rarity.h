/* rarity: what two texts have in common in words that are not in everybody's mouth. How many of 4,780 news articles hold a syllable stands in data/words/counts.txt (bench/count-words). */
#ifndef BG_RARITY_H
#define BG_RARITY_H

#include "../base/base.h"

/* In how many of them it stands, spelled as bg_syllable__key does; 0: in fewer than are counted. */
unsigned bg_rarity__count(const char *syllable, size_t size);
/* The weight of the syllables that both have, each once: 2 of rare ones, 1 of others, nothing of common ones; none that begins with a capital. */
unsigned bg_rarity__shared(const char *a, const char *b);

#endif
