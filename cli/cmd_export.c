/* export: the record for other programs: tables as CSV or JSON lines with what they mean, or the pages as they were. */
#include "messages.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

static bool put(void *context, const char *bytes, size_t size) { return fwrite(bytes, 1, size, context) == size; }

typedef struct exporting {
    const cli *c;
    bg_record *record;
    bg_data *data;
    const char *as_of;
    bg_exported done;
} exporting;

/* One file; NULL: standard output. It takes its name when it is whole. */
static int write_one(exporting *x, bg_export_format format, const char *table, const char *path) {
    char beside[4096];
    bg_error err = {0};
    bg_exported told = {0};
    FILE *to = stdout;
    if (path) {
        if (snprintf(beside, sizeof beside, "%s.part", path) >= (int)sizeof beside || !(to = fopen(beside, "wb"))) return say(x->c, M_OUTPUT_FAILED, path, strerror(errno)), 5;
    }
    const bg_export_ask ask = {.format = format, .table = table, .lang = x->c->lang, .as_of = x->as_of, .write = put, .context = to};
    bg_code code = bg_export(x->record, x->data, &ask, &told, &err);
    bool ok = fflush(to) == 0 && !ferror(to);
    int why = errno;
    if (path) ok = fclose(to) == 0 && ok;
    if (path && ok && !code) ok = rename(beside, path) == 0, why = errno;
    if (path && (!ok || code)) remove(beside);
    x->done.events += told.events, x->done.no_day += told.no_day, x->done.no_sides += told.no_sides, x->done.no_code += told.no_code;
    x->done.lost += told.lost, x->done.rows += told.rows, x->done.cut += told.cut;
    if (code && (code != BG_E_OPEN || ok)) return fail(x->c, x->c->record, &err);
    return ok ? 0 : (say(x->c, M_OUTPUT_FAILED, path ? path : "-", strerror(why)), 5);
}

static int write_in(exporting *x, bg_export_format format, const char *table, const char *name, const char *ending) {
    char path[4096];
    if (snprintf(path, sizeof path, "%s/%s%s", x->c->output, name, ending) >= (int)sizeof path) return say(x->c, M_OUTPUT_FAILED, x->c->output, strerror(ENAMETOOLONG)), 5;
    return write_one(x, format, table, path);
}

/* A folder: a file a table, and what they mean. */
static int write_tables(exporting *x, bg_export_format format) {
    const char *ending = format == BG_EXPORT_CSV ? ".csv" : ".jsonl", *table;
    if (!x->c->output) return say(x->c, M_NEEDS_OPTION, "export", "output"), 2;
    if (mkdir(x->c->output, 0777) != 0 && errno != EEXIST) return say(x->c, M_OUTPUT_FAILED, x->c->output, strerror(errno)), 5;
    int status = 0;
    for (size_t i = 0; !status && (table = bg_export_table_name(i)); i++) status = write_in(x, format, table, table, ending);
    if (!status) status = write_in(x, BG_EXPORT_CODEBOOK, NULL, "codebook", ".csv");
    if (!status && format == BG_EXPORT_CSV) status = write_in(x, BG_EXPORT_PACKAGE, NULL, "datapackage", ".json");
    return status;
}

static const bg_export_kind *kind_of(const char *name) {
    const bg_export_kind *kind;
    for (size_t i = 0; (kind = bg_export_kind_at(i)); i++)
        if (strcmp(kind->name, name) == 0) return kind;
    return NULL;
}

/* "csv, jsonl, pages" */
static const char *kind_names(char out[512]) {
    const bg_export_kind *kind;
    size_t size = 0;
    for (size_t i = 0; (kind = bg_export_kind_at(i)) && size < 400; i++) size += (size_t)snprintf(out + size, 512 - size, "%s%.80s", i ? ", " : "", kind->name);
    return out;
}

static int export(exporting *x, const bg_export_kind *kind) {
    const char *path = x->c->output && strcmp(x->c->output, "-") != 0 ? x->c->output : NULL;
    return kind->folder ? write_tables(x, kind->format) : write_one(x, kind->format, NULL, path);
}

static int report(const exporting *x) {
    const bg_exported *d = &x->done;
    if (d->events + d->no_day + d->no_sides + d->no_code) say(x->c, M_EXPORT_EVENTS, d->events, d->no_day, d->no_sides, d->no_code);
    if (x->done.rows) say(x->c, M_EXPORT_ROWS, x->done.rows);
    if (x->done.cut) say(x->c, M_EXPORT_CUT, x->done.cut);
    if (x->done.lost) say(x->c, M_EXPORT_LOST, x->done.lost);
    return x->done.lost || x->done.rows ? 1 : 0;
}

int cmd_export(cli *c) {
    char names[512], today[11];
    time_t now = time(NULL);
    struct tm day;
    exporting x = {.c = c, .as_of = c->as_of};
    const bg_export_kind *kind = kind_of(c->args[0]);
    if (!kind) return say(c, M_BAD_FORMAT, c->args[0], kind_names(names)), 2;
    if (!x.as_of && localtime_r(&now, &day) && strftime(today, sizeof today, "%Y-%m-%d", &day)) x.as_of = today;
    int status = open_record(c, BG_RECORD_READ, &x.record);
    if (!status) status = open_data(c, &x.data);
    if (!status) status = export(&x, kind);
    bg_data_close(x.data);
    bg_record_close(x.record);
    return status ? status : report(&x);
}
