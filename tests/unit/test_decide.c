/*
 * test_decide: decisions of people without the reader (mini_doc.h). What was decided and taken back leaves the record as it was; contacts are a function of pages and
 * decisions, whatever the order in which they came; a page that is read otherwise keeps its decisions or orphans them.
 */
#include "mini_doc.h"
#include "rows.h"
#include "test.h"

#include "record/decide.h"
#include "record/decisions.h"
#include "record/ids.h"
#include "record/ledger.h"
#include "record/place.h"

#include <unistd.h>

static char folder[] = "/tmp/bg-decide-XXXXXX";

static const char *path_of(const char *name) {
    static char path[256];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    return path;
}

static bg_record *fresh(const char *name) {
    static const char *const tails[] = {"", "-wal", "-shm"};
    bg_record *record = NULL;
    char path[300];
    for (size_t i = 0; i < BG_COUNT(tails); i++) {
        snprintf(path, sizeof path, "%s%s", path_of(name), tails[i]);
        unlink(path);
    }
    CHECK(bg_record_open(path_of(name), BG_RECORD_WRITE, &record, NULL) == BG_OK);
    sqlite3_exec(record->db, "PRAGMA synchronous = OFF", NULL, NULL, NULL); /* no power cut is looked for here */
    return record;
}

static void add(bg_record *record, const char *text) {
    mini *m = mini_read("page", text);
    CHECK(bg_record_add(record, &m->doc, text, strlen(text), NULL, NULL) == BG_OK);
    mini_free(m);
}

/* What follows from pages and decisions. */
static char *derived(bg_record *record) {
    CHECK(rows_wrong(record) == 0);
    static const char *const tables[] = {
        "SELECT id || ' ' || main || coalesce(type, '-') || coalesce(status, '-') || coalesce(start_date, '-') || coalesce(end_date, '-') || coalesce(first_day, '-') || coalesce(place, '-') || sides || coalesce(doubt, '-') FROM contacts ORDER BY 1",
        "SELECT contact || ' ' || n || ' ' || event || ' ' || coalesce(reason, '') FROM contact_events ORDER BY 1", "SELECT side || ' ' || contact FROM contact_sides ORDER BY 1",
        "SELECT contact || ' ' || n || ' ' || coalesce(name, '') || coalesce(folded, '') || coalesce(office, '-') || coalesce(country, '-') || coalesce(role, '-') FROM contact_people ORDER BY 1",
        "SELECT fact || ' ' || field || ' ' || coalesce(value, '') || ' ' || decision FROM effects ORDER BY 1", "SELECT fact || ' ' || decision || ' ' || n FROM decided ORDER BY 1",
        "SELECT id || coalesce(speaker, '-') || coalesce(act, '-') || coalesce(content, '-') FROM said ORDER BY 1",
        "SELECT key || ' ' || event FROM event_slots ORDER BY 1"};
    return rows_of(record, tables, BG_COUNT(tables));
}

/* ------------------------------------------------------------------ deciding */

static int64_t now = 1700000000;

static bg_code decide(bg_record *record, const char *kind, const char *const *ids, size_t id_count, const char *field, const char *value) {
    bg_decision ask = {.kind = kind, .ids = ids, .id_count = id_count, .field = field, .value = value, .who = "An", .at = now++, .note = strcmp(kind, "close") == 0 ? "xong" : NULL};
    return bg_record_decide(record, &ask, 1, NULL, NULL);
}

static bg_code decide_one(bg_record *record, const char *kind, const char *id, const char *field, const char *value) { return decide(record, kind, &id, 1, field, value); }

static bg_code undo(bg_record *record) { return bg_record_undo(record, NULL, "An", now++, NULL, NULL, NULL); }

#define BOTH "An Văn Bình/VN; Ivan Petrov/RU"
static const char *const story[] = {
    "một\n@event talks main held 2025-05-10 - RU,VN Hà_Nội | " BOTH "\n@say both agrees sớm mở đường bay thẳng\n@say Ivan_Petrov proposes miễn thị thực cho nhau\n",
    "hai\n@event talks main held 2025-11-02 - RU,VN - | " BOTH "\n",
    "ba\n@event talks main held 2025 - RU,VN - | " BOTH "\n",
    "bốn\n@event talks main held --05-10 - RU,VN - | A. V. Bình/VN; Petrov/RU\n@say both agrees lập nhóm công tác\n",
    "năm\n@event talks main held 2025-05 - RU,VN - | Petrov/RU\n",
    "sáu\n@event visit main planned 2025-05-09 2025-05-11 RU,VN Hà_Nội | Ivan Petrov/RU\n@event talks other planned 2025-05-10 - RU,VN - | " BOTH "\n",
    "bảy\n@event visit main held 2025-05-09 - RU,VN - | Petrov/RU\n",
    "tám\n@event call main held 2025-06-01 - LA,VN - | An Văn Bình/VN; Kham Vong/LA\n",
};
#define PAGES BG_COUNT(story)

static unsigned seed = 5;
static unsigned pick(unsigned below) {
    seed = seed * 1103515245u + 12345u;
    return (seed >> 16) % below;
}

static void random_id(bg_record *record, const char *table, char out[18]) {
    char sql[160];
    snprintf(sql, sizeof sql, "SELECT id FROM %s ORDER BY id LIMIT 1 OFFSET %u", table, pick((unsigned)row_count(record, strcmp(table, "events") == 0 ? "SELECT count(*) FROM events" : "SELECT count(*) FROM statements")));
    row_text(record, sql, out, 18);
}

static bg_code random_decision(bg_record *record) {
    static const char *const fixes[][2] = {{"date", "2025-05-12"}, {"place", "Huế"}, {"sides", "VN,RU,LA"}, {"type", "meeting"}, {"office[Petrov]", "Bộ trưởng"}, {"name[Ivan Petrov]", "Ivan I. Petrov"},
                                            {"status", "planned"}, {"date", "-"}};
    char a[18], b[18], s[18];
    const char *const both[] = {a, b};
    random_id(record, "events", a);
    random_id(record, "events", b);
    random_id(record, "statements", s);
    unsigned fix = pick(BG_COUNT(fixes));
    switch (pick(9)) {
    case 0: return decide_one(record, "reject", a, NULL, NULL);
    case 1: return decide_one(record, "accept", a, NULL, NULL);
    case 2:
    case 3: return decide_one(record, "correct", a, fixes[fix][0], fixes[fix][1]);
    case 4:
    case 5: return decide(record, "join", both, 2, NULL, NULL);
    case 6: return decide_one(record, "split", a, NULL, NULL);
    case 7: return decide_one(record, "reject", s, NULL, NULL);
    default: return decide_one(record, "correct", s, "act", "pledges");
    }
}

/* ------------------------------------------------------------------ tests */

static void what_is_taken_back(void) {
    for (int round = 0; round < 20 && test_good; round++) {
        bg_record *record = fresh("undo.db");
        size_t made = 0;
        for (size_t i = 0; i < PAGES; i++) add(record, story[i]);
        char *states[8] = {derived(record)};
        for (int i = 0; i < 60 && made < 7; i++)
            if (random_decision(record) == BG_OK) states[++made] = derived(record);
        CHECK(made == 7 && row_count(record, "SELECT count(*) FROM decisions") == 7);
        for (size_t i = made; i-- > 0;) {
            CHECK(undo(record) == BG_OK);
            char *is = derived(record);
            CHECK_SAY(strcmp(states[i], is) == 0, "round %d decision %zu\n%s\n---\n%s", round, i, states[i], is);
            free(is);
        }
        CHECK(undo(record) == BG_E_NOTFOUND);
        CHECK(row_count(record, "SELECT count(*) FROM decisions") == 14 && row_count(record, "SELECT count(*) FROM undone") == 7);
        for (size_t i = 0; i <= made; i++) free(states[i]);
        bg_record_close(record);
    }
}

/* An undo that is taken back, by its id, leaves what it took back in force again. */
static void undo_of_an_undo(void) {
    bg_record *record = fresh("undo.db");
    char id[18], taken[18], undos[18];
    add(record, story[0]);
    row_text(record, "SELECT id FROM events", id, sizeof id);
    CHECK(decide_one(record, "correct", id, "place", "Huế") == BG_OK && row_count(record, "SELECT count(*) FROM contacts WHERE place = 'Huế'") == 1);
    CHECK(bg_record_undo(record, NULL, "Bình", now++, NULL, NULL, NULL) == BG_E_NOTFOUND); /* it was somebody else's */
    CHECK(bg_record_undo(record, NULL, "An", now++, NULL, taken, NULL) == BG_OK && row_count(record, "SELECT count(*) FROM contacts WHERE place = 'Hà Nội'") == 1);
    CHECK(bg_record_undo(record, taken, "An", now++, NULL, NULL, NULL) == BG_E_USAGE);
    row_text(record, "SELECT id FROM decisions WHERE kind = 'undo'", undos, sizeof undos);
    CHECK(bg_record_undo(record, undos, "Bình", now++, NULL, NULL, NULL) == BG_OK && row_count(record, "SELECT count(*) FROM contacts WHERE place = 'Huế'") == 1);
    CHECK(bg_record_undo(record, "d", "An", now++, NULL, NULL, NULL) == BG_E_USAGE && bg_record_undo(record, "dxyz", "An", now++, NULL, NULL, NULL) == BG_E_USAGE);
    CHECK(bg_record_undo(record, "d00", "An", now++, NULL, NULL, NULL) != BG_OK);
    CHECK(row_count(record, "SELECT count(*) FROM decisions") == 3);
    bg_record_close(record);
}

static void shuffle(size_t *order, size_t size) {
    for (size_t i = size - 1; i > 0; i--) {
        size_t k = pick((unsigned)i + 1), other = order[i];
        order[i] = order[k];
        order[k] = other;
    }
}

static void take_decisions(bg_record *record, const char *from) {
    bg_record *other = NULL;
    CHECK(bg_record_open(path_of(from), BG_RECORD_READ, &other, NULL) == BG_OK);
    bg_db__start(record, NULL);
    bg_db__start(other, NULL);
    bg_decide__take(record, other);
    CHECK(bg_db__code(record) == BG_OK && bg_db__code(other) == BG_OK);
    bg_record_close(other);
}

static void any_order(void) {
    size_t order[PAGES];
    for (size_t i = 0; i < PAGES; i++) order[i] = i;
    for (int round = 0; round < 30 && test_good; round++) {
        bg_record *record = fresh("first.db");
        for (size_t i = 0; i < PAGES; i++) add(record, story[i]);
        for (int i = 0; i < 8; i++) {
            random_decision(record);
            if (pick(5) == 0) undo(record);
        }
        char *first = derived(record);
        bg_record_close(record);
        for (int again = 0; again < 3; again++) {
            shuffle(order, PAGES);
            size_t when = pick(PAGES + 1);
            record = fresh("again.db");
            for (size_t i = 0; i <= PAGES; i++) {
                if (i == when) take_decisions(record, "first.db");
                if (i < PAGES) add(record, story[order[i]]);
            }
            char *other = derived(record);
            CHECK_SAY(strcmp(first, other) == 0, "round %d, decisions after %zu pages\n%s\n---\n%s", round, when, first, other);
            take_decisions(record, "first.db");
            char *twice = derived(record);
            CHECK(strcmp(other, twice) == 0);
            free(other);
            free(twice);
            bg_record_close(record);
        }
        free(first);
    }
}

#define TALKS(date) "@event talks main held " date " - RU,VN - | " BOTH "\n"

static void joined_and_split(void) {
    bg_record *record = fresh("pair.db");
    char a[18], b[18], c[18];
    add(record, "một\n" TALKS("2025-05-10"));
    add(record, "hai\n" TALKS("2025-05-12"));
    add(record, "hai nữa\n" TALKS("2025-05-12"));
    row_text(record, "SELECT id FROM events WHERE start_date = '2025-05-10'", a, sizeof a);
    row_text(record, "SELECT min(id) FROM events WHERE start_date = '2025-05-12'", b, sizeof b);
    row_text(record, "SELECT max(id) FROM events WHERE start_date = '2025-05-12'", c, sizeof c);
    CHECK(row_count(record, "SELECT count(*) FROM contacts") == 2);
    const char *const both[] = {a, b}, *const same[] = {b, c};
    CHECK(decide(record, "join", same, 2, NULL, NULL) == BG_E_USAGE); /* they are one */
    CHECK(decide(record, "join", both, 2, NULL, NULL) == BG_OK && row_count(record, "SELECT count(*) FROM contacts") == 1);
    CHECK(row_count(record, "SELECT count(*) FROM contact_events WHERE reason LIKE 'decision=d%; by=An; at=%'") == 1);
    /* whoever comes later and fits joins in */
    add(record, "ba\n" TALKS("2025-05-12"));
    CHECK(row_count(record, "SELECT count(*) FROM contacts") <= 2);
    CHECK(decide_one(record, "split", a, NULL, NULL) == BG_OK && row_count(record, "SELECT count(*) FROM contacts") == 2);
    CHECK(decide_one(record, "split", a, NULL, NULL) == BG_E_USAGE); /* it stands alone */
    CHECK(decide_one(record, "split", c, NULL, NULL) == BG_OK);
    CHECK(row_count(record, "SELECT count(*) FROM contacts") == 3);
    add(record, "bốn\n" TALKS("2025-05-12")); /* fits two: stays alone */
    CHECK(row_count(record, "SELECT count(DISTINCT contact) FROM contact_events") == row_count(record, "SELECT count(*) FROM contacts"));
    CHECK(row_count(record, "SELECT count(*) FROM contact_events x JOIN contact_events y ON x.contact = y.contact JOIN decided d ON d.fact = x.event JOIN decided e ON e.fact = y.event"
                        " AND e.decision = d.decision JOIN decisions s ON s.id = d.decision AND s.kind = 'split' WHERE d.n = 1 AND e.n > 1") == 0);
    bg_record_close(record);
}

static void rejected(void) {
    bg_record *record = fresh("reject.db");
    char id[18], said[18], other[18];
    size_t lines = 9;
    bg_style plain = {.json = true}, all = {.json = true, .all = true};
    bg_out out = {0};
    for (size_t i = 0; i < PAGES; i++) add(record, story[i]);
    row_text(record, "SELECT event FROM contact_events WHERE event = contact AND contact IN (SELECT contact FROM contact_events GROUP BY 1 HAVING count(*) > 1) LIMIT 1", id, sizeof id);
    int64_t contacts = row_count(record, "SELECT count(*) FROM contacts");
    CHECK(decide_one(record, "reject", id, NULL, NULL) == BG_OK);
    int64_t left = row_count(record, "SELECT count(*) FROM contacts"); /* what fitted it and another fits that one alone now */
    CHECK(left < contacts && row_count(record, "SELECT count(*) FROM contact_events JOIN effects ON fact = event") == 0);
    CHECK(row_count(record, "SELECT count(*) FROM decision_targets") > 1);
    CHECK(bg_view_timeline(record, &(bg_filter){0}, &plain, &out, &lines, NULL) == BG_OK && (int64_t)lines == left && !strstr(out.bytes, "rejected"));
    CHECK(bg_view_timeline(record, &(bg_filter){0}, &all, &out, &lines, NULL) == BG_OK && (int64_t)lines > left && strstr(out.bytes, "\"rejected\":true"));
    CHECK(bg_view_timeline(record, &(bg_filter){.country = "LA"}, &all, &out, &lines, NULL) == BG_OK && lines == 1);
    CHECK(bg_view_timeline(record, &(bg_filter){.from = "2026"}, &all, &out, &lines, NULL) == BG_OK && lines == 0);
    CHECK(bg_view_show(record, id, &plain, &out, NULL) == BG_OK && strstr(out.bytes, "\"rejected\":true") && strstr(out.bytes, "\"kind\":\"reject\""));
    CHECK(decide_one(record, "reject", id, NULL, NULL) == BG_OK && undo(record) == BG_OK && row_count(record, "SELECT count(*) FROM contacts") == left);
    CHECK(undo(record) == BG_OK && row_count(record, "SELECT count(*) FROM contacts") == contacts);
    row_text(record, "SELECT id FROM statements WHERE content LIKE 'miễn%'", said, sizeof said);
    row_text(record, "SELECT event FROM statements WHERE content LIKE 'miễn%'", other, sizeof other);
    CHECK(bg_view_show(record, other, &plain, &out, NULL) == BG_OK && strstr(out.bytes, said));
    CHECK(decide_one(record, "reject", said, NULL, NULL) == BG_OK);
    CHECK(bg_view_show(record, other, &plain, &out, NULL) == BG_OK && !strstr(out.bytes, said));
    CHECK(bg_view_show(record, other, &all, &out, NULL) == BG_OK && strstr(out.bytes, said));
    CHECK(row_count(record, "SELECT count(*) FROM said") == row_count(record, "SELECT count(*) FROM statements") - 1);
    bg_out_free(&out);
    bg_record_close(record);
}

static void corrected(void) {
    bg_record *record = fresh("correct.db");
    char id[18], said[18];
    bg_style style = {.json = true};
    bg_out out = {0};
    add(record, story[0]);
    row_text(record, "SELECT id FROM events", id, sizeof id);
    row_text(record, "SELECT id FROM statements WHERE content LIKE 'miễn%'", said, sizeof said);
    CHECK(decide_one(record, "correct", id, "date", "8/5/2025") == BG_OK && row_count(record, "SELECT count(*) FROM contacts WHERE start_date = '2025-05-08' AND first_day = '2025-05-08'") == 1);
    CHECK(row_count(record, "SELECT count(*) FROM events WHERE start_date = '2025-05-10'") == 1); /* what was read stays */
    CHECK(decide_one(record, "correct", id, "date", "2025-05-09") == BG_OK && row_count(record, "SELECT count(*) FROM contacts WHERE start_date = '2025-05-09'") == 1);
    CHECK(decide_one(record, "correct", id, "sides", "vn, la") == BG_OK && row_count(record, "SELECT count(*) FROM contact_sides WHERE side = 'LA'") == 1);
    CHECK(decide_one(record, "correct", id, "name[petrov]", "Ivan Petrovich Petrov") == BG_OK && row_count(record, "SELECT count(*) FROM contact_people WHERE name = 'Ivan Petrovich Petrov' AND folded = 'ivan petrovich petrov'") == 1);
    CHECK(decide_one(record, "correct", id, "office[Ivan Petrov]", "Bộ trưởng") == BG_OK && row_count(record, "SELECT count(*) FROM contact_people WHERE office = 'Bộ trưởng'") == 1);
    CHECK(decide_one(record, "correct", id, "place", "-") == BG_OK && row_count(record, "SELECT count(*) FROM contacts WHERE place IS NULL") == 1);
    static const char *const wrong[][2] = {{"date", "hôm qua"}, {"date", "2025-13"}, {"date", "31/04/2025"}, {"type", "picnic"}, {"sides", "V"}, {"colour", "red"}, {"name[Nobody Here]", "x"}, {"name", "x"},
                                           {"type", ""}, {"place", "\xff"}, {"office[", "x"}, {"country[Petrov]", "VN,RU"}, {"content", "x"}};
    for (size_t i = 0; i < BG_COUNT(wrong); i++) CHECK_SAY(decide_one(record, "correct", id, wrong[i][0], wrong[i][1]) == BG_E_USAGE, "%s=%s", wrong[i][0], wrong[i][1]);
    CHECK(decide_one(record, "correct", said, "speaker", "an van binh") == BG_OK && decide_one(record, "correct", said, "act", "supports") == BG_OK);
    CHECK(decide_one(record, "correct", said, "content", "thị thực cho nhau") == BG_OK);
    CHECK(decide_one(record, "correct", said, "content", "không có ở đây") == BG_E_USAGE && decide_one(record, "correct", said, "content", "999-1005") == BG_E_USAGE);
    CHECK(row_count(record, "SELECT count(*) FROM said s JOIN entities e ON e.id = s.speaker WHERE s.content = 'thị thực cho nhau' AND s.act = 'supports' AND e.name = 'An Văn Bình'") == 1);
    CHECK(bg_view_show(record, id, &style, &out, NULL) == BG_OK && strstr(out.bytes, "\"content\":\"thị thực cho nhau\"") && strstr(out.bytes, "\"was\":\"miễn thị thực cho nhau\""));
    CHECK(decide_one(record, "close", said, NULL, NULL) == BG_OK && row_count(record, "SELECT count(*) FROM effects WHERE field = 'closed' AND value = 'xong'") == 1);
    CHECK(decide_one(record, "close", "c0123456789abcdef", NULL, NULL) == BG_E_USAGE && decide_one(record, "close", "a01", NULL, NULL) != BG_OK);
    CHECK(decide_one(record, "dream", id, NULL, NULL) == BG_E_USAGE && decide_one(record, "reject", "v0000", NULL, NULL) == BG_E_NOTFOUND);
    bg_out_free(&out);
    bg_record_close(record);
}

/* Everything is shown once, the doubtful first, and nothing that was accepted; what pages tell together is less doubtful than alone. */
static void looked_over(void) {
    bg_record *record = fresh("queue.db");
    bg_style style = {.json = true};
    bg_out out = {0};
    for (size_t i = 0; i < PAGES; i++) add(record, story[i]);
    int64_t contacts = row_count(record, "SELECT count(*) FROM contacts"), seen = 0, last = INT64_MAX;
    bg_review at = {.doubt = INT64_MAX};
    while (bg_view_review(record, &(bg_filter){0}, &at, &style, &out, NULL) == BG_OK && *at.id && seen < 100) {
        CHECK(at.doubt <= last && out.bytes && strstr(out.bytes, at.id));
        last = at.doubt;
        seen++;
    }
    CHECK(seen == contacts);
    CHECK(row_count(record, "SELECT count(*) FROM contacts WHERE doubt IS NULL") == 0);
    bg_review first = {.doubt = INT64_MAX}, next = {.doubt = INT64_MAX};
    CHECK(bg_view_review(record, &(bg_filter){0}, &first, &style, &out, NULL) == BG_OK && decide_one(record, "accept", first.id, NULL, NULL) == BG_OK);
    CHECK(bg_view_review(record, &(bg_filter){0}, &next, &style, &out, NULL) == BG_OK && strcmp(first.id, next.id) != 0);
    CHECK(undo(record) == BG_OK);
    next = (bg_review){.doubt = INT64_MAX};
    CHECK(bg_view_review(record, &(bg_filter){0}, &next, &style, &out, NULL) == BG_OK && strcmp(first.id, next.id) == 0);
    next = (bg_review){.doubt = INT64_MAX};
    CHECK(bg_view_review(record, &(bg_filter){.country = "LA", .type = "call"}, &next, &style, &out, NULL) == BG_OK && *next.id && strstr(out.bytes, "Kham Vong"));
    CHECK(bg_view_review(record, &(bg_filter){.country = "LA", .type = "call"}, &next, &style, &out, NULL) == BG_OK && !*next.id);
    bg_out_free(&out);
    bg_record_close(record);
}

/* What is read of the page `was` is this now. */
static void place_anew(bg_record *record, bg_arena *arena, const bg_doc *doc, const char *was) {
    bg_ids ids;
    bg_db__start(record, NULL);
    CHECK(bg_ids__make(arena, doc, was, strlen(was), &ids));
    bg_db__script(record, "BEGIN IMMEDIATE;");
    bg_place__again(record, arena, doc, &ids, was, strlen(was));
    bg_db__script(record, "COMMIT;");
    CHECK(bg_db__code(record) == BG_OK);
}

/* The page `was` is read as if it were `is`. */
static void read_anew(bg_record *record, const char *was, const char *is) {
    mini *m = mini_read("page", is);
    bg_arena *arena = bg_arena__new();
    place_anew(record, arena, &m->doc, was);
    bg_arena__free(arena);
    mini_free(m);
}

static void read_otherwise(void) {
    static const char was[] = "một\n@event talks main held 2025-05-10 - RU,VN - | " BOTH "\n";
    bg_record *record = fresh("anew.db");
    char id[18], now_id[18];
    bg_decisions list = {0};
    bg_arena *arena = bg_arena__new();
    add(record, was);
    row_text(record, "SELECT id FROM events", id, sizeof id);
    CHECK(decide_one(record, "correct", id, "place", "Huế") == BG_OK && decide_one(record, "accept", id, NULL, NULL) == BG_OK);
    read_anew(record, was, was); /* nothing new */
    CHECK(row_count(record, "SELECT count(*) FROM contacts WHERE place = 'Huế'") == 1 && row_count(record, "SELECT count(*) FROM decided") == 2);
    /* the same words are another kind of contact now */
    mini *m = mini_read("page", was);
    if (!CHECK(m->doc.event_count == 1 && m->doc.events)) return;
    bg_event other = m->doc.events[0];
    other.type = "meeting";
    m->doc.events = &other;
    place_anew(record, arena, &m->doc, was);
    row_text(record, "SELECT id FROM events", now_id, sizeof now_id);
    CHECK(strcmp(id, now_id) != 0 && row_count(record, "SELECT count(*) FROM contacts WHERE place = 'Huế' AND type = 'meeting'") == 1);
    CHECK(row_count(record, "SELECT count(*) FROM effects WHERE field = 'verdict'") == 0); /* it was accepted as talks */
    CHECK(bg_query__log(record, arena, NULL, &list) && list.count == 2 && list.items[0].orphans == 1 && list.items[1].orphans == 0);
    /* the sentence tells of nothing now */
    m->doc.event_count = 0;
    place_anew(record, arena, &m->doc, was);
    CHECK(row_count(record, "SELECT count(*) FROM decided") == 0 && row_count(record, "SELECT count(*) FROM effects") == 0 && row_count(record, "SELECT count(*) FROM contacts") == 0);
    list.count = 0;
    CHECK(bg_query__log(record, arena, id, &list) && list.count == 2 && list.items[0].orphans + list.items[1].orphans == 2);
    mini_free(m);
    /* as before */
    read_anew(record, was, was);
    CHECK(row_count(record, "SELECT count(*) FROM contacts WHERE place = 'Huế' AND type = 'talks'") == 1 && row_count(record, "SELECT count(*) FROM decided") == 2);
    bg_arena__free(arena);
    bg_record_close(record);
}

/* A telling whose day, type or principal was misread finds its like once it is corrected, now and later; and loses them when that is taken back. */
static void corrected_tellings_regroup(void) {
    static const char *const pages[] = {"một\n@event talks main held 2025-05-10 - RU,VN - | " BOTH "\n", "hai\n@event talks main held 2025-06-12 - RU,VN - | " BOTH "\n",
                                        "ba\n@event visit main held 2025-05-10 - RU,VN - | " BOTH "\n", "bốn\n@event talks main held 2025-05-10 - LA,VN - | An Văn Bình/VN; Kham Vong/LA\n"};
    static const char *const fixes[][3] = {{"2025-06-12", "date", "2025-05-10"}, {NULL, "type", "talks"}, {"LA,VN", "sides", "RU,VN"}};
    bg_record *record = fresh("a.db");
    char id[18];
    for (size_t i = 0; i < BG_COUNT(pages); i++) add(record, pages[i]);
    CHECK(row_count(record, "SELECT count(*) FROM contacts") == 4);
    char *before = derived(record);
    row_text(record, "SELECT id FROM events WHERE start_date = '2025-06-12'", id, sizeof id);
    CHECK(decide_one(record, "correct", id, fixes[0][1], fixes[0][2]) == BG_OK && row_count(record, "SELECT count(*) FROM contacts") == 3);
    row_text(record, "SELECT id FROM events WHERE type = 'visit'", id, sizeof id);
    CHECK(decide_one(record, "correct", id, fixes[1][1], fixes[1][2]) == BG_OK && row_count(record, "SELECT count(*) FROM contacts") == 2);
    row_text(record, "SELECT id FROM events WHERE sides = 'LA,VN'", id, sizeof id);
    CHECK(decide_one(record, "correct", id, fixes[2][1], fixes[2][2]) == BG_OK && row_count(record, "SELECT count(*) FROM contacts") == 1);
    CHECK(decide_one(record, "correct", id, "country[Kham Vong]", "RU") == BG_OK); /* of that contact */
    CHECK(row_count(record, "SELECT count(*) FROM contacts") == 2); /* another principal of that side */
    CHECK(decide_one(record, "correct", id, "name[Kham Vong]", "Ivan Petrov") == BG_OK && row_count(record, "SELECT count(*) FROM contacts") == 1);
    CHECK(row_count(record, "SELECT count(*) FROM contact_people") == 2);
    add(record, "năm\n@event talks main held 2025-06-12 - RU,VN - | " BOTH "\n"); /* the day that was not it */
    CHECK(row_count(record, "SELECT count(*) FROM contacts") == 2);
    for (int i = 0; i < 5; i++) CHECK(undo(record) == BG_OK);
    CHECK(row_count(record, "SELECT count(*) FROM contacts") == 4); /* the second and the fifth are one now */
    bg_record_close(record);
    record = fresh("b.db");
    for (size_t i = 0; i < BG_COUNT(pages); i++) add(record, pages[i]);
    row_text(record, "SELECT id FROM events WHERE start_date = '2025-06-12'", id, sizeof id);
    CHECK(decide_one(record, "correct", id, "date", "2025-05-10") == BG_OK && undo(record) == BG_OK);
    char *after = derived(record);
    CHECK(strcmp(before, after) == 0);
    free(before);
    free(after);
    bg_record_close(record);
}

static const char *contact_of_day(bg_record *record, const char *day, char out[18]) {
    char sql[120];
    snprintf(sql, sizeof sql, "SELECT id FROM contacts WHERE start_date = '%s'", day);
    return row_text(record, sql, out, 18);
}

static void channel_of_day(bg_record *record, const char *day, const char *channel) {
    char id[18];
    CHECK(decide_one(record, "correct", contact_of_day(record, day, id), "channel", channel) == BG_OK);
}

/* On which day is the next of its kind, or the one before it, "" nowhere? */
static bool is_beside(bg_record *record, const char *day, bool next, const char *wanted) {
    char id[18];
    bg_row_occasion of, other = {0};
    bg_arena *arena = bg_arena__new();
    bg_db__start(record, NULL);
    bool found = bg_ledger__contact(record, arena, contact_of_day(record, day, id), &of) && (next ? bg_ledger__following : bg_ledger__preceding)(record, arena, &of, &other);
    bool right = strcmp(found ? other.start : "", wanted) == 0;
    bg_arena__free(arena);
    return right;
}

/* Whose turn it is next between two states: defence ministers do not follow speakers, a president may follow a party's leader. */
static void of_one_channel(void) {
    bg_record *record = fresh("channel.db");
    add(record, story[0]);
    add(record, story[1]);
    add(record, "chín\n@event talks main held 2025-08-01 - RU,VN - | Lê Cường/VN; Boris Orlov/RU\n");
    CHECK(is_beside(record, "2025-05-10", true, "2025-08-01") && is_beside(record, "2025-11-02", false, "2025-08-01"));
    channel_of_day(record, "2025-08-01", "defence");
    CHECK(is_beside(record, "2025-05-10", true, "2025-11-02") && is_beside(record, "2025-11-02", false, "2025-05-10") && is_beside(record, "2025-08-01", true, ""));
    channel_of_day(record, "2025-05-10", "party");
    CHECK(is_beside(record, "2025-05-10", true, "2025-11-02") && is_beside(record, "2025-11-02", false, "2025-05-10"));
    channel_of_day(record, "2025-05-10", "-");
    CHECK(is_beside(record, "2025-05-10", true, "2025-08-01") && is_beside(record, "2025-08-01", false, "2025-05-10"));
    bg_record_close(record);
}

int main(void) {
    if (!mkdtemp(folder)) return printf("0 passed, 1 failed\n"), 1;
    RUN(corrected);
    RUN(rejected);
    RUN(joined_and_split);
    RUN(looked_over);
    RUN(undo_of_an_undo);
    RUN(read_otherwise);
    RUN(what_is_taken_back);
    RUN(corrected_tellings_regroup);
    RUN(any_order);
    RUN(of_one_channel);
    static const char *const names[] = {"undo.db", "first.db", "again.db", "pair.db", "reject.db", "correct.db", "anew.db", "queue.db"};
    for (size_t i = 0; i < BG_COUNT(names); i++) {
        unlink(path_of(names[i]));
    }
    rmdir(folder);
    return test_end();
}
