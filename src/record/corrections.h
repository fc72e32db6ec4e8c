/* corrections: what people corrected of a contact. It is corrected of its tellings and of those whom they name; of one field the latest correction holds. */
#ifndef BG_CORRECTIONS_H
#define BG_CORRECTIONS_H

#include "db.h"
#include "merge.h"

typedef struct bg_correction {
    const char *field, *value; /* "" = not known */
    const char *person;        /* of whom of those who took part, by a name that was read; NULL: of the contact */
    const char *decision, *at;
    int64_t seq;
} bg_correction;

typedef BG_VEC(bg_correction) bg_corrections;

/* Those of an event, or of an entity that is called `person`. */
void bg_corrections__of(bg_record *record, bg_arena *arena, const char *fact, const char *person, bg_corrections *out);
/* The value of a field of the contact, if it was corrected. */
void bg_corrections__apply(const bg_corrections *list, const char *field, const char **value);

/* Does anything of the record stand corrected? Most records need not be asked further. */
bool bg_corrections__any(bg_record *record);
/* An event as it stands, for whoever asks which others it may be one contact with: type, sides, days, place, whether it is planned; names and countries of its principals, `entities` as
 * they are read. Without principals `entities` may be NULL. */
void bg_corrections__told(bg_record *record, bg_arena *arena, bg_told *told, const char *const *entities);

typedef struct bg_contact_person {
    bg_principal as; /* as he stands */
    const char *name, *folded, *office, *country, *role, *key;
    int64_t form; /* of the fullest name told with a country, else of the fullest name; 0 unknown */
    size_t form_weight;
} bg_contact_person;
void bg_corrections__people(bg_record *record, bg_arena *arena, const bg_corrections *list, bg_contact_person *people, size_t count);

#endif
