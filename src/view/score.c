/* score: gold line by line, each with its page. */
#include "score.h"

#include <unistd.h>

#define GOLD_MAX ((size_t)1 << 30)

typedef struct scorer {
    const bg_data *data;
    const char *gold_path, *pages;
    bg_tally tally;
    bg_error *err;
} scorer;

static bg_code bad_line(const scorer *s, size_t line, const char *why) {
    return bg_error__set(s->err, BG_E_USAGE, BG_NO_BYTE, "'%s' line %zu: %s", s->gold_path, line, why);
}

static bg_code nomem(const scorer *s) { return bg_error__set(s->err, BG_E_NOMEM, BG_NO_BYTE, "out of memory"); }

/* The page's path: as named, or with .txt or .html. */
static const char *page_path(const scorer *s, bg_arena *arena, const char *doc) {
    static const char *const tails[] = {"", ".txt", ".html"};
    for (size_t i = 0; i < BG_COUNT(tails); i++) {
        const char *path = bg_arena__print(arena, "%s/%s%s", s->pages, doc, tails[i]);
        if (path && access(path, F_OK) == 0) return path;
    }
    return NULL;
}

static bg_code compare(scorer *s, bg_case *c) {
    bool negative = json_is_true(json_object_get(c->gold, "negative"));
    if (!c->read) s->tally.missing++;
    if (!bg_score__contacts(c)) return nomem(s);
    if (negative) return BG_OK;
    return bg_score__statements(c) && bg_score__body(c) ? BG_OK : nomem(s);
}

/* Read the page and compare. A page that cannot be read counts as one without output. */
static bg_code score_page(scorer *s, bg_case *c, const char *path) {
    bg_input *input;
    const bg_item *item = NULL;
    bg_doc *doc = NULL;
    bg_code code = bg_input_open(path, &input, s->err);
    if (code == BG_OK) code = bg_input_next(input, &item, s->err);
    if (code == BG_OK && item) {
        c->raw = item->bytes;
        c->size = item->size;
        if (bg_doc_read_item(s->data, item, &doc, s->err) == BG_E_NOMEM) code = BG_E_NOMEM;
        c->read = doc;
        if (code == BG_OK) code = compare(s, c);
        bg_doc_free(doc);
    }
    bg_input_close(input);
    return code;
}

static bg_code score_case(scorer *s, bg_case *c, size_t line) {
    bool negative = json_is_true(json_object_get(c->gold, "negative"));
    c->doc = bg_score__text(c->gold, "doc");
    if (!c->doc) return bad_line(s, line, "no \"doc\"");
    if (!negative && !json_is_object(json_object_get(c->gold, "main_event"))) return bad_line(s, line, "no \"main_event\"");
    const char *path = page_path(s, c->arena, c->doc);
    if (!path) return bg_error__set(s->err, BG_E_OPEN, BG_NO_BYTE, "no page for '%s' in '%s'", c->doc, s->pages);
    return score_page(s, c, path);
}

static bg_code score_line(scorer *s, const char *text, size_t size, size_t line) {
    json_error_t wrong;
    if (strspn(text, " \t\r") >= size) return BG_OK;
    json_t *gold = json_loadb(text, size, 0, &wrong);
    if (!gold) return bad_line(s, line, wrong.text);
    bg_case c = {.arena = bg_arena__new(), .gold = gold, .tally = &s->tally};
    bg_code code = c.arena ? score_case(s, &c, line) : nomem(s);
    bg_arena__free(c.arena);
    json_decref(gold);
    return code;
}

static bg_code score_all(scorer *s, const bg_buf *gold) {
    bg_code code = BG_OK;
    size_t line = 1;
    for (size_t from = 0; from < gold->size && code == BG_OK; line++) {
        const char *end = memchr(gold->bytes + from, '\n', gold->size - from);
        size_t to = end ? (size_t)(end - gold->bytes) : gold->size;
        code = score_line(s, gold->bytes + from, to - from, line);
        from = to + 1;
    }
    return code;
}

bg_code bg_score(const bg_data *data, const bg_score_ask *ask, const bg_style *style, bg_out *out, bg_error *err) {
    scorer s = {.data = data, .gold_path = ask->gold, .pages = ask->pages, .err = err};
    s.tally.by = (bg_breakdown){.key = ask->by, .arena = bg_arena__new()};
    if (!s.tally.by.arena) return nomem(&s);
    bg_buf lines, buf;
    bg_buf__init(&buf, BG_VIEW_MAX);
    bg_buf__init(&s.tally.errors, BG_VIEW_MAX);
    bg_code code = bg_file__read(ask->gold, GOLD_MAX, &lines, err);
    if (code == BG_OK) code = score_all(&s, &lines);
    if (code == BG_OK) {
        if (!ask->by) bg_tally__write(&s.tally, style->json, &buf);
        else if (!bg_by__write(&s.tally.by, style, &buf)) code = nomem(&s);
        if (ask->errors && s.tally.errors.size) bg_buf__add(&buf, s.tally.errors.bytes, s.tally.errors.size);
        if (code == BG_OK) code = bg_out__take(out, &buf, err);
    }
    bg_arena__free(s.tally.by.arena);
    bg_buf__free(&lines);
    bg_buf__free(&s.tally.errors);
    bg_buf__free(&buf);
    return code;
}
