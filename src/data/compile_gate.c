/*
 * compile_gate: which rules are worth a look in a sentence at all. What a rule cannot do without was found in its program (compile_look.c):
 * elements and words of which the sentence must say one. Here these sets become the gates of the levels.
 */
#include "compile.h"

static bool holds(const uint64_t *set, uint32_t number) { return set[number / 64] >> number % 64 & 1; }

/* What the rules of a level make may come while it runs, and of the level that is asked anything may. */
static bg_offer made_by(const bg_builder *b, size_t level) {
    bg_offer made = {{0}};
    if (b->levels.items[level].flags & BG_LEVEL_ASKED) memset(&made, 0xFF, sizeof made);
    for (size_t r = 0; r < b->rules.count; r++)
        if (b->rules.items[r].level == level) made = bg_offer__sum(&made, &b->variants.items[b->rules.items[r].variant].offer);
    return made;
}

/* Drop a set that may be met later, for the next one of the rule that may not. */
static void drop_set(bg_wanted *wanted, size_t i, const bg_offer *made) {
    for (size_t next = i; next < BG_GATES; next++) {
        bg_offer elements;
        memcpy(&elements, wanted->sets[next].set, sizeof elements);
        if (bg_offer__meets(&elements, made)) memset(&wanted->sets[next], 0, sizeof wanted->sets[next]);
        else if (wanted->sets[next].weight) {
            bg_said found = wanted->sets[next];
            memset(&wanted->sets[next], 0, sizeof found);
            wanted->sets[i] = found;
            return;
        }
    }
}

/* Drop the sets that may be met later. */
static void drop_made(bg_builder *b, size_t level) {
    bg_offer made = made_by(b, level);
    for (size_t r = 0; r < b->rules.count; r++)
        for (size_t i = 0; i < BG_GATES && b->rules.items[r].level == level; i++) drop_set(&b->wanted.items[r], i, &made);
}

/* Room for `count` numbers in the sets, zeroed; where it begins. */
static uint32_t add_sets(bg_builder *b, size_t count) {
    size_t first = b->gate_sets.count;
    if (!BG_RESERVE(b->arena, &b->gate_sets, first + count)) return bg_build__no_memory(b), 0;
    memset(b->gate_sets.items + first, 0, count * sizeof *b->gate_sets.items);
    b->gate_sets.count += count;
    return (uint32_t)first;
}

/* Add a set of rules for each element and word of the gate; its part of `lets` tells which it is. */
static void number_sets(bg_builder *b, bg_gate *gate, uint32_t said_words, uint32_t words) {
    uint16_t sets = 0;
    gate->lets = (uint32_t)b->lets.count;
    gate->first = said_words;
    for (uint32_t number = 0; number < said_words * 64 && !b->code; number++) {
        uint16_t *let = BG_PUSH(b->arena, &b->lets);
        if (!let) return bg_build__no_memory(b);
        *let = 0;
        if (!holds(b->gate_sets.items + gate->said, number)) continue;
        *let = ++sets;
        if (number / 64 < gate->first) gate->first = number / 64;
        gate->end = number / 64 + 1;
    }
    gate->rules = add_sets(b, (size_t)(sets + 1) * words);
}

static void let_in(bg_builder *b, const bg_gate *gate, size_t set, uint32_t words, uint32_t place) {
    b->gate_sets.items[gate->rules + set * words + place / 64] |= (uint64_t)1 << place % 64;
}

static void make_gate(bg_builder *b, size_t level, size_t number, uint32_t said_words) {
    bg_gate *gate = &b->levels.items[level].gates[number];
    uint32_t words = bg_level__words(&b->levels.items[level]);
    gate->said = add_sets(b, said_words);
    for (size_t r = 0; r < b->rules.count && !b->code; r++)
        for (uint32_t i = 0; i < said_words && b->rules.items[r].level == level; i++)
            b->gate_sets.items[gate->said + i] |= b->wanted.items[r].sets[number].set[i];
    number_sets(b, gate, said_words, words);
    for (size_t i = 0; i < b->beginnings.count && !b->code; i++) {
        uint32_t r = b->beginnings.items[i].rule, place = b->beginnings.items[i].place;
        const bg_said *said = &b->wanted.items[r].sets[number];
        if (b->rules.items[r].level != level) continue;
        if (!said->weight) let_in(b, gate, 0, words, place);
        for (uint32_t n = 0; n < said_words * 64; n++)
            if (holds(said->set, n)) let_in(b, gate, b->lets.items[gate->lets + n], words, place);
    }
}

void bg_build__gates(bg_builder *b) {
    size_t count = b->rule_words.count < BG_SAID_MAX ? b->rule_words.count : BG_SAID_MAX;
    uint32_t said_words = BG_SAID_WORDS + 1 + (uint32_t)count / 64;
    for (size_t l = 0; l < b->levels.count; l++) {
        drop_made(b, l);
        for (size_t i = 0; i < BG_GATES; i++) make_gate(b, l, i, said_words);
    }
}
