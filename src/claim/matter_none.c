/* matter_none: what is said and is no entry: opinions, hopes, what one announces of oneself, what nobody but the page says. */
#include "matters.h"

#define RANK_COMMON 9   /* of an office that is a common noun: "chuyên gia" */
#define SUBJECT_MOST 14 /* words before what is to be done that say who */

#define VERB_MOST 6 /* words of a verb */
#define CUE_WORDS 3  /* words of "sẽ", "luôn sẵn sàng" */
#define VIEW_WORDS 14 /* from what it is about to the word that says how it is */

/* "nhất trí cho rằng …", "nhất trí đánh giá …", "đồng ý với ông A rằng …": what both think; unless something ought to be. */
bool bg_matter__is_thought(const bg_matters *m, const bg_matter *made, uint32_t tok, uint32_t end) {
    uint32_t from = tok > VERB_MOST ? tok - VERB_MOST : 0, who = bg_text__at(m->text, tok, CLASS_WHO), last = tok + VIEW_WORDS < end ? tok + VIEW_WORDS : end;
    bool thinks = false;
    if (!is(made->kind, "agreement") || bg_text__any(m->text, tok, last, CLASS_MUST) || bg_text__any(m->text, tok, last, CLASS_PLEDGECUE)) return false;
    for (uint32_t i = from; i < tok; i++) {
        uint32_t thought = bg_text__at(m->text, i, CLASS_THINKS);
        thinks |= thought != BG_NONE && m->text->marks.items[thought].end + 1 >= tok; /* a colon, "rằng" */
    }
    uint32_t behind = who == BG_NONE ? end : m->text->marks.items[who].end;
    return thinks || (behind < end && bg_text__is(m->text, behind, CLASS_REPORTCONJ));
}

/* Behind what opens a quotation. */
static uint32_t behind_signs(const bg_text *text, uint32_t tok, uint32_t end) {
    while (tok + 1 < end && text->tokens.items[tok].flags & BG_TOK_PUNCT) tok++;
    return tok;
}

bool bg_matter__is_opinion(const bg_text *text, uint32_t tok, uint32_t end) {
    uint32_t first = behind_signs(text, tok, end);
    return first < end && bg_text__is(text, first, CLASS_OPINION);
}

/* "đồng ý rằng các biện pháp đó có ý nghĩa lớn": of something, not of who is to do what. "suy đoán của Anh", "nhận định rằng …": an opinion. */
static bool is_opinion(const bg_matters *m, uint32_t tok, uint32_t end) {
    static const unsigned deeds[] = {CLASS_MUST, CLASS_PLANNED, CLASS_PLEDGECUE, CLASS_ACTION, CLASS_BEGINS, CLASS_BOTH};
    uint32_t that = tok ? bg_text__ends_at(m->text, 0, tok, CLASS_REPORTCONJ, 3) : BG_NONE, last = tok + VIEW_WORDS < end ? tok + VIEW_WORDS : end;
    if (bg_matter__is_opinion(m->text, tok, end)) return true;
    if (that == BG_NONE || !is(bg_mark__get(m->text, &m->text->marks.items[that], KEY_VALUE), "that") || bg_matter__party_at(m, tok)) return false;
    for (size_t i = 0; i < BG_COUNT(deeds); i++)
        if (bg_text__any(m->text, tok, last, deeds[i])) return false;
    return true;
}

/* "mạng lưới … là mục tiêu của cả khu vực": of what something is; not where it begins with what is to be done. */
static bool is_equation(const bg_matters *m, uint32_t tok, uint32_t last) {
    static const unsigned deeds[] = {CLASS_MUST, CLASS_PLEDGECUE, CLASS_SAY};
    if (bg_text__is(m->text, tok, CLASS_ACTION) || bg_text__is(m->text, tok, CLASS_BEGINS) || (tok && bg_text__is(m->text, tok - 1, CLASS_HEARS))) return false; /* "đồng ý với lệnh …" */
    for (uint32_t i = tok + 1; i < last; i++) {
        if (bg_text__is_sign(m->text, i, ';')) return false;
        if (!bg_text__is(m->text, i, CLASS_EQUALS) || !bg_text__is(m->text, i, CLASS_COPULA)) continue; /* "là", not "sẽ" */
        for (size_t k = 0; k < BG_COUNT(deeds); k++)
            if (bg_text__any(m->text, tok, i, deeds[k])) return false;
        return !bg_text__any(m->text, i, last, CLASS_MUST);
    }
    return false;
}

/* "quan hệ hai nước đang phát triển tốt đẹp", "đây là một trụ cột": agreed, and nothing is to be done. "Hai bên cần …" is. */
bool bg_matter__is_view(const bg_matters *m, const bg_matter *made, uint32_t tok, uint32_t end) {
    uint32_t last = tok + VIEW_WORDS < end ? tok + VIEW_WORDS : end;
    const char *first = bg_matter__party_at(m, tok);
    if (!is(made->kind, "agreement")) return false;
    if (first && !is(first, made->sides[0]) && !is(first, made->sides[1])) return true; /* "nhất trí rằng Triều Tiên đặt ra mối đe dọa" */
    if (is_opinion(m, tok, end) || is_equation(m, tok, last)) return true;
    if (!bg_text__is(m->text, tok, CLASS_VIEWED)) return false;
    for (uint32_t i = m->text->marks.items[bg_text__at(m->text, tok, CLASS_VIEWED)].end; i < last; i++) {
        uint32_t held = bg_text__at(m->text, i, CLASS_HELD);
        const char *when = held == BG_NONE ? NULL : bg_mark__get(m->text, &m->text->marks.items[held], KEY_VALUE);
        if (bg_text__is(m->text, i, CLASS_PLANNED)) return false;
        if (is(when, "done") || is(when, "now") || bg_text__is(m->text, i, CLASS_EQUALS)) return true;
    }
    return false;
}

/* "hy vọng chuyến thăm sẽ thành công": of how things turn out, where nothing is named that is to be done. */
bool bg_matter__is_hope(const bg_matters *m, const bg_matter *made, uint32_t tok) {
    if (!is(made->kind, "wish") || !bg_text__is(m->text, tok, CLASS_VIEWED)) return false;
    for (size_t i = 0; i < made->key_count; i++)
        if (strchr("knhx", *made->keys[i])) return false;
    return true;
}

/* "kêu gọi các bên kiềm chế", "mong cộng đồng quốc tế …": asked of others than the two. */
bool bg_matter__is_of_others(const bg_matters *m, const bg_matter *made, uint32_t tok, uint32_t end) {
    if (!is(made->kind, "ask") && !is(made->kind, "wish")) return false;
    uint32_t far;
    for (tok = behind_signs(m->text, tok, end); tok < end && !bg_text__is(m->text, tok, CLASS_OUTSIDERS) && (far = bg_matter__behind_lead(m->text, tok, end)) > tok; tok = far) {}
    uint32_t others = tok < end ? bg_text__at(m->text, tok, CLASS_OUTSIDERS) : BG_NONE;
    if (others == BG_NONE) return false;
    uint32_t behind = m->text->marks.items[others].end;
    return !bg_text__is(m->text, behind, CLASS_OF) && !bg_matter__party_at(m, behind); /* not "các bên của Việt Nam" */
}

/* Is there anything that it is about? What anybody promises anybody, trust and friendship, is no matter to follow; nor is a number or a place alone, nor what is wished in words for which there is no name. With a term it is. */
bool bg_matter__has_object(const bg_matter *made) {
    const char *idle = is(made->kind, "wish") ? "uUoOmMpPbBwWf" : "uUoOmMpPf";
    for (size_t i = 0; i < made->key_count; i++)
        if (!strchr(idle, *made->keys[i]) && !is(made->keys[i], "z:political_trust") && !is(made->keys[i], "z:multilateral")) return true;
    return is(made->kind, "invitation") || made->due_from;
}

/* "sẽ tới Đà Nẵng", "ông sẽ thảo luận với …": what one will do oneself, and for nobody. "sẽ không bình luận", "sẽ phải đối mặt": what nobody promises, not both either. */
bool bg_matter__is_announced(const bg_matters *m, const bg_statement *s, const bg_saying *said, const bg_matter *made) {
    if (!(is(made->kind, "pledge") || is(made->kind, "offer"))) return false;
    uint32_t tok = said->tok, last = said->tok + SUBJECT_MOST < said->end ? said->tok + SUBJECT_MOST : said->end, first = m->text->sentences.items[said->sentence].tok;
    bool cued = bg_text__ends_at(m->text, first, tok, CLASS_PLEDGECUE, CUE_WORDS) != BG_NONE; /* "sẽ" is the verb itself */
    for (uint32_t i = said->tok; i < last && !cued; i++) {
        uint32_t cue = bg_text__at(m->text, i, CLASS_PLEDGECUE);
        if (cue == BG_NONE) continue;
        tok = m->text->marks.items[cue].end;
        break;
    }
    uint32_t going = tok < said->end ? bg_text__at(m->text, tok, CLASS_GOING) : BG_NONE;
    if (going == BG_NONE && tok + 1 < said->end && (bg_text__is(m->text, tok, CLASS_NEGATION) || bg_text__is(m->text, tok, CLASS_SAYADV))) going = bg_text__at(m->text, tok + 1, CLASS_GOING);
    if (going == BG_NONE) return false;
    return s->speaker.kind != BG_SPEAKER_BOTH || is(bg_mark__get(m->text, &m->text->marks.items[going], KEY_VALUE), "never");
}

/* "Triều Tiên cần …", "Trung Quốc hy vọng buộc …", and nobody says so but the page. */
bool bg_matter__is_of_page(const bg_matters *m, const bg_statement *s, const bg_saying *said, const bg_matter *made) {
    if (is(made->kind, "wish") && s->speaker.kind == BG_SPEAKER_SIDE && s->event < 0) return true;
    const char *own = bg_matter__country(m, &s->speaker), *ought = is(made->kind, "ask") ? bg_matter__who_ought(m, said) : NULL;
    const bg_event *e = bg_matter__event(m, s->event);
    bool met = e && !is(e->type, "statement") && bg_event__has_side(e, made->sides[0]) && bg_event__has_side(e, made->sides[1]);
    if (ought && s->speaker.kind == BG_SPEAKER_BOTH) return !met && !bg_text__any(m->text, m->text->sentences.items[said->sentence].tok, said->tok, CLASS_BOTH);
    return ought && own && is(ought, own);
}

static bool takes_part_anywhere(const bg_matters *m, uint32_t entity) {
    for (size_t i = 0; i < m->doc->event_count; i++)
        for (size_t k = 0; k < m->doc->events[i].participant_count; k++)
            if (m->doc->events[i].participants[k].entity == entity) return true;
    return false;
}

/* "Cựu ngoại trưởng A hy vọng …", an expert, somebody whom the page gives no office: who binds no state, unless he is a party of the contact. */
bool bg_matter__is_private(const bg_matters *m, const bg_statement *s, const bg_saying *said) {
    if (s->speaker.kind != BG_SPEAKER_ENTITY) return false;
    const bg_entity *e = &m->doc->entities[s->speaker.entity];
    if (e->kind != BG_PERSON) return false;
    if (bg_saying__is_of_former(m->claims, said)) return true;
    for (size_t i = 0; i < m->claims->mentions->people.count && e->name; i++) {
        const bg_person *p = &m->claims->mentions->people.items[i];
        if (is(p->name, e->name) && p->former) return true;
    }
    return (e->rank == RANK_COMMON || (!e->office && !e->rank)) && !takes_part_anywhere(m, (uint32_t)s->speaker.entity);
}

/* "chưa rõ A có đồng ý … hay không": nobody knows. "Hợp tác … ghi nhận nấc thang mới với việc hai bên ký …" goes on with no list. */
bool bg_matter__is_doubted(const bg_matters *m, const bg_saying *said) {
    const bg_sentence *in = &m->text->sentences.items[said->sentence];
    return bg_text__any(m->text, in->tok, said->tok, CLASS_DOUBTED) || (said->tok == in->tok && bg_text__any(m->text, in->tok, in->end, CLASS_DEED));
}

/* "mời ông B duyệt đội danh dự", "mời … ăn tối": what a guest is asked to while he is there; not to come for it. */
bool bg_matter__is_courtesy(const bg_matters *m, const bg_saying *said, const bg_matter *made) {
    uint32_t last = said->tok + VIEW_WORDS < said->end ? said->tok + VIEW_WORDS : said->end;
    uint32_t mark = is(made->kind, "invitation") ? bg_text__first(m->text, said->tok, last, CLASS_COURTESY) : BG_NONE;
    return mark != BG_NONE && !bg_text__any(m->text, said->tok, m->text->marks.items[mark].tok, CLASS_CONTACT);
}
