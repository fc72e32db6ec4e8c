/* opening_day: the day that stands for a whole sentence, and days that do not tell when something was, but when it was told. */
#include "when.h"

#define SUBJECT_WORDS 24 /* the longest office with a name */

/* A single day; a span of days only for what lasts. */
bool bg_date__names_day(const bg_date *d, const bg_contact *contact) {
    if (contact->planned && d->toward < 0) return false; /* "sẽ thăm B, theo thông báo hôm 24/8" */
    return d->month && d->day && (!d->day2 || bg_type__is(contact->type, BG_TYPE_LASTS)) && !d->period && !d->vague;
}

bool bg_claims__is_comma(const bg_claims *c, uint32_t tok) {
    return bg_text__is_sign(c->text, tok, ',');
}

/* "Ông Putin ngày 3/10 nói …": right behind someone who acts, and the sentence goes on with a word. */
static bool follows_subject(const bg_claims *c, const bg_sentence *s, const bg_mark *day) {
    if (day->end >= s->end || !(c->text->tokens.items[day->end].flags & BG_TOK_WORD)) return false;
    for (uint32_t tok = day->tok; tok > s->tok && tok + SUBJECT_WORDS > day->tok; tok--) {
        const bg_mark *who = bg_contact__person_at(c, tok - 1);
        if (who) return who->end == day->tok || who->end + 1 == day->tok;
    }
    return false;
}

/* "… hôm nay …" on a page without a date: the news has a day of its own. */
static bool says_today(const bg_claims *c, const bg_sentence *s) {
    for (uint32_t tok = s->tok; tok < s->end; tok++) {
        uint32_t m = bg_text__at(c->text, tok, CLASS_DATE), ref = m == BG_NONE ? BG_NONE : c->text->marks.items[m].ref;
        const bg_date *d = ref == BG_NONE ? NULL : &c->mentions->dates.items[ref];
        if (d && d->deictic && !d->vague && !d->same_day && !d->month) return true;
    }
    return false;
}

/* "Bộ Ngoại giao Pháp hôm 6/2 chỉ trích …", "85 thành viên Nghị viện châu Âu (EP) ngày 17/7 …": right behind the state or body that opens the sentence. */
static bool follows_opener(const bg_claims *c, const bg_sentence *s, const bg_mark *day) {
    uint32_t m = bg_text__at(c->text, s->tok, CLASS_SIDE), end = m == BG_NONE ? 0 : c->text->marks.items[m].end;
    if (m != BG_NONE && end + 3 <= day->tok && bg_text__is_sign(c->text, end, '(')) end += 3; /* its letters */
    return m != BG_NONE && (end == day->tok || end + 1 == day->tok) && day->end < s->end && c->text->tokens.items[day->end].flags & BG_TOK_WORD;
}

/* "Ông A, Thị trưởng thành phố B, hôm 25/3 trồng …": a day that is over, behind a comma and before a verb. */
static bool follows_apposition(const bg_claims *c, const bg_sentence *s, const bg_mark *day) {
    uint32_t before = day->tok > s->tok && bg_text__is(c->text, day->tok - 1, CLASS_PASTDAY) ? day->tok - 1 : day->tok;
    if (c->mentions->dates.items[day->ref].toward >= 0 || before < s->tok + 2 || !bg_claims__is_comma(c, before - 1) || day->end >= s->end) return false;
    return c->text->tokens.items[day->end].flags & BG_TOK_WORD && bg_text__any(c->text, s->tok, day->tok, CLASS_WHO);
}

bool bg_sentence__is_quoted(const bg_claims *c, const bg_sentence *s, uint32_t tok) {
    int open = 0;
    for (uint32_t i = s->tok; i < tok; i++) {
        const bg_token *t = &c->text->tokens.items[i];
        if (!(t->flags & BG_TOK_PUNCT)) continue;
        bool closes = i + 1 < s->end && bg_claims__is_comma(c, i + 1); /* a quotation of several sentences ends: "… ấy", ông A nói */
        if (t->value == 0x201C || (t->value == '"' && !open && !closes)) open = 1;
        else if (t->value == 0x201D || t->value == '"') open = 0;
    }
    return open;
}

#define SOURCE_WORDS 9 /* "Theo hãng thông tấn A của nước B," */

/* Where a sentence begins behind those according to whom it is told: "Theo hãng tin Reuters, ngày 15/11, …". */
static uint32_t behind_source(const bg_claims *c, const bg_sentence *s) {
    if (bg_text__at(c->text, s->tok, CLASS_ACCORDING) == BG_NONE) return s->tok;
    for (uint32_t tok = s->tok + 1; tok < s->end && tok < s->tok + SOURCE_WORDS; tok++)
        if (bg_claims__is_comma(c, tok)) return tok + 1;
    return s->tok;
}

/* Does the day at [tok, end) stand for the whole sentence: at its beginning, or set off by a comma in the lead? */
static bool dates_sentence(const bg_claims *c, const bg_sentence *s, const bg_mark *mark, bool lead) {
    if (s->caption || mark->tok < behind_source(c, s) + OPENING_WORDS) return true;
    if (follows_subject(c, s, mark) || follows_opener(c, s, mark) || (lead && follows_apposition(c, s, mark))) return true;
    if (!lead || says_today(c, s) || bg_sentence__is_quoted(c, s, mark->tok)) return false;
    return (mark->end < s->end && bg_claims__is_comma(c, mark->end)) || strcmp(bg_mark__rule(c->text, mark), "date.deictic-written") == 0;
}

bool bg_contact__tells_of(const bg_contact *contact, uint32_t sentence) {
    for (size_t i = 0; i < contact->evidence.count; i++)
        if (contact->evidence.items[i] == sentence) return true;
    return false;
}

bool bg_contact__shares_person(const bg_claims *c, const bg_contact *a, const bg_contact *b) {
    for (unsigned i = 0; i < a->people_count; i++)
        if (c->mentions->people.items[a->people[i].person].name && bg_contact__has_person(b, a->people[i].person)) return true;
    return false;
}

/* Both name people, none in common. */
static bool is_of_others(const bg_claims *c, const bg_contact *a, const bg_contact *b) {
    return bg_contact__named_people(c, a) && bg_contact__named_people(c, b) && !bg_contact__shares_person(c, a, b);
}

bool bg_contact__shows_other(const bg_claims *c, const bg_contact *contact, uint32_t sentence) {
    bool other = false;
    for (size_t i = 0; i < c->contacts.count; i++) {
        if (c->contacts.items[i].sentence != sentence) continue;
        bool elsewhere = is(contact->type, "visit") && contact->side_count > 1 && bg_contact__has_third(&c->contacts.items[i], contact); /* the stop before */
        if (is(c->contacts.items[i].type, contact->type) && !is_of_others(c, contact, &c->contacts.items[i]) && !elsewhere) return false;
        other = true;
    }
    return other && !bg_contact__tells_of(contact, sentence);
}

/* Within what somebody says, and not at the end of the sentence? */
bool bg_sentence__is_matter(const bg_claims *c, const bg_sentence *s, uint32_t day) {
    return c->mentions->dates.items[day].end + 2 <= s->end && bg_claims__is_said(c, s, c->mentions->dates.items[day].tok);
}

/* "… diễn ra trong bối cảnh A hôm 6/1 thông báo …": within a clause of what was before, or meanwhile. */
static bool is_meanwhile(const bg_claims *c, const bg_sentence *s, uint32_t day) {
    uint32_t m = bg_text__last(c->text, s->tok, day, CLASS_SINCE);
    return m != BG_NONE && c->text->marks.items[m].tok > s->tok && !bg_claims__has_punct(c, c->text->marks.items[m].end, day);
}

/* "… gửi điện tới B sau khi được tin C qua đời chiều 25/8": the day of what went before. */
static bool is_since(const bg_claims *c, const bg_contact *contact, const bg_sentence *s, const bg_date *day) {
    if (bg_contact__is_behind_deed(c, contact, s->tok, day->tok)) return true;
    bool here = contact->trigger >= s->tok && contact->trigger_end <= day->tok;
    return here ? bg_text__any(c->text, contact->trigger_end, day->tok, CLASS_SINCE) : is_meanwhile(c, s, day->tok);
}

#define WORD_BEFORE 40 /* tokens before a day */

/* The type of the last word for a contact before a day in its sentence; NULL if there is none. */
const char *bg_date__word_before(const bg_claims *c, const bg_date *d) {
    for (uint32_t tok = d->tok; tok > 0 && tok + WORD_BEFORE > d->tok; tok--) {
        const bg_token *t = &c->text->tokens.items[tok - 1];
        uint32_t m = bg_text__at(c->text, tok - 1, CLASS_CONTACT);
        if (t->flags & BG_TOK_PUNCT && t->value == '.') return NULL;
        if (m != BG_NONE && !is(bg_mark__get(c->text, &c->text->marks.items[m], KEY_WEAK), "yes")) return bg_mark__get(c->text, &c->text->marks.items[m], KEY_VALUE);
    }
    return NULL;
}

/* "Chuyến thăm của A diễn ra nhân dịp hội nghị được tổ chức từ ngày 6 đến 11/11": the last word for a contact before the days is no visit. */
bool bg_date__is_of_attended(const bg_claims *c, const bg_contact *contact, const bg_date *d) {
    const char *type = bg_date__word_before(c, d);
    return type && !is(type, "visit") && !contact->planned; /* who is to come comes for it */
}

/* "… thông báo hôm nay", "hôm nay cho biết": right beside a verb of speech. */
static bool is_told_on(const bg_claims *c, const bg_sentence *s, const bg_date *day) {
    if (day->end < s->end && bg_text__at(c->text, day->end, CLASS_SAY) != BG_NONE) return true;
    uint32_t m = bg_text__last(c->text, s->tok, day->tok, CLASS_SAY);
    return m != BG_NONE && c->text->marks.items[m].end == day->tok;
}

/* "… chúc mừng thành công của hội đàm C - D ngày 27/4": the day of what a statement is about, in which its speaker took no part. */
static bool is_of_noun(const bg_claims *c, const bg_contact *statement, const bg_sentence *s, uint32_t day) {
    uint32_t sentence = (uint32_t)(s - c->text->sentences.items);
    for (size_t i = 0; i < c->contacts.count; i++) {
        const bg_contact *noun = &c->contacts.items[i];
        if (noun == statement || noun->sentence != sentence || noun->date != day || !noun->nominal || !bg_type__is(noun->type, BG_TYPE_OF_TWO | BG_TYPE_LASTS)) continue;
        if (noun->trigger_end <= c->mentions->dates.items[day].tok && noun->side_count >= 2 && !bg_contact__has_side(noun, statement->side_count ? statement->sides[0] : NULL)) return true;
    }
    return false;
}

/* "A ngày 10/6 xác nhận … cho hội nghị thượng đỉnh B - C", "đưa tin về chuyến thăm": on that day it was spoken of; not "… khẳng định trong cuộc gặp". */
static bool is_of_telling(const bg_claims *c, const bg_contact *contact, const bg_sentence *s, const bg_mark *day) {
    uint32_t end = day->end < s->end && bg_text__at(c->text, day->end, CLASS_HELD) != BG_NONE ? day->end + 1 : day->end;
    bool cited = end < s->end && bg_text__at(c->text, end, CLASS_CITES) != BG_NONE && !is(contact->type, "statement");
    if (!cited && (!bg_type__is(contact->type, BG_TYPE_OF_TWO) || end >= s->end || bg_text__at(c->text, end, CLASS_SAY) == BG_NONE)) return false;
    for (uint32_t m = bg_text__first(c->text, end, s->end, CLASS_CONTACT); m != BG_NONE; m = bg_text__after(c->text, m, s->end, CLASS_CONTACT)) {
        const bg_mark *word = &c->text->marks.items[m];
        if (!is(bg_mark__get(c->text, word, KEY_FORM), "noun")) continue;
        uint32_t when = bg_text__last(c->text, s->tok, word->tok, CLASS_CIRCUMSTANCE);
        return when == BG_NONE || c->text->marks.items[when].end != word->tok;
    }
    return false;
}

#define PLAN_NEAR 3 /* words of "dự kiến diễn ra vào" from the plan to its day */

/* "Trước chuyến thăm dự kiến vào ngày 6/7, A đã gửi …": a day of what is to come, not of what was done. */
static bool is_of_plan(const bg_claims *c, const bg_contact *contact, const bg_sentence *s, uint32_t day) {
    uint32_t m = contact->planned ? BG_NONE : bg_text__last(c->text, s->tok, day, CLASS_PLANNED);
    const bg_mark *plan = m == BG_NONE ? NULL : &c->text->marks.items[m];
    return plan && plan->end + PLAN_NEAR >= day && is(bg_mark__get(c->text, plan, KEY_VALUE), "plan") && !bg_claims__has_punct(c, plan->end, day);
}

/* The only day of a sentence of the lead that tells of the contact: "… chiều 21/6 tại Seoul". */
uint32_t bg_sentence__only_day(const bg_claims *c, const bg_contact *contact, const bg_sentence *s) {
    uint32_t found = BG_NONE;
    for (uint32_t tok = s->tok; tok < s->end; tok++) {
        uint32_t m = bg_text__at(c->text, tok, CLASS_DATE), ref = m == BG_NONE ? BG_NONE : c->text->marks.items[m].ref;
        if (ref == BG_NONE) continue;
        const bg_date *day = &c->mentions->dates.items[ref];
        if (contact->planned && bg_date__is_unknown_day(day) && is_told_on(c, s, day)) continue; /* "…, Bộ Ngoại giao thông báo hôm nay" */
        if (found != BG_NONE || !bg_date__names_day(day, contact) || is_since(c, contact, s, day) || is_of_plan(c, contact, s, day->tok) || is_of_telling(c, contact, s, &c->text->marks.items[m]) || bg_contact__dates_saying(c, contact, day, s, BG_SAID_REACH)) return BG_NONE;
        if (day->day2 ? is(contact->type, "visit") && bg_date__is_of_attended(c, contact, day) : bg_contact__is_ended(c, contact, s)) return BG_NONE;
        found = ref;
        tok = c->text->marks.items[m].end - 1;
    }
    bool matter = found != BG_NONE && is(contact->type, "statement") && (bg_sentence__is_matter(c, s, found) || is_of_noun(c, contact, s, found));
    return matter ? BG_NONE : found;
}

static bool is_said(const bg_claims *c, uint32_t tok) {
    if (bg_text__at(c->text, tok, CLASS_CITES) != BG_NONE) return true;
    return bg_text__at(c->text, tok, CLASS_SAY) != BG_NONE && bg_text__over(c->text, tok ? tok - 1 : tok, tok, CLASS_PLANNED) == BG_NONE; /* "được ấn định" */
}

/* "A sẽ tới B vào lúc 7h ngày 27/4, C cho biết": the day closes what is to come, and who told of it stands behind a comma. */
static bool closes_plan(const bg_claims *c, const bg_sentence *s, const bg_date *day) {
    return day->end < s->end && c->text->tokens.items[day->end].flags & BG_TOK_PUNCT && !bg_text__is(c->text, day->end + 1, CLASS_SAY) && bg_text__any(c->text, s->tok, day->tok, CLASS_PLANNED);
}

#define TELLER_REACH 6 /* words of who tells, between a comma and the day */

/* "A tới thăm B, Guardian ngày 23/5 đưa tin": behind a comma who told it, and when. */
static bool tells_behind(const bg_claims *c, const bg_contact *contact, const bg_date *day, const bg_sentence *s) {
    if (day->tok < contact->trigger_end || day->end >= s->end || !is_said(c, day->end)) return false;
    for (uint32_t tok = day->tok; tok > contact->trigger_end && tok + TELLER_REACH > day->tok; tok--)
        if (bg_claims__is_comma(c, tok - 1)) return tok < day->tok;
    return false;
}

/* "…, ông A ngày 7/10 phát biểu …": right behind the day, and nothing of what is to come in its clause. */
static bool is_spoken_on(const bg_claims *c, const bg_sentence *s, const bg_date *day) {
    uint32_t m = day->end < s->end ? bg_text__at(c->text, day->end, CLASS_WITHIN) : BG_NONE, from = day->tok;
    if (m == BG_NONE || is(bg_mark__get(c->text, &c->text->marks.items[m], KEY_VALUE), "at")) return false;
    while (from > s->tok && !(c->text->tokens.items[from - 1].flags & BG_TOK_PUNCT)) from--;
    return !bg_text__any(c->text, from, day->tok, CLASS_PLANNED);
}

/* "… ngày 29/5 thông báo A sẽ gặp B", "cuộc gặp được thông báo hôm 29/5": when it was told. */
bool bg_contact__dates_saying(const bg_claims *c, const bg_contact *contact, const bg_date *day, const bg_sentence *s, uint32_t reach) {
    uint32_t end = contact->trigger > day->end && contact->trigger < s->end ? contact->trigger : s->end;
    if (tells_behind(c, contact, day, s)) return true;
    if (contact->planned && is_spoken_on(c, s, day)) return true;
    if (closes_plan(c, s, day)) end = day->end;
    for (uint32_t tok = day->end; contact->planned && tok < end && tok < day->end + reach; tok++)
        if (is_said(c, tok)) return true;
    uint32_t from = day->tok > contact->trigger_end + BG_SAID_REACH ? day->tok - BG_SAID_REACH : contact->trigger_end;
    if (is(contact->type, "letter") && from <= contact->trigger_end + 1) from = contact->trigger_end + 2; /* "bức thư được gửi hôm 23/2": that is what is done with it */
    for (uint32_t tok = from; (contact->planned || contact->nominal) && tok < day->tok; tok++)
        if (is_said(c, tok) && bg_text__at(c->text, tok, CLASS_SAY) != BG_NONE && c->text->marks.items[bg_text__at(c->text, tok, CLASS_SAY)].end + 2 >= day->tok) return true;
    return false;
}

/* "Tối 5/11, A về đến Hà Nội, kết thúc chuyến thăm": the day of what lasts is its last. "Kết thúc chuyến thăm B, A tới C" is of another journey. */
bool bg_contact__is_ended(const bg_claims *c, const bg_contact *contact, const bg_sentence *s) {
    uint32_t m = bg_type__is(contact->type, BG_TYPE_LASTS) ? bg_text__first(c->text, s->tok, s->end, CLASS_ENDS) : BG_NONE;
    bool behind = m != BG_NONE && !contact->nominal && contact->trigger > c->text->marks.items[m].end && contact->trigger < s->end &&
                  bg_claims__has_punct(c, c->text->marks.items[m].end, contact->trigger); /* "kết thúc chuyến thăm A và thăm B" */
    return m != BG_NONE && !behind;
}

/* A day that dates what the sentence tells; elsewhere in it a date may belong to anything. */
uint32_t bg_contact__opening_day(const bg_claims *c, const bg_contact *contact, const bg_sentence *s, bool lead) {
    for (uint32_t tok = s->tok; tok < s->end; tok++) {
        uint32_t m = bg_text__at(c->text, tok, CLASS_DATE), ref = m == BG_NONE ? BG_NONE : c->text->marks.items[m].ref;
        if (ref == BG_NONE || !bg_date__names_day(&c->mentions->dates.items[ref], contact)) continue;
        if (!c->mentions->dates.items[ref].day2 && bg_contact__is_ended(c, contact, s)) continue;
        const bg_mark *day = &c->text->marks.items[m];
        if (is_meanwhile(c, s, day->tok) || is_of_plan(c, contact, s, day->tok) || is_of_telling(c, contact, s, day)) continue;
        if (dates_sentence(c, s, day, lead) && !bg_contact__dates_saying(c, contact, &c->mentions->dates.items[ref], s, BG_SAID_REACH)) return ref;
    }
    return BG_NONE;
}
