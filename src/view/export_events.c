/* export_events: contacts as rows of ICEWS, POLECAT and GDELT 2.0, an event a directed pair of sides. docs/export.md says where each column comes from. */
#include "event_walk.h"
#include "../record/rows.h"

static const char *either(const char *a, const char *b) { return a ? a : b; }

/* The name of a file is nobody who publishes, and says nothing on another machine. */
static const char *publisher(const bg_coded_page *page) { return either(page->outlet, page->host); }

/* Where it is to be found: its address, else its id in the record. */
static const char *address(const bg_event_walk *w, const bg_coded_page *page) { return page->url ? page->url : bg_arena__print(w->arena, "urn:banggiao:%s", page->id); }

/* ------------------------------------------------------------------ who */

/* The only one who is named of this side; NULL: nobody or several. */
static const char *only_name(const bg_coded *event, const char *side) {
    const char *name = NULL;
    for (size_t i = 0; i < event->people.count; i++) {
        const bg_row_person *who = &event->people.items[i];
        if (!bg_string__is(who->country, side) || !who->name) continue;
        if (name) return NULL;
        name = who->name;
    }
    return name;
}

/* Those of a side, parted by "; "; `offices`: what they are, "None" of whom nobody tells. */
static const char *people_of(const bg_event_walk *w, const bg_coded *event, const char *side, bool offices) {
    bg_buf list;
    size_t count = 0;
    bg_buf__init(&list, 1 << 16);
    for (size_t i = 0; i < event->people.count; i++) {
        const bg_row_person *who = &event->people.items[i];
        if (!bg_string__is(who->country, side) || !who->name) continue;
        bg_buf__print(&list, "%s%s", count++ ? "; " : "", either(offices ? who->office : who->name, "None"));
    }
    return count ? bg_buf__keep(&list, w->arena) : (bg_buf__free(&list), NULL);
}

static const char *in_capitals(const bg_event_walk *w, const char *text) {
    char *copy = bg_arena__text(w->arena, text, strlen(text));
    for (char *at = copy; at && *at; at++)
        if (*at >= 'a' && *at <= 'z') *at = (char)(*at - 'a' + 'A');
    return copy;
}

/* ------------------------------------------------------------------ where */

static const char *place_if(const bg_coded *event, const char *kind, const char *other) {
    const char *is = event->contact->place_kind;
    return bg_string__is(is, kind) || (other && bg_string__is(is, other)) ? event->contact->place : NULL;
}

static const char *city(const bg_coded *event) { return bg_coded__bare(place_if(event, "city", "capital")); }
static const char *province(const bg_coded *event) { return bg_coded__bare(place_if(event, "province", NULL)); }

/* ------------------------------------------------------------------ ICEWS */

static void icews_actor(bg_event_walk *w, const bg_coded *event, const char *side) {
    const bg_cross_sector *sector = bg_event__sectors(w, event, side);
    bool state = bg_cross__state(side) != NULL;
    bg_event__cell(w, either(only_name(event, side), bg_event__name(side)));
    bg_event__cell(w, sector ? sector->icews : NULL);
    bg_event__cell(w, state ? bg_event__name(side) : NULL);
}

static void icews_row(bg_event_walk *w, const bg_coded *event) {
    const bg_cross_code *code = bg_cross__code(event->code);
    const bg_coded_page *page = bg_event__first(event)->page;
    if (!bg_event__has_day(event)) {
        w->x->done.no_day++;
        return;
    }
    bg_event__number(w, (int64_t)event->number);
    bg_event__cell(w, event->date);
    icews_actor(w, event, event->from.items[0]);
    bg_event__cell(w, code->text);
    bg_event__cell(w, code->code);
    bg_event__cell(w, code->scale);
    icews_actor(w, event, event->to.items[0]);
    bg_event__number(w, (int64_t)bg_number__of(page->id + 1));
    bg_event__blank(w, 1);
    bg_event__cell(w, publisher(page));
    bg_event__cell(w, city(event));
    bg_event__blank(w, 1);
    bg_event__cell(w, province(event));
    bg_event__cell(w, event->contact->country ? bg_event__name(event->contact->country) : NULL);
    bg_event__blank(w, 2);
    bg_event__end_row(w);
}

void bg_export__icews(bg_exporter *x) {
    bg_event__heading(x, "icews");
    bg_event_walk__run(x, (bg_coding){.dyads = true}, "", icews_row);
}

/* ------------------------------------------------------------------ POLECAT */

static void polecat_actor(bg_event_walk *w, const bg_coded *event, const char *side) {
    const char *names = people_of(w, event, side, false);
    bg_event__cell(w, either(names, bg_event__name(side)));
    bg_event__cell(w, bg_event__iso3(side));
    bg_event__cell(w, bg_event__cow(side));
    bg_event__cell(w, bg_event__sector(w, event, side));
    bg_event__cell(w, bg_event__sector(w, event, side));
    bg_event__cell(w, people_of(w, event, side, true));
    bg_event__cell(w, either(names, bg_event__name(side)));
    bg_event__blank(w, 1);
}

static const char *joined(const bg_event_walk *w, const bg_codes *list) {
    bg_buf text;
    bg_buf__init(&text, 1 << 16);
    for (size_t i = 0; i < list->count; i++) bg_buf__print(&text, "%s%s", i ? "; " : "", list->items[i]);
    return list->count ? bg_buf__keep(&text, w->arena) : (bg_buf__free(&text), NULL);
}

/* What a page names, of one kind. */
static const char *named(bg_event_walk *w, const char *page, const char *kind) {
    bg_texts list = {0};
    bg_db__texts(w->x->record, w->arena, bg_db__query(w->x->record, "SELECT DISTINCT name FROM entities e WHERE " BG_OF_PAGE("e", "?1") " AND kind = ?2 AND name IS NOT NULL ORDER BY n", "tt", page, kind), &list);
    bg_codes names = {list.items, list.count, list.room};
    return joined(w, &names);
}

static void polecat_story(bg_event_walk *w, const bg_coded_page *page) {
    char day[11] = "";
    if (page->published && strlen(page->published) >= 10) snprintf(day, sizeof day, "%.10s", page->published);
    bg_event__cell(w, publisher(page));
    bg_event__cell(w, *day ? day : NULL);
    bg_event__cell(w, named(w, page->id, "person"));
    bg_event__cell(w, named(w, page->id, "body"));
    bg_event__cell(w, named(w, page->id, "country"));
    bg_event__cell(w, page->lang);
    bg_event__cell(w, bg_arena__print(w->arena, "banggiao %s, crosswalk %s", BG_VERSION, bg_cross__version()));
}

static void polecat_row(bg_event_walk *w, const bg_coded *event) {
    const bg_coded_contact *k = event->contact;
    if (!bg_event__has_day(event)) {
        w->x->done.no_day++;
        return;
    }
    bg_event__cell(w, event->id);
    bg_event__cell(w, event->date);
    bg_event__cell(w, event->code);
    bg_event__cell(w, event->row->mode);
    bg_event__blank(w, 1);
    bg_event__number(w, bg_cross__plover_quad(event->code));
    bg_event__cell(w, joined(w, &event->contexts));
    polecat_actor(w, event, event->from.items[0]);
    polecat_actor(w, event, event->to.items[0]);
    bg_event__cell(w, k->place);
    bg_event__cell(w, city(event));
    bg_event__blank(w, 1);
    bg_event__cell(w, province(event));
    bg_event__cell(w, k->country ? bg_event__iso3(k->country) : NULL);
    bg_event__blank(w, 3);
    bg_event__cell(w, k->place);
    bg_event__blank(w, 1);
    polecat_story(w, bg_event__first(event)->page);
    bg_event__end_row(w);
}

void bg_export__polecat(bg_exporter *x) {
    bg_event__heading(x, "polecat");
    bg_event_walk__run(x, (bg_coding){.plover = true, .dyads = true}, "None", polecat_row);
}

/* ------------------------------------------------------------------ GDELT */

/* Day, month and year as far as they are known, each in a cell. */
static void gdelt_day(bg_event_walk *w, const char *date) {
    size_t size = strlen(date);
    char fraction[16] = "";
    if (size == 10) {
        int month = (date[5] - '0') * 10 + (date[6] - '0'), day = (date[8] - '0') * 10 + (date[9] - '0'), part = ((month - 1) * 30 + day) * 10000 / 365;
        snprintf(fraction, sizeof fraction, "%.4s.%04d", date, part < 9999 ? part : 9999);
    }
    bg_event__cell(w, size == 10 ? bg_arena__print(w->arena, "%.4s%.2s%.2s", date, date + 5, date + 8) : NULL);
    bg_event__cell(w, size >= 7 ? bg_arena__print(w->arena, "%.4s%.2s", date, date + 5) : NULL);
    bg_event__cell(w, bg_arena__print(w->arena, "%.4s", date));
    bg_event__cell(w, fraction);
}

static void gdelt_actor(bg_event_walk *w, const bg_coded *event, const char *side) {
    const bg_cross_state *state = bg_cross__state(side);
    const bg_cross_group *group = state ? NULL : bg_cross__group(side);
    const bg_cross_sector *sector = bg_event__sectors(w, event, side);
    const char *country = state ? state->cameo : NULL, *known = group ? group->cameo : NULL, *type = group ? group->type : sector ? sector->cameo : NULL;
    /* An organisation's type stands before its name. */
    bg_event__cell(w, group ? bg_arena__print(w->arena, "%s%s", type, either(known, "")) : bg_arena__print(w->arena, "%s%s", either(country, ""), either(type, "")));
    bg_event__cell(w, in_capitals(w, bg_event__name(side)));
    bg_event__cell(w, country);
    bg_event__cell(w, known);
    bg_event__blank(w, 3);
    bg_event__cell(w, type);
    bg_event__blank(w, 2);
}

static void gdelt_code(bg_event_walk *w, const char *code) {
    bg_event__cell(w, code);
    bg_event__cell(w, bg_arena__print(w->arena, "%.3s", code));
    bg_event__cell(w, bg_arena__print(w->arena, "%.2s", code));
    bg_event__number(w, bg_cross__quad(code));
    bg_event__cell(w, bg_cross__code(code)->scale);
}

static void gdelt_no_place(bg_event_walk *w) {
    bg_event__number(w, 0);
    bg_event__blank(w, 7);
}

static void gdelt_place(bg_event_walk *w, const bg_coded_contact *k) {
    const bg_cross_state *state = bg_cross__state(k->country);
    int type = !state ? 0 : bg_string__is(k->place_kind, "country") ? 1 : bg_string__is(k->place_kind, "province") ? 5 : bg_string__is(k->country, "US") ? 3 : 4;
    bg_event__number(w, type);
    bg_event__cell(w, type ? k->place : NULL);
    bg_event__cell(w, type ? state->fips : NULL);
    bg_event__blank(w, 5);
}

static const char *stamp_of(bg_event_walk *w, const bg_coded_page *page) {
    char stamp[15];
    return bg_event__stamp(page->published, stamp) ? bg_arena__text(w->arena, stamp, 14) : NULL;
}

/* Distinct pages that tell it. */
static size_t count_pages(const bg_coded *event) {
    size_t count = 0;
    for (size_t i = 0; i < event->contact->page_count; i++)
        for (size_t j = 0; j < event->mentions.count; j++)
            if (event->mentions.items[j].page == &event->contact->pages[i]) {
                count++;
                break;
            }
    return count;
}

static bool gdelt_holds(bg_event_walk *w, const bg_coded *event) {
    if (!event->date) w->x->done.no_day++;
    return event->date;
}

static void gdelt_event(bg_event_walk *w, const bg_coded *event) {
    const bg_coded_page *page = bg_event__first(event)->page;
    if (!gdelt_holds(w, event)) return;
    bg_event__number(w, (int64_t)event->number);
    gdelt_day(w, event->date);
    gdelt_actor(w, event, event->from.items[0]);
    gdelt_actor(w, event, event->to.items[0]);
    bg_event__number(w, event->contact->main);
    gdelt_code(w, event->code);
    bg_event__number(w, (int64_t)event->mentions.count);
    bg_event__number(w, (int64_t)event->witnesses);
    bg_event__number(w, (int64_t)count_pages(event));
    bg_event__blank(w, 1);
    gdelt_no_place(w);
    gdelt_no_place(w);
    gdelt_place(w, event->contact);
    bg_event__cell(w, stamp_of(w, page));
    bg_event__cell(w, address(w, page));
    bg_event__end_row(w);
}

void bg_export__gdelt_events(bg_exporter *x) { bg_event_walk__run(x, (bg_coding){.dyads = true}, "", gdelt_event); }

static void offset(bg_event_walk *w, const char *page, bg_span span) {
    size_t chars = span.end ? bg_event__chars(w, page, span.start, NULL) : SIZE_MAX;
    bg_event__number(w, chars == SIZE_MAX ? -1 : (int64_t)chars);
}

static void gdelt_mention(bg_event_walk *w, const bg_coded *event) {
    const char *first = stamp_of(w, bg_event__first(event)->page);
    if (!gdelt_holds(w, event)) return;
    for (size_t i = 0; i < event->mentions.count; i++) {
        const bg_coded_page *page = event->mentions.items[i].page;
        bg_event_place at;
        size_t all = 0;
        bg_event__place(w, event, &event->mentions.items[i], &at);
        bg_event__number(w, (int64_t)event->number);
        bg_event__cell(w, first);
        bg_event__cell(w, stamp_of(w, page));
        bg_event__number(w, page->url ? 1 : 2);
        bg_event__cell(w, page->url ? either(page->host, page->outlet) : publisher(page));
        bg_event__cell(w, address(w, page));
        bg_event__blank(w, 1);
        offset(w, page->id, at.from);
        offset(w, page->id, at.to);
        offset(w, page->id, at.action.end ? at.action : at.sentence);
        bg_event__number(w, 1);
        bg_event__blank(w, 1);
        if (bg_event__chars(w, page->id, 0, &all) == SIZE_MAX) bg_event__blank(w, 1);
        else bg_event__number(w, (int64_t)all);
        bg_event__blank(w, 3);
        bg_event__end_row(w);
    }
}

void bg_export__gdelt_mentions(bg_exporter *x) { bg_event_walk__run(x, (bg_coding){.dyads = true}, "", gdelt_mention); }
