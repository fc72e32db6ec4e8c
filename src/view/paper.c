/* paper: blocks, runs and notes; see paper.h. */
#include "paper.h"
#include "contact.h"
#include "labels.h"
#include "table.h"

static bg_part *last_block(bg_paper *paper) { return paper->blocks.count ? &paper->blocks.items[paper->blocks.count - 1] : NULL; }

static void add_run(bg_paper *paper, bg_run run) {
    bg_part *block = last_block(paper);
    bg_run *item = block ? BG_PUSH(paper->arena, &block->runs) : NULL;
    if (item) *item = run;
    else paper->failed = true;
}

void bg_paper__block(bg_paper *paper, bg_part_kind kind) {
    bg_part *block = BG_PUSH(paper->arena, &paper->blocks);
    if (block) block->kind = kind;
    else paper->failed = true;
}

/* Text behind text of the same style is one run with it: emphasis is not closed and opened again in the middle of a sentence. */
static bool lengthen(bg_paper *paper, unsigned style, const char *text) {
    bg_part *block = last_block(paper);
    bg_run *last = block && block->runs.count ? &block->runs.items[block->runs.count - 1] : NULL;
    if (!last || !last->text || last->style != style) return false;
    const char *both = bg_arena__print(paper->arena, "%s%s", last->text, text);
    if (both) last->text = both;
    else paper->failed = true;
    return true;
}

void bg_paper__run(bg_paper *paper, unsigned style, const char *text) {
    if (!text || !*text) return;
    const char *flat = bg_view__flat(paper->arena, text);
    if (lengthen(paper, style, flat)) return;
    const char *copy = flat == text ? bg_arena__text(paper->arena, text, strlen(text)) : flat;
    if (copy) add_run(paper, (bg_run){.text = copy, .style = style});
    else paper->failed = true;
}

void bg_paper__print(bg_paper *paper, unsigned style, const char *format, ...) {
    va_list args;
    va_start(args, format);
    const char *text = bg_arena__vprint(paper->arena, format, args);
    va_end(args);
    text = bg_view__flat(paper->arena, text);
    if (!text) paper->failed = true;
    else if (!lengthen(paper, style, text)) add_run(paper, (bg_run){.text = text, .style = style});
}

void bg_paper__note(bg_paper *paper, const bg_note_line *note) {
    size_t i = 0, count = paper->notes.count;
    while (i < count && !(bg_string__equal(paper->notes.items[i].page, note->page) && bg_string__equal(paper->notes.items[i].words, note->words))) i++;
    bg_note_line *item = i < count ? NULL : BG_PUSH(paper->arena, &paper->notes);
    if (item) *item = *note;
    if (i < paper->notes.count) add_run(paper, (bg_run){.note = i + 1, .again = i < count});
    else paper->failed = true;
}

void bg_paper__cell(bg_paper *paper) { add_run(paper, (bg_run){0}); }

void bg_paper__widths(bg_paper *paper, const unsigned char *widths) {
    bg_part *block = last_block(paper);
    if (block) block->widths = widths;
}

void bg_paper__line(bg_paper *paper, bg_part_kind kind, const char *text) {
    bg_paper__block(paper, kind);
    bg_paper__run(paper, 0, text);
}

void bg_paper__note_text(const bg_paper *paper, const bg_note_line *note, bg_buf *out) {
    if (note->words) bg_buf__text(out, "“"), bg_view__words(note->words, strlen(note->words), out), bg_buf__text(out, "” – ");
    const char *file = note->source ? strrchr(note->source, '/') : NULL; /* folders say nothing to who reads it elsewhere; the page's id leads back */
    const char *outlet = note->outlet ? note->outlet : file && file[1] ? file + 1 : note->source;
    if (outlet) bg_buf__text(out, outlet);
    if (note->title) bg_buf__print(out, "%s“%s”", outlet ? ", " : "", note->title);
    if (note->published) {
        bg_buf__print(out, ", %s ", bg_label__of(BG_LABEL_HEADING, "published", paper->lang));
        bg_label__date(note->published, NULL, paper->lang, out);
    } else bg_buf__print(out, ", %s", bg_label__of(BG_LABEL_HEADING, "undated", paper->lang));
    if (note->url) bg_buf__print(out, ", %s", note->url);
    bg_buf__print(out, " [%s]", note->page);
}

/* ------------------------------------------------------------------ plain text */

#define WIDE_CELL 40 /* letters: a row with such a cell is written cell below cell */

/* The runs from `at` on, to the end of the cell or of the block; returns where they end. */
static size_t plain_cell(const bg_part *block, size_t at, bg_buf *out) {
    for (; at < block->runs.count; at++) {
        const bg_run *run = &block->runs.items[at];
        if (run->text) bg_buf__text(out, run->text);
        else if (run->note) bg_buf__print(out, " [%zu]", run->note);
        else break;
    }
    return at;
}

static size_t end_of_cell(const bg_part *block, size_t at) {
    while (at < block->runs.count && (block->runs.items[at].text || block->runs.items[at].note)) at++;
    return at;
}

/* In any of the rows behind the head that follow each other. */
static bool has_wide_cell(const bg_part *row, const bg_part *end) {
    for (; row < end && row->kind == BG_PART_ROW; row++)
        for (size_t i = 0; i < row->runs.count; i++)
            if (row->runs.items[i].text && bg_table__width(row->runs.items[i].text) > WIDE_CELL) return true;
    return false;
}

static bool is_absent(const bg_run *run) { return run->text && (run->style & BG_RUN_ABSENT); }

/* What heads the cells that say that there is nothing, in one line. */
static void plain_absent(const bg_part *block, const bg_part *head, bg_buf *out) {
    const char *mark = NULL;
    for (size_t at = 0, of = 0; at < block->runs.count; at = end_of_cell(block, at) + 1, of = end_of_cell(head, of) + 1) {
        if (!is_absent(&block->runs.items[at])) continue;
        if (!mark) bg_buf__print(out, "\n      %s: ", block->runs.items[at].text);
        else bg_buf__text(out, mark);
        (void)plain_cell(head, of, out);
        mark = " | ";
    }
}

/* A row cell below cell, each behind what heads it; not the empty ones. */
static void plain_long_row(const bg_part *block, const bg_part *head, bg_buf *out) {
    bg_buf__text(out, "  - ");
    size_t at = plain_cell(block, 0, out) + 1, of = end_of_cell(head, 0) + 1;
    for (; at < block->runs.count; at = end_of_cell(block, at) + 1, of = end_of_cell(head, of) + 1) {
        if (end_of_cell(block, at) == at || is_absent(&block->runs.items[at])) continue;
        bg_buf__text(out, "\n      ");
        (void)plain_cell(head, of, out);
        bg_buf__text(out, ": ");
        (void)plain_cell(block, at, out);
    }
    plain_absent(block, head, out);
    bg_buf__char(out, '\n');
}

static void plain_row(const bg_part *block, bg_buf *out) {
    bg_buf__text(out, block->kind == BG_PART_ROW ? "  - " : "    ");
    for (size_t at = 0; at < block->runs.count; at++) {
        if (at) bg_buf__text(out, " | ");
        at = plain_cell(block, at, out);
    }
    bg_buf__char(out, '\n');
}

static void plain_block(const bg_part *block, bg_buf *out) {
    if (block->kind != BG_PART_ITEM) bg_buf__char(out, '\n');
    else bg_buf__text(out, "  - ");
    if (block->kind == BG_PART_BLANK) bg_buf__text(out, "  ……………………………………………………………………………………");
    (void)plain_cell(block, 0, out);
    bg_buf__char(out, '\n');
}

void bg_paper__text(const bg_paper *paper, bg_buf *out) {
    const bg_part *head = NULL;
    for (size_t i = 0; i < paper->blocks.count; i++) {
        const bg_part *block = &paper->blocks.items[i];
        if (block->kind == BG_PART_HEAD_ROW) bg_buf__char(out, '\n');
        if (block->kind == BG_PART_ROW && head) plain_long_row(block, head, out);
        else if (block->kind == BG_PART_ROW || block->kind == BG_PART_HEAD_ROW) plain_row(block, out);
        else plain_block(block, out);
        if (block->kind == BG_PART_HEAD_ROW) head = has_wide_cell(block + 1, paper->blocks.items + paper->blocks.count) ? block : NULL;
    }
    if (paper->notes.count) bg_buf__print(out, "\n%s\n", bg_label__of(BG_LABEL_HEADING, "sources", paper->lang));
    for (size_t i = 0; i < paper->notes.count; i++) {
        bg_buf__print(out, "  [%zu] ", i + 1);
        bg_paper__note_text(paper, &paper->notes.items[i], out);
        bg_buf__char(out, '\n');
    }
}

/* ------------------------------------------------------------------ Markdown */

/* Signs that would be markup are escaped, a line end becomes a blank. */
static void markdown_text(bg_buf *out, const char *text) {
    for (; *text; text++) {
        if (strchr("\\`*_[]<>#|~", *text)) bg_buf__char(out, '\\');
        bg_buf__char(out, *text == '\n' ? ' ' : *text);
    }
}

static void markdown_run(bg_buf *out, const bg_run *run) {
    const char *sign = run->style & BG_RUN_BOLD ? "**" : run->style & BG_RUN_ITALIC ? "*" : "";
    size_t lead = strspn(run->text, " "), size = strlen(run->text), tail = size;
    while (tail > lead && run->text[tail - 1] == ' ') tail--; /* emphasis stands next to letters */
    bg_buf__print(out, "%.*s%s", (int)lead, run->text, sign);
    for (size_t i = lead; i < tail; i++) markdown_text(out, (char[]){run->text[i], 0});
    bg_buf__print(out, "%s%s", sign, run->text + tail);
}

static void markdown_runs(const bg_part *block, bg_buf *out) {
    for (size_t i = 0; i < block->runs.count; i++) {
        const bg_run *run = &block->runs.items[i];
        if (run->text) markdown_run(out, run);
        else if (run->note) bg_buf__print(out, "[^%zu]", run->note);
        else bg_buf__text(out, " | ");
    }
}

size_t bg_paper__cells(const bg_part *block) {
    size_t count = 0;
    for (size_t i = 0; i < block->runs.count; i++) count += !block->runs.items[i].text && !block->runs.items[i].note;
    return count;
}

static void markdown_block(const bg_part *block, bg_buf *out) {
    static const char *const before[] = {
        [BG_PART_TITLE] = "# ", [BG_PART_SUBTITLE] = "\n", [BG_PART_HEADING] = "\n## ", [BG_PART_SUBHEADING] = "\n### ", [BG_PART_TEXT] = "\n",
        [BG_PART_ITEM] = "- ", [BG_PART_HEAD_ROW] = "\n| ", [BG_PART_ROW] = "| ", [BG_PART_BLANK] = "\n…………………………………………"};
    bg_buf__text(out, before[block->kind]);
    markdown_runs(block, out);
    bg_buf__char(out, '\n');
    if (block->kind != BG_PART_HEAD_ROW) return;
    bg_buf__char(out, '|');
    for (size_t i = bg_paper__cells(block); i > 0; i--) bg_buf__text(out, "---|");
    bg_buf__char(out, '\n');
}

void bg_paper__markdown(const bg_paper *paper, bg_buf *out) {
    bg_part_kind last = BG_PART_TITLE;
    for (size_t i = 0; i < paper->blocks.count; i++) {
        bg_part_kind kind = paper->blocks.items[i].kind;
        if (kind == BG_PART_ITEM && last != BG_PART_ITEM) bg_buf__char(out, '\n');
        markdown_block(&paper->blocks.items[i], out);
        last = kind;
    }
    if (paper->notes.count) bg_buf__char(out, '\n');
    for (size_t i = 0; i < paper->notes.count; i++) {
        bg_buf text;
        bg_buf__init(&text, 1 << 20);
        bg_paper__note_text(paper, &paper->notes.items[i], &text);
        bg_buf__print(out, "[^%zu]: ", i + 1);
        if (text.failed) out->failed = true;
        else markdown_text(out, text.bytes);
        bg_buf__char(out, '\n');
        bg_buf__free(&text);
    }
}

/* ------------------------------------------------------------------ JSON lines: a block each */

static const char *const kinds[] = {
    [BG_PART_TITLE] = "title", [BG_PART_SUBTITLE] = "subtitle", [BG_PART_HEADING] = "heading", [BG_PART_SUBHEADING] = "subheading", [BG_PART_TEXT] = "text",
    [BG_PART_ITEM] = "item", [BG_PART_HEAD_ROW] = "head_row", [BG_PART_ROW] = "row", [BG_PART_BLANK] = "blank"};

static void json_cells(bg_json *json, const bg_part *block, bg_buf *text) {
    bg_json__array(json, "cells");
    for (size_t i = 0; i < block->runs.count; i++) {
        const bg_run *run = &block->runs.items[i];
        if (run->text) bg_buf__text(text, run->text);
        if (run->text || run->note) continue;
        bg_json__text(json, NULL, text->bytes ? text->bytes : "");
        bg_buf__clear(text);
    }
    bg_json__end(json);
}

static void json_notes(bg_json *json, const bg_paper *paper, const bg_part *block) {
    bg_json__array(json, "sources");
    for (size_t i = 0; i < block->runs.count; i++) {
        const bg_run *run = &block->runs.items[i];
        if (!run->note) continue;
        const bg_note_line *note = &paper->notes.items[run->note - 1];
        bg_json__object(json, NULL);
        bg_json__int(json, "note", (int64_t)run->note);
        bg_json__text(json, "fact", note->fact);
        bg_json__text(json, "page", note->page);
        bg_json__text(json, "source", note->source);
        bg_json__text(json, "url", note->url);
        bg_json__text(json, "title", note->title);
        bg_json__text(json, "outlet", note->outlet);
        bg_json__text(json, "published", note->published);
        bg_json__text(json, "words", note->words);
        bg_json__end(json);
    }
    bg_json__end(json);
}

static void json_block(const bg_paper *paper, const bg_part *block, bg_buf *out) {
    bg_buf text;
    bg_json json;
    bg_buf__init(&text, 1 << 20);
    bg_json__init(&json, out);
    bg_json__object(&json, NULL);
    bg_json__text(&json, "kind", kinds[block->kind]);
    if (bg_paper__cells(block)) json_cells(&json, block, &text);
    else {
        for (size_t i = 0; i < block->runs.count; i++)
            if (block->runs.items[i].text) bg_buf__text(&text, block->runs.items[i].text);
        if (text.size) bg_json__text(&json, "text", text.bytes);
    }
    json_notes(&json, paper, block);
    bg_json__end(&json);
    bg_buf__char(out, '\n');
    if (text.failed) out->failed = true;
    bg_buf__free(&text);
}

void bg_paper__json(const bg_paper *paper, bg_buf *out) {
    for (size_t i = 0; i < paper->blocks.count; i++) json_block(paper, &paper->blocks.items[i], out);
}

void bg_paper__write(const bg_paper *paper, bg_paper_format format, bg_buf *out) {
    switch (format) {
    case BG_PAPER_MARKDOWN: bg_paper__markdown(paper, out); break;
    case BG_PAPER_HTML: bg_paper__html(paper, out); break;
    case BG_PAPER_DOCX: bg_paper__docx(paper, out); break;
    case BG_PAPER_JSON: bg_paper__json(paper, out); break;
    default: bg_paper__text(paper, out);
    }
}
