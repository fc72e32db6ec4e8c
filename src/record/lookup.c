/* lookup: see lookup.h. */
#include "lookup.h"

#define FIRST_ROOM 64

static bg_lookup_slot *slot_of(const bg_lookup *in, uint64_t number) {
    size_t at = (size_t)(number * 0x9E3779B97F4A7C15u >> 32) & (in->room - 1);
    while (in->slots[at].value && in->slots[at].number != number) at = (at + 1) & (in->room - 1);
    return &in->slots[at];
}

void *bg_lookup__find(const bg_lookup *in, uint64_t number) { return in->room ? slot_of(in, number)->value : NULL; }

static bool widen(bg_arena *arena, bg_lookup *in, size_t room) {
    bg_lookup wider = {.room = room, .count = in->count};
    wider.slots = bg_arena__alloc(arena, wider.room * sizeof *wider.slots);
    if (!wider.slots) return false;
    for (size_t i = 0; i < in->room; i++)
        if (in->slots[i].value) *slot_of(&wider, in->slots[i].number) = in->slots[i];
    *in = wider;
    return true;
}

bool bg_lookup__reserve(bg_arena *arena, bg_lookup *in, size_t count) {
    size_t room = FIRST_ROOM;
    while (room <= count * 2 && room <= SIZE_MAX / 2) room *= 2;
    return room <= in->room || widen(arena, in, room);
}

bool bg_lookup__put(bg_arena *arena, bg_lookup *in, uint64_t number, void *value) {
    if (in->room <= in->count * 2 && !widen(arena, in, in->room ? in->room * 2 : FIRST_ROOM)) return false;
    *slot_of(in, number) = (bg_lookup_slot){number, value};
    in->count++;
    return true;
}
