/* html: the tokenizer and the open elements. Text is written by flow.c. */
#include "flow.h"

#include "entity.h"

#include <strings.h>

#define DEPTH_MAX 500               /* as browsers do: what is deeper stands beside */
#define ELEMENTS_MAX ((size_t)1 << 20)
#define NAMES_MOST 40               /* of an element that are kept */
#define HEAD_SIZE 4096              /* bytes in which a page shows that it is HTML */

typedef struct reader {
    bg_arena *arena;
    const char *bytes;
    size_t size, at;
    bg_html *out;
    BG_VEC(bg_element) elements;
    BG_VEC(bg_name) names;
    bg_flow flow;
    uint32_t top;                   /* innermost open element */
    uint32_t open[BG_TAG_COUNT];    /* how many of a tag are open */
    bool failed;
} reader;

static bool is_letter(char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }
static bool is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

/* ---- attributes: from `at` on within a start tag */

/* What a byte ends in a start tag: a name, a value without quotes, and what may stand between attributes. */
enum { ENDS_NAME = 1, ENDS_VALUE = 2, BETWEEN = 4 };
static const unsigned char ends[256] = {['\t'] = 7, ['\n'] = 7, ['\v'] = 7, ['\f'] = 7, ['\r'] = 7, [' '] = 7, ['>'] = ENDS_NAME | ENDS_VALUE, ['/'] = ENDS_NAME | BETWEEN, ['='] = ENDS_NAME};
static bool does_end(char c, unsigned char what) { return ends[(unsigned char)c] & what; }

static size_t skip_blanks(const char *p, size_t at, size_t end) {
    while (at < end && does_end(p[at], BETWEEN)) at++;
    return at;
}

/* The value behind '='; returns the byte behind it. */
static size_t read_value(const char *p, size_t at, size_t end, bg_span *value) {
    while (at < end && is_blank(p[at])) at++;
    if (at < end && (p[at] == '"' || p[at] == '\'')) {
        const char *quote = memchr(p + at + 1, p[at], end - at - 1);
        size_t stop = quote ? (size_t)(quote - p) : end;
        *value = (bg_span){(uint32_t)at + 1, (uint32_t)stop};
        return stop < end ? stop + 1 : end;
    }
    size_t start = at;
    while (at < end && !does_end(p[at], ENDS_VALUE)) at++;
    *value = (bg_span){(uint32_t)start, (uint32_t)at};
    return at;
}

/* The next attribute from *at on; false at the tag's '>' or the end of the bytes, where *at then is. */
static bool next_attribute(const char *p, size_t *at, size_t end, bg_attribute *out) {
    size_t i = skip_blanks(p, *at, end), start = i;
    *at = i;
    if (i >= end || p[i] == '>') return false;
    if (p[i] == '=') i++;
    while (i < end && !does_end(p[i], ENDS_NAME)) i++;
    *out = (bg_attribute){{(uint32_t)start, (uint32_t)i}, {0, 0}};
    size_t equals = i;
    while (equals < end && is_blank(p[equals])) equals++;
    *at = equals < end && p[equals] == '=' ? read_value(p, equals + 1, end, &out->value) : i;
    return true;
}

/* Behind the name of a tag: its '>', or the end of the bytes. */
static size_t tag_end(const char *p, size_t at, size_t end) {
    bg_attribute ignored;
    while (next_attribute(p, &at, end, &ignored)) {}
    return at;
}

/* Which of the names the attribute is; BG_NAME_KINDS: none. Told by the length first. */
static bg_name_kind kind_of(const char *p, size_t size) {
    static const unsigned char sizes[16] = {[2] = 1, [3] = 1, [4] = 1, [5] = 1, [6] = 1, [8] = 1, [9] = 1, [11] = 1, [14] = 1};
#define NAME_TEXT(name, text) text,
    static const char *const texts[] = {BG_NAMES(NAME_TEXT)};
#undef NAME_TEXT
    if (size >= sizeof sizes || !sizes[size] || !strchr("cirdths", *p | 0x20)) return BG_NAME_KINDS;
    for (unsigned k = 0; k < BG_NAME_KINDS; k++)
        if ((*p | 0x20) == texts[k][0] && strncasecmp(p, texts[k], size) == 0 && !texts[k][size]) return (bg_name_kind)k;
    return BG_NAME_KINDS;
}

static void keep_name(reader *r, const bg_attribute *a, bg_name_kind kind) {
    bg_name *name = BG_PUSH(r->arena, &r->names);
    if (name) *name = (bg_name){a->value, kind};
    else r->failed = true;
}

/* The same of a start tag, whose names are kept. */
static size_t named_tag_end(reader *r, size_t at) {
    bg_attribute a;
    size_t most = r->names.count + NAMES_MOST;
    while (next_attribute(r->bytes, &at, r->size, &a)) {
        bg_name_kind kind = kind_of(r->bytes + a.name.start, a.name.end - a.name.start);
        if (kind < BG_NAME_KINDS && r->names.count < most) keep_name(r, &a, kind);
    }
    return at;
}

static size_t name_end(const char *p, size_t at, size_t end) {
    while (at < end && !is_blank(p[at]) && p[at] != '>' && p[at] != '/') at++;
    return at;
}

/* ---- open elements */

static bg_element *element_of(reader *r, uint32_t index) { return &r->elements.items[index]; }
static unsigned does(const reader *r, uint32_t index) { return bg_tag__does((bg_tag)r->elements.items[index].tag); }

/* End the innermost element. */
static void end_top(reader *r, size_t end) {
    bg_element *e = element_of(r, r->top);
    unsigned what = bg_tag__does((bg_tag)e->tag);
    if (what & TAG_BLOCK) bg_flow__break(&r->flow, false);
    e->end = (uint32_t)end;
    e->text_end = (uint32_t)r->flow.used;
    e->line_end = (uint32_t)r->flow.lines.count;
    bg_flow__leave(&r->flow, (bg_tag)e->tag);
    r->open[e->tag]--;
    r->top = e->parent;
}

static void end_through(reader *r, uint32_t index, size_t from, size_t end) {
    while (r->top != index) end_top(r, from);
    end_top(r, end);
}

/* The innermost open element of the tag that an end tag, or what implies one, reaches; 0 if none. */
static uint32_t reached(reader *r, bg_tag tag) {
    unsigned what = bg_tag__does(tag);
    for (uint32_t i = r->open[tag] ? r->top : 0; i; i = element_of(r, i)->parent) {
        if (element_of(r, i)->tag == tag) return i;
        unsigned above = does(r, i);
        if (!(what & TAG_BLOCK) && above & TAG_BLOCK) return 0;
        if (above & TAG_SCOPE && !(what & TAG_TABLE && above & TAG_TABLE)) return 0;
    }
    return 0;
}

static void end_implied(reader *r, bg_tag tag, size_t at) {
    uint32_t open = reached(r, tag);
    if (open) end_through(r, open, at, at);
}

/* Is the innermost open item of a list, or cell of a table, closed by another one? Not beyond the list, the table. */
static void end_item(reader *r, bg_tag tag, bg_tag other, bg_tag outside, bg_tag outside_too, size_t at) {
    if (!r->open[tag] && !r->open[other]) return;
    for (uint32_t i = r->top; i; i = element_of(r, i)->parent) {
        bg_tag it = (bg_tag)element_of(r, i)->tag;
        if (it == tag || it == other) {
            end_through(r, i, at, at);
            return;
        }
        if (it == outside || it == outside_too) return;
    }
}

/* What a start tag ends. */
static void make_room(reader *r, bg_tag tag, size_t at) {
    if (bg_tag__does(tag) & TAG_ENDS_P) end_implied(r, BG_TAG_p, at);
    switch (tag) {
    case BG_TAG_a: end_implied(r, BG_TAG_a, at); break;
    case BG_TAG_li: end_item(r, BG_TAG_li, BG_TAG_li, BG_TAG_ul, BG_TAG_ol, at); break;
    case BG_TAG_dt:
    case BG_TAG_dd: end_item(r, BG_TAG_dt, BG_TAG_dd, BG_TAG_dl, BG_TAG_dl, at); break;
    case BG_TAG_td:
    case BG_TAG_th: end_item(r, BG_TAG_td, BG_TAG_th, BG_TAG_tr, BG_TAG_table, at); break;
    case BG_TAG_tr: end_item(r, BG_TAG_tr, BG_TAG_tr, BG_TAG_table, BG_TAG_table, at); break;
    case BG_TAG_body: end_implied(r, BG_TAG_head, at); break;
    default: break;
    }
}

/* ---- tags */

static uint32_t add_element(reader *r, bg_tag tag, size_t start, size_t content, size_t names) {
    if (r->elements.count >= ELEMENTS_MAX) return r->out->crowded = true, 0;
    bg_element *e = BG_PUSH(r->arena, &r->elements);
    if (!e) return r->failed = true, 0;
    *e = (bg_element){.parent = r->top, .start = (uint32_t)start, .content = (uint32_t)content, .end = (uint32_t)content,
                      .text = (uint32_t)r->flow.used, .text_end = (uint32_t)r->flow.used, .line = (uint32_t)r->flow.lines.count,
                      .line_end = (uint32_t)r->flow.lines.count, .name = (uint32_t)names, .tag = (uint16_t)tag, .depth = (uint16_t)(element_of(r, r->top)->depth + 1),
                      .hidden = r->flow.hidden > 0};
    return (uint32_t)(r->elements.count - 1);
}

/* Where the end tag of a raw element begins, or the end of the bytes. */
static size_t raw_end(const reader *r, size_t at, const char *name, size_t size) {
    for (const char *p; (p = memchr(r->bytes + at, '<', r->size - at)); at = (size_t)(p - r->bytes) + 1) {
        size_t left = r->size - (size_t)(p - r->bytes);
        if (left < size + 3 || p[1] != '/' || strncasecmp(p + 2, name, size) != 0) continue;
        if (is_blank(p[size + 2]) || p[size + 2] == '>' || p[size + 2] == '/') return (size_t)(p - r->bytes);
    }
    return r->size;
}

/* The content of script, style, title … from r->at on, and its end tag. */
static void read_raw(reader *r, const char *name, size_t size) {
    size_t end = raw_end(r, r->at, name, size);
    bg_flow__text(&r->flow, r->at, end, r->top);
    r->at = end < r->size ? tag_end(r->bytes, end + 2 + size, r->size) : end;
    if (r->at < r->size) r->at++;
    end_top(r, r->at);
}

static void enter(reader *r, uint32_t index, bg_tag tag) {
    r->top = index;
    r->open[tag]++;
    bg_flow__enter(&r->flow, tag);
}

static void start_tag(reader *r, size_t start) {
    const char *name = r->bytes + start + 1;
    size_t names = r->names.count, behind = name_end(r->bytes, start + 1, r->size), end = named_tag_end(r, behind);
    r->at = end < r->size ? end + 1 : end;
    if (end >= r->size) { /* a tag that never ends is none */
        r->names.count = names;
        return;
    }
    bg_tag tag = bg_tag__find(name, behind - start - 1);
    unsigned what = bg_tag__does(tag);
    make_room(r, tag, start);
    if (what & TAG_BLOCK || tag == BG_TAG_br) bg_flow__break(&r->flow, tag == BG_TAG_br);
    uint32_t index = add_element(r, tag, start, r->at, names);
    if (!index) r->names.count = names;
    if (!index || what & TAG_VOID || (element_of(r, index)->depth >= DEPTH_MAX && !(what & TAG_RAW))) return;
    enter(r, index, tag);
    if (what & TAG_RAW) read_raw(r, name, behind - start - 1);
}

static void end_tag(reader *r, size_t start) {
    size_t behind = name_end(r->bytes, start + 2, r->size), end = tag_end(r->bytes, behind, r->size);
    r->at = end < r->size ? end + 1 : end;
    bg_tag tag = bg_tag__find(r->bytes + start + 2, behind - start - 2);
    if (tag == BG_TAG_br || tag == BG_TAG_p) bg_flow__break(&r->flow, tag == BG_TAG_br);
    uint32_t open = reached(r, tag);
    if (open) end_through(r, open, start, r->at);
}

/* "<!-- … -->", "<!DOCTYPE …>", "<?xml …>": passed over. */
static void pass_over(reader *r, size_t start) {
    const char *p = r->bytes + start, *end;
    size_t left = r->size - start;
    if (left >= 4 && memcmp(p, "<!--", 4) == 0) {
        end = left > 4 && p[4] == '>' ? p + 4 : memmem(p + 4, left - 4, "-->", 3);
        if (end && *end == '-') end += 2;
    } else {
        end = memchr(p, '>', left);
    }
    r->at = end ? (size_t)(end - r->bytes) + 1 : r->size;
}

static void read_markup(reader *r, size_t start) {
    char next = start + 1 < r->size ? r->bytes[start + 1] : 0;
    if (is_letter(next)) start_tag(r, start);
    else if (next == '/' && start + 2 < r->size && is_letter(r->bytes[start + 2])) end_tag(r, start);
    else if (next == '!' || next == '?' || next == '/') pass_over(r, start);
    else bg_flow__text(&r->flow, start, r->at = start + 1, r->top);
}

static void read_all(reader *r) {
    while (r->at < r->size && !r->failed) {
        const char *open = memchr(r->bytes + r->at, '<', r->size - r->at);
        size_t stop = open ? (size_t)(open - r->bytes) : r->size;
        bg_flow__text(&r->flow, r->at, stop, r->top);
        r->at = stop;
        if (open) read_markup(r, stop);
    }
    while (r->top) end_top(r, r->size);
    bg_flow__break(&r->flow, false);
    bg_element *root = element_of(r, 0);
    root->end = (uint32_t)r->size, root->text_end = (uint32_t)r->flow.used, root->line_end = (uint32_t)r->flow.lines.count;
}

bool bg_html__read(bg_arena *arena, const char *bytes, size_t size, bg_html *out) {
    reader r = {.arena = arena, .bytes = bytes, .size = size, .out = out};
    *out = (bg_html){.bytes = bytes, .size = size};
    const bg_element *root = BG_PUSH(arena, &r.elements);
    if (!root || !bg_flow__begin(&r.flow, arena, bytes, size, &out->map)) return false;
    read_all(&r);
    out->elements = r.elements.items, out->element_count = r.elements.count;
    out->names = r.names.items, out->name_count = r.names.count;
    r.flow.text = bg_flow__end(&r.flow);
    out->text = r.flow.text, out->text_size = r.flow.used;
    out->lines = r.flow.lines.items, out->markup = r.flow.markup.items, out->line_count = r.flow.lines.count;
    out->crowded |= r.flow.crowded;
    return !r.failed && !r.flow.failed && bg_html__join_cells(arena, out, r.flow.text);
}

/* ---- questions */

char *bg_html__value(bg_arena *arena, const bg_html *html, const bg_element *element, const char *name) {
    bg_span raw = bg_html__attribute(html, element, name);
    return raw.end ? bg_entity__text(arena, html->bytes + raw.start, raw.end - raw.start) : NULL;
}

bool bg_html__next(const bg_html *html, const bg_element *element, size_t *at, bg_attribute *out) {
    if (!*at) *at = name_end(html->bytes, element->start + 1, element->content);
    return next_attribute(html->bytes, at, element->content, out);
}

bg_span bg_html__attribute(const bg_html *html, const bg_element *element, const char *name) {
    size_t size = strlen(name), at = 0;
    for (bg_attribute a; element->start < element->content && bg_html__next(html, element, &at, &a);)
        if (a.name.end - a.name.start == size && strncasecmp(html->bytes + a.name.start, name, size) == 0) return a.value;
    return (bg_span){0, 0};
}

bg_span bg_html__source(const bg_html *html, bg_span text) {
    return text.start < text.end ? bg_map__span(&html->map, text) : (bg_span){0, 0};
}

static bool begins(const char *p, size_t left, const char *word) { return left > strlen(word) && strncasecmp(p, word, strlen(word)) == 0; }

/* A tag that only HTML has, in the first bytes. */
static bool has_html_tag(const char *p, size_t size) {
    static const char *const known[] = {"<html", "<!doctype html", "<head", "<body", "<div", "<p>", "<p ", "<meta", "<table", "<article", "<title", "<br"};
    for (const char *at = p; (at = memchr(at, '<', size - (size_t)(at - p))); at++)
        for (size_t i = 0; i < BG_COUNT(known); i++)
            if (begins(at, size - (size_t)(at - p), known[i])) return true;
    return false;
}

bool bg_html__is(const char *bytes, size_t size, const char *type) {
    size_t at = size >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    if (type && (strncasecmp(type, "text/html", 9) == 0 || strncasecmp(type, "application/xhtml", 17) == 0)) return true;
    if (type && strncasecmp(type, "text/plain", 10) == 0) return false;
    while (at < size && is_blank(bytes[at])) at++;
    if (at >= size || bytes[at] != '<') return false;
    return has_html_tag(bytes + at, size - at < HEAD_SIZE ? size - at : HEAD_SIZE);
}
