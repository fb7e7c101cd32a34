#include "utf8_repair.hpp"

namespace shingle {

namespace {

struct Subpart {
  size_t length;
  bool is_well_formed;
};

// The sequence at `bytes`, by table 3-7 of the Unicode standard.
Subpart sequence(const uint8_t *bytes, size_t available) {
  const uint8_t lead = bytes[0];
  if (lead < 0x80) return {1, true};
  if (lead < 0xC2 || lead > 0xF4) return {1, false};
  const size_t wanted = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  uint8_t low = 0x80, high = 0xBF;
  if (lead == 0xE0) low = 0xA0;
  if (lead == 0xED) high = 0x9F;
  if (lead == 0xF0) low = 0x90;
  if (lead == 0xF4) high = 0x8F;
  for (size_t index = 1; index < wanted; index++) {
    if (index >= available || bytes[index] < low || bytes[index] > high) return {index, false};
    low = 0x80;
    high = 0xBF;
  }
  return {wanted, true};
}

}  // namespace

void repair_utf8(const uint8_t *bytes, size_t length, std::vector<uint8_t> &output) {
  static const uint8_t replacement[] = {0xEF, 0xBF, 0xBD};
  output.clear();
  output.reserve(length + length / 8 + 128);
  for (size_t index = 0; index < length;) {
    const Subpart part = sequence(bytes + index, length - index);
    if (part.is_well_formed) {
      output.insert(output.end(), bytes + index, bytes + index + part.length);
    } else {
      output.insert(output.end(), replacement, replacement + 3);
    }
    index += part.length;
  }
}

}  // namespace shingle
