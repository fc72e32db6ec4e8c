/* claim: the stage's order. */
#include "claim.h"

#define QUOTE_REACH 40 /* sentences that the content of a statement may go back */

/* A level that serves the levels behind it. */
static bool run_level(bg_text *text, const char *name) {
    unsigned level = bg_grammar__level(text->data, name);
    for (size_t i = 0; i < text->sentences.count; i++)
        if (!bg_match__level(text, &text->sentences.items[i], level)) return false;
    return true;
}

/* "A và B nhất trí … tại hội đàm ngày 3/5", "A khẳng định … trong cuộc điện đàm hôm nay với B": with its own day the contact is where it was said, not what was said. */
static bool has_own_day(const bg_claims *c, const bg_contact *contact, const bg_saying *saying) {
    const bg_date *d = bg_contact__date(c, contact);
    if (!contact->nominal || !d || d->tok < contact->trigger_end || bg_text__any(c->text, saying->tok, contact->trigger, CLASS_SAY)) return false;
    bool next = d->tok <= contact->trigger_end + 1 && !bg_text__any(c->text, saying->tok, contact->trigger, CLASS_HELD);
    return saying->speaker.kind == BG_SPEAKER_BOTH || (saying->speaker.kind == BG_SPEAKER_ENTITY && next);
}

/* "A cảnh báo …, trong điện đàm với B": at the end, behind a comma, the contact is where he said it. */
static bool frames_speech(const bg_claims *c, const bg_contact *contact, const bg_saying *saying) {
    const bg_sentence *s = &c->text->sentences.items[contact->sentence];
    if (!contact->timed || contact->trigger < s->tok + 2) return false;
    const bg_token *before = &c->text->tokens.items[contact->trigger - 2];
    return (before->flags & BG_TOK_PUNCT && before->value == ',') || has_own_day(c, contact, saying);
}

/* The first statement of a sentence from which on a content may reach `sentence`. */
static size_t near_saying(const bg_claims *c, size_t sentence) {
    size_t low = 0, high = c->sayings.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (c->sayings.items[middle].sentence + QUOTE_REACH < sentence) low = middle + 1;
        else high = middle;
    }
    return low;
}

bool bg_claims__is_said(const bg_claims *c, const bg_sentence *s, uint32_t tok) {
    size_t sentence = (size_t)(s - c->text->sentences.items);
    for (size_t i = near_saying(c, sentence); i < c->sayings.count && c->sayings.items[i].sentence <= sentence + QUOTE_REACH; i++)
        if (tok >= c->sayings.items[i].tok && tok < c->sayings.items[i].end) return true;
    return false;
}

/* A contact that stands in what somebody says is recalled or wished for, unless he announces it. */
static void mark_told(bg_claims *claims) {
    for (size_t i = 0, first = 0; i < claims->contacts.count; i++) {
        bg_contact *contact = &claims->contacts.items[i];
        while (first < claims->sayings.count && claims->sayings.items[first].sentence + QUOTE_REACH < contact->sentence) first++;
        for (size_t j = first; j < claims->sayings.count && !contact->told && !contact->spoken; j++) {
            if (claims->sayings.items[j].sentence > contact->sentence + QUOTE_REACH) break;
            const bg_saying *s = &claims->sayings.items[j];
            contact->told = contact->trigger >= s->tok && contact->trigger < s->end && strcmp(s->act, "informs") != 0 && !frames_speech(claims, contact, s);
        }
    }
}

/* What the title says by its build (bg_title__weighs). */
static bool run_title(const bg_claims *c) {
    const bg_sentence *title = bg_title__find(c);
    return !title || bg_match__level(c->text, title, bg_grammar__level(c->text->data, "title"));
}

static bool count_body(bg_claims *claims) {
    const bg_text *text = claims->text;
    claims->body_before = bg_arena__alloc(text->arena, (text->sentences.count + 1) * sizeof *claims->body_before);
    for (uint32_t i = 0, n = 0; claims->body_before && i < text->sentences.count; i++) {
        const bg_sentence *s = &text->sentences.items[i];
        claims->body_before[i] = n;
        n += !s->title && !s->caption && !s->heading;
    }
    return claims->body_before != NULL;
}

bool bg_claims__find(bg_claims *claims, bg_mentions *mentions) {
    memset(claims, 0, sizeof *claims);
    claims->mentions = mentions;
    claims->text = mentions->text;
    if (!count_body(claims) || !run_level(claims->text, "place") || !run_title(claims) || !bg_saying__find(claims) || !bg_contact__find(claims)) return false;
    bg_claims__note_former(claims);
    mark_told(claims);
    bg_contact__complete(claims);
    if (!bg_contact__merge(claims)) return false;
    bg_contact__note_arrivals(claims);
    bg_contact__bind_today(claims);
    if (!bg_contact__find_speakers(claims)) return false;
    bg_contact__choose(claims);
    bg_contact__bind_today(claims);
    bg_contact__adopt_orphans(claims);
    bg_contact__know_today(claims);
    bg_contact__share_day(claims);
    bg_contact__follow_story(claims);
    bg_contact__follow_main(claims);
    bg_contact__take_years(claims);
    bg_contact__add_ends(claims);
    bg_contact__fold_twins(claims);
    bg_contact__drop_asides(claims);
    bg_contact__check_years(claims);
    bg_contact__check_tense(claims);
    return true;
}
