/*
 * open: a record is opened only after it was seen to be one, so that a file of somebody else is never changed.
 * Pages are committed in WAL mode with synchronous=NORMAL: the end of the process at any moment loses no committed page.
 */
#include "batch.h"
#include "schema.h"

#include <errno.h>
#include <pthread.h>
#include <stdlib.h>
#include <sys/stat.h>

#define WAIT_MS 5000 /* for another process that writes */
#define LOG_PAGES 16384 /* of the log (64 MB), when who writes moves it into the file himself */
#define SMALL_SIZE 1200 /* of SQLite's own small pieces of memory (its default) … */
#define SMALL_COUNT 500 /* … so many that a connection that writes need not ask for: it keeps hundreds of statements */

static bool refuse(bg_record *record, bg_code code, const char *why) {
    if (record->code == BG_OK)
        record->code = bg_error__set(record->err, code, BG_NO_BYTE, "record '%s': %s", record->path, why);
    return false;
}

static void drop_statements(bg_record *record) {
    for (size_t i = 0; i < BG_DB_KEPT; i++) {
        sqlite3_finalize(record->kept[i].stmt);
        record->kept[i].sql = NULL, record->kept[i].stmt = NULL;
    }
    record->kept_count = 0;
}

/* A file: URI with every byte that means something in one escaped. */
static char *uri_of(const char *path, const char *query) {
    size_t size = strlen(path);
    char *uri = malloc(size * 3 + strlen(query) + 16), *to = uri;
    if (!uri) return NULL;
    to = stpcpy(to, path[0] == '/' ? "file://" : "file:");
    for (; *path; path++) {
        if (strchr("?#%", *path)) to += sprintf(to, "%%%02X", (unsigned char)*path);
        else *to++ = *path;
    }
    strcpy(to, query);
    return uri;
}

/* SQLite counts what memory it has, and locks for it, so that threads wait for each other at each piece. Too late, and harmless, where whoever uses the library had SQLite begin before. */
static void stop_counting(void) { sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); }

static int open_file(bg_record *record, int flags, const char *uri) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, stop_counting);
    int status = sqlite3_open_v2(uri, &record->db, flags | SQLITE_OPEN_URI | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOMUTEX, NULL);
    /* Before anything of it is used; where there is no memory for it SQLite does without. */
    if (status == SQLITE_OK && flags & SQLITE_OPEN_READWRITE) status = sqlite3_db_config(record->db, SQLITE_DBCONFIG_LOOKASIDE, NULL, SMALL_SIZE, SMALL_COUNT);
    return status;
}

static int open_with(bg_record *record, int flags, const char *query) {
    char *uri = uri_of(record->path, query);
    if (!uri) return SQLITE_NOMEM;
    sqlite3_close(record->db);
    record->db = NULL;
    int status = open_file(record, flags, uri);
    free(uri);
    if (status == SQLITE_OK) status = sqlite3_busy_timeout(record->db, WAIT_MS);
    /* The first look at the file: is it a database at all? */
    if (status == SQLITE_OK) status = sqlite3_exec(record->db, "SELECT count(*) FROM sqlite_schema", NULL, NULL, NULL);
    return status;
}

/* A record on a medium that cannot be written has no room for the files of WAL: read it as it is. */
static int open_read(bg_record *record) {
    int status = open_with(record, SQLITE_OPEN_READONLY, "");
    if ((status & 0xff) != SQLITE_CANTOPEN && (status & 0xff) != SQLITE_READONLY) return status;
    /* Who wrote was ended in the middle of a page: whoever may write brings the file back to what it was. */
    if (open_with(record, SQLITE_OPEN_READWRITE, "") == SQLITE_OK && sqlite3_db_readonly(record->db, "main") == 0) return open_with(record, SQLITE_OPEN_READONLY, "");
    struct stat st;
    char wal[4096];
    if (snprintf(wal, sizeof wal, "%s-wal", record->path) >= (int)sizeof wal) return status;
    if (stat(wal, &st) == 0 && st.st_size > 0) return status;
    return open_with(record, SQLITE_OPEN_READONLY, "?immutable=1");
}

static bool check_file(bg_record *record, bg_record_mode mode) {
    struct stat st;
    if (stat(record->path, &st) != 0) {
        if (errno == ENOENT && mode == BG_RECORD_WRITE) return true;
        return refuse(record, BG_E_RECORD, strerror(errno));
    }
    if (S_ISDIR(st.st_mode)) return refuse(record, BG_E_RECORD, "is a directory");
    return true;
}

/* Make the tables, or bring them up to date. */
static bool migrate(bg_record *record) {
    bg_db__script(record, "PRAGMA journal_mode = WAL;");
    bg_db__script(record, "BEGIN IMMEDIATE;");
    /* Another process may have done it while we waited. */
    int64_t version = bg_db__int(record, "SELECT count(*) FROM sqlite_schema") ? bg_db__int(record, "PRAGMA main.user_version") : 0;
    if (version < BG_SCHEMA_VERSION) bg_schema__migrate(record, version);
    if (bg_db__script(record, "COMMIT;")) return true;
    sqlite3_exec(record->db, "ROLLBACK", NULL, NULL, NULL);
    return false;
}

/* Only who may write can bring a record up to date. */
static bool migrate_first(bg_record *record, bg_record_mode mode) {
    if (mode == BG_RECORD_WRITE) return migrate(record);
    drop_statements(record);
    if (open_with(record, SQLITE_OPEN_READWRITE, "") != SQLITE_OK || sqlite3_db_readonly(record->db, "main") == 1)
        return refuse(record, BG_E_RECORD, "is of an earlier version, and cannot be written to bring it up to date");
    if (!migrate(record)) return false;
    drop_statements(record);
    int status = open_read(record);
    return status == SQLITE_OK || bg_db__fail(record, status);
}

static bool check_schema(bg_record *record, bg_record_mode mode) {
    int64_t id = bg_db__int(record, "PRAGMA application_id"), version = bg_db__int(record, "PRAGMA user_version");
    int64_t tables = bg_db__int(record, "SELECT count(*) FROM sqlite_schema");
    if (record->code != BG_OK) return false;
    if (tables == 0 && id == 0) {
        if (mode == BG_RECORD_WRITE) return migrate(record);
        return refuse(record, BG_E_RECORD_TYPE, "is empty, not a banggiao record");
    }
    if (id != BG_APPLICATION_ID) return refuse(record, BG_E_RECORD_TYPE, "is an SQLite file, but not a banggiao record");
    if (version > BG_SCHEMA_VERSION) {
        char why[120];
        snprintf(why, sizeof why, "has version %lld, this program knows %d", (long long)version, BG_SCHEMA_VERSION);
        return refuse(record, BG_E_RECORD_NEWER, why);
    }
    if (version < 1) return refuse(record, BG_E_RECORD_TYPE, "has no version, not a banggiao record");
    return version == BG_SCHEMA_VERSION || migrate_first(record, mode);
}

static bool open_checked(bg_record *record, bg_record_mode mode) {
    if (!check_file(record, mode)) return false;
    int status = mode == BG_RECORD_READ ? open_read(record)
                                        : open_with(record, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, "");
    if ((status & 0xff) == SQLITE_NOTADB) return refuse(record, BG_E_RECORD_TYPE, "is not an SQLite file");
    if (status != SQLITE_OK) return bg_db__fail(record, status);
    if (!check_schema(record, mode)) return false;
    /* A page of the file that is copied to where another was costs less than room that the system must give first. */
    if (mode == BG_RECORD_READ) return bg_db__script(record, "PRAGMA cache_size = -4096;");
    if (sqlite3_db_readonly(record->db, "main") == 1) return refuse(record, BG_E_RECORD, "cannot be written");
    bg_record_flushes(record, true);
    return bg_db__script(record, "PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = OFF; PRAGMA cache_size = -524288;");
}

bg_code bg_record_open(const char *path, bg_record_mode mode, bg_record **out, bg_error *err) {
    *out = NULL;
    bg_record *record = calloc(1, sizeof *record);
    char *copy = strdup(path);
    if (!record || !copy) {
        free(record);
        free(copy);
        return bg_error__set(err, BG_E_NOMEM, BG_NO_BYTE, "record '%s': out of memory", path);
    }
    record->path = copy;
    bg_db__start(record, err);
    open_checked(record, mode);
    bg_code code = record->code;
    if (code == BG_OK) *out = record;
    else bg_record_close(record);
    return code;
}

void bg_record_close(bg_record *record) {
    if (!record) return;
    bg_batch__drop(record);
    drop_statements(record);
    sqlite3_close(record->db);
    free(record->path);
    free(record);
}

bg_code bg_record_flush(bg_record *record, size_t *in_log, size_t *left, bg_error *err) {
    int all = 0, moved = 0;
    bg_db__start(record, err);
    int status = sqlite3_wal_checkpoint_v2(record->db, "main", SQLITE_CHECKPOINT_PASSIVE, &all, &moved);
    if (in_log) *in_log = all > 0 ? (size_t)all : 0;
    if (left) *left = all > moved ? (size_t)(all - moved) : 0;
    if (status != SQLITE_OK) bg_db__fail(record, status);
    return record->code;
}

void bg_record_flushes(bg_record *record, bool itself) { sqlite3_wal_autocheckpoint(record->db, itself ? LOG_PAGES : 0); }
