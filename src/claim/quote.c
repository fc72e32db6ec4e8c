/* quote: what stands between quotation marks, and whose words it is. */
#include "say.h"

/* Token behind the quotation that holds the token. */
static uint32_t quote_end(const bg_say_reader *r, uint32_t tok) {
    while (tok < r->text->tokens.count && r->quoted[tok]) tok++;
    return tok;
}

#define AGENCY_LENGTH 8 /* words of "AFP hôm nay dẫn lời" */
#define VOICE_NEAR 4 /* tokens from the closing mark to the subject: ", " and the like */

/* Who speaks a quotation: "…", Ông X nói. Unknown when no subject of a verb of speech stands right behind it. */
bg_party bg_quote__voice(const bg_say_reader *r, uint32_t tok, bg_span *span) {
    uint32_t close = quote_end(r, tok);
    for (uint32_t i = close; i < r->text->tokens.count && i < close + VOICE_NEAR + BG_OPENER_REACH; i++) {
        const bg_mark *fact = bg_text__at(r->text, i, CLASS_SAYFACT) == BG_NONE ? NULL : bg_head__best(r, i);
        const bg_mark *subject = fact ? bg_say__captured(r, fact, KEY_S) : NULL;
        if (!subject || subject->tok < close || subject->klass == CLASS_BOTH) continue;
        bool cited = subject->klass == CLASS_WHO && subject->tok < close + AGENCY_LENGTH && bg_text__first(r->text, close, subject->tok, CLASS_CITES) != BG_NONE;
        if (subject->tok > close + VOICE_NEAR && !cited) continue; /* "…", Reuters dẫn lời A nói */
        *span = bg_text__span(r->text, subject->tok, subject->end);
        return bg_say__party(r, subject);
    }
    return (bg_party){.kind = BG_SPEAKER_UNKNOWN};
}

/* Does the mark at the beginning of the sentence close what the line before left open? */
static bool closes_at_start(const bg_say_reader *r) {
    uint32_t tok = r->s->tok;
    return tok > 0 && r->quoted[tok - 1] && bg_say__is_sign(r, tok, '"') && bg_say__is_sign(r, tok + 1, ',');
}

/* Where the quotation that ends in this sentence began: maybe some sentences before, in the same paragraph. */
uint32_t bg_quote__start(const bg_say_reader *r) {
    bool closes = closes_at_start(r);
    if (!closes && bg_say__is_quote(r, r->s->tok)) return r->s->tok + 1;
    if (!closes && !r->quoted[r->s->tok]) return r->s->tok;
    for (uint32_t i = r->s->tok; i-- > 0;)
        if (!r->quoted[i]) return i + 1;
    return r->s->tok;
}

/* Does a quotation end right before the token? */
bool bg_quote__is_before(const bg_say_reader *r, uint32_t tok) {
    if (tok > r->s->tok && (bg_say__is_sign(r, tok - 1, ',') || bg_say__is_sign(r, tok - 1, '-') || bg_say__is_sign(r, tok - 1, 0x2013))) tok--;
    if (tok <= r->s->tok) return false;
    if (bg_say__is_sign(r, tok - 1, 0x201D) || bg_say__is_sign(r, tok - 1, 0xBB)) return true;
    return (bg_say__is_sign(r, tok - 1, '"') || bg_say__is_sign(r, tok - 1, '\'')) && tok > 1 && r->quoted[tok - 2] && (tok > r->s->tok + 1 || bg_say__is_sign(r, tok, ','));
}


/* Does a quotation end before the token, or before a paper that passes the words on: "…", AFP dẫn lời ông A nói? */
bool bg_quote__precedes(const bg_say_reader *r, uint32_t tok) {
    if (bg_quote__is_before(r, tok)) return true;
    bool cites = false;
    for (uint32_t i = tok; i > r->s->tok && i + AGENCY_LENGTH > tok; i--) {
        uint32_t m = bg_text__at(r->text, i - 1, CLASS_CITES);
        cites |= m != BG_NONE && r->text->marks.items[m].end == tok;
        if (r->quoted[i - 1]) return false;
        if (cites && bg_quote__is_before(r, i - 1)) return true;
    }
    return false;
}

/* Where the words begin that an attribution behind a quotation still tells: BG_NONE = a sentence of it had an act of its own. */
uint32_t bg_quote__rest(const bg_say_reader *r) {
    uint32_t start = bg_quote__start(r);
    size_t n = r->claims->sayings.count;
    bool told = n && r->claims->sayings.items[n - 1].tok >= start && r->claims->sayings.items[n - 1].end <= r->s->tok;
    return told ? BG_NONE : start;
}

#define QUOTATION_LEAST 6 /* words: a shorter one is a word or two of somebody's */

/* The first sentence of the quotation that ends in this sentence, [*tok, *end), when it opened a sentence. */
bool bg_quote__closed(const bg_say_reader *r, uint32_t *tok, uint32_t *end) {
    uint32_t close = r->s->tok;
    while (close < r->s->end && (bg_say__is_quote(r, close) || r->text->tokens.items[close].flags & BG_TOK_PUNCT)) close++;
    if (closes_at_start(r)) close = r->s->tok;
    else if (close >= r->s->end || !r->quoted[close]) return false;
    else close = quote_end(r, close);
    *tok = bg_quote__start(r);
    if (close > r->s->end) return false;
    const bg_sentence *first = r->s;
    while (first > r->text->sentences.items && *tok < first->tok) first--;
    *end = close < first->end ? close : first->end;
    return *tok <= first->tok + 1 && r->quoted[*tok] && !(r->text->tokens.items[*tok].flags & BG_TOK_PUNCT) && close >= *tok + QUOTATION_LEAST;
}

/* Does nothing but signs stand behind the last quotation of the sentence? */
bool bg_quote__ends_sentence(const bg_say_reader *r) {
    uint32_t end = r->s->end;
    while (end > r->s->tok && r->text->tokens.items[end - 1].flags & BG_TOK_PUNCT && !r->quoted[end - 1]) end--;
    return end == r->s->tok || r->quoted[end - 1];
}

/* End of the sentence in which the quotation closes: this one or one of the next. */
static uint32_t closing_end(const bg_say_reader *r, uint32_t close) {
    const bg_sentence *s = r->s, *last = &r->text->sentences.items[r->text->sentences.count - 1];
    while (s < last && s->end < close) s++;
    return s->end;
}

/* "Hãng thông tấn Nga RIA dẫn bài viết của ông A": the state of a paper. */
static bool cites_soon(const bg_say_reader *r, uint32_t tok, uint32_t end) {
    for (uint32_t i = tok + 1; i < end && i < tok + AGENCY_LENGTH && !(r->text->tokens.items[i].flags & BG_TOK_PUNCT); i++)
        if (bg_text__is(r->text, i, CLASS_CITES)) return true;
    return false;
}

/* Whose the words are by the party nearest behind the closing mark, whatever the verb; unknown when nobody is named there. */
bg_party bg_quote__owner(const bg_say_reader *r, uint32_t tok, bg_span *span) {
    uint32_t close = quote_end(r, tok), end = closing_end(r, close);
    for (uint32_t i = close, named = BG_NONE; i < end; i++) {
        if (bg_text__at(r->text, i, CLASS_CITES) != BG_NONE) named = BG_NONE; /* "TASS dẫn lời …" */
        else if (named == BG_NONE && bg_text__at(r->text, i, CLASS_NAME) != BG_NONE && bg_text__at(r->text, i, CLASS_WHO) == BG_NONE) named = i;
        bg_party party = r->quoted[i] ? (bg_party){.kind = BG_SPEAKER_UNKNOWN} : bg_say__party_at(r, i);
        if (party.kind == BG_SPEAKER_UNKNOWN || (party.kind == BG_SPEAKER_SIDE && cites_soon(r, i, end))) continue;
        if (named != BG_NONE) break; /* somebody else is named before */
        *span = bg_text__span(r->text, i, i + 1);
        return party;
    }
    return (bg_party){.kind = BG_SPEAKER_UNKNOWN};
}

/* "Chuyến thăm của Thủ tướng A …", ông nói: not A, of whom he speaks, but who spoke before. */
void bg_quote__bind_outside(bg_say_reader *r, bg_head *h, bg_party before) {
    const bg_mark *subject = bg_say__captured(r, h->fact, KEY_S);
    if (!subject || !is(bg_mark__rule(r->text, subject), "who.pronoun") || h->speaker.kind != BG_SPEAKER_ENTITY) return;
    if (before.kind != BG_SPEAKER_ENTITY || !bg_quote__is_before(r, h->start)) return;
    for (uint32_t tok = r->s->tok; tok < h->start; tok++) {
        uint32_t m = r->quoted[tok] ? bg_text__at(r->text, tok, CLASS_WHO) : BG_NONE;
        if (m == BG_NONE || r->text->marks.items[m].ref != h->speaker.entity) continue;
        h->speaker = before;
        return;
    }
}

/* A single quote with a blank on one side is a mark, between letters it is an apostrophe. */
static bool is_loose(const bg_say_reader *r, const bg_sentence *s, uint32_t tok) {
    const bg_token *t = &r->text->tokens.items[tok];
    return !(t->flags & BG_TOK_GLUED) || tok + 1 >= s->end || !(t[1].flags & BG_TOK_GLUED);
}

/* A single quote opens before a word, after a blank: not in "Dato' Johari". A double one within a quotation opens another so. */
static bool opens_word(const bg_say_reader *r, const bg_sentence *s, uint32_t tok) {
    const bg_token *t = &r->text->tokens.items[tok];
    return tok + 1 < s->end && t[1].flags & BG_TOK_GLUED && !(t->flags & BG_TOK_GLUED);
}

/* The quotation mark at a token: '"' for one that may open and close, '(' for one that opens, ')' for one that closes, 0 for none. */
static uint32_t mark_at(const bg_say_reader *r, const bg_sentence *s, uint32_t tok, bool open) {
    const bg_token *t = &r->text->tokens.items[tok];
    uint32_t c = t->flags & BG_TOK_PUNCT ? t->value : 0;
    if (c == '"' || (c == '\'' && is_loose(r, s, tok) && (open || opens_word(r, s, tok)))) return '"';
    return c == 0x201C || c == 0xAB ? '(' : c == 0x201D || c == 0xBB ? ')' : 0;
}

/* Does a mark that may open and close rather close: at the end, before a comma or a blank? */
static bool closes(const bg_say_reader *r, const bg_sentence *s, uint32_t tok) {
    const bg_token *t = &r->text->tokens.items[tok];
    return tok + 1 >= s->end || t[1].flags & BG_TOK_PUNCT || !(t[1].flags & BG_TOK_GLUED);
}

static bool is_body(const bg_sentence *s) { return !s->title && !s->caption && !s->heading; }

#define QUOTE_SENTENCES 8 /* that one quotation may go on over paragraphs */

/* Is the quotation that a paragraph leaves open closed in one of the next? */
static bool goes_on(const bg_say_reader *r, size_t from) {
    for (size_t i = from; i < r->text->sentences.count && i < from + QUOTE_SENTENCES; i++) {
        const bg_sentence *s = &r->text->sentences.items[i];
        for (uint32_t tok = s->tok; is_body(s) && tok < s->end; tok++) {
            uint32_t mark = mark_at(r, s, tok, true);
            bool alone = s->paragraph_start && tok == s->tok && !(tok + 1 < s->end && bg_say__is_sign(r, tok + 1, ',')); /* unless it closes a quotation and a comma follows */
            if (mark) return mark == ')' || (mark == '"' && !alone && closes(r, s, tok));
        }
    }
    return false;
}

/* Does a mark within a quotation open another, rather than close it: behind a word, not behind a stop? */
static bool nests(const bg_say_reader *r, const bg_sentence *s, uint32_t tok, uint32_t mark, uint32_t opener) {
    const bg_token *t = &r->text->tokens.items[tok];
    if (mark != '"') return mark == '(';
    if (t->value == '\'' && opener != '\'') return true; /* a single quote within double ones */
    return tok > s->tok && opens_word(r, s, tok) && t[1].flags & BG_TOK_WORD && t[-1].flags & BG_TOK_WORD;
}

/* Does the sentence stand behind the one that is read before it? The title may stand behind the body. */
static bool is_behind(const bg_say_reader *r, const bg_sentence *s) {
    const bg_token *t = &r->text->tokens.items[s->tok];
    return !s->tok || s->tok == s->end || t[-1].start <= t->start;
}

/* Mark the tokens between quotation marks; a mark left open ends with its block, unless one of the next closes it. */
bool bg_quote__find(bg_say_reader *r) {
    r->quoted = bg_arena__alloc(r->text->arena, r->text->tokens.count + 1);
    if (!r->quoted) return false;
    uint32_t block = BG_NONE;
    uint32_t opener = 0;
    bool open = false, inner = false; /* inner: words quoted by whom the quotation quotes */
    for (size_t i = 0; i < r->text->sentences.count; i++) {
        const bg_sentence *s = &r->text->sentences.items[i];
        if (s->block != block) inner = false, open = open && is_behind(r, s) && goes_on(r, i);
        block = s->block;
        for (uint32_t tok = s->tok; tok < s->end; tok++) {
            uint32_t mark = mark_at(r, s, tok, open);
            bool nested = mark && (inner || (open && nests(r, s, tok, mark, opener)));
            if (nested) inner = !inner;
            else if (mark) open = mark == '(' || (mark == '"' && !open), opener = r->text->tokens.items[tok].value;
            r->quoted[tok] = open && (!mark || nested);
        }
    }
    return true;
}
