/* test_page: which bytes are a page of text. What the lines of a page are is in test_article. */
#include "page/page.h"
#include "test.h"

/* What opening `size` bytes of running text gives, with `bad` over `count` of them, from `first` on every 50th. */
static bg_code open_with(size_t size, char bad, size_t first, size_t count, size_t *byte) {
    static const char words[] = "Hai ben trao doi. ";
    bg_arena *arena = bg_arena__new();
    bg_page page;
    bg_error err = {0};
    char *text = bg_arena__alloc(arena, size);
    for (size_t i = 0; i < size; i++) text[i] = words[i % (sizeof words - 1)];
    for (size_t i = 0; i < count; i++) text[first + i * 50] = bad;
    bg_code code = bg_page__open(arena, "page", text, size, NULL, &page, &err);
    *byte = err.byte;
    bg_arena__free(arena);
    return code;
}

static void a_few_control_bytes_are_borne(void) {
    size_t byte;
    CHECK(!open_with(400, '\b', 200, 1, &byte));
    CHECK(!open_with(1000, '\x1F', 3, 10, &byte));
    CHECK(!open_with(1000, '\x7F', 999, 1, &byte));
    CHECK(!open_with(20000, '\x01', 5, 200, &byte));
}

static void many_control_bytes_are_not(void) {
    size_t byte;
    CHECK(open_with(1000, '\b', 7, 11, &byte) == BG_E_BINARY && byte == 7);
    CHECK(open_with(99, '\x02', 98, 1, &byte) == BG_E_BINARY && byte == 98);
}

static void one_nul_byte_is_not_text(void) {
    size_t byte;
    CHECK(open_with(20000, '\0', 12345, 1, &byte) == BG_E_BINARY && byte == 12345);
    CHECK(open_with(20000, '\0', 19999, 1, &byte) == BG_E_BINARY && byte == 19999);
}

int main(void) {
    RUN(a_few_control_bytes_are_borne);
    RUN(many_control_bytes_are_not);
    RUN(one_nul_byte_is_not_text);
    return test_end();
}
