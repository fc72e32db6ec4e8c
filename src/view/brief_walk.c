/* brief_walk: the contacts of two states, and what their rows say of the pages that tell them, in one walk: see brief_find.h. */
#include "brief_find.h"
#include "../base/calendar.h"
#include "../record/card.h"
#include "../record/fold.h"
#include "../record/ledger.h"
#include "../record/lookup.h"

#include <stdlib.h>

/* ------------------------------------------------------------------ is it whom the brief is for? */

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

/*
 * Thousands of contacts of two states have the same few hundred groups of people, and say the same few words of themselves: each is copied and looked at once. What was found last stands
 * by a hash of it.
 */
typedef struct crowd {
    struct crowd *before; /* found before this one */
    const char *bytes;    /* as they are packed */
    size_t size;
    bg_row_contact of; /* its people */
    bool ours;
} crowd;

#define KNOWN_TEXTS 512
typedef struct walk {
    bg_record *record;
    bg_arena *arena;
    const bg_brief_pair *pair;
    bg_lookup by_bytes;
    crowd *crowds; /* the last */
    const char *texts[KNOWN_TEXTS];
    struct known_text {
        const char *text;
        bool is;
    } offices[KNOWN_TEXTS], names[KNOWN_TEXTS];
    char last_day[11]; /* that was read, and its number */
    int64_t last_number;
    char day[11], since[11]; /* of the brief, and since when all is asked */
    int64_t until;           /* its day in figures */
} walk;

typedef bool holds_fn(bg_record *record, const char *text, const char *words);

static bool is_known(walk *w, struct known_text *known, const char *text, holds_fn *holds_words) {
    if (!text) return false;
    struct known_text *at = &known[bg_hash__bytes(text, strlen(text), 0) % KNOWN_TEXTS];
    if (!at->text || strcmp(at->text, text) != 0) *at = (struct known_text){text, holds_words(w->record, text, w->pair->whom)};
    return at->is;
}

static bool is_whom(walk *w, const bg_row_person *who) {
    if (!w->pair->whom || !who->country || strcmp(who->country, w->pair->of) != 0) return false;
    return is_known(w, w->offices, who->office, begins) || is_known(w, w->names, who->name, holds);
}

static crowd *new_crowd(walk *w, const char *bytes, size_t size) {
    crowd *one = bg_arena__alloc(w->arena, sizeof *one);
    if (!one || !bg_card__unpack(w->arena, bytes, size, &one->of)) return bg_db__nomem(w->record), NULL;
    one->before = w->crowds, w->crowds = one;
    for (size_t i = 0; i < one->of.people_count; i++) one->ours |= is_whom(w, &one->of.people[i]);
    return one;
}

/* NULL: nobody, or no memory. */
static crowd *crowd_of(walk *w, sqlite3_stmt *stmt, int column) {
    const char *bytes = sqlite3_column_blob(stmt, column);
    size_t size = (size_t)sqlite3_column_bytes(stmt, column);
    if (!bytes || !size) return NULL;
    uint64_t hash = bg_hash__bytes(bytes, size, 0);
    crowd *known = bg_lookup__find(&w->by_bytes, hash);
    if (known && known->size == size && memcmp(known->bytes, bytes, size) == 0) return known;
    crowd *one = new_crowd(w, bytes, size);
    if (!one || known) return one; /* another has its hash */
    one->bytes = bg_arena__copy(w->arena, bytes, size), one->size = size;
    if (!one->bytes || !bg_lookup__put(w->arena, &w->by_bytes, hash, one)) bg_db__nomem(w->record);
    return one;
}

/* ------------------------------------------------------------------ who they are over all pages */

/* Each form is looked up once. */
static int64_t person_of(walk *w, bg_lookup *known, int64_t form) {
    int64_t *person = bg_lookup__find(known, (uint64_t)form);
    if (person) return *person;
    sqlite3_stmt *stmt = bg_db__query(w->record, "SELECT person FROM persons WHERE form = ?", "i", form);
    person = bg_arena__alloc(w->arena, sizeof *person);
    if (person) *person = bg_db__row(w->record, stmt) ? sqlite3_column_int64(stmt, 0) : form;
    bg_db__done(stmt);
    if (person && bg_lookup__put(w->arena, known, (uint64_t)form, person)) return *person;
    bg_db__nomem(w->record);
    return form;
}

static void find_persons(walk *w) {
    bg_lookup known = {0};
    for (crowd *one = w->crowds; one && w->record->code == BG_OK; one = one->before)
        for (size_t i = 0; i < one->of.people_count; i++) {
            bg_row_person *who = &one->of.people[i];
            if (who->person) who->person = person_of(w, &known, who->person);
        }
}

/* ------------------------------------------------------------------ rows */

enum { ID, TYPE, GRADE, STATUS, MODE, CHANNEL, START, END, PLACE, MAIN, PEOPLE, FIRST_DAY, LAST_DAY, KNOWN, YEARLY, TELLERS };
#define SELECT_ROWS \
    "SELECT c.id, c.type, c.grade, c.status, c.mode, c.channel, c.start_date, c.end_date, c.place, c.main, c.people, c.first_day, c.last_day, c.known, c.yearly, c.tellers FROM" BG_CARDS_OF_PAIR \
    " ORDER BY c.last_day DESC"

/* A copy that others may have too. */
static const char *shared(walk *w, sqlite3_stmt *stmt, int column) {
    const char *text = bg_db__text(w->record, stmt, column);
    if (!text) return NULL;
    size_t size = (size_t)sqlite3_column_bytes(stmt, column);
    const char **known = &w->texts[bg_hash__bytes(text, size, 0) % KNOWN_TEXTS];
    if (*known && strcmp(*known, text) == 0) return *known;
    *known = bg_arena__text(w->arena, text, size);
    if (!*known) bg_db__nomem(w->record);
    return *known;
}

/* Mostly it is that of the row before. */
static bool read_day(walk *w, const char *text, int64_t *out) {
    bool known = text && strcmp(text, w->last_day) == 0;
    if (!text || (!known && !bg_calendar__day(text, out))) return false;
    if (known) *out = w->last_number;
    else if (strlen(text) < sizeof w->last_day) w->last_number = *out, memcpy(w->last_day, text, strlen(text) + 1);
    return true;
}

static void read_met(walk *w, sqlite3_stmt *stmt, bg_mets *out) {
    bg_met *met = BG_PUSH(w->arena, out);
    const crowd *people = met ? crowd_of(w, stmt, PEOPLE) : NULL;
    if (!met) {
        bg_db__nomem(w->record);
        return;
    }
    *met = (bg_met){.contact = {.id = bg_db__copy(w->record, w->arena, stmt, ID), .type = shared(w, stmt, TYPE), .grade = shared(w, stmt, GRADE), .status = shared(w, stmt, STATUS),
                                .mode = shared(w, stmt, MODE), .channel = shared(w, stmt, CHANNEL), .start = shared(w, stmt, START), .end = shared(w, stmt, END), .place = shared(w, stmt, PLACE),
                                .main = sqlite3_column_int(stmt, MAIN), .people = people ? people->of.people : NULL, .people_count = people ? people->of.people_count : 0},
                    .ours = people && people->ours};
    met->planned = bg_string__is(met->contact.status, "planned");
    (void)(read_day(w, bg_db__text(w->record, stmt, FIRST_DAY), &met->first) && read_day(w, bg_db__text(w->record, stmt, LAST_DAY), &met->last));
}

/* Was it told of by the day of the brief, as far as pages say when they came out? */
static bool is_told_by(walk *w, sqlite3_stmt *stmt) {
    const char *known = bg_db__text(w->record, stmt, KNOWN);
    return known && strcmp(known, w->day) <= 0;
}

static bool has_status(walk *w, sqlite3_stmt *stmt, const char *status) { return bg_string__is(bg_db__text(w->record, stmt, STATUS), status); }

/* A planned one counts if a page told of it by the day. */
static bool is_dated(walk *w, sqlite3_stmt *stmt) {
    const char *last = bg_db__text(w->record, stmt, LAST_DAY);
    if (sqlite3_column_type(stmt, FIRST_DAY) == SQLITE_NULL || !last) return false;
    return strcmp(last, w->day) <= 0 || (has_status(w, stmt, "planned") && is_told_by(w, stmt));
}

static bool is_undated(walk *w, sqlite3_stmt *stmt) {
    const char *last = bg_db__text(w->record, stmt, LAST_DAY);
    return last && !*last && sqlite3_column_type(stmt, FIRST_DAY) == SQLITE_NULL && sqlite3_column_int(stmt, MAIN) && has_status(w, stmt, "held") && is_told_by(w, stmt);
}

/* ------------------------------------------------------------------ pages that tell them */

void bg_brief__tellers(bg_record *record, bg_arena *arena, sqlite3_stmt *stmt, int column, int64_t until, bg_tellers *out) {
    const unsigned char *bytes = sqlite3_column_blob(stmt, column);
    for (size_t i = 0, size = bytes ? (size_t)sqlite3_column_bytes(stmt, column) : 0; i + BG_TELLER_SIZE <= size; i += BG_TELLER_SIZE) {
        bg_teller one = bg_card__teller(bytes + i), *slot = one.day <= until ? BG_PUSH(arena, out) : NULL;
        if (slot) *slot = one;
        else if (one.day <= until) bg_db__nomem(record);
    }
}

/* Pages are met several times, where they tell several contacts: false if this one was. */
static bool is_new_page(bg_record *record, bg_arena *arena, bg_lookup *seen, bg_teller *one) {
    if (bg_lookup__find(seen, one->page)) return false;
    return bg_lookup__put(arena, seen, one->page, one) || bg_db__nomem(record);
}

void bg_brief__count_pages(bg_record *record, bg_arena *arena, bg_tellers *pages, bg_brief_window *out) {
    int64_t first = 0, last = 0;
    bg_lookup seen = {0};
    if (!bg_lookup__reserve(arena, &seen, pages->count)) bg_db__nomem(record);
    for (size_t i = 0; pages->items && i < pages->count && record->code == BG_OK; i++) {
        bg_teller *one = &pages->items[i];
        if (!is_new_page(record, arena, &seen, one)) continue;
        out->pages++;
        out->undated += !one->day;
        if (one->day && (!first || one->day < first)) first = one->day;
        if (one->day > last) last = one->day;
    }
    out->first = bg_ledger__day(arena, first), out->last = bg_ledger__day(arena, last);
}

/* A contact of these years, or one whose pages may be of them: where its pages stand among all of them, as long as they came out by the day of the brief. */
static void take_recent(walk *w, sqlite3_stmt *stmt, size_t from, bg_brief_walked *out) {
    const char *first = bg_db__text(w->record, stmt, FIRST_DAY), *last = bg_db__text(w->record, stmt, LAST_DAY);
    if (!last || (*last && strcmp(last, w->since) < 0)) return;
    bg_brief__tellers(w->record, w->arena, stmt, TELLERS, INT64_MAX, &out->since);
    if (!*last || !first || strcmp(first, w->day) > 0) return;
    bg_brief_recent *one = BG_PUSH(w->arena, &out->recent);
    if (!one) bg_db__nomem(w->record);
    else if (read_day(w, last, &one->day)) one->contact = bg_db__copy(w->record, w->arena, stmt, ID), one->from = from, one->count = out->pages.count - from;
}

static void take_pages(walk *w, sqlite3_stmt *stmt, bg_brief_walked *out) {
    size_t from = out->pages.count;
    bg_brief__tellers(w->record, w->arena, stmt, TELLERS, w->until, &out->pages);
    take_recent(w, stmt, from, out);
    if (sqlite3_column_int(stmt, YEARLY)) bg_brief__tellers(w->record, w->arena, stmt, TELLERS, INT64_MAX, &out->yearly);
}

/* ------------------------------------------------------------------ the walk */

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

static walk *new_walk(bg_record *record, bg_arena *arena, const bg_brief_pair *pair, const int64_t *since) {
    walk *w = bg_arena__alloc(arena, sizeof *w);
    if (!w) return bg_db__nomem(record), NULL;
    w->record = record, w->arena = arena, w->pair = pair;
    bg_calendar__text(pair->day, w->day);
    w->until = bg_calendar__figures(w->day);
    if (since) bg_calendar__text(*since, w->since);
    return w;
}

void bg_brief__walk(bg_record *record, bg_arena *arena, const bg_brief_pair *pair, const int64_t *since, bg_brief_walked *out) {
    walk *w = new_walk(record, arena, pair, since);
    sqlite3_stmt *stmt = bg_db__query(record, SELECT_ROWS, "tt", pair->of, pair->with);
    while (w && bg_db__row(record, stmt)) {
        if (is_dated(w, stmt)) read_met(w, stmt, &out->mets);
        else if (since && is_undated(w, stmt)) read_met(w, stmt, &out->undated);
        if (since) take_pages(w, stmt, out);
    }
    if (record->code != BG_OK) return;
    find_persons(w);
    order_days(&out->mets);
}

/* Those of the channel first. */
static int by_channel(const void *left, const void *right) {
    const bg_met *a = left, *b = right;
    return a->apart != b->apart ? a->apart - b->apart : strcmp(a->contact.id, b->contact.id);
}

void bg_brief__choose_undated(bg_mets *undated, const char *channel) {
    for (size_t i = 0; i < undated->count; i++) {
        const char *its = undated->items[i].contact.channel;
        undated->items[i].apart = its && channel ? strcmp(its, channel) != 0 : its != channel;
    }
    if (undated->count) qsort(undated->items, undated->count, sizeof *undated->items, by_channel);
    if (undated->count > BG_UNDATED_MAX) undated->count = BG_UNDATED_MAX;
}
