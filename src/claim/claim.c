/* claim: the stage's order. */
#include "claim.h"

/* Level "fill" serves both levels behind it. */
static bool fill(bg_text *text) {
    unsigned level = bg_grammar__level(text->data, "fill");
    for (size_t i = 0; i < text->sentences.count; i++)
        if (!bg_match__level(text, &text->sentences.items[i], level)) return false;
    return true;
}

/* A contact that stands in what somebody says is recalled or wished for, unless he announces it. */
static void mark_told(bg_claims *claims) {
    for (size_t i = 0; i < claims->contacts.count; i++) {
        bg_contact *contact = &claims->contacts.items[i];
        for (size_t j = 0; j < claims->sayings.count && !contact->told && !contact->spoken; j++) {
            const bg_saying *s = &claims->sayings.items[j];
            contact->told = contact->trigger >= s->tok && contact->trigger < s->end && strcmp(s->act, "informs") != 0;
        }
    }
}

bool bg_claims__find(bg_claims *claims, bg_mentions *mentions) {
    memset(claims, 0, sizeof *claims);
    claims->mentions = mentions;
    claims->text = mentions->text;
    if (!fill(claims->text) || !bg_saying__find(claims) || !bg_contact__find(claims)) return false;
    mark_told(claims);
    bg_contact__complete(claims);
    if (!bg_contact__merge(claims)) return false;
    if (!bg_contact__find_speakers(claims)) return false;
    bg_contact__choose(claims);
    bg_contact__share_day(claims);
    bg_contact__adopt_orphans(claims);
    return true;
}
