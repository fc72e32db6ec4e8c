/* options: one table for all options; a command names those it takes by their letters. Global options may stand before
 * or behind the command's name. */
#include "options.h"
#include "messages.h"

#include <getopt.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

typedef struct option_row {
    char letter; /* capital or digit: long form only */
    const char *name, *value;
    const char *about[2];
} option_row;

static const option_row rows[] = {
    {'c', "country", "RU|VN,RU", {"một bên là nước này; nhiều nước: đủ tất cả", "a side is this country; several: all of them"}},
    {'h', "channel", "KÊNH", {"kênh: party, state, government, parliament, foreign_ministry…", "channel: party, state, government, parliament, foreign_ministry…"}},
    {'p', "person", "TÊN", {"tên người, có dấu hay không", "a person's name, with or without diacritics"}},
    {'N', "name", "TÊN", {"tên người, có dấu hay không", "a person's name, with or without diacritics"}},
    {'t', "type", "LOẠI", {"loại: visit, talks, meeting, call, consultation…", "type: visit, talks, meeting, call, consultation…"}},
    {'f', "from", "NGÀY", {"từ ngày YYYY[-MM[-DD]]", "from YYYY[-MM[-DD]]"}},
    {'u', "to", "NGÀY", {"đến ngày YYYY[-MM[-DD]]", "to YYYY[-MM[-DD]]"}},
    {'O', "outlet", "BÁO", {"báo đưa tin: từ trong tên hay tên miền", "the outlet that tells it: words of its name or host"}},
    {'M', "html", NULL, {"trang đã lưu, với câu ấy được đánh dấu, là một tệp HTML không chạy gì", "the stored page with the sentences marked, as HTML that runs nothing"}},
    {'0', "files0-from", "TỆP", {"tên các tệp đọc từ TỆP ('-': đầu vào chuẩn), mỗi tên kết thúc bằng NUL", "names of files from this one ('-': standard input), each ended by a NUL"}},
    {'P', "published", "NGÀY", {"ngày đăng YYYY-MM-DD của những trang không tự cho biết", "day of publication YYYY-MM-DD of pages that do not state it"}},
    {'q', "quiet", NULL, {"không hiện tiến độ và tổng kết", "no progress bar and no summary"}},
    {'e', "errors", NULL, {"liệt kê từng chỗ khác", "list every difference"}},
    {'b', "by", "type|country|act|rule", {"chia theo loại, nước, hành vi lời nói hay quy tắc", "broken down by type, country, act or rule"}},
    {'6', "as-of", "NGÀY", {"tính đến ngày YYYY-MM-DD (mặc định hôm nay)", "as of YYYY-MM-DD (else today)"}},
    {'4', "all", NULL, {"cả những gì người đã bác bỏ, có ghi rõ", "also what people rejected, marked"}},
    {'1', "by", "TÊN", {"ai quyết định (mặc định $BANGGIAO_USER, rồi tên đăng nhập)", "who decides (else $BANGGIAO_USER, else the login name)"}},
    {'2', "note", "CHỮ", {"vì sao", "why"}},
    {'3', "source", "NGUỒN", {"căn cứ: văn bản, địa chỉ", "what it rests on: a document, an address"}},
    {'5', "telling", NULL, {"chỉ lời kể có mã ấy, không phải cả cuộc tiếp xúc", "only the telling with this id, not the whole contact"}},
    {'K', "kept", NULL, {"những dòng được giữ, mỗi dòng kèm loại", "the lines that are kept, each with its kind"}},
    {'X', "dropped", NULL, {"những dòng bị bỏ, mỗi dòng kèm lý do", "the lines that are dropped, each with the reason"}},
    {'w', "with", "RU|Nga", {"nước đối tác: mã hay tên", "the other state: its code or Vietnamese name"}},
    {'F', "for", "CHỨC_VỤ", {"chuẩn bị cho ai: chức vụ hay tên", "for whom: an office or a name"}},
    {'T', "date", "NGÀY", {"ngày tiếp xúc YYYY-MM-DD (mặc định: ngày của cuộc mới nhất)", "day of the meeting YYYY-MM-DD (else that of the newest contact)"}},
    {'o', "output", "TỆP", {"ghi vào tệp; đuôi .docx, .html, .md hay .txt định dạng", "write to a file; .docx, .html, .md or .txt says how"}},
    {'S', "silent", "THÁNG", {"số tháng không có tin thì coi là chưa có tin (mặc định 12)", "months without news after which it is silent (else 12)"}},
    {'U', "due", NULL, {"chỉ những việc có hạn, lâu chưa có tin hoặc đến kỳ rà soát", "only what has a term, is silent or comes up at a planned contact"}},
    {'L', "since-last", "TỪ", {"chỉ những việc được nói từ lần gần nhất của cuộc tiếp xúc có tên ấy", "only what was said since the last contact called so"}},
    {'7', "before", "NGÀY", {"chỉ những việc quá hạn, đến hạn trước ngày này (ngày chuyến thăm) hoặc lâu chưa có tin", "only what is overdue, due by this day (of a visit) or silent"}},
    {'8', "bound", "VN|LA|both", {"chỉ những việc bên này phải làm", "only what this side is to do"}},
    {'9', "session", NULL, {"so với cuộc cùng loại trước đó: nhắc lại, không nhắc lại, thêm điều gì", "against the last of its kind: what was repeated, not taken up, added"}},
    {'d', "db", "TỆP", {"hồ sơ (mặc định $BANGGIAO_DB, rồi banggiao.db)", "the record (else $BANGGIAO_DB, else banggiao.db)"}},
    {'D', "data", "THƯ_MỤC", {"từ vựng và ngữ pháp của riêng bạn, đặt chồng lên", "your own lexicon and grammar on top"}},
    {'j', "json", NULL, {"JSON, mỗi dòng một đối tượng", "JSON lines"}},
    {'l', "lang", "vi|en", {"ngôn ngữ thông báo", "language of messages"}},
    {'H', "help", NULL, {"trợ giúp này", "this help"}},
    {'V', "version", NULL, {"số phiên bản", "the version"}},
};
#define ROWS (sizeof rows / sizeof rows[0])
#define GLOBAL "dDjlHV"

static bool takes(const command *which, char letter) {
    return strchr(GLOBAL, letter) || (which && which->options && strchr(which->options, letter));
}

static int set_lang(cli *c, const char *value) {
    if (strcmp(value, "vi") == 0) c->lang = BG_VI;
    else if (strcmp(value, "en") == 0) c->lang = BG_EN;
    else return say(c, M_BAD_LANG, value), 2;
    return 0;
}

static int set_by(cli *c, const char *value) {
    static const char *const names[] = {[BG_BY_TYPE] = "type", [BG_BY_COUNTRY] = "country", [BG_BY_ACT] = "act", [BG_BY_RULE] = "rule"};
    for (int i = BG_BY_TYPE; i <= BG_BY_RULE; i++)
        if (strcmp(names[i], value) == 0) c->by = (bg_score_key)i;
    return c->by ? 0 : (say(c, M_BAD_BY, value), 2);
}

/* A day of the calendar: 2024-02-30 is none. */
static bool is_day(const char *value) {
    struct tm day = {0};
    const char *end = strlen(value) == 10 ? strptime(value, "%Y-%m-%d", &day) : NULL;
    int said = day.tm_mday;
    timegm(&day); /* makes 30 February 1 March */
    return end && !*end && day.tm_mday == said;
}

static int set_published(cli *c, const char *value) {
    if (!is_day(value)) return say(c, M_BAD_DAY, value), 2;
    c->published = value;
    return 0;
}

static int set_option(cli *c, int letter, const char *value) {
    switch (letter) {
    case 'c': c->filter.country = value; break;
    case 'h': c->filter.channel = value; break;
    case 'p':
    case 'N': c->filter.person = value; break;
    case 't': c->filter.type = value; break;
    case 'f': c->filter.from = value; break;
    case 'u': c->filter.to = value; break;
    case 'O': c->filter.outlet = value; break;
    case 'w': c->with = value; break;
    case 'S': c->silent = value; break;
    case 'U': c->due = true; break;
    case 'L': c->since_last = value; break;
    case '7': c->before = value; break;
    case '8': c->bound = value; break;
    case '9': c->session = true; break;
    case 'F': c->whom = value; break;
    case 'T': c->date = value; break;
    case 'o': c->output = value; break;
    case 'M': c->html = true; break;
    case '6': c->as_of = value; break;
    case '4': c->all = true; break;
    case '1': c->who = value; break;
    case '2': c->note = value; break;
    case '3': c->source = value; break;
    case '5': c->telling = true; break;
    case '0': c->files0 = value; break;
    case 'P': return set_published(c, value);
    case 'q': c->quiet = true; break;
    case 'e': c->errors = true; break;
    case 'b': return set_by(c, value);
    case 'K': c->part |= BG_ARTICLE_KEPT; break;
    case 'X': c->part |= BG_ARTICLE_DROPPED; break;
    case 'd': c->record = value; break;
    case 'D': c->data_dir = value; break;
    case 'j': c->json = true; break;
    case 'l': return set_lang(c, value);
    case 'H': c->help = true; break;
    case 'V': c->version = true; break;
    }
    return 0;
}

/* getopt's own table for the options that `which` takes. */
static void long_options(const command *which, struct option *out) {
    for (size_t i = 0; i < ROWS; i++)
        if (takes(which, rows[i].letter))
            *out++ = (struct option){rows[i].name, rows[i].value ? required_argument : no_argument, NULL, rows[i].letter};
    *out = (struct option){0};
}

/* Options of argv[1 …]; stops at the first other word if `stop`. Returns 0 or 2; getopt leaves optind behind them. */
static int parse(int argc, char **argv, cli *c, const command *which, bool stop) {
    struct option table[ROWS + 1];
    long_options(which, table);
    char letters[8] = "+:d:q";
    if (!stop) snprintf(letters, sizeof letters, ":d:%s%s", takes(which, 'q') ? "q" : "", takes(which, 'o') ? "o:" : "");
    opterr = 0;
    optind = 0;
    for (int letter; (letter = getopt_long(argc, argv, letters, table, NULL)) != -1;) {
        if (letter == '?') return say(c, M_BAD_OPTION, argv[optind - 1]), 2;
        if (letter == ':') return say(c, M_NEEDS_VALUE, argv[optind - 1]), 2;
        if (set_option(c, letter, optarg)) return 2;
    }
    return 0;
}

static int check_args(const cli *c, const command *which) {
    if (c->arg_count < which->min_args && !c->files0) say(c, M_TOO_FEW, which->name, which->args);
    else if (which->max_args >= 0 && c->arg_count > which->max_args)
        say(c, M_TOO_MANY, which->name, c->args[which->max_args]);
    else return 0;
    say(c, M_SEE_HELP, which->name, " ");
    return 2;
}

static void defaults(cli *c) {
    const char *record = getenv("BANGGIAO_DB"), *lang = getenv("BANGGIAO_LANG");
    *c = (cli){.record = record && *record ? record : "banggiao.db"};
    if (lang && strcmp(lang, "en") == 0) c->lang = BG_EN;
}

int options_parse(int argc, char **argv, cli *c, const command **which) {
    *which = NULL;
    defaults(c);
    if (parse(argc, argv, c, NULL, true)) return 2;
    int at = optind;
    if (at >= argc) return 0;
    *which = command_find(argv[at]);
    if (!*which) {
        say(c, M_BAD_COMMAND, argv[at]);
        return say(c, M_SEE_HELP, "", ""), 2;
    }
    if (parse(argc - at, argv + at, c, *which, false)) return say(c, M_SEE_HELP, (*which)->name, " "), 2;
    c->args = argv + at + optind;
    c->arg_count = argc - at - optind;
    return c->help || c->version ? 0 : check_args(c, *which);
}

/* The columns of a UTF-8 text of single-width letters: its code points. */
static int columns(const char *text) {
    int count = 0;
    for (; *text; text++) count += ((unsigned char)*text & 0xC0) != 0x80;
    return count;
}

static void help_option(FILE *to, const option_row *row, bg_lang lang) {
    char form[64];
    snprintf(form, sizeof form, "%s--%s%s%s", row->letter == 'd' ? "-d, " : row->letter == 'q' ? "-q, " : row->letter == 'o' ? "-o, " : "    ", row->name,
             row->value ? " " : "", row->value ? row->value : "");
    int pad = 28 - columns(form);
    fprintf(to, "  %s%*s%s\n", form, pad > 1 ? pad : 1, "", row->about[lang]);
}

static void help_options(FILE *to, const command *which, bg_lang lang) {
    fprintf(to, "\n%s:\n", message_text(lang, M_OPTIONS));
    for (size_t i = 0; i < ROWS; i++)
        if (takes(which, rows[i].letter)) help_option(to, &rows[i], lang);
}

static void help_program(FILE *to, bg_lang lang) {
    fprintf(to, "%s: banggiao COMMAND …\n\n%s\n\n%s:\n", message_text(lang, M_USAGE), message_text(lang, M_ABOUT),
            message_text(lang, M_COMMANDS));
    const command *each;
    for (size_t i = 0; (each = command_at(i)); i++) fprintf(to, "  %-10s %s\n", each->name, each->about[lang]);
    help_options(to, NULL, lang);
    fprintf(to, "\n%s:\n  banggiao read page.txt\n  banggiao add pages/\n  banggiao timeline --country VN,RU\n",
            message_text(lang, M_EXAMPLES));
}

static void help_formats(FILE *to, bg_lang lang) {
    const bg_export_kind *kind;
    fprintf(to, "\n%s:\n", message_text(lang, M_FORMATS));
    for (size_t i = 0; (kind = bg_export_kind_at(i)); i++) fprintf(to, "  %-15s %s\n", kind->name, kind->about[lang]);
}

void help_write(FILE *to, const command *which, bg_lang lang) {
    if (!which) {
        help_program(to, lang);
        return;
    }
    fprintf(to, "%s: banggiao %s [OPTION…] %s\n\n%s\n", message_text(lang, M_USAGE), which->name, which->args,
            which->about[lang]);
    if (which->run == cmd_export) help_formats(to, lang);
    help_options(to, which, lang);
    fprintf(to, "\n%s:\n", message_text(lang, M_EXAMPLES));
    for (size_t i = 0; i < 3; i++)
        fprintf(to, "  banggiao %s\n      %s\n", which->examples[i], which->does[i][lang]);
}
