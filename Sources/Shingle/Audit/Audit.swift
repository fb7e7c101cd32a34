/// What an auditor asks of a report: whose copy each member is, who says so and who does not.
///
/// ```swift
/// let audit = Audit(Detector().report(on: documents))
/// let silent = audit.members.filter { $0.attribution == .uncredited }
/// ```
///
/// An audit is a function of the report alone: neither the order of the input nor the number of
/// threads changes it.
public struct Audit: Sendable {
  /// The members of all clusters, in the order of the report.
  public var members: [AuditedMember]
  /// How much each outlet copied of each origin, and how much of that it credited.
  public var matrix: AuditMatrix
  /// The documents whose record names another agency than their text, by id.
  public var contradictions: [Contradiction]
  /// The quotations that stand in more than one document, those in most first; nil where the texts
  /// are not at hand.
  public var quotations: [Quotation]?

  /// Audits a report; `hasTexts` is false where its documents came without their texts, as
  /// `documents.jsonl` holds them. Quotations are compared of all documents, or of those given by
  /// their indices, ascending.
  ///
  /// - Complexity: O(*n* + *p* + *q* log *q*) for *n* bytes of text, *p* passages and *q* words in
  ///   quotations.
  public init(_ report: Report, hasTexts: Bool = true, quotationsOf documents: [Int]? = nil) {
    members = MemberAuditor(report).members()
    matrix = AuditMatrix(report, members)
    contradictions = Contradiction.all(in: report)
    let quoting = documents ?? Array(report.documents.indices)
    quotations =
      hasTexts && report.configuration.findsPassages
      ? QuotationLedger(report, of: quoting).quotations() : nil
  }

  /// The members with an attribution, where the cluster's origin is at least so sure; those of
  /// which the origin is not known count whatever its confidence, since they have none.
  public func members(
    _ attributions: [Attribution], of report: Report, leastConfidence: Double
  ) -> [AuditedMember] {
    members.filter {
      attributions.contains($0.attribution)
        && ($0.attribution == .unknown
          || report.clusters[$0.cluster].origin.confidence >= leastConfidence)
    }
  }
}
