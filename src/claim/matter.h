/*
 * matter: what asks, agreements, promises and deeds are about (bg_matter). Everything the language knows of it stands in data/vi/lexicon/matters.txt.
 */
#ifndef BG_MATTER_H
#define BG_MATTER_H

#include "claim.h"

typedef BG_VEC(const char *) bg_keys;

/*
 * The words of [tok, end) by which the same matter is known on another page, without those that anybody says, parties and dates. `first`, `last`: the tokens
 * that they stand between. False: out of memory.
 */
bool bg_matter__keys(const bg_claims *claims, uint32_t tok, uint32_t end, bg_keys *out, uint32_t *first, uint32_t *last);

/* The term set in [tok, end): its tokens and the days of it. False: none, or none that lies ahead of the page. */
typedef struct bg_term {
    uint32_t tok, end;
    bg_day from, to;
} bg_term;
bool bg_matter__term(const bg_claims *claims, uint32_t tok, uint32_t end, bg_term *out);

/* The entries of the ledger, once the document's events and statements are there. In the text's arena. False: out of memory. */
bool bg_matter__find(const bg_claims *claims, const bg_doc *doc, const bg_matter **out, size_t *count);

#endif
