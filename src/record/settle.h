/* settle: what no single page decides, once all are there. */
#ifndef BG_SETTLE_H
#define BG_SETTLE_H

#include "db.h"

/* Read the pages anew whose facts are missing or hang on other pages; returns how many. One transaction a page; failures stay in the slot. */
size_t bg_settle__all(bg_record *record, const bg_data *data);

#endif
