/* commands: the table of commands; help and completion come from it. */
#include "cli.h"

#include <string.h>

static const command commands[] = {
    {"read", cmd_read, "0", 1, -1, "FILE…",
     {"đọc trang, in JSON mỗi trang một dòng; không lưu gì ('-' là đầu vào chuẩn; thư mục thì đọc mọi tệp bên trong, kho lưu thì mọi trang)",
      "read pages, print one JSON line each; keeps nothing ('-' is standard input; a folder means all files in it, an archive all its pages)"},
     {"read page.txt", "read pages/ > all.jsonl", "read crawl.warc.gz"},
     {{"đọc một trang", "read one page"},
      {"đọc cả thư mục", "read a whole folder"},
      {"đọc mọi trang của một kho WARC", "read every page of a WARC"}}},
    {"add", cmd_add, "q0", 1, -1, "FILE…",
     {"đọc trang và thêm vào hồ sơ; trang đã có thì bỏ qua", "read pages and add them to the record; known pages are passed over"},
     {"add page.txt", "-d nga.db add pages/", "add --quiet -"},
     {{"thêm một trang vào banggiao.db", "add a page to banggiao.db"},
      {"thêm cả thư mục vào hồ sơ nga.db", "add a folder to the record nga.db"},
      {"thêm từ đầu vào chuẩn, không báo gì", "add standard input, say nothing"}}},
    {"timeline", cmd_timeline, "chptfu", 0, 0, "",
     {"các cuộc tiếp xúc theo thời gian", "the contacts in order of time"},
     {"timeline --country VN,RU", "timeline --person \"to lam\" --from 2024", "timeline --type call --json"},
     {{"tiếp xúc giữa Việt Nam và Nga", "contacts between Vietnam and Russia"},
      {"tiếp xúc của một người từ năm 2024", "one person's contacts since 2024"},
      {"các cuộc điện đàm, dạng JSON", "phone calls as JSON"}}},
    {"show", cmd_show, "", 1, 1, "ID",
     {"một cuộc tiếp xúc: ai dự, mỗi bên nói gì, nguồn nào, câu nào", "one contact: who took part, what each side said, sources and sentences"},
     {"show v3fa94c21", "show --json v3fa94c21", "show --lang en v3fa94c21"},
     {{"một cuộc tiếp xúc (chỉ cần phần đầu của mã)", "one contact (the beginning of its id will do)"},
      {"dạng JSON", "as JSON"},
      {"nhãn tiếng Anh", "with English labels"}}},
    {"search", cmd_search, "", 1, -1, "WORDS…",
     {"tìm đoạn văn, có dấu hay không dấu; trúng nguyên dấu đứng trước", "find paragraphs, with or without diacritics; exact hits first"},
     {"search hội đàm", "search don doc", "search '\"thương mại tự do\" Nga'"},
     {{"tìm đúng dấu", "exact words"},
      {"tìm không dấu", "without diacritics"},
      {"cụm trong ngoặc kép đứng liền nhau", "words in quotes stand together"}}},
    {"explain", cmd_explain, "", 1, 1, "ID|FILE",
     {"vì sao mỗi mục của một dữ kiện là như thế: quy tắc, câu chữ, vị trí", "why each field of a fact is what it is: rule, words, range"},
     {"explain v3fa94c21", "explain s77c0a1d2 --json", "explain page.txt"},
     {{"một cuộc tiếp xúc trong hồ sơ", "a contact of the record"},
      {"một phát biểu, dạng JSON", "a statement, as JSON"},
      {"một trang chưa có trong hồ sơ", "a page that is not in the record"}}},
    {"verify", cmd_verify, "q", 0, 0, "",
     {"đọc lại các trang đã lưu; mọi đoạn dẫn phải cho đúng câu chữ", "re-read the stored pages; every range must give its text"},
     {"verify", "verify --quiet", "-d nga.db verify --json"},
     {{"kiểm tra banggiao.db", "check banggiao.db"},
      {"chỉ cần mã thoát", "only the exit status"},
      {"mỗi lỗi một dòng JSON", "one JSON line a fault"}}},
    {"reread", cmd_reread, "q", 0, 0, "",
     {"đọc lại các trang đã lưu bằng từ vựng và chương trình hôm nay, ghi kết quả mới vào hồ sơ", "read the stored pages with today's lexicon and program, keep what is read now"},
     {"reread", "-d nga.db reread --quiet", "reread --data my-data"},
     {{"sau khi nâng cấp chương trình", "after an upgrade"},
      {"hồ sơ nga.db, không báo gì", "the record nga.db, say nothing"},
      {"với từ vựng của bạn đặt chồng lên", "with your own lexicon on top"}}},
    {"notes", cmd_notes, "", 0, 0, "",
     {"những câu chưa hiểu được, lý do hay gặp nhất đứng trước", "what could not be read, the most frequent reason first"},
     {"notes", "notes --json", "-d nga.db notes --lang en"},
     {{"theo tần suất, có ví dụ", "by frequency, with examples"},
      {"dạng JSON", "as JSON"},
      {"nhãn tiếng Anh", "with English labels"}}},
    {"score", cmd_score, "eb", 2, 2, "GOLD PAGES_DIR",
     {"đo độ đúng trên bộ chuẩn của bạn", "measure the reader against gold of your own"},
     {"score gold.jsonl pages/", "score gold.jsonl pages/ --errors", "score gold.jsonl pages/ --by rule"},
     {{"bảng số liệu", "the table of figures"},
      {"thêm từng chỗ khác", "also every difference"},
      {"quy tắc nào được việc, quy tắc nào gây sai", "which rules earn and which cost"}}},
    {"lexicon", cmd_lexicon, "", 1, 1, "check",
     {"kiểm tra tệp từ vựng: cụm trùng, lớp lạ, dòng sai", "check the lexicon files: duplicate phrases, unknown classes, malformed lines"},
     {"lexicon check", "lexicon check --data my-data", "lexicon check --json"},
     {{"từ vựng có sẵn", "the built-in lexicon"},
      {"cùng tệp của bạn", "together with your own files"},
      {"mỗi lỗi một dòng JSON", "one JSON line a fault"}}},
};

const command *command_find(const char *name) {
    for (size_t i = 0; i < sizeof commands / sizeof commands[0]; i++)
        if (strcmp(commands[i].name, name) == 0) return &commands[i];
    return NULL;
}

const command *command_at(size_t index) {
    return index < sizeof commands / sizeof commands[0] ? &commands[index] : NULL;
}
