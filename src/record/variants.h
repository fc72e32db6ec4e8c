/* variants: what the pages on one contact say differently, side by side. */
#ifndef BG_VARIANTS_H
#define BG_VARIANTS_H

#include "db.h"

typedef struct bg_variant {
    const char *field;  /* type start end place status grade mode channel, name, office */
    const char *person; /* of a name or office: whose, as the contact has him; NULL */
    const char *value;
    size_t page_count, witness_count; /* that say so; of these, independent ones (reprints.h) */
} bg_variant;
typedef BG_VEC(bg_variant) bg_variants;

/* Fields of which the pages give several values, the most told first. Failures stay in the slot. */
bool bg_variants__of(bg_record *record, bg_arena *arena, const char *contact, bg_variants *out);

#endif
