/* test_witness: what JSON-LD's text of an article says of the lines of its page. */
#include "article/ld.h"
#include "article/witness.h"
#include "test.h"

#define TEXT "Chiều 8/5, tại Hà Nội, hai Thủ tướng đã hội đàm và nhất trí tiếp tục trao đổi đoàn cấp cao. " \
             "Hai bên đánh giá cao kết quả hợp tác thời gian qua, nhất là về giao thông, năng lượng và giáo dục, đồng thời đề nghị mở thêm đường bay thẳng."

static bg_arena *arena;
static bg_witness witness;

static bg_held asked(const char *line) { return bg_witness__ask(&witness, line, strlen(line)); }

static void lines_are_held_or_not(void) {
    CHECK(bg_witness__make(arena, TEXT, &witness) && !witness.cut);
    CHECK(asked("Hai bên đánh giá cao kết quả hợp tác thời gian qua") == HELD_WHOLE);
    CHECK(asked("Hai bên đánh giá cao kết quả nhưng còn những việc phải làm thêm") == HELD_PARTLY);
    CHECK(asked("Chủ tịch Quốc hội tiếp Đại sứ Lào tại Hà Nội") == HELD_NOT);
    CHECK(asked("Hội đàm") == HELD_SHORT && asked("") == HELD_SHORT && asked("!!!") == HELD_SHORT);
}

static void signs_and_markup_do_not_count(void) {
    CHECK(bg_witness__make(arena, "<p>Ông nói: \"Hai bên nhất trí\".</p><p>Sau đó</p>" TEXT, &witness));
    CHECK(asked("Ông nói: \xE2\x80\x9CHai bên nhất trí\xE2\x80\x9D \xE2\x80\x93 Sau đó") == HELD_WHOLE);
}

static void what_is_short_or_cut_denies_nothing(void) {
    CHECK(bg_witness__make(arena, NULL, &witness) && asked("Hai bên nhất trí") == HELD_UNASKED);
    CHECK(bg_witness__make(arena, "", &witness) && asked("Hai bên nhất trí") == HELD_UNASKED);
    CHECK(bg_witness__make(arena, "một hai", &witness) && asked("một hai ba bốn") == HELD_UNASKED);
    CHECK(bg_witness__make(arena, "Hai bên nhất trí hợp tác.", &witness) && witness.cut);
    CHECK(bg_witness__make(arena, TEXT " Ngoài ra\xE2\x80\xA6 ", &witness) && witness.cut);
}

static void the_page_s_article_speaks(void) {
    static const char page[] = "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"Hội đàm\",\"articleBody\":\"Hai b&ecirc;n nhất tr&iacute;\"}</script>"
                               "<script type=application/ld+json>{\"@type\":\"WebPage\",\"articleBody\":\"không\"}</script>";
    bg_html html;
    bg_ld ld = {0};
    CHECK(bg_html__read(arena, page, sizeof page - 1, &html) && bg_ld__read(arena, &html, NULL, NULL, &ld));
    CHECK(ld.text && strcmp(ld.text, "Hai bên nhất trí") == 0);
}

int main(void) {
    arena = bg_arena__new();
    RUN(lines_are_held_or_not);
    RUN(signs_and_markup_do_not_count);
    RUN(what_is_short_or_cut_denies_nothing);
    RUN(the_page_s_article_speaks);
    bg_arena__free(arena);
    return test_end();
}
