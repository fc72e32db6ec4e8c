/* essence: texts without what two spellings of one name differ in. */
#ifndef BG_ESSENCE_H
#define BG_ESSENCE_H

#include "../base/base.h"

/* Letters and digits alone, small, without diacritics; at most BG_ESSENCE bytes of it. "" if out of memory. */
#define BG_ESSENCE 400
const char *bg_essence__of(bg_arena *arena, const char *text, size_t size);

#endif
