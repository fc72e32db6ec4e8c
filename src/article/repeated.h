/* repeated: lines of a page that recur on other pages of its site. Who keeps many pages knows them (bg_item.repeated); one page alone does not. */
#ifndef BG_REPEATED_H
#define BG_REPEATED_H

#include "../base/base.h"

/* The number of a line: of its words, whatever blanks part them. 0 if it has fewer than three. The lowest bit is always 0. */
uint64_t bg_line__number(const char *bytes, size_t size);

/*
 * The numbers of a page's lines in ascending order, each once; the lowest bit says whether the line is in the article behind its first paragraph, as it is found without what is
 * known of the site. In the arena; NULL where there are none. False: out of memory.
 */
bool bg_article__lines(bg_arena *arena, const char *text, size_t size, const bg_article *article, const uint64_t **lines, size_t *count);

/*
 * The body of an article that nothing was left out of, as far as it tells what leaves it: a byte a block, whether it is nobody's paragraph (caption, credit), short, a sentence, and how many lines it has,
 * and two bytes for each of these, its place among the page's lines. In the arena; NULL: it has too many of them, or no line. False: out of memory.
 */
bool bg_outline__make(bg_arena *arena, const char *text, const bg_article *article, const uint64_t *lines, size_t count, const unsigned char **outline, size_t *size);

/* The lines of a page with its outline. */
typedef struct bg_outline {
    const unsigned char *bytes;
    size_t size;
    const uint64_t *lines;
    size_t line_count;
} bg_outline;
/* Which of its blocks leave where these lines recur (as in bg_item.repeated): "3 4 7". NULL: none, or out of memory, which the arena knows. */
const char *bg_outline__left(bg_arena *arena, const bg_outline *outline, const uint64_t *recur, size_t count);

/*
 * Take what recurs out of the body: what stands behind the article's last own paragraph, and short lines within it. Never the first paragraph, and nothing at all
 * where the page has nothing of its own beside it: that is a reprint. A sentence, since articles of a large site have some in common, leaves by itself only if it stands on many of its
 * pages; where it stands among what recurs behind the article it goes with that. `lines` as in bg_item.repeated. False: out of memory.
 */
bool bg_article__leave_repeated(bg_arena *arena, const char *text, const uint64_t *lines, size_t count, bg_article *article);

#endif
