/* exporter: see exporter.h. */
#include "exporter.h"
#include "../base/calendar.h"

void bg_exporter__flush(bg_exporter *x, size_t least) {
    if (x->out.size < least || !x->out.size || x->refused) return;
    if (!x->ask->write(x->ask->context, x->out.bytes, x->out.size)) x->refused = true;
    bg_buf__clear(&x->out);
}

bool bg_exporter__day(bg_exporter *x, char out[11]) {
    int64_t day;
    snprintf(out, 11, "%s", x->ask->as_of ? x->ask->as_of : "1970-01-01");
    if (x->ask->as_of) {
        if (strlen(x->ask->as_of) == 10 && bg_calendar__day(x->ask->as_of, &day)) return true;
        x->record->code = bg_error__set(x->record->err, BG_E_USAGE, BG_NO_BYTE, "a day is YYYY-MM-DD: '%.40s'", x->ask->as_of);
        return false;
    }
    sqlite3_stmt *stmt = bg_db__query(x->record, "SELECT max(last_day) FROM contacts WHERE status IS NOT 'planned'", "");
    if (bg_db__row(x->record, stmt) && sqlite3_column_type(stmt, 0) != SQLITE_NULL) snprintf(out, 11, "%s", bg_db__text(x->record, stmt, 0));
    bg_db__done(stmt);
    return true;
}

void bg_exporter__joined(const bg_row_variant *list, size_t count, const char *but, bg_buf *out) {
    for (size_t i = 0; i < count; i++)
        if (!bg_string__is(list[i].text, but)) bg_buf__print(out, "%s%s", out->size ? "; " : "", list[i].text);
}

/* Every row with a number from `first` to `end`. */
static void scan(bg_exporter *x, const char *sql, int number, bg_export_row_fn *row, const void *what, int64_t first, int64_t end) {
    int64_t step = 1;
    for (bool damaged = true; damaged && first <= end && step < INT64_MAX / 4;) {
        sqlite3_stmt *stmt = bg_db__query(x->record, sql, strstr(sql, "?3") ? "iii" : "ii", first, end, x->as_of);
        while (!x->refused && bg_db__row(x->record, stmt)) {
            first = sqlite3_column_int64(stmt, number) + 1;
            step = 1;
            row(x, what, stmt);
            bg_exporter__flush(x, BG_EXPORT_CHUNK);
        }
        bg_db__done(stmt);
        bg_code code = bg_db__code(x->record);
        damaged = code == BG_E_RECORD || code == BG_E_RECORD_TYPE;
        if (!damaged) return;
        x->done.lost++;
        bg_db__start(x->record, x->record->err);
        first += step - 1;
        step *= 2;
    }
}

void bg_exporter__rows(bg_exporter *x, const char *sql, int number, bg_export_row_fn *row, const void *what) { scan(x, sql, number, row, what, 1, INT64_MAX - 1); }

#define KEYS_ROOM ((size_t)1 << 32)

/* All keys, before the first row: whether all of them can be read is known no earlier, and sorting them costs as much as the rows. */
static bool read_keys(bg_exporter *x, const char *keys, bg_buf *out) {
    sqlite3_stmt *stmt = bg_db__query(x->record, keys, "");
    while (!out->failed && bg_db__row(x->record, stmt)) {
        int64_t key = sqlite3_column_int64(stmt, 0);
        bg_buf__add(out, (const char *)&key, sizeof key);
    }
    bg_db__done(stmt);
    if (out->failed) bg_db__nomem(x->record);
    bg_code code = bg_db__code(x->record);
    if (code == BG_E_RECORD || code == BG_E_RECORD_TYPE) bg_db__start(x->record, x->record->err);
    return code == BG_OK;
}

void bg_exporter__ordered(bg_exporter *x, const char *keys, const char *sql, int number, bg_export_row_fn *row, const void *what) {
    bg_buf list;
    bg_buf__init(&list, KEYS_ROOM);
    bool sound = read_keys(x, keys, &list);
    for (size_t at = 0; sound && at < list.size && !x->refused && bg_db__code(x->record) == BG_OK; at += sizeof(int64_t)) {
        int64_t key;
        memcpy(&key, list.bytes + at, sizeof key);
        scan(x, sql, number, row, what, key, key);
    }
    bg_buf__free(&list);
    if (!sound) bg_exporter__rows(x, sql, number, row, what);
}

const char *bg_exporter__sound(bg_exporter *x, const char *text, size_t size) {
    if (!text || bg_utf8__invalid(text, size) == size) return text;
    x->done.lost++;
    return NULL;
}

const char *bg_exporter__text(bg_exporter *x, sqlite3_stmt *stmt, int column) {
    const char *text = bg_db__text(x->record, stmt, column);
    return text ? bg_exporter__sound(x, text, (size_t)sqlite3_column_bytes(stmt, column)) : NULL;
}
