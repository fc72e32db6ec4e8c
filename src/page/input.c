/* input: levels, and the format that a level has. */
#include "input.h"

#include <stdlib.h>
#include <strings.h>

#define LOOK 4096         /* bytes by which a format is told */
#define FAILURES_MAX 1000 /* so many broken records more than sound ones, and there is nothing to be read here: work stays bounded, */
#define WASTE_MAX ((uint64_t)16 * BG_PAGE_MAX) /* … and so many bytes, since one that lies about its length may have been looked for to the file's end */

const char *bg_input__text(bg_input *input, const char *text) { return text ? bg_arena__text(input->arena, text, strlen(text)) : NULL; }

const char *bg_input__moment(bg_input *input, const char *text) {
    char utc[BG_MOMENT];
    return text && bg_moment__utc(text, strlen(text), utc) ? bg_input__text(input, utc) : NULL;
}

/* ------------------------------------------------------------------ failures */

bg_step bg_input__fail(bg_input *input, const bg_level *level, bg_code code, size_t byte, const char *format, ...) {
    char why[300];
    va_list args;
    va_start(args, format);
    vsnprintf(why, sizeof why, format, args);
    va_end(args);
    bg_error__set(&input->failure, code, byte, "'%s': %s", level->name, why);
    return BG_STEP_FAILED;
}

bg_step bg_input__fail_stream(bg_input *input, bg_level *level) {
    bg_error broken = level->stream->broken;
    level->done = !bg_stream__resume(level->stream);
    return bg_input__fail(input, level, broken.code, broken.byte, "%s", broken.message);
}

bg_step bg_input__fail_whole(bg_input *input, const bg_level *level) {
    const bg_error *broken = &level->stream->broken;
    return bg_input__fail(input, level, broken->code, broken->byte, "%s", broken->message);
}

/* ------------------------------------------------------------------ which format */

static bool ends_with(const char *name, const char *end) {
    size_t size = strlen(name), tail = strlen(end);
    return size > tail && strcasecmp(name + size - tail, end) == 0;
}

/* Does the name end so, perhaps with what says that it is packed? */
static bool is_named(const char *name, const char *end) {
    static const char *const packings[] = {"", ".gz", ".zst"};
    char whole[32];
    for (size_t i = 0; i < BG_COUNT(packings); i++) {
        snprintf(whole, sizeof whole, "%s%s", end, packings[i]);
        if (ends_with(name, whole)) return true;
    }
    return false;
}

static size_t behind_blanks(const char *bytes, size_t size, size_t at) {
    while (at < size && memchr(" \t\r\n", bytes[at], 4)) at++;
    return at;
}

/* `{"key":`, as no text begins. */
static bool begins_as_json(const char *bytes, size_t size) {
    size_t at = behind_blanks(bytes, size, 1);
    const char *end = at < size && bytes[at] == '"' ? memchr(bytes + at + 1, '"', size - at - 1) : NULL;
    at = end ? behind_blanks(bytes, size, (size_t)(end - bytes) + 1) : size;
    return at < size && bytes[at] == ':';
}

/* An object with a key that lines of pages have; where what is seen is not all of it, any object. */
static bool is_lines(const char *bytes, size_t size) {
    size_t at = behind_blanks(bytes, size, size >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0);
    if (at == size || bytes[at] != '{') return false;
    if (size == LOOK && begins_as_json(bytes + at, size - at)) return true;
    static const char *const keys[] = {"\"url\"", "\"text\"", "\"html\"", "\"title\"", "\"format\""};
    for (size_t i = 0; i < BG_COUNT(keys); i++)
        if (memmem(bytes + at, size - at, keys[i], strlen(keys[i]))) return true;
    return false;
}

static const bg_format *format_by_name(const char *name) {
    static const struct {
        const char *end;
        const bg_format *format;
    } names[] = {{".warc", &bg_format__warc},   {".wet", &bg_format__warc},   {".jsonl", &bg_format__lines}, {".ndjson", &bg_format__lines},
                 {".mhtml", &bg_format__message}, {".mht", &bg_format__message}, {".zip", &bg_format__zip},     {".wacz", &bg_format__zip}};
    for (size_t i = 0; i < BG_COUNT(names); i++)
        if (is_named(name, names[i].end)) return names[i].format;
    return &bg_format__page;
}

static const bg_format *format_of(bg_stream *stream, const char *name) {
    bg_stream__need(stream, LOOK);
    const char *at = bg_stream__here(stream);
    size_t size = bg_stream__seen(stream);
    if (size >= 4 && (memcmp(at, "PK\3\4", 4) == 0 || memcmp(at, "PK\5\6", 4) == 0)) return &bg_format__zip;
    if (size >= 5 && memcmp(at, "WARC/", 5) == 0) return &bg_format__warc;
    if (is_lines(at, size < LOOK ? size : LOOK)) return &bg_format__lines;
    if (bg_message__is(at, size < LOOK ? size : LOOK)) return &bg_format__message;
    return size ? format_by_name(name) : &bg_format__page;
}

/* ------------------------------------------------------------------ levels */

static void close_level(bg_level *level) {
    if (level->format && level->format->close) level->format->close(level);
    while (level->stream_count) bg_stream__close(level->streams[--level->stream_count]);
    free(level->name);
    *level = (bg_level){0};
}

/* Unpack as long as there is something packed. */
static bg_code unpack(bg_level *level, bg_error *err) {
    bg_packing packing;
    for (level->stream = level->streams[0]; level->stream_count <= BG_PACKINGS; level->stream = level->streams[level->stream_count++]) {
        size_t seen = bg_stream__need(level->stream, 4);
        if (!seen || !bg_stream__is_packed(bg_stream__here(level->stream), seen, &packing)) break;
        bg_code code = bg_stream__open_packed(packing, level->stream, &level->streams[level->stream_count], err);
        if (code) return code;
    }
    return BG_OK;
}

bool bg_input__push(bg_input *input, bg_stream *raw, const char *name) {
    if (input->depth == BG_LEVELS) {
        bg_stream__close(raw);
        bg_error__set(&input->failure, BG_E_DAMAGED, BG_NO_BYTE, "'%s': archives within archives, deeper than %d", name, BG_LEVELS);
        return false;
    }
    bg_level *level = &input->levels[input->depth];
    *level = (bg_level){.streams = {raw}, .stream_count = 1, .name = strdup(name)};
    bg_code code = level->name ? unpack(level, &input->failure) : bg_error__set(&input->failure, BG_E_NOMEM, BG_NO_BYTE, "out of memory");
    if (code) return close_level(level), false;
    level->format = format_of(level->stream, name);
    if (level->format == &bg_format__warc) level->stream->sign = "WARC/";
    input->depth++;
    return true;
}

static bg_code open_input(bg_stream *raw, const char *name, bg_input **out, bg_error *err) {
    bg_input *input = calloc(1, sizeof *input);
    bg_arena *arena = input ? bg_arena__new() : NULL;
    if (!arena) return free(input), bg_stream__close(raw), bg_error__set(err, BG_E_NOMEM, BG_NO_BYTE, "out of memory");
    input->arena = arena;
    bg_buf__init(&input->plain, BG_PAGE_MAX);
    bg_buf__init(&input->spare, BG_PAGE_MAX);
    if (bg_input__push(input, raw, name)) return *out = input, BG_OK;
    if (err) *err = input->failure;
    bg_code code = input->failure.code;
    bg_input_close(input);
    return code;
}

bg_code bg_input__open_bytes(const char *name, const char *bytes, size_t size, bg_input **out, bg_error *err) {
    bg_stream *raw;
    *out = NULL;
    bg_code code = bg_stream__open_bytes(bytes, size, &raw, err);
    return code ? code : open_input(raw, name, out, err);
}

/* "a.warc.gz#12345+678": the name of the file, the byte in it, the bytes behind that once it is unpacked. */
static bool split_place(const char *path, size_t *name, uint64_t *byte, uint64_t *within) {
    const char *hash = strrchr(path, '#');
    if (!hash || hash == path || hash[1] < '0' || hash[1] > '9') return false;
    char *end;
    *byte = strtoull(hash + 1, &end, 10);
    *within = *end == '+' ? strtoull(end + 1, &end, 10) : 0;
    *name = (size_t)(hash - path);
    return !*end;
}

static bg_code open_place(const char *path, bg_input **out, bg_error *err) {
    size_t size = 0;
    uint64_t byte = 0, within = 0;
    bg_stream *raw = NULL;
    if (!split_place(path, &size, &byte, &within)) return BG_E_OPEN;
    char *name = strndup(path, size);
    bg_code code = name ? bg_stream__open_file(name, &raw, NULL) : BG_E_NOMEM;
    if (!code && !bg_stream__seek(raw, byte)) code = BG_E_OPEN, bg_stream__close(raw);
    if (!code) code = open_input(raw, name, out, err);
    if (*out) (*out)->alone = true;
    if (*out && within) bg_stream__skip((*out)->levels[0].stream, within);
    free(name);
    return code;
}

/* What stands before a slash is a zip, and behind it the name of an entry, perhaps with a place. */
static bg_code open_entry(const char *path, bg_input **out) {
    char *name = strdup(path);
    size_t size = 0;
    bg_input *input = NULL;
    bg_stream *raw;
    uint64_t byte = 0, within = 0;
    bool placed = name && split_place(path, &size, &byte, &within);
    for (char *slash = name ? strrchr(name, '/') : NULL; slash > name && !input; slash = strrchr(name, '/')) {
        *slash = 0;
        if (strcmp(name, "-") == 0 || bg_stream__open_file(name, &raw, NULL)) continue;
        open_input(raw, name, &input, NULL);
        if (!input || input->levels[0].format != &bg_format__zip) break;
        input->only = placed ? strndup(path, size) : strdup(path);
        input->placed = placed, input->byte = byte, input->within = within;
    }
    free(name);
    if (input && input->only) return *out = input, BG_OK;
    bg_input_close(input);
    return BG_E_OPEN;
}

/* To the record in an entry, which cannot be gone back in: the dictionary that its frames need is kept. */
static bool leap(bg_input *input, bg_stream *raw) {
    size_t seen = bg_stream__need(raw, 8), dictionary = bg_stream__dictionary(bg_stream__here(raw), seen);
    if (dictionary && !bg_stream__keep(raw, dictionary)) return bg_error__set(&input->failure, BG_E_NOMEM, BG_NO_BYTE, "out of memory"), false;
    bg_stream__skip(raw, input->byte);
    return true;
}

bool bg_input__push_only(bg_input *input, bg_stream *raw, const char *name) {
    bool placed = input->only && input->placed;
    if (placed && !leap(input, raw)) return bg_stream__close(raw), false;
    if (!bg_input__push(input, raw, name)) return false;
    if (placed) bg_stream__skip(input->levels[input->depth - 1].stream, input->within);
    input->alone = placed;
    return true;
}

bg_code bg_input_open(const char *path, bg_input **out, bg_error *err) {
    bg_stream *raw;
    *out = NULL;
    bg_code code = bg_stream__open_file(path, &raw, err);
    if (!code) return open_input(raw, path, out, err);
    return code == BG_E_OPEN && (open_place(path, out, NULL) == BG_OK || open_entry(path, out) == BG_OK) ? BG_OK : code;
}

void bg_input_close(bg_input *input) {
    if (!input) return;
    while (input->depth) close_level(&input->levels[--input->depth]);
    bg_buf__free(&input->plain);
    bg_buf__free(&input->spare);
    bg_arena__free(input->arena);
    free(input->only);
    free(input);
}

/* ------------------------------------------------------------------ pages */

/* Strings of the page before go. */
static bool fresh(bg_input *input) {
    input->item = (bg_item){0};
    if (!bg_arena__used(input->arena)) return true;
    bg_arena *arena = bg_arena__new();
    if (!arena) return false;
    bg_arena__free(input->arena);
    input->arena = arena;
    return true;
}

static void drop_levels(bg_input *input) {
    while (input->depth) close_level(&input->levels[--input->depth]);
}

static bg_code out_of_memory(bg_input *input, bg_error *err) {
    drop_levels(input);
    return bg_error__set(err, BG_E_NOMEM, BG_NO_BYTE, "out of memory");
}

static bg_code failed(bg_input *input, bg_error *err) {
    if (++input->failures > FAILURES_MAX || input->wasted > WASTE_MAX) {
        bg_error__set(&input->failure, BG_E_DAMAGED, input->failure.byte, "'%s': too much of it is broken, the rest is left alone",
                      input->depth ? input->levels[0].name : "");
        drop_levels(input);
    }
    if (input->alone) drop_levels(input);
    if (input->failure.code == BG_E_NOMEM) return out_of_memory(input, err);
    if (err) *err = input->failure;
    return input->failure.code;
}

/* What headers say may hold anything: text without control bytes, in UTF-8, with signs where it is none. */
static const char *clean(bg_input *input, const char *text) {
    size_t size = text ? strlen(text) : 0, bad = 0;
    while (bad < size && (unsigned char)text[bad] >= ' ' && text[bad] != 0x7F) bad++;
    if (!text || (bad == size && bg_utf8__invalid(text, size) == size)) return text;
    char *copy = bg_arena__text(input->arena, text, size);
    for (size_t i = 0; copy && i < size; i++)
        if ((unsigned char)copy[i] < ' ' || copy[i] == 0x7F) copy[i] = '?';
    while (copy && (bad = bg_utf8__invalid(copy, size)) < size) copy[bad] = '?';
    return copy;
}

static void found(bg_input *input, const bg_item **item) {
    if (input->failures) input->failures--;
    input->wasted -= input->wasted < input->item.size ? input->wasted : input->item.size;
    bg_saved__look(input, &input->item);
    input->item.url = clean(input, input->item.url);
    input->item.type = clean(input, input->item.type);
    input->item.title = clean(input, input->item.title);
    *item = &input->item;
}

bg_code bg_input_next(bg_input *input, const bg_item **item, bg_error *err) {
    *item = NULL;
    if (input->alone && input->item.bytes) drop_levels(input);
    if (!fresh(input)) return out_of_memory(input, err);
    while (input->depth) {
        bg_level *top = &input->levels[input->depth - 1];
        bool alone = input->alone; /* before the step, which may find the entry that the record is in */
        bg_step step = top->format->next(input, top);
        if (step == BG_STEP_PAGE) found(input, item);
        if (bg_arena__failed(input->arena)) return *item = NULL, out_of_memory(input, err);
        if (step == BG_STEP_PAGE) return BG_OK;
        if (step == BG_STEP_FAILED) return failed(input, err);
        if (step == BG_STEP_AGAIN && alone) drop_levels(input);
        if (step == BG_STEP_END) close_level(&input->levels[--input->depth]);
    }
    return BG_OK;
}

size_t bg_input__all(bg_level *level) {
    while (bg_stream__need(level->stream, BG_PAGE_MAX + 1) <= BG_PAGE_MAX && bg_stream__cross(level->stream)) {}
    return bg_stream__seen(level->stream) <= BG_PAGE_MAX ? bg_stream__seen(level->stream) : BG_PAGE_MAX + 1;
}

/* ------------------------------------------------------------------ a page as it is */

static bg_step next_page(bg_input *input, bg_level *level) {
    if (level->done) return BG_STEP_END;
    size_t size = bg_input__all(level);
    level->done = true;
    if (level->stream->broken.code) return bg_input__fail_whole(input, level);
    if (size > BG_PAGE_MAX) return bg_input__fail(input, level, BG_E_TOOBIG, BG_PAGE_MAX, "larger than %zu bytes", BG_PAGE_MAX);
    input->item = (bg_item){.source = bg_input__text(input, level->name), .bytes = size ? bg_stream__here(level->stream) : "", .size = size};
    return BG_STEP_PAGE;
}

const bg_format bg_format__page = {"page", next_page, NULL};
