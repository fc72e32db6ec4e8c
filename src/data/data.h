/*
 * data: the compiled knowledge. Lexicon files (data/vi/lexicon/ *.txt) and grammar files (data/vi/grammar/ *.rules) are
 * turned into one position-independent image of flat number arrays and a string pool. The build embeds the image and
 * the (deflated) sources; an overlay recompiles the sources with the user's files on top. docs/data.md has the notation.
 */
#ifndef BG_DATA_H
#define BG_DATA_H

#include "../base/base.h"
#include "classes.h"
#include "keys.h"

/* ---- the lexicon: phrases of syllables → senses */

/* One sense of a phrase: its class, its value and attributes. Strings live as long as the data. */
typedef struct bg_sense {
    uint16_t klass;      /* class number, see bg_data__class() */
    uint16_t capitals;   /* bit i: the i-th syllable must begin with a capital letter */
    uint32_t value;      /* string: second column */
    uint32_t phrase;     /* string: the phrase as written in the lexicon */
    uint32_t pairs;      /* first attribute, see bg_sense__attribute() */
    uint16_t pair_count;
    uint16_t variant;    /* of its marks: see bg_variant */
    uint32_t next;       /* next sense of the same phrase, 0 = none */
    uint32_t line;       /* line in its file, for messages */
    uint32_t file;       /* string: file name */
} bg_sense;

/* A string of the pool by its number; it lives as long as the data. */
const char *bg_data__string(const bg_data *data, uint32_t string);
/* Number of a class ("COUNTRY") or 0 if no file defines it. Class numbers start at 1. */
unsigned bg_data__class(const bg_data *data, const char *name);
/*
 * Make the tables that texts are read with, 1.6 MB, unless they are made: before the first text, since articles alone are found without them. Any thread
 * may ask. False: out of memory; it may be asked again.
 */
bool bg_data__prepare(const bg_data *data);

/* Classes by their numbers, 1 … count. */
const char *bg_data__class_name(const bg_data *data, unsigned klass);
bool bg_data__class_nested(const bg_data *data, unsigned klass); /* keeps entries inside longer ones */
unsigned bg_data__class_count(const bg_data *data);

uint32_t bg_data__sense_count(const bg_data *data); /* senses are numbered 1 … count */
const bg_sense *bg_data__sense(const bg_data *data, uint32_t sense);
/* Value of one attribute, NULL if absent. The key is the number of its string: KEY_…, or by bg_data__intern(). */
const char *bg_sense__attribute(const bg_data *data, const bg_sense *sense, uint32_t key);

/* Syllable number of a key made by bg_syllable__key(), 0 if no phrase and no rule uses it. */
uint32_t bg_data__syllable(const bg_data *data, const char *key, size_t size);
/* Walk the phrase trie: node 0 is the root; returns the node behind `node` by `syllable`, or 0 if there is none. */
uint32_t bg_data__step(const bg_data *data, uint32_t node, uint32_t syllable);
/* First sense of the phrase that ends in `node`, 0 if none. */
uint32_t bg_data__node_sense(const bg_data *data, uint32_t node);
/* First sense of class `klass` whose phrase is exactly these words (any case), 0 if none. */
uint32_t bg_data__find(const bg_data *data, unsigned klass, const char *phrase, size_t size);

/* Version of the program and hash of the sources of the knowledge, as a text in the arena; NULL: out of memory. */
const char *bg_data__reader(const bg_data *data, bg_arena *arena);

/* Check lexicon and grammar of `overlay_dir` (NULL: the compiled ones) and append complaints, a line each. */
bg_code bg_data__check(const char *overlay_dir, bg_buf *complaints, bg_error *err);

#endif
