/* schema: the tables of a record. docs/record.md describes them for people who query with other tools. */
#ifndef BG_SCHEMA_H
#define BG_SCHEMA_H

#include "settle.h"

#define BG_APPLICATION_ID 0x42476961 /* "BGia", PRAGMA application_id */
#define BG_SCHEMA_VERSION 13         /* PRAGMA user_version */

/* Bring the tables of an earlier version up to date (0: there are none), inside a transaction. Failures stay in the record's slot. */
void bg_schema__migrate(bg_record *record, int64_t version);

/*
 * A new record is without the indexes that nothing asks while pages come: made of all rows at once, in order, each costs a part of what it costs row by row, and writes much less. They are made
 * here, each in a transaction of its own, unless they are there; without them everything is found too, by looking at all. Failures stay in the record's slot.
 */
void bg_schema__complete(bg_record *record, const bg_watcher *watcher);

#endif
