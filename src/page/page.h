/* page: bytes → the page's text, unchanged, with the range of every line. Checks UTF-8, control bytes, size. */
#ifndef BG_PAGE_H
#define BG_PAGE_H

#include "../base/base.h"

typedef struct bg_line {
    bg_span span;    /* without the line end */
    bg_span trimmed; /* without blanks (also NBSP, BOM, zero-width) at both ends; empty: start == end */
} bg_line;

typedef struct bg_page {
    const char *source; /* borrowed */
    const char *text;   /* borrowed */
    size_t size;
    const char *url, *type, *captured; /* what the container states, as in bg_item; NULL: nothing */
    bg_line *lines;
    size_t line_count;
} bg_page;

/* Check the bytes and split them into lines. Everything is allocated in `arena`. */
bg_code bg_page__open(bg_arena *arena, const char *source, const char *bytes, size_t size, bg_page *out, bg_error *err);

#endif
