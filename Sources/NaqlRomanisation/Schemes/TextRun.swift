import NaqlICU
import NaqlText

/// A stretch of a word: Arabic letters with their marks, or anything else.
struct TextRun {
  let text: String
  let isArabic: Bool

  /// The stretches of `word`, in order. A tatweel opens Arabic letters only for schemes that write it.
  static func split(_ word: String, tatweelOpens: Bool = false) -> [TextRun] {
    if isPlain(word) { return [TextRun(text: word, isArabic: true)] }
    var runs: [TextRun] = []
    var current = String.UnicodeScalarView()
    var isArabic = false
    func close() {
      if !current.isEmpty { runs.append(TextRun(text: String(current), isArabic: isArabic)) }
      current = String.UnicodeScalarView()
    }
    for scalar in word.unicodeScalars {
      let value = scalar.value
      let belongs =
        ArabicScript.isLetter(value) || tatweelOpens && value == 0x640
        || (isArabic
          && (ArabicScript.isMark(value) || value == 0x640 || (0xFE70...0xFE7F).contains(value)
            || ArabicScript.isInvisible(value)))
      if belongs != isArabic {
        close()
        isArabic = belongs
      }
      current.append(scalar)
    }
    close()
    return runs
  }
}

extension TextRun {
  /// Whether a word is nothing but Arabic letters of the main block with their vowel marks, as nearly all are.
  private static func isPlain(_ word: String) -> Bool {
    var word = word
    return word.withUTF8 { bytes in
      guard bytes.count >= 2, bytes.count % 2 == 0 else { return false }
      for at in stride(from: 0, to: bytes.count, by: 2) {
        let (lead, next) = (bytes[at], bytes[at + 1])
        // U+0621–063F, U+0641–064A; behind the first letter also the marks U+064B–0652.
        let isLetter = lead == 0xD8 && next >= 0xA1 || lead == 0xD9 && next >= 0x81 && next <= 0x8A
        guard isLetter || at > 0 && lead == 0xD9 && next >= 0x8B && next <= 0x92 else { return false }
      }
      return true
    }
  }
}

/// Digits and marks of Arabic writing in Latin text.
enum Punctuation {
  /// Whether a mark closes a phrase, so that what stands before it is read in pause.
  static func isStop(_ mark: Unicode.Scalar) -> Bool {
    switch mark {
    case "،", "؛", ".", "؟", ":", "!", ",", ";", "?": true
    default: false
    }
  }

  /// `text` with Arabic digits and punctuation as Latin script has them. Marks without a letter go; tatweel does beside other signs,
  /// and is a hyphen by itself, as which it is typed (أحمد ـ محمد).
  static func mapped(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    if text.unicodeScalars.allSatisfy({ $0.value == 0x640 }) { return "-" }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x60C: result.append(",")
      case 0x61B: result.append(";")
      case 0x61F: result.append("?")
      case 0x66A: result.append("%")
      case 0x66B, 0x6D4: result.append(".")
      case 0x66C: result.append(",")
      case 0x66D: result.append("*")
      case 0xFE70...0xFE7F: break  // marks on a tatweel, without a letter
      case 0xFD3E: result.append("(")
      case 0xFD3F: result.append(")")
      default:
        if let digit = ArabicScript.digit(scalar.value) {
          result.append(contentsOf: String(digit).unicodeScalars)
        } else if !ArabicScript.isMark(scalar.value), scalar.value != 0x640 {
          result.append(scalar)
        }
      }
    }
    return String(result)
  }
}

/// Puts the marks of each letter in one order: shadda, then vowel, nunation or sukun, then dagger alif.
enum MarkOrder {
  /// `word` with its marks ordered, presentation forms read as letters, tatweel and invisible characters kept apart.
  static func ordered(_ word: String) -> String {
    var result = String.UnicodeScalarView()
    var marks: [Unicode.Scalar] = []
    func close() {
      result.append(contentsOf: marks.sorted { rank($0) < rank($1) })
      marks = []
    }
    let plain = word.utf8.contains(0xEF) ? NormalisationForm.nfkc.apply(to: word) : word  // U+FB50–FEFC
    for scalar in plain.unicodeScalars {
      if ArabicScript.isMark(scalar.value) {
        marks.append(scalar)
      } else if !ArabicScript.isInvisible(scalar.value) {
        close()
        result.append(scalar)
      }
    }
    close()
    return String(result)
  }

  private static func rank(_ mark: Unicode.Scalar) -> UInt32 { mark.value == 0x651 ? 0 : mark.value }
}

/// The last safeguard: whatever Arabic a scheme's rules left over becomes its nearest letter, or goes.
enum Leftovers {
  private static let nearest: [UInt32: String] = [
    0x621: "'", 0x622: "a", 0x623: "a", 0x624: "'", 0x625: "i", 0x626: "'", 0x627: "a", 0x628: "b", 0x629: "h",
    0x62A: "t",
    0x62B: "th", 0x62C: "j", 0x62D: "h", 0x62E: "kh", 0x62F: "d", 0x630: "dh", 0x631: "r", 0x632: "z", 0x633: "s",
    0x634: "sh", 0x635: "s", 0x636: "d", 0x637: "t", 0x638: "z", 0x639: "'", 0x63A: "gh", 0x641: "f", 0x642: "q",
    0x643: "k", 0x644: "l", 0x645: "m", 0x646: "n", 0x647: "h", 0x648: "w", 0x649: "a", 0x64A: "y", 0x67E: "p",
    0x686: "ch", 0x698: "zh", 0x6A4: "v", 0x6AF: "g", 0x6A8: "g", 0x6AD: "g", 0x679: "t", 0x688: "d", 0x691: "r",
    0x6BA: "n", 0x6D2: "e", 0x6C6: "o", 0x6C7: "u", 0x6CB: "w", 0x6CD: "y", 0x671: "a",
  ]

  /// `text` without any letter or mark of Arabic script.
  static func removed(from text: String) -> String {
    // Arabic letters begin with D8–DB in UTF-8, some with E0 or EF; nearly all text has none of them.
    guard
      text.utf8.contains(where: { $0 >= 0xD8 && $0 <= 0xE0 || $0 == 0xEF }),
      text.unicodeScalars.contains(where: {
        ArabicScript.isLetter($0.value) || ArabicScript.isMark($0.value) || $0.value == 0x640
      })
    else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      if let letter = nearest[scalar.value] {
        result += letter
      } else if !ArabicScript.isLetter(scalar.value), !ArabicScript.isMark(scalar.value), scalar.value != 0x640 {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
