#include <stdbool.h>
#include <string.h>

#include "dispatch.h"
#include "shingle_kernels.h"

// Clang lowers comparisons of these to mask registers under AVX-512 and to byte masks elsewhere.
typedef uint8_t bytes64 __attribute__((ext_vector_type(64)));
typedef bool flags64 __attribute__((ext_vector_type(64)));

#define SHINGLE_FLAGS(condition) __builtin_convertvector(condition, flags64)

// What a scan carries from block to block.
typedef struct scanner {
  uint32_t *bounds;
  uint32_t *folded;
  size_t bound_count;
  size_t folded_count;
  // Whether the last byte stood in a word.
  uint64_t is_inside;
  // The first bytes of the next block that belong to a punctuation mark of this one.
  uint64_t spilled;
} scanner;

// The bytes of a block in words, and those beyond ASCII, as bits.
typedef struct block_bits {
  uint64_t words;
  uint64_t beyond;
} block_bits;

// Lower-cases a block of 64 bytes, the first `available` of which are there, and classifies it.
SHINGLE_PART block_bits classify(const uint8_t *text, size_t available, uint8_t *lowered) {
  bytes64 block = 0;
  if (available >= 64) {
    memcpy(&block, text, 64);
  } else {
    memcpy(&block, text, available);
  }
  const bytes64 is_capital = (bytes64)((bytes64)(block - (uint8_t)'A') < (uint8_t)26);
  const bytes64 lower = block | (is_capital & (uint8_t)0x20);
  memcpy(lowered, &lower, 64);
  const flags64 beyond = SHINGLE_FLAGS(block >= (uint8_t)0x80);
  const flags64 words =
      beyond | SHINGLE_FLAGS((bytes64)(lower - (uint8_t)'a') < (uint8_t)26) |
      SHINGLE_FLAGS((bytes64)(block - (uint8_t)'0') < (uint8_t)10) |
      SHINGLE_FLAGS(block == (uint8_t)'_');
  block_bits bits;
  memcpy(&bits.words, &words, 8);
  memcpy(&bits.beyond, &beyond, 8);
  return bits;
}

// The length of the punctuation at `byte`, or 0 where it is none of the common: the dashes, quotes,
// bullets and dots U+2010 to U+2027, the no-break space, the pound sign and the guillemets. All of
// them end a word, which spares the word beside them the slow path; what is not here takes it.
SHINGLE_PART size_t punctuation(const uint8_t *byte, size_t available) {
  if (available >= 3 && byte[0] == 0xE2 && byte[1] == 0x80) {
    return (uint8_t)(byte[2] - 0x90) < 24 ? 3 : 0;
  }
  if (available < 2 || byte[0] != 0xC2) return 0;
  return byte[1] == 0xA0 || byte[1] == 0xA3 || byte[1] == 0xAB || byte[1] == 0xBB ? 2 : 0;
}

// Takes the common punctuation out of a block's words.
SHINGLE_PART block_bits drop_punctuation(
    scanner *state, block_bits bits, const uint8_t *text, size_t available) {
  uint64_t marks = state->spilled;
  state->spilled = 0;
  for (uint64_t rest = bits.beyond & ~marks; rest != 0; rest &= rest - 1) {
    const size_t place = (size_t)__builtin_ctzll(rest);
    const size_t size = punctuation(text + place, available - place);
    const uint64_t mark = (UINT64_C(1) << size) - 1;
    marks |= mark << place;
    if (place + size > 64) state->spilled = mark >> (64 - place);
  }
  return (block_bits){bits.words & ~marks, bits.beyond & ~marks};
}

// Notes the words of a block that hold bytes beyond ASCII; `toggles` says where words begin and end.
SHINGLE_PART void note_folded(scanner *state, uint64_t beyond, uint64_t toggles) {
  while (beyond != 0) {
    const size_t place = (size_t)__builtin_ctzll(beyond);
    const size_t before = (size_t)__builtin_popcountll(toggles << (63 - place));
    const uint32_t word = (uint32_t)((state->bound_count + before - 1) / 2);
    if (state->folded_count == 0 || state->folded[state->folded_count - 1] != word) {
      state->folded[state->folded_count++] = word;
    }
    const uint64_t ends = toggles & ~UINT64_C(1) << place;
    beyond = ends == 0 ? 0 : beyond & ~UINT64_C(0) << __builtin_ctzll(ends);
  }
}

// Writes the positions of the bits, eight at a time, since a loop of as many turns as there are bits
// ends in a mispredicted branch each time. What is written beyond the last is overwritten later.
SHINGLE_PART void note_bounds(scanner *state, uint64_t toggles, uint32_t base) {
  const size_t count = (size_t)__builtin_popcountll(toggles);
  uint32_t *bounds = state->bounds + state->bound_count;
  for (size_t done = 0; done < count; done += 8) {
    for (size_t index = 0; index < 8; index++) {
      bounds[done + index] = base + (toggles ? (uint32_t)__builtin_ctzll(toggles) : 0);
      toggles &= toggles - 1;
    }
  }
  state->bound_count += count;
}

SHINGLE_WIDE
shingle_scan shingle_scan_words(
    const uint8_t *text, size_t length, uint8_t *lowered, uint32_t *bounds, uint32_t *folded) {
  scanner state = {bounds, folded, 0, 0, 0, 0};
  for (size_t base = 0; base < length; base += 64) {
    const size_t available = length - base;
    block_bits bits = classify(text + base, available, lowered + base);
    if (bits.beyond != 0) bits = drop_punctuation(&state, bits, text + base, available);
    const uint64_t toggles = bits.words ^ (bits.words << 1 | state.is_inside);
    state.is_inside = bits.words >> 63;
    if (bits.beyond != 0) note_folded(&state, bits.beyond, toggles);
    note_bounds(&state, toggles, (uint32_t)base);
  }
  if (state.is_inside) bounds[state.bound_count++] = (uint32_t)length;
  return (shingle_scan){state.bound_count / 2, state.folded_count};
}
