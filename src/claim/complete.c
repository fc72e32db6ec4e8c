/*
 * complete: what the words that name a contact leave out and its sentence, or the one before, tells. "Tại hội đàm chiều 2/11, A và B
 * nhất trí …" names no party beside the word.
 */
#include "complete.h"

const bg_mark *bg_contact__person_at(const bg_claims *c, uint32_t tok) {
    uint32_t m = bg_text__at(c->text, tok, CLASS_WHO);
    const bg_mark *mark = m == BG_NONE ? NULL : &c->text->marks.items[m];
    if (!mark || mark->ref == BG_NONE || !bg_person__country(&c->mentions->people.items[mark->ref])) return NULL;
    return mark;
}

void bg_contact__take(const bg_claims *c, bg_contact *contact, const bg_mark *mark, const char *role) {
    if (contact->people_count == BG_PEOPLE_MAX || bg_contact__has_person(contact, mark->ref)) return;
    bg_span span = bg_text__span(c->text, mark->tok, mark->end);
    contact->people[contact->people_count++] = (bg_party_in){mark->ref, role, span};
    bg_contact__add_side(contact, bg_person__country(&c->mentions->people.items[mark->ref]), span);
}

#define KIN_WORDS 4 /* of the longest word for what one is to another, and "của" */

/* "Con trai của Chủ tịch A": A only tells who that is. */
bool bg_claims__is_of_kin(const bg_claims *c, const bg_mark *who) {
    uint32_t tok = who->tok && bg_text__is(c->text, who->tok - 1, CLASS_OF) ? who->tok - 1 : who->tok;
    return bg_text__ends_at(c->text, 0, tok, CLASS_KIN, KIN_WORDS) != BG_NONE;
}

/* … who does not speak for others, and is not told as the father of one. */
const bg_mark *bg_claims__party_at(const bg_claims *c, uint32_t tok) {
    const bg_mark *mark = bg_contact__person_at(c, tok);
    return mark && !bg_person__only_tells(&c->mentions->people.items[mark->ref]) && !bg_claims__is_of_kin(c, mark) ? mark : NULL;
}

/* "A nhấn mạnh …": a verb of saying follows, maybe behind an adverb. */
static bool speaks(const bg_claims *c, const bg_mark *who) {
    uint32_t tok = who->end;
    if (bg_text__at(c->text, tok, CLASS_SAYADV) != BG_NONE) tok = c->text->marks.items[bg_text__at(c->text, tok, CLASS_SAYADV)].end;
    return tok < c->text->tokens.count && bg_text__at(c->text, tok, CLASS_SAY) != BG_NONE;
}

#define SAY_NEAR 5 /* words between somebody and the verb of what he says: "A ngày 20/4 tuyên bố" */

/* He tells it, and need not have done it. */
static bool reports(const bg_claims *c, const bg_mark *who) {
    uint32_t end = who->end + SAY_NEAR < c->text->tokens.count ? who->end + SAY_NEAR : c->text->tokens.count;
    for (uint32_t tok = who->end; tok < end && !bg_claims__is_comma(c, tok); tok++) {
        uint32_t m = bg_text__at(c->text, tok, CLASS_SAY);
        const char *act = m == BG_NONE ? NULL : bg_mark__get(c->text, &c->text->marks.items[m], KEY_VALUE);
        if (bg_text__at(c->text, tok, CLASS_CONTACT) != BG_NONE) return false;
        if (act) return is(act, "informs") || is(act, "affirms");
    }
    return false;
}

#define AIDE 5 /* rank from which on one tells of what others do */

/* "Cố vấn A cho biết cuộc gặp …". */
static bool tells_of(const bg_claims *c, const bg_mark *who, const bg_contact *contact) {
    const bg_person *p = &c->mentions->people.items[who->ref];
    return who->end < contact->tok && p->rank >= AIDE && speaks(c, who);
}

/* "A cho rằng B quyết định sau cuộc gặp với C": who tells of others, when they stand between his words and the noun. */
static bool tells_of_others(const bg_claims *c, const bg_mark *who, const bg_contact *contact) {
    const char *first = contact->people_count ? bg_claims__country(c, contact->people[0].person) : NULL;
    if (!first || who->end >= contact->tok || !speaks(c, who)) return false;
    for (uint32_t tok = who->end; tok < contact->tok; tok++) {
        const bg_mark *mark = bg_claims__party_at(c, tok);
        const char *country = mark ? bg_claims__country(c, mark->ref) : NULL;
        if (!mark) continue;
        if (!is(country, first)) return true;
        tok = mark->end - 1;
    }
    return false;
}

/* "Trong cuộc họp với Hội đồng An ninh, A khen ngợi B": with whom he met is told, and B stands right behind words that one says of him. */
static bool is_spoken_of(const bg_claims *c, const bg_mark *who, const bg_contact *contact) {
    if (!contact->generic || who->tok <= contact->end || !bg_text__is(c->text, contact->trigger_end, CLASS_HEARS)) return false;
    uint32_t first = contact->end, m = bg_text__ends_at(c->text, first, who->tok, CLASS_SAY, SAY_NEAR);
    if (m == BG_NONE) return false;
    const char *act = bg_mark__get(c->text, bg_claims__mark(c, m), KEY_VALUE);
    return !is(act, "informs") && !is(act, "thanks") && !is(act, "invites") && !is(act, "congratulates");
}

/* The first person of each of two countries in the sentence; of the contact's own sides when it has two. */
void bg_contact__take_two(const bg_claims *c, bg_contact *contact, const bg_sentence *s) {
    bool open = contact->side_count < 2;
    for (uint32_t tok = s->tok; tok < s->end && contact->people_count < 2; tok++) {
        const bg_mark *mark = bg_claims__party_at(c, tok);
        if (!mark) continue;
        const char *country = bg_claims__country(c, mark->ref);
        bool taken = tells_of(c, mark, contact) || tells_of_others(c, mark, contact) || is_spoken_of(c, mark, contact) || (contact->people_count && is(country, bg_claims__country(c, contact->people[0].person)));
        if (!taken && (open || bg_contact__has_side(contact, country))) bg_contact__take(c, contact, mark, "participant");
        tok = mark->end - 1;
    }
}

/* "Với chuyến thăm X và cuộc gặp với B, A …": behind the comma stands who acts. */
static bool acts_behind_comma(const bg_claims *c, const bg_mark *who) {
    const bg_token *t = &c->text->tokens.items[who->tok - (who->tok > 0)];
    return t->flags & BG_TOK_PUNCT && t->value == ',';
}

/* Who speaks at a meeting with the press that opens the sentence, else who is named first behind it. */
static const bg_mark *speaker_behind(const bg_claims *c, const bg_contact *noun, const bg_sentence *s) {
    const bg_mark *first = NULL;
    for (uint32_t tok = noun->end; tok < s->end; tok++) {
        const bg_mark *mark = bg_contact__person_at(c, tok);
        if (!mark) continue;
        if (!first) first = mark;
        if (acts_behind_comma(c, mark) && speaks(c, mark)) return mark;
        tok = mark->end - 1;
    }
    return first;
}

/* Who is on a visit that names only the place: the nearest person before it who is not of that place, else after it. */
static void visitor_of_sentence(const bg_claims *c, bg_contact *contact, const bg_sentence *s) {
    const bg_mark *found = NULL;
    bool opens = contact->tok <= s->tok + 2; /* then who acts stands behind */
    for (uint32_t tok = s->tok; tok < s->end && (tok < contact->tok || !found || (opens && !acts_behind_comma(c, found))); tok++) {
        const bg_mark *mark = bg_claims__party_at(c, tok);
        if (!mark) continue;
        const bg_date *when = bg_contact__date(c, contact);
        bool dead = c->mentions->people.items[mark->ref].historic && !(when && when->year); /* to whom wreaths are brought */
        bool local = dead || (contact->place_side && is(bg_claims__country(c, mark->ref), contact->place_side));
        bool tells = contact->subject != BG_NONE && !contact->nominal && reports(c, mark); /* "A nói các thanh sát viên đã đến B" */
        if (!local && !tells && (!found || tok < contact->tok || acts_behind_comma(c, mark))) found = mark;
        tok = mark->end - 1;
    }
    if (found) bg_contact__take(c, contact, found, "guest");
}

bool bg_contact__opens_page(const bg_claims *c, const bg_contact *contact) {
    return contact->in_title || bg_contact__position(c, contact) < 4;
}

/* "Cuộc diễn tập là kết quả của cuộc hội đàm giữa A và B": those who stand behind another noun took part in that. */
static bool is_of_other(const bg_claims *c, const bg_contact *contact, const bg_mark *who) {
    for (const bg_contact *other = contact + 1, *end = c->contacts.items + c->contacts.count; other < end && other->sentence == contact->sentence; other++) {
        bool within = other->nominal && other->people_count > 1 && who->tok >= other->trigger && who->end <= other->end;
        if (within && bg_type__is(other->type, BG_TYPE_OF_TWO) && bg_contact__has_person(other, who->ref)) return true;
    }
    return false;
}

/* Who stands nearest before a contact's noun in its sentence, else first after it. */
static void nearest_of_sentence(const bg_claims *c, bg_contact *contact, const bg_sentence *s) {
    const bg_mark *found = NULL;
    for (uint32_t tok = s->tok; tok < s->end && (tok < contact->tok || !found); tok++) {
        const bg_mark *mark = bg_claims__party_at(c, tok);
        if (!mark) continue;
        bool open = is(contact->type, "statement") || contact->side_count < 2 || bg_contact__has_side(contact, bg_claims__country(c, mark->ref)); /* no third state meets */
        bool states = is(contact->type, "other") || (is(contact->type, "signing") && contact->orphan && !bg_contact__opens_page(c, contact));
        bool tells = states && mark->end < contact->tok && speaks(c, mark); /* of what states do together */
        if (open && !tells && !is_of_other(c, contact, mark)) found = mark;
        tok = mark->end - 1;
    }
    if (found) bg_contact__take(c, contact, found, "participant");
}

/* "Sau chuyến thăm B, A sẽ tới C ngày 16/11": the day of what comes next. */
static bool is_of_next(const bg_claims *c, const bg_contact *contact, uint32_t date) {
    for (size_t i = 0; i < c->contacts.count && !contact->planned; i++) {
        const bg_contact *next = &c->contacts.items[i];
        if (next->sentence == contact->sentence && next->date == date && next->planned) return true;
    }
    return false;
}

/* "Trong khuôn khổ chuyến thăm …, sáng 27/9, A đã gặp B": the visit was on in that month. */
static void month_of_sentence(const bg_claims *c, bg_contact *contact, const bg_sentence *s) {
    bg_mentions *m = c->mentions;
    for (uint32_t tok = contact->end; tok < s->end && contact->date == BG_NONE && !bg_contact__is_ended(c, contact, s); tok++) {
        uint32_t mark = bg_text__at(c->text, tok, CLASS_DATE);
        if (mark == BG_NONE || c->text->marks.items[mark].ref == BG_NONE) continue;
        bg_date found = m->dates.items[c->text->marks.items[mark].ref], *month;
        if (found.period || found.vague || !found.month || is_of_next(c, contact, c->text->marks.items[mark].ref)) continue;
        if (!(month = BG_PUSH(c->text->arena, &m->dates))) return;
        *month = found;
        month->day = month->day2 = 0;
        contact->date = (uint32_t)m->dates.count - 1;
    }
}

/* "kết thúc chuyến thăm", "bắt đầu chuyến thăm": the noun does the work of a verb. */
static bool is_done(const bg_claims *c, const bg_contact *contact) {
    if (contact->trigger < 2) return false;
    uint32_t m = bg_text__at(c->text, contact->trigger - 2, CLASS_DOES);
    return m != BG_NONE && c->text->marks.items[m].end == contact->trigger;
}

/* "A và … B nhất trí …" with B as its subject: the first person of the sentence, of another country, is the other one. */
static void first_and_speaker(const bg_claims *c, bg_contact *pair, const bg_saying *s, const bg_sentence *sentence) {
    const char *country = bg_claims__country(c, s->speaker.entity);
    if (!country || !(is(s->act, "agrees") || is(s->act, "discusses"))) return;
    for (uint32_t tok = sentence->tok; tok < sentence->end && !pair->people_count; tok++) {
        const bg_mark *first = bg_contact__person_at(c, tok);
        if (!first) continue;
        if (is(bg_claims__country(c, first->ref), country)) return;
        bg_contact__take(c, pair, first, "participant");
    }
    if (!pair->people_count) return;
    bg_contact__add_voice(c, pair, s);
    bg_contact__add_side(pair, country, bg_saying__named(c, s));
}

/* "A và B nhất trí …" opens the page: they are the two of talks that a later noun names. */
static void two_of_joint_saying(const bg_claims *c, bg_contact *contact) {
    for (size_t i = 0; i < c->sayings.count; i++) {
        const bg_saying *s = &c->sayings.items[i];
        const bg_sentence *sentence = &c->text->sentences.items[s->sentence];
        bg_contact pair = {.side_count = 0};
        if (sentence->title || s->sentence > 4) continue;
        if (s->speaker.kind == BG_SPEAKER_BOTH && is(s->rule, "say.joint")) bg_contact__take_two(c, &pair, sentence);
        else if (s->speaker.kind == BG_SPEAKER_ENTITY) first_and_speaker(c, &pair, s, sentence);
        if (pair.people_count < 2) continue;
        contact->people_count = 0;
        for (unsigned j = 0; j < pair.people_count; j++) {
            contact->people[contact->people_count++] = pair.people[j];
            bg_contact__add_side(contact, pair.sides[j], pair.side_spans[j]);
        }
        contact->nominal = false;
        return;
    }
}

#define PAIR_LEAD 4 /* sentences of the body in which "hai nhà lãnh đạo" may mean the two whom the page has named so far */

/* Does the sentence say that both do it? */
static bool tells_both(const bg_claims *c, const bg_sentence *s) {
    for (uint32_t m = bg_text__first(c->text, s->tok, s->end, CLASS_BOTH); m != BG_NONE; m = bg_text__after(c->text, m, s->end, CLASS_BOTH))
        if (!is(bg_mark__get(c->text, bg_claims__mark(c, m), KEY_KIND), "text")) return true;
    return false;
}

/* The end of the page's first sentence, mostly its title, as far as it stands before the token. */
static uint32_t first_end(const bg_claims *c, uint32_t tok) {
    uint32_t end = c->text->sentences.items[0].end;
    return end < tok ? end : tok;
}

/* The one whom the page's first sentence names before the token by office and name, beside `but`; NULL: nobody, or several. */
static const bg_mark *only_official(const bg_claims *c, uint32_t end, const bg_mark *but) {
    const bg_mark *found = NULL;
    for (uint32_t m = bg_text__first(c->text, 0, end, CLASS_WHO); m != BG_NONE; m = bg_text__after(c->text, m, end, CLASS_WHO)) {
        const bg_mark *mark = bg_claims__mark(c, m);
        const bg_person *p = mark->ref == BG_NONE ? NULL : &c->mentions->people.items[mark->ref];
        if (!p || !p->name || (but && mark->ref == but->ref) || (found && mark->ref == found->ref)) continue;
        if (found || !bg_person__country(p) || !bg_person__is_official(p)) return NULL;
        found = mark;
    }
    return found;
}

/* "Trong cuộc điện đàm hôm nay, hai lãnh đạo …", and the title has named two of two states. */
static void two_named_so_far(const bg_claims *c, bg_contact *contact, const bg_sentence *s) {
    if (contact->told || bg_contact__of_past(c, contact) || c->body_before[contact->sentence] >= PAIR_LEAD || is(contact->type, "conference") || !tells_both(c, s)) return;
    bool within = contact->timed || bg_text__at(c->text, contact->trigger, CLASS_CIRCUMSTANCE) != BG_NONE;
    uint32_t end = first_end(c, s->tok), m = within ? bg_text__first(c->text, 0, end, CLASS_WHO) : BG_NONE;
    while (m != BG_NONE && (bg_claims__mark(c, m)->ref == BG_NONE || !c->mentions->people.items[bg_claims__mark(c, m)->ref].name)) m = bg_text__after(c->text, m, end, CLASS_WHO);
    const bg_mark *first = m == BG_NONE ? NULL : bg_claims__mark(c, m), *other = first ? only_official(c, end, first) : NULL;
    if (!other || !bg_person__is_official(&c->mentions->people.items[first->ref])) return;
    const char *a = bg_claims__country(c, first->ref), *b = bg_claims__country(c, other->ref);
    if (!a || is(a, b)) return;
    bg_contact__take(c, contact, first, "participant");
    bg_contact__take(c, contact, other, "participant");
    contact->nominal = false;
}

/* "A … trong cuộc họp báo chung với B": the first of another state in the sentence speaks beside B. */
static void add_speaker_beside(const bg_claims *c, bg_contact *statement, const bg_sentence *s) {
    const char *state = bg_claims__country(c, statement->people[0].person);
    for (uint32_t tok = s->tok; tok < statement->tok && state; tok++) {
        const bg_mark *mark = bg_claims__party_at(c, tok);
        if (!mark) continue;
        if (!is(bg_claims__country(c, mark->ref), state)) {
            bg_contact__take(c, statement, mark, "participant");
            return;
        }
        tok = mark->end - 1;
    }
}

/* "Nhân dịp X được bầu làm …, A gửi điện mừng": it is for X. */
static void add_recipient(const bg_claims *c, bg_contact *letter, const bg_sentence *s) {
    for (uint32_t tok = s->tok; tok < s->end; tok++) {
        const bg_mark *mark = bg_claims__party_at(c, tok);
        if (!mark) continue;
        bool other = c->mentions->people.items[mark->ref].name && !bg_contact__has_side(letter, bg_claims__country(c, mark->ref));
        if (other && mark->end < s->end && bg_text__is(c->text, mark->end, CLASS_RISEN)) {
            bg_contact__take(c, letter, mark, "recipient");
            return;
        }
        tok = mark->end - 1;
    }
}

#define BOTH_REACH 2 /* sentences back, where the two stand whom "hai nhà lãnh đạo" means */

/* "Trong cuộc điện đàm ngày 18/9, hai nhà lãnh đạo …": a day of its own, and the two of the contact told before. */
static void two_of_before(const bg_claims *c, bg_contact *contact, const bg_sentence *s) {
    bool both = false;
    for (uint32_t tok = contact->end; tok < s->end && !both; tok++) both = bg_text__is(c->text, tok, CLASS_BOTH);
    for (const bg_contact *before = contact; both && before-- > c->contacts.items && before->sentence + BOTH_REACH >= contact->sentence;) {
        if (before->people_count != 2 || before->side_count != 2 || before->sentence == contact->sentence) continue;
        memcpy(contact->people, before->people, sizeof contact->people);
        contact->people_count = 2;
        for (unsigned i = 0; i < 2; i++) bg_contact__add_side(contact, before->sides[i], before->side_spans[i]);
        return;
    }
}

/* "Bộ trưởng Quốc phòng hai nước": ministers of which the contact has none. */
bool bg_contact__are_others(const bg_claims *c, const bg_contact *contact, const bg_contact *pair) {
    uint32_t m = bg_text__first(c->text, contact->tok, contact->trigger, CLASS_BOTH);
    const bg_mark *both = m == BG_NONE ? NULL : &c->text->marks.items[m];
    const char *channel = both && is(bg_mark__get(c->text, both, KEY_KIND), "offices") ? bg_mark__get(c->text, both, KEY_CHANNEL) : NULL;
    for (unsigned i = 0; channel && i < pair->people_count; i++)
        if (is(c->mentions->people.items[pair->people[i].person].channel, channel)) return false;
    return channel != NULL;
}

#define PAIR_REACH 3 /* sentences back to the two whom "hai Thủ tướng" means */

/* "A đón B. Sau lễ đón, hai Thủ tướng hội đàm": the two of the contact told before. */
static void pair_of_before(const bg_claims *c, bg_contact *contact) {
    for (const bg_contact *before = contact; before-- > c->contacts.items && before->sentence + PAIR_REACH >= contact->sentence;) {
        if (before->people_count != 2 || before->side_count != 2 || bg_contact__named_people(c, before) != 2 || before->told) continue;
        if (c->text->sentences.items[before->sentence].title || bg_contact__are_others(c, contact, before)) return;
        memcpy(contact->people, before->people, sizeof contact->people);
        contact->people_count = 2;
        for (unsigned i = 0; i < 2; i++) bg_contact__add_side(contact, before->sides[i], before->side_spans[i]);
        contact->orphan = contact->both = contact->partial = false;
        return;
    }
}

/* Named by a noun alone, and no occasion: goods that are sent, a ceremony in what somebody says. */
static bool is_vague(const bg_claims *c, const bg_contact *contact) {
    if (!contact->bare || contact->date != BG_NONE || bg_contact__opens_page(c, contact)) return false;
    return is(contact->type, "aid") || (contact->told && is(contact->type, "ceremony"));
}

#define NUMBER_NEAR 3 /* words behind a noun in which its number stands */

/* "Phiên họp thứ 9 Ủy ban …" names no party: one of a row that two states hold. */
static bool is_numbered(const bg_claims *c, const bg_contact *contact, const bg_sentence *s) {
    if (!contact->bare || contact->side_count || !bg_type__is(contact->type, BG_TYPE_BY_STATES) || is(contact->type, "signing")) return false;
    for (uint32_t tok = contact->trigger; tok < s->end && tok < contact->trigger_end + NUMBER_NEAR; tok++) {
        const bg_token *t = &c->text->tokens.items[tok];
        if (t->flags & BG_TOK_NUMBER && t->value < 100) return true;
    }
    return false;
}

/* Relations are the states' own, and so is what a state declares. */
static bool is_of_state(const bg_contact *contact) {
    return is(contact->type, "other") ? contact->orphan : is(contact->type, "statement") && contact->side_count && !contact->bare;
}

/* Fill the parties of a contact that is named by a noun alone. */
static void complete(const bg_claims *c, bg_contact *contact) {
    const bg_sentence *s = &c->text->sentences.items[contact->sentence];
    contact->reference = contact->bare;
    contact->bare |= contact->abstract;
    if (contact->abstract || is_vague(c, contact)) return;
    if (contact->bare && !bg_contact__opens_page(c, contact) && bg_text__is(c->text, contact->trigger_end, CLASS_DEMONSTRATIVE)) return; /* "Cuộc điện đàm này": the one told before */
    if (s->title || s->caption) return;
    if (is_numbered(c, contact, s) && !bg_contact__opens_page(c, contact)) {
        contact->bare = false, contact->orphan = true;
        return;
    }
    if (contact->orphan && contact->both && !contact->people_count && !contact->side_count && !contact->told && bg_type__is(contact->type, BG_TYPE_OF_TWO))
        pair_of_before(c, contact);
    if (contact->people_count == 1 && contact->nested && contact->nominal) bg_contact__take_two(c, contact, s);
    if (is(contact->type, "letter") && contact->people_count && contact->side_count == 1) add_recipient(c, contact, s);
    if (is(contact->type, "statement") && contact->nominal && contact->object != BG_NONE && contact->people_count == 1) add_speaker_beside(c, contact, s);
    if (contact->people_count) return;
    if (is(contact->type, "visit")) {
        if (contact->side_count && !contact->ships) visitor_of_sentence(c, contact, s);
        if (contact->people_count && contact->tok <= s->tok + 4) month_of_sentence(c, contact, s);
    } else if (is(contact->type, "statement") && contact->bare) {
        const bg_mark *speaker = speaker_behind(c, contact, s);
        if (speaker) bg_contact__take(c, contact, speaker, "participant"), contact->bare = false;
        return;
    } else if (bg_type__is(contact->type, BG_TYPE_OF_TWO)) {
        if (!contact->side_count) two_named_so_far(c, contact, s);
        if (!contact->people_count) bg_contact__take_two(c, contact, s);
        if (!contact->people_count && !contact->side_count && contact->date != BG_NONE) two_of_before(c, contact, s);
        if (!bg_contact__named_people(c, contact) && !contact->told && bg_contact__position(c, contact) < 6) two_of_joint_saying(c, contact);
    }
    else if (contact->nominal && contact->nested) bg_contact__take_two(c, contact, s);
    else if (contact->nominal && !is_of_state(contact) && !(is(contact->type, "statement") && contact->both)) nearest_of_sentence(c, contact, s);
    bool home = is(contact->type, "ceremony") && contact->reference && contact->side_count < 2 && !bg_contact__opens_page(c, contact); /* a state's own */
    if (!contact->people_count || home) return;
    contact->bare = false;
    contact->partial = contact->side_count < 2;
    if (contact->people_count >= 2 && bg_contact__opens_page(c, contact) && contact->tok <= s->tok + 3) contact->nominal = false;
    if (is(contact->type, "visit") && is_done(c, contact)) contact->nominal = false;
}

void bg_contact__complete(bg_claims *claims) {
    for (size_t i = 0; i < claims->contacts.count; i++) complete(claims, &claims->contacts.items[i]);
    bg_contact__carry_time(claims);
}
