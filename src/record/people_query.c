/* people_query: see people_query.h. */
#include "people_query.h"
#include "lookup.h"
#include "people.h"
#include "reprints.h"

#include <ctype.h>
#include <stdlib.h>

#define COPY(column) bg_db__copy(record, arena, stmt, (column))
#define NUMBER(column) ((size_t)sqlite3_column_int64(stmt, (column)))

/* A new item of a list; out of memory goes into the slot. */
#define NEW(list) (new_item(record, BG_PUSH(arena, (list))))
static void *new_item(bg_record *record, void *item) {
    if (!item) bg_db__nomem(record);
    return item;
}

/* ------------------------------------------------------------------ who */

#define TOTALS " count(*), sum(s.pages), min(s.first_day), max(s.last_day)"

static void read_people(bg_record *record, bg_arena *arena, sqlite3_stmt *stmt, bg_someones *out) {
    while (bg_db__row(record, stmt)) {
        bg_row_someone *who = NEW(out);
        if (who)
            *who = (bg_row_someone){.number = sqlite3_column_int64(stmt, 0), .id = COPY(1), .country = COPY(2), .page_count = NUMBER(4), .first = COPY(5), .last = COPY(6)};
    }
}

/* Of a country, or all. */
static void select_all(bg_record *record, bg_arena *arena, const char *country, bg_someones *out) {
    sqlite3_stmt *stmt = bg_db__query(record,
        "SELECT person, " BG_PERSON_ID("person") ", max(country)," TOTALS " FROM (SELECT " BG_PERSON("f.form") " AS person, f.form, f.country FROM forms f WHERE ?1 IS NULL OR f.country = ?1) p"
        " JOIN spellings s ON s.form = p.form GROUP BY person ORDER BY 5 DESC, 1", "t", country);
    read_people(record, arena, stmt, out);
}

/* A form of theirs has all the words, a JSON array. */
static void select_named(bg_record *record, bg_arena *arena, const char *country, const char *words, bg_someones *out) {
    sqlite3_stmt *stmt = bg_db__query(record,
        "WITH named AS (SELECT form FROM form_words WHERE word IN (SELECT value FROM json_each(?2)) GROUP BY form HAVING count(*) = (SELECT count(DISTINCT value) FROM json_each(?2))),"
        " who AS (SELECT DISTINCT " BG_PERSON("named.form") " AS person FROM named),"
        " theirs AS (SELECT x.form, x.person FROM who w JOIN persons x ON x.person = w.person UNION SELECT person, person FROM who)"
        " SELECT person, " BG_PERSON_ID("person") ", max(f.country)," TOTALS " FROM theirs t JOIN forms f ON f.form = t.form JOIN spellings s ON s.form = t.form"
        " GROUP BY person HAVING ?1 IS NULL OR max(f.country) = ?1 ORDER BY 5 DESC, 1", "tt", country, words);
    read_people(record, arena, stmt, out);
}

/* Ids begin with the highest digits of a number. */
static bool range_of(const char *id, int64_t *from, int64_t *to) {
    size_t digits = strspn(id + 1, "0123456789abcdef");
    if (id[0] != 'n' || id[1 + digits] || digits < 1 || digits > 16) return false;
    unsigned free_bits = (unsigned)(16 - digits) * 4;
    uint64_t head = strtoull(id + 1, NULL, 16);
    *from = (int64_t)(head << free_bits);
    *to = (int64_t)((head << free_bits) | (free_bits ? (~(uint64_t)0 >> (64 - free_bits)) : 0));
    return *from >= 0;
}

static void select_by_id(bg_record *record, bg_arena *arena, const char *id, bg_someones *out) {
    int64_t from, to;
    if (!range_of(id, &from, &to)) return;
    sqlite3_stmt *stmt = bg_db__query(record,
        "WITH who AS (SELECT DISTINCT " BG_PERSON("forms.form") " AS person FROM forms WHERE form >= ?1 AND form <= ?2),"
        " theirs AS (SELECT x.form, x.person FROM who w JOIN persons x ON x.person = w.person UNION SELECT person, person FROM who)"
        " SELECT person, " BG_PERSON_ID("person") ", max(f.country)," TOTALS " FROM theirs t JOIN forms f ON f.form = t.form JOIN spellings s ON s.form = t.form GROUP BY person ORDER BY 5 DESC, 1",
        "ii", from, to);
    read_people(record, arena, stmt, out);
}

/* ------------------------------------------------------------------ what of them */

/* The forms of ?1. */
#define THEIRS BG_FORMS_OF("?1")

typedef BG_VEC(bg_row_variant) variants;

static void read_variants(bg_record *record, bg_arena *arena, sqlite3_stmt *stmt, variants *out) {
    while (bg_db__row(record, stmt)) {
        bg_row_variant *one = NEW(out);
        if (one) *one = (bg_row_variant){.text = COPY(0), .page_count = NUMBER(1), .first = COPY(2), .last = COPY(3), .reason = COPY(4), .form = COPY(5)};
    }
}

/* 2: several words, none of them an initial. */
static int fullness(const char *name) {
    int words = 0;
    bool initial = false;
    for (const char *at = name ? name : ""; *at; words++) {
        size_t size = strcspn(at, " .");
        initial |= size == 1;
        at += size + strspn(at + size, " .");
    }
    return words < 2 ? 0 : initial ? 1 : 2;
}

static void load_names(bg_record *record, bg_arena *arena, bg_row_someone *who) {
    variants list = {0};
    sqlite3_stmt *stmt = bg_db__query(record,
        "SELECT s.name, sum(s.pages), min(s.first_day), max(s.last_day), max(x.reason), " BG_PERSON_ID("min(s.form)") " FROM spellings s LEFT JOIN persons x ON x.form = s.form WHERE s.form IN " THEIRS
        " GROUP BY s.name ORDER BY 2 DESC, 1", "i", who->number);
    read_variants(record, arena, stmt, &list);
    who->names = list.items;
    who->name_count = list.count;
    for (size_t i = 0; i < list.count; i++)
        if (!who->name || fullness(list.items[i].text) > fullness(who->name)) who->name = list.items[i].text;
}

static void load_offices(bg_record *record, bg_arena *arena, bg_row_someone *who) {
    variants list = {0};
    sqlite3_stmt *stmt = bg_db__query(record,
        "SELECT office, sum(pages), min(first_day), max(last_day), NULL, NULL FROM form_offices WHERE form IN " THEIRS " GROUP BY office ORDER BY 3 IS NULL, 3, 4, 1", "i", who->number);
    read_variants(record, arena, stmt, &list);
    who->offices = list.items;
    who->office_count = list.count;
}

typedef struct dated {
    bg_row_contact contact;
    const char *first; /* day */
} dated;

/* An entity of a page that is him. */
typedef struct sighting {
    const char *published, *page, *name, *office;
    uint64_t witness; /* its digits */
    size_t n;         /* of the witness, from 0 */
} sighting;

typedef struct sightings {
    BG_VEC(sighting) items; /* those of a page stand together, the earliest page first */
    unsigned *counted;      /* of each witness: the last count that it was in */
    unsigned counts;
} sightings;

/* Number the witnesses, so that those of a name or an office are counted without comparing them. */
static void number_witnesses(bg_record *record, bg_arena *arena, sightings *all) {
    bg_lookup firsts = {0};
    bool done = (all->counted = bg_arena__alloc(arena, (all->items.count + 1) * sizeof *all->counted)) != NULL;
    for (size_t i = 0; done && all->items.items && i < all->items.count; i++) {
        sighting *one = &all->items.items[i];
        const sighting *first = bg_lookup__find(&firsts, one->witness);
        one->n = first ? first->n : firsts.count;
        done = first || bg_lookup__put(arena, &firsts, one->witness, one);
    }
    if (done) return;
    all->items.count = 0;
    bg_db__nomem(record);
}

/* Pages that do not say when they came out stand last. */
static int by_publication(const void *left, const void *right) {
    const sighting *a = left, *b = right;
    if (!a->published != !b->published) return a->published ? -1 : 1;
    int order = a->published ? strcmp(a->published, b->published) : 0;
    return order ? order : strcmp(a->page, b->page);
}

/* Most sightings have the same words as the one before. */
static const char *same_or_copy(bg_record *record, bg_arena *arena, sqlite3_stmt *stmt, int column, const char *before) {
    const char *text = bg_db__text(record, stmt, column);
    return text && before && strcmp(text, before) == 0 ? before : COPY(column);
}

static void load_sightings(bg_record *record, bg_arena *arena, const bg_row_someone *who, sightings *out) {
    const char *name = NULL, *office = NULL;
    sqlite3_stmt *stmt = bg_db__query(record, "SELECT e.published, e.page, e.name, e.office, coalesce(r.witness, e.page) FROM entities e LEFT JOIN reprints r ON r.page = e.page WHERE e.form IN " THEIRS, "i", who->number);
    while (bg_db__row(record, stmt)) {
        sighting *one = NEW(&out->items);
        const char *witness = bg_db__text(record, stmt, 4);
        if (one)
            *one = (sighting){.published = COPY(0), .page = COPY(1), .name = same_or_copy(record, arena, stmt, 2, name), .office = same_or_copy(record, arena, stmt, 3, office),
                              .witness = witness && *witness ? strtoull(witness + 1, NULL, 16) : 0};
        if (one) name = one->name, office = one->office;
    }
    if (record->code != BG_OK) return;
    if (out->items.items) qsort(out->items.items, out->items.count, sizeof *out->items.items, by_publication);
    number_witnesses(record, arena, out);
}

/* The pages with this name or office, NULL: with any. */
static void count_pages(sightings *all, const char *name, const char *office, bg_row_variant *out) {
    const char *last = NULL;
    out->page_count = out->witness_count = 0;
    all->counts++;
    for (size_t i = 0; i < all->items.count; i++) {
        const sighting *one = &all->items.items[i];
        if ((name && !bg_string__is(one->name, name)) || (office && !bg_string__is(one->office, office)) || bg_string__is(one->page, last)) continue;
        last = one->page;
        if (out->page_count < BG_COUNT(out->pages)) out->pages[out->page_count] = one->page;
        out->page_count++;
        if (all->counted[one->n] == all->counts) continue;
        all->counted[one->n] = all->counts;
        out->witness_count++;
    }
}

static int by_first_day(const void *left, const void *right) {
    const dated *a = left, *b = right;
    if (!a->first != !b->first) return a->first ? -1 : 1;
    int order = a->first ? strcmp(a->first, b->first) : 0;
    return order ? order : strcmp(a->contact.id, b->contact.id);
}

/* The latest of them, and as many without a day. */
static void load_contacts(bg_record *record, bg_arena *arena, size_t most, bg_row_someone *who) {
    bg_row_days days = {0};
    BG_VEC(dated) list = {0};
    size_t taken[2] = {0, 0};
    if (!bg_query__days(record, arena, bg_db__query(record, "SELECT coalesce(day, ''), contact FROM contact_people WHERE form IN " THEIRS, "i", who->number), &days)) return;
    for (size_t i = 0; i < days.count; i++) {
        if (taken[!*days.items[i].day]++ >= most) continue;
        sqlite3_stmt *stmt = bg_db__query(record, "SELECT id, type, start_date, end_date, sides, status, first_day FROM contacts WHERE id = ?", "t", days.items[i].contact);
        dated *one = bg_db__row(record, stmt) ? NEW(&list) : NULL;
        if (one) *one = (dated){{.id = COPY(0), .type = COPY(1), .start = COPY(2), .end = COPY(3), .sides = COPY(4), .status = COPY(5)}, COPY(6)};
        bg_db__done(stmt);
    }
    if (list.items) qsort(list.items, list.count, sizeof *list.items, by_first_day);
    who->contacts = bg_arena__alloc(arena, (list.count + 1) * sizeof *who->contacts);
    if (!who->contacts) bg_db__nomem(record);
    for (size_t i = 0; who->contacts && list.items && i < list.count; i++) who->contacts[i] = list.items[i].contact;
    who->contact_count = who->contacts ? list.count : 0;
    who->contact_total = days.count;
}

static void load_whole(bg_record *record, bg_arena *arena, size_t contacts, bg_row_someone *who) {
    bg_row_variant all = {0};
    sightings seen = {0};
    load_sightings(record, arena, who, &seen);
    if (record->code != BG_OK) return;
    count_pages(&seen, NULL, NULL, &all);
    who->page_count = all.page_count, who->witness_count = all.witness_count;
    for (size_t i = 0; i < who->name_count; i++) count_pages(&seen, who->names[i].text, NULL, &who->names[i]);
    for (size_t i = 0; i < who->office_count; i++) count_pages(&seen, NULL, who->offices[i].text, &who->offices[i]);
    load_contacts(record, arena, contacts, who);
}

bool bg_query__people(bg_record *record, bg_arena *arena, const char *country, const char *words, const char *id, bool whole, size_t contacts, bg_someones *out) {
    char code[32] = "";
    for (size_t i = 0; country && country[i] && i + 1 < sizeof code; i++) code[i] = (char)toupper((unsigned char)country[i]), code[i + 1] = 0;
    if (id) select_by_id(record, arena, id, out);
    else if (words) select_named(record, arena, country ? code : NULL, words, out);
    else select_all(record, arena, country ? code : NULL, out);
    for (size_t i = 0; out->items && i < out->count && record->code == BG_OK; i++) {
        load_names(record, arena, &out->items[i]);
        load_offices(record, arena, &out->items[i]);
        if (whole) load_whole(record, arena, contacts, &out->items[i]);
    }
    return record->code == BG_OK;
}

int64_t bg_query__contacts_of(bg_record *record, int64_t person) {
    sqlite3_stmt *stmt = bg_db__query(record, "SELECT count(DISTINCT contact) FROM contact_people WHERE form IN " THEIRS, "i", person);
    int64_t count = bg_db__row(record, stmt) ? sqlite3_column_int64(stmt, 0) : 0;
    bg_db__done(stmt);
    return count;
}

#define RARE 20 /* an office told once where another is told so often */

const char *bg_someone__office(const bg_row_someone *who) {
    const bg_row_variant *found = NULL;
    size_t most = 0;
    for (size_t i = 0; i < who->office_count; i++)
        if (who->offices[i].page_count > most) most = who->offices[i].page_count;
    for (size_t i = 0; i < who->office_count; i++) {
        const bg_row_variant *one = &who->offices[i];
        int order = !found ? 1 : strcmp(one->last ? one->last : "", found->last ? found->last : "");
        if (one->page_count * RARE < most) continue;
        if (order > 0 || (order == 0 && found && one->page_count > found->page_count)) found = one;
    }
    return found ? found->text : NULL;
}
