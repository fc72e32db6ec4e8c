/*
 * facts: what can be counted of two states' contacts, as far as the pages of the record tell: on each channel and of each kind how many, the first and the last, the longest
 * silence, and which side was visited last without a visit in return. Dates are those that pages gave; contacts without a day count, but end no silence.
 */
#include "../base/calendar.h"
#include "../record/card.h"
#include "desk.h"
#include "table.h"
#include "tally.h"

#include <stdlib.h>

typedef struct facts {
    bg_lang lang;
    const bg_data *data;
    bg_record *record;
    bg_arena *arena;
    bg_brief_pair pair;
    bg_brief_window window;
    bg_tallies tallies;
    size_t contacts, undated; /* that are counted; that nobody dates */
    bool json;
    unsigned width;
} facts;

/* ------------------------------------------------------------------ counting */

/* Who came, of the two: the first guest of a visit. */
static const char *guest_of(const facts *f, sqlite3_stmt *stmt, int column) {
    bg_row_contact c = {0};
    bg_card__people(f->record, f->arena, stmt, column, &c);
    for (size_t i = 0; i < c.people_count; i++)
        if (bg_string__is(c.people[i].role, "guest") && (bg_string__is(c.people[i].country, f->pair.of) || bg_string__is(c.people[i].country, f->pair.with))) return c.people[i].country;
    return NULL;
}

static void count_all(facts *f) {
    bg_record *record = f->record;
    bg_arena *arena = f->arena;
    char day[11];
    bg_calendar__text(f->pair.day, day);
    f->tallies = (bg_tallies){.arena = arena, .of = f->pair.of};
    sqlite3_stmt *stmt = bg_db__query(record,
        "SELECT c.id, c.type, c.channel, c.start_date, CASE c.type WHEN 'visit' THEN c.people END FROM" BG_CARDS_OF_PAIR " AND c.first_day IS NOT NULL AND c.last_day <= ?3 AND " BG_COUNTS("c")
        " ORDER BY c.first_day, c.last_day, c.id", "ttt", f->pair.of, f->pair.with, day);
    while (bg_db__row(record, stmt)) {
        bg_counted m = {.id = bg_db__copy(record, arena, stmt, 0), .type = bg_db__copy(record, arena, stmt, 1), .channel = bg_db__copy(record, arena, stmt, 2), .start = bg_db__copy(record, arena, stmt, 3),
                 .guest = guest_of(f, stmt, 4)};
        m.exact = bg_calendar__day(m.start ? m.start : "", &m.first);
        bg_tally__add(&f->tallies, &m);
        f->contacts++;
    }
}

/* Those whose pages do not say when, or of which year, they were: they count nowhere above. */
static void count_undated(facts *f) {
    char day[11];
    bg_calendar__text(f->pair.day, day);
    sqlite3_stmt *stmt = bg_db__query(f->record, "SELECT count(*) FROM" BG_CARDS_OF_PAIR " AND c.last_day = '' AND c.first_day IS NULL AND c.known <= ?3 AND " BG_COUNTS("c"), "ttt", f->pair.of,
                                      f->pair.with, day);
    if (bg_db__row(f->record, stmt)) f->undated = (size_t)sqlite3_column_int64(stmt, 0);
    bg_db__done(stmt);
}

/* Which side owes a visit in return: that which was visited last; -1: none. */
static int owes(const bg_tally *t) {
    bool here[2] = {t->visits[0].id != NULL, t->visits[1].id != NULL};
    if (!here[0] && !here[1]) return -1;
    if (here[0] != here[1]) return here[0] ? 1 : 0;
    int order = strcmp(t->visits[0].start, t->visits[1].start);
    return order == 0 ? -1 : order > 0 ? 1 : 0;
}

/* ------------------------------------------------------------------ JSON */

static void met_json(bg_json *json, const char *key, const bg_counted *m) {
    if (!m->id) return;
    bg_json__object(json, key);
    bg_json__text(json, "id", m->id);
    bg_json__text(json, "type", m->type);
    bg_json__text(json, "start", m->start);
    bg_json__end(json);
}

static void days_json(bg_json *json, const bg_tally *t, int64_t until) {
    char day[11];
    if (t->to > t->from) {
        bg_json__object(json, "longest_silence");
        bg_calendar__text(t->from, day), bg_json__text(json, "from", day);
        bg_calendar__text(t->to, day), bg_json__text(json, "to", day);
        bg_json__int(json, "days", t->to - t->from);
        bg_json__end(json);
    }
    if (t->last.exact) bg_json__int(json, "silent_days", until - t->last.first);
}

static void visits_json(bg_json *json, const facts *f, const bg_tally *t) {
    int who = owes(t);
    if (!t->visit_counts[0] && !t->visit_counts[1]) return;
    bg_json__object(json, "visits");
    for (int side = 0; side < 2; side++) {
        bg_json__object(json, side ? f->pair.with : f->pair.of);
        bg_json__int(json, "made", (int64_t)t->visit_counts[side]);
        met_json(json, "last", &t->visits[side]);
        bg_json__end(json);
    }
    bg_json__text(json, "owes_return", who < 0 ? NULL : who ? f->pair.with : f->pair.of);
    bg_json__end(json);
}

static void as_json(const facts *f, bg_buf *out) {
    char day[11];
    bg_calendar__text(f->pair.day, day);
    for (size_t i = 0; i < f->tallies.list.count; i++) {
        const bg_tally *t = &f->tallies.list.items[i];
        bg_json json;
        bg_json__init(&json, out);
        bg_json__object(&json, NULL);
        bg_json__text(&json, "kind", t->kind);
        bg_json__text(&json, "name", t->name);
        bg_json__text(&json, "of", f->pair.of);
        bg_json__text(&json, "with", f->pair.with);
        bg_json__text(&json, "as_of", day);
        bg_json__int(&json, "pages", (int64_t)f->window.pages);
        bg_json__text(&json, "pages_from", f->window.first);
        bg_json__text(&json, "pages_to", f->window.last);
        bg_json__int(&json, "pages_undated", (int64_t)f->window.undated);
        if (!i) bg_json__int(&json, "undated", (int64_t)f->undated);
        bg_json__int(&json, "count", (int64_t)t->count);
        met_json(&json, "first", &t->first);
        met_json(&json, "last", &t->last);
        days_json(&json, t, f->pair.day);
        visits_json(&json, f, t);
        bg_json__end(&json);
        bg_buf__char(out, '\n');
    }
}

/* ------------------------------------------------------------------ for people */

static const char *say(const facts *f, const char *id) { return bg_label__of(BG_LABEL_FACT, id, f->lang); }

static const char *name_of(const facts *f, const bg_tally *t) {
    if (bg_string__equal(t->kind, "all")) return say(f, "all");
    if (!t->name) return say(f, "unknown");
    return bg_label__of(bg_string__equal(t->kind, "type") ? BG_LABEL_TYPE : BG_LABEL_CHANNEL, t->name, f->lang);
}

static const char *name_of_side(const facts *f, int side) { return bg_state__called(f->data, side ? f->pair.with : f->pair.of, f->lang); }

static void met_text(const facts *f, const bg_counted *m, bg_buf *out) {
    bg_label__date(m->start, NULL, f->lang, out);
    bg_buf__print(out, " {%.*s}", BG_ID_SHOWN, m->id);
}

static void cell(bg_table *table, bg_buf *text) {
    bg_table__cell(table, text->bytes ? text->bytes : "");
    if (text->failed) table->failed = true;
    bg_buf__clear(text);
}

static void row(const facts *f, bg_table *table, const bg_tally *t, bg_buf *text) {
    char day[11];
    bg_table__cell(table, name_of(f, t));
    bg_table__print(table, "%zu", t->count);
    met_text(f, &t->first, text), cell(table, text);
    met_text(f, &t->last, text), cell(table, text);
    if (t->last.exact) bg_buf__print(text, "%lld", (long long)(f->pair.day - t->last.first));
    cell(table, text);
    if (t->to > t->from) {
        bg_buf__print(text, "%lld: ", (long long)(t->to - t->from));
        bg_calendar__text(t->from, day), bg_label__date(day, NULL, f->lang, text);
        bg_buf__text(text, " – ");
        bg_calendar__text(t->to, day), bg_label__date(day, NULL, f->lang, text);
    }
    cell(table, text);
}

static void head(const facts *f, bg_buf *out) {
    char day[11];
    bg_calendar__text(f->pair.day, day);
    bg_buf__print(out, "%s – %s · %s ", name_of_side(f, 0), name_of_side(f, 1), say(f, "as_of"));
    bg_label__date(day, NULL, f->lang, out);
    bg_buf__print(out, " · %zu %s", f->window.pages, say(f, "pages"));
    if (f->window.first) {
        bg_buf__print(out, ", %s ", bg_label__of(BG_LABEL_HEADING, "published", f->lang));
        bg_label__date(f->window.first, f->window.last, f->lang, out);
    }
    if (f->window.undated) bg_buf__print(out, bg_label__of(BG_LABEL_BRIEF, "window_undated", f->lang), f->window.undated);
    bg_buf__text(out, "\n\n");
}

/* Visits there and back, and who owes one. */
static void visits(const facts *f, const bg_tally *t, bg_buf *out) {
    int who = owes(t);
    if (bg_string__equal(t->kind, "type") || (!t->visit_counts[0] && !t->visit_counts[1])) return;
    bg_buf__print(out, "  %s: ", name_of(f, t));
    for (int side = 0; side < 2; side++) {
        bg_buf__print(out, "%s%s %s %zu", side ? " · " : "", name_of_side(f, side), say(f, "visited"), t->visit_counts[side]);
        if (!t->visits[side].id) continue;
        bg_buf__print(out, ", %s ", say(f, "last"));
        met_text(f, &t->visits[side], out);
    }
    if (who >= 0) bg_buf__print(out, " · %s: %s", say(f, "owes"), name_of_side(f, who));
    bg_buf__char(out, '\n');
}

/* All; the channels in the order in which a brief has them, the unknown one last; the types, those with the most first. */
static int place_of(const bg_tally *t) {
    static const char *const channels[] = {"party", "state", "government", "parliament", "foreign_ministry", "defence", "security", "ministry", "local", "people"};
    if (!bg_string__equal(t->kind, "channel")) return bg_string__equal(t->kind, "all") ? 0 : 100;
    int place = 1;
    while (place <= (int)BG_COUNT(channels) && !bg_string__equal(channels[place - 1], t->name)) place++;
    return place;
}

static int by_place(const void *left, const void *right) {
    const bg_tally *a = left, *b = right;
    int order = place_of(a) - place_of(b);
    if (!order) order = (a->count < b->count) - (a->count > b->count);
    return order ? order : strcmp(a->name ? a->name : "", b->name ? b->name : "");
}

static void as_text(const facts *f, bg_buf *out) {
    static const char *const ids[] = {"channel", "count", "first", "last_time", "silent", "silence"};
    bg_table table = {.arena = f->arena, .columns = BG_COUNT(ids)};
    bg_buf text;
    bool any = false;
    bg_buf__init(&text, 1 << 16);
    head(f, out);
    for (size_t i = 0; i < BG_COUNT(ids); i++) bg_table__cell(&table, say(f, ids[i]));
    if (f->tallies.list.items) qsort(f->tallies.list.items, f->tallies.list.count, sizeof *f->tallies.list.items, by_place);
    for (size_t i = 0; i < f->tallies.list.count; i++) row(f, &table, &f->tallies.list.items[i], &text);
    bg_table__write(&table, f->width, out);
    for (size_t i = 0; i < f->tallies.list.count; i++) any |= f->tallies.list.items[i].visit_counts[0] || f->tallies.list.items[i].visit_counts[1];
    if (any) bg_buf__print(out, "\n%s\n", say(f, "visits"));
    for (size_t i = 0; i < f->tallies.list.count; i++) visits(f, &f->tallies.list.items[i], out);
    if (f->undated) bg_buf__print(out, say(f, "undated"), f->undated, f->pair.with);
    bg_buf__free(&text);
}

static void write(void *context, bg_record *record, bg_arena *arena, bg_buf *out) {
    facts *f = context;
    f->record = record;
    f->arena = arena;
    count_all(f);
    count_undated(f);
    bg_brief__window(record, arena, &f->pair, &f->window);
    if (record->code != BG_OK || !f->contacts) return;
    if (f->json) as_json(f, out);
    else as_text(f, out);
}

bg_code bg_view_facts(bg_record *record, const bg_data *data, const bg_facts_ask *ask, const bg_style *style, bg_out *out, size_t *count, bg_error *err) {
    bg_desk desk;
    const bg_brief_ask asked = {.of = ask->of, .with = ask->with, .date = ask->as_of};
    bg_code code = bg_desk__ask(&desk, record, data, &asked, style->lang, err);
    if (code) return code;
    facts f = {.data = data, .lang = style->lang, .json = style->json, .width = style->width, .pair = desk.pair};
    code = bg_view__run(record, write, &f, out, err);
    if (count) *count = f.contacts;
    return code;
}
