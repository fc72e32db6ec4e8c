/*
 * fuzz_page: any bytes as a page. No crash, the properties of tests/property.h, and the same bytes give the same JSON;
 * what recurs on other pages is left out of the body and changes nothing else in it.
 * `make fuzz` runs it; tests/fuzz/corpus/page holds seeds in our own words, tests/fuzz/found/page what it once found.
 */
#include "article/repeated.h"
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
    const bg_matter *matters;
    size_t matter_count;
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
    if (bg_doc_matters(doc, &matters, &matter_count, &err)) abort();
    for (size_t i = 0; i < matter_count; i++)
        if (matters[i].content.end > doc->text_size || matters[i].content.start > matters[i].content.end || !matters[i].kind) abort();
    bg_doc_free(doc);
}

static int by_number(const void *left, const void *right) {
    const uint64_t *a = left, *b = right;
    return (*a > *b) - (*a < *b);
}

/* Every second block recurs on other pages: what is left of the body are blocks of it, in order, the first among them. */
static void read_repeated(const char *bytes, size_t size) {
    bg_doc *whole = NULL, *part = NULL;
    bg_item item = {.source = "fuzz", .bytes = bytes, .size = size};
    if (bg_doc_read_article(data, &item, &whole, NULL)) return;
    const bg_article *a = &whole->article;
    uint64_t *numbers = calloc(a->body_count + 1, sizeof *numbers);
    size_t count = 0, at = 0;
    if (!numbers) abort();
    for (size_t i = 0; i < a->body_count; i += 2) numbers[count++] = bg_line__number(whole->text + a->body[i].span.start, a->body[i].span.end - a->body[i].span.start);
    qsort(numbers, count, sizeof *numbers, by_number);
    item.repeated = numbers, item.repeated_count = count;
    if (bg_doc_read_article(data, &item, &part, NULL) || property_broken(part)) abort();
    for (size_t i = 0; i < part->article.body_count; i++, at++)
        while (at < a->body_count && a->body[at].span.start != part->article.body[i].span.start) at++;
    if (at > a->body_count || (a->body_count && (!part->article.body_count || part->article.body[0].span.start != a->body[0].span.start))) abort();
    free(numbers);
    bg_doc_free(whole);
    bg_doc_free(part);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
    if (size % 4 == 0) read_repeated((const char *)bytes, size);
    bg_out first = {0}, second = {0};
    read_json((const char *)bytes, size, &first);
    read_json((const char *)bytes, size, &second);
    if (first.size != second.size || (first.size && memcmp(first.bytes, second.bytes, first.size) != 0)) abort();
    bg_out_free(&first);
    bg_out_free(&second);
    return 0;
}
