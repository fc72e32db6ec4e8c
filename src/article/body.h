/*
 * body: which lines of an HTML page are its article. Every line is weighed by what it is (words, links, how it ends), where it stands
 * (elements, the names that their authors gave them) and what stands beside it; then once more with the weights of its neighbours.
 * The weights are data (data/html/body.txt), trained on pages whose article is known (bench/train-body); they and the sums are whole
 * numbers, so that every machine finds the same.
 */
#ifndef BG_BODY_H
#define BG_BODY_H

#include "../page/html.h"
#include "witness.h"

/* Groups of things a line is asked for: name, how many answers there are. An answer is one feature. */
#define BG_BODY_GROUPS(X) \
    X(block, BG_TAG_COUNT)   /* the element it is the text of */ \
    X(parent, BG_TAG_COUNT)  /* … and what that stands in */ \
    X(words, 24)             /* words by 8, share of links by 3 */ \
    X(end, 40)               /* how it ends by 5, words by 8 */ \
    X(strong, 3) X(slanted, 3) X(commas, 5) \
    X(sign, 12)              /* see the signs in body.c; one each */ \
    X(share, 5) X(share2, 5) /* of the page's prose in the block's parent, and in what holds that */ \
    X(half, 40)              /* how far up half the prose is together by 8, share of unlinked words there by 5 */ \
    X(before, 27) X(before2, 27) X(after, 27) X(after2, 27) /* words and links of neighbours, 0 none */ \
    X(beside, 4)             /* same parent as the line before, behind */ \
    X(teased, 2)             /* a headline that is a link heads the small box it stands in */ \
    X(held, 8)               /* what JSON-LD's text of the article says of it: bg_held, behind it the same of a text cut short */ \
    X(weight, 9)             /* second round: its own weight */ \
    X(left, 10) X(left2, 10) X(left3, 10) X(right, 10) X(right2, 10) X(right3, 10) \
    X(around, 4) X(place, 12) X(family, 10) X(family2, 10) X(family3, 10) \
    X(path, 10)              /* the mean weight of the other lines in elements of the same names */

#define BG_BODY_GROUP(name, count) BG_BODY_##name, BG_BODY_##name##_last = BG_BODY_##name + (count) - 1,
enum { BG_BODY_GROUPS(BG_BODY_GROUP) BG_BODY_FEATURES };
#undef BG_BODY_GROUP

#define BG_BODY_ONE 256   /* weights are in parts of it */
#define BG_BODY_ITEMS 48  /* features of a line, at most */

typedef struct bg_body_name { /* a word of the names that a page's authors gave its elements, and a tag, "<aside" */
    uint64_t word;            /* the first eight letters, the first in the highest byte */
    int16_t within[2], near[2]; /* of the two rounds: for each element of the name that the line is in; for each of the three innermost */
} bg_body_name;

typedef struct bg_body_weights {
    const int16_t *features[2]; /* of the two rounds: BG_BODY_FEATURES each */
    const bg_body_name *names;  /* sorted */
    size_t name_count;
} bg_body_weights;
extern const bg_body_weights bg_body_trained;

/* What is known of a line once the page was looked at. */
typedef struct bg_body_line {
    uint16_t items[BG_BODY_ITEMS]; /* features */
    uint8_t count;
    uint8_t linked;     /* share of links, 0 … 255 */
    uint32_t words;
    uint32_t first;     /* the first line that has the same text */
    uint32_t block;     /* its element that is no part of a line */
    int32_t weight;     /* over 0: rather body */
} bg_body_line;

/*
 * Weigh the lines of a page; `said`: the article's text as the page states it elsewhere, NULL if it does not. `roles`, if not NULL, receives for each
 * element that has text what its names say, a bg_named_role and one. NULL: out of memory.
 */
bg_body_line *bg_body__weigh(bg_arena *arena, const bg_html *html, const char *said, const bg_body_weights *weights, uint8_t *roles);
/* Nothing but a link of several words: the headline of another article. */
bool bg_body__is_linked_headline(const bg_body_line *line);
/* "<div><h4><a>Headline</a></h4><p>What it is about</p></div>": the line stands in a small box that a headline, a link, heads. */
#define BG_NO_LINE UINT32_MAX
/* The line of that headline; the line itself if it is one; BG_NO_LINE: there is none. */
uint32_t bg_body__headline(const bg_html *html, const bg_body_line *lines, uint32_t line);
bool bg_body__is_teased(const bg_html *html, const bg_body_line *lines, uint32_t line);

/* The words in the names of an element, and its tag: calls for each. For training and for weighing. */
typedef void bg_body_each(void *context, uint64_t word);
void bg_body__names(const bg_html *html, const bg_element *element, bg_body_each *each, void *context);

/* What a word of the names says of the text: data/html/roles.txt. */
typedef enum bg_named_role {
    NAMED_NOTHING, NAMED_SUMMARY, NAMED_CAPTION, NAMED_CREDIT, NAMED_AUTHOR, NAMED_DATE, NAMED_RELATED, NAMED_POPULAR, NAMED_COMMENT, NAMED_SHARE,
    NAMED_TAGS, NAMED_ADVERT, NAMED_SUBSCRIPTION, NAMED_NAVIGATION, NAMED_FOOTER, NAMED_ROLES
} bg_named_role;
bg_named_role bg_named_role__find(uint64_t word);

#endif
