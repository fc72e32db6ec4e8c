/* close: an item is done with. */
#include "decide.h"

int cmd_close(cli *c) { return decide_each(c, "close"); }
