import NaqlModel
import NaqlText

/// All schemes side by side, letter by letter, made from the rules themselves so that the page cannot drift.
public struct SchemeComparison {
  private let catalogue: SchemeCatalogue

  /// A comparison of every scheme of `catalogue`.
  public init(_ catalogue: SchemeCatalogue) { self.catalogue = catalogue }

  /// The page `docs/schemes.md`.
  public func markdown() throws(Diagnostic) -> String {
    var page = "# Romanisation schemes\n\nMade by `naql schemes --markdown` from the rule files; do not edit.\n\n"
    page += "| id | name | authority | year | tag | ISO 24229 | reversible |\n|---|---|---|---|---|---|---|\n"
    var renderers: [SchemeRenderer] = []
    for id in catalogue.ids {
      let scheme = try catalogue.scheme(id)
      page +=
        "| `\(id)` | \(scheme.name) | \(scheme.authority) | \(scheme.year) | `\(scheme.tag)` | \(scheme.code) | "
        + (scheme.isReversible ? "yes" : "no") + " |\n"
      renderers.append(try SchemeRenderer(id, catalogue: catalogue, lexicon: nil))
    }
    page += "\n## Letters and words\n\n| | " + catalogue.ids.joined(separator: " | ") + " |\n"
    page += "|---" + String(repeating: "|---", count: renderers.count) + "|\n"
    for sample in Self.samples {
      let cells = renderers.map { renderer in
        renderer.render([VocalisedWord(sample)], use: .phrase).joined().replacing("|", with: "\\|")
      }
      page += "| \(sample) | " + cells.joined(separator: " | ") + " |\n"
    }
    return page
  }

  /// Each letter with fatha, so that it is read as a consonant, then words that show the rules.
  private static let samples: [String] =
    "بتثجحخدذرزسشصضطظعغفقكلمنهويپچژگڤ".map { "\($0)\u{64E}ا" } + [
      "الش\u{651}\u{64E}م\u{652}س", "الق\u{64E}م\u{64E}ر", "م\u{64E}ك\u{651}\u{64E}ة",
      "م\u{650}ص\u{652}ر\u{650}ي\u{651}", "م\u{650}ص\u{652}ر\u{650}ي\u{651}\u{64E}ة", "ق\u{64F}و\u{651}\u{64E}ة",
      "ق\u{64F}ر\u{652}آن", "م\u{64F}ص\u{652}ط\u{64E}ف\u{64E}ى", "ن\u{64F}ور", "ب\u{64E}ي\u{652}ت",
    ]
}
