/*
 * utf8: is a text well-formed, and where may it be cut. Texts are looked at in blocks, by loops without a branch that compilers make
 * into operations on many bytes at once; what such a loop finds no fault with needs no closer look.
 */
#include "base.h"

size_t bg_utf8__cut(const char *bytes, size_t size, size_t max) {
    size_t kept = size < max ? size : max;
    while (kept > 0 && kept < size && ((unsigned char)bytes[kept] & 0xC0) == 0x80) kept--;
    return kept;
}

size_t bg_utf8__put(uint32_t c, char out[4]) {
    if (c < 0x80) return out[0] = (char)c, 1;
    if (c < 0x800) return out[0] = (char)(0xC0 | c >> 6), out[1] = (char)(0x80 | (c & 63)), 2;
    if (c < 0x10000) {
        out[0] = (char)(0xE0 | c >> 12), out[1] = (char)(0x80 | (c >> 6 & 63)), out[2] = (char)(0x80 | (c & 63));
        return 3;
    }
    out[0] = (char)(0xF0 | c >> 18), out[1] = (char)(0x80 | (c >> 12 & 63));
    out[2] = (char)(0x80 | (c >> 6 & 63)), out[3] = (char)(0x80 | (c & 63));
    return 4;
}

/* Length of the well-formed sequence at p (1-4), 0 if there is none. */
static size_t sequence(const unsigned char *p, size_t left) {
    if (p[0] < 0x80) return 1;
    size_t need = p[0] >= 0xC2 && p[0] < 0xE0 ? 2 : p[0] >= 0xE0 && p[0] < 0xF0 ? 3 : p[0] >= 0xF0 && p[0] < 0xF5 ? 4 : 0;
    if (!need || need > left) return 0;
    for (size_t i = 1; i < need; i++)
        if ((p[i] & 0xC0) != 0x80) return 0;
    if (p[0] == 0xE0 && p[1] < 0xA0) return 0; /* overlong */
    if (p[0] == 0xED && p[1] >= 0xA0) return 0; /* surrogate */
    if (p[0] == 0xF0 && p[1] < 0x90) return 0;
    if (p[0] == 0xF4 && p[1] >= 0x90) return 0;
    return need;
}

/*
 * Does a block have no leads but those of two bytes and E1 to EC, of three, behind which anything may stand, and continuation
 * bytes where leads want them and nowhere else? The two bytes before it are looked at.
 */
static bool is_common(const unsigned char *p) {
    unsigned char bad = 0;
    for (int i = 0; i < BG_BLOCK; i++) {
        unsigned char c = p[i];
        unsigned char goes_on = (c & 0xC0) == 0x80, owed = (p[i - 1] >= 0xC0) | (p[i - 2] >= 0xE0);
        unsigned char rare = ((c & 0xFE) == 0xC0) | (c == 0xE0) | (c >= 0xED);
        bad |= (goes_on ^ owed) | rare;
    }
    return !bad;
}

/* No letter beyond ASCII in a block, and none begun before it? */
static bool is_ascii(const unsigned char *p) {
    unsigned char all = 0;
    for (int i = 0; i < BG_BLOCK; i++) all |= p[i];
    return all < 0x80 && p[-1] < 0xC0 && p[-2] < 0xE0;
}

/* The first byte of the letter that ends before `at`, all of whose bytes are well-formed as far as they go. */
static size_t letter_before(const unsigned char *p, size_t at) {
    while (at > 0 && (p[--at] & 0xC0) == 0x80) continue;
    return at;
}

size_t bg_utf8__invalid(const char *bytes, size_t size) {
    const unsigned char *p = (const unsigned char *)bytes;
    for (size_t at = 0, stop; at < size;) {
        for (; at >= 2 && size - at > BG_BLOCK && (is_ascii(p + at) || is_common(p + at)); at += BG_BLOCK) continue;
        stop = size - at > BG_BLOCK ? at + BG_BLOCK : size;
        for (at = letter_before(p, at); at < stop;) {
            size_t step = sequence(p + at, size - at);
            if (!step) return at;
            at += step;
        }
    }
    return size;
}
