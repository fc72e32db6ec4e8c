/* day: the day that a mention of a contact gets from its own sentence. */
#include "when.h"
#include "contact.h"

#define OPENING 5 /* words that open a sentence */
#define VERB_REACH 16 /* words between a day and the noun that is the object of its verb */
#define NOUN_REACH 30 /* words behind a noun within which its date stands */

uint32_t bg_claims__date_at(const bg_claims *c, uint32_t tok) {
    uint32_t m = bg_text__at(c->text, tok, CLASS_DATE);
    if (m == BG_NONE || bg_claims__mark(c, m)->ref == BG_NONE) return BG_NONE;
    const bg_date *d = &c->mentions->dates.items[bg_claims__mark(c, m)->ref];
    return d->period || d->vague || (!d->year && !d->month && !d->deictic) ? BG_NONE : bg_claims__mark(c, m)->ref;
}

/* "cuộc gặp bên lề Hội nghị …": what stands behind is no other contact's. */
static bool is_beside(const bg_claims *c, uint32_t tok) {
    for (uint32_t i = tok; i > 0 && i + 4 > tok; i--) {
        uint32_t m = bg_text__at(c->text, i - 1, CLASS_MODE);
        if (m != BG_NONE && is(bg_mark__get(c->text, bg_claims__mark(c, m), KEY_VALUE), "sideline")) return true;
    }
    return false;
}

/* "A gặp B tại Diễn đàn …": where they met, on the day of both. */
static bool is_venue(const bg_claims *c, const bg_contact *contact, uint32_t other, uint32_t tok) {
    const char *type = bg_mark__get(c->text, bg_claims__mark(c, other), KEY_VALUE);
    uint32_t m = tok > contact->trigger_end ? bg_text__at(c->text, tok - 1, CLASS_GOVERNS) : BG_NONE;
    if (contact->nominal || contact->partner == BG_NONE || m == BG_NONE || !is(bg_mark__get(c->text, bg_claims__mark(c, m), KEY_VALUE), "where")) return false;
    return bg_type__is(contact->type, BG_TYPE_OF_TWO) && (is(type, "conference") || is(type, "ceremony")) && is(bg_mark__get(c->text, bg_claims__mark(c, other), KEY_FORM), "noun");
}

/* Does the date at `tok` tell when something was said of the contact? */
static bool is_of_saying(const bg_claims *c, const bg_contact *contact, uint32_t tok, uint32_t reach) {
    return bg_contact__dates_saying(c, contact, &c->mentions->dates.items[bg_claims__date_at(c, tok)], &c->text->sentences.items[contact->sentence], reach);
}

/* "sẽ đón và hội đàm với B vào ngày 6/6": the next naming word, joined by "và" to this one, has its day in common with it. */
static bool is_second(const bg_claims *c, const bg_contact *contact, uint32_t tok) {
    return !contact->nominal && !is(contact->type, "visit") && tok == contact->trigger_end + 1 && bg_text__is(c->text, tok - 1, CLASS_AND);
}

#define DEED_WORDS 5 /* of the longest word for a deed, with "vào ngày" */

/* A sign but for the comma of "ở Lima, Peru". */
static bool has_break(const bg_claims *c, uint32_t tok, uint32_t end) {
    for (; tok < end; tok++)
        if (c->text->tokens.items[tok].flags & BG_TOK_PUNCT && !bg_claims__is_within_place(c, tok)) return true;
    return false;
}

/* "… về vụ tấn công tàu chở dầu ngày 13/6": of what happened, with no sign between. */
static bool is_of_affair(const bg_claims *c, uint32_t from, uint32_t tok) {
    uint32_t m = from < tok ? bg_text__first(c->text, from, tok, CLASS_OWNDAY) : BG_NONE;
    for (; m != BG_NONE; m = bg_text__after(c->text, m, tok, CLASS_OWNDAY)) {
        const bg_mark *mark = bg_claims__mark(c, m);
        if (is(bg_mark__get(c->text, mark, KEY_VALUE), "affair") && mark->end <= tok && !has_break(c, mark->end, tok) && !bg_text__any(c->text, mark->end, tok, CLASS_SAY)) return true;
    }
    return false;
}

/* "… phê chuẩn Hiệp định, được ký hôm 8/3", "kể từ khi nhậm chức ngày 20/1": right behind a word that has the day for itself. */
bool bg_contact__is_behind_deed(const bg_claims *c, const bg_contact *contact, uint32_t from, uint32_t tok) {
    bool any = !is(contact->type, "signing") && !is(contact->type, "other") && !is(contact->type, "statement");
    if (any && is_of_affair(c, from, tok)) return true;
    for (uint32_t i = tok; i > from && i + DEED_WORDS > tok; i--) {
        uint32_t m = bg_text__at(c->text, i - 1, CLASS_OWNDAY);
        if (m == BG_NONE || !(any || is(bg_mark__get(c->text, bg_claims__mark(c, m), KEY_VALUE), "effect"))) continue;
        if (bg_claims__mark(c, m)->end + 2 >= tok && bg_claims__mark(c, m)->end <= tok) return true;
    }
    return false;
}

#define STAY_WORDS 8 /* of the verb of a visit and its place */

static bool is_purpose(const bg_claims *c, const bg_contact *contact, uint32_t tok) {
    return tok <= contact->trigger_end + STAY_WORDS && !bg_text__is(c->text, tok - 1, CLASS_AND) && !bg_claims__has_punct(c, contact->trigger_end, tok) &&
           !bg_text__any(c->text, contact->trigger_end, tok, CLASS_WHO);
}

/* "sẽ tới B và gặp C từ ngày 2 đến 4/9", "tới B gặp C ngày 2/5": what the guest does there. */
static bool is_part_of_stay(const bg_claims *c, const bg_contact *contact, uint32_t other, uint32_t tok) {
    const char *type = bg_mark__get(c->text, bg_claims__mark(c, other), KEY_VALUE);
    if (!is(contact->type, "visit") || contact->nominal) return false;
    if (is(type, "visit")) return is(bg_mark__get(c->text, bg_claims__mark(c, other), KEY_FORM), "noun") && !bg_claims__has_punct(c, contact->trigger_end, tok); /* "tới B trong chuyến thăm từ …" */
    return bg_type__is(type, BG_TYPE_OF_TWO) && (bg_text__is(c->text, tok - 1, CLASS_AND) || is_purpose(c, contact, tok));
}

#define OWN_TIME 2 /* words from what names a contact to its time: "gặp nhau vào cuối tháng" */

/* A time at the token that names no day, month or year. */
static bool is_vague_at(const bg_claims *c, uint32_t tok) {
    uint32_t m = bg_text__at(c->text, tok, CLASS_DATE);
    return m != BG_NONE && bg_claims__mark(c, m)->ref != BG_NONE && c->mentions->dates.items[bg_claims__mark(c, m)->ref].vague;
}

/* "… trong một cuộc họp của C ngày 5/12": weak words, but a noun that has the day for itself. */
static bool is_meeting_noun(const bg_claims *c, uint32_t mark) {
    const bg_mark *word = bg_claims__mark(c, mark);
    return word->end > word->tok + 1 && is(bg_mark__get(c->text, word, KEY_FORM), "noun");
}

/* "…, một ngày sau khi C đến": a day of the clause that follows. */
static bool is_of_clause_behind(const bg_date *d) { return d->deictic && is(d->rule, "date.day-after-what"); }

/* Is the date that stands at `at` that of something else: of the next clause, behind "tuần này" ("sẽ tới trong tuần này để nói về đại hội tháng 10"), of a deed? */
static bool is_foreign(const bg_claims *c, const bg_contact *contact, uint32_t tok, uint32_t at, bool vague) {
    const bg_date *d = &c->mentions->dates.items[bg_claims__date_at(c, at)];
    if (is_of_clause_behind(d) || (vague && !d->day)) return true;
    return d->month && bg_contact__is_behind_deed(c, contact, tok, at);
}

/* First date in [tok, end) up to a semicolon or the next naming word. (What a state declares in the title is dated in a later sentence.) */
static uint32_t date_after(const bg_claims *c, const bg_contact *contact, uint32_t tok, uint32_t end) {
    if (end <= c->text->sentences.items[contact->sentence].end && !bg_text__any(c->text, tok, end, CLASS_DATE)) return BG_NONE;
    bool passed = false, again = false, vague = false; /* … by what else is done there, by the noun of the visit, by "tuần này" */
    for (uint32_t i = tok; i < end && !bg_claims__is_stop(c, i) && !bg_text__is(c->text, i, CLASS_SINCE); i++) {
        bool effect = bg_claims__date_at(c, i) != BG_NONE && is(contact->type, "signing") && bg_contact__is_behind_deed(c, contact, tok, i);
        if (effect) {
            i = c->mentions->dates.items[bg_claims__date_at(c, i)].end - 1; /* "…, có hiệu lực từ ngày 1/7, tại C ngày 5/3" */
            continue;
        }
        if (bg_claims__date_at(c, i) != BG_NONE && is_foreign(c, contact, tok, i, vague)) return BG_NONE;
        if (bg_claims__date_at(c, i) != BG_NONE && !is_of_saying(c, contact, i, 1)) return !passed || c->mentions->dates.items[bg_claims__date_at(c, i)].day2 || (contact->planned && !again) ? bg_claims__date_at(c, i) : BG_NONE;
        vague |= is_vague_at(c, i);
        if (i < tok + OWN_TIME && vague) return BG_NONE; /* another date is not its own */
        uint32_t other = bg_text__at(c->text, i, CLASS_CONTACT);
        bool named = other != BG_NONE && (!is(bg_mark__get(c->text, bg_claims__mark(c, other), KEY_WEAK), "yes") || is_meeting_noun(c, other));
        if (i > tok && named && !is_beside(c, i) && !is_second(c, contact, i) && !is_venue(c, contact, other, i)) {
            if (!is_part_of_stay(c, contact, other, i)) return BG_NONE;
            again |= is(bg_mark__get(c->text, bg_claims__mark(c, other), KEY_VALUE), "visit");
            passed |= again || !is_purpose(c, contact, i); /* each may have a day of its own */
        }
    }
    return BG_NONE;
}

/* "… từ ngày 5/4, thời điểm A gặp B": the day of what is told next. */
static bool is_moment(const bg_claims *c, const bg_date *d) {
    uint32_t end = d->end;
    return end + 1 < c->text->tokens.count && bg_claims__is_comma(c, end) && bg_text__at(c->text, end + 1, CLASS_MOMENT) != BG_NONE;
}

/* Is the date at `tok` bound to another contact noun before it ("chuyến thăm … tháng 6/2024, … hội đàm")? */
static bool bound_elsewhere(const bg_claims *c, const bg_contact *contact, uint32_t tok, uint32_t from) {
    const bg_date *d = bg_claims__date_at(c, tok) != BG_NONE ? &c->mentions->dates.items[bg_claims__date_at(c, tok)] : NULL;
    if (d && is_moment(c, d)) return false;
    for (uint32_t i = tok; i > from && i + 12 > tok; i--) {
        const bg_token *t = &c->text->tokens.items[i - 1];
        if ((t->flags & BG_TOK_PUNCT && t->value == ',') || bg_text__is(c->text, i - 1, CLASS_MOMENT)) return false; /* "… cho chuyến đi khi ông tới B tháng 4" */
        bool last = !(d && d->day2) && bg_text__over(c->text, from, i - 1, CLASS_ENDS) != BG_NONE; /* "Ngày cuối cùng trong chuyến thăm (31/5), A gặp B" */
        if (i - 1 != contact->trigger && !last && bg_text__at(c->text, i - 1, CLASS_CONTACTNOUNHEAD) != BG_NONE) return true;
    }
    return false;
}

/* Is the token inside brackets that opened after `from`: "(sáng 21/11 giờ Việt Nam)"? */
static bool in_brackets(const bg_claims *c, uint32_t tok, uint32_t from) {
    for (uint32_t i = tok; i > from; i--) {
        const bg_token *t = &c->text->tokens.items[i - 1];
        if (t->flags & BG_TOK_PUNCT && (t->value == ')' || t->value == '(')) return t->value == '(';
    }
    return false;
}

/* "Ngày 16/3, một ngày sau khi A tới B, C gặp D": the day of the clause that ends before this contact's own. */
static bool is_of_clause_before(const bg_claims *c, const bg_contact *contact, const bg_date *d) {
    uint32_t comma = contact->trigger;
    if (!d->deictic || bg_text__ends_at(c->text, d->tok, d->end, CLASS_SINCE, 3) == BG_NONE) return false;
    while (comma > d->end && !bg_claims__is_comma(c, comma - 1)) comma--;
    return comma > d->end && bg_text__any(c->text, d->end, comma, CLASS_CONTACT);
}

/* "A, người thăm B ngày 1/2, đã hội đàm với C": of a clause on him who is named before it. */
static bool is_apposed_day(const bg_claims *c, const bg_date *d, uint32_t from) {
    uint32_t tok = d->tok;
    while (tok > from && !bg_claims__is_comma(c, tok - 1)) tok--;
    return tok > from && d->end < c->text->tokens.count && bg_claims__is_comma(c, d->end) && bg_text__at(c->text, tok, CLASS_APPOSES) != BG_NONE;
}

/* Nearest date before the naming word; one in brackets only when there is none outside. */
static uint32_t date_before(const bg_claims *c, const bg_contact *contact, uint32_t from) {
    uint32_t bracketed = BG_NONE;
    if (!bg_text__any(c->text, from, contact->trigger, CLASS_DATE)) return BG_NONE;
    for (uint32_t i = contact->trigger; i > from && !bg_claims__is_stop(c, i - 1); i--) {
        if (bg_claims__date_at(c, i - 1) == BG_NONE || bound_elsewhere(c, contact, i - 1, from) || is_of_saying(c, contact, i - 1, BG_SAID_REACH)) continue;
        const bg_date *d = &c->mentions->dates.items[bg_claims__date_at(c, i - 1)];
        if (is_of_clause_before(c, contact, d) || is_apposed_day(c, d, from)) continue;
        if (!in_brackets(c, i - 1, from)) return bg_claims__date_at(c, i - 1);
        if (bracketed == BG_NONE) bracketed = bg_claims__date_at(c, i - 1);
    }
    return bracketed;
}

/* "(tháng 10/2024)" at the end of the same item of a list: no comma between. */
static uint32_t date_in_item(const bg_claims *c, uint32_t tok, uint32_t end) {
    if (!bg_text__any(c->text, tok, end, CLASS_DATE)) return BG_NONE;
    for (uint32_t i = tok; i < end; i++) {
        const bg_token *t = &c->text->tokens.items[i];
        if (t->flags & BG_TOK_PUNCT && (t->value == ',' || t->value == ';')) return BG_NONE;
        if (bg_claims__date_at(c, i) != BG_NONE && in_brackets(c, i, tok)) return bg_claims__date_at(c, i);
    }
    return BG_NONE;
}

/* The token behind what tells that something takes place, or is to, at `tok`; BG_NONE if it tells nothing such. */
uint32_t bg_claims__tells_time(const bg_claims *c, uint32_t tok) {
    uint32_t place = bg_text__at(c->text, tok, CLASS_TAKESPLACE), planned = bg_text__at(c->text, tok, CLASS_PLANNED);
    uint32_t behind = place != BG_NONE ? bg_claims__mark(c, place)->end : BG_NONE, then = planned != BG_NONE ? bg_claims__mark(c, planned)->end : BG_NONE;
    return behind == BG_NONE || (then != BG_NONE && then > behind) ? then : behind;
}

#define APPOSED_WORDS 14 /* between two commas */

/* "chuyến thăm của A, ông nội của B, vào năm 1964": behind what only tells who he is, the date of the noun. */
static bool is_apposed(const bg_claims *c, uint32_t comma, uint32_t end) {
    for (uint32_t i = comma + 1; i + 2 < end && i < comma + APPOSED_WORDS; i++) {
        const bg_token *t = &c->text->tokens.items[i];
        if (t->flags & BG_TOK_PUNCT && t->value != '-') return t->value == ',' && i > comma + 1 && (bg_claims__date_at(c, i + 1) != BG_NONE || bg_claims__date_at(c, i + 2) != BG_NONE);
        if (bg_text__at(c->text, i, CLASS_SAY) != BG_NONE || bg_text__at(c->text, i, CLASS_HELD) != BG_NONE || bg_text__at(c->text, i, CLASS_CONTACT) != BG_NONE) return false;
    }
    return false;
}

#define PLACE_REACH 8 /* words from "diễn ra" over a place to the day */

/* ", diễn ra từ ngày 5 đến 7/6", ", diễn ra tại thủ đô Lima ngày 5/6". */
bool bg_claims__has_day_near(const bg_claims *c, uint32_t tok, uint32_t end) {
    for (uint32_t i = tok; i < end && i < tok + PLACE_REACH; i++) {
        if (bg_claims__date_at(c, i) != BG_NONE) return true;
        if (c->text->tokens.items[i].flags & BG_TOK_PUNCT || bg_text__at(c->text, i, CLASS_WHO) != BG_NONE) return false;
    }
    return false;
}

/* A comma that a noun goes on behind: "tại Lima, Peru, ngày 20/11". */
static bool goes_on(const bg_claims *c, uint32_t tok, uint32_t end) {
    const bg_token *t = &c->text->tokens.items[tok];
    if (t->value == '(' || t->value == ')' || t->value == '-' || t->value == 0x2013 || t->value == '"' || t->value == 0x201D) return true;
    if (t->value == ',' && is_apposed(c, tok, end)) return true;
    if (t->value != ',' || tok + 1 >= end || bg_text__at(c->text, tok + 1, CLASS_WHO) != BG_NONE) return false;
    uint32_t then = bg_claims__tells_time(c, tok + 1);
    if (then != BG_NONE && bg_claims__has_day_near(c, then, end)) return true;
    for (uint32_t i = tok + 1; i < end && i < tok + 4; i++) /* "đông bắc Trung Quốc" */
        if (bg_text__at(c->text, i, CLASS_PLACE) != BG_NONE || bg_text__at(c->text, i, CLASS_COUNTRY) != BG_NONE) return true;
    return bg_claims__date_at(c, tok + 1) != BG_NONE || (tok + 2 < end && bg_claims__date_at(c, tok + 2) != BG_NONE) || is_apposed(c, tok, end);
}

#define PLAN_DAY 3 /* "dự kiến vào ngày 5/6" */

/* A verb of speech, or a word of what is to come; but "sẽ diễn ra", "dự kiến được tổ chức", "dự kiến ngày 5/6" are the noun's. */
static bool has_other_verb(const bg_claims *c, uint32_t tok, const bg_sentence *s) {
    uint32_t m = bg_text__at(c->text, tok, CLASS_PLANNED), end = m == BG_NONE ? 0 : bg_claims__mark(c, m)->end;
    bool says = bg_text__is(c->text, tok, CLASS_SAY);
    if (m == BG_NONE && (!says || bg_text__over(c->text, s->tok, tok, CLASS_PLANNED) != BG_NONE)) return false; /* "được ấn định" */
    if (bg_text__over(c->text, s->tok, tok, CLASS_INVITATION) != BG_NONE) return false; /* "… theo lời mời của B vào tháng 3" */
    if (m == BG_NONE) return true;
    if (bg_text__at(c->text, tok, CLASS_TAKESPLACE) != BG_NONE) return false;
    uint32_t near = end + PLAN_DAY < s->end ? end + PLAN_DAY : s->end;
    return end + 1 >= s->end || (bg_text__at(c->text, end, CLASS_TAKESPLACE) == BG_NONE && !bg_text__any(c->text, end, near, CLASS_DATE));
}

/* "Trước phiên hội đàm, A và B đã cùng trồng một cây …": what somebody did, when the noun only frames the sentence. */
static bool has_deed(const bg_claims *c, const bg_contact *contact, uint32_t tok, const bg_sentence *s) {
    uint32_t m = bg_text__at(c->text, tok, CLASS_HELD), end = m == BG_NONE ? 0 : bg_claims__mark(c, m)->end;
    if (m == BG_NONE || contact->tok > s->tok + OPENING || !is(bg_mark__get(c->text, bg_claims__mark(c, m), KEY_VALUE), "done")) return false;
    if (bg_text__at(c->text, tok, CLASS_TAKESPLACE) != BG_NONE || (end < s->end && bg_text__at(c->text, end, CLASS_TAKESPLACE) != BG_NONE)) return false;
    return bg_text__any(c->text, contact->end, tok, CLASS_WHO);
}

/*
 * How far behind a noun its date may stand: eight words, or as far as what stands there may all belong to the noun ("cuộc gặp của A
 * với B tại C hôm 11/10"): up to a verb of speech, a word of tense, a sign that ends a clause.
 */
static uint32_t near_end(const bg_claims *c, const bg_contact *contact, const bg_sentence *s) {
    uint32_t far = contact->end;
    for (; far < s->end && far < contact->end + NOUN_REACH; far++) {
        if (c->text->tokens.items[far].flags & BG_TOK_PUNCT && !goes_on(c, far, s->end)) break;
        if (has_other_verb(c, far, s) || has_deed(c, contact, far, s)) break;
    }
    if (far < contact->end + 8) far = contact->end + 8;
    return far < s->end ? far : s->end;
}

/* The end of the words before a contact that open its sentence. */
static uint32_t opening_end(const bg_contact *contact, const bg_sentence *s) {
    return contact->tok < s->tok + OPENING ? contact->tok : s->tok + OPENING;
}

/* "Cùng ngày, A gửi …; B gửi …": what opens the sentence dates its later clauses too. */
static uint32_t opening_date(const bg_claims *c, const bg_contact *contact, const bg_sentence *s) {
    uint32_t date = BG_NONE, end = opening_end(contact, s);
    for (uint32_t m = bg_text__first(c->text, s->tok, end, CLASS_DATE); m != BG_NONE && date == BG_NONE; m = bg_text__after(c->text, m, end, CLASS_DATE))
        date = bg_claims__date_at(c, bg_claims__mark(c, m)->tok);
    for (uint32_t i = s->tok; i < contact->tok && date != BG_NONE; i++)
        if (bg_claims__is_stop(c, i)) return date;
    return BG_NONE;
}

/* +1 an opening, -1 a closing quotation mark, 2 one that may be either, 0 none. */
static int quote_at(const bg_claims *c, uint32_t tok) {
    const bg_token *t = &c->text->tokens.items[tok];
    if (!(t->flags & BG_TOK_PUNCT)) return 0;
    return t->value == 0x201C || t->value == 0xAB ? 1 : t->value == 0x201D || t->value == 0xBB ? -1 : t->value == '"' ? 2 : 0;
}

#define QUOTED_NAME 12 /* words of a name in quotation marks: "Hội đàm cấp cao Lào - Nga" */

/* The words within which a contact finds its date: those of the same quotation, or the sentence. */
static bg_sentence speech_of(const bg_claims *c, const bg_contact *contact, const bg_sentence *s) {
    bg_sentence speech = *s;
    uint32_t open = BG_NONE;
    for (uint32_t i = s->tok; i < contact->trigger; i++) {
        int quote = quote_at(c, i);
        if (quote == 1 || (quote == 2 && open == BG_NONE)) open = i;
        else if (quote) open = BG_NONE;
    }
    if (open == BG_NONE) return speech;
    for (uint32_t i = contact->trigger_end; i < speech.end; i++)
        if (quote_at(c, i) == -1 || quote_at(c, i) == 2) speech.end = i;
    bool words = contact->nominal || is(contact->type, "visit"); /* a name of it; "sẽ “thăm chính thức” B ngày 5/6" */
    if (words && contact->trigger == open + 1 && speech.end < open + QUOTED_NAME) return *s;
    speech.tok = open + 1;
    return speech;
}

#define PLAN_REACH 8 /* words between a plan and its year */

/* "ký Kế hoạch hợp tác song phương năm 2024": the year for which it is, or may be: "vào năm 2024" is not told apart. */
static bool is_of_plan(const bg_claims *c, const bg_contact *contact, const bg_date *d) {
    if (!is(contact->type, "signing") || !d->year || d->month || d->tok <= contact->trigger) return false;
    uint32_t from = d->tok > contact->trigger + PLAN_REACH ? d->tok - PLAN_REACH : contact->trigger;
    return bg_text__any(c->text, from, d->tok, CLASS_PLANOFYEAR) && !bg_claims__has_punct(c, from, d->tok);
}

#define LASTING_REACH 14 /* words between what lasts days and its days */

/* "A gặp B nhân chuyến thăm từ ngày 5 đến 7/6": the days are those of what lasts. */
static uint32_t own_days(const bg_claims *c, const bg_contact *contact, uint32_t date) {
    const bg_date *d = date == BG_NONE ? NULL : &c->mentions->dates.items[date];
    if (d && is_of_plan(c, contact, d)) return BG_NONE;
    if (!d || !d->day2 || bg_type__is(contact->type, BG_TYPE_LASTS)) return date;
    for (uint32_t i = d->tok; i > 0 && i + LASTING_REACH > d->tok; i--) {
        uint32_t m = bg_text__at(c->text, i - 1, CLASS_CONTACT);
        if (m != BG_NONE && bg_type__is(bg_mark__get(c->text, bg_claims__mark(c, m), KEY_VALUE), BG_TYPE_LASTS)) return BG_NONE;
    }
    return date;
}

#define TAKES_WORDS 3 /* of the longest word for it, and a count */

/* "… đã diễn ra lễ ký": the word before the noun says that it took place; the token where it begins, BG_NONE if there is none. */
uint32_t bg_contact__takes_place_before(const bg_claims *c, const bg_contact *contact, const bg_sentence *s) {
    uint32_t from = contact->tok > s->tok + TAKES_WORDS ? contact->tok - TAKES_WORDS : s->tok;
    for (uint32_t i = from; i < contact->tok; i++) {
        uint32_t m = bg_text__at(c->text, i, CLASS_TAKESPLACE);
        if (m != BG_NONE && bg_claims__mark(c, m)->end + 1 >= contact->tok) return i;
    }
    return BG_NONE;
}

/* "Chiều 5/6, tại Hà Nội, đã diễn ra lễ ký": the day that opens the sentence, nothing told before. */
static uint32_t date_of_taking_place(const bg_claims *c, const bg_contact *contact, const bg_sentence *s) {
    uint32_t takes = bg_contact__takes_place_before(c, contact, s), end = opening_end(contact, s);
    if (takes == BG_NONE || bg_text__any(c->text, s->tok, takes, CLASS_WHO) || bg_text__any(c->text, s->tok, takes, CLASS_CONTACT)) return BG_NONE;
    for (uint32_t m = bg_text__first(c->text, s->tok, end, CLASS_DATE); m != BG_NONE; m = bg_text__after(c->text, m, end, CLASS_DATE))
        if (bg_claims__date_at(c, bg_claims__mark(c, m)->tok) != BG_NONE) return bg_claims__date_at(c, bg_claims__mark(c, m)->tok);
    return BG_NONE;
}

#define WHERE_WORDS 10 /* "tại thủ đô Viêng Chăn (Lào)," */

/* "Từ ngày 19 đến 22/5 tại Lima, phiên họp …": nothing but where it was stands between. */
static bool only_where(const bg_claims *c, uint32_t from, uint32_t tok) {
    if (from < tok && bg_claims__is_comma(c, from)) from++;
    if (from + 2 > tok || tok > from + WHERE_WORDS || !bg_claims__is_comma(c, tok - 1)) return false;
    uint32_t m = bg_text__at(c->text, from, CLASS_GOVERNS);
    if (m == BG_NONE || !is(bg_mark__get(c->text, bg_claims__mark(c, m), KEY_VALUE), "where")) return false;
    return !bg_text__any(c->text, from, tok, CLASS_WHO) && !bg_text__any(c->text, from, tok, CLASS_CONTACT) && !bg_text__any(c->text, from, tok, CLASS_SAY);
}

/* "Sáng 26-3, lễ đón …": a day that opens the sentence, right before the noun. */
static uint32_t date_at_head(const bg_claims *c, const bg_contact *contact, const bg_sentence *s) {
    uint32_t end = opening_end(contact, s);
    for (uint32_t m = bg_text__first(c->text, s->tok, end, CLASS_DATE); m != BG_NONE; m = bg_text__after(c->text, m, end, CLASS_DATE)) {
        uint32_t date = bg_claims__date_at(c, bg_claims__mark(c, m)->tok);
        const bg_date *d = date == BG_NONE ? NULL : &c->mentions->dates.items[date];
        bool when = contact->tok && d && is_moment(c, d) && d->end + 3 > contact->tok; /* "Ngày 14/12, khi cuộc điện đàm …" */
        if (d && d->end < contact->tok + 1 && (d->end + 2 > contact->tok || when || only_where(c, d->end, contact->tok))) return date;
    }
    return BG_NONE;
}

/* "A ngày 14/5 sẽ phát biểu … tại lễ …": the day right before the last word of what is to come. */
static uint32_t date_of_plan(const bg_claims *c, const bg_contact *contact, const bg_sentence *s) {
    uint32_t m = bg_text__last(c->text, s->tok, contact->trigger, CLASS_PLANNED), date = BG_NONE;
    for (uint32_t i = m == BG_NONE ? s->tok : bg_claims__mark(c, m)->tok; date == BG_NONE && i > s->tok && i + OPENING > bg_claims__mark(c, m)->tok; i--) date = bg_claims__date_at(c, i - 1);
    return date != BG_NONE && c->mentions->dates.items[date].end == bg_claims__mark(c, m)->tok ? date : BG_NONE;
}

#define FRAME_REACH 2 /* words between what frames a sentence and the noun: "sau các cuộc" */

/* "Hôm 21/10, sau cuộc hội đàm với B, A tuyên bố …": what frames the sentence was on the day that opens it. */
static uint32_t date_of_frame(const bg_claims *c, const bg_contact *contact, const bg_sentence *s) {
    uint32_t from = contact->trigger > s->tok + FRAME_REACH ? contact->trigger - FRAME_REACH : s->tok;
    bool framed = false;
    if (contact->trigger > s->tok && quote_at(c, contact->trigger - 1) && from > s->tok) from--;
    for (uint32_t i = from; i < contact->trigger; i++) framed |= bg_text__at(c->text, i, CLASS_FRAMES) != BG_NONE;
    for (uint32_t i = s->tok; framed && i < contact->tok && i < s->tok + OPENING; i++)
        if (bg_claims__date_at(c, i) != BG_NONE) return bg_claims__date_at(c, i);
    return framed && contact->planned ? date_of_plan(c, contact, s) : BG_NONE;
}

/* Does a party end right before the date ("A hôm 19/3 …")? */
static bool is_behind_party(const bg_claims *c, uint32_t ref, const bg_sentence *s) {
    uint32_t day = c->mentions->dates.items[ref].tok, from = day > s->tok + WORD_REACH * 4 ? day - WORD_REACH * 4 : s->tok;
    for (uint32_t i = from; i < day; i++) {
        uint32_t who = bg_text__at(c->text, i, CLASS_WHO), side = bg_text__at(c->text, i, CLASS_SIDE);
        if ((who != BG_NONE && bg_claims__mark(c, who)->end + 1 >= day) || (side != BG_NONE && bg_claims__mark(c, side)->end + 1 >= day)) return true;
    }
    return false;
}

/* "A hôm 19/3 đã chủ trì cuộc họp": the day of the verb whose object the noun is. */
static uint32_t date_of_verb(const bg_claims *c, const bg_contact *contact, const bg_sentence *s) {
    for (uint32_t i = contact->trigger; i > s->tok && i + VERB_REACH > contact->trigger; i--) {
        if (bg_claims__date_at(c, i - 1) != BG_NONE) return is_behind_party(c, bg_claims__date_at(c, i - 1), s) ? bg_claims__date_at(c, i - 1) : BG_NONE;
        bool other = bg_text__at(c->text, i - 1, CLASS_CONTACT) != BG_NONE || bg_text__at(c->text, i - 1, CLASS_SAY) != BG_NONE || bg_text__at(c->text, i - 1, CLASS_CITES) != BG_NONE;
        if (other || c->text->tokens.items[i - 1].flags & BG_TOK_PUNCT || bg_text__at(c->text, i - 1, CLASS_WHILE) != BG_NONE) return BG_NONE;
        if (i + FRAME_REACH > contact->trigger && bg_text__is(c->text, i - 1, CLASS_GOVERNS)) return BG_NONE;
    }
    return BG_NONE;
}

/* What lasts for days, named as the circumstance at `tok`: its mark; BG_NONE if there is none. */
static uint32_t frame_at(const bg_claims *c, uint32_t tok, uint32_t end) {
    uint32_t m = bg_text__at(c->text, tok, CLASS_CIRCUMSTANCE), next = m == BG_NONE ? end : bg_claims__mark(c, m)->end;
    m = next < end ? bg_text__at(c->text, next, CLASS_CONTACT) : BG_NONE;
    return m != BG_NONE && bg_type__is(bg_mark__get(c->text, bg_claims__mark(c, m), KEY_VALUE), BG_TYPE_LASTS) ? m : BG_NONE;
}

#define FRAME_REACH_DATE 16 /* words behind the noun of a journey within which its date stands */

/* Does a word that names a contact by itself stand at the token? */
bool bg_claims__is_strong(const bg_claims *c, uint32_t tok) {
    uint32_t m = bg_text__at(c->text, tok, CLASS_CONTACT);
    return m != BG_NONE && !is(bg_mark__get(c->text, bg_claims__mark(c, m), KEY_WEAK), "yes");
}

/* "A hội kiến B trong chuyến thăm C tháng 9/2016", "Trong chuyến thăm của A năm 2007, hai bên ký …": the month or year of the journey. */
static uint32_t date_of_journey(const bg_claims *c, const bg_contact *contact, const bg_sentence *s) {
    for (uint32_t tok = s->tok; tok < s->end && !bg_type__is(contact->type, BG_TYPE_LASTS); tok++) {
        uint32_t m = frame_at(c, tok, s->end);
        if (m == BG_NONE || (tok > s->tok + 1 && tok < contact->trigger_end)) continue;
        if (tok > contact->trigger_end && bg_text__any(c->text, contact->trigger_end, tok, CLASS_SINCE)) break; /* "lần đầu gặp kể từ cuộc họp bên lề …" */
        uint32_t from = bg_claims__mark(c, m)->end, end = from + FRAME_REACH_DATE < s->end ? from + FRAME_REACH_DATE : s->end;
        for (uint32_t i = from; i < end && !bg_claims__is_strong(c, i); i++) {
            const bg_date *d = bg_claims__date_at(c, i) == BG_NONE ? NULL : &c->mentions->dates.items[bg_claims__date_at(c, i)];
            if (d && !d->day2 && !d->day && !d->deictic) return bg_claims__date_at(c, i);
        }
    }
    return BG_NONE;
}

#define OPENING_DATE 4 /* words of a sentence before its month or year: "Trước đó hồi tháng 6" */

/* "Hồi tháng 6, hai nước đã … nhân chuyến thăm của A", "Trong năm 2017, hai bên …; ký …": the month or year that opens the sentence, the first date before the noun. */
static uint32_t month_of_opening(const bg_claims *c, const bg_contact *contact, const bg_sentence *s) {
    uint32_t m = bg_text__first(c->text, s->tok, contact->trigger, CLASS_DATE), date = m == BG_NONE ? BG_NONE : bg_claims__date_at(c, bg_claims__mark(c, m)->tok);
    const bg_date *d = date == BG_NONE ? NULL : &c->mentions->dates.items[date];
    if (!d || d->day || d->day2 || d->deictic || d->tok > s->tok + OPENING_DATE) return BG_NONE;
    if (bg_text__any(c->text, s->tok, contact->trigger, CLASS_SINCE)) return BG_NONE;
    for (m = bg_text__after(c->text, m, s->end, CLASS_DATE); m != BG_NONE; m = bg_text__after(c->text, m, s->end, CLASS_DATE)) {
        const bg_date *other = bg_claims__mark(c, m)->ref == BG_NONE ? NULL : &c->mentions->dates.items[bg_claims__mark(c, m)->ref];
        if (other && !other->period && (other->day || other->month || other->year || !other->deictic)) return BG_NONE; /* "khi đó" names none */
    }
    return date;
}

/* "Trong cuộc hội đàm nhân chuyến thăm B hồi tháng 4, …": a contact that is named as part of a journey. */
static bool is_of_journey(const bg_claims *c, const bg_contact *contact, const bg_sentence *s) {
    return contact->orphan || (contact->end < s->end && frame_at(c, contact->end, s->end) != BG_NONE);
}

static uint32_t date_of_noun(const bg_claims *c, const bg_contact *contact, const bg_sentence *s) {
    uint32_t date = date_after(c, contact, contact->trigger + 1, contact->trigger_end); /* "ký năm 2011" */
    if (date == BG_NONE) date = date_after(c, contact, contact->trigger_end, contact->end);
    if (date == BG_NONE) date = date_after(c, contact, contact->end, near_end(c, contact, s));
    if (date == BG_NONE) date = date_at_head(c, contact, s);
    if (date == BG_NONE) date = date_of_taking_place(c, contact, s);
    if (date == BG_NONE) date = date_in_item(c, contact->end, s->end);
    if (date != BG_NONE) return date;
    if (is(contact->type, "visit")) return month_of_opening(c, contact, s);
    date = date_of_frame(c, contact, s);
    if (date == BG_NONE) date = own_days(c, contact, date_of_verb(c, contact, s));
    if (date == BG_NONE && is_of_journey(c, contact, s)) date = date_of_journey(c, contact, s);
    return date == BG_NONE ? month_of_opening(c, contact, s) : date;
}

/* "Tiếp tục chuyến thăm B, sáng 16/4, A gặp C", "Trong ngày thứ ba của chuyến thăm, …" */
static bool is_midway(const bg_claims *c, const bg_contact *contact, const bg_sentence *s) {
    return bg_type__is(contact->type, BG_TYPE_LASTS) && bg_text__any(c->text, s->tok, contact->trigger_end, CLASS_MIDST);
}

/* The day on which something is told to have ended, or to go on, does not date it. */
static uint32_t unless_ended(const bg_claims *c, const bg_contact *contact, const bg_sentence *s, uint32_t date) {
    const bg_date *d = date == BG_NONE ? NULL : &c->mentions->dates.items[date];
    return d && d->day && !d->day2 && (bg_contact__is_ended(c, contact, s) || is_midway(c, contact, s)) ? BG_NONE : date;
}

/* "Sau khi nhậm chức ngày 20/1, ông A gửi thư cho B": the day of what went before. */
static uint32_t unless_earlier(const bg_claims *c, const bg_contact *contact, const bg_sentence *s, uint32_t date) {
    if (date == BG_NONE || bg_text__at(c->text, s->tok, CLASS_SINCE) == BG_NONE) return date;
    const bg_date *d = &c->mentions->dates.items[date];
    if (d->tok > contact->trigger || bg_text__any(c->text, s->tok, d->tok, CLASS_CONTACT)) return date;
    return bg_claims__has_punct(c, d->end, contact->trigger) ? BG_NONE : date;
}

/* "A thăm B từ ngày 1 đến 5/6, sau đó tới C", "Ngày 3/9, A thăm B trước khi đến C": he goes on when those days are over. */
static bool goes_on_elsewhere(const bg_claims *c, const bg_contact *contact, uint32_t date) {
    const bg_date *d = &c->mentions->dates.items[date];
    if (!is(contact->type, "visit") || !d->day) return false;
    if (d->day2 && bg_text__any(c->text, d->end, contact->trigger, CLASS_THEN)) return true;
    return bg_text__at(c->text, d->end, CLASS_SINCE) == BG_NONE && bg_text__ends_at(c->text, d->end, contact->trigger, CLASS_SINCE, 3) != BG_NONE;
}

/* "Ngày 10/9, C cho biết A đã gặp B hôm 9/9": the day before is that of C's words. */
static bool is_of_teller(const bg_claims *c, const bg_contact *contact, uint32_t before, uint32_t after) {
    const bg_date *d = &c->mentions->dates.items[before];
    const bg_sentence *s = &c->text->sentences.items[contact->sentence];
    bool told = bg_text__any(c->text, d->end, contact->trigger, CLASS_SAY) || (bg_text__at(c->text, s->tok, CLASS_ACCORDING) != BG_NONE && !bg_claims__has_punct(c, s->tok, d->tok)); /* "Theo tin từ C ngày 6/3, …" */
    return d->day && c->mentions->dates.items[after].day && told;
}

/* "Sau hội nghị với C hôm 27/4, A gọi điện cho B tối 28/4": the day before is that of what went before. */
static bool is_of_before(const bg_claims *c, const bg_contact *contact, uint32_t before, uint32_t after, const bg_sentence *s) {
    const bg_date *d = &c->mentions->dates.items[before];
    if (bg_text__at(c->text, s->tok, CLASS_WHILE) == BG_NONE || !d->day || !c->mentions->dates.items[after].day || d->end >= contact->trigger) return false;
    return bg_claims__is_comma(c, d->end) && c->mentions->dates.items[after].tok > contact->trigger_end;
}

#define JUBILEE_WORDS 2 /* "năm ngày" before the verb */

bool bg_contact__is_jubilee(const bg_claims *c, const bg_contact *contact) {
    uint32_t first = c->text->sentences.items[contact->sentence].tok, from = contact->trigger > first + JUBILEE_WORDS ? contact->trigger - JUBILEE_WORDS : first;
    uint32_t m = bg_text__over(c->text, from, contact->trigger, CLASS_JUBILEE), tok = m == BG_NONE ? first : c->text->marks.items[m].tok;
    return tok > first && tok < contact->trigger && c->text->tokens.items[tok - 1].flags & BG_TOK_NUMBER;
}

static uint32_t find_date(const bg_claims *c, const bg_contact *contact, const bg_sentence *sentence) {
    const bg_sentence speech = speech_of(c, contact, sentence), *s = &speech;
    if (bg_contact__is_jubilee(c, contact)) return BG_NONE;
    if (contact->nominal) return unless_ended(c, contact, sentence, date_of_noun(c, contact, s));
    uint32_t from = bg_contact__invited_from(c, contact, s);
    uint32_t before = date_before(c, contact, from), after = date_after(c, contact, contact->trigger_end, s->end);
    before = own_days(c, contact, before), after = own_days(c, contact, after);
    if (before == BG_NONE && after == BG_NONE && from == s->tok) before = opening_date(c, contact, s);
    before = unless_earlier(c, contact, s, before);
    if (before != BG_NONE && goes_on_elsewhere(c, contact, before)) before = BG_NONE;
    if (before == BG_NONE && after == BG_NONE) return date_of_journey(c, contact, s);
    bool ahead = contact->planned || is(contact->type, "visit"); /* "Theo thông cáo ngày 6/11, ông sẽ thăm … từ 9 đến 12/11" */
    if (before == BG_NONE || after == BG_NONE) return unless_ended(c, contact, sentence, before != BG_NONE ? before : after);
    bool behind = ahead || is_of_teller(c, contact, before, after) || is_of_before(c, contact, before, after, s);
    return unless_ended(c, contact, sentence, behind ? after : before);
}

uint32_t bg_contact__find_date(const bg_claims *c, const bg_contact *contact, const bg_sentence *sentence) {
    uint32_t found = find_date(c, contact, sentence);
    return bg_title__is_page_day(c, found) ? BG_NONE : found;
}
