/* prepare: see prepare.h. */
#include "prepare.h"
#include "fold.h"
#include "told.h"

#include <libdeflate.h>
#include <stdlib.h>

#define FOLD_MAX ((size_t)1 << 30)

struct bg_prepared {
    bg_arena *arena;
    bg_ids ids;
    bg_ready ready;
};

/* A page is packed once and hardly ever unpacked, but it is small: level 4 gives what zlib gives, in less than half of its time. */
static const void *deflated(bg_arena *arena, const char *bytes, size_t size, size_t *out_size) {
    struct libdeflate_compressor *packer = libdeflate_alloc_compressor(4);
    size_t room = libdeflate_zlib_compress_bound(packer, size);
    void *out = packer ? malloc(room) : NULL;
    *out_size = out ? libdeflate_zlib_compress(packer, bytes, size, out, room) : 0;
    const void *kept = *out_size ? bg_arena__copy(arena, out, *out_size) : NULL;
    libdeflate_free_compressor(packer);
    free(out);
    return kept;
}

static bool fold(bg_arena *arena, const bg_doc *doc, bg_span at, bg_passage *out) {
    bg_buf exact, folded;
    *out = (bg_passage){"", "", 0, 0};
    if (!at.end) return true;
    bg_buf__init(&exact, FOLD_MAX);
    bg_buf__init(&folded, FOLD_MAX);
    bool ok = bg_text__nfc(doc->text + at.start, at.end - at.start, &exact);
    bg_text__fold(exact.bytes ? exact.bytes : "", exact.size, &folded);
    out->exact_size = exact.size, out->folded_size = folded.size;
    out->exact = bg_buf__keep(&exact, arena);
    out->folded = bg_buf__keep(&folded, arena);
    return ok && out->exact && out->folded;
}

bool bg_ready__pack(bg_arena *arena, const bg_doc *doc, const char *bytes, size_t size, bg_ready *out) {
    out->packed = deflated(arena, bytes, size, &out->packed_size);
    bool same = doc->text_size == size && (size == 0 || memcmp(doc->text, bytes, size) == 0);
    if (!same) out->text = deflated(arena, doc->text, doc->text_size, &out->text_size);
    return out->packed && (same || out->text);
}

bool bg_ready__passages(bg_arena *arena, const bg_doc *doc, bg_ready *out) {
    const bg_article *a = &doc->article;
    out->body = bg_arena__alloc(arena, (a->body_count + 1) * sizeof *out->body);
    if (!out->body || !fold(arena, doc, a->title_span, &out->title)) return false;
    for (size_t i = 0; i < a->body_count; i++)
        if (!fold(arena, doc, a->body[i].span, &out->body[i])) return false;
    return true;
}

bool bg_ready__accounts(bg_arena *arena, const bg_doc *doc, const bg_ids *ids, bg_ready *out) {
    bg_named *names;
    bg_account *accounts = bg_arena__alloc(arena, (doc->event_count + 1) * sizeof *accounts);
    if (!accounts || !bg_account__names(arena, doc, &names)) return false;
    out->names = names, out->accounts = accounts;
    for (size_t i = 0; i < doc->event_count; i++)
        if (!bg_account__make(arena, doc, ids, names, i, &accounts[i])) return false;
    return true;
}

static bool prepare(bg_prepared *made, const bg_doc *doc, const char *bytes, size_t size) {
    made->ready = (bg_ready){0};
    if (!bg_ids__make(made->arena, doc, bytes, size, &made->ids) || !bg_ready__pack(made->arena, doc, bytes, size, &made->ready)) return false;
    made->ready.told = bg_told__hash(doc, &made->ids);
    bg_print__make(made->arena, doc, &made->ready.print);
    made->ids.ready = &made->ready;
    return bg_ready__passages(made->arena, doc, &made->ready) && bg_ready__accounts(made->arena, doc, &made->ids, &made->ready)
           && bg_ranges__pack(made->arena, doc, &made->ids, &made->ready.ranges) && bg_lines__pack(made->arena, doc, &made->ready.lines)
           && !bg_arena__failed(made->arena);
}

bg_code bg_record_prepare(const bg_doc *doc, const char *bytes, size_t size, bg_prepared **out, bg_error *err) {
    *out = NULL;
    bg_arena *arena = bg_arena__new();
    bg_prepared *made = arena ? bg_arena__alloc(arena, sizeof *made) : NULL;
    if (made) {
        made->arena = arena;
        if (prepare(made, doc, bytes ? bytes : "", size)) {
            *out = made;
            return BG_OK;
        }
    }
    bg_arena__free(arena);
    return bg_error__set(err, BG_E_NOMEM, BG_NO_BYTE, "out of memory");
}

const bg_ids *bg_prepared__ids(const bg_prepared *prepared) { return &prepared->ids; }

void bg_prepared_free(bg_prepared *prepared) {
    if (prepared) bg_arena__free(prepared->arena);
}
