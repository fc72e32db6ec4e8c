/* people_link: see people_link.h. All forms of one country are laid side by side: first those that are part of no other, then the others, from the longest to the shortest. */
#include "people_link.h"
#include "fold.h"
#include "form.h"
#include "people.h"
#include "people_decide.h"

#include <stdlib.h>

#define CROWD 2000 /* forms with one word, or of one sound: more say nothing */

typedef struct form {
    int64_t number;
    const char *key;
    bg_form_words words;
    size_t letters, offices, office_count; /* in linker.offices */
    size_t root;                           /* index of the first form of its person */
    bool whole;                            /* part of no other form */
    bool joined;                           /* by people */
    const char *reason;
} form;

/* Something by which forms find each other. */
typedef struct handle {
    uint64_t hash;
    uint32_t form;
} handle;
typedef BG_VEC(handle) handles;

typedef struct linker {
    bg_record *record;
    bg_arena *arena;
    bool own; /* the record's own country: names of three words of which many are alike */
    BG_VEC(form) forms;    /* by key */
    BG_VEC(const char *) offices; /* folded, each part of a doubled one by itself */
    bg_links links;        /* what people said of pairs of these forms */
    handles words;
} linker;

typedef BG_VEC(uint32_t) indexes;

/* ------------------------------------------------------------------ loading */

static void add_office(linker *l, const char *text, size_t size) {
    const char *part = bg_arena__print(l->arena, "%.*s", (int)size, text), **slot;
    bg_buf out;
    bg_buf__init(&out, 1 << 16);
    if (part) bg_fold__name(part, &out);
    const char *office = bg_buf__keep(&out, l->arena);
    if (office && (slot = BG_PUSH(l->arena, &l->offices))) *slot = office;
    else bg_db__nomem(l->record);
}

/* "Uỷ viên Bộ Chính trị, Thủ tướng": each by itself. */
static void add_offices(linker *l, const char *text) {
    for (size_t size; *text; text += size + strspn(text + size, ", ")) {
        size = strcspn(text, ",");
        if (size) add_office(l, text, size);
    }
}

static void load_forms(linker *l, const char *country) {
    bg_record *record = l->record;
    sqlite3_stmt *stmt = bg_db__query(record, "SELECT form, key FROM forms WHERE country = ? ORDER BY key", "t", country);
    while (bg_db__row(record, stmt)) {
        form *f = BG_PUSH(l->arena, &l->forms);
        const char *key = f ? bg_db__copy(record, l->arena, stmt, 1) : NULL;
        if (!key) {
            bg_db__nomem(record);
            continue;
        }
        *f = (form){.number = sqlite3_column_int64(stmt, 0), .key = key, .root = l->forms.count - 1};
        bg_form__split(key, &f->words);
        for (size_t i = 0; i < f->words.count; i++) f->letters += f->words.word[i].size;
    }
}

static void load_offices(linker *l, form *f) {
    bg_record *record = l->record;
    sqlite3_stmt *stmt = bg_db__query(record, "SELECT office FROM form_offices WHERE form = ? ORDER BY office", "i", f->number);
    f->offices = l->offices.count;
    while (bg_db__row(record, stmt)) {
        const char *text = bg_db__text(record, stmt, 0);
        if (text) add_offices(l, text);
    }
    f->office_count = l->offices.count - f->offices;
    if (!f->office_count) f->office_count = BG_NO_BYTE; /* asked, and none */
}

/* Offices are loaded when they are first asked for: few forms are in doubt. */
static const char *shared_office(linker *l, size_t a, size_t b) {
    form *x = &l->forms.items[a], *y = &l->forms.items[b];
    if (!x->office_count) load_offices(l, x);
    if (!y->office_count) load_offices(l, y);
    for (size_t i = 0; x->office_count != BG_NO_BYTE && i < x->office_count; i++)
        for (size_t k = 0; y->office_count != BG_NO_BYTE && k < y->office_count; k++)
            if (bg_form__same_office(l->offices.items[x->offices + i], l->offices.items[y->offices + k])) return l->offices.items[x->offices + i];
    return NULL;
}

/* How most pages write it. */
static const char *name_of(linker *l, size_t index) {
    bg_record *record = l->record;
    sqlite3_stmt *stmt = bg_db__query(record, "SELECT name FROM spellings WHERE form = ? ORDER BY pages DESC, name LIMIT 1", "i", l->forms.items[index].number);
    const char *name = bg_db__row(record, stmt) ? bg_db__copy(record, l->arena, stmt, 0) : NULL;
    bg_db__done(stmt);
    return name ? name : l->forms.items[index].key;
}

/* ------------------------------------------------------------------ finding each other */

static int by_hash(const void *left, const void *right) {
    const handle *a = left, *b = right;
    if (a->hash != b->hash) return a->hash < b->hash ? -1 : 1;
    return (a->form > b->form) - (a->form < b->form);
}

static void add_handle(linker *l, handles *list, uint64_t hash, size_t index) {
    handle *one = BG_PUSH(l->arena, list);
    if (one) *one = (handle){hash, (uint32_t)index};
}

static void sort_handles(handles *list) {
    if (list->count) qsort(list->items, list->count, sizeof *list->items, by_hash);
}

/* The handles with this hash; *count of them. */
static const handle *find_handles(const handles *list, uint64_t hash, size_t *count) {
    size_t low = 0, high = list->count, end;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (list->items[middle].hash < hash) low = middle + 1;
        else high = middle;
    }
    for (end = low; end < list->count && list->items[end].hash == hash;) end++;
    *count = end - low;
    return list->items + low;
}

static uint64_t word_hash(const form *f, size_t i) { return bg_hash__bytes(f->words.word[i].text, f->words.word[i].size, 11); }

static void index_words(linker *l) {
    for (size_t i = 0; i < l->forms.count; i++)
        for (size_t k = 0; k < l->forms.items[i].words.count; k++)
            if (l->forms.items[i].words.word[k].size > 2) add_handle(l, &l->words, word_hash(&l->forms.items[i], k), i);
    sort_handles(&l->words);
}

/* The forms with the rarest word of this one. */
static const handle *find_fellows(linker *l, size_t index, size_t *count) {
    const form *f = &l->forms.items[index];
    const handle *best = NULL;
    *count = 0;
    for (size_t k = 0; k < f->words.count; k++) {
        size_t found;
        const handle *with = f->words.word[k].size > 2 ? find_handles(&l->words, word_hash(f, k), &found) : NULL;
        if (with && (!best || found < *count)) best = with, *count = found;
    }
    if (*count > CROWD) *count = 0;
    return best;
}

/* The forms that this one is part of. */
static void find_wholes(linker *l, size_t index, indexes *out) {
    size_t count;
    const handle *fellows = find_fellows(l, index, &count);
    for (size_t i = 0; i < count; i++) {
        if (fellows[i].form == index || !bg_form__within(l->forms.items[index].key, l->forms.items[fellows[i].form].key)) continue;
        uint32_t *slot = BG_PUSH(l->arena, out);
        if (slot) *slot = fellows[i].form;
    }
}

/* ------------------------------------------------------------------ whole forms that are one person */

static size_t root_of(const linker *l, size_t index) {
    while (l->forms.items[index].root != index) index = l->forms.items[index].root;
    return index;
}

/* Did people say of somebody of the one person that he is not one of the other? */
static bool parted(const linker *l, size_t x, size_t y) {
    for (size_t i = 0; i < l->links.count; i++) {
        const bg_link *link = &l->links.items[i];
        if (link->join) continue;
        size_t a = root_of(l, link->a), b = root_of(l, link->b);
        if ((a == x && b == y) || (a == y && b == x)) return true;
    }
    return false;
}

/* The smaller index stays the root; the other one's root has the reason. */
static bool unite(linker *l, size_t a, size_t b, const char *kind, const char *more, const char *what) {
    size_t x = root_of(l, a), y = root_of(l, b);
    if (x == y || parted(l, x, y)) return false;
    if (x > y) { size_t other = x; x = y; y = other; }
    l->forms.items[y].root = x;
    l->forms.items[y].reason = bg_arena__print(l->arena, "%s=%s~%s%s%s", kind, name_of(l, b), name_of(l, a), what ? more : "", what ? what : "");
    return true;
}

typedef uint64_t hash_fn(const form *f);

static uint64_t letters_hash(const form *f) {
    char text[128];
    size_t size = 0;
    for (size_t i = 0; i < f->words.count; i++)
        for (size_t k = 0; k < f->words.word[i].size && size < sizeof text; k++) text[size++] = f->words.word[i].text[k];
    return bg_hash__bytes(text, size, 12);
}

static uint64_t words_hash(const form *f) {
    uint64_t sum = f->words.count;
    for (size_t i = 0; i < f->words.count; i++) sum += word_hash(f, i) | 1;
    return sum;
}

/* Of one word of several, 0 if it has too few consonants. */
static uint64_t sound_hash(const form *f, size_t word) {
    char sound[BG_SOUND_MAX];
    size_t count = f->words.count > 1 ? bg_form__sound(f->words.word[word].text, f->words.word[word].size, sound) : 0;
    return count > 1 ? bg_hash__bytes(sound, count, 13) : 0;
}

/* Of the name in one, which a page may have cut into syllables: 0 if it has few consonants. */
static uint64_t whole_sound(const form *f) {
    char sound[BG_SOUND_MAX];
    size_t count = bg_form__whole_sound(f->key, sound);
    return count ? bg_hash__bytes(sound, count, 14) : 0;
}

static uint64_t last_sound(const form *f) { return sound_hash(f, f->words.count - 1); }
static uint64_t first_sound(const form *f) { return sound_hash(f, 0); }

static bool alike(linker *l, size_t a, size_t b, const char *kind, const char **office) {
    const char *x = l->forms.items[a].key, *y = l->forms.items[b].key;
    *office = NULL;
    if (strcmp(kind, "letters") == 0) return bg_form__same_letters(x, y);
    if (strcmp(kind, "words") == 0) return bg_form__same_words(x, y);
    bool whole = strcmp(kind, "syllables") == 0;
    if (!(whole ? bg_form__same_whole_sound(x, y) : bg_form__sounds_like(x, y))) return false;
    *office = shared_office(l, a, b);
    return *office || (whole && bg_form__telling_sound(x));
}

/* `parts`: those too that are part of others ("Barack Obama" has a longer name beside him, and a slip of the pen). */
static void unite_whole(linker *l, hash_fn *hash, const char *kind, bool parts) {
    handles list = {0};
    for (size_t i = 0; i < l->forms.count; i++) {
        uint64_t one = (parts || l->forms.items[i].whole) && l->forms.items[i].words.count ? hash(&l->forms.items[i]) : 0;
        if (one) add_handle(l, &list, one, i);
    }
    sort_handles(&list);
    for (size_t i = 0, end; i < list.count; i = end) {
        for (end = i; end < list.count && list.items[end].hash == list.items[i].hash;) end++;
        if (end - i > CROWD) continue;
        for (size_t a = i; a < end; a++)
            for (size_t b = a + 1; b < end; b++) {
                const char *office;
                if (alike(l, list.items[a].form, list.items[b].form, kind, &office)) (void)unite(l, list.items[a].form, list.items[b].form, kind, "; office=", office);
            }
    }
}

/* ------------------------------------------------------------------ forms that are part of others */

/* The one person that these forms, of which `part` is part, are of, and the longest of them; BG_NO_BYTE: there are several, or none. `office` is asked for of `self`, if it is not BG_NO_BYTE. */
static size_t only_person(linker *l, const indexes *wholes, size_t part, size_t self, size_t *whole, const char **office) {
    size_t found = BG_NO_BYTE;
    *office = NULL;
    for (size_t i = 0; i < wholes->count; i++) {
        size_t one = wholes->items[i], root = root_of(l, one);
        const char *shared = self == BG_NO_BYTE ? NULL : shared_office(l, self, one);
        if ((self != BG_NO_BYTE && !shared) || parted(l, root_of(l, part), root)) continue;
        if (found != BG_NO_BYTE && found != root) return BG_NO_BYTE;
        if (found == BG_NO_BYTE || l->forms.items[one].letters > l->forms.items[*whole].letters) *whole = one, *office = shared;
        found = root;
    }
    return found;
}

static void attach(linker *l, size_t self) {
    indexes wholes = {0};
    size_t whole = 0, root = BG_NO_BYTE;
    const char *office = NULL;
    find_wholes(l, self, &wholes);
    if (!l->own) root = only_person(l, &wholes, self, BG_NO_BYTE, &whole, &office);
    if (root == BG_NO_BYTE) root = only_person(l, &wholes, self, self, &whole, &office);
    if (root == BG_NO_BYTE) return;
    size_t own = root_of(l, self); /* with those whose names sound as his */
    if (own == root) return;
    l->forms.items[own].root = root;
    l->forms.items[own].reason = bg_arena__print(l->arena, "within=%s~%s%s%s", name_of(l, self), name_of(l, whole), office ? "; office=" : "", office ? office : "");
}

static int by_letters(const void *left, const void *right) {
    const handle *a = left, *b = right;
    if (a->hash != b->hash) return a->hash > b->hash ? -1 : 1;
    return (a->form > b->form) - (a->form < b->form);
}

static void attach_parts(linker *l) {
    handles parts = {0};
    for (size_t i = 0; i < l->forms.count; i++)
        if (!l->forms.items[i].whole && !l->forms.items[i].joined) add_handle(l, &parts, l->forms.items[i].letters, i);
    if (parts.count) qsort(parts.items, parts.count, sizeof *parts.items, by_letters);
    for (size_t i = 0; i < parts.count && l->record->code == BG_OK; i++) attach(l, parts.items[i].form);
}

/* ------------------------------------------------------------------ what people said */

static size_t index_of(const linker *l, int64_t number) {
    for (size_t i = 0; i < l->forms.count; i++)
        if (l->forms.items[i].number == number) return i;
    return BG_NO_BYTE;
}

/* Of pairs of which both are here. */
static void load_links(linker *l) {
    bg_decided_forms forms = {0};
    bg_links all = {0};
    bg_people__links(l->record, l->arena, &forms, &all);
    for (size_t i = 0; i < all.count; i++) {
        bg_link one = all.items[i], *slot;
        one.a = index_of(l, forms.items[one.a].number), one.b = index_of(l, forms.items[one.b].number);
        if (one.a == BG_NO_BYTE || one.b == BG_NO_BYTE) continue;
        if ((slot = BG_PUSH(l->arena, &l->links))) *slot = one;
        else bg_db__nomem(l->record);
    }
}

static void unite_joined(linker *l) {
    for (size_t i = 0; i < l->links.count; i++) {
        const bg_link *link = &l->links.items[i];
        if (!link->join) continue;
        if (!unite(l, link->a, link->b, "join", "; by=", link->who) && root_of(l, link->a) != root_of(l, link->b)) continue;
        l->forms.items[link->a].joined = l->forms.items[link->b].joined = true;
    }
}

/* ------------------------------------------------------------------ writing */

/* A person's number is the smallest of his forms'. */
static void write_persons(linker *l, const char *country) {
    int64_t *least = bg_arena__alloc(l->arena, (l->forms.count + 1) * sizeof *least);
    size_t *sizes = bg_arena__alloc(l->arena, (l->forms.count + 1) * sizeof *sizes);
    bg_db__run(l->record, "DELETE FROM persons WHERE form IN (SELECT form FROM forms WHERE country = ?)", "t", country);
    bg_db__run(l->record, "DELETE FROM persons WHERE form NOT IN (SELECT form FROM forms)", "");
    if (!least || !sizes) {
        bg_db__nomem(l->record);
        return;
    }
    for (size_t i = 0; i < l->forms.count; i++) {
        size_t root = root_of(l, i);
        if (!sizes[root]++ || l->forms.items[i].number < least[root]) least[root] = l->forms.items[i].number;
    }
    for (size_t i = 0; i < l->forms.count; i++) {
        size_t root = root_of(l, i);
        if (sizes[root] > 1)
            bg_db__run(l->record, "INSERT INTO persons(form, person, reason) VALUES(?,?,?)", "iit", l->forms.items[i].number, least[root], l->forms.items[i].reason);
    }
}

static void unite_sounds(linker *l) {
    unite_whole(l, last_sound, "sound", true);
    unite_whole(l, first_sound, "sound", true);
    unite_whole(l, whole_sound, "syllables", true);
}

static void link_forms(linker *l) {
    index_words(l);
    for (size_t i = 0; i < l->forms.count; i++) {
        indexes wholes = {0};
        find_wholes(l, i, &wholes);
        l->forms.items[i].whole = !wholes.count;
    }
    unite_joined(l);
    unite_whole(l, letters_hash, "letters", false);
    unite_whole(l, words_hash, "words", false);
    if (!l->own) unite_sounds(l);
    attach_parts(l);
}

/* Of these two, one is of no known country. */
static void link_decided(bg_record *record, int64_t unknown, int64_t known, const bg_link *link) {
    if (link->join)
        bg_db__run(record, "INSERT OR REPLACE INTO persons(form, person, reason) SELECT ?1, " BG_PERSON("?2") ", 'join=' || ?3", "iit", unknown, known, link->who);
    else
        bg_db__run(record, "DELETE FROM persons WHERE form = ?1 AND person = " BG_PERSON("?2"), "ii", unknown, known);
}

static void link_unknown_decided(bg_record *record, bg_arena *arena) {
    bg_decided_forms forms = {0};
    bg_links links = {0};
    bg_people__links(record, arena, &forms, &links);
    for (size_t i = 0; i < links.count; i++) {
        const bg_decided_form *a = &forms.items[links.items[i].a], *b = &forms.items[links.items[i].b];
        if (!a->country || !b->country || !*a->country == !*b->country) continue;
        link_decided(record, *a->country ? b->number : a->number, *a->country ? a->number : b->number, &links.items[i]);
    }
}

/* Of whose country no page tells: the one person of any country whose form has the same key. */
static void link_unknown(bg_record *record) {
    bg_db__run(record, "DELETE FROM persons WHERE form IN (SELECT form FROM forms WHERE country = '')", "");
    bg_db__run(record, "INSERT INTO persons(form, person, reason) SELECT u.form, min(" BG_PERSON("f.form") "), 'country=' || min(f.country) FROM forms u JOIN forms f ON f.key = u.key AND f.country <> ''"
               " WHERE u.country = '' GROUP BY u.form HAVING count(DISTINCT " BG_PERSON("f.form") ") = 1", "");
}

static void link_known(linker *l, const char *country) {
    bg_record *record = l->record;
    load_forms(l, country);
    if (record->code == BG_OK) load_links(l);
    if (record->code == BG_OK) link_forms(l);
    if (bg_arena__failed(l->arena)) bg_db__nomem(record);
    if (record->code == BG_OK) write_persons(l, country);
    bg_db__run(record, "INSERT OR IGNORE INTO changed_countries(country) VALUES('')", "");
}

void bg_people__link(bg_record *record, const char *country) {
    linker l = {.record = record, .arena = bg_arena__new(), .own = strcmp(country, "VN") == 0};
    if (!l.arena) {
        bg_db__nomem(record);
        return;
    }
    if (*country) link_known(&l, country);
    else link_unknown(record), link_unknown_decided(record, l.arena);
    if (bg_arena__failed(l.arena)) bg_db__nomem(record);
    bg_arena__free(l.arena);
}
