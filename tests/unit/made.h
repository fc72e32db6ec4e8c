/* made: small archives of pages in our own words, made in memory for the tests. */
#ifndef MADE_H
#define MADE_H

#include "base/base.h"

#include <archive.h>
#include <archive_entry.h>
#include <stdlib.h>
#include <zlib.h>
#include <zstd.h>

#define MADE_MAX ((size_t)1 << 26)

static inline void make_gzip(bg_buf *out, const char *bytes, size_t size) {
    z_stream z = {.next_in = (Bytef *)(uintptr_t)bytes, .avail_in = (uInt)size};
    char part[4096];
    int status;
    if (deflateInit2(&z, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) != Z_OK) abort();
    do {
        z.next_out = (Bytef *)part, z.avail_out = sizeof part;
        status = deflate(&z, Z_FINISH);
        bg_buf__add(out, part, sizeof part - z.avail_out);
    } while (status == Z_OK);
    deflateEnd(&z);
}

static inline void make_zstd(bg_buf *out, const char *bytes, size_t size) {
    size_t room = ZSTD_compressBound(size);
    char *to = malloc(room);
    if (!to) abort();
    bg_buf__add(out, to, ZSTD_compress(to, room, bytes, size, 3));
    free(to);
}

/* Brotli without packing: one stored block of at most 65536 bytes, then the last, empty one. */
static inline void make_brotli(bg_buf *out, const char *bytes, size_t size) {
    uint32_t head = (uint32_t)(size - 1) << 4 | 1u << 20;
    for (int i = 0; i < 3; i++) bg_buf__char(out, (char)(head >> 8 * i & 255));
    bg_buf__add(out, bytes, size);
    bg_buf__char(out, 3);
}

/* A record of a WARC. `length`: what it says of its size; BG_NO_BYTE: the truth. Lines end with CR LF. */
static inline void make_record(bg_buf *out, const char *type, const char *url, const char *content_type, const char *body, size_t size, size_t length) {
    bg_buf__print(out, "WARC/1.0\r\nWARC-Type: %s\r\nWARC-Date: 2024-05-08T02:30:00Z\r\nWARC-Record-ID: <urn:uuid:1>\r\n", type);
    if (url) bg_buf__print(out, "WARC-Target-URI: %s\r\n", url);
    if (content_type) bg_buf__print(out, "Content-Type: %s\r\n", content_type);
    bg_buf__print(out, "Content-Length: %zu\r\n\r\n", length == BG_NO_BYTE ? size : length);
    bg_buf__add(out, body, size);
    bg_buf__text(out, "\r\n\r\n");
}

/* A response with header lines (each with its end) and a body. */
static inline void make_response(bg_buf *out, const char *url, const char *status, const char *lines, const char *body, size_t size) {
    bg_buf http;
    bg_buf__init(&http, MADE_MAX);
    bg_buf__print(&http, "HTTP/1.1 %s\r\n%s\r\n", status, lines);
    bg_buf__add(&http, body, size);
    make_record(out, "response", url, "application/http; msgtype=response", http.bytes, http.size, BG_NO_BYTE);
    bg_buf__free(&http);
}

/* Chunks of `part` bytes. */
static inline void make_chunks(bg_buf *out, const char *body, size_t size, size_t part) {
    for (size_t at = 0; at < size; at += part) {
        size_t length = size - at < part ? size - at : part;
        bg_buf__print(out, "%zx;n=1\r\n", length);
        bg_buf__add(out, body + at, length);
        bg_buf__text(out, "\r\n");
    }
    bg_buf__text(out, "0\r\n\r\n");
}

typedef struct zip_maker {
    struct archive *archive;
    size_t room, size;
    char *bytes;
} zip_maker;

static inline void zip_start(zip_maker *zip, bool packed) {
    *zip = (zip_maker){.room = MADE_MAX, .bytes = malloc(MADE_MAX), .archive = archive_write_new()};
    if (!zip->bytes || !zip->archive) abort();
    archive_write_set_format_zip(zip->archive);
    archive_write_set_options(zip->archive, packed ? "zip:compression=deflate" : "zip:compression=store");
    archive_write_set_bytes_per_block(zip->archive, 0);
    if (archive_write_open_memory(zip->archive, zip->bytes, zip->room, &zip->size)) abort();
}

static inline void zip_add(zip_maker *zip, const char *name, const char *bytes, size_t size) {
    struct archive_entry *entry = archive_entry_new();
    archive_entry_set_pathname_utf8(entry, name);
    archive_entry_set_size(entry, (la_int64_t)size);
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    if (archive_write_header(zip->archive, entry) < ARCHIVE_WARN || archive_write_data(zip->archive, bytes, size) < 0) abort();
    archive_entry_free(entry);
}

/* Everything written; the bytes are to be freed. */
static inline void zip_end(zip_maker *zip) { archive_write_free(zip->archive); }

#endif
