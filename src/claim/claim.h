/*
 * claim: what happened and what was said. Contacts from the marks of level "contact", statements from those of level
 * "say"; then the contact that the page is written to report.
 */
#ifndef BG_CLAIM_H
#define BG_CLAIM_H

#include "../mention/mention.h"

#define BG_PEOPLE_MAX 16
#define BG_SIDES_MAX 16

typedef struct bg_party_in { /* a person in a contact */
    uint32_t person;         /* index in mentions.people */
    const char *role;
    bg_span span;
} bg_party_in;

/* A contact under construction: one mention of it, later all mentions merged. Tokens refer to the first mention. */
typedef struct bg_contact {
    const char *type, *verb, *grade, *mode, *rule, *channel;
    uint32_t fact;               /* the mark it was read from */
    uint32_t sentence;           /* index of the sentence of its best mention */
    uint32_t tok, end, trigger;  /* the matched words and the naming word (token) */
    uint32_t trigger_end;
    bg_party_in people[BG_PEOPLE_MAX];
    unsigned people_count;
    const char *sides[BG_SIDES_MAX];
    bg_span side_spans[BG_SIDES_MAX];
    unsigned side_count;
    uint32_t date; /* index in mentions.dates, BG_NONE */
    uint32_t left; /* … the day on which a guest leaves */
    const char *body_side;  /* for this side a body acts, nobody by name */
    const char *place_side; /* country of the place of a visit */
    const char *place;
    const char *place_state; /* in which the place is, as far as the lexicon knows it */
    bg_span place_span;
    bool wide; /* the place is a country, a town would tell more */
    uint32_t subject, object; /* tokens where the parties before and behind the verb begin, BG_NONE = not told */
    uint32_t partner;         /* the object if it is a person */
    const char *link; /* a verb without a subject leans on one before it in the sentence, for "object": whom it meets, "many": people
                         not named, "self": what one does alone, "alone": both parties; else NULL */
    bool planned, nominal, partial, bare, in_title, in_caption, main;
    bool spoken;    /* a spokesperson's statement */
    bool declared;  /* a high official of another state speaks out, in the lead */
    bool past;      /* its verb is said to be over: "đã" */
    bool summit;    /* those who lead the states meet */
    bool ships;     /* ships call at a port */
    bool arrives;   /* "tới", "lên đường": how one comes there, not what for */
    bool invited;   /* told as what one is invited to */
    bool tensed;    /* of a title: the body has told whether it is to come */
    bool welcome;   /* a guest is received with honours: "đón", "lễ đón" */
    bool today;     /* was told as of "hôm nay" before its day was found elsewhere */
    bool titled;    /* a title in which a state speaks out */
    bool said;      /* told only by what one said to the other */
    bool press;     /* one answers the press, or two stand before it together */
    bool pressed;   /* the title is what he answered */
    bool cancelled; /* nobody will meet */
    bool off;       /* … or it is told as called off, or put off: the day of that is not its own */
    bool generic;   /* "cuộc họp": says that people met, not how */
    bool pictured;  /* two in a picture: says that they met, not how, and no news alone */
    bool passing;   /* "cuộc đối thoại", "bài viết": an occasion only with a day */
    bool told;      /* stands in what somebody says */
    bool orphan;    /* told without any party: those of the page's main contact are meant */
    bool both;      /* … and its two principals */
    bool abstract;  /* "kêu gọi đối thoại": a common word that names no occasion */
    bool many;      /* "các cuộc gặp", "6 chuyến thăm": more than one */
    bool timed;     /* "… khi thăm B": names the time of something else */
    bool outcome;   /* "kết quả chuyến thăm": the noun of a contact that is spoken of as a whole */
    bool about;     /* "kỳ vọng từ chuyến thăm của A": the title names it by a noun as what the page is about, whatever it thinks of it */
    bool joint;     /* told only by what both say or settle together */
    bool mourned;   /* a ceremony for the dead */
    bool nested;    /* one item within a larger contact */
    bool tour;      /* of several countries, none of which the words name */
    bool crowd;     /* whom one meets are many, and not named: firms, students */
    bool home;      /* … they are of the own state, wherever they live */
    bool officials; /* "các quan chức A và B gặp nhau": nobody who leads a state */
    bool attended;  /* told by who was there, beside the principals */
    bool led;       /* … told by who led the delegations */
    bool speaks;    /* told by who spoke there */
    bool takes_place; /* a noun that its sentence says takes place */
    bool held;      /* … took place */
    bool reference; /* was named by a noun alone ("tại buổi tiếp") */
    int score;
    uint32_t merged; /* BG_NONE, or the contact it was merged into */
    BG_VEC(uint32_t) evidence; /* sentences */
} bg_contact;

/* A statement under construction. */
typedef struct bg_saying {
    const char *act, *strength, *rule;
    bg_party speaker, addressee;
    bg_span speaker_span, verb_span, content;
    uint32_t speaker_tok; /* where the subject begins, BG_NONE = the speaker stands elsewhere */
    uint32_t tok, end; /* content */
    uint32_t sentence;
} bg_saying;

/* What a type of contact is like (kind.c). */
enum {
    BG_TYPE_OF_TWO = 1,    /* one principal of each side */
    BG_TYPE_HELD = 2,      /* sat down to, and so named again as "the session", "the meeting" */
    BG_TYPE_BY_STATES = 4, /* a noun of it with a time of its own is between the sides of the page */
    BG_TYPE_LASTS = 8,     /* may take several days */
    BG_TYPE_SENT = 16,     /* from a sender to a recipient */
    BG_TYPE_ACTS = 32,     /* a state does it in the title, its ambassador or minister in the text */
    BG_TYPE_SPOKEN_AT = 64, /* who speaks there is a principal */
    BG_TYPE_BY_BODIES = 128 /* bodies of two states do it, without anybody named */
};
bool bg_type__is(const char *type, unsigned trait);
bool bg_type__alike(const char *a, const char *b); /* a meeting may be told as talks elsewhere on the page */
int bg_type__weight(const char *type); /* towards being the page's main contact */

/* What an act of speech is like. */
enum {
    BG_ACT_LIST = 1,     /* its content may be a list */
    BG_ACT_CLAUSE = 2,   /* its content usually holds a clause of its own, so that a verb after "và" may belong to it */
    BG_ACT_ADDRESSED = 4 /* done to somebody: the party that opens the content */
};
bool bg_act__is(const char *act, unsigned trait);

/* A spokesperson tells of contacts that he is no party of. (One of high rank got the post by a slip of the page or of ours.) */
static inline bool bg_person__only_tells(const bg_person *p) { return p->voice && (!p->rank || p->rank > 3); }

/* Contacts further apart in the order of the page than this are not compared, so that a page of any length takes linear time. */
#define BG_CONTACTS_NEAR 300

typedef struct bg_claims {
    bg_mentions *mentions;
    bg_text *text;
    uint32_t *body_before; /* for each sentence, how many of the body stand before it */
    BG_VEC(bg_contact) contacts;
    BG_VEC(bg_saying) sayings;
    BG_VEC(bg_note) notes;
    bg_date today;  /* the page's day, as two tellings of one contact give it; day 0 unknown */
    bool todays;    /* … they give several */
    unsigned doubts; /* words of the body that weigh or doubt, and experts whom it names */
} bg_claims;

/* A body of states, no state: "ASEAN", "G7". */
static inline bool bg_side__is_body(const char *side) { return strlen(side) > 2 || (side[0] && side[1] <= '9') || is(side, "EU") || is(side, "UN") || is(side, "WB"); }
/* Whose resolutions everybody names: one that is named beside another state is not whom it is about. */
static inline bool bg_side__is_everybodys(const char *side) { return is(side, "UN"); }

static inline const bg_mark *bg_claims__mark(const bg_claims *c, uint32_t index) { return &c->text->marks.items[index]; }
static inline const char *bg_claims__country(const bg_claims *c, uint32_t person) { return bg_person__country(&c->mentions->people.items[person]); }
/* Who speaks, NULL if it is no person. */
static inline const bg_person *bg_saying__person(const bg_claims *c, const bg_saying *s) {
    return s->speaker.kind == BG_SPEAKER_ENTITY ? &c->mentions->people.items[s->speaker.entity] : NULL;
}

/* The contacts [first, end) that are compared with contact `i`. */
static inline size_t bg_contact__near_first(size_t i) { return i > BG_CONTACTS_NEAR ? i - BG_CONTACTS_NEAR : 0; }
static inline size_t bg_contact__near_end(const bg_claims *c, size_t i) {
    return i + BG_CONTACTS_NEAR < c->contacts.count ? i + BG_CONTACTS_NEAR : c->contacts.count;
}

/* Does the token of the sentence stand within what somebody says? Once the statements are found. */
bool bg_claims__is_said(const bg_claims *claims, const bg_sentence *sentence, uint32_t tok);

/* Run the stage. False: out of memory. */
bool bg_claims__find(bg_claims *claims, bg_mentions *mentions);

/* ---- the title (title.c) */
/* The one party besides the contact's own sides that the title names behind the first of them, unless it denies or speaks to its own; NULL = none, or several. */
const bg_mark *bg_title__other_party(const bg_claims *claims, const bg_contact *contact);
/* Of a declaration only who makes it in the title is left: "Tổng thống A cảnh báo B …". False: the title names nobody there. */
bool bg_title__keep_declarer(const bg_claims *claims, bg_contact *contact);
const bg_sentence *bg_title__find(const bg_claims *claims); /* NULL: the page has none */
bool bg_title__names(const bg_claims *claims, const bg_sentence *title, const bg_contact *contact); /* a person or a side of it */
bool bg_title__names_two(const bg_claims *claims, const bg_sentence *title); /* two countries, or one and an organisation */
bool bg_title__is_forum(const bg_claims *claims, uint32_t tok); /* "APEC": states meet at it, nobody visits it or speaks to it */
bool bg_title__is_roundup(const bg_claims *claims); /* "Tin thế giới ngày 9/6: …": of a page of many news */
bool bg_title__is_page_day(const bg_claims *claims, uint32_t date); /* … whose title or summary gives this day */
bool bg_title__tells_others(const bg_claims *claims, const bg_contact *contact); /* the title of a page of many news, that names nobody of it */
bool bg_title__names_sides(const bg_claims *claims, const bg_sentence *title, const bg_contact *contact); /* all of them */
bool bg_title__names_others(const bg_claims *claims, const bg_sentence *title, const bg_contact *contact); /* two states, not both its sides */
bool bg_title__tells_incident(const bg_claims *claims); /* a crime, a court, an accident */
bool bg_title__tells_leisure(const bg_claims *claims);
bool bg_title__wishes(const bg_claims *claims); /* asks whether it should be done, or why not */
bool bg_title__weighs(const bg_claims *claims); /* the page weighs or explains, or tells something else */
unsigned bg_title__count_asides(const bg_claims *claims); /* words and phrases of the title that say so */
bool bg_title__passes_over(const bg_claims *claims, const bg_contact *contact); /* the page tells many things in turn, the title others */
bool bg_title__explains(const bg_claims *claims, const bg_sentence *title); /* … by a word that says so, whatever it is about */
/* A denial, or words to one's own, among the tokens: no other state is addressed. */
bool bg_title__is_inward(const bg_claims *claims, uint32_t tok, uint32_t end);
bool bg_title__asks(const bg_claims *claims, const bg_sentence *title);
bool bg_title__has_type(const bg_claims *claims, const char *type); /* names a contact of the type, even without its parties */
bool bg_title__opens_with(const bg_claims *claims, const bg_sentence *title, const char *country); /* its first party is of the country */
/* Does the title begin with a party of the country that speaks: "Nga cảnh báo …"? */
bool bg_title__speaks(const bg_claims *claims, const bg_sentence *title, const char *country);

/* ---- inside the stage */
bool bg_contact__find(bg_claims *claims);   /* every mention of a contact */
bg_contact *bg_contact__add(bg_claims *claims, const bg_contact *contact); /* a copy behind the others; NULL: out of memory */
bool bg_contact__merge(bg_claims *claims);  /* mentions of the same contact become one */
bool bg_contact__merge_joint(bg_claims *claims); /* what both say, into the contact at which they said it */
bool bg_contact__merge_completed(bg_claims *claims); /* … those too whose partners were found after that */
void bg_contact__fold_twins(bg_claims *claims); /* after choosing: what is told twice */
bool bg_claims__has_punct(const bg_claims *claims, uint32_t tok, uint32_t end); /* any sign among the tokens [tok, end) */
unsigned bg_contact__named_people(const bg_claims *claims, const bg_contact *contact);
bool bg_claims__is_comma(const bg_claims *claims, uint32_t tok);
bool bg_contact__is_link(const bg_claims *claims, uint32_t tok); /* a comma, a semicolon or "và", "đồng thời" */
bool bg_contact__is_noun(const bg_claims *claims, const bg_contact *contact); /* named by a noun: "cuộc họp", not "trao đổi với" */
void bg_contact__add_party(const bg_claims *claims, bg_contact *contact, const bg_mark *party, const char *role); /* person or side */
/* The person behind `last` in a row ("X, Chủ tịch nước Y và Thủ tướng Z"), NULL = the row is over. */
const bg_mark *bg_contact__next_in_row(const bg_claims *claims, const bg_mark *last, uint32_t end);
/* Of verbs in a row, in the contacts of one sentence from `first` on. */
void bg_contact__share_subject(bg_claims *claims, size_t first, const bg_sentence *sentence);
/* … and of those who stand in one row with the subject. */
void bg_contact__add_fellows(bg_claims *claims, size_t first, const bg_sentence *sentence);
void bg_contact__find_place(const bg_claims *claims, bg_contact *contact, const bg_sentence *sentence);
uint32_t bg_contact__invited_from(const bg_claims *claims, const bg_contact *contact, const bg_sentence *sentence);
bool bg_contact__is_denied(const bg_claims *claims, const bg_contact *contact, const bg_sentence *sentence);
bool bg_sentence__is_ruled(const bg_claims *claims, const bg_sentence *sentence); /* "Theo quy định, …": of what is done in general */
bool bg_contact__is_interview(const bg_claims *claims, const bg_contact *contact, const bg_sentence *sentence);
bool bg_contact__is_planned(const bg_claims *claims, const bg_contact *contact, const bg_sentence *sentence); /* still to come */
#define BG_SAID_REACH 16 /* words behind a day within which it is told who said something on it */
/* Does the day tell when something was said of the contact? `reach`: how far behind the day the verb of speech may stand. */
bool bg_contact__dates_saying(const bg_claims *claims, const bg_contact *contact, const bg_date *day, const bg_sentence *sentence, uint32_t reach);
void bg_contact__follow_main(bg_claims *claims); /* after choosing: what is to come with it */
void bg_contact__check_visit(bg_claims *claims, bg_contact *visit); /* the page's news, told without a tense */
void bg_contact__check_meeting(bg_claims *claims, bg_contact *contact); /* … a meeting, told by a noun */
void bg_contact__check_title(bg_claims *claims, bg_contact *contact); /* … as the title tells */
void bg_contact__check_tense(bg_claims *claims); /* by the page's date */
bool bg_contact__find_spokesperson(bg_claims *claims);
bool bg_contact__find_speakers(bg_claims *claims); /* after merging */
void bg_contact__drop_asides(bg_claims *claims); /* after choosing: words that belong to the main contact, and what is no occasion */
/* The day of what is said in the sentence: one outside all contents. Index or BG_NONE. */
uint32_t bg_contact__said_day(const bg_claims *claims, const bg_contact *contact, const bg_saying *said);
bool bg_contact__is_day_of_speech(const bg_claims *claims, const bg_sentence *sentence, const bg_date *day); /* by where a verb of speech stands */
/* "Trước đó, trong cuộc điện đàm ngày 10/8, ông A cũng nhấn mạnh …": what was said before the news. */
bool bg_saying__is_earlier(const bg_claims *claims, const bg_saying *said);
uint32_t bg_contact__day_of_words(const bg_claims *claims, const bg_contact *statement); /* of the page's statement, in the opening */
/* A statement of the one who speaks `s`, a person or a side; NULL when memory is out. */
bg_contact *bg_contact__add_statement(bg_claims *claims, const bg_saying *s, const char *rule);
bg_span bg_saying__named(const bg_claims *claims, const bg_saying *said); /* where its speaker is named; empty if nowhere */
void bg_contact__add_voice(const bg_claims *claims, bg_contact *contact, const bg_saying *said); /* the person who speaks takes part */
uint32_t bg_saying__begins(const bg_claims *claims, const bg_saying *said); /* the sentence in which its words begin: a quotation of several ends with who says it */
bool bg_saying__is_before(const bg_claims *claims, const bg_saying *said); /* "… một ngày sau khi ông A tuyên bố …": was it said before what the page tells? */
bool bg_person__leads_state(const bg_person *person); /* "nhà lãnh đạo A" */
bool bg_person__is_official(const bg_person *person); /* has an office that speaks for a state */
bool bg_saying__is_of_former(const bg_claims *claims, const bg_saying *said); /* "Cựu đại sứ A cho rằng …" */
void bg_claims__note_former(bg_claims *claims); /* bg_person.former */
/* What a state says where the page begins, if that is the page's news rather than `best` (NULL: nothing else is); else NULL. */
bg_contact *bg_contact__voice(bg_claims *claims, const bg_contact *best);
void bg_contact__add_spokesman(const bg_claims *claims, bg_contact *statement); /* who speaks for a state, by name, in the opening */
bool bg_contact__is_behind_deed(const bg_claims *claims, const bg_contact *contact, uint32_t from, uint32_t tok); /* a date at `tok` is of another's signing */
uint32_t bg_contact__find_date(const bg_claims *claims, const bg_contact *contact, const bg_sentence *sentence); /* index or BG_NONE */
/* The WHO mark at a token that stands for a person with a country; NULL otherwise. */
const bg_mark *bg_contact__person_at(const bg_claims *claims, uint32_t tok);
/* "khách Đức", "sinh viên Lào": do people or firms of no office stand before the state at the token? */
bool bg_claims__is_private(const bg_claims *claims, const bg_sentence *sentence, uint32_t tok);
bool bg_claims__in_name(const bg_claims *claims, const bg_sentence *s, const bg_mark *country);
bool bg_contact__tells_of(const bg_contact *contact, uint32_t sentence); /* is the sentence one of its evidence? */
/* Does the sentence, a caption, show another contact than this one? */
bool bg_contact__shows_other(const bg_claims *claims, const bg_contact *contact, uint32_t sentence);
void bg_contact__carry_time(bg_claims *claims); /* within and behind the sentence of a dated contact */
void bg_contact__complete(bg_claims *claims); /* parties that stand elsewhere in the sentence */
void bg_contact__adopt_orphans(bg_claims *claims); /* after choosing: contacts told without a party */

/* "Trong cuộc gặp với B, hai bên …": the partner is named, and who acts with him behind the comma is not; the page's contact tells it. */
bool bg_contact__opens_with_partner(const bg_claims *c, const bg_contact *noun);
void bg_contact__know_today(bg_claims *claims); /* after choosing */
void bg_contact__share_day(bg_claims *claims); /* after choosing */
void bg_contact__follow_story(bg_claims *claims); /* after choosing: the day told last */
void bg_contact__take_years(bg_claims *claims); /* after choosing: years that end the names of conferences */
bool bg_contact__is_ended(const bg_claims *claims, const bg_contact *contact, const bg_sentence *sentence); /* told as it ends */
void bg_contact__add_ends(bg_claims *claims); /* last days of visits that are told by their length */
void bg_contact__check_years(bg_claims *claims); /* last: years in which those who met cannot have met */
void bg_contact__choose(bg_claims *claims); /* which one is the main one */
void bg_contact__add_partner(const bg_claims *claims, bg_contact *contact);
void bg_contact__add_guest(const bg_claims *claims, bg_contact *contact);
void bg_contact__add_other_sides(bg_claims *claims);
void bg_contact__add_place(const bg_claims *claims, bg_contact *contact);
void bg_contact__add_date(const bg_claims *claims, bg_contact *contact);
void bg_contact__note_today(bg_claims *claims, const bg_date *one, const bg_date *other); /* two tellings of the day of one contact */
void bg_contact__note_arrivals(bg_claims *claims); /* "hôm nay" beside the days of what begins or ends */
void bg_contact__bind_today(bg_claims *claims); /* … all told, the page's day */
void bg_contact__add_envoys(const bg_claims *claims, bg_contact *contact);
void bg_contact__add_list(const bg_claims *claims, bg_contact *contact);
void bg_contact__add_host(const bg_claims *claims, bg_contact *contact); /* once it has its place */
void bg_contact__add_addressed(bg_claims *claims, bg_contact *statement); /* the states to which the main statement is addressed */
void bg_contact__add_speaker(const bg_claims *claims, bg_contact *statement); /* who speaks for the state in the body */
void bg_contact__add_inviter(bg_claims *claims, bg_contact *conference); /* who holds it */
void bg_contact__add_principals(const bg_claims *claims, bg_contact *contact);
bool bg_contact__of_past(const bg_claims *claims, const bg_contact *contact); /* "… hồi năm ngoái", "… tháng 3/2015" */
/* "… kể từ cuộc gặp hồi tháng 6/2019": a noun that recalls another contact than the one told. */
bool bg_contact__is_earlier(const bg_claims *claims, const bg_contact *noun);
bool bg_contact__tells_several(const bg_claims *c, const bg_contact *contact); /* "đã sáu lần gặp B": several at once, of which none is told */
unsigned bg_contact__position(const bg_claims *claims, const bg_contact *contact);
bool bg_saying__find(bg_claims *claims);
/* The day that stands for the whole sentence; in the lead also one set off by a comma. Index or BG_NONE. */
uint32_t bg_contact__opening_day(const bg_claims *claims, const bg_contact *contact, const bg_sentence *sentence, bool lead);
bool bg_claims__note(bg_claims *claims, uint32_t tok, uint32_t end, const char *reason);
bool bg_contact__add_side(bg_contact *contact, const char *side, bg_span span);
bool bg_contact__has_person(const bg_contact *contact, uint32_t person);
bool bg_contact__has_side(const bg_contact *contact, const char *side);
unsigned bg_contact__shared_sides(const bg_contact *a, const bg_contact *b);
bool bg_contact__same_sides(const bg_contact *a, const bg_contact *b); /* in any order */
const bg_date *bg_contact__date(const bg_claims *claims, const bg_contact *contact);

bool bg_event__has_side(const bg_event *event, const char *side); /* false for NULL */
/* At which event of the document each statement was made; `events`: of each contact its event, BG_NONE if it is none. False: out of memory. */
bool bg_occasion__bind(const bg_claims *claims, const uint32_t *events, const bg_doc *doc, bg_statement *statements);

/* Turn claims into the public document (entities, events, statements, notes). False: out of memory. */
bool bg_claims__publish(const bg_claims *claims, bg_doc *doc);

#endif
