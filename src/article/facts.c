/* facts: meta, link and elements that state something of the page. */
#include "facts.h"

#include <stdlib.h>
#include <strings.h>

#define FACTS_MAX 300
#define VALUE_MAX 2000 /* bytes */
#define TAG_MOST 4000  /* bytes of a start tag that may be asked for its names by everything in the element */

typedef struct key {
    const char *name;
    bg_fact_kind kind;
} key;

/* Names of meta (name, property, itemprop); of each kind those that are trusted most come first. */
static const key keys[] = {
    {"og:title", FACT_TITLE}, {"twitter:title", FACT_TITLE}, {"headline", FACT_TITLE}, {"sailthru.title", FACT_TITLE}, {"dc.title", FACT_TITLE}, {"title", FACT_TITLE},
    {"og:url", FACT_URL},
    {"article:published_time", FACT_PUBLISHED}, {"og:article:published_time", FACT_PUBLISHED}, {"article:published", FACT_PUBLISHED},
    {"og:published_time", FACT_PUBLISHED}, {"datePublished", FACT_PUBLISHED}, {"rnews:datePublished", FACT_PUBLISHED}, {"pubdate", FACT_PUBLISHED},
    {"publishdate", FACT_PUBLISHED}, {"publish-date", FACT_PUBLISHED}, {"publish_date", FACT_PUBLISHED}, {"parsely-pub-date", FACT_PUBLISHED},
    {"sailthru.date", FACT_PUBLISHED}, {"cXenseParse:recs:publishtime", FACT_PUBLISHED}, {"cXenseParse:publishtime", FACT_PUBLISHED},
    {"bt:pubDate", FACT_PUBLISHED}, {"publication_date", FACT_PUBLISHED}, {"published-date", FACT_PUBLISHED}, {"published_at", FACT_PUBLISHED},
    {"article_date_original", FACT_PUBLISHED}, {"originalpublicationdate", FACT_PUBLISHED}, {"citation_publication_date", FACT_PUBLISHED},
    {"dc.date.issued", FACT_PUBLISHED}, {"dcterms.issued", FACT_PUBLISHED}, {"dc.date.created", FACT_PUBLISHED}, {"dcterms.created", FACT_PUBLISHED},
    {"dc.date", FACT_PUBLISHED}, {"dcterms.date", FACT_PUBLISHED}, {"dateCreated", FACT_PUBLISHED}, {"article.published", FACT_PUBLISHED},
    {"article.created", FACT_PUBLISHED}, {"date", FACT_PUBLISHED}, {"published", FACT_PUBLISHED}, {"published_time", FACT_PUBLISHED}, {"article-published", FACT_PUBLISHED},
    {"article:modified_time", FACT_MODIFIED}, {"og:article:modified_time", FACT_MODIFIED}, {"article:modified", FACT_MODIFIED}, {"dateModified", FACT_MODIFIED},
    {"og:updated_time", FACT_MODIFIED}, {"lastmod", FACT_MODIFIED}, {"last-modified", FACT_MODIFIED}, {"last-updated", FACT_MODIFIED},
    {"dc.date.modified", FACT_MODIFIED}, {"dcterms.modified", FACT_MODIFIED}, {"article_updatetime", FACT_MODIFIED},
    {"parsely-author", FACT_AUTHOR}, {"sailthru.author", FACT_AUTHOR}, {"cXenseParse:author", FACT_AUTHOR}, {"author", FACT_AUTHOR},
    {"article:author", FACT_AUTHOR}, {"dc.creator", FACT_AUTHOR}, {"dcterms.creator", FACT_AUTHOR}, {"byl", FACT_AUTHOR}, {"citation_author", FACT_AUTHOR},
    {"twitter:label1", FACT_LABEL}, {"twitter:data1", FACT_LABELLED},
    {"og:site_name", FACT_OUTLET}, {"application-name", FACT_OUTLET}, {"apple-mobile-web-app-title", FACT_OUTLET}, {"dc.publisher", FACT_OUTLET},
    {"description", FACT_SUMMARY}, {"og:description", FACT_SUMMARY},
    {"og:locale", FACT_LANG}, {"content-language", FACT_LANG}, {"dc.language", FACT_LANG}};

static void add(bg_facts *f, bg_fact_kind kind, size_t order, const char *from, const char *value) {
    while (value && *value && (unsigned char)*value <= ' ') value++;
    if (!value || !*value || f->stated.count >= FACTS_MAX) return;
    bg_fact *fact = BG_PUSH(f->arena, &f->stated);
    if (fact) *fact = (bg_fact){kind, (uint32_t)(order * FACTS_MAX + f->stated.count), from, value};
}

static char *value_of(bg_facts *f, const bg_element *e, const char *name) {
    bg_span raw = bg_html__attribute(f->html, e, name);
    return raw.start < raw.end && raw.end - raw.start <= VALUE_MAX ? bg_html__value(f->arena, f->html, e, name) : NULL;
}

/* A meta whose name is known. */
static void gather_meta(bg_facts *f, const bg_element *e) {
    static const char *const names[] = {"property", "name", "itemprop", "http-equiv"};
    for (size_t n = 0; n < BG_COUNT(names); n++) {
        bg_span name = bg_html__attribute(f->html, e, names[n]);
        size_t size = name.end - name.start;
        for (size_t i = 0; size && i < BG_COUNT(keys); i++) {
            if (strlen(keys[i].name) != size || strncasecmp(keys[i].name, f->html->bytes + name.start, size) != 0) continue;
            add(f, keys[i].kind, i, bg_arena__print(f->arena, "meta:%s", keys[i].name), value_of(f, e, "content"));
            return;
        }
    }
}

static bool has_word(const bg_html *html, bg_span value, const char *word) {
    return value.start < value.end && value.end - value.start == strlen(word) && strncasecmp(html->bytes + value.start, word, strlen(word)) == 0;
}

static void gather_link(bg_facts *f, const bg_element *e) {
    if (has_word(f->html, bg_html__attribute(f->html, e, "rel"), "canonical")) add(f, FACT_URL, 0, "canonical", value_of(f, e, "href"));
}

bg_span bg_facts__text(const bg_html *html, const bg_element *e) {
    bg_span s = {e->text, e->text_end};
    while (s.start < s.end && (unsigned char)html->text[s.start] <= ' ') s.start++;
    while (s.start < s.end && (unsigned char)html->text[s.end - 1] <= ' ') s.end--;
    return s;
}

static const char *text_of(bg_facts *f, const bg_element *e) {
    bg_span s = bg_facts__text(f->html, e);
    return s.start < s.end && s.end - s.start <= VALUE_MAX ? bg_arena__text(f->arena, f->html->text + s.start, s.end - s.start) : NULL;
}

/* An element of the body that says by itemprop what its text, or its attribute, is. */
static void gather_property(bg_facts *f, const bg_element *e) {
    bg_span property = bg_html__attribute(f->html, e, "itemprop");
    bool published = has_word(f->html, property, "datePublished"), modified = has_word(f->html, property, "dateModified");
    if (!published && !modified) return;
    const char *value = value_of(f, e, "content");
    if (!value) value = value_of(f, e, "datetime");
    if (!value) value = text_of(f, e);
    add(f, published ? FACT_PUBLISHED : FACT_MODIFIED, BG_COUNT(keys), published ? "itemprop:datePublished" : "itemprop:dateModified", value);
}

static bool has_property(const bg_html *html, const bg_element *e) {
    const bg_name *end, *n = bg_html__names(html, e, &end);
    while (n < end && n->kind != BG_NAME_itemprop) n++;
    return n < end;
}

static void gather_element(bg_facts *f, const bg_element *e) {
    switch (e->tag) {
    case BG_TAG_html: add(f, FACT_LANG, 0, "lang", value_of(f, e, "lang")); break;
    case BG_TAG_meta: gather_meta(f, e); break;
    case BG_TAG_link: gather_link(f, e); break;
    case BG_TAG_base: add(f, FACT_URL, BG_COUNT(keys), "base", value_of(f, e, "href")); break;
    case BG_TAG_title:
        if (!e->hidden) add(f, FACT_TITLE, BG_COUNT(keys), "title", text_of(f, e));
        break;
    default:
        if (has_property(f->html, e)) gather_property(f, e);
    }
}

static int compare(const void *a, const void *b) {
    const bg_fact *one = a, *other = b;
    if (one->kind != other->kind) return one->kind < other->kind ? -1 : 1;
    return one->order < other->order ? -1 : one->order > other->order;
}

bool bg_facts__gather(bg_facts *f) {
    for (size_t i = 1; i < f->html->element_count; i++) gather_element(f, &f->html->elements[i]);
    if (f->stated.count) qsort(f->stated.items, f->stated.count, sizeof *f->stated.items, compare);
    return !bg_arena__failed(f->arena);
}

const bg_fact *bg_facts__next(const bg_facts *f, bg_fact_kind kind, size_t *at) {
    while (*at < f->stated.count)
        if (f->stated.items[(*at)++].kind == kind) return &f->stated.items[*at - 1];
    return NULL;
}

uint32_t bg_facts__line(const bg_html *html, uint32_t text) {
    size_t low = 0, high = html->line_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (html->lines[middle].span.end < text) low = middle + 1;
        else high = middle;
    }
    return (uint32_t)low;
}

uint32_t bg_facts__element(const bg_html *html, uint32_t text) {
    size_t low = 0, high = html->element_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (html->elements[middle].text < text) low = middle + 1;
        else high = middle;
    }
    return (uint32_t)low;
}

bool bg_facts__is_beside(const bg_html *html, uint32_t element) {
    bool footer = false;
    for (uint32_t e = element; e; e = html->elements[e].parent) {
        bg_tag tag = (bg_tag)html->elements[e].tag;
        if (tag == BG_TAG_nav) return true;
        if (tag == BG_TAG_article && footer) return false; /* its own */
        footer |= tag == BG_TAG_footer;
    }
    return footer;
}

static bool holds(const char *text, size_t size, const char *word) {
    size_t n = strlen(word);
    char first = (char)(word[0] | 0x20);
    for (size_t i = 0; i + n <= size; i++)
        if ((text[i] | 0x20) == first && strncasecmp(text + i, word, n) == 0) return true;
    return false;
}

static bool is_naming(uint32_t kind) { return kind <= BG_NAME_itemprop || kind == BG_NAME_data_role || kind == BG_NAME_rel; }

bool bg_facts__is_named(const bg_html *html, const bg_element *e, bg_word_list list) {
    const bg_name *end, *n = bg_html__names(html, e, &end);
    if (e->content - e->start > TAG_MOST || e->start >= e->content) return false;
    for (; n < end; n++) {
        size_t size = n->value.end - n->value.start;
        if (!size || size >= 300 || !is_naming(n->kind)) continue;
        for (const char *const *w = bg_words__of(list); *w; w++)
            if (holds(html->bytes + n->value.start, size, *w)) return true;
    }
    return false;
}
