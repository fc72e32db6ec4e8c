/* touch: see touch.h. */
#include "touch.h"

void bg_touch__events(bg_touched *t, const char *const *events, size_t count) {
    size_t before = t->events.count;
    bg_group__connected(t->record, t->arena, events, count, &t->events);
    for (size_t i = before; i < t->events.count; i++) bg_group__forget(t->record, t->events.items[i]);
}

/* Is it there, without a contact? Others were made together with one before. */
static bool is_loose(bg_record *record, const char *event) {
    return bg_db__any(record, bg_db__query(record, "SELECT 1 FROM events e WHERE e.id = ?1 AND NOT EXISTS (SELECT 1 FROM tellings m WHERE m.row = e.row)", "t", event));
}

void bg_touch__again(bg_touched *t) {
    for (size_t i = 0; i < t->events.count && t->record->code == BG_OK; i++)
        if (is_loose(t->record, t->events.items[i])) bg_group__event(t->record, t->events.items[i]);
}
