/*
 * subject: verbs of contact in a row share the subject of the first. In "A hội kiến B, chào C và hội đàm với D" the party before
 * "chào" is the object of "hội kiến", cut off by the comma; it is A who calls on C.
 */
#include "claim.h"

/* The party that begins at a token: a person, else a state or body. */
static const bg_mark *party_at(const bg_claims *c, uint32_t tok) {
    const bg_classes *k = &c->mentions->classes;
    uint32_t m = tok == BG_NONE ? BG_NONE : bg_text__at(c->text, tok, k->who);
    if (m == BG_NONE && tok != BG_NONE) m = bg_text__at(c->text, tok, k->side);
    return m == BG_NONE ? NULL : &c->text->marks.items[m];
}

/* Is the party at `tok` the object of the contact, or in a row with it: "gặp B, C và D"? */
static const bg_mark *among_objects(const bg_claims *c, const bg_contact *contact, uint32_t tok) {
    const bg_mark *object = party_at(c, contact->object);
    while (object && object->tok < tok) object = bg_contact__next_in_row(c, object, tok + 1);
    return object && object->tok == tok ? object : NULL;
}

static bool link_between(const bg_claims *c, uint32_t tok, uint32_t end) {
    for (uint32_t i = tok; i < end; i++)
        if (bg_contact__is_link(c, i)) return true;
    return false;
}

/* Is the subject of `next` an object of `before`, cut off from its verb by a link? */
static bool goes_on(const bg_claims *c, const bg_contact *before, const bg_contact *next) {
    if (before->nominal || next->nominal || next->subject == BG_NONE || next->trigger <= before->trigger) return false;
    const bg_mark *object = among_objects(c, before, next->subject);
    return object && link_between(c, object->end, next->trigger);
}

static bool class_between(const bg_claims *c, uint32_t tok, uint32_t end, unsigned klass) {
    for (uint32_t i = tok; i < end && klass; i++)
        if (bg_text__at(c->text, i, klass) != BG_NONE) return true;
    return false;
}

static void share(const bg_claims *c, const bg_contact *before, bg_contact *next) {
    const bg_mark *subject = party_at(c, before->subject), *object = party_at(c, next->object);
    const char *of_subject = next->people_count ? next->people[0].role : "participant";
    const char *of_object = next->people_count > 1 ? next->people[1].role : "participant";
    if (!subject || is(next->type, "letter")) return;
    next->people_count = next->side_count = 0;
    next->subject = before->subject;
    bg_contact__add_party(c, next, subject, of_subject);
    if (object) bg_contact__add_party(c, next, object, of_object);
    if (before->planned && !class_between(c, before->object, next->trigger, c->mentions->classes.held)) next->planned = true;
}

void bg_contact__share_subject(bg_claims *c, size_t first) {
    for (size_t i = first; i < c->contacts.count; i++)
        for (size_t j = first; j < c->contacts.count; j++)
            if (i != j && goes_on(c, &c->contacts.items[j], &c->contacts.items[i])) {
                share(c, &c->contacts.items[j], &c->contacts.items[i]);
                break;
            }
}
