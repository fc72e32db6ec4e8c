/*
 * test_converted: one page in many charsets and spellings. The reader finds the same facts in all, each fact leads to the bytes it came
 * from, and a record holds them: what verify and reread do with a page whose text is not its bytes.
 */
#include "property.h"
#include "test.h"

#include <iconv.h>
#include <unistd.h>
#include <utf8proc.h>

static bg_data *data;

/* A page of our own. No capital in it has a tone, so that TCVN3 has all of its letters. */
static const char talks[] =
    "Hai Bộ trưởng Ngoại giao hội đàm\n\nNgày 3/4/2024, tại Hà Nội, Bộ trưởng Ngoại giao An Văn Bình đã hội đàm với Bộ trưởng Ngoại giao Lào Khamsouk Vongxay.\n"
    "Bộ trưởng An Văn Bình đề nghị phía Lào sớm hoàn tất thủ tục để hai bên ký Hiệp định về lao động; tạo thuận lợi cho các doanh nghiệp.\n"
    "Ông Khamsouk Vongxay khẳng định Lào coi trọng quan hệ với Việt Nam. Hai bên nhất trí tăng cường trao đổi đoàn các cấp, kể cả trong lĩnh vực quốc phòng.\n";

typedef struct bytes {
    char bytes[8192];
    size_t size;
} bytes;

static bytes text_in_charset(const char *text, const char *name) {
    bytes out = {0};
    iconv_t with = iconv_open(name, "UTF-8");
    char *from = (char *)(uintptr_t)text, *to = out.bytes;
    size_t left = strlen(text), room = sizeof out.bytes;
    CHECK(with != (iconv_t)-1 && iconv(with, &from, &left, &to, &room) == 0);
    if (with != (iconv_t)-1) iconv_close(with);
    out.size = sizeof out.bytes - room;
    return out;
}

static bytes in_charset(const char *name) { return text_in_charset(talks, name); }

/* The same letters otherwise composed. */
static bytes normal(const char *text, size_t size, utf8proc_option_t how) {
    bytes out = {0};
    utf8proc_uint8_t *made = NULL;
    utf8proc_ssize_t length = utf8proc_map((const utf8proc_uint8_t *)text, (utf8proc_ssize_t)size, &made, UTF8PROC_STABLE | how);
    if (CHECK(length >= 0 && (size_t)length < sizeof out.bytes)) memcpy(out.bytes, made, out.size = (size_t)length);
    free(made);
    return out;
}

/* Each letter precomposed, but for its tone: as old systems write it, neither NFC nor NFD. */
static bytes half_composed(void) {
    bytes d = normal(talks, sizeof talks - 1, UTF8PROC_DECOMPOSE), out = {0};
    for (size_t at = 0, next = 0; at < d.size; at = next) {
        uint32_t c = bg_utf8__next(d.bytes, d.size, &next), mark = 0;
        size_t behind = next;
        if (next < d.size && bg_utf8__next(d.bytes, d.size, &behind) == 0x323) mark = 0x323, next = behind; /* the dot below comes first */
        char pair[8];
        size_t size = bg_utf8__put(c, pair);
        behind = next;
        uint32_t shape = next < d.size ? bg_utf8__next(d.bytes, d.size, &behind) : 0;
        if (shape == 0x302 || shape == 0x306 || shape == 0x31B) size += bg_utf8__put(shape, pair + size), next = behind;
        bytes one = normal(pair, size, UTF8PROC_COMPOSE);
        memcpy(out.bytes + out.size, one.bytes, one.size);
        out.size += one.size;
        if (mark) out.size += bg_utf8__put(mark, out.bytes + out.size);
    }
    return out;
}

static void add_words(bg_buf *out, const char *text, size_t size) {
    bytes composed = normal(text, size, UTF8PROC_COMPOSE);
    bg_buf__add(out, composed.bytes, composed.size);
    bg_buf__char(out, '|');
}

static void add_text(bg_buf *out, const char *text) { add_words(out, text ? text : "", text ? strlen(text) : 0); }

/* What a document says, without places. */
static bg_buf facts_of(const bg_doc *doc) {
    bg_buf out;
    bg_buf__init(&out, 1 << 20);
    add_text(&out, doc->article.title);
    for (size_t i = 0; i < doc->entity_count; i++) {
        const bg_entity *e = &doc->entities[i];
        add_text(&out, e->name), add_text(&out, e->office), add_text(&out, e->country);
        bg_buf__print(&out, "%d %zu\n", (int)e->kind, e->mention_count);
    }
    for (size_t i = 0; i < doc->event_count; i++) {
        const bg_event *v = &doc->events[i];
        add_text(&out, v->type), add_text(&out, v->start), add_text(&out, v->status), add_text(&out, v->place), add_text(&out, v->channel);
        bg_buf__print(&out, "%d %zu %zu\n", v->main, v->side_count, v->participant_count);
    }
    for (size_t i = 0; i < doc->statement_count; i++) {
        const bg_statement *s = &doc->statements[i];
        add_text(&out, s->act), add_text(&out, s->rule);
        add_words(&out, doc->text + s->content.start, s->content.end - s->content.start);
        bg_buf__print(&out, "%d\n", (int)s->speaker.kind);
    }
    return out;
}

static bg_doc *read_bytes(const char *source, const bytes *page, const char *type) {
    bg_item item = {.source = source, .bytes = page->bytes, .size = page->size, .type = type};
    bg_doc *doc = NULL;
    bg_error err = {0};
    CHECK_SAY(!bg_doc_read_item(data, &item, &doc, &err), "%s: %s", source, err.message);
    return doc;
}

static void same_facts(const char *name, const bytes *page, const char *want) {
    bg_doc *doc = read_bytes(name, page, NULL);
    if (!doc) return;
    bg_buf facts = facts_of(doc);
    CHECK_SAY(strcmp(facts.bytes, want) == 0, "%s:\n%s\nnot\n%s", name, facts.bytes, want);
    CHECK_SAY(!property_broken(doc), "%s: %s", name, property_broken(doc));
    bg_buf__free(&facts);
    bg_doc_free(doc);
}

static void all_spellings_give_the_same_facts(void) {
    bytes page = {.size = sizeof talks - 1};
    memcpy(page.bytes, talks, page.size);
    bg_doc *doc = read_bytes("utf-8", &page, NULL);
    if (!doc) return;
    bg_buf want = facts_of(doc);
    CHECK(doc->text == page.bytes && doc->event_count >= 1 && doc->statement_count >= 3 && strstr(want.bytes, "Khamsouk Vongxay|Bộ trưởng Ngoại giao|LA"));
    static const char *const charsets[] = {"TCVN5712-1", "VISCII", "UTF-16", "UTF-16LE", "CP1258"};
    for (size_t i = 0; i < BG_COUNT(charsets); i++) page = in_charset(charsets[i]), same_facts(charsets[i], &page, want.bytes);
    page = normal(talks, sizeof talks - 1, UTF8PROC_DECOMPOSE), same_facts("NFD", &page, want.bytes);
    page = half_composed(), same_facts("half composed", &page, want.bytes);
    bg_buf__free(&want);
    bg_doc_free(doc);
}

/* The name of a person, behind his office, in the bytes of the page. */
static void facts_lead_to_their_bytes(void) {
    static const char *const charsets[] = {"TCVN5712-1", "VISCII", "UTF-16BE"}, *const names[] = {"An V\xA8n B\xD7nh", "An V\xE5n B\xECnh", "\0A\0n\0 \0V\x01\x03\0n\0 \0B\0\xEC\0n\0h"};
    static const size_t sizes[] = {11, 11, 22};
    for (size_t i = 0; i < BG_COUNT(charsets); i++) {
        bytes page = in_charset(charsets[i]);
        bg_doc *doc = read_bytes(charsets[i], &page, NULL);
        for (size_t n = 0; doc && n < doc->entity_count; n++) {
            const bg_entity *who = &doc->entities[n];
            if (!who->name || strcmp(who->name, "An Văn Bình") != 0) continue;
            bg_span from = bg_doc_origin(doc, who->mentions[0]);
            bool there = from.end <= page.size && from.end - from.start >= sizes[i] && memcmp(page.bytes + from.end - sizes[i], names[i], sizes[i]) == 0;
            CHECK_SAY(there, "%s: [%u, %u)", charsets[i], from.start, from.end);
        }
        bg_doc_free(doc);
    }
}

/* Markup in an old font, as it was served: from the text to the UTF-8 of the markup to the bytes. */
static void facts_of_markup_lead_to_their_bytes(void) {
    static const char html[] =
        "<html><head><meta http-equiv=Content-Type content=\"text/html; charset=iso-8859-1\"><title>Hội đàm</title></head><body>\n"
        "<h1>Bộ trưởng Ngoại giao Lào hội đàm tại Hà Nội</h1>\n<p>Ngày 3/4/2024, tại Hà Nội, Bộ trưởng Ngoại giao <b>An Văn&nbsp;Bình</b> đã hội đàm"
        " với Bộ trưởng Ngoại giao Lào Khamsouk Vongxay.</p>\n<p>Hai bên nhất trí tăng cường trao đổi đoàn các cấp, kể cả trong lĩnh vực quốc phòng.</p></body></html>";
    bytes page = text_in_charset(html, "TCVN5712-1");
    bg_doc *doc = read_bytes("old.html", &page, NULL);
    bool found = false;
    CHECK(doc && strcmp(doc->charset.name, "tcvn3") == 0 && doc->charset.overruled && strcmp(doc->charset.overruled, "windows-1252") == 0);
    for (size_t n = 0; doc && n < doc->entity_count; n++) {
        const bg_entity *who = &doc->entities[n];
        if (!who->name || strncmp(who->name, "An V", 4) != 0) continue;
        static const char want[] = "An V\xA8n&nbsp;B\xD7nh";
        bg_span from = bg_doc_origin(doc, who->mentions[0]);
        found = from.start < from.end && from.end <= page.size && memmem(page.bytes + from.start, from.end - from.start, want, sizeof want - 1);
        CHECK_SAY(found, "[%u, %u) %.*s", from.start, from.end, (int)(from.end - from.start), page.bytes + from.start);
    }
    CHECK(found);
    bg_doc_free(doc);
}

/* ---- in a record */

static bg_record *open_new(char path[32]) {
    bg_record *record = NULL;
    snprintf(path, 32, "/tmp/bg-converted-XXXXXX");
    int file = mkstemp(path);
    if (CHECK(file >= 0) && close(file) == 0 && unlink(path) == 0) CHECK(!bg_record_open(path, BG_RECORD_WRITE, &record, NULL));
    return record;
}

static void close_and_drop(bg_record *record, const char *path) {
    static const char *const tails[] = {"", "-wal", "-shm"};
    char name[64];
    bg_record_close(record);
    for (size_t i = 0; i < BG_COUNT(tails); i++) snprintf(name, sizeof name, "%s%s", path, tails[i]), unlink(name);
}

static bool add(bg_record *record, const char *source, const bytes *page, const char *type) {
    bg_added done = {0};
    bg_doc *doc = read_bytes(source, page, type);
    CHECK(doc && !bg_record_add(record, doc, page->bytes, page->size, &done, NULL));
    bg_doc_free(doc);
    return done.added;
}

static void print_fault(void *context, const bg_fault *fault) {
    (void)context;
    printf("    %s %s %s %s\n", fault->page, fault->fact ? fault->fact : "-", fault->field ? fault->field : "-", fault->problem);
}

static void is_sound(bg_record *record, size_t pages) {
    bg_verified sum = {0};
    bg_reread again = {0};
    CHECK(!bg_record_verify(record, data, print_fault, NULL, &sum, NULL) && sum.pages == pages && !sum.faults && !sum.outdated && sum.ranges > 0);
    CHECK(!bg_record_reread(record, data, &again, NULL) && again.pages == pages && !again.reread && !again.unreadable);
}

/* What people see of a record. */
static bg_out views_of(bg_record *record) {
    bg_out all = {0};
    bg_style style = {.json = true};
    CHECK(!bg_view_search(record, "hội đàm", NULL, &style, &all, NULL, NULL));
    return all;
}

static void a_record_holds_converted_pages(void) {
    char path[32];
    bg_record *record = open_new(path);
    bytes tcvn3 = in_charset("TCVN5712-1"), wide = in_charset("UTF-16");
    if (record && CHECK(add(record, "a.txt", &tcvn3, NULL) && add(record, "b.txt", &wide, NULL) && !add(record, "c.txt", &wide, NULL))) {
        is_sound(record, 2);
        bg_out found = views_of(record);
        CHECK(found.bytes && strstr(found.bytes, "An Văn Bình đã") && strstr(found.bytes, "a.txt") && strstr(found.bytes, "b.txt"));
        bg_out_free(&found);
    }
    close_and_drop(record, path);
}

/* Too short to be told: without what the container said the page could not be read again. */
static void what_the_container_said_is_kept(void) {
    char path[32];
    bg_record *record = open_new(path);
    bytes page = {"H\xB5 N\xE9i", 6};
    if (record && CHECK(add(record, "a.warc#7", &page, "text/plain; charset=tcvn3"))) is_sound(record, 1);
    close_and_drop(record, path);
}

/* The same bytes served as two charsets: which is believed does not depend on which came first. */
static void the_order_of_adding_does_not_matter(void) {
    static const char *const sources[] = {"a", "b"}, *const types[] = {"text/plain; charset=koi8-r", "text/plain; charset=windows-1251"};
    bytes page = {"\xD0\xC5\xD2\xC5\xC7\xCF\xD7\xCF\xD2\xD9 \xD7 \xE8\xC1\xCE\xCF\xC5", 16};
    bg_out found[2] = {{0}};
    char hex[BG_HEX_SHA256], id[18];
    bg_hash__sha256(page.bytes, page.size, hex);
    snprintf(id, sizeof id, "p%.16s", hex);
    for (size_t order = 0; order < 2; order++) {
        char path[32];
        bg_record *record = open_new(path);
        if (!record) return;
        CHECK(add(record, sources[order], &page, types[order]) && !add(record, sources[1 - order], &page, types[1 - order]));
        is_sound(record, 1);
        bg_style style = {.json = true};
        CHECK(!bg_view_explain(record, id, &style, &found[order], NULL));
        close_and_drop(record, path);
    }
    CHECK(found[0].size && strstr(found[0].bytes, "koi8-r") && found[0].size == found[1].size && memcmp(found[0].bytes, found[1].bytes, found[0].size) == 0);
    bg_out_free(&found[0]);
    bg_out_free(&found[1]);
}

int main(void) {
    bg_error err;
    if (bg_data_open(NULL, &data, &err)) return printf("%s\n", err.message), 1;
    RUN(all_spellings_give_the_same_facts);
    RUN(facts_lead_to_their_bytes);
    RUN(facts_of_markup_lead_to_their_bytes);
    RUN(a_record_holds_converted_pages);
    RUN(what_the_container_said_is_kept);
    RUN(the_order_of_adding_does_not_matter);
    bg_data_close(data);
    return test_end();
}
