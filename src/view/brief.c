/*
 * brief: what a desk officer wants to know before a meeting, out of the record alone: last contacts, what was agreed and asked, the last ninety days,
 * anniversaries, channels, counterparts, sentences that could not be read. Each line has its source. It proposes nothing: what to say is left to people.
 */
#include "../base/calendar.h"
#include "../record/fold.h"
#include "brief_find.h"
#include "contact.h"
#include "labels.h"
#include "source.h"
#include "state.h"

#include <stdlib.h>

#define RECENT_DAYS 90
#define ASKED_MONTHS 24   /* how far back asks are listed */
#define AHEAD_MONTHS 6    /* anniversaries */
#define ROUND_YEARS 5     /* of which an anniversary's years are a multiple */
#define MONTH_DAYS 31
#define SAID_MAX 14       /* statements under one heading */
#define MET_MAX 14        /* contacts under one heading */
#define UNREAD_BYTES 400
#define COUNTERPARTS_MAX 8

typedef struct brief {
    const bg_brief_ask *ask;
    const bg_data *data;
    bg_record *record;
    bg_arena *arena;
    bg_paper paper;
    bg_brief_pair pair;
    bg_mets mets; /* the latest first */
    bg_texts told; /* contents under this heading */
    bg_brief_window window;
    const char *channel; /* of the one for whom it is; NULL: not known */
} brief;

#define SAY(b, id) bg_label__of(BG_LABEL_BRIEF, (id), (b)->paper.lang)
#define NAME(b, code) bg_state__name((b)->data, (code))

static bool same(const char *a, const char *b) { return a && b && strcmp(a, b) == 0; }
static bool one_of(const char *id, const char *const *list) {
    while (id && *list && strcmp(*list, id) != 0) list++;
    return id && *list;
}

/* People stood before each other. */
static bool is_meeting(const bg_met *met) {
    static const char *const types[] = {"visit", "talks", "meeting", "consultation", "dialogue", "committee_session", "signing", "ceremony", "credentials", "award", "conference", NULL};
    return !met->planned && one_of(met->contact.type, types) && !same(met->contact.mode, "phone") && !same(met->contact.mode, "online") && !same(met->contact.mode, "letter");
}

static bool is_message(const bg_met *met) {
    static const char *const types[] = {"call", "letter", NULL};
    return !met->planned && one_of(met->contact.type, types);
}

/* ------------------------------------------------------------------ lines */

static void note(brief *b, const char *fact) {
    bg_note_line line;
    if (fact && bg_source__note(b->record, b->arena, fact, &line)) bg_paper__note(&b->paper, &line);
}

static void date_run(brief *b, unsigned style, const char *start, const char *end) {
    bg_buf text;
    bg_buf__init(&text, 4096);
    bg_label__date(start, end, b->paper.lang, &text);
    if (text.failed) b->paper.failed = true;
    else bg_paper__run(&b->paper, style, text.bytes);
    bg_buf__free(&text);
}

/* Of one side; returns whether there is anybody. */
static bool people_of(brief *b, const bg_met *met, const char *side, const char *before) {
    bool any = false;
    for (size_t i = 0; i < met->contact.people_count; i++) {
        const bg_row_person *who = &met->contact.people[i];
        if (!same(who->country, side) || (!who->name && !who->office)) continue;
        bg_paper__run(&b->paper, 0, any ? ", " : before);
        if (who->office) bg_paper__print(&b->paper, 0, "%s ", who->office);
        bg_paper__run(&b->paper, who->name ? BG_RUN_BOLD : 0, who->name);
        any = true;
    }
    return any;
}

/* "11/07/2024, hội đàm cấp Nhà nước: Chủ tịch nước A – Chủ tịch nước B, tại C". */
static void met_runs(brief *b, const bg_met *met) {
    const bg_row_contact *c = &met->contact;
    bg_lang lang = b->paper.lang;
    date_run(b, BG_RUN_BOLD, c->start, c->end);
    bg_paper__print(&b->paper, 0, ", %s", bg_label__of(BG_LABEL_TYPE, c->type, lang));
    if (c->grade) bg_paper__print(&b->paper, 0, " %s", bg_label__of(BG_LABEL_GRADE, c->grade, lang));
    if (met->planned) bg_paper__print(&b->paper, 0, " (%s)", bg_label__of(BG_LABEL_STATUS, c->status, lang));
    bool any = people_of(b, met, b->pair.of, ": ");
    people_of(b, met, b->pair.with, any ? " – " : ": ");
    if (c->place) bg_paper__print(&b->paper, 0, "; %s", c->place);
    note(b, c->id);
}

static void met_item(brief *b, const char *label, const bg_met *met) {
    bg_paper__block(&b->paper, BG_PART_ITEM);
    if (label) bg_paper__print(&b->paper, BG_RUN_ITALIC, "%s: ", label);
    if (met) met_runs(b, met);
    else bg_paper__run(&b->paper, 0, SAY(b, "unseen"));
}

static void heading(brief *b, const char *id) {
    static const char *const roman[] = {"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"};
    size_t number = 0;
    b->told.count = 0;
    for (size_t i = 0; i < b->paper.blocks.count; i++) number += b->paper.blocks.items[i].kind == BG_PART_HEADING;
    bg_paper__block(&b->paper, BG_PART_HEADING);
    bg_paper__print(&b->paper, 0, "%s. %s", roman[number < BG_COUNT(roman) ? number : BG_COUNT(roman) - 1], SAY(b, id));
}

static void unseen(brief *b) { bg_paper__line(&b->paper, BG_PART_TEXT, SAY(b, "unseen")); }

static void said_item(brief *b, const bg_brief_said *one) {
    const bg_row_statement *said = &one->said;
    bg_lang lang = b->paper.lang;
    bg_paper__block(&b->paper, BG_PART_ITEM);
    date_run(b, 0, one->at->contact.start, NULL);
    bg_paper__run(&b->paper, 0, ", ");
    if (said->speaker) bg_paper__run(&b->paper, BG_RUN_BOLD, said->speaker);
    else if (same(one->side, "both")) bg_paper__run(&b->paper, BG_RUN_BOLD, bg_label__of(BG_LABEL_HEADING, "both", lang));
    else bg_paper__run(&b->paper, BG_RUN_BOLD, one->side ? NAME(b, one->side) : said->speaker_office ? said->speaker_office : "?");
    bg_paper__print(&b->paper, 0, " %s", bg_label__of(BG_LABEL_ACT, said->act, lang));
    if (same(said->strength, "wish")) bg_paper__print(&b->paper, 0, " (%s)", bg_label__of(BG_LABEL_STRENGTH, said->strength, lang));
    bg_paper__print(&b->paper, 0, ": %s", said->content);
    note(b, said->id);
}

/* ------------------------------------------------------------------ sections */

typedef bool want_fn(const brief *b, const bg_met *met);
static bool want_ours(const brief *b, const bg_met *met) { return (void)b, met->ours && is_meeting(met); }
static bool want_channel(const brief *b, const bg_met *met) { return is_meeting(met) && same(met->contact.channel, b->channel); }
static bool want_any(const brief *b, const bg_met *met) { return (void)b, is_meeting(met); }
static bool want_message(const brief *b, const bg_met *met) { return (void)b, is_message(met); }

/* The latest; a contact that is the news of a page goes before others of the same day. */
static const bg_met *latest(const brief *b, want_fn *want) {
    const bg_met *best = NULL;
    for (size_t i = 0; i < b->mets.count; i++) {
        const bg_met *met = &b->mets.items[i];
        if (!want(b, met) || met->last - met->first > MONTH_DAYS) continue; /* a year alone is no day */
        if (best && met->last < best->last) break;
        if (!best || (met->contact.main && !best->contact.main)) best = met;
    }
    return best;
}

static void last_contacts(brief *b) {
    heading(b, "last");
    if (b->pair.whom) met_item(b, SAY(b, "last_person"), latest(b, want_ours));
    if (b->channel) {
        const char *label = bg_arena__print(b->arena, "%s (%s)", SAY(b, "last_body"), bg_label__of(BG_LABEL_CHANNEL, b->channel, b->paper.lang));
        met_item(b, label ? label : "", latest(b, want_channel));
    }
    met_item(b, SAY(b, "last_country"), latest(b, want_any));
    met_item(b, SAY(b, "last_message"), latest(b, want_message));
    for (size_t i = b->mets.count; i-- > 0;)
        if (b->mets.items[i].planned && b->mets.items[i].last >= b->pair.day) met_item(b, SAY(b, "planned"), &b->mets.items[i]);
}

/* A page on two contacts, or a reprint, says the same words again. */
static bool is_told(brief *b, const char *content) {
    for (size_t i = 0; i < b->told.count; i++)
        if (strcmp(b->told.items[i], content) == 0) return true;
    const char **item = BG_PUSH(b->arena, &b->told);
    if (item) *item = content;
    return false;
}

typedef bool said_fn(const brief *b, const bg_brief_said *said);
static bool is_agreed(const brief *b, const bg_brief_said *s) { return (void)b, same(s->said.act, "agrees") || same(s->said.act, "pledges") || same(s->said.strength, "signed"); }
static bool is_asked_by_them(const brief *b, const bg_brief_said *s) { return same(s->said.act, "proposes") && same(s->side, b->pair.with); }
static bool is_asked_by_us(const brief *b, const bg_brief_said *s) { return same(s->said.act, "proposes") && same(s->side, b->pair.of); }
static bool is_invitation(const brief *b, const bg_brief_said *s) { return (void)b, same(s->said.act, "invites"); }

/* Statements of one contact that are wanted; returns how many. */
static size_t said_at(brief *b, const bg_met *met, said_fn *want, size_t room, const char *title) {
    bg_brief_saids list = {0};
    size_t count = 0;
    bg_brief__statements(b->record, b->arena, met, &list);
    for (size_t i = 0; i < list.count && count < room; i++) {
        if (!want(b, &list.items[i]) || is_told(b, list.items[i].said.content)) continue;
        if (!count++ && title) {
            bg_paper__block(&b->paper, BG_PART_TEXT);
            bg_paper__print(&b->paper, BG_RUN_ITALIC, "%s ", title);
            met_runs(b, met);
        }
        said_item(b, &list.items[i]);
    }
    return count;
}

/* What was agreed at the last contact of the person, else of the channel, else of the two states, at which anything was. */
static void agreed(brief *b) {
    static want_fn *const wants[] = {want_ours, want_channel, want_any, NULL};
    heading(b, "agreed");
    for (size_t k = 0; wants[k]; k++)
        for (size_t i = 0; i < b->mets.count && b->record->code == BG_OK; i++)
            if (wants[k](b, &b->mets.items[i]) && said_at(b, &b->mets.items[i], is_agreed, SAID_MAX, SAY(b, "at"))) return;
    unseen(b);
}

static void asked(brief *b, const char *id, said_fn *want) {
    int64_t since = bg_calendar__months_later(b->pair.day, -ASKED_MONTHS);
    size_t count = 0;
    heading(b, id);
    for (size_t i = 0; i < b->mets.count && count < SAID_MAX && b->record->code == BG_OK; i++)
        if (!b->mets.items[i].planned && b->mets.items[i].last >= since) count += said_at(b, &b->mets.items[i], want, SAID_MAX - count, NULL);
    if (!count) unseen(b);
}

static void recent(brief *b) {
    size_t count = 0;
    heading(b, "recent");
    for (size_t i = 0; i < b->mets.count && count < MET_MAX; i++) {
        const bg_met *met = &b->mets.items[i];
        if (met->planned || met->first < b->pair.day - RECENT_DAYS) continue;
        met_item(b, NULL, met);
        count++;
    }
    if (!count) unseen(b);
}

/* ------------------------------------------------------------------ anniversaries */

/* The years that will have passed since a day when it comes back within the months ahead; 0: none that is round. */
static int round_years(const brief *b, const char *start, int64_t *on) {
    int64_t day;
    if (!start || strlen(start) != 10 || !bg_calendar__day(start, &day)) return 0;
    for (int years = ROUND_YEARS; years <= 200; years += ROUND_YEARS) {
        *on = bg_calendar__months_later(day, years * 12);
        if (*on > bg_calendar__months_later(b->pair.day, AHEAD_MONTHS)) return 0;
        if (*on >= b->pair.day) return years;
    }
    return 0;
}

static bool is_of_note(const bg_met *met) {
    static const char *const types[] = {"visit", "signing", "talks", "committee_session", NULL};
    static const char *const channels[] = {"party", "state", "government", "parliament", NULL};
    return met->contact.main && !met->planned && one_of(met->contact.type, types) && one_of(met->contact.channel, channels);
}

static size_t named_years(brief *b) {
    bg_brief_years years = {0};
    size_t count = 0;
    char from[11], to[11];
    bg_brief__years(b->record, b->arena, &b->pair, &years);
    bg_calendar__text(b->pair.day, from);
    bg_calendar__text(bg_calendar__months_later(b->pair.day, AHEAD_MONTHS), to);
    for (size_t i = 0; i < years.count; i++)
        for (int year = atoi(from); year <= atoi(to); year++) {
            if ((year - years.items[i].year) % ROUND_YEARS || year <= years.items[i].year) continue;
            bg_paper__block(&b->paper, BG_PART_ITEM);
            bg_paper__print(&b->paper, 0, SAY(b, "in_year"), year, year - years.items[i].year, years.items[i].name);
            bg_row_page page;
            if (bg_query__page(b->record, b->arena, years.items[i].page, &page))
                bg_paper__note(&b->paper, &(bg_note_line){.page = page.id, .source = page.source, .outlet = page.outlet, .title = page.title, .published = page.published, .url = page.url, .words = years.items[i].words});
            count++;
        }
    return count;
}

static void anniversaries(brief *b) {
    heading(b, "anniversaries");
    size_t count = named_years(b);
    for (size_t i = b->mets.count; i-- > 0;) {
        const bg_met *met = &b->mets.items[i];
        int64_t on;
        char day[11];
        int years = is_of_note(met) ? round_years(b, met->contact.start, &on) : 0;
        if (!years) continue;
        bg_calendar__text(on, day);
        bg_paper__block(&b->paper, BG_PART_ITEM);
        date_run(b, BG_RUN_BOLD, day, NULL);
        bg_paper__print(&b->paper, 0, SAY(b, "years_since"), years);
        met_runs(b, met);
        count++;
    }
    if (!count) unseen(b);
}

/* ------------------------------------------------------------------ channels */

typedef struct channel_row {
    const char *channel;
    const bg_met *first, *last;
    size_t count;
    int64_t silence; /* days, the longest between two contacts */
} channel_row;

/* Contacts come with the latest first. */
static void count_channel(channel_row *row, const bg_met *met) {
    if (!row->last) row->last = met;
    if (row->first && row->first->first - met->last > row->silence) row->silence = row->first->first - met->last;
    row->first = met;
    row->count++;
}

static void day_cell(brief *b, const bg_met *met) {
    date_run(b, 0, met->contact.start, NULL);
    note(b, met->contact.id);
    bg_paper__cell(&b->paper);
}

static void channel_line(brief *b, const channel_row *row) {
    bg_paper__block(&b->paper, BG_PART_ROW);
    bg_paper__run(&b->paper, 0, bg_label__of(BG_LABEL_CHANNEL, row->channel, b->paper.lang));
    bg_paper__cell(&b->paper);
    bg_paper__print(&b->paper, 0, "%zu", row->count);
    bg_paper__cell(&b->paper);
    day_cell(b, row->first);
    day_cell(b, row->last);
    if (row->count > 1) bg_paper__print(&b->paper, 0, SAY(b, "days"), (long long)row->silence);
    bg_paper__cell(&b->paper);
    bg_paper__print(&b->paper, 0, SAY(b, "days"), (long long)(b->pair.day > row->last->last ? b->pair.day - row->last->last : 0));
    bg_paper__cell(&b->paper);
}

static void channels(brief *b) {
    static const char *const names[] = {"party", "state", "government", "parliament", "foreign_ministry", "defence", "security", "ministry", "local", "people"};
    static const char *const heads[] = {"col_channel", "col_count", "col_first", "col_last", "col_silence", "col_since"};
    channel_row rows[BG_COUNT(names)] = {0};
    size_t any = 0;
    heading(b, "channels");
    for (size_t i = 0; i < b->mets.count; i++)
        for (size_t k = 0; k < BG_COUNT(names); k++)
            if (!b->mets.items[i].planned && same(b->mets.items[i].contact.channel, names[k])) count_channel(&rows[k], &b->mets.items[i]);
    for (size_t k = 0; k < BG_COUNT(names); k++) any += rows[k].count;
    if (!any) {
        unseen(b);
        return;
    }
    bg_paper__block(&b->paper, BG_PART_HEAD_ROW);
    for (size_t i = 0; i < BG_COUNT(heads); i++) bg_paper__run(&b->paper, 0, SAY(b, heads[i])), bg_paper__cell(&b->paper);
    for (size_t k = 0; k < BG_COUNT(names); k++) {
        rows[k].channel = names[k];
        if (rows[k].count) channel_line(b, &rows[k]);
    }
}

/* ------------------------------------------------------------------ counterparts */

typedef struct counterpart {
    const char *name, *folded, *office;
    const bg_met *last, *with_ours;
    size_t count;
} counterpart;

typedef BG_VEC(counterpart) counterparts;

static const char *folded_name(brief *b, const char *name) {
    bg_buf folded;
    bg_buf__init(&folded, 1 << 16);
    (void)bg_fold__name(name, &folded);
    const char *text = bg_buf__keep(&folded, b->arena);
    return text ? text : "";
}

static void count_person(brief *b, counterparts *list, const bg_met *met, const bg_row_person *who) {
    const char *folded = folded_name(b, who->name);
    size_t i = 0;
    while (i < list->count && !bg_fold__same_person(list->items[i].folded, folded)) i++;
    counterpart *one = i < list->count ? &list->items[i] : BG_PUSH(b->arena, list);
    if (!one) return;
    if (!one->name) *one = (counterpart){.name = who->name, .folded = folded, .last = met};
    if (!one->office) one->office = who->office;
    if (met->ours && !one->with_ours) one->with_ours = met;
    one->count++;
}

static void counterpart_item(brief *b, const counterpart *one) {
    bg_paper__block(&b->paper, BG_PART_ITEM);
    bg_paper__run(&b->paper, BG_RUN_BOLD, one->name);
    if (one->office) bg_paper__print(&b->paper, 0, ", %s", one->office);
    bg_paper__print(&b->paper, 0, SAY(b, "seen_times"), one->count);
    date_run(b, 0, one->last->contact.start, NULL);
    note(b, one->last->contact.id);
    if (!one->with_ours) return;
    bg_paper__print(&b->paper, 0, "; %s ", SAY(b, "met_before"));
    date_run(b, 0, one->with_ours->contact.start, NULL);
    note(b, one->with_ours->contact.id);
}

/* Those of the other side, of the channel where that is known; the last seen first. */
static void people(brief *b) {
    counterparts list = {0};
    heading(b, "counterparts");
    for (size_t i = 0; i < b->mets.count; i++) {
        const bg_met *met = &b->mets.items[i];
        if (met->planned || (b->channel && !same(met->contact.channel, b->channel) && !met->ours)) continue;
        for (size_t k = 0; k < met->contact.people_count; k++)
            if (met->contact.people[k].name && same(met->contact.people[k].country, b->pair.with)) count_person(b, &list, met, &met->contact.people[k]);
    }
    for (size_t i = 0; i < list.count && i < COUNTERPARTS_MAX; i++) counterpart_item(b, &list.items[i]);
    if (!list.count) unseen(b);
}

/* ------------------------------------------------------------------ what is named, what could not be read */

static void things(brief *b) {
    bg_brief_things list = {0};
    heading(b, "things");
    bg_brief__things(b->record, b->arena, &b->pair, &list);
    for (size_t i = 0; i < list.count; i++) {
        const bg_brief_thing *thing = &list.items[i];
        bg_paper__block(&b->paper, BG_PART_ITEM);
        bg_paper__run(&b->paper, BG_RUN_BOLD, thing->name);
        bg_paper__print(&b->paper, 0, " (%s", bg_label__of(BG_LABEL_KIND, thing->kind, b->paper.lang));
        bg_paper__print(&b->paper, 0, SAY(b, "named_on"), thing->pages);
        date_run(b, 0, thing->last ? thing->last : bg_label__of(BG_LABEL_HEADING, "undated", b->paper.lang), NULL);
        bg_paper__run(&b->paper, 0, ")");
        note(b, thing->statement);
    }
    if (!list.count) unseen(b);
}

/* The paragraph around words that could not be read, cut. */
static void around(brief *b, const bg_row_note *note) {
    const char *text = NULL;
    bg_span block;
    if (!bg_query__block(b->record, b->arena, note->page, note->span, &text, &block) || !text) text = note->text;
    size_t size = strlen(text), most = bg_utf8__cut(text, size, UNREAD_BYTES);
    bg_paper__print(&b->paper, BG_RUN_ITALIC, "%.*s%s", (int)most, text, most < size ? "…" : "");
}

static void unread(brief *b) {
    bg_note_rows list = {0};
    heading(b, "unread");
    bg_brief__unread(b->record, b->arena, &b->pair, bg_calendar__months_later(b->pair.day, -ASKED_MONTHS), &list);
    for (size_t i = 0; i < list.count; i++) {
        const bg_row_note *note = &list.items[i];
        bg_row_page page;
        if (!note->text || !bg_query__page(b->record, b->arena, note->page, &page)) continue;
        bg_paper__block(&b->paper, BG_PART_ITEM);
        around(b, note);
        bg_paper__print(&b->paper, 0, " (%s)", note->reason);
        bg_paper__note(&b->paper, &(bg_note_line){.page = page.id, .source = page.source, .outlet = page.outlet, .title = page.title, .published = page.published, .url = page.url, .words = note->text});
    }
    if (!list.count) bg_paper__line(&b->paper, BG_PART_TEXT, SAY(b, "nothing_unread"));
}

static void own_words(brief *b) {
    heading(b, "own");
    bg_paper__line(&b->paper, BG_PART_TEXT, SAY(b, "own_why"));
    for (int i = 0; i < 6; i++) bg_paper__block(&b->paper, BG_PART_BLANK);
}

/* ------------------------------------------------------------------ the whole */

static void cover(brief *b) {
    bg_paper *p = &b->paper;
    bg_paper__line(p, BG_PART_TITLE, SAY(b, "title"));
    bg_paper__block(p, BG_PART_SUBTITLE);
    bg_paper__print(p, BG_RUN_BOLD, "%s – %s", NAME(b, b->pair.of), NAME(b, b->pair.with));
    p->name = bg_arena__print(b->arena, "%s: %s – %s", SAY(b, "title"), NAME(b, b->pair.of), NAME(b, b->pair.with));
    bg_paper__block(p, BG_PART_SUBTITLE);
    if (b->ask->whom) bg_paper__print(p, 0, "%s %s; ", SAY(b, "for"), b->ask->whom);
    bg_paper__print(p, 0, "%s ", SAY(b, "on_day"));
    char day[11];
    bg_calendar__text(b->pair.day, day);
    date_run(b, 0, day, NULL);
    bg_paper__block(p, BG_PART_TEXT);
    bg_paper__print(p, BG_RUN_ITALIC, SAY(b, "window"), b->window.pages);
    if (b->window.first) {
        bg_paper__run(p, BG_RUN_ITALIC, SAY(b, "window_days"));
        date_run(b, BG_RUN_ITALIC, b->window.first, b->window.last);
    }
    if (b->window.undated) bg_paper__print(p, BG_RUN_ITALIC, SAY(b, "window_undated"), b->window.undated);
    bg_paper__run(p, BG_RUN_ITALIC, SAY(b, "window_means"));
}

/* The channel on which the one for whom it is was seen most, then last. */
static const char *own_channel(const brief *b) {
    const char *best = NULL;
    size_t most = 0;
    for (size_t i = 0; i < b->mets.count; i++) {
        const char *channel = b->mets.items[i].contact.channel;
        size_t count = 0;
        if (!b->mets.items[i].ours || !channel) continue;
        for (size_t k = 0; k < b->mets.count; k++) count += b->mets.items[k].ours && same(b->mets.items[k].contact.channel, channel);
        if (count > most) best = channel, most = count;
    }
    return best;
}

static void compose(brief *b) {
    cover(b);
    last_contacts(b);
    agreed(b);
    asked(b, "they_asked", is_asked_by_them);
    asked(b, "we_asked", is_asked_by_us);
    asked(b, "invitations", is_invitation);
    recent(b);
    anniversaries(b);
    channels(b);
    people(b);
    things(b);
    unread(b);
    own_words(b);
}

static void write(void *context, bg_record *record, bg_arena *arena, bg_buf *out) {
    brief *b = context;
    b->record = record;
    b->arena = b->paper.arena = arena;
    b->pair.whom = b->ask->whom ? folded_name(b, b->ask->whom) : NULL;
    bg_brief__contacts(record, arena, &b->pair, &b->mets);
    bg_brief__window(record, arena, &b->pair, &b->window);
    b->channel = b->ask->channel ? b->ask->channel : own_channel(b);
    if (record->code != BG_OK) return;
    compose(b);
    if (b->paper.failed) bg_db__nomem(record);
    bg_paper__write(&b->paper, b->ask->format, out);
}

/* The day asked for, else that of the newest contact or page: no clock is read. */
static bool day_of(bg_record *record, const char *date, int64_t *day) {
    if (date) return bg_calendar__day(date, day);
    bg_db__start(record, NULL);
    char newest[16] = "1970-01-01";
    sqlite3_stmt *stmt = bg_db__query(record, "SELECT max(last_day) FROM contacts WHERE status IS NOT 'planned'", "");
    if (bg_db__row(record, stmt) && sqlite3_column_type(stmt, 0) != SQLITE_NULL) snprintf(newest, sizeof newest, "%s", bg_db__text(record, stmt, 0));
    bg_db__done(stmt);
    return bg_calendar__day(newest, day);
}

bg_code bg_view_brief(bg_record *record, const bg_data *data, const bg_brief_ask *ask, bg_lang lang, bg_out *out, size_t *count, bg_error *err) {
    brief b = {.ask = ask, .data = data, .paper.lang = lang};
    b.pair.of = bg_state__code(data, ask->of ? ask->of : "VN");
    b.pair.with = bg_state__code(data, ask->with);
    if (!b.pair.with || !b.pair.of) return bg_error__set(err, BG_E_USAGE, BG_NO_BYTE, "no state is called '%.100s'", b.pair.with ? ask->of : ask->with);
    if (!day_of(record, ask->date, &b.pair.day)) return bg_error__set(err, BG_E_USAGE, BG_NO_BYTE, "'%.40s' is no day (YYYY-MM-DD)", ask->date ? ask->date : "");
    bg_code code = bg_view__run(record, write, &b, out, err);
    if (count) *count = b.mets.count;
    return code;
}
