/* desk: see desk.h. */
#include "desk.h"
#include "../base/calendar.h"
#include "../mention/mention.h"
#include "../record/fold.h"
#include "source.h"
#include "tally.h"

#include <stdlib.h>

static bool one_of(const char *id, const char *const *list) {
    while (id && *list && strcmp(*list, id) != 0) list++;
    return id && *list;
}

/* People stood before each other. */
bool bg_met__is_meeting(const bg_met *met) {
    static const char *const types[] = {"visit", "talks", "meeting", "consultation", "dialogue", "committee_session", "signing", "ceremony", "credentials", "award", "conference", NULL};
    return !met->planned && one_of(met->contact.type, types) && !bg_string__is(met->contact.mode, "phone") && !bg_string__is(met->contact.mode, "online") && !bg_string__is(met->contact.mode, "letter");
}

bool bg_met__is_message(const bg_met *met) {
    static const char *const types[] = {"call", "letter", NULL};
    return !met->planned && one_of(met->contact.type, types);
}

bool bg_met__is_of_note(const bg_met *met) {
    static const char *const types[] = {"visit", "signing", "talks", "committee_session", NULL};
    static const char *const channels[] = {"party", "state", "government", "parliament", NULL};
    return met->contact.main && !met->planned && one_of(met->contact.type, types) && one_of(met->contact.channel, channels);
}

/* ------------------------------------------------------------------ lines */

void bg_desk__note(bg_desk *b, const char *fact) {
    bg_note_line line;
    if (fact && bg_source__note(b->record, b->arena, fact, &line)) bg_paper__note(&b->paper, &line);
}

void bg_desk__date(bg_desk *b, unsigned style, const char *start, const char *end) {
    bg_buf text;
    bg_buf__init(&text, 4096);
    bg_label__date(start, end, b->paper.lang, &text);
    if (text.failed) b->paper.failed = true;
    else bg_paper__run(&b->paper, style, text.bytes);
    bg_buf__free(&text);
}

/* The day of a contact, or that nobody says which, or of which year. */
void bg_desk__when(bg_desk *b, unsigned style, const char *start, const char *end) {
    if (!start) bg_paper__run(&b->paper, style, SAY(b, "no_day"));
    else bg_desk__date(b, style, start, end);
    if (start && start[0] == '-') bg_paper__run(&b->paper, style, SAY(b, "no_year"));
}

/* Of one side; returns whether there is anybody. */
static bool people_of(bg_desk *b, const bg_met *met, const char *side, const char *before) {
    bool any = false;
    for (size_t i = 0; i < met->contact.people_count; i++) {
        const bg_row_person *who = &met->contact.people[i];
        if (!bg_string__is(who->country, side) || (!who->name && !who->office)) continue;
        bg_paper__run(&b->paper, 0, any ? ", " : before);
        if (who->office) bg_paper__print(&b->paper, 0, "%s ", who->office);
        bg_paper__run(&b->paper, who->name ? BG_RUN_BOLD : 0, who->name);
        any = true;
    }
    return any;
}

/* "11/07/2024, hội đàm cấp Nhà nước: Chủ tịch nước A – Chủ tịch nước B, tại C". */
void bg_desk__met(bg_desk *b, const bg_met *met) {
    const bg_row_contact *c = &met->contact;
    bg_lang lang = b->paper.lang;
    bg_desk__when(b, BG_RUN_BOLD, c->start, c->end);
    const char *type = bg_label__of(BG_LABEL_TYPE, c->type, lang), *grade = bg_label__of(BG_LABEL_GRADE, c->grade, lang), *blank = *grade ? " " : "";
    bg_paper__print(&b->paper, 0, ", %s%s%s", lang == BG_EN ? grade : type, blank, lang == BG_EN ? type : grade);
    bool any = people_of(b, met, b->pair.of, ": ");
    people_of(b, met, b->pair.with, any ? " – " : ": ");
    if (c->place) bg_paper__print(&b->paper, 0, "; %s", c->place);
    bg_desk__note(b, c->id);
}

void bg_desk__item(bg_desk *b, const char *label, const bg_met *met) {
    bg_paper__block(&b->paper, BG_PART_ITEM);
    if (label) bg_paper__print(&b->paper, BG_RUN_ITALIC, "%s: ", label);
    if (met) bg_desk__met(b, met);
    else bg_paper__run(&b->paper, 0, SAY(b, "unseen"));
}

/* Number of a heading, counted from 0, below 40. */
static void print_roman(bg_desk *b, size_t number) {
    static const char *const tens[] = {"", "X", "XX", "XXX"}, *const ones[] = {"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"};
    size_t n = (number + 1) % 40;
    bg_paper__print(&b->paper, 0, "%s%s. ", tens[n / 10], ones[n % 10]);
}

void bg_desk__heading(bg_desk *b, const char *id) {
    size_t number = 0;
    b->told.count = 0;
    for (size_t i = 0; i < b->paper.blocks.count; i++) number += b->paper.blocks.items[i].kind == BG_PART_HEADING;
    bg_paper__block(&b->paper, BG_PART_HEADING);
    print_roman(b, number);
    bg_paper__run(&b->paper, 0, SAY(b, id));
}

void bg_desk__unseen(bg_desk *b) { bg_paper__line(&b->paper, BG_PART_TEXT, SAY(b, "unseen")); }

int64_t bg_desk__number(int64_t day) {
    char text[11];
    bg_calendar__text(day, text);
    return bg_calendar__figures(text);
}

const char *bg_desk__folded(bg_desk *b, const char *name) {
    bg_buf folded;
    bg_buf__init(&folded, 1 << 16);
    (void)bg_fold__name(name, &folded);
    const char *text = bg_buf__keep(&folded, b->arena);
    return text ? text : "";
}

/* ------------------------------------------------------------------ channels */

/* Who came, of the two: the first guest of a visit. */
static const char *guest_of(const bg_desk *b, const bg_row_contact *c) {
    for (size_t i = 0; bg_string__is(c->type, "visit") && i < c->people_count; i++)
        if (bg_string__is(c->people[i].role, "guest") && (bg_string__is(c->people[i].country, b->pair.of) || bg_string__is(c->people[i].country, b->pair.with))) return c->people[i].country;
    return NULL;
}

/* Contacts come with the latest first. */
static void count_all(const bg_desk *b, bg_tallies *out) {
    *out = (bg_tallies){.arena = b->arena, .of = b->pair.of};
    for (size_t i = b->mets.items ? b->mets.count : 0; i-- > 0;) {
        const bg_row_contact *c = &b->mets.items[i].contact;
        bg_counted one = {.id = c->id, .type = c->type, .channel = c->channel, .start = c->start, .guest = guest_of(b, c)};
        if (!bg_tally__counts(&b->mets.items[i])) continue;
        one.exact = bg_calendar__day(c->start ? c->start : "", &one.first);
        bg_tally__add(out, &one);
    }
}

static void day_cell(bg_desk *b, const bg_counted *one) {
    bg_desk__date(b, 0, one->start, NULL);
    bg_desk__note(b, one->id);
    bg_paper__cell(&b->paper);
}

static void channel_line(bg_desk *b, const bg_tally *row) {
    bg_paper__block(&b->paper, BG_PART_ROW);
    bg_paper__run(&b->paper, 0, bg_label__of(BG_LABEL_CHANNEL, row->name, b->paper.lang));
    bg_paper__cell(&b->paper);
    bg_paper__print(&b->paper, 0, "%zu", row->count);
    bg_paper__cell(&b->paper);
    day_cell(b, &row->first);
    day_cell(b, &row->last);
    if (row->to > row->from) bg_paper__print(&b->paper, 0, SAY(b, "days"), (long long)(row->to - row->from));
    bg_paper__cell(&b->paper);
    if (row->exact) bg_paper__print(&b->paper, 0, SAY(b, "days"), (long long)(b->pair.day > row->exact ? b->pair.day - row->exact : 0));
    bg_paper__cell(&b->paper);
}

void bg_desk__channels(bg_desk *b) {
    static const char *const names[] = {"party", "state", "government", "parliament", "foreign_ministry", "defence", "security", "ministry", "local", "people"};
    static const char *const heads[] = {"col_channel", "col_count", "col_first", "col_last", "col_silence", "col_since"};
    bg_tallies tallies;
    bool any = false;
    bg_desk__heading(b, "channels");
    count_all(b, &tallies);
    for (size_t k = 0; k < BG_COUNT(names); k++) {
        const bg_tally *row = bg_tally__of(&tallies, "channel", names[k]);
        if (!row) continue;
        if (!any) bg_paper__block(&b->paper, BG_PART_HEAD_ROW);
        for (size_t i = 0; !any && i < BG_COUNT(heads); i++) bg_paper__run(&b->paper, 0, SAY(b, heads[i])), bg_paper__cell(&b->paper);
        any = true;
        channel_line(b, row);
    }
    if (!any) bg_desk__unseen(b);
}

/* Of the office as the reader reads it: "Chủ tịch Quốc hội" is of the parliament. NULL: it is no office, or of no channel. */
static const char *office_channel(bg_desk *b, const char *office) {
    const char *line = bg_arena__print(b->arena, "%s.", office);
    bg_text text = {0};
    bg_mentions mentions = {0};
    if (!line || !bg_text__line(&text, b->arena, b->data, line, strlen(line)) || !bg_mentions__find(&mentions, &text, NULL)) {
        bg_db__nomem(b->record);
        return NULL;
    }
    return mentions.people.count ? mentions.people.items[0].channel : NULL;
}

/* The channel on which the one for whom it is was seen most, then last. There are few channels. */
#define CHANNELS_MOST 16
static const char *own_channel(const bg_mets *mets) {
    struct {
        const char *name;
        size_t count;
    } seen[CHANNELS_MOST] = {0};
    size_t best = 0;
    for (size_t i = 0; i < mets->count; i++) {
        const char *channel = mets->items[i].contact.channel;
        size_t k = 0;
        if (!mets->items[i].ours || !channel) continue;
        while (k + 1 < CHANNELS_MOST && seen[k].name && strcmp(seen[k].name, channel) != 0) k++;
        seen[k].name = channel, seen[k].count++;
    }
    for (size_t k = 1; k < CHANNELS_MOST; k++)
        if (seen[k].count > seen[best].count) best = k;
    return seen[best].name;
}

/* The day asked for, else that of the newest contact whose day is known, else of the newest one at all, else of the newest page: no clock is read. */
static bool day_of(bg_record *record, const char *date, int64_t *day) {
    if (date) return bg_calendar__day(date, day);
    bg_db__start(record, NULL);
    char newest[16] = "";
    sqlite3_stmt *stmt = bg_db__query(record, "SELECT coalesce((SELECT max(last_day) FROM contacts WHERE status IS NOT 'planned' AND coalesce(end_date, start_date) GLOB '[0-9]*-*-*'),"
        " (SELECT max(last_day) FROM contacts WHERE status IS NOT 'planned'), (SELECT max(substr(published, 1, 10)) FROM pages))", "");
    if (bg_db__row(record, stmt) && sqlite3_column_type(stmt, 0) != SQLITE_NULL) snprintf(newest, sizeof newest, "%s", bg_db__text(record, stmt, 0));
    bg_db__done(stmt);
    return bg_calendar__day(newest, day);
}

void bg_desk__cover(bg_desk *b, const char *title) {
    bg_paper *p = &b->paper;
    bg_paper__line(p, BG_PART_TITLE, title);
    bg_paper__block(p, BG_PART_SUBTITLE);
    bg_paper__print(p, BG_RUN_BOLD, "%s – %s", NAME(b, b->pair.of), NAME(b, b->pair.with));
    p->name = bg_arena__print(b->arena, "%s: %s – %s", title, NAME(b, b->pair.of), NAME(b, b->pair.with));
    bg_paper__block(p, BG_PART_SUBTITLE);
    if (b->ask->whom) bg_paper__print(p, 0, "%s %s; ", SAY(b, "for"), b->ask->whom);
    bg_paper__print(p, 0, "%s ", SAY(b, "on_day"));
    char day[11];
    bg_calendar__text(b->pair.day, day);
    bg_desk__date(b, 0, day, NULL);
    bg_paper__block(p, BG_PART_TEXT);
    bg_paper__print(p, BG_RUN_ITALIC, SAY(b, "window"), b->window.pages);
    if (b->window.first) {
        bg_paper__print(p, BG_RUN_ITALIC, SAY(b, "window_days"), b->window.pages - b->window.undated);
        bg_desk__date(b, BG_RUN_ITALIC, b->window.first, b->window.last);
    }
    if (b->window.undated) bg_paper__print(p, BG_RUN_ITALIC, SAY(b, b->window.first ? "window_undated" : "window_all_undated"), b->window.undated);
    bg_paper__run(p, BG_RUN_ITALIC, SAY(b, "window_means"));
}

bg_code bg_desk__ask(bg_desk *b, bg_record *record, const bg_data *data, const bg_brief_ask *ask, bg_lang lang, bg_error *err) {
    *b = (bg_desk){.ask = ask, .data = data, .paper.lang = lang};
    b->pair.of = bg_state__code(data, ask->of ? ask->of : "VN");
    b->pair.with = bg_state__code(data, ask->with ? ask->with : "");
    if (!b->pair.with || !b->pair.of) return bg_error__set(err, BG_E_USAGE, BG_NO_BYTE, "no state is called '%.100s'", b->pair.with ? ask->of : ask->with);
    if (strcmp(b->pair.with, b->pair.of) == 0) return bg_error__set(err, BG_E_USAGE, BG_NO_BYTE, "'%.100s' and itself are no two states", ask->with);
    if (day_of(record, ask->date, &b->pair.day)) return BG_OK;
    if (!ask->date) return bg_error__set(err, BG_E_USAGE, BG_NO_BYTE, "no page or contact has a day; --date YYYY-MM-DD is needed");
    return bg_error__set(err, BG_E_USAGE, BG_NO_BYTE, "'%.40s' is no day (YYYY-MM-DD)", ask->date);
}

static void room_for_asks(bg_desk *b, const bg_mets *mets) {
    bg_met_said *asks = bg_arena__alloc(b->arena, (mets->count + 1) * sizeof *asks);
    if (!asks) bg_db__nomem(b->record);
    for (size_t i = 0; asks && mets->items && i < mets->count; i++) mets->items[i].asks = &asks[i];
}

void bg_desk__load(bg_desk *b, bg_record *record, bg_arena *arena) {
    b->record = record;
    b->arena = b->paper.arena = arena;
    b->pair.whom = b->ask->whom ? bg_desk__folded(b, b->ask->whom) : NULL;
    bg_brief__walk(record, arena, &b->pair, &(int64_t){bg_calendar__months_later(b->pair.day, -BG_DESK_MONTHS)}, &b->walked);
    bg_brief__count_pages(record, arena, &b->walked.pages, &b->window);
    b->mets = b->walked.mets;
    b->channel = b->ask->channel;
    if (!b->channel && b->ask->whom) b->channel = office_channel(b, b->ask->whom);
    if (!b->channel) b->channel = own_channel(&b->mets);
    bg_brief__choose_undated(&b->walked.undated, b->channel);
    b->undated = b->walked.undated;
    if (!b->channel) b->channel = own_channel(&b->undated);
    room_for_asks(b, &b->mets);
    room_for_asks(b, &b->undated);
}
