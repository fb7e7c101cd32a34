#include "dispatch.h"
#include "shingle_kernels.h"

SHINGLE_WIDE
size_t shingle_select(
    const uint64_t *values, size_t count, const uint64_t *filter, uint32_t shift,
    uint32_t *places) {
  size_t selected = 0;
  for (size_t index = 0; index < count; index++) {
    const uint64_t bit = values[index] >> shift;
    places[selected] = (uint32_t)index;
    selected += filter[bit >> 6] >> (bit & 63) & 1;
  }
  return selected;
}

SHINGLE_WIDE
size_t shingle_select_short(
    const uint32_t *values, size_t count, const uint64_t *filter, uint32_t shift,
    uint32_t *places) {
  size_t selected = 0;
  for (size_t index = 0; index < count; index++) {
    const uint32_t bit = values[index] >> shift;
    places[selected] = (uint32_t)index;
    selected += filter[bit >> 6] >> (bit & 63) & 1;
  }
  return selected;
}
