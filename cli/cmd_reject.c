/* reject: somebody says that there are no such facts. */
#include "decide.h"

int cmd_reject(cli *c) { return decide_each(c, "reject"); }
