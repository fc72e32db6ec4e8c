/* log: what people decided, newest first, as a table or JSON lines. */
#include "decided.h"
#include "contact.h"
#include "labels.h"
#include "table.h"

typedef struct log {
    const char *id;
    const bg_style *style;
    size_t count;
} log;

/* "v9fa6120113", "v9fa6120113 +2" */
static void about(bg_table *table, const bg_row_decision *d) {
    if (!d->target_count) bg_table__print(table, "%.*s", BG_ID_SHOWN, d->undoes ? d->undoes : "");
    else if (d->target_count == 1) bg_table__print(table, "%.*s", BG_ID_SHOWN, d->targets[0].fact);
    else bg_table__print(table, "%.*s +%zu", BG_ID_SHOWN, d->targets[0].fact, d->target_count - 1);
}

static void mark(bg_buf *text, bool is, const char *id, bg_lang lang) {
    if (is) bg_buf__print(text, " (%s)", bg_label__of(BG_LABEL_HEADING, id, lang));
}

static void row(bg_record *record, bg_table *table, const bg_row_decision *d, bg_states *states, bg_buf *text) {
    bg_lang lang = states->style->lang;
    bg_decided__moment(d->at, true, lang, text);
    bg_table__cell(table, text->bytes);
    bg_buf__clear(text);
    bg_table__print(table, "%.*s", BG_ID_SHOWN, d->id);
    bg_table__cell(table, d->who);
    about(table, d);
    bg_decided__what(record, d, states, text);
    mark(text, d->undone, "undone", lang);
    mark(text, d->orphans > 0, "orphaned", lang);
    if (d->note && *d->note) bg_buf__print(text, " · %s", d->note);
    if (d->source && *d->source) bg_buf__print(text, " · %s: %s", bg_label__of(BG_LABEL_HEADING, "source", lang), d->source);
    bg_table__cell(table, text->bytes);
    if (text->failed) table->failed = true;
    bg_buf__clear(text);
}

static void write_table(bg_record *record, bg_arena *arena, const bg_decisions *list, const bg_style *style, bg_buf *out) {
    static const char *const ids[] = {"moment", "id", "who", "about", "decision"};
    bg_table table = {.arena = arena, .columns = BG_COUNT(ids)};
    bg_states states = {.style = style, .arena = arena};
    bg_buf text;
    bg_buf__init(&text, 1 << 20);
    for (size_t i = 0; i < BG_COUNT(ids); i++) bg_table__cell(&table, bg_label__of(BG_LABEL_HEADING, ids[i], style->lang));
    for (size_t i = 0; i < list->count; i++) row(record, &table, &list->items[i], &states, &text);
    bg_table__write(&table, style->width, out);
    bg_buf__free(&text);
}

static void write(void *context, bg_record *record, bg_arena *arena, bg_buf *out) {
    log *l = context;
    bg_decisions list = {0};
    if (!bg_query__log(record, arena, l->id, &list)) return;
    l->count = list.count;
    if (!l->style->json && list.count) write_table(record, arena, &list, l->style, out);
    for (size_t i = 0; l->style->json && i < list.count; i++) {
        bg_json json;
        bg_json__init(&json, out);
        bg_decided__json(&json, &list.items[i]);
        bg_buf__char(out, '\n');
    }
}

bg_code bg_view_log(bg_record *record, const char *id, const bg_style *style, bg_out *out, size_t *count, bg_error *err) {
    log l = {.id = id, .style = style};
    bg_code code = bg_view__run(record, write, &l, out, err);
    if (count) *count = l.count;
    return code;
}
