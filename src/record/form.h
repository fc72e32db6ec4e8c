/*
 * form: what a person's name is reduced to, so that pages that write it otherwise find each other, and when two such forms may be one person's.
 *
 * The key of a name of Vietnamese syllables keeps their diacritics, spelled one way (bg_syllable__key). Of any other it has none, and no signs; what a hyphen or an apostrophe joins is
 * one word: "Vla-đi-mia Pu-tin" → "vladimia putin", "A.V. Yatskin" → "a v yatskin". A form is a key with a country; its number is a hash of both.
 */
#ifndef BG_FORM_H
#define BG_FORM_H

#include "../base/base.h"

#define BG_FORM_WORDS 8 /* words of a name that are looked at */

bool bg_form__key(const char *name, bg_buf *out); /* `out` is empty before */
/* `country` may be NULL: not known. Never 0 or negative. */
int64_t bg_form__number(const char *key, const char *country);

typedef struct bg_form_words {
    size_t count;
    struct {
        const char *text;
        size_t size;
    } word[BG_FORM_WORDS];
} bg_form_words;
/* The words of a key, as many as there is room for; they point into it. */
void bg_form__split(const char *key, bg_form_words *out);

/* The same letters, wherever the blanks stand: "kim jongun", "kim jong un". */
bool bg_form__same_letters(const char *a, const char *b);
/* The same words in another order. */
bool bg_form__same_words(const char *a, const char *b);
/* All words of `a` stand in `b`, initials for words that begin so, and `b` says more; "Jr" behind `a` is left out. */
bool bg_form__within(const char *a, const char *b);
/*
 * Word for word alike in sound, as when a Russian name is written by two hands or in Vietnamese syllables: the consonants agree in classes, at most one of a longer word differs.
 * Words without enough consonants to tell must be the same; "al" and "el" are. Where one word differs, another long one must sound alike, or two be the same letter by letter.
 */
bool bg_form__sounds_like(const char *a, const char *b);
/* The consonants of a word in classes, at most `room` - 1 of them; returns how many. Of the last word of names that sound alike they mostly are the same. */
#define BG_SOUND_MAX 24
size_t bg_form__sound(const char *word, size_t size, char out[BG_SOUND_MAX]);
/* Of all words in one, nothing (0) if they are too few to tell who it is. The same of both: what one page writes as a word another may have cut into syllables. */
size_t bg_form__whole_sound(const char *key, char out[BG_SOUND_MAX]);
bool bg_form__same_whole_sound(const char *a, const char *b);
/* Has it so many consonants that nobody else of its country has the same? */
bool bg_form__telling_sound(const char *key);

/* Are two offices the same, but for what one of them adds behind it? Both folded (bg_fold__name). */
bool bg_form__same_office(const char *a, const char *b);
bool bg_form__same_office_part(const char *a, size_t a_size, const char *b, size_t b_size);

#endif
