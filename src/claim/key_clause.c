/* key_clause: the clause that names a matter, and the parts of a list that are matters of their own. */
#include "keyer.h"

#define ABOUT_WORDS 24 /* of the words that name a matter, if its clause is not longer */
#define ABOUT_MOST 44  /* … with the list that it is part of */

static unsigned says_most(const bg_found_key *f) { return strchr("kn", f->kind) ? 4 : strchr("hx", f->kind) ? 3 : strchr("tcp", f->kind) ? 2 : !strchr("zyf", f->kind) && !bg_key__needs_head(f); }

/* "của lãnh đạo hai Đảng, hai nước": one party; "thực hiện toàn diện, hiệu quả …": one verb. Nothing of its own begins behind the comma. */
static bool goes_on(const bg_keyer *k, uint32_t comma, uint32_t end) {
    if (comma + 1 >= end) return false;
    bool both = bg_text__is(k->text, comma + 1, CLASS_BOTH) && bg_text__ends_at(k->text, k->start, comma, CLASS_BOTH, FIELD_WORDS) != BG_NONE;
    return both || bg_text__is(k->text, comma + 1, CLASS_MANNER);
}

/* Not the comma of "1,5 triệu". */
static bool is_pause(const bg_keyer *k, uint32_t tok, uint32_t end) {
    if (bg_text__is_sign(k->text, tok, ';')) return true;
    if (!bg_text__is_sign(k->text, tok, ',') || goes_on(k, tok, end)) return false;
    return !(tok && tok + 1 < end && bg_keyer__is_number(k, tok - 1) && bg_keyer__is_number(k, tok + 1));
}

/* Does a party alone stand here: "Lào", "hai bên", "phía Nga", no "Mỹ - Trung", nor "những người ở Hồng Kông"? Its end, or the same token. */
static uint32_t behind_party(const bg_keyer *k, uint32_t tok, uint32_t end) {
    static const unsigned parties[] = {CLASS_BOTH, CLASS_SIDE, CLASS_COUNTRY, CLASS_WHO, CLASS_ORG};
    uint32_t far = bg_keyer__behind(k, tok, end, parties, BG_COUNT(parties));
    if (far >= end || is_pause(k, far, end) || bg_text__is_sign(k->text, far, '-')) return tok;
    return bg_text__is(k->text, far, CLASS_AND) || bg_text__is(k->text, far, CLASS_ATPLACE) || bg_text__is(k->text, far, CLASS_OF) ? tok : far;
}

/* Does something else begin that is to be done: "…, tăng cường …"? Behind the other commas a list goes on. */
static bool begins(const bg_keyer *k, uint32_t tok) {
    static const unsigned also[] = {CLASS_ASTOO, CLASS_AND, CLASS_ALSO, CLASS_TOGETHER, CLASS_NEGATION};
    bool verb = bg_text__is(k->text, tok, CLASS_ACTION) || bg_text__is(k->text, tok, CLASS_BEGINS) || bg_text__is(k->text, tok, CLASS_GIVES), next = false;
    for (size_t i = 0; i < BG_COUNT(also); i++) next |= bg_text__is(k->text, tok, also[i]);
    return next || (verb && !bg_text__is(k->text, tok, CLASS_THING)); /* not "cấp thoát nước" */
}

/* Where the clause of a key begins: behind the pause before it at which something begins, if that is not too far, else behind the next pause. */
static uint32_t clause_start(const bg_keyer *k, const bg_found_key *f, uint32_t tok, uint32_t end) {
    uint32_t near = f->tok, at;
    while (near > tok && !is_pause(k, near - 1, end)) near--;
    for (at = near; at > tok && !bg_text__is_sign(k->text, at - 1, ';') && !(is_pause(k, at - 1, end) && begins(k, at) && !bg_text__is(k->text, at, CLASS_ASTOO));) at--;
    return f->end <= at + ABOUT_MOST ? at : near;
}

/* The next pause behind `far`. */
static uint32_t pause_behind(const bg_keyer *k, uint32_t far, uint32_t end) {
    while (far < end && !is_pause(k, far, end)) far++;
    return far;
}

/* All that is said, but for the party before it, while that is short; else from where it begins. To the pause behind the key, and on while it is short, or the list is that goes on. */
static bg_clause clause_of(const bg_keyer *k, const bg_found_key *f, uint32_t tok, uint32_t end) {
    bg_clause out = {clause_start(k, f, tok, end), f->end};
    if (f->end <= tok + ABOUT_WORDS) out.tok = tok;
    for (uint32_t i = out.tok; i < f->tok; i++)
        if (bg_text__is_sign(k->text, i, ';')) out.tok = i + 1;
    out.tok = behind_party(k, out.tok, f->tok);
    out.end = pause_behind(k, out.end, end);
    for (uint32_t far = out.end; far < end && !bg_text__is_sign(k->text, far, ';');) {
        uint32_t most = begins(k, far + 1) ? ABOUT_WORDS : ABOUT_MOST;
        far = pause_behind(k, far + 1, end);
        if (far > out.tok + most) break;
        out.end = far;
    }
    return out;
}

/* Where what only goes along begins: "…, nhất là trong bối cảnh …"; `end`, if nothing does. */
static uint32_t astoo_in(const bg_keyer *k, uint32_t tok, uint32_t end) {
    for (uint32_t i = tok + 1; i + 1 < end; i++)
        if (is_pause(k, i, end) && bg_text__is(k->text, i + 1, CLASS_ASTOO)) return i;
    return end;
}

/* How many of a sign more than of its other half: "(" and ")". */
static int open_signs(const bg_keyer *k, bg_clause at, uint32_t opens, uint32_t closes) {
    int open = 0;
    for (uint32_t i = at.tok; i < at.end; i++) open += bg_text__is_sign(k->text, i, opens) - bg_text__is_sign(k->text, i, closes);
    return open;
}

/* "… ở Biển Đông (COC": with the sign behind it that closes it, else without what is left open. */
static bg_clause closed(const bg_keyer *k, bg_clause at) {
    if (open_signs(k, at, '(', ')') <= 0) return at;
    if (at.end < k->text->tokens.count && bg_text__is_sign(k->text, at.end, ')')) return at.end++, at;
    for (uint32_t i = at.end; i-- > at.tok + 1;)
        if (bg_text__is_sign(k->text, i, '(')) return (bg_clause){at.tok, i};
    return at;
}

/* … without "đồng thời", "và", a sign at its ends. */
static bg_clause trimmed(const bg_keyer *k, bg_clause at) {
    for (uint32_t also; at.end > at.tok + 1;) {
        if (bg_text__is(k->text, at.end - 1, CLASS_AND) || bg_text__is_sign(k->text, at.end - 1, ',')) at.end--;
        else if ((also = bg_text__ends_at(k->text, at.tok, at.end, CLASS_ALSO, FIELD_WORDS)) != BG_NONE && k->text->marks.items[also].tok > at.tok) at.end = k->text->marks.items[also].tok;
        else break;
    }
    for (uint32_t also; at.tok + 1 < at.end;) {
        if (bg_text__is(k->text, at.tok, CLASS_AND)) at.tok++;
        else if ((also = bg_text__at(k->text, at.tok, CLASS_ALSO)) != BG_NONE && k->text->marks.items[also].end < at.end) at.tok = k->text->marks.items[also].end;
        else break;
    }
    return closed(k, at);
}

/* Does a clause of its own stand there: with its own party, or something that begins, or what will be? No "nơi …", "trong đó …", "ngang với …". */
static bool is_clause(const bg_keyer *k, uint32_t tok, uint32_t end) {
    if (bg_text__is(k->text, tok, CLASS_ASTOO) || bg_text__is(k->text, tok, CLASS_FRAMING)) return false;
    return behind_party(k, tok, end) != tok || begins(k, tok) || bg_text__first(k->text, tok, end, CLASS_PLANNED) != BG_NONE;
}

/* Behind "trong khuôn khổ …,", with the party before them, where a clause stands behind the comma that names something; else the same token. */
static uint32_t behind_frame(const bg_keyer *k, uint32_t tok, uint32_t end) {
    const bg_found_key *last = k->found.count ? &k->found.items[k->found.count - 1] : NULL;
    uint32_t at = behind_party(k, tok, end), pause = pause_behind(k, at, end);
    if (!last || last->tok <= pause || !bg_text__is(k->text, at, CLASS_FRAMING) || !bg_text__is_sign(k->text, pause, ',')) return tok;
    bool whole = bg_text__first(k->text, at + 1, pause, CLASS_PLANNED) != BG_NONE; /* "trong giai đoạn tới sẽ …, …" */
    return !whole && is_clause(k, pause + 1, end) ? pause + 1 : tok;
}

bg_clause bg_keyer__clause(const bg_keyer *k, uint32_t from, uint32_t end) {
    const bg_found_key *best = NULL;
    uint32_t tok = behind_frame(k, from, end), along = astoo_in(k, tok, end);
    for (size_t i = 0; i < k->found.count; i++) {
        unsigned least = best ? says_most(best) : 0;
        if (k->found.items[i].tok >= tok && k->found.items[i].tok < along && says_most(&k->found.items[i]) > least) best = &k->found.items[i];
    }
    if (!best && along < end && along > tok + BREAK_LEAST) return trimmed(k, (bg_clause){behind_party(k, tok, along), end <= tok + ABOUT_MOST ? end : along});
    for (size_t i = 0; !best && i < k->found.count; i++)
        if (k->found.items[i].tok >= tok && says_most(&k->found.items[i])) best = &k->found.items[i];
    return best ? trimmed(k, clause_of(k, best, tok, end)) : (bg_clause){0};
}

static bool is_own(const bg_found_key *f) { return f->kind == 'k' || f->kind == 'h'; }

/* A thing in [tok, end) that stands nowhere in the words before, from `first` on. */
static bool has_own(const bg_keyer *k, uint32_t first, uint32_t tok, uint32_t end) {
    for (size_t i = 0; i < k->found.count; i++) {
        const bg_found_key *f = &k->found.items[i];
        bool known = !is_own(f) || f->tok < tok || f->end > end;
        for (size_t j = 0; j < i && !known; j++) known = is_own(&k->found.items[j]) && k->found.items[j].tok >= first && is(k->found.items[j].value, f->value);
        if (!known) return true;
    }
    return false;
}

/* Does a key run across this token? */
static bool is_within(const bg_keyer *k, uint32_t tok) {
    for (size_t i = 0; i < k->found.count; i++)
        if (k->found.items[i].tok < tok && k->found.items[i].end > tok) return true;
    return false;
}

/* The pause behind `tok` at which what stands there ends, or `end`. */
static uint32_t next_pause(const bg_keyer *k, uint32_t tok, uint32_t end) {
    while (tok < end && (!is_pause(k, tok, end) || is_within(k, tok))) tok++;
    return tok;
}

bool bg_matter__parts(const bg_claims *claims, uint32_t tok, uint32_t end, bg_clause out[BG_PARTS_MAX], unsigned *count) {
    bg_keys none = {0};
    bg_keyer k = {.claims = claims, .text = claims->text, .out = &none, .start = tok, .before = BG_NONE};
    bool own = false;
    *count = 1;
    out[0] = (bg_clause){tok, end};
    if (!bg_keyer__find(&k, tok, end)) return false;
    for (uint32_t at = tok; at < end;) {
        uint32_t pause = next_pause(&k, at, end);
        bool more = !bg_text__is(k.text, at, CLASS_ASTOO) && has_own(&k, tok, at, pause);
        if (more && own && *count < BG_PARTS_MAX) {
            out[*count - 1].end = at - 1;
            out[(*count)++] = (bg_clause){at, end};
        }
        own |= more;
        at = pause + 1;
    }
    return true;
}
