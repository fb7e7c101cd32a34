#include "shingle_data.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char agencies[] = {
#embed "../../data/agencies.json"
};
const size_t shingle_agencies_size = sizeof agencies;
const unsigned char *shingle_agencies_bytes(void) { return agencies; }

static const unsigned char outlets[] = {
#embed "../../data/outlets.tsv"
};
const size_t shingle_outlets_size = sizeof outlets;
const unsigned char *shingle_outlets_bytes(void) { return outlets; }

static const unsigned char words[] = {
#embed "../../data/words.tsv"
};
const size_t shingle_words_size = sizeof words;
const unsigned char *shingle_words_bytes(void) { return words; }

static const unsigned char furniture[] = {
#embed "../../data/furniture.tsv"
};
const size_t shingle_furniture_size = sizeof furniture;
const unsigned char *shingle_furniture_bytes(void) { return furniture; }

static const unsigned char figures[] = {
#embed "../../data/figures.tsv"
};
const size_t shingle_figures_size = sizeof figures;
const unsigned char *shingle_figures_bytes(void) { return figures; }

static const unsigned char cues[] = {
#embed "../../data/credit-cues.tsv"
};
const size_t shingle_cues_size = sizeof cues;
const unsigned char *shingle_cues_bytes(void) { return cues; }

static const unsigned char relation_model[] = {
#embed "../../data/relation-model.json"
};
const size_t shingle_relation_model_size = sizeof relation_model;
const unsigned char *shingle_relation_model_bytes(void) { return relation_model; }
