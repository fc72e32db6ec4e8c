/* compile_lexicon: one lexicon file → senses in the trie. */
#include "compile.h"

#define PHRASE_MAX 16 /* syllables whose capitals are checked */

static void trim(const char **text, size_t *size) {
    while (*size && (**text == ' ' || **text == '\t')) ++*text, --*size;
    while (*size && ((*text)[*size - 1] == ' ' || (*text)[*size - 1] == '\t')) --*size;
}

/* Cut the part of *text up to `c` off; false when nothing is left. */
static bool cut(const char **text, size_t *left, char c, const char **part, size_t *size) {
    if (*text == NULL) return false;
    const char *stop = memchr(*text, c, *left);
    *part = *text;
    *size = stop ? (size_t)(stop - *text) : *left;
    *left -= stop ? *size + 1 : *left;
    *text = stop ? stop + 1 : NULL;
    trim(part, size);
    return true;
}

/* "key=value key=value" → pairs; a bare key has the value "yes". */
static void attributes(bg_builder *b, const char *text, size_t left, bg_sense *sense) {
    sense->pairs = (uint32_t)b->pairs.count;
    const char *part;
    size_t size;
    while (cut(&text, &left, ' ', &part, &size)) {
        if (!size) continue;
        const char *eq = memchr(part, '=', size);
        size_t key = eq ? (size_t)(eq - part) : size;
        bg_pair *pair = BG_PUSH(b->arena, &b->pairs);
        if (!pair) return;
        pair->key = bg_build__string(b, part, key);
        pair->value = eq ? bg_build__string(b, eq + 1, size - key - 1) : bg_build__string(b, "yes", 3);
        sense->pair_count++;
    }
}

/* Walk (and build) the trie along a phrase; 0 if it has no word. */
static uint32_t phrase_node(bg_builder *b, const char *text, size_t size, uint16_t *capitals) {
    uint32_t node = 0;
    unsigned n = 0;
    bg_word word;
    for (size_t at = 0; bg_word__next(text, size, &at, &word);) {
        if (word.kind == BG_WORD_PUNCT) continue;
        if (word.capital && n < PHRASE_MAX) *capitals |= (uint16_t)(1u << n);
        node = bg_build__step(b, node, bg_build__syllable(b, text + word.start, word.end - word.start));
        n++;
    }
    return node;
}

/* A sense of this class that stands at the node already, or NULL. */
static bg_sense *same_class(bg_builder *b, uint32_t node, const bg_sense *sense) {
    for (uint32_t s = b->nodes.items[node].sense; s; s = b->senses.items[s].next)
        if (b->senses.items[s].klass == sense->klass && b->senses.items[s].capitals == sense->capitals) return &b->senses.items[s];
    return NULL;
}

static void add_phrase(bg_builder *b, const char *phrase, size_t size, bg_sense sense) {
    uint32_t node = phrase_node(b, phrase, size, &sense.capitals);
    if (b->code) return;
    if (!node) return bg_build__fail(b, "a phrase without a word");
    sense.phrase = bg_build__string(b, phrase, size);
    if (!sense.value) sense.value = sense.phrase;
    bg_sense *there = same_class(b, node, &sense);
    if (there) {
        if (there->file == sense.file) bg_build__complain(b, "'%.*s' stands in line %u too", (int)size, phrase, there->line);
        sense.next = there->next;
        *there = sense;
        return;
    }
    bg_sense *item = BG_PUSH(b->arena, &b->senses);
    if (!item) return;
    *item = sense;
    item->next = b->nodes.items[node].sense;
    b->nodes.items[node].sense = (uint32_t)b->senses.count - 1;
}

static void entry(bg_builder *b, uint32_t klass, const char *line, size_t size) {
    const char *phrases, *value, *rest, *phrase;
    size_t phrases_size, value_size = 0, rest_size = 0, phrase_size;
    if (!klass) return bg_build__fail(b, "an entry before any @class");
    if (b->lines && klass > BG_LINE_CLASS_LAST) return;
    cut(&line, &size, '\t', &phrases, &phrases_size);
    bg_sense sense = {.klass = (uint16_t)klass, .line = b->line};
    sense.file = bg_build__string(b, b->file, strlen(b->file));
    if (cut(&line, &size, '\t', &value, &value_size) && value_size && !(value_size == 1 && *value == '-'))
        sense.value = bg_build__string(b, value, value_size);
    if (value_size && memchr(value, '=', value_size)) bg_build__complain(b, "an attribute among the value; a tab is missing");
    if (cut(&line, &size, '\t', &rest, &rest_size)) attributes(b, rest, rest_size, &sense);
    if (line) bg_build__complain(b, "more than three columns");
    while (!b->code && cut(&phrases, &phrases_size, ';', &phrase, &phrase_size)) {
        if (phrase_size) add_phrase(b, phrase, phrase_size, sense);
        else bg_build__complain(b, "an empty phrase between semicolons");
    }
}

static bool directive(const char *line, size_t size, const char *name, const char **rest, size_t *rest_size) {
    size_t n = strlen(name);
    if (size < n || memcmp(line, name, n) != 0) return false;
    *rest = line + n;
    *rest_size = size - n;
    trim(rest, rest_size);
    return true;
}

/* "@class NAME" or "@class NAME nested": the latter keeps entries inside longer ones of the same class. */
static uint32_t class_line(bg_builder *b, const char *name, size_t size) {
    static const char nested[] = " nested";
    bool keeps = size > strlen(nested) && memcmp(name + size - strlen(nested), nested, strlen(nested)) == 0;
    if (keeps) size -= strlen(nested);
    for (size_t i = 0; i < size; i++) {
        char c = name[i];
        if ((c >= 'A' && c <= 'Z') || (i && ((c >= '0' && c <= '9') || c == '_'))) continue;
        bg_build__fail(b, "'%.*s' is no class name: capitals, digits and '_' only", (int)size, name);
        return 0;
    }
    uint32_t klass = bg_build__class(b, name, size);
    if (keeps && !b->code) b->classes.items[klass] |= CLASS_NESTED;
    return klass;
}

void bg_build__lexicon(bg_builder *b, const bg_source_file *file) {
    const char *text = file->text, *end = file->text + file->size, *line, *rest;
    size_t size, rest_size;
    uint32_t klass = 0;
    for (b->line = 1; !b->code && bg_build__line(&text, end, &line, &size); b->line++) {
        const char *start = line;
        size_t trimmed = size;
        trim(&start, &trimmed);
        if (!trimmed || *start == '#') continue;
        if (directive(line, size, "@class", &rest, &rest_size)) klass = class_line(b, rest, rest_size);
        else if (directive(line, size, "@source", &rest, &rest_size)) continue;
        else if (*line == '@') bg_build__fail(b, "unknown directive '%.*s'", (int)(size < 20 ? size : 20), line);
        else entry(b, klass, line, size);
    }
}
