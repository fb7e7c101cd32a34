#!/usr/bin/env python3
"""Finds near-duplicates with another program, as its manual shows: Jaccard similarity 0.7 over runs
of five words, 128 hashes.

usage: peers.py gaoya|rensa|datasketch CORPUS.jsonl PAIRS.tsv
"""
import json
import re
import sys

WORD = re.compile(r"\w+")
THRESHOLD, HASHES, BATCH = 0.7, 128, 2000


def runs(text):
    """The distinct runs of five words of a text."""
    words = WORD.findall(text.lower())
    return list({" ".join(words[i:i + 5]) for i in range(max(1, len(words) - 4))})


def batches(items):
    for start in range(0, len(items), BATCH):
        yield items[start:start + BATCH]


def gaoya(texts):
    from gaoya.minhash import MinHashStringIndex

    index = MinHashStringIndex(
        hash_size=32, jaccard_threshold=THRESHOLD, num_bands=16, band_size=8, num_hashes=None,
        analyzer="word", lowercase=True, ngram_range=(5, 5), id_container="smallvec")
    index.par_bulk_insert_docs(list(range(len(texts))), texts)
    found = []
    for batch in batches(texts):
        found += index.par_bulk_query(batch)
    return found


def rensa(texts):
    import rensa as library

    index = library.RMinHashLSH(threshold=THRESHOLD, num_perm=HASHES, num_bands=16)
    sketches = []
    for batch in batches(texts):
        sketches += library.RMinHash.from_token_sets([runs(text) for text in batch], HASHES, 42)
    index.insert_many(sketches, 0)
    return index.query_all(sketches)


def datasketch(texts):
    import xxhash
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(threshold=THRESHOLD, num_perm=HASHES)
    sketches = []
    for number, text in enumerate(texts):
        sketch = MinHash(num_perm=HASHES, hashfunc=xxhash.xxh32_intdigest)
        sketch.update_batch([run.encode() for run in runs(text)])
        index.insert(number, sketch)
        sketches.append(sketch)
    return [index.query(sketch) for sketch in sketches]


def main():
    name, corpus, output = sys.argv[1:]
    with open(corpus, "rb") as lines:
        records = [json.loads(line) for line in lines]
    ids = [record["id"] for record in records]
    found = {"gaoya": gaoya, "rensa": rensa, "datasketch": datasketch}[name](
        [record["text"] for record in records])
    with open(output, "w") as pairs:
        for number, others in enumerate(found):
            for other in others:
                if other < number:
                    pairs.write(f"{ids[other]}\t{ids[number]}\n")


main()
