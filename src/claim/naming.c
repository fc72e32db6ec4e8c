/* naming: which bodies, mechanisms and agreements a page names, between whom, and what it says of a session or of what happened to an agreement. */
#include "naming.h"

#include <stdlib.h>

#define NAMINGS_MOST 400  /* of a page that are kept */
#define FATE_BEFORE 8     /* tokens between what happened to an agreement and its name */
#define FATE_BEHIND 6
#define UNREAL_NEAR 10    /* … between such a word and what says that it has not happened */
#define BEFORE_NEAR 10    /* … and a day before it */
#define DAY_NEAR 14
#define FIELD_LEAST 2     /* words that tell an agreement which the lexicon does not know */

typedef struct namer {
    const bg_claims *claims;
    const bg_text *text;
    bg_doc *doc;
    const bg_sentence *s;
    bg_span sentence;
    BG_VEC(bg_naming) out;
    int32_t main;    /* the page's main event, -1 */
    bool failed;
} namer;

static const bg_mark *mark_at(const namer *n, uint32_t tok, unsigned klass) {
    uint32_t m = bg_text__at(n->text, tok, klass);
    return m == BG_NONE || n->text->marks.items[m].end > n->s->end ? NULL : &n->text->marks.items[m];
}

static const char *attribute(const namer *n, const bg_mark *mark, uint32_t key) { return bg_mark__get(n->text, mark, key); }

/* ------------------------------------------------------------------ between whom */

static const char *join(const namer *n, const char *const *sides, size_t count) {
    const char *sorted[BG_NAMED_SIDES] = {0}, *out = NULL;
    if (count > BG_NAMED_SIDES) count = BG_NAMED_SIDES;
    for (size_t i = 0; i < count; i++) sorted[i] = sides[i];
    qsort(sorted, count, sizeof *sorted, bg_string__order);
    for (size_t i = 0; i < count; i++) out = out ? bg_arena__print(n->text->arena, "%s,%s", out, sorted[i]) : sorted[i];
    return out;
}

static bool tells(const namer *n, const bg_event *e) {
    for (size_t i = 0; i < e->evidence_count; i++)
        if (e->evidence[i].start == n->sentence.start) return true;
    return false;
}

/* A state, or a body of states that concludes agreements as one. */
static bool is_party(const char *side) { return !bg_side__is_body(side) || is(side, "EU") || is(side, "ASEAN") || is(side, "EAEU"); }

static bool are_parties(const char *const *sides) { return is_party(sides[0]) && is_party(sides[1]); }

/* A contact of two, one of which is the state that the name has. */
static bool fits(const bg_event *e, const bg_named *name) { return e->side_count == 2 && are_parties(e->sides) && (!name->side_count || bg_event__has_side(e, name->sides[0])); }

/* The states that the sentence names, at most three. */
static unsigned sides_of_sentence(const namer *n, const char *out[3]) {
    unsigned count = 0;
    uint32_t end;
    for (uint32_t i = n->s->tok; i < n->s->end && count < 3; i++) {
        const char *side = bg_named__side(n->claims, i, &end);
        bool known = !side;
        for (unsigned k = 0; k < count && !known; k++) known = is(out[k], side);
        if (!known) out[count++] = side;
        if (side) i = end - 1;
    }
    return count;
}

/* Its two states, where the name has less than two. */
static bool borrow_sides(const namer *n, const bg_named *name, bg_naming *out) {
    const char *named[3];
    unsigned count = sides_of_sentence(n, named);
    if (count == 2 && are_parties(named) && (!name->side_count || is(named[0], name->sides[0]) || is(named[1], name->sides[0]))) {
        out->sides = join(n, named, 2), out->because = "sentence";
        return true;
    }
    for (size_t i = 0; i < n->doc->event_count; i++)
        if (tells(n, &n->doc->events[i]) && fits(&n->doc->events[i], name)) {
            out->sides = join(n, n->doc->events[i].sides, 2), out->because = "contact";
            return true;
        }
    const bg_event *main = n->main >= 0 ? &n->doc->events[n->main] : NULL;
    if (!main || !fits(main, name) || count > 1 || (count == 1 && !bg_event__has_side(main, named[0]))) return false;
    out->sides = join(n, main->sides, 2), out->because = "page";
    return true;
}

/* `many`: it may be of many states, none of which need be named. */
static bool find_sides(const namer *n, const bg_mark *head, const bg_named *name, bool many, bg_naming *out) {
    const char *fixed = attribute(n, head, KEY_SIDES);
    out->because = "lexicon";
    if (fixed || many) return out->sides = fixed ? fixed : "", true;
    out->because = "name";
    if (name->side_count >= 2) return (out->sides = join(n, name->sides, name->side_count)) != NULL;
    return !name->between && borrow_sides(n, name, out) && out->sides;
}

/* ------------------------------------------------------------------ keeping */

static bool same_words(const namer *n, bg_span a, bg_span b) {
    return a.end - a.start == b.end - b.start && memcmp(n->text->bytes + a.start, n->text->bytes + b.start, a.end - a.start) == 0;
}

/* Said before on this page, in these words? */
static bool is_known(const namer *n, const bg_naming *x) {
    for (size_t i = 0; i < n->out.count; i++) {
        const bg_naming *y = &n->out.items[i];
        bool thing = x->kind == y->kind && bg_string__equal(x->code, y->code) && bg_string__equal(x->sides, y->sides) && bg_string__equal(x->field, y->field);
        if (thing && x->ordinal == y->ordinal && bg_string__equal(x->step, y->step) && bg_string__equal(x->day, y->day) && (x->step || x->ordinal || same_words(n, x->name, y->name))) return true;
    }
    return false;
}

static void keep(namer *n, bg_naming *made, uint32_t tok, uint32_t end) {
    made->name = bg_text__span(n->text, tok, end);
    made->evidence = n->sentence;
    if (n->out.count == NAMINGS_MOST || is_known(n, made)) return;
    bg_naming *slot = BG_PUSH(n->text->arena, &n->out);
    if (slot) *slot = *made;
    else n->failed = true;
}

/* ------------------------------------------------------------------ mechanisms */

static bool is_session_type(const bg_event *e) {
    static const char *const types[] = {"committee_session", "dialogue", "consultation"};
    for (size_t i = 0; i < BG_COUNT(types); i++)
        if (is(e->type, types[i])) return true;
    return false;
}

/* Are two of these its sides, and no others? */
static bool has_sides(const bg_event *e, const char *sides) {
    for (size_t i = 0; i < e->side_count; i++) {
        size_t size = strlen(e->sides[i]);
        const char *at = strstr(sides, e->sides[i]);
        if (!at || (at > sides && at[-1] != ',') || (at[size] && at[size] != ',')) return false;
    }
    return e->side_count >= 2;
}

/* The contact that the sentence tells of and that may be the session. */
static int32_t session_of(const namer *n, const bg_naming *made) {
    for (size_t i = 0; i < n->doc->event_count; i++) {
        const bg_event *e = &n->doc->events[i];
        if (is_session_type(e) && tells(n, e) && has_sides(e, made->sides)) return (int32_t)i;
    }
    return -1;
}

/* A date with a year near the words. */
static const char *day_near(const namer *n, uint32_t from, uint32_t to) {
    for (uint32_t mark = bg_text__first(n->text, from, to, CLASS_DATE); mark != BG_NONE; mark = bg_text__after(n->text, mark, to, CLASS_DATE)) {
        uint32_t ref = n->text->marks.items[mark].ref;
        const bg_date *date = ref < n->claims->mentions->dates.count ? &n->claims->mentions->dates.items[ref] : NULL;
        if (date && date->year) return bg_date__print(n->text->arena, date, false);
    }
    return NULL;
}

static uint32_t near_end(const namer *n, uint32_t tok) { return tok + DAY_NEAR < n->s->end ? tok + DAY_NEAR : n->s->end; }

/* Behind the name, else the only one of the sentence. */
static const char *day_of_session(const namer *n, const bg_named *name) {
    const char *behind = day_near(n, name->end, near_end(n, name->end));
    uint32_t mark = bg_text__first(n->text, n->s->tok, n->s->end, CLASS_DATE);
    if (behind || mark == BG_NONE || bg_text__after(n->text, mark, n->s->end, CLASS_DATE) != BG_NONE) return behind;
    return day_near(n, n->s->tok, name->tok);
}

#define FATE_WORDS 4 /* of the longest of them */

/* A comma between two of a row: "hướng tới ký kết, phê chuẩn …". */
static bool is_in_row(const namer *n, uint32_t comma) {
    return bg_text__ends_at(n->text, n->s->tok, comma, CLASS_FATE, FATE_WORDS) != BG_NONE && comma + 1 < n->s->end && mark_at(n, comma + 1, CLASS_FATE);
}

/* Where the clause of a token begins, at most so many tokens before it. */
static uint32_t clause_start(const namer *n, uint32_t tok, uint32_t most) {
    uint32_t from = tok;
    while (from > n->s->tok && from + most > tok) {
        if (bg_text__is_sign(n->text, from - 1, ';') || (bg_text__is_sign(n->text, from - 1, ',') && !is_in_row(n, from - 1))) break;
        from--;
    }
    return from;
}

static void take_session(const namer *n, const bg_named *name, bg_naming *out) {
    out->event = session_of(n, out);
    const bg_event *e = out->event >= 0 ? &n->doc->events[out->event] : NULL;
    if (e) out->day = e->start, out->place = e->place, out->step = e->status;
    if (e && bg_text__any(n->text, clause_start(n, name->tok, UNREAL_NEAR), name->tok, CLASS_PREPARES)) out->step = "planned";
    if (out->ordinal && !out->day) out->day = day_of_session(n, name);
}

/* "các cuộc đối thoại kinh tế": a common word. */
static bool is_common(const namer *n, const bg_mark *head, const bg_named *name) {
    return attribute(n, head, KEY_WEAK) && !name->ordinal && name->side_count < 2 && !(n->text->tokens.items[head->tok].flags & BG_TOK_CAP);
}

static uint32_t take_mechanism(namer *n, const bg_mark *head) {
    bg_named name;
    bg_naming made = {.kind = BG_MECHANISM, .code = attribute(n, head, KEY_VALUE), .event = -1};
    if (!bg_named__read(n->claims, n->s, head, BG_NAMED_HEAD | BG_NAMED_WEAK, &name)) return n->failed = true, head->end;
    if (is_common(n, head, &name) || !find_sides(n, head, &name, false, &made)) return head->end;
    made.field = attribute(n, head, KEY_SINGLE) || attribute(n, head, KEY_SIDES) ? "" : name.field;
    made.ordinal = name.ordinal;
    take_session(n, &name, &made);
    keep(n, &made, name.tok, name.end);
    return name.end;
}

/* ------------------------------------------------------------------ agreements */

/* Does another agreement or another clause stand between the words? */
static bool is_between(const namer *n, uint32_t from, uint32_t to) {
    for (uint32_t i = from; i < to; i++)
        if (mark_at(n, i, CLASS_PACT) || mark_at(n, i, CLASS_PACTHEAD) || bg_text__is_sign(n->text, i, ';') || bg_text__is_sign(n->text, i, ',')) return true;
    return false;
}

#define OBJECT_NEAR 2 /* "các", "một" may stand between */

/* "… DOC và sớm đạt được COC": what stands behind the name tells of the next one. */
static bool is_of_next(const namer *n, const bg_mark *fate) {
    for (uint32_t i = fate->end; i < n->s->end && i < fate->end + OBJECT_NEAR; i++)
        if (mark_at(n, i, CLASS_PACT) || mark_at(n, i, CLASS_PACTHEAD)) return true;
    return false;
}

/* What happened to it: the nearest such word before the name or, nearer, behind it. */
static const bg_mark *fate_of(const namer *n, const bg_named *name) {
    const bg_mark *best = NULL;
    for (uint32_t i = name->tok > n->s->tok + FATE_BEFORE ? name->tok - FATE_BEFORE : n->s->tok; i < name->tok; i++) {
        const bg_mark *fate = mark_at(n, i, CLASS_FATE);
        if (fate && fate->end <= name->tok && !is_between(n, fate->end, name->tok)) best = fate, i = fate->end - 1;
    }
    for (uint32_t i = name->end; i < n->s->end && i < name->end + FATE_BEHIND; i++) {
        const bg_mark *fate = mark_at(n, i, CLASS_FATE);
        if (fate && !is_between(n, name->end, i) && !is_of_next(n, fate) && (!best || i - name->end < name->tok - best->end)) return fate;
        if (bg_text__is_sign(n->text, i, ',') || fate) break;
    }
    return best;
}

/* Is it asked for or promised? */
static bool is_asked(const namer *n, const bg_mark *fate) {
    size_t sentence = (size_t)(n->s - n->text->sentences.items);
    for (size_t i = 0; i < n->claims->sayings.count; i++) {
        const bg_saying *said = &n->claims->sayings.items[i];
        if (said->sentence == sentence && fate->tok >= said->tok && fate->tok < said->end && (is(said->act, "proposes") || is(said->act, "pledges"))) return true;
    }
    return false;
}

#define FULL_NAME 20 /* tokens of the longest */

/* Where the full name begins of which this is the short one, in brackets behind it; else where this one begins. */
static uint32_t name_start(const namer *n, const bg_named *name) {
    if (name->tok <= n->s->tok + 1 || !bg_text__is_sign(n->text, name->tok - 1, '(')) return name->tok;
    uint32_t full = bg_text__ends_at(n->text, n->s->tok, name->tok - 1, CLASS_PACT, FULL_NAME);
    return full == BG_NONE ? name->tok : n->text->marks.items[full].tok;
}

/* "sẽ rút khỏi Hiệp ước … ký năm 1987": what only tells which one it is, with its day, has happened. */
static bool tells_which(const namer *n, const bg_named *name, const bg_mark *fate) {
    return fate->tok >= name->end && fate->tok <= name->end + 1 && day_near(n, fate->end, near_end(n, fate->end));
}

/* unreal: wished, asked for or still to come; open: nobody can tell; NULL: it happened. */
static const char *doubt(const namer *n, const bg_named *name, const bg_mark *fate) {
    const char *found = is_asked(n, fate) || bg_text__any(n->text, clause_start(n, fate->tok, UNREAL_NEAR), fate->tok, CLASS_PLEDGECUE) ? "unreal" : NULL;
    uint32_t first = fate->tok >= name->end ? name_start(n, name) : fate->tok;
    if (tells_which(n, name, fate)) return NULL;
    for (uint32_t i = clause_start(n, first, UNREAL_NEAR); i < fate->tok; i++) {
        const bg_mark *word = mark_at(n, i, CLASS_UNREALISED);
        bool within = i >= first && i < name->end;
        if (word && !within && !is(found, "unreal")) found = attribute(n, word, KEY_VALUE);
    }
    return found;
}

static int32_t signing_of(const namer *n, const bg_naming *made) {
    for (size_t i = 0; i < n->doc->event_count; i++)
        if (is(n->doc->events[i].type, "signing") && tells(n, &n->doc->events[i]) && has_sides(&n->doc->events[i], made->sides)) return (int32_t)i;
    return -1;
}

/* Is an anniversary of it told (past), or something else of that day (other)? NULL: neither. */
static const char *jubilee(const namer *n, const bg_named *name, const bg_mark *fate) {
    uint32_t first = fate->tok < name->tok ? fate->tok : name->tok, from = first > n->s->tok + BEFORE_NEAR ? first - BEFORE_NEAR : n->s->tok;
    uint32_t mark = bg_text__last(n->text, from, first + 1, CLASS_JUBILEE);
    return mark == BG_NONE ? NULL : attribute(n, &n->text->marks.items[mark], KEY_VALUE);
}

/* When it happened: a date behind it, else one before it. */
static const char *day_of_fate(const namer *n, const bg_named *name, const bg_mark *fate) {
    uint32_t first = fate->tok < name->tok ? fate->tok : name->tok, last = fate->tok < name->tok ? name->end : fate->end, from = first > n->s->tok + BEFORE_NEAR ? first - BEFORE_NEAR : n->s->tok;
    const char *behind = day_near(n, last, near_end(n, last));
    return behind ? behind : day_near(n, from, first);
}

static void take_fate(const namer *n, const bg_named *name, bg_naming *out) {
    const bg_mark *fate = fate_of(n, name);
    if (!fate) return;
    out->step = attribute(n, fate, KEY_VALUE);
    const char *other = jubilee(n, name, fate), *unsure = is(other, "past") ? NULL : doubt(n, name, fate);
    if (is(out->step, "proposed") || is(out->step, "negotiated") || is(other, "past")) return;
    if (unsure) out->step = is(unsure, "unreal") && !is(out->step, "left") && !is(out->step, "expired") ? "proposed" : NULL;
    if (unsure) return;
    if (is(out->step, "signed")) out->event = signing_of(n, out);
    if (out->event >= 0 && is(n->doc->events[out->event].status, "planned")) out->step = "proposed";
    if (!other) out->day = day_of_fate(n, name, fate);
    if (!out->day && out->event >= 0 && n->doc->events[out->event].main) out->day = n->doc->events[out->event].start;
}

/* "các hiệp định …", "16 hiệp định …": not one of them. */
static bool is_many(const namer *n, const bg_mark *head) {
    uint32_t tok = head->tok;
    return tok > n->s->tok && (n->text->tokens.items[tok - 1].flags & BG_TOK_NUMBER || bg_text__ends_at(n->text, n->s->tok, tok, CLASS_PLURAL, 2) != BG_NONE);
}

/* Letters that stand for other things too: an agreement beside another one, or where the page names it in full. */
static bool is_other(const namer *n, const bg_mark *head) {
    if (!attribute(n, head, KEY_WEAK)) return false;
    for (uint32_t m = bg_text__first(n->text, n->s->tok, n->s->end, CLASS_PACT); m != BG_NONE; m = bg_text__after(n->text, m, n->s->end, CLASS_PACT))
        if (n->text->marks.items[m].tok != head->tok) return false;
    for (size_t i = 0; i < n->out.count; i++)
        if (is(n->out.items[i].code, attribute(n, head, KEY_VALUE))) return false;
    return true;
}

static uint32_t take_pact(namer *n, const bg_mark *head) {
    bg_named name;
    bg_naming made = {.kind = BG_AGREEMENT, .code = attribute(n, head, KEY_VALUE), .field = "", .event = -1};
    if (!bg_named__read(n->claims, n->s, head, 0, &name)) return n->failed = true, head->end;
    bool pair = attribute(n, head, KEY_PAIR);
    if (is_other(n, head) || !find_sides(n, head, &name, !pair, &made) || (pair && !is(made.because, "name") && is_many(n, head))) return head->end;
    if (!pair) name.end = head->end;
    take_fate(n, &name, &made);
    keep(n, &made, name.tok, name.end);
    return name.end;
}

static size_t count_words(const char *field) {
    size_t count = *field != 0;
    for (; *field; field++) count += *field == '_';
    return count;
}

/* One that the lexicon does not know: by what it is about. */
static uint32_t take_other_pact(namer *n, const bg_mark *head) {
    bg_named name;
    bg_naming made = {.kind = BG_AGREEMENT, .code = attribute(n, head, KEY_VALUE), .event = -1};
    if (!bg_named__read(n->claims, n->s, head, BG_NAMED_HEAD, &name)) return n->failed = true, head->end;
    made.field = name.field;
    if (count_words(name.field) < FIELD_LEAST || !find_sides(n, head, &name, false, &made)) return head->end;
    take_fate(n, &name, &made);
    if ((is(made.because, "name") || made.step) && !is_many(n, head)) keep(n, &made, name.tok, name.end);
    return name.end;
}

/* ------------------------------------------------------------------ bodies */

/* The state whose body it is: the one named behind it, else that of the lexicon. */
static const char *state_of_body(const namer *n, const bg_mark *mark, uint32_t *end) {
    const char *own = attribute(n, mark, KEY_COUNTRY), *behind = mark->end < n->s->end ? bg_named__side(n->claims, mark->end, end) : NULL;
    if (!behind) *end = mark->end;
    return behind ? behind : own;
}

/* Does the name of the body say whose it is, or belong to nobody else? */
static bool is_own(const namer *n, const bg_mark *line, const bg_mark *body, const char *own) {
    uint32_t end;
    if (body && is(attribute(n, body, KEY_COUNTRY), own)) return true;
    for (uint32_t i = line->tok + 1; i < line->end; i++)
        if (is(bg_named__side(n->claims, i, &end), own)) return true;
    return n->claims->mentions->home && is(n->claims->mentions->home, own);
}

/* Names that any state may have ("bộ tài chính") are the home state's only on its own pages. */
static uint32_t take_body(namer *n, const bg_mark *line, const bg_mark *body) {
    bg_naming made = {.kind = BG_BODY, .field = "", .because = "name", .event = -1};
    uint32_t end;
    const bg_mark *mark = line && (!body || line->end >= body->end) ? line : body;
    const char *state = state_of_body(n, mark, &end), *own = attribute(n, mark, KEY_COUNTRY);
    if (!state || bg_side__is_body(state)) return mark->tok + 1;
    if (mark == line && is(state, own)) {
        if (end == mark->end && !is_own(n, line, body, own)) return mark->end;
        made.code = attribute(n, line, KEY_VALUE), made.because = "lexicon";
        made.since = attribute(n, line, KEY_BEGINS), made.until = attribute(n, line, KEY_UNTIL), made.into = attribute(n, line, KEY_INTO), made.by = attribute(n, line, KEY_BY);
    } else made.code = body ? attribute(n, body, KEY_VALUE) : NULL;
    if (!made.code) return mark->end;
    made.sides = state;
    keep(n, &made, mark->tok, end);
    return end;
}

/* ------------------------------------------------------------------ the page */

static const unsigned namer_classes[] = {CLASS_PACT, CLASS_MECH, CLASS_PACTHEAD, CLASS_BODYLINE, CLASS_BODY};

/* Where something that is named may begin next. */
static uint32_t next_named(const namer *n, uint32_t tok) {
    uint32_t next = n->s->end;
    for (size_t i = 0; i < BG_COUNT(namer_classes); i++) next = bg_text__next(n->text, tok, next, namer_classes[i]);
    return next;
}

static uint32_t take(namer *n, uint32_t tok) {
    const bg_mark *mech = mark_at(n, tok, CLASS_MECH), *pact = mark_at(n, tok, CLASS_PACT), *other = mark_at(n, tok, CLASS_PACTHEAD);
    const bg_mark *line = mark_at(n, tok, CLASS_BODYLINE), *body = mark_at(n, tok, CLASS_BODY);
    if (pact && (!mech || pact->end >= mech->end)) return take_pact(n, pact);
    if (mech) return take_mechanism(n, mech);
    if (other) return take_other_pact(n, other);
    return line || body ? take_body(n, line, body) : tok + 1;
}

bool bg_naming__publish(const bg_claims *claims, bg_doc *doc) {
    namer n = {.claims = claims, .text = claims->text, .doc = doc, .main = -1};
    for (size_t i = 0; i < doc->event_count; i++)
        if (doc->events[i].main) n.main = (int32_t)i;
    for (size_t i = 0; i < claims->text->sentences.count && !n.failed; i++) {
        n.s = &claims->text->sentences.items[i];
        n.sentence = bg_text__span(n.text, n.s->tok, n.s->end);
        for (uint32_t tok = n.s->tok; (tok = next_named(&n, tok)) < n.s->end && !n.failed;) tok = take(&n, tok);
    }
    doc->namings = n.out.items;
    doc->naming_count = n.out.count;
    return !n.failed;
}
