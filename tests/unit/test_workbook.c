/* test_workbook: what a workbook has no room for is left out and counted; an answer of the caller, a day that is none and a folder that cannot be written end in an error. */
#include "mini_doc.h"
#include "rows.h"
#include "test.h"

#include "view/export_xlsx.h"

#include <sys/stat.h>

static char folder[] = "/tmp/bg-workbook-XXXXXX";
static bg_record *record;

static void add(const char *text) {
    mini *m = mini_read("page", text);
    CHECK(bg_record_add(record, &m->doc, text, strlen(text), NULL, NULL) == BG_OK);
    mini_free(m);
}

#define BOTH "An Văn Bình/VN; Ivan Petrov/RU"
static void fill(void) {
    add("một\n@event talks main held 2025-05-10 - RU,VN Hà_Nội | " BOTH "\n@say both agrees sớm mở đường bay thẳng\n@say Ivan_Petrov proposes miễn thị thực cho nhau\n");
    add("hai\n@event meeting main held 2025-11-02 - RU,VN - | " BOTH "\n@say both agrees lập nhóm công tác\n");
    add("ba\n@event call main held 2025 - LA,VN - | An Văn Bình/VN; Kham Vong/LA\n");
}

typedef struct taken {
    size_t size, most; /* bytes; more than `most` are refused */
    char head[4];
} taken;

static bool take(void *context, const char *bytes, size_t size) {
    taken *t = context;
    if (t->size + size > t->most) return false;
    for (size_t i = 0; i < size && t->size + i < sizeof t->head; i++) t->head[t->size + i] = bytes[i];
    t->size += size;
    return true;
}

static bg_exported within(bg_book_limits limits) {
    taken t = {.most = SIZE_MAX / 2};
    bg_export_ask ask = {.format = BG_EXPORT_XLSX, .as_of = "2026-01-01", .write = take, .context = &t};
    bg_exporter x = {.record = record, .ask = &ask};
    bg_buf__init(&x.out, (size_t)1 << 24);
    bg_db__start(record, NULL);
    bg_export__xlsx_within(&x, &limits);
    bg_exporter__flush(&x, 0);
    CHECK(bg_db__code(record) == BG_OK);
    CHECK(memcmp(t.head, "PK\3\4", 4) == 0);
    bg_buf__free(&x.out);
    return x.done;
}

static void all_fits(void) {
    bg_exported done = within(BG_EXCEL);
    CHECK(done.rows == 0 && done.cut == 0 && done.lost == 0);
}

/* A heading and a row a sheet: of three contacts, six who took part and three statements, three pages and three persons the first stands. */
static void rows_are_counted(void) {
    bg_book_limits two = BG_EXCEL, all = BG_EXCEL;
    two.rows = 2;
    all.rows = 4;
    size_t left = within(two).rows, fewer = within(all).rows;
    CHECK(left >= 2 + 5 + 2 + 2 + 2);
    CHECK(fewer >= 3 && fewer < left);
}

static void texts_are_cut(void) {
    bg_book_limits limits = BG_EXCEL;
    limits.text = 19; /* "sớm mở đường bay thẳng" has 22 letters, which are 29 bytes; an id has 17 */
    size_t cut = within(limits).cut;
    limits.text = 10;
    CHECK(cut > 0 && within(limits).cut > cut);
}

static bg_code export(const char *as_of, size_t most) {
    taken t = {.most = most};
    const bg_export_ask ask = {.format = BG_EXPORT_XLSX, .as_of = as_of, .write = take, .context = &t};
    return bg_export(record, NULL, &ask, NULL, NULL);
}

static void what_fails(void) {
    CHECK(export(NULL, SIZE_MAX / 2) == BG_OK); /* as of the newest contact */
    CHECK(export("2025-13-01", SIZE_MAX / 2) == BG_E_USAGE);
    CHECK(export("hôm nay", SIZE_MAX / 2) == BG_E_USAGE);
    CHECK(export("2026-01-01", 10) == BG_E_OPEN);
    setenv("TMPDIR", "/nowhere/at/all", 1);
    CHECK(export("2026-01-01", SIZE_MAX / 2) == BG_E_OPEN);
    setenv("TMPDIR", folder, 1);
    CHECK(export("2026-01-01", SIZE_MAX / 2) == BG_OK);
}

/* Nothing stays behind: the folder goes only if it is empty. */
static void nothing_stays(void) {
    char path[300];
    bg_record_close(record);
    snprintf(path, sizeof path, "%s/r.db", folder);
    drop_record(path);
    CHECK(rmdir(folder) == 0);
}

int main(void) {
    char path[300];
    if (!mkdtemp(folder)) return 2;
    snprintf(path, sizeof path, "%s/r.db", folder);
    if (!(record = fresh_record(path))) return 2;
    fill();
    RUN(all_fits);
    RUN(rows_are_counted);
    RUN(texts_are_cut);
    RUN(what_fails);
    RUN(nothing_stays);
    return test_end();
}
