import Foundation
import ShingleTestSupport
import Testing

@testable import Shingle

@Suite struct `A relation model` {
  private let names = Evidence.Feature.allCases.map(\.rawValue)

  /// A model with the weight 1 for every feature, changed in places.
  private func json(
    intercept: Any? = 0.5, weights: [String: Any?] = [:], others: [String: Any] = [:]
  ) throws -> [UInt8] {
    var all: [String: Any?] = Dictionary(uniqueKeysWithValues: names.map { ($0, 1.0) })
    all.merge(weights) { $1 }
    var model = others
    model["weights"] = all.compactMapValues(\.self)
    model["intercept"] = intercept
    return Array(try JSONSerialization.data(withJSONObject: model))
  }

  private func reason(_ json: [UInt8]) -> String? {
    do {
      _ = try RelationModel(json: json)
      return nil
    } catch {
      return error.description
    }
  }

  @Test func `that is shipped has a weight for each feature`() throws {
    let shipped = try RelationModel(json: Array(ShippedData.relationModel.utf8))
    #expect(shipped == .shipped)
    #expect(shipped.name == "shipped")
    #expect(shipped.threshold == 0.35)
    #expect(shipped.namedWeights.map(\.name) == names)
  }

  @Test func `is read with its threshold, whatever else stands in the file`() throws {
    let model = try RelationModel(
      json: json(
        intercept: -2, weights: ["length": -0.25],
        others: ["threshold": 0.7, "provenance": ["pairs": 3]]))
    #expect(model.intercept == -2)
    #expect(model.threshold == 0.7)
    #expect(model.namedWeights.first { $0.name == "length" }?.weight == -0.25)
  }

  @Test func `is named after its numbers and nothing else`() throws {
    let first = try RelationModel(json: json())
    let same = try RelationModel(json: json(others: ["provenance": "by hand"]))
    let other = try RelationModel(json: json(others: ["threshold": 0.41]))
    #expect(first.name == same.name)
    #expect(first.name != other.name)
    #expect(try first.name.wholeMatch(of: Regex("xxh3:[0-9a-f]{16}")) != nil)
  }

  @Test func `with an unknown feature, without a weight or with odd numbers is refused`() throws {
    #expect(
      reason(try json(weights: ["lenght": 1]))?.hasPrefix("'lenght' is no feature; the") == true)
    #expect(
      reason(try json(weights: ["length": nil]))
        == "the weight of 'length' is missing; a feature that counts for nothing has 0")
    #expect(reason(try json(intercept: nil))?.hasPrefix("no field 'intercept'; ") == true)
    #expect(reason(try json(intercept: "1")) == "the field 'intercept' is not a number")
    #expect(
      reason(try json(weights: ["length": NSNull()]))
        == "the field 'weights.length' is not a number")
    #expect(
      reason(try json(others: ["threshold": 1.5]))
        == "the threshold '1.5' is out of range: 0 to 1")
  }

  @Test(arguments: [
    ("", "the model is not JSON with finite numbers"),
    ("{", "the model is not JSON with finite numbers"),
    ("[1]", "the model is not a JSON object"), ("3", "the model is not a JSON object"),
    (#"{"intercept":0,"weights":[1]}"#, "the field 'weights' is not an object"),
    (#"{"intercept":NaN,"weights":{}}"#, "the model is not JSON with finite numbers"),
    (#"{"intercept":1e999,"weights":{}}"#, "the model is not JSON with finite numbers"),
  ])
  func `that is malformed says how`(json: String, start: String) {
    #expect(reason(Array(json.utf8))?.hasPrefix(start) == true, "\(reason(Array(json.utf8)) ?? "")")
  }

  @Test func `of deep nesting or of bytes that are no text is refused`() {
    let deep = String(repeating: "[", count: 100_000)
    #expect(reason(Array(deep.utf8)) != nil)
    #expect(reason([0xFF, 0xFE, 0x00]) != nil)
  }

  @Test(arguments: [0.2, 0.4, 0.9])
  func `decides a pair alone as a cluster of two`(threshold: Double) throws {
    var configuration = Configuration()
    let shipped = RelationModel.shipped
    configuration.relationModel = RelationModel(
      copy: shipped.copy, template: shipped.template, threshold: threshold)
    let documents = try fixture("cases.jsonl")
    for a in stride(from: 0, to: documents.count, by: 2) {
      let two = Array(documents[a...(a + 1)])
      let report = Detector(configuration: configuration).report(on: two)
      for pair in report.pairs where pair.relation != .identical {
        #expect(pair.relation.isSameCopy == (pair.confidence >= threshold))
        #expect(report.clusters.count == (pair.relation.isSameCopy ? 1 : 0))
      }
    }
  }
}
