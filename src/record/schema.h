/* schema: the tables of a record. docs/record.md describes them for people who query with other tools. */
#ifndef BG_SCHEMA_H
#define BG_SCHEMA_H

#include "db.h"

#define BG_APPLICATION_ID 0x42476961 /* "BGia", PRAGMA application_id */
#define BG_SCHEMA_VERSION 12         /* PRAGMA user_version */

/* Bring the tables of an earlier version up to date (0: there are none), inside a transaction. Failures stay in the record's slot. */
void bg_schema__migrate(bg_record *record, int64_t version);

#endif
