import NaqlText

/// Tells names that say in common words what they name, and have no spelling of their own to guess: الحكومة البريطانية, وزارة النقل.
struct DescribedName {
  private let lexicon: Lexicon

  /// By the words of `lexicon`.
  init(_ lexicon: Lexicon) { self.lexicon = lexicon }

  /// Whether the first word says that the name is a body's or a facility's: وزارة النقل, البرلمان.
  func isBody(_ name: String) -> Bool {
    let kinds = kinds(ofFirst: name)
    return kinds.contains(.institution) && kinds.isDisjoint(with: [.given, .family, .place, .foreign, .title])
  }

  /// Whether the name is a noun with its adjective, both with the article: الساحل السوري.
  func isDescription(_ name: String) -> Bool {
    let words = name.split(separator: " ")
    guard words.count == 2, words.allSatisfy({ $0.hasPrefix("ال") && $0.count > 4 }) else { return false }
    return lexicon.entries(of: String(words[1].dropFirst(2))).contains { $0.kind == "nisba" || $0.kind == "adjective" }
      && lexicon.entries(of: String(words[0].dropFirst(2))).contains { $0.kind == "noun" }
  }

  /// Whether the first word is an ordinary noun (الحكومة البريطانية): such a body has no spelling of its own to guess, and
  /// its vowels are known better than a model of names would have them.
  func opensWithCommonNoun(_ name: String) -> Bool {
    let kinds = kinds(ofFirst: name)
    return !kinds.isDisjoint(with: [.noun, .institution, .plural, .masdar, .participle])
      && kinds.isDisjoint(with: [.given, .family, .place, .foreign])
  }

  /// Whether a name is several words that the lexicon has, none of them foreign: النيل الأزرق للاستيراد, لا يشهد على صاحبه. The model of names, which
  /// learnt from people, would spell them like people.
  func isArabicThroughout(_ name: String) -> Bool {
    let words = name.split(separator: " ")
    return words.count > 1 && words.allSatisfy { isArabic(String($0)) }
  }

  /// What the first word may be, its article aside.
  private func kinds(ofFirst name: String) -> WordKinds {
    let first = name.prefix { $0 != " " }
    let stem = first.hasPrefix("ال") && first.count > 4 ? first.dropFirst(2) : first
    return WordKinds(of: String(stem), in: lexicon)
  }

  /// Whether the lexicon has a word as something else than a foreign name, with a clitic before it or a pronoun behind it or not.
  private func isArabic(_ word: String) -> Bool {
    ["", "ال", "لل", "وال", "بال", "ل", "و", "ب"].contains { front in
      ["", "ه", "ها", "هم", "نا"].contains { end in
        // بريس is no ب with a word
        let least = front.count == 1 ? 4 : 2
        guard word.hasPrefix(front), word.hasSuffix(end), word.count >= front.count + end.count + least else {
          return false
        }
        let stem = String(word.dropFirst(front.count).dropLast(end.count))
        return !WordKinds(of: stem, in: lexicon).subtracting(.foreign).isEmpty
      }
    }
  }
}
