/* words: lists of words that pages use of themselves, data/html/words.txt. */
#ifndef BG_ARTICLE_WORDS_H
#define BG_ARTICLE_WORDS_H

#include "../base/base.h"

#define BG_WORD_LISTS(X) X(authored) X(commented) X(pictured) X(changed) X(dated) X(sourced) X(paged) X(labels) X(changes) X(before) X(by) X(writers) X(joining) X(particles) X(within) X(around)
#define BG_WORD_LIST(name) LIST_##name,
typedef enum bg_word_list { BG_WORD_LISTS(BG_WORD_LIST) BG_LISTS } bg_word_list;
#undef BG_WORD_LIST

/* The words of a list; behind the last one NULL. */
const char *const *bg_words__of(bg_word_list list);
/* Is it one of them, whatever its capitals? */
bool bg_words__has(bg_word_list list, const char *word, size_t size);
/* How much of the text the word of a list takes that it begins with; 0: it begins with none. */
size_t bg_words__begins(bg_word_list list, const char *text, size_t size);

#endif
