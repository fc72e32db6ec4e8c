/* export_xlsx: see export_xlsx.c. */
#ifndef BG_EXPORT_XLSX_H
#define BG_EXPORT_XLSX_H

#include "workbook.h"

/* With sheets that hold less than Excel's; tests ask for them. */
void bg_export__xlsx_within(bg_exporter *x, const bg_book_limits *limits);

#endif
