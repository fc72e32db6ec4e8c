/*
 * test_ledger: small pages of our own (tests/threads), what in them is one matter and how it stands; pages added in random orders, and read anew, give the same threads.
 * What of a page is an entry, between whom, and who is to do it (tests/threads/entries.txt). And when two entries are alike, by their keys alone.
 */
#include "record/alike.h"
#include "record/anew.h"
#include "record/due.h"
#include "record/stand.h"
#include "rows.h"
#include "test.h"
#include "view/standing.h"

#include <unistd.h>

#define PAGES_MAX 96
#define TRUTHS_MAX 40

typedef struct truth {
    size_t page; /* the entry's; BG_NO_BYTE: how a thread stands; BG_NO_BYTE - 1: that something of page `root` stands in two threads */
    char thread, kind[20], step[20], words[120];
    int64_t number, root; /* found */
} truth;

typedef struct given {
    bg_buf text;
    char published[11], name[16];
} given;

typedef struct test_case {
    char name[80];
    given pages[PAGES_MAX];
    size_t page_count;
    truth truths[TRUTHS_MAX];
    size_t truth_count;
} test_case;

static bg_data *data;
static char folder[] = "/tmp/bg-ledger-XXXXXX", path[64];

static bool is_entry(const truth *t) { return t->page < BG_NO_BYTE - 1; }

/* ------------------------------------------------------------------ the file */

static void read_truth(test_case *c, const char *line) {
    truth *t = &c->truths[c->truth_count++];
    char kind[40] = "";
    int at = 0;
    *t = (truth){.page = c->page_count - 1};
    sscanf(line, "= %c %39s %n", &t->thread, kind, &at);
    char *colon = strchr(kind, ':');
    if (colon) *colon = 0, snprintf(t->step, sizeof t->step, "%.19s", colon + 1);
    snprintf(t->kind, sizeof t->kind, "%.19s", kind);
    snprintf(t->words, sizeof t->words, "%.119s", line + at);
}

static void read_standing(test_case *c, const char *line) {
    truth *t = &c->truths[c->truth_count++];
    *t = (truth){.page = BG_NO_BYTE};
    sscanf(line, "! %c %119s %19s", &t->thread, t->words, t->kind);
}

static void read_line(test_case *c, const char *line) {
    if (*line == '@') {
        given *p = &c->pages[c->page_count++];
        bg_buf__init(&p->text, 1 << 20);
        snprintf(p->published, sizeof p->published, "%.10s", line + 2);
        snprintf(p->name, sizeof p->name, "%zu.txt", c->page_count);
    } else if (*line == '=') read_truth(c, line);
    else if (*line == '!') read_standing(c, line);
    else if (*line == '+') c->truths[c->truth_count++] = (truth){.page = BG_NO_BYTE - 1, .thread = line[2], .kind = {line[4]}, .root = (int64_t)c->page_count};
    else if (c->page_count && *line) bg_buf__print(&c->pages[c->page_count - 1].text, "%s\n\n", line);
}

/* ------------------------------------------------------------------ records */

static bg_record *fresh(void) {
    bg_record *record = fresh_record(path);
    CHECK(record != NULL);
    return record;
}

static void add(bg_record *record, const given *page) {
    bg_item item = {.source = page->name, .bytes = page->text.bytes, .size = page->text.size, .type = "text/plain", .published = page->published};
    bg_doc *doc = NULL;
    if (CHECK(bg_doc_read_item(data, &item, &doc, NULL) == BG_OK)) CHECK(bg_record_add(record, doc, item.bytes, item.size, NULL, NULL) == BG_OK);
    bg_doc_free(doc);
}

static char *whole(bg_record *record) {
    static const char *const tables[] = {
        "SELECT number || id || page || kind || sides || coalesce(bound, '') || coalesce(day, 0) || keys || coalesce(due_to, '-') FROM items ORDER BY 1",
        "SELECT key || ' ' || day || ' ' || item FROM item_keys ORDER BY 1",
        "SELECT item || ' ' || thread FROM item_threads ORDER BY 1",
        "SELECT item || ' ' || n || ' ' || earlier || step || reason FROM item_links ORDER BY 1",
        "SELECT thread || id || sides || coalesce(first_day, 0) || coalesce(last_day, 0) || items || open || coalesce(due_to, '-') || coalesce(done_day, 0) FROM threads ORDER BY 1",
        "SELECT thread || sides || last_day || ' ' || first_day || stage || coalesce(due, '-') || coalesce(done, '-') || ' ' || items || ' ' || pages || ' ' || sayings || ' ' || lead || ' ' || name || ' ' || latest || grade || coalesce(bound, '-') || vague || decided FROM standings ORDER BY 1"};
    return rows_of(record, tables, BG_COUNT(tables));
}

/* ------------------------------------------------------------------ what must be so */

static void find(bg_record *record, const test_case *c, truth *t) {
    sqlite3_stmt *stmt = NULL;
    char step[20] = "";
    t->root = 0;
    sqlite3_prepare_v2(record->db, "SELECT i.number, l.thread, coalesce((SELECT step FROM item_links k WHERE k.item = i.number AND n = 1), '') FROM items i JOIN item_threads l ON l.item = i.number JOIN sources s ON s.page = i.page"
                                   " WHERE s.name = ? AND i.kind = ? AND instr(i.content, ?)", -1, &stmt, NULL);
    sqlite3_bind_text(stmt, 1, c->pages[t->page].name, -1, SQLITE_STATIC);
    sqlite3_bind_text(stmt, 2, t->kind, -1, SQLITE_STATIC);
    sqlite3_bind_text(stmt, 3, t->words, -1, SQLITE_STATIC);
    if (sqlite3_step(stmt) == SQLITE_ROW) {
        t->number = sqlite3_column_int64(stmt, 0), t->root = sqlite3_column_int64(stmt, 1);
        snprintf(step, sizeof step, "%s", (const char *)sqlite3_column_text(stmt, 2));
    }
    sqlite3_finalize(stmt);
    CHECK_SAY(t->root, "%s: page %zu has no %s of '%s'", c->name, t->page + 1, t->kind, t->words);
    CHECK_SAY(!*t->step || strcmp(t->step, step) == 0, "%s: '%s' is %s instead of %s", c->name, t->words, step, t->step);
}

static int64_t thread_named(const test_case *c, char name);

/* Does an entry of the page stand in both threads? */
static void check_both(bg_record *record, const test_case *c, const truth *t) {
    sqlite3_stmt *stmt = NULL;
    sqlite3_prepare_v2(record->db, "SELECT 1 FROM members a JOIN members b ON b.item = a.item JOIN items i ON i.number = a.item JOIN sources s ON s.page = i.page"
                                   " WHERE a.thread = ? AND b.thread = ? AND s.name = ?", -1, &stmt, NULL);
    sqlite3_bind_int64(stmt, 1, thread_named(c, t->thread));
    sqlite3_bind_int64(stmt, 2, thread_named(c, t->kind[0]));
    sqlite3_bind_text(stmt, 3, c->pages[t->root - 1].name, -1, SQLITE_STATIC);
    CHECK_SAY(sqlite3_step(stmt) == SQLITE_ROW, "%s: nothing of page %d is of %c and of %c", c->name, (int)t->root, t->thread, t->kind[0]);
    sqlite3_finalize(stmt);
}

static int64_t thread_named(const test_case *c, char name) {
    for (size_t i = 0; i < c->truth_count; i++)
        if (c->truths[i].thread == name && is_entry(&c->truths[i])) return c->truths[i].root;
    return 0;
}

static void check_standing(bg_record *record, const test_case *c, const truth *t) {
    bg_arena *arena = bg_arena__new();
    bg_row_thread thread = {0};
    bg_standing s;
    sqlite3_stmt *stmt = NULL;
    char id[20] = "";
    sqlite3_prepare_v2(record->db, "SELECT id FROM threads WHERE thread = ?", -1, &stmt, NULL);
    sqlite3_bind_int64(stmt, 1, thread_named(c, t->thread));
    if (sqlite3_step(stmt) == SQLITE_ROW) snprintf(id, sizeof id, "%s", (const char *)sqlite3_column_text(stmt, 0));
    sqlite3_finalize(stmt);
    int64_t as_of = atoi(t->words) * 10000 + atoi(t->words + 5) * 100 + atoi(t->words + 8);
    bg_db__start(record, NULL);
    if (CHECK(bg_ledger__thread(record, arena, id, as_of, &thread))) {
        bg_standing__of(arena, &thread, t->words, 12, &s);
        CHECK_SAY(s.status && strcmp(s.status, t->kind) == 0, "%s: %c on %s is %s instead of %s", c->name, t->thread, t->words, s.status ? s.status : "nothing", t->kind);
    }
    bg_arena__free(arena);
}

static void check_threads(bg_record *record, test_case *c) {
    for (size_t i = 0; i < c->truth_count; i++)
        if (is_entry(&c->truths[i])) find(record, c, &c->truths[i]);
    for (size_t i = 0; i < c->truth_count; i++)
        for (size_t k = 0; k < i; k++) {
            const truth *a = &c->truths[i], *b = &c->truths[k];
            if (!is_entry(a) || !is_entry(b)) continue;
            CHECK_SAY((a->thread == b->thread) == (a->root == b->root), "%s: '%s' and '%s'", c->name, b->words, a->words);
        }
    for (size_t i = 0; i < c->truth_count; i++)
        if (c->truths[i].page == BG_NO_BYTE) check_standing(record, c, &c->truths[i]);
        else if (!is_entry(&c->truths[i])) check_both(record, c, &c->truths[i]);
}

static bool equal(const bg_stand *a, const bg_stand *b) {
    return a->count == b->count && (!a->count || (bg_string__equal(a->stage, b->stage) && bg_string__equal(a->first, b->first) && bg_string__equal(a->last, b->last) && bg_string__equal(a->due, b->due) &&
           bg_string__equal(a->done, b->done) && a->pages == b->pages && a->witnesses == b->witnesses && a->sayings == b->sayings && a->lead == b->lead && a->name == b->name &&
           a->latest == b->latest && bg_string__equal(a->grade, b->grade) && bg_string__equal(a->bound, b->bound) && a->vague == b->vague));
}

/* What is kept of the threads of all sides is what their entries up to a day tell. Returns how many there are; `read`: of how many the entries were read. */
static size_t check_kept(bg_record *record, int64_t as_of, size_t *read) {
    bg_texts sides = {0};
    size_t count = 0;
    bg_arena *arena = bg_arena__new();
    bg_db__start(record, NULL);
    *read = 0;
    bg_db__texts(record, arena, bg_db__query(record, "SELECT DISTINCT sides FROM threads WHERE open ORDER BY 1", ""), &sides);
    for (size_t i = 0; i < sides.count; i++) {
        bg_stand_rows kept = {0};
        CHECK(bg_stand__list(record, arena, sides.items[i], as_of, 1000, &kept));
        for (size_t k = 0; k < kept.count; k++, count++) {
            bg_row_thread thread = {0};
            bg_stand stand;
            CHECK(bg_ledger__thread(record, arena, kept.items[k].id, as_of, &thread));
            bg_stand__of(arena, &thread, &stand);
            CHECK_SAY(equal(&stand, &kept.items[k]), "%s as of %d is kept otherwise", kept.items[k].id, (int)as_of);
            *read += kept.items[k].thread != NULL;
        }
    }
    bg_arena__free(arena);
    return count;
}

/* Pages in this order: one by one; or from the second third on a few in a batch, which are linked when all are there. */
static void add_all(bg_record *record, const test_case *c, const size_t *order, bool batched) {
    for (size_t i = 0; i < c->page_count; i++) {
        bool in_batch = batched && i >= c->page_count / 3;
        if (in_batch && (i % 5 == 0 || i == c->page_count / 3)) CHECK(bg_record_begin(record, NULL) == BG_OK);
        add(record, &c->pages[order[i]]);
        if (in_batch && (i % 5 == 4 || i + 1 == c->page_count)) CHECK(bg_record_commit(record, NULL, NULL) == BG_OK);
    }
    if (batched) CHECK(bg_record_settle(record, data, NULL, NULL) == BG_OK);
    CHECK(row_count(record, "SELECT count(*) FROM items_due") == 0);
}

/* Linked anew it is the same; also if that was interrupted after some of them were linked. */
static void check_anew(bg_record *record, const test_case *c, const char *first) {
    for (int half = 0; half < 2; half++) {
        bg_db__start(record, NULL);
        bg_anew__link(record, NULL);
        if (half) sqlite3_exec(record->db, "INSERT INTO items_due SELECT row FROM items", NULL, NULL, NULL);
        bg_due__settle(record, NULL);
        char *now = whole(record);
        CHECK_SAY(record->code == BG_OK && strcmp(first, now) == 0 && row_count(record, "SELECT count(*) FROM items_due") == 0, "%s, linked anew", c->name);
        free(now);
    }
}

/* Any order, in batches, and read anew: the same tables. */
static void check_orders(const test_case *c, const char *first) {
    unsigned seed = 5;
    for (int round = 0; round < 8 && test_good; round++) {
        bg_record *record = fresh();
        size_t order[PAGES_MAX] = {0};
        for (size_t i = 0; i < c->page_count; i++) order[i] = i;
        for (size_t i = c->page_count; i-- > 1;) {
            seed = seed * 1103515245u + 12345u;
            size_t k = (seed >> 16) % (i + 1), other = order[i];
            order[i] = order[k], order[k] = other;
        }
        add_all(record, c, order, round / 2 % 2);
        if (round % 2) {
            sqlite3_exec(record->db, "UPDATE pages SET reader = 'another'", NULL, NULL, NULL);
            CHECK(bg_record_reread(record, data, NULL, NULL) == BG_OK);
        }
        char *now = whole(record);
        CHECK_SAY(strcmp(first, now) == 0, "%s, round %d", c->name, round);
        size_t read, open = check_kept(record, 99991231, &read);
        CHECK((int64_t)open == row_count(record, "SELECT count(*) FROM threads WHERE open") && read == 0);
        check_kept(record, 20210630, &read);
        check_anew(record, c, first);
        free(now);
        bg_record_close(record);
    }
}

static void run_case(test_case *c) {
    if (!c->page_count) return;
    bg_record *record = fresh();
    for (size_t i = 0; i < c->page_count; i++) add(record, &c->pages[i]);
    check_threads(record, c);
    char *first = whole(record);
    bg_record_close(record);
    check_orders(c, first);
    free(first);
    for (size_t i = 0; i < c->page_count; i++) bg_buf__free(&c->pages[i].text);
}

static void stories(void) {
    static test_case c;
    bg_buf file;
    char *rest = NULL;
    size_t cases = 0;
    if (!CHECK(bg_file__read("tests/threads/threads.txt", 1 << 20, &file, NULL) == BG_OK)) return;
    for (char *line = strtok_r(file.bytes, "\n", &rest); line; line = strtok_r(NULL, "\n", &rest)) {
        if (strncmp(line, "## ", 3) == 0) {
            run_case(&c);
            c = (test_case){0};
            snprintf(c.name, sizeof c.name, "%.79s", line + 3);
            cases++;
        } else if (*line != '#') read_line(&c, line);
    }
    run_case(&c);
    CHECK(cases >= 7);
    bg_buf__free(&file);
}

/* All pages of all stories in one record, thrice over on other days, in random orders. */
static void many_in_any_order(void) {
    static test_case c;
    bg_buf file;
    char *rest = NULL;
    if (!CHECK(bg_file__read("tests/threads/threads.txt", 1 << 20, &file, NULL) == BG_OK)) return;
    for (char *line = strtok_r(file.bytes, "\n", &rest); line && c.page_count < PAGES_MAX; line = strtok_r(NULL, "\n", &rest))
        if (!strchr("#=!+", *line) || !*line) read_line(&c, line);
    snprintf(c.name, sizeof c.name, "all");
    bg_record *record = fresh();
    for (size_t i = 0; i < c.page_count; i++) add(record, &c.pages[i]);
    char *first = whole(record);
    bg_record_close(record);
    check_orders(&c, first);
    free(first);
    for (size_t i = 0; i < c.page_count; i++) bg_buf__free(&c.pages[i].text);
    bg_buf__free(&file);
}

static bg_code decide(bg_record *record, const char *kind, const char *id, int64_t at) {
    bg_decision ask = {.kind = kind, .ids = &id, .id_count = 1, .who = "An", .at = at, .note = "xong"};
    return bg_record_decide(record, &ask, 1, NULL, NULL);
}

static const char *a_fact(bg_record *record, const char *what, char out[18]) {
    char sql[200];
    snprintf(sql, sizeof sql, "SELECT i.%s FROM items i JOIN item_threads t ON t.item = i.number JOIN threads h ON h.thread = t.thread AND h.open AND h.items > 2 WHERE i.%s IS NOT NULL ORDER BY 1", what, what);
    return row_text(record, sql, out, 18);
}

#define DECIDED_PAGES 40

static bool read_pages(test_case *c) {
    bg_buf file;
    char *rest = NULL;
    if (bg_file__read("tests/threads/threads.txt", 1 << 20, &file, NULL) != BG_OK) return false;
    for (char *line = strtok_r(file.bytes, "\n", &rest); line && c->page_count < DECIDED_PAGES + 1; line = strtok_r(NULL, "\n", &rest))
        if (!strchr("#=!+", *line) || !*line) read_line(c, line);
    c->page_count = DECIDED_PAGES; /* the last one has no words yet */
    bg_buf__free(&file);
    return true;
}

static void read_all_anew(bg_record *record) {
    sqlite3_exec(record->db, "UPDATE pages SET reader = 'another', told = 1", NULL, NULL, NULL);
    CHECK(bg_record_reread(record, data, NULL, NULL) == BG_OK);
}

/* What people close or reject is not in what is kept: entries are read then, and no longer once it is taken back; the same if it was decided before other pages came, and if pages are read anew. */
static void decided(void) {
    static const char touched[] = "SELECT count(DISTINCT m.thread) FROM effects x JOIN items i ON x.fact IN (i.id, i.statement, i.event) JOIN members m ON m.item = i.number JOIN threads t ON t.thread = m.thread"
                                  " WHERE t.open AND (x.field = 'closed' OR x.value = 'reject')";
    static test_case c;
    char item[18], said[18], event[18];
    size_t read;
    if (!CHECK(read_pages(&c))) return;
    bg_record *record = fresh();
    for (size_t i = 0; i < c.page_count / 2; i++) add(record, &c.pages[i]);
    CHECK(decide(record, "close", a_fact(record, "id", item), 1700000000) == BG_OK);
    CHECK(decide(record, "reject", a_fact(record, "statement", said), 1700000001) == BG_OK);
    for (size_t i = c.page_count / 2; i < c.page_count; i++) add(record, &c.pages[i]);
    CHECK(decide(record, "reject", a_fact(record, "event", event), 1700000002) == BG_OK);
    CHECK(decide(record, "accept", said, 1700000003) == BG_OK);
    size_t open = check_kept(record, 99991231, &read);
    CHECK(open > 10 && read >= 1 && (int64_t)read == row_count(record, touched));
    char *now = whole(record);
    read_all_anew(record);
    char *again = whole(record);
    CHECK(strcmp(now, again) == 0);
    check_anew(record, &c, now);
    for (int i = 0; i < 4; i++) {
        check_kept(record, 99991231, &read);
        CHECK((int64_t)read == row_count(record, touched));
        CHECK(bg_record_undo(record, NULL, "An", 1700000010 + i, NULL, NULL, NULL) == BG_OK);
    }
    check_kept(record, 99991231, &read);
    CHECK(read == 0 && row_count(record, "SELECT count(*) FROM standings WHERE decided") == 0);
    free(now), free(again);
    bg_record_close(record);
    for (size_t i = 0; i < c.page_count; i++) bg_buf__free(&c.pages[i].text);
}

static bg_code correct(bg_record *record, const char *event, const char *day, int64_t at) {
    bg_decision ask = {.kind = "correct", .ids = &event, .id_count = 1, .field = "date", .value = day, .who = "An", .at = at};
    return bg_record_decide(record, &ask, 1, NULL, NULL);
}

/* Half of the pages, the corrections, the other half; all read anew. */
static char *corrected_between(const test_case *c, const char *first, const char *second) {
    bg_record *record = fresh();
    for (size_t i = 0; i < c->page_count / 2; i++) add(record, &c->pages[i]);
    CHECK(correct(record, first, "2022-03-04", 1700000000) == BG_OK && correct(record, second, "-", 1700000001) == BG_OK);
    for (size_t i = c->page_count / 2; i < c->page_count; i++) add(record, &c->pages[i]);
    read_all_anew(record);
    char *out = whole(record);
    bg_record_close(record);
    return out;
}

/* Entries said at a contact whose day somebody corrects are of that day and linked by it, whenever he does; and of the day that was read once it is taken back. */
static void dated(void) {
    static const char an_event[] = "SELECT i.event FROM items i JOIN events v ON v.id = i.event JOIN pages p ON p.id = i.page WHERE i.statement IS NOT NULL"
                                   " AND length(v.start_date) = 10 AND p.n <= 20 ORDER BY 1";
    static test_case c;
    char first[18], second[18], sql[300];
    size_t read;
    if (!CHECK(read_pages(&c))) return;
    bg_record *record = fresh();
    for (size_t i = 0; i < c.page_count; i++) add(record, &c.pages[i]);
    char *plain = whole(record);
    row_text(record, an_event, first, sizeof first);
    snprintf(sql, sizeof sql, "%s DESC", an_event);
    row_text(record, sql, second, sizeof second);
    CHECK(strlen(first) == 17 && strlen(second) == 17 && strcmp(first, second) != 0);
    CHECK(correct(record, first, "2022-03-04", 1700000000) == BG_OK && row_count(record, "SELECT count(*) FROM items WHERE day = 20220304") >= 1);
    CHECK(correct(record, second, "-", 1700000001) == BG_OK && row_count(record, "SELECT count(*) FROM item_days") >= 2);
    check_kept(record, 99991231, &read);
    char *now = whole(record), *between = corrected_between(&c, first, second);
    CHECK(strcmp(now, plain) != 0 && strcmp(now, between) == 0);
    CHECK(bg_record_undo(record, NULL, "An", 1700000010, NULL, NULL, NULL) == BG_OK && bg_record_undo(record, NULL, "An", 1700000011, NULL, NULL, NULL) == BG_OK);
    char *back = whole(record);
    CHECK(strcmp(plain, back) == 0 && row_count(record, "SELECT count(*) FROM item_days") == 0);
    free(plain), free(now), free(between), free(back);
    bg_record_close(record);
    for (size_t i = 0; i < c.page_count; i++) bg_buf__free(&c.pages[i].text);
}

/* ------------------------------------------------------------------ what is an entry */

#define WANTED_MAX 12

typedef struct wanted {
    char kind[20], sides[12], bound[8], words[240]; /* no kind: there is none with the words; no sides: an entry has these words in the column `kind` */
} wanted;

static void read_wanted(wanted *w, const char *line) {
    int at = 2;
    *w = (wanted){.kind = ""};
    if (*line == '=') sscanf(line, "= %19s %11s %7s %n", w->kind, w->sides, w->bound, &at);
    if (*line == '~') sscanf(line, "~ %19s %n", w->kind, &at);
    snprintf(w->words, sizeof w->words, "%.239s", line + at);
}

/* Has an entry just these words there: what it is about, who is to do it, the day? */
static void check_field(bg_record *record, const char *name, const wanted *w) {
    char ask[80];
    sqlite3_stmt *stmt = NULL;
    snprintf(ask, sizeof ask, "SELECT 1 FROM items WHERE CAST(coalesce(%s, '-') AS TEXT) = ?1", w->kind);
    sqlite3_prepare_v2(record->db, ask, -1, &stmt, NULL);
    sqlite3_bind_text(stmt, 1, w->words, -1, SQLITE_STATIC);
    CHECK_SAY(stmt && sqlite3_step(stmt) == SQLITE_ROW, "%s: no entry has the %s '%s'", name, w->kind, w->words);
    sqlite3_finalize(stmt);
}

static void check_wanted(bg_record *record, const char *name, const wanted *w) {
    sqlite3_stmt *stmt = NULL;
    bool found = false;
    char told[80] = "nothing";
    sqlite3_prepare_v2(record->db, "SELECT kind, sides, coalesce(bound, '-'), instr(content, ?1) FROM items WHERE instr(content, ?1)", -1, &stmt, NULL);
    sqlite3_bind_text(stmt, 1, w->words, -1, SQLITE_STATIC);
    while (!found && sqlite3_step(stmt) == SQLITE_ROW) {
        const char *kind = (const char *)sqlite3_column_text(stmt, 0), *sides = (const char *)sqlite3_column_text(stmt, 1), *bound = (const char *)sqlite3_column_text(stmt, 2);
        found = strcmp(kind, w->kind) == 0 && strcmp(sides, w->sides) == 0 && strcmp(bound, w->bound) == 0 && sqlite3_column_int(stmt, 3) == 1;
        snprintf(told, sizeof told, "%s %s %s", kind, sides, bound);
    }
    sqlite3_finalize(stmt);
    CHECK_SAY(*w->kind ? found : strcmp(told, "nothing") == 0, "%s: '%s' is %s", name, w->words, told);
}

static void check_page(const char *name, given *page, const wanted *all, size_t count) {
    bg_record *record = page->text.size ? fresh() : NULL;
    if (record) add(record, page);
    for (size_t i = 0; record && i < count; i++) (*all[i].kind && !*all[i].sides ? check_field : check_wanted)(record, name, &all[i]);
    if (record) bg_record_close(record);
    bg_buf__free(&page->text);
}

static void entries(void) {
    static wanted all[WANTED_MAX];
    given page = {.published = "2023-03-10", .name = "1.txt"};
    bg_buf file;
    char name[80] = "", *rest = NULL;
    size_t count = 0, cases = 0;
    if (!CHECK(bg_file__read("tests/threads/entries.txt", 1 << 20, &file, NULL) == BG_OK)) return;
    bg_buf__init(&page.text, 1 << 20);
    for (char *line = strtok_r(file.bytes, "\n", &rest); line; line = strtok_r(NULL, "\n", &rest)) {
        if (strncmp(line, "## ", 3) == 0) {
            check_page(name, &page, all, count);
            bg_buf__init(&page.text, 1 << 20);
            snprintf(name, sizeof name, "%.79s", line + 3);
            count = 0, cases++;
        } else if ((*line == '=' || *line == '-' || *line == '~') && count < WANTED_MAX) read_wanted(&all[count++], line);
        else if (*line && *line != '#') bg_buf__print(&page.text, "%s\n\n", line);
    }
    check_page(name, &page, all, count);
    CHECK(cases >= 10);
    bg_buf__free(&file);
}

static bg_alike alike(const char *a, int day_a, const char *b, int day_b) {
    bg_entry x = {.number = 1, .day = day_a, .kind = "ask", .bound = "RU"}, y = {.number = 2, .day = day_b, .kind = "ask", .bound = "RU"};
    char keys_a[200], keys_b[200];
    snprintf(keys_a, sizeof keys_a, "%s", a);
    snprintf(keys_b, sizeof keys_b, "%s", b);
    bg_entry__keys(&x, keys_a);
    bg_entry__keys(&y, keys_b);
    return bg_entry__alike(&x, &y);
}

static void by_keys(void) {
    CHECK(alike("k:evfta", 20200101, "k:evfta", 20210101).rank && !alike("k:evfta", 20200101, "k:evfta", 20210101).same);
    CHECK(alike("k:evfta b:x_y", 20200101, "k:evfta b:x_y", 20200103).same && !alike("k:evfta b:x_y", 20200101, "k:evfta b:x_y", 20200107).same);
    CHECK(!alike("k:evfta", 20200101, "k:evfta", 20320101).rank && !alike("k:evfta", 0, "k:evfta", 20200101).rank); /* after so many years, without a day */
    CHECK(alike("k:evfta b:x_y", 0, "k:evfta", 0).same && !alike("k:evfta", 0, "k:coc", 0).rank); /* of unknown days: the same, or nothing */
    CHECK(!alike("x:goods.fruit.mango k:a", 20200101, "x:goods.fruit.litchi", 20210101).rank && alike("x:goods.fruit.mango", 20200101, "x:goods.fruit", 20210101).rank);
    CHECK(!alike("x:person.nurse", 20200101, "x:goods.fruit", 20210101).rank && alike("c:natuna x:person.fisher", 20200101, "c:natuna x:person.fisher", 20210101).rank);
    CHECK(!alike("p:hue p:vinh", 20200101, "p:hue p:vinh", 20210101).rank); /* places alone */
    CHECK(!alike("k:evfta", 20200101, "k:coc", 20200105).rank && !alike("", 20200101, "", 20200105).rank);
    CHECK(alike("h:hospital C:pakse", 20200101, "h:hospital C:pakse b:x_y", 20210101).rank);
    CHECK(!alike("h:hospital C:pakse", 20200101, "h:hospital C:vinh", 20210101).rank && !alike("h:hospital C:pakse", 20200101, "h:hospital", 20210101).rank);
    CHECK(!alike("h:hospital C:pakse", 20200101, "h:loan H:hospital C:pakse", 20210101).rank);
    CHECK(!alike("b:a_b b:c_d", 20200101, "b:a_b b:c_d", 20210101).rank && alike("b:a_b b:c_d t:e c:f", 20200101, "b:a_b b:c_d t:e c:f", 20210101).rank);
    CHECK(!alike("k:coc t:a t:b t:c t:d t:e t:f t:g", 20200101, "k:coc b:a_b c:x c:y c:z c:u c:v", 20210101).rank); /* in passing */
}

int main(void) {
    if (!mkdtemp(folder) || bg_data_open(NULL, &data, NULL)) return printf("0 passed, 1 failed\n"), 1;
    snprintf(path, sizeof path, "%s/a.db", folder);
    RUN(by_keys);
    RUN(entries);
    RUN(stories);
    RUN(many_in_any_order);
    RUN(decided);
    RUN(dated);
    drop_record(path);
    rmdir(folder);
    bg_data_close(data);
    return test_end();
}
