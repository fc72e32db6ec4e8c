/* facts_source: whom a Vietnamese page took its article from, where an element called source says so. */
#include "facts.h"
#include "internal.h"

#define SOURCE_MOST 80   /* bytes */
#define ADDRESS_MOST 500
#define TRIES_MOST 300   /* elements called so */
#define UPWARD 5         /* elements around it that are asked for a picture */

/* Below a picture stands whose it is. */
static bool is_of_picture(const bg_html *html, uint32_t element) {
    for (uint32_t e = element, n = 0; e && n < UPWARD; e = html->elements[e].parent, n++) {
        uint16_t tag = html->elements[e].tag;
        if (tag == BG_TAG_figure || tag == BG_TAG_figcaption || bg_facts__is_named(html, &html->elements[e], LIST_pictured)) return true;
    }
    return false;
}

/* Nothing but a name: begins with a capital, no digits. */
static bool is_name(const char *text, bg_span s) {
    size_t at = s.start;
    if (!bg_letter__is_upper(bg_utf8__next(text, s.end, &at))) return false;
    for (uint32_t i = s.start; i < s.end; i++)
        if ((text[i] >= '0' && text[i] <= '9') || text[i] == ':' || text[i] == '\n') return false;
    return true;
}

/* The name behind the word that says that something is taken from somewhere; no name: empty. */
static bg_span without_word(const bg_facts *f, bg_span s) {
    const char *text = f->html->text;
    size_t stop = 0;
    if (bg_article__phrase(f->data, ROW_CLASS(SOURCE_WORD), text, s.start, s.end, &stop)) s.start = (uint32_t)stop;
    while (s.start < s.end && strchr(" :", text[s.start])) s.start++;
    return s.start < s.end && is_name(text, s) ? s : (bg_span){0, 0};
}

/* Does the element hold another one that is called so? */
static bool is_outer(const bg_html *html, uint32_t element) {
    for (uint32_t i = element + 1; i < html->element_count && i < element + 9 && html->elements[i].start < html->elements[element].end; i++) {
        bg_span s = bg_facts__text(html, &html->elements[i]);
        if (s.start < s.end && bg_facts__is_named(html, &html->elements[i], LIST_sourced)) return true;
    }
    return false;
}

static void take_agency(bg_facts *f, bg_span s) {
    const char *text = f->html->text;
    bg_span name = {0, 0};
    if (f->out->agency || s.end - s.start > SOURCE_MOST) return;
    if (!bg_article__agency(f->data, text, s, &name)) name = without_word(f, s);
    if (name.start >= name.end || bg_facts__is_outlet(f, text + name.start, name.end - name.start)) return;
    f->out->agency = bg_arena__text(f->arena, text + name.start, name.end - name.start);
    f->out->agency_span = name;
}

static void take_reprint(bg_facts *f, bg_span s) {
    const char *text = f->html->text;
    if (f->out->reprint_of || s.end - s.start > ADDRESS_MOST || bg_article__address(text, s.start, s.end) != s.end - s.start) return;
    f->out->reprint_of = bg_arena__text(f->arena, text + s.start, s.end - s.start);
    f->out->reprint_span = s;
}

void bg_facts__source(bg_facts *f) {
    const bg_html *html = f->html;
    if (!f->here || f->heading >= html->line_count) return;
    for (uint32_t i = bg_facts__element(html, html->lines[f->heading].span.start), tries = 0; i < html->element_count && tries < TRIES_MOST; i++) {
        const bg_element *e = &html->elements[i];
        if (e->hidden || !bg_facts__is_named(html, e, LIST_sourced)) continue;
        tries++;
        bg_span s = bg_facts__text(html, e);
        if (s.start >= s.end || is_outer(html, i) || memchr(html->text + s.start, '\n', s.end - s.start) || bg_facts__is_beside(html, i) || is_of_picture(html, i)) continue;
        take_reprint(f, s);
        if (s.start != f->out->reprint_span.start) take_agency(f, s);
    }
}
