/*
 * html: the bytes of an HTML page → its elements and its text. One pass without recursion; every byte is looked at a bounded number of
 * times, whatever the bytes are. Tags are cut as the HTML Standard (WHATWG) says; of the tree's rules those that matter for text: what is
 * implied to end, what is in scope, which content is no markup.
 */
#ifndef BG_HTML_H
#define BG_HTML_H

#include "../base/map.h"
#include "page.h"
#include "tag.h"

typedef struct bg_element {
    uint32_t parent;              /* index; the root, 0, is its own */
    uint32_t start, content;      /* bytes of the HTML: its '<', and behind the '>' of its start tag */
    uint32_t end;                 /* … behind its end tag, or where it was ended */
    uint32_t text, text_end;      /* range of the page's text that is in it */
    uint32_t line, line_end;      /* lines that begin in it: [line, line_end) */
    uint32_t name;                /* its first in bg_html.names; they end where the next element's begin */
    uint16_t tag, depth;          /* bg_tag; the root has depth 0 */
    uint32_t hidden;              /* what is in it is no text */
} bg_element;

/* Attributes that say what an element is: its names, by which it is told again and again. ORDER names: names.c takes the words of those before rel. */
#define BG_NAMES(X) \
    X(class, "class") X(id, "id") X(itemprop, "itemprop") X(role, "role") X(data_role, "data-role") X(data_slot, "data-slot") X(type, "type") \
    X(data_component, "data-component") X(data_testid, "data-testid") X(rel, "rel") X(hidden, "hidden") X(style, "style")
#define BG_NAME_KIND(name, text) BG_NAME_##name,
typedef enum bg_name_kind { BG_NAMES(BG_NAME_KIND) BG_NAME_KINDS } bg_name_kind;
#undef BG_NAME_KIND
typedef struct bg_name {
    bg_span value; /* bytes of the HTML */
    uint32_t kind;
} bg_name;

/* What the markup says of a line of the page's text. */
typedef struct bg_markup {
    uint32_t element; /* innermost where it begins */
    uint32_t linked;  /* bytes of it in links */
    uint32_t strong;  /* … in b, strong */
    uint32_t slanted; /* … in em, i */
    bool broken;      /* begins behind br: the same paragraph perhaps */
} bg_markup;

struct bg_html {
    const char *bytes; /* borrowed */
    size_t size;
    const char *text;  /* blanks collapsed, references decoded; each line ends with a line feed */
    size_t text_size;
    bg_line *lines;
    bg_markup *markup; /* of each line */
    size_t line_count;
    bg_element *elements;
    size_t element_count;
    bg_name *names;    /* of all elements, in their order */
    size_t name_count;
    bg_map map;        /* from the text to the bytes */
    bool crowded;      /* it has more elements or lines than are told apart */
};

/* Are these bytes HTML? `type` is what a container says of them, NULL if nothing. */
bool bg_html__is(const char *bytes, size_t size, const char *type);
/* Read well-formed UTF-8. False: out of memory. */
bool bg_html__read(bg_arena *arena, const char *bytes, size_t size, bg_html *out);

typedef struct bg_attribute {
    bg_span name, value; /* bytes of the HTML; an attribute without a value has an empty one */
} bg_attribute;

/* The attributes of an element, one after the other: *at is 0 before the first. False: there are no more. */
bool bg_html__next(const bg_html *html, const bg_element *element, size_t *at, bg_attribute *out);
/* The value of an attribute as it stands in the start tag, references not decoded; empty if it has none. */
bg_span bg_html__attribute(const bg_html *html, const bg_element *element, const char *name);
/* The same decoded, NULL if the element has no such attribute. */
char *bg_html__value(bg_arena *arena, const bg_html *html, const bg_element *element, const char *name);
/* The first of the names of an element; *end is behind the last. NULL, as *end, where no element of the page has any. */
static inline const bg_name *bg_html__names(const bg_html *html, const bg_element *element, const bg_name **end) {
    if (!html->names) return *end = NULL;
    *end = html->names + (element + 1 < html->elements + html->element_count ? element[1].name : html->name_count);
    return html->names + element->name;
}
/* The bytes of the HTML that a range of the text came from. */
bg_span bg_html__source(const bg_html *html, bg_span text);

#endif
