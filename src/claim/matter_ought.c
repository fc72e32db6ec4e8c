/* matter_ought: what ought to be done, in an act that only affirms, "nhấn mạnh hai bên cần …"; and who will come as he was asked to, "A đã nhận lời thăm B". */
#include "matters.h"

#define SUBJECT_MOST 14 /* words of who ought to */
#define OUGHT_NEAR 4    /* from the last of them to "cần" */
#define SAYS_NEAR 8     /* from who begins to speak to his verb */
#define CLAUSE_MOST 30  /* words of who accepts, and of what */

/* Does [tok, end) hold what makes it no duty: denied, supposed, told of something else? */
static bool is_unmade(const bg_matters *m, uint32_t tok, uint32_t end) {
    static const unsigned before[] = {CLASS_NEGATION, CLASS_CONDITION, CLASS_SUBCLAUSE, CLASS_RELATIVE, CLASS_PLEDGECUE, CLASS_DOUBTED};
    for (size_t i = 0; i < BG_COUNT(before); i++)
        if (bg_text__any(m->text, tok, end, before[i])) return true;
    for (uint32_t i = tok; i < end; i++)
        if (m->text->tokens.items[i].flags & BG_TOK_PUNCT) return true;
    return false;
}

/* "hai bên nhất trí cần …", "ông muốn B phải …", "B đang phải …": another verb comes first. */
static bool tells_else(const bg_matters *m, uint32_t tok, uint32_t end) { return bg_text__any(m->text, tok, end, CLASS_SAY) || bg_text__any(m->text, tok, end, CLASS_DEEDCUE); }

/* Does [tok, end) begin with a party, "hai bên", "chính phủ B", "các doanh nghiệp B"; not with others, "các bên", nor with "chúng tôi"? */
static bool begins_with_party(const bg_matters *m, uint32_t tok, uint32_t end) {
    for (uint32_t far; tok < end; tok = far) {
        if (bg_text__is(m->text, tok, CLASS_OUTSIDERS) || bg_text__is(m->text, tok, CLASS_FIRSTPERSON)) return false;
        if (bg_text__is(m->text, tok, CLASS_BOTH) || bg_matter__party_at(m, tok)) return true;
        far = bg_matter__behind_lead(m->text, tok, end);
        if (far == tok) return false;
    }
    return false;
}

static bool is_never(const bg_matters *m, uint32_t tok) {
    uint32_t going = bg_text__at(m->text, tok, CLASS_GOING);
    return going != BG_NONE && is(bg_mark__get(m->text, &m->text->marks.items[going], KEY_VALUE), "never");
}

/* "sẽ phải chịu …", "phải đối mặt …", "phải hiểu rằng …": nothing that is to be done. */
static bool is_fate(const bg_matters *m, const bg_mark *must, uint32_t end) {
    if (is_never(m, must->tok) || (must->end < end && is_never(m, must->end))) return true;
    return must->tok && bg_text__is(m->text, must->tok - 1, CLASS_EQUALS); /* "sẽ" */
}

/* "B cần được hỗ trợ": others are to do it. */
static bool is_passive(const bg_matters *m, const bg_mark *must, uint32_t end) {
    uint32_t tok = must->end;
    if (tok < end && m->text->tokens.items[tok].flags & BG_TOK_PUNCT) tok++; /* a quotation begins */
    return tok < end && bg_text__is(m->text, tok, CLASS_PASSIVE);
}

/* "nước này", "họ", "bà phải": mostly who says so, or whose people do; not "ông An phải". */
static bool is_pronoun(const bg_matters *m, uint32_t tok, uint32_t must) {
    uint32_t mark = bg_text__at(m->text, tok, CLASS_PRONOUN);
    const char *of = mark == BG_NONE ? NULL : bg_mark__get(m->text, &m->text->marks.items[mark], KEY_VALUE);
    return mark != BG_NONE && (m->text->marks.items[mark].end == must || is(of, "state") || is(of, "group") || is(of, "body"));
}

/* The end of the last party in [tok, end); `tok`: none. */
static uint32_t behind_parties(const bg_matters *m, uint32_t tok, uint32_t end) {
    static const unsigned classes[] = {CLASS_BOTH, CLASS_WHO, CLASS_SIDE, CLASS_COUNTRY, CLASS_ORG};
    uint32_t far = tok;
    for (size_t i = 0; i < BG_COUNT(classes); i++) {
        uint32_t mark = bg_text__last(m->text, tok, end, classes[i]);
        if (mark != BG_NONE && m->text->marks.items[mark].end > far) far = m->text->marks.items[mark].end;
    }
    return far;
}

/* "hai bên cần …", "B phải …": who ought to, by the words with which it begins; of "cần …" alone both, where both say so. NULL: nobody. */
static const char *who_must(const bg_matters *m, const bg_statement *s, const bg_saying *said) {
    uint32_t last = said->tok + SUBJECT_MOST < said->end ? said->tok + SUBJECT_MOST : said->end, mark = bg_text__first(m->text, said->tok, last, CLASS_MUST);
    const char *named[BG_MATTER_SIDES];
    if (mark == BG_NONE) return NULL;
    uint32_t must = m->text->marks.items[mark].tok, behind = behind_parties(m, said->tok, must);
    if (must == said->tok) return s->speaker.kind == BG_SPEAKER_BOTH ? "both" : NULL;
    if (!begins_with_party(m, said->tok, must) || is_fate(m, &m->text->marks.items[mark], said->end) || behind == said->tok || behind + OUGHT_NEAR < must ||
        is_unmade(m, said->tok, must) || tells_else(m, said->tok, must) || is_passive(m, &m->text->marks.items[mark], said->end)) return NULL;
    unsigned count = bg_matter__parties(m, said->tok, must, named);
    if (bg_text__any(m->text, said->tok, must, CLASS_BOTH)) return "both";
    if (count == 2) return bg_text__any(m->text, said->tok, must, CLASS_AND) ? "both" : NULL;
    return count == 1 && !is_pronoun(m, said->tok, must) ? named[0] : NULL;
}

/* "A và C phải …", in an entry between A and B. */
static bool names_others(const bg_matters *m, const bg_saying *said, const bg_matter *made) {
    const char *named[BG_MATTER_SIDES];
    uint32_t must = bg_text__first(m->text, said->tok, said->end, CLASS_MUST);
    unsigned count = bg_matter__parties(m, said->tok, m->text->marks.items[must].tok, named);
    for (unsigned i = 0; i < count && count == 2; i++)
        if (!is(named[i], made->sides[0]) && !is(named[i], made->sides[1])) return true;
    return false;
}

/* "hai bên cần …, B mong muốn …": where somebody else begins to say something. */
static uint32_t end_of_duty(const bg_matters *m, const bg_saying *said) {
    for (uint32_t i = said->tok + 1; i + 1 < said->end; i++) {
        uint32_t last = i + SAYS_NEAR < said->end ? i + SAYS_NEAR : said->end;
        if (m->text->tokens.items[i].flags & BG_TOK_PUNCT && bg_matter__party_at(m, i + 1) && bg_text__any(m->text, i + 1, last, CLASS_SAY)) return i;
    }
    return said->end;
}

/* Between whom: of both those of the contact, or who are named; of one him and who says so. */
static bool find_sides(const bg_matters *m, const bg_statement *s, const bg_saying *said, const char *who, bg_matter *out) {
    const bg_event *e = bg_matter__event(m, s->event);
    if (is(who, "both")) return bg_matter__find_sides(m, s, said, out) && !names_others(m, said, out);
    if (bg_side__is_body(who) && !(e && bg_event__has_side(e, who))) return false;
    return bg_matter__set_sides(out, bg_matter__country(m, &s->speaker), who);
}

bool bg_matter__take_ought(bg_matters *m, size_t index) {
    const bg_statement *s = &m->doc->statements[index];
    const bg_saying *said = &m->claims->sayings.items[index];
    bool both = s->speaker.kind == BG_SPEAKER_BOTH;
    bg_matter made = {.statement = (int32_t)index, .event = s->event, .kind = both ? "agreement" : "ask", .grade = both ? "agree" : "ask", .evidence = s->evidence, .rule = "matter.ought"};
    if (bg_matter__kind(s) || said->tok >= said->end || !(is(s->act, "affirms") || is(s->act, "informs"))) return false;
    made.bound = who_must(m, s, said);
    if (!made.bound || (both && !is(made.bound, "both")) || bg_matter__is_private(m, s, said) || bg_matter__is_doubted(m, said) || !find_sides(m, s, said, made.bound, &made)) return false;
    if (!is(made.bound, "both")) made.towards = bg_matter__other(&made, made.bound);
    bg_matter__take_list(m, &made, said->tok, end_of_duty(m, said));
    return true;
}

/* ------------------------------------------------------------------ guests */

/* Is there an entry of the sentence that says so already? */
static bool is_told(const bg_matters *m, const bg_sentence *s) {
    size_t start = bg_text__span(m->text, s->tok, s->end).start;
    for (size_t i = 0; i < m->out.count; i++)
        if (m->out.items[i].evidence.start == start && (is(m->out.items[i].kind, "agreement") || is(m->out.items[i].kind, "invitation"))) return true;
    return false;
}

/* The other state that the words behind name; none: that of the page's contact. */
static const char *host_of(const bg_matters *m, uint32_t tok, uint32_t end, const char *guest) {
    const bg_event *e = bg_matter__event(m, m->main);
    const char *named[BG_MATTER_SIDES], *host = NULL;
    unsigned count = bg_matter__parties(m, tok, end, named);
    for (unsigned i = 0; i < count; i++) {
        if (is(named[i], guest)) continue;
        if (host) return NULL;
        host = named[i];
    }
    if (host || !e || e->side_count != 2 || !bg_event__has_side(e, guest)) return host;
    return is(e->sides[0], guest) ? e->sides[1] : e->sides[0];
}

static void take_guest(bg_matters *m, const bg_sentence *s, const bg_mark *accepts) {
    uint32_t tok = accepts->tok, end = accepts->end;
    const char *named[BG_MATTER_SIDES];
    while (tok > s->tok && tok + CLAUSE_MOST > accepts->tok && !(m->text->tokens.items[tok - 1].flags & BG_TOK_PUNCT)) tok--;
    while (end < s->end && end < accepts->end + CLAUSE_MOST && !bg_text__is_sign(m->text, end, ',') && !bg_text__is_sign(m->text, end, ';')) end++;
    while (end > accepts->end && m->text->tokens.items[end - 1].flags & BG_TOK_PUNCT) end--;
    if (is_unmade(m, tok, accepts->tok) || bg_text__any(m->text, tok, accepts->tok, CLASS_DEEDNOUN) || bg_matter__parties(m, tok, accepts->tok, named) != 1) return;
    bg_matter made = {.statement = -1, .event = m->main, .kind = "invitation", .bound = named[0], .evidence = bg_text__span(m->text, s->tok, s->end), .rule = "matter.guest"};
    made.towards = host_of(m, accepts->tok, end, made.bound);
    if (bg_side__is_body(made.bound) || !bg_matter__set_sides(&made, made.bound, made.towards)) return;
    bg_matter__describe(m, accepts->tok, end, &made); /* with the keys of an invitation */
    made.kind = "agreement", made.grade = "agree";
    bg_matter__push(m, &made);
}

void bg_matter__take_guests(bg_matters *m) {
    for (uint32_t i = 0; i < m->text->sentences.count && !m->failed; i++) {
        const bg_sentence *s = &m->text->sentences.items[i];
        uint32_t mark = s->title || s->caption || s->heading ? BG_NONE : bg_text__first(m->text, s->tok, s->end, CLASS_ACCEPTS);
        if (mark != BG_NONE && !is_told(m, s)) take_guest(m, s, &m->text->marks.items[mark]);
    }
}
