/* words: the lists of data/html/words.txt, as the build put them into words.inc. */
#include "words.h"

#include <strings.h>

#define WORDS(list, ...) static const char *const words_##list[] = {__VA_ARGS__, NULL};
#include "words.inc"
#undef WORDS

const char *const *bg_words__of(bg_word_list list) {
#define ITEM(name) [LIST_##name] = words_##name,
    static const char *const *const lists[BG_LISTS] = {BG_WORD_LISTS(ITEM)};
#undef ITEM
    return lists[list];
}

bool bg_words__has(bg_word_list list, const char *word, size_t size) {
    for (const char *const *w = bg_words__of(list); *w; w++)
        if (strlen(*w) == size && strncasecmp(word, *w, size) == 0) return true;
    return false;
}

size_t bg_words__begins(bg_word_list list, const char *text, size_t size) {
    for (const char *const *w = bg_words__of(list); *w; w++)
        if (size > strlen(*w) && strncasecmp(text, *w, strlen(*w)) == 0) return strlen(*w);
    return 0;
}
