/*
 * test_reprints: pages that carry the same text are one witness. Against a truth of its own: texts reprinted with small edits, cut endings, another title, as a brief; texts that
 * share phrases or a paragraph of background with others and are none. Pages in random orders and batches, and pages that go, give the same tables.
 */
#include "mini_doc.h"
#include "record/db.h"
#include "record/place.h"
#include "record/prints.h"
#include "record/reprints.h"
#include "rows.h"
#include "test.h"

#include <unistd.h>

static char folder[] = "/tmp/bg-reprints-XXXXXX", path[64];

/* ------------------------------------------------------------------ texts */

static uint32_t seed = 1;
static uint32_t roll(uint32_t sides) {
    seed = seed * 1664525u + 1013904223u;
    return (seed >> 8) % sides;
}

static const char *const phrases[] = {"ủy viên bộ chính trị bí thư trung ương đảng bộ trưởng ngoại giao nước cộng hòa xã hội chủ nghĩa việt nam",
                                      "quan hệ hữu nghị truyền thống và hợp tác nhiều mặt giữa hai nước không ngừng được củng cố và phát triển",
                                      "hai bên trao đổi về các vấn đề khu vực và quốc tế cùng quan tâm"};

/* A word of two letters and a number: as many as a language has, and no sense. */
static void word(bg_buf *out) { bg_buf__print(out, "%c%c%u ", 'a' + (int)roll(26), 'a' + (int)roll(26), roll(4)); }

static void paragraph(bg_buf *out) {
    for (uint32_t i = 0, count = 35 + roll(30); i < count; i++) word(out);
    if (roll(2)) bg_buf__print(out, "%s.", phrases[roll(BG_COUNT(phrases))]);
    bg_buf__char(out, '\n');
}

typedef struct given {
    char *text;
    size_t story;
} given;
static BG_VEC(given) pages;
static bg_arena *arena;

static void give(size_t story, const char *title, const char *body) {
    given *page = BG_PUSH(arena, &pages);
    page->text = bg_arena__print(arena, "%s %zu\n%s", title, pages.count, body);
    page->story = story;
}

/* The first paragraphs, every fortieth word or so another. */
static char *edited(const char *body, size_t paragraphs, uint32_t one_in) {
    bg_buf out;
    bg_buf__init(&out, 1 << 20);
    for (const char *at = body; *at && paragraphs;) {
        size_t size = strcspn(at, " \n");
        if (one_in && roll(one_in) == 0) word(&out);
        else bg_buf__add(&out, at, size);
        at += size;
        paragraphs -= *at == '\n';
        if (*at) bg_buf__char(&out, *at++);
    }
    return bg_buf__keep(&out, arena);
}

static char *fresh_body(size_t paragraphs, const char *background) {
    bg_buf out;
    bg_buf__init(&out, 1 << 20);
    for (size_t i = 0; i < paragraphs; i++) paragraph(&out);
    if (background) bg_buf__text(&out, background);
    return bg_buf__keep(&out, arena);
}

/* Stories as the sites carry them; each has the background of the one before it. */
static void make_pages(size_t stories) {
    char *background = NULL;
    for (size_t s = 0; s < stories; s++) {
        size_t paragraphs = 4 + roll(6);
        char *body = fresh_body(paragraphs, background);
        give(s, "Bài gốc", body);
        give(s, "Đăng lại y nguyên", body);
        give(s, "Có sửa vài chữ", edited(body, 99, 40));
        give(s, "Cắt bớt phần cuối", edited(body, paragraphs * 6 / 10, 60));
        give(s, "Chỉ đoạn đầu", edited(body, 1, 0));
        give(s + stories, "Nơi khác kể lại", fresh_body(paragraphs, background));
        background = fresh_body(1, NULL);
    }
}

/* ------------------------------------------------------------------ records */

static bg_record *fresh(void) {
    bg_record *record = fresh_record(path);
    CHECK(record != NULL);
    return record;
}

static void add(bg_record *record, const char *text) {
    mini *m = mini_read("trang", text);
    CHECK(bg_record_add(record, &m->doc, text, strlen(text), NULL, NULL) == BG_OK);
    mini_free(m);
}

static void settle(bg_record *record) { CHECK(bg_record_settle(record, NULL, NULL, NULL) == BG_OK); }

static char *whole(bg_record *record) {
    CHECK(rows_wrong(record) == 0);
    static const char *const tables[] = {"SELECT page || ' ' || witness || ' ' || coalesce(reason, '-') FROM reprints ORDER BY 1", "SELECT page || pages || coalesce(agency, '-') || reason FROM witnesses ORDER BY 1",
                                         "SELECT number FROM common_prints ORDER BY 1", "SELECT page FROM changed_prints",
                                         "SELECT p.page || ' ' || i.number FROM print_index i JOIN page_prints p ON p.n = i.n ORDER BY 1"};
    return rows_of(record, tables, BG_COUNT(tables));
}

/* Of the record at hand, as long as the block lasts. */
#define TEXT(sql) row_text(record, (sql), (char[400]){0}, 400)

/* ------------------------------------------------------------------ tests */

/* The witness of every page, in the order of `pages`. */
static const char **witnesses(bg_record *record) {
    const char **out = bg_arena__alloc(arena, pages.count * sizeof *out);
    for (size_t i = 0; i < pages.count; i++) {
        char hex[BG_HEX_SHA256];
        bg_hash__sha256(pages.items[i].text, strlen(pages.items[i].text), hex);
        const char *id = bg_arena__print(arena, "p%.16s", hex);
        bg_db__start(record, NULL);
        sqlite3_stmt *stmt = bg_db__query(record, "SELECT " BG_WITNESS("?1"), "t", id);
        out[i] = bg_db__row(record, stmt) ? bg_db__copy(record, arena, stmt, 0) : id;
        bg_db__done(stmt);
    }
    return out;
}

static void against_the_truth(void) {
    bg_record *record = fresh();
    size_t right = 0, wrong = 0, missed = 0;
    for (size_t i = 0; i < pages.count; i++) add(record, pages.items[i].text);
    settle(record);
    const char **found = witnesses(record);
    for (size_t i = 0; i < pages.count; i++)
        for (size_t k = 0; k < i; k++) {
            bool same = pages.items[i].story == pages.items[k].story, told = strcmp(found[i], found[k]) == 0;
            right += same && told, wrong += told && !same, missed += same && !told;
        }
    printf("reprint pairs: %zu right, %zu wrong, %zu missed\n", right, wrong, missed);
    CHECK(right * 100 >= (right + wrong) * 99 && right * 100 >= (right + missed) * 99);
    bg_record_close(record);
}

/* A page goes and comes back. */
static void replace(bg_record *record, const char *text) {
    bg_ids ids;
    mini *m = mini_read("trang", text);
    bg_db__start(record, NULL);
    CHECK(bg_ids__make(m->arena, &m->doc, text, strlen(text), &ids) && bg_db__run(record, "BEGIN", ""));
    bg_place__again(record, m->arena, &m->doc, &ids, text, strlen(text));
    CHECK(bg_db__run(record, "COMMIT", ""));
    mini_free(m);
}

enum { SOME = 72 };

static void shuffle(size_t *order) {
    for (size_t i = SOME - 1; i > 0; i--) {
        size_t k = roll((uint32_t)i + 1), other = order[i];
        order[i] = order[k], order[k] = other;
    }
}

/* Pages in random orders and batches, some of which go and come back, give the same tables. */
static void in_any_order(const given *texts) {
    size_t order[SOME];
    char *first = NULL;
    for (size_t i = 0; i < SOME; i++) order[i] = i;
    for (int round = 0; round < 8 && test_good; round++) {
        bg_record *record = fresh();
        for (size_t i = 0; i < SOME; i++) {
            add(record, texts[order[i]].text);
            if (round && roll(6) == 0) settle(record);
            if (round > 3 && roll(6) == 0) replace(record, texts[order[roll((uint32_t)i + 1)]].text);
        }
        settle(record);
        char *now = whole(record);
        if (first) CHECK_SAY(strcmp(first, now) == 0, "round %d", round);
        if (first) free(now);
        else first = now;
        bg_record_close(record);
        shuffle(order);
    }
    free(first);
}

static void any_order_any_batches(void) { in_any_order(pages.items); }

/* Each has `parts` paragraphs of eight words, of which the next one has all but the first; every fourth comes a day later. */
static void make_chain(given *out, size_t parts) {
    char *part[SOME + 20];
    for (size_t i = 0; i < BG_COUNT(part); i++) {
        bg_buf words;
        bg_buf__init(&words, 4096);
        for (int k = 0; k < 8; k++) word(&words);
        part[i] = bg_buf__keep(&words, arena);
    }
    for (size_t i = 0; i < SOME; i++) {
        bg_buf body;
        bg_buf__init(&body, 1 << 16);
        bg_buf__print(&body, "Tin %zu\n@published 2024-05-%02zu\n@url https://mot.vn/%zu\n", i, 1 + i / 4, i);
        for (size_t k = 0; k < parts; k++) bg_buf__print(&body, "%s.\n", part[i + k]);
        out[i] = (given){bg_buf__keep(&body, arena), i};
    }
}

/* Where each page shares its text with the next, those who share it with the first of a group are one witness, not all of them. */
static void chains_are_cut(void) {
    given chain[SOME];
    for (size_t parts = 6; parts <= 18; parts += 6) {
        bg_record *record = fresh();
        make_chain(chain, parts);
        for (size_t i = 0; i < SOME; i++) add(record, chain[i].text);
        settle(record);
        CHECK_SAY(row_count(record, "SELECT max(pages) FROM witnesses") > 1 && row_count(record, "SELECT max(pages) FROM witnesses") <= (int64_t)parts + 1, "%zu", parts);
        CHECK(row_count(record, "SELECT count(*) FROM reprints r WHERE r.page <> r.witness AND reason NOT LIKE 'with=' || r.witness || ';%'") == 0);
        bg_record_close(record);
        in_any_order(chain);
    }
}

/* What is short needs more of another's words than what is long, and more again a week later. */
static void short_pages(void) {
    static const struct { size_t kept; const char *day, *pages; } cases[] = {
        {30, "2024-05-02", "0"}, {48, "2024-05-02", "2"}, {48, "2024-05-12", "0"}, {59, "2024-05-12", "2"}, {59, "2024-09-12", "0"},
    };
    for (size_t i = 0; i < BG_COUNT(cases); i++) {
        bg_buf first, second;
        bg_record *record = fresh();
        bg_buf__init(&first, 1 << 16);
        bg_buf__init(&second, 1 << 16);
        bg_buf__text(&first, "a\n@published 2024-05-01\n@url https://mot.vn/a\n");
        bg_buf__print(&second, "b\n@published %s\n@url https://hai.vn/b\n", cases[i].day);
        for (size_t k = 0; k < 60; k++) {
            bg_buf__print(&first, "tu%zu ", k);
            bg_buf__print(&second, "%s%zu ", k < cases[i].kept ? "tu" : "khac", k);
        }
        add(record, bg_buf__keep(&first, arena));
        add(record, bg_buf__keep(&second, arena));
        settle(record);
        CHECK_SAY(strcmp(TEXT("SELECT coalesce(max(pages), 0) FROM witnesses"), cases[i].pages) == 0, "%zu words, %s", cases[i].kept, cases[i].day);
        bg_record_close(record);
    }
}

/* What stands on very many pages links nobody, whether they came at once or one after the other, and again when some of them went. */
static void what_everybody_writes(void) {
    enum { MANY = BG_PRINT_COMMON + 2 };
    char *text[MANY], *first = NULL, *formula = fresh_body(3, NULL);
    for (int i = 0; i < MANY; i++) text[i] = bg_arena__print(arena, "Tin %d\n%s", i, formula);
    for (int round = 0; round < 3; round++) {
        bg_record *record = fresh();
        for (int i = 0; i < MANY; i++) {
            int k = round ? MANY - 1 - i : i;
            add(record, text[k]);
            if (round && (i == MANY - 3 || i % 100 == 50)) settle(record);
            if (round && i == MANY - 3) CHECK(strcmp(TEXT("SELECT pages FROM witnesses"), "250") == 0);
        }
        settle(record);
        CHECK(strcmp(TEXT("SELECT count(*) FROM reprints"), "0") == 0);
        if (round == 2) {
            bg_db__start(record, NULL);
            for (int i = 0; i < 2; i++) {
                char hex[BG_HEX_SHA256];
                bg_hash__sha256(text[i], strlen(text[i]), hex);
                bg_print__forget(record, bg_arena__print(arena, "p%.16s", hex));
            }
            settle(record);
            CHECK(strcmp(TEXT("SELECT pages FROM witnesses"), "250") == 0);
        }
        char *now = whole(record);
        if (first && round < 2) CHECK(strcmp(first, now) == 0);
        if (first) free(now);
        else first = now;
        bg_record_close(record);
    }
    free(first);
}

/* Many changed pages are looked up by threads ahead of who settles them: the same comes of it as of few at a time, also where what many of the new ones share with old ones is what everybody writes. */
static void ahead_of_who_settles(void) {
    enum { NEW = 300, FORMULA = BG_PRINT_COMMON - 2 };
    char *first = NULL, *formula = fresh_body(3, NULL);
    for (int round = 0; round < 2; round++) {
        bg_record *record = fresh();
        for (size_t i = 0; i < FORMULA; i++) {
            add(record, bg_arena__print(arena, "Tin %zu\n%s", i, formula));
            if (round && i % 100 == 99) settle(record);
        }
        for (size_t i = NEW; i < pages.count; i++) add(record, pages.items[i].text);
        settle(record);
        for (size_t i = 0; i < NEW; i++) {
            add(record, pages.items[i].text);
            if (i % 50 == 0) add(record, bg_arena__print(arena, "Tin mới %zu\n%s", i, formula));
            if (round && i % 40 == 39) settle(record);
        }
        settle(record);
        char *now = whole(record);
        if (first) CHECK(strcmp(first, now) == 0);
        if (first) free(now);
        else first = now;
        CHECK(row_count(record, "SELECT count(*) FROM common_prints") > 0);
        bg_record_close(record);
    }
    free(first);
}

static void origins(void) {
    bg_record *record = fresh();
    char *body = fresh_body(3, NULL);
    add(record, bg_arena__print(arena, "a\n@published 2024-05-02\n@url https://mot.vn/a\n%s", body));
    add(record, bg_arena__print(arena, "b\n@published 2024-05-01\n@url https://hai.vn/b\n%s", body));
    settle(record);
    CHECK(strcmp(TEXT("SELECT title || ' ' || w.reason FROM witnesses w JOIN pages p ON p.id = w.page"), "b published first") == 0);
    add(record, bg_arena__print(arena, "c\n@published 2024-05-03\n@url https://banhat.vn/c\n%s", body));
    mini *m = mini_read("d", bg_arena__print(arena, "d\n@published 2024-05-03\n@url https://bon.vn/d\n%s", body));
    m->doc.article.agency = "Báo Ba Nhất";
    m->doc.article.reprint_of = "http://www.mot.vn/a#x";
    CHECK(bg_record_add(record, &m->doc, m->text, strlen(m->text), NULL, NULL) == BG_OK);
    settle(record);
    CHECK(strcmp(TEXT("SELECT title || ' ' || w.reason || ' ' || w.agency FROM witnesses w JOIN pages p ON p.id = w.page"), "a named as the original Báo Ba Nhất") == 0);
    CHECK(strstr(TEXT("SELECT reason FROM reprints r JOIN pages p ON p.id = r.page WHERE title = 'd'"), "; agency=Báo Ba Nhất"));
    mini_free(m);
    /* a year later it is another event, though in the same words */
    add(record, bg_arena__print(arena, "e\n@published 2025-05-02\n@url https://mot.vn/e\n%s", body));
    settle(record);
    CHECK(strcmp(TEXT("SELECT pages FROM witnesses"), "4") == 0);
    bg_record_close(record);
}

/* Two pages with one text are one witness of what they tell, a third one is a second. */
static void contacts_count_them(void) {
    bg_record *record = fresh();
    static const char event[] = "@event talks main held 2024-05-01 - RU,VN - | An Văn Bình/VN; Ivan Petrov/RU\n";
    char *body = fresh_body(3, NULL);
    add(record, bg_arena__print(arena, "a\n%s%s", event, body));
    add(record, bg_arena__print(arena, "b\n%s%s", event, body));
    add(record, bg_arena__print(arena, "c\n%s%s", event, fresh_body(3, NULL)));
    settle(record);
    bg_out out = {0};
    bg_filter filter = {0};
    bg_style style = {.json = true};
    CHECK(bg_view_timeline(record, &filter, &style, &out, NULL, NULL) == BG_OK && strstr(out.bytes, "\"pages\":3,\"witnesses\":2"));
    bg_out_free(&out);
    bg_record_close(record);
}

/* A round-up that holds whole stories is a reprint of none of them but the first. */
static void round_ups(void) {
    bg_record *record = fresh();
    bg_buf all;
    bg_buf__init(&all, 1 << 20);
    for (int i = 0; i < 8; i++) {
        char *body = fresh_body(2, NULL);
        bg_buf__text(&all, body);
        add(record, bg_arena__print(arena, "tin %d\n%s", i, body));
    }
    add(record, bg_arena__print(arena, "điểm tin\n%s", all.bytes));
    settle(record);
    CHECK(strcmp(TEXT("SELECT count(*) || ' ' || coalesce(max(pages), 0) FROM witnesses"), "0 0") == 0 ||
          strcmp(TEXT("SELECT count(*) || ' ' || max(pages) FROM witnesses"), "1 2") == 0);
    bg_buf__free(&all);
    bg_record_close(record);
}

int main(void) {
    if (!mkdtemp(folder)) return printf("0 passed, 1 failed\n"), 1;
    snprintf(path, sizeof path, "%s/a.db", folder);
    arena = bg_arena__new();
    make_pages(60);
    RUN(against_the_truth);
    RUN(any_order_any_batches);
    RUN(chains_are_cut);
    RUN(short_pages);
    RUN(what_everybody_writes);
    RUN(ahead_of_who_settles);
    RUN(origins);
    RUN(contacts_count_them);
    RUN(round_ups);
    drop_record(path);
    rmdir(folder);
    bg_arena__free(arena);
    return test_end();
}
