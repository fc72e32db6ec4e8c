/*
 * fuzz_ld: any bytes as JSON-LD. No crash; what was mended holds no control byte and is no longer than it may be; what is read
 * is text. `make fuzz` runs it.
 */
#include "article/ld.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void must(bool truth, const char *promise) {
    if (truth) return;
    fprintf(stderr, "broken: %s\n", promise);
    abort();
}

static void check_mended(bg_arena *arena, const char *bytes, size_t size) {
    size_t once = 0, twice = 0, pruned = 0;
    must(!bg_ld__prune(arena, bytes, size, &pruned) || pruned <= size, "pruned is no longer");
    const char *mended = bg_ld__mend(arena, bytes, size, &once);
    must(mended && once <= size * 2 + 3, "mended within its room");
    for (size_t i = 0; i < once; i++) must((unsigned char)mended[i] >= ' ', "no control byte");
    must(bg_ld__mend(arena, mended, once, &twice) != NULL, "mended again");
}

static bool is_text(const char *text) { return !text || bg_utf8__invalid(text, strlen(text)) == strlen(text); }

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
    static const char head[] = "<script type=application/ld+json>";
    bg_arena *arena = bg_arena__new();
    char *page = bg_arena__alloc(arena, size + sizeof head);
    bg_html html;
    bg_ld ld;
    if (!page || bg_utf8__invalid((const char *)bytes, size) != size) return bg_arena__free(arena), 0;
    memcpy(page, head, sizeof head - 1);
    memcpy(page + sizeof head - 1, bytes, size);
    check_mended(arena, (const char *)bytes, size);
    must(bg_html__read(arena, page, size + sizeof head - 1, &html) && bg_ld__read(arena, &html, "Hội đàm", "https://bao.example/a", &ld), "memory");
    must(is_text(ld.headline) && is_text(ld.url) && is_text(ld.published) && is_text(ld.publisher), "what is read is text");
    for (size_t i = 0; i < ld.author_count; i++) must(is_text(ld.authors[i]), "authors are text");
    bg_arena__free(arena);
    return 0;
}
