/*
 * test_slots: whatever two tellings are one contact for the rule (merge.h) find each other by the index (slots.h), from either side. Random tellings around the turn of a year: full
 * days, spans, months, years, days without a year, no date at all, with and without a day of publication.
 */
#include "record/slots.h"
#include "rows.h"
#include "test.h"

#define EVENTS 500
#define ROUNDS 6

static char folder[] = "/tmp/bg-slots-XXXXXX", path[64];
static uint64_t seed;

static unsigned pick(unsigned below) {
    seed = seed * 6364136223846793005u + 1442695040888963407u;
    return (unsigned)(seed >> 33) % below;
}

static const bg_principal principals[] = {{.name = "Tô Lâm", .folded = "to lam", .country = "VN", .key = "to lam"}, {.name = "Salazar", .folded = "salazar", .country = "CU", .key = "salazar"},
                                           {.name = "Salasar", .folded = "salasar", .country = "CU", .key = "salasar"}, {.name = "Lâm", .folded = "lam", .key = "lam"}};

typedef struct telling {
    char id[BG_EVENT_ID], page[20], start[12], end[12], published[12];
    bg_principal people[2];
} telling;

/* A day between 2024-11-16 and 2025-03-15. */
static void some_day(char out[12]) {
    static const struct { int year, month; } months[] = {{2024, 11}, {2024, 12}, {2025, 1}, {2025, 2}, {2025, 3}};
    unsigned day = 15 + pick(120);
    snprintf(out, 12, "%04d-%02d-%02u", months[day / 30].year, months[day / 30].month, day % 30 + 1);
}

static void make_dates(telling *t) {
    char later[12];
    some_day(t->start);
    some_day(later);
    *t->end = *t->published = 0;
    switch (pick(8)) {
    case 0: *t->start = 0; break;
    case 1: t->start[4] = 0; break;
    case 2: t->start[7] = 0; break;
    case 3: memmove(t->start, "-", 1), memmove(t->start + 1, t->start + 4, 7); break; /* --05-12 */
    case 4:
        memmove(t->start, "-", 1), memmove(t->start + 1, t->start + 4, 7);
        snprintf(t->end, 12, "-%s", later + 4);
        break;
    case 5:
        if (strcmp(later, t->start) < 0) memcpy(t->end, t->start, 12), memcpy(t->start, later, 12);
        else memcpy(t->end, later, 12);
        if (!pick(4)) memcpy(t->end, pick(2) ? "2026" : "2039", 4);
    }
    if (pick(3)) some_day(t->published);
}

static void make(telling *t, bg_told *out, unsigned number) {
    static const char *const types[] = {"meeting", "talks", "call", "visit", "conference"};
    static const char *const leads[] = {"chieu nay tai ha noi hai ben da co cuoc gap go rat than mat va coi mo", "nhan dip nay hai ben da trao doi ve viec hop tac giua hai nuoc trong nam"};
    snprintf(t->id, sizeof t->id, "v%016x", number * 77 + 5);
    snprintf(t->page, sizeof t->page, "p%u", number);
    make_dates(t);
    unsigned count = pick(5) ? 2 : pick(2);
    for (unsigned i = 0; i < count; i++) t->people[i] = i ? principals[1 + pick(2)] : principals[3 * pick(2)];
    *out = (bg_told){.id = t->id, .page = t->page, .type = types[pick(5)], .sides = "CU,VN", .start = *t->start ? t->start : NULL, .end = *t->end ? t->end : NULL,
                     .published = *t->published ? t->published : NULL, .lead = pick(3) ? leads[pick(2)] : NULL, .main = pick(3), .summit = !pick(3), .people = t->people, .people_count = count};
}

static bool finds(bg_record *record, const bg_told *told, const bg_told *wanted) {
    bg_event_numbers found = {0};
    bg_arena *arena = bg_arena__new();
    bool there = false;
    bg_slots__find(record, arena, told, &found);
    for (size_t i = 0; i < found.count; i++) there |= found.items[i] == bg_slots__number(wanted->id);
    bg_arena__free(arena);
    return there;
}

static void both_ways(void) {
    static telling tellings[EVENTS];
    static bg_told told[EVENTS];
    bg_record *record = fresh_record(path);
    size_t pairs = 0;
    CHECK(record);
    if (!record) return;
    bg_db__run(record, "BEGIN", "");
    for (unsigned i = 0; i < EVENTS; i++) make(&tellings[i], &told[i], i), bg_slots__store(record, &told[i]);
    bg_db__run(record, "COMMIT", "");
    for (size_t i = 0; i < EVENTS; i++)
        for (size_t k = 0; k < EVENTS; k++) {
            if (i == k || !bg_merge__near(&told[i], &told[k])) continue;
            pairs++;
            CHECK_SAY(finds(record, &told[i], &told[k]), "%s %s..%s (published %s) does not find %s..%s (published %s)", told[i].type, tellings[i].start, tellings[i].end, tellings[i].published,
                      tellings[k].start, tellings[k].end, tellings[k].published);
        }
    CHECK_SAY(pairs > 1000, "%zu pairs", pairs);
    CHECK(record->code == BG_OK);
    bg_record_close(record);
}

static void again(void) {
    for (unsigned round = 0; round < ROUNDS; round++) seed = 11 + round, both_ways();
}

static void numbers(void) {
    char id[BG_EVENT_ID];
    bg_slots__id(bg_slots__number("vfedcba9876543210"), id);
    CHECK(strcmp(id, "vfedcba9876543210") == 0);
}

int main(void) {
    if (!mkdtemp(folder)) return 1;
    snprintf(path, sizeof path, "%s/slots.db", folder);
    RUN(numbers);
    RUN(again);
    drop_record(path);
    rmdir(folder);
    return test_end();
}
