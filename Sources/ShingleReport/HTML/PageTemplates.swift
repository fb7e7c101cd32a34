import Mustache

/// The page's templates, style and script, which are part of the program.
enum PageTemplates {
  /// The values a template is rendered with. Every name a template asks for is given, if only as
  /// `false`: an absent one would be looked up in the surrounding section.
  typealias Values = [String: Any]

  /// The style sheet.
  static let style = String(decoding: PackageResources.style_css, as: UTF8.self)

  /// The script that filters and opens what a link leads to; the page is complete without it.
  static let script = String(decoding: PackageResources.script_js, as: UTF8.self)

  /// The SHA-256 of the script, by which the page's Content-Security-Policy allows this script and
  /// no other. A test compares the two.
  static let scriptHash = "sha256-oyIp591y84muilGvDwBNCYRFTKFQolj5D7d2OF3MX64="

  static func render(_ name: String, _ values: Values) -> [UInt8] {
    guard let text = library.render(values, withTemplate: name) else {
      preconditionFailure("there is no template '\(name)'")
    }
    return Array(text.utf8)
  }

  private static let library: MustacheLibrary = {
    MustacheContentTypes.register(PageText(), named: PageText.name)
    return MustacheLibrary(templates: [
      "head": template(PackageResources.head_mustache),
      "cluster": template(PackageResources.cluster_mustache),
      "between": template(PackageResources.between_mustache),
      "audit": template(PackageResources.audit_mustache),
      "foot": template(PackageResources.foot_mustache),
    ])
  }()

  /// Parses a template. Each names its own content type, since the engine resets it for partials.
  private static func template(_ bytes: [UInt8]) -> MustacheTemplate {
    let source = String(decoding: bytes, as: UTF8.self)
    do {
      return try MustacheTemplate(string: "{{% CONTENT_TYPE:\(PageText.name)}}\n" + source)
    } catch {
      preconditionFailure("a template of this module does not parse: \(error)")
    }
  }
}
