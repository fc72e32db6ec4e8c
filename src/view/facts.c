/*
 * facts: what can be counted of two states' contacts, as far as the pages of the record tell: on each channel and of each kind how many, the first and the last, the longest
 * silence, and which side was visited last without a visit in return. Dates are those that pages gave; contacts without a day count, but end no silence.
 */
#include "../base/calendar.h"
#include "brief_find.h"
#include "contact.h"
#include "labels.h"
#include "state.h"
#include "table.h"

typedef struct met {
    const char *id, *type, *channel, *start, *guest;
    int64_t first; /* day */
    bool exact;    /* told to the day */
} met;

typedef struct tally {
    const char *kind, *name; /* all, channel, type; which */
    size_t count;
    met first, last;         /* of all of them */
    int64_t exact;           /* the last day that was told to the day */
    int64_t from, to;        /* the longest silence between two such days; from == to: none */
    met visits[2];           /* the last by somebody of either side */
    size_t visit_counts[2];
} tally;

typedef struct facts {
    const bg_facts_ask *ask;
    bg_lang lang;
    const bg_data *data;
    bg_record *record;
    bg_arena *arena;
    bg_brief_pair pair;
    bg_brief_window window;
    BG_VEC(tally) tallies;
    size_t contacts;
    bool json;
    unsigned width;
} facts;

/* ------------------------------------------------------------------ counting */

static tally *tally_of(facts *f, const char *kind, const char *name) {
    for (size_t i = 0; i < f->tallies.count; i++)
        if (bg_string__equal(f->tallies.items[i].kind, kind) && bg_string__equal(f->tallies.items[i].name, name)) return &f->tallies.items[i];
    tally *t = BG_PUSH(f->arena, &f->tallies);
    if (t) *t = (tally){.kind = kind, .name = name};
    else bg_db__nomem(f->record);
    return t;
}

static void count(facts *f, tally *t, const met *m) {
    if (!t) return;
    if (!t->count++) t->first = *m;
    t->last = *m;
    if (m->exact && t->exact && m->first - t->exact > t->to - t->from) t->from = t->exact, t->to = m->first;
    if (m->exact) t->exact = m->first;
    if (!bg_string__equal(m->type, "visit") || !m->guest) return;
    int side = bg_string__equal(m->guest, f->pair.of) ? 0 : 1;
    t->visits[side] = *m;
    t->visit_counts[side]++;
}

static void count_all(facts *f) {
    bg_record *record = f->record;
    bg_arena *arena = f->arena;
    char day[11];
    bg_calendar__text(f->pair.day, day);
    sqlite3_stmt *stmt = bg_db__query(record,
        "SELECT c.id, c.type, c.channel, c.start_date, c.first_day, CASE c.type WHEN 'visit' THEN (SELECT p.country FROM contact_people p WHERE p.contact = c.id AND p.role = 'guest'"
        " AND p.country IN (?1, ?2) ORDER BY p.n LIMIT 1) END FROM contact_sides a JOIN contact_sides b ON b.contact = a.contact AND b.side = ?2 JOIN contacts c ON c.id = a.contact"
        " WHERE a.side = ?1 AND c.first_day IS NOT NULL AND c.last_day <= ?3 AND c.status IS NOT 'planned' AND coalesce(c.type, '') NOT IN ('statement', 'other')"
        " ORDER BY c.first_day, c.last_day, c.id", "ttt", f->pair.of, f->pair.with, day);
    while (bg_db__row(record, stmt)) {
        met m = {.id = bg_db__copy(record, arena, stmt, 0), .type = bg_db__copy(record, arena, stmt, 1), .channel = bg_db__copy(record, arena, stmt, 2), .start = bg_db__copy(record, arena, stmt, 3),
                 .guest = bg_db__copy(record, arena, stmt, 5)};
        m.exact = bg_calendar__day(m.start ? m.start : "", &m.first);
        count(f, tally_of(f, "all", NULL), &m);
        count(f, tally_of(f, "channel", m.channel), &m);
        count(f, tally_of(f, "type", m.type), &m);
        f->contacts++;
    }
}

/* Which side owes a visit in return: that which was visited last; -1: none. */
static int owes(const tally *t) {
    bool here[2] = {t->visits[0].id != NULL, t->visits[1].id != NULL};
    if (!here[0] && !here[1]) return -1;
    if (here[0] != here[1]) return here[0] ? 1 : 0;
    int order = strcmp(t->visits[0].start, t->visits[1].start);
    return order == 0 ? -1 : order > 0 ? 1 : 0;
}

/* ------------------------------------------------------------------ JSON */

static void met_json(bg_json *json, const char *key, const met *m) {
    if (!m->id) return;
    bg_json__object(json, key);
    bg_json__text(json, "id", m->id);
    bg_json__text(json, "type", m->type);
    bg_json__text(json, "start", m->start);
    bg_json__end(json);
}

static void days_json(bg_json *json, const tally *t, int64_t until) {
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

static void visits_json(bg_json *json, const facts *f, const tally *t) {
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
    for (size_t i = 0; i < f->tallies.count; i++) {
        const tally *t = &f->tallies.items[i];
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

static const char *name_of(const facts *f, const tally *t) {
    if (bg_string__equal(t->kind, "all")) return say(f, "all");
    if (!t->name) return say(f, "unknown");
    return bg_label__of(bg_string__equal(t->kind, "type") ? BG_LABEL_TYPE : BG_LABEL_CHANNEL, t->name, f->lang);
}

static void met_text(const facts *f, const met *m, bg_buf *out) {
    bg_label__date(m->start, NULL, f->lang, out);
    bg_buf__print(out, " {%.*s}", BG_ID_SHOWN, m->id);
}

static void cell(bg_table *table, bg_buf *text) {
    bg_table__cell(table, text->bytes ? text->bytes : "");
    if (text->failed) table->failed = true;
    bg_buf__clear(text);
}

static void row(const facts *f, bg_table *table, const tally *t, bg_buf *text) {
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
    bg_buf__print(out, "%s – %s · %s ", bg_state__name(f->data, f->pair.of), bg_state__name(f->data, f->pair.with), say(f, "as_of"));
    bg_label__date(day, NULL, f->lang, out);
    bg_buf__print(out, " · %zu %s", f->window.pages, say(f, "pages"));
    if (f->window.first) {
        bg_buf__print(out, ", %s ", bg_label__of(BG_LABEL_HEADING, "published", f->lang));
        bg_label__date(f->window.first, f->window.last, f->lang, out);
    }
    bg_buf__text(out, "\n\n");
}

/* Visits there and back, and who owes one. */
static void visits(const facts *f, const tally *t, bg_buf *out) {
    int who = owes(t);
    if (bg_string__equal(t->kind, "type") || (!t->visit_counts[0] && !t->visit_counts[1])) return;
    bg_buf__print(out, "  %s: ", name_of(f, t));
    for (int side = 0; side < 2; side++) {
        bg_buf__print(out, "%s%s %s %zu", side ? " · " : "", side ? f->pair.with : f->pair.of, say(f, "visited"), t->visit_counts[side]);
        if (!t->visits[side].id) continue;
        bg_buf__print(out, ", %s ", say(f, "last"));
        met_text(f, &t->visits[side], out);
    }
    if (who >= 0) bg_buf__print(out, " · %s: %s", say(f, "owes"), who ? f->pair.with : f->pair.of);
    bg_buf__char(out, '\n');
}

static void as_text(const facts *f, bg_buf *out) {
    static const char *const ids[] = {"channel", "count", "first", "last_time", "silent", "silence"};
    bg_table table = {.arena = f->arena, .columns = BG_COUNT(ids)};
    bg_buf text;
    bool any = false;
    bg_buf__init(&text, 1 << 16);
    head(f, out);
    for (size_t i = 0; i < BG_COUNT(ids); i++) bg_table__cell(&table, say(f, ids[i]));
    for (int types = 0; types < 2; types++)
        for (size_t i = 0; i < f->tallies.count; i++)
            if (bg_string__equal(f->tallies.items[i].kind, "type") == types) row(f, &table, &f->tallies.items[i], &text);
    bg_table__write(&table, f->width, out);
    for (size_t i = 0; i < f->tallies.count; i++) any |= f->tallies.items[i].visit_counts[0] || f->tallies.items[i].visit_counts[1];
    if (any) bg_buf__print(out, "\n%s\n", say(f, "visits"));
    for (size_t i = 0; i < f->tallies.count; i++) visits(f, &f->tallies.items[i], out);
    bg_buf__free(&text);
}

static void write(void *context, bg_record *record, bg_arena *arena, bg_buf *out) {
    facts *f = context;
    f->record = record;
    f->arena = arena;
    count_all(f);
    bg_brief__window(record, arena, &f->pair, &f->window);
    if (record->code != BG_OK || !f->contacts) return;
    if (f->json) as_json(f, out);
    else as_text(f, out);
}

bg_code bg_view_facts(bg_record *record, const bg_data *data, const bg_facts_ask *ask, const bg_style *style, bg_out *out, size_t *count, bg_error *err) {
    facts f = {.ask = ask, .data = data, .lang = style->lang, .json = style->json, .width = style->width};
    f.pair.of = bg_state__code(data, ask->of ? ask->of : "VN");
    f.pair.with = bg_state__code(data, ask->with);
    if (!f.pair.with || !f.pair.of) return bg_error__set(err, BG_E_USAGE, BG_NO_BYTE, "no state is called '%.100s'", f.pair.with ? ask->of : ask->with);
    if (!bg_calendar__day(ask->as_of, &f.pair.day)) return bg_error__set(err, BG_E_USAGE, BG_NO_BYTE, "'%.40s' is no day (YYYY-MM-DD)", ask->as_of);
    bg_code code = bg_view__run(record, write, &f, out, err);
    if (count) *count = f.contacts;
    return code;
}
