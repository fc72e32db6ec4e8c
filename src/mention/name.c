/*
 * name: runs of capitalised words that may be a person's name. A run begins after a lexicon entry or a small word, goes
 * over capitals, initials, hyphened syllables and the particles of foreign names, and stops before anything the lexicon
 * knows as a country, body, place or office. Whether it is a person is decided by the rules around it.
 */
#include "mention.h"

#define PARTS_MAX 8
#define COVER_REACH 10 /* words a longer entry may begin before a name */

typedef struct runner {
    bg_text *text;
    uint32_t end; /* of the sentence */
    bool title;
    uint32_t noted; /* the marks that begin before this token are summed up in: */
    uint32_t titles_end, covers_end; /* where the furthest of what stands before names ends, and of what holds words like names */
} runner;

static const bg_token *token(const runner *r, uint32_t i) { return &r->text->tokens.items[i]; }

static bool is_cap(const runner *r, uint32_t i) { return i < r->end && token(r, i)->flags & BG_TOK_CAP; }

static bool is_sign(const runner *r, uint32_t i, const char *signs) {
    return i < r->end && token(r, i)->flags & BG_TOK_PUNCT && token(r, i)->value < 128 && strchr(signs, (int)token(r, i)->value);
}

static size_t letters(const runner *r, uint32_t i) {
    size_t n = 0;
    for (uint32_t b = token(r, i)->start; b < token(r, i)->end; b++) n += (r->text->bytes[b] & 0xC0) != 0x80;
    return n;
}

static uint32_t mark_words(const runner *r, uint32_t m) {
    uint32_t n = 0;
    for (uint32_t i = r->text->marks.items[m].tok; i < r->text->marks.items[m].end; i++)
        n += !(token(r, i)->flags & BG_TOK_PUNCT);
    return n;
}

/* End of the thing that one mark names and that is no person, 0 = none. Single words count only outside Vietnamese names. */
static uint32_t mark_end(const runner *r, uint32_t m, bool vietnamese) {
    unsigned klass = r->text->marks.items[m].klass;
    switch (klass) {
    case CLASS_COUNTRY: case CLASS_ORG: case CLASS_PLACE: case CLASS_BODY: case CLASS_OFFICE: case CLASS_MILRANK: case CLASS_HONORIFIC:
    case CLASS_BODYHEAD: case CLASS_AGREEHEAD: case CLASS_MECHHEAD:
        return !vietnamese || mark_words(r, m) != 1 ? r->text->marks.items[m].end : 0;
    case CLASS_FIELD:
        return mark_words(r, m) != 1 ? r->text->marks.items[m].end : 0;
    default:
        return 0;
    }
}

static bool is_place(const runner *r, uint32_t m) {
    return (r->text->marks.items[m].klass == CLASS_PLACE || r->text->marks.items[m].klass == CLASS_BODY) && mark_words(r, m) > 1;
}

/* End of what begins here and is no person, 0 = none; "UBND" with "TP Hải Phòng" behind it goes to the end of both. */
static uint32_t thing_end(const runner *r, uint32_t i, bool vietnamese) {
    uint32_t end = 0;
    for (uint32_t t = i; t < (end ? end : i + 1); t++)
        for (uint32_t m = r->text->heads[t]; m != BG_NONE; m = r->text->marks.items[m].next)
            if (mark_end(r, m, vietnamese) > end && (t == i || is_place(r, m))) end = mark_end(r, m, vietnamese);
    return end;
}

static bool is_thing(const runner *r, uint32_t i, bool vietnamese) { return thing_end(r, i, vietnamese) != 0; }

static bool has_class(const runner *r, uint32_t i, unsigned klass) { return bg_text__at(r->text, i, klass) != BG_NONE; }

/* Token behind a small word inside a foreign name, "bin", "al", "de", with its hyphen ("al-Hamid", "al - Hamid"); 0 = it is none. */
static uint32_t particle_end(const runner *r, uint32_t i) {
    uint32_t small = i + 1 >= r->end || is_cap(r, i) ? BG_NONE : bg_text__at(r->text, i, CLASS_NAMEPARTICLE), end = i + 1;
    if (small == BG_NONE) return 0;
    if (is_sign(r, end, "-") && bg_mark__get(r->text, &r->text->marks.items[small], KEY_HYPHEN) && !is_thing(r, i, false)) end++;
    return is_cap(r, end) || particle_end(r, end) ? end : 0;
}

/* "El - Sisi", "Abdul - Mahdi": a hyphen behind these words stays within the name, blanks or not. */
static bool is_article(const runner *r, uint32_t i) {
    uint32_t small = bg_text__at(r->text, i, CLASS_NAMEPARTICLE);
    if (small != BG_NONE && bg_mark__get(r->text, &r->text->marks.items[small], KEY_HYPHEN)) return true;
    return has_class(r, i, CLASS_NAMEARTICLE);
}

/* Has the word a letter with a mark or a tone? */
static bool is_accented(const runner *r, uint32_t i) {
    for (uint32_t b = token(r, i)->start; b < token(r, i)->end; b++)
        if (r->text->bytes[b] & 0x80) return true;
    return false;
}

/* Token after the name part that begins at `i`: a word with its initial's dot and its hyphened syllables. */
static uint32_t part_end(const runner *r, uint32_t i) {
    bool initial = letters(r, i) == 1;
    i++;
    if (initial && is_sign(r, i, ".") && token(r, i)->flags & BG_TOK_GLUED) i++;
    while (is_sign(r, i, "-'") && i + 1 < r->end && token(r, i + 1)->flags & BG_TOK_WORD) {
        bool tight = token(r, i)->flags & BG_TOK_GLUED && token(r, i + 1)->flags & BG_TOK_GLUED;
        /* "Pị - sên": blanks around the hyphen, but a small letter behind it */
        bool loose = !tight && !initial && is_sign(r, i, "-") && !(token(r, i)->flags & BG_TOK_GLUED) && !is_cap(r, i + 1) &&
                     letters(r, i + 1) <= 6 && r->text->heads[i + 1] == BG_NONE && (is_accented(r, i - 1) || !is_accented(r, i + 1));
        if (!tight && !loose && !is_article(r, i - 1)) break;
        if (tight && is_cap(r, i + 1) && is_thing(r, i + 1, true)) break; /* "Hồ Văn Nam-Ủy viên Trung ương" */
        i += 2;
    }
    if (is_sign(r, i, "'") && token(r, i)->flags & BG_TOK_GLUED && is_cap(r, i + 1)) i++; /* Dato' Johari */
    else if (initial && i < r->end && token(r, i)->value == 0x2019 && is_cap(r, i + 1)) i++; /* O’ Brien */
    return i;
}

/* "Mapisa - Nqakula": the second half of a foreign family name, written apart. Not "Trump - Putin", not "Smith - Reuters". */
static bool is_second_surname(const runner *r, uint32_t i, unsigned parts) {
    if (parts < 2 || !is_sign(r, i, "-") || token(r, i)->flags & BG_TOK_GLUED || !is_cap(r, i + 1)) return false;
    const bg_token *t = token(r, i + 1);
    if (t->flags & BG_TOK_UPPER || letters(r, i + 1) < 4 || r->text->heads[i + 1] != BG_NONE) return false;
    if (is_cap(r, i + 2) || is_sign(r, i + 2, "-")) return false;
    return !bg_name__is_syllable(r->text->bytes + t->start, t->end - t->start);
}

/* "… Carlos Rivera Ảnh: AP": the credit of a picture, glued on. */
static bool is_credit(const runner *r, uint32_t i) { return is_sign(r, i + 1, ":") && has_class(r, i, CLASS_PHOTO_CREDIT); }

/* "Han Tae - song": the second half of a Korean given name, written apart. */
static bool is_second_half(const runner *r, uint32_t start, uint32_t i, unsigned parts) {
    if (parts != 2 || !has_class(r, start, CLASS_KRSURNAME) || !is_sign(r, i, "-") || token(r, i)->flags & BG_TOK_GLUED) return false;
    return i + 1 < r->end && token(r, i + 1)->flags & BG_TOK_WORD && !is_cap(r, i + 1) && letters(r, i + 1) <= 5 && !is_accented(r, i + 1);
}

/* "Ana Wagner", "Rosa Medina": a body or a town of one word is a family name, too, behind a first name. */
static bool is_family_too(const runner *r, uint32_t start, uint32_t i) {
    bool named = has_class(r, i, CLASS_BODY) || has_class(r, i, CLASS_PLACE);
    if (i != start + 1 || !named || (token(r, i)->flags | token(r, start)->flags) & BG_TOK_UPPER || is_accented(r, start) || thing_end(r, i, false) != i + 1) return false;
    return !bg_name__is_syllable(r->text->bytes + token(r, start)->start, token(r, start)->end - token(r, start)->start) ||
           !bg_name__is_syllable(r->text->bytes + token(r, i)->start, token(r, i)->end - token(r, i)->start);
}

/* "CHỦ TỊCH TRẦN VĂN AN TIẾP …": in a line of capitals only what the word is tells that the name has ended. */
static bool ends_capitals(const runner *r, uint32_t i, unsigned parts) {
    if (parts < 2 || !(token(r, i)->flags & BG_TOK_UPPER)) return false;
    uint32_t m = bg_text__at(r->text, i, CLASS_CONTACT);
    const bg_mark *contact = m == BG_NONE ? NULL : &r->text->marks.items[m];
    if (contact && (contact->end > i + 1 || !bg_mark__get(r->text, contact, KEY_WEAK))) return true;
    return has_class(r, i, CLASS_PLANNED) || has_class(r, i, CLASS_AND) || has_class(r, i, CLASS_HELD);
}

/* "… với Ngoại trưởng Ivan Petrov Tham vấn chính trị lần thứ 7": the name of what they hold begins with a capital, its other words do not. */
static bool begins_contact(const runner *r, uint32_t i) {
    uint32_t m = i + 1 >= r->end || is_cap(r, i + 1) ? BG_NONE : bg_text__at(r->text, i, CLASS_CONTACT);
    return m != BG_NONE && mark_words(r, m) > 1;
}

/* "Trần Hòa Bình", "Phạm Hải Dương": behind a family name alone the two syllables of a province are a given name; 0: no such ones. */
static uint32_t given_place_end(const runner *r, uint32_t i) {
    uint32_t place = i < r->end ? bg_text__at(r->text, i, CLASS_PLACE) : BG_NONE;
    return place != BG_NONE && mark_words(r, place) == 2 && is_cap(r, i + 1) && r->text->marks.items[place].end == i + 2 ? i + 2 : 0;
}

/* "trao tặng Karl Brenner Huân chương": what is given or signed, written with one capital, is no part of the name before it. */
static bool is_nobody(const runner *r, uint32_t i) {
    uint32_t m = bg_text__at(r->text, i, CLASS_NOTPERSON);
    return m != BG_NONE && r->text->marks.items[m].end > i + 1 && !is_cap(r, i + 1);
}

static uint32_t run_end(const runner *r, uint32_t start, bool vietnamese, unsigned *parts) {
    uint32_t i = part_end(r, start), given = vietnamese && letters(r, start) > 1 && !has_class(r, start, CLASS_HONORIFIC) ? given_place_end(r, i) : 0;
    *parts = 1;
    if (given) return *parts = 3, given;
    while (i < r->end && *parts < (vietnamese ? 5u : PARTS_MAX)) {
        uint32_t small = particle_end(r, i);
        if (small) i = is_cap(r, small) ? ++*parts, part_end(r, small) : small; /* whatever else the word behind it names */
        else if (!is_cap(r, i) || (is_thing(r, i, vietnamese) && !is_family_too(r, start, i)) || is_credit(r, i) || is_nobody(r, i) || ends_capitals(r, i, *parts) || begins_contact(r, i)) break;
        else i = part_end(r, i), ++*parts;
    }
    if (!vietnamese && (is_second_surname(r, i, *parts) || is_second_half(r, start, i, *parts))) i += 2;
    return i;
}

/* May a single capitalised word be a name at all? Not a common syllable that only begins a body's or a sentence's name. */
static bool single_may_be_name(const runner *r, uint32_t i, bool after_title) {
    const bg_token *t = token(r, i);
    if (t->flags & BG_TOK_UPPER || letters(r, i) < 2 || begins_contact(r, i)) return false;
    if (!bg_name__is_syllable(r->text->bytes + t->start, t->end - t->start)) return true;
    return after_title && !is_thing(r, i, false);
}

#define TITLE_WORDS 8 /* of the longest title that is one entry */

/* Does a mark of the class end right before `i`? */
static bool class_ends(const runner *r, uint32_t from, uint32_t i, unsigned klass) {
    return bg_text__ends_at(r->text, from, i, klass, TITLE_WORDS) != BG_NONE;
}

/* What stands before names, and what holds words like names: "TP. Hồ Chí Minh", "Huân chương Hồ Chí Minh", "Reuters". */
enum { ROLE_TITLE = 1, ROLE_COVER = 2 };
static const uint8_t roles[] = {
    [CLASS_HONORIFIC] = ROLE_TITLE, [CLASS_MILRANK] = ROLE_TITLE, [CLASS_OFFICE] = ROLE_TITLE | ROLE_COVER, [CLASS_PLACE] = ROLE_COVER,
    [CLASS_BODY] = ROLE_COVER, [CLASS_ORG] = ROLE_COVER, [CLASS_CONTACT] = ROLE_COVER, [CLASS_NOTPERSON] = ROLE_COVER};

static unsigned role_of(const bg_mark *mark) { return mark->klass < BG_COUNT(roles) ? roles[mark->klass] : 0; }

/* Sum up the marks that begin before `i`: most words follow no title and are held by nothing. */
static void note_before(runner *r, uint32_t i) {
    for (; r->noted < i; r->noted++)
        for (uint32_t m = r->text->heads[r->noted]; m != BG_NONE; m = r->text->marks.items[m].next) {
            const bg_mark *mark = &r->text->marks.items[m];
            unsigned role = role_of(mark);
            if (role & ROLE_TITLE && mark->end > r->titles_end) r->titles_end = mark->end;
            if (role & ROLE_COVER && mark->end > r->covers_end) r->covers_end = mark->end;
        }
}

/* Is the word before the one that a name follows: an honorific, a rank, an office? */
static bool follows_title(const runner *r, uint32_t from, uint32_t i) {
    if (r->titles_end < i) return false;
    return class_ends(r, from, i, CLASS_HONORIFIC) || class_ends(r, from, i, CLASS_MILRANK) || class_ends(r, from, i, CLASS_OFFICE);
}

/* Is the word before "ông", "bà", which nothing but a person follows? */
static bool follows_address(const runner *r, uint32_t from, uint32_t i) {
    uint32_t m = i > from ? bg_text__at(r->text, i - 1, CLASS_HONORIFIC) : BG_NONE;
    const bg_mark *mark = m == BG_NONE ? NULL : &r->text->marks.items[m];
    const char *kind = mark && mark->end == i ? bg_mark__get(r->text, mark, KEY_KIND) : NULL;
    return kind && strcmp(kind, "address") == 0 && !bg_mark__get(r->text, mark, KEY_WEAK);
}

#define STATE_REACH 800 /* tokens in which the full name of a state stands that an office cuts short */

/* Does the word close a name earlier on the page: "Nguyễn Văn Trung"? */
static bool closes_name(const runner *r, uint32_t i) {
    uint32_t syllable = token(r, i)->syllable;
    for (uint32_t tok = 1; tok < r->text->tokens.count && tok < STATE_REACH; tok++)
        if (token(r, tok)->syllable == syllable && token(r, tok)->flags & token(r, tok - 1)->flags & BG_TOK_CAP) return true;
    return false;
}

/* "Tổng thống Hàn", "Thủ tướng Ấn": a state cut short, when the page writes it out too, or names a town of it. */
static bool is_short_state(const runner *r, uint32_t from, uint32_t i) {
    uint32_t m = bg_text__at(r->text, i, CLASS_COUNTRYSHORT);
    if (m == BG_NONE || !class_ends(r, from, i, CLASS_OFFICE) || (!r->title && closes_name(r, i))) return false;
    const char *state = bg_mark__get(r->text, &r->text->marks.items[m], KEY_VALUE);
    for (uint32_t tok = 0; tok < r->text->tokens.count && tok < STATE_REACH; tok++) {
        uint32_t full = bg_text__at(r->text, tok, CLASS_COUNTRY);
        uint32_t town = full == BG_NONE ? bg_text__at(r->text, tok, CLASS_PLACE) : BG_NONE;
        const char *other = full != BG_NONE ? bg_mark__get(r->text, &r->text->marks.items[full], KEY_VALUE) : town != BG_NONE ? bg_mark__get(r->text, &r->text->marks.items[town], KEY_COUNTRY) : NULL;
        if (state && other && strcmp(state, other) == 0) return true;
    }
    return false;
}

/* "… tiếp Bộ trưởng Quốc ...": the first half of a word where the title is cut short. */
static bool is_cut_off(const runner *r, uint32_t i) {
    if (!r->title || i + 1 >= r->end) return false;
    return token(r, i + 1)->value == 0x2026 || (i + 3 < r->end && is_sign(r, i + 1, ".") && is_sign(r, i + 2, ".") && is_sign(r, i + 3, "."));
}

static bool is_syllable_at(const runner *r, uint32_t i) {
    return bg_name__is_syllable(r->text->bytes + token(r, i)->start, token(r, i)->end - token(r, i)->start);
}

/* "Học viện Báo chí", "Bộ Khoa học": the capital that begins what a body is named after. */
static bool begins_body_name(const runner *r, uint32_t from, uint32_t i) {
    const bg_token *t = token(r, i);
    return i + 1 < r->end && token(r, i + 1)->flags & BG_TOK_WORD && !is_cap(r, i + 1) &&
           class_ends(r, from, i, CLASS_BODYHEAD) && bg_name__is_syllable(r->text->bytes + t->start, t->end - t->start);
}

#define FIELD_WORDS 8 /* of what a minister minds, before his state */

static bool is_foreign(const runner *r, uint32_t i) {
    const bg_token *t = token(r, i);
    return t->flags & BG_TOK_WORD && !bg_name__is_syllable(r->text->bytes + t->start, t->end - t->start);
}

/* "Bộ trưởng Quan hệ kinh tế quốc tế Chile Ana Soto", "Bộ trưởng Chính sách nông nghiệp Oleh Petrenko": the capital that begins what he minds, known or not. */
static bool begins_field(const runner *r, uint32_t from, uint32_t i) {
    if (!is_syllable_at(r, i) || !class_ends(r, from, i, CLASS_OFFICE) || is_cap(r, i + 1)) return false;
    bool known = false;
    for (uint32_t t = i + 1; t < r->end && t <= i + FIELD_WORDS && token(r, t)->flags & BG_TOK_WORD; t++) {
        uint32_t m = bg_text__at(r->text, t, CLASS_COUNTRY);
        if (known && is_cap(r, t) && is_foreign(r, t)) return true;
        known |= has_class(r, t, CLASS_FIELD);
        if (m != BG_NONE) return t > i + 1 && is_cap(r, r->text->marks.items[m].end);
        if (has_class(r, t, CLASS_SAY) || has_class(r, t, CLASS_CONTACT) || has_class(r, t, CLASS_HELD) || has_class(r, t, CLASS_PLANNED)) return false;
    }
    return false;
}

/* "Chủ tịch Tập đoàn Nidec", "Trung tâm Brent Scowcroft": one or two words behind what is always named after something. */
static bool names_body(const runner *r, uint32_t from, uint32_t i, unsigned parts) {
    for (uint32_t b = i; b > from && b + 3 > i && parts <= 2; b--) {
        uint32_t m = bg_text__at(r->text, b - 1, CLASS_BODYHEAD);
        if (m != BG_NONE && r->text->marks.items[m].end == i && bg_mark__get(r->text, &r->text->marks.items[m], KEY_NAMED)) return true;
    }
    return false;
}

/* "Trần Đức Anh", "Phạm Đỗ Nhật Tiến": no state lies within a name. */
static void drop_states(const runner *r, uint32_t tok, uint32_t end) {
    bg_mark *marks = r->text->marks.items;
    for (uint32_t *link = &r->text->heads[tok]; *link != BG_NONE;) {
        bg_mark *m = &marks[*link];
        bool state = m->klass == CLASS_COUNTRY || m->klass == CLASS_COUNTRYSHORT;
        if (state && m->end <= end) *link = m->next, m->klass = 0;
        else link = &m->next;
    }
}

static bool add_name(const runner *r, uint32_t start, uint32_t end) {
    for (uint32_t tok = start + 1; tok < end; tok++) drop_states(r, tok, end);
    return bg_text__mark(r->text, start, end, CLASS_NAME) != BG_NONE;
}

/* Does the name of a country begin within the mark and go on behind it? "động Thổ" of "Lao động Thổ Nhĩ Kỳ" is nothing. */
static bool cut_by_country(const runner *r, const bg_mark *mark) {
    for (uint32_t tok = mark->tok + 1; tok < mark->end; tok++) {
        uint32_t m = bg_text__at(r->text, tok, CLASS_COUNTRY);
        if (m != BG_NONE && r->text->marks.items[m].end > mark->end) return true;
    }
    return false;
}

/* Does the name of a country end within [start, end)? "Trung Quốc Vương Nghị" holds no quốc vương. */
static bool cuts_country(const runner *r, uint32_t from, uint32_t start, uint32_t end) {
    for (uint32_t b = start > from + COVER_REACH ? start - COVER_REACH : from; b < start; b++) {
        uint32_t m = bg_text__at(r->text, b, CLASS_COUNTRY);
        if (m != BG_NONE && r->text->marks.items[m].end > start && r->text->marks.items[m].end < end) return true;
    }
    return false;
}

/* End of an entry that holds the word at `i` and is no name; 0 = none. */
static uint32_t cover_end(const runner *r, uint32_t from, uint32_t i) {
    if (r->covers_end <= i) return 0;
    for (uint32_t b = i > from + COVER_REACH ? i - COVER_REACH : from; b < i; b++)
        for (uint32_t m = r->text->heads[b]; m != BG_NONE; m = r->text->marks.items[m].next) {
            const bg_mark *mark = &r->text->marks.items[m];
            if (mark->end > i && role_of(mark) & ROLE_COVER && !cuts_country(r, from, b, mark->end) && !cut_by_country(r, mark)) return mark->end;
        }
    return 0;
}

/* "Tổng Thư ký AIPSO Devi Prasad": letters of a body before a name written as names are. */
static bool is_acronym_before(const runner *r, uint32_t i) {
    return token(r, i)->flags & BG_TOK_UPPER && letters(r, i) > 2 && is_cap(r, i + 1) && !(token(r, i + 1)->flags & BG_TOK_UPPER);
}

/* "lãnh đạo Hàn Moon Jae-in": a state cut short before a name that the lexicon knows. */
static bool is_state_of_known(const runner *r, uint32_t i) {
    if (!has_class(r, i, CLASS_COUNTRYSHORT) || i + 1 >= r->end) return false;
    uint32_t m = bg_text__at(r->text, i + 1, CLASS_PERSON);
    return m != BG_NONE && r->text->marks.items[m].end > i + 2;
}

/* End of the form of address or rank at `i`, 0 = none. "Dato' Johari": one with an apostrophe is part of the name. */
static uint32_t address_end(const runner *r, uint32_t i) {
    uint32_t end = 0;
    for (uint32_t m = r->text->heads[i]; m != BG_NONE; m = r->text->marks.items[m].next) {
        const bg_mark *mark = &r->text->marks.items[m];
        bool form = mark->klass == CLASS_HONORIFIC || mark->klass == CLASS_MILRANK;
        if (form && mark->end > end && !(is_sign(r, mark->end, "'") && token(r, mark->end)->flags & BG_TOK_GLUED)) end = mark->end;
    }
    return end;
}

/* "Theo Salvador", "Khi Salvador …": the word that opens the sentence is none of the name. */
static bool only_opens(const runner *r, uint32_t from, uint32_t i) {
    bool first = i == from || (i == from + 1 && token(r, from)->flags & BG_TOK_PUNCT);
    return first && i + 1 < r->end && is_cap(r, i + 1) && has_class(r, i, CLASS_OPENWORD);
}

/* "Đoàn Anh do B dẫn đầu": a delegation and its state, where a clause begins. */
static bool opens_delegation(const runner *r, uint32_t from, uint32_t i) {
    bool clause = i == from || token(r, i - 1)->flags & BG_TOK_PUNCT;
    return clause && has_class(r, i, CLASS_SIDEWORD) && i + 1 < r->end && has_class(r, i + 1, CLASS_COUNTRY) && !is_cap(r, i + 2);
}

#define OFFICE_REACH 8 /* words in which an office stands before the state that it is of */

/* "Tổng thống Serbia Milan Petrovic": behind an office and its state a town, or a state, of one word is a first name before a family name. */
static bool is_first_name(const runner *r, uint32_t from, uint32_t i) {
    uint32_t state = bg_text__ends_at(r->text, from, i, CLASS_COUNTRY, OFFICE_REACH);
    if (state == BG_NONE || !is_cap(r, i + 1) || (token(r, i)->flags | token(r, i + 1)->flags) & BG_TOK_UPPER || is_thing(r, i + 1, false)) return false;
    if (!is_foreign(r, i) || !is_foreign(r, i + 1)) return false;
    for (uint32_t b = r->text->marks.items[state].tok; b > from && b + OFFICE_REACH > i && !(token(r, b - 1)->flags & BG_TOK_PUNCT); b--)
        if (has_class(r, b - 1, CLASS_OFFICE)) return true;
    return false;
}

/* "Bun-nhăng": a syllable joined to a small one, as foreign names are written in Vietnamese letters. */
static bool is_joined(const runner *r, uint32_t i) {
    return is_sign(r, i, "-") && token(r, i)->flags & BG_TOK_GLUED && i + 1 < r->end && token(r, i + 1)->flags & BG_TOK_GLUED && !is_cap(r, i + 1);
}

/* Two common syllables before a small word: a heading or a body, not a name. */
static bool is_heading(const runner *r, uint32_t from, uint32_t start, uint32_t end) {
    if (end >= r->end || !token(r, end)->syllable || is_cap(r, end)) return false;
    if (end > start + 2 && has_class(r, start, CLASS_KRSURNAME) && is_sign(r, end - 2, "-")) return false;
    if (end == start + 3 && has_class(r, start, CLASS_KRSURNAME) && class_ends(r, from, start, CLASS_PLACE)) return false; /* "Thị trưởng Gyeongju Choi Min Ho" */
    for (uint32_t i = start; i < end; i++)
        if (is_foreign(r, i) || is_joined(r, i)) return false;
    return true;
}

#define TOWN_WORDS 3 /* of the longest word for a town or a region */

/* "chính quyền vùng Norlanda", "thành phố Almira": a town that the lexicon does not know. */
static bool follows_town(const runner *r, uint32_t from, uint32_t i) {
    return bg_text__ends_at(r->text, from, i, CLASS_TOWNWORD, TOWN_WORDS) != BG_NONE;
}

/* May one word alone not be a name where it stands? */
static bool is_no_single_name(const runner *r, uint32_t from, uint32_t i, bool titled) {
    return !single_may_be_name(r, i, titled) || follows_town(r, from, i) || is_cut_off(r, i) || begins_body_name(r, from, i) || (titled && begins_field(r, from, i)) || is_short_state(r, from, i);
}

/* "… PERU THĂM CHÍNH THỨC …": in a line of capitals a word of several syllables for what they do, behind which no name can begin before it ends; 0 = none. */
static uint32_t capital_deed_end(const runner *r, uint32_t i) {
    uint32_t m = token(r, i)->flags & BG_TOK_UPPER ? bg_text__at(r->text, i, CLASS_CONTACT) : BG_NONE;
    const bg_mark *deed = m == BG_NONE ? NULL : &r->text->marks.items[m];
    return deed && deed->end > i + 1 && token(r, deed->end - 1)->flags & BG_TOK_UPPER ? deed->end : 0;
}

/* One candidate at `i`; *next is where to look on. */
static bool name_at(const runner *r, uint32_t from, uint32_t i, uint32_t *next) {
    uint32_t known = bg_text__at(r->text, i, CLASS_PERSON);
    bool titled = follows_title(r, from, i);
    uint32_t covered = cover_end(r, from, i), nobody = bg_text__at(r->text, i, CLASS_NOTPERSON);
    if (!covered && nobody != BG_NONE) covered = r->text->marks.items[nobody].end;
    if (covered) return *next = covered, true;
    if ((*next = capital_deed_end(r, i))) return true;
    *next = i + 1;
    if (only_opens(r, from, i) || opens_delegation(r, from, i) || is_credit(r, i)) return true;
    if (known != BG_NONE) {
        uint32_t end = r->text->marks.items[known].end;
        if (end - i > 1 || titled || !is_thing(r, i, false)) {
            unsigned parts;
            uint32_t longer = run_end(r, i, has_class(r, i, CLASS_SURNAME), &parts);
            *next = longer > end ? longer : end;
            return add_name(r, i, *next);
        }
    }
    if (is_state_of_known(r, i) || is_acronym_before(r, i)) return true;
    uint32_t form = address_end(r, i);
    if (form) return *next = form, true;
    bool vietnamese = has_class(r, i, CLASS_SURNAME) || has_class(r, i, CLASS_CNSURNAME);
    uint32_t thing = thing_end(r, i, vietnamese && (titled || is_cap(r, i + 1)));
    bool given = thing == i + 1 && is_first_name(r, from, i);
    if (given) drop_states(r, i, i + 1);
    if (given || (thing == i + 1 && (follows_address(r, from, i) || particle_end(r, i + 1)))) thing = 0; /* "ông Washington", "Sabah al-Hamid" */
    if (thing) return *next = thing, true;
    unsigned parts;
    uint32_t end = run_end(r, i, vietnamese, &parts);
    if (parts == 1 && is_no_single_name(r, from, i, titled)) return true;
    if (!vietnamese && names_body(r, from, i, parts)) return *next = end, true;
    if (parts > 1 && !vietnamese && !titled && is_heading(r, from, i, end)) return true;
    *next = end;
    return add_name(r, i, end);
}

bool bg_name__mark(bg_mentions *mentions, const bg_sentence *sentence) {
    runner r = {.text = mentions->text, .end = sentence->end, .title = sentence->title, .noted = sentence->tok};
    for (uint32_t i = sentence->tok, next; i < sentence->end; i = next) {
        next = i + 1;
        if (!is_cap(&r, i)) continue;
        note_before(&r, i);
        if (!name_at(&r, sentence->tok, i, &next)) return false;
    }
    return true;
}
