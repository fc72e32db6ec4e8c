/* kind: what the types of contacts and the acts of statements are like. Both vocabularies are those of the output, the same for every language. */
#include "claim.h"

static const struct {
    char type[20]; /* in place: most are told apart by their first letter, on the way through the table */
    int weight; /* towards being the page's main contact */
    unsigned traits;
} types[] = {
    {"talks", 5, BG_TYPE_OF_TWO | BG_TYPE_HELD},
    {"meeting", 4, BG_TYPE_OF_TWO},
    {"call", 5, BG_TYPE_OF_TWO},
    {"consultation", 5, BG_TYPE_OF_TWO | BG_TYPE_HELD | BG_TYPE_BY_STATES},
    {"dialogue", 4, BG_TYPE_OF_TWO | BG_TYPE_HELD | BG_TYPE_BY_STATES},
    {"committee_session", 5, BG_TYPE_OF_TWO | BG_TYPE_HELD | BG_TYPE_BY_STATES | BG_TYPE_LASTS},
    {"conference", 3, BG_TYPE_HELD | BG_TYPE_LASTS | BG_TYPE_BY_BODIES},
    {"visit", 3, BG_TYPE_LASTS},
    {"letter", 4, BG_TYPE_SENT},
    {"award", 4, BG_TYPE_SENT | BG_TYPE_ACTS | BG_TYPE_SPOKEN_AT},
    {"aid", 3, BG_TYPE_SENT | BG_TYPE_ACTS | BG_TYPE_BY_BODIES},
    {"signing", 3, BG_TYPE_ACTS | BG_TYPE_BY_STATES | BG_TYPE_BY_BODIES},
    {"credentials", 5, 0},
    {"ceremony", 2, BG_TYPE_SPOKEN_AT | BG_TYPE_BY_BODIES},
    {"statement", 2, 0},
    {"other", 0, BG_TYPE_BY_BODIES},
};

static const struct {
    const char *act;
    unsigned traits;
} acts[] = {
    {"proposes", BG_ACT_LIST | BG_ACT_CLAUSE | BG_ACT_ADDRESSED},
    {"agrees", BG_ACT_LIST | BG_ACT_CLAUSE},
    {"pledges", BG_ACT_LIST | BG_ACT_CLAUSE},
    {"affirms", BG_ACT_CLAUSE},
    {"informs", BG_ACT_CLAUSE},
    {"thanks", BG_ACT_ADDRESSED},
    {"congratulates", BG_ACT_ADDRESSED},
    {"invites", BG_ACT_ADDRESSED},
    {"condoles", BG_ACT_ADDRESSED},
    {"greets", BG_ACT_ADDRESSED},
};

/* The type's number, that of no type if it is none. */
static size_t number_of(const char *type) {
    size_t i = 0;
    while (type && i < BG_COUNT(types) && !(types[i].type[0] == type[0] && strcmp(types[i].type, type) == 0)) i++;
    return type ? i : BG_COUNT(types);
}

bool bg_type__is(const char *type, unsigned trait) {
    size_t i = number_of(type);
    return i < BG_COUNT(types) && types[i].traits & trait;
}

int bg_type__weight(const char *type) {
    size_t i = number_of(type);
    return i < BG_COUNT(types) ? types[i].weight : 0;
}

bool bg_type__alike(const char *a, const char *b) {
    return is(a, b) || ((is(a, "talks") || is(a, "meeting")) && (is(b, "talks") || is(b, "meeting")));
}

bool bg_act__is(const char *act, unsigned trait) {
    for (size_t i = 0; i < BG_COUNT(acts); i++)
        if (is(act, acts[i].act)) return acts[i].traits & trait;
    return false;
}
