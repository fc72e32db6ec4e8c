/*
 * fuzz_input: any bytes as a file, its name by the first of them. No crash, and the promises of bg_input_next(): an error names its cause, a page
 * has a name and bytes within the limit, what is said of it is text, and the file ends. `make fuzz` runs it.
 */
#include "page/input.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void must(bool truth, const char *promise) {
    if (truth) return;
    fprintf(stderr, "broken: %s\n", promise);
    abort();
}

static bool is_text(const char *text) { return !text || bg_utf8__invalid(text, strlen(text)) == strlen(text); }

static void check_item(const bg_item *item) {
    uint64_t sum = 0;
    must(item->source && item->bytes && item->size <= BG_PAGE_MAX, "a page has a name and bytes");
    for (size_t i = 0; i < item->size; i++) sum += (unsigned char)item->bytes[i];
    must(sum <= item->size * 255, "its bytes can be read");
    must(is_text(item->source) && is_text(item->url) && is_text(item->type) && is_text(item->title) && is_text(item->published), "what is said of it is text");
    must(!item->captured || strlen(item->captured) == 20, "a moment has its form");
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
    static const char *const names[] = {"a.html", "a.warc", "a.warc.gz", "a.warc.zst", "a.zip", "a.jsonl", "a.mhtml", "a"};
    if (!size) return 0;
    bg_input *input = NULL;
    const bg_item *item = NULL;
    bg_error err = {0};
    if (bg_input__open_bytes(names[bytes[0] % BG_COUNT(names)], (const char *)bytes + 1, size - 1, &input, &err)) return must(err.message[0], "a cause"), 0;
    for (size_t turns = 0;; turns++) {
        err = (bg_error){0};
        bg_code code = bg_input_next(input, &item, &err);
        must(turns < 100000, "a file ends");
        must(!code || (!item && err.code == code && err.message[0]), "an error names its cause");
        if (item) check_item(item);
        else if (!code) break;
    }
    bg_input_close(input);
    return 0;
}
