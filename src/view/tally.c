/* tally: see tally.h. */
#include "tally.h"

bool bg_tally__counts(const bg_met *met) { return !met->planned && !bg_string__is(met->contact.type, "statement") && !bg_string__is(met->contact.type, "other"); }

static bg_tally *find(const bg_tallies *t, const char *kind, const char *name) {
    for (size_t i = 0; i < t->list.count; i++)
        if (bg_string__equal(t->list.items[i].kind, kind) && bg_string__equal(t->list.items[i].name, name)) return &t->list.items[i];
    return NULL;
}

const bg_tally *bg_tally__of(const bg_tallies *t, const char *kind, const char *name) { return find(t, kind, name); }

static void count(bg_tallies *all, const char *kind, const char *name, const bg_counted *m) {
    bg_tally *t = find(all, kind, name);
    if (!t && (t = BG_PUSH(all->arena, &all->list))) *t = (bg_tally){.kind = kind, .name = name};
    if (!t) return; /* the arena remembers */
    if (!t->count++) t->first = *m;
    t->last = *m;
    if (m->exact && t->exact && m->first - t->exact > t->to - t->from) t->from = t->exact, t->to = m->first;
    if (m->exact) t->exact = m->first;
    if (!bg_string__equal(m->type, "visit") || !m->guest) return;
    int side = bg_string__equal(m->guest, all->of) ? 0 : 1;
    t->visits[side] = *m;
    t->visit_counts[side]++;
}

void bg_tally__add(bg_tallies *t, const bg_counted *one) {
    count(t, "all", NULL, one);
    count(t, "channel", one->channel, one);
    count(t, "type", one->type, one);
}
