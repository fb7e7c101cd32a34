#include "shingle_simdjson.h"
