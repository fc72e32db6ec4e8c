/* coded: see coded.h. */
#include "coded.h"
#include "../data/data.h"
#include "../record/reprints.h"
#include "../record/said.h"

typedef BG_VEC(bg_coded_page) page_list;

typedef struct coder {
    bg_record *record;
    bg_arena *arena;
    bg_coding coding;
    bg_numbers *numbers;
    bg_coded_count *count;
    bg_coded_contact contact;
    page_list pages;
    BG_VEC(bg_coded_mention) tellings; /* the contact as its pages tell it */
    BG_VEC(bg_coded) events;
} coder;

/* ------------------------------------------------------------------ where */

static const bg_sense *sense_of(const bg_data *data, unsigned klass, const char *words, size_t size) {
    uint32_t found = size ? bg_data__find(data, klass, words, size) : 0;
    return found ? bg_data__sense(data, found) : NULL;
}

const char *bg_coded__bare(const char *place) {
    for (const char *at = place; at && *at;) {
        size_t size = strcspn(at, " "), read = 0;
        if (bg_letter__is_upper(bg_utf8__next(at, strlen(at), &read))) return at;
        at += size + (at[size] == ' ');
    }
    return place;
}

static const char *country_of(const bg_data *data, const char *words, size_t size, const char **kind) {
    const bg_sense *sense = sense_of(data, CLASS_COUNTRY, words, size);
    if (sense) return *kind = "country", bg_data__string(data, sense->value);
    sense = sense_of(data, CLASS_PLACE, words, size);
    if (!sense) return NULL;
    *kind = bg_sense__attribute(data, sense, KEY_KIND);
    return bg_sense__attribute(data, sense, KEY_COUNTRY);
}

const char *bg_coded__country(const bg_data *data, const char *place, const char **kind) {
    const char *none, *country, *bare;
    if (!kind) kind = &none;
    *kind = NULL;
    if (!data || !place) return NULL;
    country = country_of(data, place, strlen(place), kind);
    bare = bg_coded__bare(place);
    if (!country && bare != place) {
        const bg_sense *sense = sense_of(data, CLASS_PLACE, bare, strlen(bare));
        if (sense) *kind = bg_sense__attribute(data, sense, KEY_KIND), country = bg_sense__attribute(data, sense, KEY_COUNTRY);
    }
    return country;
}

/* ------------------------------------------------------------------ which channel */

/* That of the longest office at the beginning: "Bộ trưởng Ngoại giao Lào" is "Bộ trưởng Ngoại giao". */
static const char *channel_of(const bg_data *data, const char *office, size_t size) {
    while (size) {
        const bg_sense *sense = sense_of(data, CLASS_OFFICE, office, size);
        if (sense) return bg_sense__attribute(data, sense, KEY_CHANNEL);
        while (size && office[size - 1] != ' ') size--;
        while (size && office[size - 1] == ' ') size--;
    }
    return NULL;
}

/* The offices of somebody, parted by commas: `channel` if one is of it, else the first that is of any, else NULL. */
static const char *office_channel(const bg_data *data, const char *office, const char *channel) {
    const char *first = NULL;
    while (office && *office) {
        size_t size = strcspn(office, ",;");
        const char *its = channel_of(data, office, size);
        if (its && bg_string__is(its, channel)) return channel;
        if (!first) first = its;
        office += size + strspn(office + size, ",; ");
    }
    return first;
}

static const char *side_channel(const bg_data *data, const bg_row_person *people, size_t count, const char *side, const char *channel) {
    const char *first = NULL;
    for (size_t i = 0; i < count; i++) {
        const char *its = bg_string__is(people[i].country, side) ? office_channel(data, people[i].office, channel) : NULL;
        if (its && bg_string__is(its, channel)) return channel;
        if (!first) first = its;
    }
    return first;
}

const char *bg_coded__channel(const bg_data *data, const bg_coded *event, const char *side) {
    const bg_coded_contact *k = event->contact;
    const char *its = data ? side_channel(data, event->people.items, event->people.count, side, k->channel) : NULL;
    if (!its && data) its = side_channel(data, k->people, k->people_count, side, k->channel);
    return its ? its : k->channel;
}

/* ------------------------------------------------------------------ what the record says of a contact */

#define COPY(column) bg_db__copy(c->record, c->arena, stmt, (column))

static void *added(coder *c, void *item) {
    if (!item) bg_db__nomem(c->record);
    return item;
}

static void load_people(coder *c) {
    BG_VEC(bg_row_person) people = {0};
    sqlite3_stmt *stmt = bg_db__query(c->record, "SELECT name, office, country, role FROM contact_people WHERE contact = ? ORDER BY n", "t", c->contact.id);
    while (bg_db__row(c->record, stmt)) {
        bg_row_person *who = added(c, BG_PUSH(c->arena, &people));
        if (who) *who = (bg_row_person){COPY(0), COPY(1), COPY(2), COPY(3), 0};
    }
    c->contact.people = people.items;
    c->contact.people_count = people.count;
}

#define PAGES \
    "SELECT p.id, " BG_WITNESS("p.id") ", coalesce(p.url, p.item_url), p.host, p.outlet, p.title, p.published, (SELECT min(s.name) FROM page_sources s WHERE s.n = p.n), p.lang, p.agency" \
    " FROM pages p WHERE p.id IN ("
#define IN_ORDER ") ORDER BY p.published IS NULL, p.published, p.id"

static void load_pages(coder *c, sqlite3_stmt *stmt) {
    while (bg_db__row(c->record, stmt)) {
        bg_coded_page *page = added(c, BG_PUSH(c->arena, &c->pages));
        if (page) *page = (bg_coded_page){COPY(0), COPY(1), COPY(2), COPY(3), COPY(4), COPY(5), COPY(6), COPY(7), COPY(8), COPY(9)};
    }
    c->contact.pages = c->pages.items;
    c->contact.page_count = c->pages.count;
}

/* "LA,VN", in this order */
static void split_sides(coder *c, const char *sides) {
    bg_codes list = {0};
    while (sides && *sides) {
        size_t size = strcspn(sides, ",");
        const char **code = added(c, BG_PUSH(c->arena, &list));
        if (code) *code = bg_arena__text(c->arena, sides, size);
        sides += size + (sides[size] == ',');
    }
    c->contact.sides = list.items;
    c->contact.side_count = list.count;
}

static const bg_coded_page *page_of(const coder *c, const char *id) {
    for (size_t i = 0; i < c->pages.count; i++)
        if (bg_string__is(c->pages.items[i].id, id)) return &c->pages.items[i];
    return NULL;
}

static void load_tellings(coder *c) {
    sqlite3_stmt *stmt = bg_db__query(c->record, "SELECT e.page, e.id FROM tellings m JOIN events e ON e.row = m.row WHERE m.contact = ? ORDER BY m.n", "t", c->contact.id);
    while (bg_db__row(c->record, stmt)) {
        const bg_coded_page *page = page_of(c, bg_db__text(c->record, stmt, 0));
        bg_coded_mention *telling = page ? added(c, BG_PUSH(c->arena, &c->tellings)) : NULL;
        if (telling) *telling = (bg_coded_mention){page, COPY(1)};
    }
}

static bool load_contact(coder *c, const bg_data *data, const char *id) {
    bg_coded_contact *k = &c->contact;
    sqlite3_stmt *stmt = bg_db__query(c->record, "SELECT id, type, status, channel, start_date, end_date, place, main, sides, mode FROM contacts WHERE id = ?", "t", id);
    const char *sides = NULL, *mode = NULL;
    if (bg_db__row(c->record, stmt)) {
        *k = (bg_coded_contact){.id = COPY(0), .type = COPY(1), .channel = COPY(3), .start = COPY(4), .end = COPY(5), .place = COPY(6), .main = sqlite3_column_int(stmt, 7)};
        k->planned = bg_string__is(COPY(2), "planned");
        sides = COPY(8), mode = COPY(9);
    }
    bg_db__done(stmt);
    if (!k->id || !k->type) return false;
    k->degree = k->planned ? "planned" : "held";
    split_sides(c, sides);
    k->country = bg_coded__country(data, k->place, &k->place_kind);
    k->setting = bg_string__is(mode, "phone") || bg_string__is(mode, "online") ? "phone" : "-";
    load_people(c);
    load_pages(c, bg_db__query(c->record, PAGES "SELECT page FROM tellings WHERE contact = ?" IN_ORDER, "t", c->contact.id));
    load_tellings(c);
    return c->record->code == BG_OK;
}

/* ------------------------------------------------------------------ sides and their roles */

static bool has_side(const bg_coded_contact *k, const char *code) {
    for (size_t i = 0; i < k->side_count; i++)
        if (bg_string__is(k->sides[i], code)) return true;
    return false;
}

/* A state in which it took place is known, and is none of the sides. */
static bool elsewhere(const bg_coded_contact *k) { return k->country && !has_side(k, k->country); }

static const char *setting_of(const bg_coded_contact *k) {
    if (!bg_string__is(k->setting, "-")) return k->setting;
    return elsewhere(k) ? "third" : k->side_count > 2 ? "many" : "-";
}

static const char *opposite(const char *role) {
    static const char *const pairs[][2] = {{"guest", "host"}, {"host", "guest"}, {"sender", "recipient"}, {"recipient", "sender"}};
    for (size_t i = 0; i < BG_COUNT(pairs); i++)
        if (bg_string__is(role, pairs[i][0])) return pairs[i][1];
    return NULL;
}

/* That of its people, if they have one of these; NULL: nobody tells. */
static const char *told_role(const bg_coded_contact *k, const char *side) {
    const char *found = NULL;
    for (size_t i = 0; i < k->people_count; i++) {
        const bg_row_person *who = &k->people[i];
        if (!bg_string__is(who->country, side) || !opposite(who->role)) continue;
        if (found && !bg_string__is(found, who->role)) return NULL;
        found = who->role;
    }
    return found;
}

static const char *role_of(const bg_coded_contact *k, const char *side) {
    const char *role = told_role(k, side);
    for (size_t i = 0; i < k->side_count && !role && k->side_count == 2; i++)
        if (!bg_string__is(k->sides[i], side)) role = opposite(told_role(k, k->sides[i]));
    if (!role && bg_string__is(k->type, "visit") && k->country && has_side(k, k->country)) role = bg_string__is(k->country, side) ? "host" : "guest";
    return role ? role : "-";
}

/* ------------------------------------------------------------------ events */

static const char *code_of(const coder *c, const bg_cross_event *row, const char *cameo) { return c->coding.plover ? row->plover : cameo; }

static bool same_list(const bg_codes *a, const bg_codes *b) {
    if (a->count != b->count) return false;
    for (size_t i = 0; i < a->count; i++)
        if (!bg_string__is(a->items[i], b->items[i])) return false;
    return true;
}

static void add_code(coder *c, bg_codes *list, const char *code) {
    for (size_t i = 0; i < list->count; i++)
        if (bg_string__is(list->items[i], code)) return;
    const char **room = code ? added(c, BG_PUSH(c->arena, list)) : NULL;
    if (room) *room = code;
}

/* "economic; health" */
static void add_contexts(coder *c, bg_codes *list, const char *contexts) {
    while (contexts && *contexts) {
        const char *end = strstr(contexts, "; ");
        size_t size = end ? (size_t)(end - contexts) : strlen(contexts);
        add_code(c, list, bg_arena__text(c->arena, contexts, size));
        contexts += size + (end ? 2 : 0);
    }
}

static void add_person(coder *c, bg_coded *event, bg_row_person who) {
    if (!who.name && !who.office) return;
    for (size_t i = 0; i < event->people.count; i++)
        if (bg_string__is(event->people.items[i].name, who.name) || (!who.name && bg_string__is(event->people.items[i].office, who.office))) return;
    bg_row_person *room = added(c, BG_PUSH(c->arena, &event->people));
    if (room) *room = who;
}

static void add_mention(coder *c, bg_coded *event, const char *page, const char *fact) {
    const bg_coded_page *from = page_of(c, page);
    for (size_t i = 0; i < event->mentions.count; i++)
        if (bg_string__is(event->mentions.items[i].fact, fact)) return;
    bg_coded_mention *room = from ? added(c, BG_PUSH(c->arena, &event->mentions)) : NULL;
    if (room) *room = (bg_coded_mention){from, fact};
}

/* One between these sides with this code, or NULL; `said`: what was said and what was done are two, if their dates differ. */
static bg_coded *event_of(coder *c, const bg_cross_event *row, const char *code, const bg_codes *from, const bg_codes *to) {
    for (size_t i = 0; i < c->events.count; i++) {
        bg_coded *e = &c->events.items[i];
        if (bg_string__is(e->code, code) && (!c->coding.plover || e->row->mode == row->mode || bg_string__is(e->row->mode, row->mode)) && same_list(&e->from, from) && same_list(&e->to, to)) return e;
    }
    bg_coded *e = added(c, BG_PUSH(c->arena, &c->events));
    if (e) *e = (bg_coded){.contact = &c->contact, .row = row, .code = code, .from = *from, .to = *to};
    return e;
}

/* ------------------------------------------------------------------ the contact itself */

static void mention_contact(coder *c, bg_coded *event) {
    for (size_t i = 0; i < c->tellings.count; i++) {
        bg_coded_mention *room = added(c, BG_PUSH(c->arena, &event->mentions));
        if (room) *room = c->tellings.items[i];
    }
}

static void contact_event(coder *c, const bg_cross_event *row, const bg_codes *from, const bg_codes *to) {
    const char *code = code_of(c, row, row->cameo);
    bg_coded *event = code ? event_of(c, row, code, from, to) : NULL;
    if (!event) return;
    event->future = c->contact.planned;
    for (size_t i = 0; i < c->contact.people_count; i++) add_person(c, event, c->contact.people[i]);
    add_contexts(c, &event->contexts, row->context);
    mention_contact(c, event);
}

static bg_codes one(coder *c, const char *code) {
    bg_codes list = {0};
    add_code(c, &list, code);
    return list;
}

/* With PLOVER the guest and the sender act, the other one is acted upon. */
static bool acts(const coder *c, const char *role) { return !c->coding.plover || (!bg_string__is(role, "host") && !bg_string__is(role, "recipient")); }

static void contact_pairs(coder *c) {
    const bg_coded_contact *k = &c->contact;
    for (size_t i = 0; i < k->side_count; i++) {
        const char *role = role_of(k, k->sides[i]);
        const bg_cross_event *row = bg_cross__type(k->type, k->degree, role, setting_of(k));
        bool directed = row && bg_string__is(row->degree, "held") && !bg_string__is(row->role, "*");
        for (size_t j = 0; row && j < k->side_count; j++) {
            /* Two guests of one host do nothing to each other. */
            if (j == i || (directed && bg_string__is(role, role_of(k, k->sides[j]))) || (directed && !acts(c, role))) continue;
            bg_codes from = one(c, k->sides[i]), to = one(c, k->sides[j]);
            contact_event(c, row, &from, &to);
        }
    }
}

/* All in one event: those who act, and whom it is done to if it has a direction. */
static void contact_whole(coder *c) {
    const bg_coded_contact *k = &c->contact;
    bg_codes from = {0}, to = {0};
    const bg_cross_event *row = NULL;
    bool directed = false;
    for (size_t i = 0; i < k->side_count; i++) directed = directed || bg_string__is(role_of(k, k->sides[i]), "guest") || bg_string__is(role_of(k, k->sides[i]), "sender");
    for (size_t i = 0; i < k->side_count; i++) {
        const char *role = role_of(k, k->sides[i]);
        const bg_cross_event *its = bg_cross__type(k->type, k->degree, role, setting_of(k));
        bool one_way = directed && its && !bg_string__is(its->role, "*");
        bool receives = directed && (bg_string__is(role, "host") || bg_string__is(role, "recipient")) && (one_way || !its || !its->plover);
        if (receives) add_code(c, &to, k->sides[i]);
        else if (its) add_code(c, &from, k->sides[i]), row = its;
    }
    if (row && from.count) contact_event(c, row, &from, &to);
}

/* ------------------------------------------------------------------ what was said at it */

typedef struct saying {
    const char *id, *page, *speaker, *speaker_country, *name, *office, *addressee, *addressee_country, *act, *strength;
} saying;

/* Sides of "both", "side:LA" or somebody. */
static bg_codes sides_of(coder *c, const char *party, const char *country) {
    bg_codes list = {0};
    if (bg_string__is(party, "both"))
        for (size_t i = 0; i < c->contact.side_count; i++) add_code(c, &list, c->contact.sides[i]);
    else if (party && strncmp(party, "side:", 5) == 0) add_code(c, &list, party + 5);
    else if (country) add_code(c, &list, country);
    return list;
}

/* To whom: the addressee's, else the only other side. */
static bg_codes other_sides(coder *c, const saying *s, const bg_codes *from) {
    bg_codes to = sides_of(c, s->addressee, s->addressee_country), rest = {0};
    if (bg_string__is(s->addressee, "both")) to.count = 0;
    if (to.count) return to.count == 1 && from->count == 1 && bg_string__is(to.items[0], from->items[0]) ? rest : to;
    for (size_t i = 0; i < c->contact.side_count; i++)
        if (from->count == 1 && !bg_string__is(c->contact.sides[i], from->items[0])) add_code(c, &rest, c->contact.sides[i]);
    if (rest.count > 1) rest.count = 0;
    return rest;
}

/* What topics add: contexts, and the one area of which all are that have one. */
static const char *topics_of(coder *c, const char *statement, bg_codes *contexts) {
    const char *area = NULL;
    bool many = false;
    sqlite3_stmt *stmt = bg_db__query(c->record, "SELECT t.value FROM statements s, json_each(s.topics) t WHERE s.row = " BG_ROW_OF("statements", "?1") " ORDER BY t.key", "t", statement);
    while (bg_db__row(c->record, stmt)) {
        const bg_cross_topic *topic = bg_cross__topic(COPY(0));
        if (!topic) continue;
        add_contexts(c, contexts, topic->contexts);
        many = many || (topic->area && area && !bg_string__is(area, topic->area));
        if (topic->area) area = topic->area;
    }
    return many ? NULL : area;
}

static const char *narrow(const bg_cross_event *row, const char *area) {
    const char *code = bg_string__is(area, "econ") ? row->economic : bg_string__is(area, "mil") ? row->military : bg_string__is(area, "jud") ? row->judicial : NULL;
    return code ? code : row->cameo;
}

static void said_event(coder *c, const saying *s, const bg_cross_event *row, const char *code, const bg_codes *from, const bg_codes *to, const bg_codes *contexts) {
    bg_coded *event = event_of(c, row, code, from, to);
    if (!event) return;
    if (!event->mentions.count) event->said = true;
    event->future = event->future || (event->said && c->contact.planned);
    add_person(c, event, (bg_row_person){s->name, s->office, s->speaker_country, NULL, 0});
    add_contexts(c, &event->contexts, row->context);
    for (size_t i = 0; i < contexts->count; i++) add_code(c, &event->contexts, contexts->items[i]);
    add_mention(c, event, s->page, s->id);
}

static void said_pairs(coder *c, const saying *s, const bg_cross_event *row, const char *code, const bg_codes *from, const bg_codes *to, const bg_codes *contexts) {
    const bg_codes *others = to->count ? to : from;
    for (size_t i = 0; i < from->count; i++)
        for (size_t j = 0; j < others->count; j++) {
            if (bg_string__is(from->items[i], others->items[j])) continue;
            bg_codes a = one(c, from->items[i]), b = one(c, others->items[j]);
            said_event(c, s, row, code, &a, &b, contexts);
        }
}

static void code_saying(coder *c, const saying *s) {
    bg_codes contexts = {0}, from = sides_of(c, s->speaker, s->speaker_country), to = other_sides(c, s, &from);
    const bg_cross_event *row = s->act ? bg_cross__act(s->act, s->strength) : NULL;
    const char *area = row ? topics_of(c, s->id, &contexts) : NULL, *code = row ? code_of(c, row, narrow(row, area)) : NULL;
    if (!code) c->count->no_code++;
    else if (!from.count || (from.count == 1 && !to.count)) c->count->no_sides++;
    else if (c->coding.dyads) said_pairs(c, s, row, code, &from, &to, &contexts);
    else said_event(c, s, row, code, &from, &to, &contexts);
}

#define SAYINGS "SELECT s.id, s.page, s.speaker, a.country, a.name, a.office, s.addressee, b.country, s.act, s.strength FROM "
#define OF_WHOM BG_SPEAKERS " "

static void code_sayings(coder *c, sqlite3_stmt *stmt) {
    BG_VEC(saying) list = {0};
    while (bg_db__row(c->record, stmt)) {
        saying *s = added(c, BG_PUSH(c->arena, &list));
        if (s) *s = (saying){COPY(0), COPY(1), COPY(2), COPY(3), COPY(4), COPY(5), COPY(6), COPY(7), COPY(8), COPY(9)};
    }
    for (size_t i = 0; i < list.count && c->record->code == BG_OK; i++) code_saying(c, &list.items[i]);
}

/* ------------------------------------------------------------------ what comes out */

/* An intent is of the day on which a page first told it. */
static const char *first_told(const bg_coded *event, bg_arena *arena) {
    const char *first = NULL;
    for (size_t i = 0; i < event->mentions.count; i++) {
        const char *day = event->mentions.items[i].page->published;
        if (day && strlen(day) >= 10 && (!first || strncmp(day, first, 10) < 0)) first = day;
    }
    return first ? bg_arena__text(arena, first, 10) : NULL;
}

/* "--09-27" has no year. */
static const char *dated(const char *date) { return date && date[0] != '-' ? date : NULL; }

static size_t count_witnesses(const bg_coded *event) {
    size_t count = 0;
    for (size_t i = 0; i < event->mentions.count; i++) {
        bool known = false;
        for (size_t j = 0; j < i && !known; j++) known = bg_string__is(event->mentions.items[j].page->witness, event->mentions.items[i].page->witness);
        count += !known;
    }
    return count;
}

static void add_codes(bg_buf *out, const bg_codes *list) {
    bg_buf__char(out, '|');
    for (size_t i = 0; i < list->count; i++) bg_buf__print(out, "%s%s", i ? "," : "", list->items[i]);
}

/* A hash of contact, sides and code; those of PLOVER and CAMEO never meet. */
static void name_event(coder *c, bg_coded *event) {
    bg_buf key;
    char hex[BG_HEX_SHA256];
    bg_buf__init(&key, 1 << 16);
    bg_buf__print(&key, "%s|%s|%s|%s", c->contact.id, c->coding.plover ? "plover" : "cameo", event->code, c->coding.plover && event->row->mode ? event->row->mode : "");
    add_codes(&key, &event->from);
    add_codes(&key, &event->to);
    if (key.failed) bg_db__nomem(c->record);
    bg_hash__sha256(key.bytes ? key.bytes : "", key.size, hex);
    bg_buf__free(&key);
    snprintf(event->id, sizeof event->id, "x%.16s", hex);
    event->number = c->numbers ? bg_numbers__take(c->numbers, hex) : bg_number__of(hex);
}

static void finish(coder *c, bg_coded *event) {
    const bg_cross_sector *sector = bg_cross__sector(c->contact.channel);
    add_contexts(c, &event->contexts, sector ? sector->context : NULL);
    event->date = event->future || !c->contact.type ? first_told(event, c->arena) : dated(c->contact.start);
    event->witnesses = count_witnesses(event);
    name_event(c, event);
}

static void hand_out(coder *c, bg_coded_fn *fn, void *context) {
    if (bg_arena__failed(c->arena)) bg_db__nomem(c->record);
    for (size_t i = 0; i < c->events.count && c->record->code == BG_OK; i++) {
        finish(c, &c->events.items[i]);
        c->count->events++;
        if (c->record->code == BG_OK) fn(context, &c->events.items[i]);
    }
}

void bg_coded__contact(bg_record *record, const bg_data *data, bg_arena *arena, const char *contact, bg_coding coding, bg_numbers *numbers, bg_coded_count *count, bg_coded_fn *fn,
                       void *context) {
    coder c = {.record = record, .arena = arena, .coding = coding, .numbers = numbers, .count = count};
    if (!load_contact(&c, data, contact)) return;
    if (c.contact.side_count < 2) count->no_sides++;
    else if (coding.dyads) contact_pairs(&c);
    else contact_whole(&c);
    if (c.contact.side_count >= 2 && !c.events.count) count->no_code++;
    code_sayings(&c, bg_db__query(record, SAYINGS "tellings m CROSS JOIN events v ON v.row = m.row CROSS JOIN said s ON " BG_BESIDE("s", "v.row") " AND s.event = v.id" OF_WHOM "WHERE m.contact = ? ORDER BY m.n, s.page, s.n", "t", c.contact.id));
    hand_out(&c, fn, context);
}

void bg_coded__page(bg_record *record, bg_arena *arena, const char *page, bg_coding coding, bg_numbers *numbers, bg_coded_count *count, bg_coded_fn *fn, void *context) {
    coder c = {.record = record, .arena = arena, .coding = coding, .numbers = numbers, .count = count, .contact = {.id = page, .degree = "held", .setting = "-"}};
    bool its_own = bg_db__any(record, bg_db__query(record, "SELECT 1 WHERE " BG_WITNESS("?1") " = ?1", "t", page));
    if (!its_own || record->code != BG_OK) return;
    load_pages(&c, bg_db__query(record, PAGES "SELECT ?1 UNION SELECT page FROM reprints WHERE witness = ?1" IN_ORDER, "t", page));
    for (size_t i = 0; i < c.pages.count; i++)
        code_sayings(&c, bg_db__query(record, SAYINGS "said s" OF_WHOM "WHERE " BG_OF_PAGE("s", "?1") " AND s.event IS NULL ORDER BY s.n", "t", c.pages.items[i].id));
    hand_out(&c, fn, context);
}
