/* steps: what bg_text__build() is made of. Private to src/text. */
#ifndef BG_STEPS_H
#define BG_STEPS_H

#include "text.h"

/* ---- token.c: append the tokens of a range of the page. False: out of memory. */
bool bg_token__cut(bg_text *text, bg_span span);

/* ---- scan.c */

/* How far the marks of a class reach that were made so far, and the token of the last of them. */
typedef struct bg_cover { uint32_t end, tok; } bg_cover;

/*
 * Mark the phrases of a sentence and set what its tokens offer. `covered`, one a class, goes from sentence to sentence,
 * zeros at the first. False: out of memory.
 */
bool bg_scan__sentence(bg_text *text, const bg_sentence *sentence, bg_cover *covered);

#endif
