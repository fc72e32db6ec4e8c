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

#endif
