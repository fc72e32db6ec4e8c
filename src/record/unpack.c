/* unpack: the stored bytes of a page. */
#include "query.h"

#include <zlib.h>

/* Inflate one column into `out`, which must come out `size` bytes long. */
static bool inflate_into(const void *packed, size_t packed_size, size_t size, bg_buf *out) {
    bg_buf__init(out, BG_PAGE_MAX * 2);
    if (size > BG_PAGE_MAX) return false;
    static const char zeros[4096] = {0};
    for (size_t done = 0; done < size; done += sizeof zeros) /* make room */
        bg_buf__add(out, zeros, size - done < sizeof zeros ? size - done : sizeof zeros);
    if (out->failed) return false;
    if (!size) bg_buf__text(out, "");
    uLongf got = (uLongf)size;
    char spare;
    Bytef *to = size ? (Bytef *)out->bytes : (Bytef *)&spare;
    return uncompress(to, &got, packed, (uLong)packed_size) == Z_OK && got == size;
}

bool bg_query__page_bytes(bg_record *record, const char *page, bg_buf *bytes, bg_buf *text, bool *damaged) {
    bg_buf__init(bytes, BG_PAGE_MAX);
    bg_buf__init(text, BG_PAGE_MAX);
    *damaged = false;
    sqlite3_stmt *stmt = bg_db__query(record, "SELECT bytes, size, text, text_size FROM pages WHERE id = ?", "t", page);
    bool found = bg_db__row(record, stmt);
    if (found) {
        *damaged = !inflate_into(sqlite3_column_blob(stmt, 0), (size_t)sqlite3_column_bytes(stmt, 0),
                                 (size_t)sqlite3_column_int64(stmt, 1), bytes);
        if (!*damaged && sqlite3_column_type(stmt, 2) != SQLITE_NULL)
            *damaged = !inflate_into(sqlite3_column_blob(stmt, 2), (size_t)sqlite3_column_bytes(stmt, 2),
                                     (size_t)sqlite3_column_int64(stmt, 3), text);
    }
    bg_db__done(stmt);
    if (found && !*damaged) return true;
    bg_buf__free(bytes);
    bg_buf__free(text);
    if (record->code == BG_OK)
        record->code = bg_error__set(record->err, BG_E_RECORD, BG_NO_BYTE, "record '%s': page %s is damaged", record->path, page);
    return false;
}
