/* join: contacts that are one. */
#include "decide.h"

int cmd_join(cli *c) { return decide_all(c, "join"); }
