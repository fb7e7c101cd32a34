#ifndef SHINGLE_JSON_SCALARS_HPP
#define SHINGLE_JSON_SCALARS_HPP

#include <cstddef>
#include <cstdint>

namespace shingle {

// Whether the bytes are a number by RFC 8259, of any size.
bool is_number(const uint8_t *bytes, size_t length);

struct Unescaped {
  // Bytes written, or those that would have been.
  size_t length;
  // Where the bad escape stands, SIZE_MAX where there is none.
  size_t bad_escape;
  // Whether a lone surrogate became U+FFFD.
  bool is_repaired;
};

// Resolves the escapes of a string's inside into `output`, which holds `length` bytes: an escape
// is never shorter than what it stands for. With no `output` the escapes are only checked.
Unescaped unescape(const uint8_t *bytes, size_t length, uint8_t *output);

}  // namespace shingle

#endif
