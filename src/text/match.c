/*
 * match: run compiled rules over a sentence. A small backtracking machine: its stack and its turns are bounded, so a rule
 * costs bounded time at a token whatever the sentence.
 */
#include "text.h"

#include "../data/image.h"

#define STACK_MAX 256
#define TURNS_MAX 3000 /* forks passed and choices taken back: every loop has a fork */

typedef struct choice { /* where to go on after a failure */
    uint32_t pc, tok;
    uint32_t mark;    /* OP_CLASS: next mark to try; OP_GAP: tokens eaten so far */
    uint32_t kind;    /* 0 plain, OP_CLASS, OP_GAP, OP_ONE_OF | place in it << 8 */
    uint32_t trail;   /* saves to undo beyond this */
} choice;

typedef struct saved { uint32_t slot, before, mark_before; } saved;

typedef struct machine {
    bg_text *text;
    const bg_token *tokens;
    const bg_offer *offers;
    const bg_mark *marks; /* as long as a rule is tried */
    const uint32_t *heads;
    const uint8_t *asks; /* by class: may it have to be made first? */
    const uint8_t *elements;
    const bg_offer *ways; /* of the forks */
    const bg_rule *rules;
    const uint32_t *programs, *code, *tests; /* code: the program of the rule being tried */
    uint32_t start, end; /* tokens of the sentence */
    uint32_t slots[BG_SLOTS * 2], slot_mark[BG_SLOTS]; /* all BG_NONE between two rules */
    choice stack[STACK_MAX];
    saved trail[STACK_MAX];
    unsigned depth, trail_count, turns;
    uint32_t last_mark;
} machine;

/* Stack and trail are left as they are: they are read only where they were written. */
static void machine_start(machine *m, bg_text *text, const bg_sentence *sentence) {
    m->text = text;
    m->tokens = text->tokens.items;
    m->offers = text->offers;
    m->heads = text->heads;
    m->asks = text->data->asks;
    m->elements = text->elements;
    m->ways = bg_grammar__offers(text->data);
    m->tests = bg_grammar__tests(text->data);
    m->rules = bg_grammar__rule(text->data, 0);
    m->programs = bg_grammar__code(text->data);
    m->start = sentence->tok;
    m->end = sentence->end;
    memset(m->slots, 0xFF, sizeof m->slots);
    memset(m->slot_mark, 0xFF, sizeof m->slot_mark);
}

static inline const bg_offer *offer_at(const machine *m, uint32_t tok) { return tok < m->end ? &m->offers[tok] : &bg_offer__end; }

/* The value (a string number) that a lexicon entry has for a key, BG_NONE if it has none. */
static uint32_t sense_value(const bg_data *data, uint32_t sense, uint32_t key) {
    const bg_sense *s = bg_data__sense(data, sense);
    if (!key || key == KEY_VALUE) return s->value;
    const bg_pair *pairs = bg_data__pairs(data) + s->pairs;
    for (uint32_t i = 0; i < s->pair_count; i++)
        if (pairs[i].key == key) return pairs[i].value;
    return BG_NONE;
}

/* One test on a value: strings are interned, so their numbers tell. "*" is any value. */
static bool test_value(const machine *m, uint32_t value, const uint32_t *t) {
    bool found = false;
    for (uint32_t i = 0; i < t[2] && value != BG_NONE && !found; i++)
        found = t[3 + i] == value || m->text->data->strings[t[3 + i]] == '*';
    return found != (bool)t[1];
}

/* Does a rule's `make` say the key with a value of its own, or not at all? Then its number is in *value, or BG_NONE. */
static bool made_value(const machine *m, const bg_mark *mark, uint32_t key, uint32_t *value) {
    const bg_rule *rule = &m->rules[mark->rule - 1];
    const bg_pair *pairs = bg_data__pairs(m->text->data) + rule->pairs;
    *value = BG_NONE;
    for (uint32_t i = 0; i < rule->pair_count; i++) {
        if (pairs[i].key != (key ? key : KEY_VALUE)) continue;
        if (!pairs[i].capture) *value = pairs[i].value;
        return !pairs[i].capture;
    }
    return true;
}

static bool test_mark(const machine *m, const bg_mark *mark, uint32_t count, uint32_t first) {
    const uint32_t *t = m->tests + first;
    for (; count; count--, t += 3 + t[2]) {
        uint32_t number = BG_NONE;
        if (mark->sense || !mark->rule || made_value(m, mark, t[0], &number)) {
            if (mark->sense) number = sense_value(m->text->data, mark->sense, t[0]);
            if (!test_value(m, number, t)) return false;
            continue;
        }
        const char *value = bg_mark__get(m->text, mark, t[0] ? t[0] : KEY_VALUE);
        bool found = false;
        for (uint32_t i = 0; i < t[2] && value && !found; i++) {
            const char *wanted = bg_data__string(m->text->data, t[3 + i]);
            found = strcmp(wanted, "*") == 0 || strcmp(wanted, value) == 0;
        }
        if (found == (bool)t[1]) return false;
    }
    return true;
}

static bool kind_matches(const bg_token *t, uint32_t kind) {
    switch (kind) {
    case BG_KIND_WORD: return t->flags & BG_TOK_WORD;
    case BG_KIND_CAP: return t->flags & BG_TOK_CAP;
    case BG_KIND_LOW: return (t->flags & (BG_TOK_WORD | BG_TOK_CAP)) == BG_TOK_WORD;
    case BG_KIND_UPPER: return t->flags & BG_TOK_UPPER;
    case BG_KIND_PUNCT: return t->flags & BG_TOK_PUNCT;
    default: return true;
    }
}

static bool gap_may_eat(const bg_token *t, uint32_t flags) {
    if (!(t->flags & BG_TOK_PUNCT) || flags & BG_GAP_COMMA) return true;
    return !strchr(",;:", (int)(t->value < 128 ? t->value : 'x'));
}

static bool push(machine *m, uint32_t pc, uint32_t tok, uint32_t kind, uint32_t mark) {
    if (m->depth == STACK_MAX) return false;
    m->stack[m->depth++] = (choice){pc, tok, mark, kind, m->trail_count};
    return true;
}

static bool save(machine *m, uint32_t slot, uint32_t value) {
    if (m->trail_count == STACK_MAX) return false;
    m->trail[m->trail_count++] = (saved){slot, m->slots[slot], m->slot_mark[slot / 2]};
    m->slots[slot] = value;
    if (slot & 1) m->slot_mark[slot / 2] = m->last_mark;
    return true;
}

static void undo(machine *m, uint32_t to) {
    while (m->trail_count > to) {
        const saved *s = &m->trail[--m->trail_count];
        m->slots[s->slot] = s->before;
        m->slot_mark[s->slot / 2] = s->mark_before;
    }
}

static void ask(machine *m, uint32_t tok);

/* The first mark of the class at a token. */
static inline uint32_t first_of_class(machine *m, uint32_t tok, uint32_t klass) {
    if (m->asks[klass]) ask(m, tok);
    uint32_t mark = m->heads[tok];
    while (mark != BG_NONE && m->marks[mark].klass != klass) mark = m->marks[mark].next;
    return mark;
}

/* The first from `mark` on, of one class, that the class test fits. */
static inline uint32_t fitting_mark(const machine *m, const uint32_t *code, uint32_t mark) {
    uint32_t klass = code[0] >> 8;
    while (mark != BG_NONE && (m->marks[mark].klass != klass || (code[1] && !test_mark(m, &m->marks[mark], code[1], code[2])))) mark = m->marks[mark].same;
    return mark;
}

/* Try the marks of one class from `mark` on for the class test at pc: the end of the first that fits, BG_NONE if none does. The rest becomes a choice. */
static uint32_t class_from(machine *m, uint32_t pc, uint32_t tok, uint32_t mark) {
    mark = fitting_mark(m, m->code + pc, mark);
    if (mark == BG_NONE || (m->marks[mark].same != BG_NONE && !push(m, pc, tok, OP_CLASS, m->marks[mark].same))) return BG_NONE;
    m->last_mark = mark;
    return m->marks[mark].end;
}

static bool token_fits(const bg_token *t, const uint32_t *code) {
    uint32_t arg = code[0] >> 8;
    switch (code[0] & 255) {
    case OP_WORD: return t->syllable == code[1] && (!arg || t->flags & BG_TOK_CAP);
    case OP_NUMBER: return t->flags & BG_TOK_NUMBER && t->value >= code[1] && t->value <= code[2];
    case OP_PUNCT: return t->flags & BG_TOK_PUNCT && t->value == arg;
    default: return kind_matches(t, arg); /* OP_KIND */
    }
}

static const uint8_t lengths[] = {[OP_WORD] = 2, [OP_CLASS] = 3, [OP_NUMBER] = 3, [OP_PUNCT] = 1, [OP_KIND] = 1};

/* The next of the instructions of OP_ONE_OF, from `at` on, that may fit the token; its size if there is none. */
static inline uint32_t next_fit(const machine *m, const uint32_t *code, uint32_t at, uint32_t tok) {
    const bg_token *t = &m->tokens[tok];
    const bg_offer *here = &m->offers[tok];
    for (uint32_t size = code[1]; at < size;) {
        uint32_t op = code[at] & 255, arg = code[at] >> 8;
        if (op == OP_WORD) {
            if (t->syllable == code[at + 1] && (!arg || t->flags & BG_TOK_CAP)) break;
            at += 2;
        } else if (op == OP_CLASS) {
            if (bg_offer__has(here, m->elements[arg])) break;
            at += 3;
        } else if (token_fits(t, code + at)) break;
        else at += lengths[op];
    }
    return at;
}

/* The same behind the instruction at `at`. Of words, signs and numbers only one fits a token. */
static inline uint32_t other_fit(const machine *m, const uint32_t *code, uint32_t at, uint32_t tok) {
    uint32_t op = code[at] & 255, next = at + lengths[op];
    return op != OP_CLASS && op != OP_KIND && next >= code[2] ? code[1] : next_fit(m, code, next, tok);
}

/* Try the instructions of the OP_ONE_OF at pc, of those that may fit that at `at` first, with the marks from `mark` on if it asks for one. */
static uint32_t one_of_from(machine *m, uint32_t pc, uint32_t tok, uint32_t at, uint32_t mark) {
    const uint32_t *code = m->code + pc;
    while (at < code[1]) {
        uint32_t more = other_fit(m, code, at, tok), found = BG_NONE, same = BG_NONE;
        if ((code[at] & 255) == OP_CLASS) {
            found = fitting_mark(m, code + at, mark == BG_NONE ? first_of_class(m, tok, code[at] >> 8) : mark);
            mark = BG_NONE;
            if (found == BG_NONE) {
                at = more;
                continue;
            }
            same = m->marks[found].same;
        }
        if (same != BG_NONE) more = at;
        if (more < code[1] && !push(m, pc, tok, OP_ONE_OF | more << 8, same)) return BG_NONE;
        m->last_mark = found;
        return found == BG_NONE ? tok + 1 : m->marks[found].end;
    }
    return BG_NONE;
}

/* Eat tokens for the gap at pc, of which `eaten` are gone, up to one that what follows may begin with; BG_NONE if there is none. */
static uint32_t gap_from(machine *m, uint32_t pc, uint32_t tok, uint32_t eaten) {
    uint32_t most = m->code[pc] >> 8, flags = m->code[pc + 1];
    const bg_offer *way = &m->ways[flags >> 8];
    for (;; tok++, eaten++) {
        bool more = eaten < most && tok < m->end && gap_may_eat(&m->tokens[tok], flags);
        if (bg_offer__meets(way, offer_at(m, tok))) return !more || push(m, pc, tok, OP_GAP, eaten) ? tok : BG_NONE;
        if (!more) return BG_NONE;
    }
}

static uint32_t run(machine *m, uint32_t pc, uint32_t tok);

/* Does a lone instruction that eats fit the token? */
static bool eater_fits(machine *m, const uint32_t *code, uint32_t tok) {
    switch (code[0] & 255) {
    case OP_CLASS: return bg_offer__has(&m->offers[tok], m->elements[code[0] >> 8]) && fitting_mark(m, code, first_of_class(m, tok, code[0] >> 8)) != BG_NONE;
    case OP_ONE_OF:
        for (uint32_t at = ONE_OF_HEAD; at < code[1]; at += lengths[code[at] & 255])
            if (eater_fits(m, code + at, tok)) return true;
        return false;
    default: return token_fits(&m->tokens[tok], code);
    }
}

/* Go on behind a token that fits as such: no mark was matched last. */
static inline uint32_t eat(machine *m, uint32_t tok) {
    m->last_mark = BG_NONE;
    return tok + 1;
}

static bool is_eater(uint32_t op) { return op == OP_WORD || op == OP_CLASS || op == OP_NUMBER || op == OP_PUNCT || op == OP_KIND || op == OP_ONE_OF; }

/* A negative look-ahead: most want one token or mark; others run on the same machine, above the present stack. */
static bool looks_like(machine *m, uint32_t pc, uint32_t tok) {
    const uint32_t *code = m->code + pc;
    if (is_eater(code[0] & 255)) {
        uint32_t size = (code[0] & 255) == OP_ONE_OF ? code[1] : lengths[code[0] & 255];
        if ((code[size] & 255) == OP_MATCH) return tok < m->end && eater_fits(m, code, tok);
    }
    unsigned depth = m->depth, trail = m->trail_count;
    uint32_t last = m->last_mark;
    bool found = run(m, pc, tok) != BG_NONE;
    m->depth = depth;
    undo(m, trail);
    m->last_mark = last;
    return found;
}

/* Back to the last choice above `floor`: the token to go on at, with *pc; BG_NONE when none is left. */
static uint32_t retreat(machine *m, unsigned floor, uint32_t *pc) {
    while (m->depth > floor && ++m->turns <= TURNS_MAX) {
        const choice c = m->stack[--m->depth];
        undo(m, c.trail);
        *pc = c.pc;
        if (c.kind == 0) return c.tok;
        uint32_t tok, op = c.kind & 255;
        if (op == OP_CLASS) tok = class_from(m, c.pc, c.tok, c.mark), *pc += 3;
        else if (op == OP_ONE_OF) tok = one_of_from(m, c.pc, c.tok, c.kind >> 8, c.mark), *pc += m->code[c.pc + 1];
        else tok = gap_from(m, c.pc, c.tok + 1, c.mark + 1), *pc += 2; /* the choice was made only where a token may be eaten */
        if (tok != BG_NONE) return tok;
    }
    return BG_NONE;
}

/*
 * Where to go on behind the fork at pc, BG_NONE if neither way is open to the token; with both open the second becomes a
 * choice. A list of alternatives is a row of forks: those whose first way is closed are passed here. Second ways only lead
 * forward.
 */
static inline uint32_t fork_at(machine *m, const uint32_t *program, uint32_t pc, uint32_t tok) {
    const bg_offer here = *offer_at(m, tok);
    if (++m->turns > TURNS_MAX) return BG_NONE;
    for (;;) {
        const uint32_t *code = program + pc;
        const bg_offer *ways = m->ways + (code[0] >> 8);
        uint32_t second = pc + 2 + code[2];
        bool other = bg_offer__meets(ways + 1, &here);
        if (bg_offer__meets(ways, &here)) return !other || push(m, second, tok, 0, 0) ? pc + 1 + code[1] : BG_NONE;
        if (!other) return BG_NONE;
        pc = second;
        if ((program[pc] & 255) != OP_SPLIT) return pc;
    }
}

/*
 * Run the program from pc at a token: the token behind the match, BG_NONE if there is none. An instruction that fits goes on,
 * any other one breaks off to the last choice.
 */
static uint32_t run(machine *m, uint32_t pc, uint32_t tok) {
    const uint32_t *const program = m->code, end = m->end;
    unsigned floor = m->depth;
    for (;;) {
        const uint32_t *code = program + pc;
        uint32_t arg = code[0] >> 8, next = BG_NONE, size = 1;
        switch (code[0] & 255) {
        case OP_MATCH: return tok;
        case OP_SPLIT:
            if ((next = fork_at(m, program, pc, tok)) == BG_NONE) break;
            pc = next;
            continue;
        case OP_SAVE:
            if (!save(m, arg, tok)) break;
            pc++;
            continue;
        case OP_CLASS:
            if (tok == end || !bg_offer__has(&m->offers[tok], m->elements[arg])) break;
            next = class_from(m, pc, tok, first_of_class(m, tok, arg));
            size = 3;
            break;
        case OP_JUMP: pc += 1 + code[1]; continue;
        case OP_WORD:
            if (tok < end && m->tokens[tok].syllable == code[1] && (!arg || m->tokens[tok].flags & BG_TOK_CAP)) next = eat(m, tok);
            size = 2;
            break;
        case OP_NUMBER: case OP_PUNCT: case OP_KIND:
            if (tok < end && token_fits(&m->tokens[tok], code)) next = eat(m, tok);
            size = lengths[code[0] & 255];
            break;
        case OP_ONE_OF:
            size = code[1];
            if (tok < end && bg_offer__meets(&m->ways[arg], &m->offers[tok])) next = one_of_from(m, pc, tok, next_fit(m, code, ONE_OF_HEAD, tok), BG_NONE);
            break;
        case OP_GAP:
            next = gap_from(m, pc, tok, 0);
            size = 2;
            break;
        case OP_START: next = tok == m->start ? tok : BG_NONE; break;
        case OP_END: next = tok == end ? tok : BG_NONE; break;
        default: /* OP_NOT */
            if (bg_offer__meets(&m->ways[arg], offer_at(m, tok)) && looks_like(m, pc + 2, tok)) break;
            pc += 1 + code[1];
            continue;
        }
        pc += size;
        if ((tok = next) == BG_NONE && (tok = retreat(m, floor, &pc)) == BG_NONE) return BG_NONE;
    }
}

/* ---- one level over one sentence */

typedef struct hit { /* the best match at a token */
    uint32_t rule, tok, end;
    uint32_t slots[BG_SLOTS * 2], slot_mark[BG_SLOTS];
} hit;

static void keep_hit(const machine *m, uint32_t rule, uint32_t tok, uint32_t end, hit *out) {
    out->rule = rule;
    out->tok = m->slots[0] == BG_NONE ? tok : m->slots[0];
    out->end = m->slots[1] == BG_NONE ? end : m->slots[1];
    memcpy(out->slots, m->slots, sizeof m->slots);
    memcpy(out->slot_mark, m->slot_mark, sizeof m->slot_mark);
}

static bool try_rule(machine *m, uint32_t rule, uint32_t tok, hit *out) {
    m->code = m->programs + m->rules[rule].code;
    m->marks = m->text->marks.items;
    m->depth = m->trail_count = m->turns = 0;
    m->last_mark = BG_NONE;
    uint32_t end = run(m, 0, tok);
    if (end != BG_NONE) keep_hit(m, rule, tok, end, out);
    undo(m, 0);
    return end != BG_NONE && out->tok < out->end;
}

/* Did another rule make the same mark, where neither has captures or attributes? */
static bool is_told(const bg_text *text, const bg_rule *r, const hit *h) {
    if (r->pair_count || r->slot_names[1]) return false;
    for (uint32_t i = text->heads[h->tok]; i != BG_NONE; i = text->marks.items[i].next) {
        const bg_mark *m = &text->marks.items[i];
        if (m->klass != r->make || m->end != h->end || !m->rule || m->rule == h->rule + 1) continue;
        if (!m->cap_count && !bg_grammar__rule(text->data, m->rule - 1)->pair_count) return true;
    }
    return false;
}

static bool add_hit(bg_text *text, const hit *h) {
    const bg_rule *r = bg_grammar__rule(text->data, h->rule);
    if (is_told(text, r, h)) return true;
    uint32_t index = bg_text__mark(text, h->tok, h->end, r->make);
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
    return true;
}

#define KEYS_MAX 64 /* tried at once */

/* A key that a token offers: the rules that may begin with it, and what stands behind it there. */
typedef struct opening {
    bg_list rules;
    bg_offer next;
} opening;

/* Rules that may begin at a token: those of each key that it offers. */
typedef struct seeker {
    machine *m;
    bg_text *text;
    const uint32_t *lists;
    unsigned level;
    uint32_t run;            /* number of this run of the matcher */
    bool all;
    bg_list any;             /* rules that may begin with any token */
    opening keys[KEYS_MAX];    /* of the token */
    unsigned key_count;
    bool found;
    hit best;
} seeker;

/* Does everything that the rule cannot do without stand at or behind the token? */
static inline bool has_needs(const seeker *s, uint32_t rule, uint32_t tok) {
    const bg_needs *n = &s->m->rules[rule].needs;
    const bg_offer *later = &s->text->behind[tok], here = bg_offer__sum(later, &s->text->offers[tok]);
    if (!bg_offer__holds(later, &n->later) || !bg_offer__holds(&here, &n->here)) return false;
    for (unsigned i = 0; i < BG_ONE_OF; i++)
        if (!bg_offer__meets(later, &n->one_of[i])) return false;
    return !n->at_start || tok == s->m->start;
}

/* Is it worth to look at the rule with one of the token's keys? */
static inline bool may_follow(const seeker *s, uint32_t rule, const bg_offer *next) {
    return s->text->hopeless[rule] != s->run && bg_offer__meets(&s->m->rules[rule].needs.second, next);
}

/* Is the rule worth a try? If not here, then not behind later tokens either. */
static inline bool may_match(const seeker *s, uint32_t rule, uint32_t tok) {
    if (has_needs(s, rule, tok)) return true;
    s->text->hopeless[rule] = s->run;
    return false;
}

static bool try_at(seeker *s, uint32_t rule, uint32_t tok) {
    hit h;
    if (!try_rule(s->m, rule, tok, &h)) return true;
    if (s->all) {
        if (!add_hit(s->text, &h)) return false;
    } else if (!s->found || h.end > s->best.end || (h.end == s->best.end && h.rule < s->best.rule)) s->best = h;
    return s->found = true;
}

static bool try_key(seeker *s, uint32_t tok) {
    const opening *k = &s->keys[0];
    for (const uint32_t *rule = s->lists + k->rules.start, *end = rule + k->rules.count; rule < end; rule++)
        if (may_follow(s, *rule, &k->next) && may_match(s, *rule, tok) && !try_at(s, *rule, tok)) return false;
    return true;
}

/* Try the rules of the keys, each once: with the last of its keys, if something of what may be second stands behind any of them. */
static bool try_keys(seeker *s, uint32_t tok) {
    bg_turn *turns = s->text->turns;
    unsigned count = s->key_count;
    s->key_count = 0;
    if (count < 2) return !count || try_key(s, tok);
    uint32_t seek = ++s->text->seeks;
    for (unsigned k = 0; k < count; k++)
        for (const uint32_t *rule = s->lists + s->keys[k].rules.start, *end = rule + s->keys[k].rules.count; rule < end; rule++) {
            bg_turn *t = &turns[*rule];
            if (t->seek == seek) t->key = k;
            else if (may_follow(s, *rule, &s->keys[k].next)) *t = (bg_turn){seek, k};
        }
    for (unsigned k = 0; k < count; k++)
        for (const uint32_t *rule = s->lists + s->keys[k].rules.start, *end = rule + s->keys[k].rules.count; rule < end; rule++)
            if (turns[*rule].seek == seek && turns[*rule].key == k && may_match(s, *rule, tok) && !try_at(s, *rule, tok)) return false;
    return true;
}

static bool add_key(seeker *s, bg_list list, const bg_offer *next, uint32_t tok) {
    if (list.count) s->keys[s->key_count++] = (opening){list, *next};
    return s->key_count < KEYS_MAX || try_keys(s, tok);
}

/* May a rule of the level begin with a mark that has to be made first? Only those that may still match count. */
static bool begins_with_asked(const seeker *s, unsigned level) {
    const bg_data *data = s->text->data;
    const bg_list *by_class = data->by_class + level * data->class_room;
    for (const uint16_t *klass = data->asked_classes; *klass; klass++)
        for (uint32_t i = 0; i < by_class[*klass].count; i++)
            if (s->text->hopeless[s->lists[by_class[*klass].start + i]] != s->run) return true;
    return false;
}

static bool seek(seeker *s, uint32_t tok) {
    const bg_token *t = &s->text->tokens.items[tok];
    const bg_data *data = s->text->data;
    unsigned level = s->level + (tok == s->m->start ? FIRST_START : 0);
    const bg_list *by_class = data->by_class + level * data->class_room;
    s->found = false;
    if (s->text->levels[tok] & data->asked_bit && data->asked_starts >> s->level & 1 && begins_with_asked(s, level)) ask(s->m, tok);
    const bg_offer *next = offer_at(s->m, tok + 1);
    if (t->syllable && (level >= FIRST_START || data->word_levels[t->syllable] >> level & 1)) add_key(s, bg_grammar__first(data, level, FIRST_WORD(t->syllable)), next, tok);
    if (t->flags & BG_TOK_NUMBER) add_key(s, bg_grammar__first(data, level, FIRST_NUMBER), next, tok);
    if (t->flags & BG_TOK_PUNCT) add_key(s, bg_grammar__first(data, level, FIRST_PUNCT(t->value)), next, tok);
    for (uint32_t i = s->text->heads[tok]; i != BG_NONE; i = s->text->marks.items[i].next) {
        const bg_mark *mark = &s->text->marks.items[i];
        if (by_class[mark->klass].count && !add_key(s, by_class[mark->klass], offer_at(s->m, mark->end), tok)) return false;
    }
    if (level >= FIRST_START && !add_key(s, bg_grammar__first(data, level, FIRST_ANY), next, tok)) return false;
    return (level >= FIRST_START || add_key(s, s->any, next, tok)) && try_keys(s, tok);
}

/* The seeker is large, so only what is read before it is written is set. */
static void seeker_start(seeker *s, machine *m, bg_text *text, const bg_sentence *sentence, unsigned level) {
    machine_start(m, text, sentence);
    s->m = m;
    s->text = text;
    s->lists = bg_image__at(text->data, SEC_LISTS);
    s->level = level;
    s->run = ++text->runs;
    s->all = bg_grammar__level_at(text->data, level)->flags & BG_LEVEL_ALL;
    s->any = bg_grammar__first(text->data, level, FIRST_ANY);
    s->key_count = 0;
}

/* A machine that makes marks while another one waits for them. */
struct bg_asked {
    machine machine;
    seeker seeker;
};

/* Make the marks at a token that its words and marks allow and that have not been made yet. */
static void ask(machine *m, uint32_t tok) {
    bg_text *text = m->text;
    const bg_data *data = text->data;
    struct bg_asked *a = text->asked;
    if (!(text->levels[tok] & data->asked_bit) || (a && m == &a->machine)) return;
    if (!a) a = text->asked = bg_arena__alloc(text->arena, sizeof *a); /* its end is 0, that of no sentence */
    if (!a) return;
    bg_sentence sentence = {.tok = m->start, .end = m->end};
    if (a->machine.end != m->end) seeker_start(&a->seeker, &a->machine, text, &sentence, data->asked);
    text->levels[tok] &= ~data->asked_bit;
    (void)seek(&a->seeker, tok); /* false: out of memory, which the arena remembers */
    m->marks = text->marks.items;
}

bool bg_match__level(bg_text *text, const bg_sentence *sentence, unsigned level) {
    if (level == UINT32_MAX) return true;
    uint32_t first = sentence->tok, end = sentence->end;
    while (first < end && !(text->levels[first] >> level & 1)) first++;
    if (first == end) return true;
    machine m;
    seeker s;
    seeker_start(&s, &m, text, sentence, level);
    for (uint32_t tok = first; tok < end; tok++) {
        if (!(text->levels[tok] >> level & 1)) continue;
        if (!seek(&s, tok)) return false;
        if (s.all || !s.found) continue;
        if (!add_hit(text, &s.best)) return false;
        if (s.best.end > tok + 1) tok = s.best.end - 1;
    }
    return true;
}
