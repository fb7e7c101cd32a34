// xxHash's functions are macros under XXH_INLINE_ALL and so not imported; these give them a face.
#ifndef SHINGLE_XXHASH_SHIM_H
#define SHINGLE_XXHASH_SHIM_H

#define XXH_INLINE_ALL
#include <stdint.h>
#include <xxhash.h>

// XXH3 of `length` bytes.
static inline uint64_t shingle_xxh3(const void *bytes, size_t length) {
  return XXH3_64bits(bytes, length);
}

// XXH3 of `length` bytes under `seed`.
static inline uint64_t shingle_xxh3_seeded(const void *bytes, size_t length, uint64_t seed) {
  return XXH3_64bits_withSeed(bytes, length, seed);
}

#endif
