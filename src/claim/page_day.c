/* page_day: the day of a sentence that tells more of a contact, where neither the words for it nor the opening have one. */
#include "when.h"

/* Within what somebody says, but for the tail of his sentence, or the day of a noun between others? */
static bool is_of_another(const bg_claims *c, const bg_contact *contact, const bg_sentence *s, uint32_t day) {
    for (size_t i = 0; i < c->contacts.count; i++) {
        const bg_contact *noun = &c->contacts.items[i];
        if (noun->date != day || !noun->nominal) continue;
        if (bg_contact__is_earlier(c, noun) || (!is(noun->type, contact->type) && bg_contact__has_third(noun, contact))) return true;
    }
    return bg_sentence__is_matter(c, s, day);
}

#define DAY_OPENS 4 /* words from the begin of a sentence, or its subject, to its day: "Chiều ngày 3/5", "A đã vào hôm 3/5" */

/* "… hôm 3/5 đã đến", "… ngày 3/5 thông báo", "… hôm 3/5 thăm". */
static bool is_before_verb(const bg_claims *c, uint32_t tok, uint32_t end) {
    return tok < end && (bg_text__at(c->text, tok, CLASS_HELD) != BG_NONE || bg_text__at(c->text, tok, CLASS_SAY) != BG_NONE || bg_text__at(c->text, tok, CLASS_CONTACT) != BG_NONE);
}

/* "…, theo báo A ngày 3/5". */
static bool is_of_press(const bg_claims *c, const bg_sentence *s, const bg_date *day) {
    uint32_t tok = day->tok;
    while (tok > s->tok && !(c->text->tokens.items[tok - 1].flags & BG_TOK_PUNCT)) tok--;
    return bg_text__any(c->text, tok, day->tok, CLASS_PRESS);
}

/* "Ông A hôm 3/5 …", "Hôm 3/5, ông A …", "…, ông A nói hôm 3/5": the day of the verb, not of what its objects are about ("vụ … hôm 3/5"). */
static bool is_of_clause(const bg_claims *c, const bg_sentence *s, const bg_date *day) {
    uint32_t m = bg_text__first(c->text, s->tok, day->tok, CLASS_WHO);
    if (day->tok < s->tok + DAY_OPENS || (m != BG_NONE && c->text->marks.items[m].end + DAY_OPENS > day->tok)) return true;
    m = bg_text__last(c->text, s->tok, day->tok, CLASS_WHO); /* "A thảo luận với B tối 10/11" */
    if (m != BG_NONE && c->text->marks.items[m].end == day->tok && !bg_claims__has_punct(c, s->tok, day->tok)) return true;
    return is_before_verb(c, day->end, s->end) || bg_contact__is_day_of_speech(c, s, day) || is_of_press(c, s, day);
}

/* "Lào và Cuba ngày 12/6 đã …": a state that takes part right before the day, no other state before it. */
static bool is_behind_side(const bg_claims *c, const bg_contact *contact, const bg_sentence *s, const bg_date *day) {
    for (uint32_t m = bg_text__first(c->text, s->tok, day->tok, CLASS_SIDE); m != BG_NONE; m = bg_text__after(c->text, m, day->tok, CLASS_SIDE)) {
        const bg_mark *side = &c->text->marks.items[m];
        if (!bg_contact__has_side(contact, bg_mention__country(c->mentions, side))) return false;
        if (side->end + 1 >= day->tok) return true;
    }
    return false;
}

/* A person or a state of the contact in the sentence, and no other state. */
static bool names_a_side(const bg_claims *c, const bg_contact *contact, const bg_sentence *s) {
    bool found = false;
    for (uint32_t tok = s->tok; tok < s->end; tok++) {
        uint32_t m = bg_text__at(c->text, tok, CLASS_COUNTRY), who = bg_text__at(c->text, tok, CLASS_WHO);
        bool host = m != BG_NONE && bg_text__over(c->text, s->tok, tok, CLASS_LOCATION) != BG_NONE && bg_type__is(contact->type, BG_TYPE_LASTS); /* "hội nghị tại Singapore" */
        if (m != BG_NONE && !host && !bg_contact__has_side(contact, bg_mention__country(c->mentions, &c->text->marks.items[m]))) return false;
        found |= m != BG_NONE || (who != BG_NONE && c->text->marks.items[who].ref != BG_NONE && bg_contact__has_person(contact, c->text->marks.items[who].ref));
    }
    return found;
}

/* "A và B chơi golf hôm 11/2": both who took part, and nobody else, before a day that is not to come; whoever tells of it. */
static bool names_both(const bg_claims *c, const bg_contact *contact, uint32_t sentence, const bg_date *day) {
    const bg_sentence *s = &c->text->sentences.items[sentence];
    uint32_t first = BG_NONE;
    bool both = false;
    if (s->caption || contact->planned || bg_contact__tells_of(contact, sentence) || bg_text__any(c->text, s->tok, s->end, CLASS_PLANNED) || bg_text__any(c->text, s->tok, day->tok, CLASS_SINCE)) return false;
    for (uint32_t m = bg_text__first(c->text, s->tok, s->end, CLASS_WHO); m != BG_NONE; m = bg_text__after(c->text, m, s->end, CLASS_WHO)) {
        uint32_t ref = c->text->marks.items[m].ref;
        if (ref == BG_NONE || !c->mentions->people.items[ref].name) continue;
        if (!bg_contact__has_person(contact, ref)) return false;
        both |= first != BG_NONE && first != ref && c->text->marks.items[m].tok < day->tok;
        if (first == BG_NONE) first = ref;
    }
    return both;
}

/* Does the sentence tell, up to the day, what a principal did, and of nobody else? */
static bool acts_on(const bg_claims *c, const bg_contact *contact, uint32_t sentence, uint32_t day) {
    const bg_sentence *s = &c->text->sentences.items[sentence];
    const bg_date *d = &c->mentions->dates.items[day];
    bool held = d->end < s->end && bg_text__at(c->text, d->end, CLASS_HELD) != BG_NONE; /* "ngày 7/11 đã nhất trí sẽ …" */
    bool ships = is(contact->type, "visit") && !bg_contact__named_people(c, contact) && bg_text__any(c->text, s->tok, d->tok, CLASS_SHIP); /* "tàu A trưa 5/3 vào vịnh B" */
    bool summary = !c->body_before[sentence] && contact->date != BG_NONE; /* "Các bộ trưởng A - B ngày 5/6 khẳng định …", and then that they met "hôm qua" */
    bool says = summary && d->end < s->end && bg_text__at(c->text, d->end, CLASS_SAY) != BG_NONE;
    if (s->caption || (!held && bg_text__any(c->text, s->tok, says ? d->tok : s->end, CLASS_PLANNED)) || bg_contact__is_ended(c, contact, s) || (!ships && !is_of_clause(c, s, d))) return false;
    if (bg_text__any(c->text, s->tok, d->tok, CLASS_SINCE) || bg_contact__is_behind_deed(c, contact, s->tok, d->tok)) return false; /* "từ khi …" */
    if (bg_contact__tells_of(contact, sentence)) return true;
    if (ships || (contact->ships && bg_text__any(c->text, s->tok, s->end, CLASS_SHIP))) return true;
    uint32_t m = bg_text__first(c->text, s->tok, d->tok, CLASS_WHO), ref = m == BG_NONE ? BG_NONE : c->text->marks.items[m].ref;
    bool unnamed = ref == BG_NONE || (summary && !c->mentions->people.items[ref].name);
    if (unnamed && (summary || !bg_contact__named_people(c, contact))) return is_behind_side(c, contact, s, d);
    bool minister = ref != BG_NONE && !bg_contact__named_people(c, contact) && bg_contact__has_side(contact, bg_claims__country(c, ref)); /* "A cắt quan hệ với B", of which a minister tells */
    if (minister) return !bg_contact__others_act(c, contact, sentence, true);
    if (!summary && !is(contact->type, "statement") && (is_of_press(c, s, d) || (bg_contact__is_day_of_speech(c, s, d) && !bg_contact__is_told_near(contact, sentence)))) return false; /* he spoke, whatever of */
    return ref != BG_NONE && bg_contact__has_person(contact, ref) && !bg_contact__others_act(c, contact, sentence, true);
}

#define HAPPENS_REACH 3 /* words between "diễn ra" and its day */

/* "Nó sẽ diễn ra vào ngày 10/11": of nothing else before it in the sentence. */
static uint32_t day_of_happening(const bg_claims *c, const bg_contact *contact, const bg_sentence *s) {
    for (uint32_t m = bg_text__first(c->text, s->tok, s->end, CLASS_TAKESPLACE); m != BG_NONE; m = bg_text__after(c->text, m, s->end, CLASS_TAKESPLACE)) {
        const bg_mark *happens = &c->text->marks.items[m];
        for (uint32_t tok = happens->end; tok < s->end && tok < happens->end + HAPPENS_REACH; tok++) {
            uint32_t n = bg_text__at(c->text, tok, CLASS_DATE), ref = n == BG_NONE ? BG_NONE : c->text->marks.items[n].ref;
            if (ref == BG_NONE || !bg_date__names_day(&c->mentions->dates.items[ref], contact)) continue;
            if (bg_text__any(c->text, s->tok, tok, CLASS_FORMER)) return BG_NONE; /* "cuộc gặp gần nhất" */
            bool coming = bg_text__any(c->text, s->tok, tok, CLASS_PLANNED);
            const char *type = bg_date__word_before(c, &c->mentions->dates.items[ref]);
            bool opens = happens->tok < s->tok + HAPPENS_REACH || bg_claims__has_punct(c, happens->tok - HAPPENS_REACH, happens->tok); /* "nó sẽ" */
            return coming == contact->planned && (type ? bg_type__alike(type, contact->type) : opens) ? ref : BG_NONE;
        }
    }
    return BG_NONE;
}

#define DATE_WORDS 24 /* of the main contact's word to its day */

/* Is somebody named before the token who takes no part, or the day told of another contact? */
static bool is_other_day(const bg_claims *c, const bg_contact *contact, const bg_sentence *s, uint32_t sentence, uint32_t ref) {
    const bg_date *d = &c->mentions->dates.items[ref];
    for (uint32_t m = bg_text__first(c->text, s->tok, d->tok, CLASS_WHO); m != BG_NONE; m = bg_text__after(c->text, m, d->tok, CLASS_WHO)) {
        uint32_t who = c->text->marks.items[m].ref;
        if (who != BG_NONE && c->mentions->people.items[who].name && !bg_contact__has_person(contact, who)) return true;
    }
    for (size_t i = 0; i < c->contacts.count; i++) {
        const bg_contact *other = &c->contacts.items[i];
        if (other->sentence == sentence && other->date == ref && other->planned != contact->planned) return true;
        if (other->sentence == sentence && other->date == ref && !is(other->type, contact->type) && !(bg_type__sits_down(other->type) && bg_type__sits_down(contact->type))) return true;
    }
    return (!contact->planned && bg_sentence__is_matter(c, s, ref)) || bg_contact__dates_saying(c, contact, d, s, BG_SAID_REACH);
}

/* A visit in the title, or told by a noun alone: nothing says that it was made. */
static bool is_untensed(const bg_contact *contact) { return is(contact->type, "visit") && !contact->past && !contact->tensed && (contact->in_title || contact->nominal); }

/* A word for a contact at the token, but for "thảo luận" and the like. */
static bool is_word_for(const bg_claims *c, uint32_t tok) {
    uint32_t m = bg_text__at(c->text, tok, CLASS_CONTACT);
    return m != BG_NONE && !bg_mark__get(c->text, &c->text->marks.items[m], KEY_GENERIC);
}

/* "cuộc gặp … được thông báo trong ngày 28/6": a verb of speech before the day, and none of taking place behind it. */
static bool is_day_of_telling(const bg_claims *c, uint32_t from, uint32_t day) {
    uint32_t m = bg_text__last(c->text, from, day, CLASS_SAY), at = m == BG_NONE ? day : c->text->marks.items[m].tok; /* "sẽ" may be one */
    return m != BG_NONE && !bg_text__any(c->text, at, day, CLASS_TAKESPLACE) && !bg_text__any(c->text, at, day, CLASS_PLANNED);
}

/* "Chuyên cơ của ông A hạ cánh lúc 7h16 ngày 26/12 tại …": he comes, by words that say no more; not "đến", which says less. */
static bool is_landing(const bg_claims *c, const bg_contact *visit, const bg_sentence *s, const bg_mark *word) {
    uint32_t who = bg_text__first(c->text, s->tok, word->tok, CLASS_WHO), ref = who == BG_NONE ? BG_NONE : c->text->marks.items[who].ref;
    return is(visit->type, "visit") && word->end > word->tok + 1 && !bg_mark__get(c->text, word, KEY_LEAVES) && ref != BG_NONE && bg_contact__has_person(visit, ref);
}

/* The day behind a word of the contact's type in the sentence, where no rule could tell who: "… thông báo chủ tịch nước này sẽ thăm C vào ngày 20/6". */
static uint32_t day_of_word(const bg_claims *c, const bg_contact *contact, uint32_t sentence) {
    const bg_sentence *s = &c->text->sentences.items[sentence];
    for (uint32_t m = bg_text__first(c->text, s->tok, s->end, CLASS_CONTACT); m != BG_NONE; m = bg_text__after(c->text, m, s->end, CLASS_CONTACT)) {
        const bg_mark *word = &c->text->marks.items[m];
        if (!is(bg_mark__get(c->text, word, KEY_VALUE), contact->type) || (is(bg_mark__get(c->text, word, KEY_WEAK), "yes") && !is_landing(c, contact, s, word))) continue;
        uint32_t end = word->end + DATE_WORDS < s->end ? word->end + DATE_WORDS : s->end;
        for (uint32_t tok = word->end; tok < end && !is_word_for(c, tok); tok++) {
            uint32_t n = bg_text__at(c->text, tok, CLASS_DATE), ref = n == BG_NONE ? BG_NONE : c->text->marks.items[n].ref;
            if (ref == BG_NONE || !c->mentions->dates.items[ref].month) continue;
            if (is_day_of_telling(c, word->end, tok)) break;
            if (contact->planned != bg_text__any(c->text, s->tok, tok, CLASS_PLANNED) && (contact->planned || !is_untensed(contact))) break;
            if (bg_contact__is_behind_deed(c, contact, word->end, tok) || bg_text__any(c->text, word->end, tok, CLASS_SINCE)) return BG_NONE;
            return bg_date__names_day(&c->mentions->dates.items[ref], contact) && !is_other_day(c, contact, s, sentence, ref) ? ref : BG_NONE;
        }
    }
    return BG_NONE;
}

bool bg_date__is_to_come(const bg_claims *c, uint32_t ref) {
    const bg_date *d = &c->mentions->dates.items[ref];
    for (size_t i = 0; i < c->text->sentences.count; i++) {
        const bg_sentence *s = &c->text->sentences.items[i];
        if (d->tok >= s->tok && d->tok < s->end) return d->toward >= 0 && bg_text__any(c->text, s->tok, d->tok, CLASS_PLANNED);
    }
    return false;
}

uint32_t bg_contact__day_of_word(const bg_claims *c, const bg_contact *contact) {
    for (uint32_t i = 0; i < c->text->sentences.count && c->body_before[i] < PAIR_SENTENCES; i++) {
        const bg_sentence *s = &c->text->sentences.items[i];
        bool journey = is(contact->type, "visit") && contact->side_count > 2; /* has the days of its stops */
        if (s->title || s->caption || s->heading || journey || is(contact->type, "statement") || bg_contact__is_ended(c, contact, s)) continue;
        uint32_t ref = names_a_side(c, contact, s) ? day_of_word(c, contact, i) : BG_NONE;
        if (ref == BG_NONE && !bg_type__is(contact->type, BG_TYPE_LASTS) && !bg_contact__others_act(c, contact, i, !contact->planned)) ref = day_of_happening(c, contact, s);
        if (ref != BG_NONE) return ref;
    }
    return BG_NONE;
}

uint32_t bg_contact__day_of_page(const bg_claims *c, const bg_contact *contact) {
    uint32_t found = BG_NONE;
    bool several = false, of_it = false;
    for (size_t i = 0; i < c->text->sentences.count && c->body_before[i] < PAIR_SENTENCES && !several; i++) {
        uint32_t before = found;
        found = bg_sentence__same_day(c, &c->text->sentences.items[i], found, &several);
        const bg_sentence *s = &c->text->sentences.items[i];
        if (found != before) of_it = names_both(c, contact, (uint32_t)i, &c->mentions->dates.items[found]) || (acts_on(c, contact, (uint32_t)i, found) && !is_of_another(c, contact, s, found));
    }
    return several || !of_it ? BG_NONE : found;
}

uint32_t bg_contact__day_to_come(const bg_claims *c, const bg_contact *contact) {
    uint32_t found = BG_NONE;
    bool several = false, of_it = false;
    for (uint32_t i = 0; i < c->text->sentences.count && c->body_before[i] < PAIR_SENTENCES && !several; i++) {
        const bg_sentence *s = &c->text->sentences.items[i];
        uint32_t before = found;
        found = bg_sentence__same_day(c, s, found, &several);
        if (found != before) of_it = bg_contact__opens_sentence(c, contact, s) && bg_date__is_to_come(c, found) && !bg_contact__others_act(c, contact, i, true);
    }
    return several || !of_it ? BG_NONE : found;
}
