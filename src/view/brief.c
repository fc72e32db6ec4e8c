/*
 * brief: what a desk officer wants to know before a meeting, out of the record alone: last contacts, what was agreed and asked, the last ninety days,
 * anniversaries, channels, counterparts, sentences that could not be read. Each line has its source. It proposes nothing: what to say is left to people.
 */
#include "desk.h"
#include "things.h"

#include "../base/calendar.h"
#include "../claim/matter.h"
#include "../record/fold.h"

#include <stdlib.h>

#define RECENT_DAYS 90
#define AHEAD_MONTHS 6    /* anniversaries */
#define ROUND_YEARS 5     /* of which an anniversary's years are a multiple */
#define MONTH_DAYS 31
#define SAID_MAX 14       /* statements under one heading */
#define MET_MAX 14        /* contacts under one heading */
#define THINGS_MAX 8       /* mechanisms, agreements */
#define TOLD_AGAIN 600      /* of a thousand words of two statements that are the same: one is not told again */
#define UNREAD_BYTES 400
#define COUNTERPARTS_MAX 8

/* `dated`: with the day of the contact, unless that stands above it. */
static void said_item(bg_desk *b, const bg_brief_said *one, bool dated) {
    const bg_row_statement *said = &one->said;
    bg_lang lang = b->paper.lang;
    bg_paper__block(&b->paper, BG_PART_ITEM);
    if (dated) {
        bg_desk__when(b, 0, one->at->contact.start, NULL);
        bg_paper__run(&b->paper, 0, ", ");
    }
    if (said->speaker) bg_paper__run(&b->paper, BG_RUN_BOLD, said->speaker);
    else if (bg_string__is(one->side, "both")) bg_paper__run(&b->paper, BG_RUN_BOLD, bg_label__of(BG_LABEL_HEADING, "both", lang));
    else bg_paper__run(&b->paper, BG_RUN_BOLD, one->side ? NAME(b, one->side) : said->speaker_office ? said->speaker_office : "?");
    bg_paper__print(&b->paper, 0, " %s", bg_label__act(said->act, !said->speaker && bg_string__is(one->side, "both"), lang));
    if (bg_string__is(said->strength, "wish")) bg_paper__print(&b->paper, 0, " (%s)", bg_label__of(BG_LABEL_STRENGTH, said->strength, lang));
    bg_paper__print(&b->paper, 0, ": %s", said->content);
    bg_desk__note(b, said->id);
    if (bg_string__is(said->act, "proposes")) bg_desk__answer(b, said->id);
    if (bg_string__is(said->act, "invites")) bg_desk__visit_since(b, one);
}

/* ------------------------------------------------------------------ sections */

typedef bool want_fn(const bg_desk *b, const bg_met *met);
static bool want_ours(const bg_desk *b, const bg_met *met) { return (void)b, met->ours && bg_met__is_meeting(met); }
static bool want_channel(const bg_desk *b, const bg_met *met) { return bg_met__is_meeting(met) && bg_string__is(met->contact.channel, b->channel); }
static bool want_any(const bg_desk *b, const bg_met *met) { return (void)b, bg_met__is_meeting(met); }
static bool want_message(const bg_desk *b, const bg_met *met) { return (void)b, bg_met__is_message(met); }

/* The latest; a contact that is the news of a page goes before others of the same day. */
static const bg_met *latest(const bg_desk *b, want_fn *want) {
    const bg_met *best = NULL;
    for (size_t i = 0; i < b->mets.count; i++) {
        const bg_met *met = &b->mets.items[i];
        if (!want(b, met) || met->last - met->first > MONTH_DAYS) continue; /* a year alone is no day */
        if (best && met->last < best->last) break;
        if (!best || (met->contact.main && !best->contact.main)) best = met;
    }
    return best;
}

static bool any_undated(const bg_desk *b, want_fn *want) {
    for (size_t i = 0; i < b->undated.count; i++)
        if (want(b, &b->undated.items[i])) return true;
    return false;
}

/* The latest of a kind: what stood on the line before is not told again, and what has no day is not passed over as if it were not there. */
static void last_one(bg_desk *b, const char *label, want_fn *want, const bg_met **before) {
    const bg_met *met = latest(b, want);
    const char *instead = met && met == *before ? "as_above" : !met && any_undated(b, want) ? "only_undated" : NULL;
    if (!instead) bg_desk__item(b, label, met);
    else {
        bg_paper__block(&b->paper, BG_PART_ITEM);
        bg_paper__print(&b->paper, BG_RUN_ITALIC, "%s: ", label);
        bg_paper__run(&b->paper, 0, SAY(b, instead));
        if (met) bg_desk__note(b, met->contact.id);
    }
    *before = met;
}

static void last_contacts(bg_desk *b) {
    const bg_met *before = NULL;
    bg_desk__heading(b, "last");
    if (b->pair.whom) last_one(b, SAY(b, "last_person"), want_ours, &before);
    if (b->channel) {
        const char *label = bg_arena__print(b->arena, "%s (%s)", SAY(b, "last_body"), bg_label__of(BG_LABEL_CHANNEL, b->channel, b->paper.lang));
        last_one(b, label ? label : "", want_channel, &before);
    }
    last_one(b, SAY(b, "last_country"), want_any, &before);
    last_one(b, SAY(b, "last_message"), want_message, &before);
    for (size_t i = b->mets.count; i-- > 0;)
        if (b->mets.items[i].planned && b->mets.items[i].last >= b->pair.day) bg_desk__item(b, SAY(b, "planned"), &b->mets.items[i]);
}

/* A page on two contacts, a reprint, or another page in much the same words says it again. */
static bool is_told(bg_desk *b, const char *content) {
    bg_like *said = BG_PUSH(b->arena, &b->told);
    if (!said || !bg_like__set(content, said)) return bg_db__nomem(b->record);
    for (size_t i = 0; i + 1 < b->told.count; i++)
        if (bg_like__of(&b->told.items[i], said) >= TOLD_AGAIN) return b->told.count--, true;
    return false;
}

/* What is said, as the reader reads it: is it so? */
typedef bool words_fn(const bg_text *text, uint32_t tok, uint32_t end);
static bool words_are(const bg_desk *b, const char *content, words_fn *so) {
    bg_text text = {0};
    if (!content) return false;
    if (bg_text__line(&text, b->arena, b->data, content, strlen(content))) return so(&text, 0, (uint32_t)text.tokens.count);
    bg_db__nomem(b->record);
    return false;
}

typedef bool said_fn(const bg_desk *b, const bg_brief_said *said);
static bool is_agreed(const bg_desk *b, const bg_brief_said *s) {
    if (bg_string__is(s->said.act, "pledges") || bg_string__is(s->said.strength, "signed")) return true;
    return bg_string__is(s->said.act, "agrees") && !words_are(b, s->said.content, bg_matter__is_opinion);
}
static bool is_asked_by_them(const bg_desk *b, const bg_brief_said *s) { return bg_string__is(s->said.act, "proposes") && bg_string__is(s->side, b->pair.with); }

/* "yêu cầu các bộ, ngành …": said to his own, who are not those whom the brief is about. The home of the reader's knowledge is VN. */
static bool is_order(const bg_desk *b, const bg_brief_said *s) { return bg_string__is(s->side, "VN") && words_are(b, s->said.content, bg_matter__is_order); }

static bool is_asked_by_us(const bg_desk *b, const bg_brief_said *s) { return bg_string__is(s->said.act, "proposes") && bg_string__is(s->side, b->pair.of) && !is_order(b, s); }
static bool is_invitation(const bg_desk *b, const bg_brief_said *s) { return (void)b, bg_string__is(s->said.act, "invites"); }

/* At a contact of many: said by a third one, or about what is between others. */
static bool is_of_others(const bg_desk *b, const bg_brief_said *s) {
    bool third = s->side && !bg_string__is(s->side, "both") && !bg_string__is(s->side, b->pair.of) && !bg_string__is(s->side, b->pair.with);
    return third || bg_brief__is_of_others(b->record, s->said.id, b->pair.with);
}

/* What was asked at a contact; several parts of the brief look for it. */
static const bg_brief_saids *asks_at(bg_desk *b, const bg_met *met) {
    if (!met->asks->asked) bg_brief__statements(b->record, b->arena, met, true, &met->asks->list);
    met->asks->asked = true;
    return &met->asks->list;
}

/* Statements of one contact that are wanted; returns how many. */
static size_t said_at(bg_desk *b, const bg_met *met, said_fn *want, size_t room, const char *title) {
    bg_brief_saids all = {0};
    const bg_brief_saids *list = want == is_agreed ? &all : asks_at(b, met);
    size_t count = 0;
    if (want == is_agreed) bg_brief__statements(b->record, b->arena, met, false, &all);
    for (size_t i = 0; i < list->count && count < room; i++) {
        if (!want(b, &list->items[i]) || is_of_others(b, &list->items[i]) || is_told(b, list->items[i].said.content)) continue;
        if (!count++ && title) {
            bg_paper__block(&b->paper, BG_PART_TEXT);
            bg_paper__print(&b->paper, BG_RUN_ITALIC, "%s ", title);
            bg_desk__met(b, met);
        }
        said_item(b, &list->items[i], !title);
    }
    return count;
}

/* At the last contact of a kind at which anything was agreed. */
static bool agreed_at_last(bg_desk *b, want_fn *want) {
    bool any = false;
    for (size_t i = 0; i < b->mets.count && !any && b->record->code == BG_OK; i++)
        any = want(b, &b->mets.items[i]) && said_at(b, &b->mets.items[i], is_agreed, SAID_MAX, SAY(b, "at"));
    return any;
}

/* What was agreed at the last contact of the person, else of the channel; at undated ones near him; where nothing was, at the last of the two states. */
static void agreed(bg_desk *b) {
    bg_desk__heading(b, "agreed");
    bool any = agreed_at_last(b, want_ours) || agreed_at_last(b, want_channel);
    for (size_t i = 0, count = 0; i < b->undated.count && count < SAID_MAX && b->record->code == BG_OK; i++) {
        if (bg_desk__is_near(b, &b->undated.items[i])) count += said_at(b, &b->undated.items[i], is_agreed, SAID_MAX - count, SAY(b, "at"));
        any |= count > 0;
    }
    if (!any && !agreed_at_last(b, want_any)) bg_desk__unseen(b);
}

/* Is it one of these contacts? NULL: all are. */
static bool is_among(const bg_texts *contacts, const bg_met *met) {
    return !contacts || (contacts->count && bsearch(&met->contact.id, contacts->items, contacts->count, sizeof *contacts->items, bg_string__order)); /* NOLINT(bugprone-sizeof-expression): pointers */
}

static void asked(bg_desk *b, const char *id, said_fn *want) {
    int64_t since = bg_calendar__months_later(b->pair.day, -BG_DESK_MONTHS);
    bg_texts invited = {0};
    const bg_texts *at = want == is_invitation ? &invited : NULL;
    size_t count = 0;
    bg_desk__heading(b, id);
    if (at) bg_brief__invited(b->record, b->arena, &b->walked.since, &invited);
    for (size_t i = 0; i < b->mets.count && count < SAID_MAX && b->record->code == BG_OK; i++)
        if (!b->mets.items[i].planned && b->mets.items[i].last >= since && is_among(at, &b->mets.items[i])) count += said_at(b, &b->mets.items[i], want, SAID_MAX - count, NULL);
    for (size_t i = 0; i < b->undated.count && count < SAID_MAX && b->record->code == BG_OK; i++)
        if (bg_desk__is_near(b, &b->undated.items[i]) && is_among(at, &b->undated.items[i])) count += said_at(b, &b->undated.items[i], want, SAID_MAX - count, NULL);
    if (!count) bg_desk__unseen(b);
}

static void recent(bg_desk *b) {
    size_t count = 0;
    bg_desk__heading(b, "recent");
    for (size_t i = 0; i < b->mets.count && count < MET_MAX; i++) {
        const bg_met *met = &b->mets.items[i];
        if (met->planned || met->first < b->pair.day - RECENT_DAYS) continue;
        bg_desk__item(b, NULL, met);
        count++;
    }
    if (!count) bg_desk__unseen(b);
}

/* ------------------------------------------------------------------ anniversaries */

/* The years that will have passed since a day when it comes back within the months ahead; 0: none that is round. */
static int round_years(const bg_desk *b, const char *start, int64_t *on) {
    int64_t day;
    if (!start || strlen(start) != 10 || !bg_calendar__day(start, &day)) return 0;
    for (int years = ROUND_YEARS; years <= 200; years += ROUND_YEARS) {
        *on = bg_calendar__months_later(day, years * 12);
        if (*on > bg_calendar__months_later(b->pair.day, AHEAD_MONTHS)) return 0;
        if (*on >= b->pair.day) return years;
    }
    return 0;
}

/* "nhân kỷ niệm 75 năm thiết lập quan hệ": of what. */
static const char *of_what(const char *name) {
    const char *years = strstr(name, " năm ");
    return years ? years + strlen(" năm ") : name;
}

static size_t named_years(bg_desk *b) {
    bg_brief_years years = {0};
    size_t count = 0;
    char from[11], to[11];
    bg_brief__years(b->record, b->arena, &b->walked.yearly, &years);
    bg_calendar__text(b->pair.day, from);
    bg_calendar__text(bg_calendar__months_later(b->pair.day, AHEAD_MONTHS), to);
    for (size_t i = 0; i < years.count; i++)
        for (int year = atoi(from); year <= atoi(to); year++) {
            if ((year - years.items[i].year) % ROUND_YEARS || year <= years.items[i].year) continue;
            bg_paper__block(&b->paper, BG_PART_ITEM);
            bg_paper__print(&b->paper, 0, SAY(b, "in_year"), year, year - years.items[i].year, of_what(years.items[i].name));
            bg_row_page page;
            if (bg_query__page(b->record, b->arena, years.items[i].page, &page))
                bg_paper__note(&b->paper, &(bg_note_line){.page = page.id, .source = page.source, .outlet = page.outlet, .title = page.title, .published = page.published, .url = page.url, .words = years.items[i].words});
            count++;
        }
    return count;
}

static void anniversaries(bg_desk *b) {
    bg_desk__heading(b, "anniversaries");
    size_t count = named_years(b);
    for (size_t i = b->mets.count; i-- > 0;) {
        const bg_met *met = &b->mets.items[i];
        int64_t on;
        char day[11];
        int years = bg_met__is_of_note(met) ? round_years(b, met->contact.start, &on) : 0;
        if (!years) continue;
        bg_calendar__text(on, day);
        bg_paper__block(&b->paper, BG_PART_ITEM);
        bg_desk__date(b, BG_RUN_BOLD, day, NULL);
        bg_paper__print(&b->paper, 0, SAY(b, "years_since"), years);
        bg_desk__met(b, met);
        count++;
    }
    if (!count) bg_desk__unseen(b);
}

/* ------------------------------------------------------------------ counterparts */

typedef struct counterpart {
    int64_t person; /* 0: not known */
    const char *name, *folded, *office;
    const bg_met *last, *with_ours;
    size_t count;
} counterpart;

typedef BG_VEC(counterpart) counterparts;

static bool is_counterpart(const counterpart *one, int64_t person, const char *folded) {
    return (person && one->person == person) || bg_fold__same_person(one->folded, folded);
}

/* A thousand contacts name the same few people: a name is folded and looked for once, and who stood for it stands for it again. */
#define SEEN_PEOPLE 512
typedef struct seen_person {
    const char *name, *folded;
    int64_t person;
    size_t place; /* in the list */
} seen_person;

static const seen_person *look_up(bg_desk *b, const counterparts *list, seen_person *seen, const bg_row_person *who) {
    seen_person *known = &seen[(bg_hash__bytes(who->name, strlen(who->name), 0) ^ (uint64_t)who->person) % SEEN_PEOPLE];
    if (known->name && known->person == who->person && strcmp(known->name, who->name) == 0) return known;
    *known = (seen_person){.name = who->name, .folded = bg_desk__folded(b, who->name), .person = who->person};
    while (known->place < list->count && !is_counterpart(&list->items[known->place], who->person, known->folded)) known->place++;
    return known;
}

static void count_person(bg_desk *b, counterparts *list, seen_person *seen, const bg_met *met, const bg_row_person *who) {
    const seen_person *known = look_up(b, list, seen, who);
    counterpart *one = known->place < list->count ? &list->items[known->place] : BG_PUSH(b->arena, list);
    if (!one) return;
    if (!one->name) *one = (counterpart){.person = who->person, .name = who->name, .folded = known->folded, .last = met};
    if (!one->office) one->office = who->office;
    if (met->ours && !one->with_ours) one->with_ours = met;
    one->count++;
}

static void counterpart_item(bg_desk *b, const counterpart *one) {
    const char *name = one->person ? bg_brief__name(b->record, b->arena, one->person) : NULL;
    bg_paper__block(&b->paper, BG_PART_ITEM);
    bg_paper__run(&b->paper, BG_RUN_BOLD, name ? name : one->name);
    if (one->office) bg_paper__print(&b->paper, 0, ", %s", one->office);
    bg_paper__print(&b->paper, 0, SAY(b, "seen_times"), one->count);
    bg_desk__when(b, 0, one->last->contact.start, NULL);
    bg_desk__note(b, one->last->contact.id);
    if (!one->with_ours) return;
    bg_paper__print(&b->paper, 0, "; %s ", SAY(b, "met_before"));
    bg_desk__when(b, 0, one->with_ours->contact.start, NULL);
    bg_desk__note(b, one->with_ours->contact.id);
}

static void count_people(bg_desk *b, counterparts *list, seen_person *seen, const bg_mets *mets) {
    for (size_t i = 0; i < mets->count; i++) {
        const bg_met *met = &mets->items[i];
        if (met->planned || (b->channel && !bg_desk__is_near(b, met))) continue;
        for (size_t k = 0; k < met->contact.people_count; k++)
            if (met->contact.people[k].name && bg_string__is(met->contact.people[k].country, b->pair.with)) count_person(b, list, seen, met, &met->contact.people[k]);
    }
}

/* Those of the other side, of the channel where that is known; the last seen first, then whom undated contacts name. */
static void people(bg_desk *b) {
    counterparts list = {0};
    bg_desk__heading(b, "counterparts");
    seen_person *seen = bg_arena__alloc(b->arena, SEEN_PEOPLE * sizeof *seen);
    if (seen) count_people(b, &list, seen, &b->mets), count_people(b, &list, seen, &b->undated);
    else bg_db__nomem(b->record);
    for (size_t i = 0; i < list.count && i < COUNTERPARTS_MAX; i++) counterpart_item(b, &list.items[i]);
    if (!list.count) bg_desk__unseen(b);
}

/* ------------------------------------------------------------------ what is named, what could not be read */

/* The sentence of a page as a note. */
static void sentence_note(bg_desk *b, const char *page, bg_span said) {
    bg_row_page row;
    const char *text = NULL, *words = NULL;
    bg_span block;
    if (!page || !bg_query__page(b->record, b->arena, page, &row)) return;
    if (bg_query__block(b->record, b->arena, page, said, &text, &block) && text) words = bg_arena__text(b->arena, text + (said.start - block.start), said.end - said.start);
    bg_paper__note(&b->paper, &(bg_note_line){.page = row.id, .source = row.source, .outlet = row.outlet, .title = row.title, .published = row.published, .url = row.url, .words = words});
}

/* A mechanism with its last session, an agreement with what happened to it last. */
static void thing_item(bg_desk *b, const bg_row_thing *thing) {
    bg_buf text;
    bg_row_namings names = {0};
    bg_buf__init(&text, 1 << 16);
    const bg_row_told *last = bg_things__latest(thing, b->paper.lang, &text);
    bg_paper__block(&b->paper, BG_PART_ITEM);
    bg_paper__run(&b->paper, BG_RUN_BOLD, thing->name ? thing->name : thing->code);
    bg_paper__print(&b->paper, 0, " (%s", bg_label__of(BG_LABEL_KIND, thing->kind, b->paper.lang));
    bg_paper__print(&b->paper, 0, SAY(b, "named_on"), thing->page_count);
    if (text.size) bg_paper__print(&b->paper, 0, "; %s", text.bytes);
    bg_paper__run(&b->paper, 0, ")");
    b->paper.failed |= text.failed;
    bg_buf__free(&text);
    if (last && last->pages[0]) sentence_note(b, last->pages[0], last->said);
    else if (bg_query__namings(b->record, b->arena, thing->number, &names) && names.count) sentence_note(b, names.items[0].page, names.items[0].said);
}

static void things(bg_desk *b) {
    static const char *const kinds[] = {"mechanism", "agreement"};
    char day[11];
    size_t any = 0;
    bg_calendar__text(b->pair.day, day);
    bg_desk__heading(b, "things");
    for (size_t k = 0; k < BG_COUNT(kinds); k++) {
        bg_row_things list = {0};
        const bg_naming_ask ask = {.kind = kinds[k], .sides = {b->pair.of, b->pair.with}, .as_of = day, .most = THINGS_MAX};
        if (!bg_query__things(b->record, b->arena, &ask, &list)) return;
        for (size_t i = 0; list.items && i < list.count; i++, any++) thing_item(b, &list.items[i]);
    }
    if (!any) bg_desk__unseen(b);
}

/* The paragraph around words that could not be read, cut; the words alone where it is gone. */
static const char *around(bg_desk *b, const bg_row_note *note) {
    const char *text = NULL;
    bg_span block;
    if (!bg_query__block(b->record, b->arena, note->page, note->span, &text, &block) || !text) text = note->text;
    size_t size = strlen(text), most = bg_utf8__cut(text, size, UNREAD_BYTES);
    return most < size ? bg_arena__print(b->arena, "%.*s…", (int)most, text) : text;
}

static void unread(bg_desk *b) {
    bg_note_rows list = {0};
    bg_desk__heading(b, "unread");
    bg_brief__unread(b->record, b->arena, &b->walked, &list);
    for (size_t i = 0; i < list.count; i++) {
        const bg_row_note *note = &list.items[i];
        const char *words = note->text ? around(b, note) : NULL;
        bg_row_page page;
        if (!words || is_told(b, words) || !bg_query__page(b->record, b->arena, note->page, &page)) continue;
        bg_paper__block(&b->paper, BG_PART_ITEM);
        bg_paper__print(&b->paper, BG_RUN_ITALIC, "%s", words);
        bg_paper__print(&b->paper, 0, " (%s)", bg_label__of(BG_LABEL_REASON, note->reason, b->paper.lang));
        bg_paper__note(&b->paper, &(bg_note_line){.page = page.id, .source = page.source, .outlet = page.outlet, .title = page.title, .published = page.published, .url = page.url, .words = note->text});
    }
    if (!list.count) bg_paper__line(&b->paper, BG_PART_TEXT, SAY(b, "nothing_unread"));
}

static void own_words(bg_desk *b) {
    bg_desk__heading(b, "own");
    bg_paper__line(&b->paper, BG_PART_TEXT, SAY(b, "own_why"));
    for (int i = 0; i < 6; i++) bg_paper__block(&b->paper, BG_PART_BLANK);
}

/* ------------------------------------------------------------------ the whole */

static void compose(bg_desk *b) {
    bg_desk__cover(b, SAY(b, "title"));
    last_contacts(b);
    agreed(b);
    bg_desk__ledger(b);
    asked(b, "they_asked", is_asked_by_them);
    asked(b, "we_asked", is_asked_by_us);
    asked(b, "invitations", is_invitation);
    recent(b);
    bg_desk__undated(b);
    anniversaries(b);
    bg_desk__channels(b);
    people(b);
    things(b);
    unread(b);
    own_words(b);
}

static void write(void *context, bg_record *record, bg_arena *arena, bg_buf *out) {
    bg_desk *b = context;
    bg_desk__load(b, record, arena);
    if (record->code != BG_OK) return;
    compose(b);
    if (b->paper.failed) bg_db__nomem(record);
    bg_paper__write(&b->paper, b->ask->format, out);
}

bg_code bg_view_brief(bg_record *record, const bg_data *data, const bg_brief_ask *ask, bg_lang lang, bg_out *out, size_t *count, bg_error *err) {
    bg_desk b = {0};
    bg_code code = bg_desk__ask(&b, record, data, ask, lang, err);
    if (!code) code = bg_view__run(record, write, &b, out, err);
    if (count) *count = b.mets.count + b.undated.count;
    return code;
}
