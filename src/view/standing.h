/* standing: how a thread of the ledger stands on a day: what is kept of it (../record/stand.h), with the day added. Pure but for bg_standing__show(). */
#ifndef BG_STANDING_H
#define BG_STANDING_H

#include "../record/stand.h"

typedef struct bg_standing {
    bg_stand kept;      /* its count is 0: there is no such thread on that day, and the rest is empty */
    const char *status; /* closed done_in_time done_late done in_time overdue repeated silent raised undated */
    const bg_row_item *closed; /* the entry that somebody closed last, by that day; NULL: none */
    int months;         /* full months since its last entry */
    const bg_row_item *lead, *name; /* those entries; NULL where its entries were not read, until bg_standing__show() */
} bg_standing;

/* From its entries up to the day `as_of`: YYYY-MM-DD; `silent`: months without news after which a thread without a term is called silent. */
void bg_standing__of(bg_arena *arena, const bg_row_thread *thread, const char *as_of, int silent, bg_standing *out);
/* From what bg_stand__list() gave for this day. */
void bg_standing__at(const bg_stand *stand, const char *as_of, int silent, bg_standing *out);
/* Read the entries that lead and name it as a list shows them. */
bool bg_standing__show(bg_record *record, bg_arena *arena, bg_standing *standing);

/* Its status with the day that goes with it: "không có hạn – được nhắc lại 08/05/2025". Appends. */
void bg_standing__text(const bg_standing *standing, bg_lang lang, bg_buf *out);
/* The order of a list, for qsort() over standings: what is late, what has a term, what waits, what is done; of these the last heard of first. */
int bg_standing__order(const void *left, const void *right);

/* What the matter is called, in the words of a page; "… " before them if they stand far inside what was said. Appends. */
void bg_standing__name(const bg_standing *standing, bg_buf *out);
/* The entry that one only tells again, directly or through others; itself, where it says something of its own. */
const bg_row_item *bg_standing__told(const bg_row_thread *thread, const bg_row_item *item);

#endif
