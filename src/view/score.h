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

/* Right ones of a total, seen from the gold (what it asks for: recall) and from what was read (precision). */
typedef enum bg_cell {
    BG_MAIN_GOLD,
    BG_MAIN_READ,
    BG_OTHER_GOLD,
    BG_OTHER_READ,
    BG_SAID_GOLD,
    BG_SAID_READ,
    BG_CELLS
} bg_cell;

typedef struct bg_row {
    const char *key;
    size_t hits[BG_CELLS], totals[BG_CELLS];
} bg_row;

typedef struct bg_breakdown {
    bg_score_key key; /* BG_BY_NONE: nothing is counted */
    bg_arena *arena;
    bool failed;
    BG_VEC(bg_row) rows;
} bg_breakdown;

typedef struct bg_tally {
    bg_share shares[16];
    size_t share_count;
    bg_prf participants, located, act, speaker, body;
    size_t office[2], other[2]; /* hits, total */
    size_t missing;
    bg_breakdown by;
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

/* Count something that was right (hit) or wrong; tell of a fault, if faults are asked for; write all that was counted. */
void bg_tally__share(bg_tally *tally, const char *name, bool hit);
void bg_tally__error(const bg_case *c, const char *what, const char *format, ...) __attribute__((format(printf, 3, 4)));
void bg_tally__write(const bg_tally *tally, bool json, bg_buf *out);

/* The parts of a case; false: out of memory. */
bool bg_score__contacts(bg_case *c); /* main and other events, or a negative page */
bool bg_score__statements(bg_case *c);
bool bg_score__body(bg_case *c);

/* Count one thing under each of its keys. Right: a main contact as a whole; another found; a statement with act and speaker. */
void bg_by__gold_event(bg_case *c, bg_cell cell, const json_t *gold, bool right);
void bg_by__event(bg_case *c, bg_cell cell, const bg_event *event, bool right);
void bg_by__gold_statement(bg_case *c, const json_t *gold, bool right);
void bg_by__statement(bg_case *c, const bg_statement *said, bool right);
bool bg_by__write(bg_breakdown *b, const bg_style *style, bg_buf *out); /* false: out of memory */

/* Text as score.py compares it; "" for NULL. All in the arena, NULL when out of memory. */
const char *bg_score__nfc(bg_arena *arena, const char *text, size_t size);
const char *bg_score__norm(bg_arena *arena, const char *text);
bool bg_score__same_person(bg_arena *arena, const char *a, const char *b); /* NULL or "" is nobody */
/* 1 right, 0 wrong, -1 nothing to compare. `accept`: array of strings or NULL. */
int bg_score__date(const char *gold, const json_t *accept, const char *got);

const char *bg_score__text(const json_t *object, const char *key); /* NULL if absent, null or no string */
#endif
