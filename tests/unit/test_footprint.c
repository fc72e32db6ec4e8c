/*
 * test_footprint: how much memory reading takes. What the library allocates is counted (the linker sends it through here, see Makefile): a
 * page of HTML with the knowledge takes no more than 8 MB beside its bytes, thousands of pages no more than one, an archive no more than
 * its largest page. What is mapped (the program, its compiled knowledge, libraries) is not the process's own and not counted.
 */
#include "data/data.h"
#include "made.h"
#include "page/input.h"
#include "test.h"

#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>

#define ABOVE ((size_t)8 << 20)
#define SLACK ((size_t)64 << 10) /* by which one page may differ from the next */

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *old, size_t size);
char *__real_strdup(const char *text);
void __real_free(void *old);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *old, size_t size);
char *__wrap_strdup(const char *text);
void __wrap_free(void *old);

static size_t live, peak;

static void *taken(void *what) {
    if (what) live += malloc_usable_size(what);
    if (live > peak) peak = live;
    return what;
}

void *__wrap_malloc(size_t size) { return taken(__real_malloc(size)); }
void *__wrap_calloc(size_t count, size_t size) { return taken(__real_calloc(count, size)); }
char *__wrap_strdup(const char *text) { return taken(__real_strdup(text)); }

void *__wrap_realloc(void *old, size_t size) {
    size_t before = old ? malloc_usable_size(old) : 0;
    void *now = __real_realloc(old, size);
    if (!now) return NULL;
    live -= before;
    return taken(now);
}

void __wrap_free(void *old) {
    if (old) live -= malloc_usable_size(old);
    __real_free(old);
}

/* ------------------------------------------------------------------ pages */

static bg_data *data;
extern const unsigned char bg_embedded_lines[], bg_embedded_image[], bg_embedded_sources[]; /* as in data/embedded.h */

/* A page as outlets serve them: scripts, menus, an article of so many paragraphs, boxes of links. */
static void make_page(bg_buf *out, unsigned number, unsigned paragraphs, unsigned links, size_t script) {
    bg_buf__print(out, "<!DOCTYPE html><html lang=vi><head><meta charset=utf-8><title>Hai bên hội đàm lần %u</title><script>", number);
    for (size_t i = 0; i < script; i += 24) bg_buf__print(out, "var a%06u = '<p>%06u';\n", (unsigned)(i % 1000000), number % 1000000);
    bg_buf__text(out, "</script></head><body><ul class=menu>");
    for (unsigned i = 0; i < links; i++) bg_buf__print(out, "<li class='item item-%u' data-id=%u><a href='/muc-%u' title='Chuyên mục %u'>Chuyên mục số %u</a></li>\n", i, i, i, i, i);
    bg_buf__print(out, "</ul><article><h1>Hai bên hội đàm lần %u</h1>", number);
    for (unsigned i = 0; i < paragraphs; i++)
        bg_buf__print(out, "<p style='text-align: justify'>Ngày %u/4/2024, Bộ trưởng Ngoại giao An Văn Bình hội đàm với Bộ trưởng Ngoại giao Lào Khamsouk Vongxay,"
                      " <b>hai bên</b> nhất trí tăng cường trao đổi đoàn &amp; sớm họp phiên thứ %u của Ủy ban liên Chính phủ.</p>\n", i % 28 + 1, i + 1);
    bg_buf__text(out, "</article></body></html>");
}

/* Read every page of an input, with everything in it or its article alone; the number of pages. */
static size_t read_all(bg_input *input, bool whole, size_t *early) {
    const bg_item *item;
    size_t pages = 0;
    for (bg_code code; (code = bg_input_next(input, &item, NULL)) || item;) {
        bg_doc *doc = NULL;
        if (!code && CHECK((whole ? bg_doc_read_item : bg_doc_read_article)(data, item, &doc, NULL) == BG_OK)) pages++;
        bg_doc_free(doc);
        if (early && pages == 20) *early = peak;
    }
    bg_input_close(input);
    return pages;
}

static bg_input *input_of(const bg_buf *bytes, const char *name) {
    bg_input *input = NULL;
    CHECK(bg_input__open_bytes(name, bytes->bytes, bytes->size, &input, NULL) == BG_OK);
    return input;
}

/* ------------------------------------------------------------------ tests */

/* What texts are read with is made when the first one is; articles are found without it. */
static void articles_need_no_tables(void) {
    bg_buf page;
    bg_buf__init(&page, MADE_MAX);
    make_page(&page, 1, 12, 150, 3500);
    CHECK(read_all(input_of(&page, "a.html"), false, NULL) == 1);
    bg_buf__free(&page);
    CHECK_SAY(live < (size_t)64 << 10, "%zu bytes after an article", live);
    CHECK(bg_data__prepare(data) && live > (size_t)1 << 20);
}

/* The image of everything is not looked at where articles of HTML are found: what is touched of it would be memory of the process. Those of lines are small. */
static void articles_leave_the_image_alone(void) {
    const uintptr_t step = (uintptr_t)sysconf(_SC_PAGESIZE);
    const uintptr_t from = ((uintptr_t)bg_embedded_image + step - 1) / step * step, to = (uintptr_t)bg_embedded_sources / step * step;
    bg_buf page;
    bg_buf__init(&page, MADE_MAX);
    make_page(&page, 1, 12, 150, 3500);
    CHECK(to - from > (uintptr_t)4 << 20 && mprotect((void *)from, to - from, PROT_NONE) == 0);
    CHECK(read_all(input_of(&page, "a.html"), false, NULL) == 1); /* else the test ends here, by a signal */
    CHECK(mprotect((void *)from, to - from, PROT_READ) == 0);
    bg_buf__free(&page);
    CHECK((uintptr_t)bg_embedded_image - (uintptr_t)bg_embedded_lines < (uintptr_t)512 << 10);
}

/* The page is as large as the largest of the outlets; it is in the window of the input too, whose bytes it is. */
static void a_page(void) {
    bg_buf page;
    bg_buf__init(&page, MADE_MAX);
    make_page(&page, 1, 120, 1500, 350000);
    for (int whole = 0; whole < 2; whole++) {
        size_t before = live;
        peak = live;
        CHECK(read_all(input_of(&page, "a.html"), whole, NULL) == 1);
        CHECK_SAY(peak - before <= page.size + ABOVE - before, "%zu bytes for a page of %zu, %zu before", peak, page.size, before);
        CHECK(live == before);
    }
    bg_buf__free(&page);
}

/* A page ten times as large takes a few times its size, not more. */
static void a_large_page(void) {
    bg_buf page;
    bg_buf__init(&page, MADE_MAX);
    make_page(&page, 1, 1200, 15000, 3500000);
    size_t before = live;
    peak = live;
    CHECK(read_all(input_of(&page, "a.html"), false, NULL) == 1);
    CHECK_SAY(peak - before <= 5 * page.size, "%zu bytes for a page of %zu", peak - before, page.size);
    bg_buf__free(&page);
}

/* Of an article without end facts are read as far as a book goes, and it is said from where on they are not. */
static void an_endless_article(void) {
    size_t size = (size_t)12 << 20, before = live;
    char *text = malloc(size);
    if (!CHECK(text)) return;
    for (size_t i = 0; i < size; i++) text[i] = "& "[i % 2];
    bg_doc *doc = NULL;
    peak = live;
    if (CHECK(bg_doc_read(data, "a.txt", text, size, &doc, NULL) == BG_OK) && CHECK(doc->note_count == 1)) {
        const bg_note *note = &doc->notes[0];
        CHECK(strcmp(note->reason, "page.too-long") == 0 && note->span.start == (2 << 20) && note->span.end == size - 1);
    }
    CHECK_SAY(peak - before <= 32 * size, "%zu bytes for a text of %zu", peak - before, size);
    bg_doc_free(doc);
    free(text);
}

/* Ten thousand files, one after the other as a folder is read. */
static void a_folder(void) {
    char path[] = "/tmp/bg-footprint-XXXXXX";
    int file = mkstemp(path);
    size_t before = live, first = 0, most = 0, pages = 0;
    for (unsigned i = 0; CHECK(file >= 0) && i < 10000; i++) {
        bg_input *input = NULL;
        if (i % 100 == 0) {
            bg_buf page;
            bg_buf__init(&page, MADE_MAX);
            make_page(&page, i, 4 + i % 7, 40, 500);
            if (ftruncate(file, 0) || pwrite(file, page.bytes, page.size, 0) != (ssize_t)page.size) CHECK(false);
            bg_buf__free(&page);
        }
        peak = live;
        if (!CHECK(bg_input_open(path, &input, NULL) == BG_OK)) break;
        pages += read_all(input, false, NULL);
        if (i < 1000 && peak > first) first = peak;
        if (peak > most) most = peak;
        if (!CHECK(live == before)) break;
    }
    CHECK(pages == 10000);
    CHECK_SAY(most <= first + SLACK && most - before <= ABOVE, "%zu bytes, %zu for the first thousand", most - before, first - before);
    if (file >= 0) close(file);
    unlink(path);
}

/* An archive of members takes what its largest page takes. */
static void an_archive(void) {
    bg_buf warc, page, record;
    size_t early = 0, before = live;
    bg_buf__init(&warc, MADE_MAX);
    for (unsigned i = 0; i < 600; i++) {
        bg_buf__init(&page, MADE_MAX);
        bg_buf__init(&record, MADE_MAX);
        make_page(&page, i, 10 + i % 20, 200, 30000);
        bg_buf__print(&record, "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.vn/%u\r\nContent-Length: %zu\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n", i, page.size + 44);
        bg_buf__add(&record, page.bytes, page.size);
        bg_buf__text(&record, "\r\n\r\n");
        make_gzip(&warc, record.bytes, record.size);
        bg_buf__free(&page);
        bg_buf__free(&record);
    }
    size_t held = live;
    peak = live;
    CHECK(read_all(input_of(&warc, "a.warc.gz"), true, &early) == 600);
    CHECK_SAY(peak <= early + SLACK, "%zu bytes, %zu for the first twenty", peak - held, early - held);
    CHECK_SAY(peak - held <= ABOVE - before, "%zu bytes", peak - held);
    CHECK(live == held);
    bg_buf__free(&warc);
}

int main(void) {
    if (bg_data_open(NULL, &data, NULL)) return printf("0 passed, 1 failed\n"), 1;
    RUN(articles_need_no_tables);
    RUN(articles_leave_the_image_alone);
    RUN(a_page);
    RUN(a_large_page);
    RUN(an_endless_article);
    RUN(a_folder);
    RUN(an_archive);
    bg_data_close(data);
    return test_end();
}
