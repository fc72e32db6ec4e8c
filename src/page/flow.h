/* flow: the text of an HTML page as it is met: blanks collapsed, references decoded, a line for each block. */
#ifndef BG_FLOW_H
#define BG_FLOW_H

#include "html.h"

typedef struct bg_flow {
    bg_arena *arena;
    const char *bytes;
    bg_map *map;
    char *text;
    size_t used, line_start;
    BG_VEC(bg_line) lines;
    BG_VEC(bg_markup) markup;
    bg_markup now;        /* of the line that is being written */
    uint32_t hidden;      /* open elements whose content is no text */
    uint32_t links, strong, slanted; /* open elements of the kinds */
    uint32_t ended;       /* where the bytes of what was written last end */
    uint32_t blank_from;  /* where the blank stands that is due before the next letter */
    bool blank, broken;
    bool crowded, failed;
} bg_flow;

/* Begin a text of as many bytes as the page at most, each with its source in `map`. False: out of memory. */
bool bg_flow__begin(bg_flow *flow, bg_arena *arena, const char *bytes, size_t size, bg_map *map);
char *bg_flow__end(bg_flow *flow); /* the text, without the room that is left */
void bg_flow__enter(bg_flow *flow, bg_tag tag);
void bg_flow__leave(bg_flow *flow, bg_tag tag);
/* Text between tags, bytes [at, end), in the element. */
void bg_flow__text(bg_flow *flow, size_t at, size_t end, uint32_t element);
/* End the line; `soft`: by br. */
void bg_flow__break(bg_flow *flow, bool soft);

/* The cells of a table's row that hold a line each become one line; `text` is html->text. False: out of memory. */
bool bg_html__join_cells(bg_arena *arena, bg_html *html, char *text);

#endif
