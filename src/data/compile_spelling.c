/*
 * compile_spelling: all ways in which the words of phrases and rules may be spelled, so that a text's words need not be made keys to
 * be found: the key itself, with y for i, with its tone at the other place, each with a capital, and as the sources have it (ASEAN).
 */
#include "compile.h"

/* How a word is spelled, if all of it is one word of letters. */
static bool spelled(const char *word, size_t size, bg_spelling *out) {
    bg_word cut;
    size_t at = 0;
    if (size >= BG_SHORT_READ || !bg_word__next(word, size, &at, &cut) || cut.kind != BG_WORD_LETTERS || cut.start || cut.end != size) return false;
    for (size_t i = 0; i < size; i++)
        if ((unsigned char)word[i] < '@') return false; /* where bg_short__read() stops */
    bg_slot slot;
    bg_slot__set(&slot, word, size);
    unsigned flags = (cut.capital ? BG_SPELLED_CAPITAL : 0u) | (cut.upper ? BG_SPELLED_UPPER : 0u);
    *out = (bg_spelling){.head = slot.head, .tail = slot.tail, .flags = (uint16_t)flags};
    return true;
}

void bg_build__spell(bg_builder *b, uint32_t syllable, const char *word, size_t size) {
    bg_spelling spelling;
    if (!spelled(word, size, &spelling)) return;
    const bg_slot *key = &b->syllables.items[syllable - 1];
    spelling.syllable = syllable;
    spelling.mix = (uint16_t)bg_syllable__mix(b->strings.bytes + key->string, key->length);
    bg_spelling *item = BG_PUSH(b->arena, &b->spellings);
    if (item) *item = spelling;
    else bg_build__no_memory(b);
}

/* Spell all keys; those that the sources have stand before them. */
static void spell_keys(bg_builder *b) {
    char word[BG_SYLLABLE_MAX];
    for (size_t i = 0; i < b->syllables.count && !b->code; i++) {
        const bg_slot *slot = &b->syllables.items[i];
        for (unsigned how = 0; how < BG_SPELLINGS; how++) {
            size_t size = bg_syllable__spelling(b->strings.bytes + slot->string, slot->length, how, word);
            if (size) bg_build__spell(b, slot->syllable, word, size);
        }
    }
}

/* Put a spelling into a table; true if it is new there. */
static bool put(bg_spelling *table, size_t room, const bg_spelling *spelling) {
    size_t i = bg_spelling__place(spelling->head, spelling->tail, bg_spelling__shift(room));
    while (table[i].syllable && (table[i].head != spelling->head || table[i].tail != spelling->tail)) i = (i + 1) & (room - 1);
    bool new = !table[i].syllable;
    table[i] = *spelling;
    return new;
}

/* Put all of them into a table; false if that fills it by more than a half. */
static bool fill(const bg_builder *b, bg_spelling *table, size_t room) {
    size_t count = 0;
    for (size_t i = 0; i < b->spellings.count && count * 2 < room; i++) count += put(table, room, &b->spellings.items[i]);
    return count * 2 < room;
}

bg_spelling *bg_build__spellings(bg_builder *b, size_t *room) {
    spell_keys(b);
    for (*room = 4096;; *room *= 2) {
        bg_spelling *table = bg_arena__alloc(b->arena, *room * sizeof *table);
        if (!table) return bg_build__no_memory(b), NULL;
        if (fill(b, table, *room)) return table;
    }
}
