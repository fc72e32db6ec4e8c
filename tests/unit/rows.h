/* rows: what queries of a record give, for tests that compare whole records. */
#ifndef ROWS_H
#define ROWS_H

#include "record/db.h"

#define ROWS_MAX ((size_t)1 << 26)

/* The first column of every row of the queries, a line each. The caller frees it. */
static inline char *rows_of(bg_record *record, const char *const queries[], size_t count) {
    bg_buf out;
    bg_buf__init(&out, ROWS_MAX);
    for (size_t i = 0; i < count; i++) {
        sqlite3_stmt *stmt = NULL;
        sqlite3_prepare_v2(record->db, queries[i], -1, &stmt, NULL);
        while (sqlite3_step(stmt) == SQLITE_ROW) bg_buf__print(&out, "%s\n", (const char *)sqlite3_column_text(stmt, 0));
        sqlite3_finalize(stmt);
    }
    return out.bytes;
}

#endif
