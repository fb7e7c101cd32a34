// How a function is compiled for several processors.
#ifndef SHINGLE_DISPATCH_H
#define SHINGLE_DISPATCH_H

#if defined(__x86_64__) && defined(__linux__)
#define SHINGLE_WIDE \
  __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define SHINGLE_WIDE
#endif

// Inlined into each of the copies of a function that `SHINGLE_WIDE` makes, and compiled as they are.
#define SHINGLE_PART static inline __attribute__((always_inline))

#endif
