/*
 * export_table: the tables that are handed out: what stands in them, which query gives it, what each column means. CSV, JSON lines, the codebook and the datapackage are all written
 * from these lists, so that they cannot differ.
 */
#ifndef BG_EXPORT_TABLE_H
#define BG_EXPORT_TABLE_H

#include "../record/db.h"

typedef struct bg_export_column {
    const char *name, *type; /* type: string, integer, number, boolean, day (YYYY-MM-DD), date (as precise as the page is), list (parted by "; " in CSV) */
    const char *about[2];    /* indexed by bg_lang */
    const char *link;        /* the table that it is an id of; NULL: none */
} bg_export_column;

/* What a row of the query says, a cell a column; NULL: nothing. In the arena or of the row. False: it gives no row of the table. */
struct bg_exporter;
typedef bool bg_export_cells_fn(struct bg_exporter *x, bg_arena *arena, sqlite3_stmt *stmt, const char **cells);

#define BG_EXPORT_COLUMNS 64

typedef struct bg_export_table {
    const char *name;
    const char *about[2];
    /* One row a row of the table, with its number in the column behind the last: rows with numbers from ?1 to ?2, in their order, so that a scan can go on behind damage. */
    const char *sql;
    const char *order; /* the query of these numbers in the order of the file */
    const bg_export_column *columns;
    size_t column_count; /* BG_EXPORT_COLUMNS at most */
    bg_export_cells_fn *cells; /* NULL: the columns of the query are those of the table; else it gives an id and the number */
} bg_export_table;

/* A commitment as it stands on the day asked for, by the id of its thread; a person, by his. */
bg_export_cells_fn bg_export__commitment, bg_export__person;


const bg_export_table *bg_export__table(const char *name); /* NULL: there is none */
const bg_export_table *bg_export__table_at(size_t index);  /* NULL behind the last */

/* The formats of event data: their columns in the order of the format; `sql` is NULL. */
const bg_export_table *bg_export__event_table(const char *name);
const bg_export_table *bg_export__event_table_at(size_t index);

#endif
