/* voice: the state, or the body of states, that speaks as a page begins; what voice.c and the files that ask of it share. */
#ifndef BG_CLAIM_VOICE_H
#define BG_CLAIM_VOICE_H

#include "choose.h"

#define LEAD 4        /* sentences of the body in which the voice begins to speak, and names who speaks */
#define SOON 3        /* … in which another state is named */
#define AT_ONCE 2     /* … in which whoever speaks may be the news though the title does not say so */
#define REACH 8       /* … in which sayings are counted */

typedef struct bg_voice {
    const char *state;
    const bg_saying *first, *named; /* first saying in the lead; first of somebody with a name */
    bg_contact *titled;             /* the title in which the state speaks out */
    unsigned at, count;
    bool speaks;  /* the title says that the state speaks */
    bool leads;   /* a leader or a minister speaks at once, of what the title tells of two states */
    bool acts;    /* the state opens the title, which names another, and speaks at once, and most */
    bool foreign; /* a foreign ministry, its minister, envoy or spokesperson speaks */
    bg_contact *met; /* the contact with others at which he speaks, which the opening tells */
    bool abroad;  /* the opening names another state too */
    int score;
} bg_voice;

/* ---- voice.c, overrides.c: for each other */
/* Is the voice the news beside the contact? What its title tells is, unless the opening tells what the speaker did with others. */
bool bg_voice__overrides(const bg_claims *c, const bg_voice *v, const bg_contact *best);
/* Does what he did with others keep his words from being the news? */
bool bg_voice__is_kept(const bg_claims *c, const bg_voice *v, const bg_contact *best);
/* "Tại buổi tiếp …", "… khi hội đàm với B": where, or when, somebody speaks. */
bool bg_contact__is_frame(const bg_claims *c, const bg_contact *contact);
/* Is the contact told only within what the voice says? */
bool bg_voice__has_content(const bg_claims *c, const bg_voice *v, const bg_contact *best);
/* "A: …" in the title. */
bool bg_voice__is_quoted_title(const bg_voice *v);
/* "A bác tin …" in the title: what is denied was not done. */
bool bg_voice__denies(const bg_claims *c, const bg_voice *v);
/* The state for which it is said; NULL: none. */
const char *bg_saying__state(const bg_claims *c, const bg_saying *s);
/* The sentence of the body in which the saying stands; REACH if outside. */
unsigned bg_saying__place(const bg_claims *c, const bg_saying *s);
/* "A nói với B …", below the lead: part of what A declares. */
bool bg_contact__is_quoted(const bg_claims *c, const bg_contact *contact);

#endif
