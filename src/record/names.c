/* names: one table per enum, in the enum's order. */
#include "names.h"

static const char *const block_names[] = {"paragraph", "heading", "quote", "caption", "credit"};
static const char *const entity_names[] = {"person", "body", "country", "place", "agreement", "mechanism", "occasion"};

const char *bg_name__block(bg_block_kind kind) {
    return (size_t)kind < BG_COUNT(block_names) ? block_names[kind] : "paragraph";
}

const char *bg_name__entity(bg_entity_kind kind) {
    return (size_t)kind < BG_COUNT(entity_names) ? entity_names[kind] : "person";
}
