/* article: page → title, body, captions, date, agency, origin; and every line that is not the article, with the reason. */
#ifndef BG_ARTICLE_H
#define BG_ARTICLE_H

#include "../data/data.h"
#include "../page/page.h"

/*
 * Find the article in a text page. `out->body` holds the blocks in page order (paragraphs, headings, quotes, captions,
 * credits); lines hard-wrapped in the source are joined to one block. Strings and arrays live in `arena`.
 * Errors: BG_E_NOMEM only; a page without an article has an empty body.
 */
bg_code bg_article__find(bg_arena *arena, const bg_data *data, const bg_page *page, bg_article *out, bg_error *err);

#endif
