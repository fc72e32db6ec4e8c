/* brief_find: see brief_find.h. */
#include "brief_find.h"
#include "../base/calendar.h"
#include "../record/card.h"
#include "../record/fold.h"
#include "../record/ledger.h"
#include "../record/lookup.h"
#include "../record/people.h"
#include "../record/rows.h"
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

/* An office that begins so ("chủ tịch quốc hội" is no "phó chủ tịch quốc hội"). */
static bool begins(bg_record *record, const char *text, const char *words) {
    bg_buf folded;
    bg_buf__init(&folded, 1 << 16);
    size_t size = strlen(words);
    bool found = text && bg_fold__name(text, &folded) && folded.bytes && strncmp(folded.bytes, words, size) == 0 && (folded.bytes[size] == ' ' || !folded.bytes[size]);
    if (folded.failed) bg_db__nomem(record);
    bg_buf__free(&folded);
    return found;
}

/* A thousand contacts name the same few people: what was found of an office or a name last, by a hash of it. */
#define KNOWN_TEXTS 512
typedef struct whom {
    bg_record *record;
    const bg_brief_pair *pair;
    struct known_text {
        const char *text;
        bool is;
    } offices[KNOWN_TEXTS], names[KNOWN_TEXTS];
} whom;

typedef bool holds_fn(bg_record *record, const char *text, const char *words);

static bool is_known(whom *w, struct known_text *known, const char *text, holds_fn *holds_words) {
    if (!text) return false;
    struct known_text *at = &known[bg_hash__bytes(text, strlen(text), 0) % KNOWN_TEXTS];
    if (!at->text || strcmp(at->text, text) != 0) *at = (struct known_text){text, holds_words(w->record, text, w->pair->whom)};
    return at->is;
}

static bool is_whom(whom *w, const bg_row_person *who) {
    if (!w->pair->whom || !who->country || strcmp(who->country, w->pair->of) != 0) return false;
    return is_known(w, w->offices, who->office, begins) || is_known(w, w->names, who->name, holds);
}

static void read_met(whom *w, bg_arena *arena, sqlite3_stmt *stmt, bg_met *met) {
    bg_record *record = w->record;
    bg_card__read(record, arena, stmt, &met->contact);
    met->planned = met->contact.status && strcmp(met->contact.status, "planned") == 0;
    (void)(bg_calendar__day(bg_db__text(record, stmt, BG_CARD_COLUMNS), &met->first) && bg_calendar__day(bg_db__text(record, stmt, BG_CARD_COLUMNS + 1), &met->last));
    for (size_t i = 0; i < met->contact.people_count; i++) met->ours |= is_whom(w, &met->contact.people[i]);
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
    int64_t seen[256] = {0}; /* most come again and again */
    for (size_t i = 0; mets->items && i < mets->count; i++)
        for (size_t k = 0; k < mets->items[i].contact.people_count; k++) {
            int64_t form = mets->items[i].contact.people[k].person, *last = &seen[(uint64_t)form % BG_COUNT(seen)];
            person_of *one = *last == form ? NULL : BG_PUSH(arena, out);
            if (one) *one = (person_of){.form = form};
            else if (*last != form) bg_db__nomem(record);
            *last = form;
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
            const person_of *found = who->person ? bsearch(&(person_of){.form = who->person}, forms.items, forms.count, sizeof *forms.items, by_form) : NULL;
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
    whom *w = bg_arena__alloc(arena, sizeof *w);
    if (w) w->record = record, w->pair = pair;
    else bg_db__nomem(record);
    while (w && bg_db__row(record, stmt)) {
        bg_met *met = BG_PUSH(arena, out);
        if (met) read_met(w, arena, stmt, met);
        else bg_db__nomem(record);
    }
    find_persons(record, arena, out);
}

/* The latest first; of one last day the one that began last, then by id. They come by their last days, so only those of a day are put in order. */
static int by_beginning(const void *left, const void *right) {
    const bg_met *a = left, *b = right;
    return a->first != b->first ? (a->first < b->first) - (a->first > b->first) : strcmp(a->contact.id, b->contact.id);
}

static void order_days(bg_mets *mets) {
    for (size_t i = 0, end; i < mets->count; i = end) {
        for (end = i + 1; end < mets->count && mets->items[end].last == mets->items[i].last;) end++;
        if (end > i + 1) qsort(mets->items + i, end - i, sizeof *mets->items, by_beginning);
    }
}

/* A planned one counts if a page told of it by the day of the brief, as far as pages say when they came out. */
void bg_brief__contacts(bg_record *record, bg_arena *arena, const bg_brief_pair *pair, bg_mets *out) {
    char day[11];
    bg_calendar__text(pair->day, day);
    sqlite3_stmt *stmt = bg_db__query(record, SELECT_MET
        " AND c.first_day IS NOT NULL AND (c.last_day <= ?3 OR (c.status = 'planned' AND c.known <= ?3)) ORDER BY c.last_day DESC", "ttt", pair->of, pair->with, day);
    load_mets(record, arena, pair, stmt, out);
    if (record->code == BG_OK) order_days(out);
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

/* Those of a row that came out by a day (YYYYMMDD), as far as they say. */
static void take_tellers(bg_record *record, bg_arena *arena, sqlite3_stmt *stmt, int64_t until, tellers *out) {
    const unsigned char *bytes = sqlite3_column_blob(stmt, 0);
    for (size_t i = 0, size = bytes ? (size_t)sqlite3_column_bytes(stmt, 0) : 0; i + BG_TELLER_SIZE <= size; i += BG_TELLER_SIZE) {
        bg_teller one = bg_card__teller(bytes + i), *slot = one.day <= until ? BG_PUSH(arena, out) : NULL;
        if (slot) *slot = one;
        else if (one.day <= until) bg_db__nomem(record);
    }
}

/* The pages of the two that came out by the day of the brief; those that tell several contacts several times. */
static void collect_tellers(bg_record *record, bg_arena *arena, const bg_brief_pair *pair, tellers *out) {
    char text[11];
    bg_calendar__text(pair->day, text);
    int64_t day = bg_calendar__figures(text);
    sqlite3_stmt *stmt = bg_db__query(record, "SELECT c.tellers FROM" BG_CARDS_OF_PAIR, "tt", pair->of, pair->with);
    while (bg_db__row(record, stmt)) take_tellers(record, arena, stmt, day, out);
}

/* Pages are met several times, where they tell several contacts: false if this one was. */
static bool is_new_page(bg_record *record, bg_arena *arena, bg_lookup *seen, bg_teller *one) {
    if (bg_lookup__find(seen, one->page)) return false;
    return bg_lookup__put(arena, seen, one->page, one) || bg_db__nomem(record);
}

void bg_brief__window(bg_record *record, bg_arena *arena, const bg_brief_pair *pair, bg_brief_window *out) {
    tellers pages = {0};
    int64_t first = 0, last = 0;
    bg_lookup seen = {0};
    collect_tellers(record, arena, pair, &pages);
    for (size_t i = 0; pages.items && i < pages.count; i++) {
        bg_teller *one = &pages.items[i];
        if (!is_new_page(record, arena, &seen, one)) continue;
        out->pages++;
        out->undated += !one->day;
        if (one->day && (!first || one->day < first)) first = one->day;
        if (one->day > last) last = one->day;
    }
    out->first = bg_ledger__day(arena, first), out->last = bg_ledger__day(arena, last);
}

/* ------------------------------------------------------------------ who was invited */

/* The pages that tell a contact of the two since a day, or one that nobody dates; sorted. */
static void pages_since(bg_record *record, bg_arena *arena, const bg_brief_pair *pair, const char *from, tellers *out) {
    sqlite3_stmt *stmt = bg_db__query(record, "SELECT c.tellers FROM" BG_CARDS_OF_PAIR " AND (c.last_day >= ?3 OR c.last_day = '')", "ttt", pair->of, pair->with, from);
    while (bg_db__row(record, stmt)) take_tellers(record, arena, stmt, INT64_MAX, out);
    if (out->items) qsort(out->items, out->count, sizeof *out->items, by_page);
}

/*
 * Invitations are few, and whoever looks for them contact by contact reads all that was ever asked. So it goes the other way round: from those of the whole record (an index holds nothing else, and what
 * people corrected into one) by pages of the two to contacts.
 */
void bg_brief__invited(bg_record *record, bg_arena *arena, const bg_brief_pair *pair, int64_t since, bg_texts *out) {
    char from[11];
    tellers pages = {0};
    bg_calendar__text(since, from);
    pages_since(record, arena, pair, from, &pages);
    sqlite3_stmt *stmt = bg_db__query(record, "SELECT page, event FROM statements WHERE act = 'invites' UNION ALL"
                                      " SELECT s.page, s.event FROM effects x CROSS JOIN statements s ON s.row = " BG_ROW_OF("statements", "x.fact") " WHERE x.field = 'act' AND x.value = 'invites'", "");
    bg_texts events = {0};
    while (bg_db__row(record, stmt)) {
        const char *page = bg_db__text(record, stmt, 0), *event = bg_db__text(record, stmt, 1);
        bg_teller wanted = {.page = page && *page ? strtoull(page + 1, NULL, 16) : 0};
        bool theirs = event && pages.items && bsearch(&wanted, pages.items, pages.count, sizeof *pages.items, by_page);
        const char **slot = theirs ? BG_PUSH(arena, &events) : NULL;
        if (slot) *slot = COPY(1);
        else if (theirs) bg_db__nomem(record);
    }
    for (size_t i = 0; events.items && i < events.count && record->code == BG_OK; i++)
        bg_db__texts(record, arena, bg_db__query(record, "SELECT contact FROM contact_events WHERE event = ?", "t", events.items[i]), out);
    if (out->items) qsort(out->items, out->count, sizeof *out->items, bg_string__order); /* NOLINT(bugprone-sizeof-expression): it holds pointers */
}

/* ------------------------------------------------------------------ what could not be read */

/* A page that tells a contact of the two. */
typedef struct telling {
    uint64_t page;
    const char *contact;
} telling;
typedef BG_VEC(telling) tellings;

static int by_its_page(const void *left, const void *right) {
    const telling *a = left, *b = right;
    return (a->page > b->page) - (a->page < b->page);
}

static void take_tellings(bg_record *record, bg_arena *arena, sqlite3_stmt *stmt, int64_t until, tellings *out) {
    const char *id = COPY(0);
    const unsigned char *bytes = sqlite3_column_blob(stmt, 2);
    for (size_t i = 0, size = bytes ? (size_t)sqlite3_column_bytes(stmt, 2) : 0; id && i + BG_TELLER_SIZE <= size; i += BG_TELLER_SIZE) {
        bg_teller one = bg_card__teller(bytes + i);
        telling *slot = one.day <= until ? BG_PUSH(arena, out) : NULL;
        if (slot) *slot = (telling){one.page, id};
        else if (one.day <= until) bg_db__nomem(record);
    }
}

/* Is the contact the news of the page? */
static bool is_news(bg_record *record, const char *contact, const char *page) {
    return bg_db__any(record, bg_db__query(record, "SELECT 1 FROM tellings m CROSS JOIN events e ON e.row = m.row WHERE m.contact = ?1 AND m.page = ?2 AND e.main", "tt", contact, page));
}

/* What of a page could not be read, and was not read after all as what somebody said. */
static void notes_of(bg_record *record, bg_arena *arena, const char *page, bg_note_rows *out) {
    sqlite3_stmt *stmt = bg_db__query(record,
        "SELECT n.page, n.reason, n.text, n.range_start, n.range_end FROM notes n WHERE n.page = ?1"
        " AND NOT EXISTS (SELECT 1 FROM statements s WHERE " BG_OF_PAGE("s", "?1") " AND s.said_start <= n.range_start AND s.said_end >= n.range_end) ORDER BY n.n", "t", page);
    while (out->count < UNREAD_MAX && bg_db__row(record, stmt)) {
        bg_row_note *note = BG_PUSH(arena, out);
        if (note) *note = (bg_row_note){.page = COPY(0), .reason = COPY(1), .text = COPY(2), .span = bg_db__span(stmt, 3)};
        else bg_db__nomem(record);
    }
    bg_db__done(stmt);
}

/* Of the pages that tell the contacts of one day, in their order. Most pages have no note, so that is asked first. */
static void unread_of_day(bg_record *record, bg_arena *arena, tellings *list, bg_note_rows *out) {
    if (list->items) qsort(list->items, list->count, sizeof *list->items, by_its_page);
    for (size_t i = 0; list->items && i < list->count && out->count < UNREAD_MAX && record->code == BG_OK; i++) {
        char page[18];
        bool taken = false;
        snprintf(page, sizeof page, "p%016llx", (unsigned long long)list->items[i].page);
        if (!bg_db__any(record, bg_db__query(record, "SELECT 1 FROM notes WHERE page = ?", "t", page)) || !is_news(record, list->items[i].contact, page)) continue;
        for (size_t k = 0; k < out->count && !taken; k++) taken = strcmp(out->items[k].page, page) == 0;
        if (!taken) notes_of(record, arena, page, out);
    }
    list->count = 0;
}

/* Of the pages whose news the two are, day by day, the latest first, until there are enough. */
void bg_brief__unread(bg_record *record, bg_arena *arena, const bg_brief_pair *pair, int64_t since, bg_note_rows *out) {
    char from[11], day[11], at[11] = "";
    tellings list = {0};
    bg_calendar__text(since, from);
    bg_calendar__text(pair->day, day);
    int64_t until = bg_calendar__figures(day);
    sqlite3_stmt *stmt = bg_db__query(record, "SELECT c.id, c.last_day, c.tellers FROM" BG_CARDS_OF_PAIR " AND c.last_day >= ?4 AND c.first_day <= ?3 ORDER BY c.last_day DESC", "tttt", pair->of, pair->with,
                                      day, from);
    while (out->count < UNREAD_MAX && bg_db__row(record, stmt)) {
        const char *last = bg_db__text(record, stmt, 1);
        if (!last) break;
        if (strncmp(at, last, sizeof at - 1) != 0) unread_of_day(record, arena, &list, out);
        snprintf(at, sizeof at, "%s", last);
        take_tellings(record, arena, stmt, until, &list);
    }
    bg_db__done(stmt);
    unread_of_day(record, arena, &list, out);
}

/* ------------------------------------------------------------------ anniversaries that pages name */

/* The number before "năm", 0 if there is none. */
static int count_of_years(const char *name) {
    const char *word = strstr(name, " năm ");
    const char *at = word;
    while (at && at > name && at[-1] >= '0' && at[-1] <= '9') at--;
    return at && at < word && word - at < 4 ? atoi(at) : 0;
}

/* Of the names that give one year the first, then of the pages with it. */
static void add_year(bg_record *record, bg_arena *arena, bg_brief_years *out, const char *name, const char *page, int year) {
    size_t i = 0;
    while (out->items && i < out->count && out->items[i].year != year) i++;
    bg_brief_year *item = i < out->count ? &out->items[i] : BG_PUSH(arena, out);
    if (!item) {
        bg_db__nomem(record);
        return;
    }
    int order = item->name ? strcmp(name, item->name) : -1;
    if (order < 0 || (order == 0 && strcmp(page, item->page) < 0)) *item = (bg_brief_year){name, page, name, year};
}

static int by_name(const void *left, const void *right) {
    const bg_brief_year *a = left, *b = right;
    int names = strcmp(a->name, b->name);
    return names ? names : strcmp(a->page, b->page);
}

static void years_of(bg_record *record, bg_arena *arena, const bg_teller *from, bg_brief_years *out) {
    char page[18];
    snprintf(page, sizeof page, "p%016llx", (unsigned long long)from->page);
    sqlite3_stmt *stmt = bg_db__query(record, "SELECT name FROM entities INDEXED BY entities_occasion WHERE page = ?1 AND kind = 'occasion' AND name LIKE '% năm %thiết lập%'", "t", page);
    while (bg_db__row(record, stmt)) {
        const char *name = COPY(0), *of = bg_arena__text(arena, page, strlen(page));
        int count = name && of ? count_of_years(name) : 0;
        if (count) add_year(record, arena, out, name, of, (int)(from->day / 10000) - count);
    }
}

void bg_brief__years(bg_record *record, bg_arena *arena, const bg_brief_pair *pair, bg_brief_years *out) {
    tellers pages = {0};
    sqlite3_stmt *stmt = bg_db__query(record, "SELECT c.tellers FROM" BG_CARDS_OF_PAIR " AND c.yearly", "tt", pair->of, pair->with);
    while (bg_db__row(record, stmt)) take_tellers(record, arena, stmt, INT64_MAX, &pages);
    if (pages.items) qsort(pages.items, pages.count, sizeof *pages.items, by_page);
    for (size_t i = 0; pages.items && i < pages.count && record->code == BG_OK; i++)
        if (pages.items[i].day && (!i || pages.items[i].page != pages.items[i - 1].page)) years_of(record, arena, &pages.items[i], out);
    if (out->items) qsort(out->items, out->count, sizeof *out->items, by_name);
}

/* ------------------------------------------------------------------ answers */

bool bg_brief__answer(bg_record *record, bg_arena *arena, const char *statement, int64_t day, bg_brief_answer *out) {
    sqlite3_stmt *stmt = bg_db__query(record,
        "SELECT a.id, a.day, l.step FROM items i JOIN item_links l ON l.earlier = i.number JOIN items a ON a.number = l.item WHERE i.row IN (SELECT f.row FROM statements s CROSS JOIN items f ON " BG_BESIDE("f", "s.row") " WHERE s.row = " BG_ROW_OF("statements", "?1") " AND f.statement = ?1)"
        " AND l.step IN ('answer', 'agreed', 'signed', 'progress', 'done') AND a.day <= ?2 ORDER BY a.day, a.number LIMIT 1", "ti", statement, day);
    if (!bg_db__row(record, stmt)) return false;
    *out = (bg_brief_answer){.item = COPY(0), .step = COPY(2), .day = bg_ledger__day(arena, sqlite3_column_int64(stmt, 1))};
    bg_db__done(stmt);
    return record->code == BG_OK;
}
