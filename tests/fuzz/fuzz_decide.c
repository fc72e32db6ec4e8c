/*
 * fuzz_decide: any lines as what people type who look contacts over: a key, an id or its beginning, what is corrected. No crash; what cannot be said is refused and changes nothing; what was
 * said is taken back in the reverse order, and then the record is as it was. `make fuzz` runs it.
 *
 *   KEY ID [WORDS]   y accept, n reject, e correct (FIELD=VALUE), m join (ID), x split (ID or NAME), c close (a note), u undo; an ID may be the number of a fact, "#3"
 */
#include "unit/mini_doc.h"
#include "unit/rows.h"

#include "record/decide.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

#define LINES 12 /* of an input: a decision is a transaction */
#define FACTS 64

static void must(bool truth, const char *promise) {
    if (truth) return;
    fprintf(stderr, "broken: %s\n", promise);
    abort();
}

/* ------------------------------------------------------------------ a record of three pages, made once */

static const char *const pages[] = {
    "một\n@event talks main held 2025-05-10 - RU,VN Hà_Nội | An Văn Bình/VN; Ivan Petrov/RU\n@say both agrees sớm mở đường bay thẳng\n@say Ivan_Petrov proposes miễn thị thực cho nhau\n",
    "hai\n@event talks main held 2025-05 - RU,VN - | Petrov/RU\n@event visit other planned 2025-05-09 2025-05-11 RU,VN - | Ivan Petrov/RU\n",
    "ba\n@event call main held 2025-06-01 - LA,VN - | An Văn Bình/VN; Kham Vong/LA\n@say both agrees lập nhóm công tác\n"};

static const char *const queries[] = {
    "SELECT id || coalesce(type, '-') || coalesce(status, '-') || coalesce(start_date, '-') || coalesce(end_date, '-') || coalesce(place, '-') || sides || coalesce(doubt, '-') FROM contacts ORDER BY 1",
    "SELECT contact || n || event || coalesce(reason, '') FROM contact_events ORDER BY 1",
    "SELECT contact || n || coalesce(name, '') || coalesce(office, '-') || coalesce(country, '-') || coalesce(role, '-') FROM contact_people ORDER BY 1",
    "SELECT fact || field || coalesce(value, '') FROM effects ORDER BY 1", "SELECT form || ' ' || person || coalesce(reason, '') FROM persons ORDER BY 1",
    "SELECT key || ' ' || event FROM event_slots ORDER BY 1", "SELECT id || coalesce(speaker, '-') || coalesce(act, '-') || coalesce(content, '-') FROM said ORDER BY 1"};

typedef struct bench {
    bg_record *record;
    char facts[FACTS][18];
    size_t count;
    char *before; /* what follows from the pages alone */
} bench;

static char *derived(bg_record *record) { return rows_of(record, queries, BG_COUNT(queries)); }

static void list_facts(bench *b) {
    sqlite3_stmt *stmt = NULL;
    sqlite3_prepare_v2(b->record->db, "SELECT id FROM events UNION ALL SELECT id FROM statements UNION ALL SELECT id FROM entities UNION ALL SELECT printf('n%016x', form) FROM forms ORDER BY 1", -1, &stmt, NULL);
    while (b->count < FACTS && sqlite3_step(stmt) == SQLITE_ROW) snprintf(b->facts[b->count++], 18, "%s", (const char *)sqlite3_column_text(stmt, 0));
    sqlite3_finalize(stmt);
}

static bench *made(void) {
    static bench b; /* a fuzzer has one thread */
    char path[] = "/tmp/bg-fuzz-decide-XXXXXX";
    if (b.record) return &b;
    int file = mkstemp(path);
    must(file >= 0 && close(file) == 0 && (b.record = fresh_record(path)), "a record");
    sqlite3_exec(b.record->db, "PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY", NULL, NULL, NULL);
    drop_record(path); /* it lives as long as it is open */
    for (size_t i = 0; i < BG_COUNT(pages); i++) {
        mini *m = mini_read("page", pages[i]);
        must(bg_record_add(b.record, &m->doc, pages[i], strlen(pages[i]), NULL, NULL) == BG_OK, "a page");
        mini_free(m);
    }
    must(bg_record_settle(b.record, NULL, NULL, NULL) == BG_OK, "settled");
    list_facts(&b);
    b.before = derived(b.record);
    return &b;
}

/* ------------------------------------------------------------------ lines */

/* The word that `*at` begins with, cut off there. */
static char *word(char **at) {
    char *from = *at + strspn(*at, " ");
    size_t size = strcspn(from, " ");
    *at = from + size + (from[size] != 0);
    from[size] = 0;
    return from;
}

static const char *fact(const bench *b, const char *text) { return text[0] == '#' && b->count ? b->facts[(size_t)atoi(text + 1) % b->count] : text; }

static bg_code decide(const bench *b, char key, char *rest, int64_t at) {
    static const struct {
        char key;
        const char *kind;
    } kinds[] = {{'y', "accept"}, {'n', "reject"}, {'e', "correct"}, {'m', "join"}, {'x', "split"}, {'c', "close"}};
    const char *ids[2];
    bg_decision ask = {.ids = ids, .id_count = 1, .who = "An", .at = at};
    for (size_t i = 0; i < BG_COUNT(kinds); i++)
        if (kinds[i].key == key) ask.kind = kinds[i].kind;
    if (!ask.kind) return BG_E_USAGE;
    ids[0] = fact(b, word(&rest));
    ids[1] = key == 'x' && rest[0] != '#' ? rest : fact(b, rest);
    if (*rest && (key == 'm' || key == 'x')) ask.id_count = 2;
    if (key == 'c') ask.note = rest;
    char *sign = key == 'e' ? strstr(rest, "]=") ? strstr(rest, "]=") + 1 : strchr(rest, '=') : NULL;
    if (sign) *sign = 0, ask.field = rest, ask.value = sign + 1;
    return bg_record_decide(b->record, &ask, 1, NULL, NULL);
}

static void take_all_back(const bench *b) {
    int left = LINES + 1;
    while (left-- && bg_record_undo(b->record, NULL, "An", 1800000000, NULL, NULL, NULL) == BG_OK) {}
    must(left >= 0, "what was said can be taken back");
}

static void wipe(const bench *b) {
    sqlite3_exec(b->record->db, "DELETE FROM decided; DELETE FROM undone; DELETE FROM decision_targets; DELETE FROM decisions", NULL, NULL, NULL);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
    bench *b = made();
    char *text = malloc(size + 1), *rest = NULL;
    int lines = 0;
    must(text != NULL, "memory");
    memcpy(text, bytes, size);
    text[size] = 0;
    for (char *line = strtok_r(text, "\n", &rest); line && lines < LINES; line = strtok_r(NULL, "\n", &rest), lines++) {
        bg_code code = line[0] == 'u' ? bg_record_undo(b->record, NULL, "An", 1790000000 + lines, NULL, NULL, NULL) : decide(b, line[0], line + 1, 1700000000 + lines);
        must(code == BG_OK || code == BG_E_USAGE || code == BG_E_NOTFOUND, "what cannot be said is refused, and nothing else happens");
    }
    take_all_back(b);
    char *after = derived(b->record);
    must(strcmp(b->before, after) == 0, "what is taken back leaves no trace");
    free(after);
    free(text);
    wipe(b);
    return 0;
}
