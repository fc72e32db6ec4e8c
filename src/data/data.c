/* data: open the compiled knowledge, with or without a user's files on top. */
#include "embedded.h"

#include <stdlib.h>

static bg_code attach(bg_data *data, const bg_image *image, bg_error *err) {
    if (image->magic != IMAGE_MAGIC) return bg_error__set(err, BG_E_INTERNAL, 0, "the compiled lexicon is damaged");
    data->image = image;
    data->strings = bg_image__at(data, SEC_STRINGS);
    return BG_OK;
}

/* Compile the embedded sources and those of `dir` (NULL: none) in this order. */
static bg_code compile_with(const char *dir, bg_buf *complain, bg_image **image, bg_error *err) {
    bg_sources sources = {0};
    bg_code code = bg_sources__unpack(&sources, bg_embedded_sources, bg_embedded_sources_size, err);
    if (!code && dir) code = bg_sources__read_dir(&sources, dir, err);
    if (!code) code = bg_compile__image(&sources, complain, image, err);
    bg_sources__free(&sources);
    return code;
}

bg_code bg_data_open(const char *overlay_dir, bg_data **out, bg_error *err) {
    *out = NULL;
    bg_data *data = calloc(1, sizeof *data);
    if (!data) return bg_error__set(err, BG_E_NOMEM, BG_NO_BYTE, "out of memory");
    bg_image *own = NULL;
    bg_code code = overlay_dir ? compile_with(overlay_dir, NULL, &own, err) : BG_OK;
    data->owned = own;
    if (!code) code = attach(data, own ? own : (const bg_image *)(const void *)bg_embedded_image, err);
    if (code) return bg_data_close(data), code;
    *out = data;
    return BG_OK;
}

void bg_data_close(bg_data *data) {
    if (!data) return;
    free(data->owned);
    free(data);
}

bg_code bg_data__check(const char *overlay_dir, bg_buf *complaints, bg_error *err) {
    bg_image *image = NULL;
    bg_code code = compile_with(overlay_dir, complaints, &image, err);
    free(image);
    return code;
}
