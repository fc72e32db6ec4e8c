/* control: see control.h. */
#include "control.h"

/* Does a block hold such a byte? Without a branch, so that compilers ask of many bytes at once. */
static bool has_control(const char *p) {
    unsigned char found = 0;
    for (int i = 0; i < BG_BLOCK; i++) {
        unsigned char c = (unsigned char)p[i], from_tab = (unsigned char)(c - '\t');
        found |= ((c < ' ') & (from_tab > '\r' - '\t')) | (c == 0x7F);
    }
    return found;
}

size_t bg_control__next(const char *bytes, size_t size, size_t at) {
    while (size - at >= BG_BLOCK && !has_control(bytes + at)) at += BG_BLOCK;
    while (at < size && !bg_control__is((unsigned char)bytes[at])) at++;
    return at;
}
