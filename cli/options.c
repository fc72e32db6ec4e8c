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
    {'c', "country", "RU|VN,RU", {"một bên là nước này, mã hay tên; nhiều nước: đủ tất cả", "a side is this country, code or name; several: all of them"}},
    {'h', "channel", "KÊNH", {"kênh: party, state, government, parliament, foreign_ministry, ministry, defence, security, local, people, hay tên tiếng Việt trong bảng", "channel: party, state, government, parliament, foreign_ministry, ministry, defence, security, local, people, or as tables call it"}},
    {'p', "person", "TÊN", {"tên người, có dấu hay không", "a person's name, with or without diacritics"}},
    {'N', "name", "TÊN", {"tên người, có dấu hay không", "a person's name, with or without diacritics"}},
    {'t', "type", "LOẠI", {"loại: visit, talks, meeting, call, consultation, dialogue, committee_session, letter, signing, ceremony, credentials, award, conference, aid, statement, other, hay tên tiếng Việt trong bảng", "type: visit, talks, meeting, call, consultation, dialogue, committee_session, letter, signing, ceremony, credentials, award, conference, aid, statement, other, or as tables call it"}},
    {'f', "from", "NGÀY", {"từ ngày YYYY[-MM[-DD]] hay [DD/]MM/YYYY", "from YYYY[-MM[-DD]] or [DD/]MM/YYYY"}},
    {'u', "to", "NGÀY", {"đến ngày YYYY[-MM[-DD]] hay [DD/]MM/YYYY", "to YYYY[-MM[-DD]] or [DD/]MM/YYYY"}},
    {'O', "outlet", "BÁO", {"báo đưa tin: từ trong tên hay tên miền", "the outlet that tells it: words of its name or host"}},
    {'M', "html", NULL, {"trang đã lưu, với câu ấy được đánh dấu, là một tệp HTML không chạy gì", "the stored page with the sentences marked, as HTML that runs nothing"}},
    {'0', "files0-from", "TỆP", {"tên các tệp đọc từ TỆP ('-': đầu vào chuẩn), mỗi tên kết thúc bằng NUL", "names of files from this one ('-': standard input), each ended by a NUL"}},
    {'P', "published", "NGÀY", {"ngày đăng YYYY-MM-DD của những trang không tự cho biết", "day of publication YYYY-MM-DD of pages that do not state it"}},
    {'q', "quiet", NULL, {"không hiện tiến độ và tổng kết", "no progress bar and no summary"}},
    {'e', "errors", NULL, {"liệt kê từng chỗ khác", "list every difference"}},
    {'b', "by", "type|country|act|rule", {"chia theo loại, nước, hành vi lời nói hay quy tắc", "broken down by type, country, act or rule"}},
    {'6', "as-of", "NGÀY", {"tính đến ngày YYYY-MM-DD hay DD/MM/YYYY (mặc định hôm nay)", "as of YYYY-MM-DD or DD/MM/YYYY (else today)"}},
    {'4', "all", NULL, {"cả những gì người đã bác bỏ, có ghi rõ", "also what people rejected, marked"}},
    {'1', "by", "TÊN", {"ai quyết định (mặc định $BANGGIAO_USER, rồi tên đăng nhập)", "who decides (else $BANGGIAO_USER, else the login name)"}},
    {'2', "note", "CHỮ", {"vì sao", "why"}},
    {'3', "source", "NGUỒN", {"căn cứ: văn bản, địa chỉ", "what it rests on: a document, an address"}},
    {'5', "telling", NULL, {"chỉ lời kể có mã ấy, không phải cả cuộc tiếp xúc", "only the telling with this id, not the whole contact"}},
    {'K', "kept", NULL, {"những dòng được giữ, mỗi dòng kèm loại", "the lines that are kept, each with its kind"}},
    {'X', "dropped", NULL, {"những dòng bị bỏ, mỗi dòng kèm lý do", "the lines that are dropped, each with the reason"}},
    {'w', "with", "RU|Nga", {"nước đối tác: mã hay tên", "the other state: its code or Vietnamese name"}},
    {'F', "for", "CHỨC_VỤ", {"chuẩn bị cho ai: chức vụ hay tên", "for whom: an office or a name"}},
    {'T', "date", "NGÀY", {"ngày tiếp xúc YYYY-MM-DD hay DD/MM/YYYY (mặc định: ngày của cuộc mới nhất có ngày)", "day of the meeting YYYY-MM-DD or DD/MM/YYYY (else that of the newest contact with a day)"}},
    {'o', "output", "TỆP", {"ghi vào tệp; brief, compare: đuôi .docx, .html, .md, .txt hay .jsonl định dạng; export csv, jsonl: thư mục", "write to a file; brief, compare: .docx, .html, .md, .txt or .jsonl says how; export csv, jsonl: a folder"}},
    {'S', "silent", "THÁNG", {"số tháng không có tin thì coi là chưa có tin (mặc định 12)", "months without news after which it is silent (else 12)"}},
    {'U', "due", NULL, {"chỉ những việc có hạn, lâu chưa có tin hoặc đến kỳ rà soát", "only what has a term, is silent or comes up at a planned contact"}},
    {'L', "since-last", "TỪ", {"chỉ những việc được nói từ lần gần nhất của cuộc tiếp xúc mà tin kể có những từ ấy (\"hội đàm\", một chức vụ, một cơ chế)", "only what was said since the last contact that is told with these words (\"hội đàm\", an office, a mechanism)"}},
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
#define ROWS_OF(table) (sizeof(table) / sizeof((table)[0]))
#define ROWS ROWS_OF(rows)
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

/* A day as the tables have it, 08/05/2025 or 05/2025, as the record writes it; anything else as it is. */
static const char *day_of(cli *c, const char *value) {
    unsigned day = 1, month, year;
    int end = 0, whole = 0;
    if (c->day_count == sizeof c->days / sizeof c->days[0]) return value;
    char *out = c->days[c->day_count];
    if (sscanf(value, "%2u/%2u/%4u%n", &day, &month, &year, &whole) != 3 && sscanf(value, "%2u/%4u%n", &month, &year, &end) != 2) return value;
    if (!(whole && !value[whole]) && !(end && !value[end])) return value;
    if (year < 1000 || month < 1 || month > 12 || day < 1 || day > 31) return value;
    snprintf(out, sizeof c->days[0], whole ? "%04u-%02u-%02u" : "%04u-%02u", year % 10000, month % 100, day % 100);
    c->day_count++;
    return out;
}

static int set_published(cli *c, const char *value) {
    value = day_of(c, value);
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
    case 'f': c->filter.from = day_of(c, value); break;
    case 'u': c->filter.to = day_of(c, value); break;
    case 'O': c->filter.outlet = value; break;
    case 'w': c->with = value; break;
    case 'S': c->silent = value; break;
    case 'U': c->due = true; break;
    case 'L': c->since_last = value; break;
    case '7': c->before = day_of(c, value); break;
    case '8': c->bound = value; break;
    case '9': c->session = true; break;
    case 'F': c->whom = value; break;
    case 'T': c->date = day_of(c, value); break;
    case 'o': c->output = value; break;
    case 'M': c->html = true; break;
    case '6': c->as_of = day_of(c, value); break;
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

/* How many letters must be put in, left out or changed to make one word of the other; more than `most`: any number above it. */
static size_t distance(const char *a, const char *b, size_t most) {
    size_t row[64], size = strlen(b);
    if (size >= 64 || strlen(a) >= 64) return most + 1;
    for (size_t k = 0; k <= size; k++) row[k] = k;
    for (size_t i = 1; *a; a++, i++) {
        size_t corner = row[0];
        row[0] = i;
        for (size_t k = 1; k <= size; k++) {
            size_t change = corner + (*a != b[k - 1]), step = 1 + (row[k] < row[k - 1] ? row[k] : row[k - 1]);
            corner = row[k];
            row[k] = change < step ? change : step;
        }
    }
    return row[size];
}

/* The nearer of two names to a word that is none, if it is near at all. */
static void nearer(const char *word, const char *name, size_t *most, const char **best) {
    size_t far = distance(word, name, *most);
    if (far < *most || (far == *most && !*best)) *most = far, *best = name;
}

static void meant_command(const cli *c, const char *word) {
    const char *best = NULL;
    size_t most = strlen(word) > 4 ? 2 : 1;
    const command *each;
    for (size_t i = 0; (each = command_at(i)); i++) nearer(word, each->name, &most, &best);
    if (best) say(c, M_MEANT, "", best);
}

static void meant_option(const cli *c, const command *which, const char *word) {
    const char *best = NULL;
    size_t most = strlen(word) > 6 ? 2 : 1;
    if (strncmp(word, "--", 2) != 0) return;
    for (size_t i = 0; i < ROWS; i++)
        if (takes(which, rows[i].letter)) nearer(word + 2, rows[i].name, &most, &best);
    if (best) say(c, M_MEANT, "--", best);
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
        if (letter == '?') return say(c, M_BAD_OPTION, argv[optind - 1]), meant_option(c, which, argv[optind - 1]), 2;
        if (letter == ':') return say(c, M_NEEDS_VALUE, argv[optind - 1]), 2;
        if (set_option(c, letter, optarg)) return 2;
    }
    return 0;
}

/* What stands for a value or an argument, in one language and the other. */
static const char *placeholder(const char *text, bg_lang lang) {
    static const char *const words[][2] = {
        {"TỆP", "FILE"}, {"THƯ_MỤC", "DIR"}, {"KÊNH", "CHANNEL"}, {"TÊN", "NAME"}, {"LOẠI", "TYPE"}, {"NGÀY", "DAY"}, {"BÁO", "OUTLET"}, {"CHỮ", "TEXT"},
        {"NGUỒN", "SOURCE"}, {"CHỨC_VỤ", "OFFICE"}, {"THÁNG", "MONTHS"}, {"TỪ", "WORDS"}, {"TỆP…", "FILE…"}, {"TỪ…", "WORDS…"}, {"MÃ", "ID"}, {"MÃ…", "ID…"},
        {"MÃ MÃ…", "ID ID…"}, {"MÃ|TỆP", "ID|FILE"}, {"[MÃ]", "[ID]"}, {"[TÊN|MÃ]", "[NAME|ID]"}, {"[N|MÃ]", "[N|ID]"}, {"MÃ [MÃ…|TÊN…]", "ID [ID…|NAME…]"},
        {"MÃ MỤC=GIÁ_TRỊ…", "ID FIELD=VALUE…"}, {"HỒ_SƠ HỒ_SƠ…", "RECORD RECORD…"}, {"DẠNG", "FORMAT"}, {"[TÊN_MIỀN]", "[HOST]"}, {"BỘ_CHUẨN THƯ_MỤC", "GOLD PAGES_DIR"}};
    for (size_t i = 0; i < ROWS_OF(words); i++)
        if (strcmp(words[i][BG_VI], text) == 0 || strcmp(words[i][BG_EN], text) == 0) return words[i][lang];
    return text;
}

static int check_args(const cli *c, const command *which) {
    if (c->arg_count < which->min_args && !c->files0) say(c, M_TOO_FEW, which->name, placeholder(which->args, c->lang));
    else if (which->max_args >= 0 && c->arg_count > which->max_args) {
        say(c, M_TOO_MANY, which->name, c->args[which->max_args]);
        if (c->with || c->filter.country || c->filter.person || c->filter.channel || c->filter.type || c->whom) say(c, M_QUOTE_WORDS);
    } else return 0;
    say(c, M_SEE_HELP, which->name, " ");
    return 2;
}

static void defaults(cli *c) {
    const char *record = getenv("BANGGIAO_DB"), *lang = getenv("BANGGIAO_LANG");
    *c = (cli){.record = record && *record ? record : "banggiao.db"};
    if (lang && strcmp(lang, "en") == 0) c->lang = BG_EN;
}

/* "help add" is asked for where others have it: as "add --help". */
static int parse_help(cli *c, const command **which, int argc, char **argv) {
    const char *name = argc > 1 ? argv[1] : NULL;
    c->help = true;
    if (!name) return 0;
    *which = command_find(name);
    if (*which) return parse(argc - 1, argv + 1, c, *which, false);
    say(c, M_BAD_COMMAND, name);
    meant_command(c, name);
    return say(c, M_SEE_HELP, "", ""), 2;
}

int options_parse(int argc, char **argv, cli *c, const command **which) {
    *which = NULL;
    defaults(c);
    if (parse(argc, argv, c, NULL, true)) return 2;
    int at = optind;
    if (at >= argc) return 0;
    if (strcmp(argv[at], "help") == 0) return parse_help(c, which, argc - at, argv + at);
    *which = command_find(argv[at]);
    if (!*which) {
        say(c, M_BAD_COMMAND, argv[at]);
        meant_command(c, argv[at]);
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
             row->value ? " " : "", row->value ? placeholder(row->value, lang) : "");
    int pad = 28 - columns(form);
    fprintf(to, "  %s%*s%s\n", form, pad > 1 ? pad : 1, "", row->about[lang]);
}

static void help_options(FILE *to, const command *which, bg_lang lang) {
    fprintf(to, "\n%s:\n", message_text(lang, M_OPTIONS));
    for (size_t i = 0; i < ROWS; i++)
        if (takes(which, rows[i].letter)) help_option(to, &rows[i], lang);
}

/* The commands by what they are for, what most people want first. */
static const struct {
    const char *title[2];
    const char *names;
} groups[] = {
    {{"Đưa trang vào hồ sơ", "Pages into the record"}, "add read article"},
    {{"Chuẩn bị, theo dõi với một nước", "Prepare and follow up with a state"}, "brief ledger facts since compare calendar"},
    {{"Xem, tìm", "Look and search"}, "timeline show search people bodies mechanisms agreements explain"},
    {{"Quyết định của người", "Decisions of people"}, "review accept reject correct join split close undo log"},
    {{"Đem đi, gộp lại", "Take it elsewhere, bring it together"}, "export merge"},
    {{"Giữ hồ sơ đúng", "Keep the record right"}, "verify reread notes sites lexicon score"},
};

/* As far as it says what the command is for; the rest is in its own help. */
static int head_of(const char *about) {
    static const char *const ends[] = {": ", "; ", " ("};
    size_t size = strlen(about);
    for (size_t i = 0; i < ROWS_OF(ends); i++) {
        const char *end = strstr(about, ends[i]);
        if (end && (size_t)(end - about) < size) size = (size_t)(end - about);
    }
    return (int)size;
}

static void help_commands(FILE *to, bg_lang lang) {
    for (size_t g = 0; g < ROWS_OF(groups); g++) {
        fprintf(to, "\n%s:\n", groups[g].title[lang]);
        for (const char *at = groups[g].names; *at; at += strcspn(at, " ")) {
            char name[32];
            at += *at == ' ';
            snprintf(name, sizeof name, "%.*s", (int)strcspn(at, " "), at);
            const command *each = command_find(name);
            if (each) fprintf(to, "  %-11s %.*s\n", name, head_of(each->about[lang]), each->about[lang]);
        }
    }
}

static void help_program(FILE *to, bg_lang lang) {
    fprintf(to, "%s: banggiao %s\n\n%s\n", message_text(lang, M_USAGE), lang == BG_EN ? "COMMAND …" : "LỆNH …", message_text(lang, M_ABOUT));
    help_commands(to, lang);
    help_options(to, NULL, lang);
    fprintf(to, "\n%s:\n  banggiao add pages/\n  banggiao timeline --with Nga\n  banggiao brief --with Nga --for \"Thủ tướng\" -o ho-so.docx\n", message_text(lang, M_EXAMPLES));
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
    fprintf(to, "%s: banggiao %s [%s…]%s%s\n\n%s\n", message_text(lang, M_USAGE), which->name, lang == BG_EN ? "OPTION" : "TUỲ_CHỌN", *which->args ? " " : "",
            placeholder(which->args, lang), which->about[lang]);
    if (which->run == cmd_export) help_formats(to, lang);
    help_options(to, which, lang);
    fprintf(to, "\n%s:\n", message_text(lang, M_EXAMPLES));
    for (size_t i = 0; i < 3; i++)
        fprintf(to, "  banggiao %s\n      %s\n", which->examples[i], which->does[i][lang]);
}
