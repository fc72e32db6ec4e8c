/* listing: a text that is embedded as it is, a name and what is said of it a line, sorted by byte. The first line may say where it is from. */
#ifndef BG_LISTING_H
#define BG_LISTING_H

#include "base.h"

/* What stands behind the name in its line, a blank or one of `signs` first; NULL: it has none. */
const char *bg_listing__find(const char *text, size_t text_size, const char *name, size_t size, const char *signs);

#endif
