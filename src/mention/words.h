/* words: names and offices cut into folded words ("Vla-đi-mia Pu-tin" → vla, di, mia, pu, tin), and how two of them compare. */
#ifndef BG_MENTION_WORDS_H
#define BG_MENTION_WORDS_H

#include "mention.h"

#define BG_WORDS_MAX 12   /* words that are kept of a name */
#define BG_WORDS_ROOM 160 /* bytes of its folded text */

typedef struct bg_words {
    const char *text; /* folded; the words are ranges of it */
    uint64_t letters; /* a bit for the first byte of each word */
    uint8_t count, at[BG_WORDS_MAX], sizes[BG_WORDS_MAX];
} bg_words;

/* Cut a name; its folded text goes to `text`, which must live as long as `out`. Dots, hyphens and apostrophes separate. */
void bg_words__split(const char *name, char text[BG_WORDS_ROOM], bg_words *out);
const bg_words *bg_words__keep(bg_arena *arena, const char *name); /* the same in the arena; NULL: out of memory */

/* Are the words the same? Do they begin with those of `prefix`? */
bool bg_words__equal(const bg_words *a, const bg_words *b);
bool bg_words__begin(const bg_words *whole, const bg_words *prefix);
bool bg_words__same_name(const bg_words *a, const bg_words *b); /* the words of one all stand in the other, initials for words */
bool bg_words__misspelt_last(const bg_words *whole, const bg_words *last); /* the family name alone */
bool bg_words__misspelt(const bg_words *a, const bg_words *b);  /* the same but for one letter in one word */

#endif
