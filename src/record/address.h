/* address: what makes two addresses one page's. */
#ifndef BG_ADDRESS_H
#define BG_ADDRESS_H

#include "../base/base.h"

/*
 * The address without what may differ although it leads to the same page: scheme, "www.", the port 80 or 443, letters' case in the host, a slash at the end, the fragment, and parameters
 * by which clicks are counted (utm_…, fbclid, gclid, zarsrc). *host: the host alone. Both NULL where `url` has no host, or is NULL.
 * False: out of memory.
 */
bool bg_address__of(bg_arena *arena, const char *url, const char **address, const char **host);

#endif
