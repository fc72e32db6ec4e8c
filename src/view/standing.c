/* standing: see standing.h. */
#include "standing.h"
#include "../base/calendar.h"
#include "labels.h"

static int months_between(const char *from, const char *to) {
    int64_t first, last;
    int months = 0;
    if (!from || !bg_calendar__last(from, &first) || !bg_calendar__day(to, &last) || first > last) return 0;
    months = (int)((last - first) / 31);
    while (bg_calendar__months_later(first, months + 1) <= last) months++;
    return months;
}

/* What is said to be done within a month or a year may have been done before the term or after it. */
static const char *done_by(const char *done, const char *due) {
    int64_t last, term;
    if (!due) return "done";
    if (strncmp(done, due, strlen(done)) > 0) return "done_late";
    return bg_calendar__last(done, &last) && bg_calendar__last(due, &term) && last <= term ? "done_in_time" : "done";
}

static const char *status_of(const bg_standing *s, const char *as_of, int silent) {
    if (s->closed) return "closed";
    if (s->kept.done) return done_by(s->kept.done, s->kept.due);
    if (s->kept.due) return strcmp(as_of, s->kept.due) <= 0 ? "in_time" : "overdue";
    if (!s->kept.last) return "undated";
    if (s->months >= silent) return "silent";
    return s->kept.first && strcmp(s->kept.first, s->kept.last) != 0 ? "repeated" : "raised";
}

static const bg_row_item *numbered(const bg_row_thread *thread, int64_t number) {
    for (size_t i = 0; thread && i < thread->items.count; i++)
        if (thread->items.items[i].number == number) return &thread->items.items[i];
    return NULL;
}

/* The entry that somebody closed last, by that day. */
static const bg_row_item *closed_by(const bg_row_thread *thread, const char *as_of) {
    const bg_row_item *closed = NULL;
    for (size_t i = 0; thread && i < thread->items.count; i++) {
        const bg_row_item *item = &thread->items.items[i];
        if (item->closed && strcmp(item->closed, as_of) <= 0 && (!closed || strcmp(item->closed, closed->closed) >= 0)) closed = item;
    }
    return closed;
}

void bg_standing__at(const bg_stand *stand, const char *as_of, int silent, bg_standing *out) {
    *out = (bg_standing){.kept = *stand};
    if (!stand->count) return;
    out->closed = closed_by(stand->thread, as_of);
    out->lead = numbered(stand->thread, stand->lead), out->name = numbered(stand->thread, stand->name);
    out->months = months_between(stand->last, as_of);
    out->status = status_of(out, as_of, silent);
}

void bg_standing__of(bg_arena *arena, const bg_row_thread *thread, const char *as_of, int silent, bg_standing *out) {
    bg_stand stand;
    bg_stand__of(arena, thread, &stand);
    bg_standing__at(&stand, as_of, silent, out);
}

bool bg_standing__show(bg_record *record, bg_arena *arena, bg_standing *s) {
    bg_row_item *lead = bg_arena__alloc(arena, sizeof *lead), *name = bg_arena__alloc(arena, sizeof *name);
    if (!lead || !name) return bg_db__nomem(record);
    bool found = bg_ledger__entry(record, arena, s->kept.lead, lead);
    if (s->kept.name == s->kept.lead) *name = *lead;
    else found = bg_ledger__entry(record, arena, s->kept.name, name) && found;
    s->lead = lead, s->name = name;
    return found;
}

void bg_standing__text(const bg_standing *s, bg_lang lang, bg_buf *out) {
    bg_buf__text(out, bg_label__of(BG_LABEL_STANDING, s->status, lang));
    const char *day = bg_string__is(s->status, "in_time") || bg_string__is(s->status, "overdue") ? s->kept.due : bg_string__is(s->status, "repeated") || bg_string__is(s->status, "raised") ? s->kept.last : s->closed ? s->closed->closed : s->kept.done;
    if (bg_string__is(s->status, "silent")) bg_buf__print(out, " %d %s", s->months, bg_label__of(BG_LABEL_HEADING, "months", lang));
    else if (day) bg_buf__char(out, ' '), bg_label__date(day, NULL, lang, out);
}

static int place_of(const bg_standing *s) {
    static const char *const order[] = {"overdue", "in_time", "silent", "repeated", "raised", "undated", "done_late", "done_in_time", "done", "closed"};
    for (size_t i = 0; i < BG_COUNT(order); i++)
        if (bg_string__is(s->status, order[i])) return bg_string__is(s->status, "silent") || bg_string__is(s->status, "raised") ? 3 : (int)i;
    return BG_COUNT(order);
}

int bg_standing__order(const void *left, const void *right) {
    const bg_standing *a = left, *b = right;
    int pa = place_of(a), pb = place_of(b), days = strcmp(b->kept.last ? b->kept.last : "", a->kept.last ? a->kept.last : "");
    return pa != pb ? pa - pb : days ? days : strcmp(a->kept.id, b->kept.id);
}

const bg_row_item *bg_standing__told(const bg_row_thread *thread, const bg_row_item *item) {
    while (bg_string__is(item->step, "same")) {
        const bg_row_item *earlier = numbered(thread, item->earlier);
        if (!earlier) break;
        item = earlier;
    }
    return item;
}

#define FAR_INSIDE 60 /* bytes of what was said, before the words that name the matter */

void bg_standing__name(const bg_standing *s, bg_buf *out) {
    const bg_row_item *item = s->name;
    const char *at = item->about && item->content ? strstr(item->content, item->about) : NULL;
    if (at && at > item->content + FAR_INSIDE) bg_buf__text(out, "… ");
    bg_buf__text(out, item->about ? item->about : item->content ? item->content : "");
}
