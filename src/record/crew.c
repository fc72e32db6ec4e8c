/* crew: see crew.h. */
#include "crew.h"
#include "lines.h"
#include "place.h"
#include "relay.h"

#define AHEAD 64
#define LEAST 64 /* pages for which threads and their connections pay */
#define BYTES_MAX ((size_t)64 << 20) /* of pages that wait */

struct bg_crew {
    bg_arena *arena;
    const bg_data *data;
    const bg_texts *pages;
    bg_relay *relay;
};

/* ------------------------------------------------------------------ a page */

static void drop(void *outcome) {
    bg_again *one = outcome;
    bg_prepared_free(one->prepared);
    bg_doc_free(one->doc);
    bg_buf__free(&one->bytes);
    bg_arena__free(one->arena);
}

static void read_bytes(bg_record *record, const bg_data *data, bg_again *out) {
    bg_numbers with;
    bg_item *item = &out->page.item;
    bg_lines__of(record, out->arena, out->page.id, &with);
    item->bytes = out->bytes.bytes, item->size = out->bytes.size;
    item->repeated = with.items, item->repeated_count = with.count;
    if (record->code == BG_OK) out->code = bg_doc_read_item(data, item, &out->doc, NULL);
    if (out->code == BG_E_NOMEM) bg_db__nomem(record);
}

/* Failures of the record, and want of memory, are in its slot; what is wrong with the page itself, in out->code. */
static void read_again(bg_record *record, const bg_data *data, const char *id, bg_again *out) {
    bg_buf text;
    bool damaged;
    if (!bg_query__page(record, out->arena, id, &out->page)) return;
    if (bg_query__page_bytes(record, id, &out->bytes, &text, &damaged)) {
        read_bytes(record, data, out);
        bg_buf__free(&text);
    } else if (damaged) {
        out->code = BG_E_DAMAGED;
        bg_db__start(record, record->err); /* verify tells of it */
    }
}

void bg_again__place(bg_record *record, const bg_again *one) {
    bg_ids own = {0};
    const bg_ids *ids = one->prepared ? bg_prepared__ids(one->prepared) : &own;
    if (!one->prepared && !bg_ids__make(one->arena, one->doc, one->bytes.bytes, one->bytes.size, &own)) bg_db__nomem(record);
    if (record->code == BG_OK) bg_place__again(record, one->arena, one->doc, ids, one->bytes.bytes, one->bytes.size);
    if (bg_arena__failed(one->arena)) bg_db__nomem(record);
}

/* ------------------------------------------------------------------ all of them */

/* Who writes makes what belongs to a page himself, if he reads it. */
static bool prepare(bg_record *record, bg_again *one) {
    return bg_record_prepare(one->doc, one->bytes.bytes, one->bytes.size, &one->prepared, NULL) == BG_OK || bg_db__nomem(record);
}

static void *read_one(void *context, bg_record *record, size_t number, bool alone) {
    const bg_crew *crew = context;
    bg_arena *arena = bg_arena__new();
    bg_again *one = arena ? bg_arena__alloc(arena, sizeof *one) : NULL;
    if (!one) {
        bg_arena__free(arena);
        return bg_db__nomem(record), NULL;
    }
    *one = (bg_again){.arena = arena};
    read_again(record, crew->data, crew->pages->items[number], one);
    if (record->code == BG_OK && (alone || !one->doc || prepare(record, one))) return one;
    drop(one);
    return NULL;
}

static size_t size_of(const void *outcome) { return ((const bg_again *)outcome)->bytes.size; }

bg_crew *bg_crew__start(bg_record *record, const bg_data *data, const bg_texts *pages) {
    bg_arena *arena = record->code == BG_OK ? bg_arena__new() : NULL;
    bg_crew *crew = arena ? bg_arena__alloc(arena, sizeof *crew) : NULL;
    if (!crew) {
        bg_arena__free(arena);
        return bg_db__nomem(record), NULL;
    }
    *crew = (bg_crew){.arena = arena, .data = data, .pages = pages};
    crew->relay = bg_relay__start(record, &(bg_relay_work){.run = read_one, .drop = drop, .size = size_of, .context = crew, .jobs = pages->count, .least = LEAST, .ahead = AHEAD, .bytes = BYTES_MAX});
    if (crew->relay) return crew;
    bg_arena__free(arena);
    return NULL;
}

const bg_again *bg_crew__next(bg_crew *crew) { return bg_relay__next(crew->relay); }

void bg_crew__stop(bg_crew *crew) {
    if (!crew) return;
    bg_relay__stop(crew->relay);
    bg_arena__free(crew->arena);
}
