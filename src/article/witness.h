/*
 * witness: the text of the article as JSON-LD says it a second time. What a page shows is weighed against it: lines that it holds speak
 * for the body, lines that it lacks against. Nothing is ever taken from it.
 */
#ifndef BG_WITNESS_H
#define BG_WITNESS_H

#include "../base/base.h"

typedef struct bg_witness {
    uint64_t *runs; /* hashes of its runs of three words: a table; NULL: there is no witness */
    size_t mask;
    bool cut;       /* it is short or ends with dots: what it lacks is not denied */
} bg_witness;

/* What a line is to it; the order is that of the answers in data/html/body.txt. */
typedef enum bg_held {
    HELD_UNASKED, /* there is no witness */
    HELD_WHOLE, HELD_PARTLY, HELD_NOT, HELD_SHORT /* … of a line too short to ask */
} bg_held;

/* `text`: NULL if there is none. False: out of memory. */
bool bg_witness__make(bg_arena *arena, const char *text, bg_witness *out);
bg_held bg_witness__ask(const bg_witness *witness, const char *line, size_t size);

#endif
