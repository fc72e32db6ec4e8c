/* image: reading the compiled knowledge. */
#include "grammar.h"
#include "image.h"
#include "sites.h"

const char *bg_data__string(const bg_data *data, uint32_t string) { return data->strings + string; }

const char *bg_data__reader(const bg_data *data, bg_arena *arena) {
    return bg_arena__print(arena, "%s+%016llx", BG_VERSION, (unsigned long long)bg_data__lines(data)->image->hash);
}

const char *bg_data__class_name(const bg_data *data, unsigned klass) {
    const uint32_t *classes = bg_image__at(data, SEC_CLASSES);
    return klass < bg_image__count(data, SEC_CLASSES) ? bg_data__string(data, classes[klass] & ~CLASS_NESTED) : "";
}

bool bg_data__class_nested(const bg_data *data, unsigned klass) {
    return ((const uint32_t *)bg_image__at(data, SEC_CLASSES))[klass] & CLASS_NESTED;
}

unsigned bg_data__class_count(const bg_data *data) { return bg_image__count(data, SEC_CLASSES) - 1; }

/* Without the table that bg_data__prepare() makes. */
static unsigned find_class(const bg_data *data, const char *name) {
    for (unsigned k = 1; k < data->class_room; k++)
        if (strcmp(bg_data__class_name(data, k), name) == 0) return k;
    return 0;
}

unsigned bg_data__class(const bg_data *data, const char *name) {
    if (!data->class_slots) return find_class(data, name);
    size_t i = bg_hash__bytes(name, strlen(name), 0) & data->class_mask;
    while (data->class_slots[i] && strcmp(bg_data__class_name(data, data->class_slots[i]), name) != 0) i = (i + 1) & data->class_mask;
    return data->class_slots[i];
}

uint32_t bg_data__sense_count(const bg_data *data) { return bg_image__count(data, SEC_SENSES) - 1; }

const bg_sense *bg_data__sense(const bg_data *data, uint32_t sense) {
    return &data->senses[sense];
}

const bg_pair *bg_data__pairs(const bg_data *data) { return data->pairs; }

const char *bg_sense__attribute(const bg_data *data, const bg_sense *sense, uint32_t key) {
    const bg_pair *pair = data->pairs + sense->pairs;
    for (const bg_pair *end = pair + sense->pair_count; pair < end; pair++)
        if (pair->key == key) return data->strings + pair->value;
    return NULL;
}

uint32_t bg_data__syllable(const bg_data *data, const char *key, size_t size) {
    const bg_slot *slots = data->slots;
    bg_slot wanted;
    bg_slot__set(&wanted, key, size);
    uint32_t mask = data->slot_count - 1;
    for (uint32_t i = bg_slot__place(wanted.head, wanted.tail, data->slot_count); slots[i].syllable; i = (i + 1) & mask)
        if (slots[i].head == wanted.head && slots[i].tail == wanted.tail && slots[i].length == size &&
            (size <= 16 || memcmp(data->strings + slots[i].string, key, size) == 0))
            return slots[i].syllable;
    return 0;
}

static const bg_node *node_at(const bg_data *data, uint32_t node) {
    const bg_edge *edges = bg_image__at(data, SEC_EDGES);
    const bg_node *roots = bg_image__at(data, SEC_ROOTS);
    uint32_t count = bg_image__count(data, SEC_EDGES);
    return node < count ? &edges[node].to : &roots[node - count];
}

uint32_t bg_data__step(const bg_data *data, uint32_t node, uint32_t syllable) {
    uint32_t count = bg_image__count(data, SEC_EDGES);
    if (!syllable) return 0;
    if (!node) return syllable < data->syllables && bg_node__is(node_at(data, count + syllable)) ? count + syllable : 0;
    if (!(node_at(data, node)->more & bg_node__bit(syllable))) return 0;
    return bg_image__step(bg_image__at(data, SEC_EDGES), count, node, syllable);
}

uint32_t bg_data__node_sense(const bg_data *data, uint32_t node) {
    return bg_image__entries(data, node)->sense;
}

uint32_t bg_data__find(const bg_data *data, unsigned klass, const char *phrase, size_t size) {
    uint32_t node = 0;
    bg_word word;
    char key[BG_SYLLABLE_MAX];
    for (size_t at = 0; bg_word__next(phrase, size, &at, &word);) {
        if (word.kind == BG_WORD_PUNCT) continue;
        size_t n = bg_syllable__key(phrase + word.start, word.end - word.start, key);
        node = bg_data__step(data, node, bg_data__syllable(data, key, n));
        if (!node) return 0;
    }
    for (uint32_t s = node ? bg_data__node_sense(data, node) : 0; s; s = bg_data__sense(data, s)->next)
        if (bg_data__sense(data, s)->klass == klass) return s;
    return 0;
}

uint32_t bg_data__intern(const bg_data *data, const char *text) {
    size_t n = strlen(text) + 1, size = bg_image__count(data, SEC_STRINGS);
    for (size_t at = 0; at + n <= size; at += strlen(data->strings + at) + 1)
        if (memcmp(data->strings + at, text, n) == 0) return (uint32_t)at;
    return 0;
}

/* ---- grammar */

unsigned bg_grammar__level(const bg_data *data, const char *name) {
    for (unsigned i = 0; i < bg_image__count(data, SEC_LEVELS); i++)
        if (strcmp(bg_data__string(data, bg_grammar__level_at(data, i)->name), name) == 0) return i;
    return UINT32_MAX;
}

const bg_level *bg_grammar__level_at(const bg_data *data, unsigned level) {
    return (const bg_level *)bg_image__at(data, SEC_LEVELS) + level;
}

uint32_t bg_grammar__rule_count(const bg_data *data) { return bg_image__count(data, SEC_RULES); }

const bg_rule *bg_grammar__rule(const bg_data *data, uint32_t rule) {
    return &data->rules[rule];
}

const uint32_t *bg_grammar__code(const bg_data *data) { return bg_image__at(data, SEC_CODE); }
const uint32_t *bg_grammar__tests(const bg_data *data) { return bg_image__at(data, SEC_TESTS); }
const bg_offer *bg_grammar__sets(const bg_data *data) { return bg_image__at(data, SEC_SETS); }
const bg_need *bg_grammar__needs(const bg_data *data) { return bg_image__at(data, SEC_NEEDS); }
const uint8_t *bg_grammar__class_elements(const bg_data *data) { return bg_image__at(data, SEC_ELEMENTS); }
const bg_variant *bg_grammar__variants(const bg_data *data) { return bg_image__at(data, SEC_VARIANTS); }
uint32_t bg_grammar__variant_count(const bg_data *data) { return bg_image__count(data, SEC_VARIANTS); }
const uint8_t *bg_grammar__words(const bg_data *data) { return bg_image__at(data, SEC_WORDS); }
const bg_example *bg_grammar__examples(const bg_data *data) { return bg_image__at(data, SEC_EXAMPLES); }

/* ---- sites */

uint32_t bg_data__site_count(const bg_data *data) { return bg_image__count(data, SEC_SITES); }
const bg_site *bg_data__site(const bg_data *data, uint32_t index) { return (const bg_site *)bg_image__at(data, SEC_SITES) + index; }
const bg_site_rule *bg_data__site_rule(const bg_data *data, uint32_t index) { return (const bg_site_rule *)bg_image__at(data, SEC_SITE_RULES) + index; }
const bg_site_test *bg_data__site_test(const bg_data *data, uint32_t index) { return (const bg_site_test *)bg_image__at(data, SEC_SITE_TESTS) + index; }
