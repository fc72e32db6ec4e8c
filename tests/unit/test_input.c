/*
 * test_input: the pages that files hold. Archives are made here, whole and broken in every way that files break: what is sound is found, each
 * damage costs one complaint with its byte, and what stands behind it is found again.
 */
#include "made.h"
#include "page/input.h"
#include "test.h"

#include <fcntl.h>
#include <unistd.h>

static const char first[] = "<html><head><title>Hội đàm tại Hà Nội</title></head><body><p>Ngày 8/5/2024, hai Bộ trưởng hội đàm.</p></body></html>";
static const char second[] = "<!doctype html><p>Sáng 9/5/2024, tại Viêng Chăn, hai bên ký biên bản kỳ họp.</p>";
static const char third[] = "Đại sứ chào từ biệt\n\nChiều 10/5/2024, Đại sứ đến chào từ biệt Chủ tịch Quốc hội.\n";
#define T(text) text, sizeof(text) - 1
#define HTML "Content-Type: text/html; charset=utf-8\r\n"

/* What an input gave, a line each: "page SOURCE URL TYPE CAPTURED SIZE", "error CODE BYTE". */
typedef struct reading {
    bg_buf log;
    bg_buf last; /* bytes of the last page */
    size_t pages, errors;
    bg_error error; /* the last one */
    size_t sums[64]; /* sizes of the pages */
} reading;

static void note_item(reading *r, const bg_item *item) {
    bg_buf__print(&r->log, "page %s %s %s %s\n", item->source, item->url ? item->url : "-", item->type ? item->type : "-", item->captured ? item->captured : "-");
    bg_buf__clear(&r->last);
    bg_buf__add(&r->last, item->bytes, item->size);
    if (r->pages < BG_COUNT(r->sums)) r->sums[r->pages] = item->size;
    r->pages++;
}

static void drain(reading *r, bg_input *input) {
    const bg_item *item;
    for (bg_error err = {0};; err = (bg_error){0}) {
        bg_code code = bg_input_next(input, &item, &err);
        if (code) {
            CHECK(!item && err.code == code && err.message[0]);
            bg_buf__print(&r->log, "error %d %zu %s\n", (int)code, err.byte, err.message);
            r->error = err;
            if (++r->errors > 9000) break;
        } else if (item) note_item(r, item);
        else break;
    }
    CHECK(!bg_input_next(input, &item, NULL) && !item);
}

static reading read_bytes(const char *name, const char *bytes, size_t size) {
    reading r = {0};
    bg_input *input = NULL;
    bg_buf__init(&r.log, MADE_MAX);
    bg_buf__init(&r.last, BG_PAGE_MAX);
    if (CHECK(!bg_input__open_bytes(name, bytes, size, &input, &r.error))) drain(&r, input);
    bg_input_close(input);
    return r;
}

static reading read_buf(const char *name, bg_buf *made) {
    reading r = read_bytes(name, made->bytes ? made->bytes : "", made->size);
    bg_buf__free(made);
    return r;
}

static void forget(reading *r) {
    bg_buf__free(&r->log);
    bg_buf__free(&r->last);
}

static bool gave(const reading *r, const char *bytes) { return r->last.size == strlen(bytes) && memcmp(r->last.bytes, bytes, r->last.size) == 0; }

/* Check the counts and that the last page is this one; then forget. */
static void expect(reading r, size_t pages, size_t errors, const char *last) {
    CHECK_SAY(r.pages == pages && r.errors == errors, "%zu pages, %zu errors:\n%s", r.pages, r.errors, r.log.bytes ? r.log.bytes : "");
    if (last) CHECK_SAY(gave(&r, last), "the last page: %.*s\n", (int)r.last.size, r.last.bytes);
    forget(&r);
}

static bg_buf empty(void) {
    bg_buf made;
    bg_buf__init(&made, MADE_MAX);
    return made;
}

static void response(bg_buf *out, const char *url, const char *body) { make_response(out, url, "200 OK", HTML, body, strlen(body)); }

/* ------------------------------------------------------------------ whole files */

static void a_page_is_itself(void) {
    reading r = read_bytes("page.txt", third, sizeof third - 1);
    CHECK(strcmp(r.log.bytes, "page page.txt - - -\n") == 0);
    expect(r, 1, 0, third);
    expect(read_bytes("nothing.txt", T("")), 1, 0, "");
    expect(read_bytes("nothing.warc", T("")), 1, 0, "");
}

static void a_page_may_be_packed(void) {
    bg_buf made = empty();
    make_gzip(&made, third, sizeof third - 1);
    expect(read_buf("page.txt.gz", &made), 1, 0, third);
    make_zstd(&made, third, sizeof third - 1);
    expect(read_buf("page", &made), 1, 0, third);
    make_gzip(&made, third, 20); /* in two members, with what dd adds behind them */
    make_gzip(&made, third + 20, sizeof third - 1 - 20);
    bg_buf__add(&made, T("\0\0\0\0\0\0"));
    expect(read_buf("page", &made), 1, 0, third);
    bg_buf once = empty();
    make_gzip(&once, third, sizeof third - 1);
    make_zstd(&made, once.bytes, once.size);
    bg_buf__free(&once);
    expect(read_buf("page.txt.gz.zst", &made), 1, 0, third);
}

static void records(bg_buf *out) {
    make_record(out, "warcinfo", NULL, "application/warc-fields", T("software: x\r\n"), BG_NO_BYTE);
    response(out, "http://a.vn/1", first);
    make_response(out, "http://a.vn/1.png", "200 OK", "Content-Type: image/png\r\n", T("\x89PNG\0\0"));
    make_record(out, "revisit", "http://a.vn/1", "application/http", T("HTTP/1.1 304 No\r\n\r\n"), BG_NO_BYTE);
    make_record(out, "metadata", "http://a.vn/1", "application/warc-fields", T("a: b\r\n"), BG_NO_BYTE);
    make_response(out, "http://a.vn/gone", "404 Not Found", HTML, second, sizeof second - 1);
    make_response(out, "http://a.vn/robots.txt", "200 OK", "Content-Type: text/plain\r\n", T("Disallow:"));
    make_record(out, "resource", "<http://a.vn/2>", "text/html", second, sizeof second - 1, BG_NO_BYTE);
    make_record(out, "conversion", "http://a.vn/3", "text/plain", third, sizeof third - 1, BG_NO_BYTE);
}

static void records_are_pages_or_not(void) {
    bg_buf made = empty();
    records(&made);
    reading r = read_buf("a", &made);
    CHECK(strstr(r.log.bytes, " http://a.vn/1 text/html; charset=utf-8 2024-05-08T02:30:00Z\n"));
    CHECK(strstr(r.log.bytes, " http://a.vn/2 text/html 2024-05-08T02:30:00Z\n"));
    expect(r, 3, 0, third);
}

/* Every record in a unit of its own: sources name the units. */
static void a_member_a_record(void) {
    bg_buf made = empty(), one = empty();
    char source[64];
    response(&one, "http://a.vn/1", first);
    make_gzip(&made, one.bytes, one.size);
    size_t byte = made.size;
    bg_buf__clear(&one);
    response(&one, "http://a.vn/2", second);
    make_gzip(&made, one.bytes, one.size);
    bg_buf__free(&one);
    reading r = read_buf("a.warc.gz", &made);
    snprintf(source, sizeof source, "page a.warc.gz#%zu http", byte);
    CHECK(strstr(r.log.bytes, "page a.warc.gz#0 http") && strstr(r.log.bytes, source));
    expect(r, 2, 0, second);
}

static void all_records_in_one_member(void) {
    bg_buf plain = empty(), made = empty();
    records(&plain);
    make_gzip(&made, plain.bytes, plain.size);
    reading r = read_buf("a.warc.gz", &made);
    CHECK(strstr(r.log.bytes, "page a.warc.gz#0+"));
    expect(r, 3, 0, third);
    make_zstd(&made, plain.bytes, plain.size);
    expect(read_buf("a.warc.zst", &made), 3, 0, third);
    for (size_t at = 0; at < plain.size; at += 100) make_gzip(&made, plain.bytes + at, plain.size - at < 100 ? plain.size - at : 100);
    expect(read_buf("cut-anywhere", &made), 3, 0, third);
    bg_buf__free(&plain);
}

/* A WARC packed with a dictionary that stands in its first frame. */
static void zstd_with_a_dictionary(void) {
    bg_buf made = empty(), plain = empty();
    char packed[8192];
    records(&plain);
    ZSTD_CCtx *c = ZSTD_createCCtx();
    size_t size = ZSTD_compress_usingDict(c, packed, sizeof packed, plain.bytes, plain.size, first, sizeof first, 3);
    ZSTD_freeCCtx(c);
    uint32_t head[2] = {0x184D2A5D, sizeof first};
    bg_buf__add(&made, head, 8);
    bg_buf__add(&made, first, sizeof first);
    bg_buf__add(&made, packed, size);
    expect(read_buf("a.warc.zst", &made), 3, 0, third);
    bg_buf__free(&plain);
}

static void bodies_are_unpacked(void) {
    static const char *const codings[] = {"gzip", "br", "zstd", "x-gzip", "identity"};
    for (size_t i = 0; i < BG_COUNT(codings); i++) {
        bg_buf made = empty(), body = empty(), chunks = empty();
        char lines[200];
        if (i == 0 || i == 3) make_gzip(&body, second, sizeof second - 1);
        else if (i == 1) make_brotli(&body, second, sizeof second - 1);
        else if (i == 2) make_zstd(&body, second, sizeof second - 1);
        else bg_buf__text(&body, second);
        make_chunks(&chunks, body.bytes, body.size, 17);
        snprintf(lines, sizeof lines, HTML "content-encoding: %s\r\nTransfer-Encoding: chunked\r\n", codings[i]);
        make_response(&made, "http://a.vn/", "200 OK", lines, chunks.bytes, chunks.size);
        snprintf(lines, sizeof lines, HTML "content-encoding: %s\r\nTransfer-Encoding: chunked\r\n", codings[i]);
        make_response(&made, "http://a.vn/", "200 OK", lines, body.bytes, body.size); /* who archived it joined the chunks */
        make_response(&made, "http://a.vn/", "200 OK", lines, second, sizeof second - 1); /* … and unpacked it too */
        bg_buf__free(&body);
        bg_buf__free(&chunks);
        expect(read_buf(codings[i], &made), 3, 0, second);
    }
}

/* Codings that are told elsewhere than in one field, or not at all. */
static void bodies_are_told_otherwise(void) {
    bg_buf made = empty(), body = empty(), chunks = empty();
    make_gzip(&body, second, sizeof second - 1);
    make_chunks(&chunks, body.bytes, body.size, 17);
    make_response(&made, "http://a.vn/1", "200 OK", HTML "Transfer-Encoding: gzip, chunked\r\n", chunks.bytes, chunks.size);
    make_response(&made, "http://a.vn/2", "200 OK", HTML "Transfer-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n", chunks.bytes, chunks.size);
    make_response(&made, "http://a.vn/3", "200 OK", HTML "Content-Encoding: identity\r\nContent-Encoding: gzip\r\n", body.bytes, body.size);
    make_response(&made, "http://a.vn/4", "200 OK", HTML, body.bytes, body.size);
    bg_buf__free(&chunks);
    reading r = read_buf("a", &made);
    for (size_t i = 0; i < 4; i++) CHECK_SAY(r.sums[i] == sizeof second - 1, "body %zu", i);
    expect(r, 4, 0, second);
    make_brotli(&made, body.bytes, body.size); /* one within the other */
    make_response(&chunks, "http://a.vn/1", "200 OK", HTML "Content-Encoding: gzip, br\r\n", made.bytes, made.size);
    bg_buf__free(&made);
    bg_buf__free(&body);
    expect(read_buf("a", &chunks), 1, 0, second);
}

static void headers_of_other_writers(void) {
    bg_buf made = empty();
    bg_buf__print(&made, "WARC/0.18\nWARC-Type: response\nWARC-Target-URI: http://a.vn/1\nContent-Type: application/http\nContent-Length: %zu\n\n"
                  "HTTP/1.1 200 OK\nContent-type:\n  text/html\n\n%s\n\n", sizeof first - 1 + 43, first);
    make_record(&made, "response", "http://a.vn/2", NULL, second, sizeof second - 1, BG_NO_BYTE); /* bare HTML */
    make_record(&made, "response", "http://a.vn/3", "application/http", third, sizeof third - 1, BG_NO_BYTE); /* nobody says that it is a page */
    make_record(&made, "response", "dns:a.vn", "text/dns", T("20240508023000\r\na.vn. A 10.0.0.1"), BG_NO_BYTE);
    expect(read_buf("a", &made), 2, 0, second);
}

static void zips(void) {
    for (int packed = 0; packed < 2; packed++) {
        zip_maker zip;
        bg_buf warc = empty(), gz = empty();
        records(&warc);
        make_gzip(&gz, warc.bytes, warc.size);
        zip_start(&zip, packed);
        zip_add(&zip, "datapackage.json", T("{}"));
        zip_add(&zip, "pages/pages.jsonl", T("{\"format\": \"json-pages-1.0\"}\n{\"url\":\"http://a.vn/1\",\"text\":\"a\"}\n"));
        zip_add(&zip, "archive/data.warc.gz", gz.bytes, gz.size);
        zip_add(&zip, "trang/Hội đàm.html", second, sizeof second - 1);
        zip_add(&zip, "trang/style.css", T("p{}"));
        zip_add(&zip, "__MACOSX/trang/a.txt", T("x"));
        zip_add(&zip, "trang/.hidden.txt", T("x"));
        zip_end(&zip);
        reading r = read_bytes("a.wacz", zip.bytes, zip.size);
        CHECK(strstr(r.log.bytes, "page a.wacz/archive/data.warc.gz#0+"));
        CHECK_SAY(strstr(r.log.bytes, "page a.wacz/trang/Hội đàm.html - - -\n") != NULL, "%s", r.log.bytes);
        expect(r, 4, 0, second);
        bg_buf__free(&warc);
        bg_buf__free(&gz);
        free(zip.bytes);
    }
}

/* Names that are said to be UTF-8, as most programs do, whatever the locale is. */
static void zips_with_names_in_utf8(void) {
    zip_maker zip;
    zip_start(&zip, false);
    zip_add(&zip, "Tuần 1/Hội đàm.html", second, sizeof second - 1);
    zip_add(&zip, "Tuần 1/Hội kiến.html", second, sizeof second - 1);
    zip_end(&zip);
    for (size_t at = 0; at + 4 < zip.size; at++) {
        if (memcmp(zip.bytes + at, "PK\3\4", 4) == 0) zip.bytes[at + 7] |= 8;
        else if (memcmp(zip.bytes + at, "PK\1\2", 4) == 0) zip.bytes[at + 9] |= 8;
    }
    reading r = read_bytes("a.zip", zip.bytes, zip.size);
    CHECK_SAY(strcmp(r.log.bytes, "page a.zip/Tuần 1/Hội đàm.html - - -\npage a.zip/Tuần 1/Hội kiến.html - - -\n") == 0, "%s", r.log.bytes);
    expect(r, 2, 0, second);
    free(zip.bytes);
}

static void messages(void) {
    static const char message[] =
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://a.vn/1\r\nSubject: x\r\nDate: Wed, 8 May 2024 09:30:00 +0700\r\nMIME-Version: 1.0\r\n"
        "Content-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"----b--x\"\r\n\r\n\r\n"
        "------b--x\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\nContent-Location: https://quang-cao.vn/\r\n\r\nPHA+eDwvcD4=\r\n"
        "------b--x\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: https://a.vn/1\r\n\r\n"
        "<p class=3D\"a\">H=E1=BB=99i =\r\n=C4=91=C3=A0m</p>=20  \r\n<p>--</p>\r\n"
        "------b--x\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n------b--x--\r\n";
    reading r = read_bytes("a.mhtml", message, sizeof message - 1);
    CHECK(strcmp(r.log.bytes, "page a.mhtml https://a.vn/1 text/html; charset=utf-8 2024-05-08T02:30:00Z\n") == 0);
    expect(r, 1, 0, "<p class=\"a\">Hội đàm</p> \n<p>--</p>");
    static const char nested[] =
        "From: \"Saved by Internet Explorer 11\"\nSubject: x\nMIME-Version: 1.0\nContent-Type: multipart/related; type=\"multipart/alternative\"; boundary=o\n\n"
        "--o\nContent-Type: multipart/alternative; boundary=\"i\"\n\n--i\nContent-Type: text/plain\n\nx\n--i\n"
        "Content-Type: text/html\nContent-Transfer-Encoding: base64\nContent-Location: http://a.vn/2\n\nPHA+\nxJHDoG\n08L3A+\n--i--\n--o--\n";
    r = read_bytes("mail", nested, sizeof nested - 1);
    CHECK(strstr(r.log.bytes, " http://a.vn/2 text/html -\n"));
    expect(r, 1, 0, "<p>đàm</p>");
}

static void lines(void) {
    static const char text[] =
        "{\"url\":\"http://a.vn/1\",\"ts\":\"2024-05-08T02:30:00Z\",\"title\":\"Hội đàm\",\"published\":\"2024-05-07T23:30:00Z\",\"text\":\"Ngày 8/5.\\nHai bên.\"}\n\n"
        "{\"url\":\"http://a.vn/2\",\"ts\":1715135400,\"html\":\"<p>Hội đàm</p>\",\"text\":\"x\"}\r\n"
        "{\"title\":\"Hội đàm\",\"text\":\"Hội đàm\\nNgày 8/5.\"}";
    reading r = read_bytes("a.jsonl", text, sizeof text - 1);
    CHECK(strstr(r.log.bytes, "page a.jsonl#0 http://a.vn/1 text/plain; charset=utf-8 2024-05-08T02:30:00Z\n"));
    CHECK(strstr(r.log.bytes, " http://a.vn/2 text/html; charset=utf-8 2024-05-08T02:30:00Z\n"));
    CHECK(r.sums[0] == strlen("Hội đàm\n\nNgày 8/5.\nHai bên.") && r.sums[1] == strlen("<p>Hội đàm</p>"));
    expect(r, 3, 0, "Hội đàm\nNgày 8/5.");
    bg_input *input = NULL;
    const bg_item *item = NULL;
    if (CHECK(!bg_input__open_bytes("a", text, sizeof text - 1, &input, NULL)) && CHECK(!bg_input_next(input, &item, NULL) && item))
        CHECK(strcmp(item->published, "2024-05-08T06:30:00+07:00") == 0 && strcmp(item->title, "Hội đàm") == 0);
    bg_input_close(input);
}

/* The keys that a page needs come late, or under a name that says nothing. */
static void lines_with_much_before(void) {
    bg_buf made = empty();
    bg_buf__text(&made, " {\"by\": \"");
    for (int i = 0; i < 500; i++) bg_buf__text(&made, "Hội đàm ");
    bg_buf__text(&made, "\", \"text\": \"Ngày 8/5.\"}\n");
    expect(read_buf("crawl.json", &made), 1, 0, "Ngày 8/5.");
    expect(read_bytes("page", T("{Ngày 8/5} hai bên hội đàm.")), 1, 0, "{Ngày 8/5} hai bên hội đàm.");
    expect(read_bytes("page", T("{\"Ngày 8/5\"} hai bên hội đàm.")), 1, 0, "{\"Ngày 8/5\"} hai bên hội đàm.");
}

static void saved_pages(void) {
    static const char single[] = "<!DOCTYPE html> <html lang=vi><!--\n Page saved with SingleFile \n url: https://a.vn/1?x=1 \n"
                                 " saved date: Wed May 08 2024 09:30:00 GMT+0700 (Indochina Time)\n--><p>Hội đàm</p>";
    static const char browser[] = "<!-- saved from url=(0014)http://a.vn/22 -->\n<html><p>Hội đàm</p>";
    reading r = read_bytes("a.html", single, sizeof single - 1);
    CHECK_SAY(strcmp(r.log.bytes, "page a.html https://a.vn/1?x=1 - 2024-05-08T02:30:00Z\n") == 0, "%s", r.log.bytes);
    expect(r, 1, 0, single);
    r = read_bytes("a.html", browser, sizeof browser - 1);
    CHECK_SAY(strcmp(r.log.bytes, "page a.html http://a.vn/22 - -\n") == 0, "%s", r.log.bytes);
    expect(r, 1, 0, browser);
}

static void moments(void) {
    static const struct {
        const char *text, *utc;
    } rows[] = {
        {"Wed, 08 May 2024 09:30:00 +0700", "2024-05-08T02:30:00Z"},
        {"8 May 2024 02:30 GMT", "2024-05-08T02:30:00Z"},
        {"Wed May 08 2024 09:30:00 GMT+0700 (Giờ Đông Dương)", "2024-05-08T02:30:00Z"},
        {"2024-05-08T09:30:00.123456+07:00", "2024-05-08T02:30:00Z"},
        {"2024-05-08 02:30:00", "2024-05-08T02:30:00Z"},
        {"2024-02-29", "2024-02-29T00:00:00Z"},
        {"20240508023000", "2024-05-08T02:30:00Z"},
        {"1715135400", "2024-05-08T02:30:00Z"},
        {"1715135400123", "2024-05-08T02:30:00Z"},
        {"2023-02-29", NULL},
        {"yesterday", NULL},
        {"12", NULL},
        {"2024-05-08T25:00:00Z", NULL},
    };
    for (size_t i = 0; i < BG_COUNT(rows); i++) {
        char utc[BG_MOMENT] = "";
        bool good = bg_moment__utc(rows[i].text, strlen(rows[i].text), utc);
        CHECK_SAY(rows[i].utc ? good && strcmp(utc, rows[i].utc) == 0 : !good, "%s: %s\n", rows[i].text, utc);
    }
    char here[BG_MOMENT];
    CHECK(bg_moment__here(T("2024-05-08"), here) && strcmp(here, "2024-05-08") == 0);
    CHECK(bg_moment__here(T("2024-05-08 09:30"), here) && strcmp(here, "2024-05-08T09:30:00+07:00") == 0);
}

/* ------------------------------------------------------------------ broken files */

/* Three records; the one in the middle says that it is `length` bytes long. */
static bg_buf with_length(size_t length) {
    bg_buf made = empty();
    response(&made, "http://a.vn/1", first);
    make_record(&made, "response", "http://a.vn/2", "text/html", second, sizeof second - 1, length);
    response(&made, "http://a.vn/3", third);
    return made;
}

static void lengths_that_lie(void) {
    static const size_t lies[] = {0, 1, 20, sizeof second + 10, 300, 5000, 70000, (size_t)300 << 20, (size_t)1 << 40, SIZE_MAX / 2};
    for (size_t i = 0; i < BG_COUNT(lies); i++) {
        bg_buf made = with_length(lies[i]), packed = empty(), piece = empty();
        make_gzip(&packed, made.bytes, made.size);
        size_t byte = (size_t)((char *)memmem(made.bytes + 10, made.size - 10, T("WARC/1.0")) - made.bytes);
        reading r = read_buf("a.warc", &made);
        CHECK_SAY(r.error.code == BG_E_DAMAGED && r.error.byte == byte, "%zu: byte %zu, not %zu\n", lies[i], r.error.byte, byte);
        CHECK_SAY(r.pages == 2, "length %zu\n", lies[i]);
        expect(r, 2, 1, third);
        r = read_buf("a.warc.gz", &packed); /* in one member what was passed over is gone */
        CHECK(r.errors == 1 && r.pages >= 1);
        forget(&r);
        for (int n = 0; n < 3; n++) {
            bg_buf__clear(&piece);
            if (n == 1) make_record(&piece, "response", "http://a.vn/2", "text/html", second, sizeof second - 1, lies[i]);
            else response(&piece, "http://a.vn/", n ? third : first);
            make_gzip(&packed, piece.bytes, piece.size);
        }
        expect(read_buf("a.warc.gz", &packed), 2, 1, third); /* but the next member is found */
        bg_buf__free(&piece);
    }
    bg_buf made = with_length(BG_NO_BYTE);
    expect(read_buf("true", &made), 3, 0, third);
}

static void records_without_sense(void) {
    bg_buf made = empty();
    response(&made, "http://a.vn/1", first);
    bg_buf__text(&made, "rubbish that is no record\r\n\r\n");
    response(&made, "http://a.vn/2", second);
    bg_buf__text(&made, "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: many\r\n\r\n<p>x\r\n\r\n");
    bg_buf__text(&made, "WARC/1.0\r\nWARC-Type: response\r\n\r\n\r\n");
    response(&made, "http://a.vn/3", third);
    bg_buf__text(&made, "WARC/1.0\r\nWARC-Type: resp");
    expect(read_buf("a", &made), 3, 4, third);
}

/* Members: a sound one, one that `harm` befalls, a sound one. */
static bg_buf members(void (*harm)(bg_buf *member)) {
    bg_buf made = empty(), plain = empty(), member = empty();
    for (int i = 0; i < 3; i++) {
        bg_buf__clear(&plain);
        bg_buf__clear(&member);
        response(&plain, "http://a.vn/", i == 0 ? first : i == 1 ? second : third);
        make_gzip(&member, plain.bytes, plain.size);
        if (i == 1) harm(&member);
        bg_buf__add(&made, member.bytes, member.size);
    }
    bg_buf__free(&plain);
    bg_buf__free(&member);
    return made;
}

static void cut_end(bg_buf *m) { m->size -= 40; }
static void cut_check(bg_buf *m) { m->size -= 3; }
static void cut_middle(bg_buf *m) {
    memmove(m->bytes + 60, m->bytes + 90, m->size - 90);
    m->size -= 30;
}
static void flip(bg_buf *m) { m->bytes[70] ^= 0x55; }
static void wrong_check(bg_buf *m) { m->bytes[m->size - 6] ^= 1; }
static void no_head(bg_buf *m) { memset(m->bytes, 'x', 12); }
static void only_head(bg_buf *m) { m->size = 10; }

static void members_that_break(void) {
    static void (*const harms[])(bg_buf *) = {cut_end, cut_check, cut_middle, flip, wrong_check, no_head, only_head};
    for (size_t i = 0; i < BG_COUNT(harms); i++) {
        bg_buf made = members(harms[i]);
        reading r = read_buf("a.warc.gz", &made);
        CHECK_SAY(r.pages == 2 && r.errors == 1 && r.error.code == BG_E_DAMAGED, "harm %zu\n", i);
        CHECK(r.error.byte > 100 && r.error.byte < 1000);
        expect(r, 2, 1, third);
    }
}

static void archives_cut_anywhere(void) {
    bg_buf plain = empty(), made = empty();
    records(&plain);
    for (int i = 0; i < 4; i++) make_gzip(&made, plain.bytes, plain.size);
    for (size_t cut = 0; cut < plain.size; cut += 7) {
        reading r = read_bytes("a.warc", plain.bytes, cut);
        CHECK_SAY(r.errors <= 1 && r.pages <= 3, "cut at %zu: %s\n", cut, r.log.bytes);
        forget(&r);
    }
    for (size_t cut = 1; cut < made.size; cut += 7) {
        reading r = read_bytes("a.warc.gz", made.bytes, cut);
        CHECK_SAY(r.errors <= 1 && r.pages <= 12, "cut at %zu: %s\n", cut, r.log.bytes);
        forget(&r);
    }
    bg_buf__free(&plain);
    bg_buf__free(&made);
}

static void bodies_that_break(void) {
    static const char bad_chunk[] = "5\r\n<p>Hi\r\nzz\r\n</p>\r\n0\r\n\r\n", long_chunk[] = "5\r\n<p>Hi\r\nffff\r\n</p>";
    bg_buf made = empty(), body = empty();
    make_gzip(&body, second, sizeof second - 1);
    make_response(&made, "http://a.vn/1", "200 OK", HTML "Transfer-Encoding: chunked\r\n", bad_chunk, sizeof bad_chunk - 1);
    make_response(&made, "http://a.vn/2", "200 OK", HTML "Transfer-Encoding: chunked\r\n", long_chunk, sizeof long_chunk - 1);
    make_response(&made, "http://a.vn/3", "200 OK", HTML "Content-Encoding: gzip\r\n", body.bytes, body.size - 20);
    body.bytes[20] ^= 0x55;
    make_response(&made, "http://a.vn/4", "200 OK", HTML "Content-Encoding: gzip\r\n", body.bytes, body.size);
    make_response(&made, "http://a.vn/5", "200 OK", HTML "Content-Encoding: br\r\n", T("\x01\x02\x03\x04"));
    make_record(&made, "response", "http://a.vn/6", "application/http", T("HTTP/1.1 200 OK\r\nno end"), BG_NO_BYTE);
    response(&made, "http://a.vn/7", third);
    bg_buf__free(&body);
    expect(read_buf("a", &made), 1, 6, third);
}

static void told_to_be_cut(void) {
    bg_buf made = empty(), body = empty(), http = empty();
    make_gzip(&body, second, sizeof second - 1);
    bg_buf__print(&http, "HTTP/1.1 200 OK\r\n" HTML "Content-Encoding: gzip\r\n\r\n");
    bg_buf__add(&http, body.bytes, body.size - 8);
    bg_buf__print(&made, "WARC/1.1\r\nWARC-Type: response\r\nWARC-Truncated: length\r\nContent-Type: application/http\r\nContent-Length: %zu\r\n\r\n", http.size);
    bg_buf__add(&made, http.bytes, http.size);
    bg_buf__text(&made, "\r\n\r\n");
    bg_buf__free(&body);
    bg_buf__free(&http);
    expect(read_buf("a", &made), 1, 0, second);
}

/* So many zeros, packed. */
static void zeros(bg_buf *out, size_t count) {
    char part[65536], none[4096] = {0};
    z_stream z = {.next_in = (Bytef *)none};
    if (deflateInit2(&z, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) != Z_OK) abort();
    for (size_t done = 0; done <= count; done += sizeof none) {
        z.next_in = (Bytef *)none, z.avail_in = sizeof none;
        z.next_out = (Bytef *)part, z.avail_out = sizeof part;
        deflate(&z, done + sizeof none > count ? Z_FINISH : Z_NO_FLUSH);
        bg_buf__add(out, part, sizeof part - z.avail_out);
    }
    deflateEnd(&z);
}

static void bombs(void) {
    bg_buf bomb = empty(), made = empty(), plain = empty();
    zeros(&bomb, BG_PAGE_MAX + ((size_t)8 << 20));
    bg_buf__add(&made, bomb.bytes, bomb.size);
    make_gzip(&made, second, sizeof second - 1); /* no page of its own */
    reading r = read_buf("page.gz", &made);
    CHECK(r.error.code == BG_E_TOOBIG);
    expect(r, 0, 1, NULL);
    make_response(&plain, "http://a.vn/1", "200 OK", HTML "Content-Encoding: gzip\r\n", bomb.bytes, bomb.size);
    response(&plain, "http://a.vn/2", third);
    r = read_buf("a.warc", &plain);
    CHECK(r.error.code == BG_E_TOOBIG && r.error.byte == 0);
    expect(r, 1, 1, third);
    make_gzip(&made, T("WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 0\r\n\r\n\r\n\r\n"));
    bg_buf__add(&made, bomb.bytes, bomb.size); /* a member that is a bomb, among sound ones */
    response(&plain, "http://a.vn/2", third);
    make_gzip(&made, plain.bytes, plain.size);
    r = read_buf("a.warc.gz", &made);
    CHECK_SAY(r.pages == 1 && r.errors >= 1 && r.errors <= 2, "%s", r.log.bytes);
    forget(&r);
    bg_buf__free(&plain);
    bg_buf__free(&bomb);
}

static void zip_bombs(void) {
    zip_maker zip;
    size_t size = BG_PAGE_MAX + ((size_t)2 << 20);
    char *none = calloc(1, size);
    if (!CHECK(none)) return;
    zip_start(&zip, true);
    zip_add(&zip, "1.html", none, size);
    zip_add(&zip, "2.warc", none, size);
    zip_add(&zip, "3.html", second, sizeof second - 1);
    zip_end(&zip);
    free(none);
    reading r = read_bytes("a.zip", zip.bytes, zip.size);
    CHECK(r.errors >= 2);
    expect(r, 1, r.errors, second);
    free(zip.bytes);
}

static void zips_that_break(void) {
    zip_maker zip;
    zip_start(&zip, true);
    zip_add(&zip, "1.html", first, sizeof first - 1);
    zip_add(&zip, "2.html", second, sizeof second - 1);
    zip_add(&zip, "3.html", third, sizeof third - 1);
    zip_end(&zip);
    char *copy = malloc(zip.size);
    if (!CHECK(copy)) return;
    const char *at = memmem(zip.bytes, zip.size, T("2.html"));
    memcpy(copy, zip.bytes, zip.size);
    if (CHECK(at)) memset(copy + (at - zip.bytes) + 40, 'x', 20);
    reading r = read_bytes("a.zip", copy, zip.size); /* one entry is damaged */
    CHECK_SAY(r.pages == 2 && r.errors == 1 && r.error.code == BG_E_DAMAGED, "%s", r.log.bytes);
    expect(r, 2, 1, third);
    for (size_t cut = 4; cut < zip.size; cut += 5) {
        r = read_bytes("a.zip", zip.bytes, cut);
        CHECK_SAY(r.pages + r.errors > 0 && r.errors <= 3, "cut at %zu: %s\n", cut, r.log.bytes);
        forget(&r);
    }
    free(copy);
    free(zip.bytes);
    zip_start(&zip, true);
    zip_add(&zip, "a.txt", third, sizeof third - 1);
    zip_end(&zip);
    bg_buf made = empty();
    for (int i = 0; i < 6; i++) { /* archives within archives */
        zip_maker outer;
        zip_start(&outer, false);
        zip_add(&outer, "in.zip", zip.bytes, zip.size);
        zip_end(&outer);
        free(zip.bytes);
        zip = outer;
    }
    bg_buf__add(&made, zip.bytes, zip.size);
    free(zip.bytes);
    r = read_buf("deep.zip", &made);
    expect(r, 0, 1, NULL);
}

static void messages_that_break(void) {
    static const char head[] = "From: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n";
    char text[400];
    snprintf(text, sizeof text, "%s--b\r\nContent-Type: text/html\r\n\r\n<p>Hội đàm", head);
    expect(read_bytes("cut.mhtml", text, strlen(text)), 0, 1, NULL);
    snprintf(text, sizeof text, "%s--b\r\nContent-Type: image/png\r\n\r\nx\r\n--b--\r\n", head);
    expect(read_bytes("pictures.mhtml", text, strlen(text)), 0, 1, NULL);
    expect(read_bytes("head.mhtml", head, sizeof head - 3), 0, 1, NULL);
}

static void lines_that_break(void) {
    static const char text[] = "{\"url\":\"1\",\"text\":\"Ngày 8/5.\"}\n{\"url\":\"2\",\"text\":\"\n[1,2]\n{\"url\":\"3\"}\n{\"url\":\"4\",\"text\":\"\\ud800\"}\n"
                               "{\"url\":\"5\",\"text\":\"Ngày 9/5.\"}\n{\"url\":\"6\",\"te";
    reading r = read_bytes("a.jsonl", text, sizeof text - 1);
    CHECK(strstr(r.log.bytes, "error 35 32 "));
    expect(r, 2, 5, "Ngày 9/5.");
}

static void another_json_is_told_soon(void) {
    static const char text[] = "{\n  \"a\": 1,\n  \"b\": 2,\n  \"c\": 3,\n  \"d\": 4\n}\n";
    reading r = read_bytes("a.jsonl", text, sizeof text - 1);
    CHECK(strstr(r.error.message, "passed over"));
    expect(r, 0, 3, NULL);
}

static void too_much_damage_is_the_end(void) {
    bg_buf made = empty();
    bg_buf__text(&made, "{\"url\":\"1\",\"text\":\"Ngày 8/5.\"}\n");
    for (int i = 0; i < 5000; i++) bg_buf__text(&made, "x\n");
    reading r = read_buf("a.jsonl", &made);
    CHECK(r.errors == 1001 && strstr(r.error.message, "too much"));
    forget(&r);
    for (int i = 0; i < 5000; i++) bg_buf__text(&made, "x\n{\"text\":\"Ngày 8/5.\"}\n"); /* but not while there is as much that is sound */
    r = read_buf("a.jsonl", &made);
    CHECK(r.errors == 5000 && r.pages == 5000);
    forget(&r);
}

/* ------------------------------------------------------------------ files */

static void one_record_by_its_byte(void) {
    char path[] = "/tmp/bg-input-XXXXXX", place[64];
    bg_buf made = empty(), one = empty();
    response(&one, "http://a.vn/1", first);
    make_gzip(&made, one.bytes, one.size);
    size_t byte = made.size;
    bg_buf__clear(&one);
    response(&one, "http://a.vn/2", second);
    response(&one, "http://a.vn/3", third);
    make_gzip(&made, one.bytes, one.size);
    size_t within = (size_t)((char *)memmem(one.bytes + 5, one.size - 5, T("WARC/")) - one.bytes);
    int fd = mkstemp(path);
    CHECK(fd >= 0 && write(fd, made.bytes, made.size) == (ssize_t)made.size);
    close(fd);
    for (int i = 0; i < 2; i++) {
        reading r = {0};
        bg_input *input = NULL;
        bg_buf__init(&r.log, MADE_MAX);
        bg_buf__init(&r.last, BG_PAGE_MAX);
        snprintf(place, sizeof place, i ? "%s#%zu+%zu" : "%s#%zu", path, byte, within);
        if (CHECK(!bg_input_open(place, &input, &r.error))) drain(&r, input);
        CHECK(strstr(r.log.bytes, place));
        bg_input_close(input);
        expect(r, 1, 0, i ? third : second);
    }
    unlink(path);
    bg_input *input = NULL;
    bg_error err = {0};
    CHECK(bg_input_open(path, &input, &err) == BG_E_OPEN && !input && strstr(err.message, path));
    CHECK(bg_input_open("/tmp", &input, &err) == BG_E_OPEN && !input);
    bg_buf__free(&made);
    bg_buf__free(&one);
}

/* The one page that a name gives. */
static void expect_by_name(const char *name, const char *bytes) {
    reading r = {0};
    bg_input *input = NULL;
    bg_buf__init(&r.log, MADE_MAX);
    bg_buf__init(&r.last, BG_PAGE_MAX);
    if (CHECK_SAY(!bg_input_open(name, &input, &r.error), "%s\n", name)) drain(&r, input);
    bg_input_close(input);
    if (bytes) CHECK_SAY(strncmp(r.log.bytes + 5, name, strlen(name)) == 0, "%s: %s\n", name, r.log.bytes);
    expect(r, bytes != NULL, 0, bytes);
}

static void one_entry_by_its_name(void) {
    char path[] = "/tmp/bg-input-XXXXXX", name[160];
    zip_maker zip;
    bg_buf warc = empty(), one = empty();
    response(&one, "http://a.vn/1", first);
    make_gzip(&warc, one.bytes, one.size);
    size_t byte = warc.size;
    response(&one, "http://a.vn/2", second);
    make_gzip(&warc, one.bytes, one.size);
    size_t within = (size_t)((char *)memmem(one.bytes + 5, one.size - 5, T("WARC/")) - one.bytes);
    zip_start(&zip, true);
    zip_add(&zip, "a/1.html", first, sizeof first - 1);
    zip_add(&zip, "a/data.warc.gz", warc.bytes, warc.size);
    zip_add(&zip, "a/2.html", third, sizeof third - 1);
    zip_end(&zip);
    int fd = mkstemp(path);
    CHECK(fd >= 0 && write(fd, zip.bytes, zip.size) == (ssize_t)zip.size);
    close(fd);
    snprintf(name, sizeof name, "%s/a/2.html", path);
    expect_by_name(name, third);
    snprintf(name, sizeof name, "%s/a/data.warc.gz#%zu+%zu", path, byte, within);
    expect_by_name(name, second);
    snprintf(name, sizeof name, "%s/a/data.warc.gz#0", path);
    expect_by_name(name, first);
    snprintf(name, sizeof name, "%s/a/none.html", path);
    expect_by_name(name, NULL);
    unlink(path);
    zip_maker outer;
    zip_start(&outer, true);
    zip_add(&outer, "b.zip", zip.bytes, zip.size);
    zip_end(&outer);
    fd = open(path, O_CREAT | O_TRUNC | O_WRONLY, 0600);
    CHECK(fd >= 0 && write(fd, outer.bytes, outer.size) == (ssize_t)outer.size);
    close(fd);
    snprintf(name, sizeof name, "%s/b.zip/a/2.html", path);
    expect_by_name(name, third);
    snprintf(name, sizeof name, "%s/b.zip/a/data.warc.gz#%zu+%zu", path, byte, within);
    expect_by_name(name, second);
    free(outer.bytes);
    unlink(path);
    bg_input *input = NULL;
    CHECK(bg_input_open(name, &input, NULL) == BG_E_OPEN && !input);
    CHECK(bg_input_open("-/a", &input, NULL) == BG_E_OPEN && bg_input_open("/a", &input, NULL) == BG_E_OPEN && !input);
    bg_buf__free(&warc);
    bg_buf__free(&one);
    free(zip.bytes);
}

/* A record of an archive whose frames need the dictionary at its beginning. */
static void one_record_with_a_dictionary(void) {
    char path[] = "/tmp/bg-input-XXXXXX", place[64], packed[8192];
    bg_buf made = empty(), one = empty();
    uint32_t head[2] = {0x184D2A5D, sizeof first};
    bg_buf__add(&made, head, 8);
    bg_buf__add(&made, first, sizeof first);
    ZSTD_CCtx *c = ZSTD_createCCtx();
    size_t bytes[2];
    for (int i = 0; i < 2; i++) {
        bg_buf__clear(&one);
        response(&one, "http://a.vn/", i ? third : second);
        bytes[i] = made.size;
        bg_buf__add(&made, packed, ZSTD_compress_usingDict(c, packed, sizeof packed, one.bytes, one.size, first, sizeof first, 3));
    }
    ZSTD_freeCCtx(c);
    int fd = mkstemp(path);
    CHECK(fd >= 0 && write(fd, made.bytes, made.size) == (ssize_t)made.size);
    for (int i = 0; i < 2; i++) {
        snprintf(place, sizeof place, "%s#%zu", path, bytes[i]);
        expect_by_name(place, i ? third : second);
    }
    zip_maker zip; /* the same in a zip, in which nothing can be gone back to */
    zip_start(&zip, true);
    zip_add(&zip, "b.warc.zst", made.bytes, made.size);
    zip_end(&zip);
    CHECK(ftruncate(fd, 0) == 0 && pwrite(fd, zip.bytes, zip.size, 0) == (ssize_t)zip.size);
    for (int i = 0; i < 2; i++) {
        snprintf(place, sizeof place, "%s/b.warc.zst#%zu", path, bytes[i]);
        expect_by_name(place, i ? third : second);
    }
    close(fd);
    free(zip.bytes);
    unlink(path);
    bg_buf__free(&made);
    bg_buf__free(&one);
}

static void names(void) {
    CHECK(bg_input_may_hold("a/b.html") && bg_input_may_hold("b") && bg_input_may_hold("x.gif/b.warc.gz") && bg_input_may_hold("trang.php"));
    CHECK(!bg_input_may_hold("a/b.CSS") && !bg_input_may_hold(".a.html") && !bg_input_may_hold("a.html/x.jpeg"));
}

int main(void) {
    RUN(a_page_is_itself);
    RUN(a_page_may_be_packed);
    RUN(records_are_pages_or_not);
    RUN(a_member_a_record);
    RUN(all_records_in_one_member);
    RUN(zstd_with_a_dictionary);
    RUN(bodies_are_unpacked);
    RUN(bodies_are_told_otherwise);
    RUN(headers_of_other_writers);
    RUN(zips);
    RUN(zips_with_names_in_utf8);
    RUN(messages);
    RUN(lines);
    RUN(lines_with_much_before);
    RUN(saved_pages);
    RUN(moments);
    RUN(lengths_that_lie);
    RUN(records_without_sense);
    RUN(members_that_break);
    RUN(archives_cut_anywhere);
    RUN(bodies_that_break);
    RUN(told_to_be_cut);
    RUN(bombs);
    RUN(zip_bombs);
    RUN(zips_that_break);
    RUN(messages_that_break);
    RUN(lines_that_break);
    RUN(another_json_is_told_soon);
    RUN(too_much_damage_is_the_end);
    RUN(one_record_by_its_byte);
    RUN(one_entry_by_its_name);
    RUN(one_record_with_a_dictionary);
    RUN(names);
    return test_end();
}
