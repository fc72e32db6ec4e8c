/* publish: what the stages found → the arrays of bg_doc. */
#include "naming.h"

#define FIELDS_MAX 16
#define REFERS_MAX 16
#define LEADER_LEAST 2  /* rank behind which nobody is a party of a summit … */
#define LEADER_COMMON 9 /* … but who is called a leader by a common noun */

typedef struct publisher {
    const bg_claims *claims;
    bg_arena *arena;
    bg_doc *doc;
    uint32_t *events;  /* contact → event, BG_NONE */
    bool failed;
} publisher;

static void *make(publisher *p, size_t count, size_t size) {
    void *out = bg_arena__alloc(p->arena, (count ? count : 1) * size);
    if (!out) p->failed = true;
    return out;
}

static void *copy(publisher *p, const void *from, size_t count, size_t size) {
    void *out = make(p, count, size);
    if (out && count) memcpy(out, from, count * size);
    return out;
}

/* ---- entities */

static void publish_things(publisher *p, bg_entity *out) {
    const bg_mentions *m = p->claims->mentions;
    for (size_t i = 0; i < m->things.count; i++) {
        const bg_thing *from = &m->things.items[i];
        out[i] = (bg_entity){.kind = from->kind, .name = from->name, .mentions = from->mentions.items, .mention_count = from->mentions.count};
        if (from->kind == BG_COUNTRY) out[i].country = from->key;
    }
}

/* Of the office that is shown; 0 where it does not tell who somebody is. */
static unsigned rank_of(const bg_person *who) {
    if (who->best_office == BG_NONE || who->voice) return 0;
    return who->chair && who->best_rank > LEADER_LEAST ? LEADER_COMMON : who->best_rank;
}

/* People first, so that their index is the same; then things. */
static void publish_entities(publisher *p) {
    const bg_mentions *m = p->claims->mentions;
    bg_entity *out = make(p, m->people.count + m->things.count, sizeof *out);
    for (size_t i = 0; out && i < m->people.count; i++) {
        const bg_person *from = &m->people.items[i];
        out[i].office = from->best_office == BG_NONE ? NULL : from->offices[from->best_office];
        out[i].kind = from->name ? BG_PERSON : BG_BODY; /* an office whose holder the page does not name */
        out[i].name = from->name ? from->name : out[i].office;
        out[i].country = bg_person__country(from);
        out[i].alias = from->alias;
        out[i].rank = rank_of(from);
        out[i].offices = copy(p, from->offices, from->office_count, sizeof *from->offices);
        out[i].office_count = from->office_count;
        out[i].mentions = from->mentions.items;
        out[i].mention_count = from->mentions.count;
    }
    if (out) publish_things(p, out + m->people.count);
    p->doc->entities = out;
    p->doc->entity_count = out ? m->people.count + m->things.count : 0;
}

/* ---- events */

bool bg_event__has_side(const bg_event *event, const char *side) {
    for (size_t i = 0; side && i < event->side_count; i++)
        if (strcmp(event->sides[i], side) == 0) return true;
    return false;
}


static void field(bg_event *e, bg_field *fields, const char *name, bg_span span, const char *rule) {
    if (!span.end || e->field_count == FIELDS_MAX) return;
    fields[e->field_count++] = (bg_field){name, span, rule};
}

static void event_date(publisher *p, bg_event *e, const bg_contact *c) {
    const bg_date *d = bg_contact__date(p->claims, c);
    if (!d) return;
    e->start = bg_date__print(p->arena, d, false);
    e->end = bg_date__print(p->arena, d, true);
    if (e->start) e->date_span = d->span;
}

static void event_fields(publisher *p, bg_event *e, const bg_contact *c) {
    const bg_date *d = bg_contact__date(p->claims, c);
    bg_field *fields = make(p, FIELDS_MAX, sizeof *fields);
    bg_span trigger = bg_text__span(p->claims->text, c->trigger, c->trigger_end);
    if (!fields) return;
    field(e, fields, "type", trigger, c->rule);
    if (e->start) field(e, fields, "start", d->span, d->rule);
    field(e, fields, "place", c->place_span, "contact.place");
    for (unsigned i = 0; i < c->side_count; i++) field(e, fields, "sides", c->side_spans[i], c->rule);
    for (unsigned i = 0; i < c->people_count; i++) field(e, fields, "participants", c->people[i].span, c->rule);
    e->fields = fields;
}

/* "A nói thượng đỉnh X - Y …": between two states those meet who lead them, whoever else of these states the sentence names. */
static bool is_below(const bg_contact *c, const bg_person *who) {
    return c->summit && !c->main && c->side_count == 2 && !who->chair && who->rank > LEADER_LEAST && who->rank < LEADER_COMMON && strcmp(c->type, "statement") != 0;
}

/* Of a visit the visitors are the principals; who receives them has contacts of his own. */
static bool is_principal(const bg_contact *c, unsigned i) {
    bool guests = false;
    for (unsigned j = 0; j < c->people_count; j++) guests |= strcmp(c->people[j].role, "guest") == 0;
    return strcmp(c->type, "visit") != 0 || !guests || strcmp(c->people[i].role, "guest") == 0;
}

static void event_people(publisher *p, bg_event *e, const bg_contact *c) {
    bg_participant *out = make(p, c->people_count, sizeof *out);
    unsigned rank = 99;
    for (unsigned i = 0; out && i < c->people_count; i++) {
        const bg_person *person = &p->claims->mentions->people.items[c->people[i].person];
        if (!is_principal(c, i) || is_below(c, person)) continue;
        out[e->participant_count++] = (bg_participant){c->people[i].person, c->people[i].role, c->people[i].span};
        if (person->channel && person->rank && person->rank < rank) rank = person->rank, e->channel = person->channel;
    }
    e->participants = out;
}

/* Each sentence that tells of the contact once; its own is the first. */
static void event_evidence(publisher *p, bg_event *e, const bg_contact *c) {
    bg_span *spans = make(p, c->evidence.count, sizeof *spans);
    size_t n = 0;
    for (size_t i = 0; spans && i < c->evidence.count; i++) {
        const bg_sentence *s = &p->claims->text->sentences.items[c->evidence.items[i]];
        bg_span span = bg_text__span(p->claims->text, s->tok, s->end);
        bool seen = false;
        for (size_t j = 0; j < n && !seen; j++) seen = spans[j].start == span.start;
        if (!seen) spans[n++] = span;
    }
    e->evidence = spans;
    e->evidence_count = n;
}

static void publish_event(publisher *p, bg_event *e, const bg_contact *c) {
    e->main = c->main;
    e->type = c->type;
    e->verb = c->verb;
    e->summit = c->summit;
    e->grade = c->grade;
    e->status = c->planned ? "planned" : "held";
    e->mode = c->mode;
    e->rule = c->rule;
    e->place = c->place;
    e->place_country = c->place ? c->place_state : NULL;
    e->place_span = c->place_span;
    e->sides = copy(p, c->sides, c->side_count, sizeof *c->sides);
    e->side_count = c->side_count;
    event_date(p, e, c);
    event_people(p, e, c);
    event_fields(p, e, c);
    event_evidence(p, e, c);
}

/* A title in which a state speaks out is the page's news or no contact. A picture of its own shows two principals of two states; else it shows what the article tells. */
static bool is_event(const bg_contact *c) {
    if (c->titled && !c->main) return false;
    bool shown = !c->in_caption || c->main || (c->people_count >= 2 && c->side_count >= 2);
    return c->merged == BG_NONE && !c->bare && (c->side_count > 0 || (c->main && c->people_count > 0)) && shown;
}

static void publish_events(publisher *p) {
    const bg_claims *claims = p->claims;
    bg_event *out = make(p, claims->contacts.count, sizeof *out);
    p->events = make(p, claims->contacts.count, sizeof *p->events);
    size_t n = 0;
    for (size_t i = 0; out && p->events && i < claims->contacts.count; i++) {
        p->events[i] = is_event(&claims->contacts.items[i]) ? (uint32_t)n : BG_NONE;
        if (p->events[i] != BG_NONE) publish_event(p, &out[n++], &claims->contacts.items[i]);
    }
    p->doc->events = out;
    p->doc->event_count = n;
}

/* ---- statements */

static void statement_topics(publisher *p, bg_statement *s, const bg_saying *from) {
    const bg_text *text = p->claims->text;
    const char *topics[12];
    size_t n = 0;
    for (uint32_t i = from->tok; i < from->end; i++) {
        uint32_t m = bg_text__at(text, i, CLASS_TOPIC);
        const char *topic = m == BG_NONE ? NULL : bg_mark__get(text, &text->marks.items[m], KEY_VALUE);
        bool seen = !topic || n == BG_COUNT(topics);
        for (size_t t = 0; t < n && !seen; t++) seen = strcmp(topics[t], topic) == 0;
        if (!seen) topics[n++] = topic;
    }
    s->topics = copy(p, topics, n, sizeof *topics);
    s->topic_count = n;
}

/* Things whose name stands in the content. */
static void statement_refers(publisher *p, bg_statement *s) {
    const bg_mentions *m = p->claims->mentions;
    uint32_t found[REFERS_MAX];
    size_t n = 0;
    for (size_t i = 0; i < m->things.count && n < REFERS_MAX; i++) {
        const bg_thing *t = &m->things.items[i];
        bool inside = false;
        for (size_t j = 0; j < t->mentions.count && t->kind != BG_COUNTRY && !inside; j++)
            inside = t->mentions.items[j].start >= s->content.start && t->mentions.items[j].end <= s->content.end;
        if (inside) found[n++] = (uint32_t)(m->people.count + i);
    }
    s->refers = copy(p, found, n, sizeof *found);
    s->refer_count = n;
}

/* "Đó là tuyên bố của A" where it opens the body: the title's words, which are told but once. */
static bool tells_title(const bg_claims *c, const bg_saying *s) {
    const bg_sentence *title = bg_title__find(c);
    return title && s->tok == title->tok && title != &c->text->sentences.items[s->sentence];
}

static void publish_statements(publisher *p) {
    const bg_claims *claims = p->claims;
    bg_statement *out = make(p, claims->sayings.count, sizeof *out);
    for (size_t i = 0; out && i < claims->sayings.count; i++) {
        const bg_saying *from = &claims->sayings.items[i];
        const bg_sentence *s = &claims->text->sentences.items[from->sentence];
        bg_field fields[3];
        size_t n = 0;
        out[i] = (bg_statement){.event = -1, .speaker = from->speaker, .act = from->act, .strength = from->strength,
                                .content = from->content, .evidence = bg_text__span(claims->text, s->tok, s->end), .rule = from->rule};
        if (from->speaker_span.end) fields[n++] = (bg_field){"speaker", from->speaker_span, from->rule};
        if (from->verb_span.end) fields[n++] = (bg_field){"act", from->verb_span, from->rule};
        fields[n++] = (bg_field){"content", from->content, from->rule};
        out[i].fields = copy(p, fields, n, sizeof *fields);
        out[i].field_count = n;
        out[i].addressee = from->addressee;
        statement_topics(p, &out[i], from);
        statement_refers(p, &out[i]);
    }
    if (out && !bg_occasion__bind(claims, p->events, p->doc, out)) p->failed = true;
    size_t kept = 0;
    for (size_t i = 0; out && i < claims->sayings.count; i++)
        if (!tells_title(claims, &claims->sayings.items[i])) out[kept++] = out[i];
    p->doc->statements = out;
    p->doc->statement_count = kept;
}

bool bg_claims__publish(const bg_claims *claims, bg_doc *doc) {
    publisher p = {.claims = claims, .arena = claims->text->arena, .doc = doc};
    publish_entities(&p);
    publish_events(&p);
    if (!p.failed) publish_statements(&p);
    if (!p.failed && !bg_naming__publish(claims, doc)) p.failed = true;
    doc->notes = claims->notes.items;
    doc->note_count = claims->notes.count;
    return !p.failed;
}
