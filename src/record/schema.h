/* schema: the tables of a record. docs/record.md describes them for people who query with other tools. */
#ifndef BG_SCHEMA_H
#define BG_SCHEMA_H

#define BG_APPLICATION_ID 0x42476961 /* "BGia", PRAGMA application_id */
#define BG_SCHEMA_VERSION 1          /* PRAGMA user_version */

extern const char bg_schema__sql[];

#endif
