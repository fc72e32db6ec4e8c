/* settle: what no single page decides, once all are there. */
#ifndef BG_SETTLE_H
#define BG_SETTLE_H

#include "db.h"

/* Who is told how far it is. */
typedef struct bg_watcher {
    bg_settle_fn *tell; /* NULL: nobody */
    void *context;
} bg_watcher;

static inline void bg_watcher__tell(const bg_watcher *watcher, bg_settle_part part, size_t done, size_t total) {
    if (watcher && watcher->tell) watcher->tell(watcher->context, part, done, total);
}

/* Read the pages anew whose facts are missing or hang on other pages; returns how many. Many pages a transaction; failures stay in the slot. `watcher` may be NULL. */
size_t bg_settle__all(bg_record *record, const bg_data *data, const bg_watcher *watcher);

#endif
