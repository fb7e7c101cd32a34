#define XXH_INLINE_ALL
#include <xxhash.h>

#include "dispatch.h"
#include "shingle_kernels.h"

// XXH3 of most words is worked out for many words at once, without a branch: of the lengths of words
// no processor can guess the next, and XXH3 takes another way for 1 to 3 bytes than for 4 to 8.
// Both ways are taken here, and the fitting result is kept.

// The words hashed at once.
#define SHINGLE_BATCH 64

// The XXH3 of `length` bytes, 1 to 8 of them, which are the low ones of `word`.
SHINGLE_PART uint64_t hash_short(uint64_t word, uint64_t length) {
  const uint64_t secret3 = XXH_readLE32(XXH3_kSecret) ^ XXH_readLE32(XXH3_kSecret + 4);
  const uint64_t secret8 = XXH_readLE64(XXH3_kSecret + 8) ^ XXH_readLE64(XXH3_kSecret + 16);
  const uint64_t first = word & 0xFF;
  const uint64_t middle = word >> (length >> 1) * 8 & 0xFF;
  const uint64_t last = word >> ((length - 1) * 8 & 63) & 0xFF;
  uint64_t to3 = (first << 16 | middle << 24 | last | length << 8) ^ secret3;
  to3 = (to3 ^ to3 >> 33) * XXH_PRIME64_2;
  to3 = (to3 ^ to3 >> 29) * XXH_PRIME64_3;
  to3 ^= to3 >> 32;
  const uint64_t upper = word >> ((length - 4) * 8 & 63) & 0xFFFFFFFF;
  uint64_t to8 = (upper + (word << 32)) ^ secret8;
  to8 ^= (to8 << 49 | to8 >> 15) ^ (to8 << 24 | to8 >> 40);
  to8 *= 0x9FB21C651E98DF25;
  to8 = (to8 ^ ((to8 >> 35) + length)) * 0x9FB21C651E98DF25;
  to8 ^= to8 >> 28;
  return length < 4 ? to3 : to8;
}

// Hashes up to a batch of words; the long ones get another hash afterwards.
SHINGLE_PART void hash_batch(
    const uint8_t *lowered, const uint32_t *bounds, size_t count, uint64_t *hashes) {
  uint64_t words[SHINGLE_BATCH];
  uint64_t lengths[SHINGLE_BATCH];
  uint32_t longer[SHINGLE_BATCH];
  size_t longer_count = 0;
  for (size_t index = 0; index < count; index++) {
    words[index] = XXH_readLE64(lowered + bounds[2 * index]);
    lengths[index] = bounds[2 * index + 1] - bounds[2 * index];
    longer[longer_count] = (uint32_t)index;
    longer_count += lengths[index] > 8;
  }
  for (size_t index = 0; index < count; index++) {
    hashes[index] = hash_short(words[index], lengths[index]);
  }
  for (size_t place = 0; place < longer_count; place++) {
    const size_t index = longer[place];
    hashes[index] = XXH3_64bits(lowered + bounds[2 * index], lengths[index]);
  }
}

SHINGLE_WIDE
void shingle_hash_words(
    const uint8_t *lowered, const uint32_t *bounds, size_t count, uint32_t base, uint64_t *hashes,
    uint32_t *starts, uint32_t *ends) {
  for (size_t word = 0; word < count; word += SHINGLE_BATCH) {
    const size_t rest = count - word;
    hash_batch(
        lowered, bounds + 2 * word, rest < SHINGLE_BATCH ? rest : SHINGLE_BATCH, hashes + word);
  }
  for (size_t word = 0; word < count; word++) {
    starts[word] = base + bounds[2 * word];
    ends[word] = base + bounds[2 * word + 1];
  }
}

SHINGLE_WIDE
void shingle_hash_runs(const uint64_t *values, size_t count, size_t length, uint64_t *hashes) {
  if (count < length) return;
  const size_t runs = count - length + 1;
  if (length == 5) {
    // With a length that the compiler knows, the hash is straight code without a branch.
    for (size_t run = 0; run < runs; run++) hashes[run] = XXH3_64bits(values + run, 40);
  } else {
    for (size_t run = 0; run < runs; run++) hashes[run] = XXH3_64bits(values + run, 8 * length);
  }
}
