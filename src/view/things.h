/* things: bodies, mechanisms and agreements before people. */
#ifndef BG_VIEW_THINGS_H
#define BG_VIEW_THINGS_H

#include "../record/naming_query.h"

/* All of the one with this id; false: there is none. */
bool bg_things__show(bg_record *record, bg_arena *arena, const char *id, const bg_style *style, bg_buf *out);
/* "kỳ 21, 10/2018", "ký, 15/03/2024": the last session with a number, else the last of all; of an agreement what happened last. NULL, and nothing written: nothing is told. */
const bg_row_told *bg_things__latest(const bg_row_thing *thing, bg_lang lang, bg_buf *out);
/* Every naming of it: which words of which page, how its sides are known, why it is one with the others. */
bool bg_things__explain(bg_record *record, bg_arena *arena, const char *id, const bg_style *style, bg_buf *out);

#endif
