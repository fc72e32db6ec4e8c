/*
 * compare: readouts of one contact side by side. A row is a point that somebody reports, a column a witness (pages that carry the same text are one), a cell what that witness
 * writes of the point, or that it does not mention it. Two statements are one point when nobody says that different sides made them and most words of the shorter are in the longer.
 */
#include "../record/reprints.h"
#include "contact.h"
#include "labels.h"
#include "like.h"
#include "source.h"
#include "state.h"

#define UPRIGHT 3 /* readouts that have room beside each other on a page that stands upright */

typedef struct witness {
    const char *id;
    bg_row_page page; /* the one of its pages that tells the contact first */
    size_t pages;
} witness;

typedef struct saying {
    const bg_row_statement *said;
    size_t witness;
    const char *side; /* "VN", "both"; NULL: unknown */
    bg_like words;
} saying;

typedef struct point {
    BG_VEC(saying) sayings;
} point;

typedef struct compare {
    const bg_compare_ask *ask;
    bg_record *record;
    bg_arena *arena;
    bg_paper paper;
    bg_row_contact contact;
    bg_style style;   /* of the names of states */
    bg_states states;
    BG_VEC(witness) witnesses;
    size_t recalled; /* more that only recall the contact */
    BG_VEC(point) points;
} compare;

#define SAY(c, id) bg_label__of(BG_LABEL_COMPARE, (id), (c)->paper.lang)

/* ------------------------------------------------------------------ witnesses */

static size_t witness_of(compare *c, const char *id, const char *page) {
    size_t i = 0;
    while (i < c->witnesses.count && strcmp(c->witnesses.items[i].id, id) != 0) i++;
    if (i < c->witnesses.count) return i;
    witness *item = BG_PUSH(c->arena, &c->witnesses);
    if (!item) return bg_db__nomem(c->record), SIZE_MAX;
    item->id = id;
    bg_query__page(c->record, c->arena, page, &item->page);
    return i;
}

static void load_witnesses(compare *c) {
    sqlite3_stmt *stmt = bg_db__query(c->record,
        "SELECT m.page, " BG_WITNESS("m.page") " FROM tellings m WHERE m.contact = ? GROUP BY m.page ORDER BY m.page = " BG_WITNESS("m.page") " DESC, min(m.n)", "t", c->contact.id);
    while (bg_db__row(c->record, stmt)) {
        size_t at = witness_of(c, bg_db__copy(c->record, c->arena, stmt, 1), bg_db__copy(c->record, c->arena, stmt, 0));
        if (at == SIZE_MAX) break;
        c->witnesses.items[at].pages++;
    }
    bg_db__done(stmt);
}

/* ------------------------------------------------------------------ points */

/* How well two statements are one point: 0 not at all, else words in common of a thousand. */
static size_t likeness(const saying *a, const saying *b) {
    return a->side && b->side && strcmp(a->side, b->side) != 0 ? 0 : bg_like__of(&a->words, &b->words);
}

static point *point_of(compare *c, const saying *s) {
    point *best = NULL;
    size_t most = 0;
    for (size_t i = 0; i < c->points.count; i++)
        for (size_t k = 0; k < c->points.items[i].sayings.count; k++) {
            size_t like = likeness(&c->points.items[i].sayings.items[k], s);
            if (like > most) most = like, best = &c->points.items[i];
        }
    return best ? best : BG_PUSH(c->arena, &c->points);
}

static void add_saying(compare *c, const bg_row_statement *said, size_t at) {
    saying s = {.said = said, .witness = at, .side = bg_contact__side_of(said)};
    if (!bg_like__set(said->content, &s.words)) bg_db__nomem(c->record);
    point *p = point_of(c, &s);
    saying *slot = p ? BG_PUSH(c->arena, &p->sayings) : NULL;
    if (slot) *slot = s;
    else bg_db__nomem(c->record);
}

/* Is the contact what a page is about? */
static bool is_about(compare *c, const char *page) {
    return bg_db__any(c->record, bg_db__query(c->record, "SELECT 1 FROM tellings m JOIN events e ON e.row = m.row WHERE m.contact = ?1 AND e.page = ?2 AND e.main", "tt", c->contact.id, page));
}

/* A page that recalls the contact and tells nothing of what was said at it is no readout. */
static void drop_witness(compare *c, size_t w) {
    memmove(&c->witnesses.items[w], &c->witnesses.items[w + 1], (--c->witnesses.count - w) * sizeof *c->witnesses.items);
    c->recalled++;
}

/*
 * Statements with content, witness by witness, of each the page where the text comes from. What a page says of a visit and of the talks during it is one readout.
 */
static void find_points(compare *c) {
    load_witnesses(c);
    for (size_t w = 0; w < c->witnesses.count && c->record->code == BG_OK;) {
        const char *page = c->witnesses.items[w].page.id;
        bg_sayings *said = bg_arena__alloc(c->arena, sizeof *said);
        if (!said || !bg_query__readout(c->record, c->arena, page, c->contact.id, said)) return;
        if (!said->count && !is_about(c, page)) {
            drop_witness(c, w);
            continue;
        }
        for (size_t i = 0; said->items && i < said->count; i++)
            if (said->items[i].content) add_saying(c, &said->items[i], w);
        w++;
    }
}

/* ------------------------------------------------------------------ the table */

/* The outlet, else the agency, else the name of the file, without its folders. */
static const char *witness_name(const witness *w) {
    const char *source = w->page.source, *slash = source ? strrchr(source, '/') : NULL;
    if (w->page.outlet || w->page.agency) return w->page.outlet ? w->page.outlet : w->page.agency;
    return slash && slash[1] ? slash + 1 : source ? source : w->id;
}

static void saying_runs(compare *c, const saying *s) {
    bg_note_line note;
    bg_paper__print(&c->paper, 0, "%s: %s", bg_label__act(s->said->act, !s->said->speaker && bg_string__is(s->side, "both"), c->paper.lang), s->said->content);
    if (bg_source__note(c->record, c->arena, s->said->id, &note)) bg_paper__note(&c->paper, &note);
}

/* The name, and which it is of those that have the same. */
static const char *column_name(const compare *c, size_t at) {
    const char *name = witness_name(&c->witnesses.items[at]);
    size_t before = 0, all = 0;
    for (size_t i = 0; i < c->witnesses.count; i++) {
        bool same = strcmp(witness_name(&c->witnesses.items[i]), name) == 0;
        all += same;
        before += same && i < at;
    }
    const char *told = all > 1 ? bg_arena__print(c->arena, "%s (%zu)", name, before + 1) : NULL;
    return told ? told : name;
}

/* Who made the point: the first that names somebody. */
static void speaker_cell(compare *c, const point *p) {
    const saying *best = &p->sayings.items[0];
    for (size_t i = 0; i < p->sayings.count && !best->said->speaker; i++)
        if (p->sayings.items[i].said->speaker || (!best->side && p->sayings.items[i].side)) best = &p->sayings.items[i];
    if (best->said->speaker) bg_paper__run(&c->paper, 0, best->said->speaker);
    else if (bg_string__equal(best->side, "both")) bg_paper__run(&c->paper, 0, bg_label__of(BG_LABEL_HEADING, "both", c->paper.lang));
    else if (best->side) bg_paper__print(&c->paper, 0, "%s %s", bg_label__of(BG_LABEL_HEADING, "side", c->paper.lang), bg_states__name(&c->states, best->side));
    else bg_paper__run(&c->paper, 0, bg_label__of(BG_LABEL_HEADING, "unknown", c->paper.lang));
    bg_paper__cell(&c->paper);
}

static void witness_cell(compare *c, const point *p, size_t w) {
    bool any = false;
    for (size_t i = 0; i < p->sayings.count; i++) {
        if (p->sayings.items[i].witness != w) continue;
        if (any) bg_paper__run(&c->paper, 0, "; ");
        saying_runs(c, &p->sayings.items[i]);
        any = true;
    }
    if (!any) bg_paper__run(&c->paper, BG_RUN_ITALIC | BG_RUN_ABSENT, SAY(c, "absent"));
    bg_paper__cell(&c->paper);
}

static void heads(compare *c) {
    bg_paper__block(&c->paper, BG_PART_HEAD_ROW);
    bg_paper__run(&c->paper, 0, SAY(c, "speaker"));
    bg_paper__cell(&c->paper);
    for (size_t w = 0; w < c->witnesses.count; w++) {
        const witness *one = &c->witnesses.items[w];
        bg_paper__run(&c->paper, 0, column_name(c, w));
        if (one->pages > 1) bg_paper__print(&c->paper, 0, SAY(c, "carriers"), one->pages);
        bg_paper__cell(&c->paper);
    }
}

static void title(compare *c) {
    bg_buf text;
    bg_buf__init(&text, 1 << 16);
    bg_buf__print(&text, "%s, ", bg_label__of(BG_LABEL_TYPE, c->contact.type, c->paper.lang));
    bg_label__when(c->contact.start, c->contact.end, c->paper.lang, &text);
    bg_buf__print(&text, ", %s: ", bg_states__list(&c->states, c->contact.sides, SIZE_MAX));
    bg_contact__people(&c->contact, &text);
    if (text.failed) c->paper.failed = true;
    c->paper.name = bg_arena__print(c->arena, "%s", SAY(c, "title"));
    bg_paper__line(&c->paper, BG_PART_TITLE, SAY(c, "title"));
    bg_paper__line(&c->paper, BG_PART_SUBTITLE, text.bytes);
    bg_buf__free(&text);
}

/* In more than one source? */
static bool is_shared(const point *p) {
    for (size_t k = 1; k < p->sayings.count; k++)
        if (p->sayings.items[k].witness != p->sayings.items[0].witness) return true;
    return false;
}

static void count_line(compare *c) {
    size_t shared = 0;
    for (size_t i = 0; i < c->points.count; i++) shared += is_shared(&c->points.items[i]);
    bg_paper__block(&c->paper, BG_PART_TEXT);
    bg_paper__print(&c->paper, BG_RUN_ITALIC, SAY(c, "counts"), c->witnesses.count, c->points.count, shared);
    if (c->recalled) bg_paper__print(&c->paper, BG_RUN_ITALIC, SAY(c, "recalled"), c->recalled);
}

static void compose(compare *c) {
    title(c);
    count_line(c);
    if (!c->points.count) {
        bg_paper__line(&c->paper, BG_PART_TEXT, SAY(c, "nothing"));
        return;
    }
    c->paper.wide = c->witnesses.count > UPRIGHT;
    heads(c);
    for (int alone = 0; alone < 2; alone++) /* what can be compared stands first */
        for (size_t i = 0; i < c->points.count; i++) {
            if (is_shared(&c->points.items[i]) == alone) continue;
            bg_paper__block(&c->paper, BG_PART_ROW);
            speaker_cell(c, &c->points.items[i]);
            for (size_t w = 0; w < c->witnesses.count; w++) witness_cell(c, &c->points.items[i], w);
        }
}

static void write(void *context, bg_record *record, bg_arena *arena, bg_buf *out) {
    compare *c = context;
    char id[18], contact[18] = "";
    c->record = record;
    c->arena = c->paper.arena = arena;
    c->style = (bg_style){.lang = c->paper.lang, .data = c->ask->data};
    c->states = (bg_states){.style = &c->style, .arena = arena};
    if (!bg_query__resolve(record, c->ask->id, id, contact)) return;
    if (!bg_query__contact(record, arena, *contact ? contact : id, &c->contact)) {
        if (record->code == BG_OK) record->code = bg_error__set(record->err, BG_E_NOTFOUND, BG_NO_BYTE, "'%s' is no contact; try explain", id);
        return;
    }
    find_points(c);
    if (record->code != BG_OK) return;
    compose(c);
    if (c->paper.failed) bg_db__nomem(record);
    bg_paper__write(&c->paper, c->ask->format, out);
}

bg_code bg_view_compare(bg_record *record, const bg_compare_ask *ask, bg_lang lang, bg_out *out, size_t *count, bg_error *err) {
    compare c = {.ask = ask, .paper.lang = lang};
    bg_code code = bg_view__run(record, write, &c, out, err);
    if (count) *count = c.points.count;
    return code;
}
