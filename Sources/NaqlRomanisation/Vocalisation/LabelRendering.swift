/// Letter labels as ALA-LC text and as vocalised Arabic: the two faces of one reading.
public enum LabelRendering {
  /// The ALA-LC form, lower case, of letters and their labels; a prime parts t, d, s or k from h.
  ///
  /// بن without vowels is written ibn, as the ALA-LC table asks.
  public static func latin(_ letters: [UInt8], _ labels: [UInt8]) -> String {
    if letters == [VowelLetter.ba, VowelLetter.nun], labels == [1, 1] { return "ibn" }
    var text = ""
    for (at, code) in letters.enumerated() {
      let label = VowelLabel(raw: labels[at])
      let consonant = VowelLetter.consonant(code)
      var piece = ""
      switch label.consonants {
      case 1: piece = consonant
      case 2: piece = code == VowelLetter.tehMarbuta ? "t" : consonant + consonant
      case 3:
        let isLast = at == letters.count - 1 && label.vowel == .none
        piece = (code == VowelLetter.waw ? "ū" : "ī") + (isLast && code != VowelLetter.waw ? "" : consonant)
      default: break
      }
      if piece == "h", let last = text.last, "tdsk".contains(last) { text += "ʹ" }
      text += piece + VowelLabel.texts[Int(label.vowel.rawValue)]
      if label.hasHyphen { text += "-" }
    }
    return text
  }

  /// Lengths in letters of the clitics that the labels cut off: wa-bi-al-kitāb → 1, 1, 2; lil-kitāb → 1, 1.
  public static func clitics(_ letters: [UInt8], _ labels: [UInt8]) -> [Int] {
    var lengths: [Int] = []
    var start = 0
    for at in 0..<max(0, labels.count - 1) where VowelLabel(raw: labels[at]).hasHyphen {
      let length = at + 1 - start
      if length == 2, letters[start] == VowelLetter.lam, letters[at] == VowelLetter.lam {
        lengths += [1, 1]
      } else {
        lengths.append(length)
      }
      start = at + 1
    }
    return lengths
  }

  /// The marks behind each letter (code points), for letters with their labels.
  ///
  /// `isNisba` says that a final -ī is -iyy (shadda). The letter after the article takes its shadda where it is a sun
  /// letter; nothing stands on the last consonant of a word without a vowel.
  static func marks(_ letters: [UInt8], _ labels: [UInt8], isNisba: Bool) -> [[UInt32]] {
    let count = letters.count
    var result = [[UInt32]](repeating: [], count: count)
    for at in 0..<count {
      let label = lengthened(letters, labels, at)
      let code = letters[at]
      var marks: [UInt32] = []
      let next = at + 1 < count ? lengthened(letters, labels, at + 1) : nil
      let isLast = at == count - 1
      let afterArticle =
        at >= 2 && VowelLabel(raw: labels[at - 1]).hasHyphen && letters[at - 1] == VowelLetter.lam
        && (letters[at - 2] == VowelLetter.alif || letters[at - 2] == VowelLetter.lam)
      var isDoubled =
        label.consonants >= 2 && code != VowelLetter.tehMarbuta
      if afterArticle, VowelLetter.isSun(code) { isDoubled = true }
      if isLast, isNisba, label.raw == VowelLabel(0, .longI).raw { isDoubled = true }
      if isDoubled { marks.append(0x651) }
      switch label.vowel {
      case .a: if !isArticleAlif(letters, labels, at) { marks.append(0x64E) }
      case .i: if !isUnheard(letters, labels, at) { marks.append(0x650) }
      case .u: if !isUnheard(letters, labels, at) { marks.append(0x64F) }
      case .longA: if code != VowelLetter.alif, code != VowelLetter.madda { marks.append(0x670) }
      case .longI: if label.consonants > 0 || !isYa(code) { marks.append(0x650) }
      case .longU: if label.consonants > 0 || code != VowelLetter.waw { marks.append(0x64F) }
      case .maqsura, .none, .an, .in, .un: break
      }
      let bearsTanwin = label.consonants > 0 || !VowelLetter.isVowelLetter(code)
      switch label.vowel {
      case .an: if bearsTanwin { marks.append(0x64B) }
      case .in: marks.append(0x64D)
      case .un: marks.append(0x64C)
      default: break
      }
      if label.vowel == .none {
        if let next, isUnheard(letters, labels, at + 1), next.vowel != .none {
          marks.append(next.vowel == .i ? 0x650 : 0x64F)
        } else if let carried = next.flatMap({ carriedMark($0, letters[at + 1]) }) {
          marks.append(carried)
        } else if label.consonants == 1, !isLast, !isDoubled, !assimilates(letters, labels, at) {
          marks.append(0x652)
        }
      }
      result[at] = marks
    }
    return result
  }

  /// The label of a letter, where a letter of a long vowel that is read short (استانبول Istanbul) counts as long: marks
  /// cannot say otherwise.
  private static func lengthened(_ letters: [UInt8], _ labels: [UInt8], _ at: Int) -> VowelLabel {
    let label = VowelLabel(raw: labels[at])
    guard at > 0, label.consonants == 0, !VowelLabel(raw: labels[at - 1]).hasHyphen else { return label }
    switch (letters[at], label.vowel) {
    case (VowelLetter.alif, .a): return VowelLabel(0, .longA)
    case (VowelLetter.waw, .u): return VowelLabel(0, .longU)
    case (VowelLetter.ya, .i): return VowelLabel(0, .longI)
    default: return label
    }
  }

  /// Whether the alif or ى at `at` is written but not heard, with a letter before and behind it: silent behind a short
  /// vowel (مائة miʾah), or standing for a short i or u (المنشىء al-munshiʾ). A short a counts as long there.
  static func isUnheard(_ letters: [UInt8], _ labels: [UInt8], _ at: Int) -> Bool {
    guard at > 0, at < letters.count - 1, letters[at] == VowelLetter.alif || letters[at] == VowelLetter.alifMaqsura
    else { return false }
    let before = VowelLabel(raw: labels[at - 1])
    let label = VowelLabel(raw: labels[at])
    guard label.consonants == 0, !label.hasHyphen, !before.hasHyphen else { return false }
    switch label.vowel {
    case .i, .u: return before.vowel == .none && before.consonants > 0
    case .none: return before.vowel == .a || before.vowel == .i || before.vowel == .u
    default: return false
    }
  }

  /// Whether the letter is the article's lam before a sun letter, which bears no sukun.
  private static func assimilates(_ letters: [UInt8], _ labels: [UInt8], _ at: Int) -> Bool {
    VowelLabel(raw: labels[at]).hasHyphen && letters[at] == VowelLetter.lam && at + 1 < letters.count
      && VowelLetter.isSun(letters[at + 1])
  }

  private static func isYa(_ code: UInt8) -> Bool { code == VowelLetter.ya || code == VowelLetter.alifMaqsura }

  private static func isArticleAlif(_ letters: [UInt8], _ labels: [UInt8], _ at: Int) -> Bool {
    letters[at] == VowelLetter.alif && at + 1 < letters.count && letters[at + 1] == VowelLetter.lam
      && VowelLabel(raw: labels[at + 1]).hasHyphen
  }

  /// The mark that a long vowel (or īy, ūw) leaves on the letter before it.
  private static func carriedMark(_ label: VowelLabel, _ code: UInt8) -> UInt32? {
    if label.consonants == 3 { return code == VowelLetter.waw ? 0x64F : 0x650 }
    guard label.consonants == 0 else { return nil }
    switch label.vowel {
    case .longA: return code == VowelLetter.alif ? 0x64E : nil
    case .maqsura: return 0x64E
    case .longI: return isYa(code) ? 0x650 : nil
    case .longU: return code == VowelLetter.waw ? 0x64F : nil
    case .an: return VowelLetter.isVowelLetter(code) ? 0x64B : nil
    default: return nil
    }
  }
}
