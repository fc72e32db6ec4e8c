/*
 * sites: what is known of the markup of families of outlets (data/sites/ *.txt, docs/data.md): how to tell one, and which elements of its
 * pages hold what. Part of the image.
 */
#ifndef BG_SITES_H
#define BG_SITES_H

#include "data.h"

/* What a rule says of an element, or of the page. */
#define BG_SITE_WORDS(X) X(host) X(told) X(body) X(summary) X(caption) X(author) X(date) X(drop)
#define BG_SITE_WORD(name) BG_SITE_##name,
typedef enum bg_site_what { BG_SITE_nothing, BG_SITE_WORDS(BG_SITE_WORD) BG_SITE_WHATS } bg_site_what;
#undef BG_SITE_WORD

/* What an element must be: parts of a selector, the innermost element first. */
enum { BG_TEST_TAG = 1, BG_TEST_WORD, BG_TEST_EQUAL, BG_TEST_OUT };
typedef struct bg_site_test {
    uint32_t kind;  /* TAG: `name` is its tag; WORD: `value` is one of the words of the attribute; EQUAL: its value, 0: it has it; OUT: what follows is asked of an element around it */
    uint32_t name, value; /* strings */
} bg_site_test;

typedef struct bg_site_rule {
    uint32_t what;
    uint32_t text;   /* string: the host; the reason of a drop */
    uint32_t needle; /* string that stands in the start tag of every element that is meant */
    uint32_t test, test_count;
} bg_site_rule;

typedef struct bg_site {
    uint32_t name; /* string; 0: a later file told it anew */
    uint32_t rule, rule_count;
} bg_site;

/* The profiles, their rules and tests, by number from 0; they live as long as the data. */
uint32_t bg_data__site_count(const bg_data *data);
const bg_site *bg_data__site(const bg_data *data, uint32_t index);
const bg_site_rule *bg_data__site_rule(const bg_data *data, uint32_t index);
const bg_site_test *bg_data__site_test(const bg_data *data, uint32_t index);

#endif
