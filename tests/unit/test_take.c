/*
 * test_take: merging records is associative, commutative and idempotent. Pages are dealt to several records at random, some of them to more than one, under one name or another;
 * the records are merged in a random order, two and two; the last one is, table by table, the record that all pages were added to. So is one to which they were added in batches.
 */
#include "record/db.h"
#include "rows.h"
#include "test.h"

#include <unistd.h>

enum { RECORDS = 4, STORIES = 9, ROUNDS = 8 };

static bg_data *data;
static char folder[] = "/tmp/bg-take-XXXXXX";

static uint32_t seed = 7;
static uint32_t roll(uint32_t sides) {
    seed = seed * 1664525u + 1013904223u;
    return (seed >> 8) % sides;
}

/* ------------------------------------------------------------------ pages */

static const struct {
    const char *country, *name, *city;
} guests[] = {{"Lào", "Khamsouk Vongxay", "Viêng Chăn"}, {"Nga", "Ivan Petrov", "Mát-xcơ-va"}, {"Nhật Bản", "Kenji Tanaka", "Tokyo"}};

typedef struct given {
    bg_buf bytes;
    char url[60], captured[24];
} given;
static given pages[STORIES * 4];
enum { PAGES = STORIES * 4 };

/* Of each story: as it was published, saved again, printed by another site, told by a third one. */
static void make_page(size_t n) {
    size_t story = n / 4, kind = n % 4, k = story % BG_COUNT(guests);
    bg_buf *out = &pages[n].bytes;
    bg_buf__init(out, 1 << 20);
    bg_buf__print(out, "%s: Việt Nam và %s hội đàm lần %zu\n\n", kind == 2 ? "Đăng lại" : kind == 3 ? "Bản tin" : "Tin", guests[k].country, story);
    if (kind != 3) bg_buf__print(out, "Ngày %zu/4/2024, tại %s, Bộ trưởng Ngoại giao An Văn Bình đã hội đàm với Bộ trưởng Ngoại giao %s %s.\n", story + 1, guests[k].city, guests[k].country, guests[k].name);
    else bg_buf__print(out, "Bộ trưởng Ngoại giao %s %s và Bộ trưởng Ngoại giao An Văn Bình đã hội đàm ngày %zu/4/2024 ở %s.\n", guests[k].country, guests[k].name, story + 1, guests[k].city);
    if (kind != 3) bg_buf__print(out, "Tại hội đàm, Bộ trưởng %s đề nghị mỗi năm trao đổi %zu sinh viên giữa các trường đại học của hai nước và lập %zu nhóm công tác về đường sắt.\n", guests[k].name, story + 40, story + 2);
    else bg_buf__print(out, "Hai bên nhất trí mở thêm %zu đường bay thẳng trong năm nay.\n", story + 3);
    if (kind != 3) bg_buf__print(out, "Hai bên nhất trí trao đổi đoàn cấp cao vào quý tới, lần thứ %zu kể từ khi thiết lập quan hệ ngoại giao.\n", story + 5);
    bg_buf__print(out, "%s\n", kind == 1 ? "Xem thêm: mười tin khác" : "Theo dõi chúng tôi trên mạng");
    static const char *const hosts[] = {"vidu.vn", "vidu.vn", "khac.vn", "nua.vn"};
    snprintf(pages[n].url, sizeof pages[n].url, "https://%s/tin-%zu.htm", hosts[kind], story);
    snprintf(pages[n].captured, sizeof pages[n].captured, "2024-05-%02zuT01:00:00Z", kind + 1);
}

/* ------------------------------------------------------------------ records */

static const char *path_of(const char *name) {
    static char path[80];
    snprintf(path, sizeof path, "%s/%s.db", folder, name);
    return path;
}

static bg_record *fresh(const char *name) {
    bg_record *record = fresh_record(path_of(name));
    CHECK(record != NULL);
    return record;
}

/* A name says who brought the page, and another bringer's container says another day of capture. */
static void add(bg_record *record, size_t n, uint32_t bringer) {
    char name[60], captured[24];
    snprintf(name, sizeof name, "%c/tin-%zu.txt", 'a' + (int)bringer, n);
    snprintf(captured, sizeof captured, "%s", pages[n].captured);
    captured[9] = (char)(captured[9] + (char)(n % 3 ? 0 : bringer));
    bg_item item = {.source = name, .bytes = pages[n].bytes.bytes, .size = pages[n].bytes.size, .url = pages[n].url, .type = "text/plain", .captured = captured};
    bg_doc *doc = NULL;
    if (CHECK(bg_doc_read_item(data, &item, &doc, NULL) == BG_OK)) CHECK(bg_record_add(record, doc, item.bytes, item.size, NULL, NULL) == BG_OK);
    bg_doc_free(doc);
}

static void settle(bg_record *record) { CHECK(bg_record_settle(record, data, NULL, NULL) == BG_OK); }

static void take(bg_record *into, bg_record *from, bg_taken *sum) {
    bg_error err = {0};
    CHECK_SAY(bg_record_take(into, from, data, NULL, NULL, sum, &err) == BG_OK, "%s", err.message);
}

static void same_rows(const char *all, const char *merged, int round) {
    if (strcmp(all, merged) == 0) return;
    size_t at = 0;
    while (all[at] == merged[at]) at++;
    while (at && all[at - 1] != '\n') at--;
    CHECK_SAY(false, "round %d\n      all:    %.*s\n      merged: %.*s", round, (int)strcspn(all + at, "\n"), all + at, (int)strcspn(merged + at, "\n"), merged + at);
}

/* ------------------------------------------------------------------ tests */

static void deal(bg_record *all, bg_record *parts[RECORDS]) {
    for (size_t n = 0; n < PAGES; n++)
        for (uint32_t copies = 1 + (roll(3) == 0); copies; copies--) {
            uint32_t bringer = roll(3);
            add(all, n, bringer);
            add(parts[roll(RECORDS)], n, bringer);
        }
    settle(all);
    for (size_t i = 0; i < RECORDS; i++)
        if (roll(2)) settle(parts[i]);
}

/* Two and two, in any order; some of them twice. Returns the last one. */
static bg_record *merge_all(bg_record *parts[RECORDS]) {
    size_t left = RECORDS;
    while (left > 1) {
        uint32_t a = roll((uint32_t)left), b = roll((uint32_t)left - 1);
        if (b >= a) b++;
        take(parts[a], parts[b], NULL);
        if (roll(3) == 0) take(parts[a], parts[b], NULL);
        if (roll(3) == 0) take(parts[b], parts[a], NULL), take(parts[a], parts[b], NULL);
        bg_record *gone = parts[b];
        parts[b] = parts[--left];
        bg_record_close(gone);
    }
    return parts[0];
}

static void any_order(void) {
    for (int round = 0; round < ROUNDS && test_good; round++) {
        bg_record *all = fresh("all"), *parts[RECORDS];
        char name[16];
        for (int i = 0; i < RECORDS; i++) {
            snprintf(name, sizeof name, "%d", i);
            parts[i] = fresh(name);
        }
        deal(all, parts);
        bg_record *merged = merge_all(parts);
        CHECK(rows_wrong(all) == 0 && rows_wrong(merged) == 0);
        char *a = whole_record(all), *b = whole_record(merged);
        same_rows(a, b, round);
        free(a), free(b);
        bg_record_close(all);
        bg_record_close(merged);
    }
}

/* Pages in any order, some of them twice, several in a transaction: copies take the place of others that the same transaction stored. */
static void any_batches(void) {
    for (int round = 0; round < ROUNDS && test_good; round++) {
        bg_record *one = fresh("all"), *batches = fresh("0");
        size_t count = PAGES + 12;
        bool open = false;
        for (size_t i = 0; i < count; i++) add(one, i % PAGES, (uint32_t)(i / PAGES));
        for (size_t i = 0, at = roll(PAGES), step = roll(2) ? 5 : 7; i < count; i++, at = (at + step) % count) {
            if (!open) CHECK(bg_record_begin(batches, NULL) == BG_OK);
            add(batches, at % PAGES, (uint32_t)(at / PAGES));
            open = roll(6) && i + 1 < count;
            if (!open) CHECK(bg_record_commit(batches, NULL, NULL) == BG_OK);
        }
        settle(one), settle(batches);
        CHECK(rows_wrong(one) == 0 && rows_wrong(batches) == 0);
        char *a = whole_record(one), *b = whole_record(batches);
        same_rows(a, b, round);
        free(a), free(b);
        bg_record_close(one);
        bg_record_close(batches);
    }
}

static void twice_is_once(void) {
    bg_record *a = fresh("all"), *b = fresh("0");
    bg_taken sum;
    for (size_t n = 0; n < PAGES; n++) add(n % 2 ? a : b, n, 0);
    take(a, b, &sum);
    CHECK(sum.pages == PAGES / 2 && sum.added == PAGES / 2 && sum.unreadable == 0);
    char *once = whole_record(a);
    take(a, b, &sum);
    CHECK(sum.pages == PAGES / 2 && sum.added == 0);
    take(a, a, &sum);
    CHECK(sum.pages == PAGES && sum.added == 0);
    char *twice = whole_record(a);
    same_rows(once, twice, 0);
    free(once), free(twice);
    bg_record_close(a);
    bg_record_close(b);
}

static bool stop_after(void *context, size_t done, size_t total) {
    CHECK(total == PAGES / 2);
    return done < *(size_t *)context;
}

/* What was interrupted goes on where it was. */
static void goes_on(void) {
    bg_record *a = fresh("all"), *b = fresh("0");
    bg_taken sum;
    size_t some = 5;
    for (size_t n = 0; n < PAGES; n++) add(n % 2 ? a : b, n, 0);
    CHECK(bg_record_take(a, b, data, stop_after, &some, &sum, NULL) == BG_OK && sum.pages == some && sum.added == some);
    take(a, b, &sum);
    CHECK(sum.pages == PAGES / 2 && sum.added == PAGES / 2 - some);
    bg_record_close(a);
    bg_record_close(b);
}

/* A page that is damaged there is told, and the others come. */
static void damaged(void) {
    bg_record *a = fresh("all"), *b = fresh("0");
    bg_taken sum;
    for (size_t n = 0; n < 8; n++) add(b, n, 0);
    sqlite3_exec(b->db, "UPDATE pages SET bytes = x'00' WHERE id = (SELECT min(id) FROM pages)", NULL, NULL, NULL);
    take(a, b, &sum);
    CHECK(sum.pages == 8 && sum.added == 7 && sum.unreadable == 1);
    bg_record_close(a);
    bg_record_close(b);
}

int main(void) {
    if (!mkdtemp(folder) || bg_data_open(NULL, &data, NULL)) return printf("0 passed, 1 failed\n"), 1;
    for (size_t n = 0; n < PAGES; n++) make_page(n);
    RUN(any_order);
    RUN(any_batches);
    RUN(twice_is_once);
    RUN(goes_on);
    RUN(damaged);
    for (size_t n = 0; n < PAGES; n++) bg_buf__free(&pages[n].bytes);
    static const char *const names[] = {"all", "0", "1", "2", "3"};
    for (size_t i = 0; i < BG_COUNT(names); i++) drop_record(path_of(names[i]));
    rmdir(folder);
    bg_data_close(data);
    return test_end();
}
