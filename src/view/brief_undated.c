/* brief_undated: contacts whose pages do not say when they were. Nobody may leave them out of a brief, or guess their day. */
#include "desk.h"

#define UNDATED_SHOWN 14

bool bg_desk__is_near(const bg_desk *b, const bg_met *met) { return met->ours || (b->channel && bg_string__is(met->contact.channel, b->channel)); }

static unsigned place(const bg_desk *b, const bg_met *met) { return met->ours ? 0 : bg_desk__is_near(b, met) ? 1 : 2; }

void bg_desk__undated(bg_desk *b) {
    size_t count = 0;
    if (!b->undated.count) return;
    bg_desk__heading(b, "undated");
    for (unsigned k = 0; k <= 2; k++)
        for (size_t i = 0; i < b->undated.count && count < UNDATED_SHOWN; i++) {
            if (place(b, &b->undated.items[i]) != k) continue;
            bg_desk__item(b, NULL, &b->undated.items[i]);
            count++;
        }
    bg_paper__block(&b->paper, BG_PART_TEXT);
    if (b->undated.count > count) bg_paper__print(&b->paper, BG_RUN_ITALIC, SAY(b, "more_undated"), b->undated.count - count);
    bg_paper__print(&b->paper, BG_RUN_ITALIC, SAY(b, "date_them"), b->undated.items[0].contact.id);
}
