/* ids: see ids.h. */
#include "ids.h"
#include "names.h"

#include <stdlib.h>

/* The ids given so far: open addressing, at most half full. */
typedef struct id_set {
    uint64_t *slots;
    size_t mask;
} id_set;

static bool set_init(bg_arena *arena, id_set *set, size_t count) {
    size_t room = 16;
    while (room < count * 2) room *= 2;
    set->slots = bg_arena__alloc(arena, room * sizeof *set->slots);
    set->mask = room - 1;
    return set->slots != NULL;
}

/* False if it was there. */
static bool set_add(id_set *set, uint64_t id) {
    size_t at = (size_t)id & set->mask;
    for (; set->slots[at]; at = (at + 1) & set->mask)
        if (set->slots[at] == id) return false;
    set->slots[at] = id;
    return true;
}

/* The letter and the first 16 hex digits of the hash over "letter|page|anchor|counter", the first that is free. */
static void name_fact(id_set *set, char letter, const bg_ids *ids, const char *anchor, bg_id out) {
    char text[512], hex[BG_HEX_SHA256];
    for (unsigned counter = 0;; counter++) {
        int size = snprintf(text, sizeof text, "%c|%s|%u|%s", letter, ids->sha256, counter, anchor);
        bg_hash__sha256(text, (size_t)size < sizeof text ? (size_t)size : sizeof text - 1, hex);
        hex[16] = 0;
        uint64_t number = strtoull(hex, NULL, 16);
        if (number && set_add(set, number)) break;
    }
    snprintf(out, BG_ID_SIZE, "%c%.16s", letter, hex);
}

static void name_entity(id_set *set, const bg_ids *ids, const bg_entity *entity, bg_id out) {
    char anchor[320];
    bg_span first = entity->mention_count ? entity->mentions[0] : (bg_span){0};
    const char *name = entity->name ? entity->name : entity->office ? entity->office : "";
    snprintf(anchor, sizeof anchor, "%s|%u|%.250s", bg_name__entity(entity->kind), (unsigned)first.start, name);
    name_fact(set, 'e', ids, anchor, out);
}

static void name_event(id_set *set, const bg_ids *ids, const bg_event *event, bg_id out) {
    char anchor[128];
    bg_span first = event->evidence_count ? event->evidence[0] : (bg_span){0};
    snprintf(anchor, sizeof anchor, "%.80s|%u", event->type ? event->type : "", (unsigned)first.start);
    name_fact(set, 'v', ids, anchor, out);
}

static void name_statement(id_set *set, const bg_ids *ids, const bg_statement *said, bg_id out) {
    char anchor[128];
    snprintf(anchor, sizeof anchor, "%.80s|%u|%u", said->act ? said->act : "", (unsigned)said->content.start,
             (unsigned)said->content.end);
    name_fact(set, 's', ids, anchor, out);
}

bool bg_ids__make(bg_arena *arena, const bg_doc *doc, const char *bytes, size_t size, bg_ids *out) {
    id_set set;
    bg_hash__sha256(bytes, size, out->sha256);
    snprintf(out->page, sizeof out->page, "p%.16s", out->sha256);
    out->entities = bg_arena__alloc(arena, (doc->entity_count + 1) * sizeof(bg_id));
    out->events = bg_arena__alloc(arena, (doc->event_count + 1) * sizeof(bg_id));
    out->statements = bg_arena__alloc(arena, (doc->statement_count + 1) * sizeof(bg_id));
    if (!out->entities || !out->events || !out->statements) return false;
    if (!set_init(arena, &set, doc->entity_count + doc->event_count + doc->statement_count)) return false;
    for (size_t i = 0; i < doc->entity_count; i++) name_entity(&set, out, &doc->entities[i], out->entities[i]);
    for (size_t i = 0; i < doc->event_count; i++) name_event(&set, out, &doc->events[i], out->events[i]);
    for (size_t i = 0; i < doc->statement_count; i++) name_statement(&set, out, &doc->statements[i], out->statements[i]);
    return true;
}
