/* fix: which fields of a fact can be corrected, and what their values look like. */
#include "decide.h"
#include "fold.h"
#include "query.h"
#include "rows.h"

#include <ctype.h>
#include <stdlib.h>

static const char *const types[] = {"visit", "talks", "meeting", "call", "consultation", "dialogue", "committee_session", "letter", "signing", "ceremony", "credentials", "award", "conference", "aid", "statement", "other", NULL};
static const char *const statuses[] = {"held", "planned", NULL};
static const char *const modes[] = {"in_person", "phone", "online", "letter", NULL};
static const char *const grades[] = {"state", "official", "working", "friendly", "private", NULL};
static const char *const channels[] = {"party", "state", "government", "parliament", "foreign_ministry", "ministry", "defence", "security", "local", "people", NULL};
static const char *const roles[] = {"host", "guest", "sender", "recipient", "participant", "companion", NULL};
static const char *const acts[] = {"proposes", "agrees", "pledges", "affirms", "appreciates", "welcomes", "thanks", "congratulates", "supports", "invites", "informs", "condoles", "greets", "discusses", NULL};
static const char *const strengths[] = {"wish", "ask", "ready", "agree", "pledge", "signed", "under_way", "done", NULL};

typedef enum form { TEXT, WORD, DATE, SIDES, COUNTRY, PARTY, CONTENT } form;

static const struct row {
    const char *letters, *field, *column; /* facts that have it; as typed; as the record calls it */
    form form;
    const char *const *words;
} rows[] = {
    {"v", "type", "type", WORD, types},        {"v", "status", "status", WORD, statuses},      {"v", "mode", "mode", WORD, modes},
    {"v", "grade", "grade", WORD, grades},     {"v", "channel", "channel", WORD, channels},    {"v", "date", "start", DATE, NULL},
    {"v", "start", "start", DATE, NULL},       {"v", "end", "end", DATE, NULL},                {"v", "place", "place", TEXT, NULL},
    {"v", "sides", "sides", SIDES, NULL},      {"v", "name[]", "name", TEXT, NULL},            {"v", "office[]", "office", TEXT, NULL},
    {"v", "country[]", "country", COUNTRY, NULL}, {"v", "side[]", "country", COUNTRY, NULL},   {"v", "role[]", "role", WORD, roles},
    {"e", "name", "name", TEXT, NULL},         {"e", "office", "office", TEXT, NULL},          {"e", "country", "country", COUNTRY, NULL},
    {"e", "side", "country", COUNTRY, NULL},   {"s", "speaker", "speaker", PARTY, NULL},       {"s", "addressee", "addressee", PARTY, NULL},
    {"s", "act", "act", WORD, acts},           {"s", "strength", "strength", WORD, strengths}, {"s", "content", "content", CONTENT, NULL},
};

__attribute__((format(printf, 2, 3))) static bool refuse(bg_record *record, const char *format, ...) {
    char text[240];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    if (record->code == BG_OK) record->code = bg_error__set(record->err, BG_E_USAGE, BG_NO_BYTE, "%s", text);
    return false;
}

const char *bg_fix__person(bg_arena *arena, const char *field, const char **name) {
    size_t size = strcspn(field, "[");
    const char *end = field[size] ? strrchr(field, ']') : NULL;
    *name = end && end > field + size ? bg_arena__text(arena, field + size + 1, (size_t)(end - field) - size - 1) : NULL;
    return bg_arena__text(arena, field, size);
}

static const struct row *row_of(char letter, const char *field, bool person) {
    char name[40];
    snprintf(name, sizeof name, "%.30s%s", field, person ? "[]" : "");
    for (size_t i = 0; i < BG_COUNT(rows); i++)
        if (strchr(rows[i].letters, letter) && strcmp(rows[i].field, name) == 0) return &rows[i];
    return NULL;
}

/* ------------------------------------------------------------------ values */

static bool known_word(bg_record *record, const struct row *row, const char *value) {
    char all[200] = "";
    for (size_t i = 0; row->words[i]; i++) {
        if (strcmp(row->words[i], value) == 0) return true;
        snprintf(all + strlen(all), sizeof all - strlen(all), " %s", row->words[i]);
    }
    return refuse(record, "'%.40s' is none of:%s", value, all);
}

static bool like(const char *text, const char *model) {
    if (strlen(text) != strlen(model)) return false;
    for (size_t i = 0; model[i]; i++)
        if (model[i] == 'd' ? !isdigit((unsigned char)text[i]) : text[i] != model[i]) return false;
    return true;
}

static bool in_calendar(const char *month, const char *day) {
    int m = month ? atoi(month) : 1, d = day ? atoi(day) : 1;
    return m >= 1 && m <= 12 && d >= 1 && d <= (m == 2 ? 29 : m == 4 || m == 6 || m == 9 || m == 11 ? 30 : 31);
}

/* 08/05/2025, 8/5/2025 and 05/2025 as well. */
static const char *date_of(bg_arena *arena, const char *value) {
    unsigned day, month, year;
    int end = 0;
    if (sscanf(value, "%2u/%2u/%4u%n", &day, &month, &year, &end) == 3 && !value[end]) value = bg_arena__print(arena, "%04u-%02u-%02u", year, month, day);
    else if (sscanf(value, "%2u/%4u%n", &month, &year, &end) == 2 && !value[end] && year > 31) value = bg_arena__print(arena, "%04u-%02u", year, month);
    if (!value) return NULL;
    if (like(value, "dddd")) return value;
    if (like(value, "dddd-dd")) return in_calendar(value + 5, NULL) ? value : NULL;
    if (like(value, "dddd-dd-dd")) return in_calendar(value + 5, value + 8) ? value : NULL;
    if (like(value, "--dd")) return in_calendar(value + 2, NULL) ? value : NULL;
    return like(value, "--dd-dd") && in_calendar(value + 2, value + 5) ? value : NULL;
}

static int by_text(const void *a, const void *b) { return strcmp(*(const char *const *)a, *(const char *const *)b); }

/* "ru, VN" → "RU,VN": codes of two to twelve letters, sorted, each once. NULL: they are none. */
static const char *sides_of(bg_arena *arena, const char *value) {
    const char *codes[16] = {NULL}, *out = NULL;
    size_t count = 0;
    char *copy = bg_arena__text(arena, value, strlen(value)), *rest = NULL;
    for (char *code = copy ? strtok_r(copy, ", ", &rest) : NULL; code; code = strtok_r(NULL, ", ", &rest)) {
        if (count == BG_COUNT(codes) || strlen(code) < 2 || strlen(code) > 12) return NULL;
        for (char *at = code; *at; at++) {
            if (!isalnum((unsigned char)*at) && *at != '_' && *at != '-') return NULL;
            *at = (char)toupper((unsigned char)*at);
        }
        codes[count++] = code;
    }
    qsort(codes, count, sizeof *codes, by_text);
    for (size_t i = 0; i < count; i++)
        if (!i || strcmp(codes[i], codes[i - 1]) != 0) out = out ? bg_arena__print(arena, "%s,%s", out, codes[i]) : codes[i];
    return out;
}

/* both, side:VN, or the name of somebody whom the page names: his id. */
static bool party_of(bg_record *record, bg_arena *arena, bg_fix *fix) {
    bg_buf wanted;
    size_t count = 0;
    if (strcmp(fix->value, "both") == 0) return fix->out_value = "both", true;
    if (strncmp(fix->value, "side:", 5) == 0) {
        const char *code = sides_of(arena, fix->value + 5);
        if (!code || strchr(code, ',')) return refuse(record, "'%.40s' is no side: side:VN", fix->value);
        return (fix->out_value = bg_arena__print(arena, "side:%s", code)) != NULL || bg_db__nomem(record);
    }
    bg_buf__init(&wanted, 4096);
    bg_fold__name(fix->value, &wanted);
    sqlite3_stmt *stmt = bg_db__query(record,
        "SELECT x.id FROM statements s JOIN entities x ON " BG_BESIDE("x", "s.row") " WHERE s.row = " BG_ROW_OF("statements", "?1") " AND (x.id = ?2 OR x.folded = ?3 OR (x.name IS NULL AND x.office = ?2)) ORDER BY x.n LIMIT 2",
        "ttt", fix->id, fix->value, wanted.bytes ? wanted.bytes : "");
    for (; bg_db__row(record, stmt); count++)
        if (!count) fix->out_value = bg_db__copy(record, arena, stmt, 0);
    bg_db__done(stmt);
    bg_buf__free(&wanted);
    if (record->code != BG_OK) return false;
    if (count > 1) return refuse(record, "the page names several that are '%.80s'", fix->value);
    return count || refuse(record, "the page names nobody '%.80s' (both, side:VN, or a name it has)", fix->value);
}

/* ------------------------------------------------------------------ content: words of the page */

static bool span_typed(const char *value, bg_span *out) {
    unsigned start, end;
    int size = 0;
    if (sscanf(value, "%u-%u%n", &start, &end, &size) != 2 || value[size] || start >= end) return false;
    *out = (bg_span){start, end};
    return true;
}

/* The statement's sentence. */
static bool sentence_of(bg_record *record, const char *id, char page[18], bg_span *out) {
    sqlite3_stmt *stmt = bg_db__query(record,
        "SELECT page, said_start, said_end FROM statements WHERE row = " BG_ROW_OF("statements", "?1") " AND said_end IS NOT NULL", "t", id);
    bool found = bg_db__row(record, stmt);
    if (found) snprintf(page, 18, "%s", bg_db__text(record, stmt, 0)), *out = bg_db__span(stmt, 1);
    bg_db__done(stmt);
    return found;
}

/* Where the words stand in the block; false if they do not, or twice. */
static bool find_words(const char *block, size_t size, const char *words, bg_span *out) {
    size_t wanted = strlen(words);
    const char *first = memmem(block, size, words, wanted);
    if (!first || memmem(first + 1, size - (size_t)(first + 1 - block), words, wanted)) return false;
    *out = (bg_span){(uint32_t)(first - block), (uint32_t)(first - block + (ptrdiff_t)wanted)};
    return true;
}

static bool content_of(bg_record *record, bg_arena *arena, bg_fix *fix) {
    char page[18];
    bg_span sentence = {0}, block = {0}, at;
    const char *text = NULL;
    if (!sentence_of(record, fix->id, page, &sentence) || !bg_query__block(record, arena, page, sentence, &text, &block) || !text)
        return refuse(record, "the sentence of %.20s is not there", fix->id);
    size_t size = block.end - block.start;
    if (span_typed(fix->value, &at)) {
        if (at.start < block.start || at.end > block.end) return refuse(record, "[%.20s) lies outside the paragraph", fix->value);
    } else if (find_words(text, size, fix->value, &at)) at.start += block.start, at.end += block.start;
    else return refuse(record, "the paragraph does not say '%.80s', or twice", fix->value);
    const char *from = text + (at.start - block.start);
    if (bg_utf8__invalid(from, at.end - at.start) != at.end - at.start) return refuse(record, "[%.20s) cuts a letter", fix->value);
    fix->range = at;
    fix->out_value = bg_arena__text(arena, from, at.end - at.start);
    return fix->out_value || bg_db__nomem(record);
}

/* ------------------------------------------------------------------ one correction */

/* The one of the contact's people whom the name means: as the record has it. */
static bool person_of(bg_record *record, bg_arena *arena, const bg_fix *fix, const char *name, const char **out) {
    bg_buf wanted;
    bool several = false;
    bg_buf__init(&wanted, 4096);
    bg_fold__name(name, &wanted);
    sqlite3_stmt *stmt = bg_db__query(record,
        "SELECT DISTINCT x.name, x.folded FROM contact_events m JOIN contact_events o ON o.contact = m.contact JOIN participants p ON p.event = o.event JOIN entities x ON x.row = p.entity_row"
        " WHERE m.event = ? AND x.name IS NOT NULL ORDER BY length(x.name) DESC, x.name", "t", fix->id);
    *out = NULL;
    while (bg_db__row(record, stmt)) {
        const char *folded = bg_db__text(record, stmt, 1);
        if (!folded || !wanted.bytes || !bg_fold__same_person(wanted.bytes, folded)) continue;
        if (!*out) *out = bg_db__copy(record, arena, stmt, 0);
        else {
            bg_buf first;
            bg_buf__init(&first, 4096);
            bg_fold__name(*out, &first);
            several |= first.bytes && !bg_fold__same_person(first.bytes, folded);
            bg_buf__free(&first);
        }
    }
    bg_buf__free(&wanted);
    if (record->code != BG_OK) return false;
    if (several) return refuse(record, "several who took part are called '%.80s'", name);
    return *out || refuse(record, "nobody who took part is called '%.80s'", name);
}

static bool check_value(bg_record *record, bg_arena *arena, const struct row *row, bg_fix *fix) {
    const char *value = fix->value;
    fix->out_value = value;
    if (!*value || strcmp(value, "-") == 0) {
        fix->out_value = "";
        bool needed = row->form == CONTENT || strcmp(row->column, "type") == 0 || strcmp(row->column, "name") == 0 || strcmp(row->column, "act") == 0;
        return !needed || refuse(record, "'%.40s' cannot be empty; reject the fact", fix->field);
    }
    switch (row->form) {
    case WORD: return known_word(record, row, value);
    case DATE: return (fix->out_value = date_of(arena, value)) != NULL || refuse(record, "'%.40s' is no date: YYYY, YYYY-MM, YYYY-MM-DD, --MM-DD", value);
    case SIDES: return (fix->out_value = sides_of(arena, value)) != NULL || refuse(record, "'%.40s' are no sides: VN,RU", value);
    case COUNTRY:
        fix->out_value = sides_of(arena, value);
        return (fix->out_value && !strchr(fix->out_value, ',')) || refuse(record, "'%.40s' is no country: VN", value);
    case PARTY: return party_of(record, arena, fix);
    case CONTENT: return content_of(record, arena, fix);
    default: return strlen(value) <= 1000 || refuse(record, "'%.40s…' is too long", value);
    }
}

bool bg_fix__check(bg_record *record, bg_arena *arena, bg_fix *fix) {
    const char *name = NULL, *plain = bg_fix__person(arena, fix->field, &name);
    if (!plain) return bg_db__nomem(record);
    if (bg_utf8__invalid(fix->value, strlen(fix->value)) != strlen(fix->value)) return refuse(record, "%s", "the value is not UTF-8");
    const struct row *row = row_of(fix->letter, plain, name != NULL);
    if (!row) return refuse(record, "%.20s has no field '%.60s' that can be corrected", fix->id, fix->field);
    fix->out_field = row->column;
    if (name) {
        const char *who = NULL;
        if (!person_of(record, arena, fix, name, &who)) return false;
        fix->out_field = bg_arena__print(arena, "%s[%s]", row->column, who);
    }
    return fix->out_field ? check_value(record, arena, row, fix) : bg_db__nomem(record);
}

/* ------------------------------------------------------------------ what was read */

static const char *first_text(bg_record *record, bg_arena *arena, sqlite3_stmt *stmt) {
    const char *text = bg_db__row(record, stmt) ? bg_db__copy(record, arena, stmt, 0) : NULL;
    bg_db__done(stmt);
    return text;
}

static const char *read_of_person(bg_record *record, bg_arena *arena, const bg_fix *fix, const char *field, const char *name) {
    if (strcmp(field, "role") == 0)
        return first_text(record, arena, bg_db__query(record, "SELECT p.role FROM participants p JOIN entities x ON x.row = p.entity_row WHERE p.event = ? AND x.name = ? ORDER BY p.n", "tt", fix->id, name));
    return first_text(record, arena, bg_db__query(record,
        "SELECT CASE ?3 WHEN 'name' THEN x.name WHEN 'office' THEN x.office ELSE x.country END FROM participants p JOIN entities x ON x.row = p.entity_row WHERE p.event = ?1 AND x.name = ?2 ORDER BY p.n",
        "ttt", fix->id, name, field));
}

const char *bg_fix__read(bg_record *record, bg_arena *arena, const bg_fix *fix) {
    const char *name = NULL, *field = bg_fix__person(arena, fix->out_field, &name);
    if (!field) return NULL;
    if (name) return read_of_person(record, arena, fix, field, name);
    switch (fix->letter) {
    case 'v': return first_text(record, arena, bg_db__query(record,
        "SELECT CASE ?2 WHEN 'type' THEN type WHEN 'status' THEN status WHEN 'mode' THEN mode WHEN 'grade' THEN grade WHEN 'channel' THEN channel WHEN 'start' THEN start_date"
        " WHEN 'end' THEN end_date WHEN 'place' THEN place ELSE sides END FROM events WHERE id = ?1", "tt", fix->id, field));
    case 'e': return first_text(record, arena, bg_db__query(record, "SELECT CASE ?2 WHEN 'name' THEN name WHEN 'office' THEN office ELSE country END FROM entities WHERE row = " BG_ROW_OF("entities", "?1"), "tt", fix->id, field));
    default: return first_text(record, arena, bg_db__query(record,
        "SELECT CASE ?2 WHEN 'speaker' THEN speaker WHEN 'addressee' THEN addressee WHEN 'act' THEN act WHEN 'strength' THEN strength ELSE content END FROM statements WHERE row = " BG_ROW_OF("statements", "?1"), "tt", fix->id, field));
    }
}
