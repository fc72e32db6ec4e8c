/* export_cells: how a matter of the ledger stands, for what is handed out. */
#ifndef BG_EXPORT_CELLS_H
#define BG_EXPORT_CELLS_H

#include "exporter.h"
#include "standing.h"

/* The thread with this id and its standing on a day (YYYY-MM-DD). False: nothing of it was said by then. */
bool bg_export__standing(bg_exporter *x, bg_arena *arena, const char *id, const char *as_of, bg_row_thread *thread, bg_standing *out);

#endif
