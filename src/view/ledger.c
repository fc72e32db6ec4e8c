/* ledger: threads of asks, agreements and promises between two states, how each stands on a day; or one of them in full. */
#include "../base/calendar.h"
#include "contact.h"
#include "labels.h"
#include "reason.h"
#include "standing.h"
#include "state.h"
#include "table.h"

#include <stdlib.h>

#define SHOWN 200      /* threads of a table */
#define LOOKED_AT 2000 /* … of those heard of last */

typedef struct ledger {
    const bg_ledger_ask *ask;
    const bg_data *data;
    const bg_style *style;
    const char *sides, *as_of; /* "RU,VN", "2026-12-08" */
    const char *of, *with, *bound; /* codes; bound NULL: whoever is to do it */
    int silent;
    bg_row_occasion since, next;
    bool has_since, has_next;
    size_t vague; /* that are left to the JSON lines */
    size_t count;
} ledger;

/* ------------------------------------------------------------------ JSON */

static const char *id_of(const bg_row_thread *thread, int64_t number) {
    for (size_t i = 0; number && i < thread->items.count; i++)
        if (thread->items.items[i].number == number) return thread->items.items[i].id;
    return NULL;
}

static void besides_json(bg_json *json, const bg_row_thread *thread, const bg_row_item *item) {
    if (item->besides.count) bg_json__array(json, "besides");
    for (size_t i = 0; i < item->besides.count; i++) {
        const bg_row_lean *lean = &item->besides.items[i];
        bg_json__object(json, NULL);
        bg_json__text(json, "earlier", id_of(thread, lean->earlier));
        bg_json__text(json, "step", lean->step);
        bg_json__text(json, "because", lean->reason);
        bg_json__end(json);
    }
    if (item->besides.count) bg_json__end(json);
}

static void item_json(bg_json *json, const bg_row_thread *thread, const bg_row_item *item) {
    bg_json__object(json, NULL);
    bg_json__text(json, "id", item->id);
    bg_json__text(json, "day", item->day);
    bg_json__text(json, "kind", item->kind);
    bg_json__text(json, "grade", item->grade);
    bg_json__text(json, "bound", item->bound);
    bg_json__text(json, "towards", item->towards);
    bg_json__text(json, "actor", item->actor);
    bg_json__text(json, "speaker", item->speaker);
    bg_json__text(json, "about", item->about);
    bg_json__text(json, "content", item->content);
    bg_json__text(json, "due_from", item->due_from);
    bg_json__text(json, "due_to", item->due_to);
    bg_json__text(json, "condition", item->condition);
    bg_json__text(json, "part", item->part);
    bg_json__text(json, "earlier", id_of(thread, item->earlier));
    bg_json__text(json, "step", item->step);
    bg_json__text(json, "because", item->reason);
    besides_json(json, thread, item);
    bg_json__text(json, "statement", item->statement);
    bg_json__text(json, "event", item->event);
    bg_json__text(json, "page", item->page);
    bg_json__text(json, "witness", item->witness);
    bg_json__text(json, "source", item->source);
    bg_json__text(json, "url", item->url);
    bg_json__text(json, "title", item->title);
    bg_json__text(json, "published", item->published);
    bg_json__text(json, "sentence", item->sentence);
    bg_json__span(json, "span", item->span);
    bg_json__text(json, "rule", item->rule);
    bg_json__text(json, "closed", item->closed);
    bg_json__text(json, "closed_by", item->closed_by);
    bg_json__text(json, "closed_note", item->closed_note);
    bg_json__end(json);
}

static void thread_json(const ledger *l, const bg_row_thread *thread, const bg_standing *s, bg_buf *out) {
    bg_json json;
    bg_json__init(&json, out);
    bg_json__object(&json, NULL);
    bg_json__text(&json, "id", thread->id);
    bg_contact__sides(&json, thread->sides);
    bg_json__text(&json, "as_of", l->as_of);
    bg_json__text(&json, "status", s->status);
    bg_json__text(&json, "stage", s->kept.stage);
    bg_json__text(&json, "bound", s->lead->bound);
    bg_json__text(&json, "towards", s->lead->towards);
    bg_json__text(&json, "grade", s->lead->grade);
    bg_json__text(&json, "about", s->name->about);
    bg_json__text(&json, "first", s->kept.first);
    bg_json__text(&json, "last", s->kept.last);
    bg_json__int(&json, "months_silent", s->months);
    bg_json__text(&json, "due", s->kept.due);
    bg_json__text(&json, "done", s->kept.done);
    if (l->has_next) bg_json__text(&json, "next_occasion", l->next.first_day);
    bg_json__int(&json, "said", (int64_t)s->kept.sayings);
    bg_json__int(&json, "pages", (int64_t)s->kept.pages);
    bg_json__int(&json, "witnesses", (int64_t)s->kept.witnesses);
    bg_json__array(&json, "items");
    for (size_t i = 0; i < thread->items.count; i++) item_json(&json, thread, &thread->items.items[i]);
    bg_json__end(&json);
    bg_json__end(&json);
    bg_buf__char(out, '\n');
}

/* ------------------------------------------------------------------ for people */

/* "Nga → Việt Nam", "Việt Nam, Nga". */
static void bound_text(bg_states *states, const bg_row_thread *thread, const bg_row_item *item, bg_buf *out) {
    if (item->towards) bg_buf__print(out, "%s → %s", bg_states__name(states, item->bound), bg_states__name(states, item->towards));
    else bg_buf__text(out, bg_states__list(states, thread->sides, SIZE_MAX));
}

static void buf_cell(bg_table *table, bg_buf *text) {
    bg_table__cell(table, text->bytes);
    table->failed |= text->failed;
    bg_buf__clear(text);
}

/* How firm it is; an invitation that nobody has taken up is called one. */
static const char *grade_of(const bg_row_item *item, bg_lang lang) {
    bool invites = bg_string__is(item->kind, "invitation") && (bg_string__is(item->grade, "ready") || bg_string__is(item->grade, "ask"));
    return bg_label__of(BG_LABEL_STRENGTH, invites ? "invitation" : item->grade, lang);
}

static void heading(bg_table *table, bg_lang lang) {
    static const char *const ids[] = {"id", "grade", "since", "last_heard", "standing", "sources", "matter"};
    table->columns = BG_COUNT(ids);
    for (size_t i = 0; i < BG_COUNT(ids); i++) bg_table__cell(table, bg_label__of(BG_LABEL_HEADING, ids[i], lang));
}

static void row(const ledger *l, bg_table *table, const bg_standing *s, bg_buf *text) {
    bg_lang lang = l->style->lang;
    bg_table__print(table, "%.*s", BG_ID_SHOWN, s->kept.id);
    bg_table__cell(table, grade_of(s->lead, lang));
    bg_label__date(s->kept.first, NULL, lang, text);
    buf_cell(table, text);
    bg_label__date(s->kept.last, NULL, lang, text);
    buf_cell(table, text);
    bg_standing__text(s, lang, text);
    buf_cell(table, text);
    bg_table__print(table, "%zu/%zu", s->kept.witnesses, s->kept.pages);
    bg_standing__name(s, text);
    buf_cell(table, text);
}

static void occasion(const ledger *l, const char *label, const bg_row_occasion *o, bg_buf *out) {
    bg_buf__print(out, "%s: ", bg_label__of(BG_LABEL_HEADING, label, l->style->lang));
    bg_label__date(o->start, NULL, l->style->lang, out);
    bg_buf__print(out, " %s %.*s\n", bg_label__of(BG_LABEL_TYPE, o->type, l->style->lang), BG_ID_SHOWN, o->id);
}

static void source_text(const bg_row_item *item, bg_buf *out) { bg_buf__print(out, "    %.*s %s\n", BG_ID_SHOWN, item->page, item->source ? item->source : ""); }

/* Another page tells the same: no more than where. */
static void told_again(const ledger *l, const bg_row_item *item, bg_buf *out) {
    bg_lang lang = l->style->lang;
    bg_buf__print(out, "    + %s", bg_label__of(BG_LABEL_STEP, "same", lang));
    if (item->day) bg_buf__char(out, ' '), bg_label__date(item->day, NULL, lang, out);
    bg_buf__print(out, "  {%.*s} ", BG_ID_SHOWN, item->id);
    source_text(item, out);
}

static void closed_text(const bg_row_item *item, bg_lang lang, bg_buf *out) {
    bg_buf__print(out, "    %s ", bg_label__of(BG_LABEL_STANDING, "closed", lang));
    bg_label__date(item->closed, NULL, lang, out);
    bg_buf__print(out, ", %s: %s\n", item->closed_by, item->closed_note ? item->closed_note : "");
}

static void item_text(const ledger *l, bg_states *states, const bg_row_thread *thread, const bg_row_item *item, bg_buf *out) {
    bg_lang lang = l->style->lang;
    bg_buf__text(out, "\n  ");
    if (item->day) bg_label__date(item->day, NULL, lang, out);
    bg_buf__print(out, "  %s", grade_of(item, lang));
    if (item->step) bg_buf__print(out, " · %s", bg_label__of(BG_LABEL_STEP, item->step, lang));
    if (item->bound) bg_buf__text(out, " · "), bound_text(states, thread, item, out);
    if (item->actor) bg_buf__print(out, " (%s)", item->actor);
    if (item->due_to) bg_buf__print(out, " · %s ", bg_label__of(BG_LABEL_HEADING, "due", lang)), bg_label__date(item->due_to, NULL, lang, out);
    const char *words = item->sentence ? item->sentence : item->content;
    bg_buf__print(out, "  {%.*s}\n    ", BG_ID_SHOWN, item->id);
    if (words) bg_view__words(words, strlen(words), out);
    bg_buf__char(out, '\n');
    if (item->closed && strcmp(item->closed, l->as_of) <= 0) closed_text(item, lang, out);
    if (item->part) bg_buf__print(out, "    %s: %s\n", bg_label__of(BG_LABEL_HEADING, "in_part", lang), item->part);
    if (item->condition) bg_buf__print(out, "    %s: %s\n", bg_label__of(BG_LABEL_HEADING, "condition", lang), item->condition);
    source_text(item, out);
    if (item->reason) {
        bg_buf__print(out, "    %s ", bg_label__of(BG_LABEL_HEADING, "because", lang));
        bg_reason__text(item->reason, states, out);
        bg_buf__char(out, '\n');
    }
    for (size_t i = 0; i < item->besides.count; i++) {
        const bg_row_lean *lean = &item->besides.items[i];
        const char *id = id_of(thread, lean->earlier);
        bg_buf__print(out, "    + %s {%.*s}, %s ", bg_label__of(BG_LABEL_STEP, lean->step, lang), BG_ID_SHOWN, id ? id : "", bg_label__of(BG_LABEL_HEADING, "because", lang));
        bg_reason__text(lean->reason, states, out);
        bg_buf__char(out, '\n');
    }
}

/* The entries that say the same as one, directly or through others, behind it. */
static void same_text(const ledger *l, const bg_row_thread *thread, const bg_row_item *first, bg_buf *out) {
    for (size_t i = 0; i < thread->items.count; i++) {
        const bg_row_item *item = &thread->items.items[i];
        if (item != first && bg_standing__told(thread, item) == first) told_again(l, item, out);
    }
}

/* One thread: each entry with its sentence, who tells the same, and why it belongs here. */
static void thread_text(const ledger *l, bg_states *states, const bg_row_thread *thread, const bg_standing *s, bg_buf *out) {
    bg_buf__print(out, "%s  %s · ", thread->id, bg_states__list(states, thread->sides, SIZE_MAX));
    bg_standing__text(s, l->style->lang, out);
    bg_buf__text(out, "\n  ");
    bg_standing__name(s, out);
    bg_buf__char(out, '\n');
    for (size_t i = 0; i < thread->items.count; i++) {
        const bg_row_item *item = &thread->items.items[i];
        if (bg_standing__told(thread, item) != item) continue;
        item_text(l, states, thread, item, out);
        same_text(l, thread, item, out);
    }
}

/* ------------------------------------------------------------------ which */

static bool is_due(const ledger *l, const bg_standing *s) {
    return bg_string__is(s->status, "overdue") || bg_string__is(s->status, "in_time") || bg_string__is(s->status, "silent") || (l->has_next && !s->kept.done && !s->closed);
}

/* Before a visit on that day: what is late, what is due by then, what nobody has told of for long. */
static bool is_before(const bg_standing *s, const char *day) {
    return bg_string__is(s->status, "overdue") || bg_string__is(s->status, "silent") || (bg_string__is(s->status, "in_time") && strcmp(s->kept.due, day) <= 0);
}

static bool is_asked(const ledger *l, const bg_standing *s) {
    if (!s->kept.count) return false;
    if (l->ask->before ? !is_before(s, l->ask->before) : l->ask->due && !is_due(l, s)) return false;
    if (l->bound && !bg_string__is(s->kept.bound, l->bound)) return false;
    return !l->has_since || (s->kept.last && strcmp(s->kept.last, l->since.first_day) >= 0);
}

/* What says nothing that could be followed is counted, and left to the JSON lines. */
static bool is_wanted(ledger *l, const bg_standing *s) {
    if (!is_asked(l, s)) return false;
    bool vague = s->kept.vague && !l->style->json;
    l->vague += vague;
    return !vague;
}

/* Whose it is to do: 0 ours, 1 theirs, 2 both's or nobody's by name. */
static int part_of(const ledger *l, const bg_standing *s) { return bg_string__is(s->kept.bound, l->of) ? 0 : bg_string__is(s->kept.bound, l->with) ? 1 : 2; }

static void write_part(const ledger *l, bg_record *record, bg_arena *arena, bg_standing *lines, size_t count, int part, bg_buf *out) {
    bg_table table = {.arena = arena};
    bg_buf text;
    bg_lang lang = l->style->lang;
    size_t shown = 0, left = 0;
    bg_buf__init(&text, 1 << 20);
    heading(&table, lang);
    for (size_t i = 0; i < count; i++) {
        if (part_of(l, &lines[i]) != part) continue;
        if (shown == SHOWN) left++;
        else if (bg_standing__show(record, arena, &lines[i])) shown++, row(l, &table, &lines[i], &text);
    }
    if (shown) {
        const char *whose = part == 2 ? bg_label__of(BG_LABEL_HEADING, "both", lang) : bg_state__called(l->data, part ? l->with : l->of, lang);
        bg_buf__print(out, "%s %s (%zu)\n", whose, bg_label__of(BG_LABEL_HEADING, "is_to_do", lang), shown + left);
        bg_table__write(&table, l->style->width, out);
        if (left) bg_buf__print(out, "… +%zu\n", left);
        bg_buf__char(out, '\n');
    }
    if (text.failed || table.failed) out->failed = true;
    bg_buf__free(&text);
}

/* "Việt Nam – Lào · tính đến 01/03/2025 · 12 việc: chưa hoàn thành – quá hạn 2; …": how they stand, before which they are. */
static void head(const ledger *l, const bg_standing *lines, size_t count, bg_buf *out) {
    static const struct { const char *status, *text[2]; } rows[] = {
        {"overdue", {"chưa hoàn thành – quá hạn", "not yet done, overdue"}}, {"in_time", {"chưa hoàn thành – trong hạn", "not yet done, in time"}},
        {"silent", {"không có hạn – chưa có tin", "no term, no news"}}, {"repeated", {"không có hạn – được nhắc lại", "no term, repeated"}},
        {"raised", {"không có hạn – mới nêu", "no term, raised"}}, {"undated", {"không rõ ngày", "no day known"}}, {"done_in_time", {"đã hoàn thành – đúng hạn", "done in time"}},
        {"done_late", {"đã hoàn thành – quá hạn", "done late"}}, {"done", {"đã hoàn thành", "done"}}, {"closed", {"đã khép theo quyết định", "closed by decision"}}};
    bg_lang lang = l->style->lang;
    const char *mark = lang == BG_EN ? "; " : ": ";
    bg_buf__print(out, "%s – %s · %s ", bg_state__called(l->data, l->of, lang), bg_state__called(l->data, l->with, lang), bg_label__of(BG_LABEL_FACT, "as_of", lang));
    bg_label__date(l->as_of, NULL, lang, out);
    bg_buf__print(out, lang == BG_EN ? " · matters: %zu" : " · %zu việc", count);
    for (size_t k = 0; k < BG_COUNT(rows); k++) {
        size_t number = 0;
        for (size_t i = 0; i < count; i++) number += bg_string__is(lines[i].status, rows[k].status);
        if (!number) continue;
        bg_buf__print(out, "%s%s %zu", mark, rows[k].text[lang], number);
        mark = "; ";
    }
    bg_buf__text(out, "\n");
}

static void write_table(ledger *l, bg_record *record, bg_arena *arena, bg_standing *lines, size_t count, bg_buf *out) {
    head(l, lines, count, out);
    if (l->has_since) occasion(l, "since_occasion", &l->since, out);
    if (l->has_next) occasion(l, "next_occasion", &l->next, out);
    bg_buf__char(out, '\n');
    for (int part = 0; part < 3; part++) write_part(l, record, arena, lines, count, part, out);
    if (l->vague) bg_buf__print(out, bg_label__of(BG_LABEL_HEADING, "vague", l->style->lang), l->vague);
    bg_buf__print(out, "%s\n", bg_label__of(BG_LABEL_HEADING, "not_seen", l->style->lang));
}

/* Each with all that was read of it. */
static void write_json(ledger *l, bg_record *record, bg_arena *arena, bg_buf *out) {
    bg_thread_rows threads = {0};
    if (!bg_ledger__threads(record, arena, l->sides, bg_calendar__figures(l->as_of), &threads)) return;
    bg_standing *lines = bg_arena__alloc(arena, (threads.count + 1) * sizeof *lines);
    for (size_t i = 0; lines && i < threads.count; i++) {
        bg_standing__of(arena, &threads.items[i], l->as_of, l->silent, &lines[l->count]);
        l->count += is_wanted(l, &lines[l->count]);
    }
    if (!lines) return;
    qsort(lines, l->count, sizeof *lines, bg_standing__order);
    for (size_t i = 0; i < l->count; i++) thread_json(l, lines[i].kept.thread, &lines[i], out);
}

/* How they stand; entries only of those that are shown. */
static void write_list(ledger *l, bg_record *record, bg_arena *arena, bg_buf *out) {
    bg_stand_rows stands = {0};
    if (!bg_stand__list(record, arena, l->sides, bg_calendar__figures(l->as_of), LOOKED_AT, &stands)) return;
    bg_standing *lines = bg_arena__alloc(arena, (stands.count + 1) * sizeof *lines);
    for (size_t i = 0; lines && i < stands.count; i++) {
        bg_standing__at(&stands.items[i], l->as_of, l->silent, &lines[l->count]);
        l->count += is_wanted(l, &lines[l->count]);
    }
    if (!lines || !l->count) return;
    qsort(lines, l->count, sizeof *lines, bg_standing__order);
    write_table(l, record, arena, lines, l->count, out);
}

static void write_all(ledger *l, bg_record *record, bg_arena *arena, bg_buf *out) {
    l->has_next = bg_ledger__next(record, arena, l->sides, l->as_of, &l->next);
    if (l->style->json) write_json(l, record, arena, out);
    else write_list(l, record, arena, out);
}

static void write_one(ledger *l, bg_record *record, bg_arena *arena, bg_buf *out) {
    bg_row_thread thread = {0};
    bg_standing s;
    bg_states states = {.style = l->style, .arena = arena};
    if (!bg_ledger__thread(record, arena, l->ask->item, 99991231, &thread)) return;
    bg_standing__of(arena, &thread, l->as_of, l->silent, &s);
    l->count = 1;
    if (l->style->json) thread_json(l, &thread, &s, out);
    else thread_text(l, &states, &thread, &s, out);
}

/* ------------------------------------------------------------------ what was asked */

/* `why` has a place for the words. */
__attribute__((format(printf, 2, 3))) static bool usage(bg_record *record, const char *why, ...) {
    char text[400];
    va_list args;
    va_start(args, why);
    vsnprintf(text, sizeof text, why, args);
    va_end(args);
    record->code = bg_error__set(record->err, BG_E_USAGE, BG_NO_BYTE, "%s", text);
    return false;
}

static bool find_bound(ledger *l, bg_record *record) {
    const char *bound = l->ask->bound;
    if (!bound) return true;
    l->bound = bg_string__is(bound, "both") ? bound : bg_state__code(l->data, bound);
    if (!l->bound) return usage(record, "no state is called '%.100s'", bound);
    if (l->bound == bound || strcmp(l->bound, l->of) == 0 || strcmp(l->bound, l->with) == 0) return true;
    return usage(record, "'%.100s' is not one of the two", bound);
}

static bool find_sides(ledger *l, bg_record *record, bg_arena *arena) {
    const char *with = bg_state__code(l->data, l->ask->with ? l->ask->with : ""), *of = bg_state__code(l->data, l->ask->of ? l->ask->of : "VN");
    if (!with || !of) return usage(record, "no state is called '%.100s'", with ? l->ask->of : l->ask->with ? l->ask->with : "");
    if (strcmp(with, of) == 0) return usage(record, "'%.100s' and itself are no two states", l->ask->with);
    l->of = of, l->with = with;
    if (!find_bound(l, record)) return false;
    l->sides = bg_arena__print(arena, "%s,%s", strcmp(with, of) < 0 ? with : of, strcmp(with, of) < 0 ? of : with);
    return l->sides != NULL;
}

static bool find_since(ledger *l, bg_record *record, bg_arena *arena) {
    bg_buf folded;
    if (!l->ask->since_last) return true;
    bg_buf__init(&folded, 4096);
    bg_text__fold(l->ask->since_last, strlen(l->ask->since_last), &folded);
    l->has_since = bg_ledger__last(record, arena, l->sides, l->as_of, folded.bytes ? folded.bytes : "", &l->since);
    bg_buf__free(&folded);
    return l->has_since || record->code != BG_OK || usage(record, "no contact has the words '%.100s'", l->ask->since_last);
}

static void write(void *context, bg_record *record, bg_arena *arena, bg_buf *out) {
    ledger *l = context;
    int64_t day;
    l->silent = l->ask->silent > 0 ? l->ask->silent : 12;
    l->as_of = l->ask->as_of;
    const char *const days[] = {l->as_of, l->ask->before ? l->ask->before : l->as_of};
    for (size_t i = 0; i < BG_COUNT(days); i++)
        if (!days[i] || strlen(days[i]) != 10 || !bg_calendar__day(days[i], &day)) {
            usage(record, "'%.40s' is no day (YYYY-MM-DD)", days[i]);
            return;
        }
    if (l->ask->item) write_one(l, record, arena, out);
    else if (find_sides(l, record, arena) && find_since(l, record, arena)) write_all(l, record, arena, out);
}

bg_code bg_view_ledger(bg_record *record, const bg_data *data, const bg_ledger_ask *ask, const bg_style *style, bg_out *out, size_t *count, bg_error *err) {
    ledger l = {.ask = ask, .data = data, .style = style};
    bg_code code = bg_view__run(record, write, &l, out, err);
    if (count) *count = l.count;
    return code;
}
