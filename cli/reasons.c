/* reasons: what the library says of a failure, in Vietnamese. Each '*' stands for words that are taken over, in their order. */
#include "messages.h"

#include <string.h>

#define TAKEN 4 /* '*' in a row at most */

static const struct {
    const char *english, *vietnamese;
} rows[] = {
    {"several ids begin with '*'", "có nhiều mã bắt đầu bằng '*', hãy gõ dài hơn"},
    {"'*' is the beginning of several ids", "có nhiều mã bắt đầu bằng '*', hãy gõ dài hơn"},
    {"'*' is the beginning of several", "có nhiều mã bắt đầu bằng '*', hãy gõ dài hơn"},
    {"several entries begin with '*'", "có nhiều mục bắt đầu bằng '*', hãy gõ dài hơn"},
    {"no fact or page '*' in the record", "trong hồ sơ không có mã '*'"},
    {"no entry '*'", "sổ cam kết không có mục '*'"},
    {"no contact '*'", "trong hồ sơ không có cuộc tiếp xúc '*'"},
    {"no person '*'", "trong hồ sơ không có người '*'"},
    {"no decision '*'", "không có quyết định '*'"},
    {"nothing decided by '*' that stands", "'*' không còn quyết định nào có hiệu lực"},
    {"'*' is no contact; try explain", "'*' không phải cuộc tiếp xúc; xem nó bằng: banggiao explain"},
    {"no state is called '*'", "từ vựng không có nước hay tổ chức nào tên '*'"},
    {"no contact has the words '*'", "không cuộc tiếp xúc nào của hai nước có những từ '*'"},
    {"'*' and itself are no two states", "'*' không thể là đối tác của chính mình"},
    {"'*' is not one of the two", "'*' không phải một trong hai bên, cũng không phải both"},
    {"'*' is none of: *", "'*' không có trong: * (hay tên tiếng Việt của chúng như trong bảng)"},
    {"'*' is none of:*", "'*' không có trong:* (hay tên tiếng Việt của chúng như trong bảng)"},
    {"no page or contact has a day; --date YYYY-MM-DD is needed", "không trang hay cuộc tiếp xúc nào có ngày; cần --date YYYY-MM-DD"},
    {"'*' is no day (YYYY-MM-DD)", "'*' không phải một ngày: YYYY-MM-DD hay DD/MM/YYYY"},
    {"a day is YYYY-MM-DD: '*'", "'*' không phải một ngày: YYYY-MM-DD hay DD/MM/YYYY"},
    {"'*' is no date: YYYY, YYYY-MM or YYYY-MM-DD", "'*' không phải ngày tháng: YYYY, YYYY-MM, YYYY-MM-DD hay [DD/]MM/YYYY"},
    {"'*' is no date: YYYY, YYYY-MM, YYYY-MM-DD, --MM-DD", "'*' không phải ngày tháng: DD/MM/YYYY, MM/YYYY, YYYY, YYYY-MM-DD, --MM-DD (không rõ năm), hay hai ngày: A – B"},
    {"the words are not UTF-8", "các từ không phải UTF-8"},
    {"no word to search for", "không có từ nào để tìm"},
    {"no day with its year is known of '*'", "không rõ ngày hay năm của '*' nên không biết cuộc nào trước, cuộc nào sau; ghi ngày vào bằng: banggiao correct"},
    {"no later contact of the same kind than '*'", "không thấy cuộc tiếp xúc cùng loại nào sau '*'"},
    {"no earlier contact of the same kind than '*'", "không thấy cuộc tiếp xúc cùng loại nào trước '*'"},
    {"'*' is told by too many pages", "'*' có quá nhiều trang kể"},
    {"'*' is no fact that this can be said of", "lệnh này không dùng cho '*'"},
    {"'*' is no entry of the ledger", "sổ cam kết không có mục '*'"},
    {"'*' needs another to be joined with", "'*' phải gộp với một mã khác nữa"},
    {"'*' is one person with the others already", "'*' đã là một người với các mã kia"},
    {"'*' is of another country", "'*' là người của nước khác"},
    {"'*' is of no known country", "không rõ '*' là người nước nào"},
    {"'*' is no other name of that person", "'*' không phải tên khác của người ấy"},
    {"'*' is no way in which that person's name is written", "không trang nào viết tên người ấy là '*'"},
    {"'*' stands alone, there is nothing to split it from", "'*' đứng một mình, không có gì để tách"},
    {"'*' needs FIELD=VALUE", "'*' cần MỤC=GIÁ_TRỊ"},
    {"'*' was rejected", "'*' đã bị bác bỏ"},
    {"'*' is of one contact with the first already", "'*' đã là một cuộc với mã đầu"},
    {"'*' is no other telling of that contact", "'*' không phải lời kể khác của cuộc ấy"},
    {"'*' is closed with a note that says why", "muốn khép '*' phải nói vì sao: --note"},
    {"'*' is too long", "'*' quá dài"},
    {"'*…' is too long", "'*…' quá dài"},
    {"'*' is not UTF-8", "'*' không phải UTF-8"},
    {"'*' is no decision", "'*' không phải mã của một quyết định"},
    {"'*' is undone already", "'*' đã được hoàn tác"},
    {"'*' is no side: side:VN", "'*' không phải một bên: side:VN"},
    {"'*' are no sides: VN,RU", "'*' không phải các bên; viết như: VN,RU hay Việt Nam, Nga"},
    {"'*' is no country: VN", "'*' không phải mã hay tên một nước"},
    {"'*' cannot be empty; reject the fact", "'*' không thể để trống; nếu không có việc ấy thì bác bỏ"},
    {"the page names several that are '*'", "trang nêu nhiều người là '*'"},
    {"the page names nobody '*' (both, side:VN, or a name it has)", "trang không nêu ai là '*' (both, side:VN, hoặc tên có trên trang)"},
    {"several who took part are called '*'", "có nhiều người dự tên '*'"},
    {"nobody who took part is called '*'", "không có người dự nào tên '*'"},
    {"the paragraph does not say '*', or twice", "đoạn văn không có chữ '*', hoặc có hai lần"},
    {"[*) lies outside the paragraph", "[*) nằm ngoài đoạn văn"},
    {"the value is not UTF-8", "giá trị không phải UTF-8"},
    {"* has no field '*' that can be corrected", "* không có mục '*' để sửa; cuộc tiếp xúc có: loại, ngày, đến ngày, nơi, các bên, kênh, tình trạng, hình thức, cấp, tên[AI], chức vụ[AI], nước[AI], vai[AI]; phát biểu có: người nói, nói với, hành vi, mức độ, nội dung"},
    {"page holds no text, only markup", "chỉ có thẻ HTML, không có chữ"},
    {"page holds no text", ""},
    {"byte * is *, not text", "byte * là *, không phải chữ"},
    {"No such file or directory", "không có tệp ấy"},
    {"Permission denied", "không được phép"},
    {"is a directory", "là một thư mục"},
    {"No space left on device", "đĩa đầy"},
    {"is not an SQLite file", "không phải tệp SQLite"},
    {"gzip: damaged or cut short", "gzip: hỏng hoặc bị cắt cụt"},
    {"zstd: damaged or cut short", "zstd: hỏng hoặc bị cắt cụt"},
    {"the line is no JSON object", "dòng không phải một đối tượng JSON"},
    {"the line has neither text nor html", "dòng không có text, cũng không có html"},
};

typedef struct taken {
    const char *at[TAKEN];
    size_t size[TAKEN], count;
} taken;

/* Whether the text has the pattern; what its '*' stand for. */
static bool fits(const char *pattern, const char *text, taken *out) {
    out->count = 0;
    for (; *pattern; pattern++) {
        if (*pattern != '*') {
            if (*text++ != *pattern) return false;
            continue;
        }
        size_t literal = strcspn(pattern + 1, "*");
        const char *end = text;
        while (*end && (literal ? strncmp(end, pattern + 1, literal) != 0 : true)) end++;
        if ((literal && !*end) || out->count == TAKEN) return false;
        out->at[out->count] = text;
        out->size[out->count++] = (size_t)(end - text);
        text = end;
    }
    return *text == '\0';
}

bool reason_text(const char *english, char *out, size_t room) {
    taken t;
    size_t i = 0, used = 0;
    while (i < sizeof rows / sizeof rows[0] && !fits(rows[i].english, english, &t)) i++;
    if (i == sizeof rows / sizeof rows[0]) return false;
    size_t next = 0;
    *out = '\0';
    for (const char *at = rows[i].vietnamese; *at && used < room - 1; at++) {
        bool star = *at == '*' && next < t.count;
        int size = snprintf(out + used, room - used, "%.*s", star ? (int)t.size[next] : 1, star ? t.at[next] : at);
        next += star;
        used += size > 0 ? (size_t)size : 0;
    }
    return true;
}
