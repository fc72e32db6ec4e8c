/* group: the contacts that follow from the events of all pages. Called inside a transaction. */
#ifndef BG_GROUP_H
#define BG_GROUP_H

#include "account.h"
#include "db.h"

/*
 * Compute again the contacts of this event and of every event that it could be one contact with, directly or through
 * others; the groups of all other events cannot change. Failures stay in the record's slot.
 */
void bg_group__event(bg_record *record, const char *event);
/* In a batch (batch.h) that is only noted, and done for all that were noted here. */
void bg_group__pending(bg_record *record);

/* An event that has just been stored: in a batch its account is kept (copied), so that it need not be read again. One that is about to go: what is kept of it does not hold. */
void bg_group__told(bg_record *record, const bg_account *account);
void bg_group__gone(bg_record *record, const char *event);
void bg_group__drop(bg_record *record); /* what is kept */

/* Forget the contact that an event is in, for all its events. */
void bg_group__forget(bg_record *record, const char *event);

/*
 * The ids of these events and of those whose contacts are to be made again when they change or go, of each that is given it first, in the arena: with theirs bg_group__event() makes all that they are
 * connected with. One that people rejected is connected with none.
 */
typedef BG_VEC(const char *) bg_event_ids;
void bg_group__connected(bg_record *record, bg_arena *arena, const char *const *events, size_t count, bg_event_ids *out);

#endif
