/* check: the complaints about lexicon and grammar, as lines or JSON lines. */
#include "../base/json.h"
#include "../data/data.h"
#include "out.h"

static void one(const bg_style *style, const char *line, size_t size, bg_buf *out) {
    if (style->json) {
        bg_json json;
        bg_json__init(&json, out);
        bg_json__object(&json, NULL);
        bg_json__bytes(&json, "complaint", line, size);
        bg_json__end(&json);
    } else bg_buf__add(out, line, size);
    bg_buf__char(out, '\n');
}

static size_t each_line(const bg_style *style, const bg_buf *lines, bg_buf *out) {
    size_t count = 0;
    for (size_t from = 0; from < lines->size;) {
        const char *end = memchr(lines->bytes + from, '\n', lines->size - from);
        size_t to = end ? (size_t)(end - lines->bytes) : lines->size;
        if (to > from) {
            one(style, lines->bytes + from, to - from, out);
            count++;
        }
        from = to + 1;
    }
    return count;
}

bg_code bg_data_check(const char *overlay_dir, const bg_style *style, bg_out *out, size_t *count, bg_error *err) {
    bg_buf lines, buf;
    bg_buf__init(&lines, BG_VIEW_MAX);
    bg_buf__init(&buf, BG_VIEW_MAX);
    bg_code code = bg_data__check(overlay_dir, &lines, err);
    size_t found = code == BG_OK ? each_line(style, &lines, &buf) : 0;
    if (code == BG_OK && lines.failed) buf.failed = true;
    if (code == BG_OK) code = bg_out__take(out, &buf, err);
    if (count) *count = found;
    bg_buf__free(&lines);
    bg_buf__free(&buf);
    return code;
}
