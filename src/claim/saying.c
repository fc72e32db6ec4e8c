/*
 * saying: heads of statements → who says what. The content of a head runs to the next head or the end of the sentence; a list
 * under a verb of agreeing, proposing or pledging is cut at its semicolons.
 */
#include "say.h"

static const char *country_of(const bg_say_reader *r, const bg_party *party) {
    if (party->kind == BG_SPEAKER_SIDE) return party->side;
    return party->kind == BG_SPEAKER_ENTITY ? bg_person__country(&r->claims->mentions->people.items[party->entity]) : NULL;
}

/* "Đảng và Nhà nước ta luôn coi trọng …" between quotation marks: the words of one of that state who is quoted. */
static void bind_quoted(const bg_say_reader *r, bg_head *h) {
    bg_span span = {0};
    bg_party voice = bg_quote__voice(r, h->verb->tok, &span);
    if (voice.kind == BG_SPEAKER_UNKNOWN) voice = r->last, span = r->last_span;
    const char *country = country_of(r, &voice);
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
static bool was_unnamed(const bg_say_reader *r) {
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
    if (r->last.kind != BG_SPEAKER_ENTITY) return was_unnamed(r);
    if (subject->tok > r->s->tok + PRONOUN_NEAR) return false;
    const bg_person *people = r->claims->mentions->people.items;
    return (people[r->last.entity].gender == 'f') == (people[h->speaker.entity].gender == 'f');
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

/* An open or linked head takes the subject of a later head in its sentence, else the nearest speaker before. */
static void bind_speakers(bg_say_reader *r) {
    for (unsigned i = 0; i < r->count; i++) {
        bg_head *h = &r->heads[i];
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
        if (r->quoted[h->verb->tok] && h->speaker.kind == BG_SPEAKER_SIDE) bind_quoted(r, h);
        if (is(h->kind, "first") && !r->quoted[h->verb->tok]) h->speaker = r->asked;
        else if (is(h->kind, "first")) h->speaker = bg_quote__voice(r, h->verb->tok, &h->speaker_span);
        if (is(h->kind, "first") && h->speaker.kind == BG_SPEAKER_UNKNOWN) h->speaker = bg_quote__owner(r, h->verb->tok, &h->speaker_span);
        if (h->speaker.kind == BG_SPEAKER_UNKNOWN) h->speaker = r->last, h->speaker_span = r->last_span, h->speaker_tok = r->last_tok;
        if (h->speaker.kind != BG_SPEAKER_UNKNOWN) r->last = h->speaker, r->last_span = h->speaker_span, r->last_tok = h->speaker_tok;
    }
}

typedef enum bg_own { NO_PARTY, OWN_PARTY, OTHER_PARTY } bg_own;

/* "họ", "nước này", "hai bên": of a state or of both that speak; "mình": of whoever speaks. */
static bg_own owner_by_word(const bg_say_reader *r, const bg_party *speaker, uint32_t tok) {
    if (speaker->kind == BG_SPEAKER_BOTH) return bg_text__at(r->text, tok, CLASS_BOTH) != BG_NONE ? OWN_PARTY : NO_PARTY;
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
    unsigned kinds[] = {CLASS_SIDE, CLASS_WHO, CLASS_PLACE};
    const char *own = country_of(r, speaker);
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

#define QUOTATION_REACH 400 /* words between two statements on the same words */
#define ANNOUNCED_NEAR 4 /* words from the cue to the contact it announces */
#define PLEDGE_NEAR 12 /* words from the party's first word to the cue */
#define PLEDGE_REACH 24 /* words between the verb of saying and the cue */

/* "tôi sẽ có cuộc hội đàm với …": announced rather than promised. */
static bool is_announcement(const bg_say_reader *r, uint32_t cue, uint32_t end) {
    for (uint32_t i = cue; i < end && i <= cue + ANNOUNCED_NEAR; i++) {
        uint32_t m = bg_text__at(r->text, i, CLASS_CONTACT);
        if (m != BG_NONE && !is(bg_mark__get(r->text, &r->text->marks.items[m], KEY_WEAK), "yes")) return true;
    }
    return false;
}

/* "Bộ Ngoại giao cho biết Chủ tịch nước sẽ thăm …": told of him, not promised. */
static bool announces_other(const bg_say_reader *r, const bg_party *speaker, uint32_t tok, uint32_t cue, uint32_t end) {
    uint32_t say = bg_text__at(r->text, cue, CLASS_SAY); /* "sẽ", not "sẵn sàng" */
    if (say == BG_NONE || !is(bg_mark__get(r->text, &r->text->marks.items[say], KEY_WEAK), "yes") || !is_announcement(r, cue, end)) return false;
    for (uint32_t i = tok; i < cue; i++) {
        if (bg_text__is(r->text, i, CLASS_BOTH)) return true;
        if (speaker->kind == BG_SPEAKER_SIDE && bg_text__is(r->text, i, CLASS_WHO)) return true;
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

/* "khẳng định Nga sẽ …", "khẳng định tiếp tục …": of what he himself or his state will do. */
static bool is_promise(const bg_say_reader *r, const bg_party *speaker, uint32_t tok, uint32_t end) {
    if (tok < end && bg_say__is_quote(r, tok)) tok++;
    if (tok < end && bg_text__is(r->text, tok, CLASS_DEEDNOUN)) return false; /* "việc liên lạc giữa A và B sẽ …" */
    uint32_t first = tok, near = 0; /* the cue must stand this near behind a party of the speaker's own */
    tok = behind_condition(r, tok, end);
    for (uint32_t i = tok; i < end && i < tok + PLEDGE_REACH; i++) {
        uint32_t cue = bg_text__at(r->text, i, CLASS_PLEDGECUE);
        const char *kind = cue == BG_NONE ? NULL : bg_mark__get(r->text, &r->text->marks.items[cue], KEY_VALUE);
        if (kind && i == first) return !is(kind, "own");
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

static bool is_own_pledge(const bg_say_reader *r, const bg_head *h, uint32_t tok, uint32_t end) {
    if (!(is(h->act, "affirms") || is(h->act, "informs"))) return false;
    bool source = is(h->kind, "source") || is(h->kind, "behind"); /* "Theo ông A, Nga sẽ …" */
    if (source ? h->speaker.kind != BG_SPEAKER_ENTITY : !bg_say__verb_has(r, h, CLASS_PROMISER)) return false;
    return is_promise(r, &h->speaker, tok, end);
}

#define PAST_NEAR 7 /* words of a clause within which its verb is said to be over */

/* "hai bên đã nhất trí …", "Chúng tôi đã trò chuyện": a fact. */
static bool tells_past(const bg_say_reader *r, uint32_t tok, uint32_t end) {
    bool quoted = tok < end && r->quoted[tok], own = false;
    for (uint32_t i = tok; i < end && i < tok + PAST_NEAR; i++) {
        own |= bg_text__at(r->text, i, CLASS_FIRSTPERSON) != BG_NONE;
        if (bg_text__at(r->text, i, CLASS_DONE) != BG_NONE) return own || !quoted;
        if (bg_say__is_sign(r, i, ',')) return false;
    }
    return false;
}

/* "ông B trả lời rằng …", told by A: what somebody else, or both, said. */
static bool tells_speech(const bg_say_reader *r, const bg_party *speaker, uint32_t tok, uint32_t end) {
    bool other = false, known = country_of(r, speaker);
    for (uint32_t i = tok; i < end && i < tok + PAST_NEAR; i++) {
        if (bg_say__is_sign(r, i, ',') || bg_text__at(r->text, i, CLASS_NEGATION) != BG_NONE || bg_text__is(r->text, i, CLASS_ONGOING) || bg_text__is(r->text, i, CLASS_MUST)) return false;
        if (i == tok) other = (known && owner_at(r, speaker, i) == OTHER_PARTY) || bg_text__at(r->text, i, CLASS_BOTH) != BG_NONE;
        uint32_t say = other ? bg_text__at(r->text, i, CLASS_SAY) : BG_NONE;
        if (say != BG_NONE) return bg_text__at(r->text, i, CLASS_REPORT) != BG_NONE || bg_mark__get(r->text, &r->text->marks.items[say], KEY_NEUTRAL);
    }
    return false;
}

/* What a verb that may tell anything, or none, tells as a fact. */
static bool tells_fact(const bg_say_reader *r, const bg_head *h, uint32_t tok, uint32_t end) {
    bool source = is(h->kind, "source") || is(h->kind, "behind");
    bool neutral = !source && is(bg_mark__get(r->text, h->verb, KEY_NEUTRAL), "yes");
    if (!is(h->act, "affirms") || !(neutral || source)) return false;
    if (tok < end && bg_say__is_quote(r, tok)) tok++;
    return (neutral && tells_past(r, tok, end)) || tells_speech(r, &h->speaker, tok, end);
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

static void bind_states(bg_claims *c) {
    for (size_t i = 0; i < c->sayings.count; i++) {
        bg_saying *s = &c->sayings.items[i];
        bool capital = is_capital(c, s);
        const bg_saying *voice = capital || is_bare_state(c, s) ? voice_of(c, i) : NULL;
        if (voice && (!capital || is(bg_saying__person(c, voice)->channel, "foreign_ministry"))) s->speaker = voice->speaker;
    }
}

static bool add(bg_say_reader *r, const bg_head *h, uint32_t tok, uint32_t end) {
    while (end > tok && r->text->tokens.items[end - 1].flags & BG_TOK_PUNCT && !bg_say__is_quote(r, end - 1) && !bg_say__is_sign(r, end - 1, ')')) end--;
    uint32_t word = tok;
    while (word < end && !(r->text->tokens.items[word].flags & BG_TOK_WORD)) word++;
    if (word >= end) return true;
    bg_saying *out = BG_PUSH(r->text->arena, &r->claims->sayings);
    if (!out) return false;
    *out = (bg_saying){.act = h->act, .rule = bg_mark__rule(r->text, h->fact), .speaker = h->speaker,
                       .speaker_span = h->speaker_span, .speaker_tok = h->speaker_tok, .tok = tok, .end = end, .sentence = (uint32_t)(r->s - r->text->sentences.items)};
    if (bg_act__is(h->act, BG_ACT_ADDRESSED)) out->addressee = bg_say__party_at(r, tok);
    out->strength = bg_mark__get(r->text, h->fact, KEY_STRENGTH);
    if (!out->strength && is(h->act, "pledges")) out->strength = "pledge";
    out->content = bg_text__span(r->text, tok, end);
    if (!is(h->kind, "source") && !is(h->kind, "behind")) out->verb_span = bg_text__span(r->text, h->verb->tok, h->verb->end);
    return true;
}

/* "…, đó là a; b; c", "trong 3 lĩnh vực: a; b; c" tell one thing in parts. */
static bool is_enumeration(const bg_say_reader *r, uint32_t tok, uint32_t end) {
    for (uint32_t i = tok; i < end && !bg_say__is_sign(r, i, ';'); i++) {
        uint32_t m = bg_text__at(r->text, i, CLASS_LISTCUE);
        if (m == BG_NONE) continue;
        bool counted = is(bg_mark__get(r->text, &r->text->marks.items[m], KEY_VALUE), "counted");
        if (!counted || (i > tok && (r->text->tokens.items[i - 1].flags & BG_TOK_NUMBER || bg_text__at(r->text, i - 1, CLASS_COUNTWORD) != BG_NONE))) return true;
    }
    return false;
}

/* "…; là cầu nối …" goes on with the item before it. */
static bool goes_on(const bg_say_reader *r, uint32_t tok) {
    return tok < r->s->end && bg_text__is(r->text, tok, CLASS_COPULA);
}

static bool add_items(bg_say_reader *r, const bg_head *h, uint32_t tok, uint32_t end) {
    if (!bg_act__is(h->act, BG_ACT_LIST) || is_enumeration(r, tok, end)) return add(r, h, tok, end);
    for (uint32_t i = tok, start = tok; i <= end; i++) {
        if (i < end && (!bg_say__is_sign(r, i, ';') || goes_on(r, i + 1))) continue;
        if (!add(r, h, start, i)) return false;
        start = i + 1;
    }
    return true;
}

/* A comma, a semicolon or a word that does no more than link: "và", "đồng thời". */
static bool links_only(const bg_say_reader *r, uint32_t tok) {
    const bg_token *t = &r->text->tokens.items[tok];
    if (t->flags & BG_TOK_PUNCT) return t->value == ',' || t->value == ';';
    return bg_text__is(r->text, tok, CLASS_AND);
}

#define SAID_LEAST 4 /* words behind a verb that are something said */

/* The words between this head's content and the next head that only link them. */
static uint32_t content_end(const bg_say_reader *r, unsigned i) {
    uint32_t end = i + 1 < r->count ? r->heads[i + 1].start : r->tail;
    while (end > r->heads[i].content && i + 1 < r->count && (links_only(r, end - 1) || (end > r->heads[i].content + SAID_LEAST && bg_text__is(r->text, end - 1, CLASS_CONNECT)))) end--;
    return end;
}

#define OCCASION_NEAR 5 /* words from "tại" to the word that names the occasion */

/* "… nhấn mạnh trong cuộc đối thoại tại Hà Nội.": when and where, but not what; that stands before or behind in quotation marks. */
static bool is_circumstance(const bg_say_reader *r, uint32_t tok, uint32_t end) {
    uint32_t word = tok < end ? bg_text__at(r->text, tok, CLASS_CIRCUMSTANCE) : BG_NONE;
    if (word == BG_NONE) return false;
    bool occasion = is(bg_mark__get(r->text, &r->text->marks.items[word], KEY_VALUE), "press");
    for (uint32_t i = tok; i < end; i++) {
        if (bg_say__is_sign(r, i, ',') || bg_say__is_sign(r, i, ':') || bg_say__is_quote(r, i)) return false;
        occasion |= i < tok + OCCASION_NEAR && (bg_text__is(r->text, i, CLASS_CONTACT) || bg_text__is(r->text, i, CLASS_TEXTNOUN));
    }
    return occasion;
}

/* The quotation that fills the sentence before, when it ends there: [*tok, *end). */
static bool quotation_before(const bg_say_reader *r, uint32_t *tok, uint32_t *end) {
    uint32_t close = r->s->tok;
    while (close > 0 && r->text->tokens.items[close - 1].flags & BG_TOK_PUNCT && !r->quoted[close - 1] && close + 3 > r->s->tok) close--;
    if (close == 0 || close == r->s->tok || !r->quoted[close - 1]) return false;
    for (*end = *tok = close; *tok > 0 && r->quoted[*tok - 1];) --*tok;
    return true;
}

static bool is_read(const bg_sentence *s) { return !s->title && !s->caption && !s->heading; }

/* Where the quotation that holds the token ends, at most at `end`. */
static uint32_t quotation_end(const bg_say_reader *r, uint32_t tok, uint32_t end) {
    while (tok < end && (r->quoted[tok] || bg_say__is_quote(r, tok))) tok++;
    return tok;
}

/* "…, ông nói:" at the end of a sentence: the next one is what he says. */
static void content_in_next(const bg_say_reader *r, uint32_t *tok, uint32_t *end) {
    const bg_sentence *next = r->s + 1;
    if (next >= r->text->sentences.items + r->text->sentences.count || !is_read(next) || !bg_say__is_sign(r, r->s->end - 1, ':')) return;
    *tok = next->tok, *end = next->end;
    if (bg_say__is_quote(r, *tok)) ++*tok;
}

static bool tells_when(const bg_say_reader *r, uint32_t tok) {
    return tok < r->s->end && bg_text__at(r->text, tok, CLASS_CIRCUMSTANCE) != BG_NONE;
}

/* "một quan chức": with the words for how many. */
static uint32_t subject_start(const bg_say_reader *r, uint32_t start) {
    while (start > r->s->tok && bg_text__at(r->text, start - 1, CLASS_PLURAL) != BG_NONE) start--;
    return start;
}

#define WHEN_MOST 24 /* words that tell when and where, and nothing else */

/* "…, ông A cho biết khi đến nơi." */
static bool is_circumstance_only(const bg_say_reader *r, const bg_head *h, uint32_t tok, uint32_t end) {
    if (!(is(h->act, "informs") || is(h->act, "affirms")) || !tells_when(r, tok) || tok != h->verb->end || end > tok + WHEN_MOST) return false;
    uint32_t start = subject_start(r, h->start);
    if (start < r->s->tok + SAID_LEAST || !bg_say__is_sign(r, start - 1, ',')) return false;
    while (tok < end && !(r->text->tokens.items[tok].flags & BG_TOK_PUNCT)) tok++;
    return tok == end;
}

/* "…", ông A nói với Thủ tướng B; …, ông A cho biết, theo TTXVN. */
static bool fills_content(const bg_say_reader *r, uint32_t tok, uint32_t end) {
    uint32_t source = tok;
    if (tok < end && bg_text__at(r->text, tok, CLASS_ACCORDING) != BG_NONE)
        while (source < end && !bg_say__is_sign(r, source, ',')) source++;
    if (source > tok && source >= end) return true;
    uint32_t m = tok < end ? bg_text__at(r->text, tok, CLASS_WHO) : BG_NONE;
    return m != BG_NONE && r->text->marks.items[m].end >= end;
}

/* Are the words before its subject what it tells: "…", ông nói. Not when a quoted word alone stands there and more follows the verb. */
static bool tells_before(const bg_say_reader *r, const bg_head *h, uint32_t tok, uint32_t end) {
    bool tells = is(h->act, "informs") || is(h->act, "affirms");
    if (h->tail) return true;
    if (tells && fills_content(r, tok, end)) tok = end;
    uint32_t start = subject_start(r, h->start); /* "những nội dung hai bên thảo luận." is no attribution */
    if (!tells && !(start > r->s->tok && bg_say__is_sign(r, start - 1, ','))) return bg_quote__precedes(r, h->start);
    if (!bg_quote__precedes(r, h->start)) return r->count == 1 && (tok >= end || is_circumstance_only(r, h, tok, end));
    if (tok < end && bg_text__is(r->text, tok, CLASS_ASIDE)) return true; /* "…", ông cho biết, đề cập tới X */
    if (tok + SAID_LEAST > end || bg_say__is_quote(r, r->s->tok) || r->quoted[r->s->tok]) return true;
    return tells_when(r, tok) && tok == h->verb->end; /* behind a comma they open what it tells */
}

/* What is told before the subject that begins at `start`. */
static void content_before(const bg_say_reader *r, uint32_t start, uint32_t *tok, uint32_t *end) {
    start = subject_start(r, start);
    *tok = bg_quote__rest(r);
    *end = *tok < start && r->quoted[*tok] ? quotation_end(r, *tok, start) : start;
}

/* What a head tells, [*tok, *end): behind its verb, or before its subject. */
static void find_content(const bg_say_reader *r, unsigned i, uint32_t *tok, uint32_t *end) {
    const bg_head *h = &r->heads[i];
    *tok = h->content, *end = content_end(r, i);
    if (r->quoted[h->verb->tok]) *end = quotation_end(r, h->verb->tok, *end);
    while (*end > *tok && r->text->tokens.items[*end - 1].flags & BG_TOK_PUNCT && !bg_say__is_quote(r, *end - 1)) --*end;
    if (is(h->kind, "behind")) *tok = r->s->tok, *end = h->start;
    if (i == 0 && is(h->kind, "subject") && tells_before(r, h, *tok, *end)) content_before(r, h->start, tok, end);
    if (*tok >= *end && i + 1 == r->count) content_in_next(r, tok, end);
    bool accepts = *tok >= *end && i + 1 == r->count && is(h->act, "agrees") && h->speaker.kind == BG_SPEAKER_ENTITY;
    if (accepts) *tok = h->verb->tok, *end = h->verb->end; /* "…, ông vui vẻ nhận lời." */
    for (unsigned j = i + 1; *tok >= *end && j < r->count; j++) *tok = r->heads[j].content, *end = content_end(r, j); /* two verbs, one content */
}

static bool is_told(const bg_claims *c, uint32_t tok, uint32_t end) {
    for (size_t i = c->sayings.count; i-- > 0 && c->sayings.items[i].tok + QUOTATION_REACH > tok;)
        if (c->sayings.items[i].tok < end && c->sayings.items[i].end > tok) return true;
    return false;
}

#define BACK_MOST 3 /* sentences that "Đó là … của A" looks back on */

/* "…. Đó là nhận định của A.": the paragraph before it, or what stands before it in its own. */
static bool said_before(const bg_say_reader *r, uint32_t *tok, uint32_t *end) {
    const bg_sentence *all = r->text->sentences.items, *first = r->s - 1;
    if (r->s == all || !is_read(first)) return false;
    *end = first->end;
    while (first > all && !first->paragraph_start && first + BACK_MOST > r->s && is_read(first - 1)) first--;
    *tok = first->tok;
    return true;
}

#define TEXT_NEAR 4 /* words from "thông cáo" to whose it is */

/* "A hôm nay tiếp B, thông cáo của Bộ Ngoại giao cho biết.": the page's own news, its source told behind it; not what is to come. */
static bool only_names_source(const bg_say_reader *r, const bg_head *h, uint32_t tok, uint32_t end) {
    if (!is(h->act, "informs") || tok >= h->start || bg_quote__is_before(r, h->start)) return false;
    bool text = false;
    for (uint32_t i = h->start; i > tok && i + TEXT_NEAR > h->start; i--) text |= bg_text__is(r->text, i - 1, CLASS_TEXTNOUN);
    for (uint32_t i = tok; text && i < end; i++) text = !bg_text__is(r->text, i, CLASS_PLEDGECUE);
    return text;
}

/* "A ra tuyên bố, nói rằng …": one act in two verbs. */
static bool told_by_next(const bg_say_reader *r, unsigned i, uint32_t tok) {
    const bg_head *h = &r->heads[i], *next = h + 1;
    return i + 1 < r->count && tok == next->content && tok > h->content && is(next->act, h->act) && is(next->kind, "link");
}

/* A statement without a head of its own. */
static bool add_told(bg_say_reader *r, const char *act, const char *rule, bg_party voice, bg_span span, uint32_t tok, uint32_t end) {
    bg_saying *out = BG_PUSH(r->text->arena, &r->claims->sayings);
    if (!out) return false;
    *out = (bg_saying){.act = act, .rule = rule, .speaker = voice, .speaker_span = span, .speaker_tok = BG_NONE, .tok = tok, .end = end,
                       .sentence = (uint32_t)(r->s - r->text->sentences.items), .content = bg_text__span(r->text, tok, end)};
    r->last = voice, r->last_span = span, r->last_tok = BG_NONE, r->told_act = act; /* "…", B said. He also said … */
    return true;
}

/* "Ngày 9/5, tôi sẽ có cuộc gặp …" */
static bool announces(const bg_say_reader *r, uint32_t tok, uint32_t end) {
    for (uint32_t i = tok; i < end && i < tok + PLEDGE_REACH; i++)
        if (bg_text__at(r->text, i, CLASS_PLEDGECUE) != BG_NONE) return is_announcement(r, i, end);
    return false;
}

/* What a quotation by itself does. */
static const char *act_quoted(const bg_say_reader *r, const bg_party *voice, uint32_t tok, uint32_t end) {
    if (announces(r, tok, end) || tells_speech(r, voice, tok, end)) return "informs";
    return is_promise(r, voice, tok, end) ? "pledges" : NULL;
}

/* "A khẳng định B sẽ làm: “…”": where the colon stands behind what the verb itself tells; BG_NONE = nowhere. */
static uint32_t words_added(const bg_say_reader *r, const bg_head *h, uint32_t tok, uint32_t end) {
    if (!(is(h->act, "affirms") || is(h->act, "informs"))) return BG_NONE;
    uint32_t last = end > tok + 1 && bg_say__is_quote(r, end - 1) ? end - 2 : end - 1;
    for (uint32_t i = tok + SAID_LEAST; i + SAID_LEAST < end; i++)
        if (bg_say__is_sign(r, i, ':') && !r->quoted[i] && bg_say__is_quote(r, i + 1) && r->quoted[last])
            return bg_text__at(r->text, i - 1, CLASS_SAY) == BG_NONE ? i : BG_NONE;
    return BG_NONE;
}

/* … and the words that bear it out, which are his too. */
static bool add_words(bg_say_reader *r, const bg_head *h, uint32_t tok, uint32_t end) {
    const char *act = act_quoted(r, &h->speaker, tok, end);
    return add_told(r, act ? act : "affirms", "say.quotation", h->speaker, h->speaker_span, tok, end);
}

static bool write_sayings(bg_say_reader *r) {
    for (unsigned i = 0; i < r->count; i++) {
        bg_head *h = &r->heads[i];
        uint32_t end, tok;
        find_content(r, i, &tok, &end);
        if (is(h->kind, "back") && (!said_before(r, &tok, &end) || is_told(r->claims, tok, end))) continue;
        bool attribution = i > 0 && is(h->kind, "subject") && bg_quote__precedes(r, h->start); /* "…", ông viết trong thư. */
        if (attribution && tok == h->content && tells_when(r, tok)) continue;
        if (i == 0 && tok == h->content && is_circumstance(r, tok, end) && !quotation_before(r, &tok, &end)) {
            if (!bg_claims__note(r->claims, h->start, r->s->end, "statement.no-content")) return false;
            continue;
        }
        if (is(h->kind, "first") && is(h->act, "pledges") && is_announcement(r, h->verb->tok, end)) h->act = "informs";
        if ((i == 0 && only_names_source(r, h, tok, end)) || told_by_next(r, i, tok)) continue;
        const char *quoted = h->verb ? bg_mark__get(r->text, h->verb, KEY_QUOTED) : NULL;
        if (quoted && tok < end && h->speaker.kind != BG_SPEAKER_BOTH && (r->quoted[tok] || bg_say__is_quote(r, tok))) h->act = quoted;
        if (tells_fact(r, h, tok, end)) h->act = "informs";
        if (h->speaker.kind == BG_SPEAKER_UNKNOWN) {
            if (!bg_claims__note(r->claims, h->start, r->s->end, "statement.no-speaker")) return false;
            continue;
        }
        uint32_t colon = words_added(r, h, tok, end), told = colon == BG_NONE ? end : colon;
        if (is_own_pledge(r, h, tok, told)) h->act = "pledges";
        if (!add_items(r, h, tok, told) || (colon != BG_NONE && !add_words(r, h, colon + 2, end))) return false;
    }
    return true;
}

/* "…", bức thư viết: words of whoever sent it. */
static bool is_of_text(const bg_say_reader *r) {
    uint32_t tok = r->s->end;
    while (tok > r->s->tok && !r->quoted[tok - 1]) tok--;
    while (tok < r->s->end && r->text->tokens.items[tok].flags & BG_TOK_PUNCT) tok++;
    return tok < r->s->end && bg_text__at(r->text, tok, CLASS_TEXTNOUN) != BG_NONE;
}

/* A quotation of whole sentences that no verb claims: of the party behind it, else of the speaker before. */
static bool add_quotation(bg_say_reader *r) {
    uint32_t tok, end;
    if (!bg_quote__closed(r, &tok, &end) || is_told(r->claims, tok, end)) return true;
    bg_span span = {0};
    bg_party voice = bg_quote__owner(r, r->s->tok + !r->quoted[r->s->tok], &span);
    bool alone = bg_quote__ends_sentence(r) || is_of_text(r); /* else somebody is named whom we do not know */
    if (voice.kind == BG_SPEAKER_UNKNOWN && alone) voice = r->last, span = r->last_span;
    if (voice.kind == BG_SPEAKER_UNKNOWN) return bg_claims__note(r->claims, tok, end, "statement.no-speaker");
    const bg_head *last = r->count ? &r->heads[r->count - 1] : NULL;
    const char *act = last && is(last->kind, "subject") && is(last->act, "informs") ? "informs" : "affirms";
    const char *told = act_quoted(r, &voice, tok, end);
    return add_told(r, told ? told : act, "say.quotation", voice, span, tok, end);
}

/* "Ông A tỏ ra thận trọng: “…”": words of him who opens the sentence, though no verb of it says so. */
static bool add_colon(bg_say_reader *r) {
    uint32_t colon = r->s->tok, end = r->s->end;
    while (colon + SAID_LEAST < end && !(bg_say__is_sign(r, colon, ':') && !r->quoted[colon] && bg_say__is_quote(r, colon + 1))) colon++;
    if (r->count || colon + SAID_LEAST >= end || is_told(r->claims, r->s->tok, end)) return true;
    const bg_mark *who = bg_head__opener(r);
    if (!who || who->klass != CLASS_WHO || who->ref == BG_NONE || who->end >= colon) return true;
    for (uint32_t i = who->end; i < colon; i++) /* somebody else may be quoted */
        if (bg_text__is(r->text, i, CLASS_WHO) || bg_text__is(r->text, i, CLASS_BOTH)) return true;
    bg_party voice = bg_say__party(r, who);
    const char *act = act_quoted(r, &voice, colon + 2, end);
    return add_told(r, act ? act : "affirms", "say.quotation", voice, bg_text__span(r->text, who->tok, who->end), colon + 2, quotation_end(r, colon + 2, end));
}

#define TAIL_REACH 24 /* words of "…, một quan chức Nga giấu tên cho biết." */

/* A sentence whose end says whose words it is, by a party that stands away from the verb. */
static bool add_tail(bg_say_reader *r) {
    uint32_t end = r->s->end, comma, verb = BG_NONE;
    while (end > r->s->tok && r->text->tokens.items[end - 1].flags & BG_TOK_PUNCT) end--;
    for (uint32_t i = end; i > r->s->tok && i + 3 > end && verb == BG_NONE; i--) {
        uint32_t m = bg_text__at(r->text, i - 1, CLASS_SAY);
        if (m != BG_NONE && r->text->marks.items[m].end == end) verb = m;
    }
    const char *act = verb == BG_NONE ? NULL : bg_mark__get(r->text, &r->text->marks.items[verb], KEY_VALUE);
    if (act && is(bg_mark__get(r->text, &r->text->marks.items[verb], KEY_WEAK), "yes")) return true;
    if (!act || r->count || !(is(act, "informs") || is(act, "affirms")) || r->quoted[end - 1]) return true;
    for (comma = end; comma > r->s->tok && comma + TAIL_REACH > end && !bg_say__is_sign(r, comma, ','); comma--) {}
    bg_party voice = {.kind = BG_SPEAKER_UNKNOWN};
    uint32_t at = comma;
    for (; comma > r->s->tok && at < end && voice.kind == BG_SPEAKER_UNKNOWN; at++) voice = bg_say__party_at(r, at);
    if (voice.kind == BG_SPEAKER_UNKNOWN || comma < r->s->tok + SAID_LEAST || !bg_say__is_sign(r, comma, ',') || is_told(r->claims, r->s->tok, comma)) return true;
    uint32_t side = bg_text__at(r->text, at - 1, CLASS_SIDE);
    if (voice.kind == BG_SPEAKER_SIDE && side != BG_NONE && bg_say__is_press(r, &r->text->marks.items[side])) return true;
    return add_told(r, act, "say.tail", voice, bg_text__span(r->text, at - 1, at), r->s->tok, comma);
}

/* An interview asks more often than once, in paragraphs of its own. */
#define QUESTIONS_LEAST 2

static bool is_question(const bg_say_reader *r, const bg_sentence *s) {
    return !s->title && !s->caption && s->end > s->tok && bg_say__is_sign(r, s->end - 1, '?') && !r->quoted[s->end - 1];
}

/* The person who stands nearest to the word that says whom the page asked, first before it, then behind. */
static bg_party person_asked(const bg_say_reader *r, const bg_sentence *s) {
    uint32_t asks = bg_text__first(r->text, s->tok, s->end, CLASS_INTERVIEW), best = BG_NONE;
    uint32_t word = asks == BG_NONE ? 0 : r->text->marks.items[asks].tok;
    for (uint32_t tok = s->tok; asks != BG_NONE && tok < s->end && (best == BG_NONE || tok < word); tok++) {
        uint32_t m = bg_text__at(r->text, tok, CLASS_WHO);
        if (m != BG_NONE && r->text->marks.items[m].ref != BG_NONE) best = m;
    }
    return best == BG_NONE ? (bg_party){.kind = BG_SPEAKER_UNKNOWN} : bg_say__party(r, &r->text->marks.items[best]);
}

/* "- Chúng tôi …": an answer, whatever stands around it. */
static bool begins_with_dash(const bg_say_reader *r, const bg_sentence *s) {
    return bg_say__is_sign(r, s->tok, '-') || bg_say__is_sign(r, s->tok, 0x2013);
}

/* Who answers, on a page of questions and answers. */
static void find_interview(bg_say_reader *r) {
    const bg_sentence *all = r->text->sentences.items;
    size_t questions = 0, first = r->text->sentences.count;
    for (size_t i = 0; i + 1 < r->text->sentences.count; i++) {
        if (!is_question(r, &all[i]) || all[i + 1].block == all[i].block) continue;
        if (questions == 0) first = i;
        questions += 1 + begins_with_dash(r, &all[i + 1]);
    }
    if (questions < QUESTIONS_LEAST) return;
    for (size_t i = 0; i < first && r->asked.kind == BG_SPEAKER_UNKNOWN; i++) r->asked = person_asked(r, &all[i]);
}

#define LABEL_LENGTH 12 /* words of "Thủ tướng A:" before an answer */

/* Behind the dash or the name that an answer begins with. */
static uint32_t answer_start(const bg_say_reader *r) {
    uint32_t tok = r->s->tok;
    while (tok < r->s->end && r->text->tokens.items[tok].flags & BG_TOK_PUNCT && !bg_say__is_quote(r, tok)) tok++;
    uint32_t who = tok < r->s->end ? bg_text__at(r->text, tok, CLASS_WHO) : BG_NONE, colon = tok;
    while (colon < r->s->end && colon < tok + LABEL_LENGTH && !bg_say__is_sign(r, colon, ':')) colon++;
    return who != BG_NONE && colon < r->s->end && bg_say__is_sign(r, colon, ':') ? colon + 1 : tok;
}

/* What stands right behind a question is the answer, whoever is not named there. */
static bool add_answer(bg_say_reader *r) {
    if (r->s == r->text->sentences.items || !is_question(r, r->s - 1) || r->s->block == r->s[-1].block || r->count) return true;
    uint32_t tok = answer_start(r);
    if (tok + SAID_LEAST > r->s->end) return true;
    return add_told(r, "affirms", "say.answer", r->asked, bg_text__span(r->text, tok, tok), tok, r->s->end);
}

static bool match_all(bg_claims *claims, unsigned level) {
    for (size_t i = 0; i < claims->text->sentences.count; i++) {
        const bg_sentence *s = &claims->text->sentences.items[i];
        if (is_read(s) && !bg_match__level(claims->text, s, level)) return false;
    }
    return true;
}

bool bg_saying__find(bg_claims *claims) {
    bg_say_reader r = {.claims = claims, .last_tok = BG_NONE, .text = claims->text};
    unsigned level = bg_grammar__level(claims->text->data, "say");
    if (!bg_quote__find(&r) || !match_all(claims, level)) return false;
    find_interview(&r);
    for (size_t i = 0; i < claims->text->sentences.count; i++) {
        r.s = &claims->text->sentences.items[i];
        if (is_question(&r, r.s)) r.answers = r.asked.kind != BG_SPEAKER_UNKNOWN, r.last_act = NULL;
        if (!is_read(r.s) || is_question(&r, r.s)) continue;
        r.count = 0, r.told_act = NULL;
        bg_head__collect(&r);
        bind_speakers(&r);
        if (!write_sayings(&r) || !add_quotation(&r) || !add_colon(&r) || !add_tail(&r) || (r.answers && !add_answer(&r))) return false;
        r.last_act = r.count ? r.heads[r.count - 1].act : r.told_act;
    }
    bind_states(claims);
    return true;
}
