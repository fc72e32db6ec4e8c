/*
 * meta: what an HTML page states of itself beside its article: address, dates, authors, outlet, language, headline. Of each fact the first
 * place that states it plausibly is taken, in the order of the tables in meta.c, and its name is kept. No date rather than a wrong one.
 */
#ifndef BG_META_H
#define BG_META_H

#include "../data/data.h"
#include "../page/html.h"
#include "site.h"

typedef struct bg_meta {
    const char *url, *url_from;             /* "container", "canonical", "og:url", "json-ld", "base" */
    const char *title;                      /* the headline as the head of the page states it, without the outlet's name behind it */
    uint32_t heading;                       /* line of the headline, or of <title>; html->line_count: there is neither */
    const char *published, *published_from; /* YYYY-MM-DD or YYYY-MM-DDThh:mm:ss+07:00; "json-ld", "meta:pubdate", "time", "visible", "url" */
    bg_span published_span;                 /* where it is read from the page's text */
    const char *modified, *modified_from;
    const char *const *authors;             /* names of persons, each once */
    size_t author_count;
    const char *agency, *reprint_of;        /* whom the article was taken from, and its address there */
    bg_span agency_span, reprint_span;
    const char *outlet;
    const char *next;                       /* address of the page on which the article goes on */
    const char *lang;                       /* "vi" */
    const char *summary;                    /* what the head of the page says that it is about: often a copy of the summary that the page shows */
    const char *said;                       /* the article's text as JSON-LD says it; NULL */
    bg_site_view site;                      /* what a profile of the outlet says of the elements */
    bool article;                           /* JSON-LD says that the page is an article */
} bg_meta;

/* Does what a link states, as it stands in the page, lead to another site than the page's own address? Hosts of one house are one site. */
bool bg_meta__is_elsewhere(const char *url, const char *href, size_t size);

/* Read a page: of one without page->html only what its container says, the address, and with it the outlet and perhaps the day. Strings live in `arena`. False: out of memory. */
bool bg_meta__read(bg_arena *arena, const bg_data *data, const bg_page *page, bg_meta *out);

#endif
