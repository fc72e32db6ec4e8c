/*
 * packed: gzip and zstd as a stream of units. What is read of a unit stays in the raw stream's window for a while (KEEP), so that behind damage
 * the next unit is looked for from the broken one's beginning on: where bytes are missing, its neighbour was taken for its own.
 */
#include "stream.h"

#include <stdlib.h>
#include <zlib.h>
#include <zstd.h>

#define KEEP ((size_t)256 << 10)
#define HEAD 512 /* bytes of a unit that a look at it takes */
#define DICTIONARY_MAX ((size_t)16 << 20)
#define DICTIONARY_MAGIC 0x184D2A5Du /* of the frame that holds the dictionary of a WARC, its first one */

typedef enum turn { TURN_MORE, TURN_END, TURN_BAD, TURN_NOMEM } turn;

typedef struct packed packed;
typedef struct codec {
    const char *name;
    size_t magic_size;
    char magic[4];
    bool (*start)(packed *p); /* false: out of memory */
    turn (*run)(packed *p, const char *from, size_t *from_size, char *to, size_t *to_size); /* sizes: in what there is, out what was used */
} codec;

struct packed {
    bg_stream *raw; /* borrowed */
    const codec *codec;
    z_stream z;
    ZSTD_DCtx *d;
    bool z_open, inside;
    size_t used;      /* of the raw window, by this unit */
    uint64_t in, out; /* of this unit */
};

/* ------------------------------------------------------------------ gzip */

static bool gzip_start(packed *p) {
    if (p->z_open) return inflateReset(&p->z) == Z_OK;
    return p->z_open = inflateInit2(&p->z, 15 + 16) == Z_OK;
}

static uInt bounded(size_t size) { return size < (size_t)1 << 30 ? (uInt)size : (uInt)1 << 30; }

static turn gzip_run(packed *p, const char *from, size_t *from_size, char *to, size_t *to_size) {
    uInt in = bounded(*from_size), out = bounded(*to_size);
    p->z.next_in = (Bytef *)(uintptr_t)from; /* zlib does not write there */
    p->z.next_out = (Bytef *)to;
    p->z.avail_in = in;
    p->z.avail_out = out;
    int status = inflate(&p->z, Z_NO_FLUSH);
    *from_size = in - p->z.avail_in;
    *to_size = out - p->z.avail_out;
    if (status == Z_OK || status == Z_BUF_ERROR) return TURN_MORE;
    return status == Z_STREAM_END ? TURN_END : status == Z_MEM_ERROR ? TURN_NOMEM : TURN_BAD;
}

static const codec gzip = {"gzip", 3, {'\x1F', '\x8B', '\x08'}, gzip_start, gzip_run};

/* ------------------------------------------------------------------ zstd */

static bool zstd_start(packed *p) {
    if (!p->d) p->d = ZSTD_createDCtx();
    return p->d && !ZSTD_isError(ZSTD_DCtx_reset(p->d, ZSTD_reset_session_only));
}

static turn zstd_run(packed *p, const char *from, size_t *from_size, char *to, size_t *to_size) { /* NOLINT(readability-non-const-parameter): a codec's */
    ZSTD_inBuffer in = {from, *from_size, 0};
    ZSTD_outBuffer out = {to, *to_size, 0};
    size_t left = ZSTD_decompressStream(p->d, &out, &in);
    *from_size = in.pos;
    *to_size = out.pos;
    if (ZSTD_isError(left)) return TURN_BAD;
    return left ? TURN_MORE : TURN_END;
}

static const codec zstd = {"zstd", 4, {'\x28', '\xB5', '\x2F', '\xFD'}, zstd_start, zstd_run};

/* ------------------------------------------------------------------ units */

/* As bg_stream__need() of the raw stream, over its own borders. */
static size_t raw_need(packed *p, size_t least) {
    size_t got;
    while ((got = bg_stream__need(p->raw, least)) < least && bg_stream__cross(p->raw)) {}
    return got;
}

static uint32_t four(const char *at) { return (uint32_t)bg_hash__four(at); }

static bool is_unit(const packed *p, const char *at, size_t left) {
    return left >= p->codec->magic_size && memcmp(at, p->codec->magic, p->codec->magic_size) == 0;
}

static bool broken(bg_stream *stream, bg_code code, const char *what) {
    packed *p = stream->state;
    if (p->raw->broken.code) bg_stream__break(stream, p->raw->broken.code, p->raw->broken.byte, "%s", p->raw->broken.message);
    else bg_stream__break(stream, code, (size_t)stream->unit_byte, "%s: %s", p->codec->name, what);
    return false;
}

/* Take the dictionary of all frames that follow; it may be packed itself. */
static bool take_dictionary(bg_stream *stream, const char *at, size_t size) {
    packed *p = stream->state;
    char *plain = NULL;
    if (!zstd_start(p)) return broken(stream, BG_E_NOMEM, "out of memory");
    if (is_unit(p, at, size)) {
        unsigned long long told = ZSTD_getFrameContentSize(at, size);
        plain = told <= DICTIONARY_MAX ? malloc((size_t)told + 1) : NULL;
        size_t got = plain ? ZSTD_decompress(plain, (size_t)told + 1, at, size) : 0;
        if (!plain || ZSTD_isError(got)) return free(plain), broken(stream, BG_E_DAMAGED, "the dictionary is damaged");
        at = plain, size = got;
    }
    bool bad = ZSTD_isError(ZSTD_DCtx_loadDictionary(p->d, at, size));
    free(plain);
    return !bad || broken(stream, BG_E_DAMAGED, "the dictionary is damaged");
}

static bool load_dictionary(bg_stream *stream, size_t size) {
    packed *p = stream->state;
    if (size > DICTIONARY_MAX || raw_need(p, 8 + size) < 8 + size) return broken(stream, BG_E_DAMAGED, "the dictionary is not whole");
    return take_dictionary(stream, bg_stream__here(p->raw) + 8, size);
}

/* One record is read, somewhere in a file that may begin with a dictionary. */
static bool recall_dictionary(bg_stream *stream) {
    packed *p = stream->state;
    char head[8], *bytes = NULL;
    if (p->codec != &zstd || p->d || !p->raw->pos || bg_stream__look(p->raw, 0, head, 8) != 8 || four(head) != DICTIONARY_MAGIC) return true;
    size_t size = four(head + 4);
    if (size <= DICTIONARY_MAX && !(bytes = malloc(size + 1))) return broken(stream, BG_E_NOMEM, "out of memory");
    bool whole = bytes && bg_stream__look(p->raw, 8, bytes, size) == size;
    bool taken = whole ? take_dictionary(stream, bytes, size) : broken(stream, BG_E_DAMAGED, "the dictionary is not whole");
    free(bytes);
    return taken;
}

/* Frames of zstd that hold nothing to be unpacked. */
static bool pass_frames(bg_stream *stream) {
    packed *p = stream->state;
    while (p->codec == &zstd && raw_need(p, 8) == 8 && (four(bg_stream__here(p->raw)) & 0xFFFFFFF0u) == 0x184D2A50u) {
        size_t size = four(bg_stream__here(p->raw) + 4);
        if (four(bg_stream__here(p->raw)) == DICTIONARY_MAGIC && !load_dictionary(stream, size)) return false;
        if (!bg_stream__skip(p->raw, 8 + (uint64_t)size)) return broken(stream, BG_E_DAMAGED, "cut short");
    }
    return true;
}

/* Begin the unit that comes next. False: none comes, or it is broken. */
static bool begin(bg_stream *stream) {
    packed *p = stream->state;
    while (raw_need(p, 1) && !*bg_stream__here(p->raw)) bg_stream__take(p->raw, 1); /* padding */
    if (!raw_need(p, 1)) return p->raw->broken.code && broken(stream, BG_E_OPEN, "");
    bool placed = p->raw->packed && stream->pos + bg_stream__seen(stream); /* what is packed twice is found again by what lies before it */
    if (!placed) stream->unit = stream->pos + bg_stream__seen(stream), stream->unit_byte = bg_stream__byte(p->raw);
    p->in = p->out = p->used = 0;
    if (!recall_dictionary(stream) || !pass_frames(stream)) return false;
    if (!placed) stream->unit_byte = bg_stream__byte(p->raw);
    size_t left = raw_need(p, HEAD);
    if (!is_unit(p, bg_stream__here(p->raw), left)) return broken(stream, BG_E_DAMAGED, "bytes that are not packed");
    if (!p->codec->start(p)) return broken(stream, BG_E_NOMEM, "out of memory");
    return p->inside = true;
}

static void finish(bg_stream *stream) {
    packed *p = stream->state;
    bg_stream__take(p->raw, p->used);
    p->used = 0;
    p->inside = false;
    stream->border = raw_need(p, 1) > 0;
}

/* One turn of the codec over what is seen of the raw stream. */
static turn step(packed *p, char *to, size_t *size) {
    size_t in = bg_stream__seen(p->raw) - p->used;
    turn now = p->codec->run(p, bg_stream__here(p->raw) + p->used, &in, to, size);
    p->used += in;
    p->in += in;
    p->out += *size;
    if (p->used > 2 * KEEP) {
        bg_stream__take(p->raw, p->used - KEEP);
        p->used = KEEP;
    }
    if (now == TURN_MORE && !in && !*size && raw_need(p, p->used + 1) <= p->used) return TURN_BAD;
    return now;
}

static size_t read_packed(bg_stream *stream, char *to, size_t room) {
    packed *p = stream->state;
    if (!p->inside && !begin(stream)) return 0;
    size_t got = room;
    turn now;
    while ((now = step(p, to, &got)) == TURN_MORE && !got) got = room;
    if (now == TURN_END) finish(stream);
    else if (now == TURN_NOMEM) broken(stream, BG_E_NOMEM, "out of memory");
    else if (now == TURN_BAD) broken(stream, BG_E_DAMAGED, bg_stream__seen(p->raw) > p->used ? "damaged" : "damaged or cut short");
    else if (p->out > BG_PAGE_MAX && p->out / BG_BOMB_RATIO > p->in)
        broken(stream, BG_E_TOOBIG, "unpacks to more than a hundred times its size, and to more than a page may have");
    return got;
}

static bool cross_packed(bg_stream *stream) { return begin(stream) || stream->broken.code; }

/* ------------------------------------------------------------------ behind damage */

/* Do the bytes here unpack, and to what a unit must begin with? */
static bool is_sound(bg_stream *stream, const char *at, size_t left) {
    packed *p = stream->state;
    char out[64];
    size_t in = left < HEAD ? left : HEAD, got = sizeof out, sign = stream->sign ? strlen(stream->sign) : 0;
    if (!p->codec->start(p)) return false;
    turn now = p->codec->run(p, at, &in, out, &got);
    if (now != TURN_MORE && now != TURN_END) return false;
    return !sign || (got >= sign && memcmp(out, stream->sign, sign) == 0);
}

/* The next place in the window from `from` on where a unit may begin, or what is seen. */
static size_t find_unit(bg_stream *stream, size_t from) {
    packed *p = stream->state;
    const char *here = bg_stream__here(p->raw);
    size_t seen = bg_stream__seen(p->raw);
    while (from < seen) {
        const char *at = memchr(here + from, p->codec->magic[0], seen - from);
        if (!at) return seen;
        from = (size_t)(at - here);
        if (is_unit(p, at, seen - from) && is_sound(stream, at, seen - from)) return from;
        from++;
    }
    return seen;
}

static bool resume_packed(bg_stream *stream) {
    packed *p = stream->state;
    p->inside = false;
    if (p->raw->broken.code) return false;
    for (size_t from = 1; ; from = 0) {
        size_t got = raw_need(p, from + HEAD + 1), seen = bg_stream__seen(p->raw), at = find_unit(stream, from);
        if (at < seen) {
            bg_stream__take(p->raw, at);
            return begin(stream) || stream->broken.code;
        }
        if (got <= from + HEAD) return false; /* the end */
        bg_stream__take(p->raw, seen - HEAD);
    }
}

static void close_packed(bg_stream *stream) {
    packed *p = stream->state;
    if (p->z_open) inflateEnd(&p->z);
    ZSTD_freeDCtx(p->d);
    free(p);
}

static const bg_stream_source packed_source = {
    .read = read_packed, .cross = cross_packed, .resume = resume_packed, .close = close_packed};

bg_code bg_stream__open_packed(bg_packing packing, bg_stream *raw, bg_stream **out, bg_error *err) {
    *out = NULL;
    packed *p = calloc(1, sizeof *p);
    if (!p) return bg_error__set(err, BG_E_NOMEM, BG_NO_BYTE, "out of memory");
    p->raw = raw;
    p->codec = packing == BG_PACKING_GZIP ? &gzip : &zstd;
    bg_code code = bg_stream__new(&packed_source, p, out, err);
    if (!code) (*out)->packed = true;
    return code;
}

size_t bg_stream__dictionary(const char *bytes, size_t size) {
    if (size < 8 || four(bytes) != DICTIONARY_MAGIC) return 0;
    size_t whole = four(bytes + 4);
    return whole <= DICTIONARY_MAX ? whole + 8 : 0;
}

bool bg_stream__is_packed(const char *bytes, size_t size, bg_packing *packing) {
    bool skippable = size >= 4 && (four(bytes) & 0xFFFFFFF0u) == 0x184D2A50u;
    bool is_gzip = size >= gzip.magic_size && memcmp(bytes, gzip.magic, gzip.magic_size) == 0;
    *packing = is_gzip ? BG_PACKING_GZIP : BG_PACKING_ZSTD;
    return is_gzip || skippable || (size >= zstd.magic_size && memcmp(bytes, zstd.magic, zstd.magic_size) == 0);
}
