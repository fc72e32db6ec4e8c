/*
 * map: where each stretch of a derived text came from, when what it was made of was converted, shortened or left out. A list
 * of points {to, from}: from `to` on, the text comes from `from` on, byte for byte up to the next point. A stretch whose source is
 * shorter than it is (a byte that became three) maps no further than to where the next one comes from.
 *
 * An empty map is the identity; so is what stands before the first point.
 */
#ifndef BG_MAP_H
#define BG_MAP_H

#include "base.h"

typedef struct bg_map_point {
    uint32_t to, from;
} bg_map_point;

typedef BG_VEC(bg_map_point) bg_map;

/* From `to` on, text comes from `from` on; `to` never goes back. Dropped if it continues the last. False: out of memory. */
bool bg_map__add(bg_arena *arena, bg_map *map, uint32_t to, uint32_t from);

/* What comes before `to` ends at `end` of the source; the text goes on with what begins at `next`. For what is left out between. */
bool bg_map__gap(bg_arena *arena, bg_map *map, uint32_t to, uint32_t end, uint32_t next);

/* Where the byte at `to` comes from. */
uint32_t bg_map__back(const bg_map *map, uint32_t to);

/* Where a stretch that ends at `to` ends in the source: before what was left out there. */
uint32_t bg_map__end(const bg_map *map, uint32_t to);

/* The source of a stretch of text. */
static inline bg_span bg_map__span(const bg_map *map, bg_span span) {
    return (bg_span){bg_map__back(map, span.start), bg_map__end(map, span.end)};
}

/*
 * The map of a text made in two steps: `last` maps the text of `size` bytes to what stood between, `first` that to the
 * source. *out may share the points of either. False: out of memory.
 */
bool bg_map__compose(bg_arena *arena, const bg_map *last, const bg_map *first, uint32_t size, bg_map *out);

#endif
