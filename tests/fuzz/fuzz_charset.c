/*
 * fuzz_charset: any bytes as a page in any charset. The first byte chooses what is declared. What comes out is UTF-8; its letters lead back to
 * stretches of the bytes that stand one behind the other and leave nothing out; the same bytes give the same text.
 */
#include "page/charset.h"
#include "page/coding.h"

#include <stdlib.h>

#define LONGEST 3000

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void must(bool truth, const char *promise) {
    if (truth) return;
    fprintf(stderr, "broken: %s\n", promise);
    abort();
}

static void check_map(const bg_decoded *d, size_t size) {
    uint32_t done = bg_map__back(&d->map, 0);
    must(done <= 2, "all but a byte order mark is read");
    for (size_t at = 0, next = 0; at < d->size; at = next) {
        bg_utf8__next(d->text, d->size, &next);
        bg_span from = bg_map__span(&d->map, (bg_span){(uint32_t)at, (uint32_t)next});
        must(from.start == done && from.end > from.start, "a letter comes from the bytes behind those of the last");
        done = from.end;
    }
    must(!d->size || done == size, "letters come from all bytes");
}

static void check(const bg_decoded *d, const char *bytes, size_t size) {
    must(bg_utf8__invalid(d->text, d->size) == d->size, "what comes out is UTF-8");
    must(d->charset.name && d->charset.by, "the charset is told");
    must(d->charset.replaced <= size / 50 + 1 && (!d->charset.replaced || d->charset.first < size), "few bytes are replaced");
    if (d->text == bytes) must(d->size == size && !d->map.count && !d->charset.replaced, "a text that is borrowed is not changed");
    check_map(d, size);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
    if (!size) return 0;
    if (size > LONGEST) size = LONGEST; /* so that there are many runs; nothing new happens in longer pages */
    char type[64] = "text/html";
    const char *page = (const char *)bytes + 1;
    bg_decoded d[2];
    bg_code code[2];
    bg_error err;
    bg_arena *arena = bg_arena__new();
    if (!arena) return 0;
    if (bytes[0] < BG_CODINGS) snprintf(type, sizeof type, "text/html; charset=%s", bg_codings[bytes[0]].name);
    for (int i = 0; i < 2; i++) {
        err.message[0] = 0;
        code[i] = bg_charset__read(arena, "fuzz", page, size - 1, type, &d[i], &err);
        must(!code[i] || (err.message[0] && err.byte < size), "an error says what and where");
    }
    must(code[0] == code[1] && (code[0] || (d[0].size == d[1].size && memcmp(d[0].text, d[1].text, d[0].size) == 0)), "the same each time");
    if (!code[0]) check(&d[0], page, size - 1);
    bg_arena__free(arena);
    return 0;
}
