/* mark: what a mark says: attributes of lexicon entries, what rules make of their captures, and the captures themselves. */
#include "text.h"

#include "../data/image.h"

static const bg_rule *rule_of(const bg_text *text, const bg_mark *mark) {
    return &text->data->rules[mark->rule - 1];
}

/* What a rule's `make` says of a key, or what the mark says that it captured for it. */
static const char *made_value(const bg_text *text, const bg_mark *mark, const bg_pair *pair) {
    if (!pair->capture) return text->data->strings + pair->value;
    const bg_capture *c = text->captures.items + mark->caps, *end = c + mark->cap_count;
    while (c < end && c->slot != pair->capture - 1) c++;
    if (c == end) return NULL;
    if (c->mark == BG_NONE) return bg_text__words(text, c->tok, c->end);
    return bg_mark__get(text, &text->marks.items[c->mark], pair->capture_key ? pair->capture_key : KEY_VALUE);
}

const char *bg_mark__get(const bg_text *text, const bg_mark *mark, uint32_t key) {
    if (mark->sense) {
        const bg_sense *sense = &text->data->senses[mark->sense];
        return key == KEY_VALUE ? text->data->strings + sense->value : bg_sense__attribute(text->data, sense, key);
    }
    if (!mark->rule) return NULL;
    const bg_rule *rule = rule_of(text, mark);
    const bg_pair *pair = text->data->pairs + rule->pairs;
    for (const bg_pair *end = pair + rule->pair_count; pair < end; pair++) {
        const char *value = pair->key == key ? made_value(text, mark, pair) : NULL;
        if (value) return value; /* the first that is there: type=$a type=other */
    }
    return NULL;
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
