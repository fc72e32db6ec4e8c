/* people_query: see people_query.h. */
#include "people_query.h"
#include "ids.h"
#include "lookup.h"
#include "people.h"
#include "reprints.h"

#include <ctype.h>
#include <limits.h>
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
    const char *published, *name, *office; /* names and offices that are the same are one text */
    uint64_t page; /* the digits of its id */
    size_t n;      /* of the witness, from 0 */
} sighting;

typedef struct sightings {
    BG_VEC(sighting) items; /* those of a page stand together, the earliest page first */
    bg_texts words;         /* names and offices, each once */
    unsigned *counted;      /* of each witness: the last count that it was in */
    unsigned counts;
} sightings;

/* Pages that do not say when they came out stand last. */
static int by_publication(const void *left, const void *right) {
    const sighting *a = left, *b = right;
    if (!a->published != !b->published) return a->published ? -1 : 1;
    int order = a->published ? strcmp(a->published, b->published) : 0;
    return order ? order : (a->page > b->page) - (a->page < b->page);
}

/* Most sightings have the same words as the one before, and there are few words in all. */
static const char *one_text(bg_record *record, bg_arena *arena, sqlite3_stmt *stmt, int column, const char *before, bg_texts *words) {
    const char *text = bg_db__text(record, stmt, column);
    if (!text || (before && strcmp(text, before) == 0)) return text ? before : NULL;
    for (size_t i = 0; i < words->count; i++)
        if (strcmp(words->items[i], text) == 0) return words->items[i];
    const char *copy = COPY(column), **slot = copy ? NEW(words) : NULL;
    if (slot) *slot = copy;
    return copy;
}

/* The same text among the words; NULL: it is none of them. */
static const char *word_of(const sightings *all, const char *text) {
    for (size_t i = 0; text && i < all->words.count; i++)
        if (strcmp(all->words.items[i], text) == 0) return all->words.items[i];
    return NULL;
}

/* Where a page stands among the sightings first, and which witness it is, by the digits of its id. */
typedef struct place {
    uint64_t page, witness;
    size_t at;
} place;

static int by_page(const void *left, const void *right) {
    const place *a = left, *b = right;
    return (a->page > b->page) - (a->page < b->page);
}

/* The witnesses of pages that carry a text of others, into the places of these, which are sorted. So many are asked at once. */
#define ASKED_AT_ONCE 500
static void find_witnesses(bg_record *record, place *places, size_t count) {
    char ids[ASKED_AT_ONCE * 20 + 2], *to = ids;
    size_t at = 0;
    for (size_t i = 0; i < count; i++, to += 20) {
        to[0] = i ? ',' : '[', to[1] = '"';
        bg_id__of_page(places[i].page, to + 2);
        to[19] = '"';
    }
    to[0] = ']', to[1] = 0;
    sqlite3_stmt *stmt = bg_db__query(record, "SELECT r.page, r.witness FROM json_each(?1) j CROSS JOIN reprints r ON r.page = j.value", "t", ids);
    while (bg_db__row(record, stmt)) {
        uint64_t page = bg_id__number(bg_db__text(record, stmt, 0));
        while (at < count && places[at].page < page) at++;
        if (at < count && places[at].page == page) places[at++].witness = bg_id__number(bg_db__text(record, stmt, 1));
    }
}

/* Where the pages are, each once, in the order of their ids. */
static place *order_pages(bg_arena *arena, const sightings *all, size_t *count) {
    place *places = bg_arena__alloc(arena, (all->items.count + 1) * sizeof *places);
    *count = 0;
    if (!places) return NULL;
    for (size_t i = 0; i < all->items.count; i++) {
        uint64_t page = all->items.items[i].page;
        if (!i || page != all->items.items[i - 1].page) places[(*count)++] = (place){page, page, i};
    }
    qsort(places, *count, sizeof *places, by_page);
    return places;
}

/*
 * Number the witnesses, so that those of a name or an office are counted without comparing them. Pages are asked in the order of their ids, in which `reprints` lies: in the order of time
 * each would be somewhere else.
 */
static bool number_witnesses(bg_record *record, bg_arena *arena, sightings *all) {
    bg_lookup firsts = {0};
    size_t count;
    place *places = order_pages(arena, all, &count);
    if (!places || !(all->counted = bg_arena__alloc(arena, (all->items.count + 1) * sizeof *all->counted)) || !bg_lookup__reserve(arena, &firsts, count)) return false;
    for (size_t i = 0; i < count; i += ASKED_AT_ONCE) find_witnesses(record, places + i, count - i < ASKED_AT_ONCE ? count - i : ASKED_AT_ONCE);
    for (size_t i = 0; i < count; i++) {
        sighting *one = &all->items.items[places[i].at];
        const sighting *first = bg_lookup__find(&firsts, places[i].witness);
        one->n = first ? first->n : firsts.count;
        if (!first && !bg_lookup__put(arena, &firsts, places[i].witness, one)) return false;
    }
    for (size_t i = 1; i < all->items.count; i++) /* those of a page stand together */
        if (all->items.items[i].page == all->items.items[i - 1].page) all->items.items[i].n = all->items.items[i - 1].n;
    return true;
}

static void load_sightings(bg_record *record, bg_arena *arena, const bg_row_someone *who, sightings *out) {
    sighting last = {0};
    bool in_order = true;
    sqlite3_stmt *stmt = bg_db__query(record, "SELECT published, page, name, office FROM entities WHERE form IN " THEIRS, "i", who->number);
    while (bg_db__row(record, stmt)) {
        sighting *one = NEW(&out->items);
        const char *published = bg_db__text(record, stmt, 0);
        if (!one) break;
        *one = (sighting){.published = published && last.published && strcmp(published, last.published) == 0 ? last.published : COPY(0), .page = bg_id__number(bg_db__text(record, stmt, 1)),
                          .name = one_text(record, arena, stmt, 2, last.name, &out->words), .office = one_text(record, arena, stmt, 3, last.office, &out->words)};
        in_order &= out->items.count == 1 || by_publication(&last, one) <= 0;
        last = *one;
    }
    bg_db__done(stmt);
    if (record->code != BG_OK || !out->items.count) return;
    if (!in_order) qsort(out->items.items, out->items.count, sizeof *out->items.items, by_publication);
    if (number_witnesses(record, arena, out)) return;
    out->items.count = 0;
    bg_db__nomem(record);
}

static void keep_page(bg_record *record, bg_arena *arena, uint64_t page, bg_row_variant *out) {
    bg_id id;
    bg_id__of_page(page, id);
    if (!(out->pages[out->page_count] = bg_arena__text(arena, id, 17))) bg_db__nomem(record);
}

/* The pages with this name or office, NULL: with any. */
static void count_pages(bg_record *record, bg_arena *arena, sightings *all, const char *name, const char *office, bg_row_variant *out) {
    const char *its_name = word_of(all, name), *its_office = word_of(all, office);
    const sighting *last = NULL;
    out->page_count = out->witness_count = 0;
    all->counts++;
    for (size_t i = 0; i < all->items.count && (its_name || !name) && (its_office || !office); i++) {
        const sighting *one = &all->items.items[i];
        if ((name && one->name != its_name) || (office && one->office != its_office) || (last && last->page == one->page)) continue;
        last = one;
        if (out->page_count < BG_COUNT(out->pages)) keep_page(record, arena, one->page, out);
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

/* Those of one form, which lie in order of time, so that no more of them are read than are shown; they are counted in the index. */
static void latest_of_form(bg_record *record, bg_arena *arena, int64_t form, size_t most, bg_row_days *out, size_t *total) {
    for (int known = 1; known >= 0; known--) { /* is the day? */
        sqlite3_stmt *stmt = known ? bg_db__query(record, "SELECT DISTINCT day, contact FROM contact_people WHERE form = ?1 AND day > '' ORDER BY day DESC, contact LIMIT ?2", "in", form, most)
                                   : bg_db__query(record, "SELECT DISTINCT day, contact FROM contact_people WHERE form = ?1 AND day = '' ORDER BY contact LIMIT ?2", "in", form, most);
        while (bg_db__row(record, stmt)) {
            bg_row_day *one = NEW(out);
            if (one) *one = (bg_row_day){COPY(0), COPY(1)};
        }
    }
    sqlite3_stmt *stmt = bg_db__query(record, "SELECT count(*) FROM (SELECT DISTINCT day, contact FROM contact_people WHERE form = ?1)", "i", form);
    if (bg_db__row(record, stmt)) *total = NUMBER(0);
    bg_db__done(stmt);
}

/* The latest of them, and as many without a day. */
static void load_contacts(bg_record *record, bg_arena *arena, size_t most, bg_row_someone *who) {
    bg_row_days days = {0};
    BG_VEC(dated) list = {0};
    size_t taken[2] = {0, 0};
    bool many_forms = bg_db__any(record, bg_db__query(record, "SELECT 1 FROM persons WHERE person = ?1 AND form <> ?1", "i", who->number));
    if (!many_forms && most < INT_MAX) latest_of_form(record, arena, who->number, most, &days, &who->contact_total);
    else if (bg_query__days(record, arena, bg_db__query(record, "SELECT coalesce(day, ''), contact FROM contact_people WHERE form IN " THEIRS, "i", who->number), &days)) who->contact_total = days.count;
    for (size_t i = 0; i < days.count && record->code == BG_OK; i++) {
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
}

static void load_whole(bg_record *record, bg_arena *arena, size_t contacts, bg_row_someone *who) {
    bg_row_variant all = {0};
    sightings seen = {0};
    load_sightings(record, arena, who, &seen);
    if (record->code != BG_OK) return;
    count_pages(record, arena, &seen, NULL, NULL, &all);
    who->page_count = all.page_count, who->witness_count = all.witness_count;
    for (size_t i = 0; i < who->name_count; i++) count_pages(record, arena, &seen, who->names[i].text, NULL, &who->names[i]);
    for (size_t i = 0; i < who->office_count; i++) count_pages(record, arena, &seen, NULL, who->offices[i].text, &who->offices[i]);
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
