/* classes: the class numbers that mention and claim use, by name. */
#include "mention.h"

static const char *const names[] = {
    "COUNTRY", "COUNTRYSHORT", "DEMONYM", "ORG", "PLACE", "BODY", "FIELD", "BODYHEAD", "OFFICE", "OFFICEMOD", "HONORIFIC",
    "MILRANK", "SURNAME", "CNSURNAME", "PERSON", "NAME", "POST", "WHO", "SIDE", "DATE", "BOTH", "SIDEWORD", "PRONOUN", "SAY",
    "CONTACT", "DEICTIC", "MONTHWORD", "PLANNED", "HELD", "GRADE", "MODE", "TOPIC", "AGREEHEAD", "MECHHEAD", "SAYADV",
    "CONNECT", "REPORTCONJ", "CONTACTNOUNHEAD", "AGREEMENT", "MECHANISM", "OCCASION", "DELEGATION", "CONTACTFACT", "SAYFACT", "OCCASIONFACT", "NOTPERSON",
    "TOWNWORD", "LOCATION", "ELSEWHERE", "PREPARE", "AND", "TOGETHER", "COPULA", "NEGATION", "UNACTING", "ATPLACE", "SINCE", "DOES", "NAMEPARTICLE", "NAMEARTICLE", "TAKESPLACE", "CIRCUMSTANCE", "TOCOME",
    "WOMAN", "WOMANNAME", "MAN", "OF", "PLURAL", "PERSONNOUN", "OPENWORD", "GOVERNS", "WHILE", "RISEN", "CITES", "LISTCUE", "COUNTWORD", "LEADS",
    "MANY", "AHEAD", "PRIVATEOF"};

_Static_assert(sizeof(bg_classes) == BG_COUNT(names) * sizeof(unsigned), "one name for each class field");

void bg_classes__find(bg_classes *classes, const bg_data *data) {
    unsigned *field = (unsigned *)classes;
    for (size_t i = 0; i < BG_COUNT(names); i++) field[i] = bg_data__class(data, names[i]);
}
