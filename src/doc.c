/* doc: the whole order of the stages, page → article → text → mention → claim. Nothing else knows it. */
#include "article/article.h"
#include "claim/claim.h"

#include <stdlib.h>

typedef struct reading {
    bg_doc public; /* first, so that a bg_doc * is a reading * */
    bg_arena *arena;
    const char *bytes; /* the page as it was given */
    size_t size;
    bg_map map; /* from the text to them */
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

static bg_code open_page(reading *d, const bg_item *item, bg_page *page, bg_error *err) {
    const char *name = kept(d, item->source);
    if (!name) return bg_error__set(err, BG_E_NOMEM, BG_NO_BYTE, "out of memory");
    bg_code code = bg_page__open(d->arena, name, item->bytes, item->size, kept(d, item->type), page, err);
    page->url = kept(d, item->url);
    page->captured = kept(d, item->captured);
    return code;
}

static bg_code read_into(reading *d, const bg_data *data, const bg_item *item, bg_error *err) {
    bg_page page = {0};
    bg_article *article = &d->public.article;
    bg_code code = open_page(d, item, &page, err);
    if (!code) code = bg_article__find(d->arena, data, &page, article, err);
    if (code) return code;
    article->url = page.url;
    article->captured = page.captured;
    if (!article->published) article->published = kept(d, item->published);
    d->public.reader = bg_data__reader(data, d->arena);
    d->public.text = page.text;
    d->public.text_size = page.size;
    d->public.charset = page.charset;
    d->bytes = item->bytes;
    d->size = item->size;
    d->map = page.map;
    return read_claims(d, data, &page, err);
}

bg_code bg_doc_read_item(const bg_data *data, const bg_item *item, bg_doc **out, bg_error *err) {
    *out = NULL;
    bg_arena *arena = bg_arena__new();
    reading *d = arena ? bg_arena__alloc(arena, sizeof *d) : NULL;
    if (!d) {
        bg_arena__free(arena);
        return bg_error__set(err, BG_E_NOMEM, BG_NO_BYTE, "out of memory");
    }
    d->arena = arena;
    bg_code code = read_into(d, data, item, err);
    if (code) return bg_arena__free(arena), code;
    *out = &d->public;
    return BG_OK;
}

bg_code bg_doc_read(const bg_data *data, const char *source, const char *bytes, size_t size, bg_doc **out, bg_error *err) {
    bg_item item = {.source = source, .bytes = bytes, .size = size};
    return bg_doc_read_item(data, &item, out, err);
}

void bg_doc_id(const bg_doc *doc, char id[BG_PAGE_ID]) {
    const reading *d = (const reading *)doc;
    char hex[BG_HEX_SHA256];
    bg_hash__sha256(d->bytes, d->size, hex);
    memcpy(id, hex, BG_PAGE_ID - 1);
    id[BG_PAGE_ID - 1] = 0;
}

bg_span bg_doc_origin(const bg_doc *doc, bg_span range) { return bg_map__span(&((const reading *)doc)->map, range); }

void bg_doc_free(bg_doc *doc) {
    if (doc) bg_arena__free(((reading *)doc)->arena);
}
