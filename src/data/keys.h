/*
 * keys: the keys of attributes and the names of captures that C asks for, as numbers. They are the first strings of the pool,
 * in this order, so that their numbers are known when C is compiled and a key is found by comparing numbers.
 */
#ifndef BG_KEYS_H
#define BG_KEYS_H

#include <stddef.h>

#define BG_KEYS(X) \
    X(VALUE, "value") X(KIND, "kind") X(TYPE, "type") X(FORM, "form") X(WEAK, "weak") X(COUNTRY, "country") X(ACT, "act") \
    X(ABROAD, "abroad") X(ALONE, "alone") X(ALSO, "also") X(APPOSED, "apposed") X(AT, "at") X(BARE, "bare") X(BESIDE, "beside") X(BODY, "body") X(BOTH, "both") X(BY, "by") \
    X(CANCELLED, "cancelled") X(CARRIES, "carries") X(CHANNEL, "channel") X(COMPANY, "company") X(CUT, "cut") X(DECLARES, "declares") X(DEED, "deed") X(DELEGATION, "delegation") X(FROM, "from") \
    X(GENERIC, "generic") X(HANDOVER, "handover") X(HISTORIC, "historic") X(HYPHEN, "hyphen") X(INWARD, "inward") X(ITS, "its") X(JOINT, "joint") X(KIN, "kin") \
    X(LEAVES, "leaves") X(LETTER, "letter") X(LIGHT, "light") X(LINK, "link") X(LIST, "list") X(LONE, "lone") X(MAX, "max") \
    X(METONYM, "metonym") X(MODE, "mode") X(MOURNED, "mourned") X(NAMED, "named") X(NATIONAL, "national") X(NESTED, "nested") \
    X(NEUTRAL, "neutral") X(NOMINAL, "nominal") X(NOUN, "noun") X(OBJECT, "object") X(OCCASION, "occasion") X(OFFICE, "office") X(ORPHAN, "orphan") X(PAIR, "pair") \
    X(LED, "led") X(PARTIAL, "partial") X(PAST, "past") X(PASSING, "passing") X(PERSONS, "persons") X(PRESS, "press") X(RANK, "rank") X(ROLE, "role") X(ROW, "row") X(SPEAKS, "speaks") \
    X(QUOTED, "quoted") \
    X(SAME, "same") X(SENDS, "sends") X(SERVES, "serves") X(SHIPS, "ships") X(STRENGTH, "strength") X(TEXT, "text") X(TO, "to") X(TOUR, "tour") \
    X(WATCHES, "watches") X(WELCOME, "welcome") X(SUMMIT, "summit") X(UNIT, "unit") X(REL, "rel") X(PART, "part") X(APART, "apart") \
    X(SIDES, "sides") X(SINGLE, "single") X(UNTIL, "until") X(INTO, "into") X(BEGINS, "since") \
    X(A, "a") X(B, "b") X(B2, "b2") X(C, "c") X(D, "d") X(D2, "d2") X(H, "h") X(K, "k") X(M, "m") X(M2, "m2") X(N, "n") \
    X(O, "o") X(P, "p") X(P2, "p2") X(P3, "p3") X(R, "r") X(S, "s") X(S2, "s2") X(T, "t") X(V, "v") X(W, "w") X(Y, "y") \
    X(Y2, "y2")

/* The beginning of the pool: the empty string, then the keys. A key's number is its offset. */
struct bg_key_pool {
    char none[1];
#define BG_KEY_ROOM(name, text) char name[sizeof(text)];
    BG_KEYS(BG_KEY_ROOM)
#undef BG_KEY_ROOM
};

enum {
#define BG_KEY_NUMBER(name, text) KEY_##name = offsetof(struct bg_key_pool, name),
    BG_KEYS(BG_KEY_NUMBER)
#undef BG_KEY_NUMBER
};

#endif
