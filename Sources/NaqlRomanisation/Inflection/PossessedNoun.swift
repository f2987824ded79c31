import NaqlText

/// A noun of the lexicon with a pronoun behind it, whose case is heard before the pronoun: istiqālatuhu, istiqālatihi.
struct PossessedNoun {
  /// Letters of the pronoun.
  private let suffix: Int
  private let isFemininePlural: Bool

  /// The pronouns of the third person, هما ها هم هن ه, and نا, which the case stands before too.
  private static let suffixes: [[UInt32]] = [
    [0x647, 0x645, 0x627], [0x647, 0x627], [0x647, 0x645], [0x647, 0x646], [0x647],
    [0x646, 0x627],
  ]
  private static let nouns: WordKinds = [.noun, .masdar, .plural, .participle, .adjective, .institution, .title]

  /// Finds noun and pronoun in the letters of a word behind its clitics; `kinds` gives what the lexicon has of letters.
  init?(_ stem: ArraySlice<SpelledWord.Letter>, kinds: (ArraySlice<SpelledWord.Letter>) -> WordKinds) {
    let bases = stem.map(\.base)
    guard let suffix = Self.suffixes.first(where: { bases.count > $0.count + 1 && bases.suffix($0.count) == $0[...] })
    else { return nil }
    var noun = stem.dropLast(suffix.count)
    let bearer = noun.endIndex - 1
    guard noun[bearer].vowel != nil, noun[bearer].base != 0x648, noun[bearer].base != 0x64A else { return nil }
    noun[bearer].vowel = nil
    isFemininePlural = noun[bearer].base == 0x62A && noun[bearer - 1].base == 0x627
    self.suffix = suffix.count
    if kinds(noun).containsAny(of: Self.nouns) { return }
    guard noun[bearer].base == 0x62A else { return nil }
    noun[bearer].base = 0x629
    guard kinds(noun).containsAny(of: Self.nouns) else { return nil }
  }

  /// The word `text` with the case before its pronoun, whose own vowel follows it: -ihi, -uhu.
  func text(_ text: String, with ending: WordEnding) -> String {
    let vowel: WordEnding = isFemininePlural && ending.plain == .a ? .i : ending.plain
    var scalars = Array(text.unicodeScalars)
    let letters = scalars.indices.filter { ArabicScript.isLetter(scalars[$0].value) }
    guard letters.count > suffix else { return text }
    let pronoun = letters[letters.count - suffix]
    if suffix != 2 || scalars[letters[letters.count - 1]] != "\u{627}" {  // -hā and -nā have one form
      Self.replaceVowel(behind: pronoun, in: &scalars, with: vowel == .i ? "\u{650}" : "\u{64F}")
    }
    let mark: Unicode.Scalar = vowel == .i ? "\u{650}" : vowel == .a ? "\u{64E}" : "\u{64F}"
    Self.replaceVowel(behind: letters[letters.count - suffix - 1], in: &scalars, with: mark)
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  private static func replaceVowel(behind letter: Int, in scalars: inout [Unicode.Scalar], with mark: Unicode.Scalar) {
    var at = letter + 1
    while at < scalars.count, ArabicScript.isMark(scalars[at].value) {
      if (0x64E...0x650).contains(scalars[at].value) { scalars[at] = mark }
      at += 1
    }
  }
}
