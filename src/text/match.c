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
        if (h->slots.ends[slot * 2] == BG_NONE || h->slots.ends[slot * 2 + 1] == BG_NONE) continue;
        bg_capture *c = BG_PUSH(text->arena, &text->captures);
        if (!c) return false;
        *c = (bg_capture){slot, h->slots.ends[slot * 2], h->slots.ends[slot * 2 + 1], h->slots.mark[slot]};
        if (c->mark != BG_NONE && (text->marks.items[c->mark].tok != c->tok || text->marks.items[c->mark].end != c->end))
            c->mark = BG_NONE;
        text->marks.items[index].cap_count++;
    }
    return bg_mark__make(text, &text->marks.items[index]);
}

/* ---- which rules are tried at a token */

/* Looks for rules that may match at a token of the sentence. Sets of rules are sets of their places in the level. */
typedef struct seeker {
    bg_machine machine;
    bg_text *text;
    const uint64_t *lists;
    const bg_need *needs;
    uint32_t level;
    const uint32_t *places; /* its rules */
    const bg_way *seconds;
    const bg_third *thirds;
    uint32_t words;         /* of a set */
    bool all;               /* each match stands */
    uint64_t hopeful[BG_PLACE_WORDS]; /* not those that lacked what they need in the rest of the sentence */
    uint64_t noted[BG_PLACE_WORDS];   /* to be tried at this token, */
    uint32_t tok;                     /* which is this one */
    uint32_t summed;                  /* `behind` is what stands behind the marks of that token; BG_NONE: of none */
    bg_offer behind;
    bg_hit best;
} seeker;

/* One for the level at work, others that make marks while the first waits for them. */
struct bg_matcher {
    seeker level, asked[BG_ASKED_MAX];
};

/* Does everything that the rule cannot do without stand at or behind the token? */
static inline bool has_needs(const seeker *s, uint32_t rule, uint32_t tok) {
    const bg_rule *r = &s->machine.rules[rule];
    const bg_offer *later = &s->text->behind[tok], *here = &s->text->offers[tok];
    for (const bg_need *n = s->needs + r->needs, *end = n + r->need_count; n < end; n++)
        if (!bg_machine__opens(&s->machine, &n->way, later) && !(n->here && bg_machine__opens(&s->machine, &n->way, here))) return false;
    return !r->at_start || tok == s->machine.start;
}

/* Try a rule. False: out of memory. */
static bool try_rule(seeker *s, uint32_t rule, uint32_t tok) {
    if (s->all) s->best.end = 0;
    return !bg_machine__try(&s->machine, rule, tok, &s->best) || !s->all || add_hit(s->text, &s->best);
}

/* Try those noted, in the order of the grammar, each once: the places of a rule are neighbours. False: out of memory. */
static inline bool try_rules(seeker *s, uint32_t tok, uint32_t words) {
    uint32_t last = BG_NONE;
    for (uint32_t w = 0; w < words; w++) {
        for (uint64_t left = s->noted[w]; left; left &= left - 1) {
            uint32_t rule = s->places[w * 64 + bg_bits__first(left)];
            if (rule != last && !try_rule(s, rule, tok)) return false;
            last = rule;
        }
        s->noted[w] = 0;
    }
    return true;
}

/* Make the marks of these levels that wait to be made at a token. */
static BG_SELDOM void ask_second(seeker *s, uint32_t levels, uint32_t tok) {
    const bg_data *data = s->text->data;
    for (uint32_t i = 0; i < data->asked_count; i++)
        if (s->text->levels[tok] & levels & data->asked[i].bit) bg_match__ask(&s->machine, tok, i);
}

/* What stands behind the marks of a token that were asked for. */
static bg_offer sum_behind(const bg_text *text, uint32_t tok) {
    bg_offer sum = {{0}};
    for (uint32_t i = text->heads[tok]; i != BG_NONE; i = text->marks.items[i].next)
        if (text->data->asks[text->marks.items[i].klass]) sum = bg_offer__sum(&sum, &text->offers[text->marks.items[i].end]);
    return sum;
}

/* May a rule whose second is a mark that is asked for go on behind one? */
static inline bool may_follow_asked(seeker *s, const bg_third *t, uint32_t tok) {
    if (tok >= s->machine.end) return false;
    if (s->text->levels[tok] & t->asks) ask_second(s, t->asks, tok), s->summed = BG_NONE;
    if (s->summed != tok) s->behind = sum_behind(s->text, tok), s->summed = tok;
    return bg_machine__opens(&s->machine, &t->behind, &s->behind);
}

/* May the rule at a place go on with what the token offers, and the one behind it? */
static inline bool may_follow(seeker *s, uint32_t place, const bg_offer *next, uint32_t tok) {
    const bg_machine *m = &s->machine;
    if (!bg_machine__opens(m, &s->seconds[place], next)) return false;
    const bg_third *t = &s->thirds[place];
    bool follows = bg_machine__opens(m, &t->marked, next) || bg_machine__opens(m, &t->third, bg_machine__offer(m, tok + 1));
    if (!follows && !t->asks) return false;
    if (!has_needs(s, s->places[place], s->tok)) {
        if (m->asks) s->hopeful[place / 64] &= ~((uint64_t)1 << place % 64); /* what is missing here is missing at later tokens too */
        return false;
    }
    return follows || may_follow_asked(s, t, tok);
}

/* Note those of the rules of an opening behind whose first word or mark, stands at a token what may be second. */
static inline void note_rules(seeker *s, uint32_t first, uint32_t tok, uint32_t words) {
    const bg_opening *opening = (const bg_opening *)(const void *)(s->lists + first);
    const bg_offer *next = bg_machine__offer(&s->machine, tok);
    if (!bg_machine__opens(&s->machine, &opening->second, next)) return;
    s->summed = BG_NONE;
    for (uint32_t w = 0; w < words; w++)
        for (uint64_t left = opening->rules[w] & s->hopeful[w] & ~s->noted[w]; left; left &= left - 1)
            if (may_follow(s, w * 64 + bg_bits__first(left), next, tok)) s->noted[w] |= left & -left;
}

/* May a rule begin with a mark of that level, which has to be made first? Only those that may still match count. */
static bool begins_with_asked(const seeker *s, const bg_openings *from, const bg_asked *asked) {
    for (const uint16_t *variant = asked->variants; *variant; variant++) {
        if (!from->by_mark[*variant]) continue;
        const bg_opening *opening = (const bg_opening *)(const void *)(s->lists + from->by_mark[*variant]);
        for (uint32_t w = 0; w < s->words; w++)
            if (opening->rules[w] & s->hopeful[w]) return true;
    }
    return false;
}

/* Make the marks with which rules may begin. */
static void ask_first(seeker *s, const bg_openings *from, uint32_t tok) {
    const bg_data *data = s->text->data;
    for (uint32_t i = 0; i < data->asked_count; i++)
        if (s->text->levels[tok] & from->asked & data->asked[i].bit && begins_with_asked(s, from, &data->asked[i])) bg_match__ask(&s->machine, tok, i);
}

/* The rules that may begin with the token's word, number or sign. */
static inline uint32_t list_of_token(const seeker *s, const bg_openings *from, uint32_t tok) {
    const bg_token *t = &s->machine.tokens[tok];
    if (t->syllable) return from->by_word[s->text->data->word_keys[t->syllable]];
    if (t->flags & BG_TOK_NUMBER) return from->by_number;
    return t->flags & BG_TOK_PUNCT ? from->by_sign[t->value % SIGN_KEYS] : 0;
}

/* Note rules that may begin with the token, with one of its marks, with anything: one loop for all, so that what it does is compiled in place. */
static inline void note_all(seeker *s, const bg_openings *from, uint32_t tok, uint32_t words) {
    const bg_text *text = s->text;
    uint32_t list = list_of_token(s, from, tok), behind = tok + 1, next = text->heads[tok];
    for (bool last = false;;) {
        if (list) note_rules(s, list, behind, words);
        if (last) return;
        if (next == BG_NONE) {
            last = true, list = from->by_any, behind = tok + 1;
            continue;
        }
        const bg_mark *mark = &text->marks.items[next];
        list = mark->klass ? from->by_mark[mark->variant] : 0;
        behind = mark->end, next = mark->next;
    }
}

/* Try all rules that may begin at the token; `words`: of a set. False: out of memory. */
static inline bool seek_in(seeker *s, uint32_t tok, uint32_t words) {
    bg_text *text = s->text;
    const bg_openings *from = bg_data__openings(text->data, s->level, tok == s->machine.start);
    s->best.end = 0;
    s->tok = tok;
    if (text->levels[tok] & from->asked) ask_first(s, from, tok);
    note_all(s, from, tok, words);
    return try_rules(s, tok, words);
}

/* The same: most levels have so few rules that a set is one word, which need not be counted. */
static bool seek(seeker *s, uint32_t tok) { return s->words == 1 ? seek_in(s, tok, 1) : seek_in(s, tok, s->words); }

/* ---- levels */

static void seeker_start(seeker *s, bg_text *text, const uint8_t *asks) {
    bg_machine__start(&s->machine, text, asks);
    s->text = text;
    s->lists = bg_image__at(text->data, SEC_LISTS);
    s->needs = bg_grammar__needs(text->data);
    memset(s->noted, 0, sizeof s->noted);
}

/* Keep those of the hopeful rules that pass a gate; false: none does. `words`: of a set. */
static inline bool pass_gate(seeker *s, const bg_gate *gate, uint32_t words) {
    const uint64_t *sets = bg_image__at(s->text->data, SEC_GATES), *said = s->machine.said, *asked = sets + gate->said, *rules = sets + gate->rules;
    const uint16_t *lets = (const uint16_t *)bg_image__at(s->text->data, SEC_LETS) + gate->lets;
    uint64_t pass[BG_PLACE_WORDS], any = 0;
    for (uint32_t w = 0; w < words; w++) pass[w] = rules[w];
    for (uint32_t i = gate->first; i < gate->end; i++)
        for (uint64_t left = asked[i] & said[i]; left; left &= left - 1) {
            const uint64_t *let = rules + (size_t)lets[i * 64 + bg_bits__first(left)] * words;
            for (uint32_t w = 0; w < words; w++) pass[w] |= let[w];
        }
    for (uint32_t w = 0; w < words; w++) any |= s->hopeful[w] &= pass[w];
    return any;
}

static inline bool pass_gates_in(seeker *s, const bg_level *level, uint32_t words) {
    for (uint32_t w = 0; w < words; w++) s->hopeful[w] = UINT64_MAX;
    for (const bg_gate *gate = level->gates, *end = gate + BG_GATES; gate < end && gate->end; gate++)
        if (!pass_gate(s, gate, words)) return false;
    return true;
}

/* The rules that pass all gates are hopeful; false: none does. */
static bool pass_gates(seeker *s, const bg_level *level) { return s->words == 1 ? pass_gates_in(s, level, 1) : pass_gates_in(s, level, s->words); }

/* Set up for a sentence; false: it says nothing that any rule of the level needs. */
static bool begin_sentence(seeker *s, uint32_t start, uint32_t end, const uint64_t *said, uint32_t number) {
    const bg_data *data = s->text->data;
    const bg_level *level = bg_grammar__level_at(data, number);
    s->machine.start = start;
    s->machine.end = end;
    s->machine.said = said;
    s->level = number;
    s->places = (const uint32_t *)bg_image__at(data, SEC_PLACES) + level->first;
    s->seconds = (const bg_way *)bg_image__at(data, SEC_SECONDS) + level->first;
    s->thirds = (const bg_third *)bg_image__at(data, SEC_THIRDS) + level->first;
    s->words = bg_level__words(level);
    s->all = level->flags & BG_LEVEL_ALL;
    return pass_gates(s, level);
}

/* The text's matcher, made when it is first asked for; only what is read before it is written is set. */
static struct bg_matcher *matcher_of(bg_text *text) {
    struct bg_matcher *m = text->matcher;
    if (m) return m;
    m = text->matcher = bg_arena__raw(text->arena, sizeof *m);
    if (!m) return NULL;
    seeker_start(&m->level, text, text->data->asks);
    for (uint32_t i = 0; i < text->data->asked_count; i++) seeker_start(&m->asked[i], text, NULL);
    return m;
}

/* Once the marks of a level that is asked were made at a token, it offers no more than they do. */
static void settle_offer(bg_text *text, uint32_t tok, const bg_asked *asked) {
    const bg_data *data = text->data;
    const bg_variant *variants = bg_grammar__variants(data);
    uint8_t place = (uint8_t)(asked - data->asked + 1);
    bg_offer *offer = &text->offers[tok];
    for (unsigned w = 0; w < BG_COUNT(offer->bits); w++) offer->bits[w] &= ~asked->own.bits[w];
    for (uint32_t i = text->heads[tok]; i != BG_NONE; i = text->marks.items[i].next) {
        const bg_mark *mark = &text->marks.items[i];
        if (data->asks[mark->klass] == place) *offer = bg_offer__sum(offer, &variants[mark->variant].offer);
    }
}

void bg_match__ask(bg_machine *m, uint32_t tok, uint32_t place) {
    bg_text *text = m->text;
    const bg_asked *asked = &text->data->asked[place];
    seeker *s = &text->matcher->asked[place];
    if (s->machine.end != m->end) (void)begin_sentence(s, m->start, m->end, m->said, asked->number);
    text->levels[tok] &= ~asked->bit;
    (void)seek(s, tok); /* false: out of memory, which the arena remembers */
    settle_offer(text, tok, asked);
    m->marks = text->marks.items;
}

/* What the sentence says, by now. */
static const uint64_t *said_in(const bg_text *text, const bg_sentence *sentence) {
    uint64_t *said = text->said + (size_t)(sentence - text->sentences.items) * text->data->said_words;
    bg_offer offer = bg_offer__sum(&text->behind[sentence->tok], &text->offers[sentence->tok]);
    memcpy(said, &offer, sizeof offer);
    return said;
}

/* Try the rules of a level at the tokens from `tok` on where they may begin. False: out of memory. */
static bool seek_all(seeker *s, uint32_t tok) {
    const uint32_t end = s->machine.end, room = s->text->level_count;
    const uint64_t *begins = s->text->begins + s->level;
    while (tok < end) {
        uint64_t bits = begins[(size_t)(tok / 64) * room] >> tok % 64;
        if (!bits) {
            tok = (tok | 63) + 1;
            continue;
        }
        if ((tok += bg_bits__first(bits)) >= end) break;
        if (!seek(s, tok)) return false;
        tok++;
        if (s->all || !s->best.end) continue;
        if (!add_hit(s->text, &s->best)) return false;
        if (s->best.end > tok) tok = s->best.end;
    }
    return true;
}

/* Is there a token of [tok, end) where rules of a level may begin? */
static bool may_begin(const bg_text *text, unsigned level, uint32_t tok, uint32_t end) {
    const uint64_t *begins = text->begins + (size_t)(tok / 64) * text->level_count + level;
    uint64_t bits = *begins >> tok % 64 << tok % 64;
    for (uint32_t w = tok / 64; w < (end - 1) / 64 && !bits; w++) bits = *(begins += text->level_count);
    return bits && (tok / 64 < (end - 1) / 64 || bits << (63 - (end - 1) % 64)); /* in a later word there may be none of the sentence: no matter */
}

bool bg_match__level(bg_text *text, const bg_sentence *sentence, unsigned level) {
    if (level == UINT32_MAX) return true;
    const uint32_t end = sentence->end;
    if (!may_begin(text, level, sentence->tok, end)) return true;
    struct bg_matcher *matcher = matcher_of(text);
    if (!matcher) return false;
    seeker *s = &matcher->level;
    if (!begin_sentence(s, sentence->tok, end, said_in(text, sentence), level)) return true;
    bg_offer next = text->offers[end]; /* of another sentence: as long as rules are tried, the end of this one stands there */
    text->offers[end] = bg_offer__end;
    bool done = seek_all(s, sentence->tok);
    text->offers[end] = next;
    return done;
}
