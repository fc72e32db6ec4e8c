/* timeline: contacts in order of time, as a table or JSON lines. */
#include "../record/decisions.h"
#include "contact.h"
#include "labels.h"
#include "state.h"
#include "table.h"

#define SHOWN 1000 /* for people: of the latest, and of those that nobody dates */

typedef struct timeline {
    const bg_filter *filter;
    const bg_style *style;
    size_t count;
} timeline;

/* Which pages tell it. */
static void sources_json(bg_record *record, bg_arena *arena, const char *contact, bg_json *json) {
    bg_pages pages = {0};
    bg_query__tellers(record, arena, contact, &pages);
    bg_json__array(json, "sources");
    for (size_t i = 0; i < pages.count; i++) {
        bg_json__object(json, NULL);
        bg_json__text(json, "page", pages.items[i].id);
        bg_json__text(json, "source", pages.items[i].source);
        bg_json__text(json, "url", pages.items[i].url);
        bg_json__text(json, "title", pages.items[i].title);
        bg_json__text(json, "published", pages.items[i].published);
        bg_json__text(json, "outlet", pages.items[i].outlet);
        bg_json__end(json);
    }
    bg_json__end(json);
}

static void write_json(bg_record *record, bg_arena *arena, const bg_contacts *list, bg_buf *out) {
    for (size_t i = 0; i < list->count && bg_db__code(record) == BG_OK; i++) {
        bg_json json;
        bg_json__init(&json, out);
        bg_json__object(&json, NULL);
        bg_contact__json(&json, &list->items[i]);
        sources_json(record, arena, list->items[i].id, &json);
        bg_json__end(&json);
        bg_buf__char(out, '\n');
    }
}

static void heading(bg_table *table, bg_lang lang) {
    static const char *const ids[] = {"date", "id", "type", "sides", "channel", "pages", "witnesses", "people", "place"};
    table->columns = BG_COUNT(ids);
    for (size_t i = 0; i < BG_COUNT(ids); i++) bg_table__cell(table, bg_label__of(BG_LABEL_HEADING, ids[i], lang));
}

/* The cell that the scratch space holds, which is cleared. */
static void text_cell(bg_table *table, bg_buf *text) {
    bg_table__cell(table, text->bytes);
    if (text->failed) table->failed = true;
    bg_buf__clear(text);
}

static void row(bg_table *table, const bg_row_contact *c, bg_states *states, bg_buf *text) {
    bg_lang lang = states->style->lang;
    bg_label__when(c->start, c->end, lang, text);
    text_cell(table, text);
    bg_buf__add(text, c->id, strnlen(c->id, BG_ID_SHOWN));
    text_cell(table, text);
    bool planned = c->status && strcmp(c->status, "planned") == 0;
    const char *mark = c->rejected ? bg_label__of(BG_LABEL_HEADING, "rejected", lang) : planned ? bg_label__of(BG_LABEL_STATUS, c->status, lang) : NULL;
    bg_buf__text(text, bg_label__of(BG_LABEL_TYPE, c->type, lang));
    if (mark) bg_buf__text(text, " ("), bg_buf__text(text, mark), bg_buf__char(text, ')');
    text_cell(table, text);
    bg_table__cell(table, bg_states__list(states, c->sides, BG_STATES_SHOWN));
    bg_table__cell(table, bg_label__of(BG_LABEL_CHANNEL, c->channel, lang));
    bg_table__print(table, "%zu", c->page_count);
    bg_table__print(table, "%zu", c->witness_count);
    bg_contact__people(c, text);
    text_cell(table, text);
    bg_table__cell(table, c->place);
}

static void write_table(bg_arena *arena, const bg_contacts *list, const bg_style *style, bg_buf *out) {
    bg_table table = {.arena = arena};
    bg_states states = {.style = style, .arena = arena};
    bg_buf text;
    bg_buf__init(&text, 1 << 20);
    heading(&table, style->lang);
    for (size_t i = 0; i < list->count; i++) row(&table, &list->items[i], &states, &text);
    bg_table__write(&table, style->width, out);
    bg_buf__free(&text);
}

/* What a table has no room for, and how to get it. */
static void say_left_out(const bg_left_out *left, bg_lang lang, bg_buf *out) {
    if (left->before) bg_buf__print(out, bg_label__of(BG_LABEL_HEADING, "left_before", lang), SHOWN, 10, left->before);
    if (left->undated) bg_buf__print(out, bg_label__of(BG_LABEL_HEADING, "left_undated", lang), SHOWN);
}

static void write(void *context, bg_record *record, bg_arena *arena, bg_buf *out) {
    timeline *t = context;
    bg_contacts list = {0};
    bg_left_out left;
    if (!bg_query__contacts(record, arena, t->filter, t->style->json ? 0 : SHOWN, &list, &left)) return;
    if (t->style->all) bg_query__add_rejected(record, arena, t->filter, &list);
    t->count = list.count;
    if (t->style->json) write_json(record, arena, &list, out);
    else if (list.count) say_left_out(&left, t->style->lang, out), write_table(arena, &list, t->style, out);
}

bg_code bg_view_timeline(bg_record *record, const bg_filter *filter, const bg_style *style, bg_out *out, size_t *count,
                         bg_error *err) {
    timeline t = {.filter = filter, .style = style};
    bg_code code = bg_view__run(record, write, &t, out, err);
    if (count) *count = t.count;
    return code;
}
