/* notes: what could not be read, by frequency of the reason; of each reason the words that it was said of most often, and examples in their sentences. */
#include "contact.h"
#include "labels.h"
#include "show.h"

#define EXAMPLES 3  /* shown of each reason */
#define WORD_MAX 24 /* letters of a note that is words, no sentence */
#define WORDS 12    /* shown of each reason */

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

/* The words of a reason that were met more than once: the first of them, with their number. */
static const bg_note_word *words_of(const bg_note_words *words, const char *reason, size_t *count) {
    size_t i = 0, end;
    while (i < words->count && !bg_string__equal(words->items[i].reason, reason)) i++;
    for (end = i; end < words->count && bg_string__equal(words->items[end].reason, reason) && words->items[end].count > 1;) end++;
    *count = end - i < WORDS ? end - i : WORDS;
    return words->items + i;
}

static void words_json(bg_json *json, const bg_note_words *words, const char *reason) {
    size_t count = 0;
    const bg_note_word *word = words->count ? words_of(words, reason, &count) : NULL;
    bg_json__array(json, "words");
    for (size_t i = 0; i < count; i++) {
        bg_json__object(json, NULL);
        bg_json__text(json, "text", word[i].text);
        bg_json__int(json, "count", (int64_t)word[i].count);
        bg_json__end(json);
    }
    bg_json__end(json);
}

/* One line a reason: {"reason","count","words":[…],"examples":[…]}. */
static void notes_json(const bg_note_rows *list, const bg_note_words *words, bg_buf *out) {
    for (size_t i = 0; i < list->count;) {
        bg_json json;
        bg_json__init(&json, out);
        bg_json__object(&json, NULL);
        bg_json__text(&json, "reason", list->items[i].reason);
        bg_json__int(&json, "count", (int64_t)list->items[i].count);
        words_json(&json, words, list->items[i].reason);
        bg_json__array(&json, "examples");
        do example_json(&json, &list->items[i]);
        while (++i < list->count && !first_of(list, i));
        bg_json__end(&json);
        bg_json__end(&json);
        bg_buf__char(out, '\n');
    }
}

static void example_text(bg_record *record, bg_arena *arena, const bg_row_note *note, bg_buf *out) {
    bg_buf__print(out, "    %.*s [%u,%u) %s\n", BG_ID_SHOWN, note->page, (unsigned)note->span.start, (unsigned)note->span.end, note->source ? note->source : "");
    bg_show__marked(record, arena, note->page, note->span, note->text, out);
}

static void reason_text(const bg_row_note *note, const bg_note_words *words, bg_lang lang, bg_buf *out) {
    size_t count = 0;
    const char *reason = note->reason ? note->reason : "?";
    const bg_note_word *word = words->count ? words_of(words, reason, &count) : NULL;
    bg_buf__print(out, "%6zu  %s  %s\n", note->count, reason, bg_label__of(BG_LABEL_REASON, reason, lang));
    for (size_t i = 0; i < count; i++) bg_buf__print(out, "%s%s %zu", i ? ", " : "    ", word[i].text, word[i].count);
    if (count) bg_buf__char(out, '\n');
}

static void write(void *context, bg_record *record, bg_arena *arena, bg_buf *out) {
    notes *n = context;
    bg_note_rows list = {0};
    bg_note_words words = {0};
    if (!bg_query__notes(record, arena, EXAMPLES, &list) || !bg_query__note_words(record, arena, WORD_MAX, &words)) return;
    for (size_t i = 0; i < list.count; i++)
        if (first_of(&list, i)) n->count += list.items[i].count;
    if (n->style->json) {
        notes_json(&list, &words, out);
        return;
    }
    for (size_t i = 0; i < list.count; i++) {
        if (first_of(&list, i)) reason_text(&list.items[i], &words, n->style->lang, out);
        example_text(record, arena, &list.items[i], out);
    }
}

bg_code bg_view_notes(bg_record *record, const bg_style *style, bg_out *out, size_t *count, bg_error *err) {
    notes n = {.style = style};
    bg_code code = bg_view__run(record, write, &n, out, err);
    if (count) *count = n.count;
    return code;
}
