/* doc: the whole order of the stages, page → article → text → mention → claim. Nothing else knows it. */
#include "article/article.h"
#include "article/repeated.h"
#include "claim/claim.h"

#include <stdlib.h>

typedef struct reading {
    bg_doc public; /* first, so that a bg_doc * is a reading * */
    bg_arena *arena;
    bg_map map; /* from the text to the bytes */
} reading;

static bg_code read_claims(reading *d, const bg_data *data, const bg_page *page, bg_error *err) {
    bg_text text;
    bg_mentions mentions;
    bg_claims claims;
    if (!bg_text__build(&text, d->arena, data, page->text, page->size, &d->public.article) ||
        !bg_mentions__find(&mentions, &text, d->public.article.published) || !bg_claims__find(&claims, &mentions) ||
        !bg_claims__publish(&claims, &d->public) || bg_arena__failed(d->arena))
        return bg_error__set(err, BG_E_NOMEM, BG_NO_BYTE, "'%s': out of memory", page->source);
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

static bg_code read_into(reading *d, const bg_data *data, const bg_item *item, bool whole, bg_error *err) {
    bg_page page = {0};
    bg_article *article = &d->public.article;
    keep_item(d, item);
    bg_code code = open_page(d, &page, err);
    if (!code) code = bg_article__find(d->arena, data, &page, article, err);
    if (!code && !bg_article__leave_repeated(d->arena, page.text, item->repeated, item->repeated_count, article))
        code = bg_error__set(err, BG_E_NOMEM, BG_NO_BYTE, "'%s': out of memory", page.source);
    if (code) return code;
    article->captured = page.captured;
    if (page.url) article->url = page.url, article->url_from = "container";
    take_published(article, &d->public.item);
    d->public.reader = bg_data__reader(data, d->arena);
    d->public.text = page.text;
    d->public.text_size = page.size;
    d->public.charset = page.charset;
    d->public.markup = page.html != NULL;
    d->map = page.map;
    return whole ? read_claims(d, data, &page, err) : BG_OK;
}

static bg_code read_item(const bg_data *data, const bg_item *item, bool whole, bg_doc **out, bg_error *err) {
    *out = NULL;
    bg_arena *arena = bg_arena__new();
    reading *d = arena ? bg_arena__alloc(arena, sizeof *d) : NULL;
    if (!d) {
        bg_arena__free(arena);
        return bg_error__set(err, BG_E_NOMEM, BG_NO_BYTE, "out of memory");
    }
    d->arena = arena;
    bg_code code = read_into(d, data, item, whole, err);
    if (code) return bg_arena__free(arena), code;
    *out = &d->public;
    return BG_OK;
}

bg_code bg_doc_read_item(const bg_data *data, const bg_item *item, bg_doc **out, bg_error *err) { return read_item(data, item, true, out, err); }

bg_code bg_doc_read_article(const bg_data *data, const bg_item *item, bg_doc **out, bg_error *err) { return read_item(data, item, false, out, err); }

bg_code bg_doc_read(const bg_data *data, const char *source, const char *bytes, size_t size, bg_doc **out, bg_error *err) {
    bg_item item = {.source = source, .bytes = bytes, .size = size};
    return bg_doc_read_item(data, &item, out, err);
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
