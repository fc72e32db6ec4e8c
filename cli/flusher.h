/*
 * flusher: a thread that moves into the record's file what another one commits, so that whoever adds pages need not wait for it. What several transactions in a row wrote is moved together.
 */
#ifndef FLUSHER_H
#define FLUSHER_H

#include "banggiao.h"

typedef struct flusher flusher;

/* For who adds pages to `record`, which leaves it to the thread. NULL: no memory, no thread; then the record moves what it commits itself. */
flusher *flusher_start(const char *path, bg_record *record);
/* Something was committed, and (best) nothing is begun yet. Waits only where the log has grown long: it begins anew when all of it is moved while nobody writes. */
void flusher_committed(flusher *f);
/* From now on the record does it itself again. NULL: nothing. */
void flusher_stop(flusher *f);

#endif
