import Foundation
import ShingleTestSupport
import Testing

/// These read labelled sets that are not part of the package; see `TestFiles.labelledSets`.
@Suite(
  .enabled(
    if: TestFiles.exists(TestFiles.labelledSets + "/wire-rewrites/docs.jsonl"),
    "the labelled set wire-rewrites is not beside the package"))
struct `evaluate on labelled news` {
  private let set = TestFiles.labelledSets + "/wire-rewrites"
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func `counts what one counts who goes through all pairs`() throws {
    let scan = try CommandRun.shingle(
      "scan", "\(set)/docs.jsonl", "--output", folder.path("report"), "--quiet")
    try #require(scan.status == 0)
    let run = try CommandRun.shingle(
      "evaluate", "--gold", "\(set)/pairs.jsonl", "--families", "\(set)/families.jsonl",
      "--unlisted", "none", "--format", "json", folder.path("report"))
    try #require(run.status == 0)
    let figures = try object(run.output)
    let (pairs, clusters) = try countedByHand()
    let clusterFigures = try #require(figures["clusters"] as? [String: Any])
    for (counts, figures) in [(pairs, figures["same_copy"]), (clusters, clusterFigures["pairs"])] {
      let figures = try #require(figures as? [String: Any])
      #expect(["right", "wrong", "missed"].map { figures[$0] as? Int } == counts)
    }
  }

  /// Right, wrong and missed pairs, and those of clusters, by the rule of the scoring script.
  private func countedByHand() throws -> (pairs: [Int], clusters: [Int]) {
    let labels = try lines("\(set)/pairs.jsonl").reduce(into: [Set<String>: String]()) {
      $0[ids($1)] = $1["relation"] as? String
    }
    let relations = try lines(folder.path("report/pairs.jsonl")).reduce(
      into: [Set<String>: String]()
    ) { $0[ids($1)] = $1["relation"] as? String }
    let families = try together("\(set)/families.jsonl") { $0 as? String }
    let clusters = try together(folder.path("report/clusters.jsonl")) {
      ($0 as? [String: Any])?["id"] as? String
    }
    let same: Set = ["identical", "reprint", "excerpt", "update", "rewrite"]
    var (pairCounts, clusterCounts) = ([0, 0, 0], [0, 0, 0])
    let all = Set(labels.keys).union(relations.keys).union(families).union(clusters)
    for pair in all where labels[pair] != "ambiguous" {
      let isSame = same.contains(labels[pair] ?? "independent")
      let isTogether = isSame || families.contains(pair)
      if isSame || !isTogether {
        count(isSame, same.contains(relations[pair] ?? "none"), &pairCounts)
      }
      count(isTogether, clusters.contains(pair), &clusterCounts)
    }
    return (pairCounts, clusterCounts)
  }

  private func count(_ truth: Bool, _ called: Bool, _ counts: inout [Int]) {
    guard truth || called else { return }
    counts[truth && called ? 0 : called ? 1 : 2] += 1
  }

  private func ids(_ line: [String: Any]) -> Set<String> {
    Set(["a", "b"].compactMap { line[$0] as? String })
  }

  /// The pairs of the members of each line.
  private func together(_ path: String, _ id: (Any) -> String?) throws -> Set<Set<String>> {
    var pairs: Set<Set<String>> = []
    for line in try lines(path) {
      let members = (line["members"] as? [Any] ?? []).compactMap(id)
      for (index, first) in members.enumerated() {
        for second in members.prefix(index) { pairs.insert([first, second]) }
      }
    }
    return pairs
  }

  private func lines(_ path: String) throws -> [[String: Any]] {
    try TestFiles.text(path).split(separator: "\n").map { try object($0) }
  }
}
