/*
 * test_memory: memory runs out. Every piece of work (read a page, add it, ask the record …) is done once to count what it allocates,
 * then once for each allocation, which fails: for good, or that one alone. It must say so, or do all of its work; a record stays whole.
 * Of much work only some TRIALS allocations; with MEMORY_TRIALS=all in the environment every one, which takes minutes.
 * The linker sends what the library allocates through here (Makefile), SQLite is told to come by.
 */
#include "made.h"
#include "page/input.h"
#include "record/anew.h"
#include "test.h"

#include <sqlite3.h>
#include <unistd.h>

#define TRIALS 101

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *old, size_t size);
char *__real_strdup(const char *text);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *old, size_t size);
char *__wrap_strdup(const char *text);

static struct {
    bool on, lasting;
    size_t first, asked; /* the allocation that fails first; how many were asked for */
} fail;

static bool refused(void) {
    if (!fail.on) return false;
    size_t now = fail.asked++;
    return fail.lasting ? now >= fail.first : now == fail.first;
}

void *__wrap_malloc(size_t size) { return refused() ? NULL : __real_malloc(size); }
void *__wrap_calloc(size_t count, size_t size) { return refused() ? NULL : __real_calloc(count, size); }
void *__wrap_realloc(void *old, size_t size) { return refused() ? NULL : __real_realloc(old, size); }
char *__wrap_strdup(const char *text) { return refused() ? NULL : __real_strdup(text); }

/* What is taken from an arena can fail as well, though only now and then it asks for memory. */
void *__real_bg_arena__alloc(bg_arena *arena, size_t size);
void *__real_bg_arena__copy(bg_arena *arena, const void *from, size_t size);
char *__real_bg_arena__text(bg_arena *arena, const char *from, size_t size);
bool __real_bg_vec__grow(bg_arena *arena, void **items, size_t count, size_t *room, size_t item_size);
bool __real_bg_vec__reserve(bg_arena *arena, void **items, size_t count, size_t *room, size_t item_size, size_t least);
void *__wrap_bg_arena__alloc(bg_arena *arena, size_t size);
void *__wrap_bg_arena__copy(bg_arena *arena, const void *from, size_t size);
char *__wrap_bg_arena__text(bg_arena *arena, const char *from, size_t size);
char *__wrap_bg_arena__print(bg_arena *arena, const char *format, ...);
bool __wrap_bg_vec__grow(bg_arena *arena, void **items, size_t count, size_t *room, size_t item_size);
bool __wrap_bg_vec__reserve(bg_arena *arena, void **items, size_t count, size_t *room, size_t item_size, size_t least);

/* More than there is, so that the arena itself refuses, and remembers. */
static bool without(bg_arena *arena) { return refused() && !__real_bg_arena__alloc(arena, SIZE_MAX); }

void *__wrap_bg_arena__alloc(bg_arena *arena, size_t size) { return without(arena) ? NULL : __real_bg_arena__alloc(arena, size); }
void *__wrap_bg_arena__copy(bg_arena *arena, const void *from, size_t size) { return without(arena) ? NULL : __real_bg_arena__copy(arena, from, size); }
char *__wrap_bg_arena__text(bg_arena *arena, const char *from, size_t size) { return without(arena) ? NULL : __real_bg_arena__text(arena, from, size); }

char *__wrap_bg_arena__print(bg_arena *arena, const char *format, ...) {
    char text[4096];
    va_list args;
    if (without(arena)) return NULL;
    va_start(args, format);
    int size = vsnprintf(text, sizeof text, format, args);
    va_end(args);
    return size < 0 || size >= (int)sizeof text ? NULL : __real_bg_arena__text(arena, text, (size_t)size);
}

bool __wrap_bg_vec__grow(bg_arena *arena, void **items, size_t count, size_t *room, size_t item_size) {
    return (count < *room || !without(arena)) && __real_bg_vec__grow(arena, items, count, room, item_size);
}

bool __wrap_bg_vec__reserve(bg_arena *arena, void **items, size_t count, size_t *room, size_t item_size, size_t least) {
    return !without(arena) && __real_bg_vec__reserve(arena, items, count, room, item_size, least);
}

static sqlite3_mem_methods plain;
static void *sqlite_malloc(int size) { return refused() ? NULL : plain.xMalloc(size); }
static void *sqlite_realloc(void *old, int size) { return refused() ? NULL : plain.xRealloc(old, size); }

/* ------------------------------------------------------------------ the work */

static const char first_page[] =
    "Việt Nam - Lào thúc đẩy hợp tác\n\nNgày 3/4/2024, tại Hà Nội, Bộ trưởng Ngoại giao An Văn Bình hội đàm với Bộ trưởng Ngoại giao Lào"
    " Khamsouk Vongxay.\nBộ trưởng An Văn Bình đề nghị hai bên sớm họp Ủy ban liên Chính phủ. Hai bên nhất trí tăng cường trao đổi đoàn.\n";
static const char second_page[] =
    "Ngoại trưởng hai nước gặp nhau\n\nNgày 3/4/2024, Bộ trưởng Ngoại giao An Văn Bình đã hội đàm với Bộ trưởng Ngoại giao Lào Khamsouk"
    " Vongxay. Ông Khamsouk Vongxay cảm ơn Việt Nam; khẳng định Lào coi trọng quan hệ với Việt Nam.\nNgày 5/4/2024, Chủ tịch Quốc hội"
    " Trần Thị Cam tiếp Đại sứ Lào Thongloun Sisa.\n";

/* The first lines of that in TCVN3. */
static const char tcvn3_page[] =
    "Ngo\xB9i tr\xAD\xEBng hai n\xAD\xED""c g\xC6p nhau\n\nNg\xB5y 3/4/2024, B\xE9 tr\xAD\xEBng Ngo\xB9i giao An V\xA8n B\xD7nh \xAE\xB7 "
    "h\xE9i \xAE\xB5m v\xEDi B\xE9 tr\xAD\xEBng Ngo\xB9i giao L\xB5o Khamsouk Vongxay. \xA4ng Khamsouk Vongxay c\xB6m \xACn Vi\xD6t"
    " Nam; kh\xBCng \xAE\xDEnh L\xB5o coi tr\xE4ng quan h\xD6 v\xEDi Vi\xD6t Nam.\n";

static char folder[32], base[48], copy[48];
static bg_data *data;

/* What a piece of work gave: its code and all that it wrote. */
typedef struct result {
    bg_code code;
    bg_error err;
    bg_buf text;
} result;
typedef void work_fn(result *r);

static void take(result *r, bg_code code, bg_out *out) {
    if (r->code == BG_OK) r->code = code;
    bool on = fail.on;
    fail.on = false; /* what the test writes is not what is tested */
    if (out->bytes) bg_buf__add(&r->text, out->bytes, out->size);
    bg_out_free(out);
    fail.on = on;
}

static void read_page(result *r) {
    bg_doc *doc = NULL;
    bg_out out = {0};
    bg_style style = {0};
    r->code = bg_doc_read(data, "page", second_page, sizeof second_page - 1, &doc, &r->err);
    if (r->code == BG_OK) take(r, bg_doc_json(doc, &out, &r->err), &out);
    if (r->code == BG_OK) take(r, bg_doc_explain(doc, &style, &out, &r->err), &out);
    bg_doc_free(doc);
}

static void read_tcvn3(result *r) {
    bg_doc *doc = NULL;
    bg_out out = {0};
    r->code = bg_doc_read(data, "page", tcvn3_page, sizeof tcvn3_page - 1, &doc, &r->err);
    if (r->code == BG_OK) take(r, bg_doc_json(doc, &out, &r->err), &out);
    bg_doc_free(doc);
}

/* Markup, and JSON-LD that has to be mended. */
static const char html_page[] =
    "<!doctype html><title>Hai bên hội đàm - Báo</title><meta name=author content='An Vinh'><script type=application/ld+json>{\"@type\":\"NewsArticle\","
    "\"headline\":\"Hai bên &quot;hội đàm&quot;\",\"datePublished\":\"2024-05-08\",}</script><h1>Hai bên hội đàm</h1><time datetime=2024-05-08T09:30:00+07:00></time>"
    "<p>Sáng 8/5/2024, Bộ trưởng Ngoại giao An Văn Bình hội đàm với Bộ trưởng Ngoại giao Lào Khamsouk Vongxay.</p><p class=source>Theo TTXVN</p>";

static void read_html(result *r) {
    bg_doc *doc = NULL;
    bg_out out = {0};
    r->code = bg_doc_read(data, "page", html_page, sizeof html_page - 1, &doc, &r->err);
    if (r->code == BG_OK) take(r, bg_doc_json(doc, &out, &r->err), &out);
    bg_doc_free(doc);
}

static bg_buf warc, zipped, mail; /* archives in memory */

static void make_archives(void) {
    static const char message[] = "From: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b\"\r\nDate: 8 May 2024 09:30 +0700\r\n\r\n--b\r\n"
                                  "Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>H=E1=BB=99i =\r\n=C4=91=C3=A0m\r\n--b--\r\n";
    bg_buf one, body;
    zip_maker zip;
    bg_buf__init(&warc, MADE_MAX), bg_buf__init(&zipped, MADE_MAX), bg_buf__init(&mail, MADE_MAX);
    bg_buf__init(&one, MADE_MAX), bg_buf__init(&body, MADE_MAX);
    make_gzip(&body, first_page, sizeof first_page - 1);
    make_response(&one, "http://a.vn/1", "200 OK", "Content-Type: text/plain\r\nContent-Encoding: gzip\r\n", body.bytes, body.size);
    make_gzip(&warc, one.bytes, one.size);
    bg_buf__clear(&one);
    make_response(&one, "http://a.vn/2", "200 OK", "Content-Type: text/html\r\n", second_page, sizeof second_page - 1);
    make_gzip(&warc, one.bytes, one.size);
    bg_buf__free(&one);
    bg_buf__free(&body);
    zip_start(&zip, true);
    zip_add(&zip, "1.html", second_page, sizeof second_page - 1);
    zip_add(&zip, "a.warc.gz", warc.bytes, warc.size);
    zip_end(&zip);
    bg_buf__add(&zipped, zip.bytes, zip.size);
    free(zip.bytes);
    bg_buf__add(&mail, message, sizeof message - 1);
}

/* Everything that an archive gives, a line a page. */
static void read_archive(result *r, const char *name, const bg_buf *made) {
    bg_input *input = NULL;
    const bg_item *item = NULL;
    if (r->code == BG_OK) r->code = bg_input__open_bytes(name, made->bytes, made->size, &input, &r->err);
    while (r->code == BG_OK && (r->code = bg_input_next(input, &item, &r->err)) == BG_OK && item) {
        bool on = fail.on;
        fail.on = false;
        bg_buf__print(&r->text, "%s %s %s %s ", item->source, item->url ? item->url : "", item->type ? item->type : "", item->captured ? item->captured : "");
        bg_buf__add(&r->text, item->bytes, item->size);
        fail.on = on;
    }
    bg_input_close(input);
}

static void read_archives(result *r) {
    static const char lines[] = "{\"url\":\"http://a.vn/1\",\"ts\":1715135400,\"title\":\"a\",\"published\":\"2024-05-08\",\"text\":\"b\"}\n";
    bg_buf text = {.bytes = (char[sizeof lines]){0}, .size = sizeof lines - 1};
    memcpy(text.bytes, lines, sizeof lines);
    read_archive(r, "a.warc.gz", &warc);
    read_archive(r, "a.zip", &zipped);
    read_archive(r, "a.mhtml", &mail);
    read_archive(r, "a.jsonl", &text);
}

static void add_page(result *r, const char *page, size_t size) {
    bg_doc *doc = NULL;
    bg_record *record = NULL;
    r->code = bg_doc_read(data, "page", page, size, &doc, &r->err);
    if (r->code == BG_OK) r->code = bg_record_open(copy, BG_RECORD_WRITE, &record, &r->err);
    if (r->code == BG_OK) r->code = bg_record_add(record, doc, page, size, NULL, &r->err);
    bg_record_close(record);
    bg_doc_free(doc);
}

static void add_second(result *r) { add_page(r, second_page, sizeof second_page - 1); }

static void new_record(result *r) {
    unlink(copy);
    add_page(r, first_page, sizeof first_page - 1);
}

static void count_fault(void *context, const bg_fault *fault) {
    result *r = context;
    bg_out out = {0};
    take(r, bg_fault_json(fault, &out, &r->err), &out);
}

static void ask_record(result *r) {
    bg_record *record = NULL;
    bg_out out = {0};
    bg_filter filter = {.country = "VN,LA", .person = "binh", .from = "2024"};
    r->code = bg_record_open(copy, BG_RECORD_READ, &record, &r->err);
    for (int json = 0; json < 2 && r->code == BG_OK; json++) {
        bg_style style = {.json = json};
        take(r, bg_view_timeline(record, &filter, &style, &out, NULL, &r->err), &out);
        if (r->code == BG_OK) take(r, bg_view_search(record, "\"hợp tác\" ngoai giao", NULL, &style, &out, NULL, &r->err), &out);
        for (int person = 0; person < 2 && r->code == BG_OK; person++) take(r, bg_view_nearest(record, person ? "Rudenkko" : "ngaoi giao", NULL, person, &out, &r->err), &out);
        if (r->code == BG_OK) take(r, bg_view_notes(record, &style, &out, NULL, &r->err), &out);
    }
    bg_record_close(record);
}

/* The id of the record's first contact. */
static void first_id(char id[18]) {
    bg_record *record = NULL;
    bg_out out = {0};
    bg_style style = {.json = true};
    bg_filter all = {0};
    const char *at = NULL;
    if (bg_record_open(base, BG_RECORD_READ, &record, NULL) == BG_OK && bg_view_timeline(record, &all, &style, &out, NULL, NULL) == BG_OK)
        at = strstr(out.bytes, "\"id\":\"");
    snprintf(id, 18, "%s", at ? at + 6 : "none");
    bg_out_free(&out);
    bg_record_close(record);
}

static char contact[18];

static void show_contact(result *r) {
    bg_record *record = NULL;
    bg_out out = {0};
    r->code = bg_record_open(copy, BG_RECORD_READ, &record, &r->err);
    for (int json = 0; json < 2 && r->code == BG_OK; json++) {
        bg_style style = {.json = json};
        take(r, bg_view_show(record, contact, &style, &out, &r->err), &out);
        if (r->code == BG_OK) take(r, bg_view_explain(record, contact, &style, &out, &r->err), &out);
        if (r->code == BG_OK) take(r, bg_view_html(record, contact, &style, &out, &r->err), &out);
    }
    bg_record_close(record);
}

static void verify_record(result *r) {
    bg_record *record = NULL;
    bg_verified sum;
    r->code = bg_record_open(copy, BG_RECORD_READ, &record, &r->err);
    if (r->code == BG_OK) {
        bg_code code = bg_record_verify(record, data, count_fault, r, &sum, &r->err);
        if (r->code == BG_OK) r->code = code;
    }
    bg_record_close(record);
}

/* Pages of one site that share their last line. */
static const char *const site[] = {
    "Chuyện làng một\n\nSáng nay bà con trong làng ra đồng gặt lúa từ rất sớm.\nNăm nay lúa tốt, ai cũng vui vì được mùa.\nCon đường nhỏ dẫn ra cánh đồng làng bên.\n",
    "Chuyện làng hai\n\nChiều qua trẻ em trong xóm thả diều trên đê.\nGió thổi mạnh nên diều bay cao hơn mọi hôm.\nCon đường nhỏ dẫn ra cánh đồng làng bên.\n",
    "Chuyện làng ba\n\nTối đến cả nhà ngồi quanh bếp lửa kể chuyện xưa.\nBà kể chuyện con hổ và người đi rừng.\nCon đường nhỏ dẫn ra cánh đồng làng bên.\n"};

static void add_site(result *r) {
    bg_record *record = NULL;
    r->code = bg_record_open(copy, BG_RECORD_WRITE, &record, &r->err);
    for (size_t i = 0; i < BG_COUNT(site) && !r->code; i++) {
        char url[40];
        snprintf(url, sizeof url, "https://vidu.vn/%zu.htm", i);
        bg_item item = {.source = url, .bytes = site[i], .size = strlen(site[i]), .url = url};
        bg_doc *doc = NULL;
        r->code = bg_doc_read_item(data, &item, &doc, &r->err);
        if (!r->code) r->code = bg_record_add(record, doc, item.bytes, item.size, NULL, &r->err);
        bg_doc_free(doc);
    }
    bg_record_close(record);
}

static size_t known; /* lines that the last page was read without */

/* They again, each with what the ones before it told of the site. */
static void read_site(result *r) {
    bg_record *record = NULL;
    bg_recent *recent = NULL;
    r->code = bg_record_open(copy, BG_RECORD_READ, &record, &r->err);
    if (!r->code) r->code = bg_recent_new(record, 1, &recent, &r->err);
    for (size_t i = 0; i < BG_COUNT(site) && !r->code; i++) {
        char url[40];
        snprintf(url, sizeof url, "https://vidu.vn/%zu.htm", i);
        bg_item item = {.source = url, .bytes = site[i], .size = strlen(site[i]), .url = url};
        bg_doc *doc = NULL;
        bg_prepared *prepared = NULL;
        r->code = bg_recent_read(recent, record, i, data, &item, &doc, &r->err);
        if (!r->code) r->code = bg_record_prepare(doc, item.bytes, item.size, &prepared, &r->err);
        if (!r->code) bg_recent_add(recent, doc, prepared, i), known = doc->item.repeated_count;
        bg_prepared_free(prepared);
        bg_doc_free(doc);
    }
    bg_recent_free(recent);
    bg_record_close(record);
}

static size_t settled; /* pages that were read anew */

static void settle_record(result *r) {
    bg_record *record = NULL;
    r->code = bg_record_open(copy, BG_RECORD_WRITE, &record, &r->err);
    if (r->code == BG_OK) r->code = bg_record_settle(record, data, &settled, &r->err);
    bg_record_close(record);
}

/* All entries of the ledger anew: how many there are, and rows of links and threads. */
static void link_record(result *r) {
    bg_record *record = NULL;
    int64_t rows = 0;
    r->code = bg_record_open(copy, BG_RECORD_WRITE, &record, &r->err);
    if (r->code == BG_OK) {
        bg_db__start(record, &r->err);
        bg_anew__link(record, NULL);
        rows = bg_db__int(record, "SELECT (SELECT count(*) FROM items) * 1000000 + (SELECT count(*) FROM item_links) * 1000 + (SELECT count(*) FROM item_threads) + (SELECT count(*) FROM threads)");
        r->code = record->code;
    }
    if (r->code == BG_OK && CHECK(rows > 1000000)) bg_buf__print(&r->text, "%lld\n", (long long)rows);
    bg_record_close(record);
}

static void ask_sites(result *r) {
    bg_record *record = NULL;
    bg_out out = {0};
    r->code = bg_record_open(copy, BG_RECORD_READ, &record, &r->err);
    for (int json = 0; json < 2 && r->code == BG_OK; json++) {
        bg_style style = {.json = json};
        take(r, bg_view_sites(record, NULL, &style, &out, NULL, &r->err), &out);
    }
    bg_record_close(record);
}

static void reread_record(result *r) {
    bg_record *record = NULL;
    r->code = bg_record_open(copy, BG_RECORD_WRITE, &record, &r->err);
    if (r->code == BG_OK) r->code = bg_record_reread(record, data, NULL, &r->err);
    bg_record_close(record);
}

static void decide(result *r, const char *kind, const char *field, const char *value) {
    const char *ids[] = {contact};
    bg_record *record = NULL;
    bg_decision ask = {.kind = kind, .ids = ids, .id_count = 1, .field = field, .value = value, .who = "An", .at = 1700000000, .note = "vì thế"};
    r->code = bg_record_open(copy, BG_RECORD_WRITE, &record, &r->err);
    if (r->code == BG_OK) r->code = bg_record_decide(record, &ask, 1, NULL, &r->err);
    bg_record_close(record);
}

static void correct_record(result *r) { decide(r, "correct", "place", "Huế"); }
static void reject_record(result *r) { decide(r, "reject", NULL, NULL); }

static void undo_record(result *r) {
    bg_record *record = NULL;
    r->code = bg_record_open(copy, BG_RECORD_WRITE, &record, &r->err);
    if (r->code == BG_OK) r->code = bg_record_undo(record, NULL, "An", 1700000001, NULL, NULL, &r->err);
    bg_record_close(record);
}

static void ask_decisions(result *r) {
    bg_record *record = NULL;
    bg_out out = {0};
    bg_filter any = {0};
    bg_facts_ask ask = {.with = "LA", .as_of = "2026-01-01"};
    r->code = bg_record_open(copy, BG_RECORD_READ, &record, &r->err);
    for (int json = 0; json < 2 && r->code == BG_OK; json++) {
        bg_style style = {.json = json, .all = true};
        bg_review at = {.doubt = INT64_MAX};
        take(r, bg_view_log(record, NULL, &style, &out, NULL, &r->err), &out);
        if (r->code == BG_OK) take(r, bg_view_review(record, &any, &at, &style, &out, &r->err), &out);
        if (r->code == BG_OK) take(r, bg_view_timeline(record, &any, &style, &out, NULL, &r->err), &out);
        if (r->code == BG_OK) take(r, bg_view_facts(record, data, &ask, &style, &out, NULL, &r->err), &out);
        if (r->code == BG_OK) take(r, bg_view_calendar(record, data, &ask, BG_VI, &out, NULL, &r->err), &out);
    }
    bg_record_close(record);
}

/* ------------------------------------------------------------------ one allocation after the other */

static void drop(const char *path) {
    static const char *const tails[] = {"", "-wal", "-shm"};
    char name[80];
    for (size_t i = 0; i < BG_COUNT(tails); i++) {
        snprintf(name, sizeof name, "%s%s", path, tails[i]);
        unlink(name);
    }
}

static bool copy_base(void) {
    bg_out bytes = {0};
    drop(copy);
    FILE *to = bg_file_load(base, &bytes, NULL) == BG_OK ? fopen(copy, "wb") : NULL;
    bool ok = to && fwrite(bytes.bytes, 1, bytes.size, to) == bytes.size;
    if (to && fclose(to)) ok = false;
    bg_out_free(&bytes);
    return ok;
}

static size_t run(work_fn *work, size_t first, bool lasting, result *r) {
    memset(r, 0, sizeof *r);
    bg_buf__init(&r->text, 1 << 24);
    fail.on = true, fail.lasting = lasting, fail.first = first, fail.asked = 0;
    work(r);
    fail.on = false;
    return fail.asked;
}

static bool same(const result *a, const result *b) {
    return a->text.size == b->text.size && (!a->text.size || memcmp(a->text.bytes, b->text.bytes, a->text.size) == 0);
}

static char *timeline_of(const char *path) {
    bg_record *record = NULL;
    bg_out out = {0};
    bg_verified sum = {0};
    bg_style style = {.json = true};
    bg_filter all = {0};
    bool ok = bg_record_open(path, BG_RECORD_WRITE, &record, NULL) == BG_OK && bg_record_verify(record, data, NULL, NULL, &sum, NULL) == BG_OK;
    ok = ok && !sum.faults && bg_view_timeline(record, &all, &style, &out, NULL, NULL) == BG_OK;
    bg_record_close(record);
    if (!ok) bg_out_free(&out);
    return ok && !out.bytes ? strdup("") : out.bytes;
}

/* The record is as before, or as after the whole work. */
static bool is_whole(const char *before, const char *after) {
    char *now = timeline_of(copy);
    bool ok = now && (strcmp(now, before) == 0 || strcmp(now, after) == 0);
    if (!ok) printf("    the record: %s\n", now ? now : "cannot be read");
    free(now);
    return ok;
}

typedef struct trial {
    work_fn *work;
    bool writes;
} trial;

static void check_one(const trial *t, const result *good, size_t n, bool lasting, const char *before, const char *after) {
    result r;
    if (!CHECK(copy_base())) return;
    run(t->work, n, lasting, &r);
    if (r.code == BG_OK) CHECK_SAY(same(&r, good), "allocation %zu%s failed: something else was written", n, lasting ? " and all behind" : "");
    else CHECK_SAY(r.code == BG_E_NOMEM && *r.err.message, "allocation %zu%s failed: code %d '%s'", n, lasting ? " and all behind" : "", r.code, r.err.message);
    if (t->writes) CHECK_SAY(is_whole(before, after), "allocation %zu%s failed", n, lasting ? " and all behind" : "");
    bg_buf__free(&r.text);
}

static void each(work_fn *work, bool writes) {
    result good;
    if (!CHECK(copy_base())) return;
    if (work == new_record) unlink(copy);
    char *before = timeline_of(copy);
    size_t count = run(work, SIZE_MAX, false, &good);
    char *after = writes ? timeline_of(copy) : strdup("");
    size_t step = getenv("MEMORY_TRIALS") ? 1 : count / TRIALS + 1;
    trial t = {work, writes};
    if (CHECK_SAY(good.code == BG_OK && before && after, "%s", good.err.message))
        for (size_t n = 0; n < count && test_good; n += step)
            for (int lasting = 0; lasting < 2; lasting++) check_one(&t, &good, n, lasting, before, after);
    free(before);
    free(after);
    bg_buf__free(&good.text);
}

static void reading(void) { each(read_page, false); }
static void converting(void) { each(read_tcvn3, false); }
static void reading_html(void) { each(read_html, false); }
static void reading_archives(void) { each(read_archives, false); }
static void adding(void) { each(add_second, true); }
static void making_a_record(void) { each(new_record, true); }
static void asking(void) { each(ask_record, false); }
static void showing(void) { each(show_contact, false); }
static void rereading(void) { each(reread_record, true); }
static void verifying(void) { each(verify_record, false); }
/* The base has a site from here on. */
static void settling(void) {
    result r = {0};
    char there[sizeof copy];
    snprintf(there, sizeof there, "%s", copy);
    snprintf(copy, sizeof copy, "%s", base);
    add_site(&r);
    snprintf(copy, sizeof copy, "%s", there);
    CHECK(r.code == BG_OK);
    each(settle_record, true);
    CHECK(settled == 3);
    snprintf(copy, sizeof copy, "%s", base);
    settle_record(&r);
    snprintf(copy, sizeof copy, "%s", there);
    each(link_record, true);
    each(ask_sites, false);
    each(read_site, false);
    CHECK(known == 1);
}

/* The base has a decision from here on. */
static void deciding(void) {
    result r = {0};
    char there[sizeof copy];
    each(correct_record, true);
    each(reject_record, true);
    snprintf(there, sizeof there, "%s", copy);
    snprintf(copy, sizeof copy, "%s", base);
    correct_record(&r);
    snprintf(copy, sizeof copy, "%s", there);
    CHECK(r.code == BG_OK);
    each(undo_record, true);
    each(ask_decisions, false);
}

static bool pretend_other_reader(void) {
    sqlite3 *db = NULL;
    bool ok = sqlite3_open(base, &db) == SQLITE_OK && sqlite3_exec(db, "UPDATE pages SET reader = 'another'", NULL, NULL, NULL) == SQLITE_OK;
    sqlite3_close(db);
    return ok;
}

static bool prepare(void) {
    result r = {0};
    const char *memory = "/dev/shm"; /* a disk would have to be waited for thousands of times */
    snprintf(folder, sizeof folder, "%s/bg-memory-XXXXXX", access(memory, W_OK) == 0 ? memory : "/tmp");
    if (!mkdtemp(folder) || bg_data_open(NULL, &data, &r.err)) return false;
    snprintf(base, sizeof base, "%s/base.db", folder);
    snprintf(copy, sizeof copy, "%s/base.db", folder);
    add_page(&r, first_page, sizeof first_page - 1);
    snprintf(copy, sizeof copy, "%s/copy.db", folder);
    first_id(contact);
    make_archives();
    return r.code == BG_OK && pretend_other_reader();
}

int main(void) {
    sqlite3_mem_methods failing;
    sqlite3_config(SQLITE_CONFIG_GETMALLOC, &plain);
    failing = plain;
    failing.xMalloc = sqlite_malloc, failing.xRealloc = sqlite_realloc;
    sqlite3_config(SQLITE_CONFIG_MALLOC, &failing);
    if (prepare()) {
        RUN(reading);
        RUN(converting);
        RUN(reading_html);
        RUN(reading_archives);
        RUN(adding);
        RUN(making_a_record);
        RUN(asking);
        RUN(showing);
        RUN(verifying);
        RUN(rereading);
        RUN(settling);
        RUN(deciding);
    } else printf("no record could be made in %s\n", folder), test_failed++;
    bg_data_close(data);
    bg_buf__free(&warc);
    bg_buf__free(&zipped);
    bg_buf__free(&mail);
    drop(base);
    drop(copy);
    rmdir(folder);
    return test_end();
}
