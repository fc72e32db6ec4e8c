/*
 * test_record: the record without the reader (mini_doc.h). Merging, whatever the order of adding; a page added twice;
 * ranges and search; files that are no record; a full disk; a record that somebody changed.
 */
#include "mini_doc.h"
#include "rows.h"
#include "record/db.h"
#include "record/fold.h"
#include "record/merge.h"
#include "record/place.h"
#include "record/query.h"
#include "record/schema.h"

#include <stdlib.h>
#include <unistd.h>
#include <utf8proc.h>
#include <zlib.h>

static size_t passed, failed;

#define CHECK(what) check((what), #what, __LINE__)
static bool check(bool good, const char *what, int line) {
    if (good) passed++;
    else {
        failed++;
        printf("FAILED line %d: %s\n", line, what);
    }
    return good;
}

static char folder[] = "/tmp/bg-record-XXXXXX";

static const char *path_of(const char *name) {
    static char path[256];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    return path;
}

static void drop(const char *name) {
    char path[300];
    static const char *const tails[] = {"", "-wal", "-shm"};
    for (size_t i = 0; i < BG_COUNT(tails); i++) {
        snprintf(path, sizeof path, "%s/%s%s", folder, name, tails[i]);
        unlink(path);
    }
}

static bg_record *fresh(const char *name) {
    bg_record *record = NULL;
    bg_error err = {0};
    drop(name);
    if (bg_record_open(path_of(name), BG_RECORD_WRITE, &record, &err)) printf("open: %s\n", err.message);
    return record;
}

static bg_added add(bg_record *record, const char *text) {
    bg_added out = {0};
    bg_error err = {0};
    mini *m = mini_read("page", text);
    if (bg_record_add(record, &m->doc, text, strlen(text), &out, &err)) printf("add: %s\n", err.message);
    mini_free(m);
    return out;
}

static char *timeline(bg_record *record, const bg_filter *filter, size_t *lines) {
    bg_out out = {0};
    bg_style style = {.json = true};
    if (bg_view_timeline(record, filter, &style, &out, lines, NULL)) return NULL;
    return out.bytes ? out.bytes : strdup("");
}

static size_t found(bg_record *record, const char *words, bool *exact_first) {
    bg_out out = {0};
    bg_style style = {.json = true};
    size_t hits = 0;
    bg_view_search(record, words, NULL, &style, &out, &hits, NULL);
    const char *exact = out.bytes ? strstr(out.bytes, "\"match\":\"exact\"") : NULL;
    const char *folded = out.bytes ? strstr(out.bytes, "\"match\":\"folded\"") : NULL;
    if (exact_first) *exact_first = exact && (!folded || exact < folded);
    bg_out_free(&out);
    return hits;
}

/* ------------------------------------------------------------------ merging */

/* Two pages with one event each: how many contacts come out? */
static int64_t contacts_of(const char *a, const char *b) {
    bg_record *record = fresh("pair.db");
    add(record, a);
    add(record, b);
    int64_t contacts = row_count(record, "SELECT count(*) FROM contacts");
    bg_record_close(record);
    return contacts;
}

#define TALKS(title, date, people) title "\n@event talks main held " date " - RU,VN - | " people "\n"
#define ON(title, published, date, people) title "\n@published " published "\n@event talks main held " date " - RU,VN - | " people "\n"
#define BOTH "An Văn Bình/VN; Ivan Petrov/RU"

static bool lasts(const char *date, const char *from, const char *to) {
    char first[11], last[11];
    return bg_merge__days(date, NULL, first, last) && strcmp(first, from) == 0 && strcmp(last, to) == 0;
}

/* The days between which something was, where only its month or year is known, are days. */
static void test_days(void) {
    char first[11], last[11];
    CHECK(lasts("2024-02", "2024-02-01", "2024-02-29") && lasts("2023", "2023-01-01", "2023-12-31") && lasts("2024-06-05", "2024-06-05", "2024-06-05"));
    CHECK(!bg_merge__days("--06-05", NULL, first, last) && !bg_merge__days(NULL, NULL, first, last));
}

static void test_pairs(void) {
    CHECK(contacts_of(TALKS("a", "2021-09-27", BOTH), TALKS("b", "--09-27", "An Văn Bình/VN; I. Petrov/RU")) == 1);
    CHECK(contacts_of(TALKS("a", "2021-09-27", BOTH), TALKS("b", "2021-09-28", BOTH)) == 2);
    CHECK(contacts_of(TALKS("a", "2021-09-27", BOTH), TALKS("b", "2021-09", "Ivan Ivanovich Petrov/RU")) == 1);
    CHECK(contacts_of(TALKS("a", "2021-09-27", BOTH), TALKS("b", "2021-10", BOTH)) == 2);
    CHECK(contacts_of(TALKS("a", "2021-09-27", BOTH), TALKS("b", "2021-09-27", "An Văn Bình/VN; Oleg Sidorov/RU")) == 2);
    /* talks here are a meeting there, if the day and all principals say so */
    CHECK(contacts_of(TALKS("a", "2021-09-27", BOTH), "b\n@event meeting main held 2021-09-27 - RU,VN - | " BOTH "\n") == 1);
    CHECK(contacts_of(TALKS("a", "2021-09-27", BOTH), "b\n@event meeting main held 2021-09 - RU,VN - | " BOTH "\n") == 2);
    CHECK(contacts_of(TALKS("a", "2021-09-27", BOTH), "b\n@event meeting main held 2021-09-27 - RU,VN - | An Văn Bình/VN\n") == 2);
    CHECK(contacts_of(TALKS("a", "2021-09-27", BOTH), "b\n@event dialogue main held 2021-09-27 - RU,VN - | " BOTH "\n") == 1);
    CHECK(contacts_of(TALKS("a", "2021-09-27", BOTH), "b\n@event dialogue main held 2021-09-27 - RU,VN - | An Văn Bình/VN\n") == 2);
    CHECK(contacts_of(TALKS("a", "2021-09-27", BOTH), "b\n@event consultation main held 2021-09-27 - RU,VN - | " BOTH "\n") == 2);
    /* who told of talks alone held them with the one with whom he held talks that day; not if there were two */
    CHECK(contacts_of(TALKS("a", "2021-09-27", BOTH), "b\nfar away\n@event talks other held 2021-09-27 - RU,VN - | Ivan Petrov/RU\n") == 1);
    CHECK(contacts_of(TALKS("a", "2021-09-27", BOTH), "b\nfar away\n@event meeting other held 2021-09-27 - RU,VN - | Ivan Petrov/RU\n") == 2);
    /* a conference with an organisation, of which nobody is named */
    CHECK(contacts_of("a\n@event conference other held 2021-09-27 - ASEAN,RU - | Ivan Petrov/RU\n", "b\n@event conference other held 2021-09-27 - ASEAN,RU - |\n") == 1);
    /* two main events without a date, published close to each other, one principal in common; a visit */
    CHECK(contacts_of(ON("a", "2021-09-28", "2021-09-27", BOTH), ON("b", "2021-09-28", "-", "Ivan Petrov/RU")) == 1);
    CHECK(contacts_of(ON("a", "2021-09-28", "2021-09-27", BOTH), ON("b", "2021-10-02", "-", "Ivan Petrov/RU")) == 2);
    CHECK(contacts_of(ON("a", "2021-09-28", "-", BOTH), ON("b", "2021-09-28", "-", BOTH "; Lê Thị Cúc/VN")) == 1);
    CHECK(contacts_of("a\n@published 2021-09-28\n@event visit other held - - RU,VN - | Ivan Petrov/RU\n", "b\n@published 2021-09-30\n@event visit other held - - RU,VN - | Ivan Petrov/RU\n") == 1);
    CHECK(contacts_of("a\n@published 2021-09-28\n@event meeting other held - - RU,VN - | Ivan Petrov/RU\n", "b\n@published 2021-09-30\n@event meeting other held - - RU,VN - | Ivan Petrov/RU\n") == 2);
    /* a call at night is on two days; talks are not */
    CHECK(contacts_of("a\n@published 2021-09-28\n@event call main held 2021-09-27 - RU,VN - | " BOTH "\n", "b\n@published 2021-09-28\n@event call main held 2021-09-28 - RU,VN - | " BOTH "\n") == 1);
    CHECK(contacts_of(ON("a", "2021-09-28", "2021-09-27", BOTH), ON("b", "2021-09-28", "2021-09-28", BOTH)) == 2);
    /* who speaks out twice a day says two things; the place of a mini page will do for words */
#define FLIGHTS "sẽ_mở_thêm_ba_đường_bay_thẳng_tới_Hà_Nội_Đà_Nẵng_Nha_Trang_ngay_trong_quý_một_để_đón_khách_du_lịch_và_sinh_viên_hai_nước_đi_lại_dễ_dàng_hơn"
#define OIL "cảnh_báo_giá_dầu_còn_tăng_suốt_mùa_đông_nếu_các_nước_sản_xuất_không_chịu_khai_thác_nhiều_hơn_như_đã_hứa_hồi_tháng_tám_tại_cuộc_họp_ở_Viên_của_nhóm"
#define SAYS(words) "@event statement main held 2021-09-27 - RU " words " | Ivan Petrov/RU\n"
    CHECK(contacts_of("a\n" SAYS(FLIGHTS), "b\n" SAYS("ông_cho_biết_" FLIGHTS)) == 1);
    CHECK(contacts_of("a\n" SAYS(FLIGHTS), "b\n" SAYS(OIL)) == 2);
    CHECK(contacts_of(TALKS("a", "2021-09-27", BOTH), "b\n@event talks main held 2021-09-27 - LA,VN - | " BOTH "\n") == 2);
    /* talks here are a meeting there, although neither page tells the year */
    CHECK(contacts_of(TALKS("a", "--09-27", BOTH), "b\n@event meeting main held --09-27 - RU,VN - | " BOTH "\n") == 1);
    /* only the year in common: the same principals of both sides */
    CHECK(contacts_of(TALKS("a", "2021-09-27", BOTH), TALKS("b", "2021", BOTH)) == 1);
    CHECK(contacts_of(TALKS("a", "2021-09-27", BOTH), TALKS("b", "2021", "Ivan Petrov/RU")) == 2);
    /* no date: the same principals and published soon after */
    CHECK(contacts_of(TALKS("a", "2021-09-27", BOTH), ON("b", "2021-09-29", "-", BOTH)) == 1);
    CHECK(contacts_of(TALKS("a", "2021-09-27", BOTH), ON("b", "2021-11-29", "-", BOTH)) == 2);
    CHECK(contacts_of(TALKS("a", "2021-09-27", BOTH), TALKS("b", "-", BOTH)) == 2);
    /* a reprint: the same first sentence */
    CHECK(contacts_of(TALKS("a", "-", BOTH), TALKS("b", "-", BOTH)) == 1);
    /* no year on either, but published in different years */
    CHECK(contacts_of(ON("a", "2021-09-28", "--09-27", BOTH), ON("b", "2022-09-28", "--09-27", BOTH)) == 2);
    CHECK(contacts_of(ON("a", "2021-12-31", "--12-30", BOTH), ON("b", "2022-01-01", "--12-30", BOTH)) == 1);
    /* spans of days overlap */
    CHECK(contacts_of("a\n@event visit main held 2021-09-26 2021-09-28 RU,VN - | Ivan Petrov/RU\n",
                      "b\n@event visit main held 2021-09-28 - RU,VN - | Ivan Petrov/RU\n") == 1);
    /* nobody named: same full date, two sides, both the main event */
    CHECK(contacts_of("a\n@event signing main held 2021-09-26 - RU,VN Hà_Nội |\n", "b\n@event signing main held 2021-09-26 - RU,VN - |\n") == 1);
    CHECK(contacts_of("a\n@event signing main held 2021-09-26 - RU,VN Hà_Nội |\n", "b\n@event signing main held 2021-09-26 - RU,VN Huế |\n") == 2);
    CHECK(contacts_of("a\n@event signing main held 2021-09-26 - RU,VN - |\n", "b\n@event signing other held 2021-09-27 - RU,VN - |\n") == 2);
}

#define STATES(title, type, date, place) title "\n@event " type " other held " date " - RU,VN " place " |\n"
#define PASSING(title, type, date, place, people) title "\n@event " type " other held " date " - RU,VN " place " | " people "\n"
#define HEADS "An Văn Bình=Thủ tướng:1/VN; Ivan Petrov=Thủ tướng:1/RU"

/* Nobody is named: states on one day, as far as place and words agree. */
static void test_nameless(void) {
    CHECK(contacts_of(STATES("a", "talks", "--09-26", "-"), STATES("b", "talks", "2021-09-26", "-")) == 1);
    CHECK(contacts_of(STATES("a", "talks", "--09-26", "-"), STATES("b", "talks", "2021-09-27", "-")) == 2);
    CHECK(contacts_of(STATES("a", "visit", "--09-26", "TP_Đà_Nẵng"), STATES("b", "visit", "--09-26", "thành_phố_Đà_Nẵng")) == 1);
    CHECK(contacts_of(STATES("a", "visit", "--09-26", "TP_Đà_Nẵng"), STATES("b", "visit", "--09-26", "Matxcơva")) == 2);
    CHECK(contacts_of(STATES("a", "talks", "--09-26", "-"), STATES("b", "meeting", "--09-26", "-")) == 2);
    CHECK(contacts_of(STATES("a", "talks", "--09-26", "-"), STATES("b", "conference!", "--09-26", "-")) == 1);
    CHECK(contacts_of(STATES("a", "talks", "--09-26", "-"), "b\n@event conference! other held --09-26 - LA,RU,VN - |\n") == 2);
}

/* Who holds an office on one day is one person. */
static void test_offices(void) {
    CHECK(contacts_of(PASSING("a", "talks", "--09-26", "-", HEADS), PASSING("b", "talks", "--09-26", "Huế", "An Văn Bình/VN; =Thủ tướng Chính phủ:1/RU")) == 1);
    CHECK(contacts_of(PASSING("a", "talks", "--09-26", "-", HEADS), PASSING("b", "talks", "--09-26", "Huế", "An Văn Bình/VN; =Chủ tịch Quốc hội:2/RU")) == 2);
    CHECK(contacts_of(PASSING("a", "talks", "--09-26", "-", HEADS), PASSING("b", "talks", "--09-26", "Huế", "=Thủ tướng:1/VN; =Thủ tướng Chính phủ:1/RU")) == 1);
    CHECK(contacts_of(PASSING("a", "talks", "--09-26", "-", HEADS), PASSING("b", "talks", "--09-26", "Huế", "=Thủ tướng:1/VN; =Phó Thủ tướng:3/RU")) == 2);
    CHECK(contacts_of(PASSING("a", "visit", "--09-26", "Huế", "Ivan Petrov=Thủ tướng:1/RU"), PASSING("b", "visit", "--09-26", "-", "=Thủ tướng:1/RU")) == 1); /* the guest is enough */
    CHECK(contacts_of(PASSING("a", "visit", "--09-26", "Huế", "Ivan Petrov=Thủ tướng:1/RU"), PASSING("b", "visit", "--09-26", "-", "=Đại sứ:4/RU")) == 2);
}

/* One day without its year in two countries: two years. */
static void test_elsewhere(void) {
    CHECK(contacts_of(PASSING("a", "talks", "--09-26", "Huế@VN", BOTH), PASSING("b", "talks", "--09-26", "Viên@AT", BOTH)) == 2);
    CHECK(contacts_of(PASSING("a", "talks", "--09-26", "Huế@VN", BOTH), PASSING("b", "talks", "2021-09-26", "Viên@AT", BOTH)) == 2);
    CHECK(contacts_of(PASSING("a", "talks", "2021-09-26", "Huế@VN", BOTH), PASSING("b", "talks", "2021-09-26", "Viên@AT", BOTH)) == 1);
}

static int64_t contacts_of_three(const char *a, const char *b, const char *c) {
    bg_record *record = fresh("three.db");
    add(record, a);
    add(record, b);
    add(record, c);
    int64_t contacts = row_count(record, "SELECT count(*) FROM contacts");
    bg_record_close(record);
    return contacts;
}

/* Who met is left open: the one contact of the day is meant, or the one of which nearly everybody tells. */
static void test_open(void) {
    const char *whole = PASSING("a", "talks", "2021-09-26", "-", HEADS), *other = PASSING("c", "talks", "2021-09-26", "-", "An Văn Bình=Thủ tướng:1/VN; Oleg Sidorov=Chủ tịch Hạ viện:2/RU");
    CHECK(contacts_of(whole, STATES("b", "talks", "--09-26", "-")) == 1);
    CHECK(contacts_of(whole, STATES("b", "talks", "--09-27", "-")) == 2);
    CHECK(contacts_of(whole, STATES("b", "dialogue", "--09-26", "-")) == 2);
    CHECK(contacts_of(PASSING("a", "talks", "2021-09-26", "-", "An Văn Bình=Vụ trưởng:5/VN; Ivan Petrov=Vụ trưởng:5/RU"), STATES("b", "talks", "--09-26", "-")) == 2);
    CHECK(contacts_of(whole, PASSING("b", "meeting!", "--09-26", "-", "Ivan Petrov=Thủ tướng:1/RU")) == 1);
    CHECK(contacts_of(whole, PASSING("b", "meeting", "--09-26", "-", "Ivan Petrov=Thủ tướng:1/RU")) == 2);
    CHECK(contacts_of_three(whole, STATES("b", "talks", "--09-26", "-"), other) == 3);
    CHECK(contacts_of_three(whole, PASSING("b", "meeting!", "--09-26", "-", "Oleg Sidorov=Chủ tịch Hạ viện:2/RU"), other) == 2);
}

/* The most told of two, whatever the order; and taken apart by people. */
static const char *const most[] = {
    PASSING("một", "talks", "2021-09-26", "-", HEADS), PASSING("hai", "talks", "--09-26", "-", HEADS), PASSING("ba", "talks", "2021-09-26", "Huế", HEADS), PASSING("bốn", "meeting", "2021-09-26", "-", HEADS),
    PASSING("năm", "talks", "2021-09-26", "-", "An Văn Bình=Thủ tướng:1/VN; Oleg Sidorov=Chủ tịch Hạ viện:2/RU"), STATES("sáu", "talks", "2021-09-26", "-"), STATES("bảy", "conference!", "--09-26", "-"),
    PASSING("tám", "meeting!", "--09-26", "-", "Ivan Petrov=Thủ tướng:1/RU"), PASSING("chín", "talks", "--09-26", "Huế", "=Thủ tướng:1/VN; =Thủ tướng Chính phủ:1/RU"),
};
#define MOST_PAGES BG_COUNT(most)

static const char *const story[] = {
    TALKS("một", "2025-05-10", BOTH),
    TALKS("hai", "2025-11-02", BOTH),
    TALKS("ba", "2025", BOTH), /* fits both: stays alone */
    TALKS("bốn", "--05-10", "A. V. Bình/VN; Petrov/RU"),
    TALKS("năm", "2025-05", "Petrov/RU"),
    ON("sáu", "2025-11-03", "-", BOTH),
    "bảy\n@event visit main planned 2025-05-09 2025-05-11 RU,VN Hà_Nội | Ivan Petrov/RU\n@event talks other planned 2025-05-10 - RU,VN - | " BOTH "\n",
    "tám\n@event visit main held 2025-05-09 - RU,VN - | Petrov/RU\n",
};
#define PAGES BG_COUNT(story)

static char *story_in_order(const size_t order[PAGES]) {
    bg_record *record = fresh("story.db");
    bg_filter all = {0};
    for (size_t i = 0; i < PAGES; i++) add(record, story[order[i]]);
    char *out = timeline(record, &all, NULL);
    bg_record_close(record);
    return out;
}

static void test_order(void) {
    size_t order[PAGES], bad = 0;
    unsigned seed = 7;
    for (size_t i = 0; i < PAGES; i++) order[i] = i;
    char *first = story_in_order(order);
    for (int round = 0; round < 25; round++) {
        for (size_t i = PAGES - 1; i > 0; i--) {
            seed = seed * 1103515245u + 12345u;
            size_t k = (seed >> 16) % (i + 1), other = order[i];
            order[i] = order[k];
            order[k] = other;
        }
        char *again = story_in_order(order);
        bad += !first || !again || strcmp(first, again) != 0;
        free(again);
    }
    CHECK(bad == 0);
    size_t lines = 0;
    for (const char *at = first; at && *at; at++) lines += *at == '\n';
    CHECK(lines == 4); /* May, November, "2025" and the visit */
    CHECK(first && strstr(first, "\"pages\":4"));
    CHECK(first && strstr(first, "\"status\":\"held\",\"channel\":\"government\",\"start\":\"2025-05-09\""));
    free(first);
}

/* Many pages on one contact, of which some are vague: they are one, although a telling may fit several groups. */
static const char *const crowd[] = {
    TALKS("một", "--06-12", BOTH), TALKS("hai", "2025-06-12", "An Văn Bình/VN; Ivan Petrov/RU; Lê Thị Cúc/VN"), TALKS("ba", "2025-06-12", "Ivan Petrov/RU; Oleg Sidorov/RU; An Văn Bình/VN"),
    TALKS("bốn", "2024-06-12", BOTH "; Lê Thị Cúc/VN"), TALKS("năm", "--06-12", BOTH), TALKS("sáu", "--06-12", "An Bình/VN; Petrov/RU"),
};

static void test_crowd(void) {
    bg_record *record = fresh("crowd.db");
    for (size_t i = 0; i < BG_COUNT(crowd); i++) add(record, crowd[i]);
    CHECK(row_count(record, "SELECT count(*) FROM contacts") == 3); /* of two years, and one of which nobody tells the year */
    bg_record_close(record);
}

/* ------------------------------------------------------------------ one page saved several times */

#define SAVED(url, captured, menu, date) \
    "Hai nước hội đàm\n@url " url "\n@captured " captured "\n@menu " menu "\nHai bên đã hội đàm và nhất trí.\n@event talks main held " date " - RU,VN - | " BOTH "\n"

static const char *const saved[] = {
    SAVED("https://www.vidu.vn/a.htm?utm_source=x#c", "2025-05-12T00:00:00Z", "một", "2025-05-10"),
    SAVED("http://vidu.vn/a.htm", "2025-05-11T00:00:00Z", "hai", "2025-05-10"), /* the first saved */
    SAVED("http://vidu.vn/a.htm/", "2025-05-13T00:00:00Z", "ba", "2025-05-10"),
    SAVED("http://vidu.vn/a.htm", "2025-05-14T00:00:00Z", "ba", "2025-05-11"), /* another article: a newer state */
    SAVED("http://vidu.vn/b.htm", "2025-05-14T00:00:00Z", "ba", "2025-05-10"), /* another page */
    "Bảy\n@event visit main held 2025-05-09 - RU,VN - | Petrov/RU\n",
};
#define SAVED_PAGES BG_COUNT(saved)

/* Everything that is in the record, but for the order of rows. */
static char *whole(bg_record *record) {
    static const char *const tables[] = {
        "SELECT id || ' ' || coalesce(copy_of, '-') || ' ' || stale || ' ' || coalesce(address, '-') || ' ' || coalesce(captured, '-') FROM pages ORDER BY 1",
        "SELECT page || ' ' || name FROM sources ORDER BY 1", "SELECT page || ' ' || owner || ' ' || n || ' ' || field || ' ' || coalesce(range_start, 0) FROM ranges ORDER BY 1",
        "SELECT id || ' ' || page FROM events ORDER BY 1", "SELECT contact || ' ' || event || ' ' || coalesce(reason, '') FROM contact_events ORDER BY 1",
        "SELECT id || ' ' || coalesce(start_date, '') FROM contacts ORDER BY 1", "SELECT page || ' ' || range_start || ' ' || exact FROM search ORDER BY 1"};
    return rows_of(record, tables, BG_COUNT(tables));
}

static void shuffle(size_t *order, size_t count, unsigned *seed) {
    for (size_t i = count - 1; i > 0; i--) {
        *seed = *seed * 1103515245u + 12345u;
        size_t k = (*seed >> 16) % (i + 1), other = order[i];
        order[i] = order[k];
        order[k] = other;
    }
}

static void test_most(void) {
    size_t order[MOST_PAGES], bad = 0;
    unsigned seed = 3;
    char *first = NULL, reason[200];
    for (size_t i = 0; i < MOST_PAGES; i++) order[i] = i;
    for (int round = 0; round < 30; round++) {
        bg_record *record = fresh("most.db");
        for (size_t i = 0; i < MOST_PAGES; i++) add(record, most[order[i]]);
        char *again = whole(record);
        if (!first) {
            CHECK(row_count(record, "SELECT count(*) FROM contacts") == 2);
            row_text(record, "SELECT reason FROM contact_events WHERE reason LIKE '%most told%'", reason, sizeof reason);
            CHECK(strstr(reason, "sides=RU,VN; date="));
            row_text(record, "SELECT reason FROM contact_events WHERE reason LIKE 'office=%'", reason, sizeof reason);
            CHECK(strstr(reason, "~An Văn Bình; ") && strstr(reason, "~Ivan Petrov; "));
        }
        bad += first && (!again || strcmp(first, again) != 0);
        if (first) free(again);
        else first = again;
        bg_record_close(record);
        shuffle(order, MOST_PAGES, &seed);
    }
    CHECK(bad == 0);
    free(first);
}

static void test_copies(void) {
    size_t order[SAVED_PAGES], bad = 0;
    unsigned seed = 11;
    char *first = NULL;
    for (size_t i = 0; i < SAVED_PAGES; i++) order[i] = i;
    for (int round = 0; round < 40; round++) {
        bg_record *record = fresh("copies.db");
        for (size_t i = 0; i < SAVED_PAGES; i++) add(record, saved[order[i]]);
        char *now = whole(record);
        if (!first) {
            CHECK(row_count(record, "SELECT count(*) FROM pages") == 6);
            CHECK(row_count(record, "SELECT count(*) FROM pages WHERE copy_of IS NOT NULL") == 2);
            CHECK(row_count(record, "SELECT count(*) FROM pages WHERE copy_of IS NULL AND captured LIKE '2025-05-11%'") == 1);
            CHECK(row_count(record, "SELECT count(*) FROM events") == 4);
            CHECK(row_count(record, "SELECT count(*) FROM contacts WHERE type = 'talks'") == 2);
        }
        bg_verified sum = {0};
        CHECK(bg_record_verify(record, NULL, NULL, NULL, &sum, NULL) == BG_OK && sum.pages == 6 && sum.faults == 0);
        bad += first && strcmp(first, now) != 0;
        if (first) free(now);
        else first = now;
        bg_record_close(record);
        shuffle(order, SAVED_PAGES, &seed);
    }
    CHECK(bad == 0);
    free(first);
}

static void test_states(void) {
    bg_record *record = fresh("copies.db");
    CHECK(add(record, saved[0]).added);
    bg_added copy = add(record, saved[1]), state = add(record, saved[3]), other = add(record, saved[4]);
    CHECK(copy.added && !copy.state); /* it was saved before, so that the facts are its own now */
    CHECK(!add(record, saved[2]).added && add(record, saved[2]).copy == false);
    CHECK(state.added && state.state);
    CHECK(other.added && !other.state);
    bg_out out = {0};
    bg_style style = {.json = true};
    sqlite3_stmt *stmt = bg_db__query(record, "SELECT min(e.id) FROM events e JOIN pages p ON p.id = e.page WHERE p.captured LIKE '2025-05-11%'", "");
    char id[18] = "";
    if (bg_db__row(record, stmt)) snprintf(id, sizeof id, "%s", bg_db__text(record, stmt, 0));
    bg_db__done(stmt);
    CHECK(bg_view_show(record, id, &style, &out, NULL) == BG_OK);
    CHECK(out.bytes && strstr(out.bytes, "\"copies\":[{") && strstr(out.bytes, "\"newer\":true"));
    bg_out_free(&out);
    CHECK(found(record, "nhất trí", NULL) == 3); /* copies are not found again */
    bg_record_close(record);
}

/* ------------------------------------------------------------------ records of earlier versions */

static bool unpack_old(const char *from, const char *to) {
    static char bytes[1 << 20];
    gzFile in = gzopen(from, "rb");
    int size = in ? gzread(in, bytes, sizeof bytes) : -1;
    FILE *out = size > 0 ? fopen(to, "wb") : NULL;
    bool done = out && fwrite(bytes, 1, (size_t)size, out) == (size_t)size;
    if (out) fclose(out);
    if (in) gzclose(in);
    return done;
}

static char *tables_of(bg_record *record) {
    bg_buf out;
    bg_buf__init(&out, 1 << 20);
    sqlite3_stmt *stmt = NULL;
    sqlite3_prepare_v2(record->db, "SELECT m.type || m.name || coalesce(m.sql, '') FROM sqlite_schema m ORDER BY 1", -1, &stmt, NULL);
    while (sqlite3_step(stmt) == SQLITE_ROW) bg_buf__print(&out, "%s\n", (const char *)sqlite3_column_text(stmt, 0));
    sqlite3_finalize(stmt);
    return out.bytes;
}

/* tests/unit/record-N.db.gz: five pages of our own, one of them HTML with an address, added by a program that knew version N. */
/* `outdated`: pages whose facts have other ids, or were not read. */
static void migrate(const char *from, size_t outdated) {
    bg_record *record = NULL;
    bg_data *data = NULL;
    bg_verified sum = {0};
    bg_reread again = {0};
    drop("old.db");
    if (!CHECK(unpack_old(from, path_of("old.db")))) return;
    CHECK(bg_data_open(NULL, &data, NULL) == BG_OK);
    CHECK(bg_record_open(path_of("old.db"), BG_RECORD_READ, &record, NULL) == BG_OK); /* reading brings it up to date too */
    bg_record_close(record);
    if (!CHECK(bg_record_open(path_of("old.db"), BG_RECORD_WRITE, &record, NULL) == BG_OK)) return;
    CHECK(row_count(record, "PRAGMA user_version") == BG_SCHEMA_VERSION);
    CHECK(bg_record_verify(record, data, NULL, NULL, &sum, NULL) == BG_OK && sum.pages == 5 && sum.faults == 0 && sum.outdated == outdated);
    CHECK(found(record, "hội đàm", NULL) > 0);
    CHECK(row_count(record, "SELECT count(*) FROM contact_people p JOIN contacts c ON c.id = p.contact WHERE p.day IS NOT coalesce(c.last_day, '')") == 0);
    CHECK(row_count(record, "SELECT count(*) FROM entities e JOIN pages p ON p.id = e.page WHERE e.form IS NOT NULL AND e.published IS NOT p.published") == 0);
    CHECK(row_count(record, "SELECT count(*) FROM standings") == row_count(record, "SELECT count(*) FROM threads WHERE open"));
    CHECK(bg_record_reread(record, data, &again, NULL) == BG_OK && again.pages == 5 && again.reread == 5);
    CHECK(bg_record_verify(record, data, NULL, NULL, &sum, NULL) == BG_OK && sum.faults == 0 && sum.outdated == 0);
    CHECK(row_count(record, "SELECT count(*) FROM pages WHERE address = 'vidu.vn/hoi-dam-1.htm' AND url_from = 'canonical' AND text_key IS NOT NULL") == 1);
    CHECK(row_count(record, "SELECT count(*) FROM search") == row_count(record, "SELECT sum(behind - first) FROM passages"));
    CHECK(row_count(record, "SELECT count(*) FROM page_lines") == 1);
    bg_record *new = fresh("new.db");
    CHECK(bg_record_settle(new, data, NULL, NULL) == BG_OK); /* with all its indexes */
    char *old_tables = tables_of(record), *new_tables = tables_of(new);
    CHECK(strcmp(old_tables, new_tables) == 0);
    free(old_tables);
    free(new_tables);
    bg_record_close(new);
    bg_record_close(record);
    bg_data_close(data);
}

/* record-7: what was decided of events, a statement and an entry holds when they have other ids. */
static void test_decisions_of_7(void) {
    static const char held[] = "SELECT count(*) FROM effects WHERE fact IN (SELECT id FROM events UNION ALL SELECT id FROM statements UNION ALL SELECT id FROM items)";
    bg_record *record = NULL;
    bg_data *data = NULL;
    bg_reread again = {0};
    if (!CHECK(unpack_old("tests/unit/record-7.db.gz", path_of("old.db")))) return;
    CHECK(bg_data_open(NULL, &data, NULL) == BG_OK);
    if (!CHECK(bg_record_open(path_of("old.db"), BG_RECORD_WRITE, &record, NULL) == BG_OK)) return;
    int64_t before = row_count(record, held), old = row_count(record, "SELECT count(*) FROM events JOIN decision_targets ON fact = id");
    CHECK(before == 6 && old == 4);
    CHECK(bg_record_reread(record, data, &again, NULL) == BG_OK && again.reread == 5);
    CHECK(row_count(record, "SELECT count(*) FROM events JOIN decision_targets ON fact = id") == 0);
    CHECK(row_count(record, held) == before && row_count(record, "SELECT count(*) FROM effects") == before);
    bg_record_close(record);
    bg_data_close(data);
}

/* What is a list in a row now, where a fact's own rows were; ranges and tellings. */
static char *lists_of(const char *name) {
    static const char *const lists[] = {"SELECT entity || n || office FROM offices ORDER BY 1", "SELECT event || n || entity || coalesce(role, '') FROM participants ORDER BY 1",
                                        "SELECT statement || n || topic FROM topics ORDER BY 1", "SELECT statement || n || entity FROM refers ORDER BY 1",
                                        "SELECT event || contact || n || coalesce(reason, '') || page || coalesce(published, '') FROM contact_events ORDER BY 1",
                                        "SELECT page || owner || n || field || coalesce(range_start || '-' || range_end, '') || coalesce(text, '') || coalesce(rule, '') FROM ranges ORDER BY 1",
                                        "SELECT date || coalesce(type, '') || sides || pages || id FROM timeline WHERE date IS NOT NULL ORDER BY 1"};
    bg_record plain = {0};
    char *out = NULL;
    if (sqlite3_open_v2(path_of(name), &plain.db, SQLITE_OPEN_READONLY, NULL) == SQLITE_OK) out = rows_of(&plain, lists, sizeof lists / sizeof *lists);
    sqlite3_close(plain.db);
    return out;
}

/* record-9: the samples, with three decisions. Its facts are where they lie now, under the ids that they had. */
static void test_facts_of_9(void) {
    static const char held[] = "SELECT count(*) FROM effects WHERE fact IN (SELECT id FROM events UNION ALL SELECT id FROM statements UNION ALL SELECT id FROM entities)";
    static const char *const tables[] = {"SELECT id FROM entities", "SELECT id FROM statements", "SELECT id FROM events"};
    bg_record *record = NULL;
    bg_verified sum = {0};
    drop("old.db");
    if (!CHECK(unpack_old("tests/unit/record-9.db.gz", path_of("old.db")))) return;
    char *before = lists_of("old.db");
    if (!CHECK(bg_record_open(path_of("old.db"), BG_RECORD_WRITE, &record, NULL) == BG_OK)) return;
    char *now = lists_of("old.db"), *ids = rows_of(record, tables, sizeof tables / sizeof *tables), *rest = NULL;
    CHECK(before && now && strlen(before) > 10000 && strcmp(before, now) == 0);
    for (char *id = strtok_r(ids, "\n", &rest); id; id = strtok_r(NULL, "\n", &rest)) {
        char whole[18], contact[18];
        bg_db__start(record, NULL);
        CHECK(bg_query__resolve(record, id, whole, contact) && strcmp(whole, id) == 0);
    }
    CHECK(row_count(record, held) == 3 && row_count(record, "SELECT count(*) FROM effects") == 3);
    CHECK(bg_record_verify(record, NULL, NULL, NULL, &sum, NULL) == BG_OK && sum.pages == 10 && sum.faults == 0);
    free(before);
    free(now);
    free(ids);
    bg_record_close(record);
}

/* record-10: three of the samples; the day of one contact was corrected when its entries did not follow. */
static void test_days_of_10(void) {
    bg_record *record = NULL;
    bg_verified sum = {0};
    drop("old.db");
    if (!CHECK(unpack_old("tests/unit/record-10.db.gz", path_of("old.db")))) return;
    if (!CHECK(bg_record_open(path_of("old.db"), BG_RECORD_WRITE, &record, NULL) == BG_OK)) return;
    CHECK(row_count(record, "SELECT count(*) FROM items WHERE day = 20241009") == 4 && row_count(record, "SELECT count(*) FROM items WHERE day = 20241008") == 1); /* a signing that the page tells of itself */
    CHECK(row_count(record, "SELECT count(*) FROM item_days WHERE day = 20241008") == 4 && row_count(record, "SELECT count(*) FROM item_days") == 4);
    CHECK(row_count(record, "SELECT count(*) FROM item_threads") == row_count(record, "SELECT count(*) FROM items"));
    CHECK(bg_record_verify(record, NULL, NULL, NULL, &sum, NULL) == BG_OK && sum.pages == 3 && sum.faults == 0);
    bg_record_close(record);
}

/* record-12: two of the samples, added in a transaction after which the process ended: persons are not counted, entries not linked. */
static void test_due_of_12(void) {
    bg_record *record = NULL;
    bg_data *data = NULL;
    bg_verified sum = {0};
    drop("old.db");
    if (!CHECK(unpack_old("tests/unit/record-12.db.gz", path_of("old.db")))) return;
    CHECK(bg_data_open(NULL, &data, NULL) == BG_OK);
    if (!CHECK(bg_record_open(path_of("old.db"), BG_RECORD_WRITE, &record, NULL) == BG_OK)) return;
    CHECK(row_count(record, "SELECT count(*) FROM items_due d JOIN items i ON i.row = d.row") == 13 && row_count(record, "SELECT count(*) FROM item_threads") == 0);
    CHECK(row_count(record, "SELECT count(*) FROM new_people w JOIN pages p ON p.n = w.n") == 2 && row_count(record, "SELECT count(*) FROM spellings") == 0);
    CHECK(bg_record_settle(record, data, NULL, NULL) == BG_OK);
    CHECK(row_count(record, "SELECT count(*) FROM item_threads") == 13 && row_count(record, "SELECT count(*) FROM items_due") == 0);
    CHECK(row_count(record, "SELECT count(*) FROM new_people") == 0 && row_count(record, "SELECT count(*) FROM spellings") > 0);
    CHECK(bg_record_verify(record, data, NULL, NULL, &sum, NULL) == BG_OK && sum.faults == 0);
    bg_record_close(record);
    bg_data_close(data);
}

static void test_migration(void) {
    migrate("tests/unit/record-1.db.gz", 5);
    migrate("tests/unit/record-2.db.gz", 4);
    migrate("tests/unit/record-3.db.gz", 4);
    migrate("tests/unit/record-4.db.gz", 4);
    migrate("tests/unit/record-7.db.gz", 4);
    test_decisions_of_7();
    test_facts_of_9();
    test_days_of_10();
    test_due_of_12();
}

/* ------------------------------------------------------------------ adding, asking */

#define PAGE "Hai nước hội đàm\nHai bên đã hội đàm và nhất trí đôn đốc thực hiện thỏa thuận.\n" \
    "@event talks main held 2025-05-10 - RU,VN Hà_Nội | " BOTH "\n@say both agrees sớm mở đường bay thẳng\n" \
    "@note statement.no-speaker câu này không rõ ai nói\n"

static void test_add(void) {
    bg_record *record = fresh("add.db");
    bg_added one = add(record, PAGE), two = add(record, PAGE);
    CHECK(one.added && one.events == 1 && one.statements == 1 && one.notes == 1 && one.merged == 0);
    CHECK(!two.added);
    CHECK(row_count(record, "SELECT count(*) FROM pages") == 1);
    CHECK(row_count(record, "SELECT count(*) FROM events") == 1);
    CHECK(row_count(record, "SELECT count(*) FROM notes") == 1);
    CHECK(row_count(record, "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name IN ('pages','page_ranges') AND sql LIKE '%STRICT%'") == 2);
    CHECK(add(record, "khác\n" PAGE).merged == 1);
    bg_verified sum = {0};
    CHECK(bg_record_verify(record, NULL, NULL, NULL, &sum, NULL) == BG_OK && sum.pages == 2 && sum.faults == 0 && sum.ranges > 10);
    bg_record_close(record);
}

static const char late_indexes[] = "SELECT count(*) FROM sqlite_schema WHERE name IN ('entities_form', 'page_lines_host', 'namings_form', 'namings_told', 'contacts_day', 'contacts_last', 'contacts_doubt',"
                                   " 'contact_people_form')";

/* What a new record is without until it is settled is found all the same. */
static void test_late_indexes(void) {
    bg_data *data = NULL;
    bg_record *record = fresh("late.db");
    CHECK(bg_data_open(NULL, &data, NULL) == BG_OK);
    CHECK(bg_record_begin(record, NULL) == BG_OK);
    CHECK(add(record, PAGE).added);
    CHECK(bg_record_commit(record, NULL, NULL) == BG_OK);
    CHECK(row_count(record, late_indexes) == 0);
    bg_record_close(record);
    CHECK(bg_record_open(path_of("late.db"), BG_RECORD_READ, &record, NULL) == BG_OK);
    int64_t contacts = row_count(record, "SELECT count(*) FROM contacts WHERE first_day IS NOT NULL");
    CHECK(contacts > 0 && found(record, "hội đàm", NULL) > 0);
    bg_record_close(record);
    CHECK(bg_record_open(path_of("late.db"), BG_RECORD_WRITE, &record, NULL) == BG_OK);
    CHECK(bg_record_settle(record, data, NULL, NULL) == BG_OK);
    CHECK(row_count(record, late_indexes) == 8);
    CHECK(row_count(record, "SELECT count(*) FROM contacts INDEXED BY contacts_day WHERE first_day IS NOT NULL") == contacts);
    CHECK(bg_record_settle(record, data, NULL, NULL) == BG_OK); /* they are made once */
    CHECK(row_count(record, late_indexes) == 8);
    bg_record_close(record);
    bg_data_close(data);
}

static void test_search(void) {
    bg_record *record = fresh("search.db");
    bool exact_first = false;
    add(record, PAGE);
    add(record, "Chuyện khác\nCon hổ đực đứng đơn độc giữa hội đám.\n");
    CHECK(found(record, "hội đàm", &exact_first) >= 2 && exact_first);
    CHECK(found(record, "hoi dam", NULL) >= 3);
    CHECK(found(record, "HỘI ĐÀM", &exact_first) >= 2 && exact_first);
    CHECK(found(record, "đôn đốc", &exact_first) == 2 && exact_first);
    CHECK(found(record, "don doc", NULL) == 2);
    CHECK(found(record, "ho\xcc\xa3\xcc\x82i \xc4\x91" "a\xcc\x80m", &exact_first) >= 2 && exact_first); /* decomposed */
    CHECK(found(record, "\"nhất trí đôn đốc\"", NULL) == 1);
    CHECK(found(record, "\"đôn nhất\"", NULL) == 0);
    CHECK(found(record, "không-có-chữ-này", NULL) == 0);
    CHECK(found(record, "hội OR ( \" * NEAR exact:", NULL) == 0); /* no syntax of the index */
    bg_error err = {0};
    bg_out out = {0};
    bg_style style = {0};
    CHECK(bg_view_search(record, " ,. ", NULL, &style, &out, NULL, &err) == BG_E_USAGE);
    CHECK(bg_view_search(record, "\xff", NULL, &style, &out, NULL, &err) == BG_E_USAGE);
    bg_record_close(record);
}

static size_t lines_of(bg_record *record, bg_filter filter) {
    size_t lines = 99;
    free(timeline(record, &filter, &lines));
    return lines;
}

/* Reads a page again with only so many of its passages, in a transaction that is begun. */
static void again(bg_record *record, const char *text, size_t passages) {
    bg_ids ids;
    mini *m = mini_read("page", text);
    if (m->doc.article.body_count > passages) m->doc.article.body_count = passages;
    bg_db__start(record, NULL);
    CHECK(bg_ids__make(m->arena, &m->doc, text, strlen(text), &ids));
    snprintf(ids.text_key, sizeof ids.text_key, "k"); /* what recurs on a site is of its text, passage or not */
    bg_place__again(record, m->arena, &m->doc, &ids, text, strlen(text));
    CHECK(record->code == BG_OK);
    mini_free(m);
}

/* Words leave the index at the end of a batch: what goes, comes back and goes again meanwhile is there or not as it was last, what came in the same batch too. */
static void test_words_of_a_batch(void) {
    static const char old[] = "tựa\nđoạn một\nđoạn hai\nđoạn ba", new[] = "khác\nđoạn bốn\nđoạn năm";
    static const size_t ways[][4] = {{3, 3, 3, 3}, {2, 3, 3, 3}, {1, 3, 2, 3}, {2, 1, 3, 2}, {1, 2, 1, 2}};
    for (size_t i = 0; i < BG_COUNT(ways); i++) {
        bg_record *record = fresh("search.db");
        CHECK(bg_record_begin(record, NULL) == BG_OK);
        add(record, old), again(record, old, 3);
        CHECK(bg_record_commit(record, NULL, NULL) == BG_OK && bg_record_begin(record, NULL) == BG_OK);
        add(record, new);
        for (size_t k = 0; k < 4; k++) again(record, old, ways[i][k]), again(record, new, ways[i][3 - k]);
        CHECK(bg_record_commit(record, NULL, NULL) == BG_OK);
        CHECK(found(record, "một", NULL) == 1 && found(record, "hai", NULL) == 1 && found(record, "ba", NULL) == (ways[i][3] == 3));
        CHECK(found(record, "bốn", NULL) == 1 && found(record, "năm", NULL) == (ways[i][0] > 1));
        CHECK(row_count(record, "SELECT count(*) FROM search") == (int64_t)(3 + ways[i][3] + (ways[i][0] > 1)));
        CHECK(rows_wrong(record) == 0);
        sqlite3_exec(record->db, "INSERT INTO search(search) VALUES('integrity-check')", NULL, NULL, NULL);
        CHECK(sqlite3_errcode(record->db) == SQLITE_OK);
        bg_record_close(record);
    }
}

static void test_filters(void) {
    bg_record *record = fresh("filter.db");
    add(record, TALKS("a", "2021-09-27", BOTH));
    add(record, "b\n@event call main held 2022-03 - LA,VN - | An Văn Bình/VN; Kham/LA\n");
    add(record, "c\n@event call main held --03-01 - LA,VN - | Ai Đó/VN; Kham/LA\n");
    CHECK(lines_of(record, (bg_filter){0}) == 3);
    CHECK(lines_of(record, (bg_filter){.country = "vn,ru"}) == 1);
    CHECK(lines_of(record, (bg_filter){.country = "VN"}) == 3);
    CHECK(lines_of(record, (bg_filter){.person = "van binh"}) == 2);
    CHECK(lines_of(record, (bg_filter){.person = "BÌNH"}) == 2);
    CHECK(lines_of(record, (bg_filter){.person = "' OR 1=1 --"}) == 0);
    CHECK(lines_of(record, (bg_filter){.type = "call", .from = "2022-03-15"}) == 1);
    CHECK(lines_of(record, (bg_filter){.to = "2021"}) == 1);
    CHECK(lines_of(record, (bg_filter){.channel = "party"}) == 0);
    char *wrong = timeline(record, &(bg_filter){.from = "hôm qua"}, NULL);
    CHECK(wrong == NULL);
    free(wrong);
    bg_record_close(record);
}

/* Of three dated and two undated contacts so many of each; "" before: none is left out. */
static void check_most(bg_record *record, bg_filter filter, size_t room, size_t shown, const char *before, bool undated) {
    bg_contacts list = {0};
    bg_left_out left;
    bg_arena *arena = bg_arena__new();
    bg_db__start(record, NULL);
    CHECK(bg_query__contacts(record, arena, &filter, room, &list, &left) && list.count == shown);
    CHECK(strcmp(left.before ? left.before : "", before) == 0 && left.undated == undated);
    for (size_t i = 1; i < list.count; i++) CHECK(!list.items[i].start || (list.items[i - 1].start && (list.items[i].start[0] == '-' || strcmp(list.items[i - 1].start, list.items[i].start) <= 0)));
    bg_arena__free(arena);
}

static void test_left_out(void) {
    static const bg_filter ways[] = {{0}, {.country = "VN,RU"}, {.person = "van binh"}, {.type = "talks"}, {.from = "2020"}};
    bg_record *record = fresh("most.db");
    add(record, TALKS("a", "2020-09-27", BOTH));
    add(record, TALKS("b", "2021-09-27", BOTH));
    add(record, TALKS("c", "2022-09-27", BOTH));
    add(record, TALKS("d", "--03-01", BOTH));
    add(record, TALKS("e", "--07-01", BOTH));
    for (size_t i = 0; i < BG_COUNT(ways); i++) {
        bool undated = !ways[i].from;
        check_most(record, ways[i], 0, undated ? 5 : 3, "", false);
        check_most(record, ways[i], 3, undated ? 5 : 3, "", false);
        check_most(record, ways[i], 1, undated ? 2 : 1, "2021-09-27", undated);
    }
    check_most(record, (bg_filter){.person = "van binh", .to = "2021-09-27"}, 1, 1, "2020-09-27", false);
    CHECK(row_count(record, "SELECT count(*) FROM contact_people p JOIN contacts c ON c.id = p.contact WHERE p.day IS NOT coalesce(c.last_day, '')") == 0);
    CHECK(row_count(record, "SELECT count(*) FROM entities e JOIN pages p ON p.id = e.page WHERE e.form IS NOT NULL AND e.published IS NOT p.published") == 0);
    bg_record_close(record);
}

static bool shows(bg_record *record, const char *id, const char *words) {
    bg_out out = {0};
    bg_style style = {0};
    bool good = bg_view_show(record, id, &style, &out, NULL) == BG_OK && strstr(out.bytes, words);
    bg_out_free(&out);
    return good;
}

static void test_show(void) {
    bg_record *record = fresh("show.db");
    bg_out out = {0};
    bg_style style = {0};
    bg_error err = {0};
    char id[18];
    add(record, PAGE);
    add(record, "Bài đăng lại\n" PAGE);
    sqlite3_stmt *stmt = bg_db__query(record, "SELECT max(id) FROM events", ""); /* not the contact's own id */
    bg_db__row(record, stmt);
    snprintf(id, sizeof id, "%s", bg_db__text(record, stmt, 0));
    bg_db__done(stmt);
    CHECK(shows(record, id, "⟦@event talks"));
    id[9] = 0;
    CHECK(shows(record, id, "sớm mở đường bay thẳng"));
    CHECK(bg_view_show(record, "v0", &style, &out, &err) == BG_E_NOTFOUND || err.code == BG_E_USAGE || out.size);
    CHECK(bg_view_show(record, "x' OR 1", &style, &out, &err) == BG_E_NOTFOUND);
    CHECK(bg_view_explain(record, id, &style, &out, &err) == BG_OK && strstr(out.bytes, "test.type"));
    bg_out_free(&out);
    bg_record_close(record);
}

/* ------------------------------------------------------------------ what can go wrong */

static bg_code open_code(const char *name, bg_record_mode mode) {
    bg_record *record = NULL;
    bg_error err = {0};
    bg_code code = bg_record_open(path_of(name), mode, &record, &err);
    if (code && !strstr(err.message, path_of(name))) code = BG_E_INTERNAL; /* the message must name the file */
    bg_record_close(record);
    return code;
}

static void write_file(const char *name, const char *bytes) {
    FILE *to = fopen(path_of(name), "wb");
    fputs(bytes, to);
    fclose(to);
}

static void other_db(const char *name, const char *sql) {
    sqlite3 *db = NULL;
    drop(name);
    if (sqlite3_open(path_of(name), &db) == SQLITE_OK) sqlite3_exec(db, sql, NULL, NULL, NULL);
    sqlite3_close(db);
}

static void test_bad_files(void) {
    write_file("text.db", "đây không phải SQLite, chỉ là chữ, chữ và chữ, rất nhiều chữ cho đủ một trang đầu tiên của tệp.");
    CHECK(open_code("text.db", BG_RECORD_READ) == BG_E_RECORD_TYPE);
    CHECK(open_code("text.db", BG_RECORD_WRITE) == BG_E_RECORD_TYPE);
    other_db("other.db", "CREATE TABLE mine(x); INSERT INTO mine VALUES(1);");
    CHECK(open_code("other.db", BG_RECORD_WRITE) == BG_E_RECORD_TYPE);
    bg_record_close(fresh("newer.db"));
    sqlite3 *db = NULL;
    sqlite3_open(path_of("newer.db"), &db);
    sqlite3_exec(db, "PRAGMA user_version = 99", NULL, NULL, NULL);
    sqlite3_close(db);
    CHECK(open_code("newer.db", BG_RECORD_READ) == BG_E_RECORD_NEWER);
    CHECK(open_code("newer.db", BG_RECORD_WRITE) == BG_E_RECORD_NEWER);
    CHECK(open_code("nowhere.db", BG_RECORD_READ) == BG_E_RECORD);
    CHECK(open_code("no/such/folder.db", BG_RECORD_WRITE) == BG_E_RECORD);
    write_file("empty.db", "");
    CHECK(open_code("empty.db", BG_RECORD_READ) == BG_E_RECORD_TYPE);
    CHECK(open_code("empty.db", BG_RECORD_WRITE) == BG_OK);
    CHECK(open_code("empty.db", BG_RECORD_READ) == BG_OK);
}

static void test_full(void) {
    bg_record *record = fresh("full.db");
    static char big[400000];
    unsigned seed = 1;
    add(record, PAGE);
    strcpy(big, "trang lớn\n");
    for (size_t i = strlen(big); i < sizeof big - 1; i++) { /* noise, so that it does not pack well */
        seed = seed * 1103515245u + 12345u;
        big[i] = i % 60 == 0 ? '\n' : (char)('a' + (seed >> 16) % 26);
    }
    char limit[64];
    snprintf(limit, sizeof limit, "PRAGMA max_page_count = %lld", (long long)row_count(record, "PRAGMA page_count") + 4);
    sqlite3_exec(record->db, limit, NULL, NULL, NULL);
    mini *m = mini_read("big", big);
    bg_error err = {0};
    CHECK(bg_record_add(record, &m->doc, big, strlen(big), NULL, &err) == BG_E_RECORD_FULL);
    CHECK(strstr(err.message, path_of("full.db")) != NULL);
    bg_verified sum = {0};
    CHECK(bg_record_verify(record, NULL, NULL, NULL, &sum, NULL) == BG_OK && sum.pages == 1 && sum.faults == 0);
    sqlite3_exec(record->db, "PRAGMA max_page_count = 1000000", NULL, NULL, NULL);
    CHECK(bg_record_add(record, &m->doc, big, strlen(big), NULL, &err) == BG_OK);
    mini_free(m);
    bg_record_close(record);
}

typedef struct seen {
    char problem[32], field[32];
} seen;

static void keep_fault(void *context, const bg_fault *fault) {
    seen *s = context;
    snprintf(s->problem, sizeof s->problem, "%s", fault->problem);
    snprintf(s->field, sizeof s->field, "%s", fault->field ? fault->field : "");
}

/* Change a record with `sql`; the last problem that verify reports. */
static const char *problem_after(const char *sql) {
    static seen s;
    bg_record *record = fresh("bad.db");
    bg_verified sum = {0};
    s = (seen){{0}, {0}};
    add(record, PAGE);
    sqlite3_exec(record->db, sql, NULL, NULL, NULL);
    bg_record_verify(record, NULL, keep_fault, &s, &sum, NULL);
    bg_record_close(record);
    return s.problem;
}

static void test_verify(void) {
    CHECK(strcmp(problem_after("SELECT 1"), "") == 0);
    CHECK(strcmp(problem_after("UPDATE page_ranges SET text = replace(text, 'sớm', 'mới')"), "range.text") == 0);
    CHECK(strcmp(problem_after("UPDATE page_ranges SET ranges = replace(ranges, '[\"mention\",', '[\"mention\",99999,9')"), "range.outside") == 0);
    CHECK(strcmp(problem_after("UPDATE statements SET content = 'khác'"), "range.text") == 0);
    CHECK(strcmp(problem_after("UPDATE pages SET sha256 = 'ff'"), "page.hash") == 0);
    CHECK(strcmp(problem_after("UPDATE pages SET bytes = x'00'"), "page.damaged") == 0);
    CHECK(strcmp(problem_after("UPDATE search SET exact = 'khác' WHERE rowid = 1"), "search.text") == 0);
    CHECK(strcmp(problem_after("UPDATE page_ranges SET ranges = json_remove(ranges, '$.' || (SELECT id FROM events))"), "fact.range") == 0);
    CHECK(strcmp(problem_after("DELETE FROM entities WHERE id IN (SELECT entity FROM participants)"), "row.lost") == 0);
}

static void test_busy(void) {
    bg_record *record = fresh("busy.db");
    sqlite3 *other = NULL;
    bg_error err = {0};
    mini *m = mini_read("page", PAGE);
    sqlite3_open(path_of("busy.db"), &other);
    sqlite3_exec(other, "BEGIN IMMEDIATE", NULL, NULL, NULL);
    sqlite3_busy_timeout(record->db, 10);
    CHECK(bg_record_add(record, &m->doc, PAGE, strlen(PAGE), NULL, &err) == BG_E_RECORD_BUSY);
    sqlite3_exec(other, "COMMIT", NULL, NULL, NULL);
    CHECK(bg_record_add(record, &m->doc, PAGE, strlen(PAGE), NULL, &err) == BG_OK);
    sqlite3_close(other);
    mini_free(m);
    bg_record_close(record);
}

/* Another handle moves what was committed into the file; not what somebody may still read as it was. */
static void test_flush(void) {
    bg_record *record = fresh("flush.db"), *other = NULL, *reader = NULL;
    size_t left = 99;
    add(record, PAGE);
    CHECK(bg_record_open(path_of("flush.db"), BG_RECORD_WRITE, &other, NULL) == BG_OK);
    CHECK(bg_record_flush(other, NULL, &left, NULL) == BG_OK && left == 0);
    CHECK(bg_record_open(path_of("flush.db"), BG_RECORD_READ, &reader, NULL) == BG_OK);
    sqlite3_exec(reader->db, "BEGIN; SELECT count(*) FROM pages", NULL, NULL, NULL);
    CHECK(bg_record_begin(record, NULL) == BG_OK);
    add(record, "khác\n" PAGE);
    CHECK(bg_record_flush(other, NULL, &left, NULL) == BG_OK && left == 0); /* nothing is committed yet */
    CHECK(bg_record_commit(record, NULL, NULL) == BG_OK);
    CHECK(bg_record_flush(other, NULL, &left, NULL) == BG_OK && left > 0);
    sqlite3_exec(reader->db, "COMMIT", NULL, NULL, NULL);
    CHECK(bg_record_flush(other, NULL, &left, NULL) == BG_OK && left == 0);
    size_t before = 0, behind = 0;
    CHECK(bg_record_flush(other, &before, NULL, NULL) == BG_OK);
    add(record, "nữa\n" PAGE); /* all is moved: the log begins anew */
    CHECK(bg_record_flush(other, &behind, NULL, NULL) == BG_OK && behind < before * 3 / 2);
    bg_record_close(reader);
    bg_record_close(other);
    bg_record_close(record);
}

static void test_names(void) {
    CHECK(bg_fold__same_person("andrey yatskin", "andrey vladimirovich yatskin"));
    CHECK(bg_fold__same_person("a rudenko", "andrey rudenko"));
    CHECK(!bg_fold__same_person("son", "bui thanh son"));
    CHECK(bg_fold__same_person("putin", "vladimir putin"));
    CHECK(!bg_fold__same_person("vladimir putin", "vladimir ivanov"));
    CHECK(!bg_fold__same_person("", "vladimir putin"));
}

/* ------------------------------------------------------------------ texts for the index */

static bool composes_as(const char *text, size_t size) {
    bg_buf out;
    utf8proc_uint8_t *composed = NULL;
    bg_buf__init(&out, 1 << 16);
    utf8proc_ssize_t length = utf8proc_map((const utf8proc_uint8_t *)text, (utf8proc_ssize_t)size, &composed, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
    bool same = bg_text__nfc(text, size, &out) && length >= 0 && out.size == (size_t)length && memcmp(out.bytes, composed, out.size) == 0;
    free(composed);
    bg_buf__free(&out);
    return same;
}

/* What is taken as it stands is what the library makes of it: each letter below U+3100, alone and before a combining mark. */
static void test_composing(void) {
    size_t wrong = 0;
    for (uint32_t c = 1; c < 0x3100; c++) {
        char text[16];
        if (utf8proc_category((utf8proc_int32_t)c) == UTF8PROC_CATEGORY_CN) continue;
        size_t size = bg_utf8__put(c, text);
        wrong += !composes_as(text, size);
        size += bg_utf8__put(0x301, text + size);
        wrong += !composes_as(text, size);
    }
    CHECK(wrong == 0);
}

int main(void) {
    static const char *const files[] = {"pair.db", "story.db", "add.db", "search.db", "filter.db", "show.db", "text.db", "other.db",
                                        "newer.db", "empty.db", "full.db", "bad.db", "busy.db", "copies.db", "old.db", "new.db"};
    if (!mkdtemp(folder)) return 1;
    test_names();
    test_days();
    test_pairs();
    test_nameless();
    test_offices();
    test_elsewhere();
    test_open();
    test_most();
    test_order();
    test_crowd();
    test_copies();
    test_states();
    test_migration();
    test_composing();
    test_add();
    test_late_indexes();
    test_search();
    test_words_of_a_batch();
    test_filters();
    test_left_out();
    test_show();
    test_bad_files();
    test_full();
    test_verify();
    test_busy();
    test_flush();
    for (size_t i = 0; i < BG_COUNT(files); i++) drop(files[i]);
    rmdir(folder);
    printf("%zu passed, %zu failed\n", passed, failed);
    return failed ? 1 : 0;
}
