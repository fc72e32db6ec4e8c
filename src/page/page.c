/* page: decode the bytes of a page, check its text and split it into lines. */
#include "html.h"
#include "charset.h"
#include "control.h"

#define CONTROLS_ONE_IN 100 /* a text may hold one control byte in so many: what an editor or a converter left behind */
#define LINES_MAX ((size_t)8 << 20) /* bounds the memory that a page of line ends takes */

/* Offset of the byte that shows that this is no text, or `size`: a NUL, or the first control byte where there are too many. */
static size_t find_binary(const char *bytes, size_t size) {
    size_t first = bg_control__next(bytes, size, 0), count = 0;
    for (size_t at = first; at < size; at = bg_control__next(bytes, size, at + 1)) {
        if (!bytes[at]) return at;
        if (++count > size / CONTROLS_ONE_IN) return first;
    }
    return size;
}

/* Length of the blank that begins at p: blank, tab and kin, NBSP, zero-width space, BOM, ideographic space. */
static size_t blank_at(const unsigned char *p, size_t left) {
    if (*p <= ' ') return 1;
    if (left >= 2 && p[0] == 0xC2 && (p[1] == 0xA0 || p[1] == 0xAD)) return 2;
    if (left >= 3 && p[0] == 0xE2 && p[1] == 0x80 && (p[2] <= 0x8F || p[2] == 0xAF)) return 3;
    if (left >= 3 && p[0] == 0xE2 && p[1] == 0x81 && p[2] == 0xA0) return 3;
    if (left >= 3 && p[0] == 0xE3 && p[1] == 0x80 && p[2] == 0x80) return 3;
    if (left >= 3 && p[0] == 0xEF && p[1] == 0xBB && p[2] == 0xBF) return 3;
    return 0;
}

/* Length of the blank that ends before `end`. */
static size_t blank_before(const unsigned char *p, size_t start, size_t end) {
    for (size_t n = 1; n <= 3 && n <= end - start; n++)
        if (blank_at(p + end - n, n) == n) return n;
    return 0;
}

static bg_span trim(const char *bytes, bg_span span) {
    const unsigned char *p = (const unsigned char *)bytes;
    size_t start = span.start, end = span.end, n;
    while (start < end && (n = blank_at(p + start, end - start))) start += n;
    while (start < end && (n = blank_before(p, start, end))) end -= n;
    return (bg_span){(uint32_t)start, (uint32_t)end};
}

static bg_code check_size(const char *source, size_t size, bg_error *err) {
    if (!size) return bg_error__set(err, BG_E_EMPTY, BG_NO_BYTE, "'%s': page holds no text", source);
    if (size <= BG_PAGE_MAX) return BG_OK;
    return bg_error__set(err, BG_E_TOOBIG, BG_PAGE_MAX, "'%s': page has %zu bytes, more than %zu", source, size, BG_PAGE_MAX);
}

static bg_code tell_binary(const char *source, size_t byte, unsigned char what, bg_error *err) {
    return bg_error__set(err, BG_E_BINARY, byte, "'%s': byte %zu is 0x%02x, not text", source, byte, what);
}

/* Bytes → text. What is no text at all is told as such, not as a text in an unknown charset. */
static bg_code decode(bg_arena *arena, const bg_page *page, const char *bytes, size_t size, bg_decoded *out, bg_error *err) {
    bg_code code = bg_charset__read(arena, page->source, bytes, size, page->type, out, err);
    if (code ? code != BG_E_UTF8 : out->markup) return code;
    const char *text = code ? bytes : out->text;
    size_t text_size = code ? size : out->size, bad = find_binary(text, text_size);
    if (bad == text_size) return code;
    return tell_binary(page->source, code ? bad : bg_map__back(&out->map, (uint32_t)bad), (unsigned char)text[bad], err);
}

/* Where line ends stand. The next line feed is looked for once, so that a page of lone CRs is still read in linear time. */
typedef struct line_ends {
    size_t feed;  /* next LF, or size */
    bool returns; /* the page has CRs */
} line_ends;

/* End of the line that begins at `at`; *next is where the one after it begins. Ends: LF, CR, CR LF. */
static size_t line_end(const bg_page *page, line_ends *ends, size_t at, size_t *next) {
    if (ends->feed < at || at == 0) {
        const char *feed = memchr(page->text + at, '\n', page->size - at);
        ends->feed = feed ? (size_t)(feed - page->text) : page->size;
    }
    const char *cr = ends->returns ? memchr(page->text + at, '\r', ends->feed - at) : NULL;
    size_t end = cr ? (size_t)(cr - page->text) : ends->feed;
    *next = end + 1 < page->size ? end + 1 : page->size;
    if (cr && end + 1 == ends->feed && ends->feed < page->size) *next = ends->feed + 1;
    return end;
}

/* How many lines there are at most, counted first so that the list is allocated once. */
static size_t count_lines(const bg_page *page, bool returns) {
    size_t count = 1;
    for (const char *p = page->text, *end = p + page->size; (p = memchr(p, '\n', (size_t)(end - p))); p++) count++;
    if (returns)
        for (const char *p = page->text, *end = p + page->size; (p = memchr(p, '\r', (size_t)(end - p))); p++) count++;
    return count;
}

static bg_code split(bg_arena *arena, bg_page *page, bg_error *err) {
    line_ends ends = {0, memchr(page->text, '\r', page->size) != NULL};
    bool filled = false;
    size_t room = count_lines(page, ends.returns);
    if (room > LINES_MAX)
        return bg_error__set(err, BG_E_TOOBIG, BG_NO_BYTE, "'%s': page has more than %zu lines", page->source, LINES_MAX);
    page->lines = bg_arena__alloc(arena, room * sizeof *page->lines);
    if (!page->lines) return bg_error__set(err, BG_E_NOMEM, BG_NO_BYTE, "out of memory for the lines of '%s'", page->source);
    for (size_t at = 0, next; at < page->size; at = next) {
        bg_line *line = &page->lines[page->line_count++];
        line->span = (bg_span){(uint32_t)at, (uint32_t)line_end(page, &ends, at, &next)};
        line->trimmed = trim(page->text, line->span);
        filled |= line->trimmed.start < line->trimmed.end;
    }
    if (!filled) return bg_error__set(err, BG_E_EMPTY, BG_NO_BYTE, "'%s': page holds no text", page->source);
    return BG_OK;
}

/* The decoded text is markup: its text, and the lines that it makes. */
static bg_code read_markup(bg_arena *arena, bg_page *page, const bg_decoded *decoded, bg_error *err) {
    bg_html *html = bg_arena__alloc(arena, sizeof *html);
    bool read = html && bg_html__read(arena, decoded->text, decoded->size, html);
    if (!read || !bg_map__compose(arena, &html->map, &decoded->map, (uint32_t)html->text_size, &page->map))
        return bg_error__set(err, BG_E_NOMEM, BG_NO_BYTE, "out of memory for '%s'", page->source);
    if (!html->line_count) return bg_error__set(err, BG_E_EMPTY, BG_NO_BYTE, "'%s': page holds no text, only markup", page->source);
    for (size_t i = 0; i < html->line_count; i++) html->lines[i].trimmed = trim(html->text, html->lines[i].span);
    page->html = html;
    page->text = html->text, page->size = html->text_size;
    page->lines = html->lines, page->line_count = html->line_count;
    return BG_OK;
}

bg_code bg_page__open(bg_arena *arena, const char *source, const char *bytes, size_t size, const char *type, bg_page *out, bg_error *err) {
    bg_decoded decoded;
    *out = (bg_page){.source = source ? source : "page", .type = type};
    bg_code code = check_size(out->source, size, err);
    if (!code) code = decode(arena, out, bytes, size, &decoded, err);
    if (code) return code;
    out->text = decoded.text, out->size = decoded.size;
    out->map = decoded.map;
    out->charset = decoded.charset;
    code = check_size(out->source, out->size, err);
    if (!code && bg_html__is(out->text, out->size, type)) return read_markup(arena, out, &decoded, err);
    return code ? code : split(arena, out, err);
}
