/* said_day: the day on which something was said. */
#include "contact.h"
#include "when.h"

#define SAID_DAY_REACH 32 /* words between a verb of speech and the day behind it: "nói với báo chí tại Berlin hôm 3/4" */
#define FRAME_WORDS 30   /* of what opens a sentence with "tại", "trong" and ends in a day */
#define FRAME_PLACE 8    /* … or in a place behind the day: "sáng 15/4 tại thủ đô Bucharest" */
#define AGENCY_WORDS 4   /* "hãng tin Reuters hôm" */
#define WORDS_NEAR 8     /* sentences of the body in which the day of the page's statement is told */
#define OPENING 3        /* words of a sentence that its month or year stands within */

static const bg_date *day_at(const bg_claims *c, uint32_t tok, uint32_t *ref) {
    uint32_t m = bg_text__at(c->text, tok, CLASS_DATE);
    *ref = m == BG_NONE ? BG_NONE : c->text->marks.items[m].ref;
    const bg_date *d = *ref == BG_NONE ? NULL : &c->mentions->dates.items[*ref];
    return d && (d->month || d->year || d->deictic) && !d->day2 && (!d->period || d->paper) && !d->vague ? d : NULL;
}

/* Does the content hold the token? What follows a closing quotation mark and a comma, "…", ông A hôm 23/5 cho biết …, is none of it. */
static bool holds(const bg_claims *c, const bg_saying *s, uint32_t tok) {
    if (tok < s->tok || tok >= s->end) return false;
    for (uint32_t i = s->tok; i + 1 < tok; i++) {
        const bg_token *t = &c->text->tokens.items[i];
        if (t[0].flags & BG_TOK_PUNCT && (t[0].value == '"' || t[0].value == 0x201D) && t[1].flags & BG_TOK_PUNCT && t[1].value == ',') return false;
    }
    return true;
}

/* Within what somebody says in this sentence? */
static bool is_content(const bg_claims *c, const bg_saying *near, uint32_t tok) {
    const bg_saying *all = c->sayings.items;
    size_t at = (size_t)(near - all);
    for (size_t i = at; i > 0 && all[i - 1].sentence == near->sentence; i--)
        if (holds(c, &all[i - 1], tok)) return true;
    for (size_t i = at; i < c->sayings.count && all[i].sentence == near->sentence; i++)
        if (holds(c, &all[i], tok)) return true;
    return false;
}

#define SPEAKER_WORDS 16 /* of one who is named right before the day */

/* Does one who acts end right before the token, or a small word before it: "…", phát ngôn viên B hôm 2/4 …? */
static bool follows_party(const bg_claims *c, const bg_sentence *s, uint32_t tok) {
    for (uint32_t i = tok; i > s->tok && i + SPEAKER_WORDS > tok; i--)
        for (uint32_t m = c->text->heads[i - 1]; m != BG_NONE; m = c->text->marks.items[m].next) {
            const bg_mark *mark = &c->text->marks.items[m];
            if ((mark->klass == CLASS_WHO || mark->klass == CLASS_SIDE) && mark->end + 1 >= tok && mark->end <= tok) return true;
        }
    return false;
}

/* Behind a day and the hour or whose hour it is: "tối 5/3 (giờ địa phương)". */
static uint32_t behind_hour(const bg_claims *c, const bg_sentence *s, const bg_date *day) {
    uint32_t hour = day->end < s->end ? bg_text__at(c->text, day->end, CLASS_DAYPART) : BG_NONE;
    return hour == BG_NONE || !c->text->marks.items ? day->end : c->text->marks.items[hour].end;
}

/* "Reuters ngày 5/11 dẫn phát biểu của ông A": an agency, or a name, right before the day, and behind it that it cites. */
static bool is_cited_on(const bg_claims *c, const bg_sentence *s, const bg_date *day) {
    static const unsigned press[] = {CLASS_AGENCY, CLASS_OUTLET, CLASS_PRESS};
    uint32_t cites = behind_hour(c, s, day);
    if (!day->day || cites >= s->end || bg_text__at(c->text, cites, CLASS_CITES) == BG_NONE) return false;
    for (uint32_t i = day->tok; i > s->tok && i + 2 > day->tok; i--) /* "CNBC ngày" */
        if (c->text->tokens.items[i - 1].flags & BG_TOK_CAP && !(c->text->tokens.items[i - 1].flags & BG_TOK_FIRST && i == day->tok)) return true;
    for (size_t i = 0; i < BG_COUNT(press); i++)
        if (bg_text__any(c->text, day->tok > s->tok + AGENCY_WORDS ? day->tok - AGENCY_WORDS : s->tok, day->tok, press[i])) return true;
    return false;
}

/* "Ông A, ngày 28/1 nói rằng …", "…", ông A hôm 28/1 nói: right before a verb of speech. */
static bool precedes_verb(const bg_claims *c, const bg_sentence *s, const bg_date *day) {
    if (is_cited_on(c, s, day)) return true;
    if (day->tok < s->tok + 2 || !(bg_claims__has_punct(c, day->tok - 2, day->tok) || follows_party(c, s, day->tok))) return false;
    uint32_t tok = behind_hour(c, s, day);
    if (tok < s->end && bg_text__at(c->text, tok, CLASS_HELD) != BG_NONE) tok++;
    return tok < s->end && bg_text__at(c->text, tok, CLASS_SAY) != BG_NONE;
}

static uint32_t verb_of_speech_at(const bg_claims *c, uint32_t tok) {
    uint32_t verb = bg_text__at(c->text, tok, CLASS_SAY), cites = bg_text__at(c->text, tok, CLASS_CITES), within = bg_text__at(c->text, tok, CLASS_WITHIN);
    const char *how = within == BG_NONE ? NULL : bg_mark__get(c->text, &c->text->marks.items[within], KEY_VALUE);
    if (verb == BG_NONE) verb = cites; /* "AFP dẫn lời ông A ngày 20/3" */
    if (verb != BG_NONE && !is(how, "spoke_at")) return verb;
    return is(how, "given") ? BG_NONE : within;
}

/* "tại", "trong", no verb. */
static bool is_preposition(const bg_claims *c, uint32_t mark) {
    const bg_mark *m = &c->text->marks.items[mark];
    return m->klass == CLASS_WITHIN && is(bg_mark__get(c->text, m, KEY_VALUE), "at");
}

/* "viết trên mạng ngày 1/3": the verb has its preposition with it. */
static bool is_spoken_at(const bg_claims *c, uint32_t mark) {
    const bg_mark *m = &c->text->marks.items[mark];
    return m->klass == CLASS_WITHIN && is(bg_mark__get(c->text, m, KEY_VALUE), "spoke_at");
}

#define LEAD_WORDS 3 /* "vào sáng ngày" */

/* Only small words that lead to the day. */
static bool is_lead(const bg_claims *c, uint32_t tok, uint32_t day) {
    static const unsigned others[] = {CLASS_GOVERNS, CLASS_WHO, CLASS_CONTACT, CLASS_SIDE, CLASS_SAY, CLASS_PERSONNOUN};
    if (day > tok + LEAD_WORDS || bg_claims__has_punct(c, tok, day)) return false;
    for (size_t i = 0; i < BG_COUNT(others); i++)
        if (bg_text__any(c->text, tok, day, others[i])) return false;
    return true;
}

/* Nothing stands between but who said it or the paper he said it to: "dẫn lời ông A ngày 20/3", "trả lời Reuters ngày 27/4". */
static bool reaches(const bg_claims *c, uint32_t end, const bg_date *day) {
    uint32_t who = bg_text__at(c->text, end, CLASS_WHO);
    if (who != BG_NONE) end = c->text->marks.items[who].end;
    while (end < day->tok && c->text->tokens.items[end].flags & BG_TOK_CAP) end++;
    bool closes = day->end >= c->text->tokens.count || c->text->tokens.items[day->end].flags & BG_TOK_PUNCT || bg_text__is(c->text, day->end, CLASS_AND) || bg_text__at(c->text, day->end, CLASS_CIRCUMSTANCE) != BG_NONE;
    return end + 1 >= day->tok || (closes && is_lead(c, end, day->tok));
}

static bool is_place(const bg_claims *c, uint32_t tok) {
    return tok < c->text->tokens.count && (bg_text__at(c->text, tok, CLASS_PLACE) != BG_NONE || bg_text__at(c->text, tok, CLASS_COUNTRY) != BG_NONE);
}

bool bg_claims__is_within_place(const bg_claims *c, uint32_t tok) {
    uint32_t value = c->text->tokens.items[tok].value;
    return ((value == ',' || value == '(') && is_place(c, tok + 1)) || (value == ')' && tok >= 2 && c->text->tokens.items[tok - 1].flags & BG_TOK_CAP);
}

/* "… cho biết sau khi ông B phát biểu tại C hôm 13/8": what another did before. */
static bool is_since_another(const bg_claims *c, const bg_sentence *s, uint32_t verb) {
    uint32_t since = bg_text__last(c->text, s->tok, verb, CLASS_SINCE);
    uint32_t who = since == BG_NONE || c->text->marks.items[since].tok == s->tok ? BG_NONE : bg_text__first(c->text, c->text->marks.items[since].end, verb, CLASS_WHO);
    return who != BG_NONE && c->text->marks.items[who].tok <= c->text->marks.items[since].end + 1 && c->text->marks.items[who].end + 2 >= verb;
}

/* "… nói hôm 16/9", "nói với báo chí tại Berlin ngày 5/3": behind a verb of speech, at most to whom and where between. */
static bool follows_verb(const bg_claims *c, const bg_sentence *s, const bg_date *day) {
    bool within = false; /* "công bố lệnh cấm trong một tuyên bố ngày 5/3": of the paper in which it was told */
    for (uint32_t tok = day->tok; tok > s->tok && tok + SAID_DAY_REACH >= day->tok; tok--) {
        const bg_token *t = &c->text->tokens.items[tok - 1];
        if (t->flags & BG_TOK_PUNCT && t->value != '-' && t->value != 0x2013 && !bg_claims__is_within_place(c, tok - 1)) return false;
        uint32_t m = verb_of_speech_at(c, tok - 1), end = m == BG_NONE ? 0 : c->text->marks.items[m].end;
        within |= m != BG_NONE && day->paper && is_preposition(c, m);
        if (m == BG_NONE || is_preposition(c, m)) continue;
        if (within) return true;
        if (is_since_another(c, s, tok - 1)) return false;
        if (bg_text__is(c->text, end, CLASS_REFERBACK)) return true; /* "khẳng định như vậy tại … ngày 3/5" */
        return reaches(c, end, day) || is_spoken_at(c, m) || bg_text__at(c->text, end, CLASS_CIRCUMSTANCE) != BG_NONE || bg_text__is(c->text, end, CLASS_GOVERNS);
    }
    return false;
}

/* "Tại cuộc họp báo ngày 5/3, …": at the end of what tells where and at what one spoke. */
static bool ends_frame(const bg_claims *c, const bg_sentence *s, const bg_date *day) {
    uint32_t end = day->end;
    while (end < s->end && end < day->end + FRAME_PLACE && !(c->text->tokens.items[end].flags & BG_TOK_PUNCT) && bg_text__at(c->text, end, CLASS_SAY) == BG_NONE) end++;
    if (end >= s->end || !(c->text->tokens.items[end].flags & BG_TOK_PUNCT)) return false;
    for (uint32_t tok = day->tok; tok > s->tok && tok + FRAME_WORDS > day->tok; tok--) {
        if (tok == s->tok + 1 || c->text->tokens.items[tok - 2].flags & BG_TOK_PUNCT)
            if (bg_text__at(c->text, tok - 1, CLASS_WITHIN) != BG_NONE) return true;
    }
    return false;
}

/* "trong thông cáo ngày 6-11": the paper's day, which dates no contact but what stands in it. */
static uint32_t day_of_paper(const bg_claims *c, uint32_t ref) {
    bg_date copy = c->mentions->dates.items[ref], *plain = copy.paper ? BG_PUSH(c->text->arena, &c->mentions->dates) : NULL;
    if (!plain) return ref;
    copy.period = copy.paper = false;
    *plain = copy;
    return (uint32_t)c->mentions->dates.count - 1;
}

#define INTERVIEW_WORDS 8 /* of "trong cuộc phỏng vấn trực tuyến hôm", and from its day to the verb: "với kênh C của nước D" */

/* "Ông A trong cuộc phỏng vấn hôm 16/10 với đài C khẳng định …": within what tells at what he spoke, between him and the verb. */
static bool is_between(const bg_claims *c, const bg_sentence *s, const bg_date *day) {
    uint32_t end = day->end + INTERVIEW_WORDS < s->end ? day->end + INTERVIEW_WORDS : s->end, verb = bg_text__next(c->text, day->end, end, CLASS_SAY);
    if (verb >= end || bg_claims__has_punct(c, day->end, verb) || bg_text__any(c->text, day->end, verb, CLASS_SINCE)) return false;
    for (uint32_t tok = day->tok; tok > s->tok + 1 && tok + INTERVIEW_WORDS > day->tok; tok--) {
        if (c->text->tokens.items[tok - 1].flags & BG_TOK_PUNCT) return false;
        uint32_t m = bg_text__at(c->text, tok - 1, CLASS_WITHIN), who = bg_text__last(c->text, s->tok, tok - 1, CLASS_WHO);
        if (m != BG_NONE) return is_preposition(c, m) && who != BG_NONE && c->text->marks.items[who].end == tok - 1;
    }
    return false;
}

bool bg_contact__is_day_of_speech(const bg_claims *c, const bg_sentence *s, const bg_date *day) {
    return follows_verb(c, s, day) || precedes_verb(c, s, day) || ends_frame(c, s, day) || is_between(c, s, day);
}

/* "A tuyên bố sẽ nối lại quan hệ với B hôm 24/8": on a day that is over he spoke of what is to come. */
static bool is_before_plan(const bg_claims *c, const bg_saying *said, const bg_date *d) {
    if (d->toward >= 0 || d->tok < said->tok || d->tok >= said->end || bg_claims__has_punct(c, said->tok, d->tok)) return false;
    uint32_t from = said->tok ? said->tok - 1 : said->tok; /* "tuyên bố sẽ" */
    return bg_text__any(c->text, from, d->tok, CLASS_PLANNED) && !bg_text__any(c->text, said->tok, d->tok, CLASS_HELD);
}

/* "Tuyên bố ngày 7/7 của Bộ A bày tỏ …": right behind a noun of speech, and behind it whose words they are. */
static bool dates_noun(const bg_claims *c, const bg_saying *said, const bg_sentence *s, const bg_date *d) {
    return d->tok <= said->tok + 1 && said->tok <= s->tok + OPENING && d->end < s->end && bg_text__is(c->text, d->end, CLASS_OF);
}

/* The last words of a sentence, "…, ông nói hôm 16/9", may have been taken for content. */
static bool dates_words(const bg_claims *c, const bg_saying *said, const bg_sentence *s, const bg_date *d) {
    if (dates_noun(c, said, s, d)) return true;
    if (said->end <= s->tok && s == &c->text->sentences.items[said->sentence]) return (d->day || d->deictic) && !bg_text__any(c->text, s->tok, d->tok, CLASS_SINCE); /* "Đó là tuyên bố của A … hôm 16/9" */
    if (is_content(c, said, d->tok)) return (d->end + 2 > s->end && (d->day || d->deictic) && follows_verb(c, s, d)) || is_before_plan(c, said, d);
    return d->paper || bg_contact__is_day_of_speech(c, s, d) || (d->tok < s->tok + OPENING && !bg_sentence__is_quoted(c, s, d->tok));
}

/* "Ngày 27/11, phát biểu trước báo giới, ông A nói …": what he did before he is named. */
static bool is_own_clause(const bg_claims *c, const bg_sentence *s, const bg_date *d) {
    uint32_t end = d->end + 1;
    if (d->tok > s->tok + 1 || d->end >= s->end || !(c->text->tokens.items[d->end].flags & BG_TOK_PUNCT)) return false;
    return end < s->end && (verb_of_speech_at(c, end) != BG_NONE || bg_text__is(c->text, end, CLASS_CIRCUMSTANCE));
}

/* "Một nguồn tin hôm 22/10 tiết lộ ông A đã nói …": the day of another's words. */
static bool dates_another(const bg_claims *c, const bg_saying *said, uint32_t ref) {
    uint32_t end = ref == BG_NONE ? 0 : c->mentions->dates.items[ref].end;
    if (ref != BG_NONE && is_own_clause(c, &c->text->sentences.items[said->sentence], &c->mentions->dates.items[ref])) return false;
    return ref != BG_NONE && said->speaker_tok != BG_NONE && end < said->speaker_tok && bg_text__any(c->text, end, said->speaker_tok, CLASS_SAY);
}

/* The day of what is said in the sentence: one outside all contents. Index or BG_NONE. */
uint32_t bg_contact__said_day(const bg_claims *c, const bg_contact *contact, const bg_saying *said) {
    const bg_sentence *s = &c->text->sentences.items[said->sentence];
    uint32_t ref = bg_contact__opening_day(c, contact, s, false);
    if (ref != BG_NONE && (is_content(c, said, c->mentions->dates.items[ref].tok) || bg_sentence__is_quoted(c, s, c->mentions->dates.items[ref].tok) || dates_another(c, said, ref))) ref = BG_NONE;
    for (uint32_t tok = s->tok; tok < s->end && ref == BG_NONE; tok++) {
        const bg_date *d = day_at(c, tok, &ref);
        if (!d || !dates_words(c, said, s, d) || dates_another(c, said, ref)) ref = BG_NONE;
    }
    return ref == BG_NONE || bg_title__is_page_day(c, ref) ? BG_NONE : day_of_paper(c, ref);
}

#define CAPITAL_NEAR 2 /* words from the capital to "hôm 3/5", "đã đưa ra" */

/* "Washington ngày 31/8 …": a capital stands for its state, unless it only tells where. */
static uint32_t capital_before(const bg_claims *c, const bg_sentence *s, uint32_t tok) {
    uint32_t m = bg_text__last(c->text, s->tok, tok, CLASS_PLACE);
    const bg_mark *place = m == BG_NONE ? NULL : &c->text->marks.items[m];
    if (!place || place->end + CAPITAL_NEAR < tok || (place->tok > s->tok && !(c->text->tokens.items[place->tok - 1].flags & BG_TOK_PUNCT))) return BG_NONE;
    return m;
}

/* Does the one of whom the sentence tells first, before the token, speak for the statement's state? */
static bool is_by_state(const bg_claims *c, const bg_contact *statement, const bg_sentence *s, uint32_t tok) {
    uint32_t who = bg_text__first(c->text, s->tok, tok, CLASS_WHO), side = bg_text__first(c->text, s->tok, tok, CLASS_SIDE), person = who == BG_NONE ? BG_NONE : c->text->marks.items[who].ref;
    if (side == BG_NONE) side = capital_before(c, s, tok);
    if (person != BG_NONE && statement->people_count) return bg_contact__has_person(statement, person);
    return who == BG_NONE && side != BG_NONE && statement->side_count && is(bg_mention__country(c->mentions, &c->text->marks.items[side]), statement->sides[0]);
}

/* "Tuyên bố của ông A được đưa ra trong cuộc họp ngày 19/11.", "B đã đưa ra lời cảnh báo trên đài C hôm 22/4." */
static uint32_t day_given(const bg_claims *c, const bg_contact *statement, const bg_sentence *s) {
    bool given = false;
    for (uint32_t tok = s->tok; tok < s->end; tok++) {
        uint32_t m = bg_text__at(c->text, tok, CLASS_WITHIN), ref;
        const char *how = m == BG_NONE ? NULL : bg_mark__get(c->text, &c->text->marks.items[m], KEY_VALUE);
        if (is(how, "given") || (is(how, "gives") && is_by_state(c, statement, s, tok))) given = true;
        bool place = bg_claims__is_within_place(c, tok) || bg_text__any(c->text, tok + 1, tok + 3 < s->end ? tok + 3 : s->end, CLASS_DATE); /* "… ở Sharm el-Sheikh, Ai Cập, hôm 13/10" */
        if (c->text->tokens.items[tok].flags & BG_TOK_PUNCT && c->text->tokens.items[tok].value == ',' && !place) given = false;
        if (bg_text__is(c->text, tok, CLASS_SINCE)) given = false;
        const bg_date *d = given ? day_at(c, tok, &ref) : NULL;
        if (d && (d->day || d->deictic)) return day_of_paper(c, ref);
    }
    return BG_NONE;
}

#define STATE_OPENS 3 /* words of the sentence, or behind a comma, before the day or the state */

/* "…", tuyên bố hôm 10/8 của phái đoàn A nói: right behind what it is written in, and behind it whose words they are. */
static bool dates_paper_of(const bg_claims *c, const bg_contact *statement, const bg_sentence *s, const bg_date *d) {
    uint32_t noun = bg_text__ends_at(c->text, s->tok, d->tok, CLASS_TEXTNOUN, 3);
    if (noun == BG_NONE && d->tok > s->tok) noun = bg_text__ends_at(c->text, s->tok, d->tok - 1, CLASS_TEXTNOUN, 3); /* "hôm" */
    if (noun == BG_NONE || d->end >= s->end || !bg_text__is(c->text, d->end, CLASS_OF)) return false;
    uint32_t from = d->end + 1, side = bg_text__first(c->text, from, from + STATE_OPENS < s->end ? from + STATE_OPENS : s->end, CLASS_SIDE);
    return side != BG_NONE && statement->side_count && is(bg_mention__country(c->mentions, &c->text->marks.items[side]), statement->sides[0]);
}

/* "Trong diễn biến mới nhất, Washington ngày 31/8 cho biết …", "Theo đài C, ngày 4/12 chính quyền A đã …": what the state itself did on the day. */
static uint32_t day_of_state(const bg_claims *c, const bg_contact *statement, const bg_sentence *s) {
    for (uint32_t tok = s->tok; tok < s->end; tok++) {
        uint32_t ref, side;
        const bg_date *d = day_at(c, tok, &ref);
        if (!d || !d->day || d->deictic || d->same_day) continue; /* "Trước đó cùng ngày, …" */
        if (dates_paper_of(c, statement, s, d)) return day_of_paper(c, ref);
        if (is_by_state(c, statement, s, tok)) {
            bool near = follows_party(c, s, tok) || capital_before(c, s, tok) != BG_NONE;
            return near && d->end < s->end && bg_text__any(c->text, d->end, d->end + 2, CLASS_SAY) ? ref : BG_NONE;
        }
        uint32_t end = d->end < s->end && bg_claims__is_comma(c, d->end) ? d->end + 1 : d->end;
        side = bg_text__first(c->text, end, end + STATE_OPENS < s->end ? end + STATE_OPENS : s->end, CLASS_SIDE);
        bool opens = tok <= s->tok + 1 || (tok >= s->tok + 2 && bg_claims__has_punct(c, tok - 2, tok) && bg_text__at(c->text, s->tok, CLASS_ACCORDING) != BG_NONE);
        if (!opens || side == BG_NONE || bg_text__any(c->text, s->tok, c->text->marks.items[side].end, CLASS_WHO)) return BG_NONE;
        bool ours = statement->side_count && is(bg_mention__country(c->mentions, &c->text->marks.items[side]), statement->sides[0]);
        return ours && bg_text__any(c->text, c->text->marks.items[side].end, s->end, CLASS_SAY) ? ref : BG_NONE;
    }
    return BG_NONE;
}

/* "…", Bộ Ngoại giao nêu trong thông cáo ngày 5/8: where no person speaks. */
static uint32_t day_of_body(const bg_claims *c, const bg_sentence *s) {
    if (bg_text__any(c->text, s->tok, s->end, CLASS_WHO)) return BG_NONE;
    for (uint32_t m = bg_text__first(c->text, s->tok, s->end, CLASS_DATE); m != BG_NONE; m = bg_text__after(c->text, m, s->end, CLASS_DATE)) {
        uint32_t ref;
        const bg_date *d = day_at(c, c->text->marks.items[m].tok, &ref);
        if (d && d->day && (d->paper || follows_verb(c, s, d) || ends_frame(c, s, d))) return day_of_paper(c, ref);
    }
    return BG_NONE;
}

static bool is_speaker(const bg_claims *c, const bg_contact *statement, const bg_saying *s) {
    if (!statement->people_count) {
        const char *country = s->speaker.kind == BG_SPEAKER_ENTITY ? bg_person__country(bg_saying__person(c, s)) : s->speaker.side;
        return statement->side_count && is(country, statement->sides[0]);
    }
    return s->speaker.kind == BG_SPEAKER_ENTITY && bg_contact__has_person(statement, s->speaker.entity);
}

/* "Hồi tháng 2, ông A …": what the page recalls was no month ago. */
static uint32_t only_day(const bg_claims *c, uint32_t ref) {
    const bg_date *d = ref == BG_NONE ? NULL : &c->mentions->dates.items[ref];
    return d && (d->day || d->deictic) ? ref : BG_NONE;
}

/* "…, theo ông A ngày 11-4.": right behind one according to whom it is told. */
static bool dates_source(const bg_claims *c, const bg_sentence *s, const bg_mark *who, const bg_date *d) {
    uint32_t m = bg_text__last(c->text, s->tok, who->tok, CLASS_ACCORDING);
    bool closes = d->end >= s->end || c->text->tokens.items[d->end].flags & BG_TOK_PUNCT;
    return closes && d->tok <= who->end + 1 && m != BG_NONE && c->text->marks.items[m].end == who->tok;
}

/* "Trong cuộc họp báo ở Nhà Trắng ngày 18/10, ông A không ngần ngại …": the frame before one who is named at the mark ends in a day. */
static uint32_t day_of_frame(const bg_claims *c, const bg_sentence *s, const bg_mark *who) {
    uint32_t m = bg_text__last(c->text, s->tok, who->tok, CLASS_DATE), ref;
    const bg_date *d = m == BG_NONE ? NULL : day_at(c, c->text->marks.items[m].tok, &ref);
    return d && d->day && d->end + 1 == who->tok && ends_frame(c, s, d) ? ref : BG_NONE;
}

/* Does a verb of speech stand at the token, or behind a comma and a word of tense: "A, Bộ trưởng B, đã nhận xét …"? */
static bool speaks_behind(const bg_claims *c, uint32_t tok, uint32_t end) {
    if (tok < end && bg_claims__is_comma(c, tok)) tok++;
    uint32_t m = tok < end ? bg_text__at(c->text, tok, CLASS_HELD) : BG_NONE;
    if (m != BG_NONE && verb_of_speech_at(c, tok) == BG_NONE) tok = c->text->marks.items[m].end;
    return tok < end && verb_of_speech_at(c, tok) != BG_NONE;
}

/* The day right before or behind the verb of speech that follows one who is named at the mark; BG_NONE = none. */
static uint32_t day_of_verb(const bg_claims *c, const bg_sentence *s, const bg_mark *who) {
    uint32_t frame = day_of_frame(c, s, who);
    if (frame != BG_NONE) return frame;
    bool of_his = who->tok > s->tok && bg_text__is(c->text, who->tok - 1, CLASS_OF); /* "phát biểu của ông A trước báo giới ngày 3/5" */
    for (uint32_t tok = who->end; tok < s->end && tok < who->end + SAID_DAY_REACH; tok++) {
        uint32_t ref;
        const bg_date *d = day_at(c, tok, &ref);
        if (d && d->day && dates_source(c, s, who, d)) return ref;
        bool apposed = bg_contact__is_link(c, who->end) && !bg_text__any(c->text, who->end, tok, CLASS_SAY); /* "ông A, bang B, hôm 23/5 cho biết" */
        if (d && d->day && (tok <= who->end + 1 || apposed ? precedes_verb(c, s, d) : (of_his || speaks_behind(c, who->end, s->end)) && follows_verb(c, s, d))) return day_of_paper(c, ref);
    }
    return BG_NONE;
}

/* Does the person speak in the statement, or for its state where no person does? */
static bool speaks_for(const bg_claims *c, const bg_contact *statement, uint32_t person) {
    const bg_person *p = &c->mentions->people.items[person];
    return statement->people_count ? bg_contact__has_person(statement, person) : statement->side_count && !p->name && is(bg_person__country(p), statement->sides[0]);
}

/* "… Điều đó không đúng", ông A nói hôm 3/4: at the end of a quotation of several sentences. */
static uint32_t day_of_tail(const bg_claims *c, const bg_contact *statement, const bg_sentence *s) {
    uint32_t ref = BG_NONE, cited = BG_NONE;
    for (uint32_t tok = s->tok; tok < s->end && ref == BG_NONE; tok++) {
        uint32_t m = bg_text__at(c->text, tok, CLASS_WHO);
        const bg_mark *who = m == BG_NONE ? NULL : &c->text->marks.items[m];
        const bg_date *d = day_at(c, tok, &ref);
        if (d && is_cited_on(c, s, d)) cited = ref;
        ref = who && who->ref != BG_NONE && speaks_for(c, statement, who->ref) ? cited != BG_NONE ? cited : day_of_verb(c, s, who) : BG_NONE;
    }
    return ref;
}

/* "Chủ tịch A, tại một phiên họp ngày 14/7, đã chỉ trích …", under a picture: what he said then, not only where he spoke. */
static uint32_t day_of_shown_words(const bg_claims *c, const bg_sentence *s, uint32_t from) {
    for (uint32_t tok = from; tok < s->end && tok < from + SAID_DAY_REACH; tok++) {
        uint32_t ref;
        const bg_date *d = day_at(c, tok, &ref);
        if (!d || !d->day) continue;
        uint32_t m = bg_text__next(c->text, d->end, s->end, CLASS_SAY);
        return m < s->end && m <= d->end + 2 && !bg_text__is(c->text, m, CLASS_WITHIN) && (precedes_verb(c, s, d) || ends_frame(c, s, d)) ? ref : BG_NONE;
    }
    return BG_NONE;
}

/* "Người phát ngôn A trong họp báo ngày 8/8", under a picture: the day on which the speaker stood before the press. */
static uint32_t day_of_picture(const bg_claims *c, const bg_contact *statement, const bg_sentence *s) {
    uint32_t m = bg_text__first(c->text, s->tok, s->end, CLASS_WHO), ref = m == BG_NONE ? BG_NONE : c->text->marks.items[m].ref;
    if (!s->caption || ref == BG_NONE || !bg_contact__has_person(statement, ref)) return BG_NONE;
    uint32_t words = day_of_shown_words(c, s, c->text->marks.items[m].end);
    for (m = bg_text__first(c->text, s->tok, s->end, CLASS_CONTACT); m != BG_NONE && words == BG_NONE; m = bg_text__after(c->text, m, s->end, CLASS_CONTACT)) {
        uint32_t end = c->text->marks.items[m].end;
        if (!is(bg_mark__get(c->text, &c->text->marks.items[m], KEY_VALUE), "statement")) continue;
        for (uint32_t tok = end; tok < s->end && tok < end + SAID_DAY_REACH; tok++) {
            const bg_date *d = day_at(c, tok, &ref);
            if (d && d->day) return ref;
        }
    }
    return words;
}

/* "Ông A phát biểu trước quốc hội hôm 8/1", under a picture: what he is told to have said "hôm qua", he is shown saying. */
static uint32_t day_of_shown_speech(const bg_claims *c, const bg_contact *statement, const bg_sentence *s) {
    uint32_t m = bg_text__first(c->text, s->tok, s->end, CLASS_WHO), ref = m == BG_NONE ? BG_NONE : c->text->marks.items[m].ref;
    if (!s->caption || ref == BG_NONE || !bg_contact__has_person(statement, ref)) return BG_NONE;
    for (uint32_t tok = c->text->marks.items[m].end; tok < s->end; tok++) {
        const bg_date *d = day_at(c, tok, &ref);
        if (d && d->day) return !d->year && (follows_verb(c, s, d) || (d->end < s->end && verb_of_speech_at(c, d->end) != BG_NONE)) ? ref : BG_NONE;
    }
    return BG_NONE;
}

/* The day of the words of the page's statement in one sentence. */
static uint32_t day_in_sentence(const bg_claims *c, const bg_contact *statement, const bg_sentence *s) {
    if (s->caption) return day_of_picture(c, statement, s);
    uint32_t ref = day_of_tail(c, statement, s);
    if (ref == BG_NONE) ref = day_given(c, statement, s);
    if (ref == BG_NONE) ref = day_of_state(c, statement, s);
    return ref == BG_NONE && !statement->people_count ? day_of_body(c, s) : ref;
}

#define SAID_ON 4 /* sentences behind "hôm qua" in which the same speaker's day is written */

/* "Ông A hôm qua bày tỏ lo ngại … Ông A phát biểu trước báo giới hôm 15/8": the day that a later sentence writes for the same words. */
static uint32_t written_day(const bg_claims *c, const bg_contact *statement, uint32_t said) {
    uint32_t first = BG_NONE;
    for (uint32_t i = 0; i < c->text->sentences.count; i++) {
        const bg_sentence *s = &c->text->sentences.items[i];
        if (s->caption || s->tok <= c->mentions->dates.items[said].tok) continue;
        if (first == BG_NONE) first = c->body_before[i];
        if (c->body_before[i] > first + SAID_ON || bg_text__at(c->text, s->tok, CLASS_CONNECT) != BG_NONE) break;
        uint32_t ref = day_of_tail(c, statement, s), end = ref == BG_NONE ? s->end : c->mentions->dates.items[ref].end;
        if (end < s->end && c->text->tokens.items[end].flags & BG_TOK_PUNCT) return ref; /* "nhắc đến việc B hôm 6/6 làm" is what he spoke of */
    }
    return BG_NONE;
}

/* "…", phát ngôn viên Bộ Ngoại giao B nói hôm 5-6: the words of the state may be dated by who else speaks for it. */
static uint32_t day_of_compatriot(const bg_claims *c, const bg_contact *statement) {
    for (size_t i = 0; i < c->sayings.count && c->body_before[c->sayings.items[i].sentence] < SAID_ON; i++) {
        const bg_saying *s = &c->sayings.items[i];
        const char *country = s->speaker.kind == BG_SPEAKER_ENTITY ? bg_person__country(bg_saying__person(c, s)) : s->speaker.side;
        if (!country || !statement->side_count || !is(country, statement->sides[0]) || bg_saying__is_earlier(c, s)) continue;
        uint32_t ref = only_day(c, bg_contact__said_day(c, statement, s));
        if (ref != BG_NONE && s->speaker.kind == BG_SPEAKER_SIDE && c->mentions->dates.items[ref].tok >= s->tok) continue; /* of what it spoke of */
        if (ref != BG_NONE) return c->mentions->dates.items[ref].day ? ref : BG_NONE;
    }
    return BG_NONE;
}

/* "Trong bài đăng hôm 26/5, A cũng nói": he said that as well, another time. */
static bool is_as_well(const bg_claims *c, const bg_sentence *s) {
    uint32_t day = bg_text__is(c->text, s->tok, CLASS_WITHIN) ? bg_text__first(c->text, s->tok, s->end, CLASS_DATE) : BG_NONE;
    uint32_t who = day == BG_NONE ? BG_NONE : bg_text__after(c->text, day, s->end, CLASS_WHO);
    return who != BG_NONE && bg_text__is(c->text, c->text->marks.items[who].end, CLASS_ASWELL);
}

bool bg_sentence__opens_earlier(const bg_claims *c, const bg_sentence *s) {
    if (is_as_well(c, s)) return true;
    uint32_t m = bg_text__at(c->text, s->tok, CLASS_HELD);
    return m != BG_NONE && is(bg_mark__get(c->text, &c->text->marks.items[m], KEY_VALUE), "earlier");
}

bool bg_saying__is_earlier(const bg_claims *c, const bg_saying *said) { return bg_sentence__opens_earlier(c, &c->text->sentences.items[said->sentence]); }

uint32_t bg_contact__day_of_words(const bg_claims *c, const bg_contact *statement) {
    uint32_t said = BG_NONE, ref = BG_NONE;
    for (size_t i = 0; i < c->sayings.count && said == BG_NONE && c->body_before[c->sayings.items[i].sentence] < WORDS_NEAR; i++)
        if (is_speaker(c, statement, &c->sayings.items[i]) && !bg_saying__is_earlier(c, &c->sayings.items[i])) said = only_day(c, bg_contact__said_day(c, statement, &c->sayings.items[i]));
    if (said != BG_NONE && c->mentions->dates.items[said].day) return said;
    if (said != BG_NONE && c->mentions->dates.items[said].shift < 0) ref = written_day(c, statement, said); /* today is not written so */
    for (uint32_t i = 0; i < c->text->sentences.count && ref == BG_NONE && c->body_before[i] < WORDS_NEAR; i++) {
        const bg_sentence *s = &c->text->sentences.items[i];
        if ((said == BG_NONE || s->caption) && !bg_sentence__opens_earlier(c, s)) ref = day_in_sentence(c, statement, s), ref = bg_title__is_page_day(c, ref) && !statement->today ? BG_NONE : ref; /* who speaks "hôm nay" may be pictured on that day */
    }
    bool yesterday = said != BG_NONE && c->mentions->dates.items[said].shift == -1;
    for (uint32_t i = 0; i < c->text->sentences.count && yesterday && ref == BG_NONE && c->body_before[i] < WORDS_NEAR; i++) ref = day_of_shown_speech(c, statement, &c->text->sentences.items[i]);
    if (ref == BG_NONE && said == BG_NONE && statement->people_count) ref = day_of_compatriot(c, statement);
    return ref == BG_NONE ? said : ref;
}
