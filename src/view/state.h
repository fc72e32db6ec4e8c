/* state: names of states for people, out of the lexicon. */
#ifndef BG_VIEW_STATE_H
#define BG_VIEW_STATE_H

#include "../base/base.h"

/* "RU" of "RU", "ru", "Nga", "liên bang Nga", "lien bang nga", "Russian Federation"; organisations too (ASEAN). NULL: no state or organisation is called so. Lives as long as the data. */
const char *bg_state__code(const bg_data *data, const char *words);
/* The name that stands first in the lexicon: "Nga"; the code itself if there is none. */
const char *bg_state__name(const bg_data *data, const char *code);
const char *bg_state__called(const bg_data *data, const char *code, bg_lang lang); /* in English its English name, where that is known */
bool bg_state__is_organisation(const bg_data *data, const char *code); /* ASEAN, EU */

typedef struct bg_state_name {
    const char *code, *name;
} bg_state_name;

/* What one view calls the states that it tells of, each looked up once. */
typedef struct bg_states {
    const bg_style *style;
    bg_arena *arena;
    BG_VEC(bg_state_name) known;
} bg_states;

/* The name of one: the code itself where the style has no lexicon; "" for NULL. */
const char *bg_states__name(bg_states *states, const char *code);
/* "Việt Nam, Lào" of "LA,VN": Viet Nam first. Of more than `most` the first ones and how many there are in all. */
#define BG_STATES_SHOWN 4 /* in a cell of a table */
const char *bg_states__list(bg_states *states, const char *codes, size_t most);

#endif
