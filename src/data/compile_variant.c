/*
 * compile_variant: what rules want of marks, and which marks they cannot tell apart. The tests of a rule on an entry of the lexicon
 * come out the same on every page, so they are run here, once: the element of a want in a token's offer says how they came out.
 */
#include "compile.h"

size_t bg_build__want(bg_builder *b, bg_want want) {
    for (size_t i = 0; i < b->wants.count; i++)
        if (memcmp(&b->wants.items[i], &want, sizeof want) == 0) return i;
    bg_want *item = BG_PUSH(b->arena, &b->wants);
    if (item) *item = want;
    return b->wants.count - 1;
}

uint32_t bg_build__place(const bg_builder *b, size_t want) {
    uint32_t place = 0;
    for (size_t i = 0; i < want && place < BG_MEMOS; i++) place += b->wants.items[i].klass == b->wants.items[want].klass && b->wants.items[i].count;
    return place;
}

/* How one test on a value comes out; `value` is BG_NO_VALUE where there is none. */
#define BG_NO_VALUE UINT32_MAX
static bool passes(const bg_builder *b, uint32_t value, const uint32_t *test) {
    bool found = false;
    for (uint32_t i = 0; i < test[2] && value != BG_NO_VALUE && !found; i++)
        found = test[3 + i] == value || b->strings.bytes[test[3 + i]] == '*';
    return found != (bool)test[1];
}

/* The pair of a key among `count`, NULL if there is none. */
static const bg_pair *pair_of(const bg_builder *b, uint32_t first, uint32_t count, uint32_t key) {
    for (uint32_t i = 0; i < count; i++)
        if (b->pairs.items[first + i].key == key) return &b->pairs.items[first + i];
    return NULL;
}

/* Does an entry of the lexicon meet the want? */
static bool sense_meets(const bg_builder *b, const bg_sense *sense, const bg_want *want) {
    if (sense->klass != want->klass) return false;
    const uint32_t *test = b->tests.items + want->first;
    for (uint32_t n = 0; n < want->count; n++, test += 3 + test[2]) {
        bool of_value = !test[0] || test[0] == KEY_VALUE;
        const bg_pair *pair = of_value ? NULL : pair_of(b, sense->pairs, sense->pair_count, test[0]);
        if (!passes(b, of_value ? sense->value : pair ? pair->value : BG_NO_VALUE, test)) return false;
    }
    return true;
}

/* May a mark that the rule makes meet the want? What comes from a capture is known on the page only. */
static bool rule_may_meet(const bg_builder *b, const bg_rule *rule, const bg_want *want) {
    if (rule->make != want->klass) return false;
    const uint32_t *test = b->tests.items + want->first;
    for (uint32_t n = 0; n < want->count; n++, test += 3 + test[2]) {
        const bg_pair *pair = pair_of(b, rule->pairs, rule->pair_count, test[0] ? test[0] : KEY_VALUE);
        if (pair && pair->capture) continue;
        if (!passes(b, pair ? pair->value : BG_NO_VALUE, test)) return false;
    }
    return true;
}

/* Number of the variant of a class with that offer, made where it is new. */
static uint32_t variant_of(bg_builder *b, uint32_t klass, const bg_offer *offer) {
    for (size_t i = b->classes.count; i < b->variants.count; i++)
        if (b->variants.items[i].klass == klass && memcmp(&b->variants.items[i].offer, offer, sizeof *offer) == 0) return (uint32_t)i;
    bg_variant *v = BG_PUSH(b->arena, &b->variants);
    if (v) *v = (bg_variant){*offer, klass, 0};
    return (uint32_t)b->variants.count - 1;
}

/* The variants that are whole classes. */
static void add_classes(bg_builder *b) {
    for (uint32_t k = 0; k < b->classes.count; k++) {
        bg_variant *v = BG_PUSH(b->arena, &b->variants);
        if (!v) return;
        *v = (bg_variant){.klass = k};
        for (size_t w = 0; w < b->wants.count; w++)
            if (b->wants.items[w].klass == k) bg_offer__add(&v->offer, b->want_elements[w]);
    }
}

void bg_build__variants(bg_builder *b) {
    add_classes(b);
    for (size_t i = 1; i < b->senses.count; i++) {
        bg_offer offer = {{0}};
        for (size_t w = 0; w < b->wants.count; w++)
            if (sense_meets(b, &b->senses.items[i], &b->wants.items[w])) bg_offer__add(&offer, b->want_elements[w]);
        uint32_t variant = variant_of(b, b->senses.items[i].klass, &offer);
        if (variant > UINT16_MAX) return bg_build__fail(b, "more than %u variants of marks", (unsigned)UINT16_MAX);
        b->senses.items[i].variant = (uint16_t)variant;
    }
    for (size_t i = 0; i < b->rules.count; i++) {
        bg_offer offer = {{0}};
        for (size_t w = 0; w < b->wants.count; w++)
            if (rule_may_meet(b, &b->rules.items[i], &b->wants.items[w])) bg_offer__add(&offer, b->want_elements[w]);
        b->rules.items[i].variant = variant_of(b, b->rules.items[i].make, &offer);
    }
}
