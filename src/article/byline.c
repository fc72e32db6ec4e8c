/* byline: the names of those who wrote the article, out of what the page calls its authors. */
#include "essence.h"
#include "facts.h"
#include "internal.h"

#include <strings.h>

#define NAMES_MAX 20
#define NAME_LEAST 2
#define NAME_MOST 60  /* bytes */
#define WORDS_MOST 7

typedef BG_VEC(const char *) names;

static bool is_blank(char c) { return (unsigned char)c <= ' '; }

/* Does the text have one of the words of a list? */
static bool has_one_of(const char *text, size_t size, bg_word_list list) {
    for (size_t at = 0, end; at < size; at = end + 1) {
        for (end = at; end < size && !is_blank(text[end]);) end++;
        if (bg_words__has(list, text + at, end - at)) return true;
    }
    return false;
}

/* Is the word one that joins two names in some language: short, small letters, no particle of a name? */
static bool joins(const char *word, size_t size) {
    size_t at = 0;
    if (!size || size > 4 || bg_words__has(LIST_within, word, size)) return false;
    if (size == 1 && *word == '&') return true;
    if (size == 1 && *word != 'e' && *word != 'y' && *word != 'i') return false;
    for (bool first = true; at < size; first = false) {
        uint32_t c = bg_utf8__next(word, size, &at);
        if (!bg_letter__is(c) || bg_letter__is_upper(c) || (first && c > 0x1EFF)) return false;
    }
    return !bg_words__has(LIST_particles, word, size);
}

/* An address, a handle, an address of mail: no blank, but a dot or a sign in it. */
static bool is_address(const char *text, size_t size) {
    if (memmem(text, size, "://", 3) || memchr(text, '@', size) || (size > 4 && strncasecmp(text, "www.", 4) == 0)) return true;
    const char *dot = memchr(text, '.', size);
    return dot && !memchr(text, ' ', size) && (size_t)(dot - text) + 1 < size;
}

static bool is_phrase(const bg_facts *f, uint32_t classes, const char *text, size_t size, bool whole) {
    size_t stop = 0;
    return bg_article__phrase(f->data, classes, text, 0, size, &stop) && (!whole || stop == size);
}

/* Letters, but no digit or sign that no name has. */
static bool is_lettered(const char *text, size_t size) {
    bool letters = false;
    for (size_t at = 0; at < size;) {
        uint32_t c = bg_utf8__next(text, size, &at);
        if (c < 0x80 && strchr("0123456789:?!=<>{}[]()#*\"", (int)c)) return false;
        letters |= bg_letter__is(c) || c > 0x2E80;
    }
    return letters;
}

static size_t count_words(const char *text, size_t size) {
    size_t words = 0;
    for (size_t i = 0; i < size; i++) words += !is_blank(text[i]) && (!i || is_blank(text[i - 1]));
    return words;
}

/* Is it the name of somebody whose own address it is: of two words and more, and the outlet is called otherwise? */
static bool is_host(const bg_facts *f, const char *text, size_t size) {
    const char *outlet = f->out->outlet;
    if (f->here || !outlet || strcmp(outlet, f->host) == 0 || !memchr(text, ' ', size) || bg_article__outlet(f->data, text, 0, size)) return false;
    const char *name = bg_essence__of(f->arena, text, size), *house = bg_essence__of(f->arena, outlet, strlen(outlet));
    return !strstr(name, house) && !strstr(house, name);
}

static bool is_person(const bg_facts *f, const char *text, size_t size) {
    if (size < NAME_LEAST || size > NAME_MOST || !is_lettered(text, size) || is_address(text, size) || count_words(text, size) > WORDS_MOST) return false;
    if (has_one_of(text, size, LIST_within)) return false;
    if (is_phrase(f, ROW_CLASS(MEDIA_WORD) | ROW_CLASS(SOURCE_WORD), text, size, false) || is_phrase(f, ROW_CLASS(AGENCY), text, size, true)) return false;
    return !bg_facts__is_outlet(f, text, size) || is_host(f, text, size);
}

static void trim(const char **text, size_t *size) {
    while (*size && (is_blank(**text) || strchr("-|:,.;/", **text))) ++*text, --*size;
    while (*size && (is_blank((*text)[*size - 1]) || strchr("-|:,;/", (*text)[*size - 1]))) --*size;
}

/* "A (obe)": without what stands in brackets at the end. */
static size_t without_brackets(const char *text, size_t size) {
    const char *open = size && text[size - 1] == ')' ? memrchr(text, '(', size) : NULL;
    return open && open > text ? (size_t)(open - text) : size;
}

static void add(bg_facts *f, names *list, const char *text, size_t size) {
    trim(&text, &size);
    for (size_t n; (n = bg_words__begins(LIST_before, text, size));) text += n, size -= n;
    trim(&text, &size);
    size = without_brackets(text, size);
    trim(&text, &size);
    if (list->count >= NAMES_MAX || !is_person(f, text, size)) return;
    const char *same = bg_essence__of(f->arena, text, size);
    for (size_t i = 0; i < list->count; i++)
        if (strcmp(bg_essence__of(f->arena, list->items[i], strlen(list->items[i])), same) == 0) return;
    const char *copy = bg_arena__text(f->arena, text, size), **place = copy ? BG_PUSH(f->arena, list) : NULL;
    if (place) *place = copy;
}

/* "A, B và C", "A; B & C": each name. */
static void add_each(bg_facts *f, names *list, const char *text) {
    size_t size = strlen(text), start = 0;
    for (size_t at = 0; at < size;) {
        size_t end = at;
        if (strchr(",;|\n", text[at])) {
            add(f, list, text + start, at - start);
            start = ++at;
            continue;
        }
        while (end < size && !is_blank(text[end]) && !strchr(",;|", text[end])) end++;
        if (at > start && end < size && joins(text + at, end - at)) {
            add(f, list, text + start, at - start);
            start = end;
        }
        at = end > at ? end : at + 1;
    }
    add(f, list, text + start, size - start);
}

/* ---- where the page shows them */

#define ABOVE 8      /* lines above the headline */
#define SHOWN_MOST 160 /* bytes of a byline */
#define TRIES_MOST 300 /* elements that may be one */

static bool is_shown(const bg_facts *f, uint32_t index, bg_span s) {
    const bg_html *html = f->html;
    if (html->elements[index].hidden || s.start >= s.end || s.end - s.start > SHOWN_MOST || bg_facts__is_beside(html, index)) return false;
    for (uint32_t e = index, n = 0; e && n < 12; e = html->elements[e].parent, n++)
        if (bg_facts__is_named(html, &html->elements[e], LIST_commented)) return false;
    return true;
}

/* At least two words, the first with a capital, in scripts that have them: other words around a byline have not. */
static bool is_full_name(const char *name) {
    size_t at = 0, size = strlen(name);
    uint32_t c = bg_utf8__next(name, size, &at);
    return bg_letter__is_upper(c) && (memchr(name, ' ', size) || memchr(name, '.', size));
}

static void add_text(bg_facts *f, names *list, bg_span s) {
    names shown = {0};
    const char *text = bg_arena__text(f->arena, f->html->text + s.start, s.end - s.start);
    if (text) add_each(f, &shown, text);
    for (size_t i = 0; i < shown.count; i++)
        if (is_full_name(shown.items[i]) && !has_one_of(shown.items[i], strlen(shown.items[i]), LIST_around)) add(f, list, shown.items[i], strlen(shown.items[i]));
}

static bool same_class(const bg_html *html, const bg_element *a, const bg_element *b) {
    bg_span one = bg_html__attribute(html, a, "class"), other = bg_html__attribute(html, b, "class");
    return a->tag == b->tag && one.end - one.start == other.end - other.start && !memcmp(html->bytes + one.start, html->bytes + other.start, one.end - one.start);
}

static uint32_t name_size(const bg_facts *f, const char *text, uint32_t size);

/* The first line of what is called author and holds more than a name, where it is nothing but one. */
static void add_first_line(bg_facts *f, names *list, const bg_element *e) {
    const bg_html *html = f->html;
    uint32_t line = bg_facts__line(html, bg_facts__text(html, e).start);
    if (line >= html->line_count) return;
    bg_span s = html->lines[line].trimmed;
    if (s.start >= e->text && s.end < e->text_end && s.end - s.start <= NAME_MOST && name_size(f, html->text + s.start, s.end - s.start) == s.end - s.start) add_text(f, list, s);
}

/* The first element that is called author and holds nothing but names, and those of the same kind close to it. */
static void add_called(bg_facts *f, names *list, uint32_t from) {
    const bg_html *html = f->html;
    uint32_t first = 0;
    for (uint32_t i = from, tries = 0; i < html->element_count && tries < TRIES_MOST; i++) {
        const bg_element *e = &html->elements[i];
        if (first && (e->text < html->elements[first].text_end || !same_class(html, e, &html->elements[first]))) continue;
        if (first && e->text > html->elements[first].text_end + SHOWN_MOST) return;
        if (!bg_facts__is_named(html, e, LIST_authored)) continue;
        bg_span s = bg_facts__text(html, e);
        if (!is_shown(f, i, s)) continue;
        tries++;
        add_text(f, list, s);
        if (!list->count) add_first_line(f, list, e);
        if (list->count) first = i;
    }
}

/* Two to five words with capitals; `bold`: that of the first is enough. */
static bool is_signature(const char *text, bg_span s, bool bold) {
    size_t words = 0;
    for (size_t at = s.start; at < s.end;) {
        bool begins = at == s.start || is_blank(text[at - 1]);
        uint32_t c = bg_utf8__next(text, s.end, &at);
        if (begins && !(bold && words) && !bg_letter__is_upper(c)) return false;
        words += begins;
    }
    return words >= 2 && words <= 5 && !strchr(".,:!?", text[s.end - 1]);
}

static bool is_bold(const bg_html *html, bg_span s) {
    uint32_t line = bg_facts__line(html, s.start);
    return line < html->line_count && (size_t)html->markup[line].strong * 5 >= (size_t)(s.end - s.start) * 3;
}

/* A line to the right that is a name: the last one, below the article. */
static void add_signature(bg_facts *f, names *list, uint32_t from) {
    const bg_html *html = f->html;
    bg_span last = {0, 0};
    for (uint32_t i = from, tries = 0; i < html->element_count && tries < TRIES_MOST; i++) {
        const bg_element *e = &html->elements[i];
        if (e->tag != BG_TAG_p && e->tag != BG_TAG_div) continue;
        bg_span style = bg_html__attribute(html, e, "style"), align = bg_html__attribute(html, e, "align"), s = bg_facts__text(html, e);
        bool right = (align.end - align.start == 5 && strncasecmp(html->bytes + align.start, "right", 5) == 0) ||
                     (style.end > style.start && memmem(html->bytes + style.start, style.end - style.start, "right", 5) &&
                      memmem(html->bytes + style.start, style.end - style.start, "text-align", 10));
        if (!right || !is_shown(f, i, s)) continue;
        tries++;
        s.end = s.start + (uint32_t)without_brackets(html->text + s.start, s.end - s.start);
        s = bg_article__trim(html->text, s);
        if (s.start < s.end && s.end - s.start <= NAME_MOST && is_signature(html->text, s, is_bold(html, s)) && is_person(f, html->text + s.start, s.end - s.start)) last = s;
    }
    if (last.end) add_text(f, list, last);
}

/* ---- "By A and B": a line, or a part of one, that begins so */

#define BELOW 15      /* lines below the headline */
#define BY_WORDS 5    /* of a name */

/* Where a name ends: at a sign that no name has, at a digit, a comma. */
static uint32_t name_end(const char *text, uint32_t at, uint32_t end) {
    for (; at < end; at++) {
        unsigned char c = (unsigned char)text[at];
        if (strchr("|,;:()[]/<>0123456789@", c) || c < ' ' || (c == '-' && at && text[at - 1] == ' ')) return at;
        if (c == 0xC2 && at + 1 < end && (unsigned char)text[at + 1] == 0xB7) return at;
        if (c == 0xE2 && at + 1 < end && (unsigned char)text[at + 1] == 0x80 && (unsigned char)text[at + 2] != 0x99) return at;
    }
    return end;
}

/* How much of the text is a name: words with capitals, particles between them; at most BY_WORDS, up to the name of a month. */
static uint32_t name_size(const bg_facts *f, const char *text, uint32_t size) {
    uint32_t good = 0, words = 0, at = 0;
    while (at < size) {
        uint32_t end = at;
        while (end < size && !is_blank(text[end])) end++;
        size_t first = at;
        bool capital = bg_letter__is_upper(bg_utf8__next(text, size, &first)), particle = bg_words__has(LIST_particles, text + at, end - at);
        if ((!capital && !(particle && words)) || (words && is_phrase(f, ROW_CLASS(DATE_WORD), text + at, size - at, false))) break;
        if (++words > BY_WORDS) return 0;
        if (capital) good = end;
        for (at = end; at < size && is_blank(text[at]);) at++;
    }
    return good;
}

/* The names that begin at *at: "A", "A and B"; false: none does. */
static bool add_names_at(bg_facts *f, names *list, bg_span s) {
    const char *text = f->html->text;
    size_t before = list->count;
    for (bool more = true; more && s.start < s.end;) {
        uint32_t end = name_end(text, s.start, s.end), size = name_size(f, text + s.start, end - s.start);
        if (!size) break;
        add_text(f, list, (bg_span){s.start, s.start + size});
        s = bg_article__trim(text, (bg_span){s.start + size, s.end});
        uint32_t word = s.start;
        while (word < s.end && !is_blank(text[word])) word++;
        more = word > s.start && bg_words__has(LIST_joining, text + s.start, word - s.start);
        s = bg_article__trim(text, (bg_span){word, s.end});
    }
    return list->count > before;
}

/* Behind the words of a byline at the beginning of the text; s.start if there are none. */
static uint32_t behind_by(const char *text, bg_span s) {
    size_t size = bg_words__begins(LIST_by, text + s.start, s.end - s.start + 1);
    uint32_t at = s.start + (uint32_t)size;
    if (!size || (at < s.end && !strchr(" :", text[at]) && (unsigned char)text[at] != 0xC2)) return s.start;
    while (at < s.end && strchr(" :", text[at])) at++;
    return at;
}

static bool is_line_beside(const bg_html *html, uint32_t line) {
    uint32_t element = html->markup[line].element;
    for (uint32_t e = element, n = 0; e && n < 12; e = html->elements[e].parent, n++)
        if (bg_facts__is_named(html, &html->elements[e], LIST_commented)) return true;
    return bg_facts__is_beside(html, element);
}

/* One line: "By A", "12 May | By A"; "Written by" alone speaks of the next line. */
static bool add_by(bg_facts *f, names *list, uint32_t line) {
    const bg_html *html = f->html;
    bg_span s = html->lines[line].trimmed;
    uint32_t at = behind_by(html->text, s);
    if (at == s.start || is_line_beside(html, line)) return false;
    if (at < s.end) return add_names_at(f, list, (bg_span){at, s.end});
    bg_span next = line + 1 < html->line_count ? html->lines[line + 1].trimmed : (bg_span){0, 0};
    return next.end - next.start <= NAME_MOST && add_names_at(f, list, next);
}

static void add_bylines(bg_facts *f, names *list) {
    const bg_html *html = f->html;
    for (uint32_t i = f->heading > 2 ? f->heading - 2 : 0; i < html->line_count && i < f->heading + BELOW; i++)
        if (html->lines[i].trimmed.end - html->lines[i].trimmed.start <= SHOWN_MOST && add_by(f, list, i)) return;
}

static void add_shown(bg_facts *f, names *list) {
    const bg_html *html = f->html;
    if (f->heading >= html->line_count) return;
    uint32_t line = f->heading > ABOVE ? f->heading - ABOVE : 0, from = bg_facts__element(html, html->lines[line].span.start);
    add_called(f, list, from);
    if (!list->count) add_bylines(f, list);
    if (!list->count && f->here) add_signature(f, list, from);
}

/* Where a profile of the outlet says that they stand. */
static void add_of_site(bg_facts *f, names *list) {
    const bg_html *html = f->html;
    for (uint32_t e = 1, tries = 0; tries < TRIES_MOST && (e = bg_site__next(&f->out->site, html, BG_SITE_author, e)); e++, tries++) {
        bg_span s = bg_facts__text(html, &html->elements[e]);
        if (is_shown(f, e, s)) add_text(f, list, s);
    }
}

/* What cards of links show: "Written by" and a name, "Est. reading time" and minutes. */
static void add_labelled(bg_facts *f, names *list) {
    size_t at = 0, from = 0;
    const bg_fact *label = bg_facts__next(f, FACT_LABEL, &at), *labelled = bg_facts__next(f, FACT_LABELLED, &from);
    size_t size = label && labelled ? strlen(label->value) : 0;
    const char *last = size ? memrchr(label->value, ' ', size) : NULL;
    if (last && bg_words__has(LIST_writers, last + 1, strlen(last + 1))) add_each(f, list, labelled->value);
}

void bg_facts__authors(bg_facts *f) {
    names list = {0};
    const bg_fact *fact;
    for (size_t i = 0; i < f->ld.author_count; i++) add_each(f, &list, f->ld.authors[i]);
    const char *from = NULL;
    for (size_t at = 0; (!list.count || from) && (fact = bg_facts__next(f, FACT_AUTHOR, &at));) {
        if (from && strcmp(from, fact->from) != 0) break;
        size_t before = list.count;
        add_each(f, &list, fact->value);
        if (list.count > before) from = fact->from;
    }
    if (!list.count) add_labelled(f, &list);
    if (!list.count) add_of_site(f, &list);
    if (!list.count) add_shown(f, &list);
    f->out->authors = list.items, f->out->author_count = list.count;
}
