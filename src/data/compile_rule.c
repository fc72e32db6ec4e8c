/*
 * compile_rule: a pattern → a program for src/text/match.c.
 *
 *   alternatives = sequence { "|" sequence }        sequence = { item }
 *   item = [ name ":" ] atom [ "?" | "*" | "+" ]    "{" and "}" mark the span the rule makes
 *   atom = "(" alternatives ")" | "!" atom | "^" | "$" | "..N" | "...N" | CLASS [ "[" tests "]" ] | 'sign or word' | word
 */
#include "compile_rule.h"

#include <stdlib.h>

#define DEPTH_MAX 24

typedef struct parser {
    bg_builder *b;
    bg_rule *rule;
    const char *at;
    uint32_t base; /* first word of the program */
} parser;

static void alternatives(parser *p, unsigned depth);

static void emit(parser *p, uint32_t word) {
    uint32_t *item = BG_PUSH(p->b->arena, &p->b->code_words);
    if (item) *item = word;
}

static uint32_t here(const parser *p) { return (uint32_t)p->b->code_words.count - p->base; }

static void patch(parser *p, uint32_t at, uint32_t value) { p->b->code_words.items[p->base + at] = value; }

/* Open `words` free words at `at` by moving the code behind; addresses inside the moved code are relative, see below. */
static void insert(parser *p, uint32_t at, uint32_t words) {
    for (uint32_t i = 0; i < words; i++) emit(p, 0);
    uint32_t *code = p->b->code_words.items + p->base;
    memmove(code + at + words, code + at, (here(p) - words - at) * sizeof *code);
}

/* Jump targets are stored as distances from the word that holds them, so that code can be moved. */
static void patch_to(parser *p, uint32_t at, uint32_t target) { patch(p, at, target - at); }

static void skip_blanks(parser *p) {
    while (*p->at == ' ' || *p->at == '\t') p->at++;
}

static bool class_char(char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'; }

static bool delimiter(char c) { return c == 0 || strchr(" \t()|[]{}?*+!^$:'", c) != NULL; }

/* ---- class tests */

static uint32_t test_value(parser *p, const char *from, size_t size) { return bg_build__string(p->b, from, size); }

static void test_push(parser *p, uint32_t word) {
    uint32_t *item = BG_PUSH(p->b->arena, &p->b->tests);
    if (item) *item = word;
}

/* One test: [key][!=|=]value|value… up to ',' or ']'. */
static void test(parser *p) {
    const char *start = p->at, *eq = NULL;
    while (*p->at && *p->at != ']' && *p->at != ',') {
        if (*p->at == '=' && !eq) eq = p->at;
        p->at++;
    }
    bool negated = eq ? eq > start && eq[-1] == '!' : *start == '!';
    size_t key = eq ? (size_t)(eq - start) - negated : 0;
    test_push(p, key ? bg_build__string(p->b, start, key) : 0);
    test_push(p, negated);
    size_t count_at = p->b->tests.count;
    test_push(p, 0);
    const char *value = eq ? eq + 1 : start + negated;
    uint32_t count = 0;
    while (value < p->at) {
        const char *stop = value;
        while (stop < p->at && *stop != '|') stop++;
        test_push(p, test_value(p, value, (size_t)(stop - value)));
        count++;
        value = stop + 1;
    }
    if (p->b->tests.count > count_at) p->b->tests.items[count_at] = count;
}

static uint32_t tests(parser *p, uint32_t *first) {
    uint32_t count = 0;
    *first = (uint32_t)p->b->tests.count;
    if (*p->at != '[') return 0;
    do {
        p->at++;
        test(p);
        count++;
    } while (*p->at == ',');
    if (*p->at++ != ']') bg_build__fail(p->b, "']' is missing");
    return count;
}

/* ---- atoms */

static void number_atom(parser *p) {
    uint32_t lo = 0, hi = UINT32_MAX;
    if (*p->at == '[') {
        char *end;
        lo = (uint32_t)strtoul(p->at + 1, &end, 10);
        hi = *end == '-' ? (uint32_t)strtoul(end + 1, &end, 10) : lo;
        if (*end != ']') return bg_build__fail(p->b, "NUM[lo-hi] expected");
        p->at = end + 1;
    }
    emit(p, OP_NUMBER);
    emit(p, lo);
    emit(p, hi);
}

static bool builtin(parser *p, const char *name, size_t size) {
    static const struct { const char *name; uint32_t kind; } kinds[] = {
        {"ANY", BG_KIND_ANY}, {"WORD", BG_KIND_WORD}, {"CAP", BG_KIND_CAP},
        {"LOW", BG_KIND_LOW}, {"UPPER", BG_KIND_UPPER}, {"PUNCT", BG_KIND_PUNCT}};
    if (size == 3 && memcmp(name, "NUM", 3) == 0) return number_atom(p), true;
    for (size_t i = 0; i < BG_COUNT(kinds); i++)
        if (strlen(kinds[i].name) == size && memcmp(kinds[i].name, name, size) == 0)
            return emit(p, OP_KIND | kinds[i].kind << 8), true;
    return false;
}

static void class_atom(parser *p) {
    const char *name = p->at;
    while (class_char(*p->at)) p->at++;
    size_t size = (size_t)(p->at - name);
    if (builtin(p, name, size)) return;
    uint32_t first, klass = bg_build__class(p->b, name, size), count = tests(p, &first);
    emit(p, OP_CLASS | klass << 8);
    emit(p, count);
    emit(p, first);
}

/* Words and signs of literal text, one instruction each. */
static void literal(parser *p, const char *text, size_t size) {
    bg_word word;
    for (size_t at = 0; bg_word__next(text, size, &at, &word);) {
        if (word.kind == BG_WORD_PUNCT) emit(p, OP_PUNCT | word.point << 8);
        else if (word.kind == BG_WORD_NUMBER) {
            uint32_t n = (uint32_t)strtoul(text + word.start, NULL, 10);
            emit(p, OP_NUMBER), emit(p, n), emit(p, n);
        } else {
            emit(p, OP_WORD | (word.capital ? 1u << 8 : 0));
            emit(p, bg_build__syllable(p->b, text + word.start, word.end - word.start));
        }
    }
}

static void quoted(parser *p) {
    const char *start = ++p->at;
    while (*p->at && *p->at != '\'') p->at++;
    literal(p, start, (size_t)(p->at - start));
    if (*p->at++ != '\'') bg_build__fail(p->b, "a quote is not closed");
}

static void gap(parser *p) {
    uint32_t dots = 0;
    while (*p->at == '.') p->at++, dots++;
    char *end;
    uint32_t most = (uint32_t)strtoul(p->at, &end, 10);
    p->at = end;
    emit(p, OP_GAP | (most ? most : 6) << 8);
    emit(p, dots > 2 ? BG_GAP_COMMA : 0);
}

static void plain_word(parser *p) {
    const char *start = p->at;
    while (!delimiter(*p->at)) p->at++;
    if (p->at == start) return bg_build__fail(p->b, "unexpected '%c'", *p->at), (void)p->at++;
    literal(p, start, (size_t)(p->at - start));
}

static bool is_class(const parser *p) {
    const char *c = p->at;
    while (class_char(*c)) c++;
    return c - p->at >= 2 && delimiter(*c);
}

static void atom(parser *p, unsigned depth) {
    if (depth > DEPTH_MAX) return bg_build__fail(p->b, "nested too deeply");
    if (*p->at == '(') {
        p->at++;
        alternatives(p, depth + 1);
        if (*p->at++ != ')') bg_build__fail(p->b, "')' is missing");
    } else if (*p->at == '!') {
        p->at++;
        emit(p, OP_NOT);
        uint32_t to = here(p);
        emit(p, 0);
        atom(p, depth + 1);
        emit(p, OP_MATCH);
        patch_to(p, to, here(p));
    } else if (*p->at == '^') p->at++, emit(p, OP_START);
    else if (*p->at == '$') p->at++, emit(p, OP_END);
    else if (*p->at == '.') gap(p);
    else if (*p->at == '\'') quoted(p);
    else if (is_class(p)) class_atom(p);
    else plain_word(p);
}

/* ---- items */

/* Slot number of a capture name; 0 if there are too many. */
static uint32_t slot_of(parser *p, const char *name, size_t size) {
    uint32_t string = bg_build__string(p->b, name, size);
    for (uint32_t i = 1; i < BG_SLOTS; i++) {
        if (!p->rule->slot_names[i]) p->rule->slot_names[i] = string;
        if (p->rule->slot_names[i] == string) return i;
    }
    bg_build__fail(p->b, "more than %u captures", BG_SLOTS - 1);
    return 0;
}

/* "name:" before an atom; 0 = none. */
static uint32_t capture(parser *p) {
    const char *c = p->at;
    while ((*c >= 'a' && *c <= 'z') || (c > p->at && *c >= '0' && *c <= '9')) c++;
    if (c == p->at || *c != ':') return 0;
    uint32_t slot = slot_of(p, p->at, (size_t)(c - p->at));
    p->at = c + 1;
    return slot;
}

static void quantify(parser *p, uint32_t start) {
    char q = *p->at;
    if (q != '?' && q != '*' && q != '+') return;
    p->at++;
    if (q == '+') { /* L: x; SPLIT L, next */
        uint32_t split = here(p);
        emit(p, OP_SPLIT), emit(p, 0), emit(p, 0);
        patch_to(p, split + 1, start);
        patch_to(p, split + 2, here(p));
        return;
    }
    insert(p, start, 3); /* SPLIT x, next; x; [JUMP start] */
    patch(p, start, OP_SPLIT);
    patch_to(p, start + 1, start + 3);
    if (q == '*') {
        emit(p, OP_JUMP);
        emit(p, 0);
        patch_to(p, here(p) - 1, start);
    }
    patch_to(p, start + 2, here(p));
}

static void item(parser *p, unsigned depth) {
    if (*p->at == '{' || *p->at == '}') {
        emit(p, OP_SAVE | (uint32_t)(BG_SLOT_SPAN * 2 + (*p->at++ == '}')) << 8);
        return;
    }
    uint32_t start = here(p), slot = capture(p);
    if (slot) emit(p, OP_SAVE | (slot * 2) << 8);
    atom(p, depth);
    if (slot) emit(p, OP_SAVE | (slot * 2 + 1) << 8);
    quantify(p, start);
}

/*
 * Of "x? x? x?" every item may be left out only with those behind it: the same matches, but not each of them in as many ways
 * as there are to choose k items of n. The item from `last` on is the same as the one behind it; the row begins at `first`.
 */
static void skip_together(parser *p, uint32_t first, uint32_t last) {
    uint32_t *code = p->b->code_words.items + p->base, end = here(p), size = end - last;
    for (uint32_t at = first; at < last; at += size)
        if (at + 2 + code[at + 2] == last) patch_to(p, at + 2, end);
}

/* Are the items [a, b) and [b, end) the same "x?"? */
static bool same_option(const parser *p, uint32_t a, uint32_t b) {
    const uint32_t *code = p->b->code_words.items + p->base;
    uint32_t size = b - a;
    return size > 3 && here(p) - b == size && code[a] == OP_SPLIT && code[a + 2] == size - 2 && memcmp(code + a, code + b, size * sizeof *code) == 0;
}

static void sequence(parser *p, unsigned depth) {
    uint32_t first = here(p), last = first; /* of a row of equal items */
    for (skip_blanks(p); *p->at && *p->at != ')' && *p->at != '|' && !p->b->code; skip_blanks(p)) {
        uint32_t start = here(p);
        item(p, depth);
        if (!p->b->code && same_option(p, last, start)) skip_together(p, first, start);
        else first = start;
        last = start;
    }
}

/* Words of the instruction at pc. */
static uint32_t length(const uint32_t *code) {
    switch (code[0] & 255) {
    case OP_CLASS: case OP_NUMBER: case OP_SPLIT: return 3;
    case OP_WORD: case OP_JUMP: case OP_GAP: case OP_NOT: return 2;
    case OP_ONE_OF: return code[1];
    default: return 1;
    }
}

static bool is_eater(uint32_t op) {
    return op == OP_WORD || op == OP_CLASS || op == OP_NUMBER || op == OP_PUNCT || op == OP_KIND || op == OP_ONE_OF;
}

#define ONE_OF_MAX 256 /* words of such an instruction */

/*
 * Alternatives of one token or mark each become one instruction. They stand from `start` on, `forks` of them behind a SPLIT and
 * before a JUMP, then the last.
 */
static void join_alternatives(parser *p, uint32_t start, uint32_t forks) {
    const uint32_t *code = p->b->code_words.items + p->base;
    uint32_t size = ONE_OF_HEAD, out[ONE_OF_MAX];
    for (uint32_t i = 0, pc = start; i <= forks; i++) {
        uint32_t from = i < forks ? pc + 3 : pc, next = i < forks ? pc + 2 + code[pc + 2] : here(p), to = i < forks ? next - 2 : next;
        if (from >= to || !is_eater(code[from] & 255) || length(code + from) != to - from || size + to - from > ONE_OF_MAX) return;
        if ((code[from] & 255) == OP_ONE_OF) from += ONE_OF_HEAD;
        memcpy(out + size, code + from, (to - from) * sizeof *out);
        size += to - from;
        pc = next;
    }
    out[0] = OP_ONE_OF, out[1] = size, out[2] = ONE_OF_HEAD;
    for (uint32_t at = ONE_OF_HEAD; at < size; at += length(out + at))
        if ((out[at] & 255) == OP_CLASS || (out[at] & 255) == OP_KIND) out[2] = at + length(out + at);
    p->b->code_words.count = p->base + start;
    for (uint32_t i = 0; i < size; i++) emit(p, out[i]);
}

static void alternatives(parser *p, unsigned depth) {
    uint32_t start = here(p), first = start, jumps[64], count = 0;
    sequence(p, depth);
    while (*p->at == '|' && !p->b->code) {
        p->at++;
        insert(p, start, 3); /* SPLIT this, next */
        emit(p, OP_JUMP);
        for (uint32_t i = 0; i < count; i++) jumps[i] += start <= jumps[i] ? 3 : 0;
        if (count < BG_COUNT(jumps)) jumps[count++] = here(p);
        else bg_build__fail(p->b, "more than %zu alternatives", BG_COUNT(jumps));
        emit(p, 0);
        patch(p, start, OP_SPLIT);
        patch_to(p, start + 1, start + 3);
        patch_to(p, start + 2, here(p));
        start = here(p);
        sequence(p, depth);
    }
    for (uint32_t i = 0; i < count; i++) patch_to(p, jumps[i], here(p));
    if (count && !p->b->code) join_alternatives(p, first, count);
}

/* ---- what a rule may begin with */

static void first_add(parser *p, uint32_t rule, uint32_t key, bool started) {
    for (unsigned at_start = started; at_start < 2; at_start++) {
        bg_first *f = BG_PUSH(p->b->arena, &p->b->firsts);
        if (f) *f = (bg_first){p->rule->level + at_start * FIRST_START, key, rule, 1};
    }
}

/* The key under which a rule is found that may begin with the instruction. */
static uint32_t first_key(const uint32_t *code) {
    switch (code[0] & 255) {
    case OP_WORD: return FIRST_WORD(code[1]);
    case OP_CLASS: return FIRST_CLASS(code[0] >> 8);
    case OP_NUMBER: return FIRST_NUMBER;
    case OP_PUNCT: return FIRST_PUNCT(code[0] >> 8);
    default: return FIRST_ANY;
    }
}

/* Note what the rule may begin with from pc on; `started`: behind a ^. */
static void firsts(parser *p, uint32_t rule, uint32_t pc, bool started, unsigned depth) {
    const uint32_t *code = p->b->code_words.items + p->base;
    if (depth > 200) return bg_build__fail(p->b, "a loop without a word");
    for (;;) {
        switch (code[pc] & 255) {
        case OP_START: started = true, pc++; break;
        case OP_SAVE: case OP_END: pc++; break;
        case OP_NOT: pc += 1 + code[pc + 1]; break;
        case OP_JUMP: pc += 1 + code[pc + 1]; break;
        case OP_SPLIT:
            firsts(p, rule, pc + 1 + code[pc + 1], started, depth + 1);
            pc += 2 + code[pc + 2];
            break;
        case OP_ONE_OF:
            for (uint32_t at = ONE_OF_HEAD; at < code[pc + 1]; at += length(code + pc + at)) first_add(p, rule, first_key(code + pc + at), started);
            return;
        case OP_MATCH: bg_build__fail(p->b, "the pattern can be empty"); return;
        default: return first_add(p, rule, first_key(code + pc), started);
        }
    }
}

/* ---- ways through a program */

#define CODE_MAX 4096

/* Can the program reach its end without passing the instructions marked in `seen`? It is overwritten. */
static bool reaches_end(const uint32_t *code, uint32_t count, bool seen[CODE_MAX]) {
    uint32_t stack[CODE_MAX], depth = 0;
    stack[depth++] = 0;
    while (depth) {
        uint32_t pc = stack[--depth];
        if (pc >= count || seen[pc]) continue;
        seen[pc] = true;
        uint32_t op = code[pc] & 255;
        if (op == OP_MATCH) return true;
        if (op == OP_JUMP || op == OP_NOT) stack[depth++] = pc + 1 + code[pc + 1];
        else if (op == OP_SPLIT) {
            if (depth + 2 > CODE_MAX) return true;
            stack[depth++] = pc + 2 + code[pc + 2];
            stack[depth++] = pc + 1 + code[pc + 1];
        } else stack[depth++] = pc + length(code + pc);
    }
    return false;
}

/* ---- what each way of a fork may begin with */

/* Place of a number in a list, at its end if it is new. */
static size_t place_of(bg_builder *b, bg_numbers *list, uint32_t number) {
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i] == number) return i;
    uint32_t *item = BG_PUSH(b->arena, list);
    if (item) *item = number;
    return list->count - 1;
}

static unsigned word_element(bg_builder *b, uint32_t syllable) { return bg_build__word_element(place_of(b, &b->rule_words, syllable)); }
static unsigned class_element(bg_builder *b, uint32_t klass) { return bg_build__class_element(place_of(b, &b->rule_classes, klass)); }

static void kind_add(bg_offer *out, uint32_t kind) {
    if (kind == BG_KIND_ANY) bg_offer__add(out, OFFER_ALL);
    if (kind == BG_KIND_CAP || kind == BG_KIND_WORD) bg_offer__add(out, OFFER_CAP);
    if (kind == BG_KIND_LOW || kind == BG_KIND_WORD) bg_offer__add(out, OFFER_LOW);
    if (kind == BG_KIND_UPPER) bg_offer__add(out, OFFER_UPPER);
    if (kind == BG_KIND_PUNCT) bg_offer__add(out, OFFER_PUNCT);
}

/* Add what the instruction needs at its token to `out`; false if it needs none, so that the next one tells. */
static bool offer_add(parser *p, const uint32_t *code, bg_offer *out) {
    switch (code[0] & 255) {
    case OP_SAVE: case OP_START: case OP_NOT: case OP_JUMP: case OP_SPLIT: return false;
    case OP_WORD: return bg_offer__add(out, word_element(p->b, code[1])), true;
    case OP_CLASS: return bg_offer__add(out, class_element(p->b, code[0] >> 8)), true;
    case OP_NUMBER: return bg_offer__add(out, OFFER_NUMBER), true;
    case OP_PUNCT: return bg_offer__add(out, bg_offer__sign(code[0] >> 8)), true;
    case OP_END: return bg_offer__add(out, OFFER_END), true;
    case OP_KIND: return kind_add(out, code[0] >> 8), true;
    case OP_ONE_OF:
        for (uint32_t at = ONE_OF_HEAD; at < code[1]; at += length(code + at)) offer_add(p, code + at, out);
        return true;
    default: return bg_offer__add(out, OFFER_ALL), true;
    }
}

/* Everything that the code from `from` on may begin with. */
static void offer_of(parser *p, uint32_t count, uint32_t from, bg_offer *out) {
    const uint32_t *code = p->b->code_words.items + p->base;
    bool seen[CODE_MAX] = {false};
    uint32_t stack[CODE_MAX], depth = 0;
    memset(out, 0, sizeof *out);
    stack[depth++] = from;
    while (depth) {
        uint32_t pc = stack[--depth];
        if (pc >= count || seen[pc]) continue;
        seen[pc] = true;
        uint32_t op = code[pc] & 255;
        if (offer_add(p, code + pc, out)) continue;
        if (depth + 2 > CODE_MAX) bg_offer__add(out, OFFER_ALL);
        else if (op == OP_SPLIT) stack[depth++] = pc + 2 + code[pc + 2], stack[depth++] = pc + 1 + code[pc + 1];
        else stack[depth++] = op == OP_JUMP || op == OP_NOT ? pc + 1 + code[pc + 1] : pc + length(code + pc);
    }
}

/* Number of the first of `count` offers in a row, equal ones shared. */
static uint32_t offer_number(bg_builder *b, const bg_offer *offers, size_t count) {
    for (size_t i = 0; i + count <= b->offers.count; i++)
        if (memcmp(b->offers.items + i, offers, count * sizeof *offers) == 0) return (uint32_t)i;
    for (size_t i = 0; i < count; i++) {
        bg_offer *item = BG_PUSH(b->arena, &b->offers);
        if (item) *item = offers[i];
    }
    return (uint32_t)(b->offers.count - count);
}

static void offers(parser *p) {
    uint32_t *code = p->b->code_words.items + p->base, count = here(p);
    bg_offer o[2];
    for (uint32_t pc = 0; pc < count && count <= CODE_MAX; pc += length(code + pc)) {
        uint32_t op = code[pc] & 255;
        if (op == OP_SPLIT) {
            offer_of(p, count, pc + 1 + code[pc + 1], &o[0]);
            offer_of(p, count, pc + 2 + code[pc + 2], &o[1]);
            code[pc] |= offer_number(p->b, o, 2) << 8;
        } else if (op == OP_ONE_OF) {
            offer_of(p, count, pc, o);
            code[pc] |= offer_number(p->b, o, 1) << 8;
        } else if (op == OP_GAP || op == OP_NOT) {
            offer_of(p, count, pc + 2, o);
            code[op == OP_GAP ? pc + 1 : pc] |= offer_number(p->b, o, 1) << 8;
        }
    }
}

/* ---- what a rule cannot do without */

static unsigned size_of(const bg_offer *o) {
    unsigned n = 0;
    for (unsigned e = 0; e < 8 * sizeof *o; e++) n += bg_offer__has(o, e);
    return n;
}

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

/* Mark every instruction that may stand at the rule's first token. */
static void mark_start(const uint32_t *code, uint32_t count, bool seen[CODE_MAX]) {
    uint32_t stack[CODE_MAX], depth = 0;
    stack[depth++] = 0;
    while (depth) {
        uint32_t pc = stack[--depth];
        if (pc >= count || seen[pc]) continue;
        seen[pc] = true;
        uint32_t op = code[pc] & 255;
        if (op == OP_MATCH || is_eater(op) || depth + 2 > CODE_MAX) continue;
        if (op == OP_SPLIT) stack[depth++] = pc + 2 + code[pc + 2], stack[depth++] = pc + 1 + code[pc + 1];
        else stack[depth++] = op == OP_JUMP || op == OP_NOT ? pc + 1 + code[pc + 1] : pc + length(code + pc);
    }
}

/* What may stand right behind the first token or mark that the instruction at pc eats. */
static void second_of(parser *p, uint32_t count, uint32_t pc, bg_offer *second) {
    const uint32_t *code = p->b->code_words.items + p->base + pc;
    bg_offer o;
    if ((code[0] & 255) == OP_GAP) bg_offer__add(second, OFFER_ALL);
    if (!is_eater(code[0] & 255)) return;
    offer_of(p, count, pc + length(code), &o);
    *second = bg_offer__sum(second, &o);
}

/* Every way to the end passes some word or mark, each at an instruction of its own: it must stand in the sentence too. */
static void needs_of_many(parser *p, uint32_t count, const bool start[CODE_MAX]) {
    const uint32_t *code = p->b->code_words.items + p->base;
    bg_needs *n = &p->rule->needs;
    bg_offer done = bg_offer__sum(&n->here, &n->later);
    for (uint32_t pc = 0; pc < count; pc += length(code + pc)) {
        bg_offer one = {{0, 0}}, other = {{0, 0}};
        bool avoid[CODE_MAX] = {false}, first = false;
        if (!is_eater(code[pc] & 255) || !offer_add(p, code + pc, &one) || size_of(&one) != 1 || bg_offer__holds(&done, &one)) continue;
        done = bg_offer__sum(&done, &one);
        for (uint32_t at = pc; at < count; at += length(code + at), other = (bg_offer){{0, 0}}) {
            if (!is_eater(code[at] & 255) || !offer_add(p, code + at, &other) || !bg_offer__holds(&one, &other)) continue;
            avoid[at] = true;
            first |= start[at];
        }
        bg_offer *all = first ? &n->here : &n->later;
        if (!reaches_end(code, count, avoid)) *all = bg_offer__sum(all, &one);
    }
}

/* Every way to the end passes some instructions: what those may begin with must stand in the sentence. */
static void needs(parser *p) {
    const uint32_t *code = p->b->code_words.items + p->base;
    uint32_t count = here(p);
    bg_needs *n = &p->rule->needs;
    bool start[CODE_MAX] = {false};
    memset(n->one_of, 0xFF, sizeof n->one_of);
    if (count > CODE_MAX) return bg_offer__add(&n->second, OFFER_ALL);
    mark_start(code, count, start);
    for (uint32_t pc = 0; pc < count; pc += length(code + pc)) {
        bool avoid[CODE_MAX] = {false};
        bg_offer o;
        if (start[pc]) second_of(p, count, pc, &n->second);
        avoid[pc] = true;
        if (reaches_end(code, count, avoid)) continue;
        n->at_start |= (code[pc] & 255) == OP_START;
        offer_of(p, count, pc, &o);
        if (bg_offer__has(&o, OFFER_ALL) || bg_offer__has(&o, OFFER_END)) continue;
        if (size_of(&o) > 1) {
            if (!start[pc]) keep_set(n->one_of, o);
            continue;
        }
        bg_offer *all = start[pc] ? &n->here : &n->later;
        *all = bg_offer__sum(all, &o);
    }
    needs_of_many(p, count, start);
}

/* ---- make: CLASS key=value key=$capture key=$capture.attribute */

static uint32_t slot_named(parser *p, const char *name, size_t size) {
    uint32_t string = bg_build__string(p->b, name, size);
    for (uint32_t i = 1; i < BG_SLOTS; i++)
        if (p->rule->slot_names[i] == string && string) return i;
    bg_build__fail(p->b, "no capture named '%.*s'", (int)size, name);
    return 0;
}

static void make_pair(parser *p, const char *text, size_t size) {
    const char *eq = memchr(text, '=', size);
    if (!eq) return bg_build__fail(p->b, "key=value expected in make");
    bg_pair pair = {.key = bg_build__string(p->b, text, (size_t)(eq - text))};
    size_t left = size - (size_t)(eq + 1 - text);
    if (left && eq[1] == '$') {
        const char *dot = memchr(eq, '.', left + 1);
        size_t name = dot ? (size_t)(dot - eq - 2) : left - 1;
        pair.capture = slot_named(p, eq + 2, name) + 1;
        if (dot) pair.capture_key = bg_build__string(p->b, dot + 1, left - 2 - name);
    } else pair.value = bg_build__string(p->b, eq + 1, left);
    bg_pair *item = BG_PUSH(p->b->arena, &p->b->pairs);
    if (item) *item = pair, p->rule->pair_count++;
}

static void make_line(parser *p, const char *make) {
    size_t size = 0;
    while (class_char(make[size])) size++;
    if (!size) return bg_build__fail(p->b, "make needs a class");
    p->rule->make = bg_build__class(p->b, make, size);
    p->rule->pairs = (uint32_t)p->b->pairs.count;
    for (make += size; *make && !p->b->code; make += size) {
        while (*make == ' ' || *make == '\t') make++;
        for (size = 0; make[size] && make[size] != ' ' && make[size] != '\t';) size++;
        if (size) make_pair(p, make, size);
    }
}

void bg_build__rule(bg_builder *b, bg_rule *rule, const char *find, const char *make) {
    parser p = {b, rule, find, (uint32_t)b->code_words.count};
    rule->code = p.base;
    alternatives(&p, 0);
    if (*p.at && !b->code) bg_build__fail(b, "unexpected '%s'", p.at);
    emit(&p, OP_MATCH);
    if (b->code) return;
    needs(&p);
    offers(&p);
    make_line(&p, make);
    bg_level *level = &b->levels.items[rule->level];
    if (level->flags & BG_LEVEL_ASKED) bg_offer__add(&level->makes, class_element(b, rule->make));
    firsts(&p, (uint32_t)b->rules.count, 0, false, 0);
    bg_rule *item = BG_PUSH(b->arena, &b->rules);
    if (item) *item = *rule;
}
