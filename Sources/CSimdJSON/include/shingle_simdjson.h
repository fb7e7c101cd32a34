// One JSON Lines record at a time: simdjson's structural index under a strict grammar walk.
#ifndef SHINGLE_SIMDJSON_H
#define SHINGLE_SIMDJSON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

// Bytes that must be readable beyond a record; their content does not matter.
#define SHINGLE_JSON_PADDING 64

// Levels of nesting that a record may have, its own object included.
#define SHINGLE_JSON_MAXIMUM_DEPTH 64

typedef enum shingle_json_kind {
  SHINGLE_JSON_STRING,
  SHINGLE_JSON_NUMBER,
  SHINGLE_JSON_TRUE,
  SHINGLE_JSON_FALSE,
  SHINGLE_JSON_NULL,
  SHINGLE_JSON_ARRAY,
  SHINGLE_JSON_OBJECT
} shingle_json_kind;

typedef enum shingle_json_error {
  SHINGLE_JSON_OK,
  SHINGLE_JSON_NOT_AN_OBJECT,
  SHINGLE_JSON_TRUNCATED,
  SHINGLE_JSON_UNCLOSED_STRING,
  SHINGLE_JSON_CONTROL_CHARACTER,
  SHINGLE_JSON_BAD_ESCAPE,
  SHINGLE_JSON_BAD_NUMBER,
  SHINGLE_JSON_BAD_LITERAL,
  SHINGLE_JSON_EXPECTED_KEY,
  SHINGLE_JSON_EXPECTED_COLON,
  SHINGLE_JSON_EXPECTED_VALUE,
  SHINGLE_JSON_EXPECTED_COMMA,
  SHINGLE_JSON_TOO_DEEP,
  SHINGLE_JSON_TRAILING_CONTENT,
  SHINGLE_JSON_TOO_LARGE
} shingle_json_error;

// A field of the top-level object. `value` is set for strings only; `raw` is the value as it
// stands in the record. `repaired` says that the value held a lone surrogate, now U+FFFD.
typedef struct shingle_json_field {
  const uint8_t *key;
  size_t key_length;
  const uint8_t *value;
  size_t value_length;
  const uint8_t *raw;
  size_t raw_length;
  shingle_json_kind kind;
  bool repaired;
} shingle_json_field;

// What became of a record. The fields stand in their order, of equal keys only the last, and are
// valid until the next call and while the record's bytes are. `offset` is the byte of the error
// within the record, -1 where unknown. `is_ill_formed` says that bytes of no character were
// replaced by U+FFFD.
typedef struct shingle_json_record {
  shingle_json_error error;
  int64_t offset;
  const shingle_json_field *fields;
  size_t count;
  bool is_ill_formed;
} shingle_json_record;

typedef struct shingle_json_parser shingle_json_parser;

// A parser to be used again and again, or NULL where there is no memory.
shingle_json_parser *shingle_json_create(void);

void shingle_json_destroy(shingle_json_parser *parser);

// Reads `length` bytes, beyond which SHINGLE_JSON_PADDING more can be read.
shingle_json_record shingle_json_parse(
    shingle_json_parser *parser, const uint8_t *bytes, size_t length);

// Resolves the escapes of a string's inside into `output`, which holds `length` bytes, and returns
// how many were written; fewer than there should be where an escape is none of JSON's.
size_t shingle_json_unescape(const uint8_t *bytes, size_t length, uint8_t *output);

#ifdef __cplusplus
}
#endif

#endif
