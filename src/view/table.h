/* table: rows of cells in columns as wide as their widest cell; on a terminal those that are very wide are cut, and the last column at its edge. */
#ifndef BG_TABLE_H
#define BG_TABLE_H

#include "../base/base.h"

typedef struct bg_table {
    bg_arena *arena;
    size_t columns;
    bool failed;
    BG_VEC(const char *) cells; /* row by row; the first row is the heading */
} bg_table;

void bg_table__cell(bg_table *table, const char *text);                                     /* copied; NULL = empty */
void bg_table__print(bg_table *table, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* `width`: columns of the terminal, 0 = no cut. Line breaks in cells become blanks. */
void bg_table__write(const bg_table *table, unsigned width, bg_buf *out);

/* Columns that a text takes on a terminal. */
size_t bg_table__width(const char *text);

#endif
