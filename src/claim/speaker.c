/* speaker: who says what a sentence tells, where its own words do not name him. */
#include "say.h"

const char *bg_say__country(const bg_say_reader *r, const bg_party *party) {
    if (party->kind == BG_SPEAKER_SIDE) return party->side;
    return party->kind == BG_SPEAKER_ENTITY ? bg_person__country(&r->claims->mentions->people.items[party->entity]) : NULL;
}

/* "Đảng và Nhà nước ta luôn coi trọng …" between quotation marks: the words of one of that state who is quoted. */
static void bind_quoted(const bg_say_reader *r, bg_head *h) {
    bg_span span = {0};
    bg_party voice = bg_quote__voice(r, h->verb->tok, &span);
    if (voice.kind == BG_SPEAKER_UNKNOWN) voice = r->last, span = r->last_span;
    const char *country = bg_say__country(r, &voice);
    if (voice.kind == BG_SPEAKER_ENTITY && is(country, h->speaker.side)) h->speaker = voice, h->speaker_span = span;
}

/* "Họ": those who spoke before. */
static bool is_group(const bg_say_reader *r, const bg_head *h) {
    uint32_t m = h->speaker_tok == BG_NONE ? BG_NONE : bg_text__at(r->text, h->speaker_tok, CLASS_PRONOUN);
    return m != BG_NONE && is(bg_mark__get(r->text, &r->text->marks.items[m], KEY_VALUE), "group");
}

#define PRONOUN_NEAR 4 /* words of a sentence before the pronoun that is its subject */

#define UNNAMED_NEAR 5 /* words from "quan chức" to the state */

/* Was it somebody whom the page does not name, "một quan chức giấu tên Nga"? */
bool bg_saying__was_unnamed(const bg_say_reader *r) {
    if (r->last.kind != BG_SPEAKER_SIDE || r->last_tok == BG_NONE) return false;
    for (uint32_t i = r->last_tok + 1; i-- > 0 && i + UNNAMED_NEAR > r->last_tok;) {
        if (r->text->tokens.items[i].flags & BG_TOK_PUNCT) return false;
        if (bg_text__at(r->text, i, CLASS_PERSONNOUN) != BG_NONE) return true;
    }
    return false;
}

/* "Tiếp A, B nói …. Ông nhấn mạnh": he who spoke in the sentence before, not the first one named there. */
static bool goes_on_speaking(const bg_say_reader *r, const bg_head *h) {
    const bg_mark *subject = bg_say__captured(r, h->fact, KEY_S);
    if (!subject || !is(bg_mark__rule(r->text, subject), "who.pronoun") || h->speaker.kind != BG_SPEAKER_ENTITY) return false;
    if (!r->last_act) return false;
    if (r->last.kind != BG_SPEAKER_ENTITY) return bg_saying__was_unnamed(r);
    if (subject->tok > r->s->tok + PRONOUN_NEAR) return false;
    const bg_person *people = r->claims->mentions->people.items;
    return (people[r->last.entity].gender == 'f') == (people[h->speaker.entity].gender == 'f');
}

/* "Ông A khẳng định …. Việt Nam hoan nghênh …. Ông đề nghị": what his state said between was his. */
static void recall_voice(bg_say_reader *r, const bg_head *h) {
    const bg_mark *subject = bg_say__captured(r, h->fact, KEY_S);
    if (!subject || !is(bg_mark__rule(r->text, subject), "who.pronoun") || r->last.kind != BG_SPEAKER_SIDE || r->voice.kind != BG_SPEAKER_ENTITY) return;
    if (is(bg_say__country(r, &r->voice), r->last.side) && !bg_saying__was_unnamed(r)) r->last = r->voice;
}

#define SPOKE_NEAR 6 /* tokens of what he is called before the body he speaks for */

/* "Đại diện Bộ Ngoại giao B cho hay": he of B who spoke in the sentence before. */
static bool is_spokesman_again(const bg_say_reader *r, const bg_head *h) {
    if (h->speaker.kind != BG_SPEAKER_SIDE || r->last.kind != BG_SPEAKER_ENTITY || h->speaker_tok == BG_NONE || !r->last_act) return false;
    const bg_person *last = &r->claims->mentions->people.items[r->last.entity];
    if (!bg_person__is_official(last) || !is(bg_person__country(last), h->speaker.side)) return false;
    uint32_t first = h->speaker_tok > r->s->tok + SPOKE_NEAR ? h->speaker_tok - SPOKE_NEAR : r->s->tok;
    for (uint32_t i = first; i <= h->speaker_tok; i++) {
        uint32_t m = bg_text__at(r->text, i, CLASS_ONEOF);
        if (m == BG_NONE) continue;
        bool sent = is(bg_mark__get(r->text, &r->text->marks.items[m], KEY_VALUE), "sent"); /* no head of state */
        return !(sent && last->rank == 1) && (i == r->s->tok || bg_text__at(r->text, i - 1, CLASS_PLURAL) == BG_NONE);
    }
    return false;
}

/* "Người phát ngôn Bộ A không nói rõ, nhưng ông khẳng định …": he who opens the sentence, when he of whom the page thinks is not in it. */
static bool is_opener_again(const bg_say_reader *r, const bg_head *h) {
    const bg_mark *subject = bg_say__captured(r, h->fact, KEY_S), *who = bg_head__opener(r);
    if (!subject || !is(bg_mark__rule(r->text, subject), "who.pronoun") || h->speaker.kind != BG_SPEAKER_ENTITY) return false;
    if (!who || who->klass != CLASS_WHO || who->ref == BG_NONE || who->end > subject->tok || who->ref == h->speaker.entity || r->quoted[who->tok]) return false;
    const bg_person *people = r->claims->mentions->people.items;
    if (people[who->ref].name || (people[who->ref].gender == 'f') != (people[h->speaker.entity].gender == 'f')) return false;
    for (uint32_t i = r->s->tok; i < subject->tok; i++) {
        uint32_t m = bg_text__at(r->text, i, CLASS_WHO);
        if (m != BG_NONE && r->text->marks.items[m].ref == h->speaker.entity) return false;
    }
    return true;
}

/* "Ông A cho rằng hai nước cần …. Hai bên cần …": he goes on. */
static bool goes_on_asking(const bg_say_reader *r, const bg_head *h) {
    if (h->speaker.kind != BG_SPEAKER_BOTH || !is(h->act, "proposes") || h->start != r->s->tok) return false;
    return r->last.kind == BG_SPEAKER_ENTITY && (is(r->last_act, "affirms") || is(r->last_act, "proposes"));
}

/* "Cho rằng A đã vi phạm thỏa thuận, B đưa quân đến …": he who does something behind the comma. */
static void bind_behind(const bg_say_reader *r, bg_head *h) {
    uint32_t comma = h->content;
    if (h->verb->tok != r->s->tok || is(h->act, "discusses")) return; /* "Trong khi đàm phán bế tắc, …" */
    while (comma < r->s->end && !bg_say__is_sign(r, comma, ',')) comma++;
    for (uint32_t i = comma + 1; i < r->s->end; i++)
        if (bg_say__is_sign(r, i, ',') || bg_say__is_sign(r, i, ';')) return; /* a row of what is told */
    uint32_t tok = comma + 1, side = tok < r->s->end ? bg_text__at(r->text, tok, CLASS_SIDE) : BG_NONE, who = tok < r->s->end ? bg_text__at(r->text, tok, CLASS_WHO) : BG_NONE;
    uint32_t m = who != BG_NONE ? who : side;
    if (m == BG_NONE || comma < h->content + SAID_LEAST || r->text->marks.items[m].end >= r->s->end) return;
    const bg_mark *party = &r->text->marks.items[m];
    if (bg_text__at(r->text, party->end, CLASS_PLEDGECUE) != BG_NONE) return; /* told, too */
    h->speaker = bg_say__party(r, party), h->speaker_span = bg_text__span(r->text, party->tok, party->end), h->speaker_tok = party->tok;
}

/* An open or linked head takes the subject of a later head in its sentence, else the nearest speaker before. */
void bg_saying__bind_speakers(bg_say_reader *r) {
    for (unsigned i = 0; i < r->count; i++) {
        bg_head *h = &r->heads[i];
        if (i == 0) recall_voice(r, h);
        if (i == 0) bg_quote__bind_outside(r, h, r->last);
        if (i == 0 && (goes_on_speaking(r, h) || is_spokesman_again(r, h))) h->speaker = r->last;
        if (is_opener_again(r, h)) h->speaker = bg_say__party(r, bg_head__opener(r));
        bool own = is(bg_mark__get(r->text, h->fact, KEY_DEED), "yes") || is(bg_mark__get(r->text, h->verb, KEY_WEAK), "yes");
        if (r->answers && own && h->speaker.kind == BG_SPEAKER_BOTH) h->speaker = r->asked; /* "Hai bên cần …" */
        if (own && goes_on_asking(r, h)) h->speaker = r->last;
        bool meet = is(h->act, "discusses") || is(h->act, "agrees"); /* "Họ thảo luận về …": he and whom he met */
        if (is_group(r, h)) h->speaker = r->last.kind != BG_SPEAKER_ENTITY ? r->last : meet ? (bg_party){.kind = BG_SPEAKER_BOTH} : h->speaker;
        for (unsigned j = i + 1; j < r->count && is(h->kind, "open") && h->speaker.kind == BG_SPEAKER_UNKNOWN; j++) {
            const bg_head *later = &r->heads[j];
            if (is(later->kind, "subject")) h->speaker = later->speaker, h->speaker_span = later->speaker_span, h->speaker_tok = later->speaker_tok;
        }
        if (is(h->kind, "open") && h->speaker.kind == BG_SPEAKER_UNKNOWN && r->count == 1) bind_behind(r, h);
        if (r->quoted[h->verb->tok] && h->speaker.kind == BG_SPEAKER_SIDE) bind_quoted(r, h);
        if (is(h->kind, "first") && !r->quoted[h->verb->tok]) h->speaker = r->asked;
        else if (is(h->kind, "first")) h->speaker = bg_quote__voice(r, h->verb->tok, &h->speaker_span);
        if (is(h->kind, "first") && h->speaker.kind == BG_SPEAKER_UNKNOWN) h->speaker = bg_quote__owner(r, h->verb->tok, &h->speaker_span);
        if (h->speaker.kind == BG_SPEAKER_UNKNOWN) h->speaker = r->last, h->speaker_span = r->last_span, h->speaker_tok = r->last_tok;
        if (h->speaker.kind == BG_SPEAKER_ENTITY) r->voice = h->speaker;
        if (h->speaker.kind != BG_SPEAKER_UNKNOWN) r->last = h->speaker, r->last_span = h->speaker_span, r->last_tok = h->speaker_tok;
    }
}

/* "nguồn tin Lebanon", "báo chí của Nga": whose it is, not who speaks. */
static bool is_behind_noun(const bg_claims *c, const bg_saying *s) {
    const unsigned links[] = {CLASS_CONNECT, CLASS_SAYADV, CLASS_REPORTCONJ, CLASS_DATE, CLASS_AND};
    if (s->speaker_tok == 0 || s->speaker_tok <= c->text->sentences.items[s->sentence].tok) return false;
    uint32_t before = s->speaker_tok - 1;
    if (!(c->text->tokens.items[before].flags & BG_TOK_WORD)) return false;
    for (size_t i = 0; i < BG_COUNT(links); i++)
        for (uint32_t back = 0; back < 3 && back <= before; back++) {
            uint32_t m = bg_text__at(c->text, before - back, links[i]);
            if (m != BG_NONE && c->text->marks.items[m].end == s->speaker_tok) return false;
        }
    return true;
}

/* "Bắc Kinh yêu cầu": a capital that stands for its state. */
static bool is_capital(const bg_claims *c, const bg_saying *s) {
    if (s->speaker.kind != BG_SPEAKER_SIDE || !s->speaker.side || s->speaker_tok == BG_NONE || bg_text__is(c->text, s->speaker_tok, CLASS_SIDE)) return false;
    uint32_t place = bg_text__at(c->text, s->speaker_tok, CLASS_PLACE);
    return place != BG_NONE && bg_mark__get(c->text, &c->text->marks.items[place], KEY_METONYM) && !is_behind_noun(c, s);
}

static bool is_bare_state(const bg_claims *c, const bg_saying *s) {
    if (s->speaker.kind != BG_SPEAKER_SIDE || !s->speaker.side || s->speaker_tok == BG_NONE || is(s->rule, "say.source-body")) return false;
    uint32_t m = bg_text__at(c->text, s->speaker_tok, CLASS_SIDE);
    const char *rule = m == BG_NONE ? NULL : bg_mark__rule(c->text, &c->text->marks.items[m]);
    if (!is(rule, "side.country") && !is(rule, "side.officials")) return false;
    if (is_behind_noun(c, s)) return false;
    uint32_t country = bg_text__at(c->text, s->speaker_tok, CLASS_DEMONYM);
    if (country != BG_NONE && is(bg_mark__get(c->text, &c->text->marks.items[country], KEY_KIND), "metonym")) return false; /* "Nhà Trắng" */
    /* "Bộ Ngoại giao Nga", "báo chí Nga" speak for themselves */
    uint32_t word = bg_text__at(c->text, s->speaker_tok, CLASS_SIDEWORD);
    const char *kind = word == BG_NONE ? (is(rule, "side.country") ? "side" : "officials") : bg_mark__get(c->text, &c->text->marks.items[word], KEY_VALUE);
    return is(kind, "side") || is(kind, "leaders");
}

static bool speaks_for(const bg_claims *c, const bg_saying *s, const char *side) {
    if (s->speaker.kind != BG_SPEAKER_ENTITY) return false;
    const bg_person *p = &c->mentions->people.items[s->speaker.entity];
    return is(bg_person__country(p), side) && (!p->office_count || bg_person__is_official(p)); /* not an expert of his country */
}

#define STATE_NEAR 4 /* sentences between what a state and what its speaker says */

/* The nearest speaker of that state before it, else the nearest after it. */
static const bg_saying *voice_of(const bg_claims *c, size_t at) {
    const bg_saying *all = c->sayings.items, *s = &all[at];
    for (size_t j = at; j-- > 0 && all[j].sentence + STATE_NEAR >= s->sentence;)
        if (speaks_for(c, &all[j], s->speaker.side)) return &all[j];
    for (size_t j = at + 1; j < c->sayings.count && all[j].sentence <= s->sentence + STATE_NEAR; j++)
        if (speaks_for(c, &all[j], s->speaker.side)) return &all[j];
    return NULL;
}

void bg_saying__bind_states(bg_claims *c) {
    for (size_t i = 0; i < c->sayings.count; i++) {
        bg_saying *s = &c->sayings.items[i];
        bool capital = is_capital(c, s);
        const bg_saying *voice = capital || is_bare_state(c, s) ? voice_of(c, i) : NULL;
        if (voice && (!capital || is(bg_saying__person(c, voice)->channel, "foreign_ministry"))) s->speaker = voice->speaker;
    }
}
