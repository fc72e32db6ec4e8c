/* pack: sources ↔ one deflated block, so that an overlay can be compiled together with what the library was built from. */
#include "embedded.h"

#include <stdlib.h>
#include <zlib.h>

static void add_u32(bg_buf *out, size_t value) {
    uint32_t v = (uint32_t)value;
    bg_buf__add(out, &v, sizeof v);
}

static bg_code deflate_to(const bg_buf *plain, bg_buf *out, bg_error *err) {
    uLongf size = compressBound(plain->size);
    unsigned char *bytes = malloc(size);
    if (!bytes || compress2(bytes, &size, (const Bytef *)plain->bytes, plain->size, 9) != Z_OK) {
        free(bytes);
        return bg_error__set(err, BG_E_NOMEM, BG_NO_BYTE, "out of memory");
    }
    add_u32(out, plain->size);
    bg_buf__add(out, bytes, size);
    free(bytes);
    return out->failed ? bg_error__set(err, BG_E_NOMEM, BG_NO_BYTE, "out of memory") : BG_OK;
}

bg_code bg_sources__pack(const bg_sources *sources, bg_buf *out, bg_error *err) {
    bg_buf plain;
    bg_buf__init(&plain, (size_t)256 << 20);
    for (size_t i = 0; i < sources->count; i++) {
        const bg_source_file *f = &sources->files[i];
        add_u32(&plain, strlen(f->name));
        add_u32(&plain, f->size);
        bg_buf__text(&plain, f->name);
        bg_buf__add(&plain, f->text, f->size);
    }
    bg_code code = plain.failed ? bg_error__set(err, BG_E_NOMEM, BG_NO_BYTE, "out of memory") : deflate_to(&plain, out, err);
    bg_buf__free(&plain);
    return code;
}

static bg_code split(bg_sources *sources, const char *plain, size_t size, bg_error *err) {
    for (size_t at = 0; at + 8 <= size;) {
        uint32_t name_size, text_size;
        char name[512];
        memcpy(&name_size, plain + at, 4);
        memcpy(&text_size, plain + at + 4, 4);
        at += 8;
        if (name_size >= sizeof name || name_size > size - at || text_size > size - at - name_size)
            return bg_error__set(err, BG_E_INTERNAL, at, "the embedded sources are damaged");
        memcpy(name, plain + at, name_size);
        name[name_size] = 0;
        bg_code code = bg_sources__add(sources, name, plain + at + name_size, text_size, err);
        if (code) return code;
        at += (size_t)name_size + text_size;
    }
    return BG_OK;
}

bg_code bg_sources__unpack(bg_sources *sources, const unsigned char *bytes, size_t size, bg_error *err) {
    uint32_t plain_size;
    if (size < 4) return bg_error__set(err, BG_E_INTERNAL, 0, "the embedded sources are damaged");
    memcpy(&plain_size, bytes, 4);
    uLongf got = plain_size;
    char *plain = malloc(got + 1);
    if (!plain) return bg_error__set(err, BG_E_NOMEM, BG_NO_BYTE, "out of memory");
    bg_code code = uncompress((Bytef *)plain, &got, bytes + 4, size - 4) == Z_OK && got == plain_size
                       ? split(sources, plain, got, err)
                       : bg_error__set(err, BG_E_INTERNAL, 0, "the embedded sources are damaged");
    free(plain);
    return code;
}
