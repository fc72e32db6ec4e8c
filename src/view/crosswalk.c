/* crosswalk: see crosswalk.h. The tables are made of data/crosswalk by tools/crosswalk.awk. */
#include "crosswalk.h"
#include "../base/base.h"

#include <stdlib.h>
#include <string.h>

#define VERSION(number) static const char version[] = number;
#define ROW(...)
#include "crosswalk_events.inc"
#undef VERSION
#undef ROW

#define VERSION(number)
#define ROW(...) {__VA_ARGS__},
static const bg_cross_event events[] = {
#include "crosswalk_events.inc"
};
static const bg_cross_state states[] = {
#include "crosswalk_states.inc"
};
static const bg_cross_group groups[] = {
#include "crosswalk_groups.inc"
};
static const bg_cross_sector sectors[] = {
#include "crosswalk_sectors.inc"
};
static const bg_cross_topic topics[] = {
#include "crosswalk_topics.inc"
};
static const bg_cross_code codes[] = {
#include "crosswalk_cameo.inc"
};

const char *bg_cross__version(void) { return version; }

static bool fits(const char *in_line, const char *value) { return strcmp(in_line, "*") == 0 || bg_string__is(in_line, value); }

static const bg_cross_event *find(const char *fact, const char *key, const char *degree, const char *role, const char *setting) {
    for (size_t i = 0; i < BG_COUNT(events); i++) {
        const bg_cross_event *e = &events[i];
        if (bg_string__is(e->fact, fact) && bg_string__is(e->key, key) && fits(e->degree, degree) && fits(e->role, role) && fits(e->setting, setting)) return e;
    }
    return NULL;
}

const bg_cross_event *bg_cross__type(const char *type, const char *degree, const char *role, const char *setting) { return find("type", type, degree, role, setting); }

const bg_cross_event *bg_cross__act(const char *act, const char *strength) { return find("act", act, strength, "-", "-"); }

/* Every table begins with its key and is sorted by it. */
static int by_key(const void *key, const void *row) { return strcmp(key, *(const char *const *)row); }

#define FIND(table, key) ((key) ? bsearch((key), (table), BG_COUNT(table), sizeof *(table), by_key) : NULL)

const bg_cross_state *bg_cross__state(const char *code) { return FIND(states, code); }
const bg_cross_group *bg_cross__group(const char *code) { return FIND(groups, code); }
const bg_cross_sector *bg_cross__sector(const char *channel) { return FIND(sectors, channel); }
const bg_cross_topic *bg_cross__topic(const char *topic) { return FIND(topics, topic); }
const bg_cross_code *bg_cross__code(const char *cameo) { return FIND(codes, cameo); }

int bg_cross__quad(const char *cameo) {
    int root = (cameo[0] - '0') * 10 + (cameo[1] - '0');
    return root <= 5 ? 1 : root <= 8 ? 2 : root <= 13 ? 3 : 4;
}

int bg_cross__plover_quad(const char *plover) {
    static const char *const quads[][7] = {
        {"AGREE", "CONSULT", "SUPPORT", "CONCEDE"},
        {"COOPERATE", "AID", "RETREAT"},
        {"REQUEST", "ACCUSE", "REJECT", "THREATEN"},
        {"PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"},
    };
    for (int quad = 0; quad < 4; quad++)
        for (size_t i = 0; i < 7 && quads[quad][i]; i++)
            if (bg_string__is(quads[quad][i], plover)) return quad + 1;
    return 0;
}
