/*
 * slots: how tellings of one contact find each other among those of all pages.
 *
 * An event stands in the index under a few slots: the days, months or year in which it may lie, where its day is not known the day of publication, and its first sentence. Slots
 * count together with type (talks are a meeting) and sides. Whatever bg_merge__same() takes for one contact is found by looking up the slots that its date can agree with; how many
 * that gives follows from how much was told about two sides in those days, not from how long the record is.
 */
#ifndef BG_SLOTS_H
#define BG_SLOTS_H

#include "db.h"
#include "merge.h"

/* An event that is being stored, as it was read, with how many principals it names; those of a page that are about to go; all of a record of which none stands in the index yet. */
void bg_slots__store(bg_record *record, const bg_told *told);
void bg_slots__forget(bg_record *record, bg_arena *arena, const char *page);
void bg_slots__fill(bg_record *record);
/* An event as it stands goes, because what was corrected of it is about to change; comes in again behind the change. */
void bg_slots__drop(bg_record *record, const char *event);
void bg_slots__put(bg_record *record, const char *event);

/* Numbers of events (bg_slots__number) that may be one contact with this one; some of them more than once, and itself. */
typedef BG_VEC(uint64_t) bg_event_numbers;
void bg_slots__find(bg_record *record, bg_arena *arena, const bg_told *told, bg_event_numbers *out);

#define BG_EVENT_ID 18
uint64_t bg_slots__number(const char *id);              /* the digits of an event's id */
void bg_slots__id(uint64_t number, char out[BG_EVENT_ID]); /* and back */

#endif
