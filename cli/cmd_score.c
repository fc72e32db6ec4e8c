/* score: the reader measured against gold. */
#include "cli.h"

int cmd_score(cli *c) {
    bg_data *data = NULL;
    int status = open_data(c, &data);
    if (status) return status;
    bg_score_ask ask = {.gold = c->args[0], .pages = c->args[1], .by = c->by, .errors = c->errors};
    bg_style style = style_of(c);
    bg_out out = {0};
    bg_error err = {0};
    if (bg_score(data, &ask, &style, &out, &err)) status = fail(c, NULL, &err);
    else status = print_out(c, &out);
    bg_data_close(data);
    return status;
}
