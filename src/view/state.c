/* state: see state.h. */
#include "state.h"
#include "../data/data.h"
#include "../record/fold.h"
#include "crosswalk.h"

#include <strings.h>

static bool is_state(const bg_sense *sense) { return sense->klass == CLASS_COUNTRY || sense->klass == CLASS_ORG; }

/* The first sense that has the code as its value, NULL if none has. */
static const bg_sense *sense_of_code(const bg_data *data, const char *code) {
    for (uint32_t i = 1, count = bg_data__sense_count(data); i <= count; i++) {
        const bg_sense *sense = bg_data__sense(data, i);
        if (is_state(sense) && strcasecmp(bg_data__string(data, sense->value), code) == 0) return sense;
    }
    return NULL;
}

/* Whether a sense is called so but for diacritics, or its state so in English. */
static bool is_called(const bg_data *data, const bg_sense *sense, const char *folded, const char *words, bg_buf *name) {
    const bg_cross_state *state = bg_cross__state(bg_data__string(data, sense->value));
    if (state && strcasecmp(state->name, words) == 0) return true;
    bg_buf__clear(name);
    return bg_fold__name(bg_data__string(data, sense->phrase), name) && strcmp(name->bytes, folded) == 0;
}

/* Typed without diacritics, or in English: only if one state alone is called so. */
static const bg_sense *sense_called(const bg_data *data, const char *words) {
    const bg_sense *found = NULL;
    bool several = false;
    bg_buf folded, name;
    bg_buf__init(&folded, 1 << 12);
    bg_buf__init(&name, 1 << 12);
    bool any = bg_fold__name(words, &folded) && folded.size;
    for (uint32_t i = 1, count = bg_data__sense_count(data); any && !several && i <= count; i++) {
        const bg_sense *sense = bg_data__sense(data, i);
        if (!is_state(sense) || !is_called(data, sense, folded.bytes, words, &name)) continue;
        several = found && strcmp(bg_data__string(data, found->value), bg_data__string(data, sense->value)) != 0;
        found = sense;
    }
    bg_buf__free(&folded);
    bg_buf__free(&name);
    return several ? NULL : found;
}

const char *bg_state__code(const bg_data *data, const char *words) {
    const bg_sense *sense = sense_of_code(data, words);
    uint32_t found = sense ? 0 : bg_data__find(data, CLASS_COUNTRY, words, strlen(words));
    if (!sense && !found) found = bg_data__find(data, CLASS_ORG, words, strlen(words));
    if (found) sense = bg_data__sense(data, found);
    if (!sense && *words) sense = sense_called(data, words);
    return sense ? bg_data__string(data, sense->value) : NULL;
}

const char *bg_state__called(const bg_data *data, const char *code, bg_lang lang) {
    const bg_cross_state *state = lang == BG_EN ? bg_cross__state(code) : NULL;
    return state ? state->name : bg_state__name(data, code);
}

const char *bg_state__name(const bg_data *data, const char *code) {
    const bg_sense *sense = sense_of_code(data, code);
    return sense ? bg_data__string(data, sense->phrase) : code;
}

bool bg_state__is_organisation(const bg_data *data, const char *code) {
    const bg_sense *sense = sense_of_code(data, code);
    return sense && sense->klass == CLASS_ORG;
}
