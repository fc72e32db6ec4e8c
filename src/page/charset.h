/*
 * charset: the bytes of a page → its text in UTF-8, with a map back. What the page or whoever served it says is believed as long as
 * the bytes do not contradict it; where nobody says anything, the bytes are asked themselves. What cannot be told is an error.
 *
 *   1. a byte order mark   2. the media type   3. <meta>, <?xml?> in the first kilobyte   4. what the bytes say
 */
#ifndef BG_CHARSET_H
#define BG_CHARSET_H

#include "../base/map.h"

typedef struct bg_decoded {
    const char *text; /* the bytes themselves where they are UTF-8 already, else in the arena */
    size_t size;
    bg_map map;       /* from the text to the bytes; empty where they are the same */
    bg_charset charset;
    bool markup;      /* begins as markup does: NUL and control bytes are replaced, not refused */
} bg_decoded;

/*
 * Decode a page of at most BG_PAGE_MAX bytes; `type` is the media type that its container states, NULL if none. A few bytes in ten thousand
 * that stand for nothing are replaced by U+FFFD, and told. A text that is not markup may still hold NUL and control bytes.
 * Errors: BG_E_UTF8 (not UTF-8, and no charset can be told), BG_E_BINARY (markup with too many control bytes), BG_E_NOMEM; `source` is named.
 */
bg_code bg_charset__read(bg_arena *arena, const char *source, const char *bytes, size_t size, const char *type, bg_decoded *out, bg_error *err);

#endif
