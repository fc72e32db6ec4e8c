/* article: a page's article alone, for people and as the object that `banggiao article` prints. */
#include "../base/json.h"
#include "../record/names.h"
#include "out.h"

static bool is_summary(const bg_article *a, bg_span s) {
    return a->summary && s.start < a->summary_span.end && s.end > a->summary_span.start;
}

static bool is_running(bg_block_kind kind) { return kind == BG_BLOCK_PARAGRAPH || kind == BG_BLOCK_HEADING || kind == BG_BLOCK_QUOTE; }

/* Paragraphs, headings and quotes joined by line ends; the summary stands for itself. */
static void put_body(const bg_doc *doc, bg_buf *out) {
    const bg_article *a = &doc->article;
    for (size_t i = 0; i < a->body_count; i++) {
        bg_span s = a->body[i].span;
        if (!is_running(a->body[i].kind) || is_summary(a, s)) continue;
        if (out->size) bg_buf__char(out, '\n');
        bg_buf__add(out, doc->text + s.start, s.end - s.start);
    }
}

static void write_captions(bg_json *json, const bg_doc *doc) {
    const bg_article *a = &doc->article;
    bg_json__array(json, "captions");
    for (size_t i = 0; i < a->body_count; i++) {
        bg_span s = a->body[i].span;
        if (a->body[i].kind == BG_BLOCK_CAPTION) bg_json__bytes(json, NULL, doc->text + s.start, s.end - s.start);
    }
    bg_json__end(json);
}

static void write_object(bg_json *json, const bg_doc *doc) {
    const bg_article *a = &doc->article;
    bg_buf body;
    bg_buf__init(&body, BG_VIEW_MAX);
    put_body(doc, &body);
    bg_json__object(json, NULL);
    bg_json__text(json, "source", a->source);
    bg_json__text(json, "url", a->url);
    bg_json__text(json, "url_from", a->url_from);
    bg_json__text(json, "captured", a->captured);
    bg_json__text(json, "title", a->title);
    bg_json__text(json, "published", a->published);
    bg_json__text(json, "published_from", a->published_from);
    bg_json__text(json, "modified", a->modified);
    bg_json__text(json, "modified_from", a->modified_from);
    if (a->author_count) bg_json__texts(json, "authors", a->authors, a->author_count);
    bg_json__text(json, "summary", a->summary);
    bg_json__bytes(json, "text", body.bytes ? body.bytes : "", body.size);
    write_captions(json, doc);
    bg_json__text(json, "outlet", a->outlet);
    bg_json__text(json, "agency", a->agency);
    bg_json__text(json, "reprint_of", a->reprint_of);
    bg_json__text(json, "profile", a->profile);
    if (a->profile && !a->is_list) bg_json__bool(json, "profile_fits", a->profile_fits);
    bg_json__text(json, "next", a->next);
    bg_json__bool(json, "is_list", a->is_list);
    bg_json__end(json);
    json->out->failed |= body.failed;
    bg_buf__free(&body);
}

bg_code bg_article_json(const bg_doc *doc, bg_out *out, bg_error *err) {
    bg_buf buf;
    bg_json json;
    bg_buf__init(&buf, BG_VIEW_MAX);
    bg_json__init(&json, &buf);
    write_object(&json, doc);
    return bg_out__take(out, &buf, err);
}

static void put_line(bg_buf *out, const char *label, const char *text, size_t size) {
    if (label) bg_buf__print(out, "%-16s ", label);
    bg_buf__add(out, text, size);
    bg_buf__char(out, '\n');
}

static void put_kept(const bg_doc *doc, bg_buf *out) {
    const bg_article *a = &doc->article;
    if (a->title) put_line(out, "title", a->title, strlen(a->title));
    for (size_t i = 0; i < a->body_count; i++) {
        bg_span s = a->body[i].span;
        put_line(out, is_summary(a, s) ? "summary" : bg_name__block(a->body[i].kind), doc->text + s.start, s.end - s.start);
    }
}

static void put_dropped(const bg_doc *doc, bg_buf *out) {
    const bg_article *a = &doc->article;
    for (size_t i = 0; i < a->dropped_count; i++)
        put_line(out, a->dropped[i].reason, doc->text + a->dropped[i].span.start, a->dropped[i].span.end - a->dropped[i].span.start);
}

static void put_text(const bg_doc *doc, bg_buf *out) {
    const bg_article *a = &doc->article;
    bg_buf body;
    bg_buf__init(&body, BG_VIEW_MAX);
    put_body(doc, &body);
    if (a->title) put_line(out, NULL, a->title, strlen(a->title)), bg_buf__char(out, '\n');
    if (a->summary) put_line(out, NULL, a->summary, strlen(a->summary)), bg_buf__char(out, '\n');
    if (body.size) put_line(out, NULL, body.bytes, body.size);
    out->failed |= body.failed;
    bg_buf__free(&body);
}

bg_code bg_article_text(const bg_doc *doc, bg_article_part part, bg_out *out, bg_error *err) {
    bg_buf buf;
    bg_buf__init(&buf, BG_VIEW_MAX);
    if (part & BG_ARTICLE_KEPT) put_kept(doc, &buf);
    if (part & BG_ARTICLE_DROPPED) put_dropped(doc, &buf);
    if (!part) put_text(doc, &buf);
    return bg_out__take(out, &buf, err);
}
