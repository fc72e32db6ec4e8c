/* lines: JSON lines, an object a page. */
#include "input.h"

#include <jansson.h>

#define STRANGE_LINES 3 /* lines that are no objects, from the first on, after which no more are expected */

/* Size of the line that is seen, with its end; 0: there is none. *cut: it is larger than a page may be. */
static size_t line_size(bg_stream *stream, bool *cut) {
    for (size_t done = 0;;) {
        const char *here = bg_stream__here(stream);
        size_t seen = bg_stream__seen(stream);
        const char *feed = seen > done ? memchr(here + done, '\n', seen - done) : NULL;
        if (feed) return (size_t)(feed - here) + 1;
        done = seen;
        *cut = seen > BG_PAGE_MAX;
        if (*cut || (bg_stream__need(stream, seen + 1) <= seen && !bg_stream__cross(stream))) return seen;
    }
}

static void skip_line(bg_stream *stream) {
    for (;;) {
        size_t seen = bg_stream__need(stream, 1) ? bg_stream__seen(stream) : 0;
        const char *feed = seen ? memchr(bg_stream__here(stream), '\n', seen) : NULL;
        bg_stream__take(stream, feed ? (size_t)(feed - bg_stream__here(stream)) + 1 : seen);
        if (feed || (!seen && !bg_stream__cross(stream))) return;
    }
}

static const char *text_of(bg_input *input, const json_t *object, const char *key) {
    const json_t *value = json_object_get(object, key);
    if (json_is_integer(value)) return bg_arena__print(input->arena, "%lld", (long long)json_integer_value(value));
    if (json_is_real(value)) return bg_arena__print(input->arena, "%.0f", json_real_value(value));
    const char *text = json_string_value(value);
    return text && *text ? bg_input__text(input, text) : NULL;
}

/* A title that the text does not begin with stands above it: it is part of the page. */
static void put_title(bg_input *input, const json_t *text, const char *title) {
    const char *at = json_string_value(text);
    while (*at == ' ' || *at == '\n' || *at == '\r' || *at == '\t') at++;
    if (!title || strncmp(at, title, strlen(title)) == 0) return;
    bg_buf__text(&input->plain, title);
    bg_buf__text(&input->plain, "\n\n");
}

/* The item of an object: its text, or its HTML. */
static bg_step read_object(bg_input *input, const bg_level *level, const json_t *object, size_t byte) {
    const json_t *html = json_object_get(object, "html"), *text = json_object_get(object, "text");
    bg_item *item = &input->item;
    bool is_html = json_string_length(html) > 0;
    if (!is_html && !json_is_string(text)) return bg_input__fail(input, level, BG_E_DAMAGED, byte, "the line has neither text nor html");
    item->url = text_of(input, object, "url");
    item->title = text_of(input, object, "title");
    item->captured = bg_input__moment(input, text_of(input, object, "ts"));
    const char *published = text_of(input, object, "published");
    char here[BG_MOMENT];
    if (published && bg_moment__here(published, strlen(published), here)) item->published = bg_input__text(input, here);
    item->type = is_html ? "text/html; charset=utf-8" : "text/plain; charset=utf-8";
    bg_buf__clear(&input->plain);
    if (!is_html) put_title(input, text, item->title);
    const json_t *body = is_html ? html : text;
    bg_buf__add(&input->plain, json_string_value(body), json_string_length(body));
    if (input->plain.failed) return bg_input__fail(input, level, BG_E_NOMEM, BG_NO_BYTE, "out of memory");
    item->bytes = input->plain.bytes;
    item->size = input->plain.size;
    return BG_STEP_PAGE;
}

static bool is_blank(const char *at, size_t size) {
    for (size_t i = 0; i < size; i++)
        if (!memchr(" \t\r\n", at[i], 4)) return false;
    return true;
}

/* No line so far was an object: this is another kind of JSON, one object over many lines perhaps, and each line would be complained about. */
static bool is_other_json(const bg_level *level) { return !level->good && level->count + 1 >= STRANGE_LINES; }

static bg_step read_line(bg_input *input, bg_level *level, size_t size, size_t byte) {
    const char *at = bg_stream__here(level->stream);
    size_t mark = size >= 3 && memcmp(at, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    if (is_blank(at + mark, size - mark)) return BG_STEP_AGAIN;
    json_error_t why;
    json_t *object = json_loadb(at + mark, size - mark, JSON_ALLOW_NUL, &why);
    bg_step step;
    if (!json_is_object(object)) {
        level->done = is_other_json(level);
        step = bg_input__fail(input, level, BG_E_DAMAGED, byte, "the line is no JSON object%s%s%s", object ? "" : ": ", object ? "" : why.text,
                              level->done ? "; nor is any before it, so the rest is passed over" : "");
    } else if (!level->count && json_object_get(object, "format")) level->done = true, step = BG_STEP_AGAIN; /* a list of an archive's pages */
    else step = read_object(input, level, object, byte);
    level->count++;
    level->good += json_is_object(object);
    json_decref(object);
    return step;
}

static bg_step next_line(bg_input *input, bg_level *level) {
    bg_stream *stream = level->stream;
    char place[BG_PLACE];
    bool cut = false;
    bg_stream__take(stream, level->taken);
    level->taken = 0;
    if (level->done) return BG_STEP_END;
    size_t size = line_size(stream, &cut), byte = bg_stream__byte(stream);
    bg_stream__place(stream, place);
    if (cut) {
        skip_line(stream);
        return bg_input__fail(input, level, BG_E_TOOBIG, byte, "a line of more than %zu bytes", BG_PAGE_MAX);
    }
    if (stream->broken.code && (!size || bg_stream__here(stream)[size - 1] != '\n')) return bg_input__fail_stream(input, level);
    if (!size) return BG_STEP_END;
    level->taken = size;
    bg_step step = read_line(input, level, size, byte);
    if (step == BG_STEP_PAGE) input->item.source = bg_arena__print(input->arena, "%s#%s", level->name, place);
    return step;
}

const bg_format bg_format__lines = {"lines", next_line, NULL};
