/* event_walk: see event_walk.h. */
#include "event_walk.h"
#include "../base/calendar.h"
#include "export_table.h"

/* ------------------------------------------------------------------ every contact */

/* What cannot be read is lost, what stands behind it is not. */
static void go_on(bg_exporter *x) {
    bg_code code = bg_db__code(x->record);
    if (code != BG_E_RECORD && code != BG_E_RECORD_TYPE) return;
    x->done.lost++;
    bg_db__start(x->record, x->record->err);
}

static void write_event(void *context, const bg_coded *event) {
    bg_event_walk *w = context;
    w->write(w, event);
    go_on(w->x);
    bg_exporter__flush(w->x, BG_EXPORT_CHUNK);
}

/* A contact, or a page for what it says at none. */
static void walk_row(bg_exporter *x, const void *what, sqlite3_stmt *stmt) {
    bg_event_walk *w = (bg_event_walk *)(uintptr_t)what;
    bg_id id;
    const char *given = bg_db__text(x->record, stmt, 0);
    snprintf(id, sizeof id, "%s", given ? given : "");
    w->arena = bg_arena__new();
    if (!w->arena) bg_db__nomem(x->record);
    else if (*id == 'p') bg_coded__page(x->record, w->arena, id, w->coding, &w->numbers, &w->count, write_event, w);
    else bg_coded__contact(x->record, x->data, w->arena, id, w->coding, &w->numbers, &w->count, write_event, w);
    bg_arena__free(w->arena);
    w->arena = NULL;
    go_on(x);
}

void bg_event_walk__run(bg_exporter *x, bg_coding coding, const char *none, bg_event_fn *write) {
    bg_event_walk w = {.x = x, .coding = coding, .none = none, .write = write};
    if (bg_numbers__begin(&w.numbers, x->record, BG_NUMBER_MASK)) {
        bg_exporter__ordered(x, BG_CONTACTS_BY_DAY, "SELECT id, rowid FROM contacts WHERE rowid BETWEEN ?1 AND ?2 ORDER BY rowid", 1, walk_row, &w);
        bg_exporter__ordered(x, BG_PAGES_BY_DAY, "SELECT id, rowid FROM pages WHERE rowid BETWEEN ?1 AND ?2 AND copy_of IS NULL ORDER BY rowid", 1, walk_row, &w);
    }
    bg_numbers__end(&w.numbers);
    for (size_t i = 0; i < BG_TEXTS_KEPT; i++)
        if (w.texts[i].age) bg_buf__free(&w.texts[i].text);
    x->done.events = w.count.events - x->done.no_day;
    x->done.no_code = w.count.no_code;
    x->done.no_sides = w.count.no_sides;
}

/* ------------------------------------------------------------------ pages and their texts */

const bg_coded_mention *bg_event__first(const bg_coded *event) {
    const bg_coded_mention *first = &event->mentions.items[0];
    for (size_t i = 1; i < event->mentions.count; i++)
        if (event->mentions.items[i].page < first->page) first = &event->mentions.items[i]; /* they are in the order of publication */
    return first;
}

static size_t count_chars(const char *text, size_t size) {
    size_t count = 0;
    for (size_t i = 0; i < size; i++) count += ((unsigned char)text[i] & 0xC0) != 0x80;
    return count;
}

/* The place of the page's text among those at hand, BG_TEXTS_KEPT if it cannot be read. */
static size_t text_of(bg_event_walk *w, const char *page) {
    size_t oldest = 0;
    for (size_t i = 0; i < BG_TEXTS_KEPT; i++) {
        if (w->texts[i].age && bg_string__is(w->texts[i].page, page)) return w->texts[i].age = ++w->turns, i;
        if (w->texts[i].age < w->texts[oldest].age) oldest = i;
    }
    bg_buf bytes, text;
    bool damaged;
    if (!bg_query__page_bytes(w->x->record, page, &bytes, &text, &damaged)) return BG_TEXTS_KEPT;
    if (w->texts[oldest].age) bg_buf__free(&w->texts[oldest].text);
    bg_buf *kept = text.bytes ? &text : &bytes;
    bg_buf__free(text.bytes ? &bytes : &text);
    w->texts[oldest].text = *kept;
    w->texts[oldest].chars = count_chars(kept->bytes, kept->size);
    w->texts[oldest].age = ++w->turns;
    snprintf(w->texts[oldest].page, sizeof w->texts[oldest].page, "%s", page);
    return oldest;
}

size_t bg_event__chars(bg_event_walk *w, const char *page, size_t byte, size_t *all) {
    size_t at = text_of(w, page);
    if (at == BG_TEXTS_KEPT || byte > w->texts[at].text.size) return SIZE_MAX;
    if (all) *all = w->texts[at].chars;
    return count_chars(w->texts[at].text.bytes, byte);
}

/* A name of the first participant that stands in a range and is of a side: ranges of participants are in their order. */
static void participant_ranges(bg_event_walk *w, const bg_coded *event, const bg_coded_mention *mention, const bg_range_rows *ranges, bg_event_place *out) {
    size_t at = 0;
    sqlite3_stmt *stmt = bg_db__query(w->x->record, "SELECT e.country FROM participants p JOIN entities e ON e.row = p.entity_row WHERE p.event = ? ORDER BY p.n", "t", mention->fact);
    while (bg_db__row(w->x->record, stmt)) {
        const char *country = bg_db__text(w->x->record, stmt, 0);
        while (at < ranges->count && !bg_string__is(ranges->items[at].field, "participant")) at++;
        if (at == ranges->count) continue;
        bg_span span = ranges->items[at++].span;
        if (!out->from.end && event->from.count && bg_string__is(country, event->from.items[0])) out->from = span;
        else if (!out->to.end && event->to.count && bg_string__is(country, event->to.items[0])) out->to = span;
    }
}

void bg_event__place(bg_event_walk *w, const bg_coded *event, const bg_coded_mention *mention, bg_event_place *out) {
    bg_range_rows ranges = {0};
    *out = (bg_event_place){0};
    bg_query__ranges(w->x->record, w->arena, mention->page->id, mention->fact, &ranges);
    for (size_t i = 0; i < ranges.count; i++) {
        const bg_row_range *r = &ranges.items[i];
        if (bg_string__is(r->field, "evidence") && !out->sentence.end) out->sentence = r->span, out->written = r->text;
        if ((bg_string__is(r->field, "act") || bg_string__is(r->field, "type")) && !out->action.end) out->action = r->span, out->words = r->text;
        if (bg_string__is(r->field, "speaker") && !out->from.end) out->from = r->span;
        if (bg_string__is(r->field, "addressee") && !out->to.end) out->to = r->span;
    }
    if (mention->fact[0] == 'v') participant_ranges(w, event, mention, &ranges, out);
}

/* ------------------------------------------------------------------ days */

static int two(const char *at) { return (at[0] - '0') * 10 + (at[1] - '0'); }

/* Does the text have the form of the model, in which d is a digit? */
static bool has_form(const char *text, const char *model) {
    for (size_t i = 0; model[i]; i++)
        if (model[i] == 'd' ? text[i] < '0' || text[i] > '9' : text[i] != model[i]) return false;
    return true;
}

bool bg_event__stamp(const char *published, char out[15]) {
    int64_t day;
    char date[11];
    if (!published || !bg_calendar__day(published, &day)) return false;
    int64_t seconds = 0;
    if (has_form(published + 10, "Tdd:dd")) {
        const char *at = published + 16;
        seconds = two(published + 11) * 3600 + two(published + 14) * 60;
        if (has_form(at, ":dd")) seconds += two(at + 1), at += 3;
        if (*at == '+' && has_form(at + 1, "dd:dd")) seconds -= two(at + 1) * 3600 + two(at + 4) * 60;
        if (*at == '-' && has_form(at + 1, "dd:dd")) seconds += two(at + 1) * 3600 + two(at + 4) * 60;
    }
    while (seconds < 0) seconds += 86400, day--;
    while (seconds >= 86400) seconds -= 86400, day++;
    bg_calendar__text(day, date);
    snprintf(out, 15, "%.4s%.2s%.2s%02d%02d%02d", date, date + 5, date + 8, (int)(seconds / 3600) % 24, (int)(seconds / 60 % 60), (int)(seconds % 60));
    return true;
}

bool bg_event__has_day(const bg_coded *event) { return event->date && strlen(event->date) == 10; }

/* ------------------------------------------------------------------ sides */

const char *bg_event__name(const char *side) {
    const bg_cross_state *state = bg_cross__state(side);
    const bg_cross_group *group = state ? NULL : bg_cross__group(side);
    return state && state->name ? state->name : group && group->name ? group->name : side;
}

const char *bg_event__iso3(const char *side) {
    const bg_cross_state *state = bg_cross__state(side);
    const bg_cross_group *group = state ? NULL : bg_cross__group(side);
    return state ? state->iso3 : group ? group->type : NULL;
}

const char *bg_event__cow(const char *side) {
    const bg_cross_state *state = bg_cross__state(side);
    return state ? state->cow : NULL;
}

const bg_cross_sector *bg_event__sectors(const bg_event_walk *w, const bg_coded *event, const char *side) {
    return bg_cross__state(side) ? bg_cross__sector(bg_coded__channel(w->x->data, event, side)) : NULL;
}

const char *bg_event__sector(const bg_event_walk *w, const bg_coded *event, const char *side) {
    const bg_cross_group *group = bg_cross__state(side) ? NULL : bg_cross__group(side);
    const bg_cross_sector *sector = bg_event__sectors(w, event, side);
    return group ? group->type : sector ? sector->plover : NULL;
}

/* ------------------------------------------------------------------ rows */

void bg_event__cell(bg_event_walk *w, const char *text) {
    bg_buf *out = &w->x->out;
    if (w->begun) bg_buf__char(out, '\t');
    w->begun = true;
    text = text ? bg_exporter__sound(w->x, text, strlen(text)) : NULL;
    if (!text) text = w->none;
    for (size_t i = 0; text[i]; i++) bg_buf__char(out, text[i] == '\t' || text[i] == '\n' || text[i] == '\r' ? ' ' : text[i]);
}

void bg_event__number(bg_event_walk *w, int64_t number) {
    char text[24];
    snprintf(text, sizeof text, "%lld", (long long)number);
    bg_event__cell(w, text);
}

void bg_event__blank(bg_event_walk *w, size_t count) {
    for (size_t i = 0; i < count; i++) bg_event__cell(w, NULL);
}

void bg_event__end_row(bg_event_walk *w) {
    bg_buf__char(&w->x->out, '\n');
    w->begun = false;
}

void bg_event__heading(bg_exporter *x, const char *format) {
    const bg_export_table *table = bg_export__event_table(format);
    for (size_t i = 0; i < table->column_count; i++) bg_buf__print(&x->out, "%s%s", i ? "\t" : "", table->columns[i].name);
    bg_buf__char(&x->out, '\n');
}
