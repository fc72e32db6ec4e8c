/* bearer: which person bears a name or holds an office; of several, whom sex, office, country and nearness speak for. */
#include "person.h"

/* An office that a person may hold, ready to be compared. */
typedef struct wanted_office {
    char text[BG_WORDS_ROOM];
    bg_words words;
    uint64_t head; /* 0: none is wanted */
} wanted_office;

static void want(wanted_office *w, const char *office) {
    w->head = 0;
    if (!office) return;
    bg_words__split(office, w->text, &w->words);
    w->head = bg_office__head(&w->words);
}

unsigned bg_person__office_fit(const bg_person *p, const bg_words *office) {
    const bg_words *alias = p->words->alias, *const *offices = p->words->offices;
    unsigned best = alias && (bg_words__equal(alias, office) || bg_words__begin(office, alias)) ? 2 : 0;
    for (unsigned i = 0; i < p->office_count; i++) {
        if (bg_words__equal(offices[i], office)) return 3;
        if (bg_words__begin(offices[i], office)) best = 2;
        else if (best < 1 && p->last_tok != BG_NONE && bg_words__begin(office, offices[i])) best = 1;
    }
    for (unsigned i = 0; i < BG_KNOWN_MAX && !p->office_count && !best && p->words->known[i]; i++) best = bg_words__begin(p->words->known[i], office);
    return best;
}

/* How well a person goes with what stands around a name of fewer words: his sex, his office, any office at all. */
static int goes_with(const bg_person *p, const bg_person *like, const wanted_office *office) {
    bool other_sex = p->gender && like->gender && p->gender != like->gender, same_sex = p->gender && p->gender == like->gender;
    bool holds = office->head && p->office_heads & office->head && bg_person__office_fit(p, &office->words);
    return (other_sex ? -8 : 0) + (same_sex ? 2 : 0) + (holds ? 4 : 0) + (p->office_count ? 1 : 0) - (p->historic ? 2 : 0);
}

static bool bears_name(const bg_person *p, const bg_words *words) {
    if (!p->name || (p->letters & ~words->letters && words->letters & ~p->letters)) return false;
    return bg_words__same_name(p->words->name, words);
}

/* Is the name in the mark known to be of the family of somebody in office? */
static bool names_kin(const bg_mentions *mentions, const bg_mark *mark) {
    const bg_capture *n = mark ? bg_mark__capture(mentions->text, mark, KEY_N) : NULL;
    uint32_t known = n ? bg_text__at(mentions->text, n->tok, CLASS_PERSON) : BG_NONE;
    return known != BG_NONE && bg_mark__get(mentions->text, &mentions->text->marks.items[known], KEY_KIN);
}

/* "Tổng thống Trump", "Trump": not his wife or daughter, of whom the page tells as well; unless it is "bà", or her own name. */
static bool is_namesake(const bg_mentions *mentions, const bg_person *p, const bg_words *words, const bg_mark *mark) {
    bg_person like = {0};
    if (!p->kin) return p->gender != 'f' && p->words->name->count < words->count && names_kin(mentions, mark);
    if (words->count >= p->words->name->count || bg_words__begin(p->words->name, words)) return false;
    if (mark) bg_person__set_gender(mentions, &like, mark);
    return like.gender != 'f';
}

/* Of several persons of the name the one whom it fits best, by its form and what the mark says beside it; of equal ones the last named. */
static bg_person *best_of_name(const bg_mentions *mentions, const bg_words *words, const bg_mark *mark) {
    bg_person *found = NULL, like = {0};
    wanted_office office = {.head = 0};
    int best = 0;
    if (mark) bg_person__set_gender(mentions, &like, mark);
    const bg_capture *o = mark ? bg_mark__capture(mentions->text, mark, KEY_O) : NULL;
    if (o) want(&office, bg_text__words(mentions->text, o->tok, o->end));
    for (size_t i = 0; i < mentions->people.count; i++) {
        bg_person *p = &mentions->people.items[i];
        if (!bears_name(p, words) || is_namesake(mentions, p, words, mark)) continue;
        int fit = goes_with(p, &like, &office) + (bg_words__equal(p->words->name, words) ? 16 : 0);
        if (!found || fit > best || (fit == best && p->last_tok >= found->last_tok)) found = p, best = fit;
    }
    return found;
}

/* Person of that name. Of several whom a part of it fits ("Trump", "ông Trump", "Tổng thống Trump") the one whom office and sex fit,
 * then the one named last. `mark`: the WHO mark, NULL = a bare name. */
bg_person *bg_person__find_name(const bg_mentions *mentions, const char *name, const bg_mark *mark) {
    bg_person *found = NULL;
    char text[BG_WORDS_ROOM];
    bg_words words;
    unsigned count = 0;
    if (!name) return NULL;
    bg_words__split(name, text, &words);
    for (size_t i = 0; i < mentions->people.count; i++)
        if (bears_name(&mentions->people.items[i], &words) && !is_namesake(mentions, &mentions->people.items[i], &words, mark)) found = &mentions->people.items[i], count++;
    return count > 1 ? best_of_name(mentions, &words, mark) : found;
}

/* The one foreigner whose name this is but for a letter: "Kaidanow", then "Kaidanov"; of the state `known` where the lexicon knows the name. */
bg_person *bg_person__find_misspelt(bg_mentions *mentions, const bg_mark *mark, const char *name, const char *known) {
    const char *country = bg_country__said(mentions, mark);
    char text[BG_WORDS_ROOM];
    bg_words words;
    bg_words__split(name, text, &words);
    for (size_t i = 0; i < mentions->people.count; i++) {
        bg_person *p = &mentions->people.items[i];
        const char *theirs = bg_person__country(p);
        bool other = is(theirs, "VN") || (known && theirs && !is(theirs, known)) || (theirs && country && strcmp(theirs, country) != 0);
        if (p->name && !other && (bg_words__misspelt(p->words->name, &words) || bg_words__misspelt_last(p->words->name, &words))) return p;
    }
    return NULL;
}

/* The person that an office without a name stands for: best office, then the last one mentioned before it. */
bg_person *bg_person__find_office(bg_mentions *mentions, const char *office, const char *alias, const char *country) {
    bg_person *found = NULL;
    unsigned best = 0;
    wanted_office first, second;
    want(&first, office);
    want(&second, alias);
    for (size_t i = 0; i < mentions->people.count; i++) {
        bg_person *p = &mentions->people.items[i];
        if (!(p->office_heads & (first.head | second.head))) continue;
        const char *theirs = bg_person__country(p);
        if (country && theirs && strcmp(country, theirs) != 0) continue;
        unsigned fit = first.head ? bg_person__office_fit(p, &first.words) : 0, other = second.head ? bg_person__office_fit(p, &second.words) : 0;
        if (other > fit) fit = other;
        if (!fit) continue;
        unsigned score = fit * 4 + (country && theirs ? 2 : 0) + (p->name ? 1 : 0) + (!country && is(theirs, "VN") ? 1 : 0);
        if (p->last_tok == BG_NONE) score = score > 3 ? score - 3 : 1; /* told only later */
        if (score > best || (score == best && found && p->last_tok != BG_NONE && p->last_tok > found->last_tok)) found = p, best = score;
    }
    return found;
}

/* "Phó Thủ tướng, Chủ tịch đảng A" where the page has named him with other offices too: who holds one of them, and nobody else another.
 * Somebody with a name, or NULL. */
bg_person *bg_person__find_by_part(bg_mentions *mentions, const bg_capture *o, const char *country) {
    const bg_text *text = mentions->text;
    bg_person *found = NULL;
    for (const bg_mark *post = bg_office__next(text, o->tok, o->end); post; post = bg_office__next(text, post->end, o->end)) {
        const char *rank = bg_mark__get(text, post, KEY_RANK);
        if (post->tok == o->tok && (post->end == o->end || !rank || *rank == '1')) return NULL; /* but one, or one of several heads */
        bg_person *p = bg_person__find_office(mentions, bg_office__words(mentions, post->tok, post->end), bg_office__alias(mentions, post->tok), country);
        if (p && p->name && found && found != p) return NULL;
        if (p && p->name) found = p;
    }
    return found;
}
