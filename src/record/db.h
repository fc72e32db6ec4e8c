/*
 * db: SQLite with an error slot. A call after a failure does nothing, so that a sequence is written without checks
 * between and checked once at the end (bg_db__code). Errors map to bg_code and name the file.
 */
#ifndef BG_DB_H
#define BG_DB_H

#include "../base/base.h"

#include <sqlite3.h>

#define BG_DB_KEPT 1024u /* room for statements that stay prepared, a power of two; half of it is used at most */

struct bg_record {
    sqlite3 *db;
    char *path;
    bg_code code;  /* of the operation under way */
    bg_error *err; /* its error slot, may be NULL */
    bool batched;  /* batch.h */
    struct bg_batch *batch;
    struct bg_threads *threads; /* thread.h, of a batch */
    struct bg_book *book;       /* group.c, of a batch */
    int64_t newest; /* rowid of the newest page when the batch began */
    struct {
        const char *sql; /* the literal itself is the key */
        sqlite3_stmt *stmt;
    } kept[BG_DB_KEPT]; /* by the literal's address; a free place has none */
    size_t kept_count;
};

void bg_db__start(bg_record *record, bg_error *err); /* begin an operation: clear the slot */
bg_code bg_db__code(const bg_record *record);
bool bg_db__fail(bg_record *record, int status); /* fill the slot from an SQLite status; returns false */
bool bg_db__nomem(bg_record *record);            /* the same for our own memory */

/*
 * A statement ready to step, bound by `form`, one letter an argument:
 *   t const char * (NULL = NULL)   i int64_t   n size_t   s bg_span (two columns, NULL if it has no end)
 *   b const void *, size_t (a blob)   x const char *, size_t (a text)
 * Bound memory must live until the statement is reset. `sql` must be a string literal: it stays prepared.
 * NULL after a failure.
 */
sqlite3_stmt *bg_db__query(bg_record *record, const char *sql, const char *form, ...);
bool bg_db__any(bg_record *record, sqlite3_stmt *stmt); /* does it find a row? The statement is done with */
bool bg_db__row(bg_record *record, sqlite3_stmt *stmt); /* false at the end (and resets) or after a failure */
void bg_db__done(sqlite3_stmt *stmt);                   /* stop before the end */
bool bg_db__run(bg_record *record, const char *sql, const char *form, ...); /* a statement without rows */
/*
 * Many rows of numbers. `many` inserts BG_ROWS_EACH of them at once ("… VALUES" BG_ROWS("(?,?)")), `one` a single one; none may fail for a row that is there already, or only as
 * OR IGNORE and OR FAIL do, which need no journal of the statement.
 */
#define BG_ROWS_EACH 16
#define BG_ROWS(row) BG_ROWS_4_(row) "," BG_ROWS_4_(row) "," BG_ROWS_4_(row) "," BG_ROWS_4_(row)
#define BG_ROWS_4_(row) row "," row "," row "," row
void bg_db__numbers(bg_record *record, const char *many, const char *one, size_t columns, const int64_t *values, size_t rows);
void bg_db__undo(bg_record *record); /* after a failure: what the open transaction did, if it is still open */
/*
 * From here on the file is read where the system keeps it, not copied page by page: for questions, which look at many places once. A medium that fails then ends the process, so
 * whatever is to get along with a damaged one (verify, export) does without.
 */
#define BG_DB_MAP "PRAGMA mmap_size = 8589934592;"

/* One state of the record from here on, also while another process adds; false: a transaction is open already. Nothing may be written before bg_db__release(). */
bool bg_db__hold(bg_record *record);
void bg_db__release(bg_record *record, bool held);
bool bg_db__script(bg_record *record, const char *sql);                     /* several statements without arguments */

const char *bg_db__text(bg_record *record, sqlite3_stmt *stmt, int column); /* NULL if NULL or out of memory; valid until the next step */
char *bg_db__copy(bg_record *record, bg_arena *arena, sqlite3_stmt *stmt, int column);
typedef BG_VEC(const char *) bg_texts;
void bg_db__texts(bg_record *record, bg_arena *arena, sqlite3_stmt *stmt, bg_texts *out); /* the first column of all rows */
bg_span bg_db__span(sqlite3_stmt *stmt, int column); /* two columns */
int64_t bg_db__int(bg_record *record, const char *sql); /* first column of the first row, 0 if there is none */

#endif
