/*
 * touch: contacts that a change reaches. What may change is touched before the change: its contact and those of all that it could be one contact with are forgotten; behind the
 * change they are made again, with all that hangs together with them, from what is there then.
 */
#ifndef BG_TOUCH_H
#define BG_TOUCH_H

#include "group.h"

typedef struct bg_touched {
    bg_record *record;
    bg_arena *arena;
    bg_event_ids events; /* taken out of their contacts */
} bg_touched;

/* These events and those that could be one contact with one of them. */
void bg_touch__events(bg_touched *t, const char *const *events, size_t count);
/* Make the contacts of those that are still there. */
void bg_touch__again(bg_touched *t);

#endif
