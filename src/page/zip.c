/*
 * zip: entries, each a level of its own. libarchive reads them, by the list at the end where the file can be gone about in, else as they
 * come. After damage within an entry it gives up; where the file can be gone about in, it is begun anew and taken to the entry behind.
 */
#include "../base/archive.h"
#include "input.h"

#include <errno.h>
#include <locale.h>
#include <stdlib.h>
#include <strings.h>

#define ANEW_MAX 100 /* times that the list of entries is read anew */

typedef struct zip {
    bg_archive call;
    struct archive *archive;
    locale_t letters;  /* in which names that are UTF-8 are told as such: libarchive takes them through the thread's own */
    bg_stream *stream;
    uint64_t out;      /* bytes of this entry */
    int64_t in;        /* bytes of the file when it began */
    bool lost;         /* the archive gave up */
    uint64_t begun_at; /* entries before the one with which it was begun anew */
    unsigned anew;     /* how often it was */
} zip;

/* ------------------------------------------------------------------ what libarchive asks for */

static la_ssize_t on_read(struct archive *archive, void *context, const void **bytes) {
    const zip *z = context;
    bg_stream *stream = z->stream;
    while (!bg_stream__need(stream, 1) && bg_stream__cross(stream)) {}
    size_t seen = bg_stream__seen(stream);
    if (!seen && stream->broken.code) {
        z->call.set_error(archive, EIO, "%s", stream->broken.message);
        return -1;
    }
    *bytes = bg_stream__here(stream);
    bg_stream__take(stream, seen);
    return (la_ssize_t)seen;
}

static la_int64_t on_seek(struct archive *archive, void *context, la_int64_t offset, int whence) {
    (void)archive;
    bg_stream *stream = ((zip *)context)->stream;
    int64_t from = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? (int64_t)stream->pos : (int64_t)stream->source->size(stream);
    if (offset < -from || !bg_stream__seek(stream, (uint64_t)(from + offset))) return ARCHIVE_FATAL;
    return from + offset;
}

/* ------------------------------------------------------------------ entries */

/* Where the entry that is being read begins in the file. */
static size_t byte_of(const zip *z) {
    la_int64_t at = z->archive ? z->call.read_header_position(z->archive) : -1;
    return at < 0 ? BG_NO_BYTE : (size_t)at;
}

static const char *why_of(const zip *z) {
    const char *why = z->archive ? z->call.error_string(z->archive) : "out of memory";
    return why ? why : "damaged";
}

static size_t read_entry(bg_stream *stream, char *to, size_t room) {
    zip *z = stream->state;
    la_ssize_t got = z->call.read_data(z->archive, to, room);
    if (got < 0) {
        z->lost = true;
        return bg_stream__break(stream, BG_E_DAMAGED, byte_of(z), "%s", why_of(z));
    }
    z->out += (uint64_t)got;
    int64_t in = z->call.filter_bytes(z->archive, -1) - z->in;
    if (z->out > BG_PAGE_MAX && in > 0 && z->out / BG_BOMB_RATIO > (uint64_t)in)
        return bg_stream__break(stream, BG_E_TOOBIG, byte_of(z), "unpacks to more than a hundred times its size, and to more than a page may have");
    return (size_t)got;
}

static void close_entry(bg_stream *stream) { (void)stream; }

static const bg_stream_source entry_source = {.read = read_entry, .close = close_entry};

/* "file.zip/entry", UTF-8 without control bytes whatever the entry's name is. */
static char *name_of(const bg_level *level, struct archive_entry *entry) {
    const zip *z = level->state;
    const char *name = z->call.entry_pathname_utf8(entry);
    if (!name) name = z->call.entry_pathname(entry);
    if (!name) name = "?";
    char *whole = NULL;
    if (asprintf(&whole, "%s/%s", level->name, name) < 0) return NULL;
    for (char *at = whole; *at; at++)
        if ((unsigned char)*at < ' ' || *at == 0x7F) *at = '?';
    for (size_t size = strlen(whole), bad; (bad = bg_utf8__invalid(whole, size)) < size;) whole[bad] = '?';
    return whole;
}

static bool is_wanted(const zip *z, struct archive_entry *entry, const char *name) {
    return z->call.entry_filetype(entry) == AE_IFREG && bg_input_may_hold(name) && !strstr(name, "/__MACOSX/");
}

/* Is the entry, a zip itself, on the way to the one that is asked for? */
static bool leads_to(const char *name, const char *only) {
    size_t size = strlen(name);
    return strncmp(only, name, size) == 0 && only[size] == '/';
}

/* Only the entry that is asked for, and the zips that it is in. */
static bool push_asked(bg_input *input, bg_stream *stream, const char *name) {
    return leads_to(name, input->only) ? bg_input__push(input, stream, name) : bg_input__push_only(input, stream, name);
}

static bg_step push_entry(bg_input *input, bg_level *level, struct archive_entry *entry) {
    zip *z = level->state;
    bg_stream *stream;
    char *name = name_of(level, entry);
    if (!name) return bg_input__fail(input, level, BG_E_NOMEM, BG_NO_BYTE, "out of memory");
    bg_step step = BG_STEP_AGAIN;
    z->out = 0;
    z->in = z->call.filter_bytes(z->archive, -1);
    if (input->only ? strcmp(input->only, name) == 0 || leads_to(name, input->only) : is_wanted(z, entry, name)) {
        bg_code code = bg_stream__new(&entry_source, z, &stream, &input->failure);
        if (code || !(input->only ? push_asked : bg_input__push)(input, stream, name)) step = BG_STEP_FAILED;
    }
    free(name);
    return step;
}

/* ------------------------------------------------------------------ the archive */

static bool begin(zip *z) {
    struct archive *archive = z->archive = z->call.read_new();
    if (!archive) return false;
    z->call.read_support_format_zip(archive);
    z->call.read_set_callback_data(archive, z);
    z->call.read_set_read_callback(archive, on_read);
    if (bg_stream__can_seek(z->stream)) z->call.read_set_seek_callback(archive, on_seek);
    return z->call.read_open1(archive) == ARCHIVE_OK;
}

static void close_zip(bg_level *level) {
    zip *z = level->state;
    if (!z) return;
    if (z->archive) z->call.read_free(z->archive);
    if (z->letters) freelocale(z->letters);
    free(z);
}

/* Begin anew and go to the entry behind the one at which it gave up. */
static int pass_lost(bg_level *level, struct archive_entry **entry) {
    zip *z = level->state;
    int answer = ARCHIVE_FATAL;
    z->call.read_free(z->archive);
    z->lost = false;
    z->begun_at = level->count;
    if (!bg_stream__seek(z->stream, 0) || !begin(z)) return ARCHIVE_FATAL;
    for (uint64_t i = 0; i <= level->count; i++)
        if ((answer = z->call.read_next_header(z->archive, entry)) == ARCHIVE_FATAL || answer == ARCHIVE_EOF) break;
    return answer;
}

/* The next entry's header: libarchive's answer, anew if it had given up on the entry before. */
static int next_header(bg_level *level, struct archive_entry **entry) {
    zip *z = level->state;
    int answer = z->lost ? ARCHIVE_FATAL : z->call.read_next_header(z->archive, entry);
    bool stays = answer != ARCHIVE_FATAL || !z->lost || !bg_stream__can_seek(z->stream) || z->begun_at == level->count || z->anew++ == ANEW_MAX;
    return stays ? answer : pass_lost(level, entry);
}

static bg_step start(bg_input *input, bg_level *level) {
    zip *z = level->state = calloc(1, sizeof *z);
    bg_error err = {0};
    if (!z) return bg_input__fail(input, level, BG_E_NOMEM, BG_NO_BYTE, "out of memory");
    z->stream = level->stream;
    z->begun_at = UINT64_MAX;
    level->done = bg_archive__load(&z->call, &err) != BG_OK;
    if (level->done) return bg_input__fail(input, level, err.code, BG_NO_BYTE, "%s", err.message);
    z->letters = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
    return begin(z) ? BG_STEP_AGAIN : bg_input__fail(input, level, BG_E_NOMEM, BG_NO_BYTE, "out of memory");
}

static bg_step go_on(bg_input *input, bg_level *level) {
    zip *z = level->state;
    struct archive_entry *entry;
    int answer = next_header(level, &entry);
    if (answer == ARCHIVE_EOF) return BG_STEP_END;
    if (answer == ARCHIVE_OK || answer == ARCHIVE_WARN) {
        level->count++;
        return push_entry(input, level, entry);
    }
    level->done = answer == ARCHIVE_FATAL;
    return bg_input__fail(input, level, BG_E_DAMAGED, byte_of(z), "entry %llu: %s", (unsigned long long)level->count + 1, why_of(z));
}

static bg_step next_entry(bg_input *input, bg_level *level) {
    if (!level->state) return start(input, level);
    if (level->done) return BG_STEP_END;
    zip *z = level->state;
    locale_t before = z->letters ? uselocale(z->letters) : (locale_t)0;
    bg_step step = go_on(input, level);
    if (before) uselocale(before);
    return step;
}

const bg_format bg_format__zip = {"zip", next_entry, close_zip};
