/* wording: what the words of one mention tell of it: type, grade, mode, tense, and what kind of telling it is. */
#include "contact.h"

static const char *find_grade(const bg_claims *c, uint32_t tok, uint32_t end) {
    for (uint32_t m = bg_text__first(c->text, tok, end, CLASS_GRADE); m != BG_NONE; m = bg_text__after(c->text, m, end, CLASS_GRADE)) {
        const char *grade = bg_mark__get(c->text, bg_claims__mark(c, m), KEY_VALUE);
        if (grade && !is(grade, "manner")) return grade; /* "cuộc hội đàm quan trọng": no grade */
    }
    return NULL;
}

static const char *find_mode(const bg_claims *c, const bg_contact *contact, const bg_mark *t, const bg_sentence *s) {
    const char *mode = t ? bg_mark__get(c->text, t, KEY_MODE) : NULL;
    if (mode) return mode;
    if (is(contact->type, "call")) return "phone";
    if (is(contact->type, "letter")) return "letter";
    uint32_t m = contact->nominal ? BG_NONE : bg_text__at(c->text, s->tok, CLASS_MODE); /* "Qua đường dây nóng, A nói chuyện với B" */
    if (m == BG_NONE && !contact->nominal) m = bg_text__first(c->text, contact->tok, s->end, CLASS_MODE);
    return m == BG_NONE ? "in_person" : bg_mark__get(c->text, bg_claims__mark(c, m), KEY_VALUE);
}

#define MODE_NEAR 4 /* words behind a contact within which it is told that it was held from afar */

/* Two who talk to each other from afar, whatever the verb, have a call. */
static bool is_call(const bg_claims *c, const bg_contact *contact, const bg_sentence *s) {
    bool talk = is(contact->type, "talks") || is(contact->type, "meeting") || is(contact->type, "other");
    if (!talk || contact->nominal || contact->side_count < 2 || contact->people_count < 2) return false;
    uint32_t end = contact->end + MODE_NEAR < s->end ? contact->end + MODE_NEAR : s->end, m = bg_text__at(c->text, s->tok, CLASS_MODE);
    if (m == BG_NONE) m = bg_text__first(c->text, contact->tok, end, CLASS_MODE);
    const char *mode = m == BG_NONE ? NULL : bg_mark__get(c->text, bg_claims__mark(c, m), KEY_VALUE);
    return is(mode, "phone") || (is(mode, "online") && !is(contact->type, "other"));
}

#define HELD_REACH 40 /* words between a noun and what says that it took place */

/* "Tại cuộc họp …, diễn ra tại Lima ngày 5/6, hai bên …": what is said there is told with the day of it. */
static bool is_dated_aside(const bg_claims *c, const bg_contact *contact, const bg_sentence *s) {
    for (uint32_t i = contact->trigger_end; i + 1 < s->end && i < contact->trigger_end + HELD_REACH; i++) {
        if (bg_text__at(c->text, i, CLASS_SAY) != BG_NONE || bg_text__at(c->text, i, CLASS_WHO) != BG_NONE) return false;
        uint32_t then = c->text->tokens.items[i].value == ',' && c->text->tokens.items[i].flags & BG_TOK_PUNCT ? bg_claims__tells_time(c, i + 1) : BG_NONE;
        if (then != BG_NONE) return bg_claims__has_day_near(c, then, s->end);
    }
    return false;
}

/* "Lễ đón … đã diễn ra tại …": the noun opens its sentence, behind a time and a place at most, and is what took place. */
static bool is_what_took_place(const bg_claims *c, const bg_contact *contact, const bg_sentence *s) {
    uint32_t far = contact->trigger_end + HELD_REACH < s->end ? contact->trigger_end + HELD_REACH : s->end, takes = bg_contact__takes_place_before(c, contact, s);
    if (takes != BG_NONE) return !bg_text__any(c->text, s->tok, takes, CLASS_WHO) && !bg_text__any(c->text, s->tok, takes, CLASS_CONTACT);
    if (!bg_text__any(c->text, contact->trigger_end, far, CLASS_TAKESPLACE)) return false;
    if (bg_text__any(c->text, s->tok, contact->trigger, CLASS_WHO) || bg_text__any(c->text, s->tok, contact->trigger, CLASS_CONTACT)) return false;
    if (contact->trigger > s->tok && bg_text__at(c->text, contact->trigger - 1, CLASS_CIRCUMSTANCE) != BG_NONE) return is_dated_aside(c, contact, s);
    for (uint32_t i = contact->trigger_end; i < far; i++) {
        if (bg_text__at(c->text, i, CLASS_TAKESPLACE) != BG_NONE) return true;
        uint32_t m = bg_text__at(c->text, i, CLASS_CONTACT);
        if (m != BG_NONE && is(bg_mark__get(c->text, bg_claims__mark(c, m), KEY_FORM), "noun")) i = bg_claims__mark(c, m)->end; /* of it perhaps */
    }
    return false;
}

/* "Lễ đón được tổ chức tại Cung Istana, trụ sở Chính phủ, chiều 25/4": the only day behind what took place. */
static uint32_t only_day_behind(const bg_claims *c, const bg_contact *contact, const bg_sentence *s) {
    uint32_t m = bg_text__first(c->text, contact->trigger_end, s->end, CLASS_DATE), date = m == BG_NONE ? BG_NONE : bg_claims__date_at(c, bg_claims__mark(c, m)->tok);
    const bg_date *d = date == BG_NONE ? NULL : &c->mentions->dates.items[date];
    if (!d || !d->day || d->day2 || bg_text__after(c->text, m, s->end, CLASS_DATE) != BG_NONE || bg_text__any(c->text, contact->trigger_end, d->tok, CLASS_SINCE)) return BG_NONE;
    for (uint32_t i = contact->trigger_end; i < d->tok; i++)
        if (bg_text__at(c->text, i, CLASS_SAY) != BG_NONE || bg_claims__is_strong(c, i)) return BG_NONE;
    return date;
}

static bool is_many(const bg_claims *c, const bg_contact *contact, const bg_sentence *s) {
    if (bg_text__is(c->text, contact->trigger, CLASS_MANY)) return true;
    const bg_token *before = contact->trigger > s->tok ? &c->text->tokens.items[contact->trigger - 1] : NULL;
    return before && (bg_text__is(c->text, contact->trigger - 1, CLASS_MANY) || (before->flags & BG_TOK_NUMBER && before->value > 1 && before->value < 100));
}

/* Nothing makes an occasion of a common noun: no count, no day, no "tại" before it. */
static bool is_abstract(const bg_claims *c, const bg_contact *contact, const bg_mark *word, const bg_sentence *s) {
    if (!word || !is(bg_mark__get(c->text, word, KEY_WEAK), "yes") || !contact->nominal || contact->held || contact->planned) return false;
    if (contact->date != BG_NONE || s->title || is(contact->type, "visit")) return false;
    if (contact->trigger == s->tok) return false;
    return !bg_text__any(c->text, contact->tok, contact->trigger_end, CLASS_CONTACTNOUNHEAD) && !bg_text__is(c->text, contact->trigger - 1, CLASS_CONTACTNOUNHEAD) &&
           !bg_text__is(c->text, contact->trigger - 1, CLASS_WHILE);
}

/* "Tại lễ đón B thăm Việt Nam, A …": the visit is told beside another contact that only frames the sentence. */
static bool is_in_frame(const bg_claims *c, const bg_contact *contact, const bg_sentence *s) {
    if (!bg_text__any(c->text, s->tok, contact->trigger, CLASS_CIRCUMSTANCE)) return false;
    for (uint32_t i = contact->trigger; i > s->tok; i--) {
        const bg_token *t = &c->text->tokens.items[i - 1];
        if (t->flags & BG_TOK_PUNCT) return false;
        if (bg_text__at(c->text, i - 1, CLASS_CIRCUMSTANCE) == BG_NONE) continue;
        for (uint32_t j = i; j < i + 2 && j < contact->trigger; j++)
            if (bg_text__at(c->text, j, CLASS_CONTACT) != BG_NONE) return true;
    }
    return false;
}

#define OFFICE_WORDS 8 /* of the longest office */

#define LEADERS_WORDS 4 /* "hai nhà lãnh đạo" before the first of two states */

/* What the words of a mark say: type and parties. Enough to choose between the readings of a naming word. */
void bg_contact__read_words(const bg_claims *c, bg_contact *contact, uint32_t fact_mark, uint32_t sentence) {
    const bg_sentence *s = &c->text->sentences.items[sentence];
    const bg_mark *fact = bg_claims__mark(c, fact_mark), *word = bg_contact__captured(c, fact, KEY_T);
    const bg_capture *t = bg_mark__capture(c->text, fact, KEY_T);
    *contact = (bg_contact){.sentence = sentence, .fact = fact_mark, .tok = fact->tok, .end = fact->end, .date = BG_NONE, .left = BG_NONE, .merged = BG_NONE, .partner = BG_NONE};
    contact->type = bg_mark__get(c->text, fact, KEY_TYPE);
    contact->trigger = t ? t->tok : fact->tok; /* a user's rule may not say which words name the contact */
    contact->trigger_end = t ? t->end : fact->end;
    const char *nominal = bg_mark__get(c->text, fact, KEY_NOMINAL);
    contact->nominal = nominal != NULL;
    contact->pictured = is(nominal, "picture");
    contact->partial = is(bg_mark__get(c->text, fact, KEY_PARTIAL), "yes");
    contact->bare = is(bg_mark__get(c->text, fact, KEY_BARE), "yes");
    const char *orphan = bg_mark__get(c->text, fact, KEY_ORPHAN);
    contact->orphan = orphan != NULL;
    contact->both = is(orphan, "both");
    contact->link = bg_mark__get(c->text, fact, KEY_LINK);
    contact->titled = bg_mark__get(c->text, fact, KEY_DECLARES) != NULL;
    contact->tour = bg_mark__get(c->text, fact, KEY_TOUR) != NULL;
    if (contact->both && bg_text__ends_at(c->text, s->tok, contact->tok, CLASS_POST, OFFICE_WORDS) != BG_NONE) contact->both = false; /* "Bộ trưởng Quốc phòng hai nước" */
    bg_contact__add_parties(c, contact, fact, s);
    uint32_t from = contact->tok > s->tok + LEADERS_WORDS ? contact->tok - LEADERS_WORDS : s->tok;
    bool leaders = contact->side_count == 2 && !contact->people_count && bg_text__any(c->text, from, contact->trigger, CLASS_BOTH); /* "hai nhà lãnh đạo A, B gặp nhau" */
    if (leaders) contact->both = true;
    else if (word && !contact->people_count && bg_mark__get(c->text, word, KEY_PERSONS)) contact->bare = true; /* two teams meet */
}

/* What the naming word is said to be like. */
static void read_word(const bg_claims *c, bg_contact *contact, const bg_mark *word) {
    contact->welcome = bg_mark__get(c->text, word, KEY_WELCOME) != NULL;
    contact->nested = is(contact->type, "ceremony") && bg_mark__get(c->text, word, KEY_NESTED);
    contact->mourned = bg_mark__get(c->text, word, KEY_MOURNED) != NULL;
    contact->summit |= bg_mark__get(c->text, word, KEY_SUMMIT) != NULL;
    contact->passing |= bg_mark__get(c->text, word, KEY_PASSING) != NULL;
    contact->generic |= bg_mark__get(c->text, word, KEY_GENERIC) != NULL;
    contact->press |= bg_mark__get(c->text, word, KEY_PRESS) != NULL;
    contact->arrives = is(contact->type, "visit") && bg_mark__get(c->text, word, KEY_WEAK);
}

#define BEHIND_WORDS 4 /* of the longest word of such a class */

/* Does a word of the class end right before the token? */
static bool is_behind(const bg_claims *c, uint32_t tok, const bg_sentence *s, unsigned klass) {
    return bg_text__ends_at(c->text, s->tok, tok, klass, BEHIND_WORDS) != BG_NONE;
}

/* "… nhân dịp dự hội nghị": what one attends gives only the occasion. */
static bool is_occasion(const bg_claims *c, const bg_contact *contact, const bg_sentence *s) {
    if (bg_mark__get(c->text, bg_claims__mark(c, contact->fact), KEY_OCCASION)) return true;
    return !s->title && is(contact->type, "conference") && is_behind(c, contact->trigger, s, CLASS_CIRCUMSTANCE);
}

/* Is a visit told beside another contact that frames the sentence? Then its verb does no more than a noun. */
bool bg_contact__is_framed(const bg_claims *c, const bg_contact *contact, const bg_sentence *s) {
    return is(contact->type, "visit") && !contact->nominal && !s->title && is_in_frame(c, contact, s);
}

#define TRAVELLER_WORDS 12 /* of his offices and name */
#define JOURNEY_WORDS 8    /* "chuyến thăm cấp Nhà nước đầu tiên của" */

/* "Báo X sáng 30/5 đưa tin về chuyến thăm của A đến B": whither the journey of the noun goes, told on a day. */
static bool is_told_journey(const bg_claims *c, const bg_contact *contact, const bg_sentence *s) {
    uint32_t who = is(contact->type, "visit") && !contact->nominal ? bg_text__ends_at(c->text, s->tok, contact->trigger, CLASS_WHO, TRAVELLER_WORDS) : BG_NONE;
    uint32_t of = who == BG_NONE || bg_claims__mark(c, who)->tok == s->tok ? s->tok : bg_claims__mark(c, who)->tok - 1;
    if (of == s->tok || !bg_text__is(c->text, of, CLASS_OF)) return false;
    uint32_t m = bg_text__last(c->text, of > s->tok + JOURNEY_WORDS ? of - JOURNEY_WORDS : s->tok, of, CLASS_CONTACT);
    const bg_date *d = bg_contact__date(c, contact);
    if (m == BG_NONE || !is(bg_mark__get(c->text, bg_claims__mark(c, m), KEY_FORM), "noun") || !d || d->end > bg_claims__mark(c, m)->tok) return false;
    return is(bg_mark__get(c->text, bg_claims__mark(c, m), KEY_VALUE), "visit") && bg_text__any(c->text, d->end, bg_claims__mark(c, m)->tok, CLASS_CITES);
}

/* "A sẽ đón B hôm 11/2": the word of tense right before the verb is stronger than "hôm". */
static bool is_willed(const bg_claims *c, const bg_contact *contact) {
    uint32_t m = contact->nominal || !contact->trigger ? BG_NONE : bg_text__at(c->text, contact->trigger - 1, CLASS_PLANNED);
    return m != BG_NONE && is(bg_mark__get(c->text, bg_claims__mark(c, m), KEY_VALUE), "will");
}

/* "A hủy chuyến thăm B hôm 3/5": it was not held then. */
static bool is_called_off(const bg_claims *c, const bg_contact *contact) {
    uint32_t m = bg_text__last(c->text, c->text->sentences.items[contact->sentence].tok, contact->trigger, CLASS_PLANNED);
    return m != BG_NONE && is(bg_mark__get(c->text, bg_claims__mark(c, m), KEY_VALUE), "cancel");
}

/* "A nói sẽ tìm giải pháp khi gặp B hôm 5/3": on a day that is over, right behind it, it was held; elsewhere the day is of what was said. */
static void check_past_day(const bg_claims *c, bg_contact *contact) {
    const bg_date *d = bg_contact__date(c, contact);
    if (!d || d->toward >= 0 || !d->day || bg_text__at(c->text, d->end, CLASS_PLANNED) != BG_NONE) return; /* "A hôm 21/3 sẽ khởi hành" */
    bool behind = d->tok >= contact->trigger_end && d->tok <= contact->end + 1 && !is_called_off(c, contact);
    if (behind) contact->planned = is_willed(c, contact);
    else contact->date = BG_NONE;
}

/* "Ngày 5/6, A hủy cuộc gặp với B": the day before the words is that of calling it off, unless it lies ahead. */
static void check_calling_off(const bg_claims *c, bg_contact *contact) {
    const bg_date *d = bg_contact__date(c, contact);
    contact->off = contact->planned && (contact->cancelled || is_called_off(c, contact));
    if (contact->off && d && d->tok < contact->trigger && d->toward <= 0) contact->date = BG_NONE;
}

/* "bàn giao tàu": the deed, not the promise; a rule may capture less than the words of the lexicon, or others. */
static bool is_handover(const bg_claims *c, const bg_contact *contact, const bg_mark *word) {
    if (word && bg_mark__get(c->text, word, KEY_HANDOVER)) return true;
    uint32_t m = bg_text__at(c->text, contact->trigger, CLASS_CONTACT);
    return m != BG_NONE && bg_mark__get(c->text, bg_claims__mark(c, m), KEY_HANDOVER);
}

/* Held or to come, and on which day, as the sentence around the words tells. */
static void read_time(const bg_claims *c, bg_contact *contact, const bg_mark *word, const bg_sentence *s) {
    bool aid = is(contact->type, "aid");
    contact->planned = bg_contact__is_planned(c, contact, s);
    if (aid && !contact->nominal && !is_handover(c, contact, word)) contact->planned = false; /* what is pledged is news already */
    contact->invited = !contact->nominal && bg_contact__invited_from(c, contact, s) != s->tok;
    contact->past = bg_text__any(c->text, s->tok, contact->trigger_end, CLASS_HELD);
    contact->date = bg_contact__find_date(c, contact, s);
    if (contact->planned) check_past_day(c, contact);
    check_calling_off(c, contact);
    if (contact->date != BG_NONE && bg_contact__date(c, contact)->toward > 0 && !aid)
        contact->planned |= !bg_text__any(c->text, s->tok, contact->trigger, CLASS_HELD); /* "ngày 6/4 tới" */
}

/* "Chiều 7/9, ông A rời Việt Nam": the last day of the visit, of which nothing else is told. */
static void read_leaving(bg_contact *contact) {
    contact->left = contact->date, contact->date = BG_NONE;
    contact->planned = false, contact->nominal = true;
    if (!contact->wide) contact->place = NULL; /* whence he left is not where he was all the time */
}

/* "A về tới Hà Nội, kết thúc chuyến thăm B": at home he visits nobody. */
static bool is_home(const bg_claims *c, const bg_contact *contact) {
    if (!is(contact->type, "visit") || !contact->place_side || !contact->people_count || contact->ships) return false;
    return is(bg_claims__country(c, contact->people[0].person), contact->place_side);
}

#define PREPARED_NEAR 6 /* words between what is done about a visit to come and its noun */

/* "… đang thu xếp chuyến thăm của B", "A mong chờ chuyến thăm C", in the title: the visit to come is what it tells. */
static bool is_awaited(const bg_claims *c, const bg_contact *contact, const bg_sentence *s) {
    if (!s->title || !contact->nominal || !contact->planned || !is(contact->type, "visit")) return false;
    uint32_t from = contact->tok > s->tok + PREPARED_NEAR ? contact->tok - PREPARED_NEAR : s->tok;
    return bg_text__any(c->text, from, contact->tok, CLASS_PREPARE) && !bg_text__any(c->text, from, contact->trigger + 1, CLASS_AHEAD);
}

/* "Kỳ vọng từ chuyến thăm của A" in the title: the page is about it, whatever it thinks of it; not "B hoan nghênh chuyến thăm …", "A: 'Chuyến thăm …'", "B và chuyến thăm …". */
static bool is_about(const bg_claims *c, const bg_contact *contact, const bg_sentence *s) {
    if (!s->title || !contact->nominal || !is(contact->type, "visit") || contact->timed || contact->many || !contact->people_count || bg_title__asks(c, s)) return false;
    for (uint32_t tok = s->tok; tok < contact->trigger; tok++)
        if (bg_text__is_sign(c->text, tok, ':') || (tok > s->tok && (bg_text__is(c->text, tok, CLASS_DECLARE) || bg_text__is(c->text, tok, CLASS_SAY)))) return false;
    return contact->trigger == s->tok || !bg_text__is(c->text, contact->trigger - 1, CLASS_AND);
}

#define PARTNER_NEAR 3 /* words behind a verb: "cùng với ông" */

/* "Bộ trưởng A làm việc với lãnh đạo tỉnh B": a part of his own state; not "tại tỉnh B". */
static bool is_own_part(const bg_claims *c, const bg_contact *contact, uint32_t tok) {
    uint32_t m = bg_text__at(c->text, tok, CLASS_PLACE);
    if (m == BG_NONE || bg_text__ends_at(c->text, contact->trigger_end, tok, CLASS_ATPLACE, 1) != BG_NONE) return false;
    return !bg_side__is_body(contact->sides[0]) && is(bg_mention__country(c->mentions, bg_claims__mark(c, m)), contact->sides[0]);
}

/* "Tổng thống A hội đàm cùng nghị sĩ B": whom the verb names is of the same state. */
static bool is_domestic(const bg_claims *c, const bg_contact *contact, const bg_sentence *s) {
    if (contact->nominal || contact->link || contact->people_count != 1 || contact->side_count != 1 || !bg_type__is(contact->type, BG_TYPE_OF_TWO)) return false;
    for (uint32_t i = contact->trigger_end; i < s->end && i <= contact->trigger_end + PARTNER_NEAR; i++)
        if (is_own_part(c, contact, i)) return true;
    if (!contact->partial) return false;
    for (uint32_t i = contact->trigger_end; i < s->end && i < contact->trigger_end + PARTNER_NEAR; i++) {
        uint32_t m = bg_text__at(c->text, i, CLASS_WHO);
        if (m != BG_NONE) return is(bg_mention__country(c->mentions, bg_claims__mark(c, m)), contact->sides[0]);
    }
    return false;
}

#define CROWD_NEAR 10 /* words behind a verb in which those are named whom one meets */

/* "tiếp xúc với các nhà đầu tư", "nói chuyện một giờ với 400 sinh viên": whom one meets are many, and no principals. */
static bool meets_crowd(const bg_claims *c, const bg_contact *contact) {
    static const char *const groups[] = {"business", "community", "compatriot", "soldier", "expert"};
    if (!bg_type__is(contact->type, BG_TYPE_OF_TWO) || contact->nominal || contact->partner != BG_NONE || bg_contact__named_people(c, contact) != 1) return false;
    for (uint32_t tok = contact->trigger_end; tok < c->text->tokens.count && tok < contact->trigger_end + CROWD_NEAR; tok++) {
        const bg_token *t = &c->text->tokens.items[tok];
        if ((t->flags & BG_TOK_PUNCT && t->value != '.') || bg_text__at(c->text, tok, CLASS_WHO) != BG_NONE) return false;
        uint32_t m = bg_text__at(c->text, tok, CLASS_PERSONNOUN);
        const char *group = m == BG_NONE ? NULL : bg_mark__get(c->text, bg_claims__mark(c, m), KEY_VALUE);
        for (size_t i = 0; i < BG_COUNT(groups); i++)
            if (is(group, groups[i])) return true;
    }
    return false;
}

#define BEFORE_STATES 8 /* words before the states that say who of them met */

/* "các quan chức A và B gặp nhau", "cuộc họp giữa các nhà ngoại giao A và B" */
static bool meet_officials(const bg_claims *c, const bg_contact *contact, const bg_sentence *s) {
    if (!bg_type__is(contact->type, BG_TYPE_OF_TWO) || contact->people_count || contact->side_count < 2) return false;
    uint32_t from = contact->tok > s->tok + BEFORE_STATES ? contact->tok - BEFORE_STATES : s->tok;
    for (uint32_t m = bg_text__first(c->text, from, contact->end, CLASS_PERSONNOUN); m != BG_NONE; m = bg_text__after(c->text, m, contact->end, CLASS_PERSONNOUN)) {
        const char *who = bg_mark__get(c->text, bg_claims__mark(c, m), KEY_VALUE);
        if (is(who, "official") || is(who, "diplomat")) return true;
    }
    return false;
}

#define FOLK_NEAR 24 /* words behind a word of meeting in which it is told whom one meets, row by row */

/* "gặp cán bộ, nhân viên Đại sứ quán và cộng đồng người Việt Nam tại Nhật Bản": one's own people, of no other state. */
static bool meets_own(const bg_claims *c, const bg_contact *contact, const bg_sentence *s) {
    if (!bg_type__is(contact->type, BG_TYPE_OF_TWO) || contact->side_count > 1 || contact->partner != BG_NONE) return false;
    for (uint32_t tok = contact->trigger_end; tok < s->end && tok < contact->trigger_end + FOLK_NEAR; tok++) {
        uint32_t m = bg_text__at(c->text, tok, CLASS_PERSONNOUN);
        if (bg_text__at(c->text, tok, CLASS_WHO) != BG_NONE) return false;
        if (m != BG_NONE && is(bg_mark__get(c->text, bg_claims__mark(c, m), KEY_VALUE), "compatriot")) return true;
    }
    return false;
}

/* "A đi dạo phố cổ", "khách A thăm B": one strolls alone, tourists come: no contact of states. */
static bool is_leisure(const bg_claims *c, const bg_contact *contact, const bg_sentence *s) {
    if (is(contact->type, "visit")) return !contact->people_count && contact->subject != BG_NONE && bg_claims__is_private(c, s, contact->subject);
    uint32_t m = bg_text__at(c->text, contact->trigger, CLASS_TITLEASIDE);
    if (m == BG_NONE || !is(contact->type, "meeting") || contact->people_count > 1 || contact->partner != BG_NONE) return false;
    return is(bg_mark__get(c->text, bg_claims__mark(c, m), KEY_VALUE), "leisure");
}

/* Everything else, once the reading is chosen. */
void bg_contact__read_rest(const bg_claims *c, bg_contact *contact) {
    const bg_sentence *s = &c->text->sentences.items[contact->sentence];
    const bg_mark *fact = bg_claims__mark(c, contact->fact), *word = bg_contact__captured(c, fact, KEY_T), *place = bg_contact__captured(c, fact, KEY_P);
    contact->rule = bg_mark__rule(c->text, fact);
    contact->verb = bg_text__words(c->text, contact->trigger, contact->trigger_end);
    contact->outcome = contact->nominal && is_behind(c, contact->trigger, s, CLASS_OUTCOME);
    contact->in_title = s->title && (contact->outcome || !(contact->nominal && (is(contact->type, "visit") || contact->trigger > s->tok + 2)));
    contact->timed = is_behind(c, contact->trigger, s, CLASS_CIRCUMSTANCE);
    contact->in_caption = s->caption;
    contact->ships = bg_mark__get(c->text, fact, KEY_SHIPS) != NULL;
    contact->summit = bg_mark__get(c->text, fact, KEY_SUMMIT) != NULL;
    contact->joint = bg_mark__get(c->text, fact, KEY_JOINT) != NULL;
    if (contact->joint && contact->side_count < 2) contact->bare = true; /* two of one state */
    contact->cancelled = bg_mark__get(c->text, fact, KEY_CANCELLED) != NULL;
    contact->many = contact->nominal && is_many(c, contact, s);
    contact->about = is_about(c, contact, s);
    contact->press = bg_mark__get(c->text, fact, KEY_PRESS) != NULL;
    contact->passing = bg_mark__get(c->text, fact, KEY_PASSING) != NULL;
    contact->said = contact->generic = bg_mark__get(c->text, fact, KEY_GENERIC) != NULL;
    if (word) read_word(c, contact, word);
    if (place) contact->place = bg_text__words(c->text, place->tok, place->end);
    read_time(c, contact, word, s);
    if (is_told_journey(c, contact, s)) contact->date = BG_NONE;
    if (word && bg_mark__get(c->text, word, KEY_LEAVES) && contact->side_count > 1) read_leaving(contact);
    contact->in_title |= is_awaited(c, contact, s);
    contact->grade = find_grade(c, contact->trigger, contact->end);
    contact->mode = find_mode(c, contact, word, s);
    if (is_call(c, contact, s)) contact->type = "call";
    if (bg_contact__is_framed(c, contact, s) || is_occasion(c, contact, s)) contact->nominal = true;
    contact->takes_place = contact->nominal && !s->title && is_what_took_place(c, contact, s);
    if (contact->takes_place && contact->date == BG_NONE) contact->date = only_day_behind(c, contact, s);
    contact->held = contact->takes_place && !contact->planned;
    if (!contact->place) bg_contact__find_place(c, contact, s);
    if (is_home(c, contact)) contact->place = NULL;
    contact->abstract = is_abstract(c, contact, word, s);
    if (is_domestic(c, contact, s) || is_leisure(c, contact, s)) contact->bare = true;
    contact->crowd = meets_crowd(c, contact);
    contact->home = meets_own(c, contact, s);
    contact->officials = meet_officials(c, contact, s);
}
