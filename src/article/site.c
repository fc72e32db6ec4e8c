/* site: selectors against elements. The bytes of a page are searched for the names that a selector cannot do without, so that pages cost little. */
#include "site.h"

#include "../data/image.h"

#include <strings.h>

#define BODY_LEAST 20 /* words of a body that is found */

typedef struct finder {
    bg_arena *arena;
    const bg_data *data;
    const bg_html *html;
    bg_site_view *out;
} finder;

static const char *string(const finder *f, uint32_t at) { return bg_data__string(f->data, at); }

/* ---- one element */

static bool is_blank(char c) { return (unsigned char)c <= ' '; }

static bool has_word(const char *p, bg_span value, const char *word) {
    size_t n = strlen(word);
    for (uint32_t at = value.start, end; at < value.end; at = end + 1) {
        for (end = at; end < value.end && !is_blank(p[end]);) end++;
        if (end - at == n && memcmp(p + at, word, n) == 0) return true;
    }
    return false;
}

static bool passes(const finder *f, const bg_element *e, const bg_site_test *test) {
    const char *name = string(f, test->name), *value = string(f, test->value), *p = f->html->bytes;
    if (test->kind == BG_TEST_TAG) return e->tag != BG_TAG_other && e->tag == bg_tag__find(name, strlen(name));
    bg_span there = bg_html__attribute(f->html, e, name);
    if (!there.start) return false;
    if (test->kind == BG_TEST_WORD) return has_word(p, there, value);
    return !test->value || (there.end - there.start == strlen(value) && memcmp(p + there.start, value, strlen(value)) == 0);
}

/* The tests from `at` on up to the next OUT; *at is then behind it. */
static bool passes_all(const finder *f, uint32_t e, const bg_site_rule *rule, uint32_t *at) {
    bool all = true;
    for (; *at < rule->test_count; ++*at) {
        const bg_site_test *test = bg_data__site_test(f->data, rule->test + *at);
        if (test->kind == BG_TEST_OUT) return ++*at, all;
        all = all && passes(f, &f->html->elements[e], test);
    }
    return all;
}

static bool is_meant(const finder *f, uint32_t e, const bg_site_rule *rule) {
    uint32_t at = 0;
    if (!passes_all(f, e, rule, &at)) return false;
    while (at < rule->test_count) {
        uint32_t part = at;
        e = f->html->elements[e].parent;
        if (!e) return false;
        if (!passes_all(f, e, rule, &at)) at = part;
    }
    return true;
}

/* ---- all that a rule means */

/* The element in whose start tag a byte of the page stands; 0: none. */
static uint32_t element_at(const bg_html *html, size_t byte) {
    size_t low = 1, high = html->element_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (html->elements[middle].start <= byte) low = middle + 1;
        else high = middle;
    }
    return low > 1 && byte < html->elements[low - 1].content ? (uint32_t)low - 1 : 0;
}

/* The next element that a rule means whose start tag begins at or behind *from, which is then behind it; 0: there is none. */
static uint32_t next_meant(const finder *f, const bg_site_rule *rule, size_t *from) {
    const bg_html *html = f->html;
    const char *needle = string(f, rule->needle), *hit;
    while (*from < html->size && (hit = bg_bytes__find(html->bytes + *from, html->size - *from, needle, strlen(needle)))) {
        uint32_t e = element_at(html, (size_t)(hit - html->bytes));
        *from = e ? html->elements[e].content : (size_t)(hit - html->bytes) + 1;
        if (e && is_meant(f, e, rule)) return e;
    }
    *from = html->size;
    return 0;
}

static uint32_t count_words(const bg_html *html, const bg_element *e) {
    uint32_t words = 0;
    for (uint32_t i = e->text; i < e->text_end; i++) words += (unsigned char)html->text[i] > ' ' && (i == e->text || (unsigned char)html->text[i - 1] <= ' ');
    return words;
}

static void mark(const finder *f, const bg_site_rule *rule) {
    bg_site_view *out = f->out;
    size_t from = 0;
    for (uint32_t e; (e = next_meant(f, rule, &from));) {
        if (out->whats[e]) continue;
        out->whats[e] = (uint8_t)rule->what;
        if (rule->what == BG_SITE_drop) out->reasons[e] = string(f, rule->text);
    }
}

/* Of the elements called the body the one with most words; none that stands in another has more. */
static void find_body(bg_site_view *out, const bg_html *html) {
    uint32_t most = BODY_LEAST - 1, until = 0;
    for (uint32_t e = 1; e < html->element_count; e++) {
        const bg_element *it = &html->elements[e];
        if (out->whats[e] != BG_SITE_body || it->hidden || it->start < until) continue;
        uint32_t words = count_words(html, it);
        until = it->end;
        if (words > most) most = words, out->body = e;
    }
    out->fits = out->body > 0;
}

/* What stands in an element is what the element is, unless it is called something itself. */
static void spread(bg_site_view *out, const bg_html *html) {
    for (uint32_t e = 1; e < html->element_count; e++) {
        uint32_t up = html->elements[e].parent;
        if (out->whats[e] == BG_SITE_body && e != out->body) out->whats[e] = 0;
        if (!out->whats[e] || (out->whats[up] == BG_SITE_drop && out->whats[e] != BG_SITE_body)) out->whats[e] = out->whats[up], out->reasons[e] = out->reasons[up];
    }
}

/* ---- which profile */

static bool is_host(const char *host, const char *name) {
    size_t size = strlen(host), n = strlen(name);
    return size >= n && strcasecmp(host + size - n, name) == 0 && (size == n || host[size - n - 1] == '.');
}

static bool tells(const finder *f, const bg_site_rule *rule, const char *host, bg_site_what what) {
    size_t from = 0;
    if (rule->what != what) return false;
    return what == BG_SITE_host ? is_host(host, string(f, rule->text)) : next_meant(f, rule, &from) > 0;
}

static const bg_site *find_site(const finder *f, const char *host) {
    static const bg_site_what ways[] = {BG_SITE_host, BG_SITE_told};
    for (size_t way = 0; way < BG_COUNT(ways); way++)
        for (uint32_t i = 0; i < bg_data__site_count(f->data); i++) {
            const bg_site *site = bg_data__site(f->data, i);
            for (uint32_t k = 0; site->name && k < site->rule_count; k++)
                if (tells(f, bg_data__site_rule(f->data, site->rule + k), host, ways[way])) return site;
        }
    return NULL;
}

bool bg_site__read(bg_arena *arena, const bg_data *data, const bg_html *html, const char *host, bg_site_view *out) {
    finder f = {.arena = arena, .data = bg_data__lines(data), .html = html, .out = out};
    *out = (bg_site_view){0};
    const bg_site *site = find_site(&f, host);
    if (!site) return true;
    out->name = string(&f, site->name);
    out->whats = bg_arena__alloc(arena, html->element_count);
    out->reasons = bg_arena__alloc(arena, html->element_count * sizeof *out->reasons);
    if (!out->whats || !out->reasons) return false;
    for (uint32_t k = 0; k < site->rule_count; k++) {
        const bg_site_rule *rule = bg_data__site_rule(f.data, site->rule + k);
        if (rule->what >= BG_SITE_body) mark(&f, rule);
    }
    find_body(out, html);
    if (out->fits) spread(out, html);
    return true;
}

uint32_t bg_site__next(const bg_site_view *site, const bg_html *html, bg_site_what what, uint32_t from) {
    for (uint32_t e = from; site->fits && e < html->element_count; e++)
        if (site->whats[e] == what && site->whats[html->elements[e].parent] != what) return e;
    return 0;
}
