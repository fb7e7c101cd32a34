import Foundation
import Testing

@testable import ShingleReport

@Suite("Page style")
struct PageStyleTests {
  @Test("Text keeps a contrast of 4.5 on every ground, in light and in dark", arguments: [0, 1])
  func contrast(scheme: Int) throws {
    let colors = colors()[scheme]
    let onGround = ["ink", "soft", "faint", "accent", "link", "bad", "good"].flatMap { text in
      ["paper", "card"].map { (text, $0) }
    }
    let onPassages = (1...8).flatMap { [("ink", "h\($0)"), ("soft", "h\($0)")] }
    let onBadges = (1...8).map { ("on-badge", "b\($0)") }
    for (text, ground) in onGround + onPassages + onBadges {
      let pair = try [#require(colors[text]), #require(colors[ground])].sorted()
      #expect((pair[1] + 0.05) / (pair[0] + 0.05) >= 4.5, "\(text) on \(ground)")
    }
  }

  /// The relative luminance (WCAG 2.2) of each colour the style sheet names, by scheme.
  private func colors() -> [[String: Double]] {
    let parts = PageTemplates.style.components(separatedBy: "prefers-color-scheme: dark")
    let schemes = parts.map { part in
      Dictionary(
        part.matches(of: /--([a-z0-9-]+): #([0-9a-f]{6})/).map {
          (String($0.1), luminance(String($0.2)))
        }, uniquingKeysWith: { first, _ in first })
    }
    return [schemes[0], schemes[0].merging(schemes[1]) { $1 }]
  }

  private func luminance(_ hex: String) -> Double {
    let value = Int(hex, radix: 16) ?? 0
    let channels = [value >> 16, value >> 8 & 255, value & 255].map { channel in
      let share = Double(channel) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
  }
}
