/* ranges: see ranges.h. */
#include "ranges.h"
#include "../base/json.h"
#include "names.h"
#include "query.h"
#include "rows.h"

#include <stdlib.h>

#define JSON_MAX ((size_t)1 << 30)

size_t bg_ranges__copy_size(const char *text, bg_span span) {
    size_t size = span.end - span.start;
    if (size <= BG_COPY_MAX) return size;
    size_t letters = 0;
    for (size = 0; size < BG_COPY_MAX; size++)
        if (((unsigned char)text[span.start + size] & 0xC0) != 0x80 && letters++ == BG_COPY_LETTERS) break;
    return size;
}

typedef struct walk {
    bg_range_fn *visit;
    void *context;
    bg_range range; /* the next one; owner and n are kept here */
    bool going;
} walk;

static void owner(walk *w, const char *id) {
    w->range.owner = id;
    w->range.n = 0;
}

static void give(walk *w, const char *field, bg_span span, const char *rule, bool copied) {
    if (!w->going) return;
    w->range.field = field;
    w->range.span = span;
    w->range.rule = rule;
    w->range.copied = copied;
    w->going = w->visit(w->context, &w->range);
    w->range.n++;
}

static void give_if(walk *w, const char *field, bg_span span) {
    if (span.end) give(w, field, span, NULL, true);
}

static void each_fields(walk *w, const bg_field *fields, size_t count) {
    for (size_t i = 0; i < count; i++) give(w, fields[i].name ? fields[i].name : "", fields[i].span, fields[i].rule, true);
}

static void each_page(walk *w, const bg_doc *doc, const char *id) {
    const bg_article *a = &doc->article;
    owner(w, id);
    give_if(w, "title", a->title_span);
    give_if(w, "summary", a->summary_span);
    give_if(w, "published", a->published_span);
    give_if(w, "agency", a->agency_span);
    give_if(w, "reprint_of", a->reprint_span);
    for (size_t i = 0; i < a->body_count; i++) give(w, bg_name__block(a->body[i].kind), a->body[i].span, NULL, false);
    for (size_t i = 0; i < a->dropped_count; i++) give(w, "dropped", a->dropped[i].span, a->dropped[i].reason, false);
    for (size_t i = 0; i < doc->note_count; i++) give(w, "note", doc->notes[i].span, doc->notes[i].reason, true);
}

static void each_entity(walk *w, const bg_entity *entity, const char *id) {
    owner(w, id);
    for (size_t i = 0; i < entity->mention_count; i++) give_if(w, "mention", entity->mentions[i]);
}

static void each_event(walk *w, const bg_event *event, const char *id) {
    owner(w, id);
    for (size_t i = 0; i < event->evidence_count; i++) give_if(w, "evidence", event->evidence[i]);
    give_if(w, "date_span", event->date_span);
    give_if(w, "place_span", event->place_span);
    for (size_t i = 0; i < event->participant_count; i++) give_if(w, "participant", event->participants[i].span);
    each_fields(w, event->fields, event->field_count);
}

static void each_statement(walk *w, const bg_statement *said, const char *id) {
    owner(w, id);
    give_if(w, "content", said->content);
    give_if(w, "evidence", said->evidence);
    each_fields(w, said->fields, said->field_count);
}

static void each_matter(walk *w, const bg_matter *matter, const char *id) {
    owner(w, id);
    give(w, "content", matter->content, matter->rule, true);
    give_if(w, "evidence", matter->evidence);
    give_if(w, "about", matter->about);
    give_if(w, "due", matter->due);
    give_if(w, "condition", matter->condition);
    give_if(w, "part", matter->part);
}

bool bg_ranges__each(const bg_doc *doc, const bg_ids *ids, bg_range_fn *visit, void *context) {
    walk w = {.visit = visit, .context = context, .going = true};
    each_page(&w, doc, ids->page);
    for (size_t i = 0; i < doc->entity_count; i++) each_entity(&w, &doc->entities[i], ids->entities[i]);
    for (size_t i = 0; i < doc->event_count; i++) each_event(&w, &doc->events[i], ids->events[i]);
    for (size_t i = 0; i < doc->statement_count; i++) each_statement(&w, &doc->statements[i], ids->statements[i]);
    for (size_t i = 0; i < ids->told_count; i++) each_matter(&w, &ids->told[i], ids->matters[i]);
    return w.going;
}

/* ------------------------------------------------------------------ as the record keeps them */

typedef struct packer {
    bg_buf buf;
    bg_json json;
    const char *owner; /* whose list is open */
    bg_span words;
} packer;

static bool pack_range(void *context, const bg_range *range) {
    packer *p = context;
    if (!p->owner || strcmp(p->owner, range->owner) != 0) {
        if (p->owner) bg_json__end(&p->json);
        bg_json__array(&p->json, range->owner);
        p->owner = range->owner;
    }
    bg_json__array(&p->json, NULL);
    bg_json__text(&p->json, NULL, range->field);
    if (range->span.end) bg_json__int(&p->json, NULL, range->span.start), bg_json__int(&p->json, NULL, range->span.end);
    else bg_json__null(&p->json, NULL), bg_json__null(&p->json, NULL);
    if (range->rule) bg_json__text(&p->json, NULL, range->rule);
    bg_json__end(&p->json);
    if (!range->copied || !range->span.end) return true;
    if (!p->words.end || range->span.start < p->words.start) p->words.start = range->span.start;
    if (range->span.end > p->words.end) p->words.end = range->span.end;
    return true;
}

bool bg_ranges__pack(bg_arena *arena, const bg_doc *doc, const bg_ids *ids, bg_range_pack *out) {
    packer p = {.owner = NULL};
    bg_buf__init(&p.buf, JSON_MAX);
    bg_json__init(&p.json, &p.buf);
    bg_json__object(&p.json, NULL);
    bg_ranges__each(doc, ids, pack_range, &p);
    if (p.owner) bg_json__end(&p.json);
    bg_json__end(&p.json);
    *out = (bg_range_pack){.json_size = p.buf.size, .words = p.words};
    out->json = bg_buf__keep(&p.buf, arena);
    return out->json != NULL;
}

#define OWNER_SIZE 17
#define LIST_OPENS "\":[["
#define EVIDENCE "[\"evidence\","

bool bg_ranges__evidence(const char **at, char owner[18], bg_span *span) {
    const char *found = strstr(*at, EVIDENCE), *list;
    if (!found) return false;
    while ((list = strstr(*at, LIST_OPENS)) && list < found) { /* the last that opens before it says whose it is */
        if (list - *at >= OWNER_SIZE) memcpy(owner, list - OWNER_SIZE, OWNER_SIZE), owner[OWNER_SIZE] = 0;
        *at = list + 1;
    }
    char *end;
    span->start = (uint32_t)strtoul(found + strlen(EVIDENCE), &end, 10);
    span->end = *end == ',' ? (uint32_t)strtoul(end + 1, &end, 10) : 0;
    *at = end;
    return true;
}

static void store_notes(bg_record *record, const bg_doc *doc, const char *page) {
    for (size_t i = 0; i < doc->note_count; i++) {
        bg_span at = doc->notes[i].span;
        bg_db__run(record, "INSERT INTO notes(page, n, range_start, range_end, text, reason) VALUES(?,?,?,?,?,?)", "tnsxt", page, i, at, at.end ? doc->text + at.start : NULL,
                   at.end ? bg_ranges__copy_size(doc->text, at) : 0, doc->notes[i].reason);
    }
}

void bg_ranges__store(bg_record *record, const bg_doc *doc, const bg_ids *ids, const bg_range_pack *pack) {
    bg_span at = pack->words;
    bg_db__run(record, "INSERT INTO page_ranges(n, start, text, ranges) VALUES(" BG_NUMBER_OF("?") ",?,?,?)", "tixx", ids->page, (int64_t)at.start, at.end ? doc->text + at.start : NULL,
               (size_t)(at.end - at.start), pack->json, pack->json_size);
    store_notes(record, doc, ids->page);
}

void bg_ranges__forget(bg_record *record, const char *page) {
    bg_db__run(record, "DELETE FROM page_ranges WHERE " BG_ITS_NUMBER("?"), "t", page);
    bg_db__run(record, "DELETE FROM notes WHERE page = ?", "t", page);
}

static void fill(bg_record *record, const char *page, bg_span at) {
    bg_buf bytes, text;
    bool damaged;
    if (!bg_query__page_bytes(record, page, &bytes, &text, &damaged)) {
        if (damaged) bg_db__start(record, record->err); /* verify tells of it */
        return;
    }
    const bg_buf *from = text.bytes ? &text : &bytes;
    if (at.end <= from->size) bg_db__run(record, "UPDATE page_ranges SET text = ?2 WHERE " BG_ITS_NUMBER("?1"), "tx", page, from->bytes + at.start, (size_t)(at.end - at.start));
    bg_buf__free(&bytes);
    bg_buf__free(&text);
}

void bg_ranges__fill(bg_record *record) {
    bg_arena *arena = bg_arena__new();
    bg_texts pages = {0};
    if (arena) bg_db__texts(record, arena, bg_db__query(record, "SELECT p.id FROM page_ranges r JOIN pages p ON p.n = r.n WHERE r.text = '' ORDER BY p.id", ""), &pages);
    else bg_db__nomem(record);
    for (size_t i = 0; i < pages.count && record->code == BG_OK; i++) {
        sqlite3_stmt *stmt = bg_db__query(record, "SELECT min(json_extract(r.value, '$[1]')), max(json_extract(r.value, '$[2]')) FROM page_ranges p, json_each(p.ranges) o, json_each(o.value) r"
                                          " WHERE p." BG_ITS_NUMBER("?") " AND json_extract(r.value, '$[0]') NOT IN ('dropped', 'paragraph', 'heading', 'quote', 'caption', 'credit')", "t", pages.items[i]);
        bg_span at = bg_db__row(record, stmt) ? bg_db__span(stmt, 0) : (bg_span){0};
        bg_db__done(stmt);
        fill(record, pages.items[i], at);
    }
    bg_arena__free(arena);
}
