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

/* ------------------------------------------------------------------ in a view */

static const char *name_of(bg_states *states, const char *code, size_t size) {
    for (size_t i = 0; i < states->known.count; i++)
        if (strlen(states->known.items[i].code) == size && memcmp(states->known.items[i].code, code, size) == 0) return states->known.items[i].name;
    char *copy = bg_arena__text(states->arena, code, size);
    bg_state_name *one = copy ? BG_PUSH(states->arena, &states->known) : NULL;
    if (!one) return "";
    const bg_data *data = states->style->data;
    *one = (bg_state_name){copy, data ? bg_state__called(data, copy, states->style->lang) : copy};
    return one->name;
}

const char *bg_states__name(bg_states *states, const char *code) { return code ? name_of(states, code, strlen(code)) : ""; }

typedef struct side_list {
    bg_states *states;
    size_t most, count; /* how many are shown, how many there are */
    const char *text;
} side_list;

static void add_side(side_list *list, const char *code, size_t size) {
    if (list->count++ < list->most && list->text) list->text = bg_arena__print(list->states->arena, "%s%s%s", list->text, *list->text ? ", " : "", name_of(list->states, code, size));
}

static bool is_home(const char *code, size_t size) { return size == 2 && memcmp(code, "VN", 2) == 0; }

const char *bg_states__list(bg_states *states, const char *codes, size_t most) {
    if (!states->style->data || !codes) return codes ? codes : "";
    side_list list = {.states = states, .most = most, .text = ""};
    for (int pass = 0; pass < 2; pass++)
        for (size_t at = 0, size; codes[at]; at += size + (codes[at + size] == ',')) {
            size = strcspn(codes + at, ",");
            if (is_home(codes + at, size) == (pass == 0)) add_side(&list, codes + at, size);
        }
    if (list.count > most && list.text) list.text = bg_arena__print(states->arena, "%s … (%zu)", list.text, list.count);
    return list.text ? list.text : "";
}
