import NaqlModel

/// What is to be romanised in which schemes.
struct RomanisationOrder: Sendable {
  let tools: RomanisationTools
  /// Schemes of names; `conventional` is the spelling English readers know.
  let schemes: [String]
  /// Scheme of whole segments, if they are asked for.
  let text: String?
  /// Whether whole segments have endings of case and mood.
  let hasEndings: Bool
  /// Country of the names, if it is known.
  let country: String?
}

/// One thread's tools for romanising a document, opened when they are first needed.
///
/// Sendable: handed from thread to thread, but used by one at a time.
final class RomanisationLane: @unchecked Sendable {
  /// What is to be romanised.
  let order: RomanisationOrder
  private let words: TierWords
  private var bench: RomanisationBench?
  private(set) var names: NameForms?
  private(set) var tier: SegmentTier?

  init(_ order: RomanisationOrder, _ words: TierWords) {
    self.order = order
    self.words = words
  }

  /// Opens what names need.
  func openNames() throws(Diagnostic) {
    if names != nil { return }
    // What only names need comes first: the second lane opens what both need meanwhile.
    if order.country == nil { _ = try order.tools.articleCountry() }
    if order.schemes.contains("conventional") { _ = try order.tools.speller() }
    names = try NameForms(schemes: order.schemes, country: order.country, bench: shared())
  }

  /// Opens what whole segments need, where they are asked for.
  func openTier() throws(Diagnostic) {
    guard let scheme = order.text, tier == nil else { return }
    tier = try SegmentTier(scheme, bench: shared(), endings: order.hasEndings, words: words)
  }

  private func shared() throws(Diagnostic) -> RomanisationBench {
    if let bench { return bench }
    let made = try order.tools.bench()
    bench = made
    return made
  }
}
