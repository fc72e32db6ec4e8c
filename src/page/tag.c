/* tag: names of elements, in the order of the alphabet. */
#include "tag.h"

#define BG_TAG_ITEM(name, does) {#name, sizeof #name - 1, does},
static const struct {
    const char *name;
    uint8_t size;
    uint8_t does;
} tags[BG_TAG_COUNT] = {{"", 0, 0}, BG_TAGS(BG_TAG_ITEM)};
#undef BG_TAG_ITEM

#define NAME_MAX_SIZE 10

/* Names begin with a letter; the first of the list that begins with each. */
static bg_tag first_with(unsigned letter) {
    static const uint8_t first[26] = {
        BG_TAG_a, BG_TAG_b, BG_TAG_canvas, BG_TAG_datalist, BG_TAG_em, BG_TAG_fieldset, 0, BG_TAG_h1, BG_TAG_i, 0, 0, BG_TAG_label, BG_TAG_main,
        BG_TAG_nav, BG_TAG_object, BG_TAG_p, BG_TAG_q, 0, BG_TAG_s, BG_TAG_table, BG_TAG_u, BG_TAG_var, BG_TAG_wbr, 0, 0, 0};
    return first[letter];
}

static bool is_name(const char *name, const char *lower, size_t size) {
    for (size_t i = 0; i < size; i++)
        if (((unsigned char)name[i] | 0x20) != (unsigned char)lower[i]) return false;
    return true;
}

bg_tag bg_tag__find(const char *name, size_t size) {
    unsigned letter = ((unsigned char)name[0] | 0x20u) - 'a';
    if (!size || size > NAME_MAX_SIZE || letter >= 26) return BG_TAG_other;
    for (bg_tag tag = first_with(letter); tag && tag < BG_TAG_COUNT && tags[tag].name[0] == (char)('a' + letter); tag++)
        if (tags[tag].size == size && is_name(name, tags[tag].name, size)) return tag;
    return BG_TAG_other;
}

unsigned bg_tag__does(bg_tag tag) { return tags[tag].does; }
