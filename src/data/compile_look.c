/*
 * compile_look: what the machine can tell of a sentence before it runs a rule's program there. What the program may begin with, what each
 * way of a fork may begin with, and what no way can do without.
 */
#include "compile_rule.h"

/* ---- ways through a program */

#define CODE_MAX 8192

/*
 * Walk every way through the program, without passing the instructions marked in `seen`, which marks those passed. True as soon as
 * the end is reached. `start`: only as far as the instructions that eat a token.
 */
static bool walk(const uint32_t *code, uint32_t count, bool seen[CODE_MAX], bool start) {
    uint32_t stack[CODE_MAX], depth = 0;
    stack[depth++] = 0;
    while (depth) {
        uint32_t pc = stack[--depth];
        if (pc >= count || seen[pc]) continue;
        seen[pc] = true;
        uint32_t op = bg_code__op(code[pc]);
        if (start && (op == OP_MATCH || bg_code__is_eater(op))) continue;
        if (op == OP_MATCH || depth + 2 > CODE_MAX) return true;
        if (op == OP_SPLIT) stack[depth++] = pc + 2 + code[pc + 2], stack[depth++] = pc + 1 + code[pc + 1];
        else stack[depth++] = op == OP_JUMP || op == OP_NOT ? pc + 1 + code[pc + 1] : pc + bg_code__length(code + pc);
    }
    return false;
}

/* ---- what each way of a fork may begin with */

static unsigned size_of(const bg_offer *o) {
    unsigned n = 0;
    for (unsigned e = 0; e < 8 * sizeof *o; e++) n += bg_offer__has(o, e);
    return n;
}

static uint32_t word_place(const bg_builder *b, uint32_t syllable) { return b->word_places[syllable] - 1; }

static unsigned word_element(const bg_builder *b, uint32_t syllable) { return b->word_elements[word_place(b, syllable)]; }

static void say(const bg_builder *b, bg_said *said, uint32_t syllable) {
    uint32_t number = bg_said__number(word_place(b, syllable));
    uint64_t bit = (uint64_t)1 << number % 64;
    said->weight += !(said->set[number / 64] & bit);
    said->set[number / 64] |= bit;
}

static void kind_add(bg_offer *out, uint32_t kind) {
    if (kind == BG_KIND_ANY) bg_offer__add(out, OFFER_ALL);
    if (kind == BG_KIND_CAP || kind == BG_KIND_WORD) bg_offer__add(out, OFFER_CAP);
    if (kind == BG_KIND_LOW || kind == BG_KIND_WORD) bg_offer__add(out, OFFER_LOW);
    if (kind == BG_KIND_UPPER) bg_offer__add(out, OFFER_UPPER);
    if (kind == BG_KIND_PUNCT) bg_offer__add(out, OFFER_PUNCT);
}

/*
 * Add what the instruction needs at its token to `out`; false if it needs none, so that the next one tells. `said`, if not NULL, gets
 * the words instead.
 */
static bool offer_add(const bg_program *p, const uint32_t *code, bg_offer *out, bg_said *said) {
    switch (bg_code__op(code[0])) {
    case OP_SAVE: case OP_START: case OP_NOT: case OP_JUMP: case OP_SPLIT: return false;
    case OP_WORD:
        if (said) say(p->b, said, code[1]);
        else bg_offer__add(out, word_element(p->b, code[1]));
        return true;
    case OP_CLASS: return bg_offer__add(out, bg_code__element(code[1])), true;
    case OP_NUMBER: return bg_offer__add(out, OFFER_NUMBER), true;
    case OP_PUNCT: return bg_offer__add(out, bg_offer__sign(bg_code__arg(code[0]))), true;
    case OP_END: return bg_offer__add(out, OFFER_END), true;
    case OP_KIND: return kind_add(out, bg_code__arg(code[0])), true;
    case OP_ONE_OF:
        for (uint32_t at = ONE_OF_HEAD; at < code[1]; at += bg_code__length(code + at)) offer_add(p, code + at, out, said);
        return true;
    default: return bg_offer__add(out, OFFER_ALL), true;
    }
}

/* Everything that the code from `from` on may begin with; `said`: see above. */
static void reach_of(const bg_program *p, uint32_t count, uint32_t from, bg_offer *out, bg_said *said) {
    const uint32_t *code = p->b->code_words.items + p->base;
    bool seen[CODE_MAX] = {false};
    uint32_t stack[CODE_MAX], depth = 0;
    memset(out, 0, sizeof *out);
    stack[depth++] = from;
    while (depth) {
        uint32_t pc = stack[--depth];
        if (pc >= count || seen[pc]) continue;
        seen[pc] = true;
        uint32_t op = bg_code__op(code[pc]);
        if (offer_add(p, code + pc, out, said)) continue;
        if (depth + 2 > CODE_MAX) bg_offer__add(out, OFFER_ALL);
        else if (op == OP_SPLIT) stack[depth++] = pc + 2 + code[pc + 2], stack[depth++] = pc + 1 + code[pc + 1];
        else stack[depth++] = op == OP_JUMP || op == OP_NOT ? pc + 1 + code[pc + 1] : pc + bg_code__length(code + pc);
    }
}

static void offer_of(const bg_program *p, uint32_t count, uint32_t from, bg_offer *out) { reach_of(p, count, from, out, NULL); }

/* Number of a set, made where it is new. */
static uint32_t number_of(bg_builder *b, const bg_offer *set) {
    for (size_t i = 0; i < b->sets.count; i++)
        if (memcmp(&b->sets.items[i], set, sizeof *set) == 0) return (uint32_t)i;
    bg_offer *item = BG_PUSH(b->arena, &b->sets);
    if (item) *item = *set;
    return (uint32_t)(b->sets.count - 1);
}

bg_way bg_build__way(bg_builder *b, const bg_offer *set) {
    if (bg_offer__has(set, OFFER_ALL)) return (bg_way){(uint64_t)1 << OFFER_ALL, 0, 0}; /* every place offers it */
    bg_way way = {0};
    unsigned most = 0, words = 0;
    for (uint32_t i = 0; i < BG_COUNT(set->bits); i++) {
        bg_offer one = {{set->bits[i]}};
        unsigned size = size_of(&one);
        words += size > 0;
        if (size > most) most = size, way.bits = set->bits[i], way.word = i;
    }
    if (words > 1) way.rest = number_of(b, set);
    return way;
}

/* The word of a set with the most elements; the first one if none has any. */
static uint32_t fullest(const bg_offer *set) {
    uint32_t found = 0;
    unsigned most = 0;
    for (uint32_t i = 0; i < BG_COUNT(set->bits); i++) {
        bg_offer one = {{set->bits[i]}};
        if (size_of(&one) > most) most = size_of(&one), found = i;
    }
    return found;
}

/* Put down at `at` what the code from `from` on may begin with. */
static void put_way(const bg_program *p, uint32_t at, uint32_t from) {
    bg_offer set, rest;
    offer_of(p, p->count, from, &set);
    if (bg_offer__has(&set, OFFER_ALL)) return; /* as it was put */
    uint32_t first = fullest(&set);
    rest = set;
    rest.bits[first] = 0;
    uint32_t second = size_of(&rest) ? fullest(&rest) : (first + 1) % BG_COUNT(rest.bits);
    rest.bits[second] = 0;
    uint32_t number = size_of(&rest) ? number_of(p->b, &rest) : 0, *code = p->b->code_words.items + p->base + at;
    code[0] = bg_code__way(first, second, number);
    memcpy(code + 1, &set.bits[first], sizeof set.bits[first]);
    memcpy(code + 3, &set.bits[second], sizeof set.bits[second]);
}

static void ways(const bg_program *p) {
    const uint32_t *code = p->b->code_words.items + p->base;
    for (uint32_t pc = 0; pc < p->count && p->count <= CODE_MAX; pc += bg_code__length(code + pc))
        switch (bg_code__op(code[pc])) {
        case OP_SPLIT:
            put_way(p, pc + 3, pc + 1 + code[pc + 1]);
            put_way(p, pc + 3 + WAY_SIZE, pc + 2 + code[pc + 2]);
            break;
        case OP_ONE_OF: put_way(p, pc + 3, pc); break;
        case OP_GAP: case OP_NOT: put_way(p, pc + 2, pc + bg_code__length(code + pc)); break;
        default: break;
        }
}

/* ---- what a rule cannot do without */

#define BG_ONE_OF 3u /* sets kept for a rule */

/* Without what a rule cannot match: offers that must stand somewhere in the rest of the sentence. */
typedef struct bg_needs {
    bg_offer here;              /* all of it, from the rule's first token on */
    bg_offer later;             /* all of it, behind that token */
    bg_offer one_of[BG_ONE_OF]; /* something of each, behind that token */
    bool at_start;
} bg_needs;

/* Keep the smallest sets, the smallest first. */
static void keep_set(bg_offer sets[BG_ONE_OF], bg_offer o) {
    for (unsigned i = 0; i < BG_ONE_OF; i++) {
        if (memcmp(&sets[i], &o, sizeof o) == 0) return;
        if (size_of(&o) >= size_of(&sets[i])) continue;
        bg_offer before = sets[i];
        sets[i] = o;
        o = before;
    }
}

#define RARE 6u    /* weight of a tested mark, in words */
#define COMMON 40u  /* … of any mark of a class */
#define ANYWHERE 100u /* … of a kind of token */

static unsigned weight_of(const bg_builder *b, unsigned element) {
    if (element >= OFFER_WORD) return RARE; /* a sign */
    if (element < OFFER_WANT) return ANYWHERE;
    for (size_t w = 0; w < b->wants.count && element < OFFER_WANT_SHARED; w++)
        if (b->want_elements[w] == element) return b->wants.items[w].count ? RARE : COMMON;
    return COMMON;
}

/* Is all of one set in another? What says something of it says something of the other too. */
static bool is_within(const bg_said *one, const bg_said *other) {
    for (size_t i = 0; i < BG_COUNT(one->set); i++)
        if (one->set[i] & ~other->set[i]) return false;
    return true;
}

/* Every way passes one of these: keep the rarest sets, the rarest first. */
static void keep_gate(const bg_program *p, bg_said said, const bg_offer *elements) {
    bg_said *kept = p->b->wanted.items[p->b->wanted.count - 1].sets;
    memcpy(said.set, elements, sizeof *elements);
    for (unsigned e = 0; e < 8 * sizeof *elements; e++)
        if (bg_offer__has(elements, e)) said.weight += weight_of(p->b, e);
    if (said.weight >= ANYWHERE) return;
    for (size_t i = 0; i < BG_GATES; i++) {
        if (kept[i].weight && is_within(&kept[i], &said)) return;
        if (kept[i].weight && said.weight >= kept[i].weight) continue;
        bg_said before = kept[i];
        kept[i] = said;
        if (!before.weight || is_within(&said, &before)) return;
        said = before;
    }
}

/* … what the code from an instruction on may begin with. */
static void keep_reach(const bg_program *p, uint32_t count, uint32_t pc) {
    bg_said said = {{0}, 0};
    bg_offer rest;
    reach_of(p, count, pc, &rest, &said);
    if (!bg_offer__has(&rest, OFFER_ALL) && !bg_offer__has(&rest, OFFER_END)) keep_gate(p, said, &rest);
}

/* Every way to the end passes some word or mark, each at an instruction of its own: it must stand in the sentence too. */
static void needs_of_many(const bg_program *p, uint32_t count, const bool start[CODE_MAX], bg_needs *n) {
    const uint32_t *code = p->b->code_words.items + p->base;
    bg_offer done = bg_offer__sum(&n->here, &n->later);
    for (uint32_t pc = 0; pc < count; pc += bg_code__length(code + pc)) {
        bg_offer one = {{0}}, other = {{0}};
        bool avoid[CODE_MAX] = {false}, first = false;
        if (!bg_code__is_eater(bg_code__op(code[pc])) || !offer_add(p, code + pc, &one, NULL) || size_of(&one) != 1 || bg_offer__holds(&done, &one)) continue;
        done = bg_offer__sum(&done, &one);
        for (uint32_t at = pc; at < count; at += bg_code__length(code + at), other = (bg_offer){{0}}) {
            if (!bg_code__is_eater(bg_code__op(code[at])) || !offer_add(p, code + at, &other, NULL) || !bg_offer__holds(&one, &other)) continue;
            avoid[at] = true;
            first |= start[at];
        }
        bg_offer *all = first ? &n->here : &n->later;
        if (walk(code, count, avoid, false)) continue;
        *all = bg_offer__sum(all, &one);
        if (bg_code__op(code[pc]) == OP_CLASS) keep_gate(p, (bg_said){{0}, 0}, &one);
    }
}

/* Every way to the end passes some instructions: what those may begin with must stand in the sentence. */
static void needs(const bg_program *p, bg_needs *n) {
    const uint32_t *code = p->b->code_words.items + p->base;
    uint32_t count = p->count;
    bool start[CODE_MAX] = {false};
    memset(n->one_of, 0xFF, sizeof n->one_of);
    if (count > CODE_MAX) return;
    walk(code, count, start, true);
    for (uint32_t pc = 0; pc < count; pc += bg_code__length(code + pc)) {
        bool avoid[CODE_MAX] = {false};
        bg_offer o;
        avoid[pc] = true;
        if (walk(code, count, avoid, false)) continue;
        n->at_start |= bg_code__op(code[pc]) == OP_START;
        keep_reach(p, count, pc);
        offer_of(p, count, pc, &o);
        if (bg_offer__has(&o, OFFER_ALL) || bg_offer__has(&o, OFFER_END)) continue;
        if (size_of(&o) > 1) {
            if (!start[pc]) keep_set(n->one_of, o);
            continue;
        }
        bg_offer *all = start[pc] ? &n->here : &n->later;
        *all = bg_offer__sum(all, &o);
    }
    needs_of_many(p, count, start, n);
}

static void need_add(bg_builder *b, bg_rule *rule, const bg_offer *set, bool here) {
    bg_need *item = BG_PUSH(b->arena, &b->needs);
    if (item) *item = (bg_need){bg_build__way(b, set), here, 0}, rule->need_count++;
}

/* Each element is a need of its own. */
static void need_each(bg_builder *b, bg_rule *rule, const bg_offer *all, bool here) {
    for (unsigned e = 0; e < 8 * sizeof *all; e++) {
        bg_offer one = {{0}};
        bg_offer__add(&one, e);
        if (bg_offer__has(all, e)) need_add(b, rule, &one, here);
    }
}

/* What was found out, in the order in which it is asked for. */
static void put_needs(const bg_program *p, const bg_needs *n) {
    bg_builder *b = p->b;
    p->rule->at_start = n->at_start;
    p->rule->needs = (uint32_t)b->needs.count;
    need_each(b, p->rule, &n->later, false);
    need_each(b, p->rule, &n->here, true);
    for (unsigned i = 0; i < BG_ONE_OF; i++)
        if (!bg_offer__has(&n->one_of[i], OFFER_ALL)) need_add(b, p->rule, &n->one_of[i], false);
}

/* Everything may follow. */
static void add_anything(bg_beginning *out) {
    bg_offer__add(&out->second, OFFER_ALL);
    bg_offer__add(&out->marked, OFFER_ALL);
}

/* Marks that the instruction may eat: those of levels that are asked are told by their bits. True if it eats a token too. */
static bool eats_token(const bg_program *p, const uint32_t *code, bg_offer *marked, uint32_t *asks) {
    uint32_t op = bg_code__op(code[0]), asked = op == OP_CLASS ? p->b->asks[bg_code__arg(code[0])] : 0;
    bool token = op == OP_WORD || op == OP_NUMBER || op == OP_PUNCT || op == OP_KIND;
    *asks |= asked;
    if (op == OP_CLASS && !asked) bg_offer__add(marked, bg_code__element(code[1]));
    for (uint32_t at = ONE_OF_HEAD; op == OP_ONE_OF && at < code[1]; at += bg_code__length(code + at)) token |= eats_token(p, code + at, marked, asks);
    return token;
}

/* What may be third behind the instruction, one that eats. */
static void third_of(const bg_program *p, uint32_t pc, bg_beginning *out) {
    const uint32_t *code = p->b->code_words.items + p->base + pc;
    uint32_t asks = 0;
    bg_offer o;
    offer_of(p, p->count, pc + bg_code__length(code), &o);
    if (eats_token(p, code, &out->marked, &asks)) out->third = bg_offer__sum(&out->third, &o);
    if (asks) out->asks |= asks, out->behind = bg_offer__sum(&out->behind, &o);
}

/* The instructions that the code from `from` on may begin with are second. */
static void seconds_of(const bg_program *p, uint32_t from, bg_beginning *out) {
    const uint32_t *code = p->b->code_words.items + p->base;
    bool seen[CODE_MAX] = {false};
    uint32_t stack[CODE_MAX], depth = 0;
    stack[depth++] = from;
    while (depth) {
        uint32_t pc = stack[--depth];
        if (pc >= p->count || seen[pc]) continue;
        seen[pc] = true;
        uint32_t op = bg_code__op(code[pc]);
        if (bg_code__is_eater(op)) {
            third_of(p, pc, out);
            continue;
        }
        if (op == OP_MATCH || op == OP_END || op == OP_GAP || depth + 2 > CODE_MAX) bg_offer__add(&out->marked, OFFER_ALL);
        else if (op == OP_SPLIT) stack[depth++] = pc + 2 + code[pc + 2], stack[depth++] = pc + 1 + code[pc + 1];
        else stack[depth++] = op == OP_JUMP || op == OP_NOT ? pc + 1 + code[pc + 1] : pc + bg_code__length(code + pc);
    }
}

/* ---- what a rule may begin with */

/*
 * Are they to be told apart? Where anything may follow one way to begin, the others would promise no more; what else differs is not worth a
 * place of its own.
 */
static bool is_alike(const bg_beginning *a, const bg_beginning *b) {
    return bg_offer__has(&a->second, OFFER_ALL) == bg_offer__has(&b->second, OFFER_ALL) && bg_offer__has(&a->marked, OFFER_ALL) == bg_offer__has(&b->marked, OFFER_ALL);
}

static void join(bg_beginning *a, const bg_beginning *b) {
    a->second = bg_offer__sum(&a->second, &b->second);
    a->marked = bg_offer__sum(&a->marked, &b->marked);
    a->third = bg_offer__sum(&a->third, &b->third);
    a->behind = bg_offer__sum(&a->behind, &b->behind);
    a->asks |= b->asks;
}

/* Number of the beginning of the rule with the instruction at pc, made where what follows is new. */
static uint32_t beginning_at(const bg_program *p, uint32_t pc) {
    bg_builder *b = p->b;
    const uint32_t *code = b->code_words.items + p->base + pc;
    bg_beginning made = {.rule = p->number, .at = pc};
    for (size_t i = b->beginnings.count; i-- > 0 && b->beginnings.items[i].rule == p->number;)
        if (b->beginnings.items[i].at == pc) return (uint32_t)i;
    if (!bg_code__is_eater(bg_code__op(code[0])) || p->count > CODE_MAX) add_anything(&made);
    else {
        offer_of(p, p->count, pc + bg_code__length(code), &made.second);
        seconds_of(p, pc + bg_code__length(code), &made);
    }
    for (size_t i = b->beginnings.count; i-- > 0 && b->beginnings.items[i].rule == p->number;)
        if (is_alike(&b->beginnings.items[i], &made)) return join(&b->beginnings.items[i], &made), (uint32_t)i;
    bg_beginning *item = BG_PUSH(b->arena, &b->beginnings);
    if (!item) return bg_build__no_memory(b), 0;
    *item = made;
    return (uint32_t)b->beginnings.count - 1;
}

static void first_add(const bg_program *p, uint32_t beginning, uint32_t key, bool started) {
    for (unsigned at_start = started; at_start < 2; at_start++) {
        bg_first *f = BG_PUSH(p->b->arena, &p->b->firsts);
        if (f) *f = (bg_first){p->rule->level + at_start * FIRST_START, key, beginning, 1};
    }
}

static uint32_t want_of(bg_builder *b, const uint32_t *code) {
    return (uint32_t)bg_build__want(b, (bg_want){bg_code__arg(code[0]), bg_code__tests(code[1]), code[2]});
}

/* The key under which a rule is found that may begin with the instruction. */
static uint32_t first_key(bg_builder *b, const uint32_t *code) {
    switch (bg_code__op(code[0])) {
    case OP_WORD: return FIRST_WORD(code[1]);
    case OP_CLASS: return FIRST_MARK(want_of(b, code));
    case OP_NUMBER: return FIRST_NUMBER;
    case OP_PUNCT: return FIRST_PUNCT(bg_code__arg(code[0]));
    default: return FIRST_ANY;
    }
}

/* Note that the rule may begin with the instruction at pc; `started`: behind a ^. */
static void first_at(const bg_program *p, uint32_t pc, bool started) {
    const uint32_t *code = p->b->code_words.items + p->base + pc;
    uint32_t beginning = beginning_at(p, pc);
    if (bg_code__op(code[0]) != OP_ONE_OF) return first_add(p, beginning, first_key(p->b, code), started);
    for (uint32_t at = ONE_OF_HEAD; at < code[1]; at += bg_code__length(code + at)) first_add(p, beginning, first_key(p->b, code + at), started);
}

/* Note what the rule may begin with from pc on. */
static void firsts(const bg_program *p, uint32_t pc, bool started, unsigned depth) {
    const uint32_t *code = p->b->code_words.items + p->base;
    if (depth > 200) return bg_build__fail(p->b, "a loop without a word");
    for (;;) {
        switch (bg_code__op(code[pc])) {
        case OP_START: started = true, pc++; break;
        case OP_SAVE: case OP_END: pc++; break;
        case OP_NOT: pc += 1 + code[pc + 1]; break;
        case OP_JUMP: pc += 1 + code[pc + 1]; break;
        case OP_SPLIT:
            firsts(p, pc + 1 + code[pc + 1], started, depth + 1);
            pc += 2 + code[pc + 2];
            break;
        case OP_MATCH: bg_build__fail(p->b, "the pattern can be empty"); return;
        default: return first_at(p, pc, started);
        }
    }
}

/* Fill the rule's needs, the ways in its code and what it may begin with. */
static void look(const bg_program *p) {
    bg_needs found = {0};
    bg_wanted *wanted = BG_PUSH(p->b->arena, &p->b->wanted);
    if (!wanted) return bg_build__no_memory(p->b);
    memset(wanted, 0, sizeof *wanted);
    needs(p, &found);
    put_needs(p, &found);
    ways(p);
    firsts(p, 0, false, 0);
}

/* Which classes wait to be made until they are asked for. */
static bool find_asks(bg_builder *b) {
    b->asks = bg_arena__alloc(b->arena, (b->classes.count + 1) * sizeof *b->asks);
    for (size_t i = 0; b->asks && i < b->rules.count; i++) {
        const bg_rule *rule = &b->rules.items[i];
        if (b->levels.items[rule->level].flags & BG_LEVEL_ASKED) b->asks[rule->make] |= 1u << rule->level;
    }
    return b->asks;
}

void bg_build__look(bg_builder *b) {
    if (!find_asks(b)) return bg_build__no_memory(b);
    for (size_t i = 0; i < b->rules.count && !b->code; i++) {
        bg_rule *rule = &b->rules.items[i];
        size_t end = i + 1 < b->rules.count ? b->rules.items[i + 1].code : b->code_words.count;
        b->file = b->strings.bytes + rule->file;
        b->line = rule->find;
        look(&(bg_program){b, rule, (uint32_t)i, rule->code, (uint32_t)end - rule->code});
    }
}
