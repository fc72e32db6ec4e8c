/* brief_find: see brief_find.h. */
#include "brief_find.h"
#include "../base/calendar.h"
#include "../record/card.h"
#include "../record/fold.h"
#include "../record/ledger.h"
#include "../record/people.h"
#include "contact.h"

#include <stdlib.h>

#define COPY(column) bg_db__copy(record, arena, stmt, (column))
#define UNREAD_MAX 12

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

static void read_met(bg_record *record, bg_arena *arena, const bg_brief_pair *pair, sqlite3_stmt *stmt, bg_met *met) {
    bg_card__read(record, arena, stmt, &met->contact);
    met->planned = met->contact.status && strcmp(met->contact.status, "planned") == 0;
    (void)(bg_calendar__day(bg_db__text(record, stmt, BG_CARD_COLUMNS), &met->first) && bg_calendar__day(bg_db__text(record, stmt, BG_CARD_COLUMNS + 1), &met->last));
    for (size_t i = 0; i < met->contact.people_count; i++) met->ours |= is_whom(record, pair, &met->contact.people[i]);
}

/* ------------------------------------------------------------------ who they are over all pages */

typedef struct person_of {
    int64_t form, person;
} person_of;

typedef BG_VEC(person_of) persons_of;

static int by_form(const void *left, const void *right) {
    const person_of *a = left, *b = right;
    return (a->form > b->form) - (a->form < b->form);
}

static void collect_forms(bg_record *record, bg_arena *arena, const bg_mets *mets, persons_of *out) {
    size_t kept = 0;
    for (size_t i = 0; mets->items && i < mets->count; i++)
        for (size_t k = 0; k < mets->items[i].contact.people_count; k++) {
            person_of *one = BG_PUSH(arena, out);
            if (one) *one = (person_of){.form = mets->items[i].contact.people[k].person};
            else bg_db__nomem(record);
        }
    if (!out->items) return;
    qsort(out->items, out->count, sizeof *out->items, by_form);
    for (size_t i = 0; i < out->count; i++)
        if (!kept || out->items[kept - 1].form != out->items[i].form) out->items[kept++] = out->items[i];
    out->count = kept;
}

/* Each form is looked up once. */
static void find_persons(bg_record *record, bg_arena *arena, bg_mets *mets) {
    persons_of forms = {0};
    collect_forms(record, arena, mets, &forms);
    for (size_t i = 0; forms.items && i < forms.count; i++) {
        sqlite3_stmt *stmt = bg_db__query(record, "SELECT person FROM persons WHERE form = ?", "i", forms.items[i].form);
        forms.items[i].person = bg_db__row(record, stmt) ? sqlite3_column_int64(stmt, 0) : forms.items[i].form;
        bg_db__done(stmt);
    }
    for (size_t i = 0; mets->items && forms.items && i < mets->count; i++)
        for (size_t k = 0; k < mets->items[i].contact.people_count; k++) {
            bg_row_person *who = &mets->items[i].contact.people[k];
            const person_of *found = bsearch(&(person_of){.form = who->person}, forms.items, forms.count, sizeof *forms.items, by_form);
            if (found) who->person = found->person;
        }
}

const char *bg_brief__name(bg_record *record, bg_arena *arena, int64_t person) {
    sqlite3_stmt *stmt = bg_db__query(record, "SELECT name, sum(pages) FROM spellings WHERE form IN " BG_FORMS_OF("?1") " GROUP BY name ORDER BY 2 DESC, 1 LIMIT 1", "i", person);
    const char *name = bg_db__row(record, stmt) ? COPY(0) : NULL;
    bg_db__done(stmt);
    return name;
}

#define SELECT_MET "SELECT " BG_CARD ", c.first_day, nullif(c.last_day, '') FROM" BG_CARDS_OF_PAIR

static void load_mets(bg_record *record, bg_arena *arena, const bg_brief_pair *pair, sqlite3_stmt *stmt, bg_mets *out) {
    while (bg_db__row(record, stmt)) {
        bg_met *met = BG_PUSH(arena, out);
        if (met) read_met(record, arena, pair, stmt, met);
        else bg_db__nomem(record);
    }
    find_persons(record, arena, out);
}

/* A planned one counts if a page told of it by the day of the brief, as far as pages say when they came out. */
void bg_brief__contacts(bg_record *record, bg_arena *arena, const bg_brief_pair *pair, bg_mets *out) {
    char day[11];
    bg_calendar__text(pair->day, day);
    sqlite3_stmt *stmt = bg_db__query(record, SELECT_MET
        " AND c.first_day IS NOT NULL AND (c.last_day <= ?3 OR (c.status = 'planned' AND c.known <= ?3)) ORDER BY c.last_day DESC, c.first_day DESC, c.id", "ttt", pair->of, pair->with, day);
    load_mets(record, arena, pair, stmt, out);
}

void bg_brief__undated(bg_record *record, bg_arena *arena, const bg_brief_pair *pair, const char *channel, bg_mets *out) {
    char day[11];
    bg_calendar__text(pair->day, day);
    sqlite3_stmt *stmt = bg_db__query(record, SELECT_MET
        " AND c.last_day = '' AND c.first_day IS NULL AND c.main AND c.status = 'held' AND c.known <= ?3 ORDER BY c.channel IS NOT ?4, c.id LIMIT ?5",
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

typedef BG_VEC(bg_teller) tellers;

static int by_page(const void *left, const void *right) {
    const bg_teller *a = left, *b = right;
    return (a->page > b->page) - (a->page < b->page);
}

/* The pages of the two that came out by the day of the brief, as far as they say; those that tell several contacts several times. */
static void collect_tellers(bg_record *record, bg_arena *arena, const bg_brief_pair *pair, tellers *out) {
    char text[11];
    bg_calendar__text(pair->day, text);
    int64_t day = bg_calendar__figures(text);
    sqlite3_stmt *stmt = bg_db__query(record, "SELECT c.tellers FROM" BG_CARDS_OF_PAIR, "tt", pair->of, pair->with);
    while (bg_db__row(record, stmt)) {
        const unsigned char *bytes = sqlite3_column_blob(stmt, 0);
        for (size_t i = 0, size = bytes ? (size_t)sqlite3_column_bytes(stmt, 0) : 0; i + BG_TELLER_SIZE <= size; i += BG_TELLER_SIZE) {
            bg_teller one = bg_card__teller(bytes + i), *slot = one.day <= day ? BG_PUSH(arena, out) : NULL;
            if (slot) *slot = one;
            else if (one.day <= day) bg_db__nomem(record);
        }
    }
}

void bg_brief__window(bg_record *record, bg_arena *arena, const bg_brief_pair *pair, bg_brief_window *out) {
    tellers pages = {0};
    int64_t first = 0, last = 0;
    collect_tellers(record, arena, pair, &pages);
    if (pages.count) qsort(pages.items, pages.count, sizeof *pages.items, by_page);
    for (size_t i = 0; i < pages.count; i++) {
        const bg_teller *one = &pages.items[i];
        if (i && one->page == one[-1].page) continue;
        out->pages++;
        out->undated += !one->day;
        if (one->day && (!first || one->day < first)) first = one->day;
        if (one->day > last) last = one->day;
    }
    out->first = bg_ledger__day(arena, first), out->last = bg_ledger__day(arena, last);
}

/* Of the pages whose news the two are, the latest first; not where the sentence was read after all, as what somebody said. */
void bg_brief__unread(bg_record *record, bg_arena *arena, const bg_brief_pair *pair, int64_t since, bg_note_rows *out) {
    char from[11], day[11];
    bg_calendar__text(since, from);
    bg_calendar__text(pair->day, day);
    sqlite3_stmt *stmt = bg_db__query(record,
        "SELECT n.page, n.reason, n.text, n.range_start, n.range_end FROM (SELECT m.page, max(c.last_day) AS day FROM (SELECT c.id, c.last_day FROM" BG_CARDS_OF_PAIR " AND c.last_day >= ?4 AND c.first_day <= ?3) c CROSS JOIN contact_events m ON m.contact = c.id"
        " CROSS JOIN events e ON e.id = m.event WHERE e.main AND (m.published IS NULL OR m.published <= ?3) GROUP BY m.page) t JOIN notes n ON n.page = t.page"
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
        "SELECT DISTINCT t.name, t.page, substr(p.published, 1, 4) FROM (SELECT DISTINCT m.page AS id FROM (SELECT c.id FROM" BG_CARDS_OF_PAIR " AND c.yearly) c CROSS JOIN contact_events m ON m.contact = c.id"
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
