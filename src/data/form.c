/*
 * form: what a token is by itself. Most marks of a text are of phrases of one word, the same wherever the word stands but for how
 * it is written: marks, and what they and the word offer to rules, are laid out once, when the data is opened.
 */
#include "image.h"

#include <stdlib.h>

/* The forms that are always there: words that nothing is known of, a number, signs. */
enum { FORM_SIGN = BG_FORM_SIGN, FORM_WORDS = FORM_SIGN + SIGN_KEYS };
_Static_assert(SIGN_KEYS == OFFER_WORDS, "signs that share a form share their element");

static const bg_entry *entries_of(const bg_data *data, uint32_t syllable) {
    const bg_node *roots = bg_image__at(data, SEC_ROOTS);
    return (const bg_entry *)bg_image__at(data, SEC_ENTRIES) + roots[syllable].entries;
}

/* What wants a capital is no small word, and within a run of capitalised words nothing else is meant. */
static bool is_fit(const bg_entry *entry, unsigned way) { return way == BG_WAY_CAPITAL || (entry->capitals != 0) == (way == BG_WAY_IN_NAME); }

static size_t count_fit(const bg_entry *entry, unsigned way) {
    size_t count = 0;
    for (; entry->sense; entry++) count += is_fit(entry, way);
    return count;
}

/* ---- one form */

/* How far before the mark that comes next the last one of the class stands, 0 if none does. */
static uint16_t find_same(const bg_entry *marks, uint32_t count, unsigned klass) {
    for (uint32_t back = 1; back <= count; back++)
        if (marks[count - back].klass == klass) return (uint16_t)back;
    return 0;
}

static void add_mark(bg_data *data, bg_form *form, const bg_entry *entry) {
    const bg_mark_start *start = &data->starts[entry->variant];
    bg_entry *marks = data->form_marks + form->marks;
    marks[form->count] = *entry;
    marks[form->count].same = find_same(marks, form->count, entry->klass);
    form->twice |= marks[form->count].same != 0;
    form->count++;
    form->offer = bg_offer__sum(&form->offer, &start->offer);
    form->levels |= start->levels;
    form->hides |= start->hides != 0;
}

/* Add a form of some kind without marks; returns its number. */
static uint32_t add_form(bg_data *data, unsigned kind, uint64_t elements, uint32_t levels) {
    bg_form *form = &data->forms[data->form_count];
    *form = (bg_form){.offer = {{1u << OFFER_ALL | 1u << kind, 0, 0, elements}}, .levels = levels | data->any_levels};
    bg_data__add_asked(data, &form->offer, &form->levels);
    return data->form_count++;
}

/* ---- words */

/* Do rules ask for a word? */
static bool is_asked(const bg_data *data, uint32_t syllable) {
    return data->words[syllable].levels || bg_offer__of_word(bg_grammar__words(data)[syllable]);
}

static uint32_t add_word(bg_data *data, uint32_t syllable, const bg_entry *entries, unsigned way) {
    uint64_t elements = bg_offer__of_word(bg_grammar__words(data)[syllable]);
    uint32_t number = add_form(data, way == BG_WAY_SMALL ? OFFER_LOW : OFFER_CAP, elements, data->words[syllable].levels);
    bg_form *form = &data->forms[number];
    form->marks = data->form_mark_count;
    for (; entries->sense; entries++)
        if (is_fit(entries, way)) add_mark(data, form, entries);
    data->form_mark_count += form->count + 1u; /* sense 0 behind them */
    return number;
}

/* Ways without a mark and without a rule are those of any word. Where all marks want a capital, it means the same in a name and elsewhere. */
static void add_ways(bg_data *data, uint32_t syllable) {
    const bg_entry *entries = entries_of(data, syllable);
    size_t small = count_fit(entries, BG_WAY_SMALL), all = count_fit(entries, BG_WAY_CAPITAL);
    bool asked = is_asked(data, syllable);
    uint32_t *forms = data->words[syllable].forms;
    memcpy(forms, data->words[0].forms, sizeof data->words[0].forms);
    if (asked || small) forms[BG_WAY_SMALL] = add_word(data, syllable, entries, BG_WAY_SMALL);
    if (asked || all) forms[BG_WAY_CAPITAL] = add_word(data, syllable, entries, BG_WAY_CAPITAL);
    if (!small) forms[BG_WAY_IN_NAME] = forms[BG_WAY_CAPITAL];
    else if (asked || small < all) forms[BG_WAY_IN_NAME] = add_word(data, syllable, entries, BG_WAY_IN_NAME);
}

static bool make_room(bg_data *data) {
    size_t forms = FORM_WORDS, marks = BG_WAYS;
    for (uint32_t i = 1; i < data->syllables; i++) {
        size_t count = count_fit(entries_of(data, i), BG_WAY_CAPITAL);
        if (!count && !is_asked(data, i)) continue;
        forms += BG_WAYS;
        marks += BG_WAYS + 2 * count; /* each fits a capital and one other way */
    }
    data->forms = calloc(forms, sizeof *data->forms);
    data->form_marks = calloc(marks, sizeof *data->form_marks);
    return data->forms && data->form_marks;
}

bool bg_data__make_forms(bg_data *data) {
    if (!make_room(data)) return false;
    for (unsigned way = 0; way < BG_WAYS; way++) data->words[0].forms[way] = add_word(data, 0, entries_of(data, 0), way);
    add_form(data, OFFER_NUMBER, 0, data->number_levels);
    for (uint32_t c = 0; c < SIGN_KEYS; c++) add_form(data, OFFER_PUNCT, bg_offer__of_word(bg_offer__sign(c)), data->sign_levels[c]);
    for (uint32_t i = 1; i < data->syllables; i++) add_ways(data, i);
    return true;
}
