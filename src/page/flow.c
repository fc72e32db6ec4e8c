/* flow: text from markup. It is hardly longer than the bytes it is made of ("&nGt;" is six bytes), so its room is known beforehand. */
#include "flow.h"

#include "entity.h"

#define LINES_MAX ((size_t)1 << 20) /* what comes behind them is one line */

bool bg_flow__begin(bg_flow *flow, bg_arena *arena, const char *bytes, size_t size, bg_map *map) {
    *flow = (bg_flow){.arena = arena, .bytes = bytes, .map = map, .text = bg_arena__raw(arena, size + size / 4 + 16)};
    return flow->text != NULL;
}

char *bg_flow__end(bg_flow *flow) {
    char *text = bg_arena__resize(flow->arena, flow->text, flow->used + 16);
    return text ? text : flow->text;
}

static void count(bg_flow *f, bg_tag tag, uint32_t by) {
    if (bg_tag__does(tag) & TAG_HIDDEN) f->hidden += by;
    if (tag == BG_TAG_a) f->links += by;
    else if (tag == BG_TAG_b || tag == BG_TAG_strong) f->strong += by;
    else if (tag == BG_TAG_i || tag == BG_TAG_em) f->slanted += by;
}

void bg_flow__enter(bg_flow *f, bg_tag tag) { count(f, tag, 1); }
void bg_flow__leave(bg_flow *f, bg_tag tag) { count(f, tag, (uint32_t)-1); }

void bg_flow__break(bg_flow *f, bool soft) {
    f->blank = false;
    if (f->used == f->line_start) {
        f->broken &= soft;
        return;
    }
    if (f->lines.count >= LINES_MAX) {
        f->crowded = f->blank = true;
        return;
    }
    bg_line *line = BG_PUSH(f->arena, &f->lines);
    bg_markup *markup = line ? BG_PUSH(f->arena, &f->markup) : NULL;
    if (!markup) {
        f->failed = true;
        return;
    }
    line->span = line->trimmed = (bg_span){(uint32_t)f->line_start, (uint32_t)f->used};
    *markup = f->now;
    f->text[f->used++] = '\n';
    f->line_start = f->used;
    f->broken = soft;
}

/* Bytes of the text that came from byte `from` on; `next`: of the same line, what is between this and what came before is no blank. */
static void put(bg_flow *f, const char *bytes, size_t size, size_t from, bool next) {
    bool done = next && from > f->ended ? bg_map__gap(f->arena, f->map, (uint32_t)f->used, f->ended, (uint32_t)from) : bg_map__add(f->arena, f->map, (uint32_t)f->used, (uint32_t)from);
    f->failed |= !done;
    memcpy(f->text + f->used, bytes, size);
    f->used += size;
    f->ended = (uint32_t)(from + size);
}

static void put_word(bg_flow *f, const char *bytes, size_t size, size_t from, uint32_t element) {
    if (f->used == f->line_start) f->now = (bg_markup){.element = element, .broken = f->broken};
    else if (f->blank) put(f, " ", 1, f->blank_from, true);
    put(f, bytes, size, from, !f->blank && f->used > f->line_start);
    f->blank = false;
    if (f->links) f->now.linked += (uint32_t)size;
    if (f->strong) f->now.strong += (uint32_t)size;
    if (f->slanted) f->now.slanted += (uint32_t)size;
}

static void set_blank(bg_flow *f, size_t at) {
    if (!f->blank) f->blank_from = (uint32_t)at;
    f->blank = true;
}

/* A reference at bytes[at], or the sign itself; returns the byte behind it. */
static size_t put_reference(bg_flow *f, size_t at, size_t end, uint32_t element) {
    char out[BG_ENTITY_MAX];
    size_t size = 0, length = bg_entity__read(f->bytes + at, end - at, out, &size);
    if (!length) put_word(f, "&", 1, at, element);
    else if ((size == 1 && (unsigned char)out[0] <= ' ') || (size == 2 && memcmp(out, "\xC2\xA0", 2) == 0)) set_blank(f, at);
    else put_word(f, out, size, at, element);
    if (size && !bg_map__add(f->arena, f->map, (uint32_t)f->used, (uint32_t)(at + length))) f->failed = true; /* it ends behind its semicolon */
    if (length) f->ended = (uint32_t)(at + length);
    return at + (length ? length : 1);
}

/* Length of a blank at bytes[at]: as HTML has them, and the one that does not break. */
static size_t blank_at(const char *p, size_t at, size_t end) {
    unsigned char c = (unsigned char)p[at];
    if (c <= ' ') return 1;
    return c == 0xC2 && at + 1 < end && (unsigned char)p[at + 1] == 0xA0 ? 2 : 0;
}

static bool ends_word(unsigned char c) { return c <= ' ' || c == '&' || c == 0xC2; }

void bg_flow__text(bg_flow *f, size_t at, size_t end, uint32_t element) {
    if (f->hidden) return;
    while (at < end) {
        size_t blank = blank_at(f->bytes, at, end), from = at;
        if (blank) {
            set_blank(f, at);
            at += blank;
        } else if (f->bytes[at] == '&') {
            at = put_reference(f, at, end, element);
        } else {
            do at++;
            while (at < end && !ends_word((unsigned char)f->bytes[at]));
            put_word(f, f->bytes + from, at - from, from, element);
        }
    }
}
