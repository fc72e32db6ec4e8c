/*
 * export_plover: contacts as events of PLOVER, a JSON line each, with the ranges of the pages' texts that they were read from: in characters, as its readers count, and in bytes, as the record
 * does. All who act are actors; visitors and senders act on hosts and recipients. docs/export.md has the fields.
 */
#include "event_walk.h"

/* ------------------------------------------------------------------ who */

static void entity(const bg_event_walk *w, bg_json *json, const bg_coded *event, const char *side, const bg_row_person *who) {
    bg_json__object(json, NULL);
    bg_json__text(json, "code", bg_event__iso3(side));
    bg_json__text(json, "sector", bg_event__sector(w, event, side));
    bg_json__text(json, "entity_text", who && who->name ? who->name : who && who->office ? who->office : bg_event__name(side));
    if (who) bg_json__text(json, "office", who->office);
    bg_json__end(json);
}

static void actors(bg_event_walk *w, bg_json *json, const char *key, const bg_coded *event, const bg_codes *sides) {
    if (!sides->count) return;
    bg_json__array(json, key);
    for (size_t i = 0; i < sides->count; i++) {
        size_t named = 0;
        for (size_t j = 0; j < event->people.count; j++)
            if (bg_string__is(event->people.items[j].country, sides->items[i])) named++, entity(w, json, event, sides->items[i], &event->people.items[j]);
        if (!named) entity(w, json, event, sides->items[i], NULL);
    }
    bg_json__end(json);
}

/* ------------------------------------------------------------------ where and what */

static void place(bg_json *json, const bg_coded_contact *k) {
    if (!k->place) return;
    bool city = bg_string__is(k->place_kind, "city") || bg_string__is(k->place_kind, "capital");
    bg_json__object(json, "event_loc");
    bg_json__text(json, "extracted_place", k->place);
    if (city) bg_json__text(json, "city", bg_coded__bare(k->place));
    if (bg_string__is(k->place_kind, "province")) bg_json__text(json, "province", bg_coded__bare(k->place));
    if (k->country) bg_json__text(json, "country", bg_event__name(k->country)), bg_json__text(json, "country_code", bg_event__iso3(k->country));
    bg_json__end(json);
}

static void range(bg_event_walk *w, bg_json *json, const bg_coded_mention *mention, const bg_event_place *at, size_t sequence) {
    size_t start = at->sentence.end ? bg_event__chars(w, mention->page->id, at->sentence.start, NULL) : SIZE_MAX;
    size_t end = start == SIZE_MAX ? SIZE_MAX : bg_event__chars(w, mention->page->id, at->sentence.end, NULL);
    bg_json__object(json, NULL);
    bg_json__int(json, "sequence", (int64_t)sequence);
    if (end != SIZE_MAX) bg_json__int(json, "start", (int64_t)start), bg_json__int(json, "end", (int64_t)end);
    if (at->sentence.end) bg_json__int(json, "start_byte", at->sentence.start), bg_json__int(json, "end_byte", at->sentence.end);
    bg_json__text(json, "text_story", mention->page->id);
    bg_json__text(json, "fact", mention->fact);
    bg_json__end(json);
}

static void citation(bg_json *json, const bg_coded_page *page) {
    bg_json__object(json, NULL);
    bg_json__text(json, "citation", page->id);
    bg_json__text(json, "url", page->url);
    bg_json__text(json, "title", page->title);
    bg_json__text(json, "language", page->lang);
    bg_json__text(json, "publication", page->outlet ? page->outlet : page->host);
    bg_json__text(json, "coder", "banggiao " BG_VERSION);
    bg_json__text(json, "codebook", "PLOVER 2024-02-04");
    bg_json__text(json, "version", bg_cross__version());
    bg_json__end(json);
}

static void citations(bg_json *json, const bg_coded *event) {
    bg_json__array(json, "cite_info");
    for (size_t i = 0; i < event->contact->page_count; i++)
        for (size_t j = 0; j < event->mentions.count; j++)
            if (event->mentions.items[j].page == &event->contact->pages[i]) {
                citation(json, &event->contact->pages[i]);
                break;
            }
    bg_json__end(json);
}

static void evidence(bg_event_walk *w, bg_json *json, const bg_coded *event) {
    const bg_coded_mention *first = bg_event__first(event);
    bg_event_place at;
    bg_event__place(w, event, first, &at);
    bg_json__text(json, "event_text", at.words);
    bg_json__text(json, "link", first->page->url);
    bg_json__text(json, "text", at.written);
    bg_json__array(json, "text_info");
    for (size_t i = 0; i < event->mentions.count; i++) {
        bg_event__place(w, event, &event->mentions.items[i], &at);
        range(w, json, &event->mentions.items[i], &at, i + 1);
    }
    bg_json__end(json);
    citations(json, event);
}

static const char *comment(const bg_event_walk *w, const bg_coded *event) {
    const char *planned = event->future && event->contact->start ? bg_arena__print(w->arena, "; planned for %s", event->contact->start) : event->future ? "; planned" : "";
    return bg_arena__print(w->arena, "%s %s; witnesses %zu%s", event->contact->type ? "contact" : "page", event->contact->id, event->witnesses, planned ? planned : "");
}

static void plover_line(bg_event_walk *w, const bg_coded *event) {
    bg_json json;
    if (!bg_event__has_day(event)) {
        w->x->done.no_day++;
        return;
    }
    bg_json__init(&json, &w->x->out);
    bg_json__object(&json, NULL);
    bg_json__text(&json, "id", event->id);
    bg_json__text(&json, "date", event->date);
    if (!event->future && event->contact->end && strlen(event->contact->end) == 10) bg_json__text(&json, "enddate", event->contact->end);
    actors(w, &json, "actor", event, &event->from);
    actors(w, &json, "recipient", event, &event->to);
    bg_json__text(&json, "event", event->code);
    bg_json__text(&json, "mode", event->row->mode);
    bg_json__texts(&json, "context", event->contexts.items, event->contexts.count);
    bg_json__int(&json, "quad_code", bg_cross__plover_quad(event->code));
    place(&json, event->contact);
    evidence(w, &json, event);
    bg_json__text(&json, "coder", "banggiao " BG_VERSION);
    bg_json__text(&json, "comment", comment(w, event));
    bg_json__end(&json);
    bg_buf__char(&w->x->out, '\n');
}

void bg_export__plover(bg_exporter *x) { bg_event_walk__run(x, (bg_coding){.plover = true}, "", plover_line); }
