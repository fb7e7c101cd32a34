#include "shingle_data.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

const unsigned char shingle_agencies[] = {
#embed "../../data/agencies.json"
};
const size_t shingle_agencies_size = sizeof shingle_agencies;

const unsigned char shingle_words[] = {
#embed "../../data/words.tsv"
};
const size_t shingle_words_size = sizeof shingle_words;

const unsigned char shingle_furniture[] = {
#embed "../../data/furniture.tsv"
};
const size_t shingle_furniture_size = sizeof shingle_furniture;
