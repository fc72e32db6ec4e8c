/* scan: the lexicon's phrases of a sentence as marks. Private to src/text. */
#ifndef BG_SCAN_H
#define BG_SCAN_H

#include "text.h"

/*
 * Mark the phrases of a sentence and set what its tokens offer. `covered`, a number a class, goes from sentence to sentence,
 * zeros at the first. False: out of memory.
 */
bool bg_scan__sentence(bg_text *text, const bg_sentence *sentence, uint32_t *covered);

#endif
