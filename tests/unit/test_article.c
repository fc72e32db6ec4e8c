/*
 * test_article: what is kept of a page and what is dropped, on small pages in our own words. Each case gives the page and
 * what must come out, one line a block: T title, P paragraph, Q quote, H heading, C caption, R credit, then the start of
 * the text; "-reason" for what was dropped. Facts stand at the end: "published=", "agency=", "reprint=", "outlet=".
 */
#include "article/article.h"

#include <stdlib.h>

typedef struct test_case {
    const char *name, *page, *expect;
} test_case;

#define LEAD "Sáng 3/4, tại Hà Nội, Thứ trưởng Ngoại giao An Văn Bình hội đàm với Thứ trưởng Ngoại giao nước Xanh Ivan Petrov."
#define NEXT "Hai bên nhất trí tăng cường trao đổi đoàn các cấp và sớm mở đường bay thẳng giữa hai thủ đô."
#define LAST "Thứ trưởng Petrov cảm ơn sự đón tiếp chu đáo và mời Thứ trưởng An Văn Bình sớm thăm nước Xanh."

static const test_case cases[] = {
    {"plain page", "Việt Nam và nước Xanh hội đàm\n\n" LEAD "\n\n" NEXT "\n",
     "T Việt Nam và nước Xanh hội đàm\nP Sáng 3/4\nP Hai bên nhất trí\n"},
    {"teasers with image marks stand above and inside",
     "Việt Nam và nước Xanh hội đàm\n![]() Hôm qua, Bộ trưởng Thương mại nước Đỏ đã tới thăm và làm việc tại Việt Nam. |\n![]() |\n"
     "Hai Thứ trưởng tại cuộc hội đàm. Ảnh: TTXVN |\n" LEAD "\n" NEXT "\n"
     "![]() Thị trưởng thành phố Vàng tiếp Đại sứ Việt Nam tại nước Vàng nhân ngày Quốc khánh. |\n",
     "T Việt Nam\n-teaser\n-image-mark\nC Hai Thứ trưởng\nP Sáng\nP Hai bên\n-teaser\n"},
    {"a section of links ends the article",
     "Việt Nam và nước Xanh hội đàm\n" LEAD "\n" NEXT "\nTin bài liên quan\n\nTổng thống nước Đỏ thăm nước Vàng\n\n"
     "Tổng thống nước Đỏ thăm nước Vàng\n\nTổng thống nước Đỏ hôm nay bắt đầu chuyến thăm chính thức nước Vàng theo lời mời của nước chủ nhà.\n",
     "T Việt Nam\nP Sáng\nP Hai bên\n-related\n-related\n-related\n-teaser\n"},
    {"running text that comes back behind links is kept",
     "Việt Nam và nước Xanh hội đàm\n" LEAD "\n" NEXT "\nTin liên quan\nNước Đỏ và nước Vàng ký hiệp định\n" NEXT
     " Đó là bước tiến mới.\n" LAST "\nCuộc hội đàm kết thúc vào buổi chiều cùng ngày tại trụ sở Bộ Ngoại giao.\n",
     "T Việt Nam\nP Sáng\nP Hai bên\n-related\n-related\nP Hai bên\nP Thứ trưởng\nP Cuộc\n"},
    {"agency and address under the article",
     "Việt Nam và nước Xanh hội đàm\n" LEAD "\n" NEXT "\nTheo Vietnamplus.vn\nhttps://www.vietnamplus.vn/hoi-dam-post1.vnp\n",
     "T Việt Nam\nP Sáng\nP Hai bên\nR Theo\n-address\nagency=Vietnamplus.vn\nreprint=https://www.vietnamplus.vn/hoi-dam-post1.vnp\n"},
    {"a person behind Theo is no agency", "Việt Nam và nước Xanh hội đàm\n" LEAD "\n" NEXT "\nTheo Minh Anh\n",
     "T Việt Nam\nP Sáng\nP Hai bên\nR Theo Minh Anh\n"},
    {"date, breadcrumb, share buttons",
     "Trang chủ Thời sự Đối ngoại\n09:03 | 09/05/2025 GMT+7\n\nViệt Nam và nước Xanh hội đàm\n\nChia sẻ\n\naa\n" LEAD "\n" NEXT "\n",
     "-breadcrumb\n-date-line\nT Việt Nam\n-share\n-text-size\nP Sáng\nP Hai bên\npublished=2025-05-09T09:03:00+07:00\n"},
    {"date behind a name and a weekday", "Việt Nam và nước Xanh hội đàm\nMinh Anh - Thứ ba, 16/04/2024 17:27 (GMT+7)\n" LEAD "\n",
     "T Việt Nam\n-date-line\nP Sáng\npublished=2024-04-16T17:27:00+07:00\n"},
    {"date with words only", "Việt Nam và nước Xanh hội đàm\nThứ Sáu, ngày 9 tháng 5 năm 2025\n" LEAD "\n",
     "T Việt Nam\n-date-line\nP Sáng\npublished=2025-05-09\n"},
    {"date with the month as a word", "Việt Nam và nước Xanh hội đàm\nWednesday, June 12, 2024\n" LEAD "\n",
     "T Việt Nam\n-date-line\nP Sáng\npublished=2024-06-12\n"},
    {"date with a count of readers", "Việt Nam và nước Xanh hội đàm\nNgày đăng: 12 tháng Sáu 2024 - Lượt xem: 250\n" LEAD "\n",
     "T Việt Nam\n-date-line\nP Sáng\npublished=2024-06-12\n"},
    {"a date in running text is not the page's", "Việt Nam và nước Xanh hội đàm\n" LEAD "\nHai nước lập quan hệ ngoại giao ngày 1/2/1975.\n",
     "T Việt Nam\nP Sáng\nP Hai nước\n"},
    {"no day 32", "Việt Nam và nước Xanh hội đàm\n32/04/2024 17:27\n" LEAD "\n", "T Việt Nam\n-menu\nP Sáng\n"},
    {"caption twice on one line", "Việt Nam và nước Xanh hội đàm\n" LEAD "\n" "Hai Thứ trưởng tại cuộc gặp ở Hà Nội.Hai Thứ trưởng tại cuộc gặp ở Hà Nội.\n" NEXT "\n",
     "T Việt Nam\nP Sáng\nC Hai Thứ trưởng tại\nP Hai bên\n"},
    {"captions repeated at the end",
     "Việt Nam và nước Xanh hội đàm\n\n" LEAD "\n\nHai Thứ trưởng trước khi vào phòng họp.\n" NEXT "\n" LAST "\n" NEXT " Đó là tin vui.\n"
     "Hai đoàn đã gặp báo chí vào cuối ngày làm việc.\nMinh Anh\n\n\nHai Thứ trưởng trước khi vào phòng họp.\n",
     "T Việt Nam\nP Sáng\nC Hai Thứ trưởng\nP Hai bên\nP Thứ trưởng\nP Hai bên\nP Hai đoàn\n-byline\n-repeated\n"},
    {"an article that stands twice",
     "Việt Nam và nước Xanh hội đàm\n\n" LEAD "\n\n" NEXT "\n\n" LAST "\n\nViệt Nam và nước Xanh hội đàm\n\n" LEAD "\n\n" NEXT "\n\n" LAST "\n",
     "T Việt Nam\nP Sáng\nP Hai bên\nP Thứ trưởng\n-duplicate-heading\n-repeated\n-repeated\n-repeated\n"},
    {"caption of names only", "Việt Nam và nước Xanh hội đàm\n\n" LEAD "\n\nThủ tướng Nga Ivan Petrov và Phu nhân.\n\n" NEXT "\n",
     "T Việt Nam\nP Sáng\nC Thủ tướng\nP Hai bên\n"},
    {"title repeated above a caption",
     "Việt Nam và nước Xanh hội đàm\n" LEAD "\nViệt Nam và nước Xanh hội đàm\nHai Thứ trưởng bắt tay. (Ảnh: An Bình/TTXVN)\n" NEXT "\n",
     "T Việt Nam\nP Sáng\n-duplicate-heading\nC Hai Thứ trưởng\nP Hai bên\n"},
    {"truncated summary that the lead repeats",
     "Việt Nam và nước Xanh hội đàm\n\nSáng 3/4, tại Hà Nội, Thứ trưởng Ngoại giao An Văn Bình hội đàm với Thứ trưởng ...\n\n" LEAD "\n\n" NEXT "\n",
     "T Việt Nam\n-truncated-summary\nP Sáng\nP Hai bên\n"},
    {"truncated summary that nothing repeats",
     "Việt Nam và nước Xanh hội đàm\n\nSáng 3/4, tại Hà Nội, Thứ trưởng Ngoại giao An Văn Bình hội đàm với Thứ trưởng ...\n\n" NEXT "\n\n" LAST "\n",
     "T Việt Nam\nP Sáng\nP Hai bên\nP Thứ trưởng\n"},
    {"heading inside, links inside",
     "Việt Nam và nước Xanh hội đàm\n" LEAD "\nMở đường bay thẳng giữa hai nước\n" NEXT "\nNước Đỏ mở đại sứ quán tại nước Vàng\nNước Vàng thăm nước Đỏ lần thứ hai\n" LAST "\n",
     "T Việt Nam\nP Sáng\nH Mở đường\nP Hai bên\n-related\n-related\nP Thứ trưởng\n"},
    {"list under a colon", "Việt Nam và nước Xanh hội đàm\n" LEAD "\nHai bên đã ký các văn kiện:\n- Hiệp định về vận tải\n- Bản ghi nhớ về giáo dục\n" NEXT "\n",
     "T Việt Nam\nP Sáng\nP Hai bên đã ký\nP - Hiệp\nP - Bản\nP Hai bên nhất\n"},
    {"hard-wrapped lines are one paragraph",
     "Việt Nam và nước Xanh hội đàm\n\nSáng 3/4, tại Hà Nội, Thứ trưởng Ngoại giao An Văn Bình hội\nđàm với Thứ trưởng Ngoại giao nước Xanh Ivan Petrov nhằm trao\n"
     "đổi các biện pháp thúc đẩy quan hệ giữa hai nước trong thời gian\ntới và chuẩn bị các hoạt động kỷ niệm ngày lập quan hệ.\n",
     "T Việt Nam\nP Sáng 3/4, tại Hà Nội, Thứ trưởng Ngoại giao An Văn Bình hội đàm với\n"},
    {"dateline", "Việt Nam và nước Xanh hội đàm\nVTV.vn - " LEAD "\n" NEXT "\n", "T Việt Nam\n-dateline\nP Sáng\nP Hai bên\noutlet=VTV\n"},
    {"credits glued to the last paragraph",
     "Việt Nam và nước Xanh hội đàm\n" LEAD " " NEXT "Theo TTXVN/Baotintuc.vnhttp://baotintuc.vn/tin-1.htm\n",
     "T Việt Nam\nP Sáng\n-address\n-agency\nagency=TTXVN/Baotintuc.vn\nreprint=http://baotintuc.vn/tin-1.htm\n"},
    {"first line is a caption", "Bộ trưởng Quốc phòng nước Xanh (Ảnh: TASS).\n" LEAD "\n" NEXT "\n", "C Bộ trưởng\nP Sáng\nP Hai bên\n"},
    {"no title", LEAD "\n" NEXT "\n", "P Sáng\nP Hai bên\n"},
    {"title is a link", "[Việt Nam và nước Xanh hội đàm](https://www.qdnd.vn/tin-1)\n\n![Việt Nam và nước Xanh hội đàm](https://x.vn/a.jpg)\n\n" LEAD "\n",
     "T Việt Nam và nước Xanh hội đàm\n-image-mark\nP Sáng\noutlet=Quân đội nhân dân\n"},
    {"quotation", "Việt Nam và nước Xanh hội đàm\n" LEAD "\n“Chúng tôi rất vui mừng được trở lại Hà Nội sau nhiều năm.”\n", "T Việt Nam\nP Sáng\nQ “Chúng\n"},
    {"list of headlines only", "Đối ngoại\nNước Đỏ thăm nước Vàng\nNước Vàng thăm nước Đỏ\n", NULL},
};

static const char kinds[] = "PHQCR";

static void add_line(bg_buf *out, const char *mark, const char *text, bg_span s) {
    bg_buf__print(out, "%s ", mark);
    for (size_t i = s.start; i < s.end; i++) bg_buf__char(out, text[i] == '\n' ? ' ' : text[i]);
    bg_buf__char(out, '\n');
}

/* Title, blocks and dropped parts in page order, then the facts. */
static void describe(const bg_page *page, const bg_article *a, bg_buf *out) {
    size_t body = 0, dropped = 0;
    bool title = a->title != NULL;
    while (title || body < a->body_count || dropped < a->dropped_count) {
        uint32_t t = title ? a->title_span.start : UINT32_MAX, b = body < a->body_count ? a->body[body].span.start : UINT32_MAX;
        uint32_t d = dropped < a->dropped_count ? a->dropped[dropped].span.start : UINT32_MAX;
        if (t <= b && t <= d) add_line(out, "T", page->text, a->title_span), title = false;
        else if (b <= d) {
            char mark[2] = {kinds[a->body[body].kind], 0};
            add_line(out, mark, page->text, a->body[body++].span);
        } else bg_buf__print(out, "-%s\n", a->dropped[dropped++].reason);
    }
    if (a->published) bg_buf__print(out, "published=%s\n", a->published);
    if (a->agency) bg_buf__print(out, "agency=%s\n", a->agency);
    if (a->reprint_of) bg_buf__print(out, "reprint=%s\n", a->reprint_of);
    if (a->outlet) bg_buf__print(out, "outlet=%s\n", a->outlet);
}

/* Dropped parts of the tail come before or after their paragraph in no promised order: compare line by line, by beginning. */
static bool agrees(const char *expect, const char *got) {
    while (*expect && *got) {
        size_t n = strcspn(expect, "\n"), m = strcspn(got, "\n");
        if (m < n || memcmp(expect, got, n) != 0) return false;
        if (*expect == '-' && n != m) return false;
        expect += n + 1, got += m + 1;
    }
    return !*expect && !*got;
}

static bool run(const bg_data *data, const test_case *c) {
    bg_arena *arena = bg_arena__new();
    bg_page page;
    bg_article article;
    bg_error err = {0};
    bg_buf got;
    bg_buf__init(&got, 1 << 20);
    bg_code code = bg_page__open(arena, c->name, c->page, strlen(c->page), NULL, &page, &err);
    if (!code) code = bg_article__find(arena, data, &page, &article, &err);
    if (!code) describe(&page, &article, &got);
    bool good = !code && (c->expect ? agrees(c->expect, got.bytes) : article.body_count == 0);
    if (!good) printf("FAILED %s\n%s--- expected\n%s", c->name, code ? err.message : got.bytes, c->expect ? c->expect : "no body\n");
    bg_buf__free(&got);
    bg_arena__free(arena);
    return good;
}

typedef struct bad_page {
    const char *name, *bytes;
    size_t size;
    bg_code code;
    size_t byte;
} bad_page;

static const bad_page bad[] = {
    {"empty", "", 0, BG_E_EMPTY, BG_NO_BYTE},
    {"blanks", " \n\xC2\xA0\n\xEF\xBB\xBF", 8, BG_E_EMPTY, BG_NO_BYTE},
    {"not UTF-8", "ab\xFF", 3, BG_E_UTF8, 2},
    {"cut letter", "abcdefgh\xE1\xBB", 10, BG_E_UTF8, 8},
    {"NUL", "abcdefghij\0k", 12, BG_E_BINARY, 10},
    {"delete sign", "abcdefg\x7F", 8, BG_E_BINARY, 7},
    {"control byte", "a\x01", 2, BG_E_BINARY, 1},
};

static bool run_bad(const bad_page *c) {
    bg_arena *arena = bg_arena__new();
    bg_page page;
    bg_error err = {0};
    bg_code code = bg_page__open(arena, c->name, c->bytes, c->size, NULL, &page, &err);
    bool good = code == c->code && err.byte == c->byte;
    if (!good) printf("FAILED %s: code %d byte %zu\n", c->name, (int)code, err.byte);
    bg_arena__free(arena);
    return good;
}

/* Line ends of all kinds give the same lines. */
static bool run_lines(void) {
    bg_arena *arena = bg_arena__new();
    bg_page page;
    static const char text[] = "một\r\n hai \rba\n\nbốn";
    bool good = !bg_page__open(arena, "lines", text, sizeof text - 1, NULL, &page, NULL) && page.line_count == 5;
    static const char *const want[] = {"một", "hai", "ba", "", "bốn"};
    for (size_t i = 0; good && i < 5; i++) {
        bg_span s = page.lines[i].trimmed;
        good = s.end - s.start == strlen(want[i]) && !memcmp(text + s.start, want[i], s.end - s.start);
    }
    if (!good) puts("FAILED line ends");
    bg_arena__free(arena);
    return good;
}

int main(void) {
    bg_data *data;
    bg_error err;
    size_t passed = 0, all = BG_COUNT(cases) + BG_COUNT(bad) + 1;
    if (bg_data_open(NULL, &data, &err)) return printf("%s\n", err.message), 1;
    for (size_t i = 0; i < BG_COUNT(cases); i++) passed += run(data, &cases[i]);
    for (size_t i = 0; i < BG_COUNT(bad); i++) passed += run_bad(&bad[i]);
    passed += run_lines();
    bg_data_close(data);
    printf("%zu passed, %zu failed\n", passed, all - passed);
    return passed == all ? 0 : 1;
}
