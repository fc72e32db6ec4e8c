/* people_link: which forms of a country are one person (people.h has the rules). */
#ifndef BG_PEOPLE_LINK_H
#define BG_PEOPLE_LINK_H

#include "db.h"

/* Link the forms of a country anew; "": those whose country no page tells. Inside a transaction. */
void bg_people__link(bg_record *record, const char *country);

#endif
