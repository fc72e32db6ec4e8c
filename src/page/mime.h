/* mime: header fields as mail, HTTP and WARC write them, and what parts of messages are wrapped in. Line ends may be CR LF or LF. */
#ifndef BG_MIME_H
#define BG_MIME_H

#include "../base/base.h"

/* Size of the header that begins at `bytes`, with the empty line that ends it; 0 if no such line is there. */
size_t bg_mime__head(const char *bytes, size_t size);
/* The value of a field, folded lines joined, trimmed; NULL if there is none (or memory is out: the arena knows). */
const char *bg_mime__field(bg_arena *arena, const char *head, size_t size, const char *name);
/* The values of all fields of a name, which by the rules of HTTP are one list, with commas between. NULL: none. */
const char *bg_mime__list(bg_arena *arena, const char *head, size_t size, const char *name);
/* A parameter of a value: boundary="…". NULL: none. */
const char *bg_mime__parameter(bg_arena *arena, const char *value, const char *name);
/* Is `type` (with or without parameters) this one? "text/" at the end of `wanted`: any of them. */
bool bg_mime__is(const char *type, const char *wanted);
/* Is it the type of a page: HTML, XHTML, plain text? */
bool bg_mime__is_page(const char *type);
int bg_mime__hex(char c); /* -1: no hex digit */
/* Undo a Content-Transfer-Encoding (NULL, "7bit", "quoted-printable", "base64" …). False: no memory, or too much for the buffer. */
bool bg_mime__decode(const char *encoding, const char *bytes, size_t size, bg_buf *out);

#endif
