/* ld: scripts → objects (jansson) → the one that describes the page. Objects are looked at in a row, never by recursion. */
#include "ld.h"

#include "../page/entity.h"
#include "essence.h"

#include <jansson.h>
#include <strings.h>

#define SCRIPTS_MAX 40
#define SCRIPT_MAX ((size_t)2 << 20) /* bytes of a script that are read */
#define SCRIPTS_SIZE ((size_t)4 << 20) /* … of all of them */
#define NODES_MAX 2000
#define AUTHORS_MAX 30
#define TEXT_MAX 1000 /* bytes of a name, a date, an address, a headline */

typedef struct node {
    const json_t *object;
    unsigned rank;  /* 3 an article, 2 a page, 1 something else that has a date */
    bool same;      /* it has the page's title or address */
} node;

typedef struct found {
    const json_t *value;
} found;

typedef struct reader {
    bg_arena *arena;
    const bg_html *html;
    const char *title, *url; /* their essence */
    json_t *roots[SCRIPTS_MAX];
    size_t root_count, size;
    BG_VEC(found) found; /* arrays and objects in the order in which they are looked at */
    BG_VEC(node) nodes;
    BG_VEC(const char *) authors;
    bg_ld *out;
    bool failed;
} reader;

/* ---- mending */

typedef struct mender {
    const char *in;
    size_t size, at;
    char *out;
    size_t used;
} mender;

static bool is_blank(char c) { return (unsigned char)c <= ' '; }

static size_t skip_blanks(const mender *m, size_t at) {
    while (at < m->size && is_blank(m->in[at])) at++;
    return at;
}

/* Does the quote at m->at end a text? What stands behind it tells. */
static bool is_end(const mender *m) {
    size_t next = skip_blanks(m, m->at + 1);
    if (next >= m->size || strchr(":}]", m->in[next])) return true;
    if (m->in[next] == '/') return next + 1 < m->size && m->in[next + 1] == '*';
    if (m->in[next] != ',') return false;
    next = skip_blanks(m, next + 1);
    return next >= m->size || strchr("\"{[}]-0123456789tfn", m->in[next]) != NULL;
}

static bool is_hex(const char *at) {
    for (int i = 0; i < 4; i++)
        if (!memchr("0123456789abcdefABCDEF", at[i], 22)) return false;
    return true;
}

/* "\ud83d\ude00" */
static bool is_pair(const mender *m, const char *at) {
    size_t left = m->size - (size_t)(at - m->in);
    return left >= 12 && strchr("89abAB", at[3]) && at[6] == '\\' && at[7] == 'u' && is_hex(at + 8) && (at[8] | 0x20) == 'd' && strchr("cdefCDEF", at[9]);
}

static void put(mender *m, const char *bytes, size_t size) {
    memcpy(m->out + m->used, bytes, size);
    m->used += size;
}

/* A backslash and what belongs to it. */
static void mend_escape(mender *m) {
    const char *at = m->in + m->at;
    size_t left = m->size - m->at, size = 2;
    if (left < 2) m->at = m->size;
    else if (at[1] == 'u' && left >= 6 && is_hex(at + 2)) {
        bool half = (at[2] | 0x20) == 'd' && strchr("89abcdefABCDEF", at[3]), pair = half && is_pair(m, at);
        size = pair ? 12 : 6;
        if (half && !pair) put(m, "?", 1);
        else if (memcmp(at + 2, "0000", 4) != 0) put(m, at, size);
        m->at += size;
    } else {
        if (strchr("\"\\/bfnrt", at[1]) && at[1]) put(m, at, 2);
        else if ((unsigned char)at[1] >= ' ' && at[1] != 'u') put(m, at + 1, 1);
        m->at += 2;
    }
}

/* A text from its quote on. */
static void mend_text(mender *m) {
    put(m, "\"", 1);
    for (m->at++; m->at < m->size;) {
        char c = m->in[m->at];
        if (c == '\\') {
            mend_escape(m);
            continue;
        }
        if (c == '"' && is_end(m)) break;
        if (c == '"') put(m, "\\\"", 2);
        else put(m, is_blank(c) ? " " : &c, 1);
        m->at++;
    }
    put(m, "\"", 1);
    m->at++;
}

/* What stands between texts and is no JSON: its size. */
static size_t foreign(const mender *m) {
    static const char *const signs[] = {"<!--", "-->", "<![CDATA[", "]]>", "//<![CDATA[", "//]]>", "/*<![CDATA[*/", "/*]]>*/"};
    const char *at = m->in + m->at;
    size_t left = m->size - m->at;
    for (size_t i = BG_COUNT(signs); i-- > 0;)
        if (left >= strlen(signs[i]) && memcmp(at, signs[i], strlen(signs[i])) == 0) return strlen(signs[i]);
    if (left >= 2 && at[0] == '/' && at[1] == '*') {
        const char *end = memmem(at + 2, left - 2, "*/", 2);
        return end ? (size_t)(end - at) + 2 : left;
    }
    return 0;
}

char *bg_ld__mend(bg_arena *arena, const char *bytes, size_t size, size_t *mended) {
    mender m = {.in = bytes, .size = size, .out = bg_arena__raw(arena, size * 2 + 4)};
    if (!m.out) return NULL;
    while (m.at < size) {
        char c = bytes[m.at];
        size_t skipped = c == '"' ? 0 : foreign(&m), next;
        if (c == '"') mend_text(&m);
        else if (skipped) m.at += skipped;
        else if (c == ',' && (next = skip_blanks(&m, m.at + 1)) < size && strchr(",}]", bytes[next])) m.at++;
        else put(&m, is_blank(c) ? " " : &c, 1), m.at++;
    }
    m.out[m.used] = 0;
    *mended = m.used;
    return m.out;
}

/* ---- scripts */

static json_t *load(const char *bytes, size_t size, bool *memory) {
    json_error_t why;
    json_t *root = json_loadb(bytes, size, JSON_DISABLE_EOF_CHECK | JSON_DECODE_INT_AS_REAL | JSON_ALLOW_NUL, &why);
    *memory = root || json_error_code(&why) != json_error_out_of_memory;
    return root;
}

static json_t *load_mended(reader *r, const char *bytes, size_t size) {
    size_t mended = 0;
    bool memory = true;
    char *text = bg_ld__mend(r->arena, bytes, size, &mended);
    json_t *root = text ? load(text, mended, &memory) : NULL;
    r->failed |= !text || !memory;
    return root;
}

static void read_script(reader *r, const char *bytes, size_t size) {
    bool memory;
    while (size && is_blank(*bytes)) bytes++, size--;
    if (!size || size > SCRIPT_MAX || r->size + size > SCRIPTS_SIZE || r->root_count == SCRIPTS_MAX) return;
    r->size += size;
    size_t pruned = 0;
    const char *asked = bg_ld__prune(r->arena, bytes, size, &pruned);
    json_t *root = asked ? load(asked, pruned, &memory) : NULL;
    if (!root) root = load(bytes, size, &memory);
    r->failed |= !memory;
    if (!root && memory) root = load_mended(r, bytes, size);
    if (!root && memchr(bytes, '&', size)) {
        char *decoded = bg_entity__text(r->arena, bytes, size);
        if (decoded) root = load_mended(r, decoded, strlen(decoded));
        r->failed |= !decoded;
    }
    if (root) r->roots[r->root_count++] = root;
}

/* The content of an element that is read as it is. */
static bg_span content_of(const bg_html *html, const bg_element *e) {
    const char *end = e->end > e->content ? memrchr(html->bytes + e->content, '<', e->end - e->content) : NULL;
    bool closed = end && e->end - (size_t)(end - html->bytes) >= 3 && end[1] == '/';
    return (bg_span){e->content, closed ? (uint32_t)(end - html->bytes) : e->end};
}

static bool is_ld(const bg_html *html, const bg_element *e) {
    bg_span type = e->tag == BG_TAG_script ? bg_html__attribute(html, e, "type") : (bg_span){0, 0};
    size_t size = type.end - type.start;
    return size >= 19 && strncasecmp(html->bytes + type.start, "application/ld+json", 19) == 0;
}

static void read_scripts(reader *r) {
    for (size_t i = 0; i < r->html->element_count && !r->failed; i++) {
        const bg_element *e = &r->html->elements[i];
        if (!is_ld(r->html, e)) continue;
        bg_span content = content_of(r->html, e);
        read_script(r, r->html->bytes + content.start, content.end - content.start);
    }
}

/* ---- values */

static const json_t *first_of(const json_t *value) { return json_is_array(value) ? json_array_get(value, 0) : value; }

/* A text or a number as text, references decoded, in the arena; NULL: it is neither. */
static const char *text_of(reader *r, const json_t *value) {
    value = first_of(value);
    if (json_is_real(value)) return bg_arena__print(r->arena, "%.0f", json_real_value(value));
    size_t size = json_string_length(value);
    if (!size || size > TEXT_MAX) return NULL;
    return bg_entity__text(r->arena, json_string_value(value), size);
}

static const char *text_at(reader *r, const json_t *object, const char *key) { return text_of(r, json_object_get(object, key)); }

static bool ends_with(const char *text, const char *with) {
    size_t size = strlen(text), n = strlen(with);
    return size >= n && strcmp(text + size - n, with) == 0;
}

static unsigned rank_of_type(const char *type) {
    if (!type || ends_with(type, "JobPosting")) return 0;
    if (ends_with(type, "Article") || ends_with(type, "Posting") || ends_with(type, "Report")) return 3;
    return ends_with(type, "Page") ? 2 : 1;
}

static unsigned rank_of(const json_t *object) {
    const json_t *type = json_object_get(object, "@type");
    unsigned rank = rank_of_type(json_string_value(type));
    for (size_t i = 0; i < json_array_size(type) && i < 8; i++) {
        unsigned other = rank_of_type(json_string_value(json_array_get(type, i)));
        if (other > rank) rank = other;
    }
    return rank;
}

/* An address without what its spellings differ in. */
static const char *essence_of_url(reader *r, const char *url) {
    const char *host = url ? strstr(url, "://") : NULL;
    if (!host) return "";
    host += 3;
    if (strncmp(host, "www.", 4) == 0) host += 4;
    return bg_essence__of(r->arena, host, strcspn(host, "?#"));
}

static bool is_same(const char *a, const char *b) { return *a && strcmp(a, b) == 0; }

static bool has_url(reader *r, const json_t *value) {
    const char *text = text_of(r, json_is_object(value) ? json_object_get(value, "@id") : value);
    return text && *r->url && is_same(r->url, essence_of_url(r, text));
}

static bool has_title(reader *r, const json_t *object) {
    const char *text = text_at(r, object, "headline");
    if (!text) text = text_at(r, object, "name");
    return text && *r->title && is_same(r->title, bg_essence__of(r->arena, text, strlen(text)));
}

/* ---- nodes */

static void find(reader *r, const json_t *value) {
    if ((!json_is_array(value) && !json_is_object(value)) || r->found.count >= NODES_MAX) return;
    found *place = BG_PUSH(r->arena, &r->found);
    if (place) place->value = value;
    r->failed |= !place;
}

static void add_node(reader *r, const json_t *object) {
    static const char *const inner[] = {"@graph", "mainEntity", "mainEntityOfPage"};
    for (size_t i = 0; i < BG_COUNT(inner); i++) find(r, json_object_get(object, inner[i]));
    node *n = json_object_get(object, "@type") || json_object_get(object, "@id") ? BG_PUSH(r->arena, &r->nodes) : NULL;
    if (!n) return;
    *n = (node){object, rank_of(object), has_title(r, object) || has_url(r, json_object_get(object, "url")) || has_url(r, json_object_get(object, "@id")) ||
                                             has_url(r, json_object_get(object, "mainEntityOfPage"))};
}

static void find_nodes(reader *r) {
    for (size_t i = 0; i < r->root_count; i++) find(r, r->roots[i]);
    for (size_t i = 0; i < r->found.count && !r->failed; i++) {
        const json_t *value = r->found.items[i].value;
        for (size_t k = 0; k < json_array_size(value); k++) find(r, json_array_get(value, k));
        if (json_is_object(value)) add_node(r, value);
    }
}

/* The node of a rank that describes the page: one that has its title or address, else the only one. */
static const json_t *own(const reader *r, unsigned rank) {
    const json_t *only = NULL;
    size_t count = 0;
    for (size_t i = 0; i < r->nodes.count; i++) {
        const node *n = &r->nodes.items[i];
        if (n->rank != rank) continue;
        if (n->same && (rank > 1 || json_object_get(n->object, "datePublished"))) return n->object;
        if (!count++) only = n->object;
    }
    return count == 1 && rank > 1 ? only : NULL;
}

/* What an object that is nothing but a reference stands for. */
static const json_t *resolved(const reader *r, const json_t *value) {
    const char *id = json_string_value(json_object_get(value, "@id"));
    if (!id || json_object_get(value, "name")) return value;
    for (size_t i = 0; i < r->nodes.count; i++) {
        const json_t *other = r->nodes.items[i].object;
        const char *same = json_string_value(json_object_get(other, "@id"));
        if (same && strcmp(same, id) == 0 && json_object_get(other, "name")) return other;
    }
    return value;
}

/* ---- what is taken from a node */

static bool is_organisation(const json_t *object) {
    const char *type = json_string_value(first_of(json_object_get(object, "@type")));
    return type && ends_with(type, "Organization");
}

static void add_author(reader *r, const json_t *value) {
    value = resolved(r, value);
    if (r->authors.count >= AUTHORS_MAX || is_organisation(value)) return;
    const char *name = json_is_object(value) ? text_at(r, value, "name") : text_of(r, value);
    const char **place = name ? BG_PUSH(r->arena, &r->authors) : NULL;
    if (place) *place = name;
}

static void add_authors(reader *r, const json_t *object) {
    const json_t *authors = json_object_get(object, "author");
    if (!authors) authors = json_object_get(object, "creator");
    if (r->authors.count || !authors) return;
    if (!json_is_array(authors)) add_author(r, authors);
    for (size_t i = 0; i < json_array_size(authors); i++) add_author(r, json_array_get(authors, i));
}

static const char *url_of(reader *r, const json_t *object) {
    const char *url = text_at(r, object, "url");
    const json_t *page = json_object_get(object, "mainEntityOfPage");
    if (!url) url = json_is_object(page) ? text_at(r, page, "@id") : text_of(r, page);
    return url && strncmp(url, "http", 4) == 0 ? url : NULL;
}

/* The article's text, references decoded. */
static const char *body_of(reader *r, const json_t *object) {
    const json_t *body = first_of(json_object_get(object, "articleBody"));
    size_t size = json_string_length(body);
    return size ? bg_entity__text(r->arena, json_string_value(body), size) : NULL;
}

/* Fill what is still missing. */
static void take(reader *r, const json_t *object) {
    bg_ld *out = r->out;
    if (!object) return;
    if (!out->headline) out->headline = text_at(r, object, "headline");
    if (!out->url) out->url = url_of(r, object);
    if (!out->published) out->published = text_at(r, object, "datePublished");
    if (!out->modified) out->modified = text_at(r, object, "dateModified");
    if (!out->lang) out->lang = text_at(r, object, "inLanguage");
    const json_t *publisher = first_of(json_object_get(object, "publisher"));
    if (!out->publisher && publisher) out->publisher = json_is_object(publisher) ? text_at(r, resolved(r, publisher), "name") : text_of(r, publisher);
    add_authors(r, object);
}

bool bg_ld__read(bg_arena *arena, const bg_html *html, const char *title, const char *url, bg_ld *out) {
    reader r = {.arena = arena, .html = html, .out = out};
    *out = (bg_ld){0};
    r.title = title ? bg_essence__of(arena, title, strlen(title)) : "";
    r.url = essence_of_url(&r, url);
    read_scripts(&r);
    find_nodes(&r);
    const json_t *article = own(&r, 3);
    out->article = article != NULL;
    out->text = article ? body_of(&r, article) : NULL;
    take(&r, article);
    take(&r, own(&r, 2));
    if (!article) take(&r, own(&r, 1));
    out->authors = r.authors.items, out->author_count = r.authors.count;
    for (size_t i = 0; i < r.root_count; i++) json_decref(r.roots[i]);
    return !r.failed && !bg_arena__failed(arena);
}
