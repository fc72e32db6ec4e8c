/* http: header, chunks, content codings. */
#include "http.h"
#include "mime.h"

#include <brotli/decode.h>
#include <stdlib.h>
#include <strings.h>
#include <zlib.h>
#include <zstd.h>

#define CODINGS_MAX 3 /* one within the other */
#define PART ((size_t)64 << 10)

/* ------------------------------------------------------------------ content codings */

static bg_code too_big(const bg_buf *out, bg_error *err) {
    return bg_error__set(err, BG_E_TOOBIG, BG_NO_BYTE, "the body unpacks to more than %zu bytes", out->max);
}

/* Append a part; what is too much is not the same as no memory. */
static bg_code append(bg_buf *out, const char *part, size_t size, bg_error *err) {
    if (size > out->max - out->size) return too_big(out, err);
    bg_buf__add(out, part, size);
    return out->failed ? bg_error__set(err, BG_E_NOMEM, BG_NO_BYTE, "out of memory") : BG_OK;
}

static bg_code not_whole(bool cut, const char *coding, size_t byte, bg_error *err) {
    return cut ? BG_OK : bg_error__set(err, BG_E_DAMAGED, byte, "the body is damaged or cut short (%s)", coding);
}

/* Does the body begin as the coding says it would? Of br and raw deflate nothing can be said. */
static bool begins_so(const char *coding, const char *bytes, size_t size) {
    if (strcasecmp(coding, "gzip") == 0 || strcasecmp(coding, "x-gzip") == 0) return size >= 3 && memcmp(bytes, "\x1F\x8B\x08", 3) == 0;
    if (strcasecmp(coding, "zstd") == 0) return size >= 4 && memcmp(bytes, "\x28\xB5\x2F\xFD", 4) == 0;
    return size > 0;
}

/* zlib: `bits` says what is expected, a gzip or zlib header (15 + 32) or none (-15). *damaged: it is not that at all. */
static bg_code inflate_all(const char *bytes, size_t size, int bits, bool cut, bool *damaged, bg_buf *out, bg_error *err) {
    char part[PART];
    z_stream z = {.next_in = (Bytef *)(uintptr_t)bytes, .avail_in = (uInt)size};
    if (inflateInit2(&z, bits) != Z_OK) return bg_error__set(err, BG_E_NOMEM, BG_NO_BYTE, "out of memory");
    int status;
    bg_code code = BG_OK;
    do {
        z.next_out = (Bytef *)part, z.avail_out = sizeof part;
        status = inflate(&z, Z_NO_FLUSH);
        code = append(out, part, sizeof part - z.avail_out, err);
        if (status == Z_STREAM_END && bits > 0 && begins_so("gzip", (const char *)z.next_in, z.avail_in)) status = inflateReset(&z); /* another member */
    } while (!code && status == Z_OK && (z.avail_in || !z.avail_out));
    *damaged = status == Z_DATA_ERROR && !out->size;
    if (!code && status != Z_STREAM_END) code = not_whole(cut, "deflate", (size_t)z.total_in, err);
    inflateEnd(&z);
    return code;
}

static bg_code unpack_deflate(const char *bytes, size_t size, bool cut, bg_buf *out, bg_error *err) {
    bool damaged;
    bg_code code = inflate_all(bytes, size, 15 + 32, cut, &damaged, out, err);
    return damaged ? inflate_all(bytes, size, -15, cut, &damaged, out, err) : code; /* some servers leave the header out */
}

static bg_code unpack_brotli(const char *bytes, size_t size, bool cut, bg_buf *out, bg_error *err) {
    char part[PART];
    BrotliDecoderState *state = BrotliDecoderCreateInstance(NULL, NULL, NULL);
    if (!state) return bg_error__set(err, BG_E_NOMEM, BG_NO_BYTE, "out of memory");
    const uint8_t *next = (const uint8_t *)bytes;
    size_t left = size;
    BrotliDecoderResult status;
    bg_code code;
    do {
        uint8_t *to = (uint8_t *)part;
        size_t room = sizeof part;
        status = BrotliDecoderDecompressStream(state, &left, &next, &room, &to, NULL);
        code = append(out, part, sizeof part - room, err);
    } while (!code && status == BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT);
    if (!code && status != BROTLI_DECODER_RESULT_SUCCESS) code = not_whole(cut, "br", size - left, err);
    BrotliDecoderDestroyInstance(state);
    return code;
}

static bg_code unpack_zstd(const char *bytes, size_t size, bool cut, bg_buf *out, bg_error *err) {
    char part[PART];
    ZSTD_DStream *state = ZSTD_createDStream();
    if (!state) return bg_error__set(err, BG_E_NOMEM, BG_NO_BYTE, "out of memory");
    ZSTD_inBuffer in = {bytes, size, 0};
    size_t status, made;
    bg_code code;
    do {
        ZSTD_outBuffer to = {part, sizeof part, 0};
        status = ZSTD_decompressStream(state, &to, &in);
        made = ZSTD_isError(status) ? 0 : to.pos;
        code = append(out, part, made, err);
    } while (!code && !ZSTD_isError(status) && status && (in.pos < in.size || made == sizeof part));
    if (!code && status) code = not_whole(cut, "zstd", in.pos, err);
    ZSTD_freeDStream(state);
    return code;
}

/* A page that begins as one is not packed, whatever its header says: no packed bytes begin so. */
static bool is_plain(const char *bytes, size_t size) {
    size_t at = 0;
    while (at < size && at < 64 && strchr(" \t\r\n", bytes[at]) && bytes[at]) at++;
    return size - at >= 2 && bytes[at] == '<' && (bytes[at + 1] == '!' || bytes[at + 1] == '?' || (bytes[at + 1] | 32) == 'h');
}

bg_code bg_http__unpack(const char *coding, const char *bytes, size_t size, bool cut, bg_buf *out, bg_error *err) {
    bg_buf__clear(out);
    if (begins_so(coding, bytes, size) && !is_plain(bytes, size)) {
        if (strcasecmp(coding, "gzip") == 0 || strcasecmp(coding, "x-gzip") == 0 || strcasecmp(coding, "deflate") == 0)
            return unpack_deflate(bytes, size, cut, out, err);
        if (strcasecmp(coding, "br") == 0) return unpack_brotli(bytes, size, cut, out, err);
        if (strcasecmp(coding, "zstd") == 0) return unpack_zstd(bytes, size, cut, out, err);
    }
    return append(out, bytes, size, err);
}

/* ------------------------------------------------------------------ chunks */

/* The size that a chunk's line tells: hex digits, perhaps blanks, an extension, the line's end. *next is behind the line. */
static bool chunk_line(const char *bytes, size_t size, size_t at, size_t *length, size_t *next) {
    size_t digits = 0;
    for (*length = 0; at + digits < size && digits < 9; digits++) {
        int value = bg_mime__hex(bytes[at + digits]);
        if (value < 0) break;
        *length = *length * 16 + (size_t)value;
    }
    const char *feed = digits ? memchr(bytes + at, '\n', size - at < 1024 ? size - at : 1024) : NULL;
    if (!feed || digits == 9) return false;
    size_t end = at + digits;
    while (bytes[end] == ' ') end++;
    *next = (size_t)(feed - bytes) + 1;
    return bytes[end] == ';' || bytes[end] == '\r' || bytes[end] == '\n';
}

/* Join chunks. *is: there were any; a body that begins with none has been joined before. */
static bg_code join_chunks(const char *bytes, size_t size, bool cut, bool *is, bg_buf *out, bg_error *err) {
    size_t at = 0, length, next;
    bg_buf__clear(out);
    *is = chunk_line(bytes, size, 0, &length, &next);
    while (*is && at < size) {
        if (!chunk_line(bytes, size, at, &length, &next)) return not_whole(cut, "chunk", at, err);
        if (!length) return BG_OK;
        if (length > size - next) {
            bg_code code = append(out, bytes + next, size - next, err);
            return code ? code : not_whole(cut, "chunk", at, err);
        }
        bg_code code = append(out, bytes + next, length, err);
        if (code) return code;
        at = next + length;
        if (at < size && bytes[at] == '\r') at++;
        if (at < size && bytes[at] == '\n') at++;
    }
    return BG_OK;
}

/* ------------------------------------------------------------------ responses */

/* Undo one coding. The body moves from one buffer to the other. */
static bg_code undo(const char *coding, bool cut, bg_buf *plain, bg_buf *spare, bg_http *http, bg_error *err) {
    bg_buf *to = http->body == plain->bytes ? spare : plain;
    bg_code code = bg_http__unpack(coding, http->body, http->size, cut, to, err);
    if (!code) http->body = to->bytes ? to->bytes : "", http->size = to->size;
    return code;
}

/* Undo the codings of a list, the last one first. */
static bg_code undo_codings(bg_arena *arena, const char *codings, bool cut, bg_buf *plain, bg_buf *spare, bg_http *http, bg_error *err) {
    char *list = codings ? bg_arena__text(arena, codings, strlen(codings)) : NULL;
    for (int i = 0; list && i < CODINGS_MAX && *list; i++) {
        char *comma = strrchr(list, ','), *coding = comma ? comma + 1 : list;
        while (*coding == ' ') coding++;
        coding[strcspn(coding, " \t;")] = 0;
        if (*coding && strcasecmp(coding, "identity") != 0 && strcasecmp(coding, "chunked") != 0) {
            bg_code code = undo(coding, cut, plain, spare, http, err);
            if (code) return code;
        }
        if (!comma) break;
        *comma = 0;
    }
    return BG_OK;
}

static bg_code read_body(bg_arena *arena, const char *head, size_t head_size, bool cut, bg_buf *plain, bg_buf *spare, bg_http *http, bg_error *err) {
    const char *transfer = bg_mime__list(arena, head, head_size, "Transfer-Encoding");
    bg_code code = BG_OK;
    if (transfer && strcasestr(transfer, "chunked")) {
        bool chunked;
        code = join_chunks(http->body, http->size, cut, &chunked, plain, err);
        if (!code && chunked) http->body = plain->bytes ? plain->bytes : "", http->size = plain->size;
    }
    if (!code) code = undo_codings(arena, transfer, cut, plain, spare, http, err);
    if (!code) code = undo_codings(arena, bg_mime__list(arena, head, head_size, "Content-Encoding"), cut, plain, spare, http, err);
    bool unsaid = !code && bg_mime__is_page(http->type) && http->size && begins_so("gzip", http->body, http->size); /* no page begins so */
    return unsaid ? undo("gzip", cut, plain, spare, http, err) : code;
}

bg_code bg_http__read(bg_arena *arena, const char *bytes, size_t size, bool cut, bg_buf *plain, bg_buf *spare, bg_http *out, bg_error *err) {
    *out = (bg_http){.status = 200, .body = bytes, .size = size};
    if (size < 9 || memcmp(bytes, "HTTP/", 5) != 0) return BG_OK;
    size_t head = bg_mime__head(bytes, size);
    if (!head) return bg_error__set(err, BG_E_DAMAGED, 0, "the HTTP header has no end");
    const char *blank = memchr(bytes, ' ', head);
    out->status = blank ? (int)strtol(blank, NULL, 10) : 0;
    out->type = bg_mime__field(arena, bytes, head, "Content-Type");
    out->body = bytes + head;
    out->size = size - head;
    bg_error within = {.byte = BG_NO_BYTE};
    bg_code code = read_body(arena, bytes, head, cut, plain, spare, out, &within);
    if (code) bg_error__set(err, code, within.byte == BG_NO_BYTE ? 0 : within.byte, "%s", within.message);
    return code;
}
