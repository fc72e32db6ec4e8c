/* map: see map.h. Points stand in the order of `to`; the only two with one `to` are those of a gap. */
#include "map.h"

static bool push(bg_arena *arena, bg_map *map, uint32_t to, uint32_t from) {
    bg_map_point *point = BG_PUSH(arena, map);
    if (point) *point = (bg_map_point){to, from};
    return point != NULL;
}

/* The last point, or the one that stands before all: {0, 0}. */
static bg_map_point last_of(const bg_map *map) { return map->count ? map->items[map->count - 1] : (bg_map_point){0, 0}; }

bool bg_map__add(bg_arena *arena, bg_map *map, uint32_t to, uint32_t from) {
    bg_map_point last = last_of(map);
    if (map->count && last.to == to) return map->items[map->count - 1].from = from, true;
    if (to - last.to == from - last.from) return true;
    return push(arena, map, to, from);
}

bool bg_map__gap(bg_arena *arena, bg_map *map, uint32_t to, uint32_t end, uint32_t next) {
    bool ended = map->count && last_of(map).to == to; /* nothing came since: it ended where that says, or before */
    if (ended && map->count > 1 && map->items[map->count - 2].to == to) return map->items[map->count - 1].from = next, true;
    return (ended || push(arena, map, to, end)) && push(arena, map, to, next);
}

/* How many points have a `to` below the limit. */
static size_t count_below(const bg_map *map, uint64_t limit) {
    size_t low = 0, high = map->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (map->items[middle].to < limit) low = middle + 1;
        else high = middle;
    }
    return low;
}

/* `to` in the stretch of which there are `before` points up to its own. */
static uint32_t within(const bg_map *map, size_t before, uint32_t to) {
    bg_map_point at = before ? map->items[before - 1] : (bg_map_point){0, 0};
    uint32_t from = at.from + (to - at.to);
    if (before >= map->count) return from;
    uint32_t limit = map->items[before].from;
    return limit >= at.from && from > limit ? limit : from;
}

uint32_t bg_map__back(const bg_map *map, uint32_t to) { return within(map, count_below(map, (uint64_t)to + 1), to); }

uint32_t bg_map__end(const bg_map *map, uint32_t to) {
    size_t first = count_below(map, to);
    if (first < map->count && map->items[first].to == to) return map->items[first].from;
    return within(map, first, to);
}

/* The points of `first` for the stretch of `last` that begins at `at`, up to `next`. */
static bool refine(bg_arena *arena, bg_map_point at, bg_map_point next, const bg_map *first, bg_map *out) {
    uint32_t whole = next.to - at.to, size = whole;
    if (!size) return push(arena, out, at.to, bg_map__end(first, at.from)); /* the end of what stands before a gap */
    if (next.from >= at.from && next.from - at.from < size) size = next.from - at.from;
    size_t i = count_below(first, (uint64_t)at.from + 1);
    uint32_t from = within(first, i, at.from);
    bool behind_gap = out->count && last_of(out).to == at.to;
    bool done = behind_gap ? push(arena, out, at.to, from) : bg_map__add(arena, out, at.to, from);
    for (; done && i < first->count && first->items[i].to - at.from < size; i++)
        done = push(arena, out, at.to + (first->items[i].to - at.from), first->items[i].from);
    if (done && size && size < whole) done = bg_map__add(arena, out, at.to + size, bg_map__back(first, next.from));
    return done;
}

bool bg_map__compose(bg_arena *arena, const bg_map *last, const bg_map *first, uint32_t size, bg_map *out) {
    *out = last->count ? *last : *first;
    if (!last->count || !first->count) return true;
    bg_map made = {0};
    bg_map_point at = {0, 0}, end = {size, bg_map__end(last, size)};
    bool done = true;
    for (size_t i = 0; done && i < last->count && last->items[i].to < size; i++) {
        if (i || last->items[i].to) done = refine(arena, at, last->items[i], first, &made);
        at = last->items[i];
    }
    *out = made;
    return done && refine(arena, at, end, first, out) && bg_map__add(arena, out, size, bg_map__end(first, end.from));
}
