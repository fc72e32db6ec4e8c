/* linked: entries of the ledger of some sides, all of them, linked in order of time: each is looked at once, and leans on what came before it (lean.h). Reads, and writes nothing. */
#ifndef BG_LINKED_H
#define BG_LINKED_H

#include "db.h"
#include "lean.h"
#include "lookup.h"

/* Where an entry is; those of the same sides go together. */
typedef struct bg_entry_place {
    uint64_t sides; /* a hash */
    int64_t row;
} bg_entry_place;

/* What an entry is to one that it leans on, and why. */
typedef struct bg_linked_lean {
    struct bg_linked_one *earlier;
    const char *step, *reason;
} bg_linked_lean;

typedef struct bg_linked_one {
    bg_entry entry; /* first: its address is that of the whole */
    const char *id, *statement, *event, *keys, *witness;
    bg_linked_lean leans[BG_LINKS_MAX]; /* the surest first */
    unsigned lean_count;
    const struct bg_linked_one *thread; /* its first */
    const struct bg_linked_one *asked;  /* for which it was looked at last */
} bg_linked_one;

typedef struct bg_linked {
    bg_arena *arena; /* its own */
    BG_VEC(bg_linked_one) all; /* in order of time */
    bg_lookup shelves;     /* by key */
    BG_VEC(bg_link) found; /* for one of them */
} bg_linked;

/* Entries of one or more pairs of sides, of each all there are. NULL: a failure, in the slot. */
bg_linked *bg_linked__make(bg_record *record, const bg_entry_place *places, size_t count);
void bg_linked__free(bg_linked *linked);

#endif
