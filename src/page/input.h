/*
 * input: the pages that a file holds. A file is a stack of levels: a zip, in it an archive of records; each level gives pages, or pushes
 * another level for what it has found. What a level's bytes are is told by the bytes, then by the name.
 */
#ifndef BG_INPUT_H
#define BG_INPUT_H

#include "http.h"
#include "mime.h"
#include "moment.h"
#include "stream.h"

#define BG_LEVELS 4   /* a zip in a packed file is three deep */
#define BG_PACKINGS 2 /* packed once, and once more by a server */

typedef enum bg_step {
    BG_STEP_PAGE,   /* input->item is one */
    BG_STEP_AGAIN,  /* nothing here: ask on */
    BG_STEP_END,    /* this level has no more */
    BG_STEP_FAILED  /* input->failure tells why; ask on */
} bg_step;

typedef struct bg_level bg_level;

typedef struct bg_format {
    const char *name;
    bg_step (*next)(bg_input *input, bg_level *level);
    void (*close)(bg_level *level); /* NULL: nothing to do */
} bg_format;

struct bg_level {
    const bg_format *format;
    bg_stream *streams[BG_PACKINGS + 1]; /* raw first, each unpacks the one before; all are the level's own */
    size_t stream_count;
    bg_stream *stream; /* the last one */
    char *name;        /* of the file, or "file.zip/entry" */
    size_t taken;      /* bytes at the stream's window that the last page stands in */
    uint64_t count;    /* of what the format counts */
    uint64_t good;     /* of these, that could be read (lines) */
    bool done;
    void *state;
};

struct bg_input {
    bg_level levels[BG_LEVELS];
    size_t depth;
    bg_arena *arena;      /* strings of the page at hand */
    bg_buf plain, spare;  /* its bytes, where they are not in the window */
    bg_item item;
    bg_error failure;
    size_t failures;      /* broken records beyond the sound ones */
    uint64_t wasted;      /* bytes that were looked at for broken records, less those of sound ones */
    bool alone; /* one record, which the name gave the byte of */
    char *only; /* the one entry of a zip that is asked for, "file.zip/entry"; NULL: all */
    bool placed;           /* … and in it the record that begins at */
    uint64_t byte, within; /* this byte, and so far behind it once it is unpacked */
};

extern const bg_format bg_format__page, bg_format__warc, bg_format__lines, bg_format__message, bg_format__zip;

/* Put a level for `raw` on top (which is then the input's); false: input->failure tells why. `name` is copied. */
bool bg_input__push(bg_input *input, bg_stream *raw, const char *name);
/* The same for a zip's entry: if one record in it is asked for, that record is all. */
bool bg_input__push_only(bg_input *input, bg_stream *raw, const char *name);
/* As bg_input_open(), of bytes in memory, borrowed. */
bg_code bg_input__open_bytes(const char *name, const char *bytes, size_t size, bg_input **out, bg_error *err);

/* Tell of a failure at a byte of the level's file. */
bg_step bg_input__fail(bg_input *input, const bg_level *level, bg_code code, size_t byte, const char *format, ...) __attribute__((format(printf, 5, 6)));
/* Tell of the damage that stopped the level's stream, and go on behind it. */
bg_step bg_input__fail_stream(bg_input *input, bg_level *level);
/* The same where the stream is one page: there is nothing behind it. */
bg_step bg_input__fail_whole(bg_input *input, const bg_level *level);
/* All that the level's stream holds, as one. Returns its size; more than BG_PAGE_MAX: only so much was looked at. */
size_t bg_input__all(bg_level *level);
/* A text of the page at hand. */
const char *bg_input__text(bg_input *input, const char *text);
const char *bg_input__moment(bg_input *input, const char *text);

/* What a page saved by SingleFile, or by a browser, says of itself: item->url and item->captured where they are not known. */
void bg_saved__look(bg_input *input, bg_item *item);
/* Is it mail or MHTML? */
bool bg_message__is(const char *bytes, size_t size);

#endif
