/* alike: see alike.h. */
#include "alike.h"

#define COVER_NAMED 500
#define OVERLAP_NAMED 300
#define SHARED_PLAIN 5
#define COVER_PLAIN 600
#define OVERLAP_PLAIN 400
#define OVERLAP_SAME 700
#define OVERLAP_WORDS 850 /* of two tellings that have nothing named and little in common, but little else either */
#define SHARED_WORDS 1
#define OVERLAP_LEAST 200
#define DAYS_SAME 3
#define NAMED 3 /* weight of a key that names something */

static unsigned weight_of(char kind) {
    switch (kind) {
    case 'k': case 'n': return NAMED;
    case 'h': case 't': case 'c': return 2;
    default: return 1;
    }
}

void bg_entry__keys(bg_entry *entry, char *text) {
    char *rest = NULL;
    for (char *key = strtok_r(text, " ", &rest); key && entry->key_count < BG_ITEM_KEYS; key = strtok_r(NULL, " ", &rest)) {
        if (strlen(key) < 2) continue;
        bg_item_key *slot = &entry->keys[entry->key_count++];
        bool near = *key >= 'A' && *key <= 'Z';
        char kind = near ? (char)(*key - 'A' + 'a') : *key;
        *slot = (bg_item_key){key + 2, kind, near, weight_of(kind)};
        entry->weight += slot->weight;
    }
}

bool bg_entry__before(const bg_entry *a, const bg_entry *b) { return a->day != b->day ? a->day < b->day : a->number < b->number; }

/* Days since some day, for YYYYMMDD. */
static int days_of(int day) {
    int y = day / 10000, m = day / 100 % 100, d = day % 100;
    y -= m <= 2;
    int era = y / 400, of_era = y - era * 400, of_year = (153 * (m + (m > 2 ? -3 : 9)) + 2) / 5 + d - 1;
    return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year;
}

static bool stands_alike(const bg_item_key *a, const bg_item_key *b) {
    bool head = a->kind == 'h';
    return head == (b->kind == 'h') && (!head || a->near == b->near);
}

/* The same words, whatever they are to their entry; a head only as a head, and one that stands beside another ("a loan for a hospital") only as such. */
static const bg_item_key *find_key(const bg_entry *entry, const bg_item_key *key) {
    for (unsigned i = 0; i < entry->key_count; i++)
        if (stands_alike(&entry->keys[i], key) && bg_text__same(entry->keys[i].text, key->text)) return &entry->keys[i];
    return NULL;
}

/* What stands beside heads: how much of it the other entry has, and has not. */
typedef struct beside {
    unsigned shared, own;
} beside;

static beside beside_of(const bg_entry *entry, const bg_entry *other) {
    beside out = {0};
    for (unsigned i = 0; i < entry->key_count; i++) {
        if (!entry->keys[i].near) continue;
        if (find_key(other, &entry->keys[i])) out.shared++;
        else out.own++;
    }
    return out;
}

typedef struct common {
    unsigned shared, named, heads;
} common;

static common common_of(const bg_entry *earlier, const bg_entry *later) {
    common out = {0};
    for (unsigned i = 0; i < later->key_count; i++) {
        const bg_item_key *key = &later->keys[i], *other = find_key(earlier, key);
        if (!other) continue;
        out.shared += key->weight < other->weight ? key->weight : other->weight;
        out.named += key->weight >= NAMED && other->weight >= NAMED;
        out.heads += key->kind == 'h';
    }
    return out;
}

/* Do words beside a head say that it is another one? */
static bool apart(const bg_entry *earlier, const bg_entry *later, common *c) {
    beside a = beside_of(earlier, later), b = beside_of(later, earlier);
    if (!c->heads) return false;
    if (a.own && b.own) return true;
    bool none = !a.own && !a.shared && !b.own && !b.shared;
    if (!a.shared && !b.shared && !none) return !c->named;
    c->named++;
    return false;
}

bg_alike bg_entry__alike(const bg_entry *earlier, const bg_entry *later) {
    bg_alike none = {0};
    if (!earlier->day || later->day / 10000 - earlier->day / 10000 > BG_ITEM_YEARS) return none;
    common c = common_of(earlier, later);
    if (!c.shared || apart(earlier, later, &c)) return none;
    unsigned least = earlier->weight < later->weight ? earlier->weight : later->weight;
    unsigned cover = c.shared * 1000 / least, overlap = c.shared * 1000 / (earlier->weight + later->weight - c.shared);
    bool linked = c.named ? cover >= COVER_NAMED || overlap >= OVERLAP_NAMED : c.shared >= SHARED_PLAIN && cover >= COVER_PLAIN && overlap >= OVERLAP_PLAIN;
    bool alike = overlap >= (linked ? OVERLAP_SAME : OVERLAP_WORDS) && c.shared >= SHARED_WORDS && bg_string__equal(earlier->kind, later->kind) && bg_string__equal(earlier->bound, later->bound);
    bool told_twice = alike && days_of(later->day) - days_of(earlier->day) <= DAYS_SAME;
    if (!told_twice && (!linked || overlap < OVERLAP_LEAST)) return none;
    return (bg_alike){told_twice, 1 + (told_twice ? 10 : 0) + (cover + overlap) / 200};
}

static bool is_one_of(const char *word, const char *const *words, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (bg_string__equal(word, words[i])) return true;
    return false;
}

const char *bg_entry__step(const bg_entry *earlier, const bg_entry *later, bool told_twice) {
    static const char *const asked[] = {"ask", "wish"}, *const given[] = {"agreement", "pledge", "offer"};
    if (told_twice) return "same";
    if (bg_string__equal(later->grade, "done") || bg_string__equal(later->grade, "signed")) return later->grade;
    if (bg_string__equal(later->grade, "under_way")) return "progress";
    bool was_asked = is_one_of(earlier->kind, asked, BG_COUNT(asked)), is_given = is_one_of(later->kind, given, BG_COUNT(given));
    if (was_asked && is_given && (bg_string__equal(later->bound, earlier->bound) || bg_string__equal(later->bound, "both") || bg_string__equal(earlier->bound, "both"))) return "answer";
    if (bg_string__equal(later->kind, "agreement") && !bg_string__equal(earlier->kind, "agreement")) return "agreed";
    return "repeat";
}

void bg_entry__reason(const bg_entry *earlier, const bg_entry *later, bg_buf *out) {
    const char *mark = "";
    bg_buf__text(out, "shared=");
    for (unsigned i = 0; i < later->key_count; i++) {
        if (!find_key(earlier, &later->keys[i])) continue;
        bg_buf__print(out, "%s%s", mark, later->keys[i].text);
        mark = ",";
    }
    bg_buf__print(out, "; days=%d", days_of(later->day) - days_of(earlier->day));
}
