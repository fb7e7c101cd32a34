// Part of the memory allocator that Swift's view of the C library leaves out.
#ifndef SHINGLE_MEMORY_H
#define SHINGLE_MEMORY_H

#include <malloc.h>

// Gives the pages of freed memory back to the system.
static inline void shingle_return_freed_memory(void) { malloc_trim(0); }

#endif
