/* lean: see lean.h. */
#include "lean.h"

#include <stdlib.h>

/* ------------------------------------------------------------------ keys */

#define BG_GROUP_MAX 64

static int64_t hash_of(const bg_entry *entry, const char *key) {
    return (int64_t)bg_hash__bytes(key, strlen(key), bg_hash__bytes(entry->sides, strlen(entry->sides), 5));
}

static void use(const bg_entry *entry, const char *key, int64_t out[BG_KEYS_USED], unsigned *count) {
    int64_t hash = hash_of(entry, key);
    for (unsigned i = 0; i < *count; i++)
        if (out[i] == hash) return;
    if (*count < BG_KEYS_USED) out[(*count)++] = hash;
}

/* The group of a thing, "goods.fruit" of "goods.fruit.mango"; "" if it is none. */
static const char *group_of(const char *thing, char out[BG_GROUP_MAX]) {
    const char *last = strrchr(thing, '.');
    size_t size = last && last != strchr(thing, '.') ? (size_t)(last - thing) : 0;
    snprintf(out, BG_GROUP_MAX, "%.*s", (int)size, thing);
    return out;
}

unsigned bg_lean__keys(const bg_entry *entry, int64_t out[BG_KEYS_USED]) {
    unsigned count = 0;
    char group[BG_GROUP_MAX];
    for (unsigned weight = 3; weight; weight--)
        for (unsigned i = 0; i < entry->key_count; i++) {
            if (entry->keys[i].weight != weight) continue;
            use(entry, entry->keys[i].text, out, &count);
            if (entry->keys[i].kind == 'x' && *group_of(entry->keys[i].text, group)) use(entry, group, out, &count);
        }
    if (!count && entry->content) out[count++] = hash_of(entry, entry->content);
    return count;
}

/* ------------------------------------------------------------------ links */

int bg_lean__order(const void *left, const void *right) {
    const bg_link *a = left, *b = right;
    if (a->how.rank != b->how.rank) return a->how.rank > b->how.rank ? -1 : 1;
    return bg_entry__before(b->earlier, a->earlier) ? -1 : 1;
}

bool bg_lean__is_of_one(const bg_link_set *taken, const bg_entry *entry) {
    for (unsigned i = 0; i < taken->count; i++) {
        const bg_entry *other = taken->items[i].earlier;
        if (other == entry || (bg_entry__before(entry, other) ? bg_entry__alike(entry, other) : bg_entry__alike(other, entry)).rank) return true;
    }
    return false;
}

bg_link_set bg_lean__choose(bg_link *found, size_t count) {
    bg_link_set out = {0};
    if (count) qsort(found, count, sizeof *found, bg_lean__order);
    for (size_t i = 0; i < count && out.count < BG_LINKS_MAX && !(out.count && out.items[0].how.same); i++)
        if (!bg_lean__is_of_one(&out, found[i].earlier) && !(out.count && found[i].how.same)) out.items[out.count++] = found[i];
    return out;
}
