/* facts: meta, inside. What is gathered in one look at the elements, before anything is chosen. */
#ifndef BG_FACTS_H
#define BG_FACTS_H

#include "ld.h"
#include "meta.h"
#include "words.h"

typedef enum bg_fact_kind { FACT_TITLE, FACT_URL, FACT_PUBLISHED, FACT_MODIFIED, FACT_AUTHOR, FACT_OUTLET, FACT_LANG, FACT_SUMMARY, FACT_LABEL, FACT_LABELLED } bg_fact_kind;

/* A fact as an element of the head states it. */
typedef struct bg_fact {
    bg_fact_kind kind;
    uint32_t order;   /* the smaller, the more it is trusted */
    const char *from; /* "meta:pubdate" */
    const char *value;
} bg_fact;

typedef struct bg_facts {
    bg_arena *arena;
    const bg_data *data;
    const bg_page *page;
    const bg_html *html;
    bg_meta *out;
    BG_VEC(bg_fact) stated; /* sorted by kind and order */
    bg_ld ld;
    const char *host;       /* of out->url, without "www."; "" if there is none */
    bool here;              /* a page in Vietnamese: hours without a zone are those of Viet Nam */
    uint32_t heading;       /* line of the headline, or html->line_count */
} bg_facts;

/* Look once at every element of the page and keep what it states. False: out of memory. */
bool bg_facts__gather(bg_facts *facts);
/* The stated facts of a kind, one after the other: *at is 0 before the first. NULL: there are no more. */
const bg_fact *bg_facts__next(const bg_facts *facts, bg_fact_kind kind, size_t *at);
/* The line of a byte of the text, and the text of an element. */
uint32_t bg_facts__line(const bg_html *html, uint32_t text);
bg_span bg_facts__text(const bg_html *html, const bg_element *element);
/* Does it stand in a nav or a footer, which are never the article's? */
bool bg_facts__is_beside(const bg_html *html, uint32_t element);
/* The first element whose text begins at or behind a byte of the text. */
uint32_t bg_facts__element(const bg_html *html, uint32_t text);
/* Does the name of a class, an id or the like of the element hold one of the words of a list? */
bool bg_facts__is_named(const bg_html *html, const bg_element *element, bg_word_list list);
/* Is the text a name of the outlet, by the lexicon or by its address? */
bool bg_facts__is_outlet(const bg_facts *facts, const char *text, size_t size);

/* Fill published, modified and where they are from; by the address alone. */
void bg_facts__date(bg_facts *facts);
void bg_facts__date_of_address(bg_facts *facts);
/* Fill agency and reprint_of. */
void bg_facts__source(bg_facts *facts);
/* Fill next. */
void bg_facts__continuation(bg_facts *facts);
/* Fill the authors. */
void bg_facts__authors(bg_facts *facts);

#endif
