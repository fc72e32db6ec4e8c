/* alike: see alike.h. */
#include "alike.h"
#include "../mention/mention.h"

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
#define OVERLAP_TOLD 500 /* of two pages on one contact */
#define DAYS_TOLD 1
#define BYTES_RECALL 120 /* of what a later page recalls in the same words */
#define DAYS_RECALL 200
#define BYTES_TOLD 30 /* of what names nothing, told on two pages */
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
        *slot = (bg_item_key){key + 2, kind, near, kind == 'm' && !near ? 0 : weight_of(kind)};
        entry->weight += slot->weight;
    }
}

bool bg_entry__before(const bg_entry *a, const bg_entry *b) { return a->day != b->day ? a->day < b->day : a->number < b->number; }

/* Days since some day, for YYYYMMDD; for a month or a year its first. */
static int days_of(int day) {
    int y = day / 10000, m = day / 100 % 100, d = day % 100;
    m += !m, d += !d;
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
    unsigned shared, named, heads, names;
} common;

static common common_of(const bg_entry *earlier, const bg_entry *later) {
    common out = {0};
    for (unsigned i = 0; i < later->key_count; i++) {
        const bg_item_key *key = &later->keys[i], *other = find_key(earlier, key);
        if (!other) continue;
        out.shared += key->weight < other->weight ? key->weight : other->weight;
        out.named += key->weight >= NAMED && other->weight >= NAMED;
        out.heads += key->kind == 'h';
        out.names += key->kind == 'c' && other->kind == 'c';
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

/* Both have keys of this kind, and none in common. */
static bool differ(const bg_entry *a, const bg_entry *b, char kind) {
    bool mine = false, theirs = false;
    for (unsigned i = 0; i < b->key_count; i++) theirs |= b->keys[i].kind == kind;
    for (unsigned i = 0; i < a->key_count && theirs; i++) {
        if (a->keys[i].kind != kind) continue;
        mine = true;
        if (find_key(b, &a->keys[i])) return false;
    }
    return mine && theirs;
}

static bool is_one_of(const char *word, const char *const *words, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (bg_string__equal(word, words[i])) return true;
    return false;
}

static bool is_asked(const bg_entry *entry) {
    static const char *const asked[] = {"ask", "wish"};
    return is_one_of(entry->kind, asked, BG_COUNT(asked));
}

static bool is_given(const bg_entry *entry) {
    static const char *const given[] = {"agreement", "pledge", "offer"};
    return is_one_of(entry->kind, given, BG_COUNT(given));
}

/* Could they be one saying, as far as it is not about what? */
static bool alike_in_kind(const bg_entry *a, const bg_entry *b) {
    bool sort = bg_string__equal(a->kind, b->kind) || (is_asked(a) && is_asked(b)) || (is_given(a) && is_given(b));
    return sort && bg_string__equal(a->bound, b->bound) && (!a->speaker || !b->speaker || bg_name__same(a->speaker, b->speaker));
}

typedef struct measure {
    unsigned shared, cover, overlap;
    bool linked;
} measure;

static bool same_words(const bg_entry *earlier, const bg_entry *later, size_t least) {
    return earlier->content && strlen(earlier->content) >= least && bg_string__equal(earlier->content, later->content);
}

static bool told_again(const bg_entry *earlier, const bg_entry *later, const measure *m) {
    if (!alike_in_kind(earlier, later) || differ(earlier, later, 'm')) return false;
    int days = days_of(later->day) - days_of(earlier->day);
    if (m->overlap >= (m->linked ? OVERLAP_SAME : OVERLAP_WORDS) && m->shared >= SHARED_WORDS && days <= DAYS_SAME) return true;
    if (m->linked && m->overlap >= OVERLAP_TOLD && days <= DAYS_TOLD && !bg_string__equal(earlier->page, later->page)) return true;
    return days <= DAYS_RECALL && same_words(earlier, later, BYTES_RECALL);
}

/* Has it a thing, or a name, that the other has not? */
static bool has_own(const bg_entry *entry, const bg_entry *other, bool name) {
    for (unsigned i = 0; i < entry->key_count; i++) {
        const bg_item_key *key = &entry->keys[i];
        if ((name ? key->kind == 'c' : key->kind == 'h' || key->kind == 'k') && !find_key(other, key)) return true;
    }
    return false;
}

/* "cáp Medan - Nha Trang", "cáp biển nối Medan với Nha Trang": the same places, and no two things. */
static bool same_places(const bg_entry *a, const bg_entry *b, const common *c) {
    return c->names >= 2 && !(has_own(a, b, true) && has_own(b, a, true)) && !(has_own(a, b, false) && has_own(b, a, false));
}

/* What tells one thing from another of its kind stands last: is the last word of each, but for names, one that the other has not? */
static const bg_item_key *tail_of(const bg_entry *entry) {
    for (unsigned i = entry->key_count; i-- > 0;)
        if (strchr("tbk", entry->keys[i].kind)) return &entry->keys[i];
    return NULL;
}

static bool ends_apart(const bg_entry *a, const bg_entry *b) {
    const bg_item_key *x = tail_of(a), *y = tail_of(b);
    return x && y && !find_key(b, x) && !find_key(a, y);
}

/* Without anything named: enough in common, and nothing that tells two things of a kind apart. */
static bool plainly_linked(const bg_entry *a, const bg_entry *b, const measure *m) {
    if (m->shared < SHARED_PLAIN || m->cover < COVER_PLAIN || m->overlap < OVERLAP_PLAIN) return false;
    return !ends_apart(a, b) && !(has_own(a, b, true) && has_own(b, a, true));
}

bg_alike bg_entry__alike(const bg_entry *earlier, const bg_entry *later) {
    bg_alike none = {0};
    if (!earlier->day || later->day / 10000 - earlier->day / 10000 > BG_ITEM_YEARS) return none;
    common c = common_of(earlier, later);
    if (!c.shared && !earlier->weight && same_words(earlier, later, BYTES_TOLD) && alike_in_kind(earlier, later) && days_of(later->day) - days_of(earlier->day) <= DAYS_SAME)
        return (bg_alike){true, 1};
    if (!c.shared || apart(earlier, later, &c) || differ(earlier, later, 'o')) return none;
    unsigned least = earlier->weight < later->weight ? earlier->weight : later->weight;
    c.named += !c.heads && c.shared * 1000 / least >= COVER_PLAIN && same_places(earlier, later, &c);
    measure m = {.shared = c.shared, .cover = c.shared * 1000 / least, .overlap = c.shared * 1000 / (earlier->weight + later->weight - c.shared)};
    m.linked = c.named ? m.cover >= COVER_NAMED || m.overlap >= OVERLAP_NAMED : plainly_linked(earlier, later, &m);
    bool told = told_again(earlier, later, &m);
    if (!told && (!m.linked || m.overlap < OVERLAP_LEAST)) return none;
    return (bg_alike){told, 1 + (told ? 10 : 0) + (m.cover + m.overlap) / 200};
}

/* "15 tỷ USD vào năm 2020" and later "20 tỷ USD vào năm 2025": another amount, or another term. */
static bool replaces(const bg_entry *earlier, const bg_entry *later) {
    if (!(is_given(earlier) && is_given(later)) && !(is_asked(earlier) && is_asked(later))) return false;
    return differ(earlier, later, 'm') || (earlier->due && later->due && strcmp(earlier->due, later->due) < 0);
}

const char *bg_entry__step(const bg_entry *earlier, const bg_entry *later, bool told_twice) {
    if (told_twice) return "same";
    if (bg_string__equal(later->grade, "done") || bg_string__equal(later->grade, "signed")) return later->grade;
    if (bg_string__equal(later->grade, "under_way")) return "progress";
    bool binds = bg_string__equal(later->bound, earlier->bound) || bg_string__equal(later->bound, "both") || bg_string__equal(earlier->bound, "both");
    if (is_asked(earlier) && is_given(later) && binds) return "answer";
    if (replaces(earlier, later)) return "replaces";
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
