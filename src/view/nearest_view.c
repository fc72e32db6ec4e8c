/* nearest_view: "did you mean": what is spelt nearly as what was asked for and not found, parted by "; ". */
#include "../record/nearest.h"
#include "contact.h"

typedef struct nearest {
    const char *words, *outlet;
    bool person;
} nearest;

static void write(void *context, bg_record *record, bg_arena *arena, bg_buf *out) {
    nearest *n = context;
    bg_texts names = {0};
    if (n->person) bg_nearest__names(record, arena, n->words, &names);
    for (size_t i = 0; names.items && i < names.count; i++) bg_buf__print(out, "%s%s", i ? "; " : "", names.items[i]);
    const char *words = n->person ? NULL : bg_nearest__words(record, arena, n->words, n->outlet);
    if (words) bg_buf__text(out, words);
}

bg_code bg_view_nearest(bg_record *record, const char *words, const char *outlet, bool person, bg_out *out, bg_error *err) {
    return bg_view__run(record, write, &(nearest){words, outlet, person}, out, err);
}
