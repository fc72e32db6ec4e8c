/* store: one function a table. */
#include "store.h"
#include "batch.h"
#include "fold.h"
#include "group.h"
#include "items.h"
#include "lines.h"
#include "names.h"
#include "namings.h"
#include "people.h"
#include "prepare.h"
#include "prints.h"
#include "ranges.h"
#include "rows.h"
#include "slots.h"
#include "told.h"
#include "../base/json.h"

#include <stdlib.h>

#define FOLD_MAX ((size_t)1 << 30)

typedef struct store {
    bg_record *record;
    bg_arena *arena;
    const bg_doc *doc;
    const bg_ids *ids;
    const bg_named *names;      /* of each entity */
    const bg_account *accounts; /* of each event */
    bg_buf folded; /* reused for one name after the other */
    bg_buf list;   /* … and list: its bytes … */
    bg_json json;  /* … and who writes it */
    int64_t row;   /* before the first of the page (rows.h) */
} store;

static const char *folded_name(store *s, const char *name) {
    if (!name) return NULL;
    bg_buf__clear(&s->folded);
    if (!bg_fold__name(name, &s->folded)) return bg_db__nomem(s->record), NULL;
    return s->folded.bytes ? s->folded.bytes : "";
}

/* Outlet and host, folded. */
static const char *outlet_words(store *s) {
    const char *outlet = s->doc->article.outlet, *host = s->ids->host;
    const char *both = outlet || host ? bg_arena__print(s->arena, "%s %s", outlet ? outlet : "", host ? host : "") : NULL;
    return folded_name(s, both);
}

/* What another thread made beforehand, or made now. */
static const bg_ready *packed(store *s, const char *bytes, size_t size, bg_ready *room) {
    if (s->ids->ready) return s->ids->ready;
    return bg_ready__pack(s->arena, s->doc, bytes, size, room) ? room : NULL;
}

static const bg_ready *passages(store *s, bg_ready *room) {
    if (s->ids->ready) return s->ids->ready;
    return bg_ready__passages(s->arena, s->doc, room) ? room : NULL;
}

static void store_page(store *s, const char *bytes, size_t size) {
    const bg_article *a = &s->doc->article;
    bg_ready room = {0};
    const bg_ready *ready = packed(s, bytes, size, &room);
    if (!ready) {
        bg_db__nomem(s->record);
        return;
    }
    const bg_item *item = &s->doc->item;
    const char *charset = s->doc->charset.name && strcmp(s->doc->charset.name, "utf-8") != 0 ? s->doc->charset.name : NULL;
    bg_db__run(s->record,
               "INSERT INTO pages(id, sha256, size, bytes, text_size, text, title, published, outlet, agency, reprint_of,"
               " lang, reader, charset, item_url, item_type, item_captured, item_title, item_published, url, url_from, captured, published_from, modified, modified_from, summary, is_list,"
               " address, host, text_key, outlet_words, told, key)"
               " VALUES(?1,?2,?3,?4,?5,nullif(?6, x''),?7,?8,?9,?10,?11,?12,?13,?14,?15,?16,?17,?18,?19,?20,?21,?22,?23,?24,?25,?26,?27,?28,?29,?30,?31,?32,?33)",
               "ttnbnbttttttttttttttttttttittttit", s->ids->page, s->ids->sha256, size, ready->packed, ready->packed_size, s->doc->text_size, ready->text, ready->text_size,
               a->title, a->published, a->outlet, a->agency, a->reprint_of, a->lang, s->doc->reader ? s->doc->reader : BG_VERSION,
               charset, item->url, item->type, item->captured, item->title, item->published, a->url, a->url_from, a->captured, a->published_from, a->modified, a->modified_from, a->summary,
               (int64_t)a->is_list, s->ids->address, s->ids->host, s->ids->text_key, outlet_words(s), s->ids->ready ? ready->told : bg_told__hash(s->doc, s->ids), s->ids->key);
    for (size_t i = 0; i < a->author_count; i++)
        bg_db__run(s->record, "INSERT INTO authors(page, n, name) VALUES(?,?,?)", "tnt", s->ids->page, i + 1, a->authors[i]);
    bg_db__run(s->record, BG_ADD_SOURCE, "tt", s->ids->page, a->source ? a->source : "");
}

/* Where a fact of the page lies. */
static int64_t row_of(const store *s, size_t index) { return s->row + (int64_t)index + 1; }

/* Of the elements that follow, in JSON. */
static bg_json *begin_list(store *s) {
    bg_buf__clear(&s->list);
    bg_json__init(&s->json, &s->list);
    bg_json__array(&s->json, NULL);
    return &s->json;
}

static const char *end_list(store *s) {
    bg_json__end(&s->json);
    const char *kept = s->list.failed ? NULL : bg_arena__text(s->arena, s->list.bytes, s->list.size);
    if (!kept) bg_db__nomem(s->record);
    return kept;
}

/* NULL: there are none. */
static const char *listed(store *s, const char *const *texts, size_t count) {
    if (!count) return NULL;
    bg_json *json = begin_list(s);
    for (size_t i = 0; i < count; i++) bg_json__text(json, NULL, texts[i]);
    return end_list(s);
}

static void store_entity(store *s, size_t index) {
    const bg_entity *entity = &s->doc->entities[index];
    const bg_named *named = &s->names[index];
    if (named->form) bg_people__put(s->record, named->form, named->key, entity->name, entity->country);
    bg_db__run(s->record, "INSERT INTO entities(row, id, page, n, kind, name, folded, office, country, alias, rank, form, published, offices) VALUES(?,?,?,?,?,?,?,?,?,?,nullif(?,0),nullif(?,0),?,?)",
               "ittnttttttnitt", row_of(s, index), s->ids->entities[index], s->ids->page, index + 1, bg_name__entity(entity->kind), entity->name,
               named->folded, entity->office, entity->country, entity->alias, (size_t)entity->rank, named->form, named->form ? s->doc->article.published : NULL,
               listed(s, entity->offices, entity->office_count));
}

/* Who takes part: entities by their numbers on the page, with their roles. */
static const char *taking_part(store *s, const bg_event *event) {
    if (!event->participant_count) return NULL;
    bg_json *json = begin_list(s);
    for (size_t i = 0; i < event->participant_count; i++) {
        bg_json__array(json, NULL);
        bg_json__int(json, NULL, (int64_t)event->participants[i].entity + 1);
        bg_json__text(json, NULL, event->participants[i].role);
        bg_json__end(json);
    }
    return end_list(s);
}

static void store_event(store *s, size_t index) {
    const bg_event *event = &s->doc->events[index];
    const bg_account *account = &s->accounts[index];
    bg_db__run(s->record,
               "INSERT INTO events(row, id, page, n, main, type, verb, grade, status, mode, channel, start_date, end_date, place,"
               " sides, rule, doubt, said_start, said_end, summit, place_country, participants) VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
               "ittnitttttttttttisitt", row_of(s, index), s->ids->events[index], s->ids->page, index + 1, (int64_t)event->main, event->type, event->verb, event->grade,
               event->status, event->mode, event->channel, event->start, event->end, event->place, account->told.sides, event->rule,
               account->doubt, bg_account__sentence(event), (int64_t)event->summit, event->place_country, taking_part(s, event));
    bg_slots__store(s->record, &account->told);
    bg_group__told(s->record, account);
}

static const char *party(const store *s, const bg_party *party, char *room, size_t size) {
    switch (party->kind) {
    case BG_SPEAKER_ENTITY: return s->ids->entities[party->entity];
    case BG_SPEAKER_BOTH: return "both";
    case BG_SPEAKER_SIDE: snprintf(room, size, "side:%s", party->side ? party->side : ""); return room;
    default: return NULL;
    }
}

/* Whom it speaks of: entities by their numbers on the page. */
static const char *spoken_of(store *s, const bg_statement *said) {
    if (!said->refer_count) return NULL;
    bg_json *json = begin_list(s);
    for (size_t i = 0; i < said->refer_count; i++) bg_json__int(json, NULL, (int64_t)said->refers[i] + 1);
    return end_list(s);
}

static void store_statement(store *s, size_t index) {
    const bg_statement *said = &s->doc->statements[index];
    char speaker[64], addressee[64];
    bg_span at = said->content;
    bg_db__run(s->record,
               "INSERT INTO statements(row, id, page, n, event, speaker, addressee, act, strength, content, rule, range_start, range_end, said_start, said_end, topics, refers)"
               " VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
               "ittntttttxtsstt", row_of(s, index), s->ids->statements[index], s->ids->page, index + 1, said->event >= 0 ? s->ids->events[said->event] : NULL,
               party(s, &said->speaker, speaker, sizeof speaker), party(s, &said->addressee, addressee, sizeof addressee),
               said->act, said->strength, at.end ? s->doc->text + at.start : NULL, bg_ranges__copy_size(s->doc->text, at), said->rule, at, said->evidence, listed(s, said->topics, said->topic_count), spoken_of(s, said));
}

static void store_ranges(store *s) {
    bg_range_pack room;
    if (s->ids->ready) bg_ranges__store(s->record, s->doc, s->ids, &s->ids->ready->ranges);
    else if (bg_ranges__pack(s->arena, s->doc, s->ids, &room)) bg_ranges__store(s->record, s->doc, s->ids, &room);
    else bg_db__nomem(s->record);
}

static void store_passage(store *s, int64_t *row, const char *kind, bg_span at, const bg_passage *words) {
    bg_passage_row one = {.row = *row, .page = s->ids->page, .kind = kind, .at = at, .exact = words->exact, .folded = words->folded, .exact_size = words->exact_size, .folded_size = words->folded_size};
    if (!at.end) return;
    bg_batch__passage(s->record, &one);
    ++*row;
}

/* Rows of the index have no key but their number; those of a page stand in a row. */
static void store_passages(store *s) {
    const bg_article *a = &s->doc->article;
    bg_ready room = {0};
    const bg_ready *ready = passages(s, &room);
    if (!ready) {
        bg_db__nomem(s->record);
        return;
    }
    int64_t first = bg_batch__row(s->record), row = first;
    store_passage(s, &row, "title", a->title_span, &ready->title);
    for (size_t i = 0; i < a->body_count; i++) store_passage(s, &row, bg_name__block(a->body[i].kind), a->body[i].span, &ready->body[i]);
    bg_db__run(s->record, "INSERT INTO passages(n, first, behind) VALUES(" BG_NUMBER_OF("?") ",?,?)", "tii", s->ids->page, first, row);
}

/* Its rows [*first, *behind); none if it has no passages. */
static void find_passages(bg_record *record, const char *page, int64_t *first, int64_t *behind) {
    sqlite3_stmt *stmt = bg_db__query(record, "SELECT first, behind FROM passages WHERE " BG_ITS_NUMBER("?"), "t", page);
    bool there = bg_db__row(record, stmt);
    *first = there ? sqlite3_column_int64(stmt, 0) : 0, *behind = there ? sqlite3_column_int64(stmt, 1) : 0;
    bg_db__done(stmt);
}

void bg_store__forget_passages(bg_record *record, const char *page) {
    int64_t first, behind;
    find_passages(record, page, &first, &behind);
    bg_batch__passages_go(record, first, behind);
    bg_db__run(record, "DELETE FROM passages WHERE " BG_ITS_NUMBER("?1"), "t", page);
}

/* False: out of memory. */
static bool find_accounts(store *s, bg_ready *room) {
    if (!s->ids->ready && !bg_ready__accounts(s->arena, s->doc, s->ids, room)) return bg_db__nomem(s->record);
    const bg_ready *ready = s->ids->ready ? s->ids->ready : room;
    s->names = ready->names, s->accounts = ready->accounts;
    return true;
}

static void start(store *s) {
    bg_buf__init(&s->folded, FOLD_MAX);
    bg_buf__init(&s->list, FOLD_MAX);
}

static void finish(store *s) {
    bg_buf__free(&s->folded);
    bg_buf__free(&s->list);
}

/* Where its facts begin: the page is there already. */
static void find_rows(store *s) {
    sqlite3_stmt *stmt = bg_db__query(s->record, "SELECT n FROM pages WHERE id = ?", "t", s->ids->page);
    if (bg_db__row(s->record, stmt)) s->row = sqlite3_column_int64(stmt, 0) << BG_ROW_BITS;
    bg_db__done(stmt);
}

void bg_store__page(bg_record *record, bg_arena *arena, const bg_doc *doc, const bg_ids *ids, const char *bytes, size_t size) {
    store s = {.record = record, .arena = arena, .doc = doc, .ids = ids};
    start(&s);
    store_page(&s, bytes, size);
    finish(&s);
}

void bg_store__facts(bg_record *record, bg_arena *arena, const bg_doc *doc, const bg_ids *ids) {
    store s = {.record = record, .arena = arena, .doc = doc, .ids = ids};
    bg_ready room = {0};
    if (!find_accounts(&s, &room)) return;
    start(&s);
    find_rows(&s);
    for (size_t i = 0; i < doc->entity_count; i++) store_entity(&s, i);
    for (size_t i = 0; i < doc->event_count; i++) store_event(&s, i);
    for (size_t i = 0; i < doc->statement_count; i++) store_statement(&s, i);
    bg_items__store(record, arena, doc, ids, s.row);
    bg_namings__store(record, arena, doc, ids);
    store_ranges(&s);
    store_passages(&s);
    bg_lines__store(record, arena, doc, ids);
    bg_print__store(record, arena, doc, ids);
    bg_people__came(record, ids->page);
    finish(&s);
}

/* ------------------------------------------------------------------ the same facts, read elsewhere in the page */

/* The passages that the page gives now, by where they begin. */
static size_t passage_starts(store *s, uint32_t **out) {
    const bg_article *a = &s->doc->article;
    size_t count = 0;
    *out = bg_arena__alloc(s->arena, (a->body_count + 1) * sizeof **out);
    if (!*out) return bg_db__nomem(s->record), 0;
    for (size_t i = 0; i < a->body_count; i++)
        if (a->body[i].span.end) (*out)[count++] = a->body[i].span.start;
    return count;
}

static int by_start(const void *left, const void *right) {
    uint32_t a = *(const uint32_t *)left, b = *(const uint32_t *)right;
    return (a > b) - (a < b);
}

/* Rows of the index whose passage the page no longer gives go. False: it gives others, that are not there. */
static bool drop_passages(store *s, int64_t first, int64_t behind) {
    uint32_t *starts;
    size_t count = passage_starts(s, &starts), kept = 0;
    BG_VEC(int64_t) gone = {0};
    sqlite3_stmt *stmt = bg_db__query(s->record, "SELECT rowid, range_start FROM search WHERE rowid >= ? AND rowid < ? AND kind <> 'title'", "ii", first, behind);
    while (bg_db__row(s->record, stmt)) {
        uint32_t start = (uint32_t)sqlite3_column_int64(stmt, 1);
        if (bg_batch__passage_goes(s->record, sqlite3_column_int64(stmt, 0))) continue;
        bool there = count && bsearch(&start, starts, count, sizeof start, by_start);
        int64_t *row = there ? NULL : BG_PUSH(s->arena, &gone);
        if (row) *row = sqlite3_column_int64(stmt, 0);
        else if (!there) bg_db__nomem(s->record);
        kept += there;
    }
    if (kept != count) return false;
    for (size_t i = 0; gone.items && i < gone.count; i++) bg_batch__passages_go(s->record, gone.items[i], gone.items[i] + 1);
    return true;
}

static void passages_again(store *s) {
    int64_t first, behind;
    find_passages(s->record, s->ids->page, &first, &behind);
    if (drop_passages(s, first, behind)) return;
    bg_store__forget_passages(s->record, s->ids->page);
    store_passages(s);
}

void bg_store__again(bg_record *record, bg_arena *arena, const bg_doc *doc, const bg_ids *ids) {
    store s = {.record = record, .arena = arena, .doc = doc, .ids = ids};
    start(&s);
    bg_ranges__forget(record, ids->page);
    store_ranges(&s);
    passages_again(&s);
    bg_lines__again(record, arena, doc, ids);
    bg_print__again(record, arena, doc, ids);
    bg_db__run(record, "UPDATE pages SET stale = 0 WHERE id = ?", "t", ids->page);
    finish(&s);
}
