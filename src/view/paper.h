/*
 * paper: a document for people, in blocks, with a note behind each line that says where it was read; written as text, Markdown, HTML, DOCX or
 * JSON lines. Who makes one knows nothing of formats, the writers know nothing of what stands in it.
 */
#ifndef BG_PAPER_H
#define BG_PAPER_H

#include "../base/json.h"

typedef enum bg_part_kind {
    BG_PART_TITLE, BG_PART_SUBTITLE, BG_PART_HEADING, BG_PART_SUBHEADING, BG_PART_TEXT, BG_PART_ITEM,
    BG_PART_HEAD_ROW, /* of a table: the first of the rows that follow each other */
    BG_PART_ROW,
    BG_PART_BLANK     /* a dotted line to write on */
} bg_part_kind;

enum { BG_RUN_BOLD = 1, BG_RUN_ITALIC = 2, BG_RUN_ABSENT = 4 }; /* absent: the cell says that there is nothing; plain text gathers such cells in one line */

typedef struct bg_run {
    const char *text; /* NULL: a note, or the end of a cell */
    unsigned style;   /* BG_RUN_… */
    size_t note;      /* 1 + its place among the notes; 0: none */
    bool again;       /* the note had its mark before */
} bg_run;

typedef BG_VEC(bg_run) bg_runs;

typedef struct bg_part {
    bg_part_kind kind;
    bg_runs runs; /* a row: its cells, ended by runs without text and note */
    const unsigned char *widths; /* a head row: of each column, in hundredths; NULL: all alike */
} bg_part;

/* A note: where a line was read. Any of these may be NULL but the page. */
typedef struct bg_note_line {
    const char *page, *source, *outlet, *title, *published, *url, *words, *fact;
} bg_note_line;

typedef struct bg_paper {
    bg_arena *arena;
    bg_lang lang;
    const char *name; /* of the document; NULL: its title is the first block */
    BG_VEC(bg_part) blocks;
    BG_VEC(bg_note_line) notes;
    bool wide;   /* the page lies on its long side: a table of many columns */
    bool failed; /* out of memory */
} bg_paper;

/* Begin a block; the runs that follow are its. */
void bg_paper__block(bg_paper *paper, bg_part_kind kind);
void bg_paper__run(bg_paper *paper, unsigned style, const char *text); /* copied; NULL or empty: none */
void bg_paper__print(bg_paper *paper, unsigned style, const char *format, ...) __attribute__((format(printf, 3, 4)));
void bg_paper__note(bg_paper *paper, const bg_note_line *note); /* the note's mark; one note for the same words of a page; strings are borrowed from the same arena */
void bg_paper__cell(bg_paper *paper);                            /* the cell of a row ends */
void bg_paper__widths(bg_paper *paper, const unsigned char *widths); /* of the columns of the head row at hand; they stay where they are */
/* A block of one run. */
void bg_paper__line(bg_paper *paper, bg_part_kind kind, const char *text);

size_t bg_paper__cells(const bg_part *block); /* of a row: how many end in it */

/* The words of a note: “sentence” – outlet, title, published 08/05/2024, address [page]. */
void bg_paper__note_text(const bg_paper *paper, const bg_note_line *note, bg_buf *out);

void bg_paper__write(const bg_paper *paper, bg_paper_format format, bg_buf *out); /* by one of these */
void bg_paper__text(const bg_paper *paper, bg_buf *out);
void bg_paper__markdown(const bg_paper *paper, bg_buf *out);
void bg_paper__html(const bg_paper *paper, bg_buf *out);
void bg_paper__json(const bg_paper *paper, bg_buf *out);
/* Office Open XML with the page of Nghị định 30/2020/NĐ-CP; footnotes are real ones. */
void bg_paper__docx(const bg_paper *paper, bg_buf *out);

/* Text with the signs escaped that mean something in XML; what XML cannot hold (control bytes) is left out. */
void bg_xml__text(bg_buf *out, const char *text);

#endif
