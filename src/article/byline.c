/* byline: the names of those who wrote the article, out of what the page calls its authors. */
#include "essence.h"
#include "facts.h"
#include "internal.h"

#include <strings.h>

#define NAMES_MAX 20
#define NAME_LEAST 2
#define NAME_MOST 60  /* bytes */
#define WORDS_MOST 7

typedef BG_VEC(const char *) names;

static bool is_blank(char c) { return (unsigned char)c <= ' '; }

static bool is_particle(const char *word, size_t size) {
    static const char *const particles[] = {"al", "am", "bin", "ben", "d", "da", "das", "de", "del", "della", "den", "der", "di", "do", "dos", "du", "el", "ibn",
                                            "la", "le", "ten", "ter", "van", "von", "zu", "zum", "zur"};
    for (size_t i = 0; i < BG_COUNT(particles); i++)
        if (strlen(particles[i]) == size && memcmp(word, particles[i], size) == 0) return true;
    return false;
}

/* Is the word one that joins two names in some language: short, small letters, no particle of a name? */
static bool joins(const char *word, size_t size) {
    size_t at = 0;
    if (!size || size > 4) return false;
    if (size == 1 && *word == '&') return true;
    if (size == 1 && *word != 'e' && *word != 'y' && *word != 'i') return false;
    for (bool first = true; at < size; first = false) {
        uint32_t c = bg_utf8__next(word, size, &at);
        if (!bg_letter__is(c) || bg_letter__is_upper(c) || (first && c > 0x1EFF)) return false;
    }
    return !is_particle(word, size);
}

/* An address, a handle, an address of mail: no blank, but a dot or a sign in it. */
static bool is_address(const char *text, size_t size) {
    if (memmem(text, size, "://", 3) || memchr(text, '@', size) || (size > 4 && strncasecmp(text, "www.", 4) == 0)) return true;
    const char *dot = memchr(text, '.', size);
    return dot && !memchr(text, ' ', size) && (size_t)(dot - text) + 1 < size;
}

static bool is_phrase(const bg_facts *f, uint32_t classes, const char *text, size_t size, bool whole) {
    size_t stop = 0;
    return bg_article__phrase(f->data, classes, text, 0, size, &stop) && (!whole || stop == size);
}

static bool has_letter(const char *text, size_t size) {
    for (size_t at = 0; at < size;)
        if (bg_letter__is(bg_utf8__next(text, size, &at))) return true;
    return false;
}

static size_t count_words(const char *text, size_t size) {
    size_t words = 0;
    for (size_t i = 0; i < size; i++) words += !is_blank(text[i]) && (!i || is_blank(text[i - 1]));
    return words;
}

static bool is_person(const bg_facts *f, const char *text, size_t size) {
    if (size < NAME_LEAST || size > NAME_MOST || !has_letter(text, size) || is_address(text, size) || count_words(text, size) > WORDS_MOST) return false;
    if (is_phrase(f, ROW_CLASS(MEDIA_WORD) | ROW_CLASS(SOURCE_WORD), text, size, false) || is_phrase(f, ROW_CLASS(AGENCY), text, size, true)) return false;
    return !bg_facts__is_outlet(f, text, size);
}

static void trim(const char **text, size_t *size) {
    while (*size && (is_blank(**text) || strchr("-|:,.;/", **text))) ++*text, --*size;
    while (*size && (is_blank((*text)[*size - 1]) || strchr("-|:,;/", (*text)[*size - 1]))) --*size;
}

static void add(bg_facts *f, names *list, const char *text, size_t size) {
    static const char *const before[] = {"by ", "von ", "par ", "por ", "di ", "af ", "av ", "door "};
    trim(&text, &size);
    for (size_t i = 0; i < BG_COUNT(before); i++)
        if (size > strlen(before[i]) && strncasecmp(text, before[i], strlen(before[i])) == 0) text += strlen(before[i]), size -= strlen(before[i]);
    trim(&text, &size);
    if (list->count >= NAMES_MAX || !is_person(f, text, size)) return;
    const char *same = bg_essence__of(f->arena, text, size);
    for (size_t i = 0; i < list->count; i++)
        if (strcmp(bg_essence__of(f->arena, list->items[i], strlen(list->items[i])), same) == 0) return;
    const char *copy = bg_arena__text(f->arena, text, size), **place = copy ? BG_PUSH(f->arena, list) : NULL;
    if (place) *place = copy;
}

/* "A, B và C", "A; B & C": each name. */
static void add_each(bg_facts *f, names *list, const char *text) {
    size_t size = strlen(text), start = 0;
    for (size_t at = 0; at < size;) {
        size_t end = at;
        if (strchr(",;|\n", text[at])) {
            add(f, list, text + start, at - start);
            start = ++at;
            continue;
        }
        while (end < size && !is_blank(text[end]) && !strchr(",;|", text[end])) end++;
        if (at > start && end < size && joins(text + at, end - at)) {
            add(f, list, text + start, at - start);
            start = end;
        }
        at = end > at ? end : at + 1;
    }
    add(f, list, text + start, size - start);
}

void bg_facts__authors(bg_facts *f) {
    names list = {0};
    const bg_fact *fact;
    for (size_t i = 0; i < f->ld.author_count; i++) add_each(f, &list, f->ld.authors[i]);
    const char *from = NULL;
    for (size_t at = 0; (!list.count || from) && (fact = bg_facts__next(f, FACT_AUTHOR, &at));) {
        if (from && strcmp(from, fact->from) != 0) break;
        size_t before = list.count;
        add_each(f, &list, fact->value);
        if (list.count > before) from = fact->from;
    }
    f->out->authors = list.items, f->out->author_count = list.count;
}
