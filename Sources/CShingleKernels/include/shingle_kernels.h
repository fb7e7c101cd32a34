// The few loops that want wide vectors. Each function is compiled for AVX-512, for AVX2 and for any
// processor from one source, the fitting one is chosen when the program starts, and all give the
// same bits.
#ifndef SHINGLE_KERNELS_H
#define SHINGLE_KERNELS_H

#include <stddef.h>
#include <stdint.h>

// Bytes that `lowered` must hold beyond the text.
#define SHINGLE_SCAN_PADDING 64

// Entries that `bounds` must hold beyond one for each byte of the text.
#define SHINGLE_BOUNDS_PADDING 80

// What a scan found: `words` words, of which `folded` hold bytes beyond ASCII.
typedef struct shingle_scan {
  size_t words;
  size_t folded;
} shingle_scan;

// Finds the words of well-formed UTF-8 of under 2^32 bytes: the maximal runs of ASCII letters,
// digits, underscores and bytes beyond ASCII, those of common punctuation left out.
//
// Word i stands at the bytes bounds[2 i] ..< bounds[2 i + 1]. `folded` receives the numbers of the
// words that hold bytes beyond ASCII; it has room for half of `bounds`. `lowered` receives the text
// with its ASCII letters in lower case.
shingle_scan shingle_scan_words(
    const uint8_t *text, size_t length, uint8_t *lowered, uint32_t *bounds, uint32_t *folded);

// Writes the XXH3 of each of `count` words, and its bounds moved by `base` as two columns.
void shingle_hash_words(
    const uint8_t *lowered, const uint32_t *bounds, size_t count, uint32_t base, uint64_t *hashes,
    uint32_t *starts, uint32_t *ends);

// Writes the XXH3 of each run of `length` consecutive values: `count - length + 1` of them.
void shingle_hash_runs(const uint64_t *values, size_t count, size_t length, uint64_t *hashes);

// Writes the places of the values whose bit is set in a filter, and returns how many they are; the
// bit's number is the value's bits above `shift`. `places` has room for `count`.
size_t shingle_select(
    const uint64_t *values, size_t count, const uint64_t *filter, uint32_t shift,
    uint32_t *places);

// The same of values of half the size.
size_t shingle_select_short(
    const uint32_t *values, size_t count, const uint64_t *filter, uint32_t shift,
    uint32_t *places);

// Sets the bit of each run of three values in a filter of `mask + 1` bits, a power of two from 64
// on.
void shingle_mark_runs(const uint64_t *words, size_t count, uint64_t *filter, uint64_t mask);

// Returns of how many runs of three values the bit is set in a filter.
size_t shingle_count_runs(
    const uint64_t *words, size_t count, const uint64_t *filter, uint64_t mask);

#endif
