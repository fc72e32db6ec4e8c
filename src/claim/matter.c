/* matter: which statements and sentences ask, agree, promise or tell a deed; between whom, and who is bound. */
#include "matter.h"

#define PARTY_NEAR 4      /* words before the party that is to act */
#define CLAUSE_MOST 40    /* words of the clause of a deed, on each side of its verb */
#define CONDITION_MOST 30 /* words of a condition */
#define UNREAL_NEAR 3     /* words before a verb that say that it was not done */
#define SIDES_MOST 3
#define SUBJECT_MOST 14   /* words before "đã" of what is told */
#define NAME_REACH 12     /* words of the name of an agreement before a state in it */
#define VERB_NEAR 2       /* words behind it in which its verb begins */
#define DOER_WORDS 14     /* of the longest name of who does it */
#define RECENT_YEARS 3    /* what was done longer ago is no news */
#define SHARE_NEAR 8      /* words from a verb to how much of it was done */

typedef struct matters {
    const bg_claims *claims;
    const bg_text *text;
    const bg_doc *doc;
    BG_VEC(bg_matter) out;
    int32_t main; /* the page's main event, -1 */
    bool failed;
} matters;

/* ------------------------------------------------------------------ between whom */

static const char *country_of(const matters *m, const bg_party *party) {
    if (party->kind == BG_SPEAKER_SIDE) return party->side;
    return party->kind == BG_SPEAKER_ENTITY ? m->doc->entities[party->entity].country : NULL;
}

/* Does the token stand behind the first word of a longer name: "bán đảo Triều Tiên", "Hiệp định Thương mại tự do Việt Nam - EU"? */
static bool is_in_name(const matters *m, uint32_t tok) {
    static const unsigned names[] = {CLASS_PLACE, CLASS_AGREEMENT, CLASS_TOPIC, CLASS_MATTER};
    for (size_t i = 0; i < BG_COUNT(names); i++) {
        uint32_t mark = bg_text__over(m->text, tok > NAME_REACH ? tok - NAME_REACH : 0, tok, names[i]);
        if (mark != BG_NONE && m->text->marks.items[mark].tok < tok && m->text->marks.items[mark].end > tok) return true;
    }
    return false;
}

/* The state that the mark at a token names as a party; none, where it begins the longer name of a place: "Ấn Độ - Thái Bình Dương". */
static const char *party_at(const matters *m, uint32_t tok) {
    static const unsigned classes[] = {CLASS_WHO, CLASS_SIDE, CLASS_COUNTRY, CLASS_ORG, CLASS_DEMONYM};
    uint32_t place = bg_text__at(m->text, tok, CLASS_PLACE), far = place == BG_NONE ? 0 : m->text->marks.items[place].end;
    for (size_t i = 0; i < BG_COUNT(classes); i++) {
        uint32_t mark = bg_text__at(m->text, tok, classes[i]);
        const char *country = mark == BG_NONE ? NULL : bg_mention__country(m->claims->mentions, &m->text->marks.items[mark]);
        if (country && (classes[i] == CLASS_WHO || m->text->marks.items[mark].end >= far)) return is_in_name(m, tok) ? NULL : country;
    }
    return NULL;
}

/* The states that [tok, end) names, each once, at most SIDES_MOST. */
static unsigned parties_in(const matters *m, uint32_t tok, uint32_t end, const char *out[SIDES_MOST]) {
    unsigned count = 0;
    for (uint32_t i = tok; i < end && count < SIDES_MOST; i++) {
        const char *country = party_at(m, i);
        bool known = !country;
        for (unsigned k = 0; k < count && !known; k++) known = is(out[k], country);
        if (!known) out[count++] = country;
    }
    return count;
}

static bool set_sides(bg_matter *out, const char *a, const char *b) {
    if (!a || !b || is(a, b)) return false;
    out->sides[0] = strcmp(a, b) < 0 ? a : b;
    out->sides[1] = strcmp(a, b) < 0 ? b : a;
    return true;
}

/* "Tổng thống Hàn và lãnh đạo Triều Tiên đã cam kết": the two that the sentence names before what they say, whosever contact it stands with. */
static bool named_before(const matters *m, const bg_saying *said, bg_matter *out) {
    const char *named[SIDES_MOST];
    return parties_in(m, m->text->sentences.items[said->sentence].tok, said->tok, named) == 2 && set_sides(out, named[0], named[1]);
}

/* "… mà ông Kim và ông Moon đã ký. Trong đó hai nhà lãnh đạo cam kết …": the two whose people the sentence before names, if they are not those of the contact. */
static bool met_before(const matters *m, const bg_saying *said, const bg_event *e, bg_matter *out) {
    const bg_sentence *in = &m->text->sentences.items[said->sentence], *before = in - 1;
    const char *named[SIDES_MOST];
    unsigned count = 0;
    if (!said->sentence || in->paragraph_start || before->title || before->caption) return false;
    for (uint32_t i = before->tok; i < before->end && count < SIDES_MOST; i++) {
        uint32_t who = bg_text__at(m->text, i, CLASS_WHO);
        const char *country = who == BG_NONE ? NULL : bg_mention__country(m->claims->mentions, &m->text->marks.items[who]);
        bool known = !country || bg_side__is_body(country);
        for (unsigned k = 0; k < count && !known; k++) known = is(named[k], country);
        if (!known) named[count++] = country;
    }
    return count == 2 && !(e && bg_event__has_side(e, named[0]) && bg_event__has_side(e, named[1])) && set_sides(out, named[0], named[1]);
}

static const bg_event *event_of(const matters *m, int32_t event) { return event >= 0 ? &m->doc->events[event] : NULL; }

/* "mong Chủ tịch Trung Quốc sớm thăm", said at a contact with others: the state that the content begins with, if it is neither of theirs. */
static const char *third_of(const matters *m, const bg_saying *said, const char *own, const bg_event *e) {
    for (uint32_t i = said->tok; i < said->end && i < said->tok + PARTY_NEAR; i++) {
        const char *country = party_at(m, i);
        if (country) return is(country, own) || bg_event__has_side(e, country) || bg_side__is_body(country) ? NULL : country;
    }
    return NULL;
}

/* "sẽ áp thuế hàng Trung Quốc", said of a contact with others: the only state that the content names besides one's own. */
static const char *only_third(const matters *m, const bg_saying *said, const char *own, const bg_event *e) {
    const char *named[SIDES_MOST], *third = NULL;
    unsigned count = parties_in(m, said->tok, said->end, named);
    for (unsigned i = 0; i < count; i++) {
        if (is(named[i], own)) continue;
        if (third || bg_event__has_side(e, named[i]) || bg_side__is_body(named[i])) return NULL;
        third = named[i];
    }
    return third;
}

static bool takes_part(const bg_event *e, const bg_party *party) {
    for (size_t i = 0; i < e->participant_count && party->kind == BG_SPEAKER_ENTITY; i++)
        if (e->participants[i].entity == party->entity) return true;
    return party->kind == BG_SPEAKER_SIDE;
}

/* Does the other side of the contact hear it, or is it meant? Who only speaks out has no hearer but whom he names; who was not there may speak of another state. */
static bool is_for_contact(const matters *m, const bg_statement *s, const bg_saying *said, const bg_event *e, const char *own, const bg_matter *made) {
    const bg_sentence *in = &m->text->sentences.items[said->sentence];
    const char *other = is(e->sides[0], own) ? e->sides[1] : e->sides[0], *named[SIDES_MOST];
    unsigned count = parties_in(m, in->tok, in->end, named);
    bool others = false;
    for (unsigned i = 0; i < count; i++) {
        if (is(named[i], other)) return true;
        others |= !is(named[i], own) && !is(named[i], "UN"); /* whose resolutions everybody names */
    }
    if (is(e->type, "statement")) return !others && (is(made->kind, "ask") || is(made->kind, "invitation"));
    return !others || takes_part(e, &s->speaker);
}

/* "sẽ đáp trả nếu Mỹ bán …": whom it is said to. */
static const char *warned(const matters *m, const bg_saying *said) {
    uint32_t mark = bg_text__first(m->text, said->tok, said->end, CLASS_CONDITION), tok = mark == BG_NONE ? said->end : m->text->marks.items[mark].end;
    uint32_t supposed = tok < said->end ? bg_text__at(m->text, m->text->marks.items[mark].tok, CLASS_SUBCLAUSE) : BG_NONE;
    return supposed != BG_NONE && is(bg_mark__get(m->text, &m->text->marks.items[supposed], KEY_VALUE), "never") ? party_at(m, tok) : NULL;
}

/* The two states of a statement: whoever speaks and is addressed, else those of the contact, else the one that is named. */
static bool find_sides(const matters *m, const bg_statement *s, const bg_saying *said, bg_matter *out) {
    const bg_event *e = event_of(m, s->event);
    const char *own = country_of(m, &s->speaker), *to = country_of(m, &s->addressee), *named[SIDES_MOST];
    bool two = e && e->side_count == 2;
    if (s->speaker.kind == BG_SPEAKER_BOTH && named_before(m, said, out)) return true;
    if (s->speaker.kind == BG_SPEAKER_BOTH && met_before(m, said, e, out)) return true;
    if (s->speaker.kind == BG_SPEAKER_BOTH) return two && set_sides(out, e->sides[0], e->sides[1]);
    if (!own) return false;
    if (set_sides(out, own, to)) return true;
    if (is(out->kind, "pledge") && set_sides(out, own, warned(m, said))) return true;
    if (two && !is(out->kind, "agreement") && set_sides(out, own, third_of(m, said, own, e))) return true;
    if (two && is(out->kind, "pledge") && is(e->type, "statement") && set_sides(out, own, only_third(m, said, own, e))) return true;
    if (two && bg_event__has_side(e, own) && is_for_contact(m, s, said, e, own, out)) return set_sides(out, e->sides[0], e->sides[1]);
    unsigned count = parties_in(m, said->tok, said->end, named);
    if (count == 2 && (is(named[0], own) || is(named[1], own))) return set_sides(out, named[0], named[1]);
    return count == 1 && set_sides(out, own, named[0]);
}

static const char *other_side(const bg_matter *out, const char *side) { return is(out->sides[0], side) ? out->sides[1] : out->sides[0]; }

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
static uint32_t behind_lead(const bg_text *text, uint32_t tok, uint32_t end) {
    static const unsigned leads[] = {CLASS_SIDEWORD, CLASS_PLURAL, CLASS_OFFICE, CLASS_BODY, CLASS_GROUPOF, CLASS_OWNBODIES};
    uint32_t far = tok;
    for (size_t i = 0; i < BG_COUNT(leads); i++) {
        uint32_t mark = bg_text__at(text, tok, leads[i]);
        if (mark != BG_NONE && text->marks.items[mark].end <= end && text->marks.items[mark].end > far) far = text->marks.items[mark].end;
    }
    return far > tok && far < end && bg_text__is(text, far, CLASS_AND) ? far + 1 : far;
}

/* One of the two that is named at a token; before its metonym, too. */
static const char *side_at(const matters *m, uint32_t tok, bool first, const bg_matter *out) {
    uint32_t place = first ? bg_text__at(m->text, tok, CLASS_PLACE) : BG_NONE;
    const char *country = party_at(m, tok);
    if (!country && place != BG_NONE && bg_mark__get(m->text, &m->text->marks.items[place], KEY_METONYM)) country = bg_mention__country(m->claims->mentions, &m->text->marks.items[place]);
    return country && (is(country, out->sides[0]) || is(country, out->sides[1])) ? country : NULL;
}

/* Is the first party in it only named as whose something is: "đề nghị của Nga"? */
static bool is_whose(const matters *m, const bg_saying *said, const bg_matter *out) {
    for (uint32_t i = said->tok; i < said->end && i < said->tok + PARTY_NEAR; i++) {
        if (bg_text__is(m->text, i, CLASS_BOTH)) return false;
        if (side_at(m, i, i == said->tok, out)) return i > said->tok && bg_text__is(m->text, i - 1, CLASS_OF);
    }
    return false;
}

/* The party that the content begins with: "Nga tạo điều kiện …", "chính phủ Nga …", "hai bên …"; not whom it is done to, "hỗ trợ Việt Nam …". */
static const char *first_party(const matters *m, const bg_saying *said, const bg_matter *out) {
    uint32_t i = behind_bodies(m->text, said->tok, said->end);
    while (i < said->end && i < said->tok + SUBJECT_MOST) {
        if (bg_text__is(m->text, i, CLASS_BOTH)) return "both";
        const char *country = side_at(m, i, i == said->tok, out);
        uint32_t far = behind_lead(m->text, i, said->end);
        if (country) return country;
        if (far == i && i > said->tok && bg_text__is(m->text, i, CLASS_OF)) far++; /* "các bộ, ngành của Lào" */
        if (far == i) return NULL;
        i = far;
    }
    return NULL;
}

/* The first token of a verb that says what ought to be; BG_NONE, if the verb says anything else. */
static uint32_t duty_verb(const matters *m, const bg_saying *said) {
    uint32_t first = m->text->sentences.items[said->sentence].tok;
    for (uint32_t i = said->tok; i-- > first && i + PARTY_NEAR > said->tok;)
        if (m->text->tokens.items[i].start == said->verb_span.start) return bg_text__is(m->text, i, CLASS_MUST) ? i : BG_NONE;
    return BG_NONE;
}

/* "Hai bên cần …", "Triều Tiên cần …": who ought to, whoever says so. */
static const char *who_ought(const matters *m, const bg_saying *said) {
    uint32_t verb = duty_verb(m, said), tok = verb, first = m->text->sentences.items[said->sentence].tok;
    const char *named[SIDES_MOST];
    if (verb == BG_NONE) return NULL;
    while (tok > first && tok + SUBJECT_MOST > verb && !(m->text->tokens.items[tok - 1].flags & BG_TOK_PUNCT) && !bg_text__is(m->text, tok - 1, CLASS_SAY)) tok--;
    if (bg_text__any(m->text, tok, verb, CLASS_BOTH)) return "both";
    unsigned count = parties_in(m, tok, verb, named);
    return count > 1 ? "both" : count ? named[0] : NULL;
}

/* Does one only call for it: "kêu gọi"? */
static bool calls(const matters *m, const bg_saying *said) {
    uint32_t first = m->text->sentences.items[said->sentence].tok;
    for (uint32_t i = said->tok; i-- > first && i + PARTY_NEAR > said->tok;)
        if (m->text->tokens.items[i].start == said->verb_span.start) return bg_text__is(m->text, i, CLASS_CALLS);
    return false;
}

/* The body or person that the content begins with, by name; else who promises. */
static const char *actor_of(const matters *m, const bg_statement *s, const bg_saying *said, const bg_matter *out) {
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
static bool first_is(const matters *m, const bg_saying *said, const char *side) {
    for (uint32_t i = said->tok; i < said->end && i < said->tok + 3; i++) {
        if (is(party_at(m, i), side)) return true;
        if (!bg_text__is(m->text, i, CLASS_SIDEWORD) && !bg_text__is(m->text, i, CLASS_BODY) && !bg_text__is(m->text, i, CLASS_OFFICE) && !bg_text__is(m->text, i, CLASS_PLURAL)) return false;
    }
    return false;
}

/* "Đức và Pháp sẽ …", "hai nước sẽ …", as one of them says it. */
static bool both_will(const matters *m, const bg_saying *said, const bg_matter *out) {
    uint32_t mark = bg_text__first(m->text, said->tok, said->end < said->tok + SUBJECT_MOST ? said->end : said->tok + SUBJECT_MOST, CLASS_PLEDGECUE);
    const char *named[SIDES_MOST];
    if (mark == BG_NONE) return false;
    uint32_t cue = m->text->marks.items[mark].tok;
    if (bg_text__is(m->text, said->tok, CLASS_BOTH)) return true;
    return first_is(m, said, out->sides[0]) + first_is(m, said, out->sides[1]) && bg_text__any(m->text, said->tok, cue, CLASS_AND) && parties_in(m, said->tok, cue, named) == 2;
}

/* Who promises; of what he tells of another, "Cuba khẳng định ủng hộ …", that one. */
static const char *who_will(const matters *m, const bg_saying *said, const bg_matter *out, const char *own) {
    uint32_t side = bg_text__at(m->text, said->tok, CLASS_SIDE), end = side == BG_NONE ? said->end : m->text->marks.items[side].end;
    const char *country = end < said->end && bg_text__is(m->text, end, CLASS_SAY) ? party_at(m, said->tok) : NULL;
    if (both_will(m, said, out)) return "both";
    return country && (is(country, out->sides[0]) || is(country, out->sides[1])) ? country : own;
}

/* Who asks is himself to do it? He encourages those of his state, and offers it; or his state is whom it is done to: "đề nghị giúp Việt Nam …". */
static void turn_own(const matters *m, const bg_saying *said, bg_matter *out) {
    bool group = bg_text__any(m->text, said->tok, said->tok + PARTY_NEAR < said->end ? said->tok + PARTY_NEAR : said->end, CLASS_GROUPOF);
    if (group) out->kind = "offer", out->grade = "ready";
    else if (!first_is(m, said, out->bound)) out->bound = other_side(out, out->bound);
    else out->kind = NULL; /* an order to one's own people */
}

/* "Nga đồng ý bỏ lệnh cấm …": told of one state, at no contact. */
static bool agrees_alone(const matters *m, const bg_statement *s) {
    const bg_event *e = event_of(m, s->event);
    return s->speaker.kind == BG_SPEAKER_SIDE && (!e || is(e->type, "statement"));
}

/* Of a list, "đề nghị hai bên …; đạt tiến triển …", the entry with which it begins. */
static const bg_saying *head_of_list(const matters *m, const bg_saying *said) {
    while (said > m->claims->sayings.items && said[-1].sentence == said->sentence && said[-1].verb_span.start == said->verb_span.start && said->verb_span.end && said[-1].tok < said->tok) said--;
    return said;
}

/* "muốn hỗ trợ Việt Nam …", "đề nghị giúp Anh điều tra": what one wishes, or proposes, to do for the other oneself. */
static bool gives(const matters *m, const bg_saying *said, const bg_matter *out, const char *own) {
    uint32_t tok = said->tok;
    const char *named[SIDES_MOST];
    if (!own || !(is(out->kind, "ask") || is(out->kind, "wish")) || calls(m, said)) return false;
    while (tok < said->end && bg_text__is(m->text, tok, CLASS_SAYADV)) tok = m->text->marks.items[bg_text__at(m->text, tok, CLASS_SAYADV)].end;
    uint32_t verb = tok < said->end ? bg_text__at(m->text, tok, CLASS_GIVES) : BG_NONE;
    if (verb == BG_NONE || bg_text__any(m->text, tok, said->end, CLASS_BOTH)) return false;
    if (m->text->marks.items[verb].end < said->end && is(party_at(m, m->text->marks.items[verb].end), other_side(out, own))) return true;
    return parties_in(m, m->text->marks.items[verb].end, said->end, named) == 1 && is(named[0], other_side(out, own));
}

/* "Mỹ nhất trí sẽ tăng trợ giúp Việt Nam": does it say right behind such a verb for whom it is done? */
static bool helps(const matters *m, const bg_saying *said, const char *other) {
    for (uint32_t i = bg_text__first(m->text, said->tok, said->end, CLASS_GIVES); i != BG_NONE; i = bg_text__after(m->text, i, said->end, CLASS_GIVES))
        if (m->text->marks.items[i].end < said->end && is(party_at(m, m->text->marks.items[i].end), other)) return true;
    return false;
}

static bool is_side(const bg_matter *out, const char *side) { return side && (is(side, "both") || is(side, out->sides[0]) || is(side, out->sides[1])); }

/* Who is to do what is asked: the one it names; the other one; where one only calls for it, anybody. */
static const char *who_is_asked(const matters *m, const bg_saying *said, const bg_matter *out, const char *own, const char *first) {
    const char *ought = who_ought(m, said);
    if (is_side(out, ought)) return ought;
    if (first) return first;
    return own && !calls(m, said) ? other_side(out, own) : "both";
}

/* "gây sức ép với Trung Quốc": of whom, and of nothing that he is to do. "đề nghị với Nhật Bản về việc …" is an ask. */
static bool is_pressure(const matters *m, const bg_saying *said) {
    return bg_text__is(m->text, said->tok, CLASS_HEARS) && !bg_text__any(m->text, said->tok + 1, said->end, CLASS_REPORTCONJ);
}

static void find_bound(const matters *m, const bg_statement *s, const bg_saying *said, bg_matter *out) {
    const bg_saying *head = head_of_list(m, said);
    bool whose = is_whose(m, said, out);
    const char *own = country_of(m, &s->speaker), *first = whose ? NULL : first_party(m, said, out);
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
    else if (is(out->kind, "invitation")) out->bound = own ? other_side(out, own) : NULL; /* the guest is to come */
    else if (is(out->kind, "wish")) out->bound = first ? first : "both";
    else if (s->speaker.kind == BG_SPEAKER_BOTH || is(out->kind, "signed")) out->bound = "both";
    else if (is(out->kind, "agreement")) out->bound = first ? first : whose || agrees_alone(m, s) || (own && helps(m, said, other_side(out, own))) ? own : "both"; /* not "cùng Việt Nam" */
    else out->bound = who_will(m, said, out, own);
    if (is(out->kind, "ask") && own && is(out->bound, own)) turn_own(m, said, out);
    if (out->bound && !is(out->bound, "both")) out->towards = other_side(out, out->bound);
    out->actor = actor_of(m, s, said, out);
}

/* ------------------------------------------------------------------ what it is about */

/* "nếu …": to the end of its clause. */
static bg_span condition_in(const matters *m, uint32_t tok, uint32_t end) {
    uint32_t mark = bg_text__first(m->text, tok, end, CLASS_CONDITION);
    if (mark == BG_NONE) return (bg_span){0};
    uint32_t from = m->text->marks.items[mark].tok, to = m->text->marks.items[mark].end;
    while (to < end && to < from + CONDITION_MOST && !bg_text__is_sign(m->text, to, ',') && !bg_text__is_sign(m->text, to, ';')) to++;
    return bg_text__span(m->text, from, to);
}

static const char *print_day(const matters *m, bg_day day) { return bg_arena__print(m->text->arena, "%04d-%02d-%02d", day.year, day.month, day.day); }

/* What stands in [tok, end): keys, term, condition. */
static void describe(matters *m, uint32_t tok, uint32_t end, bg_matter *out) {
    bg_keys keys = {0};
    bg_term term;
    bg_clause about;
    m->failed |= !bg_matter__keys(m->claims, tok, end, is(out->kind, "invitation"), &keys, &about);
    out->content = bg_text__span(m->text, tok, end);
    out->about = about.tok < about.end ? bg_text__span(m->text, about.tok, about.end) : out->content;
    out->keys = keys.items, out->key_count = keys.count;
    out->condition = condition_in(m, tok, end);
    if (!bg_matter__term(m->claims, tok, end, &term)) return;
    out->due = bg_text__span(m->text, term.tok, term.end);
    out->due_from = print_day(m, term.from), out->due_to = print_day(m, term.to);
}

static void push(matters *m, const bg_matter *made) {
    bg_matter *slot = BG_PUSH(m->text->arena, &m->out);
    if (slot) *slot = *made;
    else m->failed = true;
}

/* ------------------------------------------------------------------ statements */

static const struct {
    const char *strength, *kind;
} kinds[] = {{"wish", "wish"}, {"ask", "ask"}, {"ready", "offer"}, {"agree", "agreement"}, {"pledge", "pledge"}, {"signed", "signed"}, {"under_way", "report"}, {"done", "report"}};

static const char *kind_of(const bg_statement *s) {
    if (is(s->act, "invites")) return "invitation";
    for (size_t i = 0; i < BG_COUNT(kinds); i++)
        if (is(s->strength, kinds[i].strength)) return kinds[i].kind;
    return NULL;
}

/* "hoàn thành được 84%": its tokens, below a hundred, not far behind the verb and behind no other one ("bỏ 90% nợ"); none: tok = end. */
static bg_clause share_in(const matters *m, uint32_t tok, uint32_t end) {
    uint32_t deed = bg_text__first(m->text, tok, end, CLASS_DEED), from = deed == BG_NONE ? tok : m->text->marks.items[deed].end;
    for (uint32_t i = from; i + 1 < end && i < from + SHARE_NEAR; i++) {
        if (m->text->tokens.items[i].flags & BG_TOK_NUMBER && m->text->tokens.items[i].value < 100 && bg_text__is_sign(m->text, i + 1, '%')) return (bg_clause){i, i + 2};
        if (deed != BG_NONE && bg_text__is(m->text, i, CLASS_DEEDVERB)) break;
    }
    return (bg_clause){0};
}

/* "giai đoạn 1", "đợt II": a number behind what wants one; the end of it, else `tok`. */
static uint32_t behind_number(const matters *m, uint32_t tok, uint32_t end) {
    if (tok >= end) return tok;
    const bg_token *t = &m->text->tokens.items[tok];
    bool roman = t->flags & BG_TOK_WORD && strspn(m->text->bytes + t->start, "IVX") >= t->end - t->start;
    return t->flags & BG_TOK_NUMBER || roman ? tok + 1 : tok;
}

/* Which part of it was done, where not all of it was: "84%", "giai đoạn 1", "một số hạng mục", "bước đầu". */
static bg_clause part_in(const matters *m, uint32_t tok, uint32_t end) {
    bg_clause share = share_in(m, tok, end);
    if (share.tok < share.end) return share;
    for (uint32_t i = bg_text__first(m->text, tok, end, CLASS_INPART); i != BG_NONE; i = bg_text__after(m->text, i, end, CLASS_INPART)) {
        const bg_mark *mark = &m->text->marks.items[i];
        uint32_t number = behind_number(m, mark->end, end);
        if (!is(bg_mark__get(m->text, mark, KEY_UNIT), "number") || number > mark->end) return (bg_clause){mark->tok, number};
    }
    return (bg_clause){0};
}

/* Done of a part only is under way. */
static void take_part(const matters *m, uint32_t tok, uint32_t end, bg_matter *out) {
    bg_clause part = is(out->grade, "done") ? part_in(m, tok, end) : (bg_clause){0};
    if (part.tok == part.end) return;
    out->grade = "under_way";
    out->part = bg_text__span(m->text, part.tok, part.end);
}

#define VERB_MOST 6 /* words of a verb */
#define VIEW_WORDS 14 /* from what it is about to the word that says how it is */

/* "nhất trí cho rằng …", "nhất trí đánh giá …", "đồng ý với ông A rằng …": what both think; unless something ought to be. */
static bool is_thought(const matters *m, const bg_matter *made, uint32_t tok, uint32_t end) {
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

/* "đồng ý rằng các biện pháp đó có ý nghĩa lớn": of something, not of who is to do what. "suy đoán của Anh", "nhận định rằng …": an opinion. */
static bool is_opinion(const matters *m, uint32_t tok, uint32_t end) {
    static const unsigned deeds[] = {CLASS_MUST, CLASS_PLANNED, CLASS_PLEDGECUE, CLASS_ACTION, CLASS_BEGINS, CLASS_BOTH};
    uint32_t that = tok ? bg_text__ends_at(m->text, 0, tok, CLASS_REPORTCONJ, 3) : BG_NONE, last = tok + VIEW_WORDS < end ? tok + VIEW_WORDS : end;
    if (bg_text__is(m->text, behind_signs(m->text, tok, end), CLASS_OPINION)) return true;
    if (that == BG_NONE || !is(bg_mark__get(m->text, &m->text->marks.items[that], KEY_VALUE), "that") || party_at(m, tok)) return false;
    for (size_t i = 0; i < BG_COUNT(deeds); i++)
        if (bg_text__any(m->text, tok, last, deeds[i])) return false;
    return true;
}

/* "quan hệ hai nước đang phát triển tốt đẹp", "đây là một trụ cột": agreed, and nothing is to be done. "Hai bên cần …" is. */
static bool is_view(const matters *m, const bg_matter *made, uint32_t tok, uint32_t end) {
    uint32_t last = tok + VIEW_WORDS < end ? tok + VIEW_WORDS : end;
    const char *first = party_at(m, tok);
    if (!is(made->kind, "agreement")) return false;
    if (first && !is(first, made->sides[0]) && !is(first, made->sides[1])) return true; /* "nhất trí rằng Triều Tiên đặt ra mối đe dọa" */
    if (is_opinion(m, tok, end)) return true;
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
static bool is_hope(const matters *m, const bg_matter *made, uint32_t tok) {
    if (!is(made->kind, "wish") || !bg_text__is(m->text, tok, CLASS_VIEWED)) return false;
    for (size_t i = 0; i < made->key_count; i++)
        if (strchr("knhx", *made->keys[i])) return false;
    return true;
}

/* "kêu gọi các bên kiềm chế", "mong cộng đồng quốc tế …": asked of others than the two. */
static bool is_of_others(const matters *m, const bg_matter *made, uint32_t tok, uint32_t end) {
    if (!is(made->kind, "ask") && !is(made->kind, "wish")) return false;
    uint32_t far;
    for (tok = behind_signs(m->text, tok, end); tok < end && !bg_text__is(m->text, tok, CLASS_OUTSIDERS) && (far = behind_lead(m->text, tok, end)) > tok; tok = far) {}
    uint32_t others = tok < end ? bg_text__at(m->text, tok, CLASS_OUTSIDERS) : BG_NONE;
    if (others == BG_NONE) return false;
    uint32_t behind = m->text->marks.items[others].end;
    return !bg_text__is(m->text, behind, CLASS_OF) && !party_at(m, behind); /* not "các bên của Việt Nam" */
}

/* Is there anything that it is about? What anybody promises anybody, trust and friendship, is no matter to follow; nor is a number or a place alone, nor what is wished in words for which there is no name. With a term it is. */
static bool has_object(const bg_matter *made) {
    const char *idle = is(made->kind, "wish") ? "uUoOmMpPbBwWf" : "uUoOmMpPf";
    for (size_t i = 0; i < made->key_count; i++)
        if (!strchr(idle, *made->keys[i]) && !is(made->keys[i], "z:political_trust") && !is(made->keys[i], "z:multilateral")) return true;
    return is(made->kind, "invitation") || made->due_from;
}

/* "sẽ tới Đà Nẵng", "ông sẽ thảo luận với …": what one will do oneself, and for nobody. "sẽ không bình luận", "sẽ phải đối mặt": what nobody promises, not both either. */
static bool is_announced(const matters *m, const bg_statement *s, const bg_saying *said, const bg_matter *made) {
    if (!(is(made->kind, "pledge") || is(made->kind, "offer"))) return false;
    uint32_t tok = said->tok, last = said->tok + SUBJECT_MOST < said->end ? said->tok + SUBJECT_MOST : said->end;
    for (uint32_t i = said->tok; i < last; i++) {
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
static bool is_of_page(const matters *m, const bg_statement *s, const bg_saying *said, const bg_matter *made) {
    if (is(made->kind, "wish") && s->speaker.kind == BG_SPEAKER_SIDE && s->event < 0) return true;
    const char *own = country_of(m, &s->speaker), *ought = is(made->kind, "ask") ? who_ought(m, said) : NULL;
    const bg_event *e = event_of(m, s->event);
    bool met = e && !is(e->type, "statement") && bg_event__has_side(e, made->sides[0]) && bg_event__has_side(e, made->sides[1]);
    if (ought && s->speaker.kind == BG_SPEAKER_BOTH) return !met && !bg_text__any(m->text, m->text->sentences.items[said->sentence].tok, said->tok, CLASS_BOTH);
    return ought && own && is(ought, own);
}

/* "…; Canada lập văn phòng …": of a list what begins with a party of its own is for that one to do. */
static void turn_to(const matters *m, bg_clause at, bg_matter *part) {
    const bg_saying said = {.tok = at.tok, .end = at.end};
    const char *first = part->bound && !is(part->kind, "invitation") ? first_party(m, &said, part) : NULL;
    if (!first || is(first, part->bound)) return;
    part->bound = first;
    part->towards = is(first, "both") ? NULL : other_side(part, first);
}

/* One matter of those that are listed. */
static void take_one(matters *m, const bg_matter *made, bg_clause at, bool later) {
    bg_matter part = *made;
    while (at.tok < at.end && bg_text__is(m->text, at.tok, CLASS_AND)) at.tok++;
    if (later) turn_to(m, at, &part);
    describe(m, at.tok, at.end, &part);
    take_part(m, at.tok, at.end, &part);
    if (has_object(&part) && !is_hope(m, &part, at.tok)) push(m, &part);
}

static void take_list(matters *m, const bg_matter *made, uint32_t tok, uint32_t end) {
    bg_clause parts[BG_PARTS_MAX];
    unsigned count;
    m->failed |= !bg_matter__parts(m->claims, tok, end, parts, &count);
    for (unsigned i = 0; i < count && !m->failed; i++) {
        if (!i && (is_of_others(m, made, tok, parts[i].end) || is_thought(m, made, tok, parts[i].end))) return;
        if (!is_view(m, made, parts[i].tok, parts[i].end)) take_one(m, made, parts[i], i);
    }
}

static void take_statement(matters *m, size_t index) {
    const bg_statement *s = &m->doc->statements[index];
    const bg_saying *said = &m->claims->sayings.items[index];
    bg_matter made = {.statement = (int32_t)index, .event = s->event, .kind = kind_of(s), .evidence = s->evidence, .rule = s->rule};
    if (!made.kind || said->tok >= said->end || bg_text__is(m->text, said->tok, CLASS_OF) || !find_sides(m, s, said, &made) || is_of_page(m, s, said, &made) || is_announced(m, s, said, &made)) return;
    made.grade = s->strength ? s->strength : "ready";
    find_bound(m, s, said, &made);
    if (made.kind) take_list(m, &made, said->tok, said->end);
}

/* "cho biết hai nước thống nhất …": the verb of what both, or the two that he names, agreed, told by one of them; BG_NONE. */
static uint32_t told_agreement(const matters *m, const bg_saying *said) {
    const char *named[SIDES_MOST];
    bool both = false;
    for (uint32_t i = said->tok; i < said->end && i < said->tok + SUBJECT_MOST; i++) {
        uint32_t say = bg_text__at(m->text, i, CLASS_SAY);
        both |= bg_text__is(m->text, i, CLASS_BOTH);
        if (say == BG_NONE) continue;
        if (!is(bg_mark__get(m->text, &m->text->marks.items[say], KEY_VALUE), "agrees") || bg_text__any(m->text, said->tok, i, CLASS_NEGATION)) return BG_NONE;
        return both || parties_in(m, said->tok, i, named) == 2 ? say : BG_NONE;
    }
    return BG_NONE;
}

/* What both agreed, as one of them tells it. */
static void take_told_agreement(matters *m, size_t index) {
    const bg_statement *s = &m->doc->statements[index];
    const bg_saying *said = &m->claims->sayings.items[index];
    bg_matter made = {.statement = (int32_t)index, .event = s->event, .kind = "agreement", .grade = "agree", .bound = "both", .evidence = s->evidence, .rule = "matter.agreed"};
    uint32_t say = kind_of(s) || said->tok >= said->end ? BG_NONE : told_agreement(m, said);
    const char *named[SIDES_MOST];
    if (say == BG_NONE) return;
    uint32_t tok = m->text->marks.items[say].end;
    bool two = parties_in(m, said->tok, m->text->marks.items[say].tok, named) == 2;
    if (two ? set_sides(&made, named[0], named[1]) : find_sides(m, s, said, &made)) take_list(m, &made, tok, said->end);
}

/* ------------------------------------------------------------------ deeds */

/* Does somebody ask for it, promise it or wish it, in these words? */
static bool is_promised(const matters *m, uint32_t sentence, uint32_t tok) {
    for (size_t i = 0; i < m->claims->sayings.count; i++) {
        const bg_saying *said = &m->claims->sayings.items[i];
        if (said->sentence == sentence && tok >= said->tok && tok < said->end && kind_of(&m->doc->statements[i])) return true;
    }
    return false;
}

static bool is_cap(const matters *m, uint32_t tok) { return tok < m->text->tokens.count && m->text->tokens.items[tok].flags & BG_TOK_CAP; }

static bool is_number(const matters *m, uint32_t tok) { return tok < m->text->tokens.count && m->text->tokens.items[tok].flags & BG_TOK_NUMBER; }

/* Not the comma of "Denpasar, Bali", nor that of "12,7 tỷ". */
static bool is_stop(const matters *m, uint32_t tok) {
    if (bg_text__is_sign(m->text, tok, ',') && tok && is_number(m, tok - 1) && is_number(m, tok + 1)) return false;
    if (bg_text__is_sign(m->text, tok, ',')) return !(tok && is_cap(m, tok - 1) && is_cap(m, tok + 1) && bg_text__is(m->text, tok + 1, CLASS_PLACE));
    return bg_text__is_sign(m->text, tok, ';') || bg_text__is_sign(m->text, tok, ':');
}

/* The clause around the verb. */
static void clause_of(const matters *m, const bg_sentence *s, const bg_mark *deed, uint32_t *tok, uint32_t *end) {
    *tok = deed->tok, *end = deed->end;
    while (*tok > s->tok && *tok + CLAUSE_MOST > deed->tok && !is_stop(m, *tok - 1)) --*tok;
    while (*end < s->end && *end < deed->end + CLAUSE_MOST && !is_stop(m, *end)) ++*end;
    while (*end > *tok && m->text->tokens.items[*end - 1].flags & BG_TOK_PUNCT) --*end;
}

/* Of the two states that the clause, or the sentence, names; those of the page's contact, where it names no other. */
static bool deed_sides(const matters *m, const bg_sentence *s, uint32_t tok, uint32_t end, bg_matter *out) {
    const char *named[SIDES_MOST];
    const bg_event *e = event_of(m, m->main);
    unsigned count = parties_in(m, tok, end, named);
    if (count < 2) count = parties_in(m, s->tok, s->end, named);
    if (count == 2) return set_sides(out, named[0], named[1]);
    bool both = count == 0 && bg_text__any(m->text, s->tok, s->end, CLASS_BOTH);
    if (!e || e->side_count != 2 || !(both || (count == 1 && bg_event__has_side(e, named[0])))) return false;
    return set_sides(out, e->sides[0], e->sides[1]);
}

/* The first date of [tok, end) with a year. */
static const bg_date *date_in(const matters *m, uint32_t tok, uint32_t end) {
    for (uint32_t mark = bg_text__first(m->text, tok, end, CLASS_DATE); mark != BG_NONE; mark = bg_text__after(m->text, mark, end, CLASS_DATE)) {
        uint32_t ref = m->text->marks.items[mark].ref;
        const bg_date *date = ref < m->claims->mentions->dates.count ? &m->claims->mentions->dates.items[ref] : NULL;
        if (date && date->year) return date;
    }
    return NULL;
}

/* When it was done: a date of the clause with a year, else of what stands before it, "Trong chuyến thăm hồi tháng 10/2016, …". */
static const bg_date *deed_date(const matters *m, const bg_sentence *s, uint32_t tok, uint32_t end) {
    const bg_date *date = date_in(m, tok, end);
    return date ? date : date_in(m, s->tok, tok);
}

/* Long before the page: what it only recalls. */
static bool is_history(const matters *m, const bg_date *date) { return date && m->claims->mentions->page_year && date->year + RECENT_YEARS < m->claims->mentions->page_year; }

static const char *print_date(const matters *m, const bg_date *date) { return date ? bg_date__print(m->text->arena, date, false) : NULL; }

/* A deed that is denied, or still to come. */
static bool is_denied(const matters *m, const bg_sentence *s, const bg_mark *deed) {
    uint32_t from = deed->tok > s->tok + UNREAL_NEAR ? deed->tok - UNREAL_NEAR : s->tok;
    static const unsigned before[] = {CLASS_NEGATION, CLASS_PLEDGECUE, CLASS_CONDITION, CLASS_PLANNED};
    for (size_t i = 0; i < BG_COUNT(before); i++)
        if (bg_text__any(m->text, from, deed->tok, before[i])) return true;
    return false;
}

/* … or only supposed, promised, or said of something else, "vũ khí mà Mỹ đã giao", in its clause from `tok` on. */
static bool is_unreal(const matters *m, uint32_t tok, const bg_mark *deed) {
    static const unsigned said[] = {CLASS_PLEDGECUE, CLASS_CONDITION, CLASS_RELATIVE};
    for (size_t i = 0; i < BG_COUNT(said); i++)
        if (bg_text__any(m->text, tok, deed->tok, said[i])) return true;
    return false;
}

static bool is_weak(const matters *m, const bg_mark *deed) { return is(bg_mark__get(m->text, deed, KEY_WEAK), "yes"); }

/* "để hai nước ký …", "khi A và B ký …", "dự kiến cùng ký …": without "đã" it is none that is told, in its clause from `tok` on. */
static bool is_purpose(const matters *m, uint32_t tok, const bg_mark *deed) {
    static const unsigned before[] = {CLASS_PLANNED, CLASS_SUBCLAUSE, CLASS_DEEDNOUN, CLASS_JUBILEE, CLASS_MUST, CLASS_ASTOO};
    for (size_t i = 0; i < BG_COUNT(before); i++)
        if (bg_text__any(m->text, tok, deed->tok, before[i])) return true;
    for (uint32_t i = bg_text__first(m->text, tok, deed->tok, CLASS_REPORTCONJ); i != BG_NONE; i = bg_text__after(m->text, i, deed->tok, CLASS_REPORTCONJ))
        if (is(bg_mark__get(m->text, &m->text->marks.items[i], KEY_VALUE), "doing")) return true; /* "việc hai nước ký …" */
    return false;
}

/* "A và B ký …": a verb without "đã" tells a deed right behind those who did it. */
static bool has_doer(const matters *m, const bg_sentence *s, const bg_mark *deed) {
    static const unsigned doers[] = {CLASS_WHO, CLASS_SIDE, CLASS_BOTH, CLASS_BODY, CLASS_ORG};
    uint32_t tok = deed->tok;
    if (!is_weak(m, deed)) return true;
    for (uint32_t adverb; tok > s->tok && (adverb = bg_text__ends_at(m->text, s->tok, tok, CLASS_SAYADV, DOER_WORDS)) != BG_NONE;) tok = m->text->marks.items[adverb].tok;
    for (size_t i = 0; i < BG_COUNT(doers); i++)
        if (bg_text__ends_at(m->text, s->tok, tok, doers[i], DOER_WORDS) != BG_NONE) return true;
    return false;
}

/* Is there a key besides fields? */
static bool names_something(const bg_matter *made) {
    for (size_t i = 0; i < made->key_count; i++)
        if (!strchr("zf", *made->keys[i])) return true;
    return false;
}

/* … one of these kinds? */
static bool names_things(const bg_matter *made, const char *kinds_of_key) {
    for (size_t i = 0; i < made->key_count; i++)
        if (strchr(kinds_of_key, *made->keys[i])) return true;
    return false;
}

static void take_deed(matters *m, uint32_t sentence, const bg_mark *deed) {
    const bg_sentence *s = &m->text->sentences.items[sentence];
    const char *grade = bg_mark__get(m->text, deed, KEY_VALUE);
    bg_matter made = {.statement = -1, .event = m->main, .kind = is(grade, "signed") ? "signed" : "report", .grade = grade, .evidence = bg_text__span(m->text, s->tok, s->end),
                      .rule = "matter.deed"};
    uint32_t tok, end;
    if (is_promised(m, sentence, deed->tok) || is_denied(m, s, deed) || !has_doer(m, s, deed)) return;
    clause_of(m, s, deed, &tok, &end);
    const bg_date *date = deed_date(m, s, tok, end);
    if (is_unreal(m, tok, deed) || (is_weak(m, deed) && is_purpose(m, tok, deed)) || !deed_sides(m, s, tok, end, &made)) return;
    if (is_history(m, date) && (is(made.kind, "report") || is_weak(m, deed))) return;
    made.day = print_date(m, date);
    take_part(m, tok, end, &made);
    describe(m, tok, end, &made);
    made.due = (bg_span){0}, made.due_from = made.due_to = NULL;
    const bg_event *e = event_of(m, m->main);
    bool met = e && !is(e->type, "statement"); /* what else a page tells must have a name */
    if (met || is(made.kind, "signed") ? names_something(&made) : names_things(&made, is(grade, "under_way") ? "knhxKNHX" : "knhxcptmKNHXCP")) push(m, &made);
}

/* Is the state of who speaks the one of whom it is told? */
static bool tells_of_own(const matters *m, const bg_statement *s, const bg_saying *said, uint32_t cue) {
    const char *own = country_of(m, &s->speaker), *named[SIDES_MOST];
    unsigned count = own ? parties_in(m, said->tok, cue, named) : 0;
    return count == 1 && is(named[0], own);
}

/* "cho biết Nga đã chấp thuận …", "các chuyến bay … đang được khôi phục": how far the deed is that somebody tells of; NULL: the verb is of no deed, and he does not tell at a contact what his own state is at. */
static const char *told_grade(const matters *m, const bg_statement *s, const bg_saying *said, const bg_mark *cue) {
    const char *cued = bg_mark__get(m->text, cue, KEY_VALUE);
    for (uint32_t i = cue->end; i < said->end && i < cue->end + VERB_NEAR; i++) {
        uint32_t verb = bg_text__at(m->text, i, CLASS_DEEDVERB), talk = bg_text__at(m->text, i, CLASS_GOING);
        if (talk != BG_NONE && (verb == BG_NONE || m->text->marks.items[talk].end > m->text->marks.items[verb].end)) return NULL; /* "trao đổi về", no "trao" */
        if (verb != BG_NONE) return is(cued, "done") ? bg_mark__get(m->text, &m->text->marks.items[verb], KEY_VALUE) : cued;
        if (bg_text__is(m->text, i, CLASS_SAY) || bg_text__is(m->text, i, CLASS_NEGATION) || bg_text__is(m->text, i, CLASS_NODEED)) return NULL;
    }
    bool met = s->event >= 0 && !is(m->doc->events[s->event].type, "statement");
    return met && tells_of_own(m, s, said, cue->tok) ? "under_way" : NULL;
}

/* "bác bỏ thông tin về việc Nga đã giảm …": of what he tells, or does not. */
static bool is_mere_topic(const matters *m, const bg_saying *said, const bg_mark *cue) {
    for (uint32_t i = bg_text__first(m->text, said->tok, cue->tok, CLASS_REPORTCONJ); i != BG_NONE; i = bg_text__after(m->text, i, cue->tok, CLASS_REPORTCONJ))
        if (is(bg_mark__get(m->text, &m->text->marks.items[i], KEY_VALUE), "doing")) return true;
    return false;
}

static void take_told(matters *m, size_t index) {
    const bg_statement *s = &m->doc->statements[index];
    const bg_saying *said = &m->claims->sayings.items[index];
    const bg_sentence *in = &m->text->sentences.items[said->sentence];
    uint32_t mark = said->tok < said->end ? bg_text__first(m->text, said->tok, said->end, CLASS_DEEDCUE) : BG_NONE;
    if (mark == BG_NONE || kind_of(s) || bg_text__any(m->text, in->tok, in->end, CLASS_DEED)) return;
    const bg_mark *cue = &m->text->marks.items[mark];
    bg_matter made = {.statement = -1, .event = s->event, .kind = "report", .evidence = s->evidence, .rule = "matter.told"};
    if (cue->tok > said->tok + SUBJECT_MOST || is_denied(m, in, cue) || !find_sides(m, s, said, &made)) return;
    uint32_t tok, end;
    clause_of(m, in, cue, &tok, &end);
    if (tok < said->tok) tok = said->tok;
    if (end > said->end) end = said->end;
    const bg_date *date = deed_date(m, in, tok, end);
    if (is_history(m, date) || is_unreal(m, tok, cue) || is_mere_topic(m, said, cue) || !(made.grade = told_grade(m, s, said, cue))) return;
    take_part(m, tok, end, &made);
    made.day = print_date(m, date);
    describe(m, tok, end, &made);
    made.due = (bg_span){0}, made.due_from = made.due_to = NULL;
    if (names_things(&made, "knhxcpKNHXCP")) push(m, &made);
}

static void take_deeds(matters *m) {
    for (uint32_t i = 0; i < m->text->sentences.count; i++) {
        const bg_sentence *s = &m->text->sentences.items[i];
        if (s->title || s->caption || s->heading) continue;
        uint32_t mark = bg_text__first(m->text, s->tok, s->end, CLASS_DEED);
        if (mark != BG_NONE) take_deed(m, i, &m->text->marks.items[mark]);
    }
}

bool bg_matter__find(const bg_claims *claims, const bg_doc *doc, const bg_matter **out, size_t *count) {
    matters m = {.claims = claims, .text = claims->text, .doc = doc, .main = -1};
    for (size_t i = 0; i < doc->event_count; i++)
        if (doc->events[i].main) m.main = (int32_t)i;
    for (size_t i = 0; i < doc->statement_count && !m.failed; i++) take_statement(&m, i);
    for (size_t i = 0; i < doc->statement_count && !m.failed; i++) take_told(&m, i), take_told_agreement(&m, i);
    take_deeds(&m);
    *out = m.out.items;
    *count = m.out.count;
    return !m.failed;
}
