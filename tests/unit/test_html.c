/* test_html: elements, text and the way back to the bytes. */
#include "page/entity.h"
#include "page/html.h"
#include "test.h"

static bg_arena *arena;
static bg_html html;

static const char *read_html(const char *bytes) {
    CHECK(bg_html__read(arena, bytes, strlen(bytes), &html));
    return html.text;
}

static bool gives(const char *bytes, const char *text) {
    read_html(bytes);
    bool same = html.text_size == strlen(text) && memcmp(html.text, text, html.text_size) == 0;
    if (!same) fprintf(stderr, "%s\ngave '%.*s'\n", bytes, (int)html.text_size, html.text);
    return same;
}

/* Does the source of the line's text begin and end with these bytes? */
static bool comes_from(size_t line, const char *bytes) {
    bg_span from = bg_html__source(&html, html.lines[line].span);
    return from.end - from.start == strlen(bytes) && memcmp(html.bytes + from.start, bytes, strlen(bytes)) == 0;
}

/* Is the source of a word of the page's text just these bytes? */
static bool word_comes_from(const char *word, const char *bytes) {
    const char *at = strstr(html.text, word);
    bg_span from = bg_html__source(&html, (bg_span){(uint32_t)(at - html.text), (uint32_t)(at - html.text + strlen(word))});
    return from.end - from.start == strlen(bytes) && memcmp(html.bytes + from.start, bytes, strlen(bytes)) == 0;
}

static void words_end_before_tags(void) {
    read_html("<p>Thủ tướng <b>Nga</b>, ông <i>Mishustin</i> <a href='/x'>thăm</a> Hà<b></b> Nội<i>.</i></p>");
    CHECK(word_comes_from("Nga", "Nga") && word_comes_from("Mishustin", "Mishustin") && word_comes_from("thăm", "thăm"));
    CHECK(word_comes_from("Hà", "Hà") && word_comes_from("Nội", "Nội") && word_comes_from("Nga, ông", "Nga</b>, ông"));
    CHECK(word_comes_from("Hà Nội.", "Hà<b></b> Nội<i>."));
}

static void blocks_are_lines(void) {
    CHECK(gives("<p>Hai bên  \n hội đàm.<p>Ngày 8/5.</p>", "Hai bên hội đàm.\nNgày 8/5.\n"));
    CHECK(gives("<div>A<div>B</div>C</div>D", "A\nB\nC\nD\n"));
    CHECK(gives("<ul><li>một<li>hai</ul>", "một\nhai\n"));
    CHECK(gives("<table><tr><td>8h00<td>Lễ đón<tr><td>9h00<td>Hội đàm</table>", "8h00 Lễ đón\n9h00 Hội đàm\n"));
    CHECK(gives("một<br>hai<br/><br>ba", "một\nhai\nba\n"));
    CHECK(html.markup[1].broken && html.markup[2].broken && !html.markup[0].broken);
}

static void a_cell_of_several_lines_stays_apart(void) {
    CHECK(gives("<table><tr><td>trái<td><p>một<p>hai<td>phải<td>xa</table>", "trái\nmột\nhai\nphải xa\n"));
    CHECK(html.line_count == 4 && html.elements[1].line == 0 && html.elements[1].line_end == 4);
    CHECK(comes_from(3, "phải<td>xa"));
}

static void inline_elements_leave_words_whole(void) {
    CHECK(gives("<p>Thủ <b>tướng</b> <i>Nga</i>, <a href=x>ông <em>A</em></a></p>", "Thủ tướng Nga, ông A\n"));
    CHECK(html.markup[0].linked == strlen("ôngA") && html.markup[0].strong == strlen("tướng"));
    CHECK(gives("Lavro<span></span>v", "Lavrov\n"));
}

static void what_is_hidden_is_no_text(void) {
    CHECK(gives("<style>p{}</style>A<script>if (a<b) x='</p>'</script>B<noscript><p>C</noscript><svg><title>t</title></svg><template>D</template>", "AB\n"));
    CHECK(gives("<!-- <p>x --><!DOCTYPE html><?xml?>A<!-->B<!--->", "AB\n"));
    CHECK(gives("<title>A &amp; B <b></title>C", "A & B <b>\nC\n"));
    CHECK(gives("<script>never ended <p>A", ""));
}

static void odd_tags_are_borne(void) {
    CHECK(gives("a < b <3 </ x></>c", "a < b <3 c\n"));
    CHECK(gives("<p title='a>b' x=\"</p>\" y = z>A</p>B", "A\nB\n"));
    CHECK(gives("A</div></p></b>B<p>C", "A\nB\nC\n"));
    CHECK(gives("<b><p>A</b>B</p>C", "AB\nC\n"));
    CHECK(gives("A<p", "A\n"));
    CHECK(gives("", ""));
}

static void tables_keep_their_end_tags(void) {
    read_html("<div id=a><table><tr><td></div>A</td></tr></table>B</div>C");
    CHECK(html.line_count == 3 && html.elements[html.markup[1].element].tag == BG_TAG_div);
}

static void references_are_decoded(void) {
    CHECK(gives("&Agrave;&#7879;&#x1ec7;&nbsp;&lt;b&gt; A&B &unknown; &amp", "Àệệ <b> A&B &unknown; &\n"));
    CHECK(gives("&#0;&#xD800;&#x110000;&#150;", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD–\n"));
    CHECK(gives("a&nbspb &notit; &NotEqualTilde;", "a b ¬it; ≂̸\n"));
}

static void ranges_lead_back(void) {
    read_html("<h1>Hội &#273;àm</h1>\n<p>  Thủ&nbsp; tướng <b>Nga&#33;</b> </p>");
    CHECK(comes_from(0, "Hội &#273;àm"));
    CHECK(comes_from(1, "Thủ&nbsp; tướng <b>Nga&#33;"));
}

static void attributes_are_found(void) {
    read_html("<p Class='a b' data-x=1&amp;2 hidden>A");
    const bg_element *p = &html.elements[1];
    const char *value = bg_html__value(arena, &html, p, "data-x");
    CHECK(value && strcmp(value, "1&2") == 0);
    bg_span s = bg_html__attribute(&html, p, "class");
    CHECK(s.end - s.start == 3 && memcmp(html.bytes + s.start, "a b", 3) == 0);
    CHECK(!bg_html__value(arena, &html, p, "id"));
}

/* Deep, wide and broken pages take time in proportion to their bytes: these would not end otherwise. */
static void nesting_is_bounded(void) {
    static const char *const pieces[] = {"<div>", "<b>", "<p><b>", "</p>", "<a>", "<td>", "<li><ul>", "<table>", "&", "<", "<!--", "<i></div>", "x=\"", "<p a=1 "};
    enum { ROUNDS = 200000 };
    bg_buf page;
    bg_buf__init(&page, (size_t)8 << 20);
    for (size_t i = 0; i < BG_COUNT(pieces); i++) {
        bg_buf__clear(&page);
        for (int k = 0; k < ROUNDS; k++) bg_buf__text(&page, pieces[i]);
        bg_arena *own = bg_arena__new();
        CHECK(bg_html__read(own, page.bytes, page.size, &html));
        bg_arena__free(own);
    }
    bg_buf__free(&page);
}

static void html_is_told_from_text(void) {
    static const char page[] = "\xEF\xBB\xBF \n<!doctype html><p>A", text[] = "Hội đàm <b>", mark[] = "<3 <<< 5", note[] = "<Ảnh: TTXVN> Hai bên";
    CHECK(bg_html__is(page, sizeof page - 1, NULL));
    CHECK(!bg_html__is(text, sizeof text - 1, NULL) && bg_html__is(text, sizeof text - 1, "text/html; charset=utf-8"));
    CHECK(!bg_html__is(mark, sizeof mark - 1, NULL) && !bg_html__is(note, sizeof note - 1, NULL));
    CHECK(!bg_html__is(page, sizeof page - 1, "text/plain"));
}

/* Names are kept in the order of the page, each with its element; of one element so many and no more. */
static void names_belong_to_elements(void) {
    char many[4000] = "<p CLASS=a data-x=1 id='b'>x</p><br><i>y<b rel=c unfinished ";
    const bg_name *end, *n;
    CHECK(bg_html__read(arena, many, strlen(many), &html) && html.element_count == 4 && html.name_count == 2);
    n = bg_html__names(&html, &html.elements[1], &end);
    CHECK(end - n == 2 && n[0].kind == BG_NAME_class && n[1].kind == BG_NAME_id && many[n[1].value.start] == 'b');
    n = bg_html__names(&html, &html.elements[3], &end);
    CHECK(n == end);
    strcpy(many, "<p");
    for (int i = 0; i < 300; i++) strcat(many, " class=a");
    strcat(many, "><i class=b>");
    CHECK(bg_html__read(arena, many, strlen(many), &html) && html.name_count < 100 && html.element_count == 3);
    n = bg_html__names(&html, &html.elements[2], &end);
    CHECK(end - n == 1 && many[n->value.start] == 'b');
}

int main(void) {
    arena = bg_arena__new();
    RUN(words_end_before_tags);
    RUN(blocks_are_lines);
    RUN(a_cell_of_several_lines_stays_apart);
    RUN(inline_elements_leave_words_whole);
    RUN(what_is_hidden_is_no_text);
    RUN(odd_tags_are_borne);
    RUN(tables_keep_their_end_tags);
    RUN(references_are_decoded);
    RUN(ranges_lead_back);
    RUN(attributes_are_found);
    RUN(names_belong_to_elements);
    RUN(nesting_is_bounded);
    RUN(html_is_told_from_text);
    bg_arena__free(arena);
    return test_end();
}
