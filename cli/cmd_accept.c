/* accept: somebody says that facts are as they were read. */
#include "decide.h"

int cmd_accept(cli *c) { return decide_each(c, "accept"); }
