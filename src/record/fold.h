/* fold: the forms of a text under which it is found or compared. */
#ifndef BG_FOLD_H
#define BG_FOLD_H

#include "../base/base.h"

/* Words without diacritics, marks between words as one blank, no blank at the ends: "A. V. Yatskin" → "a v yatskin". */
bool bg_fold__name(const char *text, bg_buf *out);
/*
 * Equal, or every word of the shorter name stands in the longer one; an initial stands for a word that begins so. One
 * short word alone (under four letters) is no name of somebody with more words. Both are folded by bg_fold__name().
 */
bool bg_fold__same_person(const char *a, const char *b);

#endif
