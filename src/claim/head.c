/* head: the verbs of speech of a sentence (marks of level "say") → the heads of its statements, each an act of its own. */
#include "say.h"

bool bg_head__is_noun_too(const bg_say_reader *r, const bg_head *h) { return is(bg_mark__get(r->text, h->verb, KEY_NOUN), "yes"); }

bool bg_say__is_punctuation(const bg_say_reader *r, uint32_t tok, uint32_t end) {
    while (tok < end && r->text->tokens.items[tok].flags & BG_TOK_PUNCT) tok++;
    return tok >= end;
}

bool bg_head__is_main_clause(const bg_say_reader *r, const bg_head *h) {
    if (!is(h->kind, "subject") || (h->speaker.kind == BG_SPEAKER_SIDE && bg_head__reports(r, h) < 2)) return false;
    return bg_say__after_separator(r, h->start) || h->speaker.kind == BG_SPEAKER_BOTH;
}

/* "tiếng nói của Việt Nam … và hoan nghênh": a party behind a preposition does not speak. */
static bool is_governed(const bg_say_reader *r, const bg_mark *subject) {
    uint32_t tok = subject->tok;
    while (tok > r->s->tok && bg_text__at(r->text, tok - 1, CLASS_PLURAL) != BG_NONE && bg_text__at(r->text, tok - 1, CLASS_COUNTWORD) == BG_NONE) tok--; /* "của một quan chức" */
    return tok > r->s->tok && bg_text__at(r->text, tok - 1, CLASS_GOVERNS) != BG_NONE;
}

#define TITLE_REACH 12 /* words of an office before its country */

/* "của Chủ tịch Nga": the state within the words for a person; his office behind his name. */
static bool is_within_person(const bg_say_reader *r, const bg_mark *subject) {
    if (subject->klass != CLASS_SIDE && subject->klass != CLASS_WHO) return false;
    for (uint32_t i = subject->tok; i > r->s->tok && i + TITLE_REACH > subject->tok; i--) {
        uint32_t m = bg_text__at(r->text, i - 1, CLASS_WHO);
        if (m != BG_NONE) return r->text->marks.items[m].end >= subject->end;
    }
    return false;
}

/* How well a kind of head binds its verb, 0 = not at all. */
static int binding(const bg_say_reader *r, const bg_mark *fact, const bg_mark *subject) {
    static const char *const kinds[] = {"behind", "back", "ordinal", "item", "purpose", "and", "link", "open", "subject", "first", "source"};
    const char *kind = bg_mark__get(r->text, fact, KEY_KIND);
    bool letter = is(bg_mark__get(r->text, fact, KEY_LETTER), "yes"); /* "thư của A" */
    if (is(kind, "subject") && subject && !letter && (is_governed(r, subject) || is_within_person(r, subject))) return 0;
    if (is(kind, "subject") && subject && r->count && bg_say__is_set_off(r, fact, subject)) return 4; /* "…, cho rằng" binds to the verb before */
    for (size_t i = 0; i < BG_COUNT(kinds); i++)
        if (is(kind, kinds[i])) return (int)i + 1;
    return 0;
}

/* "Điện của A gửi B", "A cùng các đối tác": what stands between its subject and its verb belongs to the subject. */
static bool reaches_verb(const bg_say_reader *r, const bg_mark *fact) {
    static const uint32_t keys[] = {KEY_LETTER, KEY_COMPANY, KEY_BESIDE};
    for (size_t i = 0; i < BG_COUNT(keys); i++)
        if (is(bg_mark__get(r->text, fact, keys[i]), "yes")) return true;
    return false;
}

/* Of two readings of one verb, does `a` bind it better: by its kind, then the subject nearest to it, the longest, the verb? */
static bool binds_better(const bg_say_reader *r, const bg_mark *a, const bg_mark *b) {
    const bg_mark *s = bg_say__captured(r, a, KEY_S), *t = bg_say__captured(r, b, KEY_S), *s2 = bg_say__captured(r, a, KEY_S2), *t2 = bg_say__captured(r, b, KEY_S2);
    int x = binding(r, a, s), y = binding(r, b, t);
    if (x != y) return x > y;
    uint32_t near_a = s2 ? s2->end : s ? s->end : 0, near_b = t2 ? t2->end : t ? t->end : 0;
    if (reaches_verb(r, a)) near_a = a->tok;
    if (reaches_verb(r, b)) near_b = b->tok;
    if (near_a != near_b) return near_a > near_b;
    if (s && t && s->tok != t->tok) return s->tok < t->tok;
    return a->end > b->end;
}

const bg_mark *bg_head__best(const bg_say_reader *r, uint32_t tok) {
    const bg_mark *best = NULL;
    for (uint32_t m = r->text->heads[tok]; m != BG_NONE; m = r->text->marks.items[m].next) {
        const bg_mark *mark = &r->text->marks.items[m];
        const bg_mark *subject = mark->klass == CLASS_SAYFACT ? bg_say__captured(r, mark, KEY_S) : NULL;
        bool place = subject && subject->klass == CLASS_PLACE, does = subject && (is(bg_mark__get(r->text, mark, KEY_ACT), "pledges") || is(bg_mark__get(r->text, mark, KEY_ACT), "discusses"));
        if ((place || does) && is_governed(r, subject)) continue; /* "tại Bắc Kinh", "lệnh cho quân đội sẵn sàng", "điện đàm với B thảo luận" */
        if (mark->klass == CLASS_SAYFACT && (!best || binds_better(r, mark, best))) best = mark;
    }
    return best;
}

#define INNER_REACH 16 /* words from the opening mark to the verb of the first person */

/* Ông nói: "Chúng tôi hoan nghênh …": the act is that of the words quoted. */
static bool is_inner_act(const bg_say_reader *r, const bg_head *before, const bg_head *h) {
    if (!is(h->kind, "first") || is(h->act, "informs") || is(bg_mark__get(r->text, h->verb, KEY_WEAK), "yes")) return false;
    if (r->quoted[before->verb->tok] || !(is(before->act, "affirms") || is(before->act, "informs"))) return false;
    return h->verb->tok < before->content + INNER_REACH && bg_say__is_quote(r, before->content) && r->quoted[h->verb->tok];
}

/* "Theo tin từ Bộ Ngoại giao, … Tổng thống A cảm ơn …": who tells it is not who speaks. "Theo ông A, … ông đề nghị": one and the same. */
static bool is_only_source(const bg_say_reader *r, const bg_head *before, const bg_head *h) {
    if (!is(h->kind, "subject")) return false;
    if (is(bg_mark__get(r->text, before->fact, KEY_TEXT), "yes")) /* "Thông cáo cho biết ông A …" */
        return before->speaker_tok == BG_NONE && h->start <= before->content + 1;
    if (!is(before->kind, "source")) return false;
    if (before->speaker.kind == BG_SPEAKER_UNKNOWN) return !is(bg_mark__rule(r->text, before->fact), "say.source-official"); /* he tells of it */
    if (before->speaker.kind == BG_SPEAKER_SIDE) /* "Theo Bộ Ngoại giao Việt Nam, Cuba đánh giá cao …" */
        return h->speaker.kind != BG_SPEAKER_SIDE || (!is(h->speaker.side, before->speaker.side) && bg_head__reports(r, h));
    return before->speaker.kind == BG_SPEAKER_ENTITY && h->speaker.kind == BG_SPEAKER_ENTITY && h->speaker.entity == before->speaker.entity;
}

/* "Trong điện của A gửi B có đoạn viết", "A nêu ra 4 đề xuất": the first verb is no act of its own. */
static bool only_carries(const bg_say_reader *r, const bg_head *before, const bg_head *h) {
    bool carried = is(bg_mark__get(r->text, h->fact, KEY_LETTER), "yes") || is(bg_mark__get(r->text, h->fact, KEY_LIGHT), "yes");
    return carried && before->speaker_tok == h->speaker_tok;
}

static void replace_source(bg_say_reader *r, bg_head *h) {
    bg_head source = r->heads[--r->count];
    r->heads[r->count] = bg_head__is_new_act(r, h) ? *h : source;
    r->count++;
}

#define TAIL_LEAST 3 /* words that a tail tells, at least */

/* "…, ông C nói, đồng thời kêu gọi …" */
static bool goes_on_saying(const bg_say_reader *r, const bg_head *tail) {
    uint32_t comma = tail->verb->end;
    return comma + 1 < r->s->end && bg_say__is_sign(r, comma, ',') && bg_text__at(r->text, comma + 1, CLASS_ALSO) != BG_NONE;
}

/* "… ông C cho biết.", "… ông C cho biết tại cuộc họp báo." */
static bool tells_nothing(const bg_say_reader *r, const bg_head *tail) {
    if (bg_say__is_punctuation(r, tail->content, r->s->end)) return true;
    if (!(is(tail->act, "informs") || is(tail->act, "affirms"))) return false;
    if (goes_on_saying(r, tail)) return true;
    if (tail->content != tail->verb->end) return false;
    if (bg_say__is_when(r, tail->content, r->s->end) || bg_say__is_hearer(r, tail->content, r->s->end)) return true;
    if (bg_text__at(r->text, tail->content, CLASS_CIRCUMSTANCE) == BG_NONE) return false;
    return bg_say__is_punctuation(r, bg_say__occasion_end(r, tail->start, tail->content, r->s->end), r->s->end);
}

/* "A gặp B để …, ông C cho biết.", "…, theo ông C.": what stands before is told by whom the end names. */
static bool is_tail(const bg_say_reader *r, const bg_head *h) {
    if (r->quoted[h->verb->tok] || h->speaker.kind == BG_SPEAKER_UNKNOWN || h->start <= r->s->tok + TAIL_LEAST) return false;
    if (is(h->kind, "behind")) return true;
    if (!is(h->kind, "subject") || !(is(h->act, "informs") || is(h->act, "affirms")) || !tells_nothing(r, h)) return false;
    const bg_mark *link = bg_say__mark_before(r, h->start, CLASS_CONNECT); /* "…, nhưng Bắc Kinh phủ nhận." */
    if (link && is(bg_mark__get(r->text, link, KEY_VALUE), "contrast")) return false;
    return bg_say__after_separator(r, h->start) && !bg_quote__is_before(r, h->start) && !bg_head__is_no_act(r, h);
}

/* Does the head that opens the sentence speak for itself, and the tail only pass it on: "A nhấn mạnh …, Bộ Ngoại giao cho biết."? */
static bool speaks_itself(const bg_say_reader *r, const bg_head *first, const bg_head *tail) {
    if (!is(first->kind, "subject") || first->start >= tail->start) return false;
    if (bg_head__reports(r, first) > (first->speaker.kind == BG_SPEAKER_SIDE) && first->start <= r->s->tok + QUOTED_OPENS) return true;
    if (first->speaker.kind == BG_SPEAKER_BOTH) return !is(bg_mark__get(r->text, first->verb, KEY_WEAK), "yes");
    return first->speaker.kind == BG_SPEAKER_ENTITY && tail->speaker.kind == BG_SPEAKER_SIDE;
}

static void keep_tail(bg_say_reader *r, const bg_head *tail) {
    if (r->count && speaks_itself(r, r->heads, tail)) r->tail = tail->start;
    else r->heads[0] = *tail, r->count = 1;
}

static bool has_comma(const bg_say_reader *r, uint32_t tok) {
    while (tok < r->s->end && !bg_say__is_sign(r, tok, ',')) tok++;
    return tok < r->s->end;
}

/* "Tuyên bố gây xôn xao của ông A đã phá vỡ …", "Thông tin mà B đưa ra": the verb that opens the sentence is the noun that it looks like. */
static bool opens_as_noun(const bg_say_reader *r) {
    const bg_head *h = r->heads;
    if (r->count != 1 || !is(h->kind, "open")) return false;
    for (uint32_t i = h->verb->end; is(h->act, "discusses") && i < r->s->end && i < h->verb->end + ALSO_NEAR; i++)
        if (bg_text__is(r->text, i, CLASS_GOVERNS) && bg_text__at(r->text, i + 1, CLASS_BOTH) != BG_NONE) return true; /* "Đàm phán giữa hai nước …" */
    bool said = bg_text__is(r->text, h->verb->tok, CLASS_SAIDNOUN) && !bg_say__begins_with_party(r, h->content); /* "Hy vọng về hoà bình đã tan." */
    if (!said && bg_text__at(r->text, h->verb->tok, CLASS_TEXTNOUN) == BG_NONE) return false;
    if (h->content < r->s->end && bg_text__is(r->text, h->content, CLASS_RELATIVE)) return true;
    if (!said && !has_comma(r, h->verb->end)) return true; /* "Thông tin về … xuất hiện" */
    for (uint32_t i = h->verb->end; i < r->s->end && !bg_say__is_sign(r, i, ',') && !bg_say__is_sign(r, i, ':') && !bg_text__is(r->text, i, CLASS_SAY); i++)
        if (bg_text__is(r->text, i, CLASS_DONE) || bg_text__is(r->text, i, CLASS_PASSIVE)) return true;
    return false;
}

/* "Hy vọng về một thỏa thuận đã tắt sau khi A tuyên bố …": the noun of another clause than A's. */
static bool is_noun_told(const bg_say_reader *r, const bg_head *h) {
    if (!is(h->kind, "open") || !bg_text__is(r->text, h->verb->tok, CLASS_SAIDNOUN) || bg_text__at(r->text, h->verb->end, CLASS_GOVERNS) == BG_NONE) return false;
    for (uint32_t i = h->verb->end; i < h[1].start && !bg_say__is_sign(r, i, ',') && !bg_say__is_sign(r, i, ':'); i++)
        if (bg_text__is(r->text, i, CLASS_DONE) || bg_text__is(r->text, i, CLASS_PASSIVE)) return true;
    return false;
}

/* "Trong thông cáo phản đối chuyến thăm, Bộ A khẳng định", "Tuyên bố sau cuộc gặp, Nhà Trắng cho biết": the first word only leads to what is said. */
static bool is_led_by_noun(const bg_say_reader *r, const bg_head *before, const bg_head *h) {
    if (r->count != 1 || !is(before->kind, "open") || h->speaker.kind != BG_SPEAKER_SIDE || !bg_head__is_main_clause(r, h)) return false;
    return before->verb->tok > r->s->tok || bg_head__is_noun_too(r, before) || bg_text__at(r->text, before->verb->tok, CLASS_TEXTNOUN) != BG_NONE;
}

/* "Tuyên bố cũng nêu rõ …": the text says it, nobody declares it. */
static bool is_text_itself(const bg_say_reader *r, const bg_head *before, const bg_head *h) {
    bool text = is(bg_mark__get(r->text, h->fact, KEY_TEXT), "yes") && is(h->kind, "subject");
    return text && r->count == 1 && is(before->kind, "open") && h->speaker_tok == BG_NONE && bg_text__is(r->text, before->verb->tok, CLASS_TEXTNOUN);
}

void bg_head__collect(bg_say_reader *r) {
    r->tail = r->s->end;
    for (uint32_t tok = r->s->tok; (tok = bg_text__next(r->text, tok, r->s->end, CLASS_SAYFACT)) < r->s->end && r->count < BG_HEADS_MAX; tok++) {
        const bg_mark *fact = bg_head__best(r, tok);
        if (!fact) continue;
        bg_head h = bg_head__make(r, fact), *before = r->count ? &r->heads[r->count - 1] : NULL;
        if (before && is_inner_act(r, before, &h)) before->act = h.act, before->content = h.content;
        else if (before && (is_only_source(r, before, &h) || only_carries(r, before, &h))) replace_source(r, &h);
        else if (before && is_tail(r, &h)) keep_tail(r, &h);
        else if (before && (is_led_by_noun(r, before, &h) || is_text_itself(r, before, &h))) *before = h;
        else if (bg_head__is_new_act(r, &h)) {
            if (before && before->content > h.start) before->content = before->plain; /* "A mô tả …, và nói: “…”": the quotation is the second verb's */
            r->heads[r->count++] = h;
        } else continue;
        bg_head *taken = &r->heads[r->count - 1];
        if (r->count == 1) taken->tail = is(taken->kind, "subject") && taken->start > r->s->tok + TAIL_LEAST && bg_say__after_separator(r, taken->start) && goes_on_saying(r, taken);
        bool state = r->quoted[taken->verb->tok] && taken->speaker.kind == BG_SPEAKER_SIDE && is(taken->kind, "subject");
        if (state && is(taken->act, "affirms")) taken->content = taken->start; /* "Việt Nam luôn coi trọng …" */
    }
    if (opens_as_noun(r)) r->count = 0;
    if (r->count > 1 && is_noun_told(r, r->heads)) r->count--, memmove(r->heads, r->heads + 1, r->count * sizeof *r->heads);
}
