#!/usr/bin/env python3
"""Scores pairs against planted copies, and prints recall by class and precision as JSON.

usage: score_pairs.py CORPUS.jsonl GOLD.jsonl PAIRS

GOLD: {"copy", "src", "class"} a line. PAIRS: two ids a line, or the pairs.jsonl of a scan, of which
every pair is found that is not `none`, or all where there is no other relation than `none` and
`identical`, as in a scan without passages. A pair that is called the same copy (all but `quote`) is
right where both texts come from one story, or share half the runs of five words of either. Of more
than 3,000 such pairs, evenly chosen ones are looked at.
"""
import collections
import json
import re
import sys

WORD = re.compile(r"\w+")
SAMPLE = 3000


def read_pairs(path):
    """The pairs found, and those of them called the same copy."""
    found = []
    with open(path) as lines:
        for line in lines:
            if line.startswith("{"):
                pair = json.loads(line)
                found.append((pair["a"], pair["b"], pair["relation"]))
            else:
                found.append((*line.split()[:2], "reprint"))
    if {relation for _, _, relation in found} - {"none", "identical"}:
        found = [pair for pair in found if pair[2] != "none"]
    ordered = {tuple(sorted(pair[:2])): pair[2] for pair in found}
    return set(ordered), sorted(pair for pair, relation in ordered.items() if relation != "quote")


def runs(text):
    words = WORD.findall(text.lower())
    return {tuple(words[i:i + 5]) for i in range(max(1, len(words) - 4))}


def main():
    corpus, gold, path = sys.argv[1:]
    found, called = read_pairs(path)
    story, planted, hits = {}, collections.Counter(), collections.Counter()
    with open(gold) as lines:
        for line in lines:
            record = json.loads(line)
            story[record["copy"]] = record["src"]
            planted[record["class"]] += 1
            hits[record["class"]] += tuple(sorted((record["copy"], record["src"]))) in found
    step = max(1, len(called) // SAMPLE)
    chosen = called[::step]
    needed = {name for pair in chosen for name in pair}
    texts = {}
    with open(corpus, "rb") as lines:
        for line in lines:
            record = json.loads(line)
            if record["id"] in needed:
                texts[record["id"]] = runs(record["text"])
    right = 0
    for a, b in chosen:
        shared = 2 * len(texts[a] & texts[b])
        is_one_story = story.get(a, a) == story.get(b, b)
        right += is_one_story or shared >= min(len(texts[a]), len(texts[b]))
    print(json.dumps({
        "recall": {name: hits[name] / planted[name] for name in sorted(planted)},
        "precision": right / max(1, len(chosen)),
    }))


main()
