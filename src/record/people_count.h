/* people_count: how the forms of persons of pages that came are spelled and which offices they are given, added up in memory: of thousands of pages each form is written once. */
#ifndef BG_PEOPLE_COUNT_H
#define BG_PEOPLE_COUNT_H

#include "db.h"

/* Adds the pages of `new_people` to what is counted, and empties it, in transactions of its own. Failures stay in the record's slot. */
void bg_people__count(bg_record *record);

#endif
