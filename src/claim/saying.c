/*
 * saying: heads of statements → who says what. A head is a verb of speech with its subject (see 50-say.rules); its content
 * runs to the next head or the end of the sentence, and a list under a verb of agreeing, proposing or pledging is cut at
 * its semicolons.
 */
#include "claim.h"

#include <assert.h>

#define HEADS_MAX 48

typedef struct head {
    const bg_mark *fact;
    const bg_mark *verb;    /* NULL: source */
    bg_party speaker;
    bg_span speaker_span;
    uint32_t start;         /* token where the head begins: content before it ends here */
    uint32_t content;       /* token where its content begins */
    const char *kind, *act;
} head;

typedef struct reader {
    bg_claims *claims;
    bg_text *text;
    const bg_sentence *s;
    head heads[HEADS_MAX];
    unsigned count;
    bg_party last;          /* the nearest speaker before */
    bg_span last_span;
    unsigned nouncue, governs, report, aside, pledgecue, promiser;
    const char *last_act;   /* of the sentence just before, NULL = it said nothing */
    bool *quoted;           /* by token: inside quotation marks */
} reader;

static bool is(const char *value, const char *word) { return value && strcmp(value, word) == 0; }

static bool is_sign(const reader *r, uint32_t tok, uint32_t sign) {
    const bg_token *t = &r->text->tokens.items[tok];
    return t->flags & BG_TOK_PUNCT && t->value == sign;
}

static bool is_quote(const reader *r, uint32_t tok) { return is_sign(r, tok, '"') || is_sign(r, tok, 0x201C) || is_sign(r, tok, 0x2018) || is_sign(r, tok, 0xAB); }

static const bg_mark *captured(const reader *r, const bg_mark *fact, const char *name) {
    const bg_capture *c = bg_mark__capture(r->text, fact, name);
    return c && c->mark != BG_NONE ? &r->text->marks.items[c->mark] : NULL;
}

static bg_party party_of(const reader *r, const bg_mark *mark) {
    const bg_classes *k = &r->claims->mentions->classes;
    if (mark->klass == k->both) return (bg_party){.kind = BG_SPEAKER_BOTH};
    if (mark->klass == k->who && mark->ref != BG_NONE) return (bg_party){.kind = BG_SPEAKER_ENTITY, .entity = mark->ref};
    if (mark->klass == k->side) return (bg_party){.kind = BG_SPEAKER_SIDE, .side = bg_mention__country(r->claims->mentions, mark)};
    return (bg_party){.kind = BG_SPEAKER_UNKNOWN};
}

/* Acts done to somebody: the party that opens the content is the one addressed. */
static bool is_addressed(const char *act) {
    static const char *const acts[] = {"thanks", "congratulates", "proposes", "invites", "condoles", "greets"};
    for (size_t i = 0; i < BG_COUNT(acts); i++)
        if (is(act, acts[i])) return true;
    return false;
}

static bool is_list_act(const char *act) { return is(act, "agrees") || is(act, "proposes") || is(act, "pledges"); }

/* ---- collecting heads */

static bool is_noun(const reader *r, const bg_mark *verb) {
    if (!is(bg_mark__get(r->text, verb, "noun"), "yes") || verb->tok == r->s->tok) return false;
    return bg_text__at(r->text, verb->tok - 1, r->nouncue) != BG_NONE;
}

static uint32_t content_start(const reader *r, const head *h) {
    uint32_t tok = h->verb ? h->verb->end : h->fact->end;
    const char *at = h->verb ? bg_mark__get(r->text, h->verb, "at") : NULL;
    if (at) tok = h->verb->tok + (uint32_t)(*at - '0');
    while (tok < r->s->end && (is_sign(r, tok, ',') || is_sign(r, tok, ':'))) tok++;
    for (; tok < r->s->end; tok++) { /* rằng, là */
        uint32_t m = bg_text__at(r->text, tok, r->claims->mentions->classes.reportconj);
        if (m == BG_NONE || !is(bg_mark__get(r->text, &r->text->marks.items[m], "value"), "that")) break;
    }
    while (tok < r->s->end && (is_sign(r, tok, ',') || is_sign(r, tok, ':'))) tok++;
    return tok;
}

/* Two subjects joined by "và": both sides when they are of two countries, else the first speaks. */
static bg_party joint_party(const reader *r, const bg_mark *one, const bg_mark *two) {
    const char *a = bg_mention__country(r->claims->mentions, one), *b = two ? bg_mention__country(r->claims->mentions, two) : NULL;
    if (two && (!a || !b || strcmp(a, b) != 0)) return (bg_party){.kind = BG_SPEAKER_BOTH};
    return party_of(r, one);
}

/* "cùng nhất trí", "đã cùng khẳng định": not one alone. */
static bool is_together(const reader *r, const bg_mark *verb) {
    if (!verb) return false;
    for (uint32_t i = verb->tok > r->s->tok ? verb->tok - 1 : verb->tok; i <= verb->tok; i++) {
        const bg_token *t = &r->text->tokens.items[i];
        if (t->end - t->start == strlen("cùng") && memcmp(r->text->bytes + t->start, "cùng", strlen("cùng")) == 0) return true;
    }
    return false;
}

/* Where the comma, semicolon or "và" before a linked verb stands. */
static uint32_t link_start(const reader *r, const head *h, uint32_t tok) {
    if (!is(h->kind, "link")) return tok;
    for (uint32_t i = tok; i > r->s->tok && i + 12 > tok; i--)
        if (is_sign(r, i - 1, ';') || is_sign(r, i - 1, ',')) {
            while (i - 1 > r->s->tok && (is_sign(r, i - 2, ';') || is_sign(r, i - 2, ','))) i--;
            return i - 1;
        }
    return tok;
}

static head make_head(const reader *r, const bg_mark *fact) {
    assert(fact);
    head h = {.fact = fact, .verb = captured(r, fact, "v"), .kind = bg_mark__get(r->text, fact, "kind"), .act = bg_mark__get(r->text, fact, "act")};
    const bg_mark *subject = captured(r, fact, "s");
    if (subject) {
        h.speaker = is(bg_mark__get(r->text, fact, "joint"), "yes") ? joint_party(r, subject, captured(r, fact, "s2")) : party_of(r, subject);
        h.speaker_span = bg_text__span(r->text, subject->tok, subject->end);
    }
    if (h.speaker.kind == BG_SPEAKER_ENTITY && is_together(r, h.verb)) h.speaker = (bg_party){.kind = BG_SPEAKER_BOTH};
    h.start = subject && subject->tok < fact->tok ? subject->tok : link_start(r, &h, fact->tok);
    if (is(h.kind, "item")) h.act = r->last_act;
    assert(h.verb || is(h.kind, "source"));
    if (is(bg_mark__get(r->text, fact, "deed"), "yes")) h.content = h.verb->tok;
    else h.content = content_start(r, &h);
    if (h.verb && h.speaker.kind == BG_SPEAKER_BOTH && bg_mark__get(r->text, h.verb, "both")) h.act = bg_mark__get(r->text, h.verb, "both");
    return h;
}

/* Does the content of an act usually hold a clause of its own, so that a verb after "và" may belong to it? */
static bool holds_clause(const char *act) {
    static const char *const acts[] = {"affirms", "informs", "proposes", "agrees", "pledges"};
    for (size_t i = 0; i < BG_COUNT(acts); i++)
        if (is(act, acts[i])) return true;
    return false;
}

static bool begins_with_party(const reader *r, uint32_t tok) {
    const bg_classes *k = &r->claims->mentions->classes;
    return tok < r->s->end && (bg_text__at(r->text, tok, k->who) != BG_NONE || bg_text__at(r->text, tok, k->side) != BG_NONE ||
                               bg_text__at(r->text, tok, k->both) != BG_NONE);
}

/* The party that begins at the token, unknown if none does. */
static bg_party party_at(const reader *r, uint32_t tok) {
    const bg_classes *k = &r->claims->mentions->classes;
    unsigned kinds[] = {k->both, k->who, k->side};
    for (size_t i = 0; i < BG_COUNT(kinds); i++) {
        uint32_t m = bg_text__at(r->text, tok, kinds[i]);
        if (m != BG_NONE) return party_of(r, &r->text->marks.items[m]);
    }
    return (bg_party){.kind = BG_SPEAKER_UNKNOWN};
}

static bool after_separator(const reader *r, uint32_t tok) {
    return tok == r->s->tok || is_sign(r, tok - 1, ';') || is_sign(r, tok - 1, ',');
}

/* "Nhắc lại …, ông …": recalls what the speaker's own verb then speaks of. */
static bool is_aside(const reader *r, const head *h) {
    uint32_t m = bg_text__at(r->text, h->verb->tok, r->aside);
    return m != BG_NONE && r->text->marks.items[m].end >= h->verb->end;
}

static bool verb_has(const reader *r, const head *h, unsigned klass) {
    for (uint32_t i = h->verb->tok; i < h->verb->end; i++)
        if (bg_text__at(r->text, i, klass) != BG_NONE) return true;
    return false;
}

/* Does the verb do nothing but report? 2 surely, 1 mostly, 0 it may stand in any clause. */
static int reports(const reader *r, const head *h) {
    int best = 0;
    for (uint32_t i = h->verb->tok; i < h->verb->end; i++) {
        uint32_t m = bg_text__at(r->text, i, r->report);
        if (m == BG_NONE) continue;
        int now = is(bg_mark__get(r->text, &r->text->marks.items[m], "value"), "hard") ? 2 : 1;
        if (now > best) best = now;
    }
    return best;
}

static bool is_noun_too(const reader *r, const head *h) { return is(bg_mark__get(r->text, h->verb, "noun"), "yes"); }

/* Inside a list or a reported clause only a verb that does nothing but report begins a new act. */
static bool stays_inside(const reader *r, const head *before, const head *h) {
    bool comma = is(h->kind, "link") && !is_sign(r, h->start, ';');
    if (comma && is_noun_too(r, h) && !begins_with_party(r, h->content)) return true;
    if (is(h->act, "discusses") && is(before->act, "discusses")) return true;
    if (!holds_clause(before->act)) return false;
    if (begins_with_party(r, before->content)) return reports(r, h) < (is_sign(r, h->start, ';') ? 1 : 2);
    return reports(r, h) < 1 && (is(h->kind, "and") || is(h->kind, "subject"));
}

#define OPENER_REACH 30 /* words */

/* The person that opens the sentence, after a date or place at most. */
static const bg_mark *opener(const reader *r) {
    for (uint32_t tok = r->s->tok; tok < r->s->end && tok < r->s->tok + OPENER_REACH; tok++) {
        uint32_t m = bg_text__at(r->text, tok, r->claims->mentions->classes.who);
        if (m != BG_NONE && r->text->marks.items[m].ref != BG_NONE) return &r->text->marks.items[m];
    }
    return NULL;
}

/* A linked verb without a head before it: "…; cảm ơn …" after a clause of facts, "A hôm nay gặp B, hoan nghênh …". */
static bool starts_alone(const reader *r, head *h) {
    if (is_sign(r, h->start, ';')) return reports(r, h) && r->last.kind != BG_SPEAKER_UNKNOWN && !r->s->paragraph_start;
    const bg_mark *who = reports(r, h) == 2 ? opener(r) : NULL;
    if (!who || who->end > h->start) return false;
    h->speaker = is_together(r, h->verb) ? (bg_party){.kind = BG_SPEAKER_BOTH} : party_of(r, who);
    h->speaker_span = bg_text__span(r->text, who->tok, who->end);
    return true;
}

static bool word_is(const reader *r, uint32_t tok, const char *const *words) {
    const bg_token *t = &r->text->tokens.items[tok];
    for (; *words; words++)
        if (t->end - t->start == strlen(*words) && memcmp(r->text->bytes + t->start, *words, strlen(*words)) == 0) return true;
    return false;
}

/* "được phía X ghi nhận", "mà X cam kết", "giữa X và Y sẽ", "X không nói": no act of X. */
static bool is_no_act(const reader *r, const head *h) {
    static const char *const links[] = {"giữa", "tới", "đến", "tại", "ở", "được", NULL};
    static const char *const no[] = {"không", "chưa", "chẳng", NULL};
    if (!is(h->kind, "subject") || !h->verb) return false;
    if (h->start > r->s->tok && word_is(r, h->start - 1, links)) return true;
    for (uint32_t i = h->verb->tok; i > h->start && i + 4 > h->verb->tok; i--)
        if (word_is(r, i - 1, no)) return is(h->act, "informs") || is(h->act, "affirms");
    return false;
}

/* Is a candidate a new act, or part of what the head before it tells? */
static bool is_new_act(const reader *r, head *h) {
    const head *before = r->count ? &r->heads[r->count - 1] : NULL;
    bool weak = h->verb && is(bg_mark__get(r->text, h->verb, "weak"), "yes");
    if (h->verb && is_noun(r, h->verb)) return false;
    if (is_no_act(r, h)) return false;
    if (is(h->kind, "source")) return true;
    if (is(h->kind, "item")) return !before && is_list_act(r->last_act);
    if (is(h->kind, "first")) return !before && r->quoted[h->verb->tok];
    if (r->quoted[h->verb->tok]) return !before && is(h->kind, "subject") && h->speaker.kind == BG_SPEAKER_SIDE &&
                                           (reports(r, h) || (!weak && h->start <= r->s->tok + 2));
    if (!before && is(h->kind, "open")) return !weak && !is_aside(r, h);
    if (!before && is(h->kind, "link")) return starts_alone(r, h);
    if (!before) return is(h->kind, "subject") && (!weak || h->speaker.kind == BG_SPEAKER_BOTH || (h->speaker.kind == BG_SPEAKER_ENTITY && !is(h->act, "pledges")));
    if (h->start < before->content) return false;
    if (is(h->kind, "subject") && !after_separator(r, h->start)) return false;
    if (is(h->kind, "subject") && h->speaker.kind == BG_SPEAKER_SIDE) return false;
    if (weak) return false;
    return h->start == before->content || !stays_inside(r, before, h);
}

/* "tiếng nói của Việt Nam … và hoan nghênh": a party behind a preposition does not speak. */
static bool is_governed(const reader *r, const bg_mark *subject) {
    return subject->tok > r->s->tok && bg_text__at(r->text, subject->tok - 1, r->governs) != BG_NONE;
}

/* How well a kind of head binds its verb, 0 = not at all. */
static int binding(const reader *r, const bg_mark *fact, const bg_mark *subject) {
    static const char *const kinds[] = {"item", "and", "link", "open", "subject", "first", "source"};
    const char *kind = bg_mark__get(r->text, fact, "kind");
    if (is(kind, "subject") && subject && is_governed(r, subject)) return 0;
    for (size_t i = 0; i < BG_COUNT(kinds); i++)
        if (is(kind, kinds[i])) return (int)i + 1;
    return 0;
}

/* Of two readings of one verb, does `a` bind it better: by its kind, then the subject nearest to it, the longest, the verb? */
static bool binds_better(const reader *r, const bg_mark *a, const bg_mark *b) {
    const bg_mark *s = captured(r, a, "s"), *t = captured(r, b, "s"), *s2 = captured(r, a, "s2"), *t2 = captured(r, b, "s2");
    int x = binding(r, a, s), y = binding(r, b, t);
    if (x != y) return x > y;
    uint32_t near_a = s2 ? s2->end : s ? s->end : 0, near_b = t2 ? t2->end : t ? t->end : 0;
    if (near_a != near_b) return near_a > near_b;
    if (s && t && s->tok != t->tok) return s->tok < t->tok;
    return a->end > b->end;
}

static const bg_mark *best_fact(const reader *r, uint32_t tok) {
    const bg_mark *best = NULL;
    for (uint32_t m = r->text->heads[tok]; m != BG_NONE; m = r->text->marks.items[m].next) {
        const bg_mark *mark = &r->text->marks.items[m];
        if (mark->klass == r->claims->mentions->classes.sayfact && (!best || binds_better(r, mark, best))) best = mark;
    }
    return best;
}

static void collect(reader *r) {
    for (uint32_t tok = r->s->tok; tok < r->s->end && r->count < HEADS_MAX; tok++) {
        const bg_mark *fact = best_fact(r, tok);
        if (!fact) continue;
        head h = make_head(r, fact);
        if (is_new_act(r, &h)) r->heads[r->count++] = h;
    }
}

/* ---- speakers */

/* Token behind the quotation that holds the token. */
static uint32_t quote_end(const reader *r, uint32_t tok) {
    while (tok < r->text->tokens.count && r->quoted[tok]) tok++;
    return tok;
}

#define VOICE_NEAR 4 /* tokens from the closing mark to the subject: ", " and the like */

/* Who speaks a quotation: "…", Ông X nói. Unknown when no subject of a verb of speech stands right behind it. */
static bg_party voice_behind(const reader *r, uint32_t tok, bg_span *span) {
    uint32_t close = quote_end(r, tok);
    for (uint32_t i = close; i < r->text->tokens.count && i < close + VOICE_NEAR + OPENER_REACH; i++)
        for (uint32_t m = r->text->heads[i]; m != BG_NONE; m = r->text->marks.items[m].next) {
            const bg_mark *fact = &r->text->marks.items[m];
            const bg_mark *subject = fact->klass == r->claims->mentions->classes.sayfact ? captured(r, fact, "s") : NULL;
            if (!subject || subject->tok < close || subject->tok > close + VOICE_NEAR || subject->klass == r->claims->mentions->classes.both) continue;
            *span = bg_text__span(r->text, subject->tok, subject->end);
            return party_of(r, subject);
        }
    return (bg_party){.kind = BG_SPEAKER_UNKNOWN};
}

static void bind_outside(reader *r, head *h, bg_party before);

/* An open or linked head takes the subject of a later head in its sentence, else the nearest speaker before. */
static void bind_speakers(reader *r) {
    for (unsigned i = 0; i < r->count; i++) {
        head *h = &r->heads[i];
        if (i == 0) bind_outside(r, h, r->last);
        if (h->speaker.kind == BG_SPEAKER_UNKNOWN && is(h->kind, "open"))
            for (unsigned j = i + 1; j < r->count && h->speaker.kind == BG_SPEAKER_UNKNOWN; j++)
                if (is(r->heads[j].kind, "subject")) h->speaker = r->heads[j].speaker, h->speaker_span = r->heads[j].speaker_span;
        if (is(h->kind, "first")) h->speaker = voice_behind(r, h->verb->tok, &h->speaker_span);
        if (h->speaker.kind == BG_SPEAKER_UNKNOWN) h->speaker = r->last, h->speaker_span = r->last_span;
        if (h->speaker.kind != BG_SPEAKER_UNKNOWN) r->last = h->speaker, r->last_span = h->speaker_span;
    }
}

/* ---- promises: "khẳng định Việt Nam sẽ …" of one's own side */

static const char *country_of(const reader *r, const bg_party *party) {
    if (party->kind == BG_SPEAKER_SIDE) return party->side;
    return party->kind == BG_SPEAKER_ENTITY ? bg_person__country(&r->claims->mentions->people.items[party->entity]) : NULL;
}

/* The country of a party that begins at the token; NULL if none does. */
static const char *party_country(const reader *r, uint32_t tok) {
    const bg_classes *k = &r->claims->mentions->classes;
    unsigned kinds[] = {k->who, k->side};
    for (size_t i = 0; i < BG_COUNT(kinds); i++) {
        uint32_t m = bg_text__at(r->text, tok, kinds[i]);
        if (m != BG_NONE) return bg_mention__country(r->claims->mentions, &r->text->marks.items[m]);
    }
    return NULL;
}

#define PLEDGE_NEAR 6 /* words from the party's first word to the cue */
#define PLEDGE_REACH 14 /* words between the verb of saying and the cue */

static bool is_own_pledge(const reader *r, const head *h, uint32_t end) {
    const char *own = country_of(r, &h->speaker);
    uint32_t near = 0; /* the cue must stand this near behind a party of the speaker's own */
    if (!h->verb || !(is(h->act, "affirms") || is(h->act, "informs")) || !verb_has(r, h, r->promiser)) return false;
    for (uint32_t i = h->content; i < end && i < h->content + PLEDGE_REACH; i++) {
        if (bg_text__at(r->text, i, r->pledgecue) != BG_NONE) return i < near || i == h->content;
        const char *country = party_country(r, i);
        if (country && own && strcmp(country, own) != 0) return false;
        if (country) near = i + PLEDGE_NEAR;
    }
    return false;
}

/* ---- "Việt Nam hoan nghênh …" inside somebody's speech: the state speaks through him */

static bool is_bare_state(const bg_claims *c, const bg_saying *s) {
    if (s->speaker.kind != BG_SPEAKER_SIDE || !s->speaker.side || is(s->rule, "say.source-body")) return false;
    for (uint32_t tok = 0; tok < c->text->tokens.count; tok++) {
        uint32_t m = bg_text__at(c->text, tok, c->mentions->classes.side);
        if (m == BG_NONE || c->text->tokens.items[tok].start != s->speaker_span.start) continue;
        if (strcmp(bg_mark__rule(c->text, &c->text->marks.items[m]), "side.country") != 0) return false;
        /* "Bộ Ngoại giao Nga", "báo chí Nga" speak for themselves */
        uint32_t word = bg_text__at(c->text, tok, bg_data__class(c->text->data, "SIDEWORD"));
        const char *kind = word == BG_NONE ? "side" : bg_mark__get(c->text, &c->text->marks.items[word], "value");
        return is(kind, "side") || is(kind, "leaders");
    }
    return false;
}

static bool speaks_for(const bg_claims *c, const bg_saying *s, const char *side) {
    if (s->speaker.kind != BG_SPEAKER_ENTITY) return false;
    const char *country = bg_person__country(&c->mentions->people.items[s->speaker.entity]);
    return country && strcmp(country, side) == 0;
}

/* The nearest speaker of that state before it, else the nearest after it. */
static void bind_states(bg_claims *c) {
    for (size_t i = 0; i < c->sayings.count; i++) {
        bg_saying *s = &c->sayings.items[i], *voice = NULL;
        if (!is_bare_state(c, s)) continue;
        for (size_t j = i; j-- > 0 && !voice;)
            if (speaks_for(c, &c->sayings.items[j], s->speaker.side)) voice = &c->sayings.items[j];
        for (size_t j = i + 1; j < c->sayings.count && !voice; j++)
            if (speaks_for(c, &c->sayings.items[j], s->speaker.side)) voice = &c->sayings.items[j];
        if (voice) s->speaker = voice->speaker;
    }
}

/* ---- contents */

static bool add(reader *r, const head *h, uint32_t tok, uint32_t end) {
    while (end > tok && r->text->tokens.items[end - 1].flags & BG_TOK_PUNCT && !is_quote(r, end - 1) && !is_sign(r, end - 1, ')')) end--;
    if (tok >= end) return true;
    bg_saying *out = BG_PUSH(r->text->arena, &r->claims->sayings);
    if (!out) return false;
    *out = (bg_saying){.act = h->act, .rule = bg_mark__rule(r->text, h->fact), .speaker = h->speaker, .speaker_span = h->speaker_span,
                       .tok = tok, .end = end, .sentence = (uint32_t)(r->s - r->text->sentences.items)};
    if (is_addressed(h->act)) out->addressee = party_at(r, tok);
    out->strength = bg_mark__get(r->text, h->fact, "strength");
    if (!out->strength && is(h->act, "pledges")) out->strength = "pledge";
    out->content = bg_text__span(r->text, tok, end);
    if (h->verb) out->verb_span = bg_text__span(r->text, h->verb->tok, h->verb->end);
    return true;
}

/* "…, đó là a; b; c" tells one thing in parts. */
static bool is_enumeration(const reader *r, uint32_t tok, uint32_t end) {
    unsigned klass = bg_data__class(r->text->data, "LISTCUE");
    for (uint32_t i = tok; i < end && !is_sign(r, i, ';'); i++)
        if (bg_text__at(r->text, i, klass) != BG_NONE) return true;
    return false;
}

/* "…; là cầu nối …" goes on with the item before it. */
static bool goes_on(const reader *r, uint32_t tok) {
    if (tok >= r->s->end) return false;
    const bg_token *t = &r->text->tokens.items[tok];
    return t->end - t->start == strlen("là") && memcmp(r->text->bytes + t->start, "là", strlen("là")) == 0;
}

static bool add_items(reader *r, const head *h, uint32_t tok, uint32_t end) {
    if (!is_list_act(h->act) || is_enumeration(r, tok, end)) return add(r, h, tok, end);
    for (uint32_t i = tok, start = tok; i <= end; i++) {
        if (i < end && (!is_sign(r, i, ';') || goes_on(r, i + 1))) continue;
        if (!add(r, h, start, i)) return false;
        start = i + 1;
    }
    return true;
}

/* A comma, a semicolon or a word that does no more than link: "và", "đồng thời". */
static bool links_only(const reader *r, uint32_t tok) {
    const bg_token *t = &r->text->tokens.items[tok];
    if (t->flags & BG_TOK_PUNCT) return t->value == ',' || t->value == ';';
    return t->end - t->start == strlen("và") && memcmp(r->text->bytes + t->start, "và", strlen("và")) == 0;
}

/* The words between this head's content and the next head that only link them. */
static uint32_t content_end(const reader *r, unsigned i) {
    uint32_t end = i + 1 < r->count ? r->heads[i + 1].start : r->s->end;
    while (end > r->heads[i].content && i + 1 < r->count && links_only(r, end - 1)) end--;
    return end;
}

/* Where the quotation that ends in this sentence began: maybe some sentences before, in the same paragraph. */
static uint32_t quote_start(const reader *r) {
    if (is_quote(r, r->s->tok)) return r->s->tok + 1;
    if (!r->quoted[r->s->tok]) return r->s->tok;
    for (uint32_t i = r->s->tok; i-- > 0;)
        if (!r->quoted[i]) return i + 1;
    return r->s->tok;
}

/* Does a quotation end right before the token? */
static bool after_quote(const reader *r, uint32_t tok) {
    if (tok > r->s->tok && is_sign(r, tok - 1, ',')) tok--;
    return tok > r->s->tok && (is_sign(r, tok - 1, '"') || is_sign(r, tok - 1, 0x201D) || is_sign(r, tok - 1, 0xBB) ||
                               (is_sign(r, tok - 1, '\'') && tok > r->s->tok + 1 && r->quoted[tok - 2]));
}

/* Where the words begin that an attribution behind a quotation still tells: sentences with an act of their own are told. */
static uint32_t quoted_rest(const reader *r) {
    uint32_t start = quote_start(r);
    size_t n = r->claims->sayings.count;
    bool told = n && r->claims->sayings.items[n - 1].tok >= start && r->claims->sayings.items[n - 1].end <= r->s->tok;
    return told ? r->s->tok : start;
}

/* "Chuyến thăm của Thủ tướng A …", ông nói: not A, of whom he speaks, but who spoke before. */
static void bind_outside(reader *r, head *h, bg_party before) {
    const bg_mark *subject = captured(r, h->fact, "s");
    if (!subject || !is(bg_mark__rule(r->text, subject), "who.pronoun") || h->speaker.kind != BG_SPEAKER_ENTITY) return;
    if (before.kind != BG_SPEAKER_ENTITY || !after_quote(r, h->start)) return;
    for (uint32_t tok = r->s->tok; tok < h->start; tok++) {
        uint32_t m = r->quoted[tok] ? bg_text__at(r->text, tok, r->claims->mentions->classes.who) : BG_NONE;
        if (m == BG_NONE || r->text->marks.items[m].ref != h->speaker.entity) continue;
        h->speaker = before;
        return;
    }
}

static bool write_sayings(reader *r) {
    for (unsigned i = 0; i < r->count; i++) {
        head *h = &r->heads[i];
        uint32_t end = content_end(r, i), tok = h->content;
        while (end > tok && r->text->tokens.items[end - 1].flags & BG_TOK_PUNCT && !is_quote(r, end - 1)) end--;
        if (i == 0 && is(h->kind, "subject") && after_quote(r, h->start)) tok = quoted_rest(r), end = h->start; /* "…", ông nói … */
        else if (tok >= end && i + 1 < r->count) tok = r->heads[i + 1].content, end = content_end(r, i + 1); /* two verbs, one content */
        else if (tok >= end && i == 0 && is(h->kind, "subject")) tok = quoted_rest(r), end = h->start; /* "…", ông nói. */
        if (is_own_pledge(r, h, end)) h->act = "pledges";
        if (h->speaker.kind == BG_SPEAKER_UNKNOWN) {
            if (!bg_claims__note(r->claims, h->start, r->s->end, "statement.no-speaker")) return false;
        } else if (!add_items(r, h, tok, end)) return false;
    }
    return true;
}

/* A single quote with a blank on one side is a mark, between letters it is an apostrophe. */
static bool is_loose(const reader *r, const bg_sentence *s, uint32_t tok) {
    const bg_token *t = &r->text->tokens.items[tok];
    return !(t->flags & BG_TOK_GLUED) || tok + 1 >= s->end || !(t[1].flags & BG_TOK_GLUED);
}

/* A single quote opens before a word, after a blank: not in "Dato' Johari". */
static bool opens_word(const reader *r, const bg_sentence *s, uint32_t tok) {
    const bg_token *t = &r->text->tokens.items[tok];
    return tok + 1 < s->end && t[1].flags & BG_TOK_GLUED && !(t->flags & BG_TOK_GLUED);
}

/* Mark the tokens between quotation marks; a mark left open ends with its block. */
static bool find_quotes(reader *r) {
    r->quoted = bg_arena__alloc(r->text->arena, r->text->tokens.count + 1);
    if (!r->quoted) return false;
    uint32_t block = BG_NONE;
    bool open = false;
    for (size_t i = 0; i < r->text->sentences.count; i++) {
        const bg_sentence *s = &r->text->sentences.items[i];
        if (s->block != block) open = false;
        block = s->block;
        for (uint32_t tok = s->tok; tok < s->end; tok++) {
            uint32_t c = r->text->tokens.items[tok].flags & BG_TOK_PUNCT ? r->text->tokens.items[tok].value : 0;
            if (c == '"' || (c == '\'' && is_loose(r, s, tok) && (open || opens_word(r, s, tok)))) open = !open;
            else if (c == 0x201C || c == 0xAB) open = true;
            else if (c == 0x201D || c == 0xBB) open = false;
            r->quoted[tok] = open && c != '"' && c != '\'' && c != 0x201C && c != 0xAB;
        }
    }
    return true;
}

static bool is_read(const bg_sentence *s) { return !s->title && !s->caption && !s->heading; }

static bool match_all(bg_claims *claims, unsigned level) {
    for (size_t i = 0; i < claims->text->sentences.count; i++) {
        const bg_sentence *s = &claims->text->sentences.items[i];
        if (is_read(s) && !bg_match__level(claims->text, s, level)) return false;
    }
    return true;
}

bool bg_saying__find(bg_claims *claims) {
    const bg_data *data = claims->text->data;
    reader r = {.claims = claims, .text = claims->text, .nouncue = bg_data__class(data, "NOUNCUE"),
                .governs = bg_data__class(data, "GOVERNS"), .report = bg_data__class(data, "REPORT"),
                .aside = bg_data__class(data, "ASIDE"), .pledgecue = bg_data__class(data, "PLEDGECUE"), .promiser = bg_data__class(data, "PROMISER")};
    unsigned level = bg_grammar__level(claims->text->data, "say");
    if (!find_quotes(&r) || !match_all(claims, level)) return false;
    for (size_t i = 0; i < claims->text->sentences.count; i++) {
        r.s = &claims->text->sentences.items[i];
        if (!is_read(r.s)) continue;
        r.count = 0;
        collect(&r);
        bind_speakers(&r);
        if (!write_sayings(&r)) return false;
        r.last_act = r.count ? r.heads[r.count - 1].act : NULL;
    }
    bind_states(claims);
    return true;
}
