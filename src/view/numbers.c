/* numbers: see numbers.h. */
#include "numbers.h"

static bool failed(bg_numbers *n, int status) {
    bg_record *record = n->record;
    if (status == SQLITE_OK || status == SQLITE_DONE) return false;
    if (record->code == BG_OK)
        record->code = bg_error__set(record->err, status == SQLITE_NOMEM ? BG_E_NOMEM : BG_E_RECORD_FULL, BG_NO_BYTE, "temporary file: %s", sqlite3_errstr(status));
    return true;
}

bool bg_numbers__begin(bg_numbers *n, bg_record *record, uint64_t mask) {
    *n = (bg_numbers){.record = record, .mask = mask};
    if (failed(n, sqlite3_open_v2("", &n->db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL))) return false;
    if (failed(n, sqlite3_exec(n->db, "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; CREATE TABLE given(number INTEGER PRIMARY KEY) STRICT; BEGIN", NULL, NULL, NULL))) return false;
    return !failed(n, sqlite3_prepare_v2(n->db, "INSERT OR IGNORE INTO given VALUES(?)", -1, &n->give, NULL));
}

void bg_numbers__end(bg_numbers *n) {
    sqlite3_finalize(n->give);
    sqlite3_close(n->db);
    n->give = NULL, n->db = NULL;
}

uint64_t bg_number__of(const char *hex) {
    uint64_t number = 0;
    for (size_t i = 0; i < 14 && hex[i]; i++) number = number << 4 | (uint64_t)(hex[i] <= '9' ? hex[i] - '0' : hex[i] - 'a' + 10);
    return number >> 3;
}

uint64_t bg_numbers__take(bg_numbers *n, const char hex[BG_HEX_SHA256]) {
    char at[BG_HEX_SHA256], next[BG_HEX_SHA256];
    memcpy(at, hex, sizeof at);
    for (;;) {
        uint64_t number = bg_number__of(at) & n->mask;
        if (number) {
            sqlite3_bind_int64(n->give, 1, (int64_t)number);
            int status = sqlite3_step(n->give);
            sqlite3_reset(n->give);
            if (failed(n, status) || sqlite3_changes(n->db)) return number;
        }
        bg_hash__sha256(at, sizeof at - 1, next);
        memcpy(at, next, sizeof at);
    }
}
