/* ids: see ids.h. */
#include "ids.h"
#include "address.h"
#include "names.h"

#include <stdlib.h>

#define OWN_DIGITS 10 /* of the fact's own hash */

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

typedef struct namer {
    const bg_doc *doc;
    const char *key;
    id_set set;
} namer;

/* The letter, the first digits of the key and those of the hash over "letter|key|anchor|counter", the first that is free. */
static void name_fact(namer *n, char letter, const char *anchor, bg_id out) {
    char text[512], hex[BG_HEX_SHA256];
    for (unsigned counter = 0;; counter++) {
        int size = snprintf(text, sizeof text, "%c|%s|%u|%s", letter, n->key, counter, anchor);
        bg_hash__sha256(text, (size_t)size < sizeof text ? (size_t)size : sizeof text - 1, hex);
        hex[OWN_DIGITS] = 0;
        uint64_t number = strtoull(hex, NULL, 16);
        if (number && set_add(&n->set, number)) break;
    }
    snprintf(out, BG_ID_SIZE, "%c%.*s%.*s", letter, BG_KEY_DIGITS, n->key, OWN_DIGITS, hex);
}

/* The words of a range as a hash of them. */
static void words_of(const namer *n, bg_span at, char hex[BG_HEX_SHA256]) {
    bool there = at.start < at.end && at.end <= n->doc->text_size;
    bg_hash__sha256(there ? n->doc->text + at.start : "", there ? at.end - at.start : 0, hex);
}

static void name_entity(namer *n, const bg_entity *entity, bg_id out) {
    char anchor[320];
    const char *name = entity->name ? entity->name : entity->office ? entity->office : "";
    snprintf(anchor, sizeof anchor, "%s|%.250s", bg_name__entity(entity->kind), name);
    name_fact(n, 'e', anchor, out);
}

static void name_event(namer *n, const bg_event *event, bg_id out) {
    char anchor[160], words[BG_HEX_SHA256];
    words_of(n, event->evidence_count ? event->evidence[0] : (bg_span){0}, words);
    snprintf(anchor, sizeof anchor, "%.80s|%s", event->type ? event->type : "", words);
    name_fact(n, 'v', anchor, out);
}

static void name_statement(namer *n, const bg_statement *said, bg_id out) {
    char anchor[160], words[BG_HEX_SHA256];
    words_of(n, said->content, words);
    snprintf(anchor, sizeof anchor, "%.80s|%s", said->act ? said->act : "", words);
    name_fact(n, 's', anchor, out);
}

/* An entry of the ledger: by its words, since a statement's come from there too. */
static void name_matter(namer *n, const bg_matter *matter, bg_id out) {
    char anchor[160], words[BG_HEX_SHA256];
    words_of(n, matter->content, words);
    snprintf(anchor, sizeof anchor, "%.40s|%s", matter->kind, words);
    name_fact(n, 'c', anchor, out);
}

/* Is a dropped line part of the article but for what is known of its site? */
static bool is_of_site(const bg_dropped *dropped) { return dropped->reason && strncmp(dropped->reason, "site.", 5) == 0; }

/* Title and body, a line each, in the order of the page; with what only its site took out of the body, so that it does not depend on the other pages. */
static bool text_key(const bg_doc *doc, char hex[BG_HEX_SHA256]) {
    const bg_article *a = &doc->article;
    bg_buf text;
    bg_buf__init(&text, (size_t)BG_PAGE_MAX * 2);
    bg_buf__text(&text, a->title ? a->title : "");
    for (size_t body = 0, dropped = 0; body < a->body_count || dropped < a->dropped_count;) {
        bool first = dropped == a->dropped_count || (body < a->body_count && a->body[body].span.start <= a->dropped[dropped].span.start);
        bg_span at = first ? a->body[body].span : a->dropped[dropped].span;
        bool counts = first || is_of_site(&a->dropped[dropped]);
        body += first, dropped += !first;
        if (!counts) continue;
        bg_buf__char(&text, '\n');
        bg_buf__add(&text, doc->text + at.start, at.end - at.start);
    }
    if (!text.failed) bg_hash__sha256(text.bytes, text.size, hex);
    bool done = !text.failed;
    bg_buf__free(&text);
    return done;
}

static bool make_keys(bg_arena *arena, const bg_doc *doc, const char *bytes, size_t size, bg_ids *out) {
    bg_hash__sha256(bytes, size, out->sha256);
    snprintf(out->page, sizeof out->page, "p%.16s", out->sha256);
    return text_key(doc, out->text_key) && bg_address__of(arena, doc->article.url, &out->address, &out->host);
}

/* What the facts of a page are named after; NULL: out of memory. */
static const char *key_of(bg_arena *arena, const char *address, const char *text_key, const char *sha256) {
    if (!address) return sha256;
    const char *both = bg_arena__print(arena, "%s\n%s", address, text_key);
    char *hex = both ? bg_arena__alloc(arena, BG_HEX_SHA256) : NULL;
    if (hex) bg_hash__sha256(both, strlen(both), hex);
    return hex;
}

bool bg_ids__renamed(bg_arena *arena, const char *id, const char *address, const char *text_key, const char *sha256, bg_id out) {
    const char *key = key_of(arena, address, text_key, sha256);
    snprintf(out, BG_ID_SIZE, "%c%.*s%.*s", id[0], BG_KEY_DIGITS, key ? key : "", OWN_DIGITS, id + 1);
    return key != NULL;
}

bool bg_ids__make(bg_arena *arena, const bg_doc *doc, const char *bytes, size_t size, bg_ids *out) {
    const bg_matter *told;
    size_t told_count;
    if (bg_doc_matters(doc, &told, &told_count, NULL)) return false;
    *out = (bg_ids){.told = told, .told_count = told_count,
                    .entities = bg_arena__alloc(arena, (doc->entity_count + 1) * sizeof(bg_id)),
                    .events = bg_arena__alloc(arena, (doc->event_count + 1) * sizeof(bg_id)),
                    .statements = bg_arena__alloc(arena, (doc->statement_count + 1) * sizeof(bg_id)),
                    .matters = bg_arena__alloc(arena, (told_count + 1) * sizeof(bg_id))};
    if (!out->entities || !out->events || !out->statements || !out->matters || !make_keys(arena, doc, bytes, size, out)) return false;
    namer n = {.doc = doc, .key = key_of(arena, out->address, out->text_key, out->sha256)};
    snprintf(out->key, sizeof out->key, "%.*s", BG_KEY_DIGITS, n.key ? n.key : "");
    if (!n.key || !set_init(arena, &n.set, doc->entity_count + doc->event_count + doc->statement_count + told_count)) return false;
    for (size_t i = 0; i < doc->entity_count; i++) name_entity(&n, &doc->entities[i], out->entities[i]);
    for (size_t i = 0; i < doc->event_count; i++) name_event(&n, &doc->events[i], out->events[i]);
    for (size_t i = 0; i < doc->statement_count; i++) name_statement(&n, &doc->statements[i], out->statements[i]);
    for (size_t i = 0; i < told_count; i++) name_matter(&n, &told[i], out->matters[i]);
    return true;
}

uint64_t bg_id__number(const char *id) {
    uint64_t number = 0;
    for (const char *at = id && *id ? id + 1 : ""; *at; at++) number = number << 4 | (uint64_t)(*at <= '9' ? *at - '0' : *at - 'a' + 10);
    return number;
}

void bg_id__of_page(uint64_t number, bg_id out) {
    out[0] = 'p', out[BG_ID_SIZE - 1] = 0;
    for (int i = BG_ID_SIZE - 2; i > 0; i--, number >>= 4) out[i] = "0123456789abcdef"[number & 15];
}
