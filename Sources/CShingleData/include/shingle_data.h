// The tables of data/, compiled in so that one binary works from anywhere.
#ifndef SHINGLE_DATA_H
#define SHINGLE_DATA_H

#include <stddef.h>

extern const unsigned char shingle_agencies[];
extern const size_t shingle_agencies_size;
extern const unsigned char shingle_words[];
extern const size_t shingle_words_size;
extern const unsigned char shingle_furniture[];
extern const size_t shingle_furniture_size;

#endif
