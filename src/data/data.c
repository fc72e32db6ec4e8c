/* data: open the compiled knowledge, with or without a user's files on top. */
#include "embedded.h"

#include <stdlib.h>

/* Note that rules of a level may begin with a key, and where their list is. */
static void put_first(bg_data *data, const bg_first *f) {
    bool at_start = f->level >= FIRST_START;
    size_t place = f->level % FIRST_START * 2 + at_start;
    bg_openings *o = &data->openings[place];
    uint32_t *lists = data->lists + place * (data->variant_room + data->word_room), *levels = &data->any_levels, number;
    if (f->key >= FIRST_MARK(0)) number = f->key - FIRST_MARK(0), lists[number] = f->start, levels = &data->mark_levels[number];
    else if (f->key >= FIRST_PUNCT(0)) number = f->key - FIRST_PUNCT(0), o->by_sign[number] = f->start, levels = &data->sign_levels[number];
    else if (f->key == FIRST_NUMBER) o->by_number = f->start, levels = &data->number_levels;
    else if (f->key == FIRST_ANY) o->by_any = f->start;
    else lists[data->variant_room + data->word_keys[f->key]] = f->start, levels = &data->words[f->key].levels;
    if (at_start) levels = &data->start_levels;
    *levels |= 1u << f->level % FIRST_START;
}

/* Number the words that rules begin with. */
static bool make_word_keys(bg_data *data) {
    const bg_first *firsts = bg_image__at(data, SEC_FIRST);
    data->word_keys = calloc((size_t)data->syllables + 1, sizeof *data->word_keys);
    data->word_room = 1;
    for (uint32_t i = 0; data->word_keys && i < bg_image__count(data, SEC_FIRST); i++)
        if (firsts[i].key < FIRST_NUMBER && !data->word_keys[firsts[i].key]) data->word_keys[firsts[i].key] = (uint16_t)data->word_room++;
    return data->word_keys != NULL;
}

static bool make_words(bg_data *data) {
    const uint16_t *said = bg_image__at(data, SEC_SAID);
    const bg_node *roots = bg_image__at(data, SEC_ROOTS);
    data->words = calloc((size_t)data->syllables + 1, sizeof *data->words);
    data->said_words = BG_SAID_WORDS + 1;
    for (uint32_t i = 0; data->words && i < data->syllables; i++) {
        data->words[i].more = roots[i].more;
        data->words[i].said = said[i];
        if (said[i] / 64 >= data->said_words) data->said_words = said[i] / 64 + 1u;
    }
    return data->words != NULL;
}

/* Direct tables over SEC_FIRST, so that the matcher looks nothing up. */
static bool make_tables(bg_data *data) {
    const bg_first *firsts = bg_image__at(data, SEC_FIRST);
    size_t starts = (size_t)bg_image__count(data, SEC_LEVELS) * 2;
    data->variant_room = bg_grammar__variant_count(data);
    if (!make_word_keys(data)) return false;
    size_t room = data->variant_room + data->word_room;
    data->openings = calloc(starts + 1, sizeof *data->openings);
    data->lists = calloc(starts * room + 1, sizeof *data->lists);
    data->mark_levels = calloc((size_t)data->variant_room + 1, sizeof *data->mark_levels);
    if (!data->openings || !data->lists || !data->mark_levels || !make_words(data)) return false;
    for (size_t i = 0; i < starts; i++) {
        data->openings[i].by_mark = data->lists + i * room;
        data->openings[i].by_word = data->lists + i * room + data->variant_room;
    }
    for (uint32_t i = 0; i < bg_image__count(data, SEC_FIRST); i++) put_first(data, &firsts[i]);
    return true;
}

static void ask_for(bg_data *data, bg_asked *asked, const bg_rule *rule) {
    size_t count = 0;
    data->asks[rule->make] = (uint8_t)(asked - data->asked + 1);
    asked->makes = bg_offer__sum(&asked->makes, &bg_grammar__variants(data)[rule->variant].offer);
    for (; asked->variants[count]; count++)
        if (asked->variants[count] == rule->variant) return;
    asked->variants[count] = (uint16_t)rule->variant;
    asked->levels |= data->mark_levels[rule->variant];
    for (uint32_t i = 0; i < bg_image__count(data, SEC_LEVELS) * 2; i++)
        if (data->openings[i].by_mark[rule->variant]) data->openings[i].asked |= asked->bit;
}

/* Of what the level's marks offer, what those of other classes do not. */
static void find_own(const bg_data *data, bg_asked *asked) {
    const bg_variant *variants = bg_grammar__variants(data);
    asked->own = asked->makes;
    for (uint32_t v = 0; v < data->variant_room; v++)
        if (data->asks[variants[v].klass] != asked - data->asked + 1)
            for (unsigned w = 0; w < BG_COUNT(asked->own.bits); w++) asked->own.bits[w] &= ~variants[v].offer.bits[w];
}

static bool add_asked(bg_data *data, uint32_t level) {
    bg_asked *asked = &data->asked[data->asked_count++];
    asked->number = level;
    asked->bit = 1u << level;
    data->asked_bits |= asked->bit;
    asked->variants = calloc((size_t)data->variant_room + 1, sizeof *asked->variants);
    for (uint32_t i = 0; asked->variants && i < bg_grammar__rule_count(data); i++)
        if (bg_grammar__rule(data, i)->level == level) ask_for(data, asked, bg_grammar__rule(data, i));
    return asked->variants != NULL;
}

/* The levels whose marks are made when they are asked for. */
static bool make_asked(bg_data *data) {
    data->asks = calloc((size_t)data->class_room + 1, sizeof *data->asks);
    bool made = data->asks != NULL;
    for (uint32_t i = 0; made && i < bg_image__count(data, SEC_LEVELS) && data->asked_count < BG_ASKED_MAX; i++)
        if (bg_grammar__level_at(data, i)->flags & BG_LEVEL_ASKED) made = add_asked(data, i);
    for (uint32_t i = 0; made && i < data->asked_count; i++) find_own(data, &data->asked[i]);
    return made;
}

static bool make_starts(bg_data *data) {
    const uint8_t *elements = bg_grammar__class_elements(data);
    const bg_variant *variants = bg_grammar__variants(data);
    data->starts = calloc((size_t)data->variant_room + 1, sizeof *data->starts);
    for (uint32_t v = 0; data->starts && v < data->variant_room; v++) {
        bg_mark_start *s = &data->starts[v];
        *s = (bg_mark_start){variants[v].offer, variants[v].klass, elements[variants[v].klass], data->mark_levels[v],
                             0, bg_data__class_nested(data, variants[v].klass), false};
        bg_data__add_asked(data, &s->offer, &s->levels);
    }
    return data->starts != NULL;
}

/* Which mark hides which: one of a class named NOTx hides x. */
static void find_hidden(bg_data *data) {
    for (uint32_t v = 1; v < data->variant_room; v++) {
        const char *name = bg_data__class_name(data, data->starts[v].klass);
        bg_mark_start *s = &data->starts[v];
        if (strncmp(name, "NOT", 3) == 0) s->hides = (uint16_t)bg_data__class(data, name + 3);
        s->special = s->hides || s->nested;
    }
}

static bool make_classes(bg_data *data) {
    size_t room = 16;
    while (room < (size_t)data->class_room * 2) room *= 2;
    data->class_mask = (uint32_t)room - 1;
    data->class_slots = calloc(room, sizeof *data->class_slots);
    if (!data->class_slots) return false;
    for (unsigned k = 1; k < data->class_room; k++) {
        const char *name = bg_data__class_name(data, k);
        size_t i = bg_hash__bytes(name, strlen(name), 0) & data->class_mask;
        while (data->class_slots[i]) i = (i + 1) & data->class_mask;
        data->class_slots[i] = (uint16_t)k;
    }
    return true;
}

static bool make_all(bg_data *data) {
    if (!make_classes(data) || !make_tables(data) || !make_asked(data) || !make_starts(data)) return false;
    find_hidden(data);
    return bg_data__make_forms(data);
}

static void drop_tables(bg_data *data) {
    free(data->class_slots);
    free(data->openings);
    free(data->lists);
    free(data->word_keys);
    free(data->words);
    free(data->mark_levels);
    free(data->asks);
    for (uint32_t i = 0; i < data->asked_count; i++) free(data->asked[i].variants);
    free(data->starts);
    free(data->forms);
    free(data->form_marks);
    memset((char *)data + offsetof(bg_data, class_slots), 0, sizeof *data - offsetof(bg_data, class_slots));
}

bool bg_data__prepare(const bg_data *data) {
    bg_data *own = (bg_data *)(uintptr_t)data; /* what is made now is as good as made before */
    if (atomic_load_explicit(&own->ready, memory_order_acquire)) return true;
    mtx_lock(&own->lock);
    bool made = atomic_load_explicit(&own->ready, memory_order_relaxed) || make_all(own);
    if (made) atomic_store_explicit(&own->ready, true, memory_order_release);
    else drop_tables(own);
    mtx_unlock(&own->lock);
    return made;
}

bg_code bg_data__attach(bg_data *data, const bg_image *image, bg_error *err) {
    if (image->magic != IMAGE_MAGIC) return bg_error__set(err, BG_E_INTERNAL, 0, "the compiled lexicon is damaged");
    data->image = image;
    data->strings = bg_image__at(data, SEC_STRINGS);
    data->senses = bg_image__at(data, SEC_SENSES);
    data->pairs = bg_image__at(data, SEC_PAIRS);
    data->rules = bg_image__at(data, SEC_RULES);
    data->slots = bg_image__at(data, SEC_SYLLABLES);
    data->slot_count = bg_image__count(data, SEC_SYLLABLES);
    data->spellings = bg_image__at(data, SEC_SPELLINGS);
    data->spelling_mask = bg_image__count(data, SEC_SPELLINGS) - 1;
    data->spelling_shift = bg_spelling__shift(bg_image__count(data, SEC_SPELLINGS));
    data->syllables = bg_image__count(data, SEC_ROOTS);
    data->class_room = bg_image__count(data, SEC_CLASSES);
    return mtx_init(&data->lock, mtx_plain) == thrd_success ? BG_OK : bg_error__set(err, BG_E_NOMEM, BG_NO_BYTE, "out of memory");
}

/* Compile the embedded sources and those of `dir` (NULL: none) in this order; `lines` may be NULL. */
static bg_code compile_with(const char *dir, bg_buf *complain, bg_image **image, bg_image **lines, bg_error *err) {
    bg_sources sources = {0};
    bg_code code = bg_sources__unpack(&sources, bg_embedded_sources, bg_embedded_sources_size, err);
    if (!code && dir) code = bg_sources__read_dir(&sources, dir, err);
    if (!code) code = bg_compile__image(&sources, complain, image, err);
    if (!code && lines) code = bg_compile__lines(&sources, lines, err);
    bg_sources__free(&sources);
    return code;
}

/* An object for an image; `own`, the same or NULL, is freed with it, also after a failure. */
static bg_code open_image(const bg_image *image, bg_image *own, bg_data **out, bg_error *err) {
    bg_data *data = calloc(1, sizeof *data);
    *out = data;
    if (!data) return free(own), bg_error__set(err, BG_E_NOMEM, BG_NO_BYTE, "out of memory");
    data->owned = own;
    return bg_data__attach(data, image, err);
}

bg_code bg_data_open(const char *overlay_dir, bg_data **out, bg_error *err) {
    bg_image *image = NULL, *lines = NULL;
    bg_data *of_lines = NULL;
    *out = NULL;
    bg_code code = overlay_dir ? compile_with(overlay_dir, NULL, &image, &lines, err) : BG_OK;
    if (code) return free(image), code;
    code = open_image(lines ? lines : (const bg_image *)(const void *)bg_embedded_lines, lines, &of_lines, err);
    if (!code) code = open_image(image ? image : (const bg_image *)(const void *)bg_embedded_image, image, out, err);
    else free(image);
    if (*out) (*out)->lines = of_lines;
    else bg_data_close(of_lines);
    if (!code) return BG_OK;
    bg_data_close(*out);
    return *out = NULL, code;
}

void bg_data__detach(bg_data *data) {
    drop_tables(data);
    mtx_destroy(&data->lock);
    if (data->lines) bg_data_close(data->lines);
    free(data->owned);
}

void bg_data_close(bg_data *data) {
    if (!data) return;
    bg_data__detach(data);
    free(data);
}

bg_code bg_data__check(const char *overlay_dir, bg_buf *complaints, bg_error *err) {
    bg_image *image = NULL;
    bg_code code = compile_with(overlay_dir, complaints, &image, NULL, err);
    free(image);
    return code;
}
