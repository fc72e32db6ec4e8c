/* naming: bodies, recurring mechanisms and agreements that a page names (bg_naming). What the language knows of them stands in data/vi/lexicon/standing.txt. */
#ifndef BG_NAMING_H
#define BG_NAMING_H

#include "claim.h"

/* Fill doc->namings, once its events are there. False: out of memory. */
bool bg_naming__publish(const bg_claims *claims, bg_doc *doc);

/* How far a name goes from its first word on, and what is in it. */
#define BG_NAMED_SIDES 4
typedef struct bg_named {
    uint32_t tok, end; /* with states and field */
    const char *sides[BG_NAMED_SIDES];
    unsigned side_count, ordinal;
    bool between; /* it says that two states follow */
    const char *field; /* as in bg_naming */
} bg_named;

enum {
    BG_NAMED_HEAD = 1, /* words of the mark count too, as far as they tell what it is about */
    BG_NAMED_WEAK = 2  /* words count by which agreements are not told from each other */
};
/* `head`: the mark that the name begins with; `how`: of the values above. False: out of memory. */
bool bg_named__read(const bg_claims *claims, const bg_sentence *s, const bg_mark *head, unsigned how, bg_named *out);

/* The state or body of states that is named from a token on: its code, and *end behind it; NULL if none is. */
const char *bg_named__side(const bg_claims *claims, uint32_t tok, uint32_t *end);

#endif
