#include "record_walker.hpp"

#include <cstring>

#include "json_scalars.hpp"

namespace shingle {

namespace {

bool is_space(uint8_t byte) {
  return byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t';
}

shingle_json_kind kind_of(uint8_t lead) {
  switch (lead) {
    case '"': return SHINGLE_JSON_STRING;
    case '{': return SHINGLE_JSON_OBJECT;
    case '[': return SHINGLE_JSON_ARRAY;
    case 't': return SHINGLE_JSON_TRUE;
    case 'f': return SHINGLE_JSON_FALSE;
    case 'n': return SHINGLE_JSON_NULL;
    default: return SHINGLE_JSON_NUMBER;
  }
}

}  // namespace

bool RecordWalker::fail(shingle_json_error code, size_t at) {
  error = code;
  offset = at;
  return false;
}

bool RecordWalker::fail_here(shingle_json_error code) {
  return next_ < count_ ? fail(code, indexes_[next_]) : fail(SHINGLE_JSON_TRUNCATED, length_);
}

RecordWalker::Slice RecordWalker::token() const {
  const size_t start = indexes_[next_];
  size_t end = next_ + 1 < count_ ? indexes_[next_ + 1] : length_;
  while (end > start + 1 && is_space(bytes_[end - 1])) end--;
  return {bytes_ + start, end - start};
}

bool RecordWalker::walk() {
  if (peek() != '{') return fail_here(SHINGLE_JSON_NOT_AN_OBJECT);
  next_++;
  if (!members(1, true)) return false;
  return next_ == count_ || fail_here(SHINGLE_JSON_TRAILING_CONTENT);
}

bool RecordWalker::value(size_t depth) {
  Slice ignored;
  bool is_repaired;
  switch (peek()) {
    case '"': return string(ignored, is_repaired, false);
    case '{': return object(depth + 1);
    case '[': return array(depth + 1);
    case 't': return literal("true", 4);
    case 'f': return literal("false", 5);
    case 'n': return literal("null", 4);
    case '-':
    case '0': case '1': case '2': case '3': case '4':
    case '5': case '6': case '7': case '8': case '9': return number();
    default: return fail_here(SHINGLE_JSON_EXPECTED_VALUE);
  }
}

bool RecordWalker::object(size_t depth) {
  if (depth > SHINGLE_JSON_MAXIMUM_DEPTH) return fail_here(SHINGLE_JSON_TOO_DEEP);
  next_++;
  return members(depth, false);
}

bool RecordWalker::members(size_t depth, bool is_top) {
  if (peek() == '}') {
    next_++;
    return true;
  }
  while (true) {
    if (!member(depth, is_top)) return false;
    const uint8_t byte = peek();
    if (byte != ',' && byte != '}') return fail_here(SHINGLE_JSON_EXPECTED_COMMA);
    next_++;
    if (byte == '}') return true;
  }
}

bool RecordWalker::member(size_t depth, bool is_top) {
  if (peek() != '"') return fail_here(SHINGLE_JSON_EXPECTED_KEY);
  shingle_json_field found = {};
  Slice key;
  bool is_repaired;
  if (!string(key, is_repaired, is_top)) return false;
  if (peek() != ':') return fail_here(SHINGLE_JSON_EXPECTED_COLON);
  next_++;
  if (!is_top) return value(depth);
  found.key = key.bytes;
  found.key_length = key.length;
  if (!field(found, depth)) return false;
  fields_.push_back(found);
  return true;
}

bool RecordWalker::field(shingle_json_field &field, size_t depth) {
  if (next_ >= count_) return fail_here(SHINGLE_JSON_EXPECTED_VALUE);
  const size_t start = indexes_[next_];
  field.kind = kind_of(bytes_[start]);
  if (field.kind == SHINGLE_JSON_STRING) {
    Slice contents;
    if (!string(contents, field.repaired, true)) return false;
    field.value = contents.bytes;
    field.value_length = contents.length;
  } else if (!value(depth)) {
    return false;
  }
  next_--;
  const Slice last = token();
  next_++;
  field.raw = bytes_ + start;
  field.raw_length = size_t(last.bytes + last.length - field.raw);
  return true;
}

bool RecordWalker::array(size_t depth) {
  if (depth > SHINGLE_JSON_MAXIMUM_DEPTH) return fail_here(SHINGLE_JSON_TOO_DEEP);
  next_++;
  if (peek() == ']') {
    next_++;
    return true;
  }
  while (true) {
    if (!value(depth)) return false;
    const uint8_t byte = peek();
    if (byte != ',' && byte != ']') return fail_here(SHINGLE_JSON_EXPECTED_COMMA);
    next_++;
    if (byte == ']') return true;
  }
}

bool RecordWalker::string(Slice &contents, bool &is_repaired, bool is_wanted) {
  const Slice whole = token();
  if (whole.length < 2 || whole.bytes[whole.length - 1] != '"') {
    return fail_here(SHINGLE_JSON_UNCLOSED_STRING);
  }
  contents = {whole.bytes + 1, whole.length - 2};
  is_repaired = false;
  if (std::memchr(contents.bytes, '\\', contents.length)) {
    const Unescaped result =
        unescape(contents.bytes, contents.length, is_wanted ? arena_ : nullptr);
    if (result.bad_escape != SIZE_MAX) {
      return fail(SHINGLE_JSON_BAD_ESCAPE, indexes_[next_] + 1 + result.bad_escape);
    }
    is_repaired = result.is_repaired;
    if (is_wanted) {
      contents = {arena_, result.length};
      arena_ += result.length;
    }
  }
  next_++;
  return true;
}

bool RecordWalker::number() {
  const Slice digits = token();
  if (!is_number(digits.bytes, digits.length)) return fail_here(SHINGLE_JSON_BAD_NUMBER);
  next_++;
  return true;
}

bool RecordWalker::literal(const char *text, size_t length) {
  const Slice found = token();
  if (found.length != length || std::memcmp(found.bytes, text, length) != 0) {
    return fail_here(SHINGLE_JSON_BAD_LITERAL);
  }
  next_++;
  return true;
}

}  // namespace shingle
