/*
 * account: an event with all that grouping looks at and that its contact is written from, as its page tells it. Whoever stores the page has it at hand, made by the thread that read it;
 * of other events the tables give it (group.c).
 */
#ifndef BG_ACCOUNT_H
#define BG_ACCOUNT_H

#include "ids.h"
#include "merge.h"

/* An entity of a page: its name folded; of a person the form (form.h), 0 and NULL if there is none; its offices folded. May be NULL, all of them. */
typedef struct bg_named {
    const char *folded, *key, *office, *alias;
    int64_t form;
} bg_named;

typedef struct bg_account {
    bg_told told; /* its row is this account */
    const char *verb, *grade, *status, *mode, *channel, *place;
    const char *const *offices; /* of each principal */
    const char *const *roles;
    const int64_t *forms; /* of each principal, 0 unknown */
    const char *const *entities;
    const bg_principal *read; /* principals as the page has them; told.people as they stand */
    bool rejected, accepted;
    int64_t doubt;
    bool fresh; /* no contact was ever made of it */
    bool gone;  /* its page went or is read anew: the tables have to be asked */
    uint32_t in; /* the number of the gathering that it was last connected in */
    bool asked;  /* … for what follows */
    const char *witness; /* that its page is part of; the page itself if it shares its text with nobody */
    bool yearly;         /* its page names the anniversary of relations */
} bg_account;

/* Both in the arena, with pointers into the document; false: out of memory. */
bool bg_account__names(bg_arena *arena, const bg_doc *doc, bg_named **out);
bool bg_account__make(bg_arena *arena, const bg_doc *doc, const bg_ids *ids, const bg_named *names, size_t event, bg_account *out);
/* All of it copied into an arena. */
bool bg_account__copy(bg_arena *arena, const bg_account *from, bg_account *out);

/* Texts folded, as those are that the tables give: words without signs; in lower case alone, with the commas that part offices. NULL: out of memory, or of NULL. */
const char *bg_account__folded(bg_arena *arena, const char *text);
const char *bg_account__lower(bg_arena *arena, const char *text);
/* The words of all offices. */
const char *bg_account__titles(bg_arena *arena, const char *const *offices, size_t count);

/* The first sentence that tells an event; {0, 0}: none. */
bg_span bg_account__sentence(const bg_event *event);

#endif
