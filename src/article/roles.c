/* roles: what a word in the names of elements says of the text in them, data/html/roles.txt. */
#include "body.h"

static const struct {
    uint64_t word;
    bg_named_role role;
} roles[] = {
#define ROLE(word, role) {word, role},
#include "roles.inc"
#undef ROLE
};

bg_named_role bg_named_role__find(uint64_t word) {
    size_t low = 0, high = BG_COUNT(roles);
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (roles[middle].word < word) low = middle + 1;
        else high = middle;
    }
    return low < BG_COUNT(roles) && roles[low].word == word ? roles[low].role : NAMED_NOTHING;
}
