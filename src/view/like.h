/* like: how much of what two texts say is the same, by their words. */
#ifndef BG_LIKE_H
#define BG_LIKE_H

#include "../base/base.h"

#define BG_LIKE_WORDS 64 /* of a text that are looked at */

/* The different words of a text, without diacritics: hashes, sorted. */
typedef struct bg_like {
    uint64_t words[BG_LIKE_WORDS];
    size_t count;
} bg_like;

/* False: out of memory. */
bool bg_like__set(const char *text, bg_like *out);
/* The words in common, of a thousand of both; 0 if less than most words of the shorter are in the longer. */
size_t bg_like__of(const bg_like *a, const bg_like *b);

#endif
