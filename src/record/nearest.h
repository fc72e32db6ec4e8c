/* nearest: what the record has that is spelt nearly so, where what was asked for finds nothing. */
#ifndef BG_NEAREST_H
#define BG_NEAREST_H

#include "db.h"

/*
 * The words of a question, those that no paragraph has replaced by the nearest that one has, as the best paragraph spells them. NULL: nothing was near, or is found together. Words are
 * compared without diacritics, a letter left out, put in, changed or two exchanged (two of them from five letters on); it begins as the word does, or as its second letter, so that few words are looked at.
 */
const char *bg_nearest__words(bg_record *record, bg_arena *arena, const char *words, const char *outlet);

/* The names that have a word near each of these, nearest and most told first; at most BG_NEAREST_NAMES. */
#define BG_NEAREST_NAMES 3
void bg_nearest__names(bg_record *record, bg_arena *arena, const char *words, bg_texts *out);

#endif
