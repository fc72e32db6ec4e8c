/*
 * warc: records one after the other. A record's length is believed only if another record, or the end, stands behind it; where it lied,
 * the next line that begins a record is looked for. In a packed archive the end of a unit is the end of a record, whatever it says.
 */
#include "input.h"

#include <stdlib.h>
#include <strings.h>

#define HEAD_MAX ((size_t)64 << 10)
#define KEPT_WHOLE ((size_t)8 << 20) /* a record to be passed over that is no larger is looked at as a whole, to go back if its length lied */
#define SIGN "WARC/"
#define SIGN_SIZE (sizeof SIGN - 1)

typedef struct record {
    char place[BG_PLACE];
    size_t byte;
    const char *head;
    size_t head_size;
    uint64_t size;  /* of what stands behind the head */
    uint64_t ahead; /* how far had been looked when it began */
    const char *type;
} record;

static bool is_end(char c) { return c == '\r' || c == '\n'; }

static bool is_sign(const char *at, size_t left) { return left >= SIGN_SIZE && memcmp(at, SIGN, SIGN_SIZE) == 0; }

/* ------------------------------------------------------------------ the next record */

/* Where a record may begin in what is seen, at a line's head from `from` on; or what is seen. */
static size_t find_sign(const bg_stream *stream, size_t from) {
    const char *here = bg_stream__here(stream);
    size_t seen = bg_stream__seen(stream);
    while (from < seen) {
        const char *at = memmem(here + from, seen - from, SIGN, SIGN_SIZE);
        if (!at) break;
        from = (size_t)(at - here);
        bool version = seen - from > SIGN_SIZE + 2 && at[SIGN_SIZE] >= '0' && at[SIGN_SIZE] <= '9' && at[SIGN_SIZE + 1] == '.';
        if (version && ((from && is_end(at[-1])) || (stream->packed && stream->pos + from == stream->unit))) return from;
        from++;
    }
    return seen;
}

/* Go to the next record, at `from` or behind. False: there is none. */
static bool find_record(bg_stream *stream, size_t from) {
    for (;;) {
        size_t seen = bg_stream__seen(stream), at = find_sign(stream, from);
        if (at < seen) return bg_stream__take(stream, at), true;
        size_t rest = seen < 16 ? seen : 16, before = stream->border ? seen : seen - rest;
        bg_stream__take(stream, before);
        from = 1;
        if (stream->border && bg_stream__cross(stream)) {
            bg_stream__need(stream, SIGN_SIZE + 3);
            if (is_sign(bg_stream__here(stream), bg_stream__seen(stream))) return true;
        } else if (stream->broken.code || bg_stream__need(stream, rest + 1) <= rest) {
            if (stream->border) continue;
            return stream->broken.code != BG_OK; /* the damage is told next */
        }
    }
}

/* Tell what is wrong with the record, and go on behind it: from `from` on, as seen from here. */
static bg_step lost(bg_input *input, bg_level *level, const record *r, size_t from, const char *why) {
    bg_code code = level->stream->broken.code;
    uint64_t ahead = level->stream->pos + bg_stream__seen(level->stream);
    if (ahead > r->ahead) input->wasted += ahead - r->ahead;
    if (code) {
        bg_input__fail_stream(input, level);
        input->failure.byte = r->byte;
        return BG_STEP_FAILED;
    }
    level->done = !find_record(level->stream, from);
    return bg_input__fail(input, level, BG_E_DAMAGED, r->byte, "%s", why);
}

/* ------------------------------------------------------------------ lengths */

/* At the end of a unit: does the next one go on with the record that is seen? */
static bool goes_on(bg_stream *stream) {
    size_t seen = bg_stream__seen(stream);
    if (!bg_stream__cross(stream)) return false;
    bg_stream__need(stream, seen + SIGN_SIZE);
    return !is_sign(bg_stream__here(stream) + seen, bg_stream__seen(stream) - seen);
}

/* Widen the window to the whole record. False: it ends before, and what came is another's (or nothing). */
static bool need_whole(bg_stream *stream, size_t size) {
    while (bg_stream__need(stream, size) < size)
        if (!goes_on(stream)) return false;
    return true;
}

/* Only line ends between the record and the next one, or the end. Some writers forget them. */
static bool is_followed(bg_stream *stream, size_t size) {
    char ends[17]; /* the record's last byte, and what stands behind it */
    const char *at = ends + 1;
    size_t left, count = 0;
    if (size <= bg_stream__seen(stream)) {
        left = bg_stream__need(stream, size + sizeof ends) - size;
        at = bg_stream__here(stream) + size;
    } else {
        left = bg_stream__look(stream, stream->pos + size - 1, ends, sizeof ends);
        if (left == BG_NO_BYTE || !left) return left; /* who knows; or the file ends before */
        left--;
    }
    if (left >= 4 && memcmp(at, "\r\n\r\n", 4) == 0) return true; /* whatever else stands between records */
    while (count < left && is_end(at[count])) count++;
    return count == left || is_sign(at + count, left - count);
}

/* Does a record begin within it, and none behind it, though it goes on there? Then its length lied, and met line ends by chance. */
static bool holds_another(const bg_stream *stream, size_t head, size_t size) {
    const char *here = bg_stream__here(stream);
    size_t seen = bg_stream__seen(stream), behind = size;
    while (behind < seen && is_end(here[behind])) behind++;
    return behind < seen && !is_sign(here + behind, seen - behind) && find_sign(stream, head) < size;
}

/* Was the record's own unit damaged, its last bytes perhaps, which only the check behind them tells? */
static bool ends_in_damage(const bg_stream *stream, size_t size) {
    const char *here = bg_stream__here(stream);
    size_t seen = bg_stream__seen(stream);
    while (size < seen && is_end(here[size])) size++;
    return stream->broken.code && size == seen;
}

/* Pass over a large record. False: another begins in it. */
static bool skip_large(bg_stream *stream, uint64_t size) {
    while (size) {
        size_t seen = bg_stream__need(stream, 1) ? bg_stream__seen(stream) : 0;
        if (!seen) {
            if (!bg_stream__cross(stream)) return false;
            bg_stream__need(stream, SIGN_SIZE);
            if (is_sign(bg_stream__here(stream), bg_stream__seen(stream))) return false;
            continue;
        }
        size_t part = size < seen ? (size_t)size : seen;
        bg_stream__take(stream, part);
        size -= part;
    }
    return is_followed(stream, 0);
}

static bg_step pass_over_large(bg_input *input, bg_level *level, const record *r, bool page) {
    bg_stream *stream = level->stream;
    uint64_t back = stream->pos + r->head_size;
    bool cheap = bg_stream__can_seek(stream);
    bool good = cheap ? is_followed(stream, (size_t)(r->head_size + r->size)) && bg_stream__seek(stream, back + r->size)
                      : skip_large(stream, r->head_size + r->size);
    if (!good) {
        if (cheap && !bg_stream__seek(stream, back)) level->done = true;
        return lost(input, level, r, 0, "the record is not as long as it says");
    }
    if (page) return bg_input__fail(input, level, BG_E_TOOBIG, r->byte, "a record of more than %zu bytes", BG_PAGE_MAX);
    return BG_STEP_AGAIN;
}

/* ------------------------------------------------------------------ what a record is */

static const char *field(bg_input *input, const record *r, const char *name) { return bg_mime__field(input->arena, r->head, r->head_size, name); }

static bool holds_page(const record *r) {
    return r->type && (strcasecmp(r->type, "response") == 0 || strcasecmp(r->type, "resource") == 0 || strcasecmp(r->type, "conversion") == 0);
}

/* Rules for robots are text, but no page. */
static bool is_rules(const char *url) {
    const char *at = url ? strstr(url, "/robots.txt") : NULL;
    return at && (!at[11] || at[11] == '?' || at[11] == '#');
}

/* Addresses may stand in <>. */
static const char *address(bg_input *input, const record *r) {
    const char *url = field(input, r, "WARC-Target-URI");
    size_t size = url ? strlen(url) : 0;
    return size > 2 && url[0] == '<' && url[size - 1] == '>' ? bg_arena__text(input->arena, url + 1, size - 2) : url;
}

/* A body without a type: is it HTML by its looks? */
static bool looks_like_html(const char *bytes, size_t size) {
    static const char *const signs[] = {"<!doctype html", "<html", "<head", "<body", "<title"};
    char head[1025];
    size_t length = size < sizeof head - 1 ? size : sizeof head - 1;
    memcpy(head, bytes, length);
    head[length] = 0;
    if (strlen(head) < length) return false;
    for (size_t i = 0; i < BG_COUNT(signs); i++)
        if (strcasestr(head, signs[i])) return true;
    return false;
}

/* The item of a record that is seen as a whole. False: it is no page (BG_STEP_AGAIN) or broken (…FAILED). */
static bg_step read_record(bg_input *input, bg_level *level, const record *r) {
    bg_http http = {.status = 200, .body = r->head + r->head_size, .size = (size_t)r->size};
    bg_item *item = &input->item;
    bg_error err = {0};
    const char *type = field(input, r, "Content-Type");
    item->url = address(input, r);
    if (is_rules(item->url)) return BG_STEP_AGAIN;
    if (strcasecmp(r->type, "response") == 0 && (!type || bg_mime__is(type, "application/http"))) {
        bool cut = field(input, r, "WARC-Truncated") != NULL;
        if (bg_http__read(input->arena, http.body, http.size, cut, &input->plain, &input->spare, &http, &err))
            return bg_input__fail(input, level, err.code, r->byte, "%s", err.message);
        type = http.type;
    }
    if (!type && looks_like_html(http.body, http.size)) type = "text/html";
    if (http.status < 200 || http.status > 299 || !http.size || !bg_mime__is_page(type)) return BG_STEP_AGAIN;
    item->type = type;
    item->captured = bg_input__moment(input, field(input, r, "WARC-Date"));
    item->source = bg_arena__print(input->arena, "%s#%s", level->name, r->place);
    item->bytes = http.body;
    item->size = http.size;
    return BG_STEP_PAGE;
}

/* The head of the record that begins here. */
static const char *read_head(bg_input *input, bg_stream *stream, record *r) {
    while (bg_stream__need(stream, HEAD_MAX) < HEAD_MAX && !bg_mime__head(bg_stream__here(stream), bg_stream__seen(stream)) && goes_on(stream)) {}
    r->head = bg_stream__here(stream);
    size_t seen = bg_stream__seen(stream);
    if (!is_sign(r->head, seen)) return "no record begins here";
    r->head_size = bg_mime__head(r->head, seen < HEAD_MAX ? seen : HEAD_MAX);
    if (!r->head_size) return "the record's header has no end";
    r->type = field(input, r, "WARC-Type");
    const char *length = field(input, r, "Content-Length");
    char *end = NULL;
    r->size = length && *length >= '0' && *length <= '9' ? strtoull(length, &end, 10) : UINT64_MAX;
    if (!end || *end || r->size > INT64_MAX) return "the record does not say how long it is";
    return NULL;
}

/* Line ends between records, over the borders of units. False: the end, or damage. */
static bool find_head(bg_stream *stream) {
    for (;;) {
        if (!bg_stream__need(stream, 1)) {
            if (!bg_stream__cross(stream)) return false;
        } else if (!is_end(*bg_stream__here(stream))) return true;
        else bg_stream__take(stream, 1);
    }
}

static bg_step next_record(bg_input *input, bg_level *level) {
    bg_stream *stream = level->stream;
    record r = {0};
    bg_stream__take(stream, level->taken);
    level->taken = 0;
    if (level->done) return BG_STEP_END;
    if (!find_head(stream)) return stream->broken.code ? bg_input__fail_stream(input, level) : BG_STEP_END;
    bg_stream__place(stream, r.place);
    r.byte = bg_stream__byte(stream);
    r.ahead = stream->pos + bg_stream__seen(stream);
    const char *wrong = read_head(input, stream, &r);
    if (wrong) return lost(input, level, &r, 1, wrong);
    bool page = holds_page(&r);
    if (r.size > (page ? BG_PAGE_MAX : KEPT_WHOLE)) return pass_over_large(input, level, &r, page);
    size_t whole = r.head_size + (size_t)r.size;
    if (!is_followed(stream, whole) || !need_whole(stream, whole) || !is_followed(stream, whole) || holds_another(stream, r.head_size, whole))
        return lost(input, level, &r, r.head_size, "the record is not as long as it says");
    if (ends_in_damage(stream, whole)) return lost(input, level, &r, whole, "");
    r.head = bg_stream__here(stream);
    level->taken = whole;
    return page ? read_record(input, level, &r) : BG_STEP_AGAIN;
}

const bg_format bg_format__warc = {"warc", next_record, NULL};
