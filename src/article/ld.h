/*
 * ld: JSON-LD, the scripts in which a page describes itself for machines. Several scripts, @graph, references by @id; what is slightly broken
 * (control bytes, references of HTML, commas too many, quotes inside texts) is mended.
 */
#ifndef BG_LD_H
#define BG_LD_H

#include "../page/html.h"

typedef struct bg_ld {
    const char *headline, *url, *published, *modified, *publisher, *lang; /* as they stand; NULL: not stated */
    const char *const *authors; /* names, as they stand */
    size_t author_count;
    const char *text; /* articleBody of an article */
    bool article; /* it is of a type of articles */
} bg_ld;

/*
 * What the scripts say of the page. Of several descriptions the one is taken that has the page's title or address, else the only article.
 *   title, url   what is known of the page otherwise; NULL: nothing
 * False: out of memory.
 */
bool bg_ld__read(bg_arena *arena, const bg_html *html, const char *title, const char *url, bg_ld *out);

/* A text in JSON without the members that bg_ld__read() does not ask for. NULL: it is broken, or out of memory, which the arena remembers. */
char *bg_ld__prune(bg_arena *arena, const char *bytes, size_t size, size_t *pruned);

/* A text in JSON that is slightly broken, mended. NULL: out of memory. Where it is not broken it stays as it is. */
char *bg_ld__mend(bg_arena *arena, const char *bytes, size_t size, size_t *mended);

#endif
