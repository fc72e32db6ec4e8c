/* unpack: the stored bytes of a page. */
#include "query.h"

#include <zlib.h>

/* Inflate columns [column] into `out`, which must come out as long as [column + 1] says. False: it does not, or memory is out. */
static bool inflate_into(bg_record *record, sqlite3_stmt *stmt, int column, bg_buf *out) {
    const void *packed = sqlite3_column_blob(stmt, column);
    uLong packed_size = (uLong)sqlite3_column_bytes(stmt, column);
    size_t size = (size_t)sqlite3_column_int64(stmt, column + 1);
    bg_buf__init(out, BG_PAGE_MAX * 2);
    if (!packed && sqlite3_errcode(record->db) == SQLITE_NOMEM) return bg_db__nomem(record);
    if (size > BG_PAGE_MAX) return false;
    static const char zeros[4096] = {0};
    for (size_t done = 0; done < size; done += sizeof zeros) /* make room */
        bg_buf__add(out, zeros, size - done < sizeof zeros ? size - done : sizeof zeros);
    if (out->failed) return bg_db__nomem(record);
    if (!size) bg_buf__text(out, "");
    uLongf got = (uLongf)size;
    char spare;
    Bytef *to = size ? (Bytef *)out->bytes : (Bytef *)&spare;
    int status = uncompress(to, &got, packed, packed_size);
    if (status == Z_MEM_ERROR) return bg_db__nomem(record);
    return status == Z_OK && got == size;
}

bool bg_query__page_bytes(bg_record *record, const char *page, bg_buf *bytes, bg_buf *text, bool *damaged) {
    bg_buf__init(bytes, BG_PAGE_MAX);
    bg_buf__init(text, BG_PAGE_MAX);
    *damaged = false;
    sqlite3_stmt *stmt = bg_db__query(record, "SELECT bytes, size, text, text_size FROM pages WHERE id = ?", "t", page);
    bool found = bg_db__row(record, stmt);
    if (found) {
        found = inflate_into(record, stmt, 0, bytes) &&
                (sqlite3_column_type(stmt, 2) == SQLITE_NULL || inflate_into(record, stmt, 2, text));
    }
    bg_db__done(stmt);
    if (found) return true;
    bg_buf__free(bytes);
    bg_buf__free(text);
    *damaged = record->code == BG_OK;
    if (*damaged)
        record->code = bg_error__set(record->err, BG_E_RECORD, BG_NO_BYTE, "record '%s': page %s is damaged", record->path, page);
    return false;
}
