/* decisions: what people decided, as views show it. Everything lives in the caller's arena. */
#ifndef BG_DECISIONS_H
#define BG_DECISIONS_H

#include "query.h"

typedef struct bg_row_target {
    const char *fact, *page, *words;
    const char *now; /* the fact of the record that it is; NULL: none */
} bg_row_target;

typedef struct bg_row_decision {
    const char *id, *at, *who, *kind, *field, *value, *was, *note, *source, *undoes;
    bg_span range;
    bool undone;
    bg_row_target *targets;
    size_t target_count;
    size_t orphans; /* targets that no fact of the record is */
} bg_row_decision;

typedef BG_VEC(bg_row_decision) bg_decisions;

/* What stands of a fact, oldest first. */
bool bg_query__decisions(bg_record *record, bg_arena *arena, const char *fact, bg_decisions *out);
/* Of a contact: of its tellings and of those whom they name. */
bool bg_query__contact_decisions(bg_record *record, bg_arena *arena, const char *contact, bg_decisions *out);
/* Everything that was ever decided, newest first; of the facts and decisions whose ids begin so (NULL: all). */
bool bg_query__log(bg_record *record, bg_arena *arena, const char *prefix, bg_decisions *out);

/* A contact as one page tells it that was rejected, in the form of a contact. False: it is none. */
bool bg_query__rejected(bg_record *record, bg_arena *arena, const char *event, bg_row_contact *out);
/* All of them that the filter lets through, sorted in among contacts. */
bool bg_query__add_rejected(bg_record *record, bg_arena *arena, const bg_filter *filter, bg_contacts *out);
bool bg_query__is_rejected(bg_record *record, const char *fact);

#endif
