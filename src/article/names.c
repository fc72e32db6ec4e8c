/* names: the words of the names that a page's authors gave its elements: "article__related-box" → article, related, box. */
#include "body.h"

#include <strings.h>

#define NAME_MIN 2    /* letters of a word that says something */
#define NAMES_MAX 400 /* bytes of an attribute that are looked at */

static bool is_small(char c) { return c >= 'a' && c <= 'z'; }
static bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

static uint64_t pack(const char *p, size_t size) {
    uint64_t word = 0;
    for (size_t i = 0; i < 8; i++) word = word << 8 | (i < size ? (unsigned char)p[i] | 0x20u : 0u);
    return word;
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

static bool is(const char *p, bg_span name, const char *wanted) {
    return name.end - name.start == strlen(wanted) && strncasecmp(p + name.start, wanted, strlen(wanted)) == 0;
}

static bool is_naming(const char *p, bg_span name) {
    static const char *const naming[] = {"class", "id", "itemprop", "role", "data-role", "data-slot", "type", "data-component", "data-testid"};
    for (size_t i = 0; i < BG_COUNT(naming); i++)
        if (is(p, name, naming[i])) return true;
    return false;
}

static bool has(const char *p, bg_span value, const char *word) {
    return value.end > value.start && memmem(p + value.start, value.end - value.start, word, strlen(word)) != NULL;
}

void bg_body__names(const bg_html *html, const bg_element *element, bg_body_each *each, void *context) {
    const char *p = html->bytes;
    each(context, (uint64_t)'<' << 56 | element->tag);
    size_t at = 0;
    for (bg_attribute a; bg_html__next(html, element, &at, &a);) {
        size_t size = a.value.end - a.value.start < NAMES_MAX ? a.value.end - a.value.start : NAMES_MAX;
        if (is_naming(p, a.name)) each_word(p + a.value.start, size, each, context);
        else if (is(p, a.name, "hidden")) each(context, pack("!hidden", 7));
        else if (is(p, a.name, "style") && (has(p, a.value, "display:none") || has(p, a.value, "display: none"))) each(context, pack("!none", 5));
    }
}
