/*
 * arena: one page's memory, freed by one call. Blocks double in size; everything handed out is zeroed: of a small block what
 * is handed out, a large one as a whole, which the system does for as much of it as is ever used.
 */
#include "base.h"

#include <stdlib.h>

#define FIRST_BLOCK ((size_t)64 << 10)
#define SMALL_BLOCK ((size_t)512 << 10)
#define LARGEST_BLOCK ((size_t)4 << 20)
#define ALIGN ((size_t)16)

typedef struct block {
    struct block *before;
    size_t used, room;
    _Alignas(16) char bytes[];
} block;

struct bg_arena {
    block *last;
    size_t used;
    bool failed;
};

static block *block_new(size_t room) {
    block *b = room <= SMALL_BLOCK ? malloc(sizeof *b + room) : calloc(1, sizeof *b + room);
    if (b) b->before = NULL, b->used = 0, b->room = room;
    return b;
}

bg_arena *bg_arena__new(void) {
    bg_arena *arena = calloc(1, sizeof *arena);
    if (!arena) return NULL;
    arena->last = block_new(FIRST_BLOCK);
    if (arena->last) return arena;
    free(arena);
    return NULL;
}

void bg_arena__free(bg_arena *arena) {
    if (!arena) return;
    for (block *b = arena->last, *before; b; b = before) {
        before = b->before;
        free(b);
    }
    free(arena);
}

/* Make a block with room for `size` bytes the last one. */
static bool arena_extend(bg_arena *arena, size_t size) {
    size_t room = arena->last->room * 2;
    if (room > LARGEST_BLOCK) room = LARGEST_BLOCK;
    if (room < size) room = size;
    block *b = block_new(room);
    if (!b) return false;
    b->before = arena->last;
    arena->last = b;
    return true;
}

void *bg_arena__raw(bg_arena *arena, size_t size) {
    if (size > SIZE_MAX / 2) return arena->failed = true, NULL;
    size = (size + ALIGN - 1) & ~(ALIGN - 1);
    if (arena->last->room - arena->last->used < size && !arena_extend(arena, size)) return arena->failed = true, NULL;
    void *out = arena->last->bytes + arena->last->used;
    arena->last->used += size;
    arena->used += size;
    return out;
}

void *bg_arena__alloc(bg_arena *arena, size_t size) {
    void *out = bg_arena__raw(arena, size);
    return out && arena->last->room <= SMALL_BLOCK ? memset(out, 0, size) : out;
}

void *bg_arena__copy(bg_arena *arena, const void *from, size_t size) {
    void *to = bg_arena__raw(arena, size);
    if (to && size) memcpy(to, from, size);
    return to;
}

char *bg_arena__text(bg_arena *arena, const char *from, size_t size) {
    char *to = bg_arena__raw(arena, size + 1);
    if (to && size) memcpy(to, from, size);
    if (to) to[size] = 0;
    return to;
}

char *bg_arena__vprint(bg_arena *arena, const char *format, va_list args) {
    va_list again;
    va_copy(again, args);
    int size = vsnprintf(NULL, 0, format, args);
    char *out = size < 0 ? NULL : bg_arena__alloc(arena, (size_t)size + 1);
    if (out) vsnprintf(out, (size_t)size + 1, format, again);
    va_end(again);
    return out;
}

char *bg_arena__print(bg_arena *arena, const char *format, ...) {
    va_list args;
    va_start(args, format);
    char *out = bg_arena__vprint(arena, format, args);
    va_end(args);
    return out;
}

bool bg_arena__failed(const bg_arena *arena) { return arena->failed; }

size_t bg_arena__used(const bg_arena *arena) { return arena->used; }

bool bg_vec__grow(bg_arena *arena, void **items, size_t count, size_t *room, size_t item_size) {
    if (count < *room) return true;
    if (!bg_vec__reserve(arena, items, count, room, item_size, *room ? *room * 2 : item_size > 128 ? 4 : 16)) return false;
    memset((char *)*items + count * item_size, 0, (*room - count) * item_size);
    return true;
}

bool bg_vec__reserve(bg_arena *arena, void **items, size_t count, size_t *room, size_t item_size, size_t least) {
    if (least <= *room) return true;
    if (least > SIZE_MAX / item_size) return arena->failed = true, false;
    void *wider = bg_arena__raw(arena, least * item_size);
    if (!wider) return false;
    if (count) memcpy(wider, *items, count * item_size);
    *items = wider;
    *room = least;
    return true;
}
