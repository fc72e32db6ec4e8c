/* split: a telling that is not of its contact. */
#include "decide.h"

int cmd_split(cli *c) { return decide_all(c, "split"); }
