/* variants: see variants.h. */
#include "variants.h"
#include "people.h"
#include "reprints.h"

#define FIELD(name, column) \
    "SELECT '" name "' AS field, '' AS who, e." column " AS value, e.page FROM tellings m JOIN events e ON e.row = m.row WHERE m.contact = ?1"

/* Names and offices of those who took part, each as one page has it. */
#define PERSON(name, column) \
    "SELECT '" name "', " BG_PERSON("x.form") ", x." column ", e.page FROM tellings m JOIN events e ON e.row = m.row JOIN participants t ON t.event = e.id" \
    " JOIN entities x ON x.row = t.entity_row WHERE m.contact = ?1 AND x.form IS NOT NULL AND t.role IS NOT 'companion'"

/* How the contact itself names the person. */
#define WHOSE "(SELECT p.name FROM contact_people p WHERE p.contact = ?1 AND " BG_PERSON("p.form") " = who ORDER BY p.n LIMIT 1)"

bool bg_variants__of(bg_record *record, bg_arena *arena, const char *contact, bg_variants *out) {
    sqlite3_stmt *stmt = bg_db__query(record,
        "WITH told AS (" FIELD("type", "type") " UNION ALL " FIELD("start", "start_date") " UNION ALL " FIELD("end", "end_date") " UNION ALL " FIELD("place", "place") " UNION ALL " FIELD(
            "status", "status") " UNION ALL " FIELD("grade", "grade") " UNION ALL " FIELD("mode", "mode") " UNION ALL " FIELD("channel", "channel") " UNION ALL " PERSON("name", "name") " UNION ALL " PERSON(
            "office", "office") "),"
        " counted AS (SELECT field, who, value, count(DISTINCT page) AS pages, count(DISTINCT " BG_WITNESS("told.page") ") AS witnesses FROM told WHERE value IS NOT NULL GROUP BY field, who, value)"
        " SELECT field, CASE WHEN who = '' THEN NULL ELSE " WHOSE " END, value, pages, witnesses FROM counted c"
        " WHERE (SELECT count(*) FROM counted o WHERE o.field = c.field AND o.who = c.who) > 1"
        " ORDER BY field NOT IN ('start', 'end'), field IN ('name', 'office'), field, who, witnesses DESC, pages DESC, value", "t", contact);
    while (bg_db__row(record, stmt)) {
        bg_variant *one = BG_PUSH(arena, out);
        if (one)
            *one = (bg_variant){bg_db__copy(record, arena, stmt, 0), bg_db__copy(record, arena, stmt, 1), bg_db__copy(record, arena, stmt, 2), (size_t)sqlite3_column_int64(stmt, 3),
                                (size_t)sqlite3_column_int64(stmt, 4)};
        else bg_db__nomem(record);
    }
    return record->code == BG_OK;
}
