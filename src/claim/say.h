/*
 * say: what head, quote and saying share while they read statements: a sentence with its heads, and who spoke last.
 * A head is a verb of speech with its subject (see 50-say.rules). Private to src/claim.
 */
#ifndef BG_SAY_H
#define BG_SAY_H

#include "claim.h"

#define BG_HEADS_MAX 48
#define BG_OPENER_REACH 30 /* words of a sentence within which the person stands that opens it */

typedef struct bg_head {
    const bg_mark *fact;
    const bg_mark *verb;    /* of a source ("Theo ông X, …"): the whole mark */
    bg_party speaker;
    bg_span speaker_span;
    uint32_t speaker_tok;   /* where the subject begins, BG_NONE = none of its own */
    uint32_t start;         /* token where the head begins: content before it ends here */
    uint32_t plain;         /* token where its content begins */
    uint32_t content;       /* … or the quotation behind it that is told */
    const char *kind, *act;
    bool tail;              /* what stands before it is its content, whatever else follows */
} bg_head;

typedef struct bg_say_reader {
    bg_claims *claims;
    bg_text *text;
    const bg_sentence *s;
    bg_head heads[BG_HEADS_MAX];
    unsigned count;
    uint32_t tail;          /* where an attribution at the end begins that only passes the heads on */
    bg_party last;          /* the nearest speaker before */
    bg_span last_span;
    uint32_t last_tok;      /* … and where its words begin */
    const char *last_act;   /* of the sentence just before, NULL = it said nothing */
    const char *told_act;   /* of what the sentence tells without a head */
    bool *quoted;           /* by token: inside quotation marks */
    bg_party asked;         /* who answers the questions of the page, unknown = it is no interview */
    bool answers;           /* behind the first question */
} bg_say_reader;

/* Find the heads of the reader's sentence, in order. */
void bg_head__collect(bg_say_reader *r);

/* Of the readings of the verb at the token the one that binds it best, NULL = none. */
const bg_mark *bg_head__best(const bg_say_reader *r, uint32_t tok);

/* The party that opens the sentence: a person, after a date or place at most, or a side or both sides at its very start. */
const bg_mark *bg_head__opener(const bg_say_reader *r);

bool bg_say__is_sign(const bg_say_reader *r, uint32_t tok, uint32_t sign);
bool bg_say__is_quote(const bg_say_reader *r, uint32_t tok); /* an opening mark */
bool bg_say__verb_has(const bg_say_reader *r, const bg_head *h, unsigned klass);
bool bg_say__is_press(const bg_say_reader *r, const bg_mark *subject); /* the press of a state, not the state */
/* The mark that a fact captured under the name, NULL = none. */
const bg_mark *bg_say__captured(const bg_say_reader *r, const bg_mark *fact, uint32_t name);
bg_party bg_say__party(const bg_say_reader *r, const bg_mark *mark);
/* The party that begins at the token; kind unknown if none does. */
bg_party bg_say__party_at(const bg_say_reader *r, uint32_t tok);

/* Fill `quoted` for the page. False: out of memory. */
bool bg_quote__find(bg_say_reader *r);
/* Token where the quotation that ends in this sentence begins, maybe some sentences before. */
uint32_t bg_quote__start(const bg_say_reader *r);
/* Does a quotation end right before the token? */
bool bg_quote__is_before(const bg_say_reader *r, uint32_t tok);
/* … or before the paper that passes it on. */
bool bg_quote__precedes(const bg_say_reader *r, uint32_t tok);
/* Where the words begin that an attribution behind a quotation still tells, BG_NONE = they are told. */
uint32_t bg_quote__rest(const bg_say_reader *r);
/* Who speaks the quotation that holds the token, by what stands right behind it; kind unknown if nobody is named. */
bg_party bg_quote__voice(const bg_say_reader *r, uint32_t tok, bg_span *span);
/* The first sentence, [*tok, *end), of a quotation that fills sentences and ends in this one. */
bool bg_quote__closed(const bg_say_reader *r, uint32_t *tok, uint32_t *end);
/* Whose the quotation is by the first party behind it, whatever the verb; kind unknown if nobody is named. */
bg_party bg_quote__owner(const bg_say_reader *r, uint32_t tok, bg_span *span);
bool bg_quote__ends_sentence(const bg_say_reader *r);
/* A pronoun behind a quotation is not the person whom the quotation speaks of, but who spoke before. */
void bg_quote__bind_outside(bg_say_reader *r, bg_head *h, bg_party before);

#endif
