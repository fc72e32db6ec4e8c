/* links: which events people said are one contact (join), and which are not (split). */
#ifndef BG_LINKS_H
#define BG_LINKS_H

#include "db.h"
#include "merge.h"

/* The events that a join which stands binds to this one, in the arena. */
void bg_links__joined(bg_record *record, bg_arena *arena, const char *event, bg_texts *out);

typedef BG_VEC(bg_link) bg_links;
/* What people said of these events, told[i].n = i: each pair once, as the latest decision has it. */
void bg_links__among(bg_record *record, bg_arena *arena, const bg_told *told, size_t count, bg_links *out);

#endif
