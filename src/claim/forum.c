/* forum: before whom the words of the opening are said, and whether they are of what the speaker would do. */
#include "choose.h"

#define OPENS 3       /* sentences of the body in which the words are said */
#define AT_REACH 4    /* words from "tại" to "cuộc họp báo" */
#define WISH_REACH 12 /* words from "để ngỏ khả năng" to the contact */

/* "tại cuộc họp báo", "trong buổi phỏng vấn" at the token? */
static bool is_press_meeting(const bg_claims *c, const bg_sentence *s, uint32_t tok) {
    uint32_t m = bg_text__at(c->text, tok, CLASS_CONTACT);
    if (m == BG_NONE || !is(bg_mark__get(c->text, &c->text->marks.items[m], KEY_VALUE), "statement")) return false;
    if (bg_mark__get(c->text, &c->text->marks.items[m], KEY_PRESS)) return true;
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
