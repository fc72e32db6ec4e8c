/*
 * stream: bytes that come in one after the other, seen through a window: of a file, of a pipe, of memory, of a zip's entry, or what gzip or
 * zstd packed. Memory is the window, which is as wide as the reader asks, at most BG_WINDOW_MAX.
 *
 * What is packed comes in units (members of gzip, frames of zstd). Archives begin a unit for each record, so a stream stops at the end of
 * each: there a reader whose record is not whole knows that its length lied, and behind damage the next unit is where to go on.
 */
#ifndef BG_STREAM_H
#define BG_STREAM_H

#include "../base/base.h"

#define BG_WINDOW_MAX (BG_PAGE_MAX + ((size_t)1 << 20)) /* a page, and the head of its record */
#define BG_BOMB_RATIO 100 /* a unit that unpacks to more than BG_PAGE_MAX and to so many times its size is refused */

typedef enum bg_packing { BG_PACKING_GZIP, BG_PACKING_ZSTD } bg_packing;

typedef struct bg_stream bg_stream;

/* Where bytes come from. `read` gives at most `room` bytes; 0 is the end, or a failure that bg_stream__break() told. */
typedef struct bg_stream_source {
    size_t (*read)(bg_stream *stream, char *to, size_t room);
    bool (*cross)(bg_stream *stream);             /* behind the end of a unit: is there another? NULL: no units */
    bool (*resume)(bg_stream *stream);            /* behind damage: look for the next unit. NULL: there is none */
    bool (*seek)(bg_stream *stream, uint64_t to); /* NULL: cannot */
    uint64_t (*size)(const bg_stream *stream);    /* with seek: how much there is in all */
    void (*close)(bg_stream *stream);
} bg_stream_source;

struct bg_stream {
    const bg_stream_source *source;
    void *state;
    int fd; /* of a file or a pipe */
    uint64_t known; /* bytes of a file, 0: not known */
    char *bytes; /* the window: [at, end) has not been taken */
    size_t at, end, room;
    uint64_t pos;       /* of bytes[at] in what the stream gives */
    uint64_t unit;      /* where the unit that is being read begins in it, and */
    uint64_t unit_byte; /* … in the file */
    bool ended, border; /* the source has no more; the unit has no more */
    bool packed;
    char *head;         /* the first bytes, where they were kept */
    size_t head_size;
    const char *sign;   /* what every unit must begin with to be taken for one behind damage; NULL: anything */
    bg_error broken;    /* code 0: sound */
};

/* Each owns what it was given and is released with bg_stream__close(). Errors: BG_E_OPEN, BG_E_NOMEM. */
bg_code bg_stream__open_file(const char *path, bg_stream **out, bg_error *err); /* "-": standard input */
bg_code bg_stream__open_bytes(const char *bytes, size_t size, bg_stream **out, bg_error *err); /* borrowed */
bg_code bg_stream__open_packed(bg_packing packing, bg_stream *raw, bg_stream **out, bg_error *err); /* `raw` stays the caller's */
bg_code bg_stream__new(const bg_stream_source *source, void *state, bg_stream **out, bg_error *err); /* `state` is closed in any case */
void bg_stream__close(bg_stream *stream); /* NULL allowed */

/* Widen what can be seen to `least` bytes; returns how many there are: fewer at a border, an end, or damage. */
size_t bg_stream__need(bg_stream *stream, size_t least);
static inline const char *bg_stream__here(const bg_stream *stream) { return stream->bytes + stream->at; }
static inline size_t bg_stream__seen(const bg_stream *stream) { return stream->end - stream->at; }
void bg_stream__take(bg_stream *stream, size_t size); /* no more than is seen */
/* Take `size` bytes without keeping them, over borders; false: there were fewer. */
bool bg_stream__skip(bg_stream *stream, uint64_t size);
/* At a border: go on with the next unit. False: there is none, or no border. */
bool bg_stream__cross(bg_stream *stream);
/* Behind damage: drop what is seen and go on with the next unit. False: none is found. */
bool bg_stream__resume(bg_stream *stream);
bool bg_stream__can_seek(const bg_stream *stream);
/* Nothing was taken yet: keep the first bytes for bg_stream__look(), of a stream that cannot go back. False: out of memory. */
bool bg_stream__keep(bg_stream *stream, size_t size);
/* The bytes at a position far ahead, or among those kept, without going there; returns how many, BG_NO_BYTE: cannot be told. */
size_t bg_stream__look(bg_stream *stream, uint64_t at, char *to, size_t size);
bool bg_stream__seek(bg_stream *stream, uint64_t to);
/* Tell of damage, as bg_error__set(); the first one stays. Returns 0. */
size_t bg_stream__break(bg_stream *stream, bg_code code, size_t byte, const char *format, ...) __attribute__((format(printf, 4, 5)));
/* The byte of the file that a reader may be sent to: of a stream that is not packed the position, else where the unit begins. */
size_t bg_stream__byte(const bg_stream *stream);
/* That byte as text, and what lies between the unit's beginning and here: "12345", "12345+678". */
#define BG_PLACE 48
void bg_stream__place(const bg_stream *stream, char place[BG_PLACE]);
/* Is it the beginning of something packed? */
/* How many bytes at the beginning of an archive are its dictionary, without which no frame can be unpacked; 0: none. */
size_t bg_stream__dictionary(const char *bytes, size_t size);
bool bg_stream__is_packed(const char *bytes, size_t size, bg_packing *packing);

#endif
