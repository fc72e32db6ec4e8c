/* head_make: a mark of level "say" → a verb of saying with its subject, its act and where its content begins. */
#include "say.h"

/* "lời đề nghị", "một sự kỳ vọng"; but not where the subject ends with such a word ("Tổng Bí thư đề nghị"). */
bool bg_head__is_noun(const bg_say_reader *r, const bg_head *h) {
    const bg_mark *verb = h->verb, *subject = bg_say__captured(r, h->fact, KEY_S);
    if (verb->tok == r->s->tok || (subject && subject->end == verb->tok)) return false;
    uint32_t cue = bg_text__at(r->text, verb->tok - 1, CLASS_NOUNCUE);
    if (cue == BG_NONE || is(bg_mark__get(r->text, verb, KEY_NOUN), "yes")) return cue != BG_NONE;
    if (is(bg_mark__get(r->text, &r->text->marks.items[cue], KEY_VALUE), "letter")) return is(bg_mark__get(r->text, verb, KEY_OBJECT), "person");
    if (!is(bg_mark__get(r->text, &r->text->marks.items[cue], KEY_VALUE), "always")) return false;
    const bg_mark *light = bg_say__mark_before(r, verb->tok, CLASS_SAYADV); /* "bày tỏ sự …" */
    return !light || !is(bg_mark__get(r->text, light, KEY_VALUE), "light");
}

#define COLON_REACH 30 /* words from the verb to the colon before its quotation */

/* "… chia sẻ trên mạng xã hội: “…”": the quotation is what is told. BG_NONE = none. */
static uint32_t quotation_behind(const bg_say_reader *r, const bg_head *h, uint32_t tok) {
    if (!(is(h->act, "affirms") || is(h->act, "informs")) || is(bg_mark__get(r->text, h->verb, KEY_OBJECT), "noun")) return BG_NONE;
    for (uint32_t i = tok; i + 1 < r->s->end && i < tok + COLON_REACH; i++) {
        if (bg_say__is_quote(r, i) || bg_say__is_sign(r, i, ';')) return BG_NONE;
        if (bg_say__is_sign(r, i, ':') && bg_say__is_quote(r, i + 1)) return i + 1;
    }
    return BG_NONE;
}

#define ADDRESSEE_REACH 12 /* words between the verb and "rằng" */

/* "nói với các phóng viên rằng", "trả lời vào tối 21-11 rằng": from that word on, if no other verb of saying comes before it. */
static uint32_t behind_addressee(const bg_say_reader *r, const bg_head *h, uint32_t tok) {
    if (is(h->act, "agrees") || is(h->act, "discusses")) return tok;
    for (uint32_t i = tok; i < r->s->end && i < tok + ADDRESSEE_REACH; i++) {
        const bg_token *t = &r->text->tokens.items[i];
        uint32_t m = bg_text__at(r->text, i, CLASS_REPORTCONJ);
        bool that = m != BG_NONE && is(bg_mark__get(r->text, &r->text->marks.items[m], KEY_VALUE), "that");
        if (that && bg_text__at(r->text, i, CLASS_COPULA) == BG_NONE) return i;
        if (bg_text__at(r->text, i, CLASS_SAY) != BG_NONE || (t->flags & BG_TOK_PUNCT && t->value != '-' && t->value != '/')) break;
    }
    return tok;
}

static uint32_t content_start(const bg_say_reader *r, const bg_head *h) {
    uint32_t tok = h->verb->end;
    const char *at = bg_mark__get(r->text, h->verb, KEY_AT);
    if (at) tok = h->verb->tok + (uint32_t)(*at - '0');
    while (tok < r->s->end && (bg_say__is_sign(r, tok, ',') || bg_say__is_sign(r, tok, ':'))) tok++;
    tok = behind_addressee(r, h, tok);
    for (; tok < r->s->end; tok++) { /* rằng, là */
        uint32_t m = bg_text__at(r->text, tok, CLASS_REPORTCONJ);
        if (m == BG_NONE || !is(bg_mark__get(r->text, &r->text->marks.items[m], KEY_VALUE), "that")) break;
    }
    bool source = is(h->kind, "source"); /* "Theo ông A - …" */
    while (tok < r->s->end && (bg_say__is_sign(r, tok, ',') || bg_say__is_sign(r, tok, ':') || (source && (bg_say__is_sign(r, tok, '-') || bg_say__is_sign(r, tok, 0x2013))))) tok++;
    return tok;
}

/* Two subjects joined by "và": both sides when they are of two countries, else the first speaks. */
static bg_party joint_party(const bg_say_reader *r, const bg_mark *one, const bg_mark *two) {
    const char *a = bg_mention__country(r->claims->mentions, one), *b = two ? bg_mention__country(r->claims->mentions, two) : NULL;
    if (two && (!a || !b || strcmp(a, b) != 0)) return (bg_party){.kind = BG_SPEAKER_BOTH};
    return bg_say__party(r, one);
}

/* "A và Phó Chủ tịch phụ trách … B nhất trí": the person who stands before "và". NULL = nobody. */
static const bg_mark *joined_before(const bg_say_reader *r, const bg_mark *subject) {
    for (uint32_t and = subject->tok; and > r->s->tok && and + JOINT_REACH > subject->tok;) {
        and--;
        const bg_token *t = &r->text->tokens.items[and];
        if ((t->flags & BG_TOK_PUNCT && t->value != '\'' && t->value != '-') || bg_text__at(r->text, and, CLASS_SAY) != BG_NONE) return NULL;
        const bg_mark *who = bg_text__is(r->text, and, CLASS_AND) ? bg_say__mark_before(r, and, CLASS_WHO) : NULL; /* else "Kiểm soát vũ khí và An ninh" */
        if (who) return who;
    }
    return NULL;
}

static bool is_named(const bg_say_reader *r, const bg_mark *who) {
    return who->klass == CLASS_WHO && who->ref != BG_NONE && r->claims->mentions->people.items[who->ref].name;
}

/* "Ông A, phát ngôn viên …, cho biết": an office behind a name is his. NULL = none stands there. */
static const bg_mark *apposed_to(const bg_say_reader *r, const bg_mark *subject) {
    if (subject->klass != CLASS_WHO || is_named(r, subject) || subject->tok < r->s->tok + 2) return NULL;
    uint32_t sign = subject->tok - 1;
    if (!bg_say__is_sign(r, sign, ',') && !bg_say__is_sign(r, sign, '-') && !bg_say__is_sign(r, sign, 0x2013)) return NULL;
    for (uint32_t i = sign; i > r->s->tok && i + JOINT_REACH > sign; i--) {
        uint32_t m = bg_text__at(r->text, i - 1, CLASS_WHO);
        if (m != BG_NONE && r->text->marks.items[m].end == sign) return is_named(r, &r->text->marks.items[m]) ? &r->text->marks.items[m] : NULL;
    }
    return NULL;
}

/* "Các bộ trưởng ASEAN ra tuyên bố chung kêu gọi": the body's text. NULL = the subject is no joint text of one body. */
static const bg_mark *body_of_text(const bg_say_reader *r, const bg_mark *subject) {
    if (subject->klass != CLASS_BOTH || !is(bg_mark__get(r->text, subject, KEY_KIND), "text")) return NULL;
    const bg_mark *who = bg_head__opener(r);
    const char *side = who && who->end <= subject->tok ? bg_mention__country(r->claims->mentions, who) : NULL;
    if (!side || !bg_side__is_body(side)) return NULL;
    static const unsigned others[] = {CLASS_AND, CLASS_SIDE, CLASS_WHO};
    for (size_t i = 0; i < 3; i++)
        if (bg_text__any(r->text, who->end, subject->tok, others[i])) return NULL;
    return who;
}

/* Whom a fact has speak: its subject, and those who join in. */
static bg_party speaker_of(const bg_say_reader *r, const bg_mark *fact, const bg_mark *subject, const bg_mark *verb, const char *act) {
    const bg_mark *body = body_of_text(r, subject), *named = body ? body : apposed_to(r, subject);
    bg_party one = bg_say__party(r, named ? named : subject);
    if (is(bg_mark__get(r->text, fact, KEY_JOINT), "yes")) return joint_party(r, subject, bg_say__captured(r, fact, KEY_S2));
    bool company = is(bg_mark__get(r->text, fact, KEY_COMPANY), "yes");
    if (company && (is(act, "agrees") || is(act, "discusses") || bg_mark__get(r->text, verb, KEY_BOTH))) return (bg_party){.kind = BG_SPEAKER_BOTH};
    if (one.kind != BG_SPEAKER_ENTITY || company) return one;
    const bg_mark *other = joined_before(r, subject);
    return other ? joint_party(r, other, subject) : one;
}

/* "cùng nhất trí", "đã cùng khẳng định": not one alone. */
bool bg_say__is_together(const bg_say_reader *r, const bg_mark *verb) {
    for (uint32_t i = verb->tok > r->s->tok ? verb->tok - 1 : verb->tok; i <= verb->tok; i++) {
        if (bg_text__is(r->text, i, CLASS_TOGETHER)) return true;
    }
    return false;
}

/* Where the comma, semicolon or "và" before a linked verb stands. */
static uint32_t link_start(const bg_say_reader *r, const bg_head *h, uint32_t tok) {
    if (!is(h->kind, "link")) return tok;
    for (uint32_t i = tok; i > r->s->tok && i + 12 > tok; i--)
        if (bg_say__is_sign(r, i - 1, ';') || bg_say__is_sign(r, i - 1, ',')) {
            while (i - 1 > r->s->tok && (bg_say__is_sign(r, i - 2, ';') || bg_say__is_sign(r, i - 2, ','))) i--;
            return i - 1;
        }
    return tok;
}

#define CLAUSE_LEAST 5 /* words of a clause, from its subject on */

#define CLAUSE_LONG 8 /* words of a clause that may begin with anything */

/* Not "… trong một thông cáo", "… về chuyến thăm", "… với báo chí hôm qua": when, where, of what and to whom. */
static bool tells_itself(const bg_say_reader *r, uint32_t tok) {
    static const unsigned asides[] = {CLASS_CIRCUMSTANCE, CLASS_HEARS, CLASS_DATE, CLASS_REPORTCONJ, CLASS_GOVERNS, CLASS_WITHIN, CLASS_SAYADV, CLASS_SAY, CLASS_TEXTNOUN, CLASS_PLURAL};
    for (size_t i = 0; i < BG_COUNT(asides); i++)
        if (bg_text__at(r->text, tok, asides[i]) != BG_NONE) return false;
    bool led = bg_text__at(r->text, tok - 1, CLASS_HEARS) != BG_NONE || bg_text__at(r->text, tok - 1, CLASS_GOVERNS) != BG_NONE; /* "nói với …" */
    return !led && !(r->text->tokens.items[tok].flags & BG_TOK_PUNCT);
}

/* Where what is told begins: at a quotation further on, else where the content does; "khẳng định Chile sẽ …: “…”" tells both. */
static uint32_t told_behind(const bg_say_reader *r, const bg_head *h) {
    uint32_t quotation = quotation_behind(r, h, h->plain);
    if (quotation == BG_NONE) return h->plain;
    bool clause = bg_say__tells_clause(r, h->plain) && h->plain + CLAUSE_LEAST < quotation && !bg_mark__get(r->text, h->verb, KEY_QUOTED);
    clause |= h->plain + CLAUSE_LONG < quotation && tells_itself(r, h->plain);
    return clause ? h->plain : quotation;
}

/* Does the verb do nothing but report? 2 surely, 1 mostly, 0 it may stand in any clause. */
int bg_head__reports(const bg_say_reader *r, const bg_head *h) {
    int best = 0;
    for (uint32_t i = h->verb->tok; i < h->verb->end; i++) {
        uint32_t m = bg_text__at(r->text, i, CLASS_REPORT);
        if (m == BG_NONE) continue;
        int now = is(bg_mark__get(r->text, &r->text->marks.items[m], KEY_VALUE), "hard") ? 2 : 1;
        if (now > best) best = now;
    }
    return best;
}

/* "…, còn phía Mỹ khẳng định …": a clause of another state's own. */
bool bg_head__is_contrasted(const bg_say_reader *r, const bg_head *h) {
    const bg_mark *link = bg_say__mark_before(r, h->start, CLASS_CONNECT);
    bool other = r->count && h->speaker.kind == BG_SPEAKER_SIDE && !is(bg_say__country(r, &r->heads[r->count - 1].speaker), h->speaker.side);
    return link && is(bg_mark__get(r->text, link, KEY_VALUE), "contrast") && bg_head__reports(r, h) >= (other ? 1 : 2);
}

#define VERB_LENGTH 6 /* words of a verb of meeting */

/* Behind the words that say what the sentence is about: "Về vấn đề X, A …". */
static uint32_t clause_start(const bg_say_reader *r) {
    uint32_t tok = r->s->tok;
    if (bg_text__at(r->text, tok, CLASS_CONNECT) == BG_NONE) return tok;
    while (tok + 1 < r->s->end && tok < r->s->tok + BG_OPENER_REACH && !bg_say__is_sign(r, tok, ',')) tok++;
    return bg_say__is_sign(r, tok, ',') ? tok + 1 : r->s->tok;
}

/* "Phát biểu trong cuộc gặp với B, A …": B ends a clause that only leads to A. */
static bool is_fronted(const bg_say_reader *r, const bg_mark *who) {
    if (who->tok == r->s->tok || who->end >= r->s->end || !bg_say__is_sign(r, who->end, ',')) return false;
    return bg_text__at(r->text, who->tok - 1, CLASS_GOVERNS) != BG_NONE && bg_text__at(r->text, who->end + 1, CLASS_WHO) != BG_NONE;
}

/* "Bình Nhưỡng nhiều lần …": a capital that does something; BG_NONE = none, or a place ("Hà Nội, ngày 3/5"). */
static uint32_t capital_at(const bg_say_reader *r, uint32_t tok) {
    uint32_t place = tok < r->s->end ? bg_text__at(r->text, tok, CLASS_PLACE) : BG_NONE;
    if (place == BG_NONE || !bg_mark__get(r->text, &r->text->marks.items[place], KEY_METONYM)) return BG_NONE;
    uint32_t end = r->text->marks.items[place].end;
    return end < r->s->end && r->text->tokens.items[end].flags & BG_TOK_WORD ? place : BG_NONE;
}

#define APART_MOST 12 /* words of "phụ trách đối ngoại của ông B," before the name */

/* "Trợ lý của ông B, Yury Ushakov, …": he whose name is set off behind his office. NULL = nobody's is. */
static const bg_mark *named_apart(const bg_say_reader *r, const bg_mark *who) {
    uint32_t comma = who->end;
    if (is_named(r, who)) return NULL;
    while (comma < r->s->end && comma < who->end + APART_MOST && !bg_say__is_sign(r, comma, ',') && !bg_text__is(r->text, comma, CLASS_SAY) && !bg_text__is(r->text, comma, CLASS_CONTACT)) comma++;
    uint32_t m = comma + 1 < r->s->end && bg_say__is_sign(r, comma, ',') ? bg_text__at(r->text, comma + 1, CLASS_WHO) : BG_NONE;
    const bg_mark *name = m == BG_NONE ? NULL : &r->text->marks.items[m];
    if (!name || !is_named(r, name) || name->end >= r->s->end) return NULL;
    const char *a = bg_mention__country(r->claims->mentions, who), *b = bg_mention__country(r->claims->mentions, name);
    bool row = a && b && strcmp(a, b) != 0; /* "Tổng thống Pháp, Thủ tướng Đức B, …" */
    return !row && (bg_say__is_sign(r, name->end, ',') || bg_text__is(r->text, name->end, CLASS_OF)) ? name : NULL;
}

/* The party that opens the sentence: a person, after a date or place at most, or a side or both sides at its very start. */
const bg_mark *bg_head__opener(const bg_say_reader *r) {
    uint32_t start = clause_start(r), side = bg_text__at(r->text, start, CLASS_SIDE);
    if (side == BG_NONE) side = bg_text__at(r->text, start, CLASS_BOTH);
    if (side == BG_NONE) side = capital_at(r, start);
    uint32_t who = bg_text__at(r->text, start, CLASS_WHO); /* "Lãnh đạo Triều Tiên A" is A */
    bool longer = side != BG_NONE && who != BG_NONE && r->text->marks.items[who].ref != BG_NONE && r->text->marks.items[who].end > r->text->marks.items[side].end;
    if (side != BG_NONE && !longer) return &r->text->marks.items[side];
    for (uint32_t tok = r->s->tok; tok < r->s->end && tok < r->s->tok + BG_OPENER_REACH; tok++) {
        uint32_t m = bg_text__at(r->text, tok, CLASS_WHO);
        if (m == BG_NONE || r->text->marks.items[m].ref == BG_NONE || is_fronted(r, &r->text->marks.items[m])) continue;
        const bg_mark *name = named_apart(r, &r->text->marks.items[m]);
        return name ? name : &r->text->marks.items[m];
    }
    return NULL;
}

/* "A tiếp B tại …, nhấn mạnh", "A hội đàm với B nhất trí": B is whom A meets. */
static bool is_met(const bg_say_reader *r, const bg_mark *subject) {
    if (subject->tok == r->s->tok || subject->klass != CLASS_WHO) return false;
    for (uint32_t i = subject->tok; i > r->s->tok && i + VERB_LENGTH > subject->tok; i--) {
        uint32_t m = bg_text__at(r->text, i - 1, CLASS_CONTACT);
        if (m == BG_NONE) continue;
        const bg_mark *contact = &r->text->marks.items[m];
        if (contact->end == subject->tok) return is(bg_mark__get(r->text, contact, KEY_FORM), "verb");
        return contact->end + 1 == subject->tok && bg_text__at(r->text, subject->tok - 1, CLASS_GOVERNS) != BG_NONE;
    }
    return false;
}

/* "A gửi thư đến B tại …, bày tỏ": a comma parts the verb from a party that does not begin the clause. */
bool bg_say__is_set_off(const bg_say_reader *r, const bg_mark *fact, const bg_mark *subject) {
    if (bg_say__begins_clause(r, subject->tok) || is(bg_mark__get(r->text, subject, KEY_APPOSED), "yes")) return false;
    for (uint32_t i = subject->end; i < fact->tok; i++)
        if (bg_say__is_sign(r, i, ',')) return true;
    return false;
}

/* Who met the one that stands before the verb speaks; both do where they agree. */
static void rebind_met(const bg_say_reader *r, bg_head *h, const bg_mark *subject) {
    if (subject->klass == CLASS_BOTH && is(bg_mark__get(r->text, subject, KEY_KIND), "text")) return; /* "A và B ra tuyên bố chung, trong đó …" */
    const bg_mark *who = is_met(r, subject) || bg_say__is_set_off(r, h->fact, subject) ? bg_head__opener(r) : NULL;
    if (!who || who->end > subject->tok) return;
    bool both = is(h->act, "agrees") || is(h->act, "discusses");
    h->speaker = both ? (bg_party){.kind = BG_SPEAKER_BOTH} : bg_say__party(r, who);
    h->speaker_span = bg_text__span(r->text, who->tok, who->end), h->speaker_tok = who->tok;
}

#define SENT_REACH 40 /* words of those to whom it is sent */

/* "gửi tới X lời chúc mừng": the act by what is sent; NULL = no words are. */
static const char *act_sent(const bg_say_reader *r, const bg_head *h) {
    uint32_t end = h->content + SENT_REACH < r->s->end ? h->content + SENT_REACH : r->s->end;
    for (uint32_t tok = h->content; tok < end; tok++) {
        uint32_t m = bg_text__at(r->text, tok, CLASS_GREETING);
        if (m != BG_NONE) return bg_mark__get(r->text, &r->text->marks.items[m], KEY_VALUE);
    }
    return NULL;
}

/* "A ra thông cáo chúc mừng …": the verb behind says what he does. */
static void pass_on(const bg_say_reader *r, bg_head *h) {
    uint32_t m = h->content < r->s->end ? bg_text__at(r->text, h->content, CLASS_SAY) : BG_NONE;
    if (m == BG_NONE || h->content != h->verb->end) return;
    h->verb = &r->text->marks.items[m];
    h->act = bg_mark__get(r->text, h->verb, KEY_VALUE);
    h->plain = content_start(r, h), h->content = told_behind(r, h);
}

/* "Cố vấn của ông A cho rằng": somebody whom the page does not name speaks, of A's state. */
static bg_party whose_aide(const bg_say_reader *r, const bg_mark *fact, const bg_mark *subject, bg_party speaker) {
    bool letter = is(bg_mark__get(r->text, fact, KEY_LETTER), "yes") || is(bg_mark__get(r->text, fact, KEY_TEXT), "yes");
    if (letter || speaker.kind != BG_SPEAKER_ENTITY || subject->tok <= r->s->tok || !bg_text__is(r->text, subject->tok - 1, CLASS_OF)) return speaker;
    const char *country = bg_person__country(&r->claims->mentions->people.items[speaker.entity]);
    const bg_mark *noun = bg_say__mark_before(r, subject->tok - 1, CLASS_OFFICE), *body = noun ? noun : bg_say__mark_before(r, subject->tok - 1, CLASS_BODY);
    return country && body ? (bg_party){.kind = BG_SPEAKER_SIDE, .side = country} : speaker;
}

#define TEXT_BACK 3 /* sentences from "ra tuyên bố chung" to what it says */

/* "A và B ra tuyên bố chung. … Tuyên bố nhấn mạnh …": the text is of both. */
bool bg_say__is_joint_text(const bg_say_reader *r) {
    const bg_sentence *first = r->text->sentences.items, *s = r->s;
    for (uint32_t back = 0; back < TEXT_BACK && s > first; back++) {
        s--;
        for (uint32_t tok = s->tok; (tok = bg_text__next(r->text, tok, s->end, CLASS_BOTH)) < s->end; tok++) {
            uint32_t m = bg_text__at(r->text, tok, CLASS_BOTH);
            if (m != BG_NONE && is(bg_mark__get(r->text, &r->text->marks.items[m], KEY_KIND), "text")) return true;
        }
    }
    return false;
}

/* "Bộ A gửi công hàm tới B. Công hàm nhấn mạnh …": who opens the sentence before wrote it, when nothing else was said there. */
static void bind_writer(const bg_say_reader *r, bg_head *h) {
    if (bg_say__is_joint_text(r)) h->speaker = (bg_party){.kind = BG_SPEAKER_BOTH};
    if (h->speaker.kind == BG_SPEAKER_BOTH || r->last_act || r->s == r->text->sentences.items) return;
    bg_say_reader before = *r;
    before.s--;
    if (bg_text__first(r->text, before.s->tok, before.s->end, CLASS_TEXTNOUN) == BG_NONE) return;
    const bg_mark *who = bg_head__opener(&before);
    if (!who || who->klass == CLASS_BOTH) return;
    h->speaker = bg_say__party(r, who), h->speaker_span = bg_text__span(r->text, who->tok, who->end);
}

bg_head bg_head__make(const bg_say_reader *r, const bg_mark *fact) {
    const bg_mark *verb = bg_say__captured(r, fact, KEY_V);
    bg_head h = {.fact = fact, .speaker_tok = BG_NONE, .verb = verb ? verb : fact,
                 .kind = bg_mark__get(r->text, fact, KEY_KIND), .act = bg_mark__get(r->text, fact, KEY_ACT)};
    const bg_mark *subject = bg_say__captured(r, fact, KEY_S);
    if (subject) {
        h.speaker = speaker_of(r, fact, subject, h.verb, h.act);
        h.speaker_span = bg_text__span(r->text, subject->tok, subject->end);
        h.speaker_tok = subject->tok;
        if (is(h.kind, "subject")) rebind_met(r, &h, subject);
        if (is(h.kind, "subject")) h.speaker = whose_aide(r, fact, subject, h.speaker);
    }
    if (h.speaker.kind == BG_SPEAKER_ENTITY && bg_say__is_together(r, h.verb)) h.speaker = (bg_party){.kind = BG_SPEAKER_BOTH};
    if (!subject && is(bg_mark__get(r->text, fact, KEY_TEXT), "yes") && is(h.kind, "subject")) bind_writer(r, &h);
    h.start = subject && subject->tok < fact->tok ? subject->tok : link_start(r, &h, fact->tok);
    if (is(h.kind, "item") || (is(h.kind, "ordinal") && bg_act__is(r->last_act, BG_ACT_LIST))) h.act = r->last_act;
    if (is(bg_mark__get(r->text, fact, KEY_DEED), "yes")) h.content = h.verb->tok;
    else h.content = content_start(r, &h);
    h.plain = h.content;
    if (h.content != h.verb->tok) h.content = told_behind(r, &h);
    if (is(bg_mark__get(r->text, h.verb, KEY_CARRIES), "yes")) pass_on(r, &h);
    if (is(bg_mark__get(r->text, h.verb, KEY_SENDS), "yes")) h.act = act_sent(r, &h);
    const char *both = bg_mark__get(r->text, h.verb, KEY_BOTH);
    bool clause = is(both, "discusses") && is(h.act, "affirms") && bg_say__tells_clause(r, h.content);
    bool text = subject && subject->klass == CLASS_BOTH && is(bg_mark__get(r->text, subject, KEY_KIND), "text"); /* "tuyên bố chung viết" */
    if (h.speaker.kind == BG_SPEAKER_BOTH && both && !clause && !text) h.act = bg_mark__get(r->text, h.verb, KEY_BOTH);
    return h;
}
