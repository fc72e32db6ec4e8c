/* content: from where to where a verb of saying tells what was said. */
#include "say.h"

/* The words between this head's content and the next head that only link them. */
static uint32_t content_end(const bg_say_reader *r, unsigned i) {
    uint32_t end = i + 1 < r->count ? r->heads[i + 1].start : r->tail;
    while (end > r->heads[i].content && i + 1 < r->count && (bg_contact__is_link(r->claims, end - 1) || (end > r->heads[i].content + SAID_LEAST && bg_text__is(r->text, end - 1, CLASS_CONNECT)))) end--;
    return end;
}

#define OCCASION_NEAR 5 /* words from "tại" to the word that names the occasion */

/* "… nhấn mạnh trong cuộc đối thoại tại Hà Nội.": when and where, but not what; that stands before or behind in quotation marks. */
bool bg_say__is_circumstance(const bg_say_reader *r, uint32_t tok, uint32_t end) {
    uint32_t word = tok < end ? bg_text__at(r->text, tok, CLASS_CIRCUMSTANCE) : BG_NONE;
    if (word == BG_NONE) return false;
    bool occasion = is(bg_mark__get(r->text, &r->text->marks.items[word], KEY_VALUE), "press");
    for (uint32_t i = tok; i < end; i++) {
        if (bg_say__is_sign(r, i, ',') || bg_say__is_sign(r, i, ':') || bg_say__is_quote(r, i)) return false;
        occasion |= i < tok + OCCASION_NEAR && (bg_text__is(r->text, i, CLASS_CONTACT) || bg_text__is(r->text, i, CLASS_TEXTNOUN));
    }
    return occasion;
}

/* The quotation that fills the sentence before, when it ends there: [*tok, *end). */
bool bg_say__quotation_before(const bg_say_reader *r, uint32_t *tok, uint32_t *end) {
    uint32_t close = r->s->tok;
    while (close > 0 && r->text->tokens.items[close - 1].flags & BG_TOK_PUNCT && !r->quoted[close - 1] && close + 3 > r->s->tok) close--;
    if (close == 0 || close == r->s->tok || !r->quoted[close - 1]) return false;
    for (*end = *tok = close; *tok > 0 && r->quoted[*tok - 1];) --*tok;
    return true;
}

bool bg_sentence__is_read(const bg_sentence *s) { return !s->title && !s->caption && !s->heading; }

/* Where the quotation that holds the token ends, at most at `end`. */
uint32_t bg_say__quotation_end(const bg_say_reader *r, uint32_t tok, uint32_t end) {
    while (tok < end && (r->quoted[tok] || bg_say__is_quote(r, tok))) tok++;
    return tok;
}

#define ACT_NEAR 8 /* words from the opening mark to the verb of the act */

/* "“Việt Nam đánh giá cao …": what is quoted thanks or praises by itself; its sentence tells it. */
static bool has_own_act(const bg_say_reader *r, const bg_sentence *s) {
    for (uint32_t i = s->tok; i < s->end && i < s->tok + ACT_NEAR; i++) {
        const bg_mark *fact = bg_text__at(r->text, i, CLASS_SAYFACT) == BG_NONE ? NULL : bg_head__best(r, i);
        const bg_mark *subject = fact ? bg_say__captured(r, fact, KEY_S) : NULL;
        const char *act = fact ? bg_mark__get(r->text, fact, KEY_ACT) : NULL;
        if (!subject || subject->klass != CLASS_SIDE || subject->tok > s->tok + 1) continue;
        return act && !is(act, "affirms") && !is(act, "informs") && !is(act, "pledges");
    }
    return false;
}

/* "…, ông nói:" at the end of a sentence: the next one is what he says. */
static void content_in_next(const bg_say_reader *r, uint32_t *tok, uint32_t *end) {
    const bg_sentence *next = r->s + 1;
    if (next >= r->text->sentences.items + r->text->sentences.count || !bg_sentence__is_read(next) || !bg_say__is_sign(r, r->s->end - 1, ':')) return;
    *tok = next->tok, *end = next->end;
    if (bg_say__is_quote(r, *tok)) ++*tok;
    if (has_own_act(r, next)) *end = *tok;
}

bool bg_say__tells_when(const bg_say_reader *r, uint32_t tok) {
    uint32_t date = tok < r->s->end ? bg_text__at(r->text, tok, CLASS_DATE) : BG_NONE; /* "hôm nay khi trả lời …" */
    if (date != BG_NONE) tok = r->text->marks.items[date].end;
    return tok < r->s->end && bg_text__at(r->text, tok, CLASS_CIRCUMSTANCE) != BG_NONE;
}

/* "một quan chức": with the words for how many. */
static uint32_t subject_start(const bg_say_reader *r, uint32_t start) {
    while (start > r->s->tok && bg_text__at(r->text, start - 1, CLASS_PLURAL) != BG_NONE) start--;
    return start;
}

#define WHEN_MOST 40 /* words that tell when and where, and nothing else */

/* "…, ông A cho biết khi đến nơi." */
static bool is_circumstance_only(const bg_say_reader *r, const bg_head *h, uint32_t tok, uint32_t end) {
    if (!(is(h->act, "informs") || is(h->act, "affirms")) || !bg_say__tells_when(r, tok) || tok != h->verb->end || end > tok + WHEN_MOST) return false;
    uint32_t start = subject_start(r, h->start);
    if (start < r->s->tok + SAID_LEAST || !bg_say__is_sign(r, start - 1, ',')) return false;
    return bg_say__occasion_end(r, start, tok, end) == end;
}

/* "…", ông A nói với Thủ tướng B; …, ông A cho biết, theo TTXVN. */
static bool fills_content(const bg_say_reader *r, uint32_t tok, uint32_t end) {
    uint32_t source = tok;
    if (tok < end && bg_text__at(r->text, tok, CLASS_ACCORDING) != BG_NONE)
        while (source < end && !bg_say__is_sign(r, source, ',')) source++;
    if (source > tok && source >= end) return true;
    uint32_t m = tok < end ? bg_text__at(r->text, tok, CLASS_WHO) : BG_NONE;
    return m != BG_NONE && r->text->marks.items[m].end >= end;
}

/* Are the words before its subject what it tells: "…", ông nói. Not when a quoted word alone stands there and more follows the verb. */
static bool tells_before(const bg_say_reader *r, const bg_head *h, uint32_t tok, uint32_t end) {
    bool tells = is(h->act, "informs") || is(h->act, "affirms");
    if (h->tail) return true;
    uint32_t start = subject_start(r, h->start); /* "những nội dung hai bên thảo luận." is no attribution */
    bool set_off = start > r->s->tok + SAID_LEAST && bg_say__is_sign(r, start - 1, ',');
    if (tells && (fills_content(r, tok, end) || (set_off && (bg_say__is_hearer(r, tok, end) || bg_say__is_when(r, tok, end))))) tok = end;
    if (!tells && !(start > r->s->tok && bg_say__is_sign(r, start - 1, ','))) return bg_quote__precedes(r, h->start);
    if (tok >= end && bg_say__is_sign(r, r->s->end - 1, ':') && !bg_quote__precedes(r, start)) return false; /* what is told stands behind */
    if (!bg_quote__precedes(r, start)) return r->count == 1 && (tok >= end || is_circumstance_only(r, h, tok, end));
    if (tok < end && bg_text__is(r->text, tok, CLASS_ASIDE)) return true; /* "…", ông cho biết, đề cập tới X */
    if (tok + SAID_LEAST > end || bg_say__is_quote(r, r->s->tok) || r->quoted[r->s->tok]) return true;
    return bg_say__tells_when(r, tok) && tok == h->verb->end; /* behind a comma they open what it tells */
}

/* What is told before the subject that begins at `start`. True: it is told already. */
static bool content_before(const bg_say_reader *r, uint32_t start, uint32_t *tok, uint32_t *end) {
    start = subject_start(r, start);
    *tok = bg_quote__rest(r);
    *end = *tok < start && r->quoted[*tok] ? bg_say__quotation_end(r, *tok, start) : start;
    return *tok == BG_NONE;
}

/* What a head tells, [*tok, *end): behind its verb, or before its subject. */
void bg_say__find_content(const bg_say_reader *r, unsigned i, uint32_t *tok, uint32_t *end) {
    const bg_head *h = &r->heads[i];
    *tok = h->content, *end = content_end(r, i);
    if (r->quoted[h->verb->tok]) *end = bg_say__quotation_end(r, h->verb->tok, *end);
    while (*end > *tok && r->text->tokens.items[*end - 1].flags & BG_TOK_PUNCT && !bg_say__is_quote(r, *end - 1)) --*end;
    if (is(h->kind, "behind")) *tok = r->s->tok, *end = h->start;
    if (i == 0 && is(h->kind, "subject") && tells_before(r, h, *tok, *end) && content_before(r, h->start, tok, end)) return;
    if (*tok >= *end && i + 1 == r->count) content_in_next(r, tok, end);
    bool accepts = *tok >= *end && i + 1 == r->count && is(h->act, "agrees") && h->speaker.kind == BG_SPEAKER_ENTITY;
    if (accepts) *tok = h->verb->tok, *end = h->verb->end; /* "…, ông vui vẻ nhận lời." */
    bool alone = is(h->act, "agrees") && h->speaker.kind == BG_SPEAKER_ENTITY; /* "ông nhận lời và cho biết …" */
    for (unsigned j = i + 1; !alone && *tok >= *end && j < r->count; j++) *tok = r->heads[j].content, *end = content_end(r, j); /* two verbs, one content */
}
