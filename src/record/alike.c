/* alike: see alike.h. */
#include "alike.h"
#include "../mention/mention.h"

#define COVER_NAMED 500
#define OVERLAP_NAMED 300
#define SHARED_PLAIN 5
#define SHARED_RARE 2 /* … of words that are rare */
#define OVERLAP_RARE 500
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
#define WORDS_REVERSED 600 /* of the words that are said of what is taken back */
#define NAMED 3 /* weight of a key that names something */
#define FIELDS_MOST 4 /* more are a list of everything */
#define HALF 2  /* … of a thing in common that is only a kind of things in one of the two */

static unsigned weight_of(char kind) {
    switch (kind) {
    case 'k': case 'n': case 'x': case 'c': return NAMED;
    case 'h': case 't': case 'p': return 2;
    case 'y': case 'z': case 'u': case 'f': return 0;
    default: return 1;
    }
}

static char sort_of(const bg_item_key *key) {
    switch (key->kind) {
    case 'x': case 'y': return 'x';
    case 'z': return 'z';
    case 'c': case 'p': return strchr(key->text, '_') ? 'c' : 0;
    case 'h': return key->near ? 'H' : 'h';
    default: return 0;
    }
}

void bg_entry__keys(bg_entry *entry, char *text) {
    char *rest = NULL;
    for (char *key = strtok_r(text, " ", &rest); key && entry->key_count < BG_ITEM_KEYS; key = strtok_r(NULL, " ", &rest)) {
        if (strlen(key) < 2) continue;
        bg_item_key *slot = &entry->keys[entry->key_count++];
        bool near = *key >= 'A' && *key <= 'Z';
        char kind = near ? (char)(*key - 'A' + 'a') : *key;
        *slot = (bg_item_key){.text = key + 2, .kind = kind, .near = near, .weight = kind == 'm' && !near ? 0 : weight_of(kind)};
        slot->sort = sort_of(slot);
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

/* "goods.fruit" and "goods.fruit.mango": the same, or a group and what is in it; "hà_khẩu" and "hà_khẩu_bắc". */
static bool fits(const char *a, const char *b, char sign) {
    for (; *a && *a == *b; a++) b++;
    return *a ? !*b && *a == sign : !*b || *b == sign;
}

static bool is_thing(const bg_item_key *key) { return key->kind == 'x' || key->kind == 'y'; }
static bool is_name(const bg_item_key *key) { return key->kind == 'c' || key->kind == 'p'; }

/* The same words, whatever they are to their entry; a head only as a head, and one that stands beside another ("a loan for a hospital") only as such; of things a group, too. */
static bool is_same(const bg_item_key *a, const bg_item_key *b) {
    if (a->sort != b->sort) return (!a->sort || a->sort == 'c') && (!b->sort || b->sort == 'c') && bg_text__same(a->text, b->text);
    return a->sort == 'x' ? fits(a->text, b->text, '.') : a->sort == 'c' ? fits(a->text, b->text, '_') : bg_text__same(a->text, b->text);
}

static const bg_item_key *find_key(const bg_entry *entry, const bg_item_key *key) {
    for (unsigned i = 0; i < entry->key_count; i++)
        if (is_same(&entry->keys[i], key)) return &entry->keys[i];
    return NULL;
}

static bool is_of_sort(const bg_item_key *key, const char *sort, size_t size) { return is_thing(key) && strncmp(key->text, sort, size) == 0; }

/* Of one sort ("goods", "person") both have things, and none in common. */
static bool sorts_differ(const bg_entry *a, const bg_entry *b) {
    for (unsigned i = 0; i < a->key_count; i++) {
        const char *sort = a->keys[i].text;
        size_t size = strcspn(sort, ".") + 1;
        bool other = false, common = false;
        if (!is_thing(&a->keys[i])) continue;
        for (unsigned j = 0; j < a->key_count; j++) common |= is_of_sort(&a->keys[j], sort, size) && find_key(b, &a->keys[j]);
        for (unsigned j = 0; j < b->key_count; j++) other |= is_of_sort(&b->keys[j], sort, size);
        if (other && !common) return true;
    }
    return false;
}

/* Is one of them asked, or promises, what the other asks or promises of itself? */
static bool bound_apart(const bg_entry *a, const bg_entry *b) {
    return a->bound && b->bound && !bg_string__equal(a->bound, "both") && !bg_string__equal(b->bound, "both") && !bg_string__equal(a->bound, b->bound);
}

/* What stands beside heads: how much of it the other entry has, and has not. */
typedef struct beside {
    unsigned shared, own;
    unsigned words; /* of those it has alone: no names */
    unsigned loose; /* … nor terms of a field */
    bool thing;     /* a sorted one is shared */
} beside;

static beside beside_of(const bg_entry *entry, const bg_entry *other) {
    beside out = {0};
    for (unsigned i = 0; i < entry->key_count; i++) {
        if (!entry->keys[i].near) continue;
        if (find_key(other, &entry->keys[i])) out.shared++, out.thing |= entry->keys[i].kind == 'x' && strncmp(entry->keys[i].text, "whom.", 5) != 0;
        else out.own++, out.words += !is_name(&entry->keys[i]), out.loose += !is_name(&entry->keys[i]) && !strchr("tnq", entry->keys[i].kind);
    }
    return out;
}

typedef struct common {
    unsigned shared, named, heads, names, rare, things, fields; /* rare: names that are no known place */
} common;

static common common_of(const bg_entry *earlier, const bg_entry *later) {
    common out = {0};
    for (unsigned i = 0; i < later->key_count; i++) {
        const bg_item_key *key = &later->keys[i], *other = find_key(earlier, key);
        if (!other) continue;
        bool half = is_thing(key) && key->kind != other->kind; /* "đường sắt" is a head there, here a thing */
        out.shared += half ? HALF : key->weight < other->weight ? key->weight : other->weight;
        out.named += strchr("kn", key->kind) && strchr("kn", other->kind);
        out.heads += key->kind == 'h';
        out.names += is_name(key) && is_name(other);
        out.rare += key->kind == 'c' && other->kind == 'c';
        out.things += key->kind == 'x' || other->kind == 'x';
        out.fields += key->kind == 'z';
    }
    return out;
}

/* Have they fields, and the same? */
static bool same_fields(const bg_entry *a, const bg_entry *b) {
    unsigned count = 0;
    for (unsigned i = 0; i < a->key_count; i++) {
        if (a->keys[i].kind != 'z') continue;
        if (!find_key(b, &a->keys[i])) return false;
        count++;
    }
    for (unsigned i = 0; i < b->key_count; i++)
        if (b->keys[i].kind == 'z' && !find_key(a, &b->keys[i])) return false;
    return count > 0;
}

/* Do words beside a head say that it is another one? */
static bool apart(const bg_entry *earlier, const bg_entry *later, common *c) {
    beside a = beside_of(earlier, later), b = beside_of(later, earlier);
    if (!c->heads || a.thing || b.thing) return false;
    bool terms = !a.loose && !b.loose && same_fields(earlier, later);
    if (c->names ? a.words && b.words : a.own && b.own) {
        c->named += terms;
        return !terms;
    }
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

/* A deed that is told: it answers what was asked or given, not another deed. */
static bool is_told(const bg_entry *entry) { return bg_string__equal(entry->kind, "report"); }

/* Could they be one saying, as far as it is not about what? */
static bool alike_in_kind(const bg_entry *a, const bg_entry *b) {
    bool sort = bg_string__equal(a->kind, b->kind) || (is_asked(a) && is_asked(b)) || (is_given(a) && is_given(b));
    return sort && bg_string__equal(a->bound, b->bound) && (!a->speaker || !b->speaker || bg_name__same(a->speaker, b->speaker));
}

/* Is it said that it is not to be done? */
static bool is_denied(const bg_entry *entry) {
    for (unsigned i = 0; i < entry->key_count; i++)
        if (entry->keys[i].kind == 'f') return true;
    return false;
}

/* "không chuyển S-300" and "sẽ chuyển S-300": the one takes the other back, if both are asked or both are given; a deed is none of what was not to be done. */
static bool reversed(const bg_entry *a, const bg_entry *b) { return is_denied(a) != is_denied(b); }

static bool can_reverse(const bg_entry *a, const bg_entry *b) { return (is_asked(a) && is_asked(b)) || (is_given(a) && is_given(b)); }

typedef struct measure {
    unsigned shared, cover, overlap;
    bool linked;
} measure;

static bool same_words(const bg_entry *earlier, const bg_entry *later, size_t least) {
    return earlier->content && strlen(earlier->content) >= least && bg_string__equal(earlier->content, later->content);
}

static bool told_again(const bg_entry *earlier, const bg_entry *later, const measure *m) {
    if (!alike_in_kind(earlier, later) || differ(earlier, later, 'm') || reversed(earlier, later)) return false;
    int days = days_of(later->day) - days_of(earlier->day);
    if (m->overlap >= (m->linked ? OVERLAP_SAME : OVERLAP_WORDS) && m->shared >= SHARED_WORDS && days <= DAYS_SAME) return true;
    if (m->linked && m->overlap >= OVERLAP_TOLD && days <= DAYS_TOLD && !bg_string__equal(earlier->page, later->page)) return true;
    return days <= DAYS_RECALL && same_words(earlier, later, BYTES_RECALL);
}

/* Has it a thing, or a name, that the other has not? */
static bool has_own(const bg_entry *entry, const bg_entry *other, bool name) {
    for (unsigned i = 0; i < entry->key_count; i++) {
        const bg_item_key *key = &entry->keys[i];
        if ((name ? is_name(key) : key->kind == 'h' || key->kind == 'k') && !find_key(other, key)) return true;
    }
    return false;
}

/* What the words have in common, 3 at most. */
static unsigned rarity(const bg_entry *a, const bg_entry *b) {
    unsigned sum = bg_rarity__shared(a->content, a->rare, b->content, b->rare);
    return sum < NAMED ? sum : NAMED;
}

/* "cáp Medan - Nha Trang", "cáp biển nối Medan với Nha Trang": the same places, and no two things. */
static bool same_places(const bg_entry *a, const bg_entry *b, const common *c) {
    return c->names >= 2 && (c->heads || c->things || c->fields || rarity(a, b)) && !(has_own(a, b, true) && has_own(b, a, true)) && !(has_own(a, b, false) && has_own(b, a, false));
}

/* What tells one thing from another of its kind stands last: is the last word of each, but for names, one that the other has not? */
static const bg_item_key *tail_of(const bg_entry *entry) {
    for (unsigned i = entry->key_count; i-- > 0;)
        if (strchr("tbkx", entry->keys[i].kind)) return &entry->keys[i];
    return NULL;
}

static bool ends_apart(const bg_entry *a, const bg_entry *b) {
    const bg_item_key *x = tail_of(a), *y = tail_of(b);
    return x && y && !find_key(b, x) && !find_key(a, y);
}

/* Without anything named: enough in common, and nothing that tells two things of a kind apart. */
static bool plainly_linked(const bg_entry *a, const bg_entry *b, const measure *m) {
    bool rare = m->shared >= SHARED_RARE && m->overlap >= OVERLAP_RARE && rarity(a, b) >= NAMED && !differ(a, b, 'u'); /* "máy lọc thận", but not 13 and 33 of them */
    if ((m->shared < SHARED_PLAIN && !rare) || m->cover < COVER_PLAIN || m->overlap < OVERLAP_PLAIN) return false;
    return !ends_apart(a, b) && !(has_own(a, b, true) && has_own(b, a, true));
}

/* Weight of the keys that say what it is about, without words that may be anything. */
static unsigned core_of(const bg_entry *entry) {
    unsigned out = 0;
    for (unsigned i = 0; i < entry->key_count; i++)
        if (entry->keys[i].weight > 1) out += entry->keys[i].weight;
    return out;
}

static unsigned fields_of(const bg_entry *entry) {
    unsigned count = 0;
    for (unsigned i = 0; i < entry->key_count; i++) count += entry->keys[i].kind == 'z';
    return count;
}

/* Things or names in common, and nothing that is another one: two, or one that is all that one of them is about and after which neither goes on to something else. Places that everybody knows, alone, are not enough, nor things in a list of fields. */
static bool firmly_linked(const bg_entry *a, const bg_entry *b, const common *c) {
    unsigned x = core_of(a), y = core_of(b), least = x < y ? x : y, shared = c->shared + (c->fields > 0);
    if (!c->names && !c->heads && differ(a, b, 'u')) return false; /* 12 fishermen, 25 fishermen */
    if ((!c->things && !c->names) || (!c->names && (fields_of(a) > FIELDS_MOST || fields_of(b) > FIELDS_MOST)) || !least || c->shared * 1000 / least < COVER_NAMED) return false;
    if (c->rare * NAMED >= least || c->things * NAMED >= least) return c->things + c->names > 1 || !ends_apart(a, b) || (c->names && rarity(a, b));
    unsigned words = c->names ? rarity(a, b) : 0;
    if (c->things + c->names < 2 && !words && ends_apart(a, b)) return false;
    if (!c->things && !c->heads && !c->fields && !words) return false;
    return shared > NAMED || (c->names && shared + words > NAMED + 1);
}

static bool has_sort(const bg_entry *entry) {
    for (unsigned i = 0; i < entry->key_count; i++)
        if (is_thing(&entry->keys[i])) return true;
    return false;
}

/* Does the word stand in the text? */
static bool has_word(const char *text, const char *word, size_t size) {
    for (const char *at = text; *at; at += strcspn(at, " "), at += strspn(at, " "))
        if (strcspn(at, " ") == size && memcmp(at, word, size) == 0) return true;
    return false;
}

/* How many in a thousand of the words of one stand in the other. */
static unsigned words_shared(const char *one, const char *other) {
    unsigned count = 0, shared = 0;
    for (const char *at = one; *at; at += strspn(at, " ")) {
        size_t size = strcspn(at, " ");
        count++, shared += has_word(other, at, size);
        at += size;
    }
    return count ? shared * 1000 / count : 0;
}

/* The same said with "không", or no longer with it: in nearly the same words, since a sentence may deny something besides. */
static bool taken_back(const bg_entry *a, const bg_entry *b) {
    if (!reversed(a, b) || !a->content || !b->content) return false;
    unsigned there = words_shared(a->content, b->content), back = words_shared(b->content, a->content);
    return (there > back ? there : back) >= WORDS_REVERSED;
}

/* Nothing about it can be the same: other sorts, names, sessions, parties. */
static bool contradict(const bg_entry *a, const bg_entry *b, const common *c) {
    if (differ(a, b, 'o') || (taken_back(a, b) && !can_reverse(a, b))) return true;
    if (is_given(a) && is_given(b) && bound_apart(a, b)) return true; /* what each promises */
    if (c->named) return false;
    if (!c->things && !c->heads && has_own(a, b, false) && has_own(b, a, false)) return true;
    if (!c->things && !c->heads && c->names < 2 && has_sort(a) && has_sort(b)) return true;
    return sorts_differ(a, b) || bound_apart(a, b) || (has_own(a, b, true) && has_own(b, a, true));
}

/* Of two whose days nobody knows neither follows the other: they are one saying, or nothing. */
static bg_alike undated(const bg_entry *earlier, const bg_entry *later, const measure *m) {
    bool one = m->linked && alike_in_kind(earlier, later) && !differ(earlier, later, 'm') && !reversed(earlier, later);
    return one ? (bg_alike){true, 11 + (m->cover + m->overlap) / 200} : (bg_alike){0};
}

bg_alike bg_entry__alike(const bg_entry *earlier, const bg_entry *later) {
    bg_alike none = {0};
    if (!earlier->day != !later->day || later->day / 10000 - earlier->day / 10000 > BG_ITEM_YEARS) return none;
    common c = common_of(earlier, later);
    if (!c.shared && !earlier->weight && same_words(earlier, later, BYTES_TOLD) && alike_in_kind(earlier, later) && days_of(later->day) - days_of(earlier->day) <= DAYS_SAME)
        return (bg_alike){true, 1};
    if (!c.shared || contradict(earlier, later, &c) || apart(earlier, later, &c)) return none;
    unsigned least = earlier->weight < later->weight ? earlier->weight : later->weight;
    c.named += !c.heads && c.shared * 1000 / least >= COVER_PLAIN && same_places(earlier, later, &c);
    measure m = {.shared = c.shared, .cover = c.shared * 1000 / least, .overlap = c.shared * 1000 / (earlier->weight + later->weight - c.shared)};
    bool firm = firmly_linked(earlier, later, &c);
    m.linked = firm || (c.named ? m.cover >= COVER_NAMED || m.overlap >= OVERLAP_NAMED : plainly_linked(earlier, later, &m));
    if (!later->day) return undated(earlier, later, &m);
    bool told = told_again(earlier, later, &m);
    if (!told && (!m.linked || (!firm && m.overlap < OVERLAP_LEAST) || (is_told(earlier) && is_told(later)))) return none;
    return (bg_alike){told, 1 + (told ? 10 : 0) + (m.cover + m.overlap) / 200};
}

/* "15 tỷ USD vào năm 2020" and later "20 tỷ USD vào năm 2025": another amount, or another term. */
static bool replaces(const bg_entry *earlier, const bg_entry *later) {
    if (!(is_given(earlier) && is_given(later)) && !(is_asked(earlier) && is_asked(later))) return false;
    return differ(earlier, later, 'm') || taken_back(earlier, later) || (earlier->due && later->due && strcmp(earlier->due, later->due) < 0);
}

const char *bg_entry__step(const bg_entry *earlier, const bg_entry *later, bool told_twice) {
    if (told_twice) return "same";
    if (bg_string__equal(later->grade, "done") || bg_string__equal(later->grade, "signed")) return later->grade;
    if (bg_string__equal(later->grade, "under_way")) return "progress";
    bool binds = bg_string__equal(later->bound, earlier->bound) || bg_string__equal(later->bound, "both") || bg_string__equal(earlier->bound, "both");
    bool accepts = bg_string__equal(earlier->kind, "invitation") && is_given(later);
    if ((is_asked(earlier) && is_given(later) && binds) || accepts) return "answer";
    if (replaces(earlier, later)) return "replaces";
    if (bg_string__equal(later->kind, "agreement") && !bg_string__equal(earlier->kind, "agreement")) return "agreed";
    return "repeat";
}

static bool is_named_before(const bg_entry *entry, unsigned i) {
    for (unsigned k = 0; k < i; k++)
        if (bg_string__equal(entry->keys[k].text, entry->keys[i].text)) return true;
    return false;
}

void bg_entry__reason(const bg_entry *earlier, const bg_entry *later, bg_buf *out) {
    const char *mark = "";
    bg_buf__text(out, "shared=");
    for (unsigned i = 0; i < later->key_count; i++) {
        if (later->keys[i].kind == 'f' || !find_key(earlier, &later->keys[i]) || is_named_before(later, i)) continue;
        bg_buf__print(out, "%s%s", mark, later->keys[i].text);
        mark = ",";
    }
    bg_buf__print(out, "; days=%d", days_of(later->day) - days_of(earlier->day));
}
