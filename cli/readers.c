/* readers: see readers.h. A ring of slots: each reader takes the next page and with it the next slot; whoever waits for that slot gets it when it is read. */
#include "readers.h"
#include "messages.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define SLOTS 1024 /* by so many pages readers are ahead of who takes them, at most: they go on reading while a transaction ends */
#define THREADS_MAX 16
#define BYTES_MAX ((size_t)160 << 20) /* of pages that wait, with what they were read to; one page may have more */

typedef struct slot {
    reading reading;
    char *bytes;   /* the page's, and the item's strings behind them */
    bool done;     /* read */
} slot;

struct readers {
    const cli *c;
    const bg_data *data;
    const char *record;
    bg_recent *recent;
    pthread_t threads[THREADS_MAX];
    unsigned thread_count;
    pthread_mutex_t files; /* held by who takes the next page */
    page_walk walk;
    bool walk_ended;
    pthread_mutex_t ring; /* the slots and what follows */
    pthread_cond_t changed;
    slot slots[SLOTS];
    size_t head, noted, tail; /* next slot to be given out; to be told to `recent`; to be taken by a reader */
    size_t bytes;
    bool ended, stopped, given; /* no more pages; nobody wants them; the slot at `head` was given out */
};

/* ------------------------------------------------------------------ slots */

static void empty_slot(slot *s) {
    bg_prepared_free(s->reading.prepared);
    bg_doc_free(s->reading.doc);
    free(s->bytes);
    *s = (slot){0};
}

/* What a page of so many bytes and all that is read from it take, about. */
static size_t room(size_t bytes) { return 2 * bytes + ((size_t)128 << 10); }

/* Is there a slot for a page, and is all told to `recent` that the page is to be read with? */
static bool may_read(const readers *r, size_t bytes) {
    return r->tail - r->head < SLOTS && r->tail - r->noted < READERS_LAG && (!r->bytes || r->bytes + room(bytes) <= BYTES_MAX);
}

/* The next free slot; NULL: stopped. Called by who holds `files`, so that slots are in the order of pages. */
static slot *take_slot(readers *r, size_t bytes) {
    pthread_mutex_lock(&r->ring);
    while (!r->stopped && !may_read(r, bytes)) pthread_cond_wait(&r->changed, &r->ring);
    slot *s = r->stopped ? NULL : &r->slots[r->tail % SLOTS];
    if (s) {
        s->reading.number = r->tail++;
        s->reading.item.size = bytes;
        r->bytes += room(bytes);
    }
    pthread_mutex_unlock(&r->ring);
    return s;
}

/* Pages are told in their order, however they are read. */
static void note_read(readers *r) {
    for (; r->noted < r->tail && r->slots[r->noted % SLOTS].done; r->noted++) {
        const reading *one = &r->slots[r->noted % SLOTS].reading;
        if (one->prepared) bg_recent_add(r->recent, one->doc, one->prepared, one->number);
    }
}

static void give_slot(readers *r, slot *s) {
    pthread_mutex_lock(&r->ring);
    s->done = true;
    note_read(r);
    pthread_cond_broadcast(&r->changed);
    pthread_mutex_unlock(&r->ring);
}

/* ------------------------------------------------------------------ readers */

static size_t length(const char *text) { return text ? strlen(text) + 1 : 0; }

static const char *put(char **to, const char *text) {
    size_t size = length(text);
    if (!size) return NULL;
    char *at = memcpy(*to, text, size);
    *to += size;
    return at;
}

/* The walk's item is gone with the next one. */
static bool copy_item(slot *s, const bg_item *item) {
    bg_item *out = &s->reading.item;
    *out = *item;
    s->bytes = malloc(item->size + 1 + length(item->source) + length(item->url) + length(item->type) + length(item->captured) + length(item->title) + length(item->published));
    if (!s->bytes) return false;
    if (item->size) memcpy(s->bytes, item->bytes, item->size);
    char *to = s->bytes + item->size + 1;
    out->bytes = s->bytes;
    out->source = put(&to, item->source);
    out->url = put(&to, item->url);
    out->type = put(&to, item->type);
    out->captured = put(&to, item->captured);
    out->title = put(&to, item->title);
    out->published = put(&to, item->published);
    return true;
}

static void no_memory(reading *one) {
    one->err.code = BG_E_NOMEM;
    snprintf(one->err.message, sizeof one->err.message, "out of memory");
}

/* Something to be said takes its place among the pages. */
static void told(void *context, const char *path, const bg_error *err) {
    readers *r = context;
    slot *s = take_slot(r, 0);
    if (!s) return;
    s->reading.complaint = true;
    s->reading.path = path;
    s->reading.at = r->walk.at;
    if (err) s->reading.err = *err;
    give_slot(r, s);
}

/* A slot with the next page; NULL: there is none. */
static slot *next_page(readers *r) {
    slot *s = NULL;
    pthread_mutex_lock(&r->files);
    const bg_item *item = r->walk_ended ? NULL : walk_next(&r->walk);
    if (item) s = take_slot(r, item->size);
    else r->walk_ended = true;
    if (s) {
        s->reading.path = r->walk.list->paths[r->walk.at];
        s->reading.at = r->walk.at;
        if (!copy_item(s, item)) no_memory(&s->reading);
    }
    pthread_mutex_unlock(&r->files);
    return s;
}

static void read_slot(readers *r, bg_record *record, reading *one) {
    if (one->err.code) return;
    if (record && bg_record_has(record, &one->item, &one->known, &one->err)) one->known = false, one->err = (bg_error){0}; /* who writes will find out */
    if (one->known || bg_recent_read(r->recent, record, one->number, r->data, &one->item, &one->doc, &one->err)) return;
    if (!bg_record_prepare(one->doc, one->item.bytes, one->item.size, &one->prepared, &one->err)) return;
    bg_doc_free(one->doc);
    one->doc = NULL;
}

static void *work(void *context) {
    readers *r = context;
    bg_record *record = NULL;
    bg_error err = {0};
    if (r->record && bg_record_open(r->record, BG_RECORD_READ, &record, &err)) record = NULL; /* then all are read */
    for (slot *s; (s = next_page(r)); give_slot(r, s)) read_slot(r, record, &s->reading);
    bg_record_close(record);
    pthread_mutex_lock(&r->ring);
    r->ended = true;
    pthread_cond_broadcast(&r->changed);
    pthread_mutex_unlock(&r->ring);
    return NULL;
}

/* ------------------------------------------------------------------ who takes them */

static unsigned cores(void) {
    long count = sysconf(_SC_NPROCESSORS_ONLN);
    return count < 1 ? 1 : count > THREADS_MAX ? THREADS_MAX : (unsigned)count;
}

readers *readers_start(const cli *c, const bg_data *data, const page_list *list, const char *record, bg_recent *recent) {
    readers *r = calloc(1, sizeof *r);
    bg_error err = {.code = BG_E_NOMEM, .byte = (size_t)-1, .message = "out of memory"};
    if (r) {
        *r = (readers){.c = c, .data = data, .record = record, .recent = recent};
        walk_start(&r->walk, c, list);
        r->walk.told = told;
        r->walk.context = r;
        pthread_mutex_init(&r->files, NULL);
        pthread_mutex_init(&r->ring, NULL);
        pthread_cond_init(&r->changed, NULL);
        for (unsigned count = cores(); r->thread_count < count; r->thread_count++)
            if (pthread_create(&r->threads[r->thread_count], NULL, work, r)) break;
        if (r->thread_count) return r;
        readers_stop(r);
    }
    fail(c, c->record, &err);
    return NULL;
}

const reading *readers_next(readers *r) {
    pthread_mutex_lock(&r->ring);
    slot *s = &r->slots[r->head % SLOTS];
    if (r->given) {
        r->bytes -= room(s->reading.item.size);
        empty_slot(s);
        r->head++;
        r->given = false;
        pthread_cond_broadcast(&r->changed);
    }
    s = &r->slots[r->head % SLOTS];
    while (!s->done && !(r->ended && r->head == r->tail)) pthread_cond_wait(&r->changed, &r->ring);
    bool there = r->given = s->done;
    pthread_mutex_unlock(&r->ring);
    return there ? &s->reading : NULL;
}

void readers_stop(readers *r) {
    if (!r) return;
    pthread_mutex_lock(&r->ring);
    r->stopped = true;
    pthread_cond_broadcast(&r->changed);
    pthread_mutex_unlock(&r->ring);
    for (unsigned i = 0; i < r->thread_count; i++) pthread_join(r->threads[i], NULL);
    for (size_t i = 0; i < SLOTS; i++) empty_slot(&r->slots[i]);
    walk_end(&r->walk);
    pthread_mutex_destroy(&r->files);
    pthread_mutex_destroy(&r->ring);
    pthread_cond_destroy(&r->changed);
    free(r);
}
