/*
 * people: who is one person over all pages.
 *
 * A page's person has a form (form.h): his name's key and his country. Of each form the record counts, over all pages, how it is spelled and which offices it is given, with the
 * first and last day of publication. Forms of one country are one person where
 *   letters   they have the same letters or the same words in another order,
 *   sound     they sound alike and are given an office in common: two hands that wrote one foreign name, a slip of the pen; those too that are part of a longer name,
 *   within    one is part of the other ("Putin", "A. V. Yatskin") and of nobody else, or of one person alone with whom it shares an office. In the record's own country
 *             of three-word names an office must be shared in any case.
 * A form without a country is that of the one person whose form has the same key. Nothing else is merged: a person told twice costs a line, two told as one cost the truth.
 *
 * All of this is a function of the set of pages: bg_people__settle() counts the pages that came, counts anew what lost pages, and links the forms of a country anew where a form or an
 * office is new or gone.
 */
#ifndef BG_PEOPLE_H
#define BG_PEOPLE_H

#include "settle.h"

/* Note the form (form.h) of a person of a page that is being stored, with its key. Inside a transaction. */
void bg_people__put(bg_record *record, int64_t form, const char *key, const char *name, const char *country);
/* The page's persons are stored; are about to go. */
void bg_people__came(bg_record *record, const char *page);
void bg_people__goes(bg_record *record, const char *page);

/* In transactions of its own. Failures stay in the record's slot. `watcher` may be NULL. */
void bg_people__settle(bg_record *record, const bg_watcher *watcher);

/* SQL: the person that the form `f` is of, a number; the forms (form, person) of those of whom a form has all of these words, a JSON array; an id as people see it. */
#define BG_PERSON(f) "coalesce((SELECT persons_.person FROM persons persons_ WHERE persons_.form = " f "), " f ")"
#define BG_NAMED(words) \
    "(WITH named AS (SELECT form FROM form_words WHERE word IN (SELECT value FROM json_each(" words ")) GROUP BY form" \
    "  HAVING count(*) = (SELECT count(DISTINCT value) FROM json_each(" words "))), who AS (SELECT DISTINCT " BG_PERSON("named.form") " AS person FROM named)" \
    " SELECT x.form, x.person FROM who w JOIN persons x ON x.person = w.person UNION SELECT person, person FROM who UNION SELECT form, form FROM named)"
/* SQL: the forms of the person `p`, in brackets. */
#define BG_FORMS_OF(p) "(SELECT form FROM persons WHERE person = " p " UNION SELECT " p ")"
#define BG_PERSON_ID(p) "printf('n%016x', " p ")"

#endif
