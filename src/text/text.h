/*
 * text: the article's blocks as sentences of tokens, with marks on them. A token points into the untouched page text; a
 * mark says that a run of tokens is something: a lexicon entry, or what a grammar rule made of such.
 */
#ifndef BG_TEXT_H
#define BG_TEXT_H

#include "../data/grammar.h"

enum {
    BG_TOK_WORD = 1,
    BG_TOK_NUMBER = 2,
    BG_TOK_PUNCT = 4,
    BG_TOK_CAP = 8,    /* begins with a capital */
    BG_TOK_UPPER = 16, /* all capitals, two letters or more */
    BG_TOK_GLUED = 32, /* no blank before it */
    BG_TOK_FIRST = 64, /* of its sentence */
    BG_TOK_JOINT = 128 /* a sign that phrases may leave out: hyphens, and dots, apostrophes or "&" without a blank before */
};

#define BG_NONE UINT32_MAX

typedef struct bg_token {
    uint32_t start, end; /* bytes of the page */
    uint32_t syllable;   /* 0: in no phrase and no rule */
    uint32_t value;      /* number (BG_NONE when over nine digits) or code point of a sign */
    uint16_t flags;
} bg_token;

typedef struct bg_mark {
    uint32_t tok, end;  /* tokens [tok, end) */
    union {
        struct {
            uint32_t sense; /* lexicon entry, 0 = none */
            uint16_t klass, variant; /* variant: see bg_variant; of a mark without class, any */
        };
        uint64_t what; /* all three: see bg_entry */
    };
    uint32_t next;      /* next mark that starts at the same token, longest first; BG_NONE = none */
    uint32_t same;      /* the same for those that were made with the same class */
    uint32_t rule;      /* rule + 1 that made it, 0 = none */
    uint32_t caps;      /* first capture in bg_text.captures (rule marks) */
    uint32_t made;      /* first attribute in bg_text.made (rule marks) */
    uint16_t asked, met;/* bits of bg_want.memo: wants whose tests were run on this mark, and which of them it met */
    uint32_t ref;       /* for the stage that made it: index of an entity, a date …; BG_NONE */
    uint32_t cap_count;
} bg_mark;

typedef struct bg_capture {
    uint32_t slot;     /* number in the rule */
    uint32_t tok, end; /* tokens */
    uint32_t mark;     /* the mark that the capture is exactly, BG_NONE = words */
} bg_capture;

typedef struct bg_sentence {
    uint32_t tok, end;    /* tokens [tok, end) */
    uint32_t block;       /* index in the article's body; BG_NONE for the title */
    bool title, caption, heading;
    bool paragraph_start; /* first of its block */
} bg_sentence;

typedef struct bg_text {
    bg_arena *arena;
    const bg_data *data;
    const char *bytes; /* the page's text */
    bool has_marks;    /* combining marks stand in it: words must be composed */
    size_t size;
    BG_VEC(bg_token) tokens;
    BG_VEC(bg_sentence) sentences;
    BG_VEC(bg_mark) marks;
    BG_VEC(bg_capture) captures;
    BG_VEC(uint32_t) made; /* attributes that rules took from their captures: strings, BG_NONE or BG_WORDS */
    uint32_t *heads; /* first mark by token */
    bg_offer *offers;/* by token: what rules can find there; marks that were dropped may still be in it */
    bg_offer *behind;/* by token: what the end of its sentence and the tokens between offer */
    uint64_t *said;  /* by sentence, said_words of the data each: see bg_gate */
    uint32_t *levels;/* by token: a bit for each level of whose rules one may begin with it */
    uint64_t *begins;/* the same by 64 tokens and level, level_count of these: a bit for each token; not of levels that are asked */
    uint32_t level_count;
    uint64_t *columns; /* by 64 tokens and class, class_count of these: a bit for each token where a mark of the class begins, or began */
    struct bg_matcher *matcher; /* of match.c */
    unsigned class_count;
    unsigned titles[3], names[2]; /* classes of what stands before names, and of names */
} bg_text;

/* Cut title and body blocks into tokens and sentences and mark every lexicon phrase. False: out of memory. */
bool bg_text__build(bg_text *text, bg_arena *arena, const bg_data *data, const char *bytes, size_t size,
                    const bg_article *article);
/* The same for one line of text, as a paragraph of its own (examples of rules, tests). */
bool bg_text__line(bg_text *text, bg_arena *arena, const bg_data *data, const char *bytes, size_t size);

/* Room for so many marks more and a quarter: what is reserved is enough for nearly all texts. False: out of memory. */
BG_SELDOM bool bg_text__widen(bg_text *text, size_t more);
/* Add a mark of a variant (bg_variant); returns its index or BG_NONE. Of a class as such: the class's own number. */
uint32_t bg_text__mark(bg_text *text, uint32_t tok, uint32_t end, unsigned variant);
/* The column of a class for a token and those of its 64. */
static inline const uint64_t *bg_text__column(const bg_text *text, uint32_t tok, unsigned klass) {
    return text->columns + (size_t)(tok / 64) * text->class_count + klass;
}
/* Note that a mark of the class begins at a token. */
static inline void bg_text__note(bg_text *text, uint32_t tok, unsigned klass) {
    text->columns[(size_t)(tok / 64) * text->class_count + klass] |= (uint64_t)1 << tok % 64;
}
/* First mark of class `klass` that starts at token `tok`, BG_NONE if there is none. */
static inline uint32_t bg_text__at(const bg_text *text, uint32_t tok, unsigned klass) {
    if (!(*bg_text__column(text, tok, klass) >> tok % 64 & 1)) return BG_NONE;
    uint32_t m = text->heads[tok];
    while (m != BG_NONE && text->marks.items[m].klass != klass) m = text->marks.items[m].next;
    return m;
}
/* Does a mark of that class start there? */
static inline bool bg_text__is(const bg_text *text, uint32_t tok, unsigned klass) { return bg_text__at(text, tok, klass) != BG_NONE; }
/* The first token of [tok, end), part of one sentence and not empty, that offers an element; `end` if there is none. */
static inline uint32_t bg_text__offered(const bg_text *text, uint32_t tok, uint32_t end, unsigned element) {
    const bg_offer *offer = &text->offers[tok], *last = &text->offers[end];
    if (!bg_offer__has(offer, element) && !bg_offer__has(&text->behind[tok], element)) return end;
    while (offer < last && !bg_offer__has(offer, element)) offer++;
    return (uint32_t)(offer - text->offers);
}
/* Where a mark of the class may begin next in [tok, end): the first token where one began, though it may have been dropped since; `end` if there is none. */
static inline uint32_t bg_text__next(const bg_text *text, uint32_t tok, uint32_t end, unsigned klass) {
    if (tok >= end) return tok;
    const uint64_t *column = bg_text__column(text, tok, klass);
    uint64_t bits = *column >> tok % 64 << tok % 64;
    for (tok &= ~63u; !bits; bits = *column) {
        if ((tok += 64) >= end) return end;
        column += text->class_count;
    }
    tok += bg_bits__first(bits);
    return tok < end ? tok : end;
}
/* The first mark of the class that starts in [tok, end), part of one sentence; BG_NONE if there is none. */
static inline uint32_t bg_text__first(const bg_text *text, uint32_t tok, uint32_t end, unsigned klass) {
    for (; (tok = bg_text__next(text, tok, end, klass)) < end; tok++) {
        uint32_t m = bg_text__at(text, tok, klass);
        if (m != BG_NONE) return m;
    }
    return BG_NONE;
}
/* The next one, where a mark of the class starts at a token behind the mark `m`. */
static inline uint32_t bg_text__after(const bg_text *text, uint32_t m, uint32_t end, unsigned klass) {
    return bg_text__first(text, text->marks.items[m].tok + 1, end, klass);
}
/* The last one in [tok, end). */
static inline uint32_t bg_text__last(const bg_text *text, uint32_t tok, uint32_t end, unsigned klass) {
    uint32_t last = BG_NONE;
    for (uint32_t m = bg_text__first(text, tok, end, klass); m != BG_NONE; m = bg_text__after(text, m, end, klass)) last = m;
    return last;
}
/* Does a mark of the class start in [tok, end), part of one sentence? */
static inline bool bg_text__any(const bg_text *text, uint32_t tok, uint32_t end, unsigned klass) {
    return bg_text__first(text, tok, end, klass) != BG_NONE;
}
/* Longest mark of that class that holds token `tok` within the sentence from `from`; BG_NONE if there is none. */
uint32_t bg_text__over(const bg_text *text, uint32_t from, uint32_t tok, unsigned klass);

/* The nearest mark of that class within [from, tok) that ends right before `tok`, of at most `words` tokens; BG_NONE if there is none. */
uint32_t bg_text__ends_at(const bg_text *text, uint32_t from, uint32_t tok, unsigned klass, unsigned words);

/* Is the token that sign? */
static inline bool bg_text__is_sign(const bg_text *text, uint32_t tok, uint32_t sign) {
    return text->tokens.items[tok].flags & BG_TOK_PUNCT && text->tokens.items[tok].value == sign;
}

/* Bytes of tokens [tok, end). */
bg_span bg_text__span(const bg_text *text, uint32_t tok, uint32_t end);
/* Copy of the words, composed, with blanks and line ends made single blanks. */
const char *bg_text__words(const bg_text *text, uint32_t tok, uint32_t end);

/* Run the rules of one level over a sentence; new marks carry their captures. False: out of memory. */
bool bg_match__level(bg_text *text, const bg_sentence *sentence, unsigned level);

/* Work out the attributes of a mark that a rule made, once it has its captures. False: out of memory. */
bool bg_mark__make(bg_text *text, bg_mark *mark);
#define BG_WORDS (BG_NONE - 1) /* in place of a string: the value is words of the text */
/* Attribute of a mark as the number of its string, BG_WORDS or BG_NONE. */
uint32_t bg_mark__value(const bg_text *text, const bg_mark *mark, uint32_t key);
/*
 * Attribute of a mark: KEY_VALUE or any key (the number of its string). Of a lexicon entry its column or attribute, of a rule's mark what `make` says,
 * taken from the capture where it says so. NULL if there is none.
 */
const char *bg_mark__get(const bg_text *text, const bg_mark *mark, uint32_t key);
/* Capture of that name, NULL if the rule has none or it took no part. */
const bg_capture *bg_mark__capture(const bg_text *text, const bg_mark *mark, uint32_t name);
/* Permanent id of the rule, or "lexicon". */
const char *bg_mark__rule(const bg_text *text, const bg_mark *mark);

#endif
