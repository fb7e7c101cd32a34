/// A member of a cluster, as far as its origin depends on it.
struct ClusterMember: Sendable {
  var document: Int
  var credits: [Credit]
  /// The agency that published the document itself.
  var agency: String?
  /// The outlet that published it, an agency's name among them, as credits spell it.
  var outlet: String?
  var published: Timestamp?

  init(
    document: Int, credits: [Credit], agency: String? = nil, outlet: String? = nil,
    published: Timestamp? = nil
  ) {
    self.document = document
    self.credits = credits
    self.agency = agency
    self.outlet = outlet ?? agency
    self.published = published
  }

  /// Whether the member is an outlet's or agency's own article.
  func isPublished(by name: String) -> Bool { name.isSame(as: outlet) || name.isSame(as: agency) }

  /// Whether a credit names whose copy the text is, and not the outlet that printed it.
  ///
  /// An agency's name counts in its own articles too: a record says so by its source.
  func names(_ credit: Credit) -> Bool {
    credit.kind.namesSource && (credit.type == .agency || !credit.name.isSame(as: outlet))
  }

  /// When the member was published, for ordering: one without a date comes after all others.
  var moment: Int64 { published?.secondsSince1970 ?? Int64.max }
}
