/*
 * site: what a profile of its outlet (data/sites) says of the elements of an HTML page. It helps the general method along; where the
 * elements that it names are not there, or hold little of what looks like the article, the page has outgrown it, and it is left.
 */
#ifndef BG_ARTICLE_SITE_H
#define BG_ARTICLE_SITE_H

#include "../data/sites.h"
#include "../page/html.h"

typedef struct bg_site_view {
    const char *name;            /* of the profile; NULL: none is known for the page */
    bool fits;                   /* its body was found */
    uint32_t body;               /* the element */
    uint8_t *whats;              /* of an element: bg_site_what of it or of what it stands in; NULL: nothing is known */
    const char **reasons;        /* … of a drop */
} bg_site_view;

/* Find the profile of the page's host, else one that its elements tell. False: out of memory. */
bool bg_site__read(bg_arena *arena, const bg_data *data, const bg_html *html, const char *host, bg_site_view *out);
/* What an element is called itself; 0: nothing. The next element of the kind at or behind `from`; 0: there is none. */
uint32_t bg_site__next(const bg_site_view *site, const bg_html *html, bg_site_what what, uint32_t from);

#endif
