/* sites: which lines recur on the pages of a site, how often, and who drops them. */
#include "../record/lines.h"
#include "contact.h"
#include "labels.h"

#define LINES 10       /* shown of each site */
#define WORDS_MAX 100  /* bytes of a line before people, to the end of a letter */

typedef struct sites {
    const char *host;
    const bg_style *style;
    size_t count;
} sites;

/* "reader": by itself on every page; "site": the reader keeps it, so that it is left out because it recurs. */
static const char *dropped_by(const bg_site_line *line) { return line->kept ? "site" : "reader"; }

static void site_json(const bg_site *site, bg_buf *out) {
    bg_json json;
    bg_json__init(&json, out);
    bg_json__object(&json, NULL);
    bg_json__text(&json, "host", site->host);
    bg_json__int(&json, "pages", (int64_t)site->pages);
    bg_json__int(&json, "lines", (int64_t)site->line_count);
    bg_json__int(&json, "kept_by_reader", (int64_t)site->kept_count);
    bg_json__array(&json, "recurring");
    for (size_t i = 0; i < site->shown; i++) {
        bg_json__object(&json, NULL);
        bg_json__text(&json, "text", site->lines[i].words);
        bg_json__int(&json, "articles", (int64_t)site->lines[i].pages);
        bg_json__int(&json, "kept", (int64_t)site->lines[i].kept);
        bg_json__text(&json, "dropped_by", dropped_by(&site->lines[i]));
        bg_json__end(&json);
    }
    bg_json__end(&json);
    bg_json__end(&json);
    bg_buf__char(out, '\n');
}

static void site_text(const bg_site *site, bg_lang lang, bg_buf *out) {
    bg_buf__print(out, "%s  %s %zu  %s %zu  %s %zu\n", site->host, bg_label__of(BG_LABEL_HEADING, "pages", lang), site->pages, bg_label__of(BG_LABEL_HEADING, "recurring", lang),
                  site->line_count, bg_label__of(BG_LABEL_HEADING, "dropped_site", lang), site->kept_count);
    for (size_t i = 0; i < site->shown; i++) {
        const char *words = site->lines[i].words ? site->lines[i].words : "";
        size_t size = strlen(words), kept = bg_utf8__cut(words, size, WORDS_MAX);
        bg_buf__print(out, "%6zu  %c  ", site->lines[i].pages, site->lines[i].kept ? '*' : ' ');
        for (size_t k = 0; k < kept; k++) bg_buf__char(out, (unsigned char)words[k] < ' ' ? ' ' : words[k]);
        bg_buf__text(out, kept < size ? "…\n" : "\n");
    }
    if (site->shown < site->line_count) bg_buf__text(out, "        …\n");
}

static void write(void *context, bg_record *record, bg_arena *arena, bg_buf *out) {
    sites *s = context;
    bg_sites list = {0};
    if (!bg_lines__sites(record, arena, s->host, s->host || s->style->json ? SIZE_MAX >> 1 : LINES, &list)) return;
    s->count = list.count;
    for (size_t i = 0; i < list.count; i++) {
        if (s->style->json) site_json(&list.items[i], out);
        else site_text(&list.items[i], s->style->lang, out);
    }
}

bg_code bg_view_sites(bg_record *record, const char *host, const bg_style *style, bg_out *out, size_t *count, bg_error *err) {
    sites s = {.host = host, .style = style};
    bg_code code = bg_view__run(record, write, &s, out, err);
    if (count) *count = s.count;
    return code;
}
