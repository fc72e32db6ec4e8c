/* messages: one row per message, Vietnamese first. ORDER message: the rows stand as in the enum of messages.h. */
#include "messages.h"

#include <stdarg.h>
#include <string.h>

static const char *const texts[M_COUNT_][2] = {
    [M_NO_COMMAND] = {"chưa có lệnh", "no command"},
    [M_BAD_COMMAND] = {"không có lệnh '%s'", "no such command '%s'"},
    [M_BAD_OPTION] = {"không có tuỳ chọn '%s'", "no such option '%s'"},
    [M_NEEDS_VALUE] = {"tuỳ chọn '%s' cần một giá trị", "option '%s' needs a value"},
    [M_BAD_LANG] = {"--lang là vi hoặc en, không phải '%s'", "--lang is vi or en, not '%s'"},
    [M_BAD_BY] = {"--by là type, country, act hoặc rule, không phải '%s'", "--by is type, country, act or rule, not '%s'"},
    [M_TOO_FEW] = {"lệnh '%s' thiếu %s", "'%s' needs %s"},
    [M_TOO_MANY] = {"lệnh '%s' không hiểu '%s'", "'%s' does not understand '%s'"},
    [M_SEE_HELP] = {"xem: banggiao %s%s--help", "see: banggiao %s%s--help"},
    [M_USAGE] = {"Cách dùng", "Usage"},
    [M_OPTIONS] = {"Tuỳ chọn", "Options"},
    [M_EXAMPLES] = {"Ví dụ", "Examples"},
    [M_ABOUT] = {"Đọc tin đối ngoại tiếng Việt và giữ hồ sơ: ai gặp ai, khi nào, ở đâu; mỗi bên nói gì, đề nghị gì, cam kết gì.",
                 "Reads Vietnamese diplomatic news and keeps the record: who met whom, when, where; what each side said, asked, pledged."},
    [M_BYTE] = {"byte %zu", "byte %zu"},
    [M_WRITE_FAILED] = {"không ghi được ra đầu ra: %s", "cannot write the output: %s"},
    [M_NO_PAGES] = {"không có trang nào trong '%s'", "no page in '%s'"},
    [M_PAGE_KNOWN] = {"'%s': đã có trong hồ sơ, không thêm gì", "'%s': already in the record, nothing added"},
    [M_PAGE_RENEWED] = {"'%s': đã có trong hồ sơ, nay đọc lại với ngày đăng hay địa chỉ được cho biết", "'%s': in the record, read again with the day or address now stated"},
    [M_BAD_DAY] = {"'%s' không phải một ngày: YYYY-MM-DD hay DD/MM/YYYY", "'%s' is no day (YYYY-MM-DD)"},
    [M_ADDED] = {"thêm %zu trang, %zu đã có, %zu không đọc được; %zu cuộc tiếp xúc (%zu gộp với trang khác), %zu phát biểu, %zu chỗ chưa hiểu",
                 "pages: %zu added, %zu known, %zu unreadable; contacts: %zu, %zu of them told by other pages too; statements: %zu; notes: %zu"},
    [M_AGAIN_PAGES] = {"đang soát lại trang", "checking pages again"},
    [M_AGAIN_REPRINTS] = {"đang soát lại bài đăng lại", "looking for reprints"},
    [M_AGAIN_PEOPLE] = {"đang soát lại tên người", "linking names"},
    [M_AGAIN_LEDGER] = {"đang nối các khoản trong sổ cam kết", "linking the ledger"},
    [M_AGAIN_INDEXES] = {"đang lập mục lục", "making indexes"},
    [M_STATES] = {"%zu trang là bản mới hơn hay cũ hơn của trang đã có, giữ cả hai", "%zu pages are newer or older states of pages that are there; both are kept"},
    [M_DID_YOU_MEAN] = {"ý bạn là: %s?", "did you mean: %s?"},
    [M_NOTHING] = {"không tìm thấy gì", "nothing found"},
    [M_VERIFIED] = {"%zu trang, %zu đoạn dẫn: tất cả đều đúng", "%zu pages, %zu ranges: all give their text"},
    [M_VERIFY_FAILED] = {"%zu trang, %zu đoạn dẫn: %zu chỗ sai", "%zu pages, %zu ranges: %zu faults"},
    [M_OUTDATED] = {"%zu trang nay đọc khác lúc thêm vào, vì từ vựng hoặc chương trình đã đổi; ghi lại theo cách đọc mới: banggiao reread",
                    "pages now read otherwise than when they were added, with another lexicon or program: %zu; to keep the new reading: banggiao reread"},
    [M_REREAD] = {"%zu trang: đọc lại %zu, trong đó %zu nay đọc khác; %zu không đọc lại được",
                  "pages: %zu, read again: %zu, of these read otherwise: %zu, unreadable: %zu"},
    [M_MERGED] = {"'%s': %zu trang, trong đó %zu trang mới; %zu không đọc được", "'%s': pages: %zu, new: %zu, unreadable: %zu"},
    [M_LEXICON_WHAT] = {"'lexicon' chỉ có 'check', không có '%s'", "'lexicon' has only 'check', not '%s'"},
    [M_LEXICON_OK] = {"từ vựng không có lỗi", "the lexicon has no fault"},
    [M_LEXICON_BAD] = {"từ vựng có %zu lỗi", "the lexicon has %zu faults"},
    [M_OUTGROWN] = {"%.*s: trang không còn theo mẫu '%s', đọc theo cách chung", "%.*s: pages are no longer built as the profile '%s' says; read without it"},
    [M_NEEDS_OPTION] = {"lệnh '%s' cần tuỳ chọn --%s", "'%s' needs the option --%s"},
    [M_BAD_NUMBER] = {"'%s' không phải số dương", "'%s' is no positive number"},
    [M_BAD_OUTPUT] = {"'%s': đuôi tệp là .docx, .html, .md, .txt hoặc .jsonl", "'%s': the file's ending is .docx, .html, .md, .txt or .jsonl"},
    [M_OUTPUT_FAILED] = {"không ghi được '%s': %s", "cannot write '%s': %s"},
    [M_BAD_FORMAT] = {"'%s' không phải một dạng xuất: %s", "'%s' is no format: %s"},
    [M_FORMATS] = {"Dạng", "Formats"},
    [M_EXPORT_EVENTS] = {"%zu sự kiện; bỏ ra: %zu không rõ ngày, %zu không có hai bên, %zu không có mã tương ứng",
                         "events: %zu; left out: %zu without a day, %zu without two sides, %zu without a code"},
    [M_EXPORT_LOST] = {"hồ sơ hỏng %zu chỗ, phần còn lại đã được xuất", "the record is damaged in %zu places, the rest was written"},
    [M_EXPORT_ROWS] = {"%zu dòng không vừa một bảng tính, không có trong tệp; export csv không có giới hạn ấy", "%zu rows do not fit into a sheet and are not in the file; export csv has no such limit"},
    [M_EXPORT_CUT] = {"%zu ô chỉ giữ được phần đầu của chữ, hoặc địa chỉ không bấm được; export csv có đủ", "%zu cells hold the beginning of a text alone, or an address that is no link; export csv has all"},
    [M_NO_ARTICLE] = {"'%s': không thấy bài nào trong trang", "'%s': no article is found in it"},
    [M_DECIDED] = {"đã ghi %.11s: %s %s (bởi %s)", "%.11s: %s %s (by %s)"},
    [M_UNDONE] = {"đã hoàn tác %.11s", "undone: %.11s"},
    [M_BAD_FIX] = {"'%s' không có dạng MỤC=GIÁ_TRỊ", "'%s' is not FIELD=VALUE"},
    [M_REVIEW_KEYS] = {"[y] đúng  [n] bác  [e] sửa  [u] hoàn tác  [s] bỏ qua  [q] thôi", "[y] right  [n] wrong  [e] edit  [u] undo  [s] skip  [q] quit"},
    [M_REVIEW_KEYS_LIKE] = {"[y] đúng  [n] bác  [e] sửa  [m] gộp  [u] hoàn tác  [s] bỏ qua  [q] thôi", "[y] right  [n] wrong  [e] edit  [m] join  [u] undo  [s] skip  [q] quit"},
    [M_REVIEW_FIX] = {"MỤC=GIÁ_TRỊ: ", "FIELD=VALUE: "},
    [M_REVIEW_WHAT] = {"không có phím '%c'", "there is no key '%c'"},
    [M_REVIEW_END] = {"không còn cuộc nào phải duyệt", "no more to look over"},
    [M_REVIEWED] = {"%zu quyết định", "decisions: %zu"},
    [M_UNDO_WHAT] = {"'%s' không phải mã của một quyết định (d…), cũng không phải số quyết định; xem các quyết định: banggiao log", "'%s' is neither the id of a decision (d…) nor how many; the decisions: banggiao log"},
    [M_NOTHING_TO_UNDO] = {"chưa quyết định gì trong lần duyệt này", "nothing decided in this review yet"},
    [M_NO_LIKE] = {"không có cuộc nào giống để gộp; gõ mã sau 'm'", "no other contact is like it; give an id behind 'm'"},
    [M_NO_RECORD] = {"chưa có hồ sơ '%s'; banggiao add TRANG… tạo ra nó, -d TỆP dùng hồ sơ khác", "there is no record '%s'; banggiao add PAGE… makes it, -d FILE uses another"},
    [M_MEANT] = {"có phải '%s%s'?", "did you mean '%s%s'?"},
    [M_QUOTE_WORDS] = {"giá trị có dấu cách thì đặt trong ngoặc kép: --with \"Trung Quốc\"", "what has blanks is put in quotes: --with \"Trung Quốc\""},
    [M_STOPPED] = {"đã dừng theo yêu cầu; mọi trang đã đọc đều ở trong hồ sơ, chạy lại đúng lệnh này là tiếp", "stopped as asked; all pages that were read are in the record, run the same again to go on"},
    [M_STOPPING] = {"\nbanggiao: đang dừng; bấm lần nữa thì dừng ngay, trang nào chưa ghi thì lần sau đọc lại\n", "\nbanggiao: stopping; once more stops at once, what is not yet written is read again next time\n"},
    [M_MORE_KNOWN] = {"… và %zu trang khác đã có trong hồ sơ (đủ tên: --json)", "… and %zu more pages that are in the record (all names: --json)"},
    [M_LEFT_FILES] = {"trong thư mục còn %zu tệp %s: chương trình không đọc dạng ấy ở đó", "files in folders that are not read there: %zu (%s)"},
};

static const struct {
    bg_code code;
    const char *text[2];
} codes[] = {
    {BG_E_NOMEM, {"hết bộ nhớ", "out of memory"}},
    {BG_E_INTERNAL, {"lỗi của chương trình", "internal error"}},
    {BG_E_USAGE, {"dùng sai", "wrong usage"}},
    {BG_E_NOTFOUND, {"không tìm thấy", "not found"}},
    {BG_E_OPEN, {"không mở hoặc không đọc được", "cannot be read"}},
    {BG_E_EMPTY, {"trang không có chữ nào", "the page holds no text"}},
    {BG_E_UTF8, {"không phải UTF-8, bảng mã nào khác cũng không nhận ra được", "not UTF-8, and no other charset can be told"}},
    {BG_E_BINARY, {"có byte NUL hoặc byte điều khiển", "holds NUL or control bytes"}},
    {BG_E_TOOBIG, {"quá lớn", "too large"}},
    {BG_E_DAMAGED, {"kho lưu hoặc trang lưu bị hỏng", "the archive or the saved page is damaged"}},
    {BG_E_RECORD, {"không dùng được hồ sơ", "the record cannot be used"}},
    {BG_E_RECORD_TYPE, {"tệp này không phải hồ sơ banggiao", "not a banggiao record"}},
    {BG_E_RECORD_NEWER, {"hồ sơ do bản banggiao mới hơn ghi", "the record was written by a newer banggiao"}},
    {BG_E_RECORD_BUSY, {"chương trình khác đang ghi hồ sơ", "another process is writing the record"}},
    {BG_E_RECORD_FULL, {"đĩa đầy hoặc tệp không được lớn hơn nữa, hồ sơ giữ nguyên như trước", "disk full or file at its limit, the record stays as it was"}},
    {BG_E_DATA, {"tệp từ vựng hoặc ngữ pháp có lỗi", "a lexicon or grammar file is wrong"}},
};

static const struct {
    const char *id, *text[2];
} kinds[] = {
    {"accept", {"nhận", "accepted"}}, {"reject", {"bác bỏ", "rejected"}}, {"correct", {"sửa", "corrected"}},
    {"join", {"gộp", "joined"}},      {"split", {"tách", "split"}},       {"close", {"khép", "closed"}},
};

static const struct {
    const char *id, *text[2];
} problems[] = {
    {"page.damaged", {"trang lưu bị hỏng", "the stored page is damaged"}},
    {"page.hash", {"trang lưu không khớp mã băm", "the stored page does not have its hash"}},
    {"range.outside", {"đoạn dẫn nằm ngoài trang", "the range lies outside the page"}},
    {"range.text", {"đoạn dẫn không cho đúng câu chữ đã lưu", "the range does not give its stored text"}},
    {"search.text", {"chỉ mục tìm kiếm không khớp trang", "the search index does not match the page"}},
    {"read.failed", {"đọc lại không được", "the page cannot be read again"}},
    {"read.missing", {"đọc lại không còn thấy", "reading again does not find it"}},
    {"read.added", {"đọc lại thấy thêm, hồ sơ không có", "reading again finds it, the record lacks it"}},
    {"read.changed", {"đọc lại cho đoạn dẫn khác", "reading again gives another range"}},
    {"read.outdated", {"nay đọc khác lúc thêm vào", "now read otherwise than when it was added"}},
    {"row.lost", {"một dòng trỏ tới dòng không có trong hồ sơ", "a row refers to one that is not in the record"}},
    {"fact.range", {"dữ kiện không có đoạn dẫn", "the fact has no range"}},
};

#define ROWS(a) (sizeof(a) / sizeof((a)[0]))

const char *message_text(bg_lang lang, message which) { return texts[which][lang]; }

const char *code_text(bg_lang lang, bg_code code) {
    for (size_t i = 0; i < ROWS(codes); i++)
        if (codes[i].code == code) return codes[i].text[lang];
    return "?";
}

const char *kind_text(bg_lang lang, const char *kind) {
    for (size_t i = 0; i < ROWS(kinds); i++)
        if (strcmp(kinds[i].id, kind) == 0) return kinds[i].text[lang];
    return kind;
}

const char *problem_text(bg_lang lang, const char *problem) {
    for (size_t i = 0; i < ROWS(problems); i++)
        if (strcmp(problems[i].id, problem) == 0) return problems[i].text[lang];
    return problem;
}

void say(const cli *c, message which, ...) {
    va_list args;
    va_start(args, which);
    fputs("banggiao: ", stderr);
    vfprintf(stderr, message_text(c->lang, which), args);
    fputc('\n', stderr);
    va_end(args);
}
