/*
 * compile_element: which element of an offer each word and each want of the rules is. There are more of them than elements. The commonest
 * have one of their own, for it is they that would open the ways of others. What is left is shared: by words that stand near each other in
 * the grammar, mostly in one list of alternatives, where it does no harm; by wants of few rules; by classes that only the program asks for.
 */
#include "compile_rule.h"

#include <stdlib.h>

#define OWN_WORDS 20u  /* with an element of their own */
#define RARE_WANTS 20u /* elements of OFFER_SHARED for wants of rules, the others are for the program's */

/* Signs that stand in most sentences: no word has their elements. */
static const uint32_t signs[] = {',', '.', '(', ')', '-', '"', ':', ';', '/', 0x2013, 0x201C, 0x201D, 0x2026};

/* How often something stands in the rules. */
typedef struct bg_common { uint32_t number, count; } bg_common;
typedef struct bg_counts { uint32_t *words, *wants; } bg_counts;

/* Count the word or want of an instruction; words that are new are numbered. */
static void count_one(bg_builder *b, const uint32_t *code, const bg_counts *counts) {
    uint32_t op = bg_code__op(code[0]);
    if (op == OP_CLASS) counts->wants[bg_code__element(code[1])]++;
    if (op != OP_WORD) return;
    uint32_t *place = &b->word_places[code[1]], *item = *place ? NULL : BG_PUSH(b->arena, &b->rule_words);
    if (item) *item = code[1], *place = (uint32_t)b->rule_words.count;
    counts->words[code[1]]++;
}

static void put_element(bg_builder *b, uint32_t *code) {
    if (bg_code__op(code[0]) == OP_CLASS) code[1] = bg_code__want(b->want_elements[bg_code__element(code[1])], bg_code__place(code[1]), bg_code__tests(code[1]));
}

/* Count, or put down the elements (`counts` NULL), for all instructions of all programs. */
static void walk(bg_builder *b, const bg_counts *counts) {
    uint32_t *code = b->code_words.items;
    for (size_t at = 0; at < b->code_words.count;) {
        if (counts) count_one(b, code + at, counts);
        else put_element(b, code + at);
        at += bg_code__op(code[at]) == OP_ONE_OF ? ONE_OF_HEAD : bg_code__length(code + at); /* those within follow */
    }
}

static int by_count(const void *x, const void *y) {
    const bg_common *a = x, *b = y;
    if (a->count != b->count) return a->count > b->count ? -1 : 1;
    return a->number < b->number ? -1 : a->number > b->number;
}

/* ---- words */

/* The elements that words may have, in `out`; how many there are. */
static unsigned find_free(uint8_t out[OFFER_WORDS]) {
    unsigned count = 0;
    for (unsigned e = OFFER_WORD; e < OFFER_WORD + OFFER_WORDS; e++) {
        bool taken = false;
        for (size_t i = 0; i < BG_COUNT(signs); i++) taken |= bg_offer__sign(signs[i]) == e;
        if (!taken) out[count++] = (uint8_t)e;
    }
    return count;
}

static void choose_words(const bg_builder *b, const bg_common *words) {
    uint8_t elements[OFFER_WORDS];
    size_t left = find_free(elements), count = b->rule_words.count, own = count < OWN_WORDS ? count : OWN_WORDS, shared = 0;
    for (size_t i = 0; i < own; i++) b->word_elements[words[i].number] = elements[--left];
    for (size_t i = 0; i < count; i++)
        if (!b->word_elements[i]) b->word_elements[i] = elements[shared++ % left];
}

static void find_words(bg_builder *b, const uint32_t *counts) {
    bg_common *words = bg_arena__alloc(b->arena, (b->rule_words.count + 1) * sizeof *words);
    b->word_elements = bg_arena__alloc(b->arena, b->rule_words.count + 1);
    if (!words || !b->word_elements) return bg_build__no_memory(b);
    for (uint32_t i = 0; i < b->rule_words.count; i++) words[i] = (bg_common){i, counts[b->rule_words.items[i]]};
    if (b->rule_words.count) qsort(words, b->rule_words.count, sizeof *words, by_count);
    choose_words(b, words);
}

/* ---- wants */

static int by_number(const void *x, const void *y) {
    const bg_common *a = x, *b = y;
    return a->number < b->number ? -1 : a->number > b->number;
}

#define OWN_ELEMENTS (OFFER_SHARED - RARE_WANTS - 1) /* of the classes that only the program asks for; the last one is the ledger's */

/* A class of the ledger: its marks are common, they would open the ways to all that shares an element with them. */
static unsigned element_of_class(uint32_t klass, size_t i) {
    return klass >= CLASS_MATTER && klass <= CLASS_OPINION ? OFFER_SHARED - 1 : RARE_WANTS + i % OWN_ELEMENTS;
}

/* Elements for wants, the commonest first. Those that have their own keep their order: what one rule asks for is mostly in one word of a set. */
static void choose_wants(const bg_builder *b, bg_common *wants) {
    size_t own = OFFER_WANTS - OFFER_SHARED < b->wants.count ? OFFER_WANTS - OFFER_SHARED : b->wants.count;
    qsort(wants, own, sizeof *wants, by_number);
    for (size_t i = 0; i < b->wants.count; i++) {
        size_t shared = wants[i].count ? i % RARE_WANTS : element_of_class(b->wants.items[wants[i].number].klass, i);
        b->want_elements[wants[i].number] = (uint8_t)(i < own ? OFFER_WANT + i : OFFER_WANT_SHARED + shared);
    }
}

static void find_wants(bg_builder *b, const uint32_t *counts) {
    bg_common *wants = bg_arena__alloc(b->arena, (b->wants.count + 1) * sizeof *wants);
    b->want_elements = bg_arena__alloc(b->arena, b->wants.count + 1);
    if (!wants || !b->want_elements) return bg_build__no_memory(b);
    for (uint32_t i = 0; i < b->wants.count; i++) wants[i] = (bg_common){i, counts[i]};
    if (b->wants.count) qsort(wants, b->wants.count, sizeof *wants, by_count);
    choose_wants(b, wants);
}

void bg_build__elements(bg_builder *b) {
    for (uint32_t k = 1; k < b->classes.count; k++) bg_build__want(b, (bg_want){k, 0, 0}); /* the program asks for any class */
    bg_counts counts = {bg_arena__alloc(b->arena, (b->syllables.count + 1) * sizeof *counts.words), bg_arena__alloc(b->arena, (b->wants.count + 1) * sizeof *counts.wants)};
    b->word_places = bg_arena__alloc(b->arena, (b->syllables.count + 1) * sizeof *b->word_places);
    if (!counts.words || !counts.wants || !b->word_places) return bg_build__no_memory(b);
    walk(b, &counts);
    find_words(b, counts.words);
    find_wants(b, counts.wants);
    if (!b->code) walk(b, NULL);
}
