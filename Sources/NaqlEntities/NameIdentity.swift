import NaqlText

/// What makes two spellings one name: hamza, ة, ى folded, عبد and أبو joined to the word behind them, ءو read as ؤ.
///
/// عبد الرحمن البكري and عبدالرحمن البكري are `عبدالرحمن_البكري`, رءوف and رؤوف `رووف`.
enum NameIdentity {
  /// The key of a name, words parted by `_`. Digits stay: 3 فبراير and 5 فبراير are two clubs.
  static func key(of name: String) -> String {
    var bytes: [UInt8] = []
    var copy = name
    copy.withUTF8 { NameKey.folding.subtracting(.digits).append(UnsafeRawBufferPointer($0), to: &bytes) }
    var key = ""
    var isJoined = true
    for word in String(decoding: bytes, as: UTF8.self).split(separator: " ") {
      if !isJoined, word != "الله" { key += "_" }  // نصر الله, نصرالله
      key += word.replacing("ءو", with: "وو")
      isJoined = joined.contains(word)
    }
    return key
  }

  /// The first words of names that are written as one with the next, folded: عبد, أبو.
  private static let joined: Set<Substring> = ["عبد", "ابو"]

  /// The parts of a person's key that may stand for all of it: those that begin with a word of kinship, not the first, the last word
  /// where عبد or أبو is joined in it, and the front up to the father's name or one behind it.
  ///
  /// `محمد_بن_سلمان_ال_سعود`: `بن_سلمان`, `بن_سلمان_ال_سعود`, `ال_سعود` …, `محمد_بن_سلمان`; `شيرين_ابوعاقله`: `ابوعاقله`.
  static func parts(of key: String) -> [String] {
    let words = key.split(separator: "_")
    var parts: [String] = []
    for start in words.indices.dropFirst() {
      if kinship.contains(words[start]) {
        for end in words.indices.dropFirst(start + 1) { parts.append(words[start...end].joined(separator: "_")) }
      } else if start == words.count - 1, isJoined(words[start]), !kinship.contains(words[start - 1]) {
        parts.append(String(words[start]))
      }
    }
    if isWithFather(words) {
      for end in 2..<words.count - 1 where !kinship.contains(words[end]) {
        parts.append(words[...end].joined(separator: "_"))
      }
    }
    return parts
  }

  /// Whether a key may be a part of a longer one, as `parts` gives them.
  static func isPart(_ key: String) -> Bool {
    let words = key.split(separator: "_", maxSplits: 3)
    guard let first = words.first else { return false }
    return words.count > 1 ? kinship.contains(first) || isWithFather(words) : isJoined(first)
  }

  /// Whether a name goes on with بن or بنت and the father's.
  private static func isWithFather(_ words: [Substring]) -> Bool { words.count > 2 && fatherhood.contains(words[1]) }

  private static let fatherhood: Set<Substring> = ["بن", "ابن", "بنت"]

  private static func isJoined(_ word: Substring) -> Bool {
    joined.contains { word.hasPrefix($0) && word.utf8.count > $0.utf8.count }
  }

  /// Words of kinship before a name, folded: بن, ابن, بنت, ولد, آل.
  private static let kinship: Set<Substring> = ["بن", "ابن", "بنت", "ولد", "ال"]
}
