/*
 * matter: what asks, agreements, promises and deeds are about (bg_matter). Everything the language knows of it stands in data/vi/lexicon/matters.txt.
 */
#ifndef BG_MATTER_H
#define BG_MATTER_H

#include "claim.h"

typedef BG_VEC(const char *) bg_keys;

/*
 * The words of [tok, end) by which the same matter is known on another page, without those that anybody says, parties and dates. `invites`: who is asked to come tells
 * which invitation it is. `about` becomes the clause of the key that names most. False: out of memory.
 */
typedef struct bg_clause {
    uint32_t tok, end; /* tok = end: no key */
} bg_clause;
bool bg_matter__keys(const bg_claims *claims, uint32_t tok, uint32_t end, bool invites, bg_keys *out, bg_clause *about);

/* Does [tok, end) begin with those of one's own state, "các bộ, ngành …", and no state behind them? Who asks that orders his own people, and asks nobody. */
bool bg_matter__is_order(const bg_text *text, uint32_t tok, uint32_t end);
/* Does [tok, end) begin with what one thinks, "tầm quan trọng của …", "những đánh giá của ông A"? Who agrees to that promises nothing. */
bool bg_matter__is_opinion(const bg_text *text, uint32_t tok, uint32_t end);

#define BG_PARTS_MAX 8
/* Of a list the parts that are matters of their own: "thực hiện DOC, sớm ký COC, kiểm soát bất đồng" are three. At least one. False: out of memory. */
bool bg_matter__parts(const bg_claims *claims, uint32_t tok, uint32_t end, bg_clause out[BG_PARTS_MAX], unsigned *count);

/* The term set in [tok, end): its tokens and the days of it. False: none, or none that lies ahead of the page. */
typedef struct bg_term {
    uint32_t tok, end;
    bg_day from, to;
} bg_term;
bool bg_matter__term(const bg_claims *claims, uint32_t tok, uint32_t end, bg_term *out);

/* The entries of the ledger, once the document's events and statements are there. In the text's arena. False: out of memory. */
bool bg_matter__find(const bg_claims *claims, const bg_doc *doc, const bg_matter **out, size_t *count);

#endif
