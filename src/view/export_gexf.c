/*
 * export_gexf: who was in contact with whom, and when, as GEXF 1.3 for Gephi: a dynamic graph of states and organisations and of persons (`kind` tells them apart). An edge is all contacts of
 * two that took place; its weight is their number, its spells the days on which they were, each from the earliest day that it may have begun to the latest on which it may have ended. What
 * is not known to the month has no spell, and counts. Spells that overlap are one, which readers of dynamic graphs ask for.
 *
 * Whoever only accompanied somebody has no edges: a delegation of twenty would have two hundred.
 */
#include "../record/people.h"
#include "../record/people_query.h"
#include "exporter.h"
#include "labels.h"
#include "paper.h"
#include "state.h"

#define HELD " c.status IS NOT 'planned' "
#define PRINCIPAL(p) p ".form IS NOT NULL AND " p ".role IS NOT 'companion'"
/* Known to the month at least: a year would cover all that was in it. */
#define BEGIN_DAY "iif(length(c.start_date) > 4, c.first_day, NULL)"
#define END_DAY "iif(length(c.start_date) > 4, coalesce(c.last_day, c.first_day), NULL)"

static const char state_nodes[] = "SELECT s.side, count(*), min(" BEGIN_DAY "), max(" END_DAY ") FROM contact_sides s JOIN contacts c ON c.id = s.contact AND" HELD "GROUP BY s.side ORDER BY s.side";
static const char state_edges[] =
    "SELECT a.side, b.side, " BEGIN_DAY ", " END_DAY ", c.id FROM contact_sides a JOIN contact_sides b ON b.contact = a.contact AND b.side > a.side JOIN contacts c ON c.id = a.contact AND" HELD
    "ORDER BY a.side, b.side, 3, c.id";
static const char person_nodes[] =
    "SELECT " BG_PERSON_ID("who") ", count(*), min(began), max(ended) FROM (SELECT DISTINCT " BG_PERSON("p.form") " AS who, c.id, " BEGIN_DAY " AS began, " END_DAY " AS ended"
    " FROM contact_people p JOIN contacts c ON c.id = p.contact AND" HELD "WHERE " PRINCIPAL("p") ") GROUP BY who ORDER BY who";
/* Of different sides, or in a contact of one side alone. */
static const char person_edges[] =
    "SELECT " BG_PERSON_ID("x") ", " BG_PERSON_ID("y") ", began, ended, id FROM (SELECT DISTINCT min(a, b) AS x, max(a, b) AS y, began, ended, id FROM ("
    "SELECT " BG_PERSON("p.form") " AS a, " BG_PERSON("q.form") " AS b, " BEGIN_DAY " AS began, " END_DAY " AS ended, c.id FROM contact_people p"
    " JOIN contact_people q ON q.contact = p.contact AND q.n > p.n AND q.country IS NOT p.country AND " PRINCIPAL("q") " JOIN contacts c ON c.id = p.contact AND" HELD "WHERE " PRINCIPAL("p")
    ") WHERE a <> b) ORDER BY x, y, began, id";

static void attribute(bg_buf *out, const char *name, const char *value) {
    if (!value) return;
    bg_buf__print(out, " %s=\"", name);
    bg_xml__text(out, value);
    bg_buf__char(out, '"');
}

static void value(bg_buf *out, const char *what, const char *text) {
    if (!text || !*text) return;
    bg_buf__print(out, "<attvalue for=\"%s\"", what);
    attribute(out, "value", text);
    bg_buf__text(out, "/>");
}

static void number(bg_buf *out, const char *what, size_t count) { bg_buf__print(out, "<attvalue for=\"%s\" value=\"%zu\"/>", what, count); }

/* ------------------------------------------------------------------ nodes */

typedef struct node {
    const char *id, *label, *kind, *country, *office, *first, *last;
    size_t contacts;
} node;

static void write_node(bg_exporter *x, const node *n) {
    bg_buf *out = &x->out;
    bg_buf__text(out, "<node");
    attribute(out, "id", n->id);
    attribute(out, "label", n->label);
    attribute(out, "start", n->first);
    attribute(out, "end", n->first ? n->last : NULL);
    bg_buf__text(out, "><attvalues>");
    value(out, "kind", n->kind);
    value(out, "country", n->country);
    value(out, "office", n->office);
    number(out, "contacts", n->contacts);
    bg_buf__text(out, "</attvalues></node>\n");
    bg_exporter__flush(x, BG_EXPORT_CHUNK);
}

/* A state by its name, or a person by the name and the office that the record knows him best by. */
static void name_state(bg_exporter *x, bg_arena *arena, node *n) {
    (void)arena;
    n->label = x->data ? bg_state__called(x->data, n->id, x->ask->lang) : n->id;
    n->kind = x->data && bg_state__is_organisation(x->data, n->id) ? "organisation" : "state";
    n->country = n->id;
}

static void name_person(bg_exporter *x, bg_arena *arena, node *n) {
    bg_someones found = {0};
    n->label = n->id;
    n->kind = "person";
    if (!bg_query__people(x->record, arena, NULL, NULL, n->id, false, 0, &found) || !found.count) return;
    const bg_row_someone *who = found.items;
    if (who->name) n->label = who->name;
    n->country = who->country;
    if (who->office_count) n->office = who->offices[who->office_count - 1].text;
}

typedef void name_fn(bg_exporter *x, bg_arena *arena, node *n);

static void nodes(bg_exporter *x, const char *sql, name_fn *name) {
    sqlite3_stmt *stmt = bg_db__query(x->record, sql, "");
    while (!x->refused && bg_db__row(x->record, stmt)) {
        bg_arena *arena = bg_arena__new();
        if (!arena) bg_db__nomem(x->record);
        else {
            node n = {.id = bg_db__copy(x->record, arena, stmt, 0), .contacts = (size_t)sqlite3_column_int64(stmt, 1), .first = bg_db__copy(x->record, arena, stmt, 2), .last = bg_db__copy(x->record, arena, stmt, 3)};
            name(x, arena, &n);
            if (n.id) write_node(x, &n);
        }
        bg_arena__free(arena);
    }
    bg_db__done(stmt);
}

/* ------------------------------------------------------------------ edges */

typedef struct edge {
    char ends[2][64];
    size_t contacts;
    char first[11], last[11]; /* the spell that is not written yet; "": none */
    bg_buf spells;
} edge;

static void end_spell(edge *e) {
    if (e->first[0]) bg_buf__print(&e->spells, "<spell start=\"%s\" end=\"%s\"/>", e->first, e->last);
    e->first[0] = 0;
}

/* They come in order of their first days. */
static void add_spell(edge *e, const char *first, const char *last) {
    if (!first || !last) return;
    if (e->first[0] && strcmp(first, e->last) <= 0) {
        if (strcmp(last, e->last) > 0) snprintf(e->last, sizeof e->last, "%s", last);
        return;
    }
    end_spell(e);
    snprintf(e->first, sizeof e->first, "%s", first);
    snprintf(e->last, sizeof e->last, "%s", last);
}

static void end_edge(bg_exporter *x, edge *e, const char *kind) {
    bg_buf *out = &x->out;
    if (!e->contacts) return;
    end_spell(e);
    bg_buf__text(out, "<edge id=\"");
    bg_xml__text(out, e->ends[0]), bg_buf__char(out, '~'), bg_xml__text(out, e->ends[1]);
    bg_buf__char(out, '"');
    attribute(out, "source", e->ends[0]);
    attribute(out, "target", e->ends[1]);
    bg_buf__print(out, " weight=\"%zu\"><attvalues>", e->contacts);
    value(out, "between", kind);
    number(out, "contacts", e->contacts);
    bg_buf__text(out, "</attvalues>");
    if (e->spells.size) bg_buf__print(out, "<spells>%s</spells>", e->spells.bytes);
    bg_buf__text(out, "</edge>\n");
    if (e->spells.failed) out->failed = true;
    bg_exporter__flush(x, BG_EXPORT_CHUNK);
}

static void begin_edge(edge *e, const char *from, const char *to) {
    e->contacts = 0;
    snprintf(e->ends[0], sizeof e->ends[0], "%s", from);
    snprintf(e->ends[1], sizeof e->ends[1], "%s", to);
    bg_buf__clear(&e->spells);
}

static void edges(bg_exporter *x, const char *sql, const char *kind) {
    edge e = {0};
    bg_buf__init(&e.spells, (size_t)1 << 28);
    sqlite3_stmt *stmt = bg_db__query(x->record, sql, "");
    while (!x->refused && bg_db__row(x->record, stmt)) {
        const char *from = bg_exporter__text(x, stmt, 0), *to = bg_exporter__text(x, stmt, 1);
        if (!from || !to) continue;
        if (strcmp(from, e.ends[0]) != 0 || strcmp(to, e.ends[1]) != 0) end_edge(x, &e, kind), begin_edge(&e, from, to);
        add_spell(&e, bg_exporter__text(x, stmt, 2), bg_exporter__text(x, stmt, 3));
        e.contacts++;
    }
    bg_db__done(stmt);
    end_edge(x, &e, kind);
    bg_buf__free(&e.spells);
}

/* ------------------------------------------------------------------ the graph */

static const char head[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<gexf xmlns=\"http://gexf.net/1.3\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd\" version=\"1.3\">\n"
    "<meta><creator>banggiao " BG_VERSION "</creator><description>";
static const char graph[] =
    "</description></meta>\n"
    "<graph defaultedgetype=\"undirected\" mode=\"dynamic\" timeformat=\"date\" timerepresentation=\"interval\">\n"
    "<attributes class=\"node\" mode=\"static\"><attribute id=\"kind\" title=\"kind\" type=\"string\"/><attribute id=\"country\" title=\"country\" type=\"string\"/>"
    "<attribute id=\"office\" title=\"office\" type=\"string\"/><attribute id=\"contacts\" title=\"contacts\" type=\"integer\"/></attributes>\n"
    "<attributes class=\"edge\" mode=\"static\"><attribute id=\"between\" title=\"between\" type=\"string\"/><attribute id=\"contacts\" title=\"contacts\" type=\"integer\"/></attributes>\n"
    "<nodes>\n";

void bg_export__gexf(bg_exporter *x) {
    bg_buf__text(&x->out, head);
    bg_xml__text(&x->out, bg_label__of(BG_LABEL_HEADING, "graph_about", x->ask->lang));
    bg_buf__text(&x->out, graph);
    nodes(x, state_nodes, name_state);
    nodes(x, person_nodes, name_person);
    bg_buf__text(&x->out, "</nodes>\n<edges>\n");
    edges(x, state_edges, "states");
    edges(x, person_edges, "persons");
    bg_buf__text(&x->out, "</edges>\n</graph>\n</gexf>\n");
}
