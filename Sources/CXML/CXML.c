#include "CXML.h"
int naql_cxml_placeholder(void){return 0;}
