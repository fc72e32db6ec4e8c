/* meta: of all that a page states of itself, what is believed. */
#include "meta.h"

#include "essence.h"
#include "facts.h"
#include "internal.h"

#include <strings.h>

#define ADDRESS_MOST 2000  /* bytes */
#define HOUSE_LEAST 6      /* bytes of what is more than "com.vn" */
#define NAME_MOST 80       /* bytes of an outlet's name */
#define LOOK ((size_t)64 << 10) /* bytes of text that show which language it is in */
#define WORD_MOST 7        /* letters of a syllable */
#define WORDS_LOOK 1000    /* words with marks that are looked at */
#define WORDS_LEAST 8
#define LINES_MOST 3000    /* lines among which a headline is looked for by its text */
#define HEAD_LEAST 8       /* letters */
#define WORDED 1000        /* what one word alone fits less: the name of a column */
#define FIT_LEAST 20       /* hundredths of an h1 that is no other article's */
#define TITLE_LEAST 15     /* bytes of a headline without a blank, as in scripts that have none */

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

/* "bbc.co.uk" of "news.bbc.co.uk": what hosts of one house end with; "com.vn" is nobody's. */
static bg_span house_of(const char *host, size_t size) {
    const char *dot = memchr(host, '.', size);
    size_t head = dot ? (size_t)(dot - host) + 1 : size;
    return size - head > HOUSE_LEAST && memchr(host + head, '.', size - head) ? (bg_span){(uint32_t)head, (uint32_t)size} : (bg_span){0, (uint32_t)size};
}

static bool is_same_house(const char *a, size_t a_size, const char *b, size_t b_size) {
    bg_span one = house_of(a, a_size), other = house_of(b, b_size);
    size_t least = one.end - one.start, most = other.end - other.start;
    const char *shorter = a + one.start, *longer = b + other.start;
    if (least > most) shorter = b + other.start, longer = a + one.start, least = most, most = one.end - one.start;
    return strncasecmp(longer + most - least, shorter, least) == 0 && (most == least || longer[most - least - 1] == '.');
}

bool bg_meta__is_elsewhere(const char *url, const char *href, size_t size) {
    const char *path, *host = size < ADDRESS_MOST ? memmem(href, size, "//", 2) : NULL;
    bg_span own = host_of(url, &path);
    if (!own.end || !host || (host != href && host[-1] != ':')) return false;
    host += 2, size -= (size_t)(host - href);
    size_t length = 0;
    while (length < size && !memchr("/?#:", host[length], 4)) length++;
    if (length > 4 && strncasecmp(host, "www.", 4) == 0) host += 4, length -= 4;
    return length && !is_same_house(url + own.start, own.end - own.start, host, length);
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

/* Words of a text, and those with letters beyond ASCII: spelled as syllables of Vietnamese are, and others. */
typedef struct spelled { size_t all, good, bad; } spelled;

static void count_word(spelled *s, const uint32_t *letters, size_t count, bool marked) {
    s->all += count > 0;
    if (!marked || count < 2) return;
    if (count <= WORD_MOST && bg_syllable__is(letters, count)) s->good++;
    else s->bad++;
}

/* A word of letters of ASCII alone that begins at `at` and does not go on in others: its end, else `at`. */
static size_t plain_word(const char *text, size_t at, size_t size) {
    size_t end = at;
    while (end < size && (unsigned)(text[end] | 0x20) - 'a' < 26) end++;
    return end < size && (unsigned char)text[end] >= 0x80 ? at : end;
}

/* Most words with marks are its syllables, and there are many of them. */
static bool is_vietnamese(const char *text, size_t size) {
    spelled s = {0};
    uint32_t letters[WORD_MOST];
    size_t count = 0;
    bool marked = false;
    if (size > LOOK) size = LOOK;
    for (size_t at = 0; at < size && s.good + s.bad < WORDS_LOOK;) {
        size_t end = count ? at : plain_word(text, at, size);
        if (end > at) {
            s.all++, at = end;
            continue;
        }
        if (!count && (unsigned char)text[at] < 0x80 && (unsigned)(text[at] | 0x20) - 'a' >= 26) {
            at++;
            continue;
        }
        uint32_t c = bg_utf8__next(text, size, &at);
        if (bg_letter__is(c)) {
            if (count < WORD_MOST) letters[count] = bg_letter__lower(c);
            count++, marked |= c >= 0x80;
            continue;
        }
        count_word(&s, letters, count, marked);
        count = 0, marked = false;
    }
    return s.good > WORDS_LEAST && s.good > s.bad * 4 && s.good * 4 > s.all;
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

/* How well a line fits a text: hundredths of it that agree from its beginning on. */
static size_t fit(const bg_facts *f, bg_span line, const char *text, size_t size) {
    size_t n = 0, whole = line.end - line.start;
    while (n < whole && n < size && f->html->text[line.start + n] == text[n]) n++;
    return whole ? n * 100 / whole : 0;
}

/* … what the head of the page states: the better of <title>, if it came before, and the stated headline. */
static size_t fit_head(const bg_facts *f, bg_span line, bg_span titled) {
    size_t one = fit(f, line, f->html->text + titled.start, titled.end - titled.start);
    size_t other = f->out->title ? fit(f, line, f->out->title, strlen(f->out->title)) : 0;
    return one > other ? one : other;
}

/* Does a line that is no heading by its element say the whole of the stated headline and no more? */
static bool is_stated(const bg_facts *f, uint32_t line, bg_span s) {
    const char *title = f->out->title;
    return title && s.end - s.start == strlen(title) && f->html->markup[line].linked * 2 < s.end - s.start && fit(f, s, title, strlen(title)) == 100;
}

/* What the element of a line, or what it stands in, says of it: BG_TAG_title, h1, h2 or other. */
static bg_tag heading_tag(const bg_html *html, uint32_t line) {
    for (uint32_t e = html->markup[line].element; e; e = html->elements[e].parent) {
        bg_tag tag = (bg_tag)html->elements[e].tag;
        if (tag == BG_TAG_title || tag == BG_TAG_h1 || tag == BG_TAG_h2) return tag;
    }
    return BG_TAG_other;
}

static bool has_words(const char *text, bg_span s) { return memchr(text + s.start, ' ', s.end - s.start) != NULL || s.end - s.start > TITLE_LEAST; }

/* Does one of two texts begin with the other, of some length? */
static bool is_head(const char *a, const char *b) {
    size_t n = strlen(a), m = strlen(b), least = n < m ? n : m;
    return least >= HEAD_LEAST && strncmp(a, b, least) == 0;
}

/* The first line that says the stated headline but for signs and capitals, else one that begins so; html->line_count: there is none. */
static uint32_t likest_line(const bg_facts *f) {
    const bg_html *html = f->html;
    size_t least = f->out->title ? strlen(f->out->title) : 0;
    uint32_t begins = (uint32_t)html->line_count;
    const char *title = least > 10 ? bg_essence__of(f->arena, f->out->title, least) : "";
    for (uint32_t i = 0; *title && i < html->line_count && i < LINES_MOST; i++) {
        bg_span s = html->lines[i].trimmed;
        bool may = s.end - s.start + least / 2 > least && s.end - s.start < least * 2 && html->markup[i].linked * 2 < s.end - s.start;
        if (!may || heading_tag(html, i) == BG_TAG_title) continue;
        const char *line = bg_essence__of(f->arena, html->text + s.start, s.end - s.start);
        if (strcmp(line, title) == 0) return i;
        if (begins == html->line_count && is_head(line, title)) begins = i;
    }
    return begins;
}

/* The line of the headline: the h1 that fits the head of the page best, else another one that says what is stated there, else the first h1. */
static void find_heading(bg_facts *f) {
    const bg_html *html = f->html;
    uint32_t none = (uint32_t)html->line_count, titled = none;
    size_t most = 0;
    f->heading = none;
    for (uint32_t i = 0; i < html->line_count; i++) {
        bg_span s = html->lines[i].trimmed, head = titled < none ? html->lines[titled].trimmed : (bg_span){0, 0};
        bg_tag tag = heading_tag(html, i);
        if (tag == BG_TAG_title && titled == none) titled = i;
        bool heads = tag == BG_TAG_h1 || (tag == BG_TAG_h2 && fit_head(f, s, head) > 90) || (tag != BG_TAG_title && is_stated(f, i, s));
        if (!heads || s.start >= s.end) continue;
        size_t fits = fit_head(f, s, head) + (tag == BG_TAG_h1 ? 1 : 0) + (has_words(html->text, s) ? WORDED : 0);
        if (f->heading == none || fits > most) f->heading = i, most = fits;
    }
    uint32_t likest = f->heading == none || most < WORDED + FIT_LEAST ? likest_line(f) : none;
    if (likest < none) f->heading = likest;
    f->out->heading = f->heading < none ? f->heading : titled;
}

static void find_summary(bg_facts *f) {
    size_t at = 0;
    const bg_fact *fact = bg_facts__next(f, FACT_SUMMARY, &at);
    f->out->summary = fact ? fact->value : NULL;
}

/* Address, what JSON-LD says, and the profile of the outlet. */
static bool read_head(bg_facts *f) {
    if (!bg_facts__gather(f)) return false;
    find_url(f, false);
    size_t at = 0;
    const bg_fact *title = bg_facts__next(f, FACT_TITLE, &at);
    if (!bg_ld__read(f->arena, f->html, title ? title->value : NULL, f->out->url, &f->ld)) return false;
    f->out->article = f->ld.article, f->out->said = f->ld.text;
    find_url(f, true);
    find_host(f);
    return bg_site__read(f->arena, f->data, f->html, f->host, &f->out->site);
}

static void read_rest(bg_facts *f) {
    find_outlet(f);
    find_language(f);
    find_title(f);
    find_heading(f);
    find_summary(f);
    bg_facts__date(f);
    bg_facts__authors(f);
    bg_facts__source(f);
    bg_facts__continuation(f);
}

/* All that is known of a page without markup. */
static void read_address(bg_facts *f) {
    find_url(f, false);
    find_host(f);
    find_outlet(f);
    bg_facts__date_of_address(f);
}

bool bg_meta__read(bg_arena *arena, const bg_data *data, const bg_page *page, bg_meta *out) {
    bg_facts f = {.arena = arena, .data = data, .page = page, .html = page->html, .out = out, .host = ""};
    *out = (bg_meta){0};
    if (!page->html) {
        read_address(&f);
        return !bg_arena__failed(arena);
    }
    if (!read_head(&f)) return false;
    read_rest(&f);
    return !bg_arena__failed(arena);
}
