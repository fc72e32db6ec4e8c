/* keyer: what the files share that look for the words by which a matter is known again. */
#ifndef BG_CLAIM_KEYER_H
#define BG_CLAIM_KEYER_H

#include "matter.h"

#define FIELD_WORDS 6 /* of the longest term */
#define BREAK_LEAST 3 /* words before "nhưng" that are said by themselves */

/* A key and where it stands. */
typedef struct bg_found_key {
    char kind;
    const char *value; /* NULL: the words */
    uint32_t tok, end;
    bool near; /* of a head */
    bool capital;
} bg_found_key;

typedef struct bg_keyer {
    const bg_claims *claims;
    const bg_text *text;
    bg_keys *out;
    BG_VEC(bg_found_key) found;
    bool invites;
    uint32_t start;  /* of the words */
    uint32_t before; /* the word that the next one makes a pair with, BG_NONE */
    bool failed;
} bg_keyer;

/* ---- key_find.c */
/* Fill k->found with the keys of [tok, end), in order. False: out of memory. */
bool bg_keyer__find(bg_keyer *k, uint32_t tok, uint32_t end);
/* The end of the longest mark of these classes at a token; `tok` if there is none. */
uint32_t bg_keyer__behind(const bg_keyer *k, uint32_t tok, uint32_t end, const unsigned *classes, size_t count);
/* Is the token a number? */
bool bg_keyer__is_number(const bg_keyer *k, uint32_t tok);
/* What tells something only beside a head. */
bool bg_key__needs_head(const bg_found_key *f);

/* ---- key_clause.c */
/* The clause of the key in [from, end) that names most; tok = end: there is none. */
bg_clause bg_keyer__clause(const bg_keyer *k, uint32_t from, uint32_t end);

#endif
