/* head_aside: where a verb of speech is no act: in a clause about something, of what was done before, of what is asked. */
#include "say.h"

#define SUBCLAUSE_NEAR 6 /* words from "khi" that opens a sentence to the subject of its clause */

#define DURATION_MOST 3  /* words of "Vài giờ sau khi" before the word that opens the clause */
#define MAIN_NEAR 12     /* words from the subject of the main clause to its verb */

bool bg_head__leads_to_main(const bg_say_reader *r, uint32_t tok) {
    while (tok < r->s->end && !bg_say__is_sign(r, tok, ',')) tok++;
    if (!bg_say__begins_with_party(r, tok + 1)) return false;
    for (uint32_t i = tok + 1; i < r->s->end && i < tok + MAIN_NEAR && !bg_say__is_sign(r, i, ','); i++)
        if (bg_text__at(r->text, i, CLASS_SAY) != BG_NONE) return true;
    return false;
}

/* The word that makes the sentence begin with a clause of time or reason: its first, or "khi" in "Vài giờ sau khi". */
static uint32_t clause_opener(const bg_say_reader *r) {
    if (bg_text__at(r->text, r->s->tok, CLASS_CONNECT) != BG_NONE) return r->s->tok;
    for (uint32_t i = r->s->tok + 1; i < r->s->end && i < r->s->tok + DURATION_MOST; i++) {
        uint32_t m = bg_text__at(r->text, i, CLASS_SUBCLAUSE);
        bool told = m != BG_NONE && (is(bg_mark__get(r->text, &r->text->marks.items[m], KEY_VALUE), "told") || r->text->marks.items[m].end > i + 1);
        if (told) return i; /* not "Số liệu" */
    }
    return r->s->tok;
}

/* "Khi nhà báo A hỏi …, B đáp"; but not "Do đó A …" */
static bool in_subclause(const bg_say_reader *r, const bg_head *h) {
    uint32_t first = clause_opener(r);
    if (h->start == r->s->tok || (h->start > first + SUBCLAUSE_NEAR && !bg_head__leads_to_main(r, h->verb->end))) return false;
    uint32_t sub = bg_text__at(r->text, first, CLASS_SUBCLAUSE), link = bg_text__at(r->text, r->s->tok, CLASS_CONNECT);
    if (sub == BG_NONE || (link != BG_NONE && r->text->marks.items[link].end > r->text->marks.items[sub].end)) return false;
    const bg_mark *subject = bg_say__captured(r, h->fact, KEY_S);
    for (uint32_t i = r->s->tok; subject && i < subject->end; i++) /* a comma may stand within: "Khi là ứng viên tổng thống, ông A" */
        if (bg_say__is_sign(r, i, ',')) return false;
    return true;
}

/* "Việc A gặp B gửi tín hiệu …": what A does is the subject. */
static bool in_deed(const bg_say_reader *r, uint32_t tok) {
    if (tok == r->s->tok || r->count || bg_text__at(r->text, r->s->tok, CLASS_DEEDNOUN) == BG_NONE) return false;
    const bg_mark *sub = bg_say__mark_before(r, tok, CLASS_SUBCLAUSE); /* "Quyết định được đưa ra sau khi A nói …" */
    if (sub && is(bg_mark__get(r->text, sub, KEY_VALUE), "told")) return false;
    for (uint32_t i = r->s->tok; i < tok; i++)
        if (bg_say__is_sign(r, i, ',')) return false;
    return true;
}

/* "… con đường mà ông A gợi ý.", "về việc A tuyên bố …" */
static bool is_relative(const bg_say_reader *r, const bg_head *h) {
    if (h->start == r->s->tok) return false;
    if (bg_text__at(r->text, h->start - 1, CLASS_DEEDNOUN) != BG_NONE) return true;
    bool ends = h->verb->end >= r->s->end || r->text->tokens.items[h->verb->end].flags & BG_TOK_PUNCT || bg_text__is(r->text, h->verb->end, CLASS_CIRCUMSTANCE);
    return ends && bg_text__at(r->text, h->start - 1, CLASS_RELATIVE) != BG_NONE;
}

/* "X đang đàm phán", "trước khi X phản đối": told of X, unless the verb does nothing but report; "X có thể nói" in any case. */
static bool is_background(const bg_say_reader *r, const bg_head *h, uint32_t subject_end) {
    bool only_reports = bg_head__reports(r, h) == 2;
    const bg_mark *sub = bg_say__mark_before(r, h->start, CLASS_SUBCLAUSE);
    const char *clause = sub ? bg_mark__get(r->text, sub, KEY_VALUE) : NULL;
    if (is(clause, "never") || (!only_reports && is(clause, "open"))) return true; /* "nếu X đề nghị", "trước khi X phản đối" */
    bool deed = is(h->act, "informs") || is(h->act, "pledges") || is(h->act, "agrees"); /* "X phải công bố", not "X phải thừa nhận" */
    for (uint32_t i = subject_end; i < h->verb->tok; i++) {
        if (deed && bg_text__at(r->text, i, CLASS_MUST) != BG_NONE) return true;
        uint32_t m = bg_text__at(r->text, i, CLASS_ONGOING);
        if (m != BG_NONE && (!only_reports || is(bg_mark__get(r->text, &r->text->marks.items[m], KEY_VALUE), "hedge"))) return true;
    }
    return false;
}

/* "Các doanh nghiệp mong Chính phủ quan tâm đến …": what somebody asks of the party. */
static bool is_asked(const bg_say_reader *r, const bg_head *h) {
    const bg_mark *say = bg_say__mark_before(r, h->start, CLASS_SAY);
    return say && is(bg_mark__get(r->text, say, KEY_VALUE), "proposes") && say->tok > r->s->tok;
}

bool bg_head__is_aside(const bg_say_reader *r, const bg_head *h) {
    uint32_t m = bg_text__at(r->text, h->verb->tok, CLASS_ASIDE);
    return m != BG_NONE && r->text->marks.items[m].end >= h->verb->end;
}

/* "được Hội đồng X và Toà án Y xác nhận": the second of those by whom it is done. */
static bool is_second_doer(const bg_say_reader *r, const bg_head *h) {
    bool row = bg_say__captured(r, h->fact, KEY_S2); /* … whose last one the verb belongs to */
    uint32_t tok = h->start;
    if (tok == r->s->tok || !bg_text__is(r->text, tok - 1, CLASS_AND)) return false;
    for (uint32_t i = tok - 1; i > r->s->tok && i + JOINT_REACH > tok; i--) {
        if (r->text->tokens.items[i - 1].flags & BG_TOK_PUNCT || bg_text__is(r->text, i - 1, CLASS_SAY) || bg_text__is(r->text, i - 1, CLASS_CONTACT)) return false;
        bool doer = bg_text__is(r->text, i, CLASS_SIDE) || bg_text__is(r->text, i, CLASS_BODY) || bg_text__is(r->text, i, CLASS_WHO);
        if (bg_text__is(r->text, i - 1, CLASS_PASSIVE) || (!row && bg_text__is(r->text, i - 1, CLASS_UNACTING))) return doer; /* "giữa A và B" */
    }
    return false;
}

/* "ông cần sớm …": what one person has to do, told of him; but not "chúng ta cần". */
static bool has_to(const bg_say_reader *r, const bg_head *h) {
    if (h->speaker.kind != BG_SPEAKER_ENTITY || r->quoted[h->verb->tok] || !bg_text__is(r->text, h->verb->tok, CLASS_MUST)) return false;
    for (uint32_t i = h->verb->tok; i-- > r->s->tok && i + ALSO_NEAR > h->verb->tok;)
        if (bg_text__at(r->text, i, CLASS_FIRSTPERSON) != BG_NONE) return false;
    return true;
}

/* "A nhắc đến một nghị định, trong đó thông báo …": what the thing says; but "A gửi thư, trong đó đề nghị", "A phát biểu, trong đó nhấn mạnh". */
static bool is_of_thing(const bg_say_reader *r, const bg_head *h) {
    const bg_mark *link = bg_say__mark_before(r, h->verb->tok, CLASS_CONNECT);
    if (!link || !is(bg_mark__get(r->text, link, KEY_VALUE), "within")) return false;
    if (r->count) return bg_head__is_aside(r, &r->heads[r->count - 1]);
    for (uint32_t i = r->s->tok; i < h->start; i++)
        if (bg_text__is(r->text, i, CLASS_TEXTNOUN) || bg_text__is(r->text, i, CLASS_CONTACT) || bg_text__is(r->text, i, CLASS_SAY)) return false;
    return true;
}

bool bg_head__is_no_act(const bg_say_reader *r, const bg_head *h) {
    bool linked = is(h->kind, "link") || is(h->kind, "and");
    if (linked && h->verb->tok > r->s->tok && bg_text__is(r->text, h->verb->tok - 1, CLASS_NEGATION)) return true; /* "…, không đe doạ" */
    if (linked && is_of_thing(r, h)) return true;
    if (is(h->kind, "link") && r->count && is(h->act, "informs") && bg_head__is_aside(r, h) && bg_quote__precedes(r, r->heads[r->count - 1].start)) return true; /* "…", ông nói, đề cập đến X */
    if (!is(h->kind, "subject")) return false;
    if (has_to(r, h)) return true;
    if (h->start > r->s->tok && (bg_text__is(r->text, h->start - 1, CLASS_UNACTING) || is_second_doer(r, h))) return true;
    if ((!r->count && (in_subclause(r, h) || is_asked(r, h))) || in_deed(r, h->start) || is_relative(r, h)) return true;
    const bg_mark *subject = bg_say__captured(r, h->fact, KEY_S2) ? bg_say__captured(r, h->fact, KEY_S2) : bg_say__captured(r, h->fact, KEY_S);
    if (subject && (is_background(r, h, subject->end) || bg_say__is_press(r, subject))) return true;
    for (uint32_t i = subject ? subject->end : h->verb->tok; i < h->verb->tok; i++)
        if (bg_text__at(r->text, i, CLASS_PASSIVE) != BG_NONE) return true; /* "ông đã bị nhiều người chỉ trích" */
    for (uint32_t i = h->verb->tok; i > h->start && i + 4 > h->verb->tok; i--)
        if (bg_text__is(r->text, i - 1, CLASS_NEGATION)) return true;
    return false;
}
