/* source: see source.h. */
#include "source.h"
#include "../page/page.h"
#include "../record/ranges.h"
#include "../record/rows.h"
#include "labels.h"
#include "reason.h"

/* ------------------------------------------------------------------ ranges of the text, ranges of the bytes */

static const char *made_of(bool markup, const char *charset) {
    bool converted = charset && strcmp(charset, "utf-8") != 0;
    return markup ? converted ? "html,charset" : "html" : converted ? "charset" : NULL;
}

void bg_source__origin(bg_record *record, bg_arena *arena, const bg_row_page *row, bg_origin *out) {
    bg_buf bytes, text;
    bg_page page;
    bool damaged;
    *out = (bg_origin){0};
    if (!row->derived) return;
    if (!bg_query__page_bytes(record, row->id, &bytes, &text, &damaged)) {
        if (damaged) bg_db__start(record, record->err);
        return;
    }
    bg_code code = bg_page__open(arena, row->source, bytes.bytes, bytes.size, row->item.type, &page, NULL);
    if (code == BG_E_NOMEM) bg_db__nomem(record);
    /* What another reader read has ranges of the text as that one made it. */
    bool same = !code && page.size == text.size && memcmp(page.text, text.bytes, text.size) == 0;
    if (same) *out = (bg_origin){.made = made_of(page.html != NULL, page.charset.name), .map = page.map};
    bg_buf__free(&bytes);
    bg_buf__free(&text);
}

bg_origin bg_origin__of_doc(const bg_doc *doc) {
    bool same = doc->text_size == doc->item.size && memcmp(doc->text, doc->item.bytes, doc->text_size) == 0;
    const char *made = made_of(doc->markup, doc->charset.name);
    return (bg_origin){.made = same ? NULL : made, .doc = doc};
}

bg_span bg_origin__of(const bg_origin *origin, bg_span range) {
    if (!range.end || !origin->made) return range;
    return origin->doc ? bg_doc_origin(origin->doc, range) : bg_map__span(&origin->map, range);
}

void bg_origin__json(bg_json *json, const bg_origin *origin, bg_span range) {
    if (origin->made && range.end) bg_json__span(json, "bytes", bg_origin__of(origin, range));
}

/* ------------------------------------------------------------------ pages */

const char *bg_source__authors(bg_arena *arena, const char *const *names, size_t count) {
    const char *out = count ? names[0] : NULL;
    for (size_t i = 1; out && i < count; i++) out = bg_arena__print(arena, "%s, %s", out, names[i]);
    return out;
}

static void states_json(bg_json *json, const bg_row_page *page, bool copies) {
    size_t count = 0;
    for (size_t i = 0; i < page->state_count; i++) count += page->states[i].copy == copies;
    if (!count) return;
    bg_json__array(json, copies ? "copies" : "states");
    for (size_t i = 0; i < page->state_count; i++) {
        const bg_row_state *state = &page->states[i];
        if (state->copy != copies) continue;
        bg_json__object(json, NULL);
        bg_json__text(json, "page", state->id);
        bg_json__text(json, "source", state->source);
        bg_json__text(json, "captured", state->captured);
        if (!copies) bg_json__bool(json, "newer", state->newer);
        bg_json__end(json);
    }
    bg_json__end(json);
}

void bg_source__json(bg_json *json, const bg_row_page *page) {
    bg_json__text(json, "source", page->source);
    bg_json__text(json, "url", page->url);
    bg_json__text(json, "url_from", page->url_from);
    bg_json__text(json, "captured", page->captured);
    bg_json__text(json, "title", page->title);
    bg_json__text(json, "published", page->published);
    bg_json__text(json, "published_from", page->published_from);
    bg_json__text(json, "modified", page->modified);
    bg_json__text(json, "modified_from", page->modified_from);
    if (page->author_count) bg_json__texts(json, "authors", (const char **)(uintptr_t)page->authors, page->author_count);
    bg_json__text(json, "summary", page->summary);
    bg_json__text(json, "outlet", page->outlet);
    bg_json__text(json, "agency", page->agency);
    bg_json__text(json, "reprint_of", page->reprint_of);
    bg_json__text(json, "charset", page->charset);
    if (page->is_list) bg_json__bool(json, "is_list", true);
    bg_json__text(json, "witness", page->witness);
    bg_json__text(json, "witness_because", page->witness_reason);
    states_json(json, page, true);
    states_json(json, page, false);
}

static void part(bg_buf *out, const char *label, const char *text) {
    if (text) bg_buf__print(out, " · %s%s%s", label ? label : "", label ? " " : "", text);
}

/* A day, of which the label says what was done on it. */
static void day_part(bg_buf *out, const char *label, bg_lang lang, const char *day) {
    if (!day) return;
    part(out, bg_label__of(BG_LABEL_HEADING, label, lang), "");
    bg_label__date(day, NULL, lang, out);
}

static void states_text(const bg_row_page *page, bg_lang lang, bg_buf *out) {
    for (size_t i = 0; i < page->state_count; i++) {
        const bg_row_state *state = &page->states[i];
        const char *what = state->copy ? "copy" : state->newer ? "newer" : "older";
        bg_buf__print(out, "      %s: %.*s %s", bg_label__of(BG_LABEL_HEADING, what, lang), 11, state->id, state->source ? state->source : "");
        day_part(out, "captured", lang, state->captured);
        bg_buf__char(out, '\n');
    }
}

void bg_source__text(const bg_row_page *page, bg_lang lang, bg_buf *out) {
    bg_buf__print(out, "      %s", page->title ? page->title : "");
    day_part(out, "published", lang, page->published);
    day_part(out, "modified", lang, page->modified);
    part(out, NULL, page->agency ? page->agency : page->outlet);
    for (size_t i = 0; i < page->author_count; i++) part(out, NULL, page->authors[i]);
    bg_buf__char(out, '\n');
    if (page->url) {
        bg_buf__print(out, "      %s", page->url);
        day_part(out, "captured", lang, page->captured);
        bg_buf__char(out, '\n');
    }
    if (page->reprint_of) bg_buf__print(out, "      %s %s\n", bg_label__of(BG_LABEL_HEADING, "reprint", lang), page->reprint_of);
    if (page->witness && strcmp(page->witness, page->id) == 0)
        bg_buf__print(out, "      %s (%s)\n", bg_label__of(BG_LABEL_HEADING, "origin", lang), bg_label__of(BG_LABEL_HEADING, page->witness_reason, lang));
    else if (page->witness) {
        bg_buf__print(out, "      %s %.11s (", bg_label__of(BG_LABEL_HEADING, "witness", lang), page->witness);
        bg_reason__text(page->witness_reason, &(bg_states){.style = &(bg_style){.lang = lang}}, out); /* names no state */
        bg_buf__text(out, ")\n");
    }
    states_text(page, lang, out);
}

/* ------------------------------------------------------------------ notes */

#define COPY(column) bg_db__copy(record, arena, stmt, (column))
/* Of a fact `f` with its row and its sentence: they lie with the page's number (rows.h), so nothing is looked for by the page's id. */
#define NOTE_OF(fact, which) \
    "SELECT p.id, (SELECT min(s.name) FROM page_sources s WHERE s.n = p.n), p.outlet, p.title, p.published, p.url," \
    " coalesce(nullif(" BG_RANGE_WORDS("r", "f.said_start", "f.said_end") ", p.title), (SELECT x.text FROM ranges x WHERE x.page = p.id AND x.owner = f.id AND x.field = 'evidence'" \
    " AND x.text IS NOT p.title ORDER BY x.n LIMIT 1), " BG_RANGE_WORDS("r", "f.said_start", "f.said_end") ") FROM " fact \
    " CROSS JOIN pages p ON p.n = f.row >> " BG_ROW_BITS_SQL " LEFT JOIN page_ranges r ON r.n = p.n WHERE " which " LIMIT 1"

static sqlite3_stmt *select_note(bg_record *record, const char *fact) {
    if (*fact == 's') return bg_db__query(record, NOTE_OF("statements f", "f.row = " BG_ROW_OF("statements", "?1")), "t", fact);
    if (*fact == 'c') return bg_db__query(record, NOTE_OF("items f", "f.row = " BG_ROW_OF("items", "?1")), "t", fact);
    return bg_db__query(record, NOTE_OF("(SELECT row FROM tellings WHERE contact = ?1 ORDER BY n LIMIT 1) m CROSS JOIN events f", "f.row = m.row"), "t", fact);
}

bool bg_source__note(bg_record *record, bg_arena *arena, const char *fact, bg_note_line *out) {
    sqlite3_stmt *stmt = select_note(record, fact);
    if (!bg_db__row(record, stmt)) return false;
    *out = (bg_note_line){.page = COPY(0), .source = COPY(1), .outlet = COPY(2), .title = COPY(3), .published = COPY(4), .url = COPY(5), .words = COPY(6), .fact = fact};
    bg_db__done(stmt);
    return record->code == BG_OK;
}
#undef COPY
