/* matter_bound: who is to do it, towards whom, and which body or person. */
#include "matters.h"

#define PARTY_NEAR 4      /* words before the party that is to act */
#define SUBJECT_MOST 14 /* words before what is to be done that say who */

#define ORDER_NEAR 3 /* words behind the bodies in which their state would be named */

/* Behind "các bộ, ngành, địa phương"; `tok` where no such bodies stand there. */
static uint32_t behind_bodies(const bg_text *text, uint32_t tok, uint32_t end) {
    uint32_t mark = bg_text__at(text, tok, CLASS_OWNBODIES);
    if (tok >= end || mark == BG_NONE || text->marks.items[mark].end == tok + 1) return tok; /* "ngành", "địa phương" alone: anybody's */
    for (; tok < end; mark = bg_text__at(text, tok, CLASS_OWNBODIES)) {
        if (mark != BG_NONE) tok = text->marks.items[mark].end;
        else if (bg_text__is_sign(text, tok, ',') || bg_text__is(text, tok, CLASS_AND)) tok++;
        else break;
    }
    return tok;
}

bool bg_matter__is_order(const bg_text *text, uint32_t tok, uint32_t end) {
    uint32_t behind = behind_bodies(text, tok, end);
    for (uint32_t i = behind; i < end && i < behind + ORDER_NEAR; i++)
        if (bg_text__is(text, i, CLASS_BOTH) || bg_text__is(text, i, CLASS_COUNTRY) || bg_text__is(text, i, CLASS_SIDE) || bg_text__is(text, i, CLASS_OF)) return false;
    return behind > tok && behind < end && !bg_text__is(text, behind, CLASS_OFFICEMOD);
}

/* Behind what only leads to a party: "chính phủ", "các doanh nghiệp"; the same token, if it is nothing of that. */
uint32_t bg_matter__behind_lead(const bg_text *text, uint32_t tok, uint32_t end) {
    static const unsigned leads[] = {CLASS_SIDEWORD, CLASS_PLURAL, CLASS_OFFICE, CLASS_BODY, CLASS_GROUPOF, CLASS_OWNBODIES};
    uint32_t far = tok;
    for (size_t i = 0; i < BG_COUNT(leads); i++) {
        uint32_t mark = bg_text__at(text, tok, leads[i]);
        if (mark != BG_NONE && text->marks.items[mark].end <= end && text->marks.items[mark].end > far) far = text->marks.items[mark].end;
    }
    return far > tok && far < end && bg_text__is(text, far, CLASS_AND) ? far + 1 : far;
}

/* One of the two that is named at a token; before its metonym, too. */
static const char *side_at(const bg_matters *m, uint32_t tok, bool first, const bg_matter *out) {
    uint32_t place = first ? bg_text__at(m->text, tok, CLASS_PLACE) : BG_NONE;
    const char *country = bg_matter__party_at(m, tok);
    if (!country && place != BG_NONE && bg_mark__get(m->text, &m->text->marks.items[place], KEY_METONYM)) country = bg_mention__country(m->claims->mentions, &m->text->marks.items[place]);
    return country && (is(country, out->sides[0]) || is(country, out->sides[1])) ? country : NULL;
}

/* "Việt - Ấn hợp tác …", "Nga và Việt Nam sẽ …": does the other one stand right behind the party at a token? */
static bool is_pair(const bg_matters *m, uint32_t tok, uint32_t end, const char *country, const bg_matter *out) {
    for (uint32_t i = tok + 1; i + 1 < end && i < tok + PARTY_NEAR; i++)
        if (bg_text__is(m->text, i, CLASS_AND) || bg_text__is_sign(m->text, i, '-')) return is(side_at(m, i + 1, false, out), bg_matter__other(out, country));
    return false;
}

/* Is the first party in it only named as whose something is: "đề nghị của Nga"? */
static bool is_whose(const bg_matters *m, const bg_saying *said, const bg_matter *out) {
    for (uint32_t i = said->tok; i < said->end && i < said->tok + PARTY_NEAR; i++) {
        if (bg_text__is(m->text, i, CLASS_BOTH)) return false;
        if (side_at(m, i, i == said->tok, out)) return i > said->tok && bg_text__is(m->text, i - 1, CLASS_OF);
    }
    return false;
}

/* The party that the content begins with: "Nga tạo điều kiện …", "chính phủ Nga …", "hai bên …"; not whom it is done to, "hỗ trợ Việt Nam …". */
static const char *first_party(const bg_matters *m, const bg_saying *said, const bg_matter *out) {
    uint32_t i = behind_bodies(m->text, said->tok, said->end);
    while (i < said->end && i < said->tok + SUBJECT_MOST) {
        if (bg_text__is(m->text, i, CLASS_BOTH)) return "both";
        const char *country = side_at(m, i, i == said->tok, out);
        uint32_t far = bg_matter__behind_lead(m->text, i, said->end);
        if (country) return is_pair(m, i, said->end, country, out) ? "both" : country;
        if (far == i && i > said->tok && bg_text__is(m->text, i, CLASS_OF)) far++; /* "các bộ, ngành của Lào" */
        if (far == i) return NULL;
        i = far;
    }
    return NULL;
}

/* The first token of a verb that says what ought to be; BG_NONE, if the verb says anything else. */
static uint32_t duty_verb(const bg_matters *m, const bg_saying *said) {
    uint32_t first = m->text->sentences.items[said->sentence].tok;
    for (uint32_t i = said->tok; i-- > first && i + PARTY_NEAR > said->tok;)
        if (m->text->tokens.items[i].start == said->verb_span.start) return bg_text__is(m->text, i, CLASS_MUST) ? i : BG_NONE;
    return BG_NONE;
}

/* "Hai bên cần …", "Triều Tiên cần …": who ought to, whoever says so. */
const char *bg_matter__who_ought(const bg_matters *m, const bg_saying *said) {
    uint32_t verb = duty_verb(m, said), tok = verb, first = m->text->sentences.items[said->sentence].tok;
    const char *named[BG_MATTER_SIDES];
    if (verb == BG_NONE) return NULL;
    while (tok > first && tok + SUBJECT_MOST > verb && !(m->text->tokens.items[tok - 1].flags & BG_TOK_PUNCT) && !bg_text__is(m->text, tok - 1, CLASS_SAY)) tok--;
    if (bg_text__any(m->text, tok, verb, CLASS_BOTH)) return "both";
    unsigned count = bg_matter__parties(m, tok, verb, named);
    return count > 1 ? "both" : count ? named[0] : NULL;
}

/* Does one only call for it: "kêu gọi"? */
static bool calls(const bg_matters *m, const bg_saying *said) {
    uint32_t first = m->text->sentences.items[said->sentence].tok;
    for (uint32_t i = said->tok; i-- > first && i + PARTY_NEAR > said->tok;)
        if (m->text->tokens.items[i].start == said->verb_span.start) return bg_text__is(m->text, i, CLASS_CALLS);
    return false;
}

/* The body or person that the content begins with, by name; else who promises. */
static const char *actor_of(const bg_matters *m, const bg_statement *s, const bg_saying *said, const bg_matter *out) {
    static const unsigned classes[] = {CLASS_BODY, CLASS_WHO};
    uint32_t i = said->tok, assigned = bg_text__at(m->text, i, CLASS_ASSIGNS); /* "giao hai Bộ Giao thông vận tải …" */
    if (assigned != BG_NONE) i = m->text->marks.items[assigned].end;
    while (i < said->end && bg_text__is(m->text, i, CLASS_PLURAL)) i++;
    for (size_t k = 0; k < BG_COUNT(classes) && i < said->end; k++) {
        uint32_t mark = bg_text__at(m->text, i, classes[k]);
        if (mark == BG_NONE || m->text->marks.items[mark].end > said->end || is(bg_mark__rule(m->text, &m->text->marks.items[mark]), "who.pronoun") || bg_text__is(m->text, i, CLASS_FIRSTPERSON)) continue;
        bg_span at = bg_text__span(m->text, i, m->text->marks.items[mark].end);
        return bg_arena__text(m->text->arena, m->text->bytes + at.start, at.end - at.start);
    }
    bool promises = is(out->kind, "pledge") || is(out->kind, "offer");
    if (!promises || s->speaker.kind != BG_SPEAKER_ENTITY) return NULL;
    const bg_entity *e = &m->doc->entities[s->speaker.entity];
    if (e->kind != BG_PERSON || !e->office) return e->name;
    return bg_arena__print(m->text->arena, "%s %s", e->office, e->name);
}

/* Does it begin with that state, whatever of it: "chính phủ Nga"? */
static bool first_is(const bg_matters *m, const bg_saying *said, const char *side) {
    for (uint32_t i = said->tok; i < said->end && i < said->tok + 3; i++) {
        if (is(bg_matter__party_at(m, i), side)) return true;
        if (!bg_text__is(m->text, i, CLASS_SIDEWORD) && !bg_text__is(m->text, i, CLASS_BODY) && !bg_text__is(m->text, i, CLASS_OFFICE) && !bg_text__is(m->text, i, CLASS_PLURAL)) return false;
    }
    return false;
}

/* "Đức và Pháp sẽ …", "hai nước sẽ …", as one of them says it. */
static bool both_will(const bg_matters *m, const bg_saying *said, const bg_matter *out) {
    uint32_t mark = bg_text__first(m->text, said->tok, said->end < said->tok + SUBJECT_MOST ? said->end : said->tok + SUBJECT_MOST, CLASS_PLEDGECUE);
    const char *named[BG_MATTER_SIDES];
    if (mark == BG_NONE) return false;
    uint32_t cue = m->text->marks.items[mark].tok;
    if (bg_text__is(m->text, said->tok, CLASS_BOTH)) return true;
    return first_is(m, said, out->sides[0]) + first_is(m, said, out->sides[1]) && bg_text__any(m->text, said->tok, cue, CLASS_AND) && bg_matter__parties(m, said->tok, cue, named) == 2;
}

/* Who promises; of what he tells of another, "Cuba khẳng định ủng hộ …", that one. */
static const char *who_will(const bg_matters *m, const bg_saying *said, const bg_matter *out, const char *own) {
    uint32_t side = bg_text__at(m->text, said->tok, CLASS_SIDE), end = side == BG_NONE ? said->end : m->text->marks.items[side].end;
    const char *country = end < said->end && bg_text__is(m->text, end, CLASS_SAY) ? bg_matter__party_at(m, said->tok) : NULL;
    if (both_will(m, said, out)) return "both";
    return country && (is(country, out->sides[0]) || is(country, out->sides[1])) ? country : own;
}

/* Who asks is himself to do it? He encourages those of his state, and offers it; or his state is whom it is done to: "đề nghị giúp Việt Nam …". */
static void turn_own(const bg_matters *m, const bg_saying *said, bg_matter *out) {
    bool group = bg_text__any(m->text, said->tok, said->tok + PARTY_NEAR < said->end ? said->tok + PARTY_NEAR : said->end, CLASS_GROUPOF);
    if (group) out->kind = "offer", out->grade = "ready";
    else if (!first_is(m, said, out->bound)) out->bound = bg_matter__other(out, out->bound);
    else out->kind = NULL; /* an order to one's own people */
}

/* "Nga đồng ý bỏ lệnh cấm …": told of one state, at no contact. */
static bool agrees_alone(const bg_matters *m, const bg_statement *s) {
    const bg_event *e = bg_matter__event(m, s->event);
    return s->speaker.kind == BG_SPEAKER_SIDE && (!e || is(e->type, "statement"));
}

/* Of a list, "đề nghị hai bên …; đạt tiến triển …", the entry with which it begins. */
static const bg_saying *head_of_list(const bg_matters *m, const bg_saying *said) {
    while (said > m->claims->sayings.items && said[-1].sentence == said->sentence && said[-1].verb_span.start == said->verb_span.start && said->verb_span.end && said[-1].tok < said->tok) said--;
    return said;
}

/* "muốn hỗ trợ Việt Nam …", "đề nghị giúp Anh điều tra": what one wishes, or proposes, to do for the other oneself. */
static bool gives(const bg_matters *m, const bg_saying *said, const bg_matter *out, const char *own) {
    uint32_t tok = said->tok;
    const char *named[BG_MATTER_SIDES];
    if (!own || !(is(out->kind, "ask") || is(out->kind, "wish")) || calls(m, said)) return false;
    while (tok < said->end && bg_text__is(m->text, tok, CLASS_SAYADV)) tok = m->text->marks.items[bg_text__at(m->text, tok, CLASS_SAYADV)].end;
    uint32_t verb = tok < said->end ? bg_text__at(m->text, tok, CLASS_GIVES) : BG_NONE;
    if (verb == BG_NONE || bg_text__any(m->text, tok, said->end, CLASS_BOTH)) return false;
    if (m->text->marks.items[verb].end < said->end && is(bg_matter__party_at(m, m->text->marks.items[verb].end), bg_matter__other(out, own))) return true;
    return bg_matter__parties(m, m->text->marks.items[verb].end, said->end, named) == 1 && is(named[0], bg_matter__other(out, own));
}

/* "Mỹ nhất trí sẽ tăng trợ giúp Việt Nam": does it say right behind such a verb for whom it is done? */
static bool helps(const bg_matters *m, const bg_saying *said, const char *other) {
    for (uint32_t i = bg_text__first(m->text, said->tok, said->end, CLASS_GIVES); i != BG_NONE; i = bg_text__after(m->text, i, said->end, CLASS_GIVES))
        if (m->text->marks.items[i].end < said->end && is(bg_matter__party_at(m, m->text->marks.items[i].end), other)) return true;
    return false;
}

static bool is_side(const bg_matter *out, const char *side) { return side && (is(side, "both") || is(side, out->sides[0]) || is(side, out->sides[1])); }

/* Who is to do what is asked: the one it names; the other one; where one only calls for it, anybody. */
static const char *who_is_asked(const bg_matters *m, const bg_saying *said, const bg_matter *out, const char *own, const char *first) {
    const char *ought = bg_matter__who_ought(m, said);
    if (is_side(out, ought)) return ought;
    if (first) return first;
    return own && !calls(m, said) ? bg_matter__other(out, own) : "both";
}

/* "gây sức ép với Trung Quốc": of whom, and of nothing that he is to do. "đề nghị với Nhật Bản về việc …" is an ask. */
static bool is_pressure(const bg_matters *m, const bg_saying *said) {
    return bg_text__is(m->text, said->tok, CLASS_HEARS) && !bg_text__any(m->text, said->tok + 1, said->end, CLASS_REPORTCONJ);
}

void bg_matter__bind(const bg_matters *m, const bg_statement *s, const bg_saying *said, bg_matter *out) {
    const bg_saying *head = head_of_list(m, said);
    bool whose = is_whose(m, said, out);
    const char *own = bg_matter__country(m, &s->speaker), *first = whose ? NULL : first_party(m, said, out);
    if (is(out->kind, "ask") && own && is(own, m->claims->mentions->home) && bg_matter__is_order(m->text, head->tok, head->end)) {
        out->kind = NULL;
        return;
    }
    if (is(out->kind, "ask") && is_pressure(m, said)) {
        out->kind = NULL;
        return;
    }
    if (gives(m, said, out, own)) out->kind = "offer", out->grade = "ready";
    if (!first && !whose && head != said) first = first_party(m, head, out);
    if (is(out->kind, "ask")) out->bound = who_is_asked(m, said, out, own, first);
    else if (is(out->kind, "invitation")) out->bound = own ? bg_matter__other(out, own) : NULL; /* the guest is to come */
    else if (is(out->kind, "wish")) out->bound = first ? first : "both";
    else if (s->speaker.kind == BG_SPEAKER_BOTH || is(out->kind, "signed")) out->bound = "both";
    else if (is(out->kind, "agreement")) out->bound = first ? first : whose || agrees_alone(m, s) || (own && helps(m, said, bg_matter__other(out, own))) ? own : "both"; /* not "cùng Việt Nam" */
    else out->bound = who_will(m, said, out, own);
    if (is(out->kind, "ask") && own && is(out->bound, own)) turn_own(m, said, out);
    if (out->bound && !is(out->bound, "both")) out->towards = bg_matter__other(out, out->bound);
    out->actor = actor_of(m, s, said, out);
}

/* "…; Canada lập văn phòng …": of a list what begins with a party of its own is for that one to do. */
void bg_matter__turn_to(const bg_matters *m, bg_clause at, bg_matter *part) {
    const bg_saying said = {.tok = at.tok, .end = at.end};
    const char *first = part->bound && !is(part->kind, "invitation") ? first_party(m, &said, part) : NULL;
    if (!first || is(first, part->bound)) return;
    part->bound = first;
    part->towards = is(first, "both") ? NULL : bg_matter__other(part, first);
}
