/*
 * classes: the classes of words and marks that C asks for. They are the first classes, in this order, so that their numbers are
 * known when C is compiled. One that no file defines has no marks. Where the elements of an offer run out, the last classes share
 * one (see compile.c); so those that are looked for now and then stand behind the others.
 */
#ifndef BG_CLASSES_H
#define BG_CLASSES_H

/* Those that the lines of a page are asked for: their numbers are below 32, so that they fit a set of bits. */
#define BG_ROW_CLASSES(X) \
    X(ABBR) X(AGENCY) X(BODY) X(COUNTRY) X(DATE_WORD) X(FURNITURE) X(MEDIA_WORD) X(OFFICE) X(OUTLET) X(PHOTO_CREDIT) \
    X(PICTURE_WORD) X(SOURCE_WORD)

#define BG_CLASSES(X) \
    BG_ROW_CLASSES(X) \
    X(AGREEHEAD) X(AGREEMENT) X(AND) X(ASPOST) X(BODYHEAD) X(BOTH) X(BYWHOM) X(CIRCUMSTANCE) X(CNSURNAME) X(CONNECT) \
    X(CONTACT) X(CONTACTFACT) X(CONTACTNOUNHEAD) X(COPULA) X(COUNTRYSHORT) X(DATE) X(DEEDNOUN) \
    X(DEMONYM) X(DOES) X(ELSEWHERE) X(FIELD) X(FIRSTPERSON) X(FRAMES) X(GOVERNS) X(GRADE) X(GROUP) X(HELD) \
    X(HONORIFIC) X(LOCATION) X(MECHANISM) X(MECHHEAD) X(MILRANK) X(MODE) X(MONTHWORD) X(NAME) X(NAMEPARTICLE) \
    X(NEGATION) X(NOTPERSON) X(OCCASION) X(OCCASIONFACT) X(OF) X(OFFICEMOD) X(ONGOING) X(ORG) X(PERSON) \
    X(PERSONNOUN) X(PLACE) X(PLANNED) X(PLEDGECUE) X(PLURAL) X(POST) X(PRONOUN) X(RELATIVE) X(REPORT) \
    X(REPORTCONJ) X(SAY) X(SAYADV) X(SAYFACT) X(SIDE) X(SIDEWORD) X(SINCE) X(SUBCLAUSE) X(SURNAME) X(TAKESPLACE) \
    X(TOCOME) X(TOPIC) X(UNACTING) X(WHILE) X(WHO) X(WITHIN) X(WOMAN) \
    X(AHEAD) X(ALSO) X(ASIDE) X(CITES) X(COUNTWORD) X(LEADS) X(LISTCUE) X(MAN) X(MANY) X(NAMEARTICLE) X(NOUNCUE) \
    X(OPENWORD) X(OUTCOME) X(PASSIVE) X(PREPARE) X(PRIVATEOF) X(PROMISER) X(RISEN) X(TITLEASIDE) X(TITLETYPE) \
    X(TOGETHER) X(WOMANNAME) X(INTERVIEW) X(PRESS)

enum {
    CLASS_NONE,
#define BG_CLASS_NUMBER(name) CLASS_##name,
    BG_CLASSES(BG_CLASS_NUMBER)
#undef BG_CLASS_NUMBER
};

#endif
