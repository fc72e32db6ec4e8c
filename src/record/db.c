/* db: the thin layer over SQLite that every other file of the record uses. */
#include "db.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>

void bg_db__start(bg_record *record, bg_error *err) {
    record->code = BG_OK;
    record->err = err;
}

bg_code bg_db__code(const bg_record *record) { return record->code; }

static bg_code code_of(int status) {
    if (status == SQLITE_IOERR_NOMEM) return BG_E_NOMEM;
    switch (status & 0xff) {
    case SQLITE_NOMEM: return BG_E_NOMEM;
    case SQLITE_FULL: return BG_E_RECORD_FULL;
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return BG_E_RECORD_BUSY;
    case SQLITE_NOTADB: return BG_E_RECORD_TYPE;
    default: return BG_E_RECORD;
    }
}

/* What the system said when a file could not be opened, read or written, 0 if it did not. SQLite keeps it of the main file only. */
static int system_cause(const bg_record *record, int status) {
    int number = 0, last = errno;
    if ((status & 0xff) != SQLITE_IOERR && (status & 0xff) != SQLITE_CANTOPEN) return 0;
    if (record->db) sqlite3_file_control(record->db, "main", SQLITE_FCNTL_LAST_ERRNO, &number);
    return number ? number : last;
}

bool bg_db__fail(bg_record *record, int status) {
    if (record->code != BG_OK) return false;
    const char *why = record->db ? sqlite3_errmsg(record->db) : sqlite3_errstr(status);
    int cause = system_cause(record, status);
    bg_code code = cause == EFBIG || cause == ENOSPC || cause == EDQUOT ? BG_E_RECORD_FULL : code_of(status);
    record->code = bg_error__set(record->err, code, BG_NO_BYTE, "record '%s': %s%s%s%s", record->path, why, cause ? " (" : "",
                                 cause ? strerror(cause) : "", cause ? ")" : "");
    return false;
}

bool bg_db__nomem(bg_record *record) {
    if (record->code == BG_OK)
        record->code = bg_error__set(record->err, BG_E_NOMEM, BG_NO_BYTE, "record '%s': out of memory", record->path);
    return false;
}

/* The kept statement of this literal, prepared when it is first asked for. */
static sqlite3_stmt *prepared(bg_record *record, const char *sql) {
    size_t at = (size_t)(((uintptr_t)sql * 0x9E3779B97F4A7C15u) >> 40) % BG_DB_KEPT;
    for (; record->kept[at].sql; at = (at + 1) % BG_DB_KEPT)
        if (record->kept[at].sql == sql) return record->kept[at].stmt;
    assert(record->kept_count < BG_DB_KEPT / 2);
    sqlite3_stmt *stmt = NULL;
    int status = sqlite3_prepare_v3(record->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &stmt, NULL);
    if (status != SQLITE_OK) return bg_db__fail(record, status), NULL;
    record->kept[at].sql = sql;
    record->kept[at].stmt = stmt;
    record->kept_count++;
    return stmt;
}

static int bind_span(sqlite3_stmt *stmt, int column, bg_span span) {
    if (span.end == 0) return SQLITE_OK; /* both stay NULL */
    int status = sqlite3_bind_int64(stmt, column, span.start);
    return status ? status : sqlite3_bind_int64(stmt, column + 1, span.end);
}

/* A range of memory: never NULL, so that an empty text is not a NULL. */
static int bind_bytes(sqlite3_stmt *stmt, int column, const void *bytes, size_t size, bool text) {
    if (!bytes) return text ? SQLITE_OK : sqlite3_bind_zeroblob(stmt, column, 0);
    if (text) return sqlite3_bind_text64(stmt, column, bytes, size, SQLITE_STATIC, SQLITE_UTF8);
    return sqlite3_bind_blob64(stmt, column, bytes, size, SQLITE_STATIC);
}

static int bind_all(sqlite3_stmt *stmt, const char *form, va_list args) {
    int status = SQLITE_OK;
    for (int column = 1; *form && status == SQLITE_OK; form++, column++) {
        const void *bytes;
        switch (*form) {
        case 't': status = sqlite3_bind_text(stmt, column, va_arg(args, const char *), -1, SQLITE_STATIC); break;
        case 'i': status = sqlite3_bind_int64(stmt, column, va_arg(args, int64_t)); break;
        case 'n': status = sqlite3_bind_int64(stmt, column, (sqlite3_int64)va_arg(args, size_t)); break;
        case 's': status = bind_span(stmt, column++, va_arg(args, bg_span)); break;
        default:
            bytes = va_arg(args, const void *);
            status = bind_bytes(stmt, column, bytes, va_arg(args, size_t), *form == 'x');
        }
    }
    return status;
}

static sqlite3_stmt *query(bg_record *record, const char *sql, const char *form, va_list args) {
    if (record->code != BG_OK) return NULL;
    sqlite3_stmt *stmt = prepared(record, sql);
    if (!stmt) return NULL;
    sqlite3_reset(stmt); /* its status is that of the last step, which was looked at then */
    int status = sqlite3_clear_bindings(stmt);
    if (status == SQLITE_OK) status = bind_all(stmt, form, args);
    if (status != SQLITE_OK) return bg_db__fail(record, status), NULL;
    return stmt;
}

sqlite3_stmt *bg_db__query(bg_record *record, const char *sql, const char *form, ...) {
    va_list args;
    va_start(args, form);
    sqlite3_stmt *stmt = query(record, sql, form, args);
    va_end(args);
    return stmt;
}

bool bg_db__row(bg_record *record, sqlite3_stmt *stmt) {
    if (!stmt || record->code != BG_OK) return false;
    errno = 0;
    int status = sqlite3_step(stmt);
    if (status == SQLITE_ROW) return true;
    if (status != SQLITE_DONE) bg_db__fail(record, status);
    sqlite3_reset(stmt);
    return false;
}

bool bg_db__any(bg_record *record, sqlite3_stmt *stmt) {
    bool found = bg_db__row(record, stmt);
    bg_db__done(stmt);
    return found;
}

void bg_db__done(sqlite3_stmt *stmt) {
    if (stmt) sqlite3_reset(stmt);
}

bool bg_db__run(bg_record *record, const char *sql, const char *form, ...) {
    va_list args;
    va_start(args, form);
    sqlite3_stmt *stmt = query(record, sql, form, args);
    va_end(args);
    while (bg_db__row(record, stmt)) {}
    return record->code == BG_OK;
}

static void run_numbers(bg_record *record, const char *sql, const int64_t *values, size_t count) {
    sqlite3_stmt *stmt = record->code == BG_OK ? prepared(record, sql) : NULL;
    int status = SQLITE_OK;
    if (!stmt) return;
    sqlite3_reset(stmt);
    for (size_t i = 0; i < count && status == SQLITE_OK; i++) status = sqlite3_bind_int64(stmt, (int)i + 1, values[i]);
    if (status != SQLITE_OK) bg_db__fail(record, status);
    while (bg_db__row(record, stmt)) {}
}

void bg_db__numbers(bg_record *record, const char *many, const char *one, size_t columns, const int64_t *values, size_t rows) {
    for (; rows >= BG_ROWS_EACH; rows -= BG_ROWS_EACH, values += columns * BG_ROWS_EACH) run_numbers(record, many, values, columns * BG_ROWS_EACH);
    for (; rows; rows--, values += columns) run_numbers(record, one, values, columns);
}

void bg_db__undo(bg_record *record) {
    /* A failure may have ended the transaction already (disk full); then there is nothing to roll back. */
    if (record->code != BG_OK && !sqlite3_get_autocommit(record->db)) sqlite3_exec(record->db, "ROLLBACK", NULL, NULL, NULL);
}

bool bg_db__hold(bg_record *record) {
    if (!sqlite3_get_autocommit(record->db)) return false;
    bg_db__run(record, "BEGIN", "");
    return true; /* even where it failed: it may have begun before the memory ran out */
}

void bg_db__release(bg_record *record, bool held) {
    for (int turn = 0; held && turn < 2 && !sqlite3_get_autocommit(record->db); turn++) sqlite3_exec(record->db, "ROLLBACK", NULL, NULL, NULL); /* again, where there was no memory for it */
}

bool bg_db__script(bg_record *record, const char *sql) {
    if (record->code != BG_OK) return false;
    errno = 0;
    int status = sqlite3_exec(record->db, sql, NULL, NULL, NULL);
    return status == SQLITE_OK || bg_db__fail(record, status);
}

const char *bg_db__text(bg_record *record, sqlite3_stmt *stmt, int column) {
    const char *text = (const char *)sqlite3_column_text(stmt, column);
    if (!text && sqlite3_errcode(record->db) == SQLITE_NOMEM) bg_db__nomem(record);
    return text;
}

char *bg_db__copy(bg_record *record, bg_arena *arena, sqlite3_stmt *stmt, int column) {
    const char *text = bg_db__text(record, stmt, column);
    if (!text) return NULL;
    char *copy = bg_arena__text(arena, text, (size_t)sqlite3_column_bytes(stmt, column));
    if (!copy) bg_db__nomem(record);
    return copy;
}

void bg_db__texts(bg_record *record, bg_arena *arena, sqlite3_stmt *stmt, bg_texts *out) {
    while (bg_db__row(record, stmt)) {
        const char **item = BG_PUSH(arena, out);
        if (item) *item = bg_db__copy(record, arena, stmt, 0);
        else bg_db__nomem(record);
        if (item && record->code != BG_OK) out->count--; /* nobody is to read what could not be copied */
    }
}

bg_span bg_db__span(sqlite3_stmt *stmt, int column) {
    return (bg_span){(uint32_t)sqlite3_column_int64(stmt, column), (uint32_t)sqlite3_column_int64(stmt, column + 1)};
}

int64_t bg_db__int(bg_record *record, const char *sql) {
    sqlite3_stmt *stmt = bg_db__query(record, sql, "");
    int64_t number = bg_db__row(record, stmt) ? sqlite3_column_int64(stmt, 0) : 0;
    bg_db__done(stmt);
    return number;
}
