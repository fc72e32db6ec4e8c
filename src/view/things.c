/* things: bodies with their renamings, mechanisms with their sessions, agreements with what happened to them. */
#include "things.h"
#include "contact.h"
#include "labels.h"
#include "reason.h"
#include "state.h"
#include "table.h"

#define GAPS_MOST 12 /* sessions in a row that nobody tells of and that are named */

typedef struct things {
    bg_naming_ask ask;
    const bg_style *style;
    bool table;
    bg_row_things list;
} things;

#define SAY(id) bg_label__of(BG_LABEL_THING, (id), lang)
#define HEADING(id) bg_label__of(BG_LABEL_HEADING, (id), lang)

static bool is_kind(const bg_row_thing *t, const char *kind) { return strcmp(t->kind, kind) == 0; }

/* The session before this one of those told, if none is between that has a number; 0 if this is the first. */
static unsigned before(const bg_row_thing *t, size_t i) { return i && t->told[i - 1].ordinal < t->told[i].ordinal ? t->told[i - 1].ordinal : 0; }

/* Was it held before the session with the number before? */
static bool runs_back(const bg_row_thing *t, size_t i) {
    const bg_row_told *a = i ? &t->told[i - 1] : NULL, *b = &t->told[i];
    if (!a || !a->ordinal || !b->ordinal || !a->day || !b->day || *a->day == '-' || *b->day == '-') return false;
    size_t size = strlen(a->day) < strlen(b->day) ? strlen(a->day) : strlen(b->day);
    return strncmp(a->day, b->day, size) > 0;
}

/* ------------------------------------------------------------------ JSON */

static void pages_json(bg_json *json, const bg_row_told *one) {
    size_t count = 0;
    while (count < BG_TOLD_PAGES && one->pages[count]) count++;
    bg_json__int(json, "pages", (int64_t)one->page_count);
    bg_json__int(json, "witnesses", (int64_t)one->witness_count);
    if (count) bg_json__texts(json, "sources", (const char **)(uintptr_t)one->pages, count);
}

static void told_json(bg_json *json, const bg_row_thing *t) {
    bool sessions = is_kind(t, "mechanism");
    bg_json__array(json, sessions ? "sessions" : "happened");
    for (size_t i = 0; i < t->told_count; i++) {
        const bg_row_told *one = &t->told[i];
        bg_json__object(json, NULL);
        if (one->ordinal) bg_json__int(json, "ordinal", one->ordinal);
        bg_json__text(json, sessions ? "status" : "step", one->step);
        bg_json__text(json, "day", one->day);
        bg_json__text(json, "place", one->place);
        bg_json__text(json, "contact", one->contact);
        bg_json__text(json, "merged_because", one->reason);
        bg_json__text(json, "other_day", one->other_day);
        bg_json__text(json, "other_page", one->other_page);
        if (runs_back(t, i)) bg_json__bool(json, "runs_back", true);
        pages_json(json, one);
        bg_json__end(json);
    }
    bg_json__end(json);
}

static void gaps_json(bg_json *json, const bg_row_thing *t) {
    bg_json__array(json, "gaps");
    for (size_t i = 1; i < t->told_count; i++)
        for (unsigned k = before(t, i) + 1; before(t, i) && k < t->told[i].ordinal && k <= before(t, i) + GAPS_MOST; k++) bg_json__int(json, NULL, k);
    bg_json__end(json);
}

static void names_json(bg_json *json, const bg_row_thing *t) {
    bg_json__array(json, "names");
    for (size_t i = 0; i < t->name_count; i++) {
        const bg_row_name *one = &t->names[i];
        bg_json__object(json, NULL);
        bg_json__text(json, "name", one->name);
        bg_json__int(json, "pages", (int64_t)one->page_count);
        bg_json__text(json, "since", one->since);
        bg_json__text(json, "until", one->until);
        bg_json__text(json, "into", one->into);
        bg_json__text(json, "by", one->by);
        bg_json__text(json, "merged_because", one->reason);
        bg_json__end(json);
    }
    bg_json__end(json);
}

static void thing_json(const bg_row_thing *t, bg_buf *out) {
    bg_json json;
    bg_json__init(&json, out);
    bg_json__object(&json, NULL);
    bg_json__text(&json, "id", t->id);
    bg_json__text(&json, "kind", t->kind);
    bg_json__text(&json, "code", t->code);
    bg_json__text(&json, "name", t->name);
    bg_contact__sides(&json, t->sides);
    bg_json__int(&json, "pages", (int64_t)t->page_count);
    bg_json__int(&json, "witnesses", (int64_t)t->witness_count);
    bg_json__text(&json, "first_day", t->first);
    bg_json__text(&json, "last_day", t->last);
    names_json(&json, t);
    if (!is_kind(t, "body")) told_json(&json, t);
    if (is_kind(t, "mechanism")) gaps_json(&json, t);
    bg_json__end(&json);
    bg_buf__char(out, '\n');
}

/* ------------------------------------------------------------------ for people */

static void date(const char *word, const char *day, bg_lang lang, bg_buf *out) {
    if (!day) return;
    bg_buf__print(out, " · %s ", SAY(word));
    bg_label__date(day, NULL, lang, out);
}

/* Attributes of the lexicon have no blanks. */
static void spaced(const char *text, bg_buf *out) {
    for (; *text; text++) bg_buf__char(out, *text == '_' ? ' ' : *text);
}

static void names_text(const bg_row_thing *t, bg_states *states, bg_buf *out) {
    bg_lang lang = states->style->lang;
    bg_buf__print(out, "  %s\n", SAY("names"));
    for (size_t i = 0; i < t->name_count; i++) {
        const bg_row_name *one = &t->names[i];
        bg_buf__print(out, "    %s · %zu %s", one->name, one->page_count, bg_label__counted("n_pages", one->page_count, lang));
        date("since", one->since, lang, out);
        date("until", one->until, lang, out);
        if (one->into) bg_buf__print(out, " · %s ", SAY("into")), spaced(one->into, out);
        if (one->by) bg_buf__text(out, " ("), spaced(one->by, out), bg_buf__char(out, ')');
        if (one->reason) bg_buf__print(out, "\n      %s: ", HEADING("merged")), bg_reason__text(one->reason, states, out);
        bg_buf__char(out, '\n');
    }
}

static void sources(const bg_row_told *one, bg_lang lang, bg_buf *out) {
    bg_buf__print(out, " · %zu %s, %zu %s  {", one->page_count, bg_label__counted("n_pages", one->page_count, lang), one->witness_count, HEADING("n_witnesses"));
    for (size_t k = 0; k < BG_TOLD_PAGES && one->pages[k]; k++) bg_buf__print(out, "%s%.*s", k ? ", " : "", BG_ID_SHOWN, one->pages[k]);
    bg_buf__text(out, "}\n");
    if (one->page_count > 1 && one->reason) bg_buf__print(out, "      %s: %s\n", SAY("because"), SAY(one->reason));
}

static void conflict(const bg_row_thing *t, size_t i, bg_lang lang, bg_buf *out) {
    const bg_row_told *one = &t->told[i];
    if (runs_back(t, i)) bg_buf__print(out, "      %s: %s\n", SAY("conflict"), SAY("order"));
    if (!one->other_day) return;
    bg_buf__print(out, "      %s: ", SAY("conflict"));
    bg_label__date(one->other_day, NULL, lang, out);
    bg_buf__print(out, "  {%.*s}\n", BG_ID_SHOWN, one->other_page);
}

static void told_line(const bg_row_thing *t, size_t i, bg_lang lang, bg_buf *out) {
    const bg_row_told *one = &t->told[i];
    bool sessions = is_kind(t, "mechanism");
    if (one->ordinal) bg_buf__print(out, "    %s %u", SAY("session"), one->ordinal);
    else bg_buf__print(out, "    %s", sessions ? SAY("unnumbered") : SAY(one->step));
    bg_buf__text(out, " · ");
    if (one->day) bg_label__date(one->day, NULL, lang, out);
    else bg_buf__text(out, HEADING("undated"));
    if (one->place) bg_buf__print(out, " · %s", one->place);
    if (sessions && one->step) bg_buf__print(out, " · %s", SAY(one->step));
    if (one->contact) bg_buf__print(out, " · %.*s", BG_ID_SHOWN, one->contact);
    sources(one, lang, out);
    conflict(t, i, lang, out);
}

static void gap_line(const bg_row_thing *t, size_t i, bg_lang lang, bg_buf *out) {
    unsigned last = before(t, i), next = t->told[i].ordinal;
    if (!last || last + 1 >= next) return;
    bg_buf__print(out, "    %s %u", SAY("gaps"), last + 1);
    if (last + 2 < next) bg_buf__print(out, "–%u", next - 1);
    bg_buf__char(out, '\n');
}

static void thing_text(const bg_row_thing *t, bg_states *states, bg_buf *out) {
    bg_lang lang = states->style->lang;
    const char *sides = bg_states__list(states, t->sides, SIZE_MAX);
    bg_buf__print(out, "%s  %s%s%s%s · %s · %zu %s, %zu %s\n", t->id, t->name ? t->name : t->code, *sides ? " (" : "", sides, *sides ? ")" : "", bg_label__of(BG_LABEL_KIND, t->kind, lang),
                  t->page_count, bg_label__counted("n_pages", t->page_count, lang), t->witness_count, HEADING("n_witnesses"));
    names_text(t, states, out);
    if (t->told_count) bg_buf__print(out, "  %s\n", is_kind(t, "mechanism") ? SAY("sessions") : SAY("happened"));
    for (size_t i = 0; i < t->told_count; i++) {
        if (is_kind(t, "mechanism")) gap_line(t, i, lang, out);
        told_line(t, i, lang, out);
    }
    bg_buf__char(out, '\n');
}

/* The last session with a number, else the last of all; of agreements the last of what happened. */
static const bg_row_told *latest(const bg_row_thing *t) {
    const bg_row_told *found = NULL;
    for (size_t i = 0; i < t->told_count; i++)
        if (!found || t->told[i].ordinal || !found->ordinal) found = &t->told[i];
    return found;
}

const bg_row_told *bg_things__latest(const bg_row_thing *t, bg_lang lang, bg_buf *out) {
    const bg_row_told *one = latest(t);
    if (!one) return NULL;
    size_t before = out->size;
    if (one->ordinal) bg_buf__print(out, "%s %u", SAY("session"), one->ordinal);
    else if (!is_kind(t, "mechanism")) bg_buf__text(out, SAY(one->step));
    if (!one->day) return one;
    if (out->size > before) bg_buf__text(out, ", ");
    bg_label__date(one->day, NULL, lang, out);
    return one;
}

static void write_table(bg_arena *arena, const things *p, bg_buf *out) {
    bg_lang lang = p->style->lang;
    bool told = strcmp(p->ask.kind, "body") != 0;
    const char *const heads[] = {HEADING("id"), HEADING("sides"), HEADING("pages"), HEADING("days"), told ? SAY("last") : NULL, HEADING("name")};
    bg_table table = {.arena = arena, .columns = BG_COUNT(heads) - !told};
    bg_states states = {.style = p->style, .arena = arena};
    bg_buf text;
    bg_buf__init(&text, 1 << 16);
    for (size_t i = 0; i < BG_COUNT(heads); i++)
        if (heads[i]) bg_table__cell(&table, heads[i]);
    for (size_t i = 0; p->list.items && i < p->list.count; i++) {
        const bg_row_thing *t = &p->list.items[i];
        bg_table__print(&table, "%.*s", BG_ID_SHOWN, t->id);
        bg_table__cell(&table, bg_states__list(&states, t->sides, BG_STATES_SHOWN));
        bg_table__print(&table, "%zu", t->page_count);
        bg_buf__clear(&text);
        bg_label__date(t->first, t->last, lang, &text);
        bg_table__cell(&table, text.bytes);
        if (told) bg_buf__clear(&text), (void)bg_things__latest(t, lang, &text), bg_table__cell(&table, text.size ? text.bytes : "");
        bg_table__cell(&table, t->name);
    }
    bg_table__write(&table, p->style->width, out);
    bg_buf__free(&text);
}

static void write_things(const things *p, bg_arena *arena, bg_buf *out) {
    bg_states states = {.style = p->style, .arena = arena};
    if (p->table && p->list.count) write_table(arena, p, out);
    for (size_t i = 0; !p->table && p->list.items && i < p->list.count; i++) {
        if (p->style->json) thing_json(&p->list.items[i], out);
        else thing_text(&p->list.items[i], &states, out);
    }
}

static void write(void *context, bg_record *record, bg_arena *arena, bg_buf *out) {
    things *p = context;
    bg_buf folded;
    bg_buf__init(&folded, 1 << 16);
    if (p->ask.name) {
        bg_text__fold(p->ask.name, strlen(p->ask.name), &folded);
        if (folded.failed) bg_db__nomem(record);
        p->ask.name = folded.bytes ? folded.bytes : "";
    }
    if (record->code == BG_OK && !bg_query__things(record, arena, &p->ask, &p->list)) p->list.count = 0;
    bg_buf__free(&folded);
    write_things(p, arena, out);
}

static bg_code find_state(const bg_data *data, const char *with, bg_naming_ask *ask, bg_error *err) {
    if (!with) return BG_OK;
    const char *code = bg_state__code(data, with);
    if (!code) return bg_error__set(err, BG_E_USAGE, BG_NO_BYTE, "no state is called '%.100s'", with);
    ask->sides[0] = strcmp(ask->kind, "body") == 0 || strcmp(code, "VN") == 0 ? code : "VN";
    if (ask->sides[0] != code) ask->sides[1] = code;
    return BG_OK;
}

bg_code bg_view_things(bg_record *record, const bg_data *data, const bg_things_ask *asked, const bg_style *style, bg_out *out, size_t *count, bg_error *err) {
    things p = {.ask = {.kind = asked->kind == BG_BODY ? "body" : asked->kind == BG_MECHANISM ? "mechanism" : "agreement", .as_of = asked->as_of}, .style = style};
    bg_code code = find_state(data, asked->with, &p.ask, err);
    if (code) return code;
    if (asked->name && bg_thing__is_id(asked->name)) p.ask.id = asked->name;
    else p.ask.name = asked->name;
    p.ask.whole = asked->name || style->json;
    p.table = !p.ask.whole;
    code = bg_view__run(record, write, &p, out, err);
    if (count) *count = p.list.count;
    return code;
}

/* ------------------------------------------------------------------ by id */

bool bg_things__show(bg_record *record, bg_arena *arena, const char *id, const bg_style *style, bg_buf *out) {
    things p = {.ask = {.id = id, .whole = true}, .style = style};
    if (!bg_query__things(record, arena, &p.ask, &p.list)) return record->code != BG_OK;
    write_things(&p, arena, out);
    return p.list.count;
}

static void naming_json(const bg_row_thing *t, const bg_row_naming *n, bg_buf *out) {
    bg_json json;
    bg_json__init(&json, out);
    bg_json__object(&json, NULL);
    bg_json__text(&json, "id", t->id);
    bg_json__text(&json, "code", t->code);
    bg_json__text(&json, "page", n->page);
    bg_json__text(&json, "name", n->name);
    bg_json__span(&json, "span", n->at);
    bg_json__text(&json, "because", n->because);
    bg_json__text(&json, "merged_because", n->reason);
    if (n->ordinal) bg_json__int(&json, "ordinal", n->ordinal);
    bg_json__text(&json, "step", n->step);
    bg_json__text(&json, "day", n->day);
    bg_json__text(&json, "event", n->event);
    bg_json__span(&json, "evidence", n->said);
    bg_json__end(&json);
    bg_buf__char(out, '\n');
}

/* The sentence, out of its paragraph. */
static void sentence(bg_record *record, bg_arena *arena, const bg_row_naming *n, bg_buf *out) {
    const char *text = NULL;
    bg_span block = {0};
    bg_query__block(record, arena, n->page, n->said, &text, &block);
    if (!text || n->said.start < block.start || n->said.end > block.end) return;
    bg_buf__text(out, "      ");
    bg_view__words(text + (n->said.start - block.start), n->said.end - n->said.start, out);
    bg_buf__char(out, '\n');
}

static void naming_text(bg_record *record, bg_arena *arena, const bg_row_naming *n, bg_lang lang, bg_buf *out) {
    char because[24];
    snprintf(because, sizeof because, "by_%s", n->because);
    bg_buf__print(out, "    %.*s [%u,%u) “%s”", BG_ID_SHOWN, n->page, n->at.start, n->at.end, n->name);
    if (n->ordinal) bg_buf__print(out, " · %s %u", SAY("session"), n->ordinal);
    if (n->step) bg_buf__print(out, " · %s", SAY(n->step));
    if (n->day) bg_buf__text(out, " · "), bg_label__date(n->day, NULL, lang, out);
    bg_buf__print(out, " · %s", SAY(because));
    if (n->reason) bg_buf__print(out, " · %s: %s", HEADING("merged"), n->reason);
    bg_buf__char(out, '\n');
    sentence(record, arena, n, out);
}

bool bg_things__explain(bg_record *record, bg_arena *arena, const char *id, const bg_style *style, bg_buf *out) {
    bg_naming_ask ask = {.id = id};
    bg_row_things list = {0};
    bg_states states = {.style = style, .arena = arena};
    if (!bg_query__things(record, arena, &ask, &list)) return record->code != BG_OK;
    for (size_t i = 0; list.items && i < list.count; i++) {
        const bg_row_thing *t = &list.items[i];
        bg_row_namings told = {0};
        if (!style->json) bg_buf__print(out, "%s  %s (%s) = %s\n", t->id, t->name ? t->name : "", bg_states__list(&states, t->sides, SIZE_MAX), t->code);
        bg_query__namings(record, arena, t->number, &told);
        for (size_t k = 0; told.items && k < told.count; k++) {
            if (style->json) naming_json(t, &told.items[k], out);
            else naming_text(record, arena, &told.items[k], style->lang, out);
        }
    }
    return list.count;
}
