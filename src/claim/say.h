/*
 * say: what head, quote and saying share while they read statements: a sentence with its heads, and who spoke last.
 * A head is a verb of speech with its subject (see 50-say.rules). Private to src/claim.
 */
#ifndef BG_SAY_H
#define BG_SAY_H

#include "claim.h"

#define BG_HEADS_MAX 48
#define BG_OPENER_REACH 30 /* words of a sentence within which the person stands that opens it */

typedef struct bg_head {
    const bg_mark *fact;
    const bg_mark *verb;    /* of a source ("Theo ông X, …"): the whole mark */
    bg_party speaker;
    bg_span speaker_span;
    uint32_t speaker_tok;   /* where the subject begins, BG_NONE = none of its own */
    uint32_t start;         /* token where the head begins: content before it ends here */
    uint32_t plain;         /* token where its content begins */
    uint32_t content;       /* … or the quotation behind it that is told */
    const char *kind, *act;
    bool tail;              /* what stands before it is its content, whatever else follows */
} bg_head;

typedef struct bg_say_reader {
    bg_claims *claims;
    bg_text *text;
    const bg_sentence *s;
    bg_head heads[BG_HEADS_MAX];
    unsigned count;
    uint32_t tail;          /* where an attribution at the end begins that only passes the heads on */
    bg_party last;          /* the nearest speaker before */
    bg_party voice;         /* … who was a person */
    bg_span last_span;
    uint32_t last_tok;      /* … and where its words begin */
    const char *last_act;   /* of the sentence just before, NULL = it said nothing */
    const char *told_act;   /* of what the sentence tells without a head */
    bool *quoted;           /* by token: inside quotation marks */
    bg_party asked;         /* who answers the questions of the page, unknown = it is no interview */
    bool answers;           /* behind the first question */
} bg_say_reader;

/* Find the heads of the reader's sentence, in order. */
void bg_head__collect(bg_say_reader *r);

/* Of the readings of the verb at the token the one that binds it best, NULL = none. */
const bg_mark *bg_head__best(const bg_say_reader *r, uint32_t tok);

/* The party that opens the sentence: a person, after a date or place at most, or a side or both sides at its very start. */
const bg_mark *bg_head__opener(const bg_say_reader *r);

/* Is the token this punctuation sign? */
bool bg_say__is_sign(const bg_say_reader *r, uint32_t tok, uint32_t sign);
bool bg_say__is_quote(const bg_say_reader *r, uint32_t tok); /* an opening mark */
bool bg_say__verb_has(const bg_say_reader *r, const bg_head *h, unsigned klass);
bool bg_say__is_press(const bg_say_reader *r, const bg_mark *subject); /* the press of a state, not the state */
/* The mark that a fact captured under the name, NULL = none. */
const bg_mark *bg_say__captured(const bg_say_reader *r, const bg_mark *fact, uint32_t name);
bg_party bg_say__party(const bg_say_reader *r, const bg_mark *mark);
/* The party that begins at the token; kind unknown if none does. */
bg_party bg_say__party_at(const bg_say_reader *r, uint32_t tok);

/* Fill `quoted` for the page. False: out of memory. */
bool bg_quote__find(bg_say_reader *r);
/* Token where the quotation that ends in this sentence begins, maybe some sentences before. */
uint32_t bg_quote__start(const bg_say_reader *r);
/* Does a quotation end right before the token? */
bool bg_quote__is_before(const bg_say_reader *r, uint32_t tok);
/* … or before the paper that passes it on. */
bool bg_quote__precedes(const bg_say_reader *r, uint32_t tok);
/* Where the words begin that an attribution behind a quotation still tells, BG_NONE = they are told. */
uint32_t bg_quote__rest(const bg_say_reader *r);
/* Who speaks the quotation that holds the token, by what stands right behind it; kind unknown if nobody is named. */
bg_party bg_quote__voice(const bg_say_reader *r, uint32_t tok, bg_span *span);
/* The first sentence, [*tok, *end), of a quotation that fills sentences and ends in this one. */
bool bg_quote__closed(const bg_say_reader *r, uint32_t *tok, uint32_t *end);
/* Whose the quotation is by the first party behind it, whatever the verb; kind unknown if nobody is named. */
bg_party bg_quote__owner(const bg_say_reader *r, uint32_t tok, bg_span *span);
bool bg_quote__ends_sentence(const bg_say_reader *r);
/* A pronoun behind a quotation is not the person whom the quotation speaks of, but who spoke before. */
void bg_quote__bind_outside(bg_say_reader *r, bg_head *h, bg_party before);

/* ---- say.c, head_make.c, for head.c */
#define JOINT_REACH 14 /* words of an office and a title between "và" and the name that we know */
/* The mark of the class that ends right before the token; NULL = none. */
const bg_mark *bg_say__mark_before(const bg_say_reader *r, uint32_t tok, unsigned klass);
/* "lời đề nghị", "một sự kỳ vọng"; but not where the subject ends with such a word ("Tổng Bí thư đề nghị"). */
bool bg_head__is_noun(const bg_say_reader *r, const bg_head *h);
/* "cùng nhất trí", "đã cùng khẳng định": not one alone. */
bool bg_say__is_together(const bg_say_reader *r, const bg_mark *verb);
bool bg_say__begins_with_party(const bg_say_reader *r, uint32_t tok);
uint32_t bg_say__occasion_end(const bg_say_reader *r, uint32_t start, uint32_t tok, uint32_t end);
/* "… nói với Reuters.": to whom, and nothing else, up to the end. */
bool bg_say__is_hearer(const bg_say_reader *r, uint32_t tok, uint32_t end);
/* "… nói vào hôm nay 15/3.": when, and nothing else. */
bool bg_say__is_when(const bg_say_reader *r, uint32_t tok, uint32_t end);
/* "Cả hai nói họ chỉ …": a clause, not a matter talked of. */
bool bg_say__tells_clause(const bg_say_reader *r, uint32_t tok);
/* Does the verb do nothing but report? 2 surely, 1 mostly, 0 it may stand in any clause. */
int bg_head__reports(const bg_say_reader *r, const bg_head *h);
bool bg_say__after_separator(const bg_say_reader *r, uint32_t tok);
/* "…, còn phía Mỹ khẳng định …": a clause of another state's own. */
bool bg_head__is_contrasted(const bg_say_reader *r, const bg_head *h);
/* At the start of a sentence or behind a comma or a word that links, not within another clause ("khả năng hai bên sẽ …"). */
bool bg_say__begins_clause(const bg_say_reader *r, uint32_t tok);
/* "A gửi thư đến B tại …, bày tỏ": a comma parts the verb from a party that does not begin the clause. */
bool bg_say__is_set_off(const bg_say_reader *r, const bg_mark *fact, const bg_mark *subject);
/* "A và B ra tuyên bố chung. … Tuyên bố nhấn mạnh …": the text is of both. */
bool bg_say__is_joint_text(const bg_say_reader *r);
bg_head bg_head__make(const bg_say_reader *r, const bg_mark *fact);

/* ---- content.c, speaker.c, for saying.c */
#define PLEDGE_REACH 24 /* words between the verb of saying and the cue */
#define SAID_LEAST 4 /* words behind a verb that are something said */
const char *bg_say__country(const bg_say_reader *r, const bg_party *party);
/* An open or linked head takes the subject of a later head in its sentence, else the nearest speaker before. */
void bg_saying__bind_speakers(bg_say_reader *r);
/* "tôi sẽ có cuộc hội đàm với …": announced rather than promised. */
bool bg_say__is_announcement(const bg_say_reader *r, uint32_t cue, uint32_t end);
/* "khẳng định Nga sẽ …", "khẳng định tiếp tục …": of what he himself or his state will do. */
bool bg_say__is_promise(const bg_say_reader *r, const bg_party *speaker, uint32_t tok, uint32_t end);
bool bg_head__is_own_pledge(const bg_say_reader *r, const bg_head *h, uint32_t tok, uint32_t end);
/* "ông B trả lời rằng …", told by A: what somebody else, or both, said. */
bool bg_say__tells_speech(const bg_say_reader *r, const bg_party *speaker, uint32_t tok, uint32_t end);
/* What a verb that may tell anything, or none, tells as a fact. */
bool bg_head__tells_fact(const bg_say_reader *r, const bg_head *h, uint32_t tok, uint32_t end);
void bg_saying__bind_states(bg_claims *c);
/* Was the last speaker somebody whom the page does not name, "một quan chức giấu tên Nga"? */
bool bg_saying__was_unnamed(const bg_say_reader *r);
/* "… nhấn mạnh trong cuộc đối thoại tại Hà Nội.": when and where, but not what; that stands before or behind in quotation marks. */
bool bg_say__is_circumstance(const bg_say_reader *r, uint32_t tok, uint32_t end);
/* The quotation that fills the sentence before, when it ends there: [*tok, *end). */
bool bg_say__quotation_before(const bg_say_reader *r, uint32_t *tok, uint32_t *end);
bool bg_sentence__is_read(const bg_sentence *s);
/* Where the quotation that holds the token ends, at most at `end`. */
uint32_t bg_say__quotation_end(const bg_say_reader *r, uint32_t tok, uint32_t end);
bool bg_say__tells_when(const bg_say_reader *r, uint32_t tok);
/* What a head tells, [*tok, *end): behind its verb, or before its subject. */
void bg_say__find_content(const bg_say_reader *r, unsigned i, uint32_t *tok, uint32_t *end);

/* ---- head_aside.c, for head.c and head_new.c */
#define ALSO_NEAR 5 /* words between "cũng", "đã" and the verb */
#define QUOTED_OPENS 2 /* tokens of a quoted sentence before its subject */
/* "được phía X ghi nhận", "mà X cam kết", "giữa X và Y sẽ", "X không nói": no act of X. */
bool bg_head__is_no_act(const bg_say_reader *r, const bg_head *h);
/* "Nhắc lại …, ông …": recalls what the speaker's own verb then speaks of. */
bool bg_head__is_aside(const bg_say_reader *r, const bg_head *h);
/* "… thông báo về cuộc gặp, B viết rằng …": somebody speaks behind a comma. */
bool bg_head__leads_to_main(const bg_say_reader *r, uint32_t tok);

/* ---- head_new.c, for head.c, and head.c, for it */
/* Is a candidate a new act, or part of what the head before it tells? */
bool bg_head__is_new_act(const bg_say_reader *r, bg_head *h);
/* A verb that is a noun as well, "đề nghị". */
bool bg_head__is_noun_too(const bg_say_reader *r, const bg_head *h);
/* Is [tok, end) nothing but punctuation? */
bool bg_say__is_punctuation(const bg_say_reader *r, uint32_t tok, uint32_t end);
/* "Cảm ơn …, Thủ tướng A đề nghị": what follows a fronted clause. */
bool bg_head__is_main_clause(const bg_say_reader *r, const bg_head *h);

#endif
