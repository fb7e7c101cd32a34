#ifndef SHINGLE_UTF8_REPAIR_HPP
#define SHINGLE_UTF8_REPAIR_HPP

#include <cstddef>
#include <cstdint>
#include <vector>

namespace shingle {

// Copies bytes and replaces each maximal subpart of an ill-formed sequence by U+FFFD (Unicode
// 15.0, section 3.9, "U+FFFD Substitution of Maximal Subparts").
void repair_utf8(const uint8_t *bytes, size_t length, std::vector<uint8_t> &output);

}  // namespace shingle

#endif
