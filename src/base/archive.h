/*
 * archive: libarchive, which is loaded when the first zip is to be read or written: with libxml2, ICU and the C++ library, which it brings along,
 * it would be three and a half megabytes of every process, and most pages stand in no zip.
 */
#ifndef BG_ARCHIVE_H
#define BG_ARCHIVE_H

#include "base.h"

#include <archive.h>
#include <archive_entry.h>

/* What is asked of it: a pointer for each function, named as that is without "archive_". */
#define BG_ARCHIVE_CALLS(X) \
    X(read_new) X(read_free) X(read_support_format_zip) X(read_set_callback_data) X(read_set_read_callback) X(read_set_seek_callback) X(read_open1) \
    X(read_next_header) X(read_data) X(read_header_position) X(filter_bytes) X(error_string) X(set_error) X(entry_pathname) X(entry_pathname_utf8) X(entry_filetype) \
    X(write_new) X(write_free) X(write_set_format_zip) X(write_set_bytes_in_last_block) X(write_open) X(write_header) X(write_data) X(write_close) \
    X(entry_new) X(entry_free) X(entry_set_pathname) X(entry_set_size) X(entry_set_filetype) X(entry_set_perm)

typedef struct bg_archive {
#define X(name) __typeof__(archive_##name) *(name);
    BG_ARCHIVE_CALLS(X)
#undef X
} bg_archive;

/* Load it, once a process, which keeps it. Errors: BG_E_OPEN: it is not installed; the message says so. */
bg_code bg_archive__load(bg_archive *out, bg_error *err);

#endif
