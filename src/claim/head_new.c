/* head_new: does a verb of speech begin an act of its own, or go on with the one before it? */
#include "say.h"

/* "…, đề xuất nhiều biện pháp": an object follows. */
static bool is_plural(const bg_say_reader *r, uint32_t tok) {
    return tok < r->s->end && bg_text__at(r->text, tok, CLASS_PLURAL) != BG_NONE;
}

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
    if (comma && bg_head__is_noun_too(r, h) && !promise && !is_also(r, h) && !is_same_verb(r, before, h) && !bg_say__begins_with_party(r, h->content) &&
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

/* "…; Ai Cập sẵn sàng …" in what an Egyptian says: he goes on for his state. */
static bool goes_on_for_state(const bg_say_reader *r, const bg_head *before, bg_head *h) {
    if (h->speaker.kind != BG_SPEAKER_SIDE || h->start == r->s->tok || !bg_say__is_sign(r, h->start - 1, ';')) return false;
    if (before->speaker.kind != BG_SPEAKER_ENTITY || !(is(h->act, "pledges") || is(h->act, "supports") || is(h->act, "proposes"))) return false;
    if (!is(bg_person__country(&r->claims->mentions->people.items[before->speaker.entity]), h->speaker.side)) return false;
    h->speaker = before->speaker;
    return true;
}

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

/* "bình luận của A", "đề xuất năm 1947": words that are nouns by what follows them. */
static bool is_noun_here(const bg_say_reader *r, const bg_head *h) {
    if (h->content != h->verb->end || h->content >= r->s->end || is(bg_mark__get(r->text, h->verb, KEY_CARRIES), "yes")) return false;
    bool clause = is(bg_mark__get(r->text, h->verb, KEY_OBJECT), "clause");
    if (clause && !is(h->act, "pledges") && bg_text__at(r->text, h->content, CLASS_OF) != BG_NONE) return true;
    return bg_head__is_noun_too(r, h) && is(h->act, "proposes") && bg_text__at(r->text, h->content, CLASS_DATE) != BG_NONE;
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
    if (is(h->kind, "link") && next != BG_NONE && bg_say__is_punctuation(r, r->text->marks.items[next].end, r->s->end)) return true;
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

bool bg_head__is_new_act(const bg_say_reader *r, bg_head *h) {
    const bg_head *before = r->count ? &r->heads[r->count - 1] : NULL;
    bool weak = is(bg_mark__get(r->text, h->verb, KEY_WEAK), "yes");
    if (!h->act) return false; /* nothing said is sent */
    if (is(h->kind, "source")) return !bg_say__captured(r, h->fact, KEY_S) || !bg_say__is_press(r, bg_say__captured(r, h->fact, KEY_S));
    if (is(h->kind, "back")) return !before && !r->quoted[h->verb->tok];
    if (is(h->kind, "behind")) return !before && !r->quoted[h->verb->tok];
    bool light = is(bg_mark__get(r->text, h->fact, KEY_LIGHT), "yes"); /* "nêu đề xuất" */
    if ((bg_head__is_noun(r, h) && !light) || bg_head__is_no_act(r, h) || lacks_content(r, h)) return false;
    if (is(h->kind, "item")) return !before && bg_act__is(r->last_act, BG_ACT_LIST);
    if (is(h->kind, "ordinal")) return !before && !r->quoted[h->verb->tok] && r->last_act && r->last.kind != BG_SPEAKER_UNKNOWN;
    if (is(h->kind, "first") && r->quoted[h->verb->tok]) return !before && r->quoted[h->verb->end]; /* not "Chúng tôi chờ đợi" */
    if (is(h->kind, "first")) return !before && r->answers;
    bool quoted = r->quoted[h->verb->tok] && r->quoted[h->start];
    if (quoted && !before) return speaks_in_quotes(r, h, weak);
    if (quoted && !r->quoted[before->verb->tok]) return false;
    if (!before && is(h->kind, "open")) return !weak && !bg_head__is_aside(r, h);
    if (!before && is(h->kind, "link") && bg_head__is_aside(r, h) && bg_head__leads_to_main(r, h->verb->end)) return false; /* "…, trả lời về X, A cho rằng" */
    if (!before && (is(h->kind, "link") || (is(h->kind, "and") && (has_met(r, h) || bg_say__verb_has(r, h, CLASS_GREETING))))) return starts_alone(r, h);
    if (is(h->kind, "purpose")) return !before && meets_for(r, h);
    if (!before && goes_on_promising(r, h)) return true;
    if (weak && is_programme(r, h)) return false;
    if (!before) return is(h->kind, "subject") && (!weak || (h->speaker.kind == BG_SPEAKER_BOTH && bg_say__begins_clause(r, h->start) && !is_crowd(r, h)) ||
                                                   (is(h->act, "proposes") && h->start == r->s->tok) ||
                                                   goes_on_supporting(r, h) ||
                                                   (h->speaker.kind == BG_SPEAKER_ENTITY && !is(h->act, "pledges")));
    if ((is(h->kind, "link") ? h->verb->tok : h->start) < before->plain) return false;
    if (is(before->kind, "open") && bg_head__is_main_clause(r, h)) return !weak;
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
