/*
 * test_namings: bodies, mechanisms and agreements: what a sentence names, what is one over many pages, sessions by their ordinal; pages in random orders and batches, pages that go, records
 * merged.
 */
#include "record/db.h"
#include "record/naming_query.h"
#include "rows.h"
#include "test.h"

#include <unistd.h>

static bg_data *data;
static char folder[] = "/tmp/bg-namings-XXXXXX", path[64], other[64];

/* ------------------------------------------------------------------ one page */

static const struct {
    const char *text, *code, *sides, *field; /* code NULL: nothing of this page is named so */
    unsigned ordinal;
    const char *step, *day;
} told[] = {
    {"Ngày 5/1/2019, tại Hà Nội, hai Thủ tướng đồng chủ trì Kỳ họp lần thứ 41 Ủy ban liên Chính phủ Việt Nam - Lào.", "intergovernmental_committee", "LA,VN", "", 41, NULL, NULL},
    {"Khóa họp XXV Ủy ban liên Chính phủ Việt - Nga về hợp tác kinh tế - thương mại diễn ra tại Mát-xcơ-va.", "intergovernmental_committee", "RU,VN", "", 25, NULL, NULL},
    {"Đối thoại chiến lược lần thứ sáu Việt Nam - Anh bàn về hợp tác biển.", "strategic_dialogue", "GB,VN", "", 6, NULL, NULL},
    {"Hai bên đánh giá cao Ủy ban hỗn hợp về thương mại giữa Việt Nam và Pháp.", "joint_committee", "FR,VN", "mại_thương", 0, NULL, NULL},
    {"Hai bên đánh giá cao Ủy ban hợp tác song phương Việt Nam - Philippines.", "joint_committee", "PH,VN", "phương_song", 0, NULL, NULL},
    {"Hai bên đánh giá cao Ủy ban hỗn hợp Việt Nam - Philippines về hợp tác song phương.", "joint_committee", "PH,VN", "phương_song", 0, NULL, NULL},
    {"Việt Nam và Pháp nhất trí thúc đẩy hơn nữa các cuộc đối thoại kinh tế giữa doanh nghiệp trong năm tới.", NULL, "FR,VN", "", 0, NULL, NULL},
    {"Hai bên đã họp UBHH Việt Nam - Campuchia về hợp tác kinh tế trong năm nay.", "joint_committee", "KH,VN", "kinh_tế", 0, NULL, NULL},
    {"Quan chức các nước dự Đối thoại quốc phòng Shangri-La tại Singapore cùng Mỹ.", NULL, "SG,US", NULL, 0, NULL, NULL},
    {"Hiệp định thương mại tự do giữa Việt Nam và Liên minh Kinh tế Á - Âu có hiệu lực từ ngày 5/10/2016.", "fta", "EAEU,VN", "", 0, "in_force", "2016-10-05"},
    {"Hai bên nhất trí khai thác tốt VN-EAEU FTA để tăng trao đổi thương mại trong năm nay.", "fta", "EAEU,VN", "", 0, NULL, NULL},
    {"Năm 2003, Hiệp định hàng không Việt Nam - Hoa Kỳ được ký kết.", "air_transport", "US,VN", "", 0, "signed", "2003"},
    {"Hai bên nhất trí thúc đẩy sớm ký kết Hiệp định dẫn độ Việt Nam - Hàn Quốc.", "extradition", "KR,VN", "", 0, "proposed", NULL},
    {"Việt Nam và Chile hướng tới ký kết, phê chuẩn Hiệp định dẫn độ Việt Nam - Chile trong thời gian tới.", "extradition", "CL,VN", "", 0, "proposed", NULL},
    {"Báo chí hỏi về khả năng Hiệp định dẫn độ Việt Nam - Chile được thông qua trong kỳ họp này.", "extradition", "CL,VN", "", 0, "proposed", NULL},
    {"Chính phủ trình Quốc hội phê chuẩn Hiệp định dẫn độ Việt Nam - Chile.", "extradition", "CL,VN", "", 0, "proposed", NULL},
    {"Các nghị sĩ hối thúc Chile rút khỏi Hiệp định dẫn độ Việt Nam - Chile.", "extradition", "CL,VN", "", 0, NULL, NULL},
    {"Mỹ tuyên bố sẽ xem lại Hiệp ước INF ký năm 1987.", "inf", "RU,US", "", 0, "signed", "1987"},
    {"ASEAN và Trung Quốc thực hiện đầy đủ Tuyên bố về ứng xử của các bên ở Biển Đông và sớm đạt được COC.", "doc", "ASEAN,CN", "", 0, NULL, NULL},
    {"Theo đề xuất của DOC, tôm của Việt Nam sẽ chịu mức thuế cao hơn ở Trung Quốc.", NULL, "ASEAN,CN", "", 0, NULL, NULL},
    {"Hai nước sẽ kỷ niệm 25 năm ký Hiệp ước về những nguyên tắc cơ bản của quan hệ hữu nghị Việt - Nga trong năm 2019.", "principles_treaty", "RU,VN", "", 0, "signed", NULL},
    {"Hai bên trao đổi thông qua Hiệp định khung về thương mại và đầu tư Việt Nam - Hoa Kỳ.", "tifa", "US,VN", "", 0, NULL, NULL},
    {"Hai bên đã ký Bản ghi nhớ về hợp tác nông nghiệp Việt Nam - Chile năm 2011.", "memorandum", "CL,VN", "nghiệp_nông", 0, "signed", "2011"},
    {"Doanh nghiệp hai bên đã ký ba biên bản ghi nhớ về hợp tác nông nghiệp Việt Nam - Chile.", NULL, "CL,VN", "nghiệp_nông", 0, NULL, NULL},
    {"Việt Nam tham gia 16 hiệp định thương mại tự do, Chile cũng vậy.", NULL, "CL,VN", "", 0, NULL, NULL},
    {"Bộ Kế hoạch và Đầu tư Việt Nam làm việc với các nhà tài trợ.", "vn_planning", "VN", "", 0, NULL, NULL},
    {"Bộ Kế hoạch và Đầu tư Lào làm việc với các nhà tài trợ.", "la_planning", "LA", "", 0, NULL, NULL},
    {"Bộ Nông nghiệp và Môi trường Lào làm việc với các nhà tài trợ.", NULL, "VN", "", 0, NULL, NULL},
};

static bool fits(const bg_naming *x, size_t i) {
    return bg_string__equal(x->code, told[i].code) && bg_string__equal(x->sides, told[i].sides) && bg_string__equal(x->field, told[i].field) && x->ordinal == told[i].ordinal && (!told[i].step || bg_string__equal(x->step, told[i].step)) &&
           (!told[i].day || bg_string__equal(x->day, told[i].day)) && (x->kind != BG_AGREEMENT || told[i].step || !x->step);
}

/* `page` has to live as long as what is read of it. */
static bg_doc *read_text(const char *text, char page[4000]) {
    bg_doc *doc = NULL;
    snprintf(page, 4000, "Tin đối ngoại trong ngày\n\n%s\n", text);
    bg_item item = {.source = "trang", .bytes = page, .size = strlen(page), .type = "text/plain"};
    CHECK(bg_doc_read_item(data, &item, &doc, NULL) == BG_OK);
    return doc;
}

static void what_sentences_name(void) {
    for (size_t i = 0; i < BG_COUNT(told); i++) {
        char page[4000];
        bg_doc *doc = read_text(told[i].text, page);
        bool found = false;
        for (size_t k = 0; doc && k < doc->naming_count; k++)
            found |= told[i].code ? fits(&doc->namings[k], i) : bg_string__equal(doc->namings[k].sides, told[i].sides) && (!told[i].field || bg_string__equal(doc->namings[k].field, told[i].field));
        CHECK_SAY(found == (told[i].code != NULL), "%s", told[i].text);
        if (found != (told[i].code != NULL))
            for (size_t k = 0; doc && k < doc->naming_count; k++) {
                const bg_naming *x = &doc->namings[k];
                printf("      %s|%s|%s|%u|%s|%s\n", x->code, x->sides, x->field, x->ordinal, x->step ? x->step : "-", x->day ? x->day : "-");
            }
        bg_doc_free(doc);
    }
}

/* ------------------------------------------------------------------ over all pages */

static const struct {
    const char *published, *text;
} pages[] = {
    {"2018-02-01", "Ngày 31/1/2018, tại Viêng Chăn, hai Thủ tướng đồng chủ trì Kỳ họp lần thứ 40 Ủy ban liên Chính phủ Việt Nam - Lào."},
    {"2018-02-02", "Kỳ họp lần thứ 40 Ủy ban liên Chính phủ về hợp tác song phương Việt Nam - Lào đã diễn ra ngày 31/1/2018 tại Viêng Chăn."},
    {"2019-01-06", "Ngày 5/1/2019, tại Hà Nội, hai Thủ tướng đồng chủ trì Kỳ họp lần thứ 41 Ủy ban liên Chính phủ Lào - Việt Nam."},
    {"2022-01-10", "Ngày 9/1/2022, tại Hà Nội, hai Thủ tướng đồng chủ trì Kỳ họp lần thứ 44 Ủy ban liên Chính phủ Việt Nam - Lào."},
    {"2022-03-10", "Kỳ họp lần thứ 44 Ủy ban liên Chính phủ Việt Nam - Lào diễn ra ngày 9/3/2021 tại Viêng Chăn."},
    {"2016-10-06", "Hiệp định thương mại tự do giữa Việt Nam và Liên minh Kinh tế Á - Âu có hiệu lực từ ngày 5/10/2016."},
    {"2017-01-06", "Kể từ khi VN-EAEU FTA có hiệu lực từ ngày 5/10/2016, trao đổi thương mại tăng."},
    {"2015-05-30", "Hôm 29/5/2015, FTA Việt Nam - EAEU được ký kết tại Kazakhstan."},
    {"2017-05-06", "Hai bên đánh giá cao Ủy ban hỗn hợp Việt Nam - Pháp."},
    {"2017-05-07", "Hai bên đánh giá cao Ủy ban hỗn hợp về thương mại giữa Việt Nam và Pháp."},
    {"2017-05-08", "Hai bên đánh giá cao Ủy ban hỗn hợp Việt Nam - Chile; Ủy ban hỗn hợp về thương mại Việt Nam - Chile; Ủy ban hỗn hợp về văn hóa Việt Nam - Chile."},
    {"2024-05-08", "Bộ Kế hoạch và Đầu tư Việt Nam làm việc với Bộ Tài chính Việt Nam."},
    {"2019-05-06", "Kỳ họp lần thứ 17 Ủy ban hỗn hợp Việt Nam - Campuchia diễn ra ngày 5/5/2019 tại Hà Nội."},
    {"2020-05-06", "Kỳ họp lần thứ 18 Ủy ban hỗn hợp Việt Nam - Campuchia diễn ra ngày 5/5/2020 tại Hà Nội."},
    {"2020-05-07", "Kỳ họp Ủy ban hỗn hợp Việt Nam - Campuchia đã được tổ chức ngày 5/5/2020 tại Hà Nội."},
};
enum { PAGES = BG_COUNT(pages) };

static void add(bg_record *record, int n) {
    char page[2000], url[60];
    snprintf(page, sizeof page, "Tin đối ngoại số %d\n\n%s\n", n, pages[n].text);
    snprintf(url, sizeof url, "https://vidu%d.vn/tin-%d.htm", n % 3, n);
    bg_item item = {.source = url, .bytes = page, .size = strlen(page), .type = "text/plain", .url = url, .published = pages[n].published};
    bg_doc *doc = NULL;
    if (CHECK(bg_doc_read_item(data, &item, &doc, NULL) == BG_OK)) CHECK(bg_record_add(record, doc, item.bytes, item.size, NULL, NULL) == BG_OK);
    bg_doc_free(doc);
}

static void settle(bg_record *record) { CHECK(bg_record_settle(record, data, NULL, NULL) == BG_OK); }

static bg_record *all_pages(void) {
    bg_record *record = fresh_record(path);
    for (int n = 0; n < PAGES; n++) add(record, n);
    settle(record);
    return record;
}

static const char *view(bg_record *record, bg_entity_kind kind, const char *with, const char *name, const char *as_of, bool json) {
    static bg_out out;
    bg_things_ask ask = {.kind = kind, .with = with, .name = name, .as_of = as_of};
    bg_style style = {.json = json};
    CHECK(bg_view_things(record, data, &ask, &style, &out, NULL, NULL) == BG_OK);
    return out.bytes ? out.bytes : "";
}

static size_t lines(const char *text) {
    size_t count = 0;
    for (; *text; text++) count += *text == '\n';
    return count;
}

static void sessions(void) {
    bg_record *record = all_pages();
    const char *text = view(record, BG_MECHANISM, "Lào", "lien chinh phu", NULL, true);
    CHECK(lines(text) == 1 && strstr(text, "\"ordinal\":40,") && strstr(text, "\"day\":\"2018-01-31\""));
    CHECK_SAY(strstr(text, "\"merged_because\":\"ordinal\"") && strstr(text, "\"pages\":2,\"witnesses\":2"), "%s", text);
    CHECK_SAY(strstr(text, "\"gaps\":[42,43]"), "%s", text);
    CHECK_SAY(strstr(text, "\"other_day\":\"2021-03-09\"") || strstr(text, "\"other_day\":\"2022-01-09\""), "%s", text);
    text = view(record, BG_MECHANISM, "LA", "lien chinh phu", "2018-12-31", true);
    CHECK_SAY(strstr(text, "\"ordinal\":40") && !strstr(text, "\"ordinal\":41"), "%s", text);
    bg_record_close(record);
}

/* What stands last in the list of a thing. */
static const bg_row_told *last_of(const bg_row_thing *t) {
    const bg_row_told *found = NULL;
    for (size_t i = 0; i < t->told_count; i++)
        if (!found || t->told[i].ordinal || !found->ordinal) found = &t->told[i];
    return found;
}

static bool is_same(const bg_row_thing *a, const bg_row_thing *b) {
    const bg_row_told *x = last_of(a), *y = last_of(b);
    if (a->number != b->number || a->page_count != b->page_count || !x != !y) return false;
    return !x || (x->ordinal == y->ordinal && bg_string__equal(x->day, y->day) && bg_string__equal(x->step, y->step) && bg_string__equal(x->pages[0], y->pages[0]) && x->said.start == y->said.start);
}

/* Where only the last session is asked for, no other is read unless one without a number may be the last: it is the same one. */
static void last_alone(void) {
    static const char *const days[] = {NULL, "2018-01-31", "2018-02-01", "2018-02-02", "2019-05-06", "2020-05-06", "2020-05-07", "2022-02-01", "2022-03-10"};
    bg_record *record = all_pages();
    size_t compared = 0, unnumbered = 0;
    for (size_t i = 0; i < BG_COUNT(days); i++) {
        bg_arena *arena = bg_arena__new();
        bg_naming_ask ask = {.kind = "mechanism", .as_of = days[i]}, whole = {.kind = "mechanism", .as_of = days[i], .whole = true};
        bg_row_things a = {0}, b = {0};
        CHECK(bg_query__things(record, arena, &ask, &a) && bg_query__things(record, arena, &whole, &b) && a.count == b.count);
        for (size_t k = 0; test_good && k < a.count; k++, compared++) {
            CHECK_SAY(is_same(&a.items[k], &b.items[k]), "%s by %s", a.items[k].name, days[i] ? days[i] : "any day");
            for (size_t n = 0; n < b.items[k].told_count; n++) unnumbered += b.items[k].told[n].reason && strcmp(b.items[k].told[n].reason, "ordinal") != 0;
        }
        bg_arena__free(arena);
    }
    CHECK_SAY(compared > 20 && unnumbered, "%zu, %zu", compared, unnumbered);
    bg_record_close(record);
}

static void agreements(void) {
    bg_record *record = all_pages();
    const char *text = view(record, BG_AGREEMENT, "EAEU", NULL, NULL, true);
    CHECK_SAY(lines(text) == 1 && strstr(text, "VN-EAEU FTA") && strstr(text, "Liên minh Kinh tế Á - Âu"), "%s", text);
    CHECK_SAY(strstr(text, "\"step\":\"signed\",\"day\":\"2015-05-29\"") && strstr(text, "\"step\":\"in_force\",\"day\":\"2016-10-05\""), "%s", text);
    bg_record_close(record);
}

/* The shorter name is the longer one's where there is but one. */
static void short_names(void) {
    bg_record *record = all_pages();
    const char *text = view(record, BG_MECHANISM, "FR", NULL, NULL, true);
    CHECK_SAY(lines(text) == 1 && strstr(text, "\"merged_because\":\"within=-~mại_thương\""), "%s", text);
    text = view(record, BG_MECHANISM, "CL", NULL, NULL, true);
    CHECK_SAY(lines(text) == 3, "%s", text);
    bg_record_close(record);
}

static void bodies(void) {
    bg_record *record = all_pages();
    const char *text = view(record, BG_BODY, "VN", "ke hoach va dau tu", NULL, true);
    CHECK_SAY(strstr(text, "\"until\":\"2025-02-28\",\"into\":\"vn_finance\",\"by\":\"176/2025/QH15\""), "%s", text);
    bg_record_close(record);
}

static void by_id(void) {
    bg_record *record = all_pages();
    bg_out out = {0};
    bg_style style = {0};
    char id[20] = "";
    const char *text = view(record, BG_MECHANISM, "FR", NULL, NULL, true), *at = strstr(text, "\"id\":\"");
    if (at) snprintf(id, sizeof id, "%.11s", at + 6);
    CHECK(bg_view_show(record, id, &style, &out, NULL) == BG_OK && strstr(out.bytes, "Ủy ban hỗn hợp"));
    CHECK(bg_view_explain(record, id, &style, &out, NULL) == BG_OK && strstr(out.bytes, "within=-~mại_thương") && strstr(out.bytes, "Hai bên đánh giá cao"));
    CHECK(bg_view_show(record, "m0000000", &style, &out, NULL) == BG_E_NOTFOUND);
    bg_out_free(&out);
    bg_record_close(record);
}

/* ------------------------------------------------------------------ any order */

static uint32_t seed = 11;
static uint32_t roll(uint32_t sides) {
    seed = seed * 1664525u + 1013904223u;
    return (seed >> 8) % sides;
}

static void shuffle(int *order) {
    for (uint32_t i = 0; i < PAGES; i++) order[i] = (int)i;
    for (uint32_t i = PAGES - 1; i; i--) {
        uint32_t k = roll(i + 1);
        int swap = order[i];
        order[i] = order[k], order[k] = swap;
    }
}

static void drop(bg_record *record, int n) {
    bg_db__start(record, NULL);
    char url[60];
    snprintf(url, sizeof url, "https://vidu%d.vn/tin-%d.htm", n % 3, n);
    CHECK(bg_db__run(record, "UPDATE pages SET stale = 1 WHERE id = (SELECT page FROM sources WHERE name = ?)", "t", url));
}

static void any_order_any_batches(void) {
    bg_record *all = all_pages();
    char *want = whole_record(all);
    bg_record_close(all);
    for (int round = 0; round < 8 && test_good; round++) {
        int order[PAGES];
        shuffle(order);
        bg_record *record = fresh_record(path);
        for (uint32_t i = 0; i < PAGES; i++) {
            add(record, order[i]);
            if (roll(4) == 0) drop(record, order[roll(i + 1)]); /* read anew: it goes and comes */
            if (roll(3) == 0) settle(record);
        }
        settle(record);
        char *now = whole_record(record);
        CHECK_SAY(strcmp(want, now) == 0, "round %d", round);
        free(now);
        bg_record_close(record);
    }
    free(want);
}

static void two_records(void) {
    bg_record *all = all_pages();
    char *want = whole_record(all);
    bg_record_close(all);
    bg_record *a = fresh_record(path), *b = fresh_record(other);
    for (int n = 0; n < PAGES; n++) {
        if (n % 3) add(a, n);
        if (n % 2 || n % 3 == 0) add(b, n);
    }
    settle(b);
    CHECK(bg_record_take(a, b, data, NULL, NULL, NULL, NULL) == BG_OK);
    char *now = whole_record(a);
    CHECK(strcmp(want, now) == 0);
    free(now);
    free(want);
    bg_record_close(a);
    bg_record_close(b);
}

int main(void) {
    CHECK(mkdtemp(folder) && bg_data_open(NULL, &data, NULL) == BG_OK);
    snprintf(path, sizeof path, "%s/a.db", folder);
    snprintf(other, sizeof other, "%s/b.db", folder);
    RUN(what_sentences_name);
    RUN(sessions);
    RUN(last_alone);
    RUN(agreements);
    RUN(short_names);
    RUN(bodies);
    RUN(by_id);
    RUN(any_order_any_batches);
    RUN(two_records);
    drop_record(path);
    drop_record(other);
    rmdir(folder);
    bg_data_close(data);
    return test_end();
}
