#include "shingle_simdjson.h"

#include <simdjson.h>

#include <algorithm>
#include <memory>
#include <new>
#include <numeric>
#include <string_view>
#include <vector>

#include "json_scalars.hpp"
#include "record_walker.hpp"
#include "utf8_repair.hpp"

static_assert(SHINGLE_JSON_PADDING >= simdjson::SIMDJSON_PADDING, "simdjson reads further");

struct shingle_json_parser {
  std::unique_ptr<simdjson::internal::dom_parser_implementation> indexer;
  std::vector<uint8_t> arena;
  std::vector<uint8_t> repaired;
  std::vector<shingle_json_field> fields;
};

namespace {

// simdjson's index counts in 32 bits.
constexpr size_t largest_record = 0xFFFF0000u;

simdjson::error_code index_record(
    shingle_json_parser &parser, const uint8_t *bytes, size_t length) {
  const size_t depth = SHINGLE_JSON_MAXIMUM_DEPTH;
  if (!parser.indexer) {
    const auto error = simdjson::get_active_implementation()->create_dom_parser_implementation(
        std::max<size_t>(length, 65536), depth, parser.indexer);
    if (error) return error;
  } else if (parser.indexer->capacity() < length) {
    const size_t capacity = std::min(largest_record, length + length / 2);
    const auto error = parser.indexer->allocate(capacity, depth);
    if (error) return error;
  }
  return parser.indexer->stage1(bytes, length, simdjson::stage1_mode::regular);
}

// Where the first stage's complaint about strings stands, which it does not say: the first
// control character within a string, else the quote that opens the one left open.
size_t string_fault(const uint8_t *bytes, size_t length) {
  bool is_inside = false;
  size_t opening = 0;
  for (size_t index = 0; index < length; index++) {
    if (bytes[index] == '"') {
      is_inside = !is_inside;
      opening = index;
    } else if (is_inside && bytes[index] == '\\') {
      index++;
    } else if (is_inside && bytes[index] < 0x20) {
      return index;
    }
  }
  return opening;
}

std::string_view key_of(const shingle_json_field &field) {
  return {reinterpret_cast<const char *>(field.key), field.key_length};
}

// Whether two keys are equal, for so few fields that a look at each pair is the fastest way.
bool has_equal_keys(const std::vector<shingle_json_field> &fields) {
  for (size_t right = 1; right < fields.size(); right++) {
    for (size_t left = 0; left < right; left++) {
      if (key_of(fields[left]) == key_of(fields[right])) return true;
    }
  }
  return false;
}

// Keeps the last of equal keys, in place and in order.
void drop_shadowed(std::vector<shingle_json_field> &fields) {
  if (fields.size() <= 16 && !has_equal_keys(fields)) return;
  std::vector<size_t> order(fields.size());
  std::iota(order.begin(), order.end(), 0);
  std::sort(order.begin(), order.end(), [&](size_t left, size_t right) {
    const int comparison = key_of(fields[left]).compare(key_of(fields[right]));
    return comparison != 0 ? comparison < 0 : left < right;
  });
  std::vector<bool> is_shadowed(fields.size());
  for (size_t index = 1; index < order.size(); index++) {
    const size_t earlier = order[index - 1];
    is_shadowed[earlier] = key_of(fields[earlier]) == key_of(fields[order[index]]);
  }
  size_t kept = 0;
  for (size_t index = 0; index < fields.size(); index++) {
    if (!is_shadowed[index]) fields[kept++] = fields[index];
  }
  fields.resize(kept);
}

shingle_json_record failure(shingle_json_error error, int64_t offset) {
  return {error, offset, nullptr, 0, false};
}

shingle_json_record walk(shingle_json_parser &parser, const uint8_t *bytes, size_t length) {
  if (parser.arena.size() < length) parser.arena.resize(length + length / 2);
  parser.fields.clear();
  shingle::RecordWalker walker(
      bytes, length, parser.indexer->structural_indexes.get(),
      parser.indexer->n_structural_indexes, parser.arena.data(), parser.fields);
  if (!walker.walk()) return failure(walker.error, int64_t(walker.offset));
  drop_shadowed(parser.fields);
  return {SHINGLE_JSON_OK, -1, parser.fields.data(), parser.fields.size(), false};
}

shingle_json_record parse_well_formed(
    shingle_json_parser &parser, const uint8_t *bytes, size_t length,
    simdjson::error_code status) {
  switch (status) {
    case simdjson::SUCCESS: return walk(parser, bytes, length);
    case simdjson::EMPTY: return failure(SHINGLE_JSON_TRUNCATED, int64_t(length));
    case simdjson::UNCLOSED_STRING:
      return failure(SHINGLE_JSON_UNCLOSED_STRING, int64_t(string_fault(bytes, length)));
    case simdjson::UNESCAPED_CHARS:
      return failure(SHINGLE_JSON_CONTROL_CHARACTER, int64_t(string_fault(bytes, length)));
    case simdjson::CAPACITY:
    case simdjson::MEMALLOC: return failure(SHINGLE_JSON_TOO_LARGE, -1);
    default: return failure(SHINGLE_JSON_EXPECTED_VALUE, -1);
  }
}

shingle_json_record parse(shingle_json_parser &parser, const uint8_t *bytes, size_t length) {
  if (length > largest_record) return failure(SHINGLE_JSON_TOO_LARGE, -1);
  auto status = index_record(parser, bytes, length);
  if (status != simdjson::UTF8_ERROR) return parse_well_formed(parser, bytes, length, status);
  shingle::repair_utf8(bytes, length, parser.repaired);
  const size_t repaired_length = parser.repaired.size();
  if (repaired_length > largest_record) return failure(SHINGLE_JSON_TOO_LARGE, -1);
  parser.repaired.resize(repaired_length + SHINGLE_JSON_PADDING);
  status = index_record(parser, parser.repaired.data(), repaired_length);
  auto record = parse_well_formed(parser, parser.repaired.data(), repaired_length, status);
  record.is_ill_formed = true;
  // The copy's offsets are not the record's.
  record.offset = -1;
  return record;
}

}  // namespace

shingle_json_parser *shingle_json_create(void) {
  return new (std::nothrow) shingle_json_parser();
}

void shingle_json_destroy(shingle_json_parser *parser) { delete parser; }

shingle_json_record shingle_json_parse(
    shingle_json_parser *parser, const uint8_t *bytes, size_t length) {
  try {
    return parse(*parser, bytes, length);
  } catch (...) {
    // The vectors' lack of memory is the only thing thrown here.
    return failure(SHINGLE_JSON_TOO_LARGE, -1);
  }
}

size_t shingle_json_unescape(const uint8_t *bytes, size_t length, uint8_t *output) {
  return shingle::unescape(bytes, length, output).length;
}
