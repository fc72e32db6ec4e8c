/* promise: whose act is told within what one says: his own promise, or a fact about another. */
#include "say.h"

typedef enum bg_own { NO_PARTY, OWN_PARTY, OTHER_PARTY } bg_own;

/* "Nga và Trung Quốc", what both say of themselves. */
static bool are_two_sides(const bg_say_reader *r, uint32_t tok) {
    uint32_t m = bg_text__at(r->text, tok, CLASS_SIDE), and = m == BG_NONE ? 0 : r->text->marks.items[m].end;
    return m != BG_NONE && and + 1 < r->text->tokens.count && bg_text__is(r->text, and, CLASS_AND) && bg_text__is(r->text, and + 1, CLASS_SIDE);
}

/* "họ", "nước này", "hai bên": of a state or of both that speak; "mình": of whoever speaks. */
static bg_own owner_by_word(const bg_say_reader *r, const bg_party *speaker, uint32_t tok) {
    if (speaker->kind == BG_SPEAKER_BOTH) return bg_text__at(r->text, tok, CLASS_BOTH) != BG_NONE || are_two_sides(r, tok) ? OWN_PARTY : NO_PARTY;
    uint32_t m = bg_text__at(r->text, tok, CLASS_PRONOUN);
    const char *kind = m == BG_NONE ? NULL : bg_mark__get(r->text, &r->text->marks.items[m], KEY_VALUE);
    if (is(kind, "self")) return OWN_PARTY;
    if (is(kind, "group") || is(kind, "body")) return speaker->kind == BG_SPEAKER_SIDE ? OWN_PARTY : NO_PARTY;
    return is(kind, "state") ? OWN_PARTY : NO_PARTY;
}

/* A party that begins at the token, seen from the speaker: himself, his state, "chúng tôi"; or another. */
static bg_own owner_at(const bg_say_reader *r, const bg_party *speaker, uint32_t tok) {
    if (r->quoted[tok] && bg_text__at(r->text, tok, CLASS_FIRSTPERSON) != BG_NONE) return OWN_PARTY;
    if (owner_by_word(r, speaker, tok) == OWN_PARTY) return OWN_PARTY;
    unsigned kinds[] = {CLASS_WHO, CLASS_SIDE, CLASS_PLACE};
    const char *own = bg_say__country(r, speaker);
    for (size_t i = 0; i < BG_COUNT(kinds); i++) {
        uint32_t m = bg_text__at(r->text, tok, kinds[i]);
        if (m == BG_NONE) continue;
        const bg_mark *mark = &r->text->marks.items[m];
        if (mark->klass == CLASS_WHO && r->quoted[tok] && is(bg_mark__rule(r->text, mark), "who.pronoun")) return OTHER_PARTY; /* "Ông ta sẽ …", he says */
        if (mark->klass == CLASS_WHO && speaker->kind == BG_SPEAKER_ENTITY && mark->ref != BG_NONE)
            return mark->ref == speaker->entity ? OWN_PARTY : OTHER_PARTY;
        if (mark->klass == CLASS_PLACE && !bg_mark__get(r->text, mark, KEY_METONYM)) continue;
        const char *country = bg_mention__country(r->claims->mentions, mark);
        if (country) return own && strcmp(country, own) == 0 ? OWN_PARTY : OTHER_PARTY;
    }
    return NO_PARTY;
}

/* A word that is surely one of a contact. */
static bool is_contact(const bg_say_reader *r, uint32_t tok) {
    uint32_t m = bg_text__at(r->text, tok, CLASS_CONTACT);
    return m != BG_NONE && !is(bg_mark__get(r->text, &r->text->marks.items[m], KEY_WEAK), "yes");
}

#define ANNOUNCED_NEAR 4 /* words from the cue to the contact it announces */
#define PLEDGE_NEAR 12 /* words from the party's first word to the cue */

/* "tôi sẽ có cuộc hội đàm với …": announced rather than promised. */
bool bg_say__is_announcement(const bg_say_reader *r, uint32_t cue, uint32_t end) {
    for (uint32_t i = cue; i < end && i <= cue + ANNOUNCED_NEAR; i++)
        if (is_contact(r, i)) return true;
    return false;
}

/* "Bộ Ngoại giao cho biết Chủ tịch nước sẽ thăm …": told of him, not promised. */
static bool announces_other(const bg_say_reader *r, const bg_party *speaker, uint32_t tok, uint32_t cue, uint32_t end) {
    uint32_t say = bg_text__at(r->text, cue, CLASS_SAY); /* "sẽ", not "sẵn sàng" */
    if (say == BG_NONE || !is(bg_mark__get(r->text, &r->text->marks.items[say], KEY_WEAK), "yes") || !bg_say__is_announcement(r, cue, end)) return false;
    const bg_person *person = speaker->kind == BG_SPEAKER_ENTITY ? &r->claims->mentions->people.items[speaker->entity] : NULL;
    bool tells = person ? bg_person__only_tells(person) : speaker->kind == BG_SPEAKER_SIDE;
    for (uint32_t i = tok; i < cue; i++) {
        if (bg_text__is(r->text, i, CLASS_BOTH)) return true;
        if (tells && (bg_text__is(r->text, i, CLASS_WHO) || (person && bg_text__is(r->text, i, CLASS_SIDE)))) return true;
    }
    return false;
}

/* "Nếu X làm …, Nga sẽ …": behind the clause that only supposes. */
static uint32_t behind_condition(const bg_say_reader *r, uint32_t tok, uint32_t end) {
    uint32_t sub = tok < end ? bg_text__at(r->text, tok, CLASS_SUBCLAUSE) : BG_NONE, comma = tok;
    if (sub == BG_NONE || is(bg_mark__get(r->text, &r->text->marks.items[sub], KEY_VALUE), "told")) return tok;
    while (comma < end && comma < tok + PLEDGE_REACH && !bg_say__is_sign(r, comma, ',')) comma++;
    return comma < end && bg_say__is_sign(r, comma, ',') ? comma + 1 : tok;
}

/* "Tôi có thể sẽ …": what only may be. */
static bool may_be(const bg_say_reader *r, uint32_t tok, uint32_t cue) {
    for (uint32_t i = cue + 1; i-- > tok && i + ANNOUNCED_NEAR > cue;) {
        uint32_t m = bg_text__at(r->text, i, CLASS_ONGOING);
        if (m != BG_NONE && r->text->marks.items[m].end >= cue) return is(bg_mark__get(r->text, &r->text->marks.items[m], KEY_VALUE), "hedge");
    }
    return false;
}

/* "nhấn mạnh cam kết của Tổng thống B …": a word that somebody else gave. */
static bool is_of_another(const bg_say_reader *r, const bg_party *speaker, const bg_mark *cue) {
    return cue->end + 1 < r->s->end && bg_text__is(r->text, cue->end, CLASS_OF) && owner_at(r, speaker, cue->end + 1) == OTHER_PARTY;
}

/* "khẳng định Nga sẽ …", "khẳng định tiếp tục …": of what he himself or his state will do. */
bool bg_say__is_promise(const bg_say_reader *r, const bg_party *speaker, uint32_t tok, uint32_t end) {
    if (tok < end && bg_say__is_quote(r, tok)) tok++;
    if (tok < end && bg_text__is(r->text, tok, CLASS_DEEDNOUN)) return false; /* "việc liên lạc giữa A và B sẽ …" */
    uint32_t first = tok, near = 0; /* the cue must stand this near behind a party of the speaker's own */
    tok = behind_condition(r, tok, end);
    for (uint32_t i = tok; i < end && i < tok + PLEDGE_REACH; i++) {
        uint32_t cue = bg_text__at(r->text, i, CLASS_PLEDGECUE);
        const char *kind = cue == BG_NONE ? NULL : bg_mark__get(r->text, &r->text->marks.items[cue], KEY_VALUE);
        if (kind && i == first) return !is(kind, "own") && !is_of_another(r, speaker, &r->text->marks.items[cue]);
        if (kind && may_be(r, tok, i)) return false;
        if (kind && !is(kind, "open")) return i < near && !announces_other(r, speaker, tok, i, end);
        uint32_t say = near ? bg_text__at(r->text, i, CLASS_SAY) : BG_NONE; /* "Việt Nam coi trọng …, sẵn sàng …" */
        if (say != BG_NONE && !is(bg_mark__get(r->text, &r->text->marks.items[say], KEY_VALUE), "pledges")) return false;
        bg_own owner = owner_at(r, speaker, i);
        bool joins = near && i > tok && bg_text__is(r->text, i - 1, CLASS_AND); /* "Nga và Peru sẵn sàng" */
        if (owner == OTHER_PARTY && !joins) return false;
        if (owner == OWN_PARTY) near = i + PLEDGE_NEAR;
    }
    return false;
}

bool bg_head__is_own_pledge(const bg_say_reader *r, const bg_head *h, uint32_t tok, uint32_t end) {
    if (!(is(h->act, "affirms") || is(h->act, "informs"))) return false;
    bool source = is(h->kind, "source") || is(h->kind, "behind"); /* "Theo ông A, Nga sẽ …" */
    if (source ? h->speaker.kind != BG_SPEAKER_ENTITY : !bg_say__verb_has(r, h, CLASS_PROMISER)) return false;
    return bg_say__is_promise(r, &h->speaker, tok, end);
}

#define PAST_NEAR 7 /* words of a clause within which its verb is said to be over */

#define FRAME_MOST 12 /* words of "Trong suốt nhiều năm," */

/* Behind the words that only tell when or where. */
static uint32_t behind_frame(const bg_say_reader *r, uint32_t tok, uint32_t end) {
    if (tok >= end || (bg_text__at(r->text, tok, CLASS_CIRCUMSTANCE) == BG_NONE && bg_text__at(r->text, tok, CLASS_DATE) == BG_NONE)) return tok;
    for (uint32_t i = tok; i < end && i < tok + FRAME_MOST; i++)
        if (bg_say__is_sign(r, i, ',')) return i + 1;
    return tok;
}

/* "hai bên đã nhất trí …", "Chúng tôi đã trò chuyện": a fact. */
static bool tells_past(const bg_say_reader *r, uint32_t tok, uint32_t end) {
    bool quoted = tok < end && r->quoted[tok], own = false;
    tok = behind_frame(r, tok, end);
    for (uint32_t i = tok; i < end && i < tok + PAST_NEAR; i++) {
        own |= bg_text__at(r->text, i, CLASS_FIRSTPERSON) != BG_NONE;
        if (bg_text__at(r->text, i, CLASS_DONE) != BG_NONE) return own || !quoted;
        if (bg_say__is_sign(r, i, ',')) return false;
    }
    return false;
}

/* "ông B trả lời rằng …", told by A: what somebody else, or both, said. */
bool bg_say__tells_speech(const bg_say_reader *r, const bg_party *speaker, uint32_t tok, uint32_t end) {
    bool other = false, known = bg_say__country(r, speaker);
    for (uint32_t i = tok; i < end && i < tok + PAST_NEAR; i++) {
        if (bg_say__is_sign(r, i, ',') || bg_text__at(r->text, i, CLASS_NEGATION) != BG_NONE || bg_text__is(r->text, i, CLASS_ONGOING) || bg_text__is(r->text, i, CLASS_MUST)) return false;
        if (i == tok) other = (known && owner_at(r, speaker, i) == OTHER_PARTY) || bg_text__at(r->text, i, CLASS_BOTH) != BG_NONE;
        uint32_t say = other ? bg_text__at(r->text, i, CLASS_SAY) : BG_NONE;
        if (say != BG_NONE) return bg_text__at(r->text, i, CLASS_REPORT) != BG_NONE || bg_mark__get(r->text, &r->text->marks.items[say], KEY_NEUTRAL);
    }
    return false;
}

/* Behind "đã" at the token the verb of a word or a contact, but for "nhiều lần", "cùng": "đã đề nghị", not "đã đến lúc cần". */
static bool does_deed(const bg_say_reader *r, uint32_t tok, uint32_t end) {
    uint32_t done = tok, adverb;
    while (tok < end && (adverb = bg_text__at(r->text, tok, CLASS_SAYADV)) != BG_NONE && !bg_text__is(r->text, tok, CLASS_NEGATION)) {
        if (tok > done && bg_text__is(r->text, tok, CLASS_SAY)) break; /* "tiếp tục đề nghị" */
        tok = r->text->marks.items[adverb].end;
    }
    return tok > done && tok < end && (bg_text__is(r->text, tok, CLASS_SAY) || is_contact(r, tok));
}

/* "Theo ông A, hai nước đã ký …", "… Nga đã đề nghị …": what was said or done with others, not a view ("đã đạt được nhiều bước tiến", "có thể đã"). */
static bool tells_deed(const bg_say_reader *r, uint32_t tok, uint32_t end) {
    tok = behind_frame(r, tok, end);
    if (tok >= end || !bg_say__begins_with_party(r, tok)) return false;
    for (uint32_t i = tok; i < end && i < tok + PAST_NEAR; i++) {
        if (bg_say__is_sign(r, i, ',') || bg_text__is(r->text, i, CLASS_ONGOING) || bg_text__is(r->text, i, CLASS_NEGATION)) return false;
        if (bg_text__is(r->text, i, CLASS_DONE)) return does_deed(r, i, end);
    }
    return false;
}

/* What a verb that may tell anything, or none, tells as a fact. */
bool bg_head__tells_fact(const bg_say_reader *r, const bg_head *h, uint32_t tok, uint32_t end) {
    bool source = is(h->kind, "source") || is(h->kind, "behind");
    bool neutral = !source && is(bg_mark__get(r->text, h->verb, KEY_NEUTRAL), "yes");
    if (!is(h->act, "affirms") || !(neutral || source)) return false;
    if (tok < end && bg_say__is_quote(r, tok)) tok++;
    return (neutral ? tells_past(r, tok, end) : tells_deed(r, tok, end)) || bg_say__tells_speech(r, &h->speaker, tok, end);
}
