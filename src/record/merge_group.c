/* merge_group: see merge.h. Tellings, in an order of their own, become groups; then what people decided, and tellings that leave open who met. */
#include "telling.h"

#include <stdlib.h>

#define RANK_STATE 3  /* who has one that is not lower may be meant where states meet … */
#define RANK_HEAD 2   /* … where those meet who lead them */
#define MOST_LEAST 4  /* pages, and times as many as of any other: the contact of that day of which everybody tells */
#define MOST_KNOWN 10 /* … of which the place and one of the principals are told */

/* ------------------------------------------------------------------ groups */

static int exactness(const bg_told *told) {
    bg_ymd d = bg_telling__date(told->start);
    return bg_telling__is_full(d) ? 5 : d.day ? 4 : d.month && d.year ? 3 : d.month ? 2 : d.year ? 1 : 0;
}

static size_t names_size(const bg_told *told) {
    size_t size = 0;
    for (size_t i = 0; i < told->people_count; i++) size += strlen(told->people[i].folded);
    return size;
}

static int by_exactness(const void *left, const void *right) {
    const bg_told *a = left, *b = right;
    int difference = exactness(b) - exactness(a);
    if (difference) return difference;
    if (a->people_count != b->people_count) return a->people_count > b->people_count ? -1 : 1;
    size_t a_size = names_size(a), b_size = names_size(b);
    if (a_size != b_size) return a_size > b_size ? -1 : 1;
    return strcmp(a->id, b->id);
}

/* What people decided of events, by the places of the events in the order. */
typedef struct will {
    bg_told *told;
    size_t count;
    const bg_link *links;
    size_t link_count;
    size_t *place; /* of an event, by its number */
    size_t *linked; /* how many links an event has, by its place */
} will;

static bool make_will(bg_arena *arena, will *w) {
    if (!w->link_count) return true;
    w->place = bg_arena__alloc(arena, w->count * sizeof *w->place);
    w->linked = bg_arena__alloc(arena, w->count * sizeof *w->linked);
    if (!w->place || !w->linked) return false;
    for (size_t i = 0; i < w->count; i++) w->place[w->told[i].n] = i;
    for (size_t i = 0; i < w->link_count; i++) w->linked[w->place[w->links[i].a]]++, w->linked[w->place[w->links[i].b]]++;
    return true;
}

/* Is anything of one group parted from anything of the other? Those that have no group yet are in none. */
static bool parted(const will *w, size_t group, size_t other) {
    for (size_t i = 0; i < w->link_count; i++) {
        if (w->links[i].join) continue;
        size_t a = w->told[w->place[w->links[i].a]].group, b = w->told[w->place[w->links[i].b]].group;
        if ((a == group && b == other) || (a == other && b == group)) return true;
    }
    return false;
}

static bool fits_group(const will *w, size_t self, size_t first) {
    const bg_told *told = w->told;
    if (!bg_merge__same(&told[first], &told[self], NULL)) return false;
    bool lasts = bg_telling__is_type(&told[first], "visit") && told[first].end; /* others may tell of one of its days each */
    for (size_t i = first + 1; i < self; i++)
        if (told[i].group == first && ((!lasts && bg_telling__dates_clash(&told[i], &told[self])) || bg_telling__people_clash(&told[i], &told[self]) || bg_telling__elsewhere(&told[i], &told[self])))
            return false;
    return !w->link_count || !w->linked[self] || !parted(w, self, first);
}

/* How well an event fits a group of its kind: that all principals are the same counts more than the day. */
static int closeness(const bg_told *a, const bg_told *b) { return (bg_telling__all_shared(a, b) ? 2 : 0) + (bg_telling__dates_agree(a, b) == BG_DATES_DAY); }

/* Do they share a person of two countries? */
static bool share_two_sides(const bg_told *a, const bg_told *b) {
    const char *first = NULL;
    for (size_t i = 0; i < a->people_count; i++) {
        const char *country = bg_telling__find_in(&a->people[i], b) ? a->people[i].country : NULL;
        if (country && first && strcmp(country, first) != 0) return true;
        if (country) first = country;
    }
    return false;
}

/* One contact beyond doubt: the same principals of both sides, of a visit the same guest, on one day. */
static bool is_sure(const bg_told *a, const bg_told *b) {
    if (!bg_telling__same_day(a, b) || bg_telling__same_page(a, b)) return false;
    return share_two_sides(a, b) || ((bg_telling__is_type(a, "visit") || (bg_telling__is_type(a, "conference") && bg_telling__is_type(b, "conference"))) && bg_telling__people_agree(a, b));
}

/* Groups with whose first event this one is one beyond doubt: the first of them, the first that is dated as it is; do two of them contradict each other? */
typedef struct certain {
    size_t first, alike;
    bool clash;
} certain;

static void add_certain(const will *w, size_t self, size_t group, certain *out) {
    const bg_told *told = w->told;
    if (!is_sure(&told[group], &told[self])) return;
    if (out->first == self) out->first = group;
    else out->clash |= bg_telling__dates_clash(&told[out->first], &told[group]);
    if (out->alike == self && bg_telling__same_text(told[group].start, told[self].start)) out->alike = group;
}

/*
 * The one group that this event fits best. Of several that it fits equally well the first that is certain: else every telling of a contact that many pages tell would be a group of its own as
 * soon as there are two. Where these contradict each other (of two years, and it tells none) one that is dated as it is. Itself if there is none.
 */
static size_t choose_group(const will *w, size_t self) {
    size_t found = self;
    int best = -1;
    certain sure = {self, self, false};
    for (size_t first = 0; first < self; first++) {
        if (w->told[first].group != first || !fits_group(w, self, first)) continue;
        int close = closeness(&w->told[first], &w->told[self]);
        if (close > best) best = close, found = first;
        else if (close == best) found = self;
        add_certain(w, self, first, &sure);
    }
    return found != self ? found : sure.clash ? sure.alike : sure.first;
}

/* ------------------------------------------------------------------ tellings that leave open who met */

/* Does it tell of states that met on a day, or of one principal at a summit, in a town or at talks, and leave open who was there? */
static bool is_open(const bg_told *told) {
    static const char *const types[] = {"conference", "call", "signing"};
    bool meets = strcmp(bg_merge__class(told), "meeting") == 0 && (told->summit || !bg_telling__is_type(told, "dialogue")), fits = meets;
    for (size_t i = 0; i < BG_COUNT(types); i++) fits |= bg_telling__is_type(told, types[i]);
    if (!fits || !strchr(told->sides, ',') || !bg_telling__date(told->start).day || told->post_count) return false;
    return !told->people_count || ((told->summit || told->place || bg_telling__is_type(told, "talks")) && meets && !bg_telling__of_two_sides(told));
}

/* Talks are led by those who hold one office: who held them on a day with a state held them with one. */
static bool are_talks(const bg_told *open, const bg_told *whole) { return open->people_count && bg_telling__is_type(open, "talks") && bg_telling__is_type(whole, "talks"); }

/* Does it name all who could be named: of an organisation nobody is? */
static bool is_whole(const bg_told *told) {
    if (bg_telling__of_two_sides(told)) return true;
    return bg_telling__is_type(told, "conference") && told->people_count && strlen(told->sides) > BG_STATE_SIZE * 2 + 1 && strcspn(told->sides, ",") + 1 + BG_STATE_SIZE >= strlen(told->sides);
}

/* Is somebody too low in rank to be meant where states are said to meet? */
static bool is_low(const bg_told *told, bool summit) {
    for (size_t i = 0; i < told->people_count; i++)
        if (told->people[i].rank < BG_RANK_COMMON && told->people[i].rank > (summit ? RANK_HEAD : RANK_STATE)) return true;
    return false;
}

/* May `open` tell of the contact of which `whole` names the principals of both sides? */
static bool may_fill(const bg_told *open, const bg_told *whole) {
    if (!is_open(open) || !is_whole(whole) || strcmp(open->sides, whole->sides) != 0 || !bg_telling__same_class(open, whole)) return false;
    if (!bg_telling__same_day(open, whole) || !bg_telling__all_in(open, whole) || is_low(whole, open->summit) || bg_telling__elsewhere(open, whole)) return false;
    return open->summit || ((!open->people_count || whole->place || are_talks(open, whole)) && bg_telling__places_agree(open, whole));
}

bool bg_merge__near(const bg_told *a, const bg_told *b) { return bg_merge__same(a, b, NULL) || may_fill(a, b) || may_fill(b, a); }

static size_t group_size(const will *w, size_t group) {
    size_t size = 0;
    for (size_t i = group; i < w->count; i++) size += w->told[i].group == group;
    return size;
}

/* A page that tells of the one beside the other may know why. */
static bool contradict(const bg_told *open, const bg_told *whole, bool alone) {
    return (alone && !open->summit && bg_telling__same_page(open, whole)) || bg_telling__dates_clash(open, whole) || bg_telling__people_clash(open, whole) || bg_telling__elsewhere(open, whole);
}

/* Of two groups: does nothing of one contradict the other? */
static bool groups_agree(const will *w, size_t open, size_t whole) {
    bool alone = group_size(w, open) == 1;
    for (size_t i = 0; i < w->count; i++)
        for (size_t k = 0; w->told[i].group == open && k < w->count; k++)
            if (w->told[k].group == whole && contradict(&w->told[i], &w->told[k], alone)) return false;
    return !w->link_count || !parted(w, open, whole);
}

/* The contact that everybody means who tells of these states on that day: the only one, or by far the most told. Itself if there is none. */
static size_t find_whole(const will *w, size_t open, size_t *others) {
    size_t best = open, most = 0;
    *others = 0;
    for (size_t i = 0; i < w->count; i++) {
        if (w->told[i].group != i || !may_fill(&w->told[open], &w->told[i])) continue;
        size_t size = group_size(w, i);
        if (size > most) *others = most, most = size, best = i;
        else if (size > *others) *others = size;
    }
    const bg_told *told = &w->told[open];
    size_t times = told->people_count && !told->summit && !are_talks(told, &w->told[best]) ? MOST_KNOWN : MOST_LEAST; /* one alone may have met others too */
    bool sure = times == MOST_LEAST && !*others ? true : most >= times && most >= *others * times;
    return sure && best != open && groups_agree(w, open, best) ? best : open;
}

static bool fill_open(bg_arena *arena, will *w) {
    size_t *whole = bg_arena__alloc(arena, (w->count + 1) * sizeof *whole), *others = bg_arena__alloc(arena, (w->count + 1) * sizeof *others);
    if (!whole || !others) return false;
    for (size_t i = 0; i < w->count; i++) whole[i] = w->told[i].group == i && is_open(&w->told[i]) ? find_whole(w, i, &others[i]) : i;
    for (size_t i = 0; i < w->count; i++) {
        if (whole[i] == i) continue;
        size_t a = w->told[i].group, b = w->told[whole[i]].group, first = a < b ? a : b, other = a < b ? b : a;
        for (size_t k = other; k < w->count; k++)
            if (w->told[k].group == other) w->told[k].group = first;
        bg_told *from = &w->told[first], *to = &w->told[other];
        to->reason = bg_arena__print(arena, "sides=%s; date=%s~%s; %s", to->sides, from->start, to->start, others[i] ? "most told that day" : "only one that day");
        if (!to->reason) return false;
    }
    return true;
}

/* Of events that were joined: the later group becomes part of the earlier one. */
static bool join_groups(bg_arena *arena, will *w, const bg_link *link) {
    size_t a = w->told[w->place[link->a]].group, b = w->told[w->place[link->b]].group;
    size_t first = a < b ? a : b, other = a < b ? b : a;
    if (first == other || parted(w, first, other)) return true;
    for (size_t i = other; i < w->count; i++)
        if (w->told[i].group == other) w->told[i].group = first;
    w->told[other].reason = bg_arena__print(arena, "decision=%s; by=%s; at=%s", link->decision, link->who, link->at);
    return w->told[other].reason != NULL;
}

typedef struct bound {
    const bg_link *link;
    size_t low, high; /* places of its events */
} bound;

static int by_place(const void *left, const void *right) {
    const bound *a = left, *b = right;
    if (a->low != b->low) return a->low < b->low ? -1 : 1;
    return (a->high > b->high) - (a->high < b->high);
}

static bool join_all(bg_arena *arena, will *w) {
    bound *list = bg_arena__alloc(arena, (w->link_count + 1) * sizeof *list);
    size_t count = 0;
    if (!list) return false;
    for (size_t i = 0; i < w->link_count; i++) {
        size_t a = w->place[w->links[i].a], b = w->place[w->links[i].b];
        if (w->links[i].join) list[count++] = (bound){&w->links[i], a < b ? a : b, a < b ? b : a};
    }
    if (count) qsort(list, count, sizeof *list, by_place);
    for (size_t i = 0; i < count; i++)
        if (!join_groups(arena, w, list[i].link)) return false;
    return true;
}

bool bg_merge__group(bg_arena *arena, bg_told *told, size_t count, const bg_link *links, size_t link_count) {
    bg_buf reason;
    will w = {.told = told, .count = count, .links = links, .link_count = link_count};
    if (count) qsort(told, count, sizeof *told, by_exactness);
    bool ok = make_will(arena, &w);
    for (size_t i = 0; i < count; i++) told[i].group = i;
    bg_buf__init(&reason, 1 << 20);
    for (size_t i = 0; i < count && ok; i++) {
        told[i].group = choose_group(&w, i);
        told[i].reason = NULL;
        if (told[i].group == i) continue;
        bg_buf__clear(&reason);
        bg_merge__same(&told[told[i].group], &told[i], &reason);
        told[i].reason = reason.failed ? NULL : bg_arena__text(arena, reason.bytes, reason.size);
        ok = told[i].reason != NULL;
    }
    bg_buf__free(&reason);
    return ok && fill_open(arena, &w) && (!link_count || join_all(arena, &w));
}
