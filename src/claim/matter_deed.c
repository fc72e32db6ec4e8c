/* matter_deed: what the page tells as done, signed or under way, by itself or in the words of an official. */
#include "matters.h"

#define CLAUSE_MOST 40    /* words of the clause of a deed, on each side of its verb */
#define UNREAL_NEAR 3     /* words before a verb that say that it was not done */
#define SUBJECT_MOST 14   /* words before "đã" of what is told */
#define VERB_NEAR 2       /* words behind it in which its verb begins */
#define DOER_WORDS 14     /* of the longest name of who does it */
#define RECENT_YEARS 3    /* what was done longer ago is no news */
#define SHARE_NEAR 8      /* words from a verb to how much of it was done */

/* "hoàn thành được 84%": its tokens, below a hundred, not far behind the verb and behind no other one ("bỏ 90% nợ"); none: tok = end. */
static bg_clause share_in(const bg_matters *m, uint32_t tok, uint32_t end) {
    uint32_t deed = bg_text__first(m->text, tok, end, CLASS_DEED), from = deed == BG_NONE ? tok : m->text->marks.items[deed].end;
    for (uint32_t i = from; i + 1 < end && i < from + SHARE_NEAR; i++) {
        if (m->text->tokens.items[i].flags & BG_TOK_NUMBER && m->text->tokens.items[i].value < 100 && bg_text__is_sign(m->text, i + 1, '%')) return (bg_clause){i, i + 2};
        if (deed != BG_NONE && bg_text__is(m->text, i, CLASS_DEEDVERB)) break;
    }
    return (bg_clause){0};
}

/* "giai đoạn 1", "đợt II": a number behind what wants one; the end of it, else `tok`. */
static uint32_t behind_number(const bg_matters *m, uint32_t tok, uint32_t end) {
    if (tok >= end) return tok;
    const bg_token *t = &m->text->tokens.items[tok];
    bool roman = t->flags & BG_TOK_WORD && strspn(m->text->bytes + t->start, "IVX") >= t->end - t->start;
    return t->flags & BG_TOK_NUMBER || roman ? tok + 1 : tok;
}

/* Which part of it was done, where not all of it was: "84%", "giai đoạn 1", "một số hạng mục", "bước đầu". */
static bg_clause part_in(const bg_matters *m, uint32_t tok, uint32_t end) {
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
void bg_matter__take_part(const bg_matters *m, uint32_t tok, uint32_t end, bg_matter *out) {
    bg_clause part = is(out->grade, "done") ? part_in(m, tok, end) : (bg_clause){0};
    if (part.tok == part.end) return;
    out->grade = "under_way";
    out->part = bg_text__span(m->text, part.tok, part.end);
}

/* Does somebody ask for it, promise it or wish it, in these words? */
static bool is_promised(const bg_matters *m, uint32_t sentence, uint32_t tok) {
    for (size_t i = 0; i < m->claims->sayings.count; i++) {
        const bg_saying *said = &m->claims->sayings.items[i];
        if (said->sentence == sentence && tok >= said->tok && tok < said->end && bg_matter__kind(&m->doc->statements[i])) return true;
    }
    return false;
}

static bool is_cap(const bg_matters *m, uint32_t tok) { return tok < m->text->tokens.count && m->text->tokens.items[tok].flags & BG_TOK_CAP; }

static bool is_number(const bg_matters *m, uint32_t tok) { return tok < m->text->tokens.count && m->text->tokens.items[tok].flags & BG_TOK_NUMBER; }

/* Not the comma of "Denpasar, Bali", nor that of "12,7 tỷ". */
static bool is_stop(const bg_matters *m, uint32_t tok) {
    if (bg_text__is_sign(m->text, tok, ',') && tok && is_number(m, tok - 1) && is_number(m, tok + 1)) return false;
    if (bg_text__is_sign(m->text, tok, ',')) return !(tok && is_cap(m, tok - 1) && is_cap(m, tok + 1) && bg_text__is(m->text, tok + 1, CLASS_PLACE));
    return bg_text__is_sign(m->text, tok, ';') || bg_text__is_sign(m->text, tok, ':');
}

/* The clause around the verb. */
static void clause_of(const bg_matters *m, const bg_sentence *s, const bg_mark *deed, uint32_t *tok, uint32_t *end) {
    *tok = deed->tok, *end = deed->end;
    while (*tok > s->tok && *tok + CLAUSE_MOST > deed->tok && !is_stop(m, *tok - 1)) --*tok;
    while (*end < s->end && *end < deed->end + CLAUSE_MOST && !is_stop(m, *end)) ++*end;
    while (*end > *tok && m->text->tokens.items[*end - 1].flags & BG_TOK_PUNCT) --*end;
}

/* Of the two states that the clause, or the sentence, names; those of the page's contact, where it names no other. */
static bool deed_sides(const bg_matters *m, const bg_sentence *s, uint32_t tok, uint32_t end, bg_matter *out) {
    const char *named[BG_MATTER_SIDES];
    const bg_event *e = bg_matter__event(m, m->main);
    unsigned count = bg_matter__parties(m, tok, end, named);
    if (count < 2) count = bg_matter__parties(m, s->tok, s->end, named);
    if (count == 2) return bg_matter__set_sides(out, named[0], named[1]);
    bool both = count == 0 && bg_text__any(m->text, s->tok, s->end, CLASS_BOTH);
    if (e && count == 0 && is(out->kind, "signed") && !is(e->type, "statement")) both = true; /* companies sign while their leaders meet */
    if (!e || e->side_count != 2 || !(both || (count == 1 && bg_event__has_side(e, named[0])))) return false;
    return bg_matter__set_sides(out, e->sides[0], e->sides[1]);
}

/* The first date of [tok, end) with a year. */
static const bg_date *date_in(const bg_matters *m, uint32_t tok, uint32_t end) {
    for (uint32_t mark = bg_text__first(m->text, tok, end, CLASS_DATE); mark != BG_NONE; mark = bg_text__after(m->text, mark, end, CLASS_DATE)) {
        uint32_t ref = m->text->marks.items[mark].ref;
        const bg_date *date = ref < m->claims->mentions->dates.count ? &m->claims->mentions->dates.items[ref] : NULL;
        if (date && date->year) return date;
    }
    return NULL;
}

/* When it was done: a date of the clause with a year, else of what stands before it, "Trong chuyến thăm hồi tháng 10/2016, …". */
static const bg_date *deed_date(const bg_matters *m, const bg_sentence *s, uint32_t tok, uint32_t end) {
    const bg_date *date = date_in(m, tok, end);
    return date ? date : date_in(m, s->tok, tok);
}

/* Long before the page: what it only recalls. */
static bool is_history(const bg_matters *m, const bg_date *date) { return date && m->claims->mentions->page_year && date->year + RECENT_YEARS < m->claims->mentions->page_year; }

static const char *print_date(const bg_matters *m, const bg_date *date) { return date ? bg_date__print(m->text->arena, date, false) : NULL; }

/* "A và B đã đạt được thỏa thuận …": do both do it, in its clause from `tok` on? Not "A nói nhóm B đã …". */
static bool is_of_two(const bg_matters *m, uint32_t tok, const bg_mark *deed) {
    const char *named[BG_MATTER_SIDES];
    return bg_text__any(m->text, tok, deed->tok, CLASS_BOTH) || (bg_matter__parties(m, tok, deed->tok, named) == 2 && bg_text__any(m->text, tok, deed->tok, CLASS_AND));
}

/* A deed that is denied, or still to come. */
static bool is_denied(const bg_matters *m, const bg_sentence *s, const bg_mark *deed) {
    uint32_t from = deed->tok > s->tok + UNREAL_NEAR ? deed->tok - UNREAL_NEAR : s->tok;
    static const unsigned before[] = {CLASS_NEGATION, CLASS_PLEDGECUE, CLASS_CONDITION, CLASS_PLANNED};
    for (size_t i = 0; i < BG_COUNT(before); i++)
        if (bg_text__any(m->text, from, deed->tok, before[i])) return true;
    return false;
}

/* … or only supposed, promised, or said of something else, "vũ khí mà Mỹ đã giao", in its clause from `tok` on. */
static bool is_unreal(const bg_matters *m, uint32_t tok, const bg_mark *deed) {
    static const unsigned said[] = {CLASS_PLEDGECUE, CLASS_CONDITION, CLASS_RELATIVE};
    for (size_t i = 0; i < BG_COUNT(said); i++)
        if (bg_text__any(m->text, tok, deed->tok, said[i])) return true;
    return false;
}

static bool is_weak(const bg_matters *m, const bg_mark *deed) { return is(bg_mark__get(m->text, deed, KEY_WEAK), "yes"); }

/* "để hai nước ký …", "khi A và B ký …", "dự kiến cùng ký …": without "đã" it is none that is told, in its clause from `tok` on. */
static bool is_purpose(const bg_matters *m, uint32_t tok, const bg_mark *deed) {
    static const unsigned before[] = {CLASS_PLANNED, CLASS_SUBCLAUSE, CLASS_DEEDNOUN, CLASS_JUBILEE, CLASS_MUST, CLASS_ASTOO};
    for (size_t i = 0; i < BG_COUNT(before); i++)
        if (bg_text__any(m->text, tok, deed->tok, before[i])) return true;
    for (uint32_t i = bg_text__first(m->text, tok, deed->tok, CLASS_REPORTCONJ); i != BG_NONE; i = bg_text__after(m->text, i, deed->tok, CLASS_REPORTCONJ))
        if (is(bg_mark__get(m->text, &m->text->marks.items[i], KEY_VALUE), "doing")) return true; /* "việc hai nước ký …" */
    return false;
}

/* "A và B ký …": a verb without "đã" tells a deed right behind those who did it. */
static bool has_doer(const bg_matters *m, const bg_sentence *s, const bg_mark *deed) {
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

static void take_deed(bg_matters *m, uint32_t sentence, const bg_mark *deed) {
    const bg_sentence *s = &m->text->sentences.items[sentence];
    const char *grade = bg_mark__get(m->text, deed, KEY_VALUE);
    bool agreed = is(grade, "agree"), lasts = agreed || is(grade, "signed");
    bg_matter made = {.statement = -1, .event = m->main, .kind = agreed ? "agreement" : lasts ? "signed" : "report", .grade = grade, .bound = agreed ? "both" : NULL, .evidence = bg_text__span(m->text, s->tok, s->end),
                      .rule = "matter.deed"};
    uint32_t tok, end;
    if (is_promised(m, sentence, deed->tok) || is_denied(m, s, deed) || !has_doer(m, s, deed)) return;
    clause_of(m, s, deed, &tok, &end);
    const bg_date *date = deed_date(m, s, tok, end);
    if (agreed && !is_of_two(m, tok, deed)) return;
    if (is_unreal(m, tok, deed) || (is_weak(m, deed) && is_purpose(m, tok, deed)) || !deed_sides(m, s, tok, end, &made)) return;
    if (is_history(m, date) && (is(made.kind, "report") || is_weak(m, deed))) return;
    made.day = print_date(m, date);
    bg_matter__take_part(m, tok, end, &made);
    bg_matter__describe(m, tok, end, &made);
    made.due = (bg_span){0}, made.due_from = made.due_to = NULL;
    const bg_event *e = bg_matter__event(m, m->main);
    bool met = e && !is(e->type, "statement"); /* what else a page tells must have a name */
    if (met || lasts ? names_something(&made) : names_things(&made, is(grade, "under_way") ? "knhxKNHX" : "knhxcptmKNHXCP")) bg_matter__push(m, &made);
}

/* Is the state of who speaks the one of whom it is told? */
static bool tells_of_own(const bg_matters *m, const bg_statement *s, const bg_saying *said, uint32_t cue) {
    const char *own = bg_matter__country(m, &s->speaker), *named[BG_MATTER_SIDES];
    unsigned count = own ? bg_matter__parties(m, said->tok, cue, named) : 0;
    return count == 1 && is(named[0], own);
}

/* "ông đã trực tiếp xem …", "Tôi đã gọi …": what he did himself. */
static bool is_of_himself(const bg_matters *m, const bg_saying *said) {
    for (uint32_t i = said->tok; i < said->end && i < said->tok + VERB_NEAR; i++) {
        uint32_t who = bg_text__at(m->text, i, CLASS_WHO);
        if (bg_text__is(m->text, i, CLASS_FIRSTPERSON) || (who != BG_NONE && is(bg_mark__rule(m->text, &m->text->marks.items[who]), "who.pronoun"))) return true;
    }
    return false;
}

/* "cho biết Nga đã chấp thuận …", "các chuyến bay … đang được khôi phục": how far the deed is that somebody tells of; NULL: the verb is of no deed, and he does not tell at a contact what his own state is at. */
static const char *told_grade(const bg_matters *m, const bg_statement *s, const bg_saying *said, const bg_mark *cue) {
    const char *cued = bg_mark__get(m->text, cue, KEY_VALUE);
    for (uint32_t i = cue->end; i < said->end && i < cue->end + VERB_NEAR; i++) {
        uint32_t verb = bg_text__at(m->text, i, CLASS_DEEDVERB), talk = bg_text__at(m->text, i, CLASS_GOING);
        if (talk != BG_NONE && (verb == BG_NONE || m->text->marks.items[talk].end > m->text->marks.items[verb].end)) return NULL; /* "trao đổi về", no "trao" */
        uint32_t none = bg_text__at(m->text, i, CLASS_NODEED);
        if (none != BG_NONE && verb != BG_NONE && m->text->marks.items[none].end > m->text->marks.items[verb].end) return NULL; /* "đóng góp", no "đóng" */
        if (verb != BG_NONE) return is(cued, "done") ? bg_mark__get(m->text, &m->text->marks.items[verb], KEY_VALUE) : cued;
        if (bg_text__is(m->text, i, CLASS_SAY) || bg_text__is(m->text, i, CLASS_NEGATION) || bg_text__is(m->text, i, CLASS_NODEED)) return NULL;
    }
    bool met = s->event >= 0 && !is(m->doc->events[s->event].type, "statement");
    if (cue->end < said->end && bg_text__is(m->text, cue->end, CLASS_PASSIVE)) return NULL; /* "đã bị mất liên lạc" */
    if (is(cued, "done") && is_of_himself(m, said)) return NULL;
    return met && tells_of_own(m, s, said, cue->tok) ? "under_way" : NULL;
}

/* "bác bỏ thông tin về việc Nga đã giảm …": of what he tells, or does not. */
static bool is_mere_topic(const bg_matters *m, const bg_saying *said, const bg_mark *cue) {
    for (uint32_t i = bg_text__first(m->text, said->tok, cue->tok, CLASS_REPORTCONJ); i != BG_NONE; i = bg_text__after(m->text, i, cue->tok, CLASS_REPORTCONJ))
        if (is(bg_mark__get(m->text, &m->text->marks.items[i], KEY_VALUE), "doing")) return true;
    return false;
}

void bg_matter__take_told(bg_matters *m, size_t index) {
    const bg_statement *s = &m->doc->statements[index];
    const bg_saying *said = &m->claims->sayings.items[index];
    const bg_sentence *in = &m->text->sentences.items[said->sentence];
    uint32_t mark = said->tok < said->end ? bg_text__first(m->text, said->tok, said->end, CLASS_DEEDCUE) : BG_NONE;
    if (mark == BG_NONE || bg_matter__kind(s) || bg_text__any(m->text, in->tok, in->end, CLASS_DEED)) return;
    const bg_mark *cue = &m->text->marks.items[mark];
    bg_matter made = {.statement = -1, .event = s->event, .kind = "report", .evidence = s->evidence, .rule = "matter.told"};
    if (cue->tok > said->tok + SUBJECT_MOST || is_denied(m, in, cue) || !bg_matter__find_sides(m, s, said, &made)) return;
    uint32_t tok, end;
    clause_of(m, in, cue, &tok, &end);
    if (tok < said->tok) tok = said->tok;
    if (end > said->end) end = said->end;
    const bg_date *date = deed_date(m, in, tok, end);
    if (is_history(m, date) || is_unreal(m, tok, cue) || is_mere_topic(m, said, cue) || !(made.grade = told_grade(m, s, said, cue))) return;
    bg_matter__take_part(m, tok, end, &made);
    made.day = print_date(m, date);
    bg_matter__describe(m, tok, end, &made);
    made.due = (bg_span){0}, made.due_from = made.due_to = NULL;
    if (names_things(&made, "knhxcpKNHXCP")) bg_matter__push(m, &made);
}

void bg_matter__take_deeds(bg_matters *m) {
    for (uint32_t i = 0; i < m->text->sentences.count; i++) {
        const bg_sentence *s = &m->text->sentences.items[i];
        if (s->title || s->caption || s->heading) continue;
        uint32_t mark = bg_text__first(m->text, s->tok, s->end, CLASS_DEED);
        if (mark != BG_NONE) take_deed(m, i, &m->text->marks.items[mark]);
    }
}
