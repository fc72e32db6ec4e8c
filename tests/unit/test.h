/*
 * test: the harness of the unit tests. A binary is one test_*.c with its own main(); it prints a line for every test that
 * fails, and at its end "N passed, N failed" alone on a line, and exits 0 only if none failed. tests/run adds them up.
 *
 *   static void adds(void) { CHECK(1 + 1 == 2); }
 *   int main(void) { RUN(adds); return test_end(); }
 */
#ifndef TEST_H
#define TEST_H

#include "base/base.h"

#include <stdlib.h>

static const char *test_name;
static size_t test_passed, test_failed;
static bool test_good;

/* A check that fails prints where, and fails the running test; the test goes on. */
#define CHECK(truth) test_check((truth), __FILE__, __LINE__, #truth)
/* The same with words of one's own, as for printf. Both are true if the check is. */
#define CHECK_SAY(truth, ...) test_say(CHECK(truth), __VA_ARGS__)
#define RUN(test) test_begin(#test), test(), test_done()

static inline bool test_check(bool truth, const char *file, int line, const char *text) {
    if (truth) return true;
    if (test_good) printf("FAILED %s\n", test_name);
    test_good = false;
    printf("    %s:%d: %s\n", file, line, text);
    return false;
}

__attribute__((format(printf, 2, 3))) static inline bool test_say(bool truth, const char *format, ...) {
    if (truth) return true;
    va_list args;
    va_start(args, format);
    printf("    ");
    vprintf(format, args);
    putchar('\n');
    va_end(args);
    return false;
}

static inline void test_begin(const char *name) {
    test_name = name;
    test_good = true;
}

static inline void test_done(void) { ++*(test_good ? &test_passed : &test_failed); }

static inline int test_end(void) {
    printf("%zu passed, %zu failed\n", test_passed, test_failed);
    return test_failed ? 1 : 0;
}

#endif
