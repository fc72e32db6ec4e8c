/* forum: before whom the words of the opening are said, by how many states, and whether they are of what the speaker would do. */
#include "choose.h"
#include "complete.h"

#define OPENS 3       /* sentences of the body in which the words are said */
#define AT_REACH 4    /* words from "tại" to "cuộc họp báo" */
#define WISH_REACH 12 /* words from "để ngỏ khả năng" to the contact */

/* "tại cuộc họp báo", "trong buổi phỏng vấn" at the token? What is written or held forth is no such meeting. */
static bool is_press_meeting(const bg_claims *c, const bg_sentence *s, uint32_t tok) {
    uint32_t m = bg_text__at(c->text, tok, CLASS_CONTACT);
    if (m == BG_NONE || !is(bg_mark__get(c->text, &c->text->marks.items[m], KEY_VALUE), "statement")) return false;
    if (bg_mark__get(c->text, &c->text->marks.items[m], KEY_PRESS)) return true;
    if (bg_text__at(c->text, tok, CLASS_TEXTNOUN) != BG_NONE) return false;
    return tok > s->tok && bg_text__ends_at(c->text, s->tok, tok, CLASS_WITHIN, AT_REACH) != BG_NONE;
}

/* "trả lời các phóng viên", "nói trước báo giới" */
static bool are_press(const bg_claims *c, const bg_sentence *s, uint32_t tok) {
    uint32_t m = bg_text__at(c->text, tok, CLASS_PERSONNOUN);
    if (m == BG_NONE || !is(bg_mark__get(c->text, &c->text->marks.items[m], KEY_VALUE), "press")) return false;
    return bg_text__ends_at(c->text, s->tok, tok, CLASS_HEARS, 1) != BG_NONE || bg_text__ends_at(c->text, s->tok, tok, CLASS_INTERVIEW, 3) != BG_NONE;
}

/* Does what the sentence tells around the words name the press: "nói với báo giới", "Trả lời phỏng vấn …", "tại cuộc họp báo"? */
bool bg_saying__faces_press(const bg_claims *c, const bg_saying *s) {
    const bg_sentence *sentence = &c->text->sentences.items[s->sentence];
    if (s->addressee.kind == BG_SPEAKER_ENTITY || (s->speaker_tok != BG_NONE && bg_claims__is_said(c, sentence, s->speaker_tok))) return false; /* who tells of him faces it */
    for (uint32_t tok = sentence->tok; tok < sentence->end; tok++) {
        if (tok >= s->tok && tok < s->end) continue;
        uint32_t m = bg_text__at(c->text, tok, CLASS_CIRCUMSTANCE);
        if (m != BG_NONE && is(bg_mark__get(c->text, &c->text->marks.items[m], KEY_VALUE), "press")) return true;
        if (is_press_meeting(c, sentence, tok) || are_press(c, sentence, tok)) return true;
    }
    return false;
}

/* How a telling of it stands to what is: by "may" -1, by a word that is sure 1, without a word 0. */
static int surety(const bg_claims *c, const bg_contact *contact) {
    const bg_sentence *s = &c->text->sentences.items[contact->sentence];
    uint32_t from = contact->trigger > s->tok + WISH_REACH ? contact->trigger - WISH_REACH : s->tok;
    uint32_t m = bg_text__last(c->text, from, contact->trigger, CLASS_PLANNED);
    const char *value = m == BG_NONE ? NULL : bg_mark__get(c->text, &c->text->marks.items[m], KEY_VALUE);
    return value ? (is(value, "may") ? -1 : 1) : 0;
}

/* "A để ngỏ khả năng gặp B", "A nói ông muốn điện đàm với B": title and opening tell it by such a word, and by none that is sure. */
bool bg_contact__is_wished(const bg_claims *c, const bg_contact *contact) {
    int wished = 0;
    for (size_t i = 0; i < c->contacts.count && i < BG_CONTACTS_NEAR && contact->planned && !contact->nominal; i++) {
        const bg_contact *again = &c->contacts.items[i];
        const bg_sentence *s = &c->text->sentences.items[again->sentence];
        bool same = again == contact || (again->merged != BG_NONE && &c->contacts.items[again->merged] == contact);
        if (!same || s->caption || (!s->title && c->body_before[again->sentence] >= OPENS)) continue;
        int sure = surety(c, again);
        if (sure > 0) return false;
        wished -= sure;
    }
    return wished > 0;
}

#define MANY 3      /* states that speak as one */
#define MANY_LEAD 2 /* sentences of the body in which they do */

/* Those whom the list before the verb names, and whom the words address. */
static void take_speakers(const bg_claims *c, bg_contact *statement, const bg_saying *s) {
    for (uint32_t tok = s->speaker_tok; tok < s->tok && c->text->tokens.items[tok].start < s->verb_span.start; tok++) {
        uint32_t who = bg_text__at(c->text, tok, CLASS_WHO), side = who == BG_NONE ? bg_text__at(c->text, tok, CLASS_SIDE) : who;
        if (side == BG_NONE) continue;
        const bg_mark *mark = &c->text->marks.items[side];
        if (who != BG_NONE) bg_contact__take(c, statement, mark, "participant");
        else if (bg_mention__country(c->mentions, mark)) bg_contact__add_side(statement, bg_mention__country(c->mentions, mark), bg_text__span(c->text, mark->tok, mark->end));
        tok = mark->end - 1;
    }
}

/* "A, B và C yêu cầu D …" where a page begins that tells no other contact: what they say together is its news. */
bg_contact *bg_contact__voice_of_many(bg_claims *c) {
    const bg_sentence *title = bg_title__find(c);
    if (!title || bg_title__asks(c, title) || bg_title__explains(c, title) || bg_title__weighs(c) || bg_claims__onlookers_speak(c)) return NULL;
    for (size_t i = 0; i < c->sayings.count; i++) {
        const bg_saying *s = &c->sayings.items[i];
        const bg_sentence *sentence = &c->text->sentences.items[s->sentence];
        if (s->speaker.kind != BG_SPEAKER_BOTH || s->speaker_tok == BG_NONE || !is(s->rule, "say.joint-list")) continue;
        if (sentence->title || sentence->caption || c->body_before[bg_saying__begins(c, s)] >= MANY_LEAD) continue;
        bg_contact *statement = bg_contact__add_statement(c, s, "contact.voice");
        if (!statement) return NULL;
        take_speakers(c, statement, s);
        bool many = statement->side_count >= MANY;
        if (s->addressee.kind == BG_SPEAKER_SIDE) bg_contact__add_side(statement, s->addressee.side, s->content);
        statement->bare = !many || !(bg_title__names(c, title, statement) || bg_text__any(c->text, title->tok, title->end, CLASS_STATES));
        return statement->bare ? NULL : statement;
    }
    return NULL;
}
