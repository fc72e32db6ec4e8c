/*
 * fuzz_page: any bytes as a page. No crash, the properties of tests/property.h, and the same bytes give the same JSON.
 * `make fuzz` runs it; tests/fuzz/corpus/page holds seeds in our own words, tests/fuzz/found/page what it once found.
 */
#include "property.h"

#include <stdlib.h>

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static bg_data *data;

/* NOLINTNEXTLINE(readability-non-const-parameter): libFuzzer's signature */
int LLVMFuzzerInitialize(int *argc, char ***argv) {
    bg_error err;
    (void)argc, (void)argv;
    if (bg_data_open(NULL, &data, &err) == BG_OK) return 0;
    fprintf(stderr, "%s\n", err.message);
    abort();
}

/* The JSON of a page; out->bytes stays NULL for what is no page. */
static void read_json(const char *bytes, size_t size, bg_out *out) {
    bg_doc *doc = NULL;
    bg_error err = {0};
    if (bg_doc_read(data, "fuzz", bytes, size, &doc, &err)) {
        if (!err.code || !err.message[0]) abort();
        return;
    }
    const char *promise = property_broken(doc);
    if (promise) {
        fprintf(stderr, "broken: %s\n", promise);
        abort();
    }
    if (bg_doc_json(doc, out, &err)) abort();
    bg_doc_free(doc);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
    bg_out first = {0}, second = {0};
    read_json((const char *)bytes, size, &first);
    read_json((const char *)bytes, size, &second);
    if (first.size != second.size || (first.size && memcmp(first.bytes, second.bytes, first.size) != 0)) abort();
    bg_out_free(&first);
    bg_out_free(&second);
    return 0;
}
