/* stream: the window, and the sources that are not packed. */
#include "stream.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#define READ_AT_ONCE ((size_t)256 << 10)
#define KNOWN_MAX ((size_t)4 << 20) /* a file of no more comes into a window that is made for it */

/* ------------------------------------------------------------------ the window */

bg_code bg_stream__new(const bg_stream_source *source, void *state, bg_stream **out, bg_error *err) {
    bg_stream *stream = calloc(1, sizeof *stream);
    *out = stream;
    bg_stream sourceless = {.source = source, .state = state};
    if (!stream) return source->close(&sourceless), bg_error__set(err, BG_E_NOMEM, BG_NO_BYTE, "out of memory");
    *stream = sourceless;
    return BG_OK;
}

void bg_stream__close(bg_stream *stream) {
    if (!stream) return;
    stream->source->close(stream);
    free(stream->bytes);
    free(stream->head);
    free(stream);
}

size_t bg_stream__break(bg_stream *stream, bg_code code, size_t byte, const char *format, ...) {
    if (stream->broken.code) return 0;
    char why[256];
    va_list args;
    va_start(args, format);
    vsnprintf(why, sizeof why, format, args);
    va_end(args);
    bg_error__set(&stream->broken, code, byte, "%s", why);
    return 0;
}

/* Room for `least` bytes from `at` on: what was taken is dropped, then the window grows. */
static bool make_room(bg_stream *stream, size_t least) {
    if (stream->room - stream->at >= least) return true;
    if (stream->at) memmove(stream->bytes, stream->bytes + stream->at, stream->end - stream->at);
    stream->end -= stream->at;
    stream->at = 0;
    if (stream->room >= least + least / 4) return true;
    size_t room = stream->room ? stream->room : stream->known && stream->known < KNOWN_MAX ? (size_t)stream->known + 1 + stream->known / 4 : 2 * READ_AT_ONCE;
    while (room < least + least / 4) room *= 2; /* so that it is not moved at every turn */
    char *wider = realloc(stream->bytes, room);
    if (!wider) return bg_stream__break(stream, BG_E_NOMEM, BG_NO_BYTE, "out of memory"), false;
    stream->bytes = wider;
    stream->room = room;
    return true;
}

size_t bg_stream__need(bg_stream *stream, size_t least) {
    if (least > BG_WINDOW_MAX) least = BG_WINDOW_MAX;
    while (bg_stream__seen(stream) < least && !stream->ended && !stream->border && !stream->broken.code) {
        size_t seen = bg_stream__seen(stream), want = least - seen < READ_AT_ONCE ? seen + READ_AT_ONCE : least;
        /* A length may lie: the window grows with what comes, not with what is said. */
        if (want > 2 * seen + 2 * READ_AT_ONCE) want = 2 * seen + 2 * READ_AT_ONCE;
        /* Of a file whose size is known there is no more than that, and the end. */
        uint64_t known = stream->known > stream->pos ? stream->known - stream->pos : 0;
        if (known && want > known + 1) want = known + 1 > seen ? (size_t)known + 1 : seen + 1;
        if (!make_room(stream, want)) break;
        size_t got = stream->source->read(stream, stream->bytes + stream->end, want - seen);
        stream->end += got;
        if (!got && !stream->border && !stream->broken.code) stream->ended = true;
    }
    return bg_stream__seen(stream) < least ? bg_stream__seen(stream) : least;
}

void bg_stream__take(bg_stream *stream, size_t size) {
    stream->at += size;
    stream->pos += size;
}

bool bg_stream__skip(bg_stream *stream, uint64_t size) {
    while (size) {
        size_t seen = bg_stream__need(stream, 1) ? bg_stream__seen(stream) : 0;
        if (!seen && !bg_stream__cross(stream)) return false;
        size_t part = size < seen ? (size_t)size : seen;
        bg_stream__take(stream, part);
        size -= part;
    }
    return true;
}

bool bg_stream__cross(bg_stream *stream) {
    if (!stream->border) return false;
    stream->border = false;
    if (stream->source->cross && stream->source->cross(stream)) return true;
    stream->ended = true;
    return false;
}

bool bg_stream__resume(bg_stream *stream) {
    bool memory = stream->broken.code == BG_E_NOMEM;
    stream->pos += bg_stream__seen(stream);
    stream->at = stream->end = 0;
    stream->broken = (bg_error){0};
    stream->border = false;
    if (!memory && stream->source->resume && stream->source->resume(stream)) return true;
    stream->ended = true;
    return false;
}

bool bg_stream__can_seek(const bg_stream *stream) { return stream->source->seek != NULL; }

bool bg_stream__seek(bg_stream *stream, uint64_t to) {
    if (!stream->source->seek || !stream->source->seek(stream, to)) return false;
    stream->at = stream->end = 0;
    stream->pos = to;
    stream->ended = stream->border = false;
    stream->broken = (bg_error){0};
    return true;
}

bool bg_stream__keep(bg_stream *stream, size_t size) {
    size_t seen = bg_stream__need(stream, size);
    stream->head = malloc(seen + 1);
    if (!stream->head) return false;
    memcpy(stream->head, bg_stream__here(stream), seen);
    stream->head_size = seen;
    return true;
}

size_t bg_stream__look(bg_stream *stream, uint64_t at, char *to, size_t size) {
    if (at <= stream->head_size && size <= stream->head_size - at) return memcpy(to, stream->head + at, size), size;
    uint64_t back = stream->pos + bg_stream__seen(stream);
    if (!stream->source->seek || stream->broken.code || !stream->source->seek(stream, at)) return BG_NO_BYTE;
    size_t got = stream->source->read(stream, to, size);
    bool good = stream->source->seek(stream, back) && !stream->broken.code;
    return good ? got : BG_NO_BYTE;
}

size_t bg_stream__byte(const bg_stream *stream) {
    uint64_t byte = stream->packed ? stream->unit_byte : stream->pos;
    return byte < SIZE_MAX ? (size_t)byte : BG_NO_BYTE;
}

void bg_stream__place(const bg_stream *stream, char place[BG_PLACE]) {
    uint64_t within = stream->packed && stream->pos > stream->unit ? stream->pos - stream->unit : 0;
    int size = snprintf(place, BG_PLACE, "%zu", bg_stream__byte(stream));
    if (within) snprintf(place + size, BG_PLACE - (size_t)size, "+%llu", (unsigned long long)within);
}

/* ------------------------------------------------------------------ files and pipes */

static size_t read_file(bg_stream *stream, char *to, size_t room) {
    ssize_t got;
    do got = read(stream->fd, to, room < (size_t)1 << 30 ? room : (size_t)1 << 30);
    while (got < 0 && errno == EINTR);
    if (got >= 0) return (size_t)got;
    return bg_stream__break(stream, BG_E_OPEN, bg_stream__byte(stream), "%s", strerror(errno));
}

static bool seek_file(bg_stream *stream, uint64_t to) {
    return to <= INT64_MAX && lseek(stream->fd, (off_t)to, SEEK_SET) >= 0;
}

static uint64_t size_file(const bg_stream *stream) {
    struct stat st;
    return fstat(stream->fd, &st) == 0 && st.st_size > 0 ? (uint64_t)st.st_size : 0;
}

static void close_file(bg_stream *stream) {
    if (stream->fd > STDERR_FILENO) close(stream->fd);
}

static const bg_stream_source pipe_source = {.read = read_file, .close = close_file};
static const bg_stream_source file_source = {.read = read_file, .seek = seek_file, .size = size_file, .close = close_file};

bg_code bg_stream__open_file(const char *path, bg_stream **out, bg_error *err) {
    *out = NULL;
    struct stat st;
    int fd = strcmp(path, "-") == 0 ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0) return bg_error__set(err, BG_E_OPEN, BG_NO_BYTE, "'%s': %s", path, strerror(errno));
    bool known = fstat(fd, &st) == 0;
    if (known && S_ISDIR(st.st_mode)) {
        if (fd != STDIN_FILENO) close(fd);
        return bg_error__set(err, BG_E_OPEN, BG_NO_BYTE, "'%s': is a directory", path);
    }
    bool whole = known && S_ISREG(st.st_mode) && fd != STDIN_FILENO;
    bg_code code = bg_stream__new(whole ? &file_source : &pipe_source, NULL, out, err);
    if (*out) (*out)->fd = fd, (*out)->known = whole ? (uint64_t)st.st_size : 0;
    else if (fd != STDIN_FILENO) close(fd);
    return code;
}

/* ------------------------------------------------------------------ memory */

typedef struct memory {
    const char *bytes;
    size_t size, at;
} memory;

static size_t read_memory(bg_stream *stream, char *to, size_t room) {
    memory *m = stream->state;
    size_t part = m->size - m->at < room ? m->size - m->at : room;
    if (part) memcpy(to, m->bytes + m->at, part);
    m->at += part;
    return part;
}

static bool seek_memory(bg_stream *stream, uint64_t to) {
    memory *m = stream->state;
    if (to > m->size) return false;
    m->at = (size_t)to;
    return true;
}

static uint64_t size_memory(const bg_stream *stream) { return ((const memory *)stream->state)->size; }

static void close_memory(bg_stream *stream) { free(stream->state); }

static const bg_stream_source memory_source = {.read = read_memory, .seek = seek_memory, .size = size_memory, .close = close_memory};

bg_code bg_stream__open_bytes(const char *bytes, size_t size, bg_stream **out, bg_error *err) {
    *out = NULL;
    memory *m = malloc(sizeof *m);
    if (!m) return bg_error__set(err, BG_E_NOMEM, BG_NO_BYTE, "out of memory");
    *m = (memory){bytes, size, 0};
    return bg_stream__new(&memory_source, m, out, err);
}
