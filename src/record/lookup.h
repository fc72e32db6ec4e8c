/* lookup: numbers and what belongs to each, in an arena. */
#ifndef BG_LOOKUP_H
#define BG_LOOKUP_H

#include "../base/base.h"

typedef struct bg_lookup_slot {
    uint64_t number;
    void *value; /* NULL: free */
} bg_lookup_slot;

typedef struct bg_lookup {
    bg_lookup_slot *slots; /* a power of two of them, at most half in use */
    size_t room, count;
} bg_lookup;

/* What belongs to the number, NULL: nothing. */
void *bg_lookup__find(const bg_lookup *in, uint64_t number);
/* Room for so many in all, where it is known beforehand. False: out of memory. */
bool bg_lookup__reserve(bg_arena *arena, bg_lookup *in, size_t count);
/* Of a number that has nothing yet. False: out of memory. */
bool bg_lookup__put(bg_arena *arena, bg_lookup *in, uint64_t number, void *value);

#endif
