/* query: contacts, events, statements, ranges of the record as rows in an arena. */
#include "query.h"
#include "../base/calendar.h"
#include "../base/json.h"
#include "card.h"
#include "decisions.h"
#include "fold.h"
#include "people.h"
#include "reprints.h"
#include "rows.h"
#include "said.h"

#include <assert.h>
#include <ctype.h>
#include <stdlib.h>

#define COPY(column) bg_db__copy(record, arena, stmt, (column))

/* A new item of a list; out of memory goes into the slot. */
#define NEW(list) (bg_query_item(record, BG_PUSH(arena, (list))))
static void *bg_query_item(bg_record *record, void *item) {
    if (!item) bg_db__nomem(record);
    return item;
}

/* Write the row of a statement into `out`, a bg_row_… */
typedef void read_fn(bg_record *record, bg_arena *arena, sqlite3_stmt *stmt, void *out);

/* The only row; false if there is none. */
static bool read_one(bg_record *record, bg_arena *arena, sqlite3_stmt *stmt, read_fn *read, void *out) {
    bool found = bg_db__row(record, stmt);
    if (found) read(record, arena, stmt, out);
    bg_db__done(stmt);
    return found && record->code == BG_OK;
}

/* ------------------------------------------------------------------ contacts */

static void read_contact(bg_record *record, bg_arena *arena, sqlite3_stmt *stmt, void *out) { bg_card__read(record, arena, stmt, out); }

void bg_query__codes(const char *list, bg_buf *out) {
    bg_json json;
    char code[32];
    bg_json__init(&json, out);
    bg_json__array(&json, NULL);
    while (list && *list) {
        size_t size = strcspn(list, ", "), kept = size < sizeof code ? size : sizeof code - 1;
        for (size_t i = 0; i < kept; i++) code[i] = (char)toupper((unsigned char)list[i]);
        if (size) bg_json__bytes(&json, NULL, code, kept);
        list += size + (list[size] != 0);
    }
    bg_json__end(&json);
}

void bg_query__words(const char *name, bg_buf *out) {
    bg_buf folded;
    bg_json json;
    bg_buf__init(&folded, 4096);
    if (!bg_fold__name(name, &folded)) out->failed = true;
    bg_json__init(&json, out);
    bg_json__array(&json, NULL);
    for (const char *at = folded.bytes; at && *at;) {
        size_t size = strcspn(at, " ");
        bg_json__bytes(&json, NULL, at, size);
        at += size + (at[size] == ' ');
    }
    bg_json__end(&json);
    bg_buf__free(&folded);
}

/* "2024" → "2024-01-01" or "2024-12-31"; false if it is no date. */
static bool bound(const char *text, bool upper, char out[11]) {
    static const char model[] = "dddd-dd-dd";
    size_t size = strlen(text);
    if (size != 4 && size != 7 && size != 10) return false;
    for (size_t i = 0; i < size; i++)
        if (model[i] == 'd' ? !isdigit((unsigned char)text[i]) : text[i] != '-') return false;
    static const char first[] = "0000-01-01", last[] = "0000-12-31";
    int64_t day;
    snprintf(out, 11, "%s%s", text, first + size);
    bool known = bg_calendar__day(out, &day); /* no month 13 */
    if (upper) snprintf(out, 11, "%s%s", text, last + size);
    return known;
}

typedef struct bounds {
    char from[11], to[11];
    bg_buf countries, words, outlet;
} bounds;

static bool make_bounds(bg_record *record, const bg_filter *filter, bounds *b) {
    const char *wrong = NULL;
    if (filter->from && !bound(filter->from, false, b->from)) wrong = filter->from;
    if (filter->to && !bound(filter->to, true, b->to)) wrong = filter->to;
    if (wrong)
        record->code = bg_error__set(record->err, BG_E_USAGE, BG_NO_BYTE, "'%.80s' is no date: YYYY, YYYY-MM or YYYY-MM-DD", wrong);
    bg_query__codes(filter->country, &b->countries);
    if (filter->person) bg_query__words(filter->person, &b->words);
    if (filter->outlet) bg_query__words(filter->outlet, &b->outlet);
    if (b->countries.failed || b->words.failed || b->outlet.failed) bg_db__nomem(record);
    return record->code == BG_OK;
}

/* A contact that was found, with the days between which it was. */
typedef struct dated {
    bg_row_contact contact;
    const char *first, *last;
} dated;
typedef BG_VEC(dated) dateds;

/* What is not known is smaller than anything, or larger. */
static int text_order(const char *a, const char *b, bool unknown_last) {
    if (!a || !b) return a == b ? 0 : (a == NULL) == unknown_last ? 1 : -1;
    return strcmp(a, b);
}

static int by_time(const void *left, const void *right) {
    const dated *a = left, *b = right;
    int order = text_order(a->first, b->first, true);
    if (!order) order = text_order(a->last, b->last, false);
    if (!order) order = text_order(a->contact.start, b->contact.start, true);
    return order ? order : strcmp(a->contact.id, b->contact.id);
}

/* Which contacts fit, whatever way they are found; their sides are looked at by has_sides(). */
#define FOUND BG_CARD ", c.first_day, nullif(c.last_day, '')"
#define THAT_FIT \
    "(?1 IS NULL OR c.type = ?1) AND (?2 IS NULL OR c.channel = ?2)" \
    " AND (?3 IS NULL OR c.last_day >= ?3) AND (?4 IS NULL OR c.first_day <= ?4)" \
    " AND (?5 IS NULL OR EXISTS (SELECT 1 FROM tellings m JOIN pages g ON g.id = m.page WHERE m.contact = c.id" \
    "  AND NOT EXISTS (SELECT 1 FROM json_each(?5) w WHERE instr(' ' || coalesce(g.outlet_words, '') || ' ', ' ' || w.value || ' ') = 0)))"
#define DATED " AND c.first_day IS NOT NULL ORDER BY c.last_day DESC, c.id DESC"
#define OF_SIDE "SELECT " FOUND " FROM side_contacts c WHERE c.side = ?6 AND "
#define OF_ALL "SELECT " FOUND " FROM contacts c WHERE "
#define OF_ID "SELECT " FOUND " FROM contacts c WHERE c.id = ?6 AND "
#define SINCE "c.last_day >= ?3 AND "
#define SINCE_ANY "c.last_day >= coalesce(?3, '0') AND "

/* `which`: a side or an id, where one is asked for. */
static sqlite3_stmt *select_found(bg_record *record, const char *sql, const bg_filter *filter, const bounds *b, const char *which) {
    return bg_db__query(record, sql, which ? "tttttt" : "ttttt", filter->type, filter->channel, filter->from ? b->from : NULL, filter->to ? b->to : NULL,
                        filter->outlet ? b->outlet.bytes : NULL, which);
}

/* Is the code in "LA,VN"? */
static bool has_side(const char *sides, const char *code) {
    size_t size = strlen(code);
    for (const char *at = sides; at && *at; at += strcspn(at, ","), at += *at == ',')
        if (strcspn(at, ",") == size && memcmp(at, code, size) == 0) return true;
    return false;
}

static bool has_sides(const char *sides, const bg_texts *codes) {
    for (size_t i = 0; i < codes->count; i++)
        if (!has_side(sides, codes->items[i])) return false;
    return true;
}

/* As many as there is room for. */
static void take_found(bg_record *record, bg_arena *arena, sqlite3_stmt *stmt, const bg_texts *codes, size_t room, dateds *out) {
    while (out->count < room && bg_db__row(record, stmt)) {
        const char *sides = codes->count ? bg_db__text(record, stmt, BG_CARD_SIDES) : NULL;
        dated *one = has_sides(sides, codes) ? NEW(out) : NULL;
        if (!one) continue;
        read_contact(record, arena, stmt, &one->contact);
        one->first = COPY(BG_CARD_COLUMNS), one->last = COPY(BG_CARD_COLUMNS + 1);
    }
    bg_db__done(stmt);
}

#define COUNTED 20000 /* contacts of a state */

/* The state of these with the fewest contacts; NULL: none is asked for. */
static const char *rarest(bg_record *record, bg_arena *arena, const char *codes) {
    sqlite3_stmt *stmt = bg_db__query(record,
        "SELECT value, (SELECT count(*) FROM (SELECT 1 FROM contact_sides x WHERE x.side = s.value LIMIT ?2)) AS many FROM json_each(?1) s ORDER BY many, value LIMIT 1", "ti", codes, (int64_t)COUNTED);
    const char *side = bg_db__row(record, stmt) ? COPY(0) : NULL;
    bg_db__done(stmt);
    return side;
}

static int latest_first(const void *left, const void *right) {
    const bg_row_day *a = left, *b = right;
    int days = strcmp(b->day, a->day);
    return days ? days : strcmp(a->contact, b->contact);
}

bool bg_query__days(bg_record *record, bg_arena *arena, sqlite3_stmt *stmt, bg_row_days *out) {
    size_t kept = 0;
    while (bg_db__row(record, stmt)) {
        bg_row_day *one = NEW(out);
        if (one) *one = (bg_row_day){COPY(0), COPY(1)};
    }
    if (record->code != BG_OK || !out->count) return record->code == BG_OK;
    qsort(out->items, out->count, sizeof *out->items, latest_first);
    for (size_t i = 0; i < out->count; i++)
        if (!kept || strcmp(out->items[kept - 1].contact, out->items[i].contact) != 0) out->items[kept++] = out->items[i];
    out->count = kept;
    return true;
}

/* What is asked for, and what was found of it: those with a day and those without. */
typedef struct search_of {
    const bg_filter *filter;
    const bounds *bounds;
    bg_texts codes;
    size_t room; /* for each: one more than are wanted, SIZE_MAX: any number */
    dateds dated, undated;
} search_of;

/* The contacts of whoever is called so, one by one from the latest: of all that there are they are few. */
static void find_of_person(bg_record *record, bg_arena *arena, search_of *s) {
    bg_row_days days = {0};
    if (!bg_query__days(record, arena, bg_db__query(record, "SELECT coalesce(p.day, ''), p.contact FROM " BG_NAMED("?1") " t CROSS JOIN contact_people p ON p.form = t.form", "t", s->bounds->words.bytes), &days)) return;
    for (size_t i = 0; i < days.count && record->code == BG_OK; i++) {
        dateds *to = *days.items[i].day ? &s->dated : &s->undated;
        if (to->count < s->room) take_found(record, arena, select_found(record, OF_ID THAT_FIT, s->filter, s->bounds, days.items[i].contact), &s->codes, s->room, to);
    }
}

static void find_of_side(bg_record *record, bg_arena *arena, search_of *s, const char *side) {
    take_found(record, arena, select_found(record, OF_SIDE SINCE_ANY THAT_FIT DATED, s->filter, s->bounds, side), &s->codes, s->room, &s->dated);
    take_found(record, arena, select_found(record, OF_SIDE "c.last_day = '' AND " THAT_FIT " ORDER BY c.id", s->filter, s->bounds, side), &s->codes, s->room, &s->undated);
}

/* Are contacts without a day so many (one in twenty) that the first by id are soon found among all contacts? Then they are not put in order first. */
static bool are_many_undated(bg_record *record, const bg_filter *filter) {
    if (filter->type || filter->channel || filter->outlet) return false;
    return bg_db__any(record, bg_db__query(record, "SELECT 1 FROM contacts WHERE last_day IS NULL LIMIT 1 OFFSET (SELECT max(rowid) / 20 FROM contacts)", ""));
}

/* Of them none is in a time that is asked for. */
static void find_undated(bg_record *record, bg_arena *arena, search_of *s) {
    if (s->filter->from || s->filter->to) return;
    const char *sql = are_many_undated(record, s->filter) ? OF_ALL "+c.last_day IS NULL AND " THAT_FIT " ORDER BY c.id" : OF_ALL "c.last_day IS NULL AND " THAT_FIT " ORDER BY c.id LIMIT 10000";
    take_found(record, arena, select_found(record, sql, s->filter, s->bounds, NULL), &s->codes, s->room, &s->undated);
}

static void find_all(bg_record *record, bg_arena *arena, search_of *s) {
    if (s->room == SIZE_MAX) {
        take_found(record, arena, select_found(record, s->filter->from ? OF_ALL SINCE THAT_FIT : OF_ALL THAT_FIT, s->filter, s->bounds, NULL), &s->codes, s->room, &s->dated);
        return;
    }
    take_found(record, arena, select_found(record, OF_ALL SINCE_ANY THAT_FIT DATED, s->filter, s->bounds, NULL), &s->codes, s->room, &s->dated);
    find_undated(record, arena, s);
}

/* Move those that are wanted to the list; the one more, or NULL. */
static const dated *keep(bg_record *record, bg_arena *arena, const dateds *from, size_t most, dateds *out) {
    for (size_t i = 0; i < from->count && (!most || i < most); i++) {
        dated *one = NEW(out);
        if (one) *one = from->items[i];
    }
    return most && from->count > most ? &from->items[most] : NULL;
}

static void select_contacts(bg_record *record, bg_arena *arena, const bg_filter *filter, const bounds *b, size_t most, bg_contacts *out, bg_left_out *left) {
    search_of s = {.filter = filter, .bounds = b, .room = most ? most + 1 : SIZE_MAX};
    dateds list = {0};
    bg_db__texts(record, arena, bg_db__query(record, "SELECT value FROM json_each(?)", "t", b->countries.bytes), &s.codes);
    const char *side = filter->person ? NULL : rarest(record, arena, b->countries.bytes);
    if (filter->person) find_of_person(record, arena, &s);
    else if (side) find_of_side(record, arena, &s, side);
    else find_all(record, arena, &s);
    const dated *next = keep(record, arena, &s.dated, most, &list);
    left->before = next ? next->last : NULL;
    left->undated = keep(record, arena, &s.undated, most, &list);
    if (record->code != BG_OK) return;
    if (list.items) qsort(list.items, list.count, sizeof *list.items, by_time);
    for (size_t i = 0; list.items && i < list.count; i++) {
        bg_row_contact *contact = NEW(out);
        if (contact) *contact = list.items[i].contact;
    }
}

bool bg_query__contacts(bg_record *record, bg_arena *arena, const bg_filter *filter, size_t most, bg_contacts *out, bg_left_out *left) {
    bounds b = {0};
    *left = (bg_left_out){0};
    bg_buf__init(&b.countries, 4096);
    bg_buf__init(&b.words, 8192);
    bg_buf__init(&b.outlet, 8192);
    if (make_bounds(record, filter, &b)) select_contacts(record, arena, filter, &b, most, out, left);
    bg_buf__free(&b.countries);
    bg_buf__free(&b.words);
    bg_buf__free(&b.outlet);
    return record->code == BG_OK;
}

bool bg_query__contact(bg_record *record, bg_arena *arena, const char *id, bg_row_contact *out) {
    sqlite3_stmt *stmt = bg_db__query(record, "SELECT " BG_CARD " FROM contacts c WHERE c.id = ?", "t", id);
    *out = (bg_row_contact){0};
    if (!read_one(record, arena, stmt, read_contact, out)) return record->code == BG_OK && bg_query__rejected(record, arena, id, out);
    return record->code == BG_OK && out->id;
}

/* ------------------------------------------------------------------ what the pages tell of one contact */

/* owner, field, text, rule, start, end */
static void read_ranges(bg_record *record, bg_arena *arena, sqlite3_stmt *stmt, bg_range_rows *out) {
    while (bg_db__row(record, stmt)) {
        bg_row_range *range = NEW(out);
        if (range) *range = (bg_row_range){COPY(0), COPY(1), COPY(2), COPY(3), bg_db__span(stmt, 4)};
    }
}

static void load_evidence(bg_record *record, bg_arena *arena, bg_row_event *event) {
    bg_range_rows list = {0};
    sqlite3_stmt *stmt = bg_db__query(record,
        "SELECT owner, field, text, rule, range_start, range_end FROM ranges WHERE page = ? AND owner = ?"
        " AND field = 'evidence' ORDER BY n", "tt", event->page, event->id);
    read_ranges(record, arena, stmt, &list);
    event->evidence = list.items;
    event->evidence_count = list.count;
}

bool bg_query__tellers(bg_record *record, bg_arena *arena, const char *contact, bg_pages *out) {
    sqlite3_stmt *stmt = bg_db__query(record,
        "SELECT p.id, (SELECT min(s.name) FROM page_sources s WHERE s.n = p.n), p.url, p.title, p.published, p.outlet FROM"
        " (SELECT event, n FROM contact_events WHERE contact = ?1 UNION ALL SELECT fact, 1 FROM effects WHERE fact = ?1 AND field = 'verdict' AND value = 'reject') m"
        " JOIN events e ON e.id = m.event JOIN pages p ON p.id = e.page GROUP BY p.id ORDER BY min(m.n)", "t", contact);
    while (bg_db__row(record, stmt)) {
        bg_row_page *page = NEW(out);
        if (page) *page = (bg_row_page){.id = COPY(0), .source = COPY(1), .url = COPY(2), .title = COPY(3), .published = COPY(4), .outlet = COPY(5)};
    }
    return record->code == BG_OK;
}

bool bg_query__events(bg_record *record, bg_arena *arena, const char *contact, bg_tellings *out) {
    sqlite3_stmt *stmt = bg_db__query(record,
        "SELECT e.id, e.page, m.reason, e.type, e.start_date, e.end_date, e.place, e.status, e.rule, e.verb, e.grade, e.mode, e.channel, e.sides, m.n AS place"
        " FROM tellings m JOIN events e ON e.row = m.row WHERE m.contact = ?1 UNION ALL SELECT id, page, NULL, type, start_date, end_date, place, status, rule, verb, grade, mode,"
        " channel, sides, 1 FROM events WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM contact_events WHERE event = ?1) ORDER BY 15", "t", contact);
    while (bg_db__row(record, stmt)) {
        bg_row_event *event = NEW(out);
        if (event)
            *event = (bg_row_event){.id = COPY(0), .page = COPY(1), .reason = COPY(2), .type = COPY(3), .start = COPY(4), .end = COPY(5), .place = COPY(6),
                                    .status = COPY(7), .rule = COPY(8), .verb = COPY(9), .grade = COPY(10), .mode = COPY(11), .channel = COPY(12), .sides = COPY(13)};
    }
    for (size_t i = 0; i < out->count && record->code == BG_OK; i++) {
        load_evidence(record, arena, &out->items[i]);
        if (bg_query__page(record, arena, out->items[i].page, &out->items[i].from)) bg_query__states(record, arena, &out->items[i].from);
    }
    return record->code == BG_OK;
}

#define STATEMENT_COLUMNS \
    "s.id, s.page, s.event, " BG_STANDS("speaker") ", a.name, a.office, a.country, " BG_STANDS("addressee") ", b.name, " BG_STANDS("act") ", " BG_STANDS("strength") ", " BG_STANDS("content") \
    ", s.rule, " BG_SAID_RANGE ", " BG_IS_REJECTED("s.id") ", " BG_SAID_CORRECTED ", s.row" BG_SAID_TABLES

static void read_statement(bg_record *record, bg_arena *arena, sqlite3_stmt *stmt, void *out) {
    *(bg_row_statement *)out = (bg_row_statement){.id = COPY(0), .page = COPY(1), .event = COPY(2), .speaker_ref = COPY(3), .speaker = COPY(4),
                              .speaker_office = COPY(5), .speaker_country = COPY(6), .addressee_ref = COPY(7),
                              .addressee = COPY(8), .act = COPY(9), .strength = COPY(10), .content = COPY(11),
                              .rule = COPY(12), .span = bg_db__span(stmt, 13), .rejected = sqlite3_column_int(stmt, 15), .corrected = sqlite3_column_int(stmt, 16), .row = sqlite3_column_int64(stmt, 17)};
}

static void load_topics(bg_record *record, bg_arena *arena, bg_row_statement *said) {
    BG_VEC(const char *) topics = {0};
    sqlite3_stmt *stmt = bg_db__query(record, "SELECT t.value FROM statements s, json_each(s.topics) t WHERE s.row = ? ORDER BY t.key", "i", said->row);
    while (bg_db__row(record, stmt)) {
        const char **topic = NEW(&topics);
        if (topic) *topic = COPY(0);
    }
    said->topics = topics.items;
    said->topic_count = topics.count;
}

/* As they stand, those that were rejected too. */
static bool read_statements(bg_record *record, bg_arena *arena, sqlite3_stmt *stmt, bg_sayings *out) {
    size_t first = out->count;
    while (bg_db__row(record, stmt)) {
        bg_row_statement *said = NEW(out);
        if (said) read_statement(record, arena, stmt, said);
    }
    for (size_t i = first; out->items && i < out->count; i++) load_topics(record, arena, &out->items[i]);
    return record->code == BG_OK;
}

static bool without_rejected(bool done, bg_sayings *out) {
    size_t kept = 0;
    for (size_t i = 0; out->items && i < out->count; i++)
        if (!out->items[i].rejected) out->items[kept++] = out->items[i];
    out->count = kept;
    return done;
}

bool bg_query__all_statements(bg_record *record, bg_arena *arena, const char *contact, bg_sayings *out) {
    return read_statements(record, arena, bg_db__query(record,
        "SELECT " STATEMENT_COLUMNS " JOIN events v ON " BG_BESIDE("s", "v.row") " AND s.event = v.id LEFT JOIN tellings m ON m.row = v.row"
        " WHERE v.id IN (SELECT event FROM contact_events WHERE contact = ?1 UNION SELECT ?1) AND coalesce(m.contact, ?1) = ?1 ORDER BY m.n, s.page, s.n", "t", contact), out);
}

bool bg_query__statements(bg_record *record, bg_arena *arena, const char *contact, bg_sayings *out) {
    return without_rejected(bg_query__all_statements(record, arena, contact, out), out);
}

bool bg_query__asks(bg_record *record, bg_arena *arena, const char *contact, bg_sayings *out) {
    return without_rejected(read_statements(record, arena, bg_db__query(record,
        "SELECT " STATEMENT_COLUMNS " JOIN events v ON " BG_BESIDE("s", "v.row") " AND s.event = v.id JOIN tellings m ON m.row = v.row WHERE m.contact = ?1 AND (s.act IN ('proposes', 'invites') OR EXISTS (SELECT 1 FROM effects x WHERE x.fact = s.id"
        " AND x.field = 'act')) ORDER BY m.n, s.page, s.n", "t", contact), out), out);
}

/*
 * A contact between the same sides belongs to the readout where it lies within the days of the contact, or the contact within its days; where one of the two has no day, where
 * the page has somebody take part in both.
 */
#define TOLD_WITH \
    " (SELECT 1 FROM tellings m JOIN contacts d ON d.id = m.contact WHERE m.row = v.row AND (d.id = c.id OR (d.sides = c.sides AND" \
    " CASE WHEN d.first_day IS NOT NULL AND c.first_day IS NOT NULL THEN (d.first_day >= c.first_day AND d.last_day <= c.last_day) OR (d.first_day <= c.first_day AND d.last_day >= c.last_day)" \
    " ELSE EXISTS (SELECT 1 FROM participants x JOIN participants y ON y.entity = x.entity JOIN contact_events w ON w.event = y.event WHERE x.event = v.id AND w.contact = c.id) END)))"

bool bg_query__readout(bg_record *record, bg_arena *arena, const char *page, const char *contact, bg_sayings *out) {
    return without_rejected(read_statements(record, arena, bg_db__query(record,
        "SELECT " STATEMENT_COLUMNS " JOIN events v ON v.id = s.event JOIN contacts c ON c.id = ?2 WHERE " BG_OF_PAGE("s", "?1") " AND EXISTS" TOLD_WITH
        " AND NOT " BG_IS_REJECTED("v.id") " ORDER BY s.n", "tt", page, contact), out), out);
}

bool bg_query__statement(bg_record *record, bg_arena *arena, const char *id, bg_row_statement *out) {
    sqlite3_stmt *stmt = bg_db__query(record, "SELECT " STATEMENT_COLUMNS " WHERE s.row = " BG_ROW_OF("statements", "?1"), "t", id);
    *out = (bg_row_statement){0};
    if (read_one(record, arena, stmt, read_statement, out)) load_topics(record, arena, out);
    return record->code == BG_OK && out->id;
}

/* ------------------------------------------------------------------ pages and ranges */

bool bg_query__ranges(bg_record *record, bg_arena *arena, const char *page, const char *owner, bg_range_rows *out) {
    sqlite3_stmt *stmt = bg_db__query(record,
        "SELECT owner, field, text, rule, coalesce(range_start, 0), coalesce(range_end, 0) FROM ranges"
        " WHERE page = ? AND owner = ? ORDER BY n", "tt", page, owner);
    read_ranges(record, arena, stmt, out);
    return record->code == BG_OK;
}

static void read_page(bg_record *record, bg_arena *arena, sqlite3_stmt *stmt, void *out) {
    *(bg_row_page *)out = (bg_row_page){
        .id = COPY(0), .sha256 = COPY(1), .source = COPY(2), .title = COPY(3), .published = COPY(4), .outlet = COPY(5), .agency = COPY(6), .reprint_of = COPY(7),
        .reader = COPY(8), .charset = COPY(9), .url = COPY(15), .url_from = COPY(16), .captured = COPY(17), .published_from = COPY(18), .modified = COPY(19),
        .modified_from = COPY(20), .summary = COPY(21), .address = COPY(22), .text_key = COPY(23), .copy_of = COPY(24), .is_list = sqlite3_column_int(stmt, 25),
        .stale = sqlite3_column_int(stmt, 26), .derived = sqlite3_column_int(stmt, 27), .size = (size_t)sqlite3_column_int64(stmt, 28),
        .witness = COPY(29), .witness_reason = COPY(30),
        .item = {.source = COPY(2), .url = COPY(10), .type = COPY(11), .captured = COPY(12), .title = COPY(13), .published = COPY(14)}};
}

bool bg_query__page(bg_record *record, bg_arena *arena, const char *id, bg_row_page *out) {
    bg_texts authors = {0};
    sqlite3_stmt *stmt = bg_db__query(record,
        "SELECT id, sha256, (SELECT min(s.name) FROM page_sources s WHERE s.n = p.n), title, published, outlet, agency, reprint_of,"
        " reader, charset, item_url, item_type, item_captured, item_title, item_published, url, url_from, captured, published_from, modified,"
        " modified_from, summary, address, text_key, copy_of, is_list, stale, text IS NOT NULL, size, w.witness,"
        " coalesce(w.reason, (SELECT o.reason FROM witnesses o WHERE o.page = p.id)) FROM pages p LEFT JOIN reprints w ON w.page = p.id WHERE id = ?", "t", id);
    *out = (bg_row_page){0};
    if (!read_one(record, arena, stmt, read_page, out) || !out->id) return false;
    bg_db__texts(record, arena, bg_db__query(record, "SELECT name FROM authors WHERE page = ? ORDER BY n", "t", id), &authors);
    out->authors = authors.items;
    out->author_count = authors.count;
    return record->code == BG_OK;
}

bool bg_query__states(bg_record *record, bg_arena *arena, bg_row_page *page) {
    BG_VEC(bg_row_state) states = {0};
    if (!page->address) return true;
    sqlite3_stmt *stmt = bg_db__query(record,
        "SELECT o.id, (SELECT min(s.name) FROM page_sources s WHERE s.n = o.n), o.captured, o.text_key = p.text_key,"
        " coalesce(o.captured, o.modified, o.published, '') > coalesce(p.captured, p.modified, p.published, '')"
        " FROM pages p JOIN pages o ON o.address = p.address AND o.id <> p.id WHERE p.id = ? AND (o.copy_of IS NULL OR o.text_key = p.text_key)"
        " ORDER BY coalesce(o.captured, o.modified, o.published), o.id", "t", page->id);
    while (bg_db__row(record, stmt)) {
        bg_row_state *state = NEW(&states);
        if (state) *state = (bg_row_state){COPY(0), COPY(1), COPY(2), sqlite3_column_int(stmt, 3), sqlite3_column_int(stmt, 4)};
    }
    page->states = states.items;
    page->state_count = states.count;
    return record->code == BG_OK;
}

static void read_entity(bg_record *record, bg_arena *arena, sqlite3_stmt *stmt, void *out) {
    *(bg_row_entity *)out = (bg_row_entity){COPY(0), COPY(1), COPY(2), COPY(3), COPY(4), COPY(5)};
}

bool bg_query__entity(bg_record *record, bg_arena *arena, const char *id, bg_row_entity *out) {
    sqlite3_stmt *stmt = bg_db__query(record, "SELECT id, page, kind, name, office, country FROM entities WHERE row = " BG_ROW_OF("entities", "?1"), "t", id);
    *out = (bg_row_entity){0};
    return read_one(record, arena, stmt, read_entity, out) && out->id;
}

bool bg_query__page_of(bg_record *record, const char *id, char out[18]) {
    sqlite3_stmt *stmt = bg_db__query(record,
        "SELECT page FROM events WHERE id = ?1 UNION ALL SELECT page FROM statements WHERE row = " BG_ROW_OF("statements", "?1")
        " UNION ALL SELECT page FROM entities WHERE row = " BG_ROW_OF("entities", "?1") " UNION ALL SELECT id FROM pages WHERE id = ?1", "t", id);
    *out = 0;
    if (bg_db__row(record, stmt)) snprintf(out, 18, "%s", bg_db__text(record, stmt, 0));
    bg_db__done(stmt);
    return record->code == BG_OK && *out;
}

bool bg_query__block(bg_record *record, bg_arena *arena, const char *page, bg_span within, const char **text, bg_span *span) {
    *text = NULL;
    sqlite3_stmt *stmt = bg_db__query(record,
        "SELECT range_start, range_end FROM ranges WHERE page = ?1 AND owner = ?1 AND range_start <= ?2 AND range_end >= ?3"
        " AND field IN ('title', 'paragraph', 'heading', 'quote', 'caption', 'credit') ORDER BY n LIMIT 1", "ts", page, within);
    bool found = bg_db__row(record, stmt);
    if (found) *span = bg_db__span(stmt, 0);
    bg_db__done(stmt);
    if (!found) return record->code == BG_OK;
    bg_buf bytes, page_text;
    bool damaged;
    if (!bg_query__page_bytes(record, page, &bytes, &page_text, &damaged)) return false;
    const bg_buf *from = page_text.bytes ? &page_text : &bytes;
    if (span->end <= from->size) *text = bg_arena__text(arena, from->bytes + span->start, span->end - span->start);
    bg_buf__free(&bytes);
    bg_buf__free(&page_text);
    return true;
}

/* ------------------------------------------------------------------ ids */

static bool id_like(const char *prefix, char out[18]) {
    size_t size = strlen(prefix);
    bool lettered = size && strchr("vsep", prefix[0]) && !(prefix[0] == 'e' && size == 16);
    if (size < 2 || size - lettered > 16) return false;
    snprintf(out, 18, "%s%s", lettered ? "" : "p", prefix);
    for (char *at = out + 1; *at; at++) {
        *at = (char)tolower((unsigned char)*at);
        if (!isxdigit((unsigned char)*at)) return false;
    }
    return true;
}

/* A statement that gives the ids that begin so and, for an event, its contact. */
static sqlite3_stmt *ids_beginning(bg_record *record, const char *prefix) {
    switch (prefix[0]) {
    case 'v': return bg_db__query(record, "SELECT e.id, m.contact FROM events e LEFT JOIN tellings m ON m.row = e.row WHERE e.id >= ?1 AND e.id < ?1 || 'g' ORDER BY 1", "t", prefix);
    case 's': return bg_db__query(record, "SELECT f.id, NULL" BG_BEGINNING("statements") " ORDER BY 1", "t", prefix);
    case 'e': return bg_db__query(record, "SELECT f.id, NULL" BG_BEGINNING("entities") " ORDER BY 1", "t", prefix);
    default: return bg_db__query(record, "SELECT id, NULL FROM pages WHERE id >= ?1 AND id < ?1 || 'g' ORDER BY 1", "t", prefix);
    }
}

/* Several events of one contact are one answer when the contact is asked for. */
static size_t take_ids(bg_record *record, sqlite3_stmt *stmt, char out[18], char contact[18]) {
    size_t count = 0;
    char first[18] = "";
    while (count < 2 && bg_db__row(record, stmt)) {
        const char *id = bg_db__text(record, stmt, 0), *of = bg_db__text(record, stmt, 1);
        if (count && contact && of && strcmp(of, first) == 0) continue;
        if (!count) {
            snprintf(out, 18, "%s", id);
            snprintf(first, sizeof first, "%s", of ? of : "");
        }
        count++;
    }
    bg_db__done(stmt);
    if (contact) memcpy(contact, first, sizeof first);
    return count;
}

bool bg_query__resolve(bg_record *record, const char *prefix, char out[18], char contact[18]) {
    char beginning[18];
    size_t count = id_like(prefix, beginning) ? take_ids(record, ids_beginning(record, beginning), out, contact) : 0;
    if (record->code != BG_OK) return false;
    if (count == 1) return true;
    record->code = count ? bg_error__set(record->err, BG_E_USAGE, BG_NO_BYTE, "several ids begin with '%.40s'", prefix)
                         : bg_error__set(record->err, BG_E_NOTFOUND, BG_NO_BYTE, "no fact or page '%.40s' in the record", prefix);
    return false;
}
