/*
 * doubt: how uncertain a contact is, for people who look things over: the least certain first. Points that what was read gives of itself: what it leaves open, what
 * could not be read beside it, how many pages tell it, whether they agree. They order a queue and are no probability.
 */
#ifndef BG_DOUBT_H
#define BG_DOUBT_H

#include "db.h"

#define BG_DOUBT_NEAR 400 /* bytes on either side of a sentence in which a note is beside it */

/* What a page's telling gives of itself. */
int64_t bg_doubt__event(const bg_doc *doc, const bg_event *event);

/* What its tellings together add. */
typedef struct bg_doubts {
    int64_t best;      /* points of the most certain telling */
    size_t pages;      /* that tell it */
    bool dates, places; /* they differ on these */
} bg_doubts;
int64_t bg_doubt__contact(const bg_doubts *doubts);

/* The next contact of the queue behind (doubt, id), of those with this side and this type (NULL: any). "" at the end. */
typedef struct bg_queue {
    const char *country, *type;
    int64_t doubt; /* in: behind which; out: its own */
    char id[18];
} bg_queue;
bool bg_doubt__next(bg_record *record, bg_queue *at);
/* Another contact that this one may be; "" if none comes to mind. */
bool bg_doubt__like(bg_record *record, const char *contact, char like[18]);
/* Notes beside the sentences of a contact's tellings. */
size_t bg_doubt__notes(bg_record *record, const char *contact);

#endif
