/* standing: how a thread of the ledger stands on a day. Pure. */
#ifndef BG_STANDING_H
#define BG_STANDING_H

#include "../record/ledger.h"

typedef struct bg_standing {
    const char *status; /* closed done_in_time done_late done in_time overdue repeated silent raised undated */
    const char *stage;  /* how far it has come: asked offered invited answered agreed pledged signed under_way done */
    const char *first, *last; /* days of its first and last entry; NULL: none has a day */
    const char *due;    /* last day of the term set last */
    const char *done;   /* the day on which it was told to be done */
    const bg_row_item *closed; /* the entry that somebody closed last, by that day; NULL: none */
    int months;         /* full months since `last` */
    size_t pages, witnesses; /* that tell it */
    size_t sayings;     /* entries but for those told twice */
    const bg_row_item *name; /* … the one that names it best: has what most of them have in common, and little else */
    const bg_row_item *lead; /* the one that says best what it is about: of the highest grade the latest; no report */
} bg_standing;

/* `as_of`: YYYY-MM-DD; `silent`: months without news after which a thread without a term is called silent. */
void bg_standing__of(const bg_row_thread *thread, const char *as_of, int silent, bg_standing *out);

/* Its status with the day that goes with it: "không có hạn – được nhắc lại 08/05/2025". Appends. */
void bg_standing__text(const bg_standing *standing, bg_lang lang, bg_buf *out);
/* Where it belongs in a list: what is late, what has a term, what waits, what is done. */
int bg_standing__place(const bg_standing *standing);
/* Without a term and said once: a wish, or something in which nothing is named. */
bool bg_standing__is_vague(const bg_standing *standing);

/* What the matter is called, in the words of a page; "… " before them if they stand far inside what was said. Appends. */
void bg_standing__name(const bg_standing *standing, bg_buf *out);
/* The entry that one only tells again, directly or through others; itself, where it says something of its own. */
const bg_row_item *bg_standing__told(const bg_row_thread *thread, const bg_row_item *item);

#endif
