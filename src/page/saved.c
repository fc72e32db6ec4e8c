/* saved: what the programs that save pages write into them, and what lies beside pages. */
#include "input.h"

#include <strings.h>

#define LOOK ((size_t)8 << 10) /* such a comment stands in the head */

/* The text behind `key` up to the line's end or the comment's, trimmed; NULL: there is none. */
static const char *behind(bg_input *input, const char *from, const char *end, const char *key) {
    const char *at = memmem(from, (size_t)(end - from), key, strlen(key));
    if (!at) return NULL;
    at += strlen(key);
    const char *stop = at;
    while (stop < end && *stop != '\n' && *stop != '\r' && !(end - stop >= 3 && memcmp(stop, "-->", 3) == 0)) stop++;
    while (at < stop && *at == ' ') at++;
    while (stop > at && stop[-1] == ' ') stop--;
    return stop > at ? bg_arena__text(input->arena, at, (size_t)(stop - at)) : NULL;
}

/* "saved from url=(0023)https://…": the number is the address's length. */
static const char *behind_number(const char *text) {
    const char *close = text && *text == '(' ? strchr(text, ')') : NULL;
    return close ? close + 1 : NULL;
}

void bg_saved__look(bg_input *input, bg_item *item) {
    const char *head = item->bytes, *end = head + (item->size < LOOK ? item->size : LOOK);
    if (item->url && item->captured) return;
    const char *comment = memmem(head, (size_t)(end - head), "<!--", 4);
    if (!comment) return;
    const char *file = memmem(comment, (size_t)(end - comment), "Page saved with SingleFile", 26);
    const char *url = file ? behind(input, file, end, "url:") : behind_number(behind(input, comment, end, "saved from url="));
    if (!item->url) item->url = url;
    if (file && !item->captured) item->captured = bg_input__moment(input, behind(input, file, end, "saved date:"));
}

bool bg_input_may_hold(const char *path) {
    static const char *const others[] = {
        "7z",   "aac", "avi",  "avif", "bin",  "bmp",  "bz2", "cdx", "cdxj", "class", "css", "csv", "db",  "doc", "docx", "eot", "exe", "flv", "gif",
        "heic", "ico", "idx",  "jpe",  "jpeg", "jpg",  "js",  "json", "log", "m3u8",  "m4a", "m4v", "map", "mjs",  "mkv", "mov", "mp3", "mp4",
        "odt",  "ogg", "opus", "otf",  "pdf",  "png",  "ppt", "pptx", "psd", "py",    "rar", "rels", "rss", "sh", "sqlite", "svg", "tar", "tif",
        "tiff", "ts",  "tsv",  "ttf",  "wasm", "wav",  "webm", "webmanifest", "webp", "wmv", "woff", "woff2", "xls", "xlsx", "xml", "xsl", "xz", "yaml", "yml"};
    const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path, *dot = strrchr(name, '.');
    if (*name == '.') return false;
    for (size_t i = 0; dot && i < BG_COUNT(others); i++)
        if (strcasecmp(dot + 1, others[i]) == 0) return false;
    return true;
}
