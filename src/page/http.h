/* http: an HTTP response as an archive keeps it → status, type, body as the page was. */
#ifndef BG_HTTP_H
#define BG_HTTP_H

#include "../base/base.h"

typedef struct bg_http {
    int status;        /* 200 where there is no header: some archives keep bare pages */
    const char *type;  /* Content-Type, NULL: not said */
    const char *body;  /* in `bytes` or in one of the buffers */
    size_t size;
} bg_http;

/*
 * Take a response apart. What the header says of the body and the body does not bear out (no chunks, not packed) has been undone by whoever
 * archived it, and is passed over.
 *   cut   the archive itself says that the response is not whole: what there is, is taken
 *   plain, spare  hold the body once it is unpacked; born with their maximum
 * Errors: BG_E_DAMAGED, BG_E_TOOBIG, BG_E_NOMEM; `err` has the message, its byte is within `bytes`.
 */
bg_code bg_http__read(bg_arena *arena, const char *bytes, size_t size, bool cut, bg_buf *plain, bg_buf *spare, bg_http *out, bg_error *err);

/* Undo one content coding: "gzip", "deflate", "br", "zstd"; others are taken as they are. */
bg_code bg_http__unpack(const char *coding, const char *bytes, size_t size, bool cut, bg_buf *out, bg_error *err);

#endif
