/* show: one contact as `show` has it, for views that show it among other things. */
#ifndef BG_SHOW_H
#define BG_SHOW_H

#include "../record/query.h"

/* By its whole id. */
void bg_show__contact(bg_record *record, bg_arena *arena, const char *id, const bg_style *style, bg_buf *out);
/* A line with the paragraph around a range of a page, cut, with the range marked ⟦so⟧; `words`, its text, alone if no paragraph holds it. */
void bg_show__marked(bg_record *record, bg_arena *arena, const char *page, bg_span at, const char *words, bg_buf *out);

#endif
