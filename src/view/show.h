/* show: one contact as `show` has it, for views that show it among other things. */
#ifndef BG_SHOW_H
#define BG_SHOW_H

#include "../record/query.h"

/* By its whole id. */
void bg_show__contact(bg_record *record, bg_arena *arena, const char *id, const bg_style *style, bg_buf *out);

#endif
