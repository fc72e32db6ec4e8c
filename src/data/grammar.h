/*
 * grammar: compiled rules. A rule is a pattern over words and marks, run by src/text/match.c. Notation: docs/data.md.
 */
#ifndef BG_GRAMMAR_H
#define BG_GRAMMAR_H

#include "data.h"

/*
 * A set of what may stand at a place: what rules want of marks, kinds of tokens, words and signs of rules. A token offers one;
 * each fork of a program has one for either way. No element in common: that way fails at once. Several words share an element,
 * and so may wants where there are very many; so sets that meet promise nothing.
 */
typedef struct bg_offer { uint64_t bits[4]; } bg_offer;

enum {
    OFFER_ALL,    /* in what every place offers: that way may go on without a look at the token */
    OFFER_END,    /* end of the sentence */
    OFFER_LOW,    /* kinds of tokens */
    OFFER_CAP,
    OFFER_UPPER,
    OFFER_NUMBER,
    OFFER_PUNCT,
    OFFER_NONE,   /* in no set: a word that no rule has */
    OFFER_WANT,   /* the first of OFFER_WANTS: a mark of a class that passes certain tests, see bg_want */
    OFFER_WORD = 192 /* the first of OFFER_WORDS: words and signs */
};
#define OFFER_WANTS (OFFER_WORD - OFFER_WANT)
#define OFFER_SHARED 32u /* of them, the last ones: rarer wants take turns */
#define OFFER_WANT_SHARED (OFFER_WORD - OFFER_SHARED)
#define OFFER_WORDS 64u
_Static_assert(OFFER_WORD + OFFER_WORDS == 8 * sizeof(bg_offer), "the elements fill the set");
_Static_assert(OFFER_WORD == 192, "words and signs are the last quarter of a set");

static inline unsigned bg_offer__sign(uint32_t c) { return OFFER_WORD + c % OFFER_WORDS; }
/* Of a word's element, the last quarter of the set; a word that no rule has is in none. */
static inline uint64_t bg_offer__of_word(unsigned element) { return element < OFFER_WORD ? 0 : (uint64_t)1 << (element - OFFER_WORD); }
static inline void bg_offer__add(bg_offer *o, unsigned element) { o->bits[element / 64] |= (uint64_t)1 << element % 64; }
static inline bool bg_offer__has(const bg_offer *o, unsigned element) { return o->bits[element / 64] >> element % 64 & 1; }
static inline bg_offer bg_offer__sum(const bg_offer *a, const bg_offer *b) {
    return (bg_offer){{a->bits[0] | b->bits[0], a->bits[1] | b->bits[1], a->bits[2] | b->bits[2], a->bits[3] | b->bits[3]}};
}
static inline bool bg_offer__holds(const bg_offer *all, const bg_offer *part) {
    return ((part->bits[0] & ~all->bits[0]) | (part->bits[1] & ~all->bits[1]) | (part->bits[2] & ~all->bits[2]) | (part->bits[3] & ~all->bits[3])) == 0;
}
static inline bool bg_offer__meets(const bg_offer *a, const bg_offer *b) {
    return ((a->bits[0] & b->bits[0]) | (a->bits[1] & b->bits[1]) | (a->bits[2] & b->bits[2]) | (a->bits[3] & b->bits[3])) != 0;
}

/*
 * A set as a question that is cheap to ask of an offer: mostly all its elements stand in one of the words; `rest`, if not 0, is the number of
 * the whole set in SEC_SETS, to be asked when these are not met.
 */
typedef struct bg_way {
    uint64_t bits;
    uint32_t word, rest;
} bg_way;

static inline bool bg_way__is_open(const bg_way *way, const bg_offer *offer, const bg_offer *sets) {
    return offer->bits[way->word] & way->bits || (way->rest && bg_offer__meets(sets + way->rest, offer));
}

/* What the end of a sentence offers. */
static const bg_offer bg_offer__end = {{1u << OFFER_ALL | 1u << OFFER_END}};

/* An attribute: key and value, both interned strings. For a rule's `make`, capture > 0 takes the value from there. */
typedef struct bg_pair {
    uint32_t key, value;
    uint32_t capture;     /* 1 + slot number; 0 = constant */
    uint32_t capture_key; /* attribute of the captured mark; 0 = its value */
} bg_pair;

#define BG_KEY_BUCKETS 32u
static inline uint32_t bg_key__bucket(uint32_t key) { return key * 0x9E3779B1u >> 27; }

#define BG_LEVEL_ALL 1u   /* every match stands; otherwise longest, then first, without overlap */
#define BG_LEVEL_ASKED 2u /* the same, but its marks are made only at tokens where rules of other levels ask for them */

/*
 * What a sentence says: a set of the elements that its tokens offer and, numbered behind them, of the words of rules in it. Most rules cannot
 * do without one of a few of these, many not without one of a few others either: they are not looked for in a sentence that says none. A gate of a
 * level: what lets rules in, and the rules that need nothing, behind them for each element and word in turn the rules it lets in; which of these sets it is
 * stands in SEC_LETS. A rule must pass all gates of its level, one for each of its sets, the rarest first.
 */
#define BG_GATES 2u
#define BG_SAID_WORDS (sizeof(bg_offer) / sizeof(uint64_t)) /* where the words begin */
typedef struct bg_gate {
    uint32_t said;  /* in SEC_GATES: the set, bg_data.said_words numbers of eight bytes; outside [first, end) it is empty */
    uint32_t first, end;
    uint32_t rules; /* in SEC_GATES: sets of bg_level__words() */
    uint32_t lets;  /* in SEC_LETS, by element and number */
} bg_gate;

/*
 * The rules of a level have places, in the order of the grammar: one for each way to begin, as far as what follows differs. SEC_PLACES,
 * SEC_SECONDS and SEC_THIRDS have them from `first` on.
 */
typedef struct bg_level {
    uint32_t name, flags;
    uint32_t first, count; /* of places */
    bg_gate gates[BG_GATES]; /* `end` 0: rules pass it, and those behind it */
} bg_level;

/*
 * What may be second in a rule that begins some way, so far as it is a mark that is there or anything; what may be third behind a second of
 * one token; and behind a second that is a mark of a level that is asked: such levels, a bit for each.
 */
typedef struct bg_third {
    bg_way marked, third, behind;
    uint32_t asks, spare;
} bg_third;

#define BG_PLACES_MAX 1024u /* of a level */
#define BG_PLACE_WORDS (BG_PLACES_MAX / 64)
/* Words of a set of a level's places, a bit for each. */
static inline uint32_t bg_level__words(const bg_level *level) { return (level->count + 63) / 64; }

/* What a rule wants of a mark: a class and tests on its value and attributes; `count` 0: any mark of the class. */
typedef struct bg_want {
    uint32_t klass;
    uint32_t count, first; /* tests in SEC_TESTS: how many, where the first begins */
} bg_want;

/*
 * Marks that rules cannot tell apart: of one class, for the same wants. Variant k, k a class, is any mark of the class, of which
 * nothing is known before its tests are run.
 */
typedef struct bg_variant {
    bg_offer offer; /* the elements of the wants that its marks meet; of those of a rule, may meet */
    uint32_t klass, spare;
} bg_variant;

/* Instructions: op, capture and argument in one word (bg_code__op()), some have further words. ORDER ops: match.c, compile_rule.c */
enum {
    OP_MATCH,  /* done */
    OP_WORD,   /* [syllable]: arg 1 = must begin with a capital */
    OP_CLASS,  /* arg = class; [want]: see bg_code__want(); then index into SEC_TESTS */
    OP_NUMBER, /* [lo][hi] */
    OP_PUNCT,  /* arg = code point */
    OP_KIND,   /* arg = BG_KIND_… of the token */
    OP_START,  /* sentence start */
    OP_END,    /* sentence end */
    OP_SPLIT,  /* [first][second]: offsets to try in turn, then the ways of both */
    OP_JUMP,   /* [to] */
    OP_SAVE,   /* arg = slot * 2 + (0 begin, 1 end) */
    OP_GAP,    /* arg = most tokens; [flags] BG_GAP_…, way of what follows */
    OP_ONE_OF, /* [size] of it, [place] behind the last class or kind among the instructions that follow the way of all: each
                  eats one token or mark, the first that fits is taken */
    OP_NOT     /* [to], way of the code: fails if the code between here and `to` (ends in OP_MATCH) matches; goes on at `to` */
};

/*
 * A way in a program: two words of the set, the first with the most elements, and their bits; `rest` as in bg_way, for what stands in
 * others. Words of instructions that have ways.
 */
#define WAY_SIZE 5u
#define SPLIT_SIZE (3u + 2 * WAY_SIZE)
#define GAP_SIZE (2u + WAY_SIZE)
#define NOT_SIZE (2u + WAY_SIZE)
#define ONE_OF_HEAD (3u + WAY_SIZE)

/* Where a word of a program leads that holds a distance. */
static inline const uint32_t *bg_code__to(const uint32_t *word) { return word + (int32_t)*word; }
static inline uint32_t bg_code__way(uint32_t first, uint32_t second, uint32_t rest) { return first | second << 2 | rest << 4; }
static inline uint64_t bg_code__bits(const uint32_t *code) {
    uint64_t bits;
    memcpy(&bits, code, sizeof bits);
    return bits;
}
static inline bool bg_code__opens(const uint32_t *code, const bg_offer *offer, const bg_offer *sets) {
    if (offer->bits[code[0] & 3] & bg_code__bits(code + 1) || offer->bits[code[0] >> 2 & 3] & bg_code__bits(code + 3)) return true;
    return code[0] >> 4 && bg_offer__meets(sets + (code[0] >> 4), offer);
}

/*
 * The first word of an instruction: op, then the slot that captures what an instruction eats (0: none; OP_SAVE is for captures of more),
 * then the argument.
 */
static inline uint32_t bg_code__op(uint32_t word) { return word & 15; }
static inline uint32_t bg_code__slot(uint32_t word) { return word >> 4 & 15; }
static inline uint32_t bg_code__arg(uint32_t word) { return word >> 8; }
/*
 * The second word of an OP_CLASS: the element of its want, the want's place among those of the class that have tests (BG_MEMOS: beyond those
 * that a mark remembers), the number of tests.
 */
#define BG_MEMOS 16u
static inline uint32_t bg_code__want(uint32_t element, uint32_t place, uint32_t tests) { return element << 16 | place << 8 | tests; }
static inline uint32_t bg_code__element(uint32_t want) { return want >> 16; }
static inline uint32_t bg_code__place(uint32_t want) { return want >> 8 & 0xFF; }
static inline uint32_t bg_code__tests(uint32_t want) { return want & 0xFF; }
static inline uint32_t bg_code__with_slot(uint32_t word, uint32_t slot) { return word | slot << 4; }

enum { BG_KIND_ANY, BG_KIND_WORD, BG_KIND_CAP, BG_KIND_LOW, BG_KIND_UPPER, BG_KIND_PUNCT };
#define BG_GAP_COMMA 1u /* the gap may run over commas, colons and semicolons */

#define BG_SLOT_SPAN 0u /* slot 0 is what { } marks, else the whole match */
#define BG_SLOTS 12u /* fit in four bits */

/* Without what a rule cannot match: something of the set must stand behind its first token, or `here`: there or at that token. */
typedef struct bg_need {
    bg_way way;
    uint32_t here, spare;
} bg_need;

typedef struct bg_rule {
    uint32_t needs, need_count; /* in SEC_NEEDS */
    uint32_t at_start;  /* the rule's first token is the sentence's: a ^ on every way */
    uint32_t id;   /* string */
    uint32_t level;
    uint32_t find; /* line of its pattern, for messages */
    uint32_t make; /* class of the mark it makes */
    uint32_t variant; /* and its variant */
    uint32_t code, pairs, pair_count;
    uint8_t key_pairs[BG_KEY_BUCKETS]; /* by bucket of a key: 1 + the first pair whose key is of it, 0 = none */
    uint32_t slot_names[BG_SLOTS]; /* strings; [0] unused */
    uint32_t examples, example_count;
    uint32_t file, line;
} bg_rule;

typedef struct bg_example {
    uint32_t text;  /* string */
    uint32_t wanted;/* 1 = eg, 0 = not */
} bg_example;

/* One test on the attributes of a mark, in SEC_TESTS: key (0 = value), negated, number of values, values … */

unsigned bg_grammar__level(const bg_data *data, const char *name); /* number, or UINT_MAX */
const bg_level *bg_grammar__level_at(const bg_data *data, unsigned level);
uint32_t bg_grammar__rule_count(const bg_data *data);
const bg_rule *bg_grammar__rule(const bg_data *data, uint32_t rule);
const uint32_t *bg_grammar__code(const bg_data *data);
const uint32_t *bg_grammar__tests(const bg_data *data);
const bg_offer *bg_grammar__sets(const bg_data *data);
const bg_need *bg_grammar__needs(const bg_data *data);
const uint8_t *bg_grammar__class_elements(const bg_data *data); /* by class: the element of an offer that any mark of it is */
const bg_variant *bg_grammar__variants(const bg_data *data);
uint32_t bg_grammar__variant_count(const bg_data *data);
const uint8_t *bg_grammar__words(const bg_data *data); /* by syllable: its element of an offer, or OFFER_NONE */
const bg_pair *bg_data__pairs(const bg_data *data);
const bg_example *bg_grammar__examples(const bg_data *data);
/* The rules of a level that may begin with something, a set of places, and what may stand second in any of them. */
typedef struct bg_opening {
    bg_way second;
    uint64_t rules[]; /* bg_level__words() */
} bg_opening;
uint32_t bg_data__intern(const bg_data *data, const char *text); /* string number, 0 if nothing uses it */

#endif
