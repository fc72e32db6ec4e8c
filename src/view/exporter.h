/*
 * exporter: what all exports share: rows out of a record that may be damaged, bytes handed on as they come, what had to be left out counted. Each format is a function of one file;
 * the table in export.c says which.
 */
#ifndef BG_EXPORTER_H
#define BG_EXPORTER_H

#include "../base/json.h"
#include "../record/people_query.h"

typedef struct bg_exporter {
    bg_record *record;
    const bg_data *data; /* may be NULL */
    const bg_export_ask *ask;
    bg_buf out;      /* what is not handed on yet */
    bg_exported done;
    bool refused;    /* the caller wants no more */
    int64_t as_of;   /* YYYYMMDD, of what tells how matters stand */
} bg_exporter;

typedef void bg_export_fn(bg_exporter *x);

/* Hand `out` on once it holds so many bytes. bg_exporter__rows() does it behind every row. */
#define BG_EXPORT_CHUNK ((size_t)1 << 16)
void bg_exporter__flush(bg_exporter *x, size_t least);

/* The day asked for, else that of the newest contact, as YYYY-MM-DD; false, with the error set: it is none. */
bool bg_exporter__day(bg_exporter *x, char out[11]);
/* Names or offices but for one, parted by "; ". Appends. */
void bg_exporter__joined(const bg_row_variant *list, size_t count, const char *but, bg_buf *out);

/*
 * Every row of `sql`, which gives those with numbers from ?1 to ?2, in their order, and each one's number in the column `number`; a ?3 is the day of `as_of`. Behind a row that cannot be read the next one is
 * looked for farther and farther away.
 */
typedef void bg_export_row_fn(bg_exporter *x, const void *what, sqlite3_stmt *stmt);
void bg_exporter__rows(bg_exporter *x, const char *sql, int number, bg_export_row_fn *row, const void *what);
/* The same in the order of `keys`, which gives the numbers: what the rows say, never the order of adding, so that the same pages and decisions give the same file. Where damage keeps the
 * keys from being read, in the order of numbers. */
void bg_exporter__ordered(bg_exporter *x, const char *keys, const char *sql, int number, bg_export_row_fn *row, const void *what);
#define BG_BY_DAY "c.first_day IS NULL, c.first_day, c.last_day, c.id" /* of contacts as c */
#define BG_CONTACTS_BY_DAY "SELECT c.rowid FROM contacts c ORDER BY " BG_BY_DAY
#define BG_PAGES_BY_DAY "SELECT p.rowid FROM pages p ORDER BY p.published IS NULL, p.published, p.id"

/* Text of a row; NULL, and counted, where damage left what is no text. */
const char *bg_exporter__text(bg_exporter *x, sqlite3_stmt *stmt, int column);
const char *bg_exporter__sound(bg_exporter *x, const char *text, size_t size);

/* The formats that have files of their own. */
bg_export_fn bg_export__csl, bg_export__gexf, bg_export__popolo, bg_export__xlsx;
bg_export_fn bg_export__plover, bg_export__icews, bg_export__polecat, bg_export__gdelt_events, bg_export__gdelt_mentions;

#endif
