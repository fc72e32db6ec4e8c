/* page: bytes → the page's text, as it is where it is UTF-8, with the range of every line. Checks charset, control bytes, size. */
#ifndef BG_PAGE_H
#define BG_PAGE_H

#include "../base/map.h"

typedef struct bg_line {
    bg_span span;    /* without the line end */
    bg_span trimmed; /* without blanks (also NBSP, BOM, zero-width) at both ends; empty: start == end */
} bg_line;

typedef struct bg_html bg_html; /* html.h */

typedef struct bg_page {
    const char *source;  /* borrowed */
    const char *text;    /* borrowed, or in the arena where it was converted or taken from markup */
    const bg_html *html; /* NULL: a text page */
    size_t size;
    bg_map map;         /* from the text to the bytes */
    bg_charset charset;
    const char *url, *type, *captured; /* what the container states, as in bg_item; NULL: nothing */
    bg_line *lines;
    size_t line_count;
} bg_page;

/* Decode the bytes, check them and split them into lines. Everything is allocated in `arena`; `type` is borrowed, NULL allowed. */
bg_code bg_page__open(bg_arena *arena, const char *source, const char *bytes, size_t size, const char *type, bg_page *out, bg_error *err);

#endif
