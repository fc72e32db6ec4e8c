/* address: to whom the state speaks whose statement is the page's news, as the title tells or the office of the one who speaks; who holds the
 * conference that is the news. */
#include "claim.h"

#define LEAD 3 /* sentences of the body in which it is told who speaks */

static const char *party_of(const bg_claims *c, const bg_mark *fact, uint32_t name) {
    const bg_capture *cap = bg_mark__capture(c->text, fact, name);
    return cap && cap->mark != BG_NONE ? bg_mention__country(c->mentions, &c->text->marks.items[cap->mark]) : NULL;
}

/* The other one of a pair; NULL if the speaker's state is none of the two. */
static const char *addressed_by(const bg_claims *c, const bg_mark *fact, const char *state) {
    const char *a = party_of(c, fact, KEY_A), *b = party_of(c, fact, KEY_B);
    if (!a) return is(b, state) ? NULL : b;
    return is(a, state) ? b : is(b, state) ? a : NULL;
}

/* "Đại sứ A tại B", "bà X, đại sứ A tại B": is it the speaker's office? */
static bool is_of_speaker(const bg_claims *c, const bg_contact *statement, const bg_sentence *s, const bg_mark *fact) {
    uint32_t m = bg_text__over(c->text, s->tok, fact->tok, CLASS_WHO);
    return m != BG_NONE && c->text->marks.items[m].ref != BG_NONE && bg_contact__has_person(statement, c->text->marks.items[m].ref);
}

static void add_from(bg_claims *c, bg_contact *statement, const bg_sentence *s, const char *kind) {
    const char *state = statement->sides[0];
    for (uint32_t tok = s->tok; (tok = bg_text__next(c->text, tok, s->end, CLASS_ADDRESS)) < s->end; tok++)
        for (uint32_t m = c->text->heads[tok]; m != BG_NONE; m = c->text->marks.items[m].next) {
            const bg_mark *fact = &c->text->marks.items[m];
            const char *of = fact->klass == CLASS_ADDRESS ? bg_mark__get(c->text, fact, KEY_KIND) : NULL;
            if (fact->klass != CLASS_ADDRESS || (kind ? !is(of, kind) : of != NULL)) continue;
            if (is(kind, "station") && !is_of_speaker(c, statement, s, fact)) continue;
            bg_contact__add_side(statement, addressed_by(c, fact, state), bg_text__span(c->text, fact->tok, fact->end));
        }
}

/* "A kỳ vọng vào cuộc gặp B - C", "A kêu gọi B và C …": both of the pair. */
static void add_pair(bg_claims *c, bg_contact *statement, const bg_sentence *title) {
    for (uint32_t m = bg_text__first(c->text, title->tok, title->end, CLASS_ADDRESS); m != BG_NONE && statement->side_count == 1; m = bg_text__after(c->text, m, title->end, CLASS_ADDRESS)) {
        const bg_mark *fact = &c->text->marks.items[m];
        const char *a = party_of(c, fact, KEY_A), *b = party_of(c, fact, KEY_B);
        if (!a || !b || is(a, b) || bg_contact__has_side(statement, a) || bg_contact__has_side(statement, b)) continue;
        bg_contact__add_side(statement, a, bg_text__span(c->text, fact->tok, fact->end));
        bg_contact__add_side(statement, b, bg_text__span(c->text, fact->tok, fact->end));
    }
}

/* Does the sentence say that two are meant: "quan hệ song phương"? */
static bool is_of_two(const bg_claims *c, const bg_sentence *s) {
    for (uint32_t tok = s->tok; (tok = bg_text__next(c->text, tok, s->end, CLASS_ADDRESS)) < s->end; tok++) {
        uint32_t m = bg_text__at(c->text, tok, CLASS_ADDRESS);
        if (m != BG_NONE && is(bg_mark__get(c->text, &c->text->marks.items[m], KEY_KIND), "both")) return true;
    }
    return false;
}

/* The one other state that the sentence names; NULL: none, or several. */
static const bg_mark *only_other(const bg_claims *c, const bg_sentence *s, const char *state) {
    const bg_mark *found = NULL;
    for (uint32_t tok = s->tok; tok < s->end; tok++)
        for (uint32_t m = c->text->heads[tok]; m != BG_NONE; m = c->text->marks.items[m].next) {
            const bg_mark *mark = &c->text->marks.items[m];
            const char *other = bg_mention__country(c->mentions, mark);
            if (!other || bg_side__is_body(other) || is(other, state) || bg_claims__in_name(c, s, mark)) continue;
            if (found && !is(bg_mention__country(c->mentions, found), other)) return NULL;
            found = mark;
        }
    return found;
}

/* "… giúp thúc đẩy quan hệ song phương": with the one other state of the sentence. */
static void add_other_of_two(bg_claims *c, bg_contact *statement, const bg_sentence *s) {
    const bg_mark *other = is_of_two(c, s) ? only_other(c, s, statement->sides[0]) : NULL;
    if (other) bg_contact__add_side(statement, bg_mention__country(c->mentions, other), bg_text__span(c->text, other->tok, other->end));
}

void bg_contact__add_addressed(bg_claims *c, bg_contact *statement) {
    unsigned level = bg_grammar__level(c->text->data, "address");
    const bg_sentence *title = bg_title__find(c);
    if (!title || bg_title__tells_others(c, statement) || !is(statement->type, "statement") || statement->side_count != 1 || !bg_match__level(c->text, title, level)) return;
    bool inward = bg_title__is_inward(c, title->tok, title->end);
    add_from(c, statement, title, "answered");
    if (!inward && statement->side_count == 1) add_from(c, statement, title, "said");
    if (!inward && statement->side_count == 1) add_from(c, statement, title, NULL);
    bool tells = statement->titled && !inward && !is(statement->rule, "contact.declares-quoted"); /* by a verb that it names who speaks */
    if (tells) add_pair(c, statement, title);
    if (statement->side_count == 1) add_from(c, statement, title, "station");
    if (statement->side_count == 1) add_other_of_two(c, statement, title);
    for (uint32_t i = 0; i < c->text->sentences.count && c->body_before[i] < LEAD && statement->side_count == 1; i++) {
        const bg_sentence *s = &c->text->sentences.items[i];
        if (!c->body_before[i] && bg_title__is_roundup(c)) continue; /* the summary tells the other news */
        if (s->title || !bg_match__level(c->text, s, level)) continue;
        add_from(c, statement, s, "station");
        if (!s->caption && statement->side_count == 1) add_from(c, statement, s, "audience");
        if (!s->caption && statement->side_count == 1) add_other_of_two(c, statement, s);
    }
}

#define HOST_LEAD 5 /* sentences of the body in which it is told who invited to a conference, or opened it */
#define STATESMAN 3 /* rank of ministers and above */

/* A statesman of a state of which nobody takes part yet. */
static bool is_host(const bg_claims *c, const bg_contact *conference, const bg_mark *who) {
    const bg_person *p = who && who->klass == CLASS_WHO && who->ref != BG_NONE ? &c->mentions->people.items[who->ref] : NULL;
    if (!p || !p->name || !p->rank || p->rank > STATESMAN || p->historic || !bg_person__country(p)) return false;
    for (unsigned i = 0; i < conference->people_count; i++)
        if (is(bg_person__country(&c->mentions->people.items[conference->people[i].person]), bg_person__country(p))) return false;
    return true;
}

/* "… nhân chuyến thăm theo lời mời của B": to the visit, not to the conference. */
static bool is_for_visit(const bg_claims *c, uint32_t from, uint32_t tok) {
    for (; from < tok; from++) {
        uint32_t m = bg_text__at(c->text, from, CLASS_CONTACT);
        const bg_mark *word = m == BG_NONE ? NULL : &c->text->marks.items[m];
        if (word && is(bg_mark__get(c->text, word, KEY_VALUE), "visit") && is(bg_mark__get(c->text, word, KEY_FORM), "noun")) return true;
    }
    return false;
}

static void add_hosts(const bg_claims *c, bg_contact *conference, const bg_sentence *s) {
    for (uint32_t tok = s->tok; tok < s->end && conference->people_count == 1; tok++) {
        uint32_t m = bg_text__at(c->text, tok, CLASS_ADDRESS);
        const bg_mark *fact = m == BG_NONE ? NULL : &c->text->marks.items[m];
        const bg_capture *b = fact && is(bg_mark__get(c->text, fact, KEY_KIND), "host") ? bg_mark__capture(c->text, fact, KEY_B) : NULL;
        const bg_mark *who = b && b->mark != BG_NONE ? &c->text->marks.items[b->mark] : NULL;
        if (is_host(c, conference, who) && !is_for_visit(c, s->tok, tok)) bg_contact__add_party(c, conference, who, "participant");
    }
}

/* "… dự hội nghị theo lời mời của Thủ tướng A", "Thủ tướng A phát biểu khai mạc". */
void bg_contact__add_inviter(bg_claims *c, bg_contact *conference) {
    unsigned level = bg_grammar__level(c->text->data, "address");
    if (!is(conference->type, "conference")) return;
    for (uint32_t i = 0; i < c->text->sentences.count && c->body_before[i] < HOST_LEAD && conference->people_count == 1; i++) {
        const bg_sentence *s = &c->text->sentences.items[i];
        if (!s->title && !s->caption && bg_match__level(c->text, s, level)) add_hosts(c, conference, s);
    }
}
