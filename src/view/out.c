/* out: text that leaves the library. */
#include "out.h"

#include <stdlib.h>

void bg_out_free(bg_out *out) {
    if (!out) return;
    free(out->bytes);
    *out = (bg_out){0};
}

bg_code bg_out__take(bg_out *out, bg_buf *from, bg_error *err) {
    bg_out_free(out);
    if (from->failed) {
        bg_buf__free(from);
        return bg_error__set(err, BG_E_NOMEM, BG_NO_BYTE, "out of memory while writing a view");
    }
    *out = (bg_out){from->bytes, from->size};
    bg_buf__init(from, from->max);
    return BG_OK;
}

bg_code bg_file_load(const char *path, bg_out *out, bg_error *err) {
    bg_buf bytes;
    bg_code code = bg_file__read(path, BG_PAGE_MAX, &bytes, err);
    if (code == BG_OK) return bg_out__take(out, &bytes, err);
    bg_buf__free(&bytes);
    return code;
}
