/* head: the verbs of speech of a sentence (marks of level "say") → the heads of its statements, each an act of its own. */
#include "say.h"

/* "…, đề xuất nhiều biện pháp": an object follows. */
static bool is_plural(const bg_say_reader *r, uint32_t tok) {
    return tok < r->s->end && bg_text__at(r->text, tok, CLASS_PLURAL) != BG_NONE;
}

static bool is_noun_too(const bg_say_reader *r, const bg_head *h) { return is(bg_mark__get(r->text, h->verb, KEY_NOUN), "yes"); }

#define ALSO_NEAR 5 /* words before the verb */

/* "…, đồng thời mong muốn", "cũng như cam kết": these words join acts more than clauses. */
static bool is_also(const bg_say_reader *r, const bg_head *h) {
    uint32_t first = h->verb->tok > r->s->tok + ALSO_NEAR ? h->verb->tok - ALSO_NEAR : r->s->tok;
    for (uint32_t tok = first; tok < h->verb->tok; tok++)
        if (bg_text__at(r->text, tok, CLASS_ALSO) != BG_NONE) return true;
    return false;
}

/* "A nói B, đối thủ của C, đã đồng ý …": the verb of the clause that he tells. */
static bool is_told_past(const bg_say_reader *r, const bg_head *h) {
    for (uint32_t i = h->start; i < h->verb->tok; i++)
        if (bg_text__at(r->text, i, CLASS_HELD) != BG_NONE) return true;
    return false;
}

/* "chỉ trích A và cáo buộc B", "bác bỏ tin đồn, khẳng định": a verb with an object, not with a clause. */
static bool has_object(const bg_say_reader *r, const bg_head *before, const bg_head *h) {
    if (!is(bg_mark__get(r->text, before->verb, KEY_OBJECT), "noun")) return false;
    uint32_t tok = before->verb->end, side = tok < r->s->end ? bg_text__at(r->text, tok, CLASS_SIDE) : BG_NONE;
    return !bg_say__tells_clause(r, tok) || (side != BG_NONE && r->text->marks.items[side].end >= h->start);
}

/* "đề nghị A …, đề nghị sớm …" */
static bool is_same_verb(const bg_say_reader *r, const bg_head *before, const bg_head *h) {
    const bg_token *a = &r->text->tokens.items[before->verb->tok], *b = &r->text->tokens.items[h->verb->tok];
    return is(h->act, "proposes") && a->value == b->value && before->verb->end - before->verb->tok == h->verb->end - h->verb->tok;
}

/* "cho rằng … và mô tả rằng …": a clause beside the other. */
static bool says_that(const bg_say_reader *r, const bg_head *h) {
    uint32_t m = h->content > h->verb->tok ? bg_text__at(r->text, h->content - 1, CLASS_REPORTCONJ) : BG_NONE;
    bool that = m != BG_NONE && is(bg_mark__get(r->text, &r->text->marks.items[m], KEY_VALUE), "that");
    return that && bg_text__at(r->text, h->content - 1, CLASS_COPULA) == BG_NONE && bg_head__reports(r, h);
}

/* Inside a list or a reported clause only a verb that does nothing but report begins a new act. */
static bool stays_inside(const bg_say_reader *r, const bg_head *before, const bg_head *h) {
    bool comma = is(h->kind, "link") && !bg_say__is_sign(r, h->start, ';');
    if (h->verb->tok < before->verb->end + ALSO_NEAR && bg_quote__precedes(r, before->start) && bg_head__reports(r, h)) return false; /* "…", ông nói đồng thời chỉ ra … */
    bool action = bg_text__at(r->text, h->verb->tok, CLASS_ACTION) != BG_NONE; /* "nhất trí …, khuyến khích doanh nghiệp …" */
    bool given = is(before->act, "thanks") || is(before->act, "appreciates"); /* "cảm ơn Chile đã giúp đỡ và ủng hộ Peru" */
    if (given && is(h->act, "supports") && is(h->kind, "and") && !bg_head__reports(r, h)) return true;
    if (action && bg_act__is(before->act, BG_ACT_LIST) && (comma || is(h->kind, "and")) && !is_also(r, h)) return true;
    bool promise = is(h->act, "pledges") && bg_text__is(r->text, h->content, CLASS_ACTION); /* "đặt mục tiêu …, cam kết thực hiện …" */
    if (comma && is_noun_too(r, h) && !promise && !is_also(r, h) && !is_same_verb(r, before, h) && !bg_say__begins_with_party(r, h->content) &&
        (!is_plural(r, h->content) || is(before->act, "discusses"))) return true;
    if (is(h->act, "discusses") && is(before->act, "discusses")) return !((comma || (is(h->kind, "and") && h->verb->tok > before->verb->end + ALSO_NEAR)) && is_plural(r, h->content));
    if (!bg_act__is(before->act, BG_ACT_CLAUSE)) return false;
    if (bg_head__reports(r, h) && has_object(r, before, h)) return false;
    if (comma && bg_act__is(before->act, BG_ACT_LIST) && !bg_head__reports(r, h) && !bg_act__is(h->act, BG_ACT_LIST)) return true;
    if (is(h->act, "supports") && bg_say__is_sign(r, h->start, ';') && !is(before->act, "proposes")) return false;
    bool link = is(h->kind, "link") && !is_told_past(r, h);
    if (bg_say__begins_with_party(r, before->content) && comma && bg_text__is(r->text, h->verb->tok - 1, CLASS_ONLY)) return true; /* "B không …, chỉ nhắc lại" */
    if (is(h->kind, "and") && says_that(r, h)) return false;
    if (bg_say__begins_with_party(r, before->content) && before->content > before->start) return bg_head__reports(r, h) < (is_also(r, h) || link ? 1 : 2);
    return bg_head__reports(r, h) < 1 && (is(h->kind, "and") || is(h->kind, "subject"));
}

/* "“…”, A phát biểu trước báo giới, nhưng thừa nhận …": he whose words open the sentence. */
static bool goes_on_behind_quotation(const bg_say_reader *r, bg_head *h) {
    uint32_t tok = r->s->tok + !r->quoted[r->s->tok];
    bool linked = is(h->kind, "and") || is(h->kind, "link");
    if (!linked || !bg_head__reports(r, h) || tok >= h->start || !r->quoted[tok] || bg_text__at(r->text, h->verb->tok, CLASS_ASIDE) != BG_NONE) return false;
    bg_span span = {0};
    bg_party voice = bg_quote__owner(r, tok, &span);
    if (voice.kind != BG_SPEAKER_ENTITY || span.start >= r->text->tokens.items[h->start].start) return false;
    h->speaker = voice, h->speaker_span = span;
    return true;
}

/* A linked verb without a head before it: "…; cảm ơn …" after a clause of facts, "A hôm nay gặp B, hoan nghênh …". */
static bool starts_alone(const bg_say_reader *r, bg_head *h) {
    if (bg_say__is_sign(r, h->start, ';')) return bg_head__reports(r, h) && r->last.kind != BG_SPEAKER_UNKNOWN && !r->s->paragraph_start;
    if (goes_on_behind_quotation(r, h)) return true;
    bool meet = is(h->act, "agrees"); /* "A điện đàm với B, nhất trí …" */
    bool tells = is(h->act, "informs") || is(bg_mark__get(r->text, h->verb, KEY_NEUTRAL), "yes") || bg_say__is_quote(r, r->s->tok);
    bool speaks = bg_head__reports(r, h) == 2 || (bg_head__reports(r, h) && is(h->kind, "link") && !tells);
    const bg_mark *who = speaks || bg_say__is_together(r, h->verb) || meet ? bg_head__opener(r) : NULL;
    if (!who || who->end > h->start) return false;
    if (who->klass == CLASS_PLACE && !is(bg_mark__get(r->text, h->verb, KEY_OBJECT), "clause")) return false; /* "…, lên án" may be of what the capital speaks of */
    h->speaker = bg_say__is_together(r, h->verb) || meet ? (bg_party){.kind = BG_SPEAKER_BOTH} : bg_say__party(r, who);
    h->speaker_span = bg_text__span(r->text, who->tok, who->end);
    return true;
}

/* "A đã điện đàm và kêu gọi B …", "A không trả lời nhưng khẳng định": a verb of meeting or nothing said stands before the link. */
static bool has_met(const bg_say_reader *r, const bg_head *h) {
    uint32_t link = h->fact->tok > r->s->tok ? h->fact->tok - 1 : r->s->tok;
    while (link > r->s->tok && !bg_text__is(r->text, link, CLASS_AND) && link + ALSO_NEAR > h->fact->tok) link--;
    uint32_t but = h->fact->tok > r->s->tok ? bg_text__at(r->text, h->fact->tok - 1, CLASS_CONNECT) : BG_NONE;
    if (but != BG_NONE && is(bg_mark__get(r->text, &r->text->marks.items[but], KEY_VALUE), "contrast")) return true;
    const bg_mark *whom = bg_say__mark_before(r, link, CLASS_WHO); /* "hội đàm với B và nhất trí" */
    uint32_t with = whom && whom->tok > r->s->tok && bg_text__is(r->text, whom->tok - 1, CLASS_GOVERNS) ? whom->tok - 1 : whom ? whom->tok : link;
    const bg_mark *contact = bg_say__mark_before(r, with, CLASS_CONTACT);
    return contact && (with < link || is(bg_mark__get(r->text, contact, KEY_FORM), "verb"));
}

/* "A gặp B để thảo luận …": what both talked of, when they met; "A gọi cho B để cảm ơn …": what A did. */
static bool meets_for(const bg_say_reader *r, bg_head *h) {
    bool met = false;
    for (uint32_t i = r->s->tok; i < h->fact->tok; i++) {
        if (bg_text__is(r->text, i, CLASS_PLANNED) || bg_text__is(r->text, i, CLASS_NEGATION) || bg_text__is(r->text, i, CLASS_SAY) || r->quoted[i]) return false;
        uint32_t m = bg_text__at(r->text, i, CLASS_CONTACT);
        const char *type = m == BG_NONE ? NULL : bg_mark__get(r->text, &r->text->marks.items[m], KEY_VALUE);
        met |= is(type, "meeting") || is(type, "talks") || is(type, "call") || (is(h->act, "discusses") ? is(type, "visit") : is(type, "letter"));
    }
    const bg_mark *who = met && !bg_text__is(r->text, r->s->tok, CLASS_CIRCUMSTANCE) ? bg_head__opener(r) : NULL;
    if (!who) return false;
    h->speaker = is(h->act, "discusses") ? (bg_party){.kind = BG_SPEAKER_BOTH} : bg_say__party(r, who);
    h->speaker_span = bg_text__span(r->text, who->tok, who->end);
    return true;
}

#define SUBCLAUSE_NEAR 6 /* words from "khi" that opens a sentence to the subject of its clause */

#define DURATION_MOST 3  /* words of "Vài giờ sau khi" before the word that opens the clause */
#define MAIN_NEAR 12     /* words from the subject of the main clause to its verb */

/* "… thông báo về cuộc gặp, B viết rằng …": somebody speaks behind a comma. */
static bool leads_to_main(const bg_say_reader *r, uint32_t tok) {
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
    if (h->start == r->s->tok || (h->start > first + SUBCLAUSE_NEAR && !leads_to_main(r, h->verb->end))) return false;
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

static bool is_punctuation(const bg_say_reader *r, uint32_t tok, uint32_t end) {
    while (tok < end && r->text->tokens.items[tok].flags & BG_TOK_PUNCT) tok++;
    return tok >= end;
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

/* "Nhắc lại …, ông …": recalls what the speaker's own verb then speaks of. */
static bool is_aside(const bg_say_reader *r, const bg_head *h) {
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
    if (r->count) return is_aside(r, &r->heads[r->count - 1]);
    for (uint32_t i = r->s->tok; i < h->start; i++)
        if (bg_text__is(r->text, i, CLASS_TEXTNOUN) || bg_text__is(r->text, i, CLASS_CONTACT) || bg_text__is(r->text, i, CLASS_SAY)) return false;
    return true;
}

/* "được phía X ghi nhận", "mà X cam kết", "giữa X và Y sẽ", "X không nói": no act of X. */
static bool is_no_act(const bg_say_reader *r, const bg_head *h) {
    bool linked = is(h->kind, "link") || is(h->kind, "and");
    if (linked && h->verb->tok > r->s->tok && bg_text__is(r->text, h->verb->tok - 1, CLASS_NEGATION)) return true; /* "…, không đe doạ" */
    if (linked && is_of_thing(r, h)) return true;
    if (is(h->kind, "link") && r->count && is(h->act, "informs") && is_aside(r, h) && bg_quote__precedes(r, r->heads[r->count - 1].start)) return true; /* "…", ông nói, đề cập đến X */
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

/* "…; Ai Cập sẵn sàng …" in what an Egyptian says: he goes on for his state. */
static bool goes_on_for_state(const bg_say_reader *r, const bg_head *before, bg_head *h) {
    if (h->speaker.kind != BG_SPEAKER_SIDE || h->start == r->s->tok || !bg_say__is_sign(r, h->start - 1, ';')) return false;
    if (before->speaker.kind != BG_SPEAKER_ENTITY || !(is(h->act, "pledges") || is(h->act, "supports") || is(h->act, "proposes"))) return false;
    if (!is(bg_person__country(&r->claims->mentions->people.items[before->speaker.entity]), h->speaker.side)) return false;
    h->speaker = before->speaker;
    return true;
}

#define QUOTED_OPENS 2 /* tokens of a quoted sentence before its subject */

/* "Phía Mỹ đã nói …", words of a Pole who is quoted. */
static bool is_of_other(const bg_say_reader *r, const bg_head *h) {
    bg_span span = {0};
    bg_party voice = bg_quote__voice(r, h->verb->tok, &span);
    return voice.kind == BG_SPEAKER_ENTITY && !is(bg_person__country(&r->claims->mentions->people.items[voice.entity]), h->speaker.side);
}

/* "… “…. Phía Slovakia sẽ …”, Thủ tướng Slovakia nói": a later sentence of his promises for his state. */
static bool promises_in_quotes(const bg_say_reader *r, const bg_head *h, bool opens) {
    if (!opens || !is(h->act, "pledges") || bg_quote__start(r) >= r->s->tok) return false;
    bg_span span = {0};
    bg_party voice = bg_quote__voice(r, h->verb->tok, &span);
    return voice.kind == BG_SPEAKER_ENTITY && is(bg_say__country(r, &voice), h->speaker.side);
}

/* Within quotation marks: a communiqué tells who said what, a state's voice speaks of its state. */
static bool speaks_in_quotes(const bg_say_reader *r, const bg_head *h, bool weak) {
    bool opens = h->start <= r->s->tok + QUOTED_OPENS;
    if (!is(h->kind, "subject")) return false;
    if (h->speaker.kind == BG_SPEAKER_SIDE) return !is_of_other(r, h) && (bg_head__reports(r, h) || (!weak && opens) || promises_in_quotes(r, h, opens));
    if (h->speaker.kind == BG_SPEAKER_BOTH) opens |= bg_say__after_separator(r, h->start);
    return bg_head__reports(r, h) >= (h->speaker.kind == BG_SPEAKER_BOTH ? 1 : 2) && opens;
}

/* "Việt Nam sẽ …" right behind what a Vietnamese said: his promise, too. */
static bool goes_on_promising(const bg_say_reader *r, const bg_head *h) {
    if (!is(h->kind, "subject") || !is(h->act, "pledges") || h->speaker.kind != BG_SPEAKER_SIDE || h->start != r->s->tok || !r->last_act) return false;
    if (r->last.kind != BG_SPEAKER_ENTITY) return false;
    return is(bg_person__country(&r->claims->mentions->people.items[r->last.entity]), h->speaker.side);
}

/* "Cảm ơn …, Thủ tướng A đề nghị": what follows a fronted clause. */
static bool is_main_clause(const bg_say_reader *r, const bg_head *h) {
    if (!is(h->kind, "subject") || (h->speaker.kind == BG_SPEAKER_SIDE && bg_head__reports(r, h) < 2)) return false;
    return bg_say__after_separator(r, h->start) || h->speaker.kind == BG_SPEAKER_BOTH;
}

/* "bình luận của A", "đề xuất năm 1947": words that are nouns by what follows them. */
static bool is_noun_here(const bg_say_reader *r, const bg_head *h) {
    if (h->content != h->verb->end || h->content >= r->s->end || is(bg_mark__get(r->text, h->verb, KEY_CARRIES), "yes")) return false;
    bool clause = is(bg_mark__get(r->text, h->verb, KEY_OBJECT), "clause");
    if (clause && !is(h->act, "pledges") && bg_text__at(r->text, h->content, CLASS_OF) != BG_NONE) return true;
    return is_noun_too(r, h) && is(h->act, "proposes") && bg_text__at(r->text, h->content, CLASS_DATE) != BG_NONE;
}

/* "đưa ra cảnh báo khi B cho rằng …": what B says is told, not what A does. */
static bool only_tells_when(const bg_say_reader *r, const bg_head *h) {
    uint32_t sub = h->content < r->s->end && h->content == h->verb->end ? bg_text__at(r->text, h->content, CLASS_SUBCLAUSE) : BG_NONE;
    if (sub == BG_NONE || !bg_say__begins_with_party(r, r->text->marks.items[sub].end)) return false;
    for (uint32_t i = r->text->marks.items[sub].end; i < r->s->end && !(r->text->tokens.items[i].flags & BG_TOK_PUNCT); i++)
        if (bg_text__is(r->text, i, CLASS_REPORT)) return true;
    return false;
}

/* "thăm hỏi và trao quà", "thống nhất trong ASEAN": nothing follows that would be said. */
static bool lacks_content(const bg_say_reader *r, const bg_head *h) {
    if (h->content < r->s->end && bg_text__at(r->text, h->content, CLASS_REFERBACK) != BG_NONE) return true;
    if (is_noun_here(r, h) || only_tells_when(r, h)) return true;
    uint32_t next = h->content < r->s->end ? bg_text__at(r->text, h->content, CLASS_SAY) : BG_NONE; /* "…", tuyên bố cho hay. */
    if (is(h->kind, "link") && next != BG_NONE && is_punctuation(r, r->text->marks.items[next].end, r->s->end)) return true;
    if (is(h->kind, "first") && h->verb->end < r->s->end && bg_say__is_sign(r, h->verb->end, ',')) return true; /* "… chúng tôi sẵn sàng, nếu …" */
    if (h->content >= r->s->end || bg_head__reports(r, h) == 2) return false;
    bool linked = is(h->kind, "and") || is(h->kind, "link");
    if (linked && h->verb->end < r->s->end && bg_say__is_sign(r, h->verb->end, ',')) return true;
    if (!bg_text__is(r->text, h->content, CLASS_AND)) return false;
    for (uint32_t i = h->content + 1; i < r->s->end && i < h->content + ALSO_NEAR; i++)
        if (bg_text__at(r->text, i, CLASS_SAY) != BG_NONE) return linked && is(bg_mark__get(r->text, &r->text->marks.items[bg_text__at(r->text, i, CLASS_SAY)], KEY_VALUE), "pledges"); /* "coi trọng và sẵn sàng …" */
    return true;
}

#define MEETS_NEAR 3 /* words from "sẽ" to "cuộc hội đàm" */

/* "sẽ có cuộc hội đàm", "sẽ gặp"; but not "sẽ tăng cường gặp gỡ" */
static bool meets_next(const bg_say_reader *r, uint32_t tok) {
    for (uint32_t i = tok; i < r->s->end && i < tok + MEETS_NEAR; i++) {
        if (bg_text__at(r->text, i, CLASS_ACTION) != BG_NONE || r->text->tokens.items[i].flags & BG_TOK_PUNCT) return false;
        uint32_t m = bg_text__at(r->text, i, CLASS_CONTACT);
        const char *type = m == BG_NONE ? NULL : bg_mark__get(r->text, &r->text->marks.items[m], KEY_VALUE);
        if (type) return !is(type, "signing") && !is(bg_mark__get(r->text, &r->text->marks.items[m], KEY_WEAK), "yes");
    }
    return false;
}

/* "Tổng thống A và Thủ tướng B sẽ họp báo" */
static bool is_programme(const bg_say_reader *r, const bg_head *h) {
    const bg_mark *subject = bg_say__captured(r, h->fact, KEY_S);
    if (!is(h->act, "pledges") || !subject) return false;
    if (subject->klass == CLASS_WHO && h->speaker.kind == BG_SPEAKER_BOTH) return true;
    if (h->speaker.kind != BG_SPEAKER_BOTH || h->content >= r->s->end) return false;
    const bg_mark *hedge = bg_say__mark_before(r, h->start, CLASS_ONGOING); /* "dự kiến hai bên sẽ …" */
    if (hedge && is(bg_mark__get(r->text, hedge, KEY_VALUE), "hedge")) return true;
    if (meets_next(r, h->content)) return true;
    uint32_t say = bg_text__at(r->text, h->content, CLASS_SAY); /* "hai bên sẽ thảo luận" */
    return say != BG_NONE && is(bg_mark__get(r->text, &r->text->marks.items[say], KEY_VALUE), "discusses");
}

/* "các nước thành viên sẽ …": told of many, not said by them. */
static bool is_crowd(const bg_say_reader *r, const bg_head *h) {
    const bg_mark *subject = bg_say__captured(r, h->fact, KEY_S);
    return subject && subject->klass == CLASS_GROUP;
}

#define CONTRAST_WORDS 2 /* "Trong khi" */

/* "Trong khi A nói …, B khẳng định …": B's own words. */
static bool answers_contrast(const bg_say_reader *r, const bg_head *h) {
    uint32_t link = bg_text__at(r->text, r->s->tok, CLASS_CONNECT);
    if (link == BG_NONE || !is(h->kind, "subject") || !bg_head__reports(r, h)) return false;
    const bg_mark *opener = &r->text->marks.items[link];
    bool clause = bg_text__at(r->text, opener->end - 1, CLASS_SUBCLAUSE) != BG_NONE; /* not "Trong khi đó" */
    return clause && opener->end == r->s->tok + CONTRAST_WORDS && is(bg_mark__get(r->text, opener, KEY_VALUE), "contrast") && bg_say__is_sign(r, h->start - 1, ',');
}

/* "Đức ủng hộ …" right behind what a German, or both, said. */
static bool goes_on_supporting(const bg_say_reader *r, const bg_head *h) {
    if (!is(h->act, "supports") || h->start != r->s->tok || !r->last_act || h->speaker.kind != BG_SPEAKER_SIDE || is_told_past(r, h)) return false;
    return r->last.kind == BG_SPEAKER_BOTH || is(bg_say__country(r, &r->last), h->speaker.side);
}

/* "A cho biết X, Y và Z cho rằng …": a row of those of whom A tells begins behind his verb. */
static bool begins_told(const bg_say_reader *r, const bg_head *before, const bg_head *h) {
    uint32_t tok = before->plain;
    while (tok < h->start) {
        uint32_t m = bg_text__at(r->text, tok, CLASS_SIDE), who = bg_text__at(r->text, tok, CLASS_WHO);
        if (who != BG_NONE) m = who;
        if (m == BG_NONE && !bg_say__is_sign(r, tok, ',')) return false;
        tok = m == BG_NONE ? tok + 1 : r->text->marks.items[m].end;
    }
    return tok == h->start;
}

/* Is a candidate a new act, or part of what the head before it tells? */
static bool is_new_act(const bg_say_reader *r, bg_head *h) {
    const bg_head *before = r->count ? &r->heads[r->count - 1] : NULL;
    bool weak = is(bg_mark__get(r->text, h->verb, KEY_WEAK), "yes");
    if (!h->act) return false; /* nothing said is sent */
    if (is(h->kind, "source")) return !bg_say__captured(r, h->fact, KEY_S) || !bg_say__is_press(r, bg_say__captured(r, h->fact, KEY_S));
    if (is(h->kind, "back")) return !before && !r->quoted[h->verb->tok];
    if (is(h->kind, "behind")) return !before && !r->quoted[h->verb->tok];
    bool light = is(bg_mark__get(r->text, h->fact, KEY_LIGHT), "yes"); /* "nêu đề xuất" */
    if ((bg_head__is_noun(r, h) && !light) || is_no_act(r, h) || lacks_content(r, h)) return false;
    if (is(h->kind, "item")) return !before && bg_act__is(r->last_act, BG_ACT_LIST);
    if (is(h->kind, "ordinal")) return !before && !r->quoted[h->verb->tok] && r->last_act && r->last.kind != BG_SPEAKER_UNKNOWN;
    if (is(h->kind, "first") && r->quoted[h->verb->tok]) return !before && r->quoted[h->verb->end]; /* not "Chúng tôi chờ đợi" */
    if (is(h->kind, "first")) return !before && r->answers;
    bool quoted = r->quoted[h->verb->tok] && r->quoted[h->start];
    if (quoted && !before) return speaks_in_quotes(r, h, weak);
    if (quoted && !r->quoted[before->verb->tok]) return false;
    if (!before && is(h->kind, "open")) return !weak && !is_aside(r, h);
    if (!before && is(h->kind, "link") && is_aside(r, h) && leads_to_main(r, h->verb->end)) return false; /* "…, trả lời về X, A cho rằng" */
    if (!before && (is(h->kind, "link") || (is(h->kind, "and") && (has_met(r, h) || bg_say__verb_has(r, h, CLASS_GREETING))))) return starts_alone(r, h);
    if (is(h->kind, "purpose")) return !before && meets_for(r, h);
    if (!before && goes_on_promising(r, h)) return true;
    if (weak && is_programme(r, h)) return false;
    if (!before) return is(h->kind, "subject") && (!weak || (h->speaker.kind == BG_SPEAKER_BOTH && bg_say__begins_clause(r, h->start) && !is_crowd(r, h)) ||
                                                   (is(h->act, "proposes") && h->start == r->s->tok) ||
                                                   goes_on_supporting(r, h) ||
                                                   (h->speaker.kind == BG_SPEAKER_ENTITY && !is(h->act, "pledges")));
    if ((is(h->kind, "link") ? h->verb->tok : h->start) < before->plain) return false;
    if (is(before->kind, "open") && is_main_clause(r, h)) return !weak;
    if (is(before->kind, "source") && before->speaker.kind == BG_SPEAKER_ENTITY && is(h->kind, "subject")) return false; /* he tells of it */
    if (is(h->kind, "subject") && !bg_say__after_separator(r, h->start)) return false;
    if (r->count == 1 && answers_contrast(r, h)) return !weak;
    if (is(h->kind, "subject") && h->speaker.kind == BG_SPEAKER_SIDE) return goes_on_for_state(r, before, h) || bg_head__is_contrasted(r, h);
    bool next = h->verb->tok <= h->start + QUOTED_OPENS && is(h->act, "supports");
    bool one = is(h->kind, "and") && is(before->act, "agrees") && before->speaker.kind == BG_SPEAKER_ENTITY; /* "A nhất trí …, và ủng hộ" */
    bool own = one || (is(h->kind, "link") && is(before->act, "affirms")); /* "khẳng định mong muốn …, ủng hộ B" */
    own = own && !bg_say__tells_clause(r, before->content);
    if (weak) return next && (own || (!is(before->act, "proposes") && bg_say__is_sign(r, h->start, ';')));
    if (is(h->kind, "subject") && begins_told(r, before, h)) return false; /* "A cho biết ông B đã đề nghị …": A tells it */
    return !stays_inside(r, before, h);
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
    r->heads[r->count] = is_new_act(r, h) ? *h : source;
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
    if (is_punctuation(r, tail->content, r->s->end)) return true;
    if (!(is(tail->act, "informs") || is(tail->act, "affirms"))) return false;
    if (goes_on_saying(r, tail)) return true;
    if (tail->content != tail->verb->end) return false;
    if (bg_say__is_when(r, tail->content, r->s->end) || bg_say__is_hearer(r, tail->content, r->s->end)) return true;
    if (bg_text__at(r->text, tail->content, CLASS_CIRCUMSTANCE) == BG_NONE) return false;
    return is_punctuation(r, bg_say__occasion_end(r, tail->start, tail->content, r->s->end), r->s->end);
}

/* "A gặp B để …, ông C cho biết.", "…, theo ông C.": what stands before is told by whom the end names. */
static bool is_tail(const bg_say_reader *r, const bg_head *h) {
    if (r->quoted[h->verb->tok] || h->speaker.kind == BG_SPEAKER_UNKNOWN || h->start <= r->s->tok + TAIL_LEAST) return false;
    if (is(h->kind, "behind")) return true;
    if (!is(h->kind, "subject") || !(is(h->act, "informs") || is(h->act, "affirms")) || !tells_nothing(r, h)) return false;
    const bg_mark *link = bg_say__mark_before(r, h->start, CLASS_CONNECT); /* "…, nhưng Bắc Kinh phủ nhận." */
    if (link && is(bg_mark__get(r->text, link, KEY_VALUE), "contrast")) return false;
    return bg_say__after_separator(r, h->start) && !bg_quote__is_before(r, h->start) && !is_no_act(r, h);
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
    if (r->count != 1 || !is(before->kind, "open") || h->speaker.kind != BG_SPEAKER_SIDE || !is_main_clause(r, h)) return false;
    return before->verb->tok > r->s->tok || is_noun_too(r, before) || bg_text__at(r->text, before->verb->tok, CLASS_TEXTNOUN) != BG_NONE;
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
        else if (is_new_act(r, &h)) {
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
