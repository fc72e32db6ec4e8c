/* test_meta: what HTML pages state of themselves, and which of several statements is believed. */
#include "article/article.h"
#include "article/essence.h"
#include "article/ld.h"
#include "article/meta.h"
#include "test.h"

static bg_data *data;
static bg_arena *arena;
static bg_meta meta;

static void read_saved(const char *head, const char *body, const char *captured) {
    bg_page page;
    char *bytes = bg_arena__print(arena, "<!doctype html><html><head>%s</head><body>%s<p>.</p></body></html>", head, body);
    CHECK(bg_page__open(arena, "page", bytes, strlen(bytes), "text/html", &page, NULL) == BG_OK);
    page.captured = captured;
    CHECK(bg_meta__read(arena, data, &page, &meta));
}

static void read_page(const char *head, const char *body) { read_saved(head, body, NULL); }

static bool is(const char *got, const char *want) {
    bool same = got && want ? strcmp(got, want) == 0 : got == want;
    if (!same) printf("    got '%s', not '%s'\n", got ? got : "nothing", want ? want : "nothing");
    return same;
}

/* Published, and where that is from. */
static bool dated(const char *day, const char *from) { return is(meta.published, day) && is(meta.published_from, from); }

#define LD(json) "<script type=\"application/ld+json\">" json "</script>"

static void addresses_have_an_order(void) {
    read_page("<link rel=canonical href='https://bao.example/a-1.html'><meta property=og:url content='https://bao.example/b'>", "");
    CHECK(is(meta.url, "https://bao.example/a-1.html") && is(meta.url_from, "canonical"));
    read_page("<link rel=canonical href='https://bao.example/'><meta property=og:url content='https://bao.example/b'>", "");
    CHECK(is(meta.url, "https://bao.example/b") && is(meta.url_from, "og:url"));
    read_page(LD("{\"@type\":\"NewsArticle\",\"mainEntityOfPage\":{\"@id\":\"https://bao.example/c\"}}"), "");
    CHECK(is(meta.url, "https://bao.example/c") && is(meta.url_from, "json-ld"));
    read_page("<link rel=canonical href='/a-1.html'>", "");
    CHECK(is(meta.url, NULL));
    read_page("<base href='http://bao.example/view.php?id=5'>" LD("{\"@type\":\"NewsArticle\",\"url\":\"https://bao.example/c\"}"), "");
    CHECK(is(meta.url, "https://bao.example/c"));
    read_page("<base href='http://bao.example/view.php?id=5'>", "");
    CHECK(is(meta.url, "http://bao.example/view.php?id=5") && is(meta.url_from, "base"));
}

/* A date as pages in English show it, with what stands beside it. */
static void dates_are_read_among_words(void) {
    static const struct { const char *shown, *day; } rows[] = {
        {"December 19th, 2025", "2025-12-19"}, {"<time>February 9th, 2024</time>", "2024-02-09"}, {"5th May 2025", "2025-05-05"},
        {"December 18, 2025 \xE3\x83\xBB 3 min read", "2025-12-18"}, {"February 4, 2025 - 11 minutes", "2025-02-04"},
        {"<span>August 16, 2019</span> <span>- Updated June 1, 2020</span>", "2019-08-16"}, {"December 3, 2025. <i>Updated: December 7, 2025</i>", "2025-12-03"},
        {"Published: 10:30 BST, 5 May 2025 | Updated: 11:30 BST, 6 May 2025", "2025-05-05T10:30:00"}, {"<span>Jan 22, 2025</span> by Ann", "2025-01-22"},
        {"Post date: 22 January 2025", "2025-01-22"}, {"By Ann Smith | Jan 22, 2025", "2025-01-22"}, {"Updated October 23, 2025", NULL}, {"3/4/2025", NULL},
        {"3 min read", NULL}, {"May 5, 2025 of 12 meetings", NULL}};
    for (size_t i = 0; i < BG_COUNT(rows); i++) {
        read_page("", bg_arena__print(arena, "<h1>Foreign ministers meet in the capital</h1><div>%s</div><p>They spoke of trade.</p>", rows[i].shown));
        CHECK_SAY(is(meta.published, rows[i].day), "%s", rows[i].shown);
    }
}

static void dates_have_an_order(void) {
    read_page(LD("{\"@type\":\"NewsArticle\",\"datePublished\":\"2025-05-08T09:30:00+07:00\",\"dateModified\":\"2025-05-08T11:00:00+07:00\"}")
              "<meta property='article:published_time' content='2025-05-07T00:00:00+07:00'>", "");
    CHECK(dated("2025-05-08T09:30:00+07:00", "json-ld") && is(meta.modified, "2025-05-08T11:00:00+07:00") && is(meta.modified_from, "json-ld"));
    read_page("<meta name=pubdate content='2025-05-07'><meta property='article:published_time' content='2025-05-08T09:30:00&#x2B;07:00'>", "");
    CHECK(dated("2025-05-08T09:30:00+07:00", "meta:article:published_time"));
    read_page("", "<h1>Hội đàm</h1><time datetime='2025-05-08T20:15:00+0700'>8/5</time>");
    CHECK(dated("2025-05-08T20:15:00+07:00", "time"));
    read_page("<link rel=canonical href='https://bao.example/2025/05/08/a'>", "");
    CHECK(dated("2025-05-08", "url"));
    read_page("<link rel=canonical href='https://bao.example/a-102250712113541294.htm'>", "");
    CHECK(dated("2025-07-12", "url"));
    read_page("<link rel=canonical href='https://bao.example/a-5047363.html'>", "");
    CHECK(dated(NULL, NULL));
}

static void the_day_of_one_gets_the_hour_of_another(void) {
    read_page("<meta property='article:published_time' content='2025-05-08'><meta name=pubdate content='2025-05-08T09:30:00+07:00'>", "");
    CHECK(dated("2025-05-08T09:30:00+07:00", "meta:pubdate"));
    read_page("<meta property='article:published_time' content='2025-05-08'><meta name=pubdate content='2025-05-09T09:30:00+07:00'>", "");
    CHECK(dated("2025-05-08", "meta:article:published_time"));
}

static void implausible_dates_are_refused(void) {
    read_page("<meta property='article:published_time' content='1970-01-01T00:00:00Z'><meta name=pubdate content='2025-05-08'>", "");
    CHECK(dated("2025-05-08", "meta:pubdate"));
    read_saved("<meta property='article:published_time' content='2035-01-01T00:00:00Z'>", "", "2025-05-08T10:00:00Z");
    CHECK(dated(NULL, NULL));
    read_saved("<meta property='article:published_time' content='2025-05-08T23:00:00+07:00'>", "", "2025-05-08T10:00:00Z");
    CHECK(dated("2025-05-08T23:00:00+07:00", "meta:article:published_time"));
    read_page("<meta name=date content='2025-13-40'>", "");
    CHECK(dated(NULL, NULL));
}

/* Text that shows that the page is in Vietnamese. */
#define WORDS "<p>Sáng nay, Thủ tướng đã hội đàm với Thủ tướng nước bạn; hai bên nhất trí tăng cường hợp tác thương mại và đầu tư.</p>"

static void visible_dates_stand_near_the_headline(void) {
    read_page("", "<span>Thứ Bảy, ngày 07 tháng 03 năm 2026</span><h1>Hội đàm</h1><div>- 06/03/2026 08:47</div>" WORDS);
    CHECK(dated("2026-03-06T08:47:00+07:00", "visible") && meta.published_span.end > meta.published_span.start);
    read_page("", "<span>Chủ nhật, 10/9/2023</span><p>x</p><span class=date>Chủ nhật, 10/9/2023, 19:22 (GMT+7)</span><h1>Hội đàm</h1><p>Ngày 10/9 hai bên gặp nhau.</p>" WORDS);
    CHECK(dated("2023-09-10T19:22:00+07:00", "visible"));
    read_page("", "<span class=time-now>Chủ nhật, 10/9/2023</span><h1>Hội đàm</h1><p>2 giờ trước</p>" WORDS);
    CHECK(dated(NULL, NULL));
    read_page("", "<div><a href=x>Chính trị - Ngoại giao</a><span class=rt>06:12 | 27/09/2024 GMT+7</span></div><h1>Hội đàm</h1>" WORDS);
    CHECK(dated("2024-09-27T06:12:00+07:00", "visible"));
    read_page("", "<h1>Talks</h1><p>By A B</p><p>Published on December 17, 2025 · 6 min read</p>");
    CHECK(dated("2025-12-17", "visible"));
    read_page("", "<h1>Talks</h1><nav>December 17, 2025</nav><footer>December 18, 2025</footer>");
    CHECK(dated(NULL, NULL));
}

/* In pages of other languages a date alone stands right above the headline, and its label below the article is enough. */
static void dates_of_other_languages_stand_apart(void) {
    read_page("", "<p>February 4, 2025</p><h1>Foreign ministers meet</h1><p>They spoke of trade.</p>");
    CHECK(dated("2025-02-04", "visible"));
    read_page("", "<p>February 4, 2025</p><p>News</p><p>World</p><h1>Foreign ministers meet</h1><p>They spoke of trade.</p>");
    CHECK(dated(NULL, NULL));
    read_page("", "<h1>Foreign ministers meet</h1><article><p>They spoke of trade.</p><footer>Posted on April 13, 2023</footer></article>");
    CHECK(dated("2023-04-13", "visible"));
    read_page("", "<h1>Foreign ministers meet</h1><article><p>They spoke of trade.</p></article><footer>Posted on April 13, 2023</footer>");
    CHECK(dated(NULL, NULL));
    read_page("", "<h1>Foreign ministers meet</h1><p>by ANN SMITH on <span>Jan 22, 2025</span></p><p>They spoke of trade.</p>");
    CHECK(dated("2025-01-22", "visible"));
}

static void days_of_changes_are_no_publication(void) {
    read_page("", "<h1>Talks</h1><p>Last updated: December 17, 2025</p><p class=date>December 12, 2025</p>");
    CHECK(dated("2025-12-12", "visible") && is(meta.modified, "2025-12-17") && is(meta.modified_from, "visible"));
    read_page("", "<h1>Talks</h1><p>Updated <time datetime='2026-01-16T00:00:35-05:00'>January 16, 2026</time></p>");
    CHECK(dated(NULL, NULL) && is(meta.modified, "2026-01-16T00:00:35-05:00") && is(meta.modified_from, "time"));
    read_page("", "<h1>Talks</h1><time class='entry-date published' datetime='2020-06-29T15:00:23-05:00'></time><time class=updated datetime='2021-01-01T00:00:00-05:00'></time>");
    CHECK(dated("2020-06-29T15:00:23-05:00", "time") && is(meta.modified, "2021-01-01T00:00:00-05:00"));
    read_page("", "<h1>Hai bộ trưởng hội đàm</h1><p>Cập nhật: 12/03/2026 10:05</p>" WORDS);
    CHECK(dated(NULL, NULL) && is(meta.modified, "2026-03-12T10:05:00+07:00") && is(meta.modified_from, "visible"));
    read_page("", "<h1>Hai bộ trưởng hội đàm</h1><p>Thứ Ba, 10/03/2026 08:00</p><p>Cập nhật lúc 10:05, 12/03/2026</p>" WORDS);
    CHECK(dated("2026-03-10T08:00:00+07:00", "visible") && is(meta.modified, "2026-03-12T10:05:00+07:00"));
    read_page("", "<h1>Hai bộ trưởng hội đàm</h1><p>Cập nhật lần cuối 12/03/2026 | Đăng 10/03/2026 08:00</p>" WORDS);
    CHECK(is(meta.modified, "2026-03-12"));
}

static void a_lone_date_counts_from_afar(void) {
    char body[4000] = "<h1>Talks</h1>";
    for (int i = 0; i < 40; i++) strcat(body, "<p>Words.</p>");
    size_t size = strlen(body);
    strcpy(body + size, "<time datetime=2018-11-15>15 November</time>");
    read_page("", body);
    CHECK(dated("2018-11-15", "time"));
    strcpy(body + size, "<time datetime=2018-11-15>15 November</time><time datetime=2018-11-16>16 November</time>");
    read_page("", body);
    CHECK(dated(NULL, NULL));
}

static void what_may_be_two_days_is_none(void) {
    read_page("<html lang=en><meta name=date content='09/03/2026'>", "");
    CHECK(dated(NULL, NULL));
    read_page("<meta property=og:locale content=de_DE><meta name=date content='09/03/2026'>", "");
    CHECK(dated("2026-03-09", "meta:date"));
    read_page("<meta name=date content='9 March 2026'>", "");
    CHECK(dated("2026-03-09", "meta:date"));
    read_page("<meta name=date content='25/03/2026'>", "");
    CHECK(dated("2026-03-25", "meta:date"));
}

static void hours_are_those_of_the_page(void) {
    read_page("<meta name=pubdate content='2025-05-08T20:00:00+00:00'>", WORDS);
    CHECK(dated("2025-05-09T03:00:00+07:00", "meta:pubdate") && is(meta.lang, "vi"));
    read_page("<meta name=pubdate content='2025-05-08 20:15'>", WORDS);
    CHECK(dated("2025-05-08T20:15:00+07:00", "meta:pubdate"));
    read_page("<meta name=pubdate content='2025-05-08T20:00:00-05:00'><meta property=og:locale content=en_US>", "");
    CHECK(dated("2025-05-08T20:00:00-05:00", "meta:pubdate") && is(meta.lang, "en"));
}

static bool wrote(size_t count, const char *first, const char *last) {
    return meta.author_count == count && (!count || (is(meta.authors[0], first) && is(meta.authors[count - 1], last)));
}

static void authors_are_persons(void) {
    read_page(LD("{\"@type\":\"NewsArticle\",\"author\":[{\"@type\":\"Person\",\"name\":\"Hạ Băng\"},{\"@type\":\"Organization\",\"name\":\"Báo A\"},\"Sơn Khê\"]}"), "");
    CHECK(wrote(2, "Hạ Băng", "Sơn Khê"));
    read_page("<link rel=canonical href='https://vnexpress.net/a-1.html'><meta name=author content=VnExpress>", "");
    CHECK(wrote(0, NULL, NULL) && is(meta.outlet, "VnExpress"));
    read_page("<meta name=author content='Lam Khuê, Hạ Băng và Sơn Khê'>", "");
    CHECK(wrote(3, "Lam Khuê", "Sơn Khê"));
    read_page("<meta property='article:author' content='https://www.facebook.com/bao'>", "");
    CHECK(wrote(0, NULL, NULL));
    read_page("<meta name=author content='Theo TTXVN'>", "");
    CHECK(wrote(0, NULL, NULL));
    read_page("<meta name=author content='By Ludwig van Beethoven and Ana de la Cruz'>", "");
    CHECK(wrote(2, "Ludwig van Beethoven", "Ana de la Cruz"));
}

static void authors_are_shown(void) {
    read_page("", "<h1>Hội đàm</h1><div class=author-share-top><a class=author>Bích Khê</a> <span> - 02/07/2024 20:10</span></div>" WORDS);
    CHECK(wrote(1, "Bích Khê", "Bích Khê"));
    read_page("", "<h1>Hội đàm</h1>" WORDS "<p class=Normal style='text-align:right;'><strong>Phong Khê</strong> <em>(tổng hợp)</em></p><p style='text-align:right'>Nguồn: TTXVN</p>");
    CHECK(wrote(1, "Phong Khê", "Phong Khê"));
    read_page("", "<h1>Talks</h1><div class=byline><p>Written by</p><p>Ana Silva</p><p>Senior Editor</p><p>Last updated</p></div>");
    CHECK(wrote(1, "Ana Silva", "Ana Silva"));
    read_page("", "<h1>Talks</h1><div class=comment><b class=author>Ana Silva</b></div><footer class=author>Bo Berg</footer>");
    CHECK(wrote(0, NULL, NULL));
    read_page("", "<h1>Talks</h1><ul><li><a class=author>Ana Silva</a></li><li><a class=author>Bo Berg</a></li></ul><p><a class=name>Cy Dee</a></p>");
    CHECK(wrote(2, "Ana Silva", "Bo Berg"));
}

/* Bylines in lines that nothing calls so, in several languages; the end of a name. */
static void bylines_are_read(void) {
    static const struct { const char *shown, *first, *last; size_t count; } rows[] = {
        {"By <a href='/p/1'>Ana Silva</a>", "Ana Silva", "Ana Silva", 1}, {"by: Ana Silva , Dec 17, 2025", "Ana Silva", "Ana Silva", 1},
        {"By Ana Silva and Bo van der Berg", "Ana Silva", "Bo van der Berg", 2}, {"Von Ana Silva und Bo Berg, Berlin", "Ana Silva", "Bo Berg", 2},
        {"Par Ana Silva et Bo Berg", "Ana Silva", "Bo Berg", 2}, {"Por Ana Silva y Bo Berg | 5 min", "Ana Silva", "Bo Berg", 2},
        {"By Ana Silva December 5, 2025", "Ana Silva", "Ana Silva", 1}, {"<p>Written by</p><p>Ana Silva</p>", "Ana Silva", "Ana Silva", 1},
        {"<div class=author-box><p>Ana Silva</p><p>lives in Porto</p></div>", "Ana Silva", "Ana Silva", 1},
        {"By noon the talks had ended", NULL, NULL, 0}, {"By Friday", NULL, NULL, 0}, {"<div class=comments><p>By Ana Silva</p></div>", NULL, NULL, 0}};
    for (size_t i = 0; i < BG_COUNT(rows); i++) {
        read_page("", bg_arena__print(arena, "<h1>Foreign ministers meet in the capital</h1><div>%s</div><p>They spoke of trade.</p>", rows[i].shown));
        CHECK_SAY(wrote(rows[i].count, rows[i].first, rows[i].last), "%s", rows[i].shown);
    }
    read_page("<meta name='twitter:label1' content='Written by'><meta name='twitter:data1' content='Ana Silva'>", "");
    CHECK(wrote(1, "Ana Silva", "Ana Silva"));
    read_page("<meta name='twitter:label1' content='Filed under'><meta name='twitter:data1' content='Foreign News'>", "");
    CHECK(wrote(0, NULL, NULL));
    read_page("<link rel=canonical href='https://anasilva.example/a/1'><meta property='og:site_name' content='Porto Letters'><meta name=author content='Ana Silva'>", "");
    CHECK(wrote(1, "Ana Silva", "Ana Silva"));
    read_page("<link rel=canonical href='https://portoletters.example/a/1'><meta property='og:site_name' content='Porto Letters'><meta name=author content='Porto Letters'>", "");
    CHECK(wrote(0, NULL, NULL));
}

static void sources_are_named(void) {
    read_page("", "<h1>Hội đàm</h1>" WORDS "<p class=source>Phụ nữ mới</p><span class=link-source-full>https://nhipsong.example/a-1.html</span>");
    CHECK(is(meta.agency, "Phụ nữ mới") && meta.agency_span.end && is(meta.reprint_of, "https://nhipsong.example/a-1.html"));
    read_page("", "<h1>Hội đàm</h1>" WORDS "<div class=article-source>(TTXVN/Vietnam+)</div>");
    CHECK(is(meta.agency, "TTXVN/Vietnam+") && is(meta.reprint_of, NULL));
    read_page("", "<h1>Hội đàm</h1><figure><figcaption>A <span class=source>Reuters</span></figcaption></figure><div class=source>Chính trị 23/03/2018</div>" WORDS);
    CHECK(is(meta.agency, NULL));
}

static bool goes_on(const char *url, const char *links, const char *next) {
    read_page(bg_arena__print(arena, "<link rel=canonical href='%s'>", url), links);
    return is(meta.next, next);
}

static void articles_go_on_where_only_a_number_differs(void) {
    CHECK(goes_on("https://bao.example/tham-258401.html", "<a href='?page=2'>2</a>", "https://bao.example/tham-258401.html?page=2"));
    CHECK(goes_on("https://bao.example/tham-258401.html", "<a rel=next href='/tham-258401-p2.html'>Trang sau</a>", "https://bao.example/tham-258401-p2.html"));
    CHECK(goes_on("https://bao.example/tham/", "<a href='//bao.example/tham/2/'>2</a>", "https://bao.example/tham/2/"));
    CHECK(goes_on("https://bao.example/tham.html?page=2", "<a href='tham.html?page=1'>1</a><a href='tham.html?page=3'>3</a>", "https://bao.example/tham.html?page=3"));
    CHECK(goes_on("https://bao.example/tham.html?page=3", "<a href='tham.html?page=1'>1</a><a href='tham.html?page=2'>2</a>", NULL));
    CHECK(goes_on("https://bao.example/tham-258401.html", "<link rel=next href='/gap-258402.html'><a href='#2'>2</a><a href='?s=2'>Xem</a>", NULL));
    CHECK(goes_on("https://bao.example/tham-1", "<a rel=next href='/tham-2'>Bài sau</a><a href='javascript:go(2)'>2</a>", "https://bao.example/tham-2"));
    CHECK(goes_on("https://bao.example/tin-12", "<a rel=next href='/tin-13'>Bài sau</a>", NULL));
    CHECK(goes_on("https://bao.example/", "<a href='/2'>2</a>", NULL));
}

static void headlines_lose_the_outlet(void) {
    read_page("<link rel=canonical href='https://vnexpress.net/a-1.html'><title>Việt Nam - Mỹ nâng cấp quan hệ - Báo VnExpress Thời sự</title>", "");
    CHECK(is(meta.title, "Việt Nam - Mỹ nâng cấp quan hệ"));
    read_page("<meta property=og:title content='Hai bên hội đàm | Bao Vi Du'><meta property=og:site_name content='Báo Ví dụ'>", "");
    CHECK(is(meta.title, "Hai bên hội đàm") && is(meta.outlet, "Báo Ví dụ"));
    read_page("<meta property=og:title content='Báo Ví dụ | Hai bên hội đàm'><meta property=og:site_name content='Báo Ví dụ'>", "");
    CHECK(is(meta.title, "Hai bên hội đàm"));
    read_page("<title>Hai bên hội đàm｜Báo Ví dụ</title><meta property=og:site_name content='Báo Ví dụ'>", "");
    CHECK(is(meta.title, "Hai bên hội đàm"));
}

static const char *title_of(const char *head, const char *body) {
    bg_page page;
    bg_article article = {0};
    char *bytes = bg_arena__print(arena, "<!doctype html><html><head>%s</head><body>%s" WORDS "</body></html>", head, body);
    CHECK(bg_page__open(arena, "page", bytes, strlen(bytes), "text/html", &page, NULL) == BG_OK && bg_article__find(arena, data, &page, &article, NULL) == BG_OK);
    CHECK(!article.title || (article.title_span.end - article.title_span.start == strlen(article.title) && !memcmp(page.text + article.title_span.start, article.title, strlen(article.title))));
    return article.title;
}

static void headlines_of_articles_are_those_stated(void) {
    static const char head[] = "<title>Báo - Tin tức</title><meta property=og:title content='Hai bên hội đàm tại Hà Nội'>";
    CHECK(is(title_of(head, "<h1>Trang của chúng tôi</h1><h1>Hai bên hội đàm tại Hà Nội</h1>"), "Hai bên hội đàm tại Hà Nội"));
    CHECK(is(title_of(head, "<h1>Thăm Việt Nam: Hai bên hội đàm tại Hà Nội</h1>"), "Hai bên hội đàm tại Hà Nội"));
    CHECK(is(title_of(head, "<h1>Trang của chúng tôi</h1><div class=t>Hai bên hội đàm tại Hà Nội</div>"), "Hai bên hội đàm tại Hà Nội"));
    CHECK(is(title_of("<title>Hai bên hội đàm tại Hà Nội | Báo Ví dụ</title><meta property=og:site_name content='Báo Ví dụ'>", ""), "Hai bên hội đàm tại Hà Nội"));
    CHECK(is(title_of("<title>Báo - Tin tức</title>", "<h1>Hai bên hội đàm</h1>"), "Hai bên hội đàm"));
}

static const char *headline(const char *json) {
    bg_html html;
    bg_ld ld = {0};
    char *bytes = bg_arena__print(arena, "<script type='application/ld+json'>%s</script>", json);
    CHECK(bg_html__read(arena, bytes, strlen(bytes), &html) && bg_ld__read(arena, &html, "Hội đàm", "https://bao.example/a", &ld));
    return ld.headline;
}

static bool prunes(const char *json, const char *pruned) {
    size_t size = 0;
    const char *out = bg_ld__prune(arena, json, strlen(json), &size);
    bool same = out && pruned ? size == strlen(pruned) && memcmp(out, pruned, size) == 0 : !out && !pruned;
    if (!same) printf("    %s became %.*s\n", json, out ? (int)size : 7, out ? out : "nothing");
    return same;
}

static void json_loses_what_nobody_asks_for(void) {
    CHECK(prunes("{\"a\":1,\"name\":\"x\",\"b\":{\"name\":[1,\"}\"]}}", "{\"name\":\"x\"}"));
    CHECK(prunes(" [ {\"@type\" : [\"A\", \"B\"], \"x\": null } , 5, true ]", "[{\"@type\":[\"A\",\"B\"]},5,true]"));
    CHECK(prunes("{\"name\":\"a\\\"b\\\\\",\"x\":\"\\\\\",\"url\":{}}", "{\"name\":\"a\\\"b\\\\\",\"url\":{}}"));
    CHECK(prunes("{\"x\":[[],{}]}; more", "{}"));
    CHECK(prunes("{\"name\":\"He said \"hi\"\"}", NULL) && prunes("{\"x\":\"He said \"hi\"\"}", NULL));
    CHECK(prunes("{\"name\":1,}", NULL) && prunes("[1", NULL) && prunes("{\"name\":", NULL) && prunes("{\"x\":[}", NULL) && prunes("", NULL) && prunes("7", NULL));
    CHECK(prunes("{\"na\\u006de\":1}", NULL));
}

static void broken_json_is_mended(void) {
    CHECK(is(headline("{\"@type\":\"Article\",\"headline\":\"A\n\tB\",}"), "A  B"));
    CHECK(is(headline("<!-- {\"@type\":\"Article\",\"headline\":\"A &amp; B\"}; -->"), "A & B"));
    CHECK(is(headline("{&quot;@type&quot;:&quot;Article&quot;,&quot;headline&quot;:&quot;A&quot;}"), "A"));
    CHECK(is(headline("{\"@type\":\"Article\",\"headline\":\"Ông nói: \"Tôi đến\", rồi đi\",\"x\":[1,2,],}"), "Ông nói: \"Tôi đến\", rồi đi"));
    CHECK(is(headline("/*<![CDATA[*/{\"@type\":\"Article\",\"headline\":\"A\\'s \\ud83d\"}/*]]>*/"), "A's ?"));
    CHECK(is(headline("{\"@type\":\"Article\",\"headline\":\"A\" /* so */ ,, \"b\":1}"), "A"));
    CHECK(is(headline("{\"@type\":"), NULL));
    CHECK(is(headline(""), NULL));
}

static void the_page_s_own_object_is_taken(void) {
    CHECK(is(headline("[{\"@type\":\"NewsArticle\",\"headline\":\"Khác\"},{\"@type\":\"NewsArticle\",\"headline\":\"HỘI ĐÀM\"}]"), "HỘI ĐÀM"));
    CHECK(is(headline("{\"@graph\":[{\"@type\":\"Article\",\"headline\":\"B\"},{\"@type\":\"Article\",\"headline\":\"C\",\"url\":\"http://www.bao.example/a?x=1\"}]}"), "C"));
    CHECK(is(headline("[{\"@type\":\"NewsArticle\",\"headline\":\"Khác\"},{\"@type\":\"NewsArticle\",\"headline\":\"Khác nữa\"}]"), NULL));
    CHECK(is(headline("{\"@type\":[\"Thing\",\"http://schema.org/NewsArticle\"],\"headline\":\"A\"}"), "A"));
    CHECK(is(headline("{\"@type\":\"JobPosting\",\"headline\":\"A\"}"), NULL));
}

/* Many of everything: what would take minutes if something were looked at again for each of them. */
static void nasty_pages_are_read_in_time(void) {
    bg_buf body;
    bg_buf__init(&body, (size_t)32 << 20);
    bg_buf__text(&body, "<h1>Hội đàm</h1><div");
    for (int i = 0; i < 60000; i++) bg_buf__print(&body, " a%d=b", i);
    bg_buf__text(&body, ">");
    for (int i = 0; i < 20000; i++) bg_buf__text(&body, "<p style='text-align:right' class='author date source'>x 2025</p><time datetime='x'></time>");
    bg_buf__text(&body, "<script type=application/ld+json>");
    for (int i = 0; i < 100000; i++) bg_buf__text(&body, "[{\"@type\":\"Article\",\"author\":[");
    bg_buf__text(&body, "</script>");
    CHECK(!body.failed);
    size_t before = bg_arena__used(arena);
    read_page("", body.bytes);
    CHECK(dated(NULL, NULL) && wrote(0, NULL, NULL) && bg_arena__used(arena) - before < (size_t)160 << 20);
    bg_buf__free(&body);
}

static void essences_are_equal_where_names_are(void) {
    const char *one = bg_essence__of(arena, "Báo VN-Express ", 17), *other = bg_essence__of(arena, "BAO vnexpress", 13);
    CHECK(is(one, other) && is(one, "baovnexpress"));
    char longer[2000];
    memset(longer, 'x', sizeof longer);
    CHECK(strlen(bg_essence__of(arena, longer, sizeof longer)) <= BG_ESSENCE + 4);
}

int main(void) {
    bg_error err;
    if (bg_data_open(NULL, &data, &err)) return fprintf(stderr, "%s\n", err.message), 1;
    arena = bg_arena__new();
    RUN(addresses_have_an_order);
    RUN(dates_are_read_among_words);
    RUN(dates_have_an_order);
    RUN(the_day_of_one_gets_the_hour_of_another);
    RUN(implausible_dates_are_refused);
    RUN(visible_dates_stand_near_the_headline);
    RUN(dates_of_other_languages_stand_apart);
    RUN(days_of_changes_are_no_publication);
    RUN(a_lone_date_counts_from_afar);
    RUN(what_may_be_two_days_is_none);
    RUN(hours_are_those_of_the_page);
    RUN(authors_are_persons);
    RUN(authors_are_shown);
    RUN(bylines_are_read);
    RUN(sources_are_named);
    RUN(articles_go_on_where_only_a_number_differs);
    RUN(headlines_lose_the_outlet);
    RUN(headlines_of_articles_are_those_stated);
    RUN(json_loses_what_nobody_asks_for);
    RUN(broken_json_is_mended);
    RUN(the_page_s_own_object_is_taken);
    RUN(nasty_pages_are_read_in_time);
    RUN(essences_are_equal_where_names_are);
    bg_arena__free(arena);
    bg_data_close(data);
    return test_end();
}
