/* people: see people.h. What is counted here and in people_count.c; people_link.c has who is one person. */
#include "people.h"
#include "batch.h"
#include "fold.h"
#include "form.h"
#include "people_count.h"
#include "people_link.h"
#include "rows.h"

/* ------------------------------------------------------------------ one page */

/* By the words of the key and those of the name as it is searched for ("jong un" beside "jongun"). */
static void add_words(bg_record *record, int64_t form, const char *text) {
    bg_form_words words;
    bg_form__split(text, &words);
    for (size_t i = 0; i < words.count; i++)
        bg_db__run(record, "INSERT OR IGNORE INTO form_words(word, form) VALUES(?,?)", "xi", words.word[i].text, words.word[i].size, form);
}

void bg_people__put(bg_record *record, int64_t form, const char *key, const char *name, const char *country) {
    if (!bg_batch__is_new(record, form)) return;
    bg_db__run(record, "INSERT OR IGNORE INTO forms(form, country, key) VALUES(?,?,?)", "itt", form, country ? country : "", key);
    if (record->code != BG_OK || !sqlite3_changes(record->db)) return;
    bg_buf folded;
    bg_buf__init(&folded, 4096);
    add_words(record, form, key);
    if (!bg_fold__name(name, &folded)) bg_db__nomem(record);
    if (folded.bytes) add_words(record, form, folded.bytes);
    bg_buf__free(&folded);
    bg_db__run(record, "INSERT OR IGNORE INTO changed_countries(country) VALUES(?)", "t", country ? country : "");
}

void bg_people__came(bg_record *record, const char *page) {
    bg_db__run(record, "INSERT OR IGNORE INTO new_people SELECT n FROM pages p WHERE id = ? AND EXISTS (SELECT 1 FROM entities e WHERE " BG_ON_PAGE("e", "p.n") " AND form IS NOT NULL)", "t", page);
}

/* Is the day within what is counted, and not on its edge? Then one page less changes nothing but their number. */
#define WITHIN(counted) " (" counted ".pages > 1 AND (p.published IS NULL OR (" counted ".first_day < substr(p.published, 1, 10) AND " counted ".last_day > substr(p.published, 1, 10))))"

/* A page that is counted goes: it is taken off, or its forms are counted anew. */
static void take_off(bg_record *record, const char *page) {
    bg_db__run(record,
               "INSERT OR IGNORE INTO stale_forms(form) SELECT e.form FROM pages p CROSS JOIN entities e ON " BG_ON_PAGE("e", "p.n") " LEFT JOIN spellings s ON s.form = e.form AND s.name = e.name"
               " LEFT JOIN form_offices o ON o.form = e.form AND o.office = e.office WHERE p.id = ? AND e.form IS NOT NULL"
               " AND NOT coalesce(" WITHIN("s") " AND (e.office IS NULL OR" WITHIN("o") "), 0)", "t", page);
    bg_db__run(record, "UPDATE spellings SET pages = pages - 1 WHERE (form, name) IN (SELECT form, name FROM entities e WHERE " BG_OF_PAGE("e", "?1") " AND form IS NOT NULL) AND form NOT IN (SELECT form FROM stale_forms)",
               "t", page);
    bg_db__run(record, "UPDATE form_offices SET pages = pages - 1 WHERE (form, office) IN (SELECT form, office FROM entities e WHERE " BG_OF_PAGE("e", "?1") " AND form IS NOT NULL AND office IS NOT NULL)"
               " AND form NOT IN (SELECT form FROM stale_forms)", "t", page);
}

/* A page that was not counted yet leaves no trace but its forms, if nobody else has them. */
void bg_people__goes(bg_record *record, const char *page) {
    bool counted = !bg_db__any(record, bg_db__query(record, "SELECT 1 FROM new_people WHERE " BG_ITS_NUMBER("?"), "t", page));
    if (counted) take_off(record, page);
    else
        bg_db__run(record, "INSERT OR IGNORE INTO stale_forms(form) SELECT e.form FROM entities e WHERE " BG_OF_PAGE("e", "?1") " AND e.form IS NOT NULL"
                   " AND NOT EXISTS (SELECT 1 FROM spellings s WHERE s.form = e.form)", "t", page);
    bg_db__run(record, "DELETE FROM new_people WHERE " BG_ITS_NUMBER("?"), "t", page);
}

/* ------------------------------------------------------------------ counting */

#define COUNTS " SELECT form, value, count(*), min(day), max(day)"

/* The pages that have this form and are counted, a row for each page and value. */
#define OLD_PEOPLE(value) \
    " FROM (SELECT DISTINCT e.form, " value " AS value, e.page, substr(p.published, 1, 10) AS day FROM entities e JOIN pages p ON p.id = e.page" \
    " WHERE e.form = ?1 AND " value " IS NOT NULL AND NOT EXISTS (SELECT 1 FROM new_people w WHERE w.n = p.n)) GROUP BY form, value"

/* Of a form that no counted page had nothing was counted. */
static void count_old(bg_record *record, int64_t form) {
    bg_db__run(record, "DELETE FROM spellings WHERE form = ?", "i", form);
    if (record->code != BG_OK || !sqlite3_changes(record->db)) return;
    bg_db__run(record, "DELETE FROM form_offices WHERE form = ?", "i", form);
    bg_db__run(record, "INSERT INTO spellings(form, name, pages, first_day, last_day)" COUNTS OLD_PEOPLE("e.name"), "i", form);
    bg_db__run(record, "INSERT INTO form_offices(form, office, pages, first_day, last_day)" COUNTS OLD_PEOPLE("e.office"), "i", form);
}

static void count_again(bg_record *record, int64_t form) {
    bg_db__run(record, "INSERT OR IGNORE INTO changed_countries(country) SELECT country FROM forms WHERE form = ?", "i", form);
    count_old(record, form);
    if (!bg_db__any(record, bg_db__query(record, "SELECT 1 FROM entities WHERE form = ? LIMIT 1", "i", form))) {
        bg_db__run(record, "DELETE FROM form_words WHERE form = ?", "i", form);
        bg_db__run(record, "DELETE FROM forms WHERE form = ?", "i", form);
    }
    bg_db__run(record, "DELETE FROM stale_forms WHERE form = ?", "i", form);
}

static bool count_stale(bg_record *record) {
    int64_t form = bg_db__int(record, "SELECT form FROM stale_forms LIMIT 1");
    if (form) count_again(record, form);
    return form != 0;
}

/* ------------------------------------------------------------------ all of it */

typedef bool step_fn(bg_record *record);

static bool in_transaction(bg_record *record, step_fn *step, int times) {
    bool more = true;
    if (!bg_db__run(record, "BEGIN IMMEDIATE", "")) return false;
    for (int i = 0; i < times && more; i++) more = step(record);
    bg_db__run(record, "COMMIT", "");
    bg_db__undo(record);
    return more && record->code == BG_OK;
}

static bool link_country(bg_record *record) {
    char country[32] = "";
    sqlite3_stmt *stmt = bg_db__query(record, "SELECT country FROM changed_countries ORDER BY country DESC LIMIT 1", "");
    bool found = bg_db__row(record, stmt);
    if (found) snprintf(country, sizeof country, "%s", bg_db__text(record, stmt, 0));
    bg_db__done(stmt);
    if (!found) return false;
    bg_people__link(record, country);
    bg_db__run(record, "DELETE FROM changed_countries WHERE country = ?", "t", country);
    return true;
}

static bool is_work(bg_record *record) {
    return bg_db__any(record, bg_db__query(record, "SELECT 1 FROM new_people UNION ALL SELECT 1 FROM stale_forms UNION ALL SELECT 1 FROM changed_countries LIMIT 1", ""));
}

void bg_people__settle(bg_record *record, const bg_watcher *watcher) {
    if (!is_work(record)) return;
    while (in_transaction(record, count_stale, 500)) {}
    bg_people__count(record);
    size_t total = (size_t)bg_db__int(record, "SELECT count(*) FROM changed_countries"), done = 0;
    while (in_transaction(record, link_country, 1)) bg_watcher__tell(watcher, BG_SETTLE_PEOPLE, ++done, total);
}
