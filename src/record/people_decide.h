/*
 * people_decide: which forms of name people said are one person (join), and which are not (split). A decision's targets are forms, by their ids n…: hashes of name and country, so
 * that they stay what they are when pages are read anew or records are merged. people_link.c asks for what stands when it links the forms of a country.
 */
#ifndef BG_PEOPLE_DECIDE_H
#define BG_PEOPLE_DECIDE_H

#include "db.h"
#include "links.h"

/* The form that an id or the beginning of one names. False sets the slot: BG_E_NOTFOUND, BG_E_USAGE (several). */
bool bg_people__resolve(bg_record *record, const char *prefix, int64_t *form);
/* Ids of all forms of his person, in order; with `name`, of those that are spelled so. */
void bg_people__forms(bg_record *record, bg_arena *arena, int64_t form, const char *name, bg_texts *out);
/* How most pages spell a form, and its country. NULL: there is no such form. */
const char *bg_people__spelling(bg_record *record, bg_arena *arena, const char *id);
const char *bg_people__country(bg_record *record, bg_arena *arena, const char *id);
int64_t bg_people__number(const char *id);
/* Somebody decided, or took back, something about a form: its country is to be linked anew (bg_people__settle). */
void bg_people__decided(bg_record *record, const char *id);

/* A form that decisions in force are about. */
typedef struct bg_decided_form {
    int64_t number;
    const char *country;
} bg_decided_form;
typedef BG_VEC(bg_decided_form) bg_decided_forms;
/* All of them, by number, and what was said of pairs of them: a and b of a link are indexes. */
void bg_people__links(bg_record *record, bg_arena *arena, bg_decided_forms *forms, bg_links *out);

#endif
