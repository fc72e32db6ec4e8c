/*
 * test_people: who is one person over all pages. Names written in several ways, offices over time; what must not be merged; pages in random orders and batches, pages that go.
 */
#include "mini_doc.h"
#include "record/db.h"
#include "record/decide.h"
#include "record/form.h"
#include "record/people.h"
#include "record/people_query.h"
#include "record/place.h"
#include "record/reprints.h"
#include "rows.h"
#include "test.h"

#include <unistd.h>

static char folder[] = "/tmp/bg-people-XXXXXX", path[64];

/* ------------------------------------------------------------------ names alone */

static const char *key(const char *name) {
    static char text[200];
    bg_buf out;
    bg_buf__init(&out, 1000);
    CHECK(bg_form__key(name, &out));
    snprintf(text, sizeof text, "%s", out.bytes ? out.bytes : "");
    bg_buf__free(&out);
    return text;
}

static bool same_key(const char *a, const char *b) {
    char first[200];
    snprintf(first, sizeof first, "%s", key(a));
    return strcmp(first, key(b)) == 0;
}

static void keys(void) {
    CHECK(strcmp(key("Vla-đi-mia Pu-tin"), "vladimia putin") == 0);
    CHECK(strcmp(key("A.V. Yatskin"), "a v yatskin") == 0);
    CHECK(strcmp(key("Kim Jong-un"), "kim jongun") == 0);
    CHECK(strcmp(key("O’Brien"), "obrien") == 0 && same_key("Erdoğan", "Erdogan"));
    CHECK(same_key("Nguyễn Hoà Bình", "Nguyễn Hòa Bình") && !same_key("Nguyễn Văn Hùng", "Nguyễn Văn Hưng"));
    CHECK(strcmp(key("- ' ."), "") == 0);
}

static void likeness(void) {
    CHECK(bg_form__same_letters("kim jong un", "kim jongun") && !bg_form__same_letters("kim jong un", "kim jong il"));
    CHECK(bg_form__same_words("abe shinzo", "shinzo abe") && !bg_form__same_words("abe", "abe"));
    CHECK(bg_form__within("putin", "vladimir putin") && bg_form__within("a v yatskin", "andrey vladimirovich yatskin") && !bg_form__within("a b yatskin", "andrey vladimirovich yatskin"));
    CHECK(!bg_form__within("vladimir putin", "vladimir putin") && !bg_form__within("v p", "vladimir putin"));
    CHECK(bg_form__sounds_like("vladimia putin", "vladimir putin") && bg_form__sounds_like("valentina matvienko", "valentina matvienco"));
    CHECK(bg_form__sounds_like("xecgay laprop", "sergey lavrov"));
    CHECK(bg_form__sounds_like("tamim bin hamad al thani", "tammin bin hamad el thani") && !bg_form__sounds_like("tamim bin hamad al thani", "jassim bin jaber al thani"));
    CHECK(bg_form__within("juan m santos jr", "juan manuel santos") && !bg_form__within("juan santos jr", "pedro santos lopez"));
    CHECK(bg_form__sounds_like("vuthi tep", "vuthy tep") && !bg_form__sounds_like("zhang jianhua", "cheng jingye"));
    CHECK(!bg_form__sounds_like("kim jongun", "kim jongil") && !bg_form__sounds_like("ivan petrov", "ivan pavlov") && !bg_form__sounds_like("andrey rudenko", "sergey rudenko"));
    CHECK(bg_form__same_whole_sound("thoong lun xi xu lit", "thoonglun sisoulith") && !bg_form__same_whole_sound("thong lun", "thonglun") && !bg_form__same_whole_sound("thongloun sisoulith", "thongsing thammavong"));
    CHECK(bg_form__same_office("thu tuong", "thu tuong lao") && !bg_form__same_office("thu tuong", "thu tuongx") && !bg_form__same_office("pho thu tuong", "thu tuong"));
}

/* ------------------------------------------------------------------ pages */

/* published | name | office | country; on one page as many persons as rows with its number */
static const struct {
    int page;
    const char *published, *name, *office, *country;
} told[] = {
    {0, "2024-01-10", "Valentina Matvienko", "Chủ tịch Hội đồng Liên bang", "RU"}, {1, "2024-03-10", "Valentina Matvienco", "Chủ tịch Hội đồng Liên bang Nga", "RU"},
    {2, "2024-02-01", "V. Matvienko", NULL, "RU"},                                {3, "2021-01-01", "Matvienko", NULL, "RU"},
    {4, "2024-05-01", "Vladimir Putin", "Tổng thống", "RU"},                      {5, "2011-05-01", "Vladimir Putin", "Thủ tướng", "RU"},
    {6, "2012-01-01", "Vla-đi-mia Pu-tin", "Thủ tướng", "RU"},                    {7, "2012-02-01", "Putin", "Tổng thống", NULL},
    {7, "2012-02-01", "Vladimir Putin", NULL, NULL},                              {8, "2019-02-01", "Ivan Petrov", "Thứ trưởng Ngoại giao", "RU"},
    {9, "2019-02-02", "Igor Petrov", "Thứ trưởng Ngoại giao", "RU"},              {10, "2019-02-03", "I. Petrov", NULL, "RU"},
    {11, "2019-02-04", "Petrov", NULL, "RU"},                                     {12, "2020-01-01", "Nguyễn Hoà Bình", "Chánh án", "VN"},
    {13, "2020-01-02", "Nguyễn Hòa Bình", "Phó Thủ tướng", "VN"},                 {14, "2020-01-03", "Hòa Bình", NULL, "VN"},
    {15, "2020-01-04", "Nguyễn Văn Hùng", "Bộ trưởng Văn hoá", "VN"},             {16, "2020-01-05", "Nguyễn Văn Hưng", "Bộ trưởng Văn hoá", "VN"},
    {17, "2018-04-27", "Kim Jong-un", "Nhà lãnh đạo", "KP"},                      {18, "2018-04-28", "Kim Jong Un", "Nhà lãnh đạo", "KP"},
    {19, "2010-04-28", "Kim Jong-il", "Nhà lãnh đạo", "KP"},                      {20, "2024-01-10", "Valentina Matvienko", "Chủ tịch Hội đồng Liên bang", "RU"},
    {21, "2016-01-10", "Shinzo Abe", "Thủ tướng", "JP"},                          {22, "2016-01-10", "Abe Shinzo", "Thủ tướng", "JP"},
    {23, "2016-01-10", "Petrov", "Thứ trưởng Ngoại giao", "BG"},                  {24, "2016-01-10", "Valentina Ivanovna Matvienko", NULL, "RU"},
    {25, "2018-09-06", "Abdel Fattah al - Sisi", "Tổng thống", "EG"},             {26, "2018-09-06", "Abdel Fattah El Sissi", "Tổng thống", "EG"},
    {27, "2019-03-06", "Teodoro L. Locsin Jr", "Ngoại trưởng", "PH"},             {28, "2019-03-06", "Teodoro Lopez Locsin", "Bộ trưởng Ngoại giao", "PH"},
};
enum { PAGES = 29 };

static bg_arena *arena;

static mini *page_of(int n) {
    bg_buf text;
    bg_buf__init(&text, 4096);
    const char *day = "2020-01-01";
    for (size_t i = 0; i < BG_COUNT(told); i++)
        if (told[i].page == n) day = told[i].published;
    bg_buf__print(&text, "Trang %d\n@published %s\n@event meeting main held %s - RU,VN - |", n == 20 ? 0 : n, day, day);
    for (size_t i = 0; i < BG_COUNT(told); i++)
        if (told[i].page == n) bg_buf__print(&text, " %s%s%s;", told[i].name, told[i].country ? "/" : "", told[i].country ? told[i].country : "");
    bg_buf__print(&text, "\nHai bên trao đổi về hợp tác thương mại, đầu tư, giáo dục, văn hóa và du lịch giữa hai nước, nhất trí mở thêm đường bay thẳng trong năm tới%s.\n", n == 20 ? "" : " ");
    mini *m = mini_read("trang", bg_buf__keep(&text, arena));
    for (size_t i = 0, k = 0; i < BG_COUNT(told); i++)
        if (told[i].page == n) ((bg_entity *)(uintptr_t)m->doc.entities)[k++].office = told[i].office;
    return m;
}

static bg_record *fresh(void) {
    bg_record *record = fresh_record(path);
    CHECK(record != NULL);
    return record;
}

static void add(bg_record *record, int n) {
    mini *m = page_of(n);
    CHECK(bg_record_add(record, &m->doc, m->text, strlen(m->text), NULL, NULL) == BG_OK);
    mini_free(m);
}

static void settle(bg_record *record) { CHECK(bg_record_settle(record, NULL, NULL, NULL) == BG_OK); }

static bg_record *all_pages(void) {
    bg_record *record = fresh();
    for (int n = 0; n < PAGES; n++) add(record, n);
    settle(record);
    return record;
}

/* ------------------------------------------------------------------ persons */

/* Are these two names, each with a country, one person's? */
static bool one(bg_record *record, const char *a, const char *a_country, const char *b, const char *b_country) {
    int64_t person[2] = {0};
    const char *names[] = {a, b}, *countries[] = {a_country, b_country};
    for (int i = 0; i < 2; i++) {
        bg_db__start(record, NULL);
        sqlite3_stmt *stmt = bg_db__query(record, "SELECT coalesce(p.person, s.form) FROM spellings s JOIN forms f ON f.form = s.form LEFT JOIN persons p ON p.form = s.form WHERE s.name = ? AND f.country = ?", "tt", names[i], countries[i]);
        if (bg_db__row(record, stmt)) person[i] = sqlite3_column_int64(stmt, 0);
        bg_db__done(stmt);
        CHECK_SAY(person[i], "no %s", names[i]);
    }
    return person[0] == person[1];
}

static void who_is_one(void) {
    bg_record *record = all_pages();
    CHECK(one(record, "Valentina Matvienko", "RU", "Valentina Matvienco", "RU"));
    CHECK(one(record, "Valentina Matvienco", "RU", "Valentina Ivanovna Matvienko", "RU")); /* as one who is part of it sounds */
    CHECK(one(record, "Abdel Fattah al - Sisi", "EG", "Abdel Fattah El Sissi", "EG"));
    CHECK(one(record, "Teodoro L. Locsin Jr", "PH", "Teodoro Lopez Locsin", "PH"));
    CHECK(one(record, "Valentina Matvienko", "RU", "V. Matvienko", "RU"));
    CHECK(one(record, "Valentina Matvienko", "RU", "Matvienko", "RU"));
    CHECK(one(record, "Vladimir Putin", "RU", "Vla-đi-mia Pu-tin", "RU"));
    CHECK(one(record, "Vladimir Putin", "RU", "Vladimir Putin", ""));
    CHECK(one(record, "Nguyễn Hoà Bình", "VN", "Nguyễn Hòa Bình", "VN"));
    CHECK(one(record, "Kim Jong-un", "KP", "Kim Jong Un", "KP"));
    CHECK(one(record, "Shinzo Abe", "JP", "Abe Shinzo", "JP"));
    CHECK(!one(record, "Kim Jong-un", "KP", "Kim Jong-il", "KP"));
    CHECK(!one(record, "Ivan Petrov", "RU", "Igor Petrov", "RU"));
    CHECK(!one(record, "Ivan Petrov", "RU", "I. Petrov", "RU") && !one(record, "Igor Petrov", "RU", "I. Petrov", "RU")); /* either of them */
    CHECK(!one(record, "Ivan Petrov", "RU", "Petrov", "RU") && !one(record, "Petrov", "BG", "Petrov", "RU"));
    CHECK(!one(record, "Nguyễn Văn Hùng", "VN", "Nguyễn Văn Hưng", "VN"));
    CHECK(!one(record, "Hòa Bình", "VN", "Nguyễn Hòa Bình", "VN")); /* no office says so */
    bg_record_close(record);
}

static char *view(bg_record *record, const char *country, const char *name, bool json) {
    static bg_out out;
    bg_people_filter filter = {.country = country, .name = name};
    bg_style style = {.json = json};
    CHECK(bg_view_people(record, &filter, &style, &out, NULL, NULL) == BG_OK);
    return out.bytes ? out.bytes : "";
}

static void offices_over_time(void) {
    bg_record *record = all_pages();
    const char *text = view(record, NULL, "putin", true);
    CHECK(strstr(text, "\"office\":\"Thủ tướng\",\"pages\":2,\"witnesses\":2,\"first_day\":\"2011-05-01\",\"last_day\":\"2012-01-01\""));
    CHECK(strstr(text, "\"merged_because\":\"sound=Vladimir Putin~Vla-đi-mia Pu-tin; office=thu tuong\"") || strstr(text, "\"merged_because\":\"sound=Vla-đi-mia Pu-tin~Vladimir Putin; office=thu tuong\""));
    text = view(record, "RU", "matvienko", true);
    CHECK(strstr(text, "\"name\":\"Valentina Matvienko\"") && strstr(text, "{\"name\":\"Valentina Matvienco\",\"pages\":1,\"witnesses\":1"));
    CHECK(strstr(text, "\"contacts\":[{\"id\":\"v"));
    text = view(record, "vn", "hoa binh", false);
    CHECK(strstr(text, "Chánh án") && strstr(text, "Phó Thủ tướng"));
    text = view(record, "RU", NULL, false);
    CHECK(strstr(text, "Valentina Matvienko") && !strstr(text, "Kim Jong"));
    bg_record_close(record);
}

/* A person's contacts are found by any of his names. */
static void contacts_by_identity(void) {
    bg_record *record = all_pages();
    bg_out out = {0};
    bg_filter filter = {.person = "matvienco"};
    bg_style style = {.json = true};
    size_t count = 0;
    CHECK(bg_view_timeline(record, &filter, &style, &out, &count, NULL) == BG_OK);
    CHECK_SAY(count == 5, "%zu contacts", count); /* of six pages, two of which tell of one day */
    filter.person = "hung";
    CHECK(bg_view_timeline(record, &filter, &style, &out, &count, NULL) == BG_OK && count == 2);
    filter.person = "nobody";
    CHECK(bg_view_timeline(record, &filter, &style, &out, &count, NULL) == BG_OK && count == 0);
    bg_out_free(&out);
    bg_record_close(record);
}

/* Few of his contacts are the last of all of them; pages and witnesses are those that one counts by asking each page. */
static void few_and_all(void) {
    bg_record *record = all_pages();
    bg_arena *own = bg_arena__new();
    bg_someones all = {0}, few = {0};
    size_t many = 0, reprinted = 0;
    bg_db__start(record, NULL);
    CHECK(bg_query__people(record, own, NULL, NULL, NULL, true, SIZE_MAX, &all) && bg_query__people(record, own, NULL, NULL, NULL, true, 1, &few) && all.count == few.count && all.count > 10);
    for (size_t i = 0; test_good && i < all.count; i++) {
        const bg_row_someone *a = &all.items[i], *b = &few.items[i];
        CHECK_SAY(a->contact_total == b->contact_total && a->contact_count == a->contact_total && b->contact_count == (a->contact_count > 0), "%s: %zu of %zu", a->name, b->contact_count, b->contact_total);
        if (a->contact_count) CHECK(strcmp(a->contacts[a->contact_count - 1].id, b->contacts[0].id) == 0);
        sqlite3_stmt *stmt = bg_db__query(record, "SELECT count(DISTINCT e.page), count(DISTINCT " BG_WITNESS("e.page") ") FROM entities e WHERE e.form IN " BG_FORMS_OF("?1"), "i", a->number);
        CHECK(bg_db__row(record, stmt) && a->page_count == (size_t)sqlite3_column_int64(stmt, 0) && a->witness_count == (size_t)sqlite3_column_int64(stmt, 1));
        bg_db__done(stmt);
        many += a->contact_total > 1, reprinted += a->witness_count < a->page_count;
    }
    CHECK_SAY(many > 1 && reprinted, "%zu, %zu", many, reprinted);
    bg_arena__free(own);
    bg_record_close(record);
}

static uint32_t seed = 5;
static uint32_t roll(uint32_t sides) {
    seed = seed * 1664525u + 1013904223u;
    return (seed >> 8) % sides;
}

static void replace(bg_record *record, int n) {
    bg_ids ids;
    mini *m = page_of(n);
    bg_db__start(record, NULL);
    CHECK(bg_ids__make(m->arena, &m->doc, m->text, strlen(m->text), &ids) && bg_db__run(record, "BEGIN", ""));
    bg_place__again(record, m->arena, &m->doc, &ids, m->text, strlen(m->text));
    CHECK(bg_db__run(record, "COMMIT", ""));
    mini_free(m);
}

static void any_order_any_batches(void) {
    int order[PAGES];
    char *first = NULL;
    for (int i = 0; i < PAGES; i++) order[i] = i;
    for (int round = 0; round < 10 && test_good; round++) {
        bg_record *record = fresh();
        for (int i = 0; i < PAGES; i++) {
            add(record, order[i]);
            if (round && roll(4) == 0) settle(record);
            if (round > 3 && roll(3) == 0) replace(record, order[roll((uint32_t)i + 1)]);
        }
        settle(record);
        char *now = whole_record(record);
        if (first) CHECK_SAY(strcmp(first, now) == 0, "round %d", round);
        if (first) free(now);
        else first = now;
        bg_record_close(record);
        for (int i = PAGES - 1; i > 0; i--) {
            int k = (int)roll((uint32_t)i + 1), other = order[i];
            order[i] = order[k], order[k] = other;
        }
    }
    free(first);
}

/* ------------------------------------------------------------------ pages that tell otherwise once they are read anew */

enum { SIGHTINGS = 12 };

/* A page on one person, of one day in two (the first two, the last two and two between fall together), with an office or without. */
static mini *sighting(int n, bool office) {
    bg_buf text;
    bg_buf__init(&text, 4096);
    bg_buf__print(&text, "Trang %d\n@published 2020-02-%02d\n@event meeting main held 2020-02-01 - RU,VN - | Ivan Sokolov/RU;\nHai bên gặp nhau lần %d.\n", n, 1 + n / 2, n);
    mini *m = mini_read("trang", bg_buf__keep(&text, arena));
    bg_entity *who = (bg_entity *)(uintptr_t)m->doc.entities;
    CHECK(who != NULL);
    if (who) who[0].office = office ? n % 3 ? "Đại sứ" : "Tham tán" : NULL;
    return m;
}

static void place(bg_record *record, int n, bool office, bool again) {
    bg_ids ids;
    mini *m = sighting(n, office);
    bg_db__start(record, NULL);
    if (again) {
        CHECK(bg_ids__make(m->arena, &m->doc, m->text, strlen(m->text), &ids) && bg_db__run(record, "BEGIN", ""));
        bg_place__again(record, m->arena, &m->doc, &ids, m->text, strlen(m->text));
        CHECK(bg_db__run(record, "COMMIT", ""));
    } else CHECK(bg_record_add(record, &m->doc, m->text, strlen(m->text), NULL, NULL) == BG_OK);
    mini_free(m);
}

/* What is taken off for a page that goes is what counting without it gives, whether it was counted, was on the edge, or was the last one. */
static void taken_off(void) {
    for (int round = 0; round < 40 && test_good; round++) {
        bool lost[SIGHTINGS];
        bg_record *record = fresh();
        for (int n = 0; n < SIGHTINGS; n++) {
            lost[n] = roll(3) == 0;
            place(record, n, true, false);
            if (roll(4) == 0) settle(record);
        }
        for (int n = 0; n < SIGHTINGS; n++) {
            if (lost[n]) place(record, n, false, true);
            if (roll(4) == 0) settle(record);
        }
        settle(record);
        char *changed = whole_record(record);
        bg_record_close(record);
        record = fresh();
        for (int n = 0; n < SIGHTINGS; n++) place(record, n, !lost[n], false);
        settle(record);
        char *straight = whole_record(record);
        CHECK_SAY(strcmp(changed, straight) == 0, "round %d", round);
        free(changed);
        free(straight);
        bg_record_close(record);
    }
}

/* ------------------------------------------------------------------ what people say */

static const char *form_of(bg_record *record, const char *name, const char *country) {
    static char ids[4][18];
    static int next;
    char *id = ids[next++ % 4];
    *id = 0;
    bg_db__start(record, NULL);
    sqlite3_stmt *stmt = bg_db__query(record, "SELECT printf('n%016x', f.form) FROM spellings s JOIN forms f ON f.form = s.form WHERE s.name = ? AND f.country = ?", "tt", name, country);
    if (bg_db__row(record, stmt)) snprintf(id, 18, "%s", bg_db__text(record, stmt, 0));
    bg_db__done(stmt);
    return id;
}

static bg_code decide(bg_record *record, const char *kind, const char *a, const char *b) {
    static int64_t now = 1700000000;
    const char *const ids[] = {a, b};
    const bg_decision ask = {.kind = kind, .ids = ids, .id_count = b ? 2 : 1, .who = "An", .at = now++};
    return bg_record_decide(record, &ask, 1, NULL, NULL);
}

static bg_code take_back(bg_record *record) { return bg_record_undo(record, NULL, "An", 1800000000, NULL, NULL, NULL); }

#define FORM(name, country) form_of(record, name, country)

static void joined_and_split(void) {
    bg_record *record = all_pages();
    char *before = whole_record(record);
    CHECK(decide(record, "join", FORM("Ivan Petrov", "RU"), FORM("I. Petrov", "RU")) == BG_OK);
    CHECK(one(record, "Ivan Petrov", "RU", "I. Petrov", "RU") && !one(record, "Ivan Petrov", "RU", "Igor Petrov", "RU"));
    CHECK(strstr(view(record, "RU", "ivan petrov", true), "\"merged_because\":\"join=") != NULL);
    /* By the name, of whichever form the id is. */
    CHECK(decide(record, "split", FORM("Valentina Matvienko", "RU"), "Valentina Matvienco") == BG_OK);
    CHECK(!one(record, "Valentina Matvienko", "RU", "Valentina Matvienco", "RU") && one(record, "Valentina Matvienko", "RU", "V. Matvienko", "RU"));
    CHECK(decide(record, "split", FORM("Vladimir Putin", ""), NULL) == BG_OK && !one(record, "Vladimir Putin", "RU", "Vladimir Putin", ""));
    CHECK(decide(record, "join", FORM("Vladimir Putin", ""), FORM("Kim Jong-il", "KP")) == BG_OK && one(record, "Vladimir Putin", "", "Kim Jong-il", "KP"));
    /* The latest word holds: a form that is taken back out of a join. */
    CHECK(decide(record, "split", FORM("I. Petrov", "RU"), NULL) == BG_OK && !one(record, "Ivan Petrov", "RU", "I. Petrov", "RU"));
    for (int i = 0; i < 5; i++) CHECK(take_back(record) == BG_OK);
    CHECK(take_back(record) == BG_E_NOTFOUND);
    for (const char *const *table = (const char *const[]){"decision_targets", "decisions", "undone", NULL}; *table; table++) {
        char sql[64];
        snprintf(sql, sizeof sql, "DELETE FROM %s", *table);
        sqlite3_exec(record->db, sql, NULL, NULL, NULL);
    }
    char *after = whole_record(record);
    CHECK(strcmp(before, after) == 0);
    free(before);
    free(after);
    bg_record_close(record);
}

static void what_cannot_be_said(void) {
    bg_record *record = all_pages();
    CHECK(decide(record, "join", FORM("Ivan Petrov", "RU"), FORM("Petrov", "BG")) == BG_E_USAGE); /* two countries */
    CHECK(decide(record, "join", FORM("Vladimir Putin", "RU"), FORM("Vla-đi-mia Pu-tin", "RU")) == BG_E_USAGE); /* one already */
    CHECK(decide(record, "join", FORM("Ivan Petrov", "RU"), NULL) == BG_E_USAGE);
    CHECK(decide(record, "join", FORM("Ivan Petrov", "RU"), "n00000") == BG_E_NOTFOUND && decide(record, "join", FORM("Ivan Petrov", "RU"), "v12") != BG_OK);
    CHECK(decide(record, "split", FORM("Ivan Petrov", "RU"), NULL) == BG_E_USAGE); /* stands alone */
    CHECK(decide(record, "split", FORM("Vladimir Putin", "RU"), "Ivan Petrov") == BG_E_USAGE); /* not his */
    CHECK(decide(record, "split", FORM("Vladimir Putin", "RU"), FORM("Ivan Petrov", "RU")) == BG_E_USAGE);
    CHECK(decide(record, "split", "n", NULL) != BG_OK && decide(record, "accept", FORM("Ivan Petrov", "RU"), NULL) != BG_OK);
    bg_record_close(record);
}

static void random_word(bg_record *record) {
    char ids[2][18] = {"", ""};
    for (int i = 0; i < 2; i++) {
        bg_db__start(record, NULL);
        sqlite3_stmt *stmt = bg_db__query(record, "SELECT printf('n%016x', form) FROM forms ORDER BY form LIMIT 1 OFFSET ?", "i", (int64_t)roll((uint32_t)bg_db__int(record, "SELECT count(*) FROM forms")));
        if (bg_db__row(record, stmt)) snprintf(ids[i], 18, "%s", bg_db__text(record, stmt, 0));
        bg_db__done(stmt);
    }
    uint32_t what = roll(4);
    if (what == 3) (void)take_back(record);
    else (void)decide(record, what ? "join" : "split", ids[0], what ? ids[1] : NULL); /* much of it cannot be said */
}

/* Whenever the decisions come, before the pages or behind them, in one go or as they were made, the persons are the same. */
static void decisions_in_any_order(void) {
    char other[80];
    snprintf(other, sizeof other, "%s/b.db", folder);
    for (int round = 0; round < 12 && test_good; round++) {
        bg_record *record = all_pages(), *later = fresh_record(other);
        int from = (int)roll(PAGES), when = (int)roll(PAGES + 1);
        for (int i = 0; i < 12; i++) random_word(record);
        bg_db__start(record, NULL);
        for (int i = 0; i < PAGES; i++) {
            bg_db__start(later, NULL);
            if (i == when) bg_decide__take(later, record);
            add(later, (from + i * 7) % PAGES);
            if (roll(3) == 0) settle(later);
        }
        settle(later);
        bg_db__start(later, NULL);
        bg_decide__take(later, record);
        char *first = whole_record(record), *second = whole_record(later);
        CHECK_SAY(strcmp(first, second) == 0, "round %d", round);
        free(first);
        free(second);
        bg_record_close(record);
        bg_record_close(later);
        drop_record(other);
    }
}

int main(void) {
    if (!mkdtemp(folder)) return printf("0 passed, 1 failed\n"), 1;
    snprintf(path, sizeof path, "%s/a.db", folder);
    arena = bg_arena__new();
    RUN(keys);
    RUN(likeness);
    RUN(who_is_one);
    RUN(offices_over_time);
    RUN(contacts_by_identity);
    RUN(few_and_all);
    RUN(any_order_any_batches);
    RUN(taken_off);
    RUN(joined_and_split);
    RUN(what_cannot_be_said);
    RUN(decisions_in_any_order);
    drop_record(path);
    rmdir(folder);
    bg_arena__free(arena);
    return test_end();
}
