/* contact: parts of a contact that several views write. */
#ifndef BG_CONTACT_H
#define BG_CONTACT_H

#include "../base/json.h"
#include "../record/query.h"
#include "out.h"

#define BG_ID_SHOWN 11 /* letters of an id that tables show: enough to be unique in a large record */

/* The fields of a contact, into an open object. */
void bg_contact__json(bg_json *json, const bg_row_contact *contact);
/* "RU,VN" as an array. */
void bg_contact__sides(bg_json *json, const char *sides);
/* "Tô Lâm, Vladimir Putin". */
void bg_contact__people(const bg_row_contact *contact, bg_buf *out);
/* The side that a statement comes from: "VN", "both"; NULL: not known. */
const char *bg_contact__side_of(const bg_row_statement *said);
/* Run a view: an arena, the record's slot, and `write` into a buffer that becomes `out`. */
typedef void bg_view_fn(void *context, bg_record *record, bg_arena *arena, bg_buf *out);
bg_code bg_view__run(bg_record *record, bg_view_fn *write, void *context, bg_out *out, bg_error *err);

/* Words of a page for people: line ends and blanks in a row, as text saved by hand has them, are one blank. */
void bg_view__words(const char *text, size_t size, bg_buf *out);
const char *bg_view__flat(bg_arena *arena, const char *text); /* the same as a text; NULL for NULL */

#endif
