/*
 * export_popolo: persons, the states and organisations they serve, their offices (posts), and who held which (memberships), as Popolo JSON.
 *
 * A page that calls somebody by an office says that he held it on that day, and not since when: `first_seen` and `last_seen` are the days of the pages. `start_date` and `end_date` stand
 * only where the lexicon (data/vi/lexicon/people.txt) knows the years. Each membership has the first pages that it was read from.
 */
#include "../data/data.h"
#include "../record/people.h"
#include "../record/people_query.h"
#include "exporter.h"
#include "state.h"


static const char persons[] =
    "SELECT DISTINCT " BG_PERSON_ID("who") " FROM (SELECT " BG_PERSON("s.form") " AS who FROM spellings s) ORDER BY 1";
static const char offices[] =
    "SELECT DISTINCT coalesce((SELECT max(g.country) FROM forms g WHERE g.form IN " BG_FORMS_OF("who") "), ''), office FROM (SELECT " BG_PERSON("o.form") " AS who, o.office FROM form_offices o) ORDER BY 1, 2";
static const char served[] = "SELECT DISTINCT country FROM forms WHERE country <> '' ORDER BY 1";

typedef struct popolo {
    bg_exporter *x;
    bg_arena *arena; /* of the row under way */
    bg_json json;
} popolo;

/* ------------------------------------------------------------------ where it was read */

/* A link must have an address: a page without one is named by its id. */
static void source(popolo *p, const char *page) {
    sqlite3_stmt *stmt = bg_db__query(p->x->record, "SELECT coalesce(url, item_url), substr(published, 1, 10) FROM pages WHERE id = ?1", "t", page);
    if (bg_db__row(p->x->record, stmt)) {
        const char *url = bg_exporter__text(p->x, stmt, 0), *day = bg_exporter__text(p->x, stmt, 1);
        bg_json__object(&p->json, NULL);
        bg_json__text(&p->json, "url", url ? url : bg_arena__print(p->arena, "urn:banggiao:%s", page));
        bg_json__text(&p->json, "note", day ? bg_arena__print(p->arena, "%s, %s", page, day) : page);
        bg_json__end(&p->json);
    }
    bg_db__done(stmt);
}

static void sources(popolo *p, const bg_row_variant *one) {
    bg_json__array(&p->json, "sources");
    for (size_t i = 0; i < BG_COUNT(one->pages) && one->pages[i]; i++) source(p, one->pages[i]);
    bg_json__end(&p->json);
}

/* ------------------------------------------------------------------ years that the lexicon knows */

typedef struct term {
    char from[5], to[5]; /* "": not known */
} term;

static bool same_office(const char *known, size_t size, const char *office) {
    bg_buf a, b;
    bg_buf__init(&a, 4096), bg_buf__init(&b, 4096);
    bg_text__fold(known, size, &a), bg_text__fold(office, strlen(office), &b);
    for (size_t i = 0; i < a.size; i++) a.bytes[i] = a.bytes[i] == '_' ? ' ' : a.bytes[i];
    bool same = !a.failed && !b.failed && a.size && bg_string__is(a.bytes, b.bytes);
    bg_buf__free(&a), bg_buf__free(&b);
    return same;
}

static void year(char out[5], const char *text, size_t size) {
    if (size == 4) snprintf(out, 5, "%.4s", text);
}

/* "thủ_tướng:2016-2021|…": the first of these that is the office. */
static void term_among(const char *list, const char *office, term *out) {
    while (list && *list) {
        size_t size = strcspn(list, "|"), name = strcspn(list, ":|");
        if (name < size && same_office(list, name, office)) {
            const char *years = list + name + 1;
            size_t left = size - name - 1, from = strcspn(years, "-|");
            year(out->from, years, from < left ? from : left);
            if (from < left) year(out->to, years + from + 1, left - from - 1);
            return;
        }
        list += size + (list[size] == '|');
    }
}

static void term_of(const popolo *p, const bg_row_someone *who, const char *office, term *out) {
    const bg_data *data = p->x->data;
    for (size_t i = 0; data && i < who->name_count && !out->from[0]; i++) {
        uint32_t found = bg_data__find(data, CLASS_PERSON, who->names[i].text, strlen(who->names[i].text));
        const bg_sense *sense = found ? bg_data__sense(data, found) : NULL;
        if (!sense || !bg_string__is(bg_data__string(data, sense->value), who->country)) continue;
        const char *best = bg_sense__attribute(data, sense, KEY_OFFICE), *from = bg_sense__attribute(data, sense, KEY_FROM), *to = bg_sense__attribute(data, sense, KEY_TO);
        if (best && same_office(best, strlen(best), office)) year(out->from, from ? from : "", from ? strlen(from) : 0), year(out->to, to ? to : "", to ? strlen(to) : 0);
        else term_among(bg_sense__attribute(data, sense, KEY_ALSO), office, out);
    }
}

/* ------------------------------------------------------------------ the four lists */

static const char *country_of(const bg_row_someone *who) { return who->country && *who->country ? who->country : NULL; }

static void other_names(popolo *p, const bg_row_someone *who) {
    bg_json__array(&p->json, "other_names");
    for (size_t i = 0; i < who->name_count; i++) {
        if (bg_string__is(who->names[i].text, who->name)) continue;
        bg_json__object(&p->json, NULL);
        bg_json__text(&p->json, "name", who->names[i].text);
        bg_json__text(&p->json, "note", who->names[i].reason);
        bg_json__end(&p->json);
    }
    bg_json__end(&p->json);
}

static void person(popolo *p, const bg_row_someone *who) {
    bg_json__object(&p->json, NULL);
    bg_json__text(&p->json, "id", who->id);
    bg_json__text(&p->json, "name", who->name);
    other_names(p, who);
    bg_json__text(&p->json, "first_seen", who->first);
    bg_json__text(&p->json, "last_seen", who->last);
    bg_json__end(&p->json);
}

static const char *post_id(popolo *p, const char *country, const char *office) { return bg_arena__print(p->arena, "%s/%s", country ? country : "", office); }

static void membership(popolo *p, const bg_row_someone *who, const bg_row_variant *office) {
    term t = {0};
    term_of(p, who, office->text, &t);
    bg_json__object(&p->json, NULL);
    bg_json__text(&p->json, "id", bg_arena__print(p->arena, "%s/%s", who->id, office->text));
    bg_json__text(&p->json, "role", office->text);
    bg_json__text(&p->json, "person_id", who->id);
    bg_json__text(&p->json, "organization_id", country_of(who));
    bg_json__text(&p->json, "post_id", post_id(p, country_of(who), office->text));
    bg_json__text(&p->json, "start_date", t.from[0] ? t.from : NULL);
    bg_json__text(&p->json, "end_date", t.to[0] ? t.to : NULL);
    bg_json__text(&p->json, "first_seen", office->first);
    bg_json__text(&p->json, "last_seen", office->last);
    bg_json__int(&p->json, "pages", (int64_t)office->page_count);
    bg_json__int(&p->json, "witnesses", (int64_t)office->witness_count);
    sources(p, office);
    bg_json__end(&p->json);
}

static void memberships(popolo *p, const bg_row_someone *who) {
    for (size_t i = 0; i < who->office_count; i++) membership(p, who, &who->offices[i]);
}

static void organization(popolo *p, sqlite3_stmt *stmt) {
    const bg_data *data = p->x->data;
    const char *code = bg_exporter__text(p->x, stmt, 0);
    if (!code) return;
    bg_json__object(&p->json, NULL);
    bg_json__text(&p->json, "id", code);
    bg_json__text(&p->json, "name", data ? bg_state__name(data, code) : code);
    bg_json__text(&p->json, "classification", data && bg_state__is_organisation(data, code) ? "organisation" : "state");
    bg_json__end(&p->json);
}

static void post(popolo *p, sqlite3_stmt *stmt) {
    const char *code = bg_exporter__text(p->x, stmt, 0), *office = bg_exporter__text(p->x, stmt, 1);
    if (!code || !office) return;
    bg_json__object(&p->json, NULL);
    bg_json__text(&p->json, "id", post_id(p, code, office));
    bg_json__text(&p->json, "label", office);
    bg_json__text(&p->json, "role", office);
    bg_json__text(&p->json, "organization_id", *code ? code : NULL);
    bg_json__end(&p->json);
}

/* ------------------------------------------------------------------ rows */

typedef void row_fn(popolo *p, sqlite3_stmt *stmt);
typedef void person_fn(popolo *p, const bg_row_someone *who);

/* A row's arena goes with it: memory is that of one person. */
static void list(popolo *p, const char *key, const char *sql, row_fn *row, person_fn *each) {
    bg_record *record = p->x->record;
    bg_json__array(&p->json, key);
    sqlite3_stmt *stmt = bg_db__query(record, sql, "");
    while (!p->x->refused && bg_db__row(record, stmt)) {
        bg_someones found = {0};
        p->arena = bg_arena__new();
        if (!p->arena) bg_db__nomem(record);
        else if (row) row(p, stmt);
        else if (bg_query__people(record, p->arena, NULL, NULL, bg_db__copy(record, p->arena, stmt, 0), each == memberships, SIZE_MAX, &found) && found.count) each(p, found.items);
        if (p->arena && bg_arena__failed(p->arena)) bg_db__nomem(record);
        bg_arena__free(p->arena);
        bg_buf__char(&p->x->out, '\n');
        bg_exporter__flush(p->x, BG_EXPORT_CHUNK);
    }
    bg_db__done(stmt);
    bg_json__end(&p->json);
}

void bg_export__popolo(bg_exporter *x) {
    popolo p = {.x = x};
    bg_json__init(&p.json, &x->out);
    bg_json__object(&p.json, NULL);
    list(&p, "persons", persons, NULL, person);
    list(&p, "organizations", served, organization, NULL);
    list(&p, "posts", offices, post, NULL);
    list(&p, "memberships", persons, NULL, memberships);
    bg_json__end(&p.json);
    bg_buf__char(&x->out, '\n');
}
