import NaqlModel

/// A segment read back from a translated XLIFF 1.2 file.
struct TranslatedUnit {
  /// Its id, `b3.s2`; `b3` for a whole block whose translation shows no segments.
  var id: String
  /// Id of the block it lies in.
  var block: String
  /// Source text.
  var source: String
  /// Target text on one line, nil where there is none or nothing but white space.
  var target: String?
  /// Whether the tool says that the translation is finished.
  var isFinished: Bool
  /// Whether it was to be translated.
  var translate: Bool
  /// Whether line breaks of the target became spaces.
  var isUnwrapped: Bool
  /// Whether the unit of the file that it stands in is a block and no sentence.
  var isOfBlock: Bool
  /// Line of the file that it begins in.
  var line: Int

  /// Whether somebody worked on it: its target is another text than the source, or the tool says it is finished.
  var isWorked: Bool { target.map { $0 != source || isFinished } ?? false }

  /// Whether there is nothing left to do: figures and signs (13:30) are finished as they stand, since tools that know
  /// no states could not say so.
  var isTranslated: Bool { isWorked || target == source && !source.hasLetters }

  /// Where it stands by its id, nil where the id is none of Naql's.
  var place: UnitPlace? { UnitPlace(id) }
}

extension String {
  /// Whether there is a letter of any script.
  fileprivate var hasLetters: Bool { unicodeScalars.contains { $0.properties.isAlphabetic } }
}

/// What an id of Naql's says: `b3.s2` is the second sentence of the third block, `b3` all of it.
struct UnitPlace: Hashable, Comparable {
  /// Number of the block, from 1.
  let block: Int
  /// Number of the sentence in it, from 1, or 0 for the whole block.
  let sentence: Int

  /// The place that `id` names, nil where it has another form.
  init?(_ id: String) {
    let parts = id.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let block = Self.number(parts[0], "b") else { return nil }
    guard parts.count == 2 else {
      (self.block, sentence) = (block, 0)
      return
    }
    guard let sentence = Self.number(parts[1], "s") else { return nil }
    (self.block, self.sentence) = (block, sentence)
  }

  static func < (a: UnitPlace, b: UnitPlace) -> Bool { (a.block, a.sentence) < (b.block, b.sentence) }

  private static func number(_ text: Substring, _ letter: Character) -> Int? {
    guard text.first == letter, let number = Int(text.dropFirst()), number > 0 else { return nil }
    return number
  }
}
