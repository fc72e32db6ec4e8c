/*
 * resolve: which WHO marks are the same person. Names first, over the whole page; then, in reading order, offices, bare
 * names and pronouns are bound to the person they stand for. `ref` of a WHO mark becomes the index of its person.
 */
#include "person.h"

/* Every WHO mark of a sentence, in order, without overlap. */
static bool each_who(bg_mentions *mentions, const bg_sentence *s, bool (*visit)(bg_mentions *, const bg_sentence *, bg_mark *)) {
    for (uint32_t i = s->tok; (i = bg_text__next(mentions->text, i, s->end, CLASS_WHO)) < s->end; i++) {
        uint32_t m = bg_text__at(mentions->text, i, CLASS_WHO);
        if (m == BG_NONE) continue;
        uint32_t end = mentions->text->marks.items[m].end;
        if (!visit(mentions, s, &mentions->text->marks.items[m])) return false;
        i = end - 1;
    }
    return true;
}

bool bg_person__resolve(bg_mentions *mentions) {
    const bg_text *text = mentions->text;
    for (size_t i = 0; i < text->sentences.count; i++)
        if (!each_who(mentions, &text->sentences.items[i], bg_named__take)) return false;
    for (size_t i = 0; i < text->sentences.count; i++)
        if (!each_who(mentions, &text->sentences.items[i], bg_named__take_counterpart)) return false;
    for (size_t i = 0; i < text->sentences.count; i++)
        if (!bg_named__find_bare(mentions, &text->sentences.items[i])) return false;
    bg_person__introduce(mentions);
    bg_country__guess(mentions);
    for (size_t i = 0; i < mentions->people.count; i++) mentions->people.items[i].last_tok = BG_NONE, mentions->people.items[i].last_subject = 0;
    for (size_t i = 0; i < mentions->people.count; i++)
        if (!mentions->people.items[i].office_count) bg_person__add_office(mentions, &mentions->people.items[i], mentions->people.items[i].force);
    for (int titles = 0; titles < 2; titles++) /* the title speaks of people whom the article introduces */
        for (size_t i = 0; i < text->sentences.count; i++)
            if (text->sentences.items[i].title == (bool)titles && !each_who(mentions, &text->sentences.items[i], bg_reference__take)) return false;
    return true;
}
