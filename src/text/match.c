/* match: run the rules of a level over a sentence. Which rules are worth a try at a token; what a match makes. */
#include "machine.h"

/* ---- what a match makes */

/* Did another rule make the same mark, where neither has captures or attributes? */
static bool is_told(const bg_text *text, const bg_rule *r, const bg_hit *h) {
    if (r->pair_count || r->slot_names[1]) return false;
    for (uint32_t i = text->heads[h->tok]; i != BG_NONE; i = text->marks.items[i].next) {
        const bg_mark *m = &text->marks.items[i];
        if (m->klass != r->make || m->end != h->end || !m->rule || m->rule == h->rule + 1) continue;
        if (!m->cap_count && !bg_grammar__rule(text->data, m->rule - 1)->pair_count) return true;
    }
    return false;
}

static bool add_hit(bg_text *text, const bg_hit *h) {
    const bg_rule *r = bg_grammar__rule(text->data, h->rule);
    if (is_told(text, r, h)) return true;
    uint32_t index = bg_text__mark(text, h->tok, h->end, r->variant);
    if (index == BG_NONE) return false;
    bg_mark *mark = &text->marks.items[index];
    mark->rule = h->rule + 1;
    mark->caps = (uint32_t)text->captures.count;
    for (uint32_t slot = 1; slot < BG_SLOTS && r->slot_names[slot]; slot++) {
        if (h->slots[slot * 2] == BG_NONE || h->slots[slot * 2 + 1] == BG_NONE) continue;
        bg_capture *c = BG_PUSH(text->arena, &text->captures);
        if (!c) return false;
        *c = (bg_capture){slot, h->slots[slot * 2], h->slots[slot * 2 + 1], h->slot_mark[slot]};
        if (c->mark != BG_NONE && (text->marks.items[c->mark].tok != c->tok || text->marks.items[c->mark].end != c->end))
            c->mark = BG_NONE;
        text->marks.items[index].cap_count++;
    }
    return bg_mark__make(text, &text->marks.items[index]);
}

/* ---- which rules are tried at a token */

#define RULES_MAX 64 /* tried at once */

/* Looks for rules that may match at a token of the sentence. */
typedef struct seeker {
    bg_machine machine;
    bg_text *text;
    const bg_opening *lists;
    const bg_need *needs;
    uint32_t level;
    uint32_t run;   /* number of this run over a sentence */
    uint32_t stamp; /* of this token */
    bool all;       /* each match stands */
    uint32_t count, rules[RULES_MAX];
    bg_hit best;
} seeker;

/* One for the level at work, one that makes marks while the first waits for them. */
struct bg_matcher {
    seeker level, asked;
};

/* Does everything that the rule cannot do without stand at or behind the token? */
static inline bool has_needs(const seeker *s, uint32_t rule, uint32_t tok) {
    const bg_rule *r = &s->machine.rules[rule];
    const bg_offer *later = &s->text->behind[tok], *here = &s->text->offers[tok];
    for (const bg_need *n = s->needs + r->needs, *end = n + r->need_count; n < end; n++)
        if (!bg_machine__opens(&s->machine, &n->way, later) && !(n->here && bg_machine__opens(&s->machine, &n->way, here))) return false;
    return !r->at_start || tok == s->machine.start;
}

/* Try a rule if that is worth while; if it is not here, then not at later tokens either. False: out of memory. */
static bool try_rule(seeker *s, uint32_t rule, uint32_t tok) {
    if (!has_needs(s, rule, tok)) return s->text->hopeless[rule] = s->run, true;
    if (s->all) s->best.end = 0;
    return !bg_machine__try(&s->machine, rule, tok, &s->best) || !s->all || add_hit(s->text, &s->best);
}

static bool try_rules(seeker *s, uint32_t tok) {
    uint32_t count = s->count;
    s->count = 0;
    for (uint32_t i = 0; i < count; i++)
        if (!try_rule(s, s->rules[i], tok)) return false;
    return true;
}

/* Note a rule to be tried, in the order of the grammar: what comes out must not hang on how a rule was found. */
static inline void note_rule(seeker *s, uint32_t rule) {
    uint32_t at = s->count++;
    for (; at && s->rules[at - 1] > rule; at--) s->rules[at] = s->rules[at - 1];
    s->rules[at] = rule;
    s->text->tried[rule] = s->stamp;
}

/* Note those of the rules, each once, behind whose first word or mark stands what may be second: `next` is what it offers. */
static inline bool add_rules(seeker *s, uint32_t first, const bg_offer *next, uint32_t tok) {
    const bg_opening *list = s->lists + first;
    if (!first || !bg_machine__opens(&s->machine, &list->second, next)) return true;
    const bg_text *text = s->text;
    for (const bg_opening *o = list + 1, *end = o + list->rule; o < end; o++) {
        if (text->hopeless[o->rule] == s->run || text->tried[o->rule] == s->stamp || !bg_machine__opens(&s->machine, &o->second, next)) continue;
        note_rule(s, o->rule);
        if (s->count == RULES_MAX && !try_rules(s, tok)) return false;
    }
    return true;
}

/* May a rule begin with a mark that has to be made first? Only those that may still match count. */
static bool begins_with_asked(const seeker *s, const bg_openings *from) {
    for (const uint16_t *variant = s->text->data->asked_variants; *variant; variant++) {
        const bg_opening *list = s->lists + from->by_mark[*variant];
        for (uint32_t i = 1; i <= list->rule; i++)
            if (s->text->hopeless[list[i].rule] != s->run) return true;
    }
    return false;
}

/* Rules that may begin with the token's word, number or sign. */
static bool add_of_token(seeker *s, const bg_openings *from, uint32_t tok) {
    const bg_token *t = &s->machine.tokens[tok];
    uint32_t list = 0;
    if (t->syllable) list = from->by_word[s->text->data->word_keys[t->syllable]];
    else if (t->flags & BG_TOK_NUMBER) list = from->by_number;
    else if (t->flags & BG_TOK_PUNCT) list = from->by_sign[t->value % SIGN_KEYS];
    return add_rules(s, list, bg_machine__offer(&s->machine, tok + 1), tok);
}

/* Try all rules that may begin at the token. False: out of memory. */
static bool seek(seeker *s, uint32_t tok) {
    bg_text *text = s->text;
    const bg_data *data = text->data;
    const bg_openings *from = bg_data__openings(data, s->level, tok == s->machine.start);
    s->best.end = 0;
    s->stamp = ++text->seeks;
    if (from->asked && text->levels[tok] & data->asked_bit && begins_with_asked(s, from)) bg_match__ask(&s->machine, tok);
    if (!add_of_token(s, from, tok)) return false;
    for (uint32_t i = text->heads[tok]; i != BG_NONE; i = text->marks.items[i].next) {
        const bg_mark *mark = &text->marks.items[i];
        if (mark->klass && !add_rules(s, from->by_mark[mark->variant], bg_machine__offer(&s->machine, mark->end), tok)) return false;
    }
    return add_rules(s, from->by_any, bg_machine__offer(&s->machine, tok + 1), tok) && try_rules(s, tok);
}

/* ---- levels */

static void seeker_start(seeker *s, bg_text *text, const uint8_t *asks) {
    bg_machine__start(&s->machine, text, asks);
    s->text = text;
    s->lists = bg_image__at(text->data, SEC_LISTS);
    s->needs = bg_grammar__needs(text->data);
    s->count = 0;
}

static void begin_sentence(seeker *s, uint32_t start, uint32_t end, uint32_t level) {
    s->machine.start = start;
    s->machine.end = end;
    s->level = level;
    s->run = ++s->text->runs;
    s->all = bg_grammar__level_at(s->text->data, level)->flags & BG_LEVEL_ALL;
}

/* The text's matcher, made when it is first asked for; only what is read before it is written is set. */
static struct bg_matcher *matcher_of(bg_text *text) {
    struct bg_matcher *m = text->matcher;
    if (m) return m;
    m = text->matcher = bg_arena__raw(text->arena, sizeof *m);
    if (!m) return NULL;
    seeker_start(&m->level, text, text->data->asks);
    seeker_start(&m->asked, text, NULL);
    return m;
}

void bg_match__ask(bg_machine *m, uint32_t tok) {
    bg_text *text = m->text;
    const bg_data *data = text->data;
    seeker *s = &text->matcher->asked;
    if (!(text->levels[tok] & data->asked_bit) || m == &s->machine) return;
    if (s->machine.end != m->end) begin_sentence(s, m->start, m->end, data->asked);
    text->levels[tok] &= ~data->asked_bit;
    (void)seek(s, tok); /* false: out of memory, which the arena remembers */
    m->marks = text->marks.items;
}

bool bg_match__level(bg_text *text, const bg_sentence *sentence, unsigned level) {
    if (level == UINT32_MAX) return true;
    uint32_t tok = sentence->tok, end = sentence->end, bit = 1u << level;
    while (tok < end && !(text->levels[tok] & bit)) tok++;
    if (tok == end) return true;
    struct bg_matcher *matcher = matcher_of(text);
    if (!matcher) return false;
    seeker *s = &matcher->level;
    begin_sentence(s, sentence->tok, end, level);
    for (; tok < end; tok++) {
        if (!(text->levels[tok] & bit)) continue;
        if (!seek(s, tok)) return false;
        if (s->all || !s->best.end) continue;
        if (!add_hit(text, &s->best)) return false;
        if (s->best.end > tok + 1) tok = s->best.end - 1;
    }
    return true;
}
