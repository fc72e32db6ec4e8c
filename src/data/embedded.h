/* embedded: the images and the deflated sources that the build put into the library (embedded.S). */
#ifndef BG_EMBEDDED_H
#define BG_EMBEDDED_H

#include "image.h"

extern const unsigned char bg_embedded_lines[], bg_embedded_image[], bg_embedded_sources[];
extern const uint64_t bg_embedded_sources_size;

/* Packed sources: for each file u32 name size, u32 text size, name, text; all deflated behind a u32 of the plain size. */
bg_code bg_sources__pack(const bg_sources *sources, bg_buf *out, bg_error *err);
bg_code bg_sources__unpack(bg_sources *sources, const unsigned char *bytes, size_t size, bg_error *err);

#endif
