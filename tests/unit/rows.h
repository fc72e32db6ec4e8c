/* rows: what queries of a record give, for tests that compare whole records. */
#ifndef ROWS_H
#define ROWS_H

#include "record/db.h"

#include <stdlib.h>
#include <unistd.h>

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

/* What a query gives in the first column of its first row: a number, -1 if there is none; a text, "" if there is none. */
static inline int64_t row_count(bg_record *record, const char *sql) {
    sqlite3_stmt *stmt = NULL;
    int64_t number = -1;
    if (sqlite3_prepare_v2(record->db, sql, -1, &stmt, NULL) == SQLITE_OK && sqlite3_step(stmt) == SQLITE_ROW) number = sqlite3_column_int64(stmt, 0);
    sqlite3_finalize(stmt);
    return number;
}

static inline const char *row_text(bg_record *record, const char *sql, char *out, size_t size) {
    sqlite3_stmt *stmt = NULL;
    *out = 0;
    if (sqlite3_prepare_v2(record->db, sql, -1, &stmt, NULL) == SQLITE_OK && sqlite3_step(stmt) == SQLITE_ROW && sqlite3_column_text(stmt, 0))
        snprintf(out, size, "%s", (const char *)sqlite3_column_text(stmt, 0));
    sqlite3_finalize(stmt);
    return out;
}

/* Which columns of a table say the same whatever the order of adding; NULL: none of them. Rows are numbered as they come where they have no other key. */
static inline const char *rows_columns(bg_record *record, const char *table, char out[1024]) {
    sqlite3_stmt *stmt = NULL;
    size_t size = 0;
    if (strncmp(table, "search_", 7) == 0 || strncmp(table, "sqlite_", 7) == 0 || strcmp(table, "passages") == 0) return NULL;
    sqlite3_prepare_v2(record->db, "SELECT name FROM pragma_table_info(?)", -1, &stmt, NULL);
    sqlite3_bind_text(stmt, 1, table, -1, SQLITE_STATIC);
    while (sqlite3_step(stmt) == SQLITE_ROW) {
        const char *name = (const char *)sqlite3_column_text(stmt, 0);
        bool numbered = strcmp(table, "pages") == 0 || strncmp(table, "page_", 5) == 0;
        if (strcmp(name, "row") == 0 || (strcmp(name, "n") == 0 && numbered)) continue;
        if (size < 900) size += (size_t)snprintf(out + size, 1024 - size, "%squote(%s)", size ? " || '|' || " : "", name);
    }
    sqlite3_finalize(stmt);
    return out;
}

/* Every table of the record, its rows in order. The caller frees it. */
static inline char *whole_record(bg_record *record) {
    static const char index[] = "SELECT 'print_index ' || p.page || '|' || i.number || '|' || i.shingles FROM print_index i JOIN page_prints p ON p.n = i.n ORDER BY 1";
    bg_buf out;
    sqlite3_stmt *tables = NULL;
    bg_buf__init(&out, ROWS_MAX);
    sqlite3_prepare_v2(record->db, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name", -1, &tables, NULL);
    while (sqlite3_step(tables) == SQLITE_ROW) {
        const char *table = (const char *)sqlite3_column_text(tables, 0);
        char columns[1024], sql[1300];
        if (!rows_columns(record, table, columns)) continue;
        snprintf(sql, sizeof sql, "SELECT '%s ' || %s FROM %s ORDER BY 1", table, columns, table);
        const char *const queries[] = {strcmp(table, "print_index") == 0 ? index : sql};
        char *rows = rows_of(record, queries, 1);
        bg_buf__text(&out, rows ? rows : "");
        free(rows);
    }
    sqlite3_finalize(tables);
    return out.bytes;
}

/* Rows in which something is kept that counting gives otherwise: pages and witnesses of contacts and threads, contacts beside their sides. */
static inline int64_t rows_wrong(bg_record *record) {
    return row_count(record,
        "SELECT (SELECT count(*) FROM contacts c WHERE (pages, witnesses) IS NOT (SELECT count(DISTINCT m.page), count(DISTINCT coalesce(r.witness, m.page)) FROM contact_events m"
        " LEFT JOIN reprints r ON r.page = m.page WHERE m.contact = c.id))"
        " + (SELECT count(*) FROM standings s WHERE (pages, witnesses) IS NOT (SELECT count(DISTINCT i.page), count(DISTINCT coalesce(r.witness, i.page)) FROM members m JOIN items i ON i.number = m.item"
        " LEFT JOIN reprints r ON r.page = i.page WHERE m.thread = s.thread))"
        " + (SELECT count(*) FROM (SELECT s.side, coalesce(c.last_day, ''), c.id, c.first_day, c.main, c.type, c.status, c.start_date, c.end_date, c.place, c.sides, c.pages, c.witnesses, c.people"
        " FROM contacts c JOIN contact_sides s ON s.contact = c.id EXCEPT SELECT side, last_day, id, first_day, main, type, status, start_date, end_date, place, sides, pages, witnesses, people FROM side_contacts))"
        " + abs((SELECT count(*) FROM contact_sides) - (SELECT count(*) FROM side_contacts))");
}

/* Delete a record's files. */
static inline void drop_record(const char *path) {
    static const char *const tails[] = {"", "-wal", "-shm"};
    char name[400];
    for (size_t i = 0; i < BG_COUNT(tails); i++) {
        snprintf(name, sizeof name, "%s%s", path, tails[i]);
        unlink(name);
    }
}

/* A new one in their place; NULL: it cannot be made. */
static inline bg_record *fresh_record(const char *path) {
    bg_record *record = NULL;
    drop_record(path);
    return bg_record_open(path, BG_RECORD_WRITE, &record, NULL) == BG_OK ? record : NULL;
}

#endif
