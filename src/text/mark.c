/*
 * mark: what a mark says: attributes of lexicon entries, what rules make of their captures, and the captures themselves. What a
 * rule takes from its captures is worked out when the mark is made, since rules behind it ask for it again and again.
 */
#include "text.h"

#include "../data/image.h"

static const bg_rule *rule_of(const bg_text *text, const bg_mark *mark) { return &text->data->rules[mark->rule - 1]; }

static const bg_pair *pairs_of(const bg_text *text, const bg_rule *rule) { return text->data->pairs + rule->pairs; }

/* The capture that an attribute is taken from, NULL if it took no part. */
static const bg_capture *source_of(const bg_text *text, const bg_mark *mark, const bg_pair *pair) {
    if (!mark->cap_count) return NULL;
    const bg_capture *c = text->captures.items + mark->caps;
    for (const bg_capture *end = c + mark->cap_count; c < end; c++)
        if (c->slot == pair->capture - 1) return c;
    return NULL;
}

static uint32_t key_of_source(const bg_pair *pair) { return pair->capture_key ? pair->capture_key : KEY_VALUE; }

static uint32_t taken_value(const bg_text *text, const bg_mark *mark, const bg_pair *pair) {
    const bg_capture *c = source_of(text, mark, pair);
    if (!c) return BG_NONE;
    return c->mark == BG_NONE ? BG_WORDS : bg_mark__value(text, &text->marks.items[c->mark], key_of_source(pair));
}

bool bg_mark__make(bg_text *text, bg_mark *mark) {
    const bg_rule *rule = rule_of(text, mark);
    const bg_pair *pairs = pairs_of(text, rule);
    uint32_t first = 0, end = rule->pair_count; /* those taken from captures */
    while (first < end && !pairs[first].capture) first++;
    while (end > first && !pairs[end - 1].capture) end--;
    mark->made = (uint32_t)text->made.count - first;
    for (uint32_t i = first; i < end; i++) {
        uint32_t *value = BG_PUSH(text->arena, &text->made);
        if (!value) return false;
        *value = pairs[i].capture ? taken_value(text, mark, &pairs[i]) : BG_NONE;
    }
    return true;
}

/* The attribute of a rule's mark, BG_NONE or the number of the first that is there: type=$a type=other. */
static uint32_t made_value(const bg_text *text, const bg_mark *mark, uint32_t key) {
    const bg_rule *rule = rule_of(text, mark);
    uint32_t first = rule->key_pairs[bg_key__bucket(key)];
    if (!first) return BG_NONE;
    const bg_pair *pairs = pairs_of(text, rule);
    for (uint32_t i = first - 1; i < rule->pair_count; i++) {
        if (pairs[i].key != key) continue;
        uint32_t value = pairs[i].capture ? text->made.items[mark->made + i] : pairs[i].value;
        if (value != BG_NONE) return value;
    }
    return BG_NONE;
}

uint32_t bg_mark__value(const bg_text *text, const bg_mark *mark, uint32_t key) {
    if (!mark->sense) return mark->rule ? made_value(text, mark, key) : BG_NONE;
    const bg_sense *sense = &text->data->senses[mark->sense];
    if (key == KEY_VALUE) return sense->value;
    const bg_pair *pair = text->data->pairs + sense->pairs;
    for (const bg_pair *end = pair + sense->pair_count; pair < end; pair++)
        if (pair->key == key) return pair->value;
    return BG_NONE;
}

/* The words that an attribute is: those of the capture it was taken from, maybe by the captured mark's rule in turn. */
static const char *words_of(const bg_text *text, const bg_mark *mark, uint32_t key) {
    const bg_rule *rule = rule_of(text, mark);
    const bg_pair *pair = pairs_of(text, rule);
    for (uint32_t i = 0; i < rule->pair_count; i++, pair++) {
        if (pair->key != key || !pair->capture || text->made.items[mark->made + i] == BG_NONE) continue;
        const bg_capture *c = source_of(text, mark, pair);
        return c->mark == BG_NONE ? bg_text__words(text, c->tok, c->end) : bg_mark__get(text, &text->marks.items[c->mark], key_of_source(pair));
    }
    return NULL;
}

const char *bg_mark__get(const bg_text *text, const bg_mark *mark, uint32_t key) {
    uint32_t value = bg_mark__value(text, mark, key);
    if (value == BG_NONE) return NULL;
    return value == BG_WORDS ? words_of(text, mark, key) : text->data->strings + value;
}

const bg_capture *bg_mark__capture(const bg_text *text, const bg_mark *mark, uint32_t name) {
    if (!mark->cap_count) return NULL;
    const bg_rule *rule = rule_of(text, mark);
    const bg_capture *c = text->captures.items + mark->caps;
    for (const bg_capture *end = c + mark->cap_count; c < end; c++)
        if (rule->slot_names[c->slot] == name) return c;
    return NULL;
}

const char *bg_mark__rule(const bg_text *text, const bg_mark *mark) {
    return mark->rule ? text->data->strings + rule_of(text, mark)->id : "lexicon";
}
