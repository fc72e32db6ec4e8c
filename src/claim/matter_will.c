/* matter_will: what a state is to do where no act of speech says so: "A sẽ bàn giao … cho B", "A ủng hộ B ứng cử …". */
#include "matters.h"

#define CLAUSE_MOST 40  /* words of a clause on each side of its verb */
#define OWN_NEAR 5      /* words of what is told before the verb of what its state does */
#define ADVERBS_MOST 3  /* between the cue and the verb */

static bool is_covered(const bg_matters *m, uint32_t sentence) {
    size_t start = bg_text__span(m->text, m->text->sentences.items[sentence].tok, m->text->sentences.items[sentence].end).start;
    for (size_t i = 0; i < m->out.count; i++)
        if (is(m->out.items[i].kind, "pledge") && m->out.items[i].evidence.start == start) return true;
    for (size_t i = 0; i < m->claims->sayings.count; i++)
        if (m->claims->sayings.items[i].sentence == sentence && bg_matter__kind(&m->doc->statements[i])) return true;
    return false;
}

static uint32_t behind_adverbs(const bg_text *text, uint32_t tok, uint32_t end) {
    for (unsigned i = 0; i < ADVERBS_MOST && tok < end && bg_text__is(text, tok, CLASS_SAYADV); i++) tok = text->marks.items[bg_text__at(text, tok, CLASS_SAYADV)].end;
    return tok;
}

static void push_named(bg_matters *m, uint32_t tok, uint32_t end, bg_matter *made) {
    bg_matter__describe(m, tok, end, made);
    for (size_t i = 0; i < made->key_count; i++)
        if (strchr("knhxcmKNHXCM", *made->keys[i])) {
            bg_matter__push(m, made);
            return;
        }
}

/* From `tok` back and forth to what ends its clause. */
static bg_clause clause_around(const bg_matters *m, const bg_sentence *s, uint32_t tok) {
    bg_clause at = {tok, tok};
    while (at.tok > s->tok && at.tok + CLAUSE_MOST > tok && !(m->text->tokens.items[at.tok - 1].flags & BG_TOK_PUNCT)) at.tok--;
    while (at.end < s->end && at.end < tok + CLAUSE_MOST && !bg_text__is_sign(m->text, at.end, ';') && !bg_text__is_sign(m->text, at.end, '.')) at.end++;
    return at;
}

bool bg_matter__is_unsaid(const bg_matters *m, uint32_t tok, uint32_t end) {
    static const unsigned before[] = {CLASS_CONDITION, CLASS_SUBCLAUSE, CLASS_RELATIVE, CLASS_NEGATION, CLASS_DOUBTED, CLASS_DEEDNOUN, CLASS_DONE, CLASS_ONGOING};
    for (size_t i = 0; i < BG_COUNT(before); i++)
        if (bg_text__any(m->text, tok, end, before[i])) return true;
    return false;
}

/* "A sẽ bàn giao tàu tuần tra cho B": whoever says so. */
static void take_will(bg_matters *m, uint32_t sentence, const bg_mark *cue) {
    const bg_sentence *s = &m->text->sentences.items[sentence];
    const char *doer[BG_MATTER_SIDES], *to[BG_MATTER_SIDES];
    bg_clause at = clause_around(m, s, cue->tok);
    uint32_t verb = behind_adverbs(m->text, cue->end, at.end);
    if (verb >= at.end || !bg_text__is(m->text, verb, CLASS_GIVES) || bg_matter__is_unsaid(m, at.tok, verb)) return;
    if (bg_matter__parties(m, at.tok, cue->tok, doer) != 1 || bg_text__any(m->text, at.tok, cue->tok, CLASS_BOTH)) return;
    unsigned count = bg_matter__parties(m, verb, at.end, to), other = count && is(to[0], doer[0]) ? 1 : 0;
    if (count != other + 1 || bg_side__is_body(to[other])) return;
    bg_matter made = {.statement = -1, .event = m->main, .kind = "pledge", .grade = "pledge", .bound = doer[0], .towards = to[other],
                      .evidence = bg_text__span(m->text, s->tok, s->end), .rule = "matter.will"};
    if (bg_matter__set_sides(&made, doer[0], to[other])) push_named(m, at.tok, at.end, &made);
}

void bg_matter__take_wills(bg_matters *m) {
    for (uint32_t i = 0; i < m->text->sentences.count; i++) {
        const bg_sentence *s = &m->text->sentences.items[i];
        if (s->title || s->caption || s->heading) continue;
        uint32_t mark = bg_text__first(m->text, s->tok, s->end, CLASS_PLEDGECUE);
        if (mark != BG_NONE && !is_covered(m, i)) take_will(m, i, &m->text->marks.items[mark]);
    }
}

/* The object of "A ủng hộ …" in what is told, right behind the party; `end`: it supports nothing. */
static uint32_t supported(const bg_matters *m, const bg_statement *s, const bg_saying *said) {
    if (is(s->act, "supports")) return said->tok;
    for (uint32_t i = said->tok; i < said->end && i < said->tok + OWN_NEAR; i++) {
        uint32_t say = bg_text__at(m->text, i, CLASS_SAY);
        if (say != BG_NONE) return is(bg_mark__get(m->text, &m->text->marks.items[say], KEY_VALUE), "supports") ? m->text->marks.items[say].end : said->end;
    }
    return said->end;
}

/* "khẳng định A ủng hộ B ứng cử …", "ủng hộ sớm phê chuẩn Hiệp định …": of something with a name, that B does or that is to be done. */
void bg_matter__take_support(bg_matters *m, size_t index) {
    const bg_statement *s = &m->doc->statements[index];
    const bg_saying *said = &m->claims->sayings.items[index];
    const char *own = bg_matter__country(m, &s->speaker), *named[BG_MATTER_SIDES];
    bg_matter made = {.statement = (int32_t)index, .event = s->event, .kind = "pledge", .grade = "pledge", .bound = own, .evidence = s->evidence, .rule = "matter.support"};
    if (!own || bg_matter__kind(s) || said->tok >= said->end || bg_matter__is_private(m, s, said)) return;
    uint32_t object = supported(m, s, said);
    if (object >= said->end || bg_matter__is_unsaid(m, said->tok, object) || !bg_matter__find_sides(m, s, said, &made)) return;
    if (object > said->tok && bg_matter__parties(m, said->tok, object, named) && !is(named[0], own)) return;
    const char *whom = bg_matter__party_at(m, object);
    if (whom ? !is(whom, bg_matter__other(&made, own)) : !bg_text__is(m->text, object, CLASS_BEGINS) && !bg_text__is(m->text, object, CLASS_ACTION)) return;
    if (!is(made.sides[0], own) && !is(made.sides[1], own)) return;
    made.towards = bg_matter__other(&made, own);
    push_named(m, object, said->end, &made);
}
