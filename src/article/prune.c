/* prune: JSON-LD without what nobody asks it for: members of other names are passed over, so that no tree is made of them. */
#include "ld.h"

#define DEPTH_MOST 60
#define KEY_MOST 16

typedef struct pruner {
    const char *in;
    size_t size, at;
    char *out;
    size_t used;
    uint64_t objects; /* a bit for each container that is open: is it an object? */
    uint64_t filled;  /* does it have a member? */
    unsigned depth;
} pruner;

static bool is_wanted(const char *key, size_t size) {
    static const char *const keys[] = {"@graph", "@id", "@type", "articleBody", "author", "creator", "dateModified", "datePublished", "headline", "inLanguage",
                                       "mainEntity", "mainEntityOfPage", "name", "publisher", "url"};
    for (size_t i = 0; size <= KEY_MOST && i < BG_COUNT(keys); i++)
        if (keys[i][0] == *key && strlen(keys[i]) == size && memcmp(keys[i], key, size) == 0) return true;
    return false;
}

static bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

static char peek(pruner *p) {
    while (p->at < p->size && is_blank(p->in[p->at])) p->at++;
    return p->at < p->size ? p->in[p->at] : 0;
}

/* Behind the quote that ends the text whose quote stands at `at`; 0: none does. */
static size_t text_end(const pruner *p, size_t at) {
    for (const char *quote = p->in + at + 1, *end = p->in + p->size; (quote = memchr(quote, '"', (size_t)(end - quote))); quote++) {
        const char *back = quote;
        while (back[-1] == '\\' && back - 1 > p->in + at) back--;
        if ((quote - back) % 2 == 0) return (size_t)(quote - p->in) + 1;
    }
    return 0;
}

/* Behind a number, true, false, null. */
static size_t word_end(const pruner *p, size_t at) {
    size_t end = at;
    while (end < p->size && !is_blank(p->in[end]) && !strchr(",}]{[\":", p->in[end])) end++;
    return end > at ? end : 0;
}

/* Behind what is opened at `at`. */
static size_t container_end(const pruner *p, size_t at) {
    size_t depth = 0;
    for (; at < p->size; at++) {
        char c = p->in[at];
        if (c == '"') {
            at = text_end(p, at);
            if (!at--) return 0;
        } else if (c == '{' || c == '[') depth++;
        else if ((c == '}' || c == ']') && !--depth) return at + 1;
    }
    return 0;
}

static size_t value_end(const pruner *p, size_t at) {
    char c = at < p->size ? p->in[at] : 0;
    return c == '"' ? text_end(p, at) : c == '{' || c == '[' ? container_end(p, at) : word_end(p, at);
}

static void put(pruner *p, size_t from, size_t end) {
    memcpy(p->out + p->used, p->in + from, end - from);
    p->used += end - from;
}

/* What parts a member from the one before it. */
static void part(pruner *p) {
    uint64_t bit = (uint64_t)1 << p->depth;
    if (p->filled & bit) p->out[p->used++] = ',';
    p->filled |= bit;
}

/* The key of a member; *wanted: it was written, and its value comes next, else both are passed over. False: it is none. */
static bool take_key(pruner *p, bool *wanted) {
    size_t start = p->at, end = peek(p) == '"' ? text_end(p, start) : 0;
    if (!end || memchr(p->in + start, '\\', end - start)) return false;
    p->at = end;
    if (peek(p) != ':') return false;
    p->at++;
    *wanted = is_wanted(p->in + start + 1, end - start - 2);
    peek(p);
    if (!*wanted) return (p->at = value_end(p, p->at)) > 0;
    part(p);
    put(p, start, end);
    p->out[p->used++] = ':';
    return true;
}

static bool open_container(pruner *p, bool object) {
    if (++p->depth > DEPTH_MOST) return false;
    uint64_t bit = (uint64_t)1 << p->depth;
    p->objects = object ? p->objects | bit : p->objects & ~bit;
    p->filled &= ~bit;
    put(p, p->at, p->at + 1);
    p->at++;
    return true;
}

/* A value as it stands, or the beginning of one that holds others. */
static bool take_value(pruner *p) {
    char c = peek(p);
    if (c == '{' || c == '[') return open_container(p, c == '{');
    size_t end = value_end(p, p->at);
    if (end) put(p, p->at, end), p->at = end;
    return end > 0;
}

/* Behind a member: a comma that another one follows, or the ends of what holds it. */
static bool take_ends(pruner *p) {
    for (char c; p->depth; ) {
        bool object = p->objects >> p->depth & 1;
        c = peek(p);
        if (c == ',') return p->at++, (c = peek(p)) != '}' && c != ']' && c != ',';
        if (c != (object ? '}' : ']')) return false;
        put(p, p->at, p->at + 1), p->at++;
        p->depth--;
    }
    return true;
}

/* The members of what is open. */
static bool take_member(pruner *p) {
    bool object = p->objects >> p->depth & 1, wanted = true;
    if (peek(p) == (object ? '}' : ']')) return take_ends(p);
    if (object && !take_key(p, &wanted)) return false;
    if (!object) part(p);
    unsigned depth = p->depth;
    if (wanted && !take_value(p)) return false;
    return p->depth > depth || take_ends(p);
}

char *bg_ld__prune(bg_arena *arena, const char *bytes, size_t size, size_t *pruned) {
    pruner p = {.in = bytes, .size = size};
    char first = peek(&p);
    if (first != '{' && first != '[') return NULL;
    if (!(p.out = bg_arena__raw(arena, size + 1))) return NULL;
    if (!take_value(&p)) return NULL;
    while (p.depth)
        if (!take_member(&p)) return NULL;
    *pruned = p.used;
    return p.out;
}
