import NaqlText

/// Which blocks of a translated file repeat which.
struct Duplicates {
  private var originals: [String: String] = [:]

  /// What the groups of the file say; where a tool has taken them away, a block that was not to be translated repeats an
  /// earlier one with the same letters and digits.
  init(_ units: [PlacedUnit], _ groups: [String: BlockGroup]) {
    originals = groups.compactMapValues(\.original)
    var letters: [String: String] = [:]
    var order: [(block: String, translate: Bool)] = []
    for placed in units {
      let unit = placed.unit
      if letters[unit.block] == nil { order.append((unit.block, unit.translate)) }
      letters[unit.block, default: ""] += String(
        String.UnicodeScalarView(
          unit.source.unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }))
    }
    var seen: [String: String] = [:]
    for (block, translate) in order {
      let text = letters[block] ?? ""
      if translate, seen[text] == nil, !text.isEmpty { seen[text] = block }
      if !translate, groups[block] == nil, let original = seen[text] { originals[block] = original }
    }
  }

  /// Id of the block that `block` repeats, if any.
  subscript(_ block: String) -> String? { originals[block] }
}
