/* form: see form.h. */
#include "form.h"
#include "fold.h"

#include <stdlib.h>

#define KEY_MAX 4096

/* ------------------------------------------------------------------ keys */

/* Hyphens and apostrophes of all kinds, as they stand in folded text. */
static size_t joint(const char *at) {
    static const char *const signs[] = {"-", "'", "‐", "‑", "–", "’", "ʼ", "`"};
    for (size_t i = 0; i < BG_COUNT(signs); i++)
        if (strncmp(at, signs[i], strlen(signs[i])) == 0) return strlen(signs[i]);
    return 0;
}

static bool letter_at(const char *at) {
    unsigned char c = (unsigned char)*at;
    return ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c >= 0x80) && !joint(at);
}

/* One word of a Vietnamese name: its key keeps diacritics, since Hùng, Hưng and Hung are three people. False: it is none. */
static bool add_syllable(const char *word, size_t size, bg_buf *out) {
    char key[BG_SYLLABLE_MAX];
    uint32_t letters[BG_SYLLABLE_MAX];
    size_t length = bg_syllable__key(word, size, key), count = 0;
    for (size_t at = 0; at < length;) letters[count++] = bg_utf8__next(key, length, &at);
    if (!count || !bg_syllable__is(letters, count)) return false;
    if (out->size) bg_buf__char(out, ' ');
    bg_buf__add(out, key, length);
    return true;
}

static bool add_syllables(const char *name, bg_buf *out) {
    for (const char *at = name; *at;) {
        size_t size = strcspn(at, " ");
        if (size && !add_syllable(at, size, out)) return false;
        at += size + (at[size] == ' ');
    }
    return out->size > 0;
}

bool bg_form__key(const char *name, bg_buf *out) {
    if (add_syllables(name, out)) return !out->failed;
    bg_buf__clear(out);
    bg_buf raw;
    bg_buf__init(&raw, KEY_MAX);
    bg_text__fold(name, strlen(name), &raw);
    bool due = false;
    for (size_t i = 0, size; i < raw.size; i += size) {
        const char *at = raw.bytes + i;
        size = joint(at);
        if (size && i && letter_at(at + size) && !due) continue;
        if (!size) size = 1;
        if (!letter_at(at)) due = out->size > 0;
        else {
            if (due) bg_buf__char(out, ' ');
            due = false;
            bg_buf__char(out, *at);
        }
    }
    bool ok = !raw.failed && !out->failed;
    bg_buf__free(&raw);
    return ok;
}

int64_t bg_form__number(const char *key, const char *country) {
    char text[640], hex[BG_HEX_SHA256], head[17];
    snprintf(text, sizeof text, "%.20s\n%.600s", country ? country : "", key);
    bg_hash__sha256(text, strlen(text), hex);
    snprintf(head, sizeof head, "%.16s", hex);
    int64_t number = (int64_t)(strtoull(head, NULL, 16) >> 1);
    return number ? number : 1;
}

void bg_form__split(const char *key, bg_form_words *out) {
    out->count = 0;
    for (const char *at = key; *at && out->count < BG_FORM_WORDS;) {
        size_t size = strcspn(at, " ");
        out->word[out->count].text = at;
        out->word[out->count++].size = size;
        at += size + (at[size] == ' ');
    }
}

/* ------------------------------------------------------------------ two forms */

bool bg_form__same_letters(const char *a, const char *b) {
    for (;;) {
        a += strspn(a, " "), b += strspn(b, " ");
        if (*a != *b) return false;
        if (!*a) return true;
        a++, b++;
    }
}

static bool has_word(const bg_form_words *words, const char *text, size_t size) {
    for (size_t i = 0; i < words->count; i++)
        if (words->word[i].size == size && memcmp(words->word[i].text, text, size) == 0) return true;
    return false;
}

static bool all_words(const bg_form_words *a, const bg_form_words *b) {
    for (size_t i = 0; i < a->count; i++)
        if (!has_word(b, a->word[i].text, a->word[i].size)) return false;
    return true;
}

bool bg_form__same_words(const char *a, const char *b) {
    bg_form_words x, y;
    bg_form__split(a, &x);
    bg_form__split(b, &y);
    return x.count == y.count && x.count > 1 && all_words(&x, &y) && all_words(&y, &x);
}

/* Has it a word in full that the other one has too? */
static bool shares_word(const bg_form_words *a, const bg_form_words *b) {
    for (size_t i = 0; i < a->count; i++)
        if (a->word[i].size > 2 && has_word(b, a->word[i].text, a->word[i].size)) return true;
    return false;
}

static size_t letters(const bg_form_words *words) {
    size_t count = 0;
    for (size_t i = 0; i < words->count; i++) count += words->word[i].size;
    return count;
}

#define JUNIOR " jr" /* behind the name of who bears that of his father, as some pages tell */

bool bg_form__within(const char *a, const char *b) {
    bg_form_words x, y;
    char short_name[128];
    size_t size = strlen(a), end = strlen(JUNIOR);
    if (size > end && size < sizeof short_name && strcmp(a + size - end, JUNIOR) == 0 && !strstr(b, JUNIOR)) {
        snprintf(short_name, sizeof short_name, "%.*s", (int)(size - end), a);
        a = short_name;
    }
    bg_form__split(a, &x);
    bg_form__split(b, &y);
    if (x.count > y.count || letters(&x) >= letters(&y) || !shares_word(&x, &y)) return false;
    return bg_fold__same_person(a, b);
}

static const char *class_of(const char *at, size_t left, size_t *used) {
    static const struct {
        const char *letters, *class;
    } classes[] = {{"kh", "k"}, {"gh", "g"}, {"th", "t"}, {"ph", "p"}, {"ch", "s"}, {"sh", "s"}, {"zh", "s"}, {"ts", "s"}, {"nh", "n"}, {"ng", "n"}, {"ck", "k"}, {"qu", "k"},
                   {"b", "p"},  {"c", "k"},  {"d", "d"},  {"f", "p"},  {"g", "g"},  {"j", "s"},  {"k", "k"},  {"l", "l"},  {"m", "m"},  {"n", "n"},  {"p", "p"},  {"q", "k"},
                   {"r", "r"},  {"s", "s"},  {"t", "t"},  {"v", "p"},  {"w", "p"},  {"x", "s"},  {"z", "s"}};
    for (size_t i = 0; i < BG_COUNT(classes); i++) {
        size_t size = strlen(classes[i].letters);
        if (size > left || memcmp(at, classes[i].letters, size) != 0) continue;
        *used = size;
        return classes[i].class;
    }
    *used = 1;
    return "";
}

size_t bg_form__sound(const char *word, size_t size, char out[BG_SOUND_MAX]) {
    size_t count = 0;
    bool again = false; /* the same class just before, without a vowel between */
    for (size_t i = 0, used; i < size && count + 1 < BG_SOUND_MAX; i += used) {
        const char *class = class_of(word + i, size - i, &used);
        if (!*class) again = false;
        else if (!again || out[count - 1] != *class) out[count++] = *class, again = true;
    }
    out[count] = 0;
    return count;
}

/* One letter or sound more, less or another. */
static bool nearly(const char *a, size_t na, const char *b, size_t nb) {
    size_t head = 0, tail = 0;
    if (na > nb + 1 || nb > na + 1) return false;
    while (head < na && head < nb && a[head] == b[head]) head++;
    while (tail + head < na && tail + head < nb && a[na - 1 - tail] == b[nb - 1 - tail]) tail++;
    return head + tail + 1 >= na && head + tail + 1 >= nb;
}

typedef enum likeness { UNLIKE, NEAR, ALIKE } likeness;

/* "al-Sisi", "El Sisi": one article. */
static bool is_article(const char *word, size_t size) { return size == 2 && word[1] == 'l' && (*word == 'a' || *word == 'e'); }

static likeness compare_words(const char *a, size_t a_size, const char *b, size_t b_size) {
    char x[BG_SOUND_MAX], y[BG_SOUND_MAX];
    if ((a_size == b_size && memcmp(a, b, a_size) == 0) || (is_article(a, a_size) && is_article(b, b_size))) return ALIKE;
    size_t nx = bg_form__sound(a, a_size, x), ny = bg_form__sound(b, b_size, y);
    if (nx < 2 || ny < 2) return UNLIKE;
    if (strcmp(x, y) == 0) return nx > 2 || nearly(a, a_size, b, b_size) ? ALIKE : UNLIKE; /* two consonants are those of many names */
    return nx > 2 && ny > 2 && *x == *y && nearly(x, nx, y, ny) ? NEAR : UNLIKE;
}

#define LONG_WORD 4 /* letters; two that are the same tell as much as one of many consonants */

bool bg_form__sounds_like(const char *a, const char *b) {
    bg_form_words x, y;
    size_t near = 0, sure = 0, same = 0;
    bg_form__split(a, &x);
    bg_form__split(b, &y);
    if (x.count != y.count || x.count < 2) return false;
    for (size_t i = 0; i < x.count; i++) {
        likeness like = compare_words(x.word[i].text, x.word[i].size, y.word[i].text, y.word[i].size);
        char sound[BG_SOUND_MAX];
        if (like == UNLIKE) return false;
        if (like == NEAR) near++;
        else sure += bg_form__sound(x.word[i].text, x.word[i].size, sound) > 2;
        same += x.word[i].size >= LONG_WORD && x.word[i].size == y.word[i].size && memcmp(x.word[i].text, y.word[i].text, x.word[i].size) == 0;
    }
    return near == 0 || (near == 1 && (sure || same > 1));
}

#define WHOLE_SOUND 6   /* consonants of a name that tell who it is, if the office says so too */
#define TELLING_SOUND 8 /* … by themselves */

size_t bg_form__whole_sound(const char *key, char out[BG_SOUND_MAX]) {
    char letters[128];
    size_t size = 0;
    for (; *key && size < sizeof letters; key++)
        if (*key != ' ') letters[size++] = *key;
    size_t count = bg_form__sound(letters, size, out);
    return count < WHOLE_SOUND ? 0 : count;
}

bool bg_form__same_whole_sound(const char *a, const char *b) {
    char x[BG_SOUND_MAX], y[BG_SOUND_MAX];
    return bg_form__whole_sound(a, x) && bg_form__whole_sound(b, y) && strcmp(x, y) == 0;
}

bool bg_form__telling_sound(const char *key) {
    char sound[BG_SOUND_MAX];
    return bg_form__whole_sound(key, sound) >= TELLING_SOUND;
}

#define OFFICE_LEAST 5 /* bytes of an office that tells one from another */

bool bg_form__same_office_part(const char *a, size_t a_size, const char *b, size_t b_size) {
    size_t few = a_size < b_size ? a_size : b_size;
    return few >= OFFICE_LEAST && memcmp(a, b, few) == 0 && (a_size == b_size || (a_size > b_size ? a : b)[few] == ' ');
}

bool bg_form__same_office(const char *a, const char *b) { return bg_form__same_office_part(a, strlen(a), b, strlen(b)); }
