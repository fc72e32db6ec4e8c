/* state: see state.h. */
#include "state.h"
#include "../data/data.h"

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

const char *bg_state__code(const bg_data *data, const char *words) {
    const bg_sense *sense = sense_of_code(data, words);
    uint32_t found = sense ? 0 : bg_data__find(data, CLASS_COUNTRY, words, strlen(words));
    if (!sense && !found) found = bg_data__find(data, CLASS_ORG, words, strlen(words));
    if (found) sense = bg_data__sense(data, found);
    return sense ? bg_data__string(data, sense->value) : NULL;
}

const char *bg_state__name(const bg_data *data, const char *code) {
    const bg_sense *sense = sense_of_code(data, code);
    return sense ? bg_data__string(data, sense->phrase) : code;
}

bool bg_state__is_organisation(const bg_data *data, const char *code) {
    const bg_sense *sense = sense_of_code(data, code);
    return sense && sense->klass == CLASS_ORG;
}
