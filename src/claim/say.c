/* say: what every file that reads statements asks of words and parties. */
#include "say.h"

bool bg_say__is_sign(const bg_say_reader *r, uint32_t tok, uint32_t sign) {
    return bg_text__is_sign(r->text, tok, sign);
}

bool bg_say__is_quote(const bg_say_reader *r, uint32_t tok) {
    static const uint32_t marks[] = {'"', 0x201C, 0x2018, 0xAB};
    for (size_t i = 0; i < BG_COUNT(marks); i++)
        if (bg_say__is_sign(r, tok, marks[i])) return true;
    return false;
}

const bg_mark *bg_say__captured(const bg_say_reader *r, const bg_mark *fact, uint32_t name) {
    const bg_capture *c = bg_mark__capture(r->text, fact, name);
    return c && c->mark != BG_NONE ? &r->text->marks.items[c->mark] : NULL;
}

#define BODY_REACH 1500 /* words back to where a body was named with its state */

/* The state named last before the token. */
static const char *state_before(const bg_say_reader *r, uint32_t tok) {
    for (uint32_t i = tok; i-- > 0 && i + BODY_REACH > tok;) {
        uint32_t side = bg_text__at(r->text, i, CLASS_SIDE);
        if (side != BG_NONE) return bg_mention__country(r->claims->mentions, &r->text->marks.items[side]);
    }
    return NULL;
}

/* "Bộ Ngoại giao cho biết": of the state with which the page named it before, else of the page's own; of that named last where the page has none. */
static const char *body_state(const bg_say_reader *r, const bg_mark *body) {
    const char *name = bg_mark__get(r->text, body, KEY_VALUE), *state = bg_mark__get(r->text, body, KEY_COUNTRY);
    if (!state && body->end < r->s->end && bg_text__at(r->text, body->end, CLASS_PRONOUN) != BG_NONE) state = state_before(r, body->tok); /* "… nước này" */
    for (uint32_t i = body->tok; !state && i-- > 0 && i + BODY_REACH > body->tok;) {
        uint32_t m = bg_text__at(r->text, i, CLASS_BODY);
        if (m == BG_NONE || !is(bg_mark__get(r->text, &r->text->marks.items[m], KEY_VALUE), name)) continue;
        uint32_t side = bg_text__at(r->text, i, CLASS_SIDE);
        if (side != BG_NONE) state = bg_mention__country(r->claims->mentions, &r->text->marks.items[side]);
    }
    const char *home = r->claims->mentions->home;
    if (!state) state = home ? home : state_before(r, body->tok);
    return state ? state : "VN";
}

/* "Về phía Séc, hiệp hội thép nước này": the state that its sentence, or one before, names last; NULL = the mark is no such word. */
static const char *state_meant(const bg_say_reader *r, const bg_mark *mark) {
    uint32_t m = bg_text__at(r->text, mark->tok, CLASS_PRONOUN);
    if (m == BG_NONE || r->text->marks.items[m].end != mark->end || !is(bg_mark__get(r->text, &r->text->marks.items[m], KEY_VALUE), "state")) return NULL;
    uint32_t country = bg_text__last(r->text, r->s->tok, mark->tok, CLASS_COUNTRY);
    return country == BG_NONE ? state_before(r, mark->tok) : bg_mention__country(r->claims->mentions, &r->text->marks.items[country]);
}

bg_party bg_say__party(const bg_say_reader *r, const bg_mark *mark) {
    const char *named = state_meant(r, mark);
    if (named) return (bg_party){.kind = BG_SPEAKER_SIDE, .side = named};
    if (mark->klass == CLASS_BODY) return (bg_party){.kind = BG_SPEAKER_SIDE, .side = body_state(r, mark)};
    if (mark->klass == CLASS_BOTH || mark->klass == CLASS_GROUP) return (bg_party){.kind = BG_SPEAKER_BOTH};
    if (mark->klass == CLASS_WHO && mark->ref != BG_NONE) return (bg_party){.kind = BG_SPEAKER_ENTITY, .entity = mark->ref};
    if (mark->klass == CLASS_SIDE || mark->klass == CLASS_PLACE) return (bg_party){.kind = BG_SPEAKER_SIDE, .side = bg_mention__country(r->claims->mentions, mark)};
    return (bg_party){.kind = BG_SPEAKER_UNKNOWN};
}

/* The party that begins at the token, unknown if none does. */
bg_party bg_say__party_at(const bg_say_reader *r, uint32_t tok) {
    unsigned kinds[] = {CLASS_BOTH, CLASS_WHO, CLASS_SIDE};
    for (size_t i = 0; i < BG_COUNT(kinds); i++) {
        uint32_t m = bg_text__at(r->text, tok, kinds[i]);
        if (m != BG_NONE) return bg_say__party(r, &r->text->marks.items[m]);
    }
    return (bg_party){.kind = BG_SPEAKER_UNKNOWN};
}

bool bg_say__verb_has(const bg_say_reader *r, const bg_head *h, unsigned klass) {
    for (uint32_t i = h->verb->tok; i < h->verb->end; i++)
        if (bg_text__at(r->text, i, klass) != BG_NONE) return true;
    return false;
}

#define LINK_LENGTH 8 /* words of a date or of "ngoài những nội dung trên" */

/* The mark of the class that ends right before the token; NULL = none. */
const bg_mark *bg_say__mark_before(const bg_say_reader *r, uint32_t tok, unsigned klass) {
    for (uint32_t i = tok; i > r->s->tok && i + (klass == CLASS_WHO ? BG_OPENER_REACH : LINK_LENGTH) > tok; i--) {
        uint32_t m = bg_text__at(r->text, i - 1, klass);
        if (m != BG_NONE && r->text->marks.items[m].end == tok) return &r->text->marks.items[m];
    }
    return NULL;
}

#define PRESS_REACH 7 /* words of "đài truyền hình … của" before the state */

/* "tờ A của Pháp cho hay": its press, not the state. */
bool bg_say__is_press(const bg_say_reader *r, const bg_mark *subject) {
    if (subject->klass != CLASS_SIDE) return false;
    for (uint32_t i = subject->tok + 1; i > r->s->tok && i + PRESS_REACH > subject->tok; i--) {
        const bg_token *t = &r->text->tokens.items[i - 1];
        if (i <= subject->tok && (t->flags & BG_TOK_PUNCT || bg_text__at(r->text, i - 1, CLASS_CITES) != BG_NONE ||
                              bg_text__at(r->text, i - 1, CLASS_SAY) != BG_NONE)) return false;
        if (bg_text__at(r->text, i - 1, CLASS_PRESS) != BG_NONE) return true;
    }
    return false;
}

/* "… nói vào hôm nay 15/3.": when, and nothing else, up to the end. */
bool bg_say__is_when(const bg_say_reader *r, uint32_t tok, uint32_t end) {
    if (tok + 1 < end && bg_text__at(r->text, tok, CLASS_DATE) == BG_NONE) tok++; /* "vào" */
    uint32_t first = tok, m;
    while (tok < end && (m = bg_text__at(r->text, tok, CLASS_DATE)) != BG_NONE) tok = r->text->marks.items[m].end;
    for (; tok < end; tok++)
        if (!(r->text->tokens.items[tok].flags & BG_TOK_PUNCT)) return false;
    return tok > first && bg_text__at(r->text, first, CLASS_DATE) != BG_NONE;
}

#define LONG_BEFORE 12 /* words that are something told */

/* "… trong cuộc gặp với Ủy viên X, Chủ tịch Y": a comma within the names of those who were met, or before the source. */
static bool names_next(const bg_say_reader *r, uint32_t comma) {
    static const unsigned names[] = {CLASS_WHO, CLASS_POST, CLASS_OFFICE, CLASS_ACCORDING};
    if (!bg_say__is_sign(r, comma, ',') || comma + 1 >= r->s->end) return false;
    for (size_t i = 0; i < BG_COUNT(names); i++)
        if (bg_text__at(r->text, comma + 1, names[i]) != BG_NONE) return true;
    return false;
}

/* Behind the words that tell when and where somebody who begins at `start` spoke: at the next sign, unless a long clause stands before him. */
uint32_t bg_say__occasion_end(const bg_say_reader *r, uint32_t start, uint32_t tok, uint32_t end) {
    bool told = start > r->s->tok + LONG_BEFORE;
    while (tok < end && (!(r->text->tokens.items[tok].flags & BG_TOK_PUNCT) || (told && names_next(r, tok)))) {
        uint32_t date = bg_text__at(r->text, tok, CLASS_DATE); /* "4/10" */
        tok = date == BG_NONE ? tok + 1 : r->text->marks.items[date].end;
    }
    return tok;
}

#define HEARER_MOST 8 /* words of "với hãng tin …" */

/* Behind the word that says to whom: at the token, or the verb's own last one ("nói với", "viết trên"); BG_NONE = there is none. */
static uint32_t hearer_start(const bg_say_reader *r, uint32_t tok, uint32_t end) {
    uint32_t to = tok < end ? bg_text__at(r->text, tok, CLASS_HEARS) : BG_NONE;
    if (to != BG_NONE) return r->text->marks.items[to].end;
    const bg_mark *verb = tok > r->s->tok && tok < end && bg_text__is(r->text, tok - 1, CLASS_HEARS) ? bg_say__mark_before(r, tok, CLASS_SAY) : NULL;
    bool tells = verb && (bg_mark__get(r->text, verb, KEY_QUOTED) || bg_mark__get(r->text, verb, KEY_NEUTRAL)); /* not "đổ lỗi cho" */
    return tells ? tok : BG_NONE;
}

/* "… nói với Reuters.", "… tiết lộ với kênh A hôm qua": to whom and when, and nothing else, up to the end. */
bool bg_say__is_hearer(const bg_say_reader *r, uint32_t tok, uint32_t end) {
    uint32_t last = end;
    while (last > tok && r->text->tokens.items[last - 1].flags & BG_TOK_PUNCT) last--;
    uint32_t name = hearer_start(r, tok, last);
    if (name == BG_NONE || last > tok + HEARER_MOST) return false;
    for (uint32_t i = name; i < last;) {
        uint32_t date = i > name ? bg_text__at(r->text, i, CLASS_DATE) : BG_NONE;
        if (date == BG_NONE && (r->text->tokens.items[i].flags & BG_TOK_PUNCT || bg_text__at(r->text, i, CLASS_SAY) != BG_NONE)) return false;
        i = date == BG_NONE ? i + 1 : r->text->marks.items[date].end;
    }
    return name < last && (r->text->tokens.items[name].flags & BG_TOK_CAP || bg_text__at(r->text, name, CLASS_PRESS) != BG_NONE);
}

bool bg_say__begins_with_party(const bg_say_reader *r, uint32_t tok) {
    return tok < r->s->end && (bg_text__at(r->text, tok, CLASS_WHO) != BG_NONE || bg_text__at(r->text, tok, CLASS_SIDE) != BG_NONE ||
                               bg_text__at(r->text, tok, CLASS_BOTH) != BG_NONE);
}

/* "Cả hai nói họ chỉ …": a clause, not a matter talked of. */
bool bg_say__tells_clause(const bg_say_reader *r, uint32_t tok) {
    return bg_say__begins_with_party(r, tok) || (tok < r->s->end && bg_text__at(r->text, tok, CLASS_PRONOUN) != BG_NONE);
}

bool bg_say__after_separator(const bg_say_reader *r, uint32_t tok) {
    return tok == r->s->tok || bg_say__is_sign(r, tok - 1, ';') || bg_say__is_sign(r, tok - 1, ',') || bg_say__mark_before(r, tok, CLASS_CONNECT); /* "nhưng" */
}

/* At the start of a sentence or behind a comma or a word that links, not within another clause ("khả năng hai bên sẽ …"). */
bool bg_say__begins_clause(const bg_say_reader *r, uint32_t tok) {
    static const unsigned links[] = {CLASS_PLURAL, CLASS_CONNECT, CLASS_DATE, CLASS_AND};
    if (bg_say__after_separator(r, tok)) return true;
    for (size_t k = 0; k < BG_COUNT(links); k++)
        if (bg_say__mark_before(r, tok, links[k])) return true;
    return false;
}
