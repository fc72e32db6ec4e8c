/*
 * readers: threads that read the pages of files, for one that takes them in the order of the files. What comes out is the same whatever their number.
 */
#ifndef READERS_H
#define READERS_H

#include "pages.h"

typedef struct readers readers;

/* One page, or something to be said about a file. */
typedef struct reading {
    bg_item item;           /* source, bytes, size */
    bg_doc *doc;            /* NULL: `err` says why, or it was known */
    bg_prepared *prepared;
    bool known;             /* it is in the record, under this name */
    bool complaint;         /* about `path`: err, or (err.code 0) there is no page in it */
    size_t number;          /* pages and complaints in their order */
    const char *path;       /* the file it is of */
    size_t at;              /* which one of the list that is */
    bg_error err;
} reading;

/* What a page is read with follows from those so many and more before it (bg_recent_new). */
#define READERS_LAG 64

/* Threads begin to read. `record` is asked which pages are known, `recent` what recurs on their sites. NULL: no memory, no thread (reported). */
readers *readers_start(const cli *c, const bg_data *data, const page_list *list, const char *record, bg_recent *recent);
/* The next one, NULL behind the last; valid until the next call. */
const reading *readers_next(readers *r);
void readers_stop(readers *r); /* before the end, too */

#endif
