/// Whether a member says whose copy it is.
public enum Attribution: String, Sendable, Hashable, CaseIterable {
  /// Credits the origin.
  case credited
  /// Credits another outlet of the cluster, which carried the copy.
  case creditedIndirectly = "credited-indirectly"
  /// Credits nobody.
  case uncredited
  /// Credits another agency than the origin, or an outlet that did not carry the copy.
  case creditsOther = "credits-other"
  /// Is the origin's own article.
  case isOrigin = "is-origin"
  /// The origin is not known.
  case unknown
}
