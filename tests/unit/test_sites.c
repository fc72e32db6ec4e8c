/*
 * test_sites: lines that recur on the pages of a site. Teasers of other stories are left out of the article, a story's own lead and what was reprinted are not;
 * pages added in random orders and in several batches, settled after each, give the same record.
 */
#include "article/repeated.h"
#include "record/lines.h"
#include "record/db.h"
#include "rows.h"
#include "test.h"

#include <unistd.h>

#define STORIES 8
#define REPRINTS 3
#define PAGES (STORIES + REPRINTS + 2)

static bg_data *data;
static char folder[] = "/tmp/bg-sites-XXXXXX", path[64];

/* ------------------------------------------------------------------ pages: stories of one site, each with teasers of four others */

static const struct {
    const char *country, *name, *city;
} guests[STORIES] = {{"Lào", "Khamsouk Vongxay", "Viêng Chăn"}, {"Nga", "Ivan Petrov", "Mát-xcơ-va"}, {"Nhật Bản", "Kenji Tanaka", "Tokyo"}, {"Pháp", "Jean Moulin", "Paris"},
                     {"Đức", "Anna Berg", "Berlin"}, {"Ấn Độ", "Arun Mehta", "New Delhi"}, {"Cuba", "Carlos Vidal", "La Habana"}, {"Úc", "Mary Wood", "Canberra"}};

static void lead_of(unsigned k, bg_buf *out) {
    bg_buf__print(out, "Ngày %u/4/2024, tại %s, Bộ trưởng Ngoại giao An Văn Bình đã hội đàm với Bộ trưởng Ngoại giao %s %s.\n", k + 1, guests[k].city, guests[k].country, guests[k].name);
}

static void own_of(unsigned k, bg_buf *out) {
    bg_buf__print(out, "Tại hội đàm, Bộ trưởng %s đề nghị mỗi năm trao đổi %u sinh viên giữa các trường đại học của hai nước.\n", guests[k].name, k + 40);
    bg_buf__print(out, "Bộ trưởng An Văn Bình cảm ơn %s đã đón tiếp đoàn và mong muốn mở đường bay thẳng số %u tới %s.\n", guests[k].country, k + 60, guests[k].city);
    bg_buf__print(out, "Hai bên nhất trí trao đổi đoàn cấp cao vào quý %u năm 2025 và lập nhóm công tác số %u.\n", k % 4 + 1, k + 80);
}

static void make_page(unsigned n, bg_buf *out) {
    unsigned k = n % STORIES;
    if (n < STORIES) bg_buf__print(out, "Việt Nam và %s hội đàm tại %s\n\n", guests[k].country, guests[k].city);
    else if (n < STORIES + REPRINTS) bg_buf__print(out, "Đăng lại lần %u: hội đàm Việt Nam - Lào\n\n", n), k = 0;
    else bg_buf__print(out, "Trang khác số %u kể về hội đàm\n\n", n);
    lead_of(k, out);
    own_of(k, out);
    for (unsigned i = 1; n < STORIES && i <= 4; i++) lead_of((k + i) % STORIES, out);
}

typedef struct given {
    bg_buf bytes;
    char url[80], name[32];
} given;

static given pages[PAGES];

static void make_pages(void) {
    for (unsigned n = 0; n < PAGES; n++) {
        bg_buf__init(&pages[n].bytes, 1 << 20);
        make_page(n, &pages[n].bytes);
        snprintf(pages[n].url, sizeof pages[n].url, "https://%s/tin-%u.htm", n < PAGES - 2 ? "vidu.vn" : "khac.vn", n);
        snprintf(pages[n].name, sizeof pages[n].name, "tin-%u.txt", n);
    }
}

/* ------------------------------------------------------------------ records */

static void drop(void) {
    static const char *const tails[] = {"", "-wal", "-shm"};
    char name[80];
    for (size_t i = 0; i < BG_COUNT(tails); i++) {
        snprintf(name, sizeof name, "%s%s", path, tails[i]);
        unlink(name);
    }
}

static void add(bg_record *record, const given *page) {
    bg_item item = {.source = page->name, .bytes = page->bytes.bytes, .size = page->bytes.size, .url = page->url, .type = "text/plain"};
    bg_doc *doc = NULL;
    if (CHECK(bg_doc_read_item(data, &item, &doc, NULL) == BG_OK)) CHECK(bg_record_add(record, doc, item.bytes, item.size, NULL, NULL) == BG_OK);
    bg_doc_free(doc);
}

#define AHEAD 2

/* The page at `place`, with what is known by then of its site. */
static bg_doc *read_recent(bg_recent *recent, bg_record *record, size_t place, const given *page) {
    bg_item item = {.source = page->name, .bytes = page->bytes.bytes, .size = page->bytes.size, .url = page->url, .type = "text/plain"};
    bg_doc *doc = NULL;
    CHECK(bg_recent_read(recent, record, place, data, &item, &doc, NULL) == BG_OK);
    return doc;
}

static bool same_numbers(const bg_doc *a, const bg_doc *b) {
    return a->item.repeated_count == b->item.repeated_count && (!a->item.repeated_count || memcmp(a->item.repeated, b->item.repeated, a->item.repeated_count * sizeof *a->item.repeated) == 0);
}

/* Pages in this order; returns how many were read with something. */
static size_t add_recent(bg_record *record, const size_t *order, size_t first, size_t behind) {
    bg_recent *recent = NULL;
    bg_doc *ahead[PAGES] = {NULL};
    size_t known = 0;
    CHECK(bg_recent_new(record, AHEAD, &recent, NULL) == BG_OK);
    for (size_t i = first; i < behind && test_good; i++) {
        for (size_t k = i; k < behind && k <= i + AHEAD - 1; k++) /* read as soon as it may be … */
            if (!ahead[k]) ahead[k] = read_recent(recent, record, k - first, &pages[order[k]]);
        bg_doc *late = read_recent(recent, record, i - first, &pages[order[i]]); /* … and as late as it may be */
        bg_prepared *prepared = NULL;
        bg_added added = {0};
        CHECK(same_numbers(ahead[i], late));
        known += late->item.repeated_count > 0;
        CHECK(bg_record_prepare(late, pages[order[i]].bytes.bytes, pages[order[i]].bytes.size, &prepared, NULL) == BG_OK);
        CHECK(bg_record_add_prepared(record, late, prepared, pages[order[i]].bytes.bytes, pages[order[i]].bytes.size, &added, NULL) == BG_OK && added.added);
        bg_recent_add(recent, late, prepared, i - first);
        bg_prepared_free(prepared);
        bg_doc_free(ahead[i]), bg_doc_free(late);
    }
    bg_recent_free(recent);
    return known;
}

/* Every table but for the order of rows. */
static char *whole(bg_record *record) {
    CHECK(rows_wrong(record) == 0);
    static const char *const tables[] = {
        "SELECT id || stale || coalesce(copy_of, '-') FROM pages ORDER BY 1", "SELECT page || name FROM sources ORDER BY 1",
        "SELECT page || owner || n || ' ' || field || ' ' || coalesce(range_start, 0) || ' ' || coalesce(rule, '') FROM ranges ORDER BY 1", "SELECT id || page FROM events ORDER BY 1",
        "SELECT id || coalesce(speaker, '') || coalesce(content, '') FROM statements ORDER BY 1", "SELECT contact || event || coalesce(reason, '') FROM contact_events ORDER BY 1",
        "SELECT id || coalesce(start_date, '') FROM contacts ORDER BY 1", "SELECT page || range_start || exact FROM search ORDER BY 1",
        "SELECT page || lead || coalesce(read_with, '-') || hex(lines) FROM page_lines ORDER BY 1", "SELECT host || number || ' ' || pages || ' ' || kept FROM site_lines ORDER BY 1",
        "SELECT host FROM changed_sites"};
    return rows_of(record, tables, BG_COUNT(tables));
}

static bg_record *fresh(void) {
    bg_record *record = NULL;
    drop();
    CHECK(bg_record_open(path, BG_RECORD_WRITE, &record, NULL) == BG_OK);
    return record;
}

/* ------------------------------------------------------------------ tests */

static void teasers_are_left_out(void) {
    bg_record *record = fresh();
    for (size_t i = 0; i < PAGES; i++) add(record, &pages[i]);
    int64_t before = row_count(record, "SELECT count(*) FROM events");
    size_t reread = 0;
    CHECK(bg_record_settle(record, data, &reread, NULL) == BG_OK && reread > 0);
    CHECK_SAY(before > 5 * STORIES, "%d events before", (int)before);
    CHECK(row_count(record, "SELECT count(*) FROM ranges WHERE rule = 'site.repeated'") == 4 * STORIES);
    CHECK(row_count(record, "SELECT count(*) FROM events e JOIN pages p ON p.id = e.page WHERE p.title LIKE 'Việt Nam và %'") == STORIES);
    /* every story keeps its own lead, and reprints keep what they share */
    CHECK(row_count(record, "SELECT count(*) FROM ranges WHERE field = 'paragraph'") == 4 * PAGES);
    CHECK(row_count(record, "SELECT count(*) FROM statements WHERE content LIKE '%trao đổi 40 sinh viên%'") == 1 + REPRINTS);
    CHECK(row_count(record, "SELECT count(*) FROM site_lines WHERE host = 'khac.vn'") == 0);
    bg_verified sum;
    CHECK(bg_record_verify(record, data, NULL, NULL, &sum, NULL) == BG_OK && sum.faults == 0 && sum.outdated == 0);
    CHECK(bg_record_settle(record, data, &reread, NULL) == BG_OK && reread == 0);
    bg_out out = {0};
    bg_style style = {.json = true};
    size_t sites = 0;
    CHECK(bg_view_sites(record, NULL, &style, &out, &sites, NULL) == BG_OK && sites == 2);
    CHECK(out.bytes && strstr(out.bytes, "\"host\":\"vidu.vn\",\"pages\":11") && strstr(out.bytes, "\"dropped_by\":\"site\"") && strstr(out.bytes, "Ngày 3/4/2024"));
    bg_out_free(&out);
    bg_record_close(record);
}

static void shuffle(size_t *order, unsigned *seed) {
    for (size_t i = PAGES - 1; i > 0; i--) {
        *seed = *seed * 1103515245u + 12345u;
        size_t k = (*seed >> 16) % (i + 1), other = order[i];
        order[i] = order[k];
        order[k] = other;
    }
}

static void any_order_any_batches(void) {
    size_t order[PAGES];
    unsigned seed = 3;
    char *first = NULL;
    for (size_t i = 0; i < PAGES; i++) order[i] = i;
    for (int round = 0; round < 12 && test_good; round++) {
        bg_record *record = fresh();
        for (size_t i = 0; i < PAGES; i++) {
            add(record, &pages[order[i]]);
            seed = seed * 1103515245u + 12345u;
            if (round && (seed >> 16) % 4 == 0) CHECK(bg_record_settle(record, data, NULL, NULL) == BG_OK);
        }
        CHECK(bg_record_settle(record, data, NULL, NULL) == BG_OK);
        char *now = whole(record);
        if (first) {
            CHECK_SAY(strcmp(first, now) == 0, "round %d", round);
            free(now);
        } else first = now;
        bg_record_close(record);
        shuffle(order, &seed);
    }
    free(first);
}

/* Pages that are read with what recurred before them give the record that those give that are all read again in the end; what was settled before is known, too. */
static void read_once(void) {
    size_t order[PAGES], known = 0, reread = 0, sum = 0;
    unsigned seed = 7;
    bg_record *record = fresh();
    for (size_t i = 0; i < PAGES; i++) add(record, &pages[i]), order[i] = i;
    CHECK(bg_record_settle(record, data, &reread, NULL) == BG_OK && reread == STORIES);
    char *wanted = whole(record);
    bg_record_close(record);
    for (int round = 0; round < 12 && test_good; round++) {
        record = fresh();
        size_t part = round % 3 == 2 ? PAGES / 2 : PAGES;
        known += add_recent(record, order, 0, part);
        CHECK(bg_record_settle(record, data, &reread, NULL) == BG_OK);
        sum += reread;
        if (part < PAGES) {
            known += add_recent(record, order, part, PAGES);
            CHECK(bg_record_settle(record, data, &reread, NULL) == BG_OK);
            sum += reread;
        }
        char *now = whole(record);
        CHECK_SAY(strcmp(wanted, now) == 0, "round %d", round);
        free(now);
        bg_record_close(record);
        shuffle(order, &seed);
    }
    CHECK_SAY(known > 2 * STORIES && sum < 12 * STORIES, "%zu known, %zu read again", known, sum);
    free(wanted);
}

/* What reads the pages anew finds the same. */
static void rereading(void) {
    bg_record *record = fresh();
    bg_reread sum;
    for (size_t i = 0; i < PAGES; i++) add(record, &pages[i]);
    CHECK(bg_record_settle(record, data, NULL, NULL) == BG_OK);
    char *before = whole(record);
    sqlite3_exec(record->db, "UPDATE pages SET reader = 'another'", NULL, NULL, NULL);
    CHECK(bg_record_reread(record, data, &sum, NULL) == BG_OK && sum.reread == PAGES && sum.changed == 0);
    char *after = whole(record);
    CHECK(strcmp(before, after) == 0);
    free(before);
    free(after);
    bg_record_close(record);
}

/* ------------------------------------------------------------------ so many pages that several threads read them */

#define CROWD 120

static void crowd_lead(unsigned n, bg_buf *out) {
    const unsigned k = n % STORIES;
    bg_buf__print(out, "Ngày %u/%u/2023, tại %s, Bộ trưởng Ngoại giao An Văn Bình đã hội đàm với Bộ trưởng Ngoại giao %s %s.\n", n % 28 + 1, n / 28 + 1, guests[k].city, guests[k].country, guests[k].name);
}

static void add_crowd(bg_record *record, unsigned each) {
    for (unsigned n = 0; n < CROWD && test_good; n++) {
        given page = {0};
        bg_buf__init(&page.bytes, 1 << 20);
        bg_buf__print(&page.bytes, "Hội đàm thứ %u của năm\n\n", n);
        crowd_lead(n, &page.bytes);
        bg_buf__print(&page.bytes, "Tại hội đàm, Bộ trưởng %s đề nghị mỗi năm trao đổi %u sinh viên giữa hai nước.\n", guests[n % STORIES].name, n + 40);
        for (unsigned i = 1; i <= 3; i++) crowd_lead((n + i) % CROWD, &page.bytes);
        snprintf(page.url, sizeof page.url, "https://dong.vn/tin-%u.htm", n);
        snprintf(page.name, sizeof page.name, "dong-%u.txt", n);
        add(record, &page);
        bg_buf__free(&page.bytes);
        if (each && n % each == 0) CHECK(bg_record_settle(record, data, NULL, NULL) == BG_OK);
    }
}

static size_t last_done, last_total;

static void note_pages(void *context, bg_settle_part part, size_t done, size_t total) {
    (void)context;
    if (part != BG_SETTLE_PAGES) return;
    CHECK(done == last_done + 1 && done <= total && (!last_done || total == last_total));
    last_done = done, last_total = total;
}

/* What threads read is what one reads page after page; who is told is told of every page. */
static void many_threads(void) {
    size_t reread = 0;
    bg_record *record = fresh();
    add_crowd(record, 7);
    CHECK(bg_record_settle(record, data, NULL, NULL) == BG_OK);
    char *wanted = whole(record);
    bg_record_close(record);
    record = fresh();
    add_crowd(record, 0);
    CHECK(bg_record_settle_telling(record, data, note_pages, NULL, &reread, NULL) == BG_OK && reread == CROWD);
    CHECK(last_done == CROWD && last_total == CROWD);
    char *now = whole(record);
    CHECK(strcmp(wanted, now) == 0);
    free(now);
    bg_reread sum;
    sqlite3_exec(record->db, "UPDATE pages SET reader = 'another'", NULL, NULL, NULL);
    CHECK(bg_record_reread(record, data, &sum, NULL) == BG_OK && sum.pages == CROWD && sum.reread == CROWD && sum.changed == 0 && sum.unreadable == 0);
    now = whole(record);
    CHECK(strcmp(wanted, now) == 0);
    free(now);
    sqlite3_exec(record->db, "UPDATE pages SET bytes = x'00' WHERE id IN (SELECT id FROM pages ORDER BY id LIMIT 3)", NULL, NULL, NULL); /* the stored bytes of three are damaged */
    CHECK(bg_record_reread(record, data, &sum, NULL) == BG_OK && sum.pages == CROWD && sum.unreadable == 3);
    bg_record_close(record);
    free(wanted);
}

/* Steps through a table that no index leads through, of the statement that takes most of them. */
static int most_scanned(const bg_record *record, const char **sql) {
    int most = 0;
    for (size_t i = 0; i < BG_DB_KEPT; i++) {
        int steps = record->kept[i].stmt ? sqlite3_stmt_status(record->kept[i].stmt, SQLITE_STMTSTATUS_FULLSCAN_STEP, 0) : 0;
        if (steps > most) most = steps, *sql = record->kept[i].sql;
    }
    return most;
}

/* What is asked with each page that is added, settled or read again looks through no table that grows with pages. */
static void nothing_looks_through_tables(void) {
    const char *sql = "";
    bg_record *record = fresh();
    add_crowd(record, 0);
    CHECK(bg_record_settle(record, data, NULL, NULL) == BG_OK);
    int adding = most_scanned(record, &sql);
    CHECK_SAY(adding < CROWD * 3, "%d steps of %s", adding, sql);
    bg_reread sum;
    sqlite3_exec(record->db, "UPDATE pages SET reader = 'another', told = 1", NULL, NULL, NULL);
    CHECK(bg_record_reread(record, data, &sum, NULL) == BG_OK && sum.reread == CROWD);
    int reading = most_scanned(record, &sql);
    CHECK_SAY(reading < CROWD * 5, "%d steps of %s", reading, sql);
    bg_record_close(record);
}

/* ------------------------------------------------------------------ which lines leave */

static bg_article article_of(const char *text, bg_block *body) {
    bg_article a = {.body = body};
    for (uint32_t at = 0, size; (size = (uint32_t)strcspn(text + at, "\n")); at += size + 1) body[a.body_count++] = (bg_block){BG_BLOCK_PARAGRAPH, {at, at + size}};
    return a;
}

/* Which lines leave: "1" leaves. The lines of `known` recur. */
/* What leaves by what a record keeps of the page, "0110"; NULL: a failure. */
static char *left_by_outline(bg_arena *arena, const char *text, const bg_article *a, const uint64_t *numbers, size_t count) {
    bg_outline page = {0};
    char *out = bg_arena__alloc(arena, a->body_count + 1);
    if (!out || !bg_article__lines(arena, text, strlen(text), a, &page.lines, &page.line_count) || !bg_outline__make(arena, text, a, page.lines, page.line_count, &page.bytes, &page.size)) return NULL;
    memset(out, '0', a->body_count);
    out[a->body_count] = 0;
    const char *left = bg_outline__left(arena, &page, numbers, count);
    for (const char *at = left; at && *at; at += strcspn(at, " "), at += *at == ' ') out[atoi(at)] = '1';
    return out;
}

static bool leaves(const char *text, const char *known, const char *expected) {
    bg_block body[20];
    uint64_t numbers[20];
    size_t count = 0;
    char got[21] = "";
    bg_arena *arena = bg_arena__new();
    bg_article a = article_of(text, body);
    for (const char *at = known; *at; at += strcspn(at, "\n") + 1) {
        bool often = *at == '+';
        numbers[count++] = bg_line__number(at + often, strcspn(at + often, "\n")) | often;
    }
    for (size_t i = 1; i < count; i++)
        for (size_t k = i; k && numbers[k] < numbers[k - 1]; k--) {
            uint64_t other = numbers[k];
            numbers[k] = numbers[k - 1], numbers[k - 1] = other;
        }
    size_t blocks = a.body_count;
    char *left = left_by_outline(arena, text, &a, numbers, count);
    bool good = left && bg_article__leave_repeated(arena, text, numbers, count, &a);
    for (size_t i = 0; i < blocks; i++) {
        got[i] = '1';
        for (size_t k = 0; k < a.body_count; k++)
            if (a.body[k].span.start == body[i].span.start) got[i] = '0';
    }
    got[blocks] = 0;
    if (strcmp(got, expected) != 0) printf("    %s instead of %s\n", got, expected);
    good = good && strcmp(left, got) == 0;
    bg_arena__free(arena);
    return good && strcmp(got, expected) == 0 && a.dropped_count == (size_t)(strlen(expected) - a.body_count);
}

#define LONG "mở rộng hợp tác kinh tế thương mại đầu tư giáo dục đào tạo khoa học công nghệ văn hóa du lịch giao lưu nhân dân giữa hai nước trong thời gian tới và nhiều năm sau nữa"
static void which_lines(void) {
    CHECK(leaves("a b c\nd e f\ng h i\nk l m\n", "g h i\nk l m\n", "0011"));
    CHECK(leaves("a b c\nd e f\ng h i\n", "a b c\ng h i\n", "001"));                      /* never the first */
    CHECK(leaves("a b c\nd e f\ng h i\n", "a b c\nd e f\ng h i\n", "000"));               /* nothing of its own: a reprint */
    CHECK(leaves("a b c\nd e f\ng h i\nk l m\nn o p\n", "g h i\n", "00100"));             /* a short line within */
    CHECK(leaves("a b c\nd e f\n" LONG "\nk l m\nn o p\n", LONG "\n", "00000"));           /* a long one may be recalled on purpose, */
    CHECK(leaves("a b c\nd e f\nk l m\nn o p\n" LONG "\n", LONG "\n", "00000"));           /* at the end too, */
    CHECK(leaves("a b c\nd e f\nk l m\nx y z\n" LONG "\n", "x y z\n" LONG "\n", "00011")); /* but not among others that recur */
    CHECK(leaves("a b c\nd e f\ng h i.\nk l m\nn o p\n", "g h i.\n", "00000"));           /* a sentence that several articles have, */
    CHECK(leaves("a b c\nd e f\nk l m\ng h i.”\n", "g h i.”\n", "0000"));                 /* at the end too; */
    CHECK(leaves("a b c\nd e f\ng h i.\nk l m\nn o p\n", "+g h i.\n", "00100"));          /* not if most of the site's pages have it, */
    CHECK(leaves("a b c\nd e f\nk l m\ng h i.\nn o p\n", "k l m\ng h i.\nn o p\n", "00111")); /* nor among what recurs behind the article */
    CHECK(leaves("a b c\nd e f\ng h i.\nk l m...\nn o p\n", "g h i.\nk l m...\n", "00010")); /* a title that is cut is no sentence */
    CHECK(leaves("a b c\nd e f\ng h i\nk l m\nnew one here\nn o p\n", "g h i\nk l m\nn o p\n", "001111")); /* one that is new among those */
    CHECK(bg_line__number("a  b c", 6) == bg_line__number("a b c ", 6) && bg_line__number("a b", 3) == 0);
}

#define MANY (3 * BG_LINES_SHARE + 10)

/* On a large site articles have sentences in common; what stands on many of its pages is furniture all the same. In batches, as `add` reads them, and one by one. */
static void large_site(void) {
    static const char some[] = "Cùng dự có đại diện các bộ.", all[] = "Bản tin này do máy chủ của tòa soạn gửi đi.";
    for (int recent = 0; recent < 2; recent++) {
        bg_record *record = fresh_record(path);
        bg_recent *lately = NULL;
        CHECK(bg_recent_new(record, AHEAD, &lately, NULL) == BG_OK && bg_record_begin(record, NULL) == BG_OK);
        for (unsigned n = 0; n < MANY && test_good; n++) {
            given page = {.name = ""};
            bg_doc *doc = NULL;
            bg_prepared *prepared = NULL;
            bg_buf__init(&page.bytes, 1 << 12);
            bg_buf__print(&page.bytes, "Trang số %u kể chuyện\n\nĐoạn đầu số %u của trang này.\nĐoạn hai số %u kể một chuyện khác.\n%s\n%s\nĐoạn ba số %u kể nốt chuyện ấy.\n", n, n, n, n % 60 ? "" : some, all, n);
            snprintf(page.url, sizeof page.url, "https://lon.vn/tin-%u.htm", n), snprintf(page.name, sizeof page.name, "lon-%u.txt", n);
            bg_item item = {.source = page.name, .bytes = page.bytes.bytes, .size = page.bytes.size, .url = page.url, .type = "text/plain"};
            CHECK((recent ? bg_recent_read(lately, record, n, data, &item, &doc, NULL) : bg_doc_read_item(data, &item, &doc, NULL)) == BG_OK);
            CHECK(bg_record_prepare(doc, item.bytes, item.size, &prepared, NULL) == BG_OK && bg_record_add_prepared(record, doc, prepared, item.bytes, item.size, NULL, NULL) == BG_OK);
            bg_recent_add(lately, doc, prepared, n);
            bg_prepared_free(prepared), bg_doc_free(doc), bg_buf__free(&page.bytes);
        }
        size_t again = 0;
        CHECK(bg_record_commit(record, NULL, NULL) == BG_OK && bg_record_settle(record, data, &again, NULL) == BG_OK);
        CHECK_SAY(recent ? again <= 4 : again == MANY, "%zu pages read again", again);
        CHECK(row_count(record, "SELECT count(*) FROM page_lines WHERE read_with = '1'") == MANY - 3 && row_count(record, "SELECT count(*) FROM page_lines WHERE read_with = '2'") == 3);
        CHECK(row_count(record, "SELECT count(*) FROM site_lines WHERE pages = 3 AND NOT often") == 1 && row_count(record, "SELECT count(*) FROM site_lines WHERE often") == 1);
        bg_recent_free(lately);
        bg_record_close(record);
    }
}

int main(void) {
    if (!mkdtemp(folder) || bg_data_open(NULL, &data, NULL)) return printf("0 passed, 1 failed\n"), 1;
    snprintf(path, sizeof path, "%s/a.db", folder);
    make_pages();
    RUN(which_lines);
    RUN(teasers_are_left_out);
    RUN(any_order_any_batches);
    RUN(read_once);
    RUN(rereading);
    RUN(many_threads);
    RUN(nothing_looks_through_tables);
    RUN(large_site);
    for (size_t i = 0; i < PAGES; i++) bg_buf__free(&pages[i].bytes);
    drop();
    rmdir(folder);
    bg_data_close(data);
    return test_end();
}
