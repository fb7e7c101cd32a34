import Foundation
import ShingleTestSupport
import Testing

@testable import Shingle

@Suite struct `A relation model` {
  private let names = Evidence.Feature.allCases.map(\.rawValue)

  /// A model with the weight 1 for every feature, changed in places; a null leaves a field out.
  private func json(
    intercept: Any? = 0.5, weights: [String: Any?] = [:], others: [String: Any?] = [:]
  ) throws -> [UInt8] {
    var all: [String: Any?] = Dictionary(uniqueKeysWithValues: names.map { ($0, 1.0) })
    all.merge(weights) { $1 }
    var fields = others
    fields.merge(["threshold": 0.35, "template": template()]) { own, _ in own }
    var model = fields.compactMapValues(\.self)
    model["weights"] = all.compactMapValues(\.self)
    model["intercept"] = intercept
    return Array(try JSONSerialization.data(withJSONObject: model))
  }

  private func template(intercept: Any = -1.0) -> [String: Any] {
    let names = TemplateEvidence.Feature.allCases.map(\.rawValue)
    return [
      "intercept": intercept, "weights": Dictionary(uniqueKeysWithValues: names.map { ($0, 1.0) }),
    ]
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

  @Test func `with an unknown field or without one is refused, with what may have been meant`()
    throws
  {
    let unknown = try [
      reason(json(others: ["tmpl": 1])), reason(json(others: ["Threshold": 1])),
      reason(json(others: ["notes": 1])), reason(json(weights: ["lenght": 1])),
      reason(json(others: ["template": template().merging(["weight": 1]) { $1 }])),
    ]
    #expect(
      unknown == [
        "tmpl: there is no such field; did you mean 'template'?",
        "Threshold: there is no such field; did you mean 'threshold'?",
        "notes: there is no such field; known are 'provenance', 'intercept', 'weights', "
          + "'template', 'threshold'",
        "weights.lenght: there is no such feature; did you mean 'length'?",
        "template.weight: there is no such field; did you mean 'weights'?",
      ])
    for name in ["threshold", "template"] {
      let missing = try reason(json(others: [name: Any?.none]))
      #expect(missing?.hasPrefix("\(name): the field is missing; a model is") == true)
    }
    #expect(try reason(json(intercept: nil))?.hasPrefix("intercept: the field is missing") == true)
    #expect(
      try reason(json(weights: ["length": nil]))
        == "weights.length: the weight is missing; a feature that counts for nothing has 0")
  }

  @Test func `with numbers of the wrong kind or size is refused`() throws {
    #expect(try reason(json(intercept: "1"))?.hasPrefix("intercept: the value is not a n") == true)
    #expect(
      try reason(json(weights: ["length": NSNull()]))?
        .hasPrefix("weights.length: the value is not a number") == true)
    #expect(
      try reason(json(others: ["threshold": 1.5]))
        == "threshold: '1.5' is out of range; a threshold is a probability, 0 to 1")
    #expect(try reason(json(intercept: 1_000_000)) == nil)
    let hint =
      "intercepts and weights lie between -1000000 and 1000000; learned ones are below 10"
    #expect(
      try reason(json(weights: ["length": -1e300]))
        == "weights.length: '-1e+300' is out of range; \(hint)")
    #expect(
      try reason(json(others: ["template": template(intercept: 1e7)]))
        == "template.intercept: '10000000.0' is out of range; \(hint)")
  }

  @Test(arguments: [
    ("", "the file is not JSON from byte 1 on"), ("{", "the file is not JSON from byte 2 on"),
    (#"{"threshold":1,}"#, "the file is not JSON from byte 16 on"),
    ("[1]", "the value is not an object"), ("3", "the value is not an object"),
    ("null", "the value is not an object"),
    (#"{"intercept":0,"weights":[1]}"#, "weights: the value is not an object"),
    (#"{"intercept":0,"weights":{},"template":[]}"#, "template: the value is not an object"),
    (#"{"threshold":1,"threshold":0}"#, "threshold: the field stands there twice"),
    (#"{"intercept":0,"weights":{"length":1,"length":2}}"#, "weights.length: the field stands"),
    (#"{"intercept":+1,"weights":{}}"#, "the file is not JSON with finite numbers"),
    (#"{"intercept":NaN,"weights":{}}"#, "the file is not JSON with finite numbers"),
    (#"{"intercept":1e999,"weights":{}}"#, "the file is not JSON with finite numbers"),
  ])
  func `that is malformed says how`(json: String, start: String) {
    #expect(reason(Array(json.utf8))?.hasPrefix(start) == true, "\(reason(Array(json.utf8)) ?? "")")
  }

  @Test func `is read behind a byte order mark, and a long name of a field is cut`() throws {
    let marked = try RelationModel(json: [0xEF, 0xBB, 0xBF] + json())
    #expect(try marked == RelationModel(json: json()))
    #expect(
      reason([0xEF, 0xBB, 0xBF, 0x7B])?.hasPrefix("the file is not JSON from byte 5 on") == true)
    let long = String(repeating: "x", count: 100_000)
    #expect(try reason(json(others: [long: 1]))?.utf8.count ?? .max < 300)
    #expect(try reason(json(weights: [long: 1]))?.utf8.count ?? .max < 300)
    #expect(try reason(json(others: ["": 1]))?.hasPrefix("'': there is no such field") == true)
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
