/*
 * test_read: whole pages through the public interface. Every file of the folders given as arguments is read by two
 * threads at once: both must give the same JSON, and the properties of tests/property.h must hold. Then pages of odd
 * shapes made here. One test a page.
 */
#include "property.h"
#include "test.h"

#include <dirent.h>
#include <pthread.h>
#include <time.h>

static bg_data *data;

typedef struct job {
    const char *name, *bytes;
    size_t size;
    bg_code code;
    const char *promise;
    bg_out json;
} job;

static void *read_page(void *context) {
    job *j = context;
    bg_doc *doc = NULL;
    j->code = bg_doc_read(data, j->name, j->bytes, j->size, &doc, NULL);
    if (j->code) return NULL;
    j->promise = property_broken(doc);
    j->code = bg_doc_json(doc, &j->json, NULL);
    bg_doc_free(doc);
    return NULL;
}

static void read_twice(const char *name, const char *bytes, size_t size) {
    job a = {.name = name, .bytes = bytes, .size = size}, b = a;
    pthread_t thread;
    if (!CHECK(pthread_create(&thread, NULL, read_page, &a) == 0)) return;
    (void)read_page(&b);
    pthread_join(thread, NULL);
    CHECK_SAY(a.code == BG_OK && b.code == BG_OK, "%s: codes %d, %d", name, (int)a.code, (int)b.code);
    CHECK_SAY(!a.promise && !b.promise, "%s: %s", name, a.promise ? a.promise : b.promise);
    CHECK_SAY(a.json.size == b.json.size && (!a.json.size || !memcmp(a.json.bytes, b.json.bytes, a.json.size)), "%s", name);
    bg_out_free(&a.json);
    bg_out_free(&b.json);
}

static void read_file(const char *folder, const char *name) {
    char path[4096];
    bg_out page = {0};
    snprintf(path, sizeof path, "%s/%s", folder, name);
    test_begin(path);
    if (CHECK(!bg_file_load(path, &page, NULL))) read_twice(path, page.bytes, page.size);
    test_done();
    bg_out_free(&page);
}

static void read_folder(const char *folder) {
    struct dirent **found = NULL;
    int count = scandir(folder, &found, NULL, alphasort);
    for (int i = 0; i < count; i++) {
        size_t n = strlen(found[i]->d_name);
        if (n > 4 && strcmp(found[i]->d_name + n - 4, ".txt") == 0) read_file(folder, found[i]->d_name);
        free(found[i]);
    }
    free(found);
}

/* ---- odd shapes */

#define SENTENCE "Sáng 3/4/2024, tại Hà Nội, Chủ tịch Quốc hội An Văn Bình hội đàm với Chủ tịch Quốc hội Lào Khăm Xay và đề nghị hai bên mở đường bay. "
#define CLAUSE "ông An Văn Bình khẳng định Việt Nam coi trọng quan hệ với Lào, ngày 3/4/2024 hội đàm với bà Khăm Xay tại Hà Nội; "

static void repeated(const char *part, size_t bytes) {
    bg_buf page;
    bg_buf__init(&page, bytes + 1000);
    bg_buf__text(&page, "Việt Nam và Lào hội đàm\n");
    while (page.size < bytes) bg_buf__text(&page, part);
    clock_t start = clock(); /* of the processor: others may be using the machine */
    read_twice("odd", page.bytes, page.size);
    CHECK_SAY(clock() - start < 60 * CLOCKS_PER_SEC, "%zu bytes took too long", bytes);
    bg_buf__free(&page);
}

static void one_line_of_many_sentences(void) { repeated(SENTENCE, 2000000); }
static void one_sentence_of_a_million_bytes(void) { repeated(CLAUSE, 1000000); }
static void many_short_lines(void) { repeated("Lào\n", 1000000); }
static void many_blank_lines(void) { repeated("\n", 1000000); }
static void many_quotes(void) { repeated("“(", 300000); }
static void many_marks(void) { repeated("a\xCC\x81\xCC\xA3", 300000); }
static void many_numbers(void) { repeated("1/2-3/4/2025 ", 300000); }
static void one_word_without_end(void) { repeated("ăâđêôơư", 1000000); }

/* The first 16 digits of what sha256sum prints. */
static void the_id_is_that_of_the_bytes(void) {
    bg_doc *doc = NULL;
    char id[BG_PAGE_ID];
    if (!CHECK(!bg_doc_read(data, "abc", "abc", 3, &doc, NULL))) return;
    bg_doc_id(doc, id);
    CHECK(strcmp(id, "ba7816bf8f01cfea") == 0);
    bg_doc_free(doc);
}

/* Every beginning of a page, cut between letters, is a page too. */
static void every_beginning_of_a_page(void) {
    static const char page[] = "Thủ tướng tiếp Đại sứ\n\n" SENTENCE SENTENCE "\nTheo TTXVN\nhttps://example.org/a-1.htm\n";
    for (size_t n = 1; n < sizeof page; n++) {
        if (((unsigned char)page[n] & 0xC0) == 0x80) continue;
        read_twice("beginning", page, n);
    }
}

int main(int argc, char **argv) {
    bg_error err;
    if (bg_data_open(NULL, &data, &err)) return printf("%s\n", err.message), 1;
    for (int i = 1; i < argc; i++) read_folder(argv[i]);
    RUN(one_line_of_many_sentences);
    RUN(one_sentence_of_a_million_bytes);
    RUN(many_short_lines);
    RUN(many_blank_lines);
    RUN(many_quotes);
    RUN(many_marks);
    RUN(many_numbers);
    RUN(one_word_without_end);
    RUN(every_beginning_of_a_page);
    RUN(the_id_is_that_of_the_bytes);
    bg_data_close(data);
    return test_end();
}
