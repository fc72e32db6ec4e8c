/* common: reporting, printing, opening; the same for every command. */
#include "messages.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

/* The library's message without the file's name, which stands before it already. */
static const char *detail(const bg_error *err, const char *subject) {
    const char *text = err->message;
    size_t size = subject ? strlen(subject) : 0;
    if (strncmp(text, "record ", 7) == 0 && text[7] == '\'') text += 7;
    if (!subject || text[0] != '\'' || strncmp(text + 1, subject, size) != 0 || strncmp(text + 1 + size, "': ", 3) != 0)
        return err->message;
    return text + size + 4;
}

/* It is about what was typed, and says so itself: neither the file nor the id that the command was given stands before it. */
static bool is_of_words(const bg_error *err, bool known) { return (err->code == BG_E_USAGE || err->code == BG_E_NOTFOUND) && (known || strchr(err->message, '\'')); }

/* Vietnamese: "banggiao: 'FILE', byte 12: what it means (detail)", of words that were typed the detail alone, as English has it always. */
void note_error(const cli *c, const char *subject, const bg_error *err) {
    bool byte = err->byte != (size_t)-1;
    const char *why = detail(err, subject);
    char reason[sizeof err->message * 2];
    bool known = c->lang == BG_VI && reason_text(why, reason, sizeof reason);
    bool words = (known || c->lang == BG_EN) && is_of_words(err, known);
    fputs("banggiao: ", stderr);
    if (subject && !words) fprintf(stderr, "'%s'", subject);
    if (byte) {
        if (subject && !words) fputs(", ", stderr);
        fprintf(stderr, message_text(c->lang, M_BYTE), err->byte);
    }
    if ((subject && !words) || byte) fputs(": ", stderr);
    if (c->lang == BG_EN) fprintf(stderr, "%s\n", why);
    else if (words) fprintf(stderr, "%s\n", reason);
    else if (known && !*reason) fprintf(stderr, "%s\n", code_text(c->lang, err->code));
    else fprintf(stderr, "%s (%s)\n", code_text(c->lang, err->code), known ? reason : why);
}

int fail(const cli *c, const char *subject, const bg_error *err) {
    note_error(c, subject, err);
    return bg_code_exit(err->code);
}

int out_of_memory(const cli *c) {
    const bg_error err = {.code = BG_E_NOMEM, .byte = (size_t)-1, .message = "out of memory"};
    return fail(c, NULL, &err);
}

static unsigned terminal_width(void) {
    struct winsize size;
    if (!isatty(STDOUT_FILENO)) return 0;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col) return size.ws_col;
    return 80;
}

bg_style style_of(const cli *c) { return (bg_style){.json = c->json, .lang = c->lang, .width = terminal_width(), .all = c->all}; }

int print_out(const cli *c, bg_out *out) {
    bool ok = out->size == 0 || fwrite(out->bytes, 1, out->size, stdout) == out->size;
    bg_out_free(out);
    if (ok && fflush(stdout) == 0) return 0;
    say(c, M_WRITE_FAILED, strerror(errno));
    return 5;
}

/* Written beside it under another name first. */
static bool write_file(const char *path, const bg_out *out) {
    char beside[4096];
    if (snprintf(beside, sizeof beside, "%s.%ld.part", path, (long)getpid()) >= (int)sizeof beside) return errno = ENAMETOOLONG, false;
    FILE *to = fopen(beside, "wb");
    if (!to) return false;
    bool ok = fwrite(out->bytes, 1, out->size, to) == out->size;
    ok = fclose(to) == 0 && ok;
    if (ok && rename(beside, path) == 0) return true;
    int why = errno;
    remove(beside);
    errno = why;
    return false;
}

int write_out(const cli *c, bg_out *out) {
    if (!c->output || strcmp(c->output, "-") == 0) return print_out(c, out);
    bool ok = write_file(c->output, out);
    int why = errno;
    bg_out_free(out);
    return ok ? 0 : (say(c, M_OUTPUT_FAILED, c->output, strerror(why)), 5);
}

static const struct { const char *ending; bg_paper_format format; } formats[] = {
    {".docx", BG_PAPER_DOCX}, {".html", BG_PAPER_HTML}, {".htm", BG_PAPER_HTML}, {".md", BG_PAPER_MARKDOWN}, {".txt", BG_PAPER_TEXT}, {".jsonl", BG_PAPER_JSON},
};

int paper_format(const cli *c, bg_paper_format *out) {
    *out = c->json ? BG_PAPER_JSON : BG_PAPER_TEXT;
    if (!c->output || strcmp(c->output, "-") == 0) return 0;
    const char *ending = strrchr(c->output, '.');
    for (size_t i = 0; ending && i < sizeof formats / sizeof formats[0]; i++)
        if (strcmp(formats[i].ending, ending) == 0) return *out = formats[i].format, 0;
    return say(c, M_BAD_OUTPUT, c->output), 2;
}

int open_record(const cli *c, bg_record_mode mode, bg_record **out) {
    bg_error err = {0};
    if (mode == BG_RECORD_READ && access(c->record, F_OK) != 0 && errno == ENOENT) return say(c, M_NO_RECORD, c->record), 4;
    return bg_record_open(c->record, mode, out, &err) == BG_OK ? 0 : fail(c, c->record, &err);
}

int print_view(const cli *c, const char *subject, view_fn *view) {
    bg_record *record = NULL;
    bg_data *data = NULL;
    int status = open_record(c, BG_RECORD_READ, &record);
    if (!status && !c->json) status = open_data(c, &data); /* what states are called */
    bg_style style = style_of(c);
    style.data = data;
    bg_out out = {0};
    bg_error err = {0};
    size_t count = 1;
    if (!status) status = view(c, record, &style, &out, &count, &err) ? fail(c, subject, &err) : print_out(c, &out);
    bg_record_close(record);
    bg_data_close(data);
    if (status || count) return status;
    say(c, M_NOTHING);
    return 1;
}

int suggest(const cli *c, int status, const char *words, bool person) {
    bg_record *record = NULL;
    bg_out out = {0};
    bg_error err = {0};
    if (status != 1 || c->json || !words || open_record(c, BG_RECORD_READ, &record)) return status;
    if (!bg_view_nearest(record, words, c->filter.outlet, person, &out, &err) && out.size) say(c, M_DID_YOU_MEAN, out.bytes);
    bg_out_free(&out);
    bg_record_close(record);
    return status;
}

int open_data(const cli *c, bg_data **out) {
    bg_error err = {0};
    return bg_data_open(c->data_dir, out, &err) == BG_OK ? 0 : fail(c, c->data_dir, &err);
}

void pair_filter(cli *c, char both[BG_FILTER_ROOM]) {
    if (!c->with || c->filter.country) return;
    snprintf(both, BG_FILTER_ROOM, "VN,%s", c->with);
    c->filter.country = both;
}

int settle_filter(cli *c) {
    bg_data *data = NULL;
    bg_error err = {0};
    if (!c->filter.country && !c->filter.channel && !c->filter.type) return 0;
    int status = open_data(c, &data);
    if (!status && bg_filter_settle(data, &c->filter, c->states, &err)) status = fail(c, NULL, &err);
    bg_data_close(data);
    return status;
}
