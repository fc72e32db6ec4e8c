/* compile: lexicon and grammar sources → image. Interning, trie, and the writing of the sections. */
#include "compile.h"

#include <stdlib.h>

#define STRINGS_MAX ((size_t)64 << 20)
#define NO_ENTRY UINT32_MAX

void bg_build__fail(bg_builder *b, const char *format, ...) {
    if (b->code) return;
    char what[300];
    va_list args;
    va_start(args, format);
    vsnprintf(what, sizeof what, format, args);
    va_end(args);
    b->code = bg_error__set(b->err, BG_E_DATA, BG_NO_BYTE, "%s:%u: %s", b->file, b->line, what);
}

void bg_build__complain(bg_builder *b, const char *format, ...) {
    if (!b->complain) return;
    char what[300];
    va_list args;
    va_start(args, format);
    vsnprintf(what, sizeof what, format, args);
    va_end(args);
    bg_buf__print(b->complain, "%s:%u: %s\n", b->file, b->line, what);
}

void bg_build__no_memory(bg_builder *b) {
    if (!b->code) b->code = bg_error__set(b->err, BG_E_NOMEM, BG_NO_BYTE, "out of memory while compiling the lexicon");
}

/* Double an open-addressing index; entries are re-placed by the caller. */
static bool index_grow(bg_builder *b, uint32_t **slots, size_t *room, size_t count) {
    if (*slots && count * 2 < *room) return false;
    *room = *room ? *room * 2 : 4096;
    *slots = bg_arena__alloc(b->arena, *room * sizeof **slots);
    if (!*slots) return bg_build__no_memory(b), *room = 0, false;
    memset(*slots, 0xFF, *room * sizeof **slots);
    return true;
}

static void index_put(uint32_t *slots, size_t room, uint64_t hash, uint32_t entry) {
    size_t i = hash & (room - 1);
    while (slots[i] != NO_ENTRY) i = (i + 1) & (room - 1);
    slots[i] = entry;
}

/* ---- strings */

static uint64_t string_hash(const char *text, size_t size) { return bg_hash__bytes(text, size, 1); }

static void strings_reindex(bg_builder *b) {
    if (!index_grow(b, &b->string_slots, &b->string_room, b->string_count)) return;
    for (size_t at = 0; at < b->strings.size;) {
        size_t size = strlen(b->strings.bytes + at);
        index_put(b->string_slots, b->string_room, string_hash(b->strings.bytes + at, size), (uint32_t)at);
        at += size + 1;
    }
}

uint32_t bg_build__string(bg_builder *b, const char *text, size_t size) {
    strings_reindex(b);
    if (b->code) return 0;
    size_t i = string_hash(text, size) & (b->string_room - 1);
    for (; b->string_slots[i] != NO_ENTRY; i = (i + 1) & (b->string_room - 1)) {
        const char *there = b->strings.bytes + b->string_slots[i];
        if (strncmp(there, text, size) == 0 && there[size] == 0) return b->string_slots[i];
    }
    uint32_t at = (uint32_t)b->strings.size;
    bg_buf__add(&b->strings, text, size);
    bg_buf__char(&b->strings, 0);
    if (b->strings.failed) return bg_build__no_memory(b), 0;
    b->string_slots[i] = at;
    b->string_count++;
    return at;
}

/* ---- classes, syllables, trie */

uint32_t bg_build__class(bg_builder *b, const char *name, size_t size) {
    uint32_t string = bg_build__string(b, name, size);
    for (size_t i = 1; i < b->classes.count; i++)
        if ((b->classes.items[i] & ~CLASS_NESTED) == string) return (uint32_t)i;
    uint32_t *item = BG_PUSH(b->arena, &b->classes);
    if (!item) return bg_build__no_memory(b), 0;
    *item = string;
    return (uint32_t)b->classes.count - 1;
}

static uint32_t slot_hash(const bg_slot *slot) { return bg_slot__hash(slot->head, slot->tail); }

static void syllables_reindex(bg_builder *b) {
    if (!index_grow(b, &b->syllable_slots, &b->syllable_room, b->syllables.count)) return;
    for (size_t i = 0; i < b->syllables.count; i++)
        index_put(b->syllable_slots, b->syllable_room, slot_hash(&b->syllables.items[i]), (uint32_t)i);
}

static uint32_t number_syllable(bg_builder *b, const char *key, size_t size) {
    uint32_t string = bg_build__string(b, key, size);
    bg_slot slot = {.string = string};
    bg_slot__set(&slot, key, size);
    syllables_reindex(b);
    if (b->code) return 0;
    size_t i = slot_hash(&slot) & (b->syllable_room - 1);
    for (; b->syllable_slots[i] != NO_ENTRY; i = (i + 1) & (b->syllable_room - 1))
        if (b->syllables.items[b->syllable_slots[i]].string == string) return b->syllable_slots[i] + 1;
    bg_slot *item = BG_PUSH(b->arena, &b->syllables);
    if (!item) return bg_build__no_memory(b), 0;
    slot.syllable = (uint32_t)b->syllables.count;
    *item = slot;
    b->syllable_slots[i] = slot.syllable - 1;
    return slot.syllable;
}

uint32_t bg_build__syllable(bg_builder *b, const char *word, size_t size) {
    char key[BG_SYLLABLE_MAX];
    uint32_t syllable = number_syllable(b, key, bg_syllable__key(word, size, key));
    if (syllable) bg_build__spell(b, syllable, word, size);
    return syllable;
}

static void edges_reindex(bg_builder *b) {
    if (!index_grow(b, &b->edge_slots, &b->edge_room, b->edges.count)) return;
    for (size_t i = 0; i < b->edges.count; i++)
        index_put(b->edge_slots, b->edge_room, bg_image__pair_hash(b->edges.items[i].node, b->edges.items[i].syllable), (uint32_t)i);
}

uint32_t bg_build__step(bg_builder *b, uint32_t node, uint32_t syllable) {
    edges_reindex(b);
    if (b->code) return 0;
    size_t i = bg_image__pair_hash(node, syllable) & (b->edge_room - 1);
    for (; b->edge_slots[i] != NO_ENTRY; i = (i + 1) & (b->edge_room - 1)) {
        const bg_grown_edge *e = &b->edges.items[b->edge_slots[i]];
        if (e->node == node && e->syllable == syllable) return b->edge_slots[i] + 1;
    }
    bg_grown_edge *e = BG_PUSH(b->arena, &b->edges);
    bg_grown_node *n = BG_PUSH(b->arena, &b->nodes);
    if (!e || !n) return bg_build__no_memory(b), 0;
    b->nodes.items[node].more |= bg_node__bit(syllable);
    *e = (bg_grown_edge){node, syllable};
    b->edge_slots[i] = (uint32_t)b->edges.count - 1;
    return (uint32_t)b->edges.count;
}

bool bg_build__line(const char **text, const char *end, const char **line, size_t *size) {
    if (*text >= end) return false;
    const char *stop = memchr(*text, '\n', (size_t)(end - *text));
    *line = *text;
    *size = (size_t)((stop ? stop : end) - *text);
    *text = stop ? stop + 1 : end;
    if (*size && (*line)[*size - 1] == '\r') --*size;
    return true;
}

/* ---- writing the image */

typedef struct writer {
    bg_buf bytes;
    bg_section sections[SEC_COUNT];
} writer;

static void put(writer *w, unsigned section, const void *items, size_t item_size, size_t count) {
    static const char zeros[16];
    bg_buf__add(&w->bytes, zeros, (16 - w->bytes.size % 16) % 16);
    w->sections[section] = (bg_section){(uint32_t)w->bytes.size, (uint32_t)count};
    bg_buf__add(&w->bytes, items, item_size * count);
}

#define PUT(w, section, vec) put((w), (section), (vec)->items, sizeof *(vec)->items, (vec)->count)

static size_t power_of_two(size_t least) {
    size_t n = 16;
    while (n < least) n *= 2;
    return n;
}

static void put_syllables(bg_builder *b, writer *w) {
    size_t room = power_of_two(b->syllables.count * 2);
    bg_slot *table = bg_arena__alloc(b->arena, room * sizeof *table);
    if (!table) return bg_build__no_memory(b);
    for (size_t n = 0; n < b->syllables.count; n++) {
        const bg_slot *slot = &b->syllables.items[n];
        size_t i = bg_slot__place(slot->head, slot->tail, (uint32_t)room);
        while (table[i].syllable) i = (i + 1) & (room - 1);
        table[i] = *slot;
    }
    put(w, SEC_SYLLABLES, table, sizeof *table, room);
    const bg_spelling *spellings = bg_build__spellings(b, &room);
    if (spellings) put(w, SEC_SPELLINGS, spellings, sizeof *spellings, room);
}

typedef BG_VEC(bg_entry) entries;

static void add_entry(bg_builder *b, entries *list, bg_entry entry) {
    bg_entry *item = BG_PUSH(b->arena, list);
    if (item) *item = entry;
    else bg_build__no_memory(b);
}

/* The senses of a node as a list of entries; returns where it begins. */
static uint32_t list_entries(bg_builder *b, entries *list, uint32_t first) {
    uint32_t start = (uint32_t)list->count;
    if (!first) return 0;
    for (uint32_t i = first; i && !b->code; i = b->senses.items[i].next)
        add_entry(b, list, (bg_entry){.sense = i, .klass = b->senses.items[i].klass, .variant = b->senses.items[i].variant, .capitals = b->senses.items[i].capitals});
    add_entry(b, list, (bg_entry){.what = 0});
    return start;
}

/* The classes below 32 of the senses of a node, a bit each. */
static uint32_t low_classes(const bg_builder *b, uint32_t node) {
    uint32_t found = 0;
    for (uint32_t i = b->nodes.items[node].sense; i; i = b->senses.items[i].next)
        if (b->senses.items[i].klass < 32) found |= 1u << b->senses.items[i].klass;
    return found;
}

/* Summed up along the trie, from the last nodes to those behind the root. */
static void put_begins(bg_builder *b, writer *w) {
    uint32_t *sums = bg_arena__alloc(b->arena, b->nodes.count * sizeof *sums), *begins = bg_arena__alloc(b->arena, (b->syllables.count + 1) * sizeof *begins);
    if (!sums || !begins) return bg_build__no_memory(b);
    for (uint32_t n = (uint32_t)b->nodes.count; --n > 0;) {
        const bg_grown_edge *e = &b->edges.items[n - 1];
        sums[n] |= low_classes(b, n);
        sums[e->node] |= sums[n];
        if (!e->node) begins[e->syllable] = sums[n];
    }
    put(w, SEC_BEGINS, begins, sizeof *begins, b->syllables.count + 1);
}

/* A free slot for what goes on from a node. */
static uint32_t free_slot(const bg_edge *table, size_t room, uint32_t from, uint32_t syllable) {
    size_t i = bg_edge__place(bg_edge__key(from, syllable), (uint32_t)room);
    while (table[i].key) i = (i + 1) & (room - 1);
    return (uint32_t)i;
}

/* Give nodes the numbers of their slots, in the order in which they grew: what an edge comes from is placed before it. */
static void put_trie(bg_builder *b, writer *w) {
    size_t room = power_of_two(b->edges.count * 2), syllables = b->syllables.count + 1;
    bg_edge *table = bg_arena__alloc(b->arena, room * sizeof *table);
    bg_node *roots = bg_arena__alloc(b->arena, syllables * sizeof *roots);
    uint32_t *numbers = bg_arena__alloc(b->arena, b->nodes.count * sizeof *numbers);
    entries list = {0};
    if (!table || !roots || !numbers) return bg_build__no_memory(b);
    add_entry(b, &list, (bg_entry){.what = 0});
    table[0].key = UINT64_MAX; /* nobody's slot: its number is the root's */
    for (uint32_t n = 1; n < b->nodes.count && !b->code; n++) {
        const bg_grown_edge *e = &b->edges.items[n - 1];
        bg_node node = {list_entries(b, &list, b->nodes.items[n].sense), b->nodes.items[n].more};
        uint32_t from = numbers[e->node];
        numbers[n] = from ? free_slot(table, room, from, e->syllable) : (uint32_t)room + e->syllable;
        if (from) table[numbers[n]] = (bg_edge){bg_edge__key(from, e->syllable), node};
        else roots[e->syllable] = node;
    }
    put(w, SEC_ROOTS, roots, sizeof *roots, syllables);
    put_begins(b, w);
    put(w, SEC_EDGES, table, sizeof *table, room);
    PUT(w, SEC_ENTRIES, &list);
}

static int first_order(const void *x, const void *y) {
    const bg_first *a = x, *b = y;
    if (a->level != b->level) return a->level < b->level ? -1 : 1;
    if (a->key != b->key) return a->key < b->key ? -1 : 1;
    return a->start < b->start ? -1 : a->start > b->start;
}

/* What begins with a want begins with each variant of marks that meet it. */
static void spread_firsts(bg_builder *b) {
    for (size_t i = 0, count = b->firsts.count; i < count; i++) {
        bg_first f = b->firsts.items[i];
        if (f.key < FIRST_MARK(0)) continue;
        size_t want = f.key - FIRST_MARK(0);
        b->firsts.items[i].key = FIRST_MARK(0); /* variant 0 has no marks */
        for (size_t v = 1; v < b->variants.count; v++) {
            const bg_variant *variant = &b->variants.items[v];
            bool meets = variant->klass == b->wants.items[want].klass && bg_offer__has(&variant->offer, b->want_elements[want]);
            bg_first *item = meets ? BG_PUSH(b->arena, &b->firsts) : NULL;
            if (meets && !item) return bg_build__no_memory(b);
            if (item) *item = f, item->key = FIRST_MARK((uint32_t)v);
        }
    }
}

/* The numbers of words in what a sentence says, and the gates. */
static void put_gates(bg_builder *b, writer *w) {
    size_t syllables = b->syllables.count + 1;
    uint16_t *said = bg_arena__alloc(b->arena, syllables * sizeof *said);
    if (!said) return bg_build__no_memory(b);
    for (size_t i = 0; i < b->rule_words.count; i++) said[b->rule_words.items[i]] = (uint16_t)bg_said__number(i);
    put(w, SEC_SAID, said, sizeof *said, syllables);
    PUT(w, SEC_GATES, &b->gate_sets);
    PUT(w, SEC_LETS, &b->lets);
}

/* Give the rules of each level their places. */
static void put_places(bg_builder *b, writer *w) {
    size_t count = b->beginnings.count, at = 0;
    uint32_t *places = bg_arena__alloc(b->arena, (count + 1) * sizeof *places);
    bg_way *seconds = bg_arena__alloc(b->arena, (count + 1) * sizeof *seconds);
    bg_third *thirds = bg_arena__alloc(b->arena, (count + 1) * sizeof *thirds);
    if (!places || !seconds || !thirds) return bg_build__no_memory(b);
    for (size_t l = 0; l < b->levels.count; l++) {
        bg_level *level = &b->levels.items[l];
        level->first = (uint32_t)at;
        for (size_t i = 0; i < count; i++) {
            bg_beginning *from = &b->beginnings.items[i];
            if (b->rules.items[from->rule].level != l) continue;
            from->place = level->count++;
            seconds[at] = bg_build__way(b, &from->second);
            thirds[at] = (bg_third){bg_build__way(b, &from->marked), bg_build__way(b, &from->third), bg_build__way(b, &from->behind), from->asks, 0};
            places[at++] = from->rule;
        }
        if (level->count > BG_PLACES_MAX) return bg_build__fail(b, "the rules of a level have more than %u places", BG_PLACES_MAX);
    }
    bg_build__gates(b);
    PUT(w, SEC_LEVELS, &b->levels);
    put(w, SEC_PLACES, places, sizeof *places, count);
    put(w, SEC_SECONDS, seconds, sizeof *seconds, count);
    put(w, SEC_THIRDS, thirds, sizeof *thirds, count);
}

/* The opening of `count` triples that have level and key in common. */
static void fill_opening(bg_builder *b, bg_opening *opening, const bg_first *firsts, size_t count) {
    bg_offer sum = {{0}};
    for (size_t i = 0; i < count; i++) {
        const bg_beginning *beginning = &b->beginnings.items[firsts[i].start];
        opening->rules[beginning->place / 64] |= (uint64_t)1 << beginning->place % 64;
        sum = bg_offer__sum(&sum, &beginning->second);
    }
    opening->second = bg_build__way(b, &sum);
}

/* The triples become openings. */
static void put_firsts(bg_builder *b, writer *w) {
    spread_firsts(b);
    size_t n = b->firsts.count, way = sizeof(bg_way) / sizeof(uint64_t);
    uint64_t *lists = bg_arena__alloc(b->arena, (n * (way + BG_PLACE_WORDS) + 1) * sizeof *lists);
    bg_first *table = bg_arena__alloc(b->arena, (n + 1) * sizeof *table);
    if (!table || !lists) return bg_build__no_memory(b);
    if (n) qsort(b->firsts.items, n, sizeof *b->firsts.items, first_order);
    uint32_t at = 1, count = 0;
    for (size_t i = 0, stop; i < n; i = stop) {
        const bg_first *f = &b->firsts.items[i];
        for (stop = i; stop < n && b->firsts.items[stop].level == f->level && b->firsts.items[stop].key == f->key;) stop++;
        fill_opening(b, (bg_opening *)(void *)(lists + at), f, stop - i);
        table[count++] = (bg_first){f->level, f->key, at, 0};
        at += (uint32_t)way + bg_level__words(&b->levels.items[f->level % FIRST_START]);
    }
    put(w, SEC_FIRST, table, sizeof *table, count);
    put(w, SEC_LISTS, lists, sizeof *lists, at);
}

/* Which element of an offer a syllable is. */
static void put_words(bg_builder *b, writer *w) {
    size_t count = b->syllables.count + 1;
    uint8_t *words = bg_arena__alloc(b->arena, count);
    if (!words) return bg_build__no_memory(b);
    memset(words, OFFER_NONE, count);
    for (size_t i = 0; i < b->rule_words.count; i++) words[b->rule_words.items[i]] = b->word_elements[i];
    put(w, SEC_WORDS, words, sizeof *words, count);
}

/* The same of classes, asked for without tests. */
static void put_elements(bg_builder *b, writer *w) {
    uint8_t *elements = bg_arena__alloc(b->arena, b->classes.count);
    if (!elements) return bg_build__no_memory(b);
    for (size_t i = 0; i < b->wants.count; i++)
        if (!b->wants.items[i].count) elements[b->wants.items[i].klass] = b->want_elements[i];
    put(w, SEC_ELEMENTS, elements, sizeof *elements, b->classes.count);
}

static bg_code write_image(bg_builder *b, uint64_t hash, bg_image **out) {
    writer w = {0};
    bg_buf__init(&w.bytes, (size_t)512 << 20);
    bg_build__variants(b);
    bg_image head = {IMAGE_MAGIC, 0, hash, {{0}}};
    bg_buf__add(&w.bytes, &head, sizeof head);
    put(&w, SEC_STRINGS, b->strings.bytes, 1, b->strings.size);
    PUT(&w, SEC_CLASSES, &b->classes);
    put_syllables(b, &w);
    put_trie(b, &w);
    PUT(&w, SEC_SENSES, &b->senses);
    PUT(&w, SEC_PAIRS, &b->pairs);
    put_places(b, &w);
    PUT(&w, SEC_RULES, &b->rules);
    PUT(&w, SEC_CODE, &b->code_words);
    PUT(&w, SEC_TESTS, &b->tests);
    put_firsts(b, &w);
    put_gates(b, &w);
    PUT(&w, SEC_EXAMPLES, &b->examples);
    PUT(&w, SEC_SETS, &b->sets);
    PUT(&w, SEC_NEEDS, &b->needs);
    put_words(b, &w);
    put_elements(b, &w);
    PUT(&w, SEC_VARIANTS, &b->variants);
    PUT(&w, SEC_SITES, &b->sites);
    PUT(&w, SEC_SITE_RULES, &b->site_rules);
    PUT(&w, SEC_SITE_TESTS, &b->site_tests);
    if (w.bytes.failed) bg_build__no_memory(b);
    if (b->code) return bg_buf__free(&w.bytes), b->code;
    head.size = (uint32_t)w.bytes.size;
    memcpy(head.sections, w.sections, sizeof w.sections);
    memcpy(w.bytes.bytes, &head, sizeof head);
    *out = (bg_image *)(void *)w.bytes.bytes;
    return BG_OK;
}

/* The first strings are those that C knows the numbers of (keys.h). */
static void intern_keys(bg_builder *b) {
    static const struct { const char *text; uint32_t number; } keys[] = {
#define KEY_ITEM(name, text) {text, KEY_##name},
        BG_KEYS(KEY_ITEM)
#undef KEY_ITEM
    };
    for (size_t i = 0; i < BG_COUNT(keys) && !b->code; i++)
        if (bg_build__string(b, keys[i].text, strlen(keys[i].text)) != keys[i].number)
            bg_build__fail(b, "the key \"%s\" is told twice", keys[i].text);
}

/* The first classes are those that C knows the numbers of (classes.h). */
static void number_classes(bg_builder *b) {
    static const char *const names[] = {
#define CLASS_ITEM(name) #name,
        BG_CLASSES(CLASS_ITEM)
#undef CLASS_ITEM
    };
    for (size_t i = 0; i < BG_COUNT(names); i++) bg_build__class(b, names[i], strlen(names[i]));
}

/* Slot 0 of everything means "none". */
static void reserve_zero(bg_builder *b) {
    bg_build__string(b, "", 0);
    intern_keys(b);
    (void)BG_PUSH(b->arena, &b->classes);
    number_classes(b);
    (void)BG_PUSH(b->arena, &b->nodes);
    (void)BG_PUSH(b->arena, &b->senses);
    (void)BG_PUSH(b->arena, &b->pairs);
    (void)BG_PUSH(b->arena, &b->tests);
    bg_offer *none = BG_PUSH(b->arena, &b->sets); /* that a way goes without */
    if (none) memset(none, 0, sizeof *none);
}

static bool ends_with(const char *name, const char *end) {
    size_t n = strlen(name), m = strlen(end);
    return n > m && strcmp(name + n - m, end) == 0;
}

static bg_code compile(const bg_sources *sources, bool lines, bg_buf *complain, bg_image **out, bg_error *err) {
    bg_builder b = {.err = err, .complain = complain, .file = "", .lines = lines};
    b.arena = bg_arena__new();
    if (!b.arena) return bg_error__set(err, BG_E_NOMEM, BG_NO_BYTE, "out of memory");
    bg_buf__init(&b.strings, STRINGS_MAX);
    reserve_zero(&b);
    uint64_t hash = 0;
    for (size_t i = 0; i < sources->count && !b.code; i++) {
        const bg_source_file *f = &sources->files[i];
        hash = bg_hash__bytes(f->text, f->size, hash);
        b.file = f->name;
        if (strncmp(f->name, "sites/", 6) == 0) bg_build__sites(&b, f);
        else if (ends_with(f->name, ".txt")) bg_build__lexicon(&b, f);
    }
    for (size_t i = 0; i < sources->count && !b.code && !lines; i++) {
        b.file = sources->files[i].name;
        if (ends_with(b.file, ".rules")) bg_build__grammar(&b, &sources->files[i]);
    }
    if (!b.code) bg_build__elements(&b);
    if (!b.code) bg_build__look(&b);
    bg_code code = b.code ? b.code : write_image(&b, hash, out);
    bg_buf__free(&b.strings);
    bg_arena__free(b.arena);
    return code;
}

bg_code bg_compile__image(const bg_sources *sources, bg_buf *complain, bg_image **out, bg_error *err) {
    return compile(sources, false, complain, out, err);
}

bg_code bg_compile__lines(const bg_sources *sources, bg_image **out, bg_error *err) { return compile(sources, true, NULL, out, err); }
