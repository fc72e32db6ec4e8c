/*
 * ics: a calendar (RFC 5545) of two states' contacts: visits and sessions, held and planned, as days of their own; and what of note comes round, each year an entry
 * with its number of years. Only what is told to the day has an entry. Entries keep their name (UID) when the calendar is made anew.
 */
#include "../base/calendar.h"
#include "../record/ranges.h"
#include "desk.h"

#define YEARS_AHEAD 3 /* of anniversaries, from the day asked for on */
#define LINE_MAX 75   /* bytes of a line, without its end */

typedef struct calendar {
    bg_lang lang;
    const bg_data *data;
    bg_record *record;
    bg_arena *arena;
    bg_brief_pair pair;
    const char *names[2]; /* of the two states */
    size_t entries;
    char stamp[24];
} calendar;

static const char *say(const calendar *c, const char *id) { return bg_label__of(BG_LABEL_FACT, id, c->lang); }

/* ------------------------------------------------------------------ lines */

/* A line, folded between letters where it is too long. */
static void line(bg_buf *out, const char *text) {
    if (!text) return; /* memory ran out, which the arena remembers */
    size_t size = strlen(text), room = LINE_MAX;
    for (size_t at = 0; at < size || at == 0; room = LINE_MAX - 1) {
        size_t part = bg_utf8__cut(text + at, size - at, room);
        if (at) bg_buf__char(out, ' ');
        bg_buf__add(out, text + at, part);
        bg_buf__text(out, "\r\n");
        at += part;
        if (!part) break;
    }
}

/* NAME:value, with what means something in one escaped. */
static void text_line(const calendar *c, bg_buf *out, const char *name, const char *value) {
    bg_buf escaped;
    bg_buf__init(&escaped, 1 << 20);
    bg_buf__print(&escaped, "%s:", name);
    for (; value && *value; value++) {
        if (strchr("\\;,", *value)) bg_buf__char(&escaped, '\\'), bg_buf__char(&escaped, *value);
        else if (*value == '\n') bg_buf__text(&escaped, "\\n");
        else if ((unsigned char)*value >= ' ') bg_buf__char(&escaped, *value);
    }
    if (escaped.failed) bg_db__nomem(c->record);
    else line(out, escaped.bytes);
    bg_buf__free(&escaped);
}

static void day_line(bg_buf *out, const char *name, int64_t day) {
    char text[11], whole[64];
    bg_calendar__text(day, text);
    snprintf(whole, sizeof whole, "%s;VALUE=DATE:%.4s%.2s%.2s", name, text, text + 5, text + 8);
    line(out, whole);
}

/* ------------------------------------------------------------------ entries */

/* "hội đàm Việt Nam – Lào: Tô Lâm, Thongloun Sisoulith" */
static const char *what(const calendar *c, const bg_row_contact *contact) {
    bg_buf text;
    bg_buf__init(&text, 1 << 16);
    bg_buf__print(&text, "%s %s – %s", bg_label__of(BG_LABEL_TYPE, contact->type, c->lang), c->names[0], c->names[1]);
    if (contact->people_count) bg_buf__text(&text, ": ");
    bg_contact__people(contact, &text);
    if (bg_string__equal(contact->status, "planned")) bg_buf__print(&text, " (%s)", bg_label__of(BG_LABEL_STATUS, "planned", c->lang));
    const char *out = bg_buf__keep(&text, c->arena);
    if (!out) bg_db__nomem(c->record);
    return out ? out : "";
}

/* As a title stands in a calendar: with a capital. */
static const char *capital(const calendar *c, const char *text) {
    if (strncmp(text, "đ", strlen("đ")) == 0) return bg_arena__print(c->arena, "Đ%s", text + strlen("đ"));
    return *text >= 'a' && *text <= 'z' ? bg_arena__print(c->arena, "%c%s", *text - 'a' + 'A', text + 1) : text;
}

/* Where it was told: the first page's address and sentence. */
static const char *told(const calendar *c, const char *contact, const char **url) {
    sqlite3_stmt *stmt = bg_db__query(c->record,
        "SELECT " BG_RANGE_WORDS("r", "e.said_start", "e.said_end") ", p.url, (SELECT min(s.name) FROM page_sources s WHERE s.n = p.n) FROM tellings m CROSS JOIN events e ON e.row = m.row"
        " CROSS JOIN pages p ON p.id = e.page LEFT JOIN page_ranges r ON r.n = p.n WHERE m.contact = ? ORDER BY m.n LIMIT 1", "t", contact);
    const char *text = "";
    *url = NULL;
    if (!bg_db__row(c->record, stmt)) return text;
    const char *said = bg_db__text(c->record, stmt, 0), *where = bg_db__text(c->record, stmt, 2);
    *url = bg_db__copy(c->record, c->arena, stmt, 1);
    text = bg_arena__print(c->arena, "%s\n%s", said ? said : "", *url ? *url : where ? where : "");
    bg_db__done(stmt);
    return text;
}

static void entry(calendar *c, bg_buf *out, const bg_row_contact *contact, const char *uid, const char *summary, int64_t from, int64_t to, const char *category) {
    const char *url, *description = told(c, contact->id, &url);
    line(out, "BEGIN:VEVENT");
    text_line(c, out, "UID", uid);
    text_line(c, out, "DTSTAMP", c->stamp);
    day_line(out, "DTSTART", from);
    day_line(out, "DTEND", to + 1);
    text_line(c, out, "SUMMARY", summary);
    if (contact->place) text_line(c, out, "LOCATION", contact->place);
    text_line(c, out, "DESCRIPTION", description ? description : "");
    if (url && !strpbrk(url, "\r\n")) line(out, bg_arena__print(c->arena, "URL:%s", url));
    text_line(c, out, "CATEGORIES", category);
    if (bg_string__equal(contact->status, "planned")) line(out, "STATUS:TENTATIVE");
    line(out, "TRANSP:TRANSPARENT");
    line(out, "END:VEVENT");
    c->entries++;
}

static bool one_of(const char *word, const char *const list[]) {
    for (size_t i = 0; list[i]; i++)
        if (bg_string__equal(word, list[i])) return true;
    return false;
}

static void itself(calendar *c, bg_buf *out, const bg_met *met, int64_t from) {
    static const char *const types[] = {"visit", "committee_session", "consultation", "dialogue", NULL};
    int64_t to = from;
    if (!met->planned && !one_of(met->contact.type, types)) return;
    if (met->contact.end && (!bg_calendar__day(met->contact.end, &to) || to < from)) to = from;
    const char *uid = bg_arena__print(c->arena, "%s@banggiao", met->contact.id);
    if (uid) entry(c, out, &met->contact, uid, capital(c, what(c, &met->contact)), from, to, bg_label__of(BG_LABEL_TYPE, met->contact.type, c->lang));
}

/* What was signed, and visits of states: each year of the years ahead. */
static void comes_round(calendar *c, bg_buf *out, const bg_met *met, int64_t from) {
    static const char *const grades[] = {"state", "official", NULL};
    bool of_note = bg_string__equal(met->contact.type, "signing") || (bg_string__equal(met->contact.type, "visit") && one_of(met->contact.grade, grades));
    if (met->planned || !of_note || !met->contact.main) return;
    for (int years = 1; years < 200; years++) {
        int64_t day = bg_calendar__months_later(from, years * 12);
        char text[11];
        if (day < c->pair.day) continue;
        if (day >= bg_calendar__months_later(c->pair.day, YEARS_AHEAD * 12)) return;
        bg_calendar__text(day, text);
        const char *uid = bg_arena__print(c->arena, "%s-%.4s@banggiao", met->contact.id, text), *summary = bg_arena__print(c->arena, say(c, years == 1 ? "year_since" : "years_since"), years, what(c, &met->contact));
        if (uid && summary) entry(c, out, &met->contact, uid, summary, day, day, say(c, "anniversary"));
    }
}

static void write(void *context, bg_record *record, bg_arena *arena, bg_buf *out) {
    calendar *c = context;
    bg_brief_walked walked = {0};
    char day[11];
    c->record = record;
    c->arena = arena;
    bg_brief__walk(record, arena, &c->pair, NULL, &walked);
    bg_mets mets = walked.mets;
    bg_calendar__text(c->pair.day, day);
    snprintf(c->stamp, sizeof c->stamp, "%.4s%.2s%.2sT000000Z", day, day + 5, day + 8);
    line(out, "BEGIN:VCALENDAR");
    line(out, "VERSION:2.0");
    line(out, "PRODID:-//banggiao//" BG_VERSION "//VI");
    text_line(c, out, "X-WR-CALNAME", bg_arena__print(arena, "%s – %s", c->names[0], c->names[1]));
    for (size_t i = mets.items ? mets.count : 0; i-- > 0 && record->code == BG_OK;) {
        int64_t from;
        if (!mets.items[i].contact.start || !bg_calendar__day(mets.items[i].contact.start, &from)) continue;
        itself(c, out, &mets.items[i], from);
        comes_round(c, out, &mets.items[i], from);
    }
    line(out, "END:VCALENDAR");
}

bg_code bg_view_calendar(bg_record *record, const bg_data *data, const bg_facts_ask *ask, bg_lang lang, bg_out *out, size_t *count, bg_error *err) {
    bg_desk desk;
    const bg_brief_ask asked = {.of = ask->of, .with = ask->with, .date = ask->as_of};
    bg_code code = bg_desk__ask(&desk, record, data, &asked, lang, err);
    if (code) return code;
    calendar c = {.data = data, .lang = lang, .pair = desk.pair, .names = {bg_state__called(data, desk.pair.of, lang), bg_state__called(data, desk.pair.with, lang)}};
    code = bg_view__run(record, write, &c, out, err);
    if (count) *count = c.entries;
    return code;
}
