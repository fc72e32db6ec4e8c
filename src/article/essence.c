/* essence: one pass, letter by letter. */
#include "essence.h"

static bool counts(uint32_t c) { return (c >= '0' && c <= '9') || (bg_letter__is(c) && !bg_letter__is_mark(c)); }

const char *bg_essence__of(bg_arena *arena, const char *text, size_t size) {
    char *out = bg_arena__alloc(arena, (size < BG_ESSENCE ? size * 2 : BG_ESSENCE) + 5);
    size_t used = 0;
    for (size_t at = 0; out && at < size && used < BG_ESSENCE;) {
        size_t before = at;
        uint32_t c = bg_utf8__next(text, size, &at);
        if (used + 4 > (size < BG_ESSENCE ? size * 2 : BG_ESSENCE) || at <= before) break;
        if (counts(c)) used += bg_utf8__put(bg_letter__fold(bg_letter__lower(c)), out + used);
    }
    return out ? out : "";
}
