/*
 * crosswalk: from the vocabularies of the record to the codes of other event data: data/crosswalk/ *.txt, compiled. Strings are constants; NULL is "none". docs/export.md says how
 * the formats use it.
 */
#ifndef BG_CROSSWALK_H
#define BG_CROSSWALK_H

#include <stddef.h>

/* What a contact or an act is: "*" stands for any. */
typedef struct bg_cross_event {
    const char *fact, *key, *degree, *role, *setting;
    const char *plover, *mode, *context;
    const char *cameo, *economic, *military, *judicial;
} bg_cross_event;

typedef struct bg_cross_state {
    const char *code, *iso3, *cameo, *fips, *cow, *name;
} bg_cross_state;

typedef struct bg_cross_group {
    const char *code, *type, *cameo, *name;
} bg_cross_group;

typedef struct bg_cross_sector {
    const char *channel, *plover, *cameo, *icews, *context;
} bg_cross_sector;

typedef struct bg_cross_topic {
    const char *topic, *contexts, *area; /* contexts parted by "; " */
} bg_cross_topic;

typedef struct bg_cross_code {
    const char *code, *scale, *text;
} bg_cross_code;

/* The version of the tables, as exports state it. */
const char *bg_cross__version(void);

/* The line for a contact of this type; `degree` held or planned, `role` of the state that acts, `setting` as in events.txt, "-" for none. NULL: no line fits. */
const bg_cross_event *bg_cross__type(const char *type, const char *degree, const char *role, const char *setting);
/* The same for an act; `strength` may be NULL. */
const bg_cross_event *bg_cross__act(const char *act, const char *strength);

/* NULL: not there. The codes are those of the record. */
const bg_cross_state *bg_cross__state(const char *code);
const bg_cross_group *bg_cross__group(const char *code);
const bg_cross_sector *bg_cross__sector(const char *channel);
const bg_cross_topic *bg_cross__topic(const char *topic);
const bg_cross_code *bg_cross__code(const char *cameo);

int bg_cross__quad(const char *cameo);         /* 1 … 4 by the code's root */
int bg_cross__plover_quad(const char *plover); /* 1 … 4 by the event type */

#endif
