/*
 * image: the layout of the compiled knowledge. One block of 32-bit numbers: a header of sections, then the sections.
 * Strings are offsets into the string section and interned, so equal strings have equal offsets.
 */
#ifndef BG_IMAGE_H
#define BG_IMAGE_H

#include "grammar.h"

#include <stdatomic.h>
#include <threads.h>

#define CLASS_NESTED 0x80000000u
#define IMAGE_MAGIC 0x42474941u /* "BGIA" */

/* ORDER sections: bg_image header, compile.c:write_image(), image.c */
enum {
    SEC_STRINGS,   /* bytes */
    SEC_CLASSES,   /* u32 string | CLASS_NESTED, index = class number */
    SEC_SYLLABLES, /* bg_slot[]: open addressing, power of two */
    SEC_SPELLINGS, /* bg_spelling[]: open addressing, power of two */
    SEC_ROOTS,     /* bg_node by syllable: the phrases that begin with it */
    SEC_BEGINS,    /* u32 by syllable: a bit for each class below 32 of these phrases */
    SEC_EDGES,     /* bg_edge[]: open addressing, power of two */
    SEC_ENTRIES,   /* bg_entry[]: lists, one a node; [0] is the empty one */
    SEC_SENSES,    /* bg_sense[] */
    SEC_PAIRS,     /* bg_pair[] attributes of senses and of rules */
    SEC_LEVELS,    /* bg_level[] */
    SEC_RULES,     /* bg_rule[] */
    SEC_CODE,      /* u32 programs */
    SEC_TESTS,     /* u32 lists of values for class tests */
    SEC_FIRST,     /* bg_first[]: (level, what rules may begin with) → list of them */
    SEC_LISTS,     /* u64: a bg_opening after the other; [0] belongs to none */
    SEC_PLACES,    /* u32 rules by level and place in it */
    SEC_SECONDS,   /* bg_way by level and place: what may stand right behind the rule's first word or mark, if it begins so */
    SEC_THIRDS,    /* bg_third by level and place */
    SEC_EXAMPLES,  /* bg_example[] */
    SEC_SETS,      /* bg_offer[] of ways; [0] belongs to none */
    SEC_NEEDS,     /* bg_need[] of rules */
    SEC_WORDS,     /* u8 by syllable: its element of an offer */
    SEC_SAID,      /* u16 by syllable: its number in what a sentence says, 0 = no word of rules */
    SEC_GATES,     /* u64: sets, see bg_gate */
    SEC_LETS,      /* u16: see bg_gate */
    SEC_ELEMENTS,  /* u8 by class: its element of an offer */
    SEC_VARIANTS,  /* bg_variant[] */
    SEC_SITES,     /* bg_site[], sites.h */
    SEC_SITE_RULES, /* bg_site_rule[] */
    SEC_SITE_TESTS, /* bg_site_test[] */
    SEC_COUNT
};

typedef struct bg_section {
    uint32_t offset, count; /* in bytes from the start; items */
} bg_section;

typedef struct bg_image {
    uint32_t magic, size; /* bytes in all */
    uint64_t hash;        /* of the sources */
    bg_section sections[SEC_COUNT];
} bg_image;

typedef struct bg_slot {
    uint64_t head, tail; /* the key's first sixteen bytes, zeros behind it: a bg_short, if it is one */
    uint32_t string, length, syllable;
    uint32_t spare;
} bg_slot;

/* Fill head, tail and length of a slot: all of a key that has no more than sixteen bytes. */
static inline void bg_slot__set(bg_slot *slot, const char *key, size_t size) {
    slot->head = size < 8 ? bg_hash__few(key, size) : bg_hash__eight(key);
    slot->tail = size <= 8 ? 0 : size < 16 ? bg_hash__few(key + 8, size - 8) : bg_hash__eight(key + 8);
    slot->length = (uint32_t)size;
}
/*
 * A short word as it may stand in a text: a key, or another spelling of one. So that nearly every word of a text is found by its
 * bytes alone. `syllable` 0 = free.
 */
typedef struct bg_spelling { uint64_t head, tail; uint32_t syllable; uint16_t flags, mix; } bg_spelling; /* mix: of the key */
enum { BG_SPELLED_CAPITAL = 1, BG_SPELLED_UPPER = 2 }; /* flags: as in bg_word */
/* Where it is looked for first among 2 to the power of (64 - shift) slots. */
static inline uint32_t bg_spelling__place(uint64_t head, uint64_t tail, unsigned shift) {
    return (uint32_t)((head + tail * 2) * 0x9E3779B97F4A7C15u >> shift);
}
static inline unsigned bg_spelling__shift(size_t slots) { return 64 - (unsigned)__builtin_ctzll(slots); }
static inline uint32_t bg_slot__hash(uint64_t head, uint64_t tail) {
    return (uint32_t)((head + tail * 0xFF51AFD7ED558CCDu) * 0x9E3779B97F4A7C15u >> 32);
}
/* Where it is looked for first among so many slots: the highest bits of a product tell best. */
static inline uint32_t bg_slot__place(uint64_t head, uint64_t tail, uint32_t slots) {
    return (uint32_t)((uint64_t)bg_slot__hash(head, tail) * slots >> 32);
}
/*
 * What marking a phrase needs of a sense; sense 0 ends a list. In the order of bg_sense.next. `same`, in bg_data.form_marks: how far
 * before it the last one of its class stands, 0 = none.
 */
typedef struct bg_entry {
    union {
        struct { uint32_t sense; uint16_t klass, variant; };
        uint64_t what; /* all three, to be copied at once */
    };
    uint16_t capitals, same;
} bg_entry;
/*
 * A node of the phrase trie: the senses of the phrase that ends there, and `more`, the bit of every syllable that goes on
 * from it, so that most misses cost no look. Its number is that of its slot in SEC_EDGES; behind those come the nodes that
 * SEC_ROOTS has.
 */
typedef struct bg_node { uint32_t entries, more; } bg_node;
typedef struct bg_edge { uint64_t key; bg_node to; } bg_edge; /* key 0 = free */
static inline uint64_t bg_edge__key(uint32_t from, uint32_t syllable) { return (uint64_t)from << 32 | syllable; }
/* Where it is looked for first among so many slots: the highest bits of a product tell best. */
static inline uint32_t bg_edge__place(uint64_t key, uint32_t slots) { return (uint32_t)((key * 0x9E3779B97F4A7C15u >> 32) * slots >> 32); }
static inline bool bg_node__is(const bg_node *node) { return node->entries | node->more; } /* no phrase goes through others */
static inline uint32_t bg_node__bit(uint32_t syllable) { return 1u << (syllable * 0x9E3779B1u >> 27); }
typedef struct bg_first { uint32_t level, key, start, spare; } bg_first; /* start: of its bg_opening in SEC_LISTS */

#define SIGN_KEYS 64u /* signs share them by their lowest bits */

/* Keys of SEC_FIRST: what a rule may begin with. */
#define FIRST_WORD(syllable) (syllable)
#define FIRST_MARK(variant) (0x40000000u | (variant)) /* while rules are compiled: a want */
#define FIRST_PUNCT(c) (0x20000000u | (c) % SIGN_KEYS)
#define FIRST_NUMBER 0x10000000u
#define FIRST_ANY 0x10000001u
#define FIRST_START 32u /* added to the level: rules that may begin so where a sentence begins, all others among them */

/* What a mark of a variant adds to its token. */
typedef struct bg_mark_start {
    bg_offer offer;   /* its elements, and what levels that are asked might make there */
    uint32_t klass;
    uint32_t element; /* of the class */
    uint32_t levels;  /* a bit for each of whose rules one may begin with it */
    uint16_t hides;   /* the class that it hides (NOTSAY → SAY), 0 = none */
    bool nested;      /* keeps entries inside longer ones */
    bool special;     /* either of these */
} bg_mark_start;

/* How a word is written, as far as its marks hang on that: some want a capital, others are no part of a name. */
enum { BG_WAY_SMALL, BG_WAY_CAPITAL, BG_WAY_IN_NAME, BG_WAYS };

/* What a token is by itself: a word written one way, a sign, a number. */
typedef struct bg_form {
    bg_offer offer;  /* all that it offers, its marks included */
    uint32_t levels; /* a bit for each level of whose rules one may begin with it */
    uint32_t marks;  /* in form_marks, where the first one is */
    uint16_t count;  /* of marks */
    bool hides;      /* one of them hides other classes */
    bool twice;      /* two are of one class */
} bg_form;
/* Forms of words that nothing is known of come first, one a way; then these. */
enum { BG_FORM_NUMBER = BG_WAYS, BG_FORM_SIGN };

/* What stands at a syllable: its forms, and the phrases that begin with it. */
typedef struct bg_word_start {
    uint32_t forms[BG_WAYS];
    uint32_t more;   /* as in bg_node */
    uint32_t levels; /* a bit for each of whose rules one may begin with the word */
    uint32_t said;   /* as in SEC_SAID */
} bg_word_start;

/* What rules of a level may begin with: where the bg_opening begins in SEC_LISTS, 0 = there are none. */
typedef struct bg_openings {
    const uint32_t *by_mark; /* by variant */
    const uint32_t *by_word; /* by bg_data.word_keys */
    uint32_t by_sign[SIGN_KEYS];
    uint32_t by_number, by_any;
    uint32_t asked; /* bits of the levels that are asked of which a mark is among by_mark */
} bg_openings;

/* A level that is BG_LEVEL_ASKED. */
typedef struct bg_asked {
    uint32_t number, bit; /* of the level */
    bg_offer makes;       /* what its marks offer, */
    bg_offer own;         /* of that, what no others do */
    uint32_t levels;      /* those of whose rules one may begin with such a mark */
    uint16_t *variants;   /* of its marks, behind them 0 */
} bg_asked;
#define BG_ASKED_MAX 4u

struct bg_data {
    const bg_image *image;
    void *owned; /* the image when it was compiled at run time, else NULL */
    struct bg_data *lines; /* the image of what lines are asked for; NULL: it is this one */
    const char *strings; /* these and the next ones stand in the image */
    const bg_sense *senses;
    const bg_pair *pairs;
    const bg_rule *rules;
    const bg_slot *slots;
    uint32_t slot_count;
    const bg_spelling *spellings;
    uint32_t spelling_mask, spelling_shift;
    uint32_t syllables, class_room, class_mask;
    mtx_t lock;            /* while the tables are made */
    atomic_bool ready;     /* they are: from here to the end, see bg_data__prepare() */
    uint16_t *class_slots; /* class numbers by the hash of their names: open addressing, class_mask + 1 of them */
    bg_openings *openings; /* level * 2, + 1 where a sentence begins; see bg_data__openings() */
    uint32_t *lists;       /* of all openings: for each their by_mark, then by_word */
    uint16_t *word_keys;   /* by syllable: a number for those that rules begin with, else 0 */
    uint32_t word_room;    /* more than all of these */
    uint32_t variant_room;
    uint32_t said_words;   /* numbers of eight bytes of what a sentence says */
    /* bit l set when a rule of level l may begin with it */
    uint32_t *mark_levels, sign_levels[SIGN_KEYS], number_levels, any_levels, start_levels;
    bg_asked asked[BG_ASKED_MAX];
    uint32_t asked_count, asked_bits; /* all their bits */
    uint8_t *asks;         /* by class: 1 + the place in `asked` of the level that makes its marks, 0 = none */
    bg_mark_start *starts; /* by variant */
    bg_word_start *words;  /* by syllable */
    bg_form *forms;
    bg_entry *form_marks;
    uint32_t form_count, form_mark_count;
};

/* Let `data` (zeroed, `owned` perhaps set) read `image`. Freed, with `owned`, by bg_data__detach(). */
bg_code bg_data__attach(bg_data *data, const bg_image *image, bg_error *err);
void bg_data__detach(bg_data *data);
bool bg_data__make_forms(bg_data *data); /* form.c; false: out of memory */

/* What levels that are asked might make at a token of whose rules some begin there, and levels in turn of whose rules some begin with that. */
static inline void bg_data__add_asked(const bg_data *data, bg_offer *offer, uint32_t *levels) {
    uint32_t bits = *levels & data->asked_bits;
    for (const bg_asked *a = data->asked; bits; bits &= ~a->bit, a++) {
        if (!(bits & a->bit)) continue;
        *levels |= a->levels;
        *offer = bg_offer__sum(offer, &a->makes);
    }
}

/* What lines of a page are asked for, with sense numbers of its own. */
static inline const bg_data *bg_data__lines(const bg_data *data) { return data->lines ? data->lines : data; }

static inline const void *bg_image__at(const bg_data *data, unsigned section) {
    return (const char *)data->image + data->image->sections[section].offset;
}
/* Where a pair of numbers stands in SEC_EDGES. */
static inline uint64_t bg_image__pair_hash(uint32_t a, uint32_t b) {
    uint64_t h = ((uint64_t)a << 32 | b) * 0x9E3779B97F4A7C15u;
    return h ^ h >> 32;
}
static inline uint32_t bg_image__count(const bg_data *data, unsigned section) {
    return data->image->sections[section].count;
}

static inline const bg_openings *bg_data__openings(const bg_data *data, uint32_t level, bool at_start) { return &data->openings[level * 2 + at_start]; }

/* Node behind `node` (not the root) by `syllable`, 0 if there is none. `count`: of edges. */
static inline uint32_t bg_image__step(const bg_edge *edges, uint32_t count, uint32_t node, uint32_t syllable) {
    uint64_t key = bg_edge__key(node, syllable);
    for (uint32_t i = bg_edge__place(key, count);; i = (i + 1) & (count - 1)) {
        if (edges[i].key == key) return i;
        if (!edges[i].key) return 0;
    }
}

/* The senses of the phrase that ends in a node. */
static inline const bg_entry *bg_image__entries(const bg_data *data, uint32_t node) {
    const bg_edge *edges = bg_image__at(data, SEC_EDGES);
    const bg_node *roots = bg_image__at(data, SEC_ROOTS);
    uint32_t count = bg_image__count(data, SEC_EDGES);
    return (const bg_entry *)bg_image__at(data, SEC_ENTRIES) + (node < count ? edges[node].to : roots[node - count]).entries;
}
static inline uint32_t bg_image__begins(const bg_data *data, uint32_t syllable) {
    return ((const uint32_t *)bg_image__at(data, SEC_BEGINS))[syllable];
}

/* What is known of a short word by its bytes, NULL if that is nothing. */
static inline const bg_spelling *bg_image__spelling(const bg_data *data, const bg_short *word) {
    for (uint32_t i = bg_spelling__place(word->head, word->tail, data->spelling_shift);; i = (i + 1) & data->spelling_mask) {
        const bg_spelling *s = &data->spellings[i];
        if (s->head == word->head && s->tail == word->tail) return s; /* no word is empty, as free slots are */
        if (!s->syllable) return NULL;
    }
}

/* A word that is known as it stands. */
typedef struct bg_known {
    size_t start, end;
    uint32_t syllable;   /* 0: no phrase and no rule uses it, however it is spelled */
    uint16_t flags, mix; /* as in bg_spelling; of one with a syllable */
} bg_known;

/*
 * Read the known word at `start` that ends by `end`; BG_SHORT_READ bytes may be looked at. False: what stands there is to be read by
 * bg_word__next(). Spellings are whole words of letters, so that what is found needs no closer look; but a digit behind it may belong
 * to the word. Words of plain letters have no other spellings than those that are in the table.
 */
static inline bool bg_known__here(const bg_data *data, const char *bytes, size_t start, size_t end, const char *from, bg_known *out) {
    bg_short word;
    if (!bg_short__read(from, &word)) return false;
    out->start = start;
    out->end = start + word.size;
    if (out->end > end || (out->end < end && (unsigned char)(bytes[out->end] - '0') < 10)) return false;
    const bg_spelling *found = bg_image__spelling(data, &word);
    if (found) return out->syllable = found->syllable, out->flags = found->flags, out->mix = found->mix, true;
    out->syllable = 0;
    out->flags = (word.head & 0x20) ? 0 : BG_SPELLED_CAPITAL;
    return bg_short__is_plain(&word);
}

/* The same at `at`, or behind one blank there; nothing behind `end` may be looked at. */
static inline bool bg_known__read(const bg_data *data, const char *bytes, size_t at, size_t end, bg_known *out) {
    char rest[BG_SHORT_READ] = {0};
    size_t start = at + (at < end && bytes[at] == ' ');
    if (end - start >= BG_SHORT_READ) return bg_known__here(data, bytes, start, end, bytes + start, out);
    return bg_known__here(data, bytes, start, end, memcpy(rest, bytes + start, end - start), out);
}

/* ---- sources: the files the image is made from */
typedef struct bg_source_file {
    char *name; /* "lexicon/countries.txt" */
    char *text;
    size_t size;
} bg_source_file;

typedef struct bg_sources {
    bg_source_file *files;
    size_t count, room;
} bg_sources;

/* Add the *.txt of DIR/lexicon and DIR/sites and the *.rules of DIR/grammar in name order. Owned by `sources`. */
bg_code bg_sources__read_dir(bg_sources *sources, const char *dir, bg_error *err);
bg_code bg_sources__add(bg_sources *sources, const char *name, const char *text, size_t size, bg_error *err);
void bg_sources__free(bg_sources *sources);

/*
 * Compile sources into an image. Later files win over earlier ones where phrase and class agree.
 * `complain`, if not NULL, receives every doubtful line ("file:line: message\n") for `lexicon check`.
 * *out is malloc'ed.
 */
bg_code bg_compile__image(const bg_sources *sources, bg_buf *complain, bg_image **out, bg_error *err);
/* The same of the classes that lines are asked for (BG_LINE_CLASSES) and of sites alone: what articles need, so little that it stays at hand. */
bg_code bg_compile__lines(const bg_sources *sources, bg_image **out, bg_error *err);

#endif
