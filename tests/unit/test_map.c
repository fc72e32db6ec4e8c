/* test_map: where the stretches of a derived text came from. */
#include "base/map.h"
#include "test.h"

static void an_empty_map_is_the_identity(void) {
    bg_map map = {0};
    CHECK(bg_map__back(&map, 0) == 0 && bg_map__back(&map, 77) == 77 && bg_map__end(&map, UINT32_MAX) == UINT32_MAX);
}

static void points_are_kept_only_where_the_difference_changes(void) {
    bg_arena *arena = bg_arena__new();
    bg_map map = {0};
    for (uint32_t i = 0; i < 100; i++) CHECK(bg_map__add(arena, &map, i, i));
    CHECK(map.count == 0);
    for (uint32_t i = 100; i < 200; i++) CHECK(bg_map__add(arena, &map, i, i + 50));
    CHECK(map.count == 1 && bg_map__back(&map, 99) == 99 && bg_map__back(&map, 100) == 150 && bg_map__back(&map, 180) == 230);
    CHECK(bg_map__add(arena, &map, 200, 300) && bg_map__add(arena, &map, 200, 320)); /* nothing came between */
    CHECK(map.count == 2 && bg_map__back(&map, 200) == 320 && bg_map__back(&map, 199) == 249);
    bg_arena__free(arena);
}

static void what_grew_maps_no_further_than_its_source(void) {
    bg_arena *arena = bg_arena__new();
    bg_map map = {0};
    /* "aáb" of one-byte letters: a = [0,1) from 0, á = [1,3) from 1, b = [3,4) from 2 */
    bg_map__add(arena, &map, 1, 1);
    bg_map__add(arena, &map, 3, 2);
    CHECK(bg_map__back(&map, 0) == 0 && bg_map__back(&map, 1) == 1 && bg_map__back(&map, 2) == 2 && bg_map__back(&map, 3) == 2);
    CHECK(bg_map__end(&map, 3) == 2 && bg_map__end(&map, 4) == 3 && bg_map__back(&map, 4) == 3);
    bg_arena__free(arena);
}

static void an_end_stands_before_what_was_left_out(void) {
    bg_arena *arena = bg_arena__new();
    bg_map map = {0};
    /* <p>one</p><p>two &amp; three */
    bg_map__gap(arena, &map, 0, 0, 3);
    bg_map__gap(arena, &map, 3, 6, 10);
    bg_map__gap(arena, &map, 3, 10, 13); /* one gap with the former */
    bg_map__add(arena, &map, 7, 17);
    bg_map__add(arena, &map, 8, 22);
    CHECK(bg_map__back(&map, 0) == 3 && bg_map__end(&map, 3) == 6 && bg_map__back(&map, 3) == 13);
    CHECK(bg_map__back(&map, 7) == 17 && bg_map__end(&map, 8) == 22 && bg_map__back(&map, 9) == 23 && bg_map__end(&map, 6) == 16);
    bg_span one = bg_map__span(&map, (bg_span){0, 3}), both = bg_map__span(&map, (bg_span){1, 6});
    CHECK(one.start == 3 && one.end == 6 && both.start == 4 && both.end == 16);
    bg_arena__free(arena);
}

/* ---- two steps */

/*
 * A text made at random of another: letters copied, left out, grown, two made one. Where each byte came from is written down.
 * Letters stay whole, as in whatever is made of text.
 */
#define LONGEST 2000u
typedef struct step {
    bg_map map;
    uint32_t size, back[LONGEST + 1];
    bool begins[LONGEST + 1]; /* a letter */
} step;

static uint32_t next_random(uint32_t *state) { return *state = *state * 1664525u + 1013904223u, *state >> 16; }

static void note(step *s, uint32_t from, bool begins) {
    s->begins[s->size] = begins;
    s->back[s->size++] = from;
}

/* Behind the letter at `from` of what is made of. */
static uint32_t letter_end(const step *on, uint32_t source, uint32_t from) {
    for (from++; on && from < source && !on->begins[from];) from++;
    return from;
}

static void make_letter(bg_arena *arena, const step *on, uint32_t source, uint32_t *from, uint32_t how, step *s) {
    uint32_t end = letter_end(on, source, *from);
    CHECK(bg_map__add(arena, &s->map, s->size, *from));
    if (how == 0)
        for (uint32_t i = *from; i < end; i++) note(s, i, i == *from);
    if (how == 1)
        for (uint32_t i = 0; i < 3; i++) note(s, *from + i < end ? *from + i : end, i == 0);
    if (how == 2) {
        if (end < source) end = letter_end(on, source, end);
        note(s, *from, true);
    }
    *from = end;
}

static void make_step(bg_arena *arena, const step *on, uint32_t source, uint32_t *state, step *s) {
    *s = (step){0};
    for (uint32_t from = 0; from < source;) {
        uint32_t how = next_random(state) % (on ? 4 : 3), start = from;
        if (how < 3) {
            make_letter(arena, on, source, &from, how, s);
            continue;
        }
        for (uint32_t i = next_random(state) % 9; i && from < source; i--) from = letter_end(on, source, from);
        CHECK(from == start || bg_map__gap(arena, &s->map, s->size, start, from));
    }
    CHECK(bg_map__add(arena, &s->map, s->size, source));
}

static void every_byte_leads_back(const step *s, uint32_t seed) {
    for (uint32_t to = 0; to < s->size; to++)
        if (!CHECK_SAY(bg_map__back(&s->map, to) == s->back[to], "seed %u, byte %u: %u, not %u", seed, to, bg_map__back(&s->map, to), s->back[to])) return;
}

static void two_steps_are_one_map(void) {
    for (uint32_t seed = 1; seed <= 400; seed++) {
        bg_arena *arena = bg_arena__new();
        uint32_t state = seed;
        step first, last;
        bg_map both;
        make_step(arena, NULL, 120, &state, &first);
        make_step(arena, &first, first.size, &state, &last);
        every_byte_leads_back(&first, seed);
        every_byte_leads_back(&last, seed);
        CHECK(bg_map__compose(arena, &last.map, &first.map, last.size, &both));
        bool same = true;
        for (uint32_t to = 0; to < last.size; to++) {
            uint32_t want = bg_map__back(&first.map, bg_map__back(&last.map, to)), end = bg_map__end(&first.map, bg_map__end(&last.map, to));
            same &= CHECK_SAY(bg_map__back(&both, to) == want, "seed %u, back of %u: %u, not %u", seed, to, bg_map__back(&both, to), want);
            same &= CHECK_SAY(bg_map__end(&both, to) == end, "seed %u, end of %u: %u, not %u", seed, to, bg_map__end(&both, to), end);
        }
        if (!CHECK_SAY(same, "seed %u", seed)) seed = 1000;
        bg_arena__free(arena);
    }
}

static void an_empty_step_changes_nothing(void) {
    bg_arena *arena = bg_arena__new();
    bg_map map = {0}, none = {0}, out;
    bg_map__add(arena, &map, 4, 9);
    CHECK(bg_map__compose(arena, &map, &none, 10, &out) && out.count == 1 && bg_map__back(&out, 5) == 10);
    CHECK(bg_map__compose(arena, &none, &map, 10, &out) && out.count == 1 && bg_map__back(&out, 5) == 10);
    CHECK(bg_map__compose(arena, &none, &none, 10, &out) && out.count == 0);
    bg_arena__free(arena);
}

int main(void) {
    RUN(an_empty_map_is_the_identity);
    RUN(points_are_kept_only_where_the_difference_changes);
    RUN(what_grew_maps_no_further_than_its_source);
    RUN(an_end_stands_before_what_was_left_out);
    RUN(two_steps_are_one_map);
    RUN(an_empty_step_changes_nothing);
    return test_end();
}
