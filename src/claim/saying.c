/*
 * saying: heads of statements → who says what. The content of a head runs to the next head or the end of the sentence; a list
 * under a verb of agreeing, proposing or pledging is cut at its semicolons.
 */
#include "say.h"

#define QUOTATION_REACH 400 /* words between two statements on the same words */

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
    if (h->verb && !is(h->kind, "source") && !is(h->kind, "behind")) out->verb_span = bg_text__span(r->text, h->verb->tok, h->verb->end);
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
    bool quoted = tok < end && r->quoted[tok]; /* a list is the page's, words are not cut */
    if (!bg_act__is(h->act, BG_ACT_LIST) || quoted || is_enumeration(r, tok, end)) return add(r, h, tok, end);
    for (uint32_t i = tok, start = tok; i <= end; i++) {
        if (i < end && (!bg_say__is_sign(r, i, ';') || goes_on(r, i + 1))) continue;
        if (!add(r, h, start, i)) return false;
        start = i + 1;
    }
    return true;
}

static bool is_told(const bg_claims *c, uint32_t tok, uint32_t end) {
    for (size_t i = c->sayings.count; i-- > 0 && c->sayings.items[i].tok + QUOTATION_REACH > tok;)
        if (c->sayings.items[i].tok < end && c->sayings.items[i].end > tok) return true;
    return false;
}

#define BACK_MOST 3 /* sentences that "Đó là … của A" looks back on */

/* "…. Đó là nhận định của A.": the paragraph before it, or what stands before it in its own; where it opens the body, the title. */
static bool said_before(const bg_say_reader *r, uint32_t *tok, uint32_t *end) {
    const bg_sentence *all = r->text->sentences.items, *first = r->s - 1;
    bool opens = !r->claims->body_before[r->s - all];
    if (opens) first = bg_title__find(r->claims);
    if (r->s == all || !first || (!opens && !bg_sentence__is_read(first))) return false;
    if (opens) return *tok = first->tok, *end = first->end, true;
    *end = first->end;
    while (first > all && !first->paragraph_start && first + BACK_MOST > r->s && bg_sentence__is_read(first - 1)) first--;
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
        if (bg_text__at(r->text, i, CLASS_PLEDGECUE) != BG_NONE) return bg_say__is_announcement(r, i, end);
    return false;
}

/* What a quotation by itself does. */
static const char *act_quoted(const bg_say_reader *r, const bg_party *voice, uint32_t tok, uint32_t end) {
    if (announces(r, tok, end) || bg_say__tells_speech(r, voice, tok, end)) return "informs";
    return bg_say__is_promise(r, voice, tok, end) ? "pledges" : NULL;
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

/* Is anything quoted, or set off, among the tokens? */
static bool has_words(const bg_say_reader *r, uint32_t tok, uint32_t end) {
    for (uint32_t i = tok; i < end; i++)
        if (bg_say__is_sign(r, i, ',') || bg_say__is_sign(r, i, ':') || bg_say__is_quote(r, i)) return true;
    return false;
}

/* "A lên tiếng trên trang cá nhân.": nothing that was said. */
static bool only_hearer(const bg_say_reader *r, const bg_head *h, uint32_t tok, uint32_t end) {
    bool tells = is(h->act, "informs") || is(h->act, "affirms");
    if (tells && is(bg_mark__get(r->text, h->verb, KEY_CARRIES), "yes") && bg_say__tells_when(r, tok)) return !has_words(r, tok, end); /* "nêu quan điểm khi đến thăm" */
    return tells && is(bg_mark__get(r->text, h->verb, KEY_OBJECT), "clause") && bg_say__is_hearer(r, tok, end);
}

static bool write_sayings(bg_say_reader *r) {
    for (unsigned i = 0; i < r->count; i++) {
        bg_head *h = &r->heads[i];
        uint32_t end, tok;
        bg_say__find_content(r, i, &tok, &end);
        if (is(h->kind, "back") && (!said_before(r, &tok, &end) || is_told(r->claims, tok, end))) continue;
        bool attribution = i > 0 && is(h->kind, "subject") && bg_quote__precedes(r, h->start); /* "…", ông viết trong thư. */
        if (attribution && tok == h->content && bg_say__tells_when(r, tok)) continue;
        if (i == 0 && tok == h->content && (bg_say__is_circumstance(r, tok, end) || only_hearer(r, h, tok, end)) && !bg_say__quotation_before(r, &tok, &end)) {
            if (!bg_claims__note(r->claims, h->start, r->s->end, "statement.no-content")) return false;
            continue;
        }
        if (i > 0 && tok == h->content && only_hearer(r, h, tok, end)) continue; /* "…" - A khẳng định với Reuters. */
        if (is(h->kind, "first") && is(h->act, "pledges") && bg_say__is_announcement(r, h->verb->tok, end)) h->act = "informs";
        if ((i == 0 && only_names_source(r, h, tok, end)) || told_by_next(r, i, tok)) continue;
        const char *quoted = h->verb ? bg_mark__get(r->text, h->verb, KEY_QUOTED) : NULL;
        if (quoted && tok < end && h->speaker.kind != BG_SPEAKER_BOTH && (r->quoted[tok] || bg_say__is_quote(r, tok))) h->act = quoted;
        if (bg_head__tells_fact(r, h, tok, end)) h->act = "informs";
        if (h->speaker.kind == BG_SPEAKER_UNKNOWN) {
            if (!bg_claims__note(r->claims, h->start, r->s->end, "statement.no-speaker")) return false;
            continue;
        }
        uint32_t colon = words_added(r, h, tok, end), told = colon == BG_NONE ? end : colon;
        if (bg_head__is_own_pledge(r, h, tok, told)) h->act = "pledges";
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

/* "…", quan chức giấu tên cho biết. */
static bool is_of_official(const bg_say_reader *r) {
    for (uint32_t tok = r->s->tok; tok + 1 < r->s->end; tok++)
        if (r->quoted[tok] && !r->quoted[tok + 1]) {
            while (tok + 1 < r->s->end && r->text->tokens.items[tok + 1].flags & BG_TOK_PUNCT) tok++;
            return tok + 1 < r->s->end && bg_text__at(r->text, tok + 1, CLASS_PERSONNOUN) != BG_NONE;
        }
    return false;
}

/* A quotation of whole sentences that no verb claims: of the party behind it, else of the speaker before. */
static bool add_quotation(bg_say_reader *r) {
    uint32_t tok, end;
    if (!bg_quote__closed(r, &tok, &end) || is_told(r->claims, tok, end)) return true;
    bg_span span = {0};
    bg_party voice = bg_quote__owner(r, r->s->tok + !r->quoted[r->s->tok], &span);
    bool alone = bg_quote__ends_sentence(r) || is_of_text(r) || (bg_saying__was_unnamed(r) && is_of_official(r)); /* else somebody is named whom we do not know */
    if (voice.kind == BG_SPEAKER_UNKNOWN && is_of_text(r) && bg_say__is_joint_text(r)) voice = (bg_party){.kind = BG_SPEAKER_BOTH};
    if (voice.kind == BG_SPEAKER_UNKNOWN && alone) voice = r->last, span = r->last_span;
    if (voice.kind == BG_SPEAKER_UNKNOWN) return bg_claims__note(r->claims, tok, end, "statement.no-speaker");
    const bg_head *last = r->count ? &r->heads[r->count - 1] : NULL;
    const char *act = last && is(last->kind, "subject") && is(last->act, "informs") ? "informs" : "affirms";
    const char *told = act_quoted(r, &voice, tok, end);
    return add_told(r, told ? told : act, "say.quotation", voice, span, tok, end);
}

/* "Ông A tỏ ra thận trọng: “…”": words of him who opens the sentence, though no verb of it says so. */
static bool add_colon(bg_say_reader *r) {
    uint32_t end = r->s->end, colon = r->count ? end : bg_text__offered(r->text, r->s->tok, end, bg_offer__sign(':'));
    while (colon + SAID_LEAST < end && !(bg_say__is_sign(r, colon, ':') && !r->quoted[colon] && bg_say__is_quote(r, colon + 1))) colon++;
    if (colon + SAID_LEAST >= end || is_told(r->claims, r->s->tok, end)) return true;
    const bg_mark *who = bg_head__opener(r);
    if (!who || who->klass != CLASS_WHO || who->ref == BG_NONE || who->end >= colon) return true;
    for (uint32_t i = who->end; i < colon; i++) /* somebody else may be quoted */
        if (bg_text__is(r->text, i, CLASS_WHO) || bg_text__is(r->text, i, CLASS_BOTH)) return true;
    bg_party voice = bg_say__party(r, who);
    const char *act = act_quoted(r, &voice, colon + 2, end);
    return add_told(r, act ? act : "affirms", "say.quotation", voice, bg_text__span(r->text, who->tok, who->end), colon + 2, bg_say__quotation_end(r, colon + 2, end));
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
    for (uint32_t i = at; i < end; i++)
        if (bg_text__is(r->text, i, CLASS_PASSIVE) || bg_text__is(r->text, i, CLASS_NEGATION)) return true; /* "… không được đề cập đến" */
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
        if (bg_sentence__is_read(s) && !bg_match__level(claims->text, s, level)) return false;
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
        if (!bg_sentence__is_read(r.s) || is_question(&r, r.s)) continue;
        r.count = 0, r.told_act = NULL;
        bg_head__collect(&r);
        bg_saying__bind_speakers(&r);
        if (!write_sayings(&r) || !add_quotation(&r) || !add_colon(&r) || !add_tail(&r) || (r.answers && !add_answer(&r))) return false;
        r.last_act = r.count ? r.heads[r.count - 1].act : r.told_act;
    }
    bg_saying__bind_states(claims);
    return true;
}
