#include "json_scalars.hpp"

#include <cstring>

namespace shingle {

namespace {

bool is_digit(uint8_t byte) { return byte >= '0' && byte <= '9'; }

size_t skip_digits(const uint8_t *bytes, size_t length, size_t index) {
  while (index < length && is_digit(bytes[index])) index++;
  return index;
}

int hex_digit(uint8_t byte) {
  if (is_digit(byte)) return byte - '0';
  const uint8_t lower = byte | 0x20;
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

// The code unit of `\uXXXX` at `bytes`, or -1.
int32_t code_unit(const uint8_t *bytes, size_t available) {
  if (available < 6 || bytes[0] != '\\' || bytes[1] != 'u') return -1;
  int32_t unit = 0;
  for (size_t index = 2; index < 6; index++) {
    const int digit = hex_digit(bytes[index]);
    if (digit < 0) return -1;
    unit = unit << 4 | digit;
  }
  return unit;
}

size_t encode(uint32_t scalar, uint8_t *output) {
  uint8_t bytes[4];
  size_t count = 0;
  if (scalar < 0x80) {
    bytes[count++] = uint8_t(scalar);
  } else if (scalar < 0x800) {
    bytes[count++] = uint8_t(0xC0 | scalar >> 6);
    bytes[count++] = uint8_t(0x80 | (scalar & 0x3F));
  } else {
    if (scalar < 0x10000) {
      bytes[count++] = uint8_t(0xE0 | scalar >> 12);
    } else {
      bytes[count++] = uint8_t(0xF0 | scalar >> 18);
      bytes[count++] = uint8_t(0x80 | (scalar >> 12 & 0x3F));
    }
    bytes[count++] = uint8_t(0x80 | (scalar >> 6 & 0x3F));
    bytes[count++] = uint8_t(0x80 | (scalar & 0x3F));
  }
  if (output) std::memcpy(output, bytes, count);
  return count;
}

struct Escape {
  size_t consumed;
  uint32_t scalar;
  bool is_lone;
};

// The escape at `bytes`; `consumed` is 0 where it is none of JSON's.
Escape escape(const uint8_t *bytes, size_t available) {
  static const char names[] = "\"\\/bfnrt";
  static const char meanings[] = "\"\\/\b\f\n\r\t";
  if (available < 2) return {0, 0, false};
  if (bytes[1] != 'u') {
    const char *name = bytes[1] ? std::strchr(names, bytes[1]) : nullptr;
    return name ? Escape{2, uint8_t(meanings[name - names]), false} : Escape{0, 0, false};
  }
  const int32_t unit = code_unit(bytes, available);
  if (unit < 0) return {0, 0, false};
  if (unit < 0xD800 || unit > 0xDFFF) return {6, uint32_t(unit), false};
  const int32_t next = unit < 0xDC00 ? code_unit(bytes + 6, available - 6) : -1;
  if (next < 0xDC00 || next > 0xDFFF) return {6, 0xFFFD, true};
  return {12, 0x10000u + (uint32_t(unit - 0xD800) << 10) + uint32_t(next - 0xDC00), false};
}

}  // namespace

bool is_number(const uint8_t *bytes, size_t length) {
  size_t index = length > 0 && bytes[0] == '-' ? 1 : 0;
  if (index >= length || !is_digit(bytes[index])) return false;
  index = bytes[index] == '0' ? index + 1 : skip_digits(bytes, length, index);
  if (index < length && bytes[index] == '.') {
    const size_t end = skip_digits(bytes, length, index + 1);
    if (end == index + 1) return false;
    index = end;
  }
  if (index < length && (bytes[index] | 0x20) == 'e') {
    index++;
    if (index < length && (bytes[index] == '+' || bytes[index] == '-')) index++;
    const size_t end = skip_digits(bytes, length, index);
    if (end == index) return false;
    index = end;
  }
  return index == length;
}

Unescaped unescape(const uint8_t *bytes, size_t length, uint8_t *output) {
  Unescaped result = {0, SIZE_MAX, false};
  size_t index = 0;
  while (index < length) {
    const void *found = std::memchr(bytes + index, '\\', length - index);
    const size_t stop = found ? size_t(static_cast<const uint8_t *>(found) - bytes) : length;
    if (output) std::memcpy(output + result.length, bytes + index, stop - index);
    result.length += stop - index;
    index = stop;
    if (index == length) break;
    const Escape found_escape = escape(bytes + index, length - index);
    if (found_escape.consumed == 0) {
      result.bad_escape = index;
      return result;
    }
    result.is_repaired |= found_escape.is_lone;
    result.length += encode(found_escape.scalar, output ? output + result.length : nullptr);
    index += found_escape.consumed;
  }
  return result;
}

}  // namespace shingle
