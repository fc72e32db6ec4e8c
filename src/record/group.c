/*
 * group: gather the events connected with one by "may be the same contact", group them (merge.h) and write the contacts.
 * What is written is a function of these events alone, so that it does not matter which page came last.
 */
#include "group.h"
#include "card.h"
#include "batch.h"
#include "corrections.h"
#include "doubt.h"
#include "links.h"
#include "lookup.h"
#include "ranges.h"
#include "rows.h"
#include "slots.h"

#include <stdlib.h>

/* Every event looked at. One of a batch stays, with the events that the batch stores, unless people decided something: what stands then changes with a page. */
typedef struct bg_book {
    bg_record *record;
    bg_arena *arena;
    bg_lookup accounts; /* by the event's number */
    uint32_t gatherings;
    bool decided, corrected; /* whether people decided anything; whether anything stands corrected */
} book;

#define BOOK_BYTES ((size_t)32 << 20) /* one with more is begun anew */

typedef struct gather {
    book *book;
    bg_record *record;
    bg_arena *arena;
    uint32_t number;
    BG_VEC(bg_account *) queue; /* connected ones */
} gather;

#define COPY(column) bg_db__copy(b->record, b->arena, stmt, (column))

/* NULL means out of memory, of a text that is there. */
static const char *kept(book *b, const char *text, const char *folded) {
    if (text && !folded) bg_db__nomem(b->record);
    return folded;
}

static const char *folded(book *b, const char *text) { return kept(b, text, bg_account__folded(b->arena, text)); }
static const char *lower(book *b, const char *text) { return kept(b, text, bg_account__lower(b->arena, text)); }

static void load_people(book *b, bg_account *account) {
    bg_told *told = &account->told;
    BG_VEC(bg_principal) people = {0}, posts = {0};
    BG_VEC(const char *) offices = {0}, roles = {0}, entities = {0};
    BG_VEC(int64_t) forms = {0};
    sqlite3_stmt *stmt = bg_db__query(b->record,
        "SELECT e.name, e.folded, e.country, e.office, p.role, e.form, f.key, e.id, e.kind = 'body', e.alias, e.rank FROM participants p JOIN entities e ON e.row = p.entity_row LEFT JOIN forms f ON f.form = e.form"
        " LEFT JOIN effects x ON x.fact = e.id AND x.field = 'verdict'"
        " WHERE p.event = ? AND (e.kind = 'body' OR (e.kind = 'person' AND e.name IS NOT NULL)) AND p.role IS NOT 'companion' AND x.value IS NOT 'reject' ORDER BY p.n",
        "t", told->id);
    while (bg_db__row(b->record, stmt)) {
        bool named = !sqlite3_column_int(stmt, 8);
        bg_principal one = {.country = COPY(2), .office = lower(b, bg_db__text(b->record, stmt, 3)), .alias = lower(b, bg_db__text(b->record, stmt, 9)), .rank = (unsigned)sqlite3_column_int(stmt, 10)};
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
    told->titles = bg_account__titles(b->arena, offices.items, offices.count);
    told->people = people.items;
    told->people_count = people.count;
    told->posts = posts.items;
    told->post_count = posts.count;
    account->offices = offices.items;
    account->roles = roles.items;
    account->forms = forms.items;
    account->entities = entities.items;
}

/* False: it is not there, or a failure. */
static bool load_event(book *b, const char *id, bg_account *out) {
    bg_told *told = &out->told;
    sqlite3_stmt *stmt = bg_db__query(b->record,
        "SELECT e.id, e.page, coalesce(e.type, ''), e.sides, e.start_date, e.end_date, e.place, p.published, e.main, e.verb,"
        " e.grade, e.status, e.mode, e.channel, " BG_RANGE_WORDS("r", "e.said_start", "e.said_end") ", x.value IS 'reject', x.value IS 'accept', coalesce(e.doubt, 0), e.summit, e.place_country FROM events e JOIN pages p ON p.id = e.page"
        " LEFT JOIN effects x ON x.fact = e.id AND x.field = 'verdict'"
        " LEFT JOIN page_ranges r ON r.n = e.row >> " BG_ROW_BITS_SQL " WHERE e.id = ?",
        "t", id);
    if (!bg_db__row(b->record, stmt)) return false;
    *out = (bg_account){.place = COPY(6), .verb = COPY(9), .grade = COPY(10), .status = COPY(11), .mode = COPY(12),
                        .channel = COPY(13), .rejected = sqlite3_column_int(stmt, 15), .accepted = sqlite3_column_int(stmt, 16), .doubt = sqlite3_column_int64(stmt, 17)};
    *told = (bg_told){.id = COPY(0), .page = COPY(1), .type = COPY(2), .sides = COPY(3), .start = COPY(4), .end = COPY(5),
                      .published = COPY(7), .main = sqlite3_column_int(stmt, 8), .summit = sqlite3_column_int(stmt, 18), .place_country = COPY(19), .row = out};
    told->planned = bg_string__is(out->status, "planned");
    told->place = folded(b, out->place);
    told->lead = folded(b, bg_db__text(b->record, stmt, 14));
    told->verb = folded(b, out->verb);
    bg_db__done(stmt);
    load_people(b, out);
    out->read = told->people;
    if (b->corrected && b->record->code == BG_OK) bg_corrections__told(b->record, b->arena, told, out->entities);
    return b->record->code == BG_OK;
}

/* A place for an event in the book; NULL: out of memory. */
static bg_account *place_for(book *b, uint64_t number) {
    bg_account *account = bg_arena__alloc(b->arena, sizeof *account);
    if (account && bg_lookup__put(b->arena, &b->accounts, number, account)) return account;
    bg_db__nomem(b->record);
    return NULL;
}

/* The event in the book; loaded if it is new. NULL: it is not there, or a failure. */
static bg_account *look_at(book *b, uint64_t number) {
    char id[BG_EVENT_ID];
    bg_account *account = bg_lookup__find(&b->accounts, number);
    if (account && !account->gone) return account;
    if (!account) account = place_for(b, number);
    if (!account) return NULL;
    bg_slots__id(number, id);
    account->gone = !load_event(b, id, account);
    return account->gone ? NULL : account;
}

static bg_account *look_at_id(book *b, const char *id) { return look_at(b, bg_slots__number(id)); }

static void connect(gather *g, bg_account *account) {
    bg_account **slot = BG_PUSH(g->arena, &g->queue); /* NOLINT(bugprone-sizeof-expression): it holds pointers */
    if (!slot) {
        bg_db__nomem(g->record);
        return;
    }
    *slot = account;
    account->in = g->number;
}

/* May it be connected? It is not so yet, and people did not reject it: what they rejected is one contact with nothing. */
static bool is_free(const gather *g, const bg_account *account) { return account && account->in != g->number && !account->rejected; }

static void spread(gather *g, const bg_account *from) {
    bg_event_numbers near = {0};
    bg_slots__find(g->record, g->arena, &from->told, &near);
    for (size_t i = 0; i < near.count && g->record->code == BG_OK; i++) {
        bg_account *other = look_at(g->book, near.items[i]);
        if (is_free(g, other) && bg_merge__near(&from->told, &other->told)) connect(g, other);
    }
}

/* What people joined with it. */
static void spread_joined(gather *g, const bg_account *from) {
    bg_texts ids = {0};
    bg_links__joined(g->record, g->arena, from->told.id, &ids);
    for (size_t i = 0; i < ids.count && g->record->code == BG_OK; i++) {
        bg_account *other = look_at_id(g->book, ids.items[i]);
        if (is_free(g, other)) connect(g, other);
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
static void merge_account(bg_account *sum, const bg_account *one) {
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
    bg_account sum; /* of its tellings */
    people people;
    int64_t doubt; /* -1: somebody accepted it */
} contact;

static void collect(gather *g, const bg_told *told, size_t count, size_t group, contact *out) {
    for (size_t i = group; i < count; i++) {
        const bg_told *one = &told[i];
        const bg_account *extra = one->row;
        if (one->group != group) continue;
        if (!out->id || strcmp(one->id, out->id) < 0) out->id = one->id;
        if (!out->end && one->start && out->start && strcmp(one->start, out->start) == 0) out->end = one->end;
        out->main |= one->main;
        merge_account(&out->sum, extra);
        for (size_t k = 0; k < one->people_count; k++)
            add_person(g, &out->people, &one->people[k], &extra->read[k], extra->offices[k], extra->roles[k], extra->forms[k]);
    }
}

static bool differ(const char *a, const char *b) { return a && b && strcmp(a, b) != 0; }

static int64_t doubt_of(const bg_told *told, size_t count, size_t group) {
    const bg_account *first = told[group].row;
    bg_doubts d = {.best = first->doubt};
    for (size_t i = group; i < count; i++) {
        const bg_account *extra = told[i].row;
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
        const bg_account *extra = told[i].row;
        if (told[i].group != group) continue;
        bg_corrections__of(g->record, g->arena, told[i].id, NULL, &list);
        for (size_t k = 0; k < told[i].people_count; k++) bg_corrections__of(g->record, g->arena, extra->entities[k], extra->read[k].name, &list);
    }
    if (!list.count) return;
    struct {
        const char *field, **value;
    } fields[] = {{"type", &c->type}, {"sides", &c->sides}, {"start", &c->start}, {"end", &c->end}, {"place", &c->sum.place}, {"status", &c->sum.status},
                  {"mode", &c->sum.mode}, {"grade", &c->sum.grade}, {"channel", &c->sum.channel}};
    for (size_t i = 0; i < BG_COUNT(fields); i++) bg_corrections__apply(&list, fields[i].field, fields[i].value);
    if (!c->type) c->type = "";
    if (!c->sides) c->sides = "";
    bg_corrections__people(g->record, g->arena, &list, c->people.items, c->people.count);
}

/* `day`: the contact's last, "" if none is known. */
static void write_people(gather *g, const contact *c, const char *day, bg_buf *packed) {
    for (size_t i = 0; i < c->people.count; i++) {
        const person *who = &c->people.items[i];
        bg_db__run(g->record, "INSERT INTO contact_people(contact, n, name, folded, office, country, role, form, day)"
                   " VALUES(?,?,?,?,?,?,?,nullif(?,0),?)", "tntttttit", c->id, i + 1, who->name, who->folded, who->office, who->country,
                   who->role, who->form, day);
        bg_card__pack_person(who->name, who->office, who->country, who->role, who->form, packed);
    }
}

/* What the page's own telling does not say. */
static void ask_page(gather *g, bg_account *one) {
    book *b = g->book;
    if (one->asked) return;
    sqlite3_stmt *stmt = bg_db__query(g->record, "SELECT (SELECT witness FROM reprints WHERE page = ?1), " BG_IS_YEARLY("?1"), "t", one->told.page);
    if (bg_db__row(g->record, stmt)) one->witness = COPY(0), one->yearly = sqlite3_column_int(stmt, 1);
    bg_db__done(stmt);
    if (!one->witness) one->witness = one->told.page;
    one->asked = true;
}

/* How many different ones there are. */
static size_t count_different(const char **texts, size_t count) {
    size_t different = 0;
    qsort(texts, count, sizeof *texts, bg_string__order); /* NOLINT(bugprone-sizeof-expression): it holds pointers */
    for (size_t i = 0; i < count; i++) different += !i || strcmp(texts[i - 1], texts[i]) != 0;
    return different;
}

/* Its tellings, and what its card says of them. */
static void write_events(gather *g, bg_told *told, size_t count, size_t group, const char *id, bg_card *card) {
    const char **pages = bg_arena__alloc(g->arena, count * sizeof *pages), **witnesses = bg_arena__alloc(g->arena, count * sizeof *witnesses); /* NOLINT(bugprone-sizeof-expression) */
    size_t n = 0;
    if (!pages || !witnesses) {
        bg_db__nomem(g->record);
        return;
    }
    for (size_t i = group; i < count; i++) {
        bg_account *one = bg_lookup__find(&g->book->accounts, bg_slots__number(told[i].id));
        if (told[i].group != group || !one) continue;
        const char *published = told[i].published ? bg_arena__print(g->arena, "%.10s", told[i].published) : NULL;
        ask_page(g, one);
        pages[n] = told[i].page, witnesses[n++] = one->witness;
        one->fresh = false;
        card->yearly |= one->yearly;
        if (!card->known || strcmp(published ? published : "", card->known) < 0) card->known = published ? published : "";
        bg_card__pack_teller(told[i].page, published, &card->tellers);
        bg_db__run(g->record, "INSERT INTO tellings(row, contact, n, reason, page, published) VALUES((SELECT row FROM events WHERE id = ?),?,?,?,?,?)", "ttnttt", told[i].id, id, n, told[i].reason, told[i].page, published);
    }
    card->pages = count_different(pages, n), card->witnesses = count_different(witnesses, n);
}

static void write_group(gather *g, bg_told *told, size_t count, size_t group) {
    contact c = {.type = told[group].type, .sides = told[group].sides, .start = told[group].start, .end = told[group].end};
    bg_card card = {0};
    char first[11], last[11];
    collect(g, told, count, group, &c);
    if (g->book->corrected) correct(g, told, count, group, &c);
    bg_card__init(&card);
    bool dated = bg_merge__days(c.start, c.end, first, last);
    write_people(g, &c, dated ? last : "", &card.people);
    write_events(g, told, count, group, c.id, &card);
    card.id = c.id, card.type = *c.type ? c.type : NULL, card.verb = c.sum.verb, card.grade = c.sum.grade, card.status = c.sum.status, card.mode = c.sum.mode, card.channel = c.sum.channel;
    card.start = c.start, card.end = c.end, card.first_day = dated ? first : NULL, card.last_day = dated ? last : NULL, card.place = c.sum.place, card.sides = c.sides, card.main = c.main;
    card.doubt = doubt_of(told, count, group);
    if (g->record->code == BG_OK) bg_card__put(g->record, &card);
    bg_card__free(&card);
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
    bg_db__run(record, "DELETE FROM tellings WHERE contact = ?", "t", old);
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
    for (size_t i = 0; i < count; i++) told[i] = g->queue.items[i]->told, told[i].n = i;
    if (g->book->decided) bg_links__among(g->record, g->arena, told, count, &links);
    for (size_t i = 0; i < count; i++) {
        if (!g->queue.items[i]->fresh) bg_group__forget(g->record, told[i].id);
        if (g->record->batched) bg_batch__did(g->record, told[i].id);
    }
    if (!bg_merge__group(g->arena, told, count, links.items, links.count)) bg_db__nomem(g->record);
    for (size_t i = 0; i < count; i++)
        if (told[i].group == i) write_group(g, told, count, i);
}

/* ------------------------------------------------------------------ books */

/* NULL: out of memory. */
static book *open_book(bg_record *record) {
    bg_arena *arena = bg_arena__new();
    book *b = arena ? bg_arena__alloc(arena, sizeof *b) : NULL;
    if (!b) {
        bg_arena__free(arena);
        bg_db__nomem(record);
        return NULL;
    }
    b->record = record, b->arena = arena;
    b->decided = bg_db__any(record, bg_db__query(record, "SELECT 1 FROM decisions LIMIT 1", ""));
    b->corrected = b->decided && bg_corrections__any(record);
    return b;
}

static void close_book(book *b) {
    if (bg_arena__failed(b->arena)) bg_db__nomem(b->record);
    bg_arena__free(b->arena);
}

void bg_group__drop(bg_record *record) {
    if (record->book) bg_arena__free(record->book->arena);
    record->book = NULL;
}

/* That of the batch, if it may stay; else a new one, which end_book() closes. */
static book *begin_book(bg_record *record) {
    if (record->book && (record->book->decided || bg_arena__used(record->book->arena) > BOOK_BYTES)) bg_group__drop(record);
    book *b = record->book ? record->book : open_book(record);
    if (b && record->batched) record->book = b;
    return b;
}

static void end_book(bg_record *record, book *b) {
    if (b && b != record->book) close_book(b);
    else if (b && bg_arena__failed(b->arena)) bg_db__nomem(record);
}

void bg_group__told(bg_record *record, const bg_account *account) {
    if (!record->batched || record->code != BG_OK) return;
    book *b = begin_book(record);
    if (!b || b->decided) return;
    uint64_t number = bg_slots__number(account->told.id);
    bg_account *known = bg_lookup__find(&b->accounts, number);
    if (!known) known = place_for(b, number);
    if (known && !bg_account__copy(b->arena, account, known)) bg_db__nomem(record);
    if (known) known->told.row = known;
}

void bg_group__gone(bg_record *record, const char *event) {
    bg_account *known = record->book ? bg_lookup__find(&record->book->accounts, bg_slots__number(event)) : NULL;
    if (known) known->gone = true;
}

/* ------------------------------------------------------------------ events */

/* The first one, NULL if it is not there. */
static bg_account *gather_all(gather *g, const char *event) {
    g->number = ++g->book->gatherings;
    bg_account *first = look_at_id(g->book, event);
    if (is_free(g, first)) connect(g, first);
    for (size_t i = 0; i < g->queue.count && g->record->code == BG_OK; i++) {
        spread(g, g->queue.items[i]);
        if (g->book->decided) spread_joined(g, g->queue.items[i]);
    }
    return first;
}

/* Those alone that it could be one contact with directly. */
static bg_account *gather_near(gather *g, const char *event) {
    g->number = ++g->book->gatherings;
    bg_account *first = look_at_id(g->book, event);
    if (!is_free(g, first)) return first;
    connect(g, first);
    spread(g, first);
    return first;
}

/*
 * What hangs together with it through others has a place beside one of those that hang together with it directly, whatever goes with it: that one's contact is made again, and with it all of them. But
 * decisions change too what hangs together.
 */
static void add_connected(book *b, bg_arena *arena, const char *event, bg_event_ids *out) {
    gather g = {.book = b, .record = b->record, .arena = arena};
    bg_account *first = b->decided ? gather_all(&g, event) : gather_near(&g, event);
    if (!g.queue.count && first) connect(&g, first); /* it was rejected */
    for (size_t i = 0; i < g.queue.count && b->record->code == BG_OK; i++) {
        const char *id = g.queue.items[i]->told.id, **slot = BG_PUSH(arena, out);
        if (slot) *slot = bg_arena__text(arena, id, strlen(id));
        if (!slot || !*slot) bg_db__nomem(b->record);
    }
}

void bg_group__connected(bg_record *record, bg_arena *arena, const char *const *events, size_t count, bg_event_ids *out) {
    book *b = begin_book(record);
    for (size_t i = 0; b && i < count && record->code == BG_OK; i++) add_connected(b, arena, events[i], out);
    end_book(record, b);
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
    if (record->batched) {
        bg_batch__later(record, event);
        return;
    }
    book *b = begin_book(record);
    if (b) group_event(b, event);
    end_book(record, b);
}

void bg_group__pending(bg_record *record) {
    for (const char *event; (event = bg_batch__next(record)) && record->code == BG_OK;) {
        book *b = begin_book(record);
        if (b) group_event(b, event);
        end_book(record, b);
    }
}
