/* mention: the stage's order. Dates, names, offices, persons, who is who, sides. */
#include "mention.h"

#include <stdlib.h>

static bool each_sentence(bg_mentions *mentions, const char *level) {
    bg_text *text = mentions->text;
    unsigned number = bg_grammar__level(text->data, level);
    for (size_t i = 0; i < text->sentences.count; i++)
        if (!bg_match__level(text, &text->sentences.items[i], number)) return false;
    return true;
}

#define CLOCK_WORDS 6 /* signs and all, that say by whose clock a day is */

/* "ngày 5/9 (giờ địa phương)": the words in brackets belong to the day. */
static void close_clock(bg_text *text, const bg_sentence *s, bg_mark *date) {
    if (date->end + 1 >= s->end || !bg_text__is_sign(text, date->end, '(') || !bg_text__is(text, date->end + 1, CLASS_CLOCK)) return;
    for (uint32_t tok = date->end + 1; tok < s->end && tok < date->end + CLOCK_WORDS; tok++)
        if (bg_text__is_sign(text, tok, ')')) {
            date->end = tok + 1;
            return;
        }
}

static bool read_dates(bg_mentions *mentions) {
    bg_text *text = mentions->text;
    if (!each_sentence(mentions, "date")) return false;
    for (size_t i = 0; i < text->sentences.count; i++) {
        const bg_sentence *s = &text->sentences.items[i];
        for (uint32_t tok = s->tok; (tok = bg_text__next(text, tok, s->end, CLASS_DATE)) < s->end; tok++) {
            uint32_t m = bg_text__at(text, tok, CLASS_DATE);
            if (m != BG_NONE && !bg_date__read(mentions, m)) return false;
            if (m != BG_NONE) close_clock(text, s, &text->marks.items[m]);
        }
    }
    bg_picture__find(mentions);
    bg_date__infer_years(mentions);
    return true;
}

bool bg_mentions__find(bg_mentions *mentions, bg_text *text, const char *published) {
    memset(mentions, 0, sizeof *mentions);
    mentions->text = text;
    if (published) sscanf(published, "%d-%d-%d", &mentions->page_year, &mentions->page_month, &mentions->page_day);
    if (!read_dates(mentions)) return false;
    for (size_t i = 0; i < text->sentences.count; i++)
        if (!bg_name__mark(mentions, &text->sentences.items[i])) return false;
    return each_sentence(mentions, "post") && each_sentence(mentions, "who") && bg_person__resolve(mentions) &&
           each_sentence(mentions, "side") && each_sentence(mentions, "thing") && bg_thing__find(mentions);
}
