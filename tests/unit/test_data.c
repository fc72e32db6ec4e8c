/* test_data: the compiler of lexicon and grammar: what it makes, what it complains of, and where it says the fault is. */
#include "small.h"

static const bg_sense *find(const bg_data *data, const char *klass, const char *phrase) {
    uint32_t s = bg_data__find(data, bg_data__class(data, klass), phrase, strlen(phrase));
    return s ? bg_data__sense(data, s) : NULL;
}

static const char *attribute(const bg_data *data, const char *klass, const char *phrase, const char *key) {
    return bg_sense__attribute(data, find(data, klass, phrase), bg_data__intern(data, key));
}

static bool is(const bg_data *data, const char *klass, const char *phrase, const char *value) {
    const bg_sense *s = find(data, klass, phrase);
    return value ? s && strcmp(bg_data__string(data, s->value), value) == 0 : !s;
}

static void entries_have_phrases_value_and_attributes(void) {
    bg_data d;
    CHECK(!small_open(&d, "# words\n@class COUNTRY\n@source own knowledge\nNga; Liên bang Nga\tRU\tbig=yes north\r\nLào\tLA\nÝ\n\n@class VERB\nhội đàm\t-\n",
                      NULL, "", NULL, NULL));
    CHECK(is(&d, "COUNTRY", "Liên bang Nga", "RU") && is(&d, "COUNTRY", "nga", "RU") && is(&d, "COUNTRY", "Lào", "LA"));
    CHECK(is(&d, "COUNTRY", "Ý", "Ý") && is(&d, "VERB", "hội đàm", "hội đàm") && is(&d, "VERB", "Nga", NULL));
    const char *big = attribute(&d, "COUNTRY", "Nga", "big");
    const char *north = attribute(&d, "COUNTRY", "Nga", "north");
    CHECK(big && !strcmp(big, "yes") && north && !strcmp(north, "yes"));
    CHECK(!attribute(&d, "COUNTRY", "Nga", "absent"));
    CHECK(bg_data__class(&d, "NOSUCH") == 0 && bg_data__class(&d, "COUNTRY") > 0);
    bg_data__detach(&d);
}

static void spelling_does_not_matter(void) {
    bg_data d;
    CHECK(!small_open(&d, "@class A\nhòa bình\tpeace\nMỹ\tUS\n", NULL, "", NULL, NULL));
    CHECK(is(&d, "A", "hoà bình", "peace") && is(&d, "A", "HOÀ BÌNH", "peace") && is(&d, "A", "Mĩ", "US"));
    CHECK(is(&d, "A", "hòa-bình", "peace"));
    bg_data__detach(&d);
}

static bool complains(const char *lexicon, const char *grammar, const char *of) {
    bg_buf complaints;
    bg_data d;
    bg_buf__init(&complaints, 4096);
    bool good = !small_open(&d, lexicon, NULL, grammar, &complaints, NULL);
    good &= of ? complaints.bytes && strstr(complaints.bytes, of) : complaints.size == 0;
    if (!good) printf("    complaints: %s\n", complaints.bytes ? complaints.bytes : "none");
    bg_buf__free(&complaints);
    bg_data__detach(&d);
    return good;
}

static void doubtful_lines_are_named(void) {
    CHECK(complains("@class A\nmột\tx\nhai\ty\n", "", NULL));
    CHECK(complains("@class A\nmột; hai\tx\nba; Một\ty\n", "", NULL)); /* a capital makes another entry */
    CHECK(complains("@class A\nmột; hai\tx\n\nba; một\ty\n", "", "lexicon/a.txt:4: 'một' stands in line 2 too"));
    CHECK(complains("@class A\nmột; hai\tx\nhoà; hòa\ty\n", "", "lexicon/a.txt:3: 'hòa' stands in line 3 too"));
    CHECK(complains("@class A\nmột\tx\ta=b\tc\n", "", "lexicon/a.txt:2: more than three columns"));
    CHECK(complains("@class A\nmột;; hai\tx\n", "", "lexicon/a.txt:2: an empty phrase"));
    CHECK(complains("@class A\nmột\tx\n", "@level l\nrule r\nfind A\nmake B\n", "grammar/a.rules:3: rule 'r' has no example"));
}

static bool fails(const char *lexicon, const char *grammar, const char *message) {
    bg_error err = {0};
    bg_data d;
    bg_code code = small_open(&d, lexicon, NULL, grammar, NULL, &err);
    bg_data__detach(&d);
    if (code == BG_E_DATA && strcmp(err.message, message) == 0) return true;
    printf("    code %d, message: %s\n", (int)code, err.message);
    return false;
}

static void faults_in_a_lexicon_name_file_and_line(void) {
    CHECK(fails("một\tx\n", "", "lexicon/a.txt:1: an entry before any @class"));
    CHECK(fails("# a\n@class a\n", "", "lexicon/a.txt:2: 'a' is no class name: capitals, digits and '_' only"));
    CHECK(fails("@class A\n@clas B\n", "", "lexicon/a.txt:2: unknown directive '@clas B'"));
    CHECK(fails("@class A\n...\tx\n", "", "lexicon/a.txt:2: a phrase without a word"));
}

#define HEAD "@level l\nrule r\n"
#define TAIL "\nmake B\neg x\n"

static void faults_in_a_grammar_name_file_and_line(void) {
    CHECK(fails("", "rule r\n", "grammar/a.rules:1: a rule before any @level"));
    CHECK(fails("", "@levle l\n", "grammar/a.rules:1: unknown directive"));
    CHECK(fails("", "@level l\n@mode some\n", "grammar/a.rules:2: unknown mode"));
    CHECK(fails("", HEAD "find một" TAIL "rule r\n", "grammar/a.rules:6: rule 'r' stands twice"));
    CHECK(fails("", HEAD "seek một\n", "grammar/a.rules:3: expected rule, find, make, eg or not"));
    CHECK(fails("", HEAD "find ( một" TAIL, "grammar/a.rules:3: ')' is missing"));
    CHECK(fails("", HEAD "find 'một" TAIL, "grammar/a.rules:3: a quote is not closed"));
    CHECK(fails("", HEAD "find AB[x" TAIL, "grammar/a.rules:3: ']' is missing"));
    CHECK(fails("", HEAD "find NUM[x]" TAIL, "grammar/a.rules:3: NUM[lo-hi] expected"));
    CHECK(fails("", HEAD "find một?" TAIL, "grammar/a.rules:3: the pattern can be empty"));
    CHECK(fails("", HEAD "find $NONE" TAIL, "grammar/a.rules:3: no macro named 'NONE'"));
    CHECK(fails("", HEAD "find một\nmake B v=$x\neg x\n", "grammar/a.rules:3: no capture named 'x'"));
    CHECK(fails("", HEAD "find một\nmake B v\neg x\n", "grammar/a.rules:3: key=value expected in make"));
    CHECK(fails("", HEAD "make B\neg x\n", "grammar/a.rules:0: rule 'r' needs a find and a make line"));
}

static void a_users_line_replaces_an_entry(void) {
    bg_data d;
    bg_buf complaints;
    bg_buf__init(&complaints, 4096);
    CHECK(!small_open(&d, "@class A\nmột; hai\tx\tk=1\nba\tz\n@class B\nhai\tb\n", "@class A\nhai\ty\nbốn\tw\n", "", &complaints, NULL));
    CHECK(is(&d, "A", "hai", "y") && is(&d, "A", "một", "x") && is(&d, "A", "ba", "z") && is(&d, "A", "bốn", "w"));
    CHECK(is(&d, "B", "hai", "b"));
    CHECK(!attribute(&d, "A", "hai", "k"));
    CHECK_SAY(complaints.size == 0, "%s", complaints.bytes);
    bg_buf__free(&complaints);
    bg_data__detach(&d);
}

static void write_overlay(char *dir, const char *line) {
    char path[300];
    CHECK(mkdtemp(dir) != NULL);
    snprintf(path, sizeof path, "mkdir %s/lexicon", dir);
    CHECK(system(path) == 0);
    snprintf(path, sizeof path, "%s/lexicon/mine.txt", dir);
    FILE *f = fopen(path, "w");
    if (!CHECK(f)) return;
    fputs(line, f);
    fclose(f);
}

static void remove_overlay(const char *dir) {
    char command[300];
    snprintf(command, sizeof command, "rm -r %s", dir);
    CHECK(system(command) == 0);
}

static void an_overlay_folder_lies_on_the_built_in_knowledge(void) {
    char dir[] = "/tmp/banggiao-test-XXXXXX";
    bg_data *d = NULL;
    bg_error err = {0};
    write_overlay(dir, "@class COUNTRY\nNga\tXX\nnước Xanh\tXY\n");
    if (CHECK_SAY(!bg_data_open(dir, &d, &err), "%s", err.message)) {
        CHECK(is(d, "COUNTRY", "Nga", "XX") && is(d, "COUNTRY", "nước Xanh", "XY") && is(d, "COUNTRY", "Lào", "LA"));
        bg_data_close(d);
    }
    remove_overlay(dir);
}

static void a_bad_overlay_names_its_file(void) {
    char dir[] = "/tmp/banggiao-test-XXXXXX";
    bg_data *d = NULL;
    bg_error err = {0};
    write_overlay(dir, "@class A\nmột\n@kind B\n");
    CHECK(bg_data_open(dir, &d, &err) == BG_E_DATA && strncmp(err.message, "lexicon/mine.txt:3: ", 20) == 0);
    CHECK(bg_data_open("/nonexistent/dir", &d, &err) == BG_E_OPEN && strstr(err.message, "/nonexistent/dir"));
    remove_overlay(dir);
}

static void the_built_in_knowledge_is_without_complaint(void) {
    bg_buf complaints;
    bg_error err = {0};
    bg_buf__init(&complaints, 1 << 20);
    CHECK(!bg_data__check(NULL, &complaints, &err));
    CHECK_SAY(complaints.size == 0, "%s", complaints.bytes);
    bg_buf__free(&complaints);
}

int main(void) {
    RUN(entries_have_phrases_value_and_attributes);
    RUN(spelling_does_not_matter);
    RUN(doubtful_lines_are_named);
    RUN(faults_in_a_lexicon_name_file_and_line);
    RUN(faults_in_a_grammar_name_file_and_line);
    RUN(a_users_line_replaces_an_entry);
    RUN(an_overlay_folder_lies_on_the_built_in_knowledge);
    RUN(a_bad_overlay_names_its_file);
    RUN(the_built_in_knowledge_is_without_complaint);
    return test_end();
}
