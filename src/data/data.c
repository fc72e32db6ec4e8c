/* data: open the compiled knowledge, with or without a user's files on top. */
#include "embedded.h"

#include <stdlib.h>

/* Note that a rule of a level may begin with a key, and which ones. */
static void put_first(bg_data *data, const bg_first *f) {
    uint32_t bit = 1u << f->level % FIRST_START, klass = f->key & ~FIRST_CLASS(0);
    bool of_class = f->key >= FIRST_CLASS(0);
    if (of_class) data->by_class[f->level * data->class_room + klass] = (bg_list){f->start, f->count};
    if (f->level >= FIRST_START) data->start_levels |= bit;
    else if (of_class) data->class_levels[klass] |= bit;
    else if (f->key >= FIRST_PUNCT(0)) data->sign_levels[(f->key & ~FIRST_PUNCT(0)) % SIGN_LEVELS] |= bit;
    else if (f->key == FIRST_ANY) data->any_levels |= bit;
    else if (f->key == FIRST_NUMBER) data->number_levels |= bit;
    else if (f->key < data->syllables) data->word_levels[f->key] |= bit;
}

/* Direct tables over SEC_FIRST, so that the matcher looks nothing up that no rule begins with. */
static bool make_tables(bg_data *data) {
    const bg_first *firsts = bg_image__at(data, SEC_FIRST);
    data->class_room = bg_image__count(data, SEC_CLASSES);
    data->syllables = bg_image__count(data, SEC_ROOTS);
    data->by_class = calloc((size_t)FIRST_START * 2 * data->class_room + 1, sizeof *data->by_class);
    data->word_levels = calloc(data->syllables + 1, sizeof *data->word_levels);
    data->class_levels = calloc((size_t)data->class_room + 1, sizeof *data->class_levels);
    if (!data->by_class || !data->word_levels || !data->class_levels) return false;
    for (uint32_t i = 0; i < bg_image__count(data, SEC_FIRST); i++)
        if (firsts[i].count) put_first(data, &firsts[i]);
    return true;
}

static void ask_for(bg_data *data, uint32_t klass) {
    size_t count = 0;
    if (data->asks[klass]) return;
    while (data->asked_classes[count]) count++;
    data->asked_classes[count] = (uint16_t)klass;
    data->asks[klass] = 1;
    data->asked_levels |= data->class_levels[klass];
    for (uint32_t level = 0; level < FIRST_START; level++)
        if (data->by_class[(level + FIRST_START) * data->class_room + klass].count) data->asked_starts |= 1u << level;
}

/* The level whose marks are made when they are asked for. */
static bool make_asked(bg_data *data) {
    data->asked = UINT32_MAX;
    data->asks = calloc((size_t)data->class_room + 1, sizeof *data->asks);
    data->asked_classes = calloc((size_t)data->class_room + 1, sizeof *data->asked_classes);
    if (!data->asks || !data->asked_classes) return false;
    for (uint32_t i = 0; i < bg_image__count(data, SEC_LEVELS); i++) {
        const bg_level *level = bg_grammar__level_at(data, i);
        if (level->flags & BG_LEVEL_ASKED) data->asked = i, data->asked_bit = 1u << i, data->asked_makes = level->makes;
    }
    for (uint32_t i = 0; i < bg_grammar__rule_count(data); i++)
        if (bg_grammar__rule(data, i)->level == data->asked) ask_for(data, bg_grammar__rule(data, i)->make);
    return true;
}

static bool make_starts(bg_data *data) {
    const uint8_t *elements = bg_grammar__class_elements(data);
    data->starts = calloc((size_t)data->class_room + 1, sizeof *data->starts);
    for (uint32_t k = 0; data->starts && k < data->class_room; k++) {
        bg_class_start *s = &data->starts[k];
        s->element = elements[k];
        s->levels = data->class_levels[k];
        bg_offer__add(&s->offer, s->element);
        if (!(s->levels & data->asked_bit)) continue;
        s->levels |= data->asked_levels;
        s->offer = bg_offer__sum(&s->offer, &data->asked_makes);
    }
    return data->starts != NULL;
}

/* Classes by name, and which hides which: one named NOTx hides x. */
static bool make_classes(bg_data *data) {
    size_t room = 16;
    while (room < (size_t)data->class_room * 2) room *= 2;
    data->class_mask = (uint32_t)room - 1;
    data->class_slots = calloc(room, sizeof *data->class_slots);
    data->hides = calloc((size_t)data->class_room + 1, sizeof *data->hides);
    if (!data->class_slots || !data->hides) return false;
    for (unsigned k = 1; k < data->class_room; k++) {
        const char *name = bg_data__class_name(data, k);
        size_t i = bg_hash__bytes(name, strlen(name), 0) & data->class_mask;
        while (data->class_slots[i]) i = (i + 1) & data->class_mask;
        data->class_slots[i] = (uint16_t)k;
    }
    for (unsigned k = 1; k < data->class_room; k++) {
        const char *name = bg_data__class_name(data, k);
        if (strncmp(name, "NOT", 3) == 0) data->hides[k] = (uint16_t)bg_data__class(data, name + 3);
    }
    return true;
}

bg_code bg_data__attach(bg_data *data, const bg_image *image, bg_error *err) {
    if (image->magic != IMAGE_MAGIC) return bg_error__set(err, BG_E_INTERNAL, 0, "the compiled lexicon is damaged");
    data->image = image;
    data->strings = bg_image__at(data, SEC_STRINGS);
    return make_tables(data) && make_asked(data) && make_starts(data) && make_classes(data) ? BG_OK : bg_error__set(err, BG_E_NOMEM, BG_NO_BYTE, "out of memory");
}

/* Compile the embedded sources and those of `dir` (NULL: none) in this order. */
static bg_code compile_with(const char *dir, bg_buf *complain, bg_image **image, bg_error *err) {
    bg_sources sources = {0};
    bg_code code = bg_sources__unpack(&sources, bg_embedded_sources, bg_embedded_sources_size, err);
    if (!code && dir) code = bg_sources__read_dir(&sources, dir, err);
    if (!code) code = bg_compile__image(&sources, complain, image, err);
    bg_sources__free(&sources);
    return code;
}

bg_code bg_data_open(const char *overlay_dir, bg_data **out, bg_error *err) {
    *out = NULL;
    bg_data *data = calloc(1, sizeof *data);
    if (!data) return bg_error__set(err, BG_E_NOMEM, BG_NO_BYTE, "out of memory");
    bg_image *own = NULL;
    bg_code code = overlay_dir ? compile_with(overlay_dir, NULL, &own, err) : BG_OK;
    data->owned = own;
    if (!code) code = bg_data__attach(data, own ? own : (const bg_image *)(const void *)bg_embedded_image, err);
    if (code) return bg_data_close(data), code;
    *out = data;
    return BG_OK;
}

void bg_data__detach(bg_data *data) {
    free(data->owned);
    free(data->by_class);
    free(data->word_levels);
    free(data->class_levels);
    free(data->class_slots);
    free(data->hides);
    free(data->asks);
    free(data->asked_classes);
    free(data->starts);
}

void bg_data_close(bg_data *data) {
    if (!data) return;
    bg_data__detach(data);
    free(data);
}

bg_code bg_data__check(const char *overlay_dir, bg_buf *complaints, bg_error *err) {
    bg_image *image = NULL;
    bg_code code = compile_with(overlay_dir, complaints, &image, err);
    free(image);
    return code;
}
