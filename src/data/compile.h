/* compile: what the parts of the compiler share. Private to src/data. */
#ifndef BG_COMPILE_H
#define BG_COMPILE_H

#include "grammar.h"
#include "image.h"
#include "sites.h"


typedef BG_VEC(uint32_t) bg_numbers;

/* What a rule cannot do without: one of these elements and words. */
#define BG_SAID_MAX 4096u /* words beyond so many share numbers */
typedef struct bg_said {
    uint64_t set[BG_SAID_WORDS + BG_SAID_MAX / 64];
    unsigned weight; /* how common they are; 0 = no such set */
} bg_said;
static inline uint32_t bg_said__number(size_t place) { return BG_SAID_WORDS * 64 + (uint32_t)place % BG_SAID_MAX; }

/* The phrase trie while it grows; node 0 is the root, edge n leads to node n + 1. */
typedef struct bg_grown_edge { uint32_t node, syllable; } bg_grown_edge;
typedef struct bg_grown_node { uint32_t sense, more; } bg_grown_node;

typedef struct bg_builder {
    bg_arena *arena;
    bg_error *err;
    bg_buf *complain; /* may be NULL */
    bg_code code;     /* first failure */
    const char *file; /* being read */
    unsigned line;
    /* interned strings */
    bg_buf strings;
    uint32_t *string_slots;
    size_t string_room, string_count;
    BG_VEC(uint32_t) classes;
    BG_VEC(bg_slot) syllables; /* index = number - 1 */
    uint32_t *syllable_slots;
    size_t syllable_room;
    BG_VEC(bg_spelling) spellings; /* of syllables, as they stand in the sources */
    BG_VEC(bg_grown_edge) edges;
    uint32_t *edge_slots;
    size_t edge_room;
    BG_VEC(bg_grown_node) nodes;
    BG_VEC(bg_sense) senses; /* [0] unused */
    BG_VEC(bg_pair) pairs;
    BG_VEC(bg_level) levels;
    BG_VEC(bg_rule) rules;
    BG_VEC(uint32_t) code_words;
    BG_VEC(uint32_t) tests;
    BG_VEC(bg_example) examples;
    BG_VEC(bg_offer) sets;     /* of ways; [0] belongs to none */
    BG_VEC(bg_need) needs;
    BG_VEC(bg_offer) seconds;  /* by rule: what may stand right behind its first word or mark */
    BG_VEC(bg_offer) thirds;   /* by rule two, see bg_third */
    BG_VEC(bg_said) said;      /* by rule */
    BG_VEC(uint64_t) gate_sets;
    BG_VEC(uint16_t) lets;
    bg_numbers rule_words; /* syllables of rules, in the order of their elements of an offer */
    BG_VEC(bg_want) wants;     /* of rules, in the order of their elements; behind them those of single classes */
    BG_VEC(bg_variant) variants;
    BG_VEC(bg_site) sites;
    BG_VEC(bg_site_rule) site_rules;
    BG_VEC(bg_site_test) site_tests;
    BG_VEC(bg_first) firsts; /* (level, key, rule) triples: start = rule */
} bg_builder;

/* Note a failure at the line being read; the first one wins. */
void bg_build__fail(bg_builder *b, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* Append to the complaints. */
void bg_build__complain(bg_builder *b, const char *format, ...) __attribute__((format(printf, 2, 3)));
uint32_t bg_build__string(bg_builder *b, const char *text, size_t size);
uint32_t bg_build__syllable(bg_builder *b, const char *word, size_t size);
void bg_build__no_memory(bg_builder *b);
/* compile_spelling.c: note that a syllable is spelled so. */
void bg_build__spell(bg_builder *b, uint32_t syllable, const char *word, size_t size);
/* The table of all spellings, of `room` slots; NULL: out of memory. */
bg_spelling *bg_build__spellings(bg_builder *b, size_t *room);
uint32_t bg_build__class(bg_builder *b, const char *name, size_t size);
uint32_t bg_build__step(bg_builder *b, uint32_t node, uint32_t syllable); /* makes the node */
/* The element of an offer that the n-th word of the rules is. */
static inline unsigned bg_build__word_element(size_t n) { return OFFER_WORD + (unsigned)(n % OFFER_WORDS); }
/* Of a want: those beyond the room for elements of their own share the last ones. */
static inline unsigned bg_build__want_element(size_t n) {
    return n < OFFER_WANTS - OFFER_SHARED ? OFFER_WANT + (unsigned)n : OFFER_WANT_SHARED + (unsigned)(n % OFFER_SHARED);
}
/* The question of a set. */
bg_way bg_build__way(bg_builder *b, const bg_offer *set);
/* Number of a want, made where it is new. */
size_t bg_build__want(bg_builder *b, bg_want want);
/* Its place among those of its class that have tests, BG_MEMOS at most. */
uint32_t bg_build__place(const bg_builder *b, size_t want);
/* Once variants and places are known: the gates of the levels. */
void bg_build__gates(bg_builder *b);
/* Once all rules are compiled: number the variants of marks, for senses, rules and classes. */
void bg_build__variants(bg_builder *b);
/* Cut the next line off *text (without its end); false at the end. */
bool bg_build__line(const char **text, const char *end, const char **line, size_t *size);

void bg_build__lexicon(bg_builder *b, const bg_source_file *file);
void bg_build__sites(bg_builder *b, const bg_source_file *file);
void bg_build__grammar(bg_builder *b, const bg_source_file *file);

#endif
