/*
 * alike: when are two entries of the ledger about the same matter? Pure functions over what the pages say.
 *
 * Entries have keys (bg_matter.keys), each with a weight: what has a name or a code of its own (k, n), a thing that is sorted (x) and a name (c) 3; the head of a kind of things (h: a
 * hospital, a visa waiver), a term (t), a place that everybody knows (p) 2; a pair of words, and what stands beside a head, 1; a thing that only names the head again (y), a field (z) and a count (u) nothing. Of two entries
 *   shared   is the weight of the keys in common,
 *   cover    shared in a thousand of the lighter one's weight: how much of it the other has,
 *   overlap  shared in a thousand of both together.
 * They contradict each other, and are never one matter, if they are two sessions (o, the 9th and the 10th); and, unless both name the same thing (k, n), if
 *   both have things of one sort, none of them the same or one a group of the other ("goods.fruit" and "goods.fruit.mango"); or things, names at most one, and no thing in common;
 *   both have a name that the other has not; both have heads, and none in common nor a thing;
 *   each binds another side.
 * So do two that are given if each binds another side; and two in nearly the same words of which one is not to be done (f), unless both are asked or both are given: then the later one takes the earlier back.
 * A head in common says nothing by itself: words beside it tell which one is meant. If both have such words, one must have all of the other's, or a thing beside the head is the same; if only one has,
 * they are apart. Where a name is the same, only other words than names tell them apart.
 * They are about one matter firmly if they share a thing or a name, the cover of keys of weight 2 and more is >= 500, and this is more than one thing or a field besides, or all that one of them is about.
 * Else if they share something named, or a head and words beside it, and cover >= 500 or overlap >= 300; without, if shared >= 5 (>= 2 where rare words are the same, no other count, and overlap >= 500), cover >= 600 and overlap >= 400, unless both have a thing, or end with a word,
 * that the other has not ("a film on weaving", "a film on miners"); never below an overlap of 200.
 * Of two deeds that are told neither follows the other: they are one, or nothing.
 * They are the same saying, told again, if besides they are of the same sort (asked, given, the rest by kind), bind the same side, no two different speakers are named, and
 *   they lie at most three days apart, and overlap >= 700; or >= 850 alone;
 *   or stand on two pages, at most a day apart, and overlap >= 500: two pages tell one contact;
 *   or the day of neither is known, and they are about one matter;
 *   or stand in the same words, 120 bytes or more, at most 200 days apart: a later page recalls it.
 */
#ifndef BG_ALIKE_H
#define BG_ALIKE_H

#include "rarity.h"

#define BG_ITEM_KEYS 24
#define BG_ITEM_YEARS 10 /* after which nothing is taken up again */

typedef struct bg_item_key {
    const char *text; /* behind the colon */
    char kind;
    bool near;        /* it tells which of a kind is meant, whose head (h) stands beside it */
    char sort;        /* of what it may be the same as: of things (x), of fields (z), of names of several words (c), of heads (h, H if near), of all else */
    unsigned weight;
} bg_item_key;

/* An entry as far as linking looks at it. */
typedef struct bg_entry {
    int64_t number;
    int day; /* YYYYMMDD, 0 unknown */
    const char *sides, *kind, *grade, *bound, *page;
    const char *due, *speaker, *content; /* NULL: no term; nobody by name */
    bg_item_key keys[BG_ITEM_KEYS];
    unsigned key_count, weight; /* … of all keys */
    bg_rare *rare; /* of the content, may be NULL */
} bg_entry;

/* Take "k:x t:y" apart; the text is cut at its blanks. */
void bg_entry__keys(bg_entry *entry, char *text);

typedef struct bg_alike {
    bool same;    /* the same saying */
    unsigned rank;/* the higher, the surer; 0: not about the same matter */
} bg_alike;

/* Are they one matter, the earlier one told before? Which of two is told before the other? */
bg_alike bg_entry__alike(const bg_entry *earlier, const bg_entry *later);
bool bg_entry__before(const bg_entry *a, const bg_entry *b);

/* What the later one is to the earlier: same answer agreed repeat replaces (another amount or term) signed progress done. */
const char *bg_entry__step(const bg_entry *earlier, const bg_entry *later, bool told_twice);
/* "cùng: k:visa_waiver t:hộ_chiếu; …" without words of a language: "shared=visa_waiver,hộ_chiếu_phổ_thông; cover=…; days=…". */
void bg_entry__reason(const bg_entry *earlier, const bg_entry *later, bg_buf *out);

#endif
