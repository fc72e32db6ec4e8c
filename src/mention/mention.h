/*
 * mention: who and when. Finds names, offices, people, sides and dates in the sentences, and says which mentions are the
 * same person. Its marks: NAME, POST, WHO, SIDE, DATE (classes of data/vi/grammar), with `ref` = index of the entity
 * (WHO) or of the date (DATE).
 */
#ifndef BG_MENTION_H
#define BG_MENTION_H

#include "../text/text.h"

/* Both words are there and the same. */
static inline bool is(const char *value, const char *word) { return value && word && bg_text__same(value, word); }

#define BG_OFFICES_MAX 8

/* A person under construction. Becomes a bg_entity. */
typedef struct bg_person {
    const char *name;                    /* fullest form, NULL if the page gives none */
    const char *country;                 /* stated by the page, or known */
    const char *guess;                   /* country guessed from the form of the name */
    const char *offices[BG_OFFICES_MAX]; /* as written, without the country; single offices and whole strings */
    unsigned office_count;
    const char *alias;                   /* another word for one of the offices: ngoại trưởng = bộ trưởng ngoại giao */
    unsigned best_office;  /* index of the highest, and of these the fullest */
    unsigned best_rank;    /* … its rank */
    bool best_common;      /* … which is a common noun, for want of a title */
    const char *force;     /* military rank */
    const char *channel;   /* of the office */
    unsigned rank;         /* 1 highest … 9, 0 unknown */
    bool spokesperson;     /* of the foreign ministry */
    bool voice;            /* speaks for others, of whatever body, or of them: an expert, a journalist */
    bool chair;            /* "chủ tịch": of whatever, his rank says nothing */
    bool leader;           /* called the leader of his state, by no other title */
    bool former;           /* named, where the page begins, by an office he held: speaks for nobody (set by claim) */
    bool historic;         /* known to have acted long ago: the page tells of the past */
    bool kin;              /* known as of the family of somebody in office, whose name is shared */
    int from, to;          /* years between which the lexicon knows offices of it; 0 = not known, still in office */
    char gender;           /* 'm', 'f' or 0 */
    uint32_t last_tok;     /* token of the last mention seen while resolving */
    uint32_t last_subject; /* … of the last one that opened a sentence's parties */
    BG_VEC(bg_span) mentions;
    uint64_t letters, office_heads;  /* private to the files of person.h: what the words below begin with, to tell most others at once */
    struct person_words *words;      /* name and offices cut into words */
} bg_person;

/* An agreement, a mechanism, an occasion or a country under construction. */
typedef struct bg_thing {
    bg_entity_kind kind;
    const char *name, *key; /* key: folded name, or the code of a country */
    BG_VEC(bg_span) mentions;
} bg_thing;

/* A date read from words. Years that the page does not state stay out. */
typedef struct bg_date {
    int year, month, day, year2, month2, day2; /* 0 = not said */
    int shift;            /* deictic: days against the page's day, or against the day told before */
    bool deictic, same_day, period, inferred; /* inferred: the year was concluded, not read */
    bool other_year;      /* "năm ngoái" on a page without a date: of a year that nobody can tell */
    bool until;           /* "kéo dài đến ngày 8/9": the last day of something */
    int days;             /* "kéo dài ba ngày": how many, 0 = not said */
    bool paper;           /* of what was written: "thông cáo ngày 6-11" */
    bool anchor;          /* "hôm nay (7/6)": says what day the page's day is, less `shift` */
    int toward;           /* said to lie ahead of (1) or behind (-1) the page's day */
    int months;           /* "tháng trước" -1, "tháng tới" 1: against the month of the day told before it in the sentence */
    bool this_month;      /* "cuối tháng này": in that month */
    bool vague; /* "thời gian qua", "tuần trước": names no day */
    uint32_t tok, end;
    bg_span span;
    const char *rule;
} bg_date;

typedef struct bg_day {
    int year, month, day;
} bg_day;

#define BG_PICTURES_MAX 8

typedef struct bg_mentions {
    bg_text *text;
    BG_VEC(bg_person) people;
    BG_VEC(bg_date) dates;
    BG_VEC(bg_thing) things;
    const char *home; /* the state of an office that the page gives no country, NULL = none */
    int page_year, page_month, page_day; /* the page's own date, 0 = none */
    bg_day pictures[BG_PICTURES_MAX];    /* in the addresses of its pictures */
    size_t picture_count;
} bg_mentions;

/* Run the stage over a built text. `published` may be NULL. False: out of memory. */
bool bg_mentions__find(bg_mentions *mentions, bg_text *text, const char *published);

/* Country or organisation code of a mark (COUNTRY, ORG, BODY with country, SIDE, WHO, DEMONYM, PLACE); NULL = unknown. */
const char *bg_mention__country(const bg_mentions *mentions, const bg_mark *mark);
/* "A và phu nhân B": the mark of A for that of B, NULL if it is nobody's spouse. */
const bg_mark *bg_mention__spouse_of(const bg_mentions *mentions, const bg_mark *who);
/* … "A và Hoàng hậu B": the one whose queen it is. */
const bg_mark *bg_mention__consort_of(const bg_mentions *mentions, const bg_mark *who);
/* "Về phía Lào có ông A": the state for which A came; NULL if it is not told so. */
const char *bg_mention__side_before(const bg_mentions *mentions, const bg_sentence *s, const bg_mark *who);

/* Country of a person, stated before guessed. */
const char *bg_person__country(const bg_person *person);
/* Are these the same name: all words of the shorter stand in the longer (initials count)? */
bool bg_name__same(const char *a, const char *b);

/* ---- inside the stage */
bool bg_name__is_syllable(const char *bytes, size_t size);
bool bg_name__mark(bg_mentions *mentions, const bg_sentence *sentence);
bool bg_person__resolve(bg_mentions *mentions);
bool bg_thing__find(bg_mentions *mentions);
bool bg_date__read(bg_mentions *mentions, uint32_t mark);
#define BG_COMMON_YEAR 2001 /* without 29/2: for days of a year that is not known */
void bg_date__shift(bg_date *date, int year, int month, int day, int days); /* set it to so many days after another; without a year not over the end of February */
bool bg_date__is_day(int day, int month, int year);
void bg_picture__find(bg_mentions *mentions);
void bg_date__infer_years(bg_mentions *mentions);
void bg_date__set_today(bg_mentions *mentions, const bg_date *today); /* the page's day, known from what it tells: "hôm nay" and the like follow */
bool bg_date__is_unknown_day(const bg_date *date); /* "hôm nay" on a page whose day is not known (yet) */
bool bg_date__today_of(const bg_date *deictic, const bg_date *day, bg_date *today); /* both are one day: the page's; false: none follows */
void bg_date__add_days(bg_date *date, int days); /* its second day, so many days behind the first */
/* "2024-06-19" or what is known of it; NULL when nothing dates. `second`: the end of a range. */
const char *bg_date__print(bg_arena *arena, const bg_date *date, bool second);

#endif
