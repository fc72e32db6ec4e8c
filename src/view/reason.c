/* reason: see reason.h. */
#include "reason.h"
#include "contact.h"

/* What stands before '=' in a reason, and phrases that stand alone.*/
static const struct {
    const char *key, *text[2];
    bg_vocabulary vocabulary;
    enum { WORDS, DATES, LABELS, ID, PARTS, STATES } value;
} rows[] = {
    {"person", {"cùng người", "same person"}, BG_LABEL_HEADING, WORDS},
    {"office", {"cùng chức vụ", "same office"}, BG_LABEL_HEADING, WORDS},
    {"sides", {"cùng các bên", "same sides"}, BG_LABEL_HEADING, STATES},
    {"date", {"ngày", "date"}, BG_LABEL_HEADING, DATES},
    {"published", {"ngày đăng", "published"}, BG_LABEL_HEADING, DATES},
    {"type", {"loại", "type"}, BG_LABEL_TYPE, LABELS},
    {"decision", {"theo quyết định", "by decision"}, BG_LABEL_HEADING, ID},
    {"by", {"của", "of"}, BG_LABEL_HEADING, WORDS},
    {"at", {"lúc", "at"}, BG_LABEL_HEADING, DATES},
    {"with", {"so với", "against"}, BG_LABEL_HEADING, ID},
    {"shared", {"chung", "in common"}, BG_LABEL_HEADING, PARTS},
    {"days", {"số ngày cách nhau", "days between"}, BG_LABEL_HEADING, WORDS},
    {"agency", {"hãng tin", "agency"}, BG_LABEL_HEADING, WORDS},
    {"join", {"người đã gộp", "joined by people"}, BG_LABEL_HEADING, WORDS},
    {"letters", {"chỉ khác dấu nối, chữ hoa", "only hyphens or capitals differ"}, BG_LABEL_HEADING, WORDS},
    {"sound", {"phiên âm khác nhau", "transliterated otherwise"}, BG_LABEL_HEADING, WORDS},
    {"syllables", {"viết tắt hay thêm chữ", "initials or fewer words"}, BG_LABEL_HEADING, WORDS},
    {"within", {"tên ngắn trong tên dài", "the short name within the long one"}, BG_LABEL_HEADING, WORDS},
    {"words", {"chỉ khác thứ tự chữ", "only the order of words differs"}, BG_LABEL_HEADING, WORDS},
    {"country", {"nước", "country"}, BG_LABEL_HEADING, STATES},
    {"next day", {"ngày liền nhau", "the next day"}, BG_LABEL_HEADING, WORDS},
    {"same first sentence", {"cùng câu mở đầu", "same first sentence"}, BG_LABEL_HEADING, WORDS},
    {"most told that day", {"cuộc được kể nhiều nhất ngày ấy", "the most told that day"}, BG_LABEL_HEADING, WORDS},
    {"only one that day", {"cuộc duy nhất ngày ấy", "the only one that day"}, BG_LABEL_HEADING, WORDS},
};

static void value_text(size_t row, const char *text, size_t size, bg_states *states, bg_buf *out) {
    bg_lang lang = states->style->lang;
    char value[256];
    snprintf(value, sizeof value, "%.*s", (int)(size < sizeof value ? size : sizeof value - 1), text);
    if (rows[row].value == ID) bg_buf__print(out, "%.*s", BG_ID_SHOWN, value);
    else if (strcmp(value, "?") == 0) bg_buf__text(out, bg_label__of(BG_LABEL_HEADING, "not_known", lang));
    else if (rows[row].value == DATES) bg_label__date(value, NULL, lang, out);
    else if (rows[row].value == LABELS) bg_buf__text(out, bg_label__of(rows[row].vocabulary, value, lang));
    else if (rows[row].value == STATES) bg_buf__text(out, bg_states__list(states, value, SIZE_MAX));
    else bg_buf__text(out, value);
}

/* "A~B" as "A – B", of two that are the same one; of "348/434" what is counted. */
static void values(size_t row, const char *text, size_t size, bg_states *states, bg_buf *out) {
    const char *mark = memchr(text, '~', size), *slash = rows[row].value == PARTS ? memchr(text, '/', size) : NULL;
    size_t first = mark ? (size_t)(mark - text) : size;
    if (slash) {
        bg_buf__add(out, text, (size_t)(slash - text));
        bg_buf__text(out, states->style->lang == BG_EN ? " word groups" : " nhóm từ");
        return;
    }
    value_text(row, text, first, states, out);
    if (!mark || (size - first - 1 == first && memcmp(text, mark + 1, first) == 0)) return;
    bg_buf__text(out, " – ");
    value_text(row, mark + 1, size - first - 1, states, out);
}

static void entry(const char *text, size_t size, bg_states *states, bg_buf *out) {
    const char *sign = memchr(text, '=', size);
    size_t key = sign ? (size_t)(sign - text) : size, row = 0;
    while (row < BG_COUNT(rows) && !(strlen(rows[row].key) == key && memcmp(rows[row].key, text, key) == 0)) row++;
    if (row == BG_COUNT(rows)) {
        bg_buf__add(out, text, size);
        return;
    }
    bg_buf__text(out, rows[row].text[states->style->lang]);
    if (!sign || sign + 1 == text + size) return;
    bg_buf__text(out, rows[row].value == ID ? " " : ": ");
    values(row, sign + 1, size - key - 1, states, out);
}

void bg_reason__text(const char *reason, bg_states *states, bg_buf *out) {
    for (const char *at = reason; at && *at;) {
        const char *end = strstr(at, "; ");
        size_t size = end ? (size_t)(end - at) : strlen(at);
        if (at != reason) bg_buf__text(out, "; ");
        entry(at, size, states, out);
        at += size + (end ? 2 : 0);
    }
}
