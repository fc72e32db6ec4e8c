/* kind: what the types of contacts and the acts of statements are like. Both vocabularies are those of the output, the same for every language. */
#include "claim.h"

static const struct {
    const char *type;
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

bool bg_type__is(const char *type, unsigned trait) {
    for (size_t i = 0; i < BG_COUNT(types); i++)
        if (is(type, types[i].type)) return types[i].traits & trait;
    return false;
}

int bg_type__weight(const char *type) {
    for (size_t i = 0; i < BG_COUNT(types); i++)
        if (is(type, types[i].type)) return types[i].weight;
    return 0;
}

bool bg_type__alike(const char *a, const char *b) {
    return is(a, b) || ((is(a, "talks") || is(a, "meeting")) && (is(b, "talks") || is(b, "meeting")));
}

bool bg_act__is(const char *act, unsigned trait) {
    for (size_t i = 0; i < BG_COUNT(acts); i++)
        if (is(act, acts[i].act)) return acts[i].traits & trait;
    return false;
}
