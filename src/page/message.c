/* message: MHTML, a page as mail. One part of it is the page, the others are its pictures and frames. */
#include "input.h"

#include <strings.h>

#define BOUNDARIES_MAX 8 /* parts within parts */

typedef struct message {
    bg_arena *arena;
    const char *bytes;
    size_t size;
    const char *boundaries[BOUNDARIES_MAX];
    size_t boundary_count;
    const char *start, *location; /* which part is the page: its Content-ID, its address */
} message;

typedef struct part {
    const char *type, *encoding, *location, *id;
    size_t start, end; /* of the body */
    bool whole;        /* a boundary stands behind it */
    int rank;          /* how surely it is the page; 0: it is not */
} part;

/* Does a line of the message's first bytes begin with this field? */
static bool has_field(const char *bytes, size_t size, const char *name) {
    size_t length = strlen(name);
    for (const char *at = bytes, *end = bytes + size; at && (size_t)(end - at) > length;) {
        if (strncasecmp(at, name, length) == 0) return true;
        at = memchr(at, '\n', (size_t)(end - at));
        if (at) at++;
    }
    return false;
}

bool bg_message__is(const char *bytes, size_t size) {
    size_t name = 0;
    while (name < size && name < 40 && ((bytes[name] | 32) >= 'a') && ((bytes[name] | 32) <= 'z')) name++;
    while (name < size && name < 40 && (bytes[name] == '-' || ((bytes[name] | 32) >= 'a' && (bytes[name] | 32) <= 'z'))) name++;
    if (!name || name == size || bytes[name] != ':') return false;
    size_t head = bg_mime__head(bytes, size);
    return has_field(bytes, head ? head : size, "MIME-Version:") && has_field(bytes, head ? head : size, "Content-Type:");
}

/* The line of a boundary at or behind `from`: where it begins (behind the line end before it); *next is behind it. Or the end. */
static size_t next_boundary(const message *m, size_t from, size_t *next) {
    for (size_t at = from; at < m->size; at++) {
        const char *dashes = memmem(m->bytes + at, m->size - at, "--", 2);
        if (!dashes) break;
        at = (size_t)(dashes - m->bytes);
        if (at && m->bytes[at - 1] != '\n') continue;
        for (size_t i = 0; i < m->boundary_count; i++) {
            size_t length = strlen(m->boundaries[i]);
            if (m->size - at < 2 + length || memcmp(dashes + 2, m->boundaries[i], length) != 0) continue;
            const char *feed = memchr(dashes, '\n', m->size - at);
            *next = feed ? (size_t)(feed - m->bytes) + 1 : m->size;
            return at;
        }
    }
    return *next = m->size;
}

static int rank_of(const message *m, const part *p) {
    if (!bg_mime__is_page(p->type)) return 0;
    if (bg_string__is(p->id, m->start)) return 4;
    if (bg_string__is(p->location, m->location)) return 3;
    return bg_mime__is(p->type, "text/plain") ? 1 : 2;
}

static void add_boundary(message *m, const char *type) {
    const char *boundary = bg_mime__is(type, "multipart/") ? bg_mime__parameter(m->arena, type, "boundary") : NULL;
    if (boundary && *boundary && m->boundary_count < BOUNDARIES_MAX) m->boundaries[m->boundary_count++] = boundary;
}

/* The part whose header begins at `start`; returns where the next one's does. */
static size_t read_part(message *m, size_t start, part *p) {
    size_t next, head = bg_mime__head(m->bytes + start, m->size - start);
    const char *at = m->bytes + start;
    *p = (part){.type = bg_mime__field(m->arena, at, head, "Content-Type"),
                .encoding = bg_mime__field(m->arena, at, head, "Content-Transfer-Encoding"),
                .location = bg_mime__field(m->arena, at, head, "Content-Location"),
                .id = bg_mime__field(m->arena, at, head, "Content-ID")};
    p->start = start + head;
    add_boundary(m, p->type);
    p->end = next_boundary(m, p->start, &next);
    p->whole = p->end < m->size;
    if (p->end > p->start && p->whole) p->end--;
    if (p->end > p->start && p->whole && m->bytes[p->end - 1] == '\r') p->end--;
    p->rank = head ? rank_of(m, p) : 0;
    return next;
}

static part find_page(message *m, size_t from) {
    part best = {0};
    size_t at;
    next_boundary(m, from, &at);
    while (at < m->size && best.rank < 4) {
        part each;
        at = read_part(m, at, &each);
        if (each.rank > best.rank) best = each;
    }
    return best;
}

static bool is_address(const char *location) { return location && (strncasecmp(location, "http:", 5) == 0 || strncasecmp(location, "https:", 6) == 0); }

static bg_step give(bg_input *input, const bg_level *level, const message *m, const part *page, const char *date) {
    bg_buf__clear(&input->plain);
    if (!bg_mime__decode(page->encoding, m->bytes + page->start, page->end - page->start, &input->plain))
        return bg_input__fail(input, level, BG_E_NOMEM, BG_NO_BYTE, "out of memory");
    const char *address = is_address(m->location) ? m->location : page->location;
    input->item = (bg_item){.source = bg_input__text(input, level->name),
                            .bytes = input->plain.bytes ? input->plain.bytes : "",
                            .size = input->plain.size,
                            .url = is_address(address) ? address : NULL,
                            .type = page->type,
                            .captured = bg_input__moment(input, date)};
    return BG_STEP_PAGE;
}

static bg_step read_message(bg_input *input, bg_level *level, size_t size) {
    message m = {.arena = input->arena, .bytes = bg_stream__here(level->stream), .size = size};
    size_t head = bg_mime__head(m.bytes, size);
    if (!head) return bg_input__fail(input, level, BG_E_DAMAGED, 0, "the message's header has no end");
    const char *type = bg_mime__field(m.arena, m.bytes, head, "Content-Type");
    const char *date = bg_mime__field(m.arena, m.bytes, head, "Date");
    m.location = bg_mime__field(m.arena, m.bytes, head, "Snapshot-Content-Location");
    if (!m.location) m.location = bg_mime__field(m.arena, m.bytes, head, "Content-Location");
    m.start = type ? bg_mime__parameter(m.arena, type, "start") : NULL;
    add_boundary(&m, type);
    part page = {.type = type, .encoding = bg_mime__field(m.arena, m.bytes, head, "Content-Transfer-Encoding"), .start = head, .end = size, .whole = true,
                 .rank = bg_mime__is_page(type)};
    if (m.boundary_count) page = find_page(&m, head);
    if (!page.rank) return bg_input__fail(input, level, BG_E_DAMAGED, head, "no part of the message is a page");
    if (!page.whole) return bg_input__fail(input, level, BG_E_DAMAGED, page.start, "the message is cut short within its page");
    return give(input, level, &m, &page, date);
}

static bg_step next_message(bg_input *input, bg_level *level) {
    if (level->done) return BG_STEP_END;
    size_t size = bg_input__all(level);
    level->done = true;
    if (level->stream->broken.code) return bg_input__fail_whole(input, level);
    if (size > BG_PAGE_MAX) return bg_input__fail(input, level, BG_E_TOOBIG, BG_PAGE_MAX, "larger than %zu bytes", BG_PAGE_MAX);
    return read_message(input, level, size);
}

const bg_format bg_format__message = {"message", next_message, NULL};
