/*
 * machine: run compiled rules at a token. A small backtracking machine: its stack and its turns are bounded, so a rule
 * costs bounded time at a token whatever the sentence. Private to src/text.
 */
#ifndef BG_MACHINE_H
#define BG_MACHINE_H

#include "text.h"

#include "../data/image.h"

#define BG_STACK_MAX 256

typedef struct bg_choice { /* where to go on after a failure */
    const uint32_t *code;
    uint32_t tok;
    uint32_t mark;    /* OP_CLASS: next mark to try; OP_GAP: tokens eaten so far */
    uint32_t kind;    /* 0 plain, OP_CLASS, OP_GAP, OP_ONE_OF | place in it << 8 */
    uint32_t trail;   /* saves to undo beyond this */
} bg_choice;

/* A capture before it was changed. Nothing is kept of those changed while there is no choice: no way leads back. */
typedef struct bg_saved { uint32_t slot, begin, end, mark; } bg_saved;

/* What a rule has captured: the ends of each slot, and its mark if it is exactly one. Set and copied as a whole. */
typedef struct bg_slots {
    uint32_t ends[BG_SLOTS * 2], mark[BG_SLOTS];
} bg_slots;

typedef struct bg_machine {
    bg_text *text;
    const bg_token *tokens;
    const bg_offer *offers;
    bg_mark *marks; /* as long as a rule is tried */
    const uint32_t *heads;
    const uint8_t *asks; /* by class: which level that is asked makes its marks, see bg_data; NULL: this is a machine that makes them */
    const bg_variant *variants;
    const bg_offer *sets; /* see bg_way */
    const bg_rule *rules;
    const uint32_t *programs, *tests;
    uint32_t start, end; /* tokens of the sentence */
    const uint64_t *said; /* its words */
    bg_slots slots;
    bg_choice stack[BG_STACK_MAX];
    bg_saved trail[BG_STACK_MAX];
    unsigned depth, trail_count, turns;
    uint32_t last_mark;
} bg_machine;

/* The best match of some rules at a token. */
typedef struct bg_hit {
    uint32_t rule, tok, end;
    bg_slots slots;
} bg_hit;

/* Set up for a text; `asks`: see there. `start` and `end` are to be set for each sentence. */
void bg_machine__start(bg_machine *m, bg_text *text, const uint8_t *asks);
/*
 * Run a rule at a token. True if it matches a token at least and that is better than *best: longer, or as long and of an earlier
 * rule; any match is if best->end is 0. Then *best is the match.
 */
bool bg_machine__try(bg_machine *m, uint32_t rule, uint32_t tok, bg_hit *best);
/* match.c: make the marks of a level that is asked, by its place in bg_data.asked, at a token where they may begin. */
void bg_match__ask(bg_machine *m, uint32_t tok, uint32_t place);

static inline const bg_offer *bg_machine__offer(const bg_machine *m, uint32_t tok) { return tok < m->end ? &m->offers[tok] : &bg_offer__end; }
/* Is the way open to that offer? */
static inline bool bg_machine__opens(const bg_machine *m, const bg_way *way, const bg_offer *offer) { return bg_way__is_open(way, offer, m->sets); }
/* Make the marks of a class that wait to be made at a token. */
static inline void bg_machine__ask(bg_machine *m, uint32_t tok, uint32_t klass) {
    uint32_t level = m->asks ? m->asks[klass] : 0;
    if (level && m->text->levels[tok] & m->text->data->asked[level - 1].bit) bg_match__ask(m, tok, level - 1);
}

#endif
