/*
 * workbook: sheets for people, written by libxlsxwriter in constant memory: a row goes to a temporary file before the next one is begun, and the finished workbook is handed on in pieces.
 * The library is loaded when it is needed: with libcrypto, which it brings along, it would be five megabytes of every process.
 */
#ifndef BG_WORKBOOK_H
#define BG_WORKBOOK_H

#include "exporter.h"
#include "labels.h"

/* What a sheet can hold. */
typedef struct bg_book_limits {
    size_t rows;  /* with the heading */
    size_t text;  /* UTF-16 units of a cell */
    size_t links; /* of a sheet that are no formulas; and bytes of one */
    size_t link;
} bg_book_limits;
#define BG_EXCEL ((bg_book_limits){.rows = 1048576, .text = 32767, .links = 65530, .link = 2079})

typedef enum bg_cell_kind {
    BG_CELL_TEXT,
    BG_CELL_LABEL,  /* an identifier of a vocabulary, by its label */
    BG_CELL_STATE,  /* "VN" as "Việt Nam"; several, parted by commas */
    BG_CELL_WHO,    /* a name; "both"; "side:VN" */
    BG_CELL_DAY,    /* YYYY-MM-DD and what follows as a day; what is less precise as text */
    BG_CELL_COUNT,
    BG_CELL_LINK
} bg_cell_kind;

typedef struct bg_book_column {
    bg_cell_kind kind;
    bg_vocabulary vocabulary; /* of a label */
    double width;             /* letters */
    const char *label[2], *about[2];
} bg_book_column;

typedef struct bg_book bg_book;

/* Errors stay in the record's slot; what comes after one does nothing. */
bg_book *bg_book__new(bg_exporter *x, const bg_book_limits *limits);
void bg_book__sheet(bg_book *book, const char *name, const bg_book_column *columns, size_t count);
/* A row, and its cells from the first on; false: there is no room for it, which is counted. */
bool bg_book__row(bg_book *book);
void bg_book__cell(bg_book *book, const char *text); /* by the column's kind; NULL: empty */
void bg_book__number(bg_book *book, int64_t number);
/* The bytes of the file, and the end of the workbook. */
void bg_book__write(bg_book *book);

#endif
