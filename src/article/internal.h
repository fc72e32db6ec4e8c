/*
 * article, inside: a page is a list of rows (its non-empty lines, hard-wrapped ones joined). Each row is looked at once
 * (row.c), then given a role (sort.c), then written out (article.c). Nothing here costs more than a look at the head and
 * the tail of a row, so that a line of any length is read in linear time.
 */
#ifndef BG_ARTICLE_INTERNAL_H
#define BG_ARTICLE_INTERNAL_H

#include "article.h"

/* ---- the lexicon as this stage needs it: phrases of classes */

/* A set of classes (BG_ROW_CLASSES), a bit each. */
#define ROW_CLASS(name) (1u << CLASS_##name)
#define ROW_NAMING (ROW_CLASS(OFFICE) | ROW_CLASS(COUNTRY) | ROW_CLASS(BODY))

/*
 * Longest phrase of one of the classes that begins at byte `at`, a word's first. Returns its sense, 0 if there is none; *stop is
 * the byte behind it. ROW_NAMING are asked for alone: of the others the senses are those of bg_data__lines().
 */
uint32_t bg_article__phrase(const bg_data *data, uint32_t classes, const char *text, size_t at, size_t end, size_t *stop);
/* The next word at or behind *at with which a phrase of one of the classes (none of ROW_NAMING) may begin: its *start. *at is then behind it. */
bool bg_article__next(const bg_data *data, uint32_t classes, const char *text, size_t *at, size_t end, size_t *start);
const char *bg_article__value(const bg_data *data, uint32_t sense); /* not of ROW_NAMING */
const char *bg_article__attribute(const bg_data *data, uint32_t sense, uint32_t key);
/* The name that the lexicon gives to an outlet, where the text is nothing but a name of one; NULL. */
const char *bg_article__outlet(const bg_data *data, const char *text, size_t start, size_t end);

/* ---- rows */
enum {
    ROW_IMAGE = 1 << 0,   /* begins with an image mark ![…](…) */
    ROW_LINK = 1 << 1,    /* is one link [text](address); the span is the text */
    ROW_BAR = 1 << 2,     /* ended with the bar of a table cell */
    ROW_STOP = 1 << 3,    /* ends a sentence */
    ROW_CUT = 1 << 4,     /* ends with three dots */
    ROW_COLON = 1 << 5,   /* ends with a colon, semicolon or comma */
    ROW_LOWER = 1 << 6,   /* begins with a small letter */
    ROW_CAPITALS = 1 << 7,/* has no small letter */
    ROW_FILE = 1 << 8,    /* words without capitals, marks or signs: the name of a picture file */
    ROW_ADDRESS = 1 << 9, /* is an address and nothing else */
    ROW_PHOTO = 1 << 10,  /* ends with the credit of a picture */
    ROW_TWICE = 1 << 11,  /* the same text twice; the span is the first */
    ROW_ITEM = 1 << 12,   /* item of a list */
    ROW_NAMES = 1 << 13,  /* nothing but capitalised words, at most five */
    ROW_AGAIN = 1 << 14,  /* the same text stands in an earlier row */
    ROW_AGENCY = 1 << 15, /* "Theo …", "Nguồn: …" */
    ROW_DATE = 1 << 16,   /* nothing but a date, perhaps behind a name */
    ROW_LONE = 1 << 18,   /* credit of a picture and nothing else */
    ROW_LINKS = 1 << 19,  /* breadcrumb or menu */
    ROW_GLUED = 1 << 20,  /* ROW_TWICE without a blank between */
    ROW_DIGITS = 1 << 21  /* enough digits for a date */
};

typedef enum bg_role {
    ROLE_NONE,
    ROLE_TITLE,
    ROLE_PARAGRAPH,
    ROLE_QUOTE,
    ROLE_HEADING,
    ROLE_CAPTION,
    ROLE_CREDIT,
    ROLE_DROP
} bg_role;

typedef struct bg_row {
    bg_span line;     /* all of it */
    bg_span span;     /* the text, without marks of markup */
    uint64_t hash;    /* of the text */
    uint32_t words;   /* counted in the head, estimated behind it */
    uint32_t flags;
    uint32_t gap;     /* empty lines before it */
    uint32_t phrase;  /* sense of the furniture phrase it is or begins with */
    uint32_t first;   /* ROW_AGAIN: the earlier row */
    uint32_t run;     /* fresh prose rows from here on without a headline between */
    uint32_t reach;   /* the same up to a headline that stands twice or a heading of a list of links */
    bg_role role;
    const char *reason; /* ROLE_DROP */
} bg_row;

typedef struct bg_rows {
    const bg_page *page;
    const bg_data *data;
    bg_arena *arena;
    bg_row *items;
    size_t count;
    size_t title; /* index, or count */
    const struct bg_meta *meta; /* meta.h: what an HTML page states of itself; NULL: a text page */
} bg_rows;

/* The rows of the page's lines, in its arena. Errors: BG_E_NOMEM. */
bg_code bg_rows__make(bg_rows *rows, bg_error *err);
/* Join lines that were cut in mid-sentence; looks again at what it joined. */
void bg_rows__unwrap(bg_rows *rows);
/* Fill everything of a row that its text says. */
void bg_row__look(const bg_rows *rows, bg_row *row);
/* A row that can only be running text. */
bool bg_row__is_prose(const bg_row *row);
/* Two words of five are capitalised. */
bool bg_row__is_titled(const char *text, const bg_row *row);
/* Short, without a sentence end: a headline, a heading, a link. */
bool bg_row__is_headline(const bg_row *row);

/* Give every row its role. */
bg_code bg_rows__sort(bg_rows *rows, bg_error *err);
/* The same for the rows of an HTML page; `site`: what a profile says of it, of which it notes whether it fits; *summary is the row of its summary, or rows->count; *list: it lists articles. */
struct bg_site_view;
bg_code bg_rows__sort_markup(bg_rows *rows, struct bg_site_view *site, size_t *summary, bool *list, bg_error *err);
/* Index of the title row, or rows->count. `lead` is the first row of running text. */
size_t bg_rows__title(const bg_rows *rows, size_t lead);
/* The row holds nearly all words of the title. */
bool bg_rows__holds_title(const bg_rows *rows, const bg_row *row);
/* The row is a summary cut short whose text stands in full further down. */
bool bg_rows__is_repeated_summary(const bg_rows *rows, size_t at);

/* ---- dates, credits */
/*
 * Read a row that states when the page was published: nothing but a date, a time, words of dates and perhaps a name
 * before them. `out` receives YYYY-MM-DD or YYYY-MM-DDThh:mm:ss+07:00.
 */
bool bg_article__date(const bg_data *data, const char *text, bg_span row, char out[32], bg_span *span);

/* "Theo X", "Nguồn: X", "(TTXVN)": the range of X; empty where X is a person. */
bool bg_article__agency(const bg_data *data, const char *text, bg_span row, bg_span *name);
/* A picture's credit in the tail of the row: where it begins, or the row's end. */
size_t bg_article__photo(const bg_data *data, const char *text, bg_span row);
/* Nothing but names of people, offices and countries; or words that only captions have. */
bool bg_article__is_picture(const bg_data *data, const char *text, const bg_row *row);
bool bg_article__is_one_sentence(const char *text, bg_span s);
/* Length of "(TTXVN) - ", "VTV.vn - " at the head of the row; *name is the part that names. */
size_t bg_article__dateline(const bg_data *data, const char *text, bg_span row, bg_span *name);
/* Length of an address at `at`, 0 if there is none. */
size_t bg_article__address(const char *text, size_t at, size_t end);

/* The span without the blanks at its ends. */
bg_span bg_article__trim(const char *text, bg_span span);

#endif
