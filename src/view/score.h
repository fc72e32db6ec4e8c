/*
 * score: the reader against gold. A port of tools/score.py: the figures, their names, order and counts are the same, and
 * tests/cli compares the two. Change both or neither.
 */
#ifndef BG_SCORE_H
#define BG_SCORE_H

#include "../base/json.h"
#include "out.h"

#include <jansson.h>

/* A share: hits of a total, under a name, in the order of first use. */
typedef struct bg_share {
    const char *name;
    size_t hits, total;
} bg_share;

typedef struct bg_prf {
    size_t right, predicted, gold;
} bg_prf;

typedef struct bg_tally {
    bg_share shares[16];
    size_t share_count;
    bg_prf participants, located, act, speaker, body;
    size_t office[2], other[2]; /* hits, total */
    size_t missing;
    bg_buf errors; /* "doc TAB what TAB detail" lines */
} bg_tally;

/* One line of gold with its page. */
typedef struct bg_case {
    bg_arena *arena; /* for strings of this case */
    const char *doc;
    json_t *gold;
    const char *raw;
    size_t size;
    const bg_doc *read; /* NULL: the page could not be read */
    bg_tally *tally;
} bg_case;

void bg_tally__share(bg_tally *tally, const char *name, bool hit);
void bg_tally__error(const bg_case *c, const char *what, const char *format, ...) __attribute__((format(printf, 3, 4)));
void bg_tally__write(const bg_tally *tally, bool json, bg_buf *out);

/* The parts of a case; false: out of memory. */
bool bg_score__contacts(bg_case *c); /* main and other events, or a negative page */
bool bg_score__statements(bg_case *c);
bool bg_score__body(bg_case *c);

/* Text as score.py compares it; "" for NULL. All in the arena, NULL when out of memory. */
const char *bg_score__nfc(bg_arena *arena, const char *text, size_t size);
const char *bg_score__norm(bg_arena *arena, const char *text);
bool bg_score__same_person(bg_arena *arena, const char *a, const char *b); /* NULL or "" is nobody */
/* 1 right, 0 wrong, -1 nothing to compare. `accept`: array of strings or NULL. */
int bg_score__date(const char *gold, const json_t *accept, const char *got);

const char *bg_score__text(const json_t *object, const char *key); /* NULL if absent, null or no string */
#endif
