/* meta: of all that a page states of itself, what is believed. */
#include "meta.h"

#include "essence.h"
#include "facts.h"
#include "internal.h"

#include <strings.h>

#define NAME_MOST 80       /* bytes of an outlet's name */
#define LOOK ((size_t)64 << 10) /* bytes of text that show which language it is in */
#define LINES_MOST 3000    /* lines among which a headline is looked for by its text */

/* ---- address */

/* The host of an address without "www.", and what stands behind it. */
static bg_span host_of(const char *url, const char **path) {
    const char *host = strstr(url, "://");
    if (!host || strncasecmp(url, "http", 4) != 0) return (bg_span){0, 0};
    host += 3;
    size_t size = strcspn(host, "/?#:");
    *path = host + size;
    if (size > 4 && strncasecmp(host, "www.", 4) == 0) host += 4, size -= 4;
    uint32_t start = (uint32_t)(host - url);
    return memchr(host, '.', size) ? (bg_span){start, start + (uint32_t)size} : (bg_span){0, 0};
}

/* Does the address lead to a page, not to a site's first one? */
static bool leads_somewhere(const char *url) {
    const char *path = NULL;
    return host_of(url, &path).end && strlen(path) > 1 && !strpbrk(url, " \t\r\n");
}

static bool take_url(bg_facts *f, const char *url, const char *from) {
    if (f->out->url || !url || !leads_somewhere(url)) return false;
    f->out->url = url, f->out->url_from = from;
    return true;
}

static void find_url(bg_facts *f, bool ld) {
    const bg_fact *fact;
    if (f->page->url && !f->out->url) f->out->url = f->page->url, f->out->url_from = "container";
    if (ld) take_url(f, f->ld.url, "json-ld");
    for (size_t at = 0; (fact = bg_facts__next(f, FACT_URL, &at));)
        if (ld || strcmp(fact->from, "base") != 0) take_url(f, fact->value, strcmp(fact->from, "meta:og:url") == 0 ? "og:url" : fact->from);
}

static void find_host(bg_facts *f) {
    const char *path;
    bg_span host = f->out->url ? host_of(f->out->url, &path) : (bg_span){0, 0};
    const char *copy = host.end ? bg_arena__text(f->arena, f->out->url + host.start, host.end - host.start) : NULL;
    f->host = copy ? copy : "";
}

/* ---- outlet */

static const char *known_outlet(const bg_facts *f, const char *text, size_t size) { return bg_article__outlet(f->data, text, 0, size); }

/* "vnexpress" of "vnexpress.net", "thanhnien" of "thanhnien.vn", "nld" of "nld.com.vn". */
static size_t label_size(const char *host) { return strcspn(host, "."); }

bool bg_facts__is_outlet(const bg_facts *f, const char *text, size_t size) {
    if (size && known_outlet(f, text, size)) return true;
    const char *name = bg_essence__of(f->arena, text, size), *host = bg_essence__of(f->arena, f->host, strlen(f->host));
    size_t label = label_size(f->host);
    if (!*name) return false;
    const char *outlet = f->out->outlet ? bg_essence__of(f->arena, f->out->outlet, strlen(f->out->outlet)) : "";
    if (*outlet && (strcmp(name, outlet) == 0 || (strlen(outlet) > 5 && strstr(name, outlet)))) return true;
    if (*host && (strcmp(name, host) == 0 || (label > 2 && strlen(name) == label && strncmp(name, host, label) == 0))) return true;
    return label > 4 && strstr(name, bg_essence__of(f->arena, f->host, label));
}

static void take_outlet(bg_facts *f, const char *name) {
    size_t size = name ? strlen(name) : 0;
    if (f->out->outlet || !size || size > NAME_MOST) return;
    f->out->outlet = name;
}

static void find_outlet(bg_facts *f) {
    const bg_fact *fact;
    take_outlet(f, known_outlet(f, f->host, strlen(f->host)));
    for (size_t at = 0; (fact = bg_facts__next(f, FACT_OUTLET, &at));) take_outlet(f, known_outlet(f, fact->value, strlen(fact->value)));
    if (f->ld.publisher) take_outlet(f, known_outlet(f, f->ld.publisher, strlen(f->ld.publisher)));
    for (size_t at = 0; (fact = bg_facts__next(f, FACT_OUTLET, &at));) take_outlet(f, fact->value);
    take_outlet(f, f->ld.publisher);
    if (*f->host) take_outlet(f, f->host);
}

/* ---- language */

/* Letters that only Vietnamese has: ơ, ư, and those with a tone mark on a letter with a mark. One in 40 bytes of text. */
static bool is_vietnamese(const char *text, size_t size) {
    size_t count = 0, letters = 0;
    if (size > LOOK) size = LOOK;
    for (size_t i = 0; i + 2 < size; i++) {
        unsigned char c = (unsigned char)text[i], next = (unsigned char)text[i + 1];
        letters += c > ' ' && (c & 0xC0) != 0x80;
        count += (c == 0xE1 && (next == 0xBA || next == 0xBB)) || (c == 0xC6 && (next == 0xA1 || next == 0xB0));
    }
    return count > 10 && count * 20 > letters;
}

/* What is declared, unless the text says otherwise: templates are often left in English. */
static void find_language(bg_facts *f) {
    size_t at = 0;
    const bg_fact *fact = bg_facts__next(f, FACT_LANG, &at);
    const char *declared = fact ? fact->value : f->ld.lang;
    f->here = is_vietnamese(f->html->text, f->html->text_size);
    if (f->here) f->out->lang = "vi";
    else if (declared && strcspn(declared, "-_") >= 2 && strcspn(declared, "-_") <= 3) {
        char lang[4] = {0};
        for (size_t i = 0; i < strcspn(declared, "-_"); i++) lang[i] = (char)(declared[i] >= 'A' && declared[i] <= 'Z' ? declared[i] | 0x20 : declared[i]);
        f->out->lang = bg_arena__text(f->arena, lang, strlen(lang));
    }
}

/* ---- headline */

/* Where the last part of a headline begins that a sign parts from it: " - ", " | ", " – "; 0: nowhere. */
static size_t last_part(const char *text, size_t size, size_t *head) {
    for (size_t i = size; i-- > 3;) {
        if (i + 2 < size && !memcmp(text + i - 1, "\xEF\xBD\x9C", 3)) return *head = i - 1, i + 2; /* a wide bar */
        if (text[i] != ' ') continue;
        size_t sign = i;
        while (sign > 0 && text[sign - 1] != ' ') sign--;
        size_t length = i - sign;
        bool parts = (length == 1 && strchr("-|:", text[sign])) || (length == 2 && (!memcmp(text + sign, "::", 2) || !memcmp(text + sign, "\xC2", 1))) ||
                     (length == 3 && !memcmp(text + sign, "\xE2\x80", 2));
        if (parts && sign > 1) return *head = sign - 1, i + 1;
    }
    return 0;
}

/* "rbb24 | …": the size of the outlet's name before a headline, and of the sign behind it. */
static size_t outlet_before(const bg_facts *f, const char *text, size_t size) {
    const char *bar = size > 4 ? memmem(text, size < NAME_MOST ? size : NAME_MOST, " | ", 3) : NULL;
    return bar && bg_facts__is_outlet(f, text, (size_t)(bar - text)) ? (size_t)(bar - text) + 3 : 0;
}

/* Without the outlet's name, which may stand in several parts: "… - Báo VnExpress Thời sự". */
static size_t without_outlet(const bg_facts *f, const char *text, size_t size) {
    size_t end = size, head = 0, part;
    for (int i = 0; i < 4 && (part = last_part(text, end, &head)); i++, end = head)
        if (bg_facts__is_outlet(f, text + part, end - part)) return head;
    return size;
}

static void take_title(bg_facts *f, const char *text) {
    if (f->out->title || !text) return;
    text += outlet_before(f, text, strlen(text));
    char *title = bg_arena__text(f->arena, text, without_outlet(f, text, strlen(text)));
    for (char *c = title; c && *c; c++)
        if (*c == '\n' || *c == '\r' || *c == '\t') *c = ' ';
    f->out->title = title;
}

static void find_title(bg_facts *f) {
    const bg_fact *fact, *last = NULL;
    for (size_t at = 0; (fact = bg_facts__next(f, FACT_TITLE, &at)); last = fact)
        if (strcmp(fact->from, "meta:title") != 0 && strcmp(fact->from, "title") != 0) take_title(f, fact->value);
    take_title(f, f->ld.headline);
    if (last) take_title(f, last->value);
}

/* How well a text fits the stated headline: 3 equal, 2 one begins the other, 1 otherwise. */
static unsigned fit(const bg_facts *f, bg_span s, const char *title) {
    const char *text = bg_essence__of(f->arena, f->html->text + s.start, s.end - s.start);
    size_t size = strlen(text), other = strlen(title), least = size < other ? size : other;
    if (least < 8 || strncmp(text, title, least) != 0) return 1;
    return size == other ? 3 : 2;
}

/* The line of the h1 that fits the stated headline best, else the line that says the same. */
static void find_heading(bg_facts *f) {
    const bg_html *html = f->html;
    const char *title = f->out->title ? bg_essence__of(f->arena, f->out->title, strlen(f->out->title)) : "";
    unsigned best = 0;
    f->heading = (uint32_t)html->line_count;
    for (size_t i = 1, seen = 0; i < html->element_count && seen < 30; i++) {
        const bg_element *e = &html->elements[i];
        bg_span s = e->tag == BG_TAG_h1 && !e->hidden ? bg_facts__text(html, e) : (bg_span){0, 0};
        unsigned fits = s.start < s.end ? fit(f, s, title) : 0;
        if (fits > best) best = fits, f->heading = bg_facts__line(html, s.start);
        seen += s.start < s.end;
    }
    size_t least = f->out->title ? strlen(f->out->title) : 0;
    for (size_t i = 0; best < 2 && least > 10 && i < html->line_count && i < LINES_MOST; i++) {
        bg_span s = html->lines[i].trimmed;
        bool may = s.end - s.start + least / 2 > least && s.end - s.start < least * 2 && html->markup[i].linked * 2 < s.end - s.start;
        if (may && html->elements[html->markup[i].element].tag != BG_TAG_title && fit(f, s, title) > best + 1) best = 3, f->heading = (uint32_t)i;
    }
}

bool bg_meta__read(bg_arena *arena, const bg_data *data, const bg_page *page, bg_meta *out) {
    bg_facts f = {.arena = arena, .data = data, .page = page, .html = page->html, .out = out, .host = ""};
    *out = (bg_meta){0};
    if (!bg_facts__gather(&f)) return false;
    find_url(&f, false);
    size_t at = 0;
    const bg_fact *title = bg_facts__next(&f, FACT_TITLE, &at);
    if (!bg_ld__read(arena, page->html, title ? title->value : NULL, out->url, &f.ld)) return false;
    out->article = f.ld.article;
    find_url(&f, true);
    find_host(&f);
    find_outlet(&f);
    find_language(&f);
    find_title(&f);
    find_heading(&f);
    bg_facts__date(&f);
    bg_facts__authors(&f);
    bg_facts__source(&f);
    return !bg_arena__failed(arena);
}
