/* steps: what bg_text__build() is made of. Private to src/text. */
#ifndef BG_STEPS_H
#define BG_STEPS_H

#include "text.h"

#include "../data/image.h"

/* ---- token.c: append the tokens of a range of the page. False: out of memory. */
bool bg_token__cut(bg_text *text, bg_span span);
static inline bool bg_token__is_hyphen(uint32_t c) { return c == '-' || c == 0x2010 || c == 0x2011 || c == 0x2013; }
static inline bool bg_token__is_comma(const bg_token *t) { return t->flags & BG_TOK_PUNCT && t->value == ','; }

/* ---- scan.c */

/* How far the marks of a class reach that were made so far, and the token of the last of them. */
typedef struct bg_cover { uint32_t tok, end; } bg_cover;

/* Covered, but not by a mark of the same token: shorter ones that begin at the same word stay as second choices. */
static inline bool bg_cover__holds(const bg_cover *cover, uint32_t tok, uint32_t end) { return end <= cover->end && cover->tok != tok; }

/* Marks being made of the lexicon's phrases. */
typedef struct bg_scan {
    bg_text *text;
    const bg_token *tokens;
    const bg_entry *entries;     /* of nodes */
    const bg_edge *edges;
    uint32_t edge_count;
    const bg_mark_start *starts; /* by variant */
    bg_cover *covered; /* by class */
    uint32_t tok, end; /* tokens of the sentence */
    uint32_t solid;    /* end of the longest mark of a nested class so far */
    uint32_t reach;    /* nothing is covered behind this token */
    bool hides, nests; /* a mark of this token hides others; is of a nested class */
} bg_scan;

/* All of a text's sentences. False: out of memory. */
bool bg_scan__all(bg_text *text);

/* A token of whose rules some begin with marks that are made when they are asked for offers those marks. */
static inline void bg_scan__offer_asked(bg_text *text, uint32_t tok) {
    bg_data__add_asked(text->data, &text->offers[tok], &text->levels[tok]);
}

/* ---- phrase.c */

/* Make the marks of a word, which its form has. False: out of memory. */
bool bg_phrase__word(bg_scan *s, uint32_t tok, const bg_form *form);
/*
 * Make the marks of the longer phrases that begin with a word. `pair`: the node of those with the next token; BG_NONE: they are to be
 * looked for behind signs. False: out of memory.
 */
bool bg_phrase__follow(bg_scan *s, uint32_t tok, uint32_t pair);

#endif
