/*
 * test_events: contacts as events of other data, without the reader (mini_doc.h). The crosswalk is complete: every type, act, topic, channel, state and organisation of the record has a line, every
 * code is known. What comes out is a function of the set of pages and decisions; numbers are never given twice.
 */
#include "mini_doc.h"
#include "rows.h"
#include "test.h"

#include "data/data.h"
#include "view/coded.h"
#include "view/export_table.h"

#include <unistd.h>

static char folder[] = "/tmp/bg-events-XXXXXX";
static char path[256];

/* ------------------------------------------------------------------ the crosswalk */

static const char *const types[] = {"visit", "talks", "meeting", "call", "consultation", "dialogue", "committee_session", "letter", "signing", "ceremony", "credentials", "award", "conference", "aid", "statement", "other"};
static const char *const acts[] = {"proposes", "agrees", "pledges", "affirms", "appreciates", "welcomes", "thanks", "congratulates", "supports", "invites", "informs", "condoles", "greets", "discusses"};
static const char *const strengths[] = {"wish", "ask", "ready", "agree", "pledge", "signed", "under_way", "done", NULL};
static const char *const channels[] = {"party", "state", "government", "parliament", "foreign_ministry", "ministry", "defence", "security", "local", "people"};

/* The contexts and modes of PLOVER's manual of 4 February 2024. */
static const char contexts[] =
    " military intelligence executive legislative election political_institutions pro_democracy pro_autocracy economic legal reparations human_rights rights_freedoms repression human_security gender lgbt"
    " religion_ethnicity inequality diplomatic territory peacekeeping health asylum migration disasters natural_resource environment technology terrorism cbrn cyber misinformation crime corruption illegal_drugs"
    " trafficking ";
static const char modes[] = " visit third-party multilateral phone ";
static const char sectors[] = " COP GOV JUD LEG MIL PRM PTY REB SPY UAF UNK AGR BUS CRM CVL EDU ELI JRN LAB MED REF OPP PRE REL SOC IGO NGO ";

static bool in_list(const char *list, const char *word) {
    char padded[64];
    if (!word) return true;
    snprintf(padded, sizeof padded, " %s ", word);
    return strstr(list, padded) != NULL;
}

static bool known_code(const char *code) {
    const bg_cross_code *found = code ? bg_cross__code(code) : NULL;
    return !code || (found && found->scale && found->text && bg_cross__quad(code) >= 1);
}

static bool sound(const bg_cross_event *row) {
    return row && known_code(row->cameo) && known_code(row->economic) && known_code(row->military) && known_code(row->judicial) && (!row->plover || bg_cross__plover_quad(row->plover)) && in_list(modes, row->mode) &&
           in_list(contexts, row->context);
}

static void every_type_and_act_has_a_line(void) {
    static const char *const degrees[] = {"held", "planned"}, *const roles[] = {"guest", "host", "sender", "recipient", "-"}, *const settings[] = {"phone", "third", "many", "-"};
    for (size_t t = 0; t < BG_COUNT(types); t++)
        for (size_t d = 0; d < BG_COUNT(degrees); d++)
            for (size_t r = 0; r < BG_COUNT(roles); r++)
                for (size_t s = 0; s < BG_COUNT(settings); s++) CHECK_SAY(sound(bg_cross__type(types[t], degrees[d], roles[r], settings[s])), "%s %s %s %s", types[t], degrees[d], roles[r], settings[s]);
    for (size_t a = 0; a < BG_COUNT(acts); a++)
        for (size_t s = 0; s < BG_COUNT(strengths); s++) CHECK_SAY(sound(bg_cross__act(acts[a], strengths[s])), "%s %s", acts[a], strengths[s] ? strengths[s] : "-");
    CHECK(!bg_cross__type("no such", "held", "-", "-") && !bg_cross__act("no such", NULL));
    CHECK(bg_string__is(bg_cross__type("visit", "held", "guest", "-")->cameo, "042") && bg_string__is(bg_cross__type("visit", "planned", "guest", "-")->cameo, "036"));
}

static void every_topic_and_channel_has_a_line(void) {
    for (size_t i = 0; i < BG_COUNT(channels); i++) {
        const bg_cross_sector *sector = bg_cross__sector(channels[i]);
        CHECK_SAY(sector && sector->plover && sector->cameo && in_list(sectors, sector->plover) && in_list(contexts, sector->context), "%s", channels[i]);
    }
    bg_data *data = NULL;
    CHECK(bg_data_open(NULL, &data, NULL) == BG_OK);
    unsigned topic = bg_data__class(data, "TOPIC");
    for (uint32_t i = 1; i <= bg_data__sense_count(data); i++) {
        const bg_sense *sense = bg_data__sense(data, i);
        const char *value = bg_data__string(data, sense->value);
        if (sense->klass != topic || !*value) continue;
        const bg_cross_topic *line = bg_cross__topic(value);
        char text[128], *rest = NULL;
        CHECK_SAY(line, "%s", value);
        if (!line || !line->contexts) continue;
        snprintf(text, sizeof text, "%s", line->contexts);
        for (char *word = strtok_r(text, "; ", &rest); word; word = strtok_r(NULL, "; ", &rest)) CHECK_SAY(in_list(contexts, word), "%s: %s", value, word);
    }
    bg_data_close(data);
}

static bool is_code(const char *text, size_t size) {
    for (size_t i = 0; i < size; i++)
        if (text[i] < 'A' || text[i] > 'Z') return false;
    return text[size] == 0;
}

static void every_side_has_a_line(void) {
    bg_data *data = NULL;
    size_t states = 0, groups = 0;
    CHECK(bg_data_open(NULL, &data, NULL) == BG_OK);
    for (uint32_t i = 1; i <= bg_data__sense_count(data); i++) {
        const bg_sense *sense = bg_data__sense(data, i);
        const char *value = bg_data__string(data, sense->value);
        if (sense->klass == CLASS_COUNTRY && is_code(value, 2)) {
            const bg_cross_state *state = bg_cross__state(value);
            states++;
            CHECK_SAY(state && is_code(state->iso3, 3) && state->name && (!state->cameo || is_code(state->cameo, 3)) && (!state->fips || is_code(state->fips, 2)) && (!state->cow || atoi(state->cow) > 1), "%s", value);
        } else if (sense->klass == CLASS_ORG) {
            const bg_cross_group *group = bg_cross__group(value);
            groups++;
            CHECK_SAY(group && (bg_string__is(group->type, "IGO") || bg_string__is(group->type, "NGO")) && (!group->cameo || is_code(group->cameo, 3)) && !bg_cross__state(value), "%s", value);
        }
    }
    CHECK(states > 1000 && groups > 500);
    CHECK(bg_string__is(bg_cross__state("VN")->cow, "816") && bg_string__is(bg_cross__state("RO")->cameo, "ROM") && bg_string__is(bg_cross__group("ASEAN")->cameo, "ASN"));
    bg_data_close(data);
}

static void places_have_countries(void) {
    static const struct {
        const char *place, *country, *kind;
    } places[] = {{"Hà Nội", "VN", "capital"}, {"thủ đô Viêng Chăn", "LA", "capital"}, {"Việt Nam", "VN", "country"}, {"đại sứ quán Việt Nam", NULL, NULL}, {"Nhà Quốc hội", "VN", "building"}, {"nhà máy sữa", NULL, NULL}, {"", NULL, NULL}, {NULL, NULL, NULL}};
    bg_data *data = NULL;
    CHECK(bg_data_open(NULL, &data, NULL) == BG_OK);
    for (size_t i = 0; i < BG_COUNT(places); i++) {
        const char *kind, *country = bg_coded__country(data, places[i].place, &kind);
        CHECK_SAY(country == places[i].country || bg_string__is(country, places[i].country), "%s: %s", places[i].place ? places[i].place : "-", country ? country : "-");
        CHECK(!places[i].kind || bg_string__is(kind, places[i].kind));
    }
    CHECK(!bg_coded__country(NULL, "Hà Nội", NULL));
    bg_data_close(data);
}

static void sides_act_on_channels(void) {
    static const struct {
        const char *office, *channel, *found;
    } offices[] = {{"Đại sứ", "parliament", "foreign_ministry"}, {"Chủ tịch Quốc hội", "parliament", "parliament"}, {"Tổng Bí thư, Chủ tịch nước", "state", "state"}, {"Bộ trưởng Ngoại giao Nga", "state", "foreign_ministry"},
                   {"một chức chưa ai biết", "state", "state"}, {NULL, "state", "state"}, {NULL, NULL, NULL}};
    bg_data *data = NULL;
    CHECK(bg_data_open(NULL, &data, NULL) == BG_OK);
    for (size_t i = 0; i < BG_COUNT(offices); i++) {
        bg_row_person who = {"A", offices[i].office, "RU", NULL, 0}, other = {"B", "Thủ tướng", "VN", NULL, 0};
        bg_coded_contact contact = {.channel = offices[i].channel, .people = &other, .people_count = 1};
        bg_coded event = {.contact = &contact, .people = {&who, 1, 1}};
        const char *found = bg_coded__channel(data, &event, "RU");
        CHECK_SAY(found == offices[i].found || bg_string__is(found, offices[i].found), "%s: %s", offices[i].office ? offices[i].office : "-", found ? found : "-");
        CHECK(bg_string__is(bg_coded__channel(data, &event, "VN"), "government"));
    }
    bg_data_close(data);
}

static void formats_have_their_columns(void) {
    static const struct {
        const char *name;
        size_t columns;
    } formats[] = {{"icews", 20}, {"polecat", 40}, {"gdelt-events", 61}, {"gdelt-mentions", 16}};
    for (size_t i = 0; i < BG_COUNT(formats); i++) CHECK_SAY(bg_export__event_table(formats[i].name)->column_count == formats[i].columns, "%s", formats[i].name);
    for (size_t i = 0; bg_export__event_table_at(i); i++)
        for (size_t k = 0; k < bg_export__event_table_at(i)->column_count; k++) CHECK(bg_export__event_table_at(i)->columns[k].about[BG_VI] && bg_export__event_table_at(i)->columns[k].about[BG_EN]);
}

/* ------------------------------------------------------------------ records */

static bool put(void *context, const char *bytes, size_t size) {
    bg_buf__add(context, bytes, size);
    return true;
}

static char *export(bg_record *record, bg_export_format format, bg_exported *told) {
    bg_buf out;
    bg_data *data = NULL;
    bg_buf__init(&out, 1 << 24);
    CHECK(bg_data_open(NULL, &data, NULL) == BG_OK);
    const bg_export_ask ask = {.format = format, .write = put, .context = &out};
    CHECK(bg_export(record, data, &ask, told, NULL) == BG_OK);
    bg_data_close(data);
    bg_buf__char(&out, 0);
    return out.bytes;
}

static int by_text(const void *a, const void *b) { return strcmp(*(char *const *)a, *(char *const *)b); }

/* The lines in order, so that records in which contacts stand in another order can be compared. */
static char *sorted(char *text) {
    static char *lines[4096];
    size_t count = 0, size = strlen(text);
    char *rest = NULL, *out = calloc(1, size + 2), *at = out;
    for (char *line = strtok_r(text, "\n", &rest); line && count < BG_COUNT(lines); line = strtok_r(NULL, "\n", &rest)) lines[count++] = line;
    qsort(lines, count, sizeof *lines, by_text);
    for (size_t i = 0; i < count; i++) at += sprintf(at, "%s\n", lines[i]);
    free(text);
    return out;
}

static bg_record *fresh(void) {
    bg_record *record = fresh_record(path);
    CHECK(record);
    sqlite3_exec(record->db, "PRAGMA synchronous = OFF", NULL, NULL, NULL);
    return record;
}

static void add(bg_record *record, const char *text) {
    mini *m = mini_read("page", text);
    CHECK(bg_record_add(record, &m->doc, text, strlen(text), NULL, NULL) == BG_OK);
    mini_free(m);
}

static bg_code settle(bg_record *record) {
    bg_data *data = NULL;
    bg_code code = bg_data_open(NULL, &data, NULL);
    if (!code) code = bg_record_settle(record, data, NULL, NULL);
    bg_data_close(data);
    return code;
}

static size_t lines_with(const char *text, const char *words) {
    size_t count = 0;
    for (const char *at = text; *at;) {
        size_t size = strcspn(at, "\n");
        const char *found = strstr(at, words);
        count += found && found < at + size;
        at += size + (at[size] == '\n');
    }
    return count;
}

/* The cell of the first row that has all these words. */
static const char *cell(const char *text, const char *words, const char *more, size_t column) {
    static char out[256];
    for (const char *at = text; *at;) {
        size_t size = strcspn(at, "\n");
        char *line = strndup(at, size), *cellat = line;
        bool fits = line && strstr(line, words) && (!more || strstr(line, more));
        *out = 0;
        for (size_t i = 0; fits && i < column; i++) cellat += strcspn(cellat, "\t") + 1;
        if (fits) snprintf(out, sizeof out, "%.*s", (int)strcspn(cellat, "\t"), cellat);
        free(line);
        if (fits) return out;
        at += size + (at[size] == '\n');
    }
    return "no such row";
}

#define BOTH "An Văn Bình/VN; Ivan Petrov/RU"
static const char talks[] = "một\n@url https://a.vn/1\n@published 2025-05-11T07:30:00+07:00\n@event talks main held 2025-05-10 - RU,VN Hà_Nội | " BOTH
                            "\n@say both agrees sớm mở đường bay thẳng\n@say Ivan_Petrov proposes miễn thị thực cho nhau\n@say Ivan_Petrov proposes mở thêm một việc khác\n@say Ivan_Petrov affirms Nga coi trọng quan hệ\n";

static void talks_are_dyads(void) {
    bg_record *record = fresh();
    bg_exported told = {0};
    add(record, talks);
    char *events = export(record, BG_EXPORT_GDELT_EVENTS, &told), *mentions = export(record, BG_EXPORT_GDELT_MENTIONS, NULL), *icews = export(record, BG_EXPORT_ICEWS, NULL);
    CHECK(told.events == 6 && told.no_day == 0);
    CHECK(lines_with(events, "\t040\t040\t04\t1\t1.0\t") == 2 && lines_with(events, "\t030\t030\t03\t1\t4.0\t") == 2 && lines_with(events, "\t020\t020\t02\t1\t3.0\t") == 1 && lines_with(events, "\t010\t") == 1);
    CHECK(bg_string__is(cell(events, "RUSGOV\tRUSSIAN FEDERATION\tRUS", "\t020\t", 31), "2")); /* two asks are two mentions of one event … */
    CHECK(bg_string__is(cell(events, "RUSGOV\tRUSSIAN FEDERATION\tRUS", "\t020\t", 33), "1")); /* … on one page */
    CHECK(bg_string__is(cell(events, "\t040\t", NULL, 1), "20250510") && bg_string__is(cell(events, "\t040\t", NULL, 4), "2025.3561") && bg_string__is(cell(events, "\t040\t", NULL, 59), "20250511003000"));
    CHECK(bg_string__is(cell(events, "\t040\t", NULL, 51), "4") && bg_string__is(cell(events, "\t040\t", NULL, 53), "VM") && bg_string__is(cell(events, "\t040\t", NULL, 60), "https://a.vn/1"));
    CHECK(lines_with(mentions, "\n") == 0 && lines_with(mentions, "\ta.vn\thttps://a.vn/1\t") == 7);
    CHECK(bg_string__is(cell(icews, "Make an appeal", NULL, 2), "Ivan Petrov") && bg_string__is(cell(icews, "Make an appeal", NULL, 8), "Vietnam") && bg_string__is(cell(icews, "Make an appeal", NULL, 6), "020"));
    free(events);
    free(mentions);
    free(icews);
    bg_record_close(record);
}

static void days_are_never_guessed(void) {
    bg_record *record = fresh();
    bg_exported gdelt = {0}, icews = {0};
    add(record, "một\n@event talks main held 2025-05 - RU,VN - | " BOTH "\n");
    add(record, "hai\n@event call main held 2024 - LA,VN - | An Văn Bình/VN; Kham Vong/LA\n");
    add(record, "ba\n@event meeting main held --03-02 - CN,VN - | An Văn Bình/VN; Vương Quân/CN\n");
    char *events = export(record, BG_EXPORT_GDELT_EVENTS, &gdelt);
    free(export(record, BG_EXPORT_ICEWS, &icews));
    CHECK(gdelt.events == 4 && gdelt.no_day == 2 && icews.events == 0 && icews.no_day == 6);
    CHECK(bg_string__is(cell(events, "RUSGOV", NULL, 1), "") && bg_string__is(cell(events, "RUSGOV", NULL, 2), "202505") && bg_string__is(cell(events, "RUSGOV", NULL, 3), "2025") && bg_string__is(cell(events, "RUSGOV", NULL, 4), ""));
    CHECK(bg_string__is(cell(events, "LAOGOV", NULL, 2), "") && bg_string__is(cell(events, "LAOGOV", NULL, 3), "2024"));
    free(events);
    bg_record_close(record);
}

static void what_is_planned_is_an_intent(void) {
    bg_record *record = fresh();
    bg_exported told = {0};
    add(record, "một\n@published 2025-05-02\n@event visit main planned 2025-05-09 2025-05-11 RU,VN Hà_Nội | Ivan Petrov/RU\n");
    add(record, "hai\n@published 2025-05-01\n@event visit main planned 2025-05-09 - RU,VN - | Ivan Petrov/RU\n");
    char *events = export(record, BG_EXPORT_ICEWS, &told), *plover = export(record, BG_EXPORT_PLOVER, NULL);
    CHECK(told.events == 2 && lines_with(events, "\t2025-05-01\t") == 2 && lines_with(events, "\t036\t4.0\t") == 2 && lines_with(events, "\t042\t") == 0);
    CHECK(lines_with(plover, "\"event\":\"AGREE\"") == 1 && lines_with(plover, "planned for 2025-05-09") == 1 && !strstr(plover, "enddate"));
    free(events);
    free(plover);
    bg_record_close(record);
}

static void visitors_act_on_hosts(void) {
    bg_record *record = fresh();
    add(record, "một\n@event visit main held 2025-05-09 2025-05-11 RU,VN Hà_Nội | Ivan Petrov/RU\n");
    add(record, "hai\n@event visit main held 2025-07-09 - LA,VN Bắc_Kinh | An Văn Bình/VN\n");
    add(record, "ba\n@event talks main held 2025-08-09 - LA,VN Bắc_Kinh | An Văn Bình/VN; Kham Vong/LA\n");
    char *events = export(record, BG_EXPORT_GDELT_EVENTS, NULL), *plover = export(record, BG_EXPORT_PLOVER, NULL), *polecat = export(record, BG_EXPORT_POLECAT, NULL);
    CHECK(bg_string__is(cell(events, "\t042\t", NULL, 5), "RUSGOV") && bg_string__is(cell(events, "\t043\t", NULL, 5), "VNMGOV") && lines_with(events, "\t044\t") == 2 && lines_with(events, "\t040\t") == 2);
    CHECK(lines_with(plover, "\"enddate\":\"2025-05-11\",\"actor\":[{\"code\":\"RUS\"") == 1 && lines_with(plover, "\"recipient\":[{\"code\":\"VNM\"") == 1 && lines_with(plover, "\"mode\":\"third-party\"") == 1);
    CHECK(lines_with(polecat, "\tCONSULT\tvisit\t") == 3 && lines_with(polecat, "\tCONSULT\tthird-party\t") == 2);
    free(events);
    free(plover);
    free(polecat);
    bg_record_close(record);
}

static void many_sides_are_many_dyads(void) {
    bg_record *record = fresh();
    bg_exported told = {0}, whole = {0};
    add(record, "một\n@event conference main held 2025-05-09 - ASEAN,LA,RU,VN - | Ivan Petrov/RU\n@say Ivan_Petrov pledges giúp các nước\n");
    char *events = export(record, BG_EXPORT_GDELT_EVENTS, &told);
    free(export(record, BG_EXPORT_PLOVER, &whole));
    /* To whom he pledges is not told: of three others it is none. */
    CHECK(told.events == 12 && told.no_sides == 1 && whole.events == 1);
    CHECK(bg_string__is(cell(events, "IGOASN\t", NULL, 5), "IGOASN") && bg_string__is(cell(events, "IGOASN\tASSOCIATION OF SOUTHEAST ASIAN NATIONS\t\tASN\t", NULL, 12), "IGO"));
    free(events);
    bg_record_close(record);
}

static void reprints_are_one_witness(void) {
    static const char text[] = "Hai bên bàn về đường bay thẳng giữa các thành phố lớn, về việc đưa lao động sang làm việc theo hợp đồng và về trao đổi sinh viên trong những năm tới, sau khi đã rà soát mọi việc còn lại từ kỳ họp trước đó.";
    bg_record *record = fresh();
    char page[2000];
    for (int i = 0; i < 3; i++) {
        snprintf(page, sizeof page, "tin %d\n@url https://%c.vn/1\n@published 2025-05-11\n%s\n@event talks main held 2025-05-10 - RU,VN Hà_Nội | " BOTH "\n", i, 'a' + i, i < 2 ? text : "Một bài khác hẳn, do người khác viết.");
        add(record, page);
    }
    CHECK(settle(record) == BG_OK);
    char *events = export(record, BG_EXPORT_GDELT_EVENTS, NULL), *mentions = export(record, BG_EXPORT_GDELT_MENTIONS, NULL);
    CHECK(bg_string__is(cell(events, "\t040\t", NULL, 31), "3") && bg_string__is(cell(events, "\t040\t", NULL, 32), "2") && bg_string__is(cell(events, "\t040\t", NULL, 33), "3"));
    CHECK(lines_with(mentions, "") == 6);
    free(events);
    free(mentions);
    bg_record_close(record);
}

/* Said at no contact: by the text, so that a reprint says nothing new. */
static void what_is_said_at_no_contact(void) {
    static const char text[] = "Chúng tôi đã theo dõi việc này từ lâu và mong các bên sớm đi đến một kết quả mà mọi người đều chấp nhận được, vì lợi ích lâu dài của nhân dân hai nước và của cả khu vực, như đã nói nhiều lần.";
    bg_record *record = fresh();
    bg_exported told = {0};
    char page[2000];
    for (int i = 0; i < 2; i++) {
        snprintf(page, sizeof page, "tin %d\n@url https://%c.vn/1\n@published 2025-05-1%d\n%s\n@event call other held 2025-01-02 - LA,VN - | Ivan Petrov/RU; An Văn Bình/VN\n@say Ivan_Petrov proposes sớm bàn tiếp\n", i, 'a' + i, 1 + i, text);
        add(record, page);
    }
    /* As if it had been told of no contact, to Viet Nam. */
    sqlite3_exec(record->db, "UPDATE statements SET event = NULL, addressee = 'side:VN'", NULL, NULL, NULL);
    CHECK(settle(record) == BG_OK);
    char *events = export(record, BG_EXPORT_GDELT_EVENTS, &told), *icews = export(record, BG_EXPORT_ICEWS, NULL);
    CHECK(told.events == 3 && bg_string__is(cell(events, "\t020\t", NULL, 1), "20250511") && bg_string__is(cell(events, "\t020\t", NULL, 5), "RUS") && bg_string__is(cell(events, "\t020\t", NULL, 32), "1") && bg_string__is(cell(events, "\t020\t", NULL, 33), "2"));
    CHECK(bg_string__is(cell(events, "\t020\t", NULL, 25), "0") && bg_string__is(cell(icews, "\t020\t", NULL, 2), "Ivan Petrov"));
    free(events);
    free(icews);
    bg_record_close(record);
}

/* ------------------------------------------------------------------ decisions */

static void decide(bg_record *record, const char *kind, const char *sql, const char *field, const char *value) {
    sqlite3_stmt *stmt = NULL;
    char id[18] = "";
    if (sqlite3_prepare_v2(record->db, sql, -1, &stmt, NULL) == SQLITE_OK && sqlite3_step(stmt) == SQLITE_ROW) snprintf(id, sizeof id, "%s", (const char *)sqlite3_column_text(stmt, 0));
    sqlite3_finalize(stmt);
    const char *ids[] = {id};
    bg_decision ask = {.kind = kind, .ids = ids, .id_count = 1, .field = field, .value = value, .who = "An", .at = 1700000000};
    CHECK(bg_record_decide(record, &ask, 1, NULL, NULL) == BG_OK);
}

static void what_people_decided_stands(void) {
    bg_record *record = fresh();
    add(record, talks);
    decide(record, "correct", "SELECT id FROM events", "date", "2025-05-12");
    decide(record, "reject", "SELECT id FROM statements WHERE act = 'affirms'", NULL, NULL);
    decide(record, "correct", "SELECT id FROM statements WHERE act = 'agrees'", "act", "thanks");
    char *events = export(record, BG_EXPORT_ICEWS, NULL);
    CHECK(lines_with(events, "\t2025-05-12\t") == 5 && lines_with(events, "2025-05-10") == 0 && lines_with(events, "\t010\t") == 0 && lines_with(events, "\t030\t") == 0 && lines_with(events, "\t051\t") == 2);
    free(events);
    decide(record, "reject", "SELECT id FROM events", NULL, NULL);
    events = export(record, BG_EXPORT_ICEWS, NULL);
    CHECK(lines_with(events, "2025") == 0);
    free(events);
    bg_record_close(record);
}

/* ------------------------------------------------------------------ the same pages, the same events */

static const char *const story[] = {
    talks,
    "hai\n@published 2025-05-12\n@event talks main held 2025-05-10 - RU,VN - | " BOTH "\n@say Ivan_Petrov thanks Việt Nam đã đón tiếp\n",
    "ba\n@event talks main held 2025 - RU,VN - | " BOTH "\n",
    "bốn\n@published 2025-05-20\n@event talks main held --05-10 - RU,VN - | A. V. Bình/VN; Petrov/RU\n@say both agrees lập nhóm công tác\n",
    "năm\n@published 2025-05-01\n@event visit main planned 2025-05-09 2025-05-11 RU,VN Hà_Nội | Ivan Petrov/RU\n@event talks other planned 2025-05-10 - RU,VN - | " BOTH "\n",
    "sáu\n@event visit main held 2025-05-09 - RU,VN - | Petrov/RU\n",
    "bảy\n@event call main held 2025-06-01 - LA,VN - | An Văn Bình/VN; Kham Vong/LA\n@say Kham_Vong pledges làm ngay\n",
    "tám\n@event conference main held 2025-07-01 - ASEAN,LA,VN - | Kham Vong/LA\n",
};

static const bg_export_format formats[] = {BG_EXPORT_PLOVER, BG_EXPORT_ICEWS, BG_EXPORT_POLECAT, BG_EXPORT_GDELT_EVENTS, BG_EXPORT_GDELT_MENTIONS};

static void any_order(void) {
    size_t order[BG_COUNT(story)];
    unsigned seed = 3;
    char *first[BG_COUNT(formats)] = {0};
    for (size_t i = 0; i < BG_COUNT(story); i++) order[i] = i;
    for (int round = 0; round < 20 && test_good; round++) {
        bg_record *record = fresh();
        for (size_t i = 0; i < BG_COUNT(story); i++) add(record, story[order[i]]);
        for (size_t f = 0; f < BG_COUNT(formats); f++) {
            char *is = sorted(export(record, formats[f], NULL)), *again = sorted(export(record, formats[f], NULL));
            CHECK(bg_string__is(is, again));
            CHECK_SAY(!first[f] || bg_string__is(first[f], is), "round %d, format %zu\n%s---\n%s", round, f, first[f] ? first[f] : "", is);
            free(again);
            if (first[f]) free(is);
            else first[f] = is;
        }
        bg_record_close(record);
        for (size_t i = BG_COUNT(story); i > 1; i--) {
            seed = seed * 1103515245u + 12345u;
            size_t other = (seed >> 16) % i, was = order[i - 1];
            order[i - 1] = order[other], order[other] = was;
        }
    }
    for (size_t f = 0; f < BG_COUNT(formats); f++) free(first[f]);
}

static void numbers_are_given_once(void) {
    bg_record *record = fresh();
    bg_numbers numbers;
    bool given[256] = {0};
    CHECK(bg_numbers__begin(&numbers, record, 255)); /* eight bits: they meet all the time */
    for (int i = 0; i < 255; i++) {
        char text[16], hex[BG_HEX_SHA256];
        bg_hash__sha256(text, (size_t)snprintf(text, sizeof text, "%d", i), hex);
        uint64_t number = bg_numbers__take(&numbers, hex);
        CHECK_SAY(number > 0 && number < 256 && !given[number], "%d: %llu", i, (unsigned long long)number);
        given[number & 255] = true;
    }
    bg_numbers__end(&numbers);
    bg_record_close(record);
}

int main(void) {
    if (!mkdtemp(folder)) return printf("0 passed, 1 failed\n"), 1;
    snprintf(path, sizeof path, "%s/events.db", folder);
    RUN(every_type_and_act_has_a_line);
    RUN(every_topic_and_channel_has_a_line);
    RUN(every_side_has_a_line);
    RUN(places_have_countries);
    RUN(sides_act_on_channels);
    RUN(formats_have_their_columns);
    RUN(talks_are_dyads);
    RUN(days_are_never_guessed);
    RUN(what_is_planned_is_an_intent);
    RUN(visitors_act_on_hosts);
    RUN(many_sides_are_many_dyads);
    RUN(reprints_are_one_witness);
    RUN(what_is_said_at_no_contact);
    RUN(what_people_decided_stands);
    RUN(any_order);
    RUN(numbers_are_given_once);
    drop_record(path);
    rmdir(folder);
    return test_end();
}
