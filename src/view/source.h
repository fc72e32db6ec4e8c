/* source: where a page came from, and the bytes of it that a range of its text came from. */
#ifndef BG_VIEW_SOURCE_H
#define BG_VIEW_SOURCE_H

#include "../base/json.h"
#include "../base/map.h"
#include "../record/query.h"
#include "paper.h"

/* How the text of a page was made of its bytes, as they stand in the record: unpacked, as the server sent them or the file has them. */
typedef struct bg_origin {
    const char *made;  /* "html", "charset", "html,charset"; NULL: the text is the bytes, and so are its ranges */
    bg_map map;
    const bg_doc *doc; /* not NULL: ask it instead of the map */
} bg_origin;

/* Read the markup or charset of a page of the record again. Failures stay in the slot; a damaged page has no origin. */
void bg_source__origin(bg_record *record, bg_arena *arena, const bg_row_page *row, bg_origin *out);
bg_origin bg_origin__of_doc(const bg_doc *doc);
bg_span bg_origin__of(const bg_origin *origin, bg_span range);
/* "bytes":[a,b], if they are others than the range. */
void bg_origin__json(bg_json *json, const bg_origin *origin, bg_span range);

/* The keys of a page: source, url, url_from, captured, title, published, published_from, modified, modified_from, authors, summary, outlet, agency, reprint_of,
 * charset, is_list, witness, witness_because, text_from (how the text was made), copies, states. */
void bg_source__json(bg_json *json, const bg_row_page *page);
/* The same in lines for people, but for its name. */
void bg_source__text(const bg_row_page *page, bg_lang lang, bg_buf *out);
/* "A, B"; NULL if there are none. */
const char *bg_source__authors(bg_arena *arena, const char *const *names, size_t count);

/* The page and sentence of a contact or statement, for a note; false: there is none. */
bool bg_source__note(bg_record *record, bg_arena *arena, const char *fact, bg_note_line *out);

#endif
