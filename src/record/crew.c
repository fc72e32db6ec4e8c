/* crew: see crew.h. A ring of slots, as the readers of pages of files have it: whoever reads takes the next page and with it the next slot. */
#include "crew.h"
#include "lines.h"
#include "place.h"

#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>

#define SLOTS 64
#define THREADS_MAX 16
#define LEAST 64 /* pages for which threads and their connections pay */
#define BYTES_MAX ((size_t)64 << 20) /* of pages that wait; one page may have more */

typedef struct slot {
    bg_again again;
    bool done, failed; /* read, or (failed) to be read by whoever takes it */
} slot;

struct bg_crew {
    bg_record *record; /* of who takes them */
    const bg_data *data;
    const bg_texts *pages;
    pthread_t threads[THREADS_MAX];
    size_t thread_count, working; /* started; not ended yet */
    pthread_mutex_t lock;
    pthread_cond_t changed;
    slot slots[SLOTS];
    size_t head, tail, bytes; /* next page to be given out; next one to be read; of slots that are read */
    bool stopped, given;      /* nobody wants more; the page at `head` was given out */
};

/* ------------------------------------------------------------------ a page */

static void drop(bg_again *one) {
    bg_prepared_free(one->prepared);
    bg_doc_free(one->doc);
    bg_buf__free(&one->bytes);
    bg_arena__free(one->arena);
    *one = (bg_again){0};
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
    *out = (bg_again){.arena = bg_arena__new()};
    if (!out->arena) {
        bg_db__nomem(record);
        return;
    }
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

/* ------------------------------------------------------------------ threads */

/* The next page to be read, and its slot; NULL: there is none, or nobody wants it. */
static slot *take(bg_crew *crew, const char **id) {
    slot *s = NULL;
    pthread_mutex_lock(&crew->lock);
    while (!crew->stopped && (crew->tail - crew->head == SLOTS || (crew->bytes > BYTES_MAX && crew->tail != crew->head))) pthread_cond_wait(&crew->changed, &crew->lock);
    if (!crew->stopped && crew->tail < crew->pages->count) {
        *id = crew->pages->items[crew->tail];
        s = &crew->slots[crew->tail++ % SLOTS];
    }
    pthread_mutex_unlock(&crew->lock);
    return s;
}

static void give(bg_crew *crew, slot *s) {
    pthread_mutex_lock(&crew->lock);
    s->done = true;
    crew->bytes += s->again.bytes.size;
    pthread_cond_broadcast(&crew->changed);
    pthread_mutex_unlock(&crew->lock);
}

static void read_slot(bg_crew *crew, bg_record *record, const char *id, slot *s) {
    bg_again *one = &s->again;
    bg_db__start(record, NULL);
    read_again(record, crew->data, id, one);
    bool good = record->code == BG_OK && (!one->doc || bg_record_prepare(one->doc, one->bytes.bytes, one->bytes.size, &one->prepared, NULL) == BG_OK);
    if (good) return;
    drop(one);
    s->failed = true;
}

static void *work(void *context) {
    bg_crew *crew = context;
    bg_record *record = NULL;
    const char *id;
    if (bg_record_open(crew->record->path, BG_RECORD_READ, &record, NULL)) record = NULL;
    if (record) bg_db__script(record, "PRAGMA cache_size = -8192;"); /* each page is looked at once */
    for (slot *s; record && (s = take(crew, &id)); give(crew, s)) read_slot(crew, record, id, s);
    bg_record_close(record);
    pthread_mutex_lock(&crew->lock);
    crew->working--;
    pthread_cond_broadcast(&crew->changed);
    pthread_mutex_unlock(&crew->lock);
    return NULL;
}

static void start_threads(bg_crew *crew) {
    long cores = sysconf(_SC_NPROCESSORS_ONLN);
    size_t count = cores < 1 ? 1 : cores > THREADS_MAX ? THREADS_MAX : (size_t)cores;
    pthread_mutex_lock(&crew->lock);
    for (; crew->thread_count < count; crew->thread_count++) {
        if (pthread_create(&crew->threads[crew->thread_count], NULL, work, crew)) break;
        crew->working++;
    }
    pthread_mutex_unlock(&crew->lock);
}

/* ------------------------------------------------------------------ who takes them */

bg_crew *bg_crew__start(bg_record *record, const bg_data *data, const bg_texts *pages) {
    bg_crew *crew = record->code == BG_OK ? calloc(1, sizeof *crew) : NULL;
    if (!crew) return bg_db__nomem(record), NULL;
    *crew = (bg_crew){.record = record, .data = data, .pages = pages};
    pthread_mutex_init(&crew->lock, NULL);
    pthread_cond_init(&crew->changed, NULL);
    if (pages->count >= LEAST) start_threads(crew);
    return crew;
}

static void drop_given(bg_crew *crew) {
    if (!crew->given) return;
    slot *s = &crew->slots[crew->head++ % SLOTS];
    crew->bytes -= s->again.bytes.size;
    drop(&s->again);
    *s = (slot){0};
    crew->given = false;
    pthread_cond_broadcast(&crew->changed);
}

/* The slot at `head`, read by a thread, or to be read by who takes it. */
static slot *wait_for_next(bg_crew *crew) {
    slot *s = &crew->slots[crew->head % SLOTS];
    while (!s->done && crew->working) pthread_cond_wait(&crew->changed, &crew->lock);
    if (!s->done) crew->tail++, s->failed = true;
    crew->given = true;
    return s;
}

const bg_again *bg_crew__next(bg_crew *crew) {
    slot *s = NULL;
    pthread_mutex_lock(&crew->lock);
    drop_given(crew);
    if (crew->head < crew->pages->count && crew->record->code == BG_OK) s = wait_for_next(crew);
    const char *id = s ? crew->pages->items[crew->head] : NULL;
    pthread_mutex_unlock(&crew->lock);
    if (!s) return NULL;
    if (s->failed) {
        read_again(crew->record, crew->data, id, &s->again);
        pthread_mutex_lock(&crew->lock);
        crew->bytes += s->again.bytes.size;
        pthread_mutex_unlock(&crew->lock);
    }
    return crew->record->code == BG_OK ? &s->again : NULL;
}

void bg_crew__stop(bg_crew *crew) {
    if (!crew) return;
    pthread_mutex_lock(&crew->lock);
    crew->stopped = true;
    pthread_cond_broadcast(&crew->changed);
    pthread_mutex_unlock(&crew->lock);
    for (size_t i = 0; i < crew->thread_count; i++) pthread_join(crew->threads[i], NULL);
    for (size_t i = 0; i < SLOTS; i++) drop(&crew->slots[i].again);
    pthread_mutex_destroy(&crew->lock);
    pthread_cond_destroy(&crew->changed);
    free(crew);
}
