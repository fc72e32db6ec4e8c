/*
 * group: gather the events connected with one by "may be the same contact", group them (merge.h) and write the contacts.
 * What is written is a function of these events alone, so that it does not matter which page came last.
 */
#include "group.h"
#include "card.h"
#include "batch.h"
#include "corrections.h"
#include "doubt.h"
#include "fold.h"
#include "links.h"
#include "ranges.h"
#include "slots.h"

#include <assert.h>
#include <stdlib.h>

/* One event with the fields of its contact. */
typedef struct row {
    const char *verb, *grade, *status, *mode, *channel, *place;
    const char *const *offices; /* of each principal */
    const char *const *roles;
    const int64_t *forms; /* of each principal, 0 unknown */
    const char *const *entities;
    const bg_principal *read; /* principals as the page has them; told->people as they stand */
    bool rejected, accepted;
    int64_t doubt;
} row;

/* Every event looked at; they stay while nothing is stored or dropped, for many gatherings. */
typedef struct book {
    bg_record *record;
    bg_arena *arena;
    BG_VEC(bg_told) told;
    BG_VEC(uint32_t) in;    /* the number of the gathering that it was last connected in */
    BG_VEC(uint32_t) slots; /* an event's number → index + 1 in told; a power of two */
    uint32_t gatherings;
    bool asked, corrected;  /* whether anything stands corrected */
} book;

#define BOOK_BYTES ((size_t)32 << 20) /* one with more is begun anew */

typedef struct gather {
    book *book;
    bg_record *record;
    bg_arena *arena;
    uint32_t number;
    BG_VEC(size_t) queue; /* connected ones, indexes in book->told */
} gather;

#define COPY(column) bg_db__copy(b->record, b->arena, stmt, (column))

static const char *folded(book *b, const char *text, bool name) {
    bg_buf buf;
    bg_buf__init(&buf, 1 << 20);
    if (!text) return NULL;
    if (name) bg_fold__name(text, &buf);
    else bg_text__fold(text, strlen(text), &buf);
    const char *out = bg_buf__keep(&buf, b->arena);
    if (!out) bg_db__nomem(b->record);
    return out;
}

/* An office in lower case without signs, but for the commas that part it from others. */
static const char *folded_office(book *b, const char *text) {
    bg_buf buf;
    bg_buf__init(&buf, 1 << 16);
    if (!text) return NULL;
    bg_text__fold(text, strlen(text), &buf);
    const char *out = bg_buf__keep(&buf, b->arena);
    if (!out) bg_db__nomem(b->record);
    return out;
}

/* The words of all offices. */
static const char *titles(book *b, const char *const *offices, size_t count) {
    bg_buf all;
    const char *out = NULL;
    bg_buf__init(&all, 1 << 16);
    for (size_t i = 0; i < count; i++)
        if (offices[i]) bg_buf__print(&all, "%s ", offices[i]);
    if (all.size) out = folded(b, all.bytes, true);
    bg_buf__free(&all);
    return out;
}

static void load_people(book *b, bg_told *told, row *extra) {
    BG_VEC(bg_principal) people = {0}, posts = {0};
    BG_VEC(const char *) offices = {0}, roles = {0}, entities = {0};
    BG_VEC(int64_t) forms = {0};
    sqlite3_stmt *stmt = bg_db__query(b->record,
        "SELECT e.name, e.folded, e.country, e.office, p.role, e.form, f.key, e.id, e.kind = 'body', e.alias, e.rank FROM participants p JOIN entities e ON e.id = p.entity LEFT JOIN forms f ON f.form = e.form"
        " LEFT JOIN effects x ON x.fact = e.id AND x.field = 'verdict'"
        " WHERE p.event = ? AND (e.kind = 'body' OR (e.kind = 'person' AND e.name IS NOT NULL)) AND p.role IS NOT 'companion' AND x.value IS NOT 'reject' ORDER BY p.n",
        "t", told->id);
    while (bg_db__row(b->record, stmt)) {
        bool named = !sqlite3_column_int(stmt, 8);
        bg_principal one = {.country = COPY(2), .office = folded_office(b, bg_db__text(b->record, stmt, 3)), .alias = folded_office(b, bg_db__text(b->record, stmt, 9)), .rank = (unsigned)sqlite3_column_int(stmt, 10)};
        if (!named) {
            bg_principal *post = BG_PUSH(b->arena, &posts);
            if (post) *post = one, post->name = COPY(3);
            else bg_db__nomem(b->record);
            continue;
        }
        bg_principal *who = BG_PUSH(b->arena, &people);
        const char **office = BG_PUSH(b->arena, &offices), **role = BG_PUSH(b->arena, &roles), **entity = BG_PUSH(b->arena, &entities);
        int64_t *form = BG_PUSH(b->arena, &forms);
        if (!who || !office || !role || !form || !entity) {
            bg_db__nomem(b->record);
            break;
        }
        *who = one;
        who->name = COPY(0), who->folded = COPY(1), who->key = COPY(6);
        *office = COPY(3);
        *role = COPY(4);
        *form = sqlite3_column_int64(stmt, 5);
        *entity = COPY(7);
    }
    told->titles = titles(b, offices.items, offices.count);
    told->people = people.items;
    told->people_count = people.count;
    told->posts = posts.items;
    told->post_count = posts.count;
    extra->offices = offices.items;
    extra->roles = roles.items;
    extra->forms = forms.items;
    extra->entities = entities.items;
}

static bool load_event(book *b, const char *id, bg_told *told) {
    row *extra = bg_arena__alloc(b->arena, sizeof *extra);
    sqlite3_stmt *stmt = bg_db__query(b->record,
        "SELECT e.id, e.page, coalesce(e.type, ''), e.sides, e.start_date, e.end_date, e.place, p.published, e.main, e.verb,"
        " e.grade, e.status, e.mode, e.channel, " BG_RANGE_WORDS("r", "e.said_start", "e.said_end") ", x.value IS 'reject', x.value IS 'accept', coalesce(e.doubt, 0), e.summit, e.place_country FROM events e JOIN pages p ON p.id = e.page"
        " LEFT JOIN effects x ON x.fact = e.id AND x.field = 'verdict'"
        " LEFT JOIN page_ranges r ON r.page = e.page WHERE e.id = ?",
        "t", id);
    if (!extra) return bg_db__nomem(b->record);
    if (!bg_db__row(b->record, stmt)) return false;
    *told = (bg_told){.id = COPY(0), .page = COPY(1), .type = COPY(2), .sides = COPY(3), .start = COPY(4), .end = COPY(5),
                      .published = COPY(7), .main = sqlite3_column_int(stmt, 8), .summit = sqlite3_column_int(stmt, 18), .place_country = COPY(19), .row = extra};
    *extra = (row){.place = COPY(6), .verb = COPY(9), .grade = COPY(10), .status = COPY(11), .mode = COPY(12),
                   .channel = COPY(13), .rejected = sqlite3_column_int(stmt, 15), .accepted = sqlite3_column_int(stmt, 16), .doubt = sqlite3_column_int64(stmt, 17)};
    told->planned = extra->status && strcmp(extra->status, "planned") == 0;
    told->place = folded(b, extra->place, true);
    told->lead = folded(b, bg_db__text(b->record, stmt, 14), true);
    told->verb = folded(b, extra->verb, true);
    bg_db__done(stmt);
    load_people(b, told, extra);
    extra->read = told->people;
    if (!b->asked) b->asked = true, b->corrected = bg_corrections__any(b->record);
    if (b->corrected && b->record->code == BG_OK) bg_corrections__told(b->record, b->arena, told, extra->entities);
    return b->record->code == BG_OK;
}

static uint32_t *slot_of(book *b, uint64_t number) {
    size_t mask = b->slots.count - 1, at = (size_t)(number ^ number >> 32) & mask;
    while (b->told.items && b->slots.items[at] && bg_slots__number(b->told.items[b->slots.items[at] - 1].id) != number) at = (at + 1) & mask;
    return &b->slots.items[at];
}

static bool grow_slots(book *b) {
    size_t size = b->slots.count ? b->slots.count * 2 : 64;
    b->slots.items = bg_arena__alloc(b->arena, size * sizeof *b->slots.items);
    b->slots.count = b->slots.items ? size : 0;
    for (size_t i = 0; b->slots.items && i < b->told.count; i++) *slot_of(b, bg_slots__number(b->told.items[i].id)) = (uint32_t)i + 1;
    return b->slots.items || bg_db__nomem(b->record);
}

/* The event's index in the book; loaded if it is new. (size_t)-1: it is not there, or a failure. */
static size_t look_at(book *b, uint64_t number) {
    char id[BG_EVENT_ID];
    bg_told told;
    if (b->slots.count <= b->told.count * 2 && !grow_slots(b)) return (size_t)-1;
    uint32_t *slot = slot_of(b, number);
    if (*slot) return *slot - 1;
    bg_slots__id(number, id);
    if (!load_event(b, id, &told)) return (size_t)-1;
    bg_told *item = BG_PUSH(b->arena, &b->told);
    uint32_t *in = BG_PUSH(b->arena, &b->in);
    if (!item || !in) return bg_db__nomem(b->record), (size_t)-1;
    *item = told;
    *slot = (uint32_t)b->told.count;
    return b->told.count - 1;
}

static size_t look_at_id(book *b, const char *id) { return look_at(b, bg_slots__number(id)); }

/* What people rejected is one contact with nothing. */
static bool is_rejected(const gather *g, size_t index) {
    assert(g->book->told.items && index < g->book->told.count);
    const row *extra = g->book->told.items[index].row;
    return extra->rejected;
}

static bool is_in(const gather *g, size_t index) { return g->book->in.items[index] == g->number; }

static void connect(gather *g, size_t index) {
    size_t *slot = BG_PUSH(g->arena, &g->queue);
    if (!slot) {
        bg_db__nomem(g->record);
        return;
    }
    *slot = index;
    g->book->in.items[index] = g->number;
}

static void spread(gather *g, size_t from) {
    bg_event_numbers near = {0};
    bg_slots__find(g->record, g->arena, &g->book->told.items[from], &near);
    for (size_t i = 0; i < near.count && g->record->code == BG_OK; i++) {
        size_t other = look_at(g->book, near.items[i]);
        if (other == (size_t)-1 || is_in(g, other) || is_rejected(g, other)) continue;
        if (bg_merge__near(&g->book->told.items[from], &g->book->told.items[other])) connect(g, other);
    }
}

/* What people joined with it. */
static void spread_joined(gather *g, size_t from) {
    bg_texts ids = {0};
    bg_links__joined(g->record, g->arena, g->book->told.items[from].id, &ids);
    for (size_t i = 0; i < ids.count && g->record->code == BG_OK; i++) {
        size_t other = look_at_id(g->book, ids.items[i]);
        if (other != (size_t)-1 && !is_in(g, other) && !is_rejected(g, other)) connect(g, other);
    }
}

/* ------------------------------------------------------------------ one contact */

typedef bg_contact_person person;
typedef BG_VEC(person) people;

static person *find_person(people *list, const bg_principal *who) {
    for (size_t i = 0; i < list->count; i++) {
        person *known = &list->items[i];
        if (bg_merge__same_person(&known->as, who)) return known;
    }
    return NULL;
}

/* The fullest name, the first office and role. `as`: as he stands, by which he is known again. */
static void add_person(gather *g, people *list, const bg_principal *as, const bg_principal *who, const char *office, const char *role, int64_t form) {
    person *known = find_person(list, as);
    if (!known) known = BG_PUSH(g->arena, list);
    if (!known) {
        bg_db__nomem(g->record);
        return;
    }
    if (!known->name || strlen(who->folded) > strlen(known->folded)) {
        known->name = who->name;
        known->folded = who->folded;
        known->key = who->key;
    }
    if (!known->as.name || strlen(as->folded) > strlen(known->as.folded)) known->as = (bg_principal){.name = as->name, .folded = as->folded, .country = known->as.country, .key = as->key};
    if (!known->as.country) known->as.country = as->country;
    size_t weight = strlen(who->folded) + (who->country ? 1000 : 0);
    if (form && weight > known->form_weight) known->form = form, known->form_weight = weight;
    if (!known->office) known->office = office;
    if (!known->country) known->country = who->country;
    if (!known->role) known->role = role;
}

/* Of one group, in its order: the first value that is there; "held" if anybody says so. */
static void merge_row(row *sum, const row *one) {
#define FIRST(field) if (!sum->field) sum->field = one->field
    FIRST(verb);
    FIRST(grade);
    FIRST(mode);
    FIRST(channel);
    FIRST(place);
    if (!sum->status || (one->status && strcmp(one->status, "held") == 0)) sum->status = one->status;
#undef FIRST
}

typedef struct contact {
    const char *id, *type, *sides, *start, *end;
    bool main;
    row row;
    people people;
    int64_t doubt; /* -1: somebody accepted it */
} contact;

static void collect(gather *g, const bg_told *told, size_t count, size_t group, contact *out) {
    for (size_t i = group; i < count; i++) {
        const bg_told *one = &told[i];
        const row *extra = one->row;
        if (one->group != group) continue;
        if (!out->id || strcmp(one->id, out->id) < 0) out->id = one->id;
        if (!out->end && one->start && out->start && strcmp(one->start, out->start) == 0) out->end = one->end;
        out->main |= one->main;
        merge_row(&out->row, extra);
        for (size_t k = 0; k < one->people_count; k++)
            add_person(g, &out->people, &one->people[k], &extra->read[k], extra->offices[k], extra->roles[k], extra->forms[k]);
    }
}

static bool differ(const char *a, const char *b) { return a && b && strcmp(a, b) != 0; }

static int64_t doubt_of(const bg_told *told, size_t count, size_t group) {
    const row *first = told[group].row;
    bg_doubts d = {.best = first->doubt};
    for (size_t i = group; i < count; i++) {
        const row *extra = told[i].row;
        bool known = false;
        if (told[i].group != group) continue;
        if (extra->accepted) return -1;
        if (extra->doubt < d.best) d.best = extra->doubt;
        for (size_t k = group; k < i && !known; k++) known = told[k].group == group && strcmp(told[k].page, told[i].page) == 0;
        d.pages += !known;
        d.dates |= differ(told[i].start, told[group].start);
        d.places |= differ(told[i].place, told[group].place);
    }
    return bg_doubt__contact(&d);
}

/* What people corrected stands instead of what was read. */
static void correct(gather *g, const bg_told *told, size_t count, size_t group, contact *c) {
    bg_corrections list = {0};
    for (size_t i = group; i < count && g->record->code == BG_OK; i++) {
        const row *extra = told[i].row;
        if (told[i].group != group) continue;
        bg_corrections__of(g->record, g->arena, told[i].id, NULL, &list);
        for (size_t k = 0; k < told[i].people_count; k++) bg_corrections__of(g->record, g->arena, extra->entities[k], extra->read[k].name, &list);
    }
    if (!list.count) return;
    struct {
        const char *field, **value;
    } fields[] = {{"type", &c->type}, {"sides", &c->sides}, {"start", &c->start}, {"end", &c->end}, {"place", &c->row.place}, {"status", &c->row.status},
                  {"mode", &c->row.mode}, {"grade", &c->row.grade}, {"channel", &c->row.channel}};
    for (size_t i = 0; i < BG_COUNT(fields); i++) bg_corrections__apply(&list, fields[i].field, fields[i].value);
    if (!c->type) c->type = "";
    if (!c->sides) c->sides = "";
    bg_corrections__people(g->record, g->arena, &list, c->people.items, c->people.count);
}

static void write_sides(gather *g, const contact *c) {
    for (const char *side = c->sides; *side;) {
        size_t size = strcspn(side, ",");
        bg_db__run(g->record, "INSERT INTO contact_sides(side, contact) VALUES(?,?)", "xt", side, size, c->id);
        side += size + (side[size] == ',');
    }
}

static void write_contact(gather *g, const contact *c) {
    char first[11], last[11];
    bool dated = bg_merge__days(c->start, c->end, first, last);
    bg_db__run(g->record,
               "INSERT INTO contacts(id, main, type, verb, grade, status, mode, channel, start_date, end_date, first_day,"
               " last_day, place, sides, doubt) VALUES(?1,?2,nullif(?3, ''),?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,nullif(?15, -1))",
               "titttttttttttti", c->id, (int64_t)c->main, c->type, c->row.verb, c->row.grade, c->row.status, c->row.mode,
               c->row.channel, c->start, c->end, dated ? first : NULL, dated ? last : NULL, c->row.place, c->sides, c->doubt);
    write_sides(g, c);
    for (size_t i = 0; i < c->people.count; i++) {
        const person *who = &c->people.items[i];
        bg_db__run(g->record, "INSERT INTO contact_people(contact, n, name, folded, office, country, role, form)"
                   " VALUES(?,?,?,?,?,?,?,nullif(?,0))", "tnttttti", c->id, i + 1, who->name, who->folded, who->office, who->country,
                   who->role, who->form);
    }
}

static void write_group(gather *g, const bg_told *told, size_t count, size_t group) {
    contact c = {.type = told[group].type, .sides = told[group].sides, .start = told[group].start, .end = told[group].end};
    collect(g, told, count, group, &c);
    correct(g, told, count, group, &c);
    c.doubt = doubt_of(told, count, group);
    write_contact(g, &c);
    size_t n = 0;
    for (size_t i = group; i < count; i++)
        if (told[i].group == group)
            bg_db__run(g->record, "INSERT INTO contact_events(event, contact, n, reason, page, published) VALUES(?1,?2,?3,?4,?5,substr(?6, 1, 10))", "ttnttt", told[i].id, c.id, ++n, told[i].reason,
                       told[i].page, told[i].published);
    bg_card__write(g->record, c.id);
}

void bg_group__forget(bg_record *record, const char *event) {
    char old[64] = "";
    sqlite3_stmt *stmt = bg_db__query(record, "SELECT contact FROM contact_events WHERE event = ?", "t", event);
    const char *id = bg_db__row(record, stmt) ? bg_db__text(record, stmt, 0) : NULL;
    if (id) snprintf(old, sizeof old, "%s", id);
    bg_db__done(stmt);
    if (!*old) return;
    bg_card__forget(record, old);
    bg_db__run(record, "DELETE FROM contact_sides WHERE contact = ?", "t", old);
    bg_db__run(record, "DELETE FROM contact_people WHERE contact = ?", "t", old);
    bg_db__run(record, "DELETE FROM contact_events WHERE contact = ?", "t", old);
    bg_db__run(record, "DELETE FROM contacts WHERE id = ?", "t", old);
}

static void regroup(gather *g) {
    size_t count = g->queue.count;
    bg_told *told = bg_arena__alloc(g->arena, (count + 1) * sizeof *told);
    bg_links links = {0};
    if (!told) {
        bg_db__nomem(g->record);
        return;
    }
    for (size_t i = 0; i < count; i++) told[i] = g->book->told.items[g->queue.items[i]], told[i].n = i;
    bg_links__among(g->record, g->arena, told, count, &links);
    if (!bg_merge__group(g->arena, told, count, links.items, links.count)) bg_db__nomem(g->record);
    for (size_t i = 0; i < count; i++) {
        bg_group__forget(g->record, told[i].id);
        if (g->record->batched) bg_batch__did(g->record, told[i].id);
    }
    for (size_t i = 0; i < count; i++)
        if (told[i].group == i) write_group(g, told, count, i);
}

/* False: out of memory. */
static bool open_book(book *b, bg_record *record) {
    *b = (book){.record = record, .arena = bg_arena__new()};
    return b->arena || bg_db__nomem(record);
}

static void close_book(book *b) {
    if (b->arena && bg_arena__failed(b->arena)) bg_db__nomem(b->record);
    bg_arena__free(b->arena);
}

/* The index of the first one, (size_t)-1 if it is not there. */
static size_t gather_all(gather *g, const char *event) {
    g->number = ++g->book->gatherings;
    size_t first = look_at_id(g->book, event);
    if (first != (size_t)-1 && !is_rejected(g, first)) connect(g, first);
    for (size_t i = 0; i < g->queue.count && g->record->code == BG_OK; i++) {
        spread(g, g->queue.items[i]);
        spread_joined(g, g->queue.items[i]);
    }
    return first;
}

static void add_connected(book *b, bg_arena *arena, const char *event, bg_event_ids *out) {
    gather g = {.book = b, .record = b->record, .arena = arena};
    size_t first = gather_all(&g, event);
    if (!g.queue.count && first != (size_t)-1) connect(&g, first); /* it was rejected */
    for (size_t i = 0; i < g.queue.count && b->record->code == BG_OK; i++) {
        const char *id = b->told.items[g.queue.items[i]].id, **slot = BG_PUSH(arena, out);
        if (slot) *slot = bg_arena__text(arena, id, strlen(id));
        if (!slot || !*slot) bg_db__nomem(b->record);
    }
}

void bg_group__connected(bg_record *record, bg_arena *arena, const char *const *events, size_t count, bg_event_ids *out) {
    book b;
    if (!open_book(&b, record)) return;
    for (size_t i = 0; i < count && record->code == BG_OK; i++) add_connected(&b, arena, events[i], out);
    close_book(&b);
}

static void group_event(book *b, const char *event) {
    gather g = {.book = b, .record = b->record, .arena = bg_arena__new()};
    if (!g.arena) {
        bg_db__nomem(b->record);
        return;
    }
    gather_all(&g, event);
    if (b->record->code == BG_OK) regroup(&g);
    if (bg_arena__failed(g.arena)) bg_db__nomem(b->record);
    bg_arena__free(g.arena);
}

void bg_group__event(bg_record *record, const char *event) {
    book b;
    if (record->batched) {
        bg_batch__later(record, event);
        return;
    }
    if (open_book(&b, record)) group_event(&b, event);
    close_book(&b);
}

void bg_group__pending(bg_record *record) {
    book b;
    if (!open_book(&b, record)) return;
    for (const char *event; (event = bg_batch__next(record)) && record->code == BG_OK;) {
        if (bg_arena__used(b.arena) > BOOK_BYTES) {
            close_book(&b);
            if (!open_book(&b, record)) return;
        }
        group_event(&b, event);
    }
    close_book(&b);
}
