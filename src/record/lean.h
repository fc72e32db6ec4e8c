/* lean: under which keys an entry of the ledger is looked for, and on which of those found there it leans (thread.h). Pure. */
#ifndef BG_LEAN_H
#define BG_LEAN_H

#include "alike.h"

#define BG_KEYS_USED 6 /* the heaviest of an entry; with the groups of things no more either */
#define BG_LINKS_MAX 4
#define BG_NEAR 24 /* entries before one that are looked at, under each key */

/* An entry before another one, and how surely that one leans on it. */
typedef struct bg_link {
    bg_entry *earlier;
    bg_alike how;
} bg_link;

typedef struct bg_link_set {
    bg_link items[BG_LINKS_MAX];
    unsigned count;
} bg_link_set;

/* Hashes of the heaviest keys with the sides, those that stand first among equals, things with their groups; of all that was said, where there are none. Returns how many. */
unsigned bg_lean__keys(const bg_entry *entry, int64_t out[BG_KEYS_USED]);
/* For qsort() of bg_link: the surest first, of equally sure ones the latest. */
int bg_lean__order(const void *left, const void *right);
/* Does the entry belong to one of those already taken? Then that one leads to it. */
bool bg_lean__is_of_one(const bg_link_set *taken, const bg_entry *entry);
/* From all that are alike, which are sorted: the surest; then, unless the entry only tells that one again, the surest of those that have nothing to do with it, and so on. */
bg_link_set bg_lean__choose(bg_link *found, size_t count);

#endif
