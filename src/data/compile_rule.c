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

/* A way that is always open, until what stands there is looked into. */
static void put_open(uint32_t *code) {
    memset(code, 0, WAY_SIZE * sizeof *code);
    code[1] = 1u << OFFER_ALL;
}

static void emit_way(parser *p) {
    uint32_t words[WAY_SIZE];
    put_open(words);
    for (uint32_t i = 0; i < WAY_SIZE; i++) emit(p, words[i]);
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

/* Where the words from `first` on stand before already; they are taken back then. */
static uint32_t tests_shared(parser *p, uint32_t first) {
    const uint32_t *words = p->b->tests.items;
    size_t size = p->b->tests.count - first;
    for (uint32_t at = 1; at < first && at + size <= first; at++)
        if (memcmp(words + at, words + first, size * sizeof *words) == 0) {
            p->b->tests.count = first;
            return at;
        }
    return first;
}

static uint32_t tests(parser *p, uint32_t *first) {
    uint32_t count = 0;
    *first = 0;
    if (*p->at != '[') return 0;
    uint32_t start = (uint32_t)p->b->tests.count;
    do {
        p->at++;
        test(p);
        count++;
    } while (*p->at == ',');
    if (*p->at++ != ']') bg_build__fail(p->b, "']' is missing");
    *first = tests_shared(p, start);
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
    size_t want = bg_build__want(p->b, (bg_want){klass, count, first});
    emit(p, OP_CLASS | klass << 8);
    if (count > 0xFF) return bg_build__fail(p->b, "too many tests");
    if (want > UINT16_MAX) return bg_build__fail(p->b, "too many wants");
    emit(p, bg_code__want((uint32_t)want, bg_build__place(p->b, want), count));
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
    emit_way(p);
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
        emit_way(p);
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

/* Put a fork before the code from `start` on, which is its first way. */
static void insert_split(parser *p, uint32_t start) {
    insert(p, start, SPLIT_SIZE);
    if (p->b->code) return;
    uint32_t *code = p->b->code_words.items + p->base + start;
    code[0] = OP_SPLIT;
    code[1] = SPLIT_SIZE - 1;
    put_open(code + 3);
    put_open(code + 3 + WAY_SIZE);
}

/* Back to `first`, or on. */
static void emit_split(parser *p, uint32_t first) {
    uint32_t split = here(p);
    emit(p, OP_SPLIT), emit(p, 0), emit(p, 0), emit_way(p), emit_way(p);
    patch_to(p, split + 1, first);
    patch_to(p, split + 2, here(p));
}

static void quantify(parser *p, uint32_t start) {
    char q = *p->at;
    if (q != '?' && q != '*' && q != '+') return;
    p->at++;
    if (q == '+') { /* L: x; SPLIT L, next */
        emit_split(p, start);
        return;
    }
    insert_split(p, start); /* SPLIT x, next; x; [SPLIT x, next] */
    if (q == '*') emit_split(p, start + SPLIT_SIZE);
    patch_to(p, start + 2, here(p));
}

/* Capture what the code from `start` on matches: one instruction that eats does it by itself. */
static void save_from(parser *p, uint32_t start, uint32_t slot) {
    uint32_t *code = p->b->code_words.items + p->base + start;
    if (bg_code__is_eater(bg_code__op(*code)) && !bg_code__slot(*code) && bg_code__length(code) == here(p) - start) {
        *code = bg_code__with_slot(*code, slot);
        return;
    }
    insert(p, start, 1);
    patch(p, start, OP_SAVE | (slot * 2) << 8);
    emit(p, OP_SAVE | (slot * 2 + 1) << 8);
}

static void item(parser *p, unsigned depth) {
    if (*p->at == '{' || *p->at == '}') {
        emit(p, OP_SAVE | (uint32_t)(BG_SLOT_SPAN * 2 + (*p->at++ == '}')) << 8);
        return;
    }
    uint32_t start = here(p), slot = capture(p);
    atom(p, depth);
    if (slot && !p->b->code) save_from(p, start, slot);
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
    return size > SPLIT_SIZE && here(p) - b == size && code[a] == OP_SPLIT && code[a + 2] == size - 2 && memcmp(code + a, code + b, size * sizeof *code) == 0;
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

#define ONE_OF_MAX 260 /* words of such an instruction */

#define BRANCHES_MAX 64

typedef struct branch { uint32_t from, to; } branch; /* code of an alternative */

/* The alternatives that stand from `start` on, `forks` of them behind a SPLIT and before a JUMP, then the last. */
static void find_branches(const parser *p, uint32_t start, uint32_t forks, branch *out) {
    const uint32_t *code = p->b->code_words.items + p->base;
    for (uint32_t i = 0, pc = start; i < forks; i++, out++) {
        uint32_t next = pc + 2 + code[pc + 2];
        *out = (branch){pc + SPLIT_SIZE, next - 2};
        pc = next;
        out[1] = (branch){pc, here(p)};
    }
}

/* How many of the branches, from the first on, are one token or mark each and fit one instruction. */
static uint32_t count_lone(const uint32_t *code, const branch *b, uint32_t count) {
    uint32_t n = 0;
    for (uint32_t size = ONE_OF_HEAD; n < count; n++, b++) {
        const uint32_t *c = code + b->from;
        size += b->to - b->from;
        if (b->from == b->to || !bg_code__is_eater(bg_code__op(c[0])) || bg_code__slot(c[0]) || bg_code__length(c) != b->to - b->from || size > ONE_OF_MAX) break;
    }
    return n;
}

static void emit_all(parser *p, const uint32_t *code, const branch *b) {
    for (uint32_t i = b->from; i < b->to; i++) emit(p, code[i]);
}

static void emit_one_of(parser *p, const uint32_t *code, const branch *b, uint32_t count) {
    uint32_t start = here(p);
    emit(p, OP_ONE_OF), emit(p, 0), emit(p, ONE_OF_HEAD), emit_way(p);
    for (uint32_t i = 0; i < count; i++, b++) {
        uint32_t head = bg_code__op(code[b->from]) == OP_ONE_OF ? ONE_OF_HEAD : 0;
        emit_all(p, code, &(branch){b->from + head, b->to});
    }
    uint32_t *out = p->b->code_words.items + p->base + start, size = here(p) - start;
    if (p->b->code) return;
    out[1] = size;
    for (uint32_t at = ONE_OF_HEAD; at < size; at += bg_code__length(out + at))
        if (bg_code__op(out[at]) == OP_CLASS || bg_code__op(out[at]) == OP_KIND) out[2] = at + bg_code__length(out + at);
}

/* Alternatives as they are emitted: one branch, or several of one token or mark each that stand beside each other and become one instruction. */
typedef struct blocks {
    const uint32_t *code;
    branch branches[BRANCHES_MAX + 1];
    struct { uint32_t first, lone; } items[BRANCHES_MAX + 1];
    uint32_t count;
    uint32_t jumps[BRANCHES_MAX], jump_count; /* to the end */
} blocks;

/* Those of [from, to) as forks within forks: half of them are passed at once where none of them is open. */
static void emit_blocks(parser *p, blocks *b, uint32_t from, uint32_t to) {
    uint32_t start = here(p), middle = from + (to - from) / 2;
    if (to - from > 1) {
        emit_split(p, start + SPLIT_SIZE);
        emit_blocks(p, b, from, middle);
        patch_to(p, start + 2, here(p));
        emit_blocks(p, b, middle, to);
        return;
    }
    const branch *first = &b->branches[b->items[from].first];
    if (b->items[from].lone > 1) emit_one_of(p, b->code, first, b->items[from].lone);
    else emit_all(p, b->code, first);
    if (to == b->count) return;
    emit(p, OP_JUMP), emit(p, 0);
    b->jumps[b->jump_count++] = here(p) - 1;
}

static void join_alternatives(parser *p, uint32_t start, uint32_t forks) {
    blocks b = {.count = 0};
    find_branches(p, start, forks, b.branches);
    size_t size = (here(p) - start) * sizeof(uint32_t);
    uint32_t *code = bg_arena__raw(p->b->arena, size);
    if (!code) return bg_build__no_memory(p->b);
    b.code = memcpy(code, p->b->code_words.items + p->base + start, size);
    for (uint32_t i = 0; i <= forks; i++) b.branches[i].from -= start, b.branches[i].to -= start;
    p->b->code_words.count = p->base + start;
    for (uint32_t i = 0; i <= forks; b.count++) {
        uint32_t lone = count_lone(code, b.branches + i, forks + 1 - i);
        b.items[b.count].first = i, b.items[b.count].lone = lone;
        i += lone ? lone : 1;
    }
    emit_blocks(p, &b, 0, b.count);
    for (uint32_t i = 0; i < b.jump_count; i++) patch_to(p, b.jumps[i], here(p));
}

static void alternatives(parser *p, unsigned depth) {
    uint32_t start = here(p), first = start, jumps[BRANCHES_MAX], count = 0;
    sequence(p, depth);
    while (*p->at == '|' && !p->b->code) {
        p->at++;
        insert_split(p, start); /* SPLIT this, next */
        emit(p, OP_JUMP);
        for (uint32_t i = 0; i < count; i++) jumps[i] += start <= jumps[i] ? SPLIT_SIZE : 0;
        if (count < BG_COUNT(jumps)) jumps[count++] = here(p);
        else bg_build__fail(p->b, "more than %zu alternatives", BG_COUNT(jumps));
        emit(p, 0);
        patch_to(p, start + 2, here(p));
        start = here(p);
        sequence(p, depth);
    }
    for (uint32_t i = 0; i < count; i++) patch_to(p, jumps[i], here(p));
    if (count && !p->b->code) join_alternatives(p, first, count);
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
    uint8_t *first = &p->rule->key_pairs[bg_key__bucket(pair.key)];
    if (p->rule->pair_count > UINT8_MAX) bg_build__fail(p->b, "too many attributes");
    else if (!*first) *first = (uint8_t)p->rule->pair_count;
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
    rule->find = b->line;
    alternatives(&p, 0);
    if (*p.at && !b->code) bg_build__fail(b, "unexpected '%s'", p.at);
    emit(&p, OP_MATCH);
    if (b->code) return;
    make_line(&p, make);
    bg_rule *item = BG_PUSH(b->arena, &b->rules);
    if (item) *item = *rule;
}
