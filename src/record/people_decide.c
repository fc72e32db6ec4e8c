/* people_decide: see people_decide.h. */
#include "people_decide.h"
#include "people.h"

#include <stdlib.h>

#define DIGITS "0123456789abcdef"

int64_t bg_people__number(const char *id) { return (int64_t)strtoull(id + 1, NULL, 16); }

bool bg_people__resolve(bg_record *record, const char *prefix, int64_t *form) {
    size_t digits = prefix[0] == 'n' ? strspn(prefix + 1, DIGITS) : 0, found = 0;
    uint64_t low = 1, high = 0; /* no form lies between */
    if (digits && digits <= 16 && !prefix[1 + digits]) {
        unsigned known = (unsigned)digits * 4; /* bits of the ids */
        low = strtoull(prefix + 1, NULL, 16) << (64 - known);
        high = known < 64 ? low | ~(uint64_t)0 >> known : low;
    }
    sqlite3_stmt *stmt = bg_db__query(record, "SELECT form FROM forms WHERE form >= ?1 AND form <= ?2 LIMIT 2", "ii", (int64_t)low, (int64_t)(high > INT64_MAX ? INT64_MAX : high));
    for (; bg_db__row(record, stmt); found++)
        if (!found) *form = sqlite3_column_int64(stmt, 0);
    if (record->code != BG_OK) return false;
    if (found > 1) record->code = bg_error__set(record->err, BG_E_USAGE, BG_NO_BYTE, "'%.40s' is the beginning of several ids", prefix);
    if (!found) record->code = bg_error__set(record->err, BG_E_NOTFOUND, BG_NO_BYTE, "no person '%.40s'", prefix);
    return found == 1;
}

#define THEIRS BG_FORMS_OF(BG_PERSON("?1"))

void bg_people__forms(bg_record *record, bg_arena *arena, int64_t form, const char *name, bg_texts *out) {
    bg_db__texts(record, arena, bg_db__query(record,
        "SELECT " BG_PERSON_ID("f.form") " FROM forms f WHERE f.form IN " THEIRS " AND (?2 IS NULL OR EXISTS (SELECT 1 FROM spellings s WHERE s.form = f.form AND s.name = ?2)) ORDER BY f.form",
        "it", form, name), out);
}

static const char *first_text(bg_record *record, bg_arena *arena, sqlite3_stmt *stmt) {
    const char *text = bg_db__row(record, stmt) ? bg_db__copy(record, arena, stmt, 0) : NULL;
    bg_db__done(stmt);
    return text;
}

const char *bg_people__spelling(bg_record *record, bg_arena *arena, const char *id) {
    return first_text(record, arena, bg_db__query(record, "SELECT name FROM spellings WHERE form = ? ORDER BY pages DESC, name LIMIT 1", "i", bg_people__number(id)));
}

const char *bg_people__country(bg_record *record, bg_arena *arena, const char *id) {
    return first_text(record, arena, bg_db__query(record, "SELECT country FROM forms WHERE form = ?", "i", bg_people__number(id)));
}

void bg_people__decided(bg_record *record, const char *id) {
    bg_db__run(record, "INSERT OR IGNORE INTO changed_countries(country) SELECT country FROM forms WHERE form = ?", "i", bg_people__number(id));
}

void bg_people__links(bg_record *record, bg_arena *arena, bg_decided_forms *forms, bg_links *out) {
    BG_VEC(bg_told) told = {0};
    sqlite3_stmt *stmt = bg_db__query(record, "SELECT DISTINCT x.fact FROM decided x WHERE x.fact >= 'n' AND x.fact < 'o' ORDER BY x.fact", "");
    while (bg_db__row(record, stmt)) {
        bg_told *one = BG_PUSH(arena, &told);
        if (one) *one = (bg_told){.id = bg_db__copy(record, arena, stmt, 0), .n = told.count - 1};
        else bg_db__nomem(record);
    }
    for (size_t i = 0; told.items && i < told.count && record->code == BG_OK; i++) {
        bg_decided_form *one = BG_PUSH(arena, forms);
        if (one) *one = (bg_decided_form){bg_people__number(told.items[i].id), bg_people__country(record, arena, told.items[i].id)};
        else bg_db__nomem(record);
    }
    if (told.count && record->code == BG_OK) bg_links__among(record, arena, told.items, told.count, out);
}
