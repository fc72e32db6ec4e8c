/*
 * region: a changed page with all that it is and was linked with, each with the page whose text it carries. What that is says reprints.h, which writes down what comes of it.
 */
#ifndef BG_REGION_H
#define BG_REGION_H

#include "prints.h"

typedef BG_VEC(uint32_t) bg_indexes;

typedef struct bg_member {
    int64_t n;
    const char *page;
    bg_print print;
    const uint32_t *rare;    /* its index numbers that are not on too many pages, ascending … */
    size_t rare_count, known_common; /* … of so many that are, when it was asked; 1 more, 0: it was not */
    size_t lead, was;        /* index of the member whose text it carries, itself if no earlier one's; and before this region was settled */
    const char *witness;     /* whom it was counted as; NULL: it had no row */
    const char *now;         /* its witness, once its group is written */
    bool changed;            /* it, or somebody who was counted with it */
    bool queued;             /* whose text it carries is to be found anew */
    bool looked_up;          /* its fellows are known */
    bool asked;              /* later pages were asked whether they carry its text */
    bool dirty;              /* its group is to be written */
    bg_indexes fellows;      /* members that it is linked with */
    const char *published, *captured, *agency, *reprint_of, *address, *host;
} bg_member;

/* Pages by their number. */
typedef struct bg_members {
    BG_VEC(bg_member) members;
    BG_VEC(uint32_t) slots; /* n → index + 1 in members; a power of two */
} bg_members;

/* A page that has an index number. */
typedef struct bg_carrier {
    uint32_t n, shingles;
} bg_carrier;

/* The pages that have an index number; of one that is on too many as many as tell so. */
typedef struct bg_posting {
    uint32_t number;
    uint32_t count;
    const bg_carrier *pages;
} bg_posting;

/* Of each page, by its n. */
typedef struct bg_page_place {
    uint32_t hit; /* where it stands among the hits of the page that is asked for, from 1; 0 between the questions */
    uint32_t day; /* of publication, 1 more; 0: it was not loaded yet */
} bg_page_place;

/*
 * Pages and index numbers looked at: one that is like many others is loaded once, a phrase that many write read once. It is gone on with from transaction to transaction until it is large
 * or another process has written. And the numbers that are on too many pages.
 */
typedef struct bg_shelf {
    bg_record *record;
    bg_arena *arena;         /* of what follows but the places; NULL: it is to be begun anew */
    bg_members pages;
    BG_VEC(bg_posting) postings;
    BG_VEC(uint32_t) slots;  /* number → index + 1 in postings; a power of two */
    BG_VEC(uint32_t) common; /* ascending */
    bg_texts moved;          /* pages that are another witness now, of this transaction */
    bg_arena *kept;          /* of the places: they outlive a shelf that is large */
    bg_page_place *places;
    size_t place_count;
    int64_t version; /* of the file, as others write it */
    size_t settled;  /* pages */
    struct bg_ahead *ahead; /* threads that look up pages, may be NULL */
    bool looks_only;        /* nothing is written: whether a number is on too many pages is for others to say … */
    bool too_many;          /* … and the page that is looked at has one */
} bg_shelf;

/* A changed page with all that it is and was linked with. */
typedef struct bg_region {
    bg_record *record;
    bg_arena *arena;
    bg_shelf *shelf;
    bg_members in;
    bg_indexes next;              /* members whose lead is to be found, in the next round … */
    BG_VEC(const bg_member *) queue; /* … and in this one */
    bg_texts old;                 /* witnesses that are dissolved */
    bg_texts done;                /* changed pages that are settled by this */
} bg_region;

/* Find the page and all that it touches, and whose text each carries. */
void bg_region__gather(bg_region *r, const char *page);

/*
 * The numbers of the pages that this one is linked with, by a shelf that only looks. False: it is not there, it has a number that is on too many pages, and nobody said so, or a failure.
 */
bool bg_region__look(bg_shelf *b, bg_arena *arena, int64_t n, bg_indexes *out);

/* Put a text on one of its lists, once; borrowed. */
void bg_region__note(bg_region *r, bg_texts *list, const char *text);

/* Do the two carry one text? A function of the two, and of the numbers that are on too many pages. */
bool bg_member__linked(const bg_member *a, const bg_member *b);

/* At the beginning of a transaction: what was looked at before counts if nobody else has written since. Pages linked by numbers that went are to be settled anew. false: a failure. */
bool bg_shelf__open(bg_shelf *b);
/* The same of one that only looks, with these numbers that are on too many pages, the same each time. */
bool bg_shelf__look(bg_shelf *b, const uint32_t *common, size_t count);
/* Is what is loaded so much that the transaction is to end? */
bool bg_shelf__is_full(const bg_shelf *b);
void bg_shelf__close(bg_shelf *b);

#endif
