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
typedef struct bg_wanted { bg_said sets[BG_GATES]; } bg_wanted; /* the rarest first; none holds another */
static inline uint32_t bg_said__number(size_t place) { return BG_SAID_WORDS * 64 + (uint32_t)place % BG_SAID_MAX; }

/* A way in which a rule begins: what may follow its first word or mark then, see bg_third. */
typedef struct bg_beginning {
    bg_offer second, marked, third, behind;
    uint32_t rule, asks;
    uint32_t place; /* in the level */
    uint32_t at;    /* an instruction that it begins with so */
} bg_beginning;

/* The phrase trie while it grows; node 0 is the root, edge n leads to node n + 1. */
typedef struct bg_grown_edge { uint32_t node, syllable; } bg_grown_edge;
typedef struct bg_grown_node { uint32_t sense, more; } bg_grown_node;

typedef struct bg_builder {
    bg_arena *arena;
    bg_error *err;
    bg_buf *complain; /* may be NULL */
    bg_code code;     /* first failure */
    bool lines;       /* only what lines are asked for: see bg_compile__lines() */
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
    BG_VEC(bg_beginning) beginnings; /* of rules, in their order */
    uint32_t *asks; /* by class: bits of the levels that are asked of which it is made */
    BG_VEC(bg_wanted) wanted;  /* by rule */
    BG_VEC(uint64_t) gate_sets;
    BG_VEC(uint16_t) lets;
    bg_numbers rule_words; /* syllables of rules, in the order in which they come */
    uint32_t *word_places; /* by syllable: 1 + its place among these */
    uint8_t *word_elements; /* by place: its element of an offer */
    BG_VEC(bg_want) wants;     /* of rules; behind them those of single classes */
    uint8_t *want_elements;    /* by want: its element of an offer */
    BG_VEC(bg_variant) variants;
    BG_VEC(bg_site) sites;
    BG_VEC(bg_site_rule) site_rules;
    BG_VEC(bg_site_test) site_tests;
    BG_VEC(bg_first) firsts; /* (level, key, beginning) triples: start = beginning */
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
/* The question of a set. */
bg_way bg_build__way(bg_builder *b, const bg_offer *set);
/* Number of a want, made where it is new. */
size_t bg_build__want(bg_builder *b, bg_want want);
/* Its place among those of its class that have tests, BG_MEMOS at most. */
uint32_t bg_build__place(const bg_builder *b, size_t want);
/* compile_look.c: once all rules are read, what can be told of a sentence before a rule is run in it. */
void bg_build__look(bg_builder *b);
/*
 * compile_element.c: once all rules are read, number their words and choose an element for each word and want. Until then the number of a want
 * stands in programs in place of its element.
 */
void bg_build__elements(bg_builder *b);
/* Once variants and places are known: the gates of the levels. */
void bg_build__gates(bg_builder *b);
/* Once all rules are compiled: number the variants of marks, for senses, rules and classes. */
void bg_build__variants(bg_builder *b);
/* Cut the next line off *text (without its end); false at the end. */
bool bg_build__line(const char **text, const char *end, const char **line, size_t *size);

/* A source file of one kind into the tables; what is wrong with it is in the builder. */
void bg_build__lexicon(bg_builder *b, const bg_source_file *file);
void bg_build__sites(bg_builder *b, const bg_source_file *file);
void bg_build__grammar(bg_builder *b, const bg_source_file *file);

#endif
