/* facts_next: where an article that is cut into pages goes on: a link to the same address but for a number. */
#include "facts.h"

#include <strings.h>

#define TAIL_MOST 14   /* bytes in which the addresses of two pages of an article differ */
#define LABEL_MOST 2   /* bytes of a link that is a number */
#define ADDRESS_MOST 1000
#define REL_NEXT 100   /* more than any number of a page */

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

/* The address of a page that a link on it leads to; NULL: none that could be the article's next page. */
static const char *resolved(bg_facts *f, const char *href) {
    const char *url = f->out->url, *host = strstr(url, "://");
    if (strncasecmp(href, "http", 4) == 0) return href;
    if (!host || !*href || *href == '#' || strchr(href, ':')) return NULL;
    const char *path = host + 3 + strcspn(host + 3, "/?#");
    size_t scheme = (size_t)(host - url), root = (size_t)(path - url), whole = strcspn(url, "?#"), folder = whole;
    while (folder > root && url[folder - 1] != '/') folder--;
    if (href[0] == '/' && href[1] == '/') return bg_arena__print(f->arena, "%.*s:%s", (int)scheme, url, href);
    if (href[0] == '/') return bg_arena__print(f->arena, "%.*s%s", (int)root, url, href);
    return bg_arena__print(f->arena, "%.*s%s", (int)(href[0] == '?' ? whole : folder), url, href);
}

/* Up to two digits at `at`, and no more of them before `end`; 0 otherwise. */
static unsigned only_number(const char *at, const char *end) {
    unsigned number = 0, digits = 0;
    while (at < end && !is_digit(*at)) at++;
    for (; at < end && is_digit(*at); at++, digits++) number = digits < 2 ? number * 10 + (unsigned)(*at - '0') : 0;
    while (at < end && !is_digit(*at)) at++;
    return at == end && digits <= 2 ? number : 0;
}

/* Where two addresses begin to differ; not within a number. */
static size_t same_head(const char *a, const char *b) {
    size_t same = 0;
    while (a[same] && a[same] == b[same]) same++;
    bool within = is_digit(a[same]) || is_digit(b[same]);
    while (within && same && is_digit(a[same - 1])) same--;
    return same;
}

static bool has_page_word(const char *url, size_t size) {
    for (const char *const *w = bg_words__of(LIST_paged); *w; w++)
        if (size > strlen(*w) && strncasecmp(url + size - strlen(*w), *w, strlen(*w)) == 0) return true;
    return false;
}

/* The number of the page at an address that is otherwise the page's own: the one behind it; 0: it is another article's, or another page. */
static unsigned number_of_next(const char *own, const char *next) {
    size_t same = same_head(own, next), left = strcspn(own + same, "#"), there = strcspn(next + same, "#");
    const char *host = strstr(own, "://"), *path = host ? strchr(host + 3, '/') : NULL;
    if (!path || same <= (size_t)(path - own) + 1 || left > TAIL_MOST || there > TAIL_MOST) return 0;
    unsigned here = only_number(own + same, own + same + left), number = only_number(next + same, next + same + there);
    if (here > 1 && !has_page_word(own, same)) return 0;
    return number == (here ? here : 1) + 1 ? number : 0;
}

/* What a link says: its number, or REL_NEXT by its rel; 0: neither. */
static unsigned number_shown(const bg_html *html, const bg_element *e) {
    if (e->tag != BG_TAG_a && e->tag != BG_TAG_link) return 0;
    bg_span s = bg_facts__text(html, e), rel = bg_html__attribute(html, e, "rel");
    if (rel.end - rel.start == 4 && strncasecmp(html->bytes + rel.start, "next", 4) == 0) return REL_NEXT;
    bool digits = s.start < s.end && s.end - s.start <= LABEL_MOST;
    for (uint32_t i = s.start; i < s.end && digits; i++) digits = is_digit(html->text[i]);
    return digits ? only_number(html->text + s.start, html->text + s.end) : 0;
}

void bg_facts__continuation(bg_facts *f) {
    const bg_html *html = f->html;
    for (size_t i = 1; f->out->url && i < html->element_count && !f->out->next; i++) {
        unsigned shown = number_shown(html, &html->elements[i]);
        bg_span raw = shown ? bg_html__attribute(html, &html->elements[i], "href") : (bg_span){0, 0};
        if (raw.start >= raw.end || raw.end - raw.start > ADDRESS_MOST) continue;
        char *href = bg_html__value(f->arena, html, &html->elements[i], "href");
        const char *next = href ? resolved(f, href) : NULL;
        unsigned number = next ? number_of_next(f->out->url, next) : 0;
        if (number && (shown == REL_NEXT || shown == number)) f->out->next = next;
    }
}
