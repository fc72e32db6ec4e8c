/* notes: what could not be read, by frequency of the reason. */
#include "contact.h"
#include "labels.h"

#define EXAMPLES 3      /* shown of each reason */
#define EXAMPLE_MAX 160 /* bytes of an example before people, to the end of a letter */

typedef struct notes {
    const bg_style *style;
    size_t count;
} notes;

static bool first_of(const bg_note_rows *list, size_t i) {
    return i == 0 || strcmp(list->items[i].reason ? list->items[i].reason : "",
                            list->items[i - 1].reason ? list->items[i - 1].reason : "") != 0;
}

static void example_json(bg_json *json, const bg_row_note *note) {
    bg_json__object(json, NULL);
    bg_json__text(json, "page", note->page);
    bg_json__text(json, "source", note->source);
    bg_json__span(json, "span", note->span);
    bg_json__text(json, "text", note->text);
    bg_json__end(json);
}

/* One line a reason: {"reason","count","examples":[…]}. */
static void notes_json(const bg_note_rows *list, bg_buf *out) {
    for (size_t i = 0; i < list->count;) {
        bg_json json;
        bg_json__init(&json, out);
        bg_json__object(&json, NULL);
        bg_json__text(&json, "reason", list->items[i].reason);
        bg_json__int(&json, "count", (int64_t)list->items[i].count);
        bg_json__array(&json, "examples");
        do example_json(&json, &list->items[i]);
        while (++i < list->count && !first_of(list, i));
        bg_json__end(&json);
        bg_json__end(&json);
        bg_buf__char(out, '\n');
    }
}

static void example_text(const bg_row_note *note, bg_buf *out) {
    const char *text = note->text ? note->text : "";
    size_t size = strlen(text), kept = bg_utf8__cut(text, size, EXAMPLE_MAX);
    bg_buf__print(out, "    %.*s [%u,%u) %s\n      ", BG_ID_SHOWN, note->page, (unsigned)note->span.start,
                  (unsigned)note->span.end, note->source ? note->source : "");
    for (size_t i = 0; i < kept; i++) bg_buf__char(out, (unsigned char)text[i] < ' ' ? ' ' : text[i]);
    bg_buf__text(out, kept < size ? "…\n" : "\n");
}

static void write(void *context, bg_record *record, bg_arena *arena, bg_buf *out) {
    notes *n = context;
    bg_note_rows list = {0};
    if (!bg_query__notes(record, arena, EXAMPLES, &list)) return;
    for (size_t i = 0; i < list.count; i++)
        if (first_of(&list, i)) n->count += list.items[i].count;
    if (n->style->json) {
        notes_json(&list, out);
        return;
    }
    for (size_t i = 0; i < list.count; i++) {
        if (first_of(&list, i)) bg_buf__print(out, "%6zu  %s\n", list.items[i].count, list.items[i].reason ? list.items[i].reason : "?");
        example_text(&list.items[i], out);
    }
}

bg_code bg_view_notes(bg_record *record, const bg_style *style, bg_out *out, size_t *count, bg_error *err) {
    notes n = {.style = style};
    bg_code code = bg_view__run(record, write, &n, out, err);
    if (count) *count = n.count;
    return code;
}
