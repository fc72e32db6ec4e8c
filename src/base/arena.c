/*
 * arena: one page's memory, freed by one call. Small things share blocks, which double in size; a large one has a block of its own, so that
 * a vector in it grows without leaving what it was behind. Everything handed out by bg_arena__alloc() is zeroed.
 */
#include "base.h"

#include <stdlib.h>

#define FIRST_BLOCK ((size_t)64 << 10)
#define LARGEST_BLOCK ((size_t)512 << 10)
#define LARGE ((size_t)64 << 10) /* has a block of its own */
#define ALIGN ((size_t)16)

typedef struct block {
    struct block *before;
    size_t used, room;
    _Alignas(16) char bytes[];
} block;

struct bg_arena {
    block *last;
    block *large; /* the blocks of one thing each, the latest first */
    size_t used;
    bool failed;
};

static block *block_new(size_t room, bool zeroed, block *before) {
    block *b = zeroed ? calloc(1, sizeof *b + room) : malloc(sizeof *b + room);
    if (b) b->before = before, b->used = 0, b->room = room;
    return b;
}

static void free_blocks(block *last) {
    for (block *b = last, *before; b; b = before) {
        before = b->before;
        free(b);
    }
}

bg_arena *bg_arena__new(void) {
    bg_arena *arena = calloc(1, sizeof *arena);
    if (!arena) return NULL;
    arena->last = block_new(FIRST_BLOCK, false, NULL);
    if (arena->last) return arena;
    free(arena);
    return NULL;
}

void bg_arena__free(bg_arena *arena) {
    if (!arena) return;
    free_blocks(arena->last);
    free_blocks(arena->large);
    free(arena);
}

/* Make a block with room for something small the last one. */
static bool arena_extend(bg_arena *arena) {
    size_t room = arena->last->room < LARGEST_BLOCK ? arena->last->room * 2 : LARGEST_BLOCK;
    block *b = block_new(room, false, arena->last);
    if (b) arena->last = b;
    return b != NULL;
}

static void *take_large(bg_arena *arena, size_t size, bool zeroed) {
    block *b = block_new(size, zeroed, arena->large);
    if (!b) return arena->failed = true, NULL;
    arena->large = b;
    arena->used += b->used = size;
    return b->bytes;
}

static void *take(bg_arena *arena, size_t size, bool zeroed) {
    if (size > SIZE_MAX / 2) return arena->failed = true, NULL;
    size = (size + ALIGN - 1) & ~(ALIGN - 1);
    if (size >= LARGE) return take_large(arena, size, zeroed);
    if (arena->last->room - arena->last->used < size && !arena_extend(arena)) return arena->failed = true, NULL;
    void *out = arena->last->bytes + arena->last->used;
    arena->last->used += size;
    arena->used += size;
    return zeroed ? memset(out, 0, size) : out;
}

void *bg_arena__raw(bg_arena *arena, size_t size) { return take(arena, size, false); }
void *bg_arena__alloc(bg_arena *arena, size_t size) { return take(arena, size, true); }

/* The link to the block of which `bytes` are the whole; NULL: they share one. */
static block **large_of(bg_arena *arena, const void *bytes) {
    block **link = &arena->large;
    while (*link && (*link)->bytes != bytes) link = &(*link)->before;
    return *link ? link : NULL;
}

void *bg_arena__resize(bg_arena *arena, void *bytes, size_t size) {
    block **link = bytes ? large_of(arena, bytes) : NULL;
    if (!link || size > SIZE_MAX / 2) return NULL;
    size_t before = (*link)->room;
    block *b = realloc(*link, sizeof *b + size);
    if (!b) return NULL;
    *link = b;
    b->used = b->room = size;
    arena->used += size;
    arena->used -= before;
    return b->bytes;
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
    void *wider = *room * item_size >= LARGE ? bg_arena__resize(arena, *items, least * item_size) : NULL;
    if (!wider) {
        wider = bg_arena__raw(arena, least * item_size);
        if (!wider) return false;
        if (count && *items) memcpy(wider, *items, count * item_size);
    }
    *items = wider;
    *room = least;
    return true;
}
