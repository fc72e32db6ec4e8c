/* unpack: the stored bytes of a page. */
#include "query.h"

#include <libdeflate.h>

/* `size` bytes of room. */
static bool make_room(bg_record *record, size_t size, bg_buf *out) {
    static const char zeros[4096] = {0};
    bg_buf__init(out, BG_PAGE_MAX * 2);
    bg_buf__text(out, "");
    for (size_t done = 0; done < size; done += sizeof zeros) bg_buf__add(out, zeros, size - done < sizeof zeros ? size - done : sizeof zeros);
    return out->failed ? bg_db__nomem(record) : true;
}

/* Inflate columns [column] into `out`, which must come out as long as [column + 1] says. False: it does not, or memory is out. */
static bool inflate_into(bg_record *record, sqlite3_stmt *stmt, int column, bg_buf *out) {
    const void *packed = sqlite3_column_blob(stmt, column);
    size_t packed_size = (size_t)sqlite3_column_bytes(stmt, column), size = (size_t)sqlite3_column_int64(stmt, column + 1);
    bg_buf__init(out, 0);
    if (!packed && sqlite3_errcode(record->db) == SQLITE_NOMEM) return bg_db__nomem(record);
    if (!packed || size > BG_PAGE_MAX || !make_room(record, size, out)) return false;
    struct libdeflate_decompressor *unpacker = libdeflate_alloc_decompressor();
    if (!unpacker) return bg_db__nomem(record);
    bool whole = libdeflate_zlib_decompress(unpacker, packed, packed_size, out->bytes, size, NULL) == LIBDEFLATE_SUCCESS;
    libdeflate_free_decompressor(unpacker);
    return whole;
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
