/* undo: decisions are taken back; nothing is deleted. */
#include "decide.h"
#include "messages.h"

#include <stdlib.h>
#include <string.h>

/* Take back one: by its id, or the last one. */
static int undo_one(const cli *c, bg_record *record, const char *which) {
    char id[18];
    bg_error err = {0};
    if (bg_record_undo(record, which, decide_who(c), decide_now(), c->note, id, &err)) return fail(c, which, &err);
    if (c->json) {
        bg_style style = style_of(c);
        bg_out out = {0};
        return bg_view_log(record, id, &style, &out, NULL, &err) ? fail(c, id, &err) : print_out(c, &out);
    }
    if (!c->quiet) say(c, M_UNDONE, id);
    return 0;
}

int cmd_undo(cli *c) {
    const char *what = c->arg_count ? c->args[0] : "1";
    char *end;
    long count = strtol(what, &end, 10);
    bool by_id = *what == 'd';
    if (!by_id && (*end || count < 1 || count > 10000)) return say(c, M_UNDO_WHAT, what), 2;
    bg_record *record = NULL;
    int status = decide_open(c, &record);
    if (!status && by_id) status = undo_one(c, record, what);
    for (long i = 0; !by_id && i < count && !status; i++) status = undo_one(c, record, NULL);
    bg_record_close(record);
    return status;
}
