/* added_json: what was done with a page, for programs. */
#include "../base/json.h"
#include "out.h"

bg_code bg_added_json(const bg_item *item, const bg_doc *doc, const bg_added *added, bg_out *out, bg_error *err) {
    bg_buf buf;
    bg_json json;
    char id[BG_PAGE_ID];
    bg_buf__init(&buf, BG_VIEW_MAX);
    bg_json__init(&json, &buf);
    bg_json__object(&json, NULL);
    bg_json__text(&json, "source", item->source);
    if (doc) {
        char page[BG_PAGE_ID + 1];
        bg_doc_id(doc, id);
        snprintf(page, sizeof page, "p%s", id);
        bg_json__text(&json, "page", page);
    }
    bg_json__bool(&json, "added", added->added);
    if (added->renewed) bg_json__bool(&json, "renewed", true);
    if (added->copy) bg_json__bool(&json, "copy", true);
    if (added->state) bg_json__bool(&json, "state", true);
    if (added->added) {
        bg_json__int(&json, "events", (int64_t)added->events);
        bg_json__int(&json, "statements", (int64_t)added->statements);
        bg_json__int(&json, "notes", (int64_t)added->notes);
    }
    bg_json__end(&json);
    return bg_out__take(out, &buf, err);
}
