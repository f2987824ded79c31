import NaqlICU
import NaqlText

/// Letters as names are compared: a–z, an apostrophe, digits, Arabic letters, and one sign between words.
enum MatchLetters {
  /// Number of codes.
  static let count = 128
  /// What stands between words: a space, a hyphen, a full stop inside.
  static let gap: UInt8 = 28
  /// Hamza, ʿayn and apostrophes of every kind in Latin script.
  static let apostrophe: UInt8 = 27
  /// Any letter of another script.
  static let other: UInt8 = 63
  /// Arabic letters are their codes in the spelling models behind this.
  static let arabic: UInt8 = 64

  /// Whether a code is a Latin letter, 1–26.
  @inline(__always) static func isLatin(_ code: UInt8) -> Bool { code >= 1 && code <= 26 }
  /// Whether a code is an Arabic letter.
  @inline(__always) static func isArabic(_ code: UInt8) -> Bool { code > arabic && code < 120 }

  /// Whether a character stands between words.
  static func isGap(_ character: Character) -> Bool {
    guard character.unicodeScalars.count == 1 else { return false }
    var codes: [UInt8] = []
    append(character.unicodeScalars.first!.value, to: &codes)
    return codes == [gap]
  }

  /// Codes of a pattern of the rules, where `_` stands between words.
  static func pattern(_ text: String) -> [UInt8] {
    if text == "-" { return [] }
    var codes: [UInt8] = []
    for scalar in text.unicodeScalars { append(scalar.value, to: &codes) }
    return codes
  }

  /// Adds the code of one character, lower-case and without its marks; marks have none.
  static func append(_ c: UInt32, to codes: inout [UInt8]) {
    switch c {
    case 0x61...0x7A: codes.append(UInt8(c - 0x60))
    case 0x41...0x5A: codes.append(UInt8(c - 0x40))
    case 0x30...0x39: codes.append(UInt8(c - 0x30) + 30)
    case 0x20, 0x09, 0xA0, 0x2D, 0x2010...0x2015, 0x2E, 0x5F, 0x2F, 0x2C, 0x60C, 0x202F: codes.append(gap)
    case 0x27, 0x60, 0xB4, 0x2BB...0x2BF, 0x2C8, 0x2018, 0x2019, 0x201B, 0x2032: codes.append(apostrophe)
    case 0x300...0x36F, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xAD, 0xFEFF: break
    case 0x22, 0x28, 0x29, 0xAB, 0xBB, 0x201C, 0x201D, 0x5B, 0x5D, 0x3A, 0x3B, 0x21, 0x3F, 0x61F, 0x61B: break
    case 0x660...0x669, 0x6F0...0x6F9: codes.append(UInt8(c & 15) + 30)
    case 0x600...0x6FF, 0x750...0x77F, 0xFB50...0xFDFF, 0xFE70...0xFEFE:
      for code in SpellingLetters.codes(String(UnicodeScalar(c)!)) {
        codes.append(code < 56 ? code + arabic : other)
      }
    default: codes.append(other)
    }
  }
}

/// A name as it is compared: its letters in codes, single gaps between words, and where words begin and end.
struct MatchName {
  /// The codes; no gap at either end.
  let codes: [UInt8]
  /// Whether a word begins at a position; the end of the name counts too.
  let isStart: [Bool]
  /// Whether a word ends before a position; the start of the name counts too.
  let isEnd: [Bool]
  /// Where the word that begins at a position ends; the position itself elsewhere.
  let wordEnd: [Int]
  /// Number of words.
  let wordCount: Int

  /// A name by its codes, gaps at the ends and doubled ones left out.
  init(codes raw: [UInt8]) {
    var codes: [UInt8] = []
    for code in raw where code != MatchLetters.gap || (codes.last ?? MatchLetters.gap) != MatchLetters.gap {
      codes.append(code)
    }
    if codes.last == MatchLetters.gap { codes.removeLast() }
    var starts = [Bool](repeating: false, count: codes.count + 1), ends = starts
    var wordEnd = Array(0...codes.count)
    var end = codes.count, words = 0
    for at in stride(from: codes.count, through: 0, by: -1) {
      starts[at] = at == 0 || at == codes.count || codes[at - 1] == MatchLetters.gap
      ends[at] = at == codes.count || at == 0 || codes[at] == MatchLetters.gap
      if at < codes.count, codes[at] == MatchLetters.gap { end = at }
      if starts[at], at < codes.count {
        wordEnd[at] = end
        words += 1
      }
    }
    self.codes = codes
    isStart = starts
    isEnd = ends
    self.wordEnd = wordEnd
    wordCount = words
  }

  /// A name as written: marks and case aside; of an inverted heading (Hallaq, Wael) what follows the comma comes first,
  /// unless the words are to stay (`turning`).
  init(_ text: String, _ rules: MatchingRules, turning: Bool = true) {
    var text = text
    for comma in turning ? [",", "،"] : [] {
      let halves = text.split(separator: comma, omittingEmptySubsequences: true)
      if halves.count == 2 { text = halves[1] + " " + halves[0] }
    }
    var codes: [UInt8] = []
    for scalar in NormalisationForm.nfc.apply(to: text.lowercased()).unicodeScalars {
      if let written = rules.folds[scalar.value] {
        codes += written
      } else if scalar.value < 0x80 || ArabicScript.isLetter(scalar.value) {
        MatchLetters.append(scalar.value, to: &codes)
      } else {
        for part in NormalisationForm.nfd.apply(to: String(scalar)).unicodeScalars {
          MatchLetters.append(part.value, to: &codes)
        }
      }
    }
    self.init(codes: codes)
  }

  /// The name with its first `count` words moved behind the others.
  func turned(_ count: Int) -> MatchName {
    let words = codes.split(separator: MatchLetters.gap)
    return MatchName(codes: Array((words.dropFirst(count) + words.prefix(count)).joined(separator: [MatchLetters.gap])))
  }

  /// The letters of a range as text, for explanations: Latin as it is compared, Arabic in its own letters.
  func text(_ range: Range<Int>) -> String {
    var text = ""
    for code in codes[range] {
      switch code {
      case 1...26: text.unicodeScalars.append(UnicodeScalar(code + 0x60))
      case MatchLetters.gap: text += " "
      case MatchLetters.apostrophe: text += "'"
      case 30...39: text.unicodeScalars.append(UnicodeScalar(code - 30 + 0x30))
      default:
        let letter = MatchLetters.isArabic(code) ? SpellingLetters.letter(code - MatchLetters.arabic) : nil
        text.unicodeScalars.append(letter ?? "?")
      }
    }
    return text
  }
}
