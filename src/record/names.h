/* names: the identifiers of enum values, as in the JSON and in the record's tables. */
#ifndef BG_NAMES_H
#define BG_NAMES_H

#include "../base/base.h"

const char *bg_name__block(bg_block_kind kind);   /* "paragraph", … */
const char *bg_name__entity(bg_entity_kind kind); /* "person", … */

#endif
