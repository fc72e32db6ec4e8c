/* things: bodies, mechanisms and agreements before people. */
#ifndef BG_VIEW_THINGS_H
#define BG_VIEW_THINGS_H

#include "../record/naming_query.h"

/* All of the one with this id; false: there is none. */
bool bg_things__show(bg_record *record, bg_arena *arena, const char *id, const bg_style *style, bg_buf *out);
/* Every naming of it: which words of which page, how its sides are known, why it is one with the others. */
bool bg_things__explain(bg_record *record, bg_arena *arena, const char *id, const bg_style *style, bg_buf *out);

#endif
