/*
 * tally: what can be counted of two states' contacts: how many, the first and the last, the longest silence, visits there and back. Facts and briefs count here, so that they say the same.
 * What counts took place, and is no mere statement. Contacts that are not told to the day count, but end no silence.
 */
#ifndef BG_TALLY_H
#define BG_TALLY_H

#include "brief_find.h"

/* A contact as far as it is counted. */
typedef struct bg_counted {
    const char *id, *type, *channel, *start;
    const char *guest; /* of a visit: the side that came; NULL: not known */
    int64_t first;     /* day */
    bool exact;        /* told to the day */
} bg_counted;

typedef struct bg_tally {
    const char *kind, *name; /* all, channel, type; which */
    size_t count;
    bg_counted first, last;  /* of all of them */
    int64_t exact;           /* the last day that was told to the day */
    int64_t from, to;        /* the longest silence between two such days; from == to: none */
    bg_counted visits[2];    /* the last by somebody of either side */
    size_t visit_counts[2];
} bg_tally;

typedef struct bg_tallies {
    bg_arena *arena;
    const char *of; /* the side whose visits stand first */
    BG_VEC(bg_tally) list;
} bg_tallies;

/* SQL: the contact `c` counts. */
#define BG_COUNTS(c) c ".status IS NOT 'planned' AND coalesce(" c ".type, '') NOT IN ('statement', 'other')"
bool bg_tally__counts(const bg_met *met); /* the same */

/* Count one in all, on its channel, of its type; the oldest first. */
void bg_tally__add(bg_tallies *t, const bg_counted *one);
/* NULL: nothing of it was counted. */
const bg_tally *bg_tally__of(const bg_tallies *t, const char *kind, const char *name);

#endif
