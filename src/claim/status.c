/* status: is a contact still to come? What stands before and behind the word that names it says so; without such words it was held. */
#include "merge.h"

#define VERB_REACH 12   /* words before a verb */
#define NOUN_REACH 2    /* … before a noun */
#define AHEAD_BEHIND 2  /* "hội đàm tuần tới" */
#define NOUN_BEHIND 4   /* … behind a noun and its parties */
#define CLAUSE_REACH 24 /* words of a clause behind a noun up to its verb */
#define PREPARE_REACH 6 /* "chuẩn bị chu đáo cho chuyến thăm" */
#define IDEA_REACH 1   /* "khả năng một cuộc gặp" */
#define DENY_REACH 6    /* words before a verb in which "sẽ không" stands */
#define NEAR_VERB 2     /* words between "nên", "tìm cách" and the verb */
#define OPENING 3       /* words of a sentence that say when all of it is: "Sắp tới, …" */

static const bg_mark *mark_of(const bg_claims *c, uint32_t tok, unsigned klass) {
    uint32_t m = bg_text__at(c->text, tok, klass);
    return m == BG_NONE ? NULL : &c->text->marks.items[m];
}

static const char *value_of(const bg_claims *c, const bg_mark *mark) { return mark ? bg_mark__get(c->text, mark, KEY_VALUE) : NULL; }

/* The last mark of the class that begins in [tok, end); NULL if there is none. */
static const bg_mark *last_of(const bg_claims *c, uint32_t tok, uint32_t end, unsigned klass) {
    uint32_t m = bg_text__last(c->text, tok, end, klass);
    return m == BG_NONE ? NULL : &c->text->marks.items[m];
}

/* "Theo lời mời của …", "theo đề nghị của …": the occasion, not the wish. */
static bool is_occasion(const bg_claims *c, const bg_sentence *s, const bg_mark *planned) {
    uint32_t m = bg_text__over(c->text, s->tok, planned->tok, CLASS_OCCASION);
    return m != BG_NONE && c->text->marks.items[m].tok < planned->tok;
}

/* "khẳng định sẽ thúc đẩy quan hệ khi tiếp B": what is pledged is to come, not the meeting. */
static bool is_pledge_at(const bg_claims *c, const bg_contact *contact, const bg_mark *planned, const bg_sentence *s) {
    const bg_mark *when = last_of(c, planned->end, contact->trigger, CLASS_CIRCUMSTANCE);
    bool joins = when && (when->end == contact->trigger || (when->end == contact->tok && !contact->nominal)); /* "khi hai lãnh đạo điện đàm" */
    if (!joins || planned->tok == s->tok) return false;
    for (uint32_t i = planned->tok; i > s->tok && i + 4 > planned->tok; i--) {
        const bg_mark *say = mark_of(c, i - 1, CLASS_SAY);
        if (say && say->end >= planned->tok) return true;
    }
    return false;
}

/* "A đề xuất hợp tác trong thời gian tới khi gặp B": what is to come is what was spoken of. */
static bool is_timed(const bg_claims *c, const bg_contact *contact, const bg_sentence *s) {
    const bg_mark *when = last_of(c, s->tok, contact->trigger, CLASS_CIRCUMSTANCE);
    return when && when->end == contact->trigger;
}

/* Of the words before it the last decides: "đã gửi lời mời … thăm" is to come, "sẽ …, đã gặp" is not. */
static bool is_planned_before(const bg_claims *c, const bg_contact *contact, const bg_sentence *s, uint32_t from) {
    const bg_mark *planned = last_of(c, from, contact->trigger, CLASS_PLANNED);
    const bg_mark *held = last_of(c, contact->tok, contact->trigger, CLASS_HELD);
    const char *value = value_of(c, planned);
    if (!planned || is(value, "ought") || (is(value, "seek") && planned->end + NEAR_VERB < contact->trigger)) return false;
    if (is_timed(c, contact, s) && (is(value, "may") || is(value, "agreed") || is(value, "invite"))) return false;
    bool goes_on = held && held->tok == planned->end && is(value_of(c, held), "now") && !is(value, "may"); /* "sẽ tiếp tục tổ chức", not "có thể đang thăm" */
    return !is_occasion(c, s, planned) && !is_pledge_at(c, contact, planned, s) && (!held || held->tok < planned->end || goes_on);
}

/* "sắp tới", "tuần tới", "ngày mai" at one of the tokens [tok, end). */
static bool is_ahead(const bg_claims *c, uint32_t tok, uint32_t end) {
    return bg_text__any(c->text, tok, end, CLASS_TOCOME);
}

static bool takes_place(const bg_claims *c, uint32_t tok) { return bg_text__is(c->text, tok, CLASS_TAKESPLACE); }

static bool will_take_place_at(const bg_claims *c, const bg_mark *planned, const bg_sentence *s) {
    const bg_mark *not = planned->end < s->end ? mark_of(c, planned->end, CLASS_PLANNED) : NULL; /* "có thể không diễn ra" */
    if (not && is(value_of(c, not), "not") && not->end < s->end) return takes_place(c, not->end);
    return takes_place(c, planned->tok) || (planned->end < s->end && takes_place(c, planned->end));
}

/* "Hội nghị … về ASEAN (WEF ASEAN) sẽ chính thức diễn ra": the first word of tense in its clause says that it will take place. */
static bool will_take_place(const bg_claims *c, uint32_t tok, const bg_sentence *s) {
    for (uint32_t i = tok; i < s->end && i < tok + CLAUSE_REACH; i++) {
        const bg_token *t = &c->text->tokens.items[i];
        const bg_mark *planned = mark_of(c, i, CLASS_PLANNED);
        if (planned && is(bg_mark__get(c->text, planned, KEY_CANCELLED), "yes")) return true; /* "Cuộc gặp giữa A và B … đã bị hủy" */
        if (planned) return (is(value_of(c, planned), "will") || is(value_of(c, planned), "plan") || is(value_of(c, planned), "may")) && will_take_place_at(c, planned, s);
        if (t->flags & BG_TOK_PUNCT && (t->value == ',' || t->value == ';' || t->value == ':')) return false;
        const bg_mark *held = mark_of(c, i, CLASS_HELD);
        if ((held && !is(value_of(c, held), "now")) || bg_text__at(c->text, i, CLASS_SAY) != BG_NONE) return false; /* "vẫn sẽ diễn ra" */
    }
    return false;
}

/* "Cuộc gặp dự kiến …", "chuyến thăm sẽ diễn ra", "hội đàm bị hoãn"; not "hội đàm sẽ thúc đẩy". */
static bool is_planned_behind(const bg_claims *c, uint32_t tok, const bg_sentence *s) {
    uint32_t near = tok + AHEAD_BEHIND < s->end ? tok + AHEAD_BEHIND : s->end, far = tok + NOUN_BEHIND < s->end ? tok + NOUN_BEHIND : s->end;
    if (is_ahead(c, tok, near)) return true;
    for (uint32_t m = bg_text__first(c->text, tok, far, CLASS_PLANNED); m != BG_NONE; m = bg_text__after(c->text, m, far, CLASS_PLANNED)) {
        const bg_mark *planned = &c->text->marks.items[m];
        const char *value = value_of(c, planned);
        if (is(value, "plan") || is(value, "cancel")) return true;
        if (is(value, "will") && will_take_place_at(c, planned, s)) return true;
    }
    return will_take_place(c, tok, s);
}

/* "lên kế hoạch cho các cuộc gặp", "chuẩn bị chu đáo cho chuyến thăm". */
static bool is_prepared(const bg_claims *c, const bg_contact *contact, const bg_sentence *s) {
    uint32_t from = contact->tok > s->tok + PREPARE_REACH ? contact->tok - PREPARE_REACH : s->tok;
    const bg_mark *found = last_of(c, from, contact->tok, CLASS_PREPARE);
    if (found && is(value_of(c, found), "idea") && found->end + IDEA_REACH < contact->tok) return false; /* "nêu khả năng đó trong cuộc gặp" */
    if (found && is(value_of(c, found), "ask") && is_timed(c, contact, s)) return false; /* "kêu gọi kiềm chế trong cuộc gặp" */
    return found && !bg_claims__has_punct(c, found->end, contact->tok);
}

/* "Sắp tới, nhân chuyến thăm …", "A thăm B tuần tới": the sentence is of what is to come. */
static bool tells_ahead(const bg_claims *c, const bg_contact *contact, const bg_sentence *s) {
    uint32_t opening = s->tok + OPENING < contact->trigger ? s->tok + OPENING : contact->trigger;
    uint32_t far = contact->end + NOUN_BEHIND < s->end ? contact->end + NOUN_BEHIND : s->end;
    uint32_t other = bg_text__next(c->text, contact->end, far, CLASS_CONTACT); /* "về cuộc gặp ngày mai" */
    if (other < far) far = other;
    bool between = !contact->nominal && contact->tok < contact->trigger && !is_timed(c, contact, s) && is_ahead(c, contact->tok, contact->trigger); /* "A ngày mai thăm B" */
    between |= contact->nominal && is_ahead(c, contact->trigger_end, contact->end); /* "chuyến thăm B sắp tới của A" */
    if (!between && !is_ahead(c, s->tok, opening) && !is_ahead(c, contact->end, far)) return false;
    const bg_mark *held = last_of(c, s->tok, contact->trigger, CLASS_HELD);
    return !held || (contact->nominal && is(value_of(c, held), "now")); /* "đang bàn về cuộc gặp … tháng tới" */
}

/* "sẽ phát biểu tại hội nghị": what one is to attend is to come. */
static bool is_attended(const bg_claims *c, const bg_contact *contact, const bg_sentence *s) {
    bool at = is_timed(c, contact, s) && is(contact->type, "ceremony"); /* "sẽ phát biểu … tại lễ …" */
    if (!at && (!bg_type__is(contact->type, BG_TYPE_LASTS) || is(contact->type, "visit"))) return false;
    uint32_t reach = at ? CLAUSE_REACH : VERB_REACH, from = contact->trigger > s->tok + reach ? contact->trigger - reach : s->tok;
    const bg_mark *planned = last_of(c, from, contact->trigger, CLASS_PLANNED);
    if (!planned || !(is(value_of(c, planned), "will") || is(value_of(c, planned), "plan"))) return false;
    return !bg_claims__has_punct(c, planned->end, contact->trigger) && !bg_text__any(c->text, planned->end, contact->trigger, CLASS_HELD);
}

/* Where what may be said of a noun begins: two words before it, or a longer phrase that ends there ("nhất trí tổ chức một cuộc họp"). */
static uint32_t words_before_noun(const bg_claims *c, const bg_contact *contact, const bg_sentence *s) {
    uint32_t near = contact->tok > s->tok + NOUN_REACH ? contact->tok - NOUN_REACH : s->tok;
    uint32_t far = contact->tok > s->tok + PREPARE_REACH ? contact->tok - PREPARE_REACH : s->tok;
    const bg_mark *planned = last_of(c, far, near, CLASS_PLANNED);
    return planned && planned->end >= near && planned->end > planned->tok + 1 ? planned->tok : near;
}

#define INVITE_REACH 30 /* words from an invitation, over who sends it to whom, to the verb of the visit */

/* "chuyển lời mời của Thủ tướng A tới Thủ tướng B sang thăm C", "Lời mời A thăm B được đưa ra …". */
static bool is_invited(const bg_claims *c, const bg_contact *visit, const bg_sentence *s) {
    if (visit->nominal || !(is(visit->type, "visit") || is(visit->type, "conference"))) return false;
    uint32_t from = visit->trigger > s->tok + INVITE_REACH ? visit->trigger - INVITE_REACH : s->tok;
    const bg_mark *invite = last_of(c, from, visit->trigger, CLASS_PLANNED), *letter = last_of(c, from, visit->trigger, CLASS_INVITATION);
    if (!invite || !is(value_of(c, invite), "invite")) invite = letter;
    if (!invite || is_occasion(c, s, invite)) return false;
    for (uint32_t tok = invite->end; tok < visit->trigger; tok++)
        if (bg_claims__is_comma(c, tok) || bg_text__at(c->text, tok, CLASS_HELD) != BG_NONE) return false;
    return true;
}

/* Where what may be said of a verb begins; the name of a delegation may be long: "sẽ dẫn đầu Đoàn đại biểu cấp cao … thăm". */
static uint32_t words_before_verb(const bg_claims *c, const bg_contact *contact, const bg_sentence *s) {
    uint32_t near = contact->trigger > s->tok + VERB_REACH ? contact->trigger - VERB_REACH : s->tok;
    uint32_t far = contact->trigger > s->tok + CLAUSE_REACH ? contact->trigger - CLAUSE_REACH : s->tok;
    const bg_mark *planned = last_of(c, far, near, CLASS_PLANNED);
    bool leads = planned && bg_text__is(c->text, planned->end, CLASS_LEADS);
    return leads && !bg_claims__has_punct(c, planned->end, contact->trigger) ? planned->tok : near;
}

/* "A và B dự kiến thảo luận về … khi hai người gặp nhau vào tháng 11": when they are to do so. */
static bool is_when_to_come(const bg_claims *c, const bg_contact *contact, const bg_sentence *s) {
    uint32_t from = contact->tok < contact->trigger ? contact->tok : contact->trigger, m = bg_text__ends_at(c->text, s->tok, from, CLASS_CIRCUMSTANCE, 2);
    if (m == BG_NONE) m = bg_text__ends_at(c->text, s->tok, from = contact->trigger, CLASS_CIRCUMSTANCE, 2); /* "… thỏa thuận với C khi gặp B" */
    uint32_t since = bg_text__ends_at(c->text, s->tok, from, CLASS_SINCE, 3);
    if (contact->nominal || s->title || m == BG_NONE || is(contact->type, "other")) return false;
    if (since != BG_NONE && c->text->marks.items[since].tok < c->text->marks.items[m].tok) return false; /* "kể từ khi" */
    const bg_mark *planned = last_of(c, s->tok, c->text->marks.items[m].tok, CLASS_PLANNED);
    if (!planned || planned->tok == s->tok || !(is(value_of(c, planned), "will") || is(value_of(c, planned), "plan"))) return false;
    for (uint32_t tok = planned->end; tok < contact->trigger; tok++)
        if (bg_claims__is_comma(c, tok) || bg_text__at(c->text, tok, CLASS_HELD) != BG_NONE) return false;
    return !bg_text__any(c->text, s->tok, planned->tok, CLASS_SAY);
}

/* "hy vọng chuyến thăm của A là bước đi đầu tiên": what is hoped is not the visit. */
static bool is_hoped_of(const bg_claims *c, const bg_contact *contact, const bg_sentence *s) {
    const bg_mark *planned = last_of(c, words_before_noun(c, contact, s), contact->tok, CLASS_PLANNED);
    if (!planned || !is(value_of(c, planned), "may") || contact->end >= s->end) return false;
    return bg_text__at(c->text, contact->end, CLASS_EQUALS) != BG_NONE;
}

/* "A sẽ ký hiệp định trong chuyến thăm B", "A cho biết dự định bàn về … khi tới B": where one is to do something is to come; not where one says what will be. */
static bool is_for_deed(const bg_claims *c, const bg_contact *contact, const bg_sentence *s) {
    if (!contact->nominal || s->title || !is_timed(c, contact, s)) return false;
    const bg_mark *planned = last_of(c, s->tok, contact->trigger, CLASS_PLANNED);
    if (!planned || planned->tok == s->tok || planned->end >= s->end || !(is(value_of(c, planned), "will") || is(value_of(c, planned), "plan"))) return false;
    uint32_t behind = contact->end + NOUN_BEHIND < s->end ? contact->end + NOUN_BEHIND : s->end; /* "… trong chuyến thăm B hồi đầu tuần" */
    if (bg_claims__has_punct(c, planned->end, contact->trigger) || bg_text__any(c->text, planned->end, behind, CLASS_HELD) || bg_text__is(c->text, planned->end, CLASS_EQUALS)) return false;
    const bg_mark *say = mark_of(c, planned->end, CLASS_SAY);
    return (say && is(value_of(c, say), "discusses")) || !bg_text__any(c->text, s->tok, planned->tok, CLASS_SAY);
}

bool bg_contact__is_planned(const bg_claims *c, const bg_contact *contact, const bg_sentence *s) {
    if (tells_ahead(c, contact, s) || is_invited(c, contact, s) || is_when_to_come(c, contact, s) || is_for_deed(c, contact, s)) return true;
    if (!contact->nominal) return is_planned_before(c, contact, s, words_before_verb(c, contact, s));
    uint32_t from = words_before_noun(c, contact, s);
    return is_planned_behind(c, contact->end, s) || is_planned_behind(c, contact->trigger_end, s) || is_prepared(c, contact, s) ||
           is_attended(c, contact, s) || (is_planned_before(c, contact, s, from) && !is_hoped_of(c, contact, s));
}

/* The token behind the last word that invites before a contact, else the sentence's first: what stands before it dates the inviting. */
uint32_t bg_contact__invited_from(const bg_claims *c, const bg_contact *contact, const bg_sentence *s) {
    const bg_mark *planned = contact->planned ? last_of(c, s->tok, contact->trigger, CLASS_PLANNED) : NULL;
    return planned && is(value_of(c, planned), "invite") ? planned->end : s->tok;
}

/* "cuộc gặp … sẽ không diễn ra": the first word of tense in its clause says so. */
static bool fails_to_take_place(const bg_claims *c, uint32_t tok, const bg_sentence *s) {
    uint32_t m = bg_text__first(c->text, tok, s->end, CLASS_PLANNED);
    const bg_mark *not = m == BG_NONE ? NULL : &c->text->marks.items[m];
    if (!not || !is(value_of(c, not), "not") || not->tok > tok + CLAUSE_REACH || not->end >= s->end || !takes_place(c, not->end)) return false;
    for (uint32_t i = tok; i < not->tok; i++)
        if (bg_claims__is_comma(c, i) || bg_text__at(c->text, i, CLASS_HELD) != BG_NONE) return false;
    return true;
}

/* "A nên gọi điện cho B": somebody's advice, no contact; "… nên A gặp B" is why he does. */
static bool is_advised(const bg_claims *c, const bg_contact *contact) {
    const bg_mark *ought = contact->nominal || contact->tok >= contact->trigger ? NULL : last_of(c, contact->tok, contact->trigger, CLASS_PLANNED);
    return ought && is(value_of(c, ought), "ought") && ought->tok > contact->tok && ought->end + NEAR_VERB >= contact->trigger && !bg_claims__has_punct(c, ought->end, contact->trigger);
}

/* "Theo quy định, Đại sứ trình Quốc thư lên Chủ tịch nước …": a sentence without a day on what is done in general. */
bool bg_sentence__is_ruled(const bg_claims *c, const bg_sentence *s) {
    return bg_text__at(c->text, s->tok, CLASS_RULED) != BG_NONE && !bg_text__any(c->text, s->tok, s->end, CLASS_DATE);
}

/* "chưa từng gặp", "sẽ không gặp": there is no contact at all. */
bool bg_contact__is_denied(const bg_claims *c, const bg_contact *contact, const bg_sentence *s) {
    if (is(contact->type, "statement")) return false;
    if (!s->title && bg_sentence__is_ruled(c, s)) return true;
    if (contact->nominal) return fails_to_take_place(c, contact->end, s);
    if (is_advised(c, contact)) return true;
    uint32_t from = contact->trigger > s->tok + DENY_REACH ? contact->trigger - DENY_REACH : s->tok;
    const bg_mark *planned = last_of(c, from, contact->trigger, CLASS_PLANNED);
    return planned && is(value_of(c, planned), "not") && planned->end + 1 >= contact->trigger && !bg_claims__has_punct(c, planned->end, contact->trigger);
}

#define PRESS_REACH 3 /* words between a verb and the press: "với các" */

/* "trao đổi với phóng viên", "trò chuyện cùng tờ X": an interview is no contact of states. */
bool bg_contact__is_interview(const bg_claims *c, const bg_contact *contact, const bg_sentence *s) {
    static const unsigned press[] = {CLASS_PRESS, CLASS_OUTLET, CLASS_AGENCY};
    if (!is(contact->type, "meeting")) return false;
    for (uint32_t tok = contact->trigger; tok < s->end && tok < contact->trigger_end + PRESS_REACH; tok++) {
        if (c->text->tokens.items[tok].flags & BG_TOK_PUNCT || bg_text__at(c->text, tok, CLASS_WHO) != BG_NONE) return false;
        uint32_t side = bg_text__at(c->text, tok, CLASS_SIDE); /* "tiếp đoàn nhà báo Lào": they came as guests */
        if (side != BG_NONE && bg_mark__get(c->text, bg_claims__mark(c, side), KEY_DELEGATION)) return false;
        for (size_t i = 0; i < BG_COUNT(press); i++)
            if (tok >= contact->trigger_end - 1 && bg_text__at(c->text, tok, press[i]) != BG_NONE) return true;
        if (is(value_of(c, mark_of(c, tok, CLASS_PERSONNOUN)), "press")) return true;
    }
    return false;
}

/* On a page about what is to come, what is told as of a day within it, and not with "đã", is to come. */
void bg_contact__follow_main(bg_claims *claims) {
    const bg_contact *main = NULL;
    for (size_t i = 0; i < claims->contacts.count && !main; i++)
        if (claims->contacts.items[i].main) main = &claims->contacts.items[i];
    const bg_date *when = main && main->planned ? bg_contact__date(claims, main) : NULL;
    if (!when || !when->day) return;
    for (size_t i = 0; i < claims->contacts.count; i++) {
        bg_contact *contact = &claims->contacts.items[i];
        const bg_date *d = bg_contact__date(claims, contact);
        bool within = d && d->day && d->month == when->month && d->year == when->year && d->day >= when->day && d->day <= (when->day2 ? when->day2 : when->day);
        if (contact->merged == BG_NONE && within && !contact->past) contact->planned = true;
    }
}

/* Does a sentence that tells of the visit say that it was made, goes on or ends? */
static bool is_told_made(const bg_claims *c, const bg_contact *visit) {
    const bg_date *d = bg_contact__date(c, visit);
    if (d && d->deictic && !d->vague && d->shift <= 0) return true; /* "đêm qua" */
    for (size_t i = 0; i < visit->evidence.count; i++) {
        const bg_sentence *s = &c->text->sentences.items[visit->evidence.items[i]];
        if (bg_contact__is_ended(c, visit, s) || bg_text__any(c->text, s->tok, s->end, CLASS_HELD)) return true;
    }
    return false;
}

#define AHEAD_SENTENCES 2 /* of the body, in which the month of a title is told to be ahead */

/* "A tới B vào tháng 11" in the title, and behind it "tháng 11 tới đây". */
static bool is_month_ahead(const bg_claims *c, const bg_contact *visit) {
    const bg_date *d = bg_contact__date(c, visit);
    for (size_t i = 0; i < c->text->sentences.count && visit->in_title && d && d->month && !d->day && c->body_before[i] < AHEAD_SENTENCES; i++) {
        const bg_sentence *s = &c->text->sentences.items[i];
        for (uint32_t m = bg_text__first(c->text, s->tok, s->end, CLASS_DATE); m != BG_NONE; m = bg_text__after(c->text, m, s->end, CLASS_DATE)) {
            uint32_t ref = c->text->marks.items[m].ref;
            if (ref != BG_NONE && c->mentions->dates.items[ref].toward > 0 && c->mentions->dates.items[ref].month == d->month) return true;
        }
    }
    return false;
}

/* "Chiều 18/9, A đi dạo nhân chuyến thăm B": on that day the guest is there. The date's index; BG_NONE: several, none, or it is to come. */
static uint32_t day_of_deed(const bg_claims *c, const bg_contact *visit) {
    const bg_sentence *s = &c->text->sentences.items[visit->sentence];
    uint32_t found = BG_NONE;
    if (!visit->timed || s->title || bg_text__any(c->text, s->tok, s->end, CLASS_PLANNED)) return BG_NONE;
    for (uint32_t m = bg_text__first(c->text, s->tok, s->end, CLASS_DATE); m != BG_NONE; m = bg_text__after(c->text, m, s->end, CLASS_DATE)) {
        uint32_t ref = c->text->marks.items[m].ref;
        if (ref == BG_NONE || found != BG_NONE) return BG_NONE;
        found = ref;
    }
    const bg_date *d = found == BG_NONE ? NULL : &c->mentions->dates.items[found];
    return d && ((d->day && !d->day2) || (d->deictic && !d->vague && d->shift <= 0)) && d->toward <= 0 ? found : BG_NONE;
}

static bool is_time_of_deed(const bg_claims *c, bg_contact *visit) {
    uint32_t day = day_of_deed(c, visit);
    if (day != BG_NONE && visit->date == BG_NONE) visit->date = day;
    return day != BG_NONE;
}

/* "Trong chuyến thăm B từ 23 đến 25/5, A sẽ gặp C": a visit named by nouns alone is to come when what the guest does there is. */
void bg_contact__check_visit(bg_claims *c, bg_contact *visit) {
    int coming = 0, made = 0;
    if (!is(visit->type, "visit") || visit->planned || visit->tensed || visit->past || visit->outcome || is_told_made(c, visit) || is_time_of_deed(c, visit)) return;
    if ((visit->planned = is_month_ahead(c, visit))) return;
    for (size_t i = 0; i < c->contacts.count && i < BG_CONTACTS_NEAR; i++) {
        const bg_contact *other = &c->contacts.items[i];
        bool of_guest = visit->people_count && bg_contact__has_person(other, visit->people[0].person);
        if (other == visit || other->merged != BG_NONE || other->bare || is(other->type, "statement") || !of_guest || bg_contact__of_past(c, other)) continue;
        if (other->planned) coming += !other->invited;
        else made += !other->told;
    }
    visit->planned = coming > made;
}

/* Do both name the same two, or only their states? */
static bool is_of_same_two(const bg_claims *c, const bg_contact *one, const bg_contact *other) {
    unsigned shared = 0, named = bg_contact__named_people(c, one), others = bg_contact__named_people(c, other);
    for (unsigned i = 0; i < one->people_count; i++) shared += bg_contact__has_person(other, one->people[i].person);
    return bg_contact__same_sides(one, other) && (shared >= 2 || shared == named || shared == others);
}

/* Neither a noun nor a title ("khi A gặp B") says anything of tense by itself. */
static bool is_tenseless(const bg_contact *contact) {
    return (contact->nominal || contact->in_title) && !contact->planned && !contact->past && !contact->tensed && !contact->held && !contact->outcome;
}

/* Does the title say what will be, in words of its own: "A và B sẽ bàn gì ở C?", "Báo X nói thượng đỉnh A - B sẽ diễn ra ở C"? */
static bool title_tells_coming(const bg_claims *c, const bg_contact *contact) {
    const bg_sentence *title = bg_title__find(c);
    uint32_t m = title ? bg_text__first(c->text, title->tok, title->end, CLASS_PLANNED) : BG_NONE;
    const bg_mark *will = m == BG_NONE ? NULL : &c->text->marks.items[m];
    if (!will || !is(value_of(c, will), "will") || mark_of(c, will->tok, CLASS_PREPARE) || bg_text__any(c->text, title->tok, will->tok, CLASS_HELD)) return false;
    if (!contact->in_title && !bg_title__names_sides(c, title, contact) && !bg_title__has_type(c, contact->type)) return false;
    uint32_t from = title->tok;
    for (uint32_t tok = title->tok; tok < will->tok; tok++) {
        const bg_mark *say = mark_of(c, tok, CLASS_SAY);
        const bg_mark *deed = mark_of(c, tok, CLASS_CONTACT);
        bool does = deed && is(bg_mark__get(c->text, deed, KEY_FORM), "verb"); /* "A tới B chuẩn bị hội đàm" */
        if (does || bg_text__is_sign(c->text, tok, ':') || bg_text__is_sign(c->text, tok, '\'') || bg_text__is_sign(c->text, tok, '"') || bg_text__at(c->text, tok, CLASS_SINCE) != BG_NONE) return false;
        if (say) from = say->end;
    }
    return from == title->tok || bg_text__any(c->text, from, will->tok, CLASS_CONTACT); /* nobody's words, unless they are of the contact */
}

/* Does the word of the contact stand in the title, right behind "trước giờ", "trước cuộc"? */
static bool is_behind_ahead(const bg_claims *c, const bg_contact *told, const bg_sentence *title) {
    uint32_t m = told->sentence == (uint32_t)(title - c->text->sentences.items) ? bg_text__last(c->text, title->tok, told->trigger + 1, CLASS_AHEAD) : BG_NONE;
    return m != BG_NONE && told->trigger <= c->text->marks.items[m].end; /* "trước [cuộc] gặp" is a word of both */
}

/* "A nói gì trước giờ gặp B?": they were still to meet when the page was written, unless the text tells that they did. */
static bool title_tells_ahead(const bg_claims *c, const bg_contact *contact) {
    const bg_sentence *title = bg_title__find(c);
    bool ahead = false;
    for (size_t i = 0; title && !contact->held && i < c->contacts.count && i < BG_CONTACTS_NEAR; i++) {
        const bg_contact *told = &c->contacts.items[i];
        if (told != contact && (told->merged == BG_NONE || &c->contacts.items[told->merged] != contact)) continue;
        if (is(value_of(c, last_of(c, told->tok, told->trigger, CLASS_HELD)), "done")) return false; /* "trước đó", "mới" are of something else as well */
        ahead |= is_behind_ahead(c, told, title);
    }
    return ahead;
}

/* The page's news, of which nothing tells whether it was: what its title says will be. */
void bg_contact__check_title(bg_claims *c, bg_contact *contact) {
    const bg_date *d = bg_contact__date(c, contact);
    bool lasts = is(contact->type, "visit") || is(contact->type, "conference") || bg_type__is(contact->type, BG_TYPE_OF_TWO);
    if (lasts && title_tells_ahead(c, contact)) contact->planned = true;
    bool open = is_tenseless(contact) || (bg_contact__is_noun(c, contact) && !contact->planned && !contact->past && !contact->held);
    if (!lasts || !open || (d && (d->day || d->deictic)) || bg_contact__of_past(c, contact)) return;
    contact->planned = title_tells_coming(c, contact);
}

/* A day, or a month that is said to lie ahead: "vào tháng 5 tới". */
static bool names_coming(const bg_date *d) { return d && ((d->day && d->toward >= 0) || (d->month && d->toward > 0)); }

/* Of the same kind of contact, as far as its word says. */
static bool meets(const bg_contact *contact, const bg_contact *other) {
    return bg_type__alike(contact->type, other->type) || is(contact->type, "conference") || is(other->type, "conference");
}

/* The contact to come, with its time, of the two who meet in this one; NULL: none, or the page tells that they have met on another day. */
static const bg_contact *coming_of(const bg_claims *c, const bg_contact *contact) {
    const bg_contact *coming = NULL, *day = NULL; /* … and what has a day, and no tense */
    for (size_t i = 0; i < c->contacts.count && i < BG_CONTACTS_NEAR; i++) {
        const bg_contact *other = &c->contacts.items[i];
        if (other == contact || other->merged != BG_NONE || !meets(contact, other) || !is_of_same_two(c, contact, other)) continue;
        bool open = contact->planned || other->planned || other->in_caption || bg_contact__of_past(c, other);
        if (!open && !is_tenseless(other)) return NULL;
        if (!open && other->date != BG_NONE) day = other;
        if (other->planned && names_coming(bg_contact__date(c, other)) && !coming) coming = other;
    }
    return coming && (!day || bg_date__fits(bg_contact__date(c, coming), bg_contact__date(c, day))) ? coming : NULL;
}

/* "Cuộc gặp A - B ở C …" on a page that tells elsewhere, with its day, that the two are to meet. */
void bg_contact__check_meeting(bg_claims *c, bg_contact *contact) {
    const bg_date *has = bg_contact__date(c, contact);
    bool open = is_tenseless(contact) || (contact->planned && !contact->off && !contact->cancelled);
    if (!open || (has && (has->day || has->deictic)) || !(bg_type__is(contact->type, BG_TYPE_OF_TWO) || is(contact->type, "conference"))) return;
    const bg_contact *coming = coming_of(c, contact);
    if (coming && bg_date__precision(bg_contact__date(c, coming)) > bg_date__precision(has)) contact->planned = true, contact->date = coming->date;
}

/* Is the day, or of a visit the month, behind the date of the page? */
static bool is_behind_page(const bg_mentions *m, const bg_contact *contact, const bg_date *d) {
    if (!d || !d->year || !d->month || (!d->day && !is(contact->type, "visit"))) return false;
    int months = d->year * 12 + d->month, page = m->page_year * 12 + m->page_month;
    return months > page || (d->day && months == page && d->day > m->page_day);
}

/* On a page with its date: what nobody says was held, on a day behind that date, is to come. */
void bg_contact__check_tense(bg_claims *claims) {
    const bg_mentions *m = claims->mentions;
    for (size_t i = 0; i < claims->contacts.count && m->page_year; i++) {
        bg_contact *contact = &claims->contacts.items[i];
        if (!is_behind_page(m, contact, bg_contact__date(claims, contact))) continue;
        if (!bg_text__any(claims->text, contact->tok, contact->trigger, CLASS_HELD)) contact->planned = true;
    }
}
