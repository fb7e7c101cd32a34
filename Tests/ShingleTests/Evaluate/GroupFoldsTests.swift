import Testing

@testable import Shingle

@Suite struct `Folds of groups` {
  private func judge(_ pairs: [(Int, Int, String?)], count: Int) -> GoldJudge {
    GoldJudge(
      GoldStandard(
        pairs: pairs.map { GoldPair(a: "d\($0)", b: "d\($1)", label: .none, group: $2) }),
      ids: (0..<count).map { "d\($0)" })
  }

  @Test func `keep together what the labels name one group`() {
    let judge = judge([(0, 5, "x"), (1, 2, "x"), (3, 4, "y")], count: 6)
    let folds = GroupFolds(names: nil, judge, weights: [1, 1, 1, 1, 1, 1], limit: 10)
    #expect(folds.groups == [0, 0, 0, 3, 3, 0])
    #expect(folds.count == 2)
  }

  @Test func `keep together what labels connect, where there are no names`() {
    let judge = judge([(0, 1, nil), (1, 2, nil), (3, 4, nil)], count: 5)
    let folds = GroupFolds(names: nil, judge, weights: [1, 1, 0, 1, 0], limit: 10)
    #expect(folds.groups == [0, 0, 0, 3, 3])
  }

  @Test func `follow the names of the articles, not the labels that cross them`() {
    let judge = judge([(0, 1, "x"), (1, 2, "x")], count: 4)
    let folds = GroupFolds(
      names: ["p", "p", "q", nil], judge, weights: [1, 1, 1, 1], limit: 10)
    #expect(folds.groups == [0, 0, 2, 3])
  }

  @Test func `are filled evenly, the largest group first`() {
    let judge = judge([], count: 5)
    let folds = GroupFolds(
      names: ["a", "b", "c", "d", "e"], judge, weights: [1, 5, 2, 4, 2], limit: 2)
    #expect(folds.count == 2)
    // b with 5; d with 4 apart; c to d, which makes 6; e to b, which makes 7; a to d.
    #expect(folds.folds == [1, 0, 1, 1, 0])
  }
}

@Suite struct `The bootstrap` {
  @Test func `of equal groups is one point`() throws {
    let groups = [PrecisionRecall](
      repeating: PrecisionRecall(right: 3, wrong: 1, missed: 1), count: 8)
    let interval = try #require(Bootstrap.interval(of: groups, resamples: 200))
    #expect(interval == 0.75...0.75)
  }

  @Test func `of one group is nothing`() {
    #expect(Bootstrap.interval(of: [PrecisionRecall(right: 1)], resamples: 100) == nil)
  }

  @Test func `is the same for the same seed, and holds the figure itself`() throws {
    let groups = (0..<20).map { PrecisionRecall(right: $0, wrong: 20 - $0, missed: $0 % 3) }
    let first = try #require(Bootstrap.interval(of: groups, resamples: 500))
    #expect(Bootstrap.interval(of: groups, resamples: 500) == first)
    #expect(Bootstrap.interval(of: groups, resamples: 500, seed: 2) != first)
    let all = try #require(groups.reduce(PrecisionRecall(), +).f1)
    #expect(first.contains(all))
  }

  @Test func `of two groups draws one of them twice half of the time`() throws {
    let groups = [PrecisionRecall(right: 1), PrecisionRecall(missed: 1)]
    #expect(Bootstrap.interval(of: groups, resamples: 1000) == 0...1)
  }
}
