/*
 * flusher: a thread that moves into the record's file what another one commits, so that whoever adds pages need not wait for it.
 */
#ifndef FLUSHER_H
#define FLUSHER_H

typedef struct flusher flusher;

/* NULL: no memory, no thread; then who writes moves it himself, as SQLite does. */
flusher *flusher_start(const char *record);
void flusher_stop(flusher *f); /* NULL: nothing */

#endif
