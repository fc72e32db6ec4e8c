/* batch: see batch.h. */
#include "batch.h"
#include "group.h"

bool bg_batch__begin(bg_record *record) {
    bg_db__script(record, "PRAGMA temp_store = MEMORY; CREATE TEMP TABLE IF NOT EXISTS pending(event TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;");
    record->batched = bg_db__run(record, "BEGIN IMMEDIATE", "");
    return record->batched;
}

bool bg_batch__end(bg_record *record) {
    bg_group__pending(record);
    record->batched = false;
    bg_db__run(record, "COMMIT", "");
    bg_db__undo(record);
    return record->code == BG_OK;
}

bool bg_batch__open(bg_record *record) { return record->batched ? record->code == BG_OK : bg_db__run(record, "BEGIN IMMEDIATE", ""); }

void bg_batch__close(bg_record *record) {
    if (record->batched && record->code == BG_OK) return;
    record->batched = false;
    bg_db__run(record, "COMMIT", "");
    bg_db__undo(record);
}
