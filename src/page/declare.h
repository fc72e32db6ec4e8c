/* declare: what a page, or whoever served it, says its charset is. NULL: nothing, or a name that is not known. */
#ifndef BG_DECLARE_H
#define BG_DECLARE_H

#include "coding.h"

/* By the mark at the beginning; *length is its length. */
const bg_coding *bg_declare__mark(const char *bytes, size_t size, size_t *length);
/* By the parameter of a media type, "text/html; charset=utf-8"; `type` may be NULL. */
const bg_coding *bg_declare__type(const char *type, size_t size);
/* By <?xml encoding?>, <meta charset> or <meta http-equiv content> in the first kilobyte. UTF-16 there means UTF-8. */
const bg_coding *bg_declare__markup(const char *bytes, size_t size);

/* Does the page begin as markup does? */
bool bg_declare__is_markup(const char *bytes, size_t size);

#endif
