#include "dispatch.h"
#include "shingle_kernels.h"

// Mixes three token hashes: odd multipliers of xxHash keep their order apart.
SHINGLE_PART uint64_t run_of(const uint64_t *words) {
  const uint64_t sum = words[0] * 0x9E3779B185EBCA87u + words[1] * 0xC2B2AE3D27D4EB4Fu
      + words[2] * 0x165667B19E3779F9u;
  return sum ^ sum >> 29;
}

SHINGLE_WIDE
void shingle_mark_runs(const uint64_t *words, size_t count, uint64_t *filter, uint64_t mask) {
  for (size_t start = 0; start + 2 < count; start++) {
    const uint64_t bit = run_of(words + start) & mask;
    filter[bit >> 6] |= (uint64_t)1 << (bit & 63);
  }
}

SHINGLE_WIDE
size_t shingle_count_runs(
    const uint64_t *words, size_t count, const uint64_t *filter, uint64_t mask) {
  size_t marked = 0;
  for (size_t start = 0; start + 2 < count; start++) {
    const uint64_t bit = run_of(words + start) & mask;
    marked += filter[bit >> 6] >> (bit & 63) & 1;
  }
  return marked;
}
