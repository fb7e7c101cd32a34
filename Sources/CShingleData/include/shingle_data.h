// The tables of data/, compiled in so that one binary works from anywhere.
#ifndef SHINGLE_DATA_H
#define SHINGLE_DATA_H

#include <stddef.h>

extern const size_t shingle_agencies_size;
const unsigned char *shingle_agencies_bytes(void);

extern const size_t shingle_outlets_size;
const unsigned char *shingle_outlets_bytes(void);

extern const size_t shingle_words_size;
const unsigned char *shingle_words_bytes(void);

extern const size_t shingle_furniture_size;
const unsigned char *shingle_furniture_bytes(void);

extern const size_t shingle_figures_size;
const unsigned char *shingle_figures_bytes(void);

extern const size_t shingle_relation_model_size;
const unsigned char *shingle_relation_model_bytes(void);

extern const size_t shingle_cues_size;
const unsigned char *shingle_cues_bytes(void);

#endif
