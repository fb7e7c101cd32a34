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

// Both halves of the 128-bit XXH3 of `length` bytes.
static inline void shingle_xxh3_wide(
    const void *bytes, size_t length, uint64_t *low, uint64_t *high) {
  const XXH128_hash_t hash = XXH3_128bits(bytes, length);
  *low = hash.low64;
  *high = hash.high64;
}

#endif
