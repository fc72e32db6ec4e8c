/*
 * decide: a decision of somebody, appended. It is about facts (its targets), each kept with what anchors it: the page, the words it rests on and where they stand there, whether it
 * was the only fact of its kind on them. `part` of a target: which of the contacts that are joined it is of; of a split, 0 what is taken out, 1 what it is taken out of.
 */
#ifndef BG_DECIDE_H
#define BG_DECIDE_H

#include "effects.h"

/* A value that a correction may give a field, brought into the form in which the record has it. */
typedef struct bg_fix {
    char letter;       /* of the fact: v s e */
    const char *id;    /* the fact */
    const char *field; /* as typed: "date", "name[Tô Lâm]" */
    const char *value; /* as typed; "" or "-": not known */
    const char *out_field, *out_value; /* result, in the arena */
    bg_span range;     /* result: of a content */
} bg_fix;

/* False sets the slot: BG_E_USAGE. */
bool bg_fix__check(bg_record *record, bg_arena *arena, bg_fix *fix);
/* The value that was read of the field; NULL if there is none. */
const char *bg_fix__read(bg_record *record, bg_arena *arena, const bg_fix *fix);
/* "office[Tô Lâm]": the name between the brackets, in the arena; NULL if there are none. `field` is cut before them. */
const char *bg_fix__person(bg_arena *arena, const char *field, const char **name);

/* Unite the decisions of another record with those of this one, in a transaction of its own. */
void bg_decide__take(bg_record *into, bg_record *from);

#endif
