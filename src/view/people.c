/* people: the persons of the record, each with the ways his name is written, his offices over time and his contacts. */
#include "../record/people_query.h"
#include "contact.h"
#include "labels.h"
#include "reason.h"
#include "state.h"
#include "table.h"

#define CONTACTS 200 /* for people: of the latest, and of those that nobody dates */

typedef struct people {
    const char *country, *name, *id;
    const bg_style *style;
    bg_someones list;
} people;

/* ------------------------------------------------------------------ JSON */

static void variants_json(bg_json *json, const char *key, const char *what, const bg_row_variant *list, size_t count) {
    bg_json__array(json, key);
    for (size_t i = 0; i < count; i++) {
        const bg_row_variant *one = &list[i];
        bg_json__object(json, NULL);
        bg_json__text(json, what, one->text);
        bg_json__int(json, "pages", (int64_t)one->page_count);
        if (one->witness_count) bg_json__int(json, "witnesses", (int64_t)one->witness_count);
        bg_json__text(json, "first_day", one->first);
        bg_json__text(json, "last_day", one->last);
        bg_json__text(json, "merged_because", one->reason);
        bg_json__text(json, "id", one->form);
        size_t sources = 0;
        while (sources < BG_COUNT(one->pages) && one->pages[sources]) sources++;
        if (sources) bg_json__texts(json, "sources", (const char **)(uintptr_t)one->pages, sources);
        bg_json__end(json);
    }
    bg_json__end(json);
}

static void contacts_json(bg_json *json, const bg_row_someone *who) {
    bg_json__array(json, "contacts");
    for (size_t i = 0; i < who->contact_count; i++) {
        const bg_row_contact *c = &who->contacts[i];
        bg_json__object(json, NULL);
        bg_json__text(json, "id", c->id);
        bg_json__text(json, "type", c->type);
        bg_json__text(json, "start", c->start);
        bg_json__text(json, "end", c->end);
        bg_contact__sides(json, c->sides);
        bg_json__text(json, "status", c->status);
        bg_json__end(json);
    }
    bg_json__end(json);
}

static void person_json(const bg_row_someone *who, bg_buf *out) {
    bg_json json;
    bg_json__init(&json, out);
    bg_json__object(&json, NULL);
    bg_json__text(&json, "id", who->id);
    bg_json__text(&json, "name", who->name);
    bg_json__text(&json, "country", who->country && *who->country ? who->country : NULL);
    bg_json__int(&json, "pages", (int64_t)who->page_count);
    if (who->witness_count) bg_json__int(&json, "witnesses", (int64_t)who->witness_count);
    bg_json__text(&json, "first_day", who->first);
    bg_json__text(&json, "last_day", who->last);
    variants_json(&json, "names", "name", who->names, who->name_count);
    variants_json(&json, "offices", "office", who->offices, who->office_count);
    contacts_json(&json, who);
    bg_json__end(&json);
    bg_buf__char(out, '\n');
}

/* ------------------------------------------------------------------ for people */

#define LABEL(id) bg_label__of(BG_LABEL_HEADING, (id), lang)

static void days(const bg_row_variant *one, bg_lang lang, bg_buf *out) {
    if (!one->first) return;
    bg_buf__text(out, " · ");
    bg_label__date(one->first, one->last, lang, out);
}

static void counts(size_t pages, size_t witnesses, bg_lang lang, bg_buf *out) { bg_buf__print(out, " · %zu %s, %zu %s", pages, bg_label__counted("n_pages", pages, lang), witnesses, LABEL("n_witnesses")); }

static void variants_text(const char *heading, const bg_row_variant *list, size_t count, bg_states *states, bg_buf *out) {
    bg_lang lang = states->style->lang;
    if (count) bg_buf__print(out, "  %s\n", LABEL(heading));
    for (size_t i = 0; i < count; i++) {
        bg_buf__print(out, "    %s", list[i].text);
        days(&list[i], lang, out);
        counts(list[i].page_count, list[i].witness_count, lang, out);
        for (size_t k = 0; k < BG_COUNT(list[i].pages) && list[i].pages[k]; k++) bg_buf__print(out, "%s%.*s", k ? ", " : "  {", BG_ID_SHOWN, list[i].pages[k]);
        if (list[i].pages[0]) bg_buf__char(out, '}');
        if (list[i].reason) bg_buf__print(out, "\n      %s: ", LABEL("merged")), bg_reason__text(list[i].reason, states, out);
        bg_buf__char(out, '\n');
    }
}

static void person_text(const bg_row_someone *who, bg_states *states, bg_buf *out) {
    bg_lang lang = states->style->lang;
    bg_buf__print(out, "%s  %s%s%s%s", who->id, who->name ? who->name : "?", who->country && *who->country ? " (" : "", bg_states__name(states, who->country),
                  who->country && *who->country ? ")" : "");
    counts(who->page_count, who->witness_count, lang, out);
    bg_buf__char(out, '\n');
    variants_text("names", who->names, who->name_count, states, out);
    variants_text("offices", who->offices, who->office_count, states, out);
    if (who->contact_count) bg_buf__print(out, "  %s (%zu)\n", LABEL("contacts"), who->contact_total);
    if (who->contact_total > who->contact_count) bg_buf__print(out, LABEL("left_contacts"), who->contact_total - who->contact_count, who->name ? who->name : "");
    for (size_t i = 0; i < who->contact_count; i++) {
        const bg_row_contact *c = &who->contacts[i];
        bg_buf__print(out, "    %.*s  %s · ", BG_ID_SHOWN, c->id, bg_label__of(BG_LABEL_TYPE, c->type, lang));
        bg_label__when(c->start, c->end, lang, out);
        bg_buf__print(out, " · %s", bg_states__list(states, c->sides, SIZE_MAX));
        if (bg_string__is(c->status, "planned")) bg_buf__print(out, " · %s", bg_label__of(BG_LABEL_STATUS, c->status, lang));
        bg_buf__char(out, '\n');
    }
    bg_buf__char(out, '\n');
}

static void write_table(bg_arena *arena, const people *p, bg_states *states, bg_buf *out) {
    static const char *const ids[] = {"name", "id", "country", "days", "pages", "names", "last_office"};
    bg_table table = {.arena = arena, .columns = BG_COUNT(ids)};
    bg_lang lang = p->style->lang;
    bg_buf text;
    bg_buf__init(&text, 1 << 16);
    for (size_t i = 0; i < BG_COUNT(ids); i++) bg_table__cell(&table, LABEL(ids[i]));
    for (size_t i = 0; p->list.items && i < p->list.count; i++) {
        const bg_row_someone *who = &p->list.items[i];
        bg_buf__clear(&text);
        bg_label__date(who->first, who->last, lang, &text);
        bg_table__cell(&table, who->name);
        bg_table__print(&table, "%.*s", BG_ID_SHOWN, who->id);
        bg_table__cell(&table, bg_states__name(states, who->country));
        bg_table__cell(&table, text.bytes);
        bg_table__print(&table, "%zu", who->page_count);
        bg_table__print(&table, "%zu", who->name_count);
        bg_table__cell(&table, bg_someone__office(who));
    }
    bg_table__write(&table, p->style->width, out);
    bg_buf__free(&text);
}

static void write(void *context, bg_record *record, bg_arena *arena, bg_buf *out) {
    people *p = context;
    bg_states states = {.style = p->style, .arena = arena};
    bg_buf words;
    bool whole = p->name || p->id || p->style->json;
    bg_buf__init(&words, 1 << 16);
    if (p->name) bg_query__words(p->name, &words);
    if (words.failed) bg_db__nomem(record);
    if (!bg_query__people(record, arena, p->country, p->name ? words.bytes : NULL, p->id, whole, p->style->json ? SIZE_MAX : CONTACTS, &p->list)) p->list.count = 0;
    bg_buf__free(&words);
    if (!whole && p->list.count) write_table(arena, p, &states, out);
    for (size_t i = 0; whole && p->list.items && i < p->list.count; i++) {
        if (p->style->json) person_json(&p->list.items[i], out);
        else person_text(&p->list.items[i], &states, out);
    }
}

bg_code bg_view_people(bg_record *record, const bg_people_filter *filter, const bg_style *style, bg_out *out, size_t *count, bg_error *err) {
    people p = {.country = filter->country, .name = filter->name, .id = filter->id, .style = style};
    bg_code code = bg_view__run(record, write, &p, out, err);
    if (count) *count = p.list.count;
    return code;
}
