/* mime: header fields, quoted-printable, base64 (nettle's). */
#include "mime.h"

#include <nettle/base64.h>
#include <strings.h>

#define LIST_MOST 8 /* fields that make one list */

/* The line that begins at `at`: *end without its line end; returns the beginning of the next. */
static size_t next_line(const char *bytes, size_t size, size_t at, size_t *end) {
    const char *feed = memchr(bytes + at, '\n', size - at);
    size_t stop = feed ? (size_t)(feed - bytes) : size;
    *end = stop > at && bytes[stop - 1] == '\r' ? stop - 1 : stop;
    return feed ? stop + 1 : size;
}

size_t bg_mime__head(const char *bytes, size_t size) {
    for (size_t at = 0, end, next; at < size; at = next) {
        next = next_line(bytes, size, at, &end);
        if (end == at && next > end) return next;
    }
    return 0;
}

static bool is_blank(char c) { return c == ' ' || c == '\t'; }

/* The value of the field whose line stands at [at, end), with the lines that go on with it. */
static const char *value_of(bg_arena *arena, const char *head, size_t size, size_t at, size_t end, size_t next) {
    size_t stop = next, last, used = 0;
    while (stop < size && is_blank(head[stop])) stop = next_line(head, size, stop, &last);
    char *value = bg_arena__alloc(arena, stop - at + 2);
    while (value) {
        while (at < end && is_blank(head[at])) at++;
        while (end > at && is_blank(head[end - 1])) end--;
        if (used && end > at) value[used++] = ' ';
        memcpy(value + used, head + at, end - at);
        used += end - at;
        if (next >= stop) break;
        at = next;
        next = next_line(head, stop, at, &end);
    }
    if (value) value[used] = 0;
    return value;
}

/* The first such field from *from on, which becomes where the line behind it begins. */
static const char *next_field(bg_arena *arena, const char *head, size_t size, const char *name, size_t *from) {
    size_t length = strlen(name);
    for (size_t at = *from, end; at < size; at = *from) {
        *from = next_line(head, size, at, &end);
        if (end - at <= length || strncasecmp(head + at, name, length) != 0) continue;
        size_t colon = at + length;
        while (colon < end && is_blank(head[colon])) colon++;
        if (colon < end && head[colon] == ':') return value_of(arena, head, size, colon + 1, end, *from);
    }
    return NULL;
}

const char *bg_mime__field(bg_arena *arena, const char *head, size_t size, const char *name) {
    size_t from = 0;
    return next_field(arena, head, size, name, &from);
}

const char *bg_mime__list(bg_arena *arena, const char *head, size_t size, const char *name) {
    size_t from = 0;
    const char *list = next_field(arena, head, size, name, &from), *more;
    for (int i = 1; list && i < LIST_MOST && (more = next_field(arena, head, size, name, &from)); i++) list = bg_arena__print(arena, "%s, %s", list, more);
    return list;
}

/* The text up to a quote or, without one, to a sign that ends it. */
static const char *quoted(bg_arena *arena, const char *at) {
    if (*at != '"') return bg_arena__text(arena, at, strcspn(at, "; \t,"));
    char *value = bg_arena__alloc(arena, strlen(at) + 1), *to = value;
    if (!value) return NULL;
    for (at++; *at && *at != '"'; *to++ = *at++)
        if (*at == '\\' && at[1]) at++;
    *to = 0;
    return value;
}

const char *bg_mime__parameter(bg_arena *arena, const char *value, const char *name) {
    size_t length = strlen(name);
    for (const char *at = value; (at = strchr(at, ';'));) {
        at++;
        while (is_blank(*at)) at++;
        if (strncasecmp(at, name, length) != 0) continue;
        const char *sign = at + length;
        while (is_blank(*sign)) sign++;
        if (*sign != '=') continue;
        for (sign++; is_blank(*sign);) sign++;
        return quoted(arena, sign);
    }
    return NULL;
}

bool bg_mime__is(const char *type, const char *wanted) {
    size_t size = strlen(wanted);
    if (!type || strncasecmp(type, wanted, size) != 0) return false;
    return wanted[size - 1] == '/' || !type[size] || type[size] == ';' || is_blank(type[size]);
}

bool bg_mime__is_page(const char *type) {
    return bg_mime__is(type, "text/html") || bg_mime__is(type, "application/xhtml+xml") || bg_mime__is(type, "text/plain");
}

/* ------------------------------------------------------------------ transfer encodings */

int bg_mime__hex(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* A line: =XX are bytes, a sign of equality at its end joins it to the next, blanks at its end are the mailer's. */
static void quoted_line(const char *line, size_t size, bool ended, bg_buf *out) {
    while (size && is_blank(line[size - 1])) size--;
    bool joined = size && line[size - 1] == '=';
    for (size_t at = 0; at < size - joined;) {
        const char *sign = memchr(line + at, '=', size - joined - at);
        size_t stop = sign ? (size_t)(sign - line) : size - joined;
        bg_buf__add(out, line + at, stop - at);
        at = stop;
        if (!sign) break;
        int high = stop + 2 < size ? bg_mime__hex(line[stop + 1]) : -1, low = high < 0 ? -1 : bg_mime__hex(line[stop + 2]);
        bool good = low >= 0;
        bg_buf__char(out, good ? (char)(high * 16 + low) : '=');
        at += good ? 3 : 1;
    }
    if (ended && !joined) bg_buf__char(out, '\n');
}

static void quoted_printable(const char *bytes, size_t size, bg_buf *out) {
    for (size_t at = 0, end, next; at < size; at = next) {
        next = next_line(bytes, size, at, &end);
        quoted_line(bytes + at, end - at, next > end, out);
    }
}

#define BASE64_PART ((size_t)4096)

/* In parts of whole groups of four, whatever stands between them. */
static void base64(const char *bytes, size_t size, bg_buf *out) {
    char group[BASE64_PART];
    unsigned char plain[BASE64_PART];
    size_t count = 0, got;
    for (size_t at = 0; at <= size; at++) {
        bool end = at == size || bytes[at] == '=';
        if (count == BASE64_PART || (end && count)) {
            if (count % 4 == 1) count--; /* no byte is told by one sign */
            struct base64_decode_ctx context;
            base64_decode_init(&context);
            if (base64_decode_update(&context, &got, plain, count, group)) bg_buf__add(out, plain, got);
            count = 0;
        }
        if (end) break;
        char c = bytes[at];
        bool is = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || is_blank(c) || (c >= '0' && c <= '9') || c == '+' || c == '/';
        if (is && !is_blank(c)) group[count++] = c;
    }
}

bool bg_mime__decode(const char *encoding, const char *bytes, size_t size, bg_buf *out) {
    if (encoding && strcasecmp(encoding, "quoted-printable") == 0) quoted_printable(bytes, size, out);
    else if (encoding && strcasecmp(encoding, "base64") == 0) base64(bytes, size, out);
    else bg_buf__add(out, bytes, size);
    return !out->failed;
}
