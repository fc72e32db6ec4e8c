/* small: knowledge compiled from a few lines in the test itself. */
#ifndef SMALL_H
#define SMALL_H

#include "data/grammar.h"
#include "data/image.h"
#include "test.h"

/* Compile lexicon and grammar text ("" for none); with `more`, lexicon text of a user's file on top. Release with bg_data__detach(), also after a failure. */
static inline bg_code small_open(bg_data *small, const char *lexicon, const char *more, const char *grammar, bg_buf *complain,
                                 bg_error *err) {
    bg_sources sources = {0};
    bg_image *image = NULL;
    memset(small, 0, sizeof *small);
    bg_code code = bg_sources__add(&sources, "lexicon/a.txt", lexicon, strlen(lexicon), err);
    if (!code && more) code = bg_sources__add(&sources, "lexicon/mine.txt", more, strlen(more), err);
    if (!code) code = bg_sources__add(&sources, "grammar/a.rules", grammar, strlen(grammar), err);
    if (!code) code = bg_compile__image(&sources, complain, &image, err);
    bg_sources__free(&sources);
    small->owned = image;
    return code ? code : bg_data__attach(small, image, err);
}

#endif
