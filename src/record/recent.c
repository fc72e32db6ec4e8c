/*
 * recent: lines of the pages that were added lately, by site and number, each with the first articles that it was seen on. In three tables: what is in neither of the younger two was
 * not seen for as many lines as a table holds, and is forgotten. The oldest is kept for pages that were on their way when the tables were turned.
 */
#include "address.h"
#include "lines.h"
#include "prepare.h"

#include <pthread.h>
#include <stdlib.h>

#define SLOTS ((size_t)1 << 19) /* of a table, a power of two */
#define FULL (SLOTS / 4 * 3)
#define TABLES 3
#define HOSTS ((size_t)1 << 12) /* slots; of sites behind three quarters of them nothing is known */
#define LINES_MAX 2000 /* of one page: so no table is turned twice while a page is on its way */

/* A page as far as it tells articles apart: hashes, and the number of the page behind it, 0: none. */
typedef struct seen {
    uint32_t behind, address, title, lead;
} seen;

/* Together with the page that is asked for these are BG_LINES_RECUR articles. */
/*
 * How many pages were noted, so that who reads a page knows how many of those `lag` and more before it were, whenever he asks: by stretches of `lag` numbers, the youngest and the one before
 * it apart.
 */
typedef struct counter {
    uint32_t stretch, now, last, before;
} counter;

typedef struct line {
    uint64_t key;
    counter pages;
    seen on[BG_LINES_RECUR - 1];
} line;

/* A site, and how many of its pages were noted. */
typedef struct host {
    uint64_t site; /* 0: a free slot */
    counter pages;
} host;

typedef struct table {
    line *lines;
    size_t count;
} table;

struct bg_recent {
    pthread_mutex_t lock;
    size_t lag;
    table tables[TABLES]; /* the youngest first */
    size_t turned;        /* number of the page before which they were turned */
    host hosts[HOSTS];
    size_t host_count;
    bool settled;         /* the record knows of lines that recur */
};

/* ------------------------------------------------------------------ counters */

static void count_page(counter *c, size_t number, size_t lag) {
    uint32_t stretch = (uint32_t)(number / lag);
    if (stretch > c->stretch) {
        bool next = stretch == c->stretch + 1;
        c->before += c->last + (next ? 0 : c->now);
        c->last = next ? c->now : 0;
        c->now = 0, c->stretch = stretch;
    }
    c->now++;
}

/* Of the pages before the stretch before this one's. */
static size_t pages_before(const counter *c, size_t number, size_t lag) {
    uint32_t stretch = (uint32_t)(number / lag);
    return c->before + (stretch > c->stretch ? c->last : 0) + (stretch > c->stretch + 1 ? c->now : 0);
}

/* The slot of a site, an empty one if it is not there. */
static host *host_of(bg_recent *r, uint64_t site) {
    size_t at = (size_t)(site >> 20) % HOSTS;
    while (r->hosts[at].site && r->hosts[at].site != site) at = (at + 1) % HOSTS;
    return &r->hosts[at];
}

static void count_host(bg_recent *r, uint64_t site, size_t number) {
    host *h = host_of(r, site);
    if (!h->site && r->host_count >= HOSTS / 4 * 3) return;
    r->host_count += !h->site;
    h->site = site;
    count_page(&h->pages, number, r->lag);
}

/* ------------------------------------------------------------------ tables */

/* The line's slot, an empty one if it is not there. */
static line *slot_of(const table *t, uint64_t key) {
    size_t at = (size_t)(key >> 20) % SLOTS;
    while (t->lines[at].key && t->lines[at].key != key) at = (at + 1) % SLOTS;
    return &t->lines[at];
}

static const line *find(const table *t, uint64_t key) {
    const line *found = t->lines ? slot_of(t, key) : NULL;
    return found && found->key ? found : NULL;
}

/* The youngest becomes the second; an empty one takes its place. Without memory for that it begins anew itself: what is forgotten costs time only. */
static void turn(bg_recent *r, size_t number) {
    table last = r->tables[TABLES - 1];
    if (!last.lines) last.lines = calloc(SLOTS, sizeof *last.lines);
    else memset(last.lines, 0, SLOTS * sizeof *last.lines);
    last.count = 0;
    if (!last.lines) {
        memset(r->tables[0].lines, 0, SLOTS * sizeof *last.lines);
        r->tables[0].count = 0;
        return;
    }
    memmove(&r->tables[1], &r->tables[0], (TABLES - 1) * sizeof *r->tables);
    r->tables[0] = last;
    r->turned = number;
}

/* The line's place in the youngest table, with what the second one knows of it. */
static line *place_of(bg_recent *r, uint64_t key) {
    line *own = slot_of(&r->tables[0], key);
    if (own->key) return own;
    const line *before = find(&r->tables[1], key);
    if (before) *own = *before;
    own->key = key;
    r->tables[0].count++;
    return own;
}

static bool same_article(const seen *a, const seen *b) { return a->address == b->address || a->title == b->title || a->lead == b->lead; }

static void note(line *l, const seen *page) {
    for (size_t i = 0; i < BG_COUNT(l->on); i++) {
        if (!l->on[i].behind) {
            l->on[i] = *page;
            return;
        }
        if (same_article(&l->on[i], page)) return;
    }
}

/* ------------------------------------------------------------------ pages */

static uint32_t hash_of(const char *text, size_t size) { return (uint32_t)bg_hash__bytes(text, size, 5); }

static void see(seen *out, const bg_doc *doc, const char *address, size_t number) {
    const bg_article *a = &doc->article;
    const char *title = a->title ? a->title : address;
    bg_span lead = a->body_count ? a->body[0].span : (bg_span){0, 0};
    *out = (seen){(uint32_t)number + 1, hash_of(address, strlen(address)), hash_of(title, strlen(title)), hash_of(doc->text + lead.start, lead.end - lead.start)};
}

static uint64_t key_of(uint64_t site, uint64_t number) {
    uint64_t key = (site ^ (number & ~(uint64_t)1)) * 0x9E3779B97F4A7C15u;
    return key ? key : 1;
}

static uint64_t site_of(const char *name) {
    uint64_t site = bg_hash__bytes(name, strlen(name), 7);
    return site ? site : 1;
}

void bg_recent_add(bg_recent *recent, const bg_doc *doc, const bg_prepared *prepared, size_t number) {
    const bg_ids *ids = bg_prepared__ids(prepared);
    if (!ids->host || doc->article.is_list) return;
    seen page;
    see(&page, doc, ids->address, number);
    uint64_t site = site_of(ids->host);
    size_t count = doc->line_count < LINES_MAX ? doc->line_count : LINES_MAX;
    pthread_mutex_lock(&recent->lock);
    if (recent->tables[0].count + count > FULL) turn(recent, number);
    count_host(recent, site, number);
    for (size_t i = 0; i < count; i++) {
        line *l = place_of(recent, key_of(site, doc->lines[i]));
        note(l, &page);
        count_page(&l->pages, number, recent->lag);
    }
    pthread_mutex_unlock(&recent->lock);
}

/* ------------------------------------------------------------------ what a page is read with */

typedef struct asker {
    bg_recent *recent;
    bg_record *record; /* NULL: it knows of no line that recurs */
    bg_arena *arena;
    size_t number;
    seen page;
    uint64_t site;
    const char *host;
} asker;

/* Is it, by what was added long enough before this page, on enough articles with this one? */
static bool is_enough(const asker *a, const line *l) {
    size_t others = 0;
    for (size_t i = 0; l && i < BG_COUNT(l->on); i++)
        others += l->on[i].behind && l->on[i].behind - 1 + a->recent->lag <= a->number && !same_article(&l->on[i], &a->page);
    return others == BG_COUNT(l->on);
}

/* The line as the tables have it that are looked at for this page, from the youngest on; NULL: there is no further one, or it is not there. */
static const line *seen_in(const asker *a, size_t age, uint64_t key) {
    const bg_recent *r = a->recent;
    bool late = r->turned + r->lag > a->number; /* what is in the oldest table now was in the second one then */
    return age + 1 < TABLES || late ? find(&r->tables[age], key) : NULL;
}

/* Was it, on enough articles with this one? *often: on many of the site's pages. */
static bool was_seen(const asker *a, uint64_t number, bool *often) {
    bool enough = false;
    size_t most = 0, lag = a->recent->lag, pages = pages_before(&host_of(a->recent, a->site)->pages, a->number, lag);
    for (size_t i = 0; i < TABLES; i++) {
        const line *l = seen_in(a, i, key_of(a->site, number));
        size_t times = l ? pages_before(&l->pages, a->number, lag) : 0;
        enough |= is_enough(a, l);
        if (times > most) most = times;
    }
    *often = bg_lines__often(most + 1, pages + 1);
    return enough;
}

static bool is_settled(const asker *a, uint64_t number, bool *often) { return a->record && bg_lines__recurs(a->record, a->host, number, often); }

static bool choose(asker *a, const bg_doc *doc, bg_numbers *out) {
    for (size_t i = 0; i < doc->line_count; i++) {
        uint64_t number = doc->lines[i];
        bool often = false, settled_often = false;
        if (!(number & 1)) continue; /* the reader leaves it out by itself */
        pthread_mutex_lock(&a->recent->lock);
        bool seen_before = was_seen(a, number, &often);
        pthread_mutex_unlock(&a->recent->lock);
        bool settled = !(seen_before && often) && is_settled(a, number, &settled_often);
        if (!seen_before && !settled) continue;
        uint64_t *slot = BG_PUSH(a->arena, out);
        if (!slot) return false;
        *slot = (number & ~(uint64_t)1) | (seen_before && often) | settled_often;
    }
    return true;
}

static bool ask(void *context, const bg_doc *doc, const uint64_t **repeated, size_t *count) {
    asker *a = context;
    bg_numbers found = {0};
    const char *address;
    if (!bg_address__of(a->arena, doc->article.url, &address, &a->host)) return false;
    if (!a->host || doc->article.is_list) return true;
    see(&a->page, doc, address, a->number);
    a->site = site_of(a->host);
    if (!choose(a, doc, &found)) return false;
    *repeated = found.items, *count = found.count;
    return true;
}

bg_code bg_recent_read(bg_recent *recent, bg_record *record, size_t number, const bg_data *data, const bg_item *item, bg_doc **out, bg_error *err) {
    asker a = {.recent = recent, .record = recent->settled ? record : NULL, .number = number, .arena = bg_arena__new()};
    *out = NULL;
    if (!a.arena) return bg_error__set(err, BG_E_NOMEM, BG_NO_BYTE, "out of memory");
    if (a.record) bg_db__start(a.record, NULL); /* a failure means that it knows nothing */
    bg_code code = bg_doc_read_asking(data, item, ask, &a, out, err);
    bg_arena__free(a.arena);
    return code;
}

/* ------------------------------------------------------------------ begin, end */

bg_code bg_recent_new(bg_record *record, size_t lag, bg_recent **out, bg_error *err) {
    bg_db__start(record, err);
    *out = NULL;
    bg_recent *made = calloc(1, sizeof *made);
    if (made) made->tables[0].lines = calloc(SLOTS, sizeof *made->tables->lines);
    if (!made || !made->tables[0].lines) {
        free(made);
        return bg_error__set(err, BG_E_NOMEM, BG_NO_BYTE, "out of memory");
    }
    made->lag = lag;
    made->settled = bg_db__any(record, bg_db__query(record, "SELECT 1 FROM site_lines LIMIT 1", ""));
    pthread_mutex_init(&made->lock, NULL);
    if (record->code == BG_OK) *out = made;
    else bg_recent_free(made);
    return record->code;
}

void bg_recent_free(bg_recent *recent) {
    if (!recent) return;
    for (size_t i = 0; i < TABLES; i++) free(recent->tables[i].lines);
    pthread_mutex_destroy(&recent->lock);
    free(recent);
}
