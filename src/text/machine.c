/* machine: run compiled rules at a token. */
#include "machine.h"

#define TURNS_MAX 3000 /* forks passed and choices taken back: every loop has a fork */

/* Stack and trail are left as they are: they are read only where they were written. */
void bg_machine__start(bg_machine *m, bg_text *text, const uint8_t *asks) {
    m->text = text;
    m->tokens = text->tokens.items;
    m->offers = text->offers;
    m->heads = text->heads;
    m->asks = asks;
    m->variants = bg_grammar__variants(text->data);
    m->sets = bg_grammar__sets(text->data);
    m->tests = bg_grammar__tests(text->data);
    m->rules = bg_grammar__rule(text->data, 0);
    m->programs = bg_grammar__code(text->data);
    m->start = m->end = 0;
}

/* One test on a value: strings are interned, so their numbers tell. "*" is any value. */
static bool test_value(const bg_machine *m, uint32_t value, const uint32_t *t) {
    bool found = false;
    for (uint32_t i = 0; i < t[2] && value != BG_NONE && !found; i++)
        found = t[3 + i] == value || m->text->data->strings[t[3 + i]] == '*';
    return found != (bool)t[1];
}

/* The same for words of the text. */
static bool test_words(const bg_machine *m, const char *words, const uint32_t *t) {
    bool found = false;
    for (uint32_t i = 0; i < t[2] && words && !found; i++) {
        const char *wanted = m->text->data->strings + t[3 + i];
        found = strcmp(wanted, "*") == 0 || strcmp(wanted, words) == 0;
    }
    return found != (bool)t[1];
}

static bool run_tests(const bg_machine *m, const bg_mark *mark, const uint32_t *code) {
    const uint32_t *t = m->tests + code[2];
    for (uint32_t count = bg_code__tests(code[1]); count; count--, t += 3 + t[2]) {
        uint32_t key = t[0] ? t[0] : KEY_VALUE, value = bg_mark__value(m->text, mark, key);
        if (value == BG_WORDS ? !test_words(m, bg_mark__get(m->text, mark, key), t) : !test_value(m, value, t)) return false;
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

static inline bool push(bg_machine *m, const uint32_t *code, uint32_t tok, uint32_t kind, uint32_t mark) {
    if (m->depth == BG_STACK_MAX) return false;
    m->stack[m->depth++] = (bg_choice){code, tok, mark, kind, m->trail_count};
    return true;
}

static inline bool remember(bg_machine *m, uint32_t slot) {
    if (!m->depth) return true;
    if (m->trail_count == BG_STACK_MAX) return false;
    m->trail[m->trail_count++] = (bg_saved){slot, m->slots.ends[slot * 2], m->slots.ends[slot * 2 + 1], m->slots.mark[slot]};
    return true;
}

/* One end of a capture; `side` is its slot * 2, + 1 for the end. */
static inline bool save(bg_machine *m, uint32_t side, uint32_t tok) {
    if (!remember(m, side / 2)) return false;
    m->slots.ends[side] = tok;
    if (side & 1) m->slots.mark[side / 2] = m->last_mark;
    return true;
}

/* The capture of what one instruction has eaten. */
static inline bool take(bg_machine *m, uint32_t slot, uint32_t tok, uint32_t end) {
    if (!remember(m, slot)) return false;
    m->slots.ends[slot * 2] = tok, m->slots.ends[slot * 2 + 1] = end, m->slots.mark[slot] = m->last_mark;
    return true;
}

static inline void undo(bg_machine *m, uint32_t to) {
    while (m->trail_count > to) {
        const bg_saved *s = &m->trail[--m->trail_count];
        m->slots.ends[s->slot * 2] = s->begin, m->slots.ends[s->slot * 2 + 1] = s->end;
        m->slots.mark[s->slot] = s->mark;
    }
}

/* The first mark of the class at a token. */
static inline uint32_t first_of_class(bg_machine *m, uint32_t tok, uint32_t klass) {
    bg_machine__ask(m, tok, klass);
    uint32_t mark = m->heads[tok];
    while (mark != BG_NONE && m->marks[mark].klass != klass) mark = m->marks[mark].next;
    return mark;
}

/* The tests of an OP_CLASS, run once for each want and mark: what is tested of a mark is settled when it is made. */
static bool meets(const bg_machine *m, bg_mark *mark, const uint32_t *code) {
    uint32_t place = bg_code__place(code[1]), bit = 1u << place;
    if (place == BG_MEMOS) return run_tests(m, mark, code);
    if (!(mark->asked & bit)) {
        mark->asked |= (uint16_t)bit;
        if (run_tests(m, mark, code)) mark->met |= (uint16_t)bit;
    }
    return mark->met & bit;
}

/* Does a mark of the class pass the tests of an OP_CLASS? Of an entry of the lexicon its variant tells. */
static inline bool passes(const bg_machine *m, bg_mark *mark, const uint32_t *code) {
    if (!bg_code__tests(code[1])) return true;
    uint32_t element = bg_code__element(code[1]);
    if (mark->sense && element < OFFER_WANT_SHARED) return bg_offer__has(&m->variants[mark->variant].offer, element);
    return meets(m, mark, code);
}

/* The first from `mark` on, of one class, that the class test fits. */
static inline uint32_t fitting_mark(const bg_machine *m, const uint32_t *code, uint32_t mark) {
    uint32_t klass = bg_code__arg(code[0]);
    while (mark != BG_NONE && (m->marks[mark].klass != klass || !passes(m, &m->marks[mark], code))) mark = m->marks[mark].same;
    return mark;
}

/* Try the marks of one class from `mark` on for a class test: the end of the first that fits, BG_NONE if none does. The rest becomes a choice. */
static inline uint32_t class_from(bg_machine *m, const uint32_t *code, uint32_t tok, uint32_t mark) {
    mark = fitting_mark(m, code, mark);
    if (mark == BG_NONE || (m->marks[mark].same != BG_NONE && !push(m, code, tok, OP_CLASS, m->marks[mark].same))) return BG_NONE;
    m->last_mark = mark;
    return m->marks[mark].end;
}

static bool token_fits(const bg_token *t, const uint32_t *code) {
    uint32_t arg = bg_code__arg(code[0]);
    switch (bg_code__op(code[0])) {
    case OP_WORD: return t->syllable == code[1] && (!arg || t->flags & BG_TOK_CAP);
    case OP_NUMBER: return t->flags & BG_TOK_NUMBER && t->value >= code[1] && t->value <= code[2];
    case OP_PUNCT: return t->flags & BG_TOK_PUNCT && t->value == arg;
    default: return kind_matches(t, arg); /* OP_KIND */
    }
}

static const uint8_t lengths[] = {[OP_WORD] = 2, [OP_CLASS] = 3, [OP_NUMBER] = 3, [OP_PUNCT] = 1, [OP_KIND] = 1};

/* The next of the instructions of OP_ONE_OF, from `at` on, that may fit the token; its size if there is none. */
static inline uint32_t next_fit(const uint32_t *code, uint32_t at, const bg_token *t, const bg_offer *here) {
    for (uint32_t size = code[1]; at < size;) {
        uint32_t op = bg_code__op(code[at]);
        if (op == OP_CLASS) {
            if (bg_offer__has(here, bg_code__element(code[at + 1]))) break;
            at += 3;
        } else if (op == OP_WORD) {
            if (t->syllable == code[at + 1] && (!bg_code__arg(code[at]) || t->flags & BG_TOK_CAP)) break;
            at += 2;
        } else if (token_fits(t, code + at)) break;
        else at += lengths[op];
    }
    return at;
}

/* Does the token offer no more than one element of an OP_ONE_OF, which only one of its instructions wants? */
static inline bool is_only(const uint32_t *code, const bg_offer *here) {
    const uint32_t *way = code + 3;
    uint64_t first = here->bits[way[0] & 3] & bg_code__bits(way + 1), second = here->bits[way[0] >> 2 & 3] & bg_code__bits(way + 3);
    return !(way[0] >> 4) && !second && !(first & (first - 1)) && !((way[0] & 3) == OFFER_WANT_SHARED / 64 && first >> OFFER_WANT_SHARED % 64);
}

/*
 * Try the instructions of an OP_ONE_OF from `at` on that may fit the token, with the marks from `mark` on if the first asks for one. Of words,
 * signs and numbers only one fits a token.
 */
static inline uint32_t one_of_from(bg_machine *m, const uint32_t *code, uint32_t tok, uint32_t at, uint32_t mark) {
    const bg_token *t = &m->tokens[tok];
    const bg_offer *here = &m->offers[tok];
    uint32_t size = code[1];
    while ((at = next_fit(code, at, t, here)) < size) {
        uint32_t op = bg_code__op(code[at]), next = at + lengths[op], found = BG_NONE, same = BG_NONE;
        if (op == OP_CLASS) {
            found = fitting_mark(m, code + at, mark == BG_NONE ? first_of_class(m, tok, bg_code__arg(code[at])) : mark);
            mark = BG_NONE;
            if (found == BG_NONE) {
                at = next;
                continue;
            }
            same = m->marks[found].same;
        }
        if (same != BG_NONE) next = at;
        else if (next < size && ((op != OP_CLASS && op != OP_KIND && next >= code[2]) || is_only(code, here))) next = size;
        else next = next_fit(code, next, t, here);
        if (next < size && !push(m, code, tok, OP_ONE_OF | next << 8, same)) return BG_NONE;
        m->last_mark = found;
        return found == BG_NONE ? tok + 1 : m->marks[found].end;
    }
    return BG_NONE;
}

/* Eat tokens for a gap, of which `eaten` are gone, up to one that what follows may begin with; BG_NONE if there is none. */
static uint32_t gap_from(bg_machine *m, const uint32_t *code, uint32_t tok, uint32_t eaten) {
    uint32_t most = bg_code__arg(code[0]), flags = code[1];
    for (;; tok++, eaten++) {
        bool more = eaten < most && tok < m->end && gap_may_eat(&m->tokens[tok], flags);
        if (bg_code__opens(code + 2, &m->offers[tok], m->sets)) return !more || push(m, code, tok, OP_GAP, eaten) ? tok : BG_NONE;
        if (!more) return BG_NONE;
    }
}

static uint32_t run(bg_machine *m, const uint32_t *code, uint32_t tok);

/* Does a lone instruction that eats fit the token? */
static bool eater_fits(bg_machine *m, const uint32_t *code, uint32_t tok) {
    switch (bg_code__op(code[0])) {
    case OP_CLASS: return bg_offer__has(&m->offers[tok], bg_code__element(code[1])) && fitting_mark(m, code, first_of_class(m, tok, bg_code__arg(code[0]))) != BG_NONE;
    case OP_ONE_OF:
        for (uint32_t at = ONE_OF_HEAD; at < code[1]; at += lengths[bg_code__op(code[at])])
            if (eater_fits(m, code + at, tok)) return true;
        return false;
    default: return token_fits(&m->tokens[tok], code);
    }
}

/* Go on behind a token that fits as such: no mark was matched last. */
static inline uint32_t eat(bg_machine *m, uint32_t tok) {
    m->last_mark = BG_NONE;
    return tok + 1;
}

static bool is_eater(uint32_t op) { return op == OP_WORD || op == OP_CLASS || op == OP_NUMBER || op == OP_PUNCT || op == OP_KIND || op == OP_ONE_OF; }

/* A negative look-ahead: most want one token or mark; others run on the same machine, above the present stack. */
static bool looks_like(bg_machine *m, const uint32_t *code, uint32_t tok) {
    uint32_t op = bg_code__op(code[0]);
    if (is_eater(op) && bg_code__op(code[op == OP_ONE_OF ? code[1] : lengths[op]]) == OP_MATCH) return tok < m->end && eater_fits(m, code, tok);
    unsigned depth = m->depth, trail = m->trail_count;
    uint32_t last = m->last_mark;
    if (!push(m, code, tok, 0, 0)) return true; /* below its own: captures are remembered */
    bool found = run(m, code, tok) != BG_NONE;
    undo(m, trail);
    m->depth = depth;
    m->last_mark = last;
    return found;
}

/* Go on from a choice: the token to go on at, with *code; BG_NONE if the choice leads nowhere. */
static inline uint32_t resume(bg_machine *m, const bg_choice *c, const uint32_t **code) {
    uint32_t tok, slot = bg_code__slot(c->code[0]);
    switch (c->kind & 255) {
    case OP_CLASS: tok = class_from(m, c->code, c->tok, c->mark), *code = c->code + 3; break;
    case OP_ONE_OF: tok = one_of_from(m, c->code, c->tok, c->kind >> 8, c->mark), *code = c->code + c->code[1]; break;
    default: tok = gap_from(m, c->code, c->tok + 1, c->mark + 1), *code = c->code + GAP_SIZE; /* the choice was made only where a token may be eaten */
    }
    return tok != BG_NONE && slot && !take(m, slot, c->tok, tok) ? BG_NONE : tok;
}

/* Back to the last choice above `floor`: the token to go on at, with *code; BG_NONE when none is left. */
static uint32_t retreat(bg_machine *m, unsigned floor, const uint32_t **code) {
    while (m->depth > floor && ++m->turns <= TURNS_MAX) {
        const bg_choice c = m->stack[--m->depth];
        undo(m, c.trail);
        if (c.kind == 0) return *code = c.code, c.tok;
        uint32_t tok = resume(m, &c, code);
        if (tok != BG_NONE) return tok;
    }
    return BG_NONE;
}

/*
 * Where to go on behind a fork, NULL if neither way is open to the token; with both open the second becomes a choice. Alternatives are forks
 * within forks: all of them are passed here. Those whose first way is closed take no turn: second ways only lead forward.
 */
static inline const uint32_t *fork_at(bg_machine *m, const uint32_t *code, uint32_t tok, const bg_offer *here) {
    if (++m->turns > TURNS_MAX) return NULL;
    for (;;) {
        const uint32_t *second = bg_code__to(code + 2);
        if (bg_code__opens(code + 3, here, m->sets)) {
            if (bg_code__opens(code + 3 + WAY_SIZE, here, m->sets) && !push(m, second, tok, 0, 0)) return NULL;
            code = bg_code__to(code + 1);
            if (bg_code__op(code[0]) != OP_SPLIT) return code;
            if (++m->turns > TURNS_MAX) return NULL;
        } else if (bg_code__op(second[0]) == OP_SPLIT) code = second;
        else return bg_code__opens(code + 3 + WAY_SIZE, here, m->sets) ? second : NULL;
    }
}

/*
 * Run code at a token: the token behind the match, BG_NONE if there is none. An instruction that fits goes on, any other one breaks off
 * to the last choice.
 */
static uint32_t run(bg_machine *m, const uint32_t *code, uint32_t tok) {
    const uint32_t end = m->end;
    const unsigned floor = m->depth;
    const bg_offer *const offers = m->offers, *here = &offers[tok];
    for (;;) {
        const uint32_t *way;
        uint32_t arg = bg_code__arg(code[0]), next = BG_NONE, size = 1;
        switch (bg_code__op(code[0])) {
        case OP_MATCH: return tok;
        case OP_SPLIT:
            if (!(way = fork_at(m, code, tok, here))) break;
            code = way;
            continue;
        case OP_SAVE:
            if (!save(m, arg, tok)) break;
            code++;
            continue;
        case OP_CLASS:
            if (!bg_offer__has(here, bg_code__element(code[1]))) break;
            next = class_from(m, code, tok, first_of_class(m, tok, arg));
            size = 3;
            break;
        case OP_JUMP: code = bg_code__to(code + 1); continue;
        case OP_WORD:
            if (tok < end && m->tokens[tok].syllable == code[1] && (!arg || m->tokens[tok].flags & BG_TOK_CAP)) next = eat(m, tok);
            size = 2;
            break;
        case OP_NUMBER: case OP_PUNCT: case OP_KIND:
            if (tok < end && token_fits(&m->tokens[tok], code)) next = eat(m, tok);
            size = lengths[bg_code__op(code[0])];
            break;
        case OP_ONE_OF:
            size = code[1];
            if (tok >= end || !bg_code__opens(code + 3, here, m->sets)) break;
            if (code[2] != ONE_OF_HEAD) next = one_of_from(m, code, tok, ONE_OF_HEAD, BG_NONE);
            else if (next_fit(code, ONE_OF_HEAD, &m->tokens[tok], here) < size) next = eat(m, tok); /* words, signs, numbers: only one fits */
            break;
        case OP_GAP:
            next = gap_from(m, code, tok, 0);
            size = GAP_SIZE;
            break;
        case OP_START: next = tok == m->start ? tok : BG_NONE; break;
        case OP_END: next = tok == end ? tok : BG_NONE; break;
        case OP_NOT:
            if (bg_code__opens(code + 2, here, m->sets) && looks_like(m, code + NOT_SIZE, tok)) break;
            code = bg_code__to(code + 1);
            continue;
        default: __builtin_unreachable();
        }
        uint32_t slot = bg_code__slot(code[0]);
        if (next == BG_NONE || (slot && !take(m, slot, tok, next))) {
            if ((next = retreat(m, floor, &code)) == BG_NONE) return BG_NONE;
        } else code += size;
        tok = next;
        here = &offers[tok];
    }
}

static void keep_hit(const bg_machine *m, uint32_t rule, uint32_t tok, uint32_t end, bg_hit *out) {
    out->rule = rule;
    out->tok = tok;
    out->end = end;
    out->slots = m->slots;
}

#define NONE_4 BG_NONE, BG_NONE, BG_NONE, BG_NONE
#define NONE_12 NONE_4, NONE_4, NONE_4
static const bg_slots no_slots = {{NONE_12, NONE_12}, {NONE_12}}; /* BG_NONE everywhere */
_Static_assert(BG_SLOTS == 12, "as many as are set here");

bool bg_machine__try(bg_machine *m, uint32_t rule, uint32_t tok, bg_hit *best) {
    m->marks = m->text->marks.items;
    m->depth = m->trail_count = m->turns = 0;
    m->last_mark = BG_NONE;
    m->slots = no_slots;
    uint32_t end = run(m, m->programs + m->rules[rule].code, tok);
    bool better = false;
    if (end != BG_NONE) {
        if (m->slots.ends[0] != BG_NONE) tok = m->slots.ends[0];
        if (m->slots.ends[1] != BG_NONE) end = m->slots.ends[1];
        better = tok < end && (end > best->end || (end == best->end && rule < best->rule));
        if (better) keep_hit(m, rule, tok, end, best);
    }
    return better;
}
