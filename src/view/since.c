/* since: what the next contact of the same kind took up again of what one contact asked and settled, what it let fall, what it added; or the same of this one and the last. */
#include "contact.h"
#include "labels.h"
#include "standing.h"
#include "state.h"
#include "table.h"

typedef struct since {
    const char *id, *as_of;
    const bg_style *style;
    bool back; /* `id` is the later of the two */
    bg_row_occasion first, next;
    bg_thread_rows threads;
    BG_VEC(const char *) marks; /* of each thread: repeated dropped added */
} since;

static bool collect(since *s, bg_record *record, bg_arena *arena, const bg_thread_rows *rows, const bg_thread_rows *others, const char *both, const char *alone) {
    for (size_t i = 0; i < rows->count; i++) {
        bool shared = false;
        for (size_t k = 0; k < others->count && !shared; k++) shared = others->items[k].number == rows->items[i].number;
        const char *mark = shared ? both : alone;
        bg_row_thread *thread = mark ? BG_PUSH(arena, &s->threads) : NULL;
        const char **slot = mark ? BG_PUSH(arena, &s->marks) : NULL;
        if (!mark) continue;
        if (!thread || !slot) return bg_db__nomem(record);
        *thread = rows->items[i], *slot = mark;
    }
    return true;
}

static void write_json(const since *s, bg_arena *arena, bg_buf *out) {
    for (size_t i = 0; i < s->threads.count; i++) {
        const bg_row_thread *thread = &s->threads.items[i];
        bg_standing standing;
        bg_json json;
        bg_standing__of(arena, thread, s->as_of, 12, &standing);
        if (!standing.lead) continue;
        bg_json__init(&json, out);
        bg_json__object(&json, NULL);
        bg_json__text(&json, "since", s->first.id);
        bg_json__text(&json, "next", s->next.id);
        bg_json__text(&json, "change", s->marks.items[i]);
        bg_json__text(&json, "thread", thread->id);
        bg_contact__sides(&json, thread->sides);
        bg_json__text(&json, "content", standing.lead->content);
        bg_json__text(&json, "status", standing.status);
        bg_json__text(&json, "last", standing.kept.last);
        bg_json__end(&json);
        bg_buf__char(out, '\n');
    }
}

static void contact_line(const since *s, bg_states *states, const bg_row_occasion *o, bg_buf *out) {
    bg_label__date(o->start, NULL, s->style->lang, out);
    bg_buf__print(out, "  %s  %s  %.*s\n", bg_label__of(BG_LABEL_TYPE, o->type, s->style->lang), bg_states__list(states, o->sides, SIZE_MAX), BG_ID_SHOWN, o->id);
}

/* "nhắc lại: 2 · không nhắc lại: 3 · mới: 5": what it comes to, before each. */
static void counts(const since *s, bg_buf *out) {
    static const char *const steps[] = {"repeat", "dropped", "added"};
    const char *mark = "";
    for (size_t k = 0; k < BG_COUNT(steps); k++) {
        size_t number = 0;
        for (size_t i = 0; i < s->threads.count; i++) number += bg_string__equal(s->marks.items[i], steps[k]);
        if (!number) continue;
        bg_buf__print(out, "%s%s: %zu", mark, bg_label__of(BG_LABEL_STEP, steps[k], s->style->lang), number);
        mark = " · ";
    }
    if (*mark) bg_buf__text(out, "\n\n");
}

static void write_table(const since *s, bg_arena *arena, bg_buf *out) {
    static const char *const ids[] = {"change", "id", "standing", "last_heard", "matter"};
    bg_table table = {.arena = arena, .columns = BG_COUNT(ids)};
    bg_states states = {.style = s->style, .arena = arena};
    bg_buf text;
    bg_buf__init(&text, 1 << 16);
    contact_line(s, &states, &s->first, out);
    contact_line(s, &states, &s->next, out);
    counts(s, out);
    for (size_t i = 0; i < BG_COUNT(ids); i++) bg_table__cell(&table, bg_label__of(BG_LABEL_HEADING, ids[i], s->style->lang));
    for (size_t i = 0; i < s->threads.count; i++) {
        bg_standing standing;
        bg_standing__of(arena, &s->threads.items[i], s->as_of, 12, &standing);
        if (!standing.lead) continue;
        bg_table__cell(&table, bg_label__of(BG_LABEL_STEP, s->marks.items[i], s->style->lang));
        bg_table__print(&table, "%.*s", BG_ID_SHOWN, s->threads.items[i].id);
        bg_standing__text(&standing, s->style->lang, &text);
        bg_table__cell(&table, text.bytes);
        bg_buf__clear(&text);
        bg_label__date(standing.kept.last, NULL, s->style->lang, &text);
        bg_table__cell(&table, text.bytes);
        bg_buf__clear(&text);
        bg_table__cell(&table, standing.name->about);
    }
    if (text.failed) table.failed = true;
    bg_table__write(&table, s->style->width, out);
    bg_buf__free(&text);
}

static bool none(bg_record *record, const char *what, const char *id) {
    if (record->code == BG_OK) record->code = bg_error__set(record->err, BG_E_NOTFOUND, BG_NO_BYTE, "%s '%s'", what, id);
    return false;
}

/* The two contacts; false: there is no such contact, or none of its kind before or behind it. */
static bool find_both(since *s, bg_record *record, bg_arena *arena) {
    char id[18], contact[18] = "";
    bg_row_occasion *named = s->back ? &s->next : &s->first;
    if (!bg_query__resolve(record, s->id, id, contact)) return false;
    if (!bg_ledger__contact(record, arena, *contact ? contact : id, named)) return none(record, "no contact", id);
    if (!named->first_day) return none(record, "no day with its year is known of", id);
    if (s->back) return bg_ledger__preceding(record, arena, named, &s->first) || none(record, "no earlier contact of the same kind than", id);
    return bg_ledger__following(record, arena, named, &s->next) || none(record, "no later contact of the same kind than", id);
}

static void write(void *context, bg_record *record, bg_arena *arena, bg_buf *out) {
    since *s = context;
    bg_thread_rows before = {0}, behind = {0};
    if (!find_both(s, record, arena)) return;
    bg_ledger__said_at(record, arena, s->first.id, &before);
    bg_ledger__said_at(record, arena, s->next.id, &behind);
    if (record->code != BG_OK) return;
    if (!collect(s, record, arena, &before, &behind, "repeat", "dropped") || !collect(s, record, arena, &behind, &before, NULL, "added")) return;
    if (s->style->json) write_json(s, arena, out);
    else write_table(s, arena, out);
}

static bg_code view(bg_record *record, since *s, bg_out *out, size_t *count, bg_error *err) {
    bg_code code = bg_view__run(record, write, s, out, err);
    if (count) *count = s->threads.count;
    return code;
}

bg_code bg_view_since(bg_record *record, const char *id, const char *as_of, const bg_style *style, bg_out *out, size_t *count, bg_error *err) {
    return view(record, &(since){.id = id, .as_of = as_of, .style = style}, out, count, err);
}

bg_code bg_view_session(bg_record *record, const char *id, const char *as_of, const bg_style *style, bg_out *out, size_t *count, bg_error *err) {
    return view(record, &(since){.id = id, .as_of = as_of, .style = style, .back = true}, out, count, err);
}
