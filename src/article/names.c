/* names: the words of the names that a page's authors gave its elements: "article__related-box" → article, related, box. */
#include "body.h"

#define NAME_MIN 2    /* letters of a word that says something */
#define NAMES_MAX 400 /* bytes of an attribute that are looked at */

static bool is_small(char c) { return c >= 'a' && c <= 'z'; }
static bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

/* The first eight letters, small, the first in the highest byte. */
static uint64_t pack(const char *p, size_t size) {
    uint64_t word = size >= 8 ? bg_hash__eight(p) : bg_hash__few(p, size), small = BG_EACH(0x20);
    if (size < 8) small &= ((uint64_t)1 << size * 8) - 1;
    return __builtin_bswap64(word | small);
}

/* End of the word at `at`: capitals, or letters up to the next capital. */
static size_t word_end(const char *p, size_t at, size_t end) {
    size_t i = at;
    while (i < end && is_capital(p[i])) i++;
    if (i - at > 1 && !(i < end && is_small(p[i]))) return i;
    if (i - at > 1) return i - 1;
    while (i < end && is_small(p[i])) i++;
    return i;
}

static void each_word(const char *p, size_t size, bg_body_each *each, void *context) {
    for (size_t at = 0; at < size;) {
        if (!is_small(p[at]) && !is_capital(p[at])) {
            at++;
            continue;
        }
        size_t end = word_end(p, at, size);
        if (end - at >= NAME_MIN) each(context, pack(p + at, end - at));
        at = end;
    }
}

static bool has(const char *p, bg_span value, const char *word) {
    return value.end > value.start && memmem(p + value.start, value.end - value.start, word, strlen(word)) != NULL;
}

void bg_body__names(const bg_html *html, const bg_element *element, bg_body_each *each, void *context) {
    const char *p = html->bytes;
    const bg_name *end, *n = bg_html__names(html, element, &end);
    each(context, (uint64_t)'<' << 56 | element->tag);
    for (; n < end; n++) {
        size_t size = n->value.end - n->value.start < NAMES_MAX ? n->value.end - n->value.start : NAMES_MAX;
        if (n->kind < BG_NAME_rel) each_word(p + n->value.start, size, each, context);
        else if (n->kind == BG_NAME_hidden) each(context, pack("!hidden", 7));
        else if (n->kind == BG_NAME_style && (has(p, n->value, "display:none") || has(p, n->value, "display: none"))) each(context, pack("!none", 5));
    }
}
