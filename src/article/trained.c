/* trained: the weights of data/html/body.txt, as the build put them into body.inc. */
#include "body.h"

#define NAME(word, within, near, within2, near2)

#define LINE(feature, first, second) [feature] = (first),
static const int16_t first_round[BG_BODY_FEATURES] = {
#include "body.inc"
};
#undef LINE

#define LINE(feature, first, second) [feature] = (second),
static const int16_t second_round[BG_BODY_FEATURES] = {
#include "body.inc"
};
#undef LINE
#undef NAME

#define LINE(feature, first, second)
#define NAME(word, within, near, within2, near2) {word, {within, within2}, {near, near2}},
static const bg_body_name names[] = {
#include "body.inc"
};

const bg_body_weights bg_body_trained = {{first_round, second_round}, names, BG_COUNT(names)};
