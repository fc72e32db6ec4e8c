/* standing: see standing.h. */
#include "standing.h"
#include "../base/calendar.h"
#include "labels.h"

static int grade_of(const char *grade) {
    static const char *const ladder[] = {"wish", "ask", "ready", "agree", "pledge", "signed", "under_way", "done"};
    for (size_t i = 0; i < BG_COUNT(ladder); i++)
        if (bg_string__is(grade, ladder[i])) return (int)i;
    return -1;
}

static bool told_before(const bg_row_thread *thread, size_t i, bool witness) {
    const bg_row_item *item = &thread->items.items[i];
    for (size_t k = 0; k < i; k++)
        if (strcmp(witness ? thread->items.items[k].witness : thread->items.items[k].page, witness ? item->witness : item->page) == 0) return true;
    return false;
}

static void count(const bg_row_thread *thread, bg_standing *out) {
    for (size_t i = 0; i < thread->items.count; i++) {
        out->sayings += !bg_string__is(thread->items.items[i].step, "same");
        out->pages += !told_before(thread, i, false);
        out->witnesses += !told_before(thread, i, true);
    }
}

/* Is something done of what was asked or promised before it? */
static const char *done_day(const bg_row_thread *thread) {
    for (size_t i = 1; i < thread->items.count; i++)
        if (bg_string__is(thread->items.items[i].grade, "done")) return thread->items.items[i].day;
    return NULL;
}

static const char *stage_of(const bg_row_thread *thread) {
    static const char *const stages[] = {"asked", "asked", "offered", "agreed", "pledged", "signed", "under_way", "done"};
    const char *stage = "asked";
    int best = -1;
    for (size_t i = 0; i < thread->items.count; i++) {
        const bg_row_item *item = &thread->items.items[i];
        int grade = grade_of(item->grade);
        if (grade < best) continue;
        best = grade;
        stage = bg_string__is(item->kind, "invitation") ? "invited" : bg_string__is(item->step, "answer") ? "answered" : stages[grade < 0 ? 0 : grade];
    }
    return stage;
}

static const bg_row_item *lead_of(const bg_row_thread *thread) {
    const bg_row_item *lead = NULL;
    for (size_t i = 0; i < thread->items.count; i++) {
        const bg_row_item *item = &thread->items.items[i];
        if (bg_string__is(item->kind, "report") || bg_string__is(item->step, "same")) continue;
        if (!lead || grade_of(item->grade) >= grade_of(lead->grade)) lead = item;
    }
    return lead ? lead : thread->items.items;
}

/* ------------------------------------------------------------------ what it is called */

#define NAMED_LEAST 3 /* weight of keys that make a matter one of its own */

/* The key that begins at `at`, up to a blank. */
static size_t key_size(const char *at) { return strcspn(at, " "); }

static unsigned key_weight(const char *at) {
    switch (*at >= 'A' && *at <= 'Z' ? *at - 'A' + 'a' : *at) {
    case 'k': case 'n': case 'x': return 3;
    case 'h': case 't': return 2;
    case 'c': case 'b': return 1;
    default: return 0;
    }
}

static bool has_key(const bg_row_item *item, const char *key, size_t size) {
    for (const char *at = item->keys; at && *at; at += key_size(at), at += *at == ' ')
        if (key_size(at) == size && memcmp(at, key, size) == 0) return true;
    return false;
}

/* Has another entry, one that is not only told again, the key too? */
static bool is_shared(const bg_row_thread *thread, const bg_row_item *item, const char *key) {
    for (size_t i = 0; i < thread->items.count; i++) {
        const bg_row_item *other = &thread->items.items[i];
        if (other != item && !bg_string__is(other->step, "same") && has_key(other, key, key_size(key))) return true;
    }
    return false;
}

/* What it has in common with the others counts for it, what is its own alone against it. */
static int names_well(const bg_row_thread *thread, const bg_row_item *item) {
    int score = 0;
    for (const char *at = item->keys; at && *at; at += key_size(at), at += *at == ' ') score += (int)key_weight(at) * (is_shared(thread, item, at) ? 2 : -1);
    return score;
}

static const bg_row_item *name_of(const bg_row_thread *thread, const bg_row_item *lead) {
    const bg_row_item *name = lead;
    int best = names_well(thread, lead);
    for (size_t i = 0; i < thread->items.count; i++) {
        const bg_row_item *item = &thread->items.items[i];
        if (bg_string__is(item->kind, "report") || bg_string__is(item->step, "same")) continue;
        int score = names_well(thread, item);
        if (score > best) best = score, name = item;
    }
    return name;
}

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
    if (s->done) return done_by(s->done, s->due);
    if (s->due) return strcmp(as_of, s->due) <= 0 ? "in_time" : "overdue";
    if (!s->last) return "undated";
    if (s->months >= silent) return "silent";
    return s->first && strcmp(s->first, s->last) != 0 ? "repeated" : "raised";
}

void bg_standing__of(const bg_row_thread *thread, const char *as_of, int silent, bg_standing *out) {
    *out = (bg_standing){0};
    if (!thread->items.count) return;
    for (size_t i = 0; i < thread->items.count; i++) {
        const bg_row_item *item = &thread->items.items[i];
        if (item->day && !out->first) out->first = item->day;
        if (item->day) out->last = item->day;
        if (item->due_to) out->due = item->due_to;
        if (item->closed && strcmp(item->closed, as_of) <= 0 && (!out->closed || strcmp(item->closed, out->closed->closed) >= 0)) out->closed = item;
    }
    count(thread, out);
    out->done = done_day(thread);
    out->stage = stage_of(thread);
    out->lead = lead_of(thread);
    out->name = name_of(thread, out->lead);
    out->months = months_between(out->last, as_of);
    out->status = status_of(out, as_of, silent);
}

void bg_standing__text(const bg_standing *s, bg_lang lang, bg_buf *out) {
    bg_buf__text(out, bg_label__of(BG_LABEL_STANDING, s->status, lang));
    const char *day = bg_string__is(s->status, "in_time") || bg_string__is(s->status, "overdue") ? s->due : bg_string__is(s->status, "repeated") || bg_string__is(s->status, "raised") ? s->last : s->closed ? s->closed->closed : s->done;
    if (bg_string__is(s->status, "silent")) bg_buf__print(out, " %d %s", s->months, bg_label__of(BG_LABEL_HEADING, "months", lang));
    else if (day) bg_buf__char(out, ' '), bg_label__date(day, NULL, lang, out);
}

int bg_standing__place(const bg_standing *s) {
    static const char *const order[] = {"overdue", "in_time", "silent", "repeated", "raised", "undated", "done_late", "done_in_time", "done", "closed"};
    for (size_t i = 0; i < BG_COUNT(order); i++)
        if (bg_string__is(s->status, order[i])) return bg_string__is(s->status, "silent") || bg_string__is(s->status, "raised") ? 3 : (int)i;
    return BG_COUNT(order);
}

static const bg_row_item *numbered(const bg_row_thread *thread, int64_t number) {
    for (size_t i = 0; i < thread->items.count; i++)
        if (thread->items.items[i].number == number) return &thread->items.items[i];
    return NULL;
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

bool bg_standing__is_vague(const bg_standing *s) {
    unsigned weight = 0;
    if (s->sayings > 1 || s->lead->due_to || s->done) return false;
    for (const char *at = s->lead->keys; at && *at; at += key_size(at), at += *at == ' ') weight += key_weight(at);
    return bg_string__is(s->lead->grade, "wish") || weight < NAMED_LEAST;
}
