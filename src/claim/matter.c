/* matter: which statements ask, agree or promise, and what they are about. */
#include "matters.h"

#define CONDITION_MOST 30 /* words of a condition */
#define SUBJECT_WORDS 8   /* from the comma behind it to what is promised */

static bool is_behind_comma(const bg_matters *m, uint32_t tok) { return tok && bg_text__is_sign(m->text, tok - 1, ','); }

/* "nếu …": to the end of its clause. "Sau khi …" only where something is promised. */
static bg_span condition_in(const bg_matters *m, uint32_t tok, uint32_t end, bool promised) {
    uint32_t mark = bg_text__first(m->text, tok, end, CLASS_CONDITION);
    while (mark != BG_NONE && is(bg_mark__get(m->text, &m->text->marks.items[mark], KEY_VALUE), "after") && !(promised && !is_behind_comma(m, m->text->marks.items[mark].tok)))
        mark = bg_text__after(m->text, mark, end, CLASS_CONDITION); /* "đề nghị họp khẩn sau khi B phóng …": why he asks */
    if (mark == BG_NONE) return (bg_span){0};
    uint32_t from = m->text->marks.items[mark].tok, to = m->text->marks.items[mark].end;
    while (to < end && to < from + CONDITION_MOST && !bg_text__is_sign(m->text, to, ',') && !bg_text__is_sign(m->text, to, ';')) to++;
    return bg_text__span(m->text, from, to);
}

/* "Nếu B đồng ý, chúng tôi sẽ …": what stands before who promises, from where a clause begins to the comma behind it. */
static bg_span condition_before(const bg_matters *m, const bg_saying *said) {
    uint32_t first = m->text->sentences.items[said->sentence].tok, mark = said->tok < said->end ? bg_text__last(m->text, first, said->tok, CLASS_CONDITION) : BG_NONE, comma;
    if (mark == BG_NONE || is(bg_mark__get(m->text, &m->text->marks.items[mark], KEY_VALUE), "after")) return (bg_span){0};
    uint32_t from = m->text->marks.items[mark].tok;
    if (from > first && !(m->text->tokens.items[from - 1].flags & BG_TOK_PUNCT) && bg_text__ends_at(m->text, first, from, CLASS_REPORTCONJ, 1) == BG_NONE) return (bg_span){0};
    for (comma = from; comma < said->tok && !bg_text__is_sign(m->text, comma, ','); comma++) {}
    if (comma == said->tok || comma > from + CONDITION_MOST || comma + SUBJECT_WORDS < said->tok) return (bg_span){0};
    return bg_text__span(m->text, from, comma);
}

static const char *print_day(const bg_matters *m, bg_day day) { return bg_arena__print(m->text->arena, "%04d-%02d-%02d", day.year, day.month, day.day); }

/* What stands in [tok, end): keys, term, condition. */
void bg_matter__describe(bg_matters *m, uint32_t tok, uint32_t end, bg_matter *out) {
    bg_keys keys = {0};
    bg_term term;
    bg_clause about;
    m->failed |= !bg_matter__keys(m->claims, tok, end, is(out->kind, "invitation"), &keys, &about);
    out->content = bg_text__span(m->text, tok, end);
    out->about = about.tok < about.end ? bg_text__span(m->text, about.tok, about.end) : out->content;
    out->keys = keys.items, out->key_count = keys.count;
    out->condition = condition_in(m, tok, end, is(out->kind, "pledge") || is(out->kind, "offer"));
    if (!bg_matter__term(m->claims, tok, end, &term)) return;
    out->due = bg_text__span(m->text, term.tok, term.end);
    out->due_from = print_day(m, term.from), out->due_to = print_day(m, term.to);
}

void bg_matter__push(bg_matters *m, const bg_matter *made) {
    bg_matter *slot = BG_PUSH(m->text->arena, &m->out);
    if (slot) *slot = *made;
    else m->failed = true;
}

/* ------------------------------------------------------------------ statements */

static const struct {
    const char *strength, *kind;
} kinds[] = {{"wish", "wish"}, {"ask", "ask"}, {"ready", "offer"}, {"agree", "agreement"}, {"pledge", "pledge"}, {"signed", "signed"}, {"under_way", "report"}, {"done", "report"}};

/* How strongly it is said; a sentence of a list, "Tăng cường …", has its verb in one before. */
static const char *strength_of(const bg_statement *s) {
    if (s->strength || !is(s->rule, "say.item")) return s->strength;
    return is(s->act, "agrees") ? "agree" : is(s->act, "proposes") ? "ask" : NULL;
}

const char *bg_matter__kind(const bg_statement *s) {
    const char *strength = strength_of(s);
    if (is(s->act, "invites")) return "invitation";
    for (size_t i = 0; i < BG_COUNT(kinds); i++)
        if (is(strength, kinds[i].strength)) return kinds[i].kind;
    return NULL;
}

/* One matter of those that are listed. */
static void take_one(bg_matters *m, const bg_matter *made, bg_clause at, bool later) {
    bg_matter part = *made;
    while (at.tok < at.end && bg_text__is(m->text, at.tok, CLASS_AND)) at.tok++;
    if (later) bg_matter__turn_to(m, at, &part);
    bg_matter__describe(m, at.tok, at.end, &part);
    bg_matter__take_part(m, at.tok, at.end, &part);
    bool promised = is(part.kind, "pledge") || is(part.kind, "offer");
    if (promised && part.statement >= 0 && part.condition.start == part.condition.end) part.condition = condition_before(m, &m->claims->sayings.items[part.statement]);
    if (bg_matter__has_object(&part) && !bg_matter__is_hope(m, &part, at.tok)) bg_matter__push(m, &part);
}

void bg_matter__take_list(bg_matters *m, const bg_matter *made, uint32_t tok, uint32_t end) {
    bg_clause parts[BG_PARTS_MAX];
    unsigned count;
    m->failed |= !bg_matter__parts(m->claims, tok, end, parts, &count);
    for (unsigned i = 0; i < count && !m->failed; i++) {
        if (!i && (bg_matter__is_of_others(m, made, tok, parts[i].end) || bg_matter__is_thought(m, made, tok, parts[i].end))) return;
        if (!bg_matter__is_view(m, made, parts[i].tok, parts[i].end)) take_one(m, made, parts[i], i);
    }
}

static void take_statement(bg_matters *m, size_t index) {
    const bg_statement *s = &m->doc->statements[index];
    const bg_saying *said = &m->claims->sayings.items[index];
    bg_matter made = {.statement = (int32_t)index, .event = s->event, .kind = bg_matter__kind(s), .evidence = s->evidence, .rule = s->rule};
    if (!made.kind || said->tok >= said->end || bg_text__is(m->text, said->tok, CLASS_OF) || !bg_matter__find_sides(m, s, said, &made)) return;
    if (bg_matter__is_of_page(m, s, said, &made) || bg_matter__is_announced(m, s, said, &made) || bg_matter__is_private(m, s, said) || bg_matter__is_doubted(m, said)) return;
    if (bg_matter__is_courtesy(m, said, &made)) return;
    made.grade = strength_of(s) ? strength_of(s) : "ready";
    bg_matter__bind(m, s, said, &made);
    if (made.kind) bg_matter__take_list(m, &made, said->tok, said->end);
}

bool bg_matter__find(const bg_claims *claims, const bg_doc *doc, const bg_matter **out, size_t *count) {
    bg_matters m = {.claims = claims, .text = claims->text, .doc = doc, .main = -1};
    for (size_t i = 0; i < doc->event_count; i++)
        if (doc->events[i].main) m.main = (int32_t)i;
    for (size_t i = 0; i < doc->statement_count && !m.failed; i++) {
        size_t before = m.out.count;
        take_statement(&m, i);
        if (m.out.count == before) bg_matter__take_acceptance(&m, i);
    }
    for (size_t i = 0; i < doc->statement_count && !m.failed; i++) {
        bg_matter__take_told(&m, i);
        if (!bg_matter__take_ought(&m, i)) bg_matter__take_indirect(&m, i);
        bg_matter__take_support(&m, i);
    }
    bg_matter__take_deeds(&m);
    bg_matter__take_wills(&m);
    bg_matter__take_guests(&m);
    *out = m.out.items;
    *count = m.out.count;
    return !m.failed;
}
