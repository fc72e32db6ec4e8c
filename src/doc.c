/* doc: the whole order of the stages, page → article → text → mention → claim. Nothing else knows it. */
#include "article/article.h"
#include "article/repeated.h"
#include "claim/matter.h"

#include <stdlib.h>

#define READ_MAX ((uint32_t)2 << 20) /* bytes of an article from which facts are read, a thick book: reading takes up to a hundred times as much memory */

typedef struct reading {
    bg_doc public; /* first, so that a bg_doc * is a reading * */
    bg_arena *arena;
    bg_map map; /* from the text to the bytes */
} reading;

/* What is worked out when somebody asks for it, and from what. */
struct bg_later {
    bg_text text;
    bg_mentions mentions;
    bg_claims claims;
    const bg_matter *matters;
    size_t matter_count;
    bool with_matters; /* they are there */
};

/* The article as far as facts are read from it; *rest becomes what is left of it. */
static const bg_article *take_readable(reading *d, const char *text, bg_span *rest) {
    const bg_article *a = &d->public.article;
    uint64_t size = 0;
    size_t i = 0;
    while (i < a->body_count && (size += a->body[i].span.end - a->body[i].span.start) <= READ_MAX) i++;
    if (i == a->body_count) return a;
    bg_article *part = bg_arena__copy(d->arena, a, sizeof *a);
    bg_block *body = bg_arena__copy(d->arena, a->body, (i + 1) * sizeof *body);
    if (!part || !body) return NULL;
    bg_span *last = &body[i].span;
    last->end -= (uint32_t)(size - READ_MAX);
    while (last->end > last->start && ((unsigned char)text[last->end] & 0xC0) == 0x80) last->end--;
    *rest = (bg_span){last->end, a->body[a->body_count - 1].span.end};
    part->body = body;
    part->body_count = i + (last->end > last->start);
    return part;
}

static bool add_note(reading *d, bg_span span, const char *reason) {
    bg_doc *doc = &d->public;
    bg_note *notes = bg_arena__alloc(d->arena, (doc->note_count + 1) * sizeof *notes);
    if (!notes) return false;
    if (doc->note_count) memcpy(notes, doc->notes, doc->note_count * sizeof *notes);
    notes[doc->note_count++] = (bg_note){span, reason};
    doc->notes = notes;
    return true;
}

/* What is neither an article nor a list: its text is in a script perhaps. */
static bool note_no_article(reading *d) {
    const bg_article *a = &d->public.article;
    if (a->is_list || a->body_count) return true;
    return add_note(d, a->title_span.end ? a->title_span : (bg_span){0, (uint32_t)d->public.text_size}, "page.no-article");
}

static bg_code read_claims(reading *d, const bg_data *data, const bg_page *page, bg_error *err) {
    bg_span rest = {0, 0};
    const bg_article *article = take_readable(d, page->text, &rest);
    const char *day = d->public.article.published ? d->public.article.published : d->public.article.modified; /* "today" and years are counted from it */
    bg_later *later = bg_arena__alloc(d->arena, sizeof *later);
    if (!article || !later || !bg_text__build(&later->text, d->arena, data, page->text, page->size, article) ||
        !bg_mentions__find(&later->mentions, &later->text, day) || !bg_claims__find(&later->claims, &later->mentions) ||
        !bg_claims__publish(&later->claims, &d->public) || (rest.end && !add_note(d, rest, "page.too-long")) || !note_no_article(d) ||
        bg_arena__failed(d->arena))
        return bg_error__set(err, BG_E_NOMEM, BG_NO_BYTE, "'%s': out of memory", page->source);
    d->public.later = later;
    return BG_OK;
}

static const char *kept(reading *d, const char *text) { return text ? bg_arena__text(d->arena, text, strlen(text)) : NULL; }

/* A copy of what is given, but for the bytes. */
static void keep_item(reading *d, const bg_item *item) {
    d->public.item = (bg_item){.source = kept(d, item->source), .bytes = item->bytes, .size = item->size, .url = kept(d, item->url), .type = kept(d, item->type),
                               .captured = kept(d, item->captured), .title = kept(d, item->title), .published = kept(d, item->published),
                               .repeated = item->repeated, .repeated_count = item->repeated_count};
}

static bg_code open_page(reading *d, bg_page *page, bg_error *err) {
    const bg_item *item = &d->public.item;
    if (bg_arena__failed(d->arena)) return bg_error__set(err, BG_E_NOMEM, BG_NO_BYTE, "out of memory");
    bg_code code = bg_page__open(d->arena, item->source, item->bytes, item->size, item->type, page, err);
    page->url = item->url;
    page->captured = item->captured;
    return code;
}

/* What stands beside the page counts where the page itself says nothing but what its address does. */
static void take_published(bg_article *article, const bg_item *item) {
    bool stated = article->published && strcmp(article->published_from, "url") != 0;
    if (!stated && item->published) article->published = item->published, article->published_from = "container";
}

/* How a page is to be read. */
typedef struct way {
    bool whole; /* not its article alone */
    bg_repeated_fn *ask; /* NULL: what recurs stands in the item */
    void *context;
} way;

/* The lines as they are before any of them leaves. */
static bool find_lines(reading *d) {
    bg_doc *doc = &d->public;
    return bg_article__lines(d->arena, doc->text, doc->text_size, &doc->article, &doc->lines, &doc->line_count) &&
           bg_outline__make(d->arena, doc->text, &doc->article, doc->lines, doc->line_count, &doc->outline, &doc->outline_size);
}

static bool ask_repeated(reading *d, const way *how) {
    bg_doc *doc = &d->public;
    const uint64_t *found = NULL;
    size_t count = 0;
    if (!how->ask(how->context, doc, &found, &count)) return false;
    uint64_t *copy = count ? bg_arena__copy(d->arena, found, count * sizeof *copy) : NULL;
    doc->item.repeated = copy, doc->item.repeated_count = copy ? count : 0;
    return copy || !count;
}

/* The article without what recurs on the page's site. */
static bool leave_repeated(reading *d, const way *how) {
    bg_doc *doc = &d->public;
    if ((how->ask || doc->item.repeated_count) && !find_lines(d)) return false;
    return (!how->ask || ask_repeated(d, how)) && bg_article__leave_repeated(d->arena, doc->text, doc->item.repeated, doc->item.repeated_count, &doc->article);
}

static void keep_page(reading *d, const bg_data *data, const bg_page *page) {
    bg_doc *doc = &d->public;
    doc->article.captured = page->captured;
    take_published(&doc->article, &doc->item);
    doc->reader = bg_data__reader(data, d->arena);
    doc->text = page->text;
    doc->text_size = page->size;
    doc->charset = page->charset;
    doc->markup = page->html != NULL;
    d->map = page->map;
}

static bg_code read_into(reading *d, const bg_data *data, const bg_item *item, const way *how, bg_error *err) {
    bg_page page = {0};
    keep_item(d, item);
    bg_code code = open_page(d, &page, err);
    if (!code) code = bg_article__find(d->arena, data, &page, &d->public.article, err);
    if (code) return code;
    keep_page(d, data, &page);
    if (!leave_repeated(d, how)) return bg_error__set(err, BG_E_NOMEM, BG_NO_BYTE, "'%s': out of memory", page.source);
    return how->whole ? read_claims(d, data, &page, err) : BG_OK;
}

static bg_code read_item(const bg_data *data, const bg_item *item, const way *how, bg_doc **out, bg_error *err) {
    *out = NULL;
    bg_arena *arena = bg_arena__new();
    reading *d = arena ? bg_arena__alloc(arena, sizeof *d) : NULL;
    if (!d) {
        bg_arena__free(arena);
        return bg_error__set(err, BG_E_NOMEM, BG_NO_BYTE, "out of memory");
    }
    d->arena = arena;
    bg_code code = read_into(d, data, item, how, err);
    if (code) return bg_arena__free(arena), code;
    *out = &d->public;
    return BG_OK;
}

bg_code bg_doc_read_item(const bg_data *data, const bg_item *item, bg_doc **out, bg_error *err) {
    return read_item(data, item, &(way){.whole = true}, out, err);
}

bg_code bg_doc_read_asking(const bg_data *data, const bg_item *item, bg_repeated_fn *ask, void *context, bg_doc **out, bg_error *err) {
    return read_item(data, item, &(way){.whole = true, .ask = ask, .context = context}, out, err);
}

bg_code bg_doc_read_article(const bg_data *data, const bg_item *item, bg_doc **out, bg_error *err) { return read_item(data, item, &(way){0}, out, err); }

bg_code bg_doc_read(const bg_data *data, const char *source, const char *bytes, size_t size, bg_doc **out, bg_error *err) {
    bg_item item = {.source = source, .bytes = bytes, .size = size};
    return bg_doc_read_item(data, &item, out, err);
}

bg_code bg_doc_matters(const bg_doc *doc, const bg_matter **out, size_t *count, bg_error *err) {
    bg_later *later = doc->later;
    *out = NULL, *count = 0;
    if (!later) return BG_OK;
    if (!later->with_matters && (!bg_matter__find(&later->claims, doc, &later->matters, &later->matter_count) || bg_arena__failed(later->text.arena)))
        return bg_error__set(err, BG_E_NOMEM, BG_NO_BYTE, "'%s': out of memory", doc->item.source);
    later->with_matters = true;
    *out = later->matters, *count = later->matter_count;
    return BG_OK;
}

void bg_doc_id(const bg_doc *doc, char id[BG_PAGE_ID]) {
    char hex[BG_HEX_SHA256];
    bg_hash__sha256(doc->item.bytes, doc->item.size, hex);
    memcpy(id, hex, BG_PAGE_ID - 1);
    id[BG_PAGE_ID - 1] = 0;
}

bg_span bg_doc_origin(const bg_doc *doc, bg_span range) { return bg_map__span(&((const reading *)doc)->map, range); }

void bg_doc_free(bg_doc *doc) {
    if (doc) bg_arena__free(((reading *)doc)->arena);
}
