/* brief_find: see brief_find.h. */
#include "brief_find.h"
#include "../base/calendar.h"
#include "../record/fold.h"
#include "../record/ledger.h"
#include "../record/people.h"
#include "contact.h"

#include <stdlib.h>

#define COPY(column) bg_db__copy(record, arena, stmt, (column))
#define UNREAD_MAX 12
#define KNOWN " (m.published IS NULL OR m.published <= ?3)" /* on the day of the brief, as far as a page says when it came out */

/* ------------------------------------------------------------------ contacts */

/* Do the words of an office or a name hold those that were asked for? */
static bool holds(bg_record *record, const char *text, const char *words) {
    bg_buf folded;
    bg_buf__init(&folded, 1 << 16);
    bool found = false;
    if (text && bg_fold__name(text, &folded) && folded.bytes) {
        size_t size = strlen(words);
        for (const char *at = folded.bytes; !found && (at = strstr(at, words)); at++)
            found = (at == folded.bytes || at[-1] == ' ') && (at[size] == ' ' || !at[size]);
    }
    if (folded.failed) bg_db__nomem(record);
    bg_buf__free(&folded);
    return found;
}

/* An office that begins so ("chủ tịch quốc hội" is no "phó chủ tịch quốc hội"), or a name. */
static bool is_whom(bg_record *record, const bg_brief_pair *pair, const bg_row_person *who) {
    if (!pair->whom || !who->country || strcmp(who->country, pair->of) != 0) return false;
    bg_buf folded;
    bg_buf__init(&folded, 1 << 16);
    size_t size = strlen(pair->whom);
    bool office = who->office && bg_fold__name(who->office, &folded) && folded.bytes && strncmp(folded.bytes, pair->whom, size) == 0 &&
                  (folded.bytes[size] == ' ' || !folded.bytes[size]);
    if (folded.failed) bg_db__nomem(record);
    bg_buf__free(&folded);
    return office || holds(record, who->name, pair->whom);
}

static void read_met(bg_record *record, bg_arena *arena, sqlite3_stmt *stmt, bg_met *met) {
    met->contact = (bg_row_contact){.id = COPY(0), .type = COPY(1), .verb = COPY(2), .grade = COPY(3), .status = COPY(4), .mode = COPY(5), .channel = COPY(6),
                                    .start = COPY(7), .end = COPY(8), .place = COPY(9), .sides = COPY(10), .main = sqlite3_column_int(stmt, 11)};
    met->planned = met->contact.status && strcmp(met->contact.status, "planned") == 0;
    (void)(bg_calendar__day(bg_db__text(record, stmt, 12), &met->first) && bg_calendar__day(bg_db__text(record, stmt, 13), &met->last));
}

static void load_people(bg_record *record, bg_arena *arena, const bg_brief_pair *pair, bg_met *met) {
    BG_VEC(bg_row_person) people = {0};
    sqlite3_stmt *stmt = bg_db__query(record, "SELECT p.name, p.office, p.country, p.role, " BG_PERSON("p.form") " FROM contact_people p WHERE p.contact = ? ORDER BY p.n", "t", met->contact.id);
    while (bg_db__row(record, stmt)) {
        bg_row_person *who = BG_PUSH(arena, &people);
        if (!who) {
            bg_db__nomem(record);
            break;
        }
        *who = (bg_row_person){COPY(0), COPY(1), COPY(2), COPY(3), sqlite3_column_int64(stmt, 4)};
        met->ours |= is_whom(record, pair, who);
    }
    met->contact.people = people.items;
    met->contact.people_count = people.count;
}

const char *bg_brief__name(bg_record *record, bg_arena *arena, int64_t person) {
    sqlite3_stmt *stmt = bg_db__query(record, "SELECT name, sum(pages) FROM spellings WHERE form IN (SELECT form FROM persons WHERE person = ?1 UNION SELECT ?1) GROUP BY name ORDER BY 2 DESC, 1 LIMIT 1", "i", person);
    const char *name = bg_db__row(record, stmt) ? COPY(0) : NULL;
    bg_db__done(stmt);
    return name;
}

#define SELECT_MET "SELECT c.id, c.type, c.verb, c.grade, c.status, c.mode, c.channel, c.start_date, c.end_date, c.place, c.sides, c.main, c.first_day, c.last_day" \
    " FROM" BG_BRIEF_PAIR " CROSS JOIN contacts c ON c.id = b.contact WHERE" BG_BRIEF_WITH

/* All rows, then the people of each. */
static void load_mets(bg_record *record, bg_arena *arena, const bg_brief_pair *pair, sqlite3_stmt *stmt, bg_mets *out) {
    while (bg_db__row(record, stmt)) {
        bg_met *met = BG_PUSH(arena, out);
        if (met) read_met(record, arena, stmt, met);
        else bg_db__nomem(record);
    }
    for (size_t i = 0; out->items && i < out->count; i++) load_people(record, arena, pair, &out->items[i]);
}

void bg_brief__contacts(bg_record *record, bg_arena *arena, const bg_brief_pair *pair, bg_mets *out) {
    char day[11];
    bg_calendar__text(pair->day, day);
    sqlite3_stmt *stmt = bg_db__query(record, SELECT_MET
        " AND c.first_day IS NOT NULL AND (c.last_day <= ?3 OR (c.status = 'planned' AND EXISTS (SELECT 1 FROM contact_events m WHERE m.contact = c.id AND" KNOWN ")))"
        " ORDER BY c.last_day DESC, c.first_day DESC, c.id",
        "ttt", pair->of, pair->with, day);
    load_mets(record, arena, pair, stmt, out);
}

void bg_brief__undated(bg_record *record, bg_arena *arena, const bg_brief_pair *pair, const char *channel, bg_mets *out) {
    char day[11];
    bg_calendar__text(pair->day, day);
    sqlite3_stmt *stmt = bg_db__query(record, SELECT_MET
        " AND c.first_day IS NULL AND c.main AND c.status = 'held' AND EXISTS (SELECT 1 FROM contact_events m WHERE m.contact = c.id AND" KNOWN ")"
        " ORDER BY c.channel IS NOT ?4, c.id LIMIT ?5",
        "ttttn", pair->of, pair->with, day, channel, (size_t)BG_UNDATED_MAX);
    load_mets(record, arena, pair, stmt, out);
}

/* ------------------------------------------------------------------ statements */

void bg_brief__statements(bg_record *record, bg_arena *arena, const bg_met *met, bool asks, bg_brief_saids *out) {
    bg_sayings list = {0};
    size_t first = out->count;
    if (asks) bg_query__asks(record, arena, met->contact.id, &list);
    else bg_query__statements(record, arena, met->contact.id, &list);
    for (size_t i = 0; i < list.count; i++) {
        const bg_row_statement *said = &list.items[i];
        size_t k = first;
        while (out->items && k < out->count && !(bg_string__equal(out->items[k].said.content, said->content) && bg_string__equal(out->items[k].said.act, said->act))) k++;
        if (k < out->count || !said->content) continue;
        bg_brief_said *item = BG_PUSH(arena, out);
        if (item) *item = (bg_brief_said){*said, met, bg_contact__side_of(said)};
        else bg_db__nomem(record);
    }
}

/* ------------------------------------------------------------------ pages of the two */

#define OF_PAIR BG_BRIEF_PAIR " CROSS JOIN contact_events m ON m.contact = b.contact WHERE" BG_BRIEF_WITH

void bg_brief__window(bg_record *record, bg_arena *arena, const bg_brief_pair *pair, bg_brief_window *out) {
    char day[11];
    bg_calendar__text(pair->day, day);
    sqlite3_stmt *stmt = bg_db__query(record,
        "SELECT count(*), min(published), max(published), coalesce(sum(published IS NULL), 0) FROM (SELECT DISTINCT m.page, m.published FROM" OF_PAIR " AND" KNOWN ")", "ttt", pair->of,
        pair->with, day);
    if (bg_db__row(record, stmt))
        *out = (bg_brief_window){(size_t)sqlite3_column_int64(stmt, 0), (size_t)sqlite3_column_int64(stmt, 3), COPY(1), COPY(2)};
    bg_db__done(stmt);
}

/* Of the pages whose news the two are, the latest first; not where the sentence was read after all, as what somebody said. */
void bg_brief__unread(bg_record *record, bg_arena *arena, const bg_brief_pair *pair, int64_t since, bg_note_rows *out) {
    char from[11], day[11];
    bg_calendar__text(since, from);
    bg_calendar__text(pair->day, day);
    sqlite3_stmt *stmt = bg_db__query(record,
        "SELECT n.page, n.reason, n.text, n.range_start, n.range_end FROM (SELECT m.page, max(c.last_day) AS day FROM" BG_BRIEF_PAIR " CROSS JOIN contacts c ON c.id = b.contact CROSS JOIN contact_events m ON m.contact = c.id"
        " CROSS JOIN events e ON e.id = m.event WHERE" BG_BRIEF_WITH " AND c.last_day >= ?4 AND c.first_day <= ?3 AND e.main AND" KNOWN " GROUP BY m.page) t JOIN notes n ON n.page = t.page"
        " WHERE NOT EXISTS (SELECT 1 FROM statements s WHERE s.page = n.page AND s.said_start <= n.range_start AND s.said_end >= n.range_end)"
        " ORDER BY t.day DESC, n.page, n.n LIMIT ?5",
        "ttttn", pair->of, pair->with, day, from, (size_t)UNREAD_MAX);
    while (bg_db__row(record, stmt)) {
        bg_row_note *note = BG_PUSH(arena, out);
        if (note) *note = (bg_row_note){.page = COPY(0), .reason = COPY(1), .text = COPY(2), .span = bg_db__span(stmt, 3)};
        else bg_db__nomem(record);
    }
}

/* ------------------------------------------------------------------ anniversaries that pages name */

/* The number before "năm", 0 if there is none. */
static int count_of_years(const char *name) {
    const char *word = strstr(name, " năm ");
    const char *at = word;
    while (at && at > name && at[-1] >= '0' && at[-1] <= '9') at--;
    return at && at < word && word - at < 4 ? atoi(at) : 0;
}

void bg_brief__years(bg_record *record, bg_arena *arena, const bg_brief_pair *pair, bg_brief_years *out) {
    sqlite3_stmt *stmt = bg_db__query(record,
        "SELECT DISTINCT t.name, t.page, substr(p.published, 1, 4) FROM (SELECT DISTINCT m.page AS id FROM" OF_PAIR
        ") x CROSS JOIN entities t ON t.page = x.id CROSS JOIN pages p ON p.id = x.id WHERE t.kind = 'occasion' AND t.name LIKE '% năm %thiết lập%'"
        " AND p.published IS NOT NULL ORDER BY 1, 2", "tt", pair->of, pair->with);
    while (bg_db__row(record, stmt)) {
        const char *name = COPY(0), *page = COPY(1), *published = COPY(2);
        int count = name ? count_of_years(name) : 0, year = published ? atoi(published) - count : 0;
        size_t i = 0;
        if (!count) continue;
        while (out->items && i < out->count && out->items[i].year != year) i++;
        bg_brief_year *item = i < out->count ? NULL : BG_PUSH(arena, out);
        if (item) *item = (bg_brief_year){name, page, name, year};
    }
}

/* ------------------------------------------------------------------ answers */

bool bg_brief__answer(bg_record *record, bg_arena *arena, const char *statement, int64_t day, bg_brief_answer *out) {
    sqlite3_stmt *stmt = bg_db__query(record,
        "SELECT a.id, a.day, l.step FROM items i JOIN item_links l ON l.earlier = i.number JOIN items a ON a.number = l.item WHERE i.statement = ?1"
        " AND l.step IN ('answer', 'agreed', 'signed', 'progress', 'done') AND a.day <= ?2 ORDER BY a.day, a.number LIMIT 1", "ti", statement, day);
    if (!bg_db__row(record, stmt)) return false;
    *out = (bg_brief_answer){.item = COPY(0), .step = COPY(2), .day = bg_ledger__day(arena, sqlite3_column_int64(stmt, 1))};
    bg_db__done(stmt);
    return record->code == BG_OK;
}
