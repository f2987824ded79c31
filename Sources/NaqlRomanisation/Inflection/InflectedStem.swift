import NaqlText

/// Writes endings behind a stem in the signs of `AnnotatedWord`.
enum InflectedStem {
  /// `stem` with the ending: `كiتāب` and un give `كiتāبuن`. A stem that ends in a long vowel stays as it is.
  static func ended(_ stem: String, with ending: WordEnding) -> String {
    var stem = stem
    switch stem.last {
    case "Ã": stem.removeLast()  // the ending replaces the -an of an adverb
    case "Y": stem = stem.dropLast() + "X"
    case "Z": stem = stem.dropLast() + "U"
    case "h": stem = stem.dropLast() + "t"
    case "a", "i", "u", "ā", "ī", "ū", "ى", "Õ", "Ĩ": return stem
    default: break
    }
    stem.append(ending.vowel)
    return ending.isNunated ? stem + "ن" : stem
  }
}
