/*
 * flusher: a thread that moves into the record's file what another one commits, so that whoever adds pages need not wait for it. What several transactions in a row wrote is moved together.
 */
#ifndef FLUSHER_H
#define FLUSHER_H

#include "banggiao.h"

typedef struct flusher flusher;

/* For who adds pages to `record`, which leaves it to the thread. NULL: no memory, no thread; then the record moves what it commits itself. */
flusher *flusher_start(const char *path, bg_record *record);
/* So many pages of news are moved in one go, whatever the number of transactions: a page of the file that was written in several of them is moved once. */
#define FLUSHER_EACH 8000
/* Something was committed, of so many pages of news, and (best) nothing is begun yet. Waits only where the log has grown long: it begins anew when all of it is moved while nobody writes. */
void flusher_committed(flusher *f, size_t pages);
/* From now on the record does it itself again. NULL: nothing. */
void flusher_stop(flusher *f);

#endif
