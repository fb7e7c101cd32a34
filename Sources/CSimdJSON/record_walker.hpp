#ifndef SHINGLE_RECORD_WALKER_HPP
#define SHINGLE_RECORD_WALKER_HPP

#include <cstddef>
#include <cstdint>
#include <vector>

#include "shingle_simdjson.h"

namespace shingle {

// Walks the structural index of one record by JSON's grammar and gathers the top-level fields.
//
// simdjson's on-demand front end skips values without validating them, so the walk reads the
// index of its first stage itself: that stage has already checked the encoding, the closing of
// strings and their control characters, and a token reaches from one index to the next.
class RecordWalker {
 public:
  RecordWalker(
      const uint8_t *bytes, size_t length, const uint32_t *indexes, size_t count, uint8_t *arena,
      std::vector<shingle_json_field> &fields)
      : bytes_(bytes), length_(length), indexes_(indexes), count_(count), arena_(arena),
        fields_(fields) {}

  // Whether the record is one whole object; `error` and `offset` say why not.
  bool walk();

  shingle_json_error error = SHINGLE_JSON_OK;
  size_t offset = 0;

 private:
  struct Slice {
    const uint8_t *bytes;
    size_t length;
  };

  bool fail(shingle_json_error code, size_t at);
  bool fail_here(shingle_json_error code);
  uint8_t peek() const { return next_ < count_ ? bytes_[indexes_[next_]] : 0; }
  Slice token() const;
  bool value(size_t depth);
  bool object(size_t depth);
  bool array(size_t depth);
  bool members(size_t depth, bool is_top);
  bool member(size_t depth, bool is_top);
  bool string(Slice &contents, bool &is_repaired, bool is_wanted);
  bool number();
  bool literal(const char *text, size_t length);
  bool field(shingle_json_field &field, size_t depth);

  const uint8_t *bytes_;
  size_t length_;
  const uint32_t *indexes_;
  size_t count_;
  size_t next_ = 0;
  uint8_t *arena_;
  std::vector<shingle_json_field> &fields_;
};

}  // namespace shingle

#endif
